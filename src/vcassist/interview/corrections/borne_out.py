"""What a message is taken to set right beside what was asked, where no sentence of it states that: it is asked back, and nothing is changed. Pure
but for its port.

A choice is set right by forms of words and by readers that take "all in one pot, not man, woman apart" for a yes. What a sentence states by
itself was learnt apart from them; where it sees hardly a sign of the new choice in any of them, the change is doubted. Of 24 such changes by people
that it had not seen, 19 were wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import ALONE, CHOICE_TYPES
from vcassist.interview import meant
from vcassist.interview.answers.counted_others import without_counts_of_others
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.corrections.held_to import holds_to
from vcassist.interview.corrections.members import names_of
from vcassist.interview.corrections.put_down import has_put_down
from vcassist.interview.heard import Heard, came_to_something, grows, without_told
from vcassist.interview.hunches import steps_back
from vcassist.interview.ports import Stated
from vcassist.interview.questions.matters_named import keys_named, may_be_of
from vcassist.interview.sentences import SENTENCE, alone_and_in_pairs, around, last_before
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools
from vcassist.interview.turns_of_phrase import DENIES

# Below this chance hardly anything states a choice; what makes a set larger by the way must be likelier ("All seven. Me too." touches no staff).
HARDLY, LIKELY = 0.05, 0.5
# What contradicts an answer by the way must be stated at least so likely, and plainly where no word of its matter is said.
AGAINST, PLAINLY = 0.3, 0.9
# Fewer words point at what was said ("no, the first one") and state nothing by themselves.
LEAST_WORDS = 9
# One alone shares its words with none.
LEAST_OF_TWO = 2
MOST_SENTENCES = 8
_BARE = re.compile(r"\W*(?:no|not|yes|yeah|nope|never|right|wrong|n['’]t)\W*", re.I)
# "It said that the shaft is open, which it is not" denies the shaft.
_OF_WHAT_IS_THERE = re.compile(r"\W*which (?:it|he|she|that|they) (?:is|was|are|were|does|did)(?: not|n['’]t)\W*", re.I)
# "No students at all", "pupils? no".
_AWAY = r"(?:\b(?:no|not|never|nobody|nothing|none|without|instead|rather|wrong|remove|out|off|change|replace|drop|delete)\b|n['’]t\b)"
_TAKEN_OUT = rf"{_AWAY}[^.;!]{{{{0,20}}}}\b{{0}}\b|\b{{0}}\b[^.;!]{{{{0,20}}}}{_AWAY}"
_LEAVES_OUT = re.compile(
    r"\b(?:leave|take|strike|cross|cut|keep)s?\b[^.;!?]{0,30}\bout\b|\b(?:remove|delete|drop|exclude|withdraw)s?\b",
    re.I,
)
# "Only the patients", "patients and nobody else".
_ONLY = r"\b(?:only|just|solely)(?: \w+){{0,3}} {0}\b|\b{0} (?:only|alone)\b|\b{0}\b[, ]+(?:and )?(?:nobody|no one|nothing) else\b"
# What says anywhere in a sentence that it adds; "me too" alone does not tell what.
_ALSO = re.compile(
    r"\b(?:also|too(?! (?:much|many|long|late|early|\w+ (?:to|for)\b))|as well|in addition|not (?:only|just))\b", re.I
)
LEAST_THAT_ADDS = 4
# Who adds says so.
_ADDS = re.compile(r"\W*(?:and|also|plus|oh and|add)\b", re.I)


def borne_out(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same, with each change of a choice that no sentence bears out put as a contradiction; that of a set is only left. A contradiction that a
    reader sees beside the question, and no sentence bears out, is none.
    """
    waits = session.awaiting
    heard = _without_bare_words(_without_what_is_of_others(heard, said, session), said, session)
    if heard.decided or heard.late or waits is None or not waits.is_open or _ADDS.match(said):
        return heard
    borne = tuple(c for c in heard.conflicts if _may_contradict(c, said, session, tools))
    if not borne and not came_to_something(replace(heard, conflicts=())):
        # A message that tells nothing else is asked back about what it names: "They does tell us before they change the bot."
        borne = tuple(c for c in heard.conflicts if may_be_of(field_of(c.ref).key, said, tools))[:1]
    heard = replace(heard, conflicts=borne)
    before = {new.ref: old for old, new in heard.replaced}
    before |= {f.ref: old for f in heard.facts if f.field.type == "set" and (old := session.chain.get(f.ref))}
    changes = [(before[f.ref], f) for f in heard.facts if f.ref in before and f.ref != session.asked]
    short = len(said.split()) < LEAST_WORDS
    # What sets something right that it names takes nobody out of another list.
    by_the_way = heard.reading.intent != "correction" or bool(keys_named(said))
    doubtful = [
        (o, n)
        for o, n in changes
        if _may_be_doubted(o, n, short)
        and (((by_the_way or grows(n, o)) and _loses(o, n, said)) or not _stated(o, n, said, tools))
        and not has_put_down(said, n)
        and not _calls_wrong(o, said)
        and (n.field.type == "set" or not holds_to(session, said, o, n))
    ]
    doubtful += [pair for pair in changes if pair not in doubtful and _raised_by_a_denial(*pair)]
    doubtful += _less_likely_of_the_same_words(changes, said, tools)
    if not doubtful:
        return heard
    refs = {new.ref for _, new in doubtful}
    back = tuple(
        Contradiction.between(old, new)
        for old, new in doubtful
        if new.field.type != "set" and not _raised_by_a_denial(old, new) and _of_its_matter(old, new, said, tools)
    )
    less = replace(without_told(heard, refs), conflicts=(*heard.conflicts, *back))
    named = all(n.field.type == "set" and may_be_of(n.field.key, said, tools) for _, n in doubtful)
    if came_to_something(less) or not named or any(_loses(o, n, said) for o, n in doubtful):
        return less
    # "There are delicate things after all: they talk about their illnesses": what names its matter and tells nothing else was not said in vain.
    return heard


