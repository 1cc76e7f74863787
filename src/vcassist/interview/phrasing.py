"""Lets a speaker say what was noted and answered; each sentence is checked before anybody sees it. Pure but for its port.

What the speaker leaves out, says wrongly or cannot finish is said by the template: a plan goes in, what is left of it comes out.
The question, its reason and everything that wants exact words stay with the template.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.errors import VcassistError
from vcassist.interview.ports import Citation, Speaker
from vcassist.interview.speech import Plan
from vcassist.interview.wording import FactGround, PassageGround, malformed, sentences_in, telling
from vcassist.interview.words import Country, line_for, shown

MOST_FACTS = 6
MOST_SENTENCES = 6
MOST_WORDS = 90
WENT_ON = "I go on in my own plain words."


def may_phrase(plan: Plan) -> bool:
    """Whether there is something for a speaker, and nothing that wants its exact words: an apology, a welcome, a trouble told."""
    exact = plan.welcome or plan.move or plan.told or plan.remark or plan.undone is not None or plan.nothing_undone
    return not exact and (0 < len(_facts(plan)) <= MOST_FACTS or _from_glossary(plan))


def phrased(plan: Plan, said: str, speaker: Speaker, country: Country = str) -> Generator[str, None, Plan]:
    """Yields checked sentences; returns the plan without what they said."""
    facts = FactGround(_facts(plan), [shown(old, country) for old, _ in plan.replaced], country)
    passages = PassageGround([plan.answer] if _from_glossary(plan) else [])
    carried: set[str] = set()
    answered, trouble = False, ""
    try:
        pieces = speaker.say(
            [spoken_line(f, country) for f in facts.facts], passages.passages, said if passages.passages else ""
        )
        for sentence in _few(sentences_in(pieces)):
            from_passage = bool(passages.passages) and not passages.objections(sentence)
            if malformed(sentence) or (not from_passage and facts.objections(sentence)):
                continue
            answered = answered or from_passage
            carried |= {f.ref for f in facts.facts if facts.carries(f, sentence)}
            yield f"{sentence} "
    except VcassistError as error:
        trouble = f"{error.what} {WENT_ON}"
    return replace(
        plan,
        noted=tuple(f for f in plan.noted if f.ref not in carried),
        replaced=tuple((old, new) for old, new in plan.replaced if new.ref not in carried),
        answer="" if answered else plan.answer,
        remark=trouble,
    )


def checked_answer(pieces: Iterator[str], passages: Sequence[Citation]) -> Generator[tuple[str, Citation], None, None]:
    """The sentences of an answer that a passage bears, each with the passage's own sentence as its citation."""
    ground = PassageGround([passage.quote for passage in passages])
    for sentence in _few(sentences_in(pieces)):
        if malformed(sentence) or ground.objections(sentence):
            continue
        nearest = ground.nearest(sentence)
        source = next(p for p in passages if nearest is not None and nearest in p.quote)
        yield sentence, Citation(source.term, nearest or source.quote)


def spoken_line(fact: Fact, country: Country = str) -> str:
    """A fact as a speaker is given it: in words, with the person's own beside them."""
    return line_for(fact, None, country) + (f" (their words: “{fact.quote}”)" if fact.quote else "")


def _facts(plan: Plan) -> list[Fact]:
    changed = [new for _, new in plan.replaced]
    return [*changed, *(f for f in plan.noted if f.ref not in {c.ref for c in changed})]


def _from_glossary(plan: Plan) -> bool:
    """True when the answer is made of cited passages and of nothing else."""
    rest = plan.answer
    for cited in plan.citations:
        rest = rest.replace(cited.quote, "")
    return bool(plan.answer and plan.citations) and not telling(rest)


def _few(sentences: Iterator[str]) -> Iterator[str]:
    """The first sentences, as many as a reply bears."""
    words = 0
    for at, sentence in enumerate(sentences):
        words += len(sentence.split())
        if at >= MOST_SENTENCES or words > MOST_WORDS:
            return
        yield sentence
