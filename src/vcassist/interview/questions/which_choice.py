"""Which answer to the question on the table fits a case that somebody tells: "we check some, is that partly?", "does one afternoon count?". Pure.

The case itself is read like any answer. What it came to is named; where it came to nothing, the choices are told apart, and the person
decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from vcassist.chain.facts import Fact
from vcassist.chain.fields import Field
from vcassist.interview import phrases
from vcassist.interview.words import listed

_I = re.I
# A longer sentence tells more than a case (characters).
LONGEST = 300
# A question of more words tells a case of its own.
ONLY_NAMES = 6
# Words of a choice are the same that begin alike.
ALIKE = 5
_THAT = r"(?:that|this|it|these|those|they|such a thing|the same)"
_WOULD = r"(?:wld|is|are|was|were|would|do|does|did|should|shall|must|can|could|may|might|will)"
_PICK = (
    r"(?:pick|choose|take|tick|select|say|answer|put(?: down| here)?|write(?: down| here)?|enter|mark|call|count|give)"
)
_TAIL = r"(?:\W+(?:then|now|here|please|exactly|really|actually|too|also|as well|or not|or what|in (?:my|our|this|that|such a) case|for (?:me|us|you|that|this|it)))*\W*$"
_ASKS_WHICH = re.compile(
    # "Which of those would that be?", "which one fits us", "what should I put then?"
    rf"\bwhich(?: (?:one|ones|answer|choice|option|box|word|category|kind)|(?: one)? of (?:them|those|these|the(?: \w+){{1,2}}|your(?: \w+){{1,2}}))? {_WOULD} (?:{_THAT}|i|we|one|you)(?: (?:be|then|now|have to|need to))*(?: {_PICK})?(?: {_THAT})?{_TAIL}|"
    rf"[,;.] ?(?:so|then) which(?: one)?{_TAIL}|\bwhich(?: (?:one|answer|choice|option|box|word)| of (?:them|those|these))? (?:fits?|applies|suits?|matches|is (?:right|correct|true|nearest|closest|better|best))(?: (?:best|better|us|me|here|to (?:us|me|that)))*{_TAIL}|"
    rf"\b(?:what|how) {_WOULD} (?:i|we|one)(?: (?:then|have to|need to|best|rather))* {_PICK}(?: {_THAT})?(?: (?:if|when|as|there)\b[^?]*)?{_TAIL}|"
    # "Does that count (as trained)?", "do parents count too?"
    rf"\b(?:does|do|did|would|will|should|may|can) (?:[\w'’-]+ ){{1,6}}?(?:be )?(?:count(?:ed)?|belong|qualif(?:y|ies)|enough|fall under)\b[^?]{{0,40}}{_TAIL}|"
    # "Could that be me, though I am only a volunteer?"
    rf"\b(?:can|could|may|would) {_THAT} be (?:me|us|him|her|them|(?:a|an|the|our|my) [\w'’-]+)\b[^?]{{0,60}}{_TAIL}|"
    rf"\bcounts? {_THAT}\b[^?]{{0,40}}{_TAIL}|"
    rf"\b(?:is|are|was|would) {_THAT} (?:be )?(?:(?:then|already|still|really) )*(?:enough|sufficient|a yes|a no|yes or no)\b[^?]{{0,30}}{_TAIL}",
    _I,
)
# "Is that partly?", "is this deciding or helping", "would you call that sometimes", "that's own premises, no?"
_IS_THAT = re.compile(
    rf"\b(?:(?:is|are|was|were|would|so) {_THAT}|(?:would|wld|do|can) (?:you|u|i|we) (?:say|call(?: (?:that|this|it))?)|(?:so|then) {_THAT}(?:['’]?s| is| are))\b(?: (?:be|then|already|still|rather|more|what you call|meant by|called|counted as|considered|a case of))* (?P<what>[^?.!]{{2,60}})\W*$",
    _I,
)

# "Then it's a yes." concludes; with a question mark it asks.
_CONCLUDES = re.compile(rf"(?:so|then) {_THAT}", _I)
# A subject before it: no question.
_STATED = re.compile(r"\b(?:it|this|that|he|she|they|we|i) $", _I)


def asks_which_choice(said: str, spec: Field) -> bool:
    """Whether a sentence asks which answer fits, or whether what was told falls under one of them by its name."""
    if len(said) > LONGEST:
        return False
    if _ASKS_WHICH.search(said):
        return True
    named = _named(said)
    if named is None:
        return False
    # "Is that a rule?" asks whether it counts as one; "is that personal data when they are dead?" tells another case.
    own = _stems(f"{spec.label} {spec.question}") if spec.type == "yesno" and len(said.split()) <= ONLY_NAMES else set()
    return bool(_stems(named["what"]) & (_choices(spec) | own))


def within_the_question(said: str, fact: Fact) -> bool:
    """Whether an answer was read in the choice that a question only names: "would you call that always?"."""
    named = _named(said)
    if named is None or fact.end is None or fact.end <= named.start("what"):
        return False
    read = " ".join(fact.field.options.get(v, v) for v in fact.values)
    return bool(_stems(read) & _stems(named["what"]))


def _named(said: str) -> re.Match[str] | None:
    """The place where a sentence asks whether something is called so; "it is it assists" states it, in somebody's grammar."""
    named = _IS_THAT.search(said)
    if named is None or _STATED.search(said[: named.start()]):
        return None
    return None if "?" not in said and _CONCLUDES.match(named[0]) else named


