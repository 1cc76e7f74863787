"""The whole service as a host runs it: PostgreSQL or SQLite, a Chroma server where there are several workers, `vcassist serve`."""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from loopback import free_port, wait_for
from postgres import Cluster

ROOT = Path(__file__).resolve().parent.parent


class Chroma:
    """`chroma run` on a folder; it can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(self.folder)]
        self.process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for(f"{self.url}/api/v2/heartbeat", self.process)

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)


class Service:
    """A server of its own with everything behind it, in a temporary folder (within ``folder``, if given).

    ``command`` serves instead of the product's own, ``cluster`` is the database where an ordinary one will not do, and with
    ``chroma`` there is a Chroma server also where one could do without.
    """

    def __init__(
        self,
        database: str = "sqlite",
        workers: int = 1,
        command: list[str] | None = None,
        *,
        cluster: Cluster | None = None,
        chroma: bool = False,
        folder: Path | None = None,
        **settings: str,
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vcassist-service-", dir=folder))
        self.cluster = cluster or (Cluster() if database == "postgres" else None)
        self.chroma = Chroma(self.folder / "chroma") if chroma or (workers > 1 and command is None) else None
        self.port, self._command = free_port(), command
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "benchmarks"))),
            "VCASSIST_DATA": str(self.folder),
            "VCASSIST_PORT": str(self.port),
            "VCASSIST_WORKERS": str(workers),
            "VCASSIST_READER": "offline",
            "VCASSIST_DATABASE": self.cluster.url if self.cluster else "",
            "VCASSIST_CHROMA_URL": self.chroma.url if self.chroma else "",
            **settings,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if self.cluster:
            self.cluster.start()
        if self._command is None:
            self._copy_index()
        if self.chroma:
            self.chroma.start()
        if self._command is None:
            self._index()
        self.log = (self.folder / "server.log").open("ab")
        self.process = subprocess.Popen(
            self._command or [sys.executable, "-m", "vcassist", "serve"],
            env=self.env,
            stdout=self.log,
            stderr=self.log,
        )
        wait_for(f"{self.url}/{'healthz' if self._command else 'readyz'}", self.process)

    def _copy_index(self) -> None:
        """Takes index and prepared weights that the caller's VCASSIST_DATA holds, if any: a Chroma server reads the same files."""
        there = Path(os.environ.get("VCASSIST_DATA") or self.folder)
        places = {
            "index": self.chroma.folder if self.chroma else self.folder / "index",
            "models": self.folder / "models",
        }
        for name, place in places.items():
            if (there / name).is_dir() and not place.exists():
                shutil.copytree(there / name, place)

    def _index(self) -> None:
        """Builds the index where the one that is there is none or not the texts' own."""
        build = [sys.executable, "-m", "vcassist", "index"]
        if subprocess.run([*build, "--check"], env=self.env, capture_output=True).returncode:
            subprocess.run(build, env=self.env, check=True, capture_output=True)

    def workers(self) -> list[int]:
        """The processes that answer: the server's children, or the server itself where it has none."""
        assert self.process is not None
        found = [pid for pid in children(self.process.pid) if "spawn_main" in command_of(pid)]
        return found or [self.process.pid]

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)
            self.log.close()
        if self.chroma and self.chroma.process and self.chroma.process.poll() is None:
            self.chroma.kill()
        if self.cluster:
            self.cluster.__exit__()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Service:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(each) for each in task.read_text().split()]
    return found


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def memory_mb(pid: int) -> float:
    """Resident memory of one process, shared pages included."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0


def cpu_seconds(pid: int) -> float:
    """Processor time that a process and its finished threads took."""
    try:
        parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def cpu_seconds_of_all() -> float:
    """Processor time that everything on this machine took so far."""
    with Path("/proc/stat").open() as file:
        user, nice, system, _, _, irq, soft = map(int, file.readline().split()[1:8])
    return (user + nice + system + irq + soft) / os.sysconf("SC_CLK_TCK")


def machine() -> str:
    """What figures were measured on, and when."""
    with Path("/proc/meminfo").open() as file:
        memory = int(file.readline().split()[1]) / 1e6
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}"
