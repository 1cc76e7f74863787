"""Two tools of a first story are each told in their own words: what is said behind the name of one is of that one. Pure but for its reader.

"OuviDoc writes down what is said … And Zeca, who makes the first draft, …, this one is still only in test": the test is Zeca's. Where only one of the two
was heard, the other is found by what leads up to its name or by its work, in a story that counts two or brings in one more. Each part is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vcassist.chain.facts import Chain, field_of
from vcassist.given_names import is_given_name
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.announced import task_of
from vcassist.reading.naming.names import is_somebody
from vcassist.reading.naming.newcomers import NOT_IN_USE
from vcassist.reading.naming.somebody import TITLED
from vcassist.reading.text import Span
from vcassist.reading.vetoes.modality import modalities
from vcassist.reading.vetoes.no_name import GOES_ON

_I = re.I
# A shorter message, in words, tells no two tools; a longer one, in characters, is a page.
LEAST, LONGEST = 12, 4_000
SURE = 0.85
FIRST, SECOND, BOTH = "application", "application-2", ""
_THING = r"(?:tools?|things?|systems?|apps?|programs?|programmes?|bots?|chatbots?|softwares?|machines?|assistants?|intelligences?|ais?|services?|models?|ones?)"
_COUNTS_TWO = re.compile(
    rf"\b(?:two|2|both|tow|a couple of)\b(?:[ -]+(?!(?:one|the|is|are|was)\b)[\w’'-]+){{0,4}}?[ -]+{_THING}\b", _I
)
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w’-]*\w(?: [A-ZÀ-ÖØ-Þ][\w’-]*\w)*")
# A name in small letters, as people type: "and then theres vetline which says …".
_SMALL = re.compile(
    r"\b(?:and|an|then|also|plus|n|oh)\W+(?:(?:then|also|an|and)\W+)?(?:there['’]?s|there is|we (?:have|got|use))(?: also)?\W+(?P<name>[a-z]{4,14}),? (?:(?:which|that|who) [a-z]+s|that one)\b"
)
_A_NEW_ONE = rf"(?:(?:the|our|a|an|one)\W+)?(?:other|second|younger|newer|new|next|another|latest)(?:\W+{_THING})?"
# What leads up to the name of one more, and to the name of anything.
_ONE_MORE = re.compile(
    rf"(?:^|[,;:–—-]|\b(?:and|n|then|but|plus|also|besides)\b)\W*(?:(?:and|n|then|also|besides(?: that)?|but|plus)\W+)*"
    rf"(?:there['’]?s(?: also)?|there (?:is|are)(?: also)?|we(?: also)? (?:have|use|run|got)(?: also)?|{_A_NEW_ONE}(?:,|\W+(?:is|are))?(?:\W+(?:called|named))?|also|besides(?: that)?|as (?:for|to)|not to forget|(?:i|we) (?:ought|should|must)(?: also)?(?: to)?(?: also)? mention)\W*$",
    _I,
)
# "Pipeline A is RouteWeave … Pipeline B, VoxPleno, …"; "Fontanelle, a program for the photographs".
_NUMBERED = re.compile(rf"\b{_THING[:-1]}|pipelines?)\W+(?:b|2|two|ii)(?:,|:| is| is called)?\W*$", _I)
_IS_ONE = re.compile(r"[\"”'’]?, (?:an?|the|our|another|some) (?:\w+[ -]){0,3}?(?:program(?:me)?|software|app|tool|bot|chatbot|assistant|system|machine|ai)\b(?! (?:maker|company|firm|vendor|supplier))")  # fmt: skip
_GOES_ON = re.compile(r"(?:^|[,;:]\s)\W*(?:and|then|plus|n)\W+$", _I)
_CALLED = re.compile(
    r"\b(?:called|named|call(?:s|ed)? (?:it|this|that)|bears the name(?: of)?|by the name(?: of)?|goes by|calls (?:itself|himself|herself))\W*$",
    _I,
)
_BRINGS_ONE_MORE = re.compile(rf"\b(?:also|besides|then|another|second|other|{_A_NEW_ONE})\b", _I)
_IS_A_THING = re.compile(rf"\b(?:{_THING}|something|camera|software|{_A_NEW_ONE})\b", _I)
_DONE_BY = re.compile(
    r"\b(?!(?:made|built|developed|sold|supplied|provided|delivered|owned|funded|programmed|designed|hosted|paid)\b)[a-z]+(?:ed|en|own|one|ade|ent|old|ught)\W+(?:\w+ )?by\W*$",
    _I,
)
_AT_WORK = re.compile(
    r"[\"”'’]?(?:,?\s(?:which|that|who)\s(?:is\s|was\s)?(?:[a-z]+ly\s)?|,?\s(?:is\s|and\s)?|\s?[–—:]\s)(?!(?:is|was|has|does|says that|as|this|its|his|us|yes|always|perhaps|needs)\b)(?:[a-z]{2,}(?<!s)s|[a-z]{3,}ing)\b"
)
_SHALL_WORK = re.compile(r"[\"”'’]?,? (?:which|that) (?:must|shall|should|will|would|is (?:to|meant to|supposed to))\b")
_WHICH_WORKS = re.compile(r"[\"”'’]?,?\s(?:which|that)\s(?!is\b|was\b|has\b)[a-z]{2,}s\b")
_AND = re.compile(r"(?:,|\b(?:and|n|plus|&))\s$", _I)
_FOR_IT = re.compile(r"[\"”'’]?,?\s(?:for (?:the |our |all )?[a-z]{3,}|to [a-z]{3,}|(?:an?|our) (?:\w+ ){0,3}?(?:machine|tool|bot|app|program|assistant|system|software)\b)")  # fmt: skip
# Whose name it is where a house or a person is told of.
_OF_A_HOUSE = re.compile(
    r"\b(?:compan(?:y|ies)|firm|supplier|vendor|maker|manufacturer|start-?up|provider|school|clinic|hospital|village|town|city|island|region|department|organi[sz]ation|union|foundation|ministry|university|institute|colleague|nephew|niece|son|daughter|brother|sister|husband|wife|director|boss|volunteer|mr|mrs|ms|dr)\b",
    _I,
)
_IN_A_PLACE = re.compile(r"\b(?:in|at|from|of|near|to|around|outside)\W*$", _I)
# Who or what is brought in on a trial to do some work is no colleague.
_BROUGHT_IN = re.compile(
    r"\b(?:brought in|installed|set up|added|introduced|started (?:using|with)|bought|put in)\W*$", _I
)
_ON_TRIAL = re.compile(r"\b(?:on (?:a |an? \w+ )?(?:trial|test|approval)|pilot\w*|trying (?:it|her|him)|to test)\b", _I)
# What points at one of two.
_THE_FIRST = re.compile(r"\b(?:the|our|by the) (?:first|older|elder|former|old)(?: (?:one|machine|tool|thing|system|of them))?\b(?! (?:draft|time|thing|day|step|version|year|month|week|people|class|aid|contact|floor|line))", _I)  # fmt: skip
_THE_SECOND = re.compile(
    r"\b(?:the|our) (?:second|other|younger|newer|latter)(?: (?:one|machine|tool|thing|system|of them))?\b(?=\W|$)(?! (?:day|half|people|side|hand|staff|schools?|clinics?|time|way|teachers?|nurses?|floor|week|month|year))|\b(?:a new(?:er)? one|another one)\b",
    _I,
)
_BOTH = re.compile(
    r"\b(?:both|the two|(?:each|either|neither) (?:of (?:them|these|the two)|one|is|has|runs))\b(?! (?:of (?:us|our|my)|languages?|parents?|hands?|sides?|schools?|clinics?))",
    _I,
)
_NO_WORK = re.compile(r"(?:that|it|this|which|who)\b", _I)
_SENTENCE_ENDS = re.compile(r"[.;!?\n]+[\"”'’)]*\s+")
_CONJUNCTION = re.compile(r"\b(?=(?:and|n|but|while|whereas|plus|then)\b)", _I)
_JOINT = re.compile(rf"[,:(–—]\s?|\s-\s|{_CONJUNCTION.pattern}", _I)


@dataclass(frozen=True, slots=True)
class _Run:
    """Part of a message that tells of one tool, or of both."""

    start: int
    end: int
    tool: str


def with_each_in_its_own_words(
    read: Reading,
    message: str,
    chain: Chain,
    again: Callable[[str], Reading],
    is_place: Callable[[str], bool],
    is_word: Callable[[str], bool],
) -> Reading:
    """The same, of a first story with two named tools, with what is told of each behind its own name; ``again`` reads a part by itself."""
    if chain.mentioned("application") or len(message) > LONGEST or len(message.split()) < LEAST:
        return read
    names = [p for p in read.proposals if field_of(p.ref).key == "application.name" and p.start is not None]
    if any(p.ref not in (f"{FIRST}.name", f"{SECOND}.name") for p in names) or not 0 < len(names) <= 2:
        return read
    if len(names) == 1:
        other = _other(read, names[0], message, is_place, is_word)
        if other is None or names[0].ref != f"{FIRST}.name":
            return read
        names.append(Proposal(f"{SECOND}.name", "known", other.text, other.text, SURE, other.start, other.end))
    spans = {p.ref.partition(".")[0]: Span(p.start or 0, p.end or 0, p.quote) for p in names}
    if len(spans) != 2 or spans[FIRST].text.casefold() == spans[SECOND].text.casefold():
        return read
    runs = _runs(message, spans)
    if {FIRST, SECOND} - {run.tool for run in runs}:
        return read
    told = _told_in(runs, message, again)
    stay = [p for p in read.proposals if _stays(p, runs, spans) and field_of(p.ref).key != "application.name"]
    # Which choice is read depends on all that is read with it, so that what a part says by itself comes first.
    chosen = {ref for ref in told if field_of(ref).type in ("yesno", "enum")} | {
        f"{FIRST}.lifecycle",
        f"{SECOND}.lifecycle",
    }
    in_parts = [p for p in stay if p.start is None or p.start >= runs[0].start]
    weak = {id(p) for p in in_parts if p.ref in chosen or (p.ref.endswith(".purpose") and _begins_with_name(p, spans))}
    kept = [p for p in stay if id(p) not in weak]
    there = {p.ref for p in kept}
    told = {ref: p for ref, p in told.items() if ref not in there and not _begins_with_name(p, spans)}
    for tool, name in spans.items():
        ref = f"{tool}.purpose"
        task = None if ref in {*there, *told} else task_of(message, name)
        if task is not None and not _NO_WORK.match(task.text):
            told[ref] = Proposal(ref, "known", task.text, task.text, SURE, task.start, task.end)
    return replace(read, proposals=(*kept, *names, *told.values()), intent="answer")


def _told_in(runs: Sequence[_Run], message: str, again: Callable[[str], Reading]) -> dict[str, Proposal]:
    """What the parts tell of their tools by themselves, by reference; what comes first counts."""
    told: dict[str, Proposal] = {}
    for run in runs:
        for p in again(message[run.start : run.end]).proposals:
            if not p.ref.startswith(f"{FIRST}.") or p.ref.endswith(".name") or p.start is None or p.end is None:
                continue
            for tool in (run.tool,) if run.tool else (FIRST, SECOND):
                ref = f"{tool}.{p.ref.partition('.')[2]}"
                told.setdefault(ref, replace(p, ref=ref, start=p.start + run.start, end=p.end + run.start))
    return told


def _begins_with_name(p: Proposal, names: dict[str, Span]) -> bool:
    """Whether a text begins with the name of its tool: "agrobot for the farmers"."""
    name = names.get(p.ref.partition(".")[0])
    return name is not None and p.value == p.quote and p.quote.casefold().startswith(name.text.casefold())


def _other(
    read: Reading, first: Proposal, message: str, is_place: Callable[[str], bool], is_word: Callable[[str], bool]
) -> Span | None:
    """The name of the one tool that a story brings in beside the first; None where there is none, or several may be."""
    counted = _COUNTS_TWO.search(message) is not None
    taken = [p for p in read.proposals if field_of(p.ref).name == "name" and not p.ref.startswith("application")]
    taken += [p for p in read.proposals if field_of(p.ref).type == "entity" and not GOES_ON.match(p.quote)]
    told = Span(first.start or 0, first.end or 0, first.quote)
    found: dict[str, Span] = {}
    for name in _candidates(message):
        if name.text.casefold() == first.quote.casefold():
            continue
        if any(p.touches(name.start, name.end) for p in taken) or TITLED.match(name.text):
            continue
        lead = message[_sentence_begins(message, name.start) : name.start]
        at_start = not re.search(r"\w", lead)
        if at_start and " " not in name.text and is_word(name.text.casefold()):
            continue
        if _is_one_more(message, name, lead, counted, is_place(name.text), told):
            found.setdefault(name.text.casefold(), name)
    return next(iter(found.values())) if len(found) == 1 else None


def _candidates(message: str) -> Iterator[Span]:
    for m in _NAME.finditer(message):
        lead = re.match(r"(?:And|But|Then|Also|The|Our|Other|Besides) ", m[0])
        start = m.start() + (lead.end() if lead else 0)
        yield Span(start, m.end(), message[start : m.end()])
    for m in _SMALL.finditer(message):
        yield Span(*m.span("name"), m["name"])


def _is_one_more(message: str, name: Span, lead: str, counted: bool, is_place: bool, first: Span) -> bool:
    """Whether what stands around a name brings it in as one more tool."""
    behind = message[name.end : name.end + 80]
    if is_place and not (counted and _AT_WORK.match(behind) and not _IN_A_PLACE.search(lead)):
        return False
    sentence = lead + name.text + _SENTENCE_ENDS.split(behind, maxsplit=1)[0]
    if _OF_A_HOUSE.search(lead[-30:]) or modalities(lead + name.text) & NOT_IN_USE - {"question"}:
        return False
    works = _AT_WORK.match(behind) is not None
    if _NUMBERED.search(lead) or (_IS_ONE.match(behind) and not is_somebody(message, name.start, name.end)):
        return True
    one_more = _ONE_MORE.search(lead) is not None
    if not counted:
        thing = _CALLED.search(lead) and _IS_A_THING.search(lead) and _BRINGS_ONE_MORE.search(lead)
        works_too = works or _FOR_IT.match(behind) or _SHALL_WORK.match(behind) or _CALLED.search(lead)
        plain = one_more and works_too and not is_somebody(message, name.start, name.end)
        # "We have Hush Mat that flags who falls and Magic Notes that writes the notes"; "OlheiroPro watches the games … Craquinho answers the parents".
        each_does = _WHICH_WORKS.match(behind) and _AND.search(lead) and _WHICH_WORKS.match(message, first.end)
        heads_too = (
            works and not re.search(r"\w", lead) and _heads_at_work(message, first) and not is_given_name(name.text)
        )
        if each_does or heads_too:
            return True
        tried = _BROUGHT_IN.search(lead) and _FOR_IT.match(behind) and _ON_TRIAL.search(sentence)
        return bool(thing or plain or (tried and _BRINGS_ONE_MORE.search(lead)))
    if one_more or _CALLED.search(lead) or _DONE_BY.search(lead):
        return True
    heads = not re.search(r"\w", lead) or _GOES_ON.search(lead) or _JOINT.search(lead[-6:])
    return bool(heads and (works or (_FOR_IT.match(behind) and ":" in sentence)))


def _heads_at_work(message: str, name: Span) -> bool:
    """Whether a sentence begins with a name that does something."""
    return _sentence_begins(message, name.start) == name.start and _AT_WORK.match(message, name.end) is not None


def _sentence_begins(message: str, at: int) -> int:
    """Where the sentence begins in which a place stands; a place at its beginning is its own."""
    return max((m.end() for m in _SENTENCE_ENDS.finditer(message, 0, at)), default=0)


def _runs(message: str, names: dict[str, Span]) -> list[_Run]:
    """Which part of a message tells of which tool: from a name, or a word that points at one, up to the next of the other."""
    marks = [(m.start(), m.end(), tool) for tool, name in names.items() for m in _mentions(message, name)]
    named = min(start for start, _, _ in marks)
    marks += [(m.start(), m.end(), FIRST) for m in _THE_FIRST.finditer(message)]
    marks += [(m.start(), m.end(), SECOND) for m in _THE_SECOND.finditer(message)]
    marks += [(m.start(), m.end(), BOTH) for m in _BOTH.finditer(message) if m.start() > named]
    marks = _one_at_a_time(sorted(marks))
    begins = _sentence_begins(message, marks[0][0])
    counts = _COUNTS_TWO.search(message, begins, marks[0][0])
    begins = _joint(message, counts.end(), marks[0][0]) if counts else begins
    starts, tools = [begins], [marks[0][2]]
    for (_, ends, before), (start, _, tool) in pairwise(marks):
        if tool == before:
            continue
        starts.append(_joint(message, ends, start))
        tools.append(tool)
    stops = [*starts[1:], len(message)]
    return [_Run(*each) for each in zip(starts, stops, tools, strict=True) if each[0] < each[1]]


def _one_at_a_time(marks: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same without a word that points, right before the name that it is said with: "the second, Tolk"."""
    found: list[tuple[int, int, str]] = []
    for mark in marks:
        if found and mark[0] < found[-1][1]:
            continue
        found.append(mark)
    return found


def _joint(message: str, start: int, end: int) -> int:
    """Where one part ends and the next begins between two marks: at the last stop, else at the last "and", else at the last comma."""
    stops = [m.end() for m in _SENTENCE_ENDS.finditer(message, start, end)]
    # "… and an AI queue thing, Ordina, at the desk": what a name is set beside is its own.
    joints = stops or [m.end() for m in _CONJUNCTION.finditer(message, start, end)]
    joints = joints or [m.end() for m in _JOINT.finditer(message, start, end)]
    return joints[-1] if joints else end


def _mentions(message: str, name: Span) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![\w’'-]){re.escape(name.text)}(?![\w-])", message, _I)


def _stays(p: Proposal, runs: Sequence[_Run], names: dict[str, Span]) -> bool:
    """Whether what was read stands in the words of its own tool, or is of none."""
    kind = p.ref.partition(".")[0]
    if p.start is None or p.end is None:
        return True
    if not kind.startswith(FIRST):
        return not (field_of(p.ref).type == "entity" and p.touches(names[SECOND].start, names[SECOND].end))
    inside = [run for run in runs if run.start < p.end and p.start < run.end]
    return not inside or (len(inside) == 1 and inside[0].tool == kind)
