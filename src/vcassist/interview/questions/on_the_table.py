"""Questions that point at the question on the table, by what they mean: what tells its choices apart, what is enough for a yes, how it is done
well. Pure but for its port.

"Where's the line between assisting and recommending?" holds the words of one field only, and no example can name those of all. So such a
question is looked up without them as well: "where's the line between this and that?".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from vcassist.assessment.rules import Mitigation, Rule
from vcassist.chain.facts import field_of
from vcassist.chain.fields import FIELDS, Field
from vcassist.interview import phrases
from vcassist.interview.meant import stems
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_of_talk import looked_up
from vcassist.interview.questions.what_of_it import rule_on
from vcassist.interview.questions.which_choice import apart, fitting

About = Callable[[str], OfTheTalk | None]
# Entries of knowledge/talk.yaml that are answered from the question on the table.
OF_THE_QUESTION = frozenset({"why", "apart", "enough", "others", "verdict"})
# So much nearer than the glossary must a question come without its words, as these were most of what it said.
SURE = 0.1
# A longer question tells a case.
SHORT = 14
# Words are the same that begin alike; of choices less is enough ("helps", "helping").
ALIKE, STEM = 5, 4
# More choices than these nobody wants told apart in one reply.
MOST_CHOICES = 5
# Who others are says nothing on what is asked about them.
_OTHERS = re.compile(
    r"\b(?:the )?(?:other|neighbouring|similar|most|many|bigger|smaller) [\w’'-]+s\b(?:(?:,| and| or)? (?:other )?[\w’'-]+s\b(?=[,?]))?",
    re.I,
)
_POINTS = re.compile(r"\bsuch (?:an? )?(?:thing|rule|list|record|note|sign|paper|course|check)s?\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DETERMINERS = frozenset(("the", "a", "an", "our", "your", "my", "its", "their", "such", "of"))
# Words of choices and questions that are in every sentence.
_SMALL = _DETERMINERS | frozenset(
    re.findall(
        r"\w+",
        "it is in on at or and to be are as we with by not you that this own no yes what how who where which when does do from for if can "
        "some something someone somebody somewhere",
    )
)


def on_the_table(about: About, asked: str | None) -> About:
    """``about``, which is asked without the words of the question on the table as well, where that leaves a question about it."""
    if asked is None:
        return about
    spec = field_of(asked)

    def known(question: str) -> OfTheTalk | None:
        best = about(question)
        for bare, topics in (
            (pointing(question, spec), OF_THE_QUESTION),
            (_OTHERS.sub("others", question), {"others"}),
        ):
            found = about(bare) if bare != question else None
            if found is None or found.topic not in topics or found.lead < SURE:
                continue
            if best is None or not best.topic or best.lead < found.lead:
                best = found
        return best

    return known


def asks_its_meaning(question: str, spec: Field, about: About) -> bool:
    """Whether a short question asks what a word of the question on the table means, however it puts that: "labels, what are they like"."""
    bare = pointing(question, spec)
    if bare == question or len(question.split()) > SHORT:
        return False
    found = looked_up(bare, about)
    return found is not None and found.topic == "rephrase" and found.lead >= SURE


def pointing(question: str, spec: Field) -> str:
    """A question with the words of a field turned into "that": those of its choices one by one, the rest as a whole."""
    choices, words = (
        _stems(" ".join(spec.options.values()), *spec.options),
        _stems(spec.question, spec.means, spec.label),
    )
    found = [(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(question)]
    own = [_of(word, choices | words) for _, _, word in found]
    spans: list[tuple[int, int]] = []
    for at, (start, end, word) in enumerate(found):
        if not own[at]:
            continue
        before = at - 1
        while before >= 0 and found[before][2] in _DETERMINERS:
            start, before = found[before][0], before - 1
        joined = spans and not question[spans[-1][1] : start].strip()
        if joined and not _of(word, choices):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((max(start, spans[-1][1] if spans else 0), end))
    told = ""
    for (_, last), (start, _) in pairwise([(0, 0), *spans]):
        told += f"{question[last:start]}{' ' if told and start == last else ''}that"
    return told + question[spans[-1][1] if spans else 0 :]


def told_apart(question: str, asked: str | None, said: str = "") -> str:
    """What tells the choices of the question on the table apart, or of the one whose choices are named in the question or in the rest of
    the message: those that are named, else all of them; "" where it has none, or too many.
    """
    named_in = (spec for text in (question, said) if (spec := _choices_named(text, asked)) is not None)
    spec = next(named_in, field_of(asked) if asked is not None else None)
    if spec is None:
        return ""
    if not spec.options or spec.type == "set":
        return fitting(spec, None)
    named = _named(question, spec) or _named(said, spec)
    values = named if len(named) > 1 else list(spec.options)
    if spec.counts and len(values) == len(spec.options):
        return fitting(spec, None)
    return f"{apart(spec, values)} {phrases.NEAREST_CHOICE}" if len(values) <= MOST_CHOICES else ""


def _choices_named(text: str, asked: str | None) -> Field | None:
    """The field of which a text names several choices: the one that is asked for, else the only one of which that holds."""
    found = [spec for spec in FIELDS.values() if spec.type == "enum" and len(_named(text, spec)) > 1]
    if asked is not None and field_of(asked) in found:
        return field_of(asked)
    return found[0] if len(found) == 1 else None


def _named(text: str, spec: Field) -> list[str]:
    """The choices of a field that a text names: by their value, their label, or the word that tells what they do."""
    told = {w[:STEM] for w in _stems(text)}
    does = {value: what.split()[:1] for part in spec.means.split("; ") for value, _, what in [part.partition(":")]}
    return [
        value
        for value, label in spec.options.items()
        if told & {w[:STEM] for w in _stems(value, label, *does.get(value, ())) - _shared(spec)}
    ]


def _shared(spec: Field) -> frozenset[str]:
    """The words that several choices of a field have, and that tell none of them."""
    each = [_stems(value, label) for value, label in spec.options.items()]
    return frozenset(w for words in each for w in words if sum(w in other for other in each) > 1)


def enough_for(asked: str | None, rules: Sequence[Rule]) -> str:
    """What counts for the question on the table; where that is not told, what tells its choices apart, and what is advised on it."""
    if asked is None:
        return ""
    spec = field_of(asked)
    step = _advised(spec, rules) if spec.options else None
    return f"{spec.counts or apart(spec)} {phrases.ADVISED.format(step.do)}" if step else fitting(spec, None)


def practice_for(asked: str | None, rules: Sequence[Rule]) -> str:
    """What is advised on the matter of the question on the table, where a rule has it; else that nobody needs to be like others."""
    step = _advised(field_of(asked), rules) if asked is not None else None
    return phrases.LIKE_NOBODY if step is None else phrases.GOOD_PRACTICE.format(step.do, step.first_step)


def done_well(asked: str | None, rules: Sequence[Rule]) -> str:
    """What is advised on the matter of the question on the table, and how to begin; "" where no rule has it."""
    step = _advised(field_of(asked), rules) if asked is not None else None
    return "" if step is None else phrases.TO_BEGIN.format(step.do.rstrip("."), step.first_step)


def advised_on(question: str, asked: str | None, rules: Sequence[Rule]) -> str:
    """What is advised on the matter of the question on the table, for a question that nothing answers but that is about it: it shares a
    word with what is asked or advised, or only points ("how long may one keep such a thing?"); "" for any other.
    """
    spec = field_of(asked) if asked is not None else None
    step = _advised(spec, rules) if spec is not None else None
    if spec is None or step is None:
        return ""
    told, own = stems(question), stems(f"{spec.question} {spec.means} {spec.label} {step.do} {step.first_step}")
    return phrases.ADVISED.format(step.do) if told & own or _POINTS.search(question) else ""


def _advised(spec: Field, rules: Sequence[Rule]) -> Mitigation | None:
    """What is advised on a matter: of one that is done or not, as the rule on it has it."""
    rule = rule_on(spec, rules) if spec.type == "yesno" else None
    return rule.steps([spec.key])[0] if rule is not None else None


def _stems(*texts: str) -> frozenset[str]:
    words = (w.lower() for text in texts for w in _WORD.findall(text.replace("_", " ")))
    return frozenset(w[:ALIKE] for w in words if w not in _SMALL)


def _of(word: str, stems: frozenset[str]) -> bool:
    return word not in _SMALL and word[:ALIKE] in stems
