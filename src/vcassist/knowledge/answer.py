"""Composes an answer from entries' own sentences: the few that answer the question, each cited. No model needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vcassist.knowledge.fusion import Hit, Ranked, words
from vcassist.knowledge.glossary import Entry, sentences

MOST_WORDS = 85
MOST_PIECES = 3
MOST_QUESTIONS = 4
# A second entry joins when it is this likely beside the first one; a further piece when it is this near the best.
JOINS = 0.3
NEAR_BEST = 0.16
NEAR_NEXT = 0.1
NEAR_THIRD = 0.13
# A sentence this near is the answer itself and stands first; else the term's definition tells the reader where they are.
PLAIN_ANSWER = 0.64
# What adds to or takes from a sentence's nearness (a cosine).
PASSAGE = 0.35
SHARED = 0.12
SECOND_ENTRY = 0.04
FITTING_SECTION = 0.05
HEADING = 0.12
OTHER_FIELD = 0.14
SAME_FIELD = 0.08
TELLS = 0.06
KIND_ASKED = 0.15
DETAIL = 0.06
# Short sentences are near to much and say little, unless in the question's words; they come with what they announce.
SHORT, SHORT_WORDS = 0.05, 8
_DEFINE = re.compile(
    r"^\W*(?:so,?\s+|please\s+)?(?:what(?:'s| is| are|s)\s+(?:an?\s+|the\s+)?(?:\S+\s*){1,4}\W*$|what (?:does|do) .+ mean|what means\b"
    r"|define\b|meaning of\b|explain (?:me )?(?:what\b|an?\b|the\b|\w+\W*$)|(?:\S+\s*){1,3}$)",
    re.I,
)
_WHAT_IS = re.compile(r"^\W*(?:so,?\s+|please\s+)?what(?:'s| is| are|s)\b", re.I)
_LAW = re.compile(
    r"\b(?:legal|illegal|law|laws|lawful|allowed?|forbidden|forbid|permitted|may (?:we|i|they|he|she|our)|must (?:we|i|our|they)|obliged"
    r"|obligation|duty|duties|fines?|liable|liability|sue|court|consent|rights?)\b",
    re.I,
)
_MEDICINE = re.compile(
    r"\b(?:diagnos\w+|treat(?:s|ed|ment)?|symptoms?|x-?rays?|scans?|dos(?:e|es|age)|medicines?|prescri\w+|drugs?)\b",
    re.I,
)
_ASK_AN_EXPERT = re.compile(
    r"\b(?:lawyers?|legal advis\w+|data protection officers?|regulators?|(?:national|local|competent|supervisory) (?:AI )?authority"
    r"|ministry|records officer|licensed|export office)\b",
    re.I,
)
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
_IMPERATIVE = re.compile(
    r"^(?:Add|Agree|Ask|Borrow|Check|Choose|Circle|Collect|Compare|Count|Cross|Delete|Draw|Export|Give|Handle|Hold|Invite"
    r"|Keep|Let|Limit|List|Look|Make|Mark|Measure|Name|Note|Order|Plan|Practise|Print|Publish|Put|Record|Rent|Repeat|Review"
    r"|Run|Save|Say|Send|Separate|Set|Slip|Start|Switch|Take|Tell|Test|Treat|Try|Turn|Use|Write)\b"
)
_ADVISES = re.compile(rf"{_IMPERATIVE.pattern}|\bshould\b|\b(?:team|office|organisation|clinic|NGO|town hall) can\b")
_SECTIONS = (
    (
        re.compile(r"^\W*why\b|\bdoes it matter\b|\b(?:good|useful|used) for\b|\bpoint of\b", re.I),
        re.compile(r"why it matters", re.I),
    ),
    (_HOW_TO, re.compile(r"what a small|small plan|what to watch|leverage", re.I)),
    (re.compile(r"\b(?:danger\w*|risk\w*|wrong|safe|trust|catch|careful)\b", re.I), re.compile(r"what to watch", re.I)),
)
_DETAIL = re.compile(r"\b(?:19|20)\d\d\b|\d[\d,.]* (?:per cent|million|billion|dollars|euros)")
_CASE = re.compile(
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
_ASKS_FOR_QUESTIONS = re.compile(
    r"\b(?:what|which|some|any|good|more|list of) questions?\b|\bquestions? (?:to|for|i|we|should)\b|\bchecklist\b|\bask(?:ing)?\b.*\b(?:suppliers?|vendors?|providers?|sellers?|makers?|company|firm)\b",
    re.I,
)
_POINTS_BACK = re.compile(
    r"^(?:(?:It|They|This|These|Those|That|Such|Both|Here|There|Then|Also|Yet|But|And|So|Another|Others?|Either|Neither|Each|He|She)\b"
    r"|The (?:same|second|third|next|other|former|latter|first)\b|One (?:is|was)\b"
    r"|The \w+['’]s\b|The (?:agency|airline|authors?|company|court|figure|inquiry|project|researchers|study|tribunal)\b)"
    r"|^(?:\S+ ){1,4}(?:also|too|therefore|for example|for instance)\b"
    r"|^(?:\S+ ){0,3}(?:of|in|to|by) (?:that|this|these|those|such) (?!which|who)\w+"
)
_LITTLE = frozenset(("any", "every", "many", "more", "most", "much", "other", "over", "same", "some", "than", "under"))
# What goes with the sentence before it: its example, and the word of whom it accuses.
_GOES_WITH = re.compile(r"\b(?:for example|for instance|denied|denies|disputed|disputes)\b")


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of an entry, with where it stands and how well it answers."""

    term: str
    place: int
    number: int
    text: str
    score: float
    question: bool = False


