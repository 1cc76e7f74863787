"""Answers to questions back: on the talk itself, from the glossary with its citation, or what the question on the table means. Pure but for
its ports.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from vcassist.chain.facts import field_of
from vcassist.chain.fields import FIELDS, Field
from vcassist.errors import NotReady, StorageTrouble
from vcassist.interview import phrases
from vcassist.interview.meant import stems, telling_stems, words_of
from vcassist.interview.ports import Answer, Citation, Glossary, OfTheTalk
from vcassist.interview.questions.asked_forms import TWICE, WHICH_MEANT, as_asked_before
from vcassist.interview.questions.asked_of_talk import APART, asked_of_the_talk, looked_up, questions_in
from vcassist.interview.questions.asking import asking_clauses, question_form, sentences
from vcassist.interview.questions.in_other_words import (
    ALIKE,
    IN_PLAIN,
    in_other_words,
    so_meant,
    what_is_meant,
    why_asked,
    with_its_words,
)
from vcassist.interview.questions.on_the_table import asks_its_meaning
from vcassist.interview.words import either

_WHY = re.compile(
    r"\bwhy\b|what(?:['’]?s| is| does) (?:it|that|this) to you|what(?:['’]?s| is) it (?:your|of your) business|none of your business|what do you need (?:it|that|this) for|what for\b|what (?:difference|odds) (?:does|would|will|could|is)\b|what (?:has|have|does|do|did) [^.?!]{2,40}? (?:got )?to do with (?:it|that|this|anything|the matter|us)\b|(?:for|out of) what (?:reason|purpose)\b|what(?:['’]?s| is) the (?:reason|purpose|point) (?:of|for) (?:this|that|your|the) question|what does (?:it|that) matter|why does (?:it|that) matter",
    re.I,
)
# What a "why" asks of the question on the table, and not of the matter ("why does it make things up?").
_WHY_WE_ASK = re.compile(
    r"\b(?:you|your|ask\w*|questions?|matters?|relevan\w*|important|needed|interest\w*|business|what for|to us|difference|odds|to do with|put(?: to)?)\b|^\W*(?:\w+\W+){0,3}\w*\W*$",
    re.I,
)
_POINTS = re.compile(r"\b(?:mean|meaning|understand|explain|example|clarify|that|this|those|it|in plain)\b", re.I)
_LANGUAGE = re.compile(
    r"\b(?:speak|understand|write|talk|answer|know)\b.{0,20}\b(?:german|french|spanish|portuguese|italian|arabic|swahili|hindi|chinese|other languages?|my language)\b",
    re.I,
)
SHORT = 14
ENGLISH = "So far I understand and write English only; simple words are quite enough."
OUT_OF_USE = "I cannot look that up just now, as my glossary does not answer. Ask it again in a minute."
NOT_COVERED = "That I cannot answer: I only know about AI, what it is made of and whom it depends on."
# Something was found that is hardly about what was asked.
NEAREST = "I have no good answer to that. The nearest entries of the glossary are {}."
UNSURE = "I am not sure what you want to know. Ask me “what have you noted?”, “what is missing?”, “what is the worst?” or “who can read this?”."


# Two answers at most to one message, and so many words of both together.
MOST = 2
MOST_WORDS = 65
# Sentences of the glossary in one answer.
MOST_SENTENCES = 3
# Words of a sentence that says something by itself.
LEAST_SAID = 2
# Names and acronyms, which a sentence's first word need not be.
_NAMES = re.compile(r"(?<=[\w,;:] )(?!AI\b|I\b)[A-Z][\w-]+")
_DEFINE = re.compile(r"\b(?:what(?:['’]?s| is| are)|mean\w*|define|explain)\b", re.I)
_OF_THE_INTERVIEWER = re.compile(
    r"\b(?:have|did|do|will|would|are|were) (?:you|u)\b(?! (?:know|tell|explain|say|mean|think|please)\b)|\byour (?:list|notes?|scheme|report|map|question|record)\b|\b(?:the|this) (?:report|assessment|interview|conversation|questionnaire)\b",
    re.I,
)
_WH = re.compile(r"\b(?:who|whom|whose|why|how|where|which|when)\b", re.I)
# What belongs to what is asked for: a question about the field, whatever a glossary has on its words.
_COUNTS = re.compile(
    r"\b(?:counts?(?: as)?|counted|(?:is|are|be) (?:that|this|it|they|those|included|meant)|belongs?|do you mean|you mean)\b",
    re.I,
)
_THAT = re.compile(
    r"\W*(?:(?:and|but|so|or|then|ok(?:ay)?)\W+)*(?:(?:is|are|was|does|did|do|would) (?:that|this|it|these|those|they)\b|whose\b|you mean\b)",
    re.I,
)
# So many words of a question that points at something are enough, where none is of the term's own name.
ENOUGH = 2
_NOT_UNDERSTOOD = re.compile(
    r"\b(?:(?:don['’]?t|do not|did not|didn['’]?t|can['’]?t|cannot|not|no|never|hardly) (?:really |quite |fully |even )?(?:understand\w*|get|follow\w*|catch)(?: (?:it|this|that|you|(?:the|this|that|your) question|what (?:you|this|that|it) (?:\w+ ?){1,3}))?(?=\W*$|[.,;!?])|"
    r"not (?:quite |really |so )?(?:sure|certain|clear) what (?:counts?|falls|belongs|(?:that|this|it|you|is meant)\b(?! (?:is|are|does|do) (?:made|based|called|stored|trained|hosted)))|"
    r"not (?:quite |really |so )?(?:sure|certain|clear) (?:what|wat) (?:(?:you|u)(?:['’]?re| are| r)?|ur) (?:\w+ )?(?:look\w*|after|ask\w*|want\w*|getting)\b[^.?!]{0,20}|(?:what|wat) (?:are|r) (?:you|u) (?:after|looking for|getting at|on about)|"
    r"(?:in )?(?:other|simpler|plainer|easier|different|more simple) words?|(?:say|ask|put|explain)\w* (?:\w+ ){0,3}(?:again|simpl\w+|easier|more (?:easy|simpl\w+|clearly)|(?:an)?other way|different\w*|plainly)|"
    r"rephrase|come again|pardon\b|give (?:me |us )?an? example|for example\s*\?|^\W*(?:(?:and|but|so|well)\W+)*(?:(?:who|what|how) (?:should|could|would|might) (?:that|this|it|such (?:a |an )?\w+)(?: \w+)? (?:be|look(?: like)?)\b(?: \w+){0,3}|(?:normally|usually)? ?(?:like|such as) (?:what|who))(?:\W+\w+){0,3}\W*$|what (?:(?:on earth|in the world|in heaven['’]?s name|the (?:hell|heck|devil|dickens)|exactly|actually|then|ever) )?(?:do|are) you (?:mean(?! (?:by|with) (?!(?:that|this|it)\b))|asking|want (?:to know|me to say))|what (?:kind|sort) of answer|what is (?:it )?you want to know)",
    re.I,
)
# "What means 'identifiable'?"
_WHAT_MEANS = re.compile(
    r"\W*(?:(?:and|but|so|sorry|please|ok(?:ay)?|excuse me)\W+)*(?:what(?:['’]?s)? (?:(?:even|exactly|actually) )?(?:means?|mean you (?:by|with)|does|do|is (?:even |really |actually |exactly )?meant (?:by|with)|do you mean (?:by|with)|you mean (?:by|with))(?: the word)?|(?:explain|define)(?: me)?(?: the word)?) (?P<what>[^?.!]{2,60}?)(?: (?:even|really|actually|ever))?(?: means?)?(?: (?:here|please|exactly|in english|in this case|for us|anyway))*\W*$",
    re.I,
)
# "What is a label here?", "Label? What is label?"
_WHAT_IS = re.compile(
    r"\W*(?:(?:and|but|so|sorry|please|ok(?:ay)?|excuse me)\W+)*(?:(?:an? |the )?[\w-]+(?: [\w-]+)?[?,…–-]{1,3}\s+)?(?:what(?:['’]?s| is| are| even is)|(?:what|which) (?:kind|sort|type) of)(?: an?| the| this| that| these)? (?P<what>[^?.!,;]{2,40}?)(?: (?:here|now|please|exactly|then|for you|in this case|supposed to be))*\W*$",
    re.I,
)
# A guess behind such a question: "…, is it the same as the app?", "…, like a law".
_WITH_A_GUESS = re.compile(
    r"[,;?!–—-]\s{1,3}(?:(?:is|are|do|does|as|so|you mean|something|some)\b|like (?!in\b))[^,;]{2,50}$", re.I
)
# One word in so many or more is chance, unless the glossary comes this much nearer than the talk (a difference of cosines).
TOLD, ONE_OF_SEVERAL = 3, 0.24
# "What sort of fields have you?"
_WHICH_CHOICES = re.compile(
    r"\W*(?:(?:and|but|so|well|sorry|ok(?:ay)?)\W+)*(?:(?:what|which) (?:sorts?|kinds?|types?|choices|options|answers|fields|categories)\b(?: of)?(?: (?:things?|fields?|answers?|choices|options|sectors?|categories|kinds?|words?|people|content))?(?: (?:have you|have u|do you have|are there|are possible|are on offer|exist|(?:can|may|could|should) (?:i|we|one|you)\b[^.?!]{0,30}))|(?:what|which) (?:are|is) (?:the|my|your) (?:choices|options|possible answers|categories)|what (?:can|may|could) (?:i|we|one) (?:choose|pick|select|say|answer)\b[^.?!]{0,20})\W*$",
    re.I,
)
# "Could you explain what that is?" with a question on the table.
_WHAT_THAT_IS = re.compile(
    r"\b(?:what|explain)\b(?: \w+){0,2}? (?:(?:that|it|those|such a thing|such an? \w+) (?:is|are|means?|would be|looks like)|(?:is|are) (?:that|it|those)|(?:does|do) (?:that|it|those) mean|(?:is )?meant (?:by|with) (?:it|that|those))(?: (?:exactly|please|then|to me|supposed to be|in plain words))*\W*$",
    re.I,
)
# "Do you mean our leaves in the teaching?" asks about the question on the table.
_YOU_MEAN = re.compile(
    r"\W*(?:[\w-]+\?\s+)?(?:(?:and|but|so|sorry|ok(?:ay)?|wait|hm+)\W+)*(?:(?:do|did) you mean|you mean|meaning)\b(?! (?:by|with|that (?:you|i))\b)[^.!?]{2,80}\?",
    re.I,
)
# A question of these words alone points at something that the glossary cannot see.
_POINTING = frozenset(
    re.findall(
        r"\w+",
        "a about after afterwards again all always am an and any anyway are as at bad be because by can could did do does for from get go good had has have he her here him his how i if in into "
        "is it its just know like may me mean more much my no not now of ok on one or our please say she should so some such sure tell than that the their "
        "same before behind during never other others kindly meant meaning explain exactly actually really clarify word words them then there these they thing things this those to us was we were what when where which who why will with would yes you your s t re ll d ve m",
    )
)


@dataclass(frozen=True, slots=True)
class Back:
    """An answer, ``again`` where it already puts the question in other words, so that it is not put once more."""

    answer: Answer
    again: bool = False

    def short(self, said: str, glossary: Glossary) -> Answer:
        """The answer beside other things to say: of several passages one, the term's definition to who asks what it is."""
        cited = self.answer.citations
        if len(cited) == 1 and self.answer.text.endswith(f" {cited[0].quote}"):
            # What the field means, or why it is asked for, without the term behind it.
            return replace(self.answer, text=self.answer.text.removesuffix(cited[0].quote).rstrip(), citations=())
        if len(cited) < MOST or not self.answer.text.startswith(cited[0].quote):
            return self.answer
        one = _one_passage(said, self.answer, glossary)
        return replace(self.answer, text=one.quote, citations=(one,)) if one else self.answer


