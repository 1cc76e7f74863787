"""Whose names an order points at that says none: "take her name out", "remove the name of the nurse", "leave out all names of people". Pure.

Persons are found in what was said by a title, by what somebody is there, and by common given names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.given_names import is_given_name
from vcassist.interview.session import Session

_I = re.I
_TITLE = r"(?:mr|mrs|ms|miss|mx|mister|madam|madame|sir|dr|doctor|prof|professor|sister|brother|father|mother|reverend|rev|pastor|imam|rabbi|sheikh|nurse|matron|mama|mzee|dona?|doña|herr|frau|señora?|chief)\.?"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\w(?<!['’]s)"
_NAME = rf"{_CAPITAL}(?: (?:(?:de|da|dos|van|von|bin|al|el|ibn|le|la) ){{0,2}}{_CAPITAL}){{0,2}}"
_TITLED = re.compile(rf"\b(?i:{_TITLE}) (?P<name>{_NAME})")
# "Our head nurse Awa Ceesay", "the secretary is Ngabe", "Ngabe, our secretary".
_ROLE = r"(?:[\w-]*(?:mistress|master|nurse|teacher|clerk|manager|worker|keeper|officer|director|secretary|treasurer|coordinator|accountant|assistant|founder|librarian|midwife|doctor|principal|cook|engineer|driver|volunteer|intern|colleague|boss|chair(?:man|woman|person)?|head|president|matron|daughter|son|wife|husband|brother|sister|niece|nephew|cousin|friend)s?)"
_OF_ROLE = re.compile(
    rf"\b(?i:our|my|the|his|her|an?) (?:[\w-]+ ){{0,2}}?(?P<role>(?i:{_ROLE}))(?:,|:| is| was| is called| called| named)? (?P<name>{_NAME})"
)
_THEN_ROLE = re.compile(
    rf"(?P<name>{_NAME}),? (?:is |who is |was )?(?:our|my|the|an?) (?:[\w-]+ ){{0,2}}?(?P<role>{_ROLE})\b"
)
_RUN = re.compile(_NAME)
_ONE = re.compile(
    r"\b(?:her|his)(?: (?:own|real|full|last|first|family|whole))* name\b|\b(?:the|that|this) (?:person|woman|man|lady|girl|boy|child)['’]s (?:\w+ )?name\b",
    _I,
)
_THEIR_ROLE = re.compile(
    rf"\bnames? of (?:the|our|my|that) (?:[\w-]+ ){{0,2}}?(?P<a>{_ROLE})\b|\b(?:the|our|my|that) (?:[\w-]+ ){{0,2}}?(?P<b>{_ROLE})['’]s? names?\b",
    _I,
)
_ALL = re.compile(
    r"\b(?:all|any|every|people['’]?s|personal|staff|their)(?: (?:the|of the|our))? names?\b(?! of (?:the |our )?(?:tools?|apps?|applications?|models?|suppliers?|vendors?|compan|firms?|programs?|systems?))|\bnames of (?:people|persons|staff|anybody|anyone|the people|our people)\b|\bno names\b",
    _I,
)


def names_pointed_at(sentence: str, session: Session) -> tuple[str, ...]:
    """The names of people said so far that an order means without saying them; none where it means no name or none was said."""
    if (by_role := _THEIR_ROLE.search(sentence)) is not None:
        role = (by_role["a"] or by_role["b"]).lower().removesuffix("s")
        found = (pair for turn in session.live for pair in _in_roles(turn.said))
        return tuple(dict.fromkeys(name for its, name in found if its == role))
    if _ALL.search(sentence):
        return tuple(dict.fromkeys(_said_so_far(session)))
    return tuple(_said_so_far(session)[-1:]) if _ONE.search(sentence) else ()


def whole_names(name: str, session: Session) -> tuple[str, ...]:
    """The longer names of people said so far of which a name is a part: "Awa" is Awa Ceesay's."""
    own = set(name.lower().split())
    return tuple(found for found in dict.fromkeys(_said_so_far(session)) if own < set(found.lower().split()))


def _said_so_far(session: Session) -> list[str]:
    return [name for turn in session.live for _, name in people_in(turn.said)]


def people_in(text: str) -> list[tuple[int, str]]:
    """Where a text names persons, in order, each by the whole of the name."""
    found = {m.start("name"): m["name"] for form in (_TITLED, _OF_ROLE, _THEN_ROLE) for m in form.finditer(text)}
    for run in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", run[0]))
        given = next((w for w in words if is_given_name(w[0])), None)
        if given is not None and not any(at <= run.start() + given.start() < at + len(n) for at, n in found.items()):
            found[run.start() + given.start()] = run[0][given.start() :]
    return sorted(found.items())


def _in_roles(text: str) -> Iterator[tuple[str, str]]:
    for form in (_OF_ROLE, _THEN_ROLE, _TITLED):
        for m in form.finditer(text):
            role = m.groupdict().get("role") or m[0].split()[0]
            yield role.lower().removesuffix("s"), m["name"]
