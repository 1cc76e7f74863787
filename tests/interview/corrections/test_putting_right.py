"""Corrections beside whatever is on the table: a contradiction, an offer, another question; asked back where they are not understood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import WordReader, answered, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.corrections.denying import denied, set_put_right
from vcassist.interview.meant import targets
from vcassist.interview.session import Turn


def called_a_correction(t: Talk, said: str) -> Talk:
    t.tools.reader.intents[said] = "correction"  # type: ignore[attr-defined]
    return t


def members(t: Talk) -> tuple[str, ...]:
    fact = t.session.chain.get("application.affected_people")
    return fact.values if fact else ()


def in_contradiction() -> Talk:
    """Northmodel or Eastmodel is open; the size was told before."""
    t = answered("organisation.size", "We are 12", **{"model.supplier": "Northmodel"})
    return ask(t, "model.supplier", "conflict", old="Northmodel", new="Eastmodel")


# --- while a contradiction is open --------------------------------------------------------------------------------------------


def test_something_else_is_set_right_and_the_contradiction_still_waits() -> None:
    t = in_contradiction()
    t.say("wait, we are not 12, we are 85")
    assert t.session.chain.value("organisation.size") == "51_to_250"
    assert waits(t) == ("model.supplier", "conflict")
    t.say("Eastmodel")
    assert t.session.chain.value("model.supplier") == "Eastmodel"


def test_a_contradiction_is_decided_and_something_else_set_right_in_one_message() -> None:
    t = in_contradiction()
    t.say("Eastmodel. And we are not 12 but 85")
    chain = t.session.chain
    assert (chain.value("model.supplier"), chain.value("organisation.size")) == ("Eastmodel", "51_to_250")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("no wait, it is not Northmodel, it's Loner", "Loner"),
        ("neither, it is not Northmodel, it is Loner", "Loner"),
        ("it is not Northmodel", "Eastmodel"),
        ("not Eastmodel", "Northmodel"),
        ("Northmodel is wrong", "Eastmodel"),
    ],
)
def test_to_deny_one_of_two_leaves_the_other_or_a_third(said: str, value: str) -> None:
    t = in_contradiction()
    t.say(said)
    assert t.session.chain.value("model.supplier") == value


def test_where_both_are_denied_and_nothing_is_put_in_their_place_it_is_asked_for() -> None:
    t = in_contradiction()
    t.say("it is not Northmodel and not Eastmodel")
    assert waits(t) == ("model.supplier", "change") and t.session.chain.value("model.supplier") == "Northmodel"


def test_a_name_that_is_said_without_its_legal_form_is_denied_with_it() -> None:
    assert denied("application.supplier", "Rohelabor OÜ", "no wait, it is not Rohelabor, it's Viljandi Vision", str)
    assert not denied("application.supplier", "Rohelabor OÜ", "it is Rohelabor, not Viljandi Vision", str)


# --- beside an offer and "anything else?" -----------------------------------------------------------------------------------


def offered(said_before: str = "In Norway") -> Talk:
    t = answered("organisation.country", "Ghana")
    return ask(t, "model.weights", "confirm", new="closed")


def test_a_no_that_leads_up_to_a_correction_refuses_no_offer() -> None:
    t = offered()
    turn = t.say("No wait, not Ghana, I meant Togo")
    assert t.session.chain.value("organisation.country") == "TG"
    assert turn.refused == () and waits(t) == ("model.weights", "confirm")


def test_a_yes_to_an_offer_and_a_correction_beside_it_both_count() -> None:
    t = offered()
    t.say("Yes. But I was wrong, not Ghana, it is Togo")
    chain = t.session.chain
    assert (chain.value("model.weights"), chain.value("organisation.country")) == ("closed", "TG")


def test_nothing_more_of_a_set_and_a_correction_beside_it_both_count() -> None:
    t = answered("organisation.country", "Ghana", **{"application.affected_people": ("patients",)})
    ask(t, "application.affected_people", "more").say("No, that's all. But it is not Ghana, it's Togo")
    chain = t.session.chain
    assert chain.value("organisation.country") == "TG" and members(t) == ("patients",)


# --- which answer is meant ----------------------------------------------------------------------------------------------------


def test_what_only_a_reader_takes_for_a_correction_sets_right_the_answer_that_its_words_mean() -> None:
    said = "The written rules: I looked and there is nobody who knows of any"
    t = called_a_correction(answered("governance.policy", "yes"), said)
    ask(t, "data.consent").say("partly")
    ask(t, "storage.country").say(said)
    chain = t.session.chain
    assert (chain.value("governance.policy"), chain.value("data.consent")) == ("no", "partly")


def test_what_only_a_reader_takes_for_a_correction_leaves_answers_that_it_does_not_mean() -> None:
    said = "frankly nobody here enjoys Mondays"
    t = called_a_correction(answered("governance.policy", "yes"), said)
    ask(t, "data.consent").say("partly")
    ask(t, "storage.country").say(said)
    assert t.session.chain.value("governance.policy") == "yes" and t.session.chain.value("data.consent") == "partly"


def test_a_correction_that_is_not_understood_is_asked_back() -> None:
    t = answered("governance.policy", "yes")
    turn = ask(t, "data.consent").say("I was wrong about the written rules for AI, it is all different")
    assert waits(t) == ("governance.policy", "change") and turn.facts == ()


def test_what_was_said_just_before_is_set_right_before_what_it_mentions_by_the_way() -> None:
    said = "no no, that was with the children. We are 9 who work here."
    t = answered("application.affected_people", "children")
    ask(t, "organisation.size").say("there are 12 of us")
    t.tools.reader.stories[said] = {"application.affected_people": (("children", "staff"), said)}  # type: ignore[attr-defined]
    t.tools.reader.sure = 0.95  # type: ignore[attr-defined]
    called_a_correction(t, said)
    ask(t, "storage.supplier").say(said)
    assert t.session.chain.value("organisation.size") == "up_to_10" and members(t) == ("children",)


@pytest.mark.parametrize("said", ["9 -> 85, I mean how many we are", "9 → 85", "s/9/85/"])
def test_an_old_value_that_is_turned_into_another_is_set_right_whatever_is_asked(said: str) -> None:
    t = answered("organisation.size", "9")
    t.tools.reader.stories[said] = {"application.affected_people": (("citizens",), said)}  # type: ignore[attr-defined]
    ask(t, "application.affected_people").say(said)
    assert t.session.chain.value("organisation.size") == "51_to_250"
    assert t.session.chain.get("application.affected_people") is None


def test_a_denial_in_an_answer_to_what_is_asked_sets_nothing_else_right() -> None:
    said = "Not in Kenya, no, but they tried it in Ghana"
    t = answered("organisation.country", "Kenya")
    t.tools.reader.stories[said] = {"model.tested_locally": ("no", "no, but they tried it")}  # type: ignore[attr-defined]
    ask(t, "model.tested_locally").say(said)
    assert t.session.chain.value("organisation.country") == "KE"
    assert t.session.chain.value("model.tested_locally") == "no"


def test_a_bare_not_before_a_denied_value_answers_nothing() -> None:
    t = answered("organisation.country", "Kenya")
    ask(t, "governance.policy").say("no, not Kenya. Ghana.")
    assert t.session.chain.value("organisation.country") == "GH" and t.session.chain.get("governance.policy") is None


def test_a_yes_or_no_can_be_ordered() -> None:
    t = answered("governance.policy", "no")
    ask(t, "data.representative").say("I was wrong on the written rules, so put a yes there")
    assert t.session.chain.value("governance.policy") == "yes"


def test_that_an_answer_was_but_a_guess_makes_it_unknown() -> None:
    said = "sorry, I was wrong, about Norway I have no idea where it is stored"
    t = answered("storage.country", "Norway")
    ask(t, "governance.policy").say(said)
    fact = t.session.chain.get("storage.country")
    assert fact is not None and fact.status == "unknown"


@pytest.mark.parametrize(
    ("said", "quote"),
    [("twelve is only the core", "we are 12"), ("12 was wrong", "about twelve of us"), ("no, not 9", "9")],
)
def test_a_number_is_the_same_in_words_and_in_figures(said: str, quote: str) -> None:
    t = answered("organisation.country", "Ghana")
    size = Fact("organisation.size", "known", "11_to_50", quote, 0, len(quote), 1)
    t.session = type(t.session)("s", t.session.created, (*t.session.turns, Turn(9, said=quote, facts=(size,))))
    assert targets(t.session, said, str)[0].fact.ref == "organisation.size" and targets(t.session, said, str)[0].quoted


# --- sets -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said", "value"),
    [
        (("children", "staff"), ("patients",), "not children, patients", ("patients", "staff")),
        (("children", "staff"), ("patients",), "not children, only patients", ("patients",)),
        (("refugees",), ("children",), "children too, I only said refugees: I should add them", ("children",)),
        (("refugees",), ("children",), "children are touched as well", ("children", "refugees")),
        (("children",), ("patients",), "I meant patients", ("patients",)),
        (("children",), ("patients",), "it is children and patients", ("patients", "children")),
    ],
)
def test_a_set_keeps_what_a_correction_does_not_take_away(
    old: tuple[str, ...], new: tuple[str, ...], said: str, value: tuple[str, ...]
) -> None:
    ref = "application.affected_people"
    before, after = (Fact(ref, "known", checked_value(ref, v), "x") for v in (old, new))
    assert set_put_right(before, after, said, str).value == checked_value(ref, value)


def test_a_part_of_a_set_can_be_taken_away() -> None:
    t = answered("organisation.country", "Ghana", **{"application.affected_people": ("patients", "children")})
    ask(t, "governance.policy").say("strike the bit about children")
    assert members(t) == ("patients",)
    assert t.session.chain.value("organisation.country") == "GH"


def test_to_deny_a_part_of_a_set_does_not_say_that_there_is_nobody() -> None:
    said = "not volunteers, they were paid"
    t = answered("organisation.country", "Ghana", **{"labelling.done_by": ("volunteers",)})
    t.tools.reader.stories[said] = {"labelling.done_by": (("nobody",), "not volunteers")}  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    fact = t.session.chain.get("labelling.done_by")
    assert fact is None, "neither nobody nor the volunteers, who were denied: it is open again"


# --- taking back by name --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said", ["please delete what I told you about the size", "scratch the bit about the size", "forget that size line"]
)
def test_what_is_named_is_taken_back_and_not_what_was_said_last(said: str) -> None:
    t = answered("organisation.size", "We are 12")
    ask(t, "organisation.country").say("Ghana")
    t.tools.reader.intents[said] = "undo"  # type: ignore[attr-defined]
    turn = ask(t, "governance.policy").say(said)
    assert t.session.chain.get("organisation.size") is None and t.session.chain.value("organisation.country") == "GH"
    assert "11 to 50" in turn.reply
    t.tools.reader.intents["undo"] = "undo"  # type: ignore[attr-defined]
    t.say("undo")
    assert t.session.chain.value("organisation.size") == "11_to_50"


@pytest.mark.parametrize("said", ["take back what I said about personal data", "undo the answer on encryption"])
def test_where_what_is_named_was_never_noted_nothing_else_is_taken_back(said: str) -> None:
    t = answered("organisation.country", "Ghana", **{"application.name": "Northchat"})
    t.tools.reader.intents[said] = "undo"  # type: ignore[attr-defined]
    turn = ask(t, "governance.policy").say(said)
    assert "nothing noted on that" in turn.reply
    assert t.session.chain.value("organisation.country") == "GH"
    assert t.session.chain.value("application.name") == "Northchat"


def test_where_several_answers_may_be_meant_they_are_named_and_none_is_taken_back() -> None:
    t = answered("organisation.country", "Ghana", **{"data.country": "GH", "storage.country": "IE"})
    said = "please remove the answer on country"
    t.tools.reader.intents[said] = "undo"  # type: ignore[attr-defined]
    turn = ask(t, "governance.policy").say(said)
    assert "more than one answer" in turn.reply and "say which one" in turn.reply
    assert t.session.chain.value("data.country") == "GH" and t.session.chain.value("storage.country") == "IE"


# --- what is told is not thrown away -----------------------------------------------------------------------------------------


def two_tools() -> Talk:
    t = talk()
    t.know(**{"application.name": "Northchat", "application-2.name": "TriageMate"})
    ask(t, "application.human_review").say("always")
    return t


def test_an_answer_to_the_open_question_is_not_thrown_away_to_set_another_tool_right() -> None:
    said = "I said it is only me, so sometimes"
    t = called_a_correction(two_tools(), said)
    ask(t, "application-2.human_review").say(said)
    chain = t.session.chain
    assert (chain.value("application.human_review"), chain.value("application-2.human_review")) == (
        "always",
        "sometimes",
    )


def test_what_is_said_again_with_a_colon_answers_the_open_question() -> None:
    said = "I told you: patients and children"
    t = called_a_correction(answered("organisation.country", "Ghana"), said)
    t.tools.reader.stories[said] = {"application.affected_people": (("patients", "children"), "patients and children")}  # type: ignore[attr-defined]
    ask(t, "application.affected_people").say(said)
    assert members(t) == ("patients", "children")


def test_a_correction_without_a_name_stays_with_the_tool_that_is_spoken_of() -> None:
    said = "I was wrong, it should be sometimes"
    t = two_tools()
    ask(t, "application-2.alternative").say("yes")
    ask(t, "application-2.generates").say(said)
    assert t.session.chain.value("application.human_review") == "always"


def test_a_correction_that_names_the_tool_sets_that_one_right() -> None:
    t = two_tools()
    ask(t, "application-2.alternative").say("yes")
    ask(t, "application-2.generates").say("I was wrong, for Northchat it is sometimes")
    assert t.session.chain.value("application.human_review") == "sometimes"


def test_a_bare_correct_to_an_offer_corrects_nothing() -> None:
    t = called_a_correction(answered("application.human_review", "no idea"), "Correct.")
    ask(t, "model.weights", "confirm", new="closed").say("Correct.")
    fact = t.session.chain.get("application.human_review")
    assert fact is not None and fact.open and t.session.chain.value("model.weights") == "closed"


def test_who_repeats_what_they_said_is_not_asked_which_is_right() -> None:
    said = "I said that nothing whatsoever is measured"
    t = answered("monitoring.performance_tracked", "partly")
    t.tools.reader.stories[said] = {"monitoring.performance_tracked": ("no", "nothing whatsoever is measured")}  # type: ignore[attr-defined]
    turn = ask(t, "governance.policy").say(said)
    assert t.session.chain.value("monitoring.performance_tracked") == "no" and turn.conflicts == ()


def test_a_name_and_a_country_within_the_words_of_a_correction_are_kept() -> None:
    said = "I was wrong, the copies go to Northstore in Norway"
    t = answered("storage.crosses_border", "no")
    t.tools.reader.stories[said] = {  # type: ignore[attr-defined]
        "storage.crosses_border": ("yes", "the copies go to Northstore in Norway"),
        "storage.supplier": ("Northstore", "Northstore"),
        "storage.country": ("NO", "Norway"),
    }
    ask(t, "data.consent").say(said)
    refs = ("storage.crosses_border", "storage.supplier", "storage.country")
    assert [t.session.chain.value(r) for r in refs] == ["yes", "Northstore", "NO"]


# --- numbers ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Correction on the headcount: 12 was last year's payroll, we are 85 now",
        "the 12 is pupils, we are 85 with the drivers",
        "it's not a dozen but 85 of us",
    ],
)
def test_beside_a_number_that_is_called_wrong_the_other_one_counts(said: str) -> None:
    t = answered("organisation.size", "We are 12")
    t.tools.reader.stories[said] = {"organisation.size": ("up_to_10", said[:2])}  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("organisation.size") == "51_to_250"


@pytest.mark.parametrize(
    "said",
    [
        "I said so, the owners have no idea.",
        "Ghana we have told you. About the weather I have no idea, sorry, I was wrong.",
    ],
)
def test_what_is_not_known_is_of_the_answer_that_its_own_sentence_names(said: str) -> None:
    t = answered("organisation.country", "Ghana")
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("organisation.country") == "GH"


def test_the_word_for_a_purpose_is_no_purpose() -> None:
    said = "And it should read better in the purpose."
    t = talk({said: {"application.purpose": ("purpose", "purpose")}})
    t.know(**{"application.purpose": "predicts demand"})
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("application.purpose") == "predicts demand"


def test_an_order_to_mend_it_is_no_name() -> None:
    said = "Sorry, the maker you have is wrong. Fix."
    t = talk({part: {"model.supplier": ("Fix", "Fix")} for part in (said, " Fix.", "Fix.")})
    t.know(**{"model.supplier": "Northmodel"})
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("model.supplier") == "Northmodel"


def test_another_number_in_the_same_band_is_said_back_beside_an_answer() -> None:
    t = talk()
    t.know(application__name="TriageMate", organisation__size="11_to_50")
    turn = ask(t, "governance.policy").say("No. And we are 12, not 14.")
    assert t.session.chain.value("governance.policy") == "no"
    assert "11 to 50" in turn.reply


def test_who_begins_with_what_it_is_about_answers_nothing_else_by_all_of_the_message() -> None:
    said = "Concerning the size: we are 85."
    t = answered("organisation.size", "We are 12", **{"model.supplier": "Northmodel"})
    ask(t, "application.works_offline")
    alone, piece = {"application.works_offline": ("partly", said)}, {"organisation.size": ("51_to_250", "we are 85")}
    t.tools = replace(
        t.tools, reader=WordReader({said: alone, "we are 85.": piece, "Concerning the size: we are": piece})
    )
    t.say(said)
    assert t.session.chain.value("organisation.size") == "51_to_250"
