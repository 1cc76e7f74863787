"""How well a sentence of an entry fits what is asked, beside its nearness: its section, field of work and grain. Pure."""

from __future__ import annotations

import re

from vcassist.knowledge.fusion import words

# What adds to or takes from a sentence's nearness (a cosine).
FITTING_SECTION = 0.03
HEADING = 0.08
OTHER_FIELD = 0.14
SAME_FIELD = 0.08
TELLS = 0.12
KIND_ASKED = 0.15
DETAIL = 0.06
_FIELDS = (
    re.compile(
        r"\b(?:health|clinic\w*|patient\w*|doctor\w*|nurse\w*|hospital\w*|medic\w+|midwi\w+|diagnos\w+)\b", re.I
    ),
    re.compile(
        r"\b(?:school\w*|pupil\w*|parents?|teacher\w*|student\w*|educat\w+|classroom\w*|exam\w*|essay\w*|homework|universit\w+)\b",
        re.I,
    ),
    re.compile(r"\b(?:refugee\w*|camps?|aid|humanitarian|displaced|crisis|disaster\w*|relief|beneficiar\w+)\b", re.I),
)
_HOW_TO = re.compile(
    r"\b(?:how (?:do|can|should|could|shall|to)|what (?:do (?:i|we)|should|can|must|shall|to|now)|need to|start|protect"
    r"|avoid)\b",
    re.I,
)
# A sentence that tells somebody to do something: an imperative, or what one should do.
IMPERATIVE = re.compile(
    r"^(?:Add|Agree|Ask|Borrow|Check|Choose|Circle|Collect|Compare|Count|Cross|Delete|Draw|Export|Give|Handle|Hold|Invite"
    r"|Keep|Let|Limit|List|Look|Make|Mark|Measure|Name|Note|Order|Plan|Practise|Print|Publish|Put|Record|Rent|Repeat|Review"
    r"|Run|Save|Say|Send|Separate|Set|Slip|Start|Switch|Take|Tell|Test|Treat|Try|Turn|Use|Write)\b"
)
_ADVISES = re.compile(rf"{IMPERATIVE.pattern}|\bshould\b|\b(?:team|office|organisation|clinic|NGO|town hall) can\b")
_SECTIONS = (
    (
        re.compile(r"^\W*why\b|\bdoes it matter\b|\b(?:good|useful|used) for\b|\bpoint of\b", re.I),
        re.compile(r"why it matters", re.I),
    ),
    (_HOW_TO, re.compile(r"what a small|small plan|what to watch|leverage", re.I)),
    (re.compile(r"\b(?:danger\w*|risk\w*|wrong|safe|trust|catch|careful)\b", re.I), re.compile(r"what to watch", re.I)),
)
HAS_DETAIL = re.compile(r"\b(?:19|20)\d\d\b|\d[\d,.]* (?:per cent|million|billion|dollars|euros)")
CASE = re.compile(
    r"^(?:An?|One|Some|In an?) (?:\w+ ){0,3}(?:study|hospital|programme|court|school|company|agency|town|researchers?)\b",
    re.I,
)
_WANTS_DETAIL = re.compile(
    r"\d|\b(?:when|since|how (?:many|much|big|long|often)|example|studies|study|happened|number|law|court)\b", re.I
)
# What is asked for by kind, and the words of a sentence that has it.
_KINDS = (
    (
        re.compile(r"\bwhen (?:do|does|did|is|was|will|must)\b|\bsince when\b|\bdeadlines?\b|\bwhat date\b", re.I),
        re.compile(r"\b(?:19|20)\d\d\b|\b\d+ (?:hours?|days?|months?)\b"),
    ),
    (
        re.compile(r"\bhow often\b|\bhow many times\b", re.I),
        re.compile(
            r"\b(?:daily|weekly|monthly|yearly|once|twice|(?:each|every|a) (?:\w+ )?(?:day|week|month|quarter|year))\b"
        ),
    ),
    (re.compile(r"\bhow long\b", re.I), re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|periods?)\b", re.I)),
    (
        re.compile(r"\bhow (?:much|expensive)\b|\b(?:costs?|prices?|fines?|penalt\w+)\b", re.I),
        re.compile(r"\b(?:costs?|charges?|prices?|fees?|bills?|euros|dollars|fines?)\b", re.I),
    ),
    (re.compile(r"\bhow (?:many|big|large|likely)\b|\bpercent|\bper cent\b", re.I), re.compile(r"\d")),
)
_LITTLE = frozenset(("any", "every", "many", "more", "most", "much", "other", "over", "same", "some", "than", "under"))


def fit(question: str, heading: str, text: str) -> float:
    """How well a sentence's section, field of work and grain fit what is asked."""
    asked, headed = set(words(question)), set(words(heading))
    fit = HEADING * len(asked & headed) / (len(headed) or 1)
    if any(wish.search(question) and section.search(heading) for wish, section in _SECTIONS):
        fit += FITTING_SECTION
    fields = [field for field in _FIELDS if field.search(text)]
    if any(field.search(question) for field in fields):
        fit += SAME_FIELD
    elif len(fields) == 1:
        fit -= OTHER_FIELD
    kinds = [holds for asks, holds in _KINDS if asks.search(question)]
    if any(holds.search(text) for holds in kinds):
        fit += KIND_ASKED
    elif HAS_DETAIL.search(text) and not _WANTS_DETAIL.search(question):
        fit -= DETAIL
    return fit + TELLS * bool(_HOW_TO.search(question) and _ADVISES.search(text))


def plain_words(text: str) -> set[str]:
    """The folded words of a text, those joined by a hyphen apart."""
    return set(words(text.replace("-", " "))) - _LITTLE


def shared_words(asked: set[str], held: set[str]) -> int:
    """How many of the words asked for are held, give or take an ending that the stemmer cut off one of them only."""
    return sum(any(_same(a, h) for h in held) for a in asked)


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 3 and len(long) - len(short) == 1 and long == f"{short}e")
