"""Simulated respondents: how they answer, correct, ask back, skip and stop."""

from __future__ import annotations

from typing import Any

from vcassist.evals.respondent import Respondent

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
