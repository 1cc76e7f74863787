"""What the rules see in one text before anything is read from it: the register's names, the places and the marked clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from vcassist.chain.facts import Value
from vcassist.chain.fields import Field
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.names import Mention, NameFinder
from vcassist.reading.naming.places import Place, places
from vcassist.reading.text import Span, clauses
from vcassist.reading.vetoes.aside import STATED_IN_PRINT
from vcassist.reading.vetoes.modality import marked
from vcassist.reading.vetoes.unreal import unreal

_FIRST_PERSON = re.compile(r"\b(?:i|we|our|ours|us|my|me|im|i['’]m|we['’]re)\b", re.I)
_DENIES = re.compile(
    r"(?:\bnot?|\bnever|\bneither|\bnor|n['’]t|\bwithout|\binstead of|\brather than|\bunlike|\b(?:any|every)thing but|\bno longer|\bleft|\bdropped|\bbinned|\bscrap(?:ped)?|\bditched|\breplac(?:ed|es|ing)|\bretired|\bcancelled|\babandoned|\bforget|\bgot rid of|\bstopped (?:using|with)|\b(?:done|finished) with)\s+(?:(?:in|at|on|by|from|with|to|the|a|an|really|using|use|even|any|actually|via|through|of|is|was|it|its|it['’]s)\s+){0,3}$",
    re.I,
)
_LONGEST_DENIAL = 48
_ASIDE = re.compile(r", [^,]{1,50},")
# Another organisation by name that does something with what is its own ("UNHCR did one for its own system").
_ANOTHER = re.compile(
    r"^\W*(?:the )?(?-i:(?:[A-Z][\w’'-]+ (?:(?:of|the|for|de) )*)+(?:University|Hospital|Church|Council|Foundation|Children|Cross|Crescent|Aid|College|School|Society|Association|Bank|Museum|Library|Diocese|Institute)|Oxfam|Caritas|Amnesty|[A-Z]{3,6})"
    r"(?:, [^,]{1,50},)? (?:has|have|had|keeps?|uses?|takes?|checks?|compares?|compared|trains?|trained|publish\w*|pays?|puts?|runs?|held|holds?|stores?|deletes?|encrypts?|tests?|tested|does|did|asks?|tells?)\b.*\b(?:its|their|theirs|own)\b",
    re.I,
)
# "Moved from Scaleway to Combell": what is moved from is no more.
_LEFT = re.compile(
    r"\b(?:mov|chang|switch|migrat|shift|upgrad|transferr?|went)(?:ed|ing|es|s|e)?(?:\s\w+){0,3}\sfrom\s(?:the\s|our\s)?$",
    re.I,
)
_FOR = re.compile(r"[^?!;\n]{1,40}?\s(?:over\s)?to\s")
# "It leaves Georgia", "not in Kenya any more": where something goes from is not where it is.
_LEFT_BEHIND = re.compile(
    r"\b(?P<leaves>leav(?:es?|ing)|left|outside(?: of)?|(?:out|away) (?:of|from)|beyond|(?:moved|sent|taken|transferred|shipped|going|goes|go) from)\s(?:the\s|our\s)?$"
    r"|(?:\b(?:not|never|no longer|nothing)|n['’]t)\s(?:(?:stay\w*|remain\w*|kept|keep|stored?|stand\w*|sit\w*|lives?|any more|even|here)\s){0,2}(?:in|within|inside)\s(?:the\s)?$",
    re.I,
)
_NOT_LEFT = re.compile(r"(?:\b(?:not|never|nothing|no|none|cannot)|n['’]t)\b[^.,;!?]*$", re.I)
# Characters before such words in which a denial stands, and before a place in which both stand.
_AROUND, _LONGEST_LEAVING = 60, 120
# Where something is kept: the place that it leaves is another's.
_KEPT_SOMEWHERE = ("storage.country", "compute.country", "labelling.country")
# A few words with a question mark that name what the next sentence is about are nobody's question ("Model card? I read it").
_ASKED = re.compile(
    r"^\W*(?:what|who|whose|whom|why|how|where|which|when|is|are|was|were|am|do|does|did|have|has|had|can|could|should|would|will|may|shall|isn|aren|don|doesn|right|ok|okay|huh|sorry|you|and you|meaning)\b",
    re.I,
)
LONGEST_TOPIC = 6
# Asked what would happen, people answer in ifs and woulds and wills ("we would be slower"): there these state how things are.
_ASKED_WHAT_IF = ("outage_effect", "alternative")
_IN_IFS = frozenset({"hypothesis", "habit", "plan"})
# What these fields are about is told in ifs by whoever speaks of it at all ("if it is down we take the bus and use theirs").
_TOLD_IN_IFS = frozenset({*_ASKED_WHAT_IF, "appeal", "exit_clause", "incident_process"})
_IF = frozenset({"hypothesis", "habit"})
_IF_YOU_ASK = re.compile(
    r"\bif (?:you (?:must|insist|like|want(?! to)|ask(?: me)?|please|prefer|really want|need|have to|press me|push me|wish)\b|you(?:['’]re| are) (?:going to |gonna )?(?:press|push|ask|insist)\w*|i (?:must|have to|may|am honest|think about)\b|i['’]m honest\b)",
    re.I,
)
_CALLED_SO = frozenset({"hearsay"})
# "If they differ they argue till it's right" tells what is done, and names nothing that is there.
_HABIT = frozenset({"habit"})
_POLITE = re.compile(
    r"^\W*(?:(?:well|oh|hm+|so|yes|no|erm?)\W+)*(?:they (?:say|tell us|told us|claim) )?(?:that|it|this)(?: would|['’]d) be\b(?!.*\bif\b)",
    re.I,
)
_NAMED_BY_A_QUESTION = ("set", "text")
# "It should be erased after five years" is a rule, followed in part.
_NORMS = frozenset({"plan", "advice"})
# "On order", "I wish", "oh sure, the wonderful training they promised": each is a no, so it speaks for none.
_SPEAKS_FOR_NO = frozenset({"ended", "plan", "advice", "irony"})
_ALL = frozenset(
    {
        "past",
        "was",
        "declined",
        "ended",
        "plan",
        "advice",
        "hearsay",
        "others",
        "irony",
        "hypothesis",
        "habit",
        "question",
    }
)
_RUNS = ("in_use", "pilot")
_WAS = frozenset({"was"})
# What these fields ask was done once, and stays done ("we had a hearing", "there was a blackout and nobody rang").
_DEEDS = frozenset(
    {
        "people_consulted",
        "impact_assessment",
        "staff_trained",
        "tested_locally",
        "documentation",
        "outage_effect",
        "works_offline",
        "workers_protected",
    }
)
_OF_A_SILENCE = frozenset({"hypothesis", "habit", "plan", "ended", "past", "was", "hearsay", "advice", "declined"})
_NAYS = ("no", "never", "none", "nobody")


def spared_for(field: Field, status: str, value: object) -> frozenset[str]:
    """The marks that do not make it less of a current fact that ``field`` has this status and value."""
    spared = _IF if field.name in _TOLD_IN_IFS else frozenset[str]()
    if field.key == "application.lifecycle":
        # Plans and ends are what it is told by; only what ran once does not run today.
        return _ALL - {"past", "was"} if status == "known" and value in _RUNS else _ALL
    if field.type in ("yesno", "enum"):
        spared |= _HABIT
    if field.name in _DEEDS:
        spared |= _WAS
    if status != "known":
        # "They will not say" is no plan, "I would have to ask" no hypothesis, and what a predecessor knew is not known today.
        return spared | _OF_A_SILENCE
    if field.key == "application.human_review" and value == "sometimes":
        # "If the nurse is in, yes": a condition is what makes it sometimes.
        return spared | _IF
    # "The disks are no longer encrypted": that something has ended is today's no.
    return spared | _SPEAKS_FOR_NO if value in _NAYS else spared | _NORMS if value == "partly" else spared


@dataclass(frozen=True)
class Seen:
    """One text with what stands in it. All offsets are code points of ``text``."""

    text: str
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    clauses: tuple[tuple[Span, frozenset[str]], ...]

    @cached_property
    def _unreal(self) -> list[bool]:
        return unreal([clause for clause, _ in self.clauses])

    def only_unreal(self, start: int, end: int) -> bool:
        """Whether every clause that a stretch touches tells of what is over, was not taken or would be if."""
        found = [
            is_so
            for (clause, _), is_so in zip(self.clauses, self._unreal, strict=True)
            if clause.start < end and clause.end > start
        ]
        return bool(found) and all(found)

    @cached_property
    def personal(self) -> bool:
        """True when somebody speaks of themselves, as people do in a chat."""
        return bool(_FIRST_PERSON.search(self.text))

    def sole_product(self, mention: Mention) -> bool:
        """True when no other product is named, so that a supplier can only be that one's."""
        return all(m.id_of("product") in (None, mention.id_of("product")) for m in self.mentions)

    def mentions_in(self, span: Span) -> list[Mention]:
        """The names that share a character with a span, left to right."""
        return [m for m in self.mentions if m.start < span.end and m.end > span.start]

    def plain(self, start: int, end: int, spared: frozenset[str] = frozenset()) -> bool:
        """True when a stretch is told as current fact; it is when it touches any clause that is. ``spared``: marks that do not count."""
        touched = [marks - spared for span, marks in self.clauses if span.start < end and span.end > start]
        return not touched or not frozenset.intersection(*touched)

    def denied(self, start: int) -> bool:
        """True when a negation stands right before a name ("not Ireland", "neither to Google")."""
        before = self.text[max(0, start - _LONGEST_DENIAL) : start]
        return bool(_DENIES.search(before)) or bool(_LEFT.search(before) and _FOR.match(self.text, start))

    def stated(self, found: Mention | Place) -> bool:
        """True when a name or place is told as current fact and not denied."""
        return self.plain(found.start, found.end) and not self.denied(found.start)

    def left(self, start: int) -> bool:
        """True when something goes from the place that begins there; "never leaves" and "not outside" say that it is there."""
        before = self.text[max(0, start - _LONGEST_LEAVING) : start]
        found = _LEFT_BEHIND.search(before)
        return found is not None and not (
            found["leaves"] and _NOT_LEFT.search(before[max(0, found.start() - _AROUND) : found.start()])
        )

    def where(self, key: str, place: Place) -> Place | None:
        """The place for a country field: of one that is named only as left the one other that is named, or None."""
        named = [p for p in self.places if p.code == place.code]
        if key not in _KEPT_SOMEWHERE or not named or not all(self.left(p.start) for p in named):
            return place
        others = {p.code: p for p in self.places if p.certain and not self.left(p.start)}
        return next(iter(others.values())) if len(others) == 1 else None

    def known(self, key: str, value: Value, start: int, end: int, sure: float) -> Proposal:
        """The proposal that ``text[start:end]`` gives field ``key`` this value."""
        return Proposal(key, "known", value, self.text[start:end], sure, start, end)

    def in_words(self, key: str, span: Span, sure: float) -> Proposal:
        """The proposal that field ``key`` is what the span says, word for word."""
        return self.known(key, span.text, span.start, span.end, sure)


