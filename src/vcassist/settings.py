"""What can be set from outside: one environment variable a setting, read once, with its default and meaning."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from vcassist.errors import BadUsage

SIZES = ("large", "small")
READERS = ("offline", "model", "combined")
SPEAKERS = ("templates", "model")
MODES = ("local", "hosted")
LOGS = ("text", "json")
_NUMBERS = {"port": (1, 65535), "workers": (1, 64), "retention_days": (0, 36_500), "model_seconds": (0, 600)}
_LIMIT = r"[1-9][0-9]{0,8}/(?:[1-9][0-9]{0,3} ?)?(?:second|minute|hour|day)s?"
_LIMITS = re.compile(rf"{_LIMIT}(?:; ?{_LIMIT})*")


def default_data_folder() -> Path:
    """Where an installation keeps its data when nothing else is said: the user's own data folder."""
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".local" / "share") / "vcassist"


def is_loopback(url: str) -> bool:
    """Whether an address is on this machine: a loopback address as such, no name that only looks like one."""
    return is_loopback_host(urlsplit(url).hostname or "")


def is_loopback_host(host: str) -> bool:
    """Whether nobody but this machine reaches a host."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``environment`` names the variable of each; ``docs/settings.md`` explains them."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    mode: str = "local"
    model: str = ""
    model_url: str = ""
    model_key: str = ""
    model_seconds: int = 0
    egress: str = ""
    redact: str = ""
    reader: str = ""
    reader_size: str = ""
    speaker: str = ""
    database: str = ""
    embeddings: str = ""
    chroma_url: str = ""
    secret: str = ""
    trusted_proxy: str = ""
    workers: int = 1
    limits: str = ""
    limit_address: str = "600/minute"
    limit_assessment: str = "60/minute"
    limit_begin: str = "60/hour"
    log: str = "text"
    metrics_from: str = "127.0.0.1, ::1"
    retention_days: int = 0
    encryption_keys: str = ""

    @property
    def model_is_remote(self) -> bool:
        """True when using the model would send words off this machine (a loopback address or a local file does not)."""
        if not self.model or self.model.startswith(("llamacpp:", "fake:")):
            return False
        if self.through_ollama_cloud:
            return True
        return not (is_loopback(self.model_url) or (self.model.startswith("ollama:") and not self.model_url))

    @property
    def through_ollama_cloud(self) -> bool:
        """True for a model that Ollama itself sends on to its cloud ("gpt-oss:120b-cloud"), though its address is on this machine."""
        _, tagged, tag = self.model.strip().casefold().partition(":")[2].rpartition(":")
        passed_on = bool(tagged) and (tag == "cloud" or tag.endswith("-cloud"))
        return passed_on and (self.model.startswith("ollama:") or is_loopback(self.model_url))

    @property
    def model_allowed(self) -> bool:
        """True when a model is configured and may be used: it is local, or sending was agreed."""
        return bool(self.model) and (not self.model_is_remote or self.egress == "agreed")

    @property
    def limits_hold(self) -> bool:
        """True when requests are counted: as set, else in hosted mode."""
        return self.limits == "on" or (self.limits == "" and self.mode == "hosted")

    @property
    def reading(self) -> str:
        """Which reader is in force: the one set, else combined where a model is configured, else offline."""
        return self.reader or ("combined" if self.model else "offline")


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment. Raises BadUsage naming the variable that holds no usable value."""
    env = os.environ if environ is None else environ
    given = {
        f.name: env[f"VCASSIST_{f.name.upper()}"] for f in fields(Settings) if env.get(f"VCASSIST_{f.name.upper()}")
    }
    values: dict[str, object] = dict(given)
    values["data"] = Path(given["data"]).expanduser() if "data" in given else default_data_folder()
    for name, (least, most) in _NUMBERS.items():
        if name in given:
            if not given[name].isdecimal() or not least <= int(given[name]) <= most:
                raise BadUsage(
                    f"VCASSIST_{name.upper()} is {given[name]!r}.", f"It may be a whole number from {least} to {most}."
                )
            values[name] = int(given[name])
    for name, allowed in (
        ("mode", MODES),
        ("log", LOGS),
        ("reader", READERS),
        ("reader_size", SIZES),
        ("egress", ("agreed",)),
        ("redact", ("yes", "no")),
        ("speaker", SPEAKERS),
        ("limits", ("on", "off")),
    ):
        if name in given and given[name] not in allowed:
            raise BadUsage(f"VCASSIST_{name.upper()} is {given[name]!r}.", f"It may be {' or '.join(allowed)}.")
    for name in ("limit_address", "limit_assessment", "limit_begin"):
        if name in given and not _LIMITS.fullmatch(given[name]):
            raise BadUsage(
                f"VCASSIST_{name.upper()} is {given[name]!r}.",
                "It may be a number and a span of time, such as 60/minute; several with semicolons between.",
            )
    return Settings(**values)  # type: ignore[arg-type]
