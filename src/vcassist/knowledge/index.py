"""The glossary that can be searched and asked: entries, their index, and the voices that rank them. Built when first needed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from vcassist.errors import NotReady, StorageTrouble
from vcassist.interview.ports import Answer, Citation, Passage
from vcassist.knowledge.answer import compose, refuse
from vcassist.knowledge.apart import learn_meanwhile
from vcassist.knowledge.coverage import COVERED_FROM, signs
from vcassist.knowledge.embedding import Embedder, open_embedder, stale_weights
from vcassist.knowledge.fusion import Hit, Names, Ranked, rank
from vcassist.knowledge.glossary import Entry, load_entries, load_outside, sentences
from vcassist.knowledge.items import SPOKEN, Item, differences, fingerprint, items_of, manifest, outside_items
from vcassist.knowledge.learning import centred, common_part, kinship_of, largest_cosine
from vcassist.knowledge.lookup import asked_of
from vcassist.knowledge.prepared import Prepared, load_prepared
from vcassist.knowledge.register import load_register
from vcassist.knowledge.tasks import is_task
from vcassist.knowledge.vectors import ChromaIndex
from vcassist.knowledge.wording import Wording, load_languages
from vcassist.settings import Settings

LONGEST = 2000
NO_INDEX = "There is no index yet. Run `vcassist index`."


@contextmanager
def building_alone(data: Path) -> Iterator[None]:
    """Whoever else builds the index of this data folder meanwhile waits, in this process and in others. Raises OSError.

    The lock lies beside the index's own folder, which is emptied to build it anew.
    """
    from filelock import FileLock

    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(data / "index.lock"):
        yield


@dataclass(frozen=True, slots=True)
class Found:
    """All terms for a query, best first, the chance that the glossary covers it, and the query's vector."""

    ranked: list[Ranked]
    chance: float
    vector: Any

    @property
    def covered(self) -> bool:
        return self.chance >= COVERED_FROM


