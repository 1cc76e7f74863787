"""What was drawn from an answer goes with it when that is set right."""

from __future__ import annotations

from dataclasses import replace

from talks import talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.own_no_longer import without_what_followed
from vcassist.interview.heard import Heard


def set_right(t: Talk, ref: str, value: str, *also: Fact) -> Heard:
    old = t.session.chain.facts[ref]
    new = Fact(ref, "known", value, "the supplier runs it", 0, 20)
    return without_what_followed(Heard((new, *also), ((old, new),)), t.session)


def on_our_premises() -> Talk:
    t = talk()
    t.know(compute__hosting="own_premises", compute__supplier="self")
    return t


def test_machines_are_not_ones_own_that_stand_at_the_suppliers() -> None:
    heard = set_right(on_our_premises(), "compute.hosting", "vendor_managed")
    assert heard.removed == ("compute.supplier",)
    assert "the machines come from yourselves" in heard.reading.note


def test_a_tool_that_a_supplier_built_does_not_come_from_oneself() -> None:
    t = talk()
    t.know(application__sourcing="in_house", application__supplier="self")
    assert set_right(t, "application.sourcing", "vendor").removed == ("application.supplier",)


def test_what_is_still_ones_own_stays() -> None:
    assert set_right(on_our_premises(), "compute.hosting", "device").removed == ()


def test_what_is_said_again_stays() -> None:
    again = Fact("compute.supplier", "known", "Hetzner", "Hetzner", 0, 7)
    assert set_right(on_our_premises(), "compute.hosting", "cloud", again).removed == ()


def test_what_was_told_in_another_message_stays() -> None:
    t = on_our_premises()
    old = replace(t.session.chain.facts["compute.hosting"], turn=4)
    new = Fact("compute.hosting", "known", "cloud", "we rent it", 0, 10)
    assert without_what_followed(Heard((new,), ((old, new),)), t.session).removed == ()


def test_two_parts_that_were_made_one_are_left_alone() -> None:
    t = on_our_premises()
    old = t.session.chain.facts["compute.hosting"]
    new = replace(old, value="cloud")
    merged = Heard((new,), ((old, new),), merged=True)
    assert without_what_followed(merged, t.session) is merged
