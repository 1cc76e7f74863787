"""A name that is said of a matter, beside one that is denied: "the supplier is Aro, not Kisan", "the storing too, it is Azure, not AWS". Pure but for its reader.

Where a sentence says whether it speaks of the supplier, the host or the store, its name is put there and nowhere else: neither the tool that bears
the denied name is renamed, nor another answer that happens to hold it set right. A name without a denied one beside it is left to the reader.
Of two countries ("kept in Ghana, not in Togo") the one is where it is, and nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from vcassist.chain.facts import Chain, Fact, checked_value, field_of
from vcassist.chain.fields import FIELDS
from vcassist.chain.short_names import says_name
from vcassist.errors import BadInput
from vcassist.interview.corrections.denying import same_value
from vcassist.interview.corrections.repair import FAIR, read_as
from vcassist.interview.parts.naming import MADE, named_tools
from vcassist.interview.ports import Reader
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import LONGEST_WISH, Wish, the_only
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session

_I = re.I
_ONE = r"(?-i:[A-ZÀ-ÖØ-Þ0-9][\w&+-]*(?:\.\w+)*)"
_NAME = rf"{_ONE}(?: (?:(?:of|de|and|the) )?{_ONE}){{0,3}}"
# Whoever writes nothing with a capital writes names so as well.
_SMALL = r"(?!(?:the|an?|our|it|that|this|not|only|so|in|by|on|but|and|or|theirs|ours|mine|yours|his|hers)\b)\w[\w&+-]*(?:\.\w+)*(?: (?!not\b|and\b|but\b|it\b|is\b)\w[\w&+-]*){0,2}?"
_WHO = r"(?:supplier|vendor|maker|manufacturer|seller|provider|developer|reseller|distributor|producer)"
_STORED = r"(?:stor(?:ed|ing)|kept|keeping|saved|saving|held)"
# What each matter is called whose answer is a name, and what is done by whom it names.
_MATTERS = {
    "model.supplier": (
        rf"(?:model['’]?s? {_WHO}|{_WHO} of the (?:ai |language )?model)",
        r"the (?:ai |language )?model (?:is|was|comes) (?:(?:made|built|trained|developed) by|from)",
    ),
    "storage.supplier": (
        r"(?:(?:data |file )?storage(?: provider)?|data store|(?:data )?storing|back-?ups?|keeping of (?:the |our )?data)",
        rf"{_STORED} (?:by|at|on|with|in)",
    ),
    "compute.supplier": (
        r"(?:host(?:er|ing)?(?: provider| company)?|cloud(?: provider)?|machines|servers?|running|compute|computing)",
        r"(?:runs?|running|hosted|is run) (?:by|at|on|with|in)",
    ),
    "application.supplier": (
        rf"(?:(?:tool|app|software|application)['’]?s? )?{_WHO}(?: of (?:it|the {MADE}))?",
        r"(?:(?:it|that|this) (?:comes|came|is|was) from|(?:made|built|sold|supplied|provided|developed|delivered|programmed) by|bought (?:from|off))",
    ),
}  # fmt: skip
_DOES = {
    "application.supplier": r"(?:makes|made|builds|built|sells|sold|supplies|supplied|provides|develops|developed)",
    "compute.supplier": r"hosts|runs",
    "storage.supplier": r"stores|keeps",
}
_LEAD = r"(?:(?:but|and|no|so|also|well|sorry|in|for|with|on|at|as for|about|correction|i said|i meant|that)\b[\s,:–—-]{1,3}){0,4}"
_THE = r"(?:(?:the|our|its|their|his|her|your|this|that) )?"
_ALSO = r"(?:,? ?(?:also|too|as well|now|then|part))*"
_IS = r"(?:(?:,? ?(?:it|that|this|they)(?: also)?(?: is|['’]s| was| should be)|(?: also)?(?: is| are| was| should be| must be|['’]s))(?: (?:from|with|by|at|on))?|:|,| =)"
_ONLY = r"(?: (?:also|now|really|actually|only|just|in fact|of course|still|called))*"
_BY = r"(?:(?:by|from|with|on|at|in|the) )*"
_ENDS = r"(?=\W*$|\s*[.,;:!?\n)–—]|\s(?:and|but|any ?more|please|which|who|because|as|at all|there|here)\b)"


@dataclass(frozen=True, slots=True)
class _Said:
    """The name at ``place`` is said of the matter of ``key`` in the words of ``span``, and ``old`` is denied."""

    key: str
    place: tuple[int, int]
    old: str
    span: tuple[int, int]


def said_of_its_matter(said: str, session: Session, reader: Reader, number: int) -> Wish | None:
    """The name that a message puts for another one of a matter that it says; None where it leaves open of which, or denies none."""
    if len(said) > LONGEST or len(said.split()) > LONGEST_WISH or not session.chain.facts:
        return None
    found: dict[str, Fact] = {}
    spans = []
    for told in _found(said):
        told = _where(told, said, session, reader)
        ref = _ref_of(told, said, session) if told.key in FIELDS else None
        new = _read(told, ref, said, reader, session) if ref and not _is_put(ref, session) else None
        if new is not None and not same_value(new.value, told.old, new.ref):
            found.setdefault(new.ref, replace(new, turn=number))
            spans.append(told.span)
    if not found:
        return None
    return Wish((), "", (*spans, *_tools_own_name(said, session.chain)), instead=tuple(found.values()))


def _is_put(ref: str, session: Session) -> bool:
    """Whether a name for this answer was put to the person just now: what is said to that decides it."""
    awaiting = session.awaiting
    return awaiting is not None and awaiting.ref == ref and awaiting.manner in ("confirm", "conflict")


def _found(said: str) -> Iterator[_Said]:
    small = said == said.lower()
    for part in PART.finditer(said):
        if part[0].rstrip().endswith("?"):
            continue
        taken: list[tuple[int, int]] = []
        for key in _MATTERS:
            for form in _forms(key, small):
                for m in form.finditer(said, *part.span()):
                    if not any(a < m.end() and m.start() < b for a, b in taken):
                        taken.append(m.span())
                        yield _Said(key, m.span("new"), m["old"], m.span())


def _where(told: _Said, said: str, session: Session, reader: Reader) -> _Said:
    """The same as said of the country of its part, where both names are countries': what is set against each other is of one kind."""
    key = f"{told.key.partition('.')[0]}.country"
    both = (said[slice(*told.place)], told.old)
    return replace(told, key=key) if all(_is_country(name, session, reader) for name in both) else told


