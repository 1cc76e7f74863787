"""Turns a guess of the trained reader into a proposal: over its threshold, in a plain clause, with a value of its field's kind."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.assessment.register import Register, name_key
from vcassist.chain.fields import ALONE, FIELDS, Field
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading import thresholds
from vcassist.reading.answering.answers import told_choice
from vcassist.reading.answering.to_the_point import begins_with_a_no
from vcassist.reading.answering.value_words import (
    called_by_own_words,
    could_be_a_name,
    covers,
    holdable,
    institution,
    named_part,
    nobody_s_work,
    only_a_kind,
    only_a_manner,
    proper_name,
    trimmed,
    with_version,
    written_small,
)
from vcassist.reading.naming.borne import is_part_of_a_house
from vcassist.reading.naming.house_names import names_a_language, whole_house
from vcassist.reading.naming.names import Mention, NameFinder, is_of_its_house, is_somebody
from vcassist.reading.naming.places import Place, country_nearly, places
from vcassist.reading.naming.speaker import is_who_speaks
from vcassist.reading.seen import Seen, spared_for
from vcassist.reading.text import Span, sentences, stripped
from vcassist.reading.trained import Guess
from vcassist.reading.vetoes.likeness import means_another

# Fields that hold a name, and the kind of the register's names that fits them.
NAMED_BY = {
    "organisation.name": None,
    "application.name": "product",
    "model.name": "model",
    "compute.accelerator": "accelerator",
}
# Who begins with a yes or no answers something else than what a thing is or is for.
_YES_OR_NO = re.compile(r"^\W*(?:no|nope|nah|yes|yeah|yep|nobody|no one|never|always|not)\b", re.I)
_INTRODUCES = re.compile(
    r"\b(?:from|by|with|through|via|called|company|firm|supplier|provider|vendor|reseller|bought off|(?:rent(?:ed)?|hosted|stored|kept|housed|saved) (?:at|from|on|in))\s+(?:(?:the|a|an|our|some|called)\s+)*(?:\w+\s+)?$",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:called|named|(?:name|title)(?: of (?:\w+ ){1,3})?(?:is|:)|by the name of|name)\s+[\"'“‘«]?$", re.I
)
_MEANS = re.compile(r",?\s(?:with|using|through|via)\s{1,3}(?:(?:the|our|my)\s{1,3})?$", re.I)
_AT = re.compile(r"\b(?:at|in|from|near|of)\s+$", re.I)
_AND_IN = re.compile(r",\s+(?:in\s+)?(?:the\s+)?", re.I)
_MADE_BY = re.compile(r"\b(?:from|by)\s+(?:the\s+)?$", re.I)
_FROM_A_MAKER = re.compile(
    r"['\"”’]?,?\s+(?:(?:which|that) (?:we|they) (?:have|got|bought|buy|rent|get) |(?:made|built|developed|sold|supplied|written) )?(?:from|by)\s+(?:(?:the|a) (?:company|firm|supplier) (?:called )?)?"
    r"([A-ZÀ-ÖØ-Þ][\w&.'’+-]*(?:(?<!\w\w\w\.)\s+(?:(?:de|da|do|di|van|von|of|&)\s+)?[A-ZÀ-ÖØ-Þ][\w&.'’+-]*)*)"
)
# The kind of a tool at the end of a name makes it no model's.
_KIND_OF_TOOL = re.compile(rf"\s(?:{TOOL}|website|portal|browser)s?$", re.I)
# What follows a company's name where a sentence tells what it is or did ("Umuganda, a Kigali company, developed the model").
_DOES = re.compile(
    r"^(?:, an? (?:[\w-]+ ){0,3}(?:company|firm|start-?up|vendor|supplier|agency|cooperative)\b|"
    r" (?:is|are|was) (?:our|the) (?:[\w-]+ )?(?:supplier|vendor|provider|developer|contractor|reseller|integrator)\b|"
    r" (?:(?:in|of|from) [A-ZÀ-ÖØ-Þ][\w’-]+ )?(?:has |have )?(?:did|does|keeps|kept|stores|runs|sends|sent|labels|built|developed|made|makes|sells|sold|supplies|supplied|provides|provided|delivers|delivered|hosts|hosted|annotated|labelled|designed)\b)",
    re.I,
)
# A company by its legal form ("Mould Doctors Ltd").
_LEGAL_FORM = re.compile(
    r"\b(?:Ltd|Limited|Inc|LLC|LLP|GmbH|AG|SA|SAS|SARL|S\.?A\.?S?|SL|BV|NV|AB|AS|ApS|Oy|Oyj|SRL|S\.?r\.?l|SpA|Pty|PLC|Plc|plc|Lda|Kft|Co|Corp|Corporation|Pvt|PT|KK|Sdn Bhd|Bhd|Zrt|EOOD|OÜ|SIA|UAB|d\.o\.o)\.?$"
)
# Characters above which a text without "I" or "we" is taken for an official one, not for a message in a chat.
LONGEST_OF_A_CHAT = 200
# Words of an answer in which an option's own word decides between the options.
LONGEST_CHOICE = 12
_NEGATED = re.compile(r"\b(?:not?|never|none|neither|nor|without|but|rather)\b|n['’]t\b", re.I)
# Words of a message in which "na" can stand for "not applicable".
LONGEST_MARK = 3
# Words of a stretch that may say by what it is who supplies ("the ministry gives it").
LONGEST_INSTITUTION = 10
_NOBODY_DOES = re.compile(r"\b(?:nobody|no one|none of us|never)\b", re.I)
_WOULD = re.compile(r"\b(?:would|could|might)\b|['’]d\b", re.I)
_IF = frozenset({"hypothesis"})
_TURNS = re.compile(r"\b(?:but|now|rather|it['’]?s)\b|:")


class GuessRules:
    """What a guess must satisfy to be proposed, and the value that it is proposed with."""

    def __init__(self, register: Register, finder: NameFinder) -> None:
        self._register = register
        self._finder = finder

    def proposal(self, guess: Guess, seen: Seen, asked: Field | None) -> Proposal | None:
        """The guess as a proposal, or None where it is not sure enough or has no fitting value. ``seen`` is what was guessed at."""
        spec = FIELDS[guess.key]
        mine = spec is asked
        least = thresholds.ASKED_THRESHOLD if mine else thresholds.UNASKED_AT_LEAST.get(guess.key, thresholds.THRESHOLD)
        if guess.sure < least and not (mine and _torn(guess)):
            return None
        span = stripped(seen.text, guess.start, guess.end)
        if span is None:
            return None
        spared = spared_for(spec, guess.status, guess.values[0][0] if guess.values else None)
        plainly_no = mine and spec.type == "yesno" and guess.status == "known" and guess.values[0][0] == "no"
        if plainly_no and _NOBODY_DOES.search(span.text) and not _WOULD.search(span.text):
            # "If there was something to read, nobody here read it."
            spared |= _IF
        against = not seen.plain(span.start, span.end, spared) and not (plainly_no and begins_with_a_no(seen.text))
        if against and guess.sure < (thresholds.ASKED_AGAINST if mine else thresholds.AGAINST):
            return None
        if means_another(guess, seen, span, mine):
            return None
        if guess.status == "not_applicable" and span.text.casefold() == "na" and len(seen.text.split()) > LONGEST_MARK:
            # "Country is India na": a particle.
            return None
        if guess.status != "known":
            by = "person" if guess.status == "withheld_by_person" else None
            status = "withheld" if by else guess.status
            return Proposal(guess.key, status, None, span.text, guess.sure, span.start, span.end, by)
        return self._valued(guess, spec, span, seen, mine)

    def _valued(self, guess: Guess, spec: Field, span: Span, seen: Seen, asked: bool) -> Proposal | None:
        if spec.type in ("yesno", "enum"):
            value = guess.values[0][0]
            if (
                asked
                and spec.type == "enum"
                and len(seen.text.split()) <= LONGEST_CHOICE
                and not _NEGATED.search(span.text)
            ):
                value = told_choice(span.text, spec) or value
            return seen.known(spec.key, value, span.start, span.end, guess.sure)
        if spec.type == "set":
            chosen = _chosen(guess, spec, seen.text if asked else "")
            return seen.known(spec.key, chosen, span.start, span.end, guess.sure)
        if spec.type == "country":
            place = _place_in(seen, span, spec)
            return seen.known(spec.key, place.code, place.start, place.end, guess.sure) if place else None
        if spec.type == "entity":
            return self._entity(spec, guess, span, seen, asked)
        if spec.key in NAMED_BY:
            stranger = not asked and guess.sure < thresholds.UNKNOWN_NAME
            return _called(spec, span, guess.sure, seen, may_be_new=not stranger)
        said = trimmed(span, seen.text)
        if said is not None and spec.key == "application.purpose":
            said = _without_means(said, seen)
            said = said if asked or said is None else _what_for(said, seen)
        if said is None or not holdable(said.text) or _YES_OR_NO.match(span.text):
            return None
        return seen.in_words(spec.key, said, guess.sure)

    def _entity(self, spec: Field, guess: Guess, span: Span, seen: Seen, asked: bool) -> Proposal | None:
        inside = seen.mentions_in(span)
        if spec.kind == "application":
            # "Zoho Desk" names a tool.
            inside = [m for m in inside if not is_of_its_house(m, seen.text)]
        named = [(m, maker) for m in inside if (maker := self._maker(m, spec))]
        if guess.values and guess.values[0][0] == "self" and guess.values[0][1] > (0.65 if named else 0.5):
            # A name that was left for one's own ("Hetzner -> our basement") does not say so by itself.
            told = next(s for s in sentences(seen.text) if s.end > span.start) if named else span
            return seen.known(spec.key, "self", min(told.start, span.start), max(told.end, span.end), guess.sure)
        good = [n for n in named if not seen.denied(n[0].start)] or named
        if good:
            # "Our ChatGPT seats through Microsoft": who is introduced as one supplies, not the maker of what else is named.
            brought = [n for n in good if _INTRODUCES.search(seen.text[: n[0].start])]
            first, maker = (brought or good)[0]
            return seen.known(spec.key, maker, first.start, first.end, guess.sure)
        name = proper_name(span, seen.text, seen.places)
        if name is None or only_a_kind(name.text):
            by_kind = institution(span) if asked and len(span.text.split()) <= LONGEST_INSTITUTION else None
            small = written_small(span, seen.text) if name is None else None
            name = by_kind or (small if small and not only_a_kind(small.text) else None)
        if name is None or not could_be_a_name(name.text):
            return None
        if any(covers(m, name) or m.id_of("accelerator") for m in inside) or is_somebody(
            seen.text, name.start, name.end
        ):
            return None
        name = _maker_after(name, seen) or _told_to_be(name, seen)
        if name is None:
            return None
        if name.text.endswith(" I"):
            # "The model inside is GPT-4o I believe."
            name = Span(name.start, name.end - 2, name.text[:-2])
        if any(covers(m, name) and m.id_of("model") and not m.id_of("supplier") for m in seen.mentions):
            return None
        value = self._finder.resolve(name.text)
        introduced = bool(_INTRODUCES.search(seen.text[: name.start]) or _DOES.match(seen.text[name.end :]))
        introduced = introduced or bool(_LEGAL_FORM.search(name.text) and " " in name.text)
        shouted = seen.text.isupper()
        least = thresholds.ACRONYM if name.text.isupper() and not shouted else thresholds.UNKNOWN_NAME
        if not seen.personal and len(seen.text) > LONGEST_OF_A_CHAT:
            least = max(least, thresholds.STRANGER)
        if value is None and not asked and not introduced and guess.sure < least:
            return None
        return seen.known(spec.key, value or name.text, name.start, name.end, guess.sure)

    def _maker(self, mention: Mention, spec: Field) -> str | None:
        """The supplier that a name stands for in a role: itself, or for machines and storage the company behind a service."""
        supplier = mention.id_of("supplier")
        product = mention.id_of("product")
        if supplier is None and product and spec.kind in ("storage", "compute"):
            supplier = self._register.products[product].supplier
        known = self._register.suppliers.get(supplier or "")
        # Data that lies in somebody's product ("in SharePoint") is not supplied by its maker.
        if known is None or (spec.kind == "data" and product and name_key(known.name) != name_key(mention.text)):
            return None
        return known.name


def _without_means(said: Span, seen: Seen) -> Span | None:
    """The words of a purpose up to the tool that it is done with ("write letters with ChatGPT, and Claude now and then")."""
    for tool in (m for m in seen.mentions_in(said) if m.id_of("product") and m.start > said.start):
        if means := _MEANS.search(seen.text[said.start : tool.start]):
            return trimmed(Span(said.start, said.start + means.start(), ""), seen.text)
    return said


def _what_for(said: Span, seen: Seen) -> Span | None:
    """The words of a purpose without the tool's name before them; None where they only tell who uses it, or where ("the clinic in Lagos")."""
    named = [m for m in seen.mentions_in(said) if not m.text.islower()]
    first = next((m for m in named if m.start == said.start and m.id_of("product")), None)
    if first is not None:
        rest = trimmed(Span(first.end, said.end, ""), seen.text) if first.end < said.end else None
        if rest is None:
            return None
        said = rest
    taken = [(t.start, t.end) for group in (named, seen.places) for t in group]
    words = [
        w.group().casefold()
        for w in re.finditer(r"[^\W\d_]{2,}", said.text)
        if not any(start <= said.start + w.start() < end for start, end in taken)
    ]
    return said if any(not nobody_s_work(w) for w in words) else None


