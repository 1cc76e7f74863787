"""What was answered in a talk is not told again in full."""

from __future__ import annotations

from vcassist.interview import phrases
from vcassist.interview.ports import Answer, Citation, OfTheTalk, Passage
from vcassist.interview.questions.told_once import GlossaryOnce, ToldOnce
from vcassist.interview.session import Session, Turn

WHO = "Whoever has the secret link reads it. Nobody is sent anything, not your boss. The owner of the computer could read it."


def talk(*replies: str) -> Session:
    return Session("s", "2026-01-01", tuple(Turn(n, said="so?", reply=reply) for n, reply in enumerate(replies)))


def test_an_answer_is_told_in_full_once_and_then_by_the_sentence_nearest_to_the_question() -> None:
    told = ToldOnce(talk()).told(lambda text, question: text)
    assert told(WHO, "who reads this?") == WHO
    again = ToldOnce(talk(f"{WHO} What is it used for?")).told(lambda text, question: text)
    assert again(WHO, "is it sent to my boss?") == phrases.AS_I_SAID.format("Nobody is sent anything, not your boss.")


def test_the_same_short_form_is_not_said_twice_either() -> None:
    replies = [WHO]
    for _ in range(4):
        replies.append(ToldOnce(talk(*replies)).again(WHO, "who?"))
    assert len(set(replies)) == len(replies)
    assert replies[-1] == phrases.SAID_ALL


def test_how_the_session_stands_is_told_as_often_as_it_is_asked_for() -> None:
    noted = "I have: the tool is Lumo and it drafts."
    told = ToldOnce(talk(noted)).told(lambda text, question: text.format(noted=noted))
    assert told("{noted}", "what have you noted?") == noted


def test_the_next_best_answer_takes_the_place_of_one_that_was_told() -> None:
    other = OfTheTalk("get_hold", "By the link or the report, if you give them one.")
    known = OfTheTalk("who_reads", WHO, instead=other)
    assert ToldOnce(talk()).fresh(known) is known
    assert ToldOnce(talk(WHO)).fresh(known) is other
    assert ToldOnce(talk(WHO, other.text)).fresh(known) is known


def test_what_is_not_known_is_said_in_other_words_the_second_time() -> None:
    answer = Answer("That I cannot answer, it is beyond me.", (), False)
    assert ToldOnce(talk()).uncovered(answer) == answer
    assert ToldOnce(talk(answer.text)).uncovered(answer).text in phrases.NOT_KNOWN_EITHER


class Two:
    """A glossary with one answer of two passages."""

    quotes = ("A foundry makes chips for other firms.", "Most of them stand in Taiwan and Korea.")

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return [], False

    def answer(self, question: str) -> Answer:
        return Answer(" ".join(self.quotes), tuple(Citation("foundry", q) for q in self.quotes), True)

    def definition(self, term: str) -> Citation | None:
        return Citation(term, self.quotes[0])

    def reachable(self) -> None: ...


def test_of_an_entry_only_what_was_not_told_is_left() -> None:
    first, second = Two.quotes
    assert GlossaryOnce(Two(), ToldOnce(talk(first))).answer("foundry?").text == second
    assert GlossaryOnce(Two(), ToldOnce(talk(first, second))).answer("foundry?").text == phrases.AS_I_SAID.format(first)
    assert GlossaryOnce(Two(), ToldOnce(talk(first))).definition("foundry") is None
