"""One denial denies one practice and states no second."""

from __future__ import annotations

from vcassist.interview.ports import Proposal
from vcassist.reading.vetoes.borrowed import without_a_second_yes, without_borrowed


def told(key: str, value: str, sure: float, quote: str = "No impact assessment has been made") -> Proposal:
    return Proposal(key, "known", value, quote, sure, 0, len(quote))


def test_a_yes_on_the_words_of_a_surer_no_is_left_out() -> None:
    no, yes = told("governance.impact_assessment", "no", 0.9), told("governance.exit_clause", "yes", 0.7)
    assert list(without_borrowed([no, yes])) == [no]


def test_two_answers_alike_and_one_in_its_own_words_stand() -> None:
    both = [told("monitoring.bias_tested", "no", 0.9), told("monitoring.performance_tracked", "no", 0.7)]
    assert list(without_borrowed(both)) == both
    longer = told("governance.staff_trained", "yes", 0.7, "No impact assessment has been made, and staff were trained")
    apart = [told("governance.impact_assessment", "no", 0.9), longer]
    assert list(without_borrowed(apart)) == apart


def test_a_fallback_may_stand_in_the_words_of_what_does_not_work() -> None:
    both = [told("application.works_offline", "no", 0.9), told("application.alternative", "yes", 0.8)]
    assert list(without_borrowed(both)) == both


def test_the_yes_that_answers_is_of_nothing_else() -> None:
    said = "Yes, the agronomist can come and look himself. Anybody may object."
    answer = Proposal("application.alternative", "known", "yes", said[:45], 0.9, 0, 45)
    appeal = Proposal("application.appeal", "known", "yes", said[:45], 0.9, 0, 45)
    told = Proposal("application.appeal", "known", "yes", said[47:], 0.9, 47, len(said))
    assert without_a_second_yes([answer, appeal], "application.alternative") == (answer,)
    assert without_a_second_yes([answer, told], "application.alternative") == (answer, told)
    assert without_a_second_yes([appeal], "application.alternative") == (appeal,)
