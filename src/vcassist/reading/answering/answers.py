"""Reads a short answer in the light of the question it answers: yes/no/partly, choices, numbers, and the four statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vcassist.chain.facts import field_of
from vcassist.chain.fields import Field
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import KEEPS_BACK
from vcassist.reading.answering.number_words import UNIT_BEHIND, UNITS, in_words

_I = re.I
# Who mixes up what they were to choose between does not know which it is.
_THESE = r"(?:these|those|them|this|that|it|both|(?:these|those|the)(?: \w+)? (?:two|three|things|words|terms|names))"
_WHO_MAY_KNOW = r"(?:it(?= (?:people|department|team|guys?|staff))|(?-i:IT)|(?:it )?(?:people|department|team|guys?)|vendors?|suppliers?|company|provider|developers?|makers?|manufacturer|boss|manager|director|lawyers?|accountant|technicians?|engineers?|colleagues?|head office|headquarters|them|him|her|(?-i:[A-Z])[\w-]+)"
UNKNOWN = re.compile(
    r"\b(?:(?:i|we) (?:really |honestly |just )?(?:don['’]?t|do not|dunno|wouldn['’]?t|would not|couldn['’]?t) (?:really |actually |even )?(?:know|remember|recall|tell you|have (?:a |any )?(?:clue|idea)|say)|"
    r"dunno|idk|don['’]?t know|do ?n[o']t know|no (?:idea|clue)|not (?:the )?(?:foggiest|faintest|slightest|a clue)|haven['’]?t (?:a|the) (?:clue|foggiest|faintest|slightest|idea)|not (?:[\w%]+ ){0,2}(?:sure|certain)|unsure|can['’]?t (?:remember|recall|say for sure)|"
    r"(?:beats|search) me|(?:do not|don['’]?t) ask me\b(?! (?:again|twice|why|anything|any more|that again))|(?:vendor|supplier|company|provider|developer|maker|reseller|they|it department|our it|he|she) (?:can|could|would|will|should|might|must|may) (?:(?:best|surely|probably|perhaps) )?(?:answer|know|tell you)(?! us)|who knows|(?:god|lord|heavens?|goodness|allah)(?: only| alone)? knows|no one (?:here )?knows|nobody (?:here )?(?:knows|could tell)|(?:you['’]?d|you would|you) (?:have to|need to|should|must|better) ask|ask (?:the )?(?:it|our it)|"
    r"never (?:thought (?:of|about)|heard)|(?:i|we)(?:['’]d| would) (?:need|have) to (?:look|check|ask|find out)|ask me (?:something|anything) (?:easier|else)|no sé|above my pay|not my department|clueless|mystery to me|"
    rf"(?:i|we) (?:\w+ )?(?:get {_THESE}(?: all)? (?:mixed up|confused|muddled)|(?:mix|muddle) {_THESE} up|mix up {_THESE}|confuse {_THESE}|(?:can ?not|can['’]?t|can (?:never|hardly)|could never) tell {_THESE} apart)|"
    rf"(?:it|that|this)(?:['’]s| is)(?: really| more)?(?: a question| one| something| a matter| a thing) for (?:the |our |my )?{_WHO_MAY_KNOW}|(?:that|this|it) is (?:handled|dealt with|looked after) by (?:somebody|someone|others?|another)(?: else)?)\b|"
    rf"^\W*(?:(?:better|best|just|please|well|maybe|perhaps|no|sorry|you(?:['’]d)?|you (?:can|should|could|will have to|must)|(?:i|we)(?:['’]ll| will| can| must| should| could| have to))\W+)*ask (?:the |our |my )?{_WHO_MAY_KNOW}(?=\W*$|\s*[.,;!]|\s(?:about|for|that|this)\b)|🤷",
    _I,
)
WITHHELD = re.compile(
    r"\b(?:(?:they|vendor|supplier|company|provider|he|she|maker|developer|reseller)s?\b[^.;!?]{0,50}?\b(?:won['’]?t|will not|wouldn['’]?t|would not|don['’]?t|doesn['’]?t|refuse[sd]?|decline[sd]?|never|didn['’]?t|keep[s]?|kept|not)\b[^.;!?]{0,40}?\b(?:say|tell|disclose|share|answer\w*|reveal|publish|reply|replied|talk|give|secret|confidential)|"
    r"trade secret|business secret|company secret|proprietary information|commercially (?:sensitive|confidential)|(?:keep|kept|keeping) (?:it |that |this )?(?:a )?(?:secret|quiet|to themselves)|"
    r"(?:asked|wrote|emailed|e-mailed|called)\b[^.;!?]{0,60}\b(?:no (?:answer|reply|response)|nothing back|never (?:answered|replied|heard)|silence|were told no|refus\w+|got nowhere|brush\w* off|stonewall\w*)|"
    r"(?:won['’]?t|refuse to|will not) (?:tell|say|disclose|share)(?: us)?|not disclosed|undisclosed|tight-?lipped|(?:letter|mail|e-?mail|question|request|call)s? (?:\w+ ){0,2}unanswered|unanswered (?:letter|mail|e-?mail|question|request|call)s?|stonewall\w*|mum's the word with them)\b",
    _I,
)
BY_PERSON = re.compile(KEEPS_BACK, _I)
NOT_APPLICABLE = re.compile(
    r"\b(?:(?:does|do|did)(?:n['’]?t| not) (?:really )?apply|not applicable|n/a\b|doesn['’]?t concern us|not relevant (?:for|to) us|irrelevant (?:for|to|here)|no such thing|there is no(?:ne| such)\b|there are none|"
    r"(?:we|there)(?:['’]?ve| have| is| are)? (?:got )?(?:no|none|nothing) (?:of that|like that|such|of the sort|of the kind|to (?:label|annotate))|nothing (?:gets|is|to be) (?:label\w*|annotat\w*))\b|^\W*na\W*$",
    _I,
)
_YES = re.compile(
    r"^\W*(?:yes+|yeah?|yea|yep|yup|ya+|aye|sure|of course|certainly|definitely|absolutely|indeed|correct|right|exactly|true|affirmative|always|ok(?:ay)?|we do|we did|they do|they did|they are|they can|it does|it is|he does|she does|there is|we have|totally|naturally|(?:obviously|clearly|evidently|undoubtedly|ofc)(?=\W*(?:$|[.,;:!]))|(?:without (?:a |any )?(?:question|doubt)|no (?:question|doubt)|self-evidently|beyond (?:any )?doubt)(?=\W*(?:$|[.,;:!])|\s(?:about|on) (?:it|that)\b)|mhm|uh-?huh|si|sí|oui|ja)\b(?!(?: now)?\W{0,3}(?:not?|n['’]t)\b)",
    _I,
)
_NO = re.compile(
    r"^\W*(?:no+|nope|nah|na\b|never|not (?:at all|really|yet|that i know|even|one|a chance|in the least)|none|nothing|nobody|no one|nowhere|nein|non|neither|we don['’]?t|(?:we|they|it|he|she|there|i) (?:do|does|did|are|is|am|can|have|has) not|(?:right now|ok(?:ay)?|well)\W+no|we didn['’]?t|they don['’]?t|they can['’]?t|it doesn['’]?t|it isn['’]?t|there isn['’]?t|there['’]?s no|there is no|haven['’]?t|hardly|negative|zero|zilch|nada|no way|by no means|not)\b",
    _I,
)
_PARTLY = re.compile(
    r"\b(?:part(?:ly|ially)?|half(?:way)?(?:[ -]and[ -]half)?|bit of both|a bit|somewhat|sort of|kind of|kinda|sorta|more or less|to (?:some|a certain|a) (?:extent|degree)|in part|some(?:times)?(?: of (?:them|it|us))?|not (?:all|every\w*|always|fully|entirely|completely)|mostly|mainly|only (?:some|the|a few|for|when|if|part|two|one|three|partly)|yes and no|up to a point|(?:in|a) draft|started|almost|nearly|occasionally|so-so|depends|most of)\b",
    _I,
)
# A sign instead of a word; one and the same, however often, with its tone of skin.
_SIGN = re.compile(
    r"(?:((?:[👍✅✔👌🆗💯☑][\U0001F3FB-\U0001F3FF\uFE0F]*\s*)+)|(?:[👎❌✖🚫⛔🙅][\U0001F3FB-\U0001F3FF\uFE0F\u200D♀♂]*\s*)+)"
)
_BUT = re.compile(
    r"\b(?:but|though|although|except|however|only|not (?:all|every|always|for)|unless|in theory|on paper)\b", _I
)
_NUMBER = re.compile(r"\b(\d{1,3}(?:[,.]\d{3})+|\d+)((?:[.,]\d)?k\b)?", _I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SINCE = re.compile(r"\b(?:in|since|from|until|till|of|by)\s+$", _I)
# Between two numbers of people who are counted together; not "between 8 and 12", not "9 or 10", not "250 of 300".
_JOINS = re.compile(
    r"(?:\s*,?\s*(?:\+|\bplus\b)|\s+and\b|(?:\s+(?!(?:out|to|not|but|until|since|in|years?|hours?|months?|days?|per|percent)\b)[\w'’-]+){1,4}?,?\s*(?:\band\b|\bplus\b|[+&,]))"
    r"\s*(?:(?:about|some|another|around|a|the|maybe|also|other)\s+){0,2}",
    _I,
)
_ABOVE = re.compile(r"(?:>|\bover|\bmore than|\babove)\s*$", _I)
# What follows or stands before a number that counts some of those who were counted before ("three of them", "of whom two").
_OF_THEM = re.compile(r"\s+(?:\w+ )?(?:of|among) (?:them|these|those|whom|which)\b", _I)
_INCLUDED = re.compile(
    r"\b(?:of|among) (?:them|these|those|whom|which),?(?: (?:are|only|about|some|just|maybe|perhaps|at least))* $|\b(?:includ(?:ing|es?)|counting)(?: (?:the|our|about|some))* $",
    _I,
)
# Between the two ends of a guess ("forty or fifty", "8-10", "between eight and ten").
_OR = re.compile(r"\s*(?:\bor\b|\bto\b|[-–])\s*(?:even |maybe |perhaps )?", _I)
_BETWEEN = re.compile(r"\bbetween(?: (?:about|maybe|some|perhaps))* $", _I)


_FOLLOWS = re.compile(r"\b(?:so|that['’]s why|that is why|therefore|hence)\W+(?:\w+\W+){0,2}$", _I)


@dataclass(frozen=True, slots=True)
class Short:
    """What a short answer says: a status, or a known value, with the stretch that says so and how sure it is (0 to 1)."""

    status: str
    value: str | tuple[str, ...] | None
    start: int
    end: int
    confidence: float
    by: str | None = None


def status_of(text: str) -> Short | None:
    """Don't know, won't say, must not say, does not apply; None when none of them is said."""
    for pattern, status, by in (
        (BY_PERSON, "withheld", "person"),
        (WITHHELD, "withheld", None),
        (UNKNOWN, "unknown", None),
        (NOT_APPLICABLE, "not_applicable", None),
    ):
        found = pattern.search(text)
        if found and not (by == "person" and withheld_before(text, found.start())):
            return Short(status, None, found.start(), found.end(), 0.8, by)
    return None


def withheld_before(text: str, at: int) -> re.Match[str] | None:
    """The words by which others keep something back, of which what begins at ``at`` is only what follows: "They don't give that out. So I
    can't say".
    """
    before = text[:at]
    return WITHHELD.search(before) if _FOLLOWS.search(before) else None


def polarity(text: str) -> Short | None:
    """yes, partly or no at the beginning of an answer; a "but" after a yes makes it partly with less confidence."""
    sign = _SIGN.fullmatch(text.strip())
    if sign:
        at = text.index(sign[0][0])
        return Short("known", "yes" if sign[1] else "no", at, at + len(sign[0]), 0.85)
    partly, yes, no = _PARTLY.search(text), _YES.match(text), _NO.match(text)
    if partly and partly.start() < 25 and not (no and no.end() > partly.start()):
        sure = 0.75 if partly.start() < 8 else 0.55
        return Short("known", "partly", partly.start(), partly.end(), sure)
    if yes:
        rest = text[yes.end() :]
        hedge = _BUT.search(rest)
        return Short("known", "yes", yes.start(), yes.end(), 0.55 if hedge else 0.85)
    if no:
        return Short("known", "no", no.start(), no.end(), 0.85)
    return None


def settles(text: str, status: Short) -> bool:
    """True where a yes or no decides beside a status: it stands at the beginning, or "there is none" is a no. Not knowing stays that."""
    said = polarity(text)
    begins = said is not None and said.value in ("yes", "no") and said.end < status.start
    none = re.search(r"\b(?:none|nothing)\b", text[status.start : status.end], _I) is not None
    return status.status != "unknown" and (begins or none)


# What stands behind a number that counts those before it once more: "ten with my sister".
_AND_THEN = re.compile(
    r"(?: of us| people)?,? \(?(?:with (?:my|our|the|him|her|them|me|us|all)|counting|including|if (?:you|we|one|i) counts?|when|once|as soon as)\b",
    re.I,
)


def head_count(text: str) -> tuple[int, int, int] | None:
    """(number, start, end) of a head count in digits or words; None where there is none, or more than one number to choose from.

    Numbers that "and" or "plus" joins are counted together: "eight nurses and five drivers".
    """
    found = _without_parts(text, _numbers(text))
    if (guess := _one_guess(text, found)) is not None:
        return guess
    if len(found) == 2 and found[0][0] < found[1][0] and _AND_THEN.match(text, found[1][2]):
        # "Nine of us, ten with my sister": the second counts the first again.
        return found[1]
    if len(found) > 1 and _between(text, found[0][1]):
        return None
    total = 0
    for n, (number, start, _) in enumerate(found):
        if n and not _JOINS.fullmatch(text[found[n - 1][2] : start]):
            return None
        total += number
    return (total, found[0][1], found[-1][2]) if found else None


def _without_parts(text: str, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The numbers without those that count some of the people counted before: "a hundred and twenty. Three of them are called Ram"."""
    return [
        (number, start, end)
        for n, (number, start, end) in enumerate(found)
        if not n or not (_OF_THEM.match(text, end) or _INCLUDED.search(text[max(0, start - 40) : start]))
    ]


