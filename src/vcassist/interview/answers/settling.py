"""Answers to a confirmation, a contradiction and "anything else?": what the person's yes, no or choice settles. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview import phrases
from vcassist.interview.answers.offered import NEITHER_NOR, NO, YES, chosen, concluded, named_values
from vcassist.interview.answers.question_words import begun_with_one
from vcassist.interview.corrections.denying import denied, same_value
from vcassist.interview.heard import Heard, weigh, whole, without
from vcassist.interview.parts.another import asks_another, is_somebody, told_of_the_name
from vcassist.interview.parts.another_place import second_place
from vcassist.interview.parts.no_tool_but_somebody import says_no
from vcassist.interview.questions.asking import sentences
from vcassist.interview.reading import merged_set
from vcassist.interview.remarks.moves import ASIDES
from vcassist.interview.sentences import SENTENCE, around
from vcassist.interview.session import Awaiting, Session
from vcassist.interview.words import Country, line_for, shown_value

_I = re.I
_OLD = re.compile(r"\b(?:first|former|old|earlier|before|original|what i said (?:first|earlier))\b", _I)
_NEW = re.compile(r"\b(?:second|latter|new|newer|last|now|just said|what i (?:just )?said now)\b", _I)
# In a longer message "now" or "before" may be of anything.
SHORT = 7
_WHICH = "first|former|old|earlier|original|second|latter|newer?|last"
_POINTS = re.compile(
    rf"\b(?:the|my) (?:{_WHICH})(?: one| answer| value)?(?! \w)|\bwhat i (?:just )?said\b",
    _I,
)
# These words alone name nobody.
_ONLY_POINTS = re.compile(
    rf"\W*(?:the |my )?(?:very )?(?:{_WHICH}|later)(?: one| answer| value| name)?\W*",
    _I,
)
_NOTHING_MORE = re.compile(
    r"^\W*(?:no|nope|nah|nothing|none|that['’]?s (?:all|it)|that is (?:all|everything)|just (?:that|those|this)|only (?:that|those|this)|all(?=\W*$|\W*[,.;!?–—])|(?:i )?(?:don['’]?t|do not) think (?:so|there)|not (?:that i know|really))\b",
    _I,
)
# All of a short message (characters) that says so: it ends no talk.
LONGEST = 120
_NO_MORE_OF_IT = re.compile(
    r"\W*(?:(?:no|nope|nah|well|ok(?:ay)?|yes|yeah|right|i (?:think|guess|believe|suppose))\W+)*"
    # "No more, is all" as well.
    r"(?:(?:no(?:thing)? more|nothing else|no other|finish(?:ed)?)[\s,.;–-]+)?"
    r"(?:(?:that |this |it )?is (?:all|everything)|that all|all said|no others?|finish(?:ed)?|that(?:['’]?s| is| was|['’]?ll be| will be|['’]d be| would be) (?:really |about |basically |pretty much |probably )?(?:all|it|everything|the lot|all of (?:it|them))|"
    r"(?:that|this|it)(?:['’]?ll| will| should| would)(?: have to)? do|nothing (?:more|else)|no(?:thing)? more(?: than (?:that|those|this))?|no(?:t? anyone|body| one) else|only (?:that|those|this|them)|all)"
    r"(?:\W+(?:thanks?|thank you|cheers|ta|really|then|there|here|please|i (?:think|guess|believe)|so far|as far as i(?: can)? (?:see|know|tell|remember)|that i (?:know|can think) of|from (?:me|us)|for (?:that|this)(?: one)?|of (?:it|them)|very much))*\W*",
    _I,
)
# Who is called away, or wants no more questions, ends the talk with it.
_CALLED_AWAY = re.compile(
    r"\b(?:leave|leaving|go|run|stop|bye|tired|must|have to|got to|gotta|need to|sorry|enough|no more questions?|crying|waiting|calling|bus|train|battery|meeting|late)\b",
    _I,
)
# Who holds what was put to be right somewhere in a longer answer.
_HOLDS_RIGHT = re.compile(
    r"\b(?:i (?:suppose|guess|think|believe|trust)(?: that)? (?:it|that|this)(?:['’]?s| is| will be| must be) (?:right|correct|so|true)|if (?:the|your) (?:public )?(?:records?|list|register) says? (?:it|so|that))\b(?! not)",
    _I,
)
# Who will not have anything guessed: "I object", "please do not infer".
_OBJECTS = re.compile(
    r"\b(?:i (?:must |do |really |strongly )?object|i (?:do not|don['’]?t) (?:wish|want|like) (?:anything|it|this|that|things|you) (?:to be |to )?(?:inferred|assumed|guess\w*|conclude\w*|assume)|(?:please )?(?:do not|don['’]?t|stop) (?:guess|assum|infer|conclud)\w*|said no such thing)\b",
    _I,
)
# Who leans to a yes when something is put to them: "i guess so", "probably".
_LEANS_TO_YES = re.compile(
    r"^\W*(?:(?:well|hm+|um|oh|ja|mm+)\W+)*(?:i (?:guess|suppose|believe|reckon|imagine|would think|['’]?d say)(?: so| yes| that['’]?s (?:right|it))?|(?:yes )?(?:probably|presumably|(?:most |very )?likely|should be|must be)(?: yes| so| it is| right| it)?)(?=\W*$)",
    _I,
)
# What was offered is so, and more is.
_NOT_ONLY = re.compile(
    r"^\W*(?:(?:yes|no|well|but|and|it(?:['’]?s| is)|that(?:['’]?s| is))\W+)*not (?:only|just|merely)\b", _I
)
# Both sides of a contradiction are wrong.
_NEITHER = re.compile(
    r"^\W*(?:(?:no|well|sorry|oh)\W+)*(?:neither\b(?! (?:they|we|he|she|i)\b)|none of (?:them|these|those|the two|both)\b|both (?:are|were) (?:wrong|not right|false)\b|not either\b)",
    _I,
)
# Both sides are so.
_BOTH = re.compile(
    r"^\W*(?:(?:it(?:['’]?s| is)|they(?:['’]re| are)|yes|no|well|oh|actually|in fact|that(?:['’]?s| is))\W+)*(?:both\b(?! (?:of (?:them|these|those) )?(?:are|were) (?:wrong|not|false))|the one and the other\b)",
    _I,
)
# "No, but also their relatives" and "no, teachers as well" name more.
_BUT_MORE = re.compile(r"^\W*(?:but|also|and|plus|our|my|their|its|the)\b|\b(?:also|too|as well)\b", _I)
_NOT_THE = re.compile(
    r"\W*(?:(?:again|i (?:said|repeat)|no|but|well|please|and)\W+)*not\s+(?:(?:the|our|my|any|from)\s+)*(?P<what>[^\W\d_]{4,})",
    _I,
)
_DENIES = re.compile(r"\b(?:not(?! only\b)|never|nothing|none|nobody|don['’]?t|doesn['’]?t)\b|n['’]t\b", _I)
_ALSO = re.compile(r"\b(?:also|too|as well)\b", _I)
_YES_MORE = re.compile(
    r"\W*(?:yes|yeah|yep|yup|sure|of course|indeed)\b(?:\W+(?:yes|sure|of course|indeed|there (?:is|are|may be|might be)|more|a few|some|several|others?|please))*\W*",
    _I,
)
# "Government? No." takes up what was offered, and denies it.
_TAKEN_UP = re.compile(r"^\W*[^.?!]{1,40}\?+\s*(?:no|nope|nah)\b", _I)
# What was shown was said of something else.
_OF_ANOTHER = re.compile(
    r"\b(?:that|this|it) (?:was|is) (?:about|of|on|for)\b|\bwrong\b|\b(?:something|a thing|a matter) else\b|\bmis(?:under|read|heard)\w*|\bnot what i\b|\b(?:another|a different) (?:thing|matter|question)\b",
    _I,
)
# Words between a no and the value that it leads to: "No, no, it is partly".
_ONLY_LEADS = re.compile(r"\W*(?:(?:no|it|is|that|only|just|so|but|then|rather|i|said|say)\W+)*", _I)
# "… the rest I don't know": only what is named is agreed to.
_REST = re.compile(
    r"\b(?:rest|others?|remaining|that one|only)\b.{0,40}\b(?:know|idea|sure|clue|say|tell)\b|\bonly (?:that|the first|the second)\b",
    _I,
)


# Whoever agrees with force means it, whatever the next sentence tells of another matter.
_AGREES = re.compile(
    r"^\W*(?:(?:yes|yeah|yep)\W+)?(?:exactly|precisely|absolutely|correct|quite (?:right|so)|that(?:['’]?s| is) (?:right|it|correct|so|true|how it is)|indeed|definitely)\b",
    _I,
)
# "That's what the website says, so yes."
_SO_YES = re.compile(
    r"^[^.!?\n]{3,90}[,;–—-]\s*(?:so |then |and |i(?:['’]d| would) say |i guess |i think )*(?:yes|yeah|yep)\s*(?=[.!\n]|$)",
    _I,
)


_JOINED = re.compile(r"\b(?:and|plus|both|as well|also|too)\b|&|\+", _I)


def settle(
    session: Session,
    said: str,
    gated: tuple[Fact, ...],
    awaiting: Awaiting | None,
    number: int,
    base: Heard,
    country: Country,
) -> Heard | None:
    """What a message settles of what was waited for, or None where it has to be heard like any other."""
    if awaiting is not None and awaiting.manner == "confirm" and _LEANS_TO_YES.match(said):
        # "I guess" is no shrug where something is put to them.
        gated, base = (), replace(base, reading=replace(base.reading, intent="answer"))
    if awaiting is None or base.reading.intent in ("skip", "stop", "question"):
        return None
    if asks_another(awaiting, session.chain) and (
        NO.match(said) or is_somebody(said, session) or says_no(said, str(awaiting.new))
    ):
        # What such a name is instead ("no, Salome is our secretary") tells nothing of a tool; the tool that is named instead is heard.
        return replace(base, facts=_named_instead(said, gated, awaiting), refused=tuple(awaiting.offered))
    if asks_another(awaiting, session.chain) and not YES.match(said):
        told = told_of_the_name(said, gated, awaiting, session.chain, number)
        if told is not None:
            facts, replaced, conflicts = weigh(session.chain, told, base.reading, awaiting)
            dropped = None if any(f.ref == awaiting.ref for f in told) else awaiting.ref
            return replace(base, facts=facts, replaced=replaced, conflicts=conflicts, skipped=dropped)
    if awaiting.manner == "confirm":
        settled = _confirmed(said, gated, awaiting, number, base, country)
        return _weighed_beside(settled, session, awaiting, base) if settled is not None else None
    if awaiting.manner == "conflict":
        return _decided(session, said, gated, awaiting, number, base, country)
    direct = next((f for f in gated if f.ref == awaiting.ref), None)
    # "No, that is all" adds nothing, whatever a reader made of it; "no, but also children" does.
    nothing = _NOTHING_MORE.match(said) or _all_of_it(said)
    done = nothing and (direct is None or not (chosen(direct, said) or _BUT_MORE.search(said[nothing.end() :])))
    # Not to know of more takes nothing of what was told away.
    no_more = direct is not None and (direct.status != "known" or direct.value in (("none",), ("nobody",)))
    if awaiting.manner == "more" and (done or no_more):
        facts, replaced, conflicts = weigh(session.chain, without(gated, awaiting.ref), base.reading, awaiting)
        return replace(base, facts=facts, replaced=replaced, conflicts=conflicts, skipped=awaiting.ref)
    return None


def _weighed_beside(settled: Heard, session: Session, awaiting: Awaiting, base: Heard) -> Heard:
    """The same with what was told beside an offer held against what stands, as in any other message."""
    own = tuple(f for f in settled.facts if f.ref in awaiting.offered)
    beside = [f for f in settled.facts if f.ref not in awaiting.offered]
    facts, replaced, conflicts = weigh(session.chain, beside, base.reading, awaiting)
    return replace(
        settled,
        facts=(*own, *facts),
        replaced=(*settled.replaced, *replaced),
        conflicts=(*settled.conflicts, *conflicts),
    )


def _named_instead(said: str, gated: tuple[Fact, ...], awaiting: Awaiting) -> tuple[Fact, ...]:
    """The tool that a later sentence names in the place of the refused name, with what is told of it: "No, Zebo is a patient. The other tool is
    MomSafe, it shows red when a pregnancy is dangerous."
    """
    refused = str(awaiting.new).casefold()
    named = next(
        (
            f
            for f in gated
            if f.field is field_of(awaiting.ref) and f.status == "known" and str(f.value).casefold() != refused
        ),
        None,
    )
    here = around(SENTENCE, said, named.start or 0) if named is not None else None
    if named is None or here is None or refused in here[0].casefold():
        return ()
    told = (f for f in gated if (f.start or 0) >= here.start() and f.field.kind == named.kind)
    return tuple(replace(f, ref=f"{named.component}.{f.field.name}") for f in told)


def _both(
    said: str,
    old: Fact | None,
    others: tuple[Fact, ...],
    awaiting: Awaiting,
    number: int,
    base: Heard,
    country: Country,
) -> Heard:
    """Yes and no are partly, and of two lists all members are so; of two names or countries one is kept, and it is said which."""
    ref = awaiting.ref
    if field_of(ref).type == "set" and old is not None and old.status == "known":
        new = whole(said, ref, "known", checked_value(ref, awaiting.new), number)
        joined = merged_set(old, new)
        return replace(base, facts=(joined, *others), replaced=((old, joined),), decided=True)
    if {awaiting.old, awaiting.new} == {"yes", "no"} and old is not None:
        partly = whole(said, ref, "known", "partly", number)
        return replace(base, facts=(partly, *others), replaced=((old, partly),), decided=True)
    note = phrases.ONE_OF_BOTH.format(line_for(old, None, country)) if old else ""
    return replace(base, facts=others, decided=True, reading=replace(base.reading, note=note))


def no_more_of_it(said: str, awaiting: Awaiting | None) -> bool:
    """Whether a message answers "anything else?" with that it is all, whatever it names before: "that's all, thanks" ends no talk there."""
    if awaiting is None or not (awaiting.manner == "more" or awaiting.asks_if_all):
        return False
    *before, last = sentences(said) or [said]
    leaves = any(_CALLED_AWAY.search(sentence) for sentence in before)
    return _all_of_it(said) is not None or (_all_of_it(last) is not None and not leaves)


def _all_of_it(said: str) -> re.Match[str] | None:
    return _NO_MORE_OF_IT.fullmatch(said) if len(said) <= LONGEST else None


def says_more(said: str) -> bool:
    """Whether a message says that there is more, and not what: a yes to "anything else?"."""
    return _YES_MORE.fullmatch(said) is not None


def _confirmed(
    said: str, gated: tuple[Fact, ...], awaiting: Awaiting, number: int, base: Heard, country: Country
) -> Heard | None:
    """A yes takes all that was offered, but for what the message says otherwise; a no refuses it; a part may be taken by name."""
    offered = awaiting.offered
    if _OBJECTS.search(said):
        # Whoever objects to a guess agrees to nothing that it holds.
        return replace(base, facts=tuple(f for f in gated if f.ref not in offered), refused=tuple(offered))
    all_of_it = awaiting.asks_if_all and _all_of_it(said)
    # "Only them" names nobody else.
    own = {f.ref: f for f in gated if f.ref in offered and not _only_agrees(f) and not all_of_it}
    others = tuple(f for f in gated if f.ref not in offered)
    spans = named_values(said, offered, country)
    spans |= {r: (f.start or 0, f.end or 0) for r, f in own.items() if f.value == offered[r] and not NO.match(f.quote)}
    more = _NOT_ONLY.match(said) or (_and_more(said) if awaiting.asks_if_all else None)
    named = None if all_of_it or more else _not_that(said, offered, country)
    no = (
        None
        if all_of_it or more
        else NO.match(said) or _TAKEN_UP.match(said) or said_of_another(said, awaiting) or named
    )
    if named:
        # What was denied by its name is not read into what follows.
        own, spans = {r: f for r, f in own.items() if f.value != offered[r]}, {}
    if no:
        spans = {r: span for r, span in spans.items() if _stands_beside_a_no(r, offered[r], span, said, no.end())}
        stays = {r: _without_the_refused(f, offered[r], said, no.end()) for r, f in own.items()}
        own = {r: f for r, f in stays.items() if f is not None}
        ends = concluded((), said, awaiting.ref, number)
        own |= {f.ref: f for f in ends if f.value != offered[f.ref]}
    # "Yes, and text too": of a list, what is told beside the offer joins it.
    joins = {r for r, f in own.items() if more or (YES.match(said) and not no and _grows(f, offered[r]))}
    own = {r: _with_the_offer(f, offered[r]) if r in joins else f for r, f in own.items()}
    # "Pictures and text": who names the offer among others tells all of them.
    spans = {r: span for r, span in spans.items() if no or r not in own or not _holds(own[r], offered[r])}
    rest = _REST.search(said)
    if rest and awaiting.ref in spans:
        # One name may stand in two places of the offer; what was asked is what is meant.
        spans = {r: span for r, span in spans.items() if r == awaiting.ref or offered[r] != offered[awaiting.ref]}
    yes = (
        None
        if rest
        else YES.match(said)
        or _LEANS_TO_YES.match(said)
        or _HOLDS_RIGHT.search(said)
        or _SO_YES.match(said)
        or all_of_it
        or more
    )
    if not yes:
        # "No, not me. I don't know": the no is none to what was offered.
        spans = {r: span for r, span in spans.items() if r not in own or own[r].status == "known"}
    if _AGREES.match(said) and (sentence := sentences(said)):
        # Of what they agreed to nothing is taken back behind the first full stop.
        own = {r: f for r, f in own.items() if r != awaiting.ref or (f.start or 0) < len(sentence[0])}
    differing = {r: f for r, f in own.items() if f.value != offered[r] and not _answers_the_offer(f, said)}
    if no and not spans:
        refused = tuple(ref for ref in offered if ref not in differing)
        return replace(base, facts=(*differing.values(), *others), refused=refused)
    if yes:
        spans = {ref: yes.span() for ref in offered if ref not in differing}
    if not spans and not joins & set(differing):
        return None
    taken = [
        Fact(ref, "known", checked_value(ref, offered[ref]), said[start:end], start, end, number, source="confirmed")
        for ref, (start, end) in spans.items()
    ]
    left = tuple(ref for ref in offered if ref not in spans and ref not in differing)
    return replace(base, facts=(*taken, *differing.values(), *others), refused=left)


def _holds(fact: Fact, offered: Any) -> bool:
    """Whether a list that was told has the offered one in it, and more."""
    return fact.field.type == "set" and fact.status == "known" and set(offered) < set(fact.values)


def _grows(fact: Fact, offered: Any) -> bool:
    """Whether what was told can stand beside the offered list: "none" cannot."""
    both = {*fact.values, *offered} if fact.field.type == "set" and fact.status == "known" else ALONE
    return not (ALONE & both)


def _not_that(said: str, offered: Mapping[str, Any], country: Country) -> re.Match[str] | None:
    """Where a message begins with the denial of what was offered, by its name: "Neither media nor education; church archive"."""
    named = "|".join(re.escape(shown_value(ref, value, country)) for ref, value in offered.items())
    before = rf"(?:neither|not|never|nor)\s(?:(?:the|an?|in|of|from)\s)?(?:{named})(?!\w)"
    # "Environment? Hell no, we are disaster relief".
    behind = rf"(?:{named})\s*\?+\W*(?:\w+\W+)?(?:no|nope|nah)\b"
    return re.match(rf"\W*(?:{before}|{behind})", said, _I)


def said_of_another(said: str, awaiting: Awaiting) -> re.Match[str] | None:
    """Where a message says that the words which were shown were of something else: "“me no” was about the training"."""
    shown = str(awaiting.old or "").strip(" .!?")
    if not shown:
        return None
    denied_word = _NOT_THE.match(said)
    if denied_word and denied_word["what"].casefold() in shown.casefold():
        # "Again: NOT the children."
        return denied_word
    return re.match(
        rf"\W*(?:the |that |my )?[“\"'‘]?{re.escape(shown)}[”\"'’]?,? (?:is|was) (?:about|of|on|for|meant)\b", said, _I
    )


def _without_the_refused(fact: Fact, value: Any, said: str, after: int) -> Fact | None:
    """A set told behind a no to what was shown, without that: "No, they type nothing in. We do, from our files"; None where nothing is left."""
    if fact.field.type != "set" or fact.status != "known" or not isinstance(value, list):
        return fact
    left = [v for v in fact.values if v not in value]
    first = re.split(r"[.!?;]", said[after:], maxsplit=1)[0]
    # A no to "and is that all?" goes on with more.
    if len(left) == len(fact.values) or not _DENIES.search(first) or _ALSO.search(first):
        return fact
    return replace(fact, value=checked_value(fact.ref, left)) if left else None


def _stands_beside_a_no(ref: str, value: Any, span: tuple[int, int], said: str, after: int) -> bool:
    """Whether what was offered is said so in a message that begins with a no: behind it, and not where a "no" or "partly" is of something else.

    "No, they are not told" to "people are not told?" agrees; "No, that was about whether they were asked" does not.
    """
    if field_of(ref).type != "yesno":
        return span[0] >= after
    if value == "no":
        return _OF_ANOTHER.search(said) is None
    return span[0] >= after and _ONLY_LEADS.fullmatch(said[after : span[0]]) is not None


def _and_more(said: str) -> re.Match[str] | None:
    """All of a yes or no to "is that right, and is that all?" that goes on with who or what else there is: "yes, and their relatives"."""
    agrees = YES.match(said)
    begins = agrees or NO.match(said)
    if begins is None or _OF_ANOTHER.search(said):
        return None
    rest = said[begins.end() :]
    # A no goes on with others only where it says so: "No, and that is not it" refuses.
    # "No, children don't type anything in. … and the police too" refuses what was shown.
    also = _ALSO.search(rest)
    goes_on = _BUT_MORE.search(rest) if agrees else also and not _DENIES.search(rest[: also.start()])
    return re.match(r".+", said, re.S) if goes_on else None


def is_not_all(said: str) -> bool:
    """Whether a message says that what was shown is so, and that there is more."""
    return _NOT_ONLY.match(said) is not None


def _with_the_offer(fact: Fact, value: str | list[str]) -> Fact:
    """What is told beside an offer that is "not all", with what was offered."""
    return merged_set(replace(fact, value=checked_value(fact.ref, value)), fact) if fact.field.type == "set" else fact


def _only_agrees(fact: Fact) -> bool:
    """Whether a name or words were taken from a yes: "yes it does" is what nothing is called."""
    named = any(c.isupper() or c.isdigit() for c in fact.quote[1:])
    return fact.field.type in ("text", "entity") and bool(YES.match(fact.quote)) and not named


def _answers_the_offer(fact: Fact, said: str) -> bool:
    """A bare yes or no is read as the value of a yes-or-no field, but here it answers what was offered."""
    return field_of(fact.ref).type == "yesno" and len(said.split()) <= 3 and bool(YES.match(said) or NO.match(said))


def _complains_of(said: str, ref: str, value: str | None, country: Country) -> bool:
    """Whether a message tells that the assistant wrote a value, and something else beside it."""
    if value is None:
        return False
    words = re.escape(shown_value(ref, value, country))
    wrote = rf"\byou(?:['’]ve| have)? (?:just |only |still )?(?:wrote|written|write|put|note|noted|have|had|said|say)(?: down)?[\s“\"'‘]+{words}\b"
    place = re.search(wrote, said, _I)
    return place is not None and re.search(r"[.!?;,]\W*\w", said[place.end() :]) is not None


def _decided(
    session: Session,
    said: str,
    gated: tuple[Fact, ...],
    awaiting: Awaiting,
    number: int,
    base: Heard,
    country: Country,
) -> Heard | None:
    """The person's word on a contradiction: the new value, a third one, or the old one stands. None for an aside that says nothing of
    either. ``decided`` where it is said, and not only concluded from other words.
    """
    ref = awaiting.ref
    others = without(gated, ref)
    if _all_of_it(next(iter(sentences(said)), said)):
        # "No, that is all" answers what was asked before, and chooses neither.
        return None
    old = session.chain.get(ref)
    gated = concluded(gated, said, ref, number) if NEITHER_NOR.search(said) else gated
    if (neither := _NEITHER.match(said)) is not None and not NEITHER_NOR.search(said):
        third = next((f for f in gated if f.ref == ref and (f.start or 0) >= neither.end()), None)
        if third is not None and third.value not in (awaiting.old, awaiting.new):
            return replace(base, facts=(third, *others), replaced=((old, third),) if old else ())
        gone = replace(base.reading, note=line_for(old, session.chain, country) if old else "")
        return replace(base, facts=others, removed=(ref,) if old else (), reading=gone)
    if _BOTH.match(said):
        if (second := second_place(said, awaiting, session.chain, number)) is not None:
            return replace(base, facts=(second, *others), decided=True)
        return _both(said, old, others, awaiting, number, base, country)
    # "You wrote no" complains of it.
    not_old = denied(ref, awaiting.old, said, country) or _complains_of(said, ref, awaiting.old, country)
    not_new = denied(ref, awaiting.new, said, country)
    wrong = [value for value, no in ((awaiting.old, not_old), (awaiting.new, not_new)) if no]
    told = (f for f in gated if f.ref == ref and f.status == "known")
    fact = next((f for f in told if not any(same_value(f.value, value, ref) for value in wrong)), None)
    # A value that is called wrong is named to be set aside.
    new_named = {} if not_new else named_values(said, {ref: awaiting.new}, country)
    old_named = {} if not_old else named_values(said, {ref: awaiting.old}, country)
    if not (new_named or old_named) and (begun := begun_with_one(said, ref, (awaiting.old, awaiting.new))):
        new_named, old_named = ({ref: begun[1]} if begun[0] == v else {} for v in (awaiting.new, awaiting.old))
    if old_named and new_named and field_of(ref).type == "set" and _JOINED.search(said):
        # "Let's say the people who use it and bought": of two lists both may be so.
        return _both(said, old, others, awaiting, number, base, country)
    old_wins, new_wins = _pointed_at(said, alone=not others)
    points = fact is not None and (bool(fact.field.options) or _ONLY_POINTS.fullmatch(fact.quote) is not None)
    if fact is not None and bool(new_wins) != bool(old_wins) and points and not chosen(fact, said):
        # "The first one" points at one of the two; a third value was not read in it but guessed, and it is nobody's name.
        fact = None
    if fact is None and not_old and not_new:
        return replace(base, facts=others, change=ref, decided=True)
    if fact is None and not_old and not new_named and awaiting.new is not None:
        # One of two is denied: the other one is so.
        fact = _the_new(awaiting, said, len(said) - len(said.lstrip()), len(said.rstrip()), number)
    place = next(iter(new_named.values()), None) if not old_named else None
    if place is None and not old_named and not fact and new_wins and not old_wins:
        place = new_wins.span()
    if (old_named and not new_named) or (fact is None and not_new and not not_old):
        return replace(base, facts=others, decided=True)
    if base.move in ASIDES and place is None and not fact and not old_wins:
        return None
    # "Amazon Web Services" says more than "Amazon".
    if place is not None and not (fact is not None and _says_more(fact, *place)):
        fact = _the_new(awaiting, said, *place, number)
    if fact is not None:
        # The words that decide it name nothing else: "nothing much" is no content.
        others = tuple(f for f in others if not f.overlaps(fact) or len(f.quote) > len(fact.quote))
    if fact is not None and old is not None and fact.value != old.value:
        return replace(base, facts=(fact, *others), replaced=((old, fact),), decided=True)
    return replace(base, facts=others, decided=bool(fact or (old_wins and not new_wins)))


def _says_more(fact: Fact, start: int, end: int) -> bool:
    """Whether a name that was read holds the words at a place and others."""
    named = fact.field.type in ("entity", "text") and isinstance(fact.value, str)
    return named and fact.touches(start, end) and len(fact.quote) > end - start


def _pointed_at(said: str, *, alone: bool) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The words that point at the old and at the new of two values, "the first one"; ``alone``: the message tells nothing else."""
    if (not alone or len(said.split()) > SHORT) and not _POINTS.search(said):
        # "A nurse reads it before it goes out" tells something else with such a word.
        return None, None
    return _OLD.search(said), _NEW.search(said)


def _the_new(awaiting: Awaiting, said: str, start: int, end: int, number: int) -> Fact:
    """The newer of two values, in the words by which it is chosen."""
    if awaiting.new is None:
        return Fact(awaiting.ref, "not_applicable", None, said[start:end], start, end, number)
    value = checked_value(awaiting.ref, awaiting.new)
    return Fact(awaiting.ref, "known", value, said[start:end], start, end, number)
