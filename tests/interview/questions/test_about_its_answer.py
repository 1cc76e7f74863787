"""Questions about the question on the table: which choice fits, where the answer is found, what hangs on it; none of them is an answer."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact, field_of
from vcassist.interview.questions.about_its_answer import asks_how_to_answer, fit_asked_of, on_its_answer
from vcassist.interview.questions.finding_out import asks_where_to_find, where_to_find
from vcassist.interview.questions.what_of_it import beyond_the_reason, what_of_it
from vcassist.interview.questions.which_choice import asks_which_choice, within_the_question
from vcassist.knowledge.rulebook import load_rulebook

REVIEW, POLICY, HOSTING = (field_of(k) for k in ("application.human_review", "governance.policy", "compute.hosting"))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("we check some of them, is that partly?", "application.human_review"),
        ("which of those would that be?", "compute.hosting"),
        ("what do I pick if it depends on the day", "application.human_review"),
        ("Does that count as trained?", "governance.staff_trained"),
        ("on an old laptop - is that own premises?", "compute.hosting"),
        ("could that be me even if I am only a volunteer?", "governance.responsible_person"),
        ("only the newsletter has it, so which", "application.labels_content"),
    ],
)
def test_whoever_tells_a_case_may_ask_which_choice_fits(said: str, asked: str) -> None:
    assert asks_which_choice(said, field_of(asked))


@pytest.mark.parametrize(
    "said",
    ["that's sometimes", "who reads what I write here", "it is a letter which we write", "That would be me", "it would count as worse", "which one do you mean?", "what should I do?", "is that bad?"],
)  # fmt: skip
def test_an_answer_and_other_questions_ask_for_no_choice(said: str) -> None:
    assert not asks_which_choice(said, REVIEW)


@pytest.mark.parametrize("said", ["it is it assists", "that is it recommends, I think"])
def test_a_choice_stated_in_odd_grammar_is_no_question(said: str) -> None:
    role = field_of("application.decision_role")
    assert not asks_which_choice(said, role)
    assert asks_which_choice("is it assists if I read it after?", role)


def test_something_is_no_sometimes() -> None:
    assert not asks_which_choice("is it right when I forget something?", REVIEW)


def test_a_guess_behind_the_question_what_is_enough_belongs_to_it() -> None:
    rules = load_rulebook()
    told, rest = on_its_answer("Would that be enough? One page?", "governance.policy", [], rules)
    assert "one page does" in told and "What is usually advised: Write one page" in told and rest == ""
    assert (
        on_its_answer("Would that be enough? Who reads this?", "governance.policy", [], rules)[1] == "Who reads this?"
    )


def test_the_choice_that_the_case_came_to_is_named_else_they_are_told_apart() -> None:
    noted = Fact("application.human_review", "known", "sometimes", "some of them")
    told, rest = on_its_answer("is that partly?", "application.human_review", [noted])
    assert "“sometimes”" in told and not rest
    told, _ = on_its_answer("which one is that?", "application.human_review", [])
    assert "A sample, or all days but one, is sometimes" in told
    told, _ = on_its_answer("which one is that?", "compute.hosting", [])
    assert "“at the supplier's”" in told
    told, rest = on_its_answer("Is that enough? Who reads this?", "governance.staff_trained", [])
    assert told and rest == "Who reads this?"


def test_a_choice_that_is_only_named_in_the_question_is_no_answer() -> None:
    said = "she glances at it most days, would you call that always"
    at = said.index("always")
    assert within_the_question(
        said, Fact("application.human_review", "known", "always", "always", start=at, end=len(said))
    )
    said = "we check some, is that partly?"
    assert not within_the_question(
        said, Fact("application.human_review", "known", "sometimes", "some", start=9, end=13)
    )


@pytest.mark.parametrize(
    "said",
    ["how can I check that?", "Where would I find a thing like that?", "who would have that document", "no: how do I find out", "who can tell me that", "and where is that written?"],
)  # fmt: skip
def test_how_an_answer_is_found_is_asked_in_many_ways(said: str) -> None:
    assert asks_where_to_find(said) and asks_how_to_answer(said, "storage.encrypted")


@pytest.mark.parametrize("said", ["how should I know", "how do they check the letters?", "where is it stored?", "who reads this?", "how do you know that the data is safe"])  # fmt: skip
def test_other_questions_do_not_ask_where_the_answer_is(said: str) -> None:
    assert not asks_where_to_find(said)


def test_what_only_the_supplier_knows_is_asked_there_and_what_is_ones_own_at_home() -> None:
    assert "encrypted where it is stored" in where_to_find(field_of("storage.encrypted"))
    assert "contract" in where_to_find(field_of("governance.exit_clause"))
    assert "board" in where_to_find(POLICY)


@pytest.mark.parametrize(
    "said", ["Is that something we should have?", "what can happen if we have none", "whats the danger if we have none", "do we really need such rules?"]
)  # fmt: skip
def test_what_hangs_on_it_is_told_from_the_rule_that_reads_it(said: str) -> None:
    assert "Without rules" in what_of_it(said, POLICY, load_rulebook())


@pytest.mark.parametrize("said", ["how do I write such rules", "is there a template for such rules?", "what would a good rule be for a town hall"])  # fmt: skip
def test_how_it_is_done_is_told_from_its_first_step(said: str) -> None:
    assert "five sentences" in what_of_it(said, POLICY, load_rulebook())


@pytest.mark.parametrize("said", ["how do I make a backup of the server", "what is the danger of deepfakes", "do we need a licence for it", "we have none"])  # fmt: skip
def test_another_matter_is_none_of_the_rule(said: str) -> None:
    assert not what_of_it(said, POLICY, load_rulebook())


def test_without_a_question_on_the_table_nothing_is_said() -> None:
    assert on_its_answer("which one is that?", None, []) == ("", "which one is that?")


@pytest.mark.parametrize("said", ["Then it's a yes.", "So that's partly, for our part."])
def test_who_concludes_asks_for_no_choice(said: str) -> None:
    assert not asks_which_choice(said, POLICY)
    assert asks_which_choice(f"{said.rstrip('.')}?", POLICY)


def test_a_question_that_only_points_is_about_what_was_told_before_it() -> None:
    said = "We agreed on a basis. There is a rule to erase, half kept. Is that a yes?"
    basis = Fact("data.consent", "known", "yes", quote="agreed", start=3, end=9)
    rule = Fact("storage.retention_limit", "known", "partly", quote="half kept", start=47, end=56)
    assert fit_asked_of("Is that a yes?", said, [basis, rule], "data.consent") == rule
    assert fit_asked_of("Is that consent?", said, [basis, rule], "data.consent") == basis
    assert fit_asked_of("Is that a yes?", said, [], "data.consent") is None


def test_whether_a_case_is_called_as_the_question_has_it_asks_what_fits() -> None:
    assert asks_which_choice("Is that contesting?", field_of("application.appeal"))
    assert not asks_which_choice("Is that dangerous?", field_of("application.appeal"))
    # A case of its own.
    assert not asks_which_choice("Is that contesting when nobody reads the letter?", field_of("application.appeal"))


def test_beyond_its_reason_a_question_is_put_for_a_risk() -> None:
    rules = load_rulebook()
    assert "a risk or not" in beyond_the_reason(POLICY, rules)
    assert beyond_the_reason(POLICY, ()) == ""
