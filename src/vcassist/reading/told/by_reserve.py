"""Answers held to the reserve with which they are told: "there is a rule, but we forget", "done in 2023 and not revisited since", "past pilot". Pure.

The trained readers hear a statement or its denial, and not that one limits the other. What limits a yes makes it a part; a thing that was done
once and grew old was done in part; and what stands behind a trial is over it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.assessment.jurisdictions import same_jurisdiction
from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.remarks.of_no_answer import leaves_the_question
from vcassist.reading.naming.places import places
from vcassist.reading.text import sentences_touching

_I = re.I
_BORDER, _HOME, _STAGE = "storage.crosses_border", "organisation.country", "application.lifecycle"
_RETENTION = "storage.retention_limit"
# What people do, and may forget.
_DONE_BY_PEOPLE = frozenset(
    {
        "application.tells_people", "application.labels_content", "storage.retention_limit", "monitoring.performance_tracked",
        "monitoring.incident_process", "monitoring.bias_tested", "labelling.quality_checked", "governance.staff_trained", "data.consent",
    }
)  # fmt: skip
# What was done, and not again since.
_STALE = re.compile(
    r"\b(?:has|have|had|was|were|is|are)(?:n['’]t|\snot|\snever)(?:\sbeen)?(?:\s(?:since|ever|yet))?\s(?:revisited|updated|repeated|renewed|reviewed|redone|refreshed|revised|looked at (?:again|since))\b|\b(?:just|only)? ?once\b[^.;!?]{0,30}\b(?:and )?(?:never|not) (?:again|since|after)\b",
    _I,
)
_DONE = re.compile(r"\b(?:did|made|had|was|were|wrote|carried out|conducted|completed|there (?:is|was))\b", _I)
# A rule that people do not always keep.
_FORGOTTEN = re.compile(
    r"\b(?:we|they|people|staff|nurses|teachers|colleagues|some|somebody|not everyone|not everybody|one)\s(?:\w+\s){0,2}?(?:forgets?|skips?|ignores?|(?:do(?:es)?|did)(?:n['’]t|\snot)\salways|slips?)\b|\bnot always (?:kept|followed|done|respected)\b|\bmore (?:honou?red )?in the breach\b|\bthat(?:['’]?s| is) how (?:well|much|seriously|strictly) (?:they|we|it|people|anybody|anyone)\b",
    _I,
)
# A yes that is doubted for a part of it.
_DOUBTED = re.compile(
    r"\b(?:though|although|but|yet|only)\s(?:arguably|perhaps|probably|possibly|certainly|clearly)?\s?not\s(?:for|in|on|with|of)\b|\bwhether (?:it|that|this) (?:extends|applies|covers|holds)\b[^.!?]{0,80}\bi (?:rather |very much |really )?doubt\b|\bi (?:rather |very much )?doubt (?:that |whether |if )?(?:it|that|this) (?:extends|applies|covers|holds)\b|\b(?:does|do|did)(?: not|n['’]t),? (?:on reflection,? |strictly,? |however,? |yet )?(?:cover|extend|apply)\b",
    _I,
)
_TO_AN_EXTENT = re.compile(
    r"\W*(?:(?:well|yes|no|hm+|it (?:is|was)|they (?:are|were)(?: \w+)?|we (?:are|were|did|do)|only|so)\W+){0,3}(?:to (?:a|some|a certain|a limited|a small|a very limited) (?:limited |small |certain )?(?:extent|degree)|after a fashion|up to a point|in a (?:limited|small|certain) way|on a small scale|in a manner of speaking)\b",
    _I,
)
# "Only the leaf, no face, but the name goes in, so if you ask me, yes, you can know whose it is", "no, the other way, I think yes".
_YES_AFTER_ALL = re.compile(
    r"[,;.]\s(?:so |but |then )?(?:if you ask me,? )?yes,? (?:you|one|they|we|it|she|he|there) (?:can|could|does|do|is|are|has|have)\b(?! not|n['’]t)|\b(?:i think|i(?:['’]d| would) say|i guess|then|rather|so) yes\W*$",
    _I,
)
# "For MathMark, the officer did one. For ChatGPT, no."
_FOR_ONE_NO = re.compile(
    r"\b(?i:for|with|in) [A-Z][\w-]+(?: [A-Z][\w-]+)?,? (?:it is |there is )?(?:no|not|none|nothing)\b(?=\W*$|\s*[.,;!?])"
)
_FOR_ONE_YES = re.compile(r"\b(?i:for|with|in) [A-Z][\w-]+(?: [A-Z][\w-]+)?,? yes\b")
# "One could hardly do this work without personal data."
_NOT_WITHOUT = re.compile(
    r"\b(?:hardly|scarcely|barely|cannot|can['’]?t|could(?: not|n['’]t)|impossible to|never)\b[^.;!?]{0,60}\bwithout\b",
    _I,
)
_PAST_IT = re.compile(
    r"\b(?:past|beyond|out of|over|finished|done with|left|completed|graduated from|no longer (?:in|on|a))\s(?:(?:the|its|our|a)\s)?(?:pilot|trial|test(?:ing)?)(?: (?:phase|stage|period))?\b",
    _I,
)

# "The chair announced it at the start. When he remembered."
_WHEN_THEY_REMEMBER = re.compile(
    r"\b(?:when(?:ever)?|if|as long as) (?:he|she|they|we|i|people|somebody|someone|one) (?:still |ever |happens? to |happened to )?(?:remember(?:s|ed)?|thinks? of (?:it|that)|thought of (?:it|that)|feels? like (?:it|that)|felt like (?:it|that)|ha(?:s|ve|d) (?:the )?time|ha(?:s|ve|d) a (?:minute|moment)|get round to (?:it|that)|bother(?:s|ed)?)\b"
    r"|\b(?:when|if) (?:there['’]?s|there is|there was|time)(?: is| was)? (?:time|allows|allowed|permits|permitted)\b",
    _I,
)
# "Whether anyone has ever acted on it …", "I'm not convinced anybody does": a rule of which nobody vouches that it is kept.
_WHETHER_KEPT = re.compile(
    r"\b(?:whether|if)(?: or not)? (?:any(?:one|body)|some(?:one|body)|they|we|it|he|she|people|the \w+|(?-i:[A-Z])\w+)\b(?: \w+){0,3}? (?:act\w*|follow\w*|stick\w*|sticks? to|keep\w*|kept|do|does|did|done|happen\w*|delet\w*|obey\w*|clear\w*|empt\w*|honou?r\w*|look\w*)\b"
    r"|\bnot (?:at all )?(?:sure|convinced|certain|persuaded) (?:that |if |whether )?(?:any(?:one|body)|they|it|we|the \w+)\b",
    _I,
)
_A_RULE = re.compile(
    r"\b(?:rules?|policy|policies|schedule|should|supposed to|must|has to|have to|(?:\d+|[a-z]+) (?:days?|weeks?|months?|years?))\b",
    _I,
)


def with_reserves(read: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same with each answer as its reserve has it, and without a yes or no of what was asked from a sentence that leaves the question."""
    if read.note:
        return read
    kept = tuple(
        _reserved(p, message, asked, chain)
        for p in read.proposals
        if not (p.ref == asked and p.status == "known" and leaves_the_question(message, asked))
    )
    return replace(read, proposals=kept) if kept != read.proposals else read


