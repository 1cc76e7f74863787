"""Placing what was proposed: which component a fact is about, and what follows from a "nobody"."""

from __future__ import annotations

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal
from vcassist.reading.components import placed, with_absent


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
