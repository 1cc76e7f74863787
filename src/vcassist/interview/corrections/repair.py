"""Repairs in a conversation: what a correction without a name corrects, what "I told you already" points at. Pure but for its reader.

A correction seldom names its field: "make that Sweden", "hold on, not Ireland: it's Belgium". The message is therefore read again as
an answer to the questions it could belong to, the likeliest first: the one whose old value it quotes, the one whose words it uses,
the latest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice

from vcassist.chain.facts import MAX_TEXT, Chain, Fact, checked_value, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.answers.chips import chip_only
from vcassist.interview.answers.how_often import of_checks_alone
from vcassist.interview.answers.offered import in_offered_words
from vcassist.interview.answers.sensible import NO_NAME, tells_nothing
from vcassist.interview.corrections.correcting import adds, corrects, put_instead
from vcassist.interview.corrections.denying import (
    ARROW,
    denied,
    denies,
    is_number,
    name_denied,
    name_put_instead,
    old_value_in,
    same_value,
)
from vcassist.interview.meant import (
    ADDRESSED,
    MEANT,
    Target,
    field_words,
    own_stems,
    stems,
    targets,
    telling_stems,
    words_of,
)
from vcassist.interview.parts.pointing import elsewhere, of_another
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Awaiting, Session
from vcassist.interview.words import Country, shown_value

# A yes or a no with nothing of its own.
_NOTHING_BUT = re.compile(
    r"\W*(?:(?:yes|yeah|yep|no|nope|not|nothing|none|nobody|no one|else|more|that['’]?s|that is|all|it|really|at all|at the moment|i think|so|sure|of course|anything|anyone)\b\W*)+",
    re.I,
)
# How many earlier questions a correction is tried on, and how far back a message is looked for.
TRIES = 8
BACK = 40
SURE = 0.75
FAIR = 0.5
CLEAR = 0.85
# What these fields take is told from other things said; a yes or some words may belong anywhere.
CHOSEN = ("enum", "country", "set")
# What leads up to the new value in a correction.
_LEAD = re.compile(
    r"[\W_]*(?:(?:sorry|no|wait|hold on|hang on|oops|actually|correction|but|so|and|rather|well|in fact|instead|please|earlier|before|i (?:said|told you|wrote|put|meant|mean|was wrong|got that wrong|take that back)|"
    r"make (?:that|it)|change (?:that|it) to|(?:it|that)(?:['’]?s| is| was| should be| should have been)|should (?:be|have been))\b[\W_]*)+",
    re.I,
)
_CLAIM = re.compile(
    r"\bi(?:['’]ve| have| had)? (?:said|told you|wrote)(?: that)?,? (?P<what>(?!so\b|it\b|that\b|this\b|about\b)[^.!?;\n]{8,200})",
    re.I,
)
# That something is not known after all; not that somebody wonders why it was said.
_UNKNOWN = re.compile(
    r"\b(?:i|we|nobody|no one|he|she|they)(?: \w+){0,2}? (?:(?:do|does|did)(?: not|n['’]?t)(?: \w+){0,2}? know|have no (?:idea|clue)|(?:can ?not|can['’]?t) (?:\w+ )?(?:say|tell)|knows)\b(?! why)|\b(?:not known|no idea|unknown)\b",
    re.I,
)
_CLAUSE_END = re.compile(r"[.;!?\n]+\s*|,\s+|\s[–—-]\s")
_NOBODY = re.compile(r"\b(?:none|nobody|no one|nothing|no \w+|neither|never|not (?:any|one)|without)\b", re.I)
# A yes or no that is to be noted ("put a yes there", "turn that into a no").
_PUT_YES = re.compile(
    r"\b(?:put|note|write|mark|make|turn|change|set|call|enter)\b[^.!?]{0,40}?\b(?P<value>yes|no|partly)\b(?=\W*$|\W+(?:there|here|please|instead|then|for)\b|[.!,;])",
    re.I,
)
# Beside a name that stands, these put another one in its place; other words beside it tell something of the thing.
_RENAMES = re.compile(
    r"\b(?:(?:is|was|are) (?:really |actually |now |also )*(?:called|named|spel(?:led|t)|written|known as)|(?:re)?named|renamed|rename[sd]?|"
    r"(?:should|must|has to) (?:be|read|say)|(?:the|its|their|right|correct|real|proper|new) name\b|i mean[t]?\b|call it|typo|misspel\w*|mistyped|wrote)",
    re.I,
)
_NOW_CALLED = re.compile(
    r"\W{0,2}\s*(?:(?:is|was|goes|are) (?:\w+ ){0,2}(?:called|named|renamed|by the name)|(?:has|have|had) been renamed|got renamed|changed its name)\b",
    re.I,
)
# What may stand before or behind a name in a correction, and is none of it.
_BEFORE_A_NAME = re.compile(r"(?:(?:its|the|their|our|his|her)\s)?(?:\w+\s)?name\s(?:is|was|should be)\s+", re.I)
_BEHIND_A_NAME = re.compile(
    r"[\s,]+(?:now|instead|today|nowadays|these days|actually|please|really|by the way)\W*$", re.I
)
# Words that lead to something: alone, or small before more, they are no name ("If", "we no longer use Kora").
_LITTLE_WORD = r"(?:if|when|while|but|so|and|or|as|because|since|though|we|i|it|they|you|he|she|this|that|these|those|there|here|only|just|also|no|yes|not|never|still|then|now|once|what|who|how|why|for|with|without|from|at|in|on|to|of|off|out|about|up|down|over|by|is|are|was|were|did|didn['’]t|do|don['’]t|does|can|could|will|would|shall|should|drop|take|put|remove|add|leave|keep|forget|strike|delete|scrap|whatever|whichever|skip)"
_NO_NAME = re.compile(rf"(?i:{_LITTLE_WORD})(?:\s(?i:{_LITTLE_WORD}))*\W*$|(?-i:{_LITTLE_WORD})\s")
# The no of "no, wait" takes something back and answers nothing.
_MARK = re.compile(r"(?:no+|nope|not|sorry|wait)\W*", re.I)


# "Only DeepL", "not DeepL Pro, DeepL".
_PUTS_NAME = re.compile(r"\b(?:only|just|simply|not|without)\b", re.I)


# What says of somebody that they supply something.
_SUPPLIES = re.compile(
    r"\b(?:suppl\w+|vendors?|makers?|makes|made|built|sells?|sold|provid\w+|develop\w+|compan\w+|firm|comes from|by)\b",
    re.I,
)

# Whom one works with or for ("the community volunteers", "the ministry") is not what one is.
SECTOR = "organisation.sector"
_WHAT_WE_ARE = re.compile(
    r"\b(?:we|i)(?:['’]?re|['’]?m| are| am| were| was| belong| count)(?: (?:really|in fact|actually|now|only|just|also))? (?:an?|the|not|no|part|in|to|as|under|more)\b|\b(?:sector|field|branch|industry|line of work|kind of (?:house|organi[sz]ation))\b|\b(?:our|the) (?:\w+ ){0,2}(?:organi[sz]ation|house|association|charity|company|clinic|office|school) (?:is|was)\b",
    re.I,
)


def of_whom_we_work_with(ref: str, said: str) -> bool:
    """Whether words that hold a field of work say nothing of what the organisation is: "with the community health volunteers we're 290"."""
    return ref == SECTOR and not _WHAT_WE_ARE.search(said)


def third_value(
    session: Session,
    said: str,
    awaiting: Awaiting,
    gated: Sequence[Fact],
    reader: Reader,
    number: int,
    country: Country,
) -> tuple[Fact, ...]:
    """What stands in the place of the two values of a contradiction: "it is not Rohelabor, it's Viljandi Vision"."""
    ref, two = awaiting.ref, [v for v in (awaiting.old, awaiting.new) if v is not None]
    wrong = [v for v in two if denied(ref, v, said, country)]
    if not wrong or any(f.ref == ref and f.status == "known" and f.value not in two for f in gated):
        return ()
    at = old_value_in(Fact(ref, "known", wrong[-1], shown_value(ref, wrong[-1], country)), said, country)
    for start, text in pieces(said, at):
        new = read_as(text, start, ref, reader, session, fair=FAIR)
        if new is not None and new.status == "known" and not any(same_value(new.value, v, ref) for v in two):
            return (replace(new, turn=number),)
    return ()


def renamed(session: Session, said: str, gated: tuple[Fact, ...], country: Country) -> tuple[Fact, ...]:
    """The facts of a correction, with a new name where the wrong one stood instead of on a further component.

    That is where a name that the message denies stands, else the component that is asked about, else the only one of its kind; where
    none of them is there, the name stays a further one's. What is told of the new name goes with it.
    """
    chain, asked = session.chain, (session.asked or "").partition(".")[0]
    for new in [f for f in gated if f.ref.endswith(".name") and f.component not in chain.all_components()]:
        if _does_the_work(new, said):
            continue
        named = [c for c in chain.mentioned(new.kind) if (f := chain.get(f"{c}.name")) and f.status == "known"]
        wrong = [c for c in named if denies(chain.facts[f"{c}.name"], said, country)]
        meant = wrong or [c for c in named if c == asked] or named
        if named and not wrong and not _told_as_a_name(new, said):
            # A word that a correction mentions is no name of something noted.
            gated = tuple(f for f in gated if f.component != new.component)
            continue
        if len(meant) == 1:
            gated = tuple(
                replace(f, ref=f"{meant[0]}.{f.field.name}") if f.component == new.component else f
                for f in gated
                # The words of the new name name nothing else, and no fallback follows from a correction.
                if f is new or not _within(f, new)
            )
    return gated


def _told_as_a_name(new: Fact, said: str) -> bool:
    """Whether a name has a capital, a figure or quotation marks, or is said to be one."""
    value = str(new.value or "")
    quoted = re.search(rf"[“\"„«‘']{re.escape(value)}[”\"»’']", said)
    called = re.search(
        rf"\b(?:called|named?|names|spel\w+|rename\w*|it['’]?s|it is|to|make it|should be)\W+(?:is |was |the )?{re.escape(value)}",
        said,
        re.I,
    )
    return any(c.isupper() or c.isdigit() for c in value) or bool(quoted or called)


def _within(fact: Fact, name: Fact) -> bool:
    """Whether a fact rests on the words of a name, or is a fallback that was concluded from them."""
    return fact.overlaps(name) and (
        fact.field.name in ("name", "alternative") or (fact.start, fact.end) == (name.start, name.end)
    )


def pieces(said: str, old: tuple[int, int] | None) -> Iterator[tuple[int, str]]:
    """The message, and what of it can hold the new value, each with its place: without the words of correcting and the old value."""
    parts = [(0, said)] if old is None else [(old[1], said[old[1] :]), (0, said[: old[0]])]
    if numbered(said, old):
        # Of two numbers in one message neither is read rightly; beside the old one the other is.
        yield from _bare(parts, said)
    # Behind what it is about, a message tells it; what leads up to that says only that something was wrong.
    named = ADDRESSED.match(said)
    begins = named.end() if named else put_instead(said)
    if begins is not None and said[begins:].strip():
        yield begins, said[begins:]
    arrow = ARROW.match(said, old[1]) if old else None
    if arrow and (right := re.match(r"[^,;.]+", said[arrow.end() :])):
        yield arrow.end(), right[0]
    if old is None and (claim := _CLAIM.search(said)) is not None:
        # What somebody says they told is read without that they told it.
        yield claim.span("what")[0], claim["what"]
    yield 0, said
    yield from _bare(parts, said)


def _bare(parts: Sequence[tuple[int, str]], said: str) -> Iterator[tuple[int, str]]:
    """Parts of a message without the words that lead up to a correction."""
    for at, part in parts:
        lead = _LEAD.match(part)
        begin = lead.end() if lead else 0
        text = re.sub(r"[\W_]*\b(?:and )?not\W*$|[\s,;:]+$", "", part[begin:])
        if text.strip() and text != said:
            yield at + begin, text


def numbered(said: str, place: tuple[int, int] | None) -> bool:
    """Whether what is repeated of the old value is a number."""
    return place is not None and is_number(said[slice(*place)])


def reread(
    session: Session,
    said: str,
    reader: Reader,
    country: Country,
    put: Set[str] = frozenset(),
    *,
    only_quoted: bool,
    only_meant: bool = False,
) -> tuple[Fact, Fact] | None:
    """(old, new) of the earlier answer that ``said`` corrects, or None.

    ``only_quoted``: it must repeat the old value; ``only_meant``: its words must mean that answer. None of those in ``put``.

    The same value twice means that it was only said again.
    """
    same: tuple[Fact, Fact] | None = None
    meant = (
        target
        for target in targets(session, said, country)
        if target.fact.ref not in put
        and (target.quoted or not only_quoted)
        and (target.weight >= MEANT or not only_meant or target.fact.field.type in CHOSEN)
    )
    for target in islice(meant, TRIES):
        old = target.fact
        if _stands(target, said, session, country) or (
            of_whom_we_work_with(old.ref, said) and not denies(old, said, country)
        ):
            continue
        place = old_value_in(old, said, country)
        unknown = not_known(said, old, reader, session)
        told = unknown is not None and not tells_nothing(unknown) and not takes_a_name(unknown, said)
        if unknown is not None and told and _is_of(unknown, target, said, place):
            return old, unknown
        if (by_name := name_put_instead(old, said, place)) is not None:
            return old, by_name
        # Words that may mean any answer set one right only where they plainly answer its question.
        fair = CLEAR if only_meant and target.weight < MEANT else FAIR
        for at, text in pieces(said, place):
            again = same is not None and same[0] is old
            if again and old.field.type == "text" and not denies(old, said, country):
                # What is only named again is not what the words beside it say.
                break
            new = read_as(text, at, old.ref, reader, session, fair=fair)
            if new is None or _says_nothing_new(new, target, said) or of_checks_alone(new, said):
                continue
            if name_denied(new, said) or own_name_again(new, said, session.chain) or tells_nothing(new):
                continue
            if takes_a_name(new, said) or _does_the_work(new, said) or _bears_it(new, session.chain):
                continue
            if new.open and (again or numbered(said, place) or not _is_of(new, target, said, place)):
                continue
            if target.quoted and not denies(old, said, country) and _kept_back_of_another(old, new):
                continue
            if not new.says_the_same(old):
                return old, new
            if (target.quoted or target.weight >= MEANT) and (_speaks(old, said) or denies(old, said, country)):
                same = same or (old, new)
            if same is not None and numbered(said, place):
                # Another number in the same band is said, and nothing else of the message is one.
                return same
        if same is not None and same[0] is old and (last := _told_at_last(old, said, reader, session)) is not None:
            return old, last
    return same


_SOLD = r"\b(?:sold|sells?|supplied|suppl(?:y|ies)|gave|gives?|made|makes?|built|builds?|developed|develops?|brought|provided|provides?|delivered|installed)\s(?:(?:us|me|to us|our|the|this|that|your)\s)*[\"“'‘]?"


def own_name_again(new: Fact, said: str, chain: Chain) -> bool:
    """Whether the name of a tool or a model was taken for who supplies it: a thing is its own supplier only where a sentence says so."""
    if new.field.name != "supplier" or not isinstance(new.value, str):
        return False
    names = (f.value for ref, f in chain.facts.items() if ref.endswith(".name") and f.field.kind != "organisation")
    if not any(same_value(new.value, name, new.ref) for name in names):
        return False
    part = around(PART, said, new.start or 0)
    here = part[0] if part else said
    # "They sold us Civitas": what is sold sells nothing.
    sold = re.search(rf"{_SOLD}{re.escape(str(new.value))}(?!\w)", here, re.I)
    return sold is not None or not _SUPPLIES.search(here)


def _told_at_last(old: Fact, said: str, reader: Reader, session: Session) -> Fact | None:
    """What the last sentence of a correction says instead, where the words before it only repeat what was noted: "I correct: waiting does not
    make it worse. It carries on."
    """
    parts = list(PART.finditer(said))
    if len(parts) < 2 or not corrects(said) or old.field.type not in CHOSEN:
        return None
    new = read_as(parts[-1][0], parts[-1].start(), old.ref, reader, session, fair=SURE)
    return new if new is not None and new.status == "known" and not new.says_the_same(old) else None


def _stands(target: Target, said: str, session: Session, country: Country) -> bool:
    """Whether an earlier answer stands, whatever a message says is wrong: it adds to it, or speaks of another thing or part."""
    old = target.fact
    names = old.ref.endswith(".name")
    if names and adds(said) and not denies(old, said, country):
        return True
    if elsewhere(old.ref, said, session.chain, session.asked):
        return True
    if not target.quoted:
        return of_another(old.ref, said, session)
    return names and not _puts_another_name(old, said, country)


def _says_nothing_new(new: Fact, target: Target, said: str) -> bool:
    """Whether what was read anew is too loose for the answer that is set right, or none."""
    if _loose(new, target) or only_denies(new) or not can_be_a_name(new, said) or tells_nothing(new):
        return True
    return shortened(target.fact, new, said)


def _is_of(new: Fact, target: Target, said: str, place: tuple[int, int] | None) -> bool:
    """Whether what is not known after all is of an earlier answer: its own sentence repeats the old value or has a word of that question."""
    part = next((m for m in PART.finditer(said) if new.touches(*m.span())), None)
    if part is None or (new.status == "unknown" and not _UNKNOWN.search(part[0])):
        # "The owners don't know" tells of the owners.
        return False
    spec, own = target.fact.field, telling_stems(target.fact.field.key)
    named = own & stems(part[0]) or (field_words(spec) | words_of(target.fact.quote)) & words_of(part[0])
    return bool(named) or (place is not None and part.start() <= place[0] < part.end())


def not_known(said: str, old: Fact, reader: Reader, session: Session) -> Fact | None:
    """That an earlier answer was but a guess and is not known, where a clause says so: "no, actually we don't know how long"."""
    says = _UNKNOWN.search(said) if old.status == "known" else None
    if says is None:
        return None
    begins = max((m.end() for m in _CLAUSE_END.finditer(said, 0, says.start())), default=0)
    ends = next((m.start() for m in _CLAUSE_END.finditer(said, says.end())), len(said))
    found = read_as(said[begins:ends], begins, old.ref, reader, session, fair=FAIR)
    return found if found is not None and found.status == "unknown" else None


# What names nothing without a capital: somebody does it, or it is done at a time ("satellite they buy", "twice now").
_DOING = re.compile(
    r"\b(?:i|we|you|they|he|she) [a-z]+|\b(?:now|again|already|twice|today|yet|always|never|nothing|something|somebody|someone)\b"
)


def names_nobody(name: str) -> bool:
    """Whether words in small letters say what somebody does or when, and name nobody."""
    return name.islower() and " " in name and _DOING.search(name) is not None


def read_as(text: str, at: int, ref: str, reader: Reader, session: Session, fair: float) -> Fact | None:
    """What a piece of a message says as an answer to ``ref``, with its place in the whole message.

    The reader does not see what stands there: beside a name that is noted already, another one would be a further component's.
    """
    reading = reader.read(text, ref, session.chain.without(ref))
    proposals = tuple(p for p in reading.proposals if p.ref == ref and p.confidence >= fair)
    for fact in gate(Reading(proposals, "correction"), text).facts:
        if fact.ref.endswith(".name") and NO_NAME.match(fact.quote):
            # "You lost the guests!" complains.
            return None
        if fact.ref.endswith((".name", ".supplier")) and names_nobody(str(fact.value)):
            continue
        if fact.ref.endswith(".accelerator"):
            chip = chip_only(fact)
            if chip is None:
                continue
            fact = chip
        return _name_only(fact.moved(at))
    if field_of(ref).type == "yesno" and (put := _PUT_YES.search(text)):
        value = put["value"].lower()
        return Fact(ref, "known", value, put[0], put.start() + at, put.end() + at)
    return next((f.moved(at) for f in in_offered_words(text, ref, 0)), None)


def _name_only(fact: Fact) -> Fact:
    """The same without what stands around a name ("its name is Ava now")."""
    if not fact.ref.endswith(".name") or fact.start is None:
        return fact
    before = _BEFORE_A_NAME.match(fact.quote)
    begins = before.end() if before else 0
    behind = _BEHIND_A_NAME.search(fact.quote, begins)
    quote = fact.quote[begins : behind.start() if behind else None].strip()
    if not quote or quote == fact.quote or len(quote) > MAX_TEXT:
        # Of so many words the value has but the beginning.
        return fact
    start = fact.start + fact.quote.index(quote)
    return replace(fact, value=checked_value(fact.ref, quote), quote=quote, start=start, end=start + len(quote))


def renames(session: Session, said: str, country: Country) -> bool:
    """Whether a message says of a thing by its name that it is called otherwise: "Aoife is called Ava now"."""
    names = (f for f in session.chain.facts.values() if f.ref.endswith(".name") and f.status == "known")
    places = (old_value_in(fact, said, country) for fact in names)
    return any(place and _NOW_CALLED.match(said, place[1]) for place in places)


def _puts_another_name(old: Fact, said: str, country: Country) -> bool:
    """Whether a message that says a name puts another one in its place, instead of telling something of what bears it."""
    place = old_value_in(old, said, country)
    return denies(old, said, country) or bool(_RENAMES.search(said) or (place and ARROW.match(said, place[1])))


def _speaks(old: Fact, said: str) -> bool:
    """Whether a message that repeats an answer says it again: to say a thing's name is not to say what it is called."""
    return not old.ref.endswith(".name") or speaks_of_a_name(said)


