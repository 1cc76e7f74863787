"""Puts the web application together from one App, and serves it."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from shutil import rmtree
from threading import Thread
from typing import Any

from fastapi import FastAPI

from vcassist import __version__
from vcassist.app import App, open_app
from vcassist.chain.facts import fold
from vcassist.errors import BadUsage, VcassistError
from vcassist.settings import Settings

_log = logging.getLogger("vcassist.web")
_ABOUT = (
    "vcassist maps the AI value chain that an organisation depends on. Every error is `application/problem+json`. "
    "Creating an assessment answers with its token; send it as `Authorization: Bearer …` with everything else."
)


def create_app(app: App, *, warm: bool = False) -> FastAPI:
    """The whole web application. ``warm`` loads reader and glossary in the background once it runs."""
    from anyio.to_thread import current_default_thread_limiter

    from vcassist.web import problems
    from vcassist.web.api_health import Pulses
    from vcassist.web.compression import Compress
    from vcassist.web.desk import MOST_AT_ONCE, Desk
    from vcassist.web.hosting import OnlyHttps
    from vcassist.web.limits import Limiter, Limits
    from vcassist.web.metrics import Measure
    from vcassist.web.security import Guard
    from vcassist.web.sweeping import Sweeper

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # Whoever waits for a turn takes a thread meanwhile; what is quick (a page, a health check) must not wait behind.
        current_default_thread_limiter().total_tokens = MOST_AT_ONCE + 40
        if warm:
            Thread(target=warm_up, args=(app,), name="warm-up", daemon=True).start()
        sweeper = Sweeper(app)
        sweeper.start()
        yield
        sweeper.close()
        web.state.pulses.close()
        web.state.desk.close()

    web = FastAPI(
        title="vcassist",
        version=__version__,
        description=_ABOUT,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
    )
    web.state.vcassist = app
    web.state.desk = Desk(app)
    web.state.pulses = Pulses(app)
    web.state.limiter = Limiter(app.settings)
    # The last one put on is asked first: what the limits refuse still gets the guard's headers.
    web.add_middleware(Compress)
    web.add_middleware(Limits, limiter=web.state.limiter)
    web.add_middleware(Guard)
    if app.settings.mode == "hosted":
        web.add_middleware(OnlyHttps)
    web.add_middleware(Measure)
    problems.install(web)
    _add_routes(web)
    return web


def _add_routes(web: FastAPI) -> None:
    from vcassist.web import (
        api_egress,
        api_findings,
        api_glossary,
        api_health,
        api_links,
        api_register,
        api_sessions,
        metrics,
        pages,
    )

    web.include_router(api_health.router)
    web.include_router(metrics.router)
    for part in (api_sessions, api_links, api_egress, api_findings, api_glossary, api_register):
        web.include_router(part.router, prefix="/api/v1")
    pages.add_pages(web)


def warm_up(app: App) -> None:
    """Loads what the first turn needs, so that it is not slow. What cannot be loaded is told when it is needed."""
    try:
        _ = app.store, app.rules
        # The offline reader opens its model with its first words; nothing leaves and nothing is noted.
        app.reader.read("We use a tool.", None, fold([]))
        app.glossary.search("ready", 1)
        if app.settings.reading != "offline":
            app.assistant.prepare()
    except VcassistError as error:
        _log.warning("%s", error)
    except ImportError as error:
        _log.warning("a part is missing: %s", error.name)
    except Exception as error:
        # A server that is stopped meanwhile takes the threads of what is loading away; a trace would tell nobody anything.
        _log.warning("not ready before the first turn: %s", type(error).__name__)


def serve(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """Serves until stopped. Before anything is served: BadUsage for what is not safe, StorageTrouble for a database out of use."""
    import uvicorn

    from vcassist.web.hosting import proxies, refuse_unsafe
    from vcassist.web.logs import configure_logs
    from vcassist.web.metrics import for_several

    refuse_unsafe(settings, host)
    app = open_app(settings)
    app.store.ready()
    if settings.reading != "offline":
        # A setting that names no model is told before anything is served.
        _ = app.assistant.told
    numbers = for_several(settings) if settings.workers > 1 else None
    configure_logs(settings)
    options: dict[str, Any] = {
        # Who asked and over which line is believed only from the proxy that was named.
        "proxy_headers": bool(settings.trusted_proxy),
        "forwarded_allow_ips": proxies(settings),
        "host": host or settings.host,
        "port": port or settings.port,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "timeout_graceful_shutdown": 10,
        # A worker that says nothing for so long is replaced. One that loads its reader on a busy machine is slow, not dead.
        "timeout_worker_healthcheck": 30,
    }
    where = f"vcassist serves at http://{options['host']}:{options['port']} (stop it with Ctrl+C)"

    def say_where() -> None:
        if settings.log == "json":
            # Every line of the log is an object there.
            _log.info(where)
        else:
            sys.stderr.write(f"{where}\n")

    if numbers is not None:
        say_where()
        try:
            # Each of several processes makes its own application from the environment.
            uvicorn.run("vcassist.web.server:fresh_app", factory=True, workers=settings.workers, **options)
        finally:
            rmtree(numbers, ignore_errors=True)
        return

    class Announced(uvicorn.Server):
        """Says where it serves once it really does."""

        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets=sockets)
            if self.started:
                say_where()

    server = Announced(uvicorn.Config(create_app(app, warm=True), **options))
    with suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        raise BadUsage(f"Nothing is served at {options['host']}:{options['port']}.", "The server did not start.")


def fresh_app() -> FastAPI:
    """The application as one of several processes serves it."""
    from vcassist.web.logs import configure_logs

    app = open_app()
    configure_logs(app.settings)
    return create_app(app, warm=True)
