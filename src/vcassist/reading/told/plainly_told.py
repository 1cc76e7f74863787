"""Facts told in forms that need no question to be understood: a term of deletion, words sent abroad, a question that answers itself. Pure.

The trained reader hears these mostly where they were asked for. The forms are plain enough to count unasked, and to set right what
was read of the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.assessment.jurisdictions import same_jurisdiction
from vcassist.chain.facts import Chain
from vcassist.chain.fields import Field
from vcassist.interview.meant import own_stems, stems
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import DENIES, NOT_SO, ONE_TO_TWELVE, TENS
from vcassist.reading.answering.in_its_own_words import done_otherwise
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, sentences

_I = re.I
SURE = 0.75
# More than what a question leaves of its answers (see the reader's intent).
ANSWERS_ITSELF = 0.85
RETENTION, BORDER, HOME = "storage.retention_limit", "storage.crosses_border", "organisation.country"
_TIME = rf"(?:\d+|an?|{ONE_TO_TWELVE}|eighteen|{TENS}|some|every) (?:hours?|days?|weeks?|months?|years?|terms?|school years?)"
_DELETED = re.compile(
    rf"\b(?:delet\w+|eras\w+|wip\w+|destroy\w*|purg\w+|shred\w*|thrown? away|anonymi[sz]\w+|scrubbed|cleared)\b[^.;!?\n]{{0,40}}\b(?:(?:after|within|at the end of|following) (?:about |around |at most |max )?{_TIME}\b|every {_TIME}\b|(?:after|every) (?:term|year|month|week|season)\b)",
    _I,
)
# What is kept no longer than some time is deleted then, though the sentence denies: "we keep none of it after the harvest".
_NONE_KEPT = r"(?:none|nothing|not (?:one|a single one)|no [\w-]+)(?: of (?:it|them|that|this|those|these))?"
_NO_LONGER = re.compile(
    rf"\b(?:(?:keep|keeps|kept|hold|holds|store|stores|save|saves) {_NONE_KEPT}|{_NONE_KEPT} (?:(?:is|are|gets?) (?:kept|stored|saved|held)|stays?|remains?)(?: (?:there|with us|here|on it))?)"
    r"\s(?:for )?(?:after|past|beyond|longer than|more than) (?:an?|the|one|two|three|\d+|(?-i:[A-Z])\w+|[\w-]+)\b",
    _I,
)
# Surer than what the denial in it sounds like.
SURE_OF_NONE = 0.95
# A rule that is wished for, not kept, or not followed by all.
_NOT_KEPT = re.compile(
    r"\b(?:not|never|nobody|no one|hardly|should|ought|supposed|meant to|planned?|want|wish|would|partly|some(?:times)?|mostly|in theory|on paper|but|unless|except|if)\b|n['’]t\b",
    _I,
)
_THINGS = r"(?:data|video|videos|clips?|recordings?|photos?|pictures?|images?|files?|letters?|texts?|scans?|forms?|records?|notes?|documents?|audio|voice|samples?|everything|all|it|they|that|names?|answers?|messages?|x-?rays?)"
_FIRM = r"(?:company|companies|firm|office|supplier|vendor|provider|server|servers|cloud|lab|laboratory|partner|people|team|business|agency|contractor|data ?cent\w+|headquarters|head office)"
_GOES = r"(?:go(?:es|ing)?|sent|sends?|sending|travels?|moves?|flows?|is shipped|(?:is |are |get |gets )?(?:sent|uploaded|transferred|forwarded|transmitted|passed))"
_ABROAD = re.compile(
    rf"\b(?:{_THINGS}\b[^.;!?\n]{{0,20}}?\b{_GOES}|(?:sends?|upload\w*|transfer\w*|forward\w*|transmit\w*|pass(?:es)?)\b(?: \w+){{0,4}}? {_THINGS}|^\W*(?:sent|goes|uploaded|transferred|forwarded))\b[^.;!?\n]{{0,25}}?\bto\s(?:(?:an?|the|some|their|its|that|this) )?(?:\w+ )?$",
    _I,
)
_TO_A_FIRM_IN = re.compile(rf"{_FIRM}\W+(?:\w+ ){{0,2}}?(?:in|from|based in|over in)\s+(?:the )?$", _I)
_FIRM_BEHIND = re.compile(rf"(?:i?an|ese|ish)?\s+{_FIRM}\b", _I)
_DENIES = re.compile(DENIES, _I)
# "What would names be doing in a bus timetable?" says that there are none.
_ANSWERS_ITSELF = re.compile(
    r"^\W*(?:(?:and|but|well|so|oh|ha|honestly)\W+)*(?:what|where|why|how|who) (?:on earth |in the world )?(?:would|could|should) (?P<what>[^?]{2,80})\?",
    _I,
)


_LINE = r"(?:internet|net|network|wi-?fi|signal|connection|connectivity|coverage|reception|mobile data|airtime|(?:phone |data )?line)"
# "No net needed": the no is of the line, and no answer.
_NEEDS_NO_LINE = re.compile(
    rf"\b(?:no {_LINE}(?: connection| access| signal)?(?: (?:is|was))? (?:needed|required|necessary|wanted)|(?:needs?|requires?|wants?) no {_LINE}|do(?:es)?(?: not|n['’]?t) (?:need|require|want) (?:any |an? |the )?{_LINE})\b",
    _I,
)
# "It works without signal": its "without" is of the line.
_GOES_WITHOUT = re.compile(
    rf"\b(?:works?|working|runs?|running|functions?|goes on|carries on|keeps (?:on )?(?:going|working|running))(?: (?:just |quite |as )?(?:fine|well|good|ok(?:ay)?|also|even|always|perfectly|entirely|completely|fully|happily|too)){{0,2}} without (?:an? |any |the |our )?(?:internet |network |data )?{_LINE}\b(?! (?:bills?|costs?|fees?|problems?|outages?))",
    _I,
)
_HARDLY = re.compile(
    r"\b(?:neither|hardly|barely|never|not|no longer|only|nothing|nobody|none|little|cannot|sometimes|partly|half|some|if|whether|but|except|unless|until|limited|slow(?:er|ly)?|basic)\b|\bwould be\b|\b(?:i|we) wish\b|"
    + NOT_SO,
    _I,
)
_NONE_OF_THEM = re.compile(r"\W*(?:(?:no|well|sorry|and|but)\W+)*(?:none|neither|nothing|no (?!\W)[\w-]+)\b", _I)
# "It needs the internet", of the thing that works; who says what for, or that it also goes without, says that it is not always so.
_NEEDS_A_LINE = re.compile(
    rf"\b(?:(?:needs|requires|depends on|relies on|(?<=both )needs?|(?<=they )need) (?!no\b)|(?:only )?(?:works?|runs?) (?:only )?with (?<=only with )|only (?:works?|runs?) with )(?:always )?(?:the |an? |your |our )?(?:good |working |live |stable |proper )?{_LINE}\b(?!-)",
    _I,
)
_NOT_ALWAYS = re.compile(
    r"\b(?:but|except|unless|apart|if|when(?:ever)?|first|once|sometimes|updat\w+|download\w*|install\w*|sync\w*|set ?up|send\w*|off-?line|without|only (?:to|for)|just (?:to|for))\b",
    _I,
)
# "It goes out unchecked": said of a thing, in one word.
_UNCHECKED = re.compile(
    r"\b(?:it|they|those|these|that|this)\s*(?:,|:|–|['’]s|is|are|goes? out|gets? sent|stays?|remains?)\s*(?:all |still |always |completely |totally |quite |just )?(?P<un>un(?:checked|reviewed|verified|proofread))\b",
    _I,
)
# "With it nobody can check": of what that is said stands before it.
_NOBODY_CAN = re.compile(
    r"\b(?:with|for|on|in)\s(?:it|that|those|this|them)\b[\s,:]{0,60}(?P<says>(?:nobody|no one|none of us)\s(?:(?:here|of us|can|could|ever|really|actually)\s){0,3}(?:checks?|reviews?|proofreads?|verify|verifies)\b)(?!\s(?:who|what|where|when|how|if|whether|the|our|in)\b)",
    _I,
)
# "Within the Republic", "in our own country": the country that the organisation works in, said by nobody's name.
_AT_HOME = re.compile(
    r"\b(?:(?:with)?in(?:side)?|stays? (?:with)?in(?:side)?) (?:our|the|this|my|the same|home) (?:own )?(?:country|republic|kingdom|nation|national borders?|borders?|homeland)\b|"
    r"\b(?:the )?same country\b|\bdomestic(?:ally)?\b|\bhere at home\b|^\W*(?:right )?here(?: in (?:town|the (?:town|village|office|building|house)))?\W*$",
    _I,
)
# "A fine-tuned Llama 3", "Whisper, fine-tuned on our tapes", "we fine-tuned it".
_FINE_TUNED = re.compile(
    r"\b(?:an?|our(?: own)?|the|with|is|it['’]s) (?i:fine-?tuned) [A-Z][\w.-]*|\b(?:(?i:we|i)|our (?:team|engineers?|developers?|\w+ist))(?: have|['’]ve| had)? (?i:fine-?tuned) (?:it|this|that|the|an?|on|[A-Z])(?! ?(?:prompts?|settings?|wording|instructions?|process|rules?)\b)|,? (?:which|that) (?:we|i)(?:['’]ve| have)? (?i:fine-?tuned)\b|(?<=[a-z0-9]), (?i:fine-?tuned) (?:by us|on (?:our|some|\d)|with our|here|in-house)"
)
# "Built by our radio man and a firm from Horta together", "we built it with a firm".
_MADE = r"(?:built|made|wrote|written|developed|programmed|coded|created|designed|put together)"
_OWN = r"(?:our|us|we|ourselves)"
_OUTSIDE = r"(?:an?|the|some|one|another) (?:[\w-]+ ){0,2}(?:firm|company|supplier|vendor|contractor|agency|start-?up|university|institute|software house|it house|developers?)"
_JOINED = r"(?:together|jointly|side by side|half and half|hand in hand)"
_MADE_TOGETHER = re.compile(
    rf"\b{_MADE}\b[^.;!?\n]{{0,40}}\b{_OWN}\b[^.;!?\n]{{0,30}}\b(?:and|with|plus) {_OUTSIDE}\b[^.;!?\n]{{0,30}}\b{_JOINED}\b"
    rf"|\b{_MADE}\b[^.;!?\n]{{0,40}}\b{_OUTSIDE}\b[^.;!?\n]{{0,30}}\b(?:and|with|plus) {_OWN}\b[^.;!?\n]{{0,30}}\b{_JOINED}\b"
    rf"|\bwe {_MADE} (?:it|this|that|the (?:tool|app|system|program(?:me)?|bot|thing))(?: {_JOINED})? (?:{_JOINED} )?with {_OUTSIDE}\b",
    _I,
)
_JOINT_WORK = re.compile(
    r"\b(?:a |one )?(?:joint|common|shared|collaborative) (?:piece of )?(?:work|effort|project|development|production|undertaking)\b|\ba (?:collaboration|co-?production)\b",
    _I,
)
SOURCING = "application.sourcing"
OFFLINE = "application.works_offline"
REVIEW = "application.human_review"
# More than a reader that takes that no for an answer is sure of it.
NEEDS_NONE = 0.99
# More than a reader that hears the line alone, and less than one that hears an answer.
NEEDS_ONE = 0.9


def plainly_told(seen: Seen, asked: Field | None, home: str | None) -> Iterator[Proposal]:
    """What one text tells in such a form. ``home`` is the country of the organisation, where that is known."""
    yield from _deleted(seen)
    yield from _abroad(seen, home)
    yield from _without_a_line(seen)
    yield from _not_checked(seen)
    yield from _made_together(seen, asked)
    yield from _fine_tuned(seen)
    if asked is not None and asked.type == "yesno":
        yield from _answering_itself(seen, asked)
    if asked is not None and asked.type == "country":
        yield from _at_home(seen, asked, home)


def home_of(chain: Chain, told: list[Proposal]) -> str | None:
    """The organisation's country, from the same message or as it was noted."""
    said = next((p.value for p in told if p.ref == HOME and isinstance(p.value, str)), None)
    return said or chain.value(HOME)


