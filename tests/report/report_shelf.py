"""Materials for reports: the packaged rules and glossary with a small register of our own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.register import Edge, Register, Source, Supplier
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain
from vcassist.knowledge.glossary import load_entries
from vcassist.knowledge.rulebook import load_rulebook


def _supplier(id_: str, name: str, country: str, *edges: tuple[str, str], **more: Any) -> Supplier:
    found = tuple(Edge(kind, to, "filing", "2026-01-15") for kind, to in edges)
    return Supplier(id_, name, country, (), "filing", "2026-01-15", edges=found, **more)


def small_register() -> Register:
    """Eight suppliers.

    Two clouds, a model developer on both, a subsidiary, a chip designer, its foundry and the foundry's supplier.
    """
    suppliers = [
        _supplier("openai", "OpenAI", "US", ("runs_on", "microsoft"), ("runs_on", "oracle"), ("chips_from", "nvidia")),
        _supplier("microsoft", "Microsoft", "US", ("built_by", "openai"), ("chips_from", "nvidia"), brands=("Azure",)),
        _supplier("github", "GitHub", "US", ("owned_by", "microsoft")),
        _supplier("google", "Google", "US", ("chips_from", "google"), ("made_by", "tsmc")),
        _supplier("oracle", "Oracle", "US", ("chips_from", "nvidia")),
        _supplier("nvidia", "NVIDIA", "US", ("made_by", "tsmc")),
        _supplier("tsmc", "TSMC", "TW", ("equipped_by", "asml")),
        _supplier("asml", "ASML", "NL"),
    ]
    sources = {"filing": Source("filing", "Annual report", "Several", "2026-01-15", "https://example.org/filing")}
    return Register(suppliers={s.id: s for s in suppliers}, sources=sources, as_of="2026-01-15")


@dataclass
class Shelf:
    """What a report is made from, without a running app."""

    register: Register = field(default_factory=small_register)
    rules: tuple[Rule, ...] = field(default_factory=load_rulebook)
    entries: Any = field(default_factory=load_entries)

    def findings(self, chain: Chain) -> tuple[Finding, ...]:
        return assess(chain, self.rules, self.register)
