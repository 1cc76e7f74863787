"""Questions that no form shows, as people dictate and type them: without a mark, in the middle of a sentence, behind their topic. Pure but for
its port.

"It's Dora's job and who'll be told of this once we're through" answers and asks. Where a clause may ask by its first words, it does ask if
it comes plainly near to what people ask of the talk or of the question on the table. A sentence asks in whatever words ("I'd give a lot to
know what my investors see"), where it was learnt that such sentences do, and it is sure what is wanted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from vcassist.chain.facts import field_of
from vcassist.interview.answers.what_it_shall_do import tells_what_it_shall_do
from vcassist.interview.parts.one_of_two import orders_a_merge
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_of_talk import lead_of_the_talk
from vcassist.interview.questions.asking import Parts, answers_by_form, asks_nobody, has_content, is_long
from vcassist.interview.questions.by_what_is_wanted import ON_A_CASE, REPHRASE, WantedBy, known, learnt
from vcassist.interview.questions.on_the_table import asks_its_meaning
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.moves import hedge_of
from vcassist.interview.removals.asked_to_strike import orders_a_part_out
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import JOINS, NO_IDEA, NOT_KNOW

# How much nearer to the talk than to the glossary: a sentence with its mark at the end of a message, and one before the end.
MARKED, BEFORE_AN_ANSWER = 0.0, 0.2
# The same of a clause without a mark, or how sure it must be what it wants. A verb before its subject anywhere in what somebody dictates is
# no sign by itself, however near it comes.
UNMARKED, ANYWHERE = (0.1, 0.5), (math.inf, 0.6)
# Fewer words ask nothing by themselves ("is it", "what else").
LEAST = 3
# How likely a sentence with its mark asks anything; how likely one without, and how sure it must be what.
ASKS, OF_WHAT = 0.6, 0.25
ASKS_BEFORE = 0.8
ASKS_UNMARKED, OF_WHAT_UNMARKED, OF_NO_IDEA = 0.9, 0.5, 0.8
# Whether a case counts is mostly asked beside the case itself, which stays told: a sentence of more words, and surer.
ON_ITS_CASE = 0.6
# Fewer words without a mark tell too little to be sure of what they want ("I am").
A_SENTENCE = 5
# What the open question, said again before its answer, seems to want.
OF_ITS_WORDS = frozenset({REPHRASE, "glossary"})
_I = re.I
_AUX = r"(?:is|are|r|am|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)(?:n['’]?t)?"
_SUBJECT = r"(?:i|you|u|we|they|he|she|it|this|that|these|those|there|my|your|our|the|any\w+|some\w+)"
# What another clause begins with: "what tablets they are on why are you asking".
_OTHER_CLAUSE = r"(?:i|you|we|they|he|she|it|why|who|how|where|when)"
_SHORTENED = r"['’]?(?:s|d|re|ll|ve)?"
_CLAUSE = re.compile(
    # "What becomes of it", "why d'you care", "how many have you still got": these ask wherever they stand, but for what is known or said.
    rf"(?:(?<![\w'’-])(?:what|why|how)(?:(?:['’](?:s|d|re|ll)|s)(?= )|(?= (?:{_AUX}|(?:often|soon|well) {_AUX}|\w+s|d['’]you|d['’]ya|if|come|many|much|long|far|like)\b))|"
    # "Who", "where" and "which" also go on from a noun: they ask at the head of a sentence or behind a word that joins.
    rf"(?:^(?:{JOINS}\W+)*|\b{JOINS}\W+)(?:(?:who|whom|where|when|to whom|for whom)(?:{_SHORTENED} (?:{_AUX}|else|gets?|sees?|reads?|hears?|needs?|knows?|runs?|owns?|stores?|keeps?|has|pays?|makes?|made|checks?|decides?)|['’](?:s|re|ll|d) (?:\w+ing|all|going|to)|['’]ll \w+)\b|which (?:\w+ )?{_AUX}\b)|"
    # "…, which one of your boxes is that": behind a comma too, where the verb stands before its subject.
    rf"(?:^|[,;:–—]\s*|\b{JOINS}\W+)(?:which|what)(?: (?!{_OTHER_CLAUSE}\b)[\w'’-]+){{1,5}}? {_AUX} {_SUBJECT}\b|"
    # "Is it", "could we": a verb before its subject, which no other subject stands before ("it is it helps us").
    rf"(?:^(?:{JOINS}\W+)*|\b{JOINS}\W+|[,;:–—]\s*|\s-\s)(?:{_AUX} {_SUBJECT})(?= )|"
    # "Just say can govt get it": an answer is called for.
    rf"(?:^|[.;:!?,–—-]\s*|\b(?:just|only|please|simply)\s)(?:say|tell me|answer(?: me)?)\W+(?={_AUX} \w+ \w)|"
    # A hope that wants to be borne out: "I hope that isn't forbidden".
    rf"(?<![\w'’-])(?:i (?:do |only |just |really )?(?:hope|trust|pray|wonder)|hopefully|let['’]?s hope)(?= ))",
    _I,
)
# What leads in to such a clause: a comma, a dash, "just say".
_CALLED_FOR = re.compile(r"^\W*(?:(?:(?:just|only|please|simply)\W+)*(?:say|tell me|answer(?: me)?)\W+(?=\w))?", _I)
_OR = re.compile(r"\W*or\b", _I)
_MARKS = re.compile(r"^[\s,;:–—-]+")
# In this order nothing is told, whatever stands before it.
_WHY_YOU = re.compile(r"why (?:are|do|did|would) (?:you|u)\b", _I)
# The same order of words anywhere, where somebody dictates and puts neither marks nor joints.
_INVERTED = re.compile(rf"(?<![\w'’-])(?!ha(?:ve|s|d)\b){_AUX} (?!there\b){_SUBJECT}(?= )", _I)
# So many words without a mark are dictated.
DICTATED = 15
# So many characters behind the beginning of a clause, such a verb belongs to it.
NEAR = 30
# What is known, said or seen is told: "I know what happens with it", "that depends on who reads it".
_TOLD = re.compile(
    r"\b(?:know|knows|knew|see|sees|saw|said|says|told|tells?|asks?|asked|decides?|depends? on|of|about|on|from|in|for|with|is|are|was|that['’]?s|it['’]?s|this is|sure|understand|check|checks|explains?|shows?|learn|matters?|care|idea|clue|remember|forg[eo]t|hear[ds]?|like|than|exactly|just)\s+(?:me |us |them |him |her )?$",
    _I,
)
_KNOWS_NOT = re.compile(rf"\b(?:{NOT_KNOW}|{NO_IDEA})\b", _I)


def with_those_meant(
    parts: Parts,
    message: str,
    asked: str | None,
    about: Callable[[str], OfTheTalk | None],
    wanted: WantedBy = lambda sentence, asked: None,
    states: Callable[[str], bool] = lambda sentence: False,
) -> Parts:
    """The parts of a message to ``asked`` with the questions that are known by what they mean; ``states``: whether a sentence seems to tell
    something of the chain.
    """
    if is_long(message) or not parts.tells.strip():
        return parts

    def near(text: str, least: float, of_words: bool) -> bool:
        """Whether a text comes near to what is asked of the talk, or, with ``of_words``, asks what a word of the open question means."""
        told = known(wanted, text, asked)
        if told is not None and told.asks < ASKS:
            return False
        of_its_words = of_words and asked is not None and asks_its_meaning(text.strip(), field_of(asked), about)
        return of_its_words or lead_of_the_talk(text.strip(), about) > least

    def asks(clause: str, least: float, sure: float) -> bool:
        """Whether a clause without a mark asks, as it was learnt from others, or by what it comes near to."""
        clause = _CALLED_FOR.sub("", clause)
        told = known(wanted, clause, asked)
        if told is not None and told.asks >= ASKS_UNMARKED and told.sure >= sure:
            return True
        return least < math.inf and near(clause, least, of_words=True)

    found: list[tuple[int, int]] = []
    # Whose words stay told: a case goes with the question on it, and without a mark a sentence may tell as well.
    also_told: list[tuple[int, int]] = []
    for sentence in SENTENCE.finditer(parts.tells):
        if asks_nobody(sentence[0]) or not sentence[0].strip():
            continue
        if orders_a_part_out(sentence[0]) or orders_a_merge(sentence[0]) or tells_what_it_shall_do(sentence[0], asked):
            continue
        if parts.ends and "?" not in sentence[0]:
            # "I think that suffices; please conclude" is a goodbye.
            continue
        marked = sentence[0].rstrip().endswith("?")
        # "Chips? No idea": what stands before an answer puts the question on the table once more.
        closes = marked and not message[sentence.end() :].strip()
        inner = [] if "?" in sentence[0] else _clauses(sentence[0], sentence.start(), asks)
        if inner:
            found += inner
        elif marked and near(sentence[0], MARKED if closes else BEFORE_AN_ANSWER, of_words=closes):
            found.append(sentence.span())
        elif topic := _surely_wants(sentence[0], message, asked, wanted, closes, states):
            found.append(sentence.span())
            if topic in ON_A_CASE or not marked:
                also_told.append(sentence.span())
    if not found:
        return parts
    tells = blanked(parts.tells, [span for span in found if span not in also_told])
    before = [(message.find(parts.asks), parts.asks)] if parts.asks else []
    pieces = [text for _, text in sorted((*before, *((start, message[start:end].strip()) for start, end in found)))]
    # Each is a sentence of its own, also where nobody put a mark.
    ended = (text if text[-1] in ".?!" else f"{text}?" for text in pieces[:-1])
    return replace(
        parts, tells=tells if has_content(tells) else " " * len(message), asks=" ".join((*ended, pieces[-1]))
    )


def _surely_wants(
    sentence: str, message: str, asked: str | None, wanted: WantedBy, closes: bool, states: Callable[[str], bool]
) -> str:
    """What a sentence wants, as it was learnt from others; "" for one that does not surely ask. ``closes``: it has its mark, and nothing
    stands behind it.
    """
    found = learnt(wanted, sentence, message, asked)
    if found is None:
        return ""
    if closes:
        # "So partly, I guess?" answers.
        return found.topic if found.asks >= ASKS and found.sure >= OF_WHAT and not hedge_of(sentence.strip()) else ""
    if sentence.rstrip().endswith("?"):
        # "Chips? No idea" puts the open question once more.
        on_its_case = found.topic in ON_A_CASE and found.sure >= ON_ITS_CASE and len(sentence.split()) >= A_SENTENCE
        own = found.topic in OF_ITS_WORDS or (found.topic in ON_A_CASE and not on_its_case)
        return found.topic if found.asks >= ASKS_BEFORE and found.sure >= OF_WHAT_UNMARKED and not own else ""
    if len(sentence.split()) < A_SENTENCE:
        return ""
    # "I really don't know what is behind it" answers, as a rule.
    least = OF_NO_IDEA if _KNOWS_NOT.search(sentence) else OF_WHAT_UNMARKED
    if found.topic in ON_A_CASE:
        return found.topic if found.asks >= ASKS_UNMARKED and found.sure >= max(least, ON_ITS_CASE) else ""
    asks = found.asks >= ASKS_UNMARKED and found.sure >= least
    return found.topic if asks and not states(sentence) else ""


def asks_within(message: str, start: int, end: int) -> bool:
    """Whether words stand in a clause that asks by its form, whatever it asks."""
    return any(
        sentence.start() + begin < end and start < sentence.start() + stop
        for sentence in SENTENCE.finditer(message)
        for begin, stop in pairwise([*_joined(sentence[0]), len(sentence[0])])
    )


def _joined(sentence: str) -> list[int]:
    """Where clauses of a sentence begin that may ask by their first words."""
    found = (m.start() for m in _CLAUSE.finditer(sentence))
    return [at for at in found if _WHY_YOU.match(sentence, at) or not _TOLD.search(sentence[:at])]


def _clauses(sentence: str, begin: int, asks: Callable[[str, float, float], bool]) -> list[tuple[int, int]]:
    """Where the clauses of a sentence without a mark ask: each up to the next one that may, or to the end of the sentence."""
    joined = _joined(sentence)
    starts = dict.fromkeys(joined, UNMARKED)
    if len(sentence.split()) >= DICTATED:
        # "How would I" begins with its "how".
        inverted = (m.start() for m in _INVERTED.finditer(sentence))
        starts |= {at: ANYWHERE for at in inverted if not any(0 <= at - one <= NEAR for one in joined)}
    pieces = [
        (start, end)
        for start, end in pairwise([*sorted(starts), len(sentence)])
        if len(sentence[start:end].split()) >= LEAST and not answers_by_form(sentence[start:end])
    ]
    found = [piece for piece in pieces if asks(sentence[slice(*piece)], *starts[piece[0]])]
    # "Will this report help them, or is it just a paper": the first half asks with the second.
    found += [
        one for one, other in pairwise(pieces) if other in found and one not in found and _OR.match(sentence, other[0])
    ]
    return [(begin + end - len(_MARKS.sub("", sentence[start:end])), begin + end) for start, end in sorted(found)]
