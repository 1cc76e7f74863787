"""Kills a worker or PostgreSQL in mid-turn, again and again, while people talk, and counts what became of each turn.

python benchmarks/faults.py worker --times 100
python benchmarks/faults.py database --times 100

Two workers on PostgreSQL. At a random moment a worker or the whole database is killed with SIGKILL; the database is started
again, a worker is replaced by the server itself, and nothing else is restarted. People do as
the browser does: what is not answered is sent again with the same key. In the end each message has to be stored exactly
once, whole, in its place, with the reply that was acknowledged. Exit code 1 when one was lost, doubled or halved, when it did
not recover by itself, or when somebody saw something else than a sentence. `kills.py` does the same to a whole server on SQLite, `search_kills.py` to Chroma,
`network.py` cuts the line to the database, `disk.py` fills its disk, `clocks.py` sets the clock back and forth.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from service import Service, machine

PEOPLE = 4
# Each says so many things at least in a round, and one after the fault.
TURNS = 6
# Between what people say while they wait for the fault to be over.
PAUSE = 0.2
PATIENCE = 120.0
FRUITLESS = 5


@dataclass
class Count:
    """What became of the turns. ``lost``, ``doubled``, ``halved``, ``wrong`` and ``no_sentence`` have to stay 0."""

    kills: int = 0
    turns: int = 0
    sent_again: int = 0
    told_in_a_sentence: int = 0
    no_sentence: int = 0
    lost: int = 0
    doubled: int = 0
    halved: int = 0
    wrong: int = 0
    longest_wait: float = 0.0

    @property
    def sound(self) -> bool:
        return not (self.lost or self.doubled or self.halved or self.wrong or self.no_sentence)


@dataclass
class Person:
    """One assessment with what was said in it and answered, in order."""

    id: str
    token: str
    answered: list[tuple[str, str]] = field(default_factory=list)
    trouble: str = ""


def app() -> Any:
    """The product's application with its offline reader and a glossary that covers nothing, so that no index is needed."""
    from kills import Nothing

    from vcassist.app import open_app
    from vcassist.web.server import create_app, warm_up

    made = open_app()
    made.__dict__["glossary"] = Nothing()
    # Loaded before the first turn, so that faults fall into turns and not into loading.
    warm_up(made)
    _ = made.tools
    return create_app(made)


def serve() -> None:
    import uvicorn

    port, workers = int(os.environ["VCASSIST_PORT"]), int(os.environ["VCASSIST_WORKERS"])
    # As the product's own server has it.
    patience = {"timeout_worker_healthcheck": 30}
    uvicorn.run(
        "faults:app", factory=True, workers=workers, port=port, log_level="warning", access_log=False, **patience
    )


def say(client: Any, person: Person, words: str, key: str, count: Count, lock: threading.Lock) -> None:
    """Sends one message until it is answered, always with the same key."""
    import httpx

    began, until = time.monotonic(), time.monotonic() + PATIENCE
    headers = {"Authorization": f"Bearer {person.token}", "Idempotency-Key": key}
    while time.monotonic() < until:
        try:
            answer = client.post(f"/api/v1/sessions/{person.id}/turns", json={"say": words}, headers=headers)
        except httpx.HTTPError:
            answer = None
        if answer is not None and answer.status_code == 200:
            person.answered.append((words, answer.json()["reply"]))
            with lock:
                count.longest_wait = max(count.longest_wait, round(time.monotonic() - began, 1))
            return
        with lock:
            count.sent_again += 1
            if answer is not None:
                sound = answer.status_code in (409, 503) and "vcassist" in answer.json().get("type", "")
                count.told_in_a_sentence += sound
                count.no_sentence += not sound
                if not sound:
                    print(f"not a sentence of ours: {answer.status_code} {answer.text[:300]}", file=sys.stderr)
        time.sleep(0.1)
    last = f"{answer.status_code} {answer.text[:300]}" if answer is not None else "no answer at all"
    person.trouble = f"{words!r} was not answered within {PATIENCE:.0f} s; the last time: {last}"


def turns(at_least: int, over: threading.Event) -> Iterator[int]:
    """So many turns, and more until the fault is over; the last one begins after it, so that no fault falls into silence."""
    for turn in itertools.count():
        last = over.is_set()
        yield turn
        if last and turn + 1 >= at_least:
            return
        if turn + 1 >= at_least:
            time.sleep(PAUSE)


def talk(
    service: Service,
    person: Person,
    number: int,
    which: int,
    count: Count,
    lock: threading.Lock,
    over: threading.Event,
) -> None:
    import httpx

    with httpx.Client(base_url=service.url, timeout=60) as client:
        for turn in turns(TURNS, over):
            words = f"We use tool {number}-{which}-{turn}. " + "More of it. " * (turn % TURNS)
            say(client, person, words, f"{number}-{which}-{turn}", count, lock)
            if person.trouble:
                return


