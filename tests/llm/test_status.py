"""`vcassist model`: what is configured, whether it answers, and how to get one."""

from __future__ import annotations

from pathlib import Path

from misbehaving_server import MisbehavingServer

from vcassist.llm.status import describe
from vcassist.settings import Settings


def test_without_a_model_it_says_that_none_is_needed_and_how_to_get_one() -> None:
    found = describe(Settings(data=Path("/nowhere")))
    assert found.ok
    assert "offline reader does the whole job" in " ".join(found.lines)


def test_it_tests_the_model_and_measures_it(settings_for) -> None:
    with MisbehavingServer({"words": ["a"]}) as server:
        found = describe(settings_for(server))
    assert found.ok and found.reachable
    assert found.tokens_per_second and found.tokens_per_second > 0
    assert "Nothing leaves this machine." in found.lines


def test_a_refused_key_is_told_without_the_key(settings_for) -> None:
    with MisbehavingServer("401") as server:
        found = describe(settings_for(server))
    assert not found.ok
    assert "refused the key" in found.lines[-1]
    assert "sk-" not in " ".join(found.lines)


def test_without_a_test_nothing_is_called(settings_for) -> None:
    with MisbehavingServer("good") as server:
        assert describe(settings_for(server), test=False).ok
        assert server.requests == []


def test_an_unknown_provider_is_named() -> None:
    found = describe(Settings(data=Path("/nowhere"), model="nobody:x"), test=False)
    assert not found.ok
    assert "provider:model" in found.lines[0]


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(b"hello")
    for model, told in (
        (f"llamacpp:{tmp_path / 'absent.gguf'}", "does not exist"),
        (f"llamacpp:{tmp_path / 'm.gguf'}", "not a GGUF model"),
        ("llamacpp:", "names no model file"),
        (f"llamacpp:{tmp_path / 'm.gguf'}#sha256=12", "names no model file"),
    ):
        found = describe(Settings(data=tmp_path, model=model))
        assert not found.ok
        assert told in found.lines[-1]


def test_a_file_with_another_digest_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(b"GGUF and so on")
    found = describe(Settings(data=tmp_path, model=f"llamacpp:{tmp_path / 'm.gguf'}#sha256={'0' * 64}"))
    assert "SHA-256 differs" in found.lines[-1]
