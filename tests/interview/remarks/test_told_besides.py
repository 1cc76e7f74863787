"""Costs and what went wrong are found in what people tell, in their own words; what did not happen is not."""

from __future__ import annotations

import pytest
from talks import talk

from vcassist.interview.remarks.told_besides import COST, INCIDENT, all_told_besides, told_besides


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("It runs at Hetzner in Falkenstein. 44 euros a month.", "44 euros a month."),
        (
            "pls move on, also it is from MedCalc and we pay 6000 taka a month",
            "also it is from MedCalc and we pay 6000 taka a month",
        ),
        ("Its £4,800 a year, we pay that.", "Its £4,800 a year, we pay that."),
        (
            "It is from Google, it is free, my nephew put it on the phones.",
            "it is free, my nephew put it on the phones.",
        ),
        ("R4500 a month for it, the funder pays", "R4500 a month for it, the funder pays"),
        ("450000 rupees in the year", "450000 rupees in the year"),
        ("they gave it to us free", "they gave it to us free"),
        ("the university takes nothing from us for it", "the university takes nothing from us for it"),
    ],
)
def test_what_it_costs_is_found_with_a_few_words_before_it(said: str, quote: str) -> None:
    (found,) = told_besides(said)
    assert (found.subject, found.quote) == (COST, quote) and said[found.start :].startswith(quote)


@pytest.mark.parametrize(
    "said",
    [
        "we had one near miss in june, the doctor caught it",
        "In May it told a visitor that the shaft is open, which it is not.",
        "in march Luna told a girl that the house was closed, which it was not",
        "missed a fracture in feb, cat",
        "in may Alerta missed a woman, she came with a broken arm",
        "once it did the math wrong, and it said 420??",
        "In May it gave 4 out of 20 to a very good boy for an essay",
        "in January when the beans were wet it gave C to many good ones",
        "a man who passed away was still on the list and she went to the house",
        "One mixed it too strong, and his hands got burned.",
        "Before Christmas letters went straight out and a woman in hospital got two.",
    ],
)
def test_what_went_wrong_is_found(said: str) -> None:
    assert [one.subject for one in told_besides(said)] == [INCIDENT]


@pytest.mark.parametrize(
    "said",
    [
        "There is a printed guide at the desk, 2 pounds.",
        "about 6,000 a year, a good many of them school parties",
        "We never had an accident.",
        "If something goes wrong we call the supplier, and we have a process for incidents.",
        "Did anybody ever get hurt?",
        "May I ask, is it true that the machine is free",
        "we have 300 pupils a year",
        "we never missed a payment",
        "it makes no mistakes",
        "It writes free text.",
        "Families get 200 euros from the fund.",
    ],
)
def test_other_sums_and_what_did_not_happen_are_none(said: str) -> None:
    assert told_besides(said) == []


def test_what_was_taken_out_of_a_talk_is_gone() -> None:
    t = talk()
    t.say("We pay 44 euros a month.")
    assert [one.quote for _, one in all_told_besides(t.session)] == ["We pay 44 euros a month."]
    t.say('Drop "44 euros a month" from what I said, please.')
    assert all_told_besides(t.session) == ()


@pytest.mark.parametrize(
    "said", ["we write in the ward incident book and tell the firm", "Incidents: cataloguers raise a ticket."]
)
def test_where_incidents_are_written_down_is_none(said: str) -> None:
    assert not told_besides(said)


@pytest.mark.parametrize(
    "said",
    [
        "Names, case numbers, medical details, and GBV incidents.",
        "GBV incidents are what the case notes describe.",
        "It sorts mails on accidents and complaints.",
    ],
)
def test_what_the_data_is_about_has_not_gone_wrong(said: str) -> None:
    assert told_besides(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "There has been no incident at all. Delete both.",
        "We have had no accidents whatsoever",
        "Please remove the two incidents.",
        "Please delete those incidents, the tool has nothing to do with them",
    ],
)
def test_who_denies_every_incident_has_none_of_them_kept(said: str) -> None:
    t = talk()
    t.say("In May it gave the wrong dose to a patient.")
    t.say("In June there was an accident with it too.")
    t.say("We are nine.")
    assert any(one.subject == INCIDENT for _, one in all_told_besides(t.session))
    t.say(said)
    assert not any(one.subject == INCIDENT for _, one in all_told_besides(t.session))


def test_what_goes_wrong_after_that_is_kept_again() -> None:
    t = talk()
    t.say("There has been no incident at all.")
    t.say("In June it gave the wrong dose to a patient.")
    assert any(one.subject == INCIDENT for _, one in all_told_besides(t.session))


def test_who_asks_for_it_to_go_is_told_that_it_went_and_who_asks_whether_it_went_hears_yes() -> None:
    t = talk()
    t.say("In May it gave the wrong dose to a patient.")
    assert "still kept" in t.say("Did you delete the incident?").reply
    assert "out of the report" in t.say("There has been no incident at all, delete that.").reply
    assert "Yes, it is gone" in t.say("Did you delete the incident?").reply
