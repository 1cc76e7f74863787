"""Prints how well and how fast the glossary is searched: ours beside BM25, one MiniLM vector an entry, and LangChain's retriever on Chroma.

python benchmarks/retrieval.py                       # the development part of evals/retrieval
python benchmarks/retrieval.py --part kept_aside
Options: --json FILE. All four see the same entries in one process; a baseline without a rule for refusing gets the threshold
that loses 5 per cent of the covered queries of this very part, which favours it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from vcassist.evals.measure import ndcg  # noqa: E402
from vcassist.evals.suite import load_suite  # noqa: E402
from vcassist.knowledge.glossary import Entry, load_entries  # noqa: E402
from vcassist.knowledge.index import GlossaryIndex  # noqa: E402
from vcassist.settings import read_settings  # noqa: E402

LOST = 0.05


@dataclass(frozen=True)
class Ranking:
    """Terms, best first; how sure the search is of the first (any scale), and whether it says that it covers the query."""

    terms: list[str]
    sure: float
    covered: bool | None = None


Search = Callable[[str], Ranking]


def text_of(entry: Entry) -> str:
    return f"{entry.title}\n{', '.join((*entry.aliases, *entry.acronyms))}\n{entry.body}"


def ours(glossary: GlossaryIndex) -> Search:
    def search(query: str) -> Ranking:
        found = glossary.find(query)
        return Ranking([r.term for r in found.ranked], found.chance, found.covered)

    return search


def bm25(entries: dict[str, Entry], with_phrases: bool) -> Search:
    """BM25 (Robertson and Zaragoza, 2009) over stemmed words of whole entries; ``with_phrases`` adds what search learns from."""
    import re

    import numpy as np
    import snowballstemmer
    from rank_bm25 import BM25Okapi

    stem = snowballstemmer.stemmer("english")

    def words(text: str) -> list[str]:
        found: list[str] = stem.stemWords(re.findall(r"[a-z0-9]+", text.lower()))
        return found

    terms = list(entries)
    more = {s: "\n".join((*e.example_questions, *e.in_other_words)) if with_phrases else "" for s, e in entries.items()}
    index = BM25Okapi([words(f"{text_of(e)}\n{more[s]}") for s, e in entries.items()])

    def search(query: str) -> Ranking:
        scores = index.get_scores(words(query))
        order = np.argsort(-scores, kind="stable")
        return Ranking([terms[i] for i in order], float(scores[order[0]]))

    return search


def one_vector(entries: dict[str, Entry], embedder: Any) -> Search:
    """One MiniLM vector an entry: title, names and definition."""
    import numpy as np

    terms = list(entries)
    vectors = embedder.embed([f"{e.title}: {', '.join(e.aliases)}. {e.definition}" for e in entries.values()])

    def search(query: str) -> Ranking:
        scores = vectors @ embedder.embed([query])[0]
        order = np.argsort(-scores)
        return Ranking([terms[i] for i in order], float(scores[order[0]]))

    return search


def langchain(entries: dict[str, Entry], embedder: Any) -> Search:
    """langchain-chroma with its default retriever (nearest four) over the paragraphs of the entries."""
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

    class Ours(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            found: list[list[float]] = embedder.embed(texts).tolist()
            return found

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    rows = [(slug, f"{e.title}. {text}") for slug, e in entries.items() for _, text in e.passages]
    store = Chroma.from_texts([t for _, t in rows], Ours(), metadatas=[{"term": s} for s, _ in rows])
    retriever = store.as_retriever()

    def search(query: str) -> Ranking:
        terms = list(dict.fromkeys(d.metadata["term"] for d in retriever.invoke(query)))
        return Ranking(terms, -store.similarity_search_with_score(query, k=1)[0][1])

    return search


def measure(search: Search, cases: Sequence[dict[str, Any]]) -> dict[str, float]:
    """The suite's figures, and the median time of a warm query in milliseconds."""
    search(cases[0]["query"])
    found, spent = [], []
    for case in cases:
        begun = time.perf_counter()
        found.append(search(case["query"]))
        spent.append(1000 * (time.perf_counter() - begun))
    covered = [(c["relevant"], f) for c, f in zip(cases, found, strict=True) if c["covered"]]
    others = [f for c, f in zip(cases, found, strict=True) if not c["covered"]]
    ranks = [next((n for n, t in enumerate(f.terms, 1) if grades.get(t) == 2), 0) for grades, f in covered]
    least = sorted(f.sure for _, f in covered)[int(LOST * len(covered))]

    def refused(f: Ranking) -> bool:
        return f.sure < least if f.covered is None else not f.covered

    return {
        "hit@1": sum(r == 1 for r in ranks) / len(ranks),
        "hit@3": sum(0 < r <= 3 for r in ranks) / len(ranks),
        "nDCG@5": statistics.fmean(ndcg([g.get(t, 0) for t in f.terms], list(g.values()), 5) for g, f in covered),
        "uncovered refused": sum(map(refused, others)) / len(others),
        "covered refused": sum(refused(f) for _, f in covered) / len(covered),
        "median ms": statistics.median(spent),
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=("development", "kept_aside"), default="development")
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    cases = load_suite("retrieval").parts[given.part]
    entries, glossary = load_entries(), GlossaryIndex(read_settings())
    glossary.ready()
    searches = {
        "vcassist": ours(glossary),
        "BM25, stemmed": bm25(entries, False),
        "BM25, stemmed, with the phrases that ours learns from": bm25(entries, True),
        "MiniLM, one vector an entry": one_vector(entries, glossary.embedder),
        "Chroma, LangChain's default retriever": langchain(entries, glossary.embedder),
    }
    rows = {name: measure(search, cases) for name, search in searches.items()}
    print(
        f"{len(cases)} queries ({sum(not c['covered'] for c in cases)} uncovered), part {given.part}; {platform.machine()},"
        f" {os.cpu_count()} cores, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}\n"
    )
    print("| search |", " | ".join(rows["vcassist"]), "|\n|---|" + "---:|" * len(rows["vcassist"]))
    for name, row in rows.items():
        print(f"| {name} |", " | ".join(f"{v:.1f}" if k == "median ms" else f"{v:.3f}" for k, v in row.items()), "|")
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
