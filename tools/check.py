"""Every check in one command: format, lint, types, imports, docs, tests. Exit code 0 when all pass."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent
PATHS = ["src", "tests", "tools", "benchmarks", "training"]

# The suites that need no index and take seconds; `make evals` runs them all.
SUITES = ["understanding", "assessment", "safety", "documents", "report"]

CHECKS: list[tuple[str, list[str]]] = [
    ("format", [PYTHON, "-m", "ruff", "format", "--check", *PATHS]),
    ("lint", [PYTHON, "-m", "ruff", "check", *PATHS]),
    ("types", [PYTHON, "-m", "mypy"]),
    ("imports", [str(BIN / "lint-imports")]),
    ("docs", [PYTHON, "tools/docs.py", "--check"]),
    ("evals", [str(BIN / "vcassist"), "eval", *SUITES, "--fast", "--gate"]),
    ("tests", [PYTHON, "-m", "pytest", *sys.argv[1:]]),
]


def main() -> int:
    failed = []
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    for name, command in CHECKS:
        began = time.monotonic()
        print(f"== {name}", flush=True)
        done = subprocess.run(command, cwd=ROOT, env=env)
        print(f"== {name}: {'ok' if not done.returncode else 'FAILED'} ({time.monotonic() - began:.0f} s)", flush=True)
        if done.returncode:
            failed.append(name)
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
