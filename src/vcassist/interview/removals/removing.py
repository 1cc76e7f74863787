"""Parts taken away: what may go, and what a message takes away in words ("we don't have that second model"). Pure.

Forms only, and only where several of a kind are noted: to deny the only one is an answer or a correction. One message may take several
away. One that leaves open which is meant, or whether it is meant to go, is asked back; nothing is taken away by guessing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.chain.short_names import says_name
from vcassist.errors import BadInput, NotFound
from vcassist.interview.answers.offered import YES
from vcassist.interview.reading import blanked
from vcassist.interview.session import Awaiting, Session, Turn, checked_removal
from vcassist.interview.turns_of_phrase import NOT
from vcassist.interview.words import Country, line_for, part_name

# A longer message is a story: what it denies is part of the tale.
LONGEST_WISH = 60
NOUNS: Mapping[str, str] = MappingProxyType({
    "application": r"(?:tool|application|app|system|program(?:me)?|(?:chat|ro)?bot|assistant)",
    "data": r"(?:data ?sets?|data source|source of data|data)",
    "labelling": r"(?:labelling|labeling|annotation)",
    "storage": r"(?:storage|store|place of storage)",
    "compute": r"(?:machines?|compute|computing|server|cloud|computer)",
    "model": r"(?:(?:ai |language )?model)",
    "monitoring": r"(?:monitoring)",
})  # fmt: skip
ORDINALS = (r"(?:first|1st)", r"(?:second|2nd)", r"(?:third|3rd)", r"(?:fourth|4th)")
_ONLY_HAVE = r"(?:(?:do|did|does|have|has)(?:n['’]?t| not) (?:really |actually |even |ever )*(?:have|had|use|used|own|run|got)|never (?:had|used|have)|(?:have|has|use) (?:got )?no|no longer (?:have|use))"
_GAVE_UP = r"(?:stopped using|gave up|dropped|got rid of|binned|scrapped)"
_DENIES = rf"\b(?:{_ONLY_HAVE}|{_GAVE_UP}|there(?:['’]?s| is| was| are) (?:no|not|never)|there (?:is|was|are)n['’]?t|(?:nothing|not anything) to do with)\b"
# Said as a wish: "we delete the second data set" tells how long data is kept, "I forget the first model" that one is not known.
_WISH = r"(?:^|[.,;:!?–—-] *|\b(?:please|you|let['’]?s|let us|can we|i want to|i(?: would|['’]d) like to|sorry|no|well|so|then|ok(?:ay)?) )(?:(?:ever|just|kindly|also|please|now|and) )*"
_TAKES = rf"{_WISH}(?:remove|delete|take (?:away|out|off)|drop|forget(?: about)?|strike(?: out)?|cross out|scrap|erase|get rid of|leave out)\b"
_SPLIT_TAKE = rf"{_WISH}(?:take|strike|cross|leave|scratch|get|keep|throw)\b"
_AWAY = r" (?:off|out|away)(?:(?: of| from)? (?:the|my|our|your|that) (?:list|map|chain|record|notes?|report|tools?|picture)(?: of \w+)?)?"
IS = r"(?:,? (?:that|it|they|those|which))?(?:['’]?s| is| are| was| were)"
OURS = r"(?:ours|us|mine|with us|one of ours)"
# Somebody else's: whose it is stands behind it. What is a supplier's own tells who made it.
_NO_MAKER = r"(?!(?:[\w-]+ )*(?:supplier|vendor|maker|provider|compan|developer|by\b))"
_THEIRS = rf"(?:only |just )?(?:my|his|her|their) {_NO_MAKER}(?:[\w-]+ ){{0,3}}?[\w-]+(?:['’]s|s['’])"
_NOT_OURS = rf"(?:to )?(?:{OURS}|me|(?:our|my) \w+)"
_DENIED = rf"(?:(?: (?:we|i|they))? (?:{_ONLY_HAVE}|does(?:n['’]?t| not) exist|never existed|(?:can|could|should|must|may) (?:go|be (?:removed|deleted|dropped|taken (?:out|off|away)))|belongs? to [^.!?;,]{{1,60}}, ?not {_NOT_OURS})|{IS} (?:just |only )?(?:a |my |an )?(?:mistake|misunderstanding|error)\b|{IS}{NOT} (?:there|real|used|{OURS}|(?:an?|another|an extra)(?: (?:second|separate|different|new|further|other))? (?:{'|'.join(NOUNS.values())})(?: of ours)?)|{IS} {_THEIRS}|{IS} {_NO_MAKER}(?:the|my|his|her|their|an?) (?:[\w'’-]+ ){{0,4}}?[\w'’-]+, ?not {_NOT_OURS})"
_BETWEEN = r"(?: (?:any|a|an|the|that|this|such|of|our|your|entry|part|on|for|about|called|named))*[ “\"'‘]+"
# What may follow for the denial to be of the whole part: "we don't have that model in Kenya" is about something else.
ENDS = r"[”\"'’]?(?: (?:any ?more|at all|by the way|here|now|after all|really|please|either|with us|in \d{4}|last \w+|(?:\w+ )?(?:years?|months?) ago|from (?:it|there|here|(?:the|my|our|your) (?:list|map|chain))|from what (?:you|i|we)\b[^.!?;,]*))*\s*(?:$|[,.;:!?)–]|—| (?:and|but|only|he|she|they|it(?:['’]?s)?|that['’]?s|we|i|because|as|since)\b)"
_ONE = r"\b(?:only|just)\b(?: (?:have|use|got|there is))?(?: really| actually)? (?:one|a single)"
_SEVERAL = r"\b(?:two|three|both|several|different)"
# Behind the several that were noted, no more is said of which kind the one is.
_SINGLE = r"\b(?:it|that|there|we|i)(?:['’]?s| is| have| use| got)? (?:(?:really|actually|in fact) )?(?:(?:only|just) (?:have |use |got )?(?:one|a single one)|a single one)(?=\W*$|\s*[.,;:!–—-]| and\b)"
_JOINED = r"(?:,?\s+(?:please|too|also))*\s*(?:,\s*(?:and|or|nor)?|\b(?:and|or|nor)\b|&)\s*"
# "About X, we don't have that any more": what it says of "that", it says of the name just before.
_OF_THAT = rf"\W+(?:(?:no|nope|sorry|well|but|oh)\W+)*(?:we|i|they)(?:['’]ve)? (?:{_ONLY_HAVE} (?:that|it|them|those|this|one)|(?:gave|given|threw|thrown|stopped|dropped|binned|scrapped|cancelled) (?:using )?(?:that|it|them)(?: up| out| away)?)"
_BUT_ONLY = r"(?:\b(?:it|that|there)(?:['’]?s| is)|\b(?:we|i)(?: have| use)?) (?:only|just)(?: have| use| got)? "
# What explains a denial goes with it: "…, that was my grandson's", "…, he only tried it".
_EXPLAINS = re.compile(
    r"\s*(?:[,–—-]+ *)?(?:(?:no|but|because|love|sorry)\W+)?(?:(?:that|it|he|she|they|this|which)(?:['’]?s)?|not (?:to|for|with|of|by|us|ours|mine))\b(?:(?!,? (?:and|but)\b)(?:[^.!?;\n]|\.(?=\d)))*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message takes away: components or single answers, or none where it could be any of a ``kind``; the words in ``spans`` say it.

    ``note``: what to ask back, where it is not found or could be several. ``instead``: what is right in the place of what is noted.
    ``again``: an answer whose question is put at once. ``doubt``: the one answer that may be meant: it is asked whether that shall go.
    """

    components: tuple[str, ...]
    kind: str
    spans: tuple[tuple[int, int], ...]
    note: str = ""
    instead: tuple[Fact, ...] = ()
    again: str = ""
    doubt: Fact | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """A component with one pattern of what it is called."""

    component: str
    kind: str
    words: str


