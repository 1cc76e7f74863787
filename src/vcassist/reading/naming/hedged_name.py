"""A name with no more around it than that somebody is not quite sure: "Mount Carmel I believe", "that would be Casa Norte, as far as I can see". Pure."""

from __future__ import annotations

import re

from vcassist.chain.fields import Field

_HEDGE = r"(?:i (?:believe|think|guess|suppose|reckon|should (?:say|think)|would say)|if i (?:remember|recall)(?: (?:well|right(?:ly)?|correctly))?|as far as (?:i|we) (?:know|can (?:see|tell)|remember|understand)|to my knowledge|so far as i know)"
_HEDGED = re.compile(
    rf"\W*(?P<lead>(?:(?:well|so|oh|hm+|yes)\W+)*(?:(?:that|it|this) (?:would|should|must|will) be\s+|{_HEDGE},?\s+(?:(?:that|it|this)(?:['’]s| is| would be)\s+)?)?)(?P<name>(?-i:[A-ZÀ-ÖØ-Þ\d])[^\n,;:!?()]{{0,60}}?)(?P<tail>,?\s+{_HEDGE})?[\s.!]*",
    re.I,
)
# Words of a name; what is longer tells more.
LONGEST = 6
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|but|because|not|it|we|they|i)\b|['’](?:s|re|ve|ll) ",
    re.I,
)


def only_the_name(message: str, asked: Field | None) -> str | None:
    """The message with all but the name turned into spaces, so that every offset holds; None where nothing stands around one, or more does."""
    if asked is None or not (asked.name == "name" or asked.type == "entity"):
        return None
    found = _HEDGED.fullmatch(message)
    if found is None or not (found["lead"].strip() or found["tail"]):
        return None
    name = found["name"]
    if len(name.split()) > LONGEST or _VERB.search(name):
        return None
    start, end = found.span("name")
    return " " * start + name + " " * (len(message) - end)
