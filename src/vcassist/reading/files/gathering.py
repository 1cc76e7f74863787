"""The facts of documents, chunk by chunk: what stands, what contradicts, and which of several tools a sentence is about.

What a document says is read like what a person says: a reader proposes, the gate keeps what carries its quote. Nothing a
document tells its reader to do is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vcassist.assessment.answers import count_of
from vcassist.chain.facts import Chain, Fact, field_of, fold, split_ref
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate, merged_set
from vcassist.interview.session import Contradiction
from vcassist.reading.combined import READ_OFFLINE
from vcassist.reading.files.documents import Chunk, Document, chunks
from vcassist.reading.offline import FOREIGN_NOTE

# Kinds whose components are told apart by a name.
NAMED_KINDS = ("application", "model")
# (document name, page now read, pages in all), called before each page and once at the end with page == pages.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was read: one standing fact a reference, what it was not reconciled with, and how many pages were read."""

    facts: tuple[Fact, ...] = ()
    conflicts: tuple[Contradiction, ...] = ()
    pages: int = 0
    unread: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()

    def told(self, names: str) -> str:
        """What came of reading, in sentences: how much was noted, what was left unread, what contradicts, what went wrong."""
        said = [f"I read {names} ({count_of(self.pages, 'page')}) and noted {count_of(len(self.facts), 'thing')}."]
        if self.unread:
            said.append(f"I found no text on {_some(self.unread)}: it may be pictures.")
        if self.foreign:
            said.append(f"Not read, because not in English: {_some(self.foreign)}.")
        if self.conflicts:
            said.append(
                f"In {count_of(len(self.conflicts), 'place')} it contradicts itself or what was said before; the first statement stands."
            )
        return " ".join((*said, *self.notes[:3]))


def _some(places: Sequence[str]) -> str:
    return "; ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")


@dataclass
class _Gathered:
    """Facts of the documents so far, by reference, against what was known before.

    ``focus``: the tool and the model that the text speaks of, by kind: the first named in the latest stretch that names any.
    ``tool_of``: the tool in focus when a component was first spoken of.
    """

    before: Chain
    standing: dict[str, Fact] = field(default_factory=dict)
    conflicts: dict[tuple[str, object], Contradiction] = field(default_factory=dict)
    focus: dict[str, str] = field(default_factory=dict)
    tool_of: dict[str, str] = field(default_factory=dict)

    def chain(self) -> Chain:
        return fold((*self.before.facts.values(), *self.standing.values()), self.before.retired)

    def take(self, facts: Sequence[Fact]) -> None:
        """The facts of one stretch of text, each put to the component that the text speaks of."""
        named = [f.component for f in facts if f.ref.endswith(".name") and f.kind in NAMED_KINDS]
        for component in reversed(named):
            self.focus[split_ref(f"{component}.name")[1]] = component
        for fact in facts:
            self.add(self._placed(fact, named))

    def _placed(self, fact: Fact, named: Sequence[str]) -> Fact:
        """The fact with its component: the one in focus, or a new one where another tool's must not be contradicted."""
        component, kind, name = split_ref(fact.ref)
        if kind in SINGLE_KINDS or component in named:
            return self._owned(fact)
        tool, seen = self.focus.get("application", ""), self.focus.get(kind, component)
        if kind == "application" or self.tool_of.get(seen, tool) == tool:
            component = seen
        fact = replace(fact, ref=f"{component}.{name}")
        if kind == "application":
            return self._owned(fact)
        old = self.standing.get(fact.ref) or self.before.get(fact.ref)
        if old is None or old.value == fact.value or self.tool_of.get(component, tool) == tool:
            return self._owned(fact)
        own = next((c for c, owner in self.tool_of.items() if owner == tool and c.partition("-")[0] == kind), None)
        return self._owned(replace(fact, ref=f"{own or self._new(kind)}.{name}"))

    def _owned(self, fact: Fact) -> Fact:
        self.tool_of.setdefault(fact.component, self.focus.get("application", ""))
        return fact

    def _new(self, kind: str) -> str:
        return self.chain().another(kind)

    def add(self, fact: Fact) -> None:
        old = self.standing.get(fact.ref) or self.before.get(fact.ref)
        if old is None or (old.open and not fact.open):
            self.standing[fact.ref] = fact
        elif fact.open or old.says_the_same(fact):
            return
        elif old.status == fact.status == "known" and field_of(fact.ref).type == "set":
            self._join(old, fact)
        elif field_of(fact.ref).type != "text" or old.status != fact.status:
            # A second wording of the same thing is no contradiction.
            self._contradict(old, fact)

    def _join(self, old: Fact, fact: Fact) -> None:
        merged = merged_set(old, fact)
        if merged is fact and set(fact.values) != set(old.values):
            self._contradict(old, fact)
        elif merged.value != old.value:
            self.standing[fact.ref] = merged

    def _contradict(self, old: Fact, fact: Fact) -> None:
        new = fact.as_json()["value"]
        said = fact.quote if not fact.note else f"{fact.quote} ({fact.note})"
        first = old.quote if not old.note else f"{old.quote} ({old.note})"
        self.conflicts.setdefault(
            (fact.ref, str(new)), Contradiction(fact.ref, old.as_json()["value"], new, first, said)
        )


