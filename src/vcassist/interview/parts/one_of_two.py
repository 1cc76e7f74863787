"""What says that of two names one is the tool and the other what it stands on: "there is only one tool, X; Y is just the engine". Pure.

Nothing that was told is lost: what was noted under the other name is told of the tool. Where it is left open which of two noted tools
is meant, it is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from vcassist.chain.facts import Chain, Fact
from vcassist.interview import phrases
from vcassist.interview.parts.merging import Merge, moved
from vcassist.interview.parts.naming import END, MADE, PROPER, Naming, called, named, named_tools
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import Wish, wish_in
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session

_I = re.I
_ONLY = r"(?:(?:just|only|merely|simply|really|actually|in fact|nothing but|no more than|itself) )*"
_MAKER = r"(?:company|firm|maker|supplier|vendor|manufacturer|provider|distributor|developer|dealer|seller|publisher)"
_STANDS_ON = r"(?:engine|runtime|platform|framework|basis|base|back-?end|infrastructure|library|toolkit|api|host|hosting|server|software underneath|technology|motor)"
_BASIS = (
    rf"(?:(?:the|an?|our|its) )?(?:\w+ )?(?:(?P<maker>{_MAKER})\b|{_STANDS_ON}\b)(?!['’]s)|"
    rf"(?:the (?:thing|software|platform|program|engine) (?:that )?|what |where |on which |with which )(?:it|(?:the|our) {MADE}|{{tool}})(?: (?:itself|really|actually|only|just))? (?:is (?:built|based|made|running)|runs|was built|sits|stands|works|lives|rests)(?: (?:on|with|in|upon|from|by))?\b"
)
# What stands behind a name that is but the basis of a tool, or its maker.
IS_A_BASIS = re.compile(rf"[”\"'’]?,? (?:is|was|['’]s) {_ONLY}(?:{_BASIS.replace('{tool}', '[A-Z][^ ]*')})", _I)
_ONE = re.compile(
    rf"\b(?:(?:there(?:['’]?s| is| are)|(?:we|i)(?: have| use|['’]ve got| got)|it(?:['’]s| is)|that(?:['’]s| is)) {_ONLY}(?:only|just|really) (?:one|a single)(?: (?:single )?{MADE})?(?: of them)?|only one {MADE}"
    rf"|(?:we|i)(?: have| use|['’]ve got| got) (?:one|a single)(?: {MADE})? (?:only|alone)|is {_ONLY}the (?:only|one and only|single) (?:one|{MADE})(?: (?:that )?(?:we|i) (?:have|use)| there is| of ours)?)(?=\W*$|\s*[.,;:!–—-]|\s(?:and|called|named|of them|here|with us)\b)",
    _I,
)
_SAME = re.compile(
    rf"\b(?:it|that|they|both|these|those|the two|all(?: of)? (?:it|that))(?:['’]?s| is| are|['’]re)(?: (?:all|both|really|just|actually|simply))* (?:one and )?(?:the )?(?:very )?same(?: {MADE})?(?=\W*$|\s*[.,;!])|\bone and the same\b",
    _I,
)
# "Can u merge them", "make those one": which two, the names alone may show.
_MERGE_THEM = re.compile(
    r"\b(?:merge|combine|unite|join|fuse|put together|make|count|treat)(?: (?:them|those|these|both|the two|the (?:two )?(?:entries|tools|lines)))(?: (?:together|into one|one|as one|the same|up|please))*(?=\W*$|[.,;!?])",
    _I,
)
ALIKE = 0.6
_UNREAL = re.compile(r"\b(?:if|whether|might|may|could|would|is (?:it|that)|are they)\b", _I)
# Which of the names is the tool's.
_IS_IT = (
    rf"{{name}}[”\"'’]?,? (?:is|['’]s|was) {_ONLY}(?:the|our|its|my) (?:(?:real |actual |proper |only |one )?(?:name|{MADE})|(?:one and )?only (?:one|name))\b",
    rf"\b(?:the|our|one|a|single|only)(?: (?:real|actual|only))? {MADE}(?: itself)?(?:,? (?:and (?:it|that) |it |that )?(?:is|['’]s)(?: {_ONLY}(?:an? (?:[\w-]+ ){{0,4}})?(?:called|named))?|,? (?:called|named)|\s?[,:–—-])\s*{{name}}",
    rf"(?<!the )\b(?:(?:only|just|single) (?:one|{MADE})|one(?: {MADE})? (?:only|alone))(?: of them)?(?:,? (?:called|named)|\s?[,:–—-])\s*{{name}}",
)
# Which of the names is right, and which not: "the name is Kora, not Nyota and not Zog", "not Nyota: it is Kora".
_NOT_THESE = (
    rf"\b(?:(?:the|its|our) {_ONLY}(?:real |right |correct |only )?(?:name|{MADE})|it|ours|mine|this|that one)(?: is|['’]s|:) {_ONLY}(?:called |named )?{{name}}(?:,? (?:please|only|of course))*[,;]? (?:and )?(?P<not>(?:(?:,? (?:and|or|nor) )?(?:not|nor) (?:the )?{{other}}(?:,\s)?)+)",
    rf"\b(?P<not>(?:(?:,? ?(?:and|or|nor) )?(?:not|nor) (?:the )?{{other}}(?:,\s)?)+)\s?[:;,–—-]?\s?(?:but |rather |it(?:['’]s| is) |the name is )+{_ONLY}{{name}}",
)
_ONE_AND_SAME = re.compile(
    r"\b(?:they|these|those|both|the two)(?:['’]?re| are) (?:really |just |in fact |actually )?one and the same\b", _I
)
# An answer to the question whether two are one.
_SAY_SO = re.compile(
    r"\W*(?:(?:yes|yeah|yep|well|oh|no|sorry|i said)\W+)*(?:(?:they|it|both|these)\b[^.!?;\n]{0,20})?\b(?:same|one)\b[^.!?;\n]{0,20}\W*",
    _I,
)


@dataclass(frozen=True, slots=True)
class One:
    """Names of one tool: merges of noted parts into the one that stays, or a new name for the one; ``told``: what is said of another name.

    The words in ``spans`` say it. ``note``: what to ask back, where it is open which of two is the tool.
    """

    spans: tuple[tuple[int, int], ...]
    merges: tuple[Merge, ...] = ()
    told: tuple[Fact, ...] = ()
    note: str = ""

    def wish(self, chain: Chain) -> Wish:
        """What is to stand in the place of what is noted."""
        return Wish((), "", self.spans, self.note, (*self.moved(chain), *self.told))

    def moved(self, chain: Chain) -> tuple[Fact, ...]:
        """What only those knew that go, told of the one that stays."""
        facts = (fact for merge in self.merges for fact in moved(merge, chain))
        return tuple({fact.ref: fact for fact in reversed([*facts])}.values())


def one_in(said: str, session: Session, number: int) -> One | None:
    """What a message comes to that says which of two names is the tool's; None where it says no such thing, or only asks."""
    if len(said) > LONGEST:
        return None
    chain = session.chain
    titles = named_tools(chain)
    sentences = [m.span() for m in PART.finditer(said)]
    told = [(a, b) for a, b in sentences if not said[a:b].rstrip().endswith("?") and not _UNREAL.search(said[a:b])]
    if (them := _MERGE_THEM.search(said)) is not None and len(titles) > 1:
        return _merged_them(them, titles, chain)
    if not titles or not told:
        return None
    basis = next(((c, m) for c, t in titles.items() if (m := _stands_on(t, titles, said)) and _within(m, told)), None)
    # "It's the same" answers for the second tool what was said of the first, unless it was asked whether they are one.
    same = _SAME.finditer(said) if basis or _asked_whether(session) else _ONE_AND_SAME.finditer(said)
    only = next((m for m in (*_ONE.finditer(said), *same) if _within(m, told)), None)
    if basis is None and (put := _put_instead(said, titles, chain)) is not None and _within(put[1], told):
        return One((put[1].span(),), put[0])
    if basis is None and (only is None or len(titles) < 2):
        return None
    spans = tuple((a, b) for a, b in told if any(m and a <= m.start() < b for m in (basis and basis[1], only)))
    if basis is None:
        return _one_named(said, session, titles, spans, only)
    return _on_a_basis(said, session, titles, spans, basis, only is not None, number)