def _one_guess(text: str, found: list[tuple[int, int, int]]) -> tuple[int, int, int] | None:
    """The upper end of a guess of two ends that come to the same size: "forty or fifty", "between eight and ten"."""
    if len(found) != 2:
        return None
    (low, start, low_end), (high, high_start, end) = found
    between = text[low_end:high_start]
    ends = _OR.fullmatch(between) or (between == " and " and _between(text, start))
    return (high, start, end) if ends and low < high and size_band(low) == size_band(high) else None


def _between(text: str, start: int) -> bool:
    return _BETWEEN.search(text[max(0, start - 40) : start]) is not None


def counted_together(text: str) -> bool:
    """True where a head count is the sum of several numbers."""
    return len(_numbers(text)) > 1


def _numbers(text: str) -> list[tuple[int, int, int]]:
    """Each number of people; one more where it stands behind "over" or "more than", as that is another size at 250."""
    found = sorted([*_in_digits(text), *in_words(text)], key=lambda f: f[1])
    return [(n + (_ABOVE.search(text[max(0, start - 20) : start]) is not None), start, end) for n, start, end in found]


def _in_digits(text: str) -> Iterator[tuple[int, int, int]]:
    for found in _NUMBER.finditer(text):
        year = _YEAR.fullmatch(found[0]) and _SINCE.search(text[: found.start()])
        if not year and text[found.end() :].lstrip()[:1] != "%":
            thousands = found[2] or ""
            number = float(re.sub(r"[,.](?=\d{3})", "", found[1]) + thousands.rstrip("kK").replace(",", "."))
            unit = UNIT_BEHIND.match(text, found.end())
            times = UNITS[unit[1].lower()] if unit else 1000 if thousands else 1
            yield round(number * times), found.start(), unit.end() if unit else found.end()


