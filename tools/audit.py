"""Asks a vulnerability service about every installed package, and says which of its answers are accepted and why.

python tools/audit.py [--json FILE]

Needs pip-audit and a network that reaches a vulnerability service; --json reads what `pip-audit --format json` wrote elsewhere.
Exit codes: 0 nothing that is not accepted, 1 something is, 3 the service said nothing of some package (so nothing is known of it).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# Identifier of a weakness → why it does not touch vcassist, and when that was last looked at.
ACCEPTED: Mapping[str, str] = {
    "CVE-2026-45829": (
        "It is in Chroma's server written in Python, which vcassist never starts: the index is embedded, or kept by the "
        "server of `chroma run`, which is another program (looked at on 24 November 2026)."
    ),
}

# Where a service cannot be reached nothing is known of hundreds of packages: a few names show it as well.
MOST_UNKNOWN = 5
# Seconds that a service is waited for.
LONGEST = 110


# One package that every service knows: where nothing is known of it, nobody waits for an answer on hundreds of others.
KNOWN = "pyyaml==6.0.2"


def asked() -> Any:
    """What pip-audit answers, or None where it cannot be run or reaches no service."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text(f"{KNOWN}\n", encoding="utf-8")
        first = _answer("--requirement", str(one), "--no-deps", "--disable-pip")
    if first is None or any("skip_reason" in package for package in first.get("dependencies", [])):
        return None
    return _answer("--skip-editable")


def _answer(*options: str) -> Any:
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
        return json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def judged(answer: Any) -> tuple[list[str], list[str], list[str]]:
    """Lines on what is not accepted, on what is accepted with its reason, and on what nothing is known of."""
    found, accepted, unknown = [], [], []
    for package in answer.get("dependencies", []):
        name = f"{package['name']} {package.get('version', '')}".strip()
        if "skip_reason" in package:
            unknown.append(f"{name}: {package['skip_reason']}")
        for weakness in package.get("vulns", []):
            names = {weakness["id"], *weakness.get("aliases", ())}
            reason = next((ACCEPTED[n] for n in sorted(names) if n in ACCEPTED), None)
            mended = ", ".join(weakness.get("fix_versions", ())) or "no version yet"
            line = f"{name}: {weakness['id']} (mended in {mended})"
            (accepted if reason else found).append(f"{line}. {reason}" if reason else line)
    return found, accepted, unknown


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", metavar="FILE", help="what `pip-audit --format json` wrote")
    args = parser.parse_args(arguments)
    answer = json.loads(Path(args.json).read_text("utf-8")) if args.json else asked()
    if answer is None:
        print("pip-audit could not be run, or it reached no vulnerability service: nothing is known.")
        return 3
    found, accepted, unknown = judged(answer)
    for title, lines in (("Not accepted", found), ("Accepted", accepted), ("Nothing is known of", unknown)):
        shown = lines[:MOST_UNKNOWN] if lines is unknown else lines
        for line in shown:
            print(f"{title}: {line}")
        if len(shown) < len(lines):
            print(f"{title}: {len(lines) - len(shown)} more")
    print(
        f"{len(answer.get('dependencies', []))} packages, {len(found)} to act on, {len(accepted)} accepted, {len(unknown)} unknown."
    )
    return 1 if found else 3 if unknown else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
