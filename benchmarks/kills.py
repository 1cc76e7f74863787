"""Kills a real server with SIGKILL in mid-turn, again and again, and counts what became of each turn.

python benchmarks/kills.py --times 100 [--seed 1] [--json]

Each round: some people talk to a server of its own process, several at once, over the API; at a random moment it is
killed; it is started again on the same database, which is then compared with what was answered. What was acknowledged
has to be there exactly once and word for word; what was sent and not answered may be there whole, or not at all.
Everything is the product's own but the glossary, which is left out so that no index is needed. Exit code 1 when a turn
was lost, doubled or halved.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

from loopback import free_port, wait_for  # noqa: E402

PEOPLE = 3


@dataclass
class Person:
    """One assessment, what was answered in it, and the message that was under way when the server went."""

    id: str
    token: str
    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    open: str = ""
    trouble: str = ""

    @property
    def key(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass
class Count:
    """What became of the turns. ``lost``, ``doubled``, ``halved`` and ``damaged`` have to stay 0."""

    kills: int = 0
    acknowledged: int = 0
    cut_off: int = 0
    cut_off_but_whole: int = 0
    lost: int = 0
    doubled: int = 0
    halved: int = 0
    damaged: int = 0

    @property
    def sound(self) -> bool:
        return not (self.lost or self.doubled or self.halved or self.damaged)


class Server:
    """The server on a data folder, in a process that can be killed."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        env = {**os.environ, "VCASSIST_DATA": str(folder), "VCASSIST_READER": "offline"}
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--serve", str(self.port)],
            env={**env, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self.url = f"http://127.0.0.1:{self.port}"
        try:
            wait_for(f"{self.url}/healthz", self.process, 120)
        except RuntimeError as error:
            raise RuntimeError(f"The server did not start: {self.kill()[-500:]}") from error

    def kill(self) -> str:
        """Ends it as a power cut would, and gives what it had written to standard error."""
        if self.process.stderr is None or self.process.stderr.closed:
            return ""
        self.process.send_signal(signal.SIGKILL)
        return self.process.communicate(timeout=30)[1].decode("utf-8", "replace")


class Nothing:
    """A glossary that covers nothing, so that no index is needed."""

    def search(self, query: str, limit: int = 5) -> tuple[list[Any], bool]:
        return [], False

    def answer(self, question: str) -> Any:
        from vcassist.interview.ports import Answer

        return Answer("My glossary does not cover that.", (), False)

    def definition(self, term: str) -> None:
        return None

    def reachable(self) -> None:
        """Always."""


def serve(port: int) -> None:
    """The product's own server with the offline reader, and a glossary that covers nothing."""
    import uvicorn

    from vcassist.app import open_app
    from vcassist.web.server import create_app

    app = open_app()
    app.__dict__["glossary"] = Nothing()
    # Loaded before the first turn, so that kills fall into turns and not into loading.
    _ = app.store, app.rules, app.tools
    uvicorn.run(create_app(app), host="127.0.0.1", port=port, log_level="warning", access_log=False)


def talk(server: Server, person: Person, says: list[str], stop: threading.Event) -> None:
    """Says one thing after another until the server is gone. What is answered is acknowledged."""
    import httpx

    with httpx.Client(base_url=server.url, timeout=60) as client:
        for said in says:
            if stop.is_set():
                return
            person.open = said
            try:
                answer = client.post(f"/api/v1/sessions/{person.id}/turns", json={"say": said}, headers=person.key)
            except httpx.HTTPError:
                return
            if answer.status_code != 200:
                person.trouble = f"A turn was answered {answer.status_code}: {answer.text[:300]}"
                return
            person.acknowledged.append((said, answer.json()["reply"]))
            person.open = ""


def one_round(server: Server, people: list[Person], chance: random.Random, number: int) -> None:
    """Lets all talk at once and kills the server somewhere between the first and about the fifth turn."""
    stop = threading.Event()
    threads = []
    for which, person in enumerate(people):
        says = [f"We use tool {number}-{which}-{n} for letters to patients. " + "More of it. " * n for n in range(40)]
        threads.append(threading.Thread(target=talk, args=(server, person, says, stop)))
    for thread in threads:
        thread.start()
    before = sum(len(p.acknowledged) for p in people)
    wanted, until = chance.randrange(0, 4 * len(people)), time.monotonic() + 60
    while sum(len(p.acknowledged) for p in people) - before < wanted and time.monotonic() < until:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.15))
    server.kill()
    stop.set()
    for thread in threads:
        thread.join(90)
    trouble = [person.trouble for person in people if person.trouble]
    if trouble:
        raise RuntimeError(trouble[0])


def judge(folder: Path, people: list[Person], count: Count) -> None:
    """Compares the database with what was answered; what was cut off and is there whole counts from now on."""
    with sqlite3.connect(folder / "vcassist.sqlite") as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            count.damaged += 1
        rows = {
            p.id: connection.execute(
                "SELECT number, body FROM turns WHERE session_id = ? ORDER BY number", (p.id,)
            ).fetchall()
            for p in people
        }
    connection.close()
    for person in people:
        said = []
        for at, (number, body) in enumerate(rows[person.id]):
            turn = whole(body, number)
            count.halved += turn is None or number != at
            if turn is not None and number > 0:
                said.append((turn["said"], turn["reply"]))
        for pair in person.acknowledged:
            count.lost += said.count(pair) == 0
            count.doubled += said.count(pair) > 1
        extra = [pair for pair in said if pair not in person.acknowledged]
        if person.open:
            count.cut_off += 1
            if [words for words, _ in extra] == [person.open]:
                count.cut_off_but_whole += 1
                person.acknowledged += extra
                extra = []
        count.doubled += len(extra)
        person.open = ""


def whole(body: str, number: int) -> dict[str, Any] | None:
    """The turn of a row, or None when it is not one whole turn with this number and a reply."""
    from vcassist.errors import VcassistError
    from vcassist.interview.session import turn_from_json

    try:
        turn = turn_from_json(json.loads(body))
    except (ValueError, VcassistError):
        return None
    return {"said": turn.said, "reply": turn.reply} if turn.number == number and turn.reply and turn.at else None


def run(times: int, seed: int, folder: Path, tell: bool = True) -> Count:
    """Kills the server ``times`` times on one database. Raises RuntimeError when a server does not start again."""
    import httpx

    chance, count, people = random.Random(seed), Count(), []
    for number in range(times):
        server = Server(folder)
        try:
            # The same people go on for some rounds, so that what is old is looked at again after later kills.
            if number % 5 == 0:
                made = [httpx.post(f"{server.url}/api/v1/sessions", json={}, timeout=60).json() for _ in range(PEOPLE)]
                count.acknowledged += sum(len(p.acknowledged) for p in people)
                people = [Person(m["id"], m["token"]) for m in made]
            one_round(server, people, chance, number)
        finally:
            server.kill()
        count.kills += 1
        judge(folder, people, count)
        if tell:
            print(f"{number + 1:>4} kills: {asdict(count)}", file=sys.stderr, flush=True)
    count.acknowledged += sum(len(p.acknowledged) for p in people)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--serve", type=int, metavar="PORT", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        serve(args.serve)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        count = run(args.times, args.seed, Path(folder))
    if args.json:
        print(json.dumps(asdict(count)))
    else:
        print("| what | number |\n|---|---:|")
        for name, number in asdict(count).items():
            print(f"| {name.replace('_', ' ')} | {number} |")
    return 0 if count.sound else 1


if __name__ == "__main__":
    raise SystemExit(main())
