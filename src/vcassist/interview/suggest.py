"""Public knowledge that follows from what was said, offered with its source and never asserted. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain
from vcassist.interview.session import Suggestion


def suggestions(chain: Chain, register: Register, refused: frozenset[str] = frozenset()) -> list[Suggestion]:
    """What the register knows about the named models, applications and chips, for fields that are still open."""
    seen: set[str] = set()
    found = []
    for suggestion in _all(chain, register):
        fact = chain.get(suggestion.ref)
        if suggestion.ref in seen or suggestion.ref in refused or (fact is not None and fact.status != "unknown"):
            continue
        seen.add(suggestion.ref)
        found.append(suggestion)
    return found


def _all(chain: Chain, register: Register) -> Iterator[Suggestion]:
    for component in chain.components("model"):
        name = chain.value(f"{component}.name")
        model = register.model(name)
        if model and name:
            cite = _cite(register, model.source)
            as_of = model.as_of if same_version(name, model.name) else ""
            developer = register.suppliers.get(model.developer)
            if developer:
                yield Suggestion(f"{component}.supplier", developer.name, cite, as_of, name)
            if model.weights in ("open", "closed"):
                yield Suggestion(f"{component}.weights", model.weights, cite, as_of, name)
            if model.licence:
                yield Suggestion(f"{component}.licence", model.licence, cite, as_of, name)
    for component in chain.components("application"):
        name = chain.value(f"{component}.name")
        product = register.product(name)
        if product and name:
            cite = _cite(register, product.source)
            maker = register.suppliers.get(product.supplier)
            if maker:
                yield Suggestion(f"{component}.supplier", maker.name, cite, product.as_of, name)
            developer = (
                register.suppliers.get(product.model_developers[0]) if len(product.model_developers) == 1 else None
            )
            if developer and component == chain.first("application"):
                yield Suggestion(f"{chain.first('model')}.supplier", developer.name, cite, product.as_of, name)
    for component in chain.components("compute"):
        name = chain.value(f"{component}.accelerator")
        chip = register.accelerator(name)
        if chip and name and chip.vendor in register.suppliers:
            vendor = register.suppliers[chip.vendor].name
            yield Suggestion(f"{component}.accelerator_vendor", vendor, _cite(register, chip.source), chip.as_of, name)


def same_version(name: str, recorded: str) -> bool:
    """Whether a record is of the version that a name gives: "SAM 2" is found under the record of its family, whose date is older."""
    given, of_record = (set(re.findall(r"\d+(?:\.\d+)*(?![\w.])", text)) for text in (name, recorded))
    return given <= of_record


def _cite(register: Register, source: str) -> str:
    known = register.sources.get(source)
    return f"{known.publisher}: {known.title} ({known.date})" if known else source
