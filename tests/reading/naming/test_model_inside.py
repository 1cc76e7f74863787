"""A product and the model in it, told in one breath, are one model; two that are told apart are two."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.model_inside import by_the_model_inside, with_the_known_model
from vcassist.reading.naming.names import NameFinder

REGISTER = load_register()
FINDER = NameFinder(REGISTER)


def models(message: str, *named: str) -> list[str]:
    proposals = [Proposal("model.name", "known", n, n, 0.8, message.index(n), message.index(n) + len(n)) for n in named]
    return [p.quote for p in by_the_model_inside(proposals, message, FINDER.find(message), REGISTER)]


@pytest.mark.parametrize(
    ("message", "named", "expected"),
    [
        ("It is ChatGPT that answers, with GPT-4o mini under it", ("ChatGPT", "GPT-4o mini"), ["GPT-4o mini"]),
        ("GPT-4o, so ChatGPT", ("GPT-4o", "ChatGPT"), ["GPT-4o"]),
        ("behind it is Gemini (Gemini 1.5 Pro)", ("Gemini",), ["Gemini 1.5 Pro"]),
    ],
)
def test_the_model_in_a_product_is_the_model(message: str, named: tuple[str, ...], expected: list[str]) -> None:
    assert models(message, *named) == expected


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("ChatGPT for the posters, GPT-4o for the phone", ("ChatGPT", "GPT-4o")),
        ("Both ChatGPT, GPT-4o", ("ChatGPT", "GPT-4o")),
        ("ChatGPT and GPT-4o", ("ChatGPT", "GPT-4o")),
        ("ChatGPT in front, Mistral Large in the cellar", ("ChatGPT", "Mistral Large")),
    ],
)
def test_two_that_are_told_apart_or_of_two_makers_are_two(message: str, named: tuple[str, ...]) -> None:
    assert models(message, *named) == list(named)


def named(message: str, asked: str = "model.name", *read: Proposal) -> list[object]:
    found = with_the_known_model(Reading(read, "answer"), message, asked, FINDER.find(message), Chain())
    return [p.value for p in found.proposals if p.ref == "model.name"]


@pytest.mark.parametrize(
    "message", ["My nephew put Whisper on the office computer. Free, I'm told.", "Did I not say Whisper?"]
)
def test_the_one_known_model_in_an_answer_is_the_answer(message: str) -> None:
    assert named(message) == ["Whisper"]


@pytest.mark.parametrize(
    "message",
    [
        "It ran on Whisper the first year",
        "It is not Whisper",
        "Is it Whisper?",
        "If it goes I'd use Whisper",
        "Whisper or Llama 3, my nephew put one of them there",
    ],
)
def test_what_was_denied_asked_or_is_one_of_several_is_not(message: str) -> None:
    assert named(message) == []


def test_another_question_is_not_answered_so() -> None:
    assert named("My nephew put Whisper on the office computer.", "application.purpose") == []


@pytest.mark.parametrize(
    "message",
    [
        "My brother put Whisper in it, whatever that is",
        "my cousin has put GPT-4 inside",
        "they say they built Whisper into the app",
    ],
)
def test_a_model_that_was_put_into_the_tool_is_heard_while_something_else_is_asked(message: str) -> None:
    assert len(named(message, "application.tells_people")) == 1


@pytest.mark.parametrize(
    "message",
    [
        "We put Whisper in our neighbours' hands",
        "Did they put Whisper in it?",
        "they never put Whisper in it",
        "Never put Whisper in it",
        "They want to put Whisper in it",
    ],
)
def test_one_that_was_put_elsewhere_or_not_at_all_is_not(message: str) -> None:
    assert named(message, "application.tells_people") == []
