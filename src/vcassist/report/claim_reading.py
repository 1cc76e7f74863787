"""Takes a sentence apart for the claim gate: names found in the evidence, clauses, and what each clause is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from vcassist.chain.fields import FIELDS, KIND_TITLES
from vcassist.report.claim_items import NOUNS, VERBS, Item, kind_of
from vcassist.report.claim_words import (
    DENIAL,
    EXTENT,
    GRAMMAR,
    HEDGED,
    NOT_KNOWN,
    NUMBER_OF,
    SMALL,
    WITHHELD,
    concept,
    concepts,
    fold,
    words,
)

FIRST_MARK, LAST_MARK = 0xE000, 0xF7FF
_MARKS = re.compile(f"[{chr(FIRST_MARK)}-{chr(LAST_MARK)}]")
# Names with nothing but commas and "and" between them.
_LIST = re.compile(rf"{_MARKS.pattern}(?:(?:[\s,]|\b(?:and|or)\b)+{_MARKS.pattern})+")
# "Stands behind" is said of suppliers; only machines stand somewhere.
_BEHIND = re.compile(r"\bstands? behind\b", re.I)
_JOINING = "and|while|but|whereas|which|that|who|whom|because|although|though"
# A clause ends with a mark, or (softly) before a word that joins another.
_CLAUSE = re.compile(rf"([,;.!?]+(?=\s|$))|\s(?=(?:{_JOINING})\s)", re.I)
# The evidence's own statements in parts, ended by the same words.
STATED = re.compile(rf"[,;.]\s|\s(?=(?:{_JOINING})\s)")
_ASKS = re.compile(r"\b(?:whether|who|whom|where|what|which|how)\b", re.I)
_JOINS = re.compile(rf"^\W*(?:{_JOINING})\b", re.I)
_VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|did)\b", re.I)
_PLACES = re.compile(r"\b(?:in|by|from|with|at|to|on|for|of|under)\b", re.I)
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the sentence: the components whose title it is, those of whose facts it is a value, and what it may be by these."""

    text: str
    titles: frozenset[str]
    values: frozenset[str]
    roles: frozenset[str] = frozenset()


@dataclass
class Clause:
    """A part of the sentence with one thing to say. ``about`` are the components that it is about, as far as it tells."""

    text: str
    mentions: tuple[Mention, ...]
    withheld: bool = False
    not_known: bool = False
    hedged: bool = False
    words: list[str] = field(default_factory=list)
    concepts: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    inherited: bool = False

    @property
    def denials(self) -> list[str]:
        return [w for w in self.words if w in DENIAL]


@dataclass(frozen=True, slots=True)
class Reading:
    """``masked`` is the sentence without its quotations, each name one private character; ``unclosed``: a quotation does not end."""

    clauses: tuple[Clause, ...]
    quotes: tuple[str, ...]
    masked: str
    mentions: tuple[Mention, ...] = ()
    unclosed: bool = False

    def mentioned(self, part: str) -> tuple[Mention, ...]:
        """The names within a part of the masked text."""
        return _mentioned(part, self.mentions)

    def places(self) -> dict[str, int]:
        """Where each name first stands in the sentence, by its folded form."""
        found = ((fold(m.text), self.masked.find(chr(FIRST_MARK + n))) for n, m in enumerate(self.mentions))
        return dict(found)


def read(text: str, cited: Sequence[Item], known: Sequence[Item]) -> Reading:
    """The sentence in clauses. ``cited`` may be spoken of; names of ``known`` items are recognised too."""
    # Names first: a quotation mark within a name opens no quotation.
    whole, named = _mask(text, [*cited, *known])
    quotes = tuple(_unmasked(q, named).strip() for q in _QUOTED.findall(whole))
    unclosed = whole.count("“") != whole.count("”") or whole.count('"') % 2 > 0
    masked, mentions = _left(_BEHIND.sub("behind", _QUOTED.sub(" ", whole)), named)
    told = frozenset(c for item in cited if item.kind == "fact" and not item.open for c in item.telling)
    clauses = [_clause(part, mentions, told) for part in _parts(masked)]
    owners = frozenset(item.owner for item in cited if item.kind == "fact")
    before: frozenset[str] = frozenset()
    for clause in clauses:
        clause.about = _about(clause, owners)
        if not clause.about:
            clause.about, clause.inherited = before, True
        before = clause.about
    return Reading(tuple(clauses), quotes, masked, tuple(mentions), unclosed)


