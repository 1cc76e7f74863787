"""The answers that a field can have, for trying out what they would change. Pure."""

from __future__ import annotations

from typing import Any

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact, field_of

# Stand for whoever and wherever else; no register knows them.
ANOTHER: dict[str, str] = {"entity": "another organisation", "country": "ZZ"}
CPU_ONLY = "CPU only"


def answers_to_try(ref: str, chain: Chain) -> list[Fact]:
    """Answers that could be given: a field's values, or the names and countries that the chain knows already."""
    spec, now = field_of(ref), chain.get(ref)
    if spec.options:
        values: list[Any] = [(v,) if spec.type == "set" else v for v in spec.options]
    elif spec.type in ANOTHER:
        known = {str(f.value) for f in chain.facts.values() if f.status == "known" and f.field.type == spec.type}
        values = [*(("self",) if spec.type == "entity" else ()), *sorted(known - {"self"})]
    else:
        values = []
    answers = [Fact(ref, "known", value) for value in values if now is None or now.value != value]
    return answers if now is not None and now.status == "not_applicable" else [*answers, Fact(ref, "not_applicable")]


def answers_that_stand_for_all(ref: str, chain: Chain, register: Register) -> list[Fact]:
    """Those, and one for all others: an unknown name or country, or what the register knows of chips."""
    spec = field_of(ref)
    more = [ANOTHER[spec.type]] if spec.type in ANOTHER else []
    if spec.key == "compute.accelerator":
        more = [CPU_ONLY, *sorted(chip.name for chip in register.accelerators.values()), "another chip"]
    elif spec.key == "compute.accelerator_vendor":
        vendors = (register.suppliers[v].name for v in register.vendor_foundries if v in register.suppliers)
        more = [*sorted(vendors), *more]
    tried = answers_to_try(ref, chain)
    there = {answer.value for answer in tried} | ({now.value} if (now := chain.get(ref)) else set())
    known = [answer for answer in tried if answer.status == "known"]
    rest = [answer for answer in tried if answer.status != "known"]
    return [*known, *(Fact(ref, "known", value) for value in more if value not in there), *rest]


def told_at_last(ref: str, chain: Chain, register: Register) -> tuple[Fact, Fact]:
    """Two answers, as far apart as they go, that stand for whatever is told about a field that is open now."""
    known = [fact for fact in answers_that_stand_for_all(ref, chain, register) if fact.status == "known"]
    known = known or [Fact(ref, "known", "something")]
    return known[0], known[-1]


def ref_in_words(ref: str, chain: Chain) -> str:
    """``model.weights`` → ``weights of GPT-4o``."""
    return f"{field_of(ref).label} of {chain.title(ref.partition('.')[0])}"


def answer_in_words(ref: str, value: str) -> str:
    """A single value, status or stand-in as people say it."""
    spec = field_of(ref)
    if value == ANOTHER["country"] and spec.type == "country":
        return "another country"
    if value == "self" and spec.type == "entity":
        return "the organisation itself"
    return spec.options.get(value, value.replace("_", " ") if value in ("not_applicable",) else value)


def fact_in_words(fact: Fact) -> str:
    """What a fact says: its values, or that nobody knows, will tell, or need tell."""
    return ", ".join(answer_in_words(fact.ref, v) for v in fact.values) or fact.status.replace("_", " ")


def count_of(number: int, noun: str) -> str:
    """``1 risk``, ``3 risks``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
