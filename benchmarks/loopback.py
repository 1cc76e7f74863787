"""Servers on this machine: a free port, and waiting until one answers."""

from __future__ import annotations

import socket
import subprocess
import time


def free_port() -> int:
    """A loopback port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 240) -> None:
    """Returns once the address answers 200. Raises RuntimeError when it does not in time, or its process ends."""
    import httpx

    until = time.monotonic() + seconds
    # One client for all tries: each new one reads all certificates of the system.
    with httpx.Client(timeout=10) as client:
        while time.monotonic() < until and process.poll() is None:
            try:
                if client.get(url).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.05)
    raise RuntimeError(f"{url} did not answer")
