"""Commands around the running product: serve, index, model."""

from __future__ import annotations

import argparse
import time

from vcassist.settings import read_settings


def serve(args: argparse.Namespace) -> int:
    """The web application and API, until stopped."""
    from vcassist.web.server import serve as run

    settings = read_settings()
    run(settings, args.host or settings.host, args.port or settings.port)
    return 0


def index(args: argparse.Namespace) -> int:
    """Builds the retrieval index, or says what of it is stale."""
    from vcassist.knowledge import index as work

    settings = read_settings()
    if args.check:
        trouble = work.check(settings)
        for line in trouble:
            print(line)
        if not trouble:
            print("The index is as the installed texts and weights are.")
        return 1 if trouble else 0
    began = time.monotonic()
    count = work.rebuild(settings)
    where = settings.chroma_url or settings.data / "index"
    print(f"{count} vectors in {time.monotonic() - began:.1f} s, in {where}")
    return 0


def model(args: argparse.Namespace) -> int:
    """Which language model is configured, whether it answers, and how fast."""
    from vcassist.llm.status import describe

    description = describe(read_settings(), test=not args.no_test)
    for line in description.lines:
        print(line)
    return 0 if description.ok else 1
