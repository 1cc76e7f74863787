"""The talk as a person meets it: corrections without names, half answers, sighs, pages, days in between. Told through a plain reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from worlds import Talk, rule

from vcassist.chain.facts import Chain, Fact, checked_value, field_of
from vcassist.chain.fields import FIELDS
from vcassist.interview import phrases
from vcassist.interview.interviewer import ask_again, reminder
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Awaiting, Turn, session_as_json, session_from_json

COUNTRIES = {
    "Ghana": "GH",
    "Togo": "TG",
    "Kenya": "KE",
    "Sweden": "SE",
    "Norway": "NO",
    "Ireland": "IE",
    "Belgium": "BE",
}
YESNO = {"yes": "yes", "partly": "partly", "no": "no", "nobody": "no"}
WORDS: Mapping[str, Mapping[str, Any]] = {
    "organisation.country": COUNTRIES, "storage.country": COUNTRIES,
    "organisation.size": {"9": "up_to_10", "12": "11_to_50", "14": "11_to_50", "85": "51_to_250"},
    "application.human_review": {"always": "always", "sometimes": "sometimes", "never": "never"},
    "application.lifecycle": {"every day": "in_use", "on trial": "pilot"},
    "application.affected_people": {"patients": ("patients",), "children": ("children",)},
    "model.name": {"North-4": "North-4"}, "model-2.name": {"Tide": "Tide"}, "model.weights": {"open": "open", "closed": "closed"},
    "model.supplier": {"Northmodel": "Northmodel", "Eastmodel": "Eastmodel"},
    "application.name": {"Northchat": "Northchat", "TriageMate": "TriageMate"},
    **{key: YESNO for key, f in FIELDS.items() if f.type == "yesno"},
}  # fmt: skip
INTENTS = {
    "skip": "skip",
    "undo": "undo",
    "stop": "stop",
    "bye": "other",
    "Nice weather": "other",
    "Guten Tag zusammen": "other",
}


class WordReader:
    """Understands a message only as an answer to what it is read for: the last word of that field that it finds. What else it tells
    must be in ``stories``."""

    def __init__(self, stories: Mapping[str, Mapping[str, Any]] | None = None, **intents: str) -> None:
        self.stories, self.intents = stories or {}, {**INTENTS, **intents}
        self.heard: list[tuple[str, str | None]] = []

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        self.heard.append((message, asked))
        found = dict(self.stories.get(message, {}))
        if asked and asked not in found:
            vocabulary = WORDS.get(field_of(asked).key, {}) | WORDS.get(asked, {})
            places = {w: m.start() for w in vocabulary for m in re.finditer(rf"\b{re.escape(w)}\b", message)}
            if places:
                word = max(places, key=lambda w: places[w])
                found[asked] = (vocabulary[word], word)
        if asked and re.search(r"\bno idea\b", message):
            found[asked] = (None, "no idea")
        proposals = tuple(
            Proposal(ref, "known" if v is not None else "unknown", v, quote, 0.8)
            for ref, (v, quote) in found.items()
            if quote in message
        )
        asks = "question" if message.endswith("?") else "answer"
        return Reading(proposals, self.intents.get(message, asks), note="English only." if "Guten" in message else "")  # type: ignore[arg-type]


def talk(stories: Mapping[str, Mapping[str, Any]] | None = None, rules: Any = None, **session: Any) -> Talk:
    return Talk(WordReader(stories), rules, **session)


def ask(t: Talk, ref: str, manner: str = "question", **more: Any) -> Talk:
    """Makes ``ref`` the question on the table."""
    last = t.session.turns[-1]
    turn = Turn(last.number + 1, reply="…", awaiting=Awaiting(ref, manner, **more))
    t.session = replace(t.session, turns=(*t.session.turns, turn))
    return t


def answered(ref: str, said: str, **known: Any) -> Talk:
    """A talk in which ``ref`` was asked and answered with ``said``."""
    t = talk()
    if known:
        t.know(**known)
    ask(t, ref).say(said)
    assert t.session.chain.get(ref) is not None
    return t


def waits(t: Talk) -> tuple[str, str] | None:
    a = t.session.awaiting
    return (a.ref, a.manner) if a else None


# --- corrections that name nothing ------------------------------------------------------------------------------------
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


def test_the_no_of_a_correction_flips_no_earlier_yes() -> None:
    t = answered("storage.country", "In Norway")
    ask(t, "governance.policy").say("yes")
    t.say("no wait, make that Sweden")
    assert t.session.chain.value("governance.policy") == "yes" and t.session.chain.value("storage.country") == "SE"


def test_the_same_value_again_is_confirmed_and_changes_nothing() -> None:
    t = answered("organisation.size", "We are 12")
    turn = t.say("sorry, no, we are 14 people, not 12")
    assert turn.facts == () and "11 to 50" in turn.reply


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


def test_a_change_that_is_not_understood_leaves_what_stood() -> None:
    t = answered("governance.policy", "yes")
    t.say("I want to change my answer")
    t.say("blah")
    t.say("blah blah")
    assert t.session.chain.value("governance.policy") == "yes"


# --- half answers ---------------------------------------------------------------------------------------------------------
def test_a_half_yes_gets_one_follow_up_and_is_then_partly() -> None:
    t = ask(talk(), "application.tells_people")
    assert t.say("it depends").facts == () and waits(t) == ("application.tells_people", "vague")
    (fact,) = t.say("well, it varies").facts
    assert (fact.value, fact.quote) == ("partly", "well, it varies")


def test_a_shrug_gets_one_follow_up_and_is_then_not_known() -> None:
    t = ask(talk(), "data.consent")
    t.say("hard to say")
    (fact,) = t.say("hm, whatever").facts
    assert (fact.status, fact.value) == ("unknown", None)


def test_a_half_yes_to_a_choice_is_not_known_rather_than_guessed() -> None:
    t = ask(talk(), "application.human_review")
    t.say("it depends")
    (fact,) = t.say("it varies").facts
    assert fact.status == "unknown"


def test_after_a_follow_up_the_persons_own_words_are_taken_for_a_text() -> None:
    t = ask(talk(), "data.description")
    t.say("Letters that families write")
    (fact,) = t.say("Letters that families write.").facts
    assert fact.value == "Letters that families write" == fact.quote


@pytest.mark.parametrize(
    ("said", "name"),
    [("Let's say TownTalk.", "TownTalk"), ("It's called TownTalk, I think", "TownTalk"), ("TownTalk", "TownTalk")],
)
def test_what_is_said_around_a_name_is_not_part_of_it(said: str, name: str) -> None:
    t = ask(talk(), "application.name")
    t.say(said)
    (fact,) = t.say(said).facts
    assert fact.value == name == said[fact.start : fact.end]


@pytest.mark.parametrize("said", ["yes", "no", "ok thanks", "well, maybe"])
def test_politeness_is_never_taken_for_a_name_or_a_choice(said: str) -> None:
    story = {said: {"application.name": (said, said), "application.decision_role": ("decides", said)}}
    for ref in ("application.name", "application.decision_role"):
        t = ask(talk(story), ref)
        t.say(said)
        t.say(said)
        fact = t.session.chain.get(ref)
        assert fact is None or fact.status != "known"


def test_an_answer_in_the_words_that_were_offered_needs_no_reader() -> None:
    t = ask(talk(), "compute.hosting")
    (fact,) = t.say("at the supplier's, as far as I can see").facts
    assert (fact.value, fact.quote) == ("vendor_managed", "at the supplier's")


@pytest.mark.parametrize(
    ("ref", "said", "misread", "value"),
    [
        ("application.decision_role", "it decides", "recommends", "decides"),
        (
            "application.affected_people",
            "Farmers and other citizens in flooded districts",
            ("citizens",),
            ("farmers", "citizens"),
        ),
        ("governance.responsible_person", "Oh yes, we do, that one is sorted", "no", "yes"),
        ("data.consent", "No, we never asked", "yes", "no"),
    ],
)
def test_plain_words_outweigh_a_reader_that_misreads_them(ref: str, said: str, misread: Any, value: Any) -> None:
    t = ask(talk({said: {ref: (misread, said)}}), ref)
    t.say(said)
    assert t.session.chain.get(ref).value == value  # type: ignore[union-attr]


def test_a_yes_that_goes_on_is_left_to_the_reader() -> None:
    said = "Yes in principle, but only when somebody has the time to look at it on the day"
    t = ask(talk({said: {"storage.retention_limit": ("no", said)}}), "storage.retention_limit")
    t.say(said)
    assert t.session.chain.value("storage.retention_limit") == "no"


def test_offered_words_that_are_denied_or_two_at_once_are_no_answer() -> None:
    for said in ("it is not on our premises", "on our premises or in a cloud we rent"):
        assert ask(talk(), "compute.hosting").say(said).facts == ()


def test_one_item_of_a_set_is_followed_by_anything_else_and_no_that_is_all_adds_nothing() -> None:
    story = {"no, that's all": {"application.affected_people": (("staff",), "all")}}
    t = ask(talk(story), "application.affected_people")
    t.say("patients")
    assert waits(t) == ("application.affected_people", "more")
    t.say("no, that's all")
    assert t.session.chain.get("application.affected_people").values == ("patients",)  # type: ignore[union-attr]
    assert t.session.asked != "application.affected_people"


def test_anything_else_can_bring_another_item() -> None:
    t = ask(talk(), "application.affected_people")
    t.say("patients")
    t.say("children too")
    assert t.session.chain.get("application.affected_people").values == ("patients", "children")  # type: ignore[union-attr]


# --- "I told you already" -----------------------------------------------------------------------------------------------------
STORY = "We are a clinic and a nurse always checks it before anybody sees it."


def test_what_was_told_already_is_found_with_an_apology_and_its_own_quote() -> None:
    t = talk()
    t.say(STORY)
    ask(t, "application.human_review")
    turn = t.say("I already told you that")
    (fact,) = turn.facts
    assert (fact.value, fact.turn, STORY[fact.start : fact.end]) == ("always", 1, "always")
    assert re.search("sorry|Forgive", turn.reply) and "“always”" in turn.reply


class Willing(WordReader):
    """Sees an answer on encryption in words that have nothing to do with it, when it is asked for."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if asked == "storage.encrypted" and "half of them" in message:
            return Reading((Proposal(asked, "known", "partly", "half of them", 0.9),), "answer")
        return super().read(message, asked, chain)


