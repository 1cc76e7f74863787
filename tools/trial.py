"""Tries a language model on messages of the understanding suite and keeps its answers, so that the figures can be recomputed.

VCASSIST_MODEL=… python tools/trial.py --count 20 --out answers.jsonl      asks the configured model, then prints the figures
python tools/trial.py --from answers.jsonl                                 recomputes them from the kept answers; no model is needed

The figures stand side by side for the offline reader, the model alone and both combined, on the same messages: a fixed random
draw (--seed) from one part of the suite. Words go to the model, so a remote one needs VCASSIST_EGRESS=agreed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.errors import VcassistError
from vcassist.evals.kinds import understanding
from vcassist.evals.measure import Row, figures
from vcassist.evals.suite import load_suite
from vcassist.interview.ports import Reader
from vcassist.interview.reading import gate
from vcassist.llm.prompts import load_prompt
from vcassist.reading.combined import CombinedReader
from vcassist.reading.model import ModelReader
from vcassist.reading.model_standing import ModelStanding
from vcassist.reading.support import trained_support
from vcassist.settings import read_settings

SHOWN = ("precision", "recall", "f1", "forbidden", "quotes_outside", "intent")


class Kept:
    """A chat that gives one kept answer, or the failure that was kept in its place."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._answer = answer

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        if "failed" in self._answer:
            raise VcassistError(self._answer["failed"])
        return dict(self._answer["answer"])


class Keeping:
    """A chat that keeps what it answered last, with the seconds and tokens that it took."""

    def __init__(self, chat: Any) -> None:
        self._chat = chat
        self.last: dict[str, Any] = {}

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        began = time.monotonic()
        try:
            answer: dict[str, Any] = self._chat.structured(system, user, schema, max_tokens)
        except VcassistError as error:
            self.last = {"failed": error.what, "seconds": time.monotonic() - began}
            raise
        tokens = int(getattr(self._chat.inner, "tokens", 0))
        self.last = {"answer": answer, "seconds": time.monotonic() - began, "tokens": tokens}
        return answer


def drawn(part: str, count: int, seed: int) -> list[dict[str, Any]]:
    cases = load_suite("understanding").parts[part]
    chosen = set(random.Random(seed).sample(range(len(cases)), min(count, len(cases))))
    return [case for n, case in enumerate(cases) if n in chosen]


def asked(app: App, cases: Sequence[dict[str, Any]], offline: Reader) -> Iterator[dict[str, Any]]:
    """The model's answer to each case, with the hints that it would have in the combined reader."""
    from vcassist.llm.chat import open_chat

    app.refuse_unagreed()
    keeping = Keeping(open_chat(app.settings))
    reader = ModelReader(keeping, app.register, load_prompt("read-message"))
    for n, case in enumerate(cases, 1):
        hints = offline.read(case["message"], case.get("asked"), Chain()).proposals
        keeping.last = {}
        try:
            reader.read_with(case["message"], case.get("asked"), Chain(), hints)
        except VcassistError as error:
            keeping.last.setdefault("failed", error.what)
        sys.stderr.write(f"\r{n} of {len(cases)}")
        yield {
            "id": case["id"],
            "model": app.settings.model,
            "prompt": load_prompt("read-message").version,
            **keeping.last,
        }
    sys.stderr.write("\n")


def read_all(
    cases: Sequence[dict[str, Any]], kept: Mapping[str, dict[str, Any]], app: App, offline: Reader
) -> dict[str, list[Row]]:
    """Each reader's rows over the same cases; a model that failed reads nothing alone, and offline when combined."""
    support = trained_support(app.trained)
    register, standing = app.register, ModelStanding()
    found: dict[str, list[Row]] = {"offline": [], "model": [], "combined": []}
    for case in cases:
        model = ModelReader(Kept(kept[case["id"]]), register, load_prompt("read-message"))
        readers: dict[str, Reader] = {
            "offline": offline,
            "model": model,
            "combined": CombinedReader(offline, model, support, standing),
        }
        for name, reader in readers.items():
            try:
                reading = reader.read(case["message"], case.get("asked"), Chain())
                facts = [f.as_json() for f in gate(reading, case["message"]).facts]
                got: Any = {"facts": facts, "intent": reading.intent}
            except VcassistError:
                got = {"facts": [], "intent": "other"}
            scored = understanding.score(case, got, app).as_json()  # type: ignore[arg-type]
            found[name].append(Row(case["id"], understanding.cluster(case), scored, 0.0))
    return found


def table(rows: Mapping[str, Sequence[Row]], kept: Sequence[Mapping[str, Any]], seed: int) -> Iterator[str]:
    yield "| reader | " + " | ".join(SHOWN) + " |"
    yield "|---|" + "---|" * len(SHOWN)
    for name, each in rows.items():
        found = figures(each, seed)
        cells = [f"{f.value:.3f} ({f.low:.3f} to {f.high:.3f})" if (f := found.get(m)) else "–" for m in SHOWN]
        yield f"| {name} | " + " | ".join(cells) + " |"
    seconds = sorted(k["seconds"] for k in kept if "seconds" in k)
    tokens = [k["tokens"] for k in kept if k.get("tokens")]
    failed = sum("failed" in k for k in kept)
    if seconds:
        yield f"\n{len(kept)} messages, {kept[0]['model']}, {kept[0]['prompt']}. Seconds a message: median {seconds[len(seconds) // 2]:.1f}, most {seconds[-1]:.1f}."
    yield f"Tokens an answer: {sum(tokens) / len(tokens):.0f}." if tokens else "The model counts no tokens."
    yield f"Answers that could not be used: {failed}."


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", default="development", help="part of the understanding suite (default development)")
    parser.add_argument("--count", type=int, default=20, help="how many messages (default 20)")
    parser.add_argument("--seed", type=int, default=7, help="of the draw and the intervals (default 7)")
    parser.add_argument("--out", type=Path, help="where the answers are kept, a JSON line each")
    parser.add_argument("--from", type=Path, dest="kept", help="answers that were kept before")
    options = parser.parse_args()
    app = App(read_settings())
    offline = app.reader
    if options.kept:
        answers = [json.loads(line) for line in options.kept.read_text(encoding="utf-8").splitlines()]
        by_id = {case["id"]: case for part in load_suite("understanding").parts.values() for case in part}
        cases = [by_id[answer["id"]] for answer in answers]
    else:
        cases = drawn(options.part, options.count, options.seed)
        answers = []
        for answer in asked(app, cases, offline):
            answers.append(answer)
            if options.out:
                options.out.write_text(
                    "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in answers), encoding="utf-8"
                )
    rows = read_all(cases, {a["id"]: a for a in answers}, app, offline)
    print("\n".join(table(rows, answers, options.seed)))
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except VcassistError as error:
        sys.stderr.write(f"trial: {error}\n")
        raise SystemExit(error.exit_code) from None
