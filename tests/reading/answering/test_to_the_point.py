"""What is beside the question is no answer to it; a choice that few mean needs a word that tells of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal
from vcassist.reading.answering.to_the_point import beside_the_point, to_the_point, with_telling_words
from vcassist.reading.told.plainly_told import last_word


def read(key: str, value: str, said: str, sure: float = 0.7) -> Proposal:
    return Proposal(key, "known", value, said, sure, 0, len(said))


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("application.outage_effect", "none", "A ban is not a fact."),
        ("data.personal_data", "no", "It does not say who built the model."),
        ("data.provenance", "no", "nobody has asked us"),
    ],
)
def test_a_no_about_something_else_is_no_answer(key: str, value: str, said: str) -> None:
    assert beside_the_point(read(key, value, said), said, FIELDS[key], lambda: 0.02)


@pytest.mark.parametrize("said", ["no, we don't", "Not yet.", "No, I am afraid we do not."])
def test_small_words_answer_a_yes_or_no_question(said: str) -> None:
    assert not beside_the_point(read("storage.encrypted", "no", said), said, FIELDS["storage.encrypted"], lambda: 0.0)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("in the browser", "inside_product"),
        ("over the internet", "api"),
        ("on our own server in the cellar", "self_hosted"),
    ],
)
def test_nobody_runs_a_model_themselves_in_a_browser(said: str, value: str) -> None:
    found = with_telling_words(read("model.access", "self_hosted", said), said)
    assert found is not None and found.value == value


def test_of_several_words_the_last_counts() -> None:
    assert last_word("put partly. No, put yes") == ("yes", 20, 23)
    assert last_word("yes and no") is None
    assert last_word("y") == ("yes", 0, 1)
    assert last_word(" N.") == ("no", 1, 2)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("application.alternative", "yes", "We also use Kronos."),
        ("application.alternative", "yes", "Otter is on the free plan."),
        ("application.affected_people", "customers", "Nobody is told."),
        ("application.alternative", "no", "Nobody gave me permission."),
        ("governance.policy", "yes", "My nephew set it up."),
        ("application.human_review", "never", "Nobody gave me permission."),
        ("application.human_review", "always", "I have patients waiting."),
        ("data.sources", "purchased", "Supplier PEAT"),
        ("application.tells_people", "no", "They never told us how it works."),
    ],
)
def test_a_sentence_about_something_else_is_no_answer_however_surely_it_is_heard(
    key: str, value: str, said: str
) -> None:
    spec = FIELDS[key]
    proposal = read(key, value, said, sure=0.97)
    if spec.type == "set":
        proposal = replace(proposal, value=(value,))
    assert beside_the_point(proposal, said, spec, lambda: 0.01)


def test_what_is_heard_surely_needs_but_a_trace_of_its_field() -> None:
    said, asked = "Shut as a clam.", FIELDS["model.weights"]
    assert not beside_the_point(read(asked.key, "closed", said, sure=0.95), said, asked, lambda: 0.03)
    assert beside_the_point(read(asked.key, "closed", said, sure=0.6), said, asked, lambda: 0.03)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("no", "la, never"),
        ("no", "No, if you press me. The night crews barely send anything in."),
        ("yes", "default rate against score, yes"),
        ("partly", "when I have time, the loud ones"),
    ],
)
def test_a_yes_or_no_of_its_own_answers_wherever_it_stands(value: str, said: str) -> None:
    asked = FIELDS["labelling.quality_checked"]
    end = said.index(".", 5) + 1 if "." in said[:-1] else 0
    p = replace(read(asked.key, value, said, sure=0.85), start=end, end=len(said))
    assert not beside_the_point(p, said, asked, lambda: 0.0)


def test_not_to_know_whats_inside_in_ones_own_words_is_not_to_know() -> None:
    said, asked = "I wouldn't know what's under the bonnet.", FIELDS["model.name"]
    unknown = Proposal(asked.key, "unknown", None, said, 0.98, 0, len(said))
    assert not beside_the_point(unknown, said, asked, lambda: 0.06)
    assert beside_the_point(replace(unknown, confidence=0.6), said, asked, lambda: 0.01)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Through the website, on the office laptop, sometimes on my phone.", "inside_product"),
        ("the firm runs it on its own machines", "api"),
        ("on our own laptop, with ollama, no website", "self_hosted"),
    ],
)
def test_whose_machines_and_what_one_sits_at_are_told_apart(said: str, value: str) -> None:
    found = with_telling_words(read("model.access", "self_hosted", said), said)
    assert found is not None and found.value == value


def test_what_stands_at_the_suppliers_does_not_run_where_one_types_into_it() -> None:
    said = "On their side, we have only got our phones to talk into."
    found = with_telling_words(read("compute.hosting", "device", said), said)
    assert found is not None and found.value == "vendor_managed"
    for said in ("It's all at Kestrel's end, nothing here but my old laptop.", "on their side. here only chromebooks"):
        quoted = replace(read("compute.hosting", "cloud", said), start=said.index("n"), quote=said)
        found = with_telling_words(quoted, said)
        assert found is not None and found.value == "vendor_managed"
    said = "not on their side, on the tablets"
    found = with_telling_words(read("compute.hosting", "device", said), said)
    assert found is not None and found.value == "device"
    said = "in the browser, on the office laptop"
    assert with_telling_words(read("compute.hosting", "own_premises", said), said) is None


def test_its_own_machines_are_not_ours() -> None:
    said = "The company runs it on its own servers."
    assert with_telling_words(read("compute.supplier", "self", said), said) is None
    said = "on our own server, not on their side"
    assert with_telling_words(read("compute.supplier", "self", said), said) is not None


def test_a_word_of_the_question_is_there_by_chance_where_another_field_is_plainly_told() -> None:
    said, asked = "A doctor types the notes by hand.", FIELDS["application.alternative"]
    read_as_one = read(asked.key, "yes", said, sure=0.95)
    assert beside_the_point(read_as_one, said, asked, lambda: 0.01, lambda: 0.9)
    assert not beside_the_point(read_as_one, said, asked, lambda: 0.3, lambda: 0.9)
    assert not beside_the_point(read_as_one, said, asked, lambda: 0.01, lambda: 0.5)
    assert not beside_the_point(read(asked.key, "yes", "Yes. " + said), "Yes. " + said, asked, lambda: 0.0, lambda: 0.9)


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("There is old Petros from the next village, he reads the meters by eye.", False),
        ("Have my aunt Lien at the station, she look at each leaf.", False),
        ("My cousin from the town hall comes on Fridays, she brings cake.", True),
    ],
)
def test_somebody_who_is_there_and_does_it_is_a_fallback(said: str, beside: bool) -> None:
    told = read("application.alternative", "yes", said, 0.9)
    assert beside_the_point(told, said, FIELDS["application.alternative"], lambda: 0.0) is beside


@pytest.mark.parametrize("said", ["not a word in there", "Not one line about that.", "Not a single page on it"])
def test_not_a_word_is_a_no(said: str) -> None:
    key = "governance.exit_clause"
    assert not beside_the_point(read(key, "no", said), said, FIELDS[key], lambda: 0.0)


def test_words_of_answering_answer_the_question_alone() -> None:
    said, asked = "In part. The old ones, hardly.", FIELDS["data.personal_data"]
    answer = read(asked.key, "partly", said, 0.97)
    beside = Proposal("data.representative", "known", "partly", "In part", 0.79, 0, 7)
    best = {p.ref: p for p in (answer, beside)}
    assert set(to_the_point(best, said, asked, lambda _: 0.1)) == {asked.key}
    # Where all around them speaks of the other matter, they answer that.
    assert set(to_the_point(best, said, asked, lambda _: 1.0)) == {asked.key, beside.ref}
    told = replace(beside, quote="The old ones, hardly", start=9, end=29)
    assert set(to_the_point({**best, told.ref: told}, said, asked, lambda _: 0.1)) == {asked.key, told.ref}


def test_what_nobody_mentioned_is_known_by_now() -> None:
    said = "She swapped it in June and never told me so."
    quote = "never told me"
    start = said.index(quote)
    unknown = Proposal("application.labels_content", "unknown", None, quote, 0.9, start, start + len(quote))
    assert beside_the_point(unknown, said, FIELDS["application.labels_content"], lambda: 0.9)
    said = "Whether they carry one, she never told me."
    start = said.index(quote)
    still = replace(unknown, start=start, end=start + len(quote))
    assert not beside_the_point(still, said, FIELDS["application.labels_content"], lambda: 0.9)


@pytest.mark.parametrize(
    ("ref", "value", "text", "left"),
    [
        ("application.affected_people", ("farmers",), "It sounds the sirens for the villagers", ("citizens",)),
        ("application.affected_people", ("farmers", "staff"), "the villagers and our guards", ("citizens", "staff")),
        ("application.affected_people", ("farmers",), "villagers who grow maize", ("farmers",)),
        ("labelling.done_by", ("nobody",), "Our two herpetologists, nobody else", None),
        ("labelling.done_by", ("nobody",), "nobody labels it", ("nobody",)),
    ],
)
def test_villagers_are_no_farmers_by_that_and_nobody_else_is_somebody(
    ref: str, value: tuple[str, ...], text: str, left: tuple[str, ...] | None
) -> None:
    told = with_telling_words(Proposal(ref, "known", value, text, 0.8, 0, len(text)), text)
    assert (told and told.value) == left