def test_what_was_perhaps_told_is_shown_for_a_yes() -> None:
    t = Talk(Willing())
    t.say("There are eighty patients and half of them come from afar.")
    turn = ask(t, "storage.encrypted").say("I already told you")
    assert turn.facts == () and waits(t) == ("storage.encrypted", "confirm") and "“half of them”" in turn.reply
    (fact,) = t.say("yes").facts
    assert (fact.ref, fact.value, fact.source) == ("storage.encrypted", "partly", "confirmed")


def test_that_something_else_was_not_known_is_not_what_was_told() -> None:
    t = ask(talk(), "model.licence")
    t.say("well, I really have no idea of that")
    turn = ask(t, "storage.encrypted").say("I already told you that")
    assert waits(t) == ("storage.encrypted", "again") and "None" not in turn.reply


def test_what_cannot_be_found_is_asked_again_with_an_apology() -> None:
    t = ask(talk(), "storage.encrypted")
    turn = t.say("I already told you that")
    assert turn.facts == () and waits(t) == ("storage.encrypted", "again")
    assert any(words in turn.reply for words in phrases.TOLD_LOST)


def test_told_already_with_the_answer_is_simply_an_answer() -> None:
    t = ask(talk(), "storage.country")
    t.say("I told you before, Sweden")
    assert t.session.chain.value("storage.country") == "SE"


