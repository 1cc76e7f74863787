"""Of several tools each has its own answers: "The summariser: gets worse. LinguaBridge: stops", "You have mixed them. Dada Umoja tells everybody". Pure but
for its ports.

A message is parted by the tools that it names. What a part tells is of the tool that it names, else of the one that the parts before it speak of; so is what
hangs on that tool, its model and its machines. What was heard in a part and placed on another tool moves, and what the part states of a matter that is noted or
asked of its tool, and nobody heard, is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vcassist.chain.by_work import by_their_work, called_by_work
from vcassist.chain.facts import Chain, Fact, checked_value, field_of, kind_of
from vcassist.chain.fields import FIELDS
from vcassist.chain.short_names import with_it_for
from vcassist.interview.chances import LONGEST, likeliest
from vcassist.interview.heard import Heard, taken_instead, without_told
from vcassist.interview.removals.removing import named_in
from vcassist.interview.sentences import PART
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools

_I = re.I
_KIND = "application"
# The kinds of which a tool may have its own.
_HANGS_ON_A_TOOL = frozenset({"model", "compute", "storage", "data", "labelling", "monitoring"})
_CHOICES = tuple(key for key, spec in FIELDS.items() if spec.kind == _KIND and spec.type in ("yesno", "enum"))
# From these chances on a part speaks of a matter, states a choice of it, and states it as the answer to what was asked.
SPEAKS, STATES, ANSWERS = 0.7, 0.85, 0.75
# Below this chance a part does not state what was heard in it.
HARDLY = 0.1
# A message of more words is a page.
MOST_WORDS = 120
# A part that goes on with what the last one was about, and one that only says what the next ones are about.
_GOES_ON = re.compile(
    r"\W*(?:(?:and|but|so|because|also|then|only|there|here)\W+)*(?:it|its|it['’]s|they|that|this|these|those|she|he|nobody|everybody|there|only|without it|if it)\b",
    _I,
)
_ANNOUNCES = re.compile(
    r"\W*(?:[\w’']+\s){0,5}?(?:on|about|for|regarding|concerning|as (?:to|for)|with)\s(?:the\s|our\s)?[^.;!?:,]{2,40}\W*",
    _I,
)
_BEGINS_WITH = re.compile(
    r"\W*(?:(?:and|but|no|yes|well)\W+)*(?:(?:as )?(?:for|to|on|with|about) (?:the |our |my )(?P<for>)|(?=[\w -]{4,30}:))(?:the |our )?(?P<what>\w{4,}(?:[ -]\w{4,})?)",
    _I,
)
_LABEL = re.compile(r"^\W*[^:.;!?]{2,40}:\s+")
_ANSWERS_FIRST = re.compile(r"\W*(?:and |but |so )?(?:yes|no|yeah|nope|as for|on the)\b", _I)
_JOINT = re.compile(r",\s+(?:(?:and|but|while|whereas|though)\s+)?|\s+(?:and|but|while|whereas)\s+", _I)


@dataclass(frozen=True, slots=True)
class Owned:
    """A part of a message with the tool that it is about: ``owner`` as far as it names it or goes on with it, ``near`` the one named last before it."""

    start: int
    text: str
    owner: str | None
    near: str | None

    def holds(self, fact: Fact) -> bool:
        return fact.start is not None and self.start <= fact.start < self.start + len(self.text)


def owned_parts(said: str, chain: Chain) -> list[Owned]:
    """The parts of a message, each with the tool that it is about."""
    found: list[Owned] = []
    last: str | None = None
    for start, text in _pieces(said, chain):
        named = named_tools(text, chain)
        owner = named[0] if len(named) == 1 else None
        if (
            owner is None
            and not named
            and last is not None
            and not _ANSWERS_FIRST.match(text)
            and _carries(found, text)
        ):
            owner = last
        last = owner if named else last
        found.append(Owned(start, text, owner, owner or (None if named else last)))
    return found


def named_tools(text: str, chain: Chain) -> list[str]:
    """The tools that a text names, or calls by what they do."""
    tools = chain.mentioned(_KIND)
    named = named_in(text, tools, chain)
    if named:
        return named
    works = {t: f"{chain.value(f'{t}.purpose') or ''} {chain.value(f'{t}.name') or ''}" for t in tools}
    if called := list(dict.fromkeys(called_by_work(text, works))):
        return called
    # "Summariser: it gets worse", "for the score only if they ask": what a part begins with.
    begins = _BEGINS_WITH.match(text)
    return list(dict.fromkeys(by_their_work(f"the {begins['what']}", works))) if begins else []


def _carries(before: Sequence[Owned], text: str) -> bool:
    """Whether a part that names no tool is of the one before: it points at it, or that one only announced it."""
    return _GOES_ON.match(text) is not None or bool(before and _ANNOUNCES.fullmatch(before[-1].text))


def _pieces(said: str, chain: Chain) -> Iterator[tuple[int, str]]:
    """The parts of a message, and those of them that set two tools side by side in halves."""
    for m in PART.finditer(said):
        if len(named_tools(m[0], chain)) < 2:
            yield m.start(), m[0]
            continue
        cuts = [0, *(j.start() for j in _JOINT.finditer(m[0])), len(m[0])]
        halves = [(a, m[0][a:b]) for a, b in pairwise(cuts)]
        each = [named_tools(text, chain) for _, text in halves]
        if all(len(names) <= 1 for names in each) and len([names for names in each if names]) > 1:
            yield from ((m.start() + a, text) for a, text in halves)
        else:
            yield m.start(), m[0]


def of_each_tool(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same, with what each part of a message tells on the tool that it is about."""
    chain = session.chain
    if len(chain.mentioned(_KIND)) < 2 or heard.removed or heard.merged or heard.decided or heard.late:
        return heard
    if len(said.split()) > MOST_WORDS:
        return heard
    parts = [p for p in owned_parts(said, chain) if "?" not in p.text]
    if not any(p.owner for p in parts):
        return _of_the_asked(heard, session)
    # What was heard of one tool may be meant of another.
    matters = {f.field.key for f in heard.facts if f.field.key in _CHOICES and f.status == "known"}
    heard = _without_the_hardly_told(_moved(heard, parts, session), parts, session, tools)
    return _told_by_name(heard, matters, parts, session, number, tools)


