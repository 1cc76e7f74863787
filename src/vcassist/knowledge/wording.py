"""Puts a query into words that the weights know: foreign words of the field in English, misspelt ones as they are meant.

Only words that are neither English nor in the glossary are touched, so a query in good English stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from vcassist.assets import folder, safe_yaml
from vcassist.errors import BrokenAsset

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ELIDED = re.compile(r"\b(?:qu|[cdjlmnst])[’'](?=\w{3})", re.I)
_INFLECTED = ("'s", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "less", "ness", "ful")
_LINKS = ("", "s", "es", "n", "en", "er", "e")
LONGEST_PHRASE = 4
SHORTEST_TYPO = 4
TWO_SLIPS_FROM = 10


def folded(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=2)
def load_languages(root: Path | None = None) -> dict[str, str]:
    """Folded foreign words and phrases with their English, from knowledge/languages/*.yaml. German umlauts also as ae, oe, ue."""
    found: dict[str, str] = {}
    for path in sorted((root or folder("knowledge") / "languages").glob("*.yaml")):
        data: Any = safe_yaml(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or not all(isinstance(v, str) for v in data.values()):
            raise BrokenAsset(f"{path.name} is not a list of words with their English.")
        for word, english in data.items():
            spelled = str(word).casefold().translate({0xE4: "ae", 0xF6: "oe", 0xFC: "ue"})
            for form in (folded(str(word)), folded(spelled)):
                found.setdefault(form, english)
    return found


def _letters(word: str) -> list[str]:
    """The letters of a word without doubled ones, in alphabetical order."""
    return sorted(re.sub(r"(.)\1", r"\1", word))


class Wording:
    """``known`` maps each word that the weights know whole to its rank (frequent first); ``texts`` are the glossary's."""

    def __init__(self, known: Mapping[str, int], texts: Iterable[str], languages: Mapping[str, str]) -> None:
        self._known, self._languages = known, languages
        self._own = Counter(folded(w) for text in texts for w in _TOKEN.findall(text))
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for word in {*known, *self._own}:
            if len(word) >= SHORTEST_TYPO and word.isalpha():
                self._by_first[word[0]].append(word)

    def english(self, query: str) -> str:
        """The query with foreign words and misspellings replaced; itself when there are none or the weights read any language."""
        if not self._known:
            return query
        text = self._phrases(_ELIDED.sub("", query))
        return _TOKEN.sub(lambda m: self._word(m[0], m.start()), text)

    def _phrases(self, text: str) -> str:
        """Replaces foreign phrases of several words, the longest first."""
        found = list(_TOKEN.finditer(text))
        for size in range(LONGEST_PHRASE, 1, -1):
            for at in range(len(found) - size + 1):
                begin, end = found[at].start(), found[at + size - 1].end()
                english = self._languages.get(folded(text[begin:end]))
                if english:
                    return text[:begin] + english + self._phrases(text[end:])
        return text

    def _word(self, word: str, at: int) -> str:
        plain = folded(word)
        foreign = self._languages.get(plain)
        if foreign:
            return foreign
        if "-" in word:
            return " ".join(self._word(part, at or 1) for part in word.split("-")) if self._strange(plain) else word
        if not self._strange(plain):
            return word
        return self._foreign(plain) or self._meant(word, plain, at) or word

    def _strange(self, plain: str) -> bool:
        """True for a word that is neither English (in any common form) nor the glossary's."""
        if plain in self._known or plain in self._own:
            return False
        for ending in _INFLECTED:
            stem = plain.removesuffix(ending)
            if (
                stem != plain
                and len(stem) > 3
                and any(s in self._own or (len(s) > 4 and s in self._known) for s in (stem, stem + "e"))
            ):
                return False
        return True

    def _foreign(self, plain: str) -> str:
        """English for a compound or an inflected form of listed words, or nothing."""
        for ending in ("en", "n", "e", "er", "s", "es", "em"):
            if plain.endswith(ending) and plain.removesuffix(ending) in self._languages:
                return self._languages[plain.removesuffix(ending)]
        for cut in range(len(plain) - 3, 3, -1):
            head = self._part(plain[:cut])
            tail = self._languages.get(plain[cut:]) or self._foreign(plain[cut:])
            if head and tail:
                return f"{head} {tail}"
        return ""

    def _part(self, text: str) -> str:
        for link in _LINKS:
            part = text.removesuffix(link) if link else text
            if part and part in self._languages:
                return self._languages[part]
        return text if len(text) > 3 and text in self._own else ""

    def _meant(self, word: str, plain: str, at: int) -> str:
        """The word that a misspelt one is meant to be, or nothing. Names and acronyms are left alone.

        Many right words are in no list, so a word outside the glossary must differ by swapped or doubled letters only.
        """
        named = word != word.lower() and (at > 0 or word.isupper())
        if named or len(plain) < SHORTEST_TYPO or not plain.isalpha():
            return ""
        from rapidfuzz.distance import OSA

        slips = 2 if len(plain) >= TWO_SLIPS_FROM else 1
        best: tuple[Any, ...] = ()
        for other in self._by_first.get(plain[0], ()):
            if abs(len(other) - len(plain)) > slips:
                continue
            distance = OSA.distance(plain, other, score_cutoff=slips)
            likely = _letters(other) == _letters(plain)
            if distance <= slips and (likely or (other in self._own and len(plain) > SHORTEST_TYPO)):
                key = (distance, not likely, other not in self._own, self._known.get(other, len(self._known)), other)
                best = min(best, key) if best else key
        return str(best[-1]) if best else ""
