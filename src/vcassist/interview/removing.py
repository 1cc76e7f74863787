"""Parts taken away: what may go, and what a message takes away in words ("we don't have that second model"). Pure.

Forms only, and only where several of a kind are noted: to deny the only one is an answer or a correction. A message that leaves open
which one is meant is asked back; nothing is taken away by guessing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vcassist.chain.facts import Chain, kind_of
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.errors import BadInput, NotFound
from vcassist.interview.session import Awaiting, Session, Turn, checked_removal
from vcassist.interview.words import Country, line_for, part_name

# A longer message is a story: what it denies is part of the tale.
LONGEST_WISH = 40
NOUNS: Mapping[str, str] = MappingProxyType({
    "application": r"(?:tool|application|app|system|program(?:me)?)",
    "data": r"(?:data ?sets?|data source|source of data|data)",
    "labelling": r"(?:labelling|labeling|annotation)",
    "storage": r"(?:storage|store|place of storage)",
    "compute": r"(?:machines?|compute|server|cloud|computer)",
    "model": r"(?:(?:ai |language )?model)",
    "monitoring": r"(?:monitoring)",
})  # fmt: skip
ORDINALS = (r"(?:first|1st)", r"(?:second|2nd)", r"(?:third|3rd)", r"(?:fourth|4th)")
_ONLY_HAVE = r"(?:(?:do|did|does|have|has)(?:n['’]?t| not) (?:really |actually |even |ever )*(?:have|had|use|used|own|run|got)|never (?:had|used|have)|(?:have|has|use) (?:got )?no|no longer (?:have|use))"
_DENIES = rf"\b(?:{_ONLY_HAVE}|there(?:['’]?s| is| was| are) (?:no|not|never)|there (?:is|was|are)n['’]?t)\b"
# Said as a wish: "we delete the second data set" tells how long data is kept, "I forget the first model" that one is not known.
_WISH = r"(?:^|[.,;:!?–—-] *|\b(?:please|you|let['’]?s|let us|can we|i want to|i(?: would|['’]d) like to|sorry|no|well|so|then|ok(?:ay)?) )"
_TAKES = rf"{_WISH}(?:remove|delete|take (?:away|out)|drop|forget(?: about)?|strike(?: out)?|get rid of|leave out)\b"
_DENIED = rf"(?:(?:we|i|they) )?(?:{_ONLY_HAVE}|does(?:n['’]?t| not) exist|never existed|(?:was|is) (?:just |only )?(?:a |my |an )?(?:mistake|misunderstanding|error)\b|(?:is|was)(?:n['’]?t| not) (?:there|ours|real|used))"
_BETWEEN = r"(?: (?:any|a|an|the|that|this|such|of|our|your|entry|part|on|for|about|called|named))*[ “\"'‘]+"
# What may follow for the denial to be of the whole part: "we don't have that model in Kenya" is about something else.
_END = r"[”\"'’]?(?: (?:any ?more|at all|here|now|after all|really|please|from (?:the|my|our) (?:list|map|chain)))*\s*(?:$|[,.;:!?)–]|—| (?:and|but|only|he|she|they|it|we|i|because|as|since)\b)"
_ONE = r"\b(?:only|just)\b(?: (?:have|use|got|there is))?(?: really| actually)? (?:one|a single)"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message takes away: a component, or None where it could be any of a ``kind``; the words from ``start`` to ``end`` say it."""

    component: str | None
    kind: str
    start: int
    end: int


def wish_in(said: str, chain: Chain, awaiting: Awaiting | None) -> Wish | None:
    """The part of which a message says that there is none such, or that it be taken away; None where it says nothing of the kind."""
    if len(said.split()) > LONGEST_WISH or (said.rstrip().endswith("?") and not re.search(_TAKES, said, re.I)):
        return None
    several = [kind for kind in NOUNS if kind not in SINGLE_KINDS and len(chain.mentioned(kind)) > 1]
    # Asked for one to fall back on, "we have no second model" is the answer; "that second model" is still one that was noted.
    answered = kind_of(awaiting.ref.partition(".")[0]) if awaiting and awaiting.ref.endswith(".alternative") else ""
    found: dict[str, Wish] = {}
    for kind in several:
        for component, words in _called(kind, chain, awaiting):
            place = _denied(words, said, certain=kind == answered)
            if place is not None:
                found.setdefault(component, Wish(component, kind, *place))
    if len(found) == 1:
        return next(iter(found.values()))
    others = (kind for kind in several if kind != answered)
    return None if found else next((w for kind in others if (w := _only_one(said, kind, chain))), None)


