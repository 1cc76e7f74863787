"""Whose silence an answer tells of: nobody but the organisation itself can say what it does, so a supplier that "won't say" was asked
about something else. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import CHOICE_TYPES, FIELDS, Field
from vcassist.interview.heard import Heard
from vcassist.interview.meant import addressed_words, own_stems, stems, words_of
from vcassist.interview.questions.in_other_words import alike
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.sentences import SENTENCE, around
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import A_PRICE, KEEPS_BACK

# What an organisation does itself, no supplier keeps from it.
OWN_KINDS = frozenset({"organisation", "application", "governance"})
# From this on (see Field.known_by) ordinary people know it of themselves.
OWN_FROM = 0.8
# So many turns back something may have been spoken of that "they won't say that" means.
BACK = 2
# Words that point at what was spoken of ("her lips are sealed on that").
_POINTS = re.compile(r"\b(?:that|this|it|those|them|either|neither)\b", re.I)
# "The tool" and "the data" are said of any of their matters.
_ANYTHING = frozenset({"application.name", "data.description"})
# "It's from a company in Nairobi, don't know the name."
_NAME_OF_A_MAKER = re.compile(
    r"\b(?:from|by|off|of) (?:a|an|some|one|this|that|our) (?:[\w-]+ ){0,2}(?:company|firm|vendor|supplier|maker|seller|dealer|start-?up|business|shop|reseller|developers?|manufacturer)\b[^.;!?\n]*\b(?:the|its|their|what|which) (?:exact |proper |right )?name\b",
    re.I,
)
MAKER = "application.supplier"
_KEEPS_BACK = re.compile(KEEPS_BACK, re.I)
# A longer message tells a story.
LONGEST = 600
# "Contracts idk": what heads such a sentence is what is not known.
_CONTRACTS = re.compile(
    r"\W*(?:and |but |so |the |our |of |about )*contracts?\b(?! (?:with|for|says?|is|are|was)\b)", re.I
)
# What stands in a paper is not known: of what was asked, and not of the paper.
_WHERE_IT_STANDS = re.compile(
    r"\bwhat(?:['’]?s| is| it says| stands| they wrote| we signed)?(?: exactly| really| all)? in (?:the|our|that|this) (?:contract|agreement|terms|licen[cs]e|policy|papers?|small print)\b|\bwhat (?:the|our|that) (?:contract|agreement|terms|licen[cs]e|policy|small print) (?:says?|tells?|holds?)\b",
    re.I,
)
# Who it is that will not say is not what is not said.
_WHO_SAYS = re.compile(
    r"\b(?:ask|asking|asked|one for|question for|up to) (?:the |our |their )?(?:vendor|supplier|maker|company|firm|seller|provider|developer|manufacturer|reseller)s?\b|"
    r"\b(?:the|our|their|this|that) (?:vendor|supplier|maker|company|firm|seller|provider|developer|manufacturer|reseller)s?['’]?s? (?=(?:just |only |always |simply |still )*(?:says?|said|told|tells?|will|would|won['’]?t|wo|do|does|did|has|have|hasn|haven|keeps?|kept|refuses?|refused|treats?|calls?|claims?|knows?)\b)",
    re.I,
)


def of_what_was_spoken_of(session: Session, said: str, heard: Heard) -> Heard:
    """The same, with a supplier's silence moved from a question that only the person can answer to what they did not know just before."""
    fact = next((f for f in heard.facts if f.ref == session.asked and _supplier_is_silent(f)), None)
    if fact is None or not _own(fact.field) or not _POINTS.search(said):
        return heard
    lately = (f for turn in reversed(session.live[-BACK:]) for f in reversed(turn.facts))
    meant = next((f for f in lately if f.status == "unknown" and not _own(f.field)), None)
    if meant is None or session.chain.get(meant.ref) != meant:
        return heard
    moved = replace(fact, ref=meant.ref)
    return replace(heard, facts=tuple(moved if f is fact else f for f in heard.facts), vague=False, skipped=None)


_NOT_LOOKED_UP = re.compile(
    r"\b(?:i|we|nobody) (?:(?:have|had|has) )?(?:never|not|did(?: not|n['’]?t))? ?(?:checked?|verif(?:y|ied)|asked?|looked?|look)\b",
    re.I,
)


