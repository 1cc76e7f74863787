"""Over real HTTP: whatever the model's server does, the turn is read offline, one line tells it, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from misbehaving_server import WORDS, MisbehavingServer

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.reading import gate
from vcassist.llm.chat import open_chat
from vcassist.llm.circuit import GuardedChat, Limits
from vcassist.llm.prompts import load_prompt
from vcassist.llm.trouble import ModelTrouble
from vcassist.reading.combined import CombinedReader
from vcassist.reading.model import ModelReader, schema_for
from vcassist.settings import Settings

SAID = "We use GPT-4o through the website, and our vendor will not say where it runs."
QUICK = Limits(seconds=20, tries=3, backoff=0.01, failures=3, pause=30.0)
IMPATIENT = Limits(seconds=1.0, tries=3, backoff=0.01, failures=3, pause=30.0)
SettingsFor = Callable[..., Settings]


class OfflineFake:
    """Always reads one sure fact, as the offline reader would."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return Reading((Proposal("compute.country", "withheld", None, "will not say where it runs", 0.8),), "answer")


def combined(chat: GuardedChat) -> CombinedReader:
    return CombinedReader(OfflineFake(), ModelReader(chat, Register(), load_prompt("read-message")))


def test_a_well_behaved_model_adds_what_the_message_says(settings_for: SettingsFor) -> None:
    with MisbehavingServer("good") as server:
        reading = combined(open_chat(settings_for(server), QUICK)).read(SAID, None, Chain())
    facts = gate(reading, SAID).facts
    assert {(f.ref, f.value) for f in facts} == {("model.name", "GPT-4o"), ("compute.country", None)}
    assert reading.note == ""
    assert reading.prompts == (load_prompt("read-message").version,)
    path, headers, body = server.requests[0]
    assert path == "/v1/chat/completions"
    assert {k.lower(): v for k, v in headers.items()}["authorization"] == "Bearer sk-mine"
    assert body["response_format"]["type"] == "json_schema"
    assert body["max_tokens"] if "max_tokens" in body else body["max_completion_tokens"]


@pytest.mark.parametrize(
    ("behaviour", "told", "requests"),
    [
        ("hang", "did not answer in time", 1),
        ("drip", "did not answer in time", 1),
        ("429", "limiting requests", 3),
        ("401", "refused the key", 1),
        ("403", "refused the key", 1),
        ("500", "had a failure", 3),
        ("503", "had a failure", 3),
        ("redirect", "refused the request", 1),
        ("drop", "cannot be reached", 3),
        ("not json", "not in the agreed form", 1),
        ("broken json", "not in the agreed form", 1),
        ("truncated", "broke off", 1),
        ("half object", "not in the agreed form", 1),
        ("prose", "not in the agreed form", 1),
        ("wrong shape", "not in the agreed form", 1),
        ("a list", "not in the agreed form", 1),
        ("no content", "not in the agreed form", 1),
        ("empty", "not in the agreed form", 1),
        ({"facts": [{"ref": "model.name", "quote": "Claude 3", "status": "known", "value": "Claude 3"}], "intent": "answer"}, "did not hold to your words", 1),
        ({"facts": [{"ref": "application.name", "quote": "HelpDesk AI", "status": "known", "value": "HelpDesk AI"}], "intent": "answer"}, "repeated its examples", 1),
    ],
)  # fmt: skip
def test_a_misbehaving_model_leaves_the_offline_reading_and_one_line(
    settings_for: SettingsFor, behaviour: object, told: str, requests: int
) -> None:
    with MisbehavingServer(behaviour) as server:
        limits = IMPATIENT if behaviour in ("hang", "drip") else QUICK
        reader = combined(open_chat(settings_for(server), limits))
        began = time.monotonic()
        reading = reader.read(SAID, None, Chain())
        took = time.monotonic() - began
    assert [p.ref for p in reading.proposals] == ["compute.country"]
    assert told in reading.note
    assert "read without it" in reading.note
    assert "\n" not in reading.note
    assert "secret" not in reading.note
    assert len(server.requests) == requests
    assert took < limits.seconds + 5


def test_a_passing_failure_is_tried_again(settings_for: SettingsFor) -> None:
    with MisbehavingServer("503", "429", "good") as server:
        reading = combined(open_chat(settings_for(server), QUICK)).read(SAID, None, Chain())
    assert reading.note == ""
    assert len(server.requests) == 3


def test_after_several_failures_the_model_is_left_alone_for_a_while(settings_for: SettingsFor) -> None:
    with MisbehavingServer("prose") as server:
        reader = combined(open_chat(settings_for(server), QUICK))
        notes = [reader.read(SAID, None, Chain()).note for _ in range(5)]
    assert len(server.requests) == 3
    assert "left alone for a while" in notes[3]