def shortened(old: Fact, new: Fact, said: str) -> bool:
    """Whether a name is but the beginning or the end of the noted one: whoever mentions a thing by it sets nothing right."""
    if not new.ref.endswith(".name") or not (isinstance(old.value, str) and isinstance(new.value, str)):
        return False
    whole, part = old.value.casefold(), new.value.casefold()
    shorter = whole.startswith(f"{part} ") or whole.endswith(f" {part}")
    return shorter and not speaks_of_a_name(said) and not _PUTS_NAME.search(said)


def speaks_of_a_name(said: str) -> bool:
    """Whether a message says how something is called or spelt."""
    return _RENAMES.search(said) is not None


# "TriaFlow = triage" says of a name what it is.
_SAYS_OF_IT = re.compile(
    r"\s(?:=|->|→|:=)|[:=]\s|^(?:the )?(?:names?|tools?|apps?|models?|suppliers?|correction)$", re.I
)
# More words in small letters are no name.
LONGEST_SMALL = 3


_OF_US = re.compile(
    r"\b(?:we|us|our|ours|ourselves|own|in-?house|i|me|my|mine|myself|nobody|no ?one|none|here|home-?made|self)\b", re.I
)
# "Certificate from": no name ends so.
_BREAKS_OFF = re.compile(r"\s(?:from|of|by|with|to|for|in|on|at|and|or|the|an?|our|their)$", re.I)


