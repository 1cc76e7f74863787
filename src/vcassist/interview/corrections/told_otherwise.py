"""A sentence that, read as the answer to a question answered before, plainly says otherwise: it sets that answer right. Pure but for its ports.

People seldom say that they correct something: "we carried everything to Warsaw", "today it only makes a suggestion, and Jussara decides". Heard
beside an answer, such words came to nothing. So each sentence that came to nothing is looked at by itself: which of the noted matters it
speaks of, and what it says as an answer to that question. No form of words is looked for. Where the person knows that they say otherwise, it
takes the place of what stood, and the reply shows both; where they may not, they are asked which is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vcassist.chain.facts import Chain, Fact, checked_value, field_of, kind_of, split_ref
from vcassist.chain.fields import ALONE, CHOICE_TYPES
from vcassist.chain.short_names import says_name
from vcassist.interview.answers.question_words import chosen_in, plainly_named
from vcassist.interview.contradictions import without_the_settled
from vcassist.interview.corrections.correcting import concludes
from vcassist.interview.corrections.denying import NAMED_TEXTS, SIZE, denies, is_name, old_value_in, same_value
from vcassist.interview.corrections.in_part import NOT_ALL, WHOLE, held_in_part
from vcassist.interview.corrections.knowingly import MOST_OF_IT, known_to_be_otherwise, misheard, says_that_it_was_wrong
from vcassist.interview.corrections.list_left import left_of_a_list
from vcassist.interview.corrections.repair import CHOSEN, FAIR, of_whom_we_work_with, only_denies, read_as
from vcassist.interview.corrections.said_of_us import (
    keeps_by_halves,
    of_deciding,
    of_no_one_else,
    of_what_was_said_before,
)
from vcassist.interview.corrections.speaking_back import YOU_NOTED, is_interrupted
from vcassist.interview.heard import Heard, answers, grows, read_as_it_stands
from vcassist.interview.meant import stems, telling_stems, words_of
from vcassist.interview.parts.goes_by_now import SAYS_SO, spelt_alike
from vcassist.interview.parts.pointing import elsewhere, of_another
from vcassist.interview.ports import Reader
from vcassist.interview.questions.by_what_is_wanted import amends
from vcassist.interview.reading import blanked, merged_set
from vcassist.interview.remarks.quoted import quotations
from vcassist.interview.remarks.standing_by import forbids_change, stands_by
from vcassist.interview.sentences import BEYOND_TITLES, alone_and_in_pairs, around
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.interview.words import Country

# How sure a sentence must be of a matter, and of what it says of it, to set right what is noted: who plainly speaks of a matter says something of it.
SPOKEN_OF, SAID = 0.5, 0.75
_PLAINLY, _SAID_THEN = 0.7, 0.6
# From this chance on a choice that a sentence states by itself is taken.
# For one that was taken for the answer to the open question, of which it states nothing by itself, it must be likelier.
STATED, NO_ANSWER, STATED_BESIDE = 0.5, 0.75, 0.9
# What joins a set must be plainly of its matter. Where a message repeats what was noted, less will do; a name is put in its place where that is sure.
_JOINS, _QUOTED, _SURE = 0.7, 0.05, 0.85
_FAIR_NAME = 0.6
# With a word of what was told, less will do.
_ALIKE = 0.3
# From this chance on, as it was learnt from what people say, a sentence sets right what was told: of those of four hands that it had not seen
# it knew 37 to 61 in 100, and took 10 to 16 in 100 for one that say otherwise by the way.
AMENDS, AMENDS_BESIDE = 0.5, 0.9
# A longer message, in characters, is a story; so many of its sentences are looked at, so many matters, and so many pieces for each.
LONGEST = 1_500
MOST_SENTENCES, MOST_MATTERS, MOST_PIECES = 6, 4, 2
# Fewer words say nothing of a matter that was not asked about; of a longer sentence, what stands beside its answer may say something more.
LEAST_WORDS, LEAST_CLAUSE, LONG = 4, 3, 14
# Longer words, in characters, are not said back.
LONGEST_SAID_BACK = 90
_I = re.I
# Who is not sure themselves is asked.
_UNSURE = re.compile(
    r"\b(?:i (?:think(?! of)|guess|suppose|believe|heard)|maybe|perhaps|probably|somebody|someone|(?:a|my) friend|they say|did i say)\b",
    _I,
)
# What takes members out of a set, and what leaves nothing but those that are named.
_OUT = re.compile(
    r"\b(?:not|no longer|never|none|nothing|without|any ?more|gone|out|off|away|leave|strike|scratch|drop|remove|forget|delete|wrong|stopped)\b|n['’]t\b",
    _I,
)
_TAKE_OUT = re.compile(r"\b(?:leave|strike|scratch|drop|remove|forget|delete|take|please)\b", _I)
_ONLY = re.compile(r"\b(?:(?<!not )(?<!n['’]t )only|solely|alone|just|nobody else|nothing else|no one else)\b", _I)
# "Only the calls about health lack it" tells what some of them are without.
_ONLY_THESE_LACK = re.compile(
    r"\b(?:only|just)\b[^.;!?]{1,60}\b(?:lacks?|miss(?:es)?|needs?|without|ha(?:s|ve) no|do(?:es)?(?: not|n['’]t)|(?:is|are)(?: not|n['’]t))\b",
    _I,
)
# "Weltfirma, who sold us this, was not content": what is told of somebody in passing is no news to whoever says it.
_TOLD_OF_BESIDE = re.compile(r"\s?,\s(?:who|which|whose|that)\b", _I)
# What says that something bears another name, or none of it.
_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bno longer|\bnever|\brather than|\binstead of)\b(?: (?:in|at|with|by|from|kept|stored|the|a|an|our|on|to)\b)*(?P<what>(?: [\w’'-]+){1,2})",
    _I,
)
_NAMES = re.compile(
    r"\b(?:names?|named|called|rebadged|renamed|goes by|go by|switched|moved|changed|replaced|swapped|ours|mistook|old)\b|\b(?:not|isn['’]t|wasn['’]t|never)\b",
    _I,
)
# What says of a house that it supplies, keeps or makes something.
_DEALS = re.compile(
    r"\b(?:bills?|billed|invoices?|pay(?:s|ing)?|paid|buy(?:s|ing)?|bought|sells?|sold|contracts?|rent(?:s|ed)?|licen[cs]es?|suppl\w+|vendors?|provid\w+|makers?|makes|made|develop\w+|host(?:s|ed|ing)?|stor(?:es?|ed|ing)|keeps?|kept|comes? from|belongs? to|owned)\b",
    _I,
)
# What is said back of our notes stands so near before the words themselves (characters).
_SAID_BACK = 90
# What leads up to what is right: "please correct: …", "it says a supplier did, no, …".
_LED_UP = re.compile(
    r"[^:.!?;\n]{3,60}:\s+(?=\w)|[^:.!?;\n]{3,160}?[,;–—-]\s*(?:no|nope|not so)\s*[,:;–—-]\s*(?=\w)", _I
)
_CLAUSE = re.compile(r"(?:\bi (?:said|told you)(?: that)?\s)?(?P<told>\w[^,;.!?\n]*)", _I)
_CLOSED = ("yesno", *CHOSEN)
# The thing that a sentence begins with, up to what is said of it; and what is of a tool's own life.
_BEGINS_WITH = re.compile(
    r"\W*(?:(?:and|but|so|no|well|sorry|actually|hm+)\b\W+)*(?P<thing>(?:the|that|this|our|my|their|those|these|a|an) (?:[\w’'-]+ ){0,4}?[\w’'-]+)(?=,| (?:for|of|with|about|in|on|at|from|i|we|they|you|who|which|that|is|was|were|are|has|had|have|will|ran|runs?|came|comes|does|did|goes|went|stopped|ended|got|gets)\b)",
    _I,
)
_HOW_FAR = re.compile(
    rf"\b(?:{TOOL}|ai|model|machine|thing|one|device|box|camera|service|trial|pilot|test|phase|start|launch|rollout|roll-?out|go-?live|contract|licen[cs]e|subscription|project|use|day|week|month|year|time)s?\b",
    _I,
)
_KEPT_AND_RUN = {"storage", "compute"}
# What is left where no other choice fits: nobody states it by the way ("no other special category occurs").
OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a message: its text, and where that begins."""

    start: int
    text: str