def _one_passage(said: str, answer: Answer, glossary: Glossary) -> Citation | None:
    """Of several passages the first, or the term's definition to who asks what it is or whether something is one."""
    first = answer.citations[0]
    return glossary.definition(first.term) if _DEFINE.search(said) or not _WH.search(said) else first


def not_understood(said: str) -> bool:
    """Whether somebody says that the question was not clear to them; not that it was put twice, or that they ask theirs again."""
    if len(said.split()) > SHORT + 6 or not _NOT_UNDERSTOOD.search(said):
        return False
    return as_asked_before(said) != TWICE


def asks_for_its_words(said: str, spec: Field) -> bool:
    """Whether somebody asks what words mean that the question on the table has: "what is a label?" of content that carries one."""
    named = _words_asked_for(said)
    if named is None or not named <= _own_words(spec):
        return False
    # "What does 'had a say' mean?" has none that tells.
    return bool(named) or bool(_WHAT_MEANS.match(said))


def names_its_words(said: str, spec: Field) -> bool:
    """Whether somebody asks what a word means that the question on the table has, and names it."""
    named = _words_asked_for(said) or set()
    return bool(named) and named <= _own_words(spec)


# A bare "What?" protests.
_WHAT = re.compile(r"\W*(?:what|huh|sorry|pardon|eh)\W*", re.I)