def _torn(guess: Guess) -> bool:
    """True where an answer surely answers, and only its value is between two ("when she has time": sometimes, or always)."""
    told = guess.presence * guess.status_sure
    return told >= thresholds.ANSWERED and guess.sure >= thresholds.TORN_VALUE


def _chosen(guess: Guess, spec: Field, answer: str) -> tuple[str, ...]:
    """The values of a set that are likely enough, at least the likeliest; "none" and "nobody" stand alone.

    What an ``answer`` that denies nothing calls by a choice's own word needs less ("refugees, and ordinary citizens with a quarrel").
    """
    chosen = tuple(v for v, p in guess.values if p >= thresholds.SET_THRESHOLD) or (guess.values[0][0],)
    if answer and not _NEGATED.search(answer):
        spoken = called_by_own_words(answer, spec)
        chosen += tuple(v for v, p in guess.values if p >= thresholds.SPOKEN and v in spoken and v not in chosen)
    if len(chosen) > 1:
        chosen = tuple(v for v in chosen if v not in ALONE)
    return tuple(v for v in spec.values if v in chosen)


# No name begins with what says whose it is: "Ours is Kora", "the name is Kora".
_OURS_IS = re.compile(
    r"(?:ours|mine|it|this|that|this one|that one|the one (?:(?:that )?(?:we|i) (?:have|use)|here)|(?:(?:the|its|our) )?(?:\w+ )?name|the (?:tool|app|system|program(?:me)?|bot|model))(?:['’]s| is| was)\s(?=\S)",
    re.I,
)


