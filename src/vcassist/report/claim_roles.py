"""The check of the claim gate on what a name does in its sentence.

That a name stands in the evidence is not enough: a country supplies nothing, a supplier is no place, a product is made and
does not make, and the organisation that reads the report is no part of its own chain. So each name is looked at where it
stands, by the preposition before it or the verb after it, and only the roles that the evidence gives it are let through.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vcassist.report.claim_items import NOUNS, VERBS, Item, kind_of
from vcassist.report.claim_reading import FIRST_MARK, LAST_MARK, Mention, Reading
from vcassist.report.claim_words import WORD, concept, concepts, fold

PRODUCT, ORGANISATION, SUPPLIER, COUNTRY, TEXT = "product", "organisation", "supplier", "country", "text"
TOKEN = re.compile(rf"[{chr(FIRST_MARK)}-{chr(LAST_MARK)}]|{WORD.pattern}|[^\w\s]")
_ARTICLE = frozenset(["the", "a", "an", "both", "either", "of"])
LINK = frozenset({",", "and", "or"})
AUXILIARY = frozenset(
    [
        "may",
        "can",
        "could",
        "might",
        "will",
        "would",
        "must",
        "does",
        "do",
        "did",
        "not",
        "also",
        "now",
        "still",
        "itself",
        "themselves",
        "together",
        "alone",
        "who",
        "which",
        "that",
    ]
)
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])

# What a supplier does for another, by what it does it to. The other verbs do not tell which part is meant.
DOES = {c: kinds for words, kinds in (
    ("supply", ()), ("develop", ("model", "application")), ("store", ("storage",)), ("run", ("compute", "storage", "application", "model")),
    ("design", ("chip", "model", "application")), ("label", ("labelling",)), ("train", ("model",)), ("collect gather", ("data",)),
    ("produce manufacture own rent buy", ()),
) for c in concepts(words)}  # fmt: skip
_SUPPLIER_DOES = frozenset(DOES) | concepts("withhold rest train behind refuse offer let has have")
_ORGANISATION_DOES = concepts(
    "use work has have had rest know control publish measure compare test assess consult tell check review agree employ buy rent depend need draw"
)
_ORGANISATION_HAS = concepts("data staff use rule contract people service work leader")
_GONE = concepts("gone lose fail stop unavailable down")
_BOUGHT = concepts("take switch move change")
_PLACED = {concept("data"): ("data", "storage"), concept("machines"): ("compute",), concept("labels"): ("labelling",)}
# What is done to some parts of a chain only.
_ONLY = {c: kinds for words, kinds in (
    ("store", ("data", "storage")), ("collect gather", ("data",)), ("label", ("data", "labelling")),
) for c in concepts(words)}  # fmt: skip
_IN_PRODUCT = concepts("build embed model use hidden inside")


@dataclass(frozen=True, slots=True)
class _Place:
    """A name at its place in the sentence. ``before`` and ``after`` are folded words and marks, nearest first."""

    mention: Mention
    before: tuple[str, ...]
    after: tuple[str, ...]

    def can_be(self, *roles: str) -> bool:
        return bool(self.mention.roles & set(roles))


def roles(reading: Reading, cited: Sequence[Item]) -> Iterator[str]:
    """Names that do in the sentence what the evidence does not let them do."""
    lost = any(item.kind == "finding" for item in cited)
    spoken = frozenset(c for item in cited if item.kind == "fact" and not item.named for c in item.said)
    for place in places(reading):
        if not _fits(place, lost, spoken):
            yield f"gives {place.mention.text} a part that the evidence does not"
        kinds = _pointed(place)
        owners = {kind_of(o) for o in place.mention.values}
        if kinds and owners and "" not in owners and not owners & kinds and not place.mention.titles:
            yield f"says of another part what the evidence says with {place.mention.text}"


def helped(tokens: Sequence[str]) -> bool:
    """True for "drafts letters with Copilot"."""
    return any(one == "with" and is_mark(other) for one, other in itertools.pairwise(tokens))


def places(reading: Reading) -> Iterator[_Place]:
    tokens = [fold(t) for t in TOKEN.findall(reading.masked)]
    for at, token in enumerate(tokens):
        if not FIRST_MARK <= ord(token[0]) < FIRST_MARK + len(reading.mentions):
            continue
        before, after = tokens[:at][::-1], tokens[at + 1 :]
        if _joined(before, after):
            # "A, B and C": what stands before the first holds for each.
            while len(before) > 1 and before[0] in LINK:
                before = before[1:]
                if is_mark(before[0]):
                    before = before[1:]
        while before and before[0] in _ARTICLE - {"of"}:
            before = before[1:]
        yield _Place(reading.mentions[ord(token) - FIRST_MARK], tuple(before), tuple(after))


def is_mark(token: str) -> bool:
    return FIRST_MARK <= ord(token[0]) <= LAST_MARK


def _joined(before: Sequence[str], after: Sequence[str]) -> bool:
    """True for a name in a list with the name before it, and not the subject of words of its own."""
    back = [t for t in before[:3] if t not in _ARTICLE]
    first = next((t for t in back if t not in LINK), "")
    return (
        bool(back)
        and back[0] in LINK
        and bool(first)
        and is_mark(first)
        and (not after or not after[0].isalpha() or after[0] in ("and", "or"))
    )


def _fits(place: _Place, lost: bool, spoken: frozenset[str]) -> bool:
    before = place.before[0] if place.before else ""
    if place.mention.roles == {TEXT}:
        return before not in ("by", "from", "behind")
    if place.after[:2] in (("'", "s"), ("’", "s")):
        return _owns(place, place.after[2] if len(place.after) > 2 else "")
    if before == "of":
        return _owns(place, place.before[1] if len(place.before) > 1 else "") or (lost and place.can_be(SUPPLIER))
    if before in ("in", "within", "inside", "across", "throughout", "into"):
        near = {concept(w) for w in place.before[1:4]}
        return place.can_be(COUNTRY) or (place.can_be(PRODUCT) and bool((near | {before}) & _IN_PRODUCT))
    if before == "by":
        return _by(place)
    if before == "from":
        return _from(place)
    if before in ("behind", "without"):
        return place.can_be(PRODUCT) or (lost and place.can_be(SUPPLIER))
    if before in ("with", "for", "at"):
        working = bool({concept(w) for w in place.before[1:4]} & concepts("work people staff"))
        if working and "people" in place.before[1:4]:
            return place.can_be(ORGANISATION)
        return place.can_be(PRODUCT, SUPPLIER, TEXT) or (place.can_be(ORGANISATION) and (working or before == "for"))
    if before in ("using", "use", "uses"):
        return place.can_be(PRODUCT, TEXT)
    if before in ("on", "via", "through"):
        return place.can_be(PRODUCT, SUPPLIER, TEXT)
    if before == "to":
        return place.can_be(PRODUCT, SUPPLIER, COUNTRY) or bool(
            {concept(w) for w in place.before[1:5]} & concepts("supply")
        )
    if before in BE or before in ("called", "named"):
        return _is(place)
    if concept(before) in DOES and before not in AUXILIARY:
        return place.can_be(PRODUCT)
    subject = _subject(place, lost, spoken)
    return _apposed(place, before) if subject is None else subject


def _owns(place: _Place, noun: str) -> bool:
    """ "Anthropic's model", "the machines of Hetzner"."""
    kinds = {kind for kind, nouns in NOUNS.items() if concept(noun) in nouns} | (
        {"model"} if concept(noun) in concepts("weights licence") else set()
    )
    kinds -= {"organisation"}
    if not noun or not noun[0].isalpha() or noun in LINK:
        return place.can_be(SUPPLIER)
    titles = {kind_of(t) for t in place.mention.titles}
    if place.can_be(SUPPLIER) and (
        not kinds or kinds & {kind_of(o) for o in place.mention.values} or "" in place.mention.values
    ):
        return bool(kinds) or place.can_be(PRODUCT) or noun in ("part", "loss", "group")
    if place.can_be(PRODUCT):
        return not kinds or "data" in kinds or bool(kinds & titles) or ("application" in titles and kinds == {"model"})
    return place.can_be(ORGANISATION) and concept(noun) in _ORGANISATION_HAS


def _by(place: _Place) -> bool:
    """ "supplied by X", "recommended by X", "a model by X": the nearest word that does something decides who may have done it."""
    doing = next(
        (
            w
            for w in place.before[1:]
            if w.endswith("ed") or concept(w) in DOES or w in ("used", "written", "drawn", "taken")
        ),
        "",
    )
    if concept(doing) in DOES or not doing:
        return place.can_be(SUPPLIER)
    if concept(doing) in concepts("use employ"):
        return place.can_be(ORGANISATION, PRODUCT)
    return place.can_be(PRODUCT)


def _from(place: _Place) -> bool:
    near = {concept(w) for w in place.before[1:6]}
    if near & _BOUGHT and concept("model") in {concept(w) for w in place.before}:
        return any(kind_of(t) == "model" for t in place.mention.titles)
    if near & _BOUGHT:
        return place.can_be(PRODUCT, SUPPLIER)
    if near & concepts("collect data"):
        return place.can_be(SUPPLIER, COUNTRY)
    return place.can_be(SUPPLIER)


def _is(place: _Place) -> bool:
    near = {concept(w) for w in place.before[1:6]}
    if near & concepts("supplier host platform reseller") or "who" in place.before[1:8]:
        return place.can_be(SUPPLIER)
    if near & concepts("country where"):
        return place.can_be(COUNTRY)
    return place.can_be(PRODUCT, TEXT) or place.after[:2] in (("'", "s"), ("’", "s"))


def _apposed(place: _Place, before: str) -> bool:
    """ "the model, Gemini", "a crowd platform, Toloka"."""
    noun = concept(next((t for t in place.before if t not in (",", "(", "–")), ""))
    if noun in concepts("supplier platform host company reseller"):
        return place.can_be(SUPPLIER)
    if noun in NOUNS["model"] | NOUNS["application"]:
        return place.can_be(PRODUCT) or (place.can_be(SUPPLIER) and before == ",")
    return place.can_be(SUPPLIER, PRODUCT, TEXT) or (place.can_be(COUNTRY) and noun in concepts("country"))


def _subject(place: _Place, lost: bool, spoken: frozenset[str]) -> bool | None:
    """Whether the name may do what follows it; None where nothing that follows is done by it."""
    rest = list(place.after)
    if rest[:1] == [","] and len(rest) > 2 and concept(rest[1]) in DOES and rest[2] == "by":
        return place.can_be(PRODUCT)
    if rest[:1] in (["by"], ["from"]):
        # "ChatGPT is supplied by Zindua, MediScan by Siemens."
        return place.can_be(PRODUCT)
    while rest and rest[0] in AUXILIARY:
        rest = rest[1:]
    if not rest or not rest[0][0].isalpha() or rest[0] in LINK or is_mark(rest[0]):
        return None
    if place.mention.roles == {COUNTRY}:
        return False
    if rest[0] in BE:
        return _undergoes(place, [w for w in rest[1:6] if w not in AUXILIARY and w != "not"], lost)
    verb = concept(rest[0])
    if rest[0] in ("comes", "come", "came") or (verb in _GONE and rest[0] != "lost"):
        return place.can_be(PRODUCT) or (lost and place.can_be(SUPPLIER))
    if verb in DOES and not (verb in concepts("run work") and rest[1:2] and rest[1] in ("on", "in", "at", "offline")):
        own = rest[1:2] == ["its"] or rest[1:2] == ["their"]
        model = verb in concepts("train") and any(kind_of(t) == "model" for t in place.mention.titles)
        return (
            place.can_be(SUPPLIER)
            or model
            or (own and verb in concepts("store"))
            or (place.can_be(PRODUCT) and verb in spoken)
        )
    if place.can_be(PRODUCT):
        return True
    if place.can_be(SUPPLIER) and verb in _SUPPLIER_DOES:
        return True
    if place.can_be(ORGANISATION):
        return verb in _ORGANISATION_DOES or (verb in spoken and helped(rest))
    return place.can_be(TEXT)


def _undergoes(place: _Place, rest: Sequence[str], lost: bool) -> bool:
    """What is said of a name by "is": only a product is supplied, in use or gone, and only data is stored."""
    kinds = _ONLY.get(concept(rest[0])) if rest else None
    if kinds and place.mention.titles and place.mention.roles == {PRODUCT}:
        return any(kind_of(t) in kinds for t in place.mention.titles)
    if not rest or place.can_be(PRODUCT):
        return True
    said = {concept(w) for w in rest[:2]}
    if place.can_be(SUPPLIER):
        return rest[0] in ("the", "a", "behind") or (lost and bool(said & _GONE))
    return place.can_be(ORGANISATION) and bool(said & concepts("in at base responsible told"))


def _pointed(place: _Place) -> frozenset[str]:
    """The kinds of part that the verb before a place or an agent points at: "stored in", "developed by"."""
    if not place.before or place.before[0] not in ("in", "by"):
        return frozenset()
    if place.before[0] == "by":
        doing = next((concept(w) for w in place.before[1:] if concept(w) in DOES), "")
        return frozenset(DOES.get(doing, ()))
    nouns: frozenset[str] = frozenset()
    for word in place.before[1:]:
        if word in (",", ";") or is_mark(word):
            break
        if word in ("stand", "stands", "located"):
            return frozenset({"compute", "storage"})
        verbs = {kind for kind, verbs in VERBS.items() if concept(word) in verbs and kind != "organisation"}
        if verbs:
            return frozenset(verbs)
        nouns = nouns or frozenset(_PLACED.get(concept(word), ()))
    return nouns
