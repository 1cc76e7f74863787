"""What a tool is for, put in other words by the person: "it is not for being a bot, it is for explaining their rights", "put simply “explains rights”",
"Copilot helps write letters" of a tool that was noted for something else. Pure.

What it is for is a text, so no other text contradicts it by itself; who says so is heard by these forms.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.chain.short_names import says_name
from vcassist.interview.corrections.labels import names_a_choice
from vcassist.interview.meant import stems
from vcassist.interview.remarks.quoted import quotations
from vcassist.interview.sentences import SENTENCE

_I = re.I
# A longer message tells a story (characters).
LONGEST = 700
PURPOSE = "purpose"
_IS = r"(?:it|she|he|this|that|the (?:tool|app|bot|system|thing|program(?:me)?))(?:['’]s| is| was)"
_NEW = r"(?P<new>[^.!?;\n]{4,120})"
_NOT_FOR = re.compile(
    rf"\b{_IS}(?: not|n['’]t)(?: really| only| just)? (?:(?:there |used |made )?(?:for|to|about)\b|an?\b)[^.!?\n]{{1,80}}?[,;.–—-]\s*(?:(?:no|haha|lol|but)[,\s]+)*{_IS}(?: really| only| just)? (?:there |used |made )?(?:for|to) (?!\d|free\b|now\b|us\b|me\b|ever\b|(?:a|the|one|two) (?:year|month|week|day|moment|time)\b){_NEW}",
    _I,
)
_QUOTED = re.compile(
    r"\b(?:put|write|say|note|call it|make it|change (?:it|that) to|should (?:be|say|read)|rather|simply)\b[^\"“”'‘’.!?\n]{0,30}(?:[\"“](?P<new>[^\"”\n]{6,120})[\"”]|[‘'](?P<plain>[^’'\n]{6,120})[’'](?!\w))",
    _I,
)
_DOWN_AS = re.compile(
    rf"\b(?:you|u)(?:['’]ve| have)? (?:got|put|have|written|noted|listed) (?P<tool>\w[\w.-]*(?: \w[\w.-]*){{0,2}}?)(?: down)? (?:as|for) (?P<old>[^,.;!?\n]{{3,60}})[,;.–—-]\s*(?:(?:but|no|and)\s)?(?:(?:it|that|he|she)(?: does| is)?(?: not|n['’]t|['’]s not)\w*[,;.]?\s*)?(?:(?:but|it)(?:['’]s| is| does)?|for) (?:for |only |just )?{_NEW}",
    _I,
)
# What it does, right behind its name.
_DOES = re.compile(
    r"\W{0,2}(?:only |just |really |is (?:only |just )?(?:there |used )?(?:for|to) )?(?P<new>(?:(?:helps?|writes?|predicts?|plans?|sorts?|reads?|checks?|answers?|translates?|drafts?|transcribes?|suggests?|scores?|flags?|ranks?|counts?|tells?|explains?|reminds?|finds?|matches|makes)\b|(?:\w+ing\b))[^,.!?;\n]{3,90})",
    _I,
)
_SETS_RIGHT = re.compile(
    r"\b(?:different (?:thing|tool|one)s?|two (?:things|tools|different)|isn['’]?t|is not|doesn['’]?t|does not|not the|wrong|mixed (?:up|them)|other way|separate|instead)\b",
    _I,
)
_NAMED = re.compile(r"\b(?:purpose|what (?:it|the (?:tool|app|system)) is for)\b", _I)
_BIDS = re.compile(
    r"\b(?:please|kindly|put|write|note|record|enter|verbatim|read|should (?:be|read|say)|must (?:be|read|say)|replace|change|correct)\b",
    _I,
)
# Fewer words are a term.
LEAST_DICTATED = 3
_WORK = re.compile(r"^(?:to )?(?:\w+(?:s|ing)|help)\b", _I)


def purpose_put(said: str, chain: Chain, number: int, asked: str | None) -> tuple[Fact, Fact] | None:
    """(old, new) purpose of the one tool for which a message puts it in other words; None where it does not."""
    if len(said) > LONGEST:
        return None
    known = {c: f for c in chain.mentioned("application") if (f := chain.get(f"{c}.{PURPOSE}")) and f.status == "known"}
    if not known:
        return None
    if found := _DOWN_AS.search(said):
        for component, old in known.items():
            name = chain.value(f"{component}.name")
            if isinstance(name, str) and says_name(name, found["tool"]) and stems(found["old"]) & stems(str(old.value)):
                return _pair(old, said, *found.span("new"), number)
    asked_of = str(asked).partition(".")[0]
    only = known.get(asked_of) or (next(iter(known.values())) if len(known) == 1 else None)
    if only is not None:
        if (dictated := _dictated(said)) is not None:
            return _pair(only, said, *dictated, number)
        if found := _NOT_FOR.search(said):
            return _pair(only, said, *found.span("new"), number)
        quoted = _QUOTED.search(said)
        group = "new" if quoted and quoted["new"] else "plain"
        work = quoted is not None and _WORK.match(quoted[group]) and len(quoted[group].split()) > 1
        if quoted and work and not names_a_choice(quoted[group].strip(" .,")):
            return _pair(only, said, *quoted.span(group), number)
    return _restated(said, chain, known, number) if len(chain.mentioned("application")) > 1 else None


def _dictated(said: str) -> tuple[int, int] | None:
    """Where what it is for stands word for word between marks, in a message that names that and bids us write: "under purpose, please: “…”"."""
    found = [(a, b) for a, b in quotations(said) if len(said[a:b].split()) >= LEAST_DICTATED]
    if len(found) != 1 or said.rstrip().endswith("?"):
        return None
    start, end = found[0]
    around = said[:start] + said[end:]
    return (start + 1, end - 1) if _NAMED.search(around) and _BIDS.search(around) else None


def _restated(said: str, chain: Chain, known: dict[str, Fact], number: int) -> tuple[Fact, Fact] | None:
    """The purpose of a tool that is told behind its name, in a message that tells tools apart, where another one was noted."""
    if not _SETS_RIGHT.search(said):
        return None
    for component, old in known.items():
        name = chain.value(f"{component}.name")
        for sentence in SENTENCE.finditer(said) if isinstance(name, str) else ():
            at = re.search(rf"(?<!\w){re.escape(str(name))}(?!\w)", sentence[0], _I)
            found = _DOES.match(sentence[0], at.end()) if at else None
            if found and not stems(found["new"]) & stems(str(old.value)):
                start, end = (sentence.start() + n for n in found.span("new"))
                return _pair(old, said, start, end, number)
    return None


def _pair(old: Fact, said: str, start: int, end: int, number: int) -> tuple[Fact, Fact] | None:
    text = said[start:end].strip(" ,:–—-")
    text = re.sub(r"[\s,]+(?:please|haha|lol|you know|mija|ok(?:ay)?)$", "", text, flags=_I)
    if not text or text.casefold() == str(old.value).casefold():
        return None
    at = said.index(text, start)
    new = replace(
        old, value=checked_value(old.ref, text), quote=text, start=at, end=at + len(text), turn=number, source="said"
    )
    return old, new