def makes_sure(said: str) -> bool:
    """Whether somebody asks whether a question means this or that: "You mean a list of what we copy from?"."""
    return _YOU_MEAN.match(said) is not None or _WHAT.fullmatch(said) is not None


def asks_of_another_word(said: str, spec: Field) -> bool:
    """Whether somebody asks what a word means that is none of the question on the table: "what does encrypted mean?" of a model card."""
    named = _words_asked_for(said) or set()
    return bool(named) and not named & (_own_words(spec) | words_of(spec.reason))


# A term has so many words at most, and each so many letters at least.
MOST_OF_A_TERM, SHORTEST_TERM = 2, 5


def of_another_matter(said: str, spec: Field, glossary: Glossary) -> Answer | None:
    """What a word means that is no term of the glossary and belongs to one other matter of ours; None for any other question."""
    if not asks_of_another_word(said, spec):
        return None
    words = _words_asked_for(said) or set()
    if len(words) > MOST_OF_A_TERM or min(map(len, words)) < SHORTEST_TERM:
        # "What is it to you how many we are?"
        return None
    heads = stems(" ".join(words))
    matters = [field for key, field in FIELDS.items() if heads <= telling_stems(key)]
    if len(matters) != 1 or glossary.answer(said).covered:
        return None
    [matter] = matters
    return Answer(IN_PLAIN.get(matter.key) or what_is_meant(matter, glossary).text, (), True)


