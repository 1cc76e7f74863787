"""The offline reader: rules for what is closed, a compact trained reader for what is open, joined clause by clause.

No language model and no network. It proposes; the gate disposes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vcassist.assessment.register import Register, name_key
from vcassist.chain.facts import Chain, split_ref
from vcassist.chain.fields import FIELDS, SINGLE_KINDS, Field, fields_of
from vcassist.interview.ports import Intent, Proposal, Reading
from vcassist.reading import answers
from vcassist.reading.intents import foreign, intent_of
from vcassist.reading.modality import modalities
from vcassist.reading.names import Mention, NameFinder
from vcassist.reading.places import Place, places
from vcassist.reading.steering import without_orders
from vcassist.reading.text import Span, clauses, has_words, stripped, windows, without_markup
from vcassist.reading.trained import Guess, TrainedReader
from vcassist.reading.volunteered import role_of, volunteered

# On the development voices F1 is the same from 0.6 to 0.8; precision and recall are traded. These give both about equal weight.
ASKED_THRESHOLD = 0.6
THRESHOLD = 0.75
SET_THRESHOLD = 0.5
# How sure a guess must be to stand although its clause speaks of the past, a plan, others and the like.
ASKED_AGAINST = 0.97
AGAINST = 0.97
# A volunteered fact that only the rules see, while the trained reader sees nothing of the kind, is mostly a slip.
LEAST_SUPPORT = 0.12
# A name that the register does not know, and that no word introduces as somebody's, needs more.
UNKNOWN_NAME = 0.8
ACRONYM = 0.95
INTENT_TRUST = 0.55
VETO = frozenset({"past", "plan", "hearsay", "others", "hypothesis", "question"})
FOREIGN_NOTE = "I am sorry, so far I only understand English. Could you write it in English, in simple words?"
_LEADING = re.compile(
    r"^(?:the|a|an|our|my|their|its|his|her|this|that|some|of|by|from|with|at|on|in|to|for|it['’]?s|it is|we use|we['’]?re|we are|called|named|is|are|and|use|using|used|via|through|from|mostly|just|only|by)\s+",
    re.I,
)
_SELF = re.compile(
    r"\b(?:our ?selves|our own|we (?:do|did|built|made|run|host|store|keep|label|wrote|trained|developed)|in-?house|own (?:server|staff|people|office|pc|computer|machine|laptop|team)|ourself|my own|myself|on our|our (?:server|office|basement|computer|pc|laptop|it (?:man|guy|person|team|lady)|developer|volunteer|staff|team)|under (?:the|my|our) desk|us\b)",
    re.I,
)
_BLOCK = re.compile(r"[<>{}]|https?://", re.I)
MAX_VALUE = 160
_FIRST_PERSON = re.compile(r"\b(?:i|we|our|ours|us|my|me|im|i['’]m|we['’]re)\b", re.I)
MANY = frozenset({"application.name", "model.name"})
# Fields that hold a name, and the kind of the register's names that fits them.
NAMED_BY = {
    "organisation.name": None,
    "application.name": "product",
    "model.name": "model",
    "compute.accelerator": "accelerator",
}


@dataclass(frozen=True)
class Seen:
    """What the rules see in one message: the names, places and marked clauses."""

    message: str
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    clauses: tuple[tuple[Span, frozenset[str]], ...]

    @cached_property
    def personal(self) -> bool:
        """True when somebody speaks of themselves, as people do in a chat."""
        return bool(_FIRST_PERSON.search(self.message))

    def sole_product(self, mention: Mention) -> bool:
        """True when no other product is named, so that a supplier can only be that one's."""
        return all(m.id_of("product") in (None, mention.id_of("product")) for m in self.mentions)

    def marks(self, start: int, end: int) -> frozenset[str]:
        """The modalities of the clauses that a stretch lies in; plain wins when it touches a plain clause."""
        touched = [m for span, m in self.clauses if span.start < end and span.end > start]
        return frozenset.intersection(*touched) if touched else frozenset()


