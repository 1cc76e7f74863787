"""Wishes on how the interviewer speaks and asks: shorter, in simpler words, in larger letters, only what somebody can know. Pure.

Forms only. "It writes simpler letters" and "they ask for short answers" tell of the work: a wish is an order, a request or a need of the
person who speaks, and names nothing but the words, the questions or the letters here. Each is looked up as an example of knowledge/talk.yaml.
"""

from __future__ import annotations

import re

_I = re.I
# Small words before what is asked or wished.
LEAD = (
    r"\W*(?:(?:and|but|so|or|well|ok(?:ay)?|sorry|please|pls|wait|no|yes|hi|hello|hey|also|then|now|maybe|oh|ah)\b\W+)*"
)
_WANT = r"(?:(?:(?:can|could|would|will|may|might|must) (?:you|i|we)(?: please| kindly| maybe)?(?: have| get)?|you (?:can|could|should|must|have to|need to)|i(?:['’]d| would)? (?:like|want|need|prefer|ask)(?: you)?(?: to)?|(?:please )?(?:try|be so kind|be kind enough) (?:to|and)|just|kindly|pls|please)\W+)*"
_VERB = r"(?:(?:speak|talk|write|say|ask|explain|put|make|tell|keep|do|use|answer|be|word|phrase|have)(?:ing)?)"
_IT = r"(?: (?:it|this|that|them|everything|things|(?:the|your|these|all) (?:question|questions|text|texts|answers?|sentences?|messages?|words?)|(?:to|with|for) (?:me|us)|me|us|in|with|a|an))*"
_MORE = r"(?: (?:a (?:bit|little)|more|much|some|very|only|all|really|with|in|far|way))*"
_ENDS = r"(?: (?:please|pls|for (?:me|us)|to (?:me|us)|if (?:you can|possible)|words?|language|english|way|manner|instead|ok(?:ay)?|then|now|next time|from now on|thanks?|thank you))*\W*$"
_WORDS = r"(?:words|english|language)"
_SIMPLE = r"(?:simpl(?:e|er|y|ier)|plain(?:er|ly)?|eas(?:y|ier|ily)|(?:less|not so|not too) (?:hard|difficult|complicated|technical|big)|more (?:simply|simple|easy|plainly))"
_IN_WORDS = rf"(?:(?:in |with |use )?(?:(?:(?:more|very) )?(?:simpl|plain|basic|eas|small|short|normal|everyday|common|ordinary|little)(?:e|er|y|ier|ler)? {_WORDS}|(?:less|not so|no) (?:hard|difficult|complicated|technical|big) {_WORDS}))"
_SHORT = r"(?:short(?:er)?|brief(?:er|ly)?|in short|less(?: text| words| writing| to read)?|(?:fewer|less|not so many) words|(?:less|not so|not too) (?:long|much))"
# Somebody is spoken to: by a request, or by a verb of speaking.
_ASKED = rf"(?:{_WANT[:-1]}+{_VERB}?|{_VERB})"
_TOO = r"(?:way |much |far |all )?(?:too|so|very)"
_SIMPLER = re.compile(
    rf"{LEAD}(?:{_ASKED}{_IT}{_MORE} ?{_SIMPLE}{_ENDS}|(?:{_ASKED}{_IT}{_MORE} ?)?{_IN_WORDS}{_ENDS}|(?:simpler|easier|plainer){_ENDS}|"
    rf"(?:(?:your|the|these|so many) (?:words?|language|english|sentences?)(?: is| are) |(?:these are|that is|that['’]s) )?{_TOO} (?:difficult|hard|complicated|big)(?:(?<=are hard)| {_WORDS})(?: for me)?\W*$|"
    rf"(?:your|the|these) (?:words?|language|english|sentences?)(?: is| are) {_TOO} (?:difficult|hard|complicated|big)(?: for me)?\W*$)",
    _I,
)
_SHORTER = re.compile(
    rf"{LEAD}(?:{_ASKED}{_IT}{_MORE} ?{_SHORT}{_ENDS}|(?:shorter|in short|less text|fewer words|less words){_ENDS}|"
    rf"(?:(?:it|this|that|the text|your \w+|they|these|all this)(?:['’]?s|['’]re| is| are) )?{_TOO} (?:much (?:text|to read|writing|reading)|many words)(?: for me| for us)?\W*$|"
    rf"(?:(?:the text|your \w+|all this)(?:['’]?s| is| are) )?{_TOO} long for (?:me|us)\W*$)",
    _I,
)
_LETTERS = r"(?:letters?|print|text|writing|font|characters?|type|screen)"
_LARGER = re.compile(
    rf"{LEAD}(?:(?:can|could|would|will|may|please|how|i (?:need|want|would|['’]d|can['’]?t|cannot))\b[^.!?]{{0,40}}\b(?:{_LETTERS}\b[^.!?]{{0,20}}\b(?:bigger|larger|enlarged?|magnif\w+|so small|too small|so tiny)|(?:bigger|larger|big|large|enlarge|magnify|small|tiny)(?: the| this)? {_LETTERS})\b|"
    rf"(?:the|your|this|these) {_LETTERS} (?:is|are) {_TOO} (?:small|tiny|fine)\b)",
    _I,
)
_KNOW = r"(?: (?:really|actually|possibly|even|ever|be able to))? ?(?:know|answer|understand|tell)"
_CAN = r"(?:can|could|may|might|would|will|do|does)"
_EASIER = re.compile(
    rf"\b(?:only|just|nothing but|rather)\b[^.!?]{{0,40}}\b(?:what|things?|questions?|that|which|ones|stuff)\b[^.!?]{{0,25}}\b(?:i|we|me|an? \w+|somebody like me|people like me) {_CAN}{_KNOW}\b|"
    rf"\bask (?:me |us )?(?:\w+ ){{0,4}}(?:i|we) (?:{_CAN})?{_KNOW}\b|"
    rf"{LEAD}(?:(?:please|ask|have|give|want|like|need|only|some|more|other|you|me|us|i|can|could|have|got|for|the)\W+){{0,6}}(?:easy|easier|simple|simpler|less technical|non-?technical) (?:questions?|ones)\b|"
    rf"{LEAD}(?:\w+ ){{0,4}}?(?:no|no more|skip|leave out|leave|without|less|fewer|stop|not|spare me|pass over)\b[^.!?]{{0,20}}\b(?:technical|computer|technician['’]?s?|engineer['’]?s?) (?:questions?|stuff|things?|ones)\b",
    _I,
)
# What somebody says of themselves beside such a wish.
_OF_THEMSELVES = re.compile(
    rf"{LEAD}(?:my (?:english|eyes|eyesight|sight|reading|head|glasses)\b[^.!?]{{0,60}}|i (?:can['’]?t|cannot|can not|can hardly|can barely|do not|don['’]?t) (?:see|read|understand|follow)\b[^.!?]{{0,50}}|i(?:['’]m| am) (?:no|not|only|just|bad)\b[^.!?]{{0,50}})\W*",
    _I,
)
# A longer sentence tells a case (characters).
LONGEST = 160

