"""What was offered and is denied by its name is not read into what follows."""

from __future__ import annotations

from talks import ask, talk

SECTOR = "organisation.sector"


def test_neither_media_nor_education_is_not_media() -> None:
    said = "Neither media nor education; church archive"
    t = talk({said: {SECTOR: ("media", "church archive")}})
    t.know(**{"application.name": "Northchat"})
    ask(t, SECTOR, "confirm", new="media")
    t.say(said)
    assert t.session.chain.get(SECTOR) is None