def _called(spec: Field, span: Span, sure: float, seen: Seen, may_be_new: bool) -> Proposal | None:
    """What something is called: a name of the register of the right kind, else the words, unless they only name a kind.

    A chip that the register does not know has to be plainly meant (``may_be_new``): there are few, and many names look like theirs.
    """
    what = NAMED_BY[spec.key]
    if (said := re.search(r"^.{0,40}\b(?:is|['’]s) (?:called|named) ", span.text, re.I)) or (
        said := _OURS_IS.match(span.text)
    ):
        span = stripped(seen.text, span.start + said.end(), span.end) or span
    inside = seen.mentions_in(span)
    fitting = [m for m in inside if m.id_of(what)] if what else []
    left = [m for m in fitting if seen.denied(m.start)]
    fitting = [m for m in fitting if m not in left] or fitting
    if left and left == fitting and (rest := _behind(left[-1], span, seen)):
        # "Scrap GPT-4, it's 4.1 mini": what comes behind a name that is denied is meant, though nothing knows it.
        span, fitting, inside = rest, [], []
    is_chip = spec.key == "compute.accelerator"
    if fitting and not is_chip:
        return seen.in_words(spec.key, with_version(fitting[0], seen.text), sure)
    name = named_part(span, seen.text, joined=spec.key == "organisation.name")
    if name is None or not holdable(name.text) or only_a_kind(name.text) or only_a_manner(name.text):
        return None
    if spec.key == "model.name" and _KIND_OF_TOOL.search(name.text):
        # A model may be "inside the WhatsApp chatbot"; that is the tool's name, or none.
        return None
    if spec.key == "organisation.name":
        towns = frozenset(p.start for p in seen.places)
        if _is_a_town(name, seen) or names_a_language(seen.text, name) or is_who_speaks(seen.text, name, towns):
            return None
        name = whole_house(seen.text, name) or name
    # "Kirjuri's drafts" are those of Kirjuri.
    if name.text.endswith(("'s", "’s")) and re.match(r"\s[a-z]", seen.text[name.end :]):
        name = Span(name.start, name.end - 2, name.text[:-2])
    if what and (is_somebody(seen.text, name.start, name.end) or is_part_of_a_house(seen.text, name.end)):
        return None
    if spec.key == "application.name" and (_MADE_BY.search(seen.text[: name.start]) or is_who_speaks(seen.text, name)):
        return None
    if is_chip and not fitting and not may_be_new:
        return None
    if is_chip and not fitting and any(covers(m, name) and m.id_of("model") for m in inside):
        return None
    # What the register knows as something else only is no such name, unless it is said to be ("a tool called Kobo").
    known_as_else = not is_chip and any(covers(m, name) and not m.id_of(what or "supplier") for m in inside)
    if known_as_else and not _CALLED.search(seen.text[: name.start]):
        return None
    return seen.in_words(spec.key, name, sure)


