"""Questions to take to suppliers: one letter a supplier, each open field of its components as a plain question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.interview.to_supplier import OPEN_ANSWERS, TO_SUPPLIER, in_short, kept_by, question_for, ticks_for
from vcassist.report.findings_view import title_of
from vcassist.report.model import Letter, LetterQuestion
from vcassist.report.words import clean

# What concerns everything that a supplier supplies.
OF_NO_ONE_PART = ("monitoring", "governance")
TO_WHOM = "whoever supplies this to you (not named yet)"


def letters(chain: Chain, register: Register, findings: Iterable[Finding] = ()) -> tuple[Letter, ...]:
    """A letter to each outside supplier with something open, in the order of the chain.

    First what was asked and is not known or withheld, then what nobody asked yet, as far as a finding waits for it.
    Components whose supplier is open go to the applications' supplier where they all have the same, else to
    "whoever supplies this". So do a model built into the product and what runs at the supplier's: its maker has no contract with
    the organisation and would not answer it. What belongs to no one part (monitoring, the exit clause) is asked of the supplier of the first
    application that has one.
    """
    behind: dict[str, list[str]] = {}
    orphans: list[str] = []
    bought: list[tuple[str, str]] = []
    for component in chain.all_components():
        if f"{kind_of(component)}.supplier" not in FIELDS or chain.absent(component):
            continue
        fact = chain.get(f"{component}.supplier")
        name = chain.value(f"{component}.supplier")
        if name and name != "self" and _through_the_seller(component, chain):
            bought.append((clean(register.canonical(name)), component))
        elif name and name != "self":
            behind.setdefault(clean(register.canonical(name)), []).append(component)
        elif fact is not None and (fact.status == "unknown" or _supplier_withholds(fact)):
            orphans.append(component)
    apps = [app for app in chain.mentioned("application") if not chain.absent(app)]
    # Only where all applications have one and the same outside supplier is that the one to ask about what nobody named.
    named = dict.fromkeys(
        clean(register.canonical(str(n))) if (n := chain.value(f"{app}.supplier")) else "" for app in apps
    )
    outside = [supplier for supplier in named if supplier not in ("", "self")]
    seller = outside[0] if outside and len(named) == 1 else ""
    for name, component in bought:
        behind.setdefault(seller or name, []).append(component)
    if orphans:
        behind.setdefault(seller or TO_WHOM, []).extend(orphans)
    if outside:
        shared = [c for c in chain.all_components() if kind_of(c) in OF_NO_ONE_PART and not chain.absent(c)]
        behind.setdefault(outside[0], []).extend(shared)
    wanted = frozenset(ref for f in findings if f.verdict == "unknown" for ref in f.missing)
    found = []
    for supplier, components in behind.items():
        asked = [q for c in components for q in _questions(chain, c, wanted)]
        asked.sort(key=lambda q: q.status == "unasked")
        if asked:
            numbered = tuple(replace(q, number=n) for n, q in enumerate(asked, 1))
            supplied = tuple(title_of(c, chain) for c in components if kind_of(c) not in OF_NO_ONE_PART)
            found.append(Letter(supplier, supplied, numbered))
    return tuple(found)


def _through_the_seller(component: str, chain: Chain) -> bool:
    """True for a part that comes inside the product, so that only the product's seller can be asked about it."""
    told = {"model": ("access", "inside_product"), "compute": ("hosting", "vendor_managed")}.get(kind_of(component))
    return told is not None and chain.value(f"{component}.{told[0]}") == told[1]


def _supplier_withholds(fact: Fact) -> bool:
    return fact.status == "withheld" and kept_by(fact) == "supplier"


def _questions(chain: Chain, component: str, wanted: frozenset[str]) -> list[LetterQuestion]:
    found = []
    for spec in fields_of(kind_of(component)):
        ref = f"{component}.{spec.name}"
        fact = chain.get(ref)
        if fact is None and (spec.key not in TO_SUPPLIER or ref not in wanted):
            continue
        hidden = fact is not None and _supplier_withholds(fact)
        if fact is not None and not hidden and (fact.status != "unknown" or spec.key not in TO_SUPPLIER):
            continue
        found.append(
            LetterQuestion(
                ref=ref,
                component=title_of(component, chain),
                status=fact.status if fact else "unasked",
                text=question_for(ref),
                why=spec.reason,
                in_short=in_short(ref),
                ticks=(*ticks_for(ref), *OPEN_ANSWERS),
            )
        )
    return found
