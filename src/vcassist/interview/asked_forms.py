"""Questions about the talk that are known by their form, whoever they name: who gets this, how long it is kept, what to ask a supplier. Pure.

A name in a question ("will Hamish be shown this?") pulls its vector away from every example. Where the form leaves no doubt, the question
is looked up as the example of knowledge/talk.yaml that asks for the same.
"""

from __future__ import annotations

import re

_I = re.I
_LEAD = r"^\W*(?:(?:and|but|so|or|well|ok(?:ay)?|sorry|please|wait|no|yes|hi|hello|hey|then|also|now)\b\W+)*"
_THIS = r"(?:it|this|that|these|them|any of (?:it|this|that)|all (?:of )?(?:it|this)|(?:what|everything|anything|the things) i(?:['’]m| am)? (?:say|said|tell|told|write|wrote|type|typed|put|typing|saying|writing|answer|answered)(?: (?:you|to you|here|in here|down|u))*|my (?:answers|words|messages|name)|(?:this|the|our|your) (?:talk|chat|conversation|text|interview|session|report|answers|record))"
# Whoever is no "you" and no "we": a person, an office, a company.
_SOMEBODY = r"(?!(?:you|i|we|u|this|that|it|there)\b)(?:[\w'’.&-]+\s+){1,6}?"
_GETS = r"(?:(?:ever|also|then|really|actually|be able to|get to|going to|gonna|allowed to|all)\s+)*(?:get|gets|see|sees|read|reads|receive|hear(?: of| about)?|know(?: about)?|find out(?: about)?|look at|learn of|be (?:shown|told|given|sent|reading|seeing|getting)|shown|told|given|sent|reading|seeing|getting|have access to|access)\s+(?:to see\s+)?"
_AFTER = (
    r"(?:\W+(?:too|also|then|here|later|afterwards|now|please|or not|at all|as well|honestly|yes or no|i mean))*\W*$"
)
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:how long|until when|till when)\b[^.!?]*\b(?:kept?|keep|stored?|saved?|hold|held|retain\w*|archived?)\b[^.!?]*\b(?:you|here|this|my|conversation|talk|chat)\b|"
            r"\b(?:how long|until when)\b[^.!?]*\b(?:my|this|you)\b[^.!?]*\b(?:kept?|stored?|saved?|hold|held|retain\w*)\b|"
            r"\b(?:is|are|will|do you)\b[^.!?]*\b(?:this|what i \w+|my (?:answers|words|data|messages)|(?:this|our) (?:talk|chat|conversation))\b[^.!?]*\b(?:stored?|kept|keep|saved?)\b",
            _I,
        ),
        "how long do you keep this",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:does|do|did|will|would|can|could|may|might|is|are|has|who(?: else)?)\b(?:n['’]?t)?\s+{_SOMEBODY}{_GETS}{_THIS}{_AFTER}|"
            rf"{_LEAD}(?:my|our|the|her|his) (?:[\w'’-]+ ){{1,4}}?(?:can|could|will|would|may|does|is)(?:not| not|n['’]?t)? (?:be )?{_GETS}{_THIS}\W*\?|"
            rf"{_LEAD}(?:is|are|will|would|does|do|can) (?:{_THIS})\s+(?:all |then |also )?(?:be |get |gets )?(?:going (?:to|on|out)|go (?:to|on|out)|sent|passed(?: on)?|shown|given|handed|forwarded|reported|shared|on air|public|published|broadcast|leaked|told|end up with)\b(?!.*\b(?:internet|cloud|server|online)\b)",
            _I,
        ),
        "who can read this",
    ),
    (
        re.compile(
            r"\b(?:used?|held|hold|turned|brought)\b[^.!?]{0,20}\bagainst (?:us|me)\b|\b(?:in|before|to) (?:a |the )?(?:court|tribunal)\b|\b(?:judge|court|police|prosecutor|inspector|regulator)s?\b[^.!?]{0,40}\b(?:ask for|demand|seize|see|get|want|order)\b[^.!?]{0,20}\b(?:this|record|report|it|talk|transcript)|\bsubpoena\w*|\blegal(?:ly)? (?:privilege|discover\w+)|\bdisclos\w+ in (?:litigation|court)",
            _I,
        ),
        "can this be used against us in court",
    ),
    (
        re.compile(
            r"\b(?:legal|lawful) (?:basis|grounds?)\b[^.!?]*\b(?:you|this (?:talk|chat|conversation|interview|processing)|what i \w+|my (?:data|answers|words)|here|your)\b|\b(?:do|are|does) (?:you|this|vcassist)\b[^.!?]*\b(?:gdpr|lgpd|popia|ndpa|data protection (?:law|act))\b",
            _I,
        ),
        "on what legal basis do you process what I say",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:what|which(?: \w+)?)\b[^.!?]{{0,30}}\b(?:should|do|can|could|must|would|shall|to) (?:i |we )?(?:then |now |best )?(?:ask|put to|demand (?:of|from)|request (?:of|from)|check with)\b(?! (?:you|me|my (?:boss|colleague))\b)|\bwhat (?:would|should|must) (?:the|a|their|its) (?:brochure|page|website|leaflet|contract|vendor|supplier|company|firm)\b[^.!?]*\b(?:say|tell|show|contain|answer)\b",
            _I,
        ),
        "what should I ask the supplier",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:(?:good \w+|hallo|greetings)\W+)?(?:am i|is this|are we) (?:\w+ )?(?:right(?: here)?\W*$|(?:at|in) the right|where (?:we|i|you)|the (?:right )?(?:place|page|site))",
            _I,
        ),
        "am I right here",
    ),
    (
        re.compile(
            r"\b(?:what|why|of what)\b[^.!?]*\b\d+ ?(?:%|per ?cent)|\b\d+ ?(?:%|per ?cent)[^.!?]*\b(?:of what|mean|what)\b",
            _I,
        ),
        "what does the percentage mean",
    ),
    (
        re.compile(
            r"\b(?:what|which|can|could|do)\b[^.!?]*\bformats?\b[^.!?]*(?:\b(?:export|get|save|download|have|csv|json|spdx|this|report)\b|\?)|\b(?:export|download|save|get (?:it|this))\b[^.!?]*\b(?:csv|json|spdx|aibom|cyclonedx|excel)\b",
            _I,
        ),
        "which formats can I export",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:who|whom) (?:would|should|could|can|do|shall|must) (?:i|we) (?:even |then |ever )?(?:ring|call|phone|contact|turn to|write to|talk to|speak to|go to|complain to)\b",
            _I,
        ),
        "whom can I turn to about this",
    ),
    (
        re.compile(
            r"\bhow much (?:do|does|would|will) (?:you|this|it)(?: \w+)? cost\b|\b(?:asked|about|what is|what['’]s|is) (?:you |for )?(?:your|the) price\b|\bwhat do you (?:cost|charge)\b|\babout the (?:price|cost)\b|\bwhat (?:do|will|would|must|shall) (?:i|we) (?:owe|have to pay|pay)(?: you)?\b(?! (?:them|him|her|to|the|openai|our|for the)\b)",
            _I,
        ),
        "how much does it cost",
    ),
    (
        # Whether this interviewer can be believed: what it is and by which rules it works.
        re.compile(
            r"\bwho (?:checks|watches|controls|guarantees|makes sure|says)\b[^.!?]*\b(?:you|your)\b|\bwho (?:is|stands) behind you\b|\b(?:how (?:do|can) (?:i|we)|(?:can|should|may) (?:i|we)) (?:know|trust|believe)(?: that)? (?:you|what you (?:say|tell|write))\b|\bare you (?:lying|honest|telling (?:me |us )?the truth)\b|\bd(?:o|id) you (?:ever )?lie\b",
            _I,
        ),
        "are you a person",
    ),
    (
        re.compile(
            r"\bfair\b[^.!?]*\b(?:without (?:them|him|her|asking)|in the room|for (?:them|others|him|her)|behind (?:their|his|her) backs?|not here)\b",
            _I,
        ),
        "is it fair to answer for others who are not here",
    ),
    (
        re.compile(
            rf"{_LEAD}which (?:one|tool|of (?:them|those|the \w+)|program\w*|app|system)s? (?:were|are|did|do) you (?:ask\w*|mean\w*|talk\w*|speak\w*)",
            _I,
        ),
        "which tool do you mean",
    ),
    (
        re.compile(
            rf"{_LEAD}what(?: exactly| all)? (?:have|did|do|has|is|was) (?:you |been )?(?:noted?|written|write|wrote|recorded?|put|hold)(?: down)? (?:on|about|for|of)\b",
            _I,
        ),
        "what have you noted so far",
    ),
    (re.compile(rf"{_LEAD}where (?:were|are) we\b", _I), "sorry, I am lost"),
)


