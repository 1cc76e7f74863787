"""Which measures fall below the gates when a product is broken in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from vcassist.evals.gates import bound_for, falls
from vcassist.evals.results import part_results
from vcassist.evals.runner import run_plain
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import Suite

Product = Callable[..., InProcess]


def measured(suite: Suite, cases: Sequence[Any], subject: InProcess) -> dict[str, Any]:
    return {
        "suites": {
            suite.name: {
                "parts": {"development": part_results(suite, "development", [run_plain(cases, suite.kind, subject)], 7)}
            }
        }
    }


def fallen(
    suite: Suite,
    cases: Sequence[Any],
    sound: InProcess,
    broken: InProcess,
    break_it: Callable[[], None] = lambda: None,
) -> set[str]:
    """The measures that the broken product brings below the gates set by the sound one; the sound one meets them itself.

    ``break_it`` is called between the two, for what is broken in the program itself.
    """
    before = measured(suite, cases, sound)
    figures = before["suites"][suite.name]["parts"]["development"]["measures"]
    gates = {
        suite.name: {
            "development": {
                n: bound_for(m, figures[n]["value"]) for n, m in suite.measures.items() if m.gate and n in figures
            }
        }
    }
    assert falls(before, gates) == []
    break_it()
    return {fall.where.split()[-1] for fall in falls(measured(suite, cases, broken), gates)}
