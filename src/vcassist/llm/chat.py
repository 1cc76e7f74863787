"""Opens the configured chat model: LangChain's providers, a local GGUF file, or the scripted fake."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from vcassist.errors import BadUsage, NotReady
from vcassist.llm.circuit import Circuit, GuardedChat, Limits
from vcassist.llm.ports import ChatPort
from vcassist.llm.providers import Provider, address, split_model
from vcassist.llm.trouble import ModelTrouble, trouble_from
from vcassist.settings import Settings, is_loopback

# A model on one's own processor is slow but free to wait for; a remote one that takes longer is in trouble. Where many are served,
# a model that hangs would keep everybody's turn for as long, so a local one is waited for no longer than that.
LOCAL = Limits(seconds=120.0, tries=2, failures=2, pause=120.0)
LOCAL_FOR_MANY = Limits(seconds=30.0, tries=2, failures=2, pause=120.0)
REMOTE = Limits(seconds=25.0)
MAX_ANSWER = 200_000
SPEECH_TOKENS = 700
# LangChain refuses every call where one of these is set and tracing is off; here tracing is always off.
_OLD_TRACING = ("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER")
_STOP_KEYS = ("finish_reason", "stop_reason", "done_reason")
_CUT_REASONS = frozenset({"length", "max_tokens", "MAX_TOKENS"})


def open_chat(settings: Settings, limits: Limits | None = None) -> GuardedChat:
    """The configured model behind its circuit; nothing is sent yet.

    Raises BadUsage when VCASSIST_MODEL is empty or names no provider, NotReady when the provider's package or file is missing.
    """
    if not settings.model:
        raise BadUsage(
            "No language model is configured.",
            "",
            "Set VCASSIST_MODEL, or go on without: the offline reader does the whole job.",
        )
    limits = limits or limits_of(settings)
    return GuardedChat(_inner(settings, limits), Circuit(limits))


def limits_of(settings: Settings) -> Limits:
    """How long the configured model is waited for, and how often it is tried."""
    usual = REMOTE if settings.model_is_remote else LOCAL_FOR_MANY if settings.mode == "hosted" else LOCAL
    return replace(usual, seconds=float(settings.model_seconds)) if settings.model_seconds else usual


def _inner(settings: Settings, limits: Limits) -> ChatPort:
    if settings.model.startswith("fake:"):
        from vcassist.llm.fake import FakeChat

        return FakeChat(name=settings.model)
    if settings.model.startswith("llamacpp:"):
        from vcassist.llm.local import open_local

        return open_local(settings.model, limits.seconds)
    provider, name = split_model(settings.model)
    chat = LangChainChat(
        provider,
        name,
        address(settings),
        settings.model_key,
        remote=settings.model_is_remote,
        seconds=limits.seconds,
    )
    chat.prepare()
    return chat


class LangChainChat:
    """A chat model through LangChain's ``init_chat_model``."""

    def __init__(
        self, provider: Provider, model: str, url: str, key: str, *, remote: bool, seconds: float, name: str = ""
    ) -> None:
        self.name, self.remote = name or f"{provider.id}:{model}", remote
        self._provider, self._model, self._url, self._key, self._seconds = provider, model, url, key, seconds
        self._made: dict[int, Any] = {}
        self.tokens_read = self.tokens = 0
        """Tokens that the last structured call sent, and that its answer had, where the provider counts them."""

    def __repr__(self) -> str:
        return f"LangChainChat({self.name!r}, {self._url!r})"

    def prepare(self) -> None:
        """Loads the provider's library, so that the time limit of the first call is not spent on it. Raises NotReady."""
        for switch in _OLD_TRACING:
            os.environ.pop(switch, None)
        self._chat(SPEECH_TOKENS)
        with _untraced():
            pass

    def _chat(self, max_tokens: int) -> Any:
        if max_tokens not in self._made:
            self._made[max_tokens] = self._make(max_tokens)
        return self._made[max_tokens]

    def _make(self, max_tokens: int) -> Any:
        try:
            from langchain.chat_models import init_chat_model

            return init_chat_model(f"{self._provider.id}:{self._model}", **self._options(max_tokens))
        except ImportError as error:
            raise NotReady(
                f"The package for {self._provider.id} models is not installed.",
                "",
                f"Run: pip install 'vcassist[{self._provider.extra}]'",
            ) from error

    def _options(self, max_tokens: int) -> dict[str, Any]:
        options: dict[str, Any] = {"temperature": 0, self._provider.max_tokens: max_tokens, "base_url": self._url}
        # A proxy must not see loopback calls, also where what answers them sends the words on.
        by_proxy = self.remote and not is_loopback(self._url)
        if self._provider.id == "ollama":
            return {
                **options,
                "client_kwargs": {"timeout": self._seconds, "follow_redirects": False, "trust_env": by_proxy},
            }
        options |= {"timeout": self._seconds, "max_retries": 0}
        # Without a key of ours the provider's own variable (OPENAI_API_KEY …) must not be used for another address.
        options["api_key"] = (
            self._key
            or (os.environ.get(f"{self._provider.id.upper()}_API_KEY") if self._url == self._provider.url else None)
            or "none"
        )
        if self._provider.id == "openai":
            from openai import DefaultHttpxClient

            # A redirect could carry the words to somebody who was not agreed to.
            options["http_client"] = DefaultHttpxClient(
                follow_redirects=False, timeout=self._seconds, trust_env=by_proxy
            )
            options |= {"use_responses_api": False, "stream_usage": False}
        return options

    def structured(self, system: str, user: str, schema: Mapping[str, Any], max_tokens: int) -> dict[str, Any]:
        chat = self._chat(max_tokens).with_structured_output(
            {"title": "answer", **schema}, method="json_schema", include_raw=True
        )
        try:
            with _untraced():
                answer = chat.invoke([("system", system), ("human", user)])
        except Exception as error:
            raise trouble_from(error) from error
        raw = answer["raw"]
        usage = getattr(raw, "usage_metadata", None) or {}
        self.tokens_read, self.tokens = int(usage.get("input_tokens", 0)), int(usage.get("output_tokens", 0))
        if _stopped(raw) in _CUT_REASONS:
            raise ModelTrouble("truncated")
        return _object(answer.get("parsed"), raw)

    def stream(self, system: str, user: str) -> Iterator[str]:
        length, ended = 0, ""
        try:
            with _untraced():
                for piece in self._chat(SPEECH_TOKENS).stream([("system", system), ("human", user)]):
                    ended = _stopped(piece) or ended
                    text = str(piece.text)
                    length += len(text)
                    if length > MAX_ANSWER:
                        raise ModelTrouble("malformed")
                    if text:
                        yield text
        except Exception as error:
            found = trouble_from(error)
            raise (
                ModelTrouble("cut") if length and found.kind in ("unreachable", "malformed", "server") else found
            ) from error
        if not ended or ended in _CUT_REASONS:
            raise ModelTrouble("cut")


def _stopped(message: Any) -> str:
    """Why the model stopped, in whatever word its provider has for it; "" when it did not say."""
    said = getattr(message, "response_metadata", None) or {}
    return next((str(said[key]) for key in _STOP_KEYS if said.get(key)), "")


def _object(parsed: Any, raw: Any) -> dict[str, Any]:
    """The answer's object. Words are parsed here, strictly: LangChain's parser mends half an object into a whole one."""
    text = str(raw.text).strip()
    found = parsed
    if text:
        try:
            found = json.loads(text[:MAX_ANSWER])
        except (ValueError, RecursionError):
            raise ModelTrouble("malformed") from None
    if not isinstance(found, dict):
        raise ModelTrouble("malformed")
    return found


@contextlib.contextmanager
def _untraced() -> Iterator[None]:
    """LangChain can report every call to a tracing service when the environment says so; words must not leave that way."""
    from langsmith import tracing_context

    with tracing_context(enabled=False):
        yield
