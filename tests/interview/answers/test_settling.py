"""What settles an offer or a contradiction tells nothing else; "not only …" agrees and adds."""

from __future__ import annotations

import pytest
from talks import ask, talk, waits
from worlds import Talk

from vcassist.interview.answers.settling import no_more_of_it
from vcassist.interview.session import Awaiting


def test_not_only_takes_what_was_offered_and_what_is_told_beside() -> None:
    said = "Not only from them. The skills come from our own files."
    t = talk({said: {"data.sources": (["own_records"], "from our own files")}})
    ask(t, "data.sources", "confirm", old="They enter it", new=["users"]).say(said)
    fact = t.session.chain.get("data.sources")
    assert fact is not None and set(fact.values) == {"users", "own_records"}


def test_the_words_that_decide_a_contradiction_name_nothing_else() -> None:
    said = "Nothing much. I said so."
    t: Talk = talk({said: {"application.generates": (["none"], "Nothing much")}})
    t.know(**{"application.outage_effect": "degrades", "application.generates": ["text"]})
    ask(t, "application.outage_effect", "conflict", old="degrades", new="none").say(said)
    noted = {ref: fact.value for ref, fact in t.session.chain.facts.items()}
    assert noted == {"application.outage_effect": "none", "application.generates": ("text",)}


def test_the_one_of_two_values_that_a_message_begins_with_decides() -> None:
    t = talk()
    t.know(application__decision_role="recommends")
    said = "decides man, I told you the very same. And it is blue."
    ask(t, "application.decision_role", "conflict", old="recommends", new="decides").say(said)
    assert t.session.chain.value("application.decision_role") == "decides"


def test_a_longer_name_than_the_one_that_was_put_is_what_is_noted() -> None:
    said = "That would be Northmodel Cloud Services."
    t = talk({said: {"compute.supplier": ("Northmodel Cloud Services", "Northmodel Cloud Services")}})
    t.know(compute__supplier="Loner")
    ask(t, "compute.supplier", "conflict", old="Loner", new="Northmodel").say(said)
    assert t.session.chain.value("compute.supplier") == "Northmodel Cloud Services"


def test_a_fuller_name_of_a_company_contradicts_nothing_and_a_shorter_one_changes_nothing() -> None:
    fuller, shorter = "It runs on Northmodel Cloud.", "Northmodel it is."
    t = talk(
        {
            fuller: {"compute.supplier": ("Northmodel Cloud", "Northmodel Cloud")},
            shorter: {"compute.supplier": ("Northmodel", "Northmodel")},
        }
    )
    t.know(compute__supplier="Northmodel")
    ask(t, "application.alternative").say(fuller)
    assert t.session.chain.value("compute.supplier") == "Northmodel Cloud"
    ask(t, "application.alternative").say(shorter)
    assert t.session.chain.value("compute.supplier") == "Northmodel Cloud"
    assert waits(t) != ("compute.supplier", "conflict")


def test_what_is_taken_up_as_a_question_and_denied_is_not_taken() -> None:
    t = talk()
    ask(t, "organisation.sector", "confirm", old="the ministry gave it", new="government").say("Government? No.")
    assert t.session.chain.get("organisation.sector") is None


def test_a_no_to_a_no_that_was_said_of_something_else_refuses_it() -> None:
    t = talk()
    ask(t, "application.tells_people", "confirm", old="The parents? No", new="no")
    t.say("No, that was about whether they'd been asked.")
    assert t.session.chain.get("application.tells_people") is None
    ask(t, "application.tells_people", "confirm", old="The parents? No", new="no")
    t.say("No, that was about whether they'd been asked. They were told, in the newsletter, so partly.")
    fact = t.session.chain.get("application.tells_people")
    assert fact is not None and fact.value == "partly"


def test_a_word_that_belongs_to_another_matter_confirms_nothing_behind_a_no() -> None:
    t = talk()
    ask(t, "governance.policy", "confirm", old="Ethics paper: partly", new="partly")
    t.say("No, no rules. I say the assessment of impact: partly.")
    fact = t.session.chain.get("governance.policy")
    assert fact is None or fact.value == "no"


@pytest.mark.parametrize(
    ("ref", "shown", "said", "value"),
    [
        ("organisation.sector", "health", "Health, not education.", "health"),
        ("data.consent", "no", "No consent.", "no"),
        ("data.consent", "partly", "No, no, partly is right.", "partly"),
        ("application.tells_people", "yes", "Of course they don't know", None),
        ("application.tells_people", "yes", "i guess", "yes"),
        ("application.tells_people", "yes", "Probably.", "yes"),
        ("application.decision_role", "decides", "i suppose so", "decides"),
    ],
)
def test_what_is_said_of_an_offer_is_taken_at_its_word(ref: str, shown: str, said: str, value: str | None) -> None:
    t = ask(talk(), ref, "confirm", old="their words", new=shown)
    t.say(said)
    fact = t.session.chain.get(ref)
    assert (fact.value if fact else None) == value


