"""``python -m vcassist`` and the ``vcassist`` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line; returns the exit code."""
    from vcassist.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