def with_plainly_told(
    best: dict[str, Proposal], seen: Seen, asked: Field | None, home: str | None
) -> dict[str, Proposal]:
    """The proposals with these, where nothing surer was read; what was read as "partly" in the words of a plain rule is a yes."""
    kept = dict(best)
    for told in plainly_told(seen, asked, home):
        there = kept.get(told.ref)
        half = there is not None and there.value == "partly" and told.ref == RETENTION
        # "There is a rule of two years. Nobody has wiped a thing": the rule is not followed.
        kept_to = half and not (_NOT_KEPT.search(seen.text) or done_otherwise(seen.text))
        if there is None or kept_to or (there.confidence < told.confidence and not half):
            kept[told.ref] = told if there is None else replace(told, confidence=max(told.confidence, there.confidence))
    rule = kept.get(RETENTION)
    if rule is not None and rule.value == "yes" and done_otherwise(seen.text, rule.start or 0):
        kept[RETENTION] = replace(rule, value="partly")
    return kept


def _fine_tuned(seen: Seen) -> Iterator[Proposal]:
    found = _FINE_TUNED.search(seen.text)
    if found is None or not seen.plain(*found.span()):
        return
    if not _DENIES.search(seen.text[_clause(seen, found.start()).start : found.start()]):
        yield seen.known("model.adaptation", "fine_tuned", *found.span(), NEEDS_ONE)


