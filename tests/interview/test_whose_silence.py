"""A supplier that will not say was asked about what it knows: what an organisation does itself, only its people can keep to themselves."""

from __future__ import annotations

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.session import Awaiting, Session, Turn
from vcassist.interview.whose_silence import of_what_was_spoken_of

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
