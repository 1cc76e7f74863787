"""A no of one sentence makes no no of another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vcassist.chain.facts import Chain
from vcassist.knowledge.register import load_register
from vcassist.reading.offline import OfflineReader
from vcassist.reading.trained import Guess, open_trained
from vcassist.reading.vetoes.denied_elsewhere import affirmed_in_a_clause, denied_elsewhere, denied_in_itself


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


def heard(reader: OfflineReader, message: str, asked: str | None = None) -> dict[str, object]:
    return {p.ref: p.value for p in reader.read(message, asked, Chain()).proposals}


@pytest.mark.parametrize(
    ("message", "ref"),
    [
        ("We have an AI policy. Nobody was trained.", "governance.policy"),
        ("Consent was given. Nobody reads the outputs.", "data.consent"),
        ("We did a DPIA. No model card has been provided.", "governance.impact_assessment"),
    ],
)
def test_what_its_own_sentence_affirms_is_a_yes(reader: OfflineReader, message: str, ref: str) -> None:
    assert heard(reader, message)[ref] == "yes"
    assert heard(reader, message, ref)[ref] == "yes"


def test_what_is_denied_stays_so(reader: OfflineReader) -> None:
    told = heard(reader, "We have an AI policy. Nobody was trained.")
    assert told["governance.staff_trained"] == "no"
    assert heard(reader, "There are no rules. Nobody was trained.")["governance.policy"] == "no"


def guess(text: str, quote: str, value: str = "no") -> Guess:
    at = text.index(quote)
    return Guess("governance.policy", 0.9, "known", 0.9, ((value, 0.9),), at, at + len(quote))


def test_only_a_no_whose_sentence_denies_nothing_is_looked_at_again() -> None:
    text = "We have a policy. Nobody was trained."
    part = denied_elsewhere(guess(text, "We have a policy"), text)
    assert part is not None and part.text == "We have a policy."
    assert denied_elsewhere(guess(text, "We have a policy", "yes"), text) is None
    assert denied_elsewhere(guess(text, "Nobody was trained"), text) is None
    assert (
        denied_elsewhere(
            guess("We have a policy. All were trained.", "We have a policy"), "We have a policy. All were trained."
        )
        is None
    )


def test_a_yes_in_words_that_deny_is_looked_at_by_itself() -> None:
    text = "Oh I was only asking but the cleaners don't get asked and they sign for the keys that are theirs"
    unsure = replace(guess(text, "the cleaners don't get asked", "yes"), presence=0.6)
    part = denied_in_itself(unsure, text)
    assert part is not None and part.text == "the cleaners don't get asked"
    assert denied_in_itself(replace(unsure, presence=0.99, status_sure=0.99, values=(("yes", 0.99),)), text) is None
    assert denied_in_itself(replace(guess(text, "they sign for the keys", "yes"), presence=0.6), text) is None


def test_a_denial_among_other_things_stays_one(reader: OfflineReader) -> None:
    message = (
        "what no that came from me as a question but uh no the campers don't get told that a computer wrote it, they fill in the card and sign "
        "below that says we may use their names so we do have permission"
    )
    assert heard(reader, message, "application.tells_people")["application.tells_people"] == "no"


@pytest.mark.parametrize(
    ("message", "ref"),
    [
        ("Their engineers learn from our calls to train it, nobody told the callers.", "model.trains_on_inputs"),
        ("The scans go abroad, we never wanted that.", "storage.crosses_border"),
    ],
)
def test_a_no_of_another_clause_is_none_of_the_one_that_speaks_of_it(
    reader: OfflineReader, message: str, ref: str
) -> None:
    assert heard(reader, message, ref)[ref] == "yes"


def test_a_clause_that_denies_the_one_before_it_keeps_its_no() -> None:
    text = "We have a policy, but we don't."
    assert affirmed_in_a_clause(guess(text, "We have a policy"), text) is None
    text = "We have a policy, nobody was trained."
    parts = affirmed_in_a_clause(guess(text, "We have a policy, nobody was trained"), text)
    assert parts is not None and parts[0].text == "We have a policy"
    assert affirmed_in_a_clause(guess(text, "nobody was trained"), text) is None
