"""Whether a name is somebody's by what is said of it: who does something by hand, or with a tool that is known. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vcassist.given_names import is_given_name
from vcassist.reading.clauses import clause_of, sentence_at
from vcassist.reading.naming.names import is_somebody
from vcassist.reading.text import Span

_SOMEBODY = re.compile(r"\b(?:he|she|him|her|hers|his|himself|herself|by hand|on paper)\b", re.I)
# "Dr Banda": who bears a title is nobody's tool.
TITLED = re.compile(
    r"\W*(?:Dr|Mr|Mrs|Ms|Mx|Miss|Prof|Professor|Sister|Brother|Rev|Fr|Sir|Madam|Señora?|Herr|Frau|Mme)\.? [A-ZÀ-ÖØ-Þ]"
)
# "Sorcha, who …" is a person; a tool may decide who gets something.
_WHO = re.compile(r",?\s(?:who|whose|whom)\b", re.I)
# Who does something with a tool is none.
_WITH = r"\b(?:with|in|using|through|via|on|by means of|into|from|out of)\s(?:the\s|our\s)?"
# "Sónia writes the messages with it": the tool was named before, and its clause ends here.
_WITH_IT = re.compile(
    r"\b(?:with|using|through|via|by means of) (?:it|this|that|this one|that one)(?=\s*(?:$|[.,;:!?)–—]|\b(?:and|every|each|when|on|at|now|too|daily|mostly)\b))",
    re.I,
)
# "Maori, Pakeha, two Tongans, and a Sikh fella": what people of a list are called.
_OF_PEOPLE = re.compile(
    r"(?:,|\band|\bor|\bplus)\s(?:an?|one|two|three|four|five|six|some|a few|many|several|\d+|our)\s(?:(?!(?:for|of|to|with|from|that|which|in|at|by)\b)[\w-]+\s){0,2}?(?:fell(?:a|ow)s?|guys?|blokes?|lads?|m[ae]n|wom[ae]n|people|persons?|folks?|famil(?:y|ies)|kids?|child(?:ren)?|drivers?|workers?|members?|girls?|boys?|lad(?:y|ies)|students?|pupils?|refugees?|farmers?|(?-i:[A-ZÀ-ÖØ-Þ])\w+(?:ans|ese|ish|is|ns))\b",
    re.I,
)


def among_people(message: str, name: Span) -> bool:
    """Whether a name stands in a list of people."""
    sentence = sentence_at(message, name.start)
    behind = message[name.end : sentence.end]
    return re.match(r"\s*(?:,|and\b|or\b)", behind) is not None and _OF_PEOPLE.search(behind) is not None


def is_a_person(message: str, name: Span, clause: Span) -> bool:
    """Whether a name, or the words of its clause and behind it, are a person's."""
    if (
        TITLED.match(name.text)
        or any(map(is_given_name, name.text.split()))
        or is_somebody(message, name.start, name.end)
    ):
        return True
    if (
        _SOMEBODY.search(clause.text)
        or _WHO.match(message, name.end)
        or re.match(r"[^.;!?\n]{0,60}[,.;]\s*(?:he|she)\b", message[name.end :], re.I)
    ):
        return True
    other = re.match(r"\s(?:and|or|&)\s(\w+)|,\s(\w+)\sand\b", message[name.end :])
    return bool(other and is_given_name(other[1] or other[2]))


def works_with(message: str, name: Span, known: Iterable[str]) -> bool:
    """Whether a name heads a clause that tells what it does with a tool that is known: then it is somebody's."""
    rest = message[name.end : clause_of(message, name, sentence_at(message, name.start)).end]
    if not re.match(r",?\s(?:also |always |then |now |only |just )?[a-z]+", rest):
        return False
    if _WITH_IT.search(rest):
        return True
    return any(re.search(rf"{_WITH}{re.escape(one)}(?!\w)", rest, re.I) for one in known if one)
