"""Everything a turn needs from outside, chosen in the composition root. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain
from vcassist.chain.fields import FIELDS
from vcassist.interview.outlook import Outlook
from vcassist.interview.ports import Glossary, OfTheTalk, Reader, Speaker, Stated, Touch, Wanted
from vcassist.interview.remarks.told_besides import nothing_learnt

# From this chance on a text is taken to state something.
STATES = 0.5


@dataclass(frozen=True, slots=True)
class Tools:
    """``now`` gives ISO 8601 in UTC, or "" where time does not matter; ``country`` names a country from its code.

    Without a ``speaker`` the templates say everything. ``about`` knows the questions about the talk itself; it raises NotReady or
    StorageTrouble. ``again`` reads earlier messages once more before a question is put, which must cost nothing: no model.
    ``wanted`` tells what a sentence wants of the assistant beside the field that is asked for, or None where it was not learnt.
    ``nearest`` tells how likely a text states something of a field, by its key, the choice that it comes nearest to, and how likely that is.
    ``answers`` tells how likely a message of a sentence or two states each choice of a field, by its key, as the answer to its question, and "" for none;
    nothing where that was not learnt.
    ``stated`` tells which choices of the fields a sentence states by itself, the likeliest first; nothing where that was not learnt.
    ``harms`` tells whether a sentence tells of something that went wrong, in whatever words.
    ``touches`` tells what a message, beside the field that is asked for, does to each of some notes, given by reference and as they are said back;
    nothing where that was not learnt.
    ``spoken_of`` tells of which of some fields a text seems to speak, by their keys, each with how likely that is (0 to 1); as cheap.
    """

    reader: Reader
    glossary: Glossary
    outlook: Outlook
    now: Callable[[], str] = field(default=lambda: "")
    country: Callable[[str], str] = str
    speaker: Speaker | None = None
    about: Callable[[str], OfTheTalk | None] = field(default=lambda question: None)
    again: Reader | None = None
    wanted: Callable[[str, str | None], Wanted | None] = field(default=lambda sentence, asked: None)
    nearest: Callable[[str, str], tuple[float, str, float] | None] = field(default=lambda text, key: None)
    answers: Callable[[str, str], Sequence[tuple[str, float]]] = field(default=lambda say, key: ())
    stated: Callable[[str], Sequence[Stated]] = field(default=lambda sentence: ())
    spoken_of: Callable[[str, Collection[str]], Sequence[tuple[str, float]]] = field(default=lambda text, among: ())
    harms: Callable[[str], bool] = nothing_learnt
    touches: Callable[[str, str | None, Sequence[tuple[str, str]]], Sequence[Touch]] = field(
        default=lambda say, asked, notes: ()
    )

    def states(self, text: str) -> bool:
        """Whether a text seems to state something of the chain."""
        return any(chance >= STATES for _, chance in self.spoken_of(text, FIELDS))

    @property
    def register(self) -> Register:
        return self.outlook.register

    @property
    def rules(self) -> Sequence[Rule]:
        return self.outlook.rules

    def findings(self, chain: Chain) -> tuple[Finding, ...]:
        return assess(chain, self.rules, self.register)
