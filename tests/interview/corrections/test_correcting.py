"""Corrections: found without a name, repeated or undone, and never taken from what only sounds like one."""

from __future__ import annotations

import pytest
from talks import WordReader, answered, ask, waits
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.correcting import (
    adds,
    called_wrong,
    claimed,
    corrects,
    denies_that_it_is_all,
    looked_up_at,
    put_instead,
    qualifies,
    turned_at,
    turns_round,
    wants_undo,
)
from vcassist.interview.corrections.denying import denies_known
from vcassist.interview.interviewer import ask_again
from vcassist.interview.session import Awaiting, Session, Turn


@pytest.mark.parametrize(
    ("ref", "first", "correction", "value"),
    [
        ("storage.country", "In Norway", "sorry, make that Sweden", "SE"),
        ("storage.country", "In Ireland", "Hold on, not Ireland: it's Belgium", "BE"),
        ("organisation.country", "Ghana", "earlier I said Ghana, make that Togo", "TG"),
        (
            "organisation.size",
            "We are 14 people",
            "Sorry, I forgot the part-timers: we are 85 people, not 14",
            "51_to_250",
        ),
        ("application.lifecycle", "we use it every day", "I was wrong there, it is on trial", "pilot"),
        ("governance.policy", "yes", "I take that back, no", "no"),
        ("model.weights", "open", "no, the other one", "closed"),
        ("governance.policy", "yes", "sorry, the other way round", "no"),
        ("governance.policy", "yes", "I had that backwards: no", "no"),
    ],
)
def test_a_correction_without_a_name_finds_what_it_corrects(ref: str, first: str, correction: str, value: str) -> None:
    t = answered(ref, first)
    old = t.session.chain.value(ref)
    waiting = t.session.asked
    turn = t.say(correction)
    assert t.session.chain.value(ref) == value
    (fact,) = [f for f in turn.facts if f.ref == ref]
    assert fact.quote == correction[fact.start : fact.end], "the quote is the person's, at its place"
    assert [f.value for f in t.session.chain.history[ref]] == [old], "the old value is kept in history"
    assert t.session.asked == waiting, "the question on the table stays there"


def test_a_correction_reaches_back_over_other_answers_when_it_repeats_the_old_value() -> None:
    t = answered("organisation.country", "Ghana")
    for ref, said in (("governance.policy", "yes"), ("application.human_review", "always"), ("data.consent", "no")):
        ask(t, ref).say(said)
    t.say("earlier I said Ghana, make that Togo")
    assert t.session.chain.value("organisation.country") == "TG"
    assert t.session.chain.value("data.consent") == "no" and t.session.chain.value("governance.policy") == "yes"


def test_a_name_that_is_denied_is_replaced_where_it_stood_and_nowhere_else() -> None:
    said = "it is not Northmodel, it is Eastmodel"
    t = answered("model.supplier", "Northmodel")
    t.know(**{"application.supplier": "Datavoice"})
    t.tools.reader.stories = {said: {"application.supplier": ("Eastmodel", "Eastmodel")}}  # type: ignore[attr-defined]
    ask(t, "model.weights").say(said)
    assert t.session.chain.value("model.supplier") == "Eastmodel"
    assert t.session.chain.value("application.supplier") == "Datavoice"


def test_denying_a_name_that_was_never_noted_corrects_nothing() -> None:
    t = answered("model.supplier", "Northmodel")
    ask(t, "model-2.name").say("not Aurora, no, it is Tide, and Eastmodel is another")
    assert t.session.chain.value("model.supplier") == "Northmodel"


def test_the_no_of_a_correction_flips_no_earlier_yes() -> None:
    t = answered("storage.country", "In Norway")
    ask(t, "governance.policy").say("yes")
    t.say("no wait, make that Sweden")
    assert t.session.chain.value("governance.policy") == "yes" and t.session.chain.value("storage.country") == "SE"


def test_the_same_value_again_is_confirmed_and_changes_nothing() -> None:
    t = answered("organisation.size", "We are 12")
    turn = t.say("sorry, no, we are 14 people, not 12")
    assert turn.facts == () and "11 to 50" in turn.reply


def test_a_no_that_was_said_before_is_not_repeated_by_another_no() -> None:
    t = answered("data.consent", "no")
    ask(t, "governance.policy").say("No, but there should be.")
    assert t.session.chain.value("governance.policy") == "no" and t.session.asked != "governance.policy"


