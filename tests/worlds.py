"""Small worlds built by code: a register of a dozen organisations, rules of one line, a scripted reader, a glossary of two terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from vcassist.assessment.register import Accelerator, Edge, KnownModel, Product, Register, Source, Supplier
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, Fact, checked_value, fact_from_json, fold
from vcassist.interview.interviewer import Event, Tools, greet, take_turn
from vcassist.interview.outlook import Outlook
from vcassist.interview.ports import Answer, Citation, Passage, Proposal, Reading
from vcassist.interview.session import Session, Turn
from vcassist.knowledge.rulebook import load_rule

AS_OF = "2026-01-15"


def supplier(id_: str, name: str, country: str, *edges: tuple[str, str], **more: Any) -> Supplier:
    """A supplier with edges (kind, to)."""
    made = tuple(Edge(kind, to, "filing", AS_OF) for kind, to in edges)
    return Supplier(id_, name, country, (), "filing", AS_OF, edges=made, **more)


def small_register() -> Register:
    """Northmodel runs on Bigcloud; Codehub belongs to Bigcloud; Tidecloud, Eastmodel and Loner stand apart."""
    suppliers = [
        supplier("northmodel", "Northmodel", "US", ("runs_on", "bigcloud"), aliases=("Northmodel Inc", "North Model")),
        supplier("bigcloud", "Bigcloud", "US", ("chips_from", "chipco"), brands=("Skyblue",)),
        supplier("codehub", "Codehub", "US", ("owned_by", "bigcloud")),
        supplier("tidecloud", "Tidecloud", "FR"),
        supplier("eastmodel", "Eastmodel", "CN", ("runs_on", "eastcloud")),
        supplier("eastcloud", "Eastcloud", "CN"),
        supplier("southapp", "Southapp", "KE", ("built_by", "northmodel")),
        supplier("loner", "Loner", "KE"),
        supplier("chipco", "Chipco", "US", ("made_by", "foundry")),
        supplier("twinchip", "Twinchip", "US", ("made_by", "foundry"), ("made_by", "other-foundry")),
        supplier("foundry", "Foundry", "TW"),
        supplier("other-foundry", "Other Foundry", "KR"),
    ]
    chips = [
        Accelerator("c1", "Chipco C1", "chipco", ("foundry",), "controlled", "filing", AS_OF, "gpu", ("C1",)),
        Accelerator("t1", "Twinchip T1", "twinchip", ("foundry", "other-foundry"), "not_controlled", "filing", AS_OF, "gpu", ("T1",)),
        Accelerator("m1", "Mystery M1", "chipco", (), "undisclosed", "filing", AS_OF, "gpu"),
    ]  # fmt: skip
    models = [
        KnownModel(
            "north-4", "North-4", "northmodel", "closed", "Northmodel terms", "filing", AS_OF, aliases=("North 4",)
        ),
        KnownModel("tide", "Tide", "tidecloud", "open", "Apache-2.0", "filing", AS_OF),
    ]
    products = [Product("northchat", "Northchat", "northmodel", "filing", AS_OF, model_developers=("northmodel",))]
    return Register(
        suppliers={s.id: s for s in suppliers},
        models={m.id: m for m in models},
        products={p.id: p for p in products},
        accelerators={c.id: c for c in chips},
        vendor_foundries={"chipco": ("foundry",), "twinchip": ("foundry", "other-foundry")},
        cpu_only=("CPU only", "no GPU"),
        restricted=frozenset({"CN", "RU"}),
        sources={"filing": Source("filing", "Annual report", "Several", AS_OF)},
        as_of=AS_OF,
    )


def rule_text(id_: str, when: Any, applies_to: str, **changes: Any) -> str:
    """The YAML of a whole rule of which only the condition matters."""
    data = {
        "id": id_,
        "kind": "risk",
        "group": "people",
        "applies_to": applies_to,
        "title": "A rule of a test",
        "statement": "Something holds.",
        "why": "It matters.",
        "who": "Somebody.",
        "when": when,
        "severity": {"likelihood": 2, "impact": 3, "modifiers": []},
        "mitigations": [{"do": "Act.", "first_step": "Begin.", "effort": "low", "who": "You."}],
        "false_alarm": "It was none.",
        "terms": ["vendor-lock-in"],
        "examples": {"raised": [], "clear": [], "unknown": []},
        **changes,
    }
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


def rule(id_: str, when: Any, applies_to: str, **changes: Any) -> Rule:
    return load_rule(rule_text(id_, when, applies_to, **changes), f"{id_}.yaml")


def small_rules() -> tuple[Rule, ...]:
    """Three rules: one on the application alone, one over two kinds, one on the storage."""
    return (
        rule("no-fallback", {"all": [{"field": "outage_effect", "is": "stops"}, {"field": "alternative", "in": ["no", "partly"]}]},
             "application", severity={"likelihood": 4, "impact": 4}),
        rule("inputs", {"all": [{"field": "trains_on_inputs", "in": ["yes", "partly"]},
                                {"some": "data", "where": {"field": "personal_data", "in": ["yes", "partly"]}}]}, "model"),
        rule("unencrypted", {"field": "encrypted", "in": ["no", "partly"]}, "storage", severity={"likelihood": 1, "impact": 2}),
    )  # fmt: skip


def chain(facts: Mapping[str, Any]) -> Chain:
    """A chain from {reference: value}; a mapping as value gives status and by."""
    items = [{"ref": r, **(v if isinstance(v, Mapping) else {"value": v})} for r, v in facts.items()]
    return fold(fact_from_json(item) for item in items)


UNKNOWN = {"status": "unknown"}
WITHHELD = {"status": "withheld", "by": "supplier"}
SECRET = {"status": "withheld", "by": "person"}
NOT_APPLICABLE = {"status": "not_applicable"}


class ScriptedReader:
    """Answers each message as its script says; what it was asked and shown is kept in ``heard``.

    A script maps a message to (intent, {reference: (status, value, quote)}). An unknown message is an "other".
    """

    def __init__(self, script: Mapping[str, tuple[str, Mapping[str, tuple[str, Any, str]]]]) -> None:
        self.script = script
        self.heard: list[tuple[str, str | None]] = []

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        self.heard.append((message, asked))
        intent, noted = self.script.get(message, ("other", {}))
        proposals = tuple(Proposal(ref, status, value, quote, 0.9) for ref, (status, value, quote) in noted.items())
        return Reading(proposals, intent)  # type: ignore[arg-type]


class AnyReader:
    """Reads every message as the given proposals, and then as nothing."""

    def __init__(self, *readings: Reading) -> None:
        self.readings = list(readings)

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return self.readings.pop(0) if self.readings else Reading((), "other")


class TwoTermGlossary:
    """Knows one sentence on vendor lock-in, and cites a sentence for every term."""

    SENTENCE = "Vendor lock-in is the state in which leaving a supplier costs more than staying."

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        hit = "lock-in" in query.lower()
        return ([Passage("vendor-lock-in", "Vendor Lock-in", self.SENTENCE, 1.0)] if hit else []), hit

    def answer(self, question: str) -> Answer:
        found, covered = self.search(question)
        if not covered:
            return Answer("My glossary does not cover that.", (), False)
        return Answer(found[0].text, (Citation("vendor-lock-in", self.SENTENCE),), True)

    def definition(self, term: str) -> Citation | None:
        return Citation(term, f"{term} is a term.")


class Talk:
    """A session that grows by what is said to it."""

    def __init__(self, reader: Any, rules: Sequence[Rule] | None = None, **session: Any) -> None:
        outlook = Outlook(small_rules() if rules is None else rules, small_register())
        self.tools = Tools(reader, TwoTermGlossary(), outlook)
        self.session = Session("s", "2026-11-24T10:00:00+00:00", (greet(self.tools),), **session)
        self.events: list[Event] = []

    def say(self, message: str) -> Turn:
        self.events = list(take_turn(self.session, message, self.tools))
        turn = self.events[-1].turn
        assert turn is not None
        self.session = self.session.after(turn, self.events[-1].rewritten)
        return turn

    def know(self, **facts: Any) -> None:
        """Facts as if told in the turn before; ``application__name`` stands for application.name."""
        noted = tuple(
            Fact(r.replace("__", "."), "known", checked_value(r.replace("__", "."), v), str(v))
            for r, v in facts.items()
        )
        last = self.session.turns[-1]
        turn = Turn(last.number + 1, said="…", facts=noted, awaiting=last.awaiting)
        self.session = Session(self.session.id, self.session.created, (*self.session.turns, turn), self.session.minutes)
