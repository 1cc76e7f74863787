"""Fills the disk under the database while people talk, again and again, and counts what became of each turn.

python benchmarks/disk.py postgres --times 30 --json benchmarks/figures/faults-disk-postgres.json
python benchmarks/disk.py sqlite --times 30 --json benchmarks/figures/faults-disk-sqlite.json

As root on Linux: the database lies on a small disk of its own (a tmpfs). At a random moment the rest of it is filled to the last
byte; some seconds later there is room again. PostgreSQL may end itself when it finds no room for its log: then it is started
again once there is room, as a service manager would; the workers are not. People do as the browser does: what is not answered
is sent again with the same key. One person more sends a page's form, and has to find the words in the page that says why it
was not taken. In the end each message has to be stored exactly once. Exit code 1 when it is not so.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from faults import Count, judge, newcomers, one_round, told
from postgres import Cluster
from service import Service

MEGABYTES = {"postgres": 160, "sqlite": 24}


@dataclass
class Full(Count):
    """``database_ended``: how often PostgreSQL had to be started again. ``pages_without_words`` has to stay 0."""

    seconds_full: float = 0.0
    database_ended: int = 0
    pages_refused: int = 0
    pages_without_words: int = 0

    @property
    def sound(self) -> bool:
        return super().sound and not self.pages_without_words


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A disk of its own, gone afterwards. Raises RuntimeError where none can be made."""
    folder = Path(tempfile.mkdtemp(prefix="vcassist-disk-"))
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "vcassist", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"a small disk cannot be made here: {done.stderr.strip()}")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
    finally:
        folder.rmdir()


def refused() -> str:
    """Why no disk can be made on this machine, with what to do; nothing where one can."""
    if os.geteuid() != 0:
        return "a small disk is mounted by root: run this as root"
    try:
        with small_disk(1):
            return ""
    except (RuntimeError, OSError) as error:
        return str(error)


def fill(disk: Path) -> Path:
    """Takes all the room that there is, to the last byte."""
    filler = disk / "filler"
    with filler.open("ab", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError:
                continue
    return filler


def send_a_form(service: Service, at: str, words: str, count: Full) -> None:
    """One message as a page without scripts sends it: what is refused has to be in the page that says so."""
    import httpx

    answer = httpx.post(f"{service.url}{at}/say", data={"say": words}, cookies=COOKIES[at], timeout=60)
    if answer.status_code == 303:
        return
    count.pages_refused += 1
    # In the box of the conversation, or where the conversation cannot be shown in the page that says so.
    sound = answer.status_code == 503 and words in answer.text and "Traceback" not in answer.text
    count.pages_without_words += not sound
    if not sound:
        print(f"a page without the words: {answer.status_code} {answer.text[:300]}", file=sys.stderr)


COOKIES: dict[str, dict[str, str]] = {}


def begin_a_page(service: Service) -> str:
    """The address of an assessment that was begun in the pages; its cookie is kept."""
    import httpx

    answer = httpx.post(f"{service.url}/begin", timeout=60)
    at = answer.headers["location"]
    COOKIES[at] = dict(answer.cookies)
    return str(at)


def one_fill(service: Service, disk: Path, page: str, number: int, chance: random.Random, count: Full) -> None:
    """Full for some seconds, then free again; what ended itself meanwhile is started again."""
    filler, began = fill(disk), time.monotonic()
    try:
        seconds = chance.uniform(1.5, 4.0)
        while time.monotonic() < began + seconds:
            send_a_form(service, page, f"We use a form of {number}.", count)
            time.sleep(0.3)
    finally:
        filler.unlink()
    count.seconds_full = round(count.seconds_full + time.monotonic() - began, 1)
    cluster = service.cluster
    if cluster is None or cluster.process is None:
        return
    # It may also end a moment later, when it fails to start its own parts again.
    until = time.monotonic() + 5
    while time.monotonic() < until and cluster.process.poll() is None and not cluster.answers():
        time.sleep(0.1)
    if cluster.process.poll() is not None:
        count.database_ended += 1
        cluster.start()


def run(kind: str, times: int, seed: int, tell: bool = True) -> Full:
    """Fills it so many times under one service. Raises RuntimeError when it does not recover."""
    chance, count, people = random.Random(seed), Full(), []
    serve = [sys.executable, str(Path(__file__).with_name("faults.py")), "--serve"]
    with small_disk(MEGABYTES[kind]) as disk:
        cluster = None
        if kind == "postgres":
            # Small log files, so that room for a new one is asked for often.
            more = {"min_wal_size": "2MB", "max_wal_size": "8MB", "wal_recycle": "off", "wal_init_zero": "on"}
            cluster = Cluster(folder=disk, initdb=["--wal-segsize=1"], **more)
        own = None if cluster else disk
        with Service(kind, 2 if cluster else 1, serve, cluster=cluster, folder=own) as service:
            address = cluster.url if cluster else str(service.folder / "vcassist.sqlite")
            page = begin_a_page(service)
            for number in range(times):
                people = newcomers(service, people, number, count)
                one_round(
                    service,
                    people,
                    lambda n=number: one_fill(service, disk, page, n, chance, count),  # type: ignore[misc]
                    number,
                    chance,
                    count,
                )
                judge(address, people, count)
                if tell:
                    print(f"{number + 1:>4} times full: {asdict(count)}", file=sys.stderr, flush=True)
    count.turns += sum(len(p.answered) for p in people)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=tuple(MEGABYTES))
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    if why := refused():
        print(f"No disk can be filled here: {why}.", file=sys.stderr)
        return 2
    return told(f"disk-{args.what}", run(args.what, args.times, args.seed), args.json)


if __name__ == "__main__":
    raise SystemExit(main())
