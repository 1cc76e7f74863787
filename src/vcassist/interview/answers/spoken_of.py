"""Whether a clause speaks of the tool a field is about, of what it puts out or of its data: "the lift stops every week" does not. Pure.

Asked what happens when the tool fails, a reader hears an outage in whatever stops. A clause of an earlier message tells of the field only
where it names what the field is about: by its name, by a pronoun for a thing, by a word for such things, or by words of its purpose.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Chain, field_of, split_ref
from vcassist.interview.meant import stems

_I = re.I
_CLAUSE = re.compile(r"[^.!?;,\n–—]+")
_IT = re.compile(r"\b(?:it|its|itself|this|that one|these|them|each one|every one|each of)\b", _I)
_TOOL = re.compile(
    r"\b(?:ai|tools?|apps?|applications?|systems?|software|programs?|programmes?|(?:chat)?bots?|assistants?|models?|machines?|computers?|outputs?|results?|drafts?|answers?|suggestions?)\b",
    _I,
)
# By these words the other parts of a chain are named.
_PARTS = {
    "data": re.compile(r"\b(?:data|names?|addresses|records?|files?|recordings?|photos?|pictures?|texts?)\b", _I),
    "storage": re.compile(r"\b(?:data|servers?|cloud|stor\w+|kept|keep|saved?|sits?|records?|files?|backups?)\b", _I),
    "compute": re.compile(r"\b(?:servers?|cloud|runs?|laptops?|phones?|cards?|gpus?|data cent\w+)\b", _I),
    "labelling": re.compile(r"\b(?:label\w*|annotat\w*|tag\w*|mark\w*)\b", _I),
}
# What an organisation is and where, nobody tells of a thing.
OF_OTHERS = frozenset({"organisation", "governance"})


def speaks_of(ref: str, said: str, start: int, chain: Chain) -> bool:
    """Whether the clause of ``said`` in which ``start`` stands speaks of what ``ref`` is a field of."""
    component, kind, _ = split_ref(ref)
    if kind in OF_OTHERS:
        return True
    clause = next((m[0] for m in _CLAUSE.finditer(said) if m.start() <= start < m.end()), said)
    names = [str(chain.value(f"{c}.name") or "") for c in {component, *chain.mentioned("application")}]
    if any(name and name.casefold() in clause.casefold() for name in names):
        return True
    if _IT.search(clause) or _TOOL.search(clause):
        return True
    if field_of(ref).name == "outage_effect":
        return False
    if (words := _PARTS.get(kind)) is not None and words.search(clause):
        return True
    purposes = (chain.value(f"{c}.purpose") for c in chain.mentioned("application"))
    return any(isinstance(p, str) and stems(p) & stems(clause) for p in purposes)
