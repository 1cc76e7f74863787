"""What somebody objects to in the notes is set right at once, sentence by sentence: "No no, people certainly can be identified, I told you", "Second time:
NOT cloud. On our premises", "You have it back to front". Pure but for its ports.

Who objects is not asked which of two is right, and does not mean by it what is asked. Of each sentence it is known what it does to a note, and how it reads as
the answer to the question of that note; both together are surer than the message as a whole, which often answers the open question beside. In the talks of
thirty simulated people, who hardly object, the same signs would have set 4 notes right and 59 wrong: so nothing is done here but to a message that speaks of
what was noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import ALONE, CHOICE_TYPES
from vcassist.interview.corrections.asked_to_add import asks_to_add
from vcassist.interview.corrections.member_by_member import names_of
from vcassist.interview.heard import Heard, taken_instead, without_told
from vcassist.interview.ports import Touch
from vcassist.interview.reading import gate
from vcassist.interview.removals.removing import removal
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools
from vcassist.interview.touching import touched_by

# What was read must be so sure (that it is not known, and words, surer), and from this chance on a sentence changes a note; less where the note had that value before.
CLEAR, SURE, CHANGES, BACK = 0.75, 0.9, 0.5, 0.15
# From these chances on a sentence calls a note wrong though it says nothing instead, calls a member of a list wrong that it names, and adds to it.
WRONG, NOT_THAT, MORE = 0.75, 0.4, 0.7
# A longer message is a page, which is read and not talked about.
LONGEST = 900
_I = re.I
_NOTED = r"(?:put|wrote|written|write|note|noted|changed?|ha(?:ve|d)|got|get|said|say|mixed|swapped|turned|took|taken|understood|heard|missed|listed|recorded|assum\w+|claim\w*|record)"
_OBJECTS = re.compile(
    rf"^\W*not (?:a |an )?(?:flat |plain )?(?:yes|no|partly|never|always)\b|^\W*(?:what|huh|wait|whoa|oi|excuse me|come on)\W*[?!]|\b(?:no\W+no|hold on|hang on|nope)\b|(?:\b(?:that|this|which)|(?:^|[.!?,] |\bno )it)(?:['’]s| is|s| was)(?: \w+){{0,2}}? (?:wrong|not (?:\w+ ){{0,2}}?(?:right|true|so|correct|what i (?:said|told|meant|wrote))|an error|a mistake|incorrect|untrue|nonsense|rubbish|silly|backwards)\b"
    rf"|\b(?:two|three|some|several|many) (?:things|points|notes|answers) (?:\w+ )?wrong\b|\b(?:wrong|other) way (?:round|around)\b|\bback to front\b"
    rf"|\b(?:second|third|fourth|fifth|last) time\b|\b(?:as|like|what) i(?:['’]ve| have)? (?:said|told|wrote|explained)\b|\bi (?:just |already |never |did(?:n['’]t| not) |have )*(?:said|say|told|tell|answered|wrote|explained)\b"
    rf"|\byou(?:['’]ve| have|['’]d| had| did| still| just| now| seem to| appear to)*(?:n['’]t| not)? (?:\w+ )?{_NOTED}\b|\bwho (?:said|says|told|wrote)\b|\b(?:where|why) (?:did|do|have|does) you (?:\w+ )?{_NOTED}\b"
    rf"|\b(?:fix|correct|change|put|set|turn) (?:that|it|this|them|those|the \w+)? ?(?:back|right|straight)?\b(?=\s*(?:please|pls|now)?\W*$)|\bput (?:\w+ ){{1,4}}?back\b|\bnot true\b|\b(?:was|were) (?:only )?to (?:go|stay|be (?:removed|deleted|taken (?:out|away)|changed|added))\b|\bi (?:must )?object\b",
    _I,
)  # fmt: skip
# A sentence that objects and tells nothing: its no is no answer.
_ONLY_OBJECTS = re.compile(
    r"\W*(?:(?:no|nope|nah|hold on|hang on|wait|what|but|and|sorry|please|look|dear|stop)\b\W*)*(?:(?:that|this|it)(?:['’]s| is|s| was)(?: \w+){0,3}? (?:wrong(?: way (?:round|around))?|not (?:\w+ ){0,2}?(?:right|true|so|correct)(?: at all)?|an error|a mistake|incorrect|untrue|nonsense|rubbish|backwards)|(?:the )?wrong way (?:round|around)|you (?:have|['’]ve|got|had) (?:\w+ ){1,4}?(?:back to front|wrong|mixed up|backwards))?\W*",
    _I,
)
_PUT_BACK = re.compile(r"\b(?:put|bring|add|take|get|want|have)\b.*\b(?:back|again|in)\b|\b(?:stays?|remains?)\b", _I)
# "You changed what I told you about the sign!": which note is not said, and it is the one that was changed last.
_YOU_CHANGED = re.compile(
    r"\byou(?:['’]ve| have)? (?:\w+ )?(?:changed|altered|overwr\w+|replaced|turned|swapped|switched)\b", _I
)
LATELY = 3
# "NOT cloud", "The letters DO have names": in a message that is not all in capitals.
_LOUD = re.compile(r"(?<![A-Z] )\b(?:NOT|NO|DO|DOES|IS|ARE|NEVER|OUT|BACK|WRONG|STILL)\b(?! [A-Z]{2})")
_IN_CAPITALS = re.compile(r"^[^a-z]*$")


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a message: where it begins, its words, and what it does to a note."""

    start: int
    words: str
    touch: Touch


