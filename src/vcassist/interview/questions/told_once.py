"""What was answered in this talk is not said again in full: what is left of an entry, the next best one, or one sentence of it. Pure but for its ports.

Whoever asks again, or asks of another side of the matter, learns nothing from the same paragraph, and takes it for a machine that
does not listen. How things stand (what is noted, what is missing) changes as the talk goes on, and is told whenever it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from vcassist.interview import phrases
from vcassist.interview.meant import stems
from vcassist.interview.ports import Answer, Citation, Glossary, OfTheTalk, Passage
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session

# A sentence of fewer words says nothing by itself ("Yes.", "I am sorry.").
LEAST = 4
# A place that is filled with how the session stands.
_FILLED = "{"


class ToldOnce:
    """What the replies of a session have told, and answers that do not tell it again."""

    def __init__(self, session: Session) -> None:
        self._replies = [_plain(turn.reply) for turn in session.turns if turn.said]

    def before(self, text: str) -> bool:
        """Whether a text was told in this talk: its first sentence that says something by itself stands in a reply."""
        first = next(iter(_telling(text)), "")
        return bool(first) and any(first in reply for reply in self._replies)

    def again(self, text: str, question: str) -> str:
        """What was told before, in one sentence: the one nearest to the question by its words, and each at most once more."""
        asked = stems(question)
        parts = sorted(_telling(text), key=lambda part: -len(asked & stems(part)))
        for part in parts:
            short = phrases.AS_I_SAID.format(part)
            if not any(short in reply for reply in self._replies):
                return short
        return phrases.SAID_ALL

    def fresh(self, known: OfTheTalk) -> OfTheTalk:
        """What is known of the talk, or the next best answer in the place of one that was told, where there is one."""
        if known.instead is None or _FILLED in known.text or not self.before(known.text):
            return known
        return known if self.before(known.instead.text) else known.instead

    def told(self, told: Callable[[str, str], str]) -> Callable[[str, str], str]:
        """``told``, in short where an answer on the talk was told before."""

        def filled(text: str, question: str) -> str:
            full = told(text, question)
            return full if _FILLED in text or not self.before(full) else self.again(full, question)

        return filled

    def uncovered(self, answer: Answer) -> Answer:
        """An answer that says that nothing is known, in other words where that was said before."""
        if answer.covered or answer.citations or not self.before(answer.text):
            return answer
        at = sum(_plain(answer.text) in reply for reply in self._replies)
        return replace(answer, text=phrases.pick(phrases.NOT_KNOWN_EITHER, at))


class GlossaryOnce:
    """A glossary that leaves out passages which were told in this talk, as long as others are left of its answer."""

    def __init__(self, glossary: Glossary, told: ToldOnce) -> None:
        self._glossary, self._told = glossary, told

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return self._glossary.search(query, limit)

    def answer(self, question: str) -> Answer:
        answer = self._glossary.answer(question)
        new = tuple(c for c in answer.citations if not self._told.before(c.quote))
        if len(new) == len(answer.citations) or answer.text != " ".join(c.quote for c in answer.citations):
            return answer
        if new:
            return replace(answer, text=" ".join(c.quote for c in new), citations=new)
        first = answer.citations[0]
        return replace(answer, text=self._told.again(first.quote, question), citations=(first,))

    def definition(self, term: str) -> Citation | None:
        found = self._glossary.definition(term)
        return None if found is None or self._told.before(found.quote) else found

    def reachable(self) -> None:
        self._glossary.reachable()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _telling(text: str) -> list[str]:
    """The sentences of a text that say something by themselves."""
    return [s for m in SENTENCE.finditer(_plain(text)) if len((s := m[0].strip()).split()) >= LEAST]
