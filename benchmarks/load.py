"""Lets many simulated people talk to a real server at once, and prints errors, times, throughput and memory.

python benchmarks/load.py                                    200 people, 10 minutes, PostgreSQL, 2 workers
python benchmarks/load.py --database sqlite                  the same on SQLite with one worker
python benchmarks/load.py --curve 50,100,200,400,800         two minutes for each number, until it breaks
python benchmarks/load.py --people 5 --minutes 0.2 --pause 0.2-0.5

Each person begins an assessment, tells a story, and answers what is asked after 8 to 20 seconds, over the API, each turn with
an Idempotency-Key. Whoever has nothing left to answer begins another assessment. A turn's time runs from sending to the whole
answer. The time in which people arrive and tell their stories does not count: in a curve nine arrive a second, else all within half a
minute, and each thinks for up to 20 seconds first. The load itself runs on the same machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from service import Service, children, command_of, cpu_seconds, cpu_seconds_of_all, machine, memory_mb

STORIES = (
    "We are a clinic in Kisumu with 14 staff. Nurses use ChatGPT to translate letters for patients.",
    "We are a school in Leeds. Teachers use Copilot to write reports, and nobody checks them.",
    "Our town hall answers mail with a chatbot that runs on Llama 3 on our own server.",
    "We are an NGO with 40 people. An app from a small company sorts requests for help with an open model.",
)
ASIDES = ("Why do you ask?", "What is a GPU?", "I don't know", "Skip this question", "What does fine-tuning mean?")
ARRIVAL = 30.0
# Above 270 people so many arrive a second: a step of a curve is to measure so many who talk, not so many who come at once.
ARRIVE_A_SECOND = 9.0


@dataclass
class Seen:
    """What happened in one run. ``turns``: (when it was answered, seconds it took), both since the beginning."""

    turns: list[tuple[float, float]] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    first_error: str = ""
    memory: list[tuple[float, float]] = field(default_factory=list)
    busy: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    settled: float = 0.0

    def times(self) -> list[float]:
        return sorted(took for at, took in self.turns if at >= self.settled)

    def percentile(self, share: float) -> float:
        times = self.times()
        return times[min(len(times) - 1, int(share * len(times)))] if times else float("nan")

    def rate(self, part: float = 0.0, of: float = 1.0) -> float:
        """Turns a second within a part of the run after the arrival."""
        begin = self.settled
        span = self.seconds - begin
        low, high = begin + part * span, begin + of * span
        return sum(low <= at < high for at, _ in self.turns) / (high - low)


def answer_to(asked: str | None, chance: random.Random) -> str:
    """What a person says to a question: mostly one of its answers, at times something else."""
    from vcassist.chain.facts import field_of

    if asked is None or chance.random() < 0.15:
        return chance.choice(ASIDES)
    options = list(field_of(asked).options.values())
    return chance.choice(options) if options else chance.choice(("OpenAI", "Kenya", "about 20", "I don't know"))


async def person(
    url: str, number: int, arrival: float, pause: tuple[float, float], until: float, began: float, seen: Seen
) -> None:
    """Comes within ``arrival`` seconds and talks until the time is up."""
    import httpx

    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, arrival))
    async with httpx.AsyncClient(base_url=url, timeout=120) as client:
        while time.perf_counter() < until:
            try:
                made = await client.post("/api/v1/sessions", json={})
                made.raise_for_status()
                await conversation(client, made.json(), chance, pause, until, began, seen)
            except httpx.HTTPStatusError as error:
                seen.errors[str(error.response.status_code)] += 1
                seen.first_error = seen.first_error or error.response.text[:200]
                await asyncio.sleep(chance.uniform(*pause))
            except httpx.HTTPError as error:
                seen.errors[type(error).__name__] += 1
                seen.first_error = seen.first_error or repr(error)
                await asyncio.sleep(chance.uniform(*pause))


async def conversation(
    client: Any,
    made: dict[str, Any],
    chance: random.Random,
    pause: tuple[float, float],
    until: float,
    began: float,
    seen: Seen,
) -> None:
    say: str = chance.choice(STORIES)
    key = {"Authorization": f"Bearer {made['token']}"}
    while True:
        await asyncio.sleep(chance.uniform(*pause))
        if time.perf_counter() > until:
            return
        sent = time.perf_counter()
        headers = {**key, "Idempotency-Key": f"{chance.random()}"}
        answer = await client.post(f"/api/v1/sessions/{made['id']}/turns", json={"say": say}, headers=headers)
        answer.raise_for_status()
        now = time.perf_counter()
        seen.turns.append((now - began, now - sent))
        told = answer.json()
        if told["done"]:
            return
        say = answer_to(told["asked"], chance)


async def watch(service: Service, began: float, until: float, seen: Seen) -> None:
    """Notes the memory of the workers every few seconds, and how busy each kind of process was in all."""
    start, all_start = cpu_of(service), cpu_seconds_of_all()
    while time.perf_counter() < until:
        seen.memory.append((time.perf_counter() - began, sum(memory_mb(pid) for pid in service.workers())))
        await asyncio.sleep(2)
    took = time.perf_counter() - began
    end = cpu_of(service)
    seen.busy = {name: (end[name] - start.get(name, 0.0)) / took for name in end}
    # What else ran on the machine took its share too, and belongs to the figures.
    seen.busy["other programs"] = max(0.0, (cpu_seconds_of_all() - all_start) / took - sum(seen.busy.values()))


def cpu_of(service: Service) -> dict[str, float]:
    """Processor seconds so far by kind of process, this one included."""
    found = {"workers": sum(cpu_seconds(pid) for pid in service.workers()), "simulated people": time.process_time()}
    if service.chroma and service.chroma.process:
        found["Chroma"] = cpu_seconds(service.chroma.process.pid)
    if service.cluster and service.cluster.process:
        pids = [service.cluster.process.pid, *children(service.cluster.process.pid)]
        found["PostgreSQL"] = sum(cpu_seconds(pid) for pid in pids if command_of(pid))
    return found


async def run(service: Service, people: int, seconds: float, pause: tuple[float, float]) -> Seen:
    """Lets them talk for so long, once all have arrived and told their story."""
    arrival = min(max(ARRIVAL, people / ARRIVE_A_SECOND), seconds)
    settled = min(arrival + pause[1] + 5, seconds)
    began = time.perf_counter()
    until, seen = began + settled + seconds, Seen(seconds=settled + seconds, settled=settled)
    async with asyncio.TaskGroup() as group:
        group.create_task(watch(service, began, until, seen))
        for number in range(people):
            group.create_task(person(service.url, number, arrival, pause, until, began, seen))
    return seen


def by_minute(seen: Seen) -> list[dict[str, Any]]:
    """Throughput, times and memory of each whole minute, the one in which people arrive included."""
    found = []
    for minute in range(int(seen.seconds // 60)):
        low, high = 60.0 * minute, 60.0 * (minute + 1)
        times = sorted(took for at, took in seen.turns if low <= at < high)
        memory = [mb for at, mb in seen.memory if low <= at < high]
        found.append(
            {
                "minute": minute + 1,
                "turns_a_second": round(len(times) / 60, 2),
                "p95": round(times[min(len(times) - 1, int(0.95 * len(times)))], 3) if times else None,
                "memory": round(sum(memory) / len(memory)) if memory else None,
            }
        )
    return found


def row(people: int, seen: Seen) -> dict[str, Any]:
    memory = [mb for at, mb in seen.memory if at >= seen.settled]
    return {
        "people": people,
        "minutes": round((seen.seconds - seen.settled) / 60, 1),
        "turns": len(seen.times()),
        "errors": sum(seen.errors.values()),
        "p50": round(seen.percentile(0.5), 3),
        "p95": round(seen.percentile(0.95), 3),
        "worst": round(max(seen.times(), default=float("nan")), 3),
        "turns_a_second": round(seen.rate(), 2),
        "first_half": round(seen.rate(0, 0.5), 2),
        "second_half": round(seen.rate(0.5, 1), 2),
        "memory_first": round(memory[0]) if memory else 0,
        "memory_last": round(memory[-1]) if memory else 0,
        "busy": {name: round(cores, 2) for name, cores in seen.busy.items()},
        "kinds_of_error": dict(seen.errors),
        "by_minute": by_minute(seen),
    }


HEAD = (
    "| people | minutes | turns | errors | p50 a turn | p95 a turn | worst | turns a second (first, second half) | memory of the workers, first → last | cores busy |",
    "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|",
)


def line(found: dict[str, Any]) -> str:
    busy = ", ".join(f"{name} {cores:.2f}" for name, cores in found["busy"].items())
    return (
        f"| {found['people']} | {found['minutes']} | {found['turns']:,} | {found['errors']} | {found['p50']:.3f} s | {found['p95']:.3f} s | {found['worst']:.3f} s "
        f"| {found['turns_a_second']} ({found['first_half']}, {found['second_half']}) | {found['memory_first']} → {found['memory_last']} MB | {busy} |"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--pause", default="8-20", help="seconds until a person answers, at least and at most")
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="postgres")
    parser.add_argument("--workers", type=int, help="default: 2 on PostgreSQL, 1 on SQLite")
    parser.add_argument("--curve", help="numbers of people, one after another, until it breaks")
    parser.add_argument("--p95", type=float, default=1.0, help="seconds above which it counts as broken")
    parser.add_argument("--json", metavar="FILE", help="also write the figures there")
    args = parser.parse_args()
    low, _, high = args.pause.partition("-")
    pause = (float(low), float(high or low))
    workers = args.workers or (2 if args.database == "postgres" else 1)
    steps = [int(each) for each in args.curve.split(",")] if args.curve else [args.people]
    minutes = min(args.minutes, 2.0) if args.curve else args.minutes
    found = []
    print(
        f"vcassist on {machine()}; {args.database}, {workers} worker(s), offline reader, answers after {args.pause} s\n"
    )
    print("\n".join(HEAD), flush=True)
    broken = False
    with Service(args.database, workers) as service:
        for people in steps:
            found.append(row(people, asyncio.run(run(service, people, 60 * minutes, pause))))
            print(line(found[-1]), flush=True)
            if args.json:
                # After each step, so that what was measured stays when somebody stops it.
                told = {
                    "machine": machine(),
                    "database": args.database,
                    "workers": workers,
                    "pause": args.pause,
                    "rows": found,
                }
                Path(args.json).write_text(json.dumps(told, indent=1) + "\n")
            broken = found[-1]["errors"] > 0 or not found[-1]["p95"] <= args.p95
            if broken and found[-1]["kinds_of_error"]:
                print(f"\nErrors: {found[-1]['kinds_of_error']}", file=sys.stderr)
            if broken:
                break
    return 1 if broken and not args.curve else 0


if __name__ == "__main__":
    raise SystemExit(main())