def _reserved(p: Proposal, message: str, asked: str | None, chain: Chain) -> Proposal:
    if p.status != "known" or p.start is None or p.end is None:
        return p
    spec = field_of(p.ref)
    if spec.key == _STAGE:
        return replace(p, value="in_use") if p.value == "pilot" and _PAST_IT.search(message) else p
    if spec.type != "yesno":
        return p
    if spec.key == _BORDER:
        return replace(p, value="no") if p.value in ("yes", "partly") and _within_the_bloc(message, chain) else p
    if (
        spec.key == "data.personal_data"
        and p.value == "no"
        and _NOT_WITHOUT.search(sentences_touching(message, p.start, p.end))
    ):
        return replace(p, value="yes")
    if p.value == "yes" and _FORGOTTEN.search(message, p.start):
        return replace(p, value="partly")
    if (
        p.value == "yes"
        and p.ref == asked
        and spec.key in _DONE_BY_PEOPLE
        and _WHEN_THEY_REMEMBER.search(message, p.start)
    ):
        return replace(p, value="partly")
    if spec.key == _RETENTION and p.value == "yes" and (doubt := _WHETHER_KEPT.search(message)) is not None:
        return replace(p, value="partly") if _A_RULE.search(message, 0, doubt.start()) else p
    if p.ref != asked:
        return p
    if p.value == "no" and _YES_AFTER_ALL.search(message, p.end):
        return replace(p, value="yes")
    limited = (
        (p.value == "no" and _STALE.search(message) and _DONE.search(message))
        or (p.value == "yes" and _DOUBTED.search(message, p.start))
        or (p.value in ("yes", "no") and _TO_AN_EXTENT.match(message))
        or (p.value == "yes" and _FOR_ONE_NO.search(message))
        or (p.value == "no" and _FOR_ONE_YES.search(message))
    )
    return replace(p, value="partly") if limited else p


def _within_the_bloc(message: str, chain: Chain) -> bool:
    """Whether every country that a message names counts as the organisation's own."""
    home = chain.value(_HOME)
    there = {place.code for place in places(message) if place.certain}
    return isinstance(home, str) and bool(there - {home}) and all(same_jurisdiction(code, home) for code in there)
