"""Notes that a message calls wrong, in whatever words, as it was learnt what messages do to notes. Pure.

What else is here finds a correction by its words: the field's, the old value's, "no, wait". Many have none of them ("who said farmers?", "that is a
bit too nice", "she does not look when the queue is long"). So the message is held against each note; what becomes of a note that is called wrong
is read in the sentence that does so, as an answer to its question, and where nothing is said instead it is asked what it should be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import CHOICE_TYPES, FIELDS
from vcassist.chain.short_names import says_name
from vcassist.interview.answers.last_answered import denies_how_many
from vcassist.interview.answers.offered import NO, in_offered_words
from vcassist.interview.answers.said_again import hardly_more
from vcassist.interview.corrections.correcting import adds, may_correct
from vcassist.interview.corrections.denying import denies, is_name, name_put_instead, old_value_in, set_put_right
from vcassist.interview.corrections.pointed_back import points_at_the_last
from vcassist.interview.corrections.repair import (
    can_be_a_name,
    only_denies,
    own_name_again,
    pieces,
    read_as,
    shortened,
    takes_a_name,
)
from vcassist.interview.corrections.said_of_us import of_what_was_said_before
from vcassist.interview.corrections.speaking_back import is_interrupted
from vcassist.interview.heard import Heard, answers, came_to_something, grows, read_as_it_stands, set_anew, without_told
from vcassist.interview.meant import shares_words, stems
from vcassist.interview.parts.no_tool_but_somebody import denies_to_be_a_tool
from vcassist.interview.ports import Touch
from vcassist.interview.questions.matters_named import keys_named, may_be_of, some_sentence_is_of
from vcassist.interview.reading import merged_set
from vcassist.interview.removals.asked_to_strike import REMOVE
from vcassist.interview.removals.removing import removal
from vcassist.interview.sentences import BEYOND_TITLES, around
from vcassist.interview.session import Contradiction, Session, Turn
from vcassist.interview.tools import Tools
from vcassist.interview.touching import HARDLY, line_of, touched_by
from vcassist.interview.turns_of_phrase import NOT_SO, UNCERTAIN

# From these chances on a note is taken to be called wrong, told otherwise, or not to be all; to be asked after, and to go.
WRONG, OTHERWISE, MORE, ASKED, GONE = 0.6, 0.85, 0.7, 0.7, 0.7
# What is read instead must be so sure; a text, a name or a country, which any words could be, surer.
FAIR, CLEAR, NEAR = 0.5, 0.8, 0.55
# From this chance on that a note is no longer right, another choice that is read so plainly is asked back.
MAYBE, PLAIN = 0.35, 0.8
# The same for another note to be asked after where something was put right already: a firm's name may hold the word of a note ("Karoo Health").
SURELY = 0.9
# From this chance on that a note is set right what would be asked back is taken at once.
SETTLES = 0.75
# So likely it must be where a form of words denies what is noted as well.
DENIED = 0.2
# Where it is hardly said that something is right instead, nothing is looked for but that it is not known.
INSTEAD = 0.25
# What several kinds of parts have.
_OF_SEVERAL = frozenset(name for name, n in Counter(spec.name for spec in FIELDS.values()).items() if n > 1)
# A longer message is a page, which is read and not talked about.
LONGEST = 900
# So many notes are put right by one message.
MOST = 3
_GOES = re.compile(
    rf"\b(?:{REMOVE}|take (?:it|that|this|them)? ?(?:out|off|away)|(?:get|got) rid of|leave (?:it|that|this)? ?(?:out|blank|empty|open))\b",
    re.I,
)
_NOT_FOR = re.compile(r"\bnot (?:yet )?(?:for|with|in|on|about|by|at) (?:the )?$", re.I)
_BARE_YES = re.compile(r"\W*yes\W*", re.I)
_SO = re.compile(r"\b(?:so|then|therefore|hence)\W+$", re.I)
_AGAINST = re.compile(
    rf"{NOT_SO}|\b(?:no|not|never|nobody|none|nothing|wrong\w*|incorrect|false|untrue|mistaken?|errors?|nonsense|rubbish|silly|instead|rather|change\w*|fix\w*|correct\w*|scrap|strike|delete|drop|remove|rewrite|rephrase|reword|too|who said|why|where|bit|less|more|only|just)\b",
    re.I,
)
_SORRY = re.compile(r"\b(?:i['’]?m |so |very )*sorry\b", re.I)
# "Card for Whisper: read."
_LABEL = re.compile(r"[\"”]?\s?:\s")
# "I've never seen it on its own" tells what was not done; who takes back what they told as not known says that they do not know.
_NOT_KNOWING = re.compile(
    rf"\b(?:know\w*|knew|ideas?|clue|notion|sure|certain|tell|told|says?|said|remember|recall|find out|found out|ask\w*|check\w*|guess\w*|assum\w*|thought|{UNCERTAIN}|dunno|idk|doubt\w*|open|confirm\w*)\b",
    re.I,
)
_MEASURED = re.compile(
    r"\d\s?(?:mg|ml|mcg|µg|g|kg|km|m|cm|mm|l|litres?|%|per ?cent|°|degrees|euros?|dollars?|pounds|hours?|minutes?|days?|weeks?|months?|years?|gb|mb|kw|kwh|mwh)\b|[€$£]\s?\d",
    re.I,
)
_WHENCE = re.compile(r"\b(?:who|why|where|how|since when)\b", re.I)
_QUOTED = re.compile(r"[\"“„«](?P<words>[^\"“”„«»]{2,160})[\"”»]")


# A note, and what some words do to it.
_Told = tuple[Fact, Touch]


@dataclass(frozen=True, slots=True)
class _Touched:
    """A note, what a message does to it, whether it calls it wrong, and where it may say what is right instead, the likeliest place first."""

    old: Fact
    touch: Touch
    is_wrong: bool
    places: tuple[tuple[int, str], ...]


def as_touched(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same, with each note put right, taken away or asked after that the message calls wrong and of which nothing was heard."""
    if len(said) > LONGEST or heard.merged or heard.late or heard.reading.intent in ("undo", "stop"):
        return heard
    if heard.decided:
        # "No, Weltfirma sells us the seeds. Vasara, that is Norden" decides who supplies it, and names nothing anew.
        return heard
    if is_interrupted(said) or _only_does_not_know(heard, said, session):
        return heard
    refs = {*(old.ref for old, _ in heard.replaced), *(c.ref for c in heard.conflicts)} - session.put
    notes = [f for ref in refs if (f := session.chain.get(ref)) is not None]
    told = touched_by(said, notes, session, tools)
    if not points_at_the_last(said) and not denies_how_many(session, said):
        # "Check that. Two of them took it" names its answer by where it stands.
        heard = _without_what_is_left(heard, said, told, session, tools)
    heard = _settled(heard, said, told, number)
    heard = _not_joined(heard, said, session, tools)
    found = _touched(heard, said, session, tools)
    heard = _without_an_answer_of_a_note(heard, said, found, session, tools)
    wrong = [one.old for one in found if one.touch.wrong >= WRONG and one.old.status == "known"]
    heard = _without_no_answer(heard, said, session, wrong, (), tools)
    pairs: list[tuple[Fact, Fact]] = []
    doubts: list[Contradiction] = []
    gone: list[Turn] = []
    change: str | None = None
    restated: Fact | None = None
    for one in found:
        old, touch = one.old, one.touch
        if of_what_was_said_before(old.ref, one.places[0][1]):
            continue
        if one.is_wrong:
            new = _instead(one, said, session, number, tools)
            if new is old:
                continue
            if old.open and answers(heard, session.asked) and old.field.key not in keys_named(said):
                # "I got half a day. The doctor got nothing" answers what is asked, and not what was left open before.
                continue
            if new is not None and any(_puts_the_same(pair, new, said) for pair in heard.replaced):
                # "What I said on the responsible person. Nobody has been named" names whom it sets right, and is of nothing else.
                continue
            if new is not None and _changes_nothing(new, one, heard, said, session, tools):
                continue
            if new is not None and (other := _taken(new, (*heard.facts, *(fact for _, fact in pairs)))) is not None:
                # "The model is just Stige, the company is Nordlogg": what is one's name is not the other's.
                if other in heard.facts and _is_less(other.ref, touch, said, session, tools):
                    heard = without_told(heard, {other.ref})
                else:
                    new = None
            in_words = old.field.type in ("text", "entity") and touch.instead < SURELY
            if new is not None and in_words and _tells_of_another(heard, one, tools):
                # "English versus Marathi only" answers what is asked, whatever of its words a note has.
                continue
            if new is not None and not new.open and touch.instead >= INSTEAD:
                pairs.append((old, new))
            elif old.status != "known" or _tells_of_another(heard, one, tools):
                # "Honestly, nobody told me" is of the open question, and what is not known is not called wrong by it.
                continue
            elif new is not None and new.status == "unknown" and _at_a_loss(one):
                pairs.append((old, new))
            elif heard.removed and _GOES.search(said):
                # The order was carried out: "delete that, it is just the guts of Cleetus" takes not that away too.
                continue
            elif touch.wrong >= GONE and touch.away > touch.instead and _GOES.search(said):
                gone.append(removal(session, old.ref, number, tools.country))
            elif old.field.name == "supplier" and denies_to_be_a_tool(str(old.value), said):
                # "Kalam is not a tool, it's the company behind Rafiq": it stands so.
                restated = restated or old
            elif _only_asks(one, tools) or _only_mentions(one, tools, bool(heard.replaced or pairs)):
                # "Google does that, no?", "as to CaseBrief, I have not yet seen the contract".
                continue
            elif old.field.type == "text" and not _calls_wrong(said):
                # "It weighs, we pay by it" tells more of what a tool is for, and calls nothing wrong.
                continue
            elif old.field.key == "organisation.size" and _MEASURED.search(one.places[0][1]):
                # "10 mg instead of 1 mg" counts nobody.
                continue
            elif touch.wrong >= (SURELY if heard.replaced or pairs else ASKED) or touch.wrong < WRONG:
                change = change or old.ref
        elif touch.more >= MORE:
            new = _instead(one, said, session, number, tools) if old.field.type == "set" else None
            if new is not None and not _tells(new, heard) and (both := merged_set(old, new)).value != old.value:
                pairs.append((old, both))
        elif touch.otherwise >= OTHERWISE and old.field.type != "text":
            new = _instead(one, said, session, number, tools)
            if (
                new is not None
                and new is not old
                and new.status == "known"
                and old.status == "known"
                and not _tells(new, heard)
                and not read_as_it_stands(old, heard, new)
            ):
                if old.field.type == "set" and not _may_lose(old, said, tools):
                    # "The forms from the people, and lists that we pay for": of a list nobody says that one thing is so instead.
                    pairs.append((old, merged_set(old, new)))
                else:
                    doubts.append(Contradiction.between(old, new))
        elif _may_be_wrong(old, touch) and (old.field.type != "set" or _may_lose(old, said, tools)):
            new = _instead(one, said, session, number, tools, fair=PLAIN)
            if (
                new is not None
                and new is not old
                and new.status == "known"
                and not (_tells(new, heard) or read_as_it_stands(old, heard, new))
            ):
                doubts.append(Contradiction.between(old, new))
    heard = _without_no_answer(heard, said, session, wrong, [new for _, new in pairs], tools)
    if restated is not None and not came_to_something(heard):
        heard = replace(heard, restated=restated, unplaced="", vague=False, move=None)
    return _with(heard, pairs, doubts, gone, change)


