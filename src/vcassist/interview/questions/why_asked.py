"""Which question a "why do you need to know …?" is about: the one on the table, or an earlier one that its words name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vcassist.chain.facts import field_of
from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.meant import stems
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.session import Session

# What is asked about: "why do you need to know WHO BOUGHT IT?"
_WHAT = re.compile(
    r"\b(?:know|ask(?:ing|ed)?(?: (?:me|us))?|care|interest\w*|matters?|relevan\w*|important|want(?:ed)?|need(?:ed)?|for)\b(?: to know)?(?: about| in| for| of)? "
    r"(?P<what>(?:who|whom|whose|what|which|where|when|how|whether|if|about|the|our|my|its|it)\b[^.?!]{3,80})",
    re.I,
)
_WHO_PAID = re.compile(
    r"\bwho (?:\w+ )?(?:bought|buys|paid|pays|chose|ordered|purchased)(?: for)? (?:it|this|that|the \w+)\b", re.I
)

_WHO_BUILT = "application.sourcing"


def asked_about_earlier(session: Session, said: str) -> Field | None:
    """The field of an earlier question or answer that a "why" names in plain words, where the open question is not what it names."""
    found = _WHAT.search(said)
    if found is None:
        return None
    what = found["what"]
    open_now = field_of(session.asked) if session.asked else None
    if open_now and stems(what) & _stems(open_now):
        return None
    named = [_WHO_BUILT] if _WHO_PAID.search(what) else keys_named(what)
    told = stems(what)
    before = _before(session)
    # What was never asked has its reason too, and whoever names it means it.
    for specs in (before, list(FIELDS.values())):
        if by_name := next((spec for spec in specs if spec.key in named), None):
            return by_name
        by_words = [spec for spec in specs if told and told <= _stems(spec)]
        if len(by_words) == 1:
            return by_words[0]
    return None


def _before(session: Session) -> list[Field]:
    """The fields that were asked for or answered in this talk, the latest first."""
    refs: Iterable[str] = (
        ref
        for turn in reversed(session.live)
        for ref in (*(f.ref for f in turn.facts), *((turn.awaiting.ref,) if turn.awaiting else ()))
    )
    return list({field_of(ref).key: field_of(ref) for ref in refs}.values())


def _stems(spec: Field) -> set[str]:
    return stems(f"{spec.question} {spec.means} {spec.label} {' '.join(spec.options.values())}")
