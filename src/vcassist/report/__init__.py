"""The report: one view model, a file a format. ``render`` is what everybody else calls."""

from __future__ import annotations

from dataclasses import dataclass
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from vcassist.errors import BadUsage, NotFound

if TYPE_CHECKING:
    from vcassist.chain.facts import Chain
    from vcassist.interview.session import Session
    from vcassist.report.materials import Materials
    from vcassist.report.model import Letter, Report
    from vcassist.report.verify import Verification


def _formats() -> tuple[str, ...]:
    from vcassist.report import formats

    return tuple(sorted(m.name.replace("_", "-") for m in iter_modules(formats.__path__) if not m.name.startswith("_")))


FORMATS: tuple[str, ...] = _formats()


def format_names() -> dict[str, str]:
    """The formats with their names for people, the usual ones first."""
    found = sorted((_module(name).RANK, name) for name in FORMATS)
    return {name: _module(name).NAME for _, name in found}


def format_of(filename: str) -> str | None:
    """The format that a file name ends like, the longest ending first; None for another ending."""
    low = filename.lower()
    fits = [(len(_module(name).SUFFIX), name) for name in FORMATS if low.endswith(_module(name).SUFFIX)]
    return max(fits)[1] if fits else "html" if low.endswith(".htm") else None


def suffixes() -> tuple[str, ...]:
    """How files of the formats end."""
    return tuple(_module(name).SUFFIX for name in FORMATS)


def _module(format: str) -> Any:
    from importlib import import_module

    return import_module(f"vcassist.report.formats.{format.replace('-', '_')}")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished report. ``filename`` is safe on every system and ends in the format's suffix."""

    content: bytes
    media_type: str
    filename: str


def render(
    *,
    app: Materials,
    chain: Chain,
    session: Session | None = None,
    format: str = "md",
    at: str | None = None,
    supplier: str = "",
    short: bool = False,
) -> Rendered:
    """The report on ``chain`` in one of FORMATS.

    ``session`` adds turns, quotes' origin, decisions and the review; without it the chain came from a file.
    ``at`` is the time of making (ISO 8601, UTC; now when left out). ``supplier`` leaves only the letter to that supplier.
    ``short`` leaves the first page alone, to be sent.
    Raises BadUsage for a format that does not exist or has no short version, NotFound for a supplier without a letter.
    """
    if format not in FORMATS:
        raise BadUsage(f"There is no report format {format!r}.", f"It may be {', '.join(FORMATS)}.")
    from vcassist.report.build import build
    from vcassist.report.seal import sealed

    report = build(app, chain, session, at)
    name = f"{report.slug}-report"
    if supplier:
        one = only_to(report, supplier)
        name, report = f"{report.slug[:40]}-to-{_addressee(report, one.letters[0])}", one
    module = _module(format)
    if short:
        report = shortened(report, format)
    name = f"{name}{'-short' if short else ''}{module.SUFFIX}"
    return Rendered(sealed(module.render(report)), module.MEDIA_TYPE, name)


def short_formats() -> dict[str, str]:
    """The formats that have a short version, with their names for people."""
    return {name: words for name, words in format_names().items() if getattr(_module(name), "HAS_SHORT", False)}


def shortened(report: Report, format: str) -> Report:
    """The report as its first page alone. Raises BadUsage for a format without a short version."""
    from dataclasses import replace

    if format not in short_formats():
        raise BadUsage(f"There is no short version as {format}.", f"It may be {', '.join(short_formats())}.")
    return replace(report, short=True, subtitle=f"{report.subtitle} (short version)")


def _addressee(report: Report, letter: Letter) -> str:
    """A letter's supplier as part of a file's name, with the letter's number where the name alone is none or fits another too."""
    from vcassist.report.model import file_slug

    names = [file_slug(x.supplier)[:40] for x in report.letters]
    at = report.letters.index(letter)
    return names[at] if names[at] and names.count(names[at]) == 1 else f"{names[at] or 'supplier'}-{at + 1}"


def only_to(report: Report, supplier: str) -> Report:
    """The report with the letter to one supplier. Raises NotFound, naming those that get one."""
    from dataclasses import replace

    kept = tuple(x for x in report.letters if x.supplier.casefold() == supplier.strip().casefold())
    if not kept:
        named = ", ".join(x.supplier for x in report.letters)
        raise NotFound(f"There is no letter to {supplier}.", f"There are letters to: {named or 'nobody'}.")
    return replace(report, letters=kept)


def verify(report: Any) -> Verification:
    """Whether a report is as it was made: a file's bytes, or a json report as text or parsed. Raises BadInput for another file."""
    from vcassist.report.verify import verify as check

    return check(report)
