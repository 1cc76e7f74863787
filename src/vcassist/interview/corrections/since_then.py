"""What has changed since it was told: "since Monday a nurse checks it", "we are 62 now", "the trial is over". Pure.

Nobody was wrong, and nothing is contradicted: what is so now takes the place of what was so, and is said back as changed. A plan, a wish and
a look back ("last year we were 60") change nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.interview import meant
from vcassist.interview.corrections.knowingly import known_to_be_otherwise, misheard
from vcassist.interview.heard import Heard, answers, taken_instead
from vcassist.interview.removals.removing import named_in
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.turns_of_phrase import MONTHS, USED_TO
from vcassist.interview.words import Country

_I = re.I
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|this morning"
_SPELL = r"week|weekend|month|year|term|semester|quarter|spring|summer|autumn|fall|winter|holidays?|easter|christmas|new year|school year"
_WHEN = rf"(?:(?:the )?(?:last|this|past|the|our|early|mid|late|end of|beginning of|start of|middle of)[ -])*(?:{_DAY}|{MONTHS}|{_SPELL}|\d{{1,2}}(?:st|nd|rd|th)|first|(?:19|20)\d\d|then|now|recently|a (?:week|month|year|while))"
# From when on it is so: "since Monday", "as of this month", "from last week", "since the update". How long it has been so is no change.
# "Since they alone built it" and "since the vendor keeps it" give reasons.
_FROM = rf"\b(?:ever )?since {_WHEN}\b|\bever since\b|\bsince (?:the|our|an?|its|their) \w+(?: \w+(?:ing|ion|ment|ed))?(?! (?:is|are|was|were|has|have|had|do|does|did|can|may|must|will|\w+s)\b)|\b(?:as (?:of|from)|starting|beginning|from) {_WHEN}\b"
_NOW = r"\b(?:(?<!for )(?<!until )(?<!by )now(?! and (?:then|again))(?!,)|nowadays|these days|(?:in the )?meantime|in the meanwhile|meanwhile|by now|at last|finally|lately)\b"
_NO_MORE = rf"\b(?:no longer|no more|any ?more|not since)\b|{USED_TO}\b"
# What comes or goes, as somebody tells of it who has just seen it.
_BECAME = (
    r"moved|migrated|switched|changed (?:over|to|from|provider|supplier|hosts?)|grown|grew|shrunk|shrank|merged|split up|hired|took on|taken on|went live|gone live|launched|rolled out|introduced|brought in|adopted|signed off|"
    r"came down|taken down|threw|thrown (?:away|out)|replaced|upgraded|installed|expired|ran out|run out|ended|finished|stopped|quit|resigned|retired|left us|has left|have left|abandoned|given up|gave up|got rid of|dropped"
)
_OVER = r"\b(?:is|are|was)(?: now| all)? (?:over|finished|gone|out)\b|\b(?:\w+ )?more (?:have |has |people |colleagues |staff )*(?:started|joined|came)\b|\bnew (?:version|release|contract|update|rule|person|colleague)\b"
_JUST = r"\b(?:have|has|['’]ve|['’]s|we|they|i|it|he|she) (?:just|recently|only just|newly) \w+"
# What somebody tells beside an answer may be so by now for as long as they know.
_PLAIN_CHANGE = re.compile(rf"{_NO_MORE}|\b(?:{_BECAME})\b|{_OVER}|{_JUST}", _I)
_CHANGE = re.compile(rf"{_FROM}|{_NOW}|{_NO_MORE}|\b(?:{_BECAME})\b|{_OVER}|{_JUST}", _I)
# What is to come, is wished for, or hangs on something.
_NOT_YET = re.compile(
    r"\b(?:will|won['’]t|shall|would|should|could|might|may be|going to|plan(?:s|ned|ning)? to|want(?:s|ed)? to|hope[sd]? to|next (?:week|month|year|term|spring|summer|autumn|winter)|soon|from next|starting next|tomorrow|if|when|once|until|unless|wish)\b|['’]ll\b",
    _I,
)
# An order to note it decides between the two.
_ORDERS = re.compile(
    r"(?:^|[,.;:–—-]\s?|\b(?:so|please|pls|and|kindly|you can|you should|better) )(?:put|write|note(?: down)?|mark|set|make it|make that|change (?:it|that) to)\b(?! (?:my|our|the) name)",
    _I,
)


def tells_a_change(sentence: str, by_the_way: bool = False) -> bool:
    """Whether a sentence says of something that it is so since some time, or no more; not of what is still to come. ``by_the_way``: beside an
    answer, where a now is not enough.
    """
    if sentence.rstrip().endswith("?") or _NOT_YET.search(sentence):
        return False
    return (_PLAIN_CHANGE if by_the_way else _CHANGE).search(sentence) is not None


def changed_since(session: Session, said: str, heard: Heard, number: int, country: Country) -> Heard:
    """The same, with what a sentence tells as changed, or by somebody who knows that they said otherwise, in the place of what was noted,
    instead of a contradiction between the two."""
    waits = session.awaiting
    put = {waits.ref} if waits and waits.manner == "conflict" else set()
    beside = answers(heard, session.asked)
    pairs = []
    for conflict in heard.conflicts:
        old = session.chain.get(conflict.ref)
        new = (
            _told(conflict, old, said, number, country, beside) if old is not None and conflict.ref not in put else None
        )
        if old is not None and new is not None and _of_this_part(new, said, session.chain, session.asked):
            pairs.append((old, new))
    if not pairs:
        return heard
    return replace(taken_instead(heard, pairs), vague=False)


def _told(
    conflict: Contradiction, old: Fact, said: str, number: int, country: Country, beside: bool = False
) -> Fact | None:
    """The new value of a contradiction as a fact, where its own sentence tells of a change or of what was wrong, in words of that matter;
    ``beside``: the message answers the open question too.
    """
    start = said.find(conflict.new_quote)
    sentence = around(PART, said, start) if start >= 0 and conflict.new_quote else None
    if sentence is None:
        return None
    end = start + len(conflict.new_quote)
    decided = (
        tells_a_change(sentence[0], beside) or _ORDERS.search(sentence[0]) or _is_over(old, said, sentence.start())
    )
    decided = decided or misheard(old, conflict.new) or _ordered_behind(said, sentence.end(), old, conflict)
    if not decided and not known_to_be_otherwise(old, said, start, end, country, beside):
        return None
    new = Fact(conflict.ref, "known", checked_value(conflict.ref, conflict.new), said[start:end], start, end, number)
    own = new.field.type != "yesno" or meant.shares_words(sentence[0], new.field)
    return new if own else None


def _ordered_behind(said: str, at: int, old: Fact, conflict: Contradiction) -> bool:
    """Whether the next sentence orders the new value to be noted: "They are told now. Set that to yes"."""
    behind = next(PART.finditer(said, at), None)
    if behind is None or not isinstance(conflict.new, str) or not _ORDERS.search(behind[0].lstrip()):
        return False
    label = re.escape(old.field.options.get(conflict.new, conflict.new))
    return re.search(rf"\b{label}\b", behind[0], _I) is not None


def _is_over(old: Fact, said: str, begins: int) -> bool:
    """Whether the sentence before tells that what was noted has ended ("the pilot ended. We use it for real"), or its yes or no is called wrong."""
    before = around(PART, said, begins - 1) if begins else None
    noted = meant.stems(f"{old.quote} {' '.join(old.field.options.get(v, v) for v in old.values)}")
    if old.field.type != "yesno" and before and tells_a_change(before[0]) and noted & meant.stems(before[0]):
        return True
    return old.field.type == "yesno" and bool(
        re.search(rf"\b(?:that|the|your|my) {old.value} (?:is|was) (?:wrong|not (?:right|true))\b", said, _I)
    )


def _of_this_part(new: Fact, said: str, chain: Chain, asked: str | None) -> bool:
    """Whether it is plain of which part it is told: the only one of its kind, one that is named, or that is asked about."""
    parts = chain.mentioned(new.kind)
    named = named_in(said, parts, chain)
    return len(parts) < 2 or named == [new.component] or (not named and (asked or "").startswith(f"{new.component}."))
