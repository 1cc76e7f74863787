"""A last look at the names that a message sets right: a name is a name, and it is not cut. Pure but for its ports.

Forms of words find what is put in the place of what, and then take the next words for a name: "I meant Agrotec, the dealer" made a dealer of the firm,
"It says 'Hello, I'm Pip'" renamed the tool, and "it's Mistral Nemo 12B" became "Mistral". The readers, asked for that field alone, mostly know the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.chain.short_names import says_name
from vcassist.interview.answers.no_names import no_name_at_all
from vcassist.interview.corrections.repair import read_as
from vcassist.interview.heard import Heard, set_anew, without_told
from vcassist.interview.remarks.weak_spots import weak_spots
from vcassist.interview.sentences import BEYOND_TITLES, around
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# How sure the readers must be of a name that a sentence tells when they are asked for it.
TOLD = 0.8
# Words that say nothing by themselves: what was noted of "what goes in" is not "the".
_SAYS_NOTHING = re.compile(
    r"\W*(?:(?:the|an?|of|and|or|to|in|on|at|for|by|with|its?|our|their|that|this|is|are)\b\W*)+", re.I
)
# No name ends so: "Mistral is for the summariser" calls nothing "Mistral is".
_CUT_SHORT = re.compile(r"\s(?:is|was|are|were|has|have|had|for|of|and|or|the|an?|to|by|with|from|that|which)\W*$")
_OF_SIZE = re.compile(
    r"\b(?:staff|employ\w+|people|persons|team|colleagues|headcount|workforce|volunteers?|members?|of us|we(?:['’]re| are)|work(?:ers|ing)? (?:here|for us|with us)|size|how many|big|small|salaried|full.?time|part.?time|heads|souls|folks?|paid)\b",
    re.I,
)
_COUNTS_OTHERS = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|hundred)\s(?:[a-z][\w-]*\s)?[a-z][\w-]{2,}s\b|\d\s?(?:mg|ml|mcg|kg|km|cm|mm|%|gb|kwh)\b",
    re.I,
)
_OF_LABELS = re.compile(
    r"\b(?:label\w*|annotat\w*|tag(?:s|ged|ging)?|mark(?:s|ed|ing)?|train(?:s|ed|ing)?|examples?|rate[sd]?|rating|scor\w+|sort(?:s|ed|ing)?|classif\w+|transcri\w+|box(?:es)?|draw[sn]?|drew|outline\w*|names? (?:on|to)|teach\w*|taught|crowd\w*|contractors?|feedback|judg\w+|review\w*|correct\w*|dataset|data set|ground truth)\b",
    re.I,
)
# "It sits inside Lumen" says where a tool is to be found, and not what it is called.
_WHERE = re.compile(
    r"\b(?:inside|within|in|into|on|onto|under|part of|via|through|from|next to|beside|behind)(?: of)?(?: the| our| their| a| an)?\s+[\"“'‘]?$",
    re.I,
)


def with_sound_names(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without names that are none, and with those that were cut as they stand."""
    heard = _without_strays(heard, said, session)
    none_of_it = {
        f.ref for f in heard.facts if _says_nothing(f) or _is_of_a_part(f, said, session) or _is_weak_there(f, said)
    }
    none_of_it |= {new.ref for _, new in heard.replaced if _only_says_where(new, said) or _only_names_it(new, session)}
    heard = without_told(heard, none_of_it) if none_of_it else heard
    for fact in [f for f in heard.facts if _is_name(f)]:
        none = no_name_at_all(fact, said)
        if not none and not any(new is fact for _, new in heard.replaced):
            continue
        others = list(_told_of(fact, said, session, tools))
        if none:
            heard = _instead(heard, fact, others, session)
        elif longer := next((f for f in others if _goes_on(fact, f)), None):
            heard = _put(heard, fact, longer)
    return heard


def _says_nothing(fact: Fact) -> bool:
    in_words = fact.status == "known" and fact.source == "said" and fact.field.type in ("text", "entity")
    if not in_words:
        return False
    words = str(fact.value)
    is_called = fact.field.type == "entity" or fact.field.name == "name"
    return _SAYS_NOTHING.fullmatch(words) is not None or (is_called and _CUT_SHORT.search(words) is not None)


