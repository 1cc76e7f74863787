"""The retrieval index over the glossary: several vectors an entry in Chroma, checked by hashes, built when first needed."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vcassist.errors import NotReady, StorageTrouble
from vcassist.interview.ports import Answer, Citation, Passage
from vcassist.knowledge.answer import compose
from vcassist.knowledge.embedding import Embedder, open_embedder
from vcassist.knowledge.fusion import Hit, Names, Ranked, rank
from vcassist.knowledge.glossary import Entry, load_entries, sentences
from vcassist.settings import Settings

FORMAT = 3
NEAR = 48
# Calibrated on the retrieval suite's development part: see docs/evals.md.
COVERED = 0.47
COVERED_WITH_NAME = 0.36
NAME_VOTE = 0.75


@dataclass(frozen=True, slots=True)
class Item:
    """One text to embed: ``kind`` is name, question, passage or sentence."""

    id: str
    term: str
    kind: str
    text: str


def items_of(entry: Entry) -> list[Item]:
    """Everything of an entry that gets a vector of its own."""
    found = [Item(f"{entry.slug}/title", entry.slug, "name", f"{entry.title}: {', '.join(entry.aliases)}")]
    for n, name in enumerate((entry.title, *entry.aliases, *entry.acronyms)):
        found.append(Item(f"{entry.slug}/name{n}", entry.slug, "name", name))
    for n, question in enumerate(entry.example_questions):
        found.append(Item(f"{entry.slug}/q{n}", entry.slug, "question", question))
    for n, (_, text) in enumerate(entry.passages):
        found.append(Item(f"{entry.slug}/p{n}", entry.slug, "passage", text))
        if len(sentences(text)) > 1:
            for m, sentence in enumerate(sentences(text)):
                found.append(Item(f"{entry.slug}/p{n}s{m}", entry.slug, "sentence", sentence))
    return found


def fingerprint(entries: dict[str, Entry], embedder: str) -> str:
    """What an index must have been built from to be used."""
    text = json.dumps([FORMAT, embedder, {slug: e.digest for slug, e in entries.items()}], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


class ChromaIndex:
    """The vectors in a Chroma collection named by their fingerprint, embedded in this process or on a Chroma server."""

    def __init__(self, settings: Settings, embedder: Embedder, entries: dict[str, Entry]) -> None:
        self._settings, self._embedder, self._entries = settings, embedder, entries
        self.fingerprint = fingerprint(entries, embedder.name)
        self.folder = settings.data / "index"

    @cached_property
    def _client(self) -> Any:
        import chromadb
        from chromadb.config import Settings as ChromaSettings

        quiet = ChromaSettings(anonymized_telemetry=False)
        if self._settings.chroma_url:
            from urllib.parse import urlsplit

            where = urlsplit(self._settings.chroma_url)
            return chromadb.HttpClient(
                host=where.hostname or "127.0.0.1", port=where.port or 8000, ssl=where.scheme == "https", settings=quiet
            )
        self.folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(self.folder), settings=quiet)

    @property
    def _name(self) -> str:
        return f"glossary-{self.fingerprint[:16]}"

    def exists(self) -> bool:
        """True when the collection is there and complete."""
        wanted = sum(len(items_of(e)) for e in self._entries.values())
        try:
            return int(self._client.get_collection(self._name, embedding_function=None).count()) == wanted
        except Exception as error:  # Chroma raises different classes for "not there" across its clients.
            if "does not exist" in str(error) or "NotFound" in type(error).__name__:
                return False
            raise NotReady(
                "The index cannot be read.", f"{type(error).__name__}: {error}.", "Run `vcassist index` again."
            ) from error

    def build(self) -> int:
        """Embeds and stores everything; returns the number of vectors. Old collections are dropped."""
        items = [item for entry in self._entries.values() for item in items_of(entry)]
        vectors = self._embedder.embed([item.text for item in items])
        for old in self._client.list_collections():
            if old.name.startswith("glossary-"):
                self._client.delete_collection(old.name)
        collection = self._client.create_collection(
            self._name, embedding_function=None, metadata={"hnsw:space": "cosine"}
        )
        for at in range(0, len(items), 1000):
            part = items[at : at + 1000]
            collection.add(
                ids=[i.id for i in part],
                embeddings=vectors[at : at + 1000],
                metadatas=[{"term": i.term, "kind": i.kind} for i in part],
                documents=[i.text for i in part],
            )
        return len(items)

    @cached_property
    def _collection(self) -> Any:
        return self._client.get_collection(self._name, embedding_function=None)

    def near(self, vector: Any, limit: int = NEAR) -> list[Hit]:
        """The nearest vectors, best first."""
        found = self._collection.query(
            query_embeddings=[vector], n_results=limit, include=["metadatas", "documents", "distances"]
        )
        return [
            Hit(meta["term"], meta["kind"], text, 1.0 - float(distance))
            for meta, text, distance in zip(
                found["metadatas"][0], found["documents"][0], found["distances"][0], strict=True
            )
        ]


class GlossaryIndex:
    """The Glossary port over the entries and their index."""

    def __init__(self, settings: Settings, entries: dict[str, Entry] | None = None) -> None:
        self._settings = settings
        self.entries = entries or load_entries()
        self.embedder = open_embedder(settings.embeddings, settings.data)
        self.index = ChromaIndex(settings, self.embedder, self.entries)
        self._names = Names.of({slug: (e.title, *e.aliases, *e.acronyms) for slug, e in self.entries.items()})
        self._ready = False

    def ready(self) -> None:
        """Makes the index usable, building it when it is missing or stale (about 20 seconds, once)."""
        if self._ready:
            return
        try:
            if not self.index.exists():
                print("Building the glossary's index (once) …", file=sys.stderr, flush=True)
                self.index.build()
        except OSError as error:
            raise StorageTrouble(
                "The index cannot be written.", str(error), "Check the data folder's space and permissions."
            ) from error
        self._ready = True

    def ranked(self, query: str) -> tuple[list[Ranked], Any]:
        """All terms near a query, best first, and the query's vector."""
        self.ready()
        vector = self.embedder.embed([query])[0]
        return rank(self.index.near(vector), self._names.votes(query)), vector

    def covers(self, found: list[Ranked]) -> bool:
        """Whether the glossary answers this at all."""
        if not found:
            return False
        top = found[0]
        return top.cosine >= COVERED or (top.keyword >= NAME_VOTE and top.cosine >= COVERED_WITH_NAME)

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        if not query.strip():
            return [], False
        found, _ = self.ranked(query[:2000])
        rows = [
            Passage(
                r.term,
                self.entries[r.term].title,
                r.passage or self.entries[r.term].definition,
                round(min(1.0, max(0.0, r.score)), 4),
            )
            for r in found[:limit]
        ]
        return rows, self.covers(found)

    def answer(self, question: str) -> Answer:
        if not question.strip():
            return Answer("Please ask a question.", (), False)
        found, vector = self.ranked(question[:2000])
        if not self.covers(found):
            near = tuple(r.term for r in found[:3])
            titles = ", ".join(self.entries[t].title for t in near)
            return Answer(f"My glossary does not cover that. The nearest it has: {titles}.", (), False, near)
        picked = compose(question, vector, found, self.entries, self.embedder)
        return Answer(
            " ".join(text for _, text in picked),
            tuple(Citation(term, text) for term, text in picked),
            True,
            tuple(r.term for r in found[:3]),
        )

    def definition(self, term: str) -> Citation | None:
        entry = self.entries.get(term)
        return Citation(term, sentences(entry.sections[""])[0]) if entry else None


def open_glossary(settings: Settings) -> GlossaryIndex:
    return GlossaryIndex(settings)


def check(settings: Settings) -> list[str]:
    """What is stale or missing, in sentences; nothing when the index is good. Builds nothing."""
    from vcassist.knowledge.embedding import onnx_path, packaged_weights

    trouble = []
    packaged_weights()
    if not settings.embeddings and not onnx_path(settings.data).exists():
        trouble.append("The language weights have not been prepared yet. Run `vcassist index`.")
    if not settings.chroma_url and not (settings.data / "index").exists():
        return [*trouble, "There is no index yet. Run `vcassist index`."]
    glossary = GlossaryIndex(settings)
    if not glossary.index.exists():
        trouble.append("The index was built from other texts or weights than are installed now. Run `vcassist index`.")
    return trouble


def rebuild(settings: Settings) -> int:
    """Builds the index from nothing; returns the number of vectors."""
    glossary = GlossaryIndex(settings)
    if not settings.chroma_url and glossary.index.folder.exists():
        shutil.rmtree(glossary.index.folder, ignore_errors=True)
    return glossary.index.build()