def _deleted(seen: Seen) -> Iterator[Proposal]:
    none = _NO_LONGER.search(seen.text)
    if none is not None and seen.plain(*none.span()):
        yield seen.known(RETENTION, "yes", *none.span(), SURE_OF_NONE)
        return
    found = _DELETED.search(seen.text)
    if found is None or not seen.plain(*found.span()):
        return
    clause = _clause(seen, found.start())
    if not _NOT_KEPT.search(clause.text):
        start = clause.start + len(clause.text) - len(clause.text.lstrip())
        yield seen.known(RETENTION, "yes", min(start, found.start()), found.end(), SURE)


def _sentence(seen: Seen, at: int) -> str:
    return next(s.text for s in sentences(seen.text) if s.start <= at < s.end)


def _clause(seen: Seen, at: int) -> Span:
    return next((c for c, _ in seen.clauses if c.start <= at < c.end), Span(0, len(seen.text), seen.text))


def _abroad(seen: Seen, home: str | None) -> Iterator[Proposal]:
    """What is sent to somebody in another country leaves its own."""
    for place in seen.places:
        if home is None or same_jurisdiction(place.code, home) or not seen.stated(place):
            continue
        before = seen.text[: place.start]
        firm = _TO_A_FIRM_IN.search(before)
        upto = before[: firm.start()] if firm else before if _FIRM_BEHIND.match(seen.text, place.end) else None
        sent = _ABROAD.search(upto) if upto is not None else None
        if sent and not _DENIES.search(_clause(seen, sent.start()).text):
            yield seen.known(BORDER, "yes", sent.start(), place.end, SURE)


