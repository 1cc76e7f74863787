"""Which side of a contradiction somebody takes in more than a word: by pointing back at what they told first, or by the first sentence that says
one of both again. The rest tells how the mistake came about. Pure but for its reader.

"Six. Fourteen was the old crew." says six; "the clips stay here, as I told you at first, I mixed them up" keeps what was told at first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.chain.facts import Fact, Value, checked_value, field_of, split_ref
from vcassist.chain.short_names import says_name
from vcassist.interview.corrections.denying import same_value
from vcassist.interview.corrections.repair import read_as
from vcassist.interview.ports import Reader
from vcassist.interview.remarks.standing_by import stands_by
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Awaiting, Session
from vcassist.interview.turns_of_phrase import DENIES

_I = re.I
# How sure a sentence must be of a side, and how many are looked at.
FAIR, MOST = 0.6, 3
_TOLD = r"(?:said|told|wrote|have said|have told|had said|had told|put|stated|answered|mentioned)(?: (?:you|it|that|so|here))?"
_AT_FIRST = r"(?:(?:at|from|in|to|the|right|very)[ ,]*)*\b(?:first(?:ly)?|before|earlier|originally|previously|beginning|start(?:ing)?(?: out)?|outset|opening|introduction)\b"
# What was told first is pointed at: "as I told you", "what I wrote first holds", "my letter stands", "keep it at none".
_BACK = re.compile(
    rf"\b(?:as|like|how|what|that) (?:i|we)(?:['’]ve| have| had)? (?:first |originally |already )?{_TOLD},?(?: {_AT_FIRST})|\b(?:as|like) (?:i|we)(?:['’]ve| have| had)? (?:first |originally |already )?{_TOLD}(?=\W*$|\W*[.,;!?])|\b(?:as|like) (?:first |originally |previously |already )(?:said|told|stated|written)\b"
    rf"|\b(?:what (?:i|we) {_TOLD} (?:{_AT_FIRST})|my (?:(?:first|original|earlier|opening) \w+|letter(?: of \w+)?|story|opening)|the (?:first|original|earlier)(?: one| answer| statement| version)?) (?:holds|stands|stays|remains|counts|was (?:right|true|correct)|is (?:right|true|correct))",
    _I,
)
_NOT_BACK = re.compile(
    r"\b(?:not|isn['’]t|wasn['’]t|unlike|contrary to|other than|instead of|wrong|mistaken|no longer|forget|ignore|scratch)\b[^.;!?\n]{0,20}$",
    _I,
)
_WRONG_THEN = re.compile(
    r"^[^.;!?\n]{0,30}\b(?:was|is|were) (?:wrong|false|not (?:right|true|so)|a mistake|nonsense)\b", _I
)
# What opens an answer to "which is right?" and is neither a yes nor a no to the matter itself.
_OPENS = re.compile(
    r"\W*(?:(?:no|nope|nah|naw|yes|yeah|ah|oh|ach|hmm+|um|uh|er|well|sorry|oops|pardon|excuse me|apologies|of course|right|ok(?:ay)?|so|my (?:mistake|bad|fault)|listen|look|wait)\b\W+)*",
    _I,
)
# "The fax is what we gave up": of something else than what was asked.
_OF_ANOTHER = re.compile(r"^\W*(?:the|our|my|that|it) (?:\w+ ){1,3}?(?:is|was|are|were) (?:what|the one|who)\b", _I)
_DENIES = re.compile(DENIES, _I)
# What does not stand as it was told at first.
_THE_SECOND = re.compile(r"\b(?:second|latter|last|latest|newe?r?|later|other|now|both)\b", _I)


def which_of_two(said: str, awaiting: Awaiting, session: Session, reader: Reader, number: int) -> Fact | None:
    """The side that a message of several sentences, or one that points back, takes, as a fact in its words; None where it is not plain so."""
    told = [m for m in SENTENCE.finditer(said) if m[0].strip()]
    back = _BACK.search(said)
    if back and not _NOT_BACK.search(said, 0, back.start()) and not _WRONG_THEN.match(said[back.end() :]):
        return _side(awaiting, awaiting.old, back.start(), said[back.start() : back.end()], number)
    if stands_by(said) and not _THE_SECOND.search(said) and _only_stands(told, awaiting, session, reader):
        # "What records? I meant yours. Leave the logbook alone."
        return _side(awaiting, awaiting.old, 0, said.strip(), number) if said == said.lstrip() else None
    if len(told) < 2:
        return None
    if (named := _named_with_its_tool(told, awaiting, session)) is not None:
        return _side(awaiting, *named, number)
    for sentence in told[:MOST]:
        opens = _OPENS.match(sentence[0])
        begins = opens.end() if opens else 0
        text = sentence[0][begins:].rstrip()
        if not text or text.endswith("?") or _OF_ANOTHER.match(text):
            continue
        read = read_as(text, sentence.start() + begins, awaiting.ref, reader, session, fair=FAIR)
        if read is None or read.status != "known":
            continue
        for value in (awaiting.old, awaiting.new):
            if value is not None and same_value(read.value, value, awaiting.ref):
                return _side(awaiting, value, read.start or 0, read.quote, number)
    return None


def _named_with_its_tool(
    told: Sequence[re.Match[str]], awaiting: Awaiting, session: Session
) -> tuple[Value, int, str] | None:
    """The one of two names that stands in a sentence with the name of its part, where the other stands elsewhere: "No, Weltfirma sells us the seeds. Vasara,
    that is Norden"; with where that begins, and its words.
    """
    if field_of(awaiting.ref).type != "entity":
        return None
    part = session.chain.value(f"{split_ref(awaiting.ref)[0]}.name")
    sides = {
        str(value): [m for m in told if says_name(str(value), m[0])] for value in (awaiting.old, awaiting.new) if value
    }
    if not isinstance(part, str) or len(sides) < 2 or not all(sides.values()):
        return None
    with_it = {value: m for value, found in sides.items() for m in found if says_name(part, m[0])}
    if len(with_it) != 1:
        return None
    ((value, sentence),) = with_it.items()
    if any(says_name(other, sentence[0]) for other in sides if other != value) or _DENIES.search(sentence[0]):
        return None
    quote = sentence[0].strip()
    return value, sentence.start() + sentence[0].index(quote), quote


def _only_stands(told: Sequence[re.Match[str]], awaiting: Awaiting, session: Session, reader: Reader) -> bool:
    """Whether no sentence of a message that leaves it as it is takes the other side."""
    found = (read_as(m[0], m.start(), awaiting.ref, reader, session, fair=FAIR) for m in told[:MOST])
    values = [f.value for f in found if f is not None and f.status == "known"]
    return awaiting.new is None or not any(same_value(v, awaiting.new, awaiting.ref) for v in values)


def _side(awaiting: Awaiting, value: Value, start: int, quote: str, number: int) -> Fact:
    return Fact(awaiting.ref, "known", checked_value(awaiting.ref, value), quote, start, start + len(quote), number)