EASIER, SIMPLER, SHORTER = "only ask me what I can know", "can you say that more simply", "can you say it shorter"
LARGER = "can you make the letters bigger"


# Each form with words that it cannot do without: every message of a talk is looked at in every turn, and most have none of these.
_OF_EASIER = re.compile(
    r"(?=.*(?:only|just|nothing but|rather|ask))(?=.*(?:know|answer|understand|tell))|"
    r"(?=.*(?:eas[yi]|simpl|technic|computer|engineer))(?=.*(?:questions?|stuff|things?|ones))",
    _I | re.S,
)
_FORMS = (
    (re.compile(r"letter|print|text|writing|font|character|type|screen", _I), _LARGER, LARGER),
    (
        re.compile(r"simpl|plain|eas[yi]|hard|difficult|complicated|technical|big|words|english|language", _I),
        _SIMPLER,
        SIMPLER,
    ),
    (re.compile(r"short|brief|less|fewer|words|long|much", _I), _SHORTER, SHORTER),
)


def wish_in(sentence: str) -> str:
    """The example of knowledge/talk.yaml for which a sentence wishes; "" where it wishes for nothing of the kind."""
    if len(sentence) > LONGEST:
        return ""
    if _OF_EASIER.match(sentence) and _EASIER.search(sentence):
        return EASIER
    for clause in re.split(r"[,;:–—]\s+", sentence):
        for needs, pattern, example in _FORMS:
            if needs.search(clause) and pattern.match(clause):
                return example
    return ""


def of_themselves(sentence: str) -> bool:
    """Whether a sentence says only how somebody reads or understands: it goes with a wish beside it."""
    return len(sentence) <= LONGEST and bool(_OF_THEMSELVES.fullmatch(sentence))


def wants_it_short(said: str, sentences: list[str]) -> bool:
    """Whether somebody wishes to read less, or in simpler words."""
    return any(wish_in(s) in (SIMPLER, SHORTER) for s in (said, *sentences))


def wants_easier(said: str, sentences: list[str]) -> bool:
    """Whether somebody wants to be asked only what they can know."""
    return any(wish_in(s) == EASIER for s in (said, *sentences))
