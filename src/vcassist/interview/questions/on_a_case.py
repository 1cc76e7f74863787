"""Which choice a case comes nearest to that stands in a question: "a line in our leaflet, would that count?". Pure but for its ports.

What only a question says is not noted. Read as an answer it mostly leans to one choice: that is told, and noted on a yes.
"""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview import phrases
from vcassist.interview.heard import Heard, whole
from vcassist.interview.questions.asking import sentences, sentences_before
from vcassist.interview.questions.by_what_is_wanted import ON_A_CASE, learnt
from vcassist.interview.questions.which_choice import asks_which_choice
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools
from vcassist.interview.words import shown

# How likely it must be that a case states something of the field, how likely that choice, and how sure that its fit is asked for.
TELLS, LEANS, ASKS_IT = 0.3, 0.6, 0.4


def with_its_case(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same, with what the case nearest comes to, for a yes, where a message asks which answer to the open question fits it."""
    ref, awaiting = session.asked, session.awaiting
    if ref is None or not heard.asks or (awaiting is not None and not awaiting.is_open):
        return heard
    spec = field_of(ref)
    told = any(f.ref == ref for f in heard.facts) or heard.conflicts or heard.unsure or heard.change
    if told or not spec.options or spec.type == "set":
        return heard
    for sentence in sentences(heard.asks):
        wanted = learnt(tools.wanted, sentence, said, ref)
        by_meaning = wanted is not None and wanted.topic in ON_A_CASE and wanted.sure >= ASKS_IT
        if not (by_meaning or asks_which_choice(sentence, spec)):
            continue
        value = _nearest(sentence, said, spec.key, tools)
        if value:
            case = replace(whole(said, ref, "known", value, number), quote="")
            return replace(heard, unsure=case, case=sentence, vague=False)
    return heard


def _nearest(sentence: str, said: str, key: str, tools: Tools) -> str:
    """The choice to which a case leans, told in the question or in the sentence before it; "" where it leans to none."""
    before = sentences_before(sentence, said)[-1:]
    found = (tools.nearest(text, key) for text in (sentence, *(f"{one} {sentence}" for one in before)))
    tells, value, leans = max((one for one in found if one is not None), default=(0.0, "", 0.0))
    return value if tells >= TELLS and leans >= LEANS else ""


def comes_nearest(heard: Heard) -> str:
    """What is told of the case; "" where none was asked about."""
    case = heard.unsure
    if not heard.case or case is None:
        return ""
    # What counts is told before the question, so that a yes to it is a judgement of one's own.
    return f"{field_of(case.ref).counts} {phrases.COMES_NEAREST.format(shown(case))}".lstrip()
