"""Composes an answer from entries' own sentences: the few that answer the question, each cited. No model needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vcassist.knowledge.fusion import Hit, Ranked, words
from vcassist.knowledge.glossary import Entry, sentences

MOST_WORDS = 85
MOST_PIECES = 3
# A second entry joins when it is this likely beside the first one; a further piece when it is this near the best.
JOINS = 0.3
NEAR_BEST = 0.2
# A sentence this near is the answer itself and stands first; else the term's definition tells the reader where they are.
PLAIN_ANSWER = 0.62
# What adds to or takes from a sentence's nearness (a cosine).
PASSAGE = 0.35
SHARED = 0.12
SECOND_ENTRY = 0.04
FITTING_SECTION = 0.05
HEADING = 0.12
OTHER_FIELD = 0.14
DETAIL = 0.06
_DEFINE = re.compile(
    r"^\W*(?:so,?\s+|please\s+)?(?:what(?:'s| is| are|s)\s+(?:an?\s+|the\s+)?(?:\S+\s*){1,4}\W*$|what (?:does|do) .+ mean|what means\b"
    r"|define\b|meaning of\b|explain (?:me )?(?:what\b|an?\b|the\b|\w+\W*$)|(?:\S+\s*){1,3}$)",
    re.I,
)
_LAW = re.compile(
    r"\b(?:legal|illegal|law|laws|lawful|allowed?|forbidden|forbid|permitted|may (?:we|i|they|he|she|our)|must (?:we|i|our|they)|obliged"
    r"|obligation|duty|duties|fines?|liable|liability|sue|court|consent|rights?)\b",
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
        r"\b(?:school\w*|pupil\w*|teacher\w*|student\w*|educat\w+|classroom\w*|exam\w*|essay\w*|homework|universit\w+)\b",
        re.I,
    ),
    re.compile(r"\b(?:refugee\w*|camps?|aid|humanitarian|displaced|crisis|disaster\w*|relief|beneficiar\w+)\b", re.I),
)
_SECTIONS = (
    (re.compile(r"^\W*(?:why|does it matter)\b", re.I), re.compile(r"why it matters", re.I)),
    (
        re.compile(
            r"\b(?:how (?:do|can|should|could|to)|what (?:should|can|must|to)|need to|start|protect|avoid)\b", re.I
        ),
        re.compile(r"what a small|small plan|what to watch|leverage", re.I),
    ),
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
_POINTS_BACK = re.compile(
    r"^(?:(?:It|They|This|These|Those|That|Such|Both|Here|There|Then|Also|Yet|But|And|So|Another|Others?|Either|Neither|Each|He|She)\b"
    r"|The (?:same|second|third|next|other|former|latter|first)\b|One (?:is|was)\b)"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of an entry, with where it stands and how well it answers."""

    term: str
    place: int
    number: int
    text: str
    score: float


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
    pieces = _pieces(passages, bool(_DEFINE.match(question)))
    if _LAW.search(question):
        pieces = _with_whom_to_ask(pieces, [line for lines in passages for line in lines if line.term == terms[0]])
    return [(line.term, line.text) for piece in pieces for line in piece]


def _passages(
    question: str, terms: Sequence[str], entries: Mapping[str, Entry], nearness: Mapping[tuple[str, str], float]
) -> list[list[_Line]]:
    """The sentences of the entries by passage, scored. The questions to a supplier count only when questions are asked for."""
    asked = set(words(question))
    wants_questions = bool(asked & {"ask", "question", "checklist"})
    found = []
    for term in terms:
        for place, (heading, passage) in enumerate(entries[term].passages):
            if heading.lower().startswith("questions to ask") and not wants_questions:
                continue
            texts = sentences(passage)
            near = [nearness.get((term, text), 0.0) for text in texts]
            middle = sum(near) / len(near)
            lines = []
            for number, (text, own) in enumerate(zip(texts, near, strict=True)):
                score = (1 - PASSAGE) * own + PASSAGE * max(own, middle) - SECOND_ENTRY * (term != terms[0])
                score += SHARED * len(asked & set(words(text))) / (len(asked) or 1)
                lines.append(_Line(term, place, number, text, score + _fit(question, heading, text)))
            found.append(lines)
    return found


def _fit(question: str, heading: str, text: str) -> float:
    """How well a sentence's section, field of work and grain fit what is asked."""
    asked, headed = set(words(question)), set(words(heading))
    fit = HEADING * len(asked & headed) / (len(headed) or 1)
    if any(wish.search(question) and section.search(heading) for wish, section in _SECTIONS):
        fit += FITTING_SECTION
    if any(field.search(text) and not field.search(question) for field in _FIELDS) and not any(
        field.search(text) and field.search(question) for field in _FIELDS
    ):
        fit -= OTHER_FIELD
    if _DETAIL.search(text) and not _WANTS_DETAIL.search(question):
        fit -= DETAIL
    return fit


def _pieces(passages: Sequence[Sequence[_Line]], define: bool) -> list[list[_Line]]:
    """Runs of neighbouring sentences within the limits: the definition and the best ones, the plain answer first."""
    lead = passages[0][0]
    candidates = sorted((line for lines in passages for line in lines), key=lambda x: (-x.score, x.place, x.number))
    best = next((c for c in candidates if c != lead), lead).score
    first = candidates[0] if candidates[0].score >= PLAIN_ANSWER and not define else lead
    chosen: list[list[_Line]] = []
    used: set[tuple[str, int, int]] = set()
    length = 0
    for candidate in [first, *(c for c in [lead, *candidates] if c != first)]:
        if len(chosen) == MOST_PIECES:
            break
        if candidate not in (lead, first) and candidate.score < best - NEAR_BEST:
            break
        fresh = [x for x in _run(candidate, passages, best) if (x.term, x.place, x.number) not in used]
        size = sum(len(line.text.split()) for line in fresh)
        if candidate not in fresh or (chosen and length + size > MOST_WORDS):
            continue
        chosen.append(fresh)
        used |= {(line.term, line.place, line.number) for line in fresh}
        length += size
    return _joined(chosen)


def _run(line: _Line, passages: Sequence[Sequence[_Line]], best: float) -> list[_Line]:
    """A sentence with what it points back to, and with the next one if that is about as near or tells how a case ended."""
    lines = next(p for p in passages if p[0].term == line.term and p[0].place == line.place)
    begin = end = line.number
    while begin > 0 and _POINTS_BACK.match(lines[begin].text):
        begin -= 1
    case = bool(_DETAIL.search(line.text)) or bool(_CASE.match(line.text))
    if end + 1 < len(lines) and (case or lines[end + 1].score >= best - NEAR_BEST / 2):
        end += 1
    return list(lines[begin : end + 1])


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