class OfflineReader:
    """Reads a message without any language model."""

    def __init__(self, register: Register, trained: TrainedReader | None = None) -> None:
        self._register = register
        self._finder = NameFinder(register)
        self._trained = trained or TrainedReader()

    @cached_property
    def _use_trained(self) -> bool:
        return self._trained.available

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        intent, sure = intent_of(message, asked)
        if intent in ("stop", "undo", "skip") and sure > 0.9:
            return Reading((), intent)
        if foreign(message):
            return Reading((), "other", FOREIGN_NOTE)
        key = _key(asked)
        proposals: list[Proposal] = []
        learned, learned_sure = "answer", 0.0
        heard = without_orders(without_markup(message))
        if not has_words(heard) and has_words(message):
            return Reading((), "other")
        for window in windows(heard):
            found, learned, learned_sure = self._window(window, asked, key)
            proposals.extend(replace(p, quote=message[p.start : p.end]) for p in found)
        intent = self._intent(message, intent, sure, learned, learned_sure, proposals, asked)
        if intent in ("stop", "undo", "skip"):
            proposals = []
        if intent == "question" and not any(p.confidence > 0.8 for p in proposals):
            proposals = []
        return Reading(tuple(_with_absent(list(self._placed(proposals, asked, chain)))), intent)

    # --- one window ---------------------------------------------------------------------------------------------------

    def _window(self, window: Span, asked: str | None, key: str | None) -> tuple[list[Proposal], str, float]:
        text = window.text
        seen = Seen(
            text,
            tuple(self._finder.find(text)),
            tuple(places(text, bool(key) and FIELDS[key or ""].type == "country")),
            tuple((c, modalities(c.text)) for c in clauses(text)),
        )
        best: dict[str, Proposal] = {}

        def offer(proposal: Proposal | None) -> None:
            if proposal is None:
                return
            slot = proposal.ref
            if slot in MANY and isinstance(proposal.value, str):
                # Two tools named in one message are two components, not two readings of one.
                slot = f"{slot} {name_key(proposal.value)}"
            if slot not in best or proposal.confidence > best[slot].confidence:
                best[slot] = proposal

        learned, sure = "answer", 0.0
        support: dict[str, float] = {}
        if self._use_trained and has_words(text):
            guesses = self._trained.guess(text, key)
            learned, sure = guesses.intent, guesses.intent_sure
            for guess in guesses.fields:
                support[guess.key] = guess.presence
                offer(self._from_guess(guess, seen, key))
        for proposal in self._by_rules(seen, key):
            if proposal.ref == key or not self._use_trained or support.get(proposal.ref, 0.0) >= LEAST_SUPPORT:
                offer(proposal)
        if "application.supplier" not in best:
            for mention in seen.mentions:
                if not seen.marks(mention.start, mention.end) & VETO and not _denied(text, mention.start):
                    offer(self._maker_in_name(mention, seen))
        shifted = [
            replace(p, start=(p.start or 0) + window.start, end=(p.end or 0) + window.start) for p in best.values()
        ]
        return shifted, learned, sure

    def _from_guess(self, guess: Guess, seen: Seen, asked: str | None) -> Proposal | None:
        """A learned guess as a proposal: over its threshold, with a value of its field's own kind, in a plain clause."""
        mine = guess.key == asked
        if guess.sure < (ASKED_THRESHOLD if mine else THRESHOLD):
            return None
        span = stripped(seen.message, guess.start, guess.end)
        if span is None:
            return None
        marks = seen.marks(span.start, span.end) & VETO
        if marks and guess.key != "application.lifecycle" and guess.sure < (ASKED_AGAINST if mine else AGAINST):
            return None
        spec = FIELDS[guess.key]
        if guess.status != "known":
            by = "person" if guess.status == "withheld_by_person" else None
            status = "withheld" if by else guess.status
            return Proposal(guess.key, status, None, span.text, guess.sure, span.start, span.end, by)
        return self._valued(guess, spec, span, seen, mine)

    def _valued(self, guess: Guess, spec: Field, span: Span, seen: Seen, asked: bool) -> Proposal | None:
        sure = guess.sure
        if spec.type in ("yesno", "enum"):
            return _known(spec.key, guess.values[0][0], span, sure)
        if spec.type == "set":
            chosen = tuple(v for v, p in guess.values if p >= SET_THRESHOLD) or (guess.values[0][0],)
            if len(chosen) > 1:
                chosen = tuple(v for v in chosen if v not in ("none", "nobody"))
            return _known(spec.key, tuple(v for v in spec.values if v in chosen), span, sure)
        if spec.type == "country":
            place = _place_in(seen, span)
            return (
                Proposal(
                    spec.key, "known", place.code, seen.message[place.start : place.end], sure, place.start, place.end
                )
                if place
                else None
            )
        if spec.type == "entity":
            return self._entity(spec, guess, span, seen, asked)
        return self._worded(spec, span, sure, seen)

    def _entity(self, spec: Field, guess: Guess, span: Span, seen: Seen, asked: bool) -> Proposal | None:
        inside = [m for m in seen.mentions if m.start < span.end and m.end > span.start]
        named = [(m, maker) for m in inside if (maker := self._maker(m, spec))]
        if guess.values and guess.values[0][0] == "self" and guess.values[0][1] > 0.5 and not named:
            return _known(spec.key, "self", span, guess.sure)
        good = [n for n in named if not _denied(seen.message, n[0].start)] or named
        if good:
            first, maker = good[0]
            return Proposal(spec.key, "known", maker, first.text, guess.sure, first.start, first.end)
        name = proper_name(span, seen.message, seen.places) or _written_small(span, seen.message)
        if name is None or not _could_be_a_name(name.text) or any(_covers(m, name) for m in inside):
            return None
        value = self._finder.resolve(name.text)
        introduced = bool(_INTRODUCES.search(seen.message[: name.start]))
        if (
            value is None
            and not asked
            and not introduced
            and guess.sure < (ACRONYM if name.text.isupper() else UNKNOWN_NAME)
        ):
            return None
        value = value or name.text
        return Proposal(spec.key, "known", value, name.text, guess.sure, name.start, name.end)

    def _maker(self, mention: Mention, spec: Field) -> str | None:
        """The supplier that a name stands for in a role: itself, or for machines and storage the company behind a service."""
        supplier = mention.id_of("supplier")
        product = mention.id_of("product")
        if supplier is None and product and spec.kind in ("storage", "compute"):
            supplier = self._register.products[product].supplier
        known = self._register.suppliers.get(supplier or "")
        return known.name if known else None

    def _worded(self, spec: Field, span: Span, sure: float, seen: Seen) -> Proposal | None:
        if spec.key in NAMED_BY:
            return self._called(spec, span, sure, seen)
        name = trimmed(span, seen.message)
        if name is None or len(name.text) > MAX_VALUE or _BLOCK.search(name.text) or _YES_OR_NO.match(span.text):
            return None
        return Proposal(spec.key, "known", name.text, name.text, sure, name.start, name.end)

    def _called(self, spec: Field, span: Span, sure: float, seen: Seen) -> Proposal | None:
        """What something is called: a name of the register of the right kind, else the words, unless they only name a kind."""
        what = NAMED_BY[spec.key]
        inside = [m for m in seen.mentions if m.start < span.end and m.end > span.start]
        fitting = [m for m in inside if m.id_of(what)] if what else []
        fitting = [m for m in fitting if not _denied(seen.message, m.start)] or fitting
        if fitting and spec.key != "compute.accelerator":
            longer = _with_version(fitting[0], seen.message, span)
            return Proposal(spec.key, "known", longer.text, longer.text, sure, longer.start, longer.end)
        name = named_part(span, seen.message)
        if name is None or len(name.text) > MAX_VALUE or _BLOCK.search(name.text) or only_a_kind(name.text):
            return None
        if spec.key == "application.name" and _MADE_BY.search(seen.message[: name.start]):
            return None
        if spec.key != "compute.accelerator" and any(
            _covers(m, name) and not m.id_of(what or "supplier") for m in inside
        ):
            return None
        return Proposal(spec.key, "known", name.text, name.text, sure, name.start, name.end)

    # --- rules --------------------------------------------------------------------------------------------------------

    def _by_rules(self, seen: Seen, asked: str | None) -> Iterator[Proposal]:
        if asked:
            yield from self._asked_by_rules(seen, FIELDS[asked])
        for mention in seen.mentions:
            if seen.marks(mention.start, mention.end) & VETO:
                continue
            yield from self._mention(mention, seen, asked)
        for found in volunteered(seen.message):
            if found.key != asked and not seen.marks(found.start, found.end) & VETO:
                yield Proposal(
                    found.key,
                    "known",
                    found.value,
                    seen.message[found.start : found.end],
                    found.sure,
                    found.start,
                    found.end,
                )
        yield from _home(seen, asked)
        for place in seen.places:
            key = _machine_country(seen, place)
            if key and place.certain and key != asked and not seen.marks(place.start, place.end) & VETO:
                yield Proposal(
                    key, "known", place.code, seen.message[place.start : place.end], 0.66, place.start, place.end
                )

    def _asked_by_rules(self, seen: Seen, spec: Field) -> Iterator[Proposal]:
        """An answer to the asked field by its form. Where there are learned guesses, only plain forms outweigh them."""
        text = seen.message
        short = len(text.split()) <= 6
        status = answers.status_of(text)
        if status and status.status == "not_applicable" and spec.key == "labelling.done_by":
            yield Proposal(
                spec.key, "known", ("nobody",), text[status.start : status.end], 0.9, status.start, status.end
            )
            return
        if status and (short or not self._use_trained):
            yield Proposal(
                spec.key,
                status.status,
                None,
                text[status.start : status.end],
                0.9 if short else 0.5,
                status.start,
                status.end,
                status.by,
            )
            return
        if spec.type == "yesno":
            said = answers.polarity(text)
            if said and (not self._use_trained or len(text.split()) <= 3):
                yield Proposal(
                    spec.key, "known", said.value, text[said.start : said.end], said.confidence, said.start, said.end
                )
        elif spec.key == "organisation.size" and len(found := answers.choices(text, spec)) == 1:
            value, start, end = found[0]
            yield Proposal(spec.key, "known", value, text[start:end], 0.95, start, end)
        elif spec.key == "organisation.size":
            count = answers.head_count(text)
            if count and not seen.marks(count[1], count[2]) & VETO:
                yield Proposal(
                    spec.key, "known", answers.size_band(count[0]), text[count[1] : count[2]], 0.9, count[1], count[2]
                )
        elif spec.type == "country":
            good = [p for p in seen.places if not seen.marks(p.start, p.end) & VETO and not _denied(text, p.start)]
            if good and (short or not self._use_trained):
                yield Proposal(
                    spec.key,
                    "known",
                    good[-1].code,
                    text[good[-1].start : good[-1].end],
                    0.85,
                    good[-1].start,
                    good[-1].end,
                )
        elif spec.type == "set":
            found = answers.choices(text, spec)
            if found and short:
                values = tuple(v for v in spec.values if v in {f[0] for f in found})
                yield Proposal(
                    spec.key, "known", values, text[found[0][1] : found[0][2]], 0.8, found[0][1], found[0][2]
                )
        elif spec.type == "enum":
            found = answers.choices(text, spec)
            if len(found) == 1 and short:
                yield Proposal(
                    spec.key, "known", found[0][0], text[found[0][1] : found[0][2]], 0.85, found[0][1], found[0][2]
                )
        elif spec.type == "entity":
            yield from self._asked_entity(seen, spec, short)
        elif short and not self._use_trained and not status:
            span = stripped(text, 0, len(text))
            name = trimmed(span, text) if span else None
            if name and not answers.polarity(text):
                yield Proposal(spec.key, "known", name.text, name.text, 0.5, name.start, name.end)

    def _asked_entity(self, seen: Seen, spec: Field, short: bool) -> Iterator[Proposal]:
        text = seen.message
        named = [
            m
            for m in seen.mentions
            if m.id_of("supplier") and not seen.marks(m.start, m.end) & VETO and not _denied(text, m.start)
        ]
        if len(named) == 1 and (short or not self._use_trained):
            supplier = self._register.suppliers[named[0].id_of("supplier") or ""]
            yield Proposal(spec.key, "known", supplier.name, named[0].text, 0.85, named[0].start, named[0].end)
        elif not named and not self._use_trained and _SELF.search(text):
            found = _SELF.search(text)
            assert found is not None
            yield Proposal(spec.key, "known", "self", found.group(), 0.5, found.start(), found.end())

    def _mention(self, mention: Mention, seen: Seen, asked: str | None) -> Iterator[Proposal]:
        """A name of the register states what it names by its kind; a supplier's role is left to the learned guesses."""
        if _denied(seen.message, mention.start) or _CALLED.match(seen.message[mention.end :]):
            return
        for what, key in (
            ("accelerator", "compute.accelerator"),
            ("model", "model.name"),
            ("product", "application.name"),
        ):
            if mention.id_of(what):
                if what == "product" and mention.id_of("supplier") and asked and FIELDS[asked].type == "entity":
                    return
                span = _with_version(mention, seen.message, Span(mention.start, len(seen.message), ""))
                sure = 0.62 if not self._use_trained or what == "accelerator" else 0.55
                yield Proposal(key, "known", span.text, span.text, sure, span.start, span.end)
                return
        supplier = mention.id_of("supplier")
        role = role_of(seen.message, mention.start, mention.end)
        if supplier and role and role[0] != asked:
            yield Proposal(
                role[0],
                "known",
                self._register.suppliers[supplier].name,
                mention.text,
                role[1],
                mention.start,
                mention.end,
            )

    def _maker_in_name(self, mention: Mention, seen: Seen) -> Proposal | None:
        """A product that bears its company's name ("Microsoft Copilot") tells its supplier as well."""
        product = self._register.products.get(mention.id_of("product") or "")
        if product is None:
            return self._before_its_product(mention, seen)
        supplier = self._register.suppliers.get(product.supplier)
        if supplier is None or not seen.sole_product(mention):
            return None
        for name in (supplier.name, *supplier.aliases):
            quote = mention.text[: len(name)]
            rest = mention.text[len(name) :]
            # A bare name is a tool when people chat ("we use DeepL"), and a company's system in a description of it.
            if name_key(quote) == name_key(name) and (rest[:1] == " " or (not rest and not seen.personal)):
                end = mention.start + len(quote)
                return Proposal("application.supplier", "known", supplier.name, quote, 0.5, mention.start, end)
        return None

    def _before_its_product(self, mention: Mention, seen: Seen) -> Proposal | None:
        """In a description, a company's name right before another name ("McAfee Adaptive Threat Protection") is the maker's."""
        supplier = self._register.suppliers.get(mention.id_of("supplier") or "")
        if supplier is None or seen.personal or not _NAME_FOLLOWS.match(seen.message[mention.end :]):
            return None
        return Proposal("application.supplier", "known", supplier.name, mention.text, 0.5, mention.start, mention.end)

    # --- the whole message --------------------------------------------------------------------------------------------

    def _intent(
        self,
        message: str,
        formal: Intent,
        sure: float,
        learned: str,
        learned_sure: float,
        proposals: list[Proposal],
        asked: str | None,
    ) -> Intent:
        if sure >= 0.85:
            return formal
        if self._use_trained and learned_sure >= INTENT_TRUST:
            strongest = max((p.confidence for p in proposals), default=0.0)
            if learned == "stop" and strongest < 0.8 <= learned_sure and len(message) <= 160:
                return "stop"
            least = {"stop": 0.65, "undo": 0.8}.get(learned)
            if least and (proposals or len(message) > 160 or learned_sure < least):
                return (formal if formal == "correction" else "answer") if proposals else "other"
            if learned == "skip" and (proposals or len(message) > 160):
                return formal if formal == "correction" else "answer"
            return learned  # type: ignore[return-value]
        if formal == "answer" and not proposals and asked is None and message.rstrip().endswith("?"):
            return "question"
        return formal

    def _placed(self, proposals: list[Proposal], asked: str | None, chain: Chain) -> Iterator[Proposal]:
        """Gives each proposal its component: the asked one, a further one for another name, else the first."""
        by_kind: dict[str, str] = {}
        if asked:
            component, kind, _ = split_ref(asked)
            by_kind[kind] = component
        taken: set[str] = set()
        called: dict[str, dict[str, str]] = {}
        for proposal in sorted(proposals, key=lambda p: p.start or 0):
            kind, _, name = proposal.ref.partition(".")
            component = by_kind.get(kind, kind)
            if name == "name" and kind not in SINGLE_KINDS and isinstance(proposal.value, str):
                names, value = called.setdefault(kind, {}), proposal.value
                again = next((c for c, known in names.items() if _same_name(known, value)), None)
                component = again or self._component_for(kind, value, component, chain, taken)
                by_kind[kind] = component
                names[component] = value
            ref = f"{component}.{name}"
            if ref in taken:
                continue
            taken.add(ref)
            yield replace(proposal, ref=ref, quote=proposal.quote)

    def _component_for(self, kind: str, name: str, default: str, chain: Chain, taken: set[str]) -> str:
        mentioned = chain.mentioned(kind)
        for component in mentioned:
            known = chain.value(f"{component}.name")
            if known and _same_name(known, name):
                return component
        first = f"{default}.name"
        if chain.value(first) is None and first not in taken:
            return default
        number = 2
        while f"{kind}-{number}" in mentioned or f"{kind}-{number}.name" in taken:
            number += 1
        return f"{kind}-{number}"


