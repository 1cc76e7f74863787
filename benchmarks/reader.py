"""Prints what it costs to read a message offline, on the development messages: time, processor time and memory, as a Markdown table.

python benchmarks/reader.py
Options: --rounds N (the median of each message counts), --size small (the small reader alone). On a machine with other work, compare
processor time: it counts all threads, and no waiting.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from vcassist.app import App  # noqa: E402
from vcassist.chain.facts import Chain  # noqa: E402
from vcassist.settings import read_settings  # noqa: E402

MESSAGES = ROOT / "evals" / "understanding" / "development" / "messages.jsonl"


def memory(what: str) -> float:
    """Megabytes of this process: "VmRSS" now, "VmHWM" at most so far. Linux only."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(what))) / 1024


def start_up(size: str) -> float:
    """Milliseconds of processor time that `vcassist extract` takes for one message, all of its start included."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "VCASSIST_READER_SIZE": size}
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "vcassist", "extract", "--jsonl"],
        input=json.dumps({"message": "We use ChatGPT."}) + "\n",
        text=True,
        capture_output=True,
        check=True,
        env=env,
    )
    after = os.times()
    return 1000 * (after.children_user + after.children_system - before.children_user - before.children_system)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", choices=("small", "large"), default="large")
    args = parser.parse_args()
    cases = [json.loads(line) for line in MESSAGES.read_text(encoding="utf-8").splitlines()]
    reader = App(replace(read_settings(), reader_size=args.size)).reader
    begun = time.process_time()
    reader.read(cases[0]["message"], cases[0].get("asked"), Chain())
    opened = 1000 * (time.process_time() - begun)
    took: list[list[tuple[float, float]]] = [[] for _ in cases]
    for _ in range(args.rounds):
        for case, times in zip(cases, took, strict=True):
            wall, cpu = time.perf_counter(), time.process_time()
            reader.read(case["message"], case.get("asked"), Chain())
            times.append((1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)))
    now, most = memory("VmRSS"), memory("VmHWM")
    walls = [statistics.median(wall for wall, _ in times) for times in took]
    cpus = [statistics.median(cpu for _, cpu in times) for times in took]

    def row(what: str, values: list[float]) -> str:
        return f"| {what} | {statistics.median(values):.0f} ms | {statistics.quantiles(values, n=20)[-1]:.0f} ms |"

    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{len(cases)} messages, {args.rounds} rounds, reader {args.size}; {machine}, {datetime.now(UTC):%Y-%m-%d}\n")
    print("| a message | median | 95th percentile |\n|---|---:|---:|")
    print(row("time", walls))
    print(row("processor time, all threads", cpus))
    print(
        f"\nMemory {now:.0f} MB, at most {most:.0f} MB. Opening the reader {opened:.0f} ms of processor time; ", end=""
    )
    print(f"`vcassist extract` of one message, whole process, {start_up(args.size):.0f} ms.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
