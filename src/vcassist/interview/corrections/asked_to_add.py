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
from vcassist.interview.chances import likeliest
from vcassist.interview.corrections.member_by_member import to_go
from vcassist.interview.heard import Heard, without_told
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import blanked, gate
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# So much likelier the thing must be of one list than of another, to tell by itself which is meant; and so likely at least.
APART, LIKELY = 0.2, 0.5
# So many messages back the list was told or asked for, where the order does not name it; how sure the readers must be of the thing; its words at most.
LATELY, SURE, LONGEST = 4, 0.8, 14
# Where it is known which list is meant, only what the thing is among the choices is to be heard.
SURE_OF_THE_MEANT = 0.5
# A longer part of a message (characters) tells something else, and takes long to look through.
LONGEST_PART = 300
PEOPLE, SOURCES, SENSITIVE = "application.affected_people", "data.sources", "data.sensitive_data"
_I = re.I
_LEAD = r"(?:^|[,:–—]|\b(?:and|but|so|also|please|pls|oh|no|then|again)\b)\W*"
_ONE_MORE = re.compile(
    r"\b(?:one more|another one|addition|addendum)(?: thing)? (?:for|to|on) (?:your|the|that|my) list(?: of (?P<list>[^:.!?]+))?\s*[:,–—-]\s*(?P<what>[^.!?;]+)",
    _I,
)
# An order, or that something is missing: it may be of any list. What only repeats or adds ("the coast too") is of the one that was told last.
_PLAIN_ORDERS = (
    re.compile(
        rf"{_LEAD}(?:please |pls |kindly |also |(?:can|could|would|will) (?:you|u) |you (?:must|should|have to) )*(?:also )?(?:add|include|put|write(?= down| in)|note(?= down)|list|count in)(?: (?:down|in|also))? (?P<what>[^.!?;:]+?)(?: (?:back|down|in|too|as well|also|please|pls|there))*(?:,? (?:to|among|with|on|onto|in|into|under|for(?= (?:whose|those|whom|who|the (?:people|list|ones))\b)) (?P<list>[^.!?;]+))?\W*$",
        _I,
    ),
    _ONE_MORE,
    re.compile(
        r"\b(?:you (?:forgot|left out|missed|dropped|ignored|overlooked|did(?:n['’]t| not) (?:write|note|put|take)(?: down)?|never (?:wrote|noted|put|took)(?: down)?|still have(?:n['’]t| not)(?: got)?)|(?:i|we) (?:left out|forgot)(?: to (?:say|mention|tell))?)\b:? (?P<what>[^.!?;:]+?)(?P<list>)\W*$",
        _I,
    ),
    re.compile(
        r"\b(?:i|we) (?:still )?(?:do(?:n['’]?t| not)|can(?:not|['’]?t)) (?:see|find|read) (?:any |our |my )?(?P<what>(?!(?:it|that|this|how|why|what|where|if|whether|them|any)\b)[^.!?;:,]+?)(?: (?:in|on|among|there)\b(?P<list>[^.!?;,]*))?(?=\W*$|,)",
        _I,
    ),
    re.compile(
        r"^\W*(?:and |but |so |also )?(?P<what>(?!(?:it|that|this|what|something|nothing|there|who|he|she)\b)[^.!?;:,]+?) (?:is|are) (?:still |again |also )?(?:missing|not (?:there|in it|on it|written|noted|in))(?:,? (?:in|on|from|among) (?P<list>[^.!?;]+?))?(?:,? (?:please|pls))?\W*$",
        _I,
    ),
    re.compile(
        r"^\W*(?:(?:good|ok(?:ay)?|fine|great|right|thanks|thank you)\W+)?(?:and |oh,? |but )?(?P<what>(?!(?:it|that|this|i|we|he|she|they|you|yes|no|me|us|him|her|them|same|not|so|there|here)\b)(?:[\w'’-]+ ){0,5}?[\w'’-]+) also,? (?:please|pls)(?P<list>)(?=\W*$|,)",
        _I,
    ),
    re.compile(
        r"^\W*(?:and |oh,? |but )?also,? (?P<what>[^.!?;:,]+)(?P<list>)(?=,? (?:i|we) (?:just |now |only )?(?:remember|forgot|recall|(?:see|find) now|left)\b)",
        _I,
    ),
)
_ORDERS = (
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
# "Those tenants" names somebody, "those" points.
_POINTS = re.compile(r"\W*(?:(?:it|them|him|her|that|this)\b|(?:these|those)\W*$)", re.I)
_WHO_THEY_ARE = re.compile(
    r"\s*[,–—-]\s*(?=(?:they|he|she|who|which|that|these|those|it|we|i|you|because|not|none)\b)", re.I
)
_THEY_ARE_NOT = re.compile(
    r"\s*(?:and |but )?(?:they|these|those)(?:['’]?re| are)(?: (?:not|neither|no)|n['’]t)\b[^.!?;,]*", re.I
)
_OF_THE_NOTES = re.compile(
    r"\W*(?:the |that |your |my |this )*(?:list|notes?|them|it|summary|report|file|record|there)?\W*", _I
)
_OF_PEOPLE = re.compile(r"\b(?:affect\w*|touch\w*|people|persons|those|whom?|lives)\b", _I)
_OF_DATA = re.compile(r"\b(?:sources?|data|where (?:the|it|our) (?:\w+ )?comes? from)\b", _I)


def with_what_is_to_be_added(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what the message asks to put on a list that was told."""
    if heard.decided or heard.late or heard.merged or {r for r in heard.removed if "." not in r or r.endswith(".name")}:
        return heard
    for part in PART.finditer(said):
        if len(part[0]) > LONGEST_PART:
            continue
        found = next((m for m in _orders_in(part[0]) if not _POINTS.match(m["what"])), None)
        if found is None:
            continue
        # "… the local families, they are not refugees and not staff" goes on to say who those are.
        what = _WHO_THEY_ARE.split(found["what"], maxsplit=1)[0]
        if len(what.split()) > LONGEST:
            continue
        start = part.start() + found.start("what")
        ref = ""
        heard = _no_tool_in(heard, (start, start + len(what)), session)
        if found.re in _PLAIN_ORDERS:
            named = set(keys_named(said)) & {PEOPLE, SENSITIVE}
            ref = named.pop() if len(named) == 1 else _by_the_thing(what, found["list"] or "", session, tools)
        old = _list_meant(found["list"] or "", said, session) if not ref else session.chain.get(ref)
        if old is None:
            heard = _begun(heard, said, (start, start + len(what)), found["list"] or "", ref, session, number, tools)
            continue
        if _is_there(what, old, tools):
            continue
        now = next((f for f in heard.facts if f.ref == old.ref), None)
        # "The bereaved families. They're not patients or staff" says who those are that join.
        behind = _THEY_ARE_NOT.match(said, part.end()) if found.re is _ONE_MORE else None
        elsewhere = blanked(said, [(start, behind.end() if behind else part.end())])
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
    return (found for order in (*_PLAIN_ORDERS, *_ORDERS) if (found := order.search(words)) is not None)


def _not_removed(heard: Heard, ref: str) -> Heard:
    """The same with a list that was taken for one to be taken away: "you left out the local families, they are not refugees" takes no refugees out."""
    if ref not in heard.removed:
        return heard
    return replace(heard, removed=tuple(r for r in heard.removed if r != ref), reading=replace(heard.reading, note=""))


def _is_there(what: str, old: Fact, tools: Tools) -> bool:
    """Whether the list was noted from the very words of what is to be put on it: who repeats them for anger adds nothing. A list that was noted from
    words which took something out ("leave the religion out") has it no more.
    """
    told = dict(tools.answers(what, old.field.key))
    if (best := likeliest(told)) and best not in old.values and told[best] >= SURE:
        return False
    words = _ARTICLES.sub("", what).casefold().strip()
    return len(words) > 2 and re.search(rf"\b{re.escape(words)}\b", old.quote.casefold()) is not None


def _no_tool_in(heard: Heard, place: tuple[int, int], session: Session) -> Heard:
    """The same without a further tool that was read in the words of what is missed ("you did not write the Dalit question"); what else was put on it is of the
    first.
    """
    there = session.chain.all_components()
    named = (p for p in heard.reading.proposals if p.ref.endswith(".name") and p.start is not None)
    new = {p.ref.partition(".")[0] for p in named if place[0] <= (p.start or 0) < place[1]} - {*there}
    if not new:
        return heard
    facts = [f for f in heard.facts if not (f.component in new and f.field.name == "name")]
    moved = (replace(f, ref=f"{f.kind}.{f.field.name}") if f.component in new else f for f in facts)
    return replace(heard, facts=tuple(f for f in moved if f in facts or session.chain.get(f.ref) is None))


def _by_the_thing(what: str, named: str, session: Session, tools: Tools) -> str:
    """The list that a thing is of, where the order names none and the thing is much likelier of one than of the others: "the caste is still missing" is
    of what is sensitive in the data, whatever list was told last. What is as likely of two ("the disability": of whom it touches, of the data) is of
    the one whose component is talked of. "" where it is not plain.
    """
    if named and not _OF_THE_NOTES.fullmatch(named):
        return ""
    likely = {ref: _of_the_list(what, ref, tools) for ref in (PEOPLE, SENSITIVE)}
    best = max(likely, key=lambda ref: likely[ref])
    if likely[best] < LIKELY:
        return ""
    close = [ref for ref in likely if likely[ref] > likely[best] - APART]
    if len(close) == 1:
        return best
    component = session.asked.partition(".")[0] if session.asked else ""
    return next((ref for ref in close if ref.partition(".")[0] == component), "")


def _of_the_list(thing: str, ref: str, tools: Tools) -> float:
    """How likely a thing by itself is one of a list; "others" says nothing of which."""
    return max((c for v, c in tools.answers(thing, field_of(ref).key) if v and v not in ALONE | {"other"}), default=0.0)


def _begun(
    heard: Heard,
    said: str,
    place: tuple[int, int],
    named: str,
    ref: str,
    session: Session,
    number: int,
    tools: Tools,
) -> Heard:
    """The same with a list that an order begins: "put our deck hands among those affected", "the caste is still missing", while nothing stands there yet.
    ``ref``: the list that the thing itself tells, else "".
    """
    own = ref or (PEOPLE if not named or _OF_PEOPLE.search(named) else SOURCES if _OF_DATA.search(named) else "")
    now = next((f for f in heard.facts if f.ref == own), None)
    if not own or session.chain.get(own) is not None or (now is not None and (not ref or now.status != "known")):
        return heard
    if not named and not ref and session.asked and field_of(session.asked).type == "set":
        return heard
    there = set(now.values) if now is not None else set()
    new = _read(said, place, own, there, session, number, tools, SURE_OF_THE_MEANT if named or ref else SURE)
    if new is None or (not named and set(new.values) <= {"other"}):
        # What was left out may be of anything; only whom the readers know as people are put among those it touches.
        return heard
    left = without_told(heard, {own})
    return replace(left, facts=(*left.facts, new), unplaced="", vague=False)


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
    if told is None and sure <= SURE_OF_THE_MEANT:
        # "The Dalit question": the encoder for answers knows words that the readers have not met.
        chances = dict(tools.answers(bare.strip(), field_of(ref).key))
        best = likeliest(chances)
        told = Proposal.of_all(bare, ref, "known", (best,), chances[best]) if best and best != "other" else None
    if told is None or told.confidence < sure or set(told.members) & ALONE or set(told.members) <= stays:
        return None
    facts = gate(Reading((told,), "answer"), said, number).facts
    if not facts:
        return None
    values = [v for v in field_of(ref).values if v in {*stays, *facts[0].values} - ALONE]
    return replace(facts[0], value=checked_value(ref, values))
