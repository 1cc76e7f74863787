"""Graphs and tokenizers are opened in one way for all encoders."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from vcassist import graphs
from vcassist.graphs import LARGEST_STATE, LARGEST_SUM, SUM_OF_TWO, cuts_off, open_graph, open_tokenizer
from vcassist.knowledge.embedding import packaged_tokenizer
from vcassist.knowledge.wanted_reader import reader_path


def test_a_graph_has_no_more_threads_than_it_is_given() -> None:
    session = open_graph(reader_path(), threads=1)
    assert session.get_session_options().intra_op_num_threads == 1
    assert session.get_providers() == ["CPUExecutionProvider"]


def test_a_tokenizer_cuts_off_and_fills_nothing_up() -> None:
    tokenizer = open_tokenizer(packaged_tokenizer(), 5)
    one, other = tokenizer.encode_batch(["who", "who can read all that I have written here"])
    assert len(one.ids) == 3 and len(other.ids) == 5


def test_the_largest_sums_of_bytes_are_whole_on_every_processor() -> None:
    (found,) = open_graph(SUM_OF_TWO).run(None, {"states": np.full((1, 2), LARGEST_STATE, dtype=np.uint8)})
    assert found.item() == LARGEST_SUM


@pytest.mark.parametrize("cut", [False, True])
def test_the_slower_way_is_taken_where_sums_are_cut_off_only(cut: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphs, "cuts_off", lambda: cut)
    options = open_graph(SUM_OF_TWO).get_session_options()
    assert options.get_session_config_entry(graphs.EXACT) == ("1" if cut else "0")


def test_a_processor_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cuts_off()
    monkeypatch.setattr(graphs, "SUM_OF_TWO", SUM_OF_TWO.with_name("no such graph"))
    assert cuts_off() in (True, False)


def test_the_sum_that_is_asked_for_is_the_largest_of_two_products() -> None:
    weights = numpy_helper.from_array(np.full((2, 1), 127, dtype=np.int8), "weights")
    states, total = (
        helper.make_tensor_value_info("states", TensorProto.UINT8, [1, 2]),
        helper.make_tensor_value_info("sum", TensorProto.INT32, [1, 1]),
    )
    asked = helper.make_graph(
        [helper.make_node("MatMulInteger", ["states", "weights"], ["sum"])], "sum of two", [states], [total], [weights]
    )
    assert onnx.load(str(SUM_OF_TWO)).graph == asked
