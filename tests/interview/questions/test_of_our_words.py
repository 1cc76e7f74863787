"""What is said of the assistant's own words is no answer and no complaint of what was noted."""

from __future__ import annotations

import pytest

from vcassist.interview.questions.of_our_words import of_our_words, wants_no_quotes


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("You said the same thing twice. Fine. It's called Magic Notes.", "repeated"),
        ("You keep telling me the same thing", "repeated"),
        ("that is the same answer as before", "repeated"),
        ("hey you just gave me that same paragraph again", "repeated"),
        ("You contradict yourself.", "contradicted"),
        ("So my manager could read it? That's the opposite of what you said at first.", "contradicted"),
        ("First you said nobody reads it, now you say my boss can.", "contradicted"),
        ("Please stop quoting that sentence back at me.", "unquoted"),
        ("don't quote my words back to me please", "unquoted"),
    ],
)
def test_what_is_said_of_our_words_is_told_apart(said: str, kind: str) -> None:
    assert of_our_words(said) == kind


@pytest.mark.parametrize(
    "said",
    [
        "you have Copilot twice",
        "The tool contradicts itself sometimes, so we check always.",
        "We say the same thing twice in every letter",
        "we never quote people in a letter",
        "it repeats what you said in a nicer way",
        "Don't quote me.",
        "You said it runs in a cloud, is that right?",
    ],
)
def test_what_only_looks_alike_is_left(said: str) -> None:
    assert of_our_words(said) is None
    assert not wants_no_quotes(said)
