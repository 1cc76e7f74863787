"""What nobody asked for and a model that is known by its name refutes: that we made it ourselves, or that its name is its licence. Pure.

"XLM-RoBERTa base, our own weights on top": what was put on top is ours, and the model is its maker's.
"""

from __future__ import annotations

from dataclasses import replace

from vcassist.assessment.register import Register
from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading


def without_what_is_known_otherwise(read: Reading, asked: str | None, register: Register) -> Reading:
    """The same without a licence in the words of a model's name, and without ourselves as the maker of a model that the register knows."""
    names = [p for p in read.proposals if field_of(p.ref).key == "model.name" and p.start is not None]
    known = {p.ref.partition(".")[0] for p in names if register.model(str(p.value)) is not None}

    def is_refuted(p: Proposal) -> bool:
        key = field_of(p.ref).key
        if key == "model.licence" and p.start is not None:
            return any(p.touches(n.start or 0, n.end or 0) for n in names)
        return key == "model.supplier" and p.value == "self" and p.ref.partition(".")[0] in known

    kept = tuple(p for p in read.proposals if p.ref == asked or not is_refuted(p))
    return read if kept == read.proposals else replace(read, proposals=kept)