def _unmasked(text: str, mentions: Sequence[Mention]) -> str:
    """A quotation as it was written."""
    return _MARKS.sub(lambda m: mentions[ord(m[0]) - FIRST_MARK].text, re.sub(rf" ({_MARKS.pattern}) ", r"\1", text))


def _left(text: str, mentions: Sequence[Mention]) -> tuple[str, list[Mention]]:
    """The masked text with only the names that still stand in it, numbered anew."""
    kept = sorted({ord(c) - FIRST_MARK for c in _MARKS.findall(text)})
    new = {old: chr(FIRST_MARK + n) for n, old in enumerate(kept)}
    return _MARKS.sub(lambda m: new[ord(m[0]) - FIRST_MARK], text), [mentions[old] for old in kept]


def _mask(text: str, items: Sequence[Item]) -> tuple[str, list[Mention]]:
    """The text with each name that the evidence holds replaced by one private character."""
    titles: dict[str, set[str]] = {}
    values: dict[str, set[str]] = {}
    roles: dict[str, set[str]] = {}
    # What a part is called that has no name of its own.
    unnamed = {title.casefold() for title in KIND_TITLES.values()}
    own = {item.owner for item in items if item.kind == "fact" and item.raw == ("self",)}
    for item in items:
        component = item.ref.partition(".")[0]
        if item.title and item.kind == "fact" and item.title.casefold() not in unnamed:
            titles.setdefault(item.title, set()).add(component)
            roles.setdefault(item.title, set()).add("organisation" if component == "organisation" else "product")
        for name in (*item.names, *(n for who, _, to in item.edges for n in (who, to))):
            if item.ref.endswith(".name"):
                titles.setdefault(name, set()).add(component)
                roles.setdefault(name, set()).add("organisation" if component == "organisation" else "product")
            else:
                values.setdefault(name, set()).add(item.owner)
                roles.setdefault(name, set()).add(item.role)
            if item.ref == "organisation.name" and own:
                values.setdefault(name, set()).update(own)
                roles[name].add("supplier")
    mentions: list[Mention] = []
    for name in sorted({*titles, *values}, key=len, reverse=True):
        if len(name) < 2 or name == "self":
            continue
        pattern = re.escape(name) if not name[0].isascii() else rf"(?<!\w){re.escape(name)}(?!\w)"
        # A name that is an everyday word too ("Open", "Clear") counts only as it is written.
        found = re.compile(pattern, 0 if len(name) < 4 or fold(name) in everyday() else re.I)
        if found.search(text) and len(mentions) < LAST_MARK - FIRST_MARK:
            mark = chr(FIRST_MARK + len(mentions))
            held = (frozenset(found_at.get(name, ())) for found_at in (titles, values, roles))
            mentions.append(Mention(name, *held))
            text = found.sub(f" {mark} ", text)
    return text, mentions


@lru_cache(maxsize=1)
def everyday() -> frozenset[str]:
    """The words that the gate and the fields themselves use."""
    fields = " ".join(f"{f.question} {f.label} {f.means} {' '.join(f.options.values())}" for f in FIELDS.values())
    verdicts = "risk risks clear undecided decided raised severity finding findings opportunity opportunities"
    return frozenset(words(f"{fields} {verdicts}")) | GRAMMAR | SMALL | EXTENT | DENIAL