def _with_absent(placed: list[Proposal]) -> Iterator[Proposal]:
    """Where nobody labels anything, no other field of that labelling applies."""
    yield from placed
    taken = {p.ref for p in placed}
    for nobody in placed:
        component, kind, name = split_ref(nobody.ref)
        if (kind, name) == ("labelling", "done_by") and nobody.value == ("nobody",):
            for spec in fields_of(kind):
                ref = f"{component}.{spec.name}"
                if ref not in taken:
                    yield replace(nobody, ref=ref, status="not_applicable", value=None)


def _same_name(one: str, other: str) -> bool:
    """True when one name is the other, perhaps with a version or edition behind it."""
    first, second = sorted((name_key(one), name_key(other)), key=len)
    return second == first or second.startswith(first + " ")


def _key(asked: str | None) -> str | None:
    if asked is None:
        return None
    _, kind, name = split_ref(asked)
    return f"{kind}.{name}"


def _known(key: str, value: str | tuple[str, ...], span: Span, sure: float) -> Proposal:
    return Proposal(key, "known", value, span.text, min(1.0, sure), span.start, span.end)


_LIVES = re.compile(
    r"\b(?:we(?:['’]re| are| work| run| live| sit| serve)|i(?:['’]m| am| work| run)|based|located|here|clinic|school|hospital|ngo|organi[sz]ation|co-?op|charity|office|library|cent(?:re|er)|council|town|village)\b[^.!?;]{0,50}\b(?:in|from|near|outside|at|of)\s+(?:[\w'’-]+,?\s+){0,3}$",
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


def _machine_country(seen: Seen, place: Place) -> str | None:
    """The country field that a place in the same sentence as a word for storing, hosting or collecting fills."""
    if _denied(seen.message, place.start):
        return None
    begin = max((m.end() for m in re.finditer(r"[.!?;\n]", seen.message[: place.start])), default=0)
    said = seen.message[begin : place.start]
    near = {
        key: max(m.end() for m in found) for key, words in _MACHINES.items() if (found := list(words.finditer(said)))
    }
    best = max(near, key=lambda key: near[key], default=None)
    return best if best is not None and len(said) - near[best] < 45 else None


def _home(seen: Seen, asked: str | None) -> Iterator[Proposal]:
    """Where the organisation is, from the way people introduce themselves ("we are a clinic in Kisumu")."""
    if asked is not None and asked != "organisation.country":
        return
    for place in seen.places:
        if (
            place.certain
            and not seen.marks(place.start, place.end) & VETO
            and _LIVES.search(seen.message[max(0, place.start - 110) : place.start])
        ):
            yield Proposal(
                "organisation.country",
                "known",
                place.code,
                seen.message[place.start : place.end],
                0.7,
                place.start,
                place.end,
            )
            return


def _place_in(seen: Seen, span: Span) -> Place | None:
    """The place in the span, else the nearest one in the message's plain clauses."""
    inside = [p for p in seen.places if p.start < span.end and p.end > span.start]
    good = [p for p in inside if not _denied(seen.message, p.start)] or inside
    if good:
        return (
            good[-1]
            if len(good) > 1 and re.search(r"\b(?:but|now|rather|it['’]?s)\b|:", seen.message[span.start : span.end])
            else good[0]
        )
    near = [
        p
        for p in seen.places
        if p.certain and not seen.marks(p.start, p.end) & VETO and not _denied(seen.message, p.start)
    ]
    return min(near, key=lambda p: abs(p.start - span.start)) if near else None


_DENIES = re.compile(
    r"(?:\bnot?|\bnever|\bneither|\bnor|n['’]t|\bwithout|\binstead of|\brather than|\bunlike|\bno longer|\bleft|\bdropped)\s+(?:(?:in|at|on|by|from|with|to|the|a|an|really|using|use|even|any|actually|via|through|of|is|was|it|its|it['’]s)\s+){0,3}$",
    re.I,
)


def _denied(text: str, start: int) -> bool:
    """True when a negation stands right before a name ("not Ireland", "neither to Google")."""
    return bool(_DENIES.search(text[max(0, start - 48) : start]))


def trimmed(span: Span, message: str) -> Span | None:
    """A span without leading articles and surrounding punctuation."""
    start, end = span.start, span.end
    while start < end and not message[start].isalnum():
        start += 1
    while True:
        found = _LEADING.match(message[start:end])
        if not found:
            break
        start += found.end()
    while end > start and not (message[end - 1].isalnum() or message[end - 1] in ")%+"):
        end -= 1
    return stripped(message, start, end)


_NAME_ENDS = re.compile(
    r"[,;:()\n]|\s[-–—]\s|[.!?](?=\s)|\s(?:and|but|which|who|that|with|where|because|for|from|by)\s", re.I
)
# Words that say what kind of thing something is, not what it is called.
_KINDS = frozenset(
    [
        "a",
        "an",
        "the",
        "our",
        "my",
        "this",
        "that",
        "its",
        "own",
        "new",
        "old",
        "ai",
        "app",
        "apps",
        "application",
        "bot",
        "chatbot",
        "assistant",
        "tool",
        "system",
        "software",
        "program",
        "programme",
        "platform",
        "website",
        "site",
        "model",
        "models",
        "computer",
        "machine",
        "server",
        "thing",
        "stuff",
        "solution",
        "product",
        "service",
        "package",
        "plugin",
        "module",
        "website",
        "voice",
        "chat",
        "phone",
        "tablet",
        "laptop",
        "organisation",
        "organization",
        "company",
        "clinic",
        "school",
        "hospital",
        "ngo",
        "office",
        "cooperative",
        "association",
        "charity",
        "council",
        "library",
        "foundation",
        "small",
        "local",
        "one",
        "something",
        "it",
        "us",
        "we",
    ]
)


def only_a_kind(text: str) -> bool:
    """True for "the chatbot" or "a small clinic": no name, only what it is."""
    return all(word in _KINDS for word in re.findall(r"\w+", text.casefold()))


def named_part(span: Span, message: str) -> Span | None:
    """The first stretch of a span that can be one name, without articles and punctuation."""
    name = trimmed(span, message)
    if name is None:
        return None
    cut = _NAME_ENDS.search(name.text)
    return trimmed(Span(name.start, name.start + cut.start(), ""), message) if cut else name


_CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ЯÜÖÄ][\w&.'’+-]*(?:\s+(?:(?:de|da|dos|do|del|di|van|von|of|the|al|el|&|la|le)\s+)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w&.'’+-]*)*"
)
# After these a company's name follows.
_ROLE_WORD = re.compile(
    r"\b(?:from|by|with|at|via|through|to|called|named|company|firm|supplier|provider|vendor|on|and|now|is|it['’]?s|was)\s+(?:(?:the|a|an|our|some)\s+)?(?:\w+\s+)?$",
    re.I,
)
# Who begins with a yes or no answers something else than what a thing is or is for.
_YES_OR_NO = re.compile(r"^\W*(?:no|nope|nah|yes|yeah|yep|nobody|no one|never|always|not)\b", re.I)
_CALLED = re.compile(r"^\W*(?:\w+\s+){0,2}(?:called|named|by the name)\b", re.I)
_NAME_FOLLOWS = re.compile(r"['’]?s? [A-Z][\w-]+")
_INTRODUCES = re.compile(
    r"\b(?:from|by|with|called|company|firm|supplier|provider|vendor|reseller|bought off|rent(?:ed)? (?:at|from))\s+(?:(?:the|a|an|our|some|called)\s+)*(?:\w+\s+)?$",
    re.I,
)
_MADE_BY = re.compile(r"\b(?:from|by)\s+(?:the\s+)?$", re.I)
_STARTERS = frozenset(
    [
        "a",
        "an",
        "the",
        "i",
        "we",
        "our",
        "my",
        "it",
        "its",
        "they",
        "he",
        "she",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "no",
        "yes",
        "not",
        "ask",
        "asked",
        "and",
        "but",
        "or",
        "so",
        "if",
        "when",
        "who",
        "what",
        "where",
        "why",
        "how",
        "all",
        "some",
        "every",
        "each",
        "one",
        "two",
        "for",
        "from",
        "in",
        "on",
        "at",
        "by",
        "with",
        "as",
        "well",
        "ok",
        "okay",
        "then",
        "now",
        "today",
        "honestly",
        "actually",
        "mostly",
        "maybe",
        "perhaps",
        "nobody",
        "somebody",
        "everyone",
        "sorry",
        "hmm",
        "hm",
        "eh",
        "ah",
        "oh",
    ]
)


