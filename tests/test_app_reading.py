"""The composition root: a turn or document is read whatever becomes of the model, and where readers differ the person is asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from model_beside import ADDS, SAID, NameReader, NoGlossary, app_with, known, say

from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.errors import BadInput
from vcassist.interview.ports import Proposal, Reading
from vcassist.llm.circuit import Limits
from vcassist.llm.fake import FakeChat
from vcassist.llm.trouble import ModelTrouble
from vcassist.settings import Settings
from vcassist.store.memory import MemoryStore


@pytest.mark.parametrize("reader", ["model", "combined"])
def test_a_failing_model_costs_nothing_but_one_line(tmp_path: Path, reader: str) -> None:
    app = app_with(FakeChat([ModelTrouble("server")]), tmp_path, model="ollama:qwen", reader=reader)
    session = say(app, app.begin()[0], SAID)
    assert known(session) == {"organisation.name"}
    assert session.turns[-1].said == SAID
    assert session.turns[-1].reply.count("had a failure. This message was read without it.") == 1


def test_a_slow_model_is_left_and_the_next_turns_are_spared(tmp_path: Path) -> None:
    import threading

    stuck, began = threading.Event(), []

    def hang(system: str, user: str) -> Mapping[str, Any]:
        began.append(user)
        stuck.wait(30)
        return ADDS

    limits = Limits(seconds=0.2, tries=1, failures=2, pause=60)
    app = app_with(FakeChat([hang]), tmp_path, limits, model="ollama:qwen")
    session, _ = app.begin()
    for number in range(4):
        session = say(app, session, f"{SAID} Part {number}.")
    stuck.set()
    assert len(began) == 2
    assert len(session.turns) == 5
    assert "did not answer in time" in session.turns[1].reply
    assert "left alone for a while" in session.turns[4].reply


def test_a_model_that_cannot_be_opened_leaves_the_offline_reading(tmp_path: Path) -> None:
    app = App(Settings(data=tmp_path, model=f"llamacpp:{tmp_path / 'gone.gguf'}"))
    app.__dict__.update(reader=NameReader(), glossary=NoGlossary(), store=MemoryStore())
    session = say(app, app.begin()[0], SAID)
    assert known(session) == {"organisation.name"}
    assert "gone.gguf does not exist" in session.turns[-1].reply


def test_the_persons_wish_is_taken_from_the_offline_reader_only(tmp_path: Path) -> None:
    chat = FakeChat([{**ADDS, "intent": "stop"}])
    app = app_with(chat, tmp_path, model="ollama:qwen", reader="model")
    session = say(app, app.begin()[0], SAID)
    assert not session.done
    session = say(app, session, "skip")
    assert session.turns[-1].intent == "skip"
    assert len(chat.calls) == 1


def test_while_the_model_works_no_database_connection_is_held(tmp_path: Path) -> None:
    from vcassist.store.database import open_store

    app = app_with(FakeChat(), tmp_path)
    store = app.__dict__["store"] = open_store(app.settings)
    session, _ = app.begin()
    app.decide_egress(session.id, agreed=True)
    held: list[int] = []

    def look(system: str, user: str) -> Mapping[str, Any]:
        held.append(store.engine.pool.checkedout())  # type: ignore[attr-defined]
        return ADDS

    app.assistant._chat.inner.replies = [look]  # type: ignore[attr-defined]
    session = say(app, session, SAID)
    store.close()  # type: ignore[attr-defined]
    assert held == [0]
    assert "model.name" in known(session)


class CountryReader:
    """Reads where things are stored."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        found = [
            Proposal("storage.country", "known", code, f"stored in {name}")
            for name, code in (("Kenya", "KE"), ("Ireland", "IE"))
            if f"stored in {name}" in message
        ]
        return Reading(tuple(found), "answer")


def test_a_draft_tells_what_contradicts_asks_it_back_and_goes_on_as_an_interview(tmp_path: Path) -> None:
    app = App(Settings(data=tmp_path))
    app.__dict__.update(reader=CountryReader(), glossary=NoGlossary(), store=MemoryStore())
    files = [("one.txt", b"The data is stored in Kenya."), ("two.txt", b"The data is stored in Ireland.")]
    session, _ = app.draft(files)
    turn = session.turns[-1]
    (fact,) = turn.facts
    assert (fact.value, fact.source, fact.note, fact.start, fact.end) == ("KE", "document", "one.txt, page 1", 12, 27)
    assert "I read one.txt, two.txt (2 pages) and noted 1 thing." in turn.reply
    assert "contradicts itself" in turn.reply
    assert turn.awaiting is not None and (turn.awaiting.manner, turn.awaiting.new) == ("conflict", "IE")
    assert "two.txt, page 1" in turn.reply
    session = say(app, session, "the second one, it is stored in Ireland")
    assert session.chain.value("storage.country") == "IE"
    assert session.asked != "storage.country"


def test_a_file_that_cannot_be_read_leaves_no_session(tmp_path: Path) -> None:
    app = App(Settings(data=tmp_path))
    app.__dict__.update(reader=CountryReader(), glossary=NoGlossary(), store=MemoryStore())
    with pytest.raises(BadInput, match="broken.pdf"):
        app.draft([("one.txt", b"stored in Kenya."), ("broken.pdf", b"%PDF-1.7 nonsense")])
    assert app.store.sessions() == []


def test_where_the_two_readers_differ_the_person_is_asked_which_is_right(tmp_path: Path) -> None:
    other = {
        "facts": [
            {"ref": "storage.country", "quote": "stored in Kenya near Ireland", "status": "known", "value": "IE"}
        ],
        "intent": "answer",
    }
    app = app_with(FakeChat([other, {"facts": [], "intent": "answer"}]), tmp_path, model="ollama:qwen")
    app.__dict__["reader"] = CountryReader()
    session = say(app, app.begin()[0], "It is stored in Kenya near Ireland.")
    turn = session.turns[-1]
    assert turn.awaiting is not None and turn.awaiting.manner == "conflict"
    assert "Kenya or Ireland?" in turn.reply and "Earlier" not in turn.reply
    session = say(app, session, "stored in Ireland")
    assert session.chain.value("storage.country") == "IE"