def orders_a_merge(sentence: str) -> bool:
    """Whether a sentence orders that two that were spoken of be one ("can u merge them?"), so that it asks nothing."""
    return _MERGE_THEM.search(sentence) is not None


def _merged_them(order: re.Match[str], titles: dict[str, str], chain: Chain) -> One | None:
    """The two tools that are to be made one without their names: those that are named alike, else the only two, of which it is asked back."""
    for first, second in combinations(titles, 2):
        if SequenceMatcher(None, titles[first].casefold(), titles[second].casefold()).ratio() >= ALIKE:
            gone, stays = _told_most((first, second), chain)
            return One((order.span(),), (Merge(gone, stays),))
    return One((order.span(),), note=phrases.ONE_OR_TWO.format(*titles.values())) if len(titles) == 2 else None


def _on_a_basis(
    said: str,
    session: Session,
    titles: dict[str, str],
    spans: tuple[tuple[int, int], ...],
    basis: tuple[str, re.Match[str]],
    only: bool,
    number: int,
) -> One | None:
    """What becomes of a name that is but what the tool stands on; ``only``: there is one tool alone."""
    (gone, place), chain = basis, session.chain
    other = [c for c in titles if c != gone]
    tool = next((c for c in other if _is_the_tool(titles[c], said)), None)
    supplier = _as_supplier(place, titles[gone], said, number)
    if tool is None and (new := _new_name(said, gone, titles)) is not None:
        told = (named(new, said, number), *(replace(f, ref=f"{gone}.supplier") for f in supplier))
        return One(tuple(dict.fromkeys((*spans, new.span))), told=told)
    if tool is None and len(other) == 1 and only:
        tool = other[0]
    if tool is not None:
        told_of = (replace(f, ref=f"{tool}.supplier") for f in supplier if not chain.get(f"{tool}.supplier"))
        return One(spans, (Merge(gone, tool),), tuple(told_of))
    return One(spans, note=phrases.PART_OF.format(titles[gone], titles[other[0]])) if len(other) == 1 else None


