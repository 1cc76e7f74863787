"""A correction stays with the tool that it speaks of: of two tools, what is said of one leaves the other alone. Pure.

A sentence that names a tool is of that tool; one that names none is of the tool that the sentences before it are about. A reader that looks
for what a correction may mean finds the same answer on the other tool just as well.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.by_work import by_their_work, called_by_work
from vcassist.chain.facts import Chain, Fact
from vcassist.interview.heard import Heard
from vcassist.interview.removals.removing import named_in
from vcassist.interview.sentences import BEYOND_TITLES, PART, around
from vcassist.interview.session import Session

_KIND = "application"
# "So only sometimes, with Kora" says what the sentences before came to.
_SO = re.compile(r"\W*(?:so|that is|i mean|meaning|in short)\b", re.I)


def with_its_own_tool(heard: Heard, said: str, session: Session) -> Heard:
    """The same, with each answer that would set another tool right on the tool that its sentence speaks of, and each that nobody asked for on the
    tool that its sentence calls by what it does.
    """
    chain = session.chain
    tools = [c for c in chain.mentioned(_KIND) if chain.value(f"{c}.name") or chain.value(f"{c}.purpose")]
    if len(tools) < 2 or heard.removed or heard.merged:
        return heard
    heard = _without_what_led_up(heard, said, chain, tools)
    moved: dict[str, Fact] = {}
    for fact in heard.facts:
        if fact.field.kind != _KIND or fact.component not in tools or fact.field.name in ("name", "purpose"):
            continue
        tool = None
        if any(old.ref == fact.ref for old, _ in heard.replaced):
            tool = _spoken_of(said, fact, chain, tools)
        elif fact.ref != session.asked:
            tool = _called_by_its_work(said, fact, chain, tools)
        if tool and tool != fact.component:
            moved[fact.ref] = replace(fact, ref=f"{tool}.{fact.field.name}")
    if not moved:
        return heard
    facts, replaced = [], [pair for pair in heard.replaced if pair[0].ref not in moved]
    taken = {f.ref for f in heard.facts if f.ref not in moved}
    for fact in heard.facts:
        if fact.ref not in moved:
            facts.append(fact)
            continue
        new = moved[fact.ref]
        stands = chain.get(new.ref)
        if new.ref in taken or (stands and stands.says_the_same(new)):
            continue
        facts.append(new)
        if stands is not None:
            replaced.append((stands, new))
    return replace(heard, facts=tuple(facts), replaced=tuple(replaced))


def _without_what_led_up(heard: Heard, said: str, chain: Chain, tools: list[str]) -> Heard:
    """Without the answer on one tool whose sentence names none, where the next says of another by its name what that comes to."""
    led_up = set()
    for fact in heard.facts:
        part = around(PART, said, fact.start or 0)
        if part is None or fact.field.kind != _KIND or fact.source == "confirmed" or named_in(part[0], tools, chain):
            continue
        behind = next((m for m in PART.finditer(said) if m.start() >= part.end() and re.search(r"\w", m[0])), None)
        if behind is None or not _SO.match(behind[0]):
            continue
        named = named_in(behind[0], tools, chain)
        others = (f for f in heard.facts if f.ref != fact.ref and f.field.key == fact.field.key)
        if len(named) == 1 and any(
            f.component == named[0] and behind.start() <= (f.start or 0) < behind.end() for f in others
        ):
            led_up.add(fact.ref)
    if not led_up:
        return heard
    kept = tuple(f for f in heard.facts if f.ref not in led_up)
    return replace(heard, facts=kept, replaced=tuple(p for p in heard.replaced if p[1].ref not in led_up))


def _spoken_of(said: str, fact: Fact, chain: Chain, tools: list[str]) -> str | None:
    """The one tool that the sentence of an answer names, else the one that the nearest sentence before it names, else the one on whose work its
    sentence is; None where it is open."""
    parts = [m[0] for m in PART.finditer(said) if m.start() <= (fact.start or 0)]
    for part in reversed(parts):
        named = named_in(part, tools, chain)
        if named:
            return named[0] if len(named) == 1 else None
    return _by_its_work(said, fact, chain, tools)


def _called_by_its_work(said: str, fact: Fact, chain: Chain, tools: list[str]) -> str | None:
    """The tool that the sentence of an answer calls by what it does: "the book thing", "the picker", where it names none."""
    part = around(PART, said, fact.start or 0)
    if part is None or named_in(part[0], tools, chain):
        return None
    called = set(called_by_work(part[0], _purposes(chain, tools)))
    return called.pop() if len(called) == 1 else None


def _by_its_work(said: str, fact: Fact, chain: Chain, tools: list[str]) -> str | None:
    """The tool on whose work an answer is, where its sentence names no tool: "she checks the posters, but the letters nobody checks" of the letters."""
    part = around(BEYOND_TITLES, said, fact.start or 0)
    if part is None or named_in(part[0], tools, chain):
        return None
    named = list(by_their_work(said[part.start() : max(part.start(), fact.end or 0)], _purposes(chain, tools)))
    return named[-1] if named else None


def _purposes(chain: Chain, tools: list[str]) -> dict[str, str]:
    return {tool: str(chain.value(f"{tool}.purpose") or "") for tool in tools}
