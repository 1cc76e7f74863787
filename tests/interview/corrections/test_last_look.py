"""What is set right by a name is set right by a name, and by all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.last_look import with_sound_names
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading

SUPPLIER, MODEL = "application.supplier", "model.name"


class Reader:
    def __init__(self, ref: str, name: str) -> None:
        self.ref, self.name = ref, name

    def read(self, message: str, asked: str | None, chain: object) -> Reading:
        at = message.find(self.name)
        if at < 0 or asked != self.ref:
            return Reading((), "answer")
        return Reading((Proposal(self.ref, "known", self.name, self.name, 0.9, at, at + len(self.name)),), "answer")


def comes_to(said: str, ref: str, noted: str, taken: str, told: str = "") -> tuple[object, Heard]:
    """The value of a note once a message set it right by ``taken``, where the readers hear ``told`` of it."""
    t = talk()
    t.know(**{ref.replace(".", "__"): noted})
    ask(t, "governance.policy")
    old, at = t.session.chain.facts[ref], said.find(taken)
    new = Fact(ref, "known", taken, taken, at, at + len(taken), 7)
    heard = Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "correction"))
    tools = replace(t.tools, reader=Reader(ref, told or "\0"))
    heard = with_sound_names(heard, said, t.session, tools)
    return next((f.value for f in heard.facts if f.ref == ref), None), heard


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("I meant Agrotec, the dealer. They don't make the cameras.", "dealer"),
        ("No. Supplier is Agrotec, I say.", "I"),
        ("The hosting is by the council.", "hosting is"),
        ("It says 'Hello, I am here' at the top.", "Hello"),
    ],
)
def test_what_nobody_is_called_is_no_name(said: str, taken: str) -> None:
    value, heard = comes_to(said, SUPPLIER, "Agrotec", taken)
    assert value is None and not heard.replaced


def test_the_name_that_the_message_tells_stands_in_its_place() -> None:
    value, heard = comes_to("No. Supplier is Agrotec. They're the dealer.", SUPPLIER, "Hopper", "dealer", "Agrotec")
    assert value == "Agrotec" and [(old.value, new.value) for old, new in heard.replaced] == [("Hopper", "Agrotec")]


def test_a_name_that_was_cut_is_whole_again() -> None:
    said = "the base isn't Mistral 7B, it's Mistral Nemo 12B"
    assert comes_to(said, MODEL, "Mistral 7B", "Mistral", "Mistral Nemo 12B")[0] == "Mistral Nemo 12B"


@pytest.mark.parametrize("name", ["Dealer Tools Ltd", "otter", "Orange Health"])
def test_other_names_stay(name: str) -> None:
    assert comes_to(f"it comes from {name} in fact", SUPPLIER, "Agrotec", name)[0] == name


def test_what_fills_a_page_is_looked_at_without_harm() -> None:
    long = "Otter " + "and more " * 600
    said = f"tool: {long.strip()}"
    assert comes_to(said, "application.name", "Pip", "Otter", said)[0] is not None


def test_words_that_say_nothing_are_nothing_that_goes_in() -> None:
    assert comes_to("I never said the essays are of health", "data.description", "essays", "the")[0] is None


def test_where_a_tool_is_to_be_found_is_not_what_it_is_called() -> None:
    said = "It sits inside Lumen, ready made."
    assert comes_to(said, "application.name", "InkWell Coach", "Lumen")[0] is None
    said = "It is called Lumen by now."
    assert comes_to(said, "application.name", "InkWell Coach", "Lumen")[0] == "Lumen"


def test_words_that_tell_of_somebody_name_nothing() -> None:
    said = "not Google Translate, it's the Sawti answers she reads"
    assert comes_to(said, "application-2.name", "Google Translate", "Sawti answers she reads")[0] is None


def test_what_is_given_up_by_its_name_is_the_model_and_not_the_tool() -> None:
    t = talk()
    t.know(**{"application.name": "Kora", "model.name": "GPT-4o"})
    ask(t, "governance.policy")
    for said, value in (
        ("Irrelevant, we have stopped using GPT-4o in January.", None),
        ("We have stopped using Kora with its GPT-4o in January.", "retired"),
        ("We have stopped using it in January.", "retired"),
    ):
        at = said.index("stopped using")
        gone = Fact("application.lifecycle", "known", "retired", "stopped using", at, at + 13, 7)
        found = with_sound_names(Heard(facts=(gone,), reading=Reading((), "answer")), said, t.session, t.tools)
        assert next((f.value for f in found.facts), None) == value, said


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("I've got eighteen patients and two agency nurses tonight.", False),
        ("One got through with morphine 10 mg instead of 1 mg.", False),
        ("We are eighteen people by now.", True),
        ("12 is wrong, 85 is right", True),
    ],
)
def test_what_counts_others_is_no_other_number_of_people(said: str, stays: bool) -> None:
    t = talk()
    t.know(**{"organisation.size": "51_to_250"})
    ask(t, "governance.policy")
    new = Fact("organisation.size", "known", "11_to_50", said, 0, len(said), 7)
    found = with_sound_names(
        Heard(facts=(new,), change="organisation.size", reading=Reading((), "answer")), said, t.session, t.tools
    )
    assert bool(found.facts) is stays and (found.change is None) is not stays


def test_of_labels_nothing_is_told_by_the_way_that_has_no_word_of_them() -> None:
    t = talk()
    t.know(**{"application.name": "ScriptLens"})
    ask(t, "model.documentation")
    for said, stays in (
        ("None of us read anything, we only read the price.", False),
        ("Nobody knows what the annotators get.", True),
    ):
        no = Fact("labelling.workers_protected", "known", "no", said, 0, len(said), 7)
        found = with_sound_names(Heard(facts=(no,), reading=Reading((), "answer")), said, t.session, t.tools)
        assert bool(found.facts) is stays, said


def test_no_name_ends_in_the_verb_of_its_sentence() -> None:
    value, _ = comes_to("Mistral is for the summariser", "application.name", "LinguaBridge", "Mistral is")
    assert value != "Mistral is"


def test_a_tool_is_not_for_its_own_name() -> None:
    t = talk()
    t.know(**{"application.name": "case-note summariser", "application.purpose": "condenses case notes"})
    ask(t, "governance.policy")
    old = t.session.chain.facts["application.purpose"]
    new = Fact(old.ref, "known", "Summariser", "Summariser", 0, 10, 7)
    heard = Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "answer"))
    assert with_sound_names(heard, "Summariser: gets worse", t.session, t.tools).facts == ()


def test_where_a_tool_is_weak_is_not_what_it_is_for() -> None:
    said = "On wet days it mistakes wombats for dogs."
    t = ask(talk(), "application.purpose")
    new = Fact("application.purpose", "known", said[3:-1], said[3:-1], 3, len(said) - 1, 7)
    assert with_sound_names(Heard(facts=(new,)), said, t.session, t.tools).facts == ()