def asks_for_its_reason(said: str, spec: Field) -> bool:
    """Whether somebody asks what words mean that stood in the reason for the question on the table: "What means lean on it?"."""
    named = _words_asked_for(said) or set()
    return bool(named) and named <= words_of(spec.reason) and not named <= _own_words(spec)


def _words_asked_for(said: str) -> set[str] | None:
    """The telling words that somebody asks the meaning of, or None where they ask for something else."""
    if len(said.split()) > SHORT:
        return None
    # "What is written rules, like a law?"
    whole = _WITH_A_GUESS.sub("?", said)
    asked = _WHAT_MEANS.match(whole) or _WHAT_IS.match(whole)
    return words_of(asked["what"]) - _POINTING if asked else None


def _called_so(said: str, glossary: Glossary) -> bool:
    """Whether the glossary's answer is from an entry whose name has the very word: "weights", and not "labelling" for a label."""
    try:
        found = glossary.answer(said).citations
    except (NotReady, StorageTrouble):
        return False
    return bool(found) and bool((_words_asked_for(said) or set()) & set(found[0].term.split("-")))


def back(
    said: str,
    asked: str | None,
    glossary: Glossary,
    about: Callable[[str], OfTheTalk | None],
    told: Callable[[str, str], str] = lambda text, question: text,
    sought: Callable[[str], str] = lambda question: "",
    earlier: Callable[[str], Field | None] = lambda question: None,
    fresh: Callable[[OfTheTalk], OfTheTalk] = lambda known: known,
) -> Back:
    """The answer to one or several questions of a message: on the talk itself where they are that, else on the matter.

    ``told`` fills an answer on the talk with how the session stands; ``sought`` answers who looks for a tool by name, and
    ``earlier`` tells which question before the one on the table is named; ``fresh`` puts the next best answer in the place of one that
    was told. Of several
    questions two are answered, each in short.
    """
    spec = field_of(asked) if asked else None
    if spec and (
        meant := next((text for piece in sentences(said) if (text := _which_is_meant(piece, about, told))), "")
    ):
        return Back(Answer(meant, (), True))
    if spec and spec.options and spec.type != "yesno" and _WHICH_CHOICES.match(said):
        return Back(Answer(phrases.CHOICES.format(either(spec.options.values())), (), True))
    named = earlier(said) if _WHY.search(said) and _WHY_WE_ASK.search(said) else None
    if named is not None:
        return Back(why_asked(named, glossary))
    plain_why = spec is not None and _asks_why(said, spec) and as_asked_before(said) == said
    if not_understood(said) and spec and not plain_why:
        return Back(in_other_words(spec, glossary), again=True)
    plain = spec is not None and (spec.key in IN_PLAIN or bool(_WHAT_MEANS.match(said)))
    its_words = spec is not None and (asks_for_its_words(said, spec) or asks_its_meaning(said, spec, about))
    if spec and its_words and (plain or not _called_so(said, glossary)):
        # The words are the question's own: it is the question that was not clear.
        return Back(
            with_its_words(in_other_words(spec, glossary), _words_asked_for(said) or set(), spec, glossary), again=True
        )
    if spec and len(said.split()) <= SHORT and _WHAT_THAT_IS.search(said) and not plain_why:
        return Back(what_is_meant(spec, glossary))
    where = next((text for piece in (said, *sentences(said)) if (text := sought(piece))), "")
    if spec and not where and len(said.split()) <= SHORT and _YOU_MEAN.match(said):
        return Back(so_meant(spec))
    found = () if plain_why or _LANGUAGE.search(said) else asked_of_the_talk(said, about)
    if spec and plain_why and (besides := _beside_why(said, spec, about)):
        texts = [text for question, known in besides if (text := told(fresh(known).text, question))]
        return Back(_together([f"Why I ask: {spec.reason}", *texts], []))
    if where:
        # "Who is OpenAI? Is it a government?" asks of one and the same.
        found = tuple((q, t) for q, t in found if not sought(q) and not _THAT.match(q))
    found = tuple((question, fresh(known)) for question, known in found)
    topics = [t.topic for _, t in found]
    if where and not any(t.text for _, t in found):
        return Back(Answer(where, (), True))
    if spec and "rephrase" in topics:
        return Back(in_other_words(spec, glossary), again=True)
    filled = [told(t.text, question) for question, t in found if t.text]
    texts = list(dict.fromkeys(filter(None, (where, *filled))))
    if spec and "why" in topics:
        if texts:
            return Back(_together([f"Why I ask: {spec.reason}", *texts], []))
        return Back(why_asked(spec, glossary))
    if texts:
        others = _on_the_matter(said, [question for question, _ in found], asked, glossary, about)
        return Back(_together(texts, others))
    if topics and not filled:
        # Asked before there was any question: the invitation that follows says what is wanted.
        return Back(Answer("", (), True))
    several = _on_the_matter(said, [], asked, glossary, about)
    if len(several) >= MOST:
        return Back(_together([], several))
    return Back(answer_back(said, asked, glossary, about))


