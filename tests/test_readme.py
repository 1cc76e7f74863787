"""The README's tour: what it says that a command answers is what the command answers."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```\n(.*?)```", README, re.S)
# A block shows files (``$ cat``) and then one command with all that it answers.
SHOWN_FILE = re.compile(r"^\$ cat (\S+)\n(.*?)(?=^\$ )", re.S | re.M)
COMMAND = re.compile(r"^\$ vcassist (.*)\n((?:.*\n)+)", re.M)
TOUR = [block for block in BLOCKS if COMMAND.search(block)]


def plainly(text: str) -> str:
    """Without line ends, prompts, and minutes that depend on the machine."""
    return re.sub(r"\d+ minutes?", "0 minutes", " ".join(text.replace("\n> ", "\n").split()))


@pytest.mark.parametrize("block", TOUR, ids=lambda block: COMMAND.search(block)[1].split()[0])
def test_the_tour_shows_what_the_command_answers(block: str, tmp_path: Path) -> None:
    for name, content in SHOWN_FILE.findall(block):
        (tmp_path / name).write_text(content, encoding="utf-8")
    command, shown = COMMAND.search(block).groups()  # type: ignore[union-attr]
    typed = re.findall(r"^> (.*)\n", shown, re.M)
    done = subprocess.run(
        [sys.executable, "-m", "vcassist", *shlex.split(command)],
        input="".join(f"{line}\n" for line in typed),
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    answered = plainly(done.stdout)
    shown = plainly(re.sub(r"^> .*\n", "", shown, flags=re.M))
    # An interview begins with its number and goes on after what is shown; any other answer is shown whole.
    assert (shown in answered) if typed else answered == shown


def test_the_tour_holds_an_interview_a_question_and_a_what_if() -> None:
    assert [COMMAND.search(block)[1].split()[0] for block in TOUR] == ["interview", "ask", "whatif"]  # type: ignore[index]


def test_the_memory_that_is_needed_is_told_alike_and_covers_what_one_worker_was_measured_to_take() -> None:
    hosting, measured = (
        (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("hosting", "reliability")
    )
    (told,) = re.findall(r"([\d.]+) GB of memory", README)
    assert re.findall(r"([\d.]+) GB of memory a worker", hosting) == [told]
    series = [list(map(int, re.findall(r"\d+", row))) for row in re.findall(r"^\| memory, MB \|(.*)$", measured, re.M)]
    assert series and float(told) * 1000 >= min(map(max, series))
