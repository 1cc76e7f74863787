"""What could still settle an undecided finding: the open fields that can, and where each answer would lead. Pure.

A rule is three-valued, so its smallest settling sets can be found by trying: each answer that an open field may have is put into
the chain and the rule is asked again. Answers that lead to the same verdict with the same open fields are one branch. The tree of
these branches is small, and the same for every person with the same facts, so it is kept; what differs from person to person
(who is likely to know, which value is likely) is weighed when the tree is walked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vcassist.assessment.register import Register
from vcassist.assessment.rules import Outcome, Rule, Scene
from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.interview.likely import Likely, answers

# A finding that needs more open fields than this is looked at one question deep; with more still, it waits.
SMALL, MOST = 4, 12
KEPT = 6000
Tried = frozenset[Fact]


@dataclass(frozen=True, slots=True)
class Branch:
    """Answers to one field that lead to the same place. ``share``: how likely those are that are no options (0 to 1)."""

    options: tuple[str, ...]
    share: float
    then: Node


@dataclass(frozen=True, slots=True)
class Way:
    """Asking ``ref``: its branches, and what is left when the person does not know."""

    ref: str
    branches: tuple[Branch, ...]
    dark: Node


@dataclass(frozen=True, slots=True)
class Node:
    """A finding in one state of knowledge. ``settled`` is True for a verdict either way; ``ways`` are the questions left."""

    settled: bool
    ways: tuple[Way, ...] = ()


SETTLED, STUCK = Node(True), Node(False)


@dataclass
class Outlook:
    """The trees of one rulebook and register. Its memory saves work and changes no answer."""

    rules: Sequence[Rule]
    register: Register
    _kept: dict[object, Node] = field(default_factory=dict, repr=False)
    _by_id: Mapping[str, Rule] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._by_id = {rule.id: rule for rule in self.rules}

    def of(self, rule_id: str, component: str, chain: Chain) -> Node:
        """The tree of one finding, from what the chain holds now."""
        return self.over(chain).of(rule_id, component)

    def over(self, chain: Chain) -> View:
        """The trees of all findings of one chain."""
        return View(self, chain)

    def kept(self, key: object, rule: Rule, component: str, chain: Chain) -> Node:
        """The tree under this key, grown where there is none yet."""
        node = self._kept.get(key)
        if node is None:
            node = self._tree(rule, component, chain)
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = node
        return node

    def rule(self, rule_id: str) -> Rule:
        return self._by_id[rule_id]

    def _tree(self, rule: Rule, component: str, chain: Chain) -> Node:
        asked = frozenset(ref for ref, fact in chain.facts.items() if fact.open)
        return _Tree(rule, Scene(chain, self.register, component)).grow(frozenset(), asked)


@dataclass
class View:
    """One chain as its trees are looked up by it: what each rule reads of it."""

    outlook: Outlook
    chain: Chain
    _told: dict[str, list[tuple[object, ...]]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for f in self.chain.facts.values():
            self._told.setdefault(f.field.key, []).append((f.ref, f.status, f.value, f.by))

    def of(self, rule_id: str, component: str) -> Node:
        """The tree of one finding. The same facts of the same components give the same tree."""
        rule, told = self.outlook.rule(rule_id), self._told
        read = frozenset(fact for key in rule.reads & told.keys() for fact in told[key])
        kinds = {key.partition(".")[0] for key in rule.reads}
        state = (rule_id, component, read, frozenset((kind, self.chain.components(kind)) for kind in kinds))
        return self.outlook.kept(state, rule, component, self.chain)


@dataclass
class _Tree:
    """One finding's tree while it grows. The order in which answers came does not matter, so each state is grown once."""

    rule: Rule
    scene: Scene
    _grown: dict[tuple[Tried, frozenset[str]], Node] = field(default_factory=dict)
    _outcomes: dict[Tried, Outcome] = field(default_factory=dict)

    def _judged(self, tried: Tried) -> Outcome:
        if tried not in self._outcomes:
            chain = self.scene.chain.imagining(*tried)
            self._outcomes[tried] = self.rule.when(Scene(chain, self.scene.register, self.scene.component))
        return self._outcomes[tried]

    def grow(self, tried: Tried, closed: frozenset[str]) -> Node:
        """The node after the answers ``tried``; ``closed`` are open fields that were asked already."""
        if (tried, closed) not in self._grown:
            self._grown[tried, closed] = self._node(tried, closed)
        return self._grown[tried, closed]

    def _node(self, tried: Tried, closed: frozenset[str]) -> Node:
        outcome = self._judged(tried)
        if outcome.truth is not None:
            return SETTLED
        open_refs = sorted(outcome.missing - closed)
        if not open_refs or len(open_refs) > MOST:
            return STUCK
        deep = len(open_refs) <= SMALL
        return Node(False, tuple(self._way(tried, closed, ref, deep) for ref in open_refs))

    def _way(self, tried: Tried, closed: frozenset[str], ref: str, deep: bool) -> Way:
        grouped: dict[tuple[bool, frozenset[str]], list[Likely]] = {}
        for likely in answers(ref, field_of(ref), self._named(ref, tried)):
            outcome = self._judged(tried | {likely.fact})
            grouped.setdefault((outcome.truth is not None, outcome.missing), []).append(likely)
        branches = []
        for (settled, _), group in grouped.items():
            then = SETTLED if settled else STUCK
            if deep and not settled:
                then = self.grow(tried | {group[0].fact}, closed)
            options = tuple(value for likely in group if likely.share is None for value in likely.fact.values)
            branches.append(Branch(options, sum(likely.share or 0.0 for likely in group), then))
        return Way(ref, tuple(branches), self.grow(tried, closed | {ref}) if deep else STUCK)

    def _named(self, ref: str, tried: Tried) -> set[str]:
        """Organisations or countries that the rule knows of already: the answer may be one of them again."""
        kind, reads = field_of(ref).type, self.rule.reads
        facts = (f for f in (*self.scene.chain.facts.values(), *tried) if f.status == "known" and f.field.type == kind)
        return {str(f.value) for f in facts if f"{f.kind}.{f.field.name}" in reads}
