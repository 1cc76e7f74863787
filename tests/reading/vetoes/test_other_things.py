"""Answers in jest, or about goods, persons and the current, answer nothing of the tool."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.reading.vetoes.other_things import of_other_things


def beside(message: str, asked: str) -> bool:
    return bool(list(of_other_things(message, FIELDS[asked])))


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("yes yes and my goats run on nvidia chips 😂😂", "compute.accelerator"),
        ("updates? my knees need one, haha", "monitoring.update_control"),
        ("sure, and our donkeys and our dog has two of them lol", "compute.accelerator"),
        ("yeah yeah and the chapel bell has an A100 inside 😂", "compute.accelerator"),
        ("Labels? every tray we pack has one, barcode and all", "application.labels_content"),
        ("outage?? three times a week, whole barrio dark", "compute.outage_effect"),
        ("I have the licence for driving and no other", "model.licence"),
    ],
)
def test_what_is_none_of_the_tool_s_is_beside(message: str, asked: str) -> None:
    assert beside(message, asked)


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("haha yes, our server runs on nvidia chips", "compute.accelerator"),
        ("yes yes and the server has an A100 inside 😂", "compute.accelerator"),
        ("every picture has one", "application.labels_content"),
        ("twice a week it is down and we wait", "compute.outage_effect"),
        ("we have a licence for the model", "model.licence"),
        ("yes, and our trainees check it too", "application.human_review"),
    ],
)
def test_what_is_the_tool_s_is_not(message: str, asked: str) -> None:
    assert not beside(message, asked)
