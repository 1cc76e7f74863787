"""Facts that people volunteer in fixed turns of phrase: who they are, what they use and for what, who supplies, stores, hosts.

Each pattern names the field, and the group that is the quote. What is open-ended is left to the trained reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vcassist.chain.fields import FIELDS
from vcassist.interview.sentences import part_begins
from vcassist.interview.turns_of_phrase import DENIES
from vcassist.reading.answering.answers import head_count, size_band
from vcassist.reading.answering.number_words import NUMBER_IN_WORDS
from vcassist.reading.answering.value_words import tells_work

_I = re.I
_PEOPLE = r"(?:people|staff|employees|workers|colleagues|volunteers|members|nurses|teachers|of us|persons|strong|heads|fte|souls|team members|paid staff|full[- ]timers)"
# Whoever works there beside them: "and eleven midwives", "plus a dozen volunteers"; not those who are served ("and 300 pupils").
_HANDS = r"(?:volunteers|helpers|staff|employees|colleagues|workers|(?:full|part)[- ]tim(?:e|ers)|paid|unpaid|interns|trainees|apprentices|assistants|freelancers|nurses|midwives|doctors|teachers|drivers|cleaners|cooks|guards|technicians|officers|agents|lawyers|engineers|developers|carers|sisters|nuns|monks|priests|pastors|secretar(?:y|ies))"
_AND_MORE = re.compile(
    rf"(?:,? (?:and|plus)|\s?[+&]|,) (?:(?:about|some|another|around|the|maybe|also|other|up to) )*(?:\d[\d,.]*|{NUMBER_IN_WORDS}|[a-z]+) (?:[\w-]+ )?{_HANDS}\b",
    _I,
)
_NOT_HANDS = re.compile(r"\bmembers$", _I)
_IN_ALL = re.compile(r"[^.;!?\n]{0,30}\b(?:in all|altogether|(?:in|a) total)\b", _I)
_SECTORS: tuple[tuple[str, str], ...] = (
    ("health", r"clinic|hospital|health (?:cent(?:re|er)|service|post|ngo|network)|dispensary|maternity|hospice|dental (?:practice|surgery)|pharmacy|medical (?:centre|center|practice)|gp practice|surgery"),
    ("education", r"school|college|kindergarten|nursery|university|library|training cent(?:re|er)|academy|tutoring|adult learning|literacy (?:project|charity)"),
    ("humanitarian", r"refugee (?:camp|agency|council|organi[sz]ation)|aid agency|relief (?:agency|organi[sz]ation|ngo)|humanitarian (?:ngo|agency|organi[sz]ation)|displacement camp|red cross|red crescent"),
    ("government", r"town hall|city hall|municipality|municipal (?:office|council)|city council|county council|town council|borough|ministry|government (?:office|department|agency)|district (?:office|council)"),
    ("agriculture", r"farmers['’]? (?:co-?op\w*|cooperative|union|association|organi[sz]ation)|agricultural (?:extension|co-?op\w*|ngo)|farm co-?op\w*|extension service|growers['’]? \w+|dairy co-?op\w*"),
    ("environment", r"conservation (?:trust|group|ngo)|environmental (?:ngo|group|charity|trust)|nature reserve|wildlife (?:trust|ngo)|national park|river trust|wildlife (?:rescue|group|society)|(?:community )?(?:forest|forestry|mangrove|watershed|wetland|reef) (?:users?['’]? )?(?:group|committee|association|trust|union|society)"),
    ("civil_society", r"human rights (?:group|organi[sz]ation|ngo)|legal aid (?:clinic|office|cent(?:re|er))|advocacy (?:group|ngo|organi[sz]ation)|civil society organi[sz]ation|workers['’]? cent(?:re|er)|tenants['’]? union|women['’]?s rights \w+|community organi[sz]\w+|(?:(?:trade|labou?r|[a-z]+s['’]|[a-z]+['’]s) )?(?<!credit )(?<!savings )(?<!european )(?<!african )(?<!soviet )(?<!students['’] )(?<!student )(?<!farmers['’] )(?<!rugby )(?<!customs )union(?! (?:jack|square|street|station|bank|school|hospital|college))(?: (?:branch|local|steward|organi[sz]er|office|rep\w*))?"),
    ("media", r"radio station|community radio|newspaper|news(?:room| site| outlet)|magazine|broadcaster"),
    ("research", r"research (?:institute|cent(?:re|er|group)|lab\w*)|think tank"),
    ("social_services", r"food ?bank|soup kitchen|care home|nursing home|homeless (?:shelter|charity)|women['’]?s shelter|shelter|housing (?:association|charity)|disability (?:service|charity|organi[sz]ation)\w*|social services?|day cent(?:re|er)|pantry|youth (?:centre|center|club)"),
    ("business", r"credit union|start-?up|our (?:shop|firm|company)|(?:small|family) (?:business|company|firm)"),
)  # fmt: skip
_WE_ARE = r"(?:\b(?:we|i)(?:['’]re| are|['’]m| am| run| work (?:in|at|for)| manage| help| head| lead)|\bthis is|\bhere (?:is|at|in))\b[^.!?;]{0,60}?"
# "Our small rural school" is ours; "our friends at the university" are not.
_OURS = r"\b(?:our|my)\b(?:(?!\s+(?:at|from|of|with|by|to|for|in|is|are|has|have|and|who)\b)[^.!?;,\n]){0,60}?"
# Words alone at the beginning introduce somebody only right before the noun: "a rural clinic", not "letters to the ministry".
_AT_ONCE = r"^[^\w\n]{0,20}(?:(?!(?:to|for|from|of|with|in|at|by|about)\b)[\w'’-]{1,30}[ ,]{1,3}){0,4}?"


@dataclass(frozen=True, slots=True)
class Volunteered:
    """``value`` for field ``key``, said in ``text[start:end]``."""

    key: str
    value: str | tuple[str, ...]
    start: int
    end: int
    sure: float


def volunteered(text: str) -> Iterator[Volunteered]:
    """Everything that a text volunteers in one of the fixed turns."""
    yield from sector_in(text)
    yield from _bare_size(text)
    yield from _size(text)
    yield from _purpose(text)
    yield from _role(text)
    yield from _phrases(text)


def sector_in(text: str) -> Iterator[Volunteered]:
    """The field of work that the noun of a house tells, where the house is one's own."""
    for sector, names in _SECTORS:
        found = re.search(rf"(?:{_WE_ARE}|{_OURS}|{_AT_ONCE})\b((?:{names}))\b", text, _I)
        if found:
            yield Volunteered("organisation.sector", sector, *found.span(1), 0.7)
            return


