"""What a story tells of a tool that is no longer there, or not there yet: that it was given up, and what it was for or is to be for. Pure.

What lies in the past or is only planned is no fact of today, so the readers leave it out. Of a tool whose stage says so it is what its work was, or
shall be: "we had a score that told the tutors who might drop out. We switched it off."
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import MONTHS, TOOL
from vcassist.reading.answering.value_words import tells_work
from vcassist.reading.told.in_service import STAGE, of_the_only_tool

PURPOSE = "application.purpose"
RETIRED = "retired"
SURE = 0.8
LEAST_WORDS, LONGEST = 3, 28
_I = re.I
_WHO = r"(?:we|i|they|he|she|the (?:board|director|council|committee|ministry|firm|boss)|management|head office)"
_ADVERB = (
    r"(?:(?:then|later|finally|soon|all|have|had|['’]ve|['’]d|both|just|eventually|quietly|promptly|again|since) )*"
)
_IT = r"(?:it|that|this|them|the (?:thing|tool|bot|chatbot|app|program(?:me)?|system|whole thing|service))"
_GAVE_UP = re.compile(
    rf"\b{_WHO} {_ADVERB}(?:"
    rf"(?:switched|turned|took|taken|shut|pulled|brought|put) {_IT} (?:off|down|offline|out of (?:use|service|operation)|away)|"
    rf"(?:switched|turned|shut) (?:off|down) {_IT}|"
    rf"(?:dropped|scrapped|abandoned|ditched|binned|retired|discontinued|cancelled|withdrew|buried|closed|stopped(?: using| with)?|quit using|gave up(?: on)?|got rid of|did away with|parted with|ended) {_IT}|"
    r"(?:gave|given) (?:it|that|them) up|let (?:it|that|them) go|pulled the plug|went back to (?:pen|paper|pencil|the old|doing it))\b"
    rf"|\b{_IT} (?:was|were|has been|had been|got|is|['’]s been) (?:then |later |finally |since )?(?:switched off|turned off|taken (?:down|offline|out of (?:use|service))|shut (?:off|down)|dropped|scrapped|abandoned|retired|discontinued|cancelled|withdrawn)\b",
    _I,
)
# Off for a while, off at night, what is only thought of, and what came back.
_NOT_FOR_GOOD = re.compile(
    r"\b(?:if|when(?:ever)?|every|each|at night|overnight|for (?:an?|one|two|three|\d+|some|the|a few) (?:hours?|days?|nights?|weeks?|weekend|months?|moment|while|minutes?|time)|temporarily|meanwhile|almost|nearly|might|would|could|should|will|may|want(?:ed)? to|going to|back (?:on|up|again|online)|put it back|restarted|resumed|returned|again)\b|\bn['’]t\b|\bnever\b|\bnot\b",
    _I,
)
# Whoever tells of what they use now, or used before it, gave up another one.
_ANOTHER_NOW = re.compile(
    r"\b(?:now|today|nowadays|these days|currently|instead|since then|at the moment),? (?:(?:we|i|they|it)(?:['’](?:re|m|ve|s))? |have |use |using |it )|\b(?:we|i|they) (?:now|currently|still|today|(?:have )?since) (?:use|have|run|work|moved|switched|changed|got|bought)|\bwe(?:['’]re| are) (?:now|currently) (?:using|on|with|running)|\b(?:replaced|swapped|moved|switched|changed) (?:it |them |over )?(?:to|by|with|for)\b|\b(?:before|until) (?:that|then|this)\b|\bat first\b|\bthe (?:first|old|previous|earlier|other) one\b",
    _I,
)
# A tool that is at work as somebody tells of it was not given up: "our school uses GradeMate", "Copilot writes our letters, the printer we got rid of".
_AT_WORK = re.compile(
    r"\b(?:uses?|using)\b(?! to\b)|(?-i:\b[A-ZÀ-Þ])[\w-]+ [a-z]+s (?:our|the|my|us|their|all|every|each)\b", _I
)
_STOPPED_USING = re.compile(r"\b(?:stopp?ed|quit|no longer|ended) (?:using|use)\b", _I)
_TOOL = rf"(?:{TOOL}|chat bot|thing|model|score|scoring|service|detector|classifier|ai|helper|scribe|translator|machine|algorithm|engine|voice|feature|prototype|chat)"
# What it does stands behind the thing: "a bot on the phone that answered messages", "a program for next autumn that would write the reports".
_DOES = re.compile(
    rf"\b{_TOOL}(?: thing)?\b(?:,? (?:named|called|by the name of|under the name) [^.,;:!?\n]{{1,30}}?,?|,? (?-i:[A-ZÀ-Þ])[\w-]+,?)?(?: (?:on|in|at|for|by|from|of) [^.,;:!?\n]{{1,40}}?)?"
    r"(?:,? called [^.,;:!?\n]{1,20}?)?,? (?:that|which|who|to)\s(?:(?:would|will|could|can|shall|should|used to|also|then|is to|was to|is going to|helped(?: us)?|helps(?: us)?)\s)*(?P<task>[a-z][^.;:!?\n]{6,160})",
    _I,
)
# "From 2022 until last summer a chatbot on our website answered readers' questions."
_DID = re.compile(
    rf"\b(?:an?|our|one|the) (?:[\w-]+ ){{0,2}}?{_TOOL}\b(?: (?:on|in|at) (?:our|the|my) [\w-]+)? (?P<task>[a-z]+ed (?!by\b|to\b|for\b|on\b|in\b|us\b)[^.;:!?\n]{{6,160}})",
    _I,
)
_NO_TASK = re.compile(
    r"(?:is|are|was|were|be|been|has|have|had|we|i|they|you|he|she|it|did|does|do|came|comes|cost|costs|belong\w*|ran|runs|sat|sits|lived|lives|worked|works|never|nobody|no|not|our|the|a|an|my|made (?:a|up|mistakes|errors)|failed|broke|got|went (?:to|wrong|off|down|on|in|into|up)|stopped)\b",
    _I,
)
_ENDS = re.compile(
    rf", (?:which|who|where|then)\b.*|,? (?:but|though|although|until|till|because|since|while|nothing|nobody|should go|should start|one of (?:our|us|the)|so (?:we|i|they)\b|and (?:we|i|they|it|he|she|then|that)\b|it(?:['’]?s| is) not\b|before\b|(?:from|since|until|till|in|for|last|this|next) (?:(?:the|next|last|this) )?(?:\d{{4}}|spring|summer|autumn|fall|winter|year|month|week|{MONTHS})\b).*|,? then (?:we|it)\b.*",
    _I | re.S,
)


def with_what_was_given_up(read: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same with the stage of a tool that a story tells to be given up, and with what a tool that is no longer or not yet there was for or shall do."""
    if not of_the_only_tool(read, asked, chain):
        return read
    stage = next((p for p in read.proposals if p.ref == STAGE), None)
    if stage is None or stage.value == "in_use":
        gone = _given_up(message)
        if gone is not None:
            told = Proposal(STAGE, "known", RETIRED, gone[0], SURE, *gone.span())
            read = replace(read, proposals=(*(p for p in read.proposals if p is not stage), told))
            stage = told
    if stage is None or stage.value not in (RETIRED, "planned"):
        return read
    if PURPOSE in chain.facts or any(p.ref == PURPOSE for p in read.proposals):
        return read
    work = _its_work(message)
    return read if work is None else replace(read, proposals=(*read.proposals, work))


