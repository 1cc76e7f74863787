"""An answer that told nothing about what was asked: skipped, asked once more, taken as it was said, or left. Pure but for its reader."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value, field_of
from vcassist.interview.answers.no_names import left_to_you
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.answers.pieces import nearest
from vcassist.interview.answers.same_as_before import only_points
from vcassist.interview.answers.settling import says_more
from vcassist.interview.heard import Heard, whole, without
from vcassist.interview.person import TECHNICAL
from vcassist.interview.ports import Reader
from vcassist.interview.remarks.moves import Move, hedge_of, says_nothing
from vcassist.interview.session import Awaiting

# How many words of a message are taken as they are, when a question about words or a name was put twice.
LITERAL_WORDS = {"text": 25, "entity": 4}
# What people say around a name or a few words, and what is not part of them.
_LEAD = re.compile(
    r"\W*(?:(?:well|so|oh|erm?|um+|yes|it['’]?s|it is|this is|that['’]?s|that is|that would be|(?:it|that) would be|let['’]?s say|we call it|it['’]?s called|called|named)\b[\s,:]*)+",
    re.I,
)
# A no and nothing else; and what is named, where a no is no answer.
_BARE_NO = re.compile(
    r"\W*(?:(?:sorry|well|um+|er|oh)\W+)?(?:no|nope|nah|not really|i (?:don['’]?t|do not))(?:\W+(?:sorry|i (?:don['’]?t|do not)))?\W*",
    re.I,
)
_NAMED = ("text", "entity", "country")
_IF_YOU_KNOW = "if you know?"
_PLAIN_WORD = re.compile(r"\W*[^\W\d_][^\W\d_A-ZÀ-Þ]*\W*")
_TAIL = re.compile(
    r"[\s,]*\b(?:as far as i (?:can see|know)|i (?:think|believe|guess|suppose|should say)|or so|please)\b[\s.!]*$",
    re.I,
)


def answered(said: str, heard: Heard, awaiting: Awaiting | None, number: int, reader: Reader, chain: Chain) -> Heard:
    """Skips, and what becomes of an answer that told nothing about the question: one follow-up, then partly, unknown or left."""
    reading = heard.reading
    if awaiting is None:
        return heard
    if reading.intent == "skip":
        return replace(heard, skipped=awaiting.ref)
    if awaiting.manner == "conflict":
        return heard
    if awaiting.is_open and _BARE_NO.fullmatch(said) and field_of(awaiting.ref).type in _NAMED:
        # "Which model is it, if you know?" "No." says that they don't; to who or where else it says nothing, and never "we do".
        heard = replace(heard, facts=without(heard.facts, awaiting.ref))
        if field_of(awaiting.ref).question.endswith(_IF_YOU_KNOW):
            return replace(heard, facts=(*heard.facts, whole(said, awaiting.ref, "unknown", None, number)))
    known = any(f.ref == awaiting.ref for f in heard.facts) or any(c.ref == awaiting.ref for c in heard.conflicts)
    if not known and heard.move == "lay" and awaiting.ref.partition(".")[0].partition("-")[0] in TECHNICAL:
        return replace(heard, facts=(*heard.facts, whole(said, awaiting.ref, "unknown", None, number)))
    if known or reading.intent in ("question", "stop") or heard.move not in (None, "lay"):
        return heard
    if heard.facts and awaiting.manner in ("again", "vague"):
        return replace(heard, skipped=awaiting.ref)
    if heard.facts:
        return heard
    if awaiting.manner == "more":
        if says_more(said) and awaiting.old is None:
            return replace(heard, vague=True)
        return replace(heard, skipped=awaiting.ref)
    if reading.intent == "other":
        return replace(heard, skipped=awaiting.ref) if awaiting.manner == "vague" else heard
    if awaiting.manner != "vague":
        return replace(heard, vague=True)
    hedge = hedge_of(said)
    last = _taken_as_said(said, awaiting.ref, hedge, heard, number)
    if last and last.field.name == "name" and _PLAIN_WORD.fullmatch(said):
        # A plain word that was not heard as a name twice may answer something else ("Paid.").
        return replace(heard, unsure=last)
    if last:
        return replace(heard, facts=(*heard.facts, last))
    near = nearest(said, awaiting.ref, reader, chain, number) if not hedge else None
    return replace(heard, unsure=near) if near else replace(heard, skipped=awaiting.ref)


def _taken_as_said(said: str, ref: str, hedge: Move | None, heard: Heard, number: int) -> Fact | None:
    """The second answer without a readable value: a half yes is "partly", a shrug is not known, plain words are taken as they are."""
    spec = field_of(ref)
    if hedge:
        partly = hedge == "partly" and spec.type == "yesno"
        return whole(said, ref, "known" if partly else "unknown", "partly" if partly else None, number)
    plain = heard.reading.intent == "answer" and not heard.facts and not heard.move and not says_nothing(said)
    lead, tail = _LEAD.match(said), _TAIL.search(said)
    words = said[lead.end() if lead else 0 : tail.start() if tail else len(said)].strip().rstrip(".!,;")
    if (YES.match(said) or NO.match(said)) and not any(c.isupper() or c.isdigit() for c in words):
        # "Yes, that fits" agrees to something and names nothing.
        return None
    if said.rstrip().endswith("?") or left_to_you(said) or only_points(said, ref):
        return None
    if plain and len(words.split()) <= LITERAL_WORDS.get(spec.type, 0) and any(c.isalpha() for c in words):
        return replace(
            whole(words, ref, "known", checked_value(ref, words), number),
            start=said.index(words),
            end=said.index(words) + len(words),
        )
    return None