def sector_of(house: str) -> str | None:
    """The field of work that the words for a kind of house tell ("a night school")."""
    return next((sector for sector, names in _SECTORS if re.search(rf"\b(?:{names})\b", house, _I)), None)


def _size(text: str) -> Iterator[Volunteered]:
    begins = _BEGINS_WITH_HANDS.match(text)
    if begins and (whole := _with_more(text, *begins.span(1))):
        yield whole
        return
    for found in re.finditer(
        rf"\b(?:(?:about|around|some|roughly|nearly|almost|over|we(?:['’]re| are)|there(?:['’]s| are)|a team of|staff of|team of|just|only) +)*((?:\d[\d,.]*|{NUMBER_IN_WORDS}) (?:{_PEOPLE}))\b|\b(?:team|staff) of (\d+)\b|\b(\d+)[- ](?:person|people|strong|staff|man|woman|member)\b",
        text,
        _I,
    ):
        group = 1 if found[1] else 2 if found[2] else 3
        count = head_count(found[group])
        if count and (whole := _with_more(text, *found.span(group))):
            yield whole
            return
        if count and count[1] == 0 and 0 < count[0] < 100_000:
            own = re.search(r"\b(?:of us|staff|employees|colleagues|team|strong|person)\b", found.group(), _I)
            if not own and _ELSEWHERE.match(text, found.end()):
                return
            yield Volunteered("organisation.size", size_band(count[0]), *found.span(group), 0.7 if own else 0.4)
            return


