"""Nothing is doubted or set right by the way of which a message does not speak. Pure but for its ports.

"Only come one of three names and the percent" tells what is generated, and puts nothing in doubt of whom the data is about, though its words could be
of that too. Of 28 contradictions that were heard in what thirty people said, ten were of a matter that no sentence speaks of, and eight had a choice that
the message hardly answers: none of those was one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.chances import chance_of, chance_stated, values_in
from vcassist.interview.corrections.by_told_words import told_with_its_words
from vcassist.interview.corrections.correcting import corrects, may_correct, takes_back
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.heard import Heard, grows, without_told
from vcassist.interview.meant import own_stems, stems
from vcassist.interview.questions.matters_named import keys_named, some_sentence_is_of
from vcassist.interview.removals.some_of_the_list import named_of
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools
from vcassist.interview.touching import touched_by

# What contradicts must be so likely as the answer to its question; and where nothing else speaks of that, in a sentence of its own.
LIKELY, PLAIN = 0.5, 0.8
# Who says that it is not known speaks of the note that is taken for meant.
_NOT_KNOWN = re.compile(
    r"n['’]t (?:\w+ )?(?:know|ask\w*|say|tell)\b|\b(?:unknown|not known|open|not sure|(?:not|never) (?:\w+ )?(?:know|knew|ask\w*|say|tell)|no (?:idea|clue)|applicable|appl(?:y|ies))\b",
    re.I,
)
# Who takes back what they said last begins so.
_TURNS_BACK = re.compile(
    r"\W*(?:(?:no|oh|ah|um|uh|er|well|sorry)\W+)*(?:wait|hang on|hold on|scratch that|strike that|wrong|correction|i was wrong|my mistake|(?:that|it)(?:['’]s| is| was) (?:wrong|not right|not true))\b",
    re.I,
)
# From this chance on a message touches a note.
TOUCHED = 0.5
# The same of what a message touches that plainly answers what is asked.
CLEARLY = 0.75
# Below this chance no sentence of a message speaks of a matter. Of ten people that nobody had seen six of eight wrong notes beside an answer were of such
# matters, and one of thirteen right ones.
HARDLY = 0.3
# "9 → 85", "the 12 is pupils", "not a dozen but 85 of us": a number against another.
_OLD_NUMBER = re.compile(
    r"\d+ *(?:→|->|=>) *\d|\bnot\b[^.;!?]{1,40}\bbut\b|\b(?:the|that) (?:\d+|\w+teen|dozen) (?:is|are|was|were)\b|\b(?:wrong|right|instead|meant?|rather)\b",
    re.I,
)
# From this chance on a sentence counts the organisation anew.
COUNTED = 0.8
A_SENTENCE = 4


def spoken_of_beside(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without contradictions of choices that no sentence speaks of, or that the message hardly answers, and without choices that are set right or
    noted so.
    """
    waits = session.awaiting
    if waits is None or not waits.is_open or heard.decided or heard.late:
        return heard
    named = set(keys_named(said))
    told = told_with_its_words(said, session, tools) if heard.conflicts else None
    its = told[0].ref if told else ""
    kept = tuple(c for c in heard.conflicts if c.ref == its or _stays(c, said, session, tools, named))
    heard = heard if len(kept) == len(heard.conflicts) else replace(heard, conflicts=kept)
    stray = {new.ref for old, new in heard.replaced if _is_stray(old, new, said, session, tools, named)}
    stray |= {fact.ref for fact in heard.facts if _is_overheard(fact, said, session, tools, named)}
    answer = _plain_answer(heard, said, session, tools)
    if answer is not None:
        stray |= _only_beside(answer, heard, said, session, tools, named)
    return without_told(heard, stray) if stray else heard


def _plain_answer(heard: Heard, said: str, session: Session, tools: Tools) -> Fact | None:
    """What plainly answers the open question in a message in which nobody speaks of what they said before; None where nothing does."""
    answer = next((f for f in heard.facts if f.ref == session.asked), None)
    if answer is None or may_correct(said) or takes_back(said) or corrects(said) or _OLD_NUMBER.search(said):
        return None
    return answer if not _has_choices(answer) or chance_stated(said, answer, tools.answers) >= PLAIN else None


def _has_choices(answer: Fact) -> bool:
    return answer.status == "known" and answer.field.type in CHOICE_TYPES


def _in_the_answer(new: Fact, answer: Fact, said: str, tools: Tools) -> bool:
    """Whether what sets another note right stands in a sentence that answers what is asked: "We are fourteen now. And the van is in Free State" has one
    for each.
    """
    sentence = next((m for m in SENTENCE.finditer(said) if m.start() <= (new.start or 0) < m.end()), None)
    if sentence is None or new.quote not in said:
        return True
    if _has_choices(answer):
        return chance_stated(sentence[0].strip(), answer, tools.answers) >= LIKELY
    return sentence.start() <= (answer.start or 0) < sentence.end()


