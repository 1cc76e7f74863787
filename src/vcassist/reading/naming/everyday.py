"""Names of the register that are ordinary words as well ("turn", "canvas"): what makes such a word a name where it stands. Pure.

It takes a capital, or words that introduce a name. All names of one word in the register were looked through for these; a test asks for the
next one.
"""

from __future__ import annotations

import re

_WORDS = """
    ada affinity alphabet apple ascend aya bard bedrock bloom breeze brisk butterfly canary canva canvas cassava
    chirp claude clip coda concur confluence constant copilot coral cortex crucial cursor descript epic ethos fair
    falcon fireflies firefly flux gemini ghostwriter granite grok heidi helio hexagon instinct intercom ironwood
    joule liquid lookout loom luminous medic messenger meta moonshot notion nova nuance oracle orange otter outlier
    outlook parakeet peat perplexity phi piper prolific prompts proton ring runway salesforce sam scale seamless
    segment slack snapdragon superhuman surge tandem teams threads titan trillium turn whisper windows zoom
"""
EVERYDAY = frozenset(_WORDS.split())
# Behind these stands a name, however it is written. What is used without an article is no common thing either, unless there are several.
_INTRODUCES = re.compile(
    r"\b(?:called|named|dubbed|nicknamed|titled|branded|name(?: is|['’]s|:)?|by the name of)\s+[\"'“‘«]?$", re.I
)
_USES = re.compile(r"\b(?:use|uses|used|using)\s+$", re.I)
_PLURAL = re.compile(r"[^aius]s$", re.I)
# What is used is a name where nothing that it could be part of follows ("we use turn signals").
_GOES_ON = re.compile(
    r"[\"'”’»]?\s*(?:$|[.,;:!?()–—]|(?:for|to|and|or|in|on|at|from|as|with|when|because|since|but|which|that|here|now|only|by)\b)",
    re.I,
)


def is_name(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word at ``start``–``end`` is written or introduced as a name."""
    word, before = text[start:end], text[:start]
    if word[:1].isupper() or any(c.isdigit() for c in word) or _INTRODUCES.search(before):
        return True
    return not _PLURAL.search(word) and bool(_USES.search(before) and _GOES_ON.match(text, end))
