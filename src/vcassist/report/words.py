"""How values, statuses and lists read in the report: small pure helpers without any layout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import Field
from vcassist.interview.to_supplier import kept_by
from vcassist.interview.words import name_of
from vcassist.report.materials import country_name

STATUS_WORDS = {
    "known": "known",
    "unknown": "not known",
    "withheld": "withheld",
    "not_applicable": "does not apply",
    "unasked": "not asked yet",
}
OWN = "your own organisation"
ROLE_TITLES = {
    "organisation": "Your organisation",
    "government": "Government",
    "funder": "Funders",
    "start-up": "Start-ups",
    "civil_society": "Civil society",
}


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """One line without control characters, or marks that would change the direction of what follows."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(" " if c.isspace() else c for c in text if c.isspace() or _printable(c)).split())


def _printable(char: str) -> bool:
    odd = unicodedata.category(char) in ("Cc", "Cs", "Co") or (ord(char) & 0xFFFE) == 0xFFFE
    return not odd and char not in _TURNING


def value_words(fact: Fact) -> str:
    """A fact's value in words: labels for choices, names for countries, the status where nothing is known."""
    if fact.status == "withheld":
        return "withheld by the person who answered" if kept_by(fact) == "person" else "withheld by the supplier"
    if fact.status != "known":
        return STATUS_WORDS[fact.status]
    spec = field_of(fact.ref)
    if spec.type == "country":
        return "; ".join(country_name(v) for v in fact.values)
    return "; ".join(OWN if v == "self" else clean(spec.options.get(v, v)) for v in fact.values)


_ARTICLE = ("United ", "Dominican ", "Central African ", "Democratic ", "Republic ", "European ", "Isle ")
_ARTICLE_END = ("Islands", "Republic", "Netherlands", "Philippines", "Emirates", "Maldives", "Seychelles", "Comoros")


def with_article(country: str) -> str:
    """``United States`` → ``the United States``, as a country stands within a sentence."""
    bare = country.removeprefix("The ")
    takes = bare != country or country.startswith(_ARTICLE) or country.endswith(_ARTICLE_END)
    return f"the {bare}" if takes else country


def means_words(fact: Fact) -> str:
    """What a fact says of its part, in plain words: ``a fallback is ready``, ``the model's weights: open``."""
    spec = field_of(fact.ref)
    if spec.type != "yesno" or fact.status != "known":
        return f"{name_of(spec.key)}: {value_words(fact)}"
    said = means_only(spec)
    return {"yes": said, "partly": f"{said}, in part"}.get(str(fact.value), f"no longer so that {said}")


def means_only(spec: Field) -> str:
    """What a yes to a yes-or-no field says: ``a fallback is ready``."""
    return re.sub(r"\s*\(.*?\)", "", spec.means).removeprefix("whether ")


def listed(names: Sequence[str], limit: int = 0) -> str:
    """``a, b and c``; with a limit, ``a, b and 3 more``."""
    shown = list(names)
    if limit and len(shown) > limit:
        shown = [*shown[: limit - 1], f"{len(shown) - limit + 1} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def plural(number: int, one: str, many: str = "") -> str:
    """``1 fact``, ``2 facts``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def stop(text: str) -> str:
    """The text, ended as a sentence."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
