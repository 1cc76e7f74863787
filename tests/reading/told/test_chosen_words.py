"""What a choice's or a set's own words make of it: a denied part in deciding is none, a clan no faith, 84 children no staff."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.facts import Value
from vcassist.chain.fields import FIELDS
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.vetoes.refuted import sound


def borne_out(key: str, value: Value, said: str, asked: bool = True) -> object:
    """What is left of a value that was read in the whole of ``said``; None where it is taken back."""
    spec = FIELDS[key] if asked else None
    seen = look(said, NameFinder(small_register()), spec)
    found = sound(seen, {key: seen.known(key, value, 0, len(said), 0.9)}, spec).get(key)
    return found and found.value


@pytest.mark.parametrize(
    "said",
    ["It decides nothing.", "It never recommends anything.", "it ranks nobody", "It doesn't order anybody about."],
)
def test_a_part_in_deciding_that_is_denied_is_none(said: str) -> None:
    for value in ("decides", "recommends"):
        assert borne_out("application.decision_role", value, said) is None


@pytest.mark.parametrize(
    "said", ["It recommends nothing, it just gives the number.", "It judges no one. It helps us write."]
)
def test_what_decides_nothing_and_helps_helps(said: str) -> None:
    assert borne_out("application.decision_role", "recommends", said) == "assists"


def test_one_part_denied_and_another_told_leaves_the_other() -> None:
    said = "It decides nothing, it only ranks them."
    seen = look(said, NameFinder(small_register()), FIELDS["application.decision_role"])
    start = said.index("it only")
    read = seen.known("application.decision_role", "recommends", start, len(said), 0.9)
    assert sound(seen, {read.ref: read}, FIELDS[read.ref])[read.ref].value == "recommends"


@pytest.mark.parametrize(
    "said",
    [
        "Downloadable by anybody.",
        "Anyone can fetch it.",
        "Free for all to download.",
        "It is up on GitHub, on hugging face.",
    ],
)
def test_what_anybody_can_fetch_is_open(said: str) -> None:
    assert borne_out("model.weights", "closed", said) == "open"


@pytest.mark.parametrize("said", ["You cannot download it.", "Nobody can get it.", "only paying customers download it"])
def test_what_few_can_fetch_is_closed(said: str) -> None:
    assert borne_out("model.weights", "closed", said) == "closed"


@pytest.mark.parametrize(
    ("value", "said", "left"),
    [
        (("ethnicity", "religion"), "which clan somebody is from", ("ethnicity",)),
        (("ethnicity", "religion"), "their tribe and their church", ("ethnicity", "religion")),
        (("other",), "their operations, and then Mass and the priest", ("health", "religion")),
        (("other",), "what they dream of", ("other",)),
    ],
)
def test_what_needs_care_is_what_its_words_name(value: tuple[str, ...], said: str, left: tuple[str, ...]) -> None:
    found = borne_out("data.sensitive_data", value, said)
    assert isinstance(found, tuple) and set(found) == set(left)


def test_people_who_work_and_are_not_our_own_are_workers() -> None:
    assert borne_out("application.affected_people", ("staff",), "Porters in hotels, not our own people") == ("workers",)
    assert borne_out("application.affected_people", ("staff",), "our own people") == ("staff",)


@pytest.mark.parametrize("said", ["84 children", "45 women", "340 members", "a school with 300 pupils"])
def test_who_is_looked_after_or_belongs_is_no_staff(said: str) -> None:
    assert borne_out("organisation.size", "51_to_250", said, asked=False) is None


@pytest.mark.parametrize("said", ["we are 45 women who weave", "12 teachers", "60 staff and 300 pupils"])
def test_who_works_there_is(said: str) -> None:
    assert borne_out("organisation.size", "51_to_250", said, asked=False) is not None


def test_asked_how_many_work_there_women_may_and_children_do_not() -> None:
    assert borne_out("organisation.size", "11_to_50", "twelve women") == "11_to_50"
    assert borne_out("organisation.size", "51_to_250", "84 children") is None


@pytest.mark.parametrize("said", ["no vendor labels", "There are no supplier tags."])
def test_whose_labels_there_are_none_of_is_not_that_nobody_labels(said: str) -> None:
    assert borne_out("labelling.done_by", ("nobody",), said) is None
    assert borne_out("labelling.done_by", ("nobody",), "no labels at all") == ("nobody",)


@pytest.mark.parametrize(
    "said",
    [
        "The internet drops and the thing does not even notice.",
        "When the line is dead it just carries on.",
        "With no signal the app works all the same.",
    ],
)
def test_what_takes_no_harm_from_a_dead_line_works_without_one(said: str) -> None:
    assert borne_out("application.works_offline", "no", said) == "yes"


def test_what_goes_blank_with_the_line_does_not() -> None:
    assert borne_out("application.works_offline", "no", "When the internet drops it goes blank.") == "no"


def test_to_hear_a_complaint_is_not_to_measure() -> None:
    said = "No measurement takes place, apart from the occasional complaint"
    assert borne_out("monitoring.performance_tracked", "no", said) == "no"
    assert borne_out("monitoring.performance_tracked", "no", "Nothing is measured, apart from the speed") == "partly"


@pytest.mark.parametrize(
    ("said", "left"), [("St Colman's Parish", "other"), ("the parish council", "government"), ("a mosque", "other")]
)
def test_a_parish_governs_nobody_unless_it_is_a_council(said: str, left: str) -> None:
    assert borne_out("organisation.sector", "government", said) == left


@pytest.mark.parametrize(
    ("value", "said", "left"),
    [
        ("in_house", "We made it together with the university lab", "both"),
        ("in_house", "It was both of us, the university and our school", "both"),
        ("vendor", "co-developed with a startup", "both"),
        ("in_house", "We built it together with our own IT people", "in_house"),
        ("in_house", "We put it together ourselves", "in_house"),
        ("vendor", "We bought it together with the scanner", "vendor"),
    ],
)
def test_what_was_made_with_somebody_outside_was_built_by_both(value: str, said: str, left: str) -> None:
    assert borne_out("application.sourcing", value, said) == left


@pytest.mark.parametrize(
    ("value", "said", "left"),
    [
        (("children",), "the women who come to us and their children", ("children", "other")),
        (("students",), "Pensioners mostly and school classes", ("students", "other")),
        (("children", "refugees"), "children of refugee families", ("children", "refugees")),
        (("students",), "young women in our school", ("students",)),
    ],
)
def test_grown_ups_beside_the_young_are_others(value: tuple[str, ...], said: str, left: tuple[str, ...]) -> None:
    assert borne_out("application.affected_people", value, said) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("If it is gone the service gets worse", "degrades"),
        ("Without it the work becomes slower", "degrades"),
        ("Nothing gets worse without it", "none"),
        ("it does not get any slower", "none"),
    ],
)
def test_what_gets_worse_does_not_just_carry_on(said: str, left: str) -> None:
    assert borne_out("application.outage_effect", "none", said) == left


def test_who_opens_a_page_runs_nothing_of_it() -> None:
    assert borne_out("model.access", "self_hosted", "I open chatgpt.com in my computer") == "inside_product"
    assert (
        borne_out("model.access", "self_hosted", "it runs on our own server, we open it in the browser")
        == "self_hosted"
    )


@pytest.mark.parametrize(
    "said",
    [
        "It runs on my daughter's laptop.",
        "a volunteer's own PC",
        "on the PC of a friend of mine",
        "On my own laptop at home",
        "a laptop lent by the university",
        "on the priest's private computer",
    ],
)
def test_somebody_else_s_machine_stands_on_no_premises_of_ours(said: str) -> None:
    assert borne_out("compute.hosting", "own_premises", said) is None


def test_somebody_else_s_tablet_is_a_device_still() -> None:
    assert borne_out("compute.hosting", "own_premises", "on the vendor's tablet") == "device"


@pytest.mark.parametrize(
    "said",
    [
        "on the clinic's own laptop",
        "the secretary's desktop in the office",
        "a PC in our office",
        "our company's server",
    ],
)
def test_a_machine_of_the_house_stands_on_its_premises(said: str) -> None:
    assert borne_out("compute.hosting", "own_premises", said) == "own_premises"


def test_what_was_in_it_when_it_came_tells_nothing_of_who_built_the_whole() -> None:
    for said in ("Built in.", "inside, it came with it", "Built into it when it came."):
        assert borne_out("application.sourcing", "vendor", said, asked=False) is None
    for said in ("built in-house", "Bought from a firm in Belgrade", "they built it in Pune"):
        assert borne_out("application.sourcing", "vendor", said, asked=False) == "vendor"


@pytest.mark.parametrize(
    ("said", "asked", "band"),
    [("362 now", True, "over_250"), ("14 these days", True, "11_to_50"), ("362 now", False, "up_to_10")],
)
def test_asked_how_many_they_are_a_number_alone_tells(said: str, asked: bool, band: str) -> None:
    assert borne_out("organisation.size", "up_to_10", said, asked) == band


@pytest.mark.parametrize(
    ("said", "touched"),
    [
        ("our members, and us clerks too", ("staff", "other")),
        ("us clerks and also all the members", ("staff", "other")),
        ("our members of staff and us drivers", ("staff",)),
    ],
)
def test_members_beside_those_who_work_there_are_others(said: str, touched: tuple[str, ...]) -> None:
    assert borne_out("application.affected_people", ("staff",), said) == touched
