"""What stands where a name is asked and is none: where somebody comes from ("DeepL is German"), what kind of house it is ("a Swiss firm"), and what a model is run with ("on ollama"). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.places import places

# Programs that run models; none is one. Well known ones by name: those that nobody chats with, and all of them.
_RUNNER = r"ollama|llama\.?cpp|llamafile|vllm|koboldcpp|tgi|localai|onnx ?runtime|tensorrt(?:-llm)?|exllama(?:v2)?|mlx|docker|kubernetes|cuda|hugging ?face|transformers"
_ONLY_RUNS = re.compile(rf"(?:{_RUNNER})", re.I)
_RUNS_MODELS = re.compile(
    rf"(?:{_RUNNER}|lm ?studio|gpt4all|text-generation-(?:webui|inference)|jan|open ?webui)", re.I
)
# How a model was made smaller: "Q4_K_M", "Int8".
_PRECISION = re.compile(r"(?:q\d\w*(?: [a-z]){0,2}|int\d+|fp\d+|bf16|nf4|gguf|ggml|awq|gptq)", re.I)
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


# What tells of a house which kind it is, and never how it is called: "some small firm", "the French one", "a company in Brno".
_SUCH = r"(?:(?:some|an?|the|one|another|other|different|certain|very|quite|rather|really|pretty|small(?:ish)?|big|bigger|large|tiny|little|local|foreign|private|public|young|new|old|unknown|obscure|nice|commercial|outside|external|third-party|nearby|regional|overseas|european|african|asian|tech|software|it|ai|saas|online|web)\s+)*"
_HOUSE = r"(?:firm|company|outfit|vendor|provider|supplier|start-?up|business|corporation|contractor|developers?|guys?|people|folks|lads|lot|bunch|crowd|ones?|house|shop|lab|consultancy|players?|giant)"
_THERE = r"(?:\s+(?:in|from|near|out of|based in|over in|down in|up in|outside)\s+\S.*)?"
_ONLY_DESCRIBED = re.compile(rf"{_SUCH}(?P<people>[^\W\d_]+\s+)?{_SUCH}(?-i:{_HOUSE}){_THERE}", re.I)


# "The faq docs come from the municipality": words up to a verb are a sentence's, and no name.
_CUT_SENTENCE = re.compile(
    r"(?:[a-z][\w'’-]*\s+){1,5}(?:come|comes|came|is|are|was|were|has|have|had|goes|go|does|do|did|makes?|made|gives?|gave)"
)
# "It's cloud, but theirs": a word that joins, and what it joins.
_NO_NAME_AT_ALL = re.compile(
    r"(?:but|and|or|nor|though|although|because|than|if|when|while|whether|unless)(?:\s[a-z][\w'’]*)+|(?:theirs|ours|yours|mine)|"
    # What follows a verb, and sounds of chats: "so that must be right", "its about real ppl yh".
    r"(?:must|may|might|can|could|should|would|will|shall|is|are|was|were|has|have|had|does|did)(?:n['’]t)?(?:\s[a-z][\w'’]*)+|(?:y(?:eah?|h|up|ep)|tbh|idk|dunno|lol|haha|innit|ngl|omg|btw|imo|afaik|iirc|smh|duh)"
)


def without_no_names(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same without a model that is a program to run models, a house whose whole name is the word for a people, tells its kind or is a sum of money, and a tool whose
    whole work is a "matter".
    """
    nameless = (_runs_models, _is_money, _is_no_house, _is_denied_name)
    proposals = tuple(p for p in proposals if not any(is_none(p) for is_none in nameless))
    models = {(p.start, p.end) for p in proposals if field_of(p.ref).key == "model.name"}
    if models and any(_is_how_it_runs(p) for p in proposals):
        # "Qwen, Q4_K_M, with llama.cpp": the model is named, and neither it nor how it is run is a tool that anybody uses.
        proposals = tuple(
            p
            for p in proposals
            if not (_is_how_it_runs(p) or (field_of(p.ref).key == "application.name" and (p.start, p.end) in models))
        )
    idle = {
        p.ref.partition(".")[0]
        for p in proposals
        if field_of(p.ref).key == "application.purpose" and str(p.value).lower() in _NO_WORK
    }
    return tuple(p for p in proposals if p.ref.partition(".")[0] not in idle)


