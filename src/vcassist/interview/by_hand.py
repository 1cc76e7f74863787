"""What a person does by hand beside talking: sets facts, takes away a part or a single answer. Each is a turn of its own. Pure."""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import Chain, kind_of
from vcassist.errors import BadInput, NotFound
from vcassist.interview.interviewer import next_step
from vcassist.interview.session import Awaiting, Session, Turn, checked_removal
from vcassist.interview.tools import Tools
from vcassist.interview.words import Country, line_for, part_name


def refuse_retired(chain: Chain, refs: list[str]) -> None:
    """Raises BadInput for a reference to a part that was taken away: its id is not given again."""
    for ref in refs:
        component = ref.partition(".")[0]
        if component in chain.retired:
            raise BadInput(
                f"{component} was taken away.",
                "Its name is not given again.",
                f"Undo that while it is the last step, or use {chain.another(kind_of(component))}.",
            )


def removal(session: Session, what: str, number: int, country: Country = str) -> Turn:
    """The turn that takes away a component (``model-2``) or a single fact (``model.weights``); ``note`` says which, in words.

    Raises BadInput for what cannot be taken away, NotFound for what is not in the chain. An answer that was confirmed from public
    records is refused with it, so that it is not offered again at once.
    """
    checked_removal(what)
    chain = session.chain
    gone = [f for ref, f in chain.facts.items() if what in (ref, f.component)]
    if not gone:
        raise NotFound(f"There is no {what} in this chain.", "It may have been taken away already.", "Look at the map.")
    note = part_name(what, chain) if "." not in what else line_for(gone[0], chain, country)
    confirmed = tuple(f.ref for f in gone if f.source == "confirmed")
    return Turn(number, removed=(what,), refused=confirmed, note=note)


def with_question(session: Session, turn: Turn, tools: Tools) -> Turn:
    """The turn with the question that stands; where it settled or took away just what was asked, with the next one."""
    asked = session.awaiting
    if asked is None or not _touched(asked, turn):
        return replace(turn, awaiting=asked, at=tools.now())
    # What was asked is still the topic: the next question keeps to it, as after an answer in words.
    step = next_step(replace(session, turns=(*session.turns, replace(turn, awaiting=asked))), tools)
    return replace(
        step, number=turn.number, facts=turn.facts, conflicts=turn.conflicts, removed=turn.removed, refused=turn.refused,
        note=turn.note, at=tools.now(),
    )  # fmt: skip


def _touched(asked: Awaiting, turn: Turn) -> bool:
    refs = {asked.ref, *asked.offered}
    return any(f.ref == asked.ref for f in turn.facts) or any(
        what == ref or what == ref.partition(".")[0] for what in turn.removed for ref in refs
    )
