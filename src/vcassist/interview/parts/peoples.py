"""A people is nobody's name: "bought by the Germans" names no company. Pure."""

from __future__ import annotations

import re

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.denying import is_name

_PEOPLES = (
    r"(?:[a-z]{3,}(?:ans|ese|ish|ians)|dutch|french|swiss|swedes|danes|finns|poles|czechs|turks|greeks|scots|welsh|arabs|kurds|serbs|croats|slovaks|thais|israelis|saudis|"
    r"pakistanis|iraqis|emiratis|afghans|filipinos|kiwis|brits|yanks|spaniards|portuguese)"
)
# "The Germans"; "the Germans Brothers" is a name.
_A_PEOPLE = re.compile(rf"(?:the )?(?:(?:north|south|east|west)(?:ern)? )?(?P<people>{_PEOPLES})", re.I)
_ARTICLE = re.compile(r"\bthe\s+(?:(?:north|south|east|west)(?:ern)? )?$", re.I)


def without_peoples(facts: tuple[Fact, ...], said: str) -> tuple[Fact, ...]:
    """The facts without a people that was taken for a company's or a tool's name."""
    return tuple(f for f in facts if not _is_a_people(f, said))


def _is_a_people(fact: Fact, said: str) -> bool:
    if fact.status != "known" or not is_name(fact):
        return False
    start = fact.start or 0
    found = _A_PEOPLE.fullmatch(str(fact.value))
    return found is not None and bool(_ARTICLE.search(said[:start]) or str(fact.value).casefold().startswith("the "))
