"""A whole message that only says that the answer is still to be found out: "I'd have to check", "let me ask our IT first". Pure.

For now that is not known: the matter goes on the list of what is open, and nobody is asked for it twice. Who asks for a moment ("let me look")
comes back with an answer, and says nothing yet.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import field_of
from vcassist.interview.meant import shares_words
from vcassist.interview.ports import Proposal

_I = re.I
# More words tell more than that.
LONGEST = 22
SURE = 0.95
_LEAD = r"(?:(?:hm+|er+m?|um+|well|oh|ah|so|ok(?:ay)?|honestly|tbh|sorry|no idea|not sure|dunno|i (?:do not|don['’]?t) know(?: that| this| it)?(?: offhand| now)?|good question|maybe|probably|for (?:that|this)|(?:that|this|it)(?:['’]s| is)?|but|and|no)\b[\s,.…:;–—-]*)*"
# What nobody does yet, who only would or will do it; and what may as well be a duty at work ("we must ask the patients first").
_WOULD = r"(?:(?:i|we)(?:['’]?d| would|['’]?ll| will) (?:(?:really|first|still|probably|just) )?(?:have to|need to|want to)|(?:i|we)(?:['’]?d| would) better|(?:would|will) (?:have|need) to|gotta|(?:i|we)(?:['’]?ll| will| can| could| should)|will|let me|(?:can|could|may) i|i(?:['’]m| am) (?:going to|still))"
_MUST = r"(?:(?:(?:i|we)(?:['’]?ve)? )?(?:(?:really|first|still|probably|just) )?(?:have to|need to|must|got to|have got to)|going to)"
_ADVERB = r"(?:first|really|still|actually|probably|just|quickly|maybe|please|then|also|even|go and|go|try(?:ing)? to)"
_DET = r"(?:(?:the|our|my|your|an?|that|this|his|her|their) )?"
# Who or what holds the answer, and what does not: those whom the work is about.
_HOLDS_IT = (
    rf"(?:{_DET}(?:[\w’'-]+ ){{0,2}}?(?:it|people|vendors?|suppliers?|compan(?:y|ies)|providers?|developers?|makers?|manufacturer|boss|manager|director|head(?:mistress|master|teacher)?|lawyers?|accountant|book-?keeper|treasurer|secretary|technicians?|engineers?|programmers?|colleagues?|coordinator|"
    rf"(?:head|main|central|regional) office|headquarters|hq|department|guy|team|sales(?:man|woman|person)?|rep(?:resentative)?|support|help ?desk|admin(?:istrator)?|board|chair(?:man|woman|person)?|owner|partner|consultant|contractor|"
    rf"contracts?|terms|conditions|papers?|paperwork|agreements?|invoices?|bills?|manuals?|documentation|documents?|docs|settings|web ?sites?|folders?|polic(?:y|ies)|notes|minutes|e-?mails?|licen[cs]es?|dashboard|annex|leaflet|handbook|binder|cupboard|drawer|brochure|account|portal|page)|them|him|her|(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)"
)
_ANYONE = rf"(?:{_DET}(?!every|each|all\b)(?:[\w’'-]+ ){{0,2}}?[\w’'-]+)"
_IT = r"(?:it|that|this|them|these|those|up|out|into (?:it|that|this)|(?:it|that|this) (?:up|out)|all (?:of )?(?:it|that|this))"
# With these alone somebody may only want a moment.
_LOOKS = rf"(?:check(?:ing)?|verify|look(?:ing)? (?:it|that|this|them)?(?: )?(?:up|into it|into that|into this)|find (?:(?:it|that|this) )?out|enquire|inquire|research|dig)(?: {_IT})?(?: {_IT})?"
_ASKING = r"(?:ask(?:ing)?|consult|call|phone|ring|e?-?mail|write to|text|message|contact|speak (?:to|with)|talk to|check (?:(?:it|that|this) )?with|verify (?:(?:it|that|this) )?with|find (?:(?:it|that|this) )?out (?:from|with)|get back to)"
_SEEKING = r"(?:check (?:(?:it|that|this) )?(?:in|on|at)|look (?:(?:it|that|this) )?(?:up )?(?:in|into|at|through|for)|search (?:for|in|through)|go through|read(?: through)?|dig (?:out|up|through)|go back to|check|find|see in)"
_THEN = r"(?:(?:,? and| ?,| ?\.|;| -| –| —)? ?(?:(?:i(?:['’]?ll| will| can)?|we(?:['’]?ll| will| can)?|will|then|to) )?(?:(?:come|get|be|report) back(?: to (?:you|this|that|it))?|let you know|tell you|write (?:it|you)|answer(?: you)?|fill (?:it|that) in)(?: (?:later|then|tomorrow|next week|on (?:it|that|this)|about (?:it|that|this)|after(?:wards)?|when i (?:know|have it|find out)|with (?:it|that|an answer)))*)"
_WHEN = r"(?:,? ?(?:first|again|later|tomorrow|today|tonight|next week|on monday|then|before i (?:can )?(?:say|answer|tell you)(?: (?:that|anything|this))?|to (?:be sure|know|say|tell you|answer)(?: (?:that|this))?|for you|sorry|please|about (?:it|that|this)|on (?:it|that|this)|i(?:['’]m| am) afraid|i think|with (?:that|this)|tbh|honestly|if you (?:want|need)(?: (?:it|that))?))*"
_END = r"[\s.,!…:;)(?-]*"
_TO_CHECK = re.compile(
    rf"\W*{_LEAD}(?:{_WOULD} (?:{_ADVERB} )*(?:{_ASKING} {_ANYONE}|{_SEEKING} {_HOLDS_IT}|{_LOOKS})|(?:{_MUST} (?:{_ADVERB} )*)(?:(?:{_ASKING}|{_SEEKING}) {_HOLDS_IT}|{_LOOKS})){_WHEN}{_THEN}?{_END}|"
    rf"\W*{_LEAD}(?:i(?:['’]?ll| will)|will|let me|can i|we(?:['’]?ll| will)) (?:come|get) back to (?:you|that|this|it)(?: (?:on|about|with) (?:that|this|it|an answer))?{_WHEN}{_END}",
    _I,
)
# Where checking is what was asked for, it may be done: "I have to check them".
_DUTY = re.compile(rf"\W*{_LEAD}{_MUST} .*", _I | re.S)
_MAY_I = re.compile(r"\W*(?:can|could|may) i\b", _I)
# A moment's look, and who goes to do it now.
_A_MOMENT = re.compile(
    rf"\W*(?:(?:ok(?:ay)?|well|hm+|oh|sorry|wait|hang on|hold on|one (?:sec(?:ond)?|moment|min(?:ute)?)|(?:just )?a (?:sec(?:ond)?|moment|min(?:ute)?))\W+)*(?:let me|can i|could i|i(?:['’]?ll| will)(?: just| quickly)?|i(?:['’]m| am)(?: just)?) (?:(?:just|quickly|first) )*{_LOOKS}(?:,? ?(?:quickly|now|for you|please|sorry|first|a (?:sec(?:ond)?|moment|min(?:ute)?)))*{_END}",
    _I,
)


def is_to_find_out(message: str, asked: str) -> bool:
    """Whether a message says only that the answer to what was asked is still to be found out."""
    if len(message.split()) > LONGEST or ("?" in message and _MAY_I.match(message) is None):
        return False
    if _TO_CHECK.fullmatch(message) is None or _A_MOMENT.fullmatch(message):
        return False
    return _DUTY.fullmatch(message) is None or not shares_words(message, field_of(asked))


def to_find_out(message: str, asked: str) -> Proposal | None:
    """What was asked, as not known yet, where a message says only that it is still to be found out; else None."""
    if not is_to_find_out(message, asked):
        return None
    return Proposal.of_all(message, asked, "unknown", None, SURE)
