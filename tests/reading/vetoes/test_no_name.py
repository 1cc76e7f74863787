"""What stands where a name is asked and is none."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.vetoes.no_name import without_bare_words, without_no_names


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        ("model.name", "ollama"),
        ("model-2.name", "llama.cpp"),
        ("application.supplier", "German"),
        ("application-2.supplier", "Chinese"),
    ],
)
def test_a_program_that_runs_models_is_none_and_a_people_no_house(ref: str, value: str) -> None:
    assert without_no_names([Proposal(ref, "known", value, value)]) == ()


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        ("model.name", "Llama 3"),
        ("application.name", "LM Studio"),
        ("application.supplier", "Jordan"),
        ("application.supplier", "Danish Crown"),
        ("application.supplier", "Swiss Post"),
        ("storage.supplier", "University of Ghana"),
        ("application.supplier", "Jakarta Company"),
        ("organisation.country", "DE"),
    ],
)
def test_names_stay(ref: str, value: str) -> None:
    assert len(without_no_names([Proposal(ref, "known", value, value)])) == 1


def test_a_sum_of_money_is_no_house_and_another_matter_no_tool() -> None:
    told = [
        Proposal("compute.supplier", "known", "44 euros", "44 euros"),
        Proposal("application-2.purpose", "known", "matter", "matter"),
        Proposal("storage.supplier", "known", "3M", "3M"),
    ]
    assert [p.ref for p in without_no_names(told)] == ["storage.supplier"]


@pytest.mark.parametrize(
    "value", ["Danish firm", "small company in Brno", "French one", "some big American outfit", "the local IT people"]
)
def test_what_only_describes_a_house_does_not_name_it(value: str) -> None:
    assert without_no_names([Proposal("application.supplier", "known", value, value)]) == ()


def test_what_runs_a_named_model_and_how_small_it_is_are_no_tools() -> None:
    model = Proposal("model.name", "known", "Qwen", "Qwen", 0.9, 0, 4)
    names = [Proposal("application.name", "known", n, n, 0.6, 9, 12) for n in ("llama.cpp", "Q4_K_M")]
    same = Proposal("application.name", "known", "Qwen", "Qwen", 0.6, 0, 4)
    other = Proposal("application.name", "known", "Kora", "Kora", 0.6, 20, 24)
    assert without_no_names([model, *names, same, other]) == (model, other)


@pytest.mark.parametrize(
    "value", ["faq docs come", "but theirs", "ours", "must be right", "yh", "And Zeca", "Then Zeca"]
)
def test_the_beginning_of_a_sentence_and_what_only_joins_on_are_no_house(value: str) -> None:
    assert without_no_names([Proposal("data.supplier", "known", value, value)]) == ()


def test_a_bare_yes_or_no_chooses_among_no_choices() -> None:
    told = [
        Proposal("application.decision_role", "known", "decides", "All right, no."),
        Proposal("application.human_review", "known", "never", "no"),
        Proposal("storage.encrypted", "known", "no", "no"),
        Proposal("application.outage_effect", "known", "none", "no, it carries on"),
    ]
    left = [p.ref for p in without_bare_words(told)]
    assert left == ["application.human_review", "storage.encrypted", "application.outage_effect"]


@pytest.mark.parametrize("name", ["Not TalkBridge", "lol everybody say", "no Copilot"])
def test_a_denial_and_a_laugh_name_no_tool(name: str) -> None:
    assert without_no_names([Proposal("application-2.name", "known", name, name)]) == ()


def test_what_only_points_does_not_say_that_there_is_none() -> None:
    none = Proposal("data.sensitive_data", "known", ("none",), "Only that.")
    told = Proposal("data.sensitive_data", "known", ("none",), "none of that")
    assert without_bare_words([none, told]) == (told,)
