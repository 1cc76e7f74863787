"""The interview in the terminal: answers by sign, commands, coming back, and the end of it."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from worlds import ScriptedReader, TwoTermGlossary

from vcassist import cli
from vcassist.app import App
from vcassist.cli.talk import message_for, quick_replies
from vcassist.interview.session import Awaiting, Session, Turn, turn_as_json

STORY = "We use Northchat to sort letters."
SCRIPT: Mapping[str, Any] = {
    STORY: (
        "answer",
        {
            "application.name": ("known", "Northchat", "Northchat"),
            "application.purpose": ("known", "sort letters", "sort letters"),
            "organisation.sector": ("known", "health", "We"),
            "organisation.country": ("known", "KE", "use"),
        },
    ),
    "it decides": ("answer", {"application.decision_role": ("known", "decides", "it decides")}),
    "it recommends": ("answer", {"application.decision_role": ("known", "recommends", "it recommends")}),
    "never": ("answer", {"application.human_review": ("known", "never", "never")}),
    "undo that": ("undo", {}),
    "skip": ("skip", {}),
    "stop": ("stop", {}),
    "why do you ask?": ("question", {}),
    "one\ntwo": ("answer", {"application.human_review": ("known", "never", "one\ntwo")}),
}
Run = Callable[..., str]
typed_text = io.TextIOWrapper


@pytest.fixture
def talk(data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the command on typed lines; everything that it printed."""
    monkeypatch.setattr(App, "reader", property(lambda self: ScriptedReader(SCRIPT)))
    monkeypatch.setattr(App, "glossary", property(lambda self: TwoTermGlossary()))
    monkeypatch.chdir(tmp_path)

    def go(*lines: str, options: tuple[str, ...] = ()) -> str:
        typed = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr(sys, "stdin", typed_text(io.BytesIO(typed.encode()), encoding="utf-8"))
        assert cli.run(["interview", "--plain", *options]) == 0
        return capsys.readouterr().out

    return go


def waiting_for(ref: str, manner: str = "question", **more: Any) -> Session:
    return Session("s", "", (Turn(0, awaiting=Awaiting(ref, manner, **more)),))


def resumed(shown: str) -> tuple[str, str]:
    found = re.search(r"--resume (\w+)", shown)
    assert found
    return "--resume", found[1]


# --- quick replies ------------------------------------------------------------------------------------------------------
def test_choices_and_the_ways_around_a_question_are_answered_by_number() -> None:
    says = quick_replies(waiting_for("application.human_review")).says
    assert [says[n] for n in "123"] == ["always", "sometimes", "never"]
    assert {
        "I don't know",
        "They won't tell us",
        "That does not apply to us",
        "Skip this question",
        "Why do you ask?",
    } <= set(says.values())


def test_letters_stand_for_the_choices_where_the_answer_itself_is_a_number() -> None:
    says = quick_replies(waiting_for("organisation.size")).says
    assert says["a"] == "up to 10" and not any(sign.isdigit() for sign in says)
    assert message_for("8", says, many=False) == "8", "eight people, not the eighth choice"


def test_several_numbers_pick_several_items_of_a_set_and_of_nothing_else() -> None:
    sets, single = (
        quick_replies(waiting_for("application.generates")).says,
        quick_replies(waiting_for("model.weights")).says,
    )
    assert message_for("2, 3", sets, many=True) == message_for("2 and 3", sets, many=True) == "text, pictures"
    assert message_for("1 2", single, many=False) == "1 2"


def test_words_are_sent_as_they_are_typed() -> None:
    says = quick_replies(waiting_for("application.human_review")).says
    for words in ("2 of us do", "99", "never", ""):
        assert message_for(words, says, many=False) == words


def test_before_the_first_question_there_is_nothing_to_pick() -> None:
    assert quick_replies(Session("s", "", (Turn(0),))).says == {}


# --- the conversation -----------------------------------------------------------------------------------------------------
def test_a_number_answers_the_question_and_the_answer_is_said_back(talk: Run) -> None:
    shown = talk(STORY, "it decides", "/change 5", "2", "/quit")
    assert "Northchat" in shown and "2: it recommends" in shown
    assert "it recommends, and people decide (before: it decides)" in shown.replace("(it was:", "(before:")