def strike(service: Service, what: str, chance: random.Random) -> None:
    """Kills it; what does not come back by itself is started again after a moment."""
    if what == "worker":
        os.kill(chance.choice(service.workers()), signal.SIGKILL)
        return
    assert service.cluster is not None
    service.cluster.kill()
    time.sleep(chance.uniform(0, 0.5))
    service.cluster.start()


def one_round(
    service: Service,
    people: list[Person],
    hit: Callable[[], None],
    number: int,
    chance: random.Random,
    count: Count,
    talking: Callable[..., None] = talk,
) -> None:
    """Lets all talk, does ``hit`` in the middle of it, and waits until everybody is answered, also after it. Raises RuntimeError where somebody is not."""
    lock, over = threading.Lock(), threading.Event()
    threads = [
        threading.Thread(target=talking, args=(service, person, number, which, count, lock, over))
        for which, person in enumerate(people)
    ]
    before = sum(len(p.answered) for p in people)
    for thread in threads:
        thread.start()
    wanted, until = chance.randrange(0, 3 * len(people)), time.monotonic() + 60
    while sum(len(p.answered) for p in people) - before < wanted and time.monotonic() < until:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.15))
    try:
        hit()
    finally:
        over.set()
    count.kills += 1
    for thread in threads:
        thread.join(2 * PATIENCE)
    trouble = [p.trouble for p in people if p.trouble]
    if trouble:
        raise RuntimeError(f"It did not recover by itself: {trouble[0]}")


def judge(address: str, people: list[Person], count: Count) -> None:
    """Compares the database (an address, or the path of an SQLite file) with what was answered."""
    from kills import whole

    for person, rows in zip(people, rows_of(address, people), strict=True):
        stored = []
        for at, (number, body) in enumerate(rows):
            turn = whole(body, number)
            count.halved += turn is None or number != at
            if turn is not None and number > 0:
                stored.append((turn["said"], turn["reply"]))
        said = [words for words, _ in stored]
        for words, _ in person.answered:
            count.lost += said.count(words) == 0
            count.doubled += said.count(words) > 1
        count.wrong += stored != person.answered and sorted(said) == sorted(w for w, _ in person.answered)
        count.doubled += max(0, len(said) - len(person.answered))


def rows_of(address: str, people: list[Person]) -> list[list[tuple[int, str]]]:
    """(number, body) of each person's turns, in order."""
    if not address.startswith("postgresql"):
        with closing(sqlite3.connect(address)) as file:
            asked = "SELECT number, body FROM turns WHERE session_id = ? ORDER BY number"
            return [file.execute(asked, (person.id,)).fetchall() for person in people]
    import psycopg

    with psycopg.connect(address) as connection:
        asked = "SELECT number, body FROM turns WHERE session_id = %s ORDER BY number"
        return [connection.execute(asked, (person.id,)).fetchall() for person in people]


def run(what: str, times: int, seed: int, tell: bool = True) -> Count:
    """Kills it so many times in one service, and on, up to ``FRUITLESS`` times as often, until a fault has cost somebody an answer.

    Of two workers one may answer everybody, and the other's death is felt by nobody. Raises RuntimeError when it does not recover.
    """
    chance, count, people = random.Random(seed), Count(), []
    with Service("postgres", 2, [sys.executable, str(Path(__file__)), "--serve"]) as service:
        assert service.cluster is not None
        for number in range(FRUITLESS * times):
            if number >= times and count.sent_again:
                break
            people = newcomers(service, people, number, count)
            one_round(service, people, lambda: strike(service, what, chance), number, chance, count)
            judge(service.cluster.url, people, count)
            if tell:
                print(f"{number + 1:>4} kills: {asdict(count)}", file=sys.stderr, flush=True)
    count.turns += sum(len(p.answered) for p in people)
    return count


def newcomers(
    service: Service, people: list[Person], number: int, count: Count, how_many: int = PEOPLE
) -> list[Person]:
    """The same people for five rounds, so that what is old is looked at again after later faults; then others."""
    import httpx

    if number % 5:
        return people
    count.turns += sum(len(p.answered) for p in people)
    made = [httpx.post(f"{service.url}/api/v1/sessions", json={}, timeout=60).json() for _ in range(how_many)]
    return [Person(m["id"], m["token"]) for m in made]


def told(what: str, count: Count, path: str | None) -> int:
    """Prints the figures, writes them where asked, and gives the exit code."""
    print(f"| {what} | number |\n|---|---:|")
    for name, number in asdict(count).items():
        print(f"| {name.replace('_', ' ')} | {number} |")
    if path:
        Path(path).write_text(json.dumps({"what": what, "machine": machine(), **asdict(count)}, indent=1) + "\n")
    return 0 if count.sound else 1


def main() -> int:
    if "--serve" in sys.argv:
        serve()
        return 0
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("worker", "database"))
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    return told(args.what, run(args.what, args.times, args.seed), args.json)


if __name__ == "__main__":
    raise SystemExit(main())
