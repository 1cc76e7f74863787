"""What a message comes to beside what it tells: questions to the assistant, a wish to end, and both their effect on what was told. Pure but
for its port.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import Fact, field_of
from vcassist.interview import meant
from vcassist.interview.answers.offered import NO, YES, chosen
from vcassist.interview.answers.settling import no_more_of_it
from vcassist.interview.answers.what_it_shall_do import tells_what_it_shall_do
from vcassist.interview.heard import Heard
from vcassist.interview.meant import named_by_question
from vcassist.interview.parts.added import brings_in
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.answering import asks_for_its_words, not_understood
from vcassist.interview.questions.asked_of_talk import lead_of_the_talk, of_the_talk
from vcassist.interview.questions.asking import (
    Parts,
    asks_in_order,
    asks_whether,
    may_ask,
    question_form,
    seems_to_ask,
    sentences,
    sets_down,
    skips,
)
from vcassist.interview.questions.by_what_is_wanted import WantedBy, asks_what_is_meant, only_asks
from vcassist.interview.questions.known_names import asks_where
from vcassist.interview.questions.which_choice import asks_which_choice, within_the_question
from vcassist.interview.remarks.moves import hedge_of, says_nothing, wants_to_stop
from vcassist.interview.remarks.standing_by import forbids_change
from vcassist.interview.sentences import SENTENCE, around, last_before
from vcassist.interview.session import Awaiting
from vcassist.interview.turns_of_phrase import NO_IDEA, NOT_KNOW

# How much nearer to the talk than to the glossary a message must come that seems to tell something, or asks by no form.
SURE = 0.05
# From so many words on something is told: "Label, what do you mean?" only names it.
A_CLAUSE = 3

_WHETHER_IT_COUNTS = re.compile(
    r"^\W*(?:and |but |so )?(?:do|does|would|did) (?:that|this|it|those|these|they) (?:also |really )?count\b", re.I
)
# What could make a shrug an answer, once it is told: what something is, means or counts as, and what there is to choose from.
_ASKS_WHAT = re.compile(
    r"\b(?:what|which)(?:['’]?s| is| are| was| would| should| could| counts?| does [^?]*\bmean| do you(?: mean| call)?| kinds?| sort)\b"
    r"|\b(?:mean(?:s|ing|t)?|explain|examples?|such as|like what|difference between)\b|\b(?:is|are) (?:that|this|it|those|these) (?:an?|the|when|if|what|where|who|like)\b",
    re.I,
)
# Who asks what counts and tells their case leaves open whether it does.
_WHAT_COUNTS = re.compile(
    r"^\W*(?:and |but |so |well,? )?what (?:counts|qualifies|passes|goes|falls|do you count)\b(?: \w+)? ?(?:as|for|under)\b",
    re.I,
)
_SHRUG = re.compile(rf"{NOT_KNOW}|{NO_IDEA}", re.I)
_SAID_BACK = re.compile(
    r"\W*(?:(?:well|so|and|now|hm+|oh|eh|uh)\W+)*(?:whether|if|could|can|does|do|did|is|are|was|were|has|have|would|will|may|might)\b",
    re.I,
)
_AGREES = re.compile(
    r"\W*(?:(?:yes|yeah|yep|no|ok(?:ay)?|right|well)\W+)*(?:that|this|it)(?:['’]?s| is| was| sounds| seems| looks)(?: (?:all|quite|about|perfectly|very|not))* (?:right|correct|true|so|fine|ok(?:ay)?|accurate|good|wrong|it)\W*",
    re.I,
)

# Who says it for the second time has answered, whatever they ask beside it.
_SHRUGGED_BEFORE = re.compile(
    rf"\b(?:i|we)(?:['’]ve| have)? (?:already )?(?:said|told you)(?: (?:it|that|so|you))?(?: already| before| twice)?[\s,:;–—-]{{1,3}}(?:that )?(?:(?:i|we) )?(?:{NOT_KNOW}|{NO_IDEA})\b",
    re.I,
)


def beside(
    heard: Heard,
    parts: Parts,
    said: str,
    awaiting: Awaiting | None,
    about: Callable[[str], OfTheTalk | None],
    wanted: WantedBy = lambda sentence, asked: None,
) -> Heard:
    """The same with the questions and the goodbye of the message; its quotes in the message's own words again."""
    heard = replace(heard, facts=tuple(_quoted(fact, said) for fact in heard.facts))
    if skips(said):
        return heard
    if awaiting and asks_which_choice(said, field_of(awaiting.ref)):
        kept = tuple(f for f in heard.facts if f.ref != awaiting.ref or not within_the_question(said, f))
        heard = replace(heard, facts=kept, vague=False)
    if parts.parts_company:
        heard = replace(heard, parts_company=True, vague=False)
    if parts.ends:
        return replace(heard, asks=parts.asks, vague=False, skipped=None, reading=replace(heard.reading, intent="stop"))
    if parts.asks and not parts.tells.strip():
        return replace(heard, asks=parts.asks, vague=False, reading=replace(heard.reading, intent="question"))
    if parts.asks:
        yes_or_no = awaiting is not None and field_of(awaiting.ref).type == "yesno"
        if _SHRUGGED_BEFORE.search(parts.tells):
            # "I said already, I don't know. What is the model?": what was told stands.
            return replace(heard, asks=parts.asks, vague=False, skipped=None)
        if _WHETHER_IT_COUNTS.search(parts.asks) or (yes_or_no and _WHAT_COUNTS.search(parts.asks)):
            # Who asks whether that counts has not said yes, unless they said it in so many words.
            open_ref = awaiting.ref if awaiting else None
            kept = tuple(
                f
                for f in heard.facts
                if open_ref and (f.ref != open_ref or _said_so(f, parts.tells) or _before_the_case(f, said, parts.asks))
            )
            heard = replace(heard, facts=kept)
        elif awaiting and (
            not_understood(parts.asks)
            or asks_for_its_words(parts.asks, field_of(awaiting.ref))
            or (_guesses(heard, said, awaiting) and asks_what_is_meant(wanted, parts.asks, said, awaiting.ref))
        ):
            # "What is a label? The words go away, nobody keeps them": who asks what is meant tells something else beside.
            heard = replace(
                heard, facts=tuple(f for f in heard.facts if f.ref != awaiting.ref or _plain(f, parts.tells))
            )
        elif not_understood(parts.tells) or not (
            _shrugged_first(parts) or _says_it_back(parts.asks, awaiting) or of_the_talk(parts.asks, about)
        ):
            # "What is a foundry? I don't know." is no answer yet: it may be one once they know.
            heard = replace(heard, facts=tuple(f for f in heard.facts if not _shrugs(f, awaiting)))
        elif _only_names(parts.tells):
            # "And Lumo, is it on your list?" answers nothing.
            heard = replace(heard, facts=tuple(f for f in heard.facts if awaiting is None or f.ref != awaiting.ref))
        left = heard.skipped if heard.reading.intent == "skip" or (awaiting and awaiting.manner == "more") else None
        return replace(heard, asks=parts.asks, vague=False, skipped=left)
    if sets_down(said) or (awaiting is not None and tells_what_it_shall_do(said, awaiting.ref)):
        return heard
    if not _decides(said, awaiting) and not _answers(heard, said, awaiting) and _asks_of_the_talk(heard, said, about):
        # What was read in the words of such a question is no answer.
        return Heard(reading=replace(heard.reading, intent="question", note=""))
    if asks_where(said) and heard.reading.intent not in ("stop", "undo", "correction"):
        # "Is our data in America now?" wants to know it.
        return Heard(reading=replace(heard.reading, intent="question", note=""))
    if heard.facts and heard.reading.intent in ("answer", "other") and all(_asked_about(f, said) for f in heard.facts):
        return Heard(reading=replace(heard.reading, intent="question", note=""))
    if _only_asks(heard, said, awaiting, about, wanted):
        return replace(heard, vague=False, skipped=None, move=None, reading=replace(heard.reading, intent="question"))
    return heard


