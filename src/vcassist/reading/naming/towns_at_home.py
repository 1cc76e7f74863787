"""Of towns that bear one name the one in the organisation's own country is meant: "in our building in Salto", said in Uruguay, is not in Brazil."""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import PART, around
from vcassist.reading.naming.places import folded, gazetteer, places
from vcassist.reading.told.plainly_told import HOME, home_of


def with_towns_at_home(reading: Reading, message: str, chain: Chain) -> Reading:
    """The same, with the own country where a town was read that lies there as well as in another one, which nobody named."""
    home = home_of(chain, list(reading.proposals))
    abroad = [p for p in reading.proposals if _is_country(p) and p.value != home]
    if home is None or not abroad:
        return reading

    def at_home(p: Proposal) -> Proposal:
        if p not in abroad or (p.ref == HOME and chain.value(HOME) is None):
            return p
        part = around(PART, message, p.start or 0)
        if any(place.code == p.value and place.kind != "city" for place in places(part[0] if part else message)):
            return p
        towns = [place for place in places(p.quote, asked=True) if place.kind == "city"]
        lands = gazetteer().lands
        own = towns and all(home in lands.get(folded(p.quote[t.start : t.end]), {t.code}) for t in towns)
        return replace(p, value=home) if own else p

    return replace(reading, proposals=tuple(map(at_home, reading.proposals)))


def _is_country(p: Proposal) -> bool:
    return p.status == "known" and isinstance(p.value, str) and field_of(p.ref).type == "country"
