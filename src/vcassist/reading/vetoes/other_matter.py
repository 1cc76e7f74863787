"""Answers about another matter than the field that was asked for: the rule is about phones, the photos bear the licence. Pure.

Told by the parts of the sentence: its subject or object is a thing of its own that is neither the tool nor what is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from vcassist.chain.fields import CHOICE_TYPES, Field
from vcassist.interview.meant import own_stems, stems
from vcassist.reading.text import Span, sentences
from vcassist.reading.vetoes.taken_back import SOFTWARE
from vcassist.reading.vetoes.things import THING

_I = re.I
_MAKER = r"(?:(?:the|our|its|their|that|this) (?:\w+ )?(?:company|firm|supplier|vendor|seller|makers?|developers?|manufacturer|provider|start-?up|people behind it)|(?:they|the makers|the guys|the people))"
# Where who sells it sits is not where anything lies or runs.
_THEIR_SEAT = re.compile(
    rf"^\W*(?:(?:well|oh|i think|i believe|as far as i know)\W+)*(?:{_MAKER}(?: itself| themselves)? (?:is|are|comes?|sits?|was founded|were founded|(?:is|are) (?:based|registered|located|headquartered))\b|{_MAKER} (?:has|have) (?:its|their|an?|the)?[^.;!?]*\b(?:office|headquarters|hq|seat)\b|(?-i:[A-Z][\w-]{{2,}}(?: [A-Z][\w-]+)?) (?:itself )?(?:is|comes) (?:from|an? (?:[\w-]+ ){{1,3}}(?:company|firm|start-?up|tool|product|app))\b|(?:our|the) (?:supplier|vendor|maker|seller)\?|(?:it|the \w+|our \w+) (?:is|was|were|are|has been) (?:\w+ )?(?:developed|built|made|designed|programmed|founded|written|invented|sold|registered)\b|(?:our|the|their|its|my) (?:\w+ )?(?:lawyers?|accountants?|bank|insurer|caterer|landlord|cleaners?|office|head ?office|developers|programmers|founders|support|hotline|investors|parents?|boss) (?:is|are|sits?|lives?|works?|comes?|keeps?|has|have)\b)",
    _I,
)
_HOLDS = re.compile(
    r"\b(?:data|servers?|stor(?:e|ed|es|age)|host\w*|cent(?:re|er)s?|cloud|disk|machines?|lies|kept|keeps?|runs?|back-?ups?|files|too|also|as well|both|everything)\b",
    _I,
)
_DATA_NOUN = r"(?:photos?|pictures|images?|texts?|recordings?|data|data ?sets?|documents|files|videos?|maps?|books|songs|drawings|scans|articles|entries|records)"
# "The photos we feed it are CC BY-SA": the subject of the sentence is what goes in.
_DATA_IS = re.compile(
    rf"^\W*(?:(?:well|oh)\W+)?(?:all |most of |some of )?(?:the|our|my|these|those|all)?(?: \w+)? ?{_DATA_NOUN}\b[^.;!?]*?\b(?:is|are|come|stand|fall)\b",
    _I,
)
_MODEL = re.compile(r"\b(?:models?|weights|llm|checkpoint|code|software)\b", _I)

# "We do for phones", "we have one about dogs": a yes and at once whom or what for.
_YES_FOR = re.compile(
    r"^\W*(?:(?:oh|well|sure|yes|yeah|of course|certainly|ah)\W+)*(?:(?:we|they|i|there|the \w+) (?:do|does|did|have|has|had|is|are|was)(?: have)?(?: got)?(?: one| some| that| a \w+(?: \w+)?)?)?\s?(?:for|about|on|against) (?P<what>[^.;!?,]+)",
    _I,
)
# That nothing is so, or is done without, is said of other matters as well.
_DENIES = re.compile(r"\b(?:not?|never|neither|nor|none|nobody)\b|n['’]t\b", _I)
_NO_MATTER = re.compile(
    r"\b(?:it|them|this|these|that|those|everyone|everybody|every\w*|all|each|any\w*|us|me|you|now|sure|years?|months?|weeks?|days?|hours?|ages|long|time|times|once|paper|file|request|demand|fear|safety|new|use|using|staff|people|teachers?|children|pupils?|students?|patients?|clients?|members|volunteers?|parents|board|donors?|website|site|page|door|wall|phone|example|instance|purpose|average|behalf|part|course|most|some|both|average|\d+)\b|\w+ing\b|\w+ers\b",
    _I,
)
_DONE = ("governance", "monitoring")

# "Visitors are up 12 percent": figures of the house's own trade.
_TRADE = re.compile(
    r"^\W*(?:(?:the|our) )?(?:[\w’'-]+ )?(?P<what>[\w’'-]+) (?:is|are|was|were|has|have|went|rose|fell|grew|dropped|climbed)(?: gone| been)?(?: (?:up|down)\b| by\b| (?:\d|a (?:third|quarter|half)))",
    _I,
)
_QUALITY = re.compile(
    r"\b(?:errors?|mistakes?|accura\w*|right|wrong|precision|quality|hits?|misses|complaints?|corrections?|scores?)\b",
    _I,
)

_LEAVING_ALONE = re.compile(
    r"\b(?:cancel\w*|unsubscribe|subscription|stop(?:ping)? pay\w*|by the month|month(?:ly)? to month|one click)\b", _I
)
_WITH_A_CLAUSE = re.compile(
    r"\b(?:contract\w*|clause|agreement|terms|paragraph|article|annex|written|data|export\w*|download\w*|get (?:it|them|everything|our)|hand\w* over|back|notice|return\w*|exit|leav\w*)\b",
    _I,
)

_THE_TOOL_IS = re.compile(
    rf"^\W*(?:{_MAKER}|(?:the|our|its|their) (?:\w+ )?(?:software|tool|app|bot|assistant|model|data|servers?|program(?:me)?)) (?:is|are|comes?|was|were|sits?|lies|has|have|stands?)\b",
    _I,
)
# Who ships or sells somewhere is not there.
_TRADES_WITH = re.compile(
    r"^\W*(?:we|they|our (?!office|house)\w+)\b[^.;!?]*\b(?:ship|sell|export|deliver|send|travel|fly|import|buy|order)\w* (?:[\w’'-]+ ){0,3}?(?:to|into|from)\b",
    _I,
)
_BASED = re.compile(r"\b(?:are in|based|here|ourselves|live in|home|from (?:here|there))\b", _I)
_AT_HOME = re.compile(r"\b(?:we|us|here|ourselves|too|as well|like us)\b", _I)
# What fails here is the current or the water, which is no outage of the tool.
_POWER = re.compile(
    r"\b(?:when|if|whenever) (?:the )?(?:power|electricity|current|lights?|water|heating|gas|mains) (?:fails?|goes|is|cuts?|comes|drops)\b",
    _I,
)
# Unless it says what becomes of the tool then, or of the work.
_TOOL_GONE = re.compile(
    r"\b(?:it|that|this|(?:the|our) (?:tool|app|system|program(?:me)?|bot|assistant|software))(?:['’]s| is| goes| stops| dies| fails)(?: \w+)? (?:gone|off|out|down|dead|away|with it|too)\b"
    r"|\bnothing (?:much )?(?:changes|happens)\b|\b(?:just the same|all the same|as (?:before|ever|always)|no difference)\b",
    _I,
)
# "Everything except the AI's files is on OneDrive".
_EXCEPT_THE_TOOL = re.compile(
    r"^\W*(?:everything|all|anything) (?:else )?(?:but|except(?: for)?|save|apart from|other than|besides)\b(?P<what>.{2,40}?)\b(?:is|are|goes|lies|sits|runs)\b",
    _I,
)
# "As encrypted as a postcard".
_SIMILE = re.compile(r"\bas \w+ as (?:a|an|the|my|your|any) (?!possible|before)\w+", _I)
# What people agree to that is no use of their data.
_AGREED_TO = re.compile(
    r"\b(?:agree[ds]?|consent(?:s|ed)?|sign(?:s|ed)?)(?: to)? (?:the |our |a |an )?(?:house ?rules?|statutes|lease|tenancy|membership|rent|excursion|trip|timetable|code of conduct|opening hours|minutes|attendance \w+)\b",
    _I,
)
# What updates itself there is no tool of this.
_OTHER_MACHINES = re.compile(
    r"^\W*(?:(?:the|our|my|all) )?(?:phones?|laptops?|tablets?|computers?|windows|android|iphones?|browsers?|operating systems?|excel|word|outlook) \b",
    _I,
)
# A sentence in quotation marks that is everybody's: printed on the form, told to each customer.
_QUOTED = re.compile(r"^\W{0,2}[\"“«„](?P<said>[^\"”»“]{2,120})[\"”»“]")
_EVERYBODY_S = re.compile(
    r"\b(?:pre-?)?printed\b|\b(?:standard|stock|boiler-?plate|ready-made) (?:text|phrase|line|sentence|answer)\b|\b(?:every|each|all) (?:customers?|clients?|buyers?|schools?)\b|\b(?:that|this|the) (?:sentence|line|phrase|slogan|formula)\b",
    _I,
)

# Where things of the house belong to the answer itself.
_OF_THINGS_TOO = frozenset(
    {
        "application.alternative",
        "application.outage_effect",
        "organisation.sector",
        "organisation.size",
        "application.lifecycle",
        "compute.alternative",
        "compute.hosting",
    }
)
_SHORT = 16
# Who begins with a yes and goes on to tell of a thing tells how it is done ("yep, each sample bag has a sheet that says where it was dug").
_OWN_YES = re.compile(r"^\W*(?:yes|yeah|yep|yup|aye|sure|of course)\b[\s,:–—-]+(?:\w+ )?(?:each|every|all|any)\b", _I)
# A sentence with so many words of the question speaks of it, whatever hangs on the wall.
_OF_THE_QUESTION = 2
# A later sentence that turns to something else, or to what came to mind ("I must go, my bus. Oh, and it is hosted in Ireland").
_TURNS = re.compile(
    r"\W*(?:but|otherwise|apart from|yes|yeah|oh|ah|by the way|btw|also|p\.?s\b|one (?:more|last|other) (?:thing|word)|before i (?:go|forget|leave)|(?:we|i|our|my)\b(?! \w+ (?:that|those|them|this)\b))(?!\w)",
    _I,
)
_PLACED = re.compile(
    r"\b(?:in|into|at|by|from|near|under|behind|inside|outside|to|of|through|over|off|past) (?:[\w’'-]+ ){0,2}$", _I
)
_POINTS = re.compile(r"\b(?:it|its|itself|them|ones?)\b|\b(?:stops?|works?|runs?) without\b", _I)
_TOOL = r"(?:(?:ai|chat|language|new|little) )?(?:chat)?(?:bot|robot|ai|assistant|tool|model|machine|program(?:me)?|software|app|algorithm|translator|helper)"
# A later sentence that begins with the tool, to set it against what was told before.
_OF_THE_TOOL = re.compile(
    rf"^\W*(?:but )?(?:(?:about|of|for|with|as for|on|to|in|regarding|from) (?:the |our |its )?{_TOOL}(?:['’]s)?\b|(?:the|our) {_TOOL}['’]s\b|(?:the|our) {_TOOL} (?:only|itself|alone|just|merely|never|(?:does|is|has)(?:n['’]t| not)|gets|sees|knows)\b)",
    _I,
)


def of_another_matter(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    """The stretches of a message that answer, in the form of an answer, something else than was asked."""
    parts = sentences(message)
    quoted = _QUOTED.match(message)
    if quoted and asked and _EVERYBODY_S.search(message, quoted.end()):
        yield quoted.span()
        yield from ((p.start, p.end) for p in parts if _EVERYBODY_S.search(p.text))
    if asked is not None:
        yield from _asked_beside(parts, asked)


def _asked_beside(parts: Sequence[Span], asked: Field) -> Iterator[tuple[int, int]]:
    rule = _RULES.get(asked.key) or (_restricted if asked.type == "yesno" and asked.kind in _DONE else None)
    for number, part in enumerate(parts):
        but = _EXCEPT_THE_TOOL.match(part.text)
        if (but and SOFTWARE.search(but["what"])) or (asked.type == "yesno" and _like_a_postcard(part.text)):
            yield part.start, part.end
        if (rule and rule(part.text, asked)) or _of_a_thing(part.text, asked) or _set_against(parts, number, asked):
            yield part.start, _until_the_matter(parts, number, asked)


def _until_the_matter(parts: Sequence[Span], number: int, asked: Field) -> int:
    """Where what goes on telling of the other matter is over: before a sentence that speaks of the tool, or turns."""
    end = parts[number].end
    for part in parts[number + 1 :]:
        if asked.type != "yesno" or SOFTWARE.search(part.text) or _TURNS.match(part.text) or _DENIES.search(part.text):
            break
        end = part.end
    return end


def _of_a_thing(text: str, asked: Field) -> bool:
    """Whether a sentence is about something of the house that is no software, and names none."""
    if asked.key in _OF_THINGS_TOO or asked.type not in ("yesno", "enum"):
        return False
    if (
        re.match(r"\W*(?:in|into|on|at)\b", text, _I)
        or len(text.split()) > _SHORT
        or _OWN_YES.match(text)
        or len(stems(text) & own_stems(asked)) >= _OF_THE_QUESTION
        or SOFTWARE.search(text)
        or _POINTS.search(text)
        or _DENIES.search(text)
    ):
        return False
    # Where something is or happens is no matter of the sentence.
    return any(not _PLACED.search(text[: m.start()]) for m in THING.finditer(text))


def _like_a_postcard(text: str) -> bool:
    return bool(_SIMILE.search(text)) and not SOFTWARE.search(text)


def _set_against(parts: Sequence[Span], number: int, asked: Field) -> bool:
    """Whether what a sentence tells is set against what a later one tells of the tool ("We tell all: shoes off. About the bot, nothing")."""
    if asked.type not in CHOICE_TYPES or SOFTWARE.search(parts[number].text):
        return False
    return any(_OF_THE_TOOL.match(part.text) for part in parts[number + 1 : number + 2])


def where_a_maker_sits(text: str) -> bool:
    """Whether a sentence says where who makes or sells it is, and not where anything lies or runs ("SignalPET is from the USA")."""
    seat = _THEIR_SEAT.match(text)
    return seat is not None and not _HOLDS.search(text[seat.start() : seat.end()] if "keep" in seat.group() else text)


def _not_our_country(text: str, asked: Field) -> bool:
    if _TRADES_WITH.match(text):
        return not _BASED.search(text)
    return bool(_THE_TOOL_IS.match(text)) and not _AT_HOME.search(text)


def _data_licence(text: str, asked: Field) -> bool:
    return bool(_DATA_IS.match(text)) and not _MODEL.search(text)


def _trade(text: str, asked: Field) -> bool:
    found = _TRADE.match(text)
    return bool(found) and not SOFTWARE.search(text) and not _QUALITY.search(text)


def _cancelling(text: str, asked: Field) -> bool:
    alone = _LEAVING_ALONE.search(text) and not _WITH_A_CLAUSE.search(text)
    denied = re.search(r"\b(?:not?|never|nothing|none|cannot)\b|n['’]t\b", text, _I)
    return bool(alone and not denied) or _restricted(text, asked)


def _restricted(text: str, asked: Field) -> bool:
    """A yes that is at once bound to something that is neither the tool nor people nor a time."""
    found = _YES_FOR.match(text)
    if not found:
        return False
    what = found["what"]
    if _DENIES.search(text) or not re.match(r"\W*(?:oh |well |ah )*\w+", text[: found.start("what") - 4].strip()):
        return False
    return not (SOFTWARE.search(what) or _NO_MATTER.search(what) or stems(what) & own_stems(asked))


_RULES: dict[str, Callable[[str, Field], bool]] = {
    "storage.country": lambda text, asked: where_a_maker_sits(text),
    "compute.country": lambda text, asked: where_a_maker_sits(text),
    "monitoring.update_control": lambda text, asked: bool(_OTHER_MACHINES.match(text)) and not _POINTS.search(text),
    "model.licence": _data_licence,
    "data.consent": lambda text, asked: bool(_AGREED_TO.search(text)) and not SOFTWARE.search(text),
    "organisation.country": _not_our_country,
    "application.outage_effect": lambda text, asked: bool(_POWER.search(text)) and not _TOOL_GONE.search(text),
    "monitoring.performance_tracked": lambda text, asked: _trade(text, asked) or _restricted(text, asked),
    "governance.exit_clause": _cancelling,
}
