"""What somebody asks to put on a list that is noted: "add whistleblowers and listeners to the people it affects", "you left out the readers". Pure but for
its port.

Of the sentence the readers hear an order and no answer; of the bare words of the thing they know mostly what it is among the choices, and be it "others". In
the talks of live testers who asked for it in so many words, it was heard in one of five.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.corrections.member_by_member import to_go
from vcassist.interview.heard import Heard, without_told
from vcassist.interview.ports import Reading
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import blanked, gate
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# So many messages back the list was told or asked for, where the order does not name it; how sure the readers must be of the thing; its words at most.
LATELY, SURE, LONGEST = 4, 0.8, 14
# Where it is known which list is meant, only what the thing is among the choices is to be heard.
SURE_OF_THE_MEANT = 0.5
# A longer part of a message (characters) tells something else, and takes long to look through.
LONGEST_PART = 300
PEOPLE, SOURCES = "application.affected_people", "data.sources"
_I = re.I
_LEAD = r"(?:^|[,:–—]|\b(?:and|but|so|also|please|pls|oh|no|then|again)\b)\W*"
_ORDERS = (
    re.compile(
        rf"{_LEAD}(?:please |pls |kindly |also |can you |could you |you (?:must|should|have to) )*(?:also )?(?:add|include|put|write(?= down| in)|note(?= down)|list|count in)(?: (?:down|in|also))? (?P<what>[^.!?;:]+?)(?: (?:down|in|too|as well|also|please|pls|there))*(?:,? (?:to|among|with|on|onto|in|into|under) (?P<list>[^.!?;]+))?\W*$",
        _I,
    ),
    re.compile(
        r"\b(?:you (?:forgot|left out|missed|dropped|ignored|overlooked|did(?:n['’]t| not) (?:write|note|put|take)(?: down)?|never (?:wrote|noted|put|took)(?: down)?|still have(?:n['’]t| not)(?: got)?)|(?:i|we) (?:left out|forgot)(?: to (?:say|mention|tell))?)\b:? (?P<what>[^.!?;:]+?)(?P<list>)\W*$",
        _I,
    ),
    re.compile(
        r"^\W*(?:(?:second|third|fourth|fifth) time|once more|again|as i said|i (?:said|mentioned|told you)(?: already)?)\s*[:,–—]?\s*(?P<what>(?!(?:it|that|this|i|we|he|she|they|you|yes|no|the|partly|sometimes|never|always|not)\b)[^.!?;:]+?)(?: (?:too|as well|also))?(?P<list>)\W*$",
        _I,
    ),
    re.compile(
        r"^\W*(?:and |oh,? |but )?also,? (?P<what>[^.!?;:]+?),? (?:please |pls )?(?:write|put|add|note|include)(?: (?:them|it|that))?(?: (?:down|in))?(?: (?:please|pls))?(?P<list>)\W*$",
        _I,
    ),
    re.compile(
        r"^\W*(?:and |oh,? |but |so )?(?P<what>[^.!?;:]+?)(?:,| -| –|\band\b)? (?:so )?(?:please |pls |kindly )?(?:write|put|add|note|include) (?:this|them|it|that|him|her|those)(?: (?:down|in|too|also|as well|please|pls|there))*(?:,? (?:to|among|with|on|onto|in|into|under) (?P<list>[^.!?;]+))?\W*$",
        _I,
    ),
    re.compile(
        r"^\W*(?:and |oh,? |but )?(?P<what>(?!(?:it|that|this|i|we|he|she|they|you|yes|no|me|us|him|her|them|same|not|so|there|here)\b)(?:[\w'’-]+ ){0,5}?[\w'’-]+) (?:too|as well)(?P<list>)(?=\W*$|,)",
        _I,
    ),
)
_ARTICLES = re.compile(r"^\W*(?:(?:all|the|our|my|your|their|those|these)\b\W*)+", re.I)
_POINTS = re.compile(r"\W*(?:this|that|it|them|these|those|him|her)\W*", re.I)
_WHO_THEY_ARE = re.compile(r"\s*[,–—-]\s*(?=(?:they|he|she|who|which|that|these|those|it|we|not|none)\b)", re.I)
_OF_PEOPLE = re.compile(r"\b(?:affect\w*|touch\w*|people|persons|those|whom?|lives)\b", _I)
_OF_DATA = re.compile(r"\b(?:sources?|data|where (?:the|it|our) (?:\w+ )?comes? from)\b", _I)


def with_what_is_to_be_added(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what the message asks to put on a list that was told."""
    lists = {f.ref for f in session.chain.facts.values() if f.field.type == "set"}
    if heard.decided or heard.late or heard.merged or set(heard.removed) - lists:
        return heard
    for part in PART.finditer(said):
        if len(part[0]) > LONGEST_PART:
            continue
        found = next((m for m in _orders_in(part[0]) if not _POINTS.fullmatch(m["what"])), None)
        if found is None:
            continue
        # "… the local families, they are not refugees and not staff" goes on to say who those are.
        what = _WHO_THEY_ARE.split(found["what"], maxsplit=1)[0]
        if len(what.split()) > LONGEST:
            continue
        start = part.start() + found.start("what")
        old = _list_meant(found["list"] or "", said, session)
        if old is None:
            heard = _begun(heard, said, start, found, session, number, tools)
            continue
        if _is_there(what, old):
            continue
        now = next((f for f in heard.facts if f.ref == old.ref), None)
        elsewhere = blanked(said, [(start, part.end())])
        stays = {v for v in old.values if not to_go(old, v, elsewhere)} | set(now.values if now is not None else ())
        new = _read(said, (start, start + len(what)), old.ref, stays, session, number, tools, SURE_OF_THE_MEANT)
        if new is None and now is not None and not set(old.values) <= set(now.values):
            # Who asks for more of something takes nothing away that they do not call wrong.
            new = replace(now, value=checked_value(old.ref, [v for v in old.field.values if v in stays]))
        if new is not None:
            left = _not_removed(without_told(heard, {old.ref}), old.ref)
            if set(new.values) == set(old.values):
                return left
            if not set(old.values) <= set(new.values):
                left = replace(left, replaced=(*left.replaced, (old, new)))
            change = None if left.change == old.ref else left.change
            heard = replace(left, facts=(*left.facts, new), change=change, unplaced="", vague=False)
    return heard


