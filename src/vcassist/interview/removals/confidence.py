"""Which words of a talk somebody wants taken out of it ("forget the bit about the family", "that stays between us"). Pure.

Forms only. To take out words is more than to take back an answer: it needs an order or a word of confidence, and a reference to what was
said by what it was about. What an answer or a part of the chain is called is left to those who take answers back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vcassist.interview.corrections.instead import exchange_in
from vcassist.interview.meant import field_words, words_of
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import blanked
from vcassist.interview.removals.asked_to_strike import (
    NOTED,
    OF_A_PERSON,
    REMOVE,
    asks_to_strike,
    name_to_strike,
    words_to_strike,
)
from vcassist.interview.removals.whose_name import names_pointed_at, whole_names
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import BETWEEN_US
from vcassist.interview.words import shown

_I = re.I
# A longer sentence tells a story.
LONGEST = 40
# Words are the same that begin alike.
ALIKE = 5

_ORDER = re.compile(
    rf"\b(?:{REMOVE}|(?:take|took|leave|cross|keep|get)\b[^.!?;]*\b(?:out|off|away)|(?:take|leave|cross|strike|cut) (?:out|off|away))\b",
    _I,
)
_PRIVATE = re.compile(
    rf"\b{BETWEEN_US}\b|\b(?:private|confidential|secret)\b|\boff the record\b|\bin (?:strict )?confidence\b|"
    rf"\b(?:not|never|n['’]t|rather)\b[^.!?;]{{0,40}}\b(?:{NOTED}|in (?:the|your|any) (?:report|notes|record|file))\b|\b(?:nobody|no one) (?:must|should|may|can)\b|"
    r"\b(?:do not|don['’]?t|dont|never) (?:ever |please )?(?:write|record|mention|quote|report|print|publish) (?:it|that|this|them)\b|"
    r"\b(?:make|makes|cause|causes|bring|brings|get|gets|land|lands|be|is|in|into|have) (?:\w+ ){0,3}?trouble\b|\b(?:dangerous|a danger) (?:for|to) (?:us|me|them|him|her)\b|\bcosts? (?:me|us|him|her) (?:my|our|his|her|the) jobs?\b",
    _I,
)
_THING = (
    r"(?:(?:the|that|this|my) (?:\w+ )?(?:bit|part|thing|sentence|word|story|passage|line|remark|piece|detail|comment|business|stuff)s?|"
    r"(?:what|everything|anything|all|whatever)(?: that)? (?:i|we)(?:['’]ve| have| had)?(?: just| once)? (?:said|told you|told|wrote|mentioned|written|typed|let slip|shared)|(?:my|the) words)"
)
_ENDS = r"(?=\s+(?:out|off|away|from|please|pls|again|now|has|have|must|should|needs?|(?:is|are|was|were)(?!\s*(?:$|[,.;:!?]))|stays?|remains?|ought|may|can|had|anywhere)\b|\s*[,.;:!?–—)]|\s*$)"
_ABOUT = re.compile(
    rf"\b{_THING} (?:about|on|of|with|where|regarding|concerning|that|to do with) (?P<what>[^,.;:!?–—]{{2,90}}?(?:\b(?:mr|mrs|ms|dr|st)\. ?[^,.;:!?–—]{{2,40}}?)?){_ENDS}",
    _I,
)
# "Please don't write down that I said something went wrong."
_THAT_I_SAID = re.compile(
    rf"\b(?:write|put|note|record|store|mention|keep|repeat|quote|include|show|report|say)\b(?: (?:it|that))?(?: down| in| anywhere| to (?:anybody|anyone))? (?:that )?(?:that|what|how) (?:i|we)(?:['’]ve| have| had)? (?:just |once )?(?:said|told you|told|wrote|mentioned|admitted|let slip)\b,?(?: that| about| on| of| how)? (?P<what>[^,.;:!?–—]{{2,90}}?){_ENDS}",
    _I,
)
# "Scrub the eviction thing from your notes".
_NAMED_THING = re.compile(
    r"\b(?:the|that|this) (?P<what>(?!\w+ly\b)[\w'’-]+(?: [\w'’-]+)?) (?:thing|bit|part|story|business|stuff|episode|incident|matter)s?\b",
    _I,
)
_WHOLE_NAMES = re.compile(
    r"\b(?i:do not|don['’]?t|never|no need to|please not|not to|must not|leave|take|keep|delete|remove|strike|erase)\b[^.!?;]*?\b(?P<what>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)(?:['’]s)? names?\b"
)
# What binds the two who talk to silence, whatever it is said of.
_SILENCE = re.compile(
    rf"\b(?:{BETWEEN_US}\b(?! (?:and|&))|off the record\b|in (?:strict |all )?confidence\b|(?:nobody|no one) (?:else )?(?:must|should|may) (?:ever )?(?:know|learn|hear|find out))",
    _I,
)
# The wish stands outside what it is about: before it, behind it, or as a clause of its own.
_BESIDE_IT = re.compile(
    rf"\A\W*(?:(?:and|but|so|well|no|yes|ok(?:ay)?|just|strictly|this is|that is)\W+)*(?:{BETWEEN_US}|off the record|in (?:strict |all )?confidence)\b\W|"
    rf"[,;:–—(]\s*(?:but |and |just |strictly |only )*(?:{BETWEEN_US}|off the record|in (?:strict )?confidence)\W*$|"
    rf"\b(?:this|that|it|which) (?:\w+ ){{0,3}}(?:{BETWEEN_US}|off the record)\W*$|\bi(?:['’]m| am)? (?:tell|say|telling|saying)\b[^.!?]*\b(?:in (?:strict )?confidence|off the record|between us)\b",
    _I,
)
# "No, and forget the bit about …": an answer before an order, and behind it.
_ANSWERS_FIRST = re.compile(r"\W*(?:yes|no|yeah|nope|yep|always|never|nobody|sometimes)\b(?=\s*[,;–—])", _I)
_ANSWERS_BESIDE = re.compile(
    r"[,;–—]\s*(?:(?:and|but|otherwise|the answer is|to your question)\W+)*(?:yes|no|nope|yeah|(?:we|they) (?:use|have|check|store|keep|run|do|don['’]?t|always|never)|it (?:runs|stops|comes|uses|costs|is (?:stored|made|built|hosted))|(?:a|our|the) \w+ (?:always |sometimes |never )?(?:checks?|reads?|runs?|stores?))\b",
    _I,
)
_BEFORE = re.compile(
    r"\b(?:this|that|it|what (?:i|we)(?:['’]ve| have)? (?:just )?(?:said|told you|wrote|typed)(?: (?:just )?now)?|my last (?:message|words|answer|sentence))\b",
    _I,
)
# Words of which a bare wish for silence is made.
_OF_THE_WISH = frozenset(
    [
        "this",
        "that",
        "what",
        "just",
        "said",
        "told",
        "wrote",
        "now",
        "message",
        "words",
        "stay",
        "stays",
        "keep",
        "keeps",
        "remain",
        "remains",
        "must",
        "should",
        "has",
        "have",
        "please",
        "only",
        "and",
        "but",
        "between",
        "ourselves",
        "the",
        "record",
        "off",
        "confidence",
        "strict",
        "nobody",
        "else",
        "ever",
        "know",
        "learn",
        "hear",
        "find",
        "out",
        "you",
        "tell",
        "for",
        "all",
        "sorry",
        "okay",
        "well",
        "last",
        "answer",
        "sentence",
        "part",
    ]
)
# So many words beside the wish tell something.
TELLS = 2
_NO_MATTER = frozenset(
    [
        "just",
        "only",
        "last",
        "other",
        "same",
        "whole",
        "first",
        "second",
        "that",
        "this",
        "little",
        "next",
        "new",
        "old",
        "entire",
    ]
)
# One thing of a list that was told is to go, and why what was told is wrong: the notes are to be set right, and no words are to go for good.
_EDITS = re.compile(
    rf"\b(?:{REMOVE}|take|cross|strike)\b(?: out| off)? [^.!?;]{{2,60}}? (?:from|off|out of|in) (?:(?:what|that|the thing|everything) (?:i|we)|my (?:answer|list))\b",
    _I,
)
_MISTAKEN = re.compile(
    r"\b(?:that|it|this|those|these|they|which)(?:['’]s| is| was|['’]re| are| were)\b[^.!?]{0,40}\b(?:other|another|wrong|different|mistakes?|mistaken|mix(?:ed|-up)|old|earlier|previous|former|last year|not|never|n['’]t)\b|"
    r"\bi (?:(?:had |have |must have )?(?:mixed|confused|misspoke|mistook|muddled|misread|misremembered)|(?:was|am) (?:wrong|mistaken|thinking)|meant|got (?:it|that|them) (?:wrong|mixed))\b",
    _I,
)
# What says no more than that the words before it are meant: it goes with the wish.
_SAYS_WHY = re.compile(
    r"\W*(?:please\W+)?(?:(?:that|this|it|they)(?:['’]?s| is| are| was)?\W+)?(?:(?:is|was|all|so|very|quite|strictly|too|private|confidential|personal|a secret|secret|not (?:for|yours|the) \w+|nobody['’]s business|between us|off the record|please|thanks?|thank you|not the model|sorry)\W*)+",
    _I,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """``what``: the words that tell what was spoken of. ``span``: where the wish stands in its message; ``at`` where ``what`` does.

    ``name``: only a name is to go, and not what was told with it. Without ``what``, all of what was said just before is meant; and where
    ``itself``, what the sentence of the wish tells. ``person``: somebody's name, which is not to come back. ``clause``: one thing that was said is meant, and not the sentence it stands in.
    """

    what: str
    span: tuple[int, int]
    at: tuple[int, int]
    name: bool = False
    itself: bool = False
    person: bool = False
    clause: bool = False


def wanted(session: Session, said: str) -> list[Wanted]:
    """What of earlier words a message wants taken out, each by what it was about."""
    found: list[Wanted] = []
    spans = [m.span() for m in BEYOND_TITLES.finditer(said)]
    if (instead := exchange_in(said)) is not None:
        # What is put in the place of something is not to go.
        behind = said.find(instead.old, instead.span[0]) + len(instead.old)
        said = blanked(said, [(behind, instead.span[1]) if behind < instead.start else (instead.start, instead.end)])
    for start, end in spans:
        text = said[start:end]
        if len(text.split()) > LONGEST:
            continue
        if found and start >= found[-1].span[1] and _SAYS_WHY.fullmatch(text):
            found[-1] = Wanted(found[-1].what, (found[-1].span[0], end), found[-1].at, found[-1].name)
            continue
        if (very := _very_words(session, text, start, end)) is not None:
            found.append(very)
            continue
        # "What I said about her is private" is a wish; that data or wages are is told, and "That's private." behind an order is why.
        asks, after = asks_to_strike(text), said[end : end + 60]
        private = _PRIVATE.search(text) or bool(_SAYS_WHY.match(after) and _PRIVATE.search(after))
        if asks and (named := _WHOLE_NAMES.search(text)):
            wish = _at(named, start, end, name=True)
            found += [*(replace(wish, what=whole) for whole in whole_names(wish.what, session)), wish]
            continue
        if asks and (pointed := names_pointed_at(text, session)):
            found += [Wanted(name, (start, end), (start, start), name=True, person=True) for name in pointed]
            continue
        about = _ABOUT.search(text) or _THAT_I_SAID.search(text)
        if about is None and _ORDER.search(text):
            about = OF_A_PERSON.search(text) or _NAMED_THING.search(text)
            if about is not None and about["what"].lower().split()[-1] in _NO_MATTER:
                about = None
        if about is None and (silent := _silence(text, start, end)):
            found.append(silent)
            continue
        if about is None or not asks:
            continue
        if not private and (_EDITS.search(text) or _MISTAKEN.search(said[start + about.end("what") :])):
            continue
        if private or not _of_an_answer(session, about["what"]):
            wish = _narrowed(_at(about, start, end), text)
            found.append(replace(wish, clause=about.re is _THAT_I_SAID))
    return found


def _very_words(session: Session, text: str, start: int, end: int) -> Wanted | None:
    """The very words, or the person, that a sentence orders out: not where they are the name of a tool or a whole answer."""
    very, person = words_to_strike(text), name_to_strike(text)
    if very is not None:
        what, at, as_said = very
    elif person is not None:
        what, at, as_said = person["what"], person.start("what"), False
        if any(re.search(rf"\b{re.escape(what.lower())}\b", turn.said) for turn in session.turns):
            # "Patients must not be in your report": a name is written large wherever it stands.
            return None
    else:
        return None
    chain = session.chain
    named = {chain.title(c).lower() for c in chain.all_components()} | {shown(f).lower() for f in chain.facts.values()}
    said_so = any(what.lower() in turn.said.lower() for turn in session.turns)
    if very is not None and not as_said and (what.lower() in named or not said_so):
        # A tool's name, an answer, or what was said back: those who take answers back know it.
        return None
    if person is not None and what.lower() in named:
        return None
    return Wanted(what, (start, end), (start + at, start + at + len(what)), True, person=very is None)


def _narrowed(wish: Wanted, text: str) -> Wanted:
    """A wish without the answer that stands beside it in its sentence."""
    start, end = wish.span
    before, beside = _ANSWERS_FIRST.match(text), _ANSWERS_BESIDE.search(text, wish.at[1] - start)
    first = start + before.end() if before and start + before.end() < wish.at[0] else start
    return Wanted(wish.what, (first, start + beside.start() if beside else end), wish.at, wish.name)


def _silence(text: str, start: int, end: int) -> Wanted | None:
    """A wish for silence on what its own sentence tells ("between ourselves, he hates it"), or on what was said just before."""
    silent = _SILENCE.search(text)
    if not silent or text.rstrip().endswith("?"):
        return None
    told = [w for w in re.findall(r"[^\W\d_]{3,}", text.lower()) if w not in _OF_THE_WISH]
    if len(told) >= TELLS:
        # "What the callers say stays between us" tells how the organisation works.
        return Wanted("", (start, end), (start, end), itself=True) if _BESIDE_IT.search(text) else None
    if silent[0].lower().startswith(("nobody", "no one")) and not re.search(r"\b(?:this|that|what i)\b", text, _I):
        return None
    return Wanted("", (start, end), (start, start)) if _BEFORE.search(text) else None


def _at(match: re.Match[str], start: int, end: int, name: bool = False) -> Wanted:
    first, last = match.span("what")
    return Wanted(match["what"], (start, end), (start + first, start + last), name, person=name)


def _of_an_answer(session: Session, what: str) -> bool:
    """Whether words call an answer or a part of the chain, so that it is the answer that is to go."""
    told = words_of(what)
    chain = session.chain
    answers = any((field_words(fact.field) | words_of(shown(fact))) & told for fact in chain.facts.values())
    titles = (words_of(chain.title(c)) for c in chain.all_components())
    named = keys_named(what)
    answers = answers or any(fact.field.key in named for fact in chain.facts.values())
    return answers or any(title & told for title in titles) or not told


def stems_of(text: str) -> set[str]:
    """The telling words of a text, as far as they begin alike."""
    return {word[:ALIKE] for word in words_of(text) if word not in _NO_MATTER}
