"""The single checks of the claim gate. Each yields why a sentence cannot stay."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from vcassist.report.claim_items import Item
from vcassist.report.claim_reading import Clause, Reading, everyday
from vcassist.report.claim_words import (
    DENIAL,
    EXTENT,
    GRAMMAR,
    NUMBER_OF,
    SEVERITY,
    SMALL,
    WORD,
    carried,
    concept,
    concepts,
    denied_root,
    fold,
    spellings,
    words,
)

# "One" as a pronoun counts nothing.
_PRONOUN = re.compile(
    r"\b(?:one (?:of|another|and the same|day)|(?:no|any|each|this|that|which|every|the|in) one)\b|\bone(?=\s*(?:[,.;:]|$))",
    re.I,
)
_BOUND = re.compile(
    r"\b(?:over|under|above|below|about|around|nearly|almost|up to|at least|at most|(?:less|more|fewer) than)\s+\d[\d.,]*",
    re.I,
)
_FIGURES = re.compile(r"[,;:.]\s|\s(?:and|but)\s")
# Digits with what they count in: a sign, a currency, a share of a hundred. "GPT-4" is a name; in "10-20" both are numbers.
_NUMBER = re.compile(
    r"(?<![\w.])(?<![^\W\d][-−–])(?P<sign>[-−]\s?)?(?P<digits>\d+(?:[.,\u00a0\u202f]\d+)*)(?!\w)(?P<share>\s?(?:%|‰|per ?cent\b))?",
    re.I,
)
_CALLS_FOR_A_NAME = frozenset({"by", "from", "behind", "in", "at"})
_NONE = re.compile(r"\b(?:no(?! longer\b)|none)\b", re.I)
_VERDICT_WORDS = concepts("risk raised ruled rule out clear finding undecided decided severity") | SEVERITY


def numbers_in(text: str) -> set[str]:
    """Every number of a text as plain digits, also those written as words."""
    return {n for n, _ in _numbers_at(text)}


def _numbers_at(text: str) -> list[tuple[str, int]]:
    found = []
    for match in _NUMBER.finditer(text):
        digits = "".join(str(unicodedata.digit(c, "")) or c for c in match["digits"])
        plain = re.sub(r"[,\u00a0\u202f](?=\d{3}\b)", "", digits)
        sign, share = "-" if match["sign"] else "", (match["share"] or "").strip()
        share = "%" if share[:3].casefold() == "per" else share
        found.append((f"{sign}{_currency(text, match)}{plain}{share}", match.start("digits")))
    # Raised, broken and Roman numerals are held only as they are written.
    found += [(c, at) for at, c in enumerate(text) if unicodedata.category(c) in ("No", "Nl")]
    plain = _PRONOUN.sub(lambda m: " " * len(m[0]), text)
    return found + [
        (NUMBER_OF[m[0].casefold()], m.start())
        for m in re.finditer(r"[a-z]+", plain, re.I)
        if m[0].casefold() in NUMBER_OF
    ]


def _currency(text: str, match: re.Match[str]) -> str:
    """The sign of a currency right before or after a number; "" where there is none."""
    beside = f"{text[: match.start()].rstrip()[-1:]}{text[match.end() :].lstrip()[:1]}"
    return next((c for c in beside if unicodedata.category(c) == "Sc"), "")


def quotes(reading: Reading, cited: Sequence[Item]) -> Iterator[str]:
    """What stands in quotation marks was said so."""
    texts = [_plain(item.quotable) for item in cited]
    for quote in reading.quotes:
        if not any(_plain(quote) in held for held in texts):
            yield f"quotes “{quote}”, which the evidence does not hold"
    if reading.unclosed:
        yield "opens a quotation that it does not close"


def lines(text: str, cited: Sequence[Item]) -> Iterator[str]:
    """A line that the report worked out, such as a list, is said as it is."""
    if _plain(text) not in [_plain(item.text) for item in cited if item.kind == "line"]:
        yield "is not the line that the report worked out"


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def numbers(reading: Reading, cited: Sequence[Item]) -> Iterator[str]:
    """Each number stands in the evidence; a figure that the report counted stands beside what it counts."""
    held = {n for item in cited for n in numbers_in(" ".join(item.counted))}
    said = numbers_in(_without_advice(reading.masked, cited))
    yield from (f"the number {n} is not in the evidence" for n in sorted(said - held))
    yield from _counted_otherwise(reading.masked, cited)
    often = Counter(n for n, _ in _numbers_at(_without_advice(reading.masked, cited)))
    there = Counter(n for item in cited for n, _ in _numbers_at(" ".join(item.counted)))
    yield from (f"says the number {n} more often than the evidence" for n in sorted(often) if often[n] > there[n] > 0)
    told = " ".join(fold(item.text) for item in cited)
    for bound in _BOUND.finditer(reading.masked):
        if fold(bound[0]) not in told:
            yield f"says “{bound[0]}”, which the evidence does not"
    figures = [figure for item in cited for figure in item.figures]
    if not figures:
        return
    for part in _FIGURES.split(_without_advice(reading.masked, cited)):
        here = numbers_in(part)
        if _NONE.search(part):
            # Beside what was counted, "no" and "none" are a figure too.
            here.add("0")
        names = {fold(m.text) for m in reading.mentioned(part)}
        text = fold(part)
        labels = {
            label for label, _ in figures if fold(label) in names or re.search(rf"\b{re.escape(fold(label))}s?\b", text)
        }
        allowed = {n for label, n in figures if label in labels}
        yield from (f"the number {n} is said of something else" for n in sorted((here & {*held, "0"}) - allowed))
        for label in sorted(labels) if here else ():
            if not here & {n for one, n in figures if one == label}:
                yield f"the figure for {label} is another"


def _counted_otherwise(text: str, cited: Sequence[Item]) -> Iterator[str]:
    """A number counts what it counts in a person's words or a finding's: "sixty a week" are not sixty lawyers."""
    told = [text for item in cited if item.kind == "fact" for text in (item.quote, *(item.names if item.free else ()))]
    told += [unit for item in cited if item.kind != "count" for unit in item.units]
    text = _without_advice(text, cited)
    for number, at in _numbers_at(text):
        near = [_beside(quote, place) for quote in told for held, place in _numbers_at(quote) if held == number]
        counted = next((concept(w) for w in words(re.sub(r"^\S+", "", text[at:])) if concept(w) not in GRAMMAR), "")
        if near and counted and not any(counted in words_near for words_near in near):
            yield f"the number {number} is said of something else"


def _beside(text: str, at: int) -> frozenset[str]:
    """What stands close to a number: up to six words before and four after."""
    after = words(re.sub(r"^\S+", "", text[at:]))[:4]
    return frozenset(concept(w) for w in (*words(text[:at])[-6:], *after))


def _without_advice(text: str, cited: Sequence[Item]) -> str:
    """Advice may be repeated with its numbers, and lends them to nothing else."""
    for advice in sorted((a.rstrip(".") for item in cited for a in item.advice), key=len, reverse=True):
        text = text.replace(advice, " ")
    return text


def vocabulary(reading: Reading, cited: Sequence[Item], behind: Sequence[Item]) -> Iterator[str]:
    """Each word is carried by the evidence. Findings and passages lend theirs a statement at a time."""
    facts = [item for item in cited if item.kind in ("fact", "count", "register")]
    text = f" {' '.join(words(reading.masked))} "
    for label in (label for item in facts if item.kind == "fact" for label in item.other_labels):
        if f" {' '.join(words(label))} " in text:
            yield f"says “{label}”, which is another answer"
    lent = frozenset(c for item in (*facts, *behind) for c in item.vocabulary)
    said = frozenset(c for item in (*facts, *behind) for c in item.said)
    core = {item.ref: item.core for item in facts if item.kind == "fact"}
    barred = frozenset(
        c
        for item in facts
        for c in item.elsewhere
        if not any(c in other for ref, other in core.items() if ref != item.ref)
    )
    barred -= said
    denied = any(item.denies for item in facts)
    states = any(item.units or item.advice for item in cited)
    for word in sorted(EXTENT & set(words(reading.masked))):
        held = [item for item in cited if word in item.said]
        often = max((words(t).count(word) for item in held for t in (*item.units, *item.advice)), default=0)
        if held and words(reading.masked).count(word) > max(often, len(held)):
            yield f"says “{word}” of more than the evidence does"
    for clause in reading.clauses:
        loose = [
            w
            for w in clause.words
            if not w.isdigit() and w not in NUMBER_OF and not _lent(w, lent, said, barred, denied)
        ]
        if not loose:
            continue
        if states and _stated(clause, loose, cited, lent, said):
            continue
        for word in dict.fromkeys(loose):
            if not (states and concept(word) in _VERDICT_WORDS):
                yield f"says “{word}”, which the evidence does not"


def _lent(word: str, lent: frozenset[str], said: frozenset[str], barred: frozenset[str], denied: bool) -> bool:
    if word in EXTENT or word in DENIAL:
        held = word in said or (denied and word in ("nobody", "none", "nothing", "any"))
        # Plain denials are weighed by ``polarity``.
        return held or (word in DENIAL and word not in EXTENT)
    if any(c in barred for c in spellings(word)):
        return False
    if concept(word) in SMALL or word in SMALL or carried(word, lent):
        return True
    root = denied_root(word)
    return root is not None and root in lent


def _stated(
    clause: Clause, loose: Sequence[str], cited: Sequence[Item], lent: frozenset[str], said: frozenset[str]
) -> bool:
    """True when one statement of a finding or passage carries what the facts do not, and denies where the clause denies."""
    plain = " ".join(words(clause.text))
    for item in cited:
        if any(plain in " ".join(words(advice)) for advice in item.advice):
            return True
        title = concepts(item.title)
        for unit in item.units:
            held = concepts(unit)
            if all(carried(w, held | title | _VERDICT_WORDS) or w in SEVERITY for w in loose):
                return True
    return False


def names(reading: Reading, cited: Sequence[Item], ordinary: frozenset[str]) -> Iterator[str]:
    """Words with a capital or in another script are names, and names stand in the evidence, whole: "Peru" is not "EduTec Perú"."""
    told = " ".join(_told_beside_names(item) for item in cited)
    held, everything, text = concepts(told), fold(told), reading.masked
    written = set(WORD.findall(told))
    titles = {word for item in cited for word in WORD.findall(item.title)}
    seen = set()
    for match in WORD.finditer(text):
        word = match[0]
        foreign = any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in word)
        starts = not text[: match.start()].strip(' “"(') or text[: match.start()].rstrip(' “"(')[-1:] in ".!?:"
        bare = re.sub(r"['’]s$|['’]$", "", word)
        capital = any(c.isupper() for c in (bare[1:] if starts and bare != "I" else bare))
        folded = fold(bare)
        if not (foreign or capital) or folded in seen:
            continue
        if bare in ordinary and not _stands_for_a_name(text[: match.start()], fold(word), everything):
            continue
        seen.add(folded)
        # An everyday word with a capital is a name, unless the evidence writes it so too.
        numbered = re.match(r"\s\d", text[match.end() :]) is not None
        plainly = bare in (written | titles if numbered else written)
        known = plainly if folded in everyday() else carried(folded, held)
        if not known and not (foreign and folded in everything):
            yield f"the name {bare} is not in the evidence"


def _stands_for_a_name(before: str, word: str, told: str) -> bool:
    """True for an acronym where only a name can stand ("supplied by AI"), unless the evidence puts it there as well."""
    leading = [w for w in words(before) if w not in ("the", "a", "an")][-1:]
    owns = word.endswith(("'s", "s'")) and word not in told
    return owns or (leading != [] and leading[0] in _CALLS_FOR_A_NAME and f"{leading[0]} {word}" not in told)


def _told_beside_names(item: Item) -> str:
    """The words of a piece of evidence without the names that are looked for whole."""
    if item.kind == "fact":
        return " ".join((item.quote, *item.labels, *(() if item.a_name else item.names)))
    if item.kind == "finding":
        return " ".join((item.title, *item.units, *item.advice))
    if item.kind == "register":
        # Whom a record joins is looked for whole, in its direction.
        return ""
    text = item.text
    for name in item.names if item.kind == "count" else ():
        text = text.replace(name, " ")
    return text
