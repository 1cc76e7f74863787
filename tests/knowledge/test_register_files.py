"""The register holds together: nothing dangles, everything has a source and a date, names mean one thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vcassist.assessment.jurisdictions import same_jurisdiction
from vcassist.assessment.register import RESTS_ON, name_key
from vcassist.errors import BrokenAsset
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.names import NameFinder

REGISTER = load_register()
DATE = re.compile(r"(19|20)\d{2}(-\d{2}(-\d{2})?)?")
EDGE_KINDS = {*RESTS_ON, "made_by", "equipped_by", "chips_from"}


def test_every_edge_leads_somewhere_and_has_a_source_and_a_date() -> None:
    for supplier in REGISTER.suppliers.values():
        for edge in supplier.edges:
            assert edge.kind in EDGE_KINDS, (supplier.id, edge.kind)
            assert edge.to in REGISTER.suppliers, (supplier.id, edge.to)
            assert edge.source in REGISTER.sources, (supplier.id, edge.source)
            assert DATE.fullmatch(edge.as_of)


@pytest.mark.parametrize("table", ["suppliers", "models", "products", "accelerators"])
def test_every_entity_has_a_known_source_and_a_date(table: str) -> None:
    for entity in getattr(REGISTER, table).values():
        assert entity.source in REGISTER.sources, entity.id
        assert DATE.fullmatch(entity.as_of), entity.id


def test_an_export_status_has_a_source_or_is_left_open() -> None:
    for chip in REGISTER.accelerators.values():
        assert chip.export_source in REGISTER.sources if chip.export_source else chip.export == "undisclosed", chip.id


def test_what_is_open_about_products_and_chips_is_kept() -> None:
    assert REGISTER.products["otter"].undisclosed == ("model_developer",)
    assert REGISTER.accelerators["nvidia-rtx-5090"].disputed


def test_sources_have_title_publisher_and_date() -> None:
    for source in REGISTER.sources.values():
        assert source.title and source.publisher and DATE.fullmatch(source.date), source.id


def test_models_products_and_chips_name_suppliers_that_exist() -> None:
    known = set(REGISTER.suppliers)
    for model in REGISTER.models.values():
        assert model.developer in known or (not model.developer and model.developer_name), model.id
        assert model.weights in ("open", "closed", "undisclosed"), model.id
    for product in REGISTER.products.values():
        assert {product.supplier, *product.model_developers, *product.runs_on} <= known, product.id
    for chip in REGISTER.accelerators.values():
        assert {chip.vendor, *chip.foundries} <= known, chip.id
        assert chip.export in ("controlled", "not_controlled", "undisclosed"), chip.id
    for vendor, foundries in REGISTER.vendor_foundries.items():
        assert {vendor, *foundries} <= known, vendor


def test_nobody_owns_itself_through_others() -> None:
    for supplier in REGISTER.suppliers.values():
        at, above = supplier.id, {supplier.id}
        while owners := [e.to for e in REGISTER.suppliers[at].edges if e.kind == "owned_by"]:
            assert len(owners) == 1, f"{at} has two owners"
            at = owners[0]
            assert at not in above, f"{supplier.id} owns itself"
            above.add(at)


@pytest.mark.parametrize("table", ["suppliers", "models", "products", "accelerators"])
def test_a_name_means_one_entity_of_a_table(table: str) -> None:
    owner: dict[str, str] = {}
    for entity in getattr(REGISTER, table).values():
        for name in (entity.name, *entity.aliases, *getattr(entity, "brands", ())):
            assert name_key(name), (entity.id, name)
            assert owner.setdefault(name_key(name), entity.id) == entity.id, (name, owner[name_key(name)], entity.id)


def test_countries_are_two_letter_codes() -> None:
    for supplier in REGISTER.suppliers.values():
        assert re.fullmatch(r"[A-Z]{2}", supplier.country), supplier.id
    assert all(re.fullmatch(r"[A-Z]{2}", c) for c in REGISTER.restricted)


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        ("Azure", "Microsoft"),
        ("azure openai", "Microsoft"),
        ("AWS", "Amazon Web Services"),
        ("open ai", "OpenAI"),
        ("GitHub", "GitHub"),
        ("Nobody Knows", "Nobody Knows"),
        ("self", "self"),
    ],
)
def test_a_brand_folds_into_its_company_and_a_subsidiary_keeps_its_name(said: str, canonical: str) -> None:
    assert REGISTER.canonical(said) == canonical


def test_a_subsidiary_has_its_parent() -> None:
    github = REGISTER.supplier("GitHub")
    assert github and "microsoft" in REGISTER.upstream(github.id)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("DE", "FR", True), ("NO", "EU", True), ("DE", "GB", False), ("KE", "KE", True), ("CH", "DE", False)],
)
def test_the_eu_and_eea_count_as_one_country(one: str, other: str, same: bool) -> None:
    assert same_jurisdiction(one, other) is same


def test_a_broken_register_is_refused(tmp_path: Path) -> None:
    for name in ("sources", "suppliers", "models", "products", "accelerators", "export_rules"):
        (tmp_path / f"{name}.yaml").write_text("a: 1\n", "utf-8")
    with pytest.raises(BrokenAsset, match="is broken"):
        load_register(tmp_path)
    (tmp_path / "sources.yaml").write_text("- a\n", "utf-8")
    with pytest.raises(BrokenAsset, match="holds no entries"):
        load_register(tmp_path / ".")


@pytest.mark.parametrize(
    "said",
    [
        "We pay in advance, and our software is up to date.",
        "The teachers read AI output and replicate the steps.",
        "We need a language tool for pupils, there is open evidence that it helps.",
        "Im Mai kostet es R100.",
        "We cannot fathom why the granola is late, and signpost people to other services.",
    ],
)
def test_no_name_is_found_in_ordinary_words(said: str) -> None:
    # A name is also its id, and legal forms fall off: an entry "advance" or "Replicate Inc" would be found in any message.
    assert NameFinder(REGISTER).find(said) == []
