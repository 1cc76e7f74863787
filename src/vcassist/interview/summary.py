"""Where an interview stands: progress, what is left for the supplier, the welcome after days, the close. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vcassist.assessment.answers import count_of
from vcassist.assessment.evaluate import Finding, ranked
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain
from vcassist.interview.phrases import PROGRESS, pick
from vcassist.interview.planner import coverage
from vcassist.interview.session import Session
from vcassist.interview.to_supplier import TO_SUPPLIER, kept_by
from vcassist.interview.words import Country, listed, name_of, short, shown

# Progress is told when this many answers have come since it was last told.
EVERY = 10
# The letter to the supplier is mentioned when this many of its questions have come together.
ENOUGH_FOR_A_LETTER = 3


def risks(findings: Sequence[Finding], verdict: str) -> list[Finding]:
    return [f for f in findings if f.kind == "risk" and f.verdict == verdict]


def gravest(findings: Sequence[Finding]) -> list[Finding]:
    """The risks that are named, the worst first."""
    return risks(ranked(findings), "raised")


def for_supplier(chain: Chain) -> list[str]:
    """References that the person does not know, or that the supplier withholds, and that a supplier can answer: the letter's."""
    return [
        ref
        for ref, f in chain.facts.items()
        if f.open and f.field.key in TO_SUPPLIER and (f.status == "unknown" or kept_by(f) == "supplier")
    ]


def coming_together(before: Chain, after: Chain) -> int:
    """How many questions the letter has, in the turn in which they have become worth mentioning; else 0."""
    had, has = len(for_supplier(before)), len(for_supplier(after))
    return has if had < ENOUGH_FOR_A_LETTER <= has else 0


def answers_given(session: Session) -> int:
    return sum(1 for t in session.live if t.said)


def progress_due(session: Session) -> bool:
    """Whether it is time to say how far it is: not in the first turns, then every few."""
    given = answers_given(session) + 1
    return given % EVERY == 0


def progress(
    chain: Chain,
    skipped: frozenset[str],
    findings: Sequence[Finding],
    spent: float,
    minutes: int | None,
    *,
    number: int = 0,
) -> str:
    """``So far: 34% covered, 5 risks named, about 11 of your 20 minutes left.``"""
    raised = len(risks(findings, "raised"))
    parts = [f"{coverage(chain, skipped):.0%} covered", f"{count_of(raised, 'risk') if raised else 'no risk'} named"]
    if minutes:
        left = max(1, round(minutes - spent))
        parts.append(f"about {left} of your {minutes} minutes left")
    return pick(PROGRESS, number // EVERY).format(", ".join(parts))


def open_questions(findings: Sequence[Finding], chain: Chain, most: int = 2) -> list[str]:
    """The short names of the open fields that most undecided risks wait for."""
    waiting: dict[str, int] = {}
    for finding in risks(findings, "unknown"):
        for ref in finding.missing:
            if chain.get(ref) is not None:
                # They said that they do not know: it is of no help to name it to them.
                continue
            waiting[ref] = waiting.get(ref, 0) + 1
    best = sorted(waiting, key=lambda ref: (-waiting[ref], ref))
    keys = dict.fromkeys(f"{ref.partition('.')[0].partition('-')[0]}.{ref.partition('.')[2]}" for ref in best)
    return [name_of(key) for key in list(keys)[:most]]


def closing(chain: Chain, findings: Sequence[Finding], rules: Mapping[str, Rule], *, out_of_time: bool = False) -> str:
    """The last words: what was found, what is open and would help most, what goes to the supplier, where the report is."""
    raised, undecided = gravest(findings), risks(findings, "unknown")
    said = ["Your time is up; thank you." if out_of_time else "Thank you."]
    # One risk is above no other.
    lead = ", above all" if len(raised) > 1 else ":"
    worst = f"{lead} “{rules[raised[0].rule].title}”" if raised and raised[0].rule in rules else ""
    if raised:
        said.append(f"{count_of(len(raised), 'risk')} can be named{worst}.")
    elif undecided:
        # To have found nothing must not sound like an all-clear.
        said.append("What you said does not yet tell whether you are at risk; that is no all-clear.")
    else:
        said.append("No risk can be named.")
    if undecided:
        helpful = open_questions(findings, chain)
        more = f"; it would help most to learn about {listed(helpful)}" if helpful else ""
        what = "" if raised else count_of(len(undecided), "risk").partition(" ")[2]
        said.append(f"{len(undecided)} {what}{' ' if what else ''}cannot be decided yet{more}.")
    letter = len(for_supplier(chain))
    if letter:
        said.append(
            f"{count_of(letter, 'question')} for your supplier {'is' if letter == 1 else 'are'} ready as a letter."
        )
    said.append("Your draft report is ready, with the open questions; come back at any time.")
    return " ".join(said)


def welcome_back(session: Session, findings: Sequence[Finding], country: Country = str) -> tuple[str, str]:
    """Two lines for somebody who comes back: what the talk was about, and how far it came."""
    chain = session.chain
    first = chain.first("application")
    app, purpose = chain.get(f"{first}.name"), chain.value(f"{first}.purpose")
    who = chain.value("organisation.name") or ""
    about = [
        shown(app, country) if app and app.status == "known" else "your AI",
        f"(“{short(purpose, 10)}”)" if purpose else "",
    ]
    about_what = f"Last time we spoke about {' '.join(p for p in about if p)}{f' at {who}' if who else ''}."
    noted, raised, undecided = len(chain.facts), risks(findings, "raised"), risks(findings, "unknown")
    second = (
        f"{count_of(noted, 'thing')} {'is' if noted == 1 else 'are'} noted, {count_of(len(raised), 'risk')} named, "
        f"{len(undecided)} still undecided."
    )
    return about_what, second