def wish_in(said: str, chain: Chain, awaiting: Awaiting | None) -> Wish | None:
    """The parts of which a message says that there are none such, or not with us, or that they be taken away; else None."""
    if awaiting is not None and asks_to_remove(awaiting) and (yes := YES.match(said)):
        what = put_to_go(awaiting)
        if what not in chain.all_components() and what not in chain.facts:
            # It was taken away on the map meanwhile.
            return None
        return Wish((what,), kind_of(what.partition(".")[0]), (yes.span(),))
    if len(said.split()) > LONGEST_WISH:
        return None
    several = [kind for kind in NOUNS if kind not in SINGLE_KINDS and len(chain.mentioned(kind)) > 1]
    # Asked for one to fall back on, "we have no second model" is the answer; "that second model" is still one that was noted.
    answered = kind_of(awaiting.ref.partition(".")[0]) if awaiting and awaiting.ref.endswith(".alternative") else ""
    called = [named for kind in several for named in _called(kind, chain, awaiting)]
    found: dict[str, tuple[int, int]] = {}
    for place, components in _denied(called, said, chain, awaiting, answered):
        found |= {c: place for c in components if c not in found}
    # Where none of a kind would be left, it is an answer or a correction.
    gone = [c for c in found if set(chain.mentioned(kind_of(c))) - set(found)]
    if gone:
        return Wish(tuple(gone), kind_of(gone[0]), tuple(dict.fromkeys(found[c] for c in gone)))
    others = (kind for kind in several if kind != answered)
    return None if found else next((w for kind in others if (w := _only_one(said, kind, chain))), None)


