"""What stands in the report and in which order: the front, the map, the knowledge, the findings.

The rest is in ``annexes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vcassist.interview.decisions import state_in_words
from vcassist.report.annexes import annexes, answer_cells
from vcassist.report.blocks import (
    Block,
    Bullets,
    Heading,
    NewPage,
    Run,
    Runs,
    cites,
    para,
    quote,
    run,
    runs_of,
    table,
)
from vcassist.report.chapters import change_blocks, dependence_blocks, drawing_blocks, labels_of
from vcassist.report.drawings import Drawing, drawings
from vcassist.report.model import ComponentView, FactRow, FindingGroup, Report, Sentence
from vcassist.report.words import listed

MANY = 3
ONLY_SHORT = (
    "This is the short version. The full report holds the letters to suppliers, the map, each fact with the words it rests on, and every "
    "risk with its reasons, steps and sources."
)


def contents(report: Report) -> tuple[Block, ...]:
    """All blocks of a report, first page first; of the short version that page alone."""
    if report.short:
        return (*_front(report), para(ONLY_SHORT, role="note"))
    drawn = drawings(report)
    return (
        *_front(report),
        *_map(report, drawn["map"]),
        *_knowledge(report),
        *_risks(report, drawn["matrix"]),
        *_undecided(report),
        *dependence_blocks(report, drawn["bars"]),
        *change_blocks(report, drawn["changes"]),
        *_opportunities(report),
        *annexes(report),
    )


def sentence(report: Report, said: Sentence) -> Runs:
    return (Run(_where(report, said.text)), *_labels(report, report.cites(said)))


def _where(report: Report, text: str) -> str:
    """What a line of the first page says of "this report" is said of the full one in the short version, which holds no more."""
    return text.replace(" in this report", " in the full report") if report.short else text


def _labels(report: Report, labels: Iterable[str]) -> Runs:
    """The labels of the evidence; none in the short version, which has no evidence to point at."""
    return () if report.short else cites(dict.fromkeys(labels))


def _front(report: Report) -> Iterator[Block]:
    page = report.summary
    yield Heading(2, "In one page", "summary")
    if page.spoken:
        yield Heading(3, "In short", "in-short")
        yield para(*_said(report, page.spoken))
        yield para(
            f"Written by the language model {page.spoken_by}. Each sentence was checked against the facts and findings that it "
            "cites; what did not pass is listed under “Evidence”.",
            role="note",
        )
    yield Heading(3, "What the organisation depends on", "depends-on")
    yield Bullets(tuple(_said(report, bullet) for bullet in page.depends_on))
    yield Heading(3, "What matters", "what-matters")
    if not page.matters:
        yield para(
            "No risk is raised on what is known so far. That is not the same as no risk: the open questions say what "
            "is missing."
        )
    titles = {g.label: g for g in report.risks}
    yield Bullets(tuple(_matter(report, titles[label], said) for label, said in page.matters), ordered=True)
    yield Heading(3, "What to do on Monday", "monday")
    yield Bullets(tuple(sentence(report, s) for s in page.monday))
    yield Heading(3, "How sure we are", "sureness")
    yield Bullets(tuple(sentence(report, s) for s in page.sureness))
    yield para(report.origin, role="note")


def _said(report: Report, bullet: Sequence[Sentence]) -> Runs:
    """Several sentences as one bullet, their labels together at its end."""
    labels = (label for s in bullet for label in report.cites(s))
    return (Run(" ".join(s.text for s in bullet)), *_labels(report, labels))


def _matter(report: Report, group: FindingGroup, said: Sequence[Sentence]) -> Runs:
    words: list[Run] = [Run(f"{group.title} ({group.severity}). ", "strong")]
    labels: list[str] = [group.label]
    for s in said:
        words.append(Run(f"{s.text} "))
        labels += report.cites(s)
    return (*words[:-1], Run(words[-1].text.rstrip(), words[-1].style), *_labels(report, labels))


def _map(report: Report, maps: Sequence[Drawing]) -> Iterator[Block]:
    yield NewPage(torn=True)
    yield Heading(2, "The map of the chain", "map")
    if not maps:
        yield para("There is nothing to draw yet: no part of the chain has been described.")
    for drawn in maps:
        yield from drawing_blocks(drawn)


def _knowledge(report: Report) -> Iterator[Block]:
    yield NewPage()
    yield Heading(2, "What is known, unknown and withheld", "knowledge")
    yield para(
        "Part by part, every answer with its number. What is not known is as telling as what is: it is what a supplier or a colleague "
        "should be asked next."
    )
    worded = any(row.quote.strip() for row in report.evidence)
    for view in report.components:
        yield from _component(view, worded)
    if report.not_mentioned:
        yield para(f"Nothing has been said about: {listed(report.not_mentioned)}.", role="note")


def _component(view: ComponentView, worded: bool) -> Iterator[Block]:
    """A table of its facts; without the column of words where nobody's words are known."""
    shown = view.title if view.title.startswith(view.kind_title) else f"{view.title} ({view.kind_title.lower()})"
    yield Heading(3, shown, f"component-{view.id}")
    if view.absent:
        yield para("By what was said, there is none.")
    rows = [
        (
            run(row.topic),
            *answer_cells(row),
            *((_words(row),) if worded else ()),
            (Run(row.label, "cite", row.label),),
        )
        for row in view.rows
    ]
    header = ("About", "Answer", "Status", *(("Words",) if worded else ()), "Fact")
    yield table(f"What is known of {shown}", header, rows, (5, 5, 3, 6, 2) if worded else (6, 8, 4, 2))
    if view.unasked and not view.absent:
        yield para(f"Not asked yet: {', '.join(view.unasked)}.", role="note")