def _beside_why(said: str, spec: Field, about: Callable[[str], OfTheTalk | None]) -> tuple[tuple[str, OfTheTalk], ...]:
    """What is asked of the talk beside why a question is put: "why do you ask, is it for the auditors?"."""
    pieces = [clause for piece in sentences(said) for clause in (asking_clauses(piece) or [piece])]
    others = (piece for piece in pieces if not _asks_why(piece, spec))
    return tuple(one for piece in others for one in asked_of_the_talk(piece, about) if one[1].topic != "why")


def _which_is_meant(piece: str, about: Callable[[str], OfTheTalk | None], told: Callable[[str, str], str]) -> str:
    """Which tool or data is asked about, to who asks that in plain form; "" for any other question."""
    if as_asked_before(piece) != WHICH_MEANT:
        return ""
    known = looked_up(piece, about)
    return told(known.text, piece) if known is not None and known.topic else ""


def _together(texts: list[str], others: list[Answer]) -> Answer:
    """Two answers at most: whole where they fit, else the first sentences of each."""
    both = [*(Answer(text, (), True) for text in texts), *others][:MOST]
    if len(both) > 1 and len(" ".join(a.text for a in both).split()) > MOST_WORDS:
        both = [replace(a, text=_begin_of(a.text)) for a in both]
    if len(" ".join(a.text for a in both).split()) > MOST_WORDS and texts:
        both = both[:1]
    return Answer(" ".join(a.text for a in both), tuple(c for a in both for c in a.citations), True)