# "About 200 people in the village": they live there, and work for nobody that is spoken of.
_ELSEWHERE = re.compile(
    r"\s(?:\w+ )?(?:in|from|of|across|around|throughout) (?:the|this|our|each|every|that) (?:whole |\w+ )?(?:village|town|city|district|county|region|area|valley|island|parish|camp|settlement|neighbou?rhood|quarter|community|country|province|state)s?\b|"
    r"\s(?:who |that )?(?:use|uses|read|reads|get|gets|receive|receives|visit|visits|live|lives|follow|subscribe|depend|come to us)\b",
    _I,
)
_BEGINS_WITH_HANDS = re.compile(
    rf"^\W*(?:(?:we|i)(?:['’]re| are|['’]m| am) )?((?:\d[\d,.]*|{NUMBER_IN_WORDS}) (?:[\w-]+ )?{_HANDS})\b", _I
)


def _with_more(text: str, start: int, end: int) -> Volunteered | None:
    """The size that a head count and those who are counted with it make together; None where nothing is added."""
    last = end
    while more := _AND_MORE.match(text, last):
        last = more.end()
    if last == end or _NOT_HANDS.search(text[start:end]) or _IN_ALL.match(text, last):
        return None
    count = head_count(text[start:last])
    if count is None or count[1] != 0 or not 0 < count[0] < 100_000:
        return None
    # The trained reader tends to hear the first of the numbers, and is sure of it.
    return Volunteered("organisation.size", size_band(count[0]), start, last, 0.99)


_WE_ARE_SO_MANY = re.compile(
    rf"\b(?:we(?:['’]re| are)|there(?:['’]s| are)|that makes us)(?: (?:now|only|just|about|around|all in all|in total|some))* ((?:\d[\d,.]*\d|\d|{NUMBER_IN_WORDS}))(?= not\b| (?:at|in|here|altogether|across|all told|working)\b|\s*[.,;!)]|\s*$)",
    _I,
)


def _bare_size(text: str) -> Iterator[Volunteered]:
    """A number of people without a word for them ("we are 14, not 9")."""
    for found in _WE_ARE_SO_MANY.finditer(text):
        count = head_count(found[1])
        if count and (whole := _with_more(text, *found.span(1))):
            yield whole
            return
        if count and count[1] == 0 and count[2] == len(found[1]) and 0 < count[0] < 100_000:
            yield Volunteered("organisation.size", size_band(count[0]), *found.span(1), 0.75)
            return


# What turns a statement round: a phrase with one says the opposite of the same words without.
_NEGATES = re.compile(DENIES, _I)


def _purpose(text: str) -> Iterator[Volunteered]:
    found = re.search(
        r"\b(?:we|i|our (?!supplier|vendor|provider|reseller)\w+|the (?!supplier|vendor|provider|reseller|company)\w+|nurses|teachers|staff|everyone|volunteers)\b[^.!?;]{0,30}?\b(?:use|uses|using|run|runs)\b[^.!?;]{1,40}?\b(?:to|for) ((?!(?:years?|months?|a while|now|free|example|the first)\b)[a-z][^.!?;,]{3,90})",
        text,
        _I,
    )
    if found and tells_work(found[1]) and not _NEGATES.search(text[found.start() : found.start(1)]):
        yield Volunteered(
            "application.purpose", found[1].strip(), found.start(1), found.start(1) + len(found[1].rstrip()), 0.62
        )


# What only a tool's part in a decision is told by ("it decides alone", "Kora only helps").
_ROLES_IN_DECIDING: tuple[tuple[str, str], ...] = (
    (
        "decides",
        r"\b(?:decides|rules|makes the decisions?)(?: \w+)? (?:alone|by itself|on its own|itself)\b"
        # Whoever must do as it says only carries out what it decided.
        r"|\b(?:we|they|the \w+|staff|everybody|one) (?:must|have to|has to|had to|are (?:bound|obliged|told|made) to|need to) (?:follow|obey|do (?:what|as|whatever)|go by) (?:it|its|that number|the (?:score|number|list|ranking|result|machine|program|computer|system)|what it)\b"
        r"|\bwhat(?:ever)? (?:it|the (?:machine|program|computer|system)) says,? (?:goes|counts|is (?:law|final|done)|stands|happens)\b",
    ),
    ("assists", r"\b(?:only|just|merely) (?:helps|assists|supports)\b"),
    ("recommends", r"\b(?:only|just|merely) (?:recommends|suggests|advises|proposes)\b"),
)


def _role(text: str) -> Iterator[Volunteered]:
    found = [(value, m) for value, words in _ROLES_IN_DECIDING if (m := re.search(words, text, _I))]
    if len(found) == 1 and not _NEGATES.search(text[: found[0][1].start()]):
        yield Volunteered("application.decision_role", found[0][0], *found[0][1].span(), 0.66)