# A wish to see what is noted: an order, or what somebody would like.
_THE_LIST = re.compile(
    rf"{_LEAD}(?:(?:please|kindly|just|(?:(?:can|could|will|would) you )?be so (?:kind|good) as to|(?:may|can|could|might) i ask you to|would you mind|can you|could you|will you|would you|i(?:['’]d| would)? (?:like|want|need|wish)(?: you)? to)\W+)*(?:list|show|read(?:ing)?|give|print|see|display|tell|name|repeat|recap|go through|summari[sz]e|(?:a |the )?(?:summary|recap|overview))\b(?![^.!?]*\breport\b)[^.!?]*?"
    r"(?:\b(?:everything|all (?:of it|that|you|the (?:notes|answers|entries|facts))|what(?:ever)? (?:you|is|was|has been|we)\b[^.!?]*\b(?:noted|hold|have|got|wrote|written|recorded|down|so far)|the (?:whole |full |entire |complete )?(?:list|record|notes)|(?:per|for each|by|of each) (?:tool|app|application|system)|so far|it all)\b)"
    r"[^.!?]*[.!?]?\W*$",
    _I,
)


def wants_the_list(text: str) -> bool:
    """Whether a sentence wants to see or hear what is noted."""
    return bool(_THE_LIST.match(text))


def as_asked_before(question: str) -> str:
    """The example of knowledge/talk.yaml that a question is a form of; else the question itself."""
    if wants_the_list(question):
        return "what have you noted so far"
    return next((example for pattern, example in _FORMS if pattern.search(question)), question)
