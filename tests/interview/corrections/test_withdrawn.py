"""What one sentence takes back and another tells anew is set right; where nothing is told it is asked after."""

from __future__ import annotations

from dataclasses import replace

from talks import ask, talk

from vcassist.interview.corrections.withdrawn import with_what_is_told_anew
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Touch

TRAINS, REVIEW, OPEN = "model.trains_on_inputs", "application.human_review", "model.alternative"
SAID = "As to whether the firm may learn from it: I denied it, and I should not have. The agreement does allow it."
NOTHING = Heard(reading=Reading((), "answer"))


def comes_to(heard: Heard = NOTHING, said: str = SAID, review: float = 0.0, **by: float) -> Heard:
    """What a message comes to, of which the sentence with "denied" takes the training back, and "allow" says ``yes``."""
    t = talk()
    t.know(**{TRAINS: "no", REVIEW: "always"})
    ask(t, OPEN)
    wrong = {TRAINS: 0.9, REVIEW: review}

    def touches(words: str, asked: str | None, notes: list[tuple[str, str]]) -> list[Touch]:
        return [Touch(away=wrong[ref] if "denied" in words else 0.0) for ref, _ in notes]

    def answers(words: str, key: str) -> list[tuple[str, float]]:
        likely = by.get("allows", 0.9) if "allow" in words and "denied" not in words else 0.0
        return [("yes", likely), ("no", 0.0), ("", 1 - likely)]

    return with_what_is_told_anew(heard, said, t.session, 7, replace(t.tools, touches=touches, answers=answers))


def test_the_other_sentence_says_what_is_right_instead() -> None:
    heard = comes_to()
    assert [(old.value, new.value) for old, new in heard.replaced] == [("no", "yes")]
    assert heard.facts[0].quote == "The agreement does allow it."
    assert SAID[heard.facts[0].start : heard.facts[0].end] == heard.facts[0].quote


def test_where_no_sentence_tells_it_plainly_it_is_asked_after() -> None:
    assert comes_to(allows=0.4).change == TRAINS


def test_what_may_be_of_two_notes_changes_none() -> None:
    assert comes_to(review=0.8) == NOTHING


def test_a_message_that_takes_nothing_back_or_came_to_something_is_left() -> None:
    assert comes_to(said="As to whether the firm may learn from it. The agreement does allow it.") == NOTHING
    moved = replace(NOTHING, change=None, removed=(REVIEW,))
    assert comes_to(moved) == moved
