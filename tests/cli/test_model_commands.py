"""The commands and a remote model: refused without agreement (exit 2), counted with it; the terminal asks first."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from worlds import TwoTermGlossary

from vcassist import cli
from vcassist.app import App
from vcassist.llm.circuit import GuardedChat
from vcassist.llm.fake import FakeChat

ADDS = {"facts": [{"ref": "model.name", "quote": "GPT-4o", "status": "known", "value": "GPT-4o"}], "intent": "answer"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch) -> FakeChat:
    """The configured remote model, which every App of this test opens."""
    made = FakeChat([ADDS], name="openai:gpt-4o-mini", remote=True)
    monkeypatch.setenv("VCASSIST_MODEL", "openai:gpt-4o-mini")
    monkeypatch.setattr("vcassist.llm.chat.open_chat", lambda settings: GuardedChat(made))
    return made


@pytest.fixture
def run(data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: str, says: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(says.encode()), encoding="utf-8"))
        code = cli.run(arguments)
        return (code, *capsys.readouterr())

    return go


def line(message: str) -> str:
    return json.dumps({"id": 1, "message": message, "asked": None}) + "\n"


@pytest.mark.parametrize(
    "command",
    [
        ("extract", "--jsonl"),
        ("draft", "a.txt"),
        ("eval", "understanding", "--limit", "1"),
        ("ask", "--jsonl"),
        ("ask", "What is GPT-4o?"),
    ],
)
def test_a_batch_that_would_send_words_away_exits_2_and_sends_nothing(
    run: Run, chat: FakeChat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("We use GPT-4o for letters.")
    code, out, told = run(*command, says=line("We use GPT-4o."))
    assert (code, out, chat.calls) == (2, "", [])
    assert "would be sent to OpenAI" in told and "VCASSIST_EGRESS=agreed" in told


def test_a_question_to_the_glossary_needs_no_agreement_where_no_model_hears_it(
    run: Run, chat: FakeChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "glossary", property(lambda self: TwoTermGlossary()))
    for arguments in (("--reader", "offline"), ()):
        code, out, _ = run("ask", "What is vendor lock-in?", *arguments)
        assert (code, chat.calls) == (0, []) and "leaving a supplier" in out
        monkeypatch.setenv("VCASSIST_SPEAKER", "templates")


def test_with_agreement_extract_reads_with_the_model_and_counts_what_left(run: Run, chat: FakeChat) -> None:
    code, out, told = run("extract", "--jsonl", "--agree", "--reader", "model", says=line("We use GPT-4o."))
    assert code == 0
    assert [f["ref"] for f in json.loads(out)["facts"]] == ["model.name"]
    assert "1 calls" in told and "went to OpenAI" in told


def test_redact_masks_what_extract_sends(run: Run, chat: FakeChat) -> None:
    says = line("We use GPT-4o, ask Dr. Maria Lopez.")
    run("extract", "--jsonl", "--agree", "--redact", "--reader", "model", says=says)
    assert "Maria Lopez" not in chat.calls[0][1]


def test_a_model_that_fails_in_a_batch_is_an_error_of_that_line(run: Run, chat: FakeChat) -> None:
    chat.replies = [{"facts": "none"}, ADDS]
    code, out, _ = run("extract", "--jsonl", "--agree", "--reader", "model", says=line("One.") + line("GPT-4o."))
    first, second = map(json.loads, out.splitlines())
    assert code == 0
    assert "agreed form" in first["error"]
    assert [f["ref"] for f in second["facts"]] == ["model.name"]


@pytest.mark.parametrize(
    ("answer", "agreed", "redact"), [("yes", True, False), ("masked", True, True), ("no", False, False)]
)
def test_the_terminal_tells_and_asks_before_the_first_message(
    run: Run, chat: FakeChat, answer: str, agreed: bool, redact: bool, data_folder: Path
) -> None:
    from vcassist.app import open_app

    code, out, _ = run("interview", "--plain", says=f"{answer}\nno\n/quit\n" if agreed else f"{answer}\n/quit\n")
    assert code == 0
    assert out.index("OpenAI (api.openai.com)") < out.index("Send them?") < out.index("Tell me in your own words")
    (session,) = open_app().store.sessions()
    assert (session.extra["agreement"]["agreed"], session.extra["agreement"]["redact"]) == (agreed, redact)


def test_an_answer_that_is_none_is_asked_again_and_the_end_of_the_input_decides_nothing(
    run: Run, chat: FakeChat, data_folder: Path
) -> None:
    from vcassist.app import open_app

    _, out, _ = run("interview", "--plain", says="yse\n\n")
    (session,) = open_app().store.sessions()
    assert out.count("Send them?") == 3 and out.count("Please say yes, masked or no.") == 2
    assert "agreement" not in session.extra


def test_the_decision_is_changed_in_the_terminal(run: Run, chat: FakeChat, data_folder: Path) -> None:
    from vcassist.app import open_app

    _, out, _ = run("interview", "--plain", says="no\n/help\n/sending\nmasked\nno\n/quit\n")
    (session,) = open_app().store.sessions()
    assert (session.extra["agreement"]["agreed"], session.extra["agreement"]["redact"]) == (True, True)
    assert "Nothing is sent. /sending changes that." in out and "/sending: says who" in out
    assert out.count("OpenAI (api.openai.com)") == 2


def test_without_a_model_sending_says_that_nothing_leaves(run: Run, data_folder: Path) -> None:
    _, out, _ = run("interview", "--plain", says="/sending\n/quit\n")
    assert "Nothing leaves this machine." in out


def test_a_resumed_interview_does_not_ask_again(run: Run, chat: FakeChat, data_folder: Path) -> None:
    from vcassist.app import open_app

    run("interview", "--plain", says="no\n/quit\n")
    (session,) = open_app().store.sessions()
    _, out, _ = run("interview", "--plain", "--resume", session.id, says="/quit\n")
    assert "Send them?" not in out


class Countries:
    """Reads where things are stored, and stumbles over a word."""

    def read(self, message, asked, chain):
        from vcassist.interview.ports import Proposal, Reading

        found = [
            Proposal("storage.country", "known", v, w) for w, v in (("Kenya", "KE"), ("Ireland", "IE")) if w in message
        ]
        return Reading(
            tuple(found), "answer", "The model is too slow. This message was read without it." if found else ""
        )


def test_a_draft_tells_what_contradicts_and_what_failed_and_the_report_asks_it(
    run: Run, data_folder: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(App, "reader", Countries())
    names = {"one.txt": "It is stored in Kenya.", "two.txt": "It is stored in Ireland."}
    for name, text in names.items():
        (tmp_path / name).write_text(text)
    code, out, told = run("draft", *(str(tmp_path / name) for name in names))
    assert code == 0
    assert "it contradicts itself" in told and "too slow" in told
    assert "storage.country: Kenya (one.txt, page 1) / Ireland (two.txt, page 1)" in told
    questions = out.partition("## Open questions")[2]
    assert "said in two ways: Kenya (one.txt, page 1); Ireland (two.txt, page 1)" in questions.replace("\\", "")


def test_a_draft_has_the_formats_of_a_report(run: Run, data_folder: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(App, "reader", Countries())
    (tmp_path / "one.txt").write_text("It is stored in Kenya.")
    code, out, _ = run("draft", str(tmp_path / "one.txt"), "--format", "html")
    assert code == 0
    assert out.lstrip().lower().startswith("<!doctype html")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, _, told = run("draft", str(tmp_path / "one.txt"), "--format", "pdf")
    assert code != 0
    assert "Add --out report.pdf" in told


def test_a_draft_that_cannot_be_written_does_not_lose_its_session(
    run: Run, data_folder: Path, tmp_path: Path, monkeypatch
) -> None:
    from vcassist.app import open_app

    monkeypatch.setattr(App, "reader", Countries())
    (tmp_path / "one.txt").write_text("It is stored in Kenya.")
    code, _, told = run("draft", str(tmp_path / "one.txt"), "--out", str(tmp_path / "nowhere" / "r.md"))
    (session,) = open_app().store.sessions()
    assert code != 0 and "cannot be written" in told
    assert f"Session {session.id}" in told


def test_a_draft_keeps_the_receipts_of_its_reading(run: Run, chat: FakeChat, tmp_path: Path, monkeypatch) -> None:
    from vcassist.app import open_app

    class Silent:
        def read(self, message, asked, chain):
            from vcassist.interview.ports import Reading

            return Reading((), "answer")

    monkeypatch.setattr(App, "reader", Silent())
    (tmp_path / "a.txt").write_text("We use GPT-4o for letters.")
    code, out, told = run("draft", str(tmp_path / "a.txt"), "--agree")
    assert code == 0
    (session,) = open_app().store.sessions()
    assert session.id in told
    assert [r["to"] for r in session.extra["egress"]] == ["OpenAI"]
    assert "What left the machine" in out and session.extra["egress"][0]["digest"] in out