def told_otherwise(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same, with each noted answer set right of which a sentence that came to nothing plainly says otherwise."""
    if tools.again is None or not _may_say_more(heard, said, session):
        return heard
    heard = _known_conflicts(heard, said, session, number, tools)
    done = {f.ref for f in heard.facts} | {c.ref for c in heard.conflicts} | session.put
    pairs: list[tuple[Fact, Fact]] = []
    doubts: list[Contradiction] = []
    by_themselves = list(_stated_otherwise(heard, said, done, session, number, tools))
    done |= {old.ref for old, _, _ in by_themselves}
    heard = _without_a_false_answer(heard, said, {old.field.key for old, _, _ in by_themselves}, session, tools)
    beside = answers(heard, session.asked)
    in_what_is_left = _said_otherwise(_left(said, heard), said, done, session, number, tools)
    for old, new, piece in (*by_themselves, *in_what_is_left):
        if of_what_was_said_before(old.ref, piece.text):
            continue
        if of_whom_we_work_with(old.ref, piece.text) or _of_another_thing(old, piece.text, session):
            continue
        if _denied_outright(new, said) or not _may_be_of_us(new, said) or read_as_it_stands(old, heard, new):
            continue
        if old.field.type in ("yesno", "enum") and any(new.overlaps(n) for _, n in (*pairs, *heard.replaced)):
            # "So it's only on paper" sets one thing right: that of which it speaks most plainly.
            continue
        # Who sets one thing right knows that they do.
        knows = bool(pairs or heard.replaced) or _misspelt(old, new) or misheard(old, new.value)
        knows = knows or _asked_anew(new, piece)
        if old.field.type == "set":
            knows = knows or not beside or grows(old, new) or _TAKE_OUT.search(piece.text) is not None
        knows = knows or _denies_what_was_told(old, said, new.start or 0, session)
        if knows or _knows(old, said, new.start or 0, new.end or 0, tools, beside):
            pairs.append((old, new))
        elif old.field.type != "set":
            doubts.append(Contradiction.between(old, new))
    heard = _with_the_answer(heard, said, session, number, tools) if pairs or heard.replaced else heard
    if not pairs and not doubts:
        return replace(heard, unplaced=_unplaced(said, heard, session))
    if not pairs:
        return replace(heard, conflicts=(*heard.conflicts, *doubts), vague=False)
    # "Please leave the kids out of it" is no question, whatever it was taken for.
    meant = any(new.quote in heard.asks or heard.asks.strip() in new.quote for _, new in pairs) if heard.asks else False
    reading = heard.reading if heard.facts else replace(heard.reading, intent="correction")
    return replace(
        heard,
        reading=reading,
        facts=(*heard.facts, *(new for _, new in pairs)),
        conflicts=(*heard.conflicts, *doubts),
        replaced=(*heard.replaced, *(pair for pair in pairs if not grows(*pair))),
        asks="" if meant else heard.asks,
        change=None,
        vague=False,
    )


def _may_be_of_us(new: Fact, said: str) -> bool:
    """Whether the sentence that tells a country or a size anew speaks of the speakers, one that halves a rule says so, and what changes a part in
    deciding is of that.
    """
    if not of_deciding(new.ref, new.quote):
        return False
    here = around(BEYOND_TITLES, said, new.start or 0)
    if here is None or new.start is None or new.end is None:
        return True
    ours = of_no_one_else(new.ref, here[0], new.start - here.start(), new.end - here.start())
    return ours and keeps_by_halves(new.ref, new.value, here[0])


def _of_another_thing(old: Fact, sentence: str, session: Session) -> bool:
    """Whether a sentence that seems to tell how far the tool is begins with another thing: "that group of ours, it is closed since May"."""
    begins = _BEGINS_WITH.match(sentence) if old.field.name == "lifecycle" else None
    if begins is None:
        return False
    name = session.chain.value(f"{old.component}.name")
    named = isinstance(name, str) and says_name(name, begins["thing"])
    return not named and not _HOW_FAR.search(begins["thing"])


def _known_conflicts(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what contradicts a noted answer put in its place, where the person knows that it does and the sentence by itself says
    the same: who is asked back can still say which is right."""
    assert tools.again is not None
    pairs: list[tuple[Fact, Fact]] = []
    for conflict in heard.conflicts:
        old, start = session.chain.get(conflict.ref), said.find(conflict.new_quote) if conflict.new_quote else -1
        if old is None or start < 0 or old.status != "known" or not _can_be_set(old):
            continue
        if conflict.ref == session.asked or not _of_this_one(old, conflict.new_quote, session):
            continue
        sentence = around(BEYOND_TITLES, said, start)
        if sentence is None:
            continue
        end, piece = start + len(conflict.new_quote), _Piece(sentence.start(), sentence[0])
        anew = _asked_anew(Fact(old.ref, "known", checked_value(old.ref, conflict.new), said[start:end]), piece)
        anew = anew or _denies_what_was_told(old, said, start, session)
        if not anew and not _knows(old, said, start, end, tools, answers(heard, session.asked)):
            continue
        if YOU_NOTED.search(said, sentence.start(), start) and start - sentence.start() <= _SAID_BACK:
            # "You have it that nobody checks": what is said back is what stood.
            continue
        alone = read_as(piece.text, piece.start, conflict.ref, tools.again, session, fair=_SAID_THEN)
        if alone is None or alone.status != "known" or alone.as_json()["value"] != conflict.new:
            continue
        put = _set_right(old, replace(alone, turn=number), piece, tools)
        pairs += [(old, put)] if put is not None else []
    if not pairs:
        return heard
    put_in_place = tuple(new for _, new in pairs)
    both = replace(heard, facts=(*heard.facts, *put_in_place), replaced=(*heard.replaced, *pairs), vague=False)
    return without_the_settled(both)


def _denies_what_was_told(old: Fact, said: str, at: int, session: Session) -> bool:
    """Whether the sentence at a place denies a word of the message in which an answer was told: "it sits in Mauritius, not Johannesburg"."""
    here = around(BEYOND_TITLES, said, at)
    told = session.said_in(old.turn)
    denied = {w.casefold() for m in _DENIED.finditer(here[0]) for w in m["what"].split()} if here and told else set()
    # "It does not run on phones" denies the phone of before.
    return bool(denied & words_of(told)) or bool(stems(" ".join(denied)) & stems(told))


def _knows(old: Fact, said: str, start: int, end: int, tools: Tools, by_the_way: bool) -> bool:
    """Whether the words at a place, which say otherwise than ``old``, are said by somebody who knows that: by a sign of it, or as it was
    learnt that people say such things. What is said by the way, beside an answer, must be plainly so: "The recruiters had an hour. That's enough,
    since one of them reads every CV" tells a reason, and nobody thinks of what they told before.
    """
    if known_to_be_otherwise(old, said, start, end, tools.country, by_the_way):
        return True
    here = around(BEYOND_TITLES, said, start)
    if here is None or _UNSURE.search(here[0]) or (by_the_way and _TOLD_OF_BESIDE.match(said, end)):
        return False
    return amends(tools.wanted, said, start) >= (AMENDS_BESIDE if by_the_way else AMENDS)


def _with_the_answer(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with the answer to the open question, where a correction beside it was all that was heard: what plainly speaks of it."""
    waits = session.awaiting
    if waits is None or not waits.is_open or heard.asks or "?" in said:
        return heard
    if waits.ref in {f.ref for f in heard.facts} | {heard.skipped, *heard.refused} or session.chain.get(waits.ref):
        return heard
    key = field_of(waits.ref).key
    for piece in _left(said, heard):
        if dict(tools.spoken_of(piece.text, {key})).get(key, 0.0) < _PLAINLY:
            continue
        assert tools.again is not None
        answer = read_as(piece.text, piece.start, waits.ref, tools.again, session, fair=SAID)
        if answer is not None and not only_denies(answer):
            return replace(heard, facts=(*heard.facts, replace(answer, turn=number)), vague=False)
    return heard


def _unplaced(said: str, heard: Heard, session: Session) -> str:
    """The words of a message that say that something told or noted was wrong, where nothing came of them."""
    done = (
        heard.replaced or heard.conflicts or heard.change or heard.restated or heard.told or heard.unsure or heard.move
    )
    if done or heard.decided or (session.awaiting and session.awaiting.manner in ("confirm", "conflict")):
        return ""
    # What stands within quotation marks is said to others.
    own = blanked(said, quotations(said))
    wrong = (
        p.text.strip(" .!,;")
        for p in _left(said, heard)
        if says_that_it_was_wrong(own[p.start : p.start + len(p.text)])
    )
    return min((w for w in wrong if len(w) <= LONGEST_SAID_BACK), key=len, default="")


def _may_say_more(heard: Heard, said: str, session: Session) -> bool:
    if len(said) > LONGEST or not session.chain.facts or heard.reading.intent == "undo":
        return False
    if heard.removed or heard.merged or heard.late or forbids_change(said) or stands_by(said) or is_interrupted(said):
        return False
    return session.awaiting is None or session.awaiting.manner != "change"


def _left(said: str, heard: Heard) -> list[_Piece]:
    """The sentences of a message in which nothing was heard, each by itself, and two that follow one another together."""
    spent = [(f.start, f.end) for f in heard.facts if f.start is not None and f.end is not None]
    spent += [(at, at + len(c.new_quote)) for c in heard.conflicts if (at := said.find(c.new_quote)) >= 0]
    spent += [(n.start or 0, n.end or 0) for _, n in heard.replaced]
    found: list[_Piece] = []
    behind: int | None = None
    for m in BEYOND_TITLES.finditer(said):
        start, end = m.span()
        for begin, stop in _beside(start, end, spent, said):
            text = said[begin:stop]
            if text.rstrip().endswith("?") or len(text.split()) < LEAST_WORDS:
                continue
            found.append(_Piece(begin, text))
            if behind is not None and begin == start:
                found.append(_Piece(behind, said[behind:stop]))
        whole = not any(a < end and b > start for a, b in spent) and not m[0].rstrip().endswith("?")
        behind = start if whole else None
    return found[: 2 * MOST_SENTENCES]


def _beside(start: int, end: int, spent: Sequence[tuple[int, int]], said: str) -> Iterator[tuple[int, int]]:
    """A sentence in which nothing was heard; of a long one in which something was, what stands before and behind that."""
    mine = [(max(a, start), min(b, end)) for a, b in spent if a < end and b > start]
    if not mine:
        yield start, end
    elif len(said[start:end].split()) >= LONG:
        yield start, min(a for a, _ in mine)
        yield max(b for _, b in mine), end


def _said_otherwise(
    pieces: Sequence[_Piece], said: str, done: set[str], session: Session, number: int, tools: Tools
) -> Iterator[tuple[Fact, Fact, _Piece]]:
    """(old, new, the piece that says so) of the noted answers of which a piece says otherwise: each answer held against the pieces that
    speak of it most plainly, those that are spoken of most plainly first.
    """
    assert tools.again is not None
    facts = session.chain.facts.items()
    may_be = {ref: f for ref, f in facts if ref not in done and f.status == "known" and _can_be_set(f)}
    among = {f.field.key for f in may_be.values()}
    speaks = [(piece, _plainly_of(piece, among, tools)) for piece in pieces]
    spoken_of: dict[str, list[tuple[float, _Piece]]] = {}
    for ref, old in may_be.items():
        found = [(chances[old.field.key], piece) for piece, chances in speaks if old.field.key in chances]
        found = [(chance, piece) for chance, piece in found if chance >= _least(old, piece, said, tools)]
        # What somebody concludes ("so some of them know and some don't") says it best.
        found.sort(key=lambda each: (not concludes(each[1].text), -each[0]))
        if found:
            spoken_of[ref] = found[:MOST_PIECES]
    plainest = sorted(spoken_of, key=lambda ref: -max(chance for chance, _ in spoken_of[ref]))
    taken: set[tuple[int | None, int | None]] = set()
    for ref in plainest[:MOST_MATTERS]:
        old = may_be[ref]
        for chance, piece in spoken_of[ref]:
            if not _of_this_one(old, piece.text, session):
                continue
            new = _otherwise(piece, old, chance, said, session, number, tools)
            if new is None or (new.start, new.end) in taken:
                continue
            taken.add((new.start, new.end))
            yield old, new, piece
            break


def _denied_outright(new: Fact, text: str) -> bool:
    """Whether the very choice that was read is denied: "nobody tested it, not partly"."""
    words = (str(new.value), new.field.options.get(str(new.value), "")) if new.field.type in ("yesno", "enum") else ()
    return any(re.search(rf"\bnot (?:an? )?{re.escape(word)}\b", text, _I) for word in words if word)


def _plainly_of(piece: _Piece, among: set[str], tools: Tools) -> dict[str, float]:
    """Of which of some fields a piece speaks, each with how likely that is: as the reader sees it, or as its words by themselves state it."""
    found = dict(tools.spoken_of(piece.text, among))
    stated: dict[str, float] = {}
    for one in tools.stated(piece.text):
        stated[one.key] = stated.get(one.key, 0.0) + one.chance
    return {key: max(found.get(key, 0.0), stated.get(key, 0.0)) for key in among if key in found or key in stated}


def _stated_otherwise(
    heard: Heard, said: str, done: set[str], session: Session, number: int, tools: Tools
) -> Iterator[tuple[Fact, Fact, _Piece]]:
    """(old, new, the piece that says so) of the noted choices of which a sentence, or two that follow one another, plainly states another by
    itself, whatever else was heard in it. Of the sentence that answers the open question it must be surer: what is asked of its neighbour is
    answered in much the same words.
    """
    facts = session.chain.facts.items()
    may_be = {r: f for r, f in facts if r not in done and f.status == "known" and f.field.type in _CLOSED}
    # Where nothing could be set right, nothing need be read.
    pieces = _sentences(said) if may_be else []
    answers = [f for f in heard.facts if f.ref == session.asked and f.start is not None]
    found: dict[str, tuple[float, Fact, Fact, _Piece]] = {}
    for piece in pieces:
        here, stated = [f for f in answers if _within(f, piece)], tools.stated(piece.text)
        no_answer = not any(one.key == f.field.key for one in stated for f in here)
        least = STATED if not here else NO_ANSWER if no_answer else STATED_BESIDE
        for one in stated:
            if one.chance < least:
                break
            for ref, old in may_be.items():
                if old.field.key != one.key or one.value in (old.value, OTHER):
                    continue
                if any({f.kind, old.kind} == _KEPT_AND_RUN for f in here):
                    # "The city hall's own server" answers who keeps the data, and not where it runs.
                    continue
                if one.chance <= found.get(ref, (0.0,))[0] or not _plainly_of_this(old, piece.text, session):
                    continue
                new = _set_to(one.value, old, piece, tools)
                if new is not None:
                    found[ref] = one.chance, old, replace(new, turn=number), piece
    yield from ((old, new, piece) for _, old, new, piece in found.values())


def _without_a_false_answer(heard: Heard, said: str, keys: set[str], session: Session, tools: Tools) -> Heard:
    """The same without what was taken for the answer to the open question in a sentence that sets another right (of one of the fields ``keys``),
    and states nothing of what was asked; of choices only, as of these it was learnt what sentences state.
    """

    def false(fact: Fact) -> bool:
        if fact.ref != session.asked or fact.field.type not in CHOICE_TYPES:
            return False
        sentence = around(BEYOND_TITLES, said, fact.start or 0)
        stated = {one.key: one.chance for one in reversed(tools.stated(sentence[0]))} if sentence else {}
        return fact.field.key not in stated and any(stated.get(key, 0.0) >= NO_ANSWER for key in keys)

    left = tuple(f for f in heard.facts if not false(f))
    return heard if len(left) == len(heard.facts) else replace(heard, facts=left)


def _within(fact: Fact, piece: _Piece) -> bool:
    return piece.start <= (fact.start or 0) < piece.start + len(piece.text)


def _sentences(said: str) -> list[_Piece]:
    """The sentences of a message that state something, each by itself, and two that follow one another together."""
    texts = (_Piece(start, said[start:end]) for start, end in alone_and_in_pairs(said, MOST_SENTENCES))
    return [p for p in texts if not p.text.rstrip().endswith("?") and len(p.text.split()) >= LEAST_WORDS]


def _set_to(value: str, old: Fact, piece: _Piece, tools: Tools) -> Fact | None:
    """The choice that a piece states as an answer to a matter; of a set, what is left or what it grows to by it."""
    told = checked_value(old.ref, [value] if old.field.type == "set" else value)
    start = piece.start + len(piece.text) - len(piece.text.lstrip())
    quote = piece.text.strip()
    new = Fact(old.ref, "known", told, quote, start, start + len(quote))
    return _set_right(old, new, piece, tools) if old.field.type == "set" else new


def _least(old: Fact, piece: _Piece, said: str, tools: Tools) -> float:
    """How plainly a piece must speak of a noted answer, to be asked what it says of it."""
    if old_value_in(old, said, tools.country) is not None:
        return _QUOTED
    if old.field.type == "set":
        return _JOINS
    return _ALIKE if words_of(old.quote) & words_of(piece.text) else SPOKEN_OF


def _otherwise(
    piece: _Piece, old: Fact, chance: float, said: str, session: Session, number: int, tools: Tools
) -> Fact | None:
    """What a piece says of a noted answer that is not the same."""
    assert tools.again is not None
    closed = old.field.type in _CLOSED
    # Who is heard to set something right need not say a name in a form that sets it right.
    sets_right = not closed and old.field.type == "entity" and amends(tools.wanted, said, piece.start) >= SAYS_SO
    fair = _FAIR_NAME if sets_right else _SURE if not closed else _SAID_THEN if chance >= _PLAINLY else SAID
    new = _said_of(piece, old, chance, fair, tools.again, session)
    if new is None or new.says_the_same(old) or only_denies(new) or OTHER in {new.value, *new.values} - {*old.values}:
        return None
    if new.status != "known":
        # "Scrap Ireland, no clue where it sits": what was told is not known after all.
        return replace(new, turn=number) if new.status == "unknown" and denies(old, said, tools.country) else None
    if (
        not closed
        and not (sets_right and chance >= SPOKEN_OF)
        and not _is_its_name(old, new, chance, piece, said, tools.country)
    ):
        return None
    return _set_right(old, replace(new, turn=number), piece, tools)


def _said_of(piece: _Piece, old: Fact, chance: float, fair: float, reader: Reader, session: Session) -> Fact | None:
    """What a piece says of a matter: the one choice that it names in the words of the question, else what is read in it; where it denies the
    noted choice or leads up to what it tells, what is read in the rest."""
    text, start = piece.text, piece.start
    if chance >= SPOKEN_OF and old.value in WHOLE and (part := NOT_ALL.search(text)) is not None:
        begins, ends = part.span()
        return Fact(old.ref, "known", WHOLE[str(old.value)], part[0], start + begins, start + ends)
    denied, named = plainly_named(old.field.key, text) if old.field.type == "enum" else (set(), {})
    read = read_as(text, start, old.ref, reader, session, fair=FAIR if named else fair)
    if chance >= SPOKEN_OF and len(named) == 1 and old.value not in named:
        value, (begins, ends) = next(iter(named.items()))
        if read is not None and read.value == value:
            return read
        if read is None or old.value in denied:
            return Fact(old.ref, "known", value, text[begins:ends], start + begins, start + ends)
    if read is not None and not read.says_the_same(old):
        return read
    if old.value in denied:
        begins = chosen_in(old.field.key, text)[str(old.value)][1]
    else:
        led = _LED_UP.match(text)
        begins = led.end() if led else len(text)
    # What comes last says it best.
    clauses = [m for m in _CLAUSE.finditer(text, begins) if len(m["told"].split()) >= LEAST_CLAUSE]
    told = (read_as(m["told"], start + m.start("told"), old.ref, reader, session, fair=FAIR) for m in reversed(clauses))
    return next((new for new in told if new is not None and not new.says_the_same(old)), None)


def _can_be_set(old: Fact) -> bool:
    """Whether words on a matter can set it right without its name: a choice, or what is a name; free texts are left alone."""
    return is_name(old) or old.field.key in NAMED_TEXTS or old.field.type in _CLOSED


def _misspelt(old: Fact, new: Fact) -> bool:
    """Whether a name is the noted one, spelt rightly; models have names too near to each other to tell."""
    return is_name(old) and old.kind != "model" and spelt_alike(str(old.value), str(new.value))


def _asked_anew(new: Fact, piece: _Piece) -> bool:
    """Whether a piece names a choice in the words of the question, and its matter too: "if it is gone for a day, the work carries on"."""
    if new.field.type != "enum" or new.value not in plainly_named(new.field.key, piece.text)[1]:
        return False
    choice = words_of(" ".join(new.field.options.values()))
    return len(words_of(new.field.question) & words_of(piece.text) - choice) >= MOST_OF_IT


def _is_its_name(old: Fact, new: Fact, chance: float, piece: _Piece, said: str, country: Country) -> bool:
    """Whether a name is put in the place of the noted one. A supplier, chips or terms by words that are plainly of these. What a tool is called
    changes only where the noted name is said again and another is said to be it, or where that was spelt wrongly: "Kora is fine. My colleague
    prefers Zed" renames nothing.
    """
    if _misspelt(old, new):
        return True
    plainly = old.field.name != "name" and chance >= _SURE
    if plainly and (old.field.type != "entity" or _DEALS.search(piece.text)):
        return True
    # "The name is just Kora": what was noted with other words around it.
    within = re.search(rf"(?<!\w){re.escape(str(new.value))}(?!\w)", str(old.value), _I) is not None
    return (within or old_value_in(old, said, country) is not None) and _NAMES.search(piece.text) is not None


def _of_this_one(old: Fact, text: str, session: Session) -> bool:
    return not elsewhere(old.ref, text, session.chain, session.asked) and not of_another(old.ref, text, session)


def _plainly_of_this(old: Fact, text: str, session: Session) -> bool:
    """Whether a sentence is of the very part that an answer is of: where there are several of its kind, it names that one."""
    if old.ref == SIZE:
        # A number may count anything: who works there is read by what it counts.
        return False
    asked = split_ref(session.asked)[0] if session.asked else old.component
    # The one that is asked about stands beside the noted ones, whether or not anything was told of it.
    of_its_kind = {*session.chain.mentioned(old.kind)} | ({asked} if kind_of(asked) == old.kind else set())
    several = len(of_its_kind) > 1
    return (not several or says_name(session.chain.title(old.component), text)) and _of_this_one(old, text, session)


def _set_right(old: Fact, new: Fact, piece: _Piece, tools: Tools) -> Fact | None:
    """What stands instead; of a set, what is left or what it grows to. None where nothing changes by it."""
    if old.field.type not in _CLOSED:
        proper = any(c.isupper() or c.isdigit() for c in str(new.value))
        return new if proper and not same_value(old.value, new.value, old.ref) else None
    if old.field.type != "set":
        return held_in_part(old, new, piece.text, piece.start, tools.stated)
    if ALONE & {*new.values} and not telling_stems(old.field.key) & stems(piece.text):
        # "It just changes its face one morning" says of no content that there is none.
        return None
    again, alone = tools.again, bool(ALONE & {*old.values, *new.values})
    if not alone and len(old.values) > 1 and again is not None:
        stay = left_of_a_list(old.values, new.values, piece.text, _OUT, lambda words: _told_in(words, old, again))
        if stay:
            return None if {*stay} == {*old.values} else replace(new, value=checked_value(old.ref, stay))
    if alone or (_ONLY.search(piece.text) and not _ONLY_THESE_LACK.search(piece.text)):
        return new
    if _OUT.search(piece.text):
        left = [v for v in old.values if v not in new.values]
        changed = left and len(left) < len(old.values)
        return replace(new, value=checked_value(old.ref, left)) if changed else None
    whole = merged_set(old, new)
    return None if whole.says_the_same(old) else whole


def _told_in(words: str, old: Fact, reader: Reader) -> tuple[str, ...]:
    """The choices of a list that a few words tell as an answer for it."""
    read = reader.read(words, old.ref, Chain())
    told = (p for p in read.proposals if p.ref == old.ref and p.status == "known" and p.confidence >= FAIR)
    return tuple(v for p in told for v in p.members)