_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "we",
        "our",
        "it",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "with",
        "by",
        "that",
        "this",
        "they",
        "them",
        "their",
        "you",
        "i",
        "my",
        "us",
        "do",
        "does",
        "did",
        "have",
        "has",
        "there",
        "here",
        "so",
        "just",
        "only",
        "very",
    ]
)


def _content(text: str) -> frozenset[str]:
    return frozenset(w[:6] for w in re.findall(r"[a-z]+|\d+", text.casefold()) if w not in _STOP)


@lru_cache(maxsize=1)
def _phrasings() -> tuple[tuple[str, str, frozenset[str], int, bool], ...]:
    """(field, value, content words, how many, whether negated) of every example phrasing of three content words or more."""
    found = []
    for key, spec in FIELDS.items():
        for value, group in spec.says.items():
            for phrase in group:
                words = _content(phrase)
                if value and len(words) >= 3:
                    found.append((key, value, words, len(words), bool(_NEGATES.search(phrase))))
    return tuple(found)


def _phrases(text: str) -> Iterator[Volunteered]:
    """A clause that holds every content word of one of a field's example phrasings, in at most a few words more."""
    from vcassist.reading.text import clauses

    for clause in clauses(text):
        words = _content(clause.text)
        negates = bool(_NEGATES.search(clause.text))
        for key, value, wanted, count, negated in _phrasings():
            if wanted <= words and len(words) <= count + 5 and negates == negated:
                spec = FIELDS[key]
                yield Volunteered(key, (value,) if spec.type == "set" else value, clause.start, clause.end, 0.6)


# Words around a supplier's name that tell its role, nearest first.
ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("labelling.supplier", re.compile(r"label\w*|annotat\w*|tagg\w*", _I)),
    ("compute.accelerator_vendor", re.compile(r"\bchips?\b|\bgpus?\b|graphics cards?|\bcards?\b|accelerators?", _I)),
    ("model.supplier", re.compile(r"\bmodels?\b|\bllm\b|trained by|developed by|\bengine\b|\bapi\b", _I)),
    ("compute.supplier", re.compile(r"\bhost(?:ed|ing|s)?\b|\bruns? (?:on|at|in)\b|\brunning (?:on|at|in)\b|servers?\b|\bcloud\b|data ?cent(?:re|er)|virtual machine|\bvms?\b|\bmachines?\b", _I)),
    ("storage.supplier", re.compile(r"\bstor(?:e|ed|es|age|ing)\b|\bsaved?\b|\bback(?:ed)? ?ups?\b|\bkept\b|\bkeep\b|\bdrive\b|\bfiles?\b|\bdatabase\b|\bbucket\b|\blives? (?:on|in|at|with)\b|\bsits? (?:on|in|at|with)\b", _I)),
    ("data.supplier", re.compile(r"\bdata (?:is |comes? |we get |we buy )?(?:from|by)|\bdata ?sets?\b|\bbuy (?:the |our )?data\b|\brecords from\b|\bfeeds?\b", _I)),
    ("application.supplier", re.compile(r"\bsuppl\w+|\bvendor\b|\bbought\b|\bbuy\b|\blicen[cs]e\w*|\bresell\w*|\bcontract\b|\bprovid\w+|\bsold\b|\bmade by\b|\bbuilt by\b|\bsubscription\b|\bpay\b|\bfrom\b", _I)),
)  # fmt: skip


def role_of(text: str, start: int, end: int) -> tuple[str, float] | None:
    """The supplier field that a name at ``text[start:end]`` fills, by the nearest word that tells; and how sure."""
    left = part_begins(text, start)
    right = next((m.start() for m in re.finditer(r"[.!?;\n]", text[end:])), len(text) - end) + end
    best: tuple[int, str] | None = None
    for key, pattern in ROLES:
        for found in pattern.finditer(text, left, right):
            gap = (
                start - found.end()
                if found.end() <= start
                else (found.start() - end) * 2 + 6
                if found.start() >= end
                else 0
            )
            if gap < 60 and (best is None or gap < best[0]):
                best = (gap, key)
    return (best[1], 0.66 if best[0] < 25 else 0.5) if best else None
