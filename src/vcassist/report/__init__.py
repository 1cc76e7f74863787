"""The report: one view model, a file a format. ``render`` is what everybody else calls."""

from __future__ import annotations

from dataclasses import dataclass
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from vcassist.errors import BadUsage

if TYPE_CHECKING:
    from vcassist.chain.facts import Chain
    from vcassist.interview.session import Session
    from vcassist.report.materials import Materials
    from vcassist.report.verify import Verification


def _formats() -> tuple[str, ...]:
    from vcassist.report import formats

    return tuple(sorted(m.name for m in iter_modules(formats.__path__) if not m.name.startswith("_")))


FORMATS: tuple[str, ...] = _formats()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished report. ``filename`` is safe on every system and ends in the format's suffix."""

    content: bytes
    media_type: str
    filename: str


def render(
    *, app: Materials, chain: Chain, session: Session | None = None, format: str = "md", at: str | None = None
) -> Rendered:
    """The report on ``chain`` in one of FORMATS.

    ``session`` adds turns, quotes' origin, decisions and the review; without it the chain came from a file.
    ``at`` is the time of making (ISO 8601, UTC; now when left out). Raises BadUsage for a format that does not exist.
    """
    from importlib import import_module

    if format not in FORMATS:
        raise BadUsage(f"There is no report format {format!r}.", f"It may be {', '.join(FORMATS)}.")
    from vcassist.report.build import build

    report = build(app, chain, session, at)
    module = import_module(f"vcassist.report.formats.{format}")
    return Rendered(module.render(report), module.MEDIA_TYPE, f"{report.slug}-report{module.SUFFIX}")


def verify(report_json: Any) -> Verification:
    """Whether a json report is as it was made (bytes, text or parsed). Raises BadInput when it is no json report."""
    from vcassist.report.verify import verify as check

    return check(report_json)
