"""Many people, and a language model's server that is slow, hangs or answers garbage: who is told to come back, and who waits how long.

python benchmarks/models.py --json benchmarks/figures/models.json
python benchmarks/models.py --people 12 --seconds 6 --behaviours garbage --workers 1

A real HTTP server on loopback plays the model; two workers on PostgreSQL read with it and with the offline reader. People answer
after a second or two, far more of them than can be answered while a model is slow. Meanwhile PostgreSQL is asked, ten times a
second, how long a worker's oldest transaction is open: a model call, which takes 4 s or never ends, must not hold one. Each
acknowledged message has to be stored exactly once, whoever is refused has to get 503 with Retry-After and a sentence, nobody
may wait for longer than the longest wait that is allowed. Exit code 1 when it is not so.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "src")]

from faults import Count, Person, judge  # noqa: E402
from service import Service, machine  # noqa: E402

# Nobody waits longer: the turns before one's own in the queue of a worker (3 rounds of 24), each at most 30 s with its model.
LONGEST_WAIT = 95.0
SLOW_SECONDS = 4.0
# A transaction that is open as long may have a model call in it. On a machine that works to its limit, one of milliseconds can
# take a second: its thread waits for its turn, and the disk for what was written.
HELD = SLOW_SECONDS - 1.0
BEHAVIOURS = ("good", "slow", "hanging", "garbage")
GARBAGE = (
    b"<html>gateway</html>",
    b'{"choices": [',
    b"\xff\xfe\x00",
    b"",
    b'{"choices": [{"message": {"content": "[1, 2"}}]}',
)


@dataclass
class Seen(Count):
    """What happened with one behaviour. ``busy``: 503 with Retry-After. ``held`` has to stay 0: looks at which one was open for ``HELD``."""

    behaviour: str = ""
    people: int = 0
    seconds: float = 0.0
    asked_of_the_model: int = 0
    busy: int = 0
    busy_without_retry_after: int = 0
    p50: float = 0.0
    p95: float = 0.0
    held: int = 0
    longest_transaction: float = 0.0
    looked: int = 0
    most_connections: int = 0
    waits: list[float] = field(default_factory=list, repr=False)

    @property
    def sound(self) -> bool:
        bad = self.busy_without_retry_after or self.held or self.longest_wait > LONGEST_WAIT
        return super().sound and not bad


class Model:
    """Speaks as much of the OpenAI protocol as is needed, and behaves as ``behaviour`` says at the moment."""

    def __init__(self, behaviour: str) -> None:
        self.behaviour, self.asked, self.closing = behaviour, 0, threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("content-length") or 0))
                outer.asked += 1
                try:
                    outer.behave(self)
                except OSError:
                    return

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads, request_queue_size = True, 256

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def behave(self, request: BaseHTTPRequestHandler) -> None:
        if self.behaviour == "hanging":
            self.closing.wait(120)
            return
        if self.behaviour == "slow":
            self.closing.wait(SLOW_SECONDS)
        body = random.choice(GARBAGE) if self.behaviour == "garbage" else completion()
        request.send_response(200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


def completion() -> bytes:
    """What a model that found nothing says."""
    said = {"role": "assistant", "content": json.dumps({"facts": [], "intent": "answer"})}
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    choice = {"index": 0, "message": said, "finish_reason": "stop"}
    told = {"id": "1", "object": "chat.completion", "created": 1, "model": "local", "choices": [choice], "usage": usage}
    return json.dumps(told).encode()


def talk(service: Service, person: Person, which: int, until: float, seen: Seen, lock: threading.Lock) -> None:
    """Says one thing after another; who is refused comes back when told to, with the same words and key."""
    import httpx

    chance, number = random.Random(which), 0
    with httpx.Client(base_url=service.url, timeout=LONGEST_WAIT + 30) as client:
        while time.monotonic() < until:
            number += 1
            words, began = f"We use tool {which}-{number} for letters to patients.", time.monotonic()
            headers = {"Authorization": f"Bearer {person.token}", "Idempotency-Key": f"{which}-{number}"}
            while True:
                sent = time.monotonic()
                answer = client.post(f"/api/v1/sessions/{person.id}/turns", json={"say": words}, headers=headers)
                took = time.monotonic() - sent
                with lock:
                    seen.longest_wait = max(seen.longest_wait, round(took, 1))
                if answer.status_code == 200:
                    person.answered.append((words, answer.json()["reply"]))
                    with lock:
                        seen.waits.append(time.monotonic() - began)
                    break
                refused(answer, seen, lock)
                if time.monotonic() > until:
                    return
                time.sleep(float(answer.headers.get("Retry-After", 1)))
            time.sleep(chance.uniform(1.0, 2.0))


def refused(answer: Any, seen: Seen, lock: threading.Lock) -> None:
    with lock:
        seen.sent_again += 1
        sound = answer.status_code == 503 and "vcassist" in answer.json().get("type", "")
        seen.told_in_a_sentence += sound
        seen.no_sentence += not sound
        seen.busy += answer.status_code == 503
        seen.busy_without_retry_after += answer.status_code == 503 and "Retry-After" not in answer.headers
        if not sound:
            print(f"not a sentence of ours: {answer.status_code} {answer.text[:300]}", file=sys.stderr)


@contextmanager
def watching(address: str, seen: Seen) -> Iterator[None]:
    """Asks PostgreSQL all the time what the workers' connections are at."""
    import psycopg

    asked = (
        "SELECT count(*), coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)::float8 "
        "FROM pg_stat_activity WHERE application_name = 'vcassist'"
    )
    stop = threading.Event()

    def watch() -> None:
        with psycopg.connect(address, autocommit=True) as connection:
            while not stop.wait(0.1):
                row = connection.execute(asked).fetchone() or (0, 0)
                seen.looked += 1
                seen.most_connections = max(seen.most_connections, row[0])
                seen.held += row[1] >= HELD
                seen.longest_transaction = max(seen.longest_transaction, round(row[1], 2))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def run(behaviour: str, people: int, seconds: float, workers: int = 2) -> Seen:
    """Lets so many talk for so long while the model behaves like that."""
    import httpx

    seen, lock, model = Seen(behaviour=behaviour, people=people, seconds=seconds), threading.Lock(), Model(behaviour)
    serve = [sys.executable, str(Path(__file__).with_name("faults.py")), "--serve"]
    asks = {"VCASSIST_MODEL": "openai:local", "VCASSIST_MODEL_URL": model.url, "VCASSIST_MODEL_KEY": "none"}
    # As long as a host waits for a model by default.
    asks["VCASSIST_MODEL_SECONDS"] = "30"
    more = {**asks, "VCASSIST_READER": "combined", "VCASSIST_SPEAKER": "templates"}
    try:
        with Service("postgres", workers, serve, **more) as service:
            assert service.cluster is not None
            with httpx.Client(base_url=service.url, timeout=60) as client:
                made = [client.post("/api/v1/sessions", json={}).raise_for_status().json() for _ in range(people)]
            everybody = [Person(each["id"], each["token"]) for each in made]
            until = time.monotonic() + seconds
            threads = [
                threading.Thread(target=talk, args=(service, person, which, until, seen, lock))
                for which, person in enumerate(everybody)
            ]
            with watching(service.cluster.url, seen):
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
            judge(service.cluster.url, everybody, seen)
    finally:
        model.close()
    times = sorted(seen.waits)
    seen.turns, seen.asked_of_the_model = len(times), model.asked
    if times:
        seen.p50, seen.p95 = (round(times[min(len(times) - 1, int(share * len(times)))], 2) for share in (0.5, 0.95))
    return seen


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--behaviours", default=",".join(BEHAVIOURS))
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    rows = []
    for behaviour in args.behaviours.split(","):
        seen = run(behaviour, args.people, args.seconds, args.workers)
        rows.append({name: value for name, value in asdict(seen).items() if name != "waits"} | {"sound": seen.sound})
        print(json.dumps(rows[-1]), flush=True)
    if args.json:
        told = {"machine": machine(), "workers": args.workers, "slow_seconds": SLOW_SECONDS, "rows": rows}
        Path(args.json).write_text(json.dumps(told, indent=1) + "\n")
    return 0 if all(row["sound"] for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