def fitting(spec: Field, noted: Fact | None) -> str:
    """What to tell: the choice that the case came to and what counts for it, or what tells the choices apart; "" where nothing is told of that."""
    if not spec.options:
        return spec.counts
    if noted is not None and noted.status == "known":
        fits = phrases.FITS.format(listed(f"“{spec.options.get(v, v)}”" for v in noted.values))
        return f"{fits} {spec.counts}".rstrip()
    if spec.counts:
        return f"{spec.counts} {phrases.NEAREST_CHOICE}"
    if spec.type == "set":
        return phrases.ALL_THAT_APPLY.format(spec.means.partition(". ")[0].partition(": ")[0].rstrip("."))
    return f"{apart(spec)} {phrases.NEAREST_CHOICE}"


def apart(spec: Field, values: Collection[str] = ()) -> str:
    """What tells the choices of a field, or those of ``values``, apart: its own words for each, else what people say who mean it."""
    labels = {v: label for v, label in spec.options.items() if not values or v in values}
    if all(f"{value}:" in spec.means for value in spec.options):
        parts = (p for p in spec.means.rstrip(".").split("; ") if not values or p.partition(":")[0] in values)
        told = "; ".join(parts)
        for value, label in labels.items():
            told = re.sub(rf"(?<!\w){re.escape(value)}:", f"“{label}” –", told)
        return f"{told}."
    as_in = (f"“{label}” as in “{spec.says[v][0]}”" for v, label in labels.items() if spec.says.get(v))
    between = "" if "partly" not in labels or spec.says.get("partly") else f"; {phrases.PARTLY}"
    return f"I mean {', '.join(as_in)}{between}."


def _choices(spec: Field) -> set[str]:
    if not spec.options or spec.type == "set":
        return _stems(" ".join(spec.options.values()))
    names = " ".join((*spec.options, *spec.options.values())).replace("_", " ")
    # "Is that partly?" is asked of any question with choices.
    return _stems(names) | _HALVES


_HALVES = frozenset(w[:ALIKE] for w in ("partly", "half", "sometimes", "somewhat", "both", "neither"))
# Words of choices that say nothing by themselves.
_SMALL = frozenset(
    [
        "it",
        "we",
        "our",
        "own",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "or",
        "and",
        "to",
        "is",
        "be",
        "are",
        "as",
        "with",
        "by",
        "not",
        "you",
        "your",
        "that",
        "this",
        "something",
        "someone",
        "somebody",
        "somewhere",
    ]
)


def _stems(text: str) -> set[str]:
    return {w[:ALIKE] for w in re.findall(r"[^\W\d_]+", text.lower()) if w not in _SMALL}
