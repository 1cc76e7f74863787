"""What the OpenAPI description says is true: whatever is sent, no fault of ours and no answer that is not described."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext, suppress

import pytest
import schemathesis
from fakes import NamesOnlyGlossary, PhraseReader
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from vcassist.app import App
from vcassist.settings import Settings
from vcassist.web.server import create_app

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory):
    app = App(Settings(data=tmp_path_factory.mktemp("openapi")))
    app.__dict__.update(reader=PhraseReader(), glossary=NamesOnlyGlossary())
    yield app
    app.store.close()  # type: ignore[attr-defined]


@pytest.fixture
def description(served: App):
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(served))


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_is_described(description, served: App, mode: GenerationMode) -> None:
    """With what fits the description (positive) and with what does not (negative)."""
    seen: Counter[int] = Counter()
    for found in description.get_all_operations():
        operation = found.ok()

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(operation.as_strategy(generation_mode=mode))
        def holds(case) -> None:
            headers = {}
            if "session_id" in (case.path_parameters or {}) and len(str(case.path_parameters["session_id"])) % 4:
                # Three in four ask for an assessment that is there, with its token; the others for what they made up.
                session, token = served.begin()
                case.path_parameters["session_id"] = session.id
                headers["Authorization"] = f"Bearer {token}"
            seen[case.call_and_validate(headers=headers, checks=CHECKS).status_code] += 1

        # What takes nothing can be sent nothing wrong.
        with suppress(Unsatisfiable) if mode is GenerationMode.NEGATIVE else nullcontext():
            holds()
    assert seen[422] > 20 and (mode is GenerationMode.NEGATIVE or seen[200] > 50 < seen[404]), seen


def test_the_description_has_every_route_that_others_rely_on(description) -> None:
    described = {found.ok().label for found in description.get_all_operations()}
    session = "/api/v1/sessions/{session_id}"
    assert described >= {
        "POST /api/v1/sessions",
        f"POST {session}/turns",
        f"DELETE {session}/turns/last",
        f"GET {session}",
        f"GET {session}/chain",
        f"GET {session}/findings",
        f"GET {session}/report",
        f"DELETE {session}",
        f"POST {session}/documents",
        "GET /healthz",
    }
