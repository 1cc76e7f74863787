"""Notes are held against a message in the lines in which they were said back, beside what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks import ask, talk

from vcassist.interview.ports import Touch
from vcassist.interview.touching import touched_by


def test_each_note_comes_with_what_the_message_does_to_its_line() -> None:
    t = talk()
    t.know(**{"application.human_review": "always", "organisation.sector": "business"})
    ask(t, "data.consent")
    seen: list[tuple[str | None, str]] = []

    def touches(say: str, asked: str | None, notes: Sequence[tuple[str, str]]) -> Sequence[Touch]:
        seen.extend((asked, line) for _, line in notes)
        return [Touch(away=0.9 if "business" in line else 0.0) for _, line in notes]

    facts = list(t.session.chain.facts.values())
    found = touched_by("that is wrong", facts, t.session, replace(t.tools, touches=touches))
    assert {fact.ref: touch.away for fact, touch in found} == {"application.human_review": 0.0, "organisation.sector": 0.9}  # fmt: skip
    assert all(asked == "data.consent" for asked, _ in seen)


def test_where_it_was_not_learnt_nothing_is_told() -> None:
    t = talk()
    t.know(**{"organisation.sector": "business"})
    assert touched_by("that is wrong", list(t.session.chain.facts.values()), t.session, t.tools) == []
