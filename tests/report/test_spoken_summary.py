"""A summary in a model's words: only what its evidence carries reaches the report, whatever the model writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from report_chains import ordinary_session
from worlds import TwoTermGlossary

from vcassist.app import App
from vcassist.chain.facts import Fact
from vcassist.errors import NotAllowed
from vcassist.llm.circuit import Circuit, GuardedChat, Limits
from vcassist.llm.fake import FakeChat
from vcassist.llm.trouble import ModelTrouble
from vcassist.report import render
from vcassist.report.build import build
from vcassist.settings import Settings
from vcassist.store.memory import MemoryStore

SESSION = ordinary_session()
# Written by a model that makes things up: which of them the evidence carries, told by their labels in the report.
SAID = (
    ("You use ChatGPT, supplied by OpenAI.", ("F5", "F7"), True),
    ("No fallback is ready.", ("F13",), True),
    ("Where the machines stand is not known.", ("F22",), True),
    ("The service stops without this application and no fallback is fully ready.", ("R2",), True),
    ("You use ChatGPT, supplied by Anthropic.", ("F5", "F7"), False),
    ("The machines stand in Ireland.", ("F22", "F19"), False),
    ("Patients were harmed 14 times.", ("F8",), False),
    ("Your use of ChatGPT is illegal.", ("F5",), False),
    ("A fallback is ready.", ("F13",), False),
    ("OpenAI is a critical risk to national security.", ("F7", "R99"), False),
)  # fmt: skip


def app_with(reply: Mapping[str, Any] | Exception, tmp_path: Path, model: str = "fake:script", **settings: str) -> App:
    app = App(Settings(data=tmp_path, model=model, **settings))
    store = MemoryStore()
    store.create(SESSION, "hash")
    chat = FakeChat([reply], name=model, remote=app.settings.model_is_remote)
    app.__dict__.update(store=store, glossary=TwoTermGlossary())
    app.assistant.__dict__["_chat"] = GuardedChat(chat, Circuit(Limits(seconds=5, tries=1, failures=2, pause=60)))
    return app


def sentences() -> dict[str, Any]:
    return {"sentences": [{"text": text, "cites": list(cites)} for text, cites, _ in SAID]}


def test_only_what_the_evidence_carries_stands_in_the_report_and_the_rest_is_listed(tmp_path: Path) -> None:
    app = app_with(sentences(), tmp_path)
    assert app.summarise(SESSION.id) == (4, 6)
    session = app.store.load(SESSION.id)
    report = build(app, session.chain, session)
    assert [s.text for s in report.summary.spoken] == [text for text, _, true in SAID if true]
    assert {r.text for r in report.removed} == {text for text, _, true in SAID if not true}
    text = render(app=app, chain=session.chain, session=session, format="md").content.decode()
    front, annex = text.split("### Sentences removed by the check")
    assert "Written by the language model fake:script" in front and "national security" not in front
    assert "national security" in annex


def test_the_summary_falls_away_when_a_fact_changes(tmp_path: Path) -> None:
    app = app_with(sentences(), tmp_path)
    app.summarise(SESSION.id)
    app.set_facts(app.store.load(SESSION.id), (Fact("organisation.name", "known", "Other Clinic", source="form"),))
    session = app.store.load(SESSION.id)
    assert build(app, session.chain, session).summary.spoken == ()


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"facts": "x"},
        {"sentences": "x"},
        {"sentences": [1, {"text": 1, "ids": []}, {"text": "A", "ids": [1]}]},
    ],
)
def test_a_kept_summary_that_is_not_in_its_form_says_nothing(kept: Any, tmp_path: Path) -> None:
    from vcassist.report.provenance import digest_of
    from vcassist.report.spoken import spoken_in

    facts = digest_of(SESSION.chain.as_json())
    kept = {**kept, "facts": facts} if isinstance(kept, dict) else kept
    found = spoken_in({"spoken_summary": kept}, facts)
    assert found is None or found.sentences == ()


def test_nothing_is_sent_to_a_remote_model_before_somebody_agreed(tmp_path: Path) -> None:
    app = app_with(sentences(), tmp_path, "openai:gpt-4o-mini", model_key="k")
    with pytest.raises(NotAllowed):
        app.summarise(SESSION.id)
    assert app.assistant._chat.inner.calls == []  # type: ignore[attr-defined]


def test_a_model_that_fails_leaves_the_report_as_it_was(tmp_path: Path) -> None:
    app = app_with({"sentences": "none"}, tmp_path)
    with pytest.raises(ModelTrouble):
        app.summarise(SESSION.id)
    session = app.store.load(SESSION.id)
    assert build(app, session.chain, session).summary.spoken == () and "spoken_summary" not in session.extra
