"""`vcassist eval`: its options, and the one call."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from vcassist.cli.egress import add_options, settings_for
from vcassist.errors import BadUsage


def add_eval_options(parser: argparse.ArgumentParser, readers: tuple[str, ...]) -> None:
    """The options of `vcassist eval`."""
    add = parser.add_argument
    add("suites", nargs="*", metavar="SUITE", help="which suites (default: all)")
    add("--model", help="a language model to measure with")
    add(
        "--price",
        metavar="IN/OUT",
        help="what the model costs: dollars a million tokens read and written, as 0.15/0.60",
    )
    add_options(parser, readers)
    add("--embeddings", metavar="DIR", help="a folder of other embedding weights for retrieval and grounding")
    add("--url", default="", help="measure a running server instead of this process")
    add("--cases", metavar="DIR", help="your own cases instead of ours")
    add("--limit", type=int, metavar="N", help="at most N cases a part")
    add(
        "--fast",
        action="store_true",
        help="the slice that every change is held against: development cases, a few a suite",
    )
    add("--seed", type=int, default=7, help="for sampling (default 7)")
    add("--repeat", type=int, default=1, metavar="N", help="run each case N times")
    add("--json", metavar="FILE", dest="json_path", help="write the figures as JSON")
    add("--html", metavar="FILE", help="write one page with charts, tables, every failure and earlier runs")
    add("--compare", metavar="FILE", help="compare case by case with an earlier run's JSON")
    add("--run", metavar="FILE", dest="run_file", help="tell an earlier run's JSON again instead of running")
    add("--docs", metavar="FILE", help="put the figures between the two markers of a Markdown file")
    add("--gate", action="store_true", help="exit 1 when a figure falls below evals/gates.yaml")
    add("--write-gates", action="store_true", help="set the gates from this run's figures")
    add("--agreement", action="store_true", help="only tell how far two annotators of the same cases agree")
    add("--lint", action="store_true", help="only look for broken, duplicate and leaking cases")


def evaluate(args: argparse.Namespace) -> int:
    """Eval suites."""
    from vcassist.evals.command import run

    if args.url and (args.model or args.reader or args.embeddings):
        raise BadUsage(
            "--model, --reader and --embeddings do not go with --url.",
            "They choose what runs in this process; a server has its own.",
            "Start the server with them, or leave out --url.",
        )
    settings = settings_for(args)
    if args.embeddings:
        settings = replace(settings, embeddings=args.embeddings)
    shared = ("command", "where", "suites", "agree", "redact", "embeddings", "model", "reader")
    code = run(args.suites, settings=settings, **{k: v for k, v in vars(args).items() if k not in shared})
    sys.stdout.flush()
    return code
