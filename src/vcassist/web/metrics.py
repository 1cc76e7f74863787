"""Numbers for Prometheus: requests by route, turns, what waits. No contents, no ids: labels are routes, methods and statuses.

With several workers each writes its numbers into a folder of its own kind, and any of them answers for all.
"""

from __future__ import annotations

import os
import time
from functools import cache
from ipaddress import ip_address, ip_network
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vcassist.errors import NotReady
from vcassist.settings import Settings
from vcassist.web.logs import REQUESTS

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

router = APIRouter()
API = "/api/v1"
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)


def for_several(settings: Settings) -> Path:
    """Makes a folder of its own where the workers of this server leave their numbers, and gives it. Before any of them is made.

    Each start has another one, so that a second server on the same data wipes nobody's numbers. Raises NotReady.
    """
    try:
        folder = settings.data / "metrics"
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        made = Path(mkdtemp(prefix="server-", dir=folder))
    except OSError as error:
        raise NotReady(
            "The folder for the numbers of several workers cannot be made.",
            f"{settings.data / 'metrics'}: {error.strerror}.",
            "Give the account that runs vcassist the right to write there.",
        ) from error
    os.environ[FOLDER] = str(made)
    return made


class Numbers:
    """All that is counted."""

    def __init__(self, registry: CollectorRegistry) -> None:
        from prometheus_client import Counter, Gauge, Histogram

        self.requests = Counter(
            "vcassist_requests_total", "Requests answered", ("method", "route", "status"), registry=registry
        )
        self.seconds = Histogram(
            "vcassist_request_seconds",
            "Time until a request was answered whole",
            ("method", "route"),
            buckets=SECONDS,
            registry=registry,
        )
        self.turns = Histogram(
            "vcassist_turn_seconds",
            "Time of a turn with its waiting, by how it ended: stored or failed",
            ("end",),
            buckets=SECONDS,
            registry=registry,
        )
        self.under_way = Gauge(
            "vcassist_turns_under_way",
            "Turns that are read or wait for it",
            multiprocess_mode="livesum",
            registry=registry,
        )
        self.refused = Counter("vcassist_turns_refused_total", "Turns refused as too much at once", registry=registry)
        self.deleted = Counter("vcassist_deleted_by_age_total", "Assessments deleted by their age", registry=registry)


@cache
def registry() -> CollectorRegistry:
    """This process's own registry; of several processes the numbers lie in the common folder instead."""
    from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector

    made = CollectorRegistry()
    for collector in (ProcessCollector, PlatformCollector, GCCollector):
        collector(registry=made)
    return made


@cache
def numbers() -> Numbers:
    return Numbers(registry())


class Measure:
    """ASGI middleware: counts and times each request by its route, and logs it where requests are logged."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        import logging

        begun, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            took = time.perf_counter() - begun
            method, route = method_of(scope), route_of(scope)
            numbers().requests.labels(method, route, str(status)).inc()
            numbers().seconds.labels(method, route).observe(took)
            told = {"method": method, "route": route, "status": status, "ms": round(1000 * took, 1)}
            logging.getLogger(REQUESTS).info("answered", extra=told)


def route_of(scope: Scope) -> str:
    """The route's pattern, such as ``/a/{session_id}``; never the address itself, which may hold anything."""
    path = getattr(scope.get("route"), "path", "")
    if path:
        # A router's own prefix is not in its routes' patterns.
        return f"{API}{path}" if scope["path"].startswith(f"{API}/") and not path.startswith(API) else str(path)
    return "/static" if scope["path"].startswith("/static/") else "none"


def method_of(scope: Scope) -> str:
    known = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
    return scope["method"] if scope["method"] in known else "other"


@router.get("/metrics", include_in_schema=False)
def metrics(request: Request) -> Response:
    """All numbers, in Prometheus's text format, for the addresses that the settings name; to others there is nothing here."""
    settings: Settings = request.app.state.vcassist.settings
    if not _may_see(request.client.host if request.client else "", settings.metrics_from):
        raise HTTPException(404)
    from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

    numbers()
    return Response(generate_latest(_collected()), media_type=CONTENT_TYPE_LATEST)


def _collected() -> Any:
    folder = os.environ.get(FOLDER)
    if not folder:
        return registry()
    from prometheus_client import CollectorRegistry
    from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

    for path in Path(folder).glob("gauge_live*_*.db"):
        pid = int(path.stem.rpartition("_")[2])
        if not _lives(pid):
            mark_process_dead(pid, folder)
    made = CollectorRegistry()
    MultiProcessCollector(made, path=folder)
    return made


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _may_see(address: str, allowed: str) -> bool:
    try:
        caller = ip_address(address)
    except ValueError:
        return False
    networks = [each.strip() for each in allowed.split(",") if each.strip()]
    return any(caller in ip_network(each, strict=False) for each in networks)
