"""A model earns its word by what the offline reader is sure of; until then it chooses nothing by itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.combined import CombinedReader
from vcassist.reading.model_standing import ModelStanding

MESSAGE = "It ranks the files and Jo decides, and it runs on Azure in Ireland."


class Says:
    """Both ports at once: proposes what it was given."""

    def __init__(self, *proposals: Proposal) -> None:
        self.reading = Reading(proposals, "answer")

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return self.reading

    def read_with(self, message: str, asked: str | None, chain: Chain, hints: Sequence[Proposal]) -> Reading:
        return self.reading


def said(ref: str, value: object, quote: str, confidence: float = 0.6, status: str = "known") -> Proposal:
    start = MESSAGE.index(quote)
    return Proposal(ref, status, value, quote, confidence, start, start + len(quote))  # type: ignore[arg-type]


SURE = said("compute.country", "IE", "Ireland", 0.9)
CHOICE = said("application.decision_role", "recommends", "Jo decides")
NAME = said("compute.supplier", "Azure", "Azure")


def reader(standing: ModelStanding, *model: Proposal) -> CombinedReader:
    return CombinedReader(Says(SURE), Says(*model), lambda message, asked: dict.fromkeys(KEYS, 0.9), standing)


KEYS = ("application.decision_role", "compute.supplier", "compute.country")


def refs(reading: Reading) -> set[str]:
    return {p.ref for p in reading.proposals}


def test_a_model_that_is_new_adds_names_and_no_choices() -> None:
    reading = reader(ModelStanding(), SURE, CHOICE, NAME).read(MESSAGE, None, Chain())
    assert refs(reading) == {"compute.country", "compute.supplier"}


def test_a_model_that_agreed_often_may_choose() -> None:
    both = reader(ModelStanding(), SURE, CHOICE)
    found = [refs(both.read(MESSAGE, None, Chain())) for _ in range(10)]
    assert "application.decision_role" not in found[0]
    assert "application.decision_role" in found[-1]


def test_a_model_that_differs_earns_nothing_and_loses_what_it_had() -> None:
    standing = ModelStanding(agreed=20)
    other = said("compute.country", "FI", "Ireland")
    both = reader(standing, other, CHOICE)
    found = [refs(both.read(MESSAGE, None, Chain())) for _ in range(10)]
    assert "application.decision_role" in found[0]
    assert "application.decision_role" not in found[-1]


def test_what_the_offline_reader_is_not_sure_of_proves_nothing() -> None:
    standing = ModelStanding()
    unsure = said("compute.country", "IE", "Ireland", 0.4)
    CombinedReader(Says(unsure), Says(SURE), lambda m, a: {}, standing).read(MESSAGE, None, Chain())
    assert standing == ModelStanding()


def test_a_status_is_no_choice() -> None:
    unknown = said("application.decision_role", None, "Jo decides", status="unknown")
    assert "application.decision_role" in refs(reader(ModelStanding(), unknown).read(MESSAGE, None, Chain()))


@pytest.mark.parametrize("value", [("clients", "staff"), ("staff",)])
def test_a_part_of_a_set_agrees(value: tuple[str, ...]) -> None:
    standing = ModelStanding()
    one = said("application.affected_people", ("staff",), "Jo", 0.9)
    CombinedReader(Says(one), Says(said("application.affected_people", value, "Jo")), None, standing).read(
        MESSAGE, None, Chain()
    )
    assert standing.agreed == ModelStanding().agreed + 1
