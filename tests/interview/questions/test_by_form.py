"""Questions that a form of words tells surely have one answer each."""

from __future__ import annotations

import pytest

from vcassist.interview import phrases
from vcassist.interview.questions.by_form import answer_by_form
from vcassist.interview.questions.in_other_words import IN_PLAIN
from vcassist.knowledge.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("can ICE get that???", phrases.MAY_BE_TAKEN),
        ("could the police see who is in it?", phrases.MAY_BE_TAKEN),
        ("And what can we do if Darwin goes away?", phrases.ONE_PERSON_LEAVES),
        ("what if our IT guy leaves?", phrases.ONE_PERSON_LEAVES),
        ('what do you mean by "AI"?', phrases.WHAT_AI_IS),
        ("what are weights", phrases.WHAT_WEIGHTS_ARE),
        ("explain the cloud please", phrases.WHAT_A_CLOUD_IS),
    ],
)
def test_it_is_answered(asks: str, told: str) -> None:
    assert answer_by_form(asks, RULES) == told


@pytest.mark.parametrize(
    ("asks", "word"),
    [("Can you write the policy for us?", "one page"), ("could you do the assessment", "assessment")],
)
def test_a_paper_is_not_written_for_them_and_how_to_begin_is_told(asks: str, word: str) -> None:
    told = answer_by_form(asks, RULES)
    assert told.startswith("That I do not write") and word in told


def test_how_training_is_turned_off_is_told() -> None:
    assert answer_by_form("can i turn the training off", RULES).startswith("Switch training")


@pytest.mark.parametrize(
    "asks",
    [
        "can you write the report now?",
        "can the police read this chat?",
        "what if OpenAI goes away?",
        "what is the model of our printer called?",
        "can I turn it off?",
        "what does AI governance mean?",
    ],
)
def test_what_has_no_such_form_is_left_to_others(asks: str) -> None:
    assert answer_by_form(asks, RULES) == ""


@pytest.mark.parametrize(
    ("asks", "said", "told"),
    [
        ("can openai close our account just like that?", "", phrases.MAY_BE_CUT_OFF),
        ("what do u mean cut us off? can they just do that??", "", phrases.MAY_BE_CUT_OFF),
        ("what about Abdi leaving?", "", phrases.ONE_PERSON_LEAVES),
        ("May I ask whether you want both tools, or the one?", "", phrases.EACH_TOOL_IN_TURN),
        ("or have I come to the wrong counter?", "", phrases.RIGHT_HERE),
        ("Is it my fault maybe?", "", phrases.NOT_YOURS_ALONE),
        ("When the project finish they take back the telephone?", "", phrases.WHEN_IT_ENDS),
        ("is there a way to type the full name?", "", phrases.NAME_IT_SO),
        ("Does a flag stay in a kid's record?", "", phrases.IN_A_RECORD),
        ("Is it always this wet where you are?", "", phrases.NO_WEATHER_HERE),
        ("Is it the AI inside?", "", IN_PLAIN["model.name"]),
        ("What is personal data exactly, is that the GDPR?", "", IN_PLAIN["data.personal_data"]),
        ("but careful, what do you mean weights?", "", phrases.WHAT_WEIGHTS_ARE),
        (
            "Should we worry about that?",
            "the list is in a google sheet that the whole team can open",
            phrases.OPEN_TO_ALL,
        ),
    ],
)
def test_each_of_these_forms_has_its_answer(asks: str, said: str, told: str) -> None:
    assert answer_by_form(asks, (), said) == told


@pytest.mark.parametrize(
    ("asks", "said"),
    [
        ("Should we worry about that?", "the list lies in a drawer"),
        ("who closes the account at the end of the month", ""),
        ("is it the fault of the supplier?", ""),
        ("will the report stay in the file?", ""),
        ("is your name in it?", ""),
    ],
)
def test_what_only_sounds_like_them_has_none(asks: str, said: str) -> None:
    assert answer_by_form(asks, (), said) == ""
