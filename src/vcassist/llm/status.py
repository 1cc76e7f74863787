"""Says which language model is configured, whether it answers and how fast, and how to have a small one."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.register import Register
from vcassist.errors import VcassistError
from vcassist.llm.egress import notice
from vcassist.llm.providers import address
from vcassist.settings import Settings

HOW_TO_GET_ONE = (
    "No language model is needed: the offline reader does the whole job. With one, vcassist understands more.",
    "On this machine, with Ollama (ollama.com): ollama pull qwen2.5:7b, pip install 'vcassist[ollama]', VCASSIST_MODEL=ollama:qwen2.5:7b",
    "On this machine, from a file: pip install 'vcassist[llamacpp]', VCASSIST_MODEL=llamacpp:/path/model.gguf "
    "(an instruct model of 3 to 8 billion parameters, quantised to 4 bits, 2 to 5 GB).",
    "At a provider: pip install 'vcassist[openai]' (or anthropic, google, mistral), VCASSIST_MODEL=openai:NAME, VCASSIST_MODEL_KEY=…; "
    "words then leave this machine, which is asked first.",
)
_TEST_SCHEMA: dict[str, Any] = {
    "title": "test",
    "type": "object",
    "properties": {
        "words": {"type": "array", "minItems": 20, "maxItems": 30, "items": {"type": "string", "maxLength": 12}}
    },
    "required": ["words"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Status:
    """``ok`` is False when a model is configured and cannot be used. ``lines`` are for people."""

    ok: bool
    lines: tuple[str, ...]
    configured: bool = False
    reachable: bool | None = None
    seconds: float | None = None
    tokens_per_second: float | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "ok": self.ok,
            "configured": self.configured,
            "reachable": self.reachable,
            "seconds": self.seconds,
            "tokens_per_second": self.tokens_per_second,
            "lines": list(self.lines),
        }


def describe(settings: Settings, *, test: bool = True, register: Register | None = None) -> Status:
    """What is configured, and with ``test`` one small call that holds no word of any person. Raises nothing of ours."""
    if not settings.model:
        return Status(True, ("No language model is configured.", *HOW_TO_GET_ONE))
    try:
        told = notice(settings, register or Register())
    except VcassistError as error:
        return Status(False, (str(error), *HOW_TO_GET_ONE), configured=True)
    lines = [f"Model: {settings.model}", f"Reader: {settings.reading}"]
    if address(settings):
        lines.append(f"Address: {address(settings)}")
    if told.remote:
        state = (
            "agreed for all assessments (VCASSIST_EGRESS=agreed)"
            if settings.egress == "agreed"
            else "asked once an assessment"
        )
        lines.append(f"Words leave this machine, to {told.company or told.host}: {state}.")
    else:
        lines.append("Nothing leaves this machine.")
    if not test:
        return Status(True, tuple(lines), configured=True)
    return _tested(settings, lines)


def _tested(settings: Settings, lines: list[str]) -> Status:
    from vcassist.llm.chat import open_chat

    try:
        chat = open_chat(settings)
        began = time.monotonic()
        chat.structured("You answer in JSON.", "List 20 plain English words.", _TEST_SCHEMA, 300)
        took = time.monotonic() - began
    except VcassistError as error:
        return Status(False, (*lines, f"Test failed: {error}"), configured=True, reachable=False)
    tokens = int(getattr(chat.inner, "tokens", 0))
    rate = tokens / took if tokens and took > 0 else None
    speed = f", {rate:.0f} tokens a second" if rate else ""
    lines.append(f"It answers in the agreed form: {took:.1f} s{speed}.")
    if rate is not None and rate < 8:
        lines.append(
            "That is slow for a conversation: a smaller model, or one quantised to 4 bits, would be pleasanter."
        )
    return Status(True, tuple(lines), True, True, took, rate)