def _is_a_town(name: Span, seen: Seen) -> bool:
    """Whether one word behind "at" or "in" and before the name of a country is where people are: "I am pharmacist at Sfax, in Tunisia"."""
    behind = _AND_IN.match(seen.text, name.end) if _AT.search(seen.text[: name.start]) else None
    return behind is not None and " " not in name.text and any(p.start == behind.end() for p in seen.places)


def _behind(mention: Mention, span: Span, seen: Seen) -> Span | None:
    """What of a span stands behind a name that is denied, where it turns to another ("not Gemma, it's …", "Scrap GPT-4, …")."""
    begin = re.match(r"[^,;:–-]{0,12}[,;:–-]+\s*", seen.text[mention.end : span.end])
    return trimmed(Span(mention.end + begin.end(), span.end, ""), seen.text) if begin else None


_IS = re.compile(r"\s(?:is|are|was)\s(?:now\s|called\s|the\s)?|\s?[=:]\s?", re.I)


def _told_to_be(name: Span, seen: Seen) -> Span | None:
    """The name in words that hold a sentence: "main data is aws" names aws. None where nothing stands behind it that can be one."""
    said = _IS.search(name.text)
    if said is None:
        return name
    behind = trimmed(Span(name.start + said.end(), name.end, ""), seen.text) if said.end() < len(name.text) else None
    return behind if behind is not None and not only_a_kind(behind.text) and could_be_a_name(behind.text) else None


