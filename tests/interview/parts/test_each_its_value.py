"""Who gives each of several its own value by name has given no half answer for one of them."""

from __future__ import annotations

import pytest
from talks import WordReader, ask
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.parts.each_its_value import with_each_its_value


def told(said: str, asked: str = "model.alternative", **more: str) -> dict[str, object]:
    t = Talk(WordReader())
    t.know(**{"model__name": "Whisper large", "model-2__name": "Mistral", **more})
    ask(t, asked)
    half = Fact(asked, "known", "partly", said, 0, len(said), 5)
    heard = with_each_its_value(Heard(facts=(half,)), said, t.session, 5)
    assert all(f.quote == said[f.start : f.end] for f in heard.facts)
    return {f.ref: f.value for f in heard.facts}


@pytest.mark.parametrize(
    "said",
    [
        "Yes for Whisper, no for Mistral.",
        "Whisper yes, Mistral no",
        "Mistral: no. Whisper: yes.",
        "no with Mistral, but yes with Whisper large",
    ],
)
def test_each_gets_its_own(said: str) -> None:
    assert told(said) == {"model.alternative": "yes", "model-2.alternative": "no"}


@pytest.mark.parametrize("said", ["Partly.", "For Whisper partly, I think", "Whisper, and no Mistral is needed"])
def test_an_answer_to_one_stays_what_it_was(said: str) -> None:
    assert told(said) == {"model.alternative": "partly"}


def test_what_stands_of_the_other_is_not_changed_by_it() -> None:
    found = told("Yes for Whisper, no for Mistral.", **{"model-2__alternative": "yes"})
    assert found == {"model.alternative": "yes"}
