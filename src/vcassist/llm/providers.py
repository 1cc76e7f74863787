"""The providers of language models that can be configured: their package, address and the company behind each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from vcassist.errors import BadUsage
from vcassist.settings import Settings


@dataclass(frozen=True, slots=True)
class Provider:
    """``extra`` is the optional dependency; ``company`` its name in the supplier register; ``url`` where words go by default."""

    id: str
    extra: str
    module: str
    company: str
    url: str
    max_tokens: str = "max_tokens"


PROVIDERS: Mapping[str, Provider] = MappingProxyType(
    {
        p.id: p
        for p in (
            Provider("openai", "openai", "langchain_openai", "OpenAI", "https://api.openai.com/v1"),
            Provider("anthropic", "anthropic", "langchain_anthropic", "Anthropic", "https://api.anthropic.com"),
            Provider(
                "google_genai",
                "google",
                "langchain_google_genai",
                "Google",
                "https://generativelanguage.googleapis.com",
                "max_output_tokens",
            ),
            Provider("mistralai", "mistral", "langchain_mistralai", "Mistral AI", "https://api.mistral.ai/v1"),
            Provider("ollama", "ollama", "langchain_ollama", "", "http://127.0.0.1:11434", "num_predict"),
        )
    }
)
_ALSO = {"google": "google_genai", "mistral": "mistralai"}


def split_model(model: str) -> tuple[Provider, str]:
    """``openai:gpt-4o-mini`` → (provider, model name). Raises BadUsage naming the providers there are."""
    prefix, _, name = model.partition(":")
    provider = PROVIDERS.get(_ALSO.get(prefix, prefix))
    if provider is None or not name:
        known = ", ".join([*PROVIDERS, "llamacpp"])
        raise BadUsage(
            f"VCASSIST_MODEL is {model[:60]!r}.",
            f"It is written provider:model, with one of: {known}.",
            "For example ollama:qwen2.5:7b.",
        )
    return provider, name


def address(settings: Settings) -> str:
    """Where words would go: the configured base URL, else the provider's own; "" for a model in this process."""
    if settings.model.startswith(("llamacpp:", "fake:")):
        return ""
    return settings.model_url or split_model(settings.model)[0].url


def host_of(url: str) -> str:
    return urlsplit(url).hostname or ""


def receiver(settings: Settings) -> str:
    """The host that words end at: that of ``address``, but for a model that Ollama passes on to its own cloud."""
    return OLLAMA_CLOUD if settings.through_ollama_cloud else host_of(address(settings))


def company_of(settings: Settings) -> str:
    """The company that receives the words, as the register calls it; "" where the address is not one of the provider's own."""
    if settings.model.startswith(("llamacpp:", "fake:")):
        return ""
    host = receiver(settings)
    for provider in PROVIDERS.values():
        own = host_of(provider.url)
        if provider.company and host and (host == own or host.endswith("." + own)):
            return provider.company
    return next((company for end, company in _HOSTS.items() if host == end or host.endswith("." + end)), "")


OLLAMA_CLOUD = "ollama.com"
# Other well-known addresses that speak one of these protocols.
_HOSTS = {
    OLLAMA_CLOUD: "Ollama",
    "openai.azure.com": "Microsoft",
    "services.ai.azure.com": "Microsoft",
    "openai.com": "OpenAI",
    "anthropic.com": "Anthropic",
    "googleapis.com": "Google",
    "mistral.ai": "Mistral AI",
    "amazonaws.com": "Amazon Web Services",
    "groq.com": "Groq",
    "together.xyz": "Together AI",
    "huggingface.co": "Hugging Face",
    "deepseek.com": "DeepSeek",
    "cohere.com": "Cohere",
    "ovh.net": "OVHcloud",
    "scaleway.ai": "Scaleway",
    "x.ai": "xAI",
}
