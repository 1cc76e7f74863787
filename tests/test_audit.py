"""The audit of dependencies: what it makes of a vulnerability service's answers, without asking one."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
import audit

WEAK = {"id": "GHSA-1", "aliases": ["CVE-2026-1"], "fix_versions": ["1.2"]}
KNOWN = {"id": "GHSA-2", "aliases": ["CVE-2026-45829"], "fix_versions": []}


@pytest.mark.parametrize(
    ("packages", "code", "told"),
    [
        ([{"name": "a", "version": "1", "vulns": []}], 0, "1 packages, 0 to act on, 0 accepted, 0 unknown."),
        ([{"name": "a", "version": "1", "vulns": [WEAK]}], 1, "Not accepted: a 1: GHSA-1 (mended in 1.2)"),
        ([{"name": "chromadb", "version": "1", "vulns": [KNOWN]}], 0, "Accepted: chromadb 1: GHSA-2"),
        ([{"name": "a", "skip_reason": "not found"}], 3, "Nothing is known of: a: not found"),
        ([{"name": "a", "skip_reason": "x"}, {"name": "b", "version": "1", "vulns": [WEAK]}], 1, "Not accepted: b 1"),
    ],
)
def test_only_what_is_accepted_with_a_reason_passes_and_silence_is_no_pass(
    tmp_path, capsys, packages, code, told
) -> None:
    file = tmp_path / "audit.json"
    file.write_text(json.dumps({"dependencies": packages}))
    assert audit.main(["--json", str(file)]) == code
    assert told in capsys.readouterr().out


def test_every_accepted_weakness_has_its_reason_and_its_day() -> None:
    for name, reason in audit.ACCEPTED.items():
        assert re.fullmatch(r"CVE-\d{4}-\d+|GHSA-[\w-]+|PYSEC-\d{4}-\d+", name)
        assert len(reason) > 60 and re.search(r"looked at on \d+ \w+ 20\d\d", reason)


def test_where_pip_audit_cannot_be_run_nothing_passes(monkeypatch, capsys) -> None:
    monkeypatch.setattr(audit.sys, "executable", "/nonexistent/python")
    assert audit.main([]) == 3 and "nothing is known" in capsys.readouterr().out