# A yes or a no with what leads up to it: "All right, no."
_BARE_WORD = re.compile(
    r"\W*(?:(?:all right|alright|ok(?:ay)?|well|oh|ah|hm+|so|right|honestly|to be honest|sorry)\W+)*(?:yes|yeah|yep|no|nope|nah)\W*",
    re.I,
)

_BARE_POINTER = re.compile(r"\W*(?:and )?(?:only|just) (?:that|this|those|these|them|it)\W*", re.I)


def without_bare_words(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same without one of several choices that has but a bare yes or no for it: who is asked how far a tool decides did not say it by "no". How
    often somebody checks may be told so. Nor is there nothing of a kind by "only that", which points at something.
    """

    def bare(p: Proposal) -> bool:
        spec = field_of(p.ref)
        choices = spec.type == "enum" and spec.name != "human_review" and p.status == "known"
        points = p.value == ("none",) and _BARE_POINTER.fullmatch(p.quote) is not None
        return points or (choices and _BARE_WORD.fullmatch(p.quote) is not None)

    return tuple(p for p in proposals if not bare(p))


# "And Zeca, who makes the petitions, …" goes on with somebody.
GOES_ON = re.compile(r"(?:And|But|Or|Then) [A-ZÀ-Þ]")
# "Not TalkBridge!", "lol everybody say".
_DENIED_NAME = re.compile(r"(?:not|no|never)\s\S.*|(?:lol|haha+|omg|idk|tbh|ngl|sorry|oops)\b.*", re.I)


def _is_denied_name(p: Proposal) -> bool:
    """Whether what stands for a tool's name denies one, or is a laugh and what follows it."""
    spec = field_of(p.ref)
    return spec.name == "name" and spec.kind == "application" and _DENIED_NAME.fullmatch(str(p.value)) is not None


def _is_how_it_runs(p: Proposal) -> bool:
    """Whether what stands for a tool's name is what only runs a model, or how it was made smaller."""
    name = str(p.value)
    only_runs = _ONLY_RUNS.fullmatch(name) or _PRECISION.fullmatch(name)
    return field_of(p.ref).key == "application.name" and only_runs is not None


def _is_money(p: Proposal) -> bool:
    spec = field_of(p.ref)
    if not isinstance(p.value, str) or (spec.type != "entity" and spec.name != "name"):
        return False
    return re.search(r"\d", p.value) is not None and _MONEY.fullmatch(p.value) is not None


def _runs_models(p: Proposal) -> bool:
    named = field_of(p.ref).key == "model.name" and isinstance(p.value, str)
    return named and _RUNS_MODELS.fullmatch(str(p.value)) is not None


def _is_no_house(p: Proposal) -> bool:
    """Whether what stands for a house is the word for a people, tells its kind, or is but the beginning of a sentence up to its verb."""
    if field_of(p.ref).type != "entity" or not isinstance(p.value, str):
        return False
    if re.fullmatch(r"[^\W\d_]+", p.value) and _names_a_people(p.value):
        return True
    if GOES_ON.match(p.value):
        return True
    described = _ONLY_DESCRIBED.fullmatch(p.value)
    if described is not None and (not described["people"] or _names_a_people(described["people"].strip())):
        return True
    return _CUT_SENTENCE.fullmatch(p.value) is not None or _NO_NAME_AT_ALL.fullmatch(p.value) is not None


def _names_a_people(word: str) -> bool:
    # A country's own name may be a house's ("Jordan"), an adjective is none.
    whole = any(found.kind == "countries" and (found.start, found.end) == (0, len(word)) for found in places(word))
    return whole and word.lower().endswith(_OF_PEOPLES)
