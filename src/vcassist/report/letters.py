"""Questions to take to suppliers: one letter to each that the organisation deals with, each open field as a plain question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.interview.planner import pointless
from vcassist.interview.to_supplier import OPEN_ANSWERS, TO_SUPPLIER, in_short, kept_by, question_for, ticks_for
from vcassist.report.findings_view import title_of
from vcassist.report.model import Letter, LetterQuestion
from vcassist.report.words import clean

# What concerns everything that a supplier supplies.
OF_NO_ONE_PART = ("monitoring", "governance")
_WHOEVER, _NOT_NAMED = "whoever supplies ", " to you (not named yet)"
TO_WHOM = f"{_WHOEVER}this{_NOT_NAMED}"
# Parts that come with what was bought, unless the organisation arranges for them itself: the field and values that say so.
ARRANGED_BY_US = {
    "model": ("access", ("self_hosted",)),
    "compute": ("hosting", ("own_premises", "cloud", "device")),
    "labelling": ("done_by", ("own_staff", "volunteers", "community")),
}


def letters(chain: Chain, register: Register, findings: Iterable[Finding] = ()) -> tuple[Letter, ...]:
    """A letter to each outside supplier that has something to answer, in the order of the chain.

    First what was refused, then what is not known, then what nobody asked yet, as far as a finding waits for it. Each question goes
    to whom the organisation deals with (``Partners``); one that nobody can be named for, to "whoever supplies" the tool. Of a part whose
    supplier nobody spoke of, only what was asked is asked again.
    """
    partners = Partners(chain, register)
    wanted = frozenset(ref for f in findings if f.verdict == "unknown" for ref in f.missing)
    supplied: dict[str, list[str]] = {}
    asked: dict[str, list[LetterQuestion]] = {}
    for component in sorted(chain.all_components(), key=lambda c: kind_of(c) in OF_NO_ONE_PART):
        if chain.absent(component):
            continue
        usual = partners.of(component)
        for question in _questions(chain, component, wanted if partners.spoken_of(component) else frozenset()):
            if whom := partners.who_refused(chain.get(question.ref)) or usual:
                asked.setdefault(whom, []).append(question)
                supplied.setdefault(whom, []).append(component)
        if usual and partners.spoken_of(component):
            supplied.setdefault(usual, []).append(component)
    found = []
    for supplier, components in supplied.items():
        questions = sorted(asked.get(supplier, ()), key=lambda q: ("withheld", "unknown", "unasked").index(q.status))
        if questions:
            numbered = tuple(replace(q, number=n) for n, q in enumerate(questions, 1))
            parts = (c for c in dict.fromkeys(components) if kind_of(c) not in OF_NO_ONE_PART)
            to = _whoever_supplies(partners.tools, chain) if supplier == TO_WHOM else supplier
            found.append(Letter(to, tuple(title_of(c, chain) for c in parts), numbered))
    return tuple(found)


def has_no_name(supplier: str) -> bool:
    """Whether a letter goes to somebody who is not named yet."""
    return supplier.startswith(_WHOEVER) and supplier.endswith(_NOT_NAMED)


def _whoever_supplies(tools: list[str], chain: Chain) -> str:
    """Whom a letter goes to whose addressee nobody named: the supplier of the one tool, by the tool's name."""
    names = [chain.value(f"{tool}.name") for tool in tools]
    only = names[0] if len(names) == 1 else None
    return f"{_WHOEVER}{clean(only)}{_NOT_NAMED}" if isinstance(only, str) else TO_WHOM


