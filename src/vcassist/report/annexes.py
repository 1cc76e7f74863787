"""The second half of the report: open questions, letters, action plan, evidence, sources, method."""

from __future__ import annotations

from collections.abc import Iterator

from vcassist.interview.decisions import state_in_words
from vcassist.interview.remarks.told_besides import COST, INCIDENT, WEAKNESS, WORDS
from vcassist.interview.to_supplier import END_OF_FORM, FOOT
from vcassist.report.blocks import (
    Ask,
    Block,
    Bullets,
    Form,
    Heading,
    NewPage,
    Run,
    Runs,
    para,
    quote,
    run,
    runs_of,
    table,
)
from vcassist.report.letters import has_no_name
from vcassist.report.model import FactRow, Letter, Question, Report
from vcassist.report.words import STATUS_WORDS, listed

WHY_LETTER = (
    "We use, plan to use or have used your product or service in our work and are mapping what it depends on. Please answer as far as you can; "
    "“we do not disclose this” is an answer too, and we will note it as such. Tick what fits, or answer in your own words "
    "after “Answer:”, and send this file back. Please leave the references in square brackets as they are."
)


def annexes(report: Report) -> tuple[Block, ...]:
    """Everything after the findings."""
    return (
        *_questions(report),
        *_letters(report),
        *_plan(report),
        *_evidence(report),
        *_told_besides(report),
        *_sources(report),
        *_method(report),
    )


def _questions(report: Report) -> Iterator[Block]:
    yield NewPage()
    yield Heading(2, "Open questions", "questions")
    if not report.questions:
        yield para("No question is open.")
        return
    two_ways = "First what was said in two ways, where the first stands until somebody decides; then the "
    yield para(f"{two_ways if report.questions[0].said else 'First the '}questions whose answers settle most.")
    rows = [(q.text, run(listed(q.components, 6)), run(_so_far(q)), str(q.settles), q.reason) for q in report.questions]
    yield table(
        "Open questions",
        ("Question", "About", "So far", "Findings it touches", "Why it is asked"),
        rows,
        (6, 3, 2, 2, 5),
    )


def _so_far(question: Question) -> str:
    """What is known of an open question: its status, or the words that contradict each other."""
    return f"said in two ways: {'; '.join(question.said)}" if question.said else status_words(question.status)


def status_words(status: str) -> str:
    return ", ".join(STATUS_WORDS[s] for s in status.split(" / "))


def _letters(report: Report) -> Iterator[Block]:
    yield NewPage(torn=True)
    yield Heading(2, "Questions to take to suppliers", "letters")
    if not report.letters:
        yield para("There is no question to a supplier: no outside supplier is named, or nothing about them is open.")
    for n, letter in enumerate(report.letters, 1):
        if n > 1:
            yield NewPage(torn=True)
        yield from letter_blocks(report, letter, f"letter-{n}", 3)


def letter_blocks(
    report: Report, letter: Letter, anchor: str, level: int, *, editable: bool = False
) -> Iterator[Block]:
    """One letter with a form: question by question, what can be ticked, and room for the answer."""
    yield Heading(level, f"To {letter.supplier}", anchor)
    yield para(run(f"From: {report.organisation}. About: {listed(list(dict.fromkeys(letter.components)), 8)}."))
    yield para(WHY_LETTER)
    yield para("Answered by (name, date): ______________________________")
    asks = tuple(
        Ask(f"No. {q.number} · {unbracketed(q.component)} · [{q.ref}]", q.text, q.in_short, q.ticks)
        for q in letter.questions
    )
    belongs = f"[assessment: {report.assessment}] " if report.assessment else ""
    # Without a name nobody can be meant by the "we" of the answers.
    by = "" if has_no_name(letter.supplier) else f"[supplier: {unbracketed(letter.supplier)}] "
    foot = f"{FOOT} {by}{belongs}{END_OF_FORM}"
    yield Form(f"Questions to {letter.supplier}", asks, foot, editable)


def unbracketed(text: str) -> str:
    """The text without the brackets that mark references in a form."""
    return run(text.replace("[", "(").replace("]", ")")).text


def _plan(report: Report) -> Iterator[Block]:
    yield NewPage(torn=bool(report.letters))
    yield Heading(2, "Action plan", "plan")
    if not report.actions:
        yield para("No action follows from the findings yet. The open questions come first.")
        return
    yield para("“Who” and “by when” are for you to fill in.")
    rows = [
        (
            (Run(a.label, "cite", a.label), Run(f", {a.severity}")),
            runs_of(f"{a.do} ", Run("First: ", "strong"), a.first_step),
            a.effort,
            a.suggested,
            run(", ".join(map(state_in_words, a.decision.split(", "))) if a.decision else ""),
            a.who,
            a.by_when,
        )
        for a in report.actions
    ]
    header = ("For", "What", "Effort", "Could be done by", "Decision", "Who", "By when")
    yield table("Action plan", header, rows, (3, 14, 3, 5, 3, 4, 3))


