"""What leaves this machine: told before it leaves, agreed once an assessment, and a receipt kept for each call."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from vcassist.assessment.register import Register
from vcassist.clock import utc_now
from vcassist.interview.receipts import Receipt
from vcassist.llm.circuit import GuardedChat
from vcassist.llm.masking import Mask
from vcassist.llm.ports import ChatPort
from vcassist.llm.providers import company_of, receiver
from vcassist.llm.trouble import ModelTrouble
from vcassist.settings import Settings

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person is told before the first message leaves. ``remote`` False: nothing would leave, nothing to agree to."""

    remote: bool
    model: str
    company: str
    host: str
    country: str
    country_source: str

    @property
    def lines(self) -> tuple[str, ...]:
        if not self.remote:
            return (f"The model {self.model} runs on this machine. Nothing leaves it.",)
        to = f"{self.company} ({self.host})" if self.company else f"the address {self.host}"
        country = (
            f"{self.country} ({self.country_source})"
            if self.country_source
            else "not known to vcassist; ask whoever runs it"
        )
        return (
            f"To understand you better, your messages would be sent to {to}, to the model {self.model}.",
            "Sent each time: your message (or a passage of a document that you bring), the question it answers, and the names noted so far; "
            "to phrase the reply, also what was just noted.",
            "Never sent: your token, other assessments, or the findings.",
            f"Country of the company: {country}. Where its machines stand may differ.",
            "Without your agreement everything is read on this machine, and nothing else is lost. You can change your mind at any time.",
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "remote": self.remote,
            "model": self.model,
            "to": self.company or self.host,
            "host": self.host,
            "country": self.country,
            "text": list(self.lines),
        }


def notice(settings: Settings, register: Register) -> Notice:
    """Who would receive a person's words under these settings. Raises BadUsage for a model that names no provider."""
    company = company_of(settings)
    known = register.supplier(company)
    source = register.sources.get(known.source) if known else None
    cited = f"{source.publisher if source else 'supplier register'}, as of {known.as_of}" if known else ""
    return Notice(
        settings.model_is_remote,
        settings.model,
        company,
        receiver(settings),
        known.country if known else NOT_KNOWN,
        cited,
    )


Keep = Callable[[Receipt], None]


class ReceiptedChat:
    """Lets a call out only when it may leave, masks it where asked, and keeps a receipt of each attempt before it is made."""

    def __init__(
        self,
        inner: ChatPort,
        told: Notice,
        keep: Keep,
        agreed: Callable[[], bool],
        mask: Mask | None = None,
        now: Callable[[], str] | None = None,
    ) -> None:
        self._inner, self._told, self._keep, self._agreed, self._mask = inner, told, keep, agreed, mask
        self._now = now or utc_now

    @property
    def name(self) -> str:
        return self._inner.name

    @property
    def remote(self) -> bool:
        return self._inner.remote

    def _leaving(self, system: str, user: str, schema: Mapping[str, Any] | None) -> tuple[str, str]:
        """What is really sent. Raises ModelTrouble("not agreed")."""
        if self._inner.remote and not self._agreed():
            raise ModelTrouble("not agreed")
        if self._mask is not None:
            user = self._mask.redact(user)
        sent = "\n".join((system, user, json.dumps(schema, sort_keys=True) if schema else "")).encode()
        provider, _, model = self._inner.name.partition(":")
        if self._inner.remote:
            to = self._told.company or self._told.host
            self._keep(
                Receipt(self._now(), provider, model, to, self._told.country, len(sent), sha256(sent).hexdigest())
            )
        return system, user

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        system, user = self._leaving(system, user, schema)
        answer = self._inner.structured(system, user, schema, max_tokens)
        return _restored(answer, self._mask) if self._mask is not None else answer

    def stream(self, system: str, user: str) -> Iterator[str]:
        system, user = self._leaving(system, user, None)
        pieces = self._inner.stream(system, user)
        return pieces if self._mask is None else _restored_stream(pieces, self._mask)


def session_chat(
    chat: GuardedChat, told: Notice, keep: Keep, agreed: Callable[[], bool], mask: Mask | None = None
) -> GuardedChat:
    """The shared model as one assessment may use it: same circuit, its own agreement, receipts and masks."""
    return chat.wrapping(lambda inner: ReceiptedChat(inner, told, keep, agreed, mask))


def _restored(value: Any, mask: Mask) -> Any:
    if isinstance(value, str):
        return mask.restore(value)
    if isinstance(value, Mapping):
        return {key: _restored(item, mask) for key, item in value.items()}
    return [_restored(item, mask) for item in value] if isinstance(value, list) else value


def _restored_stream(pieces: Iterator[str], mask: Mask) -> Iterator[str]:
    """Restores marks that may be cut between pieces: holds back what could be the beginning of one."""
    held = ""
    for piece in pieces:
        held += piece
        at = held.rfind("[")
        safe = len(held) if at < 0 or "]" in held[at:] or len(held) - at > 24 else at
        if safe:
            yield mask.restore(held[:safe])
            held = held[safe:]
    if held:
        yield mask.restore(held)
