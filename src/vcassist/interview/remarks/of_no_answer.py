"""What a message says about the talk instead of answering: a no that protests, orders that nothing be changed, a word on what was noted. Pure.

Asked whether a fallback is ready, "No! I said take it out" tells nothing of a fallback. Forms only: the spans that are found hold no
answer to the question on the table, whatever a reader makes of them. They may still correct, or point back.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.corrections.denying import denies, old_value_in
from vcassist.interview.meant import own_stems, shares_words, stems
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Awaiting
from vcassist.interview.turns_of_phrase import NOT

_I = re.I
# Manners of asking to which a word about what was said before may be the very answer.
SETTLES = frozenset({"conflict", "confirm", "change"})
_LEAD = r"^\W*(?:(?:no+|nope|but|and|so|well|please|oh|hey|ok(?:ay)?|look|listen|wait|yes)\b\W+)*"
# Words about the talk, its notes and its questions.
# What somebody reads, hears and types with: "I check it with my eyes" answers, "my eyes are bad" does not.
_SENSES = r"(?:(?:bad|poor|old|reading) )?(?:eyes|eyesight|english|hearing|glasses|typing|spelling|keyboard|battery)"
_OF_THE_TALK = re.compile(
    rf"{_LEAD}(?:"
    rf"(?:you|u) (?:\w+ )?(?:write|wrote|put|note|noted|say|said|have|list|show)\b[^.?!]{{0,40}}\b(?:is |are |was )?(?:wrong|incorrect|false|not (?:right|correct|true))\b|"
    r"(?:yes|no|partly) was (?:for|of|about|from|what|how|when|last|before|then|only|just|never|my|too)\b|"
    r"(?:yes|no|partly|unknown|the (?:yes|no)) (?:is|was) (?:the )?(?:right|wrong|correct|incorrect|not (?:right|correct|true))\b|"
    rf"(?:i|we) (?:do|did|can|could){NOT} (?:\w+ )?(?:see|find|get) (?:(?:the|your|my|any|that) (?:list|notes?|summary|report|overview|map)\b|what you\b)|"
    rf"i can ?not (?:\w+ )?(?:see|find) (?:(?:the|your|my|any|that) (?:list|notes?|summary|report|overview|map)\b|what you\b)|"
    r"(?:(?:give|ask)(?: me)? )?(?:a |the |an)?(?:new|next|another|other) (?:question|one)\b(?: please)?(?: ok(?:ay)?)?\W*$|ask (?:me )?(?:the next|another|something else)\b|(?:there is )?no (?:need to )?(?:hurry|rush)\b|"
    rf"(?:please )?(?:(?:do{NOT}|don['’]?t|never) (?:delete|remove|change|undo|erase|touch|alter)\b(?! (?:after|before|until|for|within)\b)|(?:delete|remove|change|undo|erase|touch|alter) nothing\b(?! (?:after|before|until|within)\b))|"
    rf"(?:that['’]?s not|that is not|this is not|it['’]?s not)(?: quite| exactly| entirely| really)?(?: (?:what i (?:meant|said|asked)|it|that|right|so))?\W*$|"
    r"not(?: quite| exactly| entirely| really)? (?:what i (?:meant|said|asked)|it|that|right|so)\W*$|"
    r"(?:then )?(?:put|rank|place|list) (?:us|me) (?:on|in|at|to) (?:the )?(?:first|second|last|top|front|[\w-]+ place)\b|"
    r"(?:leave|keep) (?:it|that|this|them)(?: (?:as (?:it|that) is|as (?:they|those) are|so|alone|be|please))*\W*$|"
    r"(?:the rest|the others?|that|this|it) (?:i|we) (?:have )?(?:told|said|answered|gave|explained)\b"
    r")"
    # How somebody is says nothing of a tool.
    r"|.*\bi(?:['’]m| am)(?: \w+){0,3} (?:slow|tired|late|lost|confused|ill|sick|upset|distracted|away)\b|"
    r".*\bi (?:can ?not|can['’]?t|can (?:hardly|barely)|could(?:n['’]t| not| hardly| barely)) (?:\w+ )?(?:see|hear|read|type|write|spell)(?: (?:it|this|that|you|your \w+|the (?:screen|writing|letters|text|words)))?(?: (?:so |very |too |that )?(?:well|good|properly|clearly|much|fast|quickly|any ?more))?\s*(?:$|[.,;!?])|"
    rf".*\b(?:my {_SENSES} (?:(?:is|are|was|were|isn['’]?t|aren['’]?t|hurts?|fails?|gets?|got|getting|so|very|too|not|no|do(?:es)?n['’]?t|broke\w*|dies|died)\b|\W*$)|(?:without|forgot|lost|for|excuse|pardon|forgive|mind) my {_SENSES}\b)",
    _I,
)
# What makes the no before it a protest.
_PROTEST = re.compile(
    rf"{_LEAD}(?:i (?:said|told|meant|mean|want|wanted|wrote)\b|i asked(?= (?:you|u|for|about|what|why|if|whether|how|which|who|where|when|to|that|something|a)\b|\W*$)|(?:please )?(?:remove|delete|change|take|strike|undo|put(?! (?:yes|no|partly|an?|unknown)\b))\b|(?:you|u) (?:write|wrote|put|note|noted|got|have)\b|"
    r"(?:that|this|it)(?:['’]s| is| was) (?:all |just |quite |completely )?(?:wrong|false|incorrect|not (?:true|right|correct|so))\b|"
    rf"(?:that|the) other (?:one|thing|tool)\b|not the \w+\W*$|stop (?:\d|asking)|(?:(?-i:[A-Z])[\w’'-]+|that (?:one )?|this (?:one )?)\s?(?:is|are|was)(?:n['’]t| not)? (?:just|only|merely|a different|another|the wrong)\b)",
    _I,
)
_NO = re.compile(r"\W*(?:no+(?:\W+no+)*|nope|nah)\W*", _I)
# A no with force or said twice protests, where it answers nothing.
_STRESSED_NO = re.compile(r"\W*no+(?:\W*!+\W*|(?:\W+no+)+\W*)", _I)
_DENIES = re.compile(
    r"\W*(?:nobody|no one|none|never|nothing|not|neither|(?:we|they|he|she|i|it|there)(?: \w+)? ?(?:do|did|does|have|has|had|is|are|was|were|can|could)(?:n['’]?t| not| never|nt)\b|(?:we|they|i|he|she|it) never)\b",
    _I,
)
# What may stand between a no and the value that it denies.
_BEFORE_VALUE = re.compile(r"^\W*(?:(?:it|that|this)(?:['’]s| is| was)? )?(?:not (?:the |in )?)?[\"“'‘]?", _I)
# Who has told all of one thing says no to no further question.
_ALL_TOLD = re.compile(
    rf"{_LEAD}that(?:['’]?s| is| was| will be)(?: really| about)? (?:all|everything|it)(?: (?:for (?:now|that|the \w+)|on (?:that|the \w+)|from (?:me|us|my side)|i (?:know|have|can say|would say)(?: (?:about|on) (?:that|it|this))?))?\W*$",
    _I,
)
LEAST_TOLD = 4
# There is none, and nobody is told to make none.
_NO_CHANGE = re.compile(
    r"\W*no change\b(?=\s*(?:[.,;:!?–—]|$)|\s(?:at all|what(?:so)?ever|either|in|of|for|to|with|there|here|really|i|we)\b)",
    _I,
)
_LEADING_NO = re.compile(r"\W*(?:no+\b\W+)+", _I)
# "Only the outage is unknown": that all else was told, and what is not.
_ONLY = re.compile(
    r"\W*(?:just|only)\s(?P<what>[^.;!?]{2,50}?)\s(?:is|are|was)(?: still)? (?:unknown|not known|open|unclear|missing)\b",
    _I,
)


# Who begins so leaves the question.
_LEAVES_IT = re.compile(
    r"\W*(?:by the way|btw|incidentally|one more thing|another thing|(?:oh|ah) and|before i forget|i forgot(?: to (?:say|tell|mention))?|i should (?:add|mention|say)|(?P<also>(?:and )?also))\b[\s,:–-]+",
    _I,
)


def leaves_the_question(said: str, ref: str) -> bool:
    """Whether a message begins with something else than a yes-or-no question asks, and shares no word with it: "By the way, Jonas wants to add a
    thing, but we have not decided". "Also" goes on as often as it leaves: it must name another matter.
    """
    leaves, spec = _LEAVES_IT.match(said), field_of(ref)
    if leaves is None or spec.type != "yesno":
        return False
    rest = said[leaves.end() :]
    if re.match(r"\W*(?:yes|yeah|yep|no|nope|nobody|none|never|partly)\b", rest, _I) or shares_words(rest, spec):
        return False
    return not leaves["also"] or bool({*keys_named(rest)} - {spec.key})


def of_no_answer(said: str, awaiting: Awaiting | None, chain: Chain) -> list[tuple[int, int]]:
    """The spans of a message that hold no answer to what was asked, because they speak of the talk, or of another question by name."""
    if awaiting is None or awaiting.manner in SETTLES:
        return []
    spec = field_of(awaiting.ref)
    own = own_stems(spec)
    spans = [m.span() for m in SENTENCE.finditer(said)]
    found = []
    for at, (start, end) in enumerate(spans):
        text = said[start:end]
        only = _ONLY.match(text)
        all_told = spec.type == "yesno" and _ALL_TOLD.match(text)
        if all_told or _OF_THE_TALK.match(text) or (only and not stems(only["what"]) & own):
            found.append((start, end))
            continue
        no = None if _NO_CHANGE.match(text) else _LEADING_NO.match(text)
        if no and _PROTEST.match(text[no.end() :]):
            found.append((start, end))
        elif (
            no
            and _SETS_RIGHT.match(text)
            and not stems(text[no.end() :]) & own
            and (chain.facts and _speaks_of_notes(text[no.end() :], awaiting, chain))
        ):
            # "No: somebody is named", asked whether it is published.
            found.append((start, start + no.end()))
        if _STRESSED_NO.fullmatch(text) and _is_of_another_matter(said[end:], own):
            # "No! The university stores the data."
            found.append((start, end))
            continue
        if _NO.fullmatch(text) and (
            _PROTEST.match(said[end:])
            or _names_another(said[end:], awaiting, chain)
            or _denies_noted(said[end:], awaiting, chain)
        ):
            found.append((start, end))
            if at + 1 < len(spans) and _PROTEST.match(said[end:]):
                found.append(spans[at + 1])
    return found


# A no with a colon leads up to what is right.
_SETS_RIGHT = re.compile(r"\W*no\s?[:–—]\s", _I)


def _speaks_of_notes(rest: str, awaiting: Awaiting, chain: Chain) -> bool:
    """Whether what a no leads up to is of a noted matter other than the one that was asked: by its words, or put with "="."""
    words = stems(rest)
    others = {f.field.key for f in chain.facts.values() if f.ref != awaiting.ref}
    return " = " in rest or any(len(own_stems(field_of(key)) & words) > 0 for key in others)


def _is_of_another_matter(after: str, own: set[str]) -> bool:
    """Whether the sentence behind a no tells something that has no word of the question and denies nothing itself."""
    first = SENTENCE.match(after.lstrip())
    words = first[0] if first else ""
    tells = len(words.split()) >= LEAST_TOLD and not _DENIES.match(words)
    return tells and not stems(words) & own


def _names_another(after: str, awaiting: Awaiting, chain: Chain) -> bool:
    """Whether what follows begins with the name of another part of the chain than the one that is asked about."""
    asked = awaiting.ref.partition(".")[0]
    begins = after.lstrip().casefold()
    titles = (chain.title(c).casefold() for c in chain.all_components() if c != asked and chain.get(f"{c}.name"))
    return any(title and begins.startswith(title) for title in titles)


def _denies_noted(after: str, awaiting: Awaiting, chain: Chain) -> bool:
    """Whether what follows begins at once with a value that is noted elsewhere, and denies it: "nope. Ireland is wrong, it's Germany"."""
    first = SENTENCE.match(after.lstrip())
    words = _BEFORE_VALUE.sub("", first[0]) if first else ""
    for fact in chain.facts.values():
        place = old_value_in(fact, words, str) if fact.ref != awaiting.ref and fact.status == "known" else None
        if first and place and place[0] == 0 and denies(fact, first[0], str):
            return True
    return False
