"""Orders to take something out of the notes: "remove Otto from the applications", "strike the statement on consent", "Otto is no AI". Pure.

Forms only. An order names a part or an answer; what is named is looked for among what is noted, and never read as an answer or as a new
value. What is not found is asked back, and nothing is taken away for it. What an organisation does with its own things is no order: it has
somebody who does it ("we delete the recordings"), or goes on ("remove names before you send it").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.interview import phrases
from vcassist.interview.corrections.answer_meant import answer_meant
from vcassist.interview.corrections.correcting import wants_undo
from vcassist.interview.corrections.instead import exchange_in
from vcassist.interview.corrections.members import names_of
from vcassist.interview.meant import HOUSE_NAME, OUR_NAME, says_which
from vcassist.interview.noted import answers_named, bare, by_what_it_is, part_named
from vcassist.interview.ports import Reader
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import blanked
from vcassist.interview.removals.removing import LONGEST_WISH, Wish, beside, wish_in
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session
from vcassist.interview.words import Country, line_for, listed

_I = re.I
MOST_NAMED = 3
_QUOTED = r"[“\"„«][^”\"»“]{1,120}[”\"»]|(?<!\w)['‘][^'’\n]{1,80}['’](?!\w)"
_SAYS = r"(?:the |your |my |our )?(?:(?:statement|sentence|note|line|remark|claim|bit|part|entry|answer)s? )?(?:that|where it says|saying) (?:we|it|the|there|people|nobody|you|our|they|no|some|an?|with|without|what|in|data|another)\b[^.!?;,\n]+"
_TOLD = r"(?:everything |all )?(?:what|that) (?:i|you|we)(?:['’]ve| have| had)? (?:said|told you|wrote|noted|have|put|written|got)(?: down)?(?: (?:about|on|of|for|regarding) [^.!?;:,\n]+?)?"
_CLAUSE = r"(?:where|who|how|whether|what|when|which) (?:[^.!?;:,\n]+? )?(?:we|it|they|you|he|she|is|are|was|has|have) ?[^.!?;:,\n]*?"
_OBJECT = rf"(?:{_SAYS}|{_TOLD}|{_CLAUSE}|(?:the |that |this |your |my )?(?:\w+ ){{0,3}}(?:{_QUOTED})|[^.!?;:,\n]+?)"
_TAKE = r"(?:remove|take back(?= that\b)|delete|strike(?: out)?|erase|drop|cross out|scrap|get rid of|take (?:out|away|off)|leave out|un-?note|forget(?: about)?)"
_SPLIT = r"(?:take|strike|cross|leave|throw|kick|get)"
_GONE = r"(?:gone|out|off|removed|deleted|erased|struck(?: out)?|crossed out|taken (?:out|off|away)|dropped|thrown out)"
_NOTES = r"(?:list|lists|notes?|record|records|chain|map|report|applications?|tools?|models?|entries|inventory|assessment|people affected|answers?|what you (?:have|wrote|noted)|there|here|it|this|that)"
_FROM = rf"(?: (?:off|out|away))?(?: (?:from|off|out of|in|on) (?:(?:the|your|my|our|that|this) )?{_NOTES}(?: of (?:the |your |my |our )?\w+)?| as an? \w+)?"
_KINDLY = r"(?:,? (?:please|pls|kindly|now|again|too|also|as well|altogether|entirely|completely|first|will you|would you|for me|if you can|at once|thanks?|thank you))*"
_END = r"[”\"'’)]*(?=\s*(?:$|[.!?;:,)\n–—]|\b(?:because|since|as|for|and|then|but|it(?:['’]?s)?|that (?:was|is)|i|we|he|she|they)\b))"
# What may stand before an order in its sentence.
_LEAD = re.compile(
    r"(?:^|[.,;:!?)\n–—-]\s*|\b(?:please|pls|plz|kindly|you|you to|let['’]?s|let us|i want to|i(?: would|['’]d) like to|(?:can|could|shall|may) (?:we|i)|(?P<joins>and|then|first(?:ly)?|second(?:ly)?|third(?:ly)?|so|also|just|now|no|but|well|sorry|again|ok(?:ay)?|right|yes|if so)),?\s+)+$",
    _I,
)
_SOMEBODY_DOES = re.compile(r"\b(?:we|they|he|she|it|who|which|that|nurses?|staff|supplier)\b", _I)
_ORDERS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"\b{_TAKE}\s+(?P<what>{_OBJECT}){_FROM}{_KINDLY}{_END}",
        rf"\b{_SPLIT}\s+(?P<what>{_OBJECT})\s+(?:out|off|away)(?: (?:from |of )?(?:the|your|my|our|that|this) {_NOTES}(?: of (?:the |your |my |our )?\w+)?)?{_FROM}{_KINDLY}{_END}",
        rf"\b(?:have|see)\s+(?P<what>{_OBJECT})\s+{_GONE}{_FROM}{_KINDLY}{_END}",
    )
)
_WANTED = re.compile(
    rf"\bi (?:want|need|wish|would like|['’]d like)(?: to (?:have|see))? (?P<what>{_OBJECT}) (?:to be )?{_GONE}{_FROM}{_KINDLY}{_END}",
    _I,
)
_DUE = re.compile(
    rf"(?:^|[.,;:!?\n–—]\s*)(?:(?:and|so|but|then|no|please|i (?:meant|mean|said|repeat)(?: that)?)\W+)*(?P<what>{_OBJECT}) (?:must|should|has to|have to|needs? to|ought to|can|may) "
    rf"(?:please )?(?:go(?: out| away)?(?! (?!as\b)\w)|disappear|be {_GONE}|come (?:out|off|away)){_FROM}{_KINDLY}{_END}",
    _I,
)
# "The one about contesting, please remove".
_FRONTED = re.compile(
    rf"(?:^|[.,;:!?\n–—]\s*)(?:(?:and|so|but|then|no|please|also|ah|oh)\W+)*(?P<what>(?:the|that|this|your|my) (?:one|thing|bit|part|point|answer|entry|note|line|sentence) (?:about|on|of|with|for|where) [^.!?;:,\n]+?),? (?:please |kindly |pls |just )*{_TAKE}(?: (?:it|that|this))?{_FROM}{_KINDLY}{_END}",
    _I,
)
_MORE = re.compile(rf"(?:\s*,)?\s*(?:and|as well as|,)\s+(?:also |of )?(?P<what>{_OBJECT}){_FROM}{_KINDLY}{_END}", _I)
# What is to go by its matter: "the thing about how many we are", "where we work".
_MATTER = re.compile(
    r"\W*(?:(?:the|that|this|your|my) (?:\w+ )?(?:one|thing|bit|part|point|answer|entry|note|line|sentence|story|info(?:rmation)?)s? (?:about|on|of|with|for|where|regarding|concerning)\b|"
    r"(?:what|everything|all|anything)(?: that)? (?:i|you|we)(?:['’]ve| have| had)? (?:said|told you|wrote|noted|have|put|written|got)(?: down)? (?:about|on|of|for|regarding)\b|"
    r"(?=(?:where|who|whose|how|whether|when|which)\b))\s*(?P<of>.+)",
    _I,
)
# Order words without an object of their own.
_IT = re.compile(r"(?:it|that|this|this one|that one|them|these|those|both)", _I)
_NOTHING = re.compile(r"(?:nothing|anything|not(?:hing)? .*)", _I)
# "Don't delete anything", "nothing should be removed": no order and no answer.
_FORBIDS = re.compile(
    rf"(?:^|[.,;:!?\n–—]\s*|\bplease )(?:please )?(?:(?:do not|don['’]?t|dont|never|no need to) {_TAKE}\b[^.!?;\n]*|(?:but |and )?(?:i|we)(?:['’]ve| have)? (?:(?:did|have)(?: not|n['’]?t)|didnt|never) (?:say|said|asked?|want(?:ed)?|tell|told|mean|meant|wish(?:ed)?)(?: you| anything| it)? (?:to|that you should) {_TAKE}\b[^.!?;\n]*|{_TAKE} nothing\b[^.!?;\n]*|nothing (?:should|must|is to|has to|may|shall) be {_GONE}[^.!?;\n]*)",
    _I,
)
_SORT = r"(?:(?:ai|ai tool|artificial intelligence|tool|application|app|system|program(?:me)?|software|model|component|entry|name|tool['’]s name|product)(?: of (?:a|the|our|any) \w+| of ours| for us| with us| here| at all)*|called (?:that|so|this))"
_IS_NO = rf",?(?: (?:is|was|are)(?: (?:really|actually|just|even|certainly|definitely))*(?: not|n['’]?t)|['’]s not| isnt| aint)(?: (?:really|actually|even|itself|at all))* (?:(?:an?|the|our|any|my)\s+)?(?:real |separate |proper |whole )?{_SORT}"
_IS_NONE = rf" (?:is|was) no (?:real |separate |proper )?{_SORT}"
_DENIAL_END = r"(?=\s*(?:$|[.,;:!?)\n–—]|\b(?:but|only|just|it['’]?s|it is|its|and)\b))"
_NOT_CALLED = re.compile(
    rf"\b(?:the|our|this|that) (?:tool|application|app|system|program(?:me)?|model) (?:is|was)(?: not|n['’]?t) (?:called|named) (?P<what>{_OBJECT}){_END}",
    _I,
)
_MARKS = re.compile(r"\((?:[ivx]{1,4}|[a-h]|\d)\)", _I)
_TALK = re.compile(
    r"\b(?:bit|part|thing|story|statement|entry|answer|note|remark|sentence|line|what (?:i|you|we))\b", _I
)
# Why it is to go, and what it is instead: goes with the order.
_REASON = re.compile(
    r"\W*(?:that|it|this)(?:['’]?s| is| was) (?:private|confidential|personal|a secret|off the record|not for \w+)\b[^.!?\n]*|"
    r"\s*(?:[,–—-]+ *|(?:because|since|as|for) )?(?:it|that|this|he|she|they|which|i never|i did not|i didn['’]t|its|only|just|merely|we (?:[\w'’]+ ){1,3}(?:it|that|them))\b[^.!?;\n]*",
    _I,
)
_BESIDE_IT = re.compile(
    rf"\W*(?:(?:please|kindly|so|and|then|just|well)\W+)*(?:undo|{_TAKE}|{_SPLIT}) (?:it|that|this|them)(?: (?:out|off|away|back))?{_FROM}{_KINDLY}(?=\W*$|\s*[.,;!?\n])|\W*out with (?:it|that|them)\b",
    _I,
)


# What tells the assistant to go on, beside an order.
_GO_ON = re.compile(
    r"(?:\b(?:and|then|now|so)\W+)*\b(?:ask me|(?:go|move|carry) on|next question|continue|proceed)\b[^.!?;\n]*", _I
)

# "Drop X off the letters": not off the notes.
_OFF = re.compile(
    rf"(?:^|(?<=[.,;:!?\n–—-])|\b(?:please|so|and|then|just|now)\s)\s*(?P<do>(?:take|drop|pull|get|strike|remove|put|leave)\s+(?P<what>[^.!?;:,\n]{{2,40}}?)\s+(?:off|from|away from|out of)\s+(?:the|our|my|that|this)\s+(?!(?:ai )?{_NOTES}\b)[^.!?;,\n]+)",
    _I,
)
# So many characters behind an order its part may stand.
FAR = 30
_IN_ITS_PART = re.compile(
    rf"\bas (?:an? |the |our )?(?:\w+ )?(?:supplier|maker|provider|vendor|source|host)\b|\b(?:from|off|out of) (?:the|your) {_NOTES}\b",
    _I,
)


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to go, in its own words, and where the order stands. ``names``: it can only be a name."""

    what: str
    start: int
    end: int
    names: bool = False


