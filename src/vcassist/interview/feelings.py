"""What weighs on somebody who answers: grief, exhaustion, fear for the job, guilt, worry, said in passing. Pure.

Forms only, and only of the speaker, or of a death or a harm just now: many who answer here work with people who suffer, and name their
work. Each kind has its own sentence; what is missed costs warmth and no fact.
"""

from __future__ import annotations

import re
from typing import Literal

Feeling = Literal["job", "grief", "guilt", "tired", "apology", "worry"]
_I = re.I
_ADV = r"(?:(?:so|really|very|just|all|quite|absolutely|completely|totally|too|a bit|honestly|still|only|not|feeling|getting|being|that|a|an?|just so|more and more|afraid that) )*"
_I_AM = rf"\b(?:i(?:['’]?m| am|m| was| feel| felt| have been|['’]ve been| keep)|feeling) {_ADV}"
_NOW = r"(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month)|just now|an hour ago|(?:on |last )(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:two|three|a few|some|\d+) (?:days|hours|weeks) ago|here)"
_DIED = r"(?:died|(?:has |have )?passed(?: away| on)?|buried|(?:was|were) (?:killed|buried|shot|found dead|taken from \w+)|drowned|is dead|funeral|did not make it|didn['’]?t make it)"
_OURS = r"(?:mothers?|babies|baby|patients?|residents?|child(?:ren)?|kids?|little ones?|people|pupils?|girls?|boys?|famil(?:y|ies)|members?|colleagues?|neighbours?|friends?)"
_POWERS = r"(?:they|he|she|my (?:boss|manager|head|employer|director|supervisor|principal)|the (?:board|boss|head|director|manager|ministry|trust|council|school|hospital|trustees|office|bishop)|somebody|someone|anybody|head office)"
_PUNISH = r"(?:(?:fire|sack|dismiss|suspend|discipline|punish|replace)(?:e?s)? (?:me|us)|lets? (?:me|us) go|gets? rid of (?:me|us)|(?:kick|throw)s? (?:me|us) out|lays? (?:me|us) off|makes? (?:me|us) redundant|cuts? my (?:job|post|hours|pay))"

