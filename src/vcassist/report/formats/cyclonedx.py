"""CycloneDX 1.6: the chain as a machine-learning bill of materials. Strictly valid against the schema of 1.6."""

from __future__ import annotations

import json

from vcassist.report.bom import as_bom
from vcassist.report.model import Report

MEDIA_TYPE = "application/vnd.cyclonedx+json; version=1.6"
SUFFIX = ".cdx.json"
NAME, RANK = "CycloneDX ML-BOM 1.6", 7


def render(report: Report) -> bytes:
    """The bill as indented UTF-8."""
    return (json.dumps(as_bom(report, "1.6"), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
