"""Of several tools each has its own answers: what a part of a message tells is of the tool that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.parts.tool_by_tool import named_tools, of_each_tool, owned_parts
from vcassist.interview.ports import Reading

OUTAGE, REVIEW, NAME = "application.outage_effect", "application.human_review", "application-2.name"
TWO = {
    "application.name": "case-note summariser", "application.purpose": "condenses case notes", "application-2.name": "LinguaBridge",
}  # fmt: skip
Answers = Mapping[str, tuple[str, float]]


def two(answers: Answers | None = None, **known: str) -> Talk:
    """A talk on two tools with an encoder that hears in a part with some words a choice, whatever is asked."""
    t = talk()
    t.know(**{**TWO, **{key.replace("__", "."): value for key, value in known.items()}})

    def chances(say: str, key: str) -> Sequence[tuple[str, float]]:
        found = next((one for words, one in (answers or {}).items() if words in say), None)
        return [found, ("", 1 - found[1])] if found else [("", 1.0)]

    t.tools = replace(t.tools, answers=chances)
    return t


def fact(ref: str, value: str, quote: str, said: str) -> Fact:
    start = said.index(quote)
    return Fact(ref, "known", value, quote, start, start + len(quote), 7)


def comes_to(t: Talk, said: str, *facts: Fact) -> dict[str, object]:
    old = t.session.chain.facts
    replaced = tuple((old[f.ref], f) for f in facts if f.ref in old)
    heard = Heard(facts=facts, replaced=replaced, reading=Reading((), "answer"))
    return {f.ref: f.value for f in of_each_tool(heard, said, t.session, 7, t.tools).facts}


def test_each_part_is_of_the_tool_that_it_names_or_goes_on_with() -> None:
    chain = two().session.chain
    said = "No. The summariser is slow. It is ours; LinguaBridge we buy. Yes, the board knows."
    assert [(p.text.strip(), p.owner) for p in owned_parts(said, chain)] == [
        ("No.", None), ("The summariser is slow.", "application"), ("It is ours;", "application"),
        ("LinguaBridge we buy.", "application-2"), ("Yes, the board knows.", None),
    ]  # fmt: skip


def test_what_only_announces_a_tool_is_told_of_in_the_next_part() -> None:
    chain = two().session.chain
    parts = owned_parts("One more thing on the summariser. Azure moved us to the Netherlands.", chain)
    assert [p.owner for p in parts] == ["application", "application"]


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("Summariser: gets worse", ["application"]),
        ("for LinguaBridge it stops", ["application-2"]),
        ("the summariser and LinguaBridge are ours", ["application", "application-2"]),
        ("nobody reads them", []),
    ],
)
def test_a_tool_is_known_by_its_name_or_its_work(text: str, tools: list[str]) -> None:
    assert named_tools(text, two().session.chain) == tools


def test_what_two_parts_answer_is_told_of_each_tool() -> None:
    t = ask(two({"worse": ("degrades", 0.9), "stops": ("stops", 0.9)}), "application-2.outage_effect")
    said = "Summariser: gets worse. LinguaBridge: stops."
    assert comes_to(t, said) == {OUTAGE: "degrades", "application-2.outage_effect": "stops"}


def test_what_was_heard_in_a_part_on_another_tool_moves_there() -> None:
    t = ask(two(**{OUTAGE: "degrades"}), "application-2.decision_role")
    said = "You mixed them. LinguaBridge stops everything."
    heard = fact(OUTAGE, "stops", "LinguaBridge stops everything", said)
    t.tools = replace(t.tools, answers=lambda say, key: [("stops", 0.9)] if key == OUTAGE else [])
    assert comes_to(t, said, heard)["application-2.outage_effect"] == "stops"
    assert OUTAGE not in comes_to(t, said, heard)


def test_a_choice_that_its_part_hardly_states_is_left_out() -> None:
    t = ask(two({"upon request": ("partly", 0.6)}), "data.personal_data")
    said = "The summariser tells people only upon request."
    assert comes_to(t, said, fact("application.tells_people", "yes", "tells people", said)) == {}


def test_where_no_tool_is_named_the_asked_one_is_meant() -> None:
    t = ask(two(**{OUTAGE: "degrades"}), "application-2.outage_effect")
    said = "I told you, it goes on."
    assert comes_to(t, said, fact(OUTAGE, "none", "it goes on", said)) == {}


def test_what_hangs_on_a_tool_goes_with_it() -> None:
    t = ask(two(**{"compute.country": "SE", "compute.supplier": "Microsoft"}), "model.licence")
    said = "One more thing on the summariser. Azure moved us to the Netherlands."
    assert comes_to(t, said, fact("compute-2.country", "NL", "the Netherlands", said)) == {"compute.country": "NL"}


def test_what_is_told_of_the_other_tools_model_leaves_the_first_alone() -> None:
    t = ask(two(**{"model.name": "GPT-4o", "model.tested_locally": "yes"}), "model-2.tested_locally")
    said = "LinguaBridge: tested on 30 sentences."
    heard = fact("model.tested_locally", "partly", "tested on 30 sentences", said)
    assert comes_to(t, said, heard) == {"model-2.tested_locally": "partly"}


def test_a_nameless_tool_that_is_called_by_its_work_is_the_one_that_is_named_then() -> None:
    t = talk()
    t.know(
        **{"application.name": "Kora", "application.purpose": "plans routes", "application-2.purpose": "translation"}
    )
    ask(t, "model.weights")
    said = "And the translator is another matter: it's LinguaBridge, made by Kestrel."
    name = fact("application-3.name", "LinguaBridge", "LinguaBridge", said)
    maker = fact("application-3.supplier", "Kestrel", "Kestrel", said)
    assert comes_to(t, said, name, maker) == {NAME: "LinguaBridge", "application-2.supplier": "Kestrel"}


def test_with_one_tool_nothing_moves() -> None:
    t = talk()
    t.know(**{"application.name": "Kora", OUTAGE: "stops"})
    ask(t, "governance.policy")
    said = "Kora only gets slower."
    assert comes_to(t, said, fact(OUTAGE, "degrades", "only gets slower", said)) == {OUTAGE: "degrades"}
