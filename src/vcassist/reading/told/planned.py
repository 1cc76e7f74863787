"""A tool that a story only plans to have: that it is planned, what it is called and what it shall do. Pure.

Whoever asks before they buy tells all of it in the future, and what lies there is no fact of today for the readers: "from June we want to take Pesu, which
will put the teacher's talking as captions". Where nothing else is told to be at work, it is the tool that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.answers.what_it_shall_do import SHALL_DO
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.reading import blanked
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import MONTHS
from vcassist.reading.told.given_up import PURPOSE, SURE, another_is_at_work, work_told
from vcassist.reading.told.in_service import STAGE, of_the_only_tool

NAME = "application.name"
_I = re.I
_WHO = r"(?:we|i|they|he|she|(?:the|our|my) [\w’'-]+(?:,? [\w’'-]+){0,6}?)"
_MEANS = (
    r"(?:(?:are|is|am|['’]re|['’]m|['’]s|were|was|have been|has been|['’]ve been) (?:(?:now|only|just|still|also|currently|seriously) )?(?:planning(?: to| on)?|intending to|hoping to|wanting to|going to|about to|to|thinking (?:of|about)|considering|looking (?:at|into)|discussing|debating|weighing|negotiating)|"
    r"plan(?:s|ned)? (?:to|on)|intends? to|hopes? to|wants? to|would like to|['’]d like to|wish(?:es)? to|aims? to|will(?: (?:then|soon|also|probably|maybe))?|['’]ll|(?:have |has )?(?:decided|agreed|voted|resolved|applied) to|consider(?:s|ed)?|think(?:s)? (?:of|about))"
)
_HAVES = r"(?:tak(?:e|ing)(?: (?:on|up))?|buy(?:ing)?|get(?:ting)?|introduc(?:e|ing)|start(?:ing)?(?: (?:with|using|to use))?|us(?:e|ing)|adopt(?:ing)?|try(?:ing)?|bring(?:ing)? in|install(?:ing)?|acquir(?:e|ing)|purchas(?:e|ing)|order(?:ing)?|hav(?:e|ing)|launch(?:ing)?|roll(?:ing)? out|put(?:ting)? in|sign(?:ing)? up (?:for|to)|subscrib(?:e|ing) to|let(?:ting)?|deploy(?:ing)?)"
_A_NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w+-]*\w(?: [A-ZÀ-ÖØ-Þ\d][\w+.-]*\w){0,2})"
# "We are wanting to take Pesu", "thinking about getting a chatbot called Pantry Pal".
_PLANS = re.compile(
    rf"(?:\b{_WHO} ?{_MEANS}|(?:^|(?<=[.;!?\n] ))\W*(?:planning(?: to| on)?|thinking (?:of|about)|hoping to|considering|looking (?:at|into))) {_HAVES} "
    rf"(?:(?P<kind>(?:an?|the|our|one|this|some) (?:[\w’'-]+ ){{1,6}}?)(?:,? ?(?:called|named|by the name of) )|(?:the |this )?(?:tool |app |program(?:me)? |bot |system |software )?)[“\"'‘]?(?P<name>{_A_NAME})",
    _I,
)
# What it shall do, right behind its name.
_SHALL = re.compile(
    r"[”\"'’]?(?:,? (?:from|in|by|as of|starting|next|this|for|at|on|with) [^.,;:!?\n]{2,40}?)?(?:,? ?(?:which|that|who|and it|it|so it|so that it)|[.;] ?(?:It|This|That|The (?:tool|app|thing|bot|program(?:me)?|system))) (?:will|would|shall|should|is (?:going )?to|can|could|['’]ll|is supposed to|is meant to) (?P<task>[a-z][^.;:!?\n]{6,160})"
    r"|[”\"'’]?,? (?:so as to|to|for) (?P<aim>[a-z][^.;:!?\n]{6,160})",
)
_NO_TASK = re.compile(
    r"(?:be|have|cost|come|arrive|start|begin|run|work|stay|live|stand|sit|do|go|get)\b(?! (?:the|our)\b)", _I
)
# Days and months are no tools, nor are tongues and AI at large.
_NO_NAME = re.compile(rf"(?:{MONTHS}|\w+day|AI|IT|GPS|English|French|German|Spanish|Arabic|I)\b", _I)
_ON_TRIAL = re.compile(r"\b(?:trial|pilot|testing|test phase)\b", _I)
# A name that stands alone must be no word of the language.
IsNoName = Callable[[str], bool]


def with_what_is_planned(read: Reading, message: str, asked: str | None, chain: Chain, is_no_name: IsNoName) -> Reading:
    """The same with the stage, the name and the work of a tool that a story plans to have, as far as nothing of that was read. ``is_no_name``: a common
    word, a place, or the name of something that is no tool.
    """
    story = replace(read, intent="answer") if read.intent == "other" else read
    if not of_the_only_tool(story, asked, chain) or NAME in chain.facts:
        return read
    there = {p.ref: p for p in read.proposals}
    if STAGE in there and there[STAGE].value != "planned":
        return read
    found = _planned(message, is_no_name)
    if found is None or _ON_TRIAL.search(message) or another_is_at_work(blanked(message, [found.span()])):
        return read
    name = found["name"]
    if NAME in there and there[NAME].value != name:
        return read
    more = []
    if STAGE not in there:
        more.append(
            Proposal(
                STAGE, "known", "planned", found[0].strip(), SURE, found.end() - len(found[0].lstrip()), found.end()
            )
        )
    if NAME not in there:
        more.append(Proposal(NAME, "known", name, name, SURE, *found.span("name")))
    if PURPOSE not in there and PURPOSE not in chain.facts and (task := _its_task(message, found.end("name"))):
        more.append(task)
    return replace(read, proposals=(*read.proposals, *more), intent="answer") if more else read


def with_what_it_shall_do(read: Reading, message: str, asked: str | None) -> Reading:
    """The same with what a tool shall do as the answer to what it is for: "will sort our letters by topic"."""
    if asked is None or not asked.endswith(".purpose") or any(p.ref == asked for p in read.proposals):
        return read
    found = SHALL_DO.fullmatch(message)
    told = work_told(found, "task", asked, _NO_TASK) if found is not None else None
    return read if told is None else replace(read, proposals=(*read.proposals, told), intent="answer")


def _planned(message: str, is_no_name: IsNoName) -> re.Match[str] | None:
    """Where a tool is named that somebody plans to have."""
    for sentence in SENTENCE.finditer(message):
        for found in _PLANS.finditer(message, *sentence.span()):
            alone = found["kind"] is None and is_no_name(found["name"].split()[0])
            if not alone and not _NO_NAME.match(found["name"]):
                return found
    return None


def _its_task(message: str, at: int) -> Proposal | None:
    """What it shall do, told right behind its name."""
    found = _SHALL.match(message, at)
    return work_told(found, "task" if found["task"] else "aim", PURPOSE, _NO_TASK) if found is not None else None
