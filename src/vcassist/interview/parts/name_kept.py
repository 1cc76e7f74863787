"""A name that stands: what is said in short later on is no new name, and what bears a name already is no further part of another kind. Pure.

"Whisper and Llama are fine-tuned" renames no "Whisper large-v3"; "we sell ScribeLine, its speech model was fine-tuned" brings in no model that is
called like the tool.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from vcassist.chain.facts import Fact, kind_of
from vcassist.interview.heard import Heard
from vcassist.interview.parts.goes_by_now import spelt_alike
from vcassist.interview.parts.nobody_is import called_only_another
from vcassist.interview.sentences import SENTENCE, around, near
from vcassist.interview.session import Session

_WORD = re.compile(r"\w+")
# What says that the shorter name is the whole one.
_JUST = re.compile(r"\b(?:(?<!not )(?:just|only|simply|plain)|called|named?(?: is| was)?|it is|it['’]s)\W{1,3}$", re.I)
# What says that a name is another than was told: corrected, renamed, exchanged, or so since some time.
_RENAMES = re.compile(
    r"\b(?:names?|named|called|re-?named|re-?badged|re-?branded|spel(?:t|led|ling)|misspelt|typo|moved|switched|changed|swapped|migrated|replaced|upgraded|updated|now|nowadays|these days|today|since|no longer|any ?more|"
    r"actually|correct\w*|sorry|wrong\w*|mistake\w*|instead|rather|meant|mean|mixed|confus\w+|forgot|really|in fact|turns out|found out|told you|earlier|before|not|isn['’]t|wasn['’]t|it['’]s|it is|in use|goes by|ours is|it was|the tool|the model)\b",
    re.I,
)
_RESERVE = re.compile(r"\b(?:fall-?back|back-?up|plan b|in reserve|stand-?in)\b(?! (?:and|as well|too))", re.I)
_WOULD_STAND_IN = re.compile(
    r"\b(?:fall-?backs?|falls? back|back-?ups?|alternatives?|plan b|would|could|replacement|in reserve|if (?:it|that|they|we)|card|data ?sets?|trained on|weights from|evaluated|benchmarked|compared)\b",
    re.I,
)


def names_kept(heard: Heard, said: str, session: Session) -> Heard:
    """The same without a name that only repeats a part of the noted one, and without a part of the chain that is called like a part of another
    kind, with all that was taken for its own."""
    waits = session.awaiting
    told = heard.reading.intent == "correction" or (waits is not None and not waits.is_open)
    short = [
        new
        for old, new in heard.replaced
        if _only_shorter(old, new, said)
        or called_only_another(new)
        or not (told or new.ref == session.asked or _takes_its_place(old, new, said))
    ]
    there = session.chain.all_components()
    names = {str(session.chain.value(f"{c}.name")).casefold(): c for c in there if session.chain.get(f"{c}.name")}
    new_names = [f for f in heard.facts if f.field.name == "name" and f.component not in there]
    doubles = {f.component for f in new_names if _borne(f, names, session.asked) or _in_reserve(f, said)}
    if not short and not doubles:
        return heard
    return replace(
        heard,
        facts=tuple(f for f in heard.facts if f not in short and f.component not in doubles),
        replaced=tuple(pair for pair in heard.replaced if pair[1] not in short),
    )


def _borne(name: Fact, names: Mapping[str, str], asked: str | None) -> bool:
    """Whether a part of another kind bears a name already that nobody was asked for; ``names``: small letters → component."""
    namesake = names.get(str(name.value).casefold())
    return name.ref != asked and namesake is not None and kind_of(namesake) != name.kind


def _in_reserve(name: Fact, said: str) -> bool:
    """Whether a further model is only named as what would take over: "our fallback is Llama 3.3"."""
    here = around(SENTENCE, said, name.start or 0)
    return name.ref.startswith("model-") and here is not None and _RESERVE.search(here[0]) is not None


def _takes_its_place(old: Fact, new: Fact, said: str) -> bool:
    """Whether words around a name say that it takes the place of the noted one, and not that it would if that failed."""
    if old.ref != new.ref or old.field.key != "model.name" or new.status != "known":
        return True
    around_it = near(said, new.start or 0, 1, 1)
    beside = said[slice(*around_it)] if around_it else said
    here = around(SENTENCE, said, new.start or 0)
    if here and _WOULD_STAND_IN.search(here[0]):
        return False
    return bool(
        _RENAMES.search(beside)
        or re.search(
            rf"(?:\bnot|n['’]t|\bnever|\bno longer|\bguessed|\bassumed)\b[^.;!?]{{0,30}}?{re.escape(str(old.value))}",
            said,
            re.I,
        )
        or spelt_alike(str(old.value), str(new.value))
        or set(_WORD.findall(str(old.value).casefold())) & set(_WORD.findall(str(new.value).casefold()))
    )


def _only_shorter(old: Fact, new: Fact, said: str) -> bool:
    """Whether a new name is but some of the words of the old one, and nothing says that it is the whole name."""
    if old.field.name not in ("name", "supplier") or new.status != "known":
        return False
    before, now = (set(_WORD.findall(str(f.value).casefold())) for f in (old, new))
    denied = re.search(rf"\b(?:not|n['’]t|never)\b[^.;!?]{{0,12}}{re.escape(str(old.value))}", said, re.I)
    return now < before and denied is None and _JUST.search(said[: new.start or 0]) is None