class GlossaryIndex:
    """The Glossary port over the entries and their index."""

    def __init__(
        self, settings: Settings, entries: dict[str, Entry] | None = None, embedder: Embedder | None = None
    ) -> None:
        self.entries = entries or load_entries()
        self.outside = load_outside()
        self.embedder = embedder or open_embedder(settings.embeddings, settings.data)
        self._data = settings.data
        self.made_from = manifest(self.entries, self.outside, self.embedder.name)
        self.index = ChromaIndex(settings.data / "index", settings.chroma_url, fingerprint(self.made_from))
        self._names = Names.of({slug: (e.title, *e.aliases, *e.acronyms) for slug, e in self.entries.items()})
        self._kinship = kinship_of(
            {slug: e.related for slug, e in self.entries.items()},
            {slug: e.category for slug, e in self.entries.items()},
        )
        self._ready = False

    @cached_property
    def wording(self) -> Wording:
        texts = [
            t
            for e in self.entries.values()
            for t in (e.title, *e.acronyms, *e.example_questions, *e.in_other_words, e.body)
        ]
        return Wording(self.embedder.words, [*texts, *self.outside], load_languages())

    @cached_property
    def _learned(self) -> Any:
        return self.index.learned()

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items()}

    @cached_property
    def _outside_vectors(self) -> Any:
        return self.index.outside_vectors()

    def items(self) -> list[Item]:
        return [item for entry in self.entries.values() for item in items_of(entry)]

    def build(self) -> int:
        """Embeds, learns and stores everything; returns the number of vectors."""
        items, outside = self.items(), outside_items(self.outside)
        everything = [*items, *outside]
        said = [i.kind in SPOKEN or i.term == i.kind for i in everything]
        vectors = self._embed([i.text for i in everything], said)
        middle = common_part(vectors[: len(items)])
        vectors = centred(vectors, middle)
        inside, far = vectors[: len(items)], vectors[len(items) :]
        # Chroma holds the interpreter while it builds its graph, so the judges learn in a process of their own meanwhile.
        learned = learn_meanwhile(
            (items, inside, far, self.outside, self._names, self._kinship),
            lambda: self.index.store(items, inside, outside, far),
        )
        self.index.keep(learned, middle, self.made_from)
        return len(everything)

    @cached_property
    def _prepared(self) -> Prepared | None:
        """The vectors made beforehand, opened once: every question that is looked up asks for them."""
        return load_prepared(self.embedder.name)

    def _embed(self, texts: list[str], said: list[bool]) -> Any:
        """Vectors of texts: the prepared ones where there are some. Else those that people say are embedded as queries,
        the entries' prose as documents."""
        import numpy as np

        prepared = self._prepared
        ready = [prepared is not None and text in prepared for text in texts]
        parts: list[tuple[list[int], Any]] = []
        if prepared is not None and any(ready):
            at = [n for n, there in enumerate(ready) if there]
            parts.append((at, prepared.vectors([texts[n] for n in at])))
        for query in (True, False):
            at = [n for n, spoken in enumerate(said) if spoken is query and not ready[n]]
            if at:
                parts.append((at, self.embedder.embed([texts[n] for n in at], query=query)))
        found = np.zeros((len(texts), parts[0][1].shape[1]), np.float32)
        for at, made in parts:
            found[at] = made
        return found

    def ready(self) -> None:
        """Makes the index usable, building it when it is missing or stale (about 20 seconds, once)."""
        if self._ready:
            return
        try:
            if not self.index.exists():
                # Whoever asks while it is being built waits for that, instead of building it a second time beside it.
                with building_alone(self._data):
                    if not self.index.exists():
                        print("Building the glossary's index (once) …", file=sys.stderr, flush=True)
                        self.build()
        except OSError as error:
            raise StorageTrouble(
                "The index cannot be written.", str(error), "Check the data folder's space and permissions."
            ) from error
        self._ready = True

    def reachable(self) -> None:
        if not self.index.exists():
            raise NotReady(NO_INDEX)

    def find(self, query: str) -> Found:
        """Everything that is known of a query."""
        self.ready()
        learned, middle = self._learned
        english = self.wording.english(query[:LONGEST])
        vector = centred(self.embedder.embed([english], query=True), middle)[0]
        votes = self._names.votes(english)
        for term, vote in self._names.votes(query[:LONGEST]).items():
            votes[term] = max(vote, votes.get(term, 0.0))
        chances, none_of_them = learned.judge.log_chances(vector)
        # The judge of words knows English only; weights for any language are asked in that language.
        heard = learned.words.log_chances(english) if self.embedder.words else {}
        ranked = rank([self._hit(*near) for near in self.index.near(vector)], votes, chances, heard, self._kinship)
        given = signs(ranked, none_of_them, largest_cosine(self._outside_vectors, vector))
        return Found(ranked, learned.coverage.chance(given), vector)

    def vectors_of(self, questions: list[str]) -> Any:
        """Vectors of what people ask, without the common part; shape (questions, dimensions)."""
        self.ready()
        _, middle = self._learned
        return centred(self._embed(questions, [True] * len(questions)), middle)

    def embedded(self, texts: list[str]) -> Any:
        """Vectors of texts as the weights give them; shape (texts, dimensions). Raises NotReady or StorageTrouble where the index is out of
        use: then nobody waits for weights to be prepared in the middle of a talk.
        """
        self.ready()
        return self.embedder.embed(texts)

    def nearness(self, vector: Any) -> float:
        """The cosine of the glossary's nearest text."""
        return max((cosine for _, cosine in self.index.near(vector)), default=0.0)

    def _hit(self, key: str, cosine: float) -> Hit:
        item = self._by_id[key]
        return Hit(item.term, item.kind, item.text, cosine, item.place)

    def _near(self, vector: Any, terms: Sequence[str], wanted: Callable[[Item], bool]) -> list[Hit]:
        """Some texts of some terms with their nearness."""
        ids = [i.id for term in terms for i in items_of(self.entries[term]) if wanted(i)]
        return [self._hit(*near) for near in self.index.cosines(vector, ids).items()] if ids else []

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        if not query.strip():
            return [], False
        found = self.find(query)
        return [self._passage(r) for r in found.ranked[:limit]], found.covered

    def _passage(self, ranked: Ranked) -> Passage:
        entry = self.entries[ranked.term]
        _, text = entry.passages[max(ranked.place, 0)]
        return Passage(ranked.term, entry.title, text, round(min(1.0, max(0.0, ranked.score)), 4))

    def answer(self, question: str) -> Answer:
        if not question.strip():
            return Answer("Please ask a question.", (), False)
        found = self.find(question)
        near = tuple(r.term for r in found.ranked[:3])
        task = is_task(question)
        if not found.covered or task:
            in_register = () if task else asked_of(question[:LONGEST], load_register())
            return Answer(refuse([self.entries[term].title for term in near], in_register), (), False, near)
        asked = self.wording.english(question[:LONGEST])
        picked = compose(
            asked,
            found.ranked,
            self.entries,
            lambda terms: self._near(found.vector, terms, lambda i: i.kind == "sentence"),
            lambda terms: self._near(found.vector, terms, lambda i: i.text in self.entries[i.term].answers),
        )
        return Answer(
            " ".join(text for _, text in picked), tuple(Citation(term, text) for term, text in picked), True, near
        )

    def definition(self, term: str) -> Citation | None:
        entry = self.entries.get(term)
        return Citation(term, sentences(entry.sections[""])[0]) if entry else None


def open_glossary(settings: Settings) -> GlossaryIndex:
    return GlossaryIndex(settings)


def check(settings: Settings) -> list[str]:
    """What is stale, damaged or missing, in sentences; nothing when the index is good. Builds nothing."""
    trouble = [] if settings.embeddings else stale_weights(settings.data)
    if not settings.chroma_url and not (settings.data / "index").exists():
        return [*trouble, NO_INDEX]
    try:
        return [*trouble, *stale_parts(GlossaryIndex(settings))]
    except NotReady as error:
        return [*trouble, str(error)]


def stale_parts(glossary: GlossaryIndex) -> list[str]:
    """What of the stored index differs from the glossary's texts and weights, in sentences."""
    kept = glossary.index.kept_manifest()
    if kept is None:
        return [NO_INDEX]
    changed = differences(kept, glossary.made_from, {slug: e.title for slug, e in glossary.entries.items()})
    if changed:
        return [*changed, "Run `vcassist index`."]
    if not glossary.index.texts_intact(glossary.items(), outside_items(glossary.outside)):
        return ["The texts stored in the index are not those it was built from. Run `vcassist index`."]
    return []


def rebuild(settings: Settings) -> int:
    """Builds the index from nothing; returns the number of vectors."""
    glossary = GlossaryIndex(settings)
    with building_alone(settings.data):
        if not settings.chroma_url:
            shutil.rmtree(settings.data / "index", ignore_errors=True)
        count = glossary.build()
    # The vectors that come prepared spare the weights; whoever asks first would wait for them.
    glossary.embedder.embed(["What is this?"], query=True)
    return count
