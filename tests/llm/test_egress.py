"""Nothing leaves before it is agreed; what leaves has a receipt; what is masked comes back restored."""

from __future__ import annotations

from pathlib import Path

import pytest

from vcassist.assessment.register import Register, Source, Supplier
from vcassist.interview.receipts import Receipt
from vcassist.llm.circuit import GuardedChat
from vcassist.llm.egress import notice, session_chat
from vcassist.llm.fake import FakeChat
from vcassist.llm.masking import Mask
from vcassist.llm.trouble import ModelTrouble
from vcassist.settings import Settings

REGISTER = Register(
    suppliers={"openai": Supplier("openai", "OpenAI", "US", (), "sec", "2026-01-01")},
    sources={"sec": Source("sec", "Filing", "A register", "2026-01-01")},
)
TEXT = (
    "I am Maria Lopez from the Riverside Clinic, write to m.lopez@riverside.org or call +254 712 345 678. "
    "Dr. Okafor checks it, and John's list is on ChatGPT since 2024-05-01."
)


def settings(model: str = "openai:gpt-4o-mini", url: str = "") -> Settings:
    return Settings(data=Path("/nowhere"), model=model, model_url=url)


def test_the_notice_says_what_to_whom_and_in_which_country() -> None:
    told = notice(settings(), REGISTER)
    text = " ".join(told.lines)
    assert told.remote
    assert "your message" in text
    assert "OpenAI (api.openai.com)" in text
    assert "US (A register, as of 2026-01-01)" in text


def test_another_address_is_named_and_not_taken_for_the_provider() -> None:
    told = notice(settings(url="https://llm.example.net/v1"), REGISTER)
    assert (told.company, told.host, told.country) == ("", "llm.example.net", "not known")


def test_a_lookalike_address_is_not_taken_for_the_provider() -> None:
    assert notice(settings(url="https://api.openai.com.evil.net/v1"), REGISTER).company == ""


@pytest.mark.parametrize(
    "where", [("openai:x", "http://127.0.0.1:8091/v1"), ("llamacpp:/m.gguf", ""), ("ollama:qwen", "")]
)
def test_a_local_model_needs_no_agreement(where: tuple[str, str]) -> None:
    told = notice(settings(*where), REGISTER)
    assert not told.remote
    assert "Nothing leaves" in told.lines[0]


def through(chat: FakeChat, agreed: bool, mask: Mask | None = None) -> tuple[GuardedChat, list[Receipt]]:
    kept: list[Receipt] = []
    return session_chat(GuardedChat(chat), notice(settings(), REGISTER), kept.append, lambda: agreed, mask), kept


def test_without_agreement_nothing_is_sent_and_nothing_is_receipted() -> None:
    inner = FakeChat(remote=True)
    chat, kept = through(inner, agreed=False)
    with pytest.raises(ModelTrouble, match="agreed"):
        chat.structured("s", "u", {}, 10)
    with pytest.raises(ModelTrouble, match="agreed"):
        list(chat.stream("s", "u"))
    assert (inner.calls, kept) == ([], [])


def test_each_attempt_has_a_receipt_also_one_that_fails() -> None:
    inner = FakeChat([ModelTrouble("server"), {"facts": []}], name="openai:gpt-4o-mini", remote=True)
    chat, kept = through(inner, agreed=True)
    chat.circuit.sleep = lambda _: None
    chat.structured("system", "user", {"type": "object"}, 10)
    assert len(kept) == 2
    assert (kept[0].provider, kept[0].model, kept[0].to, kept[0].country) == ("openai", "gpt-4o-mini", "OpenAI", "US")
    assert kept[0].bytes == len('system\nuser\n{"type": "object"}')
    assert len(kept[0].digest) == 64
    assert "user" not in str(kept[0].as_json())


def test_masked_words_do_not_leave_and_come_back() -> None:
    mask = Mask("Riverside Clinic", known=("ChatGPT",))
    inner = FakeChat([lambda s, u: {"facts": [{"quote": u[:20]}]}], remote=True)
    chat, _ = through(inner, agreed=True, mask=mask)
    answer = chat.structured("s", TEXT, {}, 10)
    sent = inner.calls[0][1]
    for secret in ("Maria", "Lopez", "Riverside", "m.lopez", "712", "Okafor", "John"):
        assert secret not in sent
    assert "ChatGPT since 2024-05-01" in sent
    assert answer["facts"][0]["quote"].startswith("I am Maria Lopez")


def test_the_same_name_gets_the_same_mark_and_everything_is_restored() -> None:
    mask = Mask("Riverside Clinic")
    assert mask.restore(mask.redact(TEXT)) == TEXT
    assert mask.redact("Dr. Okafor said") == mask.redact("Dr. Okafor said")


def test_a_mark_written_by_hand_reveals_nobody() -> None:
    mask = Mask()
    mask.redact("My name is Maria Lopez")
    sent = mask.redact("What is [PERSON_1] called?")
    assert "[PERSON_1]" not in sent
    assert mask.restore(sent) == "What is [PERSON_1] called?"


def test_marks_cut_between_pieces_of_a_stream_are_restored() -> None:
    mask = Mask()
    marked = mask.redact("My name is Maria Lopez")
    mark = marked[marked.index("[") :]
    inner = FakeChat([f"Thank you, {mark[:4]} {mark[4:]} and bye"], remote=True)
    inner.stream = lambda s, u: iter(["Thank you, ", mark[:4], mark[4:], " and bye ["])  # type: ignore[method-assign]
    chat, _ = through(inner, agreed=True, mask=mask)
    assert "".join(chat.stream("s", "u")) == "Thank you, Maria Lopez and bye ["


@pytest.mark.parametrize(
    "plain",
    [
        "We have 1200 patients and 35 staff",
        "in 2023-2024 it cost 4500",
        "Llama 3 70B on two A100 cards",
        "We use Claude and Gemini",
    ],
)
def test_figures_and_product_names_are_not_masked(plain: str) -> None:
    assert Mask(known=("Claude", "Gemini")).redact(plain) == plain