def _at_a_loss(one: _Touched) -> bool:
    """Whether a place that touches a note says that something is not known or not sure."""
    return any(_NOT_KNOWING.search(text) for _, text in one.places)


def _puts_the_same(pair: tuple[Fact, Fact], new: Fact, said: str) -> bool:
    """Whether the words, or the country, that would set a note right have set another one right already, and this one is not named."""
    put = pair[1]
    if put.ref == new.ref or put.start is None or put.status != "known" or new.field.type in ("text", "entity"):
        return False
    same_place = put.field.type == new.field.type == "country" and put.value == new.value
    return put.overlaps(new) or (same_place and new.field.key not in keys_named(said))


def _tells(new: Fact, heard: Heard) -> bool:
    """Whether the words that may tell a note otherwise were heard to tell something else: "if the records say so" agrees to what was put."""
    return any(f.ref != new.ref and f.overlaps(new) for f in heard.facts)


def _without_no_answer(
    heard: Heard, said: str, session: Session, wrong: Sequence[Fact], new: Sequence[Fact], tools: Tools
) -> Heard:
    """The same without a no or a not-knowing of the open question that was read in a sentence which calls a note wrong: "The word “research”
    beside our name does not please me" withholds nothing, "so it is not true that I do not know" is no don't-know, and "the sector is wrong" no no.
    """
    answer = next((f for f in heard.facts if f.ref == session.asked and (f.open or f.value in ("yes", "no"))), None)
    if answer is not None and answer.value == "yes":
        return _without_its_yes(heard, said, answer, new)
    here = around(BEYOND_TITLES, said, answer.start or 0) if answer is not None else None
    if answer is None or here is None or not wrong or shares_words(answer.quote, answer.field) or NO.match(here[0]):
        return heard
    repeats = any(old_value_in(old, here[0], tools.country) is not None for old in wrong)
    repeats = repeats or any(key in {old.field.key for old in wrong} for key in keys_named(here[0]))
    tells = any(fact.touches(*here.span()) for fact in new)
    return replace(heard, facts=tuple(f for f in heard.facts if f is not answer)) if repeats or tells else heard


