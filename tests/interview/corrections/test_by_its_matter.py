"""A name that is said of a matter goes to that matter: whoever says who the supplier, the host or the store is, renames no tool."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.denying import name_denied
from vcassist.interview.corrections.repair import own_name_again


def noted() -> Talk:
    t = talk()
    t.know(application__name="KisanBot", application__supplier="AgroSense", application__sourcing="vendor")
    t.know(compute__supplier="Microsoft", storage__supplier="Amazon Web Services")
    return ask(t, "application.appeal")


@pytest.mark.parametrize(
    ("said", "ref", "value"),
    [
        ("No. But the supplier is Krishi Labs, not KisanBot, KisanBot is only the name of the tool.", "application.supplier", "Krishi Labs"),
        ("No. The maker is not AgroSense but Krishi Labs.", "application.supplier", "Krishi Labs"),
        ("No. Krishi Labs is the vendor, not AgroSense.", "application.supplier", "Krishi Labs"),
        ("No. It is made by Krishi Labs, not by AgroSense.", "application.supplier", "Krishi Labs"),
        ("No. In the storing also it is Scaleway, not AWS.", "storage.supplier", "Scaleway"),
        ("No. The data is kept with Hetzner, not with AWS.", "storage.supplier", "Hetzner"),
        ("No. The hosting: Hetzner, not Azure.", "compute.supplier", "Hetzner"),
        ("No. Hetzner hosts it, not Azure.", "compute.supplier", "Hetzner"),
        ("no. the host is scaleway, not azure.", "compute.supplier", "scaleway"),
    ],
)  # fmt: skip
def test_only_the_matter_that_is_named_is_set_right(said: str, ref: str, value: str) -> None:
    t = noted()
    before = {r: f.value for r, f in t.session.chain.facts.items()}
    t.say(said)
    after = {r: f.value for r, f in t.session.chain.facts.items()}
    assert after == {**before, ref: value, "application.appeal": "no"}


def test_said_again_it_changes_nothing_else() -> None:
    t = noted()
    t.say("No. The supplier is AgroSense, not KisanBot, KisanBot is what the tool is called.")
    chain = t.session.chain
    assert (chain.value("application.name"), chain.value("application.supplier")) == ("KisanBot", "AgroSense")
    assert chain.mentioned("application") == ("application",)


def test_of_two_tools_the_one_that_is_named_is_meant() -> None:
    t = noted()
    t.know(**{"application-2.name": "Lumo", "application-2.supplier": "Brightwork"})
    t.say("The supplier is Krishi Labs, not KisanBot.")
    assert t.session.chain.value("application.supplier") == "Krishi Labs"
    assert t.session.chain.value("application-2.supplier") == "Brightwork"


@pytest.mark.parametrize("said", ["Is the supplier AgroSense, not KisanBot?", "The supplier is strict, not slow."])
def test_a_question_and_what_is_no_name_change_nothing(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value("application.supplier") == "AgroSense"
    assert t.session.chain.value("application.name") == "KisanBot"


def test_whose_it_is_names_nobody() -> None:
    t = noted()
    t.say("it's in the cloud, but theirs not ours")
    assert t.session.chain.value("compute.supplier") == "Microsoft"


def supplied_by(name: str, said: str) -> Fact:
    start = said.index(name)
    return Fact("application.supplier", "known", name, name, start, start + len(name))


def test_a_tools_own_name_is_its_supplier_only_where_that_is_said() -> None:
    chain = noted().session.chain
    mentioned, told = "Only KisanBot. AgroSense uses GPT-4.", "The supplier is KisanBot. We pay KisanBot."
    assert own_name_again(supplied_by("KisanBot", mentioned), mentioned, chain)
    assert not own_name_again(supplied_by("KisanBot", told), told, chain)
    sold = "AgroSense is no tool, they sold us KisanBot"
    assert own_name_again(supplied_by("KisanBot", sold), sold, chain)
    assert not own_name_again(supplied_by("AgroSense", mentioned), mentioned, chain)


def test_the_name_that_is_denied_is_the_new_value_of_nothing() -> None:
    said = "It is Hetzner now, not AWS."
    assert name_denied(supplied_by("AWS", said), said)
    assert not name_denied(supplied_by("Hetzner", said), said)


def test_a_name_and_a_label_are_set_right_in_one_message() -> None:
    t = talk()
    t.know(application__name="Koha", application__decision_role="assists")
    ask(t, "application.alternative").say(
        "No fallback. And I said it recommends, not assists. Koha is only the catalogue. The AI is Buchtipp."
    )
    chain = t.session.chain
    assert chain.value("application.name") == "Buchtipp"
    assert chain.value("application.decision_role") == "recommends"
    assert chain.mentioned("application") == ("application",)


def test_one_word_beside_it_answers_what_was_asked() -> None:
    t = noted()
    ask(t, "application.human_review").say("Sometimes. The supplier is AgroSense, not KisanBot.")
    assert t.session.chain.value("application.human_review") == "sometimes"


@pytest.mark.parametrize(
    "said", ["No. The recordings are kept in Ghana, not Togo.", "No. Stored in Ghana, not in Togo."]
)
def test_of_two_countries_the_one_is_where_it_is_and_nobody_s_name(said: str) -> None:
    t = noted()
    t.know(storage__country="TG")
    ask(t, "application.appeal").say(said)
    chain = t.session.chain
    assert (chain.value("storage.country"), chain.value("storage.supplier")) == ("GH", "Amazon Web Services")