def test_every_answer_is_followed_by_how_far_it_is(talk: Run) -> None:
    shown = talk(STORY, "it decides", "never", options=("--minutes", "10"))
    assert re.search(r"\d+% covered, 0 risks named, \d of 10 minutes", shown)
    assert "Risk named: " in shown and "1 risk named" in shown, "a decision that nobody checks"


def test_a_question_back_shows_where_its_answer_is_from(talk: Run) -> None:
    assert "From the glossary: " in talk(STORY, "/why")


def test_the_map_lists_what_is_noted_and_an_answer_is_changed_from_it(talk: Run) -> None:
    shown = talk(STORY, "it decides", "/map", "/change 5", "never")
    assert "5: it decides by itself" in shown
    assert "So far I have: it decides by itself. What should it be?" in shown


def test_a_change_that_was_begun_by_mistake_is_taken_back(talk: Run) -> None:
    shown = talk(STORY, "it decides", "/change 5", "/undo", "/map")
    assert "it decides by itself" in shown.rpartition("Noted so far")[2]


@pytest.mark.parametrize("wrong", ["/change", "/change 99", "/change x", "/change 0"])
def test_a_change_of_nothing_says_how_it_is_done(talk: Run, wrong: str) -> None:
    assert "/change 3" in talk(STORY, wrong)


def test_undo_takes_back_and_skip_goes_on(talk: Run) -> None:
    shown = talk(STORY, "it decides", "/undo", "/map", "/skip")
    listed = shown.rpartition("Noted so far")[2]
    assert "it decides by itself" not in listed and "Northchat" in listed
    assert "take back" in shown or "took back" in shown or "Gone" in shown or "Taken out" in shown


def test_an_unknown_command_lists_the_commands_and_is_not_sent(talk: Run) -> None:
    shown = talk("/nonsense", STORY, "/map")
    assert "/undo: " in shown and "/quit: " in shown
    assert "1: " in shown.partition("Noted so far")[2]


def test_an_empty_line_is_no_answer(talk: Run) -> None:
    assert "empty" not in talk("", STORY, "", "/map")


def test_a_message_that_cannot_be_used_is_told_and_the_talk_goes_on(talk: Run) -> None:
    shown = talk("\x01", STORY)
    assert "control characters" in shown and "Northchat" in shown


