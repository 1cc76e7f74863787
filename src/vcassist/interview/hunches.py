"""What a talk notes unasked: a hunch that could be asked about instead is not written down behind somebody's back. Pure.

A document cannot be asked, so there each guess counts that is right more often than not. A person can: what was not plainly said is left
to its own question, which looks for the words that were said before it is put.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import Chain, Value, field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import SENTENCE, around
from vcassist.interview.tools import Tools

# How sure each of these must be (0 to 1) to be noted unasked. In 1,373 messages and 24 interviews by strangers, guesses below were right
# in five of ten; what is not named here was right in eight or nine.
LEAST = {
    "application.affected_people": 0.85,
    "application.tells_people": 0.9,
    "compute.hosting": 0.75,
    "compute.outage_effect": 0.9,
    "data.description": 0.93,
    "data.personal_data": 0.85,
    "data.sensitive_data": 0.8,
    "data.sources": 0.9,
    "data.supplier": 0.85,
    "governance.people_consulted": 0.85,
    "labelling.quality_checked": 0.85,
    "model.access": 0.85,
    "model.adaptation": 0.75,
    "monitoring.update_control": 0.8,
}
# The same for what stands beside an answer to something else: of 432 such values in what 144 people answered, those below were right in half.
# The rest must be as sure as ``PASSING``.
BESIDE = {
    "application.sourcing": 0.7,
    "data.consent": 0.8,
    "data.provenance": 0.95,
    "data.representative": 0.8,
    "data.sensitive_data": 0.9,
    "governance.staff_trained": 0.9,
    "model.tested_locally": 0.9,
    "monitoring.incident_process": 0.9,
}
PASSING = 0.65
# What its own sentence tells by itself is no hunch: with so high a chance the sentence states the very choice, or anything of its matter. In 37
# talks that were looked at 18 choices had been held back, eight of them right, two wrong, and eight of what nobody had asked; this lets seven of
# the right ones through, four of the last and one wrong.
STATED, SPOKEN_OF = 0.5, 0.85
# What others are ("the county council sorts the licences") is less sure to be against what was told of one's own house.
AGAINST = {"organisation.sector": 0.9}
# What is in use is planned no more; "we plan to add a second gateway" is of something else, unless it is told as a correction.
LIFECYCLE, IN_USE = "application.lifecycle", frozenset({"pilot", "in_use"})
_STILL = re.compile(
    r"\b(?:not|no|still|only|never|actually|wrong|correction|sorry)\b|(?:n['’]t|\b(?:is|are|was|were|has|have|had)nt) (?:live|running|in use|started|begun)\b",
    re.I,
)
LABELLERS = "labelling.done_by"
_LABELS = re.compile(
    r"\b(?:label\w*|annotat\w*|tag(?:s|ged|ging)?|categor\w+|mark(?:s|ed|ing)? (?:up|them|it|the))\b", re.I
)
GROWS = 0.9


def by_nothing_else(proposal: Proposal) -> bool:
    """Whether the sentence of what was read tells it by itself, where nothing can tell."""
    return False


def without_hunches(
    reading: Reading, asked: str | None, chain: Chain, by_itself: Callable[[Proposal], bool] = by_nothing_else
) -> Reading:
    """The same without what was guessed of a question that was not put, and not surely enough; what contradicts an answer is asked back.

    ``by_itself``: whether the sentence in which something was read tells it by itself.
    """
    kept = tuple(
        p
        for p in reading.proposals
        if not (_of_nobody(p, asked) or _is_of_others(p, asked, chain) or _steps_back(p, reading, asked, chain))
        and (
            _answers(p, asked)
            or not _is_hunch(p, chain, beside=asked is not None)
            or _contradicts(p, chain)
            or by_itself(p)
        )
    )
    return replace(reading, proposals=kept) if len(kept) < len(reading.proposals) else reading


def told_by_itself(proposal: Proposal, message: str, tools: Tools) -> bool:
    """Whether the sentence of a message in which a choice was read tells it by itself: that choice, or surely something of its matter."""
    spec = field_of(proposal.ref)
    here = around(SENTENCE, message, proposal.start or 0)
    if here is None or proposal.status != "known" or spec.type not in CHOICE_TYPES:
        return False
    text = here[0].strip()
    values = proposal.members or (proposal.value,)
    if any(s.key == spec.key and s.value in values and s.chance >= STATED for s in tools.stated(text)):
        return True
    return any(chance >= SPOKEN_OF for _, chance in tools.spoken_of(text, {spec.key}))


def _of_nobody(proposal: Proposal, asked: str | None) -> bool:
    """Whether that nobody labels anything was read, by the way, in words that speak of no labelling: "nobody's written that down"."""
    key = field_of(proposal.ref).key
    beside = asked is None or not asked.startswith("labelling")
    return (
        key == LABELLERS
        and proposal.value in (("nobody",), ["nobody"])
        and beside
        and not _LABELS.search(proposal.quote)
    )


def _steps_back(proposal: Proposal, reading: Reading, asked: str | None, chain: Chain) -> bool:
    """Whether a plan was read by the way of a tool that is in use already."""
    back = steps_back(chain.value(proposal.ref), proposal.ref, proposal.value, proposal.quote)
    return back and not _answers(proposal, asked) and reading.intent != "correction"


def steps_back(old: Value | None, ref: str, new: Value | None, quote: str) -> bool:
    """Whether a tool that is in use would be planned by words that do not say that it is not in use."""
    return field_of(ref).key == LIFECYCLE and old in IN_USE and new == "planned" and not _STILL.search(quote)


def _is_of_others(proposal: Proposal, asked: str | None, chain: Chain) -> bool:
    """Whether what stands otherwise was read by the way, and not surely enough to be of one's own house."""
    least = AGAINST.get(field_of(proposal.ref).key, 0.0)
    return not _answers(proposal, asked) and _contradicts(proposal, chain) and proposal.confidence < least


def _answers(proposal: Proposal, asked: str | None) -> bool:
    """Whether it answers what was asked, of this part or of another that the message names ("neither of them is labelled")."""
    return asked is not None and field_of(proposal.ref).key == field_of(asked).key


def _contradicts(proposal: Proposal, chain: Chain) -> bool:
    """Whether there is an answer that this is another value of; a set would only grow."""
    return chain.value(proposal.ref) is not None and field_of(proposal.ref).type not in ("set", "text")


def _is_hunch(proposal: Proposal, chain: Chain, *, beside: bool) -> bool:
    spec = field_of(proposal.ref)
    least = LEAST.get(spec.key, 0.0)
    if beside and spec.type in CHOICE_TYPES:
        least = max(least, BESIDE.get(spec.key, PASSING))
    if spec.type == "set" and (fact := chain.get(proposal.ref)) is not None and fact.status == "known":
        # A set that was answered grows only by what is plainly said ("me too" makes nobody affected).
        least = GROWS
    return proposal.status == "known" and proposal.confidence < least
