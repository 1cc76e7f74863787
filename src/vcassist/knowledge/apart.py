"""Learns in a process of its own, so that another core has work while Chroma holds the interpreter: `python -m vcassist.knowledge.apart`."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from vcassist.knowledge.learning import Learned, learn_all


def learn_meanwhile(lesson: tuple[Any, ...], work: Callable[[], None]) -> Learned:
    """What ``learn_all(*lesson)`` learns, while this process does some ``work``. Where no second process can run it learns afterwards.

    A plain child and no pool: a pool's child runs the caller's script again.
    """
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except OSError:
        work()
        return learn_all(*lesson)
    with child:
        try:
            assert child.stdin is not None
            pickle.dump(lesson, child.stdin, protocol=5)
            child.stdin.close()
            child.stdin = None
        except OSError:
            child.kill()
        work()
        learned, _ = child.communicate()
    if child.returncode != 0:
        return learn_all(*lesson)
    found: Learned = pickle.loads(learned)  # noqa: S301  (from a child of ours, over a pipe that nobody else has)
    return found


def main() -> None:
    """Reads a lesson from standard input and writes what was learned to standard output, both for the process that started this one."""
    lesson = pickle.load(sys.stdin.buffer)  # noqa: S301  (from the process that started this one)
    pickle.dump(learn_all(*lesson), sys.stdout.buffer, protocol=5)


if __name__ == "__main__":
    main()
