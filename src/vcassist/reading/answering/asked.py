"""Reads the answer to the asked field by its form: a status, yes or no, a choice, a head count, a country, a name."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.assessment.register import Register
from vcassist.chain.fields import Field
from vcassist.interview.meant import own_stems, stems
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import DO_NOT, NO_IDEA, NOT_KNOW
from vcassist.reading import thresholds
from vcassist.reading.answering import answers
from vcassist.reading.answering.value_words import trimmed
from vcassist.reading.seen import Seen
from vcassist.reading.text import sentences, stripped
from vcassist.reading.vetoes import no_sector

SHORT = 6
# A message of so few words is a number and what it counts.
A_BARE_NUMBER = 4
# A message of up to so many words that says nothing else can be a whole sentence of not knowing.
SENTENCE = 12
# With its reason somebody refuses in a longer one.
LONGEST_REFUSAL = 30
# What a refusal is about, where it says so: "about the contract", "not to say who signs".
_OF_WHAT = re.compile(
    r"\b(?:(?:about|on|regarding|concerning|as for|as to) |(?=(?:who|whose|which|what|where|how|when|whether|why)\b))(?P<what>[^.,;:!?]{2,60}?)(?= (?:i|we)\b|[.,;:!?]|$)",
    re.I,
)
_POINTS = re.compile(
    r"(?:that|this|it|these|those|them|such (?:things|matters))\b(?! \w+ (?:of|from)\b)|(?:my|our) (?:own )?(?:part|side|advice)\b",
    re.I,
)
_SELF = re.compile(
    r"\b(?:our ?selves|our own|we (?:do|did|built|made|run|host|store|keep|label|wrote|trained|developed)|in-?house|own (?:server|staff|people|office|pc|computer|machine|laptop|team)|ourself|my own|myself|on our|our (?:server|office|basement|computer|pc|laptop|it (?:man|guy|person|team|lady)|developer|volunteer|staff|team)|under (?:the|my|our) desk|us\b)",
    re.I,
)
_OURS = re.compile(r"\b(?:we|us|our|my|employed|on (?:the )?payroll|staff|paid|work here)\b", re.I)
# Those who are looked after are not those who work there.
_SERVED = re.compile(
    r"\s*(?:\w+ )?(?:families|pupils|students|patients|children|kids|clients|customers|members|households|farmers|refugees|beds|people a|souls|residents|cases)\b",
    re.I,
)
# After these somebody names the place that counts.
_TURNS = re.compile(r"\b(?:but|now|rather|it['’]?s|sorry|wait|no|not|mean|meant|actually|correction)\b|:", re.I)


# First words that only gain time, before the answer itself.
_SHRUG = re.compile(
    rf"^\W*(?:(?:hm+|uh|um|well|oh|ok|honestly|tbh)[\s,.]+)*(?:i )?(?:idk|dunno|{NOT_KNOW}|{NO_IDEA}|not (?:really |too )?sure|beats me)\b"
    r"(?:\s(?:honestly|really|tbh|exactly|sorry|either|lol|haha|man|mate))*(?:\s*[,.;:…–—]+\s*|\s+(?:-+|lol|haha|man|mate|like)\s+)(?:(?:lol|haha|man|like|well|but)[\s,.]+)*",
    re.I,
)
# What follows is a guess or sends elsewhere: that is still not knowing.
_GUESSES = re.compile(
    r"(?:might|may|could|maybe|perhaps|possibly|probably|ask|you|and (?:i|we) do|(?:it|they|he|she|some(?:body|one)|(?:the|our|my) \w+|\w+) (?:does|do|handles?|knows?|looks? after|deals?|takes? care|would know) (?:that|it|this|all that|with it|with that)?)\b",
    re.I,
)
LEAST_BEHIND = 2
# Who goes on with what they were never told or never asked says why they do not know.
_WHY = re.compile(
    r"(?:nobody|no one|never|they|i|we|it['’]?s|that['’]?s|she|he|not)\b[^.;!?]*\b(?:told|said|says?|asked|knows?|heard|explain\w*|mention\w*|informed|wonder\w*|looked into|thought|care|job|department)\b",
    re.I,
)


def behind_shrug(text: str) -> int | None:
    """Where the answer begins behind a first "idk", "dunno" or "no idea"; None where nothing follows but more of that."""
    shrug = _SHRUG.match(text)
    if shrug is None or _GUESSES.match(text, shrug.end()) or _WHY.match(text, shrug.end()):
        return None
    rest = text[shrug.end() :]
    return None if len(rest.split()) < LEAST_BEHIND or answers.status_of(rest) else shrug.end()


# What is not known behind an answer is something beside it: "I changed nothing, I wouldn't know where".
_BESIDE = re.compile(
    rf"(?:[.,;:–—]|\s-)\s*(?:(?:and|but|though) )?(?:i|we) {DO_NOT}(?:know|say|tell you)"
    r" (?:exactly )?(?:where|how|why|when|(?:(?:in|at|on|by|from|of|to) )?(?:which|what) [\w'’-]+)(?: (?:to|exactly|either|else))?[.!\s]*$",
    re.I,
)
_REST = r"(?:the rest|the others?|the other (?:things?|ones?|parts?|bits?)|(?:any|every)thing else|(?:any )?more than (?:that|this))"
_NOT_KNOWN = (
    rf"(?:(?:i|we) {DO_NOT}(?:know|say|tell(?: you)?)|(?:(?:i|we)(?:['’]ve| have)? )?{NO_IDEA}"
    r"|(?:i|we) (?:(?:know|have) nothing|never (?:knew|heard)))"
)
# So is all the rest: "closed, I should say. That I know, the rest I don't know".
_NOT_THE_REST = re.compile(
    r"(?:[.,;:–—!]|\s-|(?<!\s)\s)\s*+(?:(?:that|this|so much|that much)(?: (?:part|one|bit))? (?:(?:is|['’]s) (?:all|what) )?(?:i|we) (?:do )?know[,.;:]?\s++)?(?:(?:and|but|though|so) )?"
    rf"(?:(?:(?:of|about|as for) )?{_REST},? {_NOT_KNOWN}|{_NOT_KNOWN} (?:(?:about|of|on) )?{_REST})[.!\s]*$",
    re.I,
)


# Who it is, a supplier keeps to itself: "An outside firm. Which one, the maker won't say".
_WHICH_ONE = re.compile(
    r"[.,;:–—]\s{1,3}(?:(?:and|but) )?(?:which|who)(?: (?:one|it is|they are|exactly|firm|company|of them|that is)){0,2},?\s(?P<silent>[^.;!?]{0,40}?\b(?:refuses?|declines?|won['’]?t|will not|would not|wouldn['’]?t|keeps?|do(?:es)?(?: not|n['’]?t)|did(?: not|n['’]?t)|never)\s[^.;!?]{0,40}?(?:disclos\w+|say|said|tell|told|name[ds]?|reveal\w*|secret|to (?:it|them)sel\w+))\b[^?]*$",
    re.I,
)


def silent_on_who(text: str) -> tuple[int, int, int] | None:
    """Where an answer is over behind which a supplier keeps to itself who it is, and the words that say so; None where none stands there."""
    found = _WHICH_ONE.search(text)
    return (found.start(), *found.span("silent")) if found and found.start() else None


def before_beside(text: str) -> int | None:
    """Where an answer is over, behind which somebody only does not know where, how, in which of several, or the rest; None where none stands there."""
    beside = _BESIDE.search(text) or _NOT_THE_REST.search(text)
    return beside.start() if beside and beside.start() else None


def answer_by_form(seen: Seen, spec: Field, register: Register, alone: bool) -> Proposal | None:
    """The answer to field ``spec``. Only plain forms count, more of them when the rules read ``alone``, without learned guesses."""
    short = len(seen.text.split()) <= SHORT
    status = answers.status_of(seen.text)
    settled = status is not None and spec.type == "yesno" and answers.settles(seen.text, status)
    if settled:
        status = None
    if status and status.status == "not_applicable" and spec.key == "labelling.done_by":
        return seen.known(spec.key, ("nobody",), status.start, status.end, 0.9)
    if status and (short or alone):
        quote = seen.text[status.start : status.end]
        sure = 0.9 if short else 0.5
        return Proposal(spec.key, status.status, None, quote, sure, status.start, status.end, status.by)
    if spec.type == "yesno":
        return _yes_or_no(seen, spec, alone or (settled and short))
    if spec.key == "organisation.size":
        return _size(seen, spec)
    if spec.type == "country":
        return _country(seen, spec) if short or alone else None
    if spec.type in ("set", "enum"):
        people = _people(seen, spec) or _house(seen, spec)
        return (_choice(seen, spec) if short else None) or people
    if spec.type == "entity":
        return _entity(seen, spec, register, short, alone)
    return _words(seen, spec) if short and alone else None


# Whom people name by a plural, with a clause or place behind it: "the families who come in for food".
_PEOPLE = {
    "workers": r"employees|workers|labou?rers|wage earners",
    "customers": r"customers|buyers|shoppers|consumers",
    "citizens": r"citizens|residents|inhabitants|taxpayers|voters",
    "other": r"families|people|folks?|clients|callers|visitors|guests|tenants|neighbou?rs|donors|members|readers|listeners|viewers|researchers|genealogists|passengers|women|men|mothers|parents|elders|pensioners|survivors|prisoners|inmates|worshippers|artists|hikers|fishers|fishermen",
}
_WHOM = {
    value: re.compile(
        rf"\W*(?:(?:well|mostly|mainly|basically|just|all|it['’]s|that['’]s|the|our|some|many|those|any|local|poor|rural)\s)*(?:{heads})\b(?=\W*$|\s(?:who|that|whose|which|from|in|of|with|on|at|coming|needing|living|looking)\b)",
        re.I,
    )
    for value, heads in _PEOPLE.items()
}


def _people(seen: Seen, spec: Field) -> Proposal | None:
    """Whom an answer names that is nothing but a plural and what tells more of it."""
    if spec.key != "application.affected_people" or len(sentences(seen.text)) != 1:
        return None
    found = next(((value, m) for value, words in _WHOM.items() if (m := words.match(seen.text))), None)
    return seen.known(spec.key, (found[0],), *found[1].span(), thresholds.ASKED_THRESHOLD) if found else None


def _house(seen: Seen, spec: Field) -> Proposal | None:
    """What an answer calls its own house, where that house's field is none of those that are offered."""
    found = no_sector.OF_NO_FIELD.match(seen.text) if spec.key == no_sector.SECTOR else None
    return seen.known(spec.key, "other", *found.span(), no_sector.SURE) if found else None