def read_facts(
    document: Document, reader: Reader, on_progress: Progress | None = None, *, chain: Chain | None = None
) -> DocumentReading:
    """The facts of one document. ``chain`` is what is known already: it stands, and what contradicts it is returned apart."""
    return read_documents((document,), reader, on_progress, chain=chain)


def read_documents(
    documents: Iterable[Document], reader: Reader, on_progress: Progress | None = None, *, chain: Chain | None = None
) -> DocumentReading:
    """The facts of several documents, one after the other; the first statement stands, contradictions are returned apart."""
    gathered = _Gathered(chain or Chain())
    pages, passages, unread = 0, 0, []
    foreign: dict[str, None] = {}
    notes: dict[str, int] = {}
    prompts: dict[str, None] = {}
    for document in documents:
        pages += len(document.pages)
        unread += [f"{document.name}, page {number}" for number in document.unread]
        for reading, page in _read_one(document, reader, gathered, on_progress):
            passages += 1
            prompts.update(dict.fromkeys(reading.prompts))
            if reading.note == FOREIGN_NOTE:
                foreign[f"{document.name}, page {page}"] = None
            elif reading.note:
                notes[reading.note] = notes.get(reading.note, 0) + 1
    facts = sorted(gathered.standing.values(), key=lambda f: (f.start or 0, f.ref))
    return DocumentReading(
        tuple(facts),
        tuple(gathered.conflicts.values()),
        pages,
        tuple(unread),
        tuple(foreign),
        tuple(_of_passages(note, times, passages) for note, times in notes.items()),
        tuple(prompts),
    )


def _of_passages(note: str, times: int, passages: int) -> str:
    """A reader's note on one message as one on documents: how many passages a failing model did not read."""
    read = f"{times} of {count_of(passages, 'passage')} {'was' if times == 1 else 'were'} read without it."
    return note.replace(READ_OFFLINE, read)


def _read_one(
    document: Document, reader: Reader, gathered: _Gathered, on_progress: Progress | None
) -> Iterator[tuple[Reading, int]]:
    """Adds one document's facts; yields each chunk's reading and page."""
    at, total = 0, len(document.pages)
    for chunk in chunks(document):
        if on_progress and chunk.page != at:
            on_progress(document.name, chunk.page, total)
        at = chunk.page
        reading = reader.read(chunk.text, None, gathered.chain())
        gathered.take([_in_document(f, chunk, document) for f in gate(reading, chunk.text, source="document").facts])
        yield reading, chunk.page
    if on_progress:
        on_progress(document.name, total, total)


def _in_document(fact: Fact, chunk: Chunk, document: Document) -> Fact:
    """A chunk's fact with its place in the whole document: offsets, file and page."""
    start, end = (fact.start or 0) + chunk.start, (fact.end or 0) + chunk.start
    return replace(fact, start=start, end=end, note=f"{document.name}, page {document.page_at(start)}")
