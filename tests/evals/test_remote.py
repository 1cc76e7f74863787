"""The same cases against a running server: what its API says is scored like what the product says in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from evals_fakes import KnowingGlossary, KnowingReader, proposal
from starlette.testclient import TestClient

from vcassist import cli
from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.errors import BadUsage, VcassistError
from vcassist.evals.command import OUT_OF_REACH, load, run
from vcassist.evals.remote import Remote
from vcassist.evals.runner import run_plain
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import load_suite, suite_names
from vcassist.interview.ports import Reading
from vcassist.settings import Settings
from vcassist.web.server import create_app


class HearsSweden:
    """Knows one country and one way to stop."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if "stop" in message:
            return Reading((), "stop")
        fact = {"ref": "storage.country", "status": "known", "value": "SE", "quote": "Sweden"}
        return Reading((proposal(fact),) if "Sweden" in message else (), "answer")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    made = App(Settings(data=tmp_path))
    queries = load_suite("retrieval").parts["development"][:20]
    asks = load_suite("grounding").parts["development"][:5]
    made.__dict__.update(reader=HearsSweden(), glossary=KnowingGlossary(queries, asks))
    yield made
    made.store.close()  # type: ignore[attr-defined]


@pytest.fixture
def remote(app: App) -> Iterator[Remote]:
    with TestClient(create_app(app), raise_server_exceptions=False) as http:
        yield Remote("", http)


@pytest.mark.parametrize(("name", "count"), [("assessment", 6), ("retrieval", 20), ("grounding", 5)])
def test_a_server_scores_like_the_product_in_this_process(
    name: str, count: int, app: App, remote: Remote, tmp_path: Path
) -> None:
    suite = load_suite(name)
    cases = suite.parts["development"][:count]
    here = App(Settings(data=tmp_path / "here"))
    here.__dict__.update(reader=app.reader, glossary=app.glossary)
    there, rows = run_plain(cases, suite.kind, remote), run_plain(cases, suite.kind, InProcess(here))
    assert [r.scored for r in there] == [r.scored for r in rows] and not any(r.crashed for r in there)


def test_documents_are_drafted_over_the_api_and_nothing_is_left_behind(app: App, remote: Remote) -> None:
    made = remote.draft([("a.txt", b"All our data is kept in Sweden.")])
    assert [(f["ref"], f["value"]) for f in made["facts"]] == [("storage.country", "SE")]
    assert "DRAFT" in made["markdown"] and made["findings"]
    assert list(app.store.sessions()) == []


def test_an_interview_is_held_turn_by_turn(remote: Remote) -> None:
    talk = remote.begin()
    assert talk.say("Everything is in Sweden.")["asked"]
    assert talk.say("stop please")["done"]
    assert [f["value"] for f in talk.facts()] == ["SE"]


def test_what_the_server_refuses_is_told_in_its_words(remote: Remote) -> None:
    with pytest.raises(VcassistError, match="answered 4"):
        remote.assess([{"ref": "model.colour", "status": "known", "value": "red"}])


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(VcassistError, match="cannot be reached"):
        Remote("http://127.0.0.1:9").search("x", 1)


def test_one_message_is_read_for_the_question_it_answers_and_nothing_is_stored(app: App, remote: Remote) -> None:
    said = "All our data is kept in Sweden."
    found = remote.read(said, "storage.country")
    assert found["intent"] == "answer"
    assert [(f["ref"], f["value"], said[f["start"] : f["end"]]) for f in found["facts"]] == [
        ("storage.country", "SE", "Sweden")
    ]
    assert remote.read("stop now", None) == {"facts": [], "intent": "stop"}
    (session,) = app.store.sessions()
    assert len(session.turns) == 1 and session.chain.facts == {}, "one assessment for all messages, which stays empty"
    remote.close()
    assert list(app.store.sessions()) == []


def test_understanding_scores_over_a_server_as_in_this_process(app: App, tmp_path: Path) -> None:
    suite = load_suite("understanding")
    cases = suite.parts["development"][:25]
    reader = KnowingReader(cases)
    app.__dict__["reader"] = reader
    app.__dict__.pop("tools", None)
    here = App(Settings(data=tmp_path / "here"))
    here.__dict__["reader"] = reader
    with TestClient(create_app(app), raise_server_exceptions=False) as http:
        there = run_plain(cases, suite.kind, Remote("", http))
    rows = run_plain(cases, suite.kind, InProcess(here))
    assert [r.scored for r in there] == [r.scored for r in rows] and not any(r.crashed for r in there)
    assert sum(r.scored["ratios"]["recall"][0] for r in there) > 0


