"""The composition root with a language model: what leaves and when, what is hidden of it, and which receipts are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from model_beside import ADDS, SAID, NoGlossary, app_with, known, say

from vcassist.app import App
from vcassist.chain.facts import Chain, Fact
from vcassist.errors import BadUsage
from vcassist.interview.ports import Answer, Citation
from vcassist.interview.session import session_as_json
from vcassist.llm.fake import FakeChat
from vcassist.settings import Settings


def test_without_agreement_a_remote_model_hears_nothing_and_the_turn_is_read_offline(tmp_path: Path) -> None:
    chat = FakeChat([ADDS])
    app = app_with(chat, tmp_path)
    session = say(app, app.begin()[0], SAID)
    assert chat.calls == []
    assert known(session) == {"organisation.name"}
    assert "egress" not in session.extra


def test_once_agreed_the_model_adds_what_it_reads_and_each_call_leaves_a_receipt(tmp_path: Path) -> None:
    chat = FakeChat([ADDS])
    app = app_with(chat, tmp_path)
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True)
    session = say(app, session, SAID)
    assert known(session) == {"organisation.name", "model.name"}
    (receipt,) = session.extra["egress"]
    assert (receipt["provider"], receipt["model"], receipt["to"]) == ("openai", "gpt-4o-mini", "OpenAI")
    assert receipt["bytes"] > len(SAID) and len(receipt["digest"]) == 64
    assert session.turns[-1].prompts
    assert session_as_json(session)["extra"]["egress"] == [receipt]


def test_a_receipt_outlives_the_turn_that_is_taken_back(tmp_path: Path) -> None:
    app = app_with(FakeChat([ADDS]), tmp_path)
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True)
    say(app, session, SAID)
    app.store.drop_last(session.id)
    assert len(app.store.load(session.id).extra["egress"]) == 1


def test_an_agreement_for_one_model_is_none_for_another(tmp_path: Path) -> None:
    chat = FakeChat([ADDS])
    app = app_with(chat, tmp_path)
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True)
    other = app_with(chat, tmp_path, model="anthropic:claude")
    other.__dict__["store"] = app.store
    say(other, session, SAID)
    assert chat.calls == []


def test_a_refusal_stands_even_where_the_installation_agreed_for_all(tmp_path: Path) -> None:
    chat = FakeChat([ADDS])
    app = app_with(chat, tmp_path, egress="agreed")
    session = say(app, app.begin()[0], SAID)
    assert len(chat.calls) == 1
    app.decide_egress(session.id, agreed=False)
    say(app, session, "We also use Claude.")
    assert len(chat.calls) == 1


def test_a_refusal_counts_from_the_next_call_on_within_one_document(tmp_path: Path) -> None:
    app = app_with(FakeChat(), tmp_path)
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True)
    calls: list[str] = []

    def refuse_after_the_first(system: str, user: str) -> Mapping[str, Any]:
        calls.append(user)
        app.decide_egress(session.id, agreed=False)
        return {"facts": [], "intent": "answer"}

    app.assistant._chat.inner.replies = [refuse_after_the_first]  # type: ignore[attr-defined]
    text = "\n\n".join(
        f"Paragraph {n} tells at length how the letters of our clients are answered. " * 6 for n in "abc"
    )
    turn = app.draft_from(app.store.load(session.id), [("a.txt", text.encode())])
    assert len(calls) == 1
    assert "nobody has agreed" in turn.reply


@pytest.mark.parametrize("how", ["setting", "agreement"])
def test_masked_words_leave_masked_and_are_noted_as_they_were(tmp_path: Path, how: str) -> None:
    chat = FakeChat([ADDS])
    app = app_with(chat, tmp_path, redact="yes" if how == "setting" else "")
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True, redact=how == "agreement")
    session = say(app, session, SAID)
    sent = chat.calls[0][1].rsplit("Message:", 1)[1]
    assert not any(secret in sent for secret in ("Hope House", "Maria", "Lopez", "hope.example"))
    assert "GPT-4o" in sent
    assert session.turns[-1].said == SAID
    assert session.chain.value("organisation.name") == "Hope House"


def test_a_local_model_needs_no_agreement_and_leaves_no_receipt(tmp_path: Path) -> None:
    chat = FakeChat([ADDS])
    app = app_with(chat, tmp_path, model="ollama:qwen")
    session = say(app, app.begin()[0], SAID)
    assert "model.name" in known(session)
    assert "egress" not in session.extra


def test_batches_are_refused_until_sending_is_agreed(tmp_path: Path) -> None:
    app = app_with(FakeChat([ADDS]), tmp_path)
    with pytest.raises(BadUsage, match="sent to OpenAI"):
        app.batch_reader()
    agreed = app_with(FakeChat([ADDS]), tmp_path, egress="agreed")
    kept: list[Any] = []
    agreed.batch_reader(kept.append).read(SAID, None, Chain())
    assert [r.to for r in kept] == ["OpenAI"]


def test_a_reader_that_needs_a_model_says_so_when_there_is_none(tmp_path: Path) -> None:
    app = App(Settings(data=tmp_path, reader="combined"))
    with pytest.raises(BadUsage, match="VCASSIST_READER is combined, and no language model is configured"):
        app.batch_reader()


def test_an_agreement_that_comes_in_a_file_is_not_taken_over(tmp_path: Path) -> None:
    app = app_with(FakeChat([ADDS]), tmp_path)
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True)
    say(app, session, SAID)
    brought, _ = app.take_in(session_as_json(app.store.load(session.id)))
    assert "agreement" not in app.store.load(brought.id).extra
    assert len(app.store.load(brought.id).extra["egress"]) == 1


def test_the_model_also_speaks_and_that_call_has_its_own_receipt(tmp_path: Path) -> None:
    chat = FakeChat([ADDS, "Thank you. The model is GPT-4o. It is made by Google."])
    app = app_with(chat, tmp_path, speaker="model")
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True)
    session = say(app, session, "We use GPT-4o.")
    reply = session.turns[-1].reply
    assert reply.startswith("Thank you. The model is GPT-4o. ")
    assert "Google" not in reply
    assert len(session.extra["egress"]) == 2
    assert [p.partition("@")[0] for p in session.turns[-1].prompts] == ["read-message", "speak"]


def test_answers_from_the_glossary_reach_a_remote_model_only_with_agreement_and_receipts(tmp_path: Path) -> None:
    class Covers(NoGlossary):
        def answer(self, question: str) -> Answer:
            return Answer("Lock-in costs.", (Citation("lock-in", "Lock-in costs."),), True)

    kept: list[Any] = []
    for settings, keep, calls in (
        ({}, kept.append, 0),
        ({"egress": "agreed"}, None, 0),
        ({"egress": "agreed"}, kept.append, 1),
    ):
        chat = FakeChat(["Lock-in costs."])
        app = app_with(chat, tmp_path, speaker="model", **settings)
        app.__dict__["glossary"] = Covers()
        assert app.answer("what is lock-in?", keep).text == "Lock-in costs."
        assert len(chat.calls) == calls
    assert len(kept) == 1


def test_the_models_provider_stands_in_the_map_once_it_is_wished_and_the_own_model_is_known(tmp_path: Path) -> None:
    from vcassist.assessment.concentration import concentration

    app = app_with(FakeChat([{"facts": [], "intent": "answer"}, ADDS]), tmp_path)
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True, count=True)
    session = say(app, session, "We at Hope House begin.")
    assert session.chain.mentioned("model") == ()
    session = say(app, session, "We use GPT-4o.")
    assert session.chain.mentioned("model") == ("model", "model-2")
    assert (session.chain.value("model.name"), session.chain.value("model-2.name")) == ("GPT-4o", "gpt-4o-mini")
    assert session.chain.facts["model-2.supplier"].as_json()["source"] == "form"
    assert "OpenAI" in concentration(session.chain, app.register)["direct"]["shares"]
    facts = len(say(app, session, "We at Hope House go on.").chain.facts)
    assert facts == len(session.chain.facts)


@pytest.mark.parametrize("decision", [{"agreed": True}, {"agreed": False, "count": True}])
def test_nobody_is_counted_who_was_not_agreed_to(tmp_path: Path, decision: dict[str, bool]) -> None:
    app = app_with(FakeChat([ADDS]), tmp_path)
    session, _ = app.begin()
    app.set_facts(session, (Fact("model.name", "known", "GPT-4o"),))
    app.decide_egress(session.id, **decision)
    assert app.store.load(session.id).chain.mentioned("model") == ("model",)


@pytest.mark.parametrize("reader", ["model", "combined"])
def test_the_organisations_name_is_hidden_from_reader_and_speaker_in_the_very_turn_that_tells_it(
    tmp_path: Path, reader: str
) -> None:
    chat = FakeChat([ADDS, "Thank you."])
    app = app_with(chat, tmp_path, egress="agreed", redact="yes", speaker="model", reader=reader)
    say(app, app.begin()[0], SAID)
    assert len(chat.calls) == 2
    assert all("Hope House" not in user for _, user in chat.calls)


def test_a_batch_with_the_model_alone_hides_the_organisations_name_too(tmp_path: Path) -> None:
    chat = FakeChat([ADDS])
    app = app_with(chat, tmp_path, egress="agreed", redact="yes", reader="model")
    app.batch_reader().read(SAID, None, Chain())
    assert "Hope House" not in chat.calls[0][1]
