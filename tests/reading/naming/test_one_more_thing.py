"""A second tool without a name, told beside one that has one, is a tool of its own, and what is told of each stays with it."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.one_more_thing import with_each_by_its_work, with_one_more_thing, with_their_tasks

KORA = fold([Fact("application.name", "known", "Kora")])


def read_of(message: str, *read: tuple[str, str]) -> Reading:
    return Reading(
        tuple(
            Proposal(ref, "known", words, words, 0.9, message.index(words), message.index(words) + len(words))
            for ref, words in read
        ),
        "answer",
    )


def shows(found: Reading, message: str) -> dict[str, Any]:
    assert all(p.quote == message[p.start : p.end] for p in found.proposals)
    return {p.ref: p.value for p in found.proposals}


def assists(words: str) -> Reading:
    at = words.find("answers")
    told = (Proposal("application.decision_role", "known", "assists", "answers", 0.9, at, at + 7),) if at >= 0 else ()
    return Reading(told, "answer")


@pytest.mark.parametrize(
    ("message", "second"),
    [
        ("Kora plans the beds. There is also a chatbot that answers the families.", "chatbot that answers the families"),
        ("Kora plans the beds, and the other one is a bot on our page which answers visitors", "bot on our page which answers visitors"),
        ("Kora plans the beds. oh n theres this route thing w AI from a startup, tells vans where to go", "route thing w AI from a startup, tells vans where to go"),
        ("Kora plans the beds, plus there is a translation tool that our cleaners use", "translation tool that our cleaners use"),
    ],
)  # fmt: skip
def test_it_is_called_by_the_words_that_tell_it(message: str, second: str) -> None:
    read = read_of(message, ("application.name", "Kora"), ("application.purpose", "plans the beds"))
    told = shows(with_one_more_thing(read, message, None, Chain(), assists), message)
    assert told["application-2.purpose"] == second
    assert (told["application.name"], told["application.purpose"]) == ("Kora", "plans the beds")
    assert ("application-2.decision_role" in told) == ("answers" in second)


@pytest.mark.parametrize(
    "message",
    [
        "Kora plans the beds. Other clinics also have a chatbot that answers the families.",
        "Kora plans the beds. Next year we also want a chatbot that answers the families.",
        "Kora plans the beds. We have no chatbot that answers families.",
        "Kora plans the beds. It also has a chatbot that answers the families.",
        "Kora plans the beds. We also have a chatbot called Tala that answers the families.",
        "Kora plans the beds. We also finance a chatbot that answers the families elsewhere.",
        "Kora plans the beds. Should we also have a chatbot that answers the families?",
    ],
)
def test_what_is_planned_denied_others_a_part_or_named_is_none(message: str) -> None:
    read = read_of(message, ("application.name", "Kora"))
    assert with_one_more_thing(read, message, None, Chain(), assists) is read


def test_a_text_of_the_first_ends_where_the_second_begins() -> None:
    message = "Kora plans the beds, and we also have a chatbot that answers families"
    read = read_of(message, ("application.name", "Kora"), ("application.purpose", message[5:]))
    told = shows(with_one_more_thing(read, message, None, Chain(), assists), message)
    assert told["application.purpose"] == "plans the beds"


def test_later_in_the_talk_it_is_one_more_beside_the_only_one() -> None:
    message = "We also have a chatbot that answers families."
    none = Reading((), "answer")
    told = shows(with_one_more_thing(none, message, "data.consent", KORA, assists), message)
    assert told["application-2.purpose"] == "chatbot that answers families"
    # Asked what the tool is for, somebody tells that; and where there are two, nobody knows which is meant.
    assert with_one_more_thing(none, message, "application.purpose", KORA, assists) is none
    two = fold([*KORA.facts.values(), Fact("application-2.name", "known", "Otter")])
    assert with_one_more_thing(none, message, "data.consent", two, assists) is none


def test_each_of_two_has_the_work_that_is_done_with_it() -> None:
    message = "We translate papers with DocuLingua and summarise notes with CaseBrief."
    read = read_of(message, ("application.name", "DocuLingua"), ("application.purpose", "translate papers with DocuLingua and summarise notes"))  # fmt: skip
    told = shows(with_each_by_its_work(read, message, Chain(), assists, lambda name: False), message)
    assert told == {
        "application.name": "DocuLingua", "application.purpose": "translate papers",
        "application-2.name": "CaseBrief", "application-2.purpose": "summarise notes",
    }  # fmt: skip
    assert with_each_by_its_work(read, message, Chain(), assists, lambda name: True) is read


def test_what_a_tool_is_for_may_stand_right_beside_its_name() -> None:
    message = "Kora (letters), for the minutes it's Otter."
    read = read_of(message, ("application.name", "Kora"), ("application-2.name", "Otter"))
    told = shows(with_their_tasks(read, message, Chain()), message)
    assert (told["application.purpose"], told["application-2.purpose"]) == ("letters", "minutes")
    closed = read_of(message, ("application.purpose", "letters)"))
    assert shows(with_their_tasks(closed, message, KORA), message) == {"application.purpose": "letters"}