def test_what_is_said_again_does_not_swallow_the_answer_beside_it() -> None:
    t = answered("storage.country", "In Norway")
    turn = ask(t, "governance.policy").say("yes, and as I said earlier, actually it is Norway")
    t.tools.reader.intents[turn.said] = "correction"  # type: ignore[attr-defined]
    turn = ask(t, "governance.responsible_person").say(turn.said)
    assert t.session.chain.value("governance.responsible_person") == "yes"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Sorry, I was wrong: the second model is the closed one.", {"model-2.weights": "closed"}),
        ("By the way, the second model has closed weights.", {"model-2.weights": "closed"}),
        ("By the way, the other model has closed weights.", {"model-2.weights": "closed"}),
        ("By the way, the first model has closed weights.", {}),
        ("By the way, the third model has closed weights.", {}),
        ("It is closed like the second model", {}),
    ],
)
def test_what_is_said_of_the_second_one_is_noted_of_the_second_one(said: str, told: dict[str, str]) -> None:
    t = answered("model.weights", "open", **{"model-2.name": "Tide"})
    t.tools.reader.stories = {said: {"model.weights": ("closed", "closed")}}  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("model-2.weights") == told.get("model-2.weights")
    assert t.session.chain.value("model.weights") == "open"


def test_taking_back_and_nothing_more_is_an_undo() -> None:
    for said in ("Scratch that", "I take that back."):
        t = Talk(WordReader(**{said: "undo"}))
        ask(t, "storage.country").say("In Norway")
        assert t.say(said).intent == "undo" and t.session.chain.get("storage.country") is None


def test_what_looks_like_a_correction_and_corrects_nothing_answers_the_question() -> None:
    t = answered("organisation.country", "Ghana")
    ask(t, "data.consent").say("No, it's nobody, sorry")
    assert t.session.chain.value("data.consent") == "no" and t.session.chain.value("organisation.country") == "GH"


def test_the_other_one_of_many_is_asked_for() -> None:
    t = answered("application.human_review", "always")
    turn = t.say("no, the other one")
    assert waits(t) == ("application.human_review", "change") and "always" in turn.reply
    t.say("never")
    assert t.session.chain.value("application.human_review") == "never"


def test_the_other_one_goes_back_to_what_stood_before() -> None:
    t = answered("application.human_review", "always")
    t.say("sorry, make that sometimes")
    t.say("no, the other one")
    assert t.session.chain.value("application.human_review") == "always"


def test_an_undo_that_puts_something_in_its_place_is_a_correction() -> None:
    t = Talk(WordReader(**{"sorry, make that Sweden": "undo"}))
    ask(t, "storage.country").say("In Norway")
    t.say("sorry, make that Sweden")
    assert t.session.chain.value("storage.country") == "SE"


def test_an_answer_can_be_asked_for_again_by_its_words_and_from_a_list() -> None:
    t = answered("governance.policy", "yes")
    ask(t, "data.consent").say("no")
    t.say("can I change my answer about the written rules?")
    assert waits(t) == ("governance.policy", "change")
    t.say("no")
    assert t.session.chain.value("governance.policy") == "no"
    turn = ask_again(t.session, "data.consent", t.tools)
    assert turn.awaiting == Awaiting("data.consent", "change") and "no consent" in turn.reply


def test_asked_for_another_name_people_give_that_things_name_and_not_a_second_things() -> None:
    said = "oops, it's Chatty"
    t = answered("governance.policy", "yes")
    t.know(**{"application.name": "Mailbot"})
    t.tools.reader.stories[said] = {"application-2.name": ("Chatty", "Chatty")}  # type: ignore[attr-defined]
    ask(t, "application.name", "change").say(said)
    assert t.session.chain.value("application.name") == "Chatty"
    assert "application-2" not in t.session.chain.all_components()


def test_a_piece_that_is_not_understood_unsettles_no_answer_that_the_whole_repeats() -> None:
    said = "we are 40 not 14, I forgot the volunteers"
    t = answered("organisation.size", "We are 14")
    t.tools.reader.stories = {  # type: ignore[attr-defined]
        said: {"organisation.size": ("11_to_50", "we are 40")},
        ", I forgot the volunteers": {"organisation.size": (None, "I forgot")},
    }
    t.tools.reader.intents[said] = "correction"  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("organisation.size") == "11_to_50"


def test_a_change_that_is_not_understood_leaves_what_stood() -> None:
    t = answered("governance.policy", "yes")
    t.say("I want to change my answer")
    t.say("blah")
    t.say("blah blah")
    assert t.session.chain.value("governance.policy") == "yes"


