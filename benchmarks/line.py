"""Two machines with a router between them, made of Linux's network namespaces: the line can be cut without a word, and mended."""

from __future__ import annotations

import os
import shutil
import subprocess

NEAR, FAR = "10.213.1.2", "10.213.2.2"


class Line:
    """Three namespaces, gone afterwards. ``name`` tells them from those of others; an existing line can be held by its name."""

    def __init__(self, name: str = "") -> None:
        self.name = name or f"vc{os.getpid()}"
        self.near, self.between, self.far = (f"{self.name}-{end}" for end in ("near", "between", "far"))

    def __enter__(self) -> Line:
        try:
            self._lay()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _lay(self) -> None:
        for each in (self.near, self.between, self.far):
            ip("netns", "add", each)
            ip("-n", each, "link", "set", "lo", "up")
        for end, name, here, there in ((self.near, "near", NEAR, "10.213.1.1"), (self.far, "far", FAR, "10.213.2.1")):
            ip("link", "add", name, "netns", end, "type", "veth", "peer", "name", name, "netns", self.between)
            for place, address in ((end, here), (self.between, there)):
                ip("-n", place, "address", "add", f"{address}/24", "dev", name)
                ip("-n", place, "link", "set", name, "up")
            ip("-n", end, "route", "add", "default", "via", there)
        self._forward(True)

    def _forward(self, on: bool) -> None:
        command = ["ip", "netns", "exec", self.between, "sh", "-c", f"echo {int(on)} > /proc/sys/net/ipv4/ip_forward"]
        subprocess.run(command, check=True)

    def cut(self, silently: bool = True) -> None:
        """Every packet is dropped from now on: without a word, or with the router saying that nobody is there."""
        if silently:
            self._forward(False)
        else:
            ip("-n", self.between, "link", "set", "far", "down")

    def mend(self) -> None:
        ip("-n", self.between, "link", "set", "far", "up")
        self._forward(True)

    def __exit__(self, *_: object) -> None:
        for each in (self.near, self.between, self.far):
            subprocess.run(["ip", "netns", "delete", each], stderr=subprocess.DEVNULL)


def refused() -> str:
    """Why no line can be laid on this machine, with what to do; nothing where one can."""
    if not shutil.which("ip"):
        return "there is no command ip: apt-get install iproute2"
    if os.geteuid() != 0:
        return "network namespaces are made by root: run this as root"
    try:
        with Line(f"vc{os.getpid()}t"):
            return ""
    except (RuntimeError, subprocess.CalledProcessError) as error:
        return f"this machine lets nobody make network namespaces: {error}"


def ip(*arguments: str) -> None:
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"ip {' '.join(arguments)}: {done.stderr.strip()}")