def look(text: str, finder: NameFinder, asked: Field | None) -> Seen:
    """Finds names, places and clauses; where a country was asked for, a place may be written small."""
    spared = _IN_IFS if asked is not None and asked.name in _ASKED_WHAT_IF else frozenset[str]()
    parts = marked(_topics_apart(clauses(text)))
    told = []
    for number, (clause, found) in enumerate(parts, 1):
        marks = found - spared
        if len(parts) == 1 and asked is not None and asked.type in _NAMED_BY_A_QUESTION:
            # "If they have papers", as the whole answer to what goes in.
            marks -= _IF
        if asked is not None and _POLITE.match(clause.text):
            # "That would be Switzerland" answers as "that is" does.
            marks -= _IF
        if (asked or _FIRST_PERSON.search(text)) and not _FIRST_PERSON.search(_ASIDE.sub("", clause.text)):
            marks |= {"others"} if _ANOTHER.search(clause.text) else frozenset()
        if asked is not None and _IF_YOU_ASK.search(clause.text):
            # "If you must have a name, Nimbus" tells it.
            marks -= _IN_IFS
        if asked is not None and (asked.name == "name" or asked.type in STATED_IN_PRINT):
            # "People say Nyota" tells what it is called, "the leaflet says Mumbai" where it is.
            marks -= _CALLED_SO
        if "question" in marks and number < len(parts) and _is_topic(clause.text):
            marks -= {"question"}
        told.append((clause, marks))
    return Seen(
        text,
        tuple(finder.find(text)),
        tuple(places(text, asked is not None and asked.type == "country")),
        tuple(told),
    )


def _topics_apart(parts: list[Span]) -> list[Span]:
    """The clauses, with a topic that a comma joins to a statement as its own ("it runs on the phones, no network? It does not care")."""
    found: list[Span] = []
    for number, part in enumerate(parts, 1):
        said, comma, topic = part.text.rpartition(", ")
        if (
            comma
            and number < len(parts)
            and topic.rstrip().endswith("?")
            and _is_topic(topic)
            and not _ASKED.match(said)
        ):
            at = part.start + len(said)
            found += [Span(part.start, at, said), Span(at + len(comma), part.end, topic)]
        else:
            found.append(part)
    return found


def _is_topic(clause: str) -> bool:
    return len(clause.split()) <= LONGEST_TOPIC and not _ASKED.match(clause)
