"""Which questions ask what is noted, whether it was changed, and why it stands so: closed forms of asking, whatever the matter. Pure.

"Is it on your list as yes or as no?", "did you change the supplier?", "why do you write that it decides?" speak of the assistant's notes.
Each form names the notes, or the assistant's own doing with them; "who keeps the records?" and "did they change it?" speak of the work.
"""

from __future__ import annotations

import re
from typing import Literal

from vcassist.interview.reading import blanked
from vcassist.interview.sentences import PART

NotesAsked = Literal["what", "changed", "gone", "why", "why_not", "request"]
_I = re.I
# A longer sentence tells a case (characters).
LONGEST = 240
_PAPERS = r"(?:list|notes?|records?|report|map|draft|file|table|summary|papers?|assessment)"
_YOUR_PAPERS = rf"(?:(?:your|the|my|our|this) (?:\w+ )?{_PAPERS})"
_ADV = r"(?:(?:actually|really|already|now|still|ever|also|just|then|by now|so far|exactly|always|even|at last|finally) ){0,2}"
_WROTE = r"(?:noted?|writ(?:e|ten)|wrote|recorded?|registered?|entered?|listed?|marked?|put)(?: down)?"
_CLAIM = r"(?:write|wrote|written|note|noted|put|record|recorded|say|said|claim|claimed|think|thought|believe|state|assume|have|list|mark)(?: down)?"
_CHANGED = (
    r"(?:chang|correct|fix|updat|amend|alter|adjust|repair|replac|revis)(?:e|ed)?|(?:set|put|get) (?:\w+ ){1,4}right"
)
_TAKEN = r"(?:delet|remov|eras|dropp?|str(?:ik|uck)|scrapp?|clear)(?:e|ed|en)?|(?:take|took|taken|throw|threw|thrown|cross|crossed) (?:\w+ ){0,4}?(?:out|away|off)"
_DOES = r"(?:is|are|was|were|has|have|had|did|does|do)"
_WHY = r"(?:why|how come|what for)"

