"""Who only says that they keep it back, or that they were refused, leaves what was asked open, and nothing else is noted."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview.answers.not_told import is_put_off, not_told
from vcassist.interview.answers.settling import no_more_of_it
from vcassist.interview.session import Awaiting

ENCRYPTED = "storage.encrypted"


@pytest.mark.parametrize(
    "said",
    [
        "rather not",
        "I won't say",
        "I'd rather not share that",
        "not allowed to say",
        "none of your business",
        "no comment",
        "private",
        "that stays with us",
        "under NDA, sorry",
    ],
)
def test_who_says_i_keeps_it_back_themselves(said: str) -> None:
    told = not_told(said, ENCRYPTED)
    assert told is not None and (told.status, told.by) == ("withheld", "person")


@pytest.mark.parametrize(
    "said",
    [
        "they won't say",
        "vendor doesn't disclose",
        "trade secret",
        "we asked, nothing",
        "asked twice, silence",
        "hush hush says the vendor",
        "they keep it to themselves",
        "no answer from the supplier so far",
    ],
)
def test_who_speaks_of_them_was_refused(said: str) -> None:
    told = not_told(said, ENCRYPTED)
    assert told is not None and (told.status, told.by) == ("withheld", "supplier")


@pytest.mark.parametrize("said", ["dk", "good question", "n.k."])
def test_a_shrug_is_not_known(said: str) -> None:
    told = not_told(said, ENCRYPTED)
    assert told is not None and told.status == "unknown"


@pytest.mark.parametrize(
    "said",
    [
        "they don't",
        "we won't",
        "they do not tell the patients",
        "we don't tell them",
        "they don't share data",
        "we asked, they agreed",
        "we keep it private on our server",
        "they refuse patients",
        "who won't say?",
    ],
)
def test_what_says_more_is_left_to_the_readers(said: str) -> None:
    assert not_told(said, ENCRYPTED) is None


@pytest.mark.parametrize(
    ("said", "asked"), [("secret", "model.weights"), ("not disclosed", "governance.transparency_published")]
)
def test_where_it_is_an_answer_it_is_one(said: str, asked: str) -> None:
    assert not_told(said, asked) is None


def test_nothing_but_what_was_asked_is_kept_back() -> None:
    t = ask(talk(), ENCRYPTED)
    t.say("vendor doesn't disclose")
    facts = t.session.chain.facts
    assert facts[ENCRYPTED].status == "withheld"
    assert "application.supplier" not in facts


def test_who_puts_it_off_is_asked_something_else() -> None:
    assert is_put_off("not now") and not is_put_off("not now that she is gone")
    t = ask(talk(), ENCRYPTED)
    t.say("not now")
    assert ENCRYPTED not in t.session.chain.facts and t.session.asked != ENCRYPTED


@pytest.mark.parametrize("said", ["thats it", "that's all", "no more", "only that, thanks", "nope, nothing else"])
def test_who_says_that_this_is_all_is_asked_for_no_more(said: str) -> None:
    t = ask(talk(), "data.sources", "more")
    t.say(said)
    assert t.session.asked != "data.sources"
    assert "nothing in that" not in t.session.turns[-1].reply and "anything from that" not in t.session.turns[-1].reply


@pytest.mark.parametrize("said", ["enough", "that's all the farmers know", "no more paper, we type it"])
def test_what_may_end_the_talk_or_tells_more_is_heard(said: str) -> None:
    assert not no_more_of_it(said, Awaiting("data.sources", "more"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("storage.crosses_border", "It stays here"),
        ("storage.supplier", "it stays in-house"),
        ("compute.hosting", "we keep that in-house"),
    ],
)
def test_what_stays_here_is_somewhere_and_not_kept_back(asked: str, said: str) -> None:
    assert not_told(said, asked) is None
    assert not_told("that stays between us", asked) is not None
