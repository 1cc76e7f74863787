"""What somebody has put down for a matter that they name: "put down for our role that we also build it", "in the sensitive things also put health".

Pure but for its ports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.corrections.repair import FAIR, read_as
from vcassist.interview.ports import Reader
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import merged_set
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import Wish
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

_I = re.I
_LEADS = r"\W*(?:(?:no|oh|ok(?:ay)?|well|so|and|but|sorry|actually|wait|please|pls|kindly|then|yes|also)\b[\s,:–—-]{1,3}){0,4}"
# "Rosa says", "my colleague tells me to", "you may".
_WHO = (
    r"(?:(?:you (?:may|can|could|should|must|have to)|(?:can|could|would) you(?: please)?|i(?:['’]d| would) like you to|"
    r"(?:(?-i:[A-Z])\w+|he|she|they|(?:my|our|the) (?!laws?\b|rules?\b|ministry\b|polic\w+|contracts?\b|regulat\w+|state\b|government\b)\w+)(?: (?:here|there))? (?:says?|said|tells? me|told me|asks? me|insists?)(?: that| to)?(?: you (?:should|must|have to))?) )?"
)
_PUT = r"(?:please )?(?P<verb>put|write|note(?! that\b)|record|enter|(?-i:mark)(?=\b)|add|list)(?: (?:it|that|this|us))?(?: down| in| there)?"
_AT = r"(?:for|under|in|into|at|as for|as to|on|to|about|concerning|regarding|with)"
_MATTER = r"(?P<matter>[^,.;:!?]{2,40}?)"
_ALSO = r"(?P<also>(?:,? ?(?:also|too|as well))*)"
# The matter stands behind the order or before it; what shall be put is the rest of the sentence.
_FORMS = (
    re.compile(rf"{_LEADS}{_WHO}{_PUT} {_AT} {_MATTER}{_ALSO}(?:,| that|:| –| —)+ (?P<told>[^.;!?]{{3,160}})", _I),
    re.compile(rf"{_LEADS}{_WHO}{_AT} {_MATTER},?{_ALSO} (?:please )?{_PUT}{_ALSO.replace('also>', 'too>')}(?:,| that|:)? (?P<told>[^.;!?]{{3,160}})", _I),
)  # fmt: skip
# "You may write that part of the data is purchased": what it is of is told by what it says.
_ONLY_TOLD = re.compile(rf"{_LEADS}{_WHO}{_PUT} that (?P<told>[^.;!?]{{8,160}})", _I)
# From this chance on what it says states a choice.
_SURE = 0.5
_ADDS = re.compile(r"\b(?:also|too|as well|add)\b", _I)

_OURS = re.compile(r"\b(?:our|my|we|us)\b", _I)


def put_down(said: str, session: Session, number: int, tools: Tools) -> Wish | None:
    """What a message has put down for a matter that it names, beside or in the place of what is noted; None where none is read."""
    for order in _orders(said):
        new = _read(order, session, tools.reader)
        if new is not None:
            return Wish((), "", (order.span(),), instead=(replace(new, turn=number),))
    return _told_by_itself(said, session, number, tools)


def has_put_down(said: str, fact: Fact) -> bool:
    """Whether a message has a fact put down, by the name of its matter or in the words of an order."""
    if any(_matter(order) == fact.field.key for order in _orders(said)):
        return True
    return fact.start is not None and any(fact.touches(*m.span()) for m in _only_told(said))


def is_an_order(text: str) -> bool:
    """Whether a sentence has something put down: it answers nothing that was asked."""
    named = any(m is not None and _matter(m) is not None for m in (form.match(text) for form in _FORMS))
    return named or _ONLY_TOLD.match(text) is not None


def _only_told(said: str) -> Iterator[re.Match[str]]:
    found = (_ONLY_TOLD.match(said, *span) for span in _statements(said))
    yield from (m for m in found if m is not None)


def _told_by_itself(said: str, session: Session, number: int, tools: Tools) -> Wish | None:
    """The choice that an order states without the name of its matter, where that matter was noted otherwise; what is of a list joins it."""
    for m in _only_told(said):
        one = next(iter(tools.stated(m["told"])), None)
        if one is None or one.chance < _SURE:
            continue
        noted = [f for f in session.chain.facts.values() if f.field.key == one.key and f.status == "known"]
        if len(noted) != 1:
            continue
        old, (start, end) = noted[0], m.span("told")
        value = checked_value(old.ref, [one.value] if old.field.type == "set" else one.value)
        new = merged_set(old, Fact(old.ref, "known", value, m["told"], start, end, number))
        if not new.says_the_same(old):
            return Wish((), "", (m.span(),), instead=(new,))
    return None


def _orders(said: str) -> Iterator[re.Match[str]]:
    found = (form.match(said, *span) for span in _statements(said) for form in _FORMS)
    yield from (m for m in found if m is not None)


def _statements(said: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a short message stand that ask nothing."""
    if len(said) <= LONGEST:
        yield from (part.span() for part in PART.finditer(said) if not part[0].rstrip().endswith("?"))


def _matter(order: re.Match[str]) -> str | None:
    """The field of the one matter that an order names."""
    keys = keys_named(order["matter"])
    if len(keys) > 1 and _OURS.search(order["matter"]):
        # "Our role" is ours, and not the tool's.
        keys = [key for key in keys if key.startswith("organisation.")]
    return keys[0] if len(keys) == 1 else None


def _read(m: re.Match[str], session: Session, reader: Reader) -> Fact | None:
    """What is to be put, as an answer to the question of the matter that is named."""
    key = _matter(m)
    if key is None:
        return None
    kind, _, name = key.partition(".")
    parts = session.chain.mentioned(kind) or (session.chain.first(kind),)
    if len(parts) != 1:
        return None
    ref = f"{parts[0]}.{name}"
    new = read_as(m["told"], m.start("told"), ref, reader, session, fair=FAIR)
    if new is None or new.status != "known":
        return None
    adds = m["verb"].lower() == "add" or _ADDS.search(m[0][: m.start("told") - m.start()]) is not None
    return merged_set(session.chain.get(ref), new) if adds else new
