"""Graphs and tokenizers are opened in one way for all encoders."""

from __future__ import annotations

from vcassist.graphs import open_graph, open_tokenizer
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
