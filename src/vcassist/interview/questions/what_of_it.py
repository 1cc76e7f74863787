"""What hangs on the matter that is asked about, and how it is done: told from the rule that reads the open question. Pure.

"Is that something we should have?", "what can go wrong without?" and "how do we write such rules?" are about the matter, and the rule
that would be raised by it has its reason and its first step.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.assessment.rules import Rule
from vcassist.chain.fields import FIELDS, Field
from vcassist.interview import phrases
from vcassist.interview.meant import stems, words_of
from vcassist.interview.remarks.manner import LEAD
from vcassist.interview.sentences import SENTENCE

_I = re.I
# A longer question tells a case.
LONGEST = 18
# So many sentences of a reason are told.
REASONS = 2
_IT = r"(?P<what{0}>(?:that|this|it|one|them|those|none|such(?: (?:a |an )?[\w-]+)?(?: [\w-]+)?|something like (?:that|this)|(?:a|an|the|such|any|those|these|some|written|good) (?:[\w-]+ ){{0,2}}?[\w-]+))"
_WE = r"(?:i|we|one|a (?:[\w-]+ )?(?:clinic|school|town hall|charity|office|place)[^?]{0,20}|(?:a|the) small \w+)"
_CAN = r"(?:can|could|do|does|would|should|must|might|shall)"
_END = (
    r"(?:\W+(?:then|now|here|please|really|actually|at all|best|too|for us|with us|in our case|ourselves|already))*\W*$"
)
_HANGS_ON = re.compile(
    rf"^{LEAD}what(?:['’]?s| is| are| would be) (?:the |so )?(?:(?:real|actual|big|so) )?(?:dangers?|dangerous|risks?|risky|harm|bad|problem|downside|worst)(?: (?:with|of|in|about|to|for|that can happen)(?: (?:us|not having))?(?: {_IT.format(1)})?)?(?:,? (?:if|when) (?:we|i|it|there)\b[^?]{{0,40}})?{_END}|"
    rf"^{LEAD}what (?:{_CAN}|will) (?:happen|go wrong)(?: (?:with|without)(?: {_IT.format(2)})?|(?:,? (?:if|when) (?:we|i|it|there)\b[^?]{{0,40}}))?{_END}|"
    rf"^{LEAD}is (?:that|this|it) (?:really |even |also )?(?:something|a thing|what) (?:that )?{_WE} (?:should|must|need|needs|ought)\b[^?]{{0,20}}{_END}|"
    rf"^{LEAD}(?:do|does|should|must|would|shall|why (?:do|does|should|would|must)) {_WE} (?:really |even |also |actually )?(?:need|have|want|bother with)(?: to have)? {_IT.format(3)}{_END}|"
    rf"^{LEAD}(?:is|are|was) (?:that|this|it|they) (?:really |so |that |very |even )?(?:important|necessary|needed|worth (?:it|the (?:work|effort|trouble))|useful|recommended|essential){_END}|"
    rf"^{LEAD}(?:would|does|will) (?:that|this|it) (?:really |even )?(?:help|change|matter|make a difference)(?: (?:us|anything|much))?{_END}",
    _I,
)
_HOW = re.compile(
    rf"^{LEAD}how (?:{_CAN} {_WE} |to |would you )(?:best |even |ever |start to |begin to )?(?:write|make|do|set up|start|begin|get|create|introduce|arrange|build|organi[sz]e|draft|begin with|start with|go about|put up|prepare|word|phrase) {_IT.format(4)}{_END}|"
    rf"^{LEAD}(?:what|how) (?:would|should|could|might|does|do) {_IT.format(5)} (?:be|say|look(?: like)?|contain|have in it|go|read|include)(?: (?:for|in|at|like)\b[^?]{{0,30}})?{_END}|"
    rf"^{LEAD}(?:is|are) there (?:an?|any|some) (?:\w+ )?(?:templates?|models?|samples?|examples?|forms?|checklists?|patterns?)\b(?: \w+)?(?: (?:for|of) {_IT.format(6)})?{_END}|"
    rf"^{LEAD}(?:do you have|have you(?: got)?|where (?:can|do) (?:i|we) (?:get|find)) (?:an?|any|some) (?:\w+ )?(?:templates?|samples?|checklists?)\b(?: (?:for|of) {_IT.format(7)})?{_END}|"
    rf"^{LEAD}(?:how (?:long|much (?:work|time|effort))|what) (?:does|would|is|will) (?:it|that) (?:take )?(?:to )(?:make|write|do|set up|have|get|draft|arrange|prepare) {_IT.format(8)}{_END}",
    _I,
)
_POINTS = frozenset(
    [
        "that",
        "this",
        "it",
        "one",
        "them",
        "those",
        "none",
        "such",
        "something",
        "like",
        "a",
        "an",
        "the",
        "any",
        "some",
        "good",
        "written",
        "rule",
        "rules",
        "thing",
        "things",
        "paper",
        "document",
    ]
)


def what_of_it(said: str, spec: Field, rules: Sequence[Rule]) -> str:
    """Why the matter of a field weighs, or how it is set going, to who asks that; "" for any other question, or where no rule has it."""
    if len(said.split()) > LONGEST:
        return ""
    how = _HOW.match(said)
    asked = how or _HANGS_ON.match(said)
    if asked is None or not _of_the_matter(asked, spec):
        return ""
    rule = rule_on(spec, rules)
    if rule is None:
        return ""
    step = rule.steps([spec.key])[0]
    if how:
        return phrases.TO_BEGIN.format(step.do.rstrip("."), step.first_step)
    return phrases.HANGS_ON.format(" ".join(_reasons(rule)[:REASONS]), step.first_step)


def weighs(key: str, rules: Sequence[Rule]) -> str:
    """Why the matter of a field weighs, with a first step; "" where no risk reads it."""
    rule = rule_on(FIELDS[key], rules)
    if rule is None or rule.applies_to == "chain":
        # What reads the whole chain says nothing of one matter.
        return ""
    return phrases.HANGS_ON.format(_reasons(rule)[0], rule.steps([key])[0].first_step)


def beyond_the_reason(spec: Field, rules: Sequence[Rule]) -> str:
    """Why the matter of a field is asked for, to who has been told its reason: the risk that hangs on the answer; "" where none does."""
    rule = rule_on(spec, rules)
    return "" if rule is None else phrases.DECIDES_ON.format(rule.title.rstrip("."))


def _reasons(rule: Rule) -> list[str]:
    return [m[0].strip() for m in SENTENCE.finditer(" ".join(rule.why.split()))]


def risks_on(spec: Field, rules: Sequence[Rule]) -> list[Rule]:
    """The risks that read a field and have a step against them."""
    return [r for r in rules if r.kind == "risk" and spec.key in r.reads and r.mitigations]


def rule_on(spec: Field, rules: Sequence[Rule]) -> Rule | None:
    """The risk that says most on a field alone: of those that read it, the one that reads least else."""
    return min(risks_on(spec, rules), key=lambda r: (len(r.reads), r.applies_to != spec.kind, r.id), default=None)


def _of_the_matter(asked: re.Match[str], spec: Field) -> bool:
    """Whether what is asked about is the field's: pointed at, or in a word of its own."""
    named = " ".join(text for text in asked.groupdict().values() if text)
    telling = {w[:4] for w in words_of(named) - _POINTS}
    own = stems(f"{spec.question} {spec.means} {spec.label}")
    return not telling or bool(telling & own)
