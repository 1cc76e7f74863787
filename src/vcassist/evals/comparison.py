"""Two runs compared case by case: how each figure moved, whether beyond noise, and which cases changed sides. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from vcassist.evals.measure import RESAMPLES

Pair = tuple[Sequence[float], Sequence[float]]


def compared(before: Mapping[str, Any], after: Mapping[str, Any], seed: int = 7) -> dict[str, dict[str, Any]]:
    """suite/part → {"cases", "measures": {name: {before, after, change, low, high, beyond}}, "fixed": [id], "broken": [id]}.

    Only cases that both runs hold count. ``low`` and ``high`` bound the change at 95 %; it is ``beyond`` noise when they leave nought out.
    Cases of a part whose failures are not told are paired by their order, and only where both runs hold the very same ones.
    """
    found = {}
    for name, suite in after["suites"].items():
        for part, now in suite["parts"].items():
            then = before.get("suites", {}).get(name, {}).get("parts", {}).get(part)
            pairs = _paired(then, now) if then else []
            if pairs:
                found[f"{name}/{part}"] = {
                    "cases": len(pairs),
                    "measures": _changes(then["scores"], now["scores"], pairs, seed),
                    **_flips(then, now),
                }
    return found


def _paired(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Positions of the same case in both runs."""
    old, new = then.get("scores"), now.get("scores")
    if not old or not new:
        return []
    if old["digest"] == new["digest"]:
        return [(n, n) for n in range(len(new["clusters"]))]
    at = {case: n for n, case in enumerate(old.get("ids") or ())}
    return [(at[case], n) for n, case in enumerate(new.get("ids") or ()) if case in at]


def _changes(
    old: Mapping[str, Any], new: Mapping[str, Any], pairs: Sequence[tuple[int, int]], seed: int
) -> dict[str, dict[str, Any]]:
    """How each measure moved, with the interval that drawing clusters of cases again gives, the same draw for both runs."""
    clusters = [new["clusters"][n] for _, n in pairs]
    at = {cluster: n for n, cluster in enumerate(dict.fromkeys(clusters))}
    draws = np.random.default_rng(seed).multinomial(len(at), [1 / len(at)] * len(at), RESAMPLES)
    found = {}
    for name in new["ratios"]:
        if name not in old["ratios"]:
            continue
        sums = np.zeros((2, 2, len(at)))
        for (was, now), cluster in zip(pairs, clusters, strict=True):
            sums[0, :, at[cluster]] += old["ratios"][name][was]
            sums[1, :, at[cluster]] += new["ratios"][name][now]
        (top, bottom), (new_top, new_bottom) = sums
        if not bottom.sum() or not new_bottom.sum():
            continue
        below, new_below = draws @ bottom, draws @ new_bottom
        usable = (below > 0) & (new_below > 0)
        moved = (draws @ new_top)[usable] / new_below[usable] - (draws @ top)[usable] / below[usable]
        low, high = (float(v) for v in np.percentile(moved, (2.5, 97.5)))
        first, last = float(top.sum() / bottom.sum()), float(new_top.sum() / new_bottom.sum())
        found[name] = {
            "before": round(first, 4), "after": round(last, 4), "change": round(last - first, 4),
            "low": round(low, 4), "high": round(high, 4), "beyond": low > 0 or high < 0,
        }  # fmt: skip
    return found


def _flips(then: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, list[str]]:
    """Cases that were wholly right in one run and not in the other; nothing where they are not told."""
    if "passed" not in now or "passed" not in then:
        return {"fixed": [], "broken": []}
    was, new = set(then["passed"]), set(now["passed"])
    both = (was | {f["id"] for f in then["failures"]}) & (new | {f["id"] for f in now["failures"]})
    return {"fixed": sorted((new - was) & both), "broken": sorted((was - new) & both)}
