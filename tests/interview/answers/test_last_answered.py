"""A correction right behind an answer that names nothing is of that answer, and nothing of it answers the question that is open now."""

from __future__ import annotations

import pytest
from talks import answered, ask
from worlds import Talk

from vcassist.interview.answers.last_answered import excuses_a_choice, last_answered, led_back


def after(ref: str, said: str, now: str) -> Talk:
    return ask(answered(ref, said), now)


def values(t: Talk, *refs: str) -> tuple[object, ...]:
    return tuple(t.session.chain.value(ref) for ref in refs)


@pytest.mark.parametrize(
    "said",
    [
        "no wait, only sometimes",
        "hang on, sometimes",
        "scratch that. sometimes",
        "scrub that, I was reading from the handbook. sometimes",
        "Sorry, sometimes. My colleague corrects me.",
        "oops, I meant sometimes",
        "kindly disregard my last answer. It is sometimes",
        "no, sometimes, sorry",
        "sorry, sometimes I mean",
        "Not true. Sometimes.",
        "No, the last one. Sometimes.",
    ],
)
def test_what_takes_back_the_last_answer_sets_it_right_and_answers_nothing_else(said: str) -> None:
    t = after("application.human_review", "always", "governance.policy")
    t.say(said)
    assert values(t, "application.human_review", "governance.policy") == ("sometimes", None)


def test_a_half_yes_behind_the_lead_is_one() -> None:
    t = after("governance.people_consulted", "yes", "governance.exit_clause")
    t.say("no wait. so-so. Only a few were there")
    assert values(t, "governance.people_consulted", "governance.exit_clause") == ("partly", None)


def test_what_somebody_else_says_of_the_last_answer_counts() -> None:
    t = after("storage.encrypted", "no", "storage.country")
    t.say("sorry, Luc just told me yes, it is encrypted")
    assert values(t, "storage.encrypted") == ("yes",)


@pytest.mark.parametrize(
    "said", ["Sorry, no.", "I'm sorry, no", "well, no, I'm afraid", "no, no we don't", "no no no, never"]
)
def test_a_polite_no_answers_the_open_question(said: str) -> None:
    t = after("governance.policy", "yes", "governance.staff_trained")
    t.say(said)
    assert values(t, "governance.policy", "governance.staff_trained") == ("yes", "no")


def test_who_only_makes_time_answers_the_open_question() -> None:
    t = after("governance.policy", "yes", "application.human_review")
    t.say("Hold on, I have to look. It is always.")
    assert values(t, "governance.policy", "application.human_review") == ("yes", "always")


def test_words_of_the_open_question_are_its_answer() -> None:
    t = after("governance.policy", "yes", "governance.staff_trained")
    t.say("no no, nobody was trained")
    assert values(t, "governance.policy", "governance.staff_trained") == ("yes", "no")


def test_what_was_said_long_ago_is_not_the_last_answer() -> None:
    t = answered("organisation.country", "Ghana", **{"governance.policy": "yes"})
    ask(t, "governance.policy").say("no")
    assert last_answered(t.session) is not None
    ask(t, "storage.supplier").say("sorry, earlier I said Ghana, I meant Togo")
    assert values(t, "organisation.country", "governance.policy") == ("TG", "no")


@pytest.mark.parametrize(
    "said",
    [
        "No, that's not true, is it. Only sometimes.",
        "I'm fibbing, it is sometimes",
        "I told you nonsense. Sometimes.",
    ],
)
def test_who_calls_their_last_answer_untrue_sets_it_right(said: str) -> None:
    t = after("application.human_review", "always", "governance.policy")
    t.say(said)
    assert values(t, "application.human_review", "governance.policy") == ("sometimes", None)


def test_who_denies_how_much_they_told_means_the_last_answer() -> None:
    t = after("application.labels_content", "yes, all of them", "application.tells_people")
    t.say("no hang on not all, some do")
    assert values(t, "application.labels_content", "application.tells_people") == ("partly", None)


def test_a_choice_that_may_answer_the_open_question_is_its_answer() -> None:
    t = after("application.human_review", "always", "governance.policy")
    t.say("sorry, no")
    assert values(t, "application.human_review", "governance.policy") == ("always", "no")


@pytest.mark.parametrize("said", ["Sorry I am late", "wait, let me check", "-" * 4000 + "a" * 40])
def test_an_excuse_alone_means_no_answer(said: str) -> None:
    assert not excuses_a_choice(said)


def test_the_last_one_may_be_an_option() -> None:
    assert led_back("The last one, I think.") == (0, 0)


@pytest.mark.parametrize(
    ("ref", "said", "now", "value"),
    [
        ("application.tells_people", "yes, everyone", "Not quite everyone. The ones in homes hear it sometimes.", "partly"),
        ("governance.staff_trained", "yes, all of us", "hmm not everybody. the two new ones were away", "partly"),
        ("monitoring.bias_tested", "no, nobody", "not exactly nobody. Aya looked at the women once", "partly"),
    ],
)  # fmt: skip
def test_who_begins_by_denying_how_many_they_told_means_the_last_answer(
    ref: str, said: str, now: str, value: str
) -> None:
    t = after(ref, said, "data.personal_data")
    t.say(now)
    assert values(t, ref, "data.personal_data") == (value, None)