def _at_home(seen: Seen, asked: Field, home: str | None) -> Iterator[Proposal]:
    """The organisation's own country, where a place was asked for and none is named."""
    found = _AT_HOME.search(seen.text)
    if home is None or asked.key == HOME or found is None or seen.places or not seen.plain(*found.span()):
        return
    if not _DENIES.search(seen.text[: found.start()]):
        yield seen.known(asked.key, home, *found.span(), SURE)


def _made_together(seen: Seen, asked: Field | None) -> Iterator[Proposal]:
    """Who says that one's own people and a house made it, says who built it; asked for that, "joint work" does."""
    found = _MADE_TOGETHER.search(seen.text)
    if found is None and asked is not None and asked.key == SOURCING:
        found = _JOINT_WORK.search(seen.text)
    if found and seen.plain(*found.span()) and not _DENIES.search(_clause(seen, found.start()).text):
        yield seen.known(SOURCING, "both", *found.span(), NEEDS_NONE)


def _without_a_line(seen: Seen) -> Iterator[Proposal]:
    if seen.text.rstrip().endswith("?"):
        return
    found = _NEEDS_NO_LINE.search(seen.text)
    if found and seen.plain(*found.span()):
        yield seen.known(OFFLINE, "yes", *found.span(), NEEDS_NONE)
    goes = _GOES_WITHOUT.search(seen.text) if not found else None
    if goes and seen.plain(*goes.span()):
        said = _sentence(seen, goes.start())
        none = _NONE_OF_THEM.match(said)
        if none or not _HARDLY.search(said):
            yield seen.known(OFFLINE, "no" if none else "yes", *goes.span(), NEEDS_NONE)
    needs = _NEEDS_A_LINE.search(seen.text)
    if needs and not found and seen.plain(*needs.span()):
        said = _sentence(seen, needs.start())
        if not (_NOT_ALWAYS.search(said) or _DENIES.search(said)):
            yield seen.known(OFFLINE, "no", *needs.span(), NEEDS_ONE)


