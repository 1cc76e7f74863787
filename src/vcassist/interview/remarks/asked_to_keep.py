"""What somebody wants kept, or asks after, that no note was taken from: "did you get the opt-out form?", "please put the 300 farmers in". Pure.

The sentence that told it is looked for by its words in what was said before. Nothing is made of it but that it stands in the report in the words of
who told it, and that this is said to them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vcassist.chain.facts import Fact
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session, Turn

_I = re.I
_ADV = r"(?:(?:actually|really|already|now|still|ever|also|just|then|even|properly|please|at least) ){0,2}"
_HAVE = r"(?:get|got|note|noted|write|wrote|written|record|recorded|catch|caught|hear|heard|see|seen|save|saved|keep|kept|take|taken|have|put|include|included|register|registered|understand|understood|add|added|miss|missed|forget|forgotten)"
_WHAT = r"(?:(?:down|in|up|all|also|too) )?(?:(?:what|that|the (?:thing|part|bit|one|story|sentence)|everything)(?: that)? (?:i|we) (?:said|told you|wrote|mentioned|explained)(?: (?:about|on|of|with))?|the (?:thing|part|bit|story|matter) (?:about|on|of|with|where))?"
_ASKS = (
    re.compile(rf"\b(?:that|the|this) (?:thing|story|matter|bit|part|case|business) (?:of|about|with|on) (?P<what>[^?!.,]{{2,60}}),? (?:do|did|will|have|is|was|has)(?:n['’]?t)? (?:you|u|it|that) {_ADV}(?:been )?(?:{_HAVE}|in (?:there|the report|it))\b", _I),
    re.compile(rf"\b(?:did|have|has|had|do|does|can|could|will|would)(?:n['’]?t)? (?:you|u|ya|it|that) {_ADV}{_HAVE}\b {_WHAT}\s*(?P<what>[^?!.]{{2,120}})", _I),
    # In the order of a question: "we have nothing written" asks after nothing.
    re.compile(rf"(?:^\W*(?:(?:and|but|so|ok(?:ay)?|now|please|hey|wait|sorry|also|well|then)\W+)*|[,;:–—]\s)(?:was|were|is|are|has|have)(?:n['’]?t)? (?P<what>[^?!.,]{{3,80}}?) (?:been )?{_ADV}(?:recorded|noted|written(?: down)?|kept|saved|registered|included|in (?:there|your notes|the notes|the report|it|the list))\b", _I),
    re.compile(rf"\b(?:confirm|make sure|check|be sure|tell me)(?: that| if| whether)? (?:you|u) {_ADV}(?:have|got|noted|wrote|kept|recorded)\b {_WHAT}\s*(?P<what>[^?!.]{{2,120}})", _I),
    re.compile(rf"^\W*(?:(?:and|so|but|ok(?:ay)?)\W+)*(?:[^,?!.]{{2,40}},\s*)?(?:you|u) (?:have |did )?{_ADV}{_HAVE}\b {_WHAT}\s*(?P<what>[^?!.]{{2,80}})\?", _I),
)  # fmt: skip
_WANTS = (
    re.compile(rf"\b(?:please|pls|plz|can you|could you|would you|you (?:should|must|can)|i (?:want|would like|['’]d like) you to) {_ADV}(?:note|record|keep|include|mention|write down|put down|register|add|put)\b {_WHAT}\s*(?P<what>[^?!.:]{{3,120}})", _I),
    re.compile(r"\bi (?:want|would like|['’]d like|need) (?P<what>[^?!.,:]{3,80}?) (?:to be )?(?:noted|recorded|kept|written down|registered|included|in (?:there|the report|your notes))\b", _I),
    re.compile(r"\b(?P<what>[^?!.,:]{3,60}?) (?:should|must|has to|needs to|ought to) (?:be|go|stand|get) (?:noted |recorded |written |mentioned |included )?(?:in|into) (?:there|the report|your notes|the notes|it)\b", _I),
)  # fmt: skip
# Who says that it is not kept wants it kept: "you have not noted what I said about X", "the X I mentioned is absent from your account".
_COMPLAINS = (
    re.compile(rf"\b(?:you|u)(?: have|['’]ve| did| had)?(?: not|n['’]?t| never)(?: yet)? {_ADV}{_HAVE}\b {_WHAT}\s*(?P<what>[^?!.]{{2,120}})", _I),
    re.compile(r"(?:^|[.!?]\s)(?P<what>[^?!.]{3,100}?)(?: (?:that |which )?i (?:mentioned|said|told you(?: about)?|spoke of|wrote))? (?:is|are|was|were) (?:absent|missing|left out|not (?:there|in|on|among|part of|to be (?:seen|found)))\b[^.?!]{0,20}?\b(?:your|the) (?:account|list|notes?|report|summary|file|map|record)\b", _I),
)  # fmt: skip
_OF_NOTES = (*_ASKS, *_WANTS, *_COMPLAINS)
# Why it is asked belongs to nothing that was told.
_REASON = re.compile(r",?\s(?:coz|cos|cuz|because|bc|since|as you|or did|or not|or else)\b.*", _I | re.S)
# "What do you have on it?" asks for a note, and not whether there is one.
_WH = re.compile(r"\b(?:what|whatever|which|who|whom|how|where|why)\b[^,;.!?]*$", _I)
# What says nothing on what is meant.
_EMPTY = frozenset(
    """
    the and for that this what about with from you your our have has had was were are did does not any all also too just now then said told wrote
    thing things part bit one ones two story sentence something please report notes note list there here down into properly right really earlier
    before again yet still everything message answer words word mine its his her their them they she him who which when where how why can could
    would should will please get got note noted put kept keep write written record recorded know knows
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"\d[\d.,]*\d|\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Letters by which two words are the same one.
_STEM = 5
# Sentences of fewer words are seldom told.
LEAST_TOLD = 4
# A longer sentence, and a longer message, in characters, is a document's.
LONGEST, LONGEST_MESSAGE = 400, 4_000