def _calls_wrong(old: Fact, said: str) -> bool:
    """Whether a message says that a noted choice is not so, by its name: "it's every list I check, not sometimes"."""
    if old.field.type != "enum":
        return False
    names = "|".join(re.escape(name) for name in names_of(old.field, str(old.value)))
    return bool(names) and re.search(rf"\bnot (?:just |only |even )?(?:{names})\b", said, re.I) is not None


def _less_likely_of_the_same_words(
    changes: Sequence[tuple[Fact, Fact]], said: str, tools: Tools
) -> list[tuple[Fact, Fact]]:
    """Of two yes-or-no answers that the same words would change the one that they state less plainly: "old Mr Tuhoro never signed one" is of the
    consent and not of who is responsible.
    """
    yes_or_no = [(o, n) for o, n in changes if n.field.type == "yesno" and n.status == "known"]
    if len(yes_or_no) < LEAST_OF_TWO:
        return []
    found = {(one.key, one.value): one.chance for one in _found(said, tools)}

    def plainly(new: Fact) -> tuple[bool, float]:
        return new.field.key in keys_named(said), found.get((new.field.key, str(new.value)), 0.0)

    return [
        (o, n)
        for o, n in yes_or_no
        if any(
            n.ref != m.ref and n.field is not m.field and n.overlaps(m) and plainly(m) > plainly(n)
            for _, m in yes_or_no
        )
    ]


# What leaves a part of a whole.
_A_PART = re.compile(
    r"\b(?:some\w*|few|only|just|but|except|half|part\w*|when|if|most\w*|one|two|three|all|every\w*|always|others?|rest|not (?:all|every\w*|always))\b",
    re.I,
)
_DENIES = re.compile(DENIES, re.I)


def _raised_by_a_denial(old: Fact, new: Fact) -> bool:
    """Whether what was nothing at all would become a part by words that only deny: "the people on the list were never asked" raises no no."""
    raised = (old.value, new.value) in {("no", "partly"), ("never", "sometimes")}
    # "Not exactly nobody" denies a denial.
    return raised and len(_DENIES.findall(new.quote)) == 1 and _A_PART.search(new.quote) is None


def _loses(old: Fact, new: Fact, said: str) -> bool:
    """Whether a list would lose members to what is told by the way: "residents who petition attach medical certificates" takes nobody out."""
    lost = set(old.values) - set(new.values)
    if _LEAVES_OUT.search(said):
        return False
    if new.field.type != "set" or not lost or ALONE & {*old.values, *new.values} or new.field.key in keys_named(said):
        return False
    gone = (name for value in lost for name in names_of(old.field, value))
    left = (new.quote, *(name for value in new.values for name in names_of(old.field, value)))
    taken_out = any(re.search(_TAKEN_OUT.format(re.escape(name)), said, re.I) for name in gone)
    return not (taken_out or any(re.search(_ONLY.format(re.escape(name)), said, re.I) for name in left))


