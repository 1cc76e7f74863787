"""A whole part goes, and an answer that is pointed at, only where the message is of them, as it was learnt what messages do to notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import Talk, ask, talk

from vcassist.interview.ports import Touch
from vcassist.interview.removals.removing import Wish
from vcassist.interview.removals.taking_away import _unless_put_right, taken

NAME, PURPOSE = "application.name", "application.purpose"
SECOND = {"application-2.name": "Northchat", "application-2.purpose": "sorts letters"}


def touching(touch: Touch, **more: str) -> Talk:
    t = talk()
    t.know(**more)
    t.know(**{NAME: "Eastchat", PURPOSE: "reads permits", "application.lifecycle": "in_use"})
    t.tools = replace(t.tools, touches=lambda say, asked, notes: [touch for _ in notes])
    return ask(t, "governance.policy")


@pytest.mark.parametrize(("away", "goes"), [(0.98, True), (0.1, False)])
def test_its_name_alone_goes_no_more_easily(away: float, goes: bool) -> None:
    t = touching(Touch(away=away))
    wish = taken(
        t.session, "Eastchat reads permits, throw it away.", "Eastchat reads permits, throw it away.", 7, t.tools
    )
    assert (wish is not None and NAME in wish.components) == goes


def whole_parts(t: Talk, order: str) -> list[str]:
    """What an order takes away whole."""
    wish = taken(t.session, order, order, 7, t.tools)
    return [part for part in wish.components if "." not in part] if wish is not None else []


@pytest.mark.parametrize(("away", "goes"), [(0.98, ["application-2"]), (0.1, [])])
def test_a_part_goes_where_the_message_calls_it_wrong(away: float, goes: list[str]) -> None:
    assert whole_parts(touching(Touch(away=away), **SECOND), "Northchat sorts letters, throw it away.") == goes


def test_without_what_was_learnt_an_order_is_carried_out() -> None:
    t = touching(Touch(), **SECOND)
    t.tools = replace(t.tools, touches=lambda say, asked, notes: ())
    assert whole_parts(t, "Northchat sorts letters, throw it away.") == ["application-2"]


POINTED = "At the beginning I told you that it reads permits in all our teams. That is exaggerated."


@pytest.mark.parametrize(("changes", "goes"), [(0.5, True), (0.01, False)])
def test_what_is_pointed_at_is_put_again_where_the_message_may_be_of_it(changes: float, goes: bool) -> None:
    t = touching(Touch(away=changes))
    t.say(POINTED)
    assert (PURPOSE not in t.session.chain.facts) == goes


BACK = "Scrap what I said on consent. Old ones in the measuring book, well, that was before my time."


@pytest.mark.parametrize(("chance", "instead"), [(0.8, ["partly"]), (0.5, [])])
def test_an_answer_that_is_pointed_at_becomes_what_the_message_answers(chance: float, instead: list[str]) -> None:
    t = touching(Touch(instead=0.7), **{"data.consent": "yes"})
    t.tools = replace(t.tools, answers=lambda say, key: (("partly", chance), ("", 1 - chance)))
    wish = taken(t.session, BACK, BACK, 7, t.tools)
    assert wish is None or [fact.value for fact in wish.instead] == instead
    assert instead == [] or wish is not None


def test_it_stays_where_the_message_touches_another_note() -> None:
    t = touching(Touch(), **{"data.consent": "yes", "data.personal_data": "no"})
    of = {"data.personal_data": Touch(instead=0.9)}
    t.tools = replace(t.tools, touches=lambda say, asked, notes: [of.get(ref, Touch()) for ref, _ in notes])
    wish = taken(t.session, BACK, BACK, 7, t.tools)
    assert wish is None or "data.consent" not in wish.components


OFF = "Delete what you have on how far it is. Since Monday the whole office works with it, all day."


@pytest.mark.parametrize(
    ("touch", "goes"), [(Touch(instead=0.7), False), (Touch(away=0.9), True), (Touch(instead=0.3, away=0.2), True)]
)
def test_an_order_takes_no_answer_away_where_the_message_says_what_is_right_instead(touch: Touch, goes: bool) -> None:
    t = touching(touch)
    wish = _unless_put_right(Wish(("application.lifecycle",), "", ((0, 38),)), OFF, t.session, t.tools)
    assert (wish is not None) == goes