_PATTERNS: tuple[tuple[Feeling, re.Pattern[str]], ...] = (
    (
        "job",
        re.compile(
            rf"\b(?:will|can|could|would|might|may|do|are|is|['’]ll|going to|gonna|want to|won['’]?t)\b(?: {_POWERS})?(?: \w+){{0,2}} {_PUNISH}\b|\b{_POWERS} (?:\w+ ){{0,3}}{_PUNISH}\b|"
            r"\b(?:am|are|will|could|can|would|might|['’]ll|be|been|get|getting) (?:i |we )?(?:\w+ ){0,3}?(?:sacked|fired|dismissed|made redundant|laid off|let go|suspended|lose my (?:job|post|place|position|work|licen[cs]e|pension))\b|"
            r"\b(?:i|my)\b[^.!?]{0,40}\b(?:los(?:e|ing) (?:my|the|this) (?:job|post|place|position|work|licen[cs]e|pension)|job (?:is |be )?(?:gone|over|at stake|on the line))\b|"
            r"\b(?:afraid|scared|frightened|fear|worried|nervous)\b[^.!?]{0,40}\b(?:my|our) (?:job|post|position|boss|manager|licen[cs]e|contract|residency|visa)\b",
            _I,
        ),
    ),
    (
        "grief",
        re.compile(
            rf"\b{_DIED}\b[^.!?]{{0,25}}\b{_NOW}\b|\b{_NOW}\b[^.!?]{{0,40}}\b{_DIED}\b|\b(?:we|i)(?:['’]ve| have)? (?:just )?lost (?:[\w'’-]+ ){{0,3}}{_OURS}\b[^.!?]{{0,20}}\b{_NOW}\b|"
            rf"\b(?:my|our) (?:[\w'’-]+ ){{0,2}}(?:{_DIED}|(?:is|was) (?:dying|in (?:the )?hospital|in intensive care|very ill|missing))\b|\bi had a (?:removal|funeral|burial|death|stillbirth|suicide)\b|\b(?:funeral|burial|wake) (?:was |is )?{_NOW}|"
            rf"\b(?:two|three|four|\d+|a|one) (?:[\w'’-]+ ){{0,2}}{_OURS} (?:{_DIED})\b|{_I_AM}(?:grieving|mourning|heartbroken|devastated)\b|\b(?:he|she|they|the \w+|people|(?:mother|father|daughter|son|family)) (?:just )?(?:cried|wept|was crying|were crying|was in tears|broke down)\b",
            _I,
        ),
    ),
    (
        "guilt",
        re.compile(
            rf"\b(?:it|this|that)(?:['’]?s| is| was) {_ADV}(?:on me(?=\W*$|\s*[.,;!?])|(?:my|our)(?: own)? fault\b|because of me\b|me who\b)|\bi(?:['’]ll| will| can| could)? (?:never|not) (?:get over|forgive|live with)\b|{_I_AM}(?:guilty|ashamed(?! to)|to blame|responsible for what)\b|"
            r"\bi should (?:never )?have (?:checked|known|seen|stopped|noticed|looked|read|asked)\b|\bi let (?:them|her|him|you|everybody|everyone) down\b|\b(?:my|our) hands? (?:still )?shak|\bpeople (?:were |got )?(?:hurt|harmed)\b[^.!?]{0,30}\b(?:me|i)\b|"
            r"\b(?:put|thrown|ended up|sent|left) (?:out )?(?:on|onto|in|into) (?:the )?(?:streets?|prison|jail)\b[^.!?]{0,40}\bbecause\b|\bhad no answer for (?:him|her|them)\b",
            _I,
        ),
    ),
    (
        "tired",
        re.compile(
            rf"{_I_AM}(?:exhausted|worn out|drained|shattered|knackered|numb|burn(?:t|ed|ing) out|done in|dead on my feet|running on empty|at (?:the end of|my wits)|at my (?:wits|limit)|so tired|too tired|tired\b[^.!?]{{0,20}}\b(?:cry|sleep|think))|\bat the end of my (?:strength|tether|rope|wits)\b|"
            r"\b(?:can['’]?t|cannot|can not) (?:think (?:straight|clearly|any ?more)|cope|take (?:any )?more|go on like this|keep (?:this|going))\b|\b(?:should(?:n['’]?t| not)) (?:even |really )?be (?:here|at work|doing this|working|typing)\b|"
            r"\b(?:have|has|haven|hardly|barely|not)(?:['’]?t)? (?:\w+ ){0,2}slept\b|\bno sleep\b|\b(?:double|third|fourth|\d+[- ]hour) shift\b|\b(?:bad|terrible|awful|horrible|hard|rough|long) (?:day|week|night|morning|news)\b",
            _I,
        ),
    ),
    (
        "apology",
        re.compile(
            rf"\bsorry\b[^.!?]{{0,20}}\b(?:i(?:['’]?m| am|m)|for being|to be|for (?:my|all|the)) {_ADV}(?:slow|difficult|confus\w+|stupid|useless|thick|dense|all over the place|such a|a (?:nuisance|pain|bother|mess)|muddled|rambling|moaning|hopeless|no help|bad at|rant\w*)|"
            rf"{_I_AM}(?:confusing (?:you|myself|us|things)|(?:like )?(?:a |an )?(?:nuisance|burden|mess|fool|bother)|all over the place|hopeless at|useless|too (?:stupid|old|slow|thick) for|such an? \w+)\b|\bi(?:['’]m| am) (?:being )?(?:so )?(?:difficult|stupid|silly)\b",
            _I,
        ),
    ),
    (
        "worry",
        re.compile(
            rf"{_I_AM}(?:worried(?: sick)?|worrying|frightened|scared|afraid(?! (?:not|so|that['’]s|i (?:do|can|have)|we (?:do|can|have)))|anxious|nervous|terrified|panick\w+|upset|sad|miserable|unhappy|helpless|hopeless|desperate|depressed|lonely|distressed|low|(?:like )?a failure|a failure)\b(?! (?:to say|that (?:is|we)))|"
            r"\b(?:keep|keeps|kept|keeping) (?:me|us) (?:awake|up)\b|\b(?:awake|up) (?:half |all |most of |the whole |at )*(?:the )?night\b(?=[^.!?]*\b(?:worr\w+|over|about|think\w*|because)\b|\W*$)|\b(?:lie|lay|lying|been|was|am) awake\b|\bawake over\b|\bworried sick\b|\bweigh(?:s|ing)? on me\b|"
            r"\b(?:dread|losing sleep|lost sleep|in tears|could cry|makes me (?:ill|cry|sick|sad))\b|\bi (?:keep|can['’]?t stop) (?:thinking|worrying|crying)\b|\bmy (?:heart|stomach|chest) (?:is |was )?(?:pound|turn|sink|sank|tight|in)",
            _I,
        ),
    ),
)


def feeling_in(said: str) -> Feeling | None:
    """What weighs on the speaker, the gravest first; None for an ordinary message."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(said)), None)


def felt_in(said: str) -> list[tuple[int, int]]:
    """The sentences of a message that tell of a feeling: nothing in them answers a question."""
    spans = [m.span() for m in re.finditer(r"\S.*?(?:[.!?…]+(?=\s|$)|\n|$)", said, re.S)]
    return [(a, b) for a, b in spans if feeling_in(said[a:b])]