# --- what was heard goes where it belongs -------------------------------------------------------------------------------


def _moved(heard: Heard, parts: Sequence[Owned], session: Session) -> Heard:
    """The same with each fact on the part of the chain that hangs on the tool of its part of the message."""
    chain = session.chain
    heard = _named_at_last(heard, parts, chain)
    for fact in heard.facts:
        part = next((p for p in parts if p.holds(fact)), None)
        if part is None or fact.source != "said" or fact.field.name in ("name", "purpose"):
            continue
        if fact.kind == _KIND:
            # What answers the open question is moved only where its part says of which tool it is.
            tool = part.owner if fact.field.type != "entity" else None
            place = tool or fact.component
        elif fact.kind in _HANGS_ON_A_TOOL and (tool := part.owner or part.near):
            place = _hanging_on(tool, fact.kind, chain) or _of_its_own(fact, tool, session)
        else:
            continue
        ref = f"{place}.{fact.field.name}"
        if ref == fact.ref:
            continue
        told = any(f.ref == ref for f in heard.facts)
        heard = without_told(heard, {fact.ref})
        heard = heard if told else _placed(heard, replace(fact, ref=ref), chain)
    conflicts = tuple(c for c in heard.conflicts if not _is_of_another(c, parts, session))
    return heard if len(conflicts) == len(heard.conflicts) else replace(heard, conflicts=conflicts)


def _named_at_last(heard: Heard, parts: Sequence[Owned], chain: Chain) -> Heard:
    """The same, where a tool without a name is called by its work and then named: "and the translator is another matter: it's LinguaBridge"."""
    for fact in heard.facts:
        part = next((p for p in parts if p.holds(fact)), None)
        new = fact.component not in chain.mentioned(_KIND)
        if fact.field.key != f"{_KIND}.name" or fact.status != "known" or part is None or part.owner is None or not new:
            continue
        if chain.value(f"{part.owner}.name") is not None:
            continue
        moved = tuple(
            replace(f, ref=f"{part.owner}.{f.field.name}") if f.component == fact.component else f for f in heard.facts
        )
        once = {f.ref: f for f in moved}
        heard = replace(heard, facts=tuple(once.values()))
    return heard


def _placed(heard: Heard, new: Fact, chain: Chain) -> Heard:
    """What was heard with one fact more: nothing where it stands so, in the place of what stands otherwise."""
    old = chain.get(new.ref)
    if old is None:
        return replace(heard, facts=(*heard.facts, new))
    if old.says_the_same(new):
        return heard
    return taken_instead(replace(heard, facts=heard.facts), [(old, new)])


def _is_of_another(conflict: Contradiction, parts: Sequence[Owned], session: Session) -> bool:
    """Whether what seems to contradict a note of one tool stands in a part on another."""
    component = conflict.ref.partition(".")[0]
    if kind_of(component) != _KIND or not conflict.new_quote:
        return False
    holding = [p for p in parts if conflict.new_quote.strip() and conflict.new_quote.strip() in p.text]
    return bool(holding) and all(p.owner not in (None, component) for p in holding) and conflict.ref != session.asked


def _of_its_own(fact: Fact, tool: str, session: Session) -> str:
    """Where a fact goes of whose tool no such part is noted yet: not to another tool's, but to the new one that is asked about, if any."""
    chain, asked = session.chain, session.asked or ""
    of_others = {_hanging_on(t, fact.kind, chain) for t in chain.mentioned(_KIND) if t != tool}
    new = asked.partition(".")[0]
    is_new = bool(new) and kind_of(new) == fact.kind and new not in chain.mentioned(fact.kind)
    return new if fact.component in of_others and is_new else fact.component