def _only_beside(answer: Fact, heard: Heard, said: str, session: Session, tools: Tools, named: set[str]) -> set[str]:
    """What is set right, or joins a list, by words that answer what is asked, and hardly touch it: "We are of Peru, department of San Martín" makes no
    government of a co-operative. Of ten choices that thirty people's answers set right so, nine had been right before.
    """
    told = [(old, new) for old, new in heard.replaced if old.status == "known"]
    told += [(old, f) for f in heard.facts if (old := session.chain.get(f.ref)) is not None and grows(old, f)]
    refs = {
        old.ref: old
        for old, new in told
        if old.field.type in CHOICE_TYPES
        and new.source == "said"
        and old.ref not in {session.asked, *session.put}
        and _in_the_answer(new, answer, said, tools)
    }
    notes = [old for old in refs.values() if old.field.key not in named]
    return {old.ref for old, touch in touched_by(said, notes, session, tools) if touch.changes < CLEARLY}


def _is_overheard(fact: Fact, said: str, session: Session, tools: Tools, named: set[str]) -> bool:
    """Whether a choice was noted by the way of which no sentence speaks: "where it fails, none of us has read about" tells of no way to report harm."""
    chain = session.chain
    if fact.ref in chain.facts or fact.ref == session.asked or fact.ref in session.put:
        return False
    if not chain.facts and fact.field.type != "yesno":
        # What a first story tells of its tool follows from the whole of it.
        return False
    if fact.status != "known" or fact.source != "said" or fact.field.type not in CHOICE_TYPES:
        return False
    key = fact.field.key
    return key not in named and fact.quote in said and _is_silent_on(key, said, tools)


def _is_silent_on(key: str, said: str, tools: Tools) -> bool:
    """Whether no sentence of a message seems to speak of a field; False where that was not learnt, and for a word or two, which speak of nothing by
    themselves.
    """
    texts = [m[0] for m in SENTENCE.finditer(said)]
    return (
        len(said.split()) >= A_SENTENCE
        and bool(tools.answers(said, key))
        and all(chance < HARDLY for text in texts for _, chance in tools.spoken_of(text, {key}))
    )


def _is_stray(old: Fact, new: Fact, said: str, session: Session, tools: Tools, named: set[str]) -> bool:
    """Whether a note is set right that the message neither speaks of nor touches: "nobody sold us anything" makes nobody of no labeller."""
    if new.source != "said" or old.status != "known" or old.field.type not in CHOICE_TYPES or old.field.key in named:
        return False
    if new.ref == session.asked or new.ref in session.put:
        return False
    gone = set(old.values) - set(new.values) if old.field.type == "set" and new.status == "known" else set()
    if gone and set(new.values) < set(old.values) and gone <= set(named_of(old, said, tools)):
        # "Take back that the caseworkers are touched" names who goes.
        return False
    last = next((turn for turn in reversed(session.live) if turn.facts), None)
    if last is not None and _TURNS_BACK.match(said) and any(f.ref == old.ref for f in last.facts):
        # "No wait, wrong, that was the old contract" is of what was told last.
        return False
    by_the_way = old.field.key == SIZE and new.status == "known" and not (may_correct(said) or _OLD_NUMBER.search(said))
    if by_the_way and tools.answers(said, SIZE):
        # "Ask five of us and you get five names" counts nobody anew.
        stated = (one for m in SENTENCE.finditer(said) for one in tools.stated(m[0]) if one.key == SIZE)
        return all(one.value not in new.values or one.chance < COUNTED for one in stated)
    if new.status != "known":
        spoken = (
            _NOT_KNOWN.search(said) is not None
            or bool(own_stems(old.field) & stems(said))
            or some_sentence_is_of(old.field.key, said, tools)
        )
    else:
        spoken = _stays(Contradiction.between(old, new), said, session, tools, named)
    hardly = new.status == "known" and chance_stated(said, new, tools.answers) < LIKELY
    if not spoken and hardly and not corrects(said) and _is_silent_on(old.field.key, said, tools):
        # "If it says bad, it is their onion which dies" tells nothing of a day without it.
        return True
    return not spoken and all(touch.changes < TOUCHED for _, touch in touched_by(said, [old], session, tools))


def _stays(conflict: Contradiction, said: str, session: Session, tools: Tools, named: set[str]) -> bool:
    """Whether a contradiction may be one: of what was put just now, of no choice, or of a choice that is spoken of and answered."""
    key = field_of(conflict.ref).key
    if conflict.ref in session.put or conflict.ref == session.asked or field_of(key).type not in CHOICE_TYPES:
        return True
    texts = [m[0] for m in SENTENCE.finditer(said)]
    told = [dict(tools.answers(text, key)) for text in (said, *texts)]
    if not any(told) or key in named:
        return True
    likely = [chance_of(one, conflict.new) for one in told]
    if max(likely) >= LIKELY and some_sentence_is_of(key, said, tools):
        return True
    new = values_in(conflict.new)
    if any(
        one.key == key and one.value in new and one.chance >= LIKELY for text in texts for one in tools.stated(text)
    ):
        return True
    # What a sentence of its own tells, beside the one that answers, is told.
    plainest = max(range(len(texts)), key=lambda n: likely[n + 1], default=0)
    plain = len(texts) > 1 and likely[plainest + 1] >= PLAIN and plainest != _answering(texts, session, tools)
    return plain and not _is_silent_on(key, said, tools)


def _answering(texts: Sequence[str], session: Session, tools: Tools) -> int:
    """Which sentence answers the open question, as far as it has choices; the first where that cannot be told."""
    key = field_of(session.asked).key if session.asked else ""
    chances = [max((c for v, c in tools.answers(text, key) if v), default=0.0) for text in texts] if key else []
    return max(range(len(chances)), key=lambda n: chances[n], default=0)