def refuse(titles: Sequence[str]) -> str:
    """What is said when the glossary does not cover a question, with the nearest entries."""
    named = f"{', '.join(titles[:-1])} and {titles[-1]}" if len(titles) > 1 else "".join(titles)
    return f"The glossary does not cover that. The nearest entries are {named}."


def compose(
    question: str,
    ranked: Sequence[Ranked],
    entries: Mapping[str, Entry],
    sentences_near: Callable[[Sequence[str]], Sequence[Hit]],
) -> list[tuple[str, str]]:
    """(term, sentence), at most about ninety words: what the term is, and the sentences that answer best.

    A sentence that points back ("It …") comes only with the one before it. A question of law ends with the entry's own
    word on whom to ask, where it has one. ``sentences_near`` gives the sentences of some terms with their nearness.
    """
    terms = [ranked[0].term]
    if len(ranked) > 1 and ranked[1].chance >= JOINS * ranked[0].chance:
        terms.append(ranked[1].term)
    nearness = {(h.term, h.text): h.score for h in sentences_near(terms)}
    passages = _passages(question, terms, entries, nearness)
    pieces = _questions(passages) if _ASKS_FOR_QUESTIONS.search(question) else []
    pieces = pieces or _pieces(passages, bool(_DEFINE.match(question)), bool(_WHAT_IS.match(question)))
    if _LAW.search(question) or _MEDICINE.search(question):
        pieces = _with_whom_to_ask(pieces, [line for lines in passages for line in lines if line.term == terms[0]])
    return [(line.term, line.text) for piece in pieces for line in piece]


def _passages(
    question: str, terms: Sequence[str], entries: Mapping[str, Entry], nearness: Mapping[tuple[str, str], float]
) -> list[list[_Line]]:
    """The sentences of the entries by passage, scored. The questions to a supplier count only when questions are asked for."""
    asked = _plain_words(question)
    wants_questions = bool(_ASKS_FOR_QUESTIONS.search(question))
    found = []
    for term in terms:
        # The term's own name stands everywhere in its entry and tells no sentence from another.
        sought = (asked - _plain_words(" ".join((entries[term].title, *entries[term].acronyms)))) or asked
        for place, (heading, passage) in enumerate(entries[term].passages):
            is_question = heading.lower().startswith("questions to ask")
            if is_question and not wants_questions:
                continue
            texts = sentences(passage)
            near = [nearness.get((term, text), 0.0) for text in texts]
            middle = sum(near) / len(near)
            lines = []
            for number, (text, own) in enumerate(zip(texts, near, strict=True)):
                score = (1 - PASSAGE) * own + PASSAGE * max(own, middle) - SECOND_ENTRY * (term != terms[0])
                shared = _shared(sought, _plain_words(text))
                score += SHARED * shared / (len(sought) or 1) + _fit(question, heading, text)
                score -= SHORT * (not shared and len(text.split()) < SHORT_WORDS)
                lines.append(_Line(term, place, number, text, score, is_question))
            found.append(lines)
    return found


def _fit(question: str, heading: str, text: str) -> float:
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
    elif _DETAIL.search(text) and not _WANTS_DETAIL.search(question):
        fit -= DETAIL
    return fit + TELLS * bool(_HOW_TO.search(question) and _ADVISES.search(text))


def _plain_words(text: str) -> set[str]:
    """The folded words of a text, those joined by a hyphen apart."""
    return set(words(text.replace("-", " "))) - _LITTLE


