"""What a reader that does not know the question sees: looked at once, and only where somebody asks."""

from __future__ import annotations

from types import SimpleNamespace

from vcassist.chain.fields import FIELDS
from vcassist.reading.blind import Blind

POLICY, ENCRYPTED = FIELDS["governance.policy"], FIELDS["storage.encrypted"]


class Looks:
    """Sees the same in every text, and counts how often it looks."""

    def __init__(self) -> None:
        self.looked = 0

    def guess(self, text: str, asked: str | None, least: float) -> SimpleNamespace:
        assert asked is None
        self.looked += 1
        seen = {"governance.policy": 0.7, "storage.encrypted": 0.05}
        return SimpleNamespace(fields=[SimpleNamespace(key=k, presence=p) for k, p in seen.items() if p >= least])


def test_it_looks_only_where_it_is_asked_and_once_for_all_questions() -> None:
    looks = Looks()
    blind = Blind("we have rules", looks)  # type: ignore[arg-type]
    assert looks.looked == 0
    assert (blind.sees(POLICY), blind.sees(ENCRYPTED)) == (0.7, 0.05)
    assert (blind.sees_beside(ENCRYPTED), blind.sees_beside(POLICY)) == (0.7, 0.0)
    assert looks.looked == 1


def test_the_rules_alone_see_what_is_asked_and_nothing_beside_it() -> None:
    blind = Blind("we have rules", None)
    assert blind.sees(POLICY) == 1.0
    assert blind.sees_beside(POLICY) == 0.0
