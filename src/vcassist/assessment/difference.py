"""What changed between two states of a chain, each changed finding attributed to the answer, rule, glossary or register entry behind it.

Pure. The later state is judged anew; of the earlier one the verdicts and digests are enough, so that an old report will do.
The two are told apart by the earlier chain judged with the later knowledge: what differs from the earlier verdict is due to
knowledge, what differs from the later one is due to answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.answers import count_of, fact_in_words, ref_in_words
from vcassist.assessment.concentration import concentration
from vcassist.assessment.evaluate import judge
from vcassist.assessment.rules import Rule, components_for
from vcassist.assessment.state import (
    Knowledge,
    State,
    Verdicts,
    entry_digest,
    judged_with_lookups,
    outcome_of,
    state_of,
)
from vcassist.chain.facts import Chain, Fact, kind_of, split_ref

CAUSE_WORDS: Mapping[str, str] = {
    "answer": "the answer on {}",
    "rule": "the rule {} was changed",
    "glossary": "the glossary entry {} was changed",
    "register": "the register's entry {} was changed",
    "program": "the program judges otherwise than before",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """One finding that is not as it was. ``before`` and ``after``: (verdict, severity), None where there was no such finding.

    ``causes``: ``answer:REF``, ``rule:ID``, ``glossary:SLUG``, ``register:ID`` or ``program``. Where before and after are the same,
    only its words changed.
    """

    id: str
    title: str
    before: Verdicts | None
    after: Verdicts | None
    causes: tuple[str, ...]

    @property
    def words_only(self) -> bool:
        return self.before == self.after

    def as_json(self) -> dict[str, Any]:
        def brief(verdicts: Verdicts | None) -> dict[str, str | None] | None:
            return {"verdict": verdicts[0], "severity": verdicts[1] or None} if verdicts else None

        return {
            "id": self.id,
            "before": brief(self.before),
            "after": brief(self.after),
            "words_only": self.words_only,
            "causes": list(self.causes),
        }


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer that is not as it was; None where nothing had been said, or nothing is said any more."""

    ref: str
    before: Fact | None
    after: Fact | None

    def as_json(self) -> dict[str, Any]:
        def brief(fact: Fact | None) -> dict[str, Any] | None:
            if fact is None:
                return None
            told = fact.as_json()
            return {key: told[key] for key in ("status", "value", "quote", "by") if told.get(key)}

        return {"ref": self.ref, "before": brief(self.before), "after": brief(self.after)}