def test_what_do_you_mean_by_that_explains_the_question_and_a_term_is_looked_up() -> None:
    t = ask(talk(), "application.affected_people")
    assert t.say("What do you mean by that?").reply.startswith("I mean whose lives its output touches")
    assert "costs more than staying" in t.say("What do you mean by vendor lock-in?").reply


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


# --- asides -----------------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("you are useless", "skip"),
        ("I had a terrible day, a patient died", "no hurry|Take the time"),
        ("I am not a technical person", "supplier"),
        ("are you a real person?", "program"),
        ("how much longer?", "twenty minutes"),
        ("Nice weather", "AI|no use"),
        ("Guten Tag zusammen", "English"),
        ("can you speak French?", "English"),
    ],
)
def test_asides_are_met_shortly_and_lead_back_to_the_question(said: str, word: str) -> None:
    t = ask(talk(), "application.appeal")
    turn = t.say(said)
    assert re.search(word, turn.reply), turn.reply
    assert turn.facts == () and t.session.asked == "application.appeal" and len(turn.reply.split()) <= 60


def test_a_curse_or_a_sigh_answers_nothing_even_if_a_reader_thinks_so() -> None:
    for said in ("this is a stupid question", "I had a terrible day, no really", "the cat sat on my keyboard"):
        t = Talk(WordReader({said: {"application.appeal": ("no", said)}}, **{"the cat sat on my keyboard": "other"}))
        ask(t, "application.appeal").say(said)
        assert t.session.chain.get("application.appeal") is None