def _maker_after(name: Span, seen: Seen) -> Span | None:
    """The name that follows another as its maker's: of "ToothSpotter from Molarix Ltd" Molarix Ltd supplies."""
    found = _FROM_A_MAKER.match(seen.text, name.end)
    if found is None or any(p.start < found.end(1) and p.end > found.start(1) for p in seen.places):
        return None
    return trimmed(Span(found.start(1), found.end(1), ""), seen.text)


def _place_in(seen: Seen, span: Span, spec: Field) -> Place | None:
    """The place for a country field that a span tells, or its sentence, and that is not only left there."""
    named = _place_named(seen, span, anywhere=spec.kind == "organisation")
    return seen.where(spec.key, named) if named else None


def _place_named(seen: Seen, span: Span, anywhere: bool) -> Place | None:
    """The place in the span, else the nearest one in the plain clauses of its sentence, or (``anywhere``) of the text."""
    inside = [p for p in seen.places if p.start < span.end and p.end > span.start]
    good = [p for p in inside if not seen.denied(p.start)]
    if inside and not good:
        return None
    if good:
        return good[-1] if _TURNS.search(seen.text[span.start : span.end]) else good[0]
    small = places(span.text, asked=True)
    if small:
        # Where a country is told, a town may be written small ("hobart, six of us").
        found = small[0]
        return replace(found, start=found.start + span.start, end=found.end + span.start)
    if misspelt := country_nearly(span.text, span.start):
        return misspelt
    # Where machines or files are, another sentence's place does not tell; where an organisation is, it mostly does.
    own = [s for s in sentences(seen.text) if s.start < span.end and s.end > span.start]
    near = [
        p
        for p in seen.places
        if p.certain and seen.stated(p) and (anywhere or any(s.start <= p.start < s.end for s in own))
    ]
    return min(near, key=lambda p: abs(p.start - span.start), default=None)
