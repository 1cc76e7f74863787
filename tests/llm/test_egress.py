"""Nothing leaves before it is agreed; what leaves has a receipt; what is masked comes back restored."""

from __future__ import annotations

import json
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


@pytest.mark.parametrize(
    "where",
    [
        ("ollama:gpt-oss:120b-cloud", ""),
        ("ollama:glm-4.6:cloud", "http://127.0.0.1:11434"),
        ("openai:gpt-oss:120b-cloud", "http://localhost:11434/v1"),
        ("ollama:qwen", "https://ollama.com"),
    ],
)
def test_a_model_that_ollama_passes_on_to_its_cloud_is_told_as_such(where: tuple[str, str]) -> None:
    told = notice(settings(*where), REGISTER)
    assert told.remote
    assert (told.company, told.host) == ("Ollama", "ollama.com")
    assert "ollama.com" in told.lines[0]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1.example.com/v1", "http://127.example.com", "http://localhost.example.com"]
)
def test_an_address_that_only_looks_like_this_machine_is_remote(url: str) -> None:
    assert notice(settings(url=url), REGISTER).remote


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


SECRETS = (
    "Umoja Clinic", "Dr Mokoena", "0821234567", "t.mokoena@umoja.org", "Regards,\nThandeka", "My name is Thandeka", "Maria", "Dear Thandeka,",
)  # fmt: skip


@pytest.mark.parametrize("before", ["\n", "\r\n", "\t", '"', "\\", " "])
@pytest.mark.parametrize("secret", SECRETS)
def test_what_stands_at_the_start_of_a_line_is_masked_inside_a_json_string_too(secret: str, before: str) -> None:
    mask = Mask("Umoja Clinic")
    message = f"We said it.{before}{secret}{before}Thank you."
    inner = FakeChat([lambda s, u: {"quote": json.loads(u.partition("Message: ")[2])}], remote=True)
    chat, _ = through(inner, agreed=True, mask=mask)
    answer = chat.structured("s", f"Message: {json.dumps(message, ensure_ascii=False)}", {}, 10)
    sent = inner.calls[0][1]
    for part in ("Umoja", "Mokoena", "082", "@", "Thandeka", "Maria"):
        assert part not in sent
    assert answer["quote"] == message


def test_a_mark_written_by_hand_at_the_start_of_a_line_reveals_nobody() -> None:
    mask = Mask()
    mask.redact("My name is Maria Lopez")
    assert "[PERSON_1]" not in mask.redact(json.dumps("Who is that?\n[PERSON_1]"))


@pytest.mark.parametrize("written", ["Children's Hope", "Children’s Hope", "children's\nhope"])
@pytest.mark.parametrize("named", ["Children's Hope", "Children’s Hope"])
def test_an_organisation_with_an_apostrophe_is_masked_however_it_is_written(named: str, written: str) -> None:
    assert "hildren" not in Mask(named).redact(f"We are {written} of the town.")


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("Ask Dr J. Smith.", "Ask Dr [PERSON_1]."),
        ("Ask Dr. J. Mokoena of it.", "Ask Dr. [PERSON_1] of it."),
        ("Mr. van der Merwe knows.", "Mr. [PERSON_1] knows."),
        ("Dear Thandeka Mokoena, we", "Dear [PERSON_1], we"),
        ("Hello Thandeka, we", "Hello [PERSON_1], we"),
        ("Dear Dr Weber, we", "Dear Dr [PERSON_1], we"),
        ("María-José Núñez wrote it.", "[PERSON_1] wrote it."),
        ("Prof. Dr. Müller did.", "Prof. Dr. [PERSON_1] did."),
        ("Frau Dr. Weber did.", "Frau Dr. [PERSON_1] did."),
        ("I am Claude Dupont.", "I am [PERSON_1]."),
        ("call 082\u00a0123\u00a04567", "call [PHONE_1]"),
        ("call 082\u2011123\u20114567", "call [PHONE_1]"),
        ("call +49 30 / 1234567", "call [PHONE_1]"),
        ("call 612 345 678", "call [PHONE_1]"),
        ("call (082) 123 4567", "call [PHONE_1]"),
        ("Tel.0821234567", "Tel.[PHONE_1]"),
    ],
)
def test_ordinary_ways_to_write_names_and_numbers_are_masked(said: str, sent: str) -> None:
    mask = Mask(known=("Claude", "ChatGPT", "OpenAI"))
    assert mask.redact(said) == sent
    assert mask.restore(sent) == said


@pytest.mark.parametrize(
    "plain",
    [
        "This is OpenAI's model",
        "This is ChatGPT Enterprise",
        "I am OpenAI's partner",
        "I am Head of IT",
        "Dear Sir or Madam",
        "Hi ChatGPT, write this",
        "2 500 000 rand",
        "1.250.000 patients",
        "123 456 000 requests in 2023 (12 000 people)",
        "claude-3-5-sonnet-20241022",
        "the server 192.168.100.12",
        "from 2024-05-01 / 2025-01-01",
        "We have 1200 patients and 35 staff",
        "in 2023-2024 it cost 4500",
        "Llama 3 70B on two A100 cards",
        "We use Claude and Gemini",
    ],
)
def test_figures_and_product_names_are_not_masked(plain: str) -> None:
    assert Mask(known=("Claude", "Gemini", "ChatGPT", "OpenAI")).redact(plain) == plain