def of_the_named_matter(session: Session, said: str, heard: Heard) -> Heard:
    """The same, with a don't-know or a refusal on the one matter that its sentence names, where that is not what was asked: "the name of the vendor
    I would rather not give", "about the impact assessment I don't know". What is known of that matter stands.
    """
    put_right = [new for _, new in heard.replaced]
    silent = [f for f in heard.facts if f.status in ("unknown", "withheld") and f not in put_right]
    fact = next((f for f in silent if f.ref == session.asked), silent[0] if len(silent) == 1 else None)
    if fact is not None and (same_words := [f for f in silent if f is not fact and _alike(f, fact)]):
        # "I don't know if it learns from us" leaves open what it says, and not what was asked.
        heard = replace(heard, facts=tuple(f for f in heard.facts if f is not fact))
        fact = same_words[0] if len(same_words) == 1 else None
    here = around(SENTENCE, said, fact.start) if fact is not None and fact.start is not None else None
    if fact is None or here is None:
        return heard
    # Who "never checked" what they were told speaks of no checks.
    named = _named_in(_NOT_LOOKED_UP.sub(" ", here[0]))
    before = around(SENTENCE, said, here.start() - 2) if here.start() > 1 and not named else None
    if before is not None and not any(f.touches(*before.span()) for f in heard.facts):
        # "The algorithm is a trade secret. We asked twice."
        named = _named_in(before[0])
        if fact.ref == session.asked and (
            _in_words_of(fact.field, before[0]) or _by_a_word_of(fact.field, named, before[0])
        ):
            # "I asked whether our classes are used for their training. They are not willing to say."
            return heard
    same = any(key.partition(".")[0] == fact.field.kind for key in named)
    if fact.ref == session.asked and (_in_words_of(fact.field, here[0]) or _by_a_word_of(fact.field, named, here[0])):
        # "About training, I do not know what they do with our data": the question's own word.
        return heard
    if not named or fact.field.key in named or (same and fact.field.type not in CHOICE_TYPES):
        # "We don't know the model" tells as little of who made it.
        return heard
    rest = tuple(f for f in heard.facts if f is not fact)
    chain = session.chain
    moved = [f for key in named if (f := replace(fact, ref=chain.first_ref(key))).ref not in chain.facts]
    if len(named) > 1 or not moved or any(f.ref == moved[0].ref for f in rest):
        return replace(heard, facts=rest)
    return replace(heard, facts=(*rest, moved[0]))


_A_PRICE = re.compile(A_PRICE, re.I)


def with_named_kept_back(session: Session, said: str, heard: Heard, number: int) -> Heard:
    """The same, with what a message says that it will not tell of another matter than the one asked: "I'd rather not say where it's hosted"."""
    if heard.reading.intent in ("question", "stop", "undo") or heard.move == "unnamed" or len(said) > LONGEST:
        return heard
    asked = field_of(session.asked).key if session.asked else ""
    kept: list[Fact] = []
    for sentence in SENTENCE.finditer(said):
        refuses = _KEEPS_BACK.search(sentence[0])
        named = _named_in(sentence[0]) if refuses and not sentence[0].rstrip().endswith("?") else set()
        if asked in named or not named or _A_PRICE.search(sentence[0]):
            # What the supplier charges is not who that is.
            continue
        kinds = [key.partition(".")[0] for key in sorted(named)]
        if len(set(kinds)) > 1:
            # "The hosting" is of machines and of storage: of that which more of its names speak of.
            most = max(set(kinds), key=lambda kind: (kinds.count(kind), kind))
            named = {key for key in named if key.startswith(f"{most}.")}
        words = sentence[0].strip()
        start = sentence.start() + sentence[0].index(words)
        refs = (session.chain.first_ref(key) for key in sorted(named))
        there = {f.ref for f in (*heard.facts, *kept)} | set(session.chain.facts)
        kept += [
            Fact(ref, "withheld", None, words, start, start + len(words), number, "person")
            for ref in refs
            if ref not in there
        ]
    if not kept:
        return heard
    # The same words keep back nothing of what was asked.
    others = tuple(f for f in heard.facts if f.status != "withheld" or not any(f.overlaps(new) for new in kept))
    return replace(heard, facts=(*others, *kept), vague=False)


def _alike(one: Fact, other: Fact) -> bool:
    """Whether the same words leave two matters open."""
    return one.status == other.status and one.overlaps(other)


def _in_words_of(spec: Field, sentence: str) -> bool:
    """Whether a sentence says what it is about in a word of a question: "about training …" to "may the supplier train on it?"."""
    about = addressed_words(sentence)
    return bool(about) and any(stems(word) & own_stems(spec) for word in about)


def _by_a_word_of(spec: Field, named: set[str], sentence: str) -> bool:
    """Whether all that names other matters in a sentence is a word of the question itself: "no idea about training", asked whether they train on it."""
    said, asked = alike(words_of(sentence)), alike(words_of(f"{spec.question} {spec.label}"))
    words = [said & alike(words_of(f"{FIELDS[key].question} {FIELDS[key].label}")) for key in named]
    return bool(words) and all(own and own <= asked for own in words)


def _named_in(sentence: str) -> set[str]:
    if _NAME_OF_A_MAKER.search(sentence):
        return {MAKER}
    if _CONTRACTS.match(sentence):
        return {"governance.exit_clause"}
    return set(keys_named(_WHERE_IT_STANDS.sub(" ", _WHO_SAYS.sub(" ", sentence)))) - _ANYTHING


def _supplier_is_silent(fact: Fact) -> bool:
    return fact.status == "withheld" and fact.by != "person"


def _own(field: Field) -> bool:
    return field.kind in OWN_KINDS and field.type in CHOICE_TYPES and field.known_by >= OWN_FROM
