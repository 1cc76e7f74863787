"""What if: the same chain with some answers changed, and what that does to findings and concentration. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from vcassist.assessment.concentration import concentration
from vcassist.assessment.evaluate import Finding, assess, ranked
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import STATUSES, Chain, Fact, fact_from_json, field_of, fold
from vcassist.errors import BadUsage

# What has to be true before a change can be made. Keys are kind.field and value.
PRECONDITIONS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (
            "model.weights",
            "open",
        ): "A model with open weights does the task well enough on your own cases and languages.",
        ("model.access", "self_hosted"): "Machines that can run the model, and somebody who looks after them.",
        ("model.alternative", "yes"): "A second model was tried on your own cases and its terms were read.",
        (
            "model.trains_on_inputs",
            "no",
        ): "The supplier offers this setting or contract, and it is confirmed in writing.",
        ("model.compressed", "yes"): "The smaller version was tested: compressing can lose quality unseen.",
        ("compute.alternative", "yes"): "The set-up can be moved: no service is used that only this provider has.",
        (
            "compute.hosting",
            "own_premises",
        ): "Money for machines, power and cooling, and somebody who looks after them.",
        ("compute.hosting", "device"): "A model small enough for the devices at hand.",
        ("storage.encrypted", "yes"): "Somebody keeps the keys, and a second person can reach them.",
        ("application.alternative", "yes"): "The fallback is written down, and staff have tried it once.",
        ("application.works_offline", "yes"): "A model small enough to run where the work is done.",
        ("application.human_review", "always"): "Enough people and minutes for each check.",
        ("governance.exit_clause", "yes"): "The contract is open to change, or comes up for renewal.",
        ("governance.staff_trained", "yes"): "Time for it is agreed, for leaders too.",
    }
)

OWN_SUPPLY = "People, money and machines of your own to do what the supplier does now."


def parse_change(text: str) -> Fact:
    """``model.weights=open`` as a fact; several values of a set are parted by commas; a status may stand for a value.

    Raises BadUsage without "=", BadInput for an unknown reference or value.
    """
    ref, equals, value = (part.strip() for part in text.partition("="))
    if not equals:
        raise BadUsage(f"{text[:80]!r} is not a change.", "", "Write it as model.weights=open.")
    spec = field_of(ref)
    if value in STATUSES and value != "known" and value not in spec.options:
        return fact_from_json({"ref": ref, "status": value})
    given = [part.strip() for part in value.split(",")] if spec.type == "set" else value
    return fact_from_json({"ref": ref, "value": given})


def as_change(fact: Fact) -> str:
    """What ``parse_change`` reads as this fact."""
    return f"{fact.ref}={','.join(fact.values) or fact.status}"


def changed(chain: Chain, changes: Sequence[Fact]) -> Chain:
    """The chain with the changes on top, as if they had been said last."""
    return fold((*chain.facts.values(), *changes), chain.retired)


@dataclass(frozen=True, slots=True)
class Scenario:
    """``gone`` and ``new`` hold findings that are raised before or after only; ``unchanged`` those raised in both, worst first.

    ``decided`` and ``opened`` hold findings that went from unknown to clear, and from clear to unknown.
    """

    changes: tuple[Fact, ...]
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    decided: tuple[Finding, ...]
    opened: tuple[Finding, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    preconditions: tuple[str, ...]
    titles: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        return {
            "changes": [
                {k: v for k, v in f.as_json().items() if k in ("ref", "status", "value")} for f in self.changes
            ],
            **{
                name: [f.as_json() for f in getattr(self, name)]
                for name in ("gone", "new", "unchanged", "decided", "opened")
            },
            "concentration": {"before": dict(self.before), "after": dict(self.after)},
            "preconditions": list(self.preconditions),
        }

    def as_text(self) -> str:
        """The same in words, a line each."""
        lines = ["With " + ", ".join(_words(f) for f in self.changes) + ":"]
        for name, mark, found in (("gone", "-", self.gone), ("new", "+", self.new)):
            lines += [f"  {mark} {name}: {self.titles[f.rule]} ({f.id}, {f.severity})" for f in found]
        if not (self.gone or self.new):
            lines.append("  no finding is gone or new")
        lines.append(f"  {len(self.unchanged)} raised as before")
        lines += [f"  decided: {self.titles[f.rule]} ({f.id}) is clear" for f in self.decided]
        lines += [f"  now open: {self.titles[f.rule]} ({f.id})" for f in self.opened]
        for scope in ("direct", "ultimate"):
            lines.append(
                f"  concentration, {scope}: {self.before[scope]['hhi']} before, {self.after[scope]['hhi']} after"
            )
        lines += [f"  it takes: {p}" for p in self.preconditions]
        return "\n".join(lines)


def _words(fact: Fact) -> str:
    return f"{fact.ref} = {', '.join(fact.values) or fact.status}"


def what_if(chain: Chain, changes: Sequence[Fact], rules: Sequence[Rule], register: Register) -> Scenario:
    """Assesses the chain before and after the changes and sorts the findings."""
    after_chain = changed(chain, changes)
    before = {f.id: f for f in assess(chain, rules, register)}
    after = {f.id: f for f in assess(after_chain, rules, register)}

    def moved(old: str | None, new: str) -> tuple[Finding, ...]:
        return tuple(ranked([f for f in after.values() if f.verdict == new and _verdict(before, f.id) == old]))

    raised_before = ranked([f for f in before.values() if f.verdict == "raised"])
    raised_after = ranked([f for f in after.values() if f.verdict == "raised"])
    return Scenario(
        changes=tuple(changes),
        gone=tuple(f for f in raised_before if _verdict(after, f.id) != "raised"),
        new=tuple(f for f in raised_after if _verdict(before, f.id) != "raised"),
        unchanged=moved("raised", "raised"),
        decided=moved("unknown", "clear"),
        opened=moved("clear", "unknown"),
        before=concentration(chain, register),
        after=concentration(after_chain, register),
        preconditions=preconditions(changes),
        titles={r.id: r.title for r in rules},
    )


def _verdict(findings: Mapping[str, Finding], id_: str) -> str | None:
    return findings[id_].verdict if id_ in findings else None


def preconditions(changes: Sequence[Fact]) -> tuple[str, ...]:
    """What has to be true before these changes can be made, where we know it."""
    found = [PRECONDITIONS.get((f.field.key, value)) for f in changes for value in f.values]
    found += [OWN_SUPPLY for f in changes if f.field.type == "entity" and f.value == "self"]
    return tuple(dict.fromkeys(p for p in found if p))
