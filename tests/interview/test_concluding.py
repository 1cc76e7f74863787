"""What somebody wants an answer noted as closes it, whatever its reasons were read as."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.answers.offered import concluded


@pytest.mark.parametrize(
    ("ref", "said", "value"),
    [
        ("application.human_review", "Always, though at night nobody looks, so call it sometimes.", "sometimes"),
        (
            "application.human_review",
            "Never in the week. On Saturdays my mother does. Put sometimes then.",
            "sometimes",
        ),
        ("governance.staff_trained", "Yes, but it was one hour for two of us, let's say partly", "partly"),
        ("storage.retention_limit", "No, well, there is a paper, please note it as partly.", "partly"),
        ("application.human_review", "it is neither “always” nor “never”", "sometimes"),
        ("governance.policy", "neither yes nor no", "partly"),
    ],
)
def test_the_choice_that_an_answer_comes_to_wins(ref: str, said: str, value: str) -> None:
    read = Fact(ref, "known", "never" if "review" in ref else "no", said[:5], 0, 5)
    (fact,) = concluded((read,), said, ref, 1)
    assert (fact.value, fact.quote in said) == (value, True)


@pytest.mark.parametrize(
    "said", ["we never call it sometimes a day", "they put sometimes two on it", "nobody says always here"]
)
def test_words_of_a_choice_within_a_story_conclude_nothing(said: str) -> None:
    assert concluded((), said, "application.human_review", 1) == ()


def test_of_two_values_both_denied_the_third_settles_a_contradiction() -> None:
    t = talk()
    ask(t, "application.human_review").say("never")
    ask(t, "application.human_review", "conflict", old="never", new="always").say("Neither always nor never.")
    assert t.session.chain.value("application.human_review") == "sometimes"