def open_by_form(seen: Seen, spec: Field) -> Proposal | None:
    """A sentence that only says that the answer is not known, not told or does not apply: for a message in which nothing else was read."""
    short = len(seen.text.split()) <= SENTENCE
    status = answers.status_of(seen.text) if short else _at_last(seen.text) or _kept_back(seen.text, spec)
    if status is None or not seen.plain(status.start, status.end):
        return None
    quote = seen.text[status.start : status.end]
    return Proposal(spec.key, status.status, None, quote, status.confidence, status.start, status.end, status.by)


def _at_last(text: str) -> answers.Short | None:
    """What the last sentence comes to, where it only says that something may not be told ("There is one. I would rather not say")."""
    last = next(reversed(sentences(text)), None)
    status = answers.status_of(last.text) if last and len(last.text.split()) <= SENTENCE else None
    if last is None or status is None or status.by != "person":
        return None
    return replace(status, start=status.start + last.start, end=status.end + last.start)


def _kept_back(text: str, spec: Field) -> answers.Short | None:
    """What somebody says that they will not tell, with its reason around it ("About the contract I prefer not to say anything, there is a
    quarrel"); nothing where it is of another matter than the one that was asked for.
    """
    for part in sentences(text):
        said = answers.BY_PERSON.search(part.text) if len(part.text.split()) <= LONGEST_REFUSAL else None
        if said is None:
            continue
        named = [m["what"] for m in _OF_WHAT.finditer(part.text)]
        if all(_POINTS.match(what) or stems(what) & own_stems(spec) for what in named):
            start = part.start + said.start()
            return answers.Short("withheld", None, start, part.start + said.end(), 0.8, "person")
    return None


