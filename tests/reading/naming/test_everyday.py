"""An ordinary word is a name where it is written or introduced as one, whatever the register calls so."""

from __future__ import annotations

import pytest

from vcassist.knowledge.register import load_register
from vcassist.reading.naming.everyday import EVERYDAY, is_name
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.trained import TrainedReader

# Words of the reader's vocabulary that people know as names only, however they write them.
_NAMES_ONLY = """
    adobe alexa amazon android azure babylon bert bing canon dino einstein ernie facebook gemma google intel maia microsoft philips samsung
    siemens telegram twitter unicef watson youtube
"""


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    return NameFinder(load_register())


@pytest.mark.parametrize(
    "text",
    [
        "each teacher takes a turn at the desk",
        "they painted the canvas on a granite wall",
        "a fair share goes to the messenger",
        "a constant surge of calls",
        "we use whisper mode at night and turn signals on the van",
        "the app prompts us twice",
    ],
)
def test_an_ordinary_word_in_small_letters_names_nothing(text: str, finder: NameFinder) -> None:
    assert finder.find(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pupils hand it in over Canvas.", "Canvas"),
        ("the thing is called canvas", "canvas"),
        ("we use canvas for homework", "canvas"),
        ("everybody here is using whisper, on a laptop", "whisper"),
    ],
)
def test_a_capital_or_an_introduction_makes_it_a_name(text: str, name: str, finder: NameFinder) -> None:
    assert [m.text for m in finder.find(text)] == [name]
    assert is_name(text, text.index(name), text.index(name) + len(name))


def test_every_name_of_one_word_was_looked_at() -> None:
    words = {key for key, _, _ in load_register().names() if " " not in key and len(key) > 3}
    known = TrainedReader().is_word
    assert {w for w in words if known(w)} - EVERYDAY == set(_NAMES_ONLY.split())
