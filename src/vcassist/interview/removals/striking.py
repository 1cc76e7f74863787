"""Takes words out of a talk: out of the messages, of what was noted from them, and of what was said back. Pure.

What was struck is gone for good: no undo brings it back. The turns are written anew and the store keeps only the new ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from vcassist.chain.facts import Fact
from vcassist.interview import phrases
from vcassist.interview.reading import blanked
from vcassist.interview.removals.confidence import Wanted, stems_of, wanted
from vcassist.interview.removals.hushed import hushed_in, mark_of
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Session, Turn
from vcassist.interview.words import line_for, listed, short

STRUCK = "[taken out]"
# More sentences than these are not struck without asking which.
MOST = 4
# So many words in a row of what was struck are struck in replies too.
IN_A_ROW = 3
# So many answers that went with the words are named.
MOST_NAMED = 3
# So many answers may go with a sentence that tells of something else, and none of these.
MOST_LOST = 2
WORK = frozenset({"name", "purpose"})
Span = tuple[int, int]
_CLAUSE = re.compile(r"[,;] |\s(?=(?:and|but|because|so)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Strike:
    """``session`` without the words, ``rewritten`` its turns that changed, ``rest`` the message without the wish (every offset holds),
    ``note`` what was done. ``spans``: where the message at hand names what is to go.
    ``hushed``: marks of the names that are not to come back.
    """

    session: Session
    rewritten: tuple[Turn, ...]
    rest: str
    note: str
    spans: tuple[Span, ...]
    hushed: tuple[str, ...] = ()


def strike_in(session: Session, said: str) -> Strike | None:
    """What a message comes to that wants earlier words taken out, or says a name again that was; None for any other."""
    strike, again = _wished(session, said), hushed_in(session, said)
    if not again:
        return strike
    if strike is None:
        # What is told of somebody whose name was taken out is heard, without the name.
        return Strike(session, (), blanked(said, again), "", tuple(again))
    apart = [(x, y) for x, y in again if all(y <= a or b <= x for a, b in strike.spans)]
    return replace(strike, rest=blanked(strike.rest, apart), spans=(*strike.spans, *apart))


def _wished(session: Session, said: str) -> Strike | None:
    """What a message that wants earlier words taken out comes to; None for any other."""
    wishes = [wish for wish in wanted(session, said) if wish.what or wish.itself or _just_before(session, said, wish)]
    if not wishes:
        return None
    rest = blanked(said, [wish.span for wish in wishes])
    turns = {turn.number: turn for turn in session.turns}
    notes: list[str] = []
    gone: list[str] = []
    beside: list[Span] = []
    done: list[Wanted] = []
    unmet: list[Wanted] = []
    for wish in wishes:
        places, own = _meant(session, list(turns.values()), said, rest, wish)
        if len(places) > MOST:
            notes.append(phrases.STRUCK_WHICH.format(len(places)))
        elif much := _too_much(session, turns, places, wish):
            notes.append(phrases.STRUCK_MUCH.format(much))
        elif not places and not own:
            # The shorter of two names of somebody stood in the longer one.
            notes += [] if any(met.span == wish.span for met in done) else [phrases.NOT_SAID]
            unmet += [] if wish.name else [wish]
        else:
            done.append(wish)
            gone += [said[slice(*wish.span)]] if wish.itself else []
            gone += [turns[number].said[start:end] for number, start, end in places]
            gone += [rest[start:end] for start, end in own]
            for number in {number for number, _, _ in places}:
                its = [(a, b) for n, a, b in places if n == number]
                turns[number] = _without_name(turns[number], its) if wish.name else redacted(turns[number], its)
            beside += own
            rest = blanked(rest, own)
    names = [wish.what for wish in done if wish.name]
    kept = tuple(_without_echo(turns[t.number], gone, names) for t in session.turns)
    rewritten = tuple(new for new, old in zip(kept, session.turns, strict=True) if new != old)
    after = replace(session, turns=kept)
    if gone:
        notes.insert(0, _told(session, after))
    # Where nothing was found, the words that ask for it give away no more than a name.
    spans = (*(wish.at for wish in wishes if wish not in unmet), *beside)
    hushed = tuple(mark_of(session, wish.what) for wish in wishes if wish.person and gone)
    return Strike(after, rewritten, rest, " ".join(dict.fromkeys(notes)), spans, hushed)


def _too_much(session: Session, turns: dict[int, Turn], places: list[tuple[int, int, int]], wish: Wanted) -> str:
    """What the sentences tell that would go with the words, where it is the work of the tool or a lot: that is lost for good."""
    lost = [
        f for number, a, b in places for f in turns[number].facts
        if session.chain.get(f.ref) == f and _in(f, (a, b), turns[number].said)
    ]  # fmt: skip
    if not wish.what or wish.name or not (len(lost) > MOST_LOST or any(f.field.name in WORK for f in lost)):
        return ""
    return short(listed(line_for(f, session.chain).partition(" – ")[0] for f in lost), 24)


def redacted(turn: Turn, spans: list[Span]) -> Turn:
    """A turn without the words in ``spans`` and without what was noted from them, which is not asked for again; what else was noted keeps its
    place."""
    facts = tuple(f for f in turn.facts if not any(_in(f, span, turn.said) for span in spans))
    gone = [f.ref for f in turn.facts if f not in facts]
    said = turn.said
    for start, end in sorted(spans, reverse=True):
        said = said[:start] + STRUCK + said[end:]
        facts = tuple(_moved(f, end, len(STRUCK) - (end - start)) for f in facts)
    return replace(turn, said=said, facts=facts, skipped=turn.skipped or next(iter(gone), None))


def _without_name(turn: Turn, spans: list[Span]) -> Turn:
    """A turn without the names in ``spans``: what was noted beside a name stays, and what holds it stays without it; only whom it names goes."""
    touched = [fact for fact in turn.facts if any(_in(fact, span, turn.said) for span in spans)]
    named = [f for f in touched if f.field.type == "entity" or f.field.name == "name" or f.start is None]
    beside = [fact for fact in turn.facts if fact not in named]
    said = turn.said
    for start, end in sorted(spans, reverse=True):
        said = said[:start] + STRUCK + said[end:]
        beside = [_with_gap(fact, (start, end), said, turn.said) for fact in beside]
    skipped = turn.skipped or next((f.ref for f in named), None)
    return replace(turn, said=said, facts=tuple(beside), skipped=skipped)


def _with_gap(fact: Fact, span: Span, said: str, before: str) -> Fact:
    """A fact of a message in which the words in ``span`` were taken out; its words grow where they only begin or end among those."""
    if fact.start is None or fact.end is None or not _in(fact, span, before):
        return _moved(fact, span[1], len(STRUCK) - (span[1] - span[0]))
    start, end = min(fact.start, span[0]), max(fact.end, span[1]) + len(STRUCK) - (span[1] - span[0])
    value = fact.value
    if fact.field.type == "text" and isinstance(value, str):
        value = value.replace(before[slice(*span)], STRUCK)
    return replace(fact, start=start, end=end, quote=said[start:end], value=value)


def _in(fact: Fact, span: Span, said: str) -> bool:
    if fact.start is None or fact.end is None:
        return bool(fact.quote) and fact.quote in said[slice(*span)]
    return fact.start < span[1] and span[0] < fact.end


def _moved(fact: Fact, behind: int, by: int) -> Fact:
    if fact.start is None or fact.end is None or fact.start < behind:
        return fact
    return replace(fact, start=fact.start + by, end=fact.end + by)


def _meant(
    session: Session, turns: list[Turn], said: str, rest: str, wish: Wanted
) -> tuple[list[tuple[int, int, int]], list[Span]]:
    """What a wish means: places in earlier messages, and in the message itself before the wish."""
    if wish.itself:
        return [], [wish.span]
    if not wish.what:
        before = _just_before(session, said, wish)
        return ([], [before[1]]) if before and before[0] < 0 else ([(before[0], *before[1])] if before else [], [])
    places = _places(turns, wish)
    if wish.clause:
        said_in = {turn.number: turn.said for turn in turns}
        places = [(n, *_clause_of(said_in[n], (a, b), stems_of(wish.what))) for n, a, b in places]
    return places, [] if wish.name else _best(rest, wish)


def _clause_of(said: str, span: Span, told: set[str]) -> Span:
    """The clause of a sentence that alone tells of what is to go; the whole sentence where it is told in several."""
    start, end = span
    cuts = [start, *(m.start() for m in _CLAUSE.finditer(said, start, end)), end]
    telling = [(a, b) for a, b in pairwise(cuts) if told & stems_of(said[a:b])]
    return telling[0] if len(telling) == 1 else span


def _just_before(session: Session, said: str, wish: Wanted) -> tuple[int, Span] | None:
    """The words before a wish that points at them: all of this message (-1) up to it, else the last one that told something."""
    if re.search(r"\w{3,}\W+\w+", said[: wish.span[0]]):
        return -1, (0, wish.span[0])
    last = next((t for t in reversed(session.live) if t.said), None)
    return (last.number, (0, len(last.said))) if last is not None and last.said != STRUCK else None


def _places(turns: list[Turn], wish: Wanted) -> list[tuple[int, int, int]]:
    """Where earlier messages tell of it: the name itself, else the sentences that share most of the words."""
    if wish.name:
        name = _name_form(wish.what)
        return [(t.number, *m.span()) for t in turns for m in name.finditer(t.said)]
    return [
        (number, start, end)
        for part in re.split(r",|\band\b|\bor\b", wish.what)
        for number, start, end in _of_part(turns, part, wish.what)
    ]


def _name_form(name: str) -> re.Pattern[str]:
    row = r"\W+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){row}(?:['’]s)?(?!\w)", re.I)


def _of_part(turns: list[Turn], part: str, whole: str) -> list[tuple[int, int, int]]:
    told = stems_of(part) or stems_of(whole)
    shared = [
        (len(told & stems_of(t.said[m.start() : m.end()])), t.number, m.start(), m.start() + len(m[0].rstrip()))
        for t in turns
        for m in BEYOND_TITLES.finditer(t.said)
    ]
    most = max((n for n, *_ in shared), default=0)
    return [place for n, *place in shared if n == most and 2 * n >= len(told) and n] if told else []  # type: ignore[misc]


def _best(text: str, wish: Wanted) -> list[Span]:
    """The sentences of the message itself, before its wish, that tell of it."""
    before = Turn(-1, said=text[: wish.span[0]])
    return [(start, end) for _, start, end in _places([before], wish)]


def _without_echo(turn: Turn, gone: list[str], names: list[str]) -> Turn:
    """A turn whose reply, note and contradictions no longer repeat what was struck; ``names``, however few words they have."""
    if not gone:
        return turn
    conflicts = tuple(
        c for c in turn.conflicts if not any(q and q in text for q in (c.old_quote, c.new_quote) for text in gone)
    )
    facts = tuple(f for f in turn.facts if not (f.quote and f.start is None and any(f.quote in text for text in gone)))
    reply, note = (_silenced(_unnamed(text, names), gone) for text in (turn.reply, turn.note))
    return replace(turn, reply=reply, note=note, conflicts=conflicts, facts=facts)


def _unnamed(text: str, names: list[str]) -> str:
    for name in names:
        text = _name_form(name).sub(STRUCK, text)
    return text


def _silenced(text: str, gone: list[str]) -> str:
    """A text without any run of words that stood in what was struck."""
    lost = [tuple(w.lower() for w in re.findall(r"\w+", one)) for one in gone]
    words = list(re.finditer(r"\w+", text))
    at, spans = 0, []
    while at < len(words):
        size = max((_run(words, at, one) for one in lost), default=0)
        if size >= IN_A_ROW:
            spans.append((words[at].start(), words[at + size - 1].end()))
        at += size if size >= IN_A_ROW else 1
    for start, end in reversed(spans):
        text = text[:start] + STRUCK + text[end:]
    return text


def _run(words: list[re.Match[str]], at: int, lost: tuple[str, ...]) -> int:
    """How many words from ``at`` on stand in a row in ``lost``."""
    best = 0
    for begin, word in enumerate(lost):
        if word != words[at][0].lower():
            continue
        size = 0
        while at + size < len(words) and begin + size < len(lost) and words[at + size][0].lower() == lost[begin + size]:
            size += 1
        best = max(best, size)
    return best


def _told(before: Session, after: Session) -> str:
    """What was taken out, in words that do not repeat it."""
    left = {(f.ref, f.value) for f in after.facts}
    lost = [f for f in before.chain.facts.values() if (f.ref, f.value) not in left]
    if not lost:
        return phrases.STRUCK
    named = listed(line_for(f, before.chain).partition(" – ")[0] for f in lost[:MOST_NAMED])
    more = f" and {len(lost) - MOST_NAMED} more" if len(lost) > MOST_NAMED else ""
    return phrases.STRUCK_WITH.format(short(named, 24) + more)
