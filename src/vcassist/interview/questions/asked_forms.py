"""Questions whose form decides how they are heard, and not only what answers them: what is noted or missing, what others do, what is private. Pure.

Such a question is looked up as the example of knowledge/talk.yaml that asks for the same. What any other question wants was learnt
(knowledge/wanted.py).
"""

from __future__ import annotations

import re

from vcassist.interview.questions.notes_forms import of_the_notes
from vcassist.interview.remarks.manner import LEAD, wish_in

_I = re.I
_LEAD = rf"^{LEAD}"
# A longer question tells a case (characters).
LONGEST = 400
MISSING = "what is missing"
PRIVATE = "is this private"
NEED_I_KNOW = "do I need to know that"
WHICH_MEANT = "which tool do you mean"
OF_THE_NOTES = "what have you noted so far"
OTHERS = "what do other schools do here"
TWICE = "why do you ask me the same thing twice"
_EVER = r"(?:(?:actually|really|also|ever|even|already|just|then|now|at least|please) )*"
_IN_NOTES = r"(?:on|in) (?:the|your) (?:list|notes?|record|records|report|paper)"
# What others like them do, which nobody here knows.
_PLACES_LIKE = r"(?:clinics?|hospitals?|schools?|charit(?:y|ies)|ngos?|ngo['’]s|organi[sz]ations?|offices?|town halls?|municipalit(?:y|ies)|towns?|cit(?:y|ies)|villages?|parishes|parish|churches|libraries|museums?|practices?|surger(?:y|ies)|pharmac(?:y|ies)|farms?|cooperatives?|co-ops?|unions?|associations?|clubs?|newspapers?|radios?|stations?|shops?|firms?|companies|businesses|places?|groups?|homes?|shelters?|teams?|councils?|universit(?:y|ies)|nurseries|kindergartens?|institutions?|projects?|foundations?|agencies|countries|institutes?|archives?|theatres?|courts?|colleges?|labs?|centres?|centers?)"
_OTHERS = rf"(?:(?:the )?(?:other|most|many|all(?: the)?(?: other)?|similar|comparable|normal|neighbou?ring|such|small|big(?:ger)?) (?:[\w’'-]+ )?{_PLACES_LIKE}|(?:the |all the |most )?others(?! (?:see|read|get|download|run)\b)|(?:the )?other (?!(?:tool|app|model|program|system|question|answer|thing|supplier|risk|part|one|data|half|side|way)s?\b)[\w’'-]+s\b|(?:normal|sensible|decent|serious|reasonable|most|other) (?:people|ppl|folks?)\b|(?:everybody|everyone) else|the rest of (?:you|them|the (?:world|country|sector)))"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"{_LEAD}which (?:one|of (?:them|those|the \w+)|(?:\w+ )?(?:tool|program\w*|app|system|data|model|part|machine|server|label|people|country))s? (?:(?:were|are|did|do) you (?:ask\w*|mean\w*|talk\w*|speak\w*)|(?:is|are|was|were) (?:meant|asked for|it about|this about))",
            _I,
        ),
        WHICH_MEANT,
    ),
    (
        re.compile(
            rf"{_LEAD}(?:what|which)(?: exactly| all)?(?: of (?:my|our|the) \w+)? (?:have|did|do|has|is|was) (?:you |been )?(?:noted?|written|write|wrote|recorded?|put|hold)(?: down)? (?:on|about|for|of|under|regarding|concerning)\b|"
            rf"{_LEAD}(?:can|could|may|might) (?:i|we) (?:please |perhaps |also )?(?:see|read|know|hear|check|look at) what(?:ever)? (?:you|is|was|has)(?: have| been|['’]ve)? (?:noted?|written|write|wrote|recorded?|put|hold|got)\b",
            _I,
        ),
        OF_THE_NOTES,
    ),
    (re.compile(rf"{_LEAD}where (?:were|are) we\b", _I), "sorry, I am lost"),
    (
        re.compile(
            rf"{_LEAD}(?:(?:what|how(?: (?:often|long|much|many|well))?|which \w+|why|where)(?: is it| is this| is that| about)? )?(?:do|does|did|have|has|had|are|is|would|with|at|in|about) {_OTHERS}\b(?![^.!?]*\b(?:see|read|know(?:s)? of|own|download)\b)|"
            rf"{_LEAD}(?:are|is|were) (?:we|i|our \w+|this) (?:really |maybe )?(?:the only|alone (?:with|in)|(?:normal|usual|typical|unusual|behind|worse|better|slower|different)\b[^.!?]{{0,20}}\b(?:others?|everybody|rest|average|place|most))|"
            rf"{_LEAD}(?:is|was|would) (?:it|that|this)(?: be)? (?:(?:quite|very|so|rather|really|also) )?(?:normal|usual|common|typical|unusual|rare|average|ordinary)\b|"
            rf"{_LEAD}(?:maybe |probably |surely )*(?:i|we) (?:guess|suppose|bet|imagine|assume|wonder)(?: (?:that|if|whether))? (?:{_OTHERS}|we(?:['’]re| are) (?:not )?(?:the only|alone))\b",
            _I,
        ),
        OTHERS,
    ),
    (
        re.compile(
            rf"{_LEAD}(?:do|must|should|shall|need|am|are) (?:i|we) (?:(?:really|even|actually|also|need to|have to|supposed to|expected to|meant to) )*(?:know|understand)\b(?! (?:you|him|her|them|somebody|anybody)\b)",
            _I,
        ),
        NEED_I_KNOW,
    ),
    (
        # Whether one thing is written down, whatever it is.
        re.compile(
            rf"{_LEAD}(?:did|have|had) (?:you|u) {_EVER}(?:note|write|put|record|save|mark|register|enter|keep|catch|get(?! (?:that|it|this)\W*$)|got(?! (?:that|it|this)\W*$)|include)(?:d|ten|ed)?(?: down)?\b(?! to | me to | your | an? )|{_LEAD}(?:have|had) (?:you|u) {_EVER}(?:written|wrote|kept|caught|noted)\b|"
            rf"{_LEAD}(?:do|have|did) (?:you|u) {_EVER}(?:have|got|get|put)?\b[^.!?]{{0,60}}\b(?:noted|written down|wrote down|recorded|{_IN_NOTES})\b|"
            rf"{_LEAD}(?:is|are|was|were|has|have)\b [^.!?]{{0,60}}\b(?:noted(?: down)?|written down|wrote down|recorded|put down|{_IN_NOTES})\b|{_LEAD}(?:who|what|which \w+)(?:['’]s| is| are| was| were) [^.!?]{{0,40}}\bnoted\b",
            _I,
        ),
        "did you write that down",
    ),
    (
        re.compile(
            rf"\b(?:what(?:ever)?|which(?: \w+)?|show|list|tell|name|give|display|is there (?:any|some)thing)\b[^.!?]{{0,40}}?\b(?:(?:is|are|['’]s|still|yet|remains?|stays?|we|i|you)\s+(?:\w+ ){{0,2}}?(?:left(?! (?:of|in|on|at|by|over)\b)|missing|open|outstanding|unanswered|lacking|to be answered|to come|unclear)(?! (?:source|weights?|to (?:the|all|every)))|remain(?:s|ing)?(?: open| unanswered)?(?! (?:in|with|on|there|at)\b)|(?:have|has|did) ?(?:not|n['’]t) (?:\w+ )?(?:answer(?:ed)?|told|tell)|you (?:do )?(?:still |yet )(?:\w+ )?(?:need|lack|miss|require|want))\b|"
            rf"\b(?:what|which)(?: \w+)? do you still (?:need|lack|miss)\b|{_LEAD}what['’]?s left\b",
            _I,
        ),
        MISSING,
    ),
    (
        re.compile(
            r"\bwhy (?:do|did|must|are|have) you (?:\w+ )?(?:ask\w*|repeat\w*|say\w*|want\w*|keep)\b[^.!?]{0,60}\b(?:twice|again|(?:two|three|four|five|ten|many|several|so many|a hundred) times|so often|over and over|the same)\b|\bwhy the same (?:question|thing)\b|\bwhy do i have to (?:say|repeat|tell|answer)\b[^.!?]{0,40}\b(?:twice|again|(?:two|three|many) times|the same)\b",
            _I,
        ),
        TWICE,
    ),
    (
        re.compile(
            rf"\b(?:is|are|was|were|did you) (?:\w+ )?(?:written|noted|put|recorded|listed|write|note)(?: down)? where\b|{_LEAD}where (?:is|are|did you|do you|have you|was|were)\b[^.!?]{{0,40}}\b(?:written|noted|put|recorded|listed|write|note)\b",
            _I,
        ),
        "did you write that down",
    ),
    (
        # "Is what I write private" asks, also without a mark; "is it private data" asks of the tool.
        re.compile(
            rf"{_LEAD}(?:is|are|will|does|do)(?: (?:all|everything|anything|any of))? (?:this|that|it|(?:what|the things|things) (?:that )?(?:i|we)(?:['’]ve| have)? (?:\w+ )?(?:writes?|wrote|says?|said|tells?|told|types?|typed|put|enter|answer|share)\b[^.!?]{{0,20}}?|(?:my|our) (?:answers?|words|messages?)|(?:this|the) (?:chat|talk|conversation|session|interview))"
            r"(?: (?:all|really|kept|be kept|stays?|remains?|stay|remain|be|here|between us))* (?:private|confidential|anonymous|secret)\b(?! (?:data|information|details|records?|names?|model|server|cloud|weights)\b)[^.!?]{0,40}[.!?]?\W*$",
            _I,
        ),
        PRIVATE,
    ),
)