def test_the_words_of_a_correction_answer_nothing_else() -> None:
    said = "Actually hang on, we're 12 now"
    t = answered("organisation.size", "We are 9")
    t.tools.reader.stories[said] = {
        "organisation.size": ("11_to_50", "we're 12 now"),
        "model.documentation": ("no", said),
    }  # type: ignore[attr-defined]
    t.tools.reader.intents[said] = "correction"  # type: ignore[attr-defined]
    ask(t, "model.documentation").say(said)
    assert t.session.chain.value("organisation.size") == "11_to_50"
    assert t.session.chain.get("model.documentation") is None


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("not TriageMate but Northchat", {"application": "Northchat"}),
        ("sorry it's not TriageMate, it's Northchat", {"application": "Northchat"}),
        ("I was wrong about the tool: it is Northchat", {"application": "Northchat"}),
        ("TriageMate was a mistake, we use Northchat", {"application": "Northchat"}),
        ("scratch that, we use Northchat", {"application": "Northchat"}),
        ("beside TriageMate we use Northchat", {"application": "TriageMate", "application-2": "Northchat"}),
        ("sorry, I forgot: we use Northchat too", {"application": "TriageMate", "application-2": "Northchat"}),
    ],
)
def test_a_corrected_name_stands_where_the_wrong_one_stood_and_another_one_beside_it(
    said: str, names: dict[str, str]
) -> None:
    t = answered("application.name", "TriageMate")
    t.tools.reader.stories[said] = {  # type: ignore[attr-defined]
        "application-2.name": ("Northchat", "Northchat"),
        **({"application.alternative": ("yes", said)} if "application-2" not in names else {}),
    }
    ask(t, "governance.policy").say(said)
    chain = t.session.chain
    assert {c: chain.value(f"{c}.name") for c in chain.mentioned("application")} == names
    assert chain.get("application.alternative") is None, "no fallback is concluded from a correction"
    kept = [f.value for f in chain.history.get("application.name", ())]
    assert kept == (["TriageMate"] if "application-2" not in names else [])


def test_beside_another_correction_a_new_name_still_replaces_the_only_one() -> None:
    said = "sorry, I was wrong twice: we are 85 and it is Northchat"
    t = answered("organisation.size", "We are 12", **{"application.name": "TriageMate"})
    t.tools.reader.stories[said] = {  # type: ignore[attr-defined]
        "organisation.size": ("51_to_250", "we are 85"),
        "application-2.name": ("Northchat", "Northchat"),
        "application-2.alternative": ("yes", "it is Northchat"),
    }
    ask(t, "governance.policy").say(said)
    chain = t.session.chain
    assert (chain.value("organisation.size"), chain.value("application.name")) == ("51_to_250", "Northchat")
    assert chain.mentioned("application") == ("application",) and chain.get("application.alternative") is None


def test_a_name_that_is_taken_back_names_nothing_else() -> None:
    said = "TriageMate? No, what was I thinking, it is Northchat"
    t = answered("application.name", "TriageMate")
    t.tools.reader.stories[said] = {"model.name": ("TriageMate", "TriageMate")}  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("application.name") == "Northchat" and t.session.chain.get("model.name") is None


def test_of_two_names_the_one_that_is_denied_is_replaced() -> None:
    said = "it isn't TriageMate, it's Northchat"
    t = answered("application-2.name", "TriageMate", **{"application.name": "Mailbot"})
    t.tools.reader.stories[said] = {"application-3.name": ("Northchat", "Northchat")}  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    chain = t.session.chain
    assert [chain.value(f"{c}.name") for c in chain.mentioned("application")] == ["Mailbot", "Northchat"]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("forget that, we are 85", "51_to_250"),
        ("take that back: 85", "51_to_250"),
        ("undo that. We are 85", "51_to_250"),
        ("ignore what I said about the size, we're 85", "51_to_250"),
        ("12 is wrong, 85 is right", "51_to_250"),
        ("Size: I had it wrong in my head, it is 85", "51_to_250"),
    ],
)
def test_what_is_put_in_the_place_of_what_is_taken_back_is_heard_and_nothing_else_is_lost(
    said: str, value: str
) -> None:
    t = answered("organisation.country", "Ghana")
    ask(t, "organisation.size").say("We are 12")
    t.tools.reader.intents[said] = "undo" if wants_undo(said) else "answer"  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("organisation.size") == value
    assert t.session.chain.value("organisation.country") == "GH"


