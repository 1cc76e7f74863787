"""What a message denies of what was noted: of two names of which one holds the other, that which is denied goes."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.denying import (
    by_its_bare_name,
    denies,
    name_put_instead,
    old_value_in,
    set_put_right,
)


def put_right(old: str, said: str) -> object:
    """The name that a message puts in the place of a supplier's."""
    fact = Fact("application.supplier", "known", old, old, 0, len(old))
    assert denies(fact, said, str)
    new = name_put_instead(fact, said, old_value_in(fact, said, str))
    return new and new.value


@pytest.mark.parametrize(
    ("old", "said", "new"),
    [
        ("Brightwave", "No, Brightwave Labs, not Brightwave.", "Brightwave Labs"),
        ("Molarix", "It's Molarix Health, not Molarix", "Molarix Health"),
        ("Zed", "not Zed but Zed Software", "Zed Software"),
        ("Sol", "Sol de Mayo, not Sol", "Sol de Mayo"),
        ("Lumo Labs", "just Lumo, not Lumo Labs", "Lumo"),
    ],
)
def test_a_name_that_holds_the_denied_one_or_is_in_it_takes_its_place(old: str, said: str, new: str) -> None:
    assert put_right(old, said) == new


@pytest.mark.parametrize(
    ("old", "said"), [("Montis", "not Montis, Zed"), ("Montis", "we don't use Montis"), ("Lumo Labs", "not Lumo Labs")]
)
def test_another_name_is_left_to_the_reader(old: str, said: str) -> None:
    assert put_right(old, said) is None


def test_a_part_of_a_number_repeats_nothing_of_it_and_a_larger_one_in_words_does() -> None:
    size = Fact("organisation.size", "known", "11_to_50", "which brings us to three and twenty")
    assert old_value_in(size, "Three have followed a course in Ghent.", str) is None
    assert old_value_in(size, "Three and twenty was with the choir.", str) is not None
    thirty = Fact("organisation.size", "known", "11_to_50", "about thirty")
    assert old_value_in(thirty, "Thirty is the Christmas crowd.", str) == (0, 6)


@pytest.mark.parametrize(
    ("old", "read", "said", "left"),
    [
        (("text", "audio"), ("audio",), "the machine makes also audio, I said to you it is only the text!!", ("text",)),
        (("text", "audio"), ("text",), "not only text, also audio", ("text", "audio")),
    ],
)
def test_nothing_but_what_is_named_so_is_left(
    old: tuple[str, ...], read: tuple[str, ...], said: str, left: object
) -> None:
    ref = "application.generates"
    before, after = (Fact(ref, "known", v, said, 0, len(said)) for v in (old, read))
    assert set_put_right(before, after, said, str).value == left


@pytest.mark.parametrize("said", ["we arent gov", "we are not the govt", "wait, who said government"])
def test_a_choice_is_denied_in_its_short_form_too(said: str) -> None:
    assert denies(Fact("organisation.sector", "known", "government", "our office"), said, str)


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("why have you put Northchat", True),
        ("why did you write Northchat, I said Eastchat", True),
        ("why do we use Northchat", False),
        ("It is Eastchat that does the typing, not Northchat", False),
        ("It is Eastchat that we use, not Northchat", True),
    ],
)
def test_a_name_is_denied_by_a_complaint_and_not_by_who_does_the_work(said: str, denied: bool) -> None:
    assert denies(Fact("application.name", "known", "Northchat", "Northchat", 0, 9), said, str) is denied


def test_who_comes_next_in_a_sentence_is_no_part_of_a_name() -> None:
    old = Fact("application.name", "known", "Shelf", "Shelf", 0, 5)
    said = "Before Shelf Miss Rennie told people; it is Dragon that types, not Shelf."
    assert name_put_instead(old, said, old_value_in(old, said, str)) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("It's Hollis Data", "Hollis Data"),
        ("It is now Kora", "Kora"),
        ("Hollis Data", "Hollis Data"),
        ("it's theirs", "it's theirs"),
    ],
)
def test_a_name_stands_without_the_verb_before_it(words: str, name: str) -> None:
    said = f"Sorry. {words}."
    fact = by_its_bare_name(Fact("application.supplier", "known", words, words, 7, 7 + len(words)))
    assert fact.value == name == said[fact.start : fact.end]


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("Instead of Mizan: zero. The paper died with Abu Samir.", False),
        ("Nothing. Instead of Mizan we would sit with pen and paper", False),
        ("Instead of Mizan, it is called Zeca", True),
        ("It is Zeca, instead of Mizan", True),
    ],
)
def test_what_there_is_in_its_place_denies_no_name(said: str, denied: bool) -> None:
    old = Fact("application.name", "known", "Mizan", "Mizan", 0, 5)
    assert denies(old, said, str) is denied
