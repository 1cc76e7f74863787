"""What is measured: the product in this process through its composition root, or a running server over its API."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from vcassist.app import App
from vcassist.assessment.concentration import concentration
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, chain_from_json
from vcassist.errors import BadUsage, VcassistError
from vcassist.evals.metering import Meter, MeteredChat
from vcassist.interview.ports import Reader
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

    def read(self, message: str, asked: str | None) -> dict[str, Any]: ...

    def search(self, query: str, limit: int) -> dict[str, Any]: ...

    def ask(self, question: str) -> dict[str, Any]: ...

    def assess(self, facts: list[dict[str, Any]]) -> dict[str, Any]: ...

    def begin(self) -> Talk: ...

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
            app.assistant.wrap(lambda chat: MeteredChat(chat, self.meter))
        app.__dict__["store"] = MemoryStore()

    @property
    def register(self) -> Register:
        return self.app.register

    @cached_property
    def _reader(self) -> Reader:
        return self.app.batch_reader()

    def read(self, message: str, asked: str | None) -> dict[str, Any]:
        from vcassist.interview.reading import gate

        reading = self._reader.read(message, asked, Chain())
        return {"facts": [f.as_json() for f in gate(reading, message).facts], "intent": reading.intent}

    def search(self, query: str, limit: int) -> dict[str, Any]:
        rows, covered = self.app.glossary.search(query, limit)
        return {"results": [{"term": r.term, "score": r.score, "passage": r.text} for r in rows], "covered": covered}

    def ask(self, question: str) -> dict[str, Any]:
        answer = self.app.glossary.answer(question)
        return {"answer": answer.text, "citations": [c.as_json() for c in answer.citations], "covered": answer.covered}

    def assess(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        chain = chain_from_json({"facts": facts})
        return {
            "findings": [f.as_json() for f in self.app.findings(chain)],
            "concentration": concentration(chain, self.register),
        }

    def begin(self) -> Talk:
        return _TalkHere(self.app)

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
        """For each (text, cited ids) why the report's claim gate would not let it stand on that evidence; nothing when it would."""
        from vcassist.report.build import build
        from vcassist.report.claims import check
        from vcassist.report.model import Sentence

        chain = chain_from_json({"facts": facts})
        evidence = evidence_of(self.app, chain, build(self.app, chain))
        return [check(Sentence(text, ids), evidence) for text, ids in sentences]

    def report(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        """What the report on a chain holds: its Markdown, the cited sentences of its first page, and those that its own gate removed."""
        from vcassist.report import render
        from vcassist.report.build import build

        chain = chain_from_json({"facts": facts})
        made = build(self.app, chain)
        return {
            "markdown": render(app=self.app, chain=chain, format="md").content.decode(),
            "sentences": [(s.text, s.ids) for s in sentences_in(made.summary)],
            "removed": [r.text for r in made.removed],
        }


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


class _TalkHere:
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


class Remote:
    """A running server. Its API reads a message only inside a session, so a message that answers a question cannot be put to it."""

    def __init__(self, url: str, http: Any = None) -> None:
        """``http`` is a client of httpx to use instead of a new one, its base at the server's root."""
        import httpx

        self.meter = Meter()
        self._http = http or httpx.Client(base_url=url.rstrip("/"), timeout=60)

    @cached_property
    def register(self) -> Register:
        from vcassist.knowledge.register import load_register

        return load_register()

    def call(self, method: str, path: str, token: str = "", **rest: Any) -> dict[str, Any]:
        """One call. Raises VcassistError with the server's own words when it refuses."""
        import httpx

        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            reply = self._http.request(method, f"/api/v1{path}", headers=headers, **rest)
        except httpx.HTTPError as error:
            raise VcassistError(
                "The server cannot be reached.", f"{type(error).__name__}.", "Start it, or check --url."
            ) from error
        if reply.status_code >= 400:
            raise VcassistError(f"The server answered {reply.status_code}.", reply.text[:200])
        found: dict[str, Any] = (
            reply.json() if "json" in reply.headers.get("content-type", "") else {"text": reply.text}
        )
        return found

    def read(self, message: str, asked: str | None) -> dict[str, Any]:
        raise BadUsage(
            "Understanding cannot be measured over --url.", "The API takes no asked field.", "Run it without --url."
        )

    def search(self, query: str, limit: int) -> dict[str, Any]:
        return self.call("GET", "/glossary/search", params={"query": query, "limit": limit})

    def ask(self, question: str) -> dict[str, Any]:
        return self.call("POST", "/glossary/ask", json={"question": question})

    def assess(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        made = self.call("POST", "/sessions", json={})
        where, token = f"/sessions/{made['id']}", made["token"]
        try:
            if facts:
                self.call(
                    "PUT",
                    f"{where}/facts",
                    token,
                    json={"facts": [{k: f.get(k) for k in ("ref", "status", "value")} for f in facts]},
                )
            return self.call("GET", f"{where}/findings", token)
        finally:
            self.call("DELETE", where, token)

    def begin(self) -> Talk:
        made = self.call("POST", "/sessions", json={})
        return _TalkThere(self, f"/sessions/{made['id']}", made["token"])

    def draft(self, files: list[tuple[str, bytes]]) -> dict[str, Any]:
        made = self.call("POST", "/sessions", json={})
        where, token = f"/sessions/{made['id']}", made["token"]
        try:
            turn = self.call("POST", f"{where}/documents", token, files=[("files", each) for each in files])
            return {
                "facts": self.call("GET", f"{where}/chain", token)["facts"],
                "conflicts": turn["conflicts"],
                "findings": self.call("GET", f"{where}/findings", token)["findings"],
                "markdown": self.call("GET", f"{where}/report", token, params={"format": "md"})["text"],
            }
        finally:
            self.call("DELETE", where, token)


class _TalkThere:
    def __init__(self, remote: Remote, where: str, token: str) -> None:
        self._remote, self._where, self._token = remote, where, token

    def say(self, text: str) -> dict[str, Any]:
        return self._remote.call("POST", f"{self._where}/turns", self._token, json={"say": text})

    def facts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._remote.call("GET", f"{self._where}/chain", self._token)["facts"]
        self._remote.call("DELETE", self._where, self._token)
        return found


def subject_for(settings: Settings, url: str) -> Subject:
    """A running server where an address is given, else the product in this process."""
    if url:
        return Remote(url)
    subject = InProcess(App(settings))
    if settings.embeddings:
        # Weights that cannot be used are told now, not counted against each case.
        _ = subject.app.glossary
    return subject
