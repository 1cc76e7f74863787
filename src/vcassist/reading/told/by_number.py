"""That a number or a list takes the last step: "the score decides who gets a visit", "whoever is above 70 gets the grant, the rest not". Pure.

Where somebody still may say no, it is a proposal, and none of this.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.text import Span

_I = re.I
ROLE = "application.decision_role"
SURE = 0.85
_NUMBER = r"(?:numbers?|scores?|scoring|points?|marks?|results?|rank(?:s|ing)?|lists?|index|percentages?|ratings?|grades?|algorithms?|computers?|machines?|programs?|programmes?|software|systems?|tools?|models?|ai|bot|app)"
_DECIDES = r"(?:decides?|determines?|picks(?: out)?|chooses|selects|settles|rules)"
_DECIDED = re.compile(
    rf"\b(?:the|its|that|this|their|our|a|an)\s(?:[\w-]+\s)?{_NUMBER}\s(?:alone\s|itself\s|then\s|also\s|just\s|simply\s)*{_DECIDES}\s(?:on\s)?(?:who|whom|whose|which|whether|if|what|when|how much|everything)\b[^.!?;]*",
    _I,
)
_PERSONS = r"(?:whoever|who(?:soever)?|any(?:one|body)|every(?:one|body)|those|people|famil(?:y|ies)|households?|applicants?|students?|patients?|cases?|all)"
_LINE = r"(?:above|below|over|under|beyond|beneath|past|with (?:more|less|fewer) than|(?:more|less|fewer|higher|lower) than|at least|from)"
_BY_A_LINE = re.compile(
    rf"\b{_PERSONS}\s(?:(?:who|that|which|is|are|has|have|comes?|scores?|gets?|falls?|lands?|stands?)\s){{0,3}}{_LINE}\s(?:the\s)?(?:line|cut-?off|limit|threshold|[\d.,]+\s?%?)(?:\s(?:points?|marks?|percent))?,?\s(?:then\s|automatically\s|directly\s)*(?:gets?|receives?|(?:is|are)\s(?:\w+\s)?(?:in|out|invited|accepted|rejected|refused|visited|paid|admitted|chosen|selected|hired|dropped)|do(?:es)? not get|don['’]?t get|will (?:get|receive)|goes|go)\b[^.!?;]*",
    _I,
)
# Who can still say no takes the last step.
_SOMEBODY_STILL = re.compile(
    r"\b(?:overrul\w+|overrid\w+|overturn\w*|say no|can change|may change|could change|in the end (?:we|i|she|he|they|the \w+)|we (?:then |still |always |finally )*(?:decide|choose|look|check|go through|discuss)|"
    r"final (?:say|word|decision)|(?:nurse|teacher|worker|doctor|manager|director|committee|board|boss|coordinator|person|human|colleague|staff)s? (?:then |still |always |finally )*(?:decides?|checks?|looks?|reviews?|approves?|signs?|chooses?|confirms?|visits? and)|"
    r"helps? (?:us|to|me|them)|suggest\w*|recommend\w*|propos\w*|not (?:decide|alone)|n['’]t decide)\b",
    _I,
)


def by_number(text: str) -> Span | None:
    """The words of a text that say so; None where nothing does, or a person still has the last word."""
    if _SOMEBODY_STILL.search(text):
        return None
    found = _DECIDED.search(text) or _BY_A_LINE.search(text)
    if found is None:
        return None
    words = found[0].rstrip(" ,")
    return Span(found.start(), found.start() + len(words), words)


def with_number_deciding(read: Reading, message: str, asked: str | None) -> Reading:
    """The same with that as the answer where the part in decisions was asked and nothing of it read."""
    if asked is None or field_of(asked).key != ROLE or any(p.ref == asked for p in read.proposals):
        return read
    told = by_number(message)
    if told is None:
        return read
    decides = Proposal(asked, "known", "decides", told.text, SURE, told.start, told.end)
    return replace(read, proposals=(*read.proposals, decides), intent="answer")
