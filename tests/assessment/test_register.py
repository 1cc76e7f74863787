"""A way up the register leads only to what its beginning rests on, and a product's begins at the product."""

from __future__ import annotations

from dataclasses import replace

from worlds import AS_OF, small_register, supplier

from vcassist.assessment.register import Product, Register, Supplier

ALL = frozenset({"built_by", "runs_on", "owned_by", "chips_from", "made_by", "equipped_by"})


def register_with(*more: Supplier) -> Register:
    known = small_register()
    return replace(known, suppliers={**known.suppliers, **{s.id: s for s in more}})


def test_who_runs_on_a_cloud_does_not_rest_on_the_models_that_the_clouds_own_products_use() -> None:
    cloud = supplier("wide", "Widecloud", "US", ("built_by", "eastmodel"), ("chips_from", "chipco"))
    known = register_with(cloud, supplier("guest", "Guest", "KE", ("runs_on", "wide")))
    assert set(known.upstream("guest", ALL)) == {"wide", "chipco", "foundry"}
    assert "eastmodel" in known.upstream("wide")


def test_a_daughter_does_not_rest_on_the_models_that_its_owner_uses() -> None:
    owner = supplier("owner", "Owner", "US", ("built_by", "eastmodel"))
    known = register_with(owner, supplier("daughter", "Daughter", "US", ("owned_by", "owner")))
    assert set(known.upstream("daughter")) == {"owner"}


def test_models_rest_on_their_own_makers_models_and_clouds() -> None:
    known = register_with(supplier("shell", "Shell", "KE", ("built_by", "southapp")))
    assert set(known.upstream("shell")) == {"southapp", "northmodel", "bigcloud"}


def test_who_buys_chips_does_not_rest_on_the_clouds_of_their_designer() -> None:
    designer = supplier("d", "Designer", "US", ("runs_on", "tidecloud"), ("made_by", "foundry"))
    known = register_with(designer, supplier("buyer", "Buyer", "KE", ("chips_from", "d")))
    assert set(known.upstream("buyer", ALL)) == {"d", "foundry"}


def test_what_is_reached_in_two_ways_counts_by_both() -> None:
    cloud = supplier("both", "Both", "US", ("runs_on", "tidecloud"), ("made_by", "foundry"))
    buyer = supplier("buyer", "Buyer", "KE", ("chips_from", "both"), ("runs_on", "both"))
    assert set(register_with(cloud, buyer).upstream("buyer", ALL)) == {"both", "tidecloud", "foundry"}


def test_a_product_rests_on_what_is_said_of_itself_and_for_the_rest_on_what_its_maker_rests_on() -> None:
    known = small_register()
    bot = Product(
        "bot", "Bot", "southapp", "filing", AS_OF, model_developers=("eastmodel",), undisclosed=("somewhere",)
    )
    assert set(known.reached(known.standing(bot), ALL)) == {"eastmodel", "eastcloud"}
    plain = replace(bot, model_developers=())
    assert "northmodel" in known.reached(known.standing(plain), ALL)
    silent = replace(plain, undisclosed=("model_developer",))
    assert known.reached(known.standing(silent), ALL) == {}
