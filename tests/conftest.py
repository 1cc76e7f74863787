"""For every test: no network beyond loopback, no touching of a person's own data, and small worlds built by code."""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

# VCASSIST_TEST_PROFILE=thorough looks at many more examples than an ordinary run has time for.
settings.register_profile(
    "fast", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("VCASSIST_TEST_PROFILE", "fast"))

LOOPBACK = ("127.", "::1", "localhost", "::ffff:127.")


class NetworkForbidden(AssertionError):
    """A test tried to reach something beyond this machine."""


def _refuse_beyond_loopback(address: Any) -> None:
    if isinstance(address, tuple) and address and not str(address[0]).startswith(LOOPBACK):
        raise NetworkForbidden(f"A test tried to reach {address[0]}: tests work without any network.")


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Connecting, sending and resolving beyond loopback raise, in this process."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, sendto, resolve = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.socket.sendto,
        socket.getaddrinfo,
    )

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_beyond_loopback(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_beyond_loopback(address)
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        _refuse_beyond_loopback(rest[-1])
        return sendto(self, data, *rest)

    def guarded_resolve(host: Any, *rest: Any, **more: Any) -> Any:
        if host not in (None, "", b""):
            _refuse_beyond_loopback((host.decode() if isinstance(host, bytes) else host,))
        return resolve(host, *rest, **more)

    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    patch.setattr(socket.socket, "sendto", guarded_sendto)
    patch.setattr(socket, "getaddrinfo", guarded_resolve)
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every default points into a temporary folder, and no setting of the developer's shell leaks in."""
    patch = pytest.MonkeyPatch()
    for name in [n for n in os.environ if n.startswith("VCASSIST_") and not n.startswith("VCASSIST_TEST_")]:
        patch.delenv(name)
    patch.setenv("VCASSIST_DATA", str(tmp_path_factory.mktemp("data")))
    yield
    patch.undo()


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own, which the settings name."""
    monkeypatch.setenv("VCASSIST_DATA", str(tmp_path))
    return tmp_path


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector of garbage need not look at ten thousand tests again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where VCASSIST_NO_SKIP is set nothing may be skipped: a skip is a failure there."""
    report = yield
    if os.environ.get("VCASSIST_NO_SKIP") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and here nothing may be: {report.longrepr}"
    return report
