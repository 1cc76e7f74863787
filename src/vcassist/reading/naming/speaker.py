"""Whether a name is that of the person who speaks ("here is Tonho from Recife", "Pekka speaking") and so no organisation's. Pure."""

from __future__ import annotations

import re

from vcassist.given_names import GIVEN_NAMES
from vcassist.reading.naming.newcomers import SHAPED
from vcassist.reading.text import Span

_I = re.I
_GREETING = r"(?:(?:hello|hi|hey|yes|ok|okay|well|good|dear|morning|day|evening|afternoon|everyone|everybody|all|team|there|namaste|jambo|salaam|salam|hola|ola|olá|ciao|bonjour|greetings|so)\b[\s,.!–—-]{0,3}){0,4}"
# In whatever language: a few words and a comma before "this is".
_IN_ANY_TONGUE = r"(?:[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}\s?[,!]\s{1,2})?"
_TITLE = r"(?:(?:mr|mrs|ms|miss|dr|sister|brother|father|sr|fr)\.? )?"
_SAYS_WHO = re.compile(
    rf"(?:^|[.!?\n]\s)\W*{_IN_ANY_TONGUE}{_GREETING}(?P<says>here (?:is|speaks|it['’]?s)|this is|it['’]?s|it is|here['’]?s)(?: just| only)? {_TITLE}$",
    _I,
)
_MY_NAME = re.compile(
    rf"\b(?:my name(?:['’]s| is)|(?:they|people) call me|the name(?:['’]s| is)|call me) {_TITLE}$", _I
)
# "Hi, its Chanda from Radio Voice": who greets gives a person's name first, and then the house's.
_GREETS = re.compile(
    r"(?:^|[.!?\n]\s)\W*(?:hello|hi|hey|hiya|good (?:day|morning|evening|afternoon)|dear \w+|greetings|salaa?m\w*|namaste|jambo|bonjour|hola|ciao)\b[^.?\n]{0,25}$",
    _I,
)
_FROM_A_HOUSE = re.compile(r",? (?:here )?(?:from|at|of|with) (?:the )?(?=[A-ZÀ-ÖØ-Þ]\w)")
_AT_FIRST = re.compile(rf"(?:^|[.!?\n]\s)\W*{_GREETING}{_TITLE}$", _I)
_SPEAKS = re.compile(
    r"\s(?:speaking|talking|writing|calling|here|on the (?:line|phone|keyboard))\b(?!\s(?:is|has|uses?)\b)", _I
)
_I_AM = re.compile(
    r",? (?:and )?(?:i['’]?m|i am|i (?:do|run|work|lead|keep|look|manage|teach|drive|handle))\b|, (?:the |a )?(?:\w+ ){0,2}(?:manager|secretary|nurse|teacher|bookkeeper|owner|director|head|coordinator|officer|clerk|cook|driver)\b(?! of\b)",
    _I,
)
_FROM = re.compile(r",? (?:from|in|out of|over in|down in|up in) (?:the )?(?=[A-ZÀ-ÖØ-Þ])")
# A sentence of its own, and another one on those for whom somebody speaks.
_THEN_OF_THEM = re.compile(r"[.!]\s+(?:we|i|our|my)(?:['’]\w+)?\s", _I)
_OF_A_HOUSE = re.compile(
    r"(?:bank|school|college|library|radio|house|home|haus|centre|center|care|church|aid|help|clinic|hospital|farm|coop|club|trust|shelter|hostel|museum|hospice|kitchen|press|news|union|relief|action|fund|forum)\b",
    _I,
)


def is_who_speaks(text: str, name: Span, places: frozenset[int] = frozenset()) -> bool:
    """Whether a message gives a name as that of its speaker; ``places``: where in it the names of places begin."""
    words = name.text.split()
    if len(words) > 2 or name.text.isupper() or SHAPED.match(name.text) or _OF_A_HOUSE.search(name.text):
        return False
    before = text[max(0, name.start - 60) : name.start]
    if _MY_NAME.search(before):
        return True
    if _SPEAKS.search(f" {words[-1]}") and _AT_FIRST.search(before):
        # "Kaimana here" was taken for a name as a whole.
        return True
    given = words[0].casefold() in GIVEN_NAMES
    if _SPEAKS.match(text, name.end) and (_AT_FIRST.search(before) or _SAYS_WHO.search(before)):
        return True
    if not _SAYS_WHO.search(before) or (len(words) > 1 and not given):
        return False
    # Of several ("Samaritans") nobody speaks as one.
    several = name.text.endswith("s")
    home = None if several else _FROM.match(text, name.end)
    alone = not several and _THEN_OF_THEM.match(text, name.end)
    greets = not several and _GREETS.search(before) and _FROM_A_HOUSE.match(text, name.end)
    return bool(given or alone or greets or _I_AM.match(text, name.end) or (home and home.end() in places))