def _says_it_back(asks: str, awaiting: Awaiting | None) -> bool:
    """Whether a question may be the open one said back, to be answered at once: "Could they move it elsewhere? I don't know". It has a word of that one, and
    who asks what something is does not know yet whether they know it.
    """
    of_it = awaiting is not None and meant.shares_words(asks, field_of(awaiting.ref))
    return of_it and _SAID_BACK.match(asks) is not None and _ASKS_WHAT.search(asks) is None


def _before_the_case(fact: Fact, said: str, asks: str) -> bool:
    """Whether an answer stands before the case of which it is asked whether it counts: "No. Never seen one. We got half a day on Teams, does that
    count". The case is told in the sentence of the question, or where that is all of it, in the one before.
    """
    at = said.find(asks.strip())
    case = around(SENTENCE, said, at)
    if case is not None and not re.search(r"\w", said[case.start() : at]):
        case = last_before(SENTENCE, said, case.start())
    return case is not None and fact.end is not None and fact.end <= case.start()


def _asked_about(fact: Fact, said: str) -> bool:
    """Whether a name was read in a question of one sentence of which it is the subject: "is DeepL trustworthy"; "is it DeepL?" may answer."""
    if fact.field.type not in ("text", "entity") or len(sentences(said)) > 1:
        return False
    subject = re.match(r"\W*(?:(?:and|but|so|ok(?:ay)?)\W+)*(?:is|are|does|do|can|could|will|has|was)\b\W+", said, re.I)
    return subject is not None and fact.start == subject.end() and len(said[fact.end :].split()) > 0


