"""A simulated respondent: somebody with a chain in mind, own words, doubts and corrections, who answers the assistant's questions.

What each message means is known here, since this person says it. ``Understanding`` hands that to the interview in the reader's place,
so that the interviewer's own errors can be told from the reader's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vcassist.chain.facts import Chain, field_of
from vcassist.evals.kinds._facts import facts_of
from vcassist.evals.manners import MANNERS
from vcassist.interview.ports import Intent, Proposal, Reading
from vcassist.interview.words import shown_value

PATIENCE = 40
TOLD_YOU = "I already told you that."
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a message says: facts by reference, the one of an unnamed correction, and what the person wants."""

    facts: tuple[Item, ...] = ()
    intent: Intent = "answer"
    unnamed: bool = False


@dataclass
class Respondent:
    """Plays one case. ``say`` answers what was asked; ``told`` collects the references that have been stated so far."""

    case: Mapping[str, Any]
    told: set[str] = field(default_factory=set)
    log: list[dict[str, Any]] = field(default_factory=list)
    meanings: dict[str, Meaning] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.gold = {f["ref"]: f for f in facts_of(self.case["facts"])}
        self.words = MANNERS[self.case.get("manner", "terse")]
        corrections = self.case.get("corrections", [])
        self._corrections = {c["ref"]: c for c in corrections if "first" in c}
        self._in_opening = {c["ref"]: c for c in corrections if "first" not in c}
        self._due: list[tuple[int, Item]] = [(_later(c) - 1, c) for c in self._in_opening.values()]
        self._contradicts = {c["after"]: c for c in self.case.get("contradicts", [])}
        self._vague = {ref: list(words) for ref, words in self.case.get("vague", {}).items()}
        self._deciding: dict[str, Any] = {}
        self._aside: set[str] = set()
        self._offered: dict[str, str] = {}
        self._refused: set[str] = set()
        self._seen: set[str] = set()
        self._complained = False
        # Whether this person has said that they are done.
        self.leaves = False
        # Fields that were answered vaguely: the one question more that follows is wanted, and no repetition.
        self._vaguely: set[str | None] = set()

    def opening(self) -> str:
        """The first message. What a correction without ``first`` is about, it tells wrongly."""
        tells = self.case.get("tells", [])
        self.told |= set(tells)
        facts = (self._wrong(self._in_opening[r]) if r in self._in_opening else self._gold(r) for r in tells)
        return self._keep(str(self.case["opening"]), Meaning(tuple(facts)))

    def say(self, answer: Mapping[str, Any]) -> str:
        """What this person says to the assistant's last answer, and a line of the log about it."""
        ref = answer.get("asked")
        self._offered |= {s["ref"]: s["value"] for s in answer.get("suggestions", [])}
        conflict = any(c["ref"] == ref for c in answer.get("conflicts", []))
        more = not conflict and any(f["ref"] == ref for f in answer.get("facts", []))
        confirm = ref in self._offered and ref not in self._refused and ref not in self._seen
        special = conflict or more or ref in self._vaguely
        self._vaguely.discard(ref)
        line = {"asked": ref, "again": ref in self._seen, "known": ref in self.told, "special": special}
        said = self._said(ref, str(answer.get("reply", "")), conflict, more, confirm, line)
        self.log.append({**line, "said": said})
        return said

    # --- one message --------------------------------------------------------------------------------------------------

    def _said(
        self, ref: str | None, reply: str, conflict: bool, more: bool, confirm: bool, line: dict[str, Any]
    ) -> str:
        leaving = ref is None or len(self.log) >= int(self.case.get("patience", PATIENCE))
        for at, correction in self._due:
            # Nobody leaves with something wrong on record.
            if leaving or at <= len(self.log):
                self._due.remove((at, correction))
                line["special"] = True
                return self._corrects(correction)
        if ref is None or leaving:
            self.leaves = True
            return self._meant(self.words["done"], intent="stop")
        for what, intent in (("asks", "question"), ("asides", "other")):
            if ref in self.case.get(what, {}) and (what + ref) not in self._aside:
                self._aside.add(what + ref)
                return self._meant(str(self.case[what][ref]), intent=intent)
        again = ref in self._seen
        line["special"] = line["special"] or (again is False and any(a.endswith(ref) for a in self._aside))
        self._seen.add(ref)
        if conflict:
            return self._decides(ref)
        if more:
            return self._meant(self.words["more"])
        if ref in self.case.get("skips", []):
            return self._meant("skip that one please", intent="skip")
        if confirm:
            return self._confirms(ref, reply, line)
        return self._answers(ref, again, line)

    def _answers(self, ref: str, again: bool, line: dict[str, Any]) -> str:
        if line["known"] and not again and self.case.get("impatient") and not self._complained:
            self._complained = True
            return self._meant(TOLD_YOU, intent="other")
        if self._vague.get(ref):
            if not line["again"]:
                self._vaguely.add(ref)
            line["special"] = True
            self.told.add(ref)
            return self._meant(str(self._vague[ref].pop(0)))
        told = self._contradicts.get(ref)
        # Only what was told can be contradicted.
        if told and told["ref"] in self.told and not again:
            return self._contradicts_now(ref)
        if ref in self._corrections and not again:
            correction = self._corrections[ref]
            self._due.append((len(self.log) + _later(correction), correction))
            self.told.add(ref)
            return self._keep(str(correction["first"]), Meaning((self._wrong(correction),)))
        if ref in self.case.get("says", {}) and not again:
            return self._meant(str(self.case["says"][ref]), ref, *self.case.get("brings", {}).get(ref, []))
        return self._meant(self.plain(ref), ref)

    def _corrects(self, correction: Item) -> str:
        """Takes back what was told before; ``named`` says that the words tell which thing they are about."""
        unnamed = correction.get("named") != "yes"
        return self._meant(str(correction["say"]), correction["ref"], intent="correction", unnamed=unnamed)

    def _wrong(self, correction: Item) -> Item:
        """What is told before it is corrected: another value than the one in mind."""
        gold = self.gold[correction["ref"]]
        return {"ref": gold["ref"], "status": "known", "value": correction.get("wrong") or another_value(gold)}

    def _contradicts_now(self, ref: str) -> str:
        """An answer that, by the way, says another thing than before on another field."""
        told = self._contradicts.pop(ref)
        other = {"ref": told["ref"], "status": "known", "value": told["value"]}
        self._deciding[told["ref"]] = told
        self.told.add(ref)
        return self._keep(str(told["say"]), Meaning((self._gold(ref), other)))

    def _decides(self, ref: str) -> str:
        told = self._deciding.get(ref)
        return self._meant(str(told["decides"]) if told else self.plain(ref), ref)

    def _confirms(self, ref: str, reply: str, line: dict[str, Any]) -> str:
        """Public knowledge offered: agreed to where it is so, as far as this person knows."""
        offered = [
            r for r in self._offered if r == ref or (r not in self.told and shown_value(r, self._offered[r]) in reply)
        ]
        so = {r: self._so(r) for r in offered}
        if False in so.values():
            wrong = next(r for r in offered if so[r] is False)
            self._refused |= set(offered)
            return self._meant(f"No. {self.plain(wrong)}", wrong) if wrong == ref else self._meant("No, not quite.")
        if so[ref] is None:
            return self._meant(self.plain(ref), ref)
        if None in so.values():
            known = [r for r in offered if so[r]]
            self.told |= set(known)
            return self._meant(f"{self.plain(ref)} That I know, the rest I don't know.", ref)
        self.told |= set(offered)
        return self._meant(self.words["agree"])

    def _so(self, ref: str) -> bool | None:
        """Whether what is offered is so; None when this person does not know."""
        gold = self.gold.get(ref)
        if gold is None or gold["status"] != "known":
            return None
        return bool(gold["value"] == self._offered[ref])

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

    # --- what it means ------------------------------------------------------------------------------------------------

    def _gold(self, ref: str) -> Item:
        return self.gold.get(ref, {"ref": ref, "status": "unknown", "value": None})

    def _meant(self, said: str, *refs: str, intent: str = "answer", unnamed: bool = False) -> str:
        self.told |= set(refs)
        return self._keep(said, Meaning(tuple(self._gold(r) for r in refs), intent, unnamed))  # type: ignore[arg-type]

    def _keep(self, said: str, meaning: Meaning) -> str:
        self.meanings[said] = meaning
        return said


