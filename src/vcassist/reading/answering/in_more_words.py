"""What an answer of a sentence or two states as a whole, where the readers are not sure, and the things of a list that they passed over. Pure but for
its port.

The readers score a message against all fields; the encoder for answers reads it together with the question. They err on different messages: of
1,499 answers by people that neither had seen, 94 in 100 were read rightly by the one, 90 by the other, and 98 by one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import ALONE, Field
from vcassist.interview.chances import LONGEST, likelier_by, likeliest
from vcassist.interview.ports import Proposal, Reading, Stated
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import DENIES, NOT_SO
from vcassist.reading.answering.in_few_words import (
    MOST_WORDS,
    PLAIN,
    SHARE,
    Chances,
    choices_asked,
    in_so_many_words,
    instead,
    is_further,
    stays_open,
    tells_of_another,
    without,
)
from vcassist.reading.vetoes.modality import tells_what_is_not_so

# A list may be short.
LEAST_OF_A_LIST = 3
# How much likelier another choice must be than the one that was read (logarithm of their share), and how much more where the readers are surer.
LIKELIER, BY_SURENESS = 1.0, 0.25
# How sure it must be where nothing was read, and that nothing is stated. Of 2,750 answers to which something was read it was so sure of one.
FOUND, NOTHING = 0.7, 0.95
# The same where some clause is no statement of what is so (a plan, what others say), and where some sentence seems to be of another matter: both
# are marks of form, and an answer may bear them.
FOUND_NOT_SO, FOUND_OF_ANOTHER = 0.75, 0.85
# The same where the message was heard to tell something else: "the replies are kept in Johannesburg".
FOUND_BESIDE = 0.9
# From this chance on a sentence is of another matter, where none is of this one from that chance on.
OF_ANOTHER, OF_THIS = 0.4, 0.2
# How sure it must be of a thing of a list by itself, and of the same in the whole.
OF_A_THING, IN_THE_WHOLE = 0.7, 0.1
# How sure it must be of a choice where it was read that it is not known or not told, and the words that leave no doubt of that.
TOLD_AFTER_ALL = 0.85
_LEAVES_OPEN = re.compile(
    r"\b(?:know\w*|knew|(?:no|any|not an?) (?:idea|clue|notion)|dunno|idk|(?:not|n['’]t|un)\W?(?:sure|certain|aware)|(?:can ?not|can['’]?t|could ?n['’]?t|could not|wo ?n['’]?t|will not|would ?n['’]?t|would not|did ?n['’]?t|do ?n['’]?t|not|never|rather not|refuse\w*|decline\w*)(?: \w+){0,3}? (?:say|tell|told|state|comment|disclose\w*|share\w*|reveal\w*|answer\w*|discuss|remember|recall|heard?|seen?|read)|"
    r"confidential|secret|private|appl(?:y|ies)|applicable|n/?a|arise|unknown|ask(?:ed)? (?:them|somebody|someone|him|her)|(?:he|she|they)(?:['’]d| would| might| may| must)? know|no matter for)\b",
    re.I,
)
# Where it is no surer than this of a message of several sentences, what was read stands if the one of them that alone answers has it: so sure it must be
# of that, and that the others do not answer.
UNSURE, BY_ITSELF, NOT_BY_OTHERS = 0.8, 0.7, 0.6
# Who speaks of what we wrote down, or did not, answers nothing that nobody heard.
_OF_THE_NOTES = re.compile(
    r"\byou(?:['’]ve|['’]d)? (?:(?:still|just|again|never|had|have) )*(?:have(?:n['’]t| not)|did(?:n['’]t| not)|forgot\w*|left out|missed|wrote|written|noted|ignor\w*|misunderstood|put (?:down|that|it))\b",
    re.I,
)
# How sure it must be of another thing than all that were read.
SURE_OF_ANOTHER = 0.6
# Below this chance in the whole nobody is "others".
OTHERS = 0.15
# Fewer things than two are no list.
LEAST_THINGS, LONGEST_THING = 2, 14
# How sure the readers may be taken to be at most.
_LEAST = 1e-4
StatedBy = Callable[[str], Sequence[Stated]]
# Where one thing of a list ends and the next begins.
_BETWEEN = re.compile(
    r"\s*(?:[,;:.!?()]|\s[-–—]\s|\n|\b(?:and|plus|or|also|as well as|along with|together with|then)\b)\s*", re.I
)
# How, when, why and of whom: no thing of a list.
_NO_THING = re.compile(
    r"(?:by|on|at|every|because|so|if|when|since|while|but|that|which|who|whose|then|until|like)\b", re.I
)
_DENIED = re.compile(
    rf"{DENIES}|{NOT_SO}|\b(?:except|leave out|instead|rather|used to|until|before|myself|nothing)\b", re.I
)


def in_more_words(
    reading: Reading, message: str, asked: str | None, chain: Chain, chances: Chances, stated: StatedBy
) -> Reading:
    """The same with what the message states as the answer to ``asked``, where that is one of some choices and ``chances`` is surer of it. ``stated``
    tells what a sentence states by itself.
    """
    spec = choices_asked(reading, message, asked)
    if asked is None or spec is None or reading.maybe or tells_of_another(reading, asked):
        return reading
    if not (LEAST_OF_A_LIST if spec.type == "set" else MOST_WORDS) < len(message.split()) <= LONGEST:
        return reading
    read = next((p for p in reading.proposals if p.ref == asked), None)
    if read is not None and read.status in ("unknown", "withheld") and spec.type != "set":
        return _told_after_all(reading, read, message, chances)
    if read is not None and (stays_open(read) or read.status != "known"):
        return reading
    if spec.type == "set":
        return reading if read is None else _with_its_things(reading, read, message, chances)
    if read is not None and read.confidence >= PLAIN:
        return reading
    found = dict(chances(message, spec.key))
    value = max(found, key=lambda v: found[v], default="")
    if (
        found
        and read is not None
        and found[value] < UNSURE
        and read.value == _of_one_sentence(message, spec.key, chances)
    ):
        return reading
    if read is not None and found.get("", 0.0) >= NOTHING:
        return without(reading, read)
    if not value or (read is not None and value == read.value):
        return reading
    if read is None:
        if _OF_THE_NOTES.search(message):
            return reading
        further = any(is_further(p, chain) for p in reading.proposals)
        least = FOUND_NOT_SO if tells_what_is_not_so(message) else FOUND
        if further or reading.intent != "answer" or found[value] < least:
            return reading
        if found[value] < FOUND_OF_ANOTHER and _of_another_matter(message, spec.key, stated):
            return reading
        told = Proposal.of_all(message, asked, "known", value, found[value])
        return replace(reading, proposals=(*reading.proposals, told))
    likelier = _is_likelier(found[value], found.get(str(read.value), 0.0), read.confidence)
    if in_so_many_words(read, message) or not (
        likelier or _stated_apart(value, str(read.value), message, spec.key, chances)
    ):
        return reading
    other = replace(read, value=value, confidence=found[value])
    return instead(reading, read, other)


def _of_one_sentence(message: str, key: str, chances: Chances) -> str:
    """The choice of the one sentence that answers, where all others of a message answer nothing; "" where there is no such sentence: "Tested? A month on
    my farm before we paid. No languages, cows don't talk".
    """
    told = [dict(chances(m[0], key)) for m in SENTENCE.finditer(message) if re.search(r"\w", m[0])]
    states = [one for one in told if one and one.get("", 0.0) < NOT_BY_OTHERS]
    if len(told) < 2 or len(states) != 1:
        return ""
    value = likeliest(states[0])
    return value if states[0][value] >= BY_ITSELF else ""


def _stated_apart(value: str, read: str, message: str, key: str, chances: Chances) -> bool:
    """Whether one sentence states what was read and another one the choice that the whole states rather: "No dear, straight to the child. Though one of
    us looks over their shoulders, so sometimes". Of 251 such answers the whole had 240 right.
    """
    told = [dict(chances(m[0], key)) for m in SENTENCE.finditer(message) if re.search(r"\w", m[0])]
    surely = {likeliest(one) for one in told if one and max(c for v, c in one.items() if v) >= BY_ITSELF}
    return len(told) > 1 and {value, read} <= surely


def _told_after_all(reading: Reading, read: Proposal, message: str, chances: Chances) -> Reading:
    """The same with the choice that is stated, where only words that look like it were taken for not knowing or not telling: "I have it in my head. I've
    never written down which came from where" is a no.
    """
    found = dict(chances(message, field_of(read.ref).key))
    value = likeliest(found)
    if not value or found[value] < TOLD_AFTER_ALL or _LEAVES_OPEN.search(f"{read.quote} {message}"):
        return reading
    told = replace(read, status="known", value=value, by=None, confidence=found[value])
    return instead(reading, read, told)


def without_what_was_hardly_found(reading: Reading, message: str, asked: str, stated: StatedBy) -> Reading:
    """The same without an answer that all of a message was taken for, where it plainly tells something else and no clause states anything of the
    question: "yes it is used every day" is of no outage, and "the replies are kept in Johannesburg" of no check.
    """
    read = next((p for p in reading.proposals if p.ref == asked and p.status == "known"), None)
    whole = read is not None and read.quote.strip(" .,;!") == message.strip(" .,;!")
    if read is None or not whole or read.confidence >= FOUND_BESIDE:
        return reading
    key = field_of(asked).key
    clauses = (part for m in SENTENCE.finditer(message) for part in (m[0], *re.split(r"[,;:–—]\s", m[0])))
    beside = any(_is_told(p, key) for p in reading.proposals)
    of_it = beside and any(one.key == key and one.chance >= OF_THIS for part in clauses for one in stated(part))
    return without(reading, read) if beside and not of_it else reading


def _is_told(p: Proposal, key: str) -> bool:
    """Whether something of another field was plainly heard."""
    return p.status == "known" and field_of(p.ref).key != key and p.confidence >= FOUND


def _of_another_matter(message: str, key: str, stated: StatedBy) -> bool:
    """Whether some sentence states something of another field by itself, and none anything of this one: "About staff: 44 now, all in"."""
    found = [one for m in SENTENCE.finditer(message) for one in stated(m[0])]
    return any(one.chance >= OF_ANOTHER for one in found) and all(
        one.key != key or one.chance < OF_THIS for one in found
    )


def _is_likelier(other: float, own: float, sure: float) -> bool:
    """Whether another choice is so much likelier than the one that was read, of which the readers are ``sure``."""
    sure = min(max(sure, _LEAST), 1 - _LEAST)
    return likelier_by(other, own) > LIKELIER + BY_SURENESS * log(sure / (1 - sure))


def _with_its_things(reading: Reading, read: Proposal, message: str, chances: Chances) -> Reading:
    """The same with the things of a list that were passed over, and without "others" where the whole names none."""
    spec, members = field_of(read.ref), set(read.members)
    whole = dict(chances(message, spec.key))
    others = _others(whole, members, read.confidence) if whole else set()
    if others and not (others & ALONE and _is_named(spec, members, message)):
        told = replace(
            read, value=tuple(v for v in spec.values if v in others), confidence=sum(whole[v] for v in others)
        )
        return instead(reading, read, told)
    if members & ALONE:
        return reading
    if whole.get("", 0.0) >= NOTHING:
        return without(reading, read)
    things = list(_things(message))
    if len(things) < LEAST_THINGS or not whole:
        return reading
    may_join = {v for v, c in whole.items() if c >= IN_THE_WHOLE} - ALONE - members - {"", "other"}
    # Each thing costs the encoder a pass: none where the whole bears nothing more out.
    for thing in things if may_join else ():
        members |= {v for v, c in chances(thing, spec.key) if v in may_join and c >= OF_A_THING}
    if len(members) > 1 and whole.get("other", 0.0) < OTHERS:
        members.discard("other")
    if members == set(read.members):
        return reading
    told = replace(read, value=tuple(v for v in spec.values if v in members))
    return instead(reading, read, told)


def _others(whole: Mapping[str, float], members: set[str], sure: float) -> set[str]:
    """The things of a list instead of all those that were read, where one of them is so much likelier: "The firm's crew. None of us." is not nobody."""
    best = likeliest(whole)
    if not best or best in members or whole[best] < SURE_OF_ANOTHER:
        return set()
    if not _is_likelier(whole[best], sum(whole.get(v, 0.0) for v in members), sure):
        return set()
    return {best} if best in ALONE else {v for v, c in whole.items() if c >= SHARE and v} - ALONE


def _is_named(spec: Field, members: set[str], message: str) -> bool:
    """Whether a thing of a list that was read is called by its name where nothing is denied: "only text comes out" is not nothing."""
    names = "|".join(re.escape(spec.options.get(v, v)) for v in members - ALONE)
    told = (m[0] for m in SENTENCE.finditer(message) if not _DENIED.search(m[0]))
    return bool(names) and any(re.search(rf"\b(?:{names})\b", sentence, re.I) for sentence in told)


def _things(message: str) -> Iterator[str]:
    """The things that the sentences of a message name which deny nothing."""
    for sentence in SENTENCE.finditer(message):
        if _DENIED.search(sentence[0]):
            continue
        for thing in _BETWEEN.split(sentence[0]):
            if re.search(r"\w", thing) and len(thing.split()) <= LONGEST_THING and not _NO_THING.match(thing.strip()):
                yield thing.strip()
