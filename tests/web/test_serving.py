"""`vcassist serve` as a process: it says where it serves once it does, and in one line why it does not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from sockets import free_port


def start(data: Path, port: int) -> subprocess.Popen[str]:
    env = {**os.environ, "VCASSIST_DATA": str(data)}
    command = [sys.executable, "-m", "vcassist", "serve", "--port", str(port)]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_it_says_where_it_serves_once_it_does(tmp_path: Path) -> None:
    port = free_port()
    with start(tmp_path, port) as process:
        try:
            assert process.stderr is not None
            line = next(line for line in process.stderr if "serves at" in line)
            assert f"http://127.0.0.1:{port}" in line
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
                assert answer.status == 200
        finally:
            process.kill()


@pytest.mark.slow
def test_a_port_that_is_taken_is_told_and_nothing_is_said_to_be_served(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with start(tmp_path, taken.getsockname()[1]) as process:
            told = process.communicate(timeout=60)[1]
    assert process.returncode and "in use" in told and "serves at" not in told and "Traceback" not in told