_WHY_NOT = re.compile(
    rf"\b{_WHY}\b[^.?!]{{0,60}}?(?:\b(?:not|never|no)\b|n['’]t\b|\bcannot\b)[^.?!]{{0,40}}?\b(?:{_CHANGED}|{_WROTE}|make|do it|take)\b|"
    rf"\b(?:you|u)\b[^.?!]{{0,20}}(?:\b(?:not|never)\b|n['’]t\b|\bcannot\b)[^.?!]{{0,20}}\b(?:{_CHANGED})\b[^.?!]{{0,60}}[.?!,;]\s{{0,3}}(?:but |and |so )?{_WHY}\b\W*$",
    _I,
)
_WHY_SAID = re.compile(
    rf"\b{_WHY}\b(?: on earth)?(?: do| did| have| are| would)? (?:you|u) {_ADV}{_CLAIM}\b(?! (?:to|me|us|it (?:again|twice))\b)|"
    rf"\b{_WHY} (?:is|was|are|does|do|has) {_YOUR_PAPERS}\b[^.?!]{{0,60}}\b(?:say|says|state|{_WROTE}|down as|{_PAPERS})\b|"
    rf"\b(?:you|u)(?:['’]ve| have| had)? {_ADV}{_CLAIM}\b[^.?!]{{2,90}}[,;.–—-]\s{{0,3}}(?:but |and |so )?{_WHY}\b(?: (?:that|so|is that|this))?\W*$",
    _I,
)
_GONE = re.compile(
    rf"\b(?:did|have|had)(?:n['’]?t)? (?:you|u) {_ADV}(?:{_TAKEN})\b",
    _I,
)
_IS_GONE = re.compile(
    rf"\b(?:is|are|was|were|has|have) [^.?!]{{1,50}}\b(?:gone|{_TAKEN}|out)\b(?: (?:now|then|yet|already|for good|of it|from {_YOUR_PAPERS}|of {_YOUR_PAPERS}|at last))*\W*$",
    _I,
)
_HAS_CHANGED = re.compile(
    rf"\b(?:did|have|had)(?:n['’]?t)? (?:you|u) {_ADV}(?:{_CHANGED})\b|\bwhat (?:did|have) (?:you|u) {_ADV}chang", _I
)
_IS_CHANGED = re.compile(
    r"\b(?:is|are|was|were|has|have) [^.?!]{1,50}\b(?:changed|corrected|fixed|updated|amended)\b(?: (?:now|then|yet|already|at last))*\W*$",
    _I,
)
_WHAT = re.compile(
    # "What have you put down for the supplier?", "who've you got as the maker?", "which tool have you written?"
    rf"\b(?:what|whatever|which(?: \w+){{0,2}}|who|whom|how)(?:['’]?(?:ve|s|d|re))?\b(?: (?:have|has|did|do|does|is))? (?:you|u)(?:['’]ve)? (?:have )?{_ADV}(?:{_WROTE}|got|have|hold)\b(?! to\b)|"
    rf"\bwhat['’]?(?:ve|s|d)? (?:is |was )?(?:you (?:have|got)|(?:the )?(?:entry|note|answer|word) (?:on|for|about)|(?:put )?down (?:for|as|on))\b|"
    # "Have you got our country?", "did you write the fallback down?"
    rf"\b(?:did|have|had|do)(?:n['’]?t)? (?:you|u) {_ADV}(?:{_WROTE})\b(?! (?:to|me to)\b)|\b(?:do|have) (?:you|u) {_ADV}(?:have|got)\b[^.?!]{{0,60}}\b(?:{_WROTE}|down|as|for|on|about)\b|\bhave (?:you|u) [^.?!]{{1,60}}\b(?:{_WROTE}|down)\b|"
    # "… in your list?", "does the report say …?", "in report, is written …?"
    rf"\b(?:in|on|according to|per|by|under) (?:{_YOUR_PAPERS}|(?:report|list|notes))\b|\b(?:does|do|did|will|would) (?:{_YOUR_PAPERS}|it still) {_ADV}(?:say|read|state|show|mention|contain|list|have|tell|hold|name)\b",
    _I,
)
# Of whose notes these speak only their matter tells.
_IS_NOTED = re.compile(
    # "Is the sector still down as government?", "is this recorded that …?"
    rf"\b{_DOES}\b(?: [^.?!]{{1,60}})? (?:noted|written|recorded|registered|listed|marked|entered|down (?:as|for)|put (?:down|as)|set (?:as|to))\b(?!(?: down)? (?:where|who|how|when|anywhere|somewhere)\b)|"
    # "Is “assists” there now?"
    rf"\b(?:is|are|does it say|do you say)\b(?: (?:it|that|this|there|now|still|the \w+))* [\"“‘'][^\"”’'?]{{2,40}}[\"”’'](?: (?:it|in|on|now|still|there|yet|noted|again))*\W*$|\bis (?:it|that) (?:still|now)\b",
    _I,
)
# What is asked for in the form of a question: it is heard as an order first.
_REQUEST = re.compile(
    rf"\b(?:can|could|will|would) (?:you|u) (?:please |just |kindly |then )*(?:{_WROTE}|make|set|{_CHANGED})\b(?![^.!?]*\breport\b)[^.!]{{0,80}}\?",
    _I,
)
# "Where did government come out of?" asks for the words of a note, where it names one.
_FROM_WHERE = re.compile(
    r"\bwhere(?:['’]d| did| does| do| have| has| is| was) (?:(?:you|u) (?:get|got|have|take|took) )?[^.?!]{1,40}? (?:com(?:e|es|ing) )?(?:from|out of)\b(?:,? (?:then|by the way|btw|anyway|actually))?\W*$|"
    # "How do you know that we are in Ireland?", "who told you we have 24 staff?"
    r"\bhow (?:come |do |did |would |can |could )+(?:you|u) (?:even |already )?(?:know|guess|find out|figure(?: out)?)\b(?! (?:if|whether|when|which|how|what))|"
    r"\bwho (?:told|tells|said (?:to|that to)) (?:you|u)\b",
    _I,
)
# The whole of the notes: "you said 3 more things, what are those?", "the list of what you have noted", "what does it say about us?".
_WHOLE = re.compile(
    rf"\b(?:you|u)\b[^.?!]{{0,30}}\b\d+ more\b[^.?!]{{0,30}}\bwhat(?: else)? (?:are|were|is)\b|\b(?:what|which)\b[^.?!]{{0,30}}\b(?:\w+ )?(?:more|other|remaining) (?:\w+ )?(?:things?|answers?|points?)\b[^.?!]{{0,30}}\b(?:you|u) {_ADV}(?:{_CLAIM}|mention(?:ed)?|got)\b|"
    r"\bwhat (?:are|were) (?:those|these|the|that) (?:other |more )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|\w+ more) (?:more |other )?(?:things?|answers?|points?)\b|"
    rf"\b(?:list|record|summary|overview|notes?) of (?:what|everything|all)(?: that)? (?:you|i)(?:['’]ve| have| had)? {_ADV}(?:{_WROTE}|got|have|hold|told|said)\b|"
    r"\bwhat(?:['’]?s| does| do| is| has)? (?:it|that|the (?:list|thing)|your list) (?:say|says|know|knows|got|have) (?:a?bout|on|of) (?:me|us)\b|"
    r"\bwhat (?:all )?(?:do|have) (?:you|u) (?:know|got|have|noted|written)(?: down)? (?:a?bout|on|of) (?:me|us)\b|"
    r"\b(?:verify|check|go through|read|see) (?:it|them|that|everything|all(?: of it)?) line by line\b",
    _I,
)
_SAYS_NAME = re.compile(
    r"\bnam(?:e|es|ed|ing)\b|\bwho we are\b|\bwhich (?:\w+ ){1,3}(?:we|it|this) (?:are|is)\b|\b(?:identif|recogni[sz])\w+|\banonym\w+",
    _I,
)
_REPORT = re.compile(r"\b(?:the|your|this|our|my|a) (?:\w+ )?(?:report|assessment)\b|\bin report\b", _I)
_SAYS = re.compile(
    r"\b(?:say|says|write|written|stands?|state[sd]?|appears?|contains?|shown?|shows|mention\w*|nam\w+|tells?|be|is|are|find|in)\b",
    _I,
)
_LEFT_OUT = re.compile(
    r"\b(?:leave|keep|take|put|stay)\w*\b[^.?!]{0,40}\b(?:out|off|away)\b|\b(?:when|where (?:do|can|is)|how (?:do|can|long)|who|pdf|print|e?-?mail|send|download)\b",
    _I,
)
_FORMS: tuple[tuple[NotesAsked, re.Pattern[str]], ...] = (
    ("request", _REQUEST),
    ("why_not", _WHY_NOT),
    ("why", _WHY_SAID),
    ("gone", _GONE),
    ("changed", _HAS_CHANGED),
    ("what", _WHAT),
)
_BY_THEIR_MATTER: tuple[tuple[NotesAsked, re.Pattern[str]], ...] = (
    ("what", _IS_NOTED),
    ("gone", _IS_GONE),
    ("changed", _IS_CHANGED),
    ("why", _FROM_WHERE),
)
# Of what is asked and said here the talk itself answers: repeated questions, lost words, who reads, how long it is kept.
_OF_THE_TALK = re.compile(
    r"\b(?:(?:you|u) ask(?:ed|ing)?|ask(?:ed|ing)? (?:me|this|that|it|again|so)|questions?|repeat\w*|twice|same thing|lost|forg[eo]t\w*|who can|who (?:gets|reads|sees)|how long|stored|saved)\b",
    _I,
)
# "And why is that?" behind a sentence on the notes.
_BARE_WHY = re.compile(
    rf"\W*(?:(?:but|and|so|please|explain|tell me)\W+)*{_WHY}\b(?: (?:is|was) (?:that|this|it|so)| not| so| that)?\W*",
    _I,
)

