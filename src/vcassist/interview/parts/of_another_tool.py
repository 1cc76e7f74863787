"""An answer that speaks of another tool than the one that was asked about: by its name, or by the thing that it works on. Pure.

Asked of the chatbot, "Sian always reads the bids through" is said of the tool that writes the bids. A reader places what it reads on the
component that is asked about; where a sentence names another and not that one, it is meant for the other.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, field_of, split_ref
from vcassist.interview.meant import own_stems, stems, words_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import SENTENCE, around
from vcassist.interview.session import Session

_I = re.I
_KIND = "application"
# What is only compared with, or would take the place.
_COMPARED = re.compile(
    r"\b(?:like|as|than|unlike|from|besides?|before|after|instead of|replac\w+|with|use|using|try|take|or|to)\W*$", _I
)
# All words of a shorter message belong to the answer that was read in it.
SHORT = 12
# Two words of what another tool is for, or the thing that it works on, point at it.
WORDS_OF_A_PURPOSE = 2


def moved_to_the_named(
    reading: Reading, said: str, chain: Chain, asked: str | None, whole: str | None = None
) -> Reading:
    """The same, with each answer on the tool that its own sentence names, where that is not the one that was asked about.

    ``whole``: the message with the questions that somebody asks in it; a tool that one of them names is what is told unasked behind it.
    """
    here = asked.partition(".")[0] if asked else ""
    tools = chain.mentioned(_KIND)
    if len(tools) < 2:
        return reading
    taken = {p.ref for p in reading.proposals}
    # Asked for something else, the first is taken for meant where the words leave it open.
    here = here if here in tools else tools[0]
    kept = []
    for p in reading.proposals:
        component, kind, name = split_ref(p.ref)
        mine = component == here and kind == _KIND and name != "name"
        other = _meant(p, said, chain, here) if mine else None
        if mine and other is None and p.ref != asked and whole:
            other = _asked_about(p, said, whole, chain, here)
        ref = f"{other}.{name}" if other else p.ref
        kept.append(replace(p, ref=ref) if ref == p.ref or ref not in taken else p)
    return replace(reading, proposals=tuple(kept))


_NOT_THAT = re.compile(r"['\"”’)]*,? (?:and )?not (?:the )?['\"“‘]?(?P<old>[\w.-]*\w(?: [\w.-]*\w){0,3})", _I)


def put_for_the_denied(reading: Reading, said: str, chain: Chain) -> Reading:
    """The same, with a new name on the part whose name, or the end of it, the words deny right behind it: "it's GPT-4.1 mini, not 4o mini"."""
    kept = []
    for p in reading.proposals:
        component, kind, name = split_ref(p.ref)
        denied = _NOT_THAT.match(said, p.end or 0) if name == "name" and p.status == "known" else None
        if denied and component not in chain.mentioned(kind):
            old = denied["old"].casefold()
            meant = [c for c in chain.mentioned(kind) if _ends_with(str(chain.value(f"{c}.name") or ""), old)]
            p = replace(p, ref=f"{meant[0]}.name") if len(meant) == 1 else p
        kept.append(p)
    return replace(reading, proposals=tuple(kept))


def put_where_denied(reading: Reading, said: str, session: Session) -> Reading:
    """The same, with a country or a company where that was told which the words deny behind it: "the server is in Madrid, not Porto" sets right
    where the data is kept, if that was told with "Porto", and says nothing of a matter of which nothing stands.
    """
    kept = []
    for p in reading.proposals:
        spec = field_of(p.ref)
        denied = (
            _NOT_THAT.match(said, p.end or 0) if spec.type in ("country", "entity") and p.status == "known" else None
        )
        if denied and p.ref not in session.chain.facts:
            words = words_of(denied["old"])
            meant = [
                f for f in session.chain.facts.values()
                if f.field.type == spec.type and f.status == "known" and f.value != p.value and words & words_of(_told(f, session))
            ]  # fmt: skip
            # Of several the one that was told last is in their mind.
            meant = [f for f in meant if f.turn == max(other.turn for other in meant)]
            taken = {other.ref for other in reading.proposals}
            p = replace(p, ref=meant[0].ref) if len(meant) == 1 and meant[0].ref not in taken else p
        kept.append(p)
    return replace(reading, proposals=tuple(kept))


def _told(fact: Fact, session: Session) -> str:
    """The quote of a fact, and the short message that answered with it."""
    said = next((turn.said for turn in session.live if turn.number == fact.turn), "")
    return f"{fact.quote} {said}" if len(said.split()) <= SHORT else fact.quote


def _ends_with(name: str, words: str) -> bool:
    """Whether a name is these words or ends with them ("GPT-4o mini" with "4o mini")."""
    head, found, behind = name.casefold().rpartition(words)
    return bool(found) and not behind and not (head and head[-1].isalnum())


def _meant(p: Proposal, said: str, chain: Chain, here: str) -> str | None:
    """The other tool that the sentence of an answer speaks of; None where it speaks of the asked one too, of none or of several."""
    sentence = around(SENTENCE, said, p.start or 0)
    if sentence is None:
        return None
    text = sentence[0]
    if _names(text, chain, here, anywhere=True):
        return None
    others = [c for c in chain.mentioned(_KIND) if c != here]
    fallback = field_of(p.ref).name == "alternative"
    named = [c for c in others if _names(text, chain, c, anywhere=not fallback)]
    if not named and not fallback:
        named = [c for c in others if _works_on(text, chain, c, here, p.ref)]
    return named[0] if len(named) == 1 else None


def _asked_about(p: Proposal, said: str, whole: str, chain: Chain, here: str) -> str | None:
    """The other tool of which somebody asks something right before they tell this: "What stands on Kora? I read each letter"."""
    before = [m for m in SENTENCE.finditer(whole) if m.start() < (p.end or 0)]
    question = next((m for m in reversed(before) if m[0].endswith("?") and not said[m.start() : m.end()].strip()), None)
    if question is None or _names(whole[question.end() : p.end], chain, here, anywhere=True):
        return None
    named = [c for c in chain.mentioned(_KIND) if _names(question[0], chain, c, anywhere=True, compared=True)]
    return named[0] if len(named) == 1 and named[0] != here else None


def _names(text: str, chain: Chain, component: str, anywhere: bool, compared: bool = False) -> bool:
    """Whether a sentence names a tool and tells of it, or (``compared``) only names it. Asked for a fallback, another's name is one, unless the sentence is about it."""
    name = chain.value(f"{component}.name")
    if not isinstance(name, str) or not name.strip():
        return False
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, _I)
    if found is None:
        return False
    if not anywhere:
        return not text[: found.start()].strip(" ,–-") and bool(
            re.match(r"(?:['’]s)?,?\s(?:i|we|they|nobody|you)\b", text[found.end() :], _I)
        )
    return compared or not _COMPARED.search(text[: found.start()])


def _works_on(text: str, chain: Chain, component: str, here: str, ref: str) -> bool:
    """Whether a sentence speaks of what this tool is for, and of nothing that the asked one is for."""
    purpose, mine = (chain.value(f"{c}.purpose") for c in (component, here))
    if not isinstance(purpose, str) or not isinstance(mine, str):
        return False
    heard = stems(text)
    if heard & stems(mine):
        return False
    own = (stems(purpose) - own_stems(field_of(ref))) & heard
    thing = re.findall(r"[^\W\d_]{4,}", purpose)[-1:]
    points = thing and re.search(
        rf"\b(?:the|our|those|these|all|every|each)\s(?:\w+\s){{0,2}}{re.escape(thing[0])}", text, _I
    )
    return len(own) >= WORDS_OF_A_PURPOSE or bool(points)