def _given_up(message: str) -> re.Match[str] | None:
    """The words by which a tool was given up for good."""
    for sentence in SENTENCE.finditer(message):
        found = _GAVE_UP.search(message, *sentence.span())
        if found is None:
            continue
        around = message[max(sentence.start(), found.start() - 25) : min(sentence.end(), found.end() + 45)]
        if not _NOT_FOR_GOOD.search(around):
            return None if another_is_at_work(message) else found
    return None


def another_is_at_work(message: str) -> bool:
    """Whether a message tells of a tool that is in use, so that what was given up is another one."""
    return _ANOTHER_NOW.search(message) is not None or _AT_WORK.search(_STOPPED_USING.sub("", message)) is not None


def work_told(found: re.Match[str], part: str, ref: str, no_task: re.Pattern[str]) -> Proposal | None:
    """The work that a group of a match tells, without what is told behind it of when, why and what came of it; None where it is ``no_task``."""
    task = _ENDS.sub("", found[part]).strip(" ,")
    if no_task.match(task) or not LEAST_WORDS <= len(task.split()) <= LONGEST or not tells_work(task):
        return None
    start = found.start(part)
    return Proposal(ref, "known", task, task, SURE, start, start + len(task))


def _its_work(message: str) -> Proposal | None:
    """What a tool is told to have done, or to be going to do."""
    for pattern in (_DOES, _DID):
        for found in pattern.finditer(message):
            if (work := work_told(found, "task", PURPOSE, _NO_TASK)) is not None:
                return work
    return None
