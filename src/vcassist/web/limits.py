"""How often one address and one assessment may ask. What is refused loses no words: the page that says so holds them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from ipaddress import ip_address, ip_network
from typing import Any

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from vcassist.assessment.answers import count_of
from vcassist.errors import VcassistError
from vcassist.settings import Settings
from vcassist.web.counts import Counts, Limit
from vcassist.web.problems import OPERATING

# Answered however often they are asked for: what looks after the server, and what every page loads.
FREE = ("/static/", *OPERATING)
# Beginnings of an assessment, which store something before anybody showed a key.
BEGINNINGS = frozenset({"/begin", "/import", "/example", "/api/v1/sessions", "/api/v1/sessions/import"})
# Passphrases that are tried with one key of an assessment, and with all its links together. These hold in both modes.
PASSPHRASES, PASSPHRASES_OF_LINKS = "10/15 minutes", "50/15 minutes"
# A form larger than this is not shown again when it is refused.
MOST_KEPT = 100_000


class TooMany(VcassistError):
    """Somebody asks more often than the settings allow. ``headers`` say when to try again."""

    status = 429
    title = "Too many requests for now"

    def __init__(self, what: str, seconds: int) -> None:
        super().__init__(what, "What you wrote is kept.", f"Wait {in_words(seconds)}, then send it again.")
        self.headers = {"Retry-After": str(seconds)}


def in_words(seconds: int) -> str:
    """``40 seconds``, ``3 minutes``: rounded up, so that who waits that long is let in."""
    if seconds < 100:
        return count_of(seconds, "second")
    return f"{math.ceil(seconds / 60)} minutes"


class Limiter:
    """Counts in this process. Which limits are in force follows from the settings."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self._counts = settings, Counts()
        self._of = {"passphrase": PASSPHRASES, "passphrase-links": PASSPHRASES_OF_LINKS}
        if settings.limits_hold:
            self._of |= {
                "address": settings.limit_address,
                "begin": settings.limit_begin,
                "assessment": settings.limit_assessment,
            }

    @cached_property
    def _limits(self) -> Mapping[str, list[Limit]]:
        from limits import parse_many

        return {name: [Limit(p.amount, p.get_expiry()) for p in parse_many(text)] for name, text in self._of.items()}

    def spend(self, name: str, key: str, what: str) -> None:
        """Counts one request. Raises TooMany, with ``what`` as its first sentence, when that is one too many."""
        self._ask(name, key, what, hit=True)

    def look(self, name: str, key: str, what: str) -> None:
        """Raises TooMany where the next request would be one too many, and counts nothing."""
        self._ask(name, key, what, hit=False)

    def _ask(self, name: str, key: str, what: str, *, hit: bool) -> None:
        for limit in self._limits[name] if name in self._of else ():
            if seconds := self._counts.wait(limit, name, key, hit=hit):
                raise TooMany(what, max(1, math.ceil(seconds)))


class Limits:
    """ASGI middleware: each request is counted for the address that it came from, the proxy's word taken where it is trusted."""

    def __init__(self, app: ASGIApp, limiter: Limiter) -> None:
        self.app, self.limiter = app, limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith(FREE):
            try:
                self._count(scope)
            except TooMany as error:
                from vcassist.web.problems import answer_to

                request = Request(scope, receive)
                await (await answer_to(request, error))(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _count(self, scope: Scope) -> None:
        address = network_of(scope["client"][0] if scope.get("client") else "")
        self.limiter.spend("address", address, "Your network address has sent very many requests in a short time.")
        if scope["method"] == "POST" and scope["path"] in BEGINNINGS:
            self.limiter.spend("begin", address, "Very many assessments were begun from your network address.")


def network_of(address: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 network that one household or office has of IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    mapped = found.ipv4_mapped
    return str(mapped) if mapped else str(ip_network((found, 64), strict=False))


async def kept_form(request: Request) -> dict[str, Any] | None:
    """What a refused form held, so that the page can send it again: ``{"action", "fields", "words"}``; None for other requests."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method != "POST" or kind != "application/x-www-form-urlencoded":
        return None
    declared = request.headers.get("content-length", "")
    if not declared.isdigit() or int(declared) > MOST_KEPT:
        return None
    try:
        form = await request.form(max_fields=200)
    except HTTPException:
        return None
    fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    # Passphrases are typed anew, not written into a page.
    if any(name == "passphrase" for name, _ in fields):
        return None
    return {"action": request.url.path, "fields": fields, "words": dict(fields).get("say", "")}
