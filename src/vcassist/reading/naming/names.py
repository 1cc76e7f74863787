"""Finds in a text the names that the register knows (suppliers, products, models, chips), with offsets; forgives typos."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from vcassist.assessment.register import Register, name_key
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.naming.borne import is_part_of_a_house
from vcassist.reading.naming.everyday import EVERYDAY, is_name
from vcassist.reading.naming.places import places

_TOKEN = re.compile(r"[^\W_]+(?:[.+-][^\W_]+)*\+?", re.UNICODE)
MAX_WORDS = 6
# Between two words: the end of a sentence or line, unless the word before is an abbreviation of one or two letters, which holds no space.
_AFTER_A_COMMA = re.compile(r"(?:Inc|LLC|Ltd|Limited|Co|Corp|SA|GmbH)\.?", re.I)
_FULL_STOP = re.compile(r"[.!?;]\s|\n")
# What people are to each other; a name beside one of these is somebody's ("Claude, our treasurer", "nurse Heidi").
_PERSON = (
    r"(?:accountant|administrator|aunt(?:ie|y)?|bookkeeper|boss|brother|caretaker|chair(?:man|woman|person)?|clerk|colleague|cook|coordinator|cousin|daughter|dentist|"
    r"deputy|director|doctor|driver|farmer|father|founder|friend|grand(?:son|daughter|mother|father)|guard|headmaster|headmistress|head teacher|husband|imam|intern|"
    r"janitor|lawyer|librarian|manager|matron|midwife|minister|mother|neighbou?r|nephew|niece|nun|nurse|officer|pastor|physio\w*|priest|president|principal|"
    r"receptionist|secretary|sister|social worker|son|student|surgeon|teacher|therapist|trainee|treasurer|trustee|uncle|vet|volunteer|wife)"
)
_TITLED = re.compile(
    rf"(?:\b(?-i:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Fr|Sr|Sra|Dra|Don|Doña|St|Smt|Shri|Sri|Kum|Hon|Eng|Ing|Lic|Capt|Sgt|Herr|Frau|Mme|Mlle|Bro|Pak|Bapak|Ibu|Mzee|Mwalimu|Haji|Ustadh?|Señora?|Sheikh|Chief|Sister|Brother|Father|Mama|Papa|Uncle|Auntie|Professor|Doctor)\.?|"
    rf"\b(?:our|my|the|a|his|her|their|old|young|new|head|colleague) (?:[\w-]{{1,25}} )?{_PERSON},?|^{_PERSON}) $",
    re.I,
)
_SOMEBODY = re.compile(
    rf"(?: \([^)]{{0,40}}?\b{_PERSON}\b|, (?:our|my|the|a|an|his|her|their|who|whose)\b(?: [\w'’-]+)? ?{_PERSON}\b|, whose? |"
    r" (?:from|in|at|of) (?:accounts?|accounting|finance|hr|human resources|(?-i:IT|it(?= (?:desk|team|department|support)))|reception|the (?:office|front desk|kitchen|it (?:desk|team|department)|board|second floor|lab)|personnel)\b|"
    rf" (?:is|was|will be) (?:on (?:holiday|leave)|ill|sick|retired|pregnant|our {_PERSON}|(?:the|our|my) (?:dog|cat))\b| (?:is|was|has|had) gone (?:off |away |over |back |home )?to\b| (?:drives|drove|cooks|cooked|cleans|gardens|sings|snores|smokes|barks|knits|sews|teaches|preaches)\b|['’]s (?:husband|wife|son|daughter|desk|birthday|sick leave|handwriting)\b)",
    re.I,
)
_LONGEST_TITLE = 40
# From this many letters on a word may hold two slips.
_LONG_WORD = 8
# "It sounds a bit like Google Translate": what something is like is not it.
_ONLY_LIKE = re.compile(
    r"\b(?:sound(?:s|ed|ing)?|look(?:s|ed)?|read(?:s)?|feel(?:s)?|felt|seem(?:s|ed)?|taste[sd]?|talk(?:s|ed)?|behave[sd]?) (?:[\w’'-]+ ){0,3}?like (?:a |an |the |some |bad |old )?$",
    re.I,
)
# A name goes on so; what is of a company as such ("Google Support rang") names nothing that it makes.
_GOES_ON = re.compile(
    r" (?!(?:Inc|LLC|Ltd|Limited|Corp(?:oration)?|Company|Gmb[Hh]|Plc|Pty|Pvt|Sarl|Spa|Support|Sales|Team|Office|Group|Holdings?|Labs?|Research|Africa|Asia|Europe|America|International|Global|People|Staff|Account|Services?|Consulting|Partners?|Foundation|University|Institute)\b)[A-Z][\w-]*[a-z][\w-]*(?: [A-Z\d][\w-]*)?"
)
# What is called so, or is a tool by the word before it, is a thing, whoever the next words speak of ("called Zawadi, our nephew made it").
_THING = re.compile(
    rf"\b(?:called|named|dubbed|nicknamed|titled|branded|name(?: is|['’]s|:)?|by the name of|{TOOL}|product)\s+[\"'“‘«]?$",
    re.I,
)
# After a name and a comma, a person who then does something to it is another one's sentence, not who the name stands for.
_ANOTHER = re.compile(
    rf", (?:our|my|the|a|an|his|her|their)\b(?: [\w'’-]+)? ?{_PERSON} (?:\w+ed|made|built|wrote|got|bought|found|did|sold|gave|set|uses?|runs?) (?:it|this|that|them|us|up)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a text. ``whats`` lists all it may name as (supplier | product | model | accelerator, id)."""

    start: int
    end: int
    text: str
    whats: tuple[tuple[str, str], ...]

    def id_of(self, what: str) -> str | None:
        return next((entity for kind, entity in self.whats if kind == what), None)


