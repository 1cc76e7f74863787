"""Fuzzing of what takes in text with a form: quotes, chain files, exported sessions, front matter, rules. Each is taken or refused in words.

VCASSIST_TEST_PROFILE=thorough looks at many more examples.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strings import hostile

from vcassist.assets import folder
from vcassist.chain.facts import chain_from_json, split_ref
from vcassist.chain.fields import FIELDS
from vcassist.chain.quote import locate
from vcassist.errors import BadInput, BrokenAsset, VcassistError
from vcassist.interview.session import session_from_json
from vcassist.knowledge.glossary import parse_entry
from vcassist.knowledge.rulebook import load_rule
from vcassist.llm.prompts import load_prompt
from vcassist.web.imported import checked_import

TEXT = st.one_of(st.text(max_size=60), st.sampled_from(hostile()))
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    TEXT,
    st.sampled_from(["known", "model.weights", "open", "2026-13-45"]),
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
    max_leaves=12,
)


@st.composite
def changed(draw: st.DrawFn, sound: Any) -> Any:
    """A sound structure with one to three accidents: a part replaced by anything, taken out, renamed, doubled or wrapped."""
    data = copy.deepcopy(sound)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(data))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        how = draw(st.sampled_from(["replace", "remove", "rename", "wrap", "double"]))
        if how == "remove":
            del holder[key]
        elif how == "rename" and isinstance(holder, dict):
            holder[draw(TEXT)] = holder.pop(key)
        elif how == "wrap":
            holder[key] = [holder[key]]
        elif how == "double" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        else:
            holder[key] = draw(ANYTHING)
    return data


def _places(data: Any) -> Any:
    """(holder, key) of every part of a structure."""
    if isinstance(data, dict):
        for key in data:
            yield data, key
            yield from _places(data[key])
    elif isinstance(data, list):
        for at in range(len(data)):
            yield data, at
            yield from _places(data[at])


# --- quotes ---------------------------------------------------------------------------------------------------------------


@given(quote=TEXT, text=st.one_of(TEXT, st.lists(TEXT, max_size=4).map(" ".join)))
def test_a_quote_is_found_within_the_text_or_nowhere(quote: str, text: str) -> None:
    span = locate(quote, text)
    if span is None:
        assert not quote.strip() or quote not in text
        return
    start, end = span
    assert 0 <= start < end <= len(text)
    # What was found says the same as what was looked for: found again, it is the whole.
    again = locate(quote, text[start:end])
    assert again is not None and again[0] == 0


@given(before=TEXT, quote=TEXT, after=TEXT)
def test_a_quote_that_is_there_is_found(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    assert (locate(quote, text) is not None) == bool(quote.strip())


# --- chain files and exported sessions --------------------------------------------------------------------------------------

CHAIN = {
    "facts": [
        {
            "ref": "model.weights",
            "status": "known",
            "value": "closed",
            "quote": "closed weights",
            "start": 3,
            "end": 17,
        },
        {"ref": "organisation.ai_role", "value": ["deployer"]},
        {"ref": "storage.country", "status": "withheld", "by": "supplier"},
    ]
}


@cache
def exported() -> Any:
    return json.loads((folder("web") / "example.json").read_text("utf-8"))


@given(data=st.one_of(ANYTHING, changed(CHAIN), st.dictionaries(st.just("facts"), ANYTHING)))
def test_a_chain_file_makes_a_sound_chain_or_is_refused_in_words(data: Any) -> None:
    try:
        chain = chain_from_json(data)
    except BadInput as refused:
        assert len(str(refused)) > 20
        return
    for ref, fact in chain.facts.items():
        split_ref(ref)
        assert (fact.value is not None) == (fact.status == "known")
    assert (
        chain_from_json(json.loads(json.dumps({"facts": chain.as_json()["facts"]}))).facts.keys() == chain.facts.keys()
    )


@given(st.data())
def test_an_exported_session_makes_a_sound_session_or_is_refused_in_words(data: st.DataObject) -> None:
    sound = exported()
    # A few turns are as good as all of them, and quicker.
    given_ = data.draw(st.one_of(ANYTHING, changed({**sound, "turns": sound["turns"][:4]})))
    try:
        session = session_from_json(checked_import(given_))
    except VcassistError as refused:
        assert len(str(refused)) > 20
        return
    assert session.chain.facts is not None and session.next_number == len(session.turns)


# --- front matter and rules -------------------------------------------------------------------------------------------------


def sound_files(where: str, pattern: str) -> list[Path]:
    return sorted((folder("knowledge") / where).glob(pattern))[::9]


def written(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@given(st.data())
def test_a_glossary_entry_is_whole_or_is_refused_with_its_name(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sound_files("glossary", "*.md")))
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    made = data.draw(st.one_of(
        changed(yaml.safe_load(front)).map(lambda fm: f"---\n{written(fm)}---\n{body}"),
        TEXT.map(lambda text: f"---\n{text}\n---\n{body}"),
        st.tuples(TEXT, TEXT).map("---\n".join),
    ))  # fmt: skip
    try:
        entry = parse_entry(made, "planted.md")
    except BrokenAsset as refused:
        assert "planted.md" in str(refused)
        return
    assert all(isinstance(alias, str) for alias in entry.aliases)


@given(st.data())
def test_a_rule_is_whole_or_is_refused_with_its_name(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sound_files("rules", "*.yaml")))
    sound = yaml.safe_load(path.read_text("utf-8"))
    made = data.draw(st.one_of(changed(sound).map(written), TEXT, ANYTHING.map(written)))
    try:
        rule = load_rule(made, path.name, frozenset(sound["terms"]), frozenset(sound.get("frameworks") or ()))
    except BrokenAsset as refused:
        assert path.name in str(refused)
        return
    assert rule.id == path.stem and set(rule.reads) <= set(FIELDS)


@given(data=st.data())
def test_a_prompt_is_whole_or_is_refused_with_its_name(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sound = (folder("prompts") / "speak.md").read_text("utf-8")
    _, front, body = sound.split("---\n", 2)
    made = data.draw(st.one_of(
        changed(yaml.safe_load(front)).map(lambda fm: f"---\n{written(fm)}---\n{body}"),
        TEXT.map(lambda text: f"---\n{text}\n---\n{body}"),
        TEXT,
    ))  # fmt: skip
    root = tmp_path_factory.mktemp("prompts")
    (root / "speak.md").write_text(made, "utf-8", "surrogatepass")
    try:
        load_prompt("speak", root)
    except BrokenAsset as refused:
        assert "speak" in str(refused)


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "{a: " * 5000, "a: &a [*a]", "x: 2026-13-45", "a: !!python/name:os.system", "\t- a", "a: 0o9" * 9],
)
def test_yaml_that_trips_parsers_is_refused_like_any_other(text: str) -> None:
    for load in (lambda: load_rule(text, "x.yaml"), lambda: parse_entry(f"---\n{text}\n---\nBody.", "x.yaml")):
        with pytest.raises(BrokenAsset, match=r"x\.yaml"):
            load()
