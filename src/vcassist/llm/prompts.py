"""Prompts are files: front matter with purpose and variables, then the text; rendered strictly, known by their digest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from vcassist.assets import folder, safe_yaml
from vcassist.errors import BrokenAsset

_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.S)
_USER = "\n## User\n"
_SYSTEM = "## System\n"


@dataclass(frozen=True)
class Prompt:
    """One prompt. ``data`` is what else the front matter holds, such as examples; ``digest`` is of the whole file."""

    name: str
    purpose: str
    variables: tuple[str, ...]
    system: str
    user: str
    digest: str
    data: Mapping[str, Any]

    @property
    def version(self) -> str:
        """``read-message@1a2b3c4d5e6f``: what a turn stores."""
        return f"{self.name}@{self.digest[:12]}"

    def render(self, **values: str) -> tuple[str, str]:
        """(system, user). Raises BrokenAsset unless exactly the declared variables are given. Values are put in once, as they are."""
        if set(values) != set(self.variables):
            wrong = sorted(set(values) ^ set(self.variables))
            raise BrokenAsset(f"The prompt {self.name} was given other variables than it declares: {', '.join(wrong)}.")

        def put(text: str) -> str:
            return _PLACE.sub(lambda m: values[m[1]], text)

        return put(self.system), put(self.user)


@lru_cache(maxsize=32)
def load_prompt(name: str, root: Path | None = None) -> Prompt:
    """The prompt prompts/<name>.md. Raises BrokenAsset for a missing file, bad front matter, or undeclared variables."""
    path = (root or folder("prompts")) / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenAsset(f"There is no prompt {name!r}.", "", "Install vcassist again.") from error
    found = _FRONT.match(text)
    try:
        front = safe_yaml(found[1]) if found else None
    except yaml.YAMLError as error:
        raise BrokenAsset(f"The front matter of the prompt {name} is not YAML.") from error
    if not found or not isinstance(front, dict) or front.get("name") != name or not front.get("purpose"):
        raise BrokenAsset(f"The prompt {name} has no front matter with its name and purpose.")
    body = found[2]
    if not body.lstrip().startswith(_SYSTEM) or body.count(_USER) != 1:
        raise BrokenAsset(f"The prompt {name} must have one '## System' and one '## User' part.")
    system, user = body.lstrip().removeprefix(_SYSTEM).split(_USER)
    given = front.get("variables") or ()
    if not isinstance(given, list | tuple) or not all(isinstance(each, str) for each in given):
        raise BrokenAsset(f"The prompt {name} declares variables that are no list of names.")
    declared = tuple(given)
    used = set(_PLACE.findall(body))
    if used != set(declared):
        raise BrokenAsset(f"The prompt {name} declares {sorted(declared)} and uses {sorted(used)}.")
    rest = {k: v for k, v in front.items() if k not in ("name", "purpose", "variables")}
    return Prompt(
        name, str(front["purpose"]), declared, system.strip(), user.strip(), sha256(text.encode()).hexdigest(), rest
    )