def _not_checked(seen: Seen) -> Iterator[Proposal]:
    if seen.text.rstrip().endswith("?"):
        return
    for form, says in ((_UNCHECKED, "un"), (_NOBODY_CAN, "says")):
        found = form.search(seen.text)
        if found and seen.plain(*found.span()):
            yield seen.known(REVIEW, "never", *found.span(says), SURE)


def _answering_itself(seen: Seen, asked: Field) -> Iterator[Proposal]:
    """A question of astonishment about the very thing that was asked for is a no."""
    found = _ANSWERS_ITSELF.match(seen.text)
    if (
        found
        and re.search(
            r"\b(?:be doing|do with|doing with|come from|be (?:there|any)|there be|need|want)\b", found["what"], _I
        )
        and stems(found["what"]) & own_stems(asked) | _names(found["what"], asked)
    ):
        yield seen.known(asked.key, "no", *found.span(), ANSWERS_ITSELF)


def _names(what: str, asked: Field) -> set[str]:
    """Names and addresses are what people call personal data."""
    return (
        set(re.findall(r"\b(?:names?|address\w*|people)\b", what, _I)) if asked.key == "data.personal_data" else set()
    )


# Who begins by not knowing how that would be, in the question's own words, has answered.
_DO_NOT_KNOW = re.compile(
    r"^\W*(?:(?:well|oh|hm+|honestly|sorry|but|and)\W+)*(?:i|we) (?:really |honestly |just )?(?:do not|don['’]?t|have no idea|haven['’]?t a clue) ?(?:know )?(?P<what>(?:what|how|who|whether|if|where|which|when)\b[^.;!?]*)",
    _I,
)


