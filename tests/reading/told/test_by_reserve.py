"""An answer is held to the reserve with which it is told."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.told.by_reserve import with_reserves

FRANCE = fold([Fact("organisation.country", "known", "FR")])


def told(message: str, ref: str, value: str, words: str, chain: Chain | None = None, asked: str = "") -> object:
    at = message.index(words)
    read = Reading((Proposal(ref, "known", value, words, 0.9, at, at + len(words)),), "answer")
    found = with_reserves(read, message, asked or ref, chain or Chain())
    return found.proposals[0].value if found.proposals else None


@pytest.mark.parametrize(
    ("message", "ref", "value", "words", "becomes"),
    [
        ("We did one in 2021, it has not been updated since.", "governance.impact_assessment", "no", "not been updated", "partly"),
        ("It has not been updated since.", "governance.impact_assessment", "no", "not been updated", "no"),
        ("After a year it goes. Staff forget, mind you.", "storage.retention_limit", "yes", "After a year it goes", "partly"),
        ("They sign, though not for the pictures.", "data.consent", "yes", "They sign", "partly"),
        ("They sign a form. Whether that covers the new one, I doubt.", "data.consent", "yes", "They sign a form", "partly"),
        ("To some extent: a talk at noon.", "governance.staff_trained", "yes", "a talk at noon", "partly"),
        ("One can hardly nurse without names.", "data.personal_data", "no", "without names", "yes"),
        ("We are past the trial now.", "application.lifecycle", "pilot", "the trial", "in_use"),
        ("We are on trial now.", "application.lifecycle", "pilot", "on trial", "pilot"),
        ("They all sign.", "data.consent", "yes", "They all sign", "yes"),
        ("The chair announced it at the start. When he remembered.", "application.tells_people", "yes", "announced it", "partly"),
        ("They are told when they sign up.", "application.tells_people", "yes", "They are told", "yes"),
        ("The rule says two years. Whether anybody ever acted on it, I wonder.", "storage.retention_limit", "yes", "two years", "partly"),
        ("I'm not convinced anybody looks at the rule of two years.", "storage.retention_limit", "yes", "two years", "yes"),
    ],
)  # fmt: skip
def test_what_limits_it_counts(message: str, ref: str, value: str, words: str, becomes: str) -> None:
    assert told(message, ref, value, words) == becomes


def test_a_rule_that_is_told_by_the_way_is_forgotten_as_well() -> None:
    said = "we keep them a year and then Rosa deletes them, though we forget"
    retention = "storage.retention_limit"
    assert told(said, retention, "yes", "Rosa deletes them", asked="application.generates") == "partly"


def test_what_stays_in_ones_own_bloc_crosses_no_border() -> None:
    border = "storage.crosses_border"
    assert told("The letters go to Germany.", border, "yes", "go to Germany", FRANCE) == "no"
    assert told("The letters go to Kenya.", border, "yes", "go to Kenya", FRANCE) == "yes"
    assert told("The letters go to Germany and Kenya.", border, "yes", "go to Germany", FRANCE) == "yes"
    assert told("The letters go to Germany.", border, "yes", "go to Germany") == "yes"


def test_who_leaves_the_question_does_not_answer_it() -> None:
    policy, said = "governance.policy", "By the way, Jonas wants to add a thing, but we have not agreed."
    assert told(said, policy, "no", "we have not agreed") is None
    # With a word of the question, and with a yes or no at once, it is one all the same.
    assert told("By the way, the rules are not agreed.", policy, "no", "not agreed") == "no"
    assert told("Oh and no, we have not.", policy, "no", "no, we have not") == "no"
    assert told(said, policy, "no", "we have not agreed", asked="governance.exit_clause") == "no"
