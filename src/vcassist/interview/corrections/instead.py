"""Orders to put other words in the place of something: "remove the number and write “forty” instead", "replace X with Y". Pure.

Forms only. What such an order puts in the place is new, so it is never struck out nor taken away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vcassist.interview.removals.order_forms import LONGEST, led

_I = re.I
_LEAD = led(
    r"no|oh|ah|ok(?:ay)?|sorry|wait|please|pls|kindly|well|right|then|now|just|but|and|so|also",
    r"meant|mean|want(?: you)? to|would like(?: you)? to",
)
_TAKE = r"(?:remove|delete|strike(?: out)?|erase|drop|take out|cut(?: out)?|scrap|cross out|forget|throw out|leave out)"
_PUT = r"(?:use|put|write|note|say|take|enter|insert|have|add|make it|set it to|let it (?:say|read))"
_QUOTED = r"[“\"„«][^”\"»“]{1,200}[”\"»]|(?<!\w)['‘][^'’\n]{1,200}['’](?!\w)"
_OLD = rf"(?P<old>(?:{_QUOTED}|[^.!?;\n“\"„«])(?:{_QUOTED}|\.(?=\w)|[^.!?;\n“\"„«]){{1,160}}?)"
_PLAIN = r"[^.!?;\n“\"„«]{1,160}?"
_NEW = rf"(?P<new>{_QUOTED}|{_PLAIN})"
_INSTEAD = r"(?:instead(?: of (?:it|that))?|in its place|in place of (?:it|that)|for it|there)"
_END = r"(?:,? (?:please|(?:would|will|could) you))*(?=\W*$|\s*[.!?;\n]|(?<=you),)"
_ORDERS = tuple(
    re.compile(f"{_LEAD}(?P<do>{form})", _I)
    for form in (
        rf"{_TAKE} {_OLD}(?: (?:out|off|away))?,? (?:and|but|then|;)(?: then| please| rather| instead)* {_PUT} (?P<new>{_QUOTED})(?:,? {_INSTEAD})?{_END}",
        rf"{_TAKE} {_OLD}(?: (?:out|off|away))?,? (?:and|but|then|;)(?: then| please| rather)* {_PUT} (?P<new>{_PLAIN}),? {_INSTEAD}{_END}",
        rf"{_TAKE} {_OLD}(?: (?:out|off|away))?,? (?:and|but|then|;)(?: then| please| rather)* instead {_PUT} {_NEW}{_END}",
        rf"(?:replace|substitute|exchange|swap) {_OLD} (?:with|by|for) {_NEW}{_END}",
        rf"(?:change|correct|turn|amend) {_OLD} (?:to|into) {_NEW}{_END}",
        rf"instead of {_OLD},? (?:please )?{_PUT} {_NEW}{_END}",
        rf"{_PUT} (?P<new>{_QUOTED}) (?:instead of|in (?:the )?place of|rather than) {_OLD}{_END}",
    )
)
_MARKS = " \t“”\"„«»'‘’"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What an order wants gone (``old``, in its words) and what it wants there, at ``start``–``end``; ``span`` is the whole order."""

    old: str
    new: str
    start: int
    end: int
    span: tuple[int, int]


def exchange_in(said: str) -> Exchange | None:
    """What a message wants put in the place of something; None where its form says no such thing."""
    if len(said) > LONGEST:
        return None
    for pattern in _ORDERS:
        if (order := pattern.search(said)) is not None:
            new = order["new"]
            start = order.start("new") + len(new) - len(new.lstrip(_MARKS))
            end = order.end("new") - (len(new) - len(new.rstrip(_MARKS)))
            if start < end:
                return Exchange(order["old"].strip(), said[start:end], start, end, order.span("do"))
    return None
