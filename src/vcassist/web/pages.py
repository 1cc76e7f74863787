"""The ground of all pages: templates, static files, the page for an error, and the list of places."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.templating import Jinja2Templates

from vcassist.assets import folder
from vcassist.errors import NotReady, VcassistError
from vcassist.web import words
from vcassist.web.compression import takes_gzip

MEDIA = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@lru_cache(maxsize=1)
def templates() -> Jinja2Templates:
    """Jinja2 with autoescape for every file, our filters, and static addresses that change with their content."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(folder("web") / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals["static"] = static_url
    made.filters["day"] = words.day
    made.filters["markdown"] = words.from_markdown
    made.filters["country"] = words.country_name
    made.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    return Jinja2Templates(env=made)


def page(request: Request, name: str, status: int = 200, /, **data: Any) -> Response:
    """One page. ``part`` templates are asked for by htmx and by our own script."""
    read_only = getattr(request.state, "role", "owner") == "read"
    return templates().TemplateResponse(request, name, {"read_only": read_only, **data}, status)


def refused(request: Request, name: str, error: VcassistError, /, **data: Any) -> Response:
    """A page that comes back with what stood against it: ``problem`` in it, and the error's status and headers."""
    from vcassist.web.problems import problem_of

    response = page(request, name, error.status, **data, problem=problem_of(error))
    response.headers.update(error.headers)
    return response


def is_part(request: Request) -> bool:
    """True when a script asked for a piece of a page to put in place."""
    return request.headers.get("hx-request") == "true"


def see(address: str) -> Response:
    """Redirects after a form was taken in, so that reloading does not send it again."""
    return RedirectResponse(address, 303)


def error_page(request: Request, problem: dict[str, Any], headers: Any = None, again: Any = None) -> Response:
    """A page for an error, in the error's own words; ``again`` is a form to be sent once more (see ``limits.kept_form``)."""
    name = "error-part.html" if is_part(request) else "error.html"
    response = page(request, name, problem["status"], problem=problem, again=again)
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response


# --- static files -----------------------------------------------------------------------------------------------------


@cache
def _static_file(name: str) -> tuple[bytes, bytes, str] | None:
    """(content, the same compressed, digest) of a static file, or None."""
    path = _path(name)
    if path is None or not path.is_file():
        return None
    content = path.read_bytes()
    return content, gzip.compress(content, mtime=0), hashlib.sha256(content).hexdigest()[:12]


def _path(name: str) -> Path | None:
    if name == "htmx.min.js":
        package = find_spec("js_lib_htmx")
        if package is None or not package.submodule_search_locations:
            raise NotReady("The package django-js-lib-htmx is not installed.", "", "Install vcassist again.")
        return Path(next(iter(package.submodule_search_locations))) / "static" / "htmx" / name
    if "/" in name or name.startswith(".") or name.rpartition(".")[2] not in MEDIA:
        return None
    return folder("web") / "static" / name


def static_url(name: str) -> str:
    found = _static_file(name)
    return f"/static/{name}?v={found[2]}" if found else f"/static/{name}"


async def static(request: Request) -> Response:
    name = request.path_params["name"]
    found = _static_file(name)
    if found is None:
        from starlette.exceptions import HTTPException

        raise HTTPException(404)
    content, small, digest = found
    headers = {"ETag": f'"{digest}"', "Vary": "Accept-Encoding", "Cache-Control": "public, max-age=3600"}
    if request.query_params.get("v") == digest:
        headers["Cache-Control"] = "public, max-age=31536000, immutable"
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if takes_gzip(request.headers.get("accept-encoding", "")):
        headers["Content-Encoding"] = "gzip"
        content = small
    return Response(content, headers=headers, media_type=MEDIA[name.rpartition(".")[2]])


def add_pages(web: FastAPI) -> None:
    """All places that people go to."""
    from vcassist.web import (
        pages_asked,
        pages_compare,
        pages_documents,
        pages_egress,
        pages_facts,
        pages_glossary,
        pages_links,
        pages_map,
        pages_register,
        pages_report,
        pages_settings,
        pages_start,
        pages_talk,
        pages_whatif,
        pages_why,
    )

    web.add_route("/static/{name:path}", static, include_in_schema=False)
    for place in (
        pages_start,
        pages_talk,
        pages_map,
        pages_facts,
        pages_report,
        pages_why,
        pages_whatif,
        pages_compare,
        pages_settings,
        pages_links,
        pages_asked,
        pages_egress,
        pages_documents,
        pages_glossary,
        pages_register,
    ):
        web.include_router(place.router, include_in_schema=False)
