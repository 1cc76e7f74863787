"""Masks personal names, e-mail addresses, telephone numbers and the organisation's name before words leave, and restores them.

It is a help, not a guarantee: names are found by titles, by how people introduce themselves, and by a list of common
given names. What it misses leaves as it is; docs/privacy.md says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from vcassist.given_names import GIVEN_NAMES

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.UNICODE)
# What may stand between the digits of a telephone number; no line end, or the figures of a column would be one number.
_BETWEEN = "[ \t\x1e\u00a0\u2007\u2009\u202f()./\u2010-\u2015-]"
_PHONE = re.compile(rf"(?<!\w)(?<!\d[.,])(?:\+|00)?\(?\d(?:{_BETWEEN}{{0,3}}\d){{6,16}}(?!\w)")
_DATE = r"(?:(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d)"
_DATES = re.compile(rf"{_DATE}(?:{_BETWEEN}{{1,3}}{_DATE})*|(?:19|20)\d\d(?: ?[-‐-―/] ?(?:19|20)\d\d)+")
_NETWORK = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([ \u00a0\u202f.])\d{3}(?:\1\d{3})*")
_MARK = re.compile(r"\[(?:PERSON|EMAIL|PHONE|ORGANISATION|TEXT)_\d{1,4}\]")
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'’-]+"
_INITIAL = r"[A-Z]\.(?:\s?[A-Z]\.){0,2}"
_PARTICLES = r"(?:(?:de|da|dos|del|della|di|du|van|von|der|den|ter|zu|bin|bint|al|el|ibn|le|la|af)\s+){0,2}"
_FULL = rf"{_WORD}(?:\s+{_PARTICLES}(?:{_WORD}|{_INITIAL})){{0,3}}"
_NAMED = rf"{_PARTICLES}(?:(?:{_INITIAL}|[A-HJ-Z])\s*(?={_PARTICLES}{_WORD}))?(?:{_PARTICLES}{_FULL}|{_INITIAL})"
_TITLED = re.compile(
    r"\b(?:(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s|Miss|Mx|[Pp]rof|Professor|Sister|Sr|Fr|Father|Rev|Pastor|Imam|Sheikh|Nurse|Matron|Hon|Sir|"
    rf"Madam|Mama|Mwalimu|Monsieur|Madame|Herrn?|Frau|Señora?|Dona?)\b\.?\s+){{1,4}}({_NAMED})"
)
_INTRODUCED = re.compile(
    rf"\b(?:[Mm]y name is|[Ii]['’]m|[Ii] am|[Rr]egards,|[Ss]incerely,|[Ww]ishes,|[Ss]igned,?|[Mm]y name['’]s)\s+({_NAMED})"
)
_GREETED = re.compile(rf"\b(?:Dear|(?:Hi|Hello|Hey)(?=[^,!:;.]{{1,60}}[,!:;.\n\x1c]))\s+({_NAMED})")
_CAPITALISED = re.compile(_FULL)
# First words of what is no name, though it stands where one is looked for: parts that people play, whom letters greet, sentences that begin.
_NO_NAME = frozenset(
    """head director deputy chief manager principal secretary treasurer chair chairman chairwoman chairperson coordinator founder co-founder
    president vice senior junior lead teacher administrator ceo cto cio cfo coo ciso dpo vp it hr sir sirs madam team all everyone everybody
    colleague colleagues supplier suppliers customer customers client parents partner partners friends there ladies the our we you it this that
    these they in on at and but not no yes please dr mr mrs ms miss mx prof professor sister father rev pastor madame monsieur herr
    frau""".split()  # noqa: SIM905
)
# Names of products that people bear too: a second name behind one makes it a person.
_BORNE_TOO = frozenset({"claude", "jasper", "alexa", "devin", "watson", "otto"})
# A message stands in a prompt as a JSON string. Its escapes are looked at as the characters they stand for: otherwise the n of "\\n" would
# stand against the next word, and no name at the start of a line would be found.
_ESCAPE = re.compile(r'\\([\\"nrtf])')
_LOOKED_AT = {"n": "\x1c", "r": "\x1d", "t": "\x1e", "f": "\x1f", '"': "\ue000", "\\": "\ue001"}
_AS_WRITTEN = str.maketrans({seen: f"\\{letter}" for letter, seen in _LOOKED_AT.items()})
_AS_MEANT = str.maketrans(dict(zip(_LOOKED_AT.values(), '\n\r\t\f"\\', strict=True)))


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
        """The text, plain or with JSON strings in it, with marks such as [PERSON_1] for what should not leave."""
        text = _ESCAPE.sub(lambda m: _LOOKED_AT[m[1]], text)
        # What already looks like a mark is masked too: otherwise a text could ask for somebody's name.
        text = _MARK.sub(lambda m: self._mark("TEXT", m.group()), text)
        for name in self._organisations:
            text = re.sub(
                rf"(?<!\w){_loose(name)}(?!\w)", lambda m: self._mark("ORGANISATION", m.group()), text, flags=re.I
            )
        text = _EMAIL.sub(lambda m: self._mark("EMAIL", m.group()), text)
        text = _PHONE.sub(self._phone, text)
        text = _TITLED.sub(lambda m: self._in(m, self._person(m[1])), text)
        for pattern in (_INTRODUCED, _GREETED):
            text = pattern.sub(lambda m: self._in(m, self._introduced(m[1])), text)
        return _CAPITALISED.sub(self._given, text).translate(_AS_WRITTEN)

    def restore(self, text: str) -> str:
        """The text with every mark of ours put back; other marks stay as they are."""
        return _MARK.sub(lambda m: self._originals.get(m.group(), m.group()), text)

    def _mark(self, kind: str, seen: str) -> str:
        original = seen.translate(_AS_MEANT)
        if (kind, original) not in self._marks:
            count = sum(k == kind for k, _ in self._marks) + 1
            mark = f"[{kind}_{count}]"
            self._marks[kind, original] = mark
            self._originals[mark] = original
        return self._marks[kind, original]

    def _phone(self, match: re.Match[str]) -> str:
        found = match.group()
        if found.count("(") != found.count(")"):
            # "2023 (12 000 pupils": two figures, not one number.
            return re.sub(r"[^()]+", lambda part: _PHONE.sub(self._phone, part.group()), found)
        figure = _DATES.fullmatch(found) or (_NETWORK.fullmatch(found) and not re.fullmatch(r"\d\d(?:\.\d\d)+", found))
        return found if figure or _counts(found) or _in_an_id(match) else self._mark("PHONE", found)

    @staticmethod
    def _in(match: re.Match[str], name: str) -> str:
        start = match.start(1) - match.start()
        return match.group()[:start] + name

    def _person(self, name: str) -> str:
        bare, end = _without_genitive(name)
        return name if bare.casefold() in self._known else self._mark("PERSON", bare) + end

    def _introduced(self, name: str) -> str:
        """A name after "I am" or "Dear", unless its first words are those of something public, or of no name at all."""
        words = [_without_genitive(word)[0].casefold() for word in name.split()]
        public = any(" ".join(words[:n]) in self._known for n in range(1, len(words) + 1))
        borne = len(words) > 1 and (words[0] in _BORNE_TOO or _is_given(words[0]))
        return name if words[0] in _NO_NAME or (public and not borne) else self._person(name)

    def _given(self, match: re.Match[str]) -> str:
        """Masks from the first common given name in a run of capitalised words to its end."""
        words = list(re.finditer(r"\S+", match.group()))
        for word in words:
            bare = _without_genitive(word.group())[0]
            if _is_given(bare):
                start = word.start()
                name, end = _without_genitive(match.group()[start:])
                if bare.casefold() in self._known or name.casefold() in self._known:
                    return match.group()
                return match.group()[:start] + self._mark("PERSON", name) + end
        return match.group()


def _without_genitive(name: str) -> tuple[str, str]:
    """The name without the 's at its end, and that 's."""
    bare = re.sub(r"['’]s?$", "", name)
    return bare, name[len(bare) :]


def _is_given(word: str) -> bool:
    """Whether a word is a common given name, with or without its accents, or begins with one: "María-José"."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return any(w.casefold().partition("-")[0] in GIVEN_NAMES for w in (word, plain))


def _counts(digits: str) -> bool:
    """Whether digits are a large figure in groups of three. Nine digits are as well a telephone number, unless they are round."""
    return bool(_THOUSANDS.fullmatch(digits)) and (sum(c.isdigit() for c in digits) % 3 != 0 or digits.endswith("000"))


def _in_an_id(match: re.Match[str]) -> bool:
    """Whether digits are the end of an identifier, such as a model's version: "claude-3-5-sonnet-20241022"."""
    glued = re.search(r"[^\W\d_][\w.]*-(?:[\w.]+-)*$", match.string[max(0, match.start() - 60) : match.start()])
    return bool(glued) and match.group()[0] not in "+0(" and not re.search(r"\s", match.group())


def _loose(name: str) -> str:
    """A name as a pattern that forgives white space and curly apostrophes."""
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in name.split())