def test_taking_back_with_a_reason_and_no_other_value_is_an_undo() -> None:
    said = "forget that, my colleague laughs at me"
    t = answered("storage.country", "In Norway")
    t.tools.reader.intents[said] = "correction"  # type: ignore[attr-defined]
    assert t.say(said).intent == "undo" and t.session.chain.get("storage.country") is None


@pytest.mark.parametrize(
    "message",
    [
        "undo",
        "take that back please",
        "could you undo the last one",
        "forget that, I was on the wrong page",
        "oh dear, delete my last answer",
        "scratch that because I pressed the wrong button",
        "Forget what I said about the size.",
    ],
)
def test_an_order_to_take_back_and_nothing_more_wants_an_undo(message: str) -> None:
    assert wants_undo(message) and put_instead(message) is None and not corrects(message)


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("forget that, we are 14", "we are 14"),
        ("delete that. it IS encrypted", "it IS encrypted"),
        ("wait, scratch that - Capgemini", "Capgemini"),
        ("forget what I said about the size we're 60", "we're 60"),
        ("we delete that after two years", None),
        ("remove that model", None),
    ],
)
def test_what_follows_what_is_taken_back_is_found(message: str, rest: str | None) -> None:
    begins = put_instead(message)
    assert not wants_undo(message)
    assert (None if begins is None else message[begins:].strip(" ,.:-")) == rest


@pytest.mark.parametrize(
    ("message", "counts"),
    [
        ("no. sorry, yes", "yes"),
        ("no. i meant yes.", "yes."),
        ("9 → 19", "19"),
        ("9 -> 19", "19"),
        ("No, I misspoke: everyone was trained", "everyone was trained"),
        ("s/Frankfurt/Paris/", "Paris/"),
        ("Kenya, wait, Uganda", "Uganda"),
        ("sorry, no", None),
        ("no wait", None),
        ("the nurses wait until it is back", None),
        ("it is meant for nurses", None),
        ("we are 10-15 people", None),
        ("earlier I said Ghana, sorry, I meant Togo", None),
    ],
)
def test_in_a_short_answer_that_turns_round_what_comes_last_counts(message: str, counts: str | None) -> None:
    at = turned_at(message, yes_or_no=True)
    assert (message[at:] if at else None) == counts


def test_the_no_before_a_turn_answers_only_what_can_be_denied() -> None:
    assert turned_at("no, sorry, it is Togo", yes_or_no=True) and not turned_at("no, sorry, it is Togo", False)


def test_who_turns_round_within_an_answer_sets_no_earlier_answer_right() -> None:
    t = answered("organisation.country", "Kenya")
    ask(t, "storage.country").say("Kenya, wait, Sweden")
    assert t.session.chain.value("organisation.country") == "KE" and t.session.chain.value("storage.country") == "SE"


def test_a_value_can_be_called_wrong_behind_it() -> None:
    for said in ("45 is wrong", "always was too strong", "45? No, 60", "the 45 I gave you was a typo"):
        value = "always" if said.startswith("always") else "45"
        assert called_wrong(said, said.index(value) + len(value)), said
    for said in ("60 is right", "45 is our size", "45 of us"):
        assert not called_wrong(said, 2), said


@pytest.mark.parametrize(
    "message",
    [
        "I must correct myself, it is not in use any more",
        "we exaggerated there",
        "what I said on complaining was too rosy",
        "it was wrongly put by me",
        "the name should read Mwangaza Trust",
        "should have been Llama 3",
        "for Otter read Trint",
        "contrary to what I said at the start, it is a pilot",
        "not through an API as I claimed",
        "come to think of it, there are phone numbers in there",
        "you noted that one of us reads it, that was before the cuts",
        "s/Hetzner/Scaleway/",
        "*LibraBot",
        "so put a yes there",
        "please turn that into a no",
        "I take back the card index",
    ],
)
def test_words_for_having_got_something_wrong_correct(message: str) -> None:
    assert corrects(message)


@pytest.mark.parametrize(
    "message",
    [
        "we make it and we use it",
        "it learns from every correction we make",
        "The other one is for X-rays",
        "not a scrap of paper",
        "If we go we can take back our data",
        "each believes it is the other one",
        "In the wards we make it up as we go",
        "I put a label on it",
    ],
)
def test_words_that_tell_of_the_work_correct_nothing(message: str) -> None:
    assert not corrects(message)


@pytest.mark.parametrize(
    "message",
    [
        "And I should correct, somebody does check it",
        "I must however correct what I said",
        "I ought to rectify something",
        "I need to put one thing right: we are 8",
    ],
)
def test_who_says_that_they_should_correct_does_so(message: str) -> None:
    assert corrects(message)


