"""What is said of the things of a list one by one: "health is to be removed; income is to remain", "drop “sellers of data”", "and not refugees". Pure.

Of such a message the readers hear which things are spoken of, and not which of them stay: "income is involved, yes, but health is not" left health alone.
What is plainly to go goes, what is plainly to stay stays; nothing is made of a thing that the message does not call by its name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import ALONE, FIELDS, Field
from vcassist.interview.heard import Heard, set_anew, taken_instead, whole
from vcassist.interview.removals.asked_to_strike import REMOVE
from vcassist.interview.session import Session

_I = re.I
# A choice whose name is a word of any talk is not told by it.
_OF_ANY_TALK = frozenset({"other", "users", "self"})
# What people call a thing beside its name on the list.
_CALLED = {"purchased": ("sellers of data", "(?:bought|purchased) data"), "finance": ("income", "finances?", "bank data"), "legal_status": ("legal status",), "own_staff": ("(?:our |your )?(?:own )?staff",), "staff": ("(?:our |your )?(?:own )?staff",)}  # fmt: skip
_NOTHING = re.compile(r"(?!)")
_Q = r"[\"“”'‘’]?"
_AT_THE_END = r"(?=\s*(?:[;,.!?)]|$)|\s+(?:but|and|at all|any ?more|any longer|either|in (?:there|it)|there|involved|affected|part of|among|included)\b)"
_ORDERS = rf"\b(?:{REMOVE}|cross|take)(?: out| off| away)? (?:the |that |our |your )?{_Q}(?P<name>@NAME){_Q}(?= (?:out|off|away|from|and|but)\b|\s*[;,.!]|$)"
_DENIES = rf"\b(?:and|but|,|they are|these are|those are|it is|it['’]s|they['’]re|is|are)\s+not (?:the |about )?{_Q}(?P<name>@NAME){_Q}{_AT_THE_END}"
_IS_NOT = rf"{_Q}\b(?P<name>@NAME)\b{_Q} (?:(?:is|are|was|were)(?:n['’]t| not)(?: (?:really|any ?more|in fact))?{_AT_THE_END}|(?:is|are|has|have|must|should|needs?|ought) (?:to )?(?:be (?:removed|deleted|struck|taken (?:out|off|away))|come (?:out|off)|go)\b)"
_STAYS = rf"{_Q}\b(?P<name>@NAME)\b{_Q}[^.;!?]{{0,30}}? (?:stays?|remains?|(?:is|are|has|have) to (?:stay|remain)|(?:is|are) (?:involved|right|correct|true|in there|included))\b"
# "I want the staff taken out", "only staff out", in whatever English.
_WANTED_OUT = rf"\bi(?:['’]d| would)? (?:want|wish|need|like|ask(?: you)?)(?: to have| that)? (?:the |our |my )?{_Q}(?P<name>@NAME){_Q}(?: (?:is|are|be|to be|must be))? (?:taken?|removed?|deleted?|struck|out|off|away|gone)\b"
_OUT = rf"(?:^|[.,;:!?\n–—]\s*)(?:(?:only|just|and|but|please|no|so)\s+)*(?:the |our |my )?{_Q}(?P<name>@NAME){_Q} (?:(?:must|should|has to|have to|goes|to) (?:go |come |be )?(?:taken )?)?(?:out|off|away)(?=\s*(?:[;,.!]|$)|\s+(?:of|from|and|but|please)\b)"
_GOES = (_ORDERS, _DENIES, _IS_NOT, _WANTED_OUT, _OUT)


def member_by_member(heard: Heard, said: str, session: Session, number: int) -> Heard:
    """The same with the lists of the notes without what is plainly to go, and with what is plainly to stay."""
    if heard.decided or heard.late or heard.merged:
        return heard
    for old in [f for f in session.chain.facts.values() if f.status == "known" and f.field.type == "set"]:
        gone = {value for value in old.values if value not in ALONE and to_go(old, value, said)}
        if not gone:
            continue
        now = next((f for f in heard.facts if f.ref == old.ref and f.status == "known"), None)
        told = set(now.values) if now is not None else set(old.values)
        # What was read and is neither to go nor stood before joins; what stood and is not to go stays.
        joins = {v for v in told - set(old.values) if not to_go(old, v, said)} - ALONE
        left = [v for v in old.field.values if v in joins or (v in old.values and v not in gone)]
        if left and (now is None or set(left) != told):
            heard = _with(heard, old, now, left, said, number)
    return heard


def _with(heard: Heard, old: Fact, now: Fact | None, left: list[str], said: str, number: int) -> Heard:
    if now is not None:
        return set_anew(heard, [(old, replace(now, value=checked_value(old.ref, left)))])
    new = whole(said, old.ref, "known", checked_value(old.ref, left), number)
    reading = replace(heard.reading, intent="correction")
    change = None if heard.change == old.ref else heard.change
    removed = tuple(ref for ref in heard.removed if ref != old.ref)
    return replace(taken_instead(heard, [(old, new)]), reading=reading, change=change, removed=removed, unplaced="", vague=False)  # fmt: skip


def to_go(old: Fact, value: str, said: str) -> bool:
    """Whether a message says by its name that a thing of a list is to go, or is not so."""
    if value in _OF_ANY_TALK:
        return False
    stays, *goes = _forms(old.field.key, value)
    return stays.search(said) is None and any(form.search(said) for form in goes)


@cache
def _forms(key: str, value: str) -> tuple[re.Pattern[str], ...]:
    """The forms in which a choice of a field stays, and in which it goes. Each message is held against those of all lists, so they are made once."""
    names = _names(FIELDS[key], value)
    return tuple(re.compile(form.replace("@NAME", names), _I) for form in (_STAYS, *_GOES))


@cache
def names_of(key: str, value: str) -> re.Pattern[str]:
    """What calls a choice of a field by its name, in one or in many."""
    if value in _OF_ANY_TALK:
        return _NOTHING
    return re.compile(rf"\b(?:{_names(FIELDS[key], value)})(?:e?s)?\b", _I)


def _names(spec: Field, value: str) -> str:
    """The names of a choice as a pattern."""
    label = str(spec.options[value])
    plain = {re.escape(value.replace("_", " ")), *(re.escape(part) for part in label.split(" and ")), re.escape(label)}
    return "|".join(sorted({*plain, *_CALLED.get(value, ())}, key=len, reverse=True))
