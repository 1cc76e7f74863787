"""Answers in a part of a message: a sentence beside a correction, a curse or an aside, and words near to a choice. Pure but for its reader.

A message is read as a whole first. Where that gave no answer to what was asked, one of its sentences or clauses may be one: "Civil
society, I suppose, though the priest would have a stroke", "I told you that. Minutely."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value, field_of
from vcassist.interview import meant
from vcassist.interview.answers.offered import NO, YES, in_offered_words
from vcassist.interview.corrections.correcting import corrects
from vcassist.interview.corrections.put_down import is_an_order
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate
from vcassist.interview.remarks.moves import hedge_of, move_of, says_nothing
from vcassist.interview.sentences import PART
from vcassist.interview.session import Awaiting

# How sure a reader must be of a part by itself, and how many parts are read.
SURE = 0.6
MOST = 6
# A longer message, in words, is a story: what it tells of the question is found by reading it whole.
LONGEST = 80
# So many words, asked a second time, are an answer and no story.
FEW = 6
# Fewer words answer yes or no only with a word of that.
LEAST = 3
_SAYS_ONE = re.compile(
    r"\b(?:y|n|yes|yeah|yep|yup|aye|no|nope|nah|not|none|never|nothing|nobody|partly|half|some\w*|most\w*|all|always|both|sure|of course|certainly|indeed|absolutely|exactly|right|correct)\b|n['’]t\b",
    re.I,
)
_ASIDE = re.compile(r",?\s{1,3}(?:though|although|but|even if|because)\b|\s[–—-]{1,3}\s|:\s", re.I)
_TOLD = re.compile(
    r"\W*(?:(?:but|well|as|like|look)\W+)*(?:i|we)(?:['’]ve| have)? (?:just |already )*(?:told|said|answered|mentioned|explained|wrote|written)\b"
    r"(?: (?:you|it|that|this|so|already|before|now|once|twice|\w+ times|at the start))*(?:\s*[,.:;!?–—-]+\s*|\s(?=(?:no|not|yes)\b))",
    re.I,
)
# Who dictates without marks closes what they begin with a yes or a no by saying it again: "not written down no the boss knows". A thing that
# is not there ("we have no time") closes nothing.
_SAID_AGAIN = re.compile(
    r"\W*(?:[\w'’]+ ){1,7}"
    r"(?<!have )(?<!has )(?<!got )(?<!is )(?<!are )(?<!there['’]s )(?<!with )(?:no|nope|nah|yes|yeah|yep)(?= \w)",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:no|not|nope|nah|never|none|nothing)\b.*\b(?:no|nope|nah)$|\b(?:yes|yeah|yep)\b.*\b(?:yes|yeah|yep)$", re.I
)
_DENIES = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|neither|nor|without|hardly|nope|nah|(?:do|does|did|is|are|was|were|ca|wo|have|has)nt)\b|n['’]t\b",
    re.I,
)
# How somebody knows what they have just said.
_KNOWS_FROM = re.compile(
    r"[,;.–—-]+\s*(?:(?:as|and|so|because)\s+)?(?:i|we|he|she|(?:my|our|the) \w+)(?:['’]ve| have| has| had)?(?: \w+)? (?:saw|seen|looked|checked|read|found|asked|remember\w*)\b(?:\s+[\w'’-]+){0,7}\W*$",
    re.I,
)
# What is a name, and what begins like a sentence of what somebody does ("we eat those").
_NAMED = frozenset({"name", "licence", "accelerator"})
_CLAUSE_OF = re.compile(r"\W*(?:i|we|you|they|he|she|nobody|everybody|people)\s\w", re.I)
# "That's not us" takes back what stands before it, and answers nothing.
_NOT_US = re.compile(r"(?:\bnot|n['’]t)\s+(?:us|ours|mine|me|here)\b", re.I)
# The same words as an answer in a sentence of their own: some are read only so.
_FRAMES = ("It is {}.", "The answer is: {}.", "We mean {}.")


def answer_beside(
    facts: tuple[Fact, ...], said: str, awaiting: Awaiting, reader: Reader, chain: Chain, number: int
) -> tuple[Fact, ...]:
    """The facts, with an answer to what was asked from one part of the message where the whole gave none."""
    if awaiting.manner == "confirm" or len(said.split()) > LONGEST or any(f.ref == awaiting.ref for f in facts):
        return facts
    yes_or_no = field_of(awaiting.ref).type == "yesno"
    # What only repeats what stands takes no words from the answer.
    new = [f for f in facts if (old := chain.get(f.ref)) is None or not _repeats(f, old)]
    for start, text in list(_parts(said))[:MOST]:
        inside = any(f.touches(start, start + len(text)) for f in new)
        # "Thieves." behind a correction says neither yes nor no.
        cry = len(text.split()) < LEAST and yes_or_no and not _SAYS_ONE.search(text)
        if (
            inside
            or cry
            or _NOT_US.search(text)
            or text.rstrip().endswith("?")
            or corrects(text)
            or is_an_order(text)
            or move_of(text)
            or hedge_of(text) == "partly"
        ):
            continue
        found = _read(text, start, awaiting.ref, reader, chain, SURE) or _offered(text, start, said, awaiting.ref)
        if found is not None and _borne_out(text, found):
            return (*facts, replace(found, turn=number))
    return facts


def _offered(text: str, at: int, said: str, ref: str) -> Fact | None:
    """The choice with whose very words a message begins: "nothing much honestly, the farmers just call us. …"."""
    if said[:at].strip() or field_of(ref).type != "enum":
        return None
    found = next(iter(in_offered_words(text, ref, 0)), None)
    if found is None or found.start is None or re.search(r"\w{2}", text[: found.start]):
        return None
    return found.moved(at)


def _repeats(fact: Fact, old: Fact) -> bool:
    """Whether a fact names nothing but members of a set that stand already; a name said again may be denied ("no Kenya")."""
    return fact.field.type == "set" and fact.status == old.status == "known" and set(fact.values) <= set(old.values)


def founded(
    facts: tuple[Fact, ...], said: str, awaiting: Awaiting, reader: Reader, chain: Chain, number: int
) -> tuple[Fact, ...]:
    """The facts without a "partly" that comes only from how somebody knows it: "we delete after two years, I just saw it in the contract"."""
    half = next((f for f in facts if f.ref == awaiting.ref and f.value == "partly"), None)
    knows = _KNOWS_FROM.search(said) if half else None
    if half is None or knows is None or hedge_of(said) == "partly" or _DENIES.search(knows[0]):
        return facts
    text = said[: knows.start()]
    found = _read(text, 0, awaiting.ref, reader, chain, SURE)
    if found is None or found.value == "partly":
        return facts
    return tuple(replace(found, turn=number) if f is half else f for f in facts)


def nearest(said: str, ref: str, reader: Reader, chain: Chain, number: int) -> Fact | None:
    """What a few words come nearest to among the choices of a question that was asked twice: to be confirmed, not noted."""
    spec, words = field_of(ref), said.strip().rstrip(".!,;")
    plain = any(c.isalpha() for c in words) and not said.rstrip().endswith("?") and not says_nothing(words)
    if spec.type not in ("enum", "set") or not plain or len(words.split()) > FEW or _DENIES.search(words):
        return None
    start = said.index(words)
    for frame in _FRAMES:
        lower = words if words[1:2].isupper() else words[:1].lower() + words[1:]
        found = _read(frame.format(lower), 0, ref, reader, chain, 0.0)
        if found is not None:
            return replace(found, quote=words, start=start, end=start + len(words), turn=number)
    if spec.type == "set" and "other" in spec.options:
        return Fact(ref, "known", checked_value(ref, ["other"]), words, start, start + len(words), number)
    return None


def same_sentence(said: str, one: Fact, other: Fact) -> bool:
    """Whether two facts of a message have their words in one sentence of it."""
    spans = [m.span() for m in PART.finditer(said)]

    def at(fact: Fact) -> set[int]:
        return {n for n, span in enumerate(spans) if fact.touches(*span)}

    return bool(at(one) & at(other))


def _parts(said: str) -> Iterator[tuple[int, str]]:
    """Places and texts that can be an answer by themselves: what follows "I told you", sentences, and what stands before an aside."""
    told = _TOLD.match(said)
    begins = told.end() if told and said[told.end() :].strip() else 0
    if (again := _SAID_AGAIN.match(said, begins)) and _AGAIN.search(again[0]):
        yield begins, again[0]
    if begins:
        yield begins, said[begins:]
    sentences = [(m.start(), m[0]) for m in PART.finditer(said)]
    if len(sentences) > 1:
        yield from sentences
    for start, text in sentences:
        aside = _ASIDE.search(text)
        if aside:
            yield start, text[: aside.start()]
            yield start + aside.end(), text[aside.end() :]


def answers_for_another(facts: tuple[Fact, ...], awaiting: Awaiting) -> bool:
    """Whether a message answers what was asked for another of the kind alone ("DeepL: nobody"): its words are no answer for this one."""
    same = {f.ref for f in facts if f.field is field_of(awaiting.ref)}
    return bool(same) and awaiting.ref not in same


def _read(text: str, at: int, ref: str, reader: Reader, chain: Chain, sure: float) -> Fact | None:
    reading = reader.read(text, ref, chain)
    if reading.intent != "answer":
        return None
    proposals = tuple(p for p in reading.proposals if p.ref == ref and p.status == "known" and p.confidence >= sure)
    for fact in gate(Reading(proposals, "answer"), text).facts:
        return fact.moved(at)
    return None


def _borne_out(text: str, fact: Fact) -> bool:
    """Whether a part says itself what was read in it: a no denies something, a yes takes its own word or one of the field's."""
    if fact.field.type == "text" and fact.field.name in _NAMED and _CLAUSE_OF.match(fact.quote):
        return False
    if fact.field.type != "yesno":
        return not says_nothing(text)
    if fact.value == "no":
        return bool(_DENIES.search(text))
    return bool(YES.match(text) or NO.match(text)) or meant.shares_words(text, fact.field)