def test_the_reports_of_a_server_are_measured_and_its_gate_is_not_asked(app: App, remote: Remote) -> None:
    suite = load_suite("report")
    cases = suite.parts["development"][:1]
    (row,) = run_plain(cases, suite.kind, remote)
    (same,) = run_plain(cases, suite.kind, InProcess(App(Settings(data=app.settings.data / "here"))))
    ratios, here = row.scored["ratios"], same.scored["ratios"]
    assert row.crashed == "" and ratios["leaked"] == [0, 0] and ratios["true_refused"] == [0, 0]
    for name in ("findings_shown", "marked_draft", "own_sentences_removed", "citation_recall"):
        assert ratios[name] == here[name], name
    assert ratios["findings_shown"][1] > 0 and ratios["citation_recall"][1] > 5
    assert list(app.store.sessions()) == []


def test_a_report_without_its_findings_falls_over_a_server_too(
    app: App, remote: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite = load_suite("report")
    kept = remote.report
    monkeypatch.setattr(remote, "report", lambda facts: {**kept(facts), "markdown": "Nothing was found."})
    (row,) = run_plain(suite.parts["development"][:1], suite.kind, remote)
    assert row.scored["failed"] and row.scored["ratios"]["marked_draft"] == [0.0, 1.0]


def test_the_planner_of_a_server_is_followed_question_by_question(app: App, remote: Remote) -> None:
    suite = load_suite("planner")
    (row,) = run_plain(suite.parts["development"][:1], suite.kind, remote)
    ratios = row.scored["ratios"]
    assert row.crashed == ""
    assert ratios["planner_25"][0] >= ratios["planner_10"][0] > 0
    assert ratios["planner_15"][0] > ratios["form_15"][0], "it asks for more than a form does"
    assert ratios["stays_on_topic"][1] >= 20
    assert list(app.store.sessions()) == []


def test_what_no_server_can_be_asked_is_refused_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        set(suite_names()) - set(load((), None, False, True))
        == set(OUT_OF_REACH)
        == {"interviewer", "talks", "corrections"}
    )
    with pytest.raises(
        BadUsage, match="interviewer cannot be measured over --url. It understands in the reader's place"
    ):
        load(["assessment", "interviewer"], None, False, True)


def test_gates_are_not_set_from_a_server(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match="from a server"):
        run(["report"], settings=Settings(data=tmp_path), url="http://127.0.0.1:9", write_gates=True)


def test_a_server_that_says_when_to_come_back_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    waited: list[int] = []
    monkeypatch.setattr("vcassist.evals.remote.time.sleep", waited.append)
    answers = iter([httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(200, json={"covered": False})])
    http = httpx.Client(transport=httpx.MockTransport(lambda _: next(answers)), base_url="http://test")
    told = Remote("", http)
    began = told.clock()
    assert told.search("x", 1) == {"covered": False} and waited == [7]
    assert told.clock() < began, "waiting is not counted as the server's time (here it was not even waited)"
    long = httpx.Client(
        transport=httpx.MockTransport(lambda _: httpx.Response(429, headers={"Retry-After": "3600"})),
        base_url="http://test",
    )
    with pytest.raises(VcassistError, match="429"):
        Remote("", long).search("x", 1)
    assert waited == [7]


def test_a_server_that_is_not_there_is_told_before_any_case_runs(tmp_path: Path) -> None:
    with pytest.raises(VcassistError, match="cannot be reached"):
        run(["retrieval"], settings=Settings(data=tmp_path), url="http://127.0.0.1:9", limit=1)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_is_out_of_order_has_refused_no_attack(status: int) -> None:
    import httpx

    http = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(status)), base_url="http://test")
    suite = load_suite("safety")
    (case,) = [c for c in suite.parts["development"] if c["via"] == "ask"][:1]
    (row,) = run_plain([case], suite.kind, Remote("", http))
    assert row.crashed and row.scored["failed"] and row.scored["ratios"]["succeeded"] == [1.0, 1.0]


def test_an_attack_that_is_refused_leaves_no_assessment_behind(app: App, remote: Remote) -> None:
    suite = load_suite("safety")
    case = next(c for c in suite.parts["development"] if c["family"] == "too_long")
    (row,) = run_plain([case], suite.kind, remote)
    assert row.scored["got"] == [] and not row.scored["failed"] and list(app.store.sessions())
    remote.close()
    assert list(app.store.sessions()) == []


def test_the_reader_of_a_server_is_not_chosen_here(capsys: pytest.CaptureFixture[str]) -> None:
    for option in (("--reader", "offline"), ("--model", "fake:x"), ("--embeddings", ".")):
        assert cli.run(["eval", "retrieval", "--url", "http://127.0.0.1:9", *option]) == 2
        assert "do not go with --url" in capsys.readouterr().err


def test_the_fast_slice_takes_some_of_every_suite() -> None:
    assert set(load((), None, True, False)) == set(suite_names())
