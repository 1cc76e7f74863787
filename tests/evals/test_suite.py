"""Suites are folders: how they are found, read and refused, and how a run is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vcassist.errors import BadUsage, BrokenAsset, VcassistError
from vcassist.evals import command
from vcassist.evals.command import BEGIN, END, picked, refresh_docs
from vcassist.evals.results import envelope, part_results
from vcassist.evals.runner import run_inspected, run_plain
from vcassist.evals.suite import Suite, load_suite, read_cases
from vcassist.evals.tables import markdown, measured_with, show
from vcassist.settings import Settings

CHAIN = {
    "id": "one",
    "facts": {"model.weights": "closed", "model.alternative": "no"},
    "verdicts": {"proprietary-model-dependence@model": "raised"},
}
WRONG = {**CHAIN, "id": "two", "verdicts": {"proprietary-model-dependence@model": "clear"}}


def new_suite(root: Path, *cases: dict[str, Any]) -> Path:
    (root / "mine" / "development").mkdir(parents=True)
    (root / "mine" / "suite.yaml").write_text(
        "title: mine\nkind: assessment\ndescription: a suite of our own\nmeasures: {right: {means: right}}\n"
    )
    (root / "mine" / "development" / "c.jsonl").write_text("".join(json.dumps(c) + "\n" for c in cases))
    return root


def test_a_suite_is_added_by_adding_a_folder(tmp_path: Path) -> None:
    suite = load_suite("mine", new_suite(tmp_path, CHAIN))
    assert suite.title == "mine" and [c["id"] for c in suite.parts["development"]] == ["one"]


def test_an_unknown_suite_names_those_that_exist() -> None:
    with pytest.raises(BadUsage, match="understanding"):
        load_suite("undrestanding")


def test_a_line_that_is_no_case_is_refused_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text('{"id": "a"}\n{"id": \n')
    with pytest.raises(BrokenAsset, match=r"c\.jsonl, line 2"):
        list(read_cases(tmp_path))


def test_norway_and_no_stay_words_in_a_yaml_case(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("id: r\nfacts: {organisation.country: NO, governance.policy: no}\n")
    assert next(read_cases(tmp_path))["facts"] == {"organisation.country": "NO", "governance.policy": "no"}


def test_an_evaluators_own_cases_take_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps(CHAIN) + "\n")
    assert list(load_suite("assessment", own=tmp_path).parts) == ["own"]
    with pytest.raises(BadUsage, match="no folder"):
        load_suite("assessment", own=tmp_path / "nowhere")


def test_suites_that_share_their_cases_share_an_evaluators_own_ones(tmp_path: Path) -> None:
    (tmp_path / "interview").mkdir()
    (tmp_path / "interview" / "anna.yaml").write_text("id: anna\nopening: hello\nfacts: {}\n")
    for name in ("interview", "interviewer", "planner"):
        (case,) = load_suite(name, own=tmp_path).parts["own"]
        assert case["id"] == "anna"


def test_a_limit_draws_the_same_cases_for_the_same_seed_in_their_own_order() -> None:
    cases = [{"id": f"{n:03}"} for n in range(50)]
    drawn = picked(cases, 5, 1)
    assert drawn == picked(cases, 5, 1) != picked(cases, 5, 2) and drawn == sorted(drawn, key=lambda c: c["id"])


def test_a_product_that_crashes_counts_as_wrong_and_the_run_goes_on(product: Callable[..., Any]) -> None:
    class Bursting:
        def read(self, message: str, asked: str | None, chain: Any) -> Any:
            raise RuntimeError("burst")

    suite = load_suite("understanding")
    rows = run_plain(suite.parts["development"][:3], suite.kind, product(reader=Bursting()))
    measures = part_results(suite, "development", [rows], 1)["measures"]
    assert measures["crashed"]["value"] == 1.0 and measures["recall"]["value"] == 0.0


def test_single_failures_of_the_kept_aside_part_are_not_told(product: Callable[..., Any]) -> None:
    suite = load_suite("assessment")
    rows = run_plain([WRONG], suite.kind, product())
    assert part_results(suite, "development", [rows], 1)["failures"][0]["id"] == "two"
    told = part_results(suite, "kept_aside", [rows], 1)
    assert "failures" not in told and "two" not in json.dumps(told)


def test_figures_go_between_the_markers_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "evals.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    refresh_docs(page, "new")
    assert page.read_text() == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    page.write_text("no markers")
    with pytest.raises(BadUsage, match="no place"):
        refresh_docs(page, "new")


def test_how_hard_a_case_is_follows_from_its_traits_unless_it_says_so_itself() -> None:
    levels = {"easy": frozenset({"short"}), "hard": frozenset({"plan"})}
    suite = Suite("s", "", "", "retrieval", {}, {}, levels=levels)
    told = [suite.difficulty({"id": "a", "traits": t}) for t in (["short"], ["short", "plan"], ["short", "odd"], [])]
    assert told == ["easy", "hard", "medium", "medium"]
    assert suite.difficulty({"id": "a", "traits": ["short"], "difficulty": "hard"}) == "hard"


def test_figures_are_told_by_difficulty(product: Callable[..., Any], capsys: pytest.CaptureFixture[str]) -> None:
    loaded = load_suite("assessment")
    cases = ({**CHAIN, "difficulty": "easy"}, {**WRONG, "difficulty": "hard"})
    suite = Suite("assessment", "t", "", "assessment", loaded.measures, {"development": cases})
    rows = run_plain(cases, suite.kind, product())
    measured = part_results(suite, "development", [rows], 1)
    assert {k: v["right"] for k, v in measured["groups"]["difficulty"].items()} == {
        "easy": [1.0, 1.0],
        "hard": [0.0, 1.0],
    }
    run = envelope({"assessment": {"parts": {"development": measured}}}, reader="offline", model="", seed=1)
    show(run, {"assessment": suite})
    assert "development by difficulty: right easy 1.000 (1), hard 0.000 (1)" in capsys.readouterr().out
    assert "| by difficulty | easy 1.000 (1), hard 0.000 (1) | right" in markdown(run, {"assessment": suite})


def test_a_run_over_a_server_is_told_as_such() -> None:
    assert measured_with({"url": "http://127.0.0.1:8000", "reader": ""}) == "over the API of http://127.0.0.1:8000"
    assert measured_with({"reader": "offline", "model": ""}) == "reader offline, model none"


@pytest.mark.slow
def test_inspect_runs_the_same_cases_to_the_same_scores_and_keeps_its_log(
    tmp_path: Path, product: Callable[..., Any], recwarn: Any
) -> None:
    suite, subject, ticks = load_suite("assessment"), product(), []
    rows = run_inspected(
        "assessment/development", [CHAIN, WRONG], suite.kind, subject, tmp_path / "logs", lambda: ticks.append(1)
    )
    assert [r.scored for r in rows] == [r.scored for r in run_plain([CHAIN, WRONG], suite.kind, subject)]
    assert len(ticks) == 2 and list((tmp_path / "logs").glob("*.eval"))


def test_the_command_exits_1_and_names_the_figure_that_fell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def plainly(name: str, cases: Any, kind: Any, subject: Any, logs: Path, tick: Any) -> Any:
        return run_plain(cases, kind, subject)

    root = new_suite(tmp_path, CHAIN, WRONG)
    (root / "gates.yaml").write_text("mine: {development: {right: {least: 0.9}}}\n")
    monkeypatch.setattr(command, "run_inspected", plainly)
    monkeypatch.setattr(command, "folder", lambda name: root)
    monkeypatch.setattr(command, "load_suite", lambda name, own=None: load_suite(name, root, own))
    out = tmp_path / "run.json"
    settings = Settings(data=tmp_path / "data")
    assert command.run(["mine"], settings=settings, gate=True, json_path=out) == 1
    assert "mine/development right is 0.500, 0.400 below its gate of 0.900" in capsys.readouterr().out
    told = json.loads(out.read_text())
    assert (
        "language model" in told["note"]
        and told["suites"]["mine"]["parts"]["development"]["measures"]["right"]["value"] == 0.5
    )
    assert (
        command.run(["mine"], settings=settings, write_gates=True) == 0
        and command.run(["mine"], settings=settings, gate=True) == 0
    )
    with pytest.raises(VcassistError, match="without --limit"):
        command.run(["mine"], settings=settings, write_gates=True, limit=1)


def test_an_earlier_run_is_told_again_and_compared_without_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], product: Callable[..., Any]
) -> None:
    suite, subject = load_suite("assessment"), product()
    paths = []
    for name, second in (("before", {**WRONG, "verdicts": CHAIN["verdicts"]}), ("after", WRONG)):
        rows = run_plain([CHAIN, second], suite.kind, subject)
        measured = {
            "assessment": {"title": "t", "parts": {"development": part_results(suite, "development", [rows], 7)}}
        }
        run = envelope(measured, reader="offline", model="", url="", seed=7, limit=2, fast=False, repeat=1, own=False)
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(json.dumps(run))
    monkeypatch.setattr(command, "subject_for", lambda *_: pytest.fail("nothing is to be run"))
    settings, page = Settings(data=tmp_path / "data"), tmp_path / "page.html"
    assert command.run(settings=settings, run_file=paths[1], compare=paths[0], html=page, gate=True) == 1
    out = capsys.readouterr().out
    assert "1 now wrong: two" in out and "Gate not met: assessment/development right" in out
    assert "newly wrong" in page.read_text(encoding="utf-8")
    with pytest.raises(BadUsage, match="holds no planner"):
        command.run(["planner"], settings=settings, run_file=paths[1])
    with pytest.raises(BadUsage, match="part of the cases"):
        command.run(settings=settings, run_file=paths[1], write_gates=True)


def test_a_part_without_gates_is_not_said_to_meet_them(capsys: pytest.CaptureFixture[str]) -> None:
    run = {"limit": None, "fast": False, "suites": {"assessment": {"parts": {"own": {"measures": {}}}}}}
    assert command.tell_falls(run) == 1
    assert "No gates are set for assessment/own" in capsys.readouterr().out


def test_lint_by_command_exits_1_when_it_finds_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = new_suite(tmp_path, CHAIN, {**CHAIN, "facts": {"model.weights": "ajar"}})
    monkeypatch.setattr(command, "load_suite", lambda name, own=None: load_suite(name, root, own))
    assert command.run(["mine"], settings=Settings(data=tmp_path), lint=True) == 1
    out = capsys.readouterr().out
    assert "broken: mine/development/one" in out and "duplicate: mine/development/one" in out


def test_an_unusable_limit_is_wrong_usage() -> None:
    with pytest.raises(BadUsage):
        command.run(["assessment"], settings=Settings(data=Path("x")), limit=0)


def test_a_suite_carries_what_each_of_its_measures_means() -> None:
    suite: Suite = load_suite("understanding")
    assert all(m.means and m.better in ("high", "low") for m in suite.measures.values())