# What the subjects of what was told besides are called.
_SUBJECTS = {
    COST: "What it costs",
    INCIDENT: "What went wrong",
    WEAKNESS: "Where it is weak",
    WORDS: "What was to be kept",
}


def _told_besides(report: Report) -> Iterator[Block]:
    """Costs, what went wrong and weak spots, in the words of who told it."""
    if not report.told_besides:
        return
    yield Heading(3, "Told besides the questions", "told-besides")
    yield para(
        "No question asks for this, or no note was taken from it, and no finding rests on it. It was told all the same, and stands here in the words in which it was told."
    )
    rows = [
        (Run(_SUBJECTS[one.subject], "strong"), quote(one.quote), f"turn {one.turn}") for one in report.told_besides
    ]
    yield table("Told besides the questions", ("About", "Words", "Where"), rows, (3, 12, 3))


def _evidence(report: Report) -> Iterator[Block]:
    yield NewPage()
    yield Heading(2, "Evidence", "evidence")
    if not report.evidence:
        yield para("There are no facts yet.")
        return
    worded = any(row.quote.strip() for row in report.evidence)
    words = ", with the words it came from" if worded else ". The words that they came from were not recorded"
    yield para(f"Every fact that this report rests on{words}.")
    rows = [
        (
            Run(row.label, "strong"),
            run(f"{row.component_title}: {row.topic}"),
            *answer_cells(row),
            *((_said(row),) if worded else ()),
            run(row.origin),
        )
        for row in report.evidence
    ]
    header = (
        "No.",
        "About",
        "Answer",
        "Status",
        *(("Words",) if worded else ()),
        "How it came in, and where it stands",
    )
    widths = (2, 5, 4, 3, 6, 6) if worded else (2, 7, 6, 4, 5)
    yield table("Evidence", header, rows, widths, tuple(row.label for row in report.evidence))
    if report.removed:
        yield Heading(3, "Sentences removed by the check", "removed")
        yield Bullets(
            tuple(runs_of(run(r.text, "words"), f" Removed because it {'; '.join(r.reasons)}.") for r in report.removed)
        )


def answer_cells(row: FactRow) -> tuple[Runs, str]:
    """The answer with those before it, and how it stands; what is open is said once."""
    before = (run(f" (before: {'; then '.join(row.replaced)})"),) if row.replaced else ()
    if row.status == "known":
        return (run(row.value, "strong"), *before), STATUS_WORDS["known"]
    return (Run("–"), *before), row.value


def _said(row: FactRow) -> Runs:
    return (quote(row.quote),) if row.quote.strip() else (Run("no words recorded"),)


def _sources(report: Report) -> Iterator[Block]:
    yield Heading(2, "Sources", "sources")
    if not report.sources:
        yield para("No public source was drawn on.")
        return
    rows = [
        (run(s.used_for), (Run(s.title, "link", s.url),) if s.url else (Run(s.title),), s.publisher, s.date)
        for s in report.sources
    ]
    yield table(
        "Public sources",
        ("Used for", "Title", "Publisher", "Date"),
        rows,
        (5, 7, 4, 2),
        [s.anchor for s in report.sources],
    )


def _receipts(report: Report) -> Iterator[Block]:
    if not report.receipts:
        return
    yield Heading(3, "What left the machine", "receipts")
    yield para(
        "Each call to a remote language model. The digest (SHA-256) is of all that was sent; no word of it is kept."
    )
    rows = [
        (r.time, run(r.to), run(r.country), run(f"{r.provider}:{r.model}"), f"{r.bytes}", run(r.digest))
        for r in report.receipts
    ]
    yield table(
        "What left the machine", ("Time", "To", "Country", "Model", "Bytes", "Digest"), rows, (4, 3, 2, 4, 2, 7)
    )


def _method(report: Report) -> Iterator[Block]:
    yield Heading(2, "Method, limits and editions", "method")
    for text in report.method:
        yield para(text)
    yield from _receipts(report)
    yield Heading(3, "Limits", "limits")
    yield Bullets(tuple(runs_of(text) for text in report.limits))
    yield Heading(3, "Editions and digests", "editions")
    yield table(
        "What this report was made with", ("Part", "Edition"), [(k, v) for k, v in report.versions.items()], (2, 8)
    )
    yield para(f"Made on {report.made_at}. {report.stamp}.", role="note")
