"""Prompts are files with declared variables; rendering is strict and puts values in once."""

from __future__ import annotations

from pathlib import Path

import pytest

from vcassist.errors import BrokenAsset
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.reading import gate
from vcassist.llm.prompts import load_prompt

GOOD = "---\nname: p\npurpose: Tries.\nvariables: [a, b]\n---\n## System\nSay {{a}}.\n\n## User\n{{ b }}\n"


def prompt(tmp_path: Path, text: str = GOOD):
    (tmp_path / "p.md").write_text(text, encoding="utf-8")
    return load_prompt("p", tmp_path)


def test_values_are_put_in_as_they_are_and_only_once(tmp_path: Path) -> None:
    assert prompt(tmp_path).render(a="{{b}}", b=r"\1 {{a}}") == ("Say {{b}}.", r"\1 {{a}}")


@pytest.mark.parametrize("values", [{"a": "x"}, {"a": "x", "b": "y", "c": "z"}, {}])
def test_missing_and_surplus_variables_are_refused(tmp_path: Path, values: dict[str, str]) -> None:
    with pytest.raises(BrokenAsset, match="other variables"):
        prompt(tmp_path).render(**values)


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        GOOD.replace("[a, b]", "[a]"),
        GOOD.replace("[a, b]", "[a, b, c]"),
        GOOD.replace("## User", "## Person"),
        GOOD.replace("purpose: Tries.", ""),
        GOOD.replace("name: p", "name: q"),
        "---\nname: [\n---\n## System\n\n## User\n",
    ],
)
def test_a_broken_prompt_file_is_told(tmp_path: Path, text: str) -> None:
    load_prompt.cache_clear()
    with pytest.raises(BrokenAsset):
        prompt(tmp_path, text)


def test_a_missing_prompt_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenAsset, match="no prompt"):
        load_prompt("absent", tmp_path)


def test_the_version_follows_the_text(tmp_path: Path) -> None:
    one = prompt(tmp_path).version
    load_prompt.cache_clear()
    assert prompt(tmp_path, GOOD.replace("Say", "Tell")).version != one


def test_every_example_of_the_reading_prompt_passes_the_gate_itself() -> None:
    for example in load_prompt("read-message").data["examples"]:
        proposals = tuple(
            Proposal(f["ref"], f["status"], f["value"] if f["status"] == "known" else None, f["quote"])
            for f in example["facts"]
        )
        gated = gate(Reading(proposals, "answer"), example["message"])
        assert gated.refused == ()
        assert len(gated.facts) == len(proposals)
