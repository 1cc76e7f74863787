"""Words that a reader may take for a value and that are none: an order, "you decide", "did I not say so?", "we are". Forms only. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.interview.answers.chips import chip_only
from vcassist.interview.answers.sensible import NO_NAME
from vcassist.interview.corrections.members import says_who_they_are
from vcassist.interview.corrections.repair import names_nobody, shortened
from vcassist.interview.meant import own_stems, stems

_I = re.I
# A choice that is left to the assistant: no answer to anything.
_LEFT_TO_YOU = re.compile(
    r"\W*(?:(?:well|ok(?:ay)?|oh|no|please|then|just|i don['’]?t mind|i do not mind)\W+)*(?:you (?:decide|choose|pick|tell me)|(?:it(?:['’]s| is) )?(?:your (?:choice|call|decision)|up to you)|whatever(?: you (?:like|want|think|wish|prefer))?|as you (?:like|wish|please|want))(?: (?:then|please|for me))*\W*",
    _I,
)
_WHOSE = re.compile(
    r"(?:(?:the|our|its|their) )?(?:supplier|maker|vendor|provider|manufacturer|developer|company|tool|app|model|name)(?:['’]s| is)(?: called)?\s+(?=\S)",
    _I,
)
_RATHER_NOT = re.compile(
    r"\b(?:rather not|prefer not to|won['’]?t|will not|cannot|can['’]?t|must not|may not)\s(?:say|tell|name|disclose|reveal|give)(?: you)?\s(?P<what>(?:which|who|whose|what|whom)\b[^.!?;]*)",
    _I,
)
_SAYS_NOTHING_MORE = stems("who which what whom whose whether there one is it are they or and any somebody")
# "We burn those" only points: it names nothing that could be looked up.
_ONLY_POINTS = re.compile(
    r"\W*(?:we|i|they|you|he|she)(?:['’]\w+)?(?: (?-i:[a-z][\w'’]*)){1,2} (?:those|these|them|it|that|this|one|some|none)\W*",
    _I,
)
_MAYBE_BEFORE = re.compile(
    r"\b(?:maybe|perhaps|possibly|(?:might|may|could) be)(?: (?:in|from|at|by|even|the))*[\s,]*$", _I
)
_MAYBE_BEHIND = re.compile(r",? (?:maybe|perhaps|possibly)\b(?=\W*(?:$|[.!?;]))", _I)
# What begins a sentence with a capital letter is no name by that ("There is no big model inside").
_LITTLE_WORD = re.compile(
    r"(?:There|Here|This|That|These|Those|It|They|We|You|He|She|Our|My|Your|Their|Its|What|Which|Who|When|Where|How|Why|If|But|And|So|Then|Also|Now|Not|No|Yes|All|Each|Every|Some|Both|For|From|With|In|On|At|By|After|Before|Only|Just|Please|Sorry|Because|Since|While)"
)
# What is longer (characters) is looked at by others.
LONGEST_NAME = 80
# Nobody is called so: who speaks, a greeting, what somebody is to us or does.
_NOBODY = re.compile(
    r"(?:i|me|we|us|they|them|he|him|she|her|it|you|this|that|those|these|hello|hi|hey|yes|no|ok(?:ay)?|thanks?|please|sorry|well|oh|any(?:how|way)|however|besides|meanwhile|though|honestly|basically|actually|luckily|sadly|mind you|now|then|here|there|(?:version|release|v\.?)\s?\d[\d.]*)"
    r"|(?-i:(?:(?:the|an?|our|their|his|her|its|my|this|that|some) )?(?:[a-z-]+ )?(?:dealer|(?:re)?seller|vendor|supplier|provider|maker|manufacturer|developer|distributor|contractor|consultant|company|firm|shop|store|guy|man|woman|lady|boss|people|person|somebody|someone|team|agency|office|department|ministry|government|county|council|municipality|donor|funder|partner|colleague|friend|cousin|nephew|niece|son|daughter|brother|sister|volunteer|student|programmer|engineer|technician)s?)",
    _I,
)
# "The hosting is by the council" names nothing "hosting is".
_HAS_A_VERB = re.compile(
    r"[a-z][\w’'-]*(?: [a-z][\w’'-]*)*? (?:is|are|was|were|has|have|does|do|says|said|isn['’]t|aren['’]t)\b[^A-Z]*"
)
# "Sawti answers she reads" tells of somebody, and names nothing.
_TELLS_OF_SOMEBODY = re.compile(r"(?-i:.*\S (?:he|she|we|they|you|it|I) [a-z]+\b.*)")
_ASKED_BY_NAME = (".name", ".supplier", ".accelerator", ".accelerator_vendor", ".licence")


def left_to_you(said: str) -> bool:
    """Whether a message leaves the answer to the assistant."""
    return _LEFT_TO_YOU.fullmatch(said) is not None


def without_no_names(facts: tuple[Fact, ...], said: str, chain: Chain, asked: str | None = None) -> tuple[Fact, ...]:
    """The facts without those whose words cannot be what they were taken for or are only guessed at by the way, and names without what leads up to
    them."""
    if left_to_you(said):
        return ()
    told = (
        fact
        for fact in facts
        if (fact.ref == asked or not _guessed(fact, said)) and not _LITTLE_WORD.fullmatch(str(fact.value))
    )
    sound = (kept for fact in told if (kept := _sound(fact, said)) is not None)
    return tuple(f for f in sound if (old := chain.get(f.ref)) is None or not shortened(old, f, said))


def no_name_at_all(fact: Fact, said: str) -> bool:
    """Whether what was taken for a name is none in any message: "I", "dealer", "hosting is", a greeting. Who writes in small letters alone may write a
    name so.
    """
    name = str(fact.value).strip()
    if len(name) > LONGEST_NAME:
        return False
    if _TELLS_OF_SOMEBODY.fullmatch(name):
        return True
    return _NOBODY.fullmatch(name) is not None or (not said.islower() and _HAS_A_VERB.fullmatch(name) is not None)


def _guessed(fact: Fact, said: str) -> bool:
    """Whether a name or a country is only guessed at: "they use Amazon, maybe Ireland", "Ireland maybe". Whoever is asked for it may guess."""
    if fact.field.type not in ("country", "entity") or fact.status != "known" or fact.start is None or fact.end is None:
        return False
    return bool(_MAYBE_BEFORE.search(said[: fact.start]) or _MAYBE_BEHIND.match(said, fact.end))


def _sound(fact: Fact, said: str) -> Fact | None:
    if fact.ref.endswith(".affected_people") and says_who_they_are(fact.quote):
        return None
    if fact.status == "withheld" and (kept := _RATHER_NOT.search(said)) is not None:
        # Who signed it is kept back, and not whether people may appeal; "who, or whether there is one" is of what was asked.
        of_what = stems(kept["what"]) - _SAYS_NOTHING_MORE
        return fact if not of_what or of_what & own_stems(fact.field) else None
    if fact.status == "known" and fact.ref.endswith(_ASKED_BY_NAME) and _ONLY_POINTS.fullmatch(str(fact.value)):
        return None
    if fact.ref.endswith(".accelerator"):
        return chip_only(fact)
    if not fact.ref.endswith((".name", ".supplier")):
        return fact
    if fact.status == "not_applicable":
        return None if says_who_they_are(fact.quote) else fact
    if fact.status != "known" or not isinstance(fact.value, str) or fact.start is None or fact.value == "self":
        return fact
    lead = _WHOSE.match(fact.quote)
    if lead and fact.value.startswith(lead[0]):
        quote = fact.quote[lead.end() :]
        fact = replace(fact, value=checked_value(fact.ref, quote), quote=quote, start=fact.start + lead.end())
    named = str(fact.value)
    if names_nobody(named):
        return None
    return None if NO_NAME.match(named) or named.rstrip().endswith("?") else fact