_NO_CHANGE = re.compile(
    rf"\b(?:you|u)\b[^.?!]{{0,20}}(?:\b(?:not|never)\b|n['’]t\b|\bcannot\b)[^.?!]{{0,20}}\b(?:{_CHANGED}|{_WROTE})\b|\bstill (?:says?|reads?|writes?|stands?|wrong|there)\b",
    _I,
)


def notes_asked(sentence: str) -> NotesAsked | None:
    """What a question asks of the notes: what stands, what was changed or taken out, why it stands so or was not changed; else None.

    Of some only the matter tells whether they speak of the notes ("is it gone?"); ``of_the_notes`` counts none of these.
    """
    return of_the_notes(sentence) or _kind(sentence, _BY_THEIR_MATTER)


def of_the_notes(sentence: str) -> NotesAsked | None:
    """The same of a question that names the assistant, or its list or report."""
    return _kind(sentence, _FORMS)


def of_all_notes(sentence: str) -> bool:
    """Whether a question wants all that is noted."""
    return len(sentence) <= LONGEST and _WHOLE.search(sentence) is not None


def without_asked_gone(said: str) -> str:
    """A message with every question whether something was taken out turned into spaces, so that every offset holds: it asks, and orders nothing."""
    asked = [m.span() for m in PART.finditer(said) if "?" in m[0] and _GONE.search(m[0]) and not _REQUEST.search(m[0])]
    return blanked(said, asked)


def _kind(sentence: str, forms: tuple[tuple[NotesAsked, re.Pattern[str]], ...]) -> NotesAsked | None:
    if len(sentence) > LONGEST:
        return None
    kind = next((kind for kind, form in forms if form.search(sentence)), None)
    return None if kind in ("why", "why_not", "what") and _OF_THE_TALK.search(sentence) else kind


def of_the_report(sentence: str) -> Literal["name", "content"] | None:
    """Whether a question is what stands in the report: who they are, or anything that was told; not how to get or to share it."""
    if (
        len(sentence) > LONGEST
        or not _REPORT.search(sentence)
        or not _SAYS.search(sentence)
        or _LEFT_OUT.search(sentence)
    ):
        return None
    return "name" if _SAYS_NAME.search(sentence) else "content"


def only_why(sentence: str) -> bool:
    """Whether a question is nothing but a why: what it asks for stands before it."""
    return len(sentence) <= LONGEST and bool(_BARE_WHY.fullmatch(sentence))


def complains_of_no_change(sentence: str) -> bool:
    """Whether somebody says that something was not changed: "you not change the word"."""
    return len(sentence) <= LONGEST and bool(_NO_CHANGE.search(sentence))
