"""What stands where a name is asked and is none: where somebody comes from ("DeepL is German"), and what a model is run with ("on ollama"). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.chain.facts import field_of
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
        if field_of(p.ref).key == "application.purpose" and str(p.value).lower() in _NO_WORK
    }
    return tuple(p for p in proposals if p.ref.partition(".")[0] not in idle)


def _is_money(p: Proposal) -> bool:
    spec = field_of(p.ref)
    if not isinstance(p.value, str) or (spec.type != "entity" and spec.name != "name"):
        return False
    return re.search(r"\d", p.value) is not None and _MONEY.fullmatch(p.value) is not None


def _runs_models(p: Proposal) -> bool:
    named = field_of(p.ref).key == "model.name" and isinstance(p.value, str)
    return named and _RUNS_MODELS.fullmatch(str(p.value)) is not None


def _of_a_people(p: Proposal) -> bool:
    if field_of(p.ref).type != "entity" or not isinstance(p.value, str) or not re.fullmatch(r"[^\W\d_]+", p.value):
        return False
    # A country's own name may be a house's ("Jordan"), an adjective is none.
    whole = any(
        found.kind == "countries" and (found.start, found.end) == (0, len(p.value)) for found in places(p.value)
    )
    return whole and p.value.lower().endswith(_OF_PEOPLES)
