"""Hosted mode: what has to be set before anything is served, and that nothing is served over a line others can read."""

from __future__ import annotations

from ipaddress import ip_network

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vcassist.errors import BadUsage, VcassistError
from vcassist.settings import Settings, is_loopback_host
from vcassist.store.engine import database_url
from vcassist.web.problems import OPERATING

SHORTEST_SECRET = 32
HSTS = "max-age=31536000"


class NotOverHttps(VcassistError):
    """A request to a hosted server over a line that others can read along."""

    status = 403
    title = "Only over https"


def refuse_unsafe(settings: Settings, host: str | None = None) -> None:
    """Raises BadUsage naming everything that has to be set before this can be served. Local mode needs next to nothing.

    ``host`` is the address that is really served at, where it is another than the settings'.
    """
    wrong = _missing(settings)
    host = host or settings.host
    if settings.mode != "hosted" and not is_loopback_host(host):
        wrong.append(
            f"VCASSIST_MODE is local and the address is {host!r}, where others can reach it over plain HTTP: serve at 127.0.0.1, "
            "or set VCASSIST_MODE=hosted with a proxy that speaks TLS in front."
        )
    if wrong:
        raise BadUsage("This is not safe to serve, so it was not started.", " ".join(wrong), "See docs/security.md.")


def _missing(settings: Settings) -> list[str]:
    wrong = []
    if settings.workers > 1 and database_url(settings).startswith("sqlite"):
        wrong.append(
            f"VCASSIST_WORKERS is {settings.workers} and the database is SQLite, which one process should write: "
            "set VCASSIST_DATABASE to a PostgreSQL address, or VCASSIST_WORKERS=1."
        )
    if settings.workers > 1 and not settings.chroma_url:
        wrong.append(
            f"VCASSIST_WORKERS is {settings.workers} and the index is embedded, which one process may open: start "
            "`chroma run` and set VCASSIST_CHROMA_URL to its address, or VCASSIST_WORKERS=1."
        )
    for each in settings.metrics_from.split(","):
        if each.strip() and not _is_narrow(each.strip()):
            wrong.append(f"VCASSIST_METRICS_FROM holds {each.strip()!r}: name an address or a network.")
    if settings.mode != "hosted":
        return wrong
    if len(settings.secret) < SHORTEST_SECRET or len(set(settings.secret)) < 8:
        wrong.append(
            f"Set VCASSIST_SECRET to a random text of {SHORTEST_SECRET} characters or more, such as the output of "
            "`openssl rand -hex 32`."
        )
    if not settings.trusted_proxy:
        wrong.append(
            "Keys would go over plain HTTP: put a proxy that speaks TLS in front and set VCASSIST_TRUSTED_PROXY to the "
            "address that it calls from, such as 127.0.0.1."
        )
    elif bad := [each for each in proxies(settings) if not _is_narrow(each)]:
        wrong.append(f"VCASSIST_TRUSTED_PROXY holds {bad[0]!r}: name the proxy's own address or network.")
    return wrong


def proxies(settings: Settings) -> list[str]:
    return [each.strip() for each in settings.trusted_proxy.split(",") if each.strip()]


def _is_narrow(address: str) -> bool:
    """An address or a network, but not the whole internet."""
    try:
        return ip_network(address, strict=False).prefixlen > 0
    except ValueError:
        return False


class OnlyHttps:
    """ASGI middleware for hosted mode: what did not come over https is refused (what looks after the server aside)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in OPERATING:
            await self.app(scope, receive, send)
            return

        async def with_hsts(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("strict-transport-security", HSTS)
            await send(message)

        if scope["scheme"] == "https":
            await self.app(scope, receive, with_hsts)
            return
        from vcassist.web.problems import problem_response

        refusal = problem_response(
            NotOverHttps(
                "This server answers only over https.",
                "Over plain HTTP others could read your key.",
                f"Open https://{Request(scope).url.hostname or 'this server'} instead.",
            )
        )
        await refusal(scope, receive, send)
