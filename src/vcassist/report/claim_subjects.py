"""The checks of the claim gate on two names beside each other, and on what a name that opens a clause is said to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vcassist.report.claim_items import EVERYWHERE, NOUNS, Item, kind_of
from vcassist.report.claim_reading import FIRST_MARK, Mention, Reading
from vcassist.report.claim_roles import (
    AUXILIARY,
    BE,
    DOES,
    ORGANISATION,
    PRODUCT,
    SUPPLIER,
    TOKEN,
    helped,
    is_mark,
    places,
)
from vcassist.report.claim_sense import home_of
from vcassist.report.claim_words import GRAMMAR, SMALL, concept, concepts, fold

_OPENS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "but",
        "while",
        "whereas",
        "if",
        "when",
        "whether",
        "that",
        "also",
        "which",
        "as",
        "for",
        ",",
        ";",
    ]
)
_ANY_PART = frozenset(
    {"system", "systems", "thing", "things", "part", "parts", "component", "components", "one", "name", "names"}
)
_TAKES = concepts("use employ rest buy rent run")
_SOLD = concepts("supply develop")


def pairs(reading: Reading, cited: Sequence[Item]) -> Iterator[str]:
    """Who supplies what, where a name does or undergoes it beside another name: both belong to one part of the chain."""
    own = {item.owner for item in cited if item.kind == "fact" and item.raw == ("self",)}
    for place in places(reading):
        before = list(place.before)
        yourselves = next((t for t in place.after[:7] if is_mark(t) or t in ("yourselves", "you", "yourself")), "")
        if (
            yourselves
            and not is_mark(yourselves)
            and {concept(t) for t in place.after[:6]} & _SOLD
            and place.mention.titles
            and not place.mention.titles & own
        ):
            yield f"the evidence does not say that you supply {place.mention.text}"
        if before and before[0] in ("by", "from") and place.can_be(SUPPLIER):
            words = before[1:]
            while words and (
                words[0] in BE | AUXILIARY | {",", "by"} or concept(words[0]) in DOES or words[0] in ("comes", "come")
            ):
                words = words[1:]
            yield from _one_part(reading, words, place.mention, product_first=True)
        elif before and concept(before[0]) in DOES and place.can_be(PRODUCT):
            words = before[1:]
            while words and words[0] in AUXILIARY:
                words = words[1:]
            yield from _one_part(reading, words, place.mention, product_first=False)


def _one_part(reading: Reading, words: Sequence[str], mention: Mention, product_first: bool) -> Iterator[str]:
    if not words:
        return
    if not is_mark(words[0]):
        if product_first and _of_another_kind(words[0], mention):
            yield f"the evidence does not say {mention.text} of “{words[0]}”"
        return
    other = reading.mentions[ord(words[0]) - FIRST_MARK]
    product, supplier = (other, mention) if product_first else (mention, other)
    if "product" in product.roles and "" not in supplier.values and not product.titles & supplier.values:
        yield f"the evidence does not say {supplier.text} of {product.text}"


def _of_another_kind(word: str, supplier: Mention) -> bool:
    """True for "the data comes from X" where the evidence says X of an application, and for a word that names no part at all."""
    said = concept(word)
    kinds = {kind for kind, nouns in NOUNS.items() if said in nouns}
    owners = {kind_of(o) for o in supplier.values}
    if "" in owners or word in _ANY_PART or not (kinds or said in SMALL - GRAMMAR):
        return False
    return not kinds & owners


def subjects(reading: Reading, cited: Sequence[Item]) -> Iterator[str]:
    """What is so of the organisation as a whole is said of it, and what is so of a part is not."""
    facts = [item for item in cited if item.kind == "fact" and not item.ref.endswith(".name")]
    homes = [(f, home_of(f, reading.clauses, facts)) for f in facts]
    for clause in reading.clauses:
        tokens = [t for t in (fold(t) for t in TOKEN.findall(clause.text)) if t not in _OPENS]
        if not tokens or not is_mark(tokens[0]) or tokens[1:3] in (["'", "s"], ["’", "s"]):
            continue
        mention = reading.mentions[ord(tokens[0]) - FIRST_MARK]
        kinds = {kind_of(f.owner) for f, home in homes if home is clause and not f.named}
        does = {concept(t) for t in tokens[1:4]}
        if kinds and kinds <= {"governance", "organisation"} and ORGANISATION not in mention.roles:
            yield f"says of {mention.text} what the evidence says of the organisation"
        if (
            kinds
            and mention.roles == {ORGANISATION}
            and not kinds & EVERYWHERE
            and not (does & _TAKES or helped(tokens))
        ):
            yield f"says of {mention.text} what the evidence says of a part of its chain"