def test_somebody_in_danger_is_asked_nothing() -> None:
    turn = ask(talk(), "application.appeal").say("I want to die")
    assert "emergency" in turn.reply and "?" not in turn.reply and not turn.done


def test_who_wanders_off_twice_is_offered_to_skip_or_stop() -> None:
    t = ask(talk(), "application.appeal")
    t.say("Nice weather")
    assert "stop" in t.say("Nice weather").reply


def test_a_greeting_is_greeted() -> None:
    turn = talk().say("Hello")
    assert turn.reply.startswith("Hello") and turn.awaiting is not None


def test_the_wish_to_stop_stops_though_a_reader_missed_it() -> None:
    turn = ask(talk(), "application.appeal").say("I am tired, can we stop now?")
    assert turn.done and turn.intent == "stop"


@pytest.mark.parametrize("intent", ["stop", "skip", "undo"])
def test_an_answer_that_a_reader_takes_for_a_wish_to_end_skip_or_undo_is_an_answer(intent: str) -> None:
    t = Talk(WordReader(**{"it stops, I should say": intent}))
    t.know(governance__policy="yes")
    turn = ask(t, "application.outage_effect").say("it stops, I should say")
    assert t.session.chain.value("application.outage_effect") == "stops" and not turn.done
    assert t.session.chain.value("governance.policy") == "yes", "nothing was taken back"


def test_a_goodbye_after_the_end_is_a_goodbye_and_no_second_summary() -> None:
    t = talk()
    first = t.say("stop").reply
    second = t.say("bye")
    assert second.done and second.reply != first and len(second.reply.split()) < 20


def test_somebody_who_knows_nothing_technical_is_not_asked_twice_for_it() -> None:
    t = ask(talk(), "model.weights")
    (fact,) = t.say("I know nothing about computers").facts
    assert (fact.ref, fact.status) == ("model.weights", "unknown")


def test_the_letter_to_the_supplier_is_mentioned_once() -> None:
    t, told = talk(), 0
    for ref in ("model.weights", "model.licence", "storage.encrypted", "storage.country", "compute.country"):
        told += "letter to your supplier" in ask(t, ref).say("no idea").reply
    assert told == 1


# --- public knowledge ---------------------------------------------------------------------------------------------------------------
def offered() -> Talk:
    """The model was named; public records on it are offered."""
    reads_both = {"all": [{"field": "weights", "is": "closed"}, {"predicate": "developer_abroad"}]}
    t = talk(rules=(rule("abroad", reads_both, "model"),))
    t.know(application__name="X", application__purpose="y", organisation__sector="health", organisation__country="KE")
    ask(t, "model.name").say("North-4")
    for _ in range(60):
        if t.session.awaiting and t.session.awaiting.manner == "confirm":
            return t
        t.say("skip")
    raise AssertionError("nothing was offered")


