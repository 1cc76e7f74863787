"""Masks personal names, e-mail addresses, telephone numbers and the organisation's name before words leave, and restores them.

It is a help, not a guarantee: names are found by titles, by how people introduce themselves, and by a list of common
given names. What it misses leaves as it is; docs/privacy.md says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vcassist.llm.given_names import GIVEN_NAMES

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.UNICODE)
_PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\(?\d(?:[ ()./–-]{0,2}\d){6,16}(?![\w])")
_MARK = re.compile(r"\[(?:PERSON|EMAIL|PHONE|ORGANISATION|TEXT)_\d{1,4}\]")
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'’-]+"
_FULL = rf"{_WORD}(?:\s+(?:(?:de|da|dos|del|van|von|den|bin|bint|al|el|ibn|le|la)\s+)?{_WORD}){{0,3}}"
_TITLED = re.compile(
    rf"\b(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Sr|Fr|Father|Rev|Pastor|Imam|Sheikh|Nurse|Matron|Hon|Sir|Madam|Mama|Mwalimu|Monsieur|Madame|Herr|Frau|Señora?|Dona?)\.?\s+({_FULL})"
)
_INTRODUCED = re.compile(
    rf"\b(?:[Mm]y name is|[Ii]['’]m|[Ii] am|[Tt]his is|[Rr]egards,|[Ss]incerely,|[Ss]igned,?|[Mm]y name['’]s)\s+({_FULL})"
)
_CAPITALISED = re.compile(_FULL)


class Mask:
    """The masks of one assessment: the same name always gets the same mark, and only this object can restore it.

    ``known`` holds names that are public (products, suppliers): they are never taken for persons.
    """

    def __init__(self, organisation: str = "", known: Iterable[str] = ()) -> None:
        self._marks: dict[tuple[str, str], str] = {}
        self._originals: dict[str, str] = {}
        self._known = frozenset(k.casefold() for k in known)
        self._organisations: list[str] = []
        self.learn(organisation)

    def learn(self, organisation: str) -> None:
        """Adds a name of the organisation to what is masked from now on."""
        name = organisation.strip()
        if len(name) >= 3 and name not in self._organisations:
            self._organisations = sorted((*self._organisations, name), key=len, reverse=True)

    def redact(self, text: str) -> str:
        """The text with marks such as [PERSON_1] for what should not leave."""
        # What already looks like a mark is masked too: otherwise a text could ask for somebody's name.
        text = _MARK.sub(lambda m: self._mark("TEXT", m.group()), text)
        for name in self._organisations:
            text = re.sub(
                rf"(?<!\w){_loose(name)}(?!\w)", lambda m: self._mark("ORGANISATION", m.group()), text, flags=re.I
            )
        text = _EMAIL.sub(lambda m: self._mark("EMAIL", m.group()), text)
        text = _PHONE.sub(self._phone, text)
        for pattern in (_TITLED, _INTRODUCED):
            text = pattern.sub(lambda m: m.group().replace(m[1], self._person(m[1])), text)
        return _CAPITALISED.sub(self._given, text)

    def restore(self, text: str) -> str:
        """The text with every mark of ours put back; other marks stay as they are."""
        return _MARK.sub(lambda m: self._originals.get(m.group(), m.group()), text)

    def _mark(self, kind: str, original: str) -> str:
        if (kind, original) not in self._marks:
            count = sum(k == kind for k, _ in self._marks) + 1
            mark = f"[{kind}_{count}]"
            self._marks[kind, original] = mark
            self._originals[mark] = original
        return self._marks[kind, original]

    def _phone(self, match: re.Match[str]) -> str:
        digits = sum(c.isdigit() for c in match.group())
        dated = re.fullmatch(
            r"(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d",
            match.group(),
        )
        return match.group() if dated or digits < 7 else self._mark("PHONE", match.group())

    def _person(self, name: str) -> str:
        return name if name.casefold() in self._known else self._mark("PERSON", name)

    def _given(self, match: re.Match[str]) -> str:
        """Masks from the first common given name in a run of capitalised words to its end."""
        words = list(re.finditer(r"\S+", match.group()))
        for word in words:
            bare = re.sub(r"['’]s$", "", word.group())
            if bare.casefold() in GIVEN_NAMES:
                start = word.start()
                end = len(re.sub(r"['’]s$", "", match.group()))
                name = match.group()[start:end]
                if bare.casefold() in self._known or name.casefold() in self._known:
                    return match.group()
                return match.group()[:start] + self._mark("PERSON", name) + match.group()[end:]
        return match.group()


def _loose(name: str) -> str:
    """A name as a pattern that forgives white space and curly apostrophes."""
    return r"\s+".join(re.escape(word).replace("'", "['’]").replace("’", "['’]") for word in name.split())
