"""JSON: everything as data, with digests of what it was made from and of itself.

Its schema is docs/report.schema.json.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from vcassist.report.drawings import drawings
from vcassist.report.model import Report
from vcassist.report.provenance import digest_of

MEDIA_TYPE = "application/json"
SUFFIX = ".json"
NAME, RANK = "JSON", 5
SCHEMA = "https://vcassist.readthedocs.io/report.schema.json"
FORMAT = 1


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data; ``digest`` is over all the rest."""
    body = json.loads(json.dumps(asdict(report), ensure_ascii=False))
    drawn = [
        {"name": d.name, "title": d.title, "alt": d.alt, "header": list(d.header), "rows": [list(r) for r in d.rows]}
        for place in drawings(report).values()
        for d in place
    ]
    data = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "inputs": {**body.pop("versions"), "chain": body.pop("chain"), "judged": body.pop("judged")},
        "report": {**body, "drawings": drawn},
    }
    return {**data, "digest": digest_of(data)}


def render(report: Report) -> bytes:
    """The data as indented UTF-8."""
    return (json.dumps(as_data(report), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