@pytest.mark.parametrize(
    "message",
    [
        "I have to correct every draft by hand",
        "I told you it is the spellings. Father reads it before it goes out",
        "I need to set it up again",
    ],
)
def test_who_corrects_at_work_or_repeats_what_they_told_does_not(message: str) -> None:
    assert not corrects(message)


@pytest.mark.parametrize("message", ["I said nobody checks", "and I told you, two", "As I said, it helps"])
def test_who_repeats_what_they_told_claims_it(message: str) -> None:
    assert claimed(message)


def test_who_said_it_wrong_claims_nothing() -> None:
    assert not claimed("I said wrong, it is always")


@pytest.mark.parametrize(
    ("said", "further"),
    [
        ("Small correction: my colleague uses Gemini for the news, so two tools.", True),
        ("Correction, there are two different apps: the front desk has Quillo", True),
        ("Correction: I am not the only one, Abiba works with Gemini", True),
        ("Gemini is number two", True),
        ("Correction: the tool is Gemini, not Kora", False),
        ("the two tools are the same", False),
    ],
)
def test_who_counts_several_tools_names_a_further_one_even_where_it_begins_like_a_correction(
    said: str, further: bool
) -> None:
    assert adds(said) is further


def test_a_mere_one_denies_no_number() -> None:
    chain = {"organisation.size": Fact("organisation.size", "known", "11_to_50", "38 people")}
    session = Session(
        "s", "2026-01-01T00:00:00+00:00", (Turn(0), Turn(1, said="38 people", facts=tuple(chain.values())))
    )
    assert not denies_known(session, "We are 60 people in service, and not one has time for this.", str)
    assert denies_known(session, "We are not 38, we are 60.", str)


@pytest.mark.parametrize(
    "said",
    [
        "I must correct you, we carry on.",
        "One thing I said wrong: there are two of them.",
        "Perhaps I was unclear about the copies.",
        "I did not put that well.",
        "You misunderstood me there.",
        "You have got it wrong, it is the school.",
        "And no, to correct the review thing: they read each of them.",
    ],
)
def test_who_says_that_it_was_told_or_taken_wrongly_corrects(said: str) -> None:
    assert corrects(said)


@pytest.mark.parametrize(
    "said",
    [
        "I said the letters are checked.",
        "The rules are unclear to us.",
        "We use it to correct the letters of the pupils.",
        "I did not say that to the supplier.",
        "They misunderstand the letters often.",
    ],
)
def test_what_only_sounds_like_it_corrects_nothing(said: str) -> None:
    assert not corrects(said)


def test_who_qualifies_calls_nothing_wrong() -> None:
    for said in (
        "To be fair, on some days nobody looks.",
        "Let me go back to the size.",
        "It is not that they decide.",
    ):
        assert qualifies(said) and not corrects(said)
    assert not qualifies("They go back to the office at five.") and not qualifies("It is not there.")


def test_who_turns_round_speaks_of_what_was_said_last_and_who_announces_of_something_else() -> None:
    assert turns_round("No wait, it is Norway.") and turns_round("Sorry, in Sweden.")
    assert not turns_round("Sorry, one thing I said wrong: it is Norway.")
    assert not turns_round("Wait, earlier I said Ghana.") and not turns_round("It is in Sweden, sorry.")


@pytest.mark.parametrize(
    ("said", "all_of_it"),
    [
        ("not only farmers", False),
        ("it does not touch the farmers only, the others as well", False),
        ("farmers alone is not complete", False),
        ("not farmers, only children", True),
        ("farmers are not concerned", True),
    ],
)
def test_not_only_denies_that_it_is_all_and_not_the_thing_itself(said: str, all_of_it: bool) -> None:
    at = said.index("farmers")
    assert denies_that_it_is_all(said, at, at + len("farmers")) is not all_of_it


@pytest.mark.parametrize(
    "said",
    [
        "Hm, no. I looked now: they sign.",
        "I went to look: it is not.",
        "We asked the secretary: there is none.",
        "I looked it up, and it is no.",
    ],
)
def test_who_looked_goes_on_with_what_they_found(said: str) -> None:
    at = looked_up_at(said)
    assert at is not None and at > said.index(next(w for w in ("looked", "look", "asked") if w in said))


@pytest.mark.parametrize("said", ["They asked us whether it learns.", "It looked at the form and marked it."])
def test_who_only_asks_or_looks_at_something_found_nothing(said: str) -> None:
    assert looked_up_at(said) is None
