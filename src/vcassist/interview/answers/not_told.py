"""A whole message that only says that something is kept back, by whom, or left for later: "rather not", "I won't say", "vendor doesn't disclose". Pure.

A closed class, whatever was asked. Who says "I" or "we" keeps it back themselves; who speaks of them or of the vendor was refused. Nothing in it names
another matter.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Status, field_of
from vcassist.interview.ports import Proposal

_I = re.I
# More words tell more.
LONGEST = 14
SURE = 0.97
_SIGH = r"(?:(?:hm+|well|oh|ah|so|sorry|no|honestly|tbh|i(?:['’]m| am) (?:sorry|afraid)|pass(?: on (?:that|this)(?: one)?)?|skip(?: it| that)?|(?:that|this|it)(?:['’]?s| is)|but)\b[\s,.:;…–—-]*)*"
_TELL = r"(?:say|tell|answer|share|disclose|discuss|comment(?: on)?|go into|talk about|speak (?:about|of)|reveal|give (?:(?:that|this|it) out|(?:that|this|it)|out|away)|name|publish|specify|explain)"
_IT = r"(?:[\s,]*(?:you|us|me|anyone|anybody|that|this|it|those things|such things|about|on|of|out|either|one|here|to|on (?:that|this)))*"
_BECAUSE = r"(?:[\s,;.–—-]+(?:sorry|i(?:['’]m| am) afraid|please|thanks?|it(?:['’]?s| is) (?:confidential|private|secret|sensitive|internal)|(?:that|this)(?:['’]?s| is) (?:confidential|private|secret|sensitive|internal)|to be honest|tbh|if you don['’]?t mind|never|ever|so far|yet|whatever we ask|though|we asked|i asked|i think|of course))*[\s.,!…:;)(-]*"
_VENDOR = r"(?:(?:the|our|that|this) )?(?:vendor|supplier|company|provider|maker|manufacturer|developers?|seller|reseller|firm|sales ?(?:man|woman|person|rep|guy)|rep|people there|salespeople)"
_PERSON = re.compile(
    rf"\W*{_SIGH}(?P<words>(?:(?:i|we) (?:really )?(?:won['’]?t|will not|shall not|(?:do not|don['’]?t) (?:want|wish|like|care) to|refuse to|must not|mustn['’]?t|may not)|(?:(?:i|we) (?:am |are )?|i['’]?m |we['’]?re )?not (?:allowed|permitted|supposed|free|at liberty) to|(?:i['’]m|i am|we are|we['’]re) not going to) {_TELL}{_IT}|(?:i|we)(?:['’]?d| would)? (?:really )?(?:rather not|prefer not(?: to)?)(?: {_TELL})?{_IT}|"
    rf"(?:i(?:['’]d| would) )?rather not(?: {_TELL})?{_IT}|prefer not to(?: {_TELL})?{_IT}|(?:i(?:['’]m| am) )?not (?:telling|saying|sharing|answering)(?: (?:you|that|this|it))*|no comment|none of (?:your|anybody['’]?s|anyone['’]?s) (?:business|concern)|not (?:your|any of your) business|private(?: matter)?|under (?:an? )?nda|(?:we(?:['’]re| are|['’]ve| have)? )?(?:signed|under|bound by) (?:an? )?nda|"
    rf"(?:that|this|it) (?:stays|remains) (?:with us|here|in[- ]house|between us|private|in the house)|(?:i|we)(?:['’]ll| will|['’]d)? (?:must |have to |rather )?keep (?:that|this|it) (?:to (?:myself|ourselves)|private|in[- ]house|for (?:myself|ourselves))|(?:internal|confidential),? (?:sorry|for us|with us)|for (?:us|me) to know)\b{_BECAUSE}",
    _I,
)
_REFUSES = r"(?:won['’]?t|will not|would not|wouldn['’]?t|does not|doesn['’]?t|do not|don['’]?t|did not|didn['’]?t|never|refuses?(?: to)?|refused(?: to)?|declines?(?: to)?|declined(?: to)?|can(?:not|['’]?t))"
_SILENT = re.compile(
    rf"\W*{_SIGH}(?P<words>(?:they|he|she|nobody there|no one there|{_VENDOR}) (?:just |simply |still )?{_REFUSES} (?:{_TELL}|said|told|answered|repl(?:y|ied)|respond(?:ed)?|disclosed|revealed|shared){_IT}|"
    rf"(?:they|{_VENDOR}) keeps? (?:that|this|it|quiet|mum|silent|schtum)(?: (?:secret|quiet|to (?:themselves|itself)|private|back))?(?: about it)?|(?:a |their |its |the vendor['’]?s )?(?:trade|company|business|commercial|industrial|manufacturer['’]?s) secrets?(?: (?:they|it) (?:say|says|said))?|(?:top )?secret|hush[- ]?hush(?:,? (?:they|{_VENDOR}) (?:says?|said)|,? says (?:they|{_VENDOR}))?|not disclosed|undisclosed|unpublished by them|"
    rf"(?:we |i )?(?:asked|wrote|e-?mailed|called|rang|phoned)(?: (?:them|the (?:vendor|supplier|company|maker)|twice|once|three times|again|many times))*[\s,;.–—-]+(?:but )?(?:got )?(?:nothing(?: back| came)?|silence|no (?:answer|reply|response)|crickets|never (?:an answer|a reply|answered|replied|heard back)|they (?:never|didn['’]?t|did not) (?:answer|reply|respond|answered|replied)|nobody (?:answered|replied)|not a word)(?: (?:so far|yet|back))?|"
    rf"no (?:answer|reply|response) (?:from (?:them|{_VENDOR}))(?: (?:so far|yet|on that|to that))?|(?:they|{_VENDOR}) (?:dodged?|dodges|avoids?|avoided|evades?|ducks?|ducked|ignores?|ignored) (?:it|that|us|(?:the|that|this|my|our) (?:question|mail|letter|email)s?))\b{_BECAUSE}",
    _I,
)
_UNKNOWN = re.compile(
    r"\W*(?:(?:hm+|well|oh|ah)\W+)*(?P<words>d\.?k\.?|n\.?k\.?|not known|unknown(?: to (?:me|us))?|(?:that(?:['’]?s| is) a )?good question|ask (?:someone|somebody) else)[\s.,!…]*",
    _I,
)
_LATER = re.compile(
    r"\W*(?:(?:hm+|well|oh|ah|ok(?:ay)?)\W+)*(?:not (?:right )?now|(?:maybe |perhaps |rather )?(?:another|some other) (?:time|day)|maybe later|nothing (?:more |else )?to (?:add|say)(?: (?:here|on that|to that|about that))?)(?: please)?[\s.,!…]*",
    _I,
)
_WAYS: tuple[tuple[Status, str | None, re.Pattern[str]], ...] = (
    ("withheld", "person", _PERSON),
    ("withheld", "supplier", _SILENT),
    ("unknown", None, _UNKNOWN),
)
# Where these are an answer: weights that are a secret are closed, a use that is not disclosed is not published.
_ANSWERED_SO = frozenset(
    {"model.weights", "governance.transparency_published", "application.tells_people", "application.labels_content"}
)
_BARE = re.compile(
    r"(?:private(?: matter)?|(?:top )?secret|(?:a |their |its )?(?:trade|company|business|commercial|industrial) secrets?|not disclosed|undisclosed|unpublished by them|hush[- ]?hush)",
    _I,
)
# Of data and machines it tells where they are: "it stays here", "we keep that in-house".
_IN_A_PLACE = frozenset(
    {
        "storage.country",
        "storage.supplier",
        "storage.crosses_border",
        "compute.country",
        "compute.supplier",
        "compute.hosting",
        "data.country",
        "model.access",
    }
)
_STAYS_THERE = re.compile(
    r"(?:(?:that|this|it) (?:stays|remains) (?:with us|here|in[- ]house|in the house)|(?:i|we)\b.*\bkeep (?:that|this|it) in[- ]house)",
    _I,
)


def not_told(message: str, asked: str) -> Proposal | None:
    """What was asked as kept back, by the person or by the supplier, or as not known, where a message says only that; else None."""
    if len(message.split()) > LONGEST or "?" in message:
        return None
    for status, by, form in _WAYS:
        m = form.fullmatch(message)
        if m is None or not m["words"].strip():
            continue
        if field_of(asked).key in _ANSWERED_SO and _BARE.fullmatch(m["words"]):
            return None
        if field_of(asked).key in _IN_A_PLACE and _STAYS_THERE.fullmatch(m["words"]):
            return None
        return Proposal(asked, status, None, m["words"], SURE, *m.span("words"), by)
    return None


def is_put_off(message: str) -> bool:
    """Whether a message only puts what was asked off: "not now"."""
    return _LATER.fullmatch(message) is not None
