"""The interview on paper: every question with its reason, boxes to tick and lines to write on, as a PDF to print."""

from __future__ import annotations

from collections.abc import Iterator

from vcassist.chain.fields import KIND_TITLES, KINDS, Field, fields_of
from vcassist.report.blocks import Ask, Block, Form, Heading, NewPage, para
from vcassist.report.formats.pdf import page
from vcassist.report.model import FactRow, Report

MEDIA_TYPE = "application/pdf"
SUFFIX = "-interview-form.pdf"
NAME, RANK = "Interview form to print (PDF)", 13
TITLE = "Questions about the AI that you use"
HOW = (
    "Answer what you can; leave out what you like. “I do not know” and “they will not tell us” are answers too, and worth having. "
    "Where you use several tools or models, take a further sheet for each. Afterwards, tell the answers to vcassist in the same words."
)
GAPS = ("I do not know", "they will not tell us", "does not apply")


def render(report: Report) -> bytes:
    """One page or more a kind of component; what is known already stands under its question."""
    return page(
        report, TITLE, f"Printed on {report.made_at[:10]}. Filled in by: ____________________", tuple(_blocks(report))
    )


def _blocks(report: Report) -> Iterator[Block]:
    known = {row.ref: row for row in report.evidence}
    yield para(HOW)
    for n, kind in enumerate(KINDS):
        if n:
            yield NewPage(torn=True)
        yield Heading(2, KIND_TITLES[kind], f"kind-{kind}")
        asks = tuple(_ask(number, spec, known.get(spec.key)) for number, spec in enumerate(fields_of(kind), 1))
        yield Form(f"{KIND_TITLES[kind]}: {len(asks)} questions", asks)


def _ask(number: int, spec: Field, row: FactRow | None) -> Ask:
    so_far = f" So far: {row.value}." if row else ""
    several = " (several may fit)" if spec.type == "set" else ""
    ticks = (*spec.options.values(), *GAPS)
    return Ask(
        f"{number}. {spec.reason}{so_far}", f"{spec.question}{several}", "", ticks, 2 if spec.type == "text" else 1
    )
