"""A simulated respondent: somebody with a chain in mind, own words, doubts and corrections, who answers the assistant's questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vcassist.chain.facts import field_of
from vcassist.evals.kinds._facts import facts_of

PATIENCE = 40

# How each manner of person answers where a case gives no words of its own.
MANNERS: Mapping[str, Mapping[str, str]] = {
    "terse": {
        "yes": "yes", "partly": "partly", "no": "no", "unknown": "no idea", "withheld": "they won't tell us", "person": "can't say, confidential",
        "not_applicable": "doesn't apply", "known": "{value}", "self": "ourselves", "done": "stop here please", "more": "no, that's all", "agree": "yes",
    },
    "chatty": {
        "yes": "Oh yes, we do, that one is sorted.", "partly": "Well, partly I would say, it's a bit of both.", "no": "No, I'm afraid we don't.",
        "unknown": "Honestly I don't know, nobody ever told me.", "withheld": "We asked the supplier and they refuse to tell us.",
        "person": "I'm sorry, I'm not allowed to tell you that.", "not_applicable": "That does not apply to us, really.",
        "known": "That would be {value}, as far as I can see.", "self": "We do that ourselves, nobody else.",
        "done": "I have to run now, let's stop here for today.", "more": "No, nothing else.", "agree": "Yes, that's right.",
    },
    "unsure": {
        "yes": "hmm, yes I think so", "partly": "sort of, only partly", "no": "I don't think so, no", "unknown": "not sure at all, I really don't know",
        "withheld": "the company keeps that secret", "person": "I would rather not say", "not_applicable": "I think that is not applicable here",
        "known": "{value} I believe", "self": "us, ourselves I think", "done": "can we stop now?", "more": "I don't think there is anything else", "agree": "yes I think so",
    },
    "formal": {
        "yes": "Yes, that is the case.", "partly": "Only in part.", "no": "No, that is not the case.", "unknown": "This is not known to us.",
        "withheld": "The supplier does not disclose this.", "person": "I am not at liberty to say.", "not_applicable": "Not applicable.",
        "known": "{value}.", "self": "Our own organisation.", "done": "I would like to end here.", "more": "No, that is everything.", "agree": "That is correct.",
    },
}  # fmt: skip


@dataclass
class Respondent:
    """Plays one case. ``say`` answers what was asked; ``told`` collects the references that have been stated so far."""

    case: Mapping[str, Any]
    told: set[str] = field(default_factory=set)
    log: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gold = {f["ref"]: f for f in facts_of(self.case["facts"])}
        self.words = MANNERS[self.case.get("manner", "terse")]
        self._corrections = {c["ref"]: c for c in self.case.get("corrections", [])}
        self._to_correct: str | None = None
        self._asked_back: set[str] = set()
        self._offered: dict[str, str] = {}
        self._seen: set[str] = set()

    def opening(self) -> str:
        self.told |= set(self.case.get("tells", []))
        return str(self.case["opening"])

    def say(self, answer: Mapping[str, Any]) -> str:
        """What this person says to the assistant's last answer, and a line of the log about it."""
        ref = answer.get("asked")
        self._offered |= {s["ref"]: s["value"] for s in answer.get("suggestions", [])}
        conflict = any(c["ref"] == ref for c in answer.get("conflicts", []))
        more, confirm = (
            "Anything else there?" in answer.get("reply", ""),
            "Is that so with you?" in answer.get("reply", ""),
        )
        line = {
            "asked": ref,
            "again": ref in self._seen,
            "known": ref in self.told,
            "special": conflict or more or confirm,
        }
        said = self._said(ref, conflict, more, confirm, line)
        self.log.append({**line, "said": said})
        return said

    def _said(self, ref: str | None, conflict: bool, more: bool, confirm: bool, line: dict[str, Any]) -> str:
        if self._to_correct:
            correction, self._to_correct = self._corrections[self._to_correct], None
            line["special"] = True
            return str(correction["say"])
        if ref is None or len(self.log) >= int(self.case.get("patience", PATIENCE)):
            return self.words["done"]
        if ref in self.case.get("asks", {}) and ref not in self._asked_back:
            self._asked_back.add(ref)
            return str(self.case["asks"][ref])
        line["special"] = line["special"] or (ref in self._asked_back and line["again"] is False)
        again = ref in self._seen
        self._seen.add(ref)
        if more:
            return self.words["more"]
        if ref in self.case.get("skips", []):
            return "skip that one please"
        if confirm:
            return self._confirm(ref)
        self.told.add(ref)
        if ref in self._corrections and not again and not conflict:
            self._to_correct = ref
            return str(self._corrections[ref]["first"])
        if ref in self.case.get("says", {}) and not again:
            self.told |= set(self.case.get("brings", {}).get(ref, []))
            return str(self.case["says"][ref])
        return self.plain(ref)

    def _confirm(self, ref: str) -> str:
        """Public knowledge offered: agreed to where it is so."""
        self.told.add(ref)
        gold = self.gold.get(ref)
        if gold is None or gold["status"] != "known":
            return self.plain(ref)
        return self.words["agree"] if gold["value"] == self._offered.get(ref) else f"No. {self.plain(ref)}"

    def plain(self, ref: str) -> str:
        """The answer in this manner's stock words, with the labels that the assistant itself offers."""
        gold = self.gold.get(ref)
        if gold is None:
            return self.words["unknown"]
        if gold["status"] != "known":
            return self.words["person" if gold.get("by") == "person" else gold["status"]]
        spec, value = field_of(ref), gold["value"]
        if spec.type == "yesno":
            return self.words[value]
        if value == "self":
            return self.words["self"]
        if spec.type == "country":
            from vcassist.report.materials import country_name

            return self.words["known"].format(value=country_name(value))
        values = value if isinstance(value, list) else [value]
        return self.words["known"].format(value=" and ".join(spec.options.get(v, v) for v in values))
