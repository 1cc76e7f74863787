"""Places what was proposed on the components of the chain: the asked one, a known one of that name, or a further one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from vcassist.assessment.register import name_key
from vcassist.chain.facts import Chain, split_ref
from vcassist.chain.fields import SINGLE_KINDS, fields_of
from vcassist.chain.short_names import tail_of
from vcassist.interview.ports import Proposal
from vcassist.interview.removals.removing import NOUNS


def placed(proposals: Iterable[Proposal], asked: str | None, chain: Chain) -> Iterator[Proposal]:
    """Gives each proposal for a ``kind.field`` its component, one proposal a reference, in the order of the message."""
    by_kind: dict[str, str] = {}
    if asked:
        component, kind, _ = split_ref(asked)
        by_kind[kind] = component
    taken: set[str] = set()
    called: dict[str, dict[str, str]] = {}
    for proposal in sorted(proposals, key=lambda p: p.start or 0):
        kind, _, name = proposal.ref.partition(".")
        component = by_kind.get(kind) or chain.first(kind)
        if name == "name" and kind not in SINGLE_KINDS and isinstance(proposal.value, str):
            names, value = called.setdefault(kind, {}), proposal.value
            again = next((c for c, known in names.items() if same_name(known, value)), None)
            component = again or _component_for(kind, value, component, chain, taken)
            by_kind[kind] = component
            names[component] = value
        ref = f"{component}.{name}"
        if ref not in taken:
            taken.add(ref)
            yield replace(proposal, ref=ref)


def _component_for(kind: str, name: str, default: str, chain: Chain, taken: set[str]) -> str:
    """The component that bears a name already, else the default one while it has no name, else a further one."""
    for component in chain.mentioned(kind):
        known = chain.value(f"{component}.name")
        if known and same_name(known, name):
            return component
    first = f"{default}.name"
    if chain.value(first) is None and first not in taken:
        return default
    return chain.another(kind, {ref.partition(".")[0] for ref in taken})


def may_be_another(asked: str | None, chain: Chain) -> bool:
    """Whether "the other one" can be another than the one that is asked about."""
    return asked is not None and len(chain.mentioned(split_ref(asked)[1])) > 1


def same_name(one: str, other: str) -> bool:
    """True when one name is the other, perhaps with a version or edition behind it ("Llama 3 8B", "MobileNetV3") or its maker before it
    ("Microsoft Copilot" is Copilot).
    """
    first, second = sorted((name_key(one), name_key(other)), key=len)
    if first == tail_of(second):
        return True
    behind = second.removeprefix(first)
    return behind != second and (not behind or behind[0] == " " or bool(_STUCK.fullmatch(behind)))


class Names:
    """Gives the components of one kind that a message names their ids, as ``placed`` does: a known one's, or the next that is free."""

    def __init__(self, kind: str, asked: str, chain: Chain) -> None:
        self._kind, self._chain, self._asked = kind, chain, asked
        self._called: dict[str, str] = {}
        self._numbers: dict[int, str] = {}

    def component(self, name: str) -> str | None:
        """The component that bears a name, in the chain or in this message."""
        return next((c for c, known in self._called.items() if same_name(known, name)), None)

    def take(self, name: str, called: str | None = None) -> str:
        """The component for a name; ``called``: the one that is introduced with it, where that is still without a name."""
        known = self.component(name)
        if known:
            return known
        free = called and called not in self._called and self._chain.value(f"{called}.name") is None
        default = called if called and free else self._asked or self._chain.first(self._kind)
        taken = {f"{c}.name" for c in (*self._called, *self._numbers.values()) if c != called or not free}
        found = _component_for(self._kind, name, default, self._chain, taken)
        self._called[found] = name
        return found

    def in_order(self) -> list[str]:
        """All components of the kind: the chain's, then those that the message named."""
        return list(dict.fromkeys([*self._chain.mentioned(self._kind), *self._called]))

    def numbered(self, at: int) -> str | None:
        """The component that is counted as number ``at`` (from 0) beyond those of the chain; None where one before it is missing."""
        held = self._chain.mentioned(self._kind)
        if at < len(held):
            return held[at]
        if at not in self._numbers:
            if at > len(held) and at - 1 not in self._numbers:
                return None if self.numbered(at - 1) is None else self.numbered(at)
            taken = {*held, *self._numbers.values()}
            first = self._chain.first(self._kind)
            self._numbers[at] = self._chain.another(self._kind, taken) if taken else first
        return self._numbers[at]


# A version that is written onto a name.
_STUCK = re.compile(r"v?\d[\w.]*")

# What a kind is called where people say that there is none of it. There is always a tool, and always some machine.
_KIND_WORDS: Mapping[str, str] = MappingProxyType({
    kind: words for kind, words in NOUNS.items() if kind not in ("application", "compute")
})  # fmt: skip
# What is done with it, where the kind is denied by its verb.
_KIND_VERBS: Mapping[str, str] = MappingProxyType({"storage": "store|keep|save", "labelling": "label|annotate"})
_THERE_IS_NO = r"\b(?:there(?:['’]?s| is| are) no|there (?:isn['’]t|is not|aren['’]t|are not) (?:an?|any)|(?:we|they) (?:have|use) no|(?:we|they) (?:don['’]t|do not) (?:have|use) (?:an?|any))"
_AT_ALL = r"(?: at all| whatsoever| in it| behind it| involved| here| with us)*\W*$"


def with_absent(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Adds to placed proposals what follows from them: of a kind that is said not to be there, no field applies.

    So it is where nobody labels, and where what was read as not applicable rests on words that deny the whole kind.
    """
    found = list(proposals)
    for denied in list(found):
        component, kind, name = split_ref(denied.ref)
        nobody = (kind, name) == ("labelling", "done_by") and denied.value == ("nobody",)
        if not nobody and not _denies_kind(denied, kind, found):
            continue
        if not nobody:
            # Words that deny the kind tell nothing else of it.
            found = [p for p in found if p.quote != denied.quote or split_ref(p.ref)[1] != kind]
        taken = {p.ref for p in found}
        for spec in fields_of(kind):
            ref = f"{component}.{spec.name}"
            if ref in taken:
                continue
            if (kind, spec.name) == ("labelling", "done_by"):
                found.append(replace(denied, ref=ref, status="known", value=("nobody",)))
            else:
                found.append(replace(denied, ref=ref, status="not_applicable", value=None))
    yield from found


def _denies_kind(proposal: Proposal, kind: str, found: list[Proposal]) -> bool:
    """Whether what does not apply rests on a denial of its kind, of which nothing is told in other words."""
    words, verbs = _KIND_WORDS.get(kind), _KIND_VERBS.get(kind)
    if proposal.status != "not_applicable" or words is None:
        return False
    denials = [rf"{_THERE_IS_NO} {words}{_AT_ALL}"]
    if verbs:
        denials.append(rf"\b(?:don['’]t|do not|never) (?:{verbs}) anything{_AT_ALL}")
    if not any(re.search(denial, proposal.quote, re.I) for denial in denials):
        return False
    return not any(p.status == "known" and p.quote != proposal.quote and split_ref(p.ref)[1] == kind for p in found)