def can_be_a_name(new: Fact, said: str) -> bool:
    """Whether the new value of a name looks like one, as far as this person writes names with capitals."""
    if isinstance(new.value, str) and new.field.type in ("entity", "text") and _BREAKS_OFF.search(new.value):
        return new.field.type == "text" and not new.ref.endswith(".name")
    if new.field.name == "supplier" and new.value == "self" and not _OF_US.search(new.quote):
        # "Kalam is not a company, it's one man" is nobody here.
        return False
    if not new.ref.endswith(".name") or not isinstance(new.value, str):
        return True
    if _NO_NAME.match(new.value) or _SAYS_OF_IT.search(new.value):
        return False
    if new.value.islower() and len(new.value.split()) > LONGEST_SMALL:
        # "Just the ChatGPT app on my phone n the website" calls nothing that.
        return False
    if said == said.lower():
        # "You wrote no for binocular" names a thing, and no tool.
        return "wrote" not in said or _told_as_a_name(new, said)
    return new.value != new.value.lower() or any(c.isdigit() for c in new.value)


_OF_A_NAME = re.compile(
    r"\bname[sd]?\b|\bcall(?:ed|s)?\b|\bwhat (?:it|that|this) (?:is|was)\b|\bwh(?:ich|at) (?:\w+ )?(?:tool|app|application|model|program|version|one|ai)\b",
    re.I,
)


