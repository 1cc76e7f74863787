"""Simulated respondents: how they answer, correct, ask back, skip and stop."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain, checked_value
from vcassist.chain.fields import FIELDS
from vcassist.evals.respondent import TOLD_YOU, Respondent, Understanding, another_value

CASE = {
    "id": "r", "manner": "terse", "opening": "hello", "tells": ["application.name"],
    "facts": {"application.name": "X", "governance.policy": "no", "storage.country": "BE", "model.weights": {"status": "withheld"}, "application.generates": ["text", "image"]},
    "says": {"governance.policy": "nothing on paper"}, "asks": {"model.weights": "what are weights?"}, "skips": ["model.name"],
    "corrections": [{"ref": "storage.country", "first": "Ireland", "say": "no, Belgium"}],
}  # fmt: skip


def asked(ref: str | None, **more: Any) -> dict[str, Any]:
    return {"asked": ref, "reply": "", "suggestions": [], "conflicts": [], **more}


def test_own_words_come_first_and_the_offered_labels_on_being_asked_again() -> None:
    person = Respondent(CASE)
    assert person.say(asked("governance.policy")) == "nothing on paper"
    assert person.say(asked("governance.policy")) == "no"
    assert [line["again"] for line in person.log] == [False, True]


def test_what_the_opening_told_is_known_to_have_been_told() -> None:
    person = Respondent(CASE)
    person.opening()
    person.say(asked("application.name"))
    assert person.log[0]["known"] and not person.log[0]["special"]


def test_a_correction_follows_the_wrong_answer() -> None:
    person = Respondent(CASE)
    assert [person.say(asked("storage.country")), person.say(asked("governance.policy"))] == ["Ireland", "no, Belgium"]


def test_a_question_back_comes_once_and_then_the_answer() -> None:
    person = Respondent(CASE)
    assert [person.say(asked("model.weights")), person.say(asked("model.weights"))] == [
        "what are weights?",
        "they won't tell us",
    ]
    assert not any(line["again"] for line in person.log)


def test_what_the_person_does_not_know_is_said_so_and_skipping_is_asked_for() -> None:
    person = Respondent(CASE)
    assert person.say(asked("compute.country")) == "no idea"
    assert person.say(asked("model.name")) == "skip that one please" and "model.name" not in person.told


def test_public_knowledge_is_agreed_to_only_where_it_is_so() -> None:
    offer: dict[str, Any] = {
        "suggestions": [{"ref": "storage.country", "value": "BE"}],
        "reply": "… Is that so with you?",
    }
    assert Respondent(CASE).say(asked("storage.country", **offer)) == "yes"
    offer["suggestions"][0]["value"] = "IE"
    assert Respondent(CASE).say(asked("storage.country", **offer)).startswith("No. ")


def test_sets_are_answered_with_the_labels_and_anything_else_with_no() -> None:
    person = Respondent(CASE)
    assert " and " in person.say(asked("application.generates"))
    heard = [{"ref": "application.generates"}]
    assert person.say(asked("application.generates", facts=heard)) == "no, that's all"


def test_patience_ends() -> None:
    person = Respondent({**CASE, "patience": "1"})
    person.say(asked("governance.policy"))
    assert person.say(asked("model.name")) == "stop here please" == person.say(asked(None))


# --- what it means ----------------------------------------------------------------------------------------------------
MORE: dict[str, Any] = {
    **CASE,
    "asides": {"governance.policy": "lovely weather"},
    "vague": {"application.generates": ["it varies", "this and that"]},
    "contradicts": [
        {
            "after": "model.weights",
            "say": "secret, and it is in France",
            "ref": "storage.country",
            "value": "FR",
            "decides": "Belgium",
        }
    ],
}


def meant(person: Respondent, said: str, question: str | None = None) -> tuple[dict[str, Any], str]:
    """What a reader that makes no mistake hears in it."""
    reading = Understanding(person).read(said, question, Chain())
    return {p.ref: p.value if p.status == "known" else p.status for p in reading.proposals}, reading.intent


def test_every_message_is_understood_as_it_was_meant() -> None:
    person = Respondent(CASE)
    assert meant(person, person.opening()) == ({"application.name": "X"}, "answer")
    assert meant(person, person.say(asked("governance.policy"))) == ({"governance.policy": "no"}, "answer")
    assert meant(person, person.say(asked("model.weights"))) == ({}, "question")
    assert meant(person, person.say(asked("model.weights"))) == ({"model.weights": "withheld"}, "answer")
    assert meant(person, person.say(asked("model.name"))) == ({}, "skip")
    assert meant(person, person.say(asked(None))) == ({}, "stop")


def test_a_wrong_answer_means_another_value_and_its_correction_is_understood_only_where_it_belongs() -> None:
    person = Respondent(CASE)
    (wrong,) = meant(person, person.say(asked("storage.country")))[0].values()
    assert wrong not in ("BE", None)
    correction = person.say(asked("governance.policy"))
    assert meant(person, correction, "governance.policy") == ({}, "correction")
    assert meant(person, correction, "storage.country") == ({"storage.country": "BE"}, "correction")


def test_a_correction_may_come_some_messages_later_and_name_what_it_is_about() -> None:
    late = {
        "ref": "storage.country",
        "first": "Ireland",
        "say": "on where it is kept: Belgium",
        "later": "2",
        "named": "yes",
    }
    person = Respondent({**CASE, "asks": {}, "corrections": [late]})
    assert person.say(asked("storage.country")) == "Ireland"
    assert person.say(asked("governance.policy")) == "nothing on paper"
    said = person.say(asked("model.weights"))
    assert said == late["say"] and person.log[-1]["special"]
    assert meant(person, said, "model.weights") == ({"storage.country": "BE"}, "correction")


def test_what_the_opening_told_wrongly_is_corrected_after_it() -> None:
    case = {**CASE, "tells": ["application.name", "storage.country"]}
    case["corrections"] = [{"ref": "storage.country", "say": "not France, Belgium", "wrong": "FR"}]
    person = Respondent(case)
    assert meant(person, person.opening())[0] == {"application.name": "X", "storage.country": "FR"}
    said = person.say(asked("governance.policy"))
    assert said == "not France, Belgium" and meant(person, said)[1] == "correction"


def test_nobody_leaves_before_what_was_wrong_is_put_right() -> None:
    case = {**CASE, "patience": "1", "corrections": [{**CASE["corrections"][0], "later": "9"}]}
    person = Respondent(case)
    said = [person.say(asked(ref)) for ref in ("storage.country", "model.name", "model.name")]
    assert said == ["Ireland", "no, Belgium", "stop here please"]


def test_only_what_was_told_can_be_contradicted() -> None:
    person = Respondent({**MORE, "asks": {}, "corrections": []})
    assert person.say(asked("model.weights")) == "they won't tell us"


def test_somebody_wanders_off_once_and_then_answers() -> None:
    person = Respondent(MORE)
    first, second = person.say(asked("governance.policy")), person.say(asked("governance.policy"))
    assert (first, meant(person, first)[1], second) == ("lovely weather", "other", "nothing on paper")


def test_somebody_vague_is_vague_as_often_as_the_case_says() -> None:
    person = Respondent(MORE)
    assert [person.say(asked("application.generates")) for _ in range(3)][:2] == ["it varies", "this and that"]


def test_the_one_question_that_follows_a_vague_answer_is_wanted_and_every_further_one_is_a_repetition() -> None:
    person = Respondent({**MORE, "vague": {"application.generates": ["it varies"]}})
    for _ in range(3):
        person.say(asked("application.generates"))
    assert [line["again"] and not line["special"] for line in person.log] == [False, False, True]
    twice = Respondent(MORE)
    for _ in range(3):
        twice.say(asked("application.generates"))
    assert twice.log[2]["again"] and not twice.log[2]["special"]


def test_a_contradiction_is_said_by_the_way_and_decided_when_asked() -> None:
    person = Respondent({**MORE, "asks": {}, "corrections": []})
    person.say(asked("storage.country"))
    said = person.say(asked("model.weights"))
    assert meant(person, said)[0] == {"model.weights": "withheld", "storage.country": "FR"}
    conflict = [{"ref": "storage.country", "old": "BE", "new": "FR"}]
    assert person.say(asked("storage.country", conflicts=conflict)) == "Belgium"


def test_the_impatient_complain_once_where_they_are_asked_what_they_told() -> None:
    person = Respondent({**CASE, "impatient": "yes"})
    person.opening()
    assert [person.say(asked("application.name")) for _ in range(2)] == [TOLD_YOU, "X"]


def test_of_several_public_facts_only_what_is_known_is_agreed_to() -> None:
    case = {**CASE, "facts": {"model.supplier": "Northmodel"}, "tells": []}
    offers = [{"ref": "model.supplier", "value": "Northmodel"}, {"ref": "model.weights", "value": "closed"}]
    reply = "Public records say: it was made by Northmodel and its weights are closed."
    said = Respondent(case).say(asked("model.supplier", suggestions=offers, reply=reply))
    assert "Northmodel" in said and "the rest I don't know" in said


@pytest.mark.parametrize("ref", sorted(FIELDS))
def test_another_value_fits_its_field_and_is_another(ref: str) -> None:
    spec = FIELDS[ref]
    value: Any = next(iter(spec.options), "Somebody")
    gold = {
        "ref": ref,
        "status": "known",
        "value": [value] if spec.type == "set" else "FR" if spec.type == "country" else value,
    }
    other = another_value(gold)
    assert other != gold["value"] and checked_value(ref, other)
