"""Words by which somebody stands by what is noted: "keep the name", "that is right, leave it", "I never asked to change it". Forms only. Pure.

They start no change and end one that was begun; they are no answer and no new value.
"""

from __future__ import annotations

import re

_I = re.I
# A longer message tells more than that something stays.
LONGEST = 24
_IT = r"(?:it|that|this|everything|all|(?:the|my|our|your|its|their) (?:[\w'’-]+ ){0,3}?[\w'’-]+|anything|nothing|a thing|any of (?:it|that|them)|what (?:i|you|we) (?:said|wrote|have|put|told you))"
_CHANGE = r"(?:change|alter|touch|edit|amend|modify|replace|rename|correct|fix|redo)"
_START = (
    r"(?:^|[.,;:!?\n–—-]\s*)(?:(?:please|no|yes|just|so|and|but|well|ok(?:ay)?|right|then|again|kindly|really)\W+)*"
)
_RIGHT = r"(?:right|correct|fine|good|true|ok(?:ay)?|perfect|as it should be)"
_FORMS = (
    # "Don't change it", "I never asked you to change the name", "nothing to change".
    rf"{_START}(?:please )?(?:do not|don['’]?t|dont|never|no need to) {_CHANGE}\b(?: {_IT})?",
    rf"\bi (?:never|did not|didn['’]?t|do not|don['’]?t)(?: \w+)? (?:ask|asked|say|said|want|wanted|wish|wished|mean|meant)(?: (?:you|for you))? (?:to )?{_CHANGE}\b",
    rf"\b(?:nothing|not anything|no need) (?:needs? )?(?:to|for) (?:be )?{_CHANGE}d?\b|\bnothing (?:to be|needs to be|should be|must be) {_CHANGE}d\b",
    # "Keep the name", "leave it as it is", "it stays".
    rf"{_START}(?:keep|leave(?![^.,;!?]{{0,40}}\b(?:out|off|away)\b)) {_IT}(?: (?:as|like|how|the way) (?:it|that|they)(?: is| was| are|['’]s)?| alone| so| be| there| in| the same)*(?: (?:please|then|will you|would you|now))*(?=\W*$|\s*[.,;!?\n]|\s+(?:and|next|it|i)\b)",
    rf"{_START}(?:it|that|this|{_IT}) (?:stays|remains|stands|holds|can stay|should stay|must stay|may stay)\b",
    # "The size is right", "that's fine as it stands".
    rf"{_START}(?:is|{_IT}|[\w&.'’-]+(?: [\w&.'’-]+){{0,3}}?)(?:['’]s| is| are| was)? (?:\w+ )?{_RIGHT}\b(?: (?:as|like|how) (?:it|that)(?: is| was| stands)?| already| so)*(?=\W*$|\s*[.,;!?\n–—]|\s+(?:and|but|i|leave|keep|don['’]?t)\b)",
)
_STANDS = tuple(re.compile(form, _I) for form in _FORMS)
# What calls for a change all the same.
_WANTS = re.compile(
    r"\b(?:(?:should|must|has to|ought to) (?:be|read|say)|instead|not right|n['’]t right|not (?:quite )?correct|make it|wrong)\b|(?<!n['’]t )(?<!not )(?<!to )(?<!nothing )\bchange (?:\w+ ){1,4}(?:to|into)\b",
    _I,
)


def stands_by(said: str) -> bool:
    """Whether somebody wants what is noted to stay as it is, whatever was begun."""
    return len(said.split()) <= LONGEST and not _WANTS.search(said) and any(form.search(said) for form in _STANDS)


def forbids_change(said: str) -> bool:
    """The same where it is said in so many words: "don't change it", "leave it", "keep the name"."""
    return len(said.split()) <= LONGEST and not _WANTS.search(said) and any(form.search(said) for form in _STANDS[:-1])