def _without_its_yes(heard: Heard, said: str, answer: Fact, new: Sequence[Fact]) -> Heard:
    """The same without a yes that only concludes what the message sets right: "… their full name and address. So yes, one can recognise them."."""
    concluded = any(fact.value == "yes" and fact.ref != answer.ref for fact in (*new, *(n for _, n in heard.replaced)))
    bare = _BARE_YES.fullmatch(answer.quote) is not None and _SO.search(said[: answer.start or 0]) is not None
    return replace(heard, facts=tuple(f for f in heard.facts if f is not answer)) if concluded and bare else heard


def _with(
    heard: Heard,
    pairs: Sequence[tuple[Fact, Fact]],
    doubts: Sequence[Contradiction],
    gone: Sequence[Turn],
    change: str | None,
) -> Heard:
    if not (pairs or doubts or gone or change):
        return heard
    new = [fact for _, fact in pairs]
    put = {n.ref for _, n in heard.replaced}
    kept = tuple(
        f
        for f in heard.facts
        if f.ref in put or f.field.type not in ("yesno", "enum") or not any(f.overlaps(n) for n in new)
    )
    reading = heard.reading if kept else replace(heard.reading, intent="correction")
    if gone:
        reading = replace(reading, note=" ".join(turn.note for turn in gone))
    return replace(
        heard,
        reading=reading,
        facts=(*kept, *new),
        replaced=(*heard.replaced, *(pair for pair in pairs if not grows(*pair))),
        conflicts=(*heard.conflicts, *doubts),
        removed=(*heard.removed, *(ref for turn in gone for ref in turn.removed)),
        change=None if pairs or gone else heard.change or change,
        unplaced="",
        vague=False,
        move=None if heard.move in ("unheard", "change") else heard.move,
    )


