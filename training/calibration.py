"""How far the offline reader's confidence can be believed: `python training/calibration.py [PART]`, on messages of the understanding suite.

Prints, by band of confidence, how many facts were proposed and how many of them are right, and the expected calibration error
(the mean gap between the two, weighed by facts).
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from vcassist.app import open_app
from vcassist.chain.facts import Chain
from vcassist.evals.kinds._facts import facts_agree
from vcassist.evals.suite import load_suite
from vcassist.interview.reading import gate

BANDS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


def judged(part: str) -> list[tuple[float, bool]]:
    """(confidence, right) of every fact that passes the gate."""
    app = open_app()
    found = []
    for case in load_suite("understanding").parts[part]:
        reading = app.reader.read(case["message"], case.get("asked"), Chain())
        sure = {p.ref: p.confidence for p in sorted(reading.proposals, key=lambda p: p.confidence)}
        gold = {f["ref"]: f for f in case["facts"]}
        for fact in gate(reading, case["message"]).facts:
            noted = fact.as_json()
            if any(facts_agree(noted, free, app.register) for free in case.get("may", [])):
                continue
            right = fact.ref in gold and facts_agree(gold[fact.ref], noted, app.register)
            found.append((sure[fact.ref], right))
    return found


def main() -> None:
    found = judged(sys.argv[1] if len(sys.argv) > 1 else "development")
    print("| confidence | facts | mean confidence | right |")
    print("|---|---:|---:|---:|")
    gap = 0.0
    for low, high in itertools.pairwise(BANDS):
        band = [(sure, right) for sure, right in found if low <= sure < high]
        if not band:
            continue
        mean, share = (sum(column) / len(band) for column in zip(*band, strict=True))
        gap += abs(mean - share) * len(band)
        print(f"| {low:.2f} to {min(high, 1):.2f} | {len(band)} | {mean:.3f} | {share:.3f} |")
    print(f"\nExpected calibration error {gap / len(found):.3f} over {len(found)} facts ({Path(sys.argv[0]).name}).")


if __name__ == "__main__":
    main()