def _later(correction: Item) -> int:
    """How many of their own messages after the wrong one a person corrects it."""
    return int(correction.get("later", 1))


def another_value(gold: Item) -> Any:
    """A value that the field may have and that is not the right one: what a person says before they correct it."""
    spec = field_of(gold["ref"])
    if spec.options:
        other = next(v for v in spec.options if v != gold["value"] and v not in (gold["value"] or ()))
        return [other] if spec.type == "set" else other
    if spec.type == "country":
        return "FR" if gold["value"] != "FR" else "SE"
    return "Somebody Else"


@dataclass(frozen=True)
class Understanding:
    """A reader that makes no mistake: it knows what the person meant. A correction that names no field is only understood as an
    answer to the question that it belongs to."""

    person: Respondent

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        meaning = next((m for said, m in self.person.meanings.items() if _is_of(message, said)), Meaning())
        facts: Sequence[Item] = [f for f in meaning.facts if not meaning.unnamed or f["ref"] == asked]
        proposals = [
            Proposal(f["ref"], f["status"], _value(f["value"]), message, 1.0, 0, len(message), f.get("by"))
            for f in facts
        ]
        return Reading(tuple(proposals), meaning.intent)


def _is_of(message: str, said: str) -> bool:
    """Whether a message is what was said, or that with the parts blanked out that told nothing: a sigh, a question beside."""
    if message == said:
        return True
    same = len(message) == len(said) and message.strip() != ""
    return same and all(m in (s, " ") for m, s in zip(message, said, strict=True))


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
