"""What people tell that no question asks for and a report still wants: what the tool costs, what went wrong with it, and where it is weak. Pure.

It is kept in their own words: nothing is scored by it, and nothing is made of it but a line in the report. It is found anew in what was said
whenever it is needed, so that what is taken out of a talk is gone from it too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vcassist.chain.facts import Fact
from vcassist.interview.remarks.asked_to_keep import LONGEST_MESSAGE, kept_at_request
from vcassist.interview.remarks.weak_spots import weak_spots
from vcassist.interview.sentences import PART, SENTENCE
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE

_I = re.I
COST, INCIDENT, WEAKNESS, WORDS = "cost", "incident", "weakness", "words"
# So many words before a cost tell of what it is; a comma begins another matter.
WORDS_BEFORE = 7
_CUT = re.compile(r"[,;:]\s|\s[–—-]\s")
# Characters of a sentence that are quoted.
LONGEST = 240
# Characters of a tale of several sentences.
LONGEST_TALE = 360
# Characters before what happened in which its time stands.
NEAR = 25
_CURRENCY = r"(?:[€$£¥₹₦]|(?-i:R|Rs|L|Q|S/|Kč|zł)(?=\.?\s?\d)|(?:euros?|eur|dollars?|usd|pounds?|gbp|quid|francs?|cfa|fcfa|xof|shillings?|kes|ksh|ugx|tzs|taka|tk|bdt|rupees?|inr|rs|naira|ngn|cedis?|ghs|rand|zar|pesos?|mxn|reais|soles|kwacha|birr|dirhams?|riyals?|yuan|yen|kronor|kroner|kr|sek|nok|dkk|chf|lira|zloty|lempiras?|quetzal(?:es)?|cordobas?|colon(?:es)?|soles|guaran[ií]e?s?|bolivianos?|dinars?|ringgit|baht|rupiah|dong|kyat|taka|tenge|som|lari|drams?|manat|hryvnia|lei|leva|forint|koruna|kuna|pula|metical|meticais|ariary|leones?|dalasi|gourdes?)\b)"
_AMOUNT = rf"(?:{_CURRENCY}\s?\d[\d.,' ]*(?:k|thousand|million)?\b|\b\d[\d.,' ]*(?:k|thousand|million)?\s?{_CURRENCY})"
_PERIOD = r"(?:(?:a|per|each|every|in the|/)\s?(?:month|year|week|day|user|seat|head|call|minute|person|mo\b|yr\b)|monthly|yearly|annually|a month|p\.?m\.?|/mo)"
_PAYS = r"\b(?:bought|buy|costs?|cost us|pay(?:s|ing)?|paid|price|fees?|subscription|licen[cs]e|charges?|charged|bill(?:s|ed)?|budget|invoice[sd]?|afford|rent)\b"
_COSTS = re.compile(
    rf"{_AMOUNT}[^.!?\n]{{0,20}}?{_PERIOD}|{_PAYS}[^.!?\n]{{0,40}}?{_AMOUNT}|{_AMOUNT}[^.!?\n]{{0,40}}?{_PAYS}|"
    r"\b(?:gave|give|gives|got|get|have) (?:it |this |that )?(?:to )?(?:us |me )?(?:for )?free\b|\b(?:the |their |a )?free (?:version|plan|tier|account)\b|"
    r"\b(?:it|that|this|they|which|the \w+)(?:['’]?s| is| are| was)? (?:all |completely |totally |now |still )?(?:free(?: of charge| for (?:now|us|ngos?|schools?|a year)| until| at the moment|(?=\W*$|\s*[,.;!]))|gratis|without charge)|"
    r"\b(?:free of charge|for free|without (?:us )?paying|(?:we|i|they) (?:pay|paid) nothing|costs? (?:us )?nothing|takes nothing from us)\b",
    _I,
)
_HARM = r"(?:hurt|injured|burn(?:ed|t)|harmed|poisoned|killed|hospitali[sz]ed|traumati[sz]ed|arrested|deported|evicted|expelled|sacked|fired|crying|in tears|ill|sick)"
_WENT_WRONG = re.compile(
    rf"\b(?:near miss(?:es)?|incidents?(?!\s*:|\s+(?:books?|logs?|forms?|registers?|reports?|reporting|process|procedures?|lines?|desk|box|files?|sheets?|management|response)\b)|accidents?(?! (?:books?|forms?|reports?)\b)|mishaps?)\b|\b(?:double|wrong|ten times the|too (?:high|strong|much) an?) (?:dose|dosage|patient|person|child|name|house|address|letter|amount|medicine|drug|diagnosis)\b|"
    rf"\b(?:got|was|were|been|had (?:his|her|their)|(?:his|her|their) \w+ (?:got|were|was)) (?:\w+ )?{_HARM}\b|\bdied\b(?=[^.!?\n]*\b(?:because|after it|when it|since it)\b)|\balmost (?:killed|died|gave|sent|lost|happened)\b|"
    r"\b(?:it|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|chatbot|machine|program|system)) (?:told|said|wrote|gave|sent|advised|showed|sorted|flagged|refused|rejected|mixed up|invented|made up)\b[^.!?\n]{0,100}\b(?:which (?:it|he|she|that|was|is)(?: is| was)? ?not|wrong(?:ly)?|false(?:ly)?|not true|untrue|by mistake|two letters|too (?:strong|much|high|late)|that (?:does|did) not exist|dead|closed|flooded|never (?:existed|happened|said))\b|"
    r"\b(?:got|received|were sent) (?:two|the wrong|somebody else['’]s|another[’']?s?) (?:letters?|mails?|results?|bills?|files?)\b|\b(?:he|she|they|somebody|someone|(?:a|one) \w+(?: \w+){0,2}) (?:got|received) (?:two|the wrong)\b|"
    # What it got wrong, however it is told.
    r"\b(?:it|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|chatbot|machine|program|system|score|model|ai))\s(?:\w+\s){0,2}?(?:did|got|had|made|does|gets|gave)\s(?:\w+\s){0,4}?(?:wrong|mistakes?|errors?|nonsense|rubbish|false alarms?)\b|"
    r"(?:^|[.;:!?,]\s*|\b(?:it|and|once|already|twice|in \w+|(?-i:[A-ZÀ-Þ])\w+)\s)missed\s(?:an?|the|one|two|three|his|her|some|several)\s\w+|"
    r"\b(?:mistook|mixed up|confused)\s(?:an?|the|two|one|him|her|my|our)\s\w+|\bgave\s(?:only\s)?(?:an?\s)?(?:[A-F]|\d+(?: out of \d+)?|zero)\sto\s(?:an?|many|some|the|two|three|very)\s\w+|"
    r"\b(?:had|has|who) (?:already )?(?:passed away|died|moved away|left)[^.!?\n]{0,40}\b(?:still|again)\b[^.!?\n]{0,20}\b(?:list|sent|called|invited|visited|there)\b|"
    r"\bthere (?:were|was) (?:many |some |a lot of |several )?complaints?\b|\b(?:was|were|stood) (?:broken|down|dead|out) (?:for )?(?:one|two|three|a|the whole|\d+|half a) (?:day|week|month|hour)s?\b|"
    # What it did to somebody: "told people to plant too early, 300 farmers lost their seed", "told one man he has 90 days, and its 30".
    r"\b(?:lost|missed|wasted) (?:all )?(?:his|her|their|our|the) (?:\w+ )?(?:seeds?|harvests?|crops?|deadlines?|appointments?|benefits?|hous(?:e|ing)|homes?|jobs?|money|savings|places?|courses?|exams?|rations?|treatments?|surger(?:y|ies)|hearings?)\b|"
    r"\b(?:told|said|wrote|gave|advised|answered)\b[^.!?\n]{2,80}?\d+[^.!?\n]{0,30}?\b(?:and|but|when|while) (?:it['’]?s|its|it is|it was|in truth|really|the (?:right|correct|true|real) \w+ (?:is|was))\b|"
    r"\b(?:the one|one|some|those|two|three|several) (?:that |which )?(?:it|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|system)) (?:has |had )?(?:missed|overlooked|got wrong)\b|"
    r"\b(?:it|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|system|program|machine)) (?:did not|didn['’]?t) (?:flag|catch|see|notice|warn|alert|find|spot|detect|recogni[sz]e) (?:it|him|her|them|that|this|the|a)\b|"
    r"\b(?:told|said|wrote|answered|explained)\b[^.!?\n]{3,110}?\b(?:and|but|which|and that) (?:that |it |this )?(?:is|was|['’]s) (?:a lie|not true|untrue|wrong|false|nonsense|rubbish|not so)\b|"
    r"\b(?:once|one time|in \w+|last \w+)\b[^.!?\n]{0,20}?\b(?:it|she|he|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|system|machine)) (?:described|called|marked|took|classified|labelled|tagged) [^.!?\n]{3,60}? (?:as|for) (?:an? |the )?\w+|"
    r"\b(?:it|she|he|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|system|machine)) (?:always |often |still )?(?:marks|marked|scores|scored|graded|grades|hears|reads|judges) (?:them|him|her|us|it|these|those|our \w+|the \w+|\w+ kids) (?:all )?(?:wrong|false|badly)\b|"
    r"\b(?:she|it|he|the (?:tool|app|bot|system|server|machine|service)|(?-i:[A-ZÀ-Þ])\w+) (?:fell|was down|went down|crashed|was out|was off|was gone|stood still|broke)\b[^.!?\n]{0,15}?\b(?:for )?(?:an?|one|two|three|four|\d+|half an?|the whole) (?:days?|weeks?|hours?|months?|weekend|morning|night)\b|"
    r"\b(?:was|were|came) (?:out )?\d+ ?(?:%|per ?cent) (?:short|off|too (?:low|high)|wrong)\b|"
    r"\b(?:was|were|got|been) (?:missed|overlooked|misread|mixed up|not (?:flagged|seen|noticed|found)) by (?:it|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|system|program|machine))\b|"
    r"\b(?:it|(?-i:[A-ZÀ-Þ])\w+|the (?:tool|app|bot|system|list|score)) (?:picked|chose|called|invited|wrote to|rang|listed) [^.!?\n]{0,40}\b(?:who|that) (?:had |was |were )?(?:already )?(?:died|dead|passed away|moved away|left)\b|"
    r"\b(?:produced|made|gave|sent|created|caused|wrote|put)\b[^.!?\n]{0,20}?\b(?:a|one|two|three|some|many|several|about|around|\d+)\b[^.!?\n]{0,15}?\b(?:wrong|false|bad|incorrect|invented)\s\w+|"
    r"\b(?:wrong|false|incorrect|bad) (?:answers?|deadlines?|dates?|advice|results?|readings?|marks?|scores?|headings?|translations?|diagnos[ei]s|directions?|information)\b(?=[^.!?\n]*\b(?:was|were|gave|had|came|got|told|led|went|waited|missed|lost)\b)|"
    r"\b(?:said|showed|says|read|told(?: (?:us|her|him|them|me))?) (?:it (?:was|is) |that (?:it|he|she) (?:was|is) )?(?:negative|positive|fine|ok(?:ay)?|green|healthy|safe|normal|clear)\b(?=[\s\S]{0,20}?(?:\bbut\b|\band\b|[.;,]\s)[^?]{0,60}?\b(?:it|he|she|they|the (?:child|baby|patient|woman|man|mother)) (?:was|were|had|almost|nearly)\b)|"
    r"\b(?:went|gone) (?:badly |terribly |horribly )?wrong\b|\bdata (?:leak(?:ed)?|breach)\b|\bwas (?:hacked|leaked)\b",
    _I,
)
# What goes wrong by its bare name is a word of many lists ("medical details and GBV incidents") where nothing says that it happened.
_BY_ITS_NAME = re.compile(r"(?:near miss(?:es)?|incidents?|accidents?|mishaps?)", _I)
_HAPPENED = re.compile(
    rf"\b(?:had|got|ha(?:s|ve) been|there (?:was|were|is|are)|was|were|happen\w*|occurr\w*|led to|ended|caused|once|twice|last|another|yesterday|ago|since|an?|{ONE_TO_TWELVE}|several|some|many|\d+)\b",
    _I,
)
# What did not happen, may happen or is asked about has not gone wrong.
_DID_NOT = re.compile(
    r"\b(?:no(?!\s*[,.;!])|not|never|none|nothing|nobody|without|any|if|when(?! [^.!?\n]{0,25}\b(?:was|were|had)\b)|whenever|should(?! (?:add|say|mention|tell|note))|would|could|might|(?<!in )(?<!since )(?<!last )(?-i:may)|can|in case|for|report(?:s|ing)?|log(?:s|ged)?|process|procedure|form for|record of|what happens)\b[^.!?\n]{0,40}$|\bn['’]t\b[^.!?\n]{0,30}$",
    _I,
)
# What a tool never did went wrong as little.
_NEVER_DID = re.compile(r"\bnever (?:\w+ )?(?:had|got|did|made|gives?|gave|has)\b", _I)
# Who speaks of "the incident" as told tells none.
_ONLY_OF_IT = re.compile(
    r"\bi (?:meant|mean|want(?:ed)?|would like|did not want|didn['’]?t want|need|wrote of|spoke of|told you of|asked)\b[^.!?]{0,60}\b(?:the|that|this|my) (?:incident|accident)\b",
    _I,
)
# "Is it true that it is free", "I wonder whether we pay 20 euros": a question, also without its mark.
_ASKS_ABOUT = re.compile(
    r"\b(?:is (?:it|this|that) (?:true|correct|so|right) that|wonder\w*|whether|how much|how (?:can|do) (?:we|i) know|(?:do|must|should|will|would) (?:we|i) (?:have to )?pay)\b|^\W*(?:if|what if)\b",
    _I,
)
# "It said 420??" wonders, and tells.
_QUESTION = re.compile(r"(?<!\?)\?[\s”\"'’)]*$")
_NOT_OF_IT = re.compile(
    r"\b(?:vcassist|your (?:price|cost|report|list|notes?))\b|\byou(?:['’]ve| have)? (?:just )?(?:wrote|written|noted?|put|got|understood|misunderstood|heard|marked|recorded)\b",
    _I,
)
# The next sentence of a tale, and the one that leads up to it.
_TALE_GOES_ON = re.compile(
    r"^\W*(?:(?:so|and|but|then|luckily|thank god|later|in the end|afterwards|that)\s)*(?:he|she|they|it|we|the (?:child|baby|man|woman|mother|father|patient|pupil|boy|girl|family|farmers?|teacher|nurse|doctor|letter|rains?)|somebody|(?:a|an|one|\d+) \w+(?: \w+)?|rains?)\b(?= (?:\w+ )?(?:was|were|had|came|went|got|lost|died|found|sent|said|told|almost|nearly|felt|called|waited|did|could|saw|noticed|corrected|rolled|phoned|stopped|missed|apologi[sz]ed|needed|took)\b)",
    _I,
)
_LEADS_UP = re.compile(
    r"\b(?:once|yesterday|last (?:week|month|year|summer|winter|spring|autumn|june|july|august|\w+day|november|december|october|september|may|march|april|january|february)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|one (?:day|time|night)|a (?:week|month|year) ago)\b"
    r"|\b(?:it|the (?:tool|app|application|bot|chatbot|machine|program|system|model)) (?:said|told|gave|showed|sent|advised|wrote|picked|missed)\b",
    _I,
)
# What a tale of harm tells all the same.
_OF_A_TALE = frozenset({"monitoring.incident_process", "application.outage_effect", "compute.outage_effect"})
# Whoever says so of what was just kept takes it back.
# All that was kept so, of whenever, where it is denied or ordered out by its name.
_NONE_AT_ALL = re.compile(
    r"\b(?:there (?:has|have|had) (?:been|never been)|there (?:was|were|is|are)|we(?:['’]ve| have)? had|had|i (?:told you|reported|mentioned|said)|you have) (?:no|never an?) (?:\w+ )?(?:incidents?|accidents?|mishaps?)\b|"
    r"\b(?:no|not an?) (?:incidents?|accidents?|mishaps?) (?:at all|whatsoever|ever)\b|"
    r"\b(?:delete|remove|erase|strike|drop|scrap|take out|cross out|get rid of|forget) (?:that|the|this|those|these|both|all)(?: of)?(?: the| these| those)?(?: \w+)? (?:incidents?|accidents?|mishaps?)\b",
    _I,
)
_NO_INCIDENT = re.compile(
    rf"{_NONE_AT_ALL.pattern}|"
    r"\bnothing (?:has |had |really )?(?:went|gone|was|is) wrong\b|\b(?:that|this|it)(?: was| is|['’]s) (?:not|no) (?:an? )?(?:incident|accident|mistake|fault|complaint|problem|error)\b|\b(?:was|is)n['’]?t (?:an? )?(?:incident|accident|fault|complaint|error)\b",
    _I,
)


@dataclass(frozen=True, slots=True)
class Besides:
    """``subject`` is cost, incident, weakness or words (what was to be kept); ``quote`` stands at ``start`` in what was said."""

    subject: str
    quote: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.quote)

    def touches(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def nothing_learnt(sentence: str) -> bool:
    """Whether a sentence tells of something that went wrong, where that was not learnt."""
    return False


# Who tells of what a model was made ("bodies pasted into simulated snow"), or of a column with the cause of death, tells of no harm by that;
# nor does who tells that somebody will not say.
_OF_THE_MAKING = frozenset(
    {
        "data.description", "data.provenance", "data.representative", "data.sensitive_data", "data.sources", "labelling.done_by",
        "labelling.quality_checked", "model.adaptation", "model.compressed", "model.name",
    }
)  # fmt: skip


def told_besides(said: str, harms: Callable[[str], bool] = nothing_learnt, facts: Sequence[Fact] = ()) -> list[Besides]:
    """What a message tells of costs, of what went wrong and of weak spots, in its own words: the clause of a cost, the tale of an incident.

    ``harms``: whether a sentence tells of something that went wrong, in whatever words. ``facts``: what was noted from the message.
    """
    found = [one for part in PART.finditer(said) if not _QUESTION.search(part[0]) for one in _in_part(part, said)]
    if len(said) <= LONGEST_MESSAGE:
        spots = (Besides(WEAKNESS, _cut(words), start) for start, words in weak_spots(said))
        found += [spot for spot in spots if not any(one.touches(spot.start, spot.end) for one in found)]
    noted = [f for f in facts if f.start is not None and (f.field.key in _OF_THE_MAKING or f.status != "known")]
    found += _by_what_was_learnt(said, found, harms, noted)
    told: list[Besides] = []
    for one in found:
        one = _whole_tale(one, said) if one.subject == INCIDENT and len(said) <= LONGEST_MESSAGE else one
        # Two sentences of one tale are one incident.
        if not any(t.subject == one.subject and t.touches(one.start, one.end) for t in told):
            told.append(one)
    return told


def _by_what_was_learnt(
    said: str, found: list[Besides], harms: Callable[[str], bool], noted: Sequence[Fact]
) -> Iterator[Besides]:
    """The sentences in which no form was found and that tell of something that went wrong all the same."""
    for sentence in SENTENCE.finditer(said) if len(said) <= LONGEST_MESSAGE else ():
        words = sentence[0].strip(" \n\t,;:–—-")
        start, end = sentence.span()
        if any(one.touches(start, end) for one in found) or any(f.touches(start, end) for f in noted):
            continue
        if _QUESTION.search(sentence[0]):
            continue
        if words and not (_NOT_OF_IT.search(words) or _ASKS_ABOUT.search(words)) and harms(words):
            yield Besides(INCIDENT, _cut(words), said.index(words, sentence.start()))


def _cut(words: str) -> str:
    """As many words of a sentence as are quoted."""
    return words[:LONGEST].rsplit(" ", 1)[0] if len(words) > LONGEST else words


def _whole_tale(one: Besides, said: str) -> Besides:
    """An incident with the sentence that leads up to it and those in which its tale goes on, as far as it is not too long."""
    parts = [(m.start(), m.end(), m[0]) for m in PART.finditer(said)]
    at = next(n for n, (start, end, _) in enumerate(parts) if start <= one.start < end)
    if len(one.quote) >= LONGEST - 1:
        return one
    first = last = at
    if (
        at
        and not _LEADS_UP.search(parts[at][2])
        and _LEADS_UP.search(parts[at - 1][2])
        and not _QUESTION.search(parts[at - 1][2])
    ):
        first = at - 1
    while (
        last + 1 < len(parts) and _TALE_GOES_ON.match(parts[last + 1][2]) and not _QUESTION.search(parts[last + 1][2])
    ):
        if parts[last + 1][1] - parts[first][0] > LONGEST_TALE:
            break
        last += 1
    start = one.start if first == at else parts[first][0]
    quote = said[start : parts[last][1]].strip(" \n\t,;:–—-")
    return Besides(INCIDENT, quote, said.index(quote, start))


def _in_part(part: re.Match[str], said: str) -> Iterator[Besides]:
    text = part[0]
    if _NOT_OF_IT.search(text) or _ASKS_ABOUT.search(text):
        return
    for subject, form in ((COST, _COSTS), (INCIDENT, _WENT_WRONG)):
        found = form.search(text)
        at = found.start() if found else 0
        if found is None and subject == INCIDENT and len(said) <= LONGEST_MESSAGE:
            # What the next sentence says may make it one: "It said negative. It was malaria."
            found = form.search(said, part.start(), part.end() + LONGEST_TALE)
            at = found.start() - part.start() if found else 0
        if (
            found is None
            or at >= len(text)
            or (
                subject == INCIDENT
                and (
                    (_DID_NOT.search(text[:at]) and not _LEADS_UP.search(text[max(0, at - NEAR) : at]))
                    or _NEVER_DID.search(found[0])
                    or _ONLY_OF_IT.search(text)
                    or _NO_INCIDENT.search(text)
                    or (_BY_ITS_NAME.fullmatch(found[0]) and not _HAPPENED.search(text))
                )
            )
        ):
            continue
        words = (_clause(text, found) if subject == COST else text).strip(" \n\t,;:–—-")
        if len(words) > LONGEST:
            # Of a long one the words around what tells it.
            first = words.rfind(" ", 0, max(words.find(found[0].strip()) - LONGEST // 2, 0)) + 1
            words = words[first : first + LONGEST].rsplit(" ", 1)[0].strip()
        yield Besides(subject, words, part.start() + text.index(words))


def _clause(text: str, found: re.Match[str]) -> str:
    """The words of a cost, with a few before them: who pays, and for what."""
    first = max((m.end() for m in _CUT.finditer(text, 0, found.start())), default=0)
    before = [m.start() for m in re.finditer(r"\S+", text[first : found.start()])]
    if len(before) > WORDS_BEFORE:
        first += before[-WORDS_BEFORE]
    return text[first:]


def without_tales(facts: tuple[Fact, ...], said: str, asked: str | None) -> tuple[Fact, ...]:
    """The facts without choices that nobody asked for and that a tale of harm was taken to tell: who "has 90 days to appeal" in it says nothing of the
    tool's appeals, and "she went to the house" nothing of checks.
    """
    unasked = {
        f for f in facts if f.ref != asked and f.field.type in ("yesno", "enum") and f.field.key not in _OF_A_TALE
    }
    if not unasked:
        return facts
    tales = [(one.start, one.end) for one in told_besides(said) if one.subject == INCIDENT]
    return tuple(
        f
        for f in facts
        if f not in unasked or f.start is None or not any(start <= f.start < end for start, end in tales)
    )


def takes_back(said: str, session: Session, harms: Callable[[str], bool] = nothing_learnt) -> bool:
    """Whether a message says that what was kept as gone wrong was nothing of the kind: of the last message, or of any where it denies them all."""
    if len(said) > LONGEST_MESSAGE or not denies_incidents(said) or not session.live:
        return False
    kept = [(number, one) for number, one in all_told_besides(session, harms) if one.subject == INCIDENT]
    return bool(kept) if _NONE_AT_ALL.search(said) else any(number == session.live[-1].number for number, _ in kept)


def denies_incidents(said: str) -> bool:
    """Whether a message says that nothing went wrong, or wants out what was kept so; a question says neither."""
    return any(_NO_INCIDENT.search(part[0]) and not _QUESTION.search(part[0]) for part in PART.finditer(said))


def all_told_besides(
    session: Session, harms: Callable[[str], bool] = nothing_learnt
) -> tuple[tuple[int, Besides], ...]:
    """The same of all that was said in a talk and still stands, each with the number of its turn, and what was to be kept; the same words once."""
    live = session.live
    # Up to this turn all that went wrong was denied.
    denied = max((t.number for t in live if denies_incidents(t.said) and _NONE_AT_ALL.search(t.said)), default=-1)
    found = {
        (one.subject, one.quote.casefold()): (turn.number, one)
        for turn, following in zip(live, (*live[1:], None), strict=True)
        for one in told_besides(turn.said, harms, turn.facts)
        if one.subject != INCIDENT
        or (turn.number >= denied and (following is None or not denies_incidents(following.said)))
    }
    quotes = [quote for _, quote in found]
    for told in kept_at_request(session):
        words = told.words.casefold()
        if not any(words in quote or quote in words for quote in quotes):
            found[WORDS, words] = (told.turn, Besides(WORDS, told.words, told.start))
    return tuple(sorted(found.values(), key=lambda pair: (pair[1].subject, pair[0])))
