"""Cuts the line between the workers and PostgreSQL in mid-turn, again and again, and counts what became of each turn.

python benchmarks/network.py --times 40 --json benchmarks/figures/faults-network.json

As root on Linux: the workers and the people are in one network namespace, PostgreSQL in another, a router between them. At a
random moment the router drops every packet, mostly without a word, for seconds to more than a minute; then it forwards again.
Nothing is restarted. People do as the browser does: what is not answered is sent again with the same key. In the end each message
has to be stored exactly once; the processes have to be the same as in the beginning; no transaction may be left behind in
the database; and the health check has to answer all the time. Exit code 1 when it is not so.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from faults import Count, judge, newcomers, one_round, told
from line import FAR, Line, refused
from postgres import Cluster
from service import Service

# Long enough for everything on both sides to have given up.
LONG = 12.0


@dataclass
class Cuts(Count):
    """``seconds_cut`` in all; how long after the line was mended the last message was answered, and the slowest health check."""

    silent: int = 0
    seconds_cut: float = 0.0
    longest_cut: float = 0.0
    longest_until_all_answered: float = 0.0
    slowest_health_check: float = 0.0
    health_checks: int = 0
    health_checks_failed: int = 0
    workers_replaced: int = 0
    left_in_transaction: int = 0

    @property
    def sound(self) -> bool:
        return super().sound and not (self.health_checks_failed or self.workers_replaced or self.left_in_transaction)


def how_long(number: int, chance: random.Random, longest: float) -> float:
    """Every second cut is short, every other long enough for connections to be given up, some last a minute and more."""
    if number % 2 == 0:
        return chance.uniform(0.5, min(8.0, longest))
    if number % 6 == 5:
        return chance.uniform(min(40.0, longest), longest)
    return chance.uniform(min(LONG, longest), min(30.0, longest))


def watch(service: Service, stop: threading.Event, count: Cuts) -> None:
    """Asks for the health of the service all the time, as what restarts it would."""
    import httpx

    with httpx.Client(base_url=service.url, timeout=20) as client:
        while not stop.wait(0.5):
            began = time.monotonic()
            try:
                fine = client.get("/healthz").status_code == 200
            except httpx.HTTPError:
                fine = False
            count.health_checks += 1
            count.health_checks_failed += not fine
            count.slowest_health_check = max(count.slowest_health_check, round(time.monotonic() - began, 1))


def left_in_transaction(address: str) -> int:
    """Transactions of workers that the database still has open, after everybody was answered."""
    import psycopg

    asked = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'vcassist' AND xact_start < now() - interval '20 s'"
    with psycopg.connect(address) as connection:
        row = connection.execute(asked).fetchone()
    return int(row[0]) if row else 0


def run(line: Line, lengths: Sequence[float], seed: int, tell: bool = True) -> Cuts:
    """Cuts the line for so many seconds each in one service. Raises RuntimeError when it does not recover.

    Called within ``line.near``.
    """
    chance, count, people, stop = random.Random(seed), Cuts(), [], threading.Event()
    cluster = Cluster(host=FAR, within=["ip", "netns", "exec", line.far])
    serve = [sys.executable, str(Path(__file__).with_name("faults.py")), "--serve"]
    with Service("postgres", 2, serve, cluster=cluster) as service:
        watching = threading.Thread(target=watch, args=(service, stop, count))
        watching.start()
        workers = set(service.workers())
        try:
            for number, seconds in enumerate(lengths):
                silently = number % 4 != 2
                mended = [0.0]

                def cut(seconds: float = seconds, silently: bool = silently, mended: list[float] = mended) -> None:
                    line.cut(silently)
                    time.sleep(seconds)
                    line.mend()
                    mended[0] = time.monotonic()

                people = newcomers(service, people, number, count)
                one_round(service, people, cut, number, chance, count)
                after = round(time.monotonic() - mended[0], 1)
                count.longest_until_all_answered = max(count.longest_until_all_answered, after)
                count.silent += silently
                count.seconds_cut = round(count.seconds_cut + seconds, 1)
                count.longest_cut = max(count.longest_cut, round(seconds, 1))
                judge(cluster.url, people, count)
                if tell:
                    print(f"{number + 1:>4} cuts: {asdict(count)}", file=sys.stderr, flush=True)
            count.workers_replaced = len(workers - set(service.workers()))
            # What was cut in the middle has to be given up by then.
            time.sleep(1)
            count.left_in_transaction = left_in_transaction(cluster.url)
        finally:
            stop.set()
            watching.join(30)
    count.turns += sum(len(p.answered) for p in people)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--longest", type=float, default=90.0, help="seconds that a cut lasts at most")
    parser.add_argument(
        "--seconds", help="how long each cut lasts, with commas between, instead of --times and --longest"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--within", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.within:
        chance = random.Random(args.seed)
        lengths = [how_long(number, chance, args.longest) for number in range(args.times)]
        if args.seconds:
            lengths = [float(each) for each in args.seconds.split(",")]
        return told("network", run(Line(args.within), lengths, args.seed), args.json)
    if why := refused():
        print(f"The line cannot be cut here: {why}.", file=sys.stderr)
        return 2
    with Line() as line:
        command = ["ip", "netns", "exec", line.near, sys.executable, str(Path(__file__).resolve()), *sys.argv[1:]]
        return subprocess.run([*command, "--within", line.name]).returncode


if __name__ == "__main__":
    raise SystemExit(main())