def asks_to_remove(awaiting: Awaiting) -> bool:
    """Whether a reply asked whether something shall go: an answer with nothing in its place; the name stands for its whole part."""
    return awaiting.manner == "confirm" and awaiting.new is None


def put_to_go(awaiting: Awaiting) -> str:
    """The component or the single answer of which such a reply asked."""
    component, _, name = awaiting.ref.partition(".")
    return component if name == "name" else awaiting.ref


def the_only(*groups: Collection[str]) -> str | None:
    """The one member of the first group that has but one; None where each leaves open which is meant."""
    return next((next(iter(group)) for group in groups if len(group) == 1), None)


def beside(said: str, wish: Wish, chain: Chain) -> str:
    """The message with what it takes away, and why, turned into spaces, so that every offset holds.

    "It's just Kora, made by Zapf" is no reason alone, where Kora stays: it tells of what stays.
    """
    stays = [c for c in chain.all_components() if c not in wish.components]
    for start, end in wish.spans:
        end -= len(said[start:end]) - len(
            re.sub(
                r" (?:and|but|only|he|she|they|it(?:['’]?s)?|that['’]?s|we|i|because|as|since)$|[,.;:!)–—]$",
                "",
                said[start:end],
                flags=re.I,
            )
        )
        explains = _EXPLAINS.match(said, end)
        end = explains.end() if explains and not named_in(explains[0], stays, chain) else end
        said = blanked(said, [(start, end)])
    return said


def _called(kind: str, chain: Chain, awaiting: Awaiting | None) -> Iterator[_Named]:
    """Each component of a kind with the patterns of what it is called: its name, its number, "that one" while it is asked about."""
    noun, components = NOUNS[kind], chain.mentioned(kind)
    for component, ordinal in zip(components, ORDINALS, strict=False):
        yield _Named(component, kind, rf"(?:the |that |this |a |any )?{ordinal} {noun}")
    for component in components:
        # "There is no model 3": by the number of its id, which a reply may have shown.
        yield _Named(
            component,
            kind,
            rf"(?:the |that |this |your )?{noun} (?:no\.? ?|number |#)?{component.partition('-')[2] or 1}",
        )
    nameless = [c for c in components if chain.value(f"{c}.name") is None]
    if len(nameless) == 1 and kind == "application":
        yield _Named(
            nameless[0],
            kind,
            rf"(?:the |that |this )?(?:(?:nameless|unnamed|untitled) (?:one|{noun})|(?:one|{noun}) without (?:a )?name|duplicate(?: one| {noun})?|double one)",
        )
    if len(components) == 2:
        yield _Named(components[1], kind, rf"(?:the|that|this) other {noun}")
    titles = [chain.title(component) for component in components]
    for component, title in zip(components, titles, strict=True):
        if len(title) > 2 and titles.count(title) == 1:
            words = rf"(?:(?:the|that|this) )?(?:{noun} (?:called |named )?)?{re.escape(title)}(?: {noun})?"
            yield _Named(component, kind, words)
    asked = awaiting.ref.partition(".")[0] if awaiting else ""
    if asked in components:
        yield _Named(asked, kind, rf"(?:that|this|such an?) {noun}")


