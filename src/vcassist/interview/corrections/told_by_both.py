"""A contradiction is one only where both its sentences tell it: what was misheard before is set right, and what speaks of another matter is left. Pure
but for its port.

"Earlier you said “our side is in the cloud”, now “it runs on AWS”" asks somebody which of two equal things is right. So both sentences are read once
more, each by itself: where the old one tells what the new one does, the note was wrong and not the person.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.interview.corrections.repair import read_as
from vcassist.interview.heard import Heard
from vcassist.interview.sentences import BEYOND_TITLES, around
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools

_I = re.I
SURE = 0.5
# Fewer words point, and tell nothing by themselves.
LEAST_WORDS = 4
# How far a tool is changes by the way only where that is said of it.
_STAGE = {
    "planned": re.compile(r"\b(?:not yet|will start|planned|plan(?:s|ning)? to|going to (?:start|use|buy)|about to|starts? (?:in|next)|before we start)\b", _I),
    "retired": re.compile(r"\b(?:stopp\w+|ended|no longer|any ?more|gave (?:it )?up|switched (?:it )?off|over|retired|dropped|closed)\b", _I),
}  # fmt: skip
# A maker of the model changes by the way only where the model is spoken of.
_OF_ITS_KIND = {"model.supplier": re.compile(r"\b(?:models?|engines?|weights|llm|network|trained|trains|fine-?tuned|ai|developed)\b", _I)}  # fmt: skip


def told_by_both(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same without contradictions of which one sentence tells nothing, and with what the old sentence told all along put in place."""
    if not heard.conflicts or tools.again is None:
        return heard
    kept: list[Contradiction] = []
    pairs: list[tuple[Fact, Fact]] = []
    for conflict in heard.conflicts:
        old = session.chain.get(conflict.ref)
        if old is None or conflict.ref == session.asked:
            kept.append(conflict)
        elif not _of_its_kind(conflict, said):
            continue
        elif old.field.type not in ("yesno", "enum"):
            kept.append(conflict)
        elif _is_of_another(conflict, heard, said) or not _stage_told(conflict, said):
            continue
        elif (new := _told_all_along(old, conflict, said, session, number, tools)) is not None:
            pairs.append((old, new))
        else:
            kept.append(conflict)
    if len(kept) == len(heard.conflicts):
        return heard
    facts = (*heard.facts, *(new for _, new in pairs))
    return replace(heard, facts=facts, conflicts=tuple(kept), replaced=(*heard.replaced, *pairs))


def _is_of_another(conflict: Contradiction, heard: Heard, said: str) -> bool:
    """Whether the very words that contradict tell something else, which was noted from them: "every suggestion is checked" is of the tool, not of
    the labels."""
    start = said.find(conflict.new_quote) if conflict.new_quote else -1
    if start < 0:
        return False
    end = start + len(conflict.new_quote)
    spec = field_of(conflict.ref)
    return any(
        f.start is not None and f.end is not None and f.start < end and start < f.end
        and f.field.type in ("yesno", "enum") and f.kind != spec.kind and f.field.name != spec.name
        for f in heard.facts
    )  # fmt: skip


def _sentence(conflict: Contradiction, said: str) -> str | None:
    """The sentence that contradicts, where its words stand in the message."""
    at = said.find(conflict.new_quote) if conflict.new_quote else -1
    here = around(BEYOND_TITLES, said, at) if at >= 0 else None
    return here[0] if here else None


def _of_its_kind(conflict: Contradiction, said: str) -> bool:
    """Whether the maker that would take the place of another is told of the model, and not of something beside it."""
    form, here = _OF_ITS_KIND.get(field_of(conflict.ref).key), _sentence(conflict, said)
    return form is None or here is None or form.search(here) is not None


def _stage_told(conflict: Contradiction, said: str) -> bool:
    """Whether a stage that would take the place of another is said of the tool: an end of the contract plans nothing."""
    form = _STAGE.get(str(conflict.new)) if field_of(conflict.ref).name == "lifecycle" else None
    return form is None or form.search(_sentence(conflict, said) or said) is not None


def _told_all_along(
    old: Fact, conflict: Contradiction, said: str, session: Session, number: int, tools: Tools
) -> Fact | None:
    """The new choice as a fact, where the sentence from which the old one was taken tells just that when it is read by itself."""
    assert tools.again is not None
    before = session.said_in(old.turn)
    sentence = around(BEYOND_TITLES, before, old.start) if old.start is not None and before else None
    if sentence is None or len(sentence[0].split()) < LEAST_WORDS:
        return None
    alone = read_as(sentence[0], sentence.start(), old.ref, tools.again, session, fair=SURE)
    if alone is None or alone.status != "known" or alone.as_json()["value"] != conflict.new:
        return None
    start = max(said.find(conflict.new_quote), 0)
    told = checked_value(old.ref, conflict.new)
    return Fact(old.ref, "known", told, conflict.new_quote, start, start + len(conflict.new_quote), turn=number)
