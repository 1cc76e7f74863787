"""Where prompts/, knowledge/, web/ and evals/ are found: beside the sources in a checkout, inside the package in a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vcassist.errors import BrokenAsset

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_assets", _PACKAGE.parent.parent)


def folder(name: str) -> Path:
    """The asset folder ``name`` ("prompts", "knowledge", "web", "evals", "migrations").

    Raises BrokenAsset when the installation carries none.
    """
    for root in _ROOTS:
        found = root / name
        if found.is_dir():
            return found
    raise BrokenAsset(f"The folder {name}/ is missing.", "This installation is incomplete.", "Install vcassist again.")


def safe_yaml(text: str) -> Any:
    """Plain data from YAML, by the fast loader where it is built in. Raises yaml.YAMLError."""
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        # A date that is none, a number without end, brackets without end: the library lets its own faults through.
        raise yaml.YAMLError(f"{type(error).__name__}: {error}") from error
