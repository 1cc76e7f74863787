"""Repairs in a conversation: what a correction without a name corrects, what "I told you already" points at. Pure but for its reader.

A correction seldom names its field: "make that Sweden", "hold on, not Ireland: it's Belgium". The message is therefore read again as
an answer to the questions it could belong to, the likeliest first: the one whose old value it quotes, the one whose words it uses,
the latest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.correcting import adds, called_wrong, put_instead
from vcassist.interview.moves import says_nothing
from vcassist.interview.offered import in_offered_words
from vcassist.interview.pointing import elsewhere
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate
from vcassist.interview.session import Session
from vcassist.interview.words import name_of

# How many earlier questions a correction is tried on, and how far back a message is looked for.
TRIES = 6
BACK = 40
SURE = 0.75
FAIR = 0.5
# What leads up to the new value in a correction.
_LEAD = re.compile(
    r"[\W_]*(?:(?:sorry|no|wait|hold on|hang on|oops|actually|correction|but|so|and|rather|well|in fact|instead|please|earlier|before|i (?:said|told you|wrote|put|meant|mean|was wrong|got that wrong|take that back)|"
    r"make (?:that|it)|change (?:that|it) to|(?:it|that)(?:['’]?s| is| was| should be| should have been)|should (?:be|have been))\b[\W_]*)+",
    re.I,
)
# What stands before a value that is denied.
_DENIED = re.compile(
    r"(?:\bnot|n['’]t)(?: (?:the|an?|in|by|from|with|called|at|of|on|to|really|actually|use|using|used|have|run|say|mean))*[\s\"“'‘]*$",
    re.I,
)
# A message that begins with what it is about: a few words and a colon, or after "about" a dash or a comma.
_ADDRESSED = re.compile(
    r"\W*(?:(?:ah|oh|hm+|er+|no|wait|sorry|well|so|and|by the way)\W+)*"
    r"(?:(?:about|regarding|concerning|as for|as to|on|re)\b:? (?P<long>[^.,;:!?–—-]{3,40})[,:–—-]|(?P<short>(?:[\w'’-]+ ){0,3}[\w'’-]+):\s)",
    re.I,
)
# The no of "no, wait" takes something back and answers nothing.
_MARK = re.compile(r"(?:no+|nope|not|sorry|wait)\W*", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the and for that this with not but are was were you your our they them its has have had what which who where when how does "
        "did about from into said say told tell earlier before answer change want correct sorry actually meant mean mistake wrong just",
    )
)
Country = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Target:
    """An earlier answer that a correction may be about. ``quoted``: the message repeats its old value; ``latest``: it came last."""

    fact: Fact
    weight: float
    quoted: bool
    latest: bool


def words_of(text: str) -> set[str]:
    """The telling words of a text, in lower case."""
    return {w for w in (m.lower() for m in _WORD.findall(text)) if w not in _COMMON}


def field_words(spec: Field) -> set[str]:
    return words_of(f"{spec.label} {name_of(spec.key)} {spec.kind}")


def targets(session: Session, said: str, country: Country) -> list[Target]:
    """Earlier answers, the likeliest to be meant by ``said`` first."""
    heard, addressed = words_of(said), _addressed_words(said)
    newest = max((f.turn for f in session.chain.facts.values()), default=0)
    found = []
    for fact in session.chain.facts.values():
        quoted = old_value_in(fact, said, country) is not None
        shared = len(words_of(fact.quote) & heard)
        weight = 3.0 * quoted + 0.7 * min(2, len(field_words(fact.field) & heard)) + 0.4 * min(2, shared)
        weight += 2.0 * bool(field_words(fact.field) & addressed)
        found.append(Target(fact, weight + 1.0 / (1 + newest - fact.turn), quoted, fact.turn == newest))
    return sorted(found, key=lambda t: (-t.weight, -t.fact.turn, t.fact.ref))


def denies_known(session: Session, said: str, country: Country) -> bool:
    """Whether a message denies a value that was noted before, by its name: "it is not OpenAI, it is Mistral", "45 is wrong"."""
    return any(_denied(fact, said, country) for fact in session.chain.facts.values() if fact.status == "known")


def _denied(fact: Fact, said: str, country: Country) -> bool:
    place = old_value_in(fact, said, country)
    return place is not None and bool(_DENIED.search(said[: place[0]]) or called_wrong(said, place[1]))


def addresses(session: Session, said: str) -> bool:
    """Whether a message begins with what an earlier answer is about ("Retention: …", "about the person in charge, …")."""
    addressed = _addressed_words(said)
    return any(field_words(fact.field) & addressed for fact in session.chain.facts.values())


def _addressed_words(said: str) -> set[str]:
    named = _ADDRESSED.match(said)
    return words_of(named["short"] or named["long"]) if named else set()


def renamed(session: Session, said: str, gated: tuple[Fact, ...], country: Country) -> tuple[Fact, ...]:
    """The facts of a correction, with a new name where the wrong one stood instead of on a further component.

    That is where a name that the message denies stands, else the component that is asked about, else the only one of its kind; where
    none of them is there, the name stays a further one's. What is told of the new name goes with it.
    """
    chain, asked = session.chain, (session.asked or "").partition(".")[0]
    for new in [f for f in gated if f.ref.endswith(".name") and f.component not in chain.all_components()]:
        named = [c for c in chain.mentioned(new.kind) if (f := chain.get(f"{c}.name")) and f.status == "known"]
        wrong = [c for c in named if _denied(chain.facts[f"{c}.name"], said, country)]
        meant = wrong or [c for c in named if c == asked] or named
        if len(meant) == 1:
            gated = tuple(
                replace(f, ref=f"{meant[0]}.{f.field.name}") if f.component == new.component else f
                for f in gated
                # The words of the new name name nothing else, and no fallback follows from a correction.
                if f is new or not _within(f, new)
            )
    return gated


def _within(fact: Fact, name: Fact) -> bool:
    """Whether a fact rests on the words of a name, or is a fallback that was concluded from them."""
    return fact.overlaps(name) and (
        fact.field.name in ("name", "alternative") or (fact.start, fact.end) == (name.start, name.end)
    )


def old_value_in(fact: Fact, said: str, country: Country) -> tuple[int, int] | None:
    """Where a message repeats the old value: its words, its quote or the number in it.

    A quote of yes, no or the like stands in many messages that are about something else.
    """
    old = [*([] if says_nothing(fact.quote) else [fact.quote]), *re.findall(r"\d+", fact.quote)]
    if fact.status == "known" and fact.field.type != "yesno":
        names = (country(v) if fact.field.type == "country" else fact.field.options.get(v, v) for v in fact.values)
        old += list(names)
    for words in old:
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said, re.I) if len(words) > 1 else None
        if found:
            return found.span()
    return None


def _pieces(said: str, old: tuple[int, int] | None) -> Iterator[tuple[int, str]]:
    """The message, and what of it can hold the new value, each with its place: without the words of correcting and the old value."""
    # Behind what it is about, a message tells it; what leads up to that says only that something was wrong.
    named = _ADDRESSED.match(said)
    begins = named.end() if named else put_instead(said)
    if begins is not None and said[begins:].strip():
        yield begins, said[begins:]
    yield 0, said
    parts = [(0, said)] if old is None else [(old[1], said[old[1] :]), (0, said[: old[0]])]
    for at, part in parts:
        lead = _LEAD.match(part)
        begin = lead.end() if lead else 0
        text = re.sub(r"[\W_]*\b(?:and )?not\W*$|[\s,;:]+$", "", part[begin:])
        if text.strip() and text != said:
            yield at + begin, text


def reread(
    session: Session, said: str, reader: Reader, country: Country, *, only_quoted: bool
) -> tuple[Fact, Fact] | None:
    """(old, new) of the earlier answer that ``said`` corrects, or None. ``only_quoted``: it must repeat the old value.

    The same value twice means that it was only said again.
    """
    same: tuple[Fact, Fact] | None = None
    for target in targets(session, said, country)[:TRIES]:
        if only_quoted and not target.quoted:
            continue
        old = target.fact
        if old.ref.endswith(".name") and adds(said) and not _denied(old, said, country):
            continue
        if elsewhere(old.ref, said, session.chain, session.asked):
            continue
        for at, text in _pieces(said, old_value_in(old, said, country)):
            if same is not None and same[0] is old and old.field.type == "text" and not _denied(old, said, country):
                # What is only named again is not what the words beside it say.
                break
            new = _read_as(text, at, old.ref, reader, session, fair=FAIR)
            if new is None or _loose(new, target) or (new.open and same is not None and same[0] is old):
                continue
            if not new.says_the_same(old):
                return old, new
            if target.quoted or target.weight >= 1.5:
                same = same or (old, new)
    return same


def _read_as(text: str, at: int, ref: str, reader: Reader, session: Session, fair: float) -> Fact | None:
    """What a piece of a message says as an answer to ``ref``, with its place in the whole message.

    The reader does not see what stands there: beside a name that is noted already, another one would be a further component's.
    """
    others = {known: fact for known, fact in session.chain.facts.items() if known != ref}
    reading = reader.read(text, ref, session.chain.with_facts(others))
    proposals = tuple(p for p in reading.proposals if p.ref == ref and p.confidence >= fair)
    for fact in gate(Reading(proposals, "correction"), text).facts:
        return replace(fact, start=(fact.start or 0) + at, end=(fact.end or 0) + at)
    return next(
        (replace(f, start=(f.start or 0) + at, end=(f.end or 0) + at) for f in in_offered_words(text, ref, 0)), None
    )


def only_marks(quote: str) -> bool:
    """Whether the words of an answer are but the no or the sorry that leads up to a correction."""
    return _MARK.fullmatch(quote.strip()) is not None


def _loose(new: Fact, target: Target) -> bool:
    """A yes, a no or mere words could belong to anything: they need words of their own field, or to come straight after it."""
    if new.field.type not in ("yesno", "text") or target.weight >= 1.5:
        return False
    lead = _LEAD.match(new.quote)
    begins = (new.start or 0) <= 2 and only_marks(new.quote)
    leads = begins or (new.field.type == "text" and lead is not None and lead.end() >= len(new.quote))
    return not target.latest or leads


def other_one(session: Session) -> tuple[Fact, str] | None:
    """The latest answer that has exactly one other value, with that value: of two options, or the one that it replaced."""
    chain = session.chain
    known = [f for f in chain.facts.values() if f.status == "known"]
    latest = max(known, key=lambda f: f.turn, default=None)
    if latest is None or not isinstance(latest.value, str):
        return None
    before = [f.value for f in chain.history.get(latest.ref, ()) if f.status == "known" and f.value != latest.value]
    options = {"yes": "no", "no": "yes"} if latest.field.type == "yesno" else _opposites(latest.field)
    other = before[-1] if before else options.get(latest.value)
    return (latest, other) if isinstance(other, str) else None


def _opposites(spec: Field) -> dict[str, str]:
    one, *rest = spec.values or ("",)
    return {one: rest[0], rest[0]: one} if len(rest) == 1 else {}


def told_before(session: Session, ref: str, reader: Reader) -> tuple[Fact, float] | None:
    """What an earlier message says about ``ref``, with how sure that is (0 to 1). The fact keeps that message's turn and quote.

    A message that shares no word with the field is never more than fair: read as an answer to anything, words say a lot.
    """
    spec = field_of(ref)
    own = _own_stems(spec)
    for turn in [t for t in reversed(session.live) if t.said and t.undoes is None][:BACK]:
        if len(turn.said.split()) < 4:
            continue
        # That somebody did not know something else is not what they say they told.
        proposals = [p for p in reader.read(turn.said, ref, Chain()).proposals if p.ref == ref and p.status == "known"]
        best = max((p.confidence for p in proposals), default=0.0)
        for fact in gate(Reading(tuple(proposals), "answer"), turn.said, turn.number).facts:
            near = bool(_stems(fact.quote) & own) or spec.type in ("text", "entity", "country")
            if best >= (FAIR if near else SURE) and len(fact.quote.split()) >= (2 if spec.type == "yesno" else 1):
                return fact, best if near else FAIR
    return None


def _own_stems(spec: Field) -> set[str]:
    said = (phrase for phrases in spec.says.values() for phrase in phrases)
    return _stems(f"{spec.question} {spec.label} {' '.join((*spec.options.values(), *said))}")


def shares_words(said: str, spec: Field) -> bool:
    """Whether a message uses a word of a field's question, choices or usual answers."""
    return bool(_stems(said) & _own_stems(spec))


def _stems(text: str) -> set[str]:
    """The telling words of a text by their first four letters, so that slow and slower meet."""
    return {word[:4] for word in words_of(text)}


def meant_field(session: Session, said: str) -> str | None:
    """The reference whose words a wish to change something uses: one that was answered, else passed over, else any; else None."""
    heard = words_of(said)
    answered = [*session.chain.facts]
    passed = [ref for t in session.live for ref in (t.skipped, t.awaiting.ref if t.awaiting else None) if ref]
    for group in (answered, passed, list(FIELDS)):
        best = max(group, key=lambda ref: len(field_words(field_of(ref)) & heard), default=None)
        if best is not None and field_words(field_of(best)) & heard:
            return best
    return None