def test_a_server_that_is_not_there_is_told(tmp_path) -> None:
    settings = Settings(data=tmp_path, model="openai:local", model_url="http://127.0.0.1:9/v1", model_key="k")
    reading = combined(open_chat(settings, QUICK)).read(SAID, None, Chain())
    assert "cannot be reached" in reading.note


def test_a_stream_arrives_in_pieces_while_the_model_still_speaks(settings_for: SettingsFor) -> None:
    with MisbehavingServer("held stream") as server:
        stream = open_chat(settings_for(server), QUICK).stream("s", "u")
        assert next(stream) == WORDS[0]
        server.heard.set()
        assert list(stream) == WORDS[1:]


@pytest.mark.parametrize("behaviour", ["cut stream", "dropped stream"])
def test_a_stream_cut_half_way_is_told_and_never_tried_again(settings_for: SettingsFor, behaviour: str) -> None:
    heard = []
    with MisbehavingServer(behaviour) as server:
        stream = open_chat(settings_for(server), QUICK).stream("s", "u")
        with pytest.raises(ModelTrouble) as trouble:
            for piece in stream:
                heard.append(piece)
    assert trouble.value.kind == "cut"
    assert heard == WORDS[:2]
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("behaviour", "kind", "requests"),
    [("hang", "timeout", 1), ("429", "rate", 1), ("401", "key", 1), ("500", "server", 1), ("drop", "unreachable", 1), ("not json", "malformed", 1)],
)  # fmt: skip
def test_a_stream_that_does_not_even_begin_says_why(
    settings_for: SettingsFor, behaviour: str, kind: str, requests: int
) -> None:
    with MisbehavingServer(behaviour) as server:
        chat = open_chat(settings_for(server), IMPATIENT if behaviour == "hang" else QUICK)
        with pytest.raises(ModelTrouble) as trouble:
            list(chat.stream("s", "u"))
    assert trouble.value.kind == kind
    assert len(server.requests) == requests


def test_half_an_object_is_malformed_and_one_cut_by_the_length_is_truncated(settings_for: SettingsFor) -> None:
    for behaviour, kind in (("half object", "malformed"), ("truncated", "truncated")):
        with MisbehavingServer(behaviour) as server, pytest.raises(ModelTrouble) as trouble:
            open_chat(settings_for(server), QUICK).structured("s", "u", schema_for(("model.name",)), 50)
        assert trouble.value.kind == kind


TRACED = """
import sys
from pathlib import Path
from langchain_core.tracers.langchain import wait_for_all_tracers
from vcassist.llm.chat import open_chat
from vcassist.settings import Settings

chat = open_chat(Settings(data=Path("."), model="openai:local", model_url=sys.argv[1], model_key="k"))
schema = {"title": "t", "type": "object", "properties": {"facts": {"type": "array"}, "intent": {"type": "string"}}}
chat.structured("system", "the private words", schema, 50)
list(chat.stream("system", "the private words"))
chat.inner._chat(50).invoke("the control words")
wait_for_all_tracers()
"""


def test_nothing_is_reported_to_a_tracing_service_that_the_environment_names(tmp_path) -> None:
    with MisbehavingServer() as collector, MisbehavingServer("good", "good stream", "good") as model:
        tracing = {
            name: value
            for prefix in ("LANGSMITH", "LANGCHAIN")
            for name, value in {
                f"{prefix}_TRACING": "true",
                f"{prefix}_TRACING_V2": "true",
                f"{prefix}_ENDPOINT": collector.url,
                f"{prefix}_API_KEY": "ls-key",
            }.items()
        }
        done = subprocess.run(
            [sys.executable, "-c", TRACED, model.url],
            env={**os.environ, **tracing},
            cwd=tmp_path,
            capture_output=True,
            timeout=300,
        )
        reported = b"".join(collector.bodies)
    assert done.returncode == 0, done.stderr[-2000:]
    assert len(model.requests) == 3
    # The control shows that the service would have been told, had we not forbidden it.
    assert b"the control words" in reported
    assert b"the private words" not in reported


def test_a_key_never_stands_in_a_message_or_a_representation(settings_for: SettingsFor) -> None:
    with MisbehavingServer("401") as server:
        chat = open_chat(settings_for(server), QUICK)
        with pytest.raises(ModelTrouble) as trouble:
            chat.structured("s", "u", {"type": "object", "properties": {"facts": {"type": "array"}}}, 10)
    assert "sk-" not in repr(trouble.value) + str(trouble.value) + repr(chat.inner)