def _shared(asked: set[str], held: set[str]) -> int:
    """How many of the words asked for are held, give or take an ending that the stemmer cut off one of them only."""
    return sum(any(_same(a, h) for h in held) for a in asked)


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 3 and len(long) - len(short) == 1 and long == f"{short}e")


def _questions(passages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """The questions to a supplier that fit best, in the entry's order, after what the term is."""
    asked = [line for lines in passages for line in lines if line.question]
    best = sorted(sorted(asked, key=lambda x: -x.score)[:MOST_QUESTIONS], key=lambda x: (x.term, x.place, x.number))
    return [[passages[0][0]], *([line] for line in best)] if best else []


def _pieces(passages: Sequence[Sequence[_Line]], define: bool, what_is: bool) -> list[list[_Line]]:
    """Runs of neighbouring sentences within the limits: the definition and the best ones, the plain answer first.

    ``define``: nothing but the definition is asked for. ``what_is``: the definition is, and more.
    """
    lead = passages[0][0]
    candidates = sorted((line for lines in passages for line in lines), key=lambda x: (-x.score, x.place, x.number))
    best = next((c for c in candidates if c != lead), lead).score
    first = candidates[0] if candidates[0].score >= PLAIN_ANSWER and not (define or what_is) else lead
    chosen: list[list[_Line]] = []
    used: set[tuple[str, int, int]] = set()
    length = 0
    for candidate in [first, *(c for c in [lead, *candidates] if c != first)]:
        if len(chosen) == MOST_PIECES:
            break
        # What only adds to the definition and an answer must be nearer than the answer itself had to be.
        if candidate not in (lead, first) and candidate.score < best - (NEAR_BEST if len(chosen) < 2 else NEAR_THIRD):
            break
        near = best - (NEAR_NEXT if define or candidate != lead else NEAR_NEXT / 2)
        fresh = [x for x in _run(candidate, passages, near) if (x.term, x.place, x.number) not in used]
        size = sum(len(line.text.split()) for line in fresh)
        if candidate not in fresh or (chosen and length + size > MOST_WORDS):
            continue
        chosen.append(fresh)
        used |= {(line.term, line.place, line.number) for line in fresh}
        length += size
    return _joined(chosen)


def _run(line: _Line, passages: Sequence[Sequence[_Line]], near: float) -> list[_Line]:
    """A sentence with what it points back to, and with the next one if that is near enough, ends its case, or is what it
    announces: its example, or what to do."""
    lines = next(p for p in passages if p[0].term == line.term and p[0].place == line.place)
    begin = end = line.number
    while begin > 0 and _POINTS_BACK.match(lines[begin].text):
        begin -= 1
    if begin > 0 and len(lines[begin - 1].text.split()) < SHORT_WORDS:
        begin -= 1
    # A definition announces nothing, though the date of a law may stand in it.
    announces = end + 1 < len(lines) and line.place > 0 and _announces(line.text, lines[end + 1].text)
    follows = lines[end + 1] if end + 1 < len(lines) else None
    if announces or (follows and follows.score >= near and len(follows.text.split()) >= SHORT_WORDS):
        end += 1
    return list(lines[begin : end + 1])


def _announces(text: str, following: str) -> bool:
    case = bool(_CASE.match(text)) or bool(_DETAIL.search(text) and _POINTS_BACK.match(following))
    to_do = bool(_IMPERATIVE.match(following)) and not _IMPERATIVE.match(text)
    return case or len(text.split()) < SHORT_WORDS or to_do or bool(_GOES_WITH.search(following))


def _joined(pieces: Sequence[list[_Line]]) -> list[list[_Line]]:
    """Pieces of the same passage put together in reading order, at the place of the first of them."""
    found: dict[tuple[str, int], list[_Line]] = {}
    for piece in pieces:
        found.setdefault((piece[0].term, piece[0].place), []).extend(piece)
    return [sorted(lines, key=lambda x: x.number) for lines in found.values()]


def _with_whom_to_ask(pieces: list[list[_Line]], lines: Sequence[_Line]) -> list[list[_Line]]:
    """Adds the entry's sentence on whom to ask about the law, unless one is there or it has none that stands alone."""
    if any(_ASK_AN_EXPERT.search(line.text) for piece in pieces for line in piece):
        return pieces
    able = [x for x in lines if _ASK_AN_EXPERT.search(x.text) and not _POINTS_BACK.match(x.text)]
    return [*pieces, [max(able, key=lambda x: x.score)]] if able else pieces
