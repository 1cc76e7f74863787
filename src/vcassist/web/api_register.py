"""The API's register: what is publicly known of suppliers, models, products and chips, with source and date."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query

from vcassist.assessment.register import Register
from vcassist.web.entities import Entity, entity_at, kind_of_entity, search_entities, steps_up
from vcassist.web.parts import OPEN_READS, TheApp
from vcassist.web.schemas import Entities, EntityOut

router = APIRouter(tags=["register"])


def as_data(register: Register, address: str, entity: Entity) -> dict[str, Any]:
    source = register.sources.get(entity.source)
    shown = (
        {"title": source.title, "publisher": source.publisher, "date": source.date, "url": source.url}
        if source
        else None
    )
    return {**asdict(entity), "id": address, "kind": kind_of_entity(entity), "source": shown}


@router.get("/register", response_model=Entities, responses=OPEN_READS)
def list_entities(app: TheApp, query: Annotated[str, Query(max_length=200)] = "") -> dict[str, Any]:
    """Entities by name, alias or brand; all of them without a query."""
    register = app.register
    return {"entities": [as_data(register, a, e) for a, e in search_entities(register, query)], "as_of": register.as_of}


@router.get("/register/{entity_id}", response_model=EntityOut, responses=OPEN_READS)
def get_entity(app: TheApp, entity_id: str) -> dict[str, Any]:
    """One entity with its way up the supply chain, level by level; each edge has its source and date."""
    entity = entity_at(app.register, entity_id)
    upstream = [
        [{"from": s.start.id, "to": s.end.id, **asdict(s.edge)} for s in level]
        for level in steps_up(app.register, entity)
    ]
    return {**as_data(app.register, entity_id, entity), "upstream": upstream}
