"""Looks for cases that measure nothing: broken, duplicate, or leaking what the product was built or trained on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from vcassist.assets import folder
from vcassist.chain.fields import FIELDS
from vcassist.evals.forms import misshapen
from vcassist.evals.measure import fold_text, tokens
from vcassist.evals.suite import LEVELS, Case, Suite

# What a case is called and by whom it is said makes it no other case.
CALLED = frozenset({"id", "title", "voice", "traits", "difficulty", "family"})
SHORT = 5
CLOSE = 0.85


@dataclass(frozen=True, slots=True)
class Complaint:
    """``what``: broken, duplicate or leaking."""

    what: str
    where: str
    why: str

    def sentence(self) -> str:
        return f"{self.what}: {self.where}: {self.why}"


def lint(suites: Mapping[str, Suite]) -> list[Complaint]:
    """Everything wrong with the cases of these suites, in the order of the files."""
    found: list[Complaint] = []
    for suite in suites.values():
        wrong = broken(suite)
        found += wrong
        # What is not of the form of a case may have no words to compare.
        unsound = {complaint.where for complaint in wrong}
        found += duplicates(suite, unsound)
        found += leaks(suite, unsound)
    return found


def broken(suite: Suite) -> list[Complaint]:
    found = []
    for part, cases in suite.parts.items():
        for case in cases:
            where = f"{suite.name}/{part}/{case['id']}"
            # What is not of the form is told alone: the kind's own look relies on it.
            wrong = misshapen(getattr(suite.kind, "Form", None), case) or suite.kind.problems(case)
            found += [Complaint("broken", where, why) for why in wrong]
            if case.get("difficulty", "medium") not in LEVELS:
                found.append(Complaint("broken", where, f"its difficulty is none of {', '.join(LEVELS)}"))
    return found


def duplicates(suite: Suite, unsound: Set[str] = frozenset()) -> list[Complaint]:
    """The same id twice, the same case under two ids, and the same or nearly the same words twice, within a part or across parts.
    Short answers recur by nature. The words of ``unsound`` cases are not looked at.
    """
    found = []
    ids: set[str] = set()
    whole: dict[str, str] = {}
    seen = Near()
    for part, cases in suite.parts.items():
        for case in cases:
            where = f"{suite.name}/{part}/{case['id']}"
            if case["id"] in ids:
                found.append(Complaint("duplicate", where, "its id stands twice"))
            ids.add(case["id"])
            same = whole.setdefault(put(case), where)
            if same != where:
                found.append(Complaint("duplicate", where, f"the same as {same}"))
                continue
            for text in () if where in unsound else suite.kind.texts(case):
                near = seen.near(text)
                if near:
                    found.append(Complaint("duplicate", where, f"nearly the words of {near}"))
                seen.add(text, where)
    return found


def put(case: Case) -> str:
    """What a case puts and expects, without what it is called."""
    return json.dumps({key: value for key, value in case.items() if key not in CALLED}, sort_keys=True)


def leaks(suite: Suite, unsound: Set[str] = frozenset()) -> list[Complaint]:
    """Words too close to those that the product is made from: field phrasings, questions, prompts, or the glossary's example questions."""
    sources = Near()
    for text, where in product_words():
        sources.add(text, where)
    found = []
    for part, cases in suite.parts.items():
        for case in cases:
            where = f"{suite.name}/{part}/{case['id']}"
            for text in () if where in unsound else suite.kind.texts(case):
                near = sources.near(text)
                if near:
                    found.append(Complaint("leaking", where, f"too close to {near}"))
    return found


def product_words() -> Iterable[tuple[str, str]]:
    """(text, where it stands) of every phrase that shapes reading or retrieval."""
    from vcassist.knowledge.glossary import load_entries, load_outside
    from vcassist.llm.prompts import load_prompt

    for key, spec in FIELDS.items():
        yield spec.question, f"the question of {key}"
        for phrases in spec.says.values():
            for phrase in phrases:
                yield phrase, f"a phrasing of {key}"
    for slug, entry in load_entries().items():
        for question in entry.example_questions:
            yield question, f"an example question of {slug}"
        for phrase in entry.in_other_words:
            yield phrase, f"other words for {slug}"
    for text in load_outside():
        yield text, "what the glossary does not cover"
    for path in sorted(folder("prompts").glob("*.md")):
        prompt = load_prompt(path.stem)
        for text in (*prompt.system.splitlines(), *prompt.user.splitlines(), *strings_in(prompt.data)):
            yield text, f"the prompt {prompt.name}"


def strings_in(data: Any) -> Iterable[str]:
    """Every text in a prompt's examples."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from strings_in(list(data.values()))
    elif isinstance(data, Sequence):
        for each in data:
            yield from strings_in(each)


class Near:
    """Finds texts that share nearly all their words; a text under five words is never near."""

    def __init__(self) -> None:
        self._exact: dict[str, str] = {}
        self._by_word: dict[str, list[int]] = {}
        self._texts: list[tuple[frozenset[str], str]] = []

    def add(self, text: str, where: str) -> None:
        words = frozenset(tokens(text))
        if len(words) < SHORT:
            return
        self._exact.setdefault(fold_text(text), where)
        self._texts.append((words, where))
        for word in words:
            self._by_word.setdefault(word, []).append(len(self._texts) - 1)

    def near(self, text: str) -> str:
        """Where a near text stands, or nothing."""
        if fold_text(text) in self._exact:
            return self._exact[fold_text(text)]
        words = tokens(text)
        if len(words) < SHORT:
            return ""
        rare: Sequence[str] = sorted(words, key=lambda w: len(self._by_word.get(w, ())))
        # Two texts that share 85 % of their words share one of any text's rarest fifth plus one.
        for word in rare[: len(rare) // 5 + 1]:
            for at in self._by_word.get(word, ()):
                other, where = self._texts[at]
                if len(words & other) / len(words | other) >= CLOSE:
                    return where
        return ""
