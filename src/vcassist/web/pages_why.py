"""Why a finding is as it is: all facts with their words, what each open answer could do, what would change it, and the decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from vcassist.assessment.answers import ANOTHER
from vcassist.assessment.explain import Turn, explain
from vcassist.chain.facts import STATUSES, Chain, Fact, field_of
from vcassist.interview.decisions import STATES
from vcassist.interview.session import Session
from vcassist.web.decisions import decisions_of
from vcassist.web.pages import page
from vcassist.web.pages_talk import shell
from vcassist.web.pages_whatif import address
from vcassist.web.parts import ByCookie, TheApp
from vcassist.web.views import component_title, fact_view
from vcassist.web.words import label_of, value_in_words

router = APIRouter()
VERDICTS: Mapping[str, str] = {"raised": "it is raised", "clear": "it is ruled out", "unknown": "it stays open"}
NAMED = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in words, and where it can be tried."""

    words: str
    try_it: str


Ways = tuple[tuple[str, tuple[Answer, ...], int], ...]


@dataclass(frozen=True, slots=True)
class TurnView:
    """``ways``: (what becomes of it, the answers that lead there, how many more there are).

    ``given``: where no answer decides alone, (what, answer) of others with which one does; ``then`` are the ways that it goes then.
    """

    ref: str
    label: str
    question: str
    now: str
    ways: Ways
    given: tuple[tuple[str, str], ...]
    then: Ways


@router.get("/a/{session_id}/findings/{finding_id}")
def why(request: Request, app: TheApp, session: ByCookie, finding_id: str) -> Response:
    """The page. Raises NotFound, naming the nearest, for a finding that this assessment does not have."""
    chain = session.chain
    found = explain(finding_id, chain, app.rules, app.register)
    finding = found.finding
    entries = app.entries
    return page(
        request,
        "why.html",
        **shell(session, "report"),
        found=found,
        finding=finding,
        where="" if finding.component == "chain" else component_title(finding.component, chain),
        facts=[(fact_view(f, session, chain), component_title(f.component, chain)) for f in found.facts],
        open=_turns(found.open, session, chain),
        levers=_turns(found.levers, session, chain),
        told=found.hidden_line(),
        terms=[(slug, entries[slug].title) for slug in found.rule.terms if slug in entries],
        decision=decisions_of(session).get(finding.id, {"state": "open", "note": "", "at": ""}),
        states=STATES,
    )


def _turns(turns: Sequence[Turn], session: Session, chain: Chain) -> list[TurnView]:
    return [
        TurnView(
            turn.ref,
            _label(turn.ref, chain),
            turn.question,
            _in_words(turn.ref, turn.now) if turn.now else "nothing said",
            _ways(turn.ref, turn.leads_to, session),
            tuple((_label(f.ref, chain), _in_words(f.ref, ", ".join(f.values) or f.status)) for f in turn.given),
            _ways(turn.ref, {v: a for v, a in turn.then.items() if v != "unknown"}, session, turn.given),
        )
        for turn in turns
    ]


def _label(ref: str, chain: Chain) -> str:
    return f"{label_of(ref)} ({component_title(ref.partition('.')[0], chain)})"


def _ways(ref: str, leads_to: Mapping[str, Sequence[str]], session: Session, given: Sequence[Fact] = ()) -> Ways:
    return tuple(
        (VERDICTS[verdict], tuple(_answer(ref, a, session, given) for a in answers[:NAMED]), max(0, len(answers) - NAMED))
        for verdict, answers in leads_to.items()
    )  # fmt: skip


def _answer(ref: str, value: str, session: Session, given: Sequence[Fact]) -> Answer:
    """An answer that stands for any other cannot be tried as it is."""
    tried = [*((f.ref, ",".join(f.values) or f.status) for f in given), (ref, value)]
    stands_for_others = any(v in (ANOTHER.get(field_of(r).type), "another chip") for r, v in tried)
    there = "" if stands_for_others else f"{address(session, [f'{r}={v}' for r, v in tried])}#then"
    return Answer(_in_words(ref, value), there)


def _in_words(ref: str, value: str) -> str:
    spec = field_of(ref)
    if spec.type == "country" and value == ANOTHER["country"]:
        return "another country"
    if value in STATUSES and value not in spec.options:
        return value.replace("_", " ")
    parts = (
        [value_in_words(ref, part) for part in value.split(", ")]
        if spec.type == "set"
        else [value_in_words(ref, value)]
    )
    return ", ".join(parts)
