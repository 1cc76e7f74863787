"""A correction that came to nothing: the change that it most likely wants is put to the person, once, with both values. Pure but for its reader.

Who says otherwise what is noted ("labels made by our agronomists, not volunteer people") must not be met with the open question again. Nothing
is changed by it: it is asked which of the two is right, as of any contradiction. A message that has a word of the open question is left to that.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview import meant
from vcassist.interview.corrections.correcting import adds, may_correct
from vcassist.interview.corrections.denying import denies, set_put_right
from vcassist.interview.corrections.repair import CHOSEN, FAIR, SURE, only_denies, read_as
from vcassist.interview.heard import Heard
from vcassist.interview.parts.naming import PROPER
from vcassist.interview.parts.pointing import elsewhere
from vcassist.interview.ports import Reader
from vcassist.interview.reading import merged_set
from vcassist.interview.remarks.standing_by import forbids_change, stands_by
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.words import Country

# A longer message, in words, tells a story; so many answers are tried.
LONGEST = 40
_LEAST = 3
# What says how something is called or written.
_SPELT = re.compile(
    r"\b(?:called|named?|spel(?:led|t)|written|write it|in full|full name|hyphen|space|capital|letters?|word|words|at the end|belongs to it|you forgot|without the|with an?)\b",
    re.I,
)
_DENIES = re.compile(r"\b(?:not|no longer|wrong|instead|rather)\b|n['’]t\b", re.I)
MOST_TRIED = 3


def likeliest_change(session: Session, said: str, heard: Heard, reader: Reader, country: Country) -> Heard:
    """The same; of a message that speaks of what is noted and came to nothing, with what it most likely sets right as a contradiction."""
    if not _came_to_nothing(heard) or not _may_change(session, said, country):
        return heard
    for old in _spoken_of(session, said, country)[:MOST_TRIED]:
        new = read_as(said, 0, old.ref, reader, session, fair=FAIR if _DENIES.search(said) else SURE)
        if new is None or new.status != "known" or new.says_the_same(old) or only_denies(new):
            continue
        if new.field.type == "set":
            if ALONE & {*old.values, *new.values}:
                continue
            new = merged_set(old, new) if adds(said) else set_put_right(old, new, said, country)
            if new.says_the_same(old):
                continue
            return replace(heard, unsure=new, vague=False)
        put = Contradiction.between(old, new)
        return replace(heard, conflicts=(put,), vague=False)
    longer = _name_in_full(session, said)
    return replace(heard, unsure=longer, vague=False) if longer is not None else heard


def _name_in_full(session: Session, said: str) -> Fact | None:
    """The noted name as a message writes it otherwise or in full: "it is TriageMate Pro, with Pro at the end", "Agro-Tech, with a hyphen"."""
    if not _SPELT.search(said) or _asks_a_name(session.asked):
        return None
    for old in session.chain.facts.values():
        if (
            old.status != "known"
            or not isinstance(old.value, str)
            or (old.field.name != "name" and old.field.type != "entity")
        ):
            continue
        for place in re.finditer(PROPER, said, re.I):
            name = place["quoted"] or place["plain"]
            bare = _letters(name)
            if (
                name != old.value
                and len(bare) > _LEAST
                and (bare.startswith(_letters(old.value)) or bare.endswith(_letters(old.value)))
            ):
                start = said.index(name, place.start())
                return Fact(old.ref, "known", checked_value(old.ref, name), name, start, start + len(name))
    return None


def _asks_a_name(asked: str | None) -> bool:
    return asked is not None and field_of(asked).type in ("entity", "text")


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def _came_to_nothing(heard: Heard) -> bool:
    done = heard.facts or heard.replaced or heard.conflicts or heard.removed or heard.restated or heard.told
    left = heard.unsure or heard.change or heard.skipped or heard.refused or heard.decided or heard.late or heard.asks
    return not (done or left or heard.move) and heard.reading.intent in ("answer", "correction", "other")


def _may_change(session: Session, said: str, country: Country) -> bool:
    """Whether a message has the form of a correction, or denies something, and speaks of no open question."""
    waits = session.awaiting
    if (waits and not waits.is_open) or len(said.split()) > LONGEST:
        return False
    if said.rstrip().endswith("?") or forbids_change(said) or stands_by(said):
        return False
    of_the_open = waits and meant.telling_stems(field_of(waits.ref).key) & meant.stems(said)
    return not of_the_open or _DENIES.search(said) is not None


def _spoken_of(session: Session, said: str, country: Country) -> list[Fact]:
    """The answers of a choice of which a message repeats the value, in whatever form of the word, the likeliest first."""
    heard, formed = meant.stems(said), may_correct(said)
    found = []
    for target in meant.targets(session, said, country):
        old = target.fact
        if (
            old.status != "known"
            or old.field.type not in CHOSEN
            or elsewhere(old.ref, said, session.chain, session.asked)
        ):
            continue
        labels = meant.stems(" ".join(old.field.options.get(v, "") for v in old.values))
        repeated = target.quoted or bool(labels & heard) or denies(old, said, country)
        if repeated or (formed and target.bearing >= meant.MEANT):
            found.append(old)
    return found
