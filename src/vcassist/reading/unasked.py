"""Reads by rules what nobody asked for: what the register's names and the places in a text state by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.assessment.register import Register, Supplier, name_key
from vcassist.chain.fields import Field
from vcassist.interview.ports import Proposal
from vcassist.reading.names import Mention
from vcassist.reading.places import Place
from vcassist.reading.seen import Seen
from vcassist.reading.value_words import with_version
from vcassist.reading.volunteered import role_of, volunteered

HOME = "organisation.country"
LONGEST_INTRODUCTION = 110
# What a name of the register states by its kind, the most telling kind first.
NAMES = (("accelerator", "compute.accelerator"), ("model", "model.name"), ("product", "application.name"))
_CALLED = re.compile(r"^\W*(?:\w+\s+){0,2}(?:called|named|by the name)\b", re.I)
_NAME_FOLLOWS = re.compile(r"['’]?s? [A-Z][\w-]+")
_LIVES = re.compile(
    r"\b(?:we(?:['’]re| are| work| run| live| sit| serve)|i(?:['’]m| am| work| run)|based|located|here|clinic|school|hospital|ngo|organi[sz]ation|co-?op|charity|office|library|cent(?:re|er)|council|town|village)\b(?:[^.!?;]{0,50}\b(?:in|near|outside|at)|\s+from|[^.!?;]{0,50}\b(?:town|city|village|district|county|council|province) of)\s+(?:[\w'’-]+,?\s+){0,3}$",
    re.I,
)
_MACHINES = {
    "compute.country": re.compile(
        r"\b(?:hosted|servers?|machines|data ?cent(?:re|er)s?|runs? (?:on|in|at)|cloud)\b", re.I
    ),
    "storage.country": re.compile(r"\b(?:stored?|saved|kept|backups?|backed up)\b", re.I),
    "data.country": re.compile(r"\b(?:collected|gathered)\b", re.I),
    "labelling.country": re.compile(r"\b(?:labell?ed|annotated|tagged)\b", re.I),
}


def told_unasked(seen: Seen, asked: Field | None, register: Register, alone: bool) -> Iterator[Proposal]:
    """Names, turns of phrase and places that state a fact. ``alone``: no learned guesses stand beside the rules."""
    key = asked.key if asked else None
    for mention in seen.mentions:
        if seen.stated(mention) and not _CALLED.match(seen.text[mention.end :]):
            found = _named(mention, seen, asked, register, alone)
            if found:
                yield found
    for fact in volunteered(seen.text):
        if fact.key != key and seen.plain(fact.start, fact.end):
            yield seen.known(fact.key, fact.value, fact.start, fact.end, fact.sure)
    if key in (None, HOME):
        yield from _home(seen)
    for place in seen.places:
        about = _machine_country(seen, place)
        if about and about != key and place.certain and seen.plain(place.start, place.end):
            yield seen.known(about, place.code, place.start, place.end, 0.66)


def makers_told_by_names(seen: Seen, register: Register) -> Iterator[Proposal]:
    """The application's supplier, where a product's name bears it ("Microsoft Copilot") or follows it."""
    for mention in seen.mentions:
        if not seen.stated(mention):
            continue
        product = register.products.get(mention.id_of("product") or "")
        supplier = register.suppliers.get((product.supplier if product else mention.id_of("supplier")) or "")
        if supplier is None:
            continue
        quote = _maker_in(mention, supplier, seen) if product else _maker_before(mention, seen)
        if quote:
            yield seen.known("application.supplier", supplier.name, mention.start, mention.start + len(quote), 0.5)


def _maker_in(mention: Mention, maker: Supplier, seen: Seen) -> str | None:
    """The maker's name at the beginning of its product's, where it can only be that product's."""
    if not seen.sole_product(mention):
        return None
    for name in (maker.name, *maker.aliases):
        begins, rest = mention.text[: len(name)], mention.text[len(name) :]
        # A bare name is a tool when people chat ("we use DeepL"), and a company's system in a description of it.
        if name_key(begins) == name_key(name) and (rest[:1] == " " or (not rest and not seen.personal)):
            return begins
    return None


def _maker_before(mention: Mention, seen: Seen) -> str | None:
    """In a description, a company's name right before another name ("McAfee Adaptive Threat Protection") is the maker's."""
    follows = not seen.personal and _NAME_FOLLOWS.match(seen.text[mention.end :])
    return mention.text if follows else None


def _named(mention: Mention, seen: Seen, asked: Field | None, register: Register, alone: bool) -> Proposal | None:
    """What a name of the register states by its kind; a supplier's role is left to the learned guesses or a word beside it."""
    supplier = mention.id_of("supplier")
    for what, key in NAMES:
        if mention.id_of(what):
            if what == "product" and supplier and asked and asked.type == "entity":
                return None
            sure = 0.62 if alone or what == "accelerator" else 0.55
            return seen.in_words(key, with_version(mention, seen.text), sure)
    role = role_of(seen.text, mention.start, mention.end)
    if supplier is None or role is None or (asked and role[0] == asked.key):
        return None
    return seen.known(role[0], register.suppliers[supplier].name, mention.start, mention.end, role[1])


def _home(seen: Seen) -> Iterator[Proposal]:
    """Where the organisation is, from the way people introduce themselves ("we are a clinic in Kisumu")."""
    for place in seen.places:
        told = seen.text[max(0, place.start - LONGEST_INTRODUCTION) : place.start]
        if place.certain and seen.stated(place) and _LIVES.search(told):
            yield seen.known(HOME, place.code, place.start, place.end, 0.7)
            return


def _machine_country(seen: Seen, place: Place) -> str | None:
    """The country field that a place in the same sentence as a word for storing, hosting or collecting fills."""
    # Who does it ("set up by Jordan") is no place.
    if seen.denied(place.start) or re.search(r"\bby\s+$", seen.text[: place.start], re.I):
        return None
    begin = max((m.end() for m in re.finditer(r"[.!?;\n]", seen.text[: place.start])), default=0)
    said = seen.text[begin : place.start]
    near = {
        key: max(m.end() for m in found) for key, words in _MACHINES.items() if (found := list(words.finditer(said)))
    }
    best = max(near, key=lambda key: near[key], default=None)
    return best if best is not None and len(said) - near[best] < 45 else None
