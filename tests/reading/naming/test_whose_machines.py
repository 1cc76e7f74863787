"""Who runs a tool, what it runs on, in which building and with whose chips: each house in its own part."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.naming.whose_machines import with_whose_machines

REGISTER = load_register()
FINDER = NameFinder(REGISTER)


def told(message: str, asked: str | None, **read: str) -> dict[str, object]:
    found = (
        Proposal(
            ref.replace("__", "."), "known", words, words, 0.9, message.index(words), message.index(words) + len(words)
        )
        for ref, words in read.items()
    )
    after = with_whose_machines(Reading(tuple(found), "answer"), message, asked, FINDER.find, REGISTER)
    assert all(p.quote == message[p.start : p.end] for p in after.proposals)
    return {p.ref: p.value for p in after.proposals}


@pytest.mark.parametrize(
    ("message", "house"),
    [
        ("Tidewater runs the whole works, on what they got with Amazon Web Services.", "Amazon Web Services"),
        ("Tidewater runs it for us, on servers they rent from Hetzner", "Hetzner"),
        ("Tidewater runs it, and Hetzner sells us the phones", "Tidewater"),
        ("Tidewater runs it, not on servers they rent from Hetzner", "Tidewater"),
    ],
)
def test_who_runs_a_tool_need_not_own_what_it_runs_on(message: str, house: str) -> None:
    assert told(message, "compute.supplier", compute__supplier="Tidewater") == {"compute.supplier": house}


def test_a_building_bears_a_name_and_supplies_nothing() -> None:
    message = "Xneelo, an object store in their Samrand facility"
    assert told(message, "storage.supplier", storage__supplier="Samrand") == {"storage.supplier": "Xneelo"}


def test_the_cloud_of_a_shop_is_the_cloud() -> None:
    message = "The cloud part of Amazon, if I remember"
    assert told(message, "storage.supplier", storage__supplier="Amazon") == {"storage.supplier": "Amazon Web Services"}


def test_who_made_the_model_owns_no_machines_by_that() -> None:
    message = "fine-tuned Ultralytics YOLO11n on our boxes"
    read = told(message, None, compute__supplier="Ultralytics", model__name="YOLO11n")
    assert read == {"model.name": "YOLO11n"}


@pytest.mark.parametrize(
    ("message", "chip", "maker"),
    [("on NVIDIA Jetson boxes", "Jetson boxes", "NVIDIA"), ("on AMD MI300X cards", "AMD MI300X", "AMD")],
)
def test_the_maker_of_the_chips_stands_in_their_name_or_before_it(message: str, chip: str, maker: str) -> None:
    read = told(message, None, compute__accelerator=chip, application__supplier=maker)
    assert read == {"compute.accelerator": chip, "compute.accelerator_vendor": maker}


def test_chips_of_nobody_named_have_no_maker() -> None:
    assert told("on a Jetson Orin", None, compute__accelerator="Jetson Orin") == {"compute.accelerator": "Jetson Orin"}


def test_from_whom_a_cloud_is_rented_may_stand_in_a_sentence_behind() -> None:
    message = "A cloud account we rent. From Microsoft, since you would find out."
    at, words = message.index("Microsoft"), "A cloud account we rent"
    cloud = Proposal("compute.hosting", "known", "cloud", words, 0.9, 0, len(words))
    house = Proposal("application.supplier", "known", "Microsoft", "Microsoft", 0.9, at, at + 9)

    def supplies(asked: str, *read: Proposal) -> list[str]:
        after = with_whose_machines(Reading(read, "answer"), message, asked, FINDER.find, REGISTER)
        return [p.ref for p in after.proposals if p.value == "Microsoft"]

    assert supplies("compute.hosting", cloud, house) == ["compute.supplier"]
    assert supplies("application.sourcing", cloud, house) == ["application.supplier"]
    assert supplies("compute.hosting", house) == ["application.supplier"]
