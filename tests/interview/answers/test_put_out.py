"""Which kinds of content an answer says are put out: what is denied, or goes in, is none."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.interview.answers.put_out import put_out

KINDS = FIELDS["application.generates"].values


@pytest.mark.parametrize(
    ("answer", "heard", "expected"),
    [
        ("She talks, and she sends the same by text message. Pictures, no.", ("audio",), ("text", "audio")),
        ("A drawing of the lungs, and an SMS to the doctor. No video.", ("text",), ("text", "image")),
        ("Only sound. No text message, no pictures.", ("text", "image"), ("audio",)),
        ("it reads the text message aloud", ("text",), ("audio",)),
        ("captions for the videos", ("text",), ("text",)),
        ("it answers", ("text",), ("text",)),
        ("Craquinho makes text, only text. They promise a voice in the next year.", ("text",), ("text",)),
        ("A voice, and next year a video", ("audio",), ("audio",)),
    ],
)
def test_each_kind_counts_by_its_own_words(answer: str, heard: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert put_out(answer, heard, KINDS) == expected
