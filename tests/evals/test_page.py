"""The page of a run: everything is on it, nothing is fetched, and words from cases cannot become markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from vcassist.evals.comparison import compared
from vcassist.evals.page import as_lines, groups_view, page, share
from vcassist.evals.results import envelope, part_results
from vcassist.evals.runner import run_plain
from vcassist.evals.suite import Measure, Suite, load_suite

NASTY = '</dd><script>alert("x")</script>'
CHAIN = {
    "id": "closed-model",
    "title": "a closed model",
    "traits": ["short"],
    "facts": {"model.weights": "closed", "model.alternative": "no"},
    "verdicts": {"proprietary-model-dependence@model": "raised"},
}
WRONG = {**CHAIN, "id": "wrong-one", "title": NASTY, "verdicts": {"proprietary-model-dependence@model": "clear"}}
KEPT = {**WRONG, "id": "kept-secret", "title": "kept title"}


class Outline(HTMLParser):
    """Checks that tags nest, and collects what an audit asks for."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture
def made(product: Callable[..., Any]) -> str:
    loaded = load_suite("assessment")
    parts: dict[str, tuple[dict[str, Any], ...]] = {"development": (CHAIN, WRONG), "kept_aside": (KEPT,)}
    suite = Suite("assessment", loaded.title, loaded.description, "assessment", loaded.measures, parts)
    subject = product()

    def run(day: int, cases: Any) -> dict[str, Any]:
        measured = {p: part_results(suite, p, [run_plain(c, suite.kind, subject)], 7) for p, c in cases.items()}
        about = {"reader": "offline", "model": "", "seed": 7, "limit": None, "fast": False, "repeat": 1}
        return {**envelope({"assessment": {"parts": measured}}, **about), "at": f"2026-11-{day}T10:00:00+00:00"}

    right = {**parts, "development": (CHAIN, {**WRONG, "verdicts": CHAIN["verdicts"]})}
    before, now = run(20, right), run(24, parts)
    gates = {"assessment": {"development": {"right": {"least": 0.875}}}}
    return page(now, {"assessment": suite}, gates, [before], before, compared(before, now))


def test_every_failure_stands_there_with_what_was_put_expected_and_got(made: str) -> None:
    assert "wrong-one" in made and "newly wrong" in made
    assert re.search(r"<dt>expected</dt><dd>\s*proprietary-model-dependence@model: clear", made)
    assert re.search(r"<dt>got</dt><dd>\s*proprietary-model-dependence@model: raised", made)
    assert "model.weights = closed" in made


def test_figures_gates_groups_and_earlier_runs_stand_there(made: str) -> None:
    assert "0.500" in made and "0.875" in made and "trait: 1 label," in made and "2026-11-20" in made
    assert "Compared with the run of 2026-11-20" in made and "-0.500" in made


def test_cases_kept_aside_are_counted_and_not_told(made: str) -> None:
    assert "kept_aside (1 case)" in made and "kept-secret" not in made and "kept title" not in made


def test_the_page_asks_for_nothing_and_runs_nothing(made: str) -> None:
    assert "default-src 'none'" in made and "<script" not in made and "@import" not in made and "url(" not in made
    outline = Outline()
    outline.feed(made)
    links = [v for _, attrs in outline.tags for k, v in attrs.items() if k in ("src", "href", "srcset", "action")]
    assert links and all(str(v).startswith("#") for v in links)


def test_words_from_a_case_cannot_become_markup(made: str) -> None:
    assert NASTY not in made and "&lt;script&gt;" in made


def test_the_page_is_well_formed_and_can_be_walked_without_sight_or_mouse(made: str) -> None:
    outline = Outline()
    outline.feed(made)
    assert outline.wrong == [] and outline.open == []
    assert ("html", {"lang": "en-GB"}) in outline.tags
    names = [tag for tag, _ in outline.tags]
    assert names.count("h1") == names.count("main") == 1 and names.count("table") == names.count("caption")
    assert all("scope" in attrs for tag, attrs in outline.tags if tag == "th")
    assert all(a.get("aria-label") or a.get("aria-hidden") for tag, a in outline.tags if tag == "svg")
    ids = {a["id"] for _, a in outline.tags if "id" in a}
    assert all(str(a["href"])[1:] in ids for tag, a in outline.tags if tag == "a")


def test_facts_are_told_in_lines_for_people() -> None:
    fact = {"ref": "data.sources", "status": "known", "value": ["users"], "quote": "from users"}
    assert as_lines([fact]) == ['data.sources = ["users"] “from users”']
    assert as_lines([{"ref": "model.name", "status": "unknown", "value": None}]) == ["model.name = unknown"]
    assert as_lines([]) == as_lines(None) == ["nothing"]


def test_the_weakest_label_of_a_group_comes_first_also_where_low_is_better() -> None:
    labels = {"a": {"m": [0.1, 9]}, "b": {"m": [0.4, 9]}}
    for better, first in (("high", "a"), ("low", "b")):
        (group,) = groups_view({"trait": labels}, {"m": Measure("m", "", better)})
        assert group["rows"][0][0] == first


def test_a_value_outside_the_axis_is_drawn_at_its_end() -> None:
    assert [share(v, 10, 100) for v in (-1, 0, 0.5, 1, 7)] == [10, 10, 60, 110, 110]