def _is_country(name: str, session: Session, reader: Reader) -> bool:
    """Whether a name is read, all of it, as that of a country or of a place in one."""
    read = read_as(name, 0, "organisation.country", reader, session, fair=FAIR)
    return read is not None and read.status == "known" and read.quote == name


@cache
def _forms(key: str, small: bool) -> tuple[re.Pattern[str], ...]:
    """The forms in which a name is said of this matter and another one denied."""
    name, (matter, by), does = _SMALL if small else _NAME, _MATTERS[key], _DOES.get(key)
    new, old = rf"(?P<new>{name})", rf"(?P<old>{name})"
    denied = rf",? (?:and |but )?(?:not|instead of|rather than|no longer) {_BY}{old}{_ENDS}"
    turned = rf"(?:is|are|was)(?: not|n['’]t) {_BY}{old}[,;]?(?: but| rather|,? (?:it|that) is|,? (?:it|that)['’]s)+ {_BY}{new}{_ENDS}"
    forms = [
        rf"(?<!\w){_LEAD}{_THE}(?<![\w-]){matter}{_ALSO}{_IS}{_ONLY} {new}{denied}",
        rf"(?<!\w){_LEAD}{_THE}(?<![\w-]){matter} {turned}",
        rf"(?<!\w){new} (?:is|was){_ONLY} {_THE}{matter}{denied}",
        rf"(?<!\w){_LEAD}(?:{_THE}[\w-]+ (?:is |are |was |were )?)?{by}{_ONLY} {new}{denied}",
    ]
    if does:
        forms.append(rf"(?<!\w){new} (?:{does}) (?:it|this|that|them|the {MADE}|the data|our data){denied}")
    return tuple(re.compile(form, _I) for form in forms)


def _ref_of(told: _Said, said: str, session: Session) -> str | None:
    """The answer of the part that is meant: of several the one that holds the denied name, is named, is asked about, or has such an answer."""
    chain, (kind, _, name) = session.chain, told.key.partition(".")
    parts = chain.mentioned(kind) or (chain.first(kind),)
    titles = {c: chain.value(f"{c}.name") for c in parts if f"{kind}.name" in chain.facts or kind == "application"}
    asked = (session.asked or "").partition(".")[0]
    part = the_only(
        [c for c in parts if same_value(chain.value(f"{c}.{name}"), told.old, told.key) and chain.value(f"{c}.{name}")],
        [c for c in parts if (title := titles.get(c)) and says_name(title, said)],
        [c for c in parts if c == asked],
        [c for c in parts if chain.get(f"{c}.{name}")],
        parts,
    )
    return f"{part}.{name}" if part else None


def _read(told: _Said, ref: str, said: str, reader: Reader, session: Session) -> Fact | None:
    """The name as an answer to its question: as the reader knows it, else as it is written."""
    start, end = told.place
    new = read_as(said[start:end], start, ref, reader, session, fair=FAIR)
    if new is not None and new.status == "known" and field_of(ref).type in ("entity", "country"):
        return new
    try:
        return Fact(ref, "known", checked_value(ref, said[start:end]), said[start:end], start, end)
    except BadInput:
        return None


def _tools_own_name(said: str, chain: Chain) -> Iterator[tuple[int, int]]:
    """Where a message says beside it that a noted name is only what the tool is called: that changes nothing."""
    for title in named_tools(chain).values():
        form = rf"(?<!\w){re.escape(title)} (?:is|was)(?: (?:only|just|simply|merely))* (?:the name of (?:the|our) {MADE}|(?:the|our) {MADE}(?:['’]s name)?|(?:what|how) (?:the|our) {MADE} is called){_ENDS}"
        yield from (m.span() for m in re.finditer(form, said, _I))
