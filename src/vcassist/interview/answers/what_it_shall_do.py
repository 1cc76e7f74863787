"""What a tool shall do, as the answer to what it is for: "will put the talk as captions on the tablets". Pure.

It has the order of words of a question, and asks nothing: nobody stands between its two verbs.
"""

from __future__ import annotations

import re

SHALL_DO = re.compile(
    r"\W*(?:(?:well|so|oh|it|this|that|which|they|the (?:tool|app|thing|bot|program(?:me)?|system))\W+)*(?:will|would|shall|should|['’]?ll|(?:is|are) (?:going )?to) "
    r"(?!(?:i|you|we|they|he|she|it|this|that|these|those|there|not|my|your|our|the|an?|any\w*|some\w*)\b)(?P<task>[a-z][^?;:!\n]{6,160}?)(?:,? (?:i (?:think|believe|guess|suppose|hope)|as (?:far as )?i (?:know|understand\w*|see)|please))?[^\w?]*",
    re.I,
)


def tells_what_it_shall_do(sentence: str, asked: str | None) -> bool:
    """Whether a sentence tells what a tool is to do, where it was asked what it is for."""
    return asked is not None and asked.endswith(".purpose") and SHALL_DO.fullmatch(sentence.strip()) is not None
