"""A case of the wrong form is told in a sentence with its place, whatever stands in it, and ends neither lint nor a run."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from vcassist.errors import BrokenAsset
from vcassist.evals.forms import misshapen
from vcassist.evals.kinds import documents, interview, understanding
from vcassist.evals.lint import broken
from vcassist.evals.suite import Suite, load_suite, read_cases, suite_names
from vcassist.knowledge.register import load_register

SLIPS: tuple[Any, ...] = (None, 3, "slip", [], {}, [3], ["slip"], {"slip": 3}, [{"slip": []}])


def of(suite: Suite, case: dict[str, Any]) -> Suite:
    return replace(suite, parts={"own": (case,)})


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a case below its id."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if (*path, key) != ("id",):
            yield (*path, key)
            yield from places(each, (*path, key))


def slipped(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The case with each of its parts in turn left out, or something else in its place."""
    for *before, last in places(case):
        for slip in (*SLIPS, "left out"):
            other = copy.deepcopy(case)
            inner: Any = other
            for step in before:
                inner = inner[step]
            if slip == "left out":
                del inner[last]
            else:
                inner[last] = slip
            yield other


def telling(cases: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Few cases that together have every part that any has."""
    first: dict[str, dict[str, Any]] = {}
    for case in sorted(cases, key=lambda each: len(str(each))):
        for path in places(case):
            first.setdefault(str([step for step in path if isinstance(step, str) and step.isidentifier()]), case)
    return list({case["id"]: case for case in first.values()}.values())


class Silent:
    """A product that finds nothing, to score a case against."""

    register = load_register()

    def assess(self, facts: Any) -> dict[str, Any]:
        return {"findings": []}


@pytest.mark.parametrize("name", suite_names())
def test_no_slip_in_a_case_ends_lint_and_what_passes_can_be_scored(name: str) -> None:
    suite = load_suite(name)
    for case in telling(suite.parts["development"]):
        assert broken(of(suite, case)) == []
        for other in slipped(case):
            if not broken(of(suite, other)):
                suite.kind.texts(other)
                suite.difficulty(other)
                getattr(suite.kind, "shown", str)(other)
                suite.kind.score(other, None, cast(Any, Silent()))


@pytest.mark.parametrize(
    ("form", "case", "told"),
    [
        (documents.Form, {"documents": ["note"], "facts": {}}, "'documents', number 1 is no object"),
        (documents.Form, {"documents": [{"name": "a.txt"}], "facts": {}}, "'documents', number 1 has no 'text'"),
        (documents.Form, {"documents": [], "facts": [], "conflicts": "x"}, "'facts' is no object"),
        (interview.Form, {"opening": "hi", "facts": {}, "says": {"model.name": 3}}, "'says', 'model.name' is no text"),
        (interview.Form, {"facts": {}}, "it has no 'opening'"),
        (
            understanding.Form,
            {"message": "a", "facts": [], "forbidden": [{"ref": "model.name", "status": "sure"}], "intent": "answer"},
            "'forbidden', number 1, 'status' is none of 'known', 'unknown', 'withheld' or 'not_applicable'",
        ),
    ],
)
def test_what_is_not_of_the_form_is_told_with_its_place(form: Any, case: dict[str, Any], told: str) -> None:
    assert misshapen(form, {"id": "a", **case})[0] == told


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("cases.jsonl", b'{"id": "a"}\n\nnot json', "cases.jsonl, line 3 is not JSON"),
        ("cases.jsonl", b'{"id": "\xe9"}', "cases.jsonl is not UTF-8"),
        ("anna.yaml", b"id: [anna", "anna.yaml is not YAML"),
        ("anna.yaml", b"voice: anna", "anna.yaml holds no case"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_folder(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BrokenAsset) as raised:
        list(read_cases(tmp_path))
    assert raised.value.what.startswith(f"{tmp_path}/{told}")
