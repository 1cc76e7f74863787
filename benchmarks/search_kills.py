"""Kills the Chroma server in mid-turn, again and again, while people ask and search, and counts what each of them got.

python benchmarks/search_kills.py --times 100 --json benchmarks/figures/faults-chroma.json

Two workers on PostgreSQL and a Chroma server. At a random moment while people ask in their conversation, ask the glossary and
search it, Chroma is killed with SIGKILL, and started again after a moment; nothing else is restarted. A question in a
conversation has to be answered and stored exactly once, at worst with a sentence that says that the glossary does not answer just
now; a search and a question to the glossary get their answer or 503 with a sentence. After each kill both workers have to find
and cite again by themselves, the same as before. Exit code 1 when it is not so. With --small the glossary has four entries and toy weights, so that
no index of the whole glossary has to be built first; VCASSIST_DATA may name a folder that has one.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "src")]

from faults import Count, Person, judge, newcomers, one_round, say, told, turns  # noqa: E402
from service import Service  # noqa: E402

QUESTIONS = {False: ("What is a GPU?", "What is fine-tuning?"), True: ("What is a graphics card?",)}
TURNS = 4
RECOVERY = 60.0


@dataclass
class Searches(Count):
    """What was asked beside the turns. ``not_found_again`` has to stay 0: both workers find again after each kill."""

    searches: int = 0
    searches_refused: int = 0
    turns_without_glossary: int = 0
    not_found_again: int = 0
    longest_until_found_again: float = 0.0

    @property
    def sound(self) -> bool:
        return super().sound and not self.not_found_again


def app() -> Any:
    """The product's application on a small glossary with toy weights, whose index lies on the Chroma server."""
    sys.path.append(str(ROOT / "tests" / "knowledge"))
    from vcassist.app import open_app
    from vcassist.web.server import create_app, warm_up

    made = open_app()
    made.__dict__["glossary"] = small_glossary_of(made.settings)
    warm_up(made)
    return create_app(made)


def small_glossary_of(settings: Any) -> Any:
    from knowledge_fakes import WordWeights, small_glossary

    from vcassist.knowledge.index import GlossaryIndex

    return GlossaryIndex(settings, small_glossary(), WordWeights())


def serve() -> None:
    """Builds the small index once, then serves."""
    sys.path.append(str(ROOT / "tests" / "knowledge"))
    import uvicorn

    from vcassist.settings import read_settings

    small_glossary_of(read_settings()).build()
    port, workers = int(os.environ["VCASSIST_PORT"]), int(os.environ["VCASSIST_WORKERS"])
    more = {"timeout_worker_healthcheck": 30}
    uvicorn.run(
        "search_kills:app", factory=True, workers=workers, port=port, log_level="warning", access_log=False, **more
    )


def ask(client: Any, question: str, which: int, count: Searches, lock: threading.Lock) -> None:
    """One search or one question to the glossary: an answer, or 503 with a sentence of ours."""
    if which % 2:
        answer = client.get("/api/v1/glossary/search", params={"query": question})
    else:
        answer = client.post("/api/v1/glossary/ask", json={"question": question})
    refused = answer.status_code == 503 and "vcassist" in answer.json().get("type", "")
    with lock:
        count.searches += 1
        count.searches_refused += refused
        count.told_in_a_sentence += refused
        if not refused and answer.status_code != 200:
            count.no_sentence += 1
            print(f"not a sentence of ours: {answer.status_code} {answer.text[:300]}", file=sys.stderr)


class Talk:
    """What people do: ask in their conversation, and beside it."""

    def __init__(self, questions: tuple[str, ...]) -> None:
        self.questions = questions

    def __call__(
        self,
        service: Service,
        person: Person,
        number: int,
        which: int,
        count: Searches,
        lock: threading.Lock,
        over: threading.Event,
    ) -> None:
        import httpx

        from vcassist.interview.questions.answering import OUT_OF_USE

        with httpx.Client(base_url=service.url, timeout=60) as client:
            for turn in turns(TURNS, over):
                question = self.questions[turn % len(self.questions)]
                ask(client, question, which + turn, count, lock)
                say(client, person, f"{question} ({number}-{which}-{turn})", f"{number}-{which}-{turn}", count, lock)
                if person.trouble:
                    return
                with lock:
                    count.turns_without_glossary += OUT_OF_USE in person.answered[-1][1]


def find_again(service: Service, question: str, before: Any, count: Searches) -> None:
    """Asks until so many answers in a row are as they were that both workers must have given some."""
    import httpx

    began, in_a_row, first = time.monotonic(), 0, 0.0
    while in_a_row < 12:
        # A connection of its own each time, so that both workers are asked.
        answer = httpx.get(f"{service.url}/api/v1/glossary/search", params={"query": question}, timeout=60)
        now = time.monotonic()
        if answer.status_code == 200 and answer.json() == before:
            first = first if in_a_row else now
            in_a_row += 1
            continue
        in_a_row = 0
        if now - began > RECOVERY:
            count.not_found_again += 1
            print(f"not found again: {answer.status_code} {answer.text[:300]}", file=sys.stderr)
            return
        time.sleep(0.1)
    count.longest_until_found_again = max(count.longest_until_found_again, round(first - began, 1))


def run(times: int, seed: int, small: bool = False, people_at_once: int = 4, tell: bool = True) -> Searches:
    """Kills it so many times in one service. Raises RuntimeError when somebody is not answered."""
    import httpx

    chance, count, people = random.Random(seed), Searches(), []
    own = [sys.executable, str(Path(__file__).resolve()), "--serve"] if small else None
    with Service("postgres", 2, own, chroma=True) as service:
        assert service.cluster is not None and service.chroma is not None
        question, chroma = QUESTIONS[small][0], service.chroma
        asked = httpx.get(f"{service.url}/api/v1/glossary/search", params={"query": question}, timeout=120)
        before = asked.raise_for_status().json()

        def strike() -> None:
            chroma.kill()
            time.sleep(chance.uniform(0, 1.5))
            chroma.start()

        for number in range(times):
            people = newcomers(service, people, number, count, people_at_once)
            one_round(service, people, strike, number, chance, count, Talk(QUESTIONS[small]))
            find_again(service, question, before, count)
            judge(service.cluster.url, people, count)
            if tell:
                print(f"{number + 1:>4} kills: {asdict(count)}", file=sys.stderr, flush=True)
    count.turns += sum(len(p.answered) for p in people)
    return count


def main() -> int:
    if "--serve" in sys.argv:
        serve()
        return 0
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--small", action="store_true", help="four entries and toy weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    return told("chroma", run(args.times, args.seed, args.small, args.people), args.json)


if __name__ == "__main__":
    raise SystemExit(main())
