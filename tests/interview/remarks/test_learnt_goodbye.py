"""A last sentence of which it was learnt that such ones end the talk: nothing is shut, and who parts twice has gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.interview.phrases import MAY_GO
from vcassist.interview.ports import Wanted
from vcassist.interview.questions.asking import Parts, parts_of
from vcassist.interview.remarks.learnt_goodbye import not_shut, with_learnt_goodbye
from vcassist.interview.session import Awaiting, Session, Turn

GOES = "The head is coming out, stay well."


def learnt(ends: float):
    def wanted(sentence: str, asked: str | None) -> Wanted | None:
        return Wanted("what", 0.01, "", 0.02, ends=ends if sentence == GOES else 0.0)

    return wanted


def parts(
    message: str,
    ends: float = 0.9,
    asked: str = "storage.encrypted",
    states: bool = False,
    before: str = "",
    answers: bool = False,
) -> Parts:
    asks = Awaiting(asked, "question")
    session = Session("s", "", (Turn(0, awaiting=asks), *((Turn(1, said=before, awaiting=asks),) if before else ())))
    return with_learnt_goodbye(Parts(message), message, session, learnt(ends), lambda _: states, lambda _: answers)


def test_what_stands_before_the_goodbye_is_told_and_the_talk_stays_open() -> None:
    found = parts(f"It is encrypted. {GOES}")
    assert found.parts_company
    assert not found.ends
    assert found.tells.strip() == "It is encrypted."


def test_who_parts_twice_has_gone() -> None:
    assert parts(GOES, before=GOES).ends
    assert not parts(GOES, before="It is encrypted.").ends


def test_what_is_read_as_the_answer_parts_nobody() -> None:
    found = parts(GOES, answers=True)
    assert not (found.ends or found.parts_company)
    assert found.tells == GOES


@pytest.mark.parametrize(
    ("message", "ends", "asked", "states"),
    [
        (f"{GOES} And it is encrypted.", 0.9, "storage.encrypted", False),
        (GOES, 0.1, "storage.encrypted", False),
        (GOES, 0.9, "storage.encrypted", True),
        # What happens when the tool is gone is told in words of going.
        (GOES, 0.9, "application.outage_effect", False),
    ],
)
def test_nothing_else_parts(message: str, ends: float, asked: str, states: bool) -> None:
    found = parts(message, ends, asked, states)
    assert not (found.ends or found.parts_company)


def test_who_seems_to_go_is_told_that_they_may_and_the_question_stays() -> None:
    t = ask(talk(), "storage.country")
    t.say("Norway")
    ask(t, "governance.policy")
    t.tools = replace(t.tools, wanted=learnt(0.9))
    turn = t.say(GOES)
    assert not turn.done
    assert any(words in turn.reply for words in MAY_GO)
    assert t.session.asked == "governance.policy"
    assert t.say(GOES).done


@pytest.mark.parametrize(
    ("said", "asked", "shut"),
    [
        ("It does not stay in the country, let us leave it there.", "storage.crosses_border", False),
        ("It stays in the country. Let us leave it there.", "storage.crosses_border", True),
        ("It stays in the country, and now goodbye.", "storage.crosses_border", True),
        ("Let us leave it there.", "storage.crosses_border", True),
    ],
)
def test_a_last_clause_behind_what_is_told_shuts_no_door_unless_it_is_plain(said: str, asked: str, shut: bool) -> None:
    found = not_shut(parts_of(said, asked), said, asked)
    assert found.ends == shut
    assert found.parts_company != shut


@pytest.mark.parametrize("last", ["Leave it.", "just leave it as it is please", "Keep that."])
def test_who_leaves_what_is_noted_leaves_nobody(last: str) -> None:
    asks = Awaiting("application.supplier", "change")
    session = Session("s", "", (Turn(0, awaiting=asks),))
    said = f"No, Karoo Health is right. {last}"
    found = with_learnt_goodbye(
        Parts(said), said, session, lambda sentence, asked: Wanted("what", 0.01, "", 0.02, ends=0.9),
        lambda _: False, lambda _: False,
    )  # fmt: skip
    assert not found.parts_company and not found.ends


def test_who_breaks_off_and_is_back_has_not_gone() -> None:
    said = "Hold on, the boat is hooting, I always wave. Done, I waved."
    found = with_learnt_goodbye(
        parts_of(said, "storage.encrypted"),
        said,
        Session("0" * 16, "t", (Turn(0, awaiting=Awaiting("storage.encrypted")),)),
        lambda sentence, asked: Wanted("what", 0.01, "", 0.02, ends=0.95),
        lambda sentence: False,
        lambda sentence: False,
    )
    assert not found.parts_company and not found.ends
