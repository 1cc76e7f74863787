"""What an earlier message tells of other things answers nothing of the tool: "the lift stops every week"."""

from __future__ import annotations

import pytest
from talks import talk

from vcassist.interview.answers.spoken_of import speaks_of

OUTAGE = "application.outage_effect"


@pytest.mark.parametrize(
    ("said", "words", "of_it"),
    [
        ("The lift stops every week.", "stops", False),
        ("Our bus is always late and the rain stops the show.", "stops", False),
        ("We use TriageMate, the tram stops outside.", "stops", False),
        ("Without it everything stops.", "stops", True),
        ("When TriageMate is down the ward stops.", "stops", True),
        ("If the tool fails we close.", "close", True),
    ],
)
def test_an_outage_is_only_told_of_the_tool(said: str, words: str, of_it: bool) -> None:
    t = talk()
    t.know(application__name="TriageMate", application__purpose="sorting lifts")
    assert speaks_of(OUTAGE, said, said.index(words), t.session.chain) is of_it


def test_a_check_is_told_of_what_the_tool_puts_out() -> None:
    t = talk()
    t.know(application__name="TriageMate", application__purpose="writing letters")
    for said, of_it in (("My brother checks the boiler", False), ("A nurse reads the letters", True)):
        assert speaks_of("application.human_review", said, 0, t.session.chain) is of_it
