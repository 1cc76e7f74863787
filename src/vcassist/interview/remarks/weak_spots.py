"""What people tell of a tool's weak spots: "on the brown Swiss it misses half of them", "in Dholuo it was often wrong", "2.1 % had a dose error". Pure; forms only.

No question asks for them in so many words, and to whoever decides about the tool they matter most. Nothing happened by them yet, so nobody is told that
one is sorry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.interview.sentences import PART

_I = re.I
_IT = r"(?:it|that thing|(?:the|our|this|that) (?:tool|app|bot|chatbot|thing|machine|program(?:me)?|system|model|software|camera|translator|score|robot|transcripts?|translations?|results?|ai)|(?-i:(?!(?:When|Whenever|If|Where|Unless|How|While|Because|And|But|So|Then|What|Who|That|They|We|You|He|She|There)\b)[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?))"
_HOW_OFTEN = r"(?:often|mostly|usually|always|sometimes|regularly|frequently|half the time|every (?:second|third|other) time|one time in \w+|once in \w+|in (?:about |roughly )?(?:one|two|three|\d+) (?:out )?(?:of|in) (?:\w+|\d+))"
_BAD = (
    r"(?:wrong|worse|bad|poor|weak|useless|hopeless|unreliable|terrible|rubbish|nonsense|off|shaky|mistaken|inaccurate)"
)
_RATE = r"(?:\d+(?:[.,]\d+)?\s?(?:%|per ?cent)|(?:one|two|three|four|five) (?:in|out of|of) (?:every )?(?:\w+|\d+)|half|most|many|a (?:third|quarter|lot|good few))"
_WEAK = (
    # It misses, fails or stumbles, and over what.
    rf"\b{_IT}\s(?:\w+\s){{0,2}}?(?:misses|fails|stumbles|struggles|chokes|trips|gives up|gets lost|falls apart|confuses|mixes up|mistakes|mishears|misreads|mistranslates|misspells)\b(?!\s+(?:to be\b|us\b))(?=\s+\w)",
    r"\b(?:fails|stumbles|struggles|chokes|trips up|falls apart) (?:with|on|over|at|in|when)\s\w+",
    # Bad at this, worse on that.
    r"(?:\b(?:is|was|are|were|does|did|works?|worked|performs?|performed|gets?|got|rather|very|pretty|quite|really|but|and|,)|['’]re|['’]s)\s(?:(?!(?:not|never|hardly|no|with|the|an?|of|how|less)\b)\w+\s){0,2}?(?:bad|worse|poor|poorly|badly|weak|weaker|hopeless|useless|unreliable|terrible|shaky|not (?:so |very |too )?(?:good|reliable|great|well))\s(?:at|with|on|in|for|when|where)\s(?!(?:us|me|you|the moment|all|least|once|first|case|general)\b)\w+",
    # How often it is wrong.
    rf"\b(?:is|was|are|were|goes|comes out|gets? (?:it|them|those|that|\w+ \w+))\s(?:\w+\s)?(?:{_HOW_OFTEN}\s{_BAD}|{_BAD}\s(?:about |roughly )?{_HOW_OFTEN})\b",
    rf"\b{_RATE}\b[^.!?;\n]{{0,30}}?\b(?:had|have|were|was|are|is|came out|with|contained)\b[^.!?;\n]{{0,25}}?\b(?:errors?|mistakes?|wrong|false|missed|misread)\b",
    rf"\b(?:error rate|misses|missed|gets? wrong|got wrong|wrong in|errors? in|mistakes? in)\b[^.!?;\n]{{0,12}}?\b{_RATE}(?!\w)",
    # What it invents, and what a mess it makes.
    rf"\b{_IT}\s(?:\w+\s){{0,4}}?(?:makes|invents|made) (?:(?:it|things|them|stuff|words|names|facts|that|those) )?up\b|\b(?:can['’]?t|cannot|can not|does not|doesn['’]?t) (?:read|hear|understand|make out),? it (?:just |simply )?(?:makes? up|invents|guesses)\b|\b(?:makes?|made) (?:an? )?(?:\w+ )?(?:hames|mess|hash|nonsense|pig['’]?s ear|gibberish) of\s\w+",
    # What it does not understand.
    rf"\b{_IT}\s(?:\w+\s)?(?:does not|doesn['’]?t|don['’]?t|dont|doesnt|can['’]?t|cannot|can not|hardly|barely|never)\s(?:really\s|quite\s|always\s|properly\s)?(?:understands?|hears?|catch(?:es)?|handles?|copes? with|follows?|gets?)\s(?!(?:what (?:it|you|i|we)|why|who|about\b|of\b|it\b|you\b|us\b|that\b|any(?:thing)?\b|paid|updates?|to\b|better|used|the internet|online)\b)\w+",
)  # fmt: skip
_FORMS = tuple(re.compile(form, _I) for form in _WEAK)
# What would be, is asked, is denied or was so once is no weak spot; nor what stops it ("bad line", "no internet").
_NOT_SO = re.compile(
    r"\b(?:if|when|whenever|where|how|would|could|might|should|unless|in case|whether|hope|hopefully|afraid|fear|worr\w+|not|never|no longer|n['’]t|isn['’]?t|wasn['’]?t|hardly|nobody|nothing|used to|before the update)\b[^.!?;\n]{0,25}$",
    _I,
)
_NOT_OF_IT = re.compile(
    r"\b(?:vcassist|your (?:list|notes?|question|report|form)|you(?:['’]ve| have|['’]re| are)?)\b|\b(?:internet|connection|signal|network|power|electricity|line|wifi|wi-fi)\b[^.!?]{0,20}\b(?:fails?|bad|poor|weak|worse)\b|\b(?:bad|poor|weak) (?:internet|connection|signal|network|line)\b",
    _I,
)
LONGEST_PART = 400


def weak_spots(said: str) -> Iterator[tuple[int, str]]:
    """Where a message tells of a weak spot of the tool: (start, words) of the sentence that does."""
    for part in PART.finditer(said):
        text = part[0]
        if len(text) > LONGEST_PART or text.rstrip().endswith("?") or _NOT_OF_IT.search(text):
            continue
        found = next((m for form in _FORMS if (m := form.search(text)) is not None), None)
        if found is None or _NOT_SO.search(text[: found.start()]):
            continue
        words = text.strip(" \n\t,;:–—-")
        yield part.start() + text.index(words), words