def still_open(said: str, parts: Parts, awaiting: Awaiting | None) -> Parts:
    """A shrug beside a question decides no contradiction and confirms nothing: "not sure, what does that mean?" only asks. And nobody
    who is asked for more of something ends the talk with "that's all".
    """
    if no_more_of_it(said, awaiting):
        return Parts(said)
    put = awaiting is not None and awaiting.manner in ("conflict", "confirm")
    if put and parts.asks and not parts.ends and hedge_of(parts.tells.strip()):
        return replace(parts, tells=" " * len(parts.tells))
    return parts


def _decides(said: str, awaiting: Awaiting | None) -> bool:
    """Whether a message says yes or no to what was put to the person, so that "that is correct" and "that is all" ask nothing."""
    if no_more_of_it(said, awaiting):
        return True
    if question_form(said):
        return False
    return bool(_AGREES.fullmatch(said)) or (_put(awaiting) and bool(YES.match(said) or NO.match(said)))


def _answers(heard: Heard, said: str, awaiting: Awaiting | None) -> bool:
    """Whether what was asked for was read in a choice's own words, in a sentence that asks by no form: "that would be in use, as far as
    I can see" answers, however near it comes to a question about the talk.
    """
    if awaiting is None or question_form(said):
        return False
    fact = next((f for f in heard.facts if f.ref == awaiting.ref), None)
    return fact is not None and fact.status == "known" and chosen(fact, said)


