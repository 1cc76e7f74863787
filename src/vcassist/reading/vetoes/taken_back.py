"""Stretches that a later sentence of the same message takes back: as a lie, as another thing's, as no matter of the tool. Pure.

Told by the form of the later sentence, not by what it takes back: its subject is a "that", "it" or "they" which stands for what was said,
and what it says of it is either that it is not so, or whose it is instead ("no, that is the till", "for the swimming, I mean").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vcassist.chain.fields import Field
from vcassist.interview.meant import own_stems, stems
from vcassist.reading.text import Span, sentences

_I = re.I
# What the questions are about: a later sentence that names one of these speaks of the matter, not beside it.
SOFTWARE = re.compile(
    r"\b(?:tools?|apps?|application|system|software|program(?:me)?s?|platform|product|(?:chat)?bots?|assistant|models?|engine|ai|llm|chips?|gpu|card|processor|"
    r"servers?|machines?|computers?|cloud|data|logs?|chats?|prompts?|outputs?|answers?|replies|suppliers?|vendors?|makers?|labellers?|labels?|algorithm|licen[cs]e|weights)\b",
    _I,
)
_THIS = r"(?:that|this|it|those|these|they)"
_IS = r"(?:['’]s|['’]re| is| are| was| were| would be)"
_TURN = r"(?:(?:oh|ah|aha|hm+|uh|er+|but|no|nah|nope|wait|hold on|hang on|sorry|pardon|well|actually|i see|stop|mind you)\b[\W]*)"
# "It's a lie", "none of that is true", "Not so, but …", "Lies, all of it", "Rumours".
_UNTRUE = r"(?:(?:all |just |only |pure |simply |such |of course |a |an |complete(?:ly)? |total(?:ly)? |big |fat |plain )*(?:lies?|untrue|not (?:quite |at all |really )?true|not so|false|made[- ]up|invented|an invention|fiction|nonsense|rubbish|humbug|hogwash|bollocks|baloney|rumou?rs?|gossip|jok(?:e|es|ing)|kidding|a fairy tale|(?:n['’]t|not) (?:true|real|so)))"
_NOT_SO = re.compile(
    rf"^\W*{_TURN}*(?:(?:{_THIS}|all of (?:it|that|this))(?:{_IS}\s*|n['’]t )?\s*{_UNTRUE}"
    rf"|(?:none|nothing|not a (?:word|bit)) of (?:it|that|this|those)(?:{_IS}) (?:true|real|so|correct)"
    rf"|{_UNTRUE}(?=\W*$|,? (?:but|all of it|all that|of course|the lot)\b))\b",
    _I,
)
# "Ah, that is how long you may keep a book", "But no, that is the till": after a turn, what it is instead.
_TURNED = re.compile(
    rf"^\W*{_TURN}+{_THIS}{_IS}(?: (?:just|only|really|all|rather|of course))* (?P<what>(?:how|what|where|who|when|which|why|for|with|in|on|from|of|about|the|an?|our|my|his|her|their|some\w*)\b[^.,;:!?]*)",
    _I,
)
# The same without a turn, behind a bare answer: "250. That's the chickens, we are four."
_IDENTIFIED = re.compile(
    rf"^\W*{_THIS}{_IS}(?: (?:just|only|really|all))* (?P<what>(?:how (?:long|many|often|much)|(?:for|with|in|on|of|including|counting|together with) (?:the|our|my|a)|the|his|her|their)\b[^.;,!?]+)",
    _I,
)
_BARE = 3
# "In the sixty metres, that is", "The essays, I'm talking about": a fragment that only now says of what all that was.
_TAG = r"(?:that is|that['’]s to say|i mean(?:t)?|i(?:['’]m| am| was) (?:talking|speaking) (?:about|of))"
_RANGE = re.compile(
    rf"^\W*(?P<what>(?:(?:in|on|for|about|of|at|with|to|against|during) )?(?:the|our|my|their|his|her|a|an)\b[^.;,!?]{{2,60}}),\s*{_TAG}\W*$"
    r"|^\W*(?P<thing>(?:[\w’'-]+ ){0,3}[\w’'-]+), that (?:was|is|were|one)\W*$"
    r"|^\W*(?P<about>(?:about|concerning|regarding) [^.;,!?]{2,60})\W*$",
    _I,
)
# What something without AI does is no matter of these questions.
_NO_AI = re.compile(
    r"\b(?:no|without(?: any)?|not (?:a|any) (?:bit|trace|shred) of|zero) (?:a\.?i\.?|artificial intelligence)\b(?: (?:at all|whatsoever|involved|inside))?,?(?: (?:in|on|to|behind|about) (?P<what>(?:it|that|there|this|them|those|which|a|an|the)\b(?: [\w’'-]+){0,2})| there\b|(?=\W*(?:$|[.,;!?)])))",
    _I,
)
_NOT_AI = re.compile(
    rf"^\W*{_TURN}*{_THIS}(?:{_IS} not|(?:is|was|are|were)n['’]t|{_IS}) (?:nothing to do with (?:the )?|an? )?(?:a\.?i\.?|artificial intelligence)\b",
    _I,
)
_OURSELVES = re.compile(
    r"\b(?:we|us|our (?:house|office|place|organi[sz]ation)|here|nobody|everybody|yet|so far|anywhere|(?:as of|up to|until|by|for|right|just) now|currently|at (?:present|the moment)|today|still|"
    # "There is no AI in the school": that is ourselves too.
    r"(?:in|at|with|inside) (?:the|this|my) (?:school|clinic|hospital|office|house|library|parish|museum|shelter|centre|center|union|farm|charity|organi[sz]ation|association|institution|company|firm|co-?op(?:erative)?))\b",
    _I,
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[,:;] )|(?<=[.!?] ))(?:(?:when|if|the|our|my|their|a|an|as for|and|but|that) )*(?P<noun>[\w’'-]{4,})", _I
)
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "there they that this these those with which when what where have does were been from into only also just then here",
    )
)
# "None of them does", "They won't": short for what an if before it supposed.
_ELLIPSIS = re.compile(
    r"^\W*(?:but |and |so )?(?:none|no one|nobody|not one|they|he|she|it|we|i|you|neither)(?: of (?:them|us|these|those))? (?:does|do|did|has|have|is|are|will|would|ever (?:did|has|does)|(?:do|does|did|wo|would|has|have|is|are)n['’]t)\W*$",
    _I,
)
_SUPPOSED = re.compile(r"^\W*(?:if|should|were|had|unless|suppose|supposing|in case|imagine)\b", _I)


# A whole sentence that begins with an if and says what would be; where the question itself supposes something, it is the answer.
_IF_AND_WOULD = re.compile(
    r"^\W*(?:(?:but|and|well|sure)\W+)?(?:(?:if|suppose|supposing|imagine|assuming|provided)\b[^.;!?]*\b(?:would|['’]d|could|might)\b|(?:were|had|should) (?:the|our|my|it|they|we|i|one|some\w*|any\w*|(?-i:[A-Z])\w+)\b[^.;!?]*,[^.;!?]*\b(?:would|['’]d|could|might)\b|suppose (?:we|i|it|they|some\w*)\b)",
    _I,
)
_SUPPOSES_ITSELF = frozenset({"outage_effect", "alternative", "incident_process", "appeal", "exit_clause"})
_SUPPOSES = re.compile(
    r"\b(?:down|out|off|fails?|failed|fell|falls?|fallen|crash\w*|collapse\w*|without|broke|breaks?|broken|gone|stop(?:s|ped)?|dies|died|disappear\w*|worse|dearer|raised?|instead|wrong|complain\w*|object\w*|leave|left|vanish\w*)\b",
    _I,
)
_BUT_SO = re.compile(r"[,–—-]\s*(?:but|only|yet|though|so|as it is)\b", _I)
# "Five years, that's how old the server is": what a number counts, in the same breath.
_COUNTS = re.compile(
    rf"^\W*(?:[\w.%-]+ ){{0,3}}[\w.%-]+[,:–—-]\s*{_THIS}{_IS}(?: (?:just|only|about))* (?:how old|how much|what it costs|the (?:price|age|cost|number of|year)|my|his|her)\b.*",
    _I,
)
# "Sent us theirs up to 2020": a year that is over ends it.
_UP_TO = re.compile(r"\b(?:up to|until|till) (?:\w+ )?(?:19\d\d|20[01]\d|202[0-5])\W*$", _I)
_ASKS = re.compile(r"\?\W*$")
_SEEKS_ASSENT = re.compile(r"\b(?:right|no|ok|okay|yes|isn['’]t it|does(?:n['’]t)? that)\?\W*$", _I)


def taken_back(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    """The stretches of a message that a later sentence of it takes back, with what takes them back."""
    parts = sentences(message)
    if asked and len(parts) > 1 and all(_ASKS.search(p.text) and not _SEEKS_ASSENT.search(p.text) for p in parts):
        yield from ((p.start, p.end) for p in parts)
    for number, part in enumerate(parts):
        before = parts[number - 1] if number else None
        if before and (untrue := _NOT_SO.match(part.text)):
            yield before.start, part.start + untrue.end()
        elif before and asked and (end := _of_something_else(before, part, asked)):
            yield (parts[0].start if _RANGE.match(part.text) else before.start), part.start + end
        elif before and _ELLIPSIS.match(part.text) and _SUPPOSED.match(before.text):
            yield before.start, part.end
        unreal = _IF_AND_WOULD.match(part.text) and not _SUPPOSES.search(part.text)
        unreal = unreal and not (asked and asked.name in _SUPPOSES_ITSELF)
        if unreal or (asked and (_COUNTS.match(part.text) or _UP_TO.search(part.text))):
            turn = _BUT_SO.search(part.text) if unreal else None
            yield part.start, part.start + turn.start() if turn else part.end
        if _NOT_AI.match(part.text) and before and re.search(r"\bn['’]t\b|\bnot\b|nothing", part.text):
            yield before.start, part.end
        yield from _without_ai(parts, number)


def _of_something_else(before: Span, part: Span, asked: Field) -> int | None:
    """Where a sentence ends which says that the one before it was an answer about something else."""
    if found := _TURNED.match(part.text):
        return None if SOFTWARE.search(found["what"]) else found.end("what")
    if found := _RANGE.match(part.text):
        what = found["what"] or found["thing"] or found["about"]
        return None if _speaks_of(what, asked) else found.end()
    found = _IDENTIFIED.match(part.text)
    if found and len(before.text.split()) <= _BARE and not _speaks_of(found["what"], asked):
        return found.end("what")
    return None


def _speaks_of(what: str, asked: Field) -> bool:
    return bool(SOFTWARE.search(what) or stems(what) & own_stems(asked))


def _without_ai(parts: Sequence[Span], number: int) -> Iterator[tuple[int, int]]:
    """A sentence that says of a thing that it holds no AI, and every other that names the thing."""
    part = parts[number]
    found = _NO_AI.search(part.text)
    if not found or _OURSELVES.search(part.text[: found.start()][-30:]) or _OURSELVES.search(found.group()):
        return
    # "Asset 18: tape library (no AI)": what stands before the colon only labels it.
    subject = None if ":" in part.text[: found.start()] else _SUBJECT.match(part.text)
    told = " ".join(filter(None, (subject["noun"] if subject else None, found["what"])))
    nouns = {w for w in re.findall(r"[\w’-]{4,}", told.casefold()) if w not in _SMALL}
    pointing = not found["what"] or re.match(r"(?:it|that|this|them|those|there|which)\b", found["what"], _I)
    said = part.text[: found.start()]
    # With nothing but a pointing word before it, it is the sentence before that is meant.
    if number and pointing and len(said.split()) <= _BARE + 1 and not SOFTWARE.search(parts[number - 1].text):
        yield parts[number - 1].start, parts[number - 1].end
    yield part.start, part.end
    for other in parts:
        words = set(re.findall(r"[\w’-]{4,}", other.text.casefold()))
        if other is not part and words & nouns and not SOFTWARE.search(other.text):
            yield other.start, other.end
