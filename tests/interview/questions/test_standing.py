"""Questions about the session itself are answered from it: what is noted, what is missing, what is worst, what comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import Talk, rule

from vcassist.chain.fields import FIELDS
from vcassist.interview import phrases
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.standing import Standing
from vcassist.interview.session import Turn

PLACES = {
    "what have you noted": "{noted}",
    "what have you noted about Lumo": "{noted}",
    "what do you have on Tide": "{noted}",
    "have you got our country": "{noted}",
    "what have you noted so far": "{noted}",
    "list what you have noted": "{noted}",
    "And Lumo, is it on your list?": "{noted}",
    "is it on your list?": "{noted}",
    "what is missing": "{missing}",
    "what is the worst so far": "{worst}",
    "what should we do first": "{first}",
    "did you get the northern clinics?": "{noted}",
    "show me what you have recorded": "{noted}",
    "which tool do you mean": "{tool}",
    "how far are we with it": "{progress}",
}
NO_FALLBACK = rule(
    "no-fallback",
    {"all": [{"field": "outage_effect", "is": "stops"}, {"field": "alternative", "is": "no"}]},
    "application",
    title="No fallback",
    statement="The service stops with its tool.",
    mitigations=[{"do": "Plan it.", "first_step": "Write down the way by hand.", "effort": "low", "who": "You."}],
)


def about(question: str) -> OfTheTalk | None:
    place = next((PLACES[q] for q in PLACES if q.rstrip("?") == question.rstrip("?")), None)
    return OfTheTalk("standing", place) if place else OfTheTalk("", "", -0.5)


def standing(**known: str) -> Talk:
    t = talk(rules=(NO_FALLBACK,))
    t.tools = replace(t.tools, about=about)
    t.know(**known)
    return ask(t, "application.alternative")


def two_tools() -> Talk:
    return standing(application__name="Lumo", application__purpose="letters", organisation__country="KE")


def said(t: Talk, question: str) -> str:
    turn = t.say(question)
    assert not turn.facts, turn
    assert len(turn.reply.split()) <= 80 and "{" not in turn.reply
    return turn.reply


def test_what_is_noted_is_read_out_and_shown_where_it_stands() -> None:
    reply = said(two_tools(), "what have you noted")
    assert "3 answers" in reply and "Lumo" in reply and "the list" in reply


def test_what_is_noted_of_a_tool_is_read_out_by_its_name() -> None:
    reply = said(two_tools(), "what have you noted about Lumo?")
    assert reply.startswith("On Lumo I have:") and "letters" in reply and "Kenya" not in reply


def test_what_is_noted_on_a_matter_is_read_out_alone() -> None:
    reply = said(two_tools(), "have you got our country?")
    assert "KE" in reply and "letters" not in reply


@pytest.mark.parametrize(
    "question",
    [
        "what have you noted on hosting?",
        "Which of my statements have you recorded for hosting?",
        "can I see what you noted on hosting?",
    ],
)
def test_what_is_noted_on_a_part_of_the_chain_is_read_out_or_that_it_is_nothing(question: str) -> None:
    assert "I have noted nothing so far on “hosting”" in said(two_tools(), question)
    t = two_tools()
    t.know(storage__country="IE")
    reply = said(t, question)
    assert "stored in" in reply and "letters" not in reply


def test_who_wants_the_list_hears_all_of_it() -> None:
    t = two_tools()
    t.know(organisation__size="11_to_50", governance__policy="yes", application__generates="text")
    assert " more" not in said(t, "list what you have noted")


def test_a_name_before_the_question_is_what_it_asks_for() -> None:
    assert "On Lumo I have:" in said(two_tools(), "And Lumo, is it on your list?")


@pytest.mark.parametrize("question", ["what do you have on Tide?", "and where is tide?"])
def test_of_a_tool_that_is_not_noted_that_is_said_and_how_to_add_it(question: str) -> None:
    t = two_tools()
    last = t.session.turns[-1]
    told = Turn(last.number + 1, said="We use Lumo and Tide.", reply="…", awaiting=last.awaiting)
    t.session = replace(t.session, turns=(*t.session.turns, told))
    assert "nothing on Tide" in said(t, question)


def test_where_something_is_that_nobody_named_is_no_question_about_the_list() -> None:
    assert "nothing on" not in two_tools().say("and where is heaven?").reply


def test_before_anything_is_noted_that_is_said() -> None:
    assert "Nothing is noted yet" in said(standing(), "what have you noted")


def test_the_gravest_risk_is_told_with_its_severity() -> None:
    t = standing(application__outage_effect="stops", application__alternative="no")
    assert "“No fallback”" in said(t, "what is the worst so far?")


def test_to_have_found_nothing_yet_is_no_all_clear() -> None:
    assert "no all-clear" in said(standing(application__name="Lumo"), "what is the worst so far?")


def test_the_first_step_is_the_one_against_the_gravest_risk() -> None:
    t = standing(application__outage_effect="stops", application__alternative="no")
    assert "Write down the way by hand." in said(t, "what should we do first?")
    assert "No risk can be named" in said(standing(application__name="Lumo"), "what should we do first?")


def test_what_is_missing_is_what_risks_wait_for() -> None:
    reply = said(standing(application__name="Lumo"), "what is missing?")
    assert "1 risk cannot be decided" in reply and "a fallback" in reply


def test_which_tool_is_meant_is_told_by_its_name() -> None:
    assert "I mean Lumo." in said(two_tools(), "which tool do you mean?")
    assert "I mean Lumo." in said(two_tools(), "do you mean Lumo?")


def test_of_which_tool_s_data_is_spoken_is_told_where_there_are_two() -> None:
    t = two_tools()
    t.know(**{"application-2.name": "Tide"})
    reply = said(ask(t, "data.personal_data"), "which tool do you mean?")
    assert "of Lumo" in reply and "tell me both" in reply


def test_how_far_it_is_tells_the_minutes_left() -> None:
    t = talk(minutes=20)
    t.tools = replace(t.tools, about=about)
    t.know(application__name="Lumo")
    assert "of your 20 minutes left" in said(ask(t, "application.alternative"), "how far are we with it?")


def test_the_name_of_a_tool_does_not_hide_what_is_asked_of_the_talk() -> None:
    asked: list[str] = []

    def nameless(question: str) -> OfTheTalk | None:
        asked.append(question)
        return OfTheTalk("noted", "{noted}") if question.startswith("what is there on it") else OfTheTalk("", "", -0.5)

    t = two_tools()
    t.tools = replace(t.tools, about=nameless)
    assert "On Lumo I have:" in t.say("what is there on Lumo?").reply
    assert "what is there on it?" in asked


def test_can_you_do_that_asks_for_what_was_wished_before() -> None:
    def wishes(question: str) -> OfTheTalk | None:
        return OfTheTalk("leave_out", "So it is left out.") if "out of it" in question else OfTheTalk("", "", -0.5)

    t = two_tools()
    t.tools = replace(t.tools, about=wishes)
    assert "So it is left out." in t.say("I want that sentence kept out of it. Can you do that?").reply


def test_a_short_clause_asks_about_its_sentence_where_that_is_not_about_the_talk() -> None:
    def first(question: str) -> OfTheTalk | None:
        return OfTheTalk("first", "{first}") if question.startswith("what can I do") else OfTheTalk("", "", -0.3)

    t = two_tools()
    t.tools = replace(t.tools, about=first)
    assert "No risk can be named" not in t.say("We fear vendor lock-in, what can I do?").reply
    assert "No risk can be named" in t.say("what can I do?").reply


def test_what_was_told_and_not_noted_is_said_in_the_person_s_words() -> None:
    t = standing(application__name="Lumo")
    last = t.session.turns[-1]
    told = Turn(last.number + 1, said="The reminders know who is on ARVs, you see.", reply="…", awaiting=last.awaiting)
    session = replace(t.session, turns=(*t.session.turns, told))
    stands = Standing(session, "", session.chain, (NO_FALLBACK,), lambda: (), lambda: "")
    reply = stands.noted("did you note who is on ARVs?")
    assert "The reminders know who is on ARVs" in reply
    assert "noted nothing" in reply
    assert "noted nothing" not in stands.noted("did you note the weather in Leeds?")


def test_one_word_of_several_is_not_what_is_asked_for() -> None:
    t = standing(application__name="Lumo", application__purpose="reminders for the northern clinics")
    assert "northern clinics" in said(t, "did you get the northern clinics?")


def test_who_wants_to_see_what_is_recorded_sees_all_of_it() -> None:
    known = {f"governance__{name}": "no" for name in ("policy", "staff_trained", "people_consulted", "exit_clause", "impact_assessment")}  # fmt: skip
    t = standing(application__name="Lumo", **known)
    turn = t.say("show me what you have recorded")
    assert " more" not in turn.reply


def test_what_was_only_counted_is_read_out() -> None:
    reply = said(two_tools(), "You said 3 more things, what are those?")
    assert "Lumo; “letters”; KE" in reply


def test_models_are_told_with_what_is_noted_of_each_and_a_part_by_its_number() -> None:
    t = standing(application__name="Lumo", model__name="North-4", model__access="api")
    assert "The model that I have is North-4" in said(t, "Which models have you noted?")
    assert "over the network" in said(t, "Show me what you have for model 1")


def test_where_a_note_comes_from_is_told_in_the_words_of_the_person() -> None:
    t = talk(rules=(NO_FALLBACK,))
    ask(t, "organisation.size").say("we are 12 with the cook")
    assert (
        "12 with the cook" in ask(t, "application.alternative").say("Where did you get our size from by the way?").reply
    )
    assert t.session.chain.value("organisation.size") == "11_to_50"


def test_a_topic_is_told_with_the_name_of_the_only_tool() -> None:
    t = standing(application__name="Lumo")
    assert "how you watch over Lumo." in said(ask(t, "monitoring.incident_process"), "which tool do you mean")


def test_who_wants_all_that_is_open_gets_more_than_three() -> None:
    t = standing(application__name="Lumo")
    few, many = (t.say(said).reply for said in ("What is missing?", "what is missing? list everything"))
    assert "It would help most to learn about" in few
    assert "What most waits for" in many and "stands in the report" in many


def test_a_tool_and_its_model_of_one_name_are_named_once() -> None:
    t = two_tools()
    t.know(model__name="Lumo", model__access="self_hosted")
    reply = said(t, "what have you noted about Lumo")
    assert "On Lumo I have: " in reply and "Lumo and Lumo" not in reply and "; Lumo" not in reply


def test_many_answers_are_told_in_short_unless_all_of_them_are_wanted() -> None:
    fields = [key for key, spec in FIELDS.items() if spec.type == "yesno"][:20]
    t = standing(**dict.fromkeys(fields, "yes"), application__name="Lumo")
    short, whole = (Standing(t.session, said, t.session.chain, (), tuple, str).noted(said) for said in ("what have you noted", "read all of it, every answer"))  # fmt: skip
    assert len(short.split()) < 60 < len(whole.split())
    assert phrases.ALL_OF_IT in short