@dataclass(frozen=True, slots=True)
class Difference:
    """``concentration``: ``{"before": …, "after": …}``, each with direct and ultimate. ``bool(…)`` is False when nothing changed."""

    answers: tuple[AnswerChange, ...]
    findings: tuple[Changed, ...]
    concentration: Mapping[str, Mapping[str, Any]]
    chain: Chain

    def __bool__(self) -> bool:
        return bool(self.answers or self.findings)

    def as_json(self) -> dict[str, Any]:
        return {
            "answers": [a.as_json() for a in self.answers],
            "findings": [f.as_json() for f in self.findings],
            "concentration": dict(self.concentration),
        }

    def as_text(self) -> str:
        """The same in words."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if not self:
            yield "Nothing changed."
            return
        if self.answers:
            yield f"{count_of(len(self.answers), 'answer')} changed:"
        for change in self.answers:
            old, new = (fact_in_words(f) if f else "nothing said" for f in (change.before, change.after))
            yield f"  {ref_in_words(change.ref, self.chain)}: {old} → {new} [{change.ref}]"
        if self.findings:
            yield f"{count_of(len(self.findings), 'finding')} changed:"
        for found in self.findings:
            yield f"  {found.title}: {_step(found)} [{found.id}]"
            yield f"    because {'; '.join(cause_in_words(cause, self.chain) for cause in found.causes)}"
        for scope in ("direct", "ultimate"):
            before, after = (self.concentration[when][scope]["hhi"] for when in ("before", "after"))
            if before != after:
                yield f"Concentration, {scope}: {before:,} before, {after:,} after"


def _step(found: Changed) -> str:
    if found.words_only:
        return "explained in other words"
    old, new = (", ".join(filter(None, v)) if v else "not there" for v in (found.before, found.after))
    return f"{old} → {new}"


def cause_in_words(cause: str, chain: Chain) -> str:
    """``answer:model.weights`` → ``the answer on weights of GPT-4o``."""
    what, _, which = cause.partition(":")
    return CAUSE_WORDS[what].format(ref_in_words(which, chain) if what == "answer" else which)


def changed_answers(before: Chain, after: Chain) -> tuple[AnswerChange, ...]:
    """Answers whose status or value differ, or that only one of the two has, by reference."""

    def told(fact: Fact | None) -> tuple[object, ...] | None:
        return (fact.status, fact.value, fact.by or "supplier" if fact.status == "withheld" else "") if fact else None

    refs = sorted({*before.facts, *after.facts})
    pairs = ((ref, before.get(ref), after.get(ref)) for ref in refs)
    return tuple(AnswerChange(ref, old, new) for ref, old, new in pairs if told(old) != told(new))


def difference(before: State, after: Chain, knowledge: Knowledge) -> Difference:
    """What is otherwise now; empty when neither the answers nor what they are judged by changed anything."""
    now = state_of(after, knowledge)
    answers = changed_answers(before.chain, after)
    compared = _Compared(before, now, knowledge, tuple(a.ref for a in answers))
    return Difference(
        answers,
        tuple(compared.changed()),
        {
            "before": concentration(before.chain, knowledge.register),
            "after": concentration(after, knowledge.register),
        },
        after,
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    before: State
    after: State
    knowledge: Knowledge
    answers: Sequence[str]

    def changed(self) -> Iterator[Changed]:
        titles = {rule.id: rule.title for rule in self.knowledge.rules}
        for id_ in sorted({*self.before.outcomes, *self.after.outcomes}):
            old, new = self.before.outcomes.get(id_), self.after.outcomes.get(id_)
            rule_id, _, component = id_.partition("@")
            causes = self._causes(rule_id, component, old, new) if old != new else self._words(rule_id, new)
            if causes:
                yield Changed(id_, titles.get(rule_id, rule_id), old, new, tuple(causes))

    def _words(self, rule_id: str, verdicts: Verdicts | None) -> list[str]:
        """What a finding that is raised as before says otherwise now: its rule's text, or the entries that it cites."""
        rule = self.knowledge.rule(rule_id)
        if rule is None or verdicts is None or verdicts[0] != "raised":
            return []
        return [n for n in (f"rule:{rule_id}", *(f"glossary:{t}" for t in rule.terms)) if self._moved(n)]

    def _moved(self, name: str) -> bool:
        """Whether a digest differs between the two states; one that only the later has was not kept then."""
        then = self.before.digests.get(name)
        return then is not None and then != self.after.digests.get(name, "")

    def _causes(self, rule_id: str, component: str, old: Verdicts | None, new: Verdicts | None) -> list[str]:
        rule = self.knowledge.rule(rule_id)
        if rule is None or f"rule:{rule_id}" not in self.before.digests:
            return [f"rule:{rule_id}"]
        own = [ref for ref in self.answers if _reads(rule, component, ref)]
        if component not in components_for(rule, self.before.chain) or new is None:
            about = [ref for ref in self.answers if ref.partition(".")[0] == component]
            return [f"answer:{ref}" for ref in about or (r for r in self.answers if _of_kind(r, component))]
        between, looked_at = judged_with_lookups(rule, component, self.before.chain, self.knowledge.register)
        causes = self._by_knowledge(rule_id, looked_at) if between != old else []
        if between != new:
            single = [ref for ref in own if self._reverted(rule, component, ref) != new]
            causes += [f"answer:{ref}" for ref in single or own]
        return causes

    def _by_knowledge(self, rule_id: str, looked_at: Mapping[str, str]) -> list[str]:
        then = self.before.digests
        names = [f"rule:{rule_id}"] if self._moved(f"rule:{rule_id}") else []
        names += [name for name, digest in looked_at.items() if then.get(name) != digest]
        if not names:
            # An entry that is gone is not looked at any more.
            register = self.knowledge.register
            names = [n for n in then if n.startswith("register:") and not entry_digest(register, n.partition(":")[2])]
        return names or ["program"]

    def _reverted(self, rule: Rule, component: str, ref: str) -> Verdicts:
        """The verdict on the later chain with one answer as it was before."""
        facts = {**self.after.chain.facts}
        old = self.before.chain.get(ref)
        facts.pop(ref, None)
        if old is not None:
            facts[ref] = old
        chain = Chain(facts, retired=self.after.chain.retired)
        return outcome_of(judge(rule, component, chain, self.knowledge.register))


def _reads(rule: Rule, component: str, ref: str) -> bool:
    """Whether a rule at a component can look at a reference: by its condition, or by what raises or lowers its severity."""
    own, kind, name = split_ref(ref)
    key = f"{kind}.{name}"
    return (key in rule.own and own == component) or key in rule.reads - rule.own or key in rule.weighs


def _of_kind(ref: str, component: str) -> bool:
    """Whether an answer is about a component of the same kind: the first one mentioned takes the place of an open one."""
    return kind_of(ref.partition(".")[0]) == kind_of(component)
