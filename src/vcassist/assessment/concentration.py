"""Concentration of suppliers as a Herfindahl-Hirschman Index (HHI), direct and ultimate, with the shares listed.

HHI is the sum of the squared shares in per cent: 10,000 when one stands behind everything, near 0 when many share.
Source of the formula: U.S. Department of Justice and Federal Trade Commission, Merger Guidelines, 2023, guideline 1.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.register import Register
from vcassist.assessment.suppliers import SUPPLIER_KINDS
from vcassist.chain.facts import Chain

OWNED_BY = frozenset({"owned_by"})


@dataclass(frozen=True, slots=True)
class Concentration:
    """``shares`` maps a name to its share (0 to 1) of the components whose supplier is known; ``hhi`` is 0 to 10,000."""

    hhi: int
    shares: dict[str, float]

    def as_json(self) -> dict[str, Any]:
        return {"hhi": self.hhi, "shares": dict(self.shares)}


def of_counts(counts: Counter[str]) -> Concentration:
    """The index of a count of components by name."""
    total = sum(counts.values())
    if not total:
        return Concentration(0, {})
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    hhi = round(sum((100 * n / total) ** 2 for _, n in ordered))
    return Concentration(hhi, {name: round(n / total, 4) for name, n in ordered})


def known_suppliers(chain: Chain, register: Register) -> list[tuple[str, str]]:
    """(component, canonical supplier name or "self") for every component whose supplier is known."""
    found = []
    for component in chain.all_components():
        name = chain.value(f"{component}.supplier") if component.partition("-")[0] in SUPPLIER_KINDS else None
        if name:
            found.append((component, register.canonical(name)))
    return found


def direct(chain: Chain, register: Register) -> Concentration:
    """Who the components' suppliers are; the organisation itself counts as "self"."""
    return of_counts(Counter(name for _, name in known_suppliers(chain, register)))


def ultimate_owner(name: str, register: Register) -> str:
    """The head of the group that a supplier belongs to, by the register's owned_by edges."""
    known = register.supplier(name)
    if known is None:
        return name
    above = register.upstream(known.id, OWNED_BY)
    top = list(above)[-1] if above else known.id
    return register.suppliers[top].name


def ultimate(chain: Chain, register: Register) -> Concentration:
    """The same by the head of each supplier's group."""
    return of_counts(
        Counter(
            name if name == "self" else ultimate_owner(name, register) for _, name in known_suppliers(chain, register)
        )
    )


def concentration(chain: Chain, register: Register) -> dict[str, Any]:
    """``{"direct": {"hhi", "shares"}, "ultimate": {…}}``."""
    return {"direct": direct(chain, register).as_json(), "ultimate": ultimate(chain, register).as_json()}
