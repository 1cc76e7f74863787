"""How likely a message states a choice, and what follows from that."""

from __future__ import annotations

from vcassist.chain.facts import Fact
from vcassist.interview.chances import another_choice, chance_of, chance_stated, likeliest

CHANCES = {"yes": 0.7, "no": 0.1, "": 0.2}


def test_the_likeliest_choice_is_none_of_no_choices() -> None:
    assert likeliest(CHANCES) == "yes" and likeliest({"": 1.0}) == ""


def test_another_choice_is_one_that_is_not_held_and_likely_enough() -> None:
    assert another_choice(CHANCES, ("no",), 0.7) == "yes"
    assert another_choice(CHANCES, ("yes",), 0.0) == another_choice(CHANCES, ("no",), 0.8) == ""


def test_a_list_is_as_likely_as_the_likeliest_of_it() -> None:
    assert chance_of(CHANCES, ("no", "yes")) == 0.7 and chance_of({}, "yes") == 0.0


def test_words_state_an_answer_as_likely_as_the_encoder_has_it_for_its_question() -> None:
    learnt = {("we do", "governance.policy"): CHANCES}
    answer = Fact("governance.policy", "known", "yes")
    told = [
        chance_stated(words, answer, lambda say, key: learnt.get((say, key), {}).items()) for words in ("we do", "x")
    ]
    assert told == [0.7, 0.0]
