"""What a sentence must say to set something right by the way: of the speakers themselves, where they work or how many they are; of a rule, that it is
kept by halves. Others, machines, shares of replies and another length of the rule set nothing right. Pure.
"""

from __future__ import annotations

import re

COUNTRY, SIZE = "organisation.country", "organisation.size"
RETENTION = "storage.retention_limit"
_I = re.I
_HOUSE = r"(?:organi[sz]ation|office|head office|house|centre|center|clinic|hospital|dispensary|school|library|charity|ngo|team|company|association|project|mission|station|bureau)"
# Who says of themselves where they are.
_OURS = re.compile(
    rf"\b(?:(?:we|i|our \w+(?: \w+)?|my \w+|(?:the|this) {_HOUSE})(?:['’](?:re|m|s)| are| am| is| works?| lives?| sits?| operates?| were| serves?| moved| belongs?)\b|\bim\b|we run\b|(?:our|my|the) country\b|country\W{{0,3}}(?:is|=|:)|based in\b|we\b[^.;!?]{{0,30}}\b(?:in|from|to)\b)",
    _I,
)
_IS_OURS = re.compile(r"\W*(?:is|was|it is) (?:my|our|the) (?:home )?country\b", _I)
_NOT_OURS = re.compile(r"\b(?:not|never|only (?:for|the)|no longer)\b|n['’]t\b", _I)
# Characters behind "we are in", within which a place is where that is.
_REACH = 60
_COUNTS_US = re.compile(
    r"\b(?:(?:we|i)(?:['’](?:re|ve|m)| are| am| have| were| was| had| employ| count| number| pay| make| come)|us|ourselves|our|staff|employees?|employed|payroll|headcount|head count|team|colleagues|of us|paid|wages|salaried|volunteers|size|people|persons|members|workers|teachers|nurses|doctors|sisters|brothers|full.?time|part.?time|hands)\b",
    _I,
)
_A_SHARE = re.compile(
    r"\b(?:in|of|out of|per) (?:a |every )?(?:hundred|thousand|ten|100|10)\b|\bper ?cent\b|%|\b(?:times|replied|replies|answered|clicked)\b",
    _I,
)
# A clause of fewer words leans on the one before it ("we were wrong on that, fourteen").
LEAST_CLAUSE = 4
# What says that a rule is kept by halves; another length of it ("six months, not a year") does not.
_BY_HALVES = re.compile(
    r"\b(?:not always|sometimes|nobody checks|forgets?|forgot|often|except|apart from|not (?:all|everything|everywhere|everyone|really)|in practice|should be|mostly|usually|some (?:of|are|stay)|"
    r"n['’]t (?:always|really|followed|kept|deleted)|not (?:followed|kept|deleted)|never (?:followed|deleted|done)|partly|in part|half)\b",
    _I,
)


def says_where_we_are(sentence: str, start: int, end: int) -> bool:
    """Whether the place at ``start``–``end`` of a sentence is where the speakers say that they are."""
    if _IS_OURS.match(sentence, end):
        return True
    near = [m for m in _OURS.finditer(sentence) if m.start() < start and start - m.end() <= _REACH]
    if not near:
        return False
    return _NOT_OURS.search(sentence[near[-1].end() : start]) is None


def of_no_one_else(ref: str, sentence: str, start: int, end: int) -> bool:
    """Whether words at ``start``–``end`` of a sentence may set right what is noted of the speakers; of other answers always."""
    if ref == COUNTRY:
        return says_where_we_are(sentence, start, end)
    if ref.endswith(".human_review") and _MACHINE_LOOKS.search(sentence):
        return False
    return ref != SIZE or (_counts_us(_clause(sentence, start)) and not shares_only(sentence))


# "Hardly any of them know about it."
_KNOW_OF_IT = re.compile(r"\b(?:knows?|aware|heard)\b(?: \w+)? (?:(?:about|of) )?(?:it|that|this)\b", _I)
_MACHINE = r"ai|machine|robot|computer|program\w*|software|tool|app|bot"
_OF_THE_MACHINE = re.compile(rf"\b(?:{_MACHINE})\b", _I)
# "The machine never gets to see them": who looks is no person.
_MACHINE_LOOKS = re.compile(
    rf"\b(?:it|(?:the|that|this|our|its) (?:{_MACHINE}|model|vendor|supplier))"
    r" (?:(?:itself|does|will|can|would|never|always|only|also|still|not|doesn['’]t|won['’]t|can['’]t|cannot|gets? to|ever|just) ){0,3}(?:sees?|reads?|looks?|checks?|hears?|gets?)\b",
    _I,
)


# Who decides, what comes of it, and who has a say in it.
_OF_DECIDING = re.compile(
    r"\b(?:deci[ds]\w*|suggest\w*|recommend\w*|propos\w*|help\w*|assist\w*|final|last word|word|say|itself|its own|automatic\w*|we|us|she|he|they|our|staff|person|people|human|somebody|someone|nobody|choos\w*|chose\w*|pick\w*|approv\w*|refus\w*|reject\w*|accept\w*|judg\w*|advi[sc]\w*|rank\w*|scor\w*|rat(?:e|es|ing)|flag\w*|sort\w*|rul(?:e|es|ing)|verdict|draft\w*|alone|straight|only|just)\b",
    _I,
)


def of_deciding(ref: str, words: str) -> bool:
    """Whether words may change what a tool's part in decisions is: "it writes how to finish" does not; of any other answer always."""
    return not ref.endswith(".decision_role") or _OF_DECIDING.search(words) is not None


def of_what_was_said_before(ref: str, sentence: str) -> bool:
    """Whether a sentence that seems to tell whether people know of the AI only says that they know of "it": that is what the one before speaks of."""
    tells = ref.endswith(".tells_people") and _KNOW_OF_IT.search(sentence) is not None
    return tells and not _OF_THE_MACHINE.search(sentence)


def keeps_by_halves(ref: str, value: object, sentence: str) -> bool:
    """Whether words may turn a rule for deleting into one that is kept by halves; of any other answer always."""
    return ref != RETENTION or value != "partly" or _BY_HALVES.search(sentence) is not None


def _counts_us(sentence: str) -> bool:
    """Whether words that have a number speak of who works here."""
    return _COUNTS_US.search(sentence) is not None


def _clause(sentence: str, at: int) -> str:
    """The piece of a sentence between its commas in which a place is, with what leads up to it where it is but a number."""
    cuts = [0, *(m.end() for m in re.finditer(r"[,;:–—](?!\d)\s?", sentence)), len(sentence)]
    start = max(cut for cut in cuts if cut <= at)
    end = min((cut for cut in cuts if cut > at), default=len(sentence))
    before = max((cut for cut in cuts if cut < start), default=0)
    return sentence[before:end] if len(sentence[start:end].split()) < LEAST_CLAUSE else sentence[start:end]


def shares_only(sentence: str) -> bool:
    """Whether the numbers of a sentence are shares and replies: "nine in a hundred replied, now thirteen"."""
    return _A_SHARE.search(sentence) is not None
