"""Queries are put into words that the weights know, and left alone where they are good already."""

from __future__ import annotations

from pathlib import Path

import pytest

from vcassist.errors import BrokenAsset
from vcassist.knowledge.glossary import load_entries
from vcassist.knowledge.wording import Wording, folded, load_languages

KNOWN = {w: n for n, w in enumerate(["the", "of", "our", "is", "data", "training", "server", "worse", "video", "password", "who", "can", "prove", "it", "in", "a", "machine", "model"])}  # fmt: skip
WORDING = Wording(KNOWN, ["A video of the minister. Labelling of data. The server location."], load_languages())


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Herkunft of the training data", "origin of the training data"),
        ("Serverstandort in a machine", "server location in a machine"),
        ("who can prove the Löschfrist", "who can prove the retention period"),
        ("Loeschfrist", "retention period"),
        ("Trainingsdatensätze", "Trainingsdatensätze"),
        ("KI-Modell", "AI model"),
        ("chaîne de valeur", "value chain"),
        ("l'hébergement of our data", "hosting of our data"),
        ("la protección y los datos personales", "la protección y los personal data"),
    ],
)
def test_foreign_words_of_the_field_are_put_in_english(asked: str, meant: str) -> None:
    assert WORDING.english(asked) == meant


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("vidoe of the minister", "video of the minister"), ("pasword", "password"), ("wrose", "worse"), ("labeling", "labelling")],
)  # fmt: skip
def test_a_slip_is_mended_to_the_word_that_is_meant(asked: str, meant: str) -> None:
    assert WORDING.english(asked) == meant


@pytest.mark.parametrize(
    "asked", ["the projector is in a wifi", "Nairobi", "C2PA", "GPUs", "12 %", "", "worse machines"]
)
def test_names_acronyms_and_right_words_in_no_list_stay_as_they_are(asked: str) -> None:
    assert WORDING.english(asked) == asked


def test_with_weights_that_read_any_language_nothing_is_touched() -> None:
    assert Wording({}, ["video"], load_languages()).english("vidoe Herkunft") == "vidoe Herkunft"


def test_no_foreign_word_stands_in_for_an_english_word_that_the_glossary_uses() -> None:
    used = {folded(w) for e in load_entries().values() for w in e.body.replace("-", " ").split()}
    wrong = {w: english for w, english in load_languages().items() if w in used and w != folded(english)}
    assert not wrong


def test_a_broken_word_list_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text("falsch: false\n")
    with pytest.raises(BrokenAsset, match=r"xx\.yaml"):
        load_languages(tmp_path)