def _called(kind: str, chain: Chain, awaiting: Awaiting | None) -> Iterator[tuple[str, str]]:
    """Each component of a kind with the patterns of what it is called: its name, its number, "that one" while it is asked about."""
    noun, components = NOUNS[kind], chain.mentioned(kind)
    for component, ordinal in zip(components, ORDINALS, strict=False):
        yield component, rf"(?:the |that |this |a |any )?{ordinal} {noun}"
    if len(components) == 2:
        yield components[1], rf"(?:the|that|this) other {noun}"
    titles = [chain.title(component) for component in components]
    for component, title in zip(components, titles, strict=True):
        if len(title) > 2 and titles.count(title) == 1:
            yield component, rf"(?:(?:the|that|this) )?(?:{noun} )?{re.escape(title)}(?: {noun})?"
    asked = awaiting.ref.partition(".")[0] if awaiting else ""
    if asked in components:
        yield asked, rf"(?:that|this|such an?) {noun}"


def _denied(words: str, said: str, *, certain: bool) -> tuple[int, int] | None:
    """Where a message denies what is called so, or has it taken away; ``certain``: by its name, or as that one."""
    patterns = (
        rf"(?:{_DENIES}|{_TAKES}){_BETWEEN}(?P<called>{words}){_END}",
        rf"(?<!\w)(?P<called>{words})[”\"'’]?,? (?:that )?{_DENIED}{_END}",
    )
    place = next((m for pattern in patterns if (m := re.search(pattern, said, re.I))), None)
    if place and certain and re.search(r"\b(?:a|an|any|no) (?:other|first|second|third|\d)", place.group(), re.I):
        return None
    return place.span() if place else None


def _only_one(said: str, kind: str, chain: Chain) -> Wish | None:
    """ "We only have one model": the other of two where one is named, else any of them."""
    place = re.search(rf"{_ONE} {NOUNS[kind]}\b", said, re.I)
    if place is None:
        return None
    components = chain.mentioned(kind)
    named = [c for c in components if re.search(rf"(?<!\w){re.escape(chain.title(c))}(?!\w)", said, re.I)]
    other = [c for c in components if c not in named]
    return Wish(other[0] if len(named) == len(other) == 1 else None, kind, *place.span())


def refuse_retired(chain: Chain, refs: list[str]) -> None:
    """Raises BadInput for a reference to a part that was taken away: its id is not given again."""
    for ref in refs:
        component = ref.partition(".")[0]
        if component in chain.retired:
            raise BadInput(
                f"{component} was taken away.",
                "Its name is not given again.",
                f"Undo that while it is the last step, or use {chain.another(kind_of(component))}.",
            )


def removal(session: Session, what: str, number: int, country: Country = str) -> Turn:
    """The turn that takes away a component (``model-2``) or a single fact (``model.weights``); ``note`` says which, in words.

    Raises BadInput for what cannot be taken away, NotFound for what is not in the chain. An answer that was confirmed from public
    records is refused with it, so that it is not offered again at once.
    """
    checked_removal(what)
    chain = session.chain
    gone = [f for ref, f in chain.facts.items() if what in (ref, f.component)]
    if not gone:
        raise NotFound(f"There is no {what} in this chain.", "It may have been taken away already.", "Look at the map.")
    note = part_name(what, chain) if "." not in what else line_for(gone[0], chain, country)
    confirmed = tuple(f.ref for f in gone if f.source == "confirmed")
    return Turn(number, removed=(what,), refused=confirmed, note=note)
