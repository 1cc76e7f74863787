"""A supplier that will not say was asked about what it knows: what an organisation does itself, only its people can keep to themselves."""

from __future__ import annotations

import pytest
from talks import talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.answers.whose_silence import of_what_was_spoken_of
from vcassist.interview.corrections.repair import pieces, reread
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Awaiting, Session, Turn

SILENT = "She said their lips are sealed on that."


def session(asked: str, *before: Fact) -> Session:
    turns = (Turn(0), Turn(1, said="No idea what is inside.", facts=before, awaiting=Awaiting(asked)))
    return Session("s", "2026-01-01T00:00:00+00:00", turns)


def silence(asked: str, by: str = "supplier") -> Heard:
    return Heard(facts=(Fact(asked, "withheld", None, SILENT, 0, len(SILENT), 2, by),))


def moved(asked: str, said: str = SILENT, before: tuple[Fact, ...] = (), by: str = "supplier") -> list[str]:
    return [f.ref for f in of_what_was_spoken_of(session(asked, *before), said, silence(asked, by)).facts]


UNKNOWN_MODEL = (Fact("model.name", "unknown", None, "No idea what is inside", 0, 22, 1),)


def test_it_is_about_what_was_not_known_just_before() -> None:
    assert moved("application.alternative", before=UNKNOWN_MODEL) == ["model.name"]


def test_it_stays_where_a_supplier_can_be_silent() -> None:
    assert moved("storage.encrypted", before=UNKNOWN_MODEL) == ["storage.encrypted"]


def test_it_stays_where_nothing_was_spoken_of_or_pointed_at() -> None:
    assert moved("application.alternative") == ["application.alternative"]
    assert moved("application.alternative", "They won't say.", UNKNOWN_MODEL) == ["application.alternative"]


def test_what_the_person_keeps_to_themselves_is_about_what_was_asked() -> None:
    assert moved("application.alternative", before=UNKNOWN_MODEL, by="person") == ["application.alternative"]


class SilentReader:
    """Hears in every message that what was asked is kept back."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        quote = message.strip()
        kept = (Proposal(asked, "withheld", None, quote, 0.9),) if asked and quote else ()
        return Reading(kept, "correction")


@pytest.mark.parametrize(
    ("said", "ref"),
    [
        ("Correction: Northmodel has not disclosed its name.", None),
        ("Correction: who made it, Northmodel will not say.", "model.supplier"),
    ],
)
def test_who_is_named_as_keeping_silent_is_not_what_is_kept_back(said: str, ref: str | None) -> None:
    t = talk()
    t.know(model__supplier="Northmodel")
    found = reread(t.session, said, SilentReader(), str, only_quoted=True)
    assert (found[0].ref if found else None) == ref


def test_what_somebody_says_they_told_is_read_without_that_they_told_it() -> None:
    said = "I said that they can write to the mayor. Please change it."
    assert (12, "they can write to the mayor") in list(pieces(said, None))
