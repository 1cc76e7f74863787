"""A product and the model in it, told in one breath ("it's ChatGPT inside, GPT-4o I was told"): one model, by the name that says which. Pure.

The register knows which names are applications' too, and who makes the models in them. Two that are listed, counted or told apart by their
work are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vcassist.assessment.register import Register, name_key
from vcassist.chain.facts import Chain, field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import PART, around
from vcassist.interview.turns_of_phrase import DENIES
from vcassist.reading.naming.names import Mention, is_somebody
from vcassist.reading.naming.newcomers import NOT_IN_USE
from vcassist.reading.vetoes.modality import modalities

_MODEL = "model.name"
# Characters between the two at most, for one breath.
LONGEST_BREATH = 60
_TWO = re.compile(r"\b(?:two|both|several|second|other|another|each)\b", re.I)
_APART = re.compile(
    r"(?:^|\W)(?:and|plus|also|or|then|for|does|do|while|not|no|than)(?:\W|$)|[&+/;]|[.!?]\s+\S+\s+\S+\s+\S", re.I
)

# How sure the one model of the register is that an answer to the question for it names.
SURE = 0.85
# "It ran on Llama 2 the first year".
_THEN = re.compile(
    r"\b(?:the first (?:year|month|week|term|time)|at first|in the beginning|back then|used to|until|till|formerly|once|before (?:that|we|it)|last year|originally|if|would|could|instead|otherwise|plan b|next|soon)\b",
    re.I,
)
# "Did I not say Whisper?" says it again.
_SAID_IT = re.compile(r"\b(?:did(?:n['’]t| not)? i(?: not)?|have(?:n['’]t| not)? i(?: not)?|i)\s(?:just |already )?(?:say|said|told|tell|write|wrote|written|mention(?:ed)?)\b", re.I)  # fmt: skip

# "My brother put Whisper in it", "they have built GPT-4 into that".
_PUT = re.compile(r"\b(?:puts?|placed|built|stuck|plugged|hooked|installed|loaded|dropped|wired|set)\s(?:the\s|an?\s|some\s)?$", re.I)  # fmt: skip
_IN_IT = re.compile(
    r"[\"”'’]?\s(?:model\s)?(?:in|into|inside|behind|under|underneath|within)\b(?!\s(?:19|20)\d\d|\s(?:our|a|the|every|all)\s(?!tool|app|bot|thing|program))",
    re.I,
)


def with_the_known_model(
    reading: Reading, message: str, asked: str | None, mentions: Iterable[Mention], chain: Chain
) -> Reading:
    """The same with the one model of the register that an answer to the question for it names, whatever else it tells of it: "My nephew put Whisper
    on the office computer"; and with the first that somebody tells to be in the tool while something else is asked.
    """
    if asked is None or reading.note:
        return reading
    models = [m for m in mentions if m.id_of("model")]
    if field_of(asked).key != _MODEL:
        return _put_in_it(reading, message, models, chain)
    if reading.proposals:
        return reading
    part = around(PART, message, models[0].start) if len({name_key(m.text) for m in models}) == 1 else None
    if part is None or is_somebody(message, models[0].start, models[0].end):
        return reading
    again = _SAID_IT.search(part[0])
    if not again and _asks_or_denies(part[0]):
        return reading
    if _THEN.search(part[0]) or modalities(part[0]) & (NOT_IN_USE - {"hearsay", "question"}):
        return reading
    m = models[0]
    named = Proposal(asked, "known", m.text, message[m.start : m.end], SURE, m.start, m.end)
    return replace(reading, proposals=(named,), intent="answer")


def _asks_or_denies(text: str) -> bool:
    return text.rstrip().endswith("?") or re.search(DENIES, text, re.I) is not None


def _put_in_it(reading: Reading, message: str, models: list[Mention], chain: Chain) -> Reading:
    """The same with the model that was built into the tool: "my cousin has put GPT-4 inside, whatever that means"."""
    if len(models) != 1 or chain.mentioned("model") or any(p.ref.startswith("model") for p in reading.proposals):
        return reading
    m = models[0]
    part = around(PART, message, m.start)
    if part is None or not (_PUT.search(message[: m.start]) and _IN_IT.match(message, m.end)):
        return reading
    if modalities(part[0]) & (NOT_IN_USE - {"hearsay", "others"}) or _asks_or_denies(part[0]):
        return reading
    rest = (p for p in reading.proposals if not (p.start is not None and p.touches(m.start, m.end)))
    named = Proposal(_MODEL, "known", m.text, message[m.start : m.end], SURE, m.start, m.end)
    return replace(reading, proposals=(*rest, named), intent="answer")


def by_the_model_inside(
    proposals: Iterable[Proposal], message: str, mentions: Iterable[Mention], register: Register
) -> list[Proposal]:
    """The proposals with a model by its own name, where it was called by its application's beside it."""
    found = list(proposals)
    if _TWO.search(message):
        return found
    inner = [m for m in mentions if m.id_of("model")]
    for product in [p for p in found if p.ref == _MODEL and p.status == "known"]:
        model = next((m for m in inner if _is_inside(m, product, message, register)), None)
        if model is None:
            continue
        found.remove(product)
        if not any(p.ref == _MODEL and (p.start or 0) < model.end and model.start < (p.end or 0) for p in found):
            found.append(replace(product, value=model.text, quote=model.text, start=model.start, end=model.end))
    return found


def _is_inside(model: Mention, product: Proposal, message: str, register: Register) -> bool:
    """Whether a model is one of those in what a proposal names, and more exactly told."""
    name = str(product.value)
    application, known = register.product(name), register.model(model.text)
    start, end = product.start or 0, product.end or 0
    if application is None or known is None or (start < model.end and model.start < end):
        return False
    itself = register.model(name)
    exact = itself is None or (itself.id != known.id and name_key(model.text).startswith(f"{name_key(name)} "))
    between = message[end : model.start] if end <= model.start else message[model.end : start]
    near = len(between) <= LONGEST_BREATH and not _APART.search(between)
    return exact and near and known.developer in application.model_developers