# A wish to see what is noted: an order, or what somebody would like.
_THE_LIST = re.compile(
    rf"{_LEAD}(?:(?:please|kindly|just|(?:(?:can|could|will|would) you )?be so (?:kind|good) as to|(?:may|can|could|might) i ask you to|would you mind|can you|could you|will you|would you|i(?:['’]d| would)? (?:like|want|need|wish)(?: you)? to)\W+)*(?:list|show|read(?:ing)?|give|print|see|display|tell|name|repeat|recap|go through|summari[sz]e|(?:a |the )?(?:summary|recap|overview))\b(?!\s?[,;:])(?![^.!?]*\breport\b)[^.!?]*?"
    r"(?:\b(?:everything|all (?:of it|that|you|the (?:notes|answers|entries|facts))|what(?:ever)? (?:you|is|was|has been|we)\b[^.!?]*\b(?:noted|hold|have|got|wrote|written|recorded|down|so far)|the (?:whole |full |entire |complete )?(?:list|record|notes)|(?:per|for each|by|of each) (?:tool|app|application|system)|so far|it all)\b)"
    r"[^.!?]*[.!?]?\W*$",
    _I,
)


def wants_the_list(text: str) -> bool:
    """Whether a sentence wants to see or hear what is noted."""
    return bool(_THE_LIST.match(text))


def as_asked_before(question: str) -> str:
    """The example of knowledge/talk.yaml that a question is a form of; else the question itself."""
    if len(question) > LONGEST:
        return question
    if wish := wish_in(question):
        return wish
    example = next((example for pattern, example in _FORMS if pattern.search(question)), question)
    if example != MISSING and wants_the_list(question):
        return OF_THE_NOTES
    if example == question and of_the_notes(question) not in (None, "request"):
        return OF_THE_NOTES
    return example
