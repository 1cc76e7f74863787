"""What stands in quotation marks behind a word of naming is one name."""

from __future__ import annotations

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.quoted_names import with_whole_quotes


def read(message: str, *names: tuple[str, str], asked: str | None = None) -> list[tuple[str, object]]:
    found = tuple(
        Proposal(ref, "known", name, name, 0.9, message.index(name), message.index(name) + len(name))
        for ref, name in names
    )
    return [(p.ref, p.value) for p in with_whole_quotes(Reading(found, "answer"), message, asked).proposals]


def test_a_part_of_it_is_made_whole_and_the_others_go() -> None:
    message = "The model name is 'ensemble of Omikuji, MLLM and fastText'."
    assert read(message, ("model.name", "Omikuji"), ("model-2.name", "fastText")) == [
        ("model.name", "ensemble of Omikuji, MLLM and fastText")
    ]


def test_it_is_the_answer_where_a_name_was_asked_for() -> None:
    message = 'It is called "Friends of the Old Mill, Dover"'
    assert read(message, ("model-2.name", "Old Mill"), asked="model.name") == [
        ("model.name", "Friends of the Old Mill, Dover")
    ]


def test_a_name_beside_the_marks_and_words_that_only_quote_are_left() -> None:
    assert read('Kora says "not for Otter"', ("application.name", "Otter")) == [("application.name", "Otter")]
    assert read("it is called 'Old Mill' by Kora", ("application.supplier", "Kora")) == [
        ("application.supplier", "Kora")
    ]
