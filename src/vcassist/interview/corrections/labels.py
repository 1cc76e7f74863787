"""The labels by which answers are noted, as a person reads them in the reply, the list and the map, and says them back. Pure.

All of them are derived from what is shown: the choices of a field, their ids, the statement by which an answer is said back, and what is
put where nothing is known. A new choice needs nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from vcassist.chain.facts import Fact, Status, Value
from vcassist.chain.fields import ALONE, FIELDS
from vcassist.interview.corrections.members import names_of
from vcassist.interview.sayings import SAID
from vcassist.interview.turns_of_phrase import NO_IDEA, NOT_KNOW, UNCERTAIN

_I = re.I
OPENS, CLOSES = r"[\"“”„«'‘’]", r"[\"“”»'‘’]"
# Between the members of a set.
_AND = r"\s*(?:[,/+&]|,?\s(?:and|or|as well as|plus))\s*(?:(?:also|too|the|an?|our|of) )*"
# What is shown for what is not known, kept back or none of it, and how people say it.
STATUSES: Mapping[Status, str] = {
    "unknown": rf"(?:still )?(?:not known|{UNCERTAIN}|to be (?:checked|confirmed|verified)|(?:(?:i|we|they) )?{NOT_KNOW}|{NO_IDEA})",
    "withheld": r"(?:(?:they|he|she|it|the supplier|the \w+) )?(?:wo n['’]?t|won['’]?t|will not|(?:do|does)(?: not|n['’]?t)|refuses? to) (?:say|tell|disclose)(?: it| us)?|withheld|undisclosed",
    "not_applicable": r"(?:it )?do(?:es)?(?: not|n['’]?t) apply|not applicable|n/a",
}
# Yes, no and partly are of many matters: they need theirs named.
YES_OR_NO = r"(?:yes|no|partly|partially|partial|in parts?|only half|half|some)"
# These answer many another question as well.
_ANSWERS_ANYTHING = frozenset({"always", "sometimes", "never", "nobody", "none", "both", "other", "others", "nothing"})
# Small words before a label, which may be left out or exchanged ("our own records": "own records", "your own records").
_SMALL = re.compile(r"^(?:it|our|your|the|a) ", _I)
_BEFORE = r"(?:(?:it|we|you|our|your|my|the|an?) ){0,2}"
_BE = re.compile(r"^(?:is|are|was|were) ")
# A part of a statement that is shorter says too little.
_LEAST = 4


def told_in(key: str, words: str) -> tuple[Status, Value | None] | None:
    """(status, value) of words that are labels of a field; of two yes-or-no values the weaker is said for sure."""
    for status, pattern in STATUSES.items():
        if re.fullmatch(pattern, words, _I):
            return status, None
    found = _values_in(key, words)
    if FIELDS[key].type != "set":
        return ("known", found[0]) if len(found) == 1 else None
    return ("known", tuple(found)) if found and (len(found) == 1 or not ALONE & set(found)) else None


def _values_in(key: str, words: str) -> list[str]:
    """The values that words name; what stands within a longer label ("people decide") names none of its own."""
    places = {
        v: [m.span() for m in re.finditer(rf"(?<!\w)(?:{_named(key, v)})(?!\w)", words, _I)] for v in FIELDS[key].values
    }
    every = [place for spans in places.values() for place in spans]

    def stands_alone(a: int, b: int) -> bool:
        return not any(c <= a and b <= d and (c, d) != (a, b) for c, d in every)

    return [v for v, spans in places.items() if any(stands_alone(*place) for place in spans)]


@cache
def any_label(key: str) -> str:
    """A pattern of any label of a field, for a set of several; empty for a field without choices."""
    spec = FIELDS[key]
    if spec.type == "yesno":
        return YES_OR_NO
    if not spec.options:
        return ""
    one = "|".join(sorted((_named(key, v) for v in spec.values), key=len, reverse=True))
    quoted = rf"{OPENS}?(?:{one}){CLOSES}?"
    return rf"{_BEFORE}(?:{one})(?!\w)" + (rf"(?:{_AND}{quoted}(?!\w)){{0,5}}" if spec.type == "set" else "")


@cache
def label_of(key: str, value: str) -> str:
    """A pattern of the labels by which one value is shown."""
    return _BEFORE + f"(?:{'|'.join(sorted(_shown(key, value), key=len, reverse=True))})"


def labels_noted(fact: Fact) -> Iterator[str]:
    """A pattern of the labels of each value that is noted, or of what is put where none is."""
    if fact.status != "known":
        yield STATUSES[fact.status]
    elif fact.field.options and fact.field.type != "yesno":
        yield from (label_of(fact.field.key, value) for value in fact.values)


def is_everyday(words: str) -> bool:
    """Whether a label is a word like any other, which may stand in many sentences that do not mean it: one word, and no "it recommends"."""
    bare = re.sub(r"\W*\b(?:it|we|you|our|your|my|the|an?)\b\W*", "", words, flags=_I).strip("\"“”„«»'‘’ ")
    return " " not in bare and not any(re.fullmatch(verb, bare, _I) for verb in _verbs())


def is_label(key: str, words: str) -> bool:
    """Whether words are a label of a field and nothing else."""
    return bool(any_label(key)) and re.fullmatch(any_label(key), words, _I) is not None


def names_a_choice(words: str) -> bool:
    """Whether words are a label of some field and nothing else: "carries on"."""
    return any(is_label(key, words) for key in FIELDS)


def answers_anything(words: str) -> bool:
    """Whether a label answers many other questions too: always, nobody, both."""
    return words.strip("\"“”„«»'‘’ ").lower() in _ANSWERS_ANYTHING


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(
        _pattern(label) for spec in FIELDS.values() for label in _texts(spec.key) if label.startswith("it ")
    )  # fmt: skip


@cache
def _texts(key: str) -> Mapping[str, str]:
    """Each text by which a field's values are shown → its value; what two of them share is left out."""
    spec, said = FIELDS[key], SAID.get(key)
    texts: dict[str, set[str]] = {}
    for value, label in spec.options.items():
        plain = value.replace("_", " ")
        shown = {label, *([] if plain in _ANSWERS_ANYTHING or plain in ALONE else [plain])}
        if isinstance(said, Mapping) and value in said:
            shown |= {said[value], *_own_part(said, value)}
        for text in shown:
            texts.setdefault(text, set()).add(value)
    return {text: values.pop() for text, values in texts.items() if len(values) == 1}


