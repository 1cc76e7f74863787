"""The field that a key of a data sheet, a contract or a form asks for. Pure."""

from __future__ import annotations

import re

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.field_keys import PATTERNS
from vcassist.reading.text import Span

# Words of a key; above, what stands before a colon is a sentence.
LONGEST_KEY = 6
_I = re.I
# A licence of what is learned from is not the model's.
_OF_DATA = re.compile(
    r"\b(?:data ?(?:set|base)?s?|imagery|images?|photos?|pictures?|scenes?|corpus|corpora|recordings?|records?|tiles|maps?|archive|texts?|samples?)\b",
    _I,
)
_OF_MODEL = re.compile(r"\b(?:models?|weights|software|code|llm|checkpoint)\b", _I)
_LICENCE_KEY = re.compile(r"licen[cs]e", _I)
# Whose developer is meant is told by what was named last.
_DEVELOPER = re.compile(r"(?:developer|developed by|trained by)", _I)


def field_of_key(key: Span, last: Field | None) -> tuple[Field | None] | None:
    """The field that a key asks for, in a tuple of one; None for a key that is nobody's."""
    if len(key.text.split()) > LONGEST_KEY:
        return None
    if _LICENCE_KEY.search(key.text) and _OF_DATA.search(key.text) and not _OF_MODEL.search(key.text):
        return (None,)
    words = re.sub(r"^(?:and|also|plus)\s+", "", key.text.strip(" *_`\"'?"), flags=_I)
    if _DEVELOPER.fullmatch(words):
        return (FIELDS["model.supplier" if last and last.kind == "model" else "application.supplier"],)
    return next(((FIELDS[name],) for name, pattern in PATTERNS.items() if pattern.fullmatch(words)), None)