def _hanging_on(tool: str, kind: str, chain: Chain) -> str | None:
    """The part of a kind that is a tool's: the one whose words name that tool, else the one that was noted in its place."""
    noted, tools = chain.mentioned(kind), chain.mentioned(_KIND)
    own = [c for c in noted if chain.tool_of(c) == tool]
    if own:
        return own[0] if len(own) == 1 else None
    at = tools.index(tool)
    return noted[at] if at < len(noted) and chain.tool_of(noted[at]) is None else None


def _without_the_hardly_told(heard: Heard, parts: Sequence[Owned], session: Session, tools: Tools) -> Heard:
    """The same without a choice that nobody asked for and that the part which names its tool hardly states."""
    hardly = set()
    for fact in heard.facts:
        part = next((p for p in parts if p.holds(fact)), None)
        if part is None or part.owner is None or fact.field.key not in _CHOICES or fact.ref == session.asked:
            continue
        found = dict(tools.answers(_in_its_words(part.text, session.chain), fact.field.key))
        if found and fact.status == "known" and found.get(str(fact.value), 0.0) < HARDLY:
            hardly.add(fact.ref)
    return without_told(heard, hardly) if hardly else heard


# --- what nobody heard ------------------------------------------------------------------------------------------------


def _told_by_name(
    heard: Heard, matters: set[str], parts: Sequence[Owned], session: Session, number: int, tools: Tools
) -> Heard:
    """The same with what the parts state of their tools in choices that are asked for, or noted otherwise."""
    chain, asked = session.chain, session.asked
    told: dict[str, set[str]] = {}
    places: dict[str, Owned] = {}
    for part in parts:
        if part.owner is None or len(part.text.split()) > LONGEST:
            continue
        for key, value in _stated(part, asked, matters, chain, tools):
            ref = f"{part.owner}.{key.partition('.')[2]}"
            told.setdefault(ref, set()).add(value)
            places.setdefault(ref, part)
    for ref, values in told.items():
        if len(values) != 1:
            continue
        (value,), part = values, places[ref]
        heard = _without_the_others(heard, ref, part)
        now = next((f for f in heard.facts if f.ref == ref), None)
        if now is not None and (part.holds(now) or now.value == value):
            continue
        quote = part.text.strip(" \n\t,;:–—-.")
        start = part.start + part.text.index(quote)
        new = Fact(ref, "known", checked_value(ref, value), quote, start, start + len(quote), number)
        heard = _placed(without_told(heard, {ref}), new, chain)
        if any(f.ref == ref for f in heard.facts):
            conflicts = tuple(c for c in heard.conflicts if c.ref != ref)
            heard = replace(
                heard,
                conflicts=conflicts,
                vague=False,
                unplaced="",
                change=None if heard.change == ref else heard.change,
            )
    return heard


def _stated(part: Owned, asked: str | None, matters: set[str], chain: Chain, tools: Tools) -> Iterator[tuple[str, str]]:
    """The choices that a part states of its tool: of the matter that is asked, of the ``matters`` heard of any tool, and of what is noted of one."""
    noted = {f.field.key for f in chain.facts.values() if f.field.key in _CHOICES and f.status == "known"}
    text = _in_its_words(part.text, chain)
    spoken = {key for key, chance in tools.spoken_of(text, tuple(noted)) if chance >= SPEAKS}
    asked_for = matters | ({field_of(asked).key} if asked else set())
    for key in sorted(spoken | (asked_for & set(_CHOICES))):
        found = dict(tools.answers(text, key))
        value = likeliest(found)
        if value and found[value] >= (ANSWERS if key in asked_for else STATES):
            yield key, value


def _in_its_words(text: str, chain: Chain) -> str:
    """What a part tells of its tool, without the name: what answers need no name."""
    names = [str(name) for c in chain.mentioned(_KIND) if (name := chain.value(f"{c}.name"))]
    text = with_it_for(text, names)
    return _LABEL.sub("", text)


def _without_the_others(heard: Heard, ref: str, part: Owned) -> Heard:
    """The same without what the words of a part were taken to tell of the same matter of another tool."""
    name = ref.partition(".")[2]
    wrong = {
        f.ref
        for f in heard.facts
        if f.kind == _KIND and f.field.name == name and f.ref != ref and part.holds(f) and f.component != part.owner
    }
    return without_told(heard, wrong) if wrong else heard


def _of_the_asked(heard: Heard, session: Session) -> Heard:
    """The same, where no tool is named: what was heard of the asked matter is of the tool that was asked about, and of no other."""
    asked = session.asked
    if asked is None or field_of(asked).key not in _CHOICES:
        return heard
    name = asked.partition(".")[2]
    others = {
        f.ref for f in heard.facts if f.kind == _KIND and f.field.name == name and f.ref != asked and f.source == "said"
    }
    others |= {c.ref for c in heard.conflicts if c.ref.partition(".")[2] == name and c.ref != asked}
    if not others:
        return heard
    less = replace(without_told(heard, others), conflicts=tuple(c for c in heard.conflicts if c.ref not in others))
    return less