def _words(row: FactRow) -> Runs:
    if not row.quote.strip():
        return (Run(row.source),)
    return (quote(row.quote), Run(f" ({row.source})")) if row.borrowed else (quote(row.quote),)


def _risks(report: Report, matrix: Sequence[Drawing]) -> Iterator[Block]:
    yield NewPage()
    yield Heading(2, "Risks", "risks")
    if not report.risks:
        yield para("No risk is raised on what is known so far. An undecided risk is not an absent one.")
    for drawn in matrix:
        yield from drawing_blocks(drawn)
    told: set[str] = set()
    for group in report.risks:
        yield from _finding(group, told, report.source_of)
    if report.clear:
        yield Heading(3, "Ruled out by what is known", "ruled-out")
        yield para(run(f"{'; '.join(_ruled_out(report))}."))


def _ruled_out(report: Report) -> Iterator[str]:
    """The titles; with the parts where the same risk is found or undecided on others."""
    elsewhere = {g.title for g in report.risks} | {r.title for r in report.undecided}
    for title, where in report.clear:
        yield f"{title} (only for {where})" if title in elsewhere else title


def _finding(group: FindingGroup, told: set[str], source_of: Mapping[str, str]) -> Iterator[Block]:
    """One section. ``told`` holds the glossary terms already explained further up; new ones are added to it.

    ``source_of`` says at which source of the annex a term points.
    """
    yield Heading(3, f"{group.label}. {group.title}", group.label, group.severity)
    yield para(Run(group.statement, "strong"), f" {group.why}")
    yield para(Run("Whom it hurts: " if group.kind == "risk" else "Whom it helps: ", "strong"), group.who)
    yield from _because(group)
    yield para(Run("First steps", "strong"))
    yield Bullets(
        tuple(
            runs_of(f"{m.do} ", Run("First: ", "strong"), f"{m.first_step} (effort: {m.effort}; {m.who})")
            for m in group.mitigations
        )
    )
    yield para(Run("When this would be a false alarm: ", "strong"), group.false_alarm)
    for term in group.terms:
        if term.slug not in told:
            yield para(
                "Glossary: ", Run(term.title, "cite", source_of.get(term.slug, "")), f". {term.definition}", role="note"
            )
    again = [t for t in group.terms if t.slug in told]
    if again:
        names = tuple(
            r
            for n, t in enumerate(again)
            for r in ((Run(", "),) if n else ()) + (Run(t.title, "cite", source_of.get(t.slug, "")),)
        )
        yield para("Glossary, explained above: ", *names, ".", role="note")
    told.update(t.slug for t in group.terms)
    if group.controls:
        yield para(
            "Frameworks: "
            + "; ".join(
                f"{c.framework}, {c.item}" + (f" ({c.text.rstrip('.')})" if c.text else "") for c in group.controls
            )
            + ".",
            role="note",
        )


def _because(group: FindingGroup) -> Iterator[Block]:
    """What made it so, component by component; from the fourth on in a table."""
    for item in group.items[:MANY]:
        about = f" ({item.component_title})" if item.component != "chain" and len(group.items) > 1 else ""
        yield para(
            Run(f"What made it so{about}:", "strong"),
            f" likelihood {item.likelihood} of 4, impact {item.impact} of 4, {item.severity}.",
        )
        yield Bullets(
            (
                *(_fact_line(row) for row in item.facts),
                *(
                    runs_of(f"{'Makes it lighter' if r in item.lighter else 'Weighs on it'}: {r}.")
                    for r in item.reasons
                ),
            )
        )
        if item.decision:
            on, note = (
                f" on {item.decision.at[:10]}" if item.decision.at else "",
                f": {item.decision.note}" if item.decision.note else "",
            )
            yield para(Run("Decision taken: ", "strong"), run(f"{state_in_words(item.decision.state)}{on}{note}"))
    if len(group.items) > MANY:
        rest = [
            (
                run(i.component_title),
                i.severity,
                labels_of(i.facts),
                run(f"{state_in_words(i.decision.state)} {i.decision.note}".strip() if i.decision else ""),
            )
            for i in group.items[MANY:]
        ]
        yield table(
            f"{group.label}: further components", ("Component", "Severity", "Facts", "Decision"), rest, (5, 2, 4, 3)
        )


def _fact_line(row: FactRow) -> Runs:
    said = (Run(": "), quote(row.quote)) if row.quote.strip() else (Run(f" ({row.source})"),)
    return (Run(f"{row.component_title}, {row.topic}: "), run(row.value, "strong"), *said, *cites([row.label]))


def _undecided(report: Report) -> Iterator[Block]:
    risks = [r for r in report.undecided if r.kind == "risk"]
    yield Heading(3, "Undecided: what would decide them", "undecided")
    if not risks:
        yield para("No risk is undecided.")
        return
    rows = [
        (r.title, f"up to {r.severity}", run(_some(r.components)), run(_some([words for _, words in r.missing])))
        for r in risks
    ]
    yield table("Undecided risks", ("Risk", "Severity if raised", "About", "Would be decided by"), rows, (5, 2, 3, 6))


def _some(names: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(names)), 8)


def _opportunities(report: Report) -> Iterator[Block]:
    yield NewPage()
    yield Heading(2, "Opportunities and levers", "opportunities")
    if not report.opportunities:
        yield para("No opportunity shows on what is known so far.")
    told = {term.slug for group in report.risks for term in group.terms}
    for group in report.opportunities:
        yield from _finding(group, told, report.source_of)
    if report.levers:
        yield Heading(3, "Who could move what", "levers")
        yield table(
            "Levers by role",
            ("Who", "What they could do", "About"),
            [
                (lever.role if not n or report.levers[n - 1].role != lever.role else "", lever.text, lever.label)
                for n, lever in enumerate(report.levers)
            ],
            (3, 9, 2),
        )