def _written_small(span: Span, message: str) -> Span | None:
    """A name without capital letters: only from people who write none, or who answer with hardly more than the name."""
    name = named_part(span, message)
    words = len(message.split())
    if name is None or len(name.text.split()) > 4 or (words > 6 and any(c.isupper() for c in message[1:])):
        return None
    return name


def proper_name(span: Span, message: str, elsewhere: Sequence[Place] = ()) -> Span | None:
    """The name with capital letters in a span, else the one that its sentence introduces ("bought from Zain")."""
    begin = max((m.end() for m in re.finditer(r"[.!?;]\s|\n", message[: span.start])), default=0)
    stop = re.search(r"[.!?;](?=\s|$)|\n", message[span.end :])
    end = span.end + stop.start() if stop else len(message)
    near: Span | None = None
    for found in _CAPITALS.finditer(message, begin, end):
        text = found.group().rstrip(".'’-")
        for owner in ("'s", "’s"):
            text = text.removesuffix(owner)
        if text.casefold() in _STARTERS or (
            found.start() == begin and " " not in text and not _inside(found.start(), span)
        ):
            continue
        name = Span(found.start(), found.start() + len(text), text)
        if any(p.start <= name.start and p.end >= name.end for p in elsewhere):
            continue
        if _inside(found.start(), span) or _inside(name.end - 1, span):
            first, _, rest = text.partition(" ")
            if first.casefold() in _STARTERS and rest:
                at = name.start + len(text) - len(rest)
                return Span(at, name.end, rest)
            return name
        if near is None and _ROLE_WORD.search(message[begin : found.start()]):
            near = name
    return near


def _inside(at: int, span: Span) -> bool:
    return span.start <= at < span.end


def _covers(mention: Mention, name: Span) -> bool:
    return mention.start <= name.start and mention.end >= name.end


def _could_be_a_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 9 and len(text) <= 80 and not _BLOCK.search(text) and any(c.isalpha() for c in text)


_VERSION = re.compile(
    r"^(?:[ -](?:\d[\w.]*|v\d[\w.]*|pro|plus|mini|turbo|large|small|medium|base|nano|ultra|max|instruct|flash|opus|sonnet|haiku|enterprise|business|team|edu|\d+b)\b)+",
    re.I,
)


def _with_version(mention: Mention, message: str, span: Span) -> Span:
    """A name with the version or size that follows it ("Llama 3" → "Llama 3 8B instruct")."""
    found = _VERSION.match(message[mention.end :])
    end = mention.end + (found.end() if found else 0)
    del span
    return Span(mention.start, end, message[mention.start : end])
