"""The same cases against a running server: what its API says is scored like what the product says in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from evals_fakes import KnowingGlossary, proposal
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.errors import BadUsage, VcassistError
from vcassist.evals.command import OUT_OF_REACH, load
from vcassist.evals.runner import run_plain
from vcassist.evals.subject import InProcess, Remote
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


def test_suites_that_look_into_the_product_are_left_out_and_refused_by_name() -> None:
    assert set(suite_names()) >= OUT_OF_REACH and not OUT_OF_REACH & set(load((), None, False, True))
    with pytest.raises(BadUsage, match="planner cannot be measured over --url"):
        load(["assessment", "planner"], None, False, True)
    with pytest.raises(BadUsage, match="--url"):
        Remote("http://127.0.0.1:9").read("x", None)


def test_the_fast_slice_takes_some_of_every_suite() -> None:
    assert set(load((), None, True, False)) == set(suite_names())
