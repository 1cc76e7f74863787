"""A word or number within a noted text that a message puts another one for: "it should read 48 hours, not 36". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value

_I = re.I
# A few words, in quotation marks or not; the marks are none of them.
_OPENS, _CLOSES = "[\"“„‘'«]?", "[\"”“’'»]?"
_WORDS = r"[^\W_][\w’'%-]*(?: [^\W_][\w’'%-]*){0,3}?"
_NEW = rf"{_OPENS}(?P<new>{_WORDS}){_CLOSES}"
_OLD = rf"{_OPENS}(?P<old>{_WORDS}){_CLOSES}"
_ENDS = r"(?=\s*(?:$|[.,;!?)\n–—]|\s-\s|\b(?:in|for|please|there|as|any ?more)\b))"
_FORMS = (
    re.compile(rf"(?:^|[\s\"“„‘'«(]){_NEW},? (?:and )?not {_OLD}{_ENDS}", _I),
    re.compile(rf"\bnot {_OLD},? (?:but|rather|it['’]?s|it is|it should be|make it) {_NEW}{_ENDS}", _I),
    re.compile(rf"{_OLD} (?:should|must|has to|ought to) (?:be|read|say) {_NEW}{_ENDS}", _I),
)
_LEADS_UP = re.compile(r"(?:it|that|this|is|was|we|i|they|should|sorry|actually|rather|read|says?|but|and|so|no)\b", _I)
# A longer message tells more than one word's place.
LONGEST = 600


def reworded(said: str, chain: Chain, number: int) -> tuple[Fact, Fact] | None:
    """(old, new) text of the one fact in which the word that is put right stands; None where none or several hold it."""
    if len(said) > LONGEST:
        return None
    texts = [
        f for f in chain.facts.values() if f.field.type == "text" and f.field.name != "name" and f.status == "known"
    ]
    for put in (m for form in _FORMS for m in form.finditer(said)):
        right = _alike(put["new"], put["old"])
        found = [(f, text) for f in texts if right and (text := _with(str(f.value), put["old"], right))]
        if len(found) == 1:
            old, value = found[0]
            start, end = put.span()
            quote = said[start:end].strip()
            start = said.index(quote, start)
            new = replace(
                old, value=checked_value(old.ref, value), quote=quote, start=start, end=start + len(quote), turn=number
            )
            return old, replace(new, source="said")
    return None


def _alike(new: str, old: str) -> str | None:
    """The new words without what leads up to them: as many as the old ones, where both end alike, else one more at most."""
    words, count = new.split(), len(old.split())
    if words[-1].casefold() == old.split()[-1].casefold():
        return " ".join(words[-count:])
    return new if len(words) <= count + 1 and not _LEADS_UP.match(new) else None


def _with(text: str, old: str, new: str) -> str | None:
    """The text with the new words in the place of the old ones; "48 hours" takes the place of "36" before "hours" too."""
    place = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text, _I)
    if place is None or re.search(rf"(?<!\w){re.escape(new)}(?!\w)", text, _I):
        return None
    rest = text[place.end() :]
    unit = new.partition(" ")[2]
    if unit and rest.lstrip().lower().startswith(unit.lower()):
        rest = rest.lstrip()[len(unit) :]
    return f"{text[: place.start()]}{new}{rest}"
