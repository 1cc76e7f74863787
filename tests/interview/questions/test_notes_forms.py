"""Which questions ask after the notes, whatever they name: what stands, what changed, why it stands so; and which only sound like it."""

from __future__ import annotations

import time

import pytest

from vcassist.interview.questions.notes_forms import notes_asked, of_all_notes, of_the_notes, of_the_report


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("What have you put down for the vendor?", "what"),
        ("Who have you got as the maker?", "what"),
        ("In your notes, is it always or sometimes?", "what"),
        ("Does the report say that we check?", "what"),
        ("Did you fix the country?", "changed"),
        ("Have you removed Suno?", "gone"),
        ("Why do you claim that it decides?", "why"),
        ("You wrote that it comes from Trint, how come?", "why"),
        ("Why did you not correct the size?", "why_not"),
        ("You never changed the size. Why?", "why_not"),
        ("Can you make it sometimes?", "request"),
    ],
)
def test_a_question_to_the_notes_names_the_assistant_or_its_papers(said: str, kind: str) -> None:
    assert of_the_notes(said) == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Is our sector still down as media?", "what"),
        ("Is “decides” there now?", "what"),
        ("Is it gone?", "gone"),
        ("Was the size corrected?", "changed"),
        ("Where did media come from?", "why"),
        ("Where did you get our size from by the way?", "why"),
        ("How do you know that we are in Ireland?", "why"),
        ("who told you we are 24", "why"),
    ],
)
def test_of_some_only_the_matter_tells_whose_notes_are_meant(said: str, kind: str) -> None:
    assert notes_asked(said) == kind and of_the_notes(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "Who keeps the records?",
        "Did they change the rules?",
        "Does the nurse read the notes?",
        "Why does it make things up?",
        "Why do you ask me that?",
        "Why did you not answer me?",
        "What do you do with my data?",
        "What do you have to do with Google?",
        "Where do you keep this?",
        "Is it written down where the data comes from?",
    ],
)
def test_what_others_write_and_what_the_talk_answers_is_no_question_to_the_notes(said: str) -> None:
    assert notes_asked(said) is None


@pytest.mark.parametrize(
    ("said", "of"),
    [
        ("Will the report say which office we are?", "name"),
        ("Is our name in the report?", "name"),
        ("Will you write in the report that we had a leak?", "content"),
        ("Can I get the report as a PDF?", None),
        ("Who gets the report?", None),
        ("Can you leave our name out of the report?", None),
    ],
)
def test_what_stands_in_the_report_is_told_apart_from_how_to_get_it(said: str, of: str | None) -> None:
    assert of_the_report(said) == of


@pytest.mark.parametrize("said", [" " * 20_000, "." * 20_000, "is it why " * 2_000, "you not " * 3_000])
def test_long_blanks_cost_no_time(said: str) -> None:
    began = time.process_time()
    notes_asked(said)
    of_the_report(said)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "said",
    [
        "You said 3 more things, what are those?",
        "what other things did you note",
        "Do you also hold the list of what you have noted so far?",
        "whats it say about me",
        "What do you know about us?",
        "I should like to check it line by line.",
    ],
)
def test_all_of_the_notes_can_be_asked_for(said: str) -> None:
    assert of_all_notes(said)


@pytest.mark.parametrize(
    "said",
    [
        "What other things can it do?",
        "There are 3 more people here.",
        "We hired 3 more, which helps.",
        "You need 3 more things which we lack.",
        "What does it say to the patients?",
    ],
)
def test_what_else_there_is_asks_for_no_notes(said: str) -> None:
    assert not of_all_notes(said)
