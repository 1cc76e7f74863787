"""Who writes or dictates without marks is heard clause by clause; the words stay as they are, and where they are."""

from __future__ import annotations

import pytest
from talks import talk

from vcassist.interview.stops import with_stops, without_stops

DICTATED = "I am talking to my phone so there are no commas I am with Ngaio in Tonga we use Kora for the letters and it reads them"


def test_a_clause_with_its_own_subject_begins_a_line() -> None:
    lines = with_stops(DICTATED).split("\n")
    assert lines == [
        "I am talking to my phone so there are no commas",
        "I am with Ngaio in Tonga",
        "we use Kora for the letters and it reads them",
    ]
    assert len(with_stops(DICTATED)) == len(DICTATED)


@pytest.mark.parametrize(
    "said",
    [
        "we use Kora for the letters",
        "I am talking to my phone. I am with Ngaio in Tonga and we use Kora for all of the letters here",
        "the young man who sold us the machine and who keeps it running says that they will take it home for a repair",
        "it is fine mostly and if the internet is gone for a day we carry on with the paper forms as ever",
        "we put in every single thing that there is to know and for letters we send to the families too",
        "we are a small clinic\nin the hills with nine nurses and helpers we use Kora for the letters to patients",
        "all of the people that we work with and every letter we read in that office are known to the whole of the town",
    ],
)
def test_what_is_short_has_marks_or_goes_on_stays_one(said: str) -> None:
    assert with_stops(said) == said


def test_a_turn_is_in_the_persons_own_words() -> None:
    said = (
        "so there is nothing much to tell here but yes there are nine people in this house we use Kora for the letters"
    )
    quote = "nine people in this house\nwe use Kora"
    assert quote in with_stops(said)
    t = talk({with_stops(said): {"organisation.size": ("up_to_10", quote)}})
    turn = t.say(said)
    assert turn.said == said and "\n" not in turn.reply
    assert [f.quote for f in turn.facts] == [quote.replace("\n", " ")]


def test_what_is_told_of_a_message_has_no_line_that_was_put() -> None:
    data = {"facts": [{"quote": "here\nwe use", "ref": "x"}], "text": "You wrote “a\nb”.\nNext"}
    assert without_stops(data) == {"facts": [{"quote": "here we use", "ref": "x"}], "text": "You wrote “a b”.\nNext"}


def test_what_was_taken_out_stays_out() -> None:
    said = "please take out what I said about Mrs Banda we use Kora every day for letters to patients in the town"
    assert with_stops(said) != said
    t = talk()
    t.say("Mrs Banda reads them.")
    turn = t.say(said)
    assert "Banda" not in turn.said and "\n" not in turn.said


def test_a_long_message_takes_no_longer_than_its_length() -> None:
    said = "we can go out there now " * 800
    assert len(with_stops(said)) == len(said)
