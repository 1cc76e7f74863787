"""The interviewer suite: a sound interviewer has nothing to answer for in it, and one that is broken in one place falls there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from evals_fakes import KnowingGlossary

from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.evals.kinds import interviewer
from vcassist.evals.kinds.interview import MOST_TURNS
from vcassist.evals.respondent import Respondent, Understanding
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import load_suite
from vcassist.interview import hearing
from vcassist.interview.corrections import repair
from vcassist.interview.ports import Answer
from vcassist.interview.questions.asking import Parts
from vcassist.settings import read_settings

CASES = {c["id"]: c for c in load_suite("interviewer").parts["development"]}
# Between them they correct, ask back, contradict, are vague, wander off, refuse, skip and confirm.
SOME = ("r16", "r25", "r27", "r28", "r29", "r30")


class Plain(KnowingGlossary):
    def answer(self, question: str) -> Answer:
        return Answer("", (), False)


@pytest.fixture
def subject(data_folder: Any) -> InProcess:
    app = App(read_settings())
    app.__dict__["glossary"] = Plain()
    app.__dict__["reader"] = None
    return InProcess(app)


def figures(subject: InProcess, *ids: str) -> dict[str, float]:
    """Each measure over the cases, as a share."""
    sums: dict[str, list[float]] = {}
    for id_ in ids:
        case = CASES[id_]
        scored = interviewer.score(case, interviewer.answer(case, subject), subject)
        for name, (hits, of) in scored.ratios.items():
            total = sums.setdefault(name, [0.0, 0.0])
            total[0] += hits
            total[1] += of
    return {name: hits / of if of else 1.0 for name, (hits, of) in sums.items()}


def test_a_sound_interviewer_loses_invents_and_repeats_nothing(subject: InProcess) -> None:
    found = figures(subject, *SOME)
    assert found["reached_right"] == found["corrections_honoured"] == found["ended"] == 1.0
    assert found["wrong"] == found["invented"] == found["asked_again"] == 0.0
    # Of a list of which one item was told beside something else it is asked once whether that is all: three questions of these six talks.
    assert found["asked_though_told"] < 0.02
    assert found["short_enough"] > 0.95


def ignore_corrections(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(repair, "reread", lambda *_, **__: None)
    patch.setattr("vcassist.interview.corrections.putting_right.of_the_last", lambda *_, **__: None)
    patch.setattr(hearing, "lost_correction", lambda *_: None)
    for way in ("as_touched", "gone_back_to", "as_it_answers"):
        patch.setattr(f"vcassist.interview.interviewer.{way}", lambda heard, *_: heard)


def forget_what_was_skipped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("vcassist.interview.not_asked.skipped_refs", lambda session: frozenset())


def never_hear_a_stop(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("vcassist.interview.interviewer.parts_of", lambda said, ref: Parts(said))
    patch.setattr("vcassist.interview.interviewer.sound_intent", lambda reading, said, asked: "answer")


def take_new_for_old(patch: pytest.MonkeyPatch) -> None:
    """Contradictions are not asked back: the last word wins."""

    def weigh(chain: Any, gated: Any, reading: Any, awaiting: Any) -> Any:
        return tuple(gated), (), ()

    patch.setattr(hearing, "weigh", weigh)


def talk_at_length(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("vcassist.interview.speech.MOST_WORDS", 400)
    patch.setattr(
        "vcassist.interview.phrases.NOTED",
        ("I have put down, word for word and with great care, what you said, " * 6 + "{}.",),
    )


@pytest.mark.parametrize(
    ("break_it", "ids", "measure", "better"),
    [
        (ignore_corrections, ("r29", "r16"), "corrections_honoured", "high"),
        (forget_what_was_skipped, ("r28",), "asked_again", "low"),
        (take_new_for_old, ("r27",), "wrong", "low"),
        (talk_at_length, ("r30",), "short_enough", "high"),
    ],
)
def test_an_interviewer_that_is_broken_in_one_place_falls_there(
    subject: InProcess,
    monkeypatch: pytest.MonkeyPatch,
    break_it: Callable[[pytest.MonkeyPatch], None],
    ids: tuple[str, ...],
    measure: str,
    better: str,
) -> None:
    sound = figures(subject, *ids)[measure]
    break_it(monkeypatch)
    broken = figures(subject, *ids)[measure]
    assert broken < sound if better == "high" else broken > sound


def test_an_interviewer_that_does_not_hear_the_wish_to_stop_is_cut_off_and_falls(
    subject: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = {**CASES["r30"], "patience": "1"}
    assert interviewer.answer(soon, subject)["done"]
    never_hear_a_stop(monkeypatch)
    got = interviewer.answer(soon, subject)
    assert not got["done"] and got["turns"] == MOST_TURNS
    assert interviewer.score(soon, got, subject).ratios["ended"] == (0.0, 1.0)


def test_an_interviewer_that_shuts_the_door_on_somebody_cuts_them_short(
    subject: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert figures(subject, "r30")["cut_short"] == 0.0
    monkeypatch.setattr(
        "vcassist.interview.interviewer.with_learnt_goodbye", lambda parts, *_: replace(parts, ends=True)
    )
    assert figures(subject, "r30")["cut_short"] == 1.0


def test_the_kinds_of_people_that_the_suite_is_to_hold_are_there() -> None:
    manners = {case.get("manner", "terse") for case in CASES.values()}
    assert {"terse", "chatty", "non_native", "confused", "evasive", "expert", "formal", "unsure"} <= manners
    assert len(CASES) >= 20
    for trait in ("corrections", "contradicts", "asks", "asides", "vague", "skips"):
        assert sum(trait in case for case in CASES.values()) >= 1, trait


def test_who_understands_all_understands_it_without_its_sighs_too() -> None:
    person = Respondent(CASES["r16"])
    said = person.opening()
    reader = Understanding(person)
    sigh = len(said.split()[0])
    heard = [(p.ref, p.value) for p in reader.read(" " * sigh + said[sigh:], None, Chain()).proposals]
    assert heard and heard == [(p.ref, p.value) for p in reader.read(said, None, Chain()).proposals]
    assert reader.read(said[:-1] + "x", None, Chain()).proposals == ()
    assert reader.read(" " * len(said), None, Chain()).proposals == ()
