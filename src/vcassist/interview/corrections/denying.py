"""What a message denies of what was said before: a value by its name, a number, a part of a set. Pure."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from vcassist.chain.facts import Fact, Value, checked_value, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview import turns_of_phrase
from vcassist.interview.corrections.correcting import adds, called_wrong, denies_that_it_is_all, not_complete
from vcassist.interview.remarks.moves import says_nothing
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE, SMALL_NUMBERS, TENS
from vcassist.interview.words import Country, shown_value

# The first word of a longer name stands for it ("Rohelabor" for "Rohelabor OÜ"), unless it is short or common.
LEAST_NAME = 5
# What stands before the dot of a name stands for it as well ("Qure" for "Qure.ai").
LEAST_STEM = 4
# What stands before a value that is denied, set aside or over.
_DENIED = re.compile(
    # An order: "don't put Australia".
    r"(?:(?:^|[.,;:!?\n]\s{0,3})(?:(?:please|pls|no|and|so|but|then|i said)\W{1,3})*(?:do not|don['’]?t) (?:just |ever )?(?:put|write|note|record|list|enter)(?: (?:it|that|this|me|us))?(?: down)?(?: as)?|\bnot|n['’]t|\b(?:are|is|was|were|do|does|did|ai)nt\b|\bno longer|\bno more|\binstead of|\brather than|\bnever|\bneither|\bnor|\bwhy (?:(?:did|do|have|would) (?:you|u)|(?:you|u)) (?:still |now |just )?(?:put|write|wrote|written|note|noted|say|said|list|listed|got|get)(?: down)?|\bwho (?:said|says|told you|wrote|put|spoke of|is)|\b(?:we|i|they) (?:left|quit|dropped)|\bstopped using|\bmoved (?:away|off) from|"
    r"\b(?:forget|scrap|strike|erase|delete|drop|cross out|ignore|disregard|remove|take back|took back)(?: (?:out|about|that|what i said))*)"
    r"(?: (?:the|an?|in|by|from|with|called|at|of|on|to|about|for|bit|part|thing|really|actually|use|using|used|have|run|say|said|mean|pay|paying|just|my|our))*[\s\"“'‘]*$",
    re.I,
)
# So far before a name, in characters, stands what denies it.
_FAR = 80
# "I said the tool was Copilot. It's ChatGPT": what was told stands in one sentence, and what it is, by a name, in the next.
_TOLD_BEFORE = re.compile(
    r"\b(?:i|we)(?:['’]ve| have| had)? (?:\w+ly |just )?(?:said|told you|wrote|written|put|answered|called (?:it|this|them))\b[^.;!?\n]{0,80}$",
    re.I,
)
_IT_IS = re.compile(
    r"[^\w.;!?\n]{0,3}(?: (?:earlier|before|at first|at the start|there|to you))?[.;,:!–—-]\s{0,3}"
    r"(?:(?:but|and|well|no|oh|sorry|actually|in fact|now)\b[\s,]{0,3}){0,3}"
    r"(?:(?:it|that|this|which)(?:['’]s| is| was)|(?:its|the|their) (?:(?:real|right|correct|proper) )?name is)"
    r"(?: (?:really|actually|in fact|rather|called|named|just|now))* [\"“'‘]?"
    r"(?P<name>(?-i:[^\W\d_a-z])[\w&’-]*(?:\.\w+)*(?: (?-i:[^\W_a-z])[\w&’-]*){0,3})"
    # "It's Anna who asked" names nobody instead.
    r"(?=[\"”'’]?(?:\s*(?:[.,;:!?–—-]|$)|\s+(?:now|really|actually|instead|and|of course|in fact)\b))",
    re.I,
)
_ONLY = re.compile(r"\b(?:only|just|nothing but|no one else|nobody else|nothing else|alone)\b", re.I)
# How people write a choice's label in short.
_SHORT_LABELS = {"government": ("gov", "govt", "gov't"), "business": ("biz",), "education": ("edu",)}
# "Not one has time": these words count nothing that was noted.
_MERE_ONE = frozenset({"a", "an", "one"})
SIZE = "organisation.size"
# The shortest number in words above twelve, "fifty", has more letters than this; "a dozen" counts nothing exactly.
_SHORT_NUMBER = 4
# A longer message, in characters, is a story of many numbers.
LONGEST_COUNT = 400
# "9 -> 19": what stands behind the arrow is right.
ARROW = re.compile(rf"\s*{turns_of_phrase.ARROW}\s*")
# "For Otter read Trint".
_READ = re.compile(r"\W*(?:please )?(?:read|write|put|note)\b", re.I)
# What makes a name a longer one: "Labs" of "Brightwave Labs".
_MORE_OF_A_NAME = rf"[ -](?-i:(?:(?:de|da|do|di|of|the|la|&) ){{0,2}}(?:(?:{turns_of_phrase.CUT_SHORT})\. [A-ZÀ-ÖØ-Þ]|[A-ZÀ-ÖØ-Þ\d])[\w&’'-]*)"
# A sentence that is nothing but a value and its no, with another sentence behind it.
_BEGINS = re.compile(r"(?:^|[.!;\n]\s)\W*(?:(?:oh|and|but|no|sorry|so|in|with)\W+){0,3}$", re.I)
_NO_BEHIND = re.compile(r"[\"”'’]?,? no\s?[.,;!]\s{0,3}\w", re.I)
# Behind the old value, before a turn, nothing else is told.
_LEFT = re.compile(r"\w{3}")

# A number in figures or in words.
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\d[\d.,]*(?<![.,])|(?:(?:an?|{ONE_TO_TWELVE}|\w{{3,5}}teen|{TENS}|hundred|thousand|dozen)(?:[ -](?:and )?|\b)){{1,6}})(?![\w%]|[.,]\d)",
    re.I,
)
# What the number counted instead ("the 84 is pupils, we are 11 adults").
_COUNTED_ELSE = re.compile(
    r"\W*(?:is|are|was|were|counts?|counted|includes?|included)\b(?! (?:all |quite |just )?(?:right|correct|true))",
    re.I,
)
# "It is Dragon that does the typing, not ShelfMate" tells which of two does it, and denies no name.
_WHICH_DOES_IT = re.compile(
    r"\bit(?:['’]s| is| was) [\w’'-]+(?: [\w’'-]+){0,2},? (?:that|which|who) (?!(?:we|i|they|you|is|was)\b)[a-z]+[^.;!?]*?,? not (?:by )?$",
    re.I,
)
# "Instead of Mizan: zero" tells what there is where it is gone, and of no other name.
_IN_ITS_PLACE = re.compile(r"(?:^|[.!?;\n]\s)\W*(?:(?:and|so|well|no|but)\W+)*instead of (?:the |our )?[\"“'‘]*$", re.I)
_PUT_IN_ITS_PLACE = re.compile(
    r"[\"”'’]?\W*(?:(?:please|pls)\W+)?(?:it|its|this|that|the name|name|put|write|note|call|read|say)\b", re.I
)
_TITLED = re.compile(
    r"\s(?:Miss|Mrs?|Ms|Dr|Prof|Sir|Lady|Sister|Father|Brother|Auntie?|Uncle|Mister|Madame?|Señora?|Frau|Herr)\b"
)
_ITS_THING = re.compile(r"['’]s\s(?!(?:not|wrong|false|gone|no|out|off|the wrong)\b)[a-z]", re.I)


def denies_known(session: Session, said: str, country: Country, put: Set[str] = frozenset()) -> bool:
    """Whether a message denies a value that was noted before, by its name: "it is not OpenAI, it is Mistral", "45 is wrong".

    ``put``: the references that were just put to the person, whose values are theirs to deny.
    """
    known = (fact for ref, fact in session.chain.facts.items() if fact.status == "known" and ref not in put)
    return any(denies(fact, said, country) for fact in known)


def not_all_of_known(session: Session, said: str) -> set[str]:
    """The references of which a message says that a value that was noted is not all: "not only patients", "not only Finlytics"."""
    known = (f for f in session.chain.facts.values() if f.status == "known" and f.field.type in ("set", "entity"))
    return {f.ref for f in known if any(_not_all(f, v, said) for v in f.values)}


def turns_from_known(session: Session, said: str, turn: int, country: Country) -> bool:
    """Whether all that stands before a turn ("9 → 19") is the old value of another answer than the one that is asked for."""
    before = said[: m.start()] if (m := ARROW.search(said)) else said[:turn]
    others = (fact for ref, fact in session.chain.facts.items() if ref != session.asked and fact.status == "known")
    places = (old_value_in(fact, before, country) for fact in others)
    return any(
        p and not re.search(r"\w(?<!\bs(?=/))", before[: p[0]]) and not _LEFT.search(before[p[1] :]) for p in places
    )


def denied(ref: str, value: Value | None, said: str, country: Country) -> bool:
    """Whether a message denies a value by its name, or calls it wrong."""
    if value is None:
        return False
    return denies(Fact(ref, "known", value, shown_value(ref, value, country)), said, country)


def denies(fact: Fact, said: str, country: Country) -> bool:
    place = old_value_in(fact, said, country)
    if place is None:
        return False
    if fact.ref == SIZE and _counts_others(said, place):
        return True
    before, behind = said[: place[0]], said[place[1] :]
    if _ITS_THING.match(behind):
        # "We remove Gemini's pictures": what belongs to it goes, and not its name.
        return False
    if fact.field.name == "name" and _WHICH_DOES_IT.search(before):
        return False
    if fact.field.name == "name" and _IN_ITS_PLACE.search(before) and not _PUT_IN_ITS_PLACE.match(behind):
        return False
    replaced = re.search(r"\bfor\W*$", before, re.I) and _READ.match(behind)
    # "Google no. Is in Amazon."
    replaced = replaced or (_BEGINS.search(before) and _NO_BEHIND.match(behind))
    return bool(
        _DENIED.search(before) or called_wrong(said, place[1]) or replaced or _told_and_put_instead(fact, said, place)
    )


def name_denied(fact: Fact, said: str) -> bool:
    """Whether a message denies the very name that was read in it: it is the new value of nothing."""
    if not is_name(fact):
        return False
    start = fact.start or 0
    return bool(fact.quote) and _DENIED.search(said[max(0, start - _FAR) : start]) is not None


def _told_and_put_instead(fact: Fact, said: str, place: tuple[int, int]) -> re.Match[str] | None:
    """What a message that quotes what was told goes on to say by another name instead; who holds to it says it again, or nothing."""
    named = fact.field.type in ("entity", "country") or fact.field.name == "name"
    put = _IT_IS.match(said, place[1]) if named else None
    if put is None or not put["name"][0].isupper() or _ITS_THING.match(said, put.end()):
        return None
    told = _TOLD_BEFORE.search(said[max(0, place[0] - LONGEST_COUNT) : place[0]])
    again = put["name"].casefold().startswith(said[slice(*place)].split()[0].casefold())
    return put if told is not None and not again else None


def name_put_instead(old: Fact, said: str, place: tuple[int, int] | None) -> Fact | None:
    """The name of the next sentence for the one that was told ("I said it was Copilot. It's ChatGPT"), whatever a reader takes it for."""
    if other := _longer_name(old, said) or _shorter_name(old, said):
        return other
    put = _told_and_put_instead(old, said, place) if place and old.field.name == "name" else None
    if put is None:
        return None
    return Fact(old.ref, "known", checked_value(old.ref, put["name"]), put["name"], *put.span("name"))


def _longer_name(old: Fact, said: str) -> Fact | None:
    """The name that holds the old one, which the message denies alone: "Brightwave Labs, not Brightwave", "not Zed but Zed Software"."""
    if not is_name(old) or not isinstance(old.value, str) or len(said) > LONGEST_COUNT:
        return None
    name = re.escape(old.value)
    alone = list(re.finditer(rf"(?<!\w){name}(?!\w)(?!{_MORE_OF_A_NAME})", said, re.I))
    denied = any(_DENIED.search(said[: m.start()]) for m in alone)
    new = re.search(rf"(?<!\w){name}(?:{_MORE_OF_A_NAME})+(?![\w-])", said, re.I) if denied else None
    if new is None or _DENIED.search(said[: new.start()]) or _TITLED.search(new[0]):
        # "Before ShelfMate Miss Rennie told people": who comes next is somebody.
        return None
    return Fact(old.ref, "known", checked_value(old.ref, new[0]), new[0], *new.span())


def _shorter_name(old: Fact, said: str) -> Fact | None:
    """The first word of the old name, where it stands alone and the whole is denied: "just Lumo, not Lumo Labs"."""
    if not is_name(old) or not isinstance(old.value, str) or " " not in old.value or len(said) > LONGEST_COUNT:
        return None
    whole = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(old.value)}(?!\w)", said, re.I)]
    if not any(_DENIED.search(said[:at]) for at in whole):
        return None
    first = re.escape(old.value.split()[0])
    alone = (m for m in re.finditer(rf"(?<!\w){first}(?![\w-])", said) if m.start() not in whole)
    new = next((m for m in alone if not _DENIED.search(said[: m.start()])), None)
    return new and Fact(old.ref, "known", checked_value(old.ref, new[0]), new[0], *new.span())


# Texts that are names.
NAMED_TEXTS = ("compute.accelerator", "model.licence")


def is_name(fact: Fact) -> bool:
    """Whether an answer is a name: of a house, or of what is noted itself."""
    return fact.field.type == "entity" or fact.field.name == "name"


def _counts_others(said: str, place: tuple[int, int]) -> bool:
    """Whether a message tells what the number at ``place`` counted, and gives another one."""
    found = list(_NUMBER.finditer(said)) if len(said) <= LONGEST_COUNT else []
    mine = [m for m in found if m[0] == said[slice(*place)]]
    return 0 < len(mine) < len(found) and any(_COUNTED_ELSE.match(said, m.end()) for m in mine)


def same_value(one: Value | None, other: Value | None, ref: str) -> bool:
    """Whether two values are the same, a name also where it is said shorter."""
    if isinstance(one, str) and isinstance(other, str) and field_of(ref).type in ("entity", "text"):
        short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
        return bool(short) and long[: len(short)] == short
    return one == other


def old_value_in(fact: Fact, said: str, country: Country) -> tuple[int, int] | None:
    """Where a message repeats the old value: its words, its quote or the number in it.

    A quote of yes, no or the like stands in many messages that are about something else.
    """
    old = [*([] if says_nothing(fact.quote) else [fact.quote]), *_numbers_in(fact.quote)]
    if fact.status == "known" and fact.field.type != "yesno":
        names = [country(v) if fact.field.type == "country" else fact.field.options.get(v, v) for v in fact.values]
        old += [*names, *(short for name in names for short in _SHORT_LABELS.get(name, ()))]
        if is_name(fact) or fact.field.key in NAMED_TEXTS:
            old += [first for name in names if len(first := name.split()[0]) >= LEAST_NAME and first[0].isupper()]
            old += [stem for name in names if len(stem := name.partition(".")[0]) >= LEAST_STEM and stem[0].isupper()]
    for words in old:
        places = list(re.finditer(rf"(?<![\w.,]){re.escape(words)}(?![\w%]|[.,]\d)", said, re.I)) if words else []
        found = places[0] if places else None
        if len(places) > 1 and is_name(fact):
            # "Brightwave Labs, not Brightwave": the old name is the one that is denied.
            found = next((m for m in places if _DENIED.search(said[: m.start()])), found)
        if found and (len(words) > 1 or words.isdigit()):
            return found.span()
    return _wrong_number(said) if fact.ref == SIZE else None


def _wrong_number(said: str) -> tuple[int, int] | None:
    """Where a message calls a number wrong, or says "not" before it, and gives another one."""
    found = (
        [m.span() for m in _NUMBER.finditer(said) if m[0].strip().casefold() not in _MERE_ONE]
        if len(said) <= LONGEST_COUNT
        else []
    )
    if len(found) < 2:
        return None
    return next((p for p in found if called_wrong(said, p[1]) or _DENIED.search(said[: p[0]])), None)


def is_number(words: str) -> bool:
    return _NUMBER.fullmatch(words.strip()) is not None


def _numbers_in(quote: str) -> list[str]:
    """The numbers of a quote, each in figures and, where it is small, in words: what was given in one may be repeated in the other.

    "Three and twenty" is one number, and "three" repeats nothing of it.
    """
    words = {name: str(value) for value, name in enumerate(SMALL_NUMBERS, 1)}
    figures = re.findall(r"\d+", quote)
    counted = [m[0].strip().lower() for m in _NUMBER.finditer(quote) if not m[0].strip().isdigit()]
    named = [w for w in counted if w in words and w not in _MERE_ONE]
    larger = [w for w in counted if w not in words and len(w) > _SHORT_NUMBER]
    spelt = {value: name for name, value in words.items()}
    return [*figures, *(spelt[f] for f in figures if f in spelt), *(words[w] for w in named), *named, *larger]


def set_put_right(old: Fact | None, new: Fact, said: str, country: Country) -> Fact:
    """The new value of a set, with what a correction leaves of the old one: what it adds to, and what it does not deny.

    "Not children, patients" takes the children out and leaves the staff in; "only patients" leaves nothing else.
    """
    if old is None or new.field.type != "set" or not (old.values and new.values):
        return new
    if alone := [v for v, label in new.field.options.items() if _nothing_but(label, said)]:
        # "It makes also audio, I said it is only the text!": what else is named is complained of.
        return replace(new, value=checked_value(new.ref, alone))
    gone = {v for v in old.values if _denied_member(old, v, said)}
    named = [v for v in old.values if v not in gone and _member_in(old, v, said)]
    more = not_complete(said) or any(_not_all(old, v, said) for v in old.values)
    kept = (
        old.values if (more or adds(said)) and not gone else [v for v in old.values if v not in gone] if gone else named
    )
    if not kept or (_ONLY.search(said) and not more) or ALONE & {*kept, *new.values}:
        return new
    merged = dict.fromkeys((*kept, *(v for v in new.values if v not in gone)))
    return replace(new, value=checked_value(new.ref, list(merged)))


def _nothing_but(label: str, said: str) -> bool:
    return (
        re.search(
            rf"(?<!not )(?<!n['’]t )\b(?:only|just|nothing but) (?:(?:the|our|for|about|to) )?{re.escape(label)}(?!\w)(?! (?:and|but|also|yet|some)\b)",
            said,
            re.I,
        )
        is not None
    )


def without_member(session: Session, said: str, country: Country, put: Set[str]) -> tuple[Fact, Fact] | None:
    """(old, new) of a set of which a message denies a part and puts nothing in its place: "strike the bit about children"."""
    for fact in session.chain.facts.values():
        if fact.field.type != "set" or len(fact.values) < 2 or fact.ref in put:
            continue
        gone = {v: place for v in fact.values if (place := _denied_member(fact, v, said))}
        left = [v for v in fact.values if v not in gone]
        if gone and left:
            start, end = min(p[0] for p in gone.values()), max(p[1] for p in gone.values())
            value = checked_value(fact.ref, left)
            return fact, Fact(fact.ref, "known", value, said[start:end], start, end)
    return None


def _member_in(fact: Fact, value: str, said: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(fact.field.options.get(value, value))}(?!\w)", said, re.I)


def _not_all(fact: Fact, value: str, said: str) -> bool:
    """Whether a message says of one value that it is not all of it."""
    places = re.finditer(rf"(?<!\w){re.escape(fact.field.options.get(value, value))}(?!\w)", said, re.I)
    return any(denies_that_it_is_all(said, *place.span()) for place in places)


def _denied_member(fact: Fact, value: str, said: str) -> tuple[int, int] | None:
    """Where a message denies one value of a set by its label."""
    place = _member_in(fact, value, said)
    if (
        place is None
        or denies_that_it_is_all(said, *place.span())
        or not (_DENIED.search(said[: place.start()]) or called_wrong(said, place.end()))
    ):
        return None
    return place.span()


_LED_BY_A_VERB = re.compile(
    r"(?:it|that|this|they|he|she)(?:['’](?:s|re)| is| are| was) (?:now |called |just |actually )*", re.I
)


def by_its_bare_name(fact: Fact) -> Fact:
    """A name without the verb before it: "It's Hollis Data" names Hollis Data."""
    if not is_name(fact) or fact.status != "known" or fact.value != fact.quote:
        return fact
    led = _LED_BY_A_VERB.match(fact.quote)
    name = fact.quote[led.end() :] if led is not None else ""
    if led is None or not name[:1].isupper():
        return fact
    return replace(fact, value=checked_value(fact.ref, name), quote=name, start=(fact.start or 0) + led.end())
