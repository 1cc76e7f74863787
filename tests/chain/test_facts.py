"""Facts, references and the fold: what is taken, what is refused and with which words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import chain as made

from vcassist.chain.facts import (
    SOURCES,
    Chain,
    Fact,
    at_turn,
    chain_from_json,
    checked_value,
    fact_from_json,
    fold,
    split_ref,
)
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.errors import BadInput


# --- references -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("ref", "parts"),
    [
        ("model.weights", ("model", "model", "weights")),
        ("model-2.supplier", ("model-2", "model", "supplier")),
        ("data-13.country", ("data-13", "data", "country")),
    ],
)
def test_a_reference_is_component_kind_and_field(ref: str, parts: tuple[str, str, str]) -> None:
    assert split_ref(ref) == parts


@pytest.mark.parametrize(
    ("ref", "near"),
    [
        ("model.weight", "model.weights"),
        ("aplication.name", "application.name"),
        ("storage.encripted", "storage.encrypted"),
    ],
)
def test_a_wrong_reference_is_refused_naming_the_nearest(ref: str, near: str) -> None:
    with pytest.raises(BadInput, match=rf"There is no field '{ref}'.*nearest is {near}\."):
        split_ref(ref)


@pytest.mark.parametrize(
    "ref",
    ["model-1.weights", "model-0.weights", "model-02.weights", "governance-2.policy", "organisation-2.name", "model", "weights",
     "Model.weights", "model.weights ", "model.", ".weights", "model-2-3.weights", "model-100000.weights", "", "m" * 10_000],
)  # fmt: skip
def test_what_is_no_reference_is_refused(ref: str) -> None:
    with pytest.raises(BadInput, match="There is no field"):
        split_ref(ref)


@pytest.mark.parametrize("ref", [None, 7, ["model.weights"], {"a": 1}])
def test_a_reference_of_another_type_is_refused(ref: Any) -> None:
    with pytest.raises(BadInput, match="There is no field"):
        split_ref(ref)


# --- values -----------------------------------------------------------------------------------------------------------
def test_a_set_is_kept_in_the_vocabularys_order_and_without_repetition() -> None:
    assert checked_value("application.generates", ["image", "text", "image"]) == ("text", "image")
    assert checked_value("application.generates", "text") == ("text",)


@pytest.mark.parametrize(
    ("ref", "value", "why"),
    [
        ("model.weights", "semi-open", "It is one of: open, closed"),
        ("model.weights", "Open", "It is one of: open, closed"),
        ("model.alternative", True, "It takes words"),
        ("model.alternative", None, "It takes words"),
        ("model.weights", ["open"], "It takes words"),
        ("storage.country", "Kenya", "two-letter country code"),
        ("storage.country", "ke", "two-letter country code"),
        ("application.generates", [], "one or more of"),
        ("application.generates", ["text", "smell"], "one or more of"),
        ("application.generates", {"text": 1}, "one or more of"),
        ("application.generates", ["none", "text"], "stand alone"),
        ("labelling.done_by", ["nobody", "vendor"], "stand alone"),
        ("application.name", "  ", "It takes words"),
        ("application.name", "x" * 2001, "may have 2000 characters"),
        ("application.name", "a\x00b", "control characters"),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused_with_the_reason(ref: str, value: Any, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        checked_value(ref, value)


@pytest.mark.parametrize("key", [k for k, f in FIELDS.items() if f.options])
def test_every_value_of_the_vocabulary_is_taken(key: str) -> None:
    for value in FIELDS[key].options:
        wanted = (value,) if FIELDS[key].type == "set" else value
        assert checked_value(key, [value] if FIELDS[key].type == "set" else value) == wanted


# --- one fact -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("item", "what"),
    [
        ("model.weights=open", "has no 'ref'"),
        ({"status": "known", "value": "open"}, "has no 'ref'"),
        ({"ref": "model.weights", "status": "maybe"}, "has the status 'maybe'"),
        ({"ref": "model.weights", "status": "unasked"}, "has the status 'unasked'"),
        ({"ref": "model.weights", "status": "unknown", "value": "open"}, "is unknown and still has a value"),
        ({"ref": "model.weights", "status": "withheld", "by": "weather"}, "withheld by 'weather'"),
        ({"ref": "model.weights", "status": "known"}, "cannot be None"),
    ],
)
def test_a_fact_that_contradicts_itself_is_refused(item: Any, what: str) -> None:
    with pytest.raises(BadInput, match=what):
        fact_from_json(item)


def test_a_fact_survives_its_outward_shape() -> None:
    facts = [
        Fact("model-2.weights", "known", "open", "open weights", 3, 15, 4, source="confirmed", note="by the register"),
        Fact("application.generates", "known", ("text", "image"), "text and images", 0, 15),
        Fact("storage.country", "withheld", None, "they won't say", 0, 14, by="person"),
        Fact("labelling.quality_checked", "not_applicable", None, "no labels", 0, 9),
    ]
    for fact in facts:
        assert fact_from_json({**fact.as_json(), "turn": fact.turn}) == fact


def test_values_are_empty_unless_the_fact_is_known() -> None:
    assert Fact("model.weights", "known", "open").values == ("open",)
    assert Fact("model.weights", "unknown").values == ()
    assert Fact("model.weights", "unknown").open and Fact("model.weights", "withheld").open
    assert not Fact("model.weights", "not_applicable").open


def test_facts_are_stamped_with_their_turn() -> None:
    assert [f.turn for f in at_turn([Fact("model.weights", "known", "open")], 7)] == [7]


# --- the fold -----------------------------------------------------------------------------------------------------------
def test_a_later_fact_replaces_an_earlier_one_and_history_keeps_all_in_order() -> None:
    said = [
        Fact("model.weights", "unknown", turn=1),
        Fact("model.weights", "known", "open", turn=2),
        Fact("model.weights", "known", "closed", turn=5),
    ]
    folded = fold(said)
    assert folded.value("model.weights") == "closed"
    assert [f.turn for f in folded.history["model.weights"]] == [1, 2]
    assert [h["turn"] for h in folded.as_json()["facts"][0]["history"]] == [1, 2]


def test_a_set_fact_carries_the_whole_new_set() -> None:
    said = [
        Fact("application.generates", "known", ("text", "image")),
        Fact("application.generates", "known", ("audio",)),
    ]
    assert fold(said).get("application.generates") == said[1]


def test_a_value_that_became_unknown_is_no_value_any_more() -> None:
    folded = fold([Fact("model.weights", "known", "open"), Fact("model.weights", "unknown")])
    assert folded.value("model.weights") is None


def test_components_come_in_the_order_of_their_numbers_and_a_kind_never_mentioned_is_one_open_component() -> None:
    folded = made({"model-10.weights": "open", "model-2.weights": "open", "model.weights": "open"})
    assert folded.components("model") == ("model", "model-2", "model-10")
    assert folded.components("data") == ("data",)
    assert folded.mentioned("data") == ()
    assert folded.all_components() == ("model", "model-2", "model-10")


def test_a_component_is_absent_only_when_none_of_its_fields_applies() -> None:
    none = {f"labelling.{f.name}": {"status": "not_applicable"} for f in fields_of("labelling")}
    assert made(none).absent("labelling")
    assert made({**none, "labelling.done_by": ["nobody"]}).absent("labelling")
    assert not made({**none, "labelling.done_by": ["vendor"]}).absent("labelling")
    assert not made({k: v for k, v in none.items() if not k.endswith("country")}).absent("labelling")


def test_a_title_is_the_name_where_there_is_one_else_kind_and_number() -> None:
    folded = made({"model.name": "North-4", "model-2.weights": "open", "storage.country": "KE"})
    assert [folded.title(c) for c in ("model", "model-2", "storage")] == ["North-4", "Model 2", "Storage"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["model.weights", "model-2.weights", "data.consent"]),
            st.sampled_from(["unknown", "withheld"]),
        )
    )
)
def test_the_fold_keeps_the_last_fact_of_each_field_and_loses_none(said: list[tuple[str, str]]) -> None:
    facts = [Fact(ref, status, turn=n) for n, (ref, status) in enumerate(said)]  # type: ignore[arg-type]
    folded = fold(facts)
    for ref in {ref for ref, _ in said}:
        of_it = tuple(f for f in facts if f.ref == ref)
        assert (*folded.history.get(ref, ()), folded.facts[ref]) == of_it


# --- chain files ------------------------------------------------------------------------------------------------------
def test_a_chain_file_needs_no_more_than_references_and_values() -> None:
    read = chain_from_json(
        {"facts": [{"ref": "model.weights", "value": "closed"}, {"ref": "model.licence", "status": "unknown"}]}
    )
    assert read.value("model.weights") == "closed"
    assert read.get("model.licence").status == "unknown"  # type: ignore[union-attr]


def test_an_empty_chain_file_is_an_empty_chain() -> None:
    assert chain_from_json({"facts": []}) == Chain({}, {})


@pytest.mark.parametrize("data", [None, [], "facts", {}, {"facts": {}}, {"facts": "model"}, {"fact": []}])
def test_what_is_no_chain_file_is_told_how_one_looks(data: Any) -> None:
    with pytest.raises(BadInput, match="This is not a chain file.*Write"):
        chain_from_json(data)


def test_a_refused_chain_file_names_the_number_of_the_fact() -> None:
    with pytest.raises(
        BadInput, match=r"Fact 2 cannot be used: There is no field 'model.wieghts'\. The nearest is model\.weights\."
    ):
        chain_from_json({"facts": [{"ref": "model.name", "value": "X"}, {"ref": "model.wieghts", "value": "open"}]})
    with pytest.raises(BadInput, match=r"Fact 1 cannot be used: model\.weights cannot be 'ajar'"):
        chain_from_json({"facts": [{"ref": "model.weights", "value": "ajar"}]})
    with pytest.raises(BadInput, match="Fact 1 cannot be used: A fact has no 'ref'"):
        chain_from_json({"facts": [None]})


def test_the_same_reference_twice_is_refused() -> None:
    with pytest.raises(BadInput, match=r"Fact 3 cannot be used: model\.weights stands twice\."):
        chain_from_json(
            {"facts": [{"ref": r, "value": "open"} for r in ("model.weights", "model-2.weights", "model.weights")]}
        )


@pytest.mark.parametrize("value", [[["deployer"]], [{"a": 1}], [None], [1]])
def test_a_set_of_something_else_than_words_is_refused(value: object) -> None:
    with pytest.raises(BadInput, match="organisation.ai_role cannot be"):
        chain_from_json({"facts": [{"ref": "organisation.ai_role", "value": value}]})


def test_the_page_on_chain_files_names_every_source() -> None:
    page = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    told = page.partition("`source` is ")[2].partition(".\n")[0]
    assert re.findall(r"`(\w+)`", told) == list(SOURCES)


# --- countries and sources ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("code", ["ZZ", "XX", "UK", "EL", "QQ"])
def test_two_letters_that_are_no_country_are_refused(code: str) -> None:
    with pytest.raises(BadInput, match="two-letter country code"):
        chain_from_json({"facts": [{"ref": "storage.country", "value": code}]})


def test_who_writes_uk_is_told_the_right_code() -> None:
    with pytest.raises(BadInput, match="The United Kingdom is GB"):
        checked_value("storage.country", "UK")


def test_every_country_of_iso_3166_the_bloc_and_all_that_a_form_offers_is_taken() -> None:
    import pycountry

    from vcassist.web.words import countries

    codes = {country.alpha_2 for country in pycountry.countries} | {"EU", *countries()}
    assert {checked_value("storage.country", code) for code in codes} == codes


@pytest.mark.parametrize("source", ["a dream", 7, ["said"], "Said"])
def test_a_source_that_does_not_exist_is_refused_naming_those_that_do(source: Any) -> None:
    with pytest.raises(BadInput, match="may be said, confirmed, form"):
        chain_from_json({"facts": [{"ref": "storage.country", "value": "KE", "source": source}]})


def test_every_source_that_reports_have_words_for_is_known_and_kept() -> None:
    from vcassist.report.model_basis import SOURCES as WORDS

    assert set(WORDS) == set(SOURCES)
    for source in SOURCES:
        fact = {"ref": "storage.country", "value": "KE", "source": source}
        assert chain_from_json({"facts": [fact]}).facts["storage.country"].source == source


# --- other facts of the same components ----------------------------------------------------------------------------------
def test_other_facts_stay_among_the_components_of_their_chain() -> None:
    chain = made({"model.name": "North-4", "model-2.weights": "open"})
    fewer = chain.with_facts({"model.name": chain.facts["model.name"]})
    assert fewer.mentioned("model") == ("model", "model-2") and fewer.get("model-2.weights") is None


def test_a_chain_without_a_fact_keeps_its_component() -> None:
    chain = made({"model.name": "North-4", "model-2.weights": "open"})
    fewer = chain.without("model-2.weights")
    assert fewer.mentioned("model") == ("model", "model-2") and fewer.get("model-2.weights") is None
    assert fewer.value("model.name") == "North-4" and chain.value("model-2.weights") == "open"
    assert chain.without("storage.country").facts == chain.facts


def test_a_fact_of_a_component_that_a_chain_has_not_is_a_mistake_of_who_asks() -> None:
    chain = made({"model.name": "North-4"})
    with pytest.raises(ValueError, match="model-2"):
        chain.imagining(Fact("model-2.weights", "known", "open"))
    # A kind that nothing is said about is one open component.
    assert chain.imagining(Fact("storage.country", "known", "KE")).value("storage.country") == "KE"
