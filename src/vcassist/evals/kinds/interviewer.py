"""The interviewer alone: the same respondents, each understood without a mistake, so that what goes wrong is not the reader's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vcassist.evals.kinds import interview
from vcassist.evals.measure import Scored
from vcassist.evals.respondent import Respondent, Understanding
from vcassist.evals.subject import InProcess, Subject
from vcassist.evals.suite import Case
from vcassist.interview.interviewer import greet, take_turn
from vcassist.interview.session import Session

MOST_WORDS = 60

Form, problems, traits = interview.Form, interview.problems, interview.traits


def texts(case: Case) -> list[str]:
    """Nothing of its own: the cases are those of the interview suite, which is linted itself."""
    return []


def answer(case: Case, subject: Subject) -> Any:
    """One whole interview with a reader that knows what was meant."""
    assert isinstance(subject, InProcess)
    person = Respondent(case)
    tools = replace(subject.app.tools, reader=Understanding(person), now=lambda: "")
    session = Session("s", "", (greet(tools),))
    said, replies = person.opening(), []
    while len(session.turns) <= interview.MOST_TURNS:
        *_, last = take_turn(session, said, tools)
        assert last.turn is not None
        session = session.after(last.turn, last.rewritten)
        replies.append({"words": len(last.turn.reply.split()), "explains": bool(last.turn.citations)})
        if last.turn.done:
            break
        said = person.say(last.data)
    return {
        "facts": session.chain.as_json()["facts"],
        "log": person.log,
        "told": sorted(person.told),
        "turns": len(session.turns) - 1,
        "done": session.done,
        "cut_short": session.done and not person.leaves,
        "replies": replies,
    }


def score(case: Case, got: Any, subject: Subject) -> Scored:
    found = interview.score(case, got, subject)
    replies = (got or {}).get("replies", [])
    plain = [r["words"] for r in replies if not r["explains"]]
    short = (float(sum(n <= MOST_WORDS for n in plain)), float(len(plain)))
    return replace(found, ratios={**found.ratios, "short_enough": short})