def test_what_public_records_say_of_one_thing_is_confirmed_with_one_yes() -> None:
    t = offered()
    both = dict(t.session.awaiting.offered)  # type: ignore[union-attr]
    assert both == {"model.supplier": "Northmodel", "model.weights": "closed"}
    turn = t.say("yes, that is so")
    assert {f.ref: f.value for f in turn.facts} == both and {f.source for f in turn.facts} == {"confirmed"}
    assert {f.quote for f in turn.facts} == {"yes"}


def test_a_part_of_it_can_be_confirmed_by_name() -> None:
    t = offered()
    turn = t.say("Northmodel, the rest I don't know")
    assert {f.ref: f.value for f in turn.facts} == {"model.supplier": "Northmodel"}
    assert session_from_json(session_as_json(t.session)) == t.session


def test_a_yes_with_a_difference_takes_the_difference() -> None:
    t = offered()
    asked = t.session.asked
    assert asked is not None
    other = {"model.supplier": "Eastmodel", "model.weights": "open"}[asked]
    facts = {f.ref: f.value for f in t.say(f"yes, but {other}").facts}
    assert facts[asked] == other and len(facts) == 2


def test_a_no_that_a_reader_takes_for_the_offered_value_is_a_no() -> None:
    t = offered()
    said = "no sorry, that was about another one"
    t.tools.reader.stories[said] = {str(t.session.asked): (t.session.awaiting.new, "no")}  # type: ignore[attr-defined,union-attr]
    assert t.say(said).facts == ()


def test_a_no_refuses_all_of_it_and_it_is_not_offered_again() -> None:
    t = offered()
    turn = t.say("no")
    assert turn.facts == () and set(turn.refused) == {"model.supplier", "model.weights"}
    for _ in range(40):
        assert not (waits(t) and waits(t)[1] == "confirm" and waits(t)[0] in turn.refused)  # type: ignore[index]
        t.say("skip")


# --- contradictions -------------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("decides", "value"),
    [
        ("Sweden", "SE"),
        ("Norway is right", "NO"),
        ("the first", "NO"),
        ("the second one", "SE"),
        ("hm", "NO"),
        ("what I said first, Norway", "NO"),
    ],
)
def test_a_contradiction_is_decided_in_many_words_and_asked_once(decides: str, value: str) -> None:
    t = Talk(WordReader({"by the way it is kept in Sweden": {"storage.country": ("SE", "Sweden")}}))
    ask(t, "storage.country").say("Norway")
    ask(t, "governance.policy")
    turn = t.say("by the way it is kept in Sweden")
    assert waits(t) == ("storage.country", "conflict") and "“Norway”" in turn.reply and "“Sweden”" in turn.reply
    t.say(decides)
    assert t.session.chain.value("storage.country") == value
    assert t.session.awaiting is None or t.session.awaiting.manner != "conflict"


# --- the whole -----------------------------------------------------------------------------------------------------------------------
def test_a_question_that_was_passed_over_for_something_else_is_asked_once_more_and_then_left() -> None:
    story = {f"we keep it in {c}": {"storage.country": (code, c)} for c, code in COUNTRIES.items()}
    t = ask(talk(story), "governance.policy")
    turn = t.say("we keep it in Sweden")
    assert waits(t) == ("governance.policy", "again") and "SE" in turn.reply
    story_two = {"the purpose is x": {"application.purpose": ("x", "x")}}
    t.tools.reader.stories |= story_two  # type: ignore[attr-defined]
    t.say("the purpose is x")
    assert t.session.asked != "governance.policy"


