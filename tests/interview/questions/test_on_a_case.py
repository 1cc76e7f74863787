"""Who asks whether their case is a yes is told what it comes nearest to, and it is noted on their yes."""

from __future__ import annotations

from dataclasses import replace

from talks import ask, talk, waits
from worlds import Talk

from vcassist.interview.ports import Wanted

ASKED = "governance.staff_trained"
CASE = "The bell ringers got a leaflet each. Leaflets will pass, I trust?"


def leaning(told: tuple[float, str, float] | None) -> Talk:
    """A talk with a question on training, in which it is known what "pass" wants, and to which choice every case leans."""
    t = ask(talk(), ASKED)
    fits = Wanted("enough", 0.8, "", 1.0)

    def wanted(sentence: str, asked: str | None) -> Wanted:
        return fits if "pass" in sentence else Wanted("what", 0.05, "", 0.02)

    t.tools = replace(t.tools, wanted=wanted, nearest=lambda text, key: told if key == ASKED else None)
    return t


def test_the_choice_nearest_to_a_case_is_told_and_offered() -> None:
    t = leaning((0.8, "partly", 0.9))
    turn = t.say(CASE)
    assert "“partly”" in turn.reply and turn.reply.endswith("Shall I note that some staff have been trained?")
    assert waits(t) == (ASKED, "confirm") and t.session.chain.get(ASKED) is None


def test_a_yes_notes_it_and_a_no_does_not() -> None:
    for word, noted in (("yes", "partly"), ("no", None)):
        t = leaning((0.8, "partly", 0.9))
        t.say(CASE)
        t.say(word)
        assert t.session.chain.value(ASKED) == noted


def test_where_a_case_leans_to_nothing_the_choices_are_told_apart() -> None:
    for told in (None, (0.2, "partly", 0.9), (0.8, "partly", 0.5)):
        t = leaning(told)
        turn = t.say(CASE)
        assert "Shall I note" not in turn.reply and waits(t) == (ASKED, "again")


def test_beside_a_contradiction_no_case_is_weighed() -> None:
    t = leaning((0.8, "partly", 0.9))
    t.say(CASE)
    turn = t.say("Would it pass?")
    assert waits(t)[1] == "confirm" and "I would call that" not in turn.reply
