"""What a model was used for during a run: calls, tokens, seconds, dollars."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vcassist.app import App
from vcassist.errors import BadUsage
from vcassist.evals.metering import Meter, MeteredChat, Price, price_of
from vcassist.evals.runner import run_plain
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import load_suite
from vcassist.llm.fake import FakeChat
from vcassist.llm.trouble import ModelTrouble
from vcassist.settings import Settings


class Counting(FakeChat):
    """A model whose provider counts tokens."""

    tokens_read, tokens = 1000, 20


def test_calls_tokens_and_dollars_add_up_from_a_mark_on() -> None:
    meter = Meter()
    chat = MeteredChat(Counting(), meter)
    chat.structured("s", "u", {}, 10)
    mark = meter.mark()
    for _ in range(3):
        chat.structured("s", "u", {}, 10)
    use = meter.since(mark, Price(0.5, 10))
    assert (use["calls"], use["tokens_read"], use["tokens_written"], use["tokens_estimated"]) == (3, 3000, 60, False)
    assert use["dollars"] == pytest.approx((3000 * 0.5 + 60 * 10) / 1e6)


def test_tokens_that_nobody_counts_are_estimated_and_said_to_be() -> None:
    meter = Meter()
    MeteredChat(FakeChat(), meter).structured("s" * 300, "u" * 100, {}, 10)
    use = meter.since(0, None)
    assert use["tokens_read"] == 100 and use["tokens_estimated"] and "dollars" not in use


def test_a_call_that_fails_is_counted_and_its_error_goes_on() -> None:
    meter = Meter()
    with pytest.raises(ModelTrouble):
        MeteredChat(FakeChat([ModelTrouble("timeout")]), meter).structured("s", "u", {}, 10)
    assert meter.since(0, None)["failed"] == 1


def test_a_stream_is_counted_when_it_ends() -> None:
    meter = Meter()
    assert "".join(MeteredChat(FakeChat(["one two three"]), meter).stream("s", "u")) == "one two three "
    assert meter.since(0, None)["calls"] == 1 and meter.since(0, None)["failed"] == 0


def test_a_run_without_a_model_has_no_use() -> None:
    assert Meter().since(0, None) == {}


def test_a_price_is_two_amounts() -> None:
    assert price_of("0.15/0.60") == Price(0.15, 0.6)
    for text in ("0.15", "a/b", ""):
        with pytest.raises(BadUsage, match="no price"):
            price_of(text)


def test_every_message_of_a_run_with_a_model_is_metered(tmp_path: Path) -> None:
    subject = InProcess(App(Settings(data=tmp_path, model="fake:script", reader="model")))
    suite = load_suite("understanding")
    rows: list[Any] = run_plain(suite.parts["development"][:4], suite.kind, subject)
    assert not any(r.crashed for r in rows) and subject.meter.since(0, None)["calls"] >= 4
