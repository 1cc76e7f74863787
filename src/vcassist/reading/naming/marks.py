"""Finds where a message speaks of a tool or a model by its name or its number, where there are several. Pure.

"The second one" is that of the chain, or of those that the message has named before; in a message that counts its tools up, the number
introduces one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from vcassist.chain.facts import Chain, field_of, split_ref
from vcassist.chain.short_names import head_of, tail_of
from vcassist.interview.ports import Proposal
from vcassist.interview.removals.removing import NOUNS, ORDINALS
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.components import Names, same_name
from vcassist.reading.naming.called_by_work import called_by_work
from vcassist.reading.naming.names_said import places_of
from vcassist.reading.naming.products import products
from vcassist.reading.naming.sets_spoken_of import sets_spoken_of
from vcassist.reading.text import Span, sentences
from vcassist.reading.told.of_all import EACH, NO_ONE
from vcassist.reading.vetoes.modality import modalities

# The kinds whose components people call by names.
KINDS = ("application", "model")
NAME = "name"
# Stands for a component of which it is not known which it is.
NOBODY = ""
# Characters between a number and the name that it introduces.
LONGEST_CALL = 30
# Places where one message may speak of a component; nobody says more of two or three things in one breath.
MOST_MARKS = 300
# How often a message may introduce a tool without a name before the rest is passed over.
MOST_INTRODUCED = 6
# Characters before a name in which it is set aside.
LONGEST_ASIDE = 40
# So short a last word of a name says what kind of thing it is ("AI", "Pro").
MOST_LETTERS_OF_A_KIND = 3
# A name that something is only compared with, replaced by or set against is not what the sentence is about.
_ASIDE = re.compile(
    r"\b(?:like|than|unlike|as with|same as|besides?|instead of|rather than|replac\w+|(?:not|nor|without|neither)(?: for| with| about| in| on| of)?)\s+(?:(?:the|our|a)\s)?$",
    re.I,
)
_FALL_BACK = re.compile(
    r"\binstead\b(?! of)|\bfall(?:s|ing)? back\b|\bswitch(?:ed)? to\b|\bcould (?:also )?use\b", re.I
)
# Between names that are only listed stand these and nothing else.
_LISTED = re.compile(r"(?:\s|,|&|/|\+|\b(?:and|or|also|plus|both|as well as|the|our|then|with)\b)*", re.I)
_GOES_ON = re.compile(r"\s*(?:$|[,.;:&/()]|(?:and|or|plus)\b)", re.I)
_DOES_ALONE = re.compile(r"\s(?:is|was|has|does)\b", re.I)
_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s)?$", re.I)
_COUNTED = re.compile(rf"(?:the\s)?(?:{'|'.join(ORDINALS)}|other|one)(?:\sone)?\sis\s(?:called\s)?(?=\S)", re.I)
ALL = re.compile(rf"\b{EACH}\b", re.I)
_NONE = re.compile(rf"\b{NO_ONE}\b", re.I)
# Of two behind a denial: "nobody checks either of them", "no label on either".
_EITHER = re.compile(
    r"(?:\b(?:no|not|nobody|no one|none|never|nothing|cannot)|n['’]t)\b[^.;!?\n]{0,40}?\s(?:(?P<of>either of (?:them|these|those|the two))|(?:for|with|of|on|in) (?P<bare>either))\b(?=\s*(?:$|[.,;!]))",
    re.I,
)
# "Yes for Nyota, not for Kora" answers for both.
_NOT_FOR_THAT = re.compile(r"(?:[,;–-]\s(?:but |and )?|\sbut )not (?:for|with|in|on|about|of) (?:the |our )?$", re.I)
# "A bit of both": of two answers.
_MIXED = re.compile(
    r"\b(?:bit|little|mix|mixture|some|combination|blend|half|touch|share|part) of $|\bhalf and half,? (?:so )?$|\bsome yes,?(?: and)? some no,? (?:so )?$",
    re.I,
)
# What "both" does: a verb that is known, or a plain word without an s before what only stands behind a verb.
_DO = r"\s+(?:are|were|have|get|got|do|did|can|need|run|work|help|write|go|yes|no|always|never|partly|only|just|in (?:\w+ )?(?:use|operation|trial|service))\b"
_DO_SOMETHING = r"\s+(?!(?:people|staff|children|men|women|of|or|and|times|ways|sides)\b)[a-z]{3,}(?<!s)\s+(?:the|an?|on|only|with|without|to|from|in|no|our|us|it|for|at|by|since|until|already|now|off-?line|online)\b"
# How it is with "both", where a clause ends with it: "we run both ourselves", "both live.".
_SO = r"\s(?:ourselves|myself|here|there|now|today|at home|in[- ]house|on[- ]site|(?!(?:people|staff|children|men|women|police|of|or|and|ways|sides)\b)[a-z]{3,}(?<!s))\s*(?=[,.;:!)]|$)"
# What "neither" does, and of whom: "neither nurses nor teachers check it" is about no tools.
_NOR = re.compile(r"[^.;!?\n]{0,60}\bnor\b", re.I)
_ONE_MORE = re.compile(
    r"(?:and\s)?(?:(?:for|with|of)\s)?(?:the\s|our\s)?(?!(?:i|we|they|you|nobody|no|yes|it|that|this)\b)[\w-]+\s(?:one\s)?",
    re.I,
)
_NONE_DO = r"(?:\s+(?:is|are|was|were|has|have|had|can|could|will|would|does|did|do)\b|\s+[a-z]{2,}(?:s|ed)\b)"
_NOUNS: Mapping[str, str] = {
    "application": rf"(?:{NOUNS['application']}|(?:chat)?bot|assistant|helper|platform|ai)",
    "model": NOUNS["model"],
    "data": NOUNS["data"],
}
_SEVERAL: Mapping[str, str] = {
    kind: rf"\b(?:two|three|four|five|2|3|4|5|both|several|a couple of|a few)\s+(?:[\w-]+\s){{0,2}}?{_NOUNS[kind]}(?:s|(?<= ai))\b"
    for kind in _NOUNS
}
# What follows "the first" where it stands for a tool and not before a noun of its own.
_BARE = (
    r"\s*[,:;]|\s+(?:yes|no|always|never|partly|sometimes|not)\b|\s+(?:is|are|was|does|do|did|has|have|had|can|it|we|they|nobody|only|just|"
    r"isn['’]?t|doesn['’]?t|hasn['’]?t|not)\b(?!\s*$)"
)
# Any verb, or a noun that looks like one ("the second graders"): only where it is known that there are several.
_ANY_VERB = r"|\s+\w{3,}s\b(?!\s*$)"


# Where two are set against each other, what follows may tell where or how: "the first over the network, the second on our own machine".
_FIRST_AND_SECOND = re.compile(
    r"\bthe (?:first|one)\b.*\bthe (?:second|other)\b|\bthe second\b.*\bthe first\b", re.I | re.S
)
_SHORT_ANSWER = r"|\s(?!(?:day|way|side|hand|time|half|week|month|year|people|one|ones|two)\b)[a-z-]+\s*(?:[.,;!]|$)"
_ANY_LINK = r"|\s+(?:over|on|in|at|from|by|with|without|through|via|under|as|for|to|both)\b"
# "One read the X-ray. Other is Kora": where it is told how many there are.
_ONE_BARE = re.compile(
    r"(?:^|[.;:!?–-]\s+)\bone(?=\s(?!(?:of|day|time|thing|person|year|month|week|more|is|man|woman)\b)[a-z]{2,}\s(?:the|an?|our|my|your|for|to|with|on|in|from|all|what|who|[a-z]{3,}s)\b)",
    re.I,
)
# "It wouldn't fit next to the other one" tells of the first.
_BESIDE = re.compile(r"\b(?:next to|besides?|than|unlike|along ?side|(?:together|along) with)\s$", re.I)
_OTHER_BARE = re.compile(
    r"(?:(?<=[.;:!?,–-]\s)|(?<=\band\s))(?:an)?other(?: one)?(?=\s(?:is|does|has|[a-z]{2,}s?)\s)", re.I
)

_HEAD = rf"(?:{TOOL}|helper|thing|one|machine)"
_ANOTHER_ONE = re.compile(
    rf"\b(?:we|i)(?:['’]ve| have)? (?:also|then|too) (?:have|use|run|got|bought|built|made)?\s?(?:an?|another|one more)\s(?:[\w-]+\s){{0,3}}?{_HEAD}\b"
    rf"|\b(?:we|i) (?:have|use|run|got|bought|built|made) (?:another|a second|one more|a separate)\s(?:[\w-]+\s){{0,3}}?{_HEAD}\b"
    rf"|\b(?:the|our)\s(?:(?!(?:it|that|this|there|which|who|what)\b)[\w-]+\s){{1,3}}?is (?:a separate|another|a different|its own|something separate)(?: {_HEAD})?\b",
    re.I,
)
# "(b)" where tools were counted up by letters.
_LETTER = re.compile(r"\(([a-d])\)(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at ``start``–``end`` that mean a component; several where names are only listed, or ``together`` ("both", "neither")."""

    start: int
    end: int
    components: tuple[str, ...]
    together: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """ "The second one" at ``start``–``end``; ``at`` counts from 0."""

    at: int
    start: int
    end: int


