"""A yes, a partly or a no that a message sets down for its answer: "let us say no, not easily", "not really asked them, no. Some told us …". Pure.

Who says what is to be written has answered, whatever else is told; the whole of the message may sound like something else.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading

_I = re.I
_WORD = r"(?P<word>yes|no|partly)"
_HEDGE = r"(?:(?:well|hm+|er+m?|um+|so|ok(?:ay)?|then|honestly|probably|perhaps|maybe|i suppose|i think|all right|alright|oh|for (?:us|now|me)|to be (?:honest|fair))\b[\s,]*)*"
_FORMS = (
    # What is to be written.
    re.compile(
        rf"^\W*{_HEDGE}(?:let(?:['’]?s| us)(?: just)? (?:say|put|call it)|(?:i(?:['’]d| would| will|['’]ll)|we(?:['’]d| would| will|['’]ll)|i must|i have to) (?:\w+ )?(?:say|go (?:for|with)|put|call (?:it|that))|(?:you (?:can|may|could) )?(?:(?:just )?(?:put|write|note)(?: it| that)?(?: down)?(?: as)?|call (?:it|that)|make (?:it|that)|take)(?: down)?(?: as)?|the answer is)\W{{1,3}}(?:a |as )?{_WORD}\b(?!\s(?:one|body|idea|more|problem|matter|way|\w+ing)\b)",
        _I,
    ),
    # The word behind what it denies or grants: "not really asked them, no."
    re.compile(rf"^\W*{_HEDGE}not (?:really |yet |quite |properly |actually )?(?:[\w'’-]+ ){{0,5}}?[\w'’-]+,\s(?P<word>no)\W*(?:$|[.;!]|\s[–—-]\s)", _I),
)  # fmt: skip
SURE = 0.95


def with_what_is_set_down(reading: Reading, message: str, asked: str | None) -> Reading:
    """The same with the answer to a yes or no that the message sets down at its beginning."""
    if asked is None or field_of(asked).type != "yesno" or message.rstrip().endswith("?"):
        return reading
    found = next((m for form in _FORMS if (m := form.search(message)) is not None), None)
    if found is None:
        return reading
    value = found["word"].lower()
    read = next((p for p in reading.proposals if p.ref == asked), None)
    if read is not None and (read.value == value or (read.value == "partly" and value == "yes")):
        return reading
    words = found[0].strip(" .;!–—-")
    start = message.index(words, found.start())
    told = Proposal(asked, "known", value, words, SURE, start, start + len(words))
    left = tuple(p for p in reading.proposals if p.ref != asked and not _of_the_same_no(p, told))
    return replace(reading, proposals=(told, *left), intent="answer")


def _of_the_same_no(p: Proposal, told: Proposal) -> bool:
    """Whether the word that was set down was taken for the answer to something else."""
    own = field_of(p.ref).type == "yesno" and p.start is not None and p.value == told.value
    return own and p.touches(told.start or 0, told.end or 0)
