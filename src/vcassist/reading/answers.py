"""Reads a short answer in the light of the question it answers: yes/no/partly, choices, numbers, and the four statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vcassist.chain.fields import Field

_I = re.I
# Who mixes up what they were to choose between does not know which it is.
_THESE = r"(?:these|those|them|this|that|it|both|(?:these|those|the)(?: \w+)? (?:two|three|things|words|terms|names))"
UNKNOWN = re.compile(
    r"\b(?:(?:i|we) (?:really |honestly |just )?(?:don['’]?t|do not|dunno|wouldn['’]?t|would not|couldn['’]?t) (?:really |actually |even )?(?:know|remember|recall|tell you|have (?:a |any )?(?:clue|idea)|say)|"
    r"dunno|idk|don['’]?t know|do ?n[o']t know|no (?:idea|clue)|not (?:the )?(?:foggiest|faintest|slightest|a clue)|haven['’]?t (?:a|the) (?:clue|foggiest|faintest|slightest|idea)|not (?:[\w%]+ ){0,2}(?:sure|certain)|unsure|can['’]?t (?:remember|recall|say for sure)|"
    r"(?:beats|search) me|(?:vendor|supplier|company|provider|developer|maker|reseller|they|it department|our it|he|she) (?:can|could|would|will|should|might|must|may) (?:(?:best|surely|probably|perhaps) )?(?:answer|know|tell you)(?! us)|who knows|(?:god|lord|heavens?|goodness|allah)(?: only| alone)? knows|no one (?:here )?knows|nobody (?:here )?(?:knows|could tell)|(?:you['’]?d|you would|you) (?:have to|need to|should|must|better) ask|ask (?:the )?(?:it|our it)|"
    r"never (?:thought (?:of|about)|heard)|(?:i|we)(?:['’]d| would) (?:need|have) to (?:look|check|ask|find out)|ask me (?:something|anything) (?:easier|else)|no sé|above my pay|not my department|clueless|mystery to me|"
    rf"(?:i|we) (?:\w+ )?(?:get {_THESE}(?: all)? (?:mixed up|confused|muddled)|(?:mix|muddle) {_THESE} up|mix up {_THESE}|confuse {_THESE}|(?:can ?not|can['’]?t|can (?:never|hardly)|could never) tell {_THESE} apart))\b|🤷",
    _I,
)
WITHHELD = re.compile(
    r"\b(?:(?:they|vendor|supplier|company|provider|he|she|maker|developer|reseller)s?\b[^.;!?]{0,50}?\b(?:won['’]?t|will not|wouldn['’]?t|would not|don['’]?t|doesn['’]?t|refuse[sd]?|decline[sd]?|never|didn['’]?t|keep[s]?|kept|not)\b[^.;!?]{0,40}?\b(?:say|tell|disclose|share|answer\w*|reveal|publish|reply|replied|talk|give|secret|confidential)|"
    r"trade secret|business secret|company secret|proprietary information|commercially (?:sensitive|confidential)|(?:keep|kept|keeping) (?:it |that |this )?(?:a )?(?:secret|quiet|to themselves)|"
    r"(?:asked|wrote|emailed|e-mailed|called)\b[^.;!?]{0,60}\b(?:no (?:answer|reply|response)|nothing back|never (?:answered|replied|heard)|silence|were told no|refus\w+|got nowhere|brush\w* off|stonewall\w*)|"
    r"(?:won['’]?t|refuse to|will not) (?:tell|say|disclose|share)(?: us)?|not disclosed|undisclosed|tight-?lipped|(?:letter|mail|e-?mail|question|request|call)s? (?:\w+ ){0,2}unanswered|unanswered (?:letter|mail|e-?mail|question|request|call)s?|stonewall\w*|mum's the word with them)\b",
    _I,
)
BY_PERSON = re.compile(
    r"\b(?:i(?:['’]?d| would)? (?:rather|prefer) not|(?:i|we)(?:['’]?d| would)? (?:rather|prefer to) (?:(?:keep|stay|remain) (?:silent|quiet)|say nothing)|"
    r"(?:i|we)(?:['’]?m| am|['’]?re| are)? (?:not (?:allowed|permitted|at liberty|supposed|free)|can['’]?t|cannot|may not|mustn['’]?t) (?:to )?(?:say|tell|share|disclose|discuss|talk|reveal|give)|"
    r"(?:under|signed) (?:an )?nda|nda forbids|none of your business|i keep that to myself|(?:not|won['’]?t|will not) (?:be )?(?:saying|telling you|sharing|answering|discuss\w*)|prefer to keep|confidential on our side|no comment)\b",
    _I,
)
NOT_APPLICABLE = re.compile(
    r"\b(?:(?:does|do|did)(?:n['’]?t| not) (?:really )?apply|not applicable|n/?a\b|doesn['’]?t concern us|not relevant (?:for|to) us|irrelevant (?:for|to|here)|no such thing|there is no(?:ne| such)\b|there are none|"
    r"(?:we|there)(?:['’]?ve| have| is| are)? (?:got )?(?:no|none|nothing) (?:of that|like that|such|of the sort|of the kind|to (?:label|annotate))|nothing (?:gets|is|to be) (?:label\w*|annotat\w*))\b",
    _I,
)
_YES = re.compile(
    r"^\W*(?:yes+|yeah?|yea|yep|yup|ya+|aye|sure|of course|certainly|definitely|absolutely|indeed|correct|right|exactly|true|affirmative|always|ok(?:ay)?|we do|we did|they do|they did|they are|they can|it does|it is|he does|she does|there is|we have|totally|naturally|mhm|uh-?huh|si|sí|oui|ja)\b(?!(?: now)?\W{0,3}(?:not?|n['’]t)\b)",
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
    r"(?:\s*,?\s*(?:\+|\bplus\b)|(?:\s+(?!(?:out|to|not|but|until|since|in|years?|hours?|months?|days?|per|percent)\b)[\w'’-]+){1,4}?,?\s*(?:\band\b|\bplus\b|[+&,]))"
    r"\s*(?:(?:about|some|another|around|a|the|maybe|also|other)\s+){0,2}",
    _I,
)
_ABOVE = re.compile(r"(?:>|\bover|\bmore than|\babove)\s*$", _I)
_UNITS = {"dozen": 12, "hundred": 100, "thousand": 1000}
_WORDS = {w: n for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip
_TENS = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_TENS["fourty"] = 40
_ONES = "|".join(sorted({*_WORDS, *_TENS} - {"zero"}, key=len, reverse=True))
_COUNTED = re.compile(
    rf"\b(?:(?:{_ONES})(?:[ -](?:and )?(?:{_ONES}|hundred|thousand|dozen))*|(?:an?|half an?) (?:hundred|thousand|dozen)(?: and (?:{_ONES})(?:[ -](?:{_ONES}))*)?)\b",
    _I,
)


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
        if found:
            return Short(status, None, found.start(), found.end(), 0.8, by)
    return None


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


def head_count(text: str) -> tuple[int, int, int] | None:
    """(number, start, end) of a head count in digits or words; None where there is none, or more than one number to choose from.

    Numbers that "and" or "plus" joins are counted together: "eight nurses and five drivers".
    """
    found = _numbers(text)
    total = 0
    for n, (number, start, _) in enumerate(found):
        if n and not _JOINS.fullmatch(text[found[n - 1][2] : start]):
            return None
        total += number
    return (total, found[0][1], found[-1][2]) if found else None


def counted_together(text: str) -> bool:
    """True where a head count is the sum of several numbers."""
    return len(_numbers(text)) > 1


def _numbers(text: str) -> list[tuple[int, int, int]]:
    return sorted([*_in_digits(text), *_in_words(text)], key=lambda found: found[1])


def _in_digits(text: str) -> Iterator[tuple[int, int, int]]:
    for found in _NUMBER.finditer(text):
        year = _YEAR.fullmatch(found[0]) and _SINCE.search(text[: found.start()])
        if not year and text[found.end() :].lstrip()[:1] != "%":
            thousands = found[2] or ""
            number = float(re.sub(r"[,.](?=\d{3})", "", found[1]) + thousands.rstrip("kK").replace(",", "."))
            more = _ABOVE.search(text[: found.start()]) is not None
            yield round(number * (1000 if thousands else 1)) + more, found.start(), found.end()


def _in_words(text: str) -> Iterator[tuple[int, int, int]]:
    """Numbers in words: "twelve", "twenty-five", "two dozen", "three hundred and fifty"."""
    for found in _COUNTED.finditer(text):
        parts = re.findall(r"[a-z]+", found[0].lower())
        total, last = 0, 0
        for part in parts:
            if part in _UNITS:
                total, last = total + (last or 1) * _UNITS[part], 0
            else:
                last += _TENS.get(part, 0) + _WORDS.get(part, 0) + (part in ("a", "an"))
        if parts != ["one"] and total + last > 1:
            more = _ABOVE.search(text[: found.start()]) is not None
            yield total + last + more, found.start(), found.end()


def size_band(number: int) -> str:
    """The size value for a head count."""
    return "up_to_10" if number <= 10 else "11_to_50" if number <= 50 else "51_to_250" if number <= 250 else "over_250"


def told_choice(text: str, spec: Field) -> str | None:
    """The one option whose label an answer holds or begins with ("decides, I guess", "we use it over the network"); else None."""
    folded, told = text.casefold(), set()
    for value, label in spec.options.items():
        for name in (part.strip(" )").casefold() for part in label.split("(")):
            begins = re.match(
                rf"\W*(?:it |we |they )?{re.escape(name.removeprefix('it ').removeprefix('we '))}\b", folded
            )
            if begins or (" " in name and re.search(rf"\b{re.escape(name)}\b", folded)):
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