def _is_of_a_part(fact: Fact, said: str, session: Session) -> bool:
    """Whether that a tool is given up was read in a sentence which says it of a model by its name: "we've stopped using GPT-4o, it's not part of it"."""
    if fact.field.key != "application.lifecycle" or fact.value not in ("retired", "planned") or fact.start is None:
        return False
    here = around(BEYOND_TITLES, said, fact.start)
    if here is None:
        return False
    names = {f.value: f.kind for f in session.chain.facts.values() if f.field.name == "name" and f.status == "known"}
    spoken = {kind for name, kind in names.items() if says_name(str(name), here[0])}
    return "model" in spoken and "application" not in spoken


def _without_strays(heard: Heard, said: str, session: Session) -> Heard:
    """The same without another number of people, or something on labelling, that a message tells of which has no word of either: "eighteen patients and
    two agency nurses tonight", "none of us read anything, we only read the price"."""
    size = "organisation.size"
    if (
        session.asked != size
        and session.chain.get(size) is not None
        and size not in session.put
        and _COUNTS_OTHERS.search(said)
        and not _OF_SIZE.search(said)
    ):
        kept = tuple(c for c in heard.conflicts if c.ref != size)
        heard = replace(heard, conflicts=kept, change=None if heard.change == size else heard.change)
        heard = without_told(heard, {size})
    asked = session.asked or ""
    labels = {f.ref for f in heard.facts if f.kind == "labelling" and f.source == "said"}
    if (
        labels
        and not asked.startswith("labelling")
        and not session.chain.mentioned("labelling")
        and not _OF_LABELS.search(said)
    ):
        heard = without_told(heard, labels)
    return heard


def _only_says_where(new: Fact, said: str) -> bool:
    """Whether a tool would be renamed by words that say where it is to be found."""
    if new.field.key != "application.name" or new.start is None or new.source != "said":
        return False
    at = said.find(str(new.value), new.start)
    return at >= 0 and _WHERE.search(said[max(0, at - 30) : at]) is not None


def _is_weak_there(fact: Fact, said: str) -> bool:
    """Whether where a tool is weak was taken for what it is for: "on wet days it mistakes wombats for dogs"."""
    if fact.field.key != "application.purpose" or fact.start is None or fact.source != "said":
        return False
    return any(fact.touches(start, start + len(words)) for start, words in weak_spots(said))


def _only_names_it(new: Fact, session: Session) -> bool:
    """Whether what a tool is for would become its own name: "Summariser: gets worse"."""
    name = session.chain.value(f"{new.component}.name") if new.field.key == "application.purpose" else None
    return isinstance(name, str) and set(str(new.value).casefold().split()) <= set(re.split(r"[\s-]+", name.casefold()))


def _is_name(fact: Fact) -> bool:
    named = fact.field.type == "entity" or fact.field.name == "name"
    return named and fact.status == "known" and fact.source == "said" and fact.value != "self" and isinstance(fact.value, str)  # fmt: skip


def _told_of(fact: Fact, said: str, session: Session, tools: Tools) -> Iterator[Fact]:
    """The names that the sentences tell of a field, which the readers are asked for."""
    for m in BEYOND_TITLES.finditer(said):
        found = read_as(m[0], m.start(), fact.ref, tools.reader, session, fair=TOLD)
        if found is not None and _is_name(found) and not no_name_at_all(found, said):
            yield replace(found, turn=fact.turn)


def _goes_on(fact: Fact, other: Fact) -> bool:
    """Whether another name begins with this one and goes on: "Mistral Nemo 12B"."""
    return str(other.value).casefold().startswith(f"{str(fact.value).casefold()} ")


def _put(heard: Heard, fact: Fact, other: Fact) -> Heard:
    """What was heard with another name in the place of one."""
    old = next((o for o, new in heard.replaced if new is fact), None)
    if old is None:
        return replace(heard, facts=tuple(other if f is fact else f for f in heard.facts))
    return set_anew(heard, [(old, other)])


def _instead(heard: Heard, fact: Fact, others: list[Fact], session: Session) -> Heard:
    """What was heard without what is no name: with one that the message tells, or as it stood where it tells that once more."""
    old = session.chain.get(fact.ref)
    for other in others:
        if old is None or not old.says_the_same(other):
            return _put(heard, fact, other)
    left = without_told(heard, {fact.ref})
    # Who only names again what stands is met.
    again = old is not None and re.search(r"\w", str(old.value)) and (others or not left.facts)
    return replace(left, restated=left.restated or old) if again else left
