"""Parts taken away in words: what names one that is there, and what only sounds like it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import talk
from worlds import Talk

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.interviewer import state_fact
from vcassist.interview.removing import wish_in
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
        ("forget the second data source", "data-2"),
        ("no, we no longer use GPT-4o", "model"),
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
        "we don't know that model",
        "Llama does not learn from what we send",
        "They told us that the model is no good. " * 8 + "we don't have that second model",
    ],
)
def test_what_denies_no_part_as_a_whole_takes_nothing_away(said: str) -> None:
    assert wish_in(said, chain(), Awaiting("application.human_review")) is None


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
