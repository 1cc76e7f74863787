"""An order to leave the answer given last open: "put it as unknown", "set it to unknown here", "don't put USA, I only guessed". Pure.

It names no matter: who says what "it" is to be speaks of what was just noted, and the question that is open now stays so.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Fact
from vcassist.interview.answers.last_answered import last_answered
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.removals.removing import Wish
from vcassist.interview.sentences import SENTENCE, around
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import AT_A_LOSS, UNCERTAIN
from vcassist.interview.words import Country

# A longer message tells more than an order does, in words of the sentence.
LONGEST = 14
_LEAD = r"(?:(?:no|so|then|well|please|pls|just|ok(?:ay)?|and|but|sorry|again|i said|can you|could you|you can|i(?:['’]d| would) (?:rather|like you to))\b[\s,:–-]*)*"
_OPEN = rf"(?:{UNCERTAIN}|not known|un-?decided|undetermined|open|blank|empty|(?:an? )?(?:[“\"'‘])?(?:i )?(?:don['’]?t|do not) know(?:[”\"'’])?)"
_ORDER = re.compile(
    rf"(?:^|(?<=[.!?;\n])|(?<=, ))\s*{_LEAD}(?:"
    rf"(?:put|set|mark|write|note|record|enter|change|turn) (?:it|that|this|that one|this one)(?: down)?(?: (?:as|to|for|under|into))? {_OPEN}|"
    rf"make (?:it|that|this|that one|this one) {_OPEN}"
    r")(?:,? (?:here|there|then|please|pls|for now|instead|too|rather))*\s*(?=[.,;:!–—]|$)",
    re.I,
)
_DID_NOT_KNOW = re.compile(
    rf"\b(?:{AT_A_LOSS}|(?:would|could)(?: not|n['’]t) (?:know|say|tell)|can(?:not|['’]?t) (?:say|tell)|not (?:[\w%]+ )?sure|guess)\b",
    re.I,
)
_PROTESTS = re.compile(
    r"^\W*no\b|\b(?:i|we) (?:never|did ?n['’]t|did not|do ?n['’]?t follow|do not follow)\b|\b(?:wrong|mistaken?|misunderst\w+|not what|not true|not right|why)\b",
    re.I,
)
# "I said I don't know": what was noted instead is taken back.
_SAID_SO = re.compile(
    rf"\bi(?:['’]ve| have)? (?:just |already |only )*(?:said|told you|say|wrote)(?: that)?,? (?:i |we )?{AT_A_LOSS}\b",
    re.I,
)
_KEPT_BACK = re.compile(r"\b(?:wo n['’]t|won['’]?t|will not) (?:say|tell)\b|\bwithheld\b|\brefus\w+\b", re.I)
# So far behind an order, in characters, stands what it is of.
NEAR = 4
_NOT_TO_PUT = re.compile(
    r"(?:^|[.,;:!?\n]\s{0,3})(?:(?:please|pls|no|and|so|but|then|i said)\W{1,3})*(?:do not|don['’]?t) (?:just )?(?:put|write|note|record|list|enter)(?: (?:it|that))?(?: down)?(?: as)?\b",
    re.I,
)
_INSTEAD = re.compile(r"\b(?:put|write|note|but|it(?:['’]s| is)|should be|rather|instead)\b|→|->", re.I)


def put_as_open(said: str, session: Session, number: int, country: Country) -> Wish | None:
    """The answer given last as not known, where a message says in so many words to note it so, or not to note what was; None elsewhere."""
    if (reminds := _said_not_to_know(said, session)) is not None:
        old, span = reminds
        return Wish((), "", (span,), instead=(_as_open(old, said, span, number),))
    last = _refused_lately(said, session) or last_answered(session)
    if last is None or last.ref == session.asked:
        return None
    # Without a protest "put it as unknown" answers the question that is open.
    protests = last.status == "withheld" or _PROTESTS.search(said) is not None
    order = (_ordered(said) if protests else None) or _not_to_be_put(said, last, country)
    if order is None:
        return None
    # What stands before an order is its reason: "I never asked them. Put it as unknown."
    return Wish((), "", ((0, order[1]),), instead=(_as_open(last, said, order, number),))


def _refused_lately(said: str, session: Session) -> Fact | None:
    """What the last message is noted to keep back, where a message speaks of that: "I don't follow “they won't say”. Put it as unknown."."""
    lately = session.live[-1].facts if session.live and _KEPT_BACK.search(said) else ()
    return next((f for f in lately if f.status == "withheld" and session.chain.get(f.ref) == f), None)


def _as_open(old: Fact, said: str, span: tuple[int, int], number: int) -> Fact:
    words = said[slice(*span)].strip(" ,;:.!?–—-")
    begins = said.index(words, span[0])
    return Fact(old.ref, "unknown", None, words, begins, begins + len(words), number)


def _ordered(said: str) -> tuple[int, int] | None:
    order = _ORDER.search(said)
    return order.span() if order is not None and len(order[0].split()) <= LONGEST else None


def _not_to_be_put(said: str, old: Fact, country: Country) -> tuple[int, int] | None:
    """Where a short message says not to note the very value that was noted, and nothing instead."""
    order = _NOT_TO_PUT.search(said)
    if order is None or old.status != "known" or len(said.split()) > LONGEST:
        return None
    if old.field.type == "yesno":
        word = re.compile(rf"\b{old.value}\b", re.I).search(said, order.end())
        place = word.span() if word else None
    else:
        place = old_value_in(old, said, country)
    near = place is not None and 0 <= place[0] - order.end() <= NEAR
    return (order.start(), len(said)) if place and near and not _INSTEAD.search(said, place[1]) else None


def _said_not_to_know(said: str, session: Session) -> tuple[Fact, tuple[int, int]] | None:
    """The answer of which a message says that not to know it had been told ("I just said I don't know the consent thing, why partly"): the
    one whose matter its sentence names, else the last; and where that is said.
    """
    told = _SAID_SO.search(said)
    sentence = around(SENTENCE, said, told.start()) if told else None
    if told is None or sentence is None:
        return None
    named = [session.chain.first_ref(key) for key in keys_named(sentence[0])]
    last = last_answered(session)
    then = session.said_in(last.turn) if last is not None else ""
    if not _DID_NOT_KNOW.search(then):
        # It was said of something else, or long ago.
        last = None
    old = session.chain.facts.get(named[0]) if len(named) == 1 else None if named else last
    if old is None or old.status != "known" or old.ref == session.asked:
        return None
    # "Why did you write partly? I said I don't know" asks for no reason.
    begins = 0 if re.search(r"\bwhy\b", said[: told.start()], re.I) else told.start()
    return old, (begins, sentence.end())