def _begin_of(text: str) -> str:
    """The first sentence of an answer that says something by itself: a bare "Yes." does not."""
    parts = sentences(text)
    return " ".join(parts[: 1 if len(parts[0].split()) >= LEAST_SAID else 2])


def _on_the_matter(
    said: str, answered: list[str], asked: str | None, glossary: Glossary, about: Callable[[str], OfTheTalk | None]
) -> list[Answer]:
    """The short answers of the glossary to those questions of a message that are not about the talk; none where it asks only one."""
    asks = [part for piece in sentences(said) if question_form(piece) for part in questions_in(piece)]
    if len(asks) < MOST:
        return []
    found: dict[str, Answer] = {}
    for piece in asks:
        if any(question in piece or piece in question for question in answered):
            continue
        answer = answer_back(piece, asked, glossary, about)
        if answer.covered and answer.citations:
            cited = _one_passage(piece, answer, glossary) or answer.citations[0]
            found.setdefault(cited.quote, Answer(cited.quote, (cited,), True))
    return list(found.values())


def answer_back(
    said: str,
    asked: str | None,
    glossary: Glossary,
    about: Callable[[str], OfTheTalk | None] = lambda question: None,
) -> Answer:
    """An answer to a question back: the reason for asking, a passage of the glossary, or what the asked field means."""
    spec = field_of(asked) if asked else None
    if _LANGUAGE.search(said):
        return Answer(ENGLISH, (), False)
    if spec and _asks_why(said, spec):
        return why_asked(spec, glossary)
    if spec and (_points_at_the_question(said, spec) or _belongs(said, spec)):
        return what_is_meant(spec, glossary)
    if not {w.lower() for w in re.findall(r"[^\W\d_]+", said)} - _POINTING:
        return what_is_meant(spec, glossary) if spec else Answer(NOT_COVERED, (), False)
    try:
        answer = glossary.answer(said)
    except (NotReady, StorageTrouble):
        # A search that is out of use must not cost the turn.
        answer = Answer(OUT_OF_USE, (), False)
    if answer.covered and not _beside_the_point(said, answer, about):
        return _at_most(answer)
    own = words_of(said) - _POINTING
    if spec and 2 * len(own & _own_words(spec)) > len(own):
        return what_is_meant(spec, glossary)
    if answer.covered and spec and _POINTS.search(said) and len(own) <= 1:
        return what_is_meant(spec, glossary)
    if answer.covered and not _THAT.match(said):
        return Answer(_nearest(said, glossary, about), (), False, answer.near)
    return answer if answer.text == OUT_OF_USE else Answer(NOT_COVERED, (), False, answer.near)


