"""The product with parts of a test's own in place of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vcassist.app import App
from vcassist.evals.subject import InProcess
from vcassist.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def product(tmp_path: Path) -> Callable[..., InProcess]:
    """``product(reader=…, glossary=…, rules=…)``: the product with these parts in place of its own."""

    def make(**parts: Any) -> InProcess:
        app = App(Settings(data=tmp_path))
        app.__dict__.update(parts)
        return InProcess(app)

    return make