class Marks:
    """What one message calls the components of one kind. ``proposals`` of that kind were read in it; names may be added to them."""

    def __init__(self, kind: str, message: str, proposals: list[Proposal], asked: str | None, chain: Chain) -> None:
        self.kind, self.message, self.chain = kind, message, chain
        self.proposals = [without_number(p) for p in proposals]
        component, of_kind, _ = split_ref(asked) if asked else ("", "", "")
        self.asked = component if of_kind == kind else ""
        self.key = field_of(asked).key if asked else ""
        self.names = Names(kind, self.asked, chain)
        # Where names stand that the message brings in: it is about them, whatever was asked.
        self.opened: set[int] = set()
        self._sentences = sentences(message)
        self._starts = [s.start for s in self._sentences]
        self._aside = [bool(_FALL_BACK.search(s.text)) for s in self._sentences]

    def sentence(self, at: int) -> Span:
        """The sentence in which a place is."""
        return self._sentences[self._number_of(at)]

    def _number_of(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    @property
    def announced(self) -> bool:
        """Whether the message says that there are several, or counts them up."""
        return bool(re.search(_SEVERAL[self.kind], self.message, re.I)) or any(self._numbers())

    def find(self) -> list[Mark]:
        """All of them in the order of the message; names that are only listed are one mark."""
        found: list[Mark] = []
        for mark in sorted(filter(self._is_about, islice(self._single(), MOST_MARKS)), key=lambda m: (m.start, -m.end)):
            if found and mark.start < found[-1].end:
                continue
            last = found[-1] if found and len(mark.components) == 1 else None
            if last and mark.components[0] not in last.components and self._listed(last.end, mark):
                found[-1] = Mark(last.start, mark.end, (*last.components, *mark.components))
            else:
                found.append(mark)
        return found

    def _listed(self, at: int, mark: Mark) -> bool:
        """Whether nothing but "and" stands between two names; after a comma alone the second may begin a clause of its own."""
        joined = _LISTED.fullmatch(self.message, at, mark.start)
        alone = joined and not re.search(r"\w|[&/+]", joined.group())
        if joined and "," in joined.group() and _DOES_ALONE.match(self.message, mark.end):
            # "Bedwise made Kora, and the guest one is by Talkora": the second begins a clause of its own.
            return False
        return bool(joined) and (not alone or bool(_GOES_ON.match(self.message, mark.end)))

    def _single(self) -> Iterator[Mark]:
        yield from self._by_tool()
        yield from self._by_work()
        yield from self._by_product()
        yield from self._without_name()
        held = {c: str(self.chain.value(f"{c}.{NAME}") or "") for c in self.chain.mentioned(self.kind)}
        heads = Counter(short for name in held.values() for short in (head_of(name), tail_of(name)))
        for component, name in held.items():
            for start, end in places_of(name, self.message):
                # A word that begins the names of two says which of none.
                if heads[self.message[start:end]] < 2:
                    yield self._mark(start, end, component)
            yield from (self._mark(*m.span("short"), component) for m in self._by_last_word(name))
        numbers = list(self._numbers())
        new = [p for p in self.named() if not self._is_known(str(p.value))]
        called = {p: n for p in new if (n := next((n for n in numbers if self._calls(n, p)), None))}
        # Of tools that were named, a number says which; where none was, or it stands beside a name, it introduces one.
        introduces = self.kind in KINDS and (bool(called) or not new)
        if not called and not self._counts_up(numbers):
            numbers = [n for n in numbers if n.at < len(self.names.in_order())]
        order = [self.names.numbered(n.at) for n in numbers] if introduces else []
        for p in self.named():
            number = called.get(p)
            component = self.names.take(str(p.value), order[numbers.index(number)] if number else None)
            for start, end in {(p.start or 0, p.end or 0), *places_of(str(p.value), self.message)}:
                yield self._mark(start, end, component)
        for m in re.finditer(r"\bthis one\b", self.message, re.I) if self.asked else ():
            yield self._mark(m.start(), m.end(), self.asked)
        everything = tuple(self.names.in_order())
        if not introduces:
            order = [everything[n.at] if n.at < len(everything) else None for n in numbers]
        for number, meant in zip(numbers, order, strict=True):
            if meant is not None:
                yield self._mark(number.start, number.end, meant)
        for m in ALL.finditer(self.message):
            if self._means_all(m, len(everything)):
                yield Mark(m.start(), m.end(), everything, together=True)
        for m in _NONE.finditer(self.message):
            if self._means_none(m, len(everything)):
                yield Mark(m.start(), m.end(), everything, together=True)
        for m in _EITHER.finditer(self.message) if self.bare and len(everything) == 2 else ():
            yield Mark(*m.span(m.lastgroup or 0), everything, together=True)

    def _counts_up(self, numbers: list[Number]) -> bool:
        """Whether numbers can stand for more than what is known: several are said, or one with a word for what it counts ("the second
        tool"). Where one tool is known, "the second one" alone is the second of two answers, of two choices, of anything.
        """
        noun = re.compile(rf"\b{_NOUNS[self.kind]}s?$", re.I)
        several = len({n.at for n in numbers}) > 1 or bool(re.search(_SEVERAL[self.kind], self.message, re.I))
        known = self.chain.mentioned(self.kind)
        return several or not known or any(noun.search(self.message[n.start : n.end]) for n in numbers)

    def _mark(self, start: int, end: int, component: str) -> Mark:
        return Mark(start, end, (component,))

    def _is_known(self, name: str) -> bool:
        held = (self.chain.value(f"{c}.{NAME}") for c in self.chain.mentioned(self.kind))
        return any(same_name(known, name) for known in held if known)

    def _means_all(self, found: re.Match[str], many: int) -> bool:
        """Whether "both" stands for the tools themselves ("both are checked") and not before another noun ("both nurses check")."""
        if not self.bare or many < 2 or (many > 2 and found.group().casefold() == "both"):
            return False
        if _MIXED.search(self.message[max(0, found.start() - LONGEST_ASIDE) : found.start()]):
            return False
        own = rf"(?:\s(?:of them|the|our|{NOUNS[self.kind]}s))*"
        return bool(
            re.match(rf"{own}(?:{_DO}|{_DO_SOMETHING}|{_SO}|\s*[,.;:!)]|\s*$)", self.message[found.end() :], re.I)
        )

    def _means_none(self, found: re.Match[str], many: int) -> bool:
        """Whether "neither" stands for the tools themselves ("neither is checked", "we tested neither"), and for no other two things."""
        word, rest = found.group().casefold(), self.message[found.end() :]
        if not self.bare or many < 2 or (many > 2 and word.startswith("neither")) or _NOR.match(rest):
            return False
        own = rf"(?:\s(?:of|them|these|those|both|two|three|four|the|our|{NOUNS[self.kind]}s))*"
        if re.match(rf"{own}{_NONE_DO}", rest, re.I):
            return True
        before = self.message[self.sentence(found.start()).start : found.start()]
        if word == "neither" and _ONE_MORE.fullmatch(before) and re.match(r"\s*(?:[.!;]|$)", rest):
            # "The calls neither": so it is with one more.
            return False
        # "Neither." says no to two choices; "we label neither" and "no, neither of them" are said of two things.
        said = self.message[max(self.sentence(found.start()).start, found.start() - LONGEST_ASIDE) : found.start()]
        counted = word.endswith(" one") or re.match(r"\sof\s(?:them|these|the (?:two|three|four))\b", rest, re.I)
        return bool((counted or re.search(r"[a-z]{3,}\s$", said)) and re.match(rf"{own}\s*(?:[,.;:!)]|$)", rest, re.I))

    def _is_about(self, mark: Mark) -> bool:
        """Whether a sentence is about what it names, and does not only compare with it or fall back on it."""
        if mark.start in self.opened:
            return True
        if self._aside[self._number_of(mark.start)]:
            return False
        # No tool is its own fallback.
        own = mark.components == (self.asked,)
        if self.key.endswith(".alternative") and not own and not self._answers_for(mark):
            return False
        begins = max(self.sentence(mark.start).start, mark.start - LONGEST_ASIDE)
        aside = _ASIDE.search(self.message[begins : mark.start])
        # Asked what happens when it fails, "without it" is just that.
        without = self.key.endswith(".outage_effect") and aside and aside.group().casefold().startswith("without")
        answers = self.asked and aside and _NOT_FOR_THAT.search(self.message[begins : mark.start])
        return not aside or bool(without) or bool(answers and re.match(r"\s*(?:$|[.,;!])", self.message[mark.end :]))

    def _answers_for(self, mark: Mark) -> bool:
        """Whether a name heads an answer of its own ("Mambu no", "Tili: sure"), asked what could take a tool's place."""
        begins = self.sentence(mark.start).start
        head = re.fullmatch(
            r"(?:.*[,;]\s)?(?:(?:and|but|for|with|as for)\s)*(?:the\s|our\s)?",
            self.message[begins : mark.start],
            re.I | re.S,
        )
        return bool(
            head
            and re.match(
                r"['’]?s?\s?(?:[:=–-]|,?\s(?:yes|no|nope|sure|definitely|never|not|partly)\b)",
                self.message[mark.end :],
                re.I,
            )
        )

    def named(self) -> list[Proposal]:
        """The names that were read in the message, in its order, without a maker's beside its model's ("Mixtral from Mistral")."""
        names = [p for p in self.proposals if p.ref.endswith(f".{NAME}") and isinstance(p.value, str)]
        makers = {p.start for p in self.proposals if p.ref.endswith(".supplier")}
        own = [p for p in names if p.start not in makers or not _FROM.search(self.message[: p.start])]
        return sorted(own or names, key=lambda p: p.start or 0)

    def _calls(self, number: Number, name: Proposal) -> bool:
        """Whether a number and a name stand for the same ("the first is AgriVoix", "one tool, Lumo, …")."""
        at = name.start or 0
        return 0 <= at - number.end <= LONGEST_CALL and not re.search(r"[.;!?\n]", self.message[number.end : at])

    def _numbers(self) -> Iterator[Number]:
        """The first, the second, the other; where two are announced, one and the other."""
        noun = NOUNS[self.kind]
        held = self.chain.mentioned(self.kind)
        several = bool(re.search(_SEVERAL[self.kind], self.message, re.I))
        alone = _BARE + (_ANY_VERB if several or len(held) > 1 else "")
        if len(held) > 1 and _FIRST_AND_SECOND.search(self.message):
            alone += _ANY_LINK
        if len(held) == 2:
            alone += _SHORT_ANSWER
        # Of models that are counted up, "the other" is no tool.
        of_models = self.kind == "application" and not several and re.search(_SEVERAL["model"], self.message, re.I)
        tail = rf"(?:\s{noun}\b" + (rf"|\sone\b|(?={alone}))" if self.bare and not of_models else ")")
        for at, ordinal in enumerate(ORDINALS):
            for m in re.finditer(rf"\b(?:the|our|my|that|this)\s{ordinal}{tail}", self.message, re.I):
                yield Number(at, m.start(), m.end())
        if self.kind == "application" and len(held) > 1:
            for m in _LETTER.finditer(self.message):
                yield Number("abcd".index(m[1].lower()), m.start(), m.end())
        others = list(re.finditer(rf"\b(?:the|our|my|that)\sother{tail}", self.message, re.I))
        others = [m for m in others if not _BESIDE.search(self.message, 0, m.start())]
        if several and not others:
            # Of two that are counted up, not all say "the other".
            others = list(_OTHER_BARE.finditer(self.message))
        if len(held) == 2:
            for m in others:
                yield Number(0 if self._spoken_of_before(m.start(), held) == held[1] else 1, m.start(), m.end())
        elif len(others) == 1 and len(held) < 2:
            ones = re.finditer(
                rf"\bone(?:\s{noun}\b|(?=\s(?:of them\s)?(?:is|does|has|\w{{3,}}s)\b))", self.message, re.I
            )
            one = next((m for m in ones if m.end() <= others[0].start()), None)
            one = one or (_ONE_BARE.search(self.message, 0, others[0].start()) if several else None)
            if one or several:
                yield Number(1, others[0].start(), others[0].end())
            if one:
                yield Number(0, one.start(), one.end())

    def _spoken_of_before(self, at: int, held: Sequence[str]) -> str:
        """Of which of two the message or the question speaks before "the other"."""
        last, meant = -1, self.asked
        told = [*self._by_work(), *self._by_product()]
        for number, component in enumerate(held):
            words = [rf"the\s{ORDINALS[number]}"]
            words += [re.escape(name)] if (name := self.chain.value(f"{component}.{NAME}")) else []
            places = [m.start() for m in re.finditer(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", self.message[:at], re.I)]
            places += [m.start for m in told if m.components == (component,) and m.start < at]
            if places and max(places) > last:
                last, meant = max(places), component
        return meant

    def _by_tool(self) -> Iterator[Mark]:
        """Models that are called by their tool ("the PestCam model"): the one that was told of with it, else none that is known."""
        noun = NOUNS["model"]
        for tool in self.chain.mentioned("application") if self.kind == "model" else ():
            title = self.chain.value(f"{tool}.{NAME}")
            if not title:
                continue
            inside = self._model_in(tool)
            name = rf"(?<!\w){re.escape(title)}(?!\w)"
            words = [rf"{name}(?:['’]s)?\s{noun}\b", rf"\b{noun}\s(?:of|in|inside|behind|for|under)\s(?:the\s)?{name}"]
            words += [rf"\b(?:the|that)\s{name}\sone\b"] if self.asked else []
            words += [name] if self.asked and inside else []
            for m in re.finditer("|".join(words), self.message, re.I):
                yield self._mark(m.start(), m.end(), inside or NOBODY)

    def _by_work(self) -> Iterator[Mark]:
        """Tools and models that are called by what they do ("the invoice scanner"); models where models are spoken of."""
        if self.kind == "model" and not (self.asked or re.search(r"\bmodels?\b", self.message, re.I)):
            return
        named = {c: self._is_named(c) for c in self.chain.mentioned(self.kind)}
        for called in called_by_work(self.message, self.chain, self.kind, named):
            yield self._mark(called.start, called.end, called.component)

    def _is_named(self, component: str) -> bool:
        return any(places_of(self.chain.value(f"{component}.{NAME}") or "", self.message))

    def _by_last_word(self, name: str) -> Iterator[re.Match[str]]:
        """Where a sentence is about a thing by the last word of its name, though many are called so ("For Translate it is yes")."""
        words = name.split()
        if len(words) > 1 and len(words[-1]) > MOST_LETTERS_OF_A_KIND and words[-1][0].isupper():
            form = rf"(?i:\b(?:for|with|about|concerning|regarding)\s)(?P<short>{re.escape(words[-1])})(?=\s(?!of\b)[a-z]|[,:;.!?]|$)"
            yield from re.finditer(form, self.message)

    def _by_product(self) -> Iterator[Mark]:
        """Tools that are called by what they make or work on ("the letters always"), and data by what they are."""
        found = (
            sets_spoken_of(self.message, self.chain)
            if self.kind == "data"
            else products(self.message, self.chain, self.kind)
        )
        for p in found if self.kind != "model" else ():
            yield self._mark(p.start, p.end, p.component)

    def _without_name(self) -> Iterator[Mark]:
        """A further tool that is introduced by what it is ("we also have a triage bot", "the invoice scanner is a separate thing")."""
        held = self.chain.mentioned(self.kind)
        if self.kind != "application" or not held or self.key.endswith((".alternative", ".outage_effect")):
            return
        by_work = list(self._by_work())
        for m in islice(_ANOTHER_ONE.finditer(self.message), MOST_INTRODUCED):
            sentence = self.sentence(m.start())
            named = any(sentence.start <= (p.start or 0) < sentence.end for p in self.named())
            known = any(m.start() <= other.start < m.end() for other in by_work)
            if not (named or known or modalities(sentence.text)) and (component := self.names.numbered(len(held))):
                yield self._mark(m.start(), m.end(), component)
                return

    def _model_in(self, tool: str) -> str | None:
        """The only model whose name was told after the tool's and before another tool's, in one message; of one tool and one model, that."""
        models = self.chain.mentioned("model")
        if len(models) == 1 == len(self.chain.mentioned("application")):
            return models[0]
        named = sorted(
            (f.start or 0, f.component)
            for kind in KINDS
            for c in self.chain.mentioned(kind)
            if (f := self.chain.get(f"{c}.{NAME}")) and f.turn == self.chain.facts[f"{tool}.{NAME}"].turn and f.quote
        )
        after = [c for at, c in named if at > (self.chain.facts[f"{tool}.{NAME}"].start or 0)]
        own = after[: next((n for n, c in enumerate(after) if c.startswith("application")), len(after))]
        return own[0] if len(own) == 1 else None

    @property
    def bare(self) -> bool:
        """Whether "the first" alone means one of this kind: of that which is asked about, where there are several of it, else a tool."""
        about = self.key.partition(".")[0]
        if about == self.kind:
            return bool(self.asked)
        # Data and storage of one tool alone are counted by nobody.
        counted = [c for c in self.chain.mentioned(about) if not self.chain.tool_of(c)] if about else []
        return self.kind == "application" and len(counted) < 2


def without_number(p: Proposal) -> Proposal:
    """The proposal with a name that does not begin with its number ("second is Nyota")."""
    counted = _COUNTED.match(p.value) if p.ref.endswith(f".{NAME}") and isinstance(p.value, str) else None
    if counted is None or p.start is None or p.quote != p.value:
        return p
    name = p.quote[counted.end() :]
    return replace(p, value=name, quote=name, start=p.start + counted.end())
