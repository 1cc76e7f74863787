"""What somebody objects to in the notes is set right at once, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from talks import Talk, WordReader, ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.objected import as_objected, objects
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Touch
from vcassist.interview.session import Contradiction

REVIEW, PEOPLE, POLICY, TOLD = (
    "application.human_review", "application.affected_people", "governance.policy", "application.tells_people",
)  # fmt: skip
Does = Mapping[str, Touch]
OTHERWISE, CALLED_WRONG, INSTEAD = Touch(otherwise=0.6), Touch(away=0.9), Touch(instead=0.9)


def doing(does: Does, line: str) -> Callable[[str, str | None, Sequence[tuple[str, str]]], Sequence[Touch]]:
    """A learnt reader by which sentences with some words do something to the note that begins so."""

    def touches(say: str, asked: str | None, notes: Sequence[tuple[str, str]]) -> Sequence[Touch]:
        touch = next((touch for words, touch in does.items() if words in say), Touch())
        return [touch if one.startswith(line) else Touch() for _, one in notes]

    return touches


def noted(does: Does, line: str = "checks by a person", **known: str) -> Talk:
    t = talk()
    t.know(**{"application.name": "Northchat", **(known or {REVIEW: "always"})})
    t.tools = replace(t.tools, touches=doing(does, line))
    return ask(t, POLICY)


def comes_to(t: Talk, said: str, heard: Heard | None = None) -> Heard:
    return as_objected(heard or Heard(reading=Reading((), "answer")), said, t.session, 7, t.tools)


def put(t: Talk, said: str, heard: Heard | None = None) -> dict[str, object]:
    return {new.ref: new.value if new.status == "known" else new.status for _, new in comes_to(t, said, heard).replaced}


def test_a_sentence_that_tells_a_note_otherwise_sets_it_right_where_somebody_objects() -> None:
    t = noted({"a letter": OTHERWISE})
    assert put(t, "Hold on. She reads a letter sometimes. And rules, no.") == {REVIEW: "sometimes"}


def test_who_only_answers_sets_nothing_right_by_it() -> None:
    t = noted({"a letter": OTHERWISE})
    assert put(t, "She reads a letter sometimes. And rules, no.") == {}


def test_what_is_right_may_stand_in_the_sentence_behind_the_one_that_calls_the_note_wrong() -> None:
    t = noted({"NOT so": CALLED_WRONG})
    assert put(t, "Second time: it is NOT so. Only sometimes.") == {REVIEW: "sometimes"}


def test_a_note_that_was_changed_goes_back_where_it_is_only_called_wrong() -> None:
    t = talk({"sometimes": {REVIEW: ("sometimes", "sometimes")}, "never": {REVIEW: ("never", "never")}})
    ask(t, REVIEW).say("sometimes")
    ask(t, REVIEW).say("never")
    assert t.session.chain.value(REVIEW) == "never"
    t.tools = replace(t.tools, touches=doing({"very much so": CALLED_WRONG}, "checks by a person"))
    ask(t, POLICY)
    assert put(t, "You have that the wrong way round, very much so!") == {REVIEW: "sometimes"}


def test_nobody_is_asked_which_of_two_is_right_after_objecting() -> None:
    t = noted({"a letter": OTHERWISE})
    old = t.session.chain.facts[REVIEW]
    new = replace(old, value="sometimes", quote="sometimes", start=27, end=36)
    heard = Heard(conflicts=(Contradiction.between(old, new),), reading=Reading((), "answer"))
    said = "Nope, I said: reads a letter sometimes."
    found = comes_to(t, said, heard)
    assert found.conflicts == () and [f.value for f in found.facts] == ["sometimes"]


def test_that_it_is_not_told_is_put_only_where_the_sentence_touches_the_note() -> None:
    said = "Not no, but: no idea."
    assert put(noted({"no idea": CALLED_WRONG}), said) == {}
    t = noted({"no idea": CALLED_WRONG})
    t.tools.reader.sure = 0.95  # type: ignore[attr-defined]
    assert put(t, said) == {REVIEW: "unknown"}
    t = noted({"no idea": Touch(otherwise=0.3)})
    t.tools.reader.sure = 0.95  # type: ignore[attr-defined]
    assert put(t, said) == {}


def listed(does: Does, *members: str) -> Talk:
    t = talk()
    t.know(**{"application.name": "Northchat"})
    t.know(**{PEOPLE: list(members)})
    t.tools = replace(t.tools, touches=doing(does, ""), reader=WordReader())
    return ask(t, POLICY)


def test_of_a_list_what_is_named_where_it_is_called_wrong_goes_and_nothing_else() -> None:
    t = listed({"no patients": CALLED_WRONG}, "patients", "farmers", "staff")
    assert put(t, "no no! we have no patients.") == {PEOPLE: ("farmers", "staff")}


def test_a_list_of_which_nothing_is_left_is_taken_away() -> None:
    t = listed({"said patients": CALLED_WRONG}, "patients")
    found = comes_to(t, "I never said patients.")
    assert found.removed == (PEOPLE,)
    assert found.reading.note


def test_who_asks_to_add_and_says_who_they_are_takes_nobody_out() -> None:
    t = listed({"left out": Touch(more=0.5, away=0.45)}, "patients", "staff")
    assert put(t, "You left out the villagers, they are no patients!") == {}


def test_a_no_that_only_objects_answers_nothing() -> None:
    t = noted({})
    no = Fact(POLICY, "known", "no", "Nope", 0, 4, 7)
    heard = Heard(facts=(no,), reading=Reading((), "answer"))
    left = comes_to(t, "Nope, that's the wrong way round. On rules: yes.", heard)
    assert [(f.ref, f.value) for f in left.facts] == [(POLICY, "yes")]
    left = comes_to(t, "Nope, that's the wrong way round. The sun shines.", heard)
    assert left.facts == ()


@pytest.mark.parametrize(
    "said",
    [
        "No no, that's not right at all.",
        "Second time: NOT cloud.",
        "You have it back to front.",
        "You changed what I told you about the sign!",
        "What? Boston is where they sell it.",
        "where did you get health",
        "Well, you've now decided the company doesn't train on our stuff. I said staff.",
        "i never said the essays are about health",
        "Hugging Face only hosts the file, put that back please",
    ],
)
def test_who_speaks_of_what_was_noted_objects(said: str) -> None:
    assert objects(said)


@pytest.mark.parametrize(
    "said",
    [
        "No, nobody was asked.",
        "Not yet, maybe in March.",
        "We were not told where it runs.",
        "IT IS ALL IN CAPITALS AND NOT A WORD OF IT IS MEANT FOR YOU",
        "The clerk says it is wrong one time in ten.",
    ],
)
def test_who_only_tells_does_not(said: str) -> None:
    assert not objects(said)


def test_nope_and_nothing_else_is_an_answer() -> None:
    t = noted({})
    answer = Fact(POLICY, "known", "no", "nope", 0, 4)
    heard = Heard(facts=(answer,), reading=Reading((answer,), "answer"))  # type: ignore[arg-type]
    assert comes_to(t, "nope", heard).facts == (answer,)


def test_what_is_only_taken_back_has_nothing_in_its_place() -> None:
    t = noted({"take back": INSTEAD}, "telling people", **{TOLD: "partly"})
    t.tools = replace(t.tools, reader=WordReader({"parents were told": {TOLD: "yes"}}))
    gone = Heard(removed=(TOLD,), reading=Reading((), "correction"))
    assert comes_to(t, "You did not listen: take back that parents were told.", gone).removed == (TOLD,)