def asks_to_add(words: str) -> bool:
    """Whether some words ask to put something on a list."""
    return len(words) <= LONGEST_PART and any(_orders_in(words))


def _orders_in(words: str) -> Iterator[re.Match[str]]:
    """What some words ask to put on a list, by each form in which that is asked."""
    words = words.rstrip(" .!?;\n")
    return (found for order in _ORDERS if (found := order.search(words)) is not None)


def _not_removed(heard: Heard, ref: str) -> Heard:
    """The same with a list that was taken for one to be taken away: "you left out the local families, they are not refugees" takes no refugees out."""
    if ref not in heard.removed:
        return heard
    return replace(heard, removed=tuple(r for r in heard.removed if r != ref), reading=replace(heard.reading, note=""))


def _is_there(what: str, old: Fact) -> bool:
    """Whether the list was noted from the very words of what is to be put on it: who repeats them for anger adds nothing."""
    words = _ARTICLES.sub("", what).casefold().strip()
    return len(words) > 2 and re.search(rf"\b{re.escape(words)}\b", old.quote.casefold()) is not None


def _begun(
    heard: Heard, said: str, start: int, found: re.Match[str], session: Session, number: int, tools: Tools
) -> Heard:
    """The same with a list that an order begins: "put our deck hands among those affected", while nothing stands there yet."""
    named = found["list"] or ""
    ref = PEOPLE if not named or _OF_PEOPLE.search(named) else SOURCES if _OF_DATA.search(named) else ""
    if not ref or session.chain.get(ref) is not None or any(f.ref == ref for f in heard.facts):
        return heard
    if not named and session.asked and field_of(session.asked).type == "set":
        return heard
    sure = SURE_OF_THE_MEANT if named else SURE
    new = _read(said, (start, start + len(found["what"])), ref, set(), session, number, tools, sure)
    if new is None or (not named and set(new.values) <= {"other"}):
        # What was left out may be of anything; only whom the readers know as people are put among those it touches.
        return heard
    return replace(heard, facts=(*heard.facts, new), unplaced="", vague=False)


def _list_meant(named: str, said: str, session: Session) -> Fact | None:
    """The list that an order names, else the one that was told or asked for last."""
    lists = {f.ref: f for f in session.chain.facts.values() if f.status == "known" and f.field.type == "set"}
    keys = list(keys_named(said))
    if named and _OF_PEOPLE.search(named):
        keys.insert(0, PEOPLE)
    elif named and _OF_DATA.search(named):
        keys.insert(0, SOURCES)
    for key in keys:
        if key in lists:
            return lists[key]
    if named and not re.fullmatch(r"(?:the |that |your )?(?:list|notes?|them|it)\W*", named, _I):
        return None
    if session.asked and field_of(session.asked).type == "set" and session.asked not in lists:
        # It may be of what is asked.
        return None
    for turn in reversed(session.live[-LATELY:]):
        refs = [f.ref for f in turn.facts if f.ref in lists] + ([turn.awaiting.ref] if turn.awaiting else [])
        for ref in refs:
            if ref in lists:
                return lists[ref]
    return None


def _read(
    said: str,
    place: tuple[int, int],
    ref: str,
    stays: set[str],
    session: Session,
    number: int,
    tools: Tools,
    sure: float,
) -> Fact | None:
    """What stays of a list with what some words name, as the readers hear them in answer to its question; None where that is nothing more."""
    bare = blanked(said, [(0, place[0]), (place[1], len(said))])
    read = tools.reader.read(bare, ref, session.chain.without(ref))
    told = next((p for p in read.proposals if p.ref == ref and p.status == "known"), None)
    if told is None or told.confidence < sure or set(told.members) & ALONE or set(told.members) <= stays:
        return None
    facts = gate(Reading((told,), "answer"), said, number).facts
    if not facts:
        return None
    values = [v for v in field_of(ref).values if v in {*stays, *facts[0].values} - ALONE]
    return replace(facts[0], value=checked_value(ref, values))
