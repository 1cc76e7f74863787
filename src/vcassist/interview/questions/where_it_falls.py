"""Where what somebody told falls: "is that deciding or helping?", "would a note on the door do?", "under which heading do you put this?". Pure.

Whoever asks so has the open question in mind. What counts for it is declared with its field, and is the answer; where two choices are named that
seem the same, what tells them apart.
"""

from __future__ import annotations

import re

from vcassist.chain.fields import Field
from vcassist.interview.questions.asked_forms import as_asked_before
from vcassist.interview.questions.asking import asks_what_counts
from vcassist.interview.questions.on_the_table import pointing, told_apart

_I = re.I
# A longer question tells a case of its own (words).
LONGEST = 45
# A short one is of what was just told.
SHORT = 14
_ALTERNATIVES = re.compile(
    r"\b(?:is|are|was|were|counts?|does|do) (?:he|she|it|that|this|they|those|these|such|mine|ours|i|we)\b[^?.!]{0,60}\bor\b",
    _I,
)
_PLACES = (
    # Which of our boxes it goes in.
    r"\b(?:which|what)(?: of (?:the|your))? (?:box(?:es)?|heading|categor(?:y|ies)|drawer|column|class|row|slot|choice|option|pigeon-?hole)s?\b",
    r"\bwhere (?:do|would|should|shall|must|can|does|did) (?:you|i|we|one) (?:put|place|file|count|tick|enter) (?:this|that|it|such|these|those|him|her|them|us)\b",
    r"\bwhere you (?:put|place|file|count) (?:this|that|it|such)\b",
    r"\bwhere (?:does|do|would|should|will) (?:this|that|it|such(?: an?)? ?\w*|these|those|he|she|they) (?:fall|belong|go|come|count)\b",
    r"\b(?:should|shall|do|must|can|would|may) (?:i|we) (?:then |now |rather )?(?:answer|say|put|tick|choose|write|take|give|mark|enter|select)(?: (?:that|this|it|here|down|as|an?|in))* [\"'“‘]?(?:yes|no|partly)\b",
    r"\b(?:is|are) [\"'“‘]?(?:yes|no|partly)[\"'”’]? (?:then |rather )?(?:right|suitable|correct|better|the (?:right|better))\b",
    r"\bwhat (?:should|shall|do|must|can) (?:i|we) (?:answer|say|put|tick|choose|write|enter)(?: (?:then|here|there|in (?:this|that|such a) case|for that))*\W*$",
    # Which of two is meant.
    r"\bwhich (?:one |of (?:the two|them|these|those|both) |number |name |place )?(?:do|would|should|must|shall|can|does) (?:you|i|we|the form|one) (?:want|mean|need|like|take|put|say|write|give|count|name|enter|choose)\b",
    r"\bof (?:which|what|whom)(?: one| of (?:the two|them))? (?:are|do|did) you\b",
    r"\b(?:form|you|question) (?:wants?|needs?|asks? for|has|takes?) (?:only |just )?one\b",
    # Whether it will do.
    r"\b(?:satisf(?:y|ies)|suffices?|qualif(?:y|ies))\b",
    r"\b(?:would|will|does|do|can|could|may) (?:that|this|it|these|those|such|an?|the|mere|just|only|our|my|['\"“‘])[^?.!]{0,70}\b(?:do(?: you| for you| here)?|count(?: as \w+(?: \w+)?)?|serve|pass|be (?:enough|fine|good|alright|ok(?:ay)?)|be sufficient)\b\W*(?:$|,|\bor\b)",
    r"\b(?:good|fine|ok(?:ay)?|enough|right) (?:like (?:this|that)|so|for you)\b[^?.!]{0,20}\bor\b",
    r"\bor (?:do |must |should )?(?:you|u|it|we|i) (?:wants?|needs?|have|has) (?:to (?:be|have) )?(?:an?|it|the|something|in)? ?(?:paper|writing|written|signed?|signature|document|number|list|form)\b",
    r"\b(?:all|everything|the whole)\b[^?.!]{0,25}\b(?:you['’]?re|you are|u r) (?:after|looking for)\b|\bor (?:all|everything|the whole)\b",
)
_WHERE = re.compile("|".join(_PLACES), _I)
# "Weights open means??"
_MEANS = re.compile(r"^\W*\w+(?: \w+){0,2} means\s*\?|\b(?:matlab|kya (?:hai|hota hai|matlab))\b", _I)
# "Is that good or bad?" asks for a judgement.
_JUDGED = re.compile(r"\b(?:good|bad|ok(?:ay)?|problem|normal|danger\w*|safe|right|wrong|risk\w*|serious)\b", _I)
# What hangs on a part of what was told: "does the Friday matter?"
_MATTERS = re.compile(
    r"\b(?:does|do|has|have|is|will|would)\b[^?.!]{0,40}\b(?:matter|importance|important|count|make (?:a|any) difference)\b(?! (?:for|to) (?:the report|you\b))",
    _I,
)
_TELL_APART = re.compile(
    r"\b(?:tell (?:one|them|the two|both|these|those)(?: \w+)? (?:from|apart)|(?:the|what) (?:is the )?difference|(?:do|does|did) (?:they|the two|these|those|\w+ and \w+) differ|differs?\b|the same(?: thing)?\b|which is which)",
    _I,
)
# What is asked for is the reason.
_WHY = re.compile(r"\b(?:why|what for|how come|wherefore)\b", _I)
# Of the notes, the report, the talk or the law something else is asked.
_OF_ELSE = re.compile(
    r"\b(?:report|noted|notes|wrote|written down|list|map|record(?:ed)?|supplier letter|law(?:ful|yer)?s?|legal(?:ly)?|gdpr|ai act|allowed|vcassist|my boss|private)\b",
    _I,
)


def where_it_falls(asks: str, said: str, spec: Field, answered: bool) -> str:
    """What counts for the open question, or what tells its choices apart, where a question asks where what was told falls; "" for any other.

    ``answered``: the message tells its answer too, so that "does that matter?" is of it.
    """
    of_its_words = pointing(asks, spec) != asks
    if (asks_what_counts(asks) or _MEANS.search(asks)) and of_its_words and spec.counts:
        return spec.counts
    if len(asks.split()) > LONGEST or _OF_ELSE.search(asks) or _WHY.search(asks) or as_asked_before(asks) != asks:
        return ""
    if _TELL_APART.search(asks) and spec.options and spec.type != "yesno":
        before = said.replace(asks, " ").strip() or said
        apart = told_apart(asks, spec.key, before)
        if apart and pointing(before, spec) != before:
            return apart
    if not spec.counts:
        return ""
    if _WHERE.search(asks) or (answered and _MATTERS.search(asks)):
        return spec.counts
    either = _ALTERNATIVES.search(asks) is not None and _JUDGED.search(asks) is None
    return spec.counts if either and (of_its_words or (answered and len(asks.split()) <= SHORT)) else ""
