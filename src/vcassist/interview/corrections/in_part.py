"""A correction that holds for a part only makes the middle of two ends: "always", but "when the waiting room is full he does not look". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.interview.heard import Heard, taken_instead
from vcassist.interview.ports import Stated
from vcassist.interview.sentences import BEYOND_TITLES, around
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE

# Scales: all of it, some of it, none of it.
_SCALES = (("yes", "partly", "no"), ("always", "sometimes", "never"))
_MIDDLE = {frozenset({whole, none}): part for whole, part, none in _SCALES}
# What is whole, and what it is in part.
WHOLE = {whole: part for whole, part, _ in _SCALES}
# The middle beside each end.
MIDDLE_BESIDE = WHOLE | {none: part for _, part, none in _SCALES}
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
# What limits a sentence to some of the times, cases or people.
_LIMITED = re.compile(
    rf"\b(?:when(?:ever)?|while|during|unless|except|apart from|if|but not|only (?:the|those|for|in|on|when|if|ones?)|(?!these days\b)(?:the|these|some|certain|bad|busy|other|most|quiet|late) (?:days?|weeks?|nights?|times?|evenings?|mornings?|months?)|"
    rf"(?:in|on|at|around|over|before) (?:the )?(?:(?:last|first|busy|high|low|rainy|lambing|holiday|exam) )*(?:weeks?|days?|night|nights|evenings?|weekends?|holidays?|season|rush|harvest|christmas|easter|ramadan|summer|winter|{_DAYS})|(?<!since )(?<!last )(?<!this ){_DAYS}|"
    rf"(?:from|between) (?:midnight|noon|morning|\d+|{ONE_TO_TWELVE}|{_DAYS}) (?:to|till|until|and) \w+|(?:just|only) the \w+|(?:weekend|night|evening|morning|holiday|weekday|{_DAYS}) (?:ones|shifts?|calls|bulletins|editions?)|some(?= (?:of|\w+s)\b)|sometimes|half|most|few|many|several|(?:the|all the) (?:rest|others?|older|younger|newer|little|small|long|short) ones?|(?:the|all the) (?:new|old) ones|the rest|the others|others|the (?:older|younger|newer) \w+|one in \w+|every (?:second|third|other)|"
    rf"at (?:about |around )?(?:\d{{1,2}}(?::\d\d)?|{ONE_TO_TWELVE}) ?(?:am|pm|in the (?:morning|evening|night|afternoon)|at night|o['’]clock)|"
    r"for (?!us\b|me\b|it\b|that\b|this\b|years?\b|months?\b|weeks?\b|days?\b|now\b|good\b|ever\b|the moment\b|example\b)\w+ (?:there|nobody|we|they|no one|not))\b",
    re.I,
)
# Not all of it: "she doesn't read everything", "not every text".
NOT_ALL = re.compile(
    r"\bnot (?:quite |nearly )?(?:every(?:thing|body|one)?|all|each|always)\b(?! of a sudden)|\b(?:do|does|did|is|are|was|were|have|has|can|could)(?: not|n['’]?t) (?:\w+ ){0,3}?(?:every(?:thing|body|one)?|all|each|always)\b[^.!?;:,]*",
    re.I,
)
# Of people and what they do: "the internet works, not always" is of no such answer.
_WE_DO_NOT_ALWAYS = re.compile(
    r"\b(?:they|he|she|we|i) (?:do|does|did|have|has|can|could|will)(?: not|n['’]?t) (?:\w+ ){0,2}?(?:every(?:thing|body|one)?|all|each|always)\b",
    re.I,
)
# Some of them, counted, of whom something is not so: "two new boys and three locums". That one of many is so may be all that it takes.
_COUNTED = re.compile(
    rf"(?<!\bthis )(?<!\bthat )(?<!\bthe )(?<!\bnew )(?<!\bold )(?<!\bother )\b(?:{ONE_TO_TWELVE}|\d+) (?:of (?:us|them|the)\b|(?:new|other|more|old|young)(?= \w+s\b)|(?!(?:minutes|hours|days|weeks|months|years|times|pages|steps|is|was|has)\b)\w+s\b)",
    re.I,
)
_WHOLLY = re.compile(
    r"\b(?:at all|any ?more|no longer|not (?:a|one) single|nobody ever|never once|each and every|without exception|from now on)\b",
    re.I,
)
# What the sentence beside it leaves of a whole: "only essays in Japanese were tested", "hardly any of them know of it", "that's how well they follow it".
_BESIDE = re.compile(
    r"(?:^|[.;!?]\s+)(?:only|just) (?:the |our |those |that )?(?!problem|thing|trouble|question|issue|snag|time|pity)[\w-]+s?(?: in [\w-]+| from [\w-]+| of [\w-]+)? (?:was|were|is|are|has been|have been|got) (?:[\w]+ed|done|told|trained|shown|taught|asked|kept|read|seen|taken|in it)\b|"
    r"\b(?:hardly|scarcely|barely) (?:any(?:one|body)?|a soul)(?: of (?:them|us))? (?:knows?|does|do|follows?|reads?|keeps?)\b|\b(?:few|not many)(?: of (?:them|us))? know\b|"
    # "That was in Arabic only."
    r"\b(?:it|that|this|they|those|which|we|the \w+) (?:was|were|is|are|did|had|ran|tested|tried|used)\b(?: \w+){0,2}? (?:in|for|on|with|from|of|about) (?:the )?[\w’'-]+(?: [\w’'-]+){0,2} only\b|"
    r"\b(?:rule|policy|schedule)\b[^.;!?]{0,30}\b(?:exists?|is there|stands|is)\b(?: only| just)? on paper\b|"
    r"\bthat(?:['’]?s| is) how (?:well|much|seriously|strictly) (?:they|we|it|people|anybody|anyone)\b",
    re.I,
)
# Who has the value written down means it whole, whatever the reason before it limits.
_WRITTEN = re.compile(
    r"\b(?:put|write|note|mark|set|make|enter|call)(?: (?:it|that|this))?(?: down)?(?: (?:as|to|for))?(?: an?)? (?P<value>\w+)",
    re.I,
)
# From this chance on a sentence states the whole by itself.
PLAINLY = 0.6
_CLAUSE = re.compile(r"[,;:!?–—]|\s-\s|[.](?=\s|$)")
# What is so at the times that the clause before it tells.
_AND_THEN = re.compile(r"\s*(?:(?:and|so|but) )?then\b", re.I)


def _between(old: Fact, new: Fact) -> str | None:
    """The middle of the scale that two known values are the ends of."""
    known = {old.status, new.status} == {"known"}
    return _MIDDLE.get(frozenset({str(old.value), str(new.value)})) if known else None


StatedBy = Callable[[str], Sequence[Stated]]


def held_in_part(old: Fact, new: Fact, said: str, at: int = 0, stated: StatedBy = lambda sentence: ()) -> Fact:
    """``new``, or the middle between it and ``old`` where the two are the ends of a scale and the clause that tells it limits what it says.

    ``at``: where ``said`` begins in the text that the quote of ``new`` is placed in. ``stated`` tells what a sentence states by itself: "on
    Thursdays she goes through all their marks" limits nothing; what is wholly denied for some of the times limits all the same.
    """
    middle = _between(old, new)
    if middle is None:
        return new
    start, end = max(0, (new.start or 0) - at), max(0, (new.end or 0) - at)
    here = around(BEYOND_TITLES, said, start)
    # "At night nobody looks" is no never, however plainly it says so of the night.
    if (
        here is not None
        and new.value != "never"
        and any(
            one.key == new.field.key and one.value == new.value and one.chance >= PLAINLY for one in stated(here[0])
        )
    ):
        return new
    begins = max((m.end() for m in _CLAUSE.finditer(said, 0, start)), default=0)
    ends = m.start() if (m := _CLAUSE.search(said, end)) else len(said)
    if _AND_THEN.match(said, begins):
        # "Every other week she is away, and then it goes out unread."
        begins = max((m.end() for m in _CLAUSE.finditer(said, 0, begins - 1)), default=0)
    clause = said[begins:ends]
    if any(m["value"].casefold() == new.value for m in _WRITTEN.finditer(clause)):
        return new
    limited = _LIMITED.search(clause) or (new.value in ("no", "never") and _COUNTED.search(clause))
    return replace(new, value=middle) if limited and not _WHOLLY.search(clause) else new


def not_wholly(old: Fact, new: Fact, said: str) -> Fact:
    """``new``, or the middle where it only repeats a whole that the message says is not all: "they don't always sign"."""
    middle = WHOLE.get(str(old.value)) if old.says_the_same(new) else None
    return new if middle is None or _WE_DO_NOT_ALWAYS.search(said) is None else replace(new, value=middle)


def _middle_of(old: str, new: str) -> str | None:
    """What lies between two ends of a scale, or is itself what was told against its whole."""
    return new if WHOLE.get(old) == new else _MIDDLE.get(frozenset({old, new}))


def not_all_after_all(heard: Heard, said: str, session: Session, number: int) -> Heard:
    """The same, with the middle in the place of what stands where a contradiction to the whole of it only says that it is not all: "they dont always"."""
    found: dict[str, tuple[Fact, Fact]] = {}
    for conflict in heard.conflicts:
        old, middle = session.chain.get(conflict.ref), _middle_of(str(conflict.old), str(conflict.new))
        at = said.find(conflict.new_quote)
        here = around(BEYOND_TITLES, said, at) if at >= 0 else None
        if old is None or middle is None or str(old.value) not in WHOLE or here is None:
            continue
        if limits := NOT_ALL.search(here[0]):
            start = here.start() + limits.start()
            words = limits[0].rstrip()
            told = Fact(old.ref, "known", checked_value(old.ref, middle), words, start, start + len(words), number)
            found[old.ref] = (old, told)
    return taken_instead(heard, tuple(found.values())) if found else heard


def _held_beside(old: Fact, new: Fact, said: str) -> Fact:
    """``new``, or the middle between it and ``old`` where a sentence beside that of ``new`` leaves a part of a whole."""
    middle = _between(old, new)
    if middle is None or new.start is None:
        return new
    spans = [m.span() for m in BEYOND_TITLES.finditer(said)]
    mine = [n for n, (a, b) in enumerate(spans) if new.touches(a, b)]
    near = spans[max(min(mine) - 1, 0) : max(mine) + 2] if mine else []
    limited = bool(near) and _BESIDE.search(said[near[0][0] : near[-1][1]]) is not None
    return replace(new, value=middle) if limited else new


def in_part_only(heard: Heard, said: str, chain: Chain, stated: StatedBy = lambda sentence: ()) -> Heard:
    """The same, with the middle for each new value that holds for a part only, also where it is to be asked back."""
    held = {
        new.ref: _held_beside(old, held_in_part(old, new, said, stated=stated), said)
        for old, new in heard.replaced
        if old.ref == new.ref
    }
    facts = tuple(held.get(f.ref, f) if f.ref in held and f.status == "known" else f for f in heard.facts)
    pairs = tuple((old, held.get(new.ref, new)) for old, new in heard.replaced)
    conflicts = tuple(_doubt_in_part(c, said, chain, stated) for c in heard.conflicts)
    return replace(heard, facts=facts, replaced=pairs, conflicts=conflicts)


def _doubt_in_part(doubt: Contradiction, said: str, chain: Chain, stated: StatedBy) -> Contradiction:
    """A contradiction, to the middle where what it says holds for a part only: "always or sometimes?" and not "always or never?"."""
    old, at = chain.get(doubt.ref), said.find(doubt.new_quote) if doubt.new_quote else -1
    if old is None or at < 0 or (old.value, doubt.new) != ("always", "never"):
        # "It is dead when the mast is down" limits no working without a connection.
        return doubt
    new = Fact(old.ref, "known", doubt.new, doubt.new_quote, at, at + len(doubt.new_quote))
    return replace(doubt, new=_held_beside(old, held_in_part(old, new, said, stated=stated), said).value)