def _mentioned(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(mentions[ord(c) - FIRST_MARK] for c in text if FIRST_MARK <= ord(c) < FIRST_MARK + len(mentions))


def _parts(text: str) -> list[str]:
    """Clauses as text; what has no content of its own joins its neighbour, and a question joins what says that it is open."""
    out: list[str] = []
    waiting = ""
    for part, soft in _pieces(text):
        part = f"{waiting} {part}" if waiting else part
        waiting = ""
        bare = _unmarked(part)
        content = [w for w in words(bare) if concept(w) not in SMALL and w not in DENIAL and not _noun(w)]
        marks = [c for c in part if FIRST_MARK <= ord(c) < 0xF900]
        if bare != part and not content and not marks and not out:
            waiting = part
        elif out and ((soft and _open_question(out[-1])) or (not content and (bare != part or not _alone(part)))):
            out[-1] = f"{out[-1]} {part}"
        else:
            out.append(part)
    return [*out, waiting] if waiting else out


def _pieces(text: str) -> list[tuple[str, bool]]:
    """(part, whether only a joining word parts it from the one before)."""
    split = _CLAUSE.split(text)
    found = [(split[0], False)]
    found += [(split[at + 1], split[at] is None) for at in range(1, len(split) - 1, 2)]
    return [(part, soft) for part, soft in found if part.strip(" ,;:.!?")]


def _unmarked(text: str) -> str:
    for pattern in (NOT_KNOWN, WITHHELD, HEDGED):
        text = pattern.sub(" ", text)
    return text


def _open_question(part: str) -> bool:
    """True for "whether pay …": what follows belongs to the question until something says that it is open."""
    first = _JOINS.sub("", part).strip()
    asks = _ASKS.match(first) is not None
    marked = _ASKS.search(part) is not None and (NOT_KNOWN.search(part) or WITHHELD.search(part)) is not None
    return (asks and not marked) or (marked and not asks)


def _alone(part: str) -> bool:
    """True for a part that says something by itself although it has only names and small words."""
    rest = _JOINS.sub("", part)
    return bool(_PLACES.search(rest) or _VERBAL.search(rest) or set(words(rest)) & DENIAL)


def _noun(word: str) -> bool:
    return word in NUMBER_OF or any(concept(word) in nouns for nouns in NOUNS.values())


def _clause(text: str, mentions: Sequence[Mention], told: frozenset[str]) -> Clause:
    """``told``: telling words of the cited fields. Where the field asks whether people are told, "not told" is no gap."""
    clause = Clause(text, _mentioned(text, mentions))
    for name, pattern in (("withheld", WITHHELD), ("not_known", NOT_KNOWN), ("hedged", HEDGED)):
        bare = pattern.sub(lambda m: m[0] if concepts(m[0]) & told else " ", text)
        setattr(clause, name, bare != text)
        text = bare
    clause.words = words(text)
    clause.concepts = concepts(" ".join(clause.words))
    return clause


def _listed(clause: Clause) -> frozenset[int]:
    """Which mentions are suppliers because they stand in one list with a name that can be nothing else ("DeepL and Mistral AI")."""
    found: set[int] = set()
    for run in _LIST.finditer(clause.text):
        first = len(_MARKS.findall(clause.text[: run.start()]))
        listed = range(first, first + len(_MARKS.findall(run[0])))
        if any(clause.mentions[n].values and not clause.mentions[n].titles for n in listed):
            found.update(n for n in listed if clause.mentions[n].values)
    return frozenset(found)


def _about(clause: Clause, owners: frozenset[str]) -> frozenset[str]:
    """The components that a clause is about: by title, by a verb of theirs, by a noun for their kind."""
    listed = _listed(clause)
    titles = frozenset(t for n, m in enumerate(clause.mentions) if n not in listed for t in m.titles)
    titled = {kind_of(t) for t in titles}
    by_verb = {o for o in owners if clause.concepts & VERBS.get(kind_of(o), frozenset()) and kind_of(o) not in titled}
    verbs = {kind_of(o) for o in by_verb}
    by_noun = {
        o
        for o in owners
        if kind_of(o) not in titled
        and any(
            # "data" alone may mean what is collected or where it is stored: a verb settles which.
            not (word == "data" and verbs & {"data", "storage"})
            for word in clause.concepts & NOUNS.get(kind_of(o), frozenset())
        )
    }
    return titles | by_verb | by_noun
