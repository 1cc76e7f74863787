"""The glossary to browse, search and print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.errors import VcassistError
from vcassist.knowledge.glossary import Entry, load_entries
from vcassist.knowledge.lookup import asked_of
from vcassist.web.api_glossary import entry_named
from vcassist.web.pages import is_part, page
from vcassist.web.parts import TheApp

router = APIRouter()
CATEGORIES: Mapping[str, str] = {
    "foundations": "Foundations",
    "data": "Data",
    "models": "Models",
    "infrastructure": "Machines and networks",
    "deployment": "Using AI",
    "trust": "Trust",
    "governance": "Rules and responsibility",
    "sectors": "Fields of work",
}


WORDS_OF_A_QUESTION = 4


ASKS = re.compile(
    r"(?:what|who|whose|how|why|when|where|which|is|are|can|does|do|may|must|should|explain|define)\b", re.I
)


def is_question(query: str) -> bool:
    """Whether it asks something: in enough words, by its first word, or by its mark. Anything else is a word to look up."""
    words = query.split()
    return len(words) >= WORDS_OF_A_QUESTION or (len(words) > 1 and bool(ASKS.match(query))) or query.endswith("?")


def answer_to(app: App, query: str) -> dict[str, Any] | None:
    """An answer with its entries, for a question; None when the glossary does not cover it."""
    if not is_question(query):
        return None
    try:
        answer = app.glossary.answer(query)
    except (VcassistError, ImportError):
        return None
    entries = load_entries()
    cited = [entries[t] for t in dict.fromkeys(c.term for c in answer.citations) if t in entries]
    return {"text": answer.text, "entries": cited} if answer.covered and cited else None


def search_terms(app: App, query: str) -> tuple[list[dict[str, str]], bool]:
    """Entries whose names hold the query, then those near in meaning; and whether anything really fits."""
    entries = load_entries()
    words = query.lower().split()
    named = [
        e
        for e in entries.values()
        if all(any(w in name.lower() for name in (e.title, *e.aliases, *e.acronyms)) for w in words)
    ]
    named.sort(key=lambda e: (not e.title.lower().startswith(query.lower()), e.title.lower()))
    rows = {e.slug: {"slug": e.slug, "title": e.title, "text": e.definition} for e in named[:8]}
    covered = bool(rows)
    try:
        near, sure = app.glossary.search(query, 8)
    except (VcassistError, ImportError):
        # Search by name still works while the index is not there.
        near, sure = [], False
    for p in near:
        if sure and p.term in entries:
            rows.setdefault(p.term, {"slug": p.term, "title": p.title, "text": p.text})
    return list(rows.values())[:10], covered or sure


@router.get("/glossary")
def glossary(request: Request, app: TheApp, q: Annotated[str, Query(max_length=300)] = "") -> Response:
    entries = load_entries()
    groups: dict[str, list[Entry]] = {c: [] for c in (*CATEGORIES, *(e.category for e in entries.values()))}
    for entry in sorted(entries.values(), key=lambda e: e.title.lower()):
        groups[entry.category].append(entry)
    found, covered = search_terms(app, q.strip()) if q.strip() else ([], True)
    answer = answer_to(app, q.strip())
    data: dict[str, Any] = {
        "q": q.strip(),
        "found": found,
        "covered": covered,
        "count": len(entries),
        "answer": answer,
        "in_register": [] if answer else asked_of(q, app.register),
        "groups": [(key, CATEGORIES.get(key, key), shelf) for key, shelf in groups.items() if shelf],
    }
    return page(request, "glossary-results.html" if is_part(request) else "glossary.html", **data)


@router.get("/glossary/{slug}")
def term(request: Request, app: TheApp, slug: str) -> Response:
    entry = entry_named(slug)
    entries = load_entries()
    related = [entries[s] for s in entry.related if s in entries]
    name = "term-part.html" if is_part(request) else "term.html"
    return page(
        request,
        name,
        entry=entry,
        related=related,
        category=CATEGORIES.get(entry.category, entry.category),
        findings=[rule for rule in app.rules if slug in rule.terms],
    )