def _own_part(said: Mapping[str, str], value: str) -> Iterator[str]:
    """What of a statement is not in those of the other values: "carries on" of "without it your service carries on"; of what it does, the verb."""
    words = {v: statement.split() for v, statement in said.items()}
    shared = 0
    while all(len(w) > shared for w in words.values()) and len({w[shared] for w in words.values()}) == 1:
        shared += 1
    own = " ".join(words[value][shared:])
    if shared and len(own) >= _LEAST:
        yield _BE.sub("", own)
    if words[value][:1] == ["it"] and shared == 1 and not _BE.match(f"{words[value][1]} "):
        firsts = [w[1] for w in words.values()]
        if len(set(firsts)) == len(firsts):
            yield f"it {words[value][1].strip(',')}"


@cache
def _shown(key: str, value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_pattern(text) for text, of in _texts(key).items() if of == value))


@cache
def _named(key: str, value: str) -> str:
    """A label of a value, or another word by which people name it."""
    spec = FIELDS[key]
    if spec.type == "yesno":
        return {"yes": "yes", "no": "no"}.get(value, r"(?!(?:yes|no)\b)" + YES_OR_NO)
    words = dict.fromkeys((*_shown(key, value), *(_pattern(w) for w in names_of(spec, value) if len(w) >= _LEAST)))
    return "|".join(sorted(words, key=len, reverse=True))


def _pattern(text: str) -> str:
    """A text with its small words left out, whatever its marks; of what it does, the verb in either number ("recommend")."""
    text, bracket, _ = text.partition(" (")
    core = re.escape(_SMALL.sub("", text)).replace("'", "['’]").replace(r"\ ", " ").replace(r"\-", "[ -]?")
    if text.startswith("it ") and (verb := re.match(r"([a-z]+)s\b", core)) and not _BE.match(core):
        core = f"{verb[1]}s?{core[verb.end() :]}"
    return re.sub(r"\b(?:our|your)\b", "(?:our|your)", core) + (r"(?: \([^()]*\))?" if bracket else "")
