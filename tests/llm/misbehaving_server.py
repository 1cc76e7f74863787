"""A loopback server that speaks the OpenAI chat protocol and misbehaves as told, one behaviour a request."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

WORDS = ["The model ", "you use ", "is closed."]
GOOD = {"facts": [{"ref": "model.name", "quote": "GPT-4o", "status": "known", "value": "GPT-4o"}], "intent": "answer"}


class MisbehavingServer:
    """``behaviours`` are used one a request, the last for ever; ``requests`` keeps each request's path, headers and body.

    A behaviour is a name ("good", "hang", "drip", "429", "401", "500", "redirect", "not json", "truncated", "prose", "wrong shape",
    "empty", "drop", "good stream", "held stream", "cut stream", "dropped stream"), an object to answer with, or a tuple of pieces to stream. A held stream waits after
    its first piece until ``heard`` is set. ``bodies`` keeps what came in as it came.
    """

    def __init__(self, *behaviours: Any) -> None:
        self.behaviours: Sequence[Any] = behaviours or ("good",)
        self.requests: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.bodies: list[bytes] = []
        self.heard = threading.Event()
        self.closing = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                try:
                    shown = json.loads(body or b"{}")
                except ValueError:
                    shown = {}
                outer.bodies.append(body)
                number = len(outer.requests)
                outer.requests.append((self.path, dict(self.headers), shown))
                outer._behave(self, outer.behaviours[min(number, len(outer.behaviours) - 1)])

            do_GET = do_POST

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> MisbehavingServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def _behave(self, request: BaseHTTPRequestHandler, how: Any) -> None:
        if isinstance(how, tuple):
            return _stream(request, list(how), ended=True)
        if not isinstance(how, str):
            return _json(request, 200, completion(json.dumps(how)))
        status = {"401": 401, "403": 403, "429": 429, "500": 500, "503": 503}.get(how)
        if status:
            headers = {"Retry-After": "0"} if status == 429 else {}
            return _json(
                request,
                status,
                {"error": {"message": "Incorrect API key provided: sk-very-secret", "type": "x"}},
                headers,
            )
        return {
            "good": lambda: _json(request, 200, completion(json.dumps(GOOD))),
            "hang": lambda: self.closing.wait(20),
            "drip": lambda: self._drip(request),
            "redirect": lambda: _json(request, 307, {}, {"Location": "http://127.0.0.1:9/elsewhere"}),
            "not json": lambda: _raw(request, b"<html>gateway</html>", "text/html"),
            "broken json": lambda: _raw(request, b'{"choices": [', "application/json"),
            "truncated": lambda: _json(request, 200, completion('{"facts": [{"ref": "model.na', "length")),
            "half object": lambda: _json(request, 200, completion('{"facts": [{"ref": "model.na')),
            "prose": lambda: _json(request, 200, completion("Sure! Here are the facts you asked for.")),
            "wrong shape": lambda: _json(request, 200, completion('{"facts": "none", "intent": 7}')),
            "a list": lambda: _json(request, 200, completion("[1, 2]")),
            "no content": lambda: _json(request, 200, completion(None)),
            "empty": lambda: _json(request, 200, {"id": "1", "object": "chat.completion", "choices": []}),
            "drop": lambda: request.connection.close(),
            "good stream": lambda: _stream(request, WORDS, ended=True),
            "held stream": lambda: _stream(request, WORDS, ended=True, hold=self.heard),
            "cut stream": lambda: _stream(request, WORDS[:2], ended=False),
            "dropped stream": lambda: _stream(request, WORDS[:2], ended=False, promised=5000),
        }[how]()  # type: ignore[no-any-return]

    def _drip(self, request: BaseHTTPRequestHandler) -> None:
        """Sends a byte now and then, so that no single read ever times out."""
        request.send_response(200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", "1000")
        request.end_headers()
        for _ in range(200):
            if self.closing.is_set():
                return
            try:
                request.wfile.write(b" ")
                request.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)


def completion(content: str | None, reason: str = "stop") -> dict[str, Any]:
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": reason}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "local", "choices": [choice], "usage": usage}


def _raw(
    request: BaseHTTPRequestHandler, body: bytes, kind: str, status: int = 200, headers: dict[str, str] | None = None
) -> None:
    request.send_response(status)
    for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)


def _json(request: BaseHTTPRequestHandler, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
    _raw(request, json.dumps(body).encode(), "application/json", status, headers)


def _stream(
    request: BaseHTTPRequestHandler,
    pieces: list[str],
    *,
    ended: bool,
    promised: int = 0,
    hold: threading.Event | None = None,
) -> None:
    """Pieces as events. ``promised`` bytes are announced and not sent; ``hold`` is waited for after the first piece."""
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    if promised:
        request.send_header("Content-Length", str(promised))
    request.end_headers()
    for at, piece in enumerate([*pieces, ""] if ended else pieces):
        if hold is not None and at == 1:
            hold.wait(20)
        last = ended and at == len(pieces)
        delta = {
            "index": 0,
            "delta": {"role": "assistant", "content": piece},
            "finish_reason": "stop" if last else None,
        }
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "local", "choices": [delta]}
        request.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
    if ended:
        request.wfile.write(b"data: [DONE]\n\n")
