"""The first page: what the organisation depends on, what matters, what to do on Monday, how sure this is.

Templates only. Each sentence carries the ids of what it was built from, and passes the claim gate like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vcassist.assessment.measures import MEASURES
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, field_of, kind_of
from vcassist.report.claims import Evidence, gate
from vcassist.report.evidence import (
    BEST_CHANGE,
    LITTLE_KNOWN,
    UNDECIDED,
    change_line,
    letter_line,
    withheld_line,
)
from vcassist.report.findings_view import PLANNED, field_words
from vcassist.report.model import FactRow, FindingGroup, Letter, Question, Removed, Sentence, Summary, WhatIf
from vcassist.report.narrative_chain import NAMED_AT_MOST, depends_on
from vcassist.report.words import clean, listed, plural, stop

MATTERS_AT_LEAST, MATTERS_AT_MOST = 3, 5
Bullet = tuple[Sentence, ...]


def summary(
    chain: Chain,
    register: Register,
    risks: Sequence[FindingGroup],
    counts: Mapping[str, int],
    questions: Sequence[Question],
    letters: Sequence[Letter],
    evidence: Evidence,
    what_ifs: Sequence[WhatIf] = (),
) -> tuple[Summary, tuple[Removed, ...]]:
    """The first page, every sentence through the claim gate; and what the gate removed."""
    removed: list[Removed] = []

    def kept(sentences: Iterator[Sentence]) -> Bullet:
        stay, out = gate(sentences, evidence)
        removed.extend(out)
        return stay

    top = what_matters(risks)
    depends = [kept(bullet) for bullet in depends_on(chain, register)]
    matters = [(group.label, kept(_matter(group, chain, register))) for group in top]
    monday = kept(_monday(top, questions, letters, what_ifs))
    sure = kept(_sureness(counts))
    return Summary(tuple(b for b in depends if b), tuple(matters), monday, sure), tuple(removed)


def what_matters(risks: Sequence[FindingGroup]) -> list[FindingGroup]:
    """The three to five risks of the first page: the critical and high ones, filled up from below to three."""
    grave = [g for g in risks if g.severity in ("critical", "high")]
    return list(risks[: min(max(len(grave), MATTERS_AT_LEAST), MATTERS_AT_MOST)])


def _matter(group: FindingGroup, chain: Chain, register: Register) -> Iterator[Sentence]:
    ids = tuple(item.id for item in group.items)
    yield Sentence(group.statement, ids)
    kind = kind_of(group.items[0].component)
    if len(group.items) > 1 or (kind != "chain" and len(chain.components(kind)) > 1):
        yield Sentence(
            f"It concerns {listed([i.component_title for i in group.items], 6)}.", (f"count:{group.rule}", *ids)
        )
    rows = [row for item in group.items for row in item.facts if row.status == "withheld" and row.by == "supplier"]
    hidden = list(dict.fromkeys(field_words(row.ref, chain) for row in rows))
    if hidden:
        # Who withholds it was not said: it may be the seller, and not the maker who is named for the part.
        yield Sentence(withheld_line(hidden), (f"withheld:{group.rule}", *ids))
    elif kind == "chain":
        yield from _who(group, chain, register)
    reasons = list(dict.fromkeys(r for item in group.items for r in item.reasons if r not in item.lighter))
    if reasons:
        yield Sentence(f"What weighs on it: {stop('; '.join(reasons[:2]))}", ids)
    said = [row for item in group.items for row in item.facts if row.quote.strip() and not row.borrowed]
    # A bare name says less than what was said about it, and a bare "no" less than the sentence before it.
    telling = [row for row in said if row.field not in ("supplier", "name", "country") and _tells(row.quote)]
    # That a phone number goes in makes a missing legal basis matter; what was said of the basis is what is missing.
    telling.sort(key=lambda row: not _lacking(row))
    quoted = telling[0] if telling else None
    if quoted:
        yield Sentence(f"In your words: “{clean(quoted.quote)}”.", (quoted.ref,))


def _tells(quote: str) -> bool:
    """More than a yes, a no or "don't know": three words, or any words in a script that sets no spaces."""
    return len(quote.split()) > 2 or not quote.isascii()


def _lacking(row: FactRow) -> bool:
    """True for an answer that a measure could better: no fallback, no consent."""
    better = MEASURES.get(field_of(row.ref).key, {})
    return bool(better) and row.status == "known" and row.raw not in better


def _who(group: FindingGroup, chain: Chain, register: Register) -> Iterator[Sentence]:
    """A finding on the whole chain names nobody: the suppliers among its facts do."""
    rows = [
        row for item in group.items for row in item.facts if row.ref.endswith(".supplier") and row.status == "known"
    ]
    names = {clean(register.canonical(str(chain.value(row.ref)))): row.ref for row in rows if row.raw != "self"}
    if 0 < len(names) <= NAMED_AT_MOST:
        yield Sentence(
            f"{listed(list(names))} {'stands' if len(names) == 1 else 'stand'} behind it.", tuple(names.values())
        )


def _monday(
    top: Sequence[FindingGroup], questions: Sequence[Question], letters: Sequence[Letter], what_ifs: Sequence[WhatIf]
) -> Iterator[Sentence]:
    """The easier of the plan's steps on each thing that matters; the letter with most that was asked in vain; the question that settles most."""
    seen = set()
    for group in top:
        # Later advice may build on the first, and stands in no plan.
        easy = sorted(group.mitigations[:PLANNED], key=lambda m: ("low", "medium", "high").index(m.effort))
        if easy and easy[0].first_step not in seen:
            seen.add(easy[0].first_step)
            yield Sentence(
                f"{stop(easy[0].do)} First step: {stop(easy[0].first_step)}", tuple(item.id for item in group.items)
            )
    if what_ifs:
        yield Sentence(change_line(what_ifs[0]), (BEST_CHANGE,))
    if letters:
        at = max(range(len(letters)), key=lambda n: (letters[n].asked_in_vain, len(letters[n].questions)))
        yield Sentence(letter_line(letters[at], len(letters)), (f"letter:{at + 1}",))
    if len(top) < MATTERS_AT_LEAST and questions:
        yield Sentence(f"Find an answer to this question first: “{questions[0].text}”", ("count:questions",))


def _sureness(counts: Mapping[str, int]) -> Iterator[Sentence]:
    answered = f"{counts['known']:,} {_are(counts['known'])}" if counts["known"] else "none is"
    yield Sentence(
        f"Of {plural(counts['all'], 'question')} about this chain, {answered} answered.", ("count:statuses",)
    )
    rest = (
        ("unknown", "not known to you"),
        ("withheld", "withheld"),
        ("not_applicable", "not applicable"),
        ("unasked", "not asked yet"),
    )
    parts = [f"{counts[key]:,} {_are(counts[key])} {words}" for key, words in rest if counts[key]]
    if parts:
        lead = "The other" if len(parts) == 1 else "Of the others,"
        yield Sentence(f"{lead} {listed(parts)}.", ("count:statuses",))
    yield Sentence(
        f"{plural(counts['risks'], 'risk')} {_was(counts['risks'])} found, {_none_or(counts['undecided'])} undecided "
        f"and {_none_or(counts['clear'])} ruled out.",
        ("count:findings",),
    )
    if counts["undecided"]:
        yield Sentence(UNDECIDED, ("count:findings",))
    if counts["known"] * 3 < counts["all"]:
        yield Sentence(LITTLE_KNOWN, ("count:statuses",))


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _none_or(number: int) -> str:
    return f"{number:,} {_are(number)}" if number else "none is"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
