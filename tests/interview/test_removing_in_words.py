"""Parts taken away in words: what names one that is there, and what only sounds like it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import WordReader, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.interviewer import state_fact
from vcassist.interview.parts.not_ours import doubtful, own
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.removals.removing import wish_in
from vcassist.interview.session import Awaiting, Turn

NAMED = (("model", "GPT-4o"), ("model-2", "Llama"), ("application", "FixBot"), ("data", None), ("data-2", None))


def chain() -> Chain:
    facts = [Fact(f"{part}.name", "known", name) for part, name in NAMED if name]
    facts += [Fact("data.personal_data", "known", "yes"), Fact("data-2.personal_data", "known", "no")]
    return fold(facts)


@pytest.mark.parametrize(
    ("said", "component"),
    [
        ("we don't have that second model", "model-2"),
        ("We don't have that second model, he only tried it.", "model-2"),
        ("there is no second model", "model-2"),
        ("and there's no second model by the way it runs on a single one", "model-2"),
        ("sorry, there isn't a second model", "model-2"),
        ("We do not have the other model", "model-2"),
        ("there's no Llama", "model-2"),
        ("we never used Llama, that was a joke", "model-2"),
        ("Llama was a mistake", "model-2"),
        ("that second model does not exist", "model-2"),
        ("please remove the first model", "model"),
        ("can you take away the model Llama?", "model-2"),
        ("delete “Llama” from the list", "model-2"),
        ("we only have one model, GPT-4o", "model-2"),
        ("your list has two models there, it is a single one, GPT-4o", "model-2"),
        ("Two models? No, not two models. We have just one, and it's Llama", "model"),
        ("forget the second data source", "data-2"),
        ("no, we no longer use GPT-4o", "model"),
        ("there is no model called Llama", "model-2"),
        ("take Llama off the list of models", "model-2"),
        ("would you ever take out Llama", "model-2"),
        ("could you scrap Llama from what you noted?", "model-2"),
        ("Llama isn't another model, it is what we call the old printer", "model-2"),
        ("llama isnt a different model its just what we built it with", "model-2"),
        ("llama isnt ours", "model-2"),
        ("forget Llama, that was my brother's", "model-2"),
        ("Llama is my brother's", "model-2"),
        ("Llama is the district hospital, not us", "model-2"),
        ("You have it wrong about Llama, we don't have that any more.", "model-2"),
        ("Llama? no, we gave that up in 2023", "model-2"),
        ("we have nothing to do with Llama", "model-2"),
        ("Llama can go", "model-2"),
        ("drop Llama from it", "model-2"),
        ("llama is not a model of ours, they use that over in Kampala", "model-2"),
        ("A nurse looks at each. Llama, we stopped using that.", "model-2"),
    ],
)
def test_the_part_that_is_meant_is_found(said: str, component: str) -> None:
    wish = wish_in(said, chain(), Awaiting("application.human_review"))
    assert wish is not None and wish.components == (component,)


@pytest.mark.parametrize(
    "said",
    [
        "we don't have the second model's licence",
        "we don't have that second model in Kenya",
        "we don't use Llama for patients",
        "do we have a second model?",
        "the second model is Llama",
        "there is no contract for Llama",
        "we don't have FixBot",
        "we don't have a third model",
        "we don't have a policy",
        "there is no first model and no second model, well, there is no GPT-4o, there is no Llama",
        "we delete the second data source",
        "I forget the first model",
        "no",
        "we only have one tool",
        "we tried both models and use only one at a time",
        "we don't know that model",
        "Llama does not learn from what we send",
        "Llama isn't a big model",
        "Llama is our nurses' favourite",
        "Llama is built by Meta, not us",
        "the second model is the supplier's, not ours",
        "Llama can go down for hours",
        "we gave up Llama's licence",
        "keep Llama away from patient files",
        "it's only GPT-4o that drafts letters",
        "it's only GPT-4o, Llama does it by rules",
        "They told us that the model is no good. " * 8 + "we don't have that second model",
    ],
)
def test_what_denies_no_part_as_a_whole_takes_nothing_away(said: str) -> None:
    assert wish_in(said, chain(), Awaiting("application.human_review")) is None


@pytest.mark.parametrize(
    "said",
    [
        "Remove GPT-4o please, and Llama.",
        "would you ever take out GPT-4o and Llama, they're not ours",
        "GPT-4o isn't ours, that's the firm next door. And Llama is my daughter's.",
        "Neither GPT-4o nor Llama is ours, love.",
        "There is no Llama. And GPT-4o was a mistake.",
    ],
)
def test_one_message_can_take_several_away(said: str) -> None:
    three = fold([*chain().facts.values(), Fact("model-3.name", "known", "Mistral")])
    wish = wish_in(said, three, Awaiting("application.human_review"))
    assert wish is not None and sorted(wish.components) == ["model", "model-2"]
    assert wish_in(said, chain(), Awaiting("application.human_review")) is None, "not all that there are"


def test_only_this_one_takes_away_the_other_that_is_asked_about() -> None:
    said = "It's only GPT-4o, I keep saying."
    wish = wish_in(said, chain(), Awaiting("model-2.weights"))
    assert wish is not None and wish.components == ("model-2",)
    assert wish_in(said, chain(), Awaiting("application.purpose")) is None
    doubt = doubtful(said, chain(), (), Awaiting("application.purpose"), 3)
    assert doubt is not None and doubt.ref == "model-2.name", "it is asked back"


@pytest.mark.parametrize(
    ("said", "asked", "component"),
    [
        ("that's not us, that's head office", "model-2.purpose", "model-2"),
        ("Llama belongs to the diocese", "application.purpose", "model-2"),
        ("Is not our model, Llama is what the big hospital has.", "application.purpose", "model-2"),
        ("Just GPT-4o please.", "application.purpose", "model-2"),
    ],
)
def test_what_seems_to_be_none_of_ours_is_asked_back(said: str, asked: str, component: str) -> None:
    doubt = doubtful(said, chain(), (), Awaiting(asked), 3)
    assert doubt is not None and doubt.component == component and said[doubt.start : doubt.end] == doubt.quote


@pytest.mark.parametrize(
    "said",
    [
        "Llama just sends the mail",
        "Llama no longer loses mails",
        "Llama is built by Meta, not us",
        "Llama belongs to Meta",
        "it's not us, it's the vendor who checks",
        "is Llama not ours?",
        "the makers of Llama want us to pay",
        "we use GPT-4o and Llama",
    ],
)
def test_a_name_in_an_ordinary_sentence_raises_no_doubt(said: str) -> None:
    assert doubtful(said, chain(), (), Awaiting("application.purpose"), 3) is None


def test_what_was_read_in_a_sentence_leaves_no_doubt_of_it_nor_does_a_question_who() -> None:
    said = "Llama belongs to the diocese"
    read = (Fact("model-2.supplier", "known", "Diocese", said, 0, len(said)),)
    assert doubtful(said, chain(), read, Awaiting("application.purpose"), 3) is None
    assert doubtful(said, chain(), (), Awaiting("model-2.supplier"), 3) is None
    again = (Fact("model-2.name", "known", "Llama", "Llama", 0, 5),)
    assert doubtful(said, chain(), again, Awaiting("application.purpose"), 3), "its name tells nothing new"


def names(said: str, *found: str) -> list[Fact]:
    """A fact for each name, as read in a message."""
    refs = ("application.name", "application-2.name", "application-3.name")
    return [Fact(r, "known", n, n, said.index(n), said.index(n) + len(n)) for r, n in zip(refs, found, strict=False)]


@pytest.mark.parametrize(
    ("said", "found", "left"),
    [
        ("My son uses Alpha but that's not us. We use Beta.", ("Alpha", "Beta"), ["Beta"]),
        ("We use Beta, and my son uses Alpha for essays and fun, but that's not us.", ("Beta", "Alpha"), ["Beta"]),
        ("The parish next door has Alpha and Gamma. Those are not ours.", ("Alpha", "Gamma"), []),
        ("We use Beta. That's not ours to tell.", ("Beta",), ["Beta"]),
        ("Alpha writes the letters, but that's not our problem.", ("Alpha",), ["Alpha"]),
    ],
)
def test_that_is_not_us_gives_back_the_parts_of_the_clause_before(
    said: str, found: tuple[str, ...], left: list[str]
) -> None:
    kept = own(names(said, *found), said, Chain())
    assert [f.value for f in kept] == left
    assert [f.ref for f in kept] == ["application.name"] * len(left), "the next one takes the id that was never given"


def test_what_was_noted_before_is_not_given_back_so() -> None:
    said = "My son uses Alpha too but that's not us."
    known = fold([Fact("application.name", "known", "Alpha")])
    assert own(names(said, "Alpha"), said, known) == tuple(names(said, "Alpha"))


def test_that_there_is_nothing_to_fall_back_on_is_an_answer() -> None:
    asked = Awaiting("model.alternative")
    assert wish_in("no, we don't have a second model", chain(), asked) is None
    assert wish_in("we don't have any other model", chain(), asked) is None
    assert wish_in("please remove the second model", chain(), asked)
    assert wish_in("we don't have that second model, he only tried it", chain(), asked), "one that was noted is meant"
    assert wish_in("there is no second model", chain(), Awaiting("application.alternative")), "asked for another tool"


def test_that_model_is_the_one_that_is_asked_about() -> None:
    said = "we don't have that model"
    wish = wish_in(said, chain(), Awaiting("model-2.weights"))
    assert wish is not None and wish.components == ("model-2",)
    assert wish_in(said, chain(), Awaiting("application.human_review")) is None


# --- in a conversation ------------------------------------------------------------------------------------------------------


def two_models(asked: str) -> Talk:
    t = talk()
    facts = tuple(
        state_fact(ref, "known", value, 1)
        for ref, value in (
            ("model.name", "Alpha-1"), ("model-2.name", "Beta-2"), ("model-2.weights", "closed"), ("application.name", "FixBot"),
        )
    )  # fmt: skip
    turn = Turn(1, facts=facts, awaiting=Awaiting(asked))
    t.session = replace(t.session, turns=(*t.session.turns, turn))
    return t


def test_a_part_taken_away_in_words_is_gone_said_back_and_can_be_put_back() -> None:
    t = two_models("application.human_review")
    turn = t.say("We don't have that second model, he only tried it.")
    assert turn.removed == ("model-2",) and "Beta-2" in turn.reply and "ndo" in turn.reply
    assert {f.component for f in t.session.facts} == {"model", "application"}
    assert t.session.asked == "application.human_review", "the question on the table stays there"
    t.say("undo")
    assert t.session.chain.value("model-2.weights") == "closed"


def test_what_was_asked_of_it_is_asked_no_more() -> None:
    t = two_models("model-2.licence")
    turn = t.say("we don't have that model")
    assert turn.removed == ("model-2",)
    assert t.session.asked and not t.session.asked.startswith("model-2.")


def test_what_else_the_message_tells_is_noted() -> None:
    t = two_models("storage.country")
    turn = t.say("there is no Beta-2, and it is stored in Sweden")
    assert turn.removed == ("model-2",) and t.session.chain.value("storage.country") == "SE"


def test_where_it_could_be_either_it_is_asked_which() -> None:
    t = two_models("application.human_review")
    turn = t.say("we only have one model")
    assert not turn.removed and "Alpha-1 and Beta-2" in turn.reply
    assert t.say("there is no Beta-2").removed == ("model-2",)


def test_the_answer_beside_a_removal_is_noted_even_of_the_same_kind() -> None:
    t = two_models("model.tested_locally")
    turn = t.say("There is no Beta-2. And no, it was never tried out.")
    assert turn.removed == ("model-2",) and t.session.chain.value("model.tested_locally") == "no"
    (fact,) = turn.facts
    assert turn.said[fact.start : fact.end] == fact.quote
    assert t.session.asked != "model.tested_locally"


def test_what_explains_a_removal_is_no_answer() -> None:
    said = "Take Beta-2 out please, it is closed and never tested."
    t = two_models("model.weights")
    turn = t.say(said)
    assert turn.removed == ("model-2",) and turn.facts == ()


def test_several_go_in_one_message_are_said_back_and_come_back_together() -> None:
    t = two_models("application.human_review")
    t.know(**{"model-3.name": "Gamma-3", "model-3.weights": "open"})
    turn = t.say("Remove Beta-2 please, and Gamma-3.")
    assert sorted(turn.removed) == ["model-2", "model-3"] and "Beta-2" in turn.reply and "Gamma-3" in turn.reply
    t.say("undo")
    assert t.session.chain.value("model-2.weights") == "closed" and t.session.chain.value("model-3.weights") == "open"


def in_doubt() -> Talk:
    t = two_models("application.human_review")
    turn = t.say("Beta-2 belongs to the diocese")
    assert not turn.removed and "Shall I take Beta-2 out?" in turn.reply
    return t


def test_one_yes_takes_out_what_was_in_doubt() -> None:
    t = in_doubt()
    assert t.say("yes please").removed == ("model-2",)


@pytest.mark.parametrize("said", ["no", "no, that one is ours as well", "that does not apply", "hm"])
def test_anything_else_leaves_it_in_and_is_asked_no_more(said: str) -> None:
    t = in_doubt()
    turn = t.say(said)
    assert not turn.removed and t.session.chain.value("model-2.name") == "Beta-2" and "Shall I take" not in turn.reply


def test_a_yes_after_it_went_by_another_way_takes_nothing_away() -> None:
    awaiting = Awaiting("model-2.name", "confirm", "Beta-2 belongs to the diocese")
    assert wish_in("yes", fold([Fact("model.name", "known", "Alpha-1")]), awaiting) is None


def test_what_is_said_instead_of_a_yes_is_heard() -> None:
    t = in_doubt()
    t.tools.reader.stories = {"no, and it is in Sweden": {"storage.country": ("SE", "Sweden")}}  # type: ignore[attr-defined]
    t.say("no, and it is in Sweden")
    assert t.session.chain.value("storage.country") == "SE"


def test_a_name_said_beside_only_is_not_put_in_the_place_of_the_other() -> None:
    said = "Just Alpha-1 please. The other thing was a slip of mine."
    t = two_models("model-2.weights")
    t.tools.reader.stories = {said: {"model-2.name": ("Alpha-1", "Alpha-1")}}  # type: ignore[attr-defined]
    turn = t.say(said)
    assert "Shall I take Beta-2 out?" in turn.reply and turn.facts == () and turn.conflicts == ()
    assert t.say("yes").removed == ("model-2",)


def test_a_yes_to_what_was_put_stands_beside_an_order_and_nothing_is_asked_that_was_told() -> None:
    t = talk()
    t.know(application__name="TriageMate", application__decision_role="recommends")
    ask(t, "model.weights", "confirm", new="open").say("Right. Not recommends, it assists.")
    chain = t.session.chain
    assert chain.value("model.weights") == "open" and chain.value("application.decision_role") == "assists"


def test_what_is_told_anew_beside_the_denied_label_is_not_asked_for() -> None:
    class Decides(WordReader):
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            ref, words = "application.decision_role", "all by itself"
            found = (Proposal(ref, "known", "decides", words, 0.9),) if words in message and asked != ref else ()
            return Reading(found, "answer")

    t = Talk(Decides())
    t.know(application__name="TriageMate", application__decision_role="recommends")
    ask(t, "governance.policy").say("And it does it all by itself!! Not recommends")
    assert t.session.chain.value("application.decision_role") == "decides"
    assert waits(t) != ("application.decision_role", "change")


@pytest.mark.parametrize(
    "said", ["Please take the Pi out as data supplier.", "I meant the Pi should go out as data supplier."]
)
def test_a_house_goes_by_its_own_name_however_short(said: str) -> None:
    t = talk()
    t.know(application__name="HydroNet", data__supplier="Pi")
    t.say(said)
    assert t.session.chain.get("data.supplier") is None
