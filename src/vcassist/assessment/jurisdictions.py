"""The countries that the data and the service pass through, as told by the person or known of a supplier by the register. Pure.

Data passes where it is collected, labelled, stored and processed, and stands under the law of those who hold it. The service passes
where its machines stand, and under the law of its suppliers and of those on whom they rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.concentration import Concentration, known_suppliers, of_counts
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, kind_of

# Regulation (EU) 2016/679 applies across the European Economic Area: EU member states, Iceland, Liechtenstein and Norway.
EEA = frozenset({
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV",
    "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "EU",
})  # fmt: skip
BLOC = "EU and EEA"
DATA_KINDS = ("data", "labelling", "storage", "compute")
HOLDS_DATA = frozenset({"labelling", "storage", "compute"})
SERVICE_KINDS = frozenset({"application", "model", "compute"})


@dataclass(frozen=True, slots=True)
class Passage:
    """``what``: data or service. ``where``: a component, or a supplier's name. ``basis``: said, or register with source and date."""

    country: str
    what: str
    where: str
    basis: str
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """``at_home``: whether it counts as one with the organisation's country; None while that is open."""

    country: str
    at_home: bool | None
    passages: tuple[Passage, ...]

    def passing(self, what: str) -> tuple[str, ...]:
        """Where the data or the service passes through this country."""
        return tuple(dict.fromkeys(p.where for p in self.passages if p.what == what))

    def as_json(self) -> dict[str, Any]:
        return {
            "country": self.country,
            "at_home": self.at_home,
            "passages": [
                {k: v for k, v in (("what", p.what), ("where", p.where), ("basis", p.basis), ("source", p.source),
                                   ("as_of", p.as_of)) if v}
                for p in self.passages
            ],
        }  # fmt: skip


def jurisdictions(chain: Chain, register: Register) -> tuple[Jurisdiction, ...]:
    """Every country touched: the organisation's own first, then those with most passages."""
    by_country: dict[str, dict[Passage, None]] = {}
    for passage in (*_said(chain), *_by_register(chain, register)):
        by_country.setdefault(passage.country, {})[passage] = None
    home = chain.value("organisation.country")
    found = [
        Jurisdiction(country, same_jurisdiction(country, home) if home else None, tuple(passages))
        for country, passages in by_country.items()
    ]
    return tuple(sorted(found, key=lambda j: (j.country != home, -len(j.passages), j.country)))


def jurisdiction_shares(chain: Chain, register: Register) -> Concentration:
    """Concentration by the law that suppliers stand under: each component whose supplier's home is known, by that country.

    The organisation's own work counts for its own country; countries that count as one have one share.
    """
    home = chain.value("organisation.country")
    at = (home if name == "self" else register.country(name) for _, name in known_suppliers(chain, register))
    return of_counts(Counter(BLOC if country in EEA else country for country in at if country))


def unplaced(chain: Chain) -> tuple[str, ...]:
    """The country fields on the path that are still open: through where else it passes nobody knows yet."""
    refs = (f"{c}.country" for kind in DATA_KINDS for c in chain.components(kind))
    return tuple(ref for ref in refs if (fact := chain.get(ref)) is None or fact.open)


def _said(chain: Chain) -> Iterator[Passage]:
    for kind in DATA_KINDS:
        for component in chain.mentioned(kind):
            country = chain.value(f"{component}.country")
            if country:
                yield Passage(country, "data", component, "said")
                if kind in SERVICE_KINDS:
                    yield Passage(country, "service", component, "said")


def _by_register(chain: Chain, register: Register) -> Iterator[Passage]:
    seen: set[tuple[str, str]] = set()
    for component, name in known_suppliers(chain, register):
        known, kind = register.supplier(name), kind_of(component)
        for what, kinds in (("data", HOLDS_DATA), ("service", SERVICE_KINDS)):
            if known is None or kind not in kinds or (what, known.id) in seen:
                continue
            seen.add((what, known.id))
            yield Passage(known.country, what, known.name, "register", known.source, known.as_of)
            for organisation, path in register.upstream(known.id).items() if what == "service" else ():
                above = register.suppliers[organisation]
                yield Passage(above.country, what, above.name, "register", path[-1].source, path[-1].as_of)


def same_jurisdiction(one: str, other: str) -> bool:
    """True when two countries count as one: the same, or both of the EU and EEA."""
    return one == other or (one in EEA and other in EEA)
