"""A note that is set right by the label it was shown with: "“recommends” is wrong, it assists", "it still says government", "put “assists”". Pure but for its reader.

Who repeats a label of ours and denies it, calls it wrong or too little, speaks of the answer that bears it, whatever question is open. What
stands in its place is a label of the same field, or words that answer its question. Where nothing does, the note goes and its question is
put at once; where it was too little, it stays and is asked about. A label that is a word like any other is only meant in quotes, where we
are said to have written it, or where another label of its field is put for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import ALONE, FIELDS
from vcassist.chain.short_names import says_name
from vcassist.interview import phrases
from vcassist.interview.corrections.labels import (
    CLOSES,
    OPENS,
    answers_anything,
    any_label,
    is_everyday,
    is_label,
    labels_noted,
    told_in,
)
from vcassist.interview.corrections.unsaid import said_instead
from vcassist.interview.field_keys import NAMED_IN_TALK
from vcassist.interview.ports import Reader
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import blanked
from vcassist.interview.removals.order_forms import LONGEST, led
from vcassist.interview.removals.removing import LONGEST_WISH, Wish, the_only
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session
from vcassist.interview.words import Country, line_for

_I = re.I
# So far, in sentences, what is right may stand from what is wrong.
_NEAR = 2
# A longer sentence says more than what is right.
_SHORT = 14
_QUITE = r"(?:(?:still|just|all|really|quite|plain|plainly|simply|clearly|a bit|a little|also|the) )*"
_WRONG = rf"(?:(?:is|are|was|were|sounds?|seems?|looks?)\b ?)?{_QUITE}(?:wrong|false|incorrect|mistaken|untrue|nonsense|rubbish|inaccurate|an? (?:mistake|error)|too \w+|(?:not|n['’]t) {_QUITE}(?:right|correct|true|so|accurate|(?:right |best |correct )?(?:word|one|label|answer|case)(?: for it)?))"
_LACKS = rf"(?:is|are|was|were)\b ?{_QUITE}(?:incomplete|too (?:little|few|narrow)|(?:not|n['’]t) {_QUITE}(?:complete|enough|all|everything|whole(?: \w+)?|sufficient))"
_ENDS = r"(?=\s*(?:$|[.,;:!?)\n–—]|\b(?:and|but|it|we|they|only|just|please|because|since|any ?more|at all|either|here|there|for)\b))"
_WRITES = r"(?:writes?|wrote|written|says?|said|have|has|notes?|noted|puts?|records?|recorded|reads?|shows?|stands?|lists?|see)"
_YOU = r"(?:you|it|this|that|list|report|map|notes?|there|here|i see|screen)"
_UNCHANGED = re.compile(r"\b(?:not|n['’]t|never)\b(?: yet| ever)? (?:change|correct|fix|amend)(?:d|ed)?\b", _I)
_CALLED_WRONG = re.compile(rf"\b{_WRONG}", _I)
_SAID_WRONG = re.compile(
    rf"\W*(?:(?:no|but|and|i said|that|this|it|which|please|he|she)\b[\s,:]{{1,3}}){{0,4}}{_WRONG}", _I
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never|no|nor|instead of|rather than|than|without)|n['’]t)(?: (?:an?|the|just|only|really|even))*[\s\"“'‘]*$",
    _I,
)
# "You wrote recommends. It should be assists."
_SHOULD_BE = re.compile(
    r"\W*(?:(?:but|and|so|no)\W+)*(?:(?:it|that|this) )?(?:should|must|has to|ought to) (?:be|read|say)\b", _I
)
_BEGINS = r"(?:^|[.,;:!?\n–—]\s{0,3}|\b(?:but|and|so|no|please|then|also)\s)"
_IS_NOT = r"(?:(?:it|this|that|we|they|he|she|the \w+)(?:['’]?s|['’]?re| is| are| was)?(?: really| just)? not|(?:it|this|that|we|they) (?:is|are|was)n['’]t|(?:its|it) not|not)"
# What is done instead of what is not done: "it does not recommend, it assists".
_INSTEAD = r"(?:,|;| –| -|\.)? ?(?:it|but|only|that|this|rather)\b"
_AWAY = (
    r"(?:take out|remove|delete|drop|strike(?: out)?|scrap|change|replace|correct|swap|turn|amend|fix|erase|cross out)"
)
_ORDER = led(
    r"no|oh|ok(?:ay)?|sorry|please|pls|kindly|well|then|now|just|but|first|and|so|also|again|before(?: that)?|therefore|instead|only",
    "want(?: you)? to|would like(?: you)? to|said",
)
_PUT = r"(?:(?:put|write|note|say|mark|enter)(?: down)?(?: that)?|set it to|(?:make|call) (?:it|that|this)|(?:change|turn|correct|set|switch|amend) (?:it|that|this)(?: back)? (?:in)?to|(?:it|that|this) (?:must|should|has to|ought to) (?:be|read|say))"
_THE_WORD = r"(?:(?:the|a|this|that|your) (?:word|label|answer|note|entry|value|term) )?"
_WRONG_BEHIND = re.compile(rf"(?: there| here)?(?P<only> only| alone)?,? (?:(?:{_LACKS})|(?P<wrong>{_WRONG}))", _I)
_NAMED_BEFORE = re.compile(r"\b(?:word|label|term|entry|answer)s? $", _I)
_BEGINS_IT = re.compile(r"(?:^|[.,;:!?\n–—]\s{0,3})(?:(?:but|and|so|no|only|just|sorry)\W{1,3}){0,4}$", _I)
_WRITTEN = re.compile(
    rf"\b{_YOU}\b[^.!?;\n]{{0,40}}?\b{_WRITES}\b(?: (?:still|that|it|as|down|wrong|us|the word|an?|is|in)){{0,4}}[\s:,]{{0,3}}$",
    _I,
)
_TAKEN_OUT = re.compile(rf"{_BEGINS}{_AWAY} {_THE_WORD}$", _I)
_NOT_BEFORE = re.compile(rf"{_BEGINS}{_IS_NOT}(?: (?:an?|the))? $", _I)
_COURTESY = r"(?:,? (?:please|pls|now|instead|there|then|again|thanks?|thank you))*"
# What leads to what is right: "it is …", "must be: …", "change it to …", "only …".
_LEADS = re.compile(
    r"(?:^|[:=,–—-]|(?:\b(?:is|are|was|be|read|put|write|note|say|mark|make|enter|to|into|with|by|but|also|rather|only|just|right|it|he|she|this|we|they|must|should|app|application|tool|system|program(?:me)?)|['’](?:s|re))\b)"
    r"\W{0,4}(?:(?:only|just|an?|also|really|more|rather|that|it|as|now|down)\b\W{0,3}){0,3}(?:the [\w-]{1,20} )?[\"“„'‘]?$",
    _I,
)
# Where the words that set something right end within a sentence, and something else is told.
_GOES_ON = re.compile(r"[,;]? (?:and|but) (?=(?:yes|no|we|they|there|the|our|i|nobody|it|he|she)\b)|[,;] (?=(?:yes|no)\b)", _I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Denied:
    """An answer of which a label is denied at ``place``, as the members ``gone``; ``lacks``: it is only too little. ``sure``: though nothing is put for it."""

    old: Fact
    gone: tuple[str, ...]
    place: tuple[int, int]
    lacks: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class _Around:
    """A label with what its sentence says before and behind it, and the sentence after."""

    before: str
    words: str
    behind: str
    after: str
    quoted: bool


def said_by_its_label(said: str, session: Session, reader: Reader, number: int, country: Country) -> Wish | None:
    """The note that a message sets right by its label, or the label that it orders to be written; None where it does neither."""
    if len(said) > LONGEST or len(said.split()) > LONGEST_WISH or not session.chain.facts:
        return None
    parts = [m for m in PART.finditer(said) if re.search(r"\w", m[0])]
    denied = list(_denied(said, parts, session))
    if not denied:
        return _ordered(said, session, number)
    several = {d.old.ref: d for d in _meant(denied, said, session)}
    if len(several) > 1:
        note = phrases.WHICH_ANSWER.format("; ".join(line_for(d.old, session.chain, country) for d in several.values()))
        return Wish((), "", tuple(_clause(said, d.place) for d in several.values()), note)
    return _put_right(said, parts, next(iter(several.values())), session, reader, number)


def _denied(said: str, parts: Sequence[re.Match[str]], session: Session) -> Iterator[_Denied]:
    """Each answer of which the label that it is shown with is denied, called wrong or too little."""
    awaiting = session.awaiting
    put = awaiting.offered if awaiting and awaiting.manner == "confirm" else {}
    for fact in session.chain.facts.values():
        if fact.ref in put or (awaiting and awaiting.ref == fact.ref and awaiting.manner != "more"):
            # What is on the table is decided where it is put.
            continue
        for at, label in enumerate(labels_noted(fact)):
            for place in _label(label).finditer(said):
                around = _around(said, parts, place)
                found = _denial(around, fact) if around and not _names_another(around, session) else None
                if found is not None:
                    yield _Denied(fact, fact.values[at : at + 1], place.span(), *found)


@cache
def _label(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<opens>{OPENS}?)(?:{words})(?P<closes>{CLOSES}?)(?!\w)", _I)


def _around(said: str, parts: Sequence[re.Match[str]], place: re.Match[str]) -> _Around | None:
    """What stands around a label; None where it stands in a question."""
    at = next((n for n, p in enumerate(parts) if p.start() <= place.start() < p.end()), None)
    if at is None or parts[at][0].rstrip().endswith("?"):
        return None
    return _Around(
        said[parts[at].start() : place.start()].lstrip(),
        place[0],
        said[place.end() : parts[at].end()],
        parts[at + 1][0] if at + 1 < len(parts) else "",
        bool(place["opens"] and place["closes"]),
    )


def _names_another(label: _Around, session: Session) -> bool:
    """Whether a bare label is also what a field is called of which something is noted: "the supplier is wrong" is of who that is."""
    if label.quoted:
        return False
    noted = {f.field.key for f in session.chain.facts.values() if f.status == "known"}
    return any(key in noted for key in keys_named(label.words))


def _denial(label: _Around, fact: Fact) -> tuple[bool, bool] | None:
    """(too little, beyond doubt) of a label that is denied where it stands; else None."""
    many = fact.field.type == "set"
    wrong = _wrong_behind(label)
    if wrong is not None:
        return many and (wrong["wrong"] is None or bool(wrong["only"])), True
    if many and not label.quoted:
        # What a set denies of its members is heard by itself.
        return (True, True) if _not_only(label.before, label.behind) else None
    if _we_wrote_it(label) or _to_go(label):
        return False, True
    if _is_not_that(label):
        return False, label.quoted or not is_everyday(label.words)
    return (False, False) if _does_not(label) else None


def _wrong_behind(label: _Around) -> re.Match[str] | None:
    """ "“Recommends” is wrong", "own records only is not complete": a bare label begins its clause, one like any other word fills it."""
    found = _WRONG_BEHIND.match(label.behind)
    named = label.quoted or _NAMED_BEFORE.search(label.before) is not None
    fills = found is not None and (not is_everyday(label.words) or re.match(_ENDS, label.behind[found.end() :], _I))
    return found if found and (named or (_BEGINS_IT.search(label.before) and fills)) else None


def _we_wrote_it(label: _Around) -> bool:
    """ "It still says recommends", "you wrote “recommends”. That is wrong", "you have not changed “recommends”"."""
    written = _WRITTEN.search(label.before) is not None
    if (written and re.search(r"\b(?:still|wrong)\b", label.before, _I)) or (
        label.quoted and _UNCHANGED.search(label.before)
    ):
        return True
    here = _CALLED_WRONG.search(f"{label.before} {label.behind}") or _SHOULD_BE.match(label.behind)
    return bool((label.quoted or written) and (here or _SAID_WRONG.match(label.after) or _SHOULD_BE.match(label.after)))


def _to_go(label: _Around) -> bool:
    """ "Take out government, …", "change recommends to …"."""
    return bool(_TAKEN_OUT.search(label.before) and re.match(r"[,.;:!]|\s*$| (?:to|into|by|with|for|and|out)\b", label.behind, _I))  # fmt: skip


def _is_not_that(label: _Around) -> bool:
    """ "It is not recommends", "not government": a word that answers anything takes quotes."""
    if not (_NOT_BEFORE.search(label.before) and re.match(_ENDS, label.behind, _I)):
        return False
    return label.quoted or not answers_anything(label.words)


def _does_not(label: _Around) -> bool:
    """ "It does not recommend, it assists"."""
    does_not = re.search(r"\b(?:does|do|did)(?: not|n['’]?t)(?: only| just)? $", label.before, _I)
    # A word like any other, and one that ends its sentence, is meant where another label of its field is put for it.
    return bool(does_not and re.match(rf"{_INSTEAD}|\s?[.!;]", label.behind, _I))


def _not_only(before: str, behind: str) -> bool:
    """ "Not own records only, also partners"."""
    return bool(
        re.search(r"\bnot (?:only |just )?$", before, _I)
        and (re.search(r"\b(?:only|just) $", before, _I) or re.match(r" (?:only|alone)\b", behind, _I))
        and re.search(r"\balso\b|\btoo\b|\bas well\b", behind, _I)
    )


def _meant(denied: Sequence[_Denied], said: str, session: Session) -> list[_Denied]:
    """Of several answers with one label those whose matter or part is named, else those of the part that is asked about."""
    asked = (session.asked or "").partition(".")[0]
    titles = {d.old.component: str(session.chain.value(f"{d.old.component}.name") or "") for d in denied}
    for some in (
        [d for d in denied if NAMED_IN_TALK[d.old.field.key].search(blanked(said, [d.place]))],
        [d for d in denied if titles[d.old.component] and says_name(titles[d.old.component], said)],
        [d for d in denied if d.old.component == asked],
    ):
        if some and len({d.old.ref for d in some}) < len({d.old.ref for d in denied}):
            denied = some
    return list(denied)


def _put_right(
    said: str, parts: Sequence[re.Match[str]], denied: _Denied, session: Session, reader: Reader, number: int
) -> Wish | None:
    """The note with what is right in its place; else taken away, or asked about where it was too little."""
    old, at = denied.old, next(n for n, p in enumerate(parts) if p.start() <= denied.place[0] < p.end())
    near = parts[max(0, at - _NEAR) : at + _NEAR + 1]
    spans = [_clause(said, denied.place), *(p.span() for p in near if _only_says_wrong(p[0]))]
    new = _right_label([*parts[at : at + _NEAR + 1], *near], denied)
    if new is None:
        # What was left open is told in the sentence before as well.
        first = at if old.status == "known" else max(0, at - 1)
        there = [p.span() for p in (*parts[:first], *parts[at + 2 :])]
        new = said_instead(
            old, blanked(said, [*there, *spans[1:], _within_commas(said, denied.place)]), session, reader, number
        )
    left = [v for v in old.values if denied.lacks or v not in denied.gone] if old.field.type == "set" else []
    if new is None and not denied.sure:
        return None
    if new is None and (denied.lacks or not left):
        return Wish(() if denied.lacks else (old.ref,), "", tuple(spans), again=old.ref)
    start, end = denied.place if new is None else (new.start or 0, new.end or 0)
    status, value = ("known", ()) if new is None else (new.status, new.value)
    spans.append(_clause(said, (start, end)))
    if left and status == "known" and not (new and ALONE & set(new.values)):
        value = checked_value(old.ref, list(dict.fromkeys((*left, *(new.values if new else ())))))
    return Wish(
        (),
        "",
        tuple(dict.fromkeys(spans)),
        instead=(Fact(old.ref, status, value, said[start:end], start, end, number),),
    )


def _right_label(parts: Sequence[re.Match[str]], denied: _Denied) -> Fact | None:
    """The label of the same field that is put for the one that is denied."""
    key = denied.old.field.key
    labels = any_label(key)
    if not labels or denied.old.field.type == "yesno":
        return None
    for part in parts:
        if part[0].rstrip().endswith("?"):
            continue
        for m in _label(labels).finditer(part[0]):
            start, end = part.start() + m.start(), part.start() + m.end()
            told = told_in(key, m[0].strip("\"“”„«»'‘’ "))
            before = part[0][: m.start()]
            same = told is None or (start < denied.place[1] and denied.place[0] < end)
            if same or _NEGATED.search(before) or not (m["opens"] or _LEADS.search(before)):
                continue
            values = told[1] if told and isinstance(told[1], tuple) else (told[1],) if told else ()
            if set(values) - set(denied.old.values):
                return Fact(denied.old.ref, "known", told[1] if told else None, m[0], start, end)
    return None


def _ordered(said: str, session: Session, number: int) -> Wish | None:
    """A label that is ordered to be written, where only one answer can be meant: one that is noted otherwise, else the only matter that has it."""
    for order in re.finditer(
        rf"{_ORDER}{_PUT}[\s:,]{{1,3}}{_THE_WORD}(?P<new>{OPENS}[^\"”»]{{2,60}}{CLOSES}|[^.,;!?\n\"“”]{{2,60}}?){_COURTESY}(?=\s*(?:[.,;!?\n]|$))",
        said,
        _I,
    ):
        words = order["new"].strip("\"“”„«»'‘’ ")
        quoted = bool(re.match(OPENS, order["new"]))
        if not quoted and (is_everyday(words) or answers_anything(words)):
            continue
        keys = [key for key in FIELDS if FIELDS[key].type != "yesno" and is_label(key, words)]
        if session.asked and field_of(session.asked).key in keys:
            # It answers the question that is open.
            return None
        ref = _ref_of(keys, said, session)
        told = told_in(FIELDS[keys[0]].key, words) if ref else None
        if ref is None or told is None:
            continue
        start = order.start("new") + order["new"].index(words)
        fact = Fact(ref, told[0], told[1], words, start, start + len(words), number)
        return Wish((), "", (order.span(),), instead=(fact,))
    return None


def _ref_of(keys: Sequence[str], said: str, session: Session) -> str | None:
    chain = session.chain
    noted = [f.ref for f in chain.facts.values() if f.field.key in keys]
    parts = {ref for ref in noted if (t := chain.value(f"{ref.partition('.')[0]}.name")) and says_name(str(t), said)}
    asked = {ref for ref in noted if ref.partition(".")[0] == (session.asked or "").partition(".")[0]}
    if one := the_only(parts, asked, set(noted)):
        return one
    if noted or len(keys) != 1:
        return None
    kind, _, name = keys[0].partition(".")
    return f"{chain.first(kind)}.{name}" if len(chain.mentioned(kind)) < 2 else None


def _only_says_wrong(part: str) -> bool:
    return len(part.split()) <= _SHORT // 2 and _SAID_WRONG.match(part) is not None


def _within_commas(said: str, place: tuple[int, int]) -> tuple[int, int]:
    """The piece of a sentence, between its marks, in which something stands."""
    before = max(said.rfind(mark, 0, place[0]) for mark in ",;:.!?\n") + 1
    marks = (at for mark in ",;:.!?\n" if (at := said.find(mark, place[1])) >= 0)
    return before, min(marks, default=len(said))


def _clause(said: str, place: tuple[int, int]) -> tuple[int, int]:
    """The sentence in which something stands, up to where it goes on to tell something else."""
    part = around(PART, said, place[0])
    if part is None:
        return place
    cuts = [(m.start(), m.end()) for m in _GOES_ON.finditer(said, part.start(), part.end())]
    start = max((end for _, end in cuts if end <= place[0]), default=part.start())
    end = min((begin for begin, _ in cuts if begin >= place[1]), default=part.end())
    return start, end
