"""Checks a sentence that a language model phrased against the facts or passages that it must rest on. Pure.

It refuses rather than guesses: every telling word of a sentence must come from what it rests on, a denial must be one there,
and a fact counts as said only where its value is. What is refused is said by the template instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import KINDS
from vcassist.interview.words import Country, name_of, shown, shown_value

LONGEST = 45
_WORD = re.compile(r"[^\W_]+(?:['’.+&-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)]*(?=\s)|\n+")
_CLAUSE = re.compile(r"[,;:–—]|\s-\s|\b(?:and|but|while|whereas|although|though|which|who|because|so)\b", re.I)
_MARKUP = re.compile(r"[<>`*#{}|\\]|\]\(|https?:|www\.|\[[A-Z]+_\d", re.I)
DENIAL = re.compile(
    r"\b(?:no|not|nothing|nobody|never|none|without|neither|nor|lacks?|lacking|missing|cannot|unable|hardly|rarely|stops?|stopped|fails?)\b"
    r"|\bun(?:known|disclosed|clear|decided)\b|n['’]t\b|\bwithheld?s?\b",
    re.I,
)
_PARTLY = re.compile(
    r"\b(?:part(?:ly|ial(?:ly)?)?|some(?:times|what)?|not (?:all|always|every\w*)|in places|mostly|half)\b", re.I
)
_UNKNOWN = re.compile(
    r"\b(?:(?:not|never|nobody|n['’]t|cannot|yet to) (?:\w+ ){0,2}(?:know|sure|clear|said)\w*|unknown|unclear|unsure|open)\b|n['’]t (?:\w+ ){0,2}know",
    re.I,
)
_WITHHELD = re.compile(
    r"\b(?:withh\w+|undisclosed|confidential|(?:not|n['’]t|refuses? to|declines? to|will not) (?:\w+ ){0,2}(?:say|tell|disclos|share|reveal)\w*|keeps? (?:\w+ ){0,3}(?:to (?:itself|themselves|yourselves)|secret|private))",
    re.I,
)
_NOT_APPLICABLE = re.compile(
    r"\b(?:(?:not|n['’]t) (?:\w+ ){0,2}appl\w+|no need|nothing for you|irrelevant|not relevant)", re.I
)
# What a friendly person says around facts; none of it claims anything.
_COURTESY = (
    "thank thanks you your yours yourself yourselves good great fine okay right clear helpful helps help useful noted note noting wrote write "
    "down understood understand see got get have has had so now that this these those they them their there here it its is are was were be "
    "been being use uses used using with for from the and but also too both well just about into onto over each very much means mean say "
    "says said tell told telling mention mentioned know known let me we our us i a an of to in on at by as or if then than what which who "
    "whom whose where when how one thing things such like can will would could may do does did made make makes picture already far already "
    "seems other rely relies rest rests come comes go goes kept keep down put list answer already briefly word words short sure glad happy "
    "noted. appreciate sharing share shared work works working run runs running called named name names kind part yet still stays left before earlier first instead again"
)


# Words of extent, certainty and judgement, which must never be a model's own.
_GRAVE = (
    "all always every everybody everyone entirely completely fully only solely most majority half double guaranteed guarantee proves proof "
    "certainly definitely impossible must should safe unsafe secure insecure risk risky danger dangerous harmless legal illegal lawful "
    "unlawful compliant complies violates violation breach fraud liable best worst high low medium critical severe urgent immediately clear "
    "approved certified one two three four five six seven eight nine ten hundred thousand million"
)
_ENDINGS = tuple("ations ation ions ments ment ings ing ion ers ies ied ed es er ly s y".split())  # noqa: SIM905


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its ending: translate, translates and translating are one."""
    word = word.casefold().replace("’", "'").removesuffix("'s").strip("'.")
    for end in _ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)]
            break
    return word.rstrip("e") if len(word) > 3 else word


