"""Questions without a mark, in the middle of a sentence or behind their topic, are heard where they come near to what people ask."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import OfTheTalk, Wanted
from vcassist.interview.questions.asked_by_meaning import with_those_meant
from vcassist.interview.questions.asking import parts_of
from vcassist.interview.questions.by_what_is_wanted import WantedBy

KNOWN = (
    "who'll be told of this", "what happens with my words", "are they any better", "why'd you want that", "who reads it", "forbidden",
)  # fmt: skip


def about(question: str) -> OfTheTalk:
    """The talk knows what is asked in these words; all else is for the glossary."""
    return OfTheTalk("known", "So it is.", 0.3) if any(k in question for k in KNOWN) else OfTheTalk("", "", -0.4)


def heard(said: str, asked: str | None = None) -> tuple[str, str]:
    parts = with_those_meant(parts_of(said, asked), said, asked, about)
    assert len(parts.tells) == len(said)
    return parts.tells.strip(), parts.asks


@pytest.mark.parametrize(
    ("said", "tells", "asks"),
    [
        ("it is Dora's job and who'll be told of this once we are through", "it is Dora's job", "and who'll be told of this once we are through"),
        ("we bin them on Fridays what happens with my words by the way", "we bin them on Fridays", "what happens with my words by the way"),
        ("They are not told. The bakers next door, are they any better?", "They are not told.", "The bakers next door, are they any better?"),
        ("needs the net. why'd you want that", "needs the net.", "why'd you want that"),
        ("a driver got hurt, are they any better", "a driver got hurt,", "are they any better"),
        ("boss - are they any better", "boss -", "are they any better"),
        ("nobody. just say is it forbidden to", "nobody.", "just say is it forbidden to"),
        ("nobody is told and I do hope that is not forbidden", "nobody is told and", "I do hope that is not forbidden"),
    ],
)  # fmt: skip
def test_what_asks_by_its_meaning_is_taken_out(said: str, tells: str, asks: str) -> None:
    assert heard(said) == (tells, asks)


@pytest.mark.parametrize(
    "said",
    [
        "I know what happens with my words", "the girl who reads it checks it", "that depends on who reads it",
        "what they did say is what happens with my words stays here", "we write, who reads it is my sister",
        "the rule is who reads it signs it", "in spring the doctor reads it all", "is it",
    ],
)  # fmt: skip
def test_what_is_told_in_such_words_stays(said: str) -> None:
    assert heard(said) == (said, "")


def test_what_is_near_to_nothing_stays_however_it_is_put() -> None:
    said = "we drive out in the van and what becomes of the mud nobody minds"
    assert heard(said) == (said, "")


def test_several_questions_stay_in_their_order_and_apart() -> None:
    said = "We bin it. why'd you want that who'll be told of this and who reads it. How long does it take?"
    assert heard(said)[1] == "why'd you want that who'll be told of this? and who reads it. How long does it take?"


def test_a_message_that_only_asks_so_tells_nothing() -> None:
    assert heard("and who'll be told of this when the whole thing is over and done with and we are home")[0] == ""


def wanting(topic: str, sure: float, asks: float = 1.0, words: str = "") -> WantedBy:
    """It was learnt that what holds ``words`` wants ``topic``, and that all else hardly asks."""

    def wanted(sentence: str, asked: str | None) -> Wanted:
        return Wanted(topic, sure, "", asks) if words in sentence else Wanted("what", 0.1, "", 0.05)

    return wanted


def learnt_from(said: str, wanted: WantedBy, states: bool = False) -> tuple[str, str]:
    parts = with_those_meant(
        parts_of(said, "model.licence"), said, "model.licence", about, wanted, lambda sentence: states
    )
    return parts.tells.strip(), parts.asks


def test_a_sentence_asks_in_whatever_words_where_that_was_learnt() -> None:
    said = "It is MIT. With that the bishop would be content, or he would not?"
    assert learnt_from(said, wanting("verdict", 0.3, 0.7, "bishop")) == (
        "It is MIT.",
        "With that the bishop would be content, or he would not?",
    )
    assert learnt_from(said, wanting("verdict", 0.2, 0.7, "bishop")) == (said, "")


def test_what_stands_before_its_answer_puts_the_question_once_more() -> None:
    assert learnt_from("The licence on it? MIT, I looked.", wanting("rephrase", 0.4, 1.0, "licence")) == (
        "The licence on it? MIT, I looked.",
        "",
    )


def test_half_an_answer_with_a_mark_answers() -> None:
    said = "They show it at the door. So partly, I guess?"
    assert learnt_from(said, wanting("enough", 0.6, 1.0, "guess")) == (said, "")


def test_without_a_mark_it_must_be_surer_and_its_words_stay_told() -> None:
    said = "It is MIT. Would be lovely to hear that the mayor never learns of it."
    asks = "Would be lovely to hear that the mayor never learns of it."
    assert learnt_from(said, wanting("who_reads", 0.6, 0.95, "mayor")) == (said, asks)
    assert learnt_from(said, wanting("who_reads", 0.4, 0.95, "mayor")) == (said, "")
    assert learnt_from(said, wanting("who_reads", 0.6, 0.8, "mayor")) == (said, "")


def test_a_case_on_which_a_sentence_surely_asks_stays_told() -> None:
    said = "It is MIT. The mayor rents the machines from a firm in Gdynia."
    assert learnt_from(said, wanting("apart", 0.5, 1.0, "mayor")) == (said, "")
    assert learnt_from(said, wanting("apart", 0.9, 1.0, "mayor")) == (
        said,
        "The mayor rents the machines from a firm in Gdynia.",
    )


def test_what_seems_to_state_something_asks_nothing_without_a_mark() -> None:
    said = "It is MIT. The mayor rents the machines from a firm in Gdynia."
    assert learnt_from(said, wanting("who_reads", 0.9, 1.0, "mayor"), states=True) == (said, "")


def test_who_does_not_know_asks_only_where_that_is_quite_sure() -> None:
    said = "We found it on a stick. I really don't know what is written on it."
    assert learnt_from(said, wanting("rephrase", 0.7, 1.0, "written")) == (said, "")
    assert learnt_from(said, wanting("rephrase", 0.85, 1.0, "written"))[1] != ""


def test_what_hardly_asks_is_no_question_however_near_it_comes() -> None:
    said = "it is Dora's job and who'll be told of this once we are through"
    assert heard(said)[1] == "and who'll be told of this once we are through"
    assert learnt_from(said, wanting("self", 0.9, words="nowhere")) == (said, "")


def test_a_verb_behind_another_subject_asks_nothing() -> None:
    assert heard("it is it helps us with who reads it", "application.decision_role")[1] == ""


def dictated(said: str, **wants: Wanted) -> str:
    """What is asked in a message without marks, where it was learnt what clauses with a word want."""

    def wanted(sentence: str, asked: str | None) -> Wanted:
        return next((w for word, w in wants.items() if word in sentence), Wanted("what", 0.05, "", 0.3))

    parts = parts_of(said, None)
    return with_those_meant(parts, said, None, lambda question: OfTheTalk("", "", -0.4), wanted).asks


SURE, NOT_SURE = Wanted("legal", 0.8, "", 1.0), Wanted("legal", 0.4, "", 1.0)


def test_a_clause_asks_where_it_was_learnt_that_such_clauses_do() -> None:
    said = "nobody is told on the quay and um so is it even allowed what we do"
    assert "is it even allowed" in dictated(said, allowed=SURE)
    assert dictated(said, allowed=NOT_SURE) == ""


def test_what_is_dictated_may_ask_behind_any_word() -> None:
    said = "we weigh the fish and it goes to the buyer at night and you left my thing is it allowed to sell so"
    assert dictated(said, allowed=SURE) == "is it allowed to sell so"
    assert dictated("we have it allowed", allowed=SURE) == ""


def test_why_you_ask_is_asked_behind_any_word() -> None:
    why = Wanted("why", 0.8, "", 1.0)
    assert dictated("it is and what cups they drink from why are you asking", asking=why) == "why are you asking"
    assert dictated("which of your two boxes is that then", boxes=why).startswith("which of your two boxes")
