"""What a message comes to that sets something said before right, alone or beside an answer, a decision or a confirmation. Pure but for its reader."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.interview import meant
from vcassist.interview.answers.last_answered import led_back, of_the_last
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.answers.pieces import answer_beside, answers_for_another, same_sentence
from vcassist.interview.corrections import denying, repair
from vcassist.interview.corrections.correcting import (
    adds,
    called_wrong,
    claimed,
    concludes,
    corrects,
    leads_up,
    retracts,
    turned_at,
)
from vcassist.interview.corrections.in_part import not_wholly
from vcassist.interview.heard import Heard, weigh, whole, without
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.questions.asking import sentences
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.moves import says_nothing
from vcassist.interview.remarks.of_no_answer import of_no_answer
from vcassist.interview.remarks.standing_by import forbids_change, stands_by
from vcassist.interview.session import Session
from vcassist.interview.words import Country

# "Nurses, no wait, doctors": what is right stands behind it.
_WITHIN = re.compile(r"\w\W+(?:no,? wait|wait,? no|no,? sorry|sorry,? no)\b\W+\w", re.I)
_POLITE = re.compile(
    r"\W*(?:(?:oh|well|i(?:['’]m| am)|so|very|really|actually|sorry|pardon|afraid)\W+)*(?:no|nope|not|yes|yeah)(?: (?:sorry|i(?:['’]m| am) afraid))?\W*",
    re.I,
)
_IF = re.compile(r"\W*(?:(?:and|but|so|well)\W+)*(?:if|when(?:ever)?|unless|once|didn['’]?t i|did i not)\b", re.I)
_WE_DO = re.compile(
    r"\W*(?:we|they|he|she|our \w+|my \w+) (?:\w+ly )?(?:always |never |also )?(?:remove|delete|erase|strike|drop|cut|change|correct|fix|edit|take)s?\b",
    re.I,
)


def repaired(
    session: Session,
    said: str,
    gated: tuple[Fact, ...],
    reader: Reader,
    number: int,
    country: Country,
    base: Heard,
    put: Set[str] = frozenset(),
) -> Heard | None:
    """A correction of something earlier, where the message is one; else None. ``put``: what it may be an answer to instead."""
    awaiting, asked = session.awaiting, session.asked
    if awaiting and field_of(awaiting.ref).type == "yesno" and _POLITE.fullmatch(said):
        # "Sorry, no" answers the question that is open.
        return None
    turn = turned_at(said, field_of(awaiting.ref).type == "yesno") if awaiting else 0
    from_known = bool(turn and denying.turns_from_known(session, said, turn, country))
    answer = next((f for f in gated if f.ref == asked), None)
    if turn and answer is not None and (answer.start or 0) >= turn and not from_known:
        # Who turns round within an answer corrects nothing earlier.
        return None
    denies = denying.denies_known(session, said, country, put)
    if denies and not corrects(said) and _answers_instead(session, said, gated, country):
        # "Not in Kenya, but they tested it in Uganda" answers where it was tested.
        denies = False
    by_form = corrects(said) or denies or from_known or _addresses(session, said, gated)
    by_form = by_form or repair.renames(session, said, country) or retracts(said)
    if forbids_change(said) or (awaiting and awaiting.manner == "change" and answer is not None):
        return None
    if base.move == "other_one" and meant.only_other_one(said) and not without(gated, asked):
        return _other_one(session, said, number, base)
    last = None if denies else of_the_last(session, said, gated, reader, put)
    if last is not None:
        return _last_put_right(session, said, gated, last, by_form, number, base, country)
    if not by_form and base.reading.intent != "correction" and base.move != "change" and not claimed(said):
        return None
    return _earlier_put_right(session, said, gated, by_form, reader, number, country, base, put)


def _last_put_right(
    session: Session,
    said: str,
    gated: tuple[Fact, ...],
    last: tuple[Fact, Fact],
    by_form: bool,
    number: int,
    base: Heard,
    country: Country,
) -> Heard | None:
    """The last answer set right; beside it only a message that says it was wrong sets something else right that is known already."""
    others = gated if adds(said) else repair.renamed(session, said, gated, country)
    others = tuple(f for f in others if f.ref not in session.chain.facts or (by_form and f.field.name != "purpose"))
    others = tuple(f for f in others if f.ref != session.asked or _of_its_own(f))
    sure = replace(base, reading=replace(base.reading, intent="correction"))
    return _corrected(session, said, *last, others, number, sure, country)


def _earlier_put_right(
    session: Session,
    said: str,
    gated: tuple[Fact, ...],
    by_form: bool,
    reader: Reader,
    number: int,
    country: Country,
    base: Heard,
    put: Set[str],
) -> Heard | None:
    """An earlier answer set right that a message quotes, names or means; or the question which, where it only says that one was wrong."""
    # Who only repeats what they told calls nothing wrong.
    wrong = by_form or not claimed(said) or base.reading.intent == "correction"
    quoted = repair.reread(session, said, reader, country, put, only_quoted=True) if wrong else None
    if quoted is not None:
        return _corrected(session, said, *quoted, gated, number, base, country)
    if not adds(said):
        gated = repair.renamed(session, said, gated, country)
    gated = tuple(denying.set_put_right(session.chain.get(f.ref), f, said, country) for f in gated)
    named = _named_right(session, said, gated, base)
    if named is not None:
        return named
    guessed = _guessed(session, said, gated, reader, country, put, by_form)
    if guessed is not None:
        return _corrected(session, said, *guessed, gated, number, base, country)
    if not without(gated, session.asked) and (less := denying.without_member(session, said, country, put)):
        return _corrected(session, said, *less, gated, number, base, country)
    if base.move == "change" and not gated and not stands_by(said):
        return replace(base, change=meant.meant_field(session, said) or _latest(session))
    return None


def _addresses(session: Session, said: str, gated: tuple[Fact, ...]) -> bool:
    """Whether a message begins with what an earlier answer is about; not with the answer itself ("on the sign it says Bibliotek, so that")."""
    named = meant.ADDRESSED.match(said)
    # All of a message tells nothing of where its answer begins.
    answers = (f for f in gated if f.ref == session.asked and len(f.quote) < len(said.strip()) - 1)
    answered = named and any((f.start or 0) < named.end() for f in answers)
    return not answered and meant.addresses(session, said)


def _other_one(session: Session, said: str, number: int, base: Heard) -> Heard:
    """ "The other one": the other value of the latest answer where it has one, else that answer is asked for anew."""
    other = meant.other_one(session)
    if other is None:
        return replace(base, change=_latest(session))
    latest, value = other
    new = whole(said, latest.ref, "known", checked_value(latest.ref, value), number)
    return replace(base, facts=(new,), replaced=((latest, new),))


def _named_right(session: Session, said: str, gated: tuple[Fact, ...], base: Heard) -> Heard | None:
    """What a reader itself took for other values of what is known; None where it saw none.

    The words that correct something earlier are no answer to the present question as well.
    """
    chain, awaiting = session.chain, session.awaiting
    named = [f for f in gated if (old := chain.get(f.ref)) and not old.says_the_same(f)]
    if not named:
        return None

    def spent(f: Fact) -> bool:
        mine = (n for n in named if n is not f)
        return any((f.overlaps(n) and not _has_own_words(f, n, said)) or repair.only_marks(f.quote) for n in mine)

    once = [f for f in gated if f.ref != session.asked or not (spent(f) or _follows(f, said))]
    facts, replaced, conflicts = weigh(chain, once, replace(base.reading, intent="correction"), awaiting)
    return replace(base, facts=facts, replaced=replaced, conflicts=conflicts)


def _guessed(
    session: Session,
    said: str,
    gated: tuple[Fact, ...],
    reader: Reader,
    country: Country,
    put: Set[str],
    by_form: bool,
) -> tuple[Fact, Fact] | None:
    """(old, new) of the answer that a message may set right without naming it.

    Words that answer the open question, or tell something new, are never thrown away for a guess at what they might correct: where only
    a reader takes the message for a correction, and where nothing in it is of the answer that would be set right.
    """
    chain = session.chain
    told = [f for f in gated if (f.ref == session.asked or f.ref not in chain.facts) and not repair.only_marks(f.quote)]
    if told and not by_form:
        return None
    found = repair.reread(session, said, reader, country, put, only_quoted=False, only_meant=not by_form)
    if found is None:
        return None
    again = next((f for f in gated if _says_again(f, chain.get(f.ref))), None)
    if again is not None and found[0].field.type != "yesno":
        # "Forget that, we are 14" after "we are 12" says the same band again, and sets nothing else right.
        return chain.facts[again.ref], again
    old, new = found
    foreign = not meant.telling_stems(old.field.key) & meant.stems(said)
    if not old.says_the_same(new) and foreign and any(f.overlaps(new) for f in told):
        return None
    if foreign and not by_form and claimed(said) and denying.old_value_in(old, said, country) is None:
        # "I said so" holds to what was told; whatever its other words could answer, it means no answer by them.
        return None
    return found


def _of_its_own(fact: Fact) -> bool:
    """Whether an answer beside a correction has words of its own question, or is no mere yes or no."""
    return fact.field.type != "yesno" or bool(meant.stems(fact.quote) & meant.telling_stems(fact.field.key))


def _has_own_words(answer: Fact, corrected: Fact, said: str) -> bool:
    """Whether a choice has words of its own beside those that correct something: "… read everything, slower"."""
    if answer.field.type != "enum" or corrected.field.type not in ("enum", "yesno"):
        return False
    start, end = answer.start or 0, answer.end or 0
    own = said[start : max(start, corrected.start or 0)] + " " + said[min(end, corrected.end or 0) : end]
    return bool(re.search(r"[^\W\d_]{3,}", own)) and not corrects(said[start:end])


def _answers_instead(session: Session, said: str, gated: tuple[Fact, ...], country: Country) -> bool:
    """Whether the sentence that denies a known value answers the present question in words of its own."""
    answer = next((f for f in gated if f.ref == session.asked and f.status == "known"), None)
    if answer is None or repair.only_marks(answer.quote) or answer.field.type in ("entity", "country", "text"):
        return False
    known = (f for f in session.chain.facts.values() if f.status == "known")
    places = [place for f in known if (place := denying.old_value_in(f, said, country))]
    if any(called_wrong(said, place[1]) for place in places):
        return False
    start = answer.start or 0
    if any(
        repair.only_marks(said[start:a] + said[b : answer.end or 0])
        for a, b in places
        if start <= a < (answer.end or 0)
    ):
        # "Google no. It is in Amazon": the no is of Google.
        return False
    return any(same_sentence(said, replace(answer, start=place[0], end=place[1]), answer) for place in places)


def _corrected(
    session: Session,
    said: str,
    old: Fact,
    new: Fact,
    gated: tuple[Fact, ...],
    number: int,
    base: Heard,
    country: Country,
) -> Heard | None:
    """The earlier answer set right. What its own sentence seems to answer of the present question was meant for the earlier one.

    None where the earlier answer was only said again and the present question is answered beside it.
    """
    new = not_wholly(old, denying.set_put_right(old, new, said, country), said)
    new, awaiting = replace(new, turn=number), session.awaiting
    if old.says_the_same(new):
        rest = tuple(f for f in gated if f.ref != old.ref and not (repair.only_marks(f.quote) and corrects(said)))
        if awaiting and (answer := next((f for f in rest if f.ref == awaiting.ref and not f.overlaps(new)), None)):
            if old.ref != denying.SIZE:
                return None
            # Another number within the same band changes nothing, but it was said.
            facts, replaced, conflicts = weigh(session.chain, (answer,), base.reading, awaiting)
            return replace(base, facts=facts, replaced=replaced, conflicts=conflicts, restated=old)
        rest = without(rest, awaiting.ref if awaiting else None)
        facts, replaced, conflicts = weigh(session.chain, rest, base.reading, awaiting)
        return replace(base, facts=facts, replaced=replaced, conflicts=conflicts, restated=old)
    # Neither the new value nor the wrong one names anything else in the same words.
    wrong = replace(old, start=place[0], end=place[1]) if (place := denying.old_value_in(old, said, country)) else new
    asked = awaiting.ref if awaiting else None
    rest = tuple(
        f for f in gated
        if f.ref != old.ref and not f.overlaps(wrong) and (not f.overlaps(new) or _names_more(f, new, session))
        and not (f.ref == asked and (repair.only_marks(f.quote) or same_sentence(said, f, new) or _follows(f, said)))
    )  # fmt: skip
    facts, replaced, conflicts = weigh(session.chain, rest, base.reading, awaiting)
    return replace(base, facts=(new, *facts), replaced=((old, new), *replaced), conflicts=conflicts)


def _names_more(fact: Fact, new: Fact, session: Session) -> bool:
    """Whether a name or a country within the words of a correction tells something new of its own ("they go to Wasabi in Virginia")."""
    own = fact.field.type in ("entity", "country") and new.field.type not in ("entity", "country", "text")
    return own and session.chain.get(fact.ref) is None and len(fact.quote) < len(new.quote)


def set_right_beside(
    session: Session, said: str, gated: tuple[Fact, ...], settled: Heard, reader: Reader, number: int, country: Country
) -> Heard:
    """What a message settles, with another answer that it sets right beside ("Yes. But I was wrong earlier: there is no policy").

    Where it does nothing but that, what was put to the person is still open.
    """
    awaiting = session.awaiting
    assert awaiting is not None
    if says_nothing(said):
        # "Correct." agrees to what was put, and corrects nothing.
        return settled
    put = session.put
    unasked = replace(session, turns=(*session.turns[:-1], replace(session.turns[-1], awaiting=None)))
    others = tuple(f for f in gated if f.ref not in put)
    found = repaired(unasked, said, others, reader, number, country, replace(settled, facts=(), replaced=()), put)
    pairs = tuple(pair for pair in found.replaced if pair[0].ref not in put) if found else ()
    if not pairs:
        return settled
    new = {fact.ref: fact for _, fact in pairs}
    kept = tuple(
        f for f in settled.facts if f.ref not in new and (f.ref in put or not any(f.overlaps(n) for n in new.values()))
    )
    before = tuple(pair for pair in settled.replaced if pair[0].ref not in new)
    heard = replace(settled, facts=(*kept, *new.values()), replaced=(*before, *pairs))
    if awaiting.manner == "confirm" and leads_up(said) and not any(f.ref in put for f in kept):
        return replace(heard, refused=())
    return heard


def with_answer_beside(
    session: Session, said: str, heard: Heard, reader: Reader, number: int, country: Country
) -> Heard:
    """The same with the answer to the present question that another sentence gives beside a correction."""
    awaiting = session.awaiting
    if (
        awaiting is None
        or awaiting.manner == "conflict"
        or not heard.facts
        or answers_for_another(heard.facts, awaiting)
    ):
        return heard
    # The sentence that sets something right answers nothing else.
    wrong = tuple(
        replace(old, start=place[0], end=place[1])
        for old, _ in heard.replaced
        if (place := denying.old_value_in(old, said, country))
    )
    told = blanked(said, [*of_no_answer(said, awaiting, session.chain), led_back(said)])
    facts = answer_beside((*heard.facts, *wrong), told, awaiting, reader, session.chain, number)
    kept = (f for f in facts if f in heard.facts or not heard.replaced or (stands_alone(f) and not _follows(f, said)))
    return replace(heard, facts=tuple(f for f in kept if f not in wrong))


def _follows(fact: Fact, said: str) -> bool:
    """Whether a yes or no is what follows from a correction ("so we don't have"), without a word of its own question: it answers no other."""
    if fact.field.type != "yesno":
        return False
    sentence = next((s for s in sentences(said) if fact.quote in s), fact.quote)
    return concludes(sentence) and not meant.telling_stems(fact.field.key) & meant.stems(sentence)


def stands_alone(fact: Fact) -> bool:
    """Whether words beside a correction answer a question by themselves: with a yes or no at their beginning, or a word of that question."""
    plain = YES.match(fact.quote) or NO.match(fact.quote)
    return fact.field.type != "yesno" or bool(plain) or meant.shares_words(fact.quote, fact.field)


def lost_correction(session: Session, said: str, reading: Reading, country: Country) -> str | None:
    """What is to be asked back, where a message sets something right and it is not understood what it should be instead."""
    corrected = reading.intent == "correction" or corrects(said) or denying.denies_known(session, said, country)
    if not corrected or stands_by(said) or (session.awaiting and session.awaiting.manner == "change"):
        return None
    if adds(said) or of_something_else(said):
        return None
    found = [t for t in meant.targets(session, said, country) if _may_be_wrong(t.fact, said, country)]
    return found[0].fact.ref if found and found[0].weight >= meant.MEANT + 0.5 else None


def _may_be_wrong(fact: Fact, said: str, country: Country) -> bool:
    """Whether a message that names a thing may set its name right: it denies the name or calls it wrong. A mention corrects nothing."""
    return not fact.ref.endswith(".name") or denying.denies(fact, said, country) or repair.speaks_of_a_name(said)


def of_something_else(said: str) -> bool:
    """Whether a message that is taken for a correction asks something, turns round within itself, or tells what is done."""
    return (
        said.rstrip().endswith("?")
        or _WITHIN.search(said) is not None
        or _WE_DO.match(said) is not None
        or _IF.match(said) is not None
    )


def _latest(session: Session) -> str | None:
    facts = session.chain.facts.values()
    latest = max((f.turn for f in facts), default=0)
    return next((f.ref for f in facts if f.turn == latest), None)


def _says_again(fact: Fact, old: Fact | None) -> bool:
    return old is not None and fact.field.type != "yesno" and old.says_the_same(fact)
