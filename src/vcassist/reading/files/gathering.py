"""The facts of documents, chunk by chunk; ``standing.py`` tells what stands of them, and which of several tools a sentence is about.

What a document says is read like what a person says: a reader proposes, the gate keeps what carries its quote. Nothing a
document tells its reader to do is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from vcassist.assessment.answers import count_of
from vcassist.chain.facts import Chain, Fact
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate
from vcassist.interview.session import Contradiction
from vcassist.reading.combined import READ_OFFLINE
from vcassist.reading.files.documents import Document, chunks
from vcassist.reading.files.idle import KnownProduct
from vcassist.reading.files.standing import Gathered
from vcassist.reading.offline import FOREIGN_NOTE

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


def read_facts(
    document: Document, reader: Reader, on_progress: Progress | None = None, *, chain: Chain | None = None
) -> DocumentReading:
    """The facts of one document. ``chain`` is what is known already: it stands, and what contradicts it is returned apart."""
    return read_documents((document,), reader, on_progress, chain=chain)


def _knows_none(_name: str) -> None:
    return None


def read_documents(
    documents: Iterable[Document],
    reader: Reader,
    on_progress: Progress | None = None,
    *,
    chain: Chain | None = None,
    is_product: KnownProduct = _knows_none,
) -> DocumentReading:
    """The facts of several documents, one after the other; the first statement stands, contradictions are returned apart.

    ``is_product`` knows names of products, to tell those of tools that are only planned.
    """
    gathered = Gathered(chain or Chain(), is_product)
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
    document: Document, reader: Reader, gathered: Gathered, on_progress: Progress | None
) -> Iterator[tuple[Reading, int]]:
    """Adds one document's facts; yields each chunk's reading and page."""
    at, total = 0, len(document.pages)
    gathered.subjects.begin()
    for chunk in chunks(document):
        if on_progress and chunk.page != at:
            on_progress(document.name, chunk.page, total)
        at = chunk.page
        reading = reader.read(chunk.text, None, gathered.chain())
        gathered.take(gate(reading, chunk.text, source="document").facts, chunk, document)
        yield reading, chunk.page
    if on_progress:
        on_progress(document.name, total, total)
