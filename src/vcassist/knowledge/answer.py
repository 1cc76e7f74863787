"""Composes an answer from entries' own sentences: the few that answer the question, each cited. No model needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vcassist.knowledge.fitting import CASE, HAS_DETAIL, IMPERATIVE, fit, plain_words, shared_words
from vcassist.knowledge.fusion import Hit, Ranked
from vcassist.knowledge.glossary import Entry, sentences

MOST_WORDS = 95
MOST_PIECES = 4
MOST_QUESTIONS = 4
# A second entry joins when it is this likely beside the first one; a further piece when it is this near the best.
JOINS = 0.3
NEAR_BEST = 0.3
NEAR_NEXT = 0.1
# A sentence this near is the answer itself and stands first; else the term's definition tells the reader where they are.
PLAIN_ANSWER = 0.75
# What adds to or takes from a sentence's nearness (a cosine).
PASSAGE = 0.45
SHARED = 0.2
SECOND_ENTRY = 0.04
# What an editor chose as the answer to a question gains this much for who asks the same, and nothing for who asks what is
# no nearer than this (a cosine).
CHOSEN, ALIKE = 0.5, 0.3
# Short sentences are near to much and say little, unless in the question's words; they come with what they announce.
SHORT, SHORT_WORDS = 0.08, 8
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


def refuse(titles: Sequence[str], in_register: Sequence[str] = ()) -> str:
    """What is said when the glossary does not cover a question, with the nearest entries; a company, model or product that the
    question names is in the register instead."""
    if in_register:
        return (
            "The glossary does not cover that. The register, which holds who makes, owns and runs what, has "
            f'{" and ".join(in_register)}: see the page Register, or `vcassist register "{in_register[0]}"`.'
        )
    named = f"{', '.join(titles[:-1])} and {titles[-1]}" if len(titles) > 1 else "".join(titles)
    return f"The glossary does not cover that. The nearest entries are {named}."


def compose(
    question: str,
    ranked: Sequence[Ranked],
    entries: Mapping[str, Entry],
    sentences_near: Callable[[Sequence[str]], Sequence[Hit]],
    answered_near: Callable[[Sequence[str]], Sequence[Hit]] = lambda terms: (),
) -> list[tuple[str, str]]:
    """(term, sentence), at most about ninety words: what the term is, and the sentences that answer best.

    A sentence that points back ("It …") comes only with the one before it. A question of law ends with the entry's own
    word on whom to ask, where it has one. ``sentences_near`` gives the sentences of some terms with their nearness,
    ``answered_near`` what people ask of them that has chosen answers.
    """
    terms = [ranked[0].term]
    if len(ranked) > 1 and ranked[1].chance >= JOINS * ranked[0].chance:
        terms.append(ranked[1].term)
    nearness = {(h.term, h.text): h.score for h in sentences_near(terms)}
    passages = _passages(question, terms, entries, nearness, _chosen(answered_near(terms), entries))
    pieces = _questions(passages) if _ASKS_FOR_QUESTIONS.search(question) else []
    pieces = pieces or _pieces(passages, bool(_DEFINE.match(question)), bool(_WHAT_IS.match(question)))
    if _LAW.search(question) or _MEDICINE.search(question):
        pieces = _with_whom_to_ask(pieces, [line for lines in passages for line in lines if line.term == terms[0]])
    return [(line.term, line.text) for piece in pieces for line in piece]


def _chosen(asked: Sequence[Hit], entries: Mapping[str, Entry]) -> dict[tuple[str, str], float]:
    """What each chosen answer gains, by term and how it begins: the more, the more alike the question that it answers."""
    gain: dict[tuple[str, str], float] = {}
    for hit in asked:
        worth = CHOSEN * max(0.0, hit.score - ALIKE) / (1 - ALIKE)
        for begins in entries[hit.term].answers[hit.text]:
            key = (hit.term, begins)
            gain[key] = max(worth, gain.get(key, 0.0))
    return gain


def _passages(
    question: str,
    terms: Sequence[str],
    entries: Mapping[str, Entry],
    nearness: Mapping[tuple[str, str], float],
    chosen: Mapping[tuple[str, str], float],
) -> list[list[_Line]]:
    """The sentences of the entries by passage, scored. The questions to a supplier count only when questions are asked for."""
    asked = plain_words(question)
    wants_questions = bool(_ASKS_FOR_QUESTIONS.search(question))
    found = []
    for term in terms:
        # The term's own name stands everywhere in its entry and tells no sentence from another.
        sought = (asked - plain_words(" ".join((entries[term].title, *entries[term].acronyms)))) or asked
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
                shared = shared_words(sought, plain_words(text))
                score += SHARED * shared / (len(sought) or 1) + fit(question, heading, text)
                score -= SHORT * (not shared and len(text.split()) < SHORT_WORDS)
                score += max(
                    (g for (of, begins), g in chosen.items() if of == term and text.startswith(begins)), default=0
                )
                lines.append(_Line(term, place, number, text, score, is_question))
            found.append(lines)
    return found


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
        if candidate not in (lead, first) and candidate.score < best - NEAR_BEST:
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
    case = bool(CASE.match(text)) or bool(HAS_DETAIL.search(text) and _POINTS_BACK.match(following))
    to_do = bool(IMPERATIVE.match(following)) and not IMPERATIVE.match(text)
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
