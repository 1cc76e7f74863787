"""A suite is a folder: suite.yaml says what it measures, JSONL or YAML files in its parts hold the cases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import yaml

from vcassist.assets import folder
from vcassist.errors import BadUsage, BrokenAsset

if TYPE_CHECKING:
    from vcassist.evals.measure import Scored
    from vcassist.evals.subject import Subject

PARTS = ("development", "kept_aside")
LEVELS = ("easy", "medium", "hard")
Case = dict[str, Any]


class Kind(Protocol):
    """How the cases of one kind are put to the product and scored: a module of vcassist.evals.kinds.

    Its class ``Form`` (see vcassist.evals.forms) says which parts a case has; a kind without one looks at them itself.
    """

    def problems(self, case: Case) -> list[str]:
        """What is wrong with a case that has the right form, in sentences."""
        ...

    def texts(self, case: Case) -> list[str]:
        """The case's own words, to look for duplicates and leaks.

        A kind may have ``shown(case)`` to tell a failure by other words, and ``traits(case)`` where they follow from the case's form.
        """
        ...

    def answer(self, case: Case, subject: Subject) -> Any:
        """What the product says to this case, as JSON."""
        ...

    def score(self, case: Case, got: Any, subject: Subject) -> Scored: ...


@dataclass(frozen=True, slots=True)
class Measure:
    """``better`` is "high" or "low". ``gate`` is False for figures that are told and not held; ``margin`` is the slack of a gate."""

    name: str
    means: str
    better: str = "high"
    gate: bool = True
    margin: float = 0.03


@dataclass(frozen=True)
class Suite:
    """One suite with its cases by part (development, kept_aside, and others that it makes itself).

    ``fast`` is how many cases of a part run in the slice that every change is held against; nought leaves the suite out of it.
    ``levels`` says which traits make a case easy or hard.
    """

    name: str
    title: str
    description: str
    kind_name: str
    measures: Mapping[str, Measure]
    parts: Mapping[str, tuple[Case, ...]]
    fast: int = 0
    levels: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        return cast(Kind, import_module(f"vcassist.evals.kinds.{self.kind_name}"))

    def difficulty(self, case: Case) -> str:
        """What the case says of itself; else hard with one hard trait, easy with easy ones alone, medium with any others or none."""
        if "difficulty" in case:
            return str(case["difficulty"])
        own = getattr(self.kind, "traits", None)
        traits = set(own(case) if own else case.get("traits", ()))
        if traits & self.levels.get("hard", frozenset()):
            return "hard"
        return "easy" if traits and traits <= self.levels.get("easy", frozenset()) else "medium"


def suite_names(root: Path | None = None) -> list[str]:
    """The suites that exist, in the order of their names."""
    return sorted(p.parent.name for p in (root or folder("evals")).glob("*/suite.yaml"))


def load_suite(name: str, root: Path | None = None, own: Path | None = None) -> Suite:
    """A suite with its cases, or with those of the folder ``own`` instead.

    Raises BadUsage for a suite that does not exist, BrokenAsset for a file that cannot be read.
    """
    base = (root or folder("evals")) / name
    if not (base / "suite.yaml").is_file():
        raise BadUsage(f"There is no suite {name!r}.", f"There are: {', '.join(suite_names(root))}.")
    about = yaml.safe_load((base / "suite.yaml").read_text(encoding="utf-8"))
    measures = {key: Measure(key, **spec) for key, spec in (about.get("measures") or {}).items()}
    source = base.parent / about["cases_from"] if about.get("cases_from") else base
    shared = str(about.get("cases_from") or name)
    parts = {"own": own_cases(own, name, shared)} if own else {part: tuple(read_cases(source / part)) for part in PARTS}
    kind = about.get("kind", name)
    suite = Suite(name, about["title"], " ".join(about["description"].split()), kind, measures, {})
    if not own and hasattr(suite.kind, "more_parts"):
        parts |= suite.kind.more_parts()
    found = {part: cases for part, cases in parts.items() if cases}
    levels = {level: frozenset(traits) for level, traits in (about.get("difficulty") or {}).items()}
    return Suite(name, suite.title, suite.description, kind, measures, found, int(about.get("fast", 0)), levels)


def own_cases(own: Path, name: str, shared: str = "") -> tuple[Case, ...]:
    """An evaluator's own cases: DIR/<suite>/, else those of the suite that it shares them with, else the files directly in DIR.

    Raises BadUsage where there are none.
    """
    if not own.is_dir():
        raise BadUsage(f"There is no folder {own}.", "", "Give --cases the folder with your case files.")
    found = tuple(read_cases(own / name)) or tuple(read_cases(own / (shared or name))) or tuple(read_cases(own))
    if not found:
        raise BadUsage(f"{own} holds no cases for {name}.", "", f"Put JSONL files into {own / name}.")
    return found


def read_cases(base: Path) -> Iterator[Case]:
    """The cases of one folder: a JSON object a line in *.jsonl, a case a file in *.yaml. Raises BrokenAsset with file and line."""
    for path in sorted(base.glob("*.jsonl")):
        for number, line in enumerate(_text_of(path).splitlines(), 1):
            if not line.strip():
                continue
            try:
                case = json.loads(line)
            except ValueError as error:
                raise BrokenAsset(f"{path}, line {number} is not JSON.", str(error)) from error
            yield named(case, f"{path}, line {number}")
    for path in sorted(base.glob("*.yaml")):
        if path.name != "suite.yaml":
            try:
                # Every scalar stays a string, so that NO is Norway and no is "no". libyaml's loader, where it is there, is twelve times as quick.
                case = yaml.load(_text_of(path), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
            except yaml.YAMLError as error:
                raise BrokenAsset(f"{path} is not YAML.", " ".join(str(error).split())) from error
            yield named(case, str(path))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BrokenAsset(f"{path} is not UTF-8.", str(error), "Save it as UTF-8.") from error


def named(case: Any, where: str) -> Case:
    if not isinstance(case, dict) or not isinstance(case.get("id"), str):
        raise BrokenAsset(f"{where} holds no case.", "A case is an object with an 'id'.")
    return case
