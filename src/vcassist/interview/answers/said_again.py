"""What stands already, said once more beside the question: "It comes from Jobly" is met, and not asked what it means. Pure."""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard, came_to_nothing
from vcassist.interview.meant import stems
from vcassist.interview.ports import Proposal
from vcassist.interview.session import Session
from vcassist.interview.words import shown

# So many words beside what stands say nothing else.
FEW_WORDS = 3


def hardly_more(said: str, fact: Fact) -> bool:
    """Whether a message says what stands, and hardly anything else."""
    return len(_beside(said, fact)) <= FEW_WORDS


def with_what_stands(heard: Heard, said: str, session: Session) -> Heard:
    """The same with the fact that a message says once more, where all that was read in it stands already and it came to nothing."""
    read = heard.reading.proposals
    if not read or heard.reading.intent not in ("answer", "other") or not came_to_nothing(heard):
        return heard
    stand = [_standing(proposal, session) for proposal in read]
    told = [fact for fact in stand if fact is not None]
    if len(told) < len(read) or any(fact.ref == session.asked for fact in told):
        return heard
    nearest = min(told, key=lambda fact: len(_beside(said, fact)))
    return replace(heard, restated=nearest, vague=False) if hardly_more(said, nearest) else heard


def _beside(said: str, fact: Fact) -> set[str]:
    """The words of a message that are not of a fact, as stems."""
    field = fact.field
    own = f"{fact.quote} {shown(fact)} {field.label} {field.question} {' '.join(field.options.values())}"
    return stems(said) - stems(own)


def _standing(proposal: Proposal, session: Session) -> Fact | None:
    """The fact that says the same as what was read; None where there is none."""
    old = session.chain.get(proposal.ref)
    if old is None or old.status != "known" or proposal.status != "known":
        return None
    one, other = str(old.value).casefold(), str(proposal.value).casefold()
    same = old.value == proposal.value or (isinstance(old.value, str) and (one in other or other in one))
    return old if same or (old.field.type == "set" and set(proposal.members) <= set(old.values)) else None
