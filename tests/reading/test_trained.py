"""The trained reader tells to which choice a case leans, though it states nothing outright. With the small weights, which the package carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from vcassist.reading import trained
from vcassist.reading.trained import TrainedReader


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return TrainedReader()


@pytest.mark.parametrize(
    ("case", "field", "choice"),
    [
        ("It sorts the moulds by size and the master picks. Which box is that?", "application.decision_role", "recommends"),
        ("The rule says two years, the cellar says twenty. Is that a yes?", "storage.retention_limit", "partly"),
        ("Some days Maura reads them, some days she does not. Which of the three is that?", "application.human_review", "sometimes"),
    ],
)  # fmt: skip
def test_a_case_in_a_question_leans_to_a_choice(reader: TrainedReader, case: str, field: str, choice: str) -> None:
    found = reader.nearest(case, field)
    assert found is not None
    told, value, leans = found
    assert value == choice and told > 0.1 and leans > 0.5


def test_what_is_no_case_or_has_no_choices_leans_to_nothing(reader: TrainedReader) -> None:
    assert reader.nearest("The weather is fine today.", "storage.encrypted") is None
    assert reader.nearest("It is called Lumo.", "application.name") is None


def test_without_weights_nothing_leans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained, "SMALL", tmp_path / "none.onnx")
    assert TrainedReader().nearest("We do check some.", "application.human_review") is None
