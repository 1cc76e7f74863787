"""A yes or no set off at the beginning of a longer answer, and what a message comes to in the end."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.answers.offered import YES, concluded, in_offered_words, plainly_said

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


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("Bakers and their lads. Those on the payroll. Staff isn't it. Workers, you'd say.", ("workers",)),
        ("Shepherds up the valley. Call them farmers.", ("farmers",)),
        ("Whoever walks in, and who does the shelves. Customers and workers, in your words.", ("customers", "workers")),
        ("The little ones of the brass band. Children, then.", ("children",)),
    ],
)
def test_whom_somebody_calls_in_the_offered_words_at_last_is_all_that_is_meant(
    said: str, values: tuple[str, ...]
) -> None:
    read = Fact("application.affected_people", "known", ("other", "staff"), said, 0, len(said))
    assert set(concluded((read,), said, "application.affected_people", 1)[-1].values) == set(values)


@pytest.mark.parametrize(
    "said", ["Workers come in, then they go.", "Children, mostly.", "Patients and their families."]
)
def test_a_set_that_is_only_told_is_left_to_the_reader(said: str) -> None:
    assert concluded((), said, "application.affected_people", 1) == ()


def test_what_a_message_concludes_for_another_of_the_kind_is_not_put_on_the_one_that_was_asked_about() -> None:
    said = "The tickets name the traveller. On the tide tables is only water, so no."
    told = (
        Fact("data.personal_data", "known", "yes", "The tickets name the traveller", 0, 30, 1),
        Fact("data-2.personal_data", "known", "no", "only water, so no", 51, 68, 1),
    )
    assert concluded(told, said, "data.personal_data", 1) == told


def test_a_yes_that_somebody_reports_is_one() -> None:
    said = "The engineer said yes, he take the data and make the app better next year."
    [fact] = plainly_said((), said, "monitoring.feedback_reused", 3)
    assert (fact.value, fact.quote) == ("yes", "yes")
    assert plainly_said((), "The engineer said yes, but not always.", "monitoring.feedback_reused", 3) == ()


@pytest.mark.parametrize(
    ("said", "sector"), [("fishing", "agriculture"), ("fisheries", "agriculture"), ("we fish", None), ("tourism", "business"), ("a radio", "media")]
)  # fmt: skip
def test_a_trade_in_few_words_is_a_field_of_work(said: str, sector: str | None) -> None:
    found = in_offered_words(said, "organisation.sector", 3)
    assert (found[0].value if found else None) == sector


def test_a_choice_by_its_label_alone_is_the_only_one() -> None:
    said = "That would be the public web, as far as I can see."
    read = Fact("data.sources", "known", ("public_web", "open_data"), said, 0, len(said), 1)
    (told,) = plainly_said((read,), said, "data.sources", 1)
    assert told.value == ("public_web",)
    more = "the public web, and what the ministry lays open"
    both = Fact("data.sources", "known", ("public_web", "open_data"), more, 0, len(more), 1)
    assert plainly_said((both,), more, "data.sources", 1) == (both,)


def test_no_clue_says_no_to_nothing() -> None:
    assert heard("no clue if it learns", POLICY) is None
    assert heard("no", POLICY) == "no"


def test_a_choice_that_holds_only_for_some_is_left_to_the_reader() -> None:
    said, ref = "Always for the bad ones", "application.human_review"
    read = Fact(ref, "known", "sometimes", said, 0, len(said), 2)
    assert plainly_said((read,), said, ref, 2) == (read,)


def test_an_always_whose_exception_a_reader_heard_behind_it_is_none() -> None:
    said, review = "Always. Well, at night nobody reads them.", "application.human_review"
    read = Fact(review, "known", "sometimes", "at night nobody reads them", 14, 40, 3)
    assert plainly_said((read,), said, review, 3) == (read,)
    # Without a denial the plain word stands.
    told = Fact(review, "known", "sometimes", "at night the chief reads them", 14, 43, 3)
    assert [f.value for f in plainly_said((told,), "Always. Well, at night the chief reads them.", review, 3)] == [
        "always"
    ]


@pytest.mark.parametrize("said", ["it stops? no, worse", "it stops? hell no", "It stops?? Nope."])
def test_a_choice_that_is_only_wondered_at_is_none(said: str) -> None:
    assert in_offered_words(said, "application.outage_effect", 3) == ()


def test_what_none_of_the_choices_is_may_be_called_other() -> None:
    said = "rescue. call it other then"
    assert [f.value for f in concluded((), said, "organisation.sector", 3)] == ["other"]


def test_what_is_to_be_put_for_another_matter_is_none_of_this() -> None:
    said = "It is in the paper, so write partly for the fallback."
    assert concluded((), said, "model.trains_on_inputs", 3) == ()


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        ("ok", True),
        ("ok so yes them", True),
        ("ok, right", True),
        ("ok i was being dramatic about that", False),
        ("okay but wait", False),
    ],
)
def test_an_ok_before_a_thought_of_ones_own_agrees_to_nothing(said: str, agrees: bool) -> None:
    assert bool(YES.match(said)) == agrees
