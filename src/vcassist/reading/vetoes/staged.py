"""What is said on a stage: whoever shares out parts speaks from there on as somebody else ("let's play: you are the auditor, I am a bank"). Pure.

A scene alone or a part alone is none: people imagine things, and tell us what they are and what we are. Both together are a play, and it
goes on until somebody says that it is over.
"""

from __future__ import annotations

import re

from vcassist.reading.text import Span, sentences

_I = re.I
_SCENE = re.compile(
    r"\b(?:let(?:['’]?s| us| me) (?:\w+ ){0,2}?(?:play|act|stage|pretend|imagine|rehearse|perform|make[- ]believe|role-?play)|(?:role|rôle)[- ]?play\w*|play (?:a |the )?(?:scene|game|theatre|theater|sketch|parts?)|"
    r"(?:act|do|play|stage|try) (?:out )?(?:a|one|some|the) (?:\w+ )?(?:scene|game|play|sketch|improvisation|simulation|scenario)|make-believe|(?:swap|switch|change|trade|exchange) (?:places|roles|seats|sides|hats|parts)|for (?:the )?(?:fun|sake|practice)\b|just for fun|pretend(?:ing)? (?:to be|that you|you|i|we)|as if (?:you|i|we|it) were|invented|imaginary|made-up|fictional|fictitious|hypothetical)\b",
    _I,
)
_AS = r"(?:am|['’]m|play|speak|talk|answer|act|write|say it|will be|['’]ll be|shall be)(?: (?:now|here|to you))*"
_PARTS = re.compile(
    rf"\byou(?:['’]re| are| be|['’]ll be| will be| play| act)\b[^.!?\n]{{1,60}}\bi ?{_AS}\b|\bi ?{_AS}\b[^.!?\n]{{1,80}}\byou(?:['’]re| are|['’]ll be| will be| play| be)\b"
    rf"|\b(?:be|play|act as|pretend to be) (?:the|a|an|my|our) [\w ,’'-]{{2,30}}?\b(?:and|while|,|as) i ?{_AS}\b",
    _I,
)
_OVER = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|but|well|right|and)\W+)*(?:seriously|in (?:truth|reality|real life|earnest)|for real|joking (?:aside|apart)|jokes? (?:aside|apart)|end of (?:the )?(?:scene|play|game)|enough (?:of that|played|play)|back to (?:us|reality|the)|now (?:really|seriously|about us)|as for us|(?:we|us) (?:really|ourselves))\b",
    _I,
)


def staged(message: str) -> list[Span]:
    """The sentences of a message that belong to a play, from that which sets it up to that which ends it."""
    parts = sentences(message)
    for number, part in enumerate(parts):
        # The scene and the parts are given in one sentence, or in one and the next.
        both = " ".join(p.text for p in parts[number : number + 2])
        if _SCENE.search(part.text) and _PARTS.search(both):
            rest = parts[number:]
            over = next((n for n, p in enumerate(rest) if n and _OVER.match(p.text)), len(rest))
            return rest[:over]
    return []