def _denied(
    called: list[_Named], said: str, chain: Chain, awaiting: Awaiting | None, answered: str
) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Where a message denies components or has them taken away, with those that it names there, one or several joined by "and".

    Asked for another of the kind ``answered``, to have no such one is the answer: there it takes a name, or "that one".
    """
    if not called:
        return
    one = "|".join(named.words for named in sorted(called, key=lambda named: -len(named.words)))
    names = rf"(?<!\w)(?P<called>(?:{one})(?:{_JOINED}(?:{one}))*)(?!\w)"
    patterns = (
        rf"(?:{_DENIES}|{_TAKES}){_BETWEEN}{names}{ENDS}",
        rf"{_SPLIT_TAKE}{_BETWEEN}{names}{_AWAY}{ENDS}",
        rf"{names}[”\"'’]?,?(?: that)?{_DENIED}{ENDS}",
        rf"\bneither (?:the )?{names} (?:is|are|was|were) {OURS}{ENDS}",
        rf"(?:\b(?:about|as for|regarding|with)|^|[.!?;])\W*{names}{_OF_THAT}{ENDS}",
    )
    only = (rf"{_BUT_ONLY}{names}{ENDS}", rf"{names} is the only (?:one|{'|'.join(NOUNS.values())})\b{ENDS}")
    for pattern in (*patterns, *only):
        for place in re.finditer(pattern, said, re.I):
            asks = re.match(r"[^.!;\n?]*\?", said[place.end() - 1 :])
            if asks and not re.search(_TAKES, place[0], re.I):
                continue
            items = [item.strip() for item in re.split(_JOINED, place["called"], flags=re.I)]
            components = {n.component: n.kind for item in items for n in called if re.fullmatch(n.words, item, re.I)}
            if answered in components.values() and re.search(
                r"\b(?:a|an|any|no) (?:other|first|second|third|\d)", place[0], re.I
            ):
                continue
            if pattern in only:
                # What an "only this" leaves out goes where it was asked about, and what has a number for a name where that is said.
                asked = awaiting.ref.partition(".")[0] if awaiting else ""
                beside = _others(components, chain)
                others = [c for c in beside if not says_name(chain.title(c), said)]
                numbered = [c for c in beside if not chain.value(f"{c}.name") and c not in others]
                yield place.span(), tuple(others if asked in others else numbered)
            else:
                yield place.span(), tuple(components)


def _others(components: Mapping[str, str], chain: Chain) -> list[str]:
    """The components of the same kinds that are none of these; each with its kind."""
    return [c for kind in dict.fromkeys(components.values()) for c in chain.mentioned(kind) if c not in components]


def named_in(said: str, components: Iterable[str], chain: Chain) -> list[str]:
    """Of some components those whose name a text holds."""
    return [c for c in components if (title := chain.value(f"{c}.name")) and says_name(str(title), said)]


def _only_one(said: str, kind: str, chain: Chain) -> Wish | None:
    """ "We only have one model", "you wrote two models, it is only one": the other of two where one is named, else any of them."""
    place = re.search(rf"{_ONE} {NOUNS[kind]}\b|{_SEVERAL} {NOUNS[kind]}s?\b[^!?\n]{{0,40}}?{_SINGLE}", said, re.I)
    if place is None:
        return None
    components = chain.mentioned(kind)
    named = [c for c in components if re.search(rf"(?<!\w){re.escape(chain.title(c))}(?!\w)", said, re.I)]
    other = [c for c in components if c not in named]
    return Wish((other[0],) if len(named) == len(other) == 1 else (), kind, (place.span(),))


def refuse_retired(chain: Chain, refs: list[str]) -> None:
    """Raises BadInput for a reference to a part that was taken away: its id is not given again."""
    for ref in refs:
        component = ref.partition(".")[0]
        if component in chain.retired:
            raise BadInput(
                f"{component} was taken away.",
                "Its name is not given again.",
                f"Undo that while it is the last step, or use {chain.another(kind_of(component))}.",
            )


def removal(session: Session, what: str, number: int, country: Country = str) -> Turn:
    """The turn that takes away a component (``model-2``) or a single fact (``model.weights``); ``note`` says which, in words.

    Raises BadInput for what cannot be taken away, NotFound for what is not in the chain. An answer that was confirmed from public
    records is refused with it, so that it is not offered again at once.
    """
    checked_removal(what)
    chain = session.chain
    gone = [f for ref, f in chain.facts.items() if what in (ref, f.component)]
    if not gone:
        raise NotFound(f"There is no {what} in this chain.", "It may have been taken away already.", "Look at the map.")
    note = part_name(what, chain) if "." not in what else line_for(gone[0], chain, country)
    confirmed = tuple(f.ref for f in gone if f.source == "confirmed")
    return Turn(number, removed=(what,), refused=confirmed, note=note)
