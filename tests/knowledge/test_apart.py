"""Learning in a process of its own: the same judges, whatever becomes of that process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from knowledge_fakes import WordWeights, small_glossary

from vcassist.knowledge import apart
from vcassist.knowledge.fusion import Names
from vcassist.knowledge.items import items_of
from vcassist.knowledge.learning import kinship_of, learn_all

FAR = ["bread without yeast", "remove coffee stains", "football yesterday", "cheap flight", "tie a tie", "song lyrics"]


def lesson() -> tuple[Any, ...]:
    """What the judges of a small glossary learn from."""
    entries = small_glossary()
    items = [item for entry in entries.values() for item in items_of(entry)]
    weights = WordWeights()
    names = Names.of({slug: (e.title, *e.aliases) for slug, e in entries.items()})
    kinship = kinship_of({s: e.related for s, e in entries.items()}, {s: e.category for s, e in entries.items()})
    return items, weights.embed([i.text for i in items]), weights.embed(FAR), FAR, names, kinship


def learned_while(monkeypatch: pytest.MonkeyPatch, python: str | None) -> tuple[Any, list[str]]:
    """What is learned beside some work, and what that work and learning here left behind."""
    done: list[str] = []
    if python is not None:
        monkeypatch.setattr(sys, "executable", python)

    def here(*given: Any) -> Any:
        done.append("learned here")
        return learn_all(*given)

    monkeypatch.setattr(apart, "learn_all", here)
    return apart.learn_meanwhile(lesson(), lambda: done.append("worked")), done


def the_same(one: Any, other: Any) -> bool:
    return np.allclose(one.judge.matrix, other.judge.matrix, atol=1e-4) and one.words.at == other.words.at


def test_another_process_learns_what_this_one_would_while_this_one_works(monkeypatch: pytest.MonkeyPatch) -> None:
    found, done = learned_while(monkeypatch, None)
    assert the_same(found, learn_all(*lesson()))
    assert done == ["worked"]


@pytest.mark.parametrize("python", ["/nowhere/python", ""])
def test_where_no_second_process_can_be_started_it_learns_here(monkeypatch: pytest.MonkeyPatch, python: str) -> None:
    found, done = learned_while(monkeypatch, python)
    assert the_same(found, learn_all(*lesson()))
    assert done == ["worked", "learned here"]


def test_when_the_second_process_dies_it_learns_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dying = tmp_path / "dying"
    dying.write_text("#!/bin/sh\nexit 3\n")
    dying.chmod(0o755)
    found, done = learned_while(monkeypatch, str(dying))
    assert the_same(found, learn_all(*lesson()))
    assert done == ["worked", "learned here"]


def test_trouble_with_the_work_is_told_and_leaves_no_process_behind() -> None:
    def full() -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        apart.learn_meanwhile(lesson(), full)
