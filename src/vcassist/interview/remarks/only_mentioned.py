"""What a message only mentions: the number of a paragraph, a word as a word, where somebody types, and words of the question said back in doubt. Pure.

"4. If it is gone, nothing stops" names nothing "4"; "a PDF with the word 'fair' in it" says of nothing that it is fair; "'Our patients'?
They buy tickets" has no patients. Who says the word back and agrees ("Recommends? Yes, that one") has meant it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.chain.fields import Field

_I = re.I
# "4. If …", "(12) The …": at the beginning of a message, of a line or behind a sentence.
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\n.;:!?)]\s)|(?<=\n))\(?(?P<number>\d{1,3})[.)]\s+(?=[^\W\d_])")
_QUOTED = r"(?:“[^”\n]{1,80}”|«[^»\n]{1,80}»|\"[^\"\n]{1,80}\"|(?<!\w)[‘'][^‘’'\n]{1,80}[’'](?!\w))"
_AS_A_WORD = re.compile(
    rf"\b(?:the|this|that|your|a|one|what an?) (?:\w+ )?(?:words?|terms?|phrases?|expressions?|adjectives?|label) (?P<word>{_QUOTED}(?:,? (?:and|or) {_QUOTED})*)",
    _I,
)
# A word or a few with a question mark, within quotation marks or at the beginning of a message, or a cry of them.
_SAID_BACK = re.compile(
    rf"(?P<quoted>{_QUOTED})\s?\?(?=\s)|^\W*(?P<bare>[^\W\d_][\w’'-]*(?: [\w’'-]+){{0,2}})(?P<mark>[?!]+)(?=\s)"
)
# Who asks back because of something said, or goes on with a no, has not meant it.
_IN_DOUBT = re.compile(
    r"\W*(?:because|just because|only because|why|since when|where did (?:you|i)|who said|says who|did i (?:say|ever)|what makes you|how come|how so|what do you mean|you must be|(?:are|is) you|(?:you|the) (?:joke|jest))\b",
    _I,
)
_NO = re.compile(r"(?:^|[.!?]\s+)(?:no|nope|not|never|hardly|nonsense|rubbish|god forbid|heavens)\b", _I)
_THEY_ARE_NOT = re.compile(
    r"\b(?:they|it|we|these|those|he|she|i)(?: (?:are|is|am)|['’](?:re|s|m)) (?:not|no)\b|\b(?:are|is)n['’]t\b", _I
)
_YES = re.compile(
    r"\W*(?:yes|yeah|yep|right|exactly|of course|sure|that one|that is it|that['’]s|always|all|it is|they are)\b", _I
)
# Words that answer by themselves; nobody says them back.
_ANSWERS = re.compile(
    r"(?:yes|no|yeah|nope|never|always|sometimes|nobody|none|nothing|both|partly|half|and|but|so|oh|ah|well|what|why|who|where|how|when|which|sorry|pardon|me|us)\b",
    _I,
)


# A name, and what is told of it.
_A_NAMED_ITEM = re.compile(
    r"[\"“]?[A-ZÀ-ÖØ-Þ][\w.-]*(?: [A-ZÀ-ÖØ-Þ\d][\w.-]*){0,3}[\"”]?\s?(?:[,:(=–—]\s?|-\s)(?=[a-zà-ÿ])"
)
LEAST_LISTED = 2
# How and where somebody types is of this talk and of no tool: "doing this on my phone between deliveries", "sorry, I'm on the bus".
_OF_THE_TALK = re.compile(
    r"(?:^|[.;!?,:()–—-]\s{0,2}|\b(?:and|but|so|as|because|coz|cos|bc|since)\s)(?P<talk>(?:(?:sorry|btw|oh|hi|hello|ok|by the way|fyi|ps)\W{1,3}){0,2}(?:(?:i\s?['’]?m|i am|am|only|just|still|currently)\s){0,3}"
    r"(?:(?:(?:doing|writing|answering|filling|sending|tapping|dictating)\s(?:this|it|that|you|to you|here)|typing|texting|replying)(?:\s(?:this|it|in|out|back|all|here|to you))*\s(?:on|from|with|in|into|by|between|while|whilst|during|at|one)\b"
    r"|(?<=m\s)(?:on|in|at)\s(?:my|the|a)\s(?:phone|mobile|cell|tablet|train|bus|tram|ferry|boat|road|sofa|move)\b)[^.,:;!?]*)",
    _I,
)
# "(1) yes, (2) no": an answer for each of two tools.
_ONE_EACH = re.compile(r"\s*\(?1\s?[.):]\s?[^\n]{1,60}?\(?2\s?[.):]\s?[^\n]{1,60}")


def item_numbers(message: str) -> Iterator[tuple[int, int]]:
    """The numbers that a message gives to its paragraphs: two that follow one another, or one above nine, or a first."""
    found = [(m, int(m["number"])) for m in _NUMBERED.finditer(message)]
    if sum(_A_NAMED_ITEM.match(message, m.end()) is not None for m, _ in found) >= LEAST_LISTED:
        # "1. Whisper, self-hosted; 2. TriaFlow, bought": what is listed is told apart by its numbers.
        return
    for at, (m, number) in enumerate(found):
        follows = (at and found[at - 1][1] == number - 1) or (at + 1 < len(found) and found[at + 1][1] == number + 1)
        if follows or m.start() == 0:
            yield m.span()


def only_mentioned(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    """The stretches of a message that mention something and tell nothing. A number before a full stop is left where one is asked for."""
    if (asked is None or asked.name != "size") and not _ONE_EACH.fullmatch(message):
        yield from item_numbers(message)
    for m in _OF_THE_TALK.finditer(message):
        yield m.span("talk")
    for m in _AS_A_WORD.finditer(message):
        yield m.span("word")
    for m in _SAID_BACK.finditer(message):
        if m["bare"] and _ANSWERS.match(m["bare"]):
            continue
        rest = message[m.end() :]
        if _YES.match(rest):
            continue
        doubted = _IN_DOUBT.match(rest) or _NO.search(rest) or _THEY_ARE_NOT.search(rest)
        if doubted and (m["quoted"] or m["mark"][0] == "?" or _NO.search(rest)):
            yield m.span()