def not_known_first(best: dict[str, Proposal], seen: Seen, asked: Field | None) -> dict[str, Proposal]:
    """The proposals with the asked field as not known, where the message begins by saying so in words of the field."""
    first = _DO_NOT_KNOW.match(seen.text) if asked is not None and asked.key not in best else None
    if (
        first is None
        or asked is None
        or not stems(first["what"]) & own_stems(asked) | _without_it(first["what"], asked)
    ):
        return best
    start = len(seen.text) - len(seen.text.lstrip())
    quote = seen.text[start : first.end()].rstrip()
    return {**best, asked.key: Proposal(asked.key, "unknown", None, quote, ANSWERS_ITSELF, start, start + len(quote))}


def _without_it(what: str, asked: Field) -> set[str]:
    """ "What they would do without it" is what a fallback and a day without the tool are about."""
    return set(re.findall(r"\bwithout\b", what, _I)) if asked.name in ("alternative", "outage_effect") else set()


# --- the last word counts -------------------------------------------------------------------------------------------------

_YES_NO = re.compile(r"\b(?:yes|yeah|yep|partly|partially|no|nope)\b", _I)
_BETWEEN = re.compile(
    r"(?:\W|\b(?:put|write|note|mark|make|it|that|so|wait|sorry|oh|ah|hm+|um+|well|actually|rather|then|i|mean|meant|said|let|me|see|think|should|be|say|as|down|please|ok|okay|is|a|the|was|wrong|hang|hold|on|or|better)\b)*",
    _I,
)
_LETTER = re.compile(r"\W{0,3}(?P<said>[yn])\W{0,3}", _I)
_VALUES = {
    "y": "yes",
    "n": "no",
    "yes": "yes",
    "yeah": "yes",
    "yep": "yes",
    "no": "no",
    "nope": "no",
    "partly": "partly",
    "partially": "partly",
}
# "Yes and no" is one answer.
_BOTH = re.compile(r"\byes (?:and|&|or|\W+) ?no\W*$|\byes and no\b", _I)


def last_word(text: str) -> tuple[str, int, int] | None:
    """(value, start, end) of a message that is nothing but yes, partly and no, one taken back by the next ("put partly. No, put yes");
    or of one that is a single letter.
    """
    if letter := _LETTER.fullmatch(text):
        return _VALUES[letter["said"].lower()], letter.start("said"), letter.end("said")
    said = list(_YES_NO.finditer(text))
    if (
        len({_VALUES[m[0].lower()] for m in said}) < 2
        or _BOTH.search(text)
        or not _BETWEEN.fullmatch(_YES_NO.sub(" ", text))
    ):
        return None
    last = said[-1]
    return _VALUES[last[0].lower()], last.start(), last.end()


# "Reads all. Well, most": what follows takes something off.
_LESS = re.compile(
    r"[^.;!?\n]{0,12}[.,;:…–—-]+\s*(?:(?:well|hm+|um+|er+|or|no|ok(?:ay)?|rather|actually|i mean|but|at least|say|ah|oh)\b[\s,.…–—-]*)+"
    r"(?:(?:not (?:quite )?(?:all|every\w*|always)|most(?:ly)?|nearly|almost|at most|some(?:times)?|many|usually|often)\b|(?:(?:that|it|they|we|she|he)(?:['’]s|['’]re| is| are| was| were) )?(?:meant|supposed) to\b|in theory\b|on paper\b|(?:they|we|she|he|it) should\b)",
    _I,
)
_WEAKER = {"always": "sometimes", "yes": "partly"}


def less_in_the_end(best: dict[str, Proposal], seen: Seen) -> dict[str, Proposal]:
    """The proposals with an "always" or a yes to all of them weakened, where the next words take something off it."""

    def weighed(p: Proposal) -> Proposal:
        found = _LESS.match(seen.text, p.end or 0) if p.value in _WEAKER and p.status == "known" else None
        if found is None or (p.value == "yes" and not re.search(r"\b(?:all|every\w*|each)\b", p.quote, _I)):
            return p
        return replace(p, value=_WEAKER[str(p.value)], end=found.end(), quote=seen.text[p.start or 0 : found.end()])

    return {slot: weighed(p) for slot, p in best.items()}
