"""A PostgreSQL server of one's own in a folder, on a free loopback port: started, killed, started again, and gone.

With `with Cluster() as server:`, `server.url` is the address of an empty database. Needs Debian's postgresql package (or
`initdb` and `postgres` on the path). As root it runs under the account `postgres`, since PostgreSQL refuses root.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from loopback import free_port


def programs() -> Path:
    """The folder with initdb, postgres, pg_dump and pg_restore. Raises RuntimeError where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise RuntimeError("PostgreSQL is not installed. Run: apt-get install postgresql")
    return found[-1].parent if found else Path(str(on_path)).resolve().parent


class Cluster:
    """One server. ``settings`` are PostgreSQL's own, such as ``wal_recycle="off"``.

    ``folder`` is where its files lie (one of its own, which is gone afterwards, where none is given), ``host`` the address that
    it listens on, ``within`` a command that its programs are started with (such as ``ip netns exec far``), ``env`` what they
    get besides this process's environment, ``initdb`` more options of that program.
    """

    def __init__(
        self,
        folder: Path | None = None,
        host: str = "127.0.0.1",
        within: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
        initdb: Sequence[str] = (),
        **settings: str,
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vcassist-pg-", dir=folder))
        as_root = os.geteuid() == 0
        self._within, self._env = list(within), {**os.environ, **(env or {})}
        if as_root and within:
            # What enters a namespace has to be root; PostgreSQL must not be.
            self._within += ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        self._user = "postgres" if as_root and not within else None
        if as_root:
            shutil.chown(self.folder, "postgres")
        self.data, self.bin = self.folder / "data", programs()
        self.port = free_port()
        self.url = f"postgresql://vcassist@{host}:{self.port}/postgres"
        self._settings = {"listen_addresses": host, "unix_socket_directories": str(self.folder), **settings}
        self.process: subprocess.Popen[bytes] | None = None
        self._run("initdb", "-D", str(self.data), "-A", "trust", "-U", "vcassist", "-E", "UTF8", *initdb)
        with (self.data / "pg_hba.conf").open("a") as rules:
            rules.write(f"host all all {host}/16 trust\n")

    def _run(self, name: str, *arguments: str) -> None:
        command = [*self._within, str(self.bin / name), *arguments]
        done = subprocess.run(command, user=self._user, cwd=self.folder, capture_output=True)
        if done.returncode:
            raise RuntimeError(f"{name} failed: {done.stderr.decode()[-500:]}")

    def start(self) -> None:
        """Starts it and waits until it answers, recovery after a kill included."""
        options = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with (self.folder / "server.log").open("ab") as log:
                self.process = subprocess.Popen(
                    [*self._within, str(self.bin / "postgres"), "-D", str(self.data), "-p", str(self.port), *options],
                    user=self._user,
                    cwd=self.folder,
                    env=self._env,
                    stdout=log,
                    stderr=log,
                )
            while self.process.poll() is None and time.monotonic() < until:
                if self.answers():
                    return
                time.sleep(0.05)
            # What is left of a killed server may hold its memory for a moment longer.
            time.sleep(0.2)
        raise RuntimeError(f"PostgreSQL did not start: {(self.folder / 'server.log').read_text()[-500:]}")

    def answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.Error:
            return False
        return True

    def kill(self) -> None:
        """SIGKILL to the server and all its processes, as a power cut would end them."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        pids = [self.process.pid, *map(int, children.read_text().split() if children.exists() else ())]
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait(30)

    def stop(self, how: int = signal.SIGINT) -> None:
        """Ends it in order: SIGINT without waiting for clients, SIGTERM after them."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(60)

    def __enter__(self) -> Cluster:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
