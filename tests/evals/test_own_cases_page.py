"""The walk-through for an evaluator's own cases: what it says to write is written, linted and run."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from vcassist.errors import BadUsage
from vcassist.evals import command
from vcassist.evals.runner import run_plain
from vcassist.evals.suite import load_suite, suite_names
from vcassist.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "evals-own-cases.md"
BLOCK = re.compile(r"`(mine/\w+/cases\.jsonl)`.*?```jsonl\n(.*?)```", re.S)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The folder that a reader of the page would have made."""
    for name, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def test_the_cases_of_the_page_are_sound(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {p.name for p in mine.iterdir()} == {"understanding", "retrieval", "assessment", "talks", "corrections"}
    assert command.run(settings=Settings(data=mine.parent), cases=mine, lint=True) == 0
    assert "8 cases looked at, 0 complaints" in capsys.readouterr().err


def test_a_slip_in_ones_own_case_is_told_before_anything_runs(mine: Path) -> None:
    path = mine / "understanding" / "cases.jsonl"
    path.write_text(path.read_text().replace('"start": 27', '"start": 26'))
    with pytest.raises(BadUsage, match=r"m1: the quote of storage\.encrypted is not at 26:43"):
        command.run(["understanding"], settings=Settings(data=mine.parent), cases=mine)


def test_a_folder_without_any_suite_s_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match="no folder named like a suite"):
        command.run(settings=Settings(data=tmp_path), cases=tmp_path)


def test_the_commands_of_the_page_write_the_page_and_the_figures(
    mine: Path, monkeypatch: pytest.MonkeyPatch, product: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    from evals_fakes import KnowingGlossary, KnowingReader

    cases = {name: load_suite(name, own=mine).parts["own"] for name in ("understanding", "retrieval")}
    reader = KnowingReader([{"message": "", "asked": None}, *cases["understanding"]])
    subject = product(reader=reader, glossary=KnowingGlossary(cases["retrieval"]))

    def plainly(name: str, cases: Sequence[Any], kind: Any, subject: Any, logs: Path, tick: Any) -> Any:
        return run_plain(cases, kind, subject)

    monkeypatch.setattr(command, "run_inspected", plainly)
    monkeypatch.setattr(command, "subject_for", lambda settings, url: subject)
    page, figures = mine.parent / "mine.html", mine.parent / "mine.json"
    # A talk needs the whole reader, which is not here.
    suites = ["assessment", "retrieval", "understanding"]
    settings = Settings(data=mine.parent)
    for again in (None, figures):
        assert command.run(suites, settings=settings, cases=mine, html=page, json_path=figures, compare=again) == 0
    told = json.loads(figures.read_text(encoding="utf-8"))["suites"]
    assert all(run["parts"]["own"]["cases"] == 2 and not run["parts"]["own"]["failures"] for run in told.values())
    made = page.read_text(encoding="utf-8")
    assert "own (2 cases)" in made and "nothing moved" in capsys.readouterr().out
    # Nothing that is said of the shipped cases is said of these.
    for name in suites:
        assert load_suite(name).description.split(".")[0] not in " ".join(made.split())
    said_of_ours = ("language model, not collected", "kept-aside", "0.00 to 0.00", "1.00 to 1.00")
    assert [words for words in said_of_ours if words in made] == []


def test_the_page_and_the_overview_know_every_suite_that_takes_cases() -> None:
    overview = (PAGE.parent / "evals.md").read_text(encoding="utf-8")
    assert all(f"| {name} |" in overview for name in suite_names())
    taken = set(suite_names()) - {"interviewer", "planner"}
    assert all(f"`mine/{n}/" in PAGE.read_text() or f"| {n} |" in PAGE.read_text() for n in taken)


def test_the_person_of_the_page_can_be_interviewed(tmp_path: Path) -> None:
    (text,) = re.findall(r"`mine/interview/anna\.yaml`.*?```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    (tmp_path / "anna.yaml").write_text(text, encoding="utf-8")
    suite = load_suite("interview", own=tmp_path)
    (case,) = suite.parts["own"]
    assert suite.kind.problems(case) == [] and suite.difficulty(case) == "hard"


def test_the_page_tells_everything_that_a_person_can_have() -> None:
    from vcassist.evals.kinds.interview import HABITS
    from vcassist.evals.manners import MANNERS

    page = PAGE.read_text(encoding="utf-8")
    used = {key for part in load_suite("interview").parts.values() for case in part for key in case}
    assert [key for key in sorted({*used, *HABITS, *MANNERS} - {"id", "voice"}) if f"`{key}" not in page] == []
