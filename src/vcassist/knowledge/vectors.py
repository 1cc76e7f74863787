"""The index in Chroma: the glossary's vectors, those of what it does not cover, and what was learned from both.

Four collections carry the fingerprint of what they were made from in their names. Embedded in this process, or on a server.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from vcassist.errors import BadUsage, NotReady
from vcassist.knowledge.coverage import Coverage
from vcassist.knowledge.items import OUTSIDE, Item, digest_of
from vcassist.knowledge.judge import Judge
from vcassist.knowledge.learning import NEAR, Learned
from vcassist.knowledge.wordjudge import WordJudge

if TYPE_CHECKING:
    from vcassist.knowledge.embedding import Vectors

PREFIXES = ("glossary-", "outside-", "words-", "learned-")
BATCH = 1000
# Seconds that a server has to answer a question, to take a batch, and to be reached; and for how long one that did not answer
# in time is not asked again, so that not each question waits for it.
PATIENCE, PATIENCE_WRITING, CONNECT_SECONDS, SPARED = 10.0, 300.0, 5.0, 5.0
COMMON = "common part"
RARITY = "rarity"
# Wide enough that the graph finds nearly all of what exact search finds at this size (99 per cent of the first 64); built with fewer
# candidates than usual, since that takes a third of the time that the index takes.
WIDE = {"ef_search": 400, "ef_construction": 40}


def open_client(folder: Path, url: str) -> Any:
    """A Chroma client that calls nobody else. Raises BadUsage for an address that is none, NotReady when nobody answers there."""
    import chromadb
    import httpx
    from chromadb.config import Settings as ChromaSettings

    quiet = ChromaSettings(anonymized_telemetry=False)
    if not url:
        # The folder of all data, which may be made here, is its owner's alone.
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True)
        from filelock import FileLock

        # Two processes that open an empty folder at once both make its tables, and the second fails.
        with FileLock(folder.parent / f"{folder.name}.opening.lock"):
            return chromadb.PersistentClient(path=str(folder), settings=quiet)
    from urllib.parse import urlsplit

    where = urlsplit(url)
    if where.scheme not in ("http", "https") or not where.hostname:
        raise BadUsage(f"VCASSIST_CHROMA_URL is {url!r}.", "It is an address like http://127.0.0.1:8001.")
    port = where.port or (443 if where.scheme == "https" else 8000)
    try:
        # Its client waits for ever while it is made, so whether anybody answers is found out before.
        httpx.get(f"{where.scheme}://{where.netloc}/api/v2/heartbeat", timeout=PATIENCE).raise_for_status()
        client = chromadb.HttpClient(host=where.hostname, port=port, ssl=where.scheme == "https", settings=quiet)
        set_patience(client, PATIENCE)
        return client
    except Exception as error:  # Chroma wraps a refused connection in a bare ValueError.
        raise NotReady(
            "The Chroma server does not answer.",
            f"{url}: {error}.",
            "Start it with `chroma run`, or unset VCASSIST_CHROMA_URL.",
        ) from error


def set_patience(client: Any, patience: float) -> None:
    """How long an answer is waited for. Chroma's client has no setting for it, and would wait for ever for a server that hangs."""
    import httpx

    client._server._session.timeout = httpx.Timeout(patience, connect=min(patience, CONNECT_SECONDS))


