"""Tells of which tool or model each part of a message speaks, where several are named, and reads the parts one by one.

One reading of a whole message gives one value a field. Where it names two tools ("For the first nobody, for the second the nurse"),
each has its own: the message is cut into stretches that speak of one of them, and each stretch is read by itself. A stretch that names
none belongs to the one spoken of before. With one tool, nothing here does anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.ports import Proposal
from vcassist.reading import belonging
from vcassist.reading.answering.value_words import proper_name, tells_work
from vcassist.reading.naming.kinds_named import kind_before
from vcassist.reading.naming.marks import ALL, KINDS, NAME, NOBODY, Mark, Marks, without_number
from vcassist.reading.naming.names_said import places_of
from vcassist.reading.naming.newcomers import Newcomer
from vcassist.reading.stretches import (
    NEW_SURE,
    Read,
    Stretch,
    as_a_tool,
    as_it,
    is_part,
    once,
    part_at,
    says_no_more,
    surest,
    told_by,
    unframed,
)
from vcassist.reading.text import Span, stripped, windows
from vcassist.reading.told.of_all import OfOne, of_one, with_it
from vcassist.reading.told.parallel import CHOSEN, PARALLEL_SURE, by_a_verb_alone, left_open, put_for_all, said_too

# (names that are known, what was read as something else) → names of further tools.
Find = Callable[[list[str], list[tuple[int, int]]], Iterable[Newcomer]]
# (stretch, kind.field that it answers) → what it proposes.
Ask = Callable[[Span, str], list[Proposal]]


@dataclass(frozen=True, slots=True)
class News:
    """How names that nothing announces are found, and what is told of them is read: it answers no question."""

    find: Find
    read: Read


# What people have several of and call by what they are, where they are asked about them.
_COUNTED_BESIDES = ("data",)
_CUT = re.compile(r"[,;:]?\s+(?=(?:and|but|while|whereas|or|yet|plus)\b)|[,;]\s+|\s[-–—]+\s", re.I)
_STRONG = re.compile(r"[,;:]\s+(?:and|but|while|whereas|yet)|;|\s(?:but|while|whereas)\b|\s[-–—]+\s", re.I)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Words between the beginning of a clause and a name that heads it ("and for the Otter one").
HEAD_WORDS = 4
# An answer of its own before the sentence turns to something that has a name ("Yes, but PestCam …", "No, and Otter …").
_ANSWER_FIRST = re.compile(
    r"\W*(?:yes|yeah|yep|no|nope|never|always|nobody|no one|sometimes|neither|both|partly)\b\s*[,;–-]+\s*(?=and\b|but\b|though\b|only\b)",
    re.I,
)
# What joins one part to the next, at the end of the first.
_LEADS_ON = re.compile(r"[\s,;:–-]*(?:\b(?:and|but|while|plus|also|then|the|our)\b\s*)*$", re.I)
# What is said of a second thing as it was said of a first.
_TOO = re.compile(r"\b(?:either|too|as well|likewise)\W*$", re.I)
# What follows names of which the same is said ("Kora and Nyota are in daily use").
_BOTH_DO = re.compile(
    r"\s(?:both\s|all\s)?(?:are|were|have|get|do|don['’]t|can|cannot|need|run|work|help|go|come|sit|aren['’]t|haven['’]t)\b",
    re.I,
)
_DECIDES = re.compile(r"(?:decides|determines)\b(?! (?:nothing|nobody|no)\b)", re.I)
# What takes a tool's place when it fails is no further tool by that.
_STEPS_IN = re.compile(
    r"\b(?:instead|otherwise|then|if|when(?:ever)?|until|meanwhile|in the meantime|fall\w* back|fallback|back-?ups?|takes? over|steps? in|stands? in|jumps? in|without it)\b",
    re.I,
)
_THE_OTHER = re.compile(r"\b(?:the|our|my)\sother\b", re.I)
# What a tool does or is for that has nothing but a number.
_ITS_TASK = re.compile(
    r"(?:\s(?:of\sthem|one|tool|app))?,?\s(?:(?P<for>(?:(?:is|serves)\s(?:used\s)?)?(?:for|to)\s(?:the\s|our\s)?)|(?!(?:is|was|are|has|had|have|does|did|do|can|will|we|i|they|it|called|named)\b))(?P<task>[a-z][^.,;:!?()\n]{2,80}?)(?=\s(?:and|but|while)\s|[.,;:!?()\n]|\s*$)"
)
# A capital letter that heads a clause and does something, or is introduced as a tool's name.
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_HEADS = re.compile(
    rf"\b(?i:called|named|tool,|app,|system,|program(?:me)?,|bot,|assistant,) (?P<called>{_WORD})|"
    rf"(?:^|[.;:,!?\n]\s+|\b(?:and|while|but|whereas)\s+)(?P<head>{_WORD})(?:,[^,.;]{{1,40}},)?\s(?!is\b|was\b|has\b|does\b)[a-z]{{2,}}s\b|"
    rf"(?i:\b(?:first|second|third|other|one)\b[^.;:,\n]{{0,20}}?\s)is (?:called )?(?P<number>{_WORD})",
    re.M,
)
# How many more names are looked for, and how many stretches are read by themselves, in one message.
MOST_NAMES = 6
MOST_READ = 24
# How many of them are read once more with "it" for the name.
MOST_READ_PLAINLY = 8
# Characters up to which an answer is quoted with the name that it is for.
LONGEST_QUOTE = 80


class Apart(NamedTuple):
    """``rest`` is to be placed as ever, ``fixed`` is on its component already; ``maybe`` is told of what may be a further tool."""

    rest: list[Proposal]
    fixed: list[Proposal]
    maybe: list[Proposal]


def told_apart(
    message: str,
    proposals: Sequence[Proposal],
    asked: str | None,
    chain: Chain,
    read: Read,
    news: News | None = None,
    ask: Ask | None = None,
) -> Apart:
    """Each proposal where it belongs. ``read`` reads a stretch of the message, ``ask`` as the answer to another question; ``news``: how
    names that nothing announces are found."""
    rest, fixed, maybe = list(proposals), list[Proposal](), list[Proposal]()
    read = once(read)
    tools: tuple[_Focus, list[Stretch]] | None = None
    apart = set[str]()
    for kind in (*KINDS, *_COUNTED_BESIDES):
        if kind in _COUNTED_BESIDES and not (asked and field_of(asked).key.startswith(f"{kind}.")):
            continue
        mine = [p for p in rest if p.ref.startswith(f"{kind}.")]
        focus = _Focus(Marks(kind, message, list(mine), asked, chain), read, ask)
        if kind == "application" and news:
            focus.look_for_newcomers(news, rest)
        parts = focus.stretches()
        if not parts:
            rest += focus.only_newcomers()
        if parts:
            # What a name is that was found to be a tool's, it is no supplier's.
            rest = [p for p in rest if p not in mine and not (p.ref.endswith(".supplier") and focus.is_new(p))]
            placed = focus.placed(parts)
            unsure = focus.unsure()
            fixed += [p for p in placed if p.ref.partition(".")[0] not in unsure]
            maybe += sorted(
                (p for p in placed if p.ref.partition(".")[0] == next(iter(unsure), "")),
                key=lambda p: not p.ref.endswith(f".{NAME}"),
            )
            apart.add(kind)
            tools = (focus, parts) if kind == "application" and not unsure else tools
    if tools:
        rest, own = _by_tool(*tools, rest, asked, apart)
        fixed += own
    return Apart(rest, fixed, maybe)


def _by_tool(
    focus: _Focus, parts: list[Stretch], proposals: list[Proposal], asked: str | None, apart: set[str]
) -> tuple[list[Proposal], list[Proposal]]:
    """(as ever, placed already): what is said of the data, storage and machines of each tool, where the message says something of them."""
    rest, fixed = proposals, list[Proposal]()
    # Nobody's storage is supplied by the tool that it is of.
    names = {m.start for part in parts for m in part.marks}
    for kind in belonging.KINDS:
        mine = [p for p in rest if p.ref.startswith(f"{kind}.")]
        if kind in apart or not (mine or focus.marks.key.startswith(f"{kind}.")):
            continue
        companies = [p for p in mine if not (p.ref.endswith(".supplier") and p.start in names)]
        left, own = belonging.told_by_tool(kind, focus.told(parts, kind), companies, asked, focus.chain)
        rest = [*(p for p in rest if p not in mine), *left]
        fixed += own
    return rest, fixed


class _Focus:
    """The parts of one message that speak of components of one kind."""

    def __init__(self, marks: Marks, read: Read, ask: Ask | None = None) -> None:
        self.marks, self.message, self._read_part, self._ask = marks, marks.message, read, ask
        self.kind, self.asked, self.chain = marks.kind, marks.asked, marks.chain
        self._new: list[Newcomer] = []
        self._tasks: list[tuple[Newcomer, Proposal]] = []
        self._read_new = read
        self._left = MOST_READ_PLAINLY
        self._look_for_more_names()

    def _read(self, part: Span) -> list[Proposal]:
        return [without_number(p) for p in self._read_part(part) if p.ref.startswith(f"{self.kind}.")]

    def _look_for_more_names(self) -> None:
        """Adds names that the reading of the whole passed over: it takes one new name, and a message may bring several.

        Looked for only where several are announced, or where one was read and another is introduced as a tool's.
        """
        found, chain = self.marks.proposals, self.chain
        names = [str(p.value) for p in found if p.ref.endswith(f".{NAME}")]
        announced = self.marks.announced
        if self.kind != "application" or not (names or announced):
            return
        known = {n.casefold() for n in (*names, *(chain.title(c) for c in chain.mentioned(self.kind)))}
        left = MOST_NAMES
        for m in _HEADS.finditer(self.message):
            name, at = m[m.lastgroup or 0], m.start(m.lastgroup or 0)
            if left == 0:
                break
            # Who does something ("Maria checks it") is a tool only where tools were announced.
            if (m["head"] and not announced) or name.casefold() in known:
                continue
            if not proper_name(Span(at, at + len(name), name), self.message):
                continue
            left -= 1
            clause = self._clause(at, at + len(name))
            if announced and not m["called"]:
                clause = as_a_tool(Span(at, clause.end, self.message[at : clause.end]))
            called = next((p for p in self._read(clause) if p.ref.endswith(f".{NAME}")), None)
            if called and (called.start, called.value) == (at, name):
                found.append(replace(called, quote=name))
                known.add(name.casefold())

    def look_for_newcomers(self, news: News, proposals: Sequence[Proposal]) -> None:
        """Adds names of further tools that nothing announces, beside a tool that has its name."""
        tools = self.chain.mentioned(self.kind)
        held = [name for c in tools if (name := self.chain.value(f"{c}.{NAME}"))]
        said = [p for p in self.marks.proposals if p.ref.endswith(f".{NAME}") and isinstance(p.value, str)]
        first = not (held or said)
        # Where a tool has no name yet, a name that is not announced as a further one's may be its own.
        unnamed = len(held) < len(tools)
        only_opened = unnamed or (first and bool(self.marks.key))
        values = [
            v for f in self.chain.facts.values() if f.field.type in ("text", "entity") and isinstance(v := f.value, str)
        ]
        others = [
            (p.start or 0, p.end or 0) for p in proposals
            if p.ref.endswith(f".{NAME}") or field_of(p.ref).type == "country"
        ]  # fmt: skip
        self._read_new = once(news.read)
        read = {str(p.value).casefold() for p in said}
        for new in news.find([*(v for v in values if len(v.split()) < 5), *(str(p.value) for p in said)], others):
            if not new.opened and new.name.casefold() in read:
                continue
            if (first and not new.sure) or (only_opened and not new.opened):
                # Where no tool is known yet, nothing is a further one.
                continue
            if unnamed and new.opened and not self.marks.key.endswith(f".{NAME}"):
                other = self._other_without_name(new)
                self.marks.names.take(new.name, other or self.chain.another(self.kind, self.marks.names.in_order()))
            if self.marks.announced:
                # Who says that there are several, and names one more that does a tool's work, need not be asked.
                new = replace(new, sure=True)
            self._new.append(new)
            if new.opened or self._works_for_itself(new):
                self.marks.opened |= {new.start, *(start for start, _ in places_of(new.name, self.message))}
            # The name as it was announced stands for what a reader took of it.
            self.marks.proposals = [
                p for p in self.marks.proposals
                if not (p.ref.endswith(f".{NAME}") and (p.start or 0) < new.end and new.start < (p.end or 0))
            ]  # fmt: skip
            self.marks.proposals.append(
                Proposal(f"{self.kind}.{NAME}", "known", new.name, new.name, NEW_SURE, new.start, new.end)
            )
            if new.task:
                self._tasks.append((new, told_by(new.task, f"{self.kind}.purpose", new.task.text)))
                if _DECIDES.match(new.task.text):
                    self._tasks.append((new, told_by(new.task, f"{self.kind}.decision_role", "decides")))

    def _other_without_name(self, new: Newcomer) -> str | None:
        """The one of two that has no name yet, where a newcomer is told to be what "the other" is called."""
        held = self.chain.mentioned(self.kind)
        nameless = [c for c in held if self.chain.value(f"{c}.{NAME}") is None]
        if len(held) != 2 or len(nameless) != 1:
            return None
        said = self.message[self.marks.sentence(new.start).start : new.start]
        return nameless[0] if _THE_OTHER.search(said) else None

    def is_new(self, proposal: Proposal) -> bool:
        """Whether a proposal rests on the name of a newcomer alone."""
        return any(new.start == proposal.start for new in self._new)

    def only_newcomers(self) -> list[Proposal]:
        """The names that are sure to be tools', in a message in which the reading of the whole found none."""
        sure = {new.start for new in self._new if new.sure}
        return [p for p in self.marks.proposals if p.start in sure and p.ref.endswith(f".{NAME}")]

    def _works_for_itself(self, new: Newcomer) -> bool:
        """Whether a sentence tells what a newcomer does, and not that it steps in for the tool that is known."""
        return new.task is not None and _STEPS_IN.search(self.marks.sentence(new.start).text) is None

    def _own_name(self, p: Proposal) -> bool:
        """Whether the name of a tool that is known was taken for its supplier's."""
        known = {name.casefold() for c in self.chain.mentioned(self.kind) if (name := self.chain.value(f"{c}.{NAME}"))}
        unasked = not self.marks.key.endswith(".supplier")
        return unasked and p.ref.endswith(".supplier") and str(p.value).casefold() in known

    def _misheard(self, p: Proposal, part: Stretch) -> bool:
        """Whether what is told of a newcomer was taken for the answer to a question about another, or its name for a company."""
        return self._is_told_of_new(part) and (
            p.ref == self.marks.key or (p.ref.endswith(".supplier") and self.is_new(p))
        )

    def _is_told_of_new(self, part: Stretch) -> bool:
        """Whether a part tells of a newcomer, and does not answer for it what was asked."""
        return any(n.start == m.start and not n.listed for n in self._new for m in part.marks)

    def unsure(self) -> list[str]:
        """The components of the names that only may be a tool's, where none is sure to be a new one."""
        return [c for new in self._new if not new.sure and (c := self.marks.names.component(new.name))]

    def _clause(self, start: int, end: int) -> Span:
        """The clause in which something stands."""
        sentence = self.marks.sentence(start)
        cuts = [(c.start() + sentence.start, c.end() + sentence.start) for c in _CUT.finditer(sentence.text)]
        begins = max((after for _, after in cuts if after <= start), default=sentence.start)
        ends = min((before for before, _ in cuts if before > end), default=sentence.end)
        return Span(begins, ends, self.message[begins:ends])

    def stretches(self) -> list[Stretch]:
        """The message cut where it turns to another component; nothing where it or the chain has only one, or it names none."""
        marks = self.marks.find()
        spoken = {c for m in marks for c in m.components}
        if not marks or len(spoken | set(self.chain.mentioned(self.kind))) < 2:
            return []
        first = self.marks.sentence(marks[0].start).start
        early = _ANSWER_FIRST.match(self.message[first : marks[0].start]) if self.asked else None
        at = first + (early.end() if early else 0)
        begins = 0
        parts = []
        if at > 0:
            # Where the one that was asked about is named later, what comes before is no answer yet.
            parts.append(Stretch(0, at, self._spoken_of_first(marks)))
            begins = at
        groups: list[list[Mark]] = [[marks[0]]]
        for mark in marks[1:]:
            if mark.components == groups[-1][-1].components:
                groups[-1].append(mark)
            else:
                groups.append([mark])
        for group, following in zip(groups, [*groups[1:], None], strict=True):
            ends = self._cut(group[-1], following[0]) if following else len(self.message)
            reaches = min(ends, self._reaches(group))
            parts.append(Stretch(begins, reaches, group[0].components, tuple(group)))
            parts.append(Stretch(reaches, ends, ()))
            begins = ends
        return [p for p in parts if p.end > p.start]

    def _reaches(self, group: Sequence[Mark]) -> int:
        """Up to where a message speaks of what it names. "Both", in answer to a question that was not about the tools, answers that one,
        and says nothing of what the next sentence tells.
        """
        last = group[-1]
        if self.asked or not self.marks.key or self.kind != "application" or not all(m.together for m in group):
            return len(self.message)
        return self.marks.sentence(last.start).end

    def _spoken_of_first(self, marks: Sequence[Mark]) -> tuple[str, ...]:
        """Of what a message speaks before it names one: of the one that was asked about, else of the other of two ("No label. And the
        letters no label either.")."""
        spoken, held = {c for m in marks for c in m.components}, self.chain.mentioned(self.kind)
        if self.asked and self.asked not in spoken:
            return (self.asked,)
        others = [c for c in held if c not in spoken]
        too = _TOO.search(self.marks.sentence(marks[0].start).text)
        return tuple(others) if too and len(held) == 2 and len(spoken) == 1 else ()

    def _cut(self, one: Mark, other: Mark) -> int:
        """Where between two names the message turns from the first to the second."""
        kind = kind_before(self.message, Span(other.start, other.end, self.message[other.start : other.end]))
        if kind and kind.start >= one.end:
            # What a name is told to be stands before it.
            return kind.start
        between = self.message[one.end : other.start]
        # What stands in brackets behind a name is said of it.
        brackets = _BRACKETS.match(between)
        aside = brackets.end() if brackets else 0
        sentence = self.marks.sentence(other.start)
        if sentence.start > one.start:
            return max(sentence.start, one.end + aside)
        cuts = [c for c in _CUT.finditer(between) if c.end() > aside]
        if not cuts:
            return other.start
        if len(between[cuts[-1].end() :].split()) <= HEAD_WORDS:
            return one.end + cuts[-1].end()
        strong = _STRONG.search(between, aside)
        return one.end + next((c.end() for c in cuts if strong and c.start() >= strong.start()), cuts[0].end())

    def placed(self, parts: list[Stretch]) -> list[Proposal]:
        """The whole reading's proposals, each where it stands, with what the stretches say when each is read by itself."""
        chosen: dict[str, Proposal] = {}
        again = {part: self._reread(part) for part in parts[:MOST_READ] if part.components}
        parallel = self._in_parallel({part: found for part, found in again.items() if NOBODY not in part.components})
        again |= parallel
        told_in = {(part, p.ref) for part, found in again.items() for p in found}
        told = {ref for _, ref in told_in}
        self._put_names(chosen, told)
        # What is said of one by its name holds before what is said of all.
        for part, found in sorted(again.items(), key=lambda read: any(m.together for m in read[0].marks)):
            for component in self._meant(part):
                name = f"{component}.{NAME}"
                unnamed = self.chain.value(name) is None and name not in chosen
                for p in found:
                    # What only says a name again names nothing new and tells no purpose.
                    again_named = self.marks.names.component(str(p.value)) is not None
                    names = p.ref.endswith(f".{NAME}")
                    if not (names and not unnamed) and not (again_named and (names or p.ref.endswith(".purpose"))):
                        _put(chosen, component, p)
        for new, p in self._tasks:
            own = self.marks.names.component(new.name) if (p.start or 0) < new.start else None
            for component in (own,) if own else self._meant(part_at(parts, p.start or 0)):
                # What a tool does tells more of it than what it is called before its name, and the whole more than its beginning.
                before = chosen.get(f"{component}.{p.ref.partition('.')[2]}")
                if before and ((before.end or 0) <= new.start < (p.start or 0) or is_part(before, p)):
                    del chosen[before.ref]
                _put(chosen, component, p)
        for part in parts:
            if self._is_counted_up(part) and f"{part.components[0]}.purpose" not in chosen:
                for p in self._told_by_number(part):
                    _put(chosen, part.components[0], p)
        for p in self.marks.proposals:
            part = part_at(parts, p.start or 0)
            if (further := self._reaches_into(parts, part, p)) and (further, p.ref) not in told_in:
                # "… to remind patients and StayOn to score who may stop": what was read of both is told by the second.
                start = further.marks[0].start
                part, p = further, replace(p, start=start, quote=self.message[start : p.end])
            # One value of several was taken for the whole message: where a stretch has its own, that is no other's.
            mixed = p.ref in told and (field_of(p.ref).type in ("yesno", "enum") or says_no_more(p, again))
            if not (
                p.ref.endswith(f".{NAME}")
                or (part, p.ref) in told_in
                or (part in parallel and p.ref == self.marks.key)
                or mixed
                or self._misheard(p, part)
                or self._own_name(p)
            ):
                for component in self._meant(part) or (self._nearest(part, p.start or 0),):
                    _put(chosen, component, self._within(part, p))
        return [p for p in chosen.values() if not self._only_counted(p)]

    @staticmethod
    def _reaches_into(parts: list[Stretch], part: Stretch, p: Proposal) -> Stretch | None:
        """The later part that a choice was read into, over the name of its component; None where its words are of one part alone."""
        if field_of(p.ref).type not in ("yesno", "enum") or not part.components:
            return None
        end = p.end or 0
        later = (
            one
            for one in parts
            if one.start >= part.end and len(one.components) == 1 and one.components != part.components
        )
        return next((one for one in later if one.marks and one.marks[0].end < end), None)

    def _within(self, part: Stretch, p: Proposal) -> Proposal:
        """A text without the part of it that speaks of the next component ("searches the files, and Kora for the minutes")."""
        start, end = p.start or 0, p.end or 0
        if field_of(p.ref).type != "text" or p.value != p.quote or end <= part.end:
            return p
        left = _LEADS_ON.sub("", self.message[start : part.end])
        return replace(p, value=left, quote=left, end=start + len(left)) if left else p

    def _only_counted(self, p: Proposal) -> bool:
        """Whether a fallback was taken from the words that bring a further tool in ("Two tools.", "we also use Kronos")."""
        if not self._new or p.status != "known" or not p.ref.endswith(".alternative") or p.value != "yes":
            return False
        words = self.marks.sentence(p.start or 0).text
        return _STEPS_IN.search(words) is None and re.match(r"\W*(?:yes|yeah|yep|sure)\b", self.message, re.I) is None

    def _put_names(self, chosen: dict[str, Proposal], told: set[str]) -> None:
        for p in self.marks.named():
            component = self.marks.names.component(str(p.value)) or self.kind
            # A name said again without its version is no other name.
            if len(str(p.value)) >= len(self.chain.value(f"{component}.{NAME}") or ""):
                _put(chosen, component, p)
        for p in self.marks.proposals:
            if p.ref.endswith(f".{NAME}") and not isinstance(p.value, str) and not told:
                _put(chosen, self.asked or self.kind, p)

    def _meant(self, part: Stretch) -> tuple[str, ...]:
        alone = (
            len(part.components) == 1
            or any(m.together for m in part.marks)
            or ALL.search(self.message, part.start, part.end)
        )
        together = len(part.marks) == 1 and _BOTH_DO.match(self.message, part.marks[0].end)
        return part.components if alone or together else ()

    def _nearest(self, part: Stretch, at: int) -> str:
        """Of names that are only listed, the last one before a statement, else the first; elsewhere the one in focus."""
        if not part.components:
            return self.asked or self.chain.first(self.kind)
        return part.components[-1] if part.marks and at >= part.marks[0].end else part.components[0]

    def told(self, parts: list[Stretch], kind: str) -> dict[str, dict[str, Proposal]]:
        """What the parts that speak of one tool alone say of another kind, by tool and ``kind.field``; quoted with the tool's name."""
        found: dict[str, dict[str, Proposal]] = {}
        for part in parts[:MOST_READ]:
            tool = part.components[0] if len(part.components) == 1 else NOBODY
            text = self._unframed(part) if self.marks.key.startswith(f"{kind}.") else self._text(part)
            # What is told of "it" is told of no company of that name.
            text = self._with_it(part, text)
            for p in self._reading(part, text) if tool != NOBODY else ():
                words = field_of(p.ref).type == "text"
                if p.ref.startswith(f"{kind}.") and not (words and any(p.touches(m.start, m.end) for m in part.marks)):
                    found.setdefault(tool, {}).setdefault(p.ref, self._quoted(p, part, True))
        return found

    def _with_it(self, part: Stretch, text: str) -> str:
        for mark in part.marks:
            text = as_it(text, mark.start - part.start, mark.end - part.start)
        return text

    def _text(self, part: Stretch) -> str:
        return self.message[part.start : part.end]

    def _unframed(self, part: Stretch) -> str:
        text = self._text(part)
        for mark in part.marks:
            text = unframed(text, mark.start - part.start, mark.end - part.start)
        return text

    def _reading(self, part: Stretch, text: str, asked: bool = True) -> Iterator[Proposal]:
        read = self._read_new if self._is_told_of_new(part) or not asked else self._read_part
        for window in windows(text):
            span = stripped(text, window.start, window.end)
            if span:
                yield from read(Span(span.start + part.start, span.end + part.start, span.text))

    def _reread(self, part: Stretch) -> list[Proposal]:
        if not self._meant(part):
            return []
        one = of_one(self._text(part), part.start, [m.start for m in part.marks if m.together])
        text = one.text if one.changes else self._unframed(part) if self.asked else self._text(part)
        read = surest([*one.back(self._reading(part, text)), *self._read_plainly(part, one)])
        found = [without_number(p) for p in read if p.ref.startswith(f"{self.kind}.")]
        framed = text != self._text(part)
        # That a name is its maker's too is for the whole message to tell.
        return [
            self._quoted(p, part, framed)
            for p in found
            if not (p.ref.endswith(".supplier") and any(m.start == p.start for m in part.marks))
        ]

    def _read_plainly(self, part: Stretch, one: OfOne) -> Iterator[Proposal]:
        """What a part says of the one thing that it names, with "it" for the name: a name alone may be taken for the answer.

        Where something else was asked, what is said of a tool beside it answers no question.
        """
        if self._left == 0 or self._is_told_of_new(part) or not (one.changes or len(part.marks) == 1):
            return
        self._left -= 1
        said = one if one.changes else with_it(one.said, part.start, [(m.start, m.end) for m in part.marks])
        for p in said.back(self._reading(part, said.text, asked=bool(self.asked))):
            told = field_of(p.ref).type in CHOSEN or (self._is_counted_up(part) and p.ref == f"{self.kind}.purpose")
            if told and p.status == "known":
                yield p

    def _is_counted_up(self, part: Stretch) -> bool:
        """Whether a part brings in a tool by its number alone ("the other plans the shifts")."""
        if self.kind != "application" or len(part.components) != 1 or not part.marks:
            return False
        new = part.components[0] not in self.chain.mentioned(self.kind)
        return new and not any(self.marks.names.component(self.message[m.start : m.end]) for m in part.marks)

    def _told_by_number(self, part: Stretch) -> Iterator[Proposal]:
        """What stands behind a number and tells what the tool is for, where the reader hears nothing in it ("One read the X-ray")."""
        told = _ITS_TASK.match(self.message, part.marks[0].end, part.end)
        if told and (told["for"] or tells_work(told["task"])):
            task = stripped(self.message, *told.span("task"))
            if task:
                yield told_by(task, f"{self.kind}.purpose", task.text)

    def _in_parallel(self, again: Mapping[Stretch, list[Proposal]]) -> dict[Stretch, list[Proposal]]:
        """What parts tell beside others that tell it in so many words."""
        told = dict(put_for_all(again, self.message)) | dict(by_a_verb_alone(again, self.message))
        told |= dict(said_too(again, self.message, self.marks.key))
        for part, ref in left_open(again, self.message, self.marks.key, self.marks.sentence):
            if part not in told and not self._is_told_of_new(part):
                told[part] = self._asked_for(part, ref)
        return {part: found for part, found in told.items() if found}

    def _asked_for(self, part: Stretch, ref: str) -> list[Proposal]:
        """What a part answers to the question that another answers."""
        span = stripped(self._unframed(part), 0, part.end - part.start)
        if span is None or self._ask is None:
            return []
        answers = self._ask(Span(span.start + part.start, span.end + part.start, span.text), ref)
        return [self._quoted(p, part, True) for p in answers if p.ref == ref and p.confidence >= PARALLEL_SURE]

    def _quoted(self, p: Proposal, part: Stretch, framed: bool) -> Proposal:
        """The proposal with its quote: a short answer that was read without the name in it is quoted with it ("Kora: nobody")."""
        start, end = p.start or 0, p.end or 0
        if framed and (field_of(p.ref).type in CHOICE_TYPES or not p.ref.startswith(f"{self.kind}.")):
            sentence = self.marks.sentence(start)
            near = [m for m in part.marks if sentence.start <= m.start and m.end <= sentence.end]
            begins, ends = min((m.start for m in near), default=start), max((m.end for m in near), default=end)
            if max(end, ends) - min(start, begins) <= LONGEST_QUOTE and end <= sentence.end:
                start, end = min(start, begins), max(end, ends)
        return replace(p, quote=self.message[start:end], start=start, end=end)


def _put(chosen: dict[str, Proposal], component: str, p: Proposal) -> None:
    if component != NOBODY:
        ref = f"{component}.{p.ref.partition('.')[2]}"
        chosen.setdefault(ref, replace(p, ref=ref))
