"""A purpose that only puts something through a tool keeps its whole words."""

from __future__ import annotations

import pytest

from vcassist.reading.told.put_through import with_whither


@pytest.mark.parametrize(
    ("text", "purpose", "whole"),
    [
        ("we put the minutes thru claude", "put the minutes", "put the minutes thru claude"),
        ("we run the letters through DeepL each week", "run the letters", "run the letters through DeepL"),
        ("to write the minutes with Claude", "write the minutes", None),
        ("to put letters together with Claude", "put letters together", None),
    ],
)
def test_the_tool_belongs_to_what_is_put_through_it(text: str, purpose: str, whole: str | None) -> None:
    start = text.index(purpose)
    found = with_whither(text, start, start + len(purpose))
    assert (found and found.text) == whole
