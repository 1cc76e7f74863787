"""That a tool is in use, told in a story by how long and how often: "in daily service since 2022", "second season running it". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading

STAGE = "application.lifecycle"
SURE = 0.8
_I = re.I
_LONG = r"(?:since\b|every (?:single )?(?:day|week|morning|night)\b|daily\b|already\b|for (?:\w+ ){1,3}(?:years?|months?|seasons?)\b|(?:\d+|one|two|three|four|five|six) (?:years?|months?|seasons?)\b)"
_IN_SERVICE = re.compile(
    r"\bin (?:daily|regular|routine|everyday|constant|full|live)\s(?:service|use|operation|production)\b|\bin (?:service|use|operation|production) (?:since|for)\b|"
    rf"\b(?:we|i|they|she|he|our \w+) (?:(?:have|has|['’]ve) )?(?:use|used|using|run|running|work(?:ed|ing)? with|had) (?:it|them|this|that)\b[^.;!?]{{0,30}}?{_LONG}|"
    # "One assistant uses ChatGPT daily".
    r"\b(?:uses?|using|runs?)\s(?:it|them|this|(?-i:[A-ZÀ-Þ])[\w-]+(?: (?-i:[A-ZÀ-Þ\d])[\w-]*)?)\s(?:here )?(?:daily|weekly|regularly|(?:every|each) (?:single )?(?:day|morning|evening|night|week|\w+day)|all (?:day|the time)|day and night|constantly)\b|"
    r"\bevery (?:single )?(?:day|morning|night|week)\b(?: since [^.;!?,]{2,30})?,? (?:it|we (?:use|run|let)|(?-i:[A-ZÀ-Þ])\w+ (?:has|is|runs?|reads?|writes?))\b|"
    r"\b(?:it|that)(?: has|['’]s) been (?:so|running|going|in service|in use|at it|on our \w+) (?:since|for)\b|"
    r"\b(?:second|third|fourth|fifth|sixth) (?:season|year|winter|summer|autumn|spring) (?:running|using|with|of using) (?:it|them)\b|\b(?:a )?regular part of (?:the|our)\b|\bout there and being used\b|\blive since\b",
    _I,
)
_NOT_YET = re.compile(
    r"\b(?:trials?|pilots?|piloting|tests?|testing|try(?:ing)? (?:it |this )?out|planned|plans? to|not yet|(?:will|meant to|about to|going to) start|used to|until|stopped|pulled the plug|no longer|ended|gave it up|switched (?:it )?off)\b",
    _I,
)


def of_the_only_tool(read: Reading, asked: str | None, chain: Chain) -> bool:
    """Whether a story tells of one tool alone, whose stage is not noted yet."""
    several = len(chain.mentioned("application")) > 1 or any(p.ref.startswith("application-") for p in read.proposals)
    return asked is None and read.intent == "answer" and STAGE not in chain.facts and not several


def with_stage(read: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same with a tool in use, where a story tells it so and of no trial or end, and its stage is not known."""
    if not of_the_only_tool(read, asked, chain) or any(p.ref == STAGE for p in read.proposals):
        return read
    tells = any(p.ref.startswith("application.") for p in read.proposals)
    found = _IN_SERVICE.search(message) if tells else None
    if found is None or _NOT_YET.search(message):
        return read
    stage = Proposal(STAGE, "known", "in_use", found[0], SURE, *found.span())
    return replace(read, proposals=(*read.proposals, stage))
