"""A question is answered by what it wants, as that was learnt: before any form where it is sure, and where nothing else has an answer."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.chain.fields import FIELDS
from vcassist.errors import NotReady
from vcassist.interview.ports import Answer, Citation, Passage, Wanted
from vcassist.interview.questions.by_what_is_wanted import Teller, asks_what_is_meant, known, learnt, only_asks

ASKED = "storage.encrypted"


class NoGlossary:
    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        return [], False

    def answer(self, question: str) -> Answer:
        return Answer("", (), False)

    def definition(self, term: str) -> Citation | None:
        return None

    def reachable(self) -> None: ...


class Learnt:
    """What was learnt of sentences, by a word of each."""

    def __init__(self, **by_word: Wanted) -> None:
        self.by_word = by_word

    def __call__(self, sentence: str, asked: str | None) -> Wanted | None:
        return next((w for word, w in self.by_word.items() if word in sentence), None)


def teller(learnt: Learnt, sought: str = "", noted: Fact | None = None, asked: str | None = ASKED) -> Teller:
    return Teller(
        asked,
        learnt,
        NoGlossary(),
        lambda text, question: text,
        lambda question: "",
        lambda q: sought,
        [noted] if noted else [],
    )


def told(learnt: Learnt, asks: str, **rest: object) -> tuple[str, str]:
    found, left = teller(learnt, **rest).sure_of(asks, asks)  # type: ignore[arg-type]
    return (found.answer.text if found else "", left)


def test_where_it_is_sure_the_entry_answers_and_nothing_is_left_to_ask() -> None:
    mayor = Wanted("who_reads", 0.7, "Nobody but you.", 1.0)
    assert told(Learnt(mayor=mayor), "The mayor, will he peep?") == ("Nobody but you.", "")


def test_where_it_is_not_sure_the_question_is_left_to_its_form() -> None:
    mayor = Wanted("who_reads", 0.4, "Nobody but you.", 1.0)
    assert told(Learnt(mayor=mayor), "The mayor, will he peep?") == ("", "The mayor, will he peep?")


def test_two_questions_are_answered_together_and_the_others_left() -> None:
    known = Learnt(
        mayor=Wanted("who_reads", 0.7, "Nobody but you.", 1.0),
        price=Wanted("cost", 0.7, "It is free.", 1.0),
        moon=Wanted("offtopic", 0.9, "", 1.0),
    )
    text, left = told(known, "The mayor too? And the price? Is the moon out?")
    assert text == "Nobody but you. It is free." and left == "Is the moon out?"


def test_the_reason_and_the_meaning_come_from_the_question_on_the_table() -> None:
    spec = FIELDS[ASKED]
    why, what = (Wanted(topic, 0.8, "", 1.0) for topic in ("why", "rephrase"))
    assert told(Learnt(odds=why), "What are the odds to you?")[0] == f"Why I ask: {spec.reason}"
    found, _ = teller(Learnt(scramble=what)).sure_of("To scramble what?", "To scramble what?")
    assert found is not None and found.again and "encrypted" in found.answer.text


def test_a_case_that_was_noted_is_what_is_asked_about() -> None:
    half = Fact("storage.encrypted", "known", "partly", quote="the laptops are", turn=1)
    text, _ = told(Learnt(do=Wanted("enough", 0.8, "{enough}", 1.0)), "Will the laptops do?", noted=half)
    assert "partly" in text


def test_who_looks_for_a_tool_by_its_name_is_answered_by_that() -> None:
    assert (
        told(Learnt(kept=Wanted("kept", 0.9, "Here.", 1.0)), "Where is it kept by Lumo?", sought="Not known.")[0] == ""
    )


def test_nothing_else_known_the_likeliest_entry_answers_and_else_the_question_is_put_in_other_words() -> None:
    maybe = Wanted("offtopic", 0.3, "", 1.0, off_topic=0.3, instead=Wanted("pause", 0.25, "Come back any day.", 1.0))
    found = teller(Learnt(bus=maybe)).likely("My bus goes, hm?", "My bus goes, hm?")
    assert found is not None and found.answer.text == "Come back any day."
    unlikely = Wanted("pause", 0.1, "Come back any day.", 1.0)
    found = teller(Learnt(bus=unlikely)).likely("My bus goes, hm?", "My bus goes, hm?")
    assert found is not None and found.again and "encrypted" in found.answer.text


def test_what_nobody_here_answers_gets_no_guess() -> None:
    recipe = Wanted("offtopic", 0.8, "", 1.0, off_topic=0.8, instead=Wanted("do", 0.1, "So.", 1.0))
    assert teller(Learnt(soup=recipe)).likely("How much salt in the soup?", "How much salt in the soup?") is None


def test_it_is_known_when_no_sentence_is_for_the_glossary() -> None:
    talk, term = Wanted("pause", 0.3, "", 1.0, glossary=0.02), Wanted("pause", 0.3, "", 1.0, glossary=0.3)
    assert teller(Learnt(bus=talk)).of_no_term("And the bus?", "And the bus?")
    assert not teller(Learnt(bus=term)).of_no_term("And the bus?", "And the bus?")


def test_a_short_sentence_is_understood_with_the_one_before_it() -> None:
    class Whole:
        def __call__(self, sentence: str, asked: str | None) -> Wanted:
            return Wanted("enough", 0.8 if "lock" in sentence else 0.2, "", 1.0)

    said = "There is a lock on the drawer. Good enough?"
    found = learnt(Whole(), "Good enough?", said, ASKED)
    assert found is not None and found.sure == 0.8


def test_a_message_that_told_nothing_only_asks_where_that_is_likely_and_it_is_short() -> None:
    asks = Wanted("who_reads", 0.3, "", 0.95)
    assert only_asks(Learnt(mayor=asks), "I hope the mayor sleeps.", ASKED)
    assert not only_asks(Learnt(mayor=Wanted("who_reads", 0.3, "", 0.6)), "I hope the mayor sleeps.", ASKED)
    assert not only_asks(Learnt(mayor=asks), "the mayor " * 20, ASKED)


@pytest.mark.parametrize(("sure", "meant"), [(0.8, True), (0.3, False)])
def test_who_surely_asks_what_is_meant_has_not_answered(sure: float, meant: bool) -> None:
    what = Learnt(scramble=Wanted("rephrase", sure, "", 1.0))
    assert asks_what_is_meant(what, "To scramble what?", "To scramble what?", ASKED) is meant


def test_where_it_is_out_of_use_nothing_is_known() -> None:
    def broken(sentence: str, asked: str | None) -> Wanted | None:
        raise NotReady("no", "", "wait")

    assert known(broken, "And the mayor?", None) is None


def test_a_question_of_two_clauses_has_both_answered() -> None:
    both = Learnt(mayor=Wanted("who_reads", 0.7, "Nobody but you.", 1.0), price=Wanted("cost", 0.7, "It is free.", 1.0))
    text, left = told(both, "will the mayor see it, what is the price of that?")
    assert (text, left) == ("Nobody but you. It is free.", "")


def test_what_leads_in_to_a_question_says_nothing_on_what_it_wants() -> None:
    seen: list[str] = []

    def wanted(sentence: str, asked: str | None) -> None:
        seen.append(sentence)

    known(wanted, "and um so who sees it", None)
    assert seen == ["who sees it"]


def test_whether_it_is_bad_what_was_told_is_answered_by_the_risk_that_is_named() -> None:
    none = Fact("governance.policy", "known", "no", quote="none", start=0, end=4, turn=1)
    bad = Learnt(bad=Wanted("verdict", 0.8, "It is not for me to say.", 1.0))
    said = "none, sadly. is it bad?"
    asking = Teller(
        "governance.policy", bad, NoGlossary(), lambda text, question: text, lambda question: "", lambda q: "", [none],
        risk_of=lambda fact: f"The risk of {fact.ref}.",
    )  # fmt: skip
    found, _ = asking.sure_of("is it bad?", said)
    assert found is not None and found.answer.text == "The risk of governance.policy."


def test_what_others_do_names_no_word_of_the_question() -> None:
    do = Learnt(others=Wanted("others", 0.8, "I compare nobody.", 1.0))
    assert told(do, "what do others do") == ("I compare nobody.", "")


def test_a_question_of_two_words_is_not_lost() -> None:
    assert told(Learnt(), "Why so?") == ("", "Why so?")
    assert told(Learnt(so=Wanted("who_reads", 0.9, "Nobody but you.", 1.0)), "Why so?") == ("Nobody but you.", "")


def test_who_only_asks_for_a_word_first_asks_one_thing() -> None:
    count, say = Wanted("is_unfair", 0.9, "Count.", 1.0), Wanted("right_answer", 0.9, "Say how it is.", 1.0)
    learnt = Learnt(**{"fair": count, "you think": say})
    assert told(learnt, "What do you think, is that quite fair to them?")[0] == "Count."
    assert told(learnt, "What do you think of me, is that quite fair?")[0] == "Say how it is. Count."


def test_what_is_all_but_certain_is_answered_whatever_form_the_question_has() -> None:
    asks = "Is it then yes or no, with the boys?"
    certain, likely = (Wanted("tool_safe", sure, "Not alone.", 1.0) for sure in (0.95, 0.7))
    assert told(Learnt(boys=certain), asks, asked="governance.policy")[0] == "Not alone."
    assert told(Learnt(boys=likely), asks, asked="governance.policy")[0] == ""


def test_who_has_answered_and_asks_what_that_is_means_the_question() -> None:
    what = Wanted("what", 0.9, "This is vcassist.", 1.0)
    half = Fact("storage.encrypted", "known", "no", quote="nobody did", turn=1)
    assert "encrypted" in told(Learnt(this=what), "what is this?", noted=half)[0]
    assert told(Learnt(this=what), "what is this?")[0] == "This is vcassist."
