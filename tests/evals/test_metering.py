"""What a model was used for during a run: calls, tokens, seconds, dollars."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vcassist.app import App
from vcassist.assistant import Use
from vcassist.errors import BadUsage, VcassistError
from vcassist.evals.command import Sampling, measure
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


def test_calls_that_were_not_tried_after_failures_are_counted_too(tmp_path: Path) -> None:
    from vcassist.evals.tables import use_text

    subject = InProcess(App(Settings(data=tmp_path, model="fake:script", reader="combined")))
    chat = subject.app.assistant.chat
    guarded = chat(Use(lambda: True, lambda _: None, False))[0]
    guarded.circuit.failed(ModelTrouble("key"))
    mark = subject.meter.mark()
    for _ in range(3):
        with pytest.raises(ModelTrouble):
            guarded.structured("s", "u", {}, 10)
    use = subject.meter.since(mark, None)
    assert (use["calls"], use["failed"], use["skipped"]) == (0, 0, 3)
    assert use_text(use).startswith("0 calls (3 more not tried after failures)")
    subject.meter.mark()
    assert subject.meter.since(mark, None) == {}


def test_a_run_in_which_the_model_never_answered_is_no_run(tmp_path: Path) -> None:
    subject = InProcess(App(Settings(data=tmp_path, model="fake:script", reader="combined")))
    subject.app.assistant.wrap(lambda inner: MeteredChat(FakeChat([ModelTrouble("key")] * 9), subject.meter))
    suite = load_suite("understanding")
    few = replace(suite, parts={"development": suite.parts["development"][:2]})
    sampling = Sampling(None, 7, 1, False, None)

    def plainly(name: str, cases: Any, kind: Any, subject: Any, logs: Path, tick: Any) -> Any:
        return run_plain(cases, kind, subject)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vcassist.evals.command.run_inspected", plainly)
        with pytest.raises(VcassistError, match="answered none of its"):
            measure(few, subject, tmp_path, sampling)


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


def test_a_question_to_the_glossary_is_answered_in_the_model_s_words_as_people_get_it(tmp_path: Path) -> None:
    from evals_fakes import KnowingGlossary

    suite = load_suite("grounding")
    (case,) = [c for c in suite.parts["development"] if c["term"]][:1]
    glossary = KnowingGlossary([{"query": case["question"], "relevant": {case["term"]: 2}, "covered": True}], [case])
    said = glossary.answer(case["question"]).citations[0].quote
    app = App(Settings(data=tmp_path, model="fake:script", reader="combined"))
    app.__dict__["glossary"] = glossary
    subject = InProcess(app)
    app.assistant.wrap(lambda chat: MeteredChat(FakeChat([f"{said} It cures every ill."]), subject.meter))
    (row,) = run_plain([case], suite.kind, subject)
    assert subject.meter.since(0, None)["calls"] == 1
    assert row.scored["ratios"]["supported"] == [1.0, 1.0] and not row.crashed


def test_a_sentence_in_other_words_is_supported_and_not_verbatim_and_one_that_says_more_is_neither() -> None:
    from vcassist.evals.kinds import grounding
    from vcassist.knowledge.glossary import load_entries, sentences

    suite = load_suite("grounding")
    case = next(c for c in suite.parts["development"] if c["term"])
    whole = next(s for _, text in load_entries()[case["term"]].passages for s in sentences(text) if len(s.split()) > 14)
    citations = [{"term": case["term"], "quote": whole}]

    def ratios(answer: str) -> Any:
        return grounding.score(case, {"answer": answer, "citations": citations, "covered": True}, None).ratios  # type: ignore[arg-type]

    otherwise = f"So {whole[0].lower()}{whole[1:]}"
    assert (ratios(otherwise)["supported"][0], ratios(otherwise)["sentences_verbatim"][0]) == (1, 0)
    assert ratios(whole)["sentences_verbatim"][0] == 1
    assert ratios("Nine out of ten clinics in Peru agree with Mozilla.")["supported"][0] == 0
