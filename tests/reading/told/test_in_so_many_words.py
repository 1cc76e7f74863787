"""What people say in so many words beside another answer is noted; what is unsure, denied or known is not."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, fold
from vcassist.chain.facts import Fact as F
from vcassist.interview.ports import Reading
from vcassist.reading.told.in_so_many_words import with_plain_sayings


def told(message: str, asked: str | None = "data.sources", chain: Chain | None = None) -> dict[str, object]:
    read = with_plain_sayings(Reading((), "answer"), message, asked, chain or Chain())
    assert all(p.quote == message[p.start : p.end] for p in read.proposals)
    return {p.ref: p.value for p in read.proposals}


@pytest.mark.parametrize(
    ("message", "ref", "value"),
    [
        ("owner names. yes. im alone here, no colleagues", "organisation.size", "up_to_10"),
        ("Also, we are three persons in the archive.", "organisation.size", "up_to_10"),
        ("we're 34 volunteers", "organisation.size", "11_to_50"),
        ("I am the only one here", "organisation.size", "up_to_10"),
        ("the finished forms go in our google drive as pdf", "storage.supplier", "Google"),
        ("All is saved on Dropbox.", "storage.supplier", "Dropbox"),
        ("It was built jointly by our ICT unit and Messrs Tlou Systems.", "application.sourcing", "both"),
        ("Developed by us and the Lexa company", "application.sourcing", "both"),
        ("we built it together with a start-up from Lima", "application.sourcing", "both"),
    ],
)
def test_it_is_noted(message: str, ref: str, value: str) -> None:
    assert told(message)[ref] == value


def test_rules_that_are_being_drafted_are_there_in_part() -> None:
    said = "My vice principal is drafting one, after the break it is ready."
    assert told(said, "governance.policy") == {"governance.policy": "partly"}
    assert told(said) == {}


@pytest.mark.parametrize(
    "message",
    [
        "he says it sends something to Google Drive, I am not sure",
        "it is not saved on Dropbox any more",
        "is it kept on OneDrive?",
        "we work with Google Drive",
        "they left me alone with it",
    ],
)
def test_what_is_unsure_denied_asked_or_of_something_else_is_not(message: str) -> None:
    assert told(message) == {}


def test_what_is_known_stays() -> None:
    chain = fold([F("organisation.size", "known", "11_to_50")])
    assert told("im alone here today", chain=chain) == {}


@pytest.mark.parametrize(
    ("message", "purpose"),
    [("hi. x-ray app. vet.", "x-ray app"), ("we use a leaf disease scanner", "leaf disease scanner")],
)
def test_the_kind_of_a_tool_tells_what_it_is_for(message: str, purpose: str) -> None:
    assert told(message, None) == {"application.purpose": purpose}


@pytest.mark.parametrize("message", ["we use an AI tool", "it is some new app.", "what is your free app?"])
def test_that_it_is_a_tool_tells_nothing(message: str) -> None:
    assert told(message, None) == {}


@pytest.mark.parametrize(
    "said",
    ["I'm the only one here who sat the course", "It was built by our nephew", "we built it with Claude and patience"],
)
def test_what_only_sounds_like_it_is_not(said: str) -> None:
    assert told(said) == {}
