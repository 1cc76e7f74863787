"""Words that only point at somebody or somewhere named before mean who or where that was, and are no names."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.interview.answers.same_as_before import only_points, same_as_before
from vcassist.interview.ports import Reading
from vcassist.reading.answering.exact import ExactReader

SUPPLIER, STORES, RUNS = "application.supplier", "storage.supplier", "compute.supplier"
OURS, LIES, STANDS = "organisation.country", "storage.country", "compute.country"


def chain(**noted: str) -> Chain:
    """Answers in the order in which they were given, each in a turn of its own."""
    refs = [ref.replace("__", ".") for ref in noted]
    facts = [
        Fact(ref, "known", checked_value(ref, value), value, 0, len(value), n)
        for n, (ref, value) in enumerate(zip(refs, noted.values(), strict=True), 1)
    ]
    return Chain({f.ref: f for f in facts})


NOTED = chain(organisation__country="KE", application__supplier="Otoscribe")
LATER = chain(
    application__supplier="Otoscribe", storage__supplier="Hetzner", organisation__country="KE", storage__country="DE"
)


def meant(said: str, asked: str, noted: Chain) -> Any:
    told = same_as_before(said, asked, noted)
    return told.value if told is not None else None


@pytest.mark.parametrize(
    "said",
    ["them", "they do", "the vendor itself", "vendor's cloud", "on their servers", "also them, I think", "theirs"],
)
def test_who_says_them_means_who_supplies_the_tool(said: str) -> None:
    assert meant(said, STORES, NOTED) == "Otoscribe"
    assert meant(said, RUNS, LATER) == "Otoscribe"


@pytest.mark.parametrize("said", ["same", "the same guys", "ditto", "as above", "same company again"])
def test_who_says_the_same_means_whom_they_named_last(said: str) -> None:
    assert meant(said, STORES, NOTED) == "Otoscribe"
    assert meant(said, RUNS, LATER) == "Hetzner"


@pytest.mark.parametrize(
    "said", ["here", "in our country", "locally", "at home, of course", "it stays here", "All of it is kept with us"]
)
def test_here_is_the_own_country(said: str) -> None:
    assert meant(said, STANDS, LATER) == "KE"


@pytest.mark.parametrize(
    "said", ["there too", "same country", "same as the storage", "also there", "they run there too"]
)
def test_there_is_where_something_was_named_last(said: str) -> None:
    assert meant(said, STANDS, LATER) == "DE"
    assert meant("same country", LIES, NOTED) == "KE"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("the ministry", STORES),
        ("them and Google", STORES),
        ("they keep it on AWS", STORES),
        ("not here", LIES),
        ("here in Uganda", LIES),
        ("here", OURS),
        ("them", "application.affected_people"),
    ],
)
def test_words_that_say_more_or_answer_something_else_are_left_to_the_readers(said: str, asked: str) -> None:
    assert not only_points(said, asked)
    assert same_as_before(said, asked, LATER) is None


def test_where_nobody_was_named_it_is_nobodys_name() -> None:
    class Never:
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            raise AssertionError(message)

    assert ExactReader(Never()).read("them", STORES, Chain()).proposals == ()


def test_of_several_suppliers_none_is_meant() -> None:
    two = Chain(
        {**NOTED.facts, "application-2.supplier": Fact("application-2.supplier", "known", "Kora", "Kora", 0, 4, 9)}
    )
    assert same_as_before("them", STORES, two) is None


def test_a_supplier_that_is_kept_back_is_kept_back_again() -> None:
    kept = Chain({SUPPLIER: Fact(SUPPLIER, "withheld", None, "I won't say", 0, 11, 1, by="person")})
    told = same_as_before("the same company", STORES, kept)
    assert told is not None and (told.status, told.by) == ("withheld", "person")


def test_such_words_are_no_name_of_a_model() -> None:
    assert only_points("them", "model.name") and same_as_before("them", "model.name", NOTED) is None
