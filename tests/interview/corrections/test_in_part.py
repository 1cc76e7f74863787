"""A correction that holds for some of the times or people makes the middle of two ends; one that holds wholly does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.corrections.in_part import held_in_part, in_part_only, not_all_after_all, not_wholly
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Stated
from vcassist.interview.session import Contradiction

REVIEW = "application.human_review"


def held(ref: str, old: str, new: str, said: str, quote: str) -> object:
    start = said.index(quote)
    was = Fact(ref, "known", old, "it was so")
    return held_in_part(was, Fact(ref, "known", new, quote, start, start + len(quote)), said).value


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("At night the letters go out unread.", "go out unread"),
        ("When the queue is long he signs without looking.", "signs without looking"),
        ("The rest of the week nobody looks at it.", "nobody looks at it"),
        ("Every other week she is in Levin, and then it goes out unread.", "it goes out unread"),
        ("The weekend ones go up without anybody reading them.", "without anybody reading them"),
        ("She is off, and on Fridays it is sent as it comes.", "sent as it comes"),
    ],
)
def test_some_of_the_times_make_always_a_sometimes(said: str, quote: str) -> None:
    assert held("application.human_review", "always", "never", said, quote) == "sometimes"


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Nobody looks at it any more.", "Nobody looks at it"),
        ("When we painted in May it came off, so nobody checks it.", "nobody checks it"),
        ("It goes out unread.", "goes out unread"),
        ("These days no answer is looked at.", "no answer is looked at"),
    ],
)
def test_what_holds_wholly_stands_as_it_is_said(said: str, quote: str) -> None:
    assert held("application.human_review", "always", "never", said, quote) == "never"


def test_a_yes_for_some_people_only_is_partly() -> None:
    said = "The older ones never signed it."
    assert held("data.consent", "yes", "no", said, "never signed it") == "partly"


def test_what_has_no_middle_stays() -> None:
    said = "On Mondays it only recommends."
    assert held("application.decision_role", "decides", "recommends", said, "only recommends") == "recommends"


def test_who_has_a_value_written_down_means_it_whole() -> None:
    said = "That was only for the members, so mark it as no please."
    assert held("data.personal_data", "yes", "no", said, "only for the members, so mark it as no") == "no"
    assert held("data.personal_data", "yes", "no", "There are names only for the members.", "names only") == "partly"


def test_a_contradiction_that_only_says_that_it_is_not_all_makes_the_middle() -> None:
    t = talk()
    t.know(application__human_review="always")
    said = "And the phone call, they dont always, it went straight out."
    seen = Contradiction("application.human_review", "always", "never", "always", "it went straight out")
    (new,) = not_all_after_all(Heard(conflicts=(seen,)), said, t.session, 5).facts
    assert (new.value, said[new.start : new.end]) == ("sometimes", new.quote)
    plain = replace(seen, new_quote="They never do")
    assert not_all_after_all(Heard(conflicts=(plain,)), "They never do it here.", t.session, 5).conflicts


def test_who_says_that_they_do_not_always_repeats_no_whole() -> None:
    always = Fact("application.human_review", "known", "always", "always")
    assert not_wholly(always, always, "they don't always sign").value == "sometimes"
    assert not_wholly(always, always, "the internet works here, not always").value == "always"
    assert not_wholly(always, always, "always, I said").value == "always"


def test_a_middle_that_contradicts_the_whole_takes_its_place() -> None:
    t = talk()
    t.know(application__human_review="always")
    said = "they don't always sign it though"
    conflict = Contradiction("application.human_review", "always", "sometimes", "a nurse signs", said)
    heard = not_all_after_all(Heard(conflicts=(conflict,)), said, t.session, 3)
    assert [f.value for f in heard.facts] == ["sometimes"] and not heard.conflicts


@pytest.mark.parametrize(
    ("ref", "old", "new", "said", "quote"),
    [
        ("model.tested_locally", "yes", "no", "Only essays in Finnish were tested. Those in English were not tested.", "Those in English were not tested"),
        ("model.tested_locally", "yes", "no", "That was in Arabic only. We never ran Kurdish.", "never ran Kurdish"),
        ("application.appeal", "no", "yes", "They can contest it. Hardly any of them know about it.", "They can contest it"),
        ("storage.retention_limit", "no", "yes", "There is a rule. I saw a file of 2010, so that's how well they follow it.", "There is a rule"),
        ("storage.retention_limit", "yes", "no", "The rule exists on paper. It is not observed.", "It is not observed"),
    ],
)  # fmt: skip
def test_what_the_sentence_beside_it_leaves_is_a_part(ref: str, old: str, new: str, said: str, quote: str) -> None:
    start = said.index(quote)
    pair = Fact(ref, "known", old, "x"), Fact(ref, "known", new, quote, start, start + len(quote))
    (told,) = in_part_only(Heard((pair[1],), (pair,)), said, Chain()).facts
    assert told.value == "partly"


def test_what_is_only_a_problem_leaves_the_whole() -> None:
    said = "We do train them now. Only problem is the time."
    pair = Fact("governance.staff_trained", "known", "no", "x"), Fact("governance.staff_trained", "known", "yes", "We do train them now", 0, 20)  # fmt: skip
    (told,) = in_part_only(Heard((pair[1],), (pair,)), said, Chain()).facts
    assert told.value == "yes"


@pytest.mark.parametrize(("chance", "value"), [(0.9, "sometimes"), (0.0, "sometimes")])
def test_however_plainly_nobody_looks_at_night_it_is_no_never(chance: float, value: str) -> None:
    said = "at night nobody looks at it"
    was, new = Fact(REVIEW, "known", "always", "always"), Fact(REVIEW, "known", "never", said, 0, len(said))
    assert held_in_part(was, new, said, stated=lambda sentence: [Stated(REVIEW, "never", chance)]).value == value


def test_on_a_day_on_which_all_is_looked_at_nothing_is_limited() -> None:
    said = "on Thursdays she goes through all their marks"
    was, new = Fact(REVIEW, "known", "never", "never"), Fact(REVIEW, "known", "always", said, 0, len(said))
    assert held_in_part(was, new, said, stated=lambda sentence: [Stated(REVIEW, "always", 0.9)]).value == "always"


def test_what_is_asked_back_is_asked_as_a_part() -> None:
    said = "The weekend ones go up without anybody reading them."
    was = Fact(REVIEW, "known", "always", "I read every line")
    doubt = Contradiction(REVIEW, "always", "never", was.quote, said)
    (left,) = in_part_only(Heard(conflicts=(doubt,)), said, Chain({REVIEW: was})).conflicts
    assert left.new == "sometimes"
