"""Commands around the running product: serve, index, model."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from vcassist.errors import NotReady
from vcassist.settings import Settings, read_settings


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
    if settings.reader_size != "small":
        _prepare_reader(settings)
    return 0


def weights(args: argparse.Namespace) -> int:
    """Prepares the larger reader, or says what is wrong with it."""
    from vcassist.reading import larger

    settings = read_settings()
    if settings.reader_size == "small":
        print("VCASSIST_READER_SIZE is small: nothing is prepared.")
        return 0
    if args.check:
        trouble = larger.stale_reader(settings.data)
        for line in trouble or ["The larger reader is as it was made."]:
            print(line)
        return 1 if trouble else 0
    return 0 if _prepare_reader(settings, args.base) else 1


def _prepare_reader(settings: Settings, base: Path | None = None) -> bool:
    """Makes the larger reader where it is not there yet; says what goes on and, where it cannot be had, what reads in its place."""
    from vcassist.reading import larger

    if larger.prepared(settings.data) is None:
        what = "Preparing" if base else "Fetching 440 MB of base weights, once, and preparing"
        print(f"{what} the larger reader (VCASSIST_READER_SIZE=small does without) …", file=sys.stderr, flush=True)
    try:
        print(f"The larger reader is in {larger.prepare(settings.data, base)}")
    except NotReady as error:
        print(error, file=sys.stderr)
        return False
    return True


def model(args: argparse.Namespace) -> int:
    """Which language model is configured, whether it answers, and how fast."""
    from vcassist.llm.status import describe

    description = describe(read_settings(), test=not args.no_test)
    for line in description.lines:
        print(line)
    return 0 if description.ok else 1