def size_band(number: int) -> str:
    """The size value for a head count."""
    return "up_to_10" if number <= 10 else "11_to_50" if number <= 50 else "51_to_250" if number <= 250 else "over_250"


def sized_by_its_number(p: Proposal) -> Proposal:
    """The same; a size that is quoted by one number is what that number comes to, whatever a reader made of it."""
    if field_of(p.ref).key != "organisation.size" or p.status != "known":
        return p
    numbers = _numbers(p.quote)
    alone = len(numbers) == 1 and (numbers[0][1], numbers[0][2]) == (0, len(p.quote))
    return replace(p, value=size_band(numbers[0][0])) if alone else p


# "If it stops we sort by hand": a condition chooses nothing.
_IF_IT_DOES = re.compile(
    r"\b(?:if|when|whenever|once|until|unless|in case|suppose|should|as soon as|every time|the day)\b[^,;.!?]*$"
)


def told_choice(text: str, spec: Field) -> str | None:
    """The one option whose label an answer holds or begins with ("decides, I guess", "we use it over the network"); else None."""
    folded, told = text.casefold(), set()
    for value, label in spec.options.items():
        for name in (part.strip(" )").casefold() for part in label.split("(")):
            begins = re.match(
                rf"\W*(?:it |we |they )?{re.escape(name.removeprefix('it ').removeprefix('we '))}\b", folded
            )
            held = re.search(rf"\b{re.escape(name)}\b", folded) if " " in name else None
            if begins or (held and not _IF_IT_DOES.search(folded[: held.start()])):
                told.add(value)
    return told.pop() if len(told) == 1 else None


def choices(text: str, spec: Field) -> list[tuple[str, int, int]]:
    """(value, start, end) for every option whose label or value is said in so many words."""
    folded = text.casefold()
    found = []
    for value, label in spec.options.items():
        for name in {label.casefold(), value.replace("_", " "), value.replace("_", "-")}:
            match = re.search(rf"\b{re.escape(name)}\b", folded)
            if match and len(folded) == len(text):
                found.append((value, match.start(), match.end()))
                break
    return found
