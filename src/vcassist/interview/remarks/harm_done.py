"""Harm that came to somebody by what a tool said or did: "a mother waited two days because the bot said so, and the child nearly died". Pure.

Whoever tells that has more on their mind than the next question. It is told of a person, as something that happened, and in a message that tells what
the tool did; what only could happen, and what happened without the tool, is not met here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vcassist.chain.short_names import with_it_for
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE, TOOL

_I = re.I
# A longer message tells a history (characters).
LONGEST = 900
_WHO = (
    r"(?:mothers?|mums?|fathers?|wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|kids?|bab(?:y|ies)|toddlers?|infants?|patients?|pupils?|students?|residents?|clients?|customers?|workers?|drivers?|famil(?:y|ies)|"
    r"farmers?|tenants?|refugees?|applicants?|guests?|members?|widows?|neighbou?rs?|prisoners?|sailors?|fishermen|somebody|someone|people|persons?|(?:grand)?(?:mother|father)s?|(?:old|young) (?:lad(?:y|ies)|man|men|woman|women)|he|she|they|(?:\d+|two|three|four|five|several|many|some) (?:of (?:them|us|our \w+)))"
)
_LOSS = r"(?:bab(?:y|ies)|child(?:ren)?|kids?|li(?:fe|ves)|arm|leg|foot|eye|sight|hearing|home|house|flat|farm|land|job|place|benefits?|money|savings|papers|ration)"
_HARM = (
    rf"(?:(?:nearly|almost|very nearly) )?(?:died|drowned|bled to death|passed away|lost (?:(?:her|his|their|the|a) )?{_LOSS})"
    r"|(?:was|were|got) killed|(?<!are )(?<!is )(?<!be )(?:hurt|injured)(?=\W*(?:$|[.,;!]))|(?:is|are) dead|(?:was|were|got|has been|have been|had been)(?: \w+ly)? (?:hurt|injured|burn(?:t|ed)|poisoned|arrested|beaten(?: up)?|deported|evicted|hospitali[sz]ed|locked up|attacked|cut off)"
    r"|(?:ended up|landed|is now|was put|lay) in (?:the )?(?:hospital|intensive care|icu|prison|jail|a cell|a coma|the street)|(?:was|had to be|were) (?:rushed|taken|brought) to (?:the )?(?:hospital|emergency|er)"
    r"|collapsed|stopped breathing|went (?:hungry|blind|without (?:food|water|medicine|treatment))|had (?:a |an )?(?:malaria|sepsis|stroke|heart attack|meningitis|overdose|miscarriage|seizure)"
)
# Of anything that lives or works it is said that it died; of people, of whatever trade, that they drowned, were killed or hurt.
_ANYBODY = r"(?:an?|one|two|three|four|another|our|the) (?!(?:dogs?|cats?|cows?|goats?|sheep|hens?|chickens?|calf|calves|horses?|pigs?|fish|bees?|birds?|trees?|plants?|crops?|batter(?:y|ies)|phones?|servers?|computers?|laptops?|machines?|disks?|lines?|cars?|boats?|motors?|engines?|ideas?|projects?|conversations?)\b)(?:[\w-]+ ){0,1}?[\w-]+"
_COME_TO_HARM = r"(?:(?:nearly|almost|very nearly) )?(?:drowned|died|was killed|were killed|lost (?:his|her|their) (?:life|lives)|bled to death|was shot|was crushed|(?:was|were|got) (?:badly |seriously )?(?:hurt|injured))"
_ANYBODY_HARMED = re.compile(rf"\b{_ANYBODY} (?P<between>(?:[\w-]+ ){{0,3}}?){_COME_TO_HARM}\b", _I)
_HARMED = re.compile(rf"\b{_WHO}\b(?P<between>[^.!?]{{0,70}}?)\b(?:{_HARM})\b", _I)
# What only might be, is kept from being, or is not.
_NOT_SO = re.compile(
    r"\b(?:if|when|whenever|in case|could|would|might|(?-i:may)|can|should|so that|before|lest|nobody|no one|none|never|not|unless|imagine|suppose|fear|afraid)\b|n['’]t\b",
    _I,
)
_IT = rf"(?:it|(?:the|our|this|that|their|its) (?:{TOOL}|ai|machine|model|thing|box|camera|computer|score|list|alert|alarm|answer|translation|advice)s?)"
_DID = (
    r"(?:had |has |have |once |just |only |wrongly |then )*(?:said|says?|told|tells?|sent|missed|misses|gave|gives|advised|advises|put|scored|ranked|turned|refused|rejected|overlooked|dropped|forgot|translated|wrote|marked|flagged|failed|answered|suggested|recommended|showed|cut|denied|sounded|"
    r"did(?: not|n['’]t)|does(?: not|n['’]t)|never|got it wrong|was wrong|made a mistake)"
)
_ALL_WELL = r"(?:(?:that|it|is|was|all|everything|he|she) )*(?:green|ok(?:ay)?|fine|nothing|clear|well|safe|low|normal|healthy|negative|no \w+)"
# What it said was wrong for somebody: "it say green and the woman had 150 of pressure".
_MISSED = re.compile(
    rf"\b{_IT} (?:had |has |just |only |then )*(?:said|says?|showed|shows?|gave|gives?|put|told|tells?)\b[^.!?;]{{1,60}}?,? (?:and|but|while|when|though|yet) (?:the|a|one|that|this|his|her|our) {_WHO} (?:(?:really |actually |already |in fact |in truth )+(?:had|was|is|needed)\b|had (?:an? )?(?:\d|fever|blood|stroke|malaria|infection|sepsis|pressure|pain)|(?:was|is|lay) (?:really |actually |very )?(?:ill|sick|bleeding|in (?:labour|pain|hospital)|dying|dead|unconscious|homeless|hungry)\b)"
    # "The app say green and on Monday they found the wound".
    rf"|\b{_IT} (?:had |has |just |only |then )*(?:said|says?|showed|shows?|gave|gives?) {_ALL_WELL}\b[^.!?;]{{0,30}}?,? (?:and|but|yet)\b[^.!?;]{{0,40}}\b(?:found|saw|discovered|was|had) (?:the |a |an )?(?:wound|ulcer|infection|sore|fracture|bleeding|tumou?r|cancer|gangrene|blood clot|fever|rot)\b",
    _I,
)
_ONCE = re.compile(
    r"\b(?:once|one time|one day|one night|last (?:\w+)|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:week|month|morning)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|twice|it happened|it is happened|has happened|a (?:week|month|year|day)s? ago)\b",
    _I,
)
_BY_THE_TOOL = re.compile(
    rf"\b{_IT} {_DID}\b|\b(?:{ONE_TO_TWELVE}|\d+|several|many) times? wrong\b|\bwrong (?:on|about) (?:the|a|our)? ?\w+|\b(?:because of|on the word of|trusted|believed|listened to|relied on|followed|after) {_IT}\b|\b(?:as|what|because) {_IT} (?:said|told|wrote|advised)",
    _I,
)


def harm_done(said: str, names: Iterable[str] = ()) -> bool:
    """Whether a message tells that somebody came to harm by a tool. ``names``: what the tools are called in this talk."""
    if len(said) > LONGEST:
        return False
    said = with_it_for(said, names)
    if any(_MISSED.search(m[0]) and _ONCE.search(m[0]) and not _NOT_SO.search(m[0]) for m in SENTENCE.finditer(said)):
        return True
    return _BY_THE_TOOL.search(said) is not None and any(map(_happened, (m[0] for m in SENTENCE.finditer(said))))


def _happened(sentence: str) -> bool:
    if sentence.rstrip().endswith("?"):
        return False
    found = _HARMED.search(sentence) or _ANYBODY_HARMED.search(sentence)
    return found is not None and not _NOT_SO.search(sentence[: found.start()]) and not _NOT_SO.search(found["between"])
