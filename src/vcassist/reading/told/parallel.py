"""What one part of a message leaves to be understood from the part beside it: "with Kora nobody checks, with Nyota we always do". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal
from vcassist.reading.stretches import Stretch
from vcassist.reading.told.of_all import PUT_FOR_ALL

# Words of a part that answers what another part answers, in the same sentence and in one of its own; and how sure the answer is.
LONG_ANSWER, SHORT_ANSWER = 14, 9
PARALLEL_SURE = 0.75
CHOSEN = ("yesno", "enum")
OPPOSITE = {"yes": "no", "no": "yes", "always": "never", "never": "always"}
_VERB_ALONE = re.compile(
    r"\s(?P<verb>(?:does|is|has|can|do|are|have|did|was|were|will)(?P<not>n['’]?t|\snot)?|can(?P<no>no|['’])t)\s*[.,;!]?\s*(?:(?:and|but|while)\s)?",
    re.I,
)
_TOO = re.compile(
    r",?\s(?:are |is |do |does )?(?:too|as well|likewise|also|ditto|the same|same|either|neither)(?: again| here| there)?\W*",
    re.I,
)
# "Without a line" denies no verb.
_DENIES = re.compile(r"\b(?:not|never|no|nobody|none|nothing|cannot)\b|n['’]t\b", re.I)

Told = Mapping[Stretch, list[Proposal]]


def put_for_all(told: Told, message: str) -> Iterator[tuple[Stretch, list[Proposal]]]:
    """Each part that asks to put for all what the part before it tells ("It needs the net. Please put it for both."), with that."""
    for before, part in pairwise(told):
        if any(m.together for m in part.marks) and PUT_FOR_ALL.search(message, part.start, part.end):
            yield part, [p for p in told[before] if field_of(p.ref).type in CHOSEN]


def by_a_verb_alone(told: Told, message: str) -> Iterator[tuple[Stretch, list[Proposal]]]:
    """Each part that says by a verb alone that it is with its tool as with the one before, or not: "Kora needs the internet, Nyota doesn't".

    What "doesn't" denies is the verb of the other, and not what was asked.
    """
    for before, part in pairwise(told):
        said = _VERB_ALONE.fullmatch(message, part.marks[-1].end, part.end) if part.marks else None
        chosen = [p for p in told[before] if p.status == "known" and p.value in OPPOSITE]
        if said is None or len(chosen) != 1 or not before.marks:
            continue
        same = bool(said["not"] or said["no"]) == bool(_DENIES.search(message, before.start, before.end))
        value = chosen[0].value if same else OPPOSITE[str(chosen[0].value)]
        start, end = part.marks[0].start, said.end("verb")
        yield part, [replace(chosen[0], value=value, quote=message[start:end], start=start, end=end)]


def said_too(told: Told, message: str, asked: str) -> Iterator[tuple[Stretch, list[Proposal]]]:
    """Each part that only says that it is so with its thing, too, as with the one before ("The tapes come from Ghana. The calls too.")."""
    for before, part in pairwise(told):
        if part.marks and before.marks and _TOO.fullmatch(message, part.marks[-1].end, part.end):
            start, end = part.marks[0].start, len(message[: part.end].rstrip(" .,;!\n"))
            yield (
                part,
                [
                    replace(p, quote=message[start:end], start=start, end=end)
                    for p in told[before]
                    if p.status == "known" and (p.ref == asked or field_of(p.ref).type in CHOSEN)
                ],
            )


def left_open(told: Told, message: str, asked: str, sentence: Callable[[int], object]) -> Iterator[tuple[Stretch, str]]:
    """Each part that tells nothing, or only that something is not known, with the one field that the part beside it tells.

    ``asked``: the field that was asked for, as ``kind.field``; each part is read for it already.
    """
    pairs = list(pairwise(told))
    for part, beside in (*((b, a) for a, b in pairs), *pairs):
        fields = {p.ref for p in told[beside] if field_of(p.ref).type in CHOSEN}
        if not (part.marks and beside.marks) or len(fields) != 1 or asked in fields:
            continue
        apart = sentence(part.marks[0].start) != sentence(beside.marks[0].start)
        short = len(message[part.start : part.end].split()) <= (SHORT_ANSWER if apart else LONG_ANSWER)
        nothing = all(p.ref.endswith(".name") or (p.ref == asked and p.status != "known") for p in told[part])
        if short and nothing:
            yield part, next(iter(fields))
