"""A name that may be a further tool's, or somebody's: the person is asked, once a name, before anything is noted of it. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, at_turn, checked_value
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading
from vcassist.interview.reading import gate
from vcassist.interview.sentences import PART
from vcassist.interview.session import Awaiting, Session

# "She is our secretary" says no without the word.
_SOMEBODY = re.compile(
    r"\W*(?:(?:oh|ah|sorry|well|haha?|lol)\W+)*(?:he|she|that['’]?s (?:a |my |our )?(?:person|colleague|human|somebody|someone)|(?:it|that)['’]?s (?:my|our) (?!tool|app|system)\w+|a (?:person|human|colleague|firm|company|town|place))\b",
    re.I,
)


def with_another(heard: Heard, session: Session, said: str, number: int) -> Heard:
    """The same with the question whether a name is a further tool's, where nothing else has to be asked back first."""
    busy = (
        heard.unsure
        or heard.conflicts
        or heard.removed
        or heard.change
        or heard.reading.intent in ("stop", "undo", "question")
    )
    if busy or not heard.reading.maybe:
        return heard
    facts = at_turn(gate(Reading(heard.reading.maybe, "answer"), said, number).facts, number)
    name = next((f for f in facts if f.ref.endswith(".name") and f.status == "known"), None)
    if name is None or str(name.value).casefold() in _asked_before(session) or _a_thing_here(str(name.value), said):
        return heard
    also = tuple(f for f in facts if f is not name and f.status == "known" and f.component == name.component)
    sentence = next((m[0].strip(" \n.!") for m in PART.finditer(said) if name.touches(*m.span())), name.quote)
    # What the message answers of the question on the table stands; it is not asked to answer more.
    return replace(heard, unsure=replace(name, quote=sentence or name.quote), also=also, vague=False, skipped=None)


def _a_thing_here(name: str, said: str) -> bool:
    """Whether a message itself has the word of a name in small letters: "… sent to our helpline. Helpline counsellors edit every draft"."""
    return name == name.capitalize() and re.search(rf"\b{re.escape(name.lower())}\b", said) is not None


def asks_another(awaiting: Awaiting, chain: Chain) -> bool:
    """Whether a reply asked if a name is a tool's that has none yet."""
    nameless = (
        awaiting.ref.startswith("application") and awaiting.ref.endswith(".name") and chain.get(awaiting.ref) is None
    )
    return nameless and awaiting.manner == "confirm" and awaiting.new is not None


def is_somebody(said: str, session: Session) -> bool:
    """Whether a message says that the name that was asked about is a person's."""
    awaiting = session.awaiting
    return awaiting is not None and asks_another(awaiting, session.chain) and _SOMEBODY.match(said) is not None


# "It helps with the mails" tells of the name that was just asked about.
_OF_IT = re.compile(r"\W*(?:(?:oh|ah|well|yes|so|hm+)\W+)*(?:it|that|this|they|the latter)\b", re.I)
_CALLED = re.compile(r"\b(?:called|named?|spel(?:t|led|ls?))\b", re.I)


def told_of_the_name(
    said: str, gated: tuple[Fact, ...], awaiting: Awaiting, chain: Chain, number: int
) -> tuple[Fact, ...] | None:
    """What a message tells that neither agrees nor refuses: of the name asked about where it speaks of "it" or names it, which then is a
    tool's; else of the first tool. None where nothing is told of a tool.
    """
    further = awaiting.ref.partition(".")[0]
    named = re.search(rf"(?<!\w){re.escape(str(awaiting.new))}(?!\w)", said, re.I)
    of_it = named or _OF_IT.match(said)
    told = tuple(f for f in gated if f.component == further and (f.ref != awaiting.ref or _CALLED.search(said)))
    others = tuple(f for f in gated if f.component != further)
    if not told:
        return None
    if not of_it:
        first = chain.first("application")
        moved = (replace(f, ref=f"{first}.{f.ref.partition('.')[2]}") for f in told if f.ref != awaiting.ref)
        return (*others, *moved)
    refs = {f.ref for f in told}
    start, end = named.span() if named else (told[0].start or 0, told[0].end or 0)
    agreed = (
        Fact(ref, "known", checked_value(ref, value), said[start:end], start, end, number, source="confirmed")
        for ref, value in awaiting.offered.items()
        if ref not in refs
    )
    return (*agreed, *told, *others)


def _asked_before(session: Session) -> set[str]:
    waited = (t.awaiting for t in session.live)
    return {str(a.new).casefold() for a in waited if a and a.manner == "confirm" and a.ref.endswith(".name")}