def test_a_dont_know_beside_a_no_is_no_no_to_what_was_shown() -> None:
    t = ask(talk(), "governance.impact_assessment", "confirm", old="me no", new="no")
    t.say("no not me no again, no idea. ask my boss")
    fact = t.session.chain.get("governance.impact_assessment")
    assert fact is not None and fact.status == "unknown"


def test_words_that_were_of_something_else_refuse_what_they_were_shown_for() -> None:
    t = ask(talk(), "governance.impact_assessment", "confirm", old="me no", new="no")
    t.say("me no was about the training!!")
    assert t.session.chain.get("governance.impact_assessment") is None
    assert waits(t) == ("governance.impact_assessment", "question") or waits(t) != (
        "governance.impact_assessment",
        "confirm",
    )


def test_what_was_refused_is_not_in_what_is_told_instead() -> None:
    said = "No, children don't type anything in. We do, from our files, and the police send things too."
    t = talk({said: {"data.sources": (["own_records", "users", "partners"], "from our files")}})
    ask(t, "data.sources", "confirm", old="And the children", new=["users"]).say(said)
    fact = t.session.chain.get("data.sources")
    assert fact is not None and set(fact.values) == {"own_records", "partners"}


@pytest.mark.parametrize("said", ["no more, is all", "is all", "finish, no more", "nothing else, that all"])
def test_that_it_is_all_is_heard_in_little_english(said: str) -> None:
    assert no_more_of_it(said, Awaiting("application.affected_people", "more"))


@pytest.mark.parametrize("said", ["no", "is all of them customers", "more of the same people"])
def test_what_names_more_is_not(said: str) -> None:
    assert not no_more_of_it(said, Awaiting("application.affected_people", "more"))


def test_that_it_is_all_ends_no_talk_where_one_item_was_shown() -> None:
    said = "Our own files. That is all of it as far as I can see."
    t = talk({said: {"data.sources": (["own_records"], "Our own files")}})
    turn = ask(t, "data.sources", "confirm", old="And the children type it", new=["users"]).say(said)
    assert not turn.done


def test_what_was_offered_and_is_denied_by_its_name_is_not_read_into_what_follows() -> None:
    said, sector = "Neither media nor education; church archive", "organisation.sector"
    t = talk({said: {sector: ("media", "church archive")}})
    t.know(**{"application.name": "Northchat"})
    ask(t, sector, "confirm", new="media").say(said)
    assert t.session.chain.get(sector) is None


@pytest.mark.parametrize(
    ("said", "value"), [("the first one", "Northmodel"), ("second", "Eastmodel"), ("the first", "Northmodel")]
)
def test_which_of_two_names_is_right_is_no_name(said: str, value: str) -> None:
    t = talk({said: {"model.supplier": (said, said)}})
    ask(t, "model.supplier").say("Northmodel")
    ask(t, "model.supplier", "conflict", old="Northmodel", new="Eastmodel").say(said)
    assert t.session.chain.value("model.supplier") == value


@pytest.mark.parametrize(
    ("said", "read", "noted"),
    [
        ("yes, and text too", ["text"], {"text", "image"}),
        ("pictures and text, I should say", ["text", "image"], {"text", "image"}),
        ("yes", None, {"image"}),
        ("no, text", ["text"], {"text"}),
        ("yes, none", ["none"], {"none"}),
    ],
)
def test_of_a_list_what_is_told_beside_the_offer_joins_it(said: str, read: list[str] | None, noted: set[str]) -> None:
    t = talk({said: {"application.generates": (read, said)}} if read else {})
    ask(t, "application.generates", "confirm", old="it paints", new=["image"]).say(said)
    fact = t.session.chain.get("application.generates")
    assert fact is not None and set(fact.values) == noted


def test_what_is_told_beside_a_yes_is_held_against_what_stands() -> None:
    said = "Yes, it writes short descriptions, thus text alone. We are in business."
    beside = {
        "application.purpose": ("writes short descriptions", "writes short descriptions"),
        "organisation.sector": ("business", "business"),
    }
    t = talk({said: beside})
    t.know(application__purpose="describes old photographs", organisation__sector="education")
    ask(t, "application.generates", "confirm", old="it writes", new=["text"]).say(said)
    facts = t.session.chain.facts
    assert facts["application.generates"].values == ("text",)
    assert facts["application.purpose"].value == "describes old photographs"
    assert facts["organisation.sector"].value == "education"
