"""JSON lines in and out: no line ends the batch, and what is written is UTF-8 whatever the locale."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from vcassist import cli
from vcassist.cli.lines import each_line

Answers = Callable[..., list[dict[str, Any]]]
GOOD = {"id": 2, "facts": [{"ref": "model.weights", "status": "known", "value": "open"}]}


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def give(lines: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))

    return give


@pytest.mark.parametrize(
    "bad",
    [
        '{"id":1,"facts":[],"chain":"x"}',
        '{"id":1,"chain":"x"}',
        '{"id":1,"chain":[1]}',
        '{"id":"\\ud800","facts":[]}',
        '{"id":1,"facts":[{"ref":"model.name","status":"known","value":"a\\udfffb"}]}',
        '{"id":1,"facts":{"a":1}}',
    ],
)
def test_a_bad_line_is_answered_and_the_next_one_too(
    typed: Callable[[bytes], None], capsys: pytest.CaptureFixture[str], bad: str
) -> None:
    typed(f"{bad}\n{json.dumps(GOOD)}\n".encode())
    assert cli.run(["assess", "--jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert ("error" in first) != ("findings" in first)
    assert second["id"] == 2 and "findings" in second


def test_half_a_character_is_refused_in_any_text(
    typed: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed(b'{"id": 1, "message": "half \\ud83d"}\n{"id": 2, "message": "whole"}\n')
    each_line(lambda given: {"said": given["message"]})
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["id"] == 1 and "lone surrogate" in first["error"] and second == {"id": 2, "said": "whole"}


def test_a_line_that_meets_a_fault_of_ours_is_told_so_and_the_next_is_worked_on(
    typed: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed(b'{"id": 1}\n{"id": 2, "n": 4}\n')
    each_line(lambda given: {"half": given["n"] / 2})
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["id"] == 1 and "KeyError" in first["error"] and second == {"id": 2, "half": 2.0}


def test_the_mark_of_an_encoding_before_the_first_line_is_passed_over(
    typed: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\n")
    assert cli.run(["assess", "--jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == 2


def test_what_is_written_is_utf_8_where_the_locale_is_another() -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    given = json.dumps({"id": "Ω – 人", "facts": []}, ensure_ascii=False).encode()
    done = subprocess.run(
        [sys.executable, "-m", "vcassist", "assess", "--jsonl"],
        input=given + b"\n",
        capture_output=True,
        env=env,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "Ω – 人" and b"\r" not in done.stdout