def _without_what_is_left(heard: Heard, said: str, told: Sequence[_Told], session: Session, tools: Tools) -> Heard:
    """The same without a change or contradiction of a note that the message leaves as it is. ``told``: what it does to those notes."""
    left = {f.ref for f, touch in told if touch.changes < HARDLY}
    if left and len(sentences := [m[0] for m in BEYOND_TITLES.finditer(said)]) > 1:
        # One of several corrections may be lost in a message, and not in its sentence.
        for sentence in sentences:
            still = [f for f, _ in told if f.ref in left]
            left -= {f.ref for f, touch in touched_by(sentence, still, session, tools) if touch.changes >= HARDLY}
    if not left:
        return heard
    conflicts = tuple(c for c in heard.conflicts if c.ref not in left)
    less = replace(without_told(heard, left), conflicts=conflicts)
    if not came_to_something(less) and (
        named := [c for c in heard.conflicts if c.ref in left and may_be_of(field_of(c.ref).key, said, tools)]
    ):
        # "On whether the photos cover everybody: pepper growers are thin in there": asked back, as it tells nothing else.
        return replace(less, conflicts=tuple(named[:1]), vague=False)
    changes = [pair for pair in heard.replaced if pair[1].ref in left]
    if came_to_something(less) or not changes or not all(new.status == old.status == "known" for old, new in changes):
        return less
    notes = [f for f in session.chain.facts.values() if f.ref not in left]
    spoken = any(some_sentence_is_of(old.field.key, said, tools) for old, _ in changes)
    if not spoken and any(
        touch.instead >= WRONG for _, touch in touched_by(said, _near(said, notes, session, tools), session, tools)
    ):
        # "Going back to how far it is: it is still on trial, three farms" calls another note wrong than that which was told last.
        return less
    # It tells nothing else, so it was hardly said in vain: what has a form of correcting stands, all else is asked back.
    if heard.reading.intent == "correction" or may_correct(said):
        return heard
    return replace(less, conflicts=(*conflicts, *(Contradiction.between(*pair) for pair in changes)))


