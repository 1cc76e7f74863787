"""A supplier that was bought has a new name; the tool keeps its own."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.parts.peoples import without_peoples
from vcassist.interview.remarks.cries import cries


def after(said: str) -> Talk:
    t = talk()
    t.know(application__name="HemoVista", application__supplier="Vetlab Iberia")
    ask(t, "governance.policy").say(said)
    return t


@pytest.mark.parametrize(
    "said",
    [
        "Vetlab Iberia is now bought by the Germans, since October, it is called Idexa.",
        "Vetlab Iberia has been renamed, it is now called Idexa",
        "Vetlab Iberia merged with a Danish firm, the new name is Idexa",
    ],
)
def test_the_new_name_is_the_suppliers(said: str) -> None:
    chain = after(said).session.chain
    assert (chain.value("application.supplier"), chain.value("application.name")) == ("Idexa", "HemoVista")


@pytest.mark.parametrize(
    "said", ["Vetlab Iberia was bought, and HemoVista is called Nova now", "Vetlab Iberia was bought last year"]
)
def test_where_the_supplier_has_no_new_name_it_keeps_its_own(said: str) -> None:
    assert after(said).session.chain.value("application.supplier") == "Vetlab Iberia"


@pytest.mark.parametrize(
    ("said", "name", "kept"),
    [
        ("bought by the Germans", "Germans", 0),
        ("made by Germans Ltd", "Germans Ltd", 1),
        ("from Boston Titans", "Boston Titans", 1),
    ],
)
def test_a_people_is_no_name(said: str, name: str, kept: int) -> None:
    start = said.index(name)
    fact = Fact("application.supplier", "known", name, name, start, start + len(name))
    assert len(without_peoples((fact,), said)) == kept


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("We are not the bank! God forbid. We are farmers.", ["God forbid"]),
        ("God forbid.", []),
        ("Our God is great and we pray daily.", []),
    ],
)
def test_a_cry_is_found_beside_what_is_told(said: str, found: list[str]) -> None:
    assert [said[a:b] for a, b in cries(said)] == found
