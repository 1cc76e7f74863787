"""A set that is noted grows by a form that adds to it, whatever is asked, and by nothing else."""

from __future__ import annotations

import pytest
from talks import WordReader, ask
from worlds import Talk


def told(said: str, asked: str = "storage.country") -> Talk:
    t = Talk(WordReader())
    t.know(**{"application.name": "Kora", "application.affected_people": ("patients",)})
    ask(t, asked).say(said)
    return t


@pytest.mark.parametrize(
    "said",
    [
        "children too",
        "The children as well.",
        "And the children!",
        "Add the children please",
        "And pray add the children.",
        "please add children to the people it affects",
        "you forgot the children",
        "And the children. You only have patients.",
        "both: patients and children",
        "I forgot: the children are affected as well",
    ],
)
def test_a_form_that_adds_adds_to_the_set_its_words_belong_to(said: str) -> None:
    assert "children" in told(said).session.chain.facts["application.affected_people"].values


@pytest.mark.parametrize(
    "said", ["children", "not the children", "we have no children", "the children like it", "and you?"]
)
def test_what_has_no_such_form_leaves_the_set_alone(said: str) -> None:
    assert told(said).session.chain.facts["application.affected_people"].values == ("patients",)


def test_what_adds_to_a_set_answers_nothing_else() -> None:
    t = told("children too", "governance.policy")
    assert t.session.chain.get("governance.policy") is None


def test_a_bare_list_answers_the_question_for_words() -> None:
    t = told("children and patients", "data.description")
    assert t.session.chain.facts["application.affected_people"].values == ("patients",)


@pytest.mark.parametrize("said", ["yes, in Ghana. And children.", "No. Plus the children."])
def test_what_goes_on_answering_adds_nothing_to_another_set(said: str) -> None:
    assert told(said, "storage.encrypted").session.chain.facts["application.affected_people"].values == ("patients",)


def test_what_is_said_not_to_be_there_does_not_grow_by_the_way_and_the_answer_stays() -> None:
    t = Talk(WordReader())
    t.know(
        **{"application.name": "Kora", "labelling.done_by": ("nobody",), "application.affected_people": ("patients",)}
    )
    ask(t, "storage.country").say("In Ghana. The children too.")
    facts = t.session.chain.facts
    assert facts["storage.country"].value == "GH" and facts["labelling.done_by"].values == ("nobody",)
