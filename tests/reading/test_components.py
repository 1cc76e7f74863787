"""Placing what was proposed: which component a fact is about, and what follows from a "nobody"."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.chain.fields import fields_of
from vcassist.interview.ports import Proposal
from vcassist.reading.components import Names, placed, same_name, with_absent


def known(ref: str, value: str | tuple[str, ...], start: int = 0) -> Proposal:
    return Proposal(ref, "known", value, "", 0.9, start, start + 1)


def refs(proposals: list[Proposal], asked: str | None = None, chain: Chain | None = None) -> list[str]:
    return [p.ref for p in placed(proposals, asked, chain or Chain())]


def test_two_names_in_one_message_are_two_components_in_the_order_said() -> None:
    said = [known("application.name", "DeepL", 40), known("application.name", "ChatGPT", 0)]
    assert [(p.ref, p.value) for p in placed(said, None, Chain())] == [
        ("application.name", "ChatGPT"),
        ("application-2.name", "DeepL"),
    ]


def test_a_name_with_its_version_is_the_component_that_bears_the_name() -> None:
    chain = fold([Fact("model.name", "known", "Mistral"), Fact("model-2.name", "known", "Llama 3")])
    assert refs([known("model.name", "Llama 3 8B")], chain=chain) == ["model-2.name"]
    assert refs([known("model.name", "Gemma")], chain=chain) == ["model-3.name"]


def test_what_is_said_after_a_name_is_said_of_it() -> None:
    said = [known("model.name", "Llama", 0), known("model.name", "Gemma", 20), known("model.weights", "open", 30)]
    assert refs(said) == ["model.name", "model-2.name", "model-2.weights"]


def test_the_answer_goes_to_the_component_that_was_asked_about() -> None:
    assert refs([known("storage.country", "DE")], asked="storage-2.country") == ["storage-2.country"]


def test_one_reference_is_proposed_once() -> None:
    assert refs([known("storage.country", "DE", 0), known("storage.country", "SE", 9)]) == ["storage.country"]


def test_where_nobody_labels_the_rest_of_that_labelling_does_not_apply_unless_said_otherwise() -> None:
    said = [known("labelling-2.done_by", ("nobody",)), known("labelling-2.country", "KE")]
    found = {p.ref: (p.status, p.value) for p in with_absent(said)}
    assert found["labelling-2.country"] == ("known", "KE")
    assert found["labelling-2.supplier"] == ("not_applicable", None)
    assert not any(ref.startswith("labelling.") for ref in found)


def denied(ref: str, quote: str, status: str = "not_applicable", value: str | None = None) -> Proposal:
    return Proposal(ref, status, value, quote, 0.7)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "field", "quote"),
    [
        ("storage", "country", "there is no storage at all"),
        ("storage", "supplier", "We do not store anything"),
        ("model", "name", "There is no AI model in it"),
        ("model", "weights", "we have no model"),
    ],
)
def test_of_a_kind_that_is_not_there_no_field_applies(kind: str, field: str, quote: str) -> None:
    found = {p.ref: (p.status, p.value) for p in with_absent([denied(f"{kind}.{field}", quote)])}
    assert found == {f"{kind}.{spec.name}": ("not_applicable", None) for spec in fields_of(kind)}


def test_what_rests_on_the_same_denial_is_dropped_and_what_is_told_beside_it_stands() -> None:
    quote = "there is no storage at all"
    guess = denied("storage.retention_limit", quote, "known", "no")
    found = {p.ref: p.status for p in with_absent([guess, denied("storage.country", quote)])}
    assert found["storage.retention_limit"] == "not_applicable"
    beside = [denied("storage.country", quote), denied("storage.supplier", "AWS", "known", "AWS")]
    assert list(with_absent(beside)) == beside


@pytest.mark.parametrize(
    "quote",
    ["there is no storage in Kenya", "we have no contract for it", "there is no second model", "we have no servers"],
)
def test_a_denial_of_something_else_says_nothing_of_the_kind(quote: str) -> None:
    for ref in ("storage.country", "model.name", "compute.country"):
        said = [denied(ref, quote)]
        assert list(with_absent(said)) == said


def test_of_labelling_that_is_not_there_nobody_did_it() -> None:
    found = {p.ref: (p.status, p.value) for p in with_absent([denied("labelling.country", "there is no labelling")])}
    assert found["labelling.done_by"] == ("known", ("nobody",)) and found["labelling.supplier"][0] == "not_applicable"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("MobileNet", "MobileNetV3", True),
        ("Llama 3", "Llama 3 8B", True),
        ("Otter", "Otterbox", False),
        ("Llama 3", "Llama 31 Club", False),
    ],
)
def test_a_version_behind_a_name_makes_no_other_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_number_names_the_known_component_or_the_next_free_one() -> None:
    fresh = Names("application", "", Chain())
    assert [fresh.numbered(1), fresh.numbered(0)] == ["application-2", "application"]
    held = Names("model", "", fold([Fact("model.name", "known", "Whisper")]))
    assert [held.numbered(0), held.numbered(1)] == ["model", "model-2"]
    assert held.take("Aya") == "model-3" and held.take("Whisper") == "model"
