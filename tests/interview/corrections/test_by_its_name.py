"""A yes, a no or a partly that is said of a matter by its name is of that matter, whatever question is open."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.interview.heard import Heard
from vcassist.interview.meant import addressed_words, named_by_question
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asking import Parts
from vcassist.interview.questions.beside import beside


def noted() -> Talk:
    t = talk()
    t.know(application__name="TriageMate", data__personal_data="partly", governance__policy="yes")
    ask(t, "application.appeal").say("no")
    return ask(t, "storage.encrypted")


@pytest.mark.parametrize(
    ("said", "ref", "value"),
    [
        ("So write: contesting, partly. Thank you.", "application.appeal", "partly"),
        ("Complaints: partly, not no.", "application.appeal", "partly"),
        ("And the appeal, I said, is only in part.", "application.appeal", "partly"),
        ("As I said, the complaints: yes.", "application.appeal", "yes"),
        ("And for the contesting: I have told you three times, it is yes, or in part.", "application.appeal", "partly"),
        ("What I said about complaints, change it to partly.", "application.appeal", "partly"),
        ("My sentence concerning complaints: kindly change it from no to yes.", "application.appeal", "yes"),
        ("I said that nobody may complain; in fact the head reads letters, therefore it is in part.", "application.appeal", "partly"),
        ("I have said it before, they can complain, in part.", "application.appeal", "partly"),
        ("And with the contesting you have it wrong, it is yes.", "application.appeal", "yes"),
        ("Sorry, about contesting: I was wrong. Yes.", "application.appeal", "yes"),
        ("The personal data is not some, it is yes.", "data.personal_data", "yes"),
        ("The policy, not yes but partly.", "governance.policy", "partly"),
        ("Put no for the policy please.", "governance.policy", "no"),
        ("Put it as policy partly.", "governance.policy", "partly"),
        ("personal data → yes", "data.personal_data", "yes"),
        ("the policy is partly too, it is a draft", "governance.policy", "partly"),
        ("You have policy yes; should be no", "governance.policy", "no"),
        ("ah and the board met, so policy no", "governance.policy", "no"),
    ],
)  # fmt: skip
def test_it_sets_that_matter_right_and_answers_no_other(said: str, ref: str, value: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value(ref) == value
    assert t.session.chain.get("storage.encrypted") is None


def test_each_of_two_matters_gets_its_own() -> None:
    t = noted()
    t.say("Personal data: yes, of course, it is the contesting which is partly!")
    assert t.session.chain.value("data.personal_data") == "yes"
    assert t.session.chain.value("application.appeal") == "partly"


def test_what_is_said_beside_it_is_heard_by_itself() -> None:
    t = noted()
    t.say("Yes. But the policy: no, not yes.")
    assert t.session.chain.value("governance.policy") == "no"
    assert t.session.chain.value("storage.encrypted") == "yes"


def test_a_yes_behind_what_was_said_before_and_is_not_called_wrong_answers_the_open_question() -> None:
    t = noted()
    t.say("My answer about complaints was clear. It is yes.")
    assert t.session.chain.value("application.appeal") == "no" and t.session.chain.value("storage.encrypted") == "yes"


def test_a_yes_to_what_was_put_is_heard_with_it() -> None:
    t = noted()
    ask(t, "model.supplier", "confirm", new="Northmodel").say("yes, but the policy: no, not yes")
    assert t.session.chain.value("model.supplier") == "Northmodel"


def test_what_was_noted_so_already_is_said_again_and_answers_nothing() -> None:
    t = noted()
    turn = t.say("As I said, the complaints: no.")
    assert turn.facts == () and t.session.chain.get("storage.encrypted") is None
    assert "before: no" not in turn.reply and "it was: no" not in turn.reply


@pytest.mark.parametrize(
    "said",
    [
        "Complaints are no problem here.",
        "The policy is in part blue.",
        "The policy hangs in the hall, and no parent has read it.",
        "Our appeal raised money.",
    ],
)
def test_a_matter_that_is_only_mentioned_gets_no_value(said: str) -> None:
    t = noted()
    before = {ref: fact.value for ref, fact in t.session.chain.facts.items() if ref != "storage.encrypted"}
    t.say(said)
    after = {ref: fact.value for ref, fact in t.session.chain.facts.items() if ref != "storage.encrypted"}
    assert after == before


@pytest.mark.parametrize(
    "said",
    [
        "Erratum concerning the labelling: the volunteers left.",
        "With regard to the labelling, only two of them.",
        "More exactly on labelling: a model does it first.",
    ],
)
def test_who_puts_something_right_says_in_many_forms_of_what(said: str) -> None:
    assert "labelling" in addressed_words(said)


@pytest.mark.parametrize("said", ["Who built it: both, not only us.", "About who built it: both, not only us."])
def test_a_question_that_stands_before_a_colon_says_what_is_set_right(said: str) -> None:
    assert named_by_question(said) == {"application.sourcing"}
    heard = beside(Heard(), Parts(said), said, None, lambda words: OfTheTalk("who", "A program."))
    assert heard.reading.intent == "other"


@pytest.mark.parametrize(
    ("said", "ref", "status", "value"),
    [
        ("Change now: decision = assists.", "application.decision_role", "known", "assists"),
        ("Its part in decisions: it assists.", "application.decision_role", "known", "assists"),
        ("Checks by a person must be sometimes.", "application.human_review", "known", "sometimes"),
        ("The human check is still to be \"sometimes\".", "application.human_review", "known", "sometimes"),
        ("Human review: I said sometimes, but you wrote always.", "application.human_review", "known", "sometimes"),
        ("The documentation should be \"not known\", not \"no\".", "model.documentation", "unknown", None),
        ("Only the documentation is not known.", "model.documentation", "unknown", None),
        ("Hosting country = don't know.", "compute.country", "unknown", None),
        ("The country of the machines: don't know.", "compute.country", "unknown", None),
        ("The weights: they won't say.", "model.weights", "withheld", None),
        ("Where the data comes from: own records, partners and bought.", "data.sources", "known", ("own_records", "partners", "purchased")),
        ("Who is affected = patients and children.", "application.affected_people", "known", ("patients", "children")),
    ],
)  # fmt: skip
def test_a_label_or_what_is_put_for_nothing_known_is_of_the_matter_that_is_named(
    said: str, ref: str, status: str, value: object
) -> None:
    t = noted()
    t.know(application__decision_role="recommends", application__human_review="always", model__documentation="no")
    t.know(
        organisation__country="GH",
        compute__country="KE",
        model__weights="open",
        data__sources="users",
        application__affected_people="staff",
    )
    ask(t, "storage.encrypted").say(said)
    fact = t.session.chain.get(ref)
    assert fact is not None and (fact.status, fact.value) == (status, value)
    assert t.session.chain.get("storage.encrypted") is None


def test_a_tool_that_stands_before_the_matter_is_the_one_that_is_meant() -> None:
    t = noted()
    t.know(**{"application-2__name": "Kora", "application__human_review": "always"})
    t.know(**{"application-2__human_review": "always"})
    ask(t, "storage.encrypted").say("TriageMate check is never. Kora's checks: sometimes. And yes.")
    assert t.session.chain.value("application.human_review") == "never"
    assert t.session.chain.value("application-2.human_review") == "sometimes"
    assert t.session.chain.value("storage.encrypted") == "yes"


@pytest.mark.parametrize(
    "said",
    [
        "The check is always done by a nurse.",
        "The decision is ours.",
        "The documentation is not known for its beauty.",
        "Is the check sometimes?",
        "The sector is open.",
    ],
)
def test_a_label_that_the_sentence_goes_on_from_is_a_word_like_any_other(said: str) -> None:
    t = noted()
    t.know(application__decision_role="recommends", application__human_review="sometimes", model__documentation="no")
    ask(t, "storage.encrypted").say(said)
    assert t.session.chain.value("application.human_review") == "sometimes"
    assert t.session.chain.value("application.decision_role") == "recommends"
    assert t.session.chain.value("model.documentation") == "no"


def test_the_same_of_another_tool_right_behind_is_noted_for_that_one() -> None:
    t = talk()
    t.know(**{"application__name": "TriageMate", "application-2__name": "Kora"})
    ask(t, "application.appeal").say("No, Kora check = sometimes, TriageMate always.")
    chain = t.session.chain
    assert chain.value("application-2.human_review") == "sometimes"
    assert chain.value("application.human_review") == "always" and chain.get("application.appeal") is None


def test_what_does_not_apply_says_so_by_its_own_verb() -> None:
    t = noted()
    t.know(governance__exit_clause="no")
    ask(t, "storage.encrypted").say("The exit clause does not apply, we have no contract.")
    assert t.session.chain.facts["governance.exit_clause"].status == "not_applicable"
    assert t.session.chain.get("storage.encrypted") is None


def test_who_only_owns_up_beside_it_answers_nothing() -> None:
    t = noted()
    t.say("The policy: no. I only guessed.")
    assert t.session.chain.value("governance.policy") == "no"
    assert t.session.chain.get("storage.encrypted") is None


def beside_its_size(**answers: str) -> Talk:
    t = talk()
    t.know(**{"application.name": "Northchat", **{key.replace("__", "."): value for key, value in answers.items()}})
    return ask(t, "organisation.size")


def stands(t: Talk, ref: str) -> object:
    fact = t.session.chain.get(ref)
    return fact and fact.value


@pytest.mark.parametrize(
    "said",
    [
        "Please put partly for the testing; English was tested and Twi was not.",
        "I must correct you again, please: the testing was done in part.",
        "The testing was not no, but partly.",
        "change the testing to partly pls",
        "put partly there for testing",
        "The testing is only partly, because of Twi.",
    ],
)
def test_a_value_is_put_for_the_matter_that_is_named(said: str) -> None:
    t = beside_its_size(model__tested_locally="no", storage__encrypted="yes")
    t.say(said)
    assert (stands(t, "model.tested_locally"), stands(t, "storage.encrypted")) == ("partly", "yes")
    assert t.session.awaiting is not None and t.session.awaiting.manner != "conflict"


@pytest.mark.parametrize(
    "said",
    [
        "Is the testing only partly?",
        "It was partly.",
        "The boat was partly under water.",
        "We put no for nobody.",
        "The nurses were partly trained by a firm that tests boats on the lake for the whole of the western province.",
    ],
)
def test_what_names_no_noted_matter_puts_nothing(said: str) -> None:
    t = beside_its_size(model__tested_locally="no")
    t.say(said)
    assert stands(t, "model.tested_locally") == "no"