def is_somebody(text: str, start: int, end: int) -> bool:
    """True when the words around a name make it a person's ("Dr Claude", "Heidi from accounts"), whatever product bears it too."""
    if not text[start:end].istitle() or " " in text[start:end]:
        return False
    before = text[max(0, start - _LONGEST_TITLE) : start]
    if _TITLED.search(before):
        return True
    return bool(_SOMEBODY.match(text, end)) and not _THING.search(before) and not _ANOTHER.match(text, end)


def is_of_its_house(mention: Mention, text: str) -> bool:
    """Whether a supplier's name only begins that of something it makes, which the register does not know: "Zoho Desk", "Amazon Rekognition"."""
    if mention.id_of("product") or not mention.id_of("supplier") or text.isupper():
        return False
    behind = _GOES_ON.match(text, mention.end)
    if behind is None:
        return False
    return not any(place.start < behind.end() and place.end > mention.start for place in places(text))


def _unbroken(text: str, words: list[tuple[int, int, str]], at: int) -> int:
    """The number of the word before which the first clause from word ``at`` on ends: no name goes over a full stop, nor over a comma
    but before a legal form ("Canon, Inc.").
    """
    for number in range(at + 1, min(at + MAX_WORDS, len(words))):
        between = text[words[number - 1][1] : words[number][0]]
        if _FULL_STOP.search(between) or ("," in between and not _AFTER_A_COMMA.fullmatch(words[number][2])):
            return number
    return len(words)


def _misspelt(key: str, known: str) -> bool:
    """True when each word of a name is a word of the known one with a slip or two in it, not another word ("Andes Health" is not Tandem Health:
    that both end alike says nothing).
    """
    from rapidfuzz.distance import OSA

    words, theirs = key.split(), known.split()
    if len(words) != len(theirs):
        words, theirs = ["".join(words)], ["".join(theirs)]
    return all(
        ours[0] == other[0] and OSA.distance(ours, other) <= (1 if len(ours) < _LONG_WORD else 2)
        for ours, other in zip(words, theirs, strict=True)
    )


def _plausible(text: str, start: int, end: int, key: str) -> bool:
    """Whether one word is the name that it could be."""
    if key.isdigit() or len(key) < 2:
        return False
    return is_name(text, start, end) if key in EVERYDAY or len(key) <= 3 else True


class NameFinder:
    """Looks for all names of a register at once: longest match on folded words."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def _table(self) -> dict[str, tuple[tuple[str, str], ...]]:
        table: dict[str, list[tuple[str, str]]] = {}
        for key, what, entity in self._register.names():
            if len(key) > 1:
                table.setdefault(key, []).append((what, entity))
        return {key: tuple(v) for key, v in table.items()}

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(key.split()[0] for key in self._table)

    def find(self, text: str) -> list[Mention]:
        """The names in a text, left to right."""
        words = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]
        keys = [name_key(w) for _, _, w in words]
        found: list[Mention] = []
        at = 0
        while at < len(words):
            size = (
                self._match(keys[: _unbroken(text, words, at)], at)
                if keys[at].split() and keys[at].split()[0] in self._first_words
                else 0
            )
            if size:
                start, end = words[at][0], words[at + size - 1][1]
                raw = text[start:end]
                is_another = is_somebody(text, start, end) or is_part_of_a_house(text, end)
                is_another = is_another or _ONLY_LIKE.search(text, max(0, start - _LONGEST_TITLE), start) is not None
                if (size > 1 or _plausible(text, start, end, keys[at])) and not is_another:
                    found.append(Mention(start, end, raw, self._table[self._key(keys, at, size)]))
                    at += size
                    continue
            at += 1
        return found

    def _key(self, keys: list[str], at: int, size: int) -> str:
        joined = " ".join(keys[at : at + size])
        return joined if joined in self._table else name_key(joined)

    def _match(self, keys: list[str], at: int) -> int:
        for size in range(min(MAX_WORDS, len(keys) - at), 0, -1):
            if self._key(keys, at, size) in self._table:
                return size
        return 0

    def resolve(self, text: str, kinds: Iterable[str] = ("supplier",), cutoff: float = 88.0) -> str | None:
        """The canonical supplier name for a text that is a name: exact, then by a near spelling; None when unknown."""
        known = self._register.supplier(text)
        if known:
            return known.name
        key = name_key(text)
        if len(key) < 5:
            return None
        from rapidfuzz import fuzz, process

        pool = [k for k, whats in self._table.items() if len(k) >= 5 and any(w in kinds for w, _ in whats)]
        near = (
            k for k, _, _ in process.extract(key, pool, scorer=fuzz.ratio, score_cutoff=cutoff) if _misspelt(key, k)
        )
        best = next(near, None)
        if best is None:
            return None
        entity = next(e for w, e in self._table[best] if w in kinds)
        return self._register.suppliers[entity].name if entity in self._register.suppliers else None
