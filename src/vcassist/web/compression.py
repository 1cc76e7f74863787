"""Compresses pages for browsers that take it, where the length of the answer can tell nobody a secret.

The length of a compressed answer tells how much two texts in it are alike. Who watches the line and can put text of their own
beside a secret could guess it piece by piece (the attack called BREACH). So these stay as they are: a page that shows a key of
an assessment, any answer to an address with a query, which another site's link could choose, and any answer to a form. What is
compressed gets a random length on top, against text that came in and was stored, such as a colleague's answer.
"""

from __future__ import annotations

import secrets
from gzip import GzipFile
from io import BytesIO

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What is smaller fits into one packet anyway.
SMALLEST = 1000
MOST_PADDING = 100
LEVEL = 6
_SHOWS_KEY = "shows_key"


def shows_key(request: Request) -> None:
    """Notes that the answer to a request holds a key of an assessment."""
    setattr(request.state, _SHOWS_KEY, True)


def takes_gzip(accepted: str) -> bool:
    """Whether an ``Accept-Encoding`` names gzip and does not rule it out with ``q=0``."""
    for part in accepted.lower().split(","):
        name, _, quality = part.replace(" ", "").partition(";q=")
        if name == "gzip":
            return quality.strip("0.") != "" or not quality
    return False


def padded_gzip(content: bytes) -> bytes:
    """The content compressed, with a file name of random length in the gzip header, which every reader skips."""
    out = BytesIO()
    padding = secrets.token_hex(MOST_PADDING)[: 1 + secrets.randbelow(MOST_PADDING)]
    with GzipFile(padding, "wb", LEVEL, out, mtime=0) as file:
        file.write(content)
    return out.getvalue()


class Compress:
    """ASGI middleware. Only whole pages: what comes in pieces (events, files) is handed on piece by piece."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["query_string"]:
            await self.app(scope, receive, send)
            return
        wanted = takes_gzip(Headers(scope=scope).get("accept-encoding", ""))
        state = scope.setdefault("state", {})
        start: Message | None = None

        async def smaller(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_page(message):
                start = message
                return
            if start is not None:
                headers, body = MutableHeaders(scope=start), message.get("body", b"")
                headers.add_vary_header("Accept-Encoding")
                whole = not message.get("more_body") and len(body) >= SMALLEST
                if wanted and whole and not state.get(_SHOWS_KEY):
                    message = {**message, "body": padded_gzip(body)}
                    headers["content-encoding"] = "gzip"
                    headers["content-length"] = str(len(message["body"]))
                begun, start = start, None
                await send(begun)
            await send(message)

        await self.app(scope, receive, smaller)


def _is_page(message: Message) -> bool:
    headers = Headers(scope=message)
    return (
        message["status"] == 200
        and headers.get("content-type", "").startswith("text/html")
        and "content-encoding" not in headers
    )
