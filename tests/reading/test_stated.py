"""A sentence by itself states a choice of a field, or none. With the small weights, which the package carries."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from vcassist.reading import stated, trained
from vcassist.reading.stated import Statements
from vcassist.reading.trained import TrainedReader

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))


@pytest.fixture(scope="module")
def statements() -> Statements:
    return Statements(TrainedReader())


@pytest.mark.parametrize(
    ("sentence", "field", "choice"),
    [
        ("The regulars' letters go straight out, nobody sees them first.", "application.human_review", "never"),
        ("Hilde reads every letter before it is posted.", "application.human_review", "always"),
        ("Only the pupils' marks pass through it.", "application.affected_people", "students"),
    ],
)
def test_what_is_told_by_the_way_is_stated(statements: Statements, sentence: str, field: str, choice: str) -> None:
    best = statements.of(sentence)[0]
    assert (best.key, best.value) == (field, choice)
    assert best.chance > 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "One day we shall have somebody read the letters first, God willing.",
        "My neighbour's clinic encrypts its disk, she says.",
        "The tea has gone cold.",
        "",
    ],
)
def test_a_wish_hearsay_about_others_or_nothing_at_all_states_nothing(statements: Statements, sentence: str) -> None:
    assert all(one.chance < 0.5 for one in statements.of(sentence))


def test_chances_are_of_all_choices_and_of_none_together(statements: Statements) -> None:
    found = statements.of("Hilde reads every letter before it is posted.")
    assert [one.chance for one in found] == sorted((one.chance for one in found), reverse=True)
    assert 0 < sum(one.chance for one in found) <= 1.0001


def test_without_weights_nothing_is_stated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Statements(TrainedReader(), tmp_path / "none.npz").of("Hilde reads every letter.") == ()
    monkeypatch.setattr(trained, "SMALL", tmp_path / "none.onnx")
    assert Statements(TrainedReader()).of("Hilde reads every letter.") == ()


def test_a_layer_for_other_choices_than_the_declared_ones_is_not_used(tmp_path: Path) -> None:
    with np.load(stated.WEIGHTS) as kept:
        held = dict(kept)
    held["choices"] = held["choices"][::-1]
    np.savez(tmp_path / "other.npz", **held)
    assert stated.opened(tmp_path / "other.npz") == {}


def test_the_layers_are_fitted_to_the_sentences_that_are_there() -> None:
    import stated as fitting  # type: ignore[import-not-found]

    with np.load(stated.WEIGHTS) as kept:
        assert str(kept["made_of"]) == fitting.made_of(), "Run python training/stated.py"