def _at_most(answer: Answer) -> Answer:
    """An answer of a few sentences: whole passages, of the first at least its beginning."""
    kept: list[Citation] = []
    left = MOST_SENTENCES
    for cited in answer.citations:
        parts = sentences(cited.quote)
        if kept and len(parts) > left:
            break
        # What is kept stands in the entry word for word.
        end = cited.quote.find(parts[left - 1]) + len(parts[left - 1]) if len(parts) > left else len(cited.quote)
        kept.append(replace(cited, quote=cited.quote[:end]))
        left -= min(left, len(parts))
        if not left:
            break
    if not kept or answer.text != " ".join(c.quote for c in answer.citations):
        return answer
    return replace(answer, text=" ".join(c.quote for c in kept), citations=tuple(kept))


def _nearest(said: str, glossary: Glossary, about: Callable[[str], OfTheTalk | None]) -> str:
    """One line that says so where nothing found is about what was asked: what may be asked of the talk, or the nearest entries."""
    near = looked_up(said, about)
    if near is not None and near.lead > -APART[1]:
        return UNSURE
    return NEAREST.format(either(f"“{passage.title}”" for passage in glossary.search(said, MOST)[0]))


def _beside_the_point(said: str, answer: Answer, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether what was found is hardly about what was asked.

    What points at something said ("is that the same as Word?") is answered by nothing that has no word of it: the search takes no
    account of what "that" is. Any other answer must come the nearer, beside what is near to the talk, the fewer words it shares.
    """
    asked = {w[:ALIKE] for w in words_of(said) if w not in _POINTING}
    found = {w[:ALIKE] for c in answer.citations for w in words_of(f"{c.term.replace('-', ' ')} {c.quote}")}
    shared = len(asked & found)
    of_the_term = asked & {w[:ALIKE] for c in answer.citations for w in words_of(c.term.replace("-", " "))}
    if _THAT.match(said):
        return not of_the_term and shared < ENOUGH
    if _OF_THE_INTERVIEWER.search(said) and not (of_the_term and _DEFINE.search(said)):
        # Whoever asks after this talk, its list or its report asks for no word's meaning.
        return True
    text = " ".join(f"{c.term} {c.quote}" for c in answer.citations).lower()
    if not of_the_term and any(name.lower() not in text for name in _NAMES.findall(said)):
        # "Would the LGPD require it?" is about that law, and nothing found speaks of it.
        return True
    near = looked_up(said, about)
    # Where a question has no telling word ("why does it make things up?") none can be shared.
    apart = APART[shared if asked else 1] if shared < len(APART) else 0
    if shared == 1 and len(asked) >= TOLD and not of_the_term:
        # "Who is the model in the advert on your wall?" shares one word of several, and that is none of the term's.
        apart = ONE_OF_SEVERAL
    return near is not None and -near.lead < apart


def _asks_why(said: str, spec: Field) -> bool:
    """Whether somebody asks why the question is put, and not why something is so."""
    if len(said.split()) > SHORT or not _WHY.search(said):
        return False
    return bool(_WHY_WE_ASK.search(said)) or words_of(said) - _POINTING <= _own_words(spec)


def _points_at_the_question(said: str, spec: Field) -> bool:
    """A question about the question on the table ("what do you mean by that?") rather than about a term."""
    if len(said.split()) > SHORT or re.match(r"\W*why\b", said, re.I):
        return False
    return bool(_POINTS.search(said)) and words_of(said) <= _own_words(spec)


def _belongs(said: str, spec: Field) -> bool:
    """ "What counts as affected?": at least half of its words are the field's."""
    if len(said.split()) > SHORT:
        return False
    if re.match(r"\W*(?:is|are|does|do|would)\b", said, re.I) and any(
        re.search(rf"\b{re.escape(label)}\b", said, re.I) for label in spec.options.values() if spec.type != "yesno"
    ):
        return True
    if not _COUNTS.search(said):
        return False
    told = {w[:4] for w in words_of(said) if w not in _POINTING and not w.startswith("count")}
    return bool(told) and 2 * len(told & {w[:4] for w in _own_words(spec)}) >= len(told)


def _own_words(spec: Field) -> set[str]:
    return words_of(f"{spec.question} {spec.means} {spec.label} {' '.join(spec.options.values())}")
