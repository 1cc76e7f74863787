"""Whose part somebody plays follows from what they told: who runs a tool in their own work uses AI, and who wrote it builds AI too. Pure.

So nobody is asked "what is your part?" who said that they use a tool and who made it. The words that tell who made it are shown for it, and
it is set right with them. Whoever pays for others' tools, or oversees them, speaks of no tool of their own: they are asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.heard import Heard
from vcassist.interview.looking_back import was_there
from vcassist.interview.session import Session

PART = "organisation.ai_role"
MADE_BY, STAGE = "application.sourcing", "application.lifecycle"
RUNNING = frozenset({"pilot", "in_use", "retired"})
_PARTS: dict[str, tuple[str, ...]] = {
    "vendor": ("deployer",),
    "in_house": ("deployer", "developer"),
    "both": ("deployer", "developer"),
}
# Who tells of the tools of others: a funder, an overseer, an adviser, a supplier.
_OF_OTHERS = re.compile(
    r"\b(?:fund(?:s|ed|ing|er|ers)?|financ(?:e|es|ed|ing)|donors?|sponsor\w*|grants?|grantees?|overs(?:ee|ees|aw|eeing|ight)|supervis(?:e|es|ed|ing)|regulat\w+|inspect(?:s|ed|ing|ors?|orate)?|audit\w*|watchdog|advis(?:e|es|ed|ing|ers?|ory)|consultants?|on behalf of (?:a|our) (?:client|partner|customer)s?|our clients use|we (?:sell|supply|provide|licen[cs]e))\b",
    re.I,
)


def with_the_part_played(heard: Heard, said: str, session: Session, number: int) -> Heard:
    """The same with the organisation's part, where this message completes what it follows from, or sets right what it followed from."""
    told = {f.ref: f for f in heard.facts}
    shown = told.get(MADE_BY) or told.get(STAGE)
    if shown is None or PART in told or PART in heard.refused:
        return heard
    chain = session.chain
    noted = chain.get(PART)
    if noted is not None and not _followed(noted, chain):
        return heard
    made, stage = (told[ref] if ref in told else chain.get(ref) for ref in (MADE_BY, STAGE))
    if made is None or stage is None or stage.value not in RUNNING:
        return heard
    # Who does not know who made it did not make it.
    part = _PARTS["vendor"] if made.open else _PARTS.get(str(made.value))
    if part is None or (noted is None and was_there(session, PART)) or _speaks_of_others(said, session):
        return heard
    fact = Fact(PART, "known", part, shown.quote, shown.start, shown.end, number)
    if noted is None:
        return replace(heard, facts=(*heard.facts, fact))
    if noted.says_the_same(fact):
        return heard
    return replace(heard, facts=(*heard.facts, fact), replaced=(*heard.replaced, (noted, fact)))


def _followed(part: Fact, chain: Chain) -> bool:
    """Whether a noted part was not told by itself: its words are those of an answer that it follows from."""
    facts = (chain.get(ref) for ref in (MADE_BY, STAGE))
    return any(f is not None and (f.turn, f.start, f.end) == (part.turn, part.start, part.end) for f in facts)


def _speaks_of_others(said: str, session: Session) -> bool:
    return any(_OF_OTHERS.search(text) for text in (said, *(t.said for t in session.live)))