class ChromaIndex:
    """Vectors and learned parts under one ``fingerprint``."""

    def __init__(self, folder: Path, url: str, fingerprint: str) -> None:
        self._folder, self._url, self.fingerprint = folder, url, fingerprint
        self._spared_until = 0.0

    @cached_property
    def _client(self) -> Any:
        return open_client(self._folder, self._url)

    def _names(self) -> list[str]:
        client = self._client
        with self._asking():
            return [c.name for c in client.list_collections()]

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Raises NotReady for whatever Chroma raises inside: a server that went away is back with the next question, one that
        hangs after some seconds.
        """
        import httpx

        try:
            if monotonic() < self._spared_until:
                raise TimeoutError
            yield
        except Exception as error:
            if self._url:
                if isinstance(error, httpx.TimeoutException):
                    self._spared_until = monotonic() + SPARED
                raise NotReady(
                    "The Chroma server does not answer.", f"{type(error).__name__}.", "Try again in a moment."
                ) from error
            raise NotReady(
                "The index cannot be read.", f"{type(error).__name__}: {error}.", "Run `vcassist index` again."
            ) from error

    def exists(self) -> bool:
        """True when it was built whole: what is learned is written last."""
        return f"learned-{self.fingerprint}" in self._names()

    def kept_manifest(self) -> dict[str, Any] | None:
        """What the index that is there was made from, or None when there is none."""
        names = sorted(n for n in self._names() if n.startswith("learned-"))
        mine = f"learned-{self.fingerprint}"
        if not names:
            return None
        collection = self._client.get_collection(mine if mine in names else names[-1], embedding_function=None)
        found: dict[str, Any] = json.loads(collection.metadata["made_from"])
        return found

    def texts_intact(self, items: Sequence[Item], outside: Sequence[Item]) -> bool:
        """Whether the stored texts are the given ones, id by id."""
        for name, wanted in (("glossary", items), ("outside", outside)):
            stored = self._open(name).get(include=["documents"])
            kept = [Item(i, "", "", text) for i, text in zip(stored["ids"], stored["documents"], strict=True)]
            if digest_of(kept) != digest_of(wanted):
                return False
        return True

    def store(self, items: Sequence[Item], vectors: Vectors, outside: Sequence[Item], outside_vectors: Vectors) -> None:
        """Stores texts and vectors anew. Embedded, the collections of other fingerprints are dropped; on a server another process
        may use them. The index exists only once what was learned is kept too."""
        names = self._names()
        for name in names:
            if name.startswith(PREFIXES) and (not self._url or name.endswith(self.fingerprint)):
                self._client.delete_collection(name)
        with self._patient():
            self._fill("glossary", items, vectors)
            self._fill("outside", outside, outside_vectors)

    def keep(self, learned: Learned, middle: Any, made_from: dict[str, Any]) -> None:
        """Stores what was learned, with which the index is whole."""
        import numpy as np

        rows = np.concatenate([learned.judge.matrix, [np.append(middle, 0)]]).astype(np.float32)
        meta = {
            "made_from": json.dumps(made_from),
            "coverage": json.dumps([learned.coverage.weights, learned.coverage.bias]),
            "terms": json.dumps(learned.judge.terms),
        }
        with self._patient():
            self._keep_words(learned.words)
            self._table("learned", meta).add(ids=[*learned.judge.terms, OUTSIDE, COMMON], embeddings=rows)

    @contextmanager
    def _patient(self) -> Iterator[None]:
        """A server has longer to take what is written than to answer."""
        if self._url:
            set_patience(self._client, PATIENCE_WRITING)
        yield
        if self._url:
            set_patience(self._client, PATIENCE)

    def _table(self, name: str, meta: dict[str, Any] | None = None) -> Any:
        """A new collection of rows that come back as they went in: Euclidean, as cosine would store them normalised."""
        return self._client.create_collection(
            f"{name}-{self.fingerprint}",
            embedding_function=None,
            metadata=meta,
            configuration={"hnsw": {"space": "l2"}},
        )

    def _keep_words(self, words: WordJudge) -> None:
        """One row a term, and one with each feature's rarity, whose text is the list of features."""
        import numpy as np

        rows = np.concatenate([words.matrix, [np.append(words.rarity, 0)]]).astype(np.float32)
        ids = [*words.terms, OUTSIDE, RARITY]
        texts = ["\n".join(words.at) if key == RARITY else key for key in ids]
        self._table("words").add(ids=ids, embeddings=rows, documents=texts)

    def _kept_words(self) -> WordJudge:
        import numpy as np

        stored = self._open("words").get(include=["embeddings", "documents"])
        row = dict(zip(stored["ids"], np.asarray(stored["embeddings"], dtype=np.float32), strict=True))
        text = dict(zip(stored["ids"], stored["documents"], strict=True))[RARITY]
        terms = tuple(sorted(set(row) - {OUTSIDE, RARITY}))
        at = {feature: n for n, feature in enumerate(text.split("\n") if text else ())}
        return WordJudge(terms, at, row[RARITY][:-1], np.stack([row[t] for t in (*terms, OUTSIDE)]))

    def _fill(self, name: str, items: Sequence[Item], vectors: Vectors) -> None:
        collection = self._client.create_collection(
            f"{name}-{self.fingerprint}", embedding_function=None, configuration={"hnsw": {"space": "cosine", **WIDE}}
        )
        for at in range(0, len(items), BATCH):
            part = items[at : at + BATCH]
            collection.add(
                ids=[i.id for i in part],
                embeddings=vectors[at : at + BATCH],
                documents=[i.text for i in part],
            )

    def _open(self, name: str) -> Any:
        return self._client.get_collection(f"{name}-{self.fingerprint}", embedding_function=None)

    @cached_property
    def _glossary(self) -> Any:
        return self._open("glossary")

    def learned(self) -> tuple[Learned, Any]:
        """What was learned, and the common part of the vectors."""
        with self._asking():
            collection = self._open("learned")
            stored = collection.get(include=["embeddings"])
            words = self._kept_words()
        meta, terms = collection.metadata, json.loads(collection.metadata["terms"])
        import numpy as np

        row = dict(zip(stored["ids"], np.asarray(stored["embeddings"], dtype=np.float32), strict=True))
        judge = Judge(tuple(terms), np.stack([row[t] for t in (*terms, OUTSIDE)]))
        weights, bias = json.loads(meta["coverage"])
        return Learned(judge, words, Coverage(tuple(weights), bias)), row[COMMON][:-1]

    def outside_vectors(self) -> Any:
        """The vectors of what the glossary does not cover, shape (n, dimensions)."""
        import numpy as np

        with self._asking():
            stored = self._open("outside").get(include=["embeddings"])
        return np.asarray(stored["embeddings"], dtype=np.float32)

    def near(self, vector: Any, limit: int = NEAR) -> list[tuple[str, float]]:
        """(id, cosine) of the nearest vectors of the glossary, best first."""
        with self._asking():
            found = self._glossary.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return [(key, 1.0 - float(far)) for key, far in zip(found["ids"][0], found["distances"][0], strict=True)]

    def cosines(self, vector: Any, ids: Sequence[str]) -> dict[str, float]:
        """The cosine of each of some items."""
        import numpy as np

        with self._asking():
            stored = self._glossary.get(ids=list(ids), include=["embeddings"])
        near = np.asarray(stored["embeddings"], dtype=np.float32) @ vector
        return dict(zip(stored["ids"], map(float, near), strict=True))