def _asks_of_the_talk(heard: Heard, said: str, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether a message of one sentence asks or wants something of the talk itself, whatever a reader took it for."""
    if (
        heard.reading.intent in ("stop", "undo", "skip")
        or (forbids_change(said) and "?" not in said)
        or heard.removed
        or heard.change
        or heard.restated
        or heard.told
    ):
        return False
    if heard.move not in (None, "self") or not (question_form(said) or may_ask(said)):
        return False
    if heard.facts and "?" not in said and len(said.split()) > A_STATEMENT:
        # So long a sentence without a mark that tells something tells it.
        return False
    if len(sentences(said)) > 1 and (heard.facts or wants_to_stop(said)):
        # What one sentence tells is not lost because another asks for something.
        return False
    if "?" not in said and named_by_question(said):
        # "Who built it: both" says whose question it answers.
        return False
    mark = said.rfind("?")
    if brings_in(heard.facts, said) or (mark >= 0 and any((f.start or 0) > mark for f in heard.facts)):
        # "The folks who get arrested? No, nobody asked them": the question said again, and its answer.
        return False
    if any(f.status != "known" for f in heard.facts) and not asks_whether(said):
        # "I would rather not say" answers; "is what I write private" does not.
        return False
    read = heard.facts or heard.replaced or heard.conflicts or heard.unsure
    return lead_of_the_talk(said, about) >= (SURE if read else 0)


# More words without a question mark, in which something was heard, are no question.
A_STATEMENT = 16
# "We have no plan for leaving, why should we, they are good people" asks nothing.
_RHETORICAL = re.compile(
    r",? (?:and )?why (?:on earth )?(?:should|would) (?:we|i|they|he|she)(?=\s*(?:[,;.!]|$))", re.I
)


def _only_asks(
    heard: Heard, said: str, awaiting: Awaiting | None, about: Callable[[str], OfTheTalk | None], wanted: WantedBy
) -> bool:
    """Whether a message that told nothing asks about the talk or does not understand the question, though no reader saw it."""
    if heard.facts or heard.conflicts or heard.removed or heard.restated or heard.unsure or heard.change:
        return False
    if _RHETORICAL.search(said):
        return False
    if heard.reading.intent in ("question", "stop", "undo") or heard.reading.note:
        return heard.move == "lost" and awaiting is not None and not_understood(said)
    if heard.move not in (None, "lost", "self"):
        return False
    if awaiting is not None and not_understood(said):
        return True
    asks = asks_in_order(said) or seems_to_ask(said) or (question_form(said) and of_the_talk(said, about))
    return asks or (
        not _put(awaiting) and heard.move is None and only_asks(wanted, said, awaiting.ref if awaiting else None)
    )


def _put(awaiting: Awaiting | None) -> bool:
    """Whether what is waited for was put to the person as it stands, for a yes or no, or for more of it."""
    return awaiting is not None and awaiting.manner in ("conflict", "confirm", "more")


# "Nobody's running a raffle here" says no to nothing.
_SUBJECT = re.compile(r"\W*(?:nobody|no one)(?:['’]s)? \w", re.I)


def _plain(fact: Fact, tells: str) -> bool:
    """Whether a fact answers though it was asked what is meant: with a yes or no before it, or a word of its field in a clause."""
    if fact.status == "unknown" and not _SHRUG.search(fact.quote):
        return False
    said = YES.match(fact.quote) or (NO.match(fact.quote) and not _SUBJECT.match(fact.quote))
    if said or _said_so(fact, tells):
        return True
    return len(fact.quote.split()) >= A_CLAUSE and meant.shares_words(fact.quote, fact.field)


def _guesses(heard: Heard, said: str, awaiting: Awaiting) -> bool:
    """Whether the answer was read in a sentence with a question mark: "an open one? As in a shop?"."""
    found = (around(SENTENCE, said, f.start or 0) for f in heard.facts if f.ref == awaiting.ref)
    return any(sentence is not None and sentence[0].rstrip().endswith("?") for sentence in found)


def _said_so(fact: Fact, tells: str) -> bool:
    """Whether the sentence in which a yes or no was read begins or closes with that word: "no they can't, it is final"; "they can't, no"."""
    sentence = around(SENTENCE, tells, fact.start or 0)
    word = {"yes": YES, "no": NO}.get(str(fact.value))
    if sentence is None or word is None:
        return False
    last = sentence[0].rpartition(",")[2]
    begins = word.match(sentence[0]) is not None and not _SUBJECT.match(sentence[0])
    return begins or (len(last.split()) == 1 and word.match(last) is not None)


def _only_names(tells: str) -> bool:
    """Whether what stands before a question only names what it is about, and is no yes, no or number."""
    return bool(
        re.fullmatch(r"\W*(?:and|but|so|what about|now)\W+(?:the |our )?[^\W\d]\w*(?: [^\W\d]\w*)?\W*", tells, re.I)
    ) and not says_nothing(tells)


def _shrugs(fact: Fact, awaiting: Awaiting | None) -> bool:
    return awaiting is not None and fact.ref == awaiting.ref and fact.status == "unknown"


def _shrugged_first(parts: Parts) -> bool:
    """Whether what is asked stands behind what is told and asks what no words mean: "no idea where; why do you ask?" has answered."""
    asks_behind = len(parts.tells.rstrip()) < len(parts.tells) and bool(parts.tells[:1].strip())
    return asks_behind and not _ASKS_WHAT.search(parts.asks)


def _quoted(fact: Fact, said: str) -> Fact:
    """A fact with its quote from the whole message: what was read had other parts blanked out."""
    if fact.start is None or fact.end is None or "   " not in fact.quote:
        return fact
    return replace(fact, quote=said[fact.start : fact.end])
