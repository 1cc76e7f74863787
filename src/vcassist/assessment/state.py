"""A chain as it was judged at one time: verdicts and the digests of all that was behind them, to be compared with later. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from vcassist.assessment.evaluate import Finding, assess, judge
from vcassist.assessment.register import Accelerator, Edge, Register, Supplier
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain
from vcassist.errors import BadInput

Verdicts = tuple[str, str]
EXPORT_RULES = "export-rules"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a chain is judged by. ``terms``: glossary slug → digest of its entry."""

    rules: Sequence[Rule]
    register: Register
    terms: Mapping[str, str] = field(default_factory=dict)

    def rule(self, id_: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == id_), None)


@dataclass(frozen=True, slots=True)
class State:
    """``outcomes``: finding id → (verdict, severity while it is raised). ``digests``: ``rule:ID``, ``glossary:SLUG`` and ``register:ID`` → digest.

    Of the register only those entries are in it that some finding looked up.
    """

    chain: Chain
    outcomes: Mapping[str, Verdicts]
    digests: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """Without the chain, which stands beside it in a report."""
        return {"outcomes": {id_: list(v) for id_, v in self.outcomes.items()}, "digests": dict(self.digests)}


def outcome_of(finding: Finding) -> Verdicts:
    """What of a finding counts as changed: its verdict, and while it is raised its severity (else "")."""
    return finding.verdict, finding.severity if finding.verdict == "raised" else ""


def state_of(chain: Chain, knowledge: Knowledge) -> State:
    """The chain judged now."""
    watched = Watched.of(knowledge.register)
    findings = assess(chain, knowledge.rules, watched)
    used = {term for rule in knowledge.rules for term in rule.terms}
    digests = {
        **{f"rule:{rule.id}": rule.digest for rule in knowledge.rules},
        **{f"glossary:{slug}": digest for slug, digest in sorted(knowledge.terms.items()) if slug in used},
        **watched.digests(),
    }
    return State(chain, {f.id: outcome_of(f) for f in findings}, digests)


def state_from_json(chain: Chain, data: Any) -> State:
    """The state that a report carries. Raises BadInput for anything else."""
    try:
        outcomes = {str(id_): (str(verdict), str(severity)) for id_, (verdict, severity) in data["outcomes"].items()}
        return State(chain, outcomes, {str(name): str(digest) for name, digest in data["digests"].items()})
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise BadInput(
            "This file does not say how its chain was judged.",
            "It was made by a version that did not keep that.",
            "Compare its chain instead, or make the report again.",
        ) from error


class Watched(Register):
    """A register that remembers which of its entries were looked at, by id."""

    @classmethod
    def of(cls, register: Register) -> Watched:
        made = cls(**{f.name: getattr(register, f.name) for f in fields(Register)})
        made.__dict__["seen"] = {}
        return made

    def _note(self, *ids: str) -> None:
        seen: dict[str, None] = self.__dict__["seen"]
        seen.update(dict.fromkeys(ids))

    def supplier(self, name: str | None) -> Supplier | None:
        known = super().supplier(name)
        if known is not None:
            self._note(known.id)
        return known

    def accelerator(self, name: str | None) -> Accelerator | None:
        known = super().accelerator(name)
        if known is not None:
            self._note(known.id, EXPORT_RULES)
        return known

    def upstream(self, supplier_id: str, kinds: frozenset[str] | None = None) -> Mapping[str, tuple[Edge, ...]]:
        found = super().upstream(supplier_id) if kinds is None else super().upstream(supplier_id, kinds)
        self._note(supplier_id, *found)
        return found

    def digests(self) -> dict[str, str]:
        """``register:ID`` → digest of each entry that was looked at."""
        seen: Iterable[str] = self.__dict__["seen"]
        return {f"register:{id_}": entry_digest(self, id_) for id_ in sorted(seen)}


def entry_digest(register: Register, id_: str) -> str:
    """Of all that the register says of an entry; "" where it has none of that id."""
    if id_ == EXPORT_RULES:
        said: Any = tuple(sorted(register.restricted))
    else:
        entry = register.suppliers.get(id_) or register.accelerators.get(id_)
        if entry is None:
            return ""
        said = (entry, register.vendor_foundries.get(id_, ()))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def judged_with_lookups(
    rule: Rule, component: str, chain: Chain, register: Register
) -> tuple[Verdicts, dict[str, str]]:
    """One finding's verdict and severity, and the digests of the register's entries that it looked at."""
    watched = Watched.of(register)
    return outcome_of(judge(rule, component, chain, watched)), watched.digests()