def takes_a_name(new: Fact, said: str) -> bool:
    """Whether a name would go for words that speak of none: "not for CaseBrief", "as to CaseBrief, I have not yet seen the contract"."""
    if new.field.name != "name" or new.status == "known":
        return False
    here = around(PART, said, new.start or 0)
    return _OF_A_NAME.search(here[0] if here else said) is None


def _bears_it(new: Fact, chain: Chain) -> bool:
    """Whether the name is that of another noted part: "name: TriaFlow" renames no model, where the tool is called so."""
    if new.field.name != "name" or new.status != "known":
        return False
    others = (f for ref, f in chain.facts.items() if f.field.name == "name" and ref != new.ref and f.status == "known")
    return any(same_value(str(new.value), str(f.value), new.ref) for f in others)


_DOES = re.compile(r"[\"”'’]?,? (?:that|which|who) (?!is\b|was\b|we\b|i\b|they\b|you\b)[a-z]+")


def _does_the_work(new: Fact, said: str) -> bool:
    """Whether a name is that of what does some work, and no other name of what is noted: "it is Dragon that does the typing, not ShelfMate"."""
    return new.ref.endswith(".name") and new.end is not None and _DOES.match(said, new.end) is not None


def only_marks(quote: str) -> bool:
    """Whether the words of an answer are but the no or the sorry that leads up to a correction."""
    return _MARK.fullmatch(quote.strip()) is not None