def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text; parts of hyphened words count by themselves too."""
    found = set()
    for match in _WORD.finditer(text):
        found.add(stem(match.group()))
        found.update(stem(part) for part in re.split(r"[.&+'’-]", match.group()) if len(part) > 1)
    return frozenset(found)


@lru_cache(maxsize=1)
def _courtesy() -> frozenset[str]:
    return stems(_COURTESY)


def telling(text: str) -> frozenset[str]:
    """The stems that say something: not courtesies, not denials."""
    return stems(DENIAL.sub(" ", text)) - _courtesy()


def sentences_in(pieces: Iterable[str]) -> Iterator[str]:
    """Whole sentences out of a stream of pieces, each as soon as it is whole."""
    held = ""
    for piece in pieces:
        held += piece
        while (end := _SENTENCE_END.search(held)) is not None:
            sentence, held = held[: end.end()].strip(), held[end.end() :]
            if sentence:
                yield sentence
    if held.strip():
        yield held.strip()


def malformed(sentence: str) -> list[str]:
    """What makes a sentence unfit whatever it says: markup, a link, a question, too many words."""
    reasons = []
    if _MARKUP.search(sentence):
        reasons.append("it holds markup or a link")
    if "?" in sentence:
        reasons.append("it asks something")
    if len(sentence.split()) > LONGEST:
        reasons.append("it is too long")
    return reasons


@dataclass(frozen=True)
class FactGround:
    """Facts that a sentence may say back. ``before`` is what a correction replaced, as it was shown."""

    facts: Sequence[Fact]
    before: Sequence[str] = ()
    country: Country = str

    def objections(self, sentence: str) -> list[str]:
        """Why the sentence may not be shown; empty when it may."""
        said = telling(sentence)
        if not said:
            return []
        carried = [f for f in self.facts if self.carries(f, sentence)]
        if not carried:
            return ["it says nothing that was noted"]
        own = frozenset().union(*(self._vocabulary(f) for f in carried), *map(stems, self.before))
        reasons = [f"“{word}” was not said" for word in sorted(said - own)]
        reasons += [r for clause in _clauses(sentence) for f in carried if (r := self._misplaced(f, clause))]
        for clause in _clauses(sentence):
            if DENIAL.search(clause) and not any(self._carries(f, clause) for f in carried):
                reasons.append("it denies what was not denied")
        return reasons

    def carries(self, fact: Fact, text: str) -> bool:
        """True when one clause of the text, or the whole, says this fact with its value."""
        return any(self._carries(fact, part) for part in (*_clauses(text), text))

    def _carries(self, fact: Fact, part: str) -> bool:
        denied = bool(DENIAL.search(part))
        quoted = telling(fact.quote)
        if quoted and denied == bool(DENIAL.search(fact.quote)) and _mostly(quoted, telling(part), 0.8):
            return True
        topic = self._named(fact, telling(part))
        if fact.status == "unknown":
            return topic and bool(_UNKNOWN.search(part))
        if fact.status == "withheld":
            return topic and bool(_WITHHELD.search(part))
        if fact.status == "not_applicable":
            return topic and bool(_NOT_APPLICABLE.search(part))
        if field_of(fact.ref).type == "yesno":
            partly = bool(_PARTLY.search(part))
            return topic and (partly if fact.value == "partly" else not partly and denied == (fact.value == "no"))
        values = self._values(fact)
        return denied == bool(DENIAL.search(" ".join(values))) and all(
            _mostly(telling(value) or stems(value), stems(part)) for value in values
        )

    def _named(self, fact: Fact, said: frozenset[str]) -> bool:
        """Whether the words name what the fact is about: by its own label, or by two words for it."""
        return bool(said & telling(field_of(fact.ref).label)) or len(said & self._topic(fact)) >= 2

    def _misplaced(self, fact: Fact, clause: str) -> str:
        """A country or company said of a part of the chain that it was not said of."""
        if field_of(fact.ref).type not in ("country", "entity") or not self._carries(fact, clause):
            return ""
        spoken_of = {kind for kind, words in _kinds().items() if words & stems(clause)}
        return (
            ""
            if not spoken_of or fact.kind in spoken_of
            else f"it says of {min(spoken_of)} what was said of {fact.kind}"
        )

    def _values(self, fact: Fact) -> list[str]:
        return [shown_value(fact.ref, value, self.country) for value in fact.values]

    def _topic(self, fact: Fact) -> frozenset[str]:
        """Words for what the fact is about; words of the values that it has not are none of them."""
        spec = field_of(fact.ref)
        others = frozenset().union(
            *(telling(label) for value, label in spec.options.items() if value not in fact.values)
        )
        about = telling(f"{name_of(spec.key)} {spec.label} {spec.kind} {spec.means} {spec.question}")
        return (about - others) | telling(f"{name_of(spec.key)} {spec.label}")

    def _vocabulary(self, fact: Fact) -> frozenset[str]:
        return self._topic(fact) | telling(f"{shown(fact, self.country)} {fact.quote}")


@dataclass(frozen=True)
class PassageGround:
    """Verbatim passages that an answer may be written from."""

    passages: Sequence[str]
    # Of a sentence's telling words this share must stand in one sentence of a passage, and so many of them in its order:
    # a sentence that shuffles a passage's words may say the reverse.
    together: float = 0.8
    in_order: float = 0.7

    def objections(self, sentence: str) -> list[str]:
        """Why the sentence may not be shown; empty when a passage bears it."""
        said = telling(sentence)
        if not said:
            return ["it says nothing"]
        nearest = self.nearest(sentence)
        if nearest is None:
            return ["no passage says anything of this"]
        strange = said - stems(nearest)
        grave = strange & (_grave() | _named_in(sentence))
        if grave or len(strange) > (1 - self.together) * len(said):
            return [f"“{word}” does not stand with the rest" for word in sorted(grave or strange)]
        if _in_order(sentence, nearest) < self.in_order:
            return ["it shuffles what a passage says"]
        if bool(DENIAL.search(sentence)) != bool(DENIAL.search(nearest)):
            return ["it turns a passage round"]
        return []

    def nearest(self, sentence: str) -> str | None:
        """The passage's own sentence that shares most with this one."""
        said = telling(sentence)
        pool = [own for passage in self.passages for own in sentences_in([passage])]
        best = max(pool, key=lambda own: (len(said & stems(own)), -len(own)), default=None)
        return best if best is not None and said & stems(best) else None


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    """Words by which a sentence speaks of a kind of component."""
    more = {
        "storage": "stored stores kept",
        "compute": "machine servers computing hosted",
        "data": "collected",
        "labelling": "labels labelled",
    }
    return {kind: stems(f"{kind} {more.get(kind, '')}") for kind in KINDS}


