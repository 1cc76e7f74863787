"""A yes or no set off at the beginning of a longer answer, and what a message comes to in the end."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.answers.offered import concluded, plainly_said

PUBLISHED, POLICY = "governance.transparency_published", "governance.policy"


def heard(said: str, ref: str) -> str | None:
    return next((str(f.value) for f in plainly_said((), said, ref, 1) if f.ref == ref), None)


def test_a_yes_set_off_answers_where_it_goes_on_in_words_of_the_question() -> None:
    said = "Yes, on our Instagram, eleven thousand followers, there everybody can see how we use the AI."
    assert heard(said, PUBLISHED) == "yes"
    said = "No, the board of the club has never in all these years written any rules for it."
    assert heard(said, POLICY) == "no"


@pytest.mark.parametrize(
    "said",
    [
        "Yes, it is raining here and the children of the school are waiting at the door.",
        "Yes, on our Instagram everybody can see how we use it, but only who follows us there.",
        "No, wait, everybody can see how we use the AI on our page, I think it was in May.",
        "Yes, everybody can see how we use the AI, but where would I look for that page now?",
    ],
)
def test_what_speaks_of_something_else_turns_or_asks_does_not(said: str) -> None:
    assert heard(said, PUBLISHED) is None


def test_what_follows_from_another_matter_answers_nothing() -> None:
    said = "They write in their full names. So yes, one can recognise them."
    told = Fact("data.personal_data", "known", "yes", "They write in their full names", 0, 30)
    assert concluded((told,), said, "data.representative", 1) == (told,)
    assert [f.value for f in concluded((), "Two of them took it. So yes.", "governance.staff_trained", 1)] == ["yes"]


def test_what_a_message_concludes_for_another_of_the_kind_is_not_put_on_the_one_that_was_asked_about() -> None:
    said = "The tickets name the traveller. On the tide tables is only water, so no."
    told = (
        Fact("data.personal_data", "known", "yes", "The tickets name the traveller", 0, 30, 1),
        Fact("data-2.personal_data", "known", "no", "only water, so no", 51, 68, 1),
    )
    assert concluded(told, said, "data.personal_data", 1) == told