def taken_in(tells: str, session: Session, country: Country, reader: Reader, said: str = "") -> Wish | None:
    """All that a message takes away, by a denial of one of several parts or by an order; else None. ``said``: the whole message."""
    wish = wish_in(tells, session.chain, session.awaiting)
    if wish is not None and not wish.components:
        return wish
    order = order_in(beside(tells, wish, session.chain) if wish else tells, session, country, said, reader)
    if wish is None or order is None or not order.components:
        return wish or order
    gone = dict.fromkeys((*wish.components, *order.components))
    return Wish(tuple(gone), wish.kind, (*wish.spans, *order.spans))


def order_in(
    tells: str, session: Session, country: Country, said: str = "", reader: Reader | None = None
) -> Wish | None:
    """What a message orders to be taken out, with what to ask back where that is not found or could be several; None without an order.

    ``said``: the whole message, where something stands before the order that "it" means. ``reader``: knows an answer by other words for its
    matter too.
    """
    chain = session.chain
    forbidden = [m.span() for m in _FORBIDS.finditer(tells)]
    if forbidden:
        return Wish((), "", tuple(forbidden), phrases.NOTHING_TAKEN)
    if (wants_undo(tells) and not says_which(tells)) or len(tells.split()) > LONGEST_WISH or not chain.facts:
        return None
    if (off := _off_its_work(tells, chain, country)) is not None:
        return off
    # "(i) the purpose, (ii) the size": the marks of a list name nothing.
    tells = blanked(tells, [m.span() for m in _MARKS.finditer(tells)])
    if (instead := exchange_in(tells)) is not None:
        # What was to stand in the place of something is not to go, and answers nothing else.
        tells = blanked(tells, [(instead.start, instead.span[1])])
    found = [*_denials(tells, chain), *_ordered(tells)]
    gone: dict[str, None] = {}
    spans: list[tuple[int, int]] = []
    unknown, several = "", ()  # type: tuple[str, tuple[str, ...]]
    for order in found:
        what = order.what
        if _IT.fullmatch(what.strip()):
            if gone:
                spans.append((order.start, order.end))
                continue
            what = _just_named(said or tells, order.start, chain)
        matter = _MATTER.match(what)
        refs = _of_its_question(matter["of"], chain) if matter else ()
        refs, open_to = (refs, ()) if refs else _meant(what, chain, country, names=order.names)
        refs = refs or _house_in_its_part(what, tells[order.start : order.end + FAR], chain)
        if not refs and not open_to and reader is not None and matter:
            fact = answer_meant(matter["of"], session, reader, country)
            refs = (fact.ref,) if fact else ()
        if refs:
            gone |= dict.fromkeys(refs)
        elif open_to:
            several = open_to
        elif _of_the_notes(order, tells, chain):
            unknown = what.strip()
        else:
            continue
        end = order.end
        while refs and (more := _MORE.match(tells, end)) and (also := _meant(more["what"], chain, country)[0]):
            gone |= dict.fromkeys(also)
            end = more.end()
        spans.append((_lead_of(tells, order.start), _with_reason(tells, end)))
    if not spans:
        return None
    spans += [m.span() for m in _GO_ON.finditer(tells)] + ([instead.span] if instead else [])
    if gone:
        spans += [m.span() for m in (_BESIDE_IT.match(tells, end) for _, end in list(spans)) if m]
    note = phrases.WHICH_ANSWER.format("; ".join(several[:MOST_NAMED])) if len(several) > 1 else ""
    alone = [f for f in chain.facts.values() if several == (line_for(f, chain, country),)] if not gone else []
    # What the doubt on a name puts to go is its whole part.
    doubt = next((f for f in alone if f.field.name != "name"), None)
    if unknown and not (note or doubt):
        named = [chain.title(c) for c in chain.mentioned("application")]
        note = phrases.NOT_THERE.format(unknown, listed(named) if named else "no tool yet")
        if _TALK.search(unknown):
            note = phrases.NOT_NOTED
    first = spans[0]
    asks = doubt and Fact(doubt.ref, "not_applicable", None, tells[slice(*first)].strip(), *first)
    return Wish(tuple(gone), "", tuple(spans), note, doubt=asks)


