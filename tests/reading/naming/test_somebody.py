"""Who does something with a tool is somebody, and a given name is one with its accents too."""

from __future__ import annotations

import pytest

from vcassist.given_names import is_given_name
from vcassist.reading.naming.somebody import works_with
from vcassist.reading.text import Span


def test_a_given_name_is_known_with_its_accents() -> None:
    assert is_given_name("Sónia") and not is_given_name("HemoVista")


@pytest.mark.parametrize(("said", "somebody"), [
    ("Branka writes the messages with it.", True),
    ("Branka writes the messages with Kora.", True),
    ("Branka writes the messages.", False),
    ("Branka helps with it all being so late.", False),
])  # fmt: skip
def test_who_works_with_what_was_named_before_is_somebody(said: str, somebody: bool) -> None:
    assert works_with(said, Span(0, 6, "Branka"), ["Kora"]) is somebody