def objects(said: str) -> bool:
    """Whether a message speaks of what was noted, and is not pleased."""
    if _OBJECTS.search(said) is not None:
        return True
    return _IN_CAPITALS.match(said) is None and _LOUD.search(said) is not None


def as_objected(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with each note set right that a sentence of an objection calls wrong, or tells otherwise."""
    if heard.decided or heard.late or heard.merged or heard.reading.intent in ("undo", "stop"):
        return heard
    if len(said) > LONGEST or not objects(said):
        return heard
    sentences = [(m.start(), m[0]) for m in BEYOND_TITLES.finditer(said)]
    notes = [f for f in session.chain.facts.values() if _may_be_meant(f, heard, session)]
    touched: dict[str, list[_Said]] = {f.ref: [] for f in notes}
    for start, words in sentences:
        for fact, touch in touched_by(words, notes, session, tools):
            touched[fact.ref].append(_Said(start, words, touch))
    pairs = []
    for old in notes:
        now = next((f for f in heard.facts if f.ref == old.ref), None)
        new = _instead(old, now, touched[old.ref], session, number, tools)
        if new is not None and not (now is not None and now.says_the_same(new)):
            pairs.append((old, new))
    if not pairs and _YOU_CHANGED.search(said) and not heard.replaced and (last := changed_last(session)):
        pairs.append((last[0], _again(last[1], *sentences[0], number)))
    heard = _without_a_no_of_it(heard, sentences, session, number, tools)
    if not pairs:
        return heard
    # A list of which nothing is left is taken away.
    emptied = [old for old, new in pairs if old.field.type == "set" and new.status != "known"]
    pairs = [pair for pair in pairs if pair[0] not in emptied]
    for old in emptied:
        gone = removal(session, old.ref, number, tools.country)
        reading = replace(heard.reading, note=f"{heard.reading.note} {gone.note}".strip())
        heard = replace(without_told(heard, {old.ref}), removed=(*heard.removed, *gone.removed), reading=reading)
    refs = {old.ref for old, _ in pairs}
    heard = taken_instead(without_told(heard, refs), pairs)
    change = None if heard.change in refs else heard.change
    removed = tuple(ref for ref in heard.removed if ref not in refs)
    restated = None if heard.restated is not None and heard.restated.ref in refs else heard.restated
    return replace(heard, change=change, removed=removed, restated=restated, unplaced="", vague=False)


def _without_a_no_of_it(
    heard: Heard, sentences: list[tuple[int, str]], session: Session, number: int, tools: Tools
) -> Heard:
    """The same without a no to the open question that only objects, and with what another sentence answers: "Nope, that's the wrong way round. … And the
    laptop, it is encrypted"."""
    answer = next((f for f in heard.facts if f.ref == session.asked), None)
    if answer is None or answer.source != "said" or answer.start is None:
        return heard
    tell = [(at, words) for at, words in sentences if _ONLY_OBJECTS.fullmatch(words) is None]
    if answer.value != "no" or not tell or len(tell) == len(sentences):
        # "Nope", and nothing else, is an answer.
        return heard
    told = [_read(_Said(at, words, Touch()), answer.ref, session, number, tools) for at, words in tell]
    found = [new for new in told if new is not None]
    if any(new.value == "no" for new in found):
        return heard
    own = any(at <= (answer.start or 0) < at + len(words) for at, words in tell)
    if own and not found:
        return heard
    left = without_told(heard, {answer.ref})
    return replace(left, facts=(*left.facts, found[0])) if found else left


def changed_last(session: Session) -> tuple[Fact, Fact] | None:
    """The note that one of the last messages put in the place of another, as it stands, and that other."""
    for turn in reversed(session.live[-LATELY:]):
        for fact in turn.facts:
            old = session.chain.get(fact.ref)
            if (
                old is not None
                and old.status == "known"
                and old.says_the_same(fact)
                and (earlier := _earlier(old, session))
            ):
                return old, earlier
    return None


def _again(earlier: Fact, start: int, words: str, number: int) -> Fact:
    """What was noted before, as said once more."""
    return replace(earlier, quote=words, start=start, end=start + len(words), turn=number, source="said")


def _may_be_meant(fact: Fact, heard: Heard, session: Session) -> bool:
    """Whether an objection may be of a note: of a choice that is known and not asked for just now. Names, and what it is for, are seen to elsewhere."""
    in_words = fact.field.type == "text" and fact.field.name not in ("name", "purpose")
    if fact.status != "known" or not (in_words or fact.field.type in (*CHOICE_TYPES, "country")):
        return False
    if fact.ref in heard.removed and fact.field.type != "set":
        # "Take back that parents were told" says nothing instead.
        return False
    return fact.ref != session.asked and fact.ref not in heard.refused


def _instead(
    old: Fact, now: Fact | None, sentences: list[_Said], session: Session, number: int, tools: Tools
) -> Fact | None:
    """What a note is to be by what the sentences of an objection do to it; None where it stands."""
    if not sentences:
        return None
    if old.field.type == "set":
        return _list_instead(old, now, sentences, session, number, tools)
    if old.field.type == "text":
        return _words_instead(old, now, sentences, session, number, tools)
    earlier = _earlier(old, session)
    told = []
    for one in sentences:
        does = one.touch.wrong + one.touch.otherwise
        if does < BACK:
            continue
        new = _read(one, old.ref, session, number, tools)
        if new is None or new.says_the_same(old):
            continue
        if does >= CHANGES or (earlier is not None and new.says_the_same(earlier)):
            told.append((does, new))
    if told:
        return max(told, key=lambda pair: pair[0])[1]
    worst = max(range(len(sentences)), key=lambda n: sentences[n].touch.wrong)
    if sentences[worst].touch.wrong < WRONG:
        return None
    # What is right instead may stand in the sentence behind or before: "Second time: NOT cloud. On our premises."
    for n in (worst + 1, worst - 1):
        if 0 <= n < len(sentences):
            new = _read(sentences[n], old.ref, session, number, tools)
            if new is not None and not new.says_the_same(old):
                return new
    if earlier is not None and _read(sentences[worst], old.ref, session, number, tools) is None:
        return _again(earlier, sentences[worst].start, sentences[worst].words, number)
    return None


def _words_instead(
    old: Fact, now: Fact | None, sentences: list[_Said], session: Session, number: int, tools: Tools
) -> Fact | None:
    """What another sentence says instead of words that one calls wrong: "What goes in is 'the'? Remarkable. What goes in is essays"."""
    worst = max(sentences, key=lambda one: one.touch.wrong)
    if worst.touch.wrong < WRONG or now is not None:
        return None
    for one in sentences:
        new = _read(one, old.ref, session, number, tools) if one is not worst else None
        if new is not None and new.status == "known" and not new.says_the_same(old):
            return new
    return None


def _list_instead(
    old: Fact, now: Fact | None, sentences: list[_Said], session: Session, number: int, tools: Tools
) -> Fact | None:
    """A list without the members that are named where it is called wrong, and with what is told instead of them: "There is no health information",
    "we don't do the refugees any more. I'd rather you put tenants", "put the children back"."""
    before = {v for turn in session.live for f in turn.facts if f.ref == old.ref for v in f.values} - ALONE
    gone: set[str] = set()
    joins: set[str] = set()
    at = None
    for one in sentences:
        does = one.touch.wrong + one.touch.otherwise
        if does < BACK and one.touch.more < MORE:
            continue
        named = {v for v in {*old.values, *before} - ALONE if names_of(old.field.key, v).search(one.words)}
        back = {v for v in named - set(old.values) if _PUT_BACK.search(one.words)}
        # "You left out the local families, they are not refugees" says who those are that join.
        out = (named & set(old.values)) if does >= NOT_THAT and not asks_to_add(one.words) else set()
        told = _read(one, old.ref, session, number, tools)
        read = set(told.values) - ALONE if told is not None else set()
        if (not out and (one.touch.instead >= WRONG or one.touch.more >= MORE)) or (
            one.touch.changes >= CHANGES and set(old.values) < read
        ):
            back |= read
        elif not out and set(old.values) <= ALONE and read <= before:
            # "Only health was to be removed; the financial data stays": nothing was left, and should be.
            back |= read
        if one.touch.away < NOT_THAT:
            # Who says once more whom it touches calls none of them wrong: "the refugees, the volunteers AND the local families".
            out -= read
        if out or back:
            gone, joins, at = gone | out, joins | back, at or one
    # What was read beside joins, and takes nothing away that nobody names.
    joins |= set(now.values if now is not None and now.status == "known" else ()) - ALONE - gone - set(old.values)
    left = [
        v for v in old.field.values if (v in old.values and v not in gone and not (joins and v in ALONE)) or v in joins
    ]
    if at is None or set(left) == set(old.values):
        return None
    if not left:
        # "Patients aren't staff" empties no list of both.
        return None if len(old.values) > 1 else replace(old, status="unknown", value=None, turn=number)
    end = at.start + len(at.words)
    return Fact(old.ref, "known", checked_value(old.ref, left), at.words, at.start, end, number)


def _read(one: _Said, ref: str, session: Session, number: int, tools: Tools) -> Fact | None:
    """What a sentence says as the answer to a question, as if nothing were noted of it yet. "Where did you get never from?" says nothing."""
    if one.words.rstrip().endswith("?"):
        return None
    read = tools.reader.read(one.words, ref, session.chain.without(ref))
    told = next((p for p in read.proposals if p.ref == ref), None)
    if told is None or told.confidence < (CLEAR if told.status == "known" else SURE):
        return None
    if told.status != "known" and one.touch.wrong < CHANGES:
        # That something is not known may be of anything; "the supplier won't tell us whether they train on it" touches the note.
        return None
    facts = gate(replace(read, proposals=(told,)), one.words, number).facts
    return facts[0].moved(one.start) if facts else None


def _earlier(old: Fact, session: Session) -> Fact | None:
    """What was noted before a note took its place."""
    told = [f for turn in session.live for f in turn.facts if f.ref == old.ref and f.status == "known"]
    return next((f for f in reversed(told) if not f.says_the_same(old)), None)
