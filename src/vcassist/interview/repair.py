"""Repairs in a conversation: what a correction without a name corrects, what "I told you already" points at. Pure but for its reader.

A correction seldom names its field: "make that Sweden", "hold on, not Ireland: it's Belgium". The message is therefore read again as
an answer to the questions it could belong to, the likeliest first: the one whose old value it quotes, the one whose words it uses,
the latest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from vcassist.chain.facts import Chain, Fact, Value, checked_value, field_of
from vcassist.chain.fields import ALONE, FIELDS, Field
from vcassist.interview.correcting import adds, called_wrong, put_instead
from vcassist.interview.moves import says_nothing
from vcassist.interview.offered import in_offered_words
from vcassist.interview.pointing import elsewhere
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate
from vcassist.interview.session import Awaiting, Session
from vcassist.interview.words import name_of, shown_value

# How many earlier questions a correction is tried on, and how far back a message is looked for.
TRIES = 8
BACK = 40
SURE = 0.75
FAIR = 0.5
CLEAR = 0.85
# What these fields take is told from other things said; a yes or some words may belong anywhere.
CHOSEN = ("enum", "country", "set")
# From this weight on the words of a message mean an answer; below it they only may.
MEANT = 1.5
# One word of its field names an answer, where nothing else of a message does.
NAMED = 0.7
# A word that at most so many fields share tells of which is spoken.
TELLING = 4
# What leads up to the new value in a correction.
_LEAD = re.compile(
    r"[\W_]*(?:(?:sorry|no|wait|hold on|hang on|oops|actually|correction|but|so|and|rather|well|in fact|instead|please|earlier|before|i (?:said|told you|wrote|put|meant|mean|was wrong|got that wrong|take that back)|"
    r"make (?:that|it)|change (?:that|it) to|(?:it|that)(?:['’]?s| is| was| should be| should have been)|should (?:be|have been))\b[\W_]*)+",
    re.I,
)
# What stands before a value that is denied, set aside or over.
_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bno longer|\bno more|\binstead of|\brather than|\bnever|\b(?:we|i|they) (?:left|quit|dropped)|\bstopped using|\bmoved (?:away|off) from|"
    r"\b(?:forget|scrap|strike|erase|delete|drop|cross out|ignore|disregard|remove|take back|took back)(?: (?:out|about|that|what i said))*)"
    r"(?: (?:the|an?|in|by|from|with|called|at|of|on|to|about|for|bit|part|thing|really|actually|use|using|used|have|run|say|said|mean|pay|paying|just|my|our))*[\s\"“'‘]*$",
    re.I,
)
# A number that was given in words may be repeated in figures, and the other way round.
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# The first word of a longer name stands for it ("Rohelabor" for "Rohelabor OÜ"), unless it is short or common.
LEAST_NAME = 5
# A message that begins with what it is about: a few words and a colon, or after "about" a dash or a comma.
_ADDRESSED = re.compile(
    r"\W*(?:(?:ah|oh|hm+|er+|no|wait|sorry|well|so|and|by the way)\W+)*"
    r"(?:(?:about|regarding|concerning|as for|as to|on|re)\b:? (?P<long>[^.,;:!?–—-]{3,40})[,:–—-]|(?P<short>(?:[\w'’-]+ ){0,3}[\w'’-]+):\s)",
    re.I,
)
_ONLY = re.compile(r"\b(?:only|just|nothing but|no one else|nobody else|nothing else|alone)\b", re.I)
# "9 -> 19": what stands behind the arrow is right.
_ARROW = re.compile(r"\s*(?:→|=+>|-+>|»)\s*")
# "For Otter read Trint".
_READ = re.compile(r"\W*(?:please )?(?:read|write|put|note)\b", re.I)
# That something is not known after all; not that somebody wonders why it was said.
_UNKNOWN = re.compile(
    r"\b(?:i|we|nobody|no one|he|she|they)(?: \w+){0,2}? (?:(?:do|does|did)(?: not|n['’]?t)(?: \w+){0,2}? know|have no (?:idea|clue)|(?:can ?not|can['’]?t) (?:\w+ )?(?:say|tell)|knows)\b(?! why)|\b(?:not known|no idea|unknown)\b",
    re.I,
)
_CLAUSE_END = re.compile(r"[.;!?\n]+\s*|,\s+|\s[–—-]\s")
# A message that begins by taking back what was just said.
_OF_THE_LAST = re.compile(
    r"\W*(?:(?:oh|ah|hm+|er+|well|but)\W+)*(?:(?:no|sorry|wait|oops|hang on|hold on|pardon|actually|correction|argh?|ugh)\b\W*)+(?:(?:no|sorry|wait|oops)\b\W*)*(?:that|it|there|make)(?:['’]s| is| was| were|['’]re)? ",
    re.I,
)
# A yes or no that is to be noted ("put a yes there", "turn that into a no").
_PUT_YES = re.compile(
    r"\b(?:put|note|write|mark|make|turn|change|set|call|enter)\b[^.!?]{0,40}?\b(?P<value>yes|no|partly)\b(?=\W*$|\W+(?:there|here|please|instead|then|for)\b|[.!,;])",
    re.I,
)
# Behind the old value, before a turn, nothing else is told.
_LEFT = re.compile(r"\w{3}")
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
    """An earlier answer that a correction may be about. ``quoted``: the message repeats its old value; ``latest``: it came last.

    ``weight`` is ``bearing``, by its words alone, with what came lately before what came long ago.
    """

    fact: Fact
    weight: float
    bearing: float
    quoted: bool
    latest: bool


def words_of(text: str) -> set[str]:
    """The telling words of a text, in lower case."""
    return {w for w in (m.lower() for m in _WORD.findall(text)) if w not in _COMMON}


def field_words(spec: Field) -> set[str]:
    return words_of(f"{spec.label} {name_of(spec.key)} {spec.kind}")


def targets(session: Session, said: str, country: Country) -> list[Target]:
    """Earlier answers, the likeliest to be meant by ``said`` first."""
    heard, addressed, stems = words_of(said), _addressed_words(said), _stems(said)
    newest = max((f.turn for f in session.chain.facts.values()), default=0)
    found = []
    for fact in session.chain.facts.values():
        quoted = old_value_in(fact, said, country) is not None
        shared = len(words_of(fact.quote) & heard)
        own = max(len(field_words(fact.field) & heard), len(_telling_stems(fact.field.key) & stems))
        bearing = 3.0 * quoted + 0.7 * min(2, own) + 0.4 * min(2, shared)
        bearing += 2.0 * bool(field_words(fact.field) & addressed)
        late = 1.0 / (1 + newest - fact.turn)
        found.append(Target(fact, bearing + late, bearing, quoted, fact.turn == newest))
    return sorted(found, key=lambda t: (-t.weight, -t.fact.turn, t.fact.ref))


def taken_back(session: Session, said: str, country: Country) -> Fact | None:
    """The one answer that an order to take back means by its words ("forget what I said about the size"), else None."""
    found = sorted(targets(session, said, country), key=lambda t: -t.bearing)
    if not found or found[0].bearing < NAMED or (len(found) > 1 and found[1].bearing == found[0].bearing):
        return None
    return found[0].fact


def denies_known(session: Session, said: str, country: Country, put: Set[str] = frozenset()) -> bool:
    """Whether a message denies a value that was noted before, by its name: "it is not OpenAI, it is Mistral", "45 is wrong".

    ``put``: the references that were just put to the person, whose values are theirs to deny.
    """
    known = (fact for ref, fact in session.chain.facts.items() if fact.status == "known" and ref not in put)
    return any(_denied(fact, said, country) for fact in known)


def turns_from_known(session: Session, said: str, turn: int, country: Country) -> bool:
    """Whether all that stands before a turn ("9 → 19") is the old value of another answer than the one that is asked for."""
    before = said[: m.start()] if (m := _ARROW.search(said)) else said[:turn]
    others = (fact for ref, fact in session.chain.facts.items() if ref != session.asked and fact.status == "known")
    places = (old_value_in(fact, before, country) for fact in others)
    return any(
        p and not re.search(r"\w(?<!\bs(?=/))", before[: p[0]]) and not _LEFT.search(before[p[1] :]) for p in places
    )


def denied(ref: str, value: Value | None, said: str, country: Country) -> bool:
    """Whether a message denies a value by its name, or calls it wrong."""
    if value is None:
        return False
    return _denied(Fact(ref, "known", value, shown_value(ref, value, country)), said, country)


def third_value(
    session: Session,
    said: str,
    awaiting: Awaiting,
    gated: Sequence[Fact],
    reader: Reader,
    number: int,
    country: Country,
) -> tuple[Fact, ...]:
    """What stands in the place of the two values of a contradiction: "it is not Rohelabor, it's Viljandi Vision"."""
    ref, two = awaiting.ref, [v for v in (awaiting.old, awaiting.new) if v is not None]
    wrong = [v for v in two if denied(ref, v, said, country)]
    if not wrong or any(f.ref == ref and f.status == "known" and f.value not in two for f in gated):
        return ()
    at = old_value_in(Fact(ref, "known", wrong[-1], shown_value(ref, wrong[-1], country)), said, country)
    for start, text in _pieces(said, at):
        new = _read_as(text, start, ref, reader, session, fair=FAIR)
        if new is not None and new.status == "known" and not any(same_value(new.value, v, ref) for v in two):
            return (replace(new, turn=number),)
    return ()


def same_value(one: Value | None, other: Value | None, ref: str) -> bool:
    """Whether two values are the same, a name also where it is said shorter."""
    if isinstance(one, str) and isinstance(other, str) and field_of(ref).type in ("entity", "text"):
        short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
        return bool(short) and long[: len(short)] == short
    return one == other


def _denied(fact: Fact, said: str, country: Country) -> bool:
    place = old_value_in(fact, said, country)
    if place is None:
        return False
    before, behind = said[: place[0]], said[place[1] :]
    replaced = re.search(r"\bfor\W*$", before, re.I) and _READ.match(behind)
    return bool(_DENIED.search(before) or called_wrong(said, place[1]) or replaced)


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
    old = [*([] if says_nothing(fact.quote) else [fact.quote]), *_numbers_in(fact.quote)]
    if fact.status == "known" and fact.field.type != "yesno":
        names = [country(v) if fact.field.type == "country" else fact.field.options.get(v, v) for v in fact.values]
        old += names
        if fact.field.type == "entity" or fact.field.name == "name":
            old += [first for name in names if len(first := name.split()[0]) >= LEAST_NAME and first[0].isupper()]
    for words in old:
        found = re.search(rf"(?<![\w.,]){re.escape(words)}(?![\w%]|[.,]\d)", said, re.I) if words else None
        if found and (len(words) > 1 or words.isdigit()):
            return found.span()
    return None


def _numbers_in(quote: str) -> list[str]:
    """The numbers of a quote, each in figures and, where it is small, in words."""
    words = {name: str(value) for value, name in enumerate(_NUMBERS, 1)}
    figures = re.findall(r"\d+", quote)
    named = [w for w in re.findall(r"[a-z]+", quote.lower()) if w in words]
    spelt = {value: name for name, value in words.items()}
    return [*figures, *(spelt[f] for f in figures if f in spelt), *(words[w] for w in named), *named]


def set_put_right(old: Fact | None, new: Fact, said: str, country: Country) -> Fact:
    """The new value of a set, with what a correction leaves of the old one: what it adds to, and what it does not deny.

    "Not children, patients" takes the children out and leaves the staff in; "only patients" leaves nothing else.
    """
    if old is None or new.field.type != "set" or not (old.values and new.values):
        return new
    gone = {v for v in old.values if _denied_member(old, v, said)}
    named = [v for v in old.values if v not in gone and _member_in(old, v, said)]
    kept = old.values if adds(said) and not gone else [v for v in old.values if v not in gone] if gone else named
    if not kept or _ONLY.search(said) or ALONE & {*kept, *new.values}:
        return new
    merged = dict.fromkeys((*kept, *(v for v in new.values if v not in gone)))
    return replace(new, value=checked_value(new.ref, list(merged)))


def without_member(session: Session, said: str, country: Country, put: Set[str]) -> tuple[Fact, Fact] | None:
    """(old, new) of a set of which a message denies a part and puts nothing in its place: "strike the bit about children"."""
    for fact in session.chain.facts.values():
        if fact.field.type != "set" or len(fact.values) < 2 or fact.ref in put:
            continue
        gone = {v: place for v in fact.values if (place := _denied_member(fact, v, said))}
        left = [v for v in fact.values if v not in gone]
        if gone and left:
            start, end = min(p[0] for p in gone.values()), max(p[1] for p in gone.values())
            value = checked_value(fact.ref, left)
            return fact, Fact(fact.ref, "known", value, said[start:end], start, end)
    return None


def _member_in(fact: Fact, value: str, said: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(fact.field.options.get(value, value))}(?!\w)", said, re.I)


def _denied_member(fact: Fact, value: str, said: str) -> tuple[int, int] | None:
    """Where a message denies one value of a set by its label."""
    place = _member_in(fact, value, said)
    if place is None or not (_DENIED.search(said[: place.start()]) or called_wrong(said, place.end())):
        return None
    return place.span()


def _pieces(said: str, old: tuple[int, int] | None) -> Iterator[tuple[int, str]]:
    """The message, and what of it can hold the new value, each with its place: without the words of correcting and the old value."""
    # Behind what it is about, a message tells it; what leads up to that says only that something was wrong.
    named = _ADDRESSED.match(said)
    begins = named.end() if named else put_instead(said)
    if begins is not None and said[begins:].strip():
        yield begins, said[begins:]
    arrow = _ARROW.match(said, old[1]) if old else None
    if arrow and (right := re.match(r"[^,;.]+", said[arrow.end() :])):
        yield arrow.end(), right[0]
    yield 0, said
    parts = [(0, said)] if old is None else [(old[1], said[old[1] :]), (0, said[: old[0]])]
    for at, part in parts:
        lead = _LEAD.match(part)
        begin = lead.end() if lead else 0
        text = re.sub(r"[\W_]*\b(?:and )?not\W*$|[\s,;:]+$", "", part[begin:])
        if text.strip() and text != said:
            yield at + begin, text


def reread(
    session: Session,
    said: str,
    reader: Reader,
    country: Country,
    put: Set[str] = frozenset(),
    *,
    only_quoted: bool,
    only_meant: bool = False,
) -> tuple[Fact, Fact] | None:
    """(old, new) of the earlier answer that ``said`` corrects, or None.

    ``only_quoted``: it must repeat the old value; ``only_meant``: its words must mean that answer. None of those in ``put``.

    The same value twice means that it was only said again.
    """
    same: tuple[Fact, Fact] | None = None
    tried = 0
    for target in targets(session, said, country):
        old = target.fact
        if (
            old.ref in put
            or (only_quoted and not target.quoted)
            or (only_meant and target.weight < MEANT and old.field.type not in CHOSEN)
        ):
            continue
        # Words that may mean any answer set one right only where they plainly answer its question.
        if (tried := tried + 1) > TRIES:
            break
        fair = CLEAR if only_meant and target.weight < MEANT else FAIR
        if old.ref.endswith(".name") and adds(said) and not _denied(old, said, country):
            continue
        if elsewhere(old.ref, said, session.chain, session.asked):
            continue
        if (not_known := _not_known(said, old, target, reader, session)) is not None:
            return old, not_known
        for at, text in _pieces(said, old_value_in(old, said, country)):
            if same is not None and same[0] is old and old.field.type == "text" and not _denied(old, said, country):
                # What is only named again is not what the words beside it say.
                break
            new = _read_as(text, at, old.ref, reader, session, fair=fair)
            if new is None or _loose(new, target) or (new.open and same is not None and same[0] is old):
                continue
            if not new.says_the_same(old):
                return old, new
            if target.quoted or target.weight >= MEANT:
                same = same or (old, new)
    return same


def of_the_last(session: Session, said: str, reader: Reader, put: Set[str]) -> tuple[Fact, Fact] | None:
    """(old, new) of what was said just before, where a message begins by taking that back: "no no, that was with the children. We are seven"."""
    last = next((t for t in reversed(session.live) if t.said), None)
    old = session.chain.get(last.facts[0].ref) if last and len(last.facts) == 1 else None
    if old is None or last is None or old != last.facts[0] or old.ref in put or not _OF_THE_LAST.match(said):
        return None
    if (
        old.field.type not in CHOSEN
        or old.ref == session.asked
        or elsewhere(old.ref, said, session.chain, session.asked)
    ):
        return None
    for at, text in _pieces(said, None):
        new = _read_as(text, at, old.ref, reader, session, fair=CLEAR)
        if new is not None and not new.open and not new.says_the_same(old):
            return old, new
    return None


def _not_known(said: str, old: Fact, target: Target, reader: Reader, session: Session) -> Fact | None:
    """That an earlier answer was but a guess and is not known, where a clause says so: "no, actually we don't know how long"."""
    says = _UNKNOWN.search(said) if old.status == "known" and target.weight >= MEANT else None
    if says is None:
        return None
    begins = max((m.end() for m in _CLAUSE_END.finditer(said, 0, says.start())), default=0)
    ends = next((m.start() for m in _CLAUSE_END.finditer(said, says.end())), len(said))
    found = _read_as(said[begins:ends], begins, old.ref, reader, session, fair=FAIR)
    return found if found is not None and found.status == "unknown" else None


def _read_as(text: str, at: int, ref: str, reader: Reader, session: Session, fair: float) -> Fact | None:
    """What a piece of a message says as an answer to ``ref``, with its place in the whole message.

    The reader does not see what stands there: beside a name that is noted already, another one would be a further component's.
    """
    others = {known: fact for known, fact in session.chain.facts.items() if known != ref}
    reading = reader.read(text, ref, session.chain.with_facts(others))
    proposals = tuple(p for p in reading.proposals if p.ref == ref and p.confidence >= fair)
    for fact in gate(Reading(proposals, "correction"), text).facts:
        return replace(fact, start=(fact.start or 0) + at, end=(fact.end or 0) + at)
    if field_of(ref).type == "yesno" and (put := _PUT_YES.search(text)):
        value = put["value"].lower()
        return Fact(ref, "known", value, put[0], put.start() + at, put.end() + at)
    return next(
        (replace(f, start=(f.start or 0) + at, end=(f.end or 0) + at) for f in in_offered_words(text, ref, 0)), None
    )


def only_marks(quote: str) -> bool:
    """Whether the words of an answer are but the no or the sorry that leads up to a correction."""
    return _MARK.fullmatch(quote.strip()) is not None


def _loose(new: Fact, target: Target) -> bool:
    """A yes, a no or mere words could belong to anything: they need words of their own field, or to come straight after it."""
    if new.field.type not in ("yesno", "text") or target.weight >= MEANT:
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


@cache
def _telling_stems(key: str) -> frozenset[str]:
    """The stems of a field's own words that few other fields have: those by which people mean it."""
    every = Counter(stem for spec in FIELDS.values() for stem in _own_stems(spec))
    return frozenset(stem for stem in _own_stems(FIELDS[key]) if every[stem] <= TELLING)


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
