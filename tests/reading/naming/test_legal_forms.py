"""Companies keep the whole of their names: legal forms with a slash, with points, of several words."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.naming.legal_forms import with_legal_form


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("bought from Boligdata A/S, a Danish firm", "Boligdata A", "Boligdata A/S"),
        ("bought from Boligdata A/S", "Boligdata", "Boligdata A/S"),
        ("by Nordisk Data I/S", "Nordisk Data", "Nordisk Data I/S"),
        ("the supplier is Sygma Sp. z o.o.", "Sygma Sp", "Sygma Sp. z o.o"),
        ("from Kora, S.A.", "S.A", "Kora, S.A"),
        ("from Kora S.A. de C.V. in Mexico", "Kora", "Kora S.A. de C.V"),
        ("from Tolk Digital GmbH", "Tolk Digital GmbH", "Tolk Digital GmbH"),
        ("from Kora and A/B tests", "Kora", "Kora"),
    ],
)
def test_a_name_is_completed_by_its_form(text: str, read: str, whole: str) -> None:
    at = text.index(read)
    told = with_legal_form(Proposal("application.supplier", "known", read, read, 0.9, at, at + len(read)), text)
    assert (told.value, told.quote) == (whole, whole)
    assert text[told.start : told.end] == whole


def test_a_name_that_the_register_gave_stays() -> None:
    told = Proposal("application.supplier", "known", "Microsoft", "MS A", 0.9, 0, 4)
    assert with_legal_form(told, "MS A/S") == told
