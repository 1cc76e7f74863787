"""The register to browse: who is known publicly to rest on whom, up to the foundry, with source and date."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from vcassist.assessment.register import Register, Supplier
from vcassist.web.entities import (
    KIND_WORDS,
    UPSTREAM,
    Entity,
    Step,
    address_of,
    entity_at,
    kind_of_entity,
    owner_of,
    search_entities,
    start_of,
    step,
)
from vcassist.web.pages import is_part, page
from vcassist.web.parts import TheApp

router = APIRouter()
ENDS = ("foundry", "lithography")


def ways_up(register: Register, start: Supplier | None) -> list[list[Step]]:
    """The shortest way to each foundry and maker of lithography machines that an entity rests on in the end."""
    if start is None:
        return []
    ways = []
    for end, edges in register.reached(start, UPSTREAM).items():
        if set(register.suppliers[end].roles) & set(ENDS):
            steps, here = [], start
            for edge in edges:
                made = step(register, here, edge)
                if made is None:
                    break
                steps.append(made)
                here = made.end
            ways.append(steps)
    return sorted(ways, key=lambda way: (len(way), way[-1].end.name))


def facts_of(register: Register, entity: Entity) -> list[tuple[str, str]]:
    """What the register says of an entity itself, as (label, words)."""
    rows: list[tuple[str, str]] = []
    for label, name in (
        ("Also called", "aliases"),
        ("Brands", "brands"),
        ("Part played", "roles"),
        ("Weights", "weights"),
        ("Licence", "licence"),
        ("Works on", "modality"),
        ("Released", "released"),
        ("Generates", "generates"),
        ("Export", "export"),
        ("Export rule", "export_basis"),
        ("Note", "note"),
        ("Not disclosed", "undisclosed"),
        ("In dispute", "disputed"),
    ):
        value: Any = getattr(entity, name, "")
        text = ", ".join(value) if isinstance(value, tuple) else str(value)
        if text:
            rows.append((label, text.replace("_", " ")))
    return rows


@router.get("/register")
def register_list(
    request: Request, app: TheApp, q: Annotated[str, Query(max_length=200)] = "", kind: str = ""
) -> Response:
    register = app.register
    rows = [
        {"at": address, "name": e.name, "kind": KIND_WORDS[kind_of_entity(e)], "by": _by(register, e)}
        for address, e in search_entities(register, q)
        if not kind or kind_of_entity(e) == kind
    ]
    name = "register-results.html" if is_part(request) else "register.html"
    return page(request, name, q=q.strip(), kind=kind, kinds=KIND_WORDS, rows=rows, as_of=register.as_of)


def _by(register: Register, entity: Entity) -> str:
    owner = owner_of(register, entity)
    if isinstance(entity, Supplier):
        return ", ".join(role.replace("_", " ") for role in entity.roles)
    return f"by {owner.name}" if owner else ""


@router.get("/register/{address}")
def entity_page(request: Request, app: TheApp, address: str) -> Response:
    register = app.register
    entity = entity_at(register, address)
    owner = owner_of(register, entity)
    start = start_of(register, entity)
    direct = [s for edge in start.edges if (s := step(register, start, edge))] if start else []
    below = [s for who, edge in register.dependants(owner.id) if (s := step(register, who, edge))] if owner else []
    made = [(address_of(e), e.name) for e in _made_by(register, owner)] if isinstance(entity, Supplier) else []
    return page(
        request,
        "entity.html",
        entity=entity,
        kind=KIND_WORDS[kind_of_entity(entity)],
        owner=owner,
        facts=facts_of(register, entity),
        start=start,
        ways=ways_up(register, start),
        direct=direct,
        below=below,
        made=made,
        source=register.sources.get(entity.source),
        country=getattr(entity, "country", "") or (owner.country if owner else ""),
        is_supplier=isinstance(entity, Supplier),
    )


def _made_by(register: Register, owner: Supplier | None) -> list[Entity]:
    """Models, products and chips of a supplier."""
    tables: list[Any] = [*register.models.values(), *register.products.values(), *register.accelerators.values()]
    return sorted((e for e in tables if owner and owner_of(register, e) == owner), key=lambda e: e.name.lower())
