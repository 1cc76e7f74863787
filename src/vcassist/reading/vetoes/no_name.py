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


def without_no_names(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same without a model that is a program to run models, and without a house whose whole name is the word for a people."""
    return tuple(p for p in proposals if not (_runs_models(p) or _of_a_people(p)))


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