def _settled(heard: Heard, said: str, told: Sequence[_Told], number: int) -> Heard:
    """The same with what would be asked back as a change where the message plainly calls the note wrong: "So what you put about the cloud, no.
    It stands next to the laundry."
    """
    plain = {f.ref: f for f, touch in told if touch.instead >= SETTLES and f.status == "known"}
    settled = [c for c in heard.conflicts if c.ref in plain and c.new is not None]
    if not settled:
        return heard
    pairs = [
        (plain[c.ref], _known(plain[c.ref], c.new, c.new_quote, max(said.find(c.new_quote), 0), number))
        for c in settled
    ]
    return replace(
        heard,
        facts=(*heard.facts, *(new for _, new in pairs)),
        replaced=(*heard.replaced, *pairs),
        conflicts=tuple(c for c in heard.conflicts if c not in settled),
    )


def _not_joined(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same with a set that only what was told now makes up where the message calls the noted one wrong: "Bought, no: the slips are from our
    own folders."
    """
    sets = {f.ref: f for f in heard.facts if f.ref not in session.put and f.field.type == "set"}
    grown = [old for ref, f in sets.items() if (old := session.chain.get(ref)) is not None and grows(old, f)]
    pairs: list[tuple[Fact, Fact]] = []
    for old, touch in touched_by(said, grown, session, tools):
        joined = sets[old.ref]
        if touch.instead < WRONG or touch.more >= INSTEAD:
            continue
        if adds(said) and not denies(old, said, tools.country):
            # "Data comes from one more place. The eviction records are bought."
            continue
        put = _in_its_place(old, joined, said, tools)
        if put.values != joined.values:
            pairs.append((old, put))
    return set_anew(heard, pairs) if pairs else heard


def _in_its_place(old: Fact, new: Fact, said: str, tools: Tools) -> Fact:
    """What stands in the place of a set that is called wrong. Of one member nothing stays, though it is named: "substitute citizens for refugees"."""
    if old.field.type != "set" or new.status != "known":
        return new
    told = [value for value in new.values if value not in old.values]
    here = around(BEYOND_TITLES, said, new.start or 0)
    if len(old.values) == 1 and told and not adds(here[0] if here else said):
        return replace(new, value=checked_value(old.ref, told))
    alone = replace(new, value=checked_value(old.ref, told)) if told else new
    return set_put_right(old, alone, said, tools.country)


def _touched(heard: Heard, said: str, session: Session, tools: Tools) -> list[_Touched]:
    """The notes that a message touches and of which nothing was heard, those first that it most surely calls wrong."""
    done = {*(f.ref for f in (*heard.facts, *heard.told)), *(c.ref for c in heard.conflicts), *session.put}
    done |= {*heard.removed, *heard.refused, *((heard.restated.ref,) if heard.restated else ())}
    done |= _of_its_siblings(heard, said, session)
    near = _near(said, [f for ref, f in session.chain.facts.items() if ref not in done], session, tools)
    found = [(f, touch, _is_wrong(f, touch, said, tools)) for f, touch in touched_by(said, near, session, tools)]
    sure = [
        one
        for one in found
        if one[2] or one[1].more >= MORE or one[1].otherwise >= OTHERWISE or _may_be_wrong(one[0], one[1])
    ]
    # "The supplier is wrong" touches as surely who built it: what is called by its name is meant.
    named = keys_named(said)
    sure.sort(key=lambda one: (one[0].field.key not in named, -one[1].wrong))
    sure = _one_of_each_name(sure, heard, said, tools)
    return [_Touched(f, touch, wrong, tuple(_places(f, said, session, tools))) for f, touch, wrong in sure[:MOST]]


def _without_an_answer_of_a_note(
    heard: Heard, said: str, found: Sequence[_Touched], session: Session, tools: Tools
) -> Heard:
    """The same without an answer to the open question, of whose matter no sentence speaks, where the message plainly tells a note otherwise: "not all of
    it, only the front cameras get wiped. Back ones have no rule" is of no consent.
    """
    answer = next((f for f in heard.facts if f.ref == session.asked and f.source == "said"), None)
    if answer is None or answer.status != "known" or answer.field.type not in CHOICE_TYPES:
        return heard
    for one in found:
        told = dict(tools.answers(said, one.old.field.key))
        value = max(told, key=lambda v: told[v], default="")
        says = value not in ("", *one.old.values) and told[value] >= FAIR
        if one.touch.changes >= PLAIN and one.old.status == "known" and says:
            of_it = some_sentence_is_of(answer.field.key, said, tools)
            return heard if of_it else without_told(heard, {answer.ref})
    return heard


def _of_its_siblings(heard: Heard, said: str, session: Session) -> set[str]:
    """The same matter of other tools, where a message tells it of one and names no other: "the mothers, and also their husbands" is of the one that
    was asked about, "for the book thing nobody checks" of the one that is called so.
    """
    chain = session.chain
    told = [f for f in heard.facts if f.ref == session.asked or len(chain.mentioned(f.field.kind)) > 1]
    keys, there = {f.field.key for f in told}, {f.ref for f in told}
    others = (f for f in chain.facts.values() if f.field.key in keys and f.ref not in there)
    return {f.ref for f in others if not says_name(str(chain.value(f"{f.component}.name") or f.component), said)}


def _one_of_each_name(
    found: Sequence[tuple[Fact, Touch, bool]], heard: Heard, said: str, tools: Tools
) -> list[tuple[Fact, Touch, bool]]:
    """The same with one note of each field that several parts have, as a name, a supplier or a country: "the name is wrong" is of one, and where
    one was put right already, of that; unless what is noted stands in the message.
    """
    done = {f.field.name for f in (*heard.facts, *heard.told) if f.field.name in _OF_SEVERAL}
    left: list[tuple[Fact, Touch, bool]] = []
    for one in found:
        name = one[0].field.name
        place = old_value_in(one[0], said, tools.country) if name in done else None
        if name in done and (place is None or any(f.touches(*place) for f in heard.facts)):
            continue
        if name in _OF_SEVERAL:
            done.add(name)
        left.append(one)
    return left


def _may_be_wrong(fact: Fact, touch: Touch) -> bool:
    """Whether a message may call a note wrong, so that it is asked back where another value is plainly read beside it."""
    return touch.wrong + touch.otherwise >= MAYBE and fact.status == "known" and fact.field.type in CHOICE_TYPES


def _is_wrong(fact: Fact, touch: Touch, said: str, tools: Tools) -> bool:
    return touch.wrong >= WRONG or (touch.wrong >= DENIED and denies(fact, said, tools.country))


def _near(said: str, facts: Sequence[Fact], session: Session, tools: Tools) -> list[Fact]:
    """Those notes to which a message may do something: of whose matter it seems to speak, with whose words it shares one, and what was noted last.

    Of 124 notes that messages called wrong 120 were among them, and 12 in 100 of those that they left: the encoder need not look at the others.
    """
    spoken = dict(tools.spoken_of(said, {f.field.key for f in facts}))
    last, words = session.turns[-1].number if session.turns else 0, stems(said)

    def named(fact: Fact) -> bool:
        """People and forms have other names for a field than those in which it is said back: "bias testing"."""
        return bool(words & stems(f"{fact.field.name.replace('_', ' ')} {line_of(fact, session, tools)}"))

    return [f for f in facts if f.field.key in spoken or f.turn == last or named(f)]


def _places(old: Fact, said: str, session: Session, tools: Tools) -> Iterator[tuple[int, str]]:
    """The sentence of a message that touches a note most, that with the next, and with the one before."""
    spans = [m.span() for m in BEYOND_TITLES.finditer(said)]
    if len(spans) < 2:
        yield 0, said
        return
    changes = [touch.changes for a, b in spans for _, touch in touched_by(said[a:b], [old], session, tools)]
    best = changes.index(max(changes))
    (start, end), before, behind = spans[best], spans[best - 1 : best], spans[best + 1 : best + 2]
    yield start, said[start:end]
    for _, later in behind:
        yield start, said[start:later]
    for earlier, _ in before:
        yield earlier, said[earlier:end]


def _instead(one: _Touched, said: str, session: Session, number: int, tools: Tools, fair: float = FAIR) -> Fact | None:
    """What a message says instead of a note, as an answer to its question; the note itself where it says but that: sixty-two are "51 to 250"."""
    old, spec = one.old, one.old.field
    fair = CLEAR if spec.type in ("text", "entity", "country") else fair
    again = False
    for rank, (at, text) in enumerate(one.places):
        place = old_value_in(old, text, tools.country)
        named = name_put_instead(old, text, place)
        if named is not None:
            return replace(named.moved(at), turn=number)
        for start, piece in pieces(text, place):
            new = read_as(piece, at + start, old.ref, tools.reader, session, fair=fair)
            if new is not None and new.says_the_same(old):
                again = True
                continue
            if new is None or own_name_again(new, said, session.chain):
                continue
            if new.value == "other" and not in_offered_words(piece, old.ref, number):
                # What is none of the choices is asked for, and not guessed from "what else".
                continue
            if _stands_in_a_question(new, said):
                # "Where did you get business from?" does not tell that it is business.
                continue
            if new.open and rank:
                # That something is not known may be said of what is asked, in the sentence beside.
                continue
            if takes_a_name(new, said):
                continue
            if shortened(old, new, said) or not can_be_a_name(new, said) or only_denies(new):
                continue
            new = _in_its_place(old, new, text, tools)
            if not new.says_the_same(old):
                return replace(new, turn=number)
        quoted = _QUOTED.search(text) if spec.type == "text" and spec.name != "name" else None
        if quoted is not None and quoted["words"].casefold() != str(old.value).casefold():
            words = quoted["words"]
            return _known(old, words, words, at + quoted.start("words"), number)
        near = tools.nearest(text, spec.key) if spec.type in ("yesno", "enum") and not again else None
        if near is not None and near[1] not in (old.value, "other") and near[0] >= NEAR and near[2] >= NEAR:
            return _known(old, near[1], text.strip(), at, number)
    return old if again else None


def _taken(new: Fact, facts: Sequence[Fact]) -> Fact | None:
    """What the words of a name were heard to name already that is something else."""
    others = (f for f in facts if is_name(new) and is_name(f) and f.ref != new.ref and f.overlaps(new))
    return next(others, None)


def _is_less(ref: str, touch: Touch, said: str, session: Session, tools: Tools) -> bool:
    """Whether a message sets a note right less plainly than another that it touches so."""
    notes = [fact] if (fact := session.chain.get(ref)) is not None else []
    return any(other.instead < touch.instead for _, other in touched_by(said, notes, session, tools))


def _known(old: Fact, value: object, words: str, start: int, number: int) -> Fact:
    """Another value of a note, in words that begin at ``start``."""
    return Fact(old.ref, "known", checked_value(old.ref, value), words, start, start + len(words), number)


def _stands_in_a_question(fact: Fact, said: str) -> bool:
    here = around(BEYOND_TITLES, said, fact.start or 0)
    return here is not None and here[0].rstrip().endswith("?")


def _only_mentions(one: _Touched, tools: Tools, beside: bool) -> bool:
    """Whether what touches a name says it, and in no way that it is wrong; where something was set right ``beside`` it, only a denial says so."""
    text = one.places[0][1]
    there = old_value_in(one.old, text, tools.country) if is_name(one.old) else None
    if there is not None and (_NOT_FOR.search(text[: there[0]]) or _LABEL.match(text, there[1])):
        return True
    if there is None or denies(one.old, text, tools.country):
        return False
    return beside or not (may_correct(text) or _WHENCE.search(text))


def _calls_wrong(said: str) -> bool:
    """Whether a message has a word of denial, of a mistake or of a change at all: of a text in few words nobody else says that it is wrong."""
    return may_correct(said) or _AGAINST.search(said) is not None


def _only_asks(one: _Touched, tools: Tools) -> bool:
    """Whether what touches a note asks something, and neither denies it nor asks how it came to be noted."""
    text = one.places[0][1].rstrip()
    return text.endswith("?") and not (
        denies(one.old, text, tools.country) or may_correct(text) or _WHENCE.search(text)
    )


def _only_does_not_know(heard: Heard, said: str, session: Session) -> bool:
    """Whether a message is a don't-know of the open question and no more: "sorry this I not know" is of no other."""
    answer = next((f for f in heard.facts if f.ref == session.asked and f.open), None)
    alone = answer is not None and len(BEYOND_TITLES.findall(said)) == 1 and hardly_more(said, answer)
    return alone and not (may_correct(_SORRY.sub("", said)) or keys_named(said))


def _changes_nothing(new: Fact, one: _Touched, heard: Heard, said: str, session: Session, tools: Tools) -> bool:
    """Whether what was read instead of a note leaves it as it is: said once more, said of what is asked, or with no member taken out."""
    return (
        (not denies(one.old, said, tools.country) and read_as_it_stands(one.old, heard, new))
        or _is_all_of_the_answer(heard, new, one.old, said, session, tools)
        or _takes_no_member_out(heard, new, one, session, tools)
    )


def _is_all_of_the_answer(heard: Heard, new: Fact, old: Fact, said: str, session: Session, tools: Tools) -> bool:
    """Whether the words that may set a note right are the answer to the open question, and the message hardly more: "it is the people who use it"
    says whence the data come, and not whom it touches.
    """
    answer = next((f for f in heard.facts if f.ref == session.asked and f.status == "known"), None)
    if answer is None or not answer.overlaps(new) or (old.kind == answer.kind and old.field.name == answer.field.name):
        return False
    denied = denies(old, said, tools.country) or may_correct(said) or old.field.key in keys_named(said)
    # "We shout across the room. Nothing gets written down": of a sentence that answers no other note is set right.
    here = around(BEYOND_TITLES, said, answer.start or 0)
    return not denied and (hardly_more(said, answer) or (here is not None and hardly_more(here[0], answer)))


def _may_lose(old: Fact, said: str, tools: Tools) -> bool:
    """Whether a message may take a member out of a set."""
    return denies(old, said, tools.country) or may_correct(said) or _OUT.search(said) is not None


_OUT = re.compile(
    r"\b(?:not|no|never|nobody|none|only|just|instead|rather|alone|but|wrong|without|remove|delete|strike|leave|take|drop|forget|change|replace)\b|n['’]t\b|\?",
    re.I,
)


def _takes_no_member_out(heard: Heard, new: Fact, one: _Touched, session: Session, tools: Tools) -> bool:
    """Whether a set would lose members by words that take none out: by what answers the open question, or tells of one member once more."""
    old, (at, text) = one.old, one.places[0]
    if old.field.type != "set" or new.status != "known" or set(old.values) <= set(new.values):
        return False
    if denies(old, text, tools.country) or may_correct(text):
        return False
    here = any(f.ref == session.asked and f.start is not None and f.touches(at, at + len(text)) for f in heard.facts)
    less = set(new.values) < set(old.values)
    return here or (less and not _OUT.search(text))


def _tells_of_another(heard: Heard, one: _Touched, tools: Tools) -> bool:
    """Whether the sentence that touches a note most tells something of another field, and has no form of denying the note: it is an answer."""
    at, text = one.places[0]
    repeats = old_value_in(one.old, text, tools.country) is not None
    here = [f for f in heard.facts if f.start is not None and f.touches(at, at + len(text))]
    tells = any(not (f.open and repeats) for f in here)
    return tells and not (denies(one.old, text, tools.country) or may_correct(text))
