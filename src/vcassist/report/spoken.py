"""A summary in a language model's words: what the model is shown, and what of its sentences is kept beside the turns. Pure.

Nothing of it is believed: each sentence passes the claim gate whenever a report is made, and the summary falls away when a fact changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.chain.facts import field_of
from vcassist.report.model import FactRow, Report, Sentence
from vcassist.report.words import clean, means_only

KEPT_AS = "spoken_summary"
MOST_FACTS, MOST_FINDINGS = 40, 8
LONGEST, MOST = 300, 10


@dataclass(frozen=True, slots=True)
class Spoken:
    """``by`` is the model ("provider:model"), ``prompt`` its version, ``facts`` the digest of the chain that it was written on."""

    sentences: tuple[Sentence, ...]
    by: str
    prompt: str
    facts: str


def evidence_lines(report: Report) -> tuple[str, ...]:
    """The report's facts and worst findings, numbered as in the report."""
    facts = [f"{row.label}: {row.component_title}. {_told(row)}" for row in report.evidence[:MOST_FACTS]]
    found = [f"{g.label}: {g.title} ({g.severity} risk). {g.statement}" for g in report.risks[:MOST_FINDINGS]]
    return (*facts, *found)


def _told(row: FactRow) -> str:
    spec = field_of(row.ref)
    label = f"whether {means_only(spec)}" if spec.type == "yesno" else row.field
    return f"{label}: {row.value}"


def cited(report: Report, said: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Sentence, ...]:
    """Sentences whose numbers (F3, R1) are the ids that they stand for; an unknown number stays, and the gate refuses it."""
    ids: dict[str, list[str]] = {}
    for id_, label in report.labels.items():
        ids.setdefault(label, []).append(id_)
    return tuple(Sentence(clean(text), tuple(i for c in cites for i in ids.get(c, [c]))) for text, cites in said)


def spoken_in(extra: Mapping[str, Any], facts: str) -> Spoken | None:
    """The kept summary, if it was written on these very facts; what is not in its form does not count."""
    kept = extra.get(KEPT_AS)
    if not isinstance(kept, Mapping) or kept.get("facts") != facts or not isinstance(kept.get("sentences"), list):
        return None
    sentences = tuple(
        Sentence(clean(item["text"])[:LONGEST], tuple(item["ids"]))
        for item in kept["sentences"][:MOST]
        if isinstance(item, Mapping)
        and isinstance(item.get("text"), str)
        and isinstance(item.get("ids"), list)
        and all(isinstance(i, str) for i in item["ids"])
    )
    return Spoken(sentences, clean(str(kept.get("by"))), clean(str(kept.get("prompt"))), facts)


def with_spoken(extra: Mapping[str, Any], spoken: Spoken) -> dict[str, Any]:
    """What is kept beside the turns, with this summary instead of an earlier one."""
    sentences = [{"text": s.text, "ids": list(s.ids)} for s in spoken.sentences]
    return {**extra, KEPT_AS: {"sentences": sentences, "by": spoken.by, "prompt": spoken.prompt, "facts": spoken.facts}}
