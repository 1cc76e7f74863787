"""whatif, explain, graph and compare as a person calls them: on a chain file, a session, a report that was taken away."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from worlds import AnyReader

from vcassist import cli
from vcassist.app import App, open_app
from vcassist.chain.facts import Fact
from vcassist.interview.ports import Reading

Run = Callable[..., tuple[int, str, str]]
CLOSED = {
    "model.weights": "closed",
    "model.alternative": "no",
    "application.supplier": "OpenAI",
    "storage.supplier": "Azure",
}


@pytest.fixture
def run(data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: str, says: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(says.encode()), encoding="utf-8"))
        return (cli.run(arguments), *capsys.readouterr())

    return go


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    def made(name: str, facts: dict[str, Any]) -> str:
        path = tmp_path / name
        path.write_text(json.dumps({"facts": [{"ref": r, "value": v} for r, v in facts.items()]}), "utf-8")
        return str(path)

    return made


@pytest.fixture
def session(data_folder: Path) -> tuple[App, str]:
    """A session in which somebody first said that the weights are closed, and a turn later that they are open."""
    app = open_app()
    app.__dict__["reader"] = AnyReader(Reading((), "other"))
    made, _ = app.begin()
    for value, quote in (("closed", "it is closed"), ("open", "no, open")):
        facts = (Fact("model.weights", "known", value, quote), Fact("model.alternative", "known", "no", quote))
        app.set_facts(app.store.load(made.id), facts)
    return app, made.id


def test_what_if_tells_what_is_gone_and_new_on_a_file_on_standard_input_and_on_a_session(
    run: Run, write: Callable[..., str], session: tuple[App, str]
) -> None:
    path = write("c.json", CLOSED)
    code, out, _ = run("whatif", path, "--set", "model.weights=open")
    assert (
        code == 0 and "- gone: Closed model without a replacement (proprietary-model-dependence@model, medium)" in out
    )
    piped = run("whatif", "-", "--set", "model.weights=open", "--json", says=Path(path).read_text("utf-8"))[1]
    assert "proprietary-model-dependence@model" in [f["id"] for f in json.loads(piped)["gone"]]
    told = json.loads(run("whatif", session[1], "--set", "model.weights=closed", "--json")[1])
    assert "proprietary-model-dependence@model" in [f["id"] for f in told["new"]]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("whatif", "c.json"), 2, "No change was given"),
        (("whatif", "c.json", "--set", "model.weights"), 2, "Write it as model.weights=open"),
        (("whatif", "c.json", "--set", "model.wieghts=open"), 1, "The nearest is model.weights"),
        (("whatif", "no.json", "--set", "model.weights=open"), 1, "There is no file"),
        (("explain", "no-policy@governance"), 2, "Add --session ID or --chain FILE"),
        (("explain", "no-polcy@governance", "--chain", "c.json"), 1, "Did you mean no-policy@governance"),
        (("explain", "no-policy@governance", "--session", "feedfeedfeedfeed"), 1, "There is no"),
        (("graph", "feedfeedfeedfeed"), 1, "There is no"),
        (("compare", "c.json", "feedfeedfeedfeed@x"), 1, "with the number of the turn"),
        (("compare", "list.json", "c.json"), 1, "holds no report, session or chain"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    run: Run,
    write: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    write("c.json", CLOSED)
    (tmp_path / "list.json").write_text("[]", "utf-8")
    monkeypatch.chdir(tmp_path)
    given, out, said = run(*arguments)
    assert (given, out) == (code, "") and told in said


def test_explain_tells_facts_with_quotes_and_the_decision_that_was_taken(run: Run, session: tuple[App, str]) -> None:
    app, id_ = session
    decided = {
        "no-policy@governance": {"state": "accepted", "note": "one of us is enough", "at": "2026-05-02T10:00:00+00:00"}
    }
    app.store.change_extra(id_, lambda extra: {**extra, "decisions": decided})
    out = run("explain", "proprietary-model-dependence@model", "--session", id_)[1]
    assert "weights of Model: open (“no, open”) [model.weights]" in out and "raised if closed" in out
    out = run("explain", "no-policy@governance", "--session", id_)[1]
    assert "Decided on 2026-05-02: accepted as it is: one of us is enough" in out
    data = json.loads(run("explain", "no-policy@governance", "--session", id_, "--json")[1])
    assert data["decision"]["state"] == "accepted" and data["open"][0]["ref"] == "governance.policy"


def test_a_decision_is_taken_in_the_terminal_and_outlives_new_answers(run: Run, session: tuple[App, str]) -> None:
    app, id_ = session
    assert run("decide", "no-policy@governance", "--session", id_, "--state", "in_progress", "--note", "by May")[0] == 0
    app.set_facts(app.store.load(id_), (Fact("governance.policy", "known", "no", "no policy"),))
    assert "in progress: by May" in run("explain", "no-policy@governance", "--session", id_)[1]
    assert run("decide", "no-such@governance", "--session", id_, "--state", "accepted")[0] == 1
    kept = {"no-policy@governance": {**app.store.load(id_).extra["decisions"]["no-policy@governance"], "who": "Neema"}}
    app.store.change_extra(id_, lambda extra: {**extra, "decisions": kept})
    run("decide", "no-policy@governance", "--session", id_, "--state", "mitigated")
    assert app.store.load(id_).extra["decisions"]["no-policy@governance"]["who"] == "Neema"
    run("decide", "no-policy@governance", "--session", id_, "--state", "open")
    assert "Decided" not in run("explain", "no-policy@governance", "--session", id_)[1]


def test_graph_of_a_session_counts_what_was_drawn_on_its_map(run: Run, session: tuple[App, str]) -> None:
    app, id_ = session
    app.set_facts(app.store.load(id_), (Fact("application.name", "known", "Chat", "Chat"),))
    assert json.loads(run("graph", id_, "--json")[1])["feedback_loops"] == []
    app.store.change_extra(id_, lambda extra: {**extra, "dependencies": [["model", "application"]]})
    (loop,) = json.loads(run("graph", id_, "--json")[1])["feedback_loops"]
    assert loop["path"] == ["model", "application", "model"]


def test_graph_tells_who_stands_behind_it(run: Run, write: Callable[..., str]) -> None:
    path = write("c.json", {**CLOSED, "application.alternative": "no", "application.outage_effect": "stops"})
    out = run("graph", path)[1]
    assert "Suppliers that rest on one organisation\n  Microsoft:" in out and "OpenAI (application)" in out
    data = json.loads(run("graph", path, "--json")[1])
    assert [p["supplier"] for p in data["single_points"]] == ["Microsoft", "OpenAI"]
    assert data["leverage"][0]["relief"] >= data["leverage"][-1]["relief"] > 0 and "funder" in data["roles"]


def test_compare_two_points_of_a_conversation(run: Run, session: tuple[App, str]) -> None:
    id_ = session[1]
    out = run("compare", f"{id_}@1", id_)[1]
    assert "weights of Model: closed → open [model.weights]" in out
    assert "because the answer on weights of Model" in out
    assert run("compare", id_, id_)[1] == "Nothing changed.\n"


def test_compare_a_report_that_was_taken_away_with_the_chain_of_today(
    run: Run, write: Callable[..., str], tmp_path: Path
) -> None:
    path, old = write("c.json", CLOSED), str(tmp_path / "old.json")
    assert run("report", path, "--out", old)[0] == 0
    assert run("compare", old, path)[1] == "Nothing changed.\n"
    data = json.loads(Path(old).read_text("utf-8"))
    data["inputs"]["judged"]["digests"]["rule:proprietary-model-dependence"] = "another"
    data["inputs"]["judged"]["outcomes"]["proprietary-model-dependence@model"] = ["clear", ""]
    Path(old).write_text(json.dumps(data), "utf-8")
    found = json.loads(run("compare", old, path, "--json")[1])["findings"]
    assert [(f["id"], f["causes"]) for f in found] == [
        ("proprietary-model-dependence@model", ["rule:proprietary-model-dependence"])
    ]


def test_compare_two_sessions_one_of_them_exported(run: Run, session: tuple[App, str], tmp_path: Path) -> None:
    app, id_ = session
    kept = str(tmp_path / "session.json")
    assert run("export", id_, "--out", kept)[0] == 0
    assert sys.platform == "win32" or Path(kept).stat().st_mode & 0o077 == 0
    app.set_facts(app.store.load(id_), (Fact("governance.policy", "known", "no", "no policy"),))
    found = json.loads(run("compare", kept, id_, "--json")[1])
    assert [a["ref"] for a in found["answers"]] == ["governance.policy"]
    assert {c for f in found["findings"] for c in f["causes"]} == {"answer:governance.policy"}


def test_a_report_can_be_written_short_to_be_sent(run: Run, write: Callable[..., str], tmp_path: Path) -> None:
    path, out = write("c.json", CLOSED), tmp_path / "short.md"
    assert run("report", path, "--short", "--out", str(out))[0] == 0
    short, whole = out.read_text("utf-8"), run("report", path)[1]
    assert "What to do on Monday" in short and "Action plan" not in short and "Action plan" in whole
    assert run("report", path, "--short", "--format", "csv")[0] != 0
