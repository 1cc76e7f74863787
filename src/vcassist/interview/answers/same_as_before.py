"""Who or where it is, told by pointing at what was named before: "same company", "them too", "the vendor", "ditto", "here", "same place". Pure.

Such words are no names. Whoever says "them" or "the vendor" means who supplies the tool, and by "here" the own country; who says "same" or "as above"
means the last that they named. Where that is not known they stay open, and it is asked for the name.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.interview.ports import Proposal

_I = re.I
LONGEST = 8
SURE = 0.99
# Who may be one and the same house.
_OF_HOUSES = (
    "application.supplier",
    "model.supplier",
    "storage.supplier",
    "compute.supplier",
    "labelling.supplier",
    "data.supplier",
)
_OWN_COUNTRY = "organisation.country"
_COUNTRIES = (_OWN_COUNTRY, "storage.country", "compute.country", "data.country", "labelling.country")
_SIGH = r"(?:(?:hm+|well|oh|ah|yes|yeah|ok(?:ay)?|so|again|also|still|i (?:think|guess|suppose|believe)|probably|that['’]?s|that is|it['’]?s|it is|this is|this too is|on|in|at|by|with|from|all|just)\b[\s,.:…-]*)*"
_HOUSE = (
    r"(?:compan(?:y|ies)|firm|vendor|supplier|provider|maker|manufacturer|developers?|seller|start-?up|business|outfit)"
)
_PEOPLE = r"(?:people|guys|ones?|folks?|lot|lads|crowd|team|chaps|bunch)"
_KIT = r"(?:servers?|cloud|machines?|computers?|data ?cent(?:re|er)s?|system|side|place|end|kit|hardware|infrastructure|hosting|storage|drive|model|own)"
_DOES = r"(?:do|did|does|are|have|made|make|built|build|wrote|developed|run|runs|host|hosts|keep|keeps|store|stores|own|owns|have|has|provide|provides)"
_TAIL = r"(?:[\s,]*(?:too|also|again|as well|themselves|itself|it|that|this|all of it|the whole thing|i (?:think|guess|suppose|believe)|probably|as (?:before|above|far as i know)|of course|there|for us))*[\s.,!…)]*"
_THEM = re.compile(
    rf"\W*{_SIGH}(?P<words>them(?:selves)?|theirs|they(?: (?:themselves )?{_DOES})?|(?:the|our|that|this) (?:{_HOUSE}|same {_HOUSE})(?:['’]s(?: {_KIT})?)?(?: {_DOES})?|{_HOUSE}['’]s {_KIT}|their (?:own )?{_KIT}|(?:the )?{_HOUSE} (?:itself|themselves))\b{_TAIL}",
    _I,
)
_SAME = re.compile(
    rf"\W*{_SIGH}(?P<words>ditto|idem|as (?:above|before)|(?:the |that )?(?:very )?same(?: (?:{_HOUSE}|{_PEOPLE}|answer|name|thing|as (?:before|above|the (?:last|one before|other(?: one)?)|for the (?:tool|storage|machines|model)|storage)))?|like (?:before|above|the last(?: one)?))\b{_TAIL}",
    _I,
)

# "It stays here", "they are kept there".
_LIES = r"(?:(?:it|that|this|they|those|these|everything|all(?: of (?:it|them))?|the (?:data|files?|machines?|servers?|computers?))(?:['’]s| is| are)?(?: all| just| only)?(?: (?:stays?|remains?|kept|stored|held|sits?|sitting|lives?|lies|runs?|running|stands?|standing|collected|comes? from))?[\s,]+)?"
_LAND = r"(?:country|city|town|place|state|region|village|premises|building|office|location)"
_HERE = re.compile(
    rf"\W*{_SIGH}{_LIES}(?P<words>(?:right |all |only )?here|with us|(?:this|our(?: own)?) (?:country|city|town|village|state)|locally|local|at home|(?:with)?in the country|in-?country|domestic(?:ally)?|where we (?:are|work|sit)|nationally|not abroad)\b(?:[\s,]*(?:too|also|again|as well|with us|of course|i (?:think|guess|suppose|believe)|probably|only))*[\s.,!…)]*",
    _I,
)
_THERE = re.compile(
    rf"\W*{_SIGH}{_LIES}(?P<words>there|ditto|idem|as (?:above|before)|(?:the )?same(?: (?:{_LAND}|again|one|answer|thing|as (?:before|above|the (?:last|one before|other(?: one)?|data|storage|machines?|servers?)))?)?)\b(?:[\s,]*(?:too|also|again|as well|i (?:think|guess|suppose|believe)|probably))*[\s.,!…)]*",
    _I,
)


def only_points(message: str, asked: str) -> bool:
    """Whether a message, as the answer to who it is, consists of words that point at somebody named before."""
    return _words(message, asked) is not None


def same_as_before(message: str, asked: str, chain: Chain) -> Proposal | None:
    """Who or where is meant by words that only point at what was named before, as the answer to ``asked``; None for all other messages, where nothing
    of the kind was named, and where it may be one of several.
    """
    found = _words(message, asked)
    if found is None:
        return None
    m, last = found
    if field_of(asked).name == "name":
        # Two things do not bear one name.
        return None
    if field_of(asked).type == "country":
        meant = (_last(chain, asked, _COUNTRIES) if last else None) or chain.get(_OWN_COUNTRY)
    else:
        meant = (_last(chain, asked, _OF_HOUSES) if last else None) or _supplier(chain, asked)
    if meant is None or meant.ref == asked:
        return None
    return Proposal(asked, meant.status, meant.value, m["words"], SURE, *m.span("words"), meant.by)


def _words(message: str, asked: str) -> tuple[re.Match[str], bool] | None:
    """The words that point, and whether they point at what was named last."""
    spec = field_of(asked)
    key = spec.key
    if len(message.split()) > LONGEST or key == _OWN_COUNTRY:
        return None
    if key not in (*_OF_HOUSES, *_COUNTRIES) and spec.name != "name":
        return None
    nearer, further = (_HERE, _THERE) if key in _COUNTRIES else (_THEM, _SAME)
    near = nearer.fullmatch(message)
    m = near or further.fullmatch(message)
    return (m, near is None) if m is not None else None


def _supplier(chain: Chain, asked: str) -> Fact | None:
    """Who supplies the tool, where one house supplies all that is noted, and it is not the speaker's own."""
    found = [f for f in chain.facts.values() if f.field.key == "application.supplier" and f.ref != asked]
    tells = [f for f in found if f.status in ("known", "withheld") and f.value != "self"]
    return tells[0] if tells and len({f.value for f in found}) == 1 else None


def _last(chain: Chain, asked: str, keys: tuple[str, ...]) -> Fact | None:
    """What was named last of several fields."""
    found = [f for f in chain.facts.values() if f.field.key in keys and f.ref != asked and f.status == "known"]
    return max(reversed(found), key=lambda f: f.turn, default=None)
