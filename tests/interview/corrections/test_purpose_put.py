"""What a tool is for is put in other words by those who say so."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview.corrections.purpose_put import purpose_put


def put(said: str, **known: str) -> tuple[str, object] | None:
    t = talk()
    t.know(**known)
    pair = purpose_put(said, ask(t, "governance.policy").session.chain, 9, None)
    return None if pair is None else (pair[1].ref, pair[1].value)


@pytest.mark.parametrize(
    ("said", "purpose"),
    [
        ("no but it is not for being a bot haha, it is for explaining their rights", "explaining their rights"),
        ("It isn't to mark essays, it's to suggest a mark", "suggest a mark"),
        ('Put simply "explains labour rights to workers" please', "explains labour rights to workers"),
        (
            'You have the purpose incomplete; write: "pre-identification to the rank of genus, before a botanist looks".',
            "pre-identification to the rank of genus, before a botanist looks",
        ),
        ("Kindly note verbatim, under purpose: “Vorbestimmung bis zur Gattung”", "Vorbestimmung bis zur Gattung"),
    ],
)
def test_the_only_tool(said: str, purpose: str) -> None:
    assert put(said, application__name="Justa", application__purpose="bot in the chat") == (
        "application.purpose",
        purpose,
    )


TWO = {
    "application__name": "Copilot",
    "application__purpose": "predicts how many parcels we need",
    "application-2__name": "ParcelCast",
}


@pytest.mark.parametrize(
    "said",
    [
        "two things: ParcelCast predicts parcels. Copilot helps write letters to donors",
        "you've got copilot down as predicting parcels, it doesn't, it's letters",
    ],
)
def test_the_one_of_two_that_is_named(said: str) -> None:
    found = put(said, **TWO)
    assert found is not None and found[0] == "application.purpose" and "letters" in str(found[1])


@pytest.mark.parametrize(
    "said",
    [
        "it is not for free, it is for 20 euros",
        'Put "urgent" on it',
        'Please put "carries on".',
        'What is its purpose, "to please the ministry"?',
        "Copilot writes letters now and then",
        "it is not in the cloud, it is here",
    ],
)
def test_what_only_sounds_like_it_puts_nothing(said: str) -> None:
    assert put(said, **TWO) is None
