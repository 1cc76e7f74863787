"""The one model of the one tool, of which somebody knows no name: what is told of it later is told of that one. Pure.

"No idea of the model, whatever is in Copilot" names the tool once more, and "no idea, Llama I think" names the model whose
name was not known a moment ago: a reader that looks for names finds a further model in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vcassist.chain.facts import Chain, split_ref
from vcassist.interview.corrections.correcting import adds
from vcassist.interview.parts.naming import named_tools
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import SENTENCE, around

_I = re.I
# What the model is in, or part of, is not called like it.
_IN_IT = re.compile(
    r"\b(?:in|inside|into|within|behind|under|underneath|beneath|of|with|by|from|comes with|powers|drives|runs) (?:the |our )?[“\"'‘]?$",
    _I,
)
# How many there are, and that there is no further one.
_SO_MANY = re.compile(
    r"\b(?:only|just) (?:the |a |this |that )?(?:single )?one\b|(?:\b(?:no|not (?:a|any))|n['’]t (?:a|any)) (?:second|other|further|more) (?:ai |language )?models?\b",
    _I,
)
_TAKES_OVER = re.compile(
    r"\b(?:tak(?:e|es|ing) over|fall\w* back|fallback|step\w* in|replac\w+|switch\w*|swap\w*|instead|spare|back-?up|reserve|if it (?:fails|stops|is gone|goes)|alternative\w*|plan b)\b",
    _I,
)


def of_the_only_model(reading: Reading, said: str, chain: Chain, asked: str | None) -> Reading:
    """The same with what it tells of a model on the only one, whose name nobody knows; as it is where several are noted."""
    models = chain.mentioned("model")
    if len(models) > 1 or len(chain.mentioned("application")) > 1:
        return reading
    only = models[0] if models else chain.first("model")
    told = _without_the_tools_name(reading.proposals, said, chain, only, asked)
    told = tuple(p for p in told if not _only_counts(p, said, asked))
    further = {p.ref.partition(".")[0] for p in told if split_ref(p.ref)[1] == "model"} - {only}
    if len(further) == 1 and _not_known(f"{only}.name", told, chain) and not adds(said):
        told = _on_it(told, next(iter(further)), only)
    return reading if told == reading.proposals else replace(reading, proposals=told)


def _not_known(ref: str, told: Iterable[Proposal], chain: Chain) -> bool:
    """Whether a name was said to be not known, now or before, and is told by nothing here."""
    now = [p.status for p in told if p.ref == ref]
    noted = chain.get(ref)
    return "known" not in now and (bool(now) or noted is not None) and chain.value(ref) is None


def _without_the_tools_name(
    told: Iterable[Proposal], said: str, chain: Chain, only: str, asked: str | None
) -> tuple[Proposal, ...]:
    """The proposals without a model that bears but the tool's name: what it is said to be in, or a further one's."""
    titles = {title.casefold() for title in named_tools(chain).values()}
    titles |= {str(p.value).casefold() for p in told if p.ref.endswith("application.name") and p.status == "known"}
    kept = []
    for p in told:
        its = split_ref(p.ref)[1:] == ("model", "name") and p.status == "known" and str(p.value).casefold() in titles
        if its and (_IN_IT.search(said[: p.start or 0]) or (p.ref != asked and not p.ref.startswith(f"{only}."))):
            continue
        kept.append(p)
    return tuple(kept)


def _only_counts(p: Proposal, said: str, asked: str | None) -> bool:
    """Whether "there is no second model" was taken for that none could take over, which nobody asked and no word says."""
    if p.ref == asked or split_ref(p.ref)[1:] != ("model", "alternative"):
        return False
    sentence = around(SENTENCE, said, p.start or 0)
    words = sentence[0] if sentence else said
    return bool(_SO_MANY.search(words)) and not _TAKES_OVER.search(words)


def _on_it(told: Iterable[Proposal], further: str, only: str) -> tuple[Proposal, ...]:
    """The proposals with all that was read of a further model on the only one; its name is the one that was not known."""
    moved = {f"{only}.{p.ref.partition('.')[2]}": p for p in told if p.ref.startswith(f"{further}.")}
    name = moved.get(f"{only}.name")
    kept = []
    for p in told:
        if p.ref.startswith(f"{further}."):
            ref = f"{only}.{p.ref.partition('.')[2]}"
            there = any(other.ref == ref and other.status == "known" for other in told)
            if not there:
                kept.append(replace(p, ref=ref))
        elif not (p.ref in moved and p.status != "known" and (p.ref != f"{only}.name" or name)):
            kept.append(p)
    return tuple(kept)
