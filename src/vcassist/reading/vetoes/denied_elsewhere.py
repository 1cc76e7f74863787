"""Finds a no that stands in another sentence than the one it was read in: "We have a policy. Nobody was trained."; and a yes in words that
deny, read among others without a stop between them, and a no whose denial is of another clause. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.fields import FIELDS
from vcassist.interview.turns_of_phrase import DENIES
from vcassist.reading.text import Span, clauses, sentence_around, sentences
from vcassist.reading.trained import Guess

# Words of a denial, also such as deny within a word or only nearly.
_DENIES = re.compile(
    DENIES
    + r"|\b(?:nope|nah|naw|naebody|nowhere|hardly|barely|scarcely|seldom|rarely|lacks?|lacking|missing|absent|zero|refus\w+|forbid\w*|banned|stopped|stops|only|just|un(?!der|i|til|less)\w+|im?possible|illegible|in(?:complete|secure|valid|adequate|sufficient)\w*|(?:do|does|did|ca|wo|is|are|was|were|have|has|had|would|could|should)nt)\b",
    re.I,
)
# What is denied of a verb: "they don't get told", "nobody is asked".
_DENIES_A_VERB = re.compile(
    r"n['’]t\b|\b(?:never|not|nobody|no ?one|cannot|(?:do|does|did|ca|wo|is|are|was|were|have|has|had)nt)\b", re.I
)
# From so sure on a yes stands, whatever else denies something in its words.
SURE = 0.85
# From so sure on a clause that denies nothing says yes by itself, whatever another one beside it denies.
SURE_ALONE = 0.6
# Of more sentences one may be anybody's: a page that somebody pasted, what a brochure quotes.
FEW = 3
# A clause that denies what stands before it: "no, never", "but they don't".
_DENIES_THE_LAST = re.compile(r"^\W*(?:but\W+)?(?:no|nope|nah|not|never)\b|(?:n['’]t|\bnot|\bnever)\W*$", re.I)
NAYS = frozenset({"no", "never"})


def _is_nay(guess: Guess, *types: str) -> bool:
    """Whether a guess is a no to a field of one of these types."""
    return FIELDS[guess.key].type in types and guess.status == "known" and guess.values[0][0] in NAYS


def _own(guess: Guess, text: str) -> Span | None:
    """The sentence in which a guess was read."""
    return sentence_around(text, guess.start)


def denied_elsewhere(guess: Guess, text: str) -> Span | None:
    """The sentence in which a no was read that denies nothing, where another sentence does; None for any other guess."""
    if not _is_nay(guess, "yesno", "enum"):
        return None
    parts, own = sentences(text), _own(guess, text)
    if own is None or len(parts) < 2 or guess.end > own.end or _DENIES.search(own.text):
        return None
    return own if any(_DENIES.search(s.text) for s in parts if s != own) else None


def denied_in_itself(guess: Guess, text: str) -> Span | None:
    """The words in which a yes was read, not surely, that deny by their verb; None for any other guess."""
    if FIELDS[guess.key].type != "yesno" or guess.status != "known" or guess.values[0][0] != "yes":
        return None
    words = text[guess.start : guess.end]
    if guess.sure >= SURE or not _DENIES_A_VERB.search(words) or len(words) == len(text.strip()):
        return None
    return Span(guess.start, guess.end, words)


def affirmed_in_a_clause(guess: Guess, text: str) -> tuple[Span, list[Span]] | None:
    """The one clause of the words in which a no was read that denies nothing, and the clauses of its sentence that do; None for any other
    guess, and where one of those denies what the clause says."""
    if not _is_nay(guess, "yesno"):
        return None
    sentence = _own(guess, text)
    parts = [c for c in clauses(text) if sentence and sentence.start <= c.start < sentence.end]
    denying = [c for c in parts if _DENIES.search(c.text)]
    own = [c for c in parts if c not in denying and c.start < guess.end and guess.start < c.end]
    if len(own) != 1 or not denying or any(_DENIES_THE_LAST.search(c.text) for c in denying):
        return None
    return own[0], denying


def affirmed_in_another(guess: Guess, text: str, unasked: Callable[[str], Guess | None]) -> tuple[Span, Guess] | None:
    """The sentence that says yes by itself, and what it says, where a no was read in another that by itself says nothing of the field."""
    if not _is_nay(guess, "yesno"):
        return None
    parts, own = sentences(text), _own(guess, text)
    others = [s for s in parts if s != own and not _DENIES.search(s.text)]
    if own is None or not others or len(parts) > FEW or not _DENIES.search(own.text) or unasked(own.text) is not None:
        return None
    told = ((s, unasked(s.text)) for s in others)
    return next(
        ((s, g) for s, g in told if g and g.status == "known" and g.values[0][0] == "yes" and g.sure >= SURE_ALONE),
        None,
    )


def by_its_own_words(
    guess: Guess, text: str, alone: Callable[[str], Guess | None], unasked: Callable[[str], Guess | None]
) -> Guess:
    """The guess with the value of its own words, where it may have come from others. ``alone``: what words by themselves say of its field
    to who asks for it; ``unasked``: to who does not.

    The reader weighs a value over the whole message: a no whose sentence denies nothing is looked at by itself, and so is a yes whose words
    deny. "They read along, and nobody told the members" is a yes of the clause that speaks of the matter.
    """
    if within := denied_in_itself(guess, text):
        told = alone(within.text)
        says_no = told is not None and told.status == "known" and told.values[0][0] in NAYS
        if not (told and says_no and told.sure > guess.sure):
            return guess
        guess = replace(guess, values=told.values)
    if part := denied_elsewhere(guess, text):
        told = alone(part.text)
        if told is None or told.status != "known":
            return replace(guess, presence=0.0)
        return replace(guess, presence=min(guess.presence, told.presence), values=told.values)
    if found := affirmed_in_another(guess, text, unasked):
        where, told = found
        return replace(guess, values=told.values, start=where.start, end=where.end)
    if (parts := affirmed_in_a_clause(guess, text)) and not any(unasked(clause.text) for clause in parts[1]):
        told = unasked(parts[0].text)
        if told is not None and told.status == "known" and told.values[0][0] == "yes" and told.sure >= SURE_ALONE:
            return replace(guess, values=told.values, start=parts[0].start, end=parts[0].end)
    return guess
