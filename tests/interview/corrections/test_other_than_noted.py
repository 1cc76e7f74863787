"""A choice that is denied never stands: another choice takes its place, or "other" with the person's own word."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk


def noted(**known: str) -> Talk:
    t = talk()
    t.know(**{"organisation__sector": "civil_society", **known})
    return ask(t, "storage.encrypted")


@pytest.mark.parametrize(
    "said",
    [
        "sector is justice not civil society",
        "sector wrong. justice",
        "no, not civil society. we are in justice",
        "sector: justice. not civil society",
        "Why civil society? I said justice",
        "My field is justice, not civil society please",
    ],
)
def test_a_word_that_is_none_of_the_choices_is_noted_as_other_and_said_so(said: str) -> None:
    t = noted()
    reply = t.say(said).reply
    fact = t.session.chain.facts["organisation.sector"]
    assert (fact.value, fact.quote) == ("other", "justice")
    assert "“justice” is none of my choices" in reply and "so it is noted" not in reply


@pytest.mark.parametrize("said", ["we are in education, not civil society", "change civil society to education"])
def test_another_choice_takes_its_place(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value("organisation.sector") == "education"


def test_who_minds_others_is_told_that_their_word_stands_beside_it() -> None:
    t = talk({"defendants": {"application.affected_people": (("other",), "defendants")}})
    ask(t, "application.affected_people").say("defendants")
    for said in ("why 'others'. i said defendants", "change others: defendants"):
        assert "your own word, “defendants”, stands beside it in the report" in t.say(said).reply
    assert t.session.chain.facts["application.affected_people"].values == ("other",)


def test_what_is_told_against_another_word_is_no_correction() -> None:
    t = noted()
    t.say("We teach French, not business")
    assert t.session.chain.value("organisation.sector") == "civil_society"


@pytest.mark.parametrize("said", ["We want cooperation, not business", "The internet works here, not always"])
def test_a_label_that_is_a_word_like_any_other_is_not_meant_in_passing(said: str) -> None:
    t = talk()
    t.know(organisation__sector="business", application__human_review="always")
    ask(t, "storage.encrypted").say(said)
    chain = t.session.chain
    assert (chain.value("organisation.sector"), chain.value("application.human_review")) == ("business", "always")


@pytest.mark.parametrize(
    "said",
    [
        "I said carry on, not worse. We carry on!",
        "Look at the first thing: without it we carry on. You wrote worse.",
    ],
)
def test_the_words_of_the_question_put_it_right(said: str) -> None:
    t = noted(application__outage_effect="degrades")
    assert not t.say(said).done
    assert t.session.chain.value("application.outage_effect") == "none"


def test_a_choice_of_one_tool_leaves_the_other_alone() -> None:
    t = talk()
    t.know(application__name="HemoVista", application__human_review="never")
    t.know(**{"application-2.name": "ChatGPT", "application-2.human_review": "never"})
    ask(t, "application-2.outage_effect").say("HemoVista I check sometimes, not never!")
    chain = t.session.chain
    assert (chain.value("application.human_review"), chain.value("application-2.human_review")) == (
        "sometimes",
        "never",
    )
