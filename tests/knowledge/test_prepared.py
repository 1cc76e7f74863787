"""Vectors made beforehand: nearly the exact ones, used for the texts they were made of and for no other weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from knowledge_fakes import WordWeights, small_glossary

from vcassist.knowledge import index as index_module
from vcassist.knowledge.embedding import MiniLM
from vcassist.knowledge.glossary import load_entries, load_outside
from vcassist.knowledge.index import GlossaryIndex
from vcassist.knowledge.items import items_of
from vcassist.knowledge.prepared import Prepared, load_prepared, save_prepared
from vcassist.settings import Settings


def unit(rows: int) -> np.ndarray:
    made = np.random.default_rng(4).standard_normal((rows, 384))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def test_what_is_kept_is_nearly_the_exact_vector_and_found_by_its_text(tmp_path: Path) -> None:
    texts, vectors = [f"text {n}" for n in range(50)], unit(50)
    save_prepared("weights:1", texts, vectors, tmp_path / "v.npz")
    kept = load_prepared("weights:1", tmp_path / "v.npz")
    assert kept is not None and "text 7" in kept and "text 50" not in kept
    found = kept.vectors(["text 7", "text 3"])
    assert (found * vectors[[7, 3]]).sum(1).min() > 0.9995
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)
    with pytest.raises(KeyError):
        kept.vectors(["text 50"])


def test_other_weights_and_a_missing_file_have_none(tmp_path: Path) -> None:
    save_prepared("weights:1", ["a"], unit(1), tmp_path / "v.npz")
    assert load_prepared("weights:2", tmp_path / "v.npz") is None
    assert load_prepared("weights:1", tmp_path / "none.npz") is None


def test_the_index_embeds_only_what_is_not_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Watched(WordWeights):
        def embed(self, texts: list[str], query: bool = False) -> np.ndarray:
            asked.extend(texts)
            return super().embed(texts, query)

    weights = Watched()
    entries = small_glossary()
    known = [item.text for entry in entries.values() for item in items_of(entry)][::2]
    save_prepared(weights.name, known, WordWeights().embed(known), tmp_path / "v.npz")
    monkeypatch.setattr(index_module, "load_prepared", lambda name: load_prepared(name, tmp_path / "v.npz"))
    glossary = GlossaryIndex(Settings(data=tmp_path / "data"), entries, weights)
    glossary.build()
    assert asked and not set(asked) & set(known)
    assert glossary.search("memory of the graphics card", 1)[0][0].term == "gpu"


def test_nearly_every_text_of_the_glossary_is_prepared() -> None:
    """`python tools/vectors.py` prepares what is new; a few entries that are not only make the first start slower."""
    kept = load_prepared(MiniLM(Path()).name)
    assert isinstance(kept, Prepared)
    texts = [item.text for entry in load_entries().values() for item in items_of(entry)] + list(load_outside())
    assert sum(text in kept for text in texts) >= 0.95 * len(texts)