# "Encrypted, no, if you steal the disk you can listen to it": the question's word, with the answer right behind it.
_ECHOED = re.compile(
    r"^\W*(?P<what>[\w’'-]+(?: [\w’'-]+){0,3})\s?[,?:–—-]+\s*(?P<said>yes|yeah|yep|no|nope|partly)\b(?![\s,]*(?:wait|sorry|hang on|actually|and|idea|clue|one|matter|longer))",
    re.I,
)


def _yes_or_no(seen: Seen, spec: Field, alone: bool) -> Proposal | None:
    echoed = _ECHOED.match(seen.text)
    if echoed and (what := stems(echoed["what"])) and what <= own_stems(spec):
        value = answers.polarity(echoed["said"])
        if value is not None and value.value is not None:
            return seen.known(spec.key, value.value, *echoed.span(), 0.9)
    said = answers.polarity(seen.text)
    if said is None or said.value is None or not (alone or len(seen.text.split()) <= 3):
        return None
    return seen.known(spec.key, said.value, said.start, said.end, said.confidence)


def _size(seen: Seen, spec: Field) -> Proposal | None:
    if len(found := _chosen(seen, spec)) == 1:
        return seen.known(spec.key, *found[0], 0.95)
    whole = answers.head_count(seen.text)
    count = whole or _own_count(seen)
    if count is None or not seen.plain(count[1], count[2]):
        return None
    # Of several numbers the trained reader tends to hear the first, and is sure of it; "two hundred" alone it takes for more.
    together = whole is None or answers.counted_together(seen.text[count[1] : count[2]])
    alone = len(seen.text.split()) <= A_BARE_NUMBER and not _SERVED.match(seen.text, count[2])
    sure = 0.99 if together or alone else 0.9
    return seen.known(spec.key, answers.size_band(count[0]), count[1], count[2], sure)


