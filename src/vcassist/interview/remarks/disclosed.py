"""What people tell or show a tool that needs a person at once: talk of harming themselves, of abuse, of a child in danger. Pure.

It is told of others, and of the tool that they turn to or that answers them: "kids ask it about self-harm". Who works against such harm names
it all day ("people text us about suicide", "it sorts the calls about abuse"), and a rule for the case ("if somebody tells it …, a nurse
calls") is a safeguard; neither is met here. Nor is what somebody reads who is there for it, unless they say that nobody does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vcassist.chain.short_names import with_it_for
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import TOOL

_I = re.I
# A longer sentence tells a case (characters).
LONGEST = 400
_SELVES = r"(?:themsel(?:ves|f)|himself|herself|oneself)"
_GRAVE = (
    rf"(?:self[- ]?harm\w*|suicid\w+|(?:kill|cut|hurt|harm|starv)\w* {_SELVES}|(?:end|ending|take|taking) (?:their|his|her)(?: own)? (?:li[fv]es?)|(?:wants?|wanted|wish(?:es)?|wanting) to (?:die|be dead)|"
    rf"(?:not|n['’]t) want(?:s|ed)? to live|overdos\w+|(?:sexual\w*|physical|child) abus\w+|(?:being|been|gets?|is|are|was|were) (?:abused|beaten|hit|raped|molested|groomed|threatened|touched)|abuse (?:at|by)|\babuse\b|\brap(?:e|ed)\b|molest\w+|\bgroom(?:ing|ed)|\bnudes?\b|naked (?:pictures?|photos?|selfies?)|sexual (?:talk|messages?|chats?|things|stuff|questions?|pictures?)|"
    r"beat(?:s|ing)? (?:them|him|her)(?: up)?|violence at home|domestic violence)"
)
# The same words as the name of the work against it, or of a thing.
_OF_WORK = r"(?! (?:prevention|hotline|helpline|line|awareness|training|policy|statistics|research|unit|team|project|risk score))"
# Tools and their makers as people write them, in small letters too.
_KNOWN = "google|whatsapp|openai|chatgpt|microsoft|meta|facebook|instagram|tiktok|snapchat|apple|amazon|alexa|siri|gemini|copilot|claude|anthropic|deepl|zoom|telegram|youtube|canva|grammarly|otter|bing|grok|deepseek|mistral|samsung|huawei"
_IT = rf"(?:it|(?:the|our|this|that|their|its) (?:{TOOL}|ai|machine|model|thing|avatar|robot)s?|{_KNOWN})"
_TELL = r"(?:ask|tell|told|writ(?:e|es|ing|ten)|wrote|say|said|talk|speak|spoke|confid|typ|chat|messag|disclos|mention|open up|opened up|confess|send|sent|report)\w*"
_TURNS_TO_IT = re.compile(rf"\b{_TELL}(?: up)?(?: (?:to|with|in|into))? {_IT}\b[^.!?]{{0,60}}?{_GRAVE}{_OF_WORK}", _I)
_TALKS_OF_IT = re.compile(
    rf"\b{_TELL}\b[^.!?]{{0,20}}?{_GRAVE}{_OF_WORK}[^.!?]{{0,20}}? (?:to|with|in|into) {_IT}\b", _I
)
_ITS_ANSWER = re.compile(
    rf"\b{_IT} (?:has |have |had |even |once |also |sometimes |just )*(?:told|tells?|gave|gives?|said|says|answer(?:s|ed)|advis(?:es|ed)|explain(?:s|ed)|show(?:s|ed)|sen(?:ds|t)|encourag(?:es|ed)|talk(?:s|ed)|wrote|writes|suggest(?:s|ed))\b[^.!?]{{0,40}}?{_GRAVE}{_OF_WORK}",
    _I,
)
_IN_THE_CHATS = re.compile(
    rf"{_GRAVE}{_OF_WORK}[^.!?]{{0,30}}\bin (?:the|its|our|those|these) (?:chats?|chat ?logs?|logs?|messages?|conversations?|prompts?)\b",
    _I,
)
_FORMS = (_TURNS_TO_IT, _TALKS_OF_IT, _ITS_ANSWER, _IN_THE_CHATS)
# What only would be, or is not.
_NOT_SO = re.compile(
    r"\b(?:if|when|whenever|in case|should (?:anybody|anyone|somebody|someone|a)|suppose|could|would|might|never|(?:nobody|no one|not one) (?:has|ever|did)|not (?:allowed|meant)|(?:do|does|did|has|have)(?:n['’]t| not)|refuses?|blocks?|detects?|recogni[sz]es|flags?)\b[^.!?]{0,80}$",
    _I,
)
_UNREAD = re.compile(
    r"\b(?:(?:nobody|no one|no (?:person|human|adult|staff|teacher|nurse)|none of (?:us|them)|not one of (?:us|them))\b[^.!?]{0,20}\b(?:reads?|sees?|saw|looks?|checks?|knows?|knew|notices?|noticed|answers?|watch(?:es)?|there)|"
    r"(?:we|they|i) (?:do not|don['’]?t|never|cannot|can['’]?t) (?:read|see|look|check|know|watch)|goes? straight out|unread|without (?:a |any )?(?:person|human|adult|anybody|anyone|check))\b",
    _I,
)
_READ = re.compile(
    r"\b(?:we|i|(?:the|a|our|my) (?:[\w-]+ )?(?:counsell?ors?|nurses?|teachers?|staff|doctors?|social workers?|volunteers?|moderators?|psychologists?|person|human|team|colleagues?|matron|leader))\b (?:\w+ ){0,3}?(?:reads?|sees?|checks?|takes? (?:it )?over|calls?|follows? up|answers?|gets? (?:an )?(?:alert|alarm|message|told)|(?:is|are) (?:told|alerted|called|informed))\b",
    _I,
)


def discloses(said: str, names: Iterable[str] = ()) -> bool:
    """Whether a message tells that the tool meets something of this kind, and not that somebody is there who sees it.

    ``names``: what the tools are called in this talk.
    """
    said = with_it_for(said, names)
    unread = bool(_UNREAD.search(said))
    if _READ.search(said) and not unread:
        return False
    return any(_met(sentence[0], unread) for sentence in SENTENCE.finditer(said) if len(sentence[0]) <= LONGEST)


def _met(sentence: str, unread: bool) -> bool:
    if sentence.rstrip().endswith("?"):
        return False
    found = next((m for form in _FORMS if (m := form.search(sentence))), None)
    return found is not None and (unread or not _NOT_SO.search(sentence[: found.start()]))
