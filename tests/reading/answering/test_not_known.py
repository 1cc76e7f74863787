"""What somebody does not know is noted where it belongs, whatever was asked."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.knowledge.register import load_register
from vcassist.reading.answering.left_open import left_open
from vcassist.reading.answering.not_known import not_known, of_one_matter
from vcassist.reading.offline import OfflineReader


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("No idea about the model.", ["model.name"]),
        ("I have no clue which model it is, the nurse decides.", ["model.name"]),
        ("No clue where it is hosted, sorry.", ["compute.country"]),
        ("Who owns the servers, no idea at all.", ["compute.supplier"]),
        ("I could not tell you where it runs, nor who owns those machines.", ["compute.country", "compute.supplier"]),
        ("We do not know where they keep the recordings.", ["storage.country"]),
        ("Encrypted? No idea.", ["storage.encrypted"]),
        ("how long they keep the files nobody told me", ["storage.retention_limit"]),
        ("chips no idea", ["compute.accelerator"]),
        ("who made the model I don't know", ["model.supplier"]),
        ("no clue who labels stuff", ["labelling.done_by"]),
        ("no idea whether they learn from our photos", ["model.trains_on_inputs"]),
        ("I forgot the name of the app.", ["application.name"]),
        ("I don't know.", [None]),
        ("no idea, ask the vendor about the model", [None]),
        ("They know where it runs.", []),
        ("Where does it run? In Spain.", []),
    ],
)
def test_a_dont_know_is_of_what_it_is_said_about(text: str, keys: list[str | None]) -> None:
    assert [found.key for found in not_known(text)] == keys


def test_it_is_quoted_with_what_it_is_about() -> None:
    text = "A nurse reads all. No clue where it is hosted, sorry."
    (found,) = not_known(text)
    assert text[found.start : found.end] == "No clue where it is hosted"


@pytest.mark.parametrize(
    ("key", "asked", "same"),
    [
        ("compute.country", "compute.supplier", True),
        ("storage.country", "compute.supplier", True),
        ("application.supplier", "model.supplier", True),
        ("model.name", "application.decision_role", False),
        ("storage.encrypted", "governance.policy", False),
    ],
)
def test_not_knowing_one_side_of_what_was_asked_answers_it(key: str, asked: str, same: bool) -> None:
    assert of_one_matter(key, asked) is same


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("no idea at all what I do know is it dies without the radio link", "no idea at all "),
        ("They won't say. What I can tell you is that the tapes lie in Oslo.", "They won't say. "),
        ("Beats me, but one thing is sure, it came from Halden.", "Beats me, but "),
        ("Don't ask me. The scales are all in Turin.", "Don't ask me."),
    ],
)
def test_what_is_left_open_ends_where_somebody_turns_to_what_they_know(text: str, before: str) -> None:
    assert text[: left_open(text)] == before


@pytest.mark.parametrize(
    "text",
    ["What I know is that it stands in Lima.", "We keep it in Lima. I do know that.", "No idea where it is kept."],
)
def test_nothing_is_left_open_by_who_tells_or_says_no_more(text: str) -> None:
    assert left_open(text) is None


@pytest.mark.parametrize(
    ("text", "ref", "status"),
    [
        ("We cannot tell you who labelled the data for the model; Anthropic does not disclose it to us.", "labelling.done_by", "withheld"),
        ("We do not know where the texts are stored; the supplier will not tell us.", "storage.country", "withheld"),
        ("We do not know where the texts are stored, as the vendor refuses to say.", "storage.country", "withheld"),
        ("We do not know where the texts are stored; nobody looked.", "storage.country", "unknown"),
    ],
)  # fmt: skip
def test_what_somebody_else_keeps_back_is_withheld_and_nothing_beside_it(text: str, ref: str, status: str) -> None:
    found = OfflineReader(load_register()).read(text, None, Chain()).proposals
    assert (ref, status) in [(p.ref, p.status) for p in found]
    assert [p.ref for p in found if p.status == "withheld"] == [ref] * (status == "withheld")


def test_contracts_of_which_nothing_is_known_are_asked_no_more() -> None:
    assert [n.key for n in not_known("don't know contract")] == ["governance.exit_clause"]


def test_where_it_goes_is_of_what_somebody_answers_about() -> None:
    said = "i correct the numbers in the sheet, no idea where it goes"
    told = OfflineReader(load_register()).read(said, "monitoring.feedback_reused", Chain()).proposals
    assert ("storage.country", "unknown") not in {(p.ref, p.status) for p in told}