def _off_its_work(tells: str, chain: Chain, country: Country) -> Wish | None:
    """A tool that is to be taken off some work ("drop X off the letters"): it is asked back whether the tool or its purpose is meant."""
    place = _OFF.search(tells)
    parts = part_named(place["what"], chain) if place else ()
    if (
        place is None
        or len(parts) != 1
        or kind_of(parts[0]) != "application"
        or not _is_order(tells, place.start("do"))
    ):
        return None
    purpose = chain.get(f"{parts[0]}.purpose")
    could = [chain.title(parts[0]), *([line_for(purpose, chain, country)] if purpose else [])]
    return Wish((), "", (place.span(),), phrases.WHICH_ANSWER.format("; ".join(could)))


def _ordered(tells: str) -> Iterator[_Order]:
    """The orders of a message in their places, each once."""
    taken: list[tuple[int, int]] = []
    for pattern in (*_ORDERS, _WANTED, _DUE, _FRONTED):
        for place in pattern.finditer(tells):
            if any(place.start() < end and start < place.end() for start, end in taken):
                continue
            if pattern in _ORDERS and not _is_order(tells, place.start()):
                continue
            if _NOTHING.fullmatch(place["what"].strip()):
                continue
            if re.match(r"forget", place[0], _I) and not _TALK.search(place["what"]):
                continue
            taken.append(place.span())
            yield _Order(place["what"], place.start(), place.end())


