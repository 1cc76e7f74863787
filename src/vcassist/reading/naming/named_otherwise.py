"""Names and works that are none of a tool's: compared and not taken, left out, known for something else, done with one's own hands. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vcassist.chain.fields import Field
from vcassist.reading.text import Span, sentences
from vcassist.reading.vetoes.taken_back import SOFTWARE

_I = re.I
# A proper name of up to three words, wherever case is not looked at.
NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w’.&-]*(?: [A-ZÀ-ÖØ-Þ][\w’.&-]*){0,2})"
# "I studied Scale, Appen and Toloka and ordered from none of them": whose names stand before, none is one's own.
_NONE_OF_THEM = re.compile(
    r"\b(?:we|i|us)\b[^.;!?]*\b(?:none|neither|not (?:a single )?one|nobody)(?: of (?:them|these|those|the (?:two|three|four|lot)))?(?: (?:in the end|at all|so far|yet|though|either))*\W*$",
    _I,
)
_AND_VERB = re.compile(
    r"\b(?:and|but) (?:[a-z]+ed|took|chose|bought|went|got|picked|kept|use|have|work)\b[^.;!?]*\b(?:none|neither|no one|nobody)\b",
    _I,
)
_LIST = re.compile(
    rf"^\W*(?:{NAME}(?:,? (?:and|or) |, ?)){{1,6}}{NAME}\W*?(?=[:,–—-]|\s[a-z]|[.;!?]*$)|{NAME}(?:, | and | or ){NAME}"
)
# "Microsoft? They only made the mouse in my hand", "Google is where I look up recipes".
_OTHERWISE_KNOWN = re.compile(
    rf"^\W*{NAME}\s*(?:\?+!*\s*(?:oh |well |ah )?(?:they|that|it|those) (?:(?:just|only|merely) (?P<made>[^.;!?]+)|(?P<did>(?:made|sold|bring|brought|fix\w*|sent|deliver\w*) [^.;!?]+)|(?:that|it)(?:['’]s| is| was) (?P<whose>(?:just |only )?(?:my|our|his|her|the|an?) [^.;!?]+))|(?:is|are) (?P<where>(?:where|how|what|who) (?:i|we|my|our|the|people|one)\b[^.;!?,]*)|(?P<brings>(?:brings?|delivers?|sells?) (?:us|me) [^.;!?,]+))",
    _I,
)
# One's own trade, told by its word or as done with one's own hands.
_MY_JOB = re.compile(
    r"^\W*(?:(?:well|oh|and|but|personally|me)\W+)*(?:my|his|her) (?:own |main |real |day )?(?:job|work|task|duty|role|trade|profession)(?: here| it)? (?:is|was|means)\b",
    _I,
)
_BY_HAND = re.compile(
    r"^\W*(?:\w+ ){0,2}?(?:i|we|she|he|they)\b[^.;!?]*\b(?:(?:my|her|him|our|them)sel(?:f|ves)|by hand|with (?:a |my )?(?:pen|pencil)s?|on the (?:old )?typewriter)\b",
    _I,
)
_IT = re.compile(r"\b(?:it|its|them|that|this)\b", _I)
_FOR_OTHER = re.compile(
    rf"\b(?:we|i|they|she|he)(?:['’]ve| also)? (?:have|has|use|uses|pay|pays|got|keep|subscribe to) {NAME} (?:only |just |mainly )?for (?P<what>(?:the|our|my|his|her|their) [^.;!?,]+|\w+)",
    _I,
)
# "I buy my socks on Amazon".
_BOUGHT_THERE = re.compile(
    rf"\b(?:we|i|they) (?:also |only |just )?(?:buy|bought|order|ordered|get|got|rent) (?:my|our|the|their|all (?:my|our)) (?P<what>[\w’' -]{{2,30}}?) (?:on|from|at|off|with|through) {NAME}",
    _I,
)
_HELD = re.compile(
    r"\b(?:photos?|pictures?|images?|texts?|recordings?|documents?|files?|videos?|transcripts?|scans?|minutes|everything|all|records?|letters?|drafts?|translat\w+|mails?|e-?mails?|questions?|summar\w+|notes?|reports?|space|capacity|boxes|hardware|equipment|it|them|\w+ing)\b",
    _I,
)
# "Anyone but Appen", "it isn't OpenAI": a name that is only left out.
_LEFT_OUT = re.compile(
    rf"\b(?:any\w*|every\w*|all|no\w*) (?:but|except(?: for)?|save) (?:the )?{NAME}|\b(?:it|that|this|ours?|they)(?:['’]s| is| are|['’]re| was)?(?:n['’]t| not)(?: with| from| by| at| on| really| actually)* {NAME}",
    _I,
)
# Givers that are none: an answer in jest.
_MYTH = re.compile(
    r"\b(?:the tooth fair(?:y|ies)|father christmas|(?-i:Santa Claus|Santa(?! [A-Z]))|the easter bunny|the storks?|elves|leprechauns?|little (?:green )?men|aliens|the holy (?:ghost|spirit)|guardian angels?|a hamster|gremlins|black magic|thin air)\b",
    _I,
)
_NO_COMPANY = re.compile(
    r"(?:^|(?<=[.!?,] ))(?:hold|hang) on\b(?! to)[^.;!?]*|(?:^|(?<=[.!?,] ))(?:one|just a) (?:moment|second|sec)\b[^.;!?]*",
    _I,
)


def named_otherwise(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    """The stretches of a message that name what is nobody's tool or supplier here, or tell of one's own work."""
    parts = sentences(message)
    yield from _none_of_them(parts)
    for number, part in enumerate(parts):
        yield from ((part.start + m.start(), part.start + m.end()) for m in _NO_COMPANY.finditer(part.text))
        if _MYTH.search(part.text) or _own_work(part.text, asked):
            yield part.start, part.end
        if asked and (asked.type == "entity" or asked.name == "name"):
            yield from _no_supplier(parts, number, asked)


def _no_supplier(parts: Sequence[Span], number: int, asked: Field) -> Iterator[tuple[int, int]]:
    part = parts[number]
    following = parts[number + 1].text if number + 1 < len(parts) else ""
    yield from ((part.start + m.start(), part.start + m.end()) for m in _LEFT_OUT.finditer(part.text))
    known = _OTHERWISE_KNOWN.match(f"{part.text} {following}")
    if known and not SOFTWARE.search(known.group()):
        yield part.start, max(part.end, part.start + known.end())
    other = _FOR_OTHER.search(part.text) or _BOUGHT_THERE.search(part.text)
    if other and asked.key != "application.name" and not any(p.search(other["what"]) for p in (SOFTWARE, _HELD)):
        yield part.start, part.end


def _own_work(text: str, asked: Field | None) -> bool:
    """Whether a sentence tells what somebody does with their own hands, which is nothing that a tool is for."""
    if asked is None or asked.key != "application.purpose":
        return False
    return bool(_MY_JOB.match(text) or (_BY_HAND.match(text) and not _IT.search(text))) and not SOFTWARE.search(text)


def _none_of_them(parts: Sequence[Span]) -> Iterator[tuple[int, int]]:
    for number, part in enumerate(parts):
        if not (_NONE_OF_THEM.search(part.text) or _AND_VERB.search(part.text)):
            continue
        if _LIST.search(part.text):
            yield part.start, part.end
        elif number and _LIST.search(parts[number - 1].text) and "of" in part.text:
            yield parts[number - 1].start, part.end
