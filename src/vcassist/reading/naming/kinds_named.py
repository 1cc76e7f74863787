"""Names in apposition to a noun of tool: "an ambient scribe (Kora)", "an AI triage thing, Kora, at the door", "a bot called kora". Pure.

The noun makes the name a tool's, whoever or whatever else is called so; and where nothing behind the name tells what the tool is for, the
words before the noun do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vcassist.given_names import GIVEN_NAMES
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.answering.value_words import nobody_s_work, tells_work
from vcassist.reading.clauses import clause_of, sentence_at
from vcassist.reading.naming.newcomers import NOT_IN_USE
from vcassist.reading.naming.parts_of_names import is_no_tool
from vcassist.reading.text import Span, stripped
from vcassist.reading.vetoes.modality import modalities

_I = re.I
_HEAD = rf"(?:{TOOL}|scribe|helper|translator|transcriber|recogni[sz]er|checker|generator|robot|ai|thing)"
_LINKS = r"(?:of|for|to|in|on|at|with|by|from|and|or|but|that|which|who|is|are|was|we|i|they|it|not|no)"
_CALLED = r"(?:(?:it['’]?s|it is|which is|that['’]?s|that is)\s)?(?:called|named)\s"
# What stands before a name that is so told, at the end of it; a comma alone joins many other things too.
_KIND = re.compile(
    rf"\b(?P<which>an?|another|one|some|this|that|our|the|my)\s(?P<kind>(?:(?!{_LINKS}\b)[\w-]+\s){{0,4}}?{_HEAD})"
    rf"(?:(?P<bracket>\s?\((?:{_CALLED})?)|(?P<comma>,\s)|,?\s(?P<called>{_CALLED}))[\"“‘«']?$",
    _I,
)
# "A phone thing called kora": what is called so bears that name, written small or not.
_SMALL = re.compile(
    rf"\b(?:an?|another|one|this|our|the|my)\s(?:(?!{_LINKS}\b)[\w-]+\s){{0,4}}?(?i:{_HEAD})\s(?:called|named)\s[\"“‘«']?"
    r"(?P<name>(?!(?:in|on|off|up|out|by|to|after|for|upon|over|the|an?|it|that|this|so|something|what|and|but|because|when)\b)[a-z][\w.-]*\w)"
)
LONGEST_KIND = 90
# Behind so many characters nobody introduces a tool.
LONGEST = 3000
_ENDS_BRACKET = re.compile(r"\s?[),]|\s(?:from|by)\s")
_ENDS_APPOSITION = re.compile(r",|\W*$|[.;!?]\s|\s(?:that|which|for|on|at|in|to|from|by)\s")
_ONLY_ONE_OF_KIND = re.compile(r",?\s(?:that|which|for|on|at|to)\s")
# What leads from the name to what it does.
_TO_WORK = re.compile(
    r"[\"”’»']?\)?,?\s(?:(?:which|that|it)\s(?:(?:is|was)\s(?:used\s)?(?:for|to)\s)?(?!(?:is|was|has|does)\b)|(?:for|to)\s(?:the\s|our\s)?(?=[a-z])|(?=(?!(?:is|was|has|does|says|this|as|its|us)\b)[a-z]{2,}s\s))"
)
_WORK_ENDS = re.compile(r"[,;.()!?\n]|\s[–—-]\s|\s(?:and|but)\s(?=[A-Z])|\s(?:when|because|while|since|if|where)\s")
# What says of a tool of what sort it is, and nothing of its work.
_SORT = frozenset(
    """
    ai new small little big old free paid smart clever simple online web mobile digital local own other second third further separate
    special nice good great ready-made open-source cloud phone-based automatic artificial intelligence generative ambient kind sort bit
    """.split()  # noqa: SIM905
)
LONGEST_TASK = 12


@dataclass(frozen=True, slots=True)
class Kind:
    """The noun of tool before a name, from ``start`` on; ``task``: the words that tell what the tool is for."""

    start: int
    task: Span | None


def kind_before(message: str, name: Span) -> Kind | None:
    """The noun of tool to which a name stands in apposition; None where it stands in none, or what is told so is not in use here."""
    before = max(0, name.start - LONGEST_KIND)
    found = _KIND.search(message[before : name.start])
    if found is None or not _closes(message, name, found) or is_no_tool(message, name.start, name.end):
        return None
    clause = clause_of(message, name, sentence_at(message, name.start))
    if modalities(clause.text) & NOT_IN_USE:
        return None
    kind = Span(before + found.start("kind"), before + found.end("kind"), found["kind"])
    return Kind(before + found.start(), _work(message, name) or _work_in(kind))


def calls_it_small(message: str) -> Iterator[tuple[int, int]]:
    """Where names stand that begin with no capital, behind a noun of tool and "called"."""
    yield from (m.span("name") for m in _SMALL.finditer(message[:LONGEST]))


def _closes(message: str, name: Span, found: re.Match[str]) -> bool:
    """Whether the apposition ends behind the name; what a person may be called is a tool's only where the noun leaves no other."""
    if found["called"]:
        return True
    if found["bracket"]:
        return _ENDS_BRACKET.match(message, name.end) is not None
    given = any(word.casefold() in GIVEN_NAMES for word in name.text.split())
    ends = _ONLY_ONE_OF_KIND if given else _ENDS_APPOSITION
    return ends.match(message, name.end) is not None


def _work(message: str, name: Span) -> Span | None:
    """What the words right behind a name tell that the tool does."""
    lead = _TO_WORK.match(message, name.end)
    if lead is None:
        return None
    ends = _WORK_ENDS.search(message, lead.end())
    found = stripped(message, lead.end(), ends.start() if ends else len(message))
    if found is None or not tells_work(found.text) or len(found.text.split()) > LONGEST_TASK:
        return None
    return found


def _work_in(kind: Span) -> Span | None:
    """What the words before the noun tell of the work: of "an AI triage thing" triage."""
    words = list(re.finditer(r"[\w-]+", kind.text))[:-1]
    telling = [m for m in words if m[0].casefold() not in _SORT and not nobody_s_work(m[0].casefold())]
    if not telling:
        return None
    start, end = telling[0].start(), telling[-1].end()
    return Span(kind.start + start, kind.start + end, kind.text[start:end])
