"""A yes or a no that is a sentence of its own, and is meant whatever stands behind it: "No. Nobody knows, I told you." Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.in_few_words import instead
from vcassist.reading.text import sentences

# More than a don't-know behind it is sure of.
SURE = 0.97
_LEADS = r"^\W*(?:(?:well|oh|um|erm?|honestly|hm+|sorry|ok(?:ay)?)\W+)*"
_WORD = re.compile(
    rf"{_LEADS}(?P<word>(?P<no>no|nope|nah)|yes|yeah|yep|yup)\s*[.!]+\s+(?P<rest>\S.*)$",
    re.I | re.S,
)
_BEGINS = re.compile(rf"{_LEADS}(?:(?P<no>no|nope|nah|not)|(?:yes|yeah|yep|yup))\b", re.I)
# "I don't think so" leans to a no, as careful people say it.
_THINK_NOT = re.compile(
    r"\b(?:(?:i|we) )?(?:do(?:n['’]?t| not)|wouldn['’]?t|would not) (?:really )?(?:think|believe|reckon) so\b", re.I
)
LEANS = 0.75
# "No training, not yet": that it may come makes no half of it.
_NO_SUCH = re.compile(
    rf"{_LEADS}(?:there (?:is|are|was|were) )?no (?:\w+ ){{0,2}}?\w+,? (?:not )?(?:yet|so far|until now|at all|as yet)\s*(?:$|[.!;,])",
    re.I,
)
# "Hmm, yes I think so": a word of one's own, and how sure one is.
_HEDGED = re.compile(
    rf"{_LEADS}(?P<word>(?P<no>no|nope|nah)|yes|yeah|yep|yup)\b(?:[\s,.–—-]+(?:i|we)(?: (?:would|['’]d))? (?:think|guess|suppose|believe|say|reckon)(?: so| not)?|[\s,.–—-]+(?:probably|of course|sure|more or less|really|indeed|so))*\W*$",
    re.I,
)
HEDGED = 0.85
# "Well, partly I would say, it's a bit of both."
_HALF_OF_IT = re.compile(
    rf"{_LEADS}(?P<word>partly|in part|partially|half and half|a bit of both)\b(?:[\s,.;–—-]+(?:(?:i|we)(?: (?:would|['’]d))? (?:think|guess|suppose|believe|say|reckon)(?: so)?|let['’]?s say|let us say|(?:it(?:['’]s| is) )?(?:a )?(?:bit|little) of both|(?:it(?:['’]s| is) )?(?:half and half|yes and no|both)|(?:as|so) far as (?:i|we) (?:know|can (?:see|tell))|more or less|perhaps|maybe|if you ask me))*\W*$",
    re.I,
)
# Who thinks again takes the word back.
_AGAIN = re.compile(r"^\W*(?:wait|hang on|hold on|sorry|actually|or|i mean|no|yes|hm+|well|though|but)\b", re.I)
# "No. But the nurses were": what stands behind it turns round or halves it.
_TURNS = re.compile(
    r"\b(?:yes|yeah|yep|yup|no|nope|nah|mean|meant|but|though|although|however|actually|wait|except|still|only|sorry)\b",
    re.I,
)


def begins_with_yes_or_no(text: str) -> bool:
    """Whether a text begins with a yes or a no of its own."""
    return _BEGINS.match(text) is not None


def _shown_by_its_sentence(reading: Reading, message: str, asked: str) -> Reading:
    """The same with the sentence that begins with a yes or no as the words of that answer, where they were taken from a tale behind it."""
    begins, read = _BEGINS.match(message), next((p for p in reading.proposals if p.ref == asked), None)
    first = next(iter(sentences(message)), None)
    if begins is None or read is None or first is None or read.value != ("no" if begins["no"] else "yes"):
        return reading
    if (read.start or 0) < first.end:
        return reading
    words = first.text.strip()
    start = message.index(words)
    shown = replace(read, quote=words, start=start, end=start + len(words))
    return instead(reading, read, shown)


def with_its_own_word(reading: Reading, message: str, asked: str | None) -> Reading:
    """The same with a yes or no that the message begins with as the answer, where what stands behind it was taken for one that is not known, or for the
    other of the two ("No. Our own dialect is most of it.").
    """
    if asked is None or field_of(asked).type != "yesno":
        return reading
    bare, half = _HEDGED.match(message), _HALF_OF_IT.match(message)
    word = bare or half
    if word is not None and not any(p.ref == asked for p in reading.proposals):
        start, end = word.span("word")
        value = "partly" if bare is None else "no" if bare["no"] else "yes"
        said = Proposal(asked, "known", value, message[start:end], HEDGED, start, end)
        return replace(reading, intent="answer", proposals=(said, *reading.proposals))
    reading = _shown_by_its_sentence(reading, message, asked)
    found, read = _WORD.match(message), next((p for p in reading.proposals if p.ref == asked), None)
    leans = _THINK_NOT.search(message)
    if leans and read is not None and read.status == "unknown" and read.touches(*leans.span()):
        told = replace(read, status="known", value="no", confidence=LEANS)
        return instead(reading, read, told)
    if read is not None and read.value == "partly" and (none := _NO_SUCH.match(message)):
        told = replace(
            read, value="no", quote=none[0].strip(" .,;!"), start=none.start(), end=none.end(), confidence=SURE
        )
        return instead(reading, read, told)
    if found is None or read is None or _AGAIN.match(found["rest"]):
        return reading
    missed = read.status == "unknown" and (read.start or 0) >= found.end("word")
    turned_round = read.status == "known" and read.value == ("yes" if found["no"] else "no")
    turned_round = turned_round and _TURNS.search(found["rest"]) is None
    if not (missed or turned_round):
        return reading
    start, end = found.span("word")
    told = replace(read, status="known", value="no" if found["no"] else "yes", quote=message[start:end], start=start, end=end, confidence=SURE)  # fmt: skip
    return replace(reading, intent="answer", proposals=tuple(told if p is read else p for p in reading.proposals))
