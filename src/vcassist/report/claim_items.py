"""The evidence of the claim gate: what each fact, finding, passage, record or figure lets a sentence say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from vcassist.chain.fields import FIELDS, KIND_TITLES
from vcassist.report.claim_words import DENIAL, EXTENT, GRAMMAR, SMALL, concepts

# What points at a kind of component: nouns that name it, and verbs that only it does.
NOUNS: Mapping[str, frozenset[str]] = {
    kind: concepts(text)
    for kind, text in {
        "organisation": "organisation",
        "application": "application app tool product software assistant",
        "data": "data",
        "labelling": "labelling label labeller",
        "storage": "storage data file disk",
        "compute": "machine server cloud hardware",
        "model": "model",
        "chip": "chip board accelerator card",
    }.items()
}
VERBS: Mapping[str, frozenset[str]] = {
    kind: concepts(text)
    for kind, text in {
        "data": "collect gather",
        "labelling": "label annotate",
        "storage": "store",
        "compute": "run host",
        "model": "develop train",
        "chip": "design",
        "organisation": "work base",
    }.items()
}
# These kinds are about the whole, so that a sentence on them may name any part.
EVERYWHERE = frozenset({"governance", "monitoring", "organisation"})
_CHIP = ("accelerator", "accelerator_vendor")
_NEGATIVE = frozenset({"no", "none", "nobody", "never"})


@dataclass(frozen=True)
class Item:
    """One piece of evidence. ``text`` holds all its words; the rest is set by kind.

    fact      ``ref``, ``status``, ``raw`` (values), ``names`` (how its organisation, country or text is written), ``title``
    finding   ``verdict``, ``severity``, ``units`` (what it states), ``advice`` (may be repeated, not reworded), ``because`` (refs)
    passage   ``units``, the sentences of a definition
    register  ``edges``: (who, in which relation, to whom)
    count     ``figures``: (what is counted, number); ``advice``: lines that may be said as they are
    line      a line that the report worked out, such as a list: it may be said as it is and not otherwise
    """

    text: str
    kind: str
    ref: str = ""
    status: str = ""
    raw: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: str = ""
    by: str = ""
    quote: str = ""
    verdict: str = ""
    severity: str = ""
    units: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    edges: tuple[tuple[str, str, str], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """``model-2.weights`` → ``model.weights``."""
        component, _, name = self.ref.partition(".")
        return f"{component.partition('-')[0]}.{name}"

    @property
    def owner(self) -> str:
        """The component it is about; the chips of a machine count as a part of their own."""
        component, _, name = self.ref.partition(".")
        return f"{component}#chip" if name in _CHIP else component

    @property
    def open(self) -> bool:
        return self.status in ("unknown", "withheld")

    @property
    def denies(self) -> bool:
        """True where the fact says that something is not so."""
        return self.status == "not_applicable" or (self.status == "known" and bool(_NEGATIVE & set(self.raw)))

    @property
    def hedged(self) -> bool:
        return self.status == "known" and bool({"partly", "sometimes"} & set(self.raw))

    @property
    def named(self) -> bool:
        """True for an organisation or a country, which belongs to one part of the chain only."""
        return self.kind == "fact" and FIELDS[self.key].type in ("entity", "country")

    @property
    def role(self) -> str:
        """What a name that is its value may be in a sentence: supplier, country or plain text."""
        kind = FIELDS[self.key].type if self.kind == "fact" else "entity"
        return {"entity": "supplier", "country": "country"}.get(kind, "text")

    @property
    def a_name(self) -> bool:
        """True where the value is a name, which is looked for whole: its single words are evidence of nothing."""
        return self.named or self.ref.endswith(".name")

    @property
    def labels(self) -> tuple[str, ...]:
        """What the values of a choice are called."""
        return tuple(FIELDS[self.key].options.get(v, "") for v in self.raw)

    @property
    def free(self) -> bool:
        """True for a text in the person's own words, which may deny anything."""
        return self.kind == "fact" and FIELDS[self.key].type == "text"

    @property
    def counted(self) -> tuple[str, ...]:
        """Where its numbers may be taken from: never from a name, which is looked for whole."""
        if self.kind == "fact":
            return (*self.labels, *(() if self.a_name else self.names), self.quote)
        return self.units if self.kind == "finding" else (self.text,)

    @property
    def quotable(self) -> str:
        """What may stand in quotation marks: the person's own words, or a text that the report holds."""
        return " ".join((self.quote, *(self.names if self.free else ()))) if self.kind == "fact" else self.text

    @cached_property
    def said(self) -> frozenset[str]:
        """What was said or found, word by word: the only evidence for words of extent."""
        if self.kind == "fact":
            values = () if self.a_name else (*self.labels, *self.names, *(v.replace("_", "-") for v in self.raw))
            own = "own itself" if self.raw == ("self",) else ""
            called = (KIND_TITLES.get(kind_of(self.owner), ""), *_common(self.title))
            said = concepts(" ".join((*values, own, self.quote, *called)))
            if self.status == "withheld":
                said |= concepts("the person who answered" if self.by == "person" else "the supplier")
            # What is affirmed whole, or left open whole, may be said with the field's own "each" or "anyone".
            whole = self.open or self.raw == ("yes",)
            return said | (concepts(FIELDS[self.key].means) & EXTENT - DENIAL if whole else frozenset())
        return concepts(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Everything that a sentence resting on it may say."""
        if self.kind != "fact":
            return self.said
        core, around = _terms(self.key, self.status, self.raw)
        kinds = {kind_of(self.owner), self.key.partition(".")[0]}
        pointing = (words for kind in kinds for words in (NOUNS.get(kind), VERBS.get(kind)) if words)
        return self.said.union(core, around, *pointing)

    @cached_property
    def core(self) -> frozenset[str]:
        """The words that show that a clause is about this field."""
        core, _ = _terms(self.key, self.status, self.raw)
        names = frozenset(c for nouns in NOUNS.values() for c in nouns)
        values = concepts(" ".join(FIELDS[self.key].options.get(v, "") for v in self.raw)) - SMALL - DENIAL - EXTENT
        own = concepts(" ".join(self.names)) - SMALL - DENIAL - EXTENT if self.free and not self.a_name else frozenset()
        return (core - SMALL - names) | values | own

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words for telling and knowing that the field itself asks about."""
        spec = FIELDS[self.key]
        return concepts(f"{spec.question} {spec.means}") & concepts("tell say know")

    @property
    def other_labels(self) -> tuple[str, ...]:
        """How the values are called that this field does not have, where that takes several words."""
        spec = FIELDS[self.key]
        if self.status != "known" or spec.type not in ("enum", "set"):
            return ()
        own = " ".join(spec.options.get(v, "") for v in self.raw)
        return tuple(
            label for v, label in spec.options.items() if v not in self.raw and " " in label and label not in own
        )

    @property
    def elsewhere(self) -> frozenset[str]:
        """Words of the values that this field does not have."""
        return _other_values(self.key, self.status, self.raw) if self.kind == "fact" else frozenset()


@dataclass(frozen=True)
class Evidence:
    """All evidence by id."""

    items: Mapping[str, Item]


def _common(title: str) -> list[str]:
    """The words of a component's name that are no names themselves: "transcriber" in "Whisper transcriber"."""
    return [word for word in title.split() if word.islower()]


def kind_of(owner: str) -> str:
    """``compute-2#chip`` → ``chip``; ``model-2`` → ``model``."""
    return "chip" if owner.endswith("#chip") else owner.partition("-")[0]


@lru_cache(maxsize=4096)
def _terms(key: str, status: str, raw: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """(words of the field itself, words of its question and of phrasings of its value), without words of other values."""
    spec = FIELDS[key]
    core = concepts(f"{spec.label} {_no_names(_meaning(key, status, raw))}")
    spoken = (
        " ".join(p for value in raw for p in spec.says.get(value, ())) if spec.options and status == "known" else ""
    )
    around = concepts(f"{_no_names(spec.question)} {_no_names(spoken)} {KIND_TITLES[spec.kind]}")
    barred = _other_values(key, status, raw) | EXTENT | DENIAL
    return core - barred, around - barred


def _no_names(text: str) -> str:
    """Without the products and places that a field names as examples: they are evidence of nothing."""
    return " ".join(
        word
        for word in text.split()
        if not any(c.isupper() for c in word[1:]) and (word.islower() or text.startswith(word))
    )


def _meaning(key: str, status: str, raw: tuple[str, ...]) -> str:
    """What the field means, without the explanations of values that it does not have."""
    spec = FIELDS[key]
    pieces = re.split(r";\s*", spec.means)
    explained = {p.partition(":")[0].strip().rpartition(". ")[2]: p for p in pieces if ":" in p}
    kept = [p for p in pieces if ":" not in p]
    for value, piece in explained.items():
        if value not in spec.options or status != "known" or value in raw:
            kept.append(piece)
        elif ". " in piece.partition(":")[0]:
            kept.append(piece.partition(". ")[0])
    return " ".join(kept)


@lru_cache(maxsize=4096)
def _other_values(key: str, status: str, raw: tuple[str, ...]) -> frozenset[str]:
    """What only values say that the field does not have, even where its question lists them."""
    spec = FIELDS[key]
    if status != "known" or spec.type not in ("enum", "set"):
        return frozenset()

    def told(values: Iterable[str]) -> frozenset[str]:
        return concepts(" ".join(f"{v.replace('_', '-')} {spec.options.get(v, '')}" for v in values))

    return told(v for v in spec.options if v not in raw) - told(raw) - concepts(spec.label) - GRAMMAR - DENIAL


def denials_of(item: Item) -> frozenset[str]:
    """Denying words that belong to the field itself, such as "without" in "works without a good connection"."""
    spec = FIELDS[item.key]
    return concepts(f"{spec.question} {spec.means}") & DENIAL if spec.type == "yesno" else frozenset()