@dataclass(frozen=True, slots=True)
class Asked:
    """``sentence`` stands at ``start`` in what was said at turn ``turn``; ``facts`` were noted from it."""

    turn: int
    sentence: str
    start: int
    facts: tuple[Fact, ...]

    @property
    def words(self) -> str:
        """The sentence without the mark at its end, as it is quoted."""
        return self.sentence.rstrip(" .!")


def asked_after(sentence: str) -> str:
    """What a sentence asks whether it is kept, or wants kept, in its own words; "" where it does neither, or only points ("did you get it?")."""
    if len(sentence) > LONGEST:
        return ""
    for form in _OF_NOTES:
        found = form.search(sentence)
        if found is None or (form in _ASKS and _WH.search(sentence[: found.start()])):
            continue
        # "About the one in October, I want that noted": what is meant stands before it.
        what = _REASON.sub("", found["what"])
        what = what if _stems(what) else sentence[: found.start()]
        if _stems(what):
            return what.strip(" ,;:.!?–—-")
    return ""


def _speaks_of_notes(sentence: str) -> bool:
    return any(form.search(sentence) for form in _OF_NOTES)


def told_of(what: str, turns: Sequence[Turn], said: str = "") -> Asked | None:
    """Where what is asked after was told: the sentence with most of its words, and at least half of them, the latest of several; ``said``: the
    message that asks, as far as it tells something before. None where nobody told it.
    """
    wanted = _stems(what)
    best: tuple[int, int, str, int] | None = None
    number = turns[-1].number + 1 if turns else 0
    for at, text in (*((turn.number, turn.said) for turn in turns), (number, said)):
        for found in SENTENCE.finditer(text) if len(text) <= LONGEST_MESSAGE else ():
            sentence = found[0].strip()
            if sentence.endswith("?") or len(sentence.split()) < LEAST_TOLD or _speaks_of_notes(sentence):
                continue
            shared = len(wanted & _stems(sentence))
            if 2 * shared >= len(wanted) and shared and (best is None or shared >= best[0]):
                best = (shared, at, sentence, found.start())
    if best is None:
        return None
    _, at, sentence, start = best
    turn = next((t for t in turns if t.number == at), None)
    noted = tuple(f for f in turn.facts if f.quote and (f.quote in sentence or sentence in f.quote)) if turn else ()
    return Asked(at, sentence, start, tuple(f for f in noted if wanted & (_stems(f.quote) | _stems(f.field.label))))


def kept_at_request(session: Session) -> list[Asked]:
    """All that somebody wanted kept or asked after in a talk, and that nothing was noted from."""
    found: dict[str, Asked] = {}
    live = session.live
    for n, turn in enumerate(live):
        for sentence in SENTENCE.finditer(turn.said) if len(turn.said) <= LONGEST_MESSAGE else ():
            what = asked_after(sentence[0])
            told = told_of(what, live[:n], turn.said[: sentence.start()]) if what else None
            if told is not None and not told.facts:
                found[told.sentence.casefold()] = told
    return list(found.values())


def _stems(text: str) -> set[str]:
    words = (w.casefold().replace("’", "'").removesuffix("'s") for w in _WORD.findall(text))
    return {w[:_STEM] for w in words if w not in _EMPTY and (len(w) > 2 or w.isdigit())}
