"""An answer of which the encoder for answers is sure that it states none of the choices is none: it gets its one follow-up. Pure but for its ports.

"We are discreet" does not say that the data is about nobody, and "here and there" not that its origin is unknown. Readers, forms of words and the
nearest choice each find something in such words. Of ten people that nobody had seen, nine first answers that say nothing were noted as a choice;
the encoder was sure of seven that they state none, and of two other answers, one of them a question.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.answers.offered import NO, YES, in_offered_words
from vcassist.interview.chances import LONGEST, chance_of
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.heard import Heard, without_told
from vcassist.interview.meant import stems
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools
from vcassist.interview.turns_of_phrase import PARTLY

_PARTLY = re.compile(rf"\b(?:{PARTLY}|half\b|sometimes\b)", re.I)
# How sure it must be that none is stated, and that it is not what was noted.
STATES_NONE, HARDLY = 0.65, 0.25
# The same where the message sets another note right, or contradicts it.
LIKELIER = 0.15


def without_an_empty_answer(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without the choice that was noted as the answer, where the message states none."""
    awaiting = session.awaiting
    if awaiting is None or not awaiting.is_open:
        return heard
    noted = next((f for f in heard.facts if f.ref == awaiting.ref), None)
    # What sets another note right is seldom an answer as well.
    least = LIKELIER if heard.replaced or heard.conflicts else STATES_NONE
    if noted is None or not _is_empty(noted, said, tools, least):
        return heard
    left = without_told(heard, {awaiting.ref})
    if left.facts or heard.conflicts or heard.asks:
        return left
    # It deserves one follow-up; after that the question is left open.
    return replace(left, skipped=awaiting.ref) if awaiting.manner == "vague" else replace(left, vague=True)


def _is_empty(noted: Fact, said: str, tools: Tools, least: float) -> bool:
    """Whether a choice was noted from a message that hardly states it, and with a chance of ``least`` none; not where it has the words that were offered."""
    spec = noted.field
    if not chosen_from(noted, said) or YES.match(said) or NO.match(said) or _PARTLY.search(said):
        return False
    if any(stems(spec.options.get(value, "")) & stems(said) for value in noted.values):
        # "It assists" is what was offered, in so many words.
        return False
    found = dict(tools.answers(said, spec.key))
    return bool(found) and found.get("", 0.0) >= least and chance_of(found, noted.value) < HARDLY


def chosen_from(noted: Fact, said: str) -> bool:
    """Whether a choice was taken from these words, not in the words that were offered, so that the encoder may have another: what was told before, or in
    a story, it does not weigh.
    """
    if noted.status != "known" or noted.source != "said" or noted.field.type not in CHOICE_TYPES:
        return False
    if noted.field.key == SIZE or noted.quote not in said or len(said.split()) > LONGEST:
        return False
    return not in_offered_words(said, noted.ref, noted.turn)