@lru_cache(maxsize=1)
def _grave() -> frozenset[str]:
    return stems(_GRAVE)


def _named_in(sentence: str) -> frozenset[str]:
    """Stems of what names or counts something: with a digit, or with a capital inside the sentence."""
    found = [m for m in _WORD.finditer(sentence) if m.start() or any(c.isdigit() for c in m.group())]
    return frozenset(stem(m.group()) for m in found if any(c.isdigit() or c.isupper() for c in m.group()))


def _in_order(sentence: str, source: str) -> float:
    """Of the telling words that a sentence shares with its source, the largest share that comes in the source's order."""
    places: dict[str, int] = {}
    for at, match in enumerate(_WORD.finditer(source)):
        places.setdefault(stem(match.group()), at)
    wanted = telling(sentence)
    order = [stem(m.group()) for m in _WORD.finditer(sentence)]
    shared = [places[s] for s in dict.fromkeys(order) if s in wanted and s in places]
    longest: list[int] = []
    for at, place in enumerate(shared):
        longest.append(1 + max((longest[n] for n in range(at) if shared[n] < place), default=0))
    return max(longest, default=1) / len(shared) if len(shared) > 2 else 1.0


def _clauses(text: str) -> list[str]:
    return [part for part in _CLAUSE.split(text) if telling(part)]


def _mostly(wanted: frozenset[str], said: frozenset[str], share: float = 0.6) -> bool:
    return bool(wanted) and len(wanted & said) >= share * len(wanted)