def only_denies(new: Fact) -> bool:
    """Whether a "nobody" was read in words that only deny something ("Not volunteers, they were paid")."""
    # That nothing happens ("the service carries on") is a choice like any other.
    return new.field.type == "set" and bool(ALONE & set(new.values)) and not _NOBODY.search(new.quote)


def _kept_back_of_another(old: Fact, new: Fact) -> bool:
    """Whether what is kept back has none of the words of this answer's field: who is named with it ("Microsoft has not disclosed the model's
    name") is only who keeps silent."""
    own = field_words(old.field) - words_of(old.field.kind)
    return new.status == "withheld" and not own & words_of(new.quote)


def _loose(new: Fact, target: Target) -> bool:
    """A yes, a no or mere words could belong to anything: they need words of their own field, or to come straight after it."""
    if new.field.type not in ("yesno", "text") or target.weight >= MEANT:
        return False
    lead = _LEAD.match(new.quote)
    begins = (new.start or 0) <= 2 and only_marks(new.quote)
    leads = begins or (new.field.type == "text" and lead is not None and lead.end() >= len(new.quote))
    return not target.latest or leads


# Fewer words that do not speak of a matter tell no yes or no of it: "me no".
LEAST_TOLD = 3


def told_before(session: Session, ref: str, said: str, reader: Reader) -> tuple[Fact, float] | None:
    """What an earlier message says about ``ref``, with how sure that is (0 to 1). The fact keeps that message's turn and quote.

    The message with most of the words of ``said`` comes first, which says what was told. One that shares no word with the field is never
    more than fair: read as an answer to anything, words say a lot; and its bare yes or no answered what was asked then.
    """
    spec = field_of(ref)
    own = own_stems(spec)
    told = [t for t in reversed(session.live) if t.said and t.undoes is None][:BACK]
    for turn in sorted(told, key=lambda t: -len(words_of(t.said) & words_of(said))):
        if len(turn.said.split()) < 4:
            continue
        # That somebody did not know something else is not what they say they told.
        proposals = [p for p in reader.read(turn.said, ref, Chain()).proposals if p.ref == ref and p.status == "known"]
        best = max((p.confidence for p in proposals), default=0.0)
        for fact in gate(Reading(tuple(proposals), "answer"), turn.said, turn.number).facts:
            if spec.type == "yesno" and _NOTHING_BUT.fullmatch(fact.quote):
                continue
            near = bool(stems(fact.quote) & own) or spec.type in ("text", "entity", "country")
            least = 1 if spec.type != "yesno" else 2 if near else LEAST_TOLD
            if best >= (FAIR if near else SURE) and len(fact.quote.split()) >= least:
                return fact, best if near else FAIR
    return None