def _without_what_is_of_others(heard: Heard, said: str, session: Session) -> Heard:
    """The same without a change that the words tell of something else: a plan for another thing, a count of other people."""
    wrong = {
        n.ref for o, n in heard.replaced if n.ref != session.asked and steps_back(o.value, n.ref, n.value, n.quote)
    }
    facts = without_counts_of_others(heard.facts, said, session.asked)
    facts = tuple(f for f in facts if f.ref not in wrong)
    pairs = tuple(pair for pair in heard.replaced if pair[1] in facts)
    return heard if len(facts) == len(heard.facts) else replace(heard, facts=facts, replaced=pairs)


def _without_bare_words(heard: Heard, said: str, session: Session) -> Heard:
    """The same without a change of what was not put that has but a bare word for it: the no of "No, that is not right" is of what was put."""
    if heard.decided or heard.late or len(said.split()) < LEAST_WORDS:
        return heard
    put = session.awaiting is not None and not session.awaiting.is_open
    changed = [new for _, new in heard.replaced if new.ref != session.asked]
    bare = {n.ref for n in changed if (put and _BARE.fullmatch(n.quote)) or _OF_WHAT_IS_THERE.fullmatch(n.quote)}
    return without_told(heard, bare)


def _may_contradict(conflict: Contradiction, said: str, session: Session, tools: Tools) -> bool:
    """Whether a choice that contradicts an answer by the way is borne out by a sentence."""
    spec = field_of(conflict.ref)
    if conflict.ref == session.asked or spec.type not in ("yesno", "enum") or len(said.split()) < LEAST_WORDS:
        return True
    found = _found(said, tools)
    # "For the others we have nothing on paper" is of what it speaks of, and not of the fallback.
    least = AGAINST if _speaks_of(conflict, said) else PLAINLY
    return not found or any(one.key == spec.key and one.value == conflict.new and one.chance >= least for one in found)


def _speaks_of(conflict: Contradiction, said: str) -> bool:
    """Whether the sentence of what contradicts, or the one before it, names the matter, has a word that few other questions have, or one of the words
    in which the answer was given ("and the poster, I must be honest: …").
    """
    here = around(SENTENCE, said, max(said.find(conflict.new_quote), 0))
    text = here[0] if here is not None and len(conflict.new_quote) <= len(here[0]) else conflict.new_quote
    before = last_before(SENTENCE, said, here.start()) if here is not None else None
    both = f"{before[0]} {text}" if before is not None else text
    key = field_of(conflict.ref).key
    own = bool(meant.telling_stems(key) & meant.stems(text)) or key in keys_named(text)
    return own or bool(meant.words_of(conflict.old_quote) & meant.words_of(both))


def _of_its_matter(old: Fact, new: Fact, said: str, tools: Tools) -> bool:
    """Whether a message has a word of the matter, or the old value: else nobody would know why they are asked ("Mostly the same, but in two the
    machine was too quick" says nothing of working without a connection).
    """
    named = meant.telling_stems(new.field.key) & meant.stems(said)
    return bool(named) or old_value_in(old, said, tools.country) is not None


def _found(said: str, tools: Tools) -> list[Stated]:
    """What the sentences of a message may state, each alone and with the next."""
    texts = (said[start:end] for start, end in alone_and_in_pairs(said, MOST_SENTENCES))
    return [one for text in texts for one in tools.stated(text)]


def _may_be_doubted(old: Fact, new: Fact, short: bool) -> bool:
    said = new.field.type in CHOICE_TYPES and new.status == old.status == "known" and new.source == "said"
    return said and (not short or grows(old, new))


def _denies_all(one: Stated, key: str) -> bool:
    return one.key == key and one.value == "never" and one.chance >= LIKELY


def _stated(old: Fact, new: Fact, said: str, tools: Tools) -> bool:
    """Whether some sentence, or two that follow one another, may state what is new, or says that it adds; without what was learnt of that, all is."""
    here = around(SENTENCE, said, new.start or 0)
    if grows(old, new) and here is not None and len(here[0].split()) >= LEAST_THAT_ADDS and _ALSO.search(here[0]):
        # "It makes voice notes too, you know."
        return True
    found = _found(said, tools)
    values = set(new.values) - set(old.values)
    if not found or not values:
        return True
    least = LIKELY if grows(old, new) else HARDLY
    if (old.value, new.value) == ("always", "sometimes"):
        # What is not so at some times is told as not so: "at night nobody looks".
        values = values - {new.value} if any(_denies_all(one, old.field.key) for one in found) else values
    return values <= {one.value for one in found if one.key == new.field.key and one.chance >= least}
