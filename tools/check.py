"""Every check in one command: format, lint, types, imports, docs, tests. Exit code 0 when all pass."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent
PATHS = ["src", "tests", "tools", "benchmarks", "training"]

# The suites that need no index and take seconds; `make evals` runs them all.
SUITES = ["understanding", "few_words", "assessment", "safety", "documents", "report"]

VCASSIST = str(BIN / "vcassist")
# These need no weights, and go on while those of the larger reader are fetched and prepared, and beside the evals.
STATIC: list[tuple[str, list[str]]] = [
    ("types", [PYTHON, "-m", "mypy"]),
    ("format", [PYTHON, "-m", "ruff", "format", "--check", *PATHS]),
    ("lint", [PYTHON, "-m", "ruff", "check", *PATHS]),
    ("imports", [str(BIN / "lint-imports")]),
    ("docs", [PYTHON, "tools/docs.py", "--check"]),
]
EVALS = ("evals", [VCASSIST, "eval", *SUITES, "--fast", "--gate"])
# Tests that wait for a server, a browser, a database or a clock more than they reckon. They go on one after another beside the others, which
# take both cores two files at a time.
WAITING = ["tests/store", "tests/browser", "tests/test_load.py"]
PYTEST = [PYTHON, "-m", "pytest"]
TWO_FILES = [*PYTEST, "-n", "2", "--dist", "loadfile"]


def run(check: tuple[str, list[str]], shown: bool = False) -> bool:
    """Runs one check and says how it went; its output is told in one piece, or line by line where it is ``shown``."""
    name, command = check
    began = time.monotonic()
    if shown:
        print(f"== {name}", flush=True)
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    out = None if shown else subprocess.PIPE
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT, encoding="utf-8")
    said = "" if shown else f"== {name}\n{done.stdout}"
    print(
        f"{said}== {name}: {'ok' if not done.returncode else 'FAILED'} ({time.monotonic() - began:.0f} s)", flush=True
    )
    return not done.returncode


def weights() -> bool:
    """Prepares the larger reader's weights unless they are there."""
    there = subprocess.run([VCASSIST, "weights", "--check"], cwd=ROOT, capture_output=True)
    return not there.returncode or run(("weights", [VCASSIST, "weights"]))


def tests(chosen: list[str]) -> dict[str, bool]:
    """Runs the chosen tests, else all: whether those of each kind pass."""
    if chosen:
        return {"tests": run(("tests", [*TWO_FILES, *chosen]), shown=True)}
    with ThreadPoolExecutor(1) as beside:
        waiting = beside.submit(run, ("tests that wait", [*PYTEST, *WAITING]))
        rest = run(("tests", [*TWO_FILES, "tests", *(f"--ignore={path}" for path in WAITING)]), shown=True)
        return {"tests": rest, "tests that wait": waiting.result()}


def main() -> int:
    with ThreadPoolExecutor(2) as at_once:
        prepared = at_once.submit(weights)
        going = {check[0]: at_once.submit(run, check) for check in STATIC}
        passed = {"weights": prepared.result()}
        passed["evals"] = run(EVALS)
        passed |= {name: future.result() for name, future in going.items()}
    passed |= tests(sys.argv[1:])
    failed = [name for name, ok in passed.items() if not ok]
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