def _one_named(
    said: str, session: Session, titles: dict[str, str], spans: tuple[tuple[int, int], ...], only: re.Match[str] | None
) -> One | None:
    """Which of several tools is the one that there is, as a message names it, or as the answer to that question makes one of both."""
    tool = next((c for c in titles if _is_the_tool(titles[c], said)), None)
    if tool is not None:
        gone = tuple(Merge(c, tool) for c in titles if c != tool)
        wish = wish_in(said, session.chain, session.awaiting)
        # What is said not to be there is taken away, and lives on nowhere; unless of the one that stays nothing is known but its name.
        stays = wish is None or _only_because(said, only) or _only_named(tool, session.chain)
        return One(spans, gone) if stays else None
    if len(titles) == 2 and (_ONE_AND_SAME.search(said) or (_asked_whether(session) and _SAY_SO.fullmatch(said))):
        first, second = _told_most(titles, session.chain)
        return One(spans, (Merge(second, first),))
    return One(spans, note=phrases.ONE_OR_TWO.format(*titles.values())) if len(titles) == 2 else None


def _put_instead(said: str, titles: dict[str, str], chain: Chain) -> tuple[tuple[Merge, ...], re.Match[str]] | None:
    """The noted names that a message puts another noted one in the place of, of which nothing or of which alone something is told."""
    for tool, title in titles.items():
        others = {c: t for c, t in titles.items() if c != tool}
        other = "|".join(re.escape(t) for t in sorted(others.values(), key=len, reverse=True))
        for form in _NOT_THESE if other else ():
            name = rf"[“\"'‘]?{re.escape(title)}(?!\w)[”\"'’]?"
            place = re.search(
                form.replace("{name}", name).replace("{other}", rf"[“\"'‘]?(?:{other})(?!\w)[”\"'’]?"), said, _I
            )
            gone = [
                c for c, t in others.items() if place and re.search(rf"(?<!\w){re.escape(t)}(?!\w)", place["not"], _I)
            ]
            if place and gone and (_only_named(tool, chain) or all(_only_named(c, chain) for c in gone)):
                return tuple(Merge(c, tool) for c in gone), place
    return None


def _only_named(tool: str, chain: Chain) -> bool:
    """Whether nothing is known of a tool but its name."""
    return not any(f.component == tool and f.field.name != "name" for f in chain.facts.values())


def _asked_whether(session: Session) -> bool:
    """Whether the last reply asked if two names are one tool's."""
    return bool(session.turns) and "one and the same" in session.turns[-1].note


def _told_most(tools: Iterable[str], chain: Chain) -> list[str]:
    """The two tools, the one of which nothing but its name is noted first: somebody gave it as the name of what was told."""
    return sorted(tools, key=lambda c: sum(f.component == c for f in chain.facts.values()) > 1)


def _stands_on(title: str, titles: dict[str, str], said: str) -> re.Match[str] | None:
    """Where a message says of a name that it is but what the tool stands on, or who makes it."""
    others = "|".join(re.escape(t) for t in titles.values() if t != title) or r"(?!)"
    others = rf"(?:{others}|{PROPER.replace('?P<quoted>', '?:').replace('?P<plain>', '?:')})"
    basis = _BASIS.replace("{tool}", others)
    return re.search(rf"(?<!\w){re.escape(title)}[”\"'’]?,? (?:is|was|['’]s) {_ONLY}(?:{basis})", said, _I)


def _within(found: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(a <= found.start() < b for a, b in spans)


def _is_the_tool(title: str, said: str) -> bool:
    return any(re.search(form.replace("{name}", rf"[“\"'‘]?{re.escape(title)}(?!\w)"), said, _I) for form in _IS_IT)


def _new_name(said: str, component: str, titles: dict[str, str]) -> Naming | None:
    """A name that is not noted yet and is said to be the tool's."""
    for form in _IS_IT:
        for place in re.finditer(form.replace("{name}", f"{PROPER}{END}" if form is _IS_IT[1] else PROPER), said, _I):
            new = called(component, place, place.span())
            if new.name.casefold() not in (t.casefold() for t in titles.values()):
                return new
    return None


def _as_supplier(place: re.Match[str], title: str, said: str, number: int) -> tuple[Fact, ...]:
    """The name as the supplier's of the tool, where it is said to be the company."""
    if not place["maker"]:
        return ()
    at = place.start() + place[0].index(title) if title in place[0] else place.start()
    return (Fact("application.supplier", "known", title, said[at : at + len(title)], at, at + len(title), number),)


def _only_because(said: str, only: re.Match[str] | None) -> bool:
    """Whether nothing but the words "only one" would take the other away."""
    return (only is not None and _SAME.search(said) is not None) or not re.search(
        r"\b(?:not|never|no longer|mistake)\b|n['’]t\b", said, _I
    )