def test_further_components_are_asked_about_by_name() -> None:
    story = {
        "We use Northchat and Tide": {
            "application.name": ("Northchat", "Northchat"),
            "application-2.name": ("Tide", "Tide"),
        }
    }
    t = talk(story)
    turn = t.say("We use Northchat and Tide")
    assert "Northchat" in turn.reply and "Tide" in turn.reply
    asked = set()
    for _ in range(60):
        if t.session.awaiting and t.session.asked.startswith("application"):  # type: ignore[union-attr]
            name = "Tide" if t.session.asked.startswith("application-2") else "Northchat"  # type: ignore[union-attr]
            assert re.search(f"(About|for) {name}:", t.session.turns[-1].reply)
            asked.add(t.session.asked)
        t.say("skip")
    assert {"application.appeal", "application-2.appeal"} <= asked


def test_after_days_the_reply_begins_with_two_lines_on_where_we_were() -> None:
    clock = ["2026-11-24T10:00:00+00:00"]
    t = Talk(WordReader())
    t.tools = replace(t.tools, now=lambda: clock[0])
    t.know(application__name="TriageMate", application__purpose="sort cases")
    ask(t, "governance.policy")
    t.session = replace(t.session, turns=(*t.session.turns[:-1], replace(t.session.turns[-1], at=clock[0])))
    clock[0] = "2026-11-27T09:00:00+00:00"
    reply = t.say("no").reply
    assert (
        reply.startswith("Welcome back. Last time we spoke about TriageMate (“sort cases”).")
        and "2 things are noted" in reply
    )
    clock[0] = "2026-11-27T09:01:00+00:00"
    ask(t, "data.consent")
    t.session = replace(t.session, turns=(*t.session.turns[:-1], replace(t.session.turns[-1], at=clock[0])))
    assert "Welcome back" not in t.say("no").reply


def test_who_comes_back_is_reminded_of_the_question_in_short() -> None:
    t = ask(talk(), "governance.policy")
    turn = reminder(t.session, t.tools)
    assert turn.awaiting == t.session.awaiting and "written rules" in turn.reply and not turn.facts


def test_the_budget_is_the_persons_time_and_not_the_number_of_answers() -> None:
    now = [0]
    t = Talk(WordReader(), minutes=10)
    t.tools = replace(t.tools, now=lambda: f"2026-11-24T10:{now[0] // 60:02}:{now[0] % 60:02}+00:00")
    t.session = replace(t.session, turns=(replace(t.session.turns[0], at=t.tools.now()),))
    answers = 0
    while not t.session.done and answers < 60:
        now[0] += 20
        t.say("skip")
        answers += 1
    assert 28 <= answers <= 31 and "time is up" in t.session.turns[-1].reply


def test_progress_is_told_now_and_then_with_the_time_that_is_left() -> None:
    t = talk(minutes=20)
    told = [t.say("skip").reply for _ in range(14)]
    progress = [r for r in told if "covered" in r]
    assert 1 <= len(progress) <= 3 and all("of your 20 minutes left" in r and "risk" in r for r in progress)


def test_the_close_names_what_was_found_what_is_open_and_what_goes_to_the_supplier() -> None:
    t = talk()
    ask(t, "model.weights").say("no idea")
    t.know(storage__encrypted="no")
    reply = t.say("stop").reply
    assert (
        "1 risk can be named" in reply and "cannot be decided yet" in reply and "1 question for your supplier" in reply
    )
    assert "report is ready" in reply and len(reply.split()) <= 60


def test_every_fact_keeps_a_quote_of_the_turn_that_it_names() -> None:
    t = talk()
    t.say(STORY)
    ask(t, "storage.country").say("In Norway")
    t.say("sorry, make that Sweden")
    ask(t, "application.human_review").say("I already told you that")
    ask(t, "data.consent").say("it depends")
    t.say("it varies")
    said = {turn.number: turn.said for turn in t.session.turns}
    assert len(t.session.facts) >= 4
    for fact in t.session.facts:
        assert said[fact.turn][fact.start : fact.end] == fact.quote != "", fact


def test_checked_values_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever way a value came in, it fits its field."""
    t = answered("model.weights", "open")
    t.say("no, the other one")
    for fact in t.session.facts:
        if fact.status == "known":
            assert isinstance(fact, Fact) and checked_value(fact.ref, fact.value) == fact.value
