"""The API's glossary: list, search, one entry, and an answer with citations."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from vcassist.errors import NotFound
from vcassist.knowledge.glossary import Entry, load_entries
from vcassist.web.parts import OPEN_READS, OPEN_WRITES, TheApp
from vcassist.web.schemas import Answered, EntryOut, GlossaryResults, Question, Terms

router = APIRouter(tags=["glossary"])


def entry_named(slug: str) -> Entry:
    """Raises NotFound."""
    entry = load_entries().get(slug)
    if entry is None:
        raise NotFound("The glossary has no such entry.", "", "Search the glossary for it.")
    return entry


@router.get("/glossary", response_model=Terms, responses=OPEN_READS)
def list_terms() -> dict[str, Any]:
    """All entries by name."""
    entries = sorted(load_entries().values(), key=lambda e: e.title.lower())
    return {"terms": [{"term": e.slug, "title": e.title, "category": e.category} for e in entries]}


@router.get("/glossary/search", response_model=GlossaryResults, responses=OPEN_READS)
def search_glossary(
    app: TheApp,
    query: Annotated[str, Query(min_length=1, max_length=500)],
    limit: Annotated[int, Query(ge=1, le=50)] = 5,
) -> dict[str, Any]:
    """The entries nearest in meaning, best first, and whether the glossary covers the query at all."""
    found, covered = app.glossary.search(query, limit)
    return {
        "results": [{"term": p.term, "title": p.title, "score": p.score, "passage": p.text} for p in found],
        "covered": covered,
    }


@router.post("/glossary/ask", response_model=Answered, responses=OPEN_WRITES)
def ask_glossary(app: TheApp, body: Question) -> dict[str, Any]:
    """A grounded answer: every sentence comes from the cited entries."""
    answer = app.answer(body.question)
    return {"answer": answer.text, "citations": [c.as_json() for c in answer.citations], "covered": answer.covered}


@router.get("/glossary/{slug}", response_model=EntryOut, responses=OPEN_READS)
def get_term(slug: str) -> dict[str, Any]:
    """One entry. ``body`` is Markdown."""
    e = entry_named(slug)
    sources = [{"title": s.title, "publisher": s.publisher, "date": s.date, "url": s.url} for s in e.sources]
    return {
        "term": e.slug,
        "title": e.title,
        "category": e.category,
        "definition": e.definition,
        "body": e.body,
        "aliases": list(e.aliases),
        "acronyms": list(e.acronyms),
        "related": list(e.related),
        "sources": sources,
    }
