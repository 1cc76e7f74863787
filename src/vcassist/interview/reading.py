"""The gate: a proposal becomes a fact only when its quote is in the message and its value fits the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vcassist.chain.facts import STATUSES, Chain, Fact, checked_value, field_of, kind_of, split_ref
from vcassist.chain.quote import locate
from vcassist.errors import BadInput
from vcassist.interview.ports import Proposal, Reading

MAX_MESSAGE = 20_000
# Whoever leans on a key tells nothing with it.
_EMPTY_LINES = re.compile(r"(?:\n[ \t\r]*){4,}")
_LONG_BLANK = re.compile(r"[ \t\u00a0]{60,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Gated:
    """What passed, and what did not with the reason."""

    facts: tuple[Fact, ...]
    refused: tuple[tuple[Proposal, str], ...]


def clean_message(text: str) -> str:
    """The message as it is stored: NUL bytes and control characters are refused, over-long texts too; of a run of empty lines or of
    blanks that says nothing, a few are kept. Raises BadInput.
    """
    if not text.strip():
        raise BadInput("The message is empty.", "", "Write a sentence, or 'skip' to go on.")
    if _CONTROL.search(text):
        raise BadInput(
            "The message holds control characters.", "They cannot be read as text.", "Paste it as plain text."
        )
    if len(text) > MAX_MESSAGE:
        raise BadInput(
            f"The message has {len(text):,} characters; one may have {MAX_MESSAGE:,}.",
            "",
            "Send it in parts, or give it as a document.",
        )
    return _LONG_BLANK.sub(" ", _EMPTY_LINES.sub("\n\n\n", text))


def present(reading: Reading, chain: Chain) -> Reading:
    """The same without proposals for parts that were taken away: what is said of their kind is about one that there is."""

    def placed(proposal: Proposal) -> Proposal:
        component, _, name = proposal.ref.partition(".")
        return (
            replace(proposal, ref=f"{chain.first(kind_of(component))}.{name}")
            if component in chain.retired
            else proposal
        )

    return replace(reading, proposals=tuple(map(placed, reading.proposals))) if chain.retired else reading


def gate(reading: Reading, message: str, turn: int = 0, source: str = "said") -> Gated:
    """Facts of a reading, at most one a reference: of several proposals the most confident, then the later one, wins."""
    best: dict[str, tuple[float, int, Fact]] = {}
    refused: list[tuple[Proposal, str]] = []
    for at, proposal in enumerate(reading.proposals):
        try:
            fact = _checked(proposal, message, turn, source)
        except BadInput as error:
            refused.append((proposal, str(error)))
            continue
        rank = (proposal.confidence, at, fact)
        if fact.ref not in best or rank[:2] >= best[fact.ref][:2]:
            best[fact.ref] = rank
    facts = sorted((fact for _, _, fact in best.values()), key=lambda f: (f.start or 0, f.end or 0, f.ref))
    return Gated(tuple(facts), tuple(refused))


def _checked(proposal: Proposal, message: str, turn: int, source: str) -> Fact:
    split_ref(proposal.ref)
    if proposal.status not in STATUSES:
        raise BadInput(f"The status {proposal.status!r} does not exist.")
    if not 0.0 <= proposal.confidence <= 1.0:
        raise BadInput("The confidence is not between 0 and 1.")
    if proposal.quote.strip() and not any(c.isalnum() for c in proposal.quote):
        raise BadInput(f"The quote {proposal.quote[:60]!r} holds no word.")
    start, end = proposal.start, proposal.end
    in_message = start is not None and end is not None and 0 <= start < end <= len(message)
    if (
        start is None
        or end is None
        or not in_message
        or not proposal.quote.strip()
        or message[start:end] != proposal.quote
    ):
        found = locate(proposal.quote, message)
        if found is None:
            raise BadInput(f"The quote {proposal.quote[:60]!r} is not in the message.")
        start, end = found
    value = checked_value(proposal.ref, proposal.value) if proposal.status == "known" else None
    return Fact(
        ref=proposal.ref,
        status=proposal.status,
        value=value,
        quote=message[start:end],
        start=start,
        end=end,
        turn=turn,
        by=proposal.by if proposal.status == "withheld" else None,
        source=source,
    )


def merged_set(old: Fact | None, new: Fact) -> Fact:
    """A set fact that adds to what was said before: the union, unless one of the two stands alone ("none")."""
    from vcassist.chain.fields import ALONE

    if old is None or field_of(new.ref).type != "set" or not old.values or not new.values:
        return new
    if ALONE & (set(old.values) | set(new.values)):
        return new
    return replace(new, value=checked_value(new.ref, [*old.values, *new.values]))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with what stands at these places turned into spaces, so that every offset holds."""
    letters: list[str] | None = None
    for start, end in spans:
        # As letters, however many places there are: a text that is put together anew for each takes minutes.
        letters = list(text) if letters is None else letters
        letters[start:end] = " " * (end - start)
    return text if letters is None else "".join(letters)
