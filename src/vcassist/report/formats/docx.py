"""Word: the whole report, editable, with real headings and tables and the stamp in the header of every page."""

from __future__ import annotations

from vcassist.report.contents import contents
from vcassist.report.model import Report
from vcassist.report.office import MEDIA_TYPE as WORD
from vcassist.report.office import document
from vcassist.report.seal import PLACE

MEDIA_TYPE = WORD
SUFFIX = ".docx"
NAME, RANK = "Word", 3
HAS_SHORT = True


def render(report: Report) -> bytes:
    """The report, whole or short."""
    lines = (f"{report.subtitle}. Made on {report.made_at[:10]}.",)
    return document(report.title, report.organisation, lines, report.stamp, contents(report), digest=PLACE)