def _own_count(seen: Seen) -> tuple[int, int, int] | None:
    """Of several numbers the one of the sentence in which somebody speaks of themselves ("the network 400; my school has 91")."""
    own = []
    for part in sentences(seen.text):
        count = answers.head_count(part.text)
        if count and _OURS.search(part.text) and not _SERVED.match(part.text, count[2]):
            own.append((count[0], part.start + count[1], part.start + count[2]))
    return own[0] if len({number for number, _, _ in own}) == 1 else None


def _country(seen: Seen, spec: Field) -> Proposal | None:
    """The first place that is stated, or the last of somebody who corrects themselves or turns to another."""
    stated = [p for p in seen.places if seen.stated(p)]
    if not stated:
        return None
    place = seen.where(spec.key, stated[-1] if _TURNS.search(seen.text) else stated[0])
    return seen.known(spec.key, place.code, place.start, place.end, 0.85) if place else None


def _chosen(seen: Seen, spec: Field) -> list[tuple[str, int, int]]:
    """The options that are said and not denied."""
    return [found for found in answers.choices(seen.text, spec) if not seen.denied(found[1])]


def _choice(seen: Seen, spec: Field) -> Proposal | None:
    found = _chosen(seen, spec)
    if spec.type == "enum":
        return seen.known(spec.key, *found[0], 0.85) if len(found) == 1 else None
    if not found:
        return None
    said = {value for value, _, _ in found}
    _, start, end = found[0]
    return seen.known(spec.key, tuple(v for v in spec.values if v in said), start, end, 0.8)


def _entity(seen: Seen, spec: Field, register: Register, short: bool, alone: bool) -> Proposal | None:
    named = [m for m in seen.mentions if m.id_of("supplier") and seen.stated(m)]
    if len(named) == 1 and (short or alone):
        supplier = register.suppliers[named[0].id_of("supplier") or ""]
        return seen.known(spec.key, supplier.name, named[0].start, named[0].end, 0.85)
    if not named and alone and (ourselves := _SELF.search(seen.text)):
        return seen.known(spec.key, "self", *ourselves.span(), 0.5)
    return None


def _words(seen: Seen, spec: Field) -> Proposal | None:
    span = stripped(seen.text, 0, len(seen.text))
    said = trimmed(span, seen.text) if span else None
    return seen.in_words(spec.key, said, 0.5) if said and not answers.polarity(seen.text) else None
