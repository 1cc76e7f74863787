"""Sets the clock of the workers and of PostgreSQL back and forth by hours while people talk, and counts what became of each turn.

python benchmarks/clocks.py --times 60 --json benchmarks/figures/faults-clock.json

Needs libfaketime (Debian's package faketime): the clock on the wall that the two workers and PostgreSQL see is set anew at random
moments in mid-turn, anywhere between 36 hours before the true time and 36 hours after it; the time that passes stays true, as
when somebody sets a machine's clock. Nothing is restarted. Each message has to be stored exactly once and in its order, and what is
counted, held and waited for has to go by the time that passed: nobody may be kept out for longer than without a jump. Exit
code 1 when it is not so. Retention and single limits are tested with a clock of their own: tests/web/test_clock_jumps.py.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from faults import Count, judge, newcomers, one_round, told
from postgres import Cluster
from service import Service

HOURS = 36.0


@dataclass
class Jumps(Count):
    """``jumped_hours`` in all; ``seen``: how often the time that a turn bears showed that the jump had arrived."""

    jumped_hours: float = 0.0
    largest_jump: float = 0.0
    seen: int = 0
    backwards: int = 0


def library() -> Path | None:
    """libfaketime for programs with threads."""
    return next(iter(sorted(Path("/usr/lib").glob("**/faketime/libfaketimeMT.so.1"))), None)


def refused() -> str:
    return "" if library() else "libfaketime is not installed: apt-get install faketime"


class Clock:
    """A file that says how far the clock is off; every program that was started with ``env`` follows it."""

    def __init__(self, folder: Path) -> None:
        self.file, self.hours = folder / "clock", 0.0
        self.set(0.0)
        folder.chmod(0o755)

    @property
    def env(self) -> Mapping[str, str]:
        return {
            "LD_PRELOAD": str(library()),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # A file's own times stay true: PostgreSQL and Python compare them with nothing.
            "NO_FAKE_STAT": "1",
        }

    def set(self, hours: float) -> None:
        self.hours = hours
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{hours:+.4f}h\n")
        fresh.chmod(0o644)
        fresh.replace(self.file)


def off_by(at: str) -> float:
    """How many hours the time of a turn is away from now."""
    return (datetime.fromisoformat(at) - datetime.now(UTC)).total_seconds() / 3600


def latest(address: str, session_id: str) -> str:
    """The time that the newest turn bears."""
    import psycopg

    with psycopg.connect(address) as connection:
        asked = "SELECT at FROM turns WHERE session_id = %s ORDER BY number DESC LIMIT 1"
        row = connection.execute(asked, (session_id,)).fetchone()
    return str(row[0]) if row else ""


def run(times: int, seed: int, tell: bool = True) -> Jumps:
    """Sets the clock so many times under one service. Raises RuntimeError when somebody is not answered."""
    chance, count, people = random.Random(seed), Jumps(), []
    with tempfile.TemporaryDirectory(prefix="vcassist-clock-") as folder:
        clock = Clock(Path(folder))
        cluster = Cluster(env=clock.env)
        serve = [sys.executable, str(Path(__file__).with_name("faults.py")), "--serve"]
        # Wide enough for everybody as long as what is counted is given back in time.
        limits = {"VCASSIST_LIMITS": "on", "VCASSIST_LIMIT_ADDRESS": "2000/minute"}
        with Service("postgres", 2, serve, cluster=cluster, **limits, **clock.env) as service:
            for number in range(times):
                people = newcomers(service, people, number, count)
                one_round(service, people, lambda: jump(clock, chance, count), number, chance, count)
                judge(cluster.url, people, count)
                count.seen += abs(off_by(latest(cluster.url, people[0].id)) - clock.hours) < 0.2
                if tell:
                    print(f"{number + 1:>4} jumps: {asdict(count)}", file=sys.stderr, flush=True)
    count.turns += sum(len(p.answered) for p in people)
    return count


def jump(clock: Clock, chance: random.Random, count: Jumps) -> None:
    before = clock.hours
    clock.set(chance.uniform(-HOURS, HOURS))
    far = abs(clock.hours - before)
    count.backwards += clock.hours < before
    count.jumped_hours = round(count.jumped_hours + far, 1)
    count.largest_jump = max(count.largest_jump, round(far, 1))
    time.sleep(0.05)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    if why := refused():
        print(f"The clock cannot be set here: {why}.", file=sys.stderr)
        return 2
    return told("clock", run(args.times, args.seed), args.json)


if __name__ == "__main__":
    raise SystemExit(main())
