"""Finds what a question about the talk itself asks for ("who reads this?", "is it free?"), by nearness to examples of each.

The texts lie in knowledge/talk.yaml. A question that is as near to the glossary's own questions, or to what nobody here answers, is
left to the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Protocol

from vcassist.assets import folder, safe_yaml
from vcassist.errors import BrokenAsset
from vcassist.interview.ports import OfTheTalk, Wanted

# Cosines to the nearest examples. Chosen on our own messages, put as whole turns: of 84 about the talk 71 are answered as such, and of 42
# that were kept aside 33.
LEAST = 0.45
AHEAD = 0.005
# So much farther than the nearest, and another entry is about something else.
NEXT_BEST = 0.08
# Below this chance, by what was learnt, a question is not for the entry to whose examples it is nearest.
HARDLY = 0.05
# A longer question tells a case, and that is for the glossary.
LONGEST = 25


# What people write for a word in a text message.
SHORT_FORMS = {
    "u": "you", "ur": "your", "r": "are", "y": "why", "ppl": "people", "pls": "please", "plz": "please", "b4": "before", "thru": "through",
    "tho": "though", "thx": "thanks", "bc": "because", "cuz": "because", "abt": "about", "wld": "would", "shld": "should", "gonna": "going to",
    "wanna": "want to", "gotta": "have to", "im": "I'm", "dont": "don't", "whats": "what's", "whos": "who's", "wont": "won't", "cant": "can't",
}  # fmt: skip
_SHORT = re.compile(rf"(?<![\w'’&-])(?:{'|'.join(SHORT_FORMS)})(?![\w'’&-])", re.I)
# What a sentence wants that asks nothing of the assistant, one that asks what the glossary has, and one that nobody here answers.
NOTHING, TERMS, OFF_TOPIC = "none", "glossary", "offtopic"
# What a sentence does that asks nothing either: it ends the talk, sets right what was told before, or tells of something that went wrong.
BYE, AMENDS, HARM = "bye", "amends", "harm"
ASKS_NOTHING = frozenset({NOTHING, BYE, AMENDS, HARM})
# What a sentence may want beside the question on the table, each with its chance, best first.
Chances = Callable[[str, str | None], Sequence[tuple[str, float]]]
# The entry of each example, and the examples' vectors.
Examples = tuple[list[str], Any]
# An entry, and how near its nearest example comes.
Near = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """How this installation stands: ``hosted``, who reads (offline, model_here, model_away), and the company of a remote model."""

    hosted: bool = False
    reads: str = "offline"
    company: str = ""

    def chosen(self, answer: str | Mapping[str, str]) -> str:
        """The variant of an answer that holds here."""
        if isinstance(answer, str):
            return answer
        keys = (self.reads, "hosted" if self.hosted else "local", "else")
        return next((answer[key] for key in keys if key in answer), "").replace("{company}", self.company)


@lru_cache(maxsize=1)
def load_talk() -> dict[str, dict[str, Any]]:
    """The entries by id, each with ``asked`` and, but for those that the question on the table answers, ``answer``. Raises BrokenAsset."""
    data = safe_yaml((folder("knowledge") / "talk.yaml").read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not all(isinstance(e, dict) and e.get("asked") for e in data.values()):
        raise BrokenAsset("knowledge/talk.yaml is not as it should be.", "Each entry has examples under `asked`.")
    return data


class Vectors(Protocol):
    """What embeds questions, and tells how near they come to the glossary."""

    def vectors_of(self, questions: list[str]) -> Any: ...

    def nearness(self, vector: Any) -> float: ...


class TalkAnswers:
    """Answers questions about the talk, as ``setting`` has it."""

    def __init__(
        self, near: Vectors | None, setting: Setting, kept: list[Examples] | None = None, wants: Chances | None = None
    ) -> None:
        self._near, self.setting, self._wants = near, setting, wants
        self._kept = [] if kept is None else kept
        # One turn asks for the same question more than once.
        self._nearest = lru_cache(maxsize=16)(self._looked_up)

    def read_by(self, reads: str, company: str) -> TalkAnswers:
        """The same for an assessment that a model reads; the examples are shared."""
        return TalkAnswers(self._near, replace(self.setting, reads=reads, company=company), self._kept, self._wants)

    def wanted(self, sentence: str, asked: str | None) -> Wanted | None:
        """What a sentence wants beside the question on the table, by what was learnt; None where nothing was. Raises NotReady."""
        chances = self._wants(" ".join(sentence.split()), asked) if self._wants is not None and sentence.strip() else ()
        if not chances:
            return None
        by_topic = dict(chances)
        asks = 1 - sum(by_topic.get(topic, 0.0) for topic in ASKS_NOTHING)
        terms, off = by_topic.get(TERMS, 0.0), by_topic.get(OFF_TOPIC, 0.0)
        ends, amends, harms = (by_topic.get(topic, 0.0) for topic in (BYE, AMENDS, HARM))

        def one(topic: str, instead: Wanted | None = None) -> Wanted:
            text = self.setting.chosen(load_talk().get(topic, {}).get("answer", ""))
            return Wanted(topic, by_topic[topic], text, asks, terms, off, instead, ends, amends, harms)

        best = next(topic for topic, _ in chances if topic not in ASKS_NOTHING)
        return one(best, one(next(topic for topic, _ in chances if topic in load_talk() and topic != best)))

    def _examples(self, near: Vectors) -> Examples:
        """Embedded when first needed, once for all assessments."""
        if not self._kept:
            pairs = [(key, text) for key, entry in load_talk().items() for text in entry["asked"]]
            self._kept.append(([key for key, _ in pairs], near.vectors_of([text for _, text in pairs])))
        return self._kept[0]

    def _looked_up(self, question: str) -> tuple[Near, Near, float]:
        assert self._near is not None
        return nearest(spelled_out(question), self._near, self._examples(self._near))

    def __call__(self, question: str) -> OfTheTalk | None:
        """What a question about the talk itself asks for, or None where nobody can tell; the topic is "" where it is for the glossary.

        Raises NotReady or StorageTrouble.
        """
        words = re.findall(r"\w+", question)
        if self._near is None or not words or len(words) > LONGEST:
            return None
        (key, sure), (second, less), others = self._nearest(" ".join(question.split()))
        if sure < LEAST or sure < others + AHEAD:
            return OfTheTalk("", "", sure - others)
        if not self._may_be(key, question):
            return OfTheTalk("", "", min(sure - others, -AHEAD))
        near = less >= max(LEAST, others + AHEAD, sure - NEXT_BEST)
        instead = self._answer(second, less - others) if near else None
        return replace(self._answer(key, sure - others), instead=instead if instead and instead.text else None)

    def _may_be(self, key: str, question: str) -> bool:
        """False where it was learnt that a question hardly wants an entry, however near its examples come."""
        chances = dict(self._wants(" ".join(question.split()), None)) if self._wants is not None else {}
        return chances.get(key, 1.0) >= HARDLY

    def _answer(self, key: str, lead: float) -> OfTheTalk:
        return OfTheTalk(key, self.setting.chosen(load_talk()[key].get("answer", "")), lead)


def spelled_out(question: str) -> str:
    """A question with the short forms of text messages written out, which no example has."""
    return _SHORT.sub(lambda m: SHORT_FORMS[m[0].lower()], question)


def nearest(question: str, near: Vectors, examples: Examples) -> tuple[Near, Near, float]:
    """The nearest entry, the next one after it, and the nearness of the glossary, as cosines."""
    keys, vectors = examples
    vector = near.vectors_of([question])[0]
    best: dict[str, float] = {}
    for key, cosine in zip(keys, (vectors @ vector).tolist(), strict=True):
        best[key] = max(best.get(key, -1.0), cosine)
    first, second, *_ = (*sorted(best.items(), key=lambda entry: -entry[1]), ("", -1.0))
    return first, second, near.nearness(vector)
