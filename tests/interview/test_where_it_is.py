"""Where a tool and what is typed into it are, from public records; and questions that only seem to answer."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview import phrases
from vcassist.interview.questions.asked_forms import OTHERS, as_asked_before
from vcassist.interview.questions.asking import asks_whether
from vcassist.interview.questions.beside import _asked_about
from vcassist.interview.questions.known_names import asks_where, where_it_is, who_is
from vcassist.knowledge.register import load_register


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        ("where is Canva's server", "Australia"),
        ("in what country does DeepL keep our texts?", "Germany"),
        ("is our data in America now", "OpenAI"),
        ("does it leave the country?", "OpenAI"),
        ("whose computers does chatgpt run on", "Microsoft"),
        ("where does what we type go?", "OpenAI"),
    ],
)
def test_a_place_that_is_asked_for_is_told_as_far_as_it_is_public(said: str, tells: str) -> None:
    told = where_it_is(said, "ChatGPT", load_register())
    assert asks_where(said) and tells in told.replace("AU", "Australia").replace("DE,", "Germany").replace(
        "DE;", "Germany;"
    )
    assert "public records" in told and phrases.NOT_WHERE in told


def test_of_a_tool_without_a_record_that_is_said() -> None:
    assert where_it_is("is our data in America?", "Lumen", load_register()) == phrases.NO_RECORD.format("Lumen")


@pytest.mark.parametrize(
    "said",
    ["It is in America, I think", "where it goes: ireland", "does not leave the country, it is in Lisbon", "where it is kept nobody of us knows", "Is it down? It is in Sweden."],
)  # fmt: skip
def test_what_tells_a_place_asks_for_none(said: str) -> None:
    assert not asks_where(said)


def test_a_company_is_told_by_its_country() -> None:
    assert "DeepL" in who_is("is DeepL a German company?", load_register())
    assert not who_is("is it a problem?", load_register())


@pytest.mark.parametrize(
    "said",
    ["Do other clinics check?", "how do other town halls do it?", "are we the only ones without rules?", "is that normal for a place like ours", "I guess everybody else has such rules already"],
)  # fmt: skip
def test_what_others_do_is_one_question_whoever_they_are(said: str) -> None:
    assert as_asked_before(said) == OTHERS


@pytest.mark.parametrize(
    "said", ["Most offices have them, we do not.", "do other staff read it?", "can others download it?", "other schools send them to us", "do most clinics see our name?"]
)  # fmt: skip
def test_what_is_told_of_others_is_no_such_question(said: str) -> None:
    assert as_asked_before(said) != OTHERS


def test_a_name_that_is_the_subject_of_a_question_answers_nothing() -> None:
    said = "is DeepL trustworthy"
    assert _asked_about(Fact("application.supplier", "known", "DeepL", "DeepL", start=3, end=8), said)
    assert not _asked_about(Fact("application.supplier", "known", "DeepL", "DeepL", start=6, end=11), "is it DeepL?")
    assert asks_whether("Is what I write private") and not asks_whether("rather private")