class Partners:
    """Whom the organisation deals with about each part: names of suppliers, ``TO_WHOM``, or "" where that is itself.

    Its contract is with the supplier of the tool. What comes with the tool (the model, machines, labels) is asked there, since the
    maker of such a part has no contract with the organisation and would not answer it. A store, data, and what the organisation
    arranges for itself are asked of their own supplier; where that is not named, of the tool's.
    """

    def __init__(self, chain: Chain, register: Register) -> None:
        self.chain, self.register = chain, register
        self.tools = [tool for tool in chain.mentioned("application") if not chain.absent(tool)]

    def of(self, component: str) -> str:
        """Who is asked about a component."""
        kind = kind_of(component)
        if kind in OF_NO_ONE_PART:
            return self._of_the_whole(component)
        if f"{kind}.supplier" not in FIELDS:
            return ""
        own = self._supplier(component)
        seller = "" if kind == "application" else self._seller(component)
        if own == "self":
            return ""
        return seller if seller and (not own or self._comes_with_the_tool(component)) else own or TO_WHOM

    def spoken_of(self, component: str) -> bool:
        """True where it was said who supplies a component, or that nobody knows or will tell."""
        if kind_of(component) in OF_NO_ONE_PART:
            return self.of(component) not in ("", TO_WHOM)
        fact = self.chain.get(f"{component}.supplier")
        return fact is not None and (bool(fact.value) or fact.status == "unknown" or _supplier_withholds(fact))

    def who_refused(self, fact: Fact | None) -> str:
        """The one seller of a tool whom the words of a refusal name ("Tiba would not say"); "" where they name none or several."""
        if fact is None or not _supplier_withholds(fact):
            return ""
        sellers = dict.fromkeys(name for tool in self.tools if (name := self._supplier(tool)) not in ("", "self"))
        named = [name for name in sellers if re.search(rf"(?<!\w){re.escape(name.split()[0])}(?!\w)", fact.quote, re.I)]
        return named[0] if len(named) == 1 else ""

    def _supplier(self, component: str) -> str:
        """The supplier's usual name, "self" or "" where it is open. A tool that was built at home and has no supplier is one's own."""
        if name := self.chain.value(f"{component}.supplier"):
            return name if name == "self" else clean(self.register.canonical(name))
        fact = self.chain.get(f"{component}.supplier")
        return "self" if fact is None and self.chain.value(f"{component}.sourcing") == "in_house" else ""

    def _tools_of(self, component: str) -> list[str]:
        owner = self.chain.tool_of(component)
        return [owner] if owner else self.tools

    def _seller(self, component: str) -> str:
        """The one outside supplier of the tools that a component may belong to; "" where they have several, or one of them has none."""
        suppliers = {self._supplier(tool) for tool in self._tools_of(component)}
        return suppliers.pop() if len(suppliers) == 1 and suppliers.isdisjoint(("", "self")) else ""

    def _comes_with_the_tool(self, component: str) -> bool:
        kind = kind_of(component)
        if kind not in ARRANGED_BY_US:
            return False
        name, ours = ARRANGED_BY_US[kind]
        told = self.chain.get(f"{component}.{name}")
        at_home = any(self.chain.value(f"{tool}.sourcing") == "in_house" for tool in self._tools_of(component))
        return not at_home and not (told and set(ours) & set(told.values))

    def _of_the_whole(self, component: str) -> str:
        """What concerns no one part is asked of the first tool's outside supplier; of a tool made at home, of the one who supplies parts."""
        sellers = [self._supplier(tool) for tool in self._tools_of(component)]
        if outside := [name for name in sellers if name not in ("", "self")]:
            return outside[0]
        if not sellers or "" in sellers:
            return TO_WHOM
        kinds = ("model", "compute", "storage")
        behind = {self._supplier(c) for kind in kinds for c in self.chain.mentioned(kind)} - {"self"}
        return "" if not behind else behind.pop() if len(behind) == 1 and "" not in behind else TO_WHOM


def _supplier_withholds(fact: Fact) -> bool:
    return fact.status == "withheld" and kept_by(fact) == "supplier"


def _questions(chain: Chain, component: str, wanted: frozenset[str]) -> list[LetterQuestion]:
    found = []
    for spec in fields_of(kind_of(component)):
        ref = f"{component}.{spec.name}"
        fact = chain.get(ref)
        if fact is None and (spec.key not in TO_SUPPLIER or ref not in wanted):
            continue
        hidden = fact is not None and _supplier_withholds(fact)
        if not hidden and spec.kind == "model" and pointless(ref, chain):
            # Of a model that we run ourselves nobody trains on what we send.
            continue
        if fact is not None and not hidden and (fact.status != "unknown" or spec.key not in TO_SUPPLIER):
            continue
        found.append(
            LetterQuestion(
                ref=ref,
                component=title_of(component, chain),
                status=fact.status if fact else "unasked",
                text=question_for(ref),
                why=spec.reason,
                in_short=in_short(ref),
                ticks=(*ticks_for(ref), *OPEN_ANSWERS),
            )
        )
    return found
