"""A running server as what is measured: every case is put to its API, and every assessment that this takes is deleted again."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import Any

from vcassist.app import App
from vcassist.assessment.register import Register
from vcassist.errors import VcassistError
from vcassist.evals.metering import Meter
from vcassist.settings import read_settings

# A server that says when to come back is waited for, at most so long and so often.
LONGEST_WAIT, TRIES = 90.0, 4
# Seconds for one answer: the longest message on a busy machine takes more than a minute, and how slow it was is told by the figures.
PATIENCE = 300.0
FACT = ("ref", "status", "value", "by")


class Remote:
    """A running server. ``app`` is the product in this process: its register and rules are the yardstick, nothing of it is measured."""

    def __init__(self, url: str, http: Any = None, app: App | None = None) -> None:
        """``http`` is a client of httpx to use instead of a new one, its base at the server's root."""
        import httpx

        self.meter = Meter()
        self._http = http or httpx.Client(base_url=url.rstrip("/"), timeout=PATIENCE)
        self.app = app or App(read_settings())
        self._reading: There | None = None
        self._begun: dict[str, There] = {}
        self._waited = 0.0

    @cached_property
    def register(self) -> Register:
        return self.app.register

    def clock(self) -> float:
        return time.perf_counter() - self._waited

    def reachable(self) -> None:
        """Raises VcassistError now when no such server answers, rather than at each case."""
        reply = self._answer("GET", "/healthz", {}, {})
        if reply.status_code >= 400 or "version" not in reply.text:
            raise VcassistError(
                "No vcassist server answers there.", "", "Check --url: it is the address of the start page."
            )

    def close(self) -> None:
        """Deletes the assessment in which single messages were read, and those that a refused or broken-off case left."""
        self._reading = None
        for there in list(self._begun.values()):
            # A server that has gone away meanwhile does not take the figures with it.
            with suppress(VcassistError):
                there.delete()

    def call(self, method: str, path: str, token: str = "", **rest: Any) -> dict[str, Any]:
        """One call. Raises VcassistError with the server's own words and status when it refuses."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        reply = self._answer(method, f"/api/v1{path}", headers, rest)
        if reply.status_code >= 400:
            error = VcassistError(f"The server answered {reply.status_code}.", reply.text[:200])
            error.status = reply.status_code
            raise error
        if not reply.content:
            return {}
        found: dict[str, Any] = (
            reply.json() if "json" in reply.headers.get("content-type", "") else {"text": reply.text}
        )
        return found

    def _answer(self, method: str, path: str, headers: Mapping[str, str], rest: Mapping[str, Any]) -> Any:
        """The server's answer, asked for again where it says that this was too often for now."""
        import httpx

        for left in reversed(range(TRIES)):
            try:
                reply = self._http.request(method, path, headers=headers, **rest)
            except httpx.TimeoutException as error:
                raise VcassistError(f"The server did not answer {method} {path} in {PATIENCE:.0f} seconds.") from error
            except httpx.HTTPError as error:
                raise VcassistError(
                    "The server cannot be reached.", f"{type(error).__name__}.", "Start it, or check --url."
                ) from error
            wait = reply.headers.get("retry-after", "")
            if reply.status_code != 429 or not left or not wait.isdigit() or int(wait) > LONGEST_WAIT:
                break
            time.sleep(int(wait))
            self._waited += int(wait)
        return reply

    def read(self, message: str, asked: str | None) -> dict[str, Any]:
        """All messages are read in one assessment, which stays empty."""
        if self._reading is None:
            self._reading = There(self)
        return self._reading.call("POST", "/read", json={"message": message, "asked": asked})

    def search(self, query: str, limit: int) -> dict[str, Any]:
        return self.call("GET", "/glossary/search", params={"query": query, "limit": limit})

    def ask(self, question: str) -> dict[str, Any]:
        return self.call("POST", "/glossary/ask", json={"question": question})

    def assess(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        with self.there(facts) as there:
            return there.call("GET", "/findings")

    def report(self, facts: list[dict[str, Any]]) -> dict[str, Any]:
        with self.there(facts) as there:
            written = there.call("GET", "/report", params={"format": "md"})["text"]
            # A report is a file: its JSON is not an answer of the API's own form.
            made = there.call("GET", "/report", params={"format": "json"})
        data = json.loads(made["text"])["report"] if set(made) == {"text"} else made["report"]
        return {
            "markdown": written,
            "sentences": list(cited_in(data["summary"])),
            "removed": [each["text"] for each in data["removed"]],
        }

    def begin(self) -> There:
        return There(self)

    @contextmanager
    def there(self, facts: Sequence[Mapping[str, Any]] = ()) -> Iterator[There]:
        """An assessment that holds these facts, until it was looked at."""
        there = There(self)
        try:
            there.put(facts)
            yield there
        finally:
            there.delete()

    def draft(self, files: list[tuple[str, bytes]]) -> dict[str, Any]:
        with self.there() as there:
            turn = there.call("POST", "/documents", files=[("files", each) for each in files])
            return {
                "facts": there.call("GET", "/chain")["facts"],
                "conflicts": turn["conflicts"],
                "findings": there.call("GET", "/findings")["findings"],
                "markdown": there.call("GET", "/report", params={"format": "md"})["text"],
            }


class There:
    """One assessment on the server, begun for a case: a talk, or facts put by hand."""

    def __init__(self, remote: Remote) -> None:
        made = remote.call("POST", "/sessions", json={})
        self._remote, self._where, self._token = remote, f"/sessions/{made['id']}", made["token"]
        remote._begun[self._where] = self

    def call(self, method: str, path: str, **rest: Any) -> dict[str, Any]:
        return self._remote.call(method, f"{self._where}{path}", self._token, **rest)

    def delete(self) -> None:
        self.call("DELETE", "")
        self._remote._begun.pop(self._where, None)

    def say(self, text: str) -> dict[str, Any]:
        return self.call("POST", "/turns", json={"say": text})

    def put(self, facts: Sequence[Mapping[str, Any]]) -> None:
        """Sets facts by hand; what was asked and is answered by them makes room for the next question."""
        if facts:
            plain = [{k: f[k] for k in FACT if f.get(k) is not None} for f in facts]
            self.call("PUT", "/facts", json={"facts": plain})

    def asked(self) -> str | None:
        found: str | None = self.call("GET", "")["asked"]
        return found

    def findings(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.call("GET", "/findings")["findings"]
        return found

    def facts(self) -> list[dict[str, Any]]:
        """The final chain; the assessment is deleted."""
        found: list[dict[str, Any]] = self.call("GET", "/chain")["facts"]
        self.delete()
        return found


def cited_in(part: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every sentence with its citations, wherever it stands in a part of a report's JSON."""
    if isinstance(part, Mapping):
        if isinstance(part.get("text"), str) and isinstance(part.get("ids"), list):
            yield part["text"], tuple(part["ids"])
        else:
            for each in part.values():
                yield from cited_in(each)
    elif isinstance(part, list):
        for each in part:
            yield from cited_in(each)
