"""A matter that is named takes what is said of it in one's own words, and the rest of the message answers what was asked."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk


def noted() -> Talk:
    t = talk()
    t.know(application__outage_effect="none", organisation__sector="education")
    return ask(t, "storage.encrypted")


@pytest.mark.parametrize(
    "said",
    [
        "Yes. Outage: it stops",
        "Yes. Can you make the outage it stops rather than nothing?",
        "Yes. Change the outage to it stops please.",
    ],
)
def test_what_is_said_of_a_named_matter_is_put_there(said: str) -> None:
    t = noted()
    turn = t.say(said)
    chain = t.session.chain
    assert chain.value("application.outage_effect") == "stops" and chain.value("storage.encrypted") == "yes"
    assert [f.ref for f in turn.facts].count("application.outage_effect") == 1


@pytest.mark.parametrize(
    "said", ["Outage? It stops talking.", "We had an outage: Kora stopped.", "Does the outage stop it?"]
)
def test_what_names_no_matter_so_changes_nothing(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value("application.outage_effect") == "none"