def _is_order(tells: str, at: int) -> bool:
    """Whether nobody but the assistant is told to do what stands there."""
    part = around(PART, tells, at)
    before = tells[part.start() if part else 0 : at].lstrip()
    lead = _LEAD.search(before)
    return lead is not None and not (lead["joins"] and _SOMEBODY_DOES.search(before))


def _denials(tells: str, chain: Chain) -> Iterator[_Order]:
    """Where a message says of a noted name that it is no tool, no AI or no name."""
    for place in _NOT_CALLED.finditer(tells):
        if part_named(place["what"], chain):
            yield _Order(place["what"], place.start(), place.end(), names=True)
    for component in chain.all_components():
        name = chain.value(f"{component}.name") if component.partition("-")[0] in ("application", "model") else None
        if not isinstance(name, str):
            continue
        words = {name, *(w for w in name.split() if part_named(w, chain) == (component,))}
        one = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
        for place in re.finditer(
            rf"(?<!\w)[“\"'‘]?(?P<what>{one})[”\"'’]?(?:{_IS_NO}|{_IS_NONE}){_DENIAL_END}", tells, _I
        ):
            yield _Order(
                place["what"], place.start(), place.end(), names=re.search(r"\bname\b|called", place[0], _I) is not None
            )


def _meant(what: str, chain: Chain, country: Country, names: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what is to be removed, what it could be) of an object, or of each of several joined by "and"."""
    refs, could = _one_meant(what, chain, country, names)
    items = (
        [] if refs or could else re.split(r"\s*,\s*(?:and )?|\s+(?:and|or)\s+(?:of )?|\s+as well as\s+", what.strip())
    )
    if len(items) < 2:
        return refs, could
    each = [_one_meant(item, chain, country, names) for item in items]
    if not all(found for found, _ in each):
        return (), next((open_to for _, open_to in each if open_to), ())
    return tuple(ref for found, _ in each for ref in found), ()


def _one_meant(what: str, chain: Chain, country: Country, names: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = part_named(what, chain)
    if len(parts) > 1:
        apps = tuple(c for c in parts if kind_of(c) == "application")
        parts = apps if len(apps) == 1 else parts
    if len(parts) == 1:
        return (_as_removed(parts[0], chain, names),), ()
    if parts:
        return (), tuple(chain.title(c) for c in parts)
    if OUR_NAME.fullmatch(what.strip()) and HOUSE_NAME in chain.facts:
        return (HOUSE_NAME,), ()
    # A bare word is no name of an answer: "remove names" is done with data.
    if not re.match(r"\W*(?:the|that|this|your|my|our|what|everything|anything)\b|\W*[“\"„«'‘]", what, _I):
        return (), ()
    told = re.match(r"\W*(?:the |your |my |our )?(?:\w+ )?that\b|.*[“\"„«]", what, _I) is not None
    answers = answers_named(bare_object(what), chain, country, told=told)
    answers = tuple(f for f in answers if len(f.values) < 2 or not _a_member(f, what))
    if len(answers) == 1 and not told and not by_what_it_is(answers[0], what, chain, country):
        # "Drop the tenors": they are only among the words of an answer, and the answer may not be meant.
        return (), (line_for(answers[0], chain, country),)
    if len(answers) == 1:
        return (answers[0].ref,), ()
    return (), tuple(line_for(fact, chain, country) for fact in answers)


def _of_its_question(of: str, chain: Chain) -> tuple[str, ...]:
    """The one answer that words mean which ask for it: "how many we are"."""
    if not re.match(r"\s*(?:where|who|whose|how|what|which|whether|when)\b", of, _I):
        return ()
    named = set(keys_named(of))
    refs = tuple(f.ref for f in chain.facts.values() if f.field.key in named)
    return refs if len(refs) == 1 else ()


def _house_in_its_part(what: str, order: str, chain: Chain) -> tuple[str, ...]:
    """The answer that is the name of a house which an order takes out "as data supplier", or "from the list"."""
    if not _IN_ITS_PART.search(order):
        return ()
    house = re.sub(r"^\W*(?:the|that|this|your|our) ", "", what, flags=_I).strip().casefold()
    named = [f.ref for f in chain.facts.values() if f.field.type == "entity" and str(f.value).casefold() == house]
    return tuple(named) if len(named) == 1 else ()


def _a_member(fact: Fact, what: str) -> bool:
    """Whether a phrase names one of several members, so that not all of them are to go."""
    return any(re.search(rf"\b{re.escape(name)}\b", what, _I) for v in fact.values for name in names_of(fact.field, v))


def bare_object(what: str) -> str:
    """What is meant by "the statement “…”" or "your note that …": the words of it."""
    quoted = re.search(_QUOTED, what)
    return quoted[0] if quoted else what


def _as_removed(component: str, chain: Chain, names: bool) -> str:
    """A part as a whole where others of its kind stay; else its name alone, so that what was told of the tool stays."""
    others = len(chain.mentioned(kind_of(component))) > 1 and kind_of(component) not in SINGLE_KINDS
    told = [ref for ref, fact in chain.facts.items() if fact.component == component and not ref.endswith(".name")]
    return component if others and not (names and told) else f"{component}.name"


# "We have only one, Lucero. Take it away": what there is stays.
_ONLY_BEFORE = re.compile(r"\b(?:only|just)(?: (?:one|a single)(?: \w+)?)?\W{1,3}$", _I)
_ONLY_BEHIND = re.compile(r"[”\"'’]?,? (?:is|was) (?:really )?the only\b", _I)


_IS_NOT_ONE = re.compile(
    r"['’]?s?\s?(?:(?:is|was)\s?(?:not|n['’]?t)|ain['’]?t|isnt|wasnt|not)\s(?:really |even |actually )?(?:an?|any|our|the|its)\s(?:separate|real|own|different|second|third|other|extra)?\s?(?:tool|thing|app|one|program\w*|system|entry|model|application)\b",
    _I,
)


def _just_named(said: str, at: int, chain: Chain) -> str:
    """The part that was named last before an order that says "it", and not as the only one that there is."""
    named: dict[int, str] = {}
    for component in chain.all_components():
        title = chain.title(component)
        if not chain.value(f"{component}.name") and not title[-1:].isdigit():
            continue
        for m in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", said[:at], _I):
            if _IS_NOT_ONE.match(said, m.end()):
                # "ChatGPT isn't a separate thing, that's just the guts of Cleetus, delete that".
                return title
            if not (_ONLY_BEFORE.search(said[: m.start()]) or _ONLY_BEHIND.match(said, m.end())):
                named[m.end()] = title
    return named[max(named)] if named else ""


def _of_the_notes(order: _Order, tells: str, chain: Chain) -> bool:
    """Whether what is not found was surely meant as something noted: it is quoted, or the order speaks of the notes, or names a thing."""
    what = order.what.strip()
    if re.search(
        rf"{_QUOTED}|\b(?:statement|entry|answer|note|remark|sentence|line)\b|\b(?:what|bit|part|everything) (?:about|on|i|you)\b",
        what,
        _I,
    ):
        return True
    if re.search(rf"\b(?:from|off|out of) (?:the|your|my|our) {_NOTES}\b", tells[order.start : order.end], _I):
        return True
    if _MATTER.match(what) and not re.search(r"\w{3}", tells[: order.start] + tells[order.end :]):
        return True
    alone = not re.search(r"\w{3}", tells[: order.start]) or re.search(r"\bplease|kindly\b", tells, _I)
    return bool(alone and re.fullmatch(r"(?:the )?[A-Z][\w.-]*(?: [A-Z0-9][\w.-]*)*", bare(what)))


def _lead_of(tells: str, at: int) -> int:
    """Where an order begins, with "if so" and "please" before it."""
    lead = re.search(
        r"(?:\b(?:if so|please|pls|kindly|so|and|then|also|first|second|third|right|(?:can|could|would|will) you|i(?:['’]d| would) like you to|you)\b,?\s+)+$",
        tells[:at],
        _I,
    )
    return lead.start() if lead else at


def _with_reason(tells: str, end: int) -> int:
    reason = _REASON.match(tells, end)
    return reason.end() if reason else end
