"""How far two annotators agree who annotated the same messages, the second one without seeing the first one's work. Pure.

Source of alpha: K. Krippendorff, Content Analysis, 2004, chapter 11, nominal data, two observers, nothing missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from vcassist.assessment.register import Register
from vcassist.evals.kinds._facts import facts_agree

SECOND = "second"
NOTHING = "nothing"
Item = Mapping[str, Any]


def agreement(first: Sequence[Item], second: Sequence[Item], register: Register) -> dict[str, Any]:
    """Facts of the same cases by two annotators: F1, alpha, alpha of the intents, and where they differ.

    A unit of alpha is a reference of a message that was asked or that either annotator noted; what was noted of it, or nothing, is
    its value. Values that mean the same (see understanding) are the same. Cases that only one annotated are left out.
    """
    mine = {case["id"]: case for case in first}
    pairs = [(mine[case["id"]], case) for case in second if case["id"] in mine]
    same, noted, units, differ = 0, 0, [], []
    for one, other in pairs:
        left, right = ({f["ref"]: f for f in case["facts"]} for case in (one, other))
        noted += len(left) + len(right)
        asked = [one["asked"]] if one.get("asked") else []
        for ref in dict.fromkeys((*asked, *left, *right)):
            agree = ref in left and ref in right and facts_agree(left[ref], right[ref], register)
            same += agree
            values = (value_of(left.get(ref)), value_of(right.get(ref)))
            units.append((values[0], values[0]) if agree else values)
            if not agree and values != (NOTHING, NOTHING):
                differ.append({"id": one["id"], "ref": ref, "first": values[0], "second": values[1]})
    intents = [(one["intent"], other["intent"]) for one, other in pairs]
    return {
        "cases": len(pairs), "facts": noted, "f1": 2 * same / noted if noted else 1.0, "alpha": alpha(units),
        "units": len(units), "alpha_intent": alpha(intents), "differ": differ,
        "intents_differ": [{"id": p[0]["id"], "first": i[0], "second": i[1]} for p, i in zip(pairs, intents, strict=True) if i[0] != i[1]],
    }  # fmt: skip


def value_of(fact: Item | None) -> str:
    """What was noted, as one word to compare and to show."""
    if fact is None:
        return NOTHING
    if fact["status"] != "known":
        return str(fact["status"])
    return " + ".join(sorted(fact["value"])) if isinstance(fact["value"], list) else str(fact["value"])


def alpha(units: Sequence[tuple[str, str]]) -> float:
    """Krippendorff's alpha of nominal values by two observers: 1 is agreement, 0 is what chance gives."""
    values = Counter(value for pair in units for value in pair)
    n = sum(values.values())
    by_chance = n * (n - 1) - sum(count * (count - 1) for count in values.values())
    if not by_chance:
        return 1.0
    observed = sum(one != other for one, other in units) / len(units)
    return 1 - observed * n * (n - 1) / by_chance
