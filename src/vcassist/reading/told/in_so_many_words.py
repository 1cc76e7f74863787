"""What people tell in so many words beside another answer: that they are alone there, that the files go to a drive, that rules are being drafted. Pure.

Of what is known already, was read otherwise, or is denied, asked or only believed, nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.turns_of_phrase import USED_TO
from vcassist.reading.answering.answers import head_count, size_band
from vcassist.reading.text import Span, sentences

_I = re.I
SURE = 0.8
# What was read with less is a guess.
PLAINLY = 0.6
_DRIVES = {
    "google drive": "Google",
    "onedrive": "Microsoft",
    "sharepoint": "Microsoft",
    "dropbox": "Dropbox",
    "icloud": "Apple",
}
_ALONE = re.compile(
    r"\b(?:i['’]?m|im|i am) (?:all |quite |completely )?alone (?:here|in (?:this|the) (?:clinic|practice|office|shop|house|place))\b|\bi(?:['’]?m| am) the only one (?:here|who works here|in the (?:clinic|office|practice))\b(?!,? (?:who|that|to|with)\b)|\b(?:i have |there are )?no colleagues\b|\ba one[- ](?:man|woman|person) (?:practice|office|shop|clinic|business)\b",
    _I,
)
_WE_ARE = re.compile(
    r"\bwe(?: are|['’]re) (?:only |about |around |just )?(?:\d{1,4}|[a-z]+(?:-[a-z]+)?) (?:persons?|people|staff|of us|employees|volunteers|colleagues)\b(?! (?:a|per|each|every)\b)",
    _I,
)
_ON_A_DRIVE = re.compile(
    rf"\b(?:go|goes|saved?|kept|keep|stored?|store|put|land|lands|lie|lies|upload(?:ed|s)?|copied|end up)\b(?:\s[\w'’-]+){{0,5}}?\s(?:in|on|to|into|onto)\s(?:our |the |a |my |his |her |their |this |one )?(?:shared )?(?P<drive>{'|'.join(map(re.escape, _DRIVES))})\b",
    _I,
)
# "Built jointly by our ICT unit and Messrs Tlou Systems."
_JOINTLY = re.compile(
    r"\b(?:built|developed|made|written|created|programmed) (?:jointly|together) (?:by (?:our|us|my)\b|with\b)|\b(?:built|developed|made|written|created|programmed) by (?:us|our [\w ]{2,24}?) (?:and|together with|jointly with) (?:messrs\.? |the |a )?(?-i:[A-Z])\w|\bwe (?:built|made|developed|wrote|created) (?:it|this|(?-i:[A-Z])\w+) (?:jointly |together )?with (?:the |a |our |an )(?:supplier|vendor|company|firm|developer|contractor|start-?up)\b",
    _I,
)
_DRAFTING = re.compile(
    r"\b(?:is|are|am|['’]s|['’]re|['’]m) (?:still |just |now |only )?(?:drafting|writing|preparing|working on) (?:one|it|them|this|that|some|the (?:draft|rules|policy)|a (?:draft|policy))\b|\b(?:a|the|first) draft (?:is|exists|lies|was)\b",
    _I,
)
# "hi. x-ray app. vet.": what kind of tool it is tells what it is for.
_PLAIN = r"(?:ai|new|free|this|that|our|some|good|an?|the|little|small|same|other|one|any|no|what|which|your|my|their|mobile|web|phone|online|computer|such|smart|great|big|of|for|to|is|we|i|use|have)"
_KIND_OF_TOOL = re.compile(
    rf"(?:^|[.,;:!?]\s*|\b(?:use|have|got|with)\s(?:an?\s|one\s|our\s)?)(?P<kind>(?!{_PLAIN}\b)[\w-]+(?:\s(?!{_PLAIN}\b)[\w-]+)?\s(?:app|tool|bot|chatbot|software|program(?:me)?|scanner|translator|transcriber))(?=\s*(?:[.,;:!?]|$))",
    _I,
)
_UNSURE = re.compile(
    rf"\b(?:not sure|don['’]?t know|no idea|maybe|perhaps|i think|i believe|{USED_TO}|no longer|stopped|not|never|planned|will|would|should|could|might|if)\b|n['’]t\b|\?",
    _I,
)


def with_plain_sayings(read: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same with each such saying as a fact of its own."""
    if read.intent in ("question", "stop", "undo"):
        return read
    told = {field_of(p.ref).key for p in read.proposals if p.confidence >= PLAINLY}
    tool = any(ref.startswith("application") for ref in (*told, *chain.facts))
    if asked is None and not tool and (found := _KIND_OF_TOOL.search(message)):
        start, end = found.span("kind")
        purpose = Proposal("application.purpose", "known", found["kind"], found["kind"], SURE, start, end)
        read = replace(read, proposals=(*read.proposals, purpose), intent="answer")
    new = [p for p in _sayings(message, asked) if p.ref not in told and p.ref not in chain.facts]
    if not new:
        return read
    intent = "answer" if read.intent == "other" else read.intent
    said = {p.ref for p in new}
    return replace(read, proposals=(*(p for p in read.proposals if p.ref not in said), *new), intent=intent)


def _sayings(message: str, asked: str | None) -> Iterator[Proposal]:
    for sentence in sentences(message):
        text = sentence.text
        if found := _ALONE.search(text):
            yield _proposal("organisation.size", "up_to_10", sentence, found)
        elif (found := _WE_ARE.search(text)) and not _UNSURE.search(text) and (counted := head_count(found[0])):
            yield _proposal("organisation.size", size_band(counted[0]), sentence, found)
        if (found := _ON_A_DRIVE.search(text)) and not _UNSURE.search(text):
            yield _proposal("storage.supplier", _DRIVES[found["drive"].lower()], sentence, found)
        if (found := _JOINTLY.search(text)) and not _UNSURE.search(text):
            yield _proposal("application.sourcing", "both", sentence, found)
        if asked == "governance.policy" and (found := _DRAFTING.search(text)):
            yield _proposal("governance.policy", "partly", sentence, found)


def _proposal(ref: str, value: str, sentence: Span, found: re.Match[str]) -> Proposal:
    start = sentence.start + found.start()
    return Proposal(ref, "known", value, found[0], SURE, start, start + len(found[0]))
