"""What stands where a name is asked and is none: where somebody comes from ("DeepL is German"), and what a model is run with ("on ollama"). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.places import places

# Programs that run models; none is one. Well known ones by name.
_RUNS_MODELS = re.compile(
    r"(?:ollama|llama\.?cpp|llamafile|vllm|lm ?studio|gpt4all|koboldcpp|text-generation-(?:webui|inference)|tgi|localai|jan|open ?webui|onnx ?runtime|tensorrt(?:-llm)?|exllama(?:v2)?|mlx|docker|kubernetes|cuda|hugging ?face|transformers)",
    re.I,
)
# How words for a people end in English, and no name of a country does.
_OF_PEOPLES = ("ese", "ian", "ish", "rman", "ican", "nch", "tch", "iss", "yan", "aqi", "eek")


# "That is another matter": no second tool is for it.
_NO_WORK = frozenset(
    ("matter", "story", "thing", "question", "issue", "topic", "point", "subject", "affair", "case", "problem", "world")
)
# "44 euros is a price, not a firm".
_MONEY = re.compile(
    r"[\s\d.,]*(?:(?:[€$£¥₹₦]|euros?|eur|dollars?|usd|pounds?|gbp|francs?|cfa|shillings?|kes|taka|tk|rupees?|naira|cedis?|rand|pesos?)\s?[\d.,]*\s?)+(?:(?:an?|per|/) ?(?:month|year|mo|yr))?\W*",
    re.I,
)


def without_no_names(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same without a model that is a program to run models, a house whose whole name is the word for a people or a sum of money, and a tool whose
    whole work is a "matter".
    """
    proposals = tuple(p for p in proposals if not (_runs_models(p) or _of_a_people(p) or _is_money(p)))
    idle = {
        p.ref.partition(".")[0]
        for p in proposals
        if _key(p) == "application.purpose" and str(p.value).lower() in _NO_WORK
    }
    return tuple(p for p in proposals if p.ref.partition(".")[0] not in idle)


def _is_money(p: Proposal) -> bool:
    spec = FIELDS.get(_key(p))
    named = spec is not None and (spec.type == "entity" or spec.name == "name")
    return (
        named
        and isinstance(p.value, str)
        and re.search(r"\d", p.value) is not None
        and _MONEY.fullmatch(p.value) is not None
    )


def _runs_models(p: Proposal) -> bool:
    return _key(p) == "model.name" and isinstance(p.value, str) and _RUNS_MODELS.fullmatch(p.value) is not None


def _of_a_people(p: Proposal) -> bool:
    spec = FIELDS.get(_key(p))
    if spec is None or spec.type != "entity" or not isinstance(p.value, str) or not re.fullmatch(r"[^\W\d_]+", p.value):
        return False
    # A country's own name may be a house's ("Jordan"), an adjective is none.
    whole = any(
        found.kind == "countries" and (found.start, found.end) == (0, len(p.value)) for found in places(p.value)
    )
    return whole and p.value.lower().endswith(_OF_PEOPLES)


def _key(p: Proposal) -> str:
    component, _, name = p.ref.partition(".")
    return f"{component.partition('-')[0]}.{name}"