def test_the_report_is_written_where_one_is(talk: Run, tmp_path: Path) -> None:
    shown = talk(STORY, "/report")
    (name,) = re.findall(r"Written: (\S+)", shown)
    assert "<html" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_does_not_end_the_talk(
    talk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    shown = talk(STORY, "/report", "/map")
    assert "cannot be written" in shown and "Northchat" in shown.partition("cannot be written")[2]


# --- coming back and the end ------------------------------------------------------------------------------------------------
def test_the_end_of_the_input_keeps_everything_and_coming_back_goes_on_where_it_was(talk: Run) -> None:
    first = talk(STORY, "it decides", "/change 5")
    again = talk("2", "/map", options=resumed(first))
    lines = again.splitlines()
    assert lines[0].startswith("Last time we spoke about Northchat") and "noted" in lines[1]
    assert "it decides by itself. What should it be?" in lines[2] and "2: it recommends" in again, (
        "the question that was open"
    )
    assert "it recommends" in again.partition("Noted so far")[2]


def test_who_comes_back_may_bring_new_time(talk: Run) -> None:
    first = talk(STORY, options=("--minutes", "10"))
    again = talk("it decides", options=(*resumed(first), "--minutes", "40"))
    assert "of 10 minutes" in first and "of 40 minutes" in again


def test_a_byte_that_is_no_text_costs_no_talk(talk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def strict(raw: io.BytesIO, **how: Any) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(raw.getvalue().replace(b"XX", b"\xe9")), **how)

    monkeypatch.setattr(sys.modules[__name__], "typed_text", strict)
    shown = talk("cafXX", STORY)
    assert "Northchat" in shown and "Kept." in shown


def test_an_import_of_what_is_no_session_is_refused(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "session.json"
    whole = {"format": 1, "turns": [turn_as_json(Turn(0, reply="Hello."))], "created": "2026-11-24T10:00:00+00:00"}
    for broken in ({"extra": [1]}, {"extra": {"decisions": [1]}}, {"minutes": -5}):
        file.write_text(json.dumps({**whole, **broken}), encoding="utf-8")
        for command in ("import", "report"):
            assert cli.run([command, str(file)]) == 1
            told = capsys.readouterr()
            assert told.out == "" and told.err.startswith("vcassist: ") and "Traceback" not in told.err


def test_it_ends_with_the_risks_the_open_questions_and_how_to_go_on(talk: Run) -> None:
    shown = talk(STORY, "it decides", "never", "stop")
    end = shown.partition("Your draft report is ready")[2]
    assert "Risks named" in end and "Open questions" in end
    assert "vcassist interview --resume" in end and "vcassist report" in end


def test_nothing_is_asked_for_after_the_end(talk: Run) -> None:
    assert "never" not in talk(STORY, "stop", "never").partition("report is ready")[2]


def test_plain_mode_sends_no_control_sequences(talk: Run) -> None:
    assert "\x1b" not in talk(STORY, "it decides", "/map", "/why", "stop")


# --- a real terminal --------------------------------------------------------------------------------------------------------
INTERRUPT = "\x03"
# Whoever starts the tests in the background hands down an ignored interrupt, which a person at a terminal never has.
IN_A_TERMINAL = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {tests!r})
import test_talk
from vcassist import cli
from vcassist.app import App
App.reader = property(lambda self: test_talk.ScriptedReader(test_talk.SCRIPT))
App.glossary = property(lambda self: test_talk.TwoTermGlossary())
sys.exit(cli.run(["interview", *sys.argv[1:]]))
"""


def in_a_terminal(folder: Path, *lines: str, options: tuple[str, ...] = ()) -> str:
    """What a person sees who types ``lines``, each when the prompt is there."""
    here = Path(__file__).parent
    ours, theirs = pty.openpty()
    code = IN_A_TERMINAL.format(tests=str(here))
    env = {**os.environ, "VCASSIST_DATA": str(folder), "TERM": "xterm", "PYTHONPATH": str(here.parent)}
    process = subprocess.Popen(
        [sys.executable, "-c", code, *options], stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=env
    )
    os.close(theirs)
    shown, left, interrupted = "", list(lines), 0
    try:
        while interrupted < 20:
            if not select.select([ours], [], [], 2 if interrupted else 60)[0]:
                if not interrupted:
                    break
                interrupted += 1
                # A signal between the prompt and the waiting for a line is seen with the next one, as by a person who presses again.
                process.send_signal(signal.SIGINT)
                continue
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece.decode("utf-8", "replace")
            if shown.endswith("> ") and left:
                typed = left.pop(0)
                if typed == INTERRUPT:
                    interrupted += 1
                    process.send_signal(signal.SIGINT)
                else:
                    os.write(ours, typed.encode())
        process.wait(timeout=30)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    return shown


@pytest.mark.slow
def test_in_a_terminal_the_talk_is_set_with_rich_and_a_pasted_page_is_one_message(data_folder: Path) -> None:
    shown = in_a_terminal(data_folder, f"{STORY}\n", "it decides\n", "one\ntwo\n", "/quit\n")
    assert "\x1b[" in shown and "━" in shown
    assert "nobody checks" in shown, "both lines were read as one answer"


@pytest.mark.slow
def test_interrupting_keeps_what_was_answered(data_folder: Path) -> None:
    shown = in_a_terminal(data_folder, f"{STORY}\n", INTERRUPT, options=("--plain",))
    assert "Kept." in shown and "Traceback" not in shown


def test_a_part_is_taken_away_after_a_yes_and_put_back_and_a_single_answer_by_its_number(talk: Run) -> None:
    out = talk(
        STORY,
        "/map",
        "/remove application",
        "no",
        "/remove application",
        "yes",
        "/map",
        "/undo",
        "/remove 3",
        "/remove 9",
    )
    assert "application: Application: Northchat" in out
    assert "Take away Application: Northchat, with 2 things noted of it? yes or no" in out
    first, _, then = out.partition("It stays.")
    assert "Taken away" not in first and "Taken away: Application: Northchat. /undo puts it back." in then
    assert "It is there again: Application: Northchat" in then
    assert "Taken away: " in then.partition("It is there again")[2] and "Say which" in then
