"""Who is affected, told as a bare list while something else is asked: "patients and children. no others". Of what is asked only a few matters are
answered by naming kinds of people (who was told, asked or trained, who checks or labels): there it is left. Pure but for its reader.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of, split_ref
from vcassist.interview.corrections.repair import read_as
from vcassist.interview.heard import Heard, came_to_nothing, grows
from vcassist.interview.ports import Reader
from vcassist.interview.reading import merged_set
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session

AFFECTED, SECTOR = "application.affected_people", "organisation.sector"
# What kinds of people answer.
ANSWERED_BY_PEOPLE = frozenset(
    {
        AFFECTED,
        "application.human_review",
        "application.tells_people",
        "application.appeal",
        "data.consent",
        "data.sources",
        "governance.people_consulted",
        "governance.staff_trained",
        "governance.responsible_person",
        "monitoring.bias_tested",
    }
)
# How sure the reader must be of such a list.
SURE = 0.8
# Items of a list, and what joins them.
LEAST, LONGEST = 2, 12
_JOINT = re.compile(r"\s*(?:,|;|&|\+|/)\s*(?:and |or |also )*|\s+(?:and|or|plus)\s+(?:also )?", re.I)
_OPENS = re.compile(
    r"\W*(?:(?:so|well|no|yes|oh|it is|it['’]s|that is|only|just|mainly|mostly|also|i mean)\b\W*)*", re.I
)
# A few words without a verb: whose they are, and a plural or a collective.
_ITEM = re.compile(
    r"(?:(?:the|our|my|their|some|all|also|both|local|young|old|poor|sick|adult|other|many)\s)*(?:(?!(?:is|are|was|were|has|have|had|do|does|did|can|will|would|it|we|i|they|you|this|that|not|never|no)\b)[\w’'-]+\s){0,3}"
    r"(?:[\w’'-]+(?<!ss)s|[\w’'-]*(?:men|women)|people|folks?|staff|children|kids|public|clergy|youth|elderly|under fives|(?:host )?famil(?:y|ies)|communit(?:y|ies))(?:\s(?:in|from|of|with|at)\s(?:[\w’'-]+\s?){1,4})?",
    re.I,
)
_NO_MORE = re.compile(
    r"\W*(?:and )?(?:no others?|nobody else|no one else|not others?|that['’]?s all|only (?:them|those|these))\b", re.I
)


# "Affected are people with diabetes and their carers": it says itself what it tells, whatever is asked.
_SAYS_SO = re.compile(
    r"(?<!\bnot )(?<!n['’]t )\b(?:(?:people|persons|those|who is|who are|who['’]s) )?affected(?: (?:people|persons|parties|ones|groups?))?(?: (?:by it|here|by this))?(?:\s?[:=]|\s(?:are|is|would be|were))\s(?!by\b|not\b|n['’]t|told\b|asked\b|informed\b|only by\b|\w+(?:ed|en|n) by\b)(?P<who>[^.!?;\n]{3,120})",
    re.I,
)


def with_people_named(heard: Heard, said: str, session: Session, number: int, reader: Reader | None) -> Heard:
    """The same, with the people affected where a message says itself that it names them, and nothing was heard of them."""
    ref, told = _ref_of(session), _SAYS_SO.search(said)
    if reader is None or ref is None or told is None or said[told.end() : told.end() + 1] == "?":
        return heard
    if any(f.ref == ref for f in heard.facts) or heard.reading.intent in ("question", "stop", "undo"):
        return heard
    read = read_as(told["who"], told.start("who"), ref, reader, session, fair=SURE)
    if read is None or read.status != "known":
        return heard
    fact, old = replace(read, turn=number), session.chain.get(ref)
    if old is not None and old.status == "known":
        fact = merged_set(old, fact)
        if old.says_the_same(fact):
            return heard
    return replace(heard, facts=(*heard.facts, fact), vague=False)


def with_people_listed(heard: Heard, said: str, session: Session, number: int, reader: Reader | None) -> Heard:
    """The same; of a message that came to nothing and begins with such a list, with the people affected: by the one tool, or by that of which
    was asked.
    """
    ref = _ref_of(session)
    if heard.facts and all(f.ref == SECTOR for f in heard.facts) and session.asked != SECTOR and _list_in(said):
        # "School classes" among them make nobody a school.
        heard = replace(heard, facts=())
    asked = field_of(session.asked) if session.asked else None
    if asked is not None and (asked.key in ANSWERED_BY_PEOPLE or asked.kind == "labelling"):
        return heard
    if reader is None or ref is None or not session.live or heard.skipped or not came_to_nothing(heard):
        return heard
    sentence = next(iter(SENTENCE.finditer(said)), None)
    listed = _list_in(sentence[0]) if sentence else None
    if sentence is None or listed is None:
        return heard
    start = sentence.start() + listed[0]
    read = read_as(said[start : sentence.start() + listed[1]], start, ref, reader, session, fair=SURE)
    if read is None or read.status != "known" or len(read.values) < LEAST:
        return heard
    fact, old = replace(read, turn=number), session.chain.get(ref)
    if old is None or old.status != "known":
        return replace(heard, facts=(*heard.facts, fact), vague=False)
    if not _NO_MORE.search(said, sentence.start() + listed[1]):
        fact = merged_set(old, fact)
    if old.says_the_same(fact):
        return replace(heard, restated=old, vague=False)
    pairs = () if grows(old, fact) else ((old, fact),)
    return replace(heard, facts=(*heard.facts, fact), replaced=(*heard.replaced, *pairs), vague=False)


def _ref_of(session: Session) -> str | None:
    """The field on the tool that such a list is of; None where there are several and none was asked about."""
    if len(session.chain.mentioned("application")) < 2:
        return session.chain.first_ref(AFFECTED)
    if session.asked is None:
        return None
    component, kind, _ = split_ref(session.asked)
    return f"{component}.{field_of(AFFECTED).name}" if kind == "application" else None


def _list_in(sentence: str) -> tuple[int, int] | None:
    """Where a sentence is nothing but a list of kinds of people, two at least."""
    opens = _OPENS.match(sentence)
    begins, ends = (opens.end() if opens else 0), len(sentence.rstrip(" .!…,;\n"))
    told = sentence[begins:ends]
    if not told or told.endswith("?") or len(told.split()) > LONGEST:
        return None
    items = [item for item in _JOINT.split(told) if item]
    return (begins, ends) if len(items) >= LEAST and all(map(_ITEM.fullmatch, items)) else None
