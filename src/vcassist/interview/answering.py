"""Answers to questions back: from the glossary with its citation, or what the question on the table means. Pure but for its port."""

from __future__ import annotations

import re

from vcassist.chain.facts import field_of
from vcassist.chain.fields import Field
from vcassist.errors import NotReady, StorageTrouble
from vcassist.interview.ports import Answer, Glossary
from vcassist.interview.repair import words_of

_WHY = re.compile(
    r"\bwhy\b|what(?:['’]?s| is| does) (?:it|that|this) to you|what(?:['’]?s| is) it (?:your|of your) business|none of your business|what do you need (?:it|that|this) for|what for\b|what does (?:it|that) matter|why does (?:it|that) matter",
    re.I,
)
_POINTS = re.compile(r"\b(?:mean|meaning|understand|explain|example|clarify|that|this|those|it|in plain)\b", re.I)
_LANGUAGE = re.compile(
    r"\b(?:speak|understand|write|talk|answer|know)\b.{0,20}\b(?:german|french|spanish|portuguese|italian|arabic|swahili|hindi|chinese|other languages?|my language)\b",
    re.I,
)
SHORT = 14
ENGLISH = "So far I understand and write English only; simple words are quite enough."
OUT_OF_USE = "I cannot look that up just now, as my glossary does not answer. Ask it again in a minute."
NOT_COVERED = "That I cannot answer: I only know about AI, what it is made of and whom it depends on."


def answer_back(said: str, asked: str | None, glossary: Glossary) -> Answer:
    """An answer to a question back: the reason for asking, a passage of the glossary, or what the asked field means."""
    spec = field_of(asked) if asked else None
    if _LANGUAGE.search(said):
        return Answer(ENGLISH, (), False)
    if spec and _WHY.search(said) and len(said.split()) <= SHORT:
        return _from_field(f"Why I ask: {spec.reason}", spec, glossary)
    if spec and _points_at_the_question(said, spec):
        return _from_field(f"I mean {_meaning(spec)}.", spec, glossary)
    try:
        answer = glossary.answer(said)
    except (NotReady, StorageTrouble):
        # A search that is out of use must not cost the turn.
        answer = Answer(OUT_OF_USE, (), False)
    if answer.covered:
        return answer
    if spec and words_of(said) & _own_words(spec):
        return _from_field(f"I mean {_meaning(spec)}.", spec, glossary)
    return answer if answer.text == OUT_OF_USE else Answer(NOT_COVERED, (), False, answer.near)


def _points_at_the_question(said: str, spec: Field) -> bool:
    """A question about the question on the table ("what do you mean by that?") rather than about a term."""
    return len(said.split()) <= SHORT and bool(_POINTS.search(said)) and words_of(said) <= _own_words(spec)


def _own_words(spec: Field) -> set[str]:
    return words_of(f"{spec.question} {spec.means} {spec.label} {' '.join(spec.options.values())}")


def _meaning(spec: Field) -> str:
    core = spec.means.partition(". ")[0].partition(";")[0]
    if ":" in core:
        return spec.means.rstrip(".")
    options = f" ({', '.join(spec.options.values())})" if spec.options and spec.type != "yesno" else ""
    return f"{core.rstrip('.')}{options}"


def _from_field(text: str, spec: Field, glossary: Glossary) -> Answer:
    cited = glossary.definition(spec.term)
    return Answer(f"{text} {cited.quote}" if cited else text, (cited,) if cited else (), True)
