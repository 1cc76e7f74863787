"""What somebody said before and now says otherwise, both in one sentence: "I said that without it the work gets worse; in fact it would stop". Pure but for its reader.

The first half names the answer by repeating it, so that the second is read as the answer to that question and to no other; the reason behind it
is not read. What begins with being without a tool is told of its outage, whatever was asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.answers.question_words import plainly_named
from vcassist.interview.corrections.in_part import WHOLE
from vcassist.interview.corrections.repair import FAIR, SURE, read_as
from vcassist.interview.meant import words_of
from vcassist.interview.ports import Reader
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import LONGEST_WISH, Wish
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE, TOOL

_I = re.I
_TURNED = re.compile(
    r"\bi(?:['’]ve| have| had)? (?:said|told you|wrote|answered|claimed)(?: (?:earlier|before|at first|already|once|you|that)){0,3},? (?P<first>[^.!?;\n]{4,160}?)"
    r"(?:[.,;:]| [–—-])\s{1,3}(?:(?:but|and|no|sorry|well|this was wrong|that was wrong)[,.;]? ){0,3}(?:in fact|actually|in truth|in reality|the truth is(?: that)?)[,:]? (?P<then>[^.!?;\n]{4,160})",
    _I,
)
# "When I said the customers were asked, it was four of them, over tea."
_WHEN_I_SAID = re.compile(
    r"\b(?:when|where) i (?:said|told you|answered|(?:wrote|put down)(?= that))(?: (?:earlier|before|at first|already|once|you|that|down)){0,3},? (?P<first>[^.!?;,\n]{4,100}),\s{1,3}"
    r"(?:(?:well|in truth|in fact|really|actually|i meant|i only meant),? )?(?P<then>[^.!?;\n]{4,120})",
    _I,
)
# Who says so many words of what they told again means it.
REPEATS = 2
# What leaves a part of it: "it was four of them", "just once", "only the office".
_A_PART = re.compile(
    rf"\b(?:{ONE_TO_TWELVE}|\d+|some|a few|a couple|half|most|part) of (?:them|us|it|those|the)\b|\b(?:only|just|merely|mostly|partly|hardly|barely|once|twice|sometimes|a (?:few|handful|couple))\b",
    _I,
)
# A reason answers nothing.
_REASON = re.compile(r",? (?:because|since|as|for|so that|given that)\b|,", _I)
_WHO = r"(?:the|our|my|we|i|it|they|everything|everyone|everybody|all|nothing|nobody|people|work|life)"
_WITHOUT = rf"(?:^|[.!?;\n])\s{{0,3}}(?:(?:and|but|so|no|well)\b[\s,]{{1,2}}){{0,2}}(?P<told>without (?:(?P<title>{{titles}})|it|(?:the|this|that|our) (?:ai )?{TOOL})[,:]? {_WHO}\b[^.!?;\n]{{3,80}})(?=[.!;\n]|$)"


def turned_from(said: str, session: Session, reader: Reader, number: int) -> Wish | None:
    """The answer that a sentence repeats as said before and now tells otherwise; None where it is none of those noted, or several."""
    short = len(said) <= LONGEST and len(said.split()) <= LONGEST_WISH
    turned = _TURNED.search(said) if short else None
    if turned is None:
        when = _WHEN_I_SAID.search(said) if short else None
        return _what_was_meant(when, session, reader, number) if when is not None else None
    then = turned["then"]
    reason = _REASON.search(then)
    then = then[: reason.start()] if reason else then
    found = []
    for old in session.chain.facts.values():
        if old.field.type != "enum" or old.status != "known" or old.ref == session.asked:
            continue
        first = read_as(turned["first"], turned.start("first"), old.ref, reader, session, fair=FAIR)
        new = read_as(then, turned.start("then"), old.ref, reader, session, fair=SURE)
        if first and new and first.says_the_same(old) and new.status == "known" and not new.says_the_same(old):
            found.append(replace(new, turn=number))
    return Wish((), "", (turned.span(),), instead=(found[0],)) if len(found) == 1 else None


def _what_was_meant(when: re.Match[str], session: Session, reader: Reader, number: int) -> Wish | None:
    """The choice that was said and of which it is told now what was meant: another one, or a part of it."""
    found = []
    for old in session.chain.facts.values():
        if old.field.type not in ("enum", "yesno") or old.status != "known" or old.ref == session.asked:
            continue
        first = read_as(when["first"], when.start("first"), old.ref, reader, session, fair=FAIR)
        repeated = len(words_of(old.quote) & words_of(when["first"])) >= REPEATS
        if not repeated and (first is None or not first.says_the_same(old)):
            continue
        if old.value in WHOLE and _A_PART.search(when["then"]):
            value = checked_value(old.ref, WHOLE[str(old.value)])
            found.append(Fact(old.ref, "known", value, when["then"], *when.span("then"), number))
            continue
        new = read_as(when["then"], when.start("then"), old.ref, reader, session, fair=SURE)
        if new is not None and new.status == "known" and not new.says_the_same(old):
            found.append(replace(new, turn=number))
    return Wish((), "", (when.span(),), instead=(found[0],)) if len(found) == 1 else None


def told_of_being_without(said: str, session: Session, reader: Reader, number: int) -> Fact | None:
    """What a sentence that begins with "without" a tool tells of its outage, where that is noted; None where it leaves open of which tool."""
    chain, asked = session.chain, (session.asked or "").partition(".")
    tools = {c: str(chain.value(f"{c}.name") or "") for c in chain.mentioned("application")}
    titles = "|".join(re.escape(t) for t in tools.values() if t) or r"(?!)"
    place = re.search(_WITHOUT.replace("{titles}", titles), said, _I) if len(said) <= LONGEST else None
    if place is None:
        return None
    named = [c for c, t in tools.items() if place["title"] and t.casefold() == place["title"].casefold()]
    meant = named or [c for c in tools if c == asked[0]] or list(tools)
    ref = f"{meant[0]}.outage_effect"
    if len(meant) != 1 or ref == session.asked or ref not in chain.facts:
        return None
    choices = plainly_named("application.outage_effect", place["told"])[1]
    if len(choices) == 1:
        # "Without it we do not stop, it gets worse."
        value, (start, end) = next(iter(choices.items()))
        at = place.start("told")
        return Fact(ref, "known", value, place["told"][start:end], at + start, at + end, number)
    new = read_as(place["told"], place.start("told"), ref, reader, session, fair=SURE)
    return replace(new, turn=number) if new is not None and new.status == "known" else None
