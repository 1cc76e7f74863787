"""What is measured: the product in this process through its composition root, or a running server over its API."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from vcassist.app import App
from vcassist.assessment.concentration import concentration
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, chain_from_json, fact_from_json
from vcassist.evals.metering import Meter, MeteredChat
from vcassist.interview.ports import Reader
from vcassist.interview.session import Turn
from vcassist.settings import Settings

if TYPE_CHECKING:
    from vcassist.report.model import Report


class Talk(Protocol):
    """One interview: ``say`` gives the API's JSON answer, ``facts`` the folded chain."""

    def say(self, text: str) -> dict[str, Any]: ...

    def facts(self) -> list[dict[str, Any]]: ...


class Subject(Protocol):
    """The product as a case meets it. All shapes are those of docs' frozen interfaces."""

    meter: Meter

    @property
    def register(self) -> Register: ...

    @property
    def app(self) -> App:
        """The product in this process: what is measured, or the yardstick that a server is held against."""
        ...

    def clock(self) -> float:
        """Seconds; it stands still while a server has this process wait for its turn."""
        ...

    def close(self) -> None:
        """Leaves nothing behind."""
        ...

    def read(self, message: str, asked: str | None) -> dict[str, Any]: ...

    def search(self, query: str, limit: int) -> dict[str, Any]: ...

    def ask(self, question: str) -> dict[str, Any]: ...

    def assess(self, facts: list[dict[str, Any]]) -> dict[str, Any]: ...

    def begin(self) -> Talk: ...

    def report(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        """What the report on a chain holds: its Markdown, the cited sentences of its first page, and those that its gate removed."""
        ...

    def draft(self, files: list[tuple[str, bytes]]) -> dict[str, Any]:
        """``facts`` as ``read`` gives them, ``conflicts``, ``findings`` of the draft, and its report's ``markdown``."""
        ...


class InProcess:
    """The parts that the composition root chose, with sessions kept in memory so that nobody's data folder is touched."""

    def __init__(self, app: App) -> None:
        from vcassist.store.memory import MemoryStore

        self.app, self.meter = app, Meter()
        app.refuse_unagreed()
        if app.settings.reading != "offline":
            chat = app.assistant.wrap(lambda inner: MeteredChat(inner, self.meter))
            self.meter.turned_away = lambda: chat.circuit.turned_away
        app.__dict__["store"] = MemoryStore()

    def clock(self) -> float:
        return time.perf_counter()

    def close(self) -> None:
        """Nothing was written anywhere."""

    @property
    def register(self) -> Register:
        return self.app.register

    @cached_property
    def _reader(self) -> Reader:
        from vcassist.reading.answering.exact import ExactReader

        # As a turn reads.
        return ExactReader(self.app.batch_reader())

    def read(self, message: str, asked: str | None) -> dict[str, Any]:
        from vcassist.interview.reading import gate

        reading = self._reader.read(message, asked, Chain())
        return {"facts": [f.as_json() for f in gate(reading, message).facts], "intent": reading.intent}

    def search(self, query: str, limit: int) -> dict[str, Any]:
        rows, covered = self.app.glossary.search(query, limit)
        return {"results": [{"term": r.term, "score": r.score, "passage": r.text} for r in rows], "covered": covered}

    def ask(self, question: str) -> dict[str, Any]:
        # As `vcassist ask` and the API answer: in a model's words where one is measured. Agreement was asked for at the start.
        answer = self.app.answer(question, lambda _: None)
        return {"answer": answer.text, "citations": [c.as_json() for c in answer.citations], "covered": answer.covered}

    def assess(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        chain = chain_from_json({"facts": facts})
        return {
            "findings": [f.as_json() for f in self.app.findings(chain)],
            "concentration": concentration(chain, self.register),
        }

    def begin(self) -> TalkHere:
        return TalkHere(self.app)

    def draft(self, files: list[tuple[str, bytes]]) -> dict[str, Any]:
        from vcassist.report import render

        session = self.app.draft(files)[0]
        chain = session.chain
        return {
            "facts": chain.as_json()["facts"],
            "conflicts": [c.as_json() for turn in session.turns for c in turn.conflicts],
            "findings": [f.as_json() for f in self.app.findings(chain)],
            "markdown": render(app=self.app, chain=chain, session=session, format="md").content.decode(),
        }

    def refusals(self, facts: list[dict[str, Any]], sentences: list[tuple[str, tuple[str, ...]]]) -> list[list[str]]:
        """Why the report's claim gate would refuse each (text, ids); nothing for a sentence that may stay."""
        return refusals(self.app, facts, sentences)

    def report(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        from vcassist.report import render
        from vcassist.report.build import build

        chain = chain_from_json({"facts": facts})
        made = build(self.app, chain)
        return {
            "markdown": render(app=self.app, chain=chain, format="md").content.decode(),
            "sentences": [(s.text, s.ids) for s in sentences_in(made.summary)],
            "removed": [r.text for r in made.removed],
        }


def refusals(app: App, facts: list[dict[str, Any]], sentences: list[tuple[str, tuple[str, ...]]]) -> list[list[str]]:
    """For each (text, cited ids) why the claim gate would not let it stand on that evidence; nothing when it would."""
    from vcassist.report.build import build
    from vcassist.report.claims import check
    from vcassist.report.model import Sentence

    chain = chain_from_json({"facts": facts})
    evidence = evidence_of(app, chain, build(app, chain))
    return [check(Sentence(text, ids), evidence) for text, ids in sentences]


def evidence_of(app: App, chain: Chain, made: Report | None = None) -> Any:
    """The evidence that a report on this chain may cite, gathered as the report itself does; letters and what-ifs from ``made``."""
    from vcassist.report import dependence, facts_view, findings_view
    from vcassist.report.build import _count
    from vcassist.report.evidence import gather

    findings, rules = app.findings(chain), {rule.id: rule for rule in app.rules}
    rows = facts_view.fact_rows(chain, None)
    counts = {**facts_view.count_statuses(chain), **_count(findings)}
    shares = dependence.concentration_views(chain, app.register)
    questions = findings_view.open_questions(findings, chain)
    more = (made.letters, made.what_ifs) if made else ()
    return gather(chain, rows, findings, rules, app.register, app.entries, counts, shares, questions, *more)


def sentences_in(part: Any) -> Iterator[Any]:
    """Every sentence that carries citations, wherever it stands in a part of the report."""
    from vcassist.report.model import Sentence

    if isinstance(part, Sentence):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from sentences_in(each)
    elif is_dataclass(part) and not isinstance(part, type):
        for each in fields(part):
            yield from sentences_in(getattr(part, each.name))


class TalkHere:
    def __init__(self, app: App) -> None:
        self._app = app
        self._id = app.begin()[0].id

    def say(self, text: str) -> dict[str, Any]:
        answer: dict[str, Any] = {}
        for event in self._app.turn(self._app.store.load(self._id), text):
            answer = event.data if event.kind == "done" else answer
        return answer

    def facts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._app.store.load(self._id).chain.as_json()["facts"]
        return found

    def told(self, ref: str, value: Any, quote: str) -> None:
        """Has a fact noted as if it had been told in these words, in a turn of its own."""
        session = self._app.store.load(self._id)
        number = session.next_number
        fact = fact_from_json(
            {"ref": ref, "status": "known", "value": value, "quote": quote, "start": 0, "end": len(quote)}
        )
        self._app.store.append(self._id, Turn(number, said=quote, facts=(replace(fact, turn=number),)))

    def put(self, ref: str) -> None:
        """Asks about ``ref`` now, unless that is what stands open, or is noted already."""
        session = self._app.store.load(self._id)
        if session.asked != ref and session.chain.get(ref) is None:
            self._app.ask_again(session, ref)


def subject_for(settings: Settings, url: str) -> Subject:
    """A running server where an address is given, else the product in this process."""
    if url:
        from vcassist.evals.remote import Remote

        remote = Remote(url)
        remote.reachable()
        return remote
    subject = InProcess(App(settings))
    if settings.embeddings:
        # Weights that cannot be used are told now, not counted against each case.
        _ = subject.app.glossary
    return subject
