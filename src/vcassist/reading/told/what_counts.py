"""Answers held to what counts for their question, as its field declares it: a password is no encryption, a look afterwards no check. Pure.

The trained readers go by the words that stand near a question; these are the cases that its declaration decides, told in words that come near to
another choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.corrections.said_of_us import of_what_was_said_before
from vcassist.interview.ports import Proposal, Reading, Stated
from vcassist.interview.turns_of_phrase import NOT_SO, ONE_TO_TWELVE, ONLY_DENIES
from vcassist.reading.text import sentences_touching
from vcassist.reading.told.chosen_words import denies_deciding

_I = re.I
SURE = 0.85
LEAST_OF_SEVERAL = 2
# A longer message is a tale: its sentences are read by themselves.
LONGEST = 400
Rule = Callable[[Proposal, str], Proposal | None]


def _as(p: Proposal, value: str) -> Proposal:
    return replace(p, status="known", value=value)


def _of(p: Proposal, members: Collection[str]) -> Proposal:
    """The proposal with these members, in the order of the field; itself where they are its own."""
    if set(members) == set(p.members):
        return p
    return replace(p, value=tuple(v for v in field_of(p.ref).values if v in members))


_ENCRYPTS = re.compile(
    r"\b(?:en|de)?crypt\w*|\b(?:(?:customer|self|provider)[- ]managed keys?|kms|bitlocker|filevault|luks|veracrypt|cipher\w*|aes|scrambl\w+)\b",
    _I,
)
_LOCKED = re.compile(
    r"\b(?:passwords?|pins?|locks?|locked|keys?|chests?|safe|cupboards?|log ?ins?|fingerprints?|door)\b", _I
)
_NOT_ENCRYPTED = re.compile(
    r"^\W*(?:(?:no|well|sorry|oh)\W+)*(?:(?:it|they|that)(?:['’]s| is| are)? )?not (?:partly\W+not )?encrypted\b|\b(?:know of )?no (?:other )?(?:cipher|encryption)\b|\bthe disks? (?:is|are) (?:plain|open)\b",
    _I,
)


def _encrypted(p: Proposal, text: str) -> Proposal | None:
    """A lock and a password keep people out, and are no encryption; who says that it is not encrypted says so whatever locks it."""
    if p.value not in ("yes", "partly"):
        return p
    if _NOT_ENCRYPTED.search(text):
        return _as(p, "no")
    return None if _LOCKED.search(p.quote) and not _ENCRYPTS.search(text) else p


_RAN_IT = re.compile(
    r"\b(?:ran|tried|tested|used|piloted|checked|compared|fed) (?:it|them|this|the \w+)? ?(?:out )?(?:first )?(?:(?:once|twice|for|one|an?|in|that|last) (?:\w+ ){0,2})?(?:on|with|against|over) (?:our|my|some of (?:our|my)|\d+|ten|twenty|thirty|forty|fifty|sixty|a hundred|last year['’]?s?)\b",
    _I,
)
_NO = re.compile(r"\b(?:not|never|nobodys?|no ?ones?|no|without|nothing|only|just)\b|n['’]t\b", _I)


_UNTESTED = re.compile(
    r"\b(?:nobody|no ?one|none of us|never|not)\b[^.;,!?]{0,20}\b(?:test(?:ed)?|tried|checked)\b|\b(?:did|was|were|has|have)n['’]?t\b[^.;,!?]{0,20}\b(?:test(?:ed)?|tried|checked)\b|\bno tests?\b",
    _I,
)
_SOME_TESTED = re.compile(
    r"\b(?:some|few|one|two|once|half|partly|only|just|properly|enough|really|except|but (?:we|i|they))\b", _I
)


# "Half. Tried it on my wheat. Never on the lentils."
_FIRST_HALF = re.compile(
    r"\W*(?:half(?: (?:and|half)\W*half)?|partly|partially|in part|some of it|sort of|kind of)[.,;!–—-]", _I
)
# "Not with our kids. There was a demo in English."
_ONLY_SHOWN = re.compile(
    r"^\W*(?:(?:well|no|oh|hm+)\W+)*(?:not|never|nobody|no one)\b[^.;!?]*\b(?:our|us|here)\b[^.;!?]*[.;!?,]\s.{0,40}\b(?:demo|demonstration|presentation|show|video|webinar|brochure)\b",
    _I | re.S,
)


# A handful is no test: "tried like 3 scripts", "a dozen photographs", "one hour of one session"; how long somebody tried it tells nothing of that.
_A_HANDFUL = re.compile(
    r"\b(?:(?:like|just|only|maybe|about|some|a mere|merely|perhaps) )*(?:a (?:couple|handful|few|dozen)(?: of)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?<![-\w.])(?:[1-9]|1[0-2]))) (?:of (?:our|the|my) )?(?:(?!of\b|on\b|compared\b|tested\b|tried\b|checked\b|read\b|ran\b|looked\b|teachers?\b|nurses?\b|colleagues?\b|people\b|versions?\b|weeks?\b|months?\b|years?\b|days?\b|hundred\b|thousand\b|dozen\b|full\b|whole\b)[\w-]+ ){0,2}?(?:scripts?|photos?|photographs?|pictures?|images?|letters?|texts?|essays?|cases?|files?|documents?|forms?|recordings?|calls?|notes?|messages?|emails?|sentences?|samples?|examples?|sessions?|pages?|scans?|x-?rays?|films?|questions?|reports?|videos?|clips?|patients?|records?|invoices?|applications?)\b",
    _I,
)

_MANY = re.compile(
    r"\b(?:[2-9]\d|\d{3,}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|weeks?|months?|years?|all|every|each)\b",
    _I,
)


def _tested(p: Proposal, text: str) -> Proposal | None:
    """Who ran it on their own cases tested it; where nobody did, how well it does is no test."""
    if p.value == "no" and _FIRST_HALF.match(text):
        return _as(p, "partly")
    if p.value == "yes" and _A_HANDFUL.search(text) and not _MANY.search(text):
        return _as(p, "partly")
    if p.value == "partly" and _ONLY_SHOWN.search(text):
        return _as(p, "no")
    ran = _RAN_IT.search(text) if p.value in ("no", "partly") else None
    if ran is not None and _NO.search(p.quote) and not _NO.search(re.split(r"[.;!?]", text[: ran.end()])[-1]):
        # "Doina tried it with our old letters, Russian and Romanian. Ukrainian nobody tried."
        return _as(p, "partly")
    untested = _UNTESTED.search(text) if p.value == "partly" else None
    if untested and not _SOME_TESTED.search(p.quote):
        return _as(p, "no")
    return _as(p, "yes") if p.value == "no" and _RAN_IT.search(p.quote) and not _NO.search(p.quote) else p


_IN_PART = re.compile(
    r"\b(?:some\w*|only|partly|partially|parts?|most(?:ly)?|few|half|sometimes|except|but|not|no|never|one of|two of|others?|depends|usually|often|mainly|unless|supposed|should|meant)\b|n['’]t\b",
    _I,
)
_BEARS = re.compile(
    r"\b(?:bears?|carr(?:y|ies)|has|have|stands?|says?|reads?|printed|written|stamp\w*|label\w*|marked|foot|top|line)\b",
    _I,
)


_NOT_ON_ALL = re.compile(
    r"\b(?:nothing|none|nobody|no one|no (?:line|label|mark|note|stamp)|without|lacks?|bare|naked)\b", _I
)


_NO_LABEL = re.compile(
    r"(?:\b(?:no|not any|without(?: an?y?)?)|n['’]t (?:any|a))\b (?:such )?(?:label|watermark|mark|notice|line|tag|stamp|note)s?\b",
    _I,
)


def _labels(p: Proposal, text: str) -> Proposal | None:
    """A line on what comes out is on all of it where nothing says that it is on some; where there is none, none is what there is."""
    if p.status == "not_applicable" and _NO_LABEL.search(text):
        return _as(p, "no")
    in_part = _IN_PART.search(text) or _NOT_ON_ALL.search(text)
    return _as(p, "yes") if p.value == "partly" and _BEARS.search(p.quote) and not in_part else p


_A_TIME = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety|a) (?:days?|weeks?|months?|years?)\b",
    _I,
)


# "We're meant to wipe the chats every Friday, but I'd be fibbing if I told you it's done more than every other month."
_MEANT = re.compile(r"\b(?:meant|supposed|ought|should|told) to\b[^.;!?]{0,40}\b(?:delet\w*|wip\w*|eras\w*|clear\w*|empt\w*|remov\w*|clean\w*|throw\w*|destroy\w*|shred\w*)\b", _I)  # fmt: skip
_NOT_SO = re.compile(
    r"\b(?:i(?:['’]d| would)? (?:be|am) (?:lying|fibbing)|i(?:['’]d| would) (?:fib|lie)) if\b|\b(?:in (?:practice|truth|fact)|but|only|though)\b[^.;!?]{0,50}\b(?:not|never|rarely|seldom|hardly|forget\w*|forgot\w*|every other|now and then|when (?:i|we|she|he|they) (?:remember|think))\b|\b(?:but|only|though)\b[^.;!?]{0,50}n['’]t\b",
    _I,
)


# "The purge due in January was not carried out."
_PURGE_LEFT_OUT = re.compile(
    r"\b(?:purge|deletion|wipe|clean-?up|destruction|erasure|deleting|wiping|last one|this year['’]?s)\b[^.;!?]{0,40}\b(?:(?:was|were|has been|have been|is|are|did|does)(?:n['’]t| not)|never (?:happened|took place|came|done)|(?:was|were) (?:skipped|forgotten|put off|postponed|left out))\b",
    _I,
)
_A_RULE_MADE = re.compile(
    r"\b(?:made|wrote|set|gave us|left|have|has|there(?:['’]?s| is| was)) (?:us )?an? (?:\w+ )?(?:rule|schedule|policy|deadline)\b(?! (?:not|never))",
    _I,
)
_NEVER_KEPT = re.compile(
    r"\b(?:has|have|did) (?:anybody|anyone|somebody|they|we|he|she) ever\b[^.;!]*\?\s*(?:no|never|not)\b|\b(?:nobody|no one)(?: has| ever| here)* (?:ever )?(?:keeps?|kept|follow(?:s|ed)?|delet\w+|thr[eo]w\w*|does|did)\b",
    _I,
)


# "It has not been followed for the older mail."
_NOT_FOLLOWED = re.compile(
    r"(?:\b(?:not|never|hardly|rarely|seldom)\b|n['’]t\b)(?: (?:been|being|be|always|really|yet|ever|quite|strictly|fully|properly|everywhere|is|was))* (?:followed|kept to|applied|respected|observed|obeyed|carried out|enforced|cleared|emptied|honou?red|adhered)\b",
    _I,
)


# "Audio is wiped after 30 days. Notes, no rule."
_NO_RULE_FOR_SOME = re.compile(
    r"\b(?:after|for|within|every) (?:\d+|[a-z]+) (?:days?|weeks?|months?|years?)\b[^!?]{0,60}[.;,] ?(?:but )?(?:for |of |on )?(?:the |our )?(?!there\b|we\b|i\b)[\w’'-]+(?: [\w’'-]+)?,?:? (?:no|there is no|there['’]?s no|have no|has no|without (?:a|any)) (?:such )?(?:rule|limit|deadline|time limit)\b",
    _I,
)


def _retention(p: Proposal, text: str) -> Proposal | None:
    """A time that is set is a rule where nothing says that it is not kept; one that is only meant to be kept is followed in part."""
    if p.value in ("yes", "partly") and (_NOT_FOLLOWED.search(text) or _NO_RULE_FOR_SOME.search(text)):
        return _as(p, "partly")
    unkept = (_A_RULE_MADE.search(text) and _NEVER_KEPT.search(text)) or (_MEANT.search(text) and _NOT_SO.search(text))
    if unkept or (p.value != "no" and _PURGE_LEFT_OUT.search(text)):
        return _as(p, "partly") if p.status == "known" else p
    return _as(p, "yes") if p.value == "partly" and _A_TIME.search(p.quote) and not _IN_PART.search(p.quote) else p


_CAN_ASK = re.compile(
    r"\b(?:can|may|could)\b (?:always |still |just |only |come and |ring and )?(?:ask|complain|object|request|call|ring|phone|come|tell|write|say|speak|talk|appeal|contest|go)\b",
    _I,
)
_INFORMAL = re.compile(
    r"\b(?:good ?will|courtesy|favou?r|informal\w*|by word of mouth|no (?:set|formal|official|written|real|proper|fixed) (?:\w+ )?(?:procedure|process|way|route|form|rule|appeal|path|channel)|nothing (?:formal|official|written|fixed)|not (?:formal|official|written|a (?:real|formal|proper|set) (?:procedure|process)))\b",
    _I,
)


_FEW_KNOW = re.compile(
    r"\b(?:hardly|scarcely|barely) (?:any(?:one|body)?|a soul)(?: of (?:them|us))? knows?\b|\b(?:few|not many)(?: of (?:them|us))? know\b|\b(?:nobody|no one|none of them) knows? (?:that|it|about|of)\b|"
    r"\b(?:most|many|the majority)\b(?: (?:of )?(?:\w+ ){0,2}?)?(?:do|does)(?: not|n['’]?t) know\b|\bfew (?:\w+ )?know\b",
    _I,
)


def _appeal(p: Proposal, text: str) -> Proposal | None:
    """Who can ask by goodwill, and has no right to, can contest in part."""
    asks = _CAN_ASK.search(text) and _INFORMAL.search(text)
    unknown = p.value == "yes" and _FEW_KNOW.search(text)
    return _as(p, "partly") if (p.value in ("yes", "no") and asks) or unknown else p


# "Scripts without a signed form were excluded": what is in has it.
_WITHOUT_ONE_LEFT_OUT = re.compile(
    r"(?:\b(?:without|lacking|unsigned|not sign\w*|refus\w+|who (?:said|say) no|withdr[ae]w\w*)|n['’]t sign\w*)\b(?:(?!\b(?:not|never|nobody|no one)\b|n['’]t\b)[^.;!?]){0,60}\b(?:excluded|left out|leave (?:them |it )?out|removed|taken out|not used|kept out|thrown out|set aside|do(?:es)? not go in|never go in|deleted|dropped)\b",
    _I,
)

# "No slip, no tape": without the one there is not the other.
_NOTHING_WITHOUT = re.compile(
    r"\bno (?:consent|slip|form|paper|signature|agreement|permission|yes|signed \w+)s?(?: from \w+)?, (?:then )?no (?!one\b|idea)\w+",
    _I,
)


def _consent(p: Proposal, text: str) -> Proposal | None:
    """Where those without consent are left out, the others have given it."""
    if p.value == "no" and _NOTHING_WITHOUT.search(text):
        return _as(p, "yes")
    return _as(p, "yes") if p.value == "partly" and _WITHOUT_ONE_LEFT_OUT.search(text) else p


# Words for a kind that need no guess.
_KINDS_OF_DATA = (
    (
        "ethnicity",
        re.compile(
            r"\b(?:ethnic\w*|tribe|tribal|caste|(?:skin )?colou?r of (?:the |their |his |her |people['’]?s? )?(?:skin|people)|skin (?:colou?rs?|tones?))\b",
            _I,
        ),
    ),
    ("religion", re.compile(r"\b(?:confession|denomination|creed|baptism\w*|faith|parish)s?\b", _I)),
    ("location", re.compile(r"\b(?:whereabouts|geo-?locations?|gps|coordinates)\b", _I)),
    ("biometric", re.compile(r"\b(?:finger ?prints?|iris(?:es)?|face ?(?:prints?|scans?)|voice ?prints?)\b", _I)),
)
_WITH_THE_LAW = re.compile(
    r"\b(?:where|how) (?:they|people|he|she|somebody|one) stands? with the law\b|\bstanding (?:with|before) the law\b",
    _I,
)
_OF_A_CRIME = re.compile(r"\b(?:police|crim\w+|guilt\w*|suspect\w*|offen[cs]e\w*|interrogat\w+)\b", _I)


def _sensitive(p: Proposal, text: str) -> Proposal | None:
    """A column for the confession is one for the religion, and whereabouts are a place."""
    if p.status != "known" or "none" in p.members:
        return p
    members = set(p.members)
    if _WITH_THE_LAW.search(text):
        # "Where they stand with the law" is no place.
        members = (members - {"location"}) | {"legal_status"}
    for kind, words in _KINDS_OF_DATA:
        place = words.search(text)
        if place is None or _LEFT_OUT.search(text[: place.start()]):
            continue
        if kind in field_of(p.ref).values and not (kind == "religion" and _OF_A_CRIME.search(text)):
            members.add(kind)
    return _of(p, members)


_OPEN = re.compile(
    r"\b(?:open (?:for|to) (?:anyone|anybody|all|everyone|everybody|the public|reuse)|open (?:data|licen[cs]e\w*|government data)|public domain|creative commons|cc0|cc[- ]by|free for (?:all|anyone|everybody)(?: to (?:use|reuse|take))?)\b",
    _I,
)


def _sources(p: Proposal, text: str) -> Proposal | None:
    """What is open for anyone to reuse is open data, whatever else is named."""
    place = _OPEN.search(text) if p.status == "known" else None
    if place is None or _LEFT_OUT.search(text[: place.start()]):
        return p
    return _of(p, {*p.members, "open_data"})


_READ_OUT = re.compile(
    r"\b(?:writes|makes|drafts|translates|turns|types|takes|composes)\b[^.;!?]{0,60}\b(?:and|then) (?:then )?(?:reads|speaks|says|tells|plays) (?:it|them|that|the \w+)(?: \w+){0,2}? (?:out|aloud|on (?:the )?air|over the (?:radio|phone|loudspeaker))\b",
    _I,
)


def _generates(p: Proposal, text: str) -> Proposal | None:
    """What it writes and then reads out is sound as well."""
    return _of(p, {"text", "audio"}) if p.members == ("text",) and _READ_OUT.search(text) else p


_TOGETHER = re.compile(
    r"\b(?:not|never|no|nobody|without)\b[^.;!?]{0,50}\b(?:apart|separate(?:ly|d)?|split|by (?:group|sex|gender|language|age|sex or age)|per group|side by side)\b|\ball (?:in|into|on) one (?:pot|heap|pile|number|figure|list|basket|bag)\b|\ball (?:together|mixed)\b|\bn['’]t\b[^.;!?]{0,40}\b(?:apart|separate\w*|split)\b",
    _I,
)


# "Once, in the first month", "we haven't done it again since".
_JUST_ONCE = re.compile(
    r"\b(?:just|only)? ?once\b(?! (?:an?|every|per|in|they|we|it|the|that|he|she)\b)|(?:\b(?:not|never)\b|n['’]t\b)[^.;!?]{0,25}\b(?:again|since)\b|\bone time\b(?! (?:a|per))",
    _I,
)


def _bias(p: Proposal, text: str) -> Proposal | None:
    """What is counted all together is not compared across groups; what was compared once is in part."""
    if p.value in ("yes", "partly") and _TOGETHER.search(p.quote):
        return _as(p, "no")
    return _as(p, "partly") if p.value == "yes" and _JUST_ONCE.search(text) else p


_TO_LEARN = re.compile(r"\b(?:for|to) (?:the |their |its )?(?:own )?(?:learn(?:ing)?|train(?:ing)?|improv\w+)\b", _I)


def _trains(p: Proposal, text: str) -> Proposal | None:
    """What is kept for learning is learnt from."""
    return _as(p, "yes") if p.value == "no" and _TO_LEARN.search(p.quote) and not _NO.search(p.quote) else p


_NO_CONTRACT = re.compile(
    r"\b(?:no|without|never (?:had|signed)|not (?:have )?(?:a|any)|n['’]t (?:have |signed? )?(?:a|any)) (?:\w+ )?(?:contract|agreement)s?\b",
    _I,
)


def _exit(p: Proposal, text: str) -> Proposal | None:
    """Where there is no contract, none says how to leave."""
    return _as(p, "no") if p.status == "not_applicable" and _NO_CONTRACT.search(p.quote) else p


_NOBODY_BEFORE = re.compile(
    r"\b(?:nobody|no one|no person|no human|none of us|we (?:do not|don['’]?t))\b[^.!?]{0,20}\b(?:checks?|looks?|reads?|reviews?|sees?)\b[^.!?]{0,40}\b(?:before|first|goes out|go out|sent)\b",
    _I,
)
_SUPPOSED = re.compile(
    r"\b(?:supposed to|meant to be (?:read|checked|looked|seen|reviewed)|it['’]?s meant to be(?=\W*$)|in theory|on paper|(?:that['’]?s|that is) the (?:rule|idea|theory|plan) any(?:how|way)|at least (?:that['’]s|that is) the (?:rule|plan)|or (?:they|he|she|we|it) should|(?:they|he|she|we|it) (?:should|ought to))\b",
    _I,
)
_NOT_ALWAYS = re.compile(
    r"\b(?:do(?:es)?|did|is|are|was|were|have|has)(?:n['’]?t| not) always\b|\bnot always\b|\bdont always\b|\bmost(?:ly| of the time)\b",
    _I,
)


# "She checks it before it goes, mostly".
_MOSTLY = re.compile(
    r"\b(?:mostly|usually|normally|generally|as a (?:general )?rule|most of the time|(?:nearly|almost) always|more often than not)\b",
    _I,
)
# "Every one that it calls referable, and one in ten of the normals".
_A_SHARE = re.compile(
    rf"\b(?:one|1|two|2) (?:in|out of|of) (?:every )?(?:{ONE_TO_TWELVE}|twenty|fifty|\d{{1,3}})\b|\b(?:every|each) (?:second|third|fourth|fifth|sixth|tenth|twentieth|\d+(?:th|nd|rd))\b(?! (?:day|week|month|year|hour))|"
    r"\b(?<![\d.,])[1-9]\d?\s?(?:%|per ?cent)|\bspot ?checks?\b|\b(?:a|the) random (?:sample|few|handful)\b|\bthe (?:rest|others) (?:go(?:es)?|are sent|is sent|runs?|pass(?:es)?|i (?:don['’]?t|do not)|we (?:don['’]?t|do not)|nobody|not)\b",
    _I,
)


# "Always, unless Niamh is on holidays", "all of them, bar the night ones"; and not "nothing goes out unless I read it".
_EXCEPT = re.compile(
    r"(?:^|[.;!?]\s)(?P<whole>[^.;!?]*?\b(?:always|all|every\w*|each|yes|do|does)\b[^.;!?]*?)\b(?:unless|except(?:ing)?|barring|bar (?:the|when|one|a|on|those|that)|but not (?:on|at|the|when|in|for|those|during)|save (?:for|when|on))\b",
    _I,
)
_DENIED_BEFORE = re.compile(r"\b(?:no|not|nothing|none|never|nobody|no one|without|cannot|can['’]?t)\b|n['’]t\b", _I)
# "On a saturday, hmm, not so much", "weekend, good luck".
_LESS_SO = re.compile(
    r"(?:^|[.;,!–—-]\s?)(?:(?:(?:but|and|though|well) )?(?:on|at|in|for|with|the|after|during|when|if|weekends?|evenings?|nights?|sundays?|saturdays?|weekdays?|holidays?)\b[^.;!?]{0,40}?),? (?:(?:hm+|well|er+m?|um+|ah|let['’]s say)[,. ]+)?(?:not so much|not as much|(?:rather |a bit |much )?less so|not really|good luck(?: with that)?)\W*(?=$|[.;!])",
    _I,
)


# "The Portuguese goes out without anyone looking", "unless we're late then nah".
_SOME_GO_UNREAD = re.compile(
    r"[.;,!]\s(?![^.;!?]{0,40}\b(?:nothing|none|never|not|no)\b)[^.;!?]{0,60}\b(?:go(?:es)?|went|going|sent|printed|published|left)(?: (?:out|straight|off|on|through|up|directly|in))* (?:without (?:any(?:one|body)|some(?:one|body)|a (?:person|soul|human|look|check))|un(?:read|checked|seen|looked))\b|"
    r"[.;,!]\s*(?:but |and )?(?:unless|except (?:when|if|on|at)|apart from when|only not (?:when|if|on|at))\b[^.;!?]{2,60}\b(?:then|nobody|no one|not|nah|no|never|it (?:just )?goes|they (?:just )?go)\b",
    _I,
)


def _review(p: Proposal, text: str) -> Proposal | None:
    """Afterwards does not count; what is only meant to be, and of a share of them, is done sometimes."""
    if p.value == "always" and _A_SHARE.search(text):
        return _as(p, "sometimes")
    if p.value == "always" and _NOBODY_BEFORE.search(text):
        return _as(p, "never")
    if p.value == "always" and _SUPPOSED.search(text):
        return _as(p, "sometimes")
    if p.value == "always" and _SOME_GO_UNREAD.search(text):
        return _as(p, "sometimes")
    if p.value in ("always", "never") and _NOT_ALWAYS.search(p.quote):
        return _as(p, "sometimes")
    return (
        _as(p, "sometimes")
        if p.value == "always" and (_MOSTLY.search(_clause(p, text)) or _with_exceptions(text))
        else p
    )


def _with_exceptions(text: str) -> bool:
    """Whether a whole is told and then something taken out of it."""
    excepted = (m["whole"] for m in _EXCEPT.finditer(text))
    return any(not _DENIED_BEFORE.search(whole) for whole in excepted) or _LESS_SO.search(text) is not None


def _clause(p: Proposal, text: str) -> str:
    """What was quoted, with what stands before and behind it up to the next stop."""
    at = max(text.find(p.quote), 0)
    end = at + len(p.quote)
    return re.split(r"[.;:!?\n]", text[:at])[-1] + p.quote + re.split(r"[.;:!?\n]", text[end:])[0]


_OF_DECIDING = re.compile(r"\bdecisions?\b|\bdecides?\b", _I)
_OF_AN_OUTAGE = re.compile(
    r"\b(?:without|gone|down|off|stops?|stopped|worse|slow\w*|wait\w*|by hand|delay\w*|carr(?:y|ies)|goes on|go on|back ?log|outage|fails?|broken?|power|internet)\b",
    _I,
)


_WORSE = re.compile(r"\b(?:worse|slower)\b", _I)
_NO_WORSE = re.compile(
    r"(?:\b(?:not|no|never|nothing|hardly)\b|" + NOT_SO + r")[^.;,!?]{0,15}\b(?:worse|slower)\b",
    _I,
)


_WORK_LOST = re.compile(
    r"\b(?:lost|los(?:e|es|ing)|miss(?:ed|es|ing)?|wasted?)\b (?:\w+ ){0,3}(?:days?|hours?|mornings?|afternoons?|evenings?|weeks?|shifts?|work|notes|calls|sessions?)\b",
    _I,
)


# "Unless she is off, then it goes as it is": a person is away, and not the tool.
_SOMEBODY_OFF = re.compile(
    r"\W*(?:unless|if|when|only if|but if|except when) (?:she|he|i|we|they|(?:my|our|the) (?!tool|app|system|bot|machine|program|internet|power|server|network|service|thing|model)\w+)(?:['’]?s|['’]m|['’]re| is| am| are)? (?:off|away|out|sick|ill|on leave|absent|on holiday|busy|not (?:in|here|there|around))\b",
    _I,
)


def _outage(p: Proposal, text: str) -> Proposal | None:
    """What is said of decisions says nothing of a day without it; what is worse, or loses work, is not nothing much."""
    if _SOMEBODY_OFF.match(p.quote):
        return None
    worse = _WORSE.search(p.quote) and not _NO_WORSE.search(text)
    if p.value == "none" and (worse or (_WORK_LOST.search(p.quote) and not _NO.search(p.quote))):
        return _as(p, "degrades")
    return None if _OF_DECIDING.search(p.quote) and not _OF_AN_OUTAGE.search(text) else p


def _alternative(p: Proposal, text: str) -> Proposal | None:
    """Where work was lost while it was gone, nobody told of something to fall back on."""
    return None if p.value == "yes" and _WORK_LOST.search(p.quote) and not _NO.search(p.quote) else p


_A_RULE = re.compile(
    r"\b(?:never|not) to (?:put|write|type|enter|give|paste|use|upload|share|name|mention)\b|\b(?:must|may|should|shall|can)(?: not|n['’]?t| never) (?:put|write|type|enter|give|paste|use|upload|share|name|mention)\b|\b(?:forbid\w*|forbade|supposed|meant|not allowed)\b",
    _I,
)


def _personal(p: Proposal, text: str) -> Proposal | None:
    """A rule that no name may go in tells what should be; where nobody asked, it is not taken for what is."""
    return None if p.value == "no" and _A_RULE.search(p.quote) else p


_NOT_ALL_OF_IT = re.compile(
    r"\b(?:but|except|though)\b[^.;!?]{0,60}\b(?:not|never|no)\b|\b(?:but|except|though)\b[^.;!?]{0,60}n['’]t\b|\b(?:but|except|though)\b[^.;!?]{0,40}\b(?:dont|doesnt|cant|wont)\b",
    _I,
)


def _offline(p: Proposal, text: str) -> Proposal | None:
    """What works without a network but for one thing works in part."""
    return _as(p, "partly") if p.value == "yes" and _NOT_ALL_OF_IT.search(text) else p


_NET = r"(?:internet|inter-?net|online|off-?line|connect\w*|networks?|net|wi-?fi|signals?|bundles?|airtime|bandwidth|broadband|coverage|web|cloud|servers?|masts?|lines?|[345]g|sim|router|lan|bars)"
_SPEAKS_OF_NET = re.compile(rf"\b{_NET}\b", _I)
_HAS_NO_NET = re.compile(
    rf"\b(?:no|without(?: any)?|never any|zero|not (?:on|connected to)(?: the)?|n['’]t (?:on|connected to|any)(?: the)?) {_NET}\b",
    _I,
)
_NEEDS_NET = re.compile(
    r"\b(?:works?|working|needs?|needed|requires?|must|only|unless|depends?|if|when\w*|then|stops?|stopped|stuck|dead|fails?|useless|nothing|goes? down|(?:does|do|did|can|could|will|would)(?: not|n['’]?t) (?:work|run|open|start|load|go|do|use))\b",
    _I,
)


def _offline_beside(p: Proposal, text: str) -> Proposal | None:
    """Where nobody asked, only what speaks of a connection tells whether one is needed ("there is no electricity many days" does not), and that there is
    none, with nothing of what is then, is no need of one: "the data does not leave, there is no internet on it".
    """
    if not _SPEAKS_OF_NET.search(text):
        return None
    return None if p.value == "no" and _HAS_NO_NET.search(text) and not _NEEDS_NET.search(text) else p


_TELL_EACH_OTHER = re.compile(
    r"\b(?:we|they|people|patients|parents|staff|nurses|teachers|users|members|somebody|everybody|he|she|i|chws?|the \w+|who(?:ever)?(?: \w+){0,3}|(?-i:[A-ZÀ-Þ])\w+) (?:\w+ )?(?:tells?|told|writes?|wrote|reports?|calls?|called|phones?|rang|rings?|messages?|posts?|says?|mends?|mended|fix(?:es|ed)?)\b",
    _I,
)
_NOTHING_WRITTEN = re.compile(
    r"\b(?:no|not|nothing|never|without)\b[^.!?]{0,25}\b(?:forms?|written|wrote|writing|paper|way|procedure|process|rules?|book|list|log|system|laid down|recorded)\b",
    _I,
)


_THAT_IS_ALL_OF_IT = re.compile(
    r"\b(?:that|this)(?:['’]?s| is| was) (?:(?:about|pretty much|really) )?(?:it|all|the whole|as far as it goes|how)\b",
    _I,
)
_NOBODY_TELLS = re.compile(
    r"\b(?:nobody|no one|none|never|not|nothing)\b[^.;!?,]{0,20}\b(?:tell|told|say|said|report|call|write|complain)\w*|n['’]t\b[^.;!?,]{0,20}\b(?:tell|say|report|call|write|complain)\w*",
    _I,
)


def _incidents(p: Proposal, text: str) -> Proposal | None:
    """Where people tell each other and nothing is laid down, harm is handled in part."""
    tells = _TELL_EACH_OTHER.search(text)
    only = _NOTHING_WRITTEN.search(text) or _THAT_IS_ALL_OF_IT.search(text)
    partly = p.value == "no" and tells and only and not _NOBODY_TELLS.search(text)
    return _as(p, "partly") if partly else p


_SHOWN_TO_SOME = re.compile(
    r"\b(?:me not|not me|i was not|not yet|the others? not|others? (?:not|never)|(?:my|our|the) \w+ not(?: yet)?)\b", _I
)
_SHOWN = re.compile(
    r"\b(?:showed|shown|trained|taught|explained|instructed|course|training|workshop|lesson|demonstrat\w+)\b", _I
)


def _staff_trained(p: Proposal, text: str) -> Proposal | None:
    """Who tells whom it was shown to, and who was left out, tells that some were."""
    some = p.value in ("yes", "no") and _SHOWN.search(text) and _SHOWN_TO_SOME.search(text)
    nobody = re.search(r"\b(?:nobody|no one|none|no (?:\w+ ){0,2}?\w+,? not yet)\b", text, _I)
    return _as(p, "partly") if some and not nobody else p


_ANSWERS_FOR_IT = re.compile(
    r"\b(?:in charge|responsible|answers? for|looks? after|accountable|takes? care|our (?:person|officer|lead) for)\b",
    _I,
)


# "The manager was looking after it, but nobody was chosen": somebody who just happens to.
_HAPPENS_TO = re.compile(
    r"\b(?:handl(?:es?|ed|ing)|look(?:s|ed|ing)? after|tak(?:es?|ing) care|took care|deal(?:s|t|ing)? with|see(?:s|ing)? to|saw to|do(?:es)? it|did it|manag(?:es?|ed|ing)|in practice|keep(?:s|ing)? an eye|kept an eye|ends? up|falls? (?:to|on))\b",
    _I,
)
_NOBODY_NAMED = re.compile(
    r"\b(?:nobody|no one|none of us|never|not|n['’]t)\b[^.;!?]{0,30}\b(?:chosen|chose|appointed|named|nominated|designated|official(?:ly)?|formal(?:ly)?|assigned|given|on paper|written)\b|n['’]t\b[^.;!?]{0,30}\b(?:chosen|appointed|named|nominated|official(?:ly)?|formal(?:ly)?|assigned|written)\b",
    _I,
)


def _responsible(p: Proposal, text: str) -> Proposal | None:
    """Who is in charge is named; who only happens to look after it is so in part."""
    if p.value in ("yes", "no") and _HAPPENS_TO.search(text) and _NOBODY_NAMED.search(text):
        return _as(p, "partly")
    return _as(p, "yes") if p.value == "no" and _ANSWERS_FOR_IT.search(p.quote) and not _NO.search(p.quote) else p


# "It gives advice. We decide."
_ADVISES = re.compile(
    r"\b(?:advi[cs]es?|advis(?:ing|or\w*)|recommend\w*|suggest\w*|propos(?:es?|als?|ing)|scores?|ranks?|ranking|flags?|points? (?:us|me|them) to)\b",
    _I,
)
_PEOPLE_DECIDE = re.compile(
    r"\b(?:we|i|people|humans?|nurses?|doctors?|teachers?|(?:the|our|my) [\w-]+)(?: (?:still|always|then|alone|ourselves|do|will|must))* (?:decides?|choose|chooses|have the last word|has the last word)\b|\b(?:the )?decision (?:is|stays|remains|lies) (?:ours|mine|with (?:us|me|the|a|our))\b",
    _I,
)


# "It just informs, nobody's fate hangs on it."
_NOTHING_HANGS_ON_IT = re.compile(
    r"\b(?:nobody|no one|nothing|no \w+)(?:['’]?s)?\b(?: \w+){0,2}? (?:hangs?|depends?|rides?|turns?) (?:up)?on\b|(?:^\W*|\b(?:it|this|that) )(?:just|only|merely) (?:informs?|explains?|tells?|answers?|shows?)\b",
    _I,
)
_IT_DECIDES = re.compile(
    r"\b(?:decid\w+|decision|reject\w*|refus\w+|approv\w*|grant(?:s|ed)?|den(?:y|ies|ied)|chooses?|selects?)\b", _I
)


# "Mary checks each reply before it goes": of a check by a person, with no word of what the tool does by itself.
_PERSON_CHECKS = re.compile(
    r"\b(?!(?:it|ai|bot|tool|machine|system|program|app)\b)[a-z]+ (?:always |first |then |only |still )?(?:checks?|reads?|reviews?|looks? (?:at|over|through)|goes (?:through|over)|approves?|signs?)\b (?:it|them|each|every|all|the|its|what|before)\b",
    _I,
)
_BY_ITSELF = re.compile(
    r"\b(?:itself|alone|on its own|automat\w*|straight|direct(?:ly)?|without (?:us|anybody|anyone|asking|a)|sends?|acts?|does it|(?:no|not) (?:\w+ )?(?:check|ok|approval)|nobody (?:has|needs|asks|stops|approves))\b",
    _I,
)


def _decides(p: Proposal, text: str) -> Proposal | None:
    """What orders nobody about, or is only checked by somebody, does not decide by that; whether it recommends or only helps is left to be asked. Whoever decides on its advice has it recommended."""
    if p.value == "assists" and _ADVISES.search(text) and _PEOPLE_DECIDE.search(text):
        return _as(p, "recommends")
    if _SOMEBODY_OFF.match(p.quote):
        return None
    checked = _PERSON_CHECKS.search(text) and not (_IT_DECIDES.search(text) or _BY_ITSELF.search(text))
    return None if p.value == "decides" and (checked or _only_informs(text) or denies_deciding(text)) else p


def _only_informs(text: str) -> re.Match[str] | None:
    """The words that leave nothing to hang on what it says, in a text without a word of deciding."""
    return None if _IT_DECIDES.search(text) else _NOTHING_HANGS_ON_IT.search(text)


_OTHERS = re.compile(
    r"\b(?:parents?|famil(?:y|ies)|relatives|carers?|caregivers?|guardians?|scholars?|researchers?|visitors?|guests?|donors?|neighbou?rs?|prisoners?|inmates?|detainees?|convicts?|(?:persons|people|men|women|those)(?: who are)? (?:locked|in (?:prison|jail|custody|detention)|behind bars|with sentences?))\b",
    _I,
)
_OUR_OWN = re.compile(
    r"\b(?:my|our|the (?:\d+|two|three|four|five|six))(?: own)? (?:[\w-]+ )?(?:MOs?|medical officers?|nurses|officers|staff|team|colleagues|doctors|clerks|operators|helpers|employees)\b|\bus (?:\w+ )?(?!(?:always|sometimes|does|has|is|was|lots|loads|things|news|as|this|yes|us)\b)\w{3,}s\b(?! (?:that|it|they|this|which)\b)",
    _I,
)
_YOUNG = re.compile(
    r"\b(?:child\w*|kids?|bab(?:y|ies)|toddlers?|boys?|girls?|teen\w*|pupils?|students?|young\w*|youth|infants?|minors?|sons?|daughters?|schools?|nursery)\b",
    _I,
)
_TENANTS = re.compile(r"\b(?:tenants?|renters?|lodgers?|leaseholders?|members who rent)\b", _I)
# Whoever brings an animal pays for its care.
_OWNERS = re.compile(
    r"\b(?:(?:pet|animal|dog|cat|horse|cattle|livestock)[- ]owners?|owners? of (?:the |their |our |all )?(?:animals?|pets?|dogs?|cats?|horses?|cattle))\b",
    _I,
)
_LEFT_OUT = re.compile(r"\b(?:not|no|never|nor|without|except|neither|hardly|n['’]t)\b[^,.;]{0,25}$", _I)


# Who applies for a place to study, a flat or a loan seeks no job.
_STUDY = re.compile(r"\b(?:students?|pupils?|universit\w+|school\w*|scholarships?|college|learners?)\b", _I)
_OTHER_APPLICANTS = re.compile(
    rf"{_STUDY.pattern}|\b(?:tenan\w+|rent\w*|lease\w*|housing|flats?|apartments?|loans?|credit|grants?|visas?|asylum|benefits?|customers?)\b",
    _I,
)
_OF_JOBS = re.compile(
    r"\b(?:jobs?|job-?seek\w*|jobless|unemploy\w*|out of work|work|vacanc\w+|cvs?|r[eé]sum[eé]s?|recruit\w*|hir(?:e|ing|ed)|employ\w*|careers?|positions?|candidates?|interviews?)\b",
    _I,
)


# "I am employed as a clerk at the tax office" tells what somebody does, and not whom the tool touches.
_OWN_JOB = re.compile(
    r"\W*(?:(?:hello|hi|hey|good \w+|dear \w+)\W+)*(?:i(?:['’]m| am)(?: employed| working)?(?: as)? (?:an?|the|one of)|i (?:work|teach|am employed))\b",
    _I,
)


def _people(p: Proposal, text: str) -> Proposal | None:
    """Everybody counts whom an answer names: who is none of those that there is a word for is another, and who rents is a customer."""
    if p.status != "known" or "none" in p.members:
        return p
    if p.members == ("staff",) and _OWN_JOB.match(p.quote):
        return None
    members = set(p.members)
    if (
        "citizens" in members
        and _TENANTS.search(text)
        and not re.search(r"\b(?:citizens?|residents?|public|town|village)\b", text, _I)
    ):
        members = (members - {"citizens"}) | {"customers"}
    if "other" in members and _TENANTS.search(text) and not _OTHERS.search(text):
        members = (members - {"other"}) | {"customers"}
    if "job_seekers" in members and _OTHER_APPLICANTS.search(text) and not _OF_JOBS.search(text):
        members.discard("job_seekers")
        members |= {"students"} if _STUDY.search(text) else set()
    if "children" in members and re.search(r"\bparents?\b", text, _I) and not _YOUNG.search(text):
        # Parents alone are grown up.
        members.discard("children")
    if _OWNERS.search(text):
        members = (members - {"other", "patients"}) | {"customers"}
    for value, words in (("other", _OTHERS), ("staff", _OUR_OWN)):
        if value == "other" and "customers" in members:
            # Visitors and guests are customers too.
            continue
        if any(not _LEFT_OUT.search(text[: m.start()]) for m in words.finditer(text)):
            members.add(value)
    return _of(p, members)


_PLACES_COUNTED = re.compile(
    rf"\b(?:\d+|{ONE_TO_TWELVE}|several|many|some|all the|different)\s(?:\w+\s)?(?:communities|villages|schools|clinics|branches|offices|cooperatives|parishes|islands|sites|farms|groups|families|households|towns|districts)\b[^.;!?]{{0,30}}\b(?:and|but|while)\s+we(?: are|['’]re)\b",
    _I,
)


_ONLY_ONE_WHO = re.compile(
    r"\bthe only (?:one|person|soul|man|woman|teacher|nurse|\w+er)\b(?: (?:here|there|of us|among us|in the (?:office|house|team|school|clinic)|at the (?:office|school|clinic)))?,? (?:who|that|to|with)\b",
    _I,
)


# "Eleven people have, I checked": as many did something.
_SO_MANY_DID = re.compile(
    r"(?<!are )(?<!['’]re )(?<!have )(?<!with )(?<!of )\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|\d+)(?: of (?:my|our|the|us|them|these))?(?: [\w'’-]+){0,2} (?:use|uses|are using|work with|works with|log in|type) (?:it|this|that|the (?:tool|app|bot|thing))\b|\b(?:people|persons|visitors|readers|users|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)(?= (?:turned|showed|came|attended)))(?: (?:turned up|showed up|took part|joined in|were there)\b| (?:have|had|has)(?= (?:read|seen|looked|opened|clicked|come|asked|signed|called|used|tried|done)\b|\s*[,.;!]|$)| (?:read|saw|came|clicked|looked|visited|asked|signed|voted|complained|called|opened|tried|attended)\b)",
    _I,
)


# "The volunteers, and I suppose the iwi" tells of no number.
_A_NUMBER = re.compile(
    rf"\d|\b(?:{ONE_TO_TWELVE}|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|score|couple|handful|pair|alone|on my own|(?:just|only) (?:me|us|my\w*)|by myself|single|one-(?:man|woman|person))\b",
    _I,
)


def _size_beside(p: Proposal, text: str) -> Proposal | None:
    """ "The photos are from two communities, and we are five": as many communities, and not people. Nor is "the only one here who knows it" anybody's
    whole house, nor "eleven people have read it" how many work there.
    """
    counts_others = _PLACES_COUNTED.search(text) or _ONLY_ONE_WHO.search(text) or _SO_MANY_DID.search(text)
    return None if counts_others or not _A_NUMBER.search(text) else p


_LOOKED_OVER = re.compile(
    r"\b(?:check\w*|second|twice|again|review\w*|verif\w+|control\w*|compar\w+|quality|correct\w*|agree\w*|double|over(?:look)?|audit\w*|sampl\w+|validat\w+|error\w*|mistakes?)\b",
    _I,
)


_BACK_TO_SOMEBODY = re.compile(
    r"\b(?:traces?|traced|tracks?|tracked|leads?|led|points?|goes|linked|tied) (?:\w+ )?(?:back )?to (?:some(?:one|body)|a (?:person|patient|child|pupil|name|family|client)|(?:the|one|each|every) (?:person|patient|child|pupil|client|family|owner)|people|him|her|them|us|me)\b",
    _I,
)


_OF_AN_ORIGIN = re.compile(
    r"\b(?:from|sources?|origins?|provenance|where|whence|who|when|registers?|logs?|logged|ledgers?|manifests?|record\w*|writ\w+|wrote|enter\w*|archiv\w+|inventor\w+|catalog\w*|trac\w+|list\w*|columns?|sheets?|citation\w*|references?|documented|known|bought|collected)\b",
    _I,
)


def _provenance_beside(p: Proposal, text: str) -> Proposal | None:
    """What leads back to somebody tells of whom it is, and not where it comes from; nor does what has no word of an origin."""
    return None if _BACK_TO_SOMEBODY.search(p.quote) or not _OF_AN_ORIGIN.search(text) else p


_LOOKS = re.compile(
    r"\b(?:check|look|read|review|sign|approv|confirm|verif|correct|edit|see|listen|watch|inspect)\w*\b", _I
)
# "Every surgery since Easter" tells since when, and of no check.
_EVERY_TIME_SINCE = re.compile(r"\b(?:every|each) \w+ (?:since|until|till|from)\b", _I)


def _review_beside(p: Proposal, text: str) -> Proposal | None:
    """How often a tool is used, and since when, is not how often somebody checks."""
    return None if _EVERY_TIME_SINCE.search(text) and not _LOOKS.search(text) else p


def _checked_beside(p: Proposal, text: str) -> Proposal | None:
    """To give a label is not to check it."""
    return None if p.value in ("yes", "partly") and not _LOOKED_OVER.search(text) else p


# What is told beside another answer takes words of its own.
_STAYS = re.compile(
    r"\b(?:stays?|stayed|remains?|is kept|are kept|kept|keeps?) (?:\w+ ){0,4}?(?:in|within|inside|at|here|with)\b|\b(?:never|not|n['’]t|nothing)\b[^.;!?]{0,25}\b(?:leaves?|left|crosses|goes (?:out|abroad)|sent (?:abroad|out))\b|\bcrosses nothing\b",
    _I,
)
_LEAVES = re.compile(
    r"(?<!never )(?<!not )(?<!nothing )\b(?:goes|go|went|sent|sends|transferred|uploaded|leaves|crosses|moved|copied) (?:\w+ ){0,3}?(?:to|into|out|abroad|over|across|the)\b|\babroad\b|\boverseas\b",
    _I,
)


# In few words: "kept overseas", "the backups go abroad".
_ABROAD = re.compile(
    r"\b(?:abroad|overseas|foreign (?:server|cloud|country|land)s?|another country|other countries)\b", _I
)
_NONE_OF_IT = re.compile(r"\b(?:no|not|never|nothing|none|nobody|without|forbidden|instead of)\b|n['’]t\b", _I)
_A_PART = re.compile(
    r"\b(?:some|part(?:s|ly)?|half|backups?|cop(?:y|ies)|a few|only (?:the|when|if)|sometimes|mostly)\b", _I
)


# "It does not stay in Montenegro": what stays nowhere has left.
STAYS_NOT = re.compile(
    r"(?:\b(?:not|never|nothing|none|hardly)|n['’]t)\s(?:\w+\s){0,2}?(?:stays?|remains?|kept|keep)\b(?! (?:for )?(?:long|more|past|beyond|after))",
    _I,
)
_GOES_OUT = re.compile(
    r"\b(?:go(?:es)?|going|travels?|moves?|leaves?|sent) (?:\w+ ){0,2}?(?:out(?:side)?|abroad)\b", _I
)


def _border(p: Proposal, text: str) -> Proposal | None:
    """What stays in a place crosses no border; what is kept abroad has crossed one."""
    if p.value in ("yes", "no") and STAYS_NOT.search(text):
        return _as(p, "yes")
    if p.value == "no" and _GOES_OUT.search(text) and not _NONE_OF_IT.search(text):
        return _as(p, "yes")
    if p.value == "no" and _ABROAD.search(p.quote) and not _NONE_OF_IT.search(text):
        return _as(p, "partly" if _A_PART.search(p.quote) else "yes")
    stays = p.value in ("yes", "partly") and _STAYS.search(p.quote) and not _LEAVES.search(p.quote)
    return _as(p, "no") if stays else p


_CULTURE = re.compile(r"\b(?:museums?|galler(?:y|ies)|cultur(?:e|al)|heritage|theatre|opera|orchestra)\b", _I)
_FIELD_SAID = re.compile(
    r"\b(?:we (?:work|are) in (?:government|research|media|education)|radio|school|ministry|universit\w+|research institute|newspaper|teach\w*|university)\b",
    _I,
)


_WE_ARE_NONE = re.compile(
    r"\b(?:we(?:['’]?re| are)(?: not|n['’]?t)|we ain['’]?t|(?:this|it)(?:['’]s| is)(?: not|n['’]?t))(?: (?:really|actually|even|exactly))? (?:an?|the|any|your) [\w'’ -]+",
    _I,
)


def _sector(p: Proposal, text: str) -> Proposal | None:
    """A museum is none of the fields of the list, whoever pays for it; and what a house says that it is not tells none."""
    denied = _WE_ARE_NONE.search(text)
    if denied is not None and p.start is not None and p.quote.strip(" .,;!?") in denied[0].strip(" .,;!?"):
        return None
    culture = p.value in ("government", "research", "media") and _CULTURE.search(text) and not _FIELD_SAID.search(text)
    return _as(p, "other") if culture else p


_UNPAID = re.compile(
    r"\b(?:unpaid|volunt\w+|(?:no|without|nor receiv\w+|not receiv\w+|never receiv\w+) (?:any )?(?:pay|payment|money|wage\w*|remuneration|reward|fee)|(?:for|gets?|got) nothing|for free|free of charge|(?:not|n['’]t|never|nobody is|nobody was) paid|in their (?:own|free|spare) time)\b",
    _I,
)
_SOCIETY = re.compile(r"\b(?:members?|societ(?:y|ies)|club|association|circle|group|students?|pupils?|retired|pensioners?|friends)\b", _I)  # fmt: skip


_OURSELVES_UNPAID = re.compile(
    r"\b(?:ourselves|we|us|our)\b[^.;!?]{0,20}\b(?:unpaid|all volunteers|volunteers all)\b", _I
)


# "Fine-tuned was LeafEye 1": how a model was made, and not who labels.
_TRAINED = re.compile(r"\b(?:fine-?tun\w+|(?:pre-?)?train(?:ed|ing)|adapt\w+|from (?:zero|scratch))\b", _I)
_LABELS = re.compile(
    r"\b(?:label\w*|annotat\w*|mark(?:s|ed|ing)?|tag(?:s|ged|ging)?|pre-?label\w*|draws?|box(?:es|ed)?|sorts?)\b", _I
)


# "We thumb the notes up or down", "my boys type in the weight"; not "we pay students to label".
_WE_LABEL = re.compile(
    r"(?:^|[.;!,]\s|\band\s)\W*(?:well |so )?(?:we|i|(?:my|our)(?: own)? (?!(?:vendor|supplier|provider|volunteers?|students?|community|members?|partner)\b)\w+)(?: (?:also|ourselves|mostly|all|just|do the rest and))? "
    r"(?:label|annotate|mark|tag|tick|thumb|type|draw|sort|score|rate|grade|classify|enter|check off|put the labels)\w*\b",
    _I,
)


def _labelled_by(p: Proposal, text: str) -> Proposal | None:
    """Members of a society who take no money for it are volunteers, and not the community as such; a model that was trained labels nothing by that."""
    if p.members == ("model",) and _TRAINED.search(p.quote) and not _LABELS.search(text):
        return None
    if p.members == ("community",) and _UNPAID.search(text) and _SOCIETY.search(text):
        return _of(p, {"volunteers"})
    ours = _WE_LABEL.search(text) is not None and not _OURSELVES_UNPAID.search(text)
    if ours and p.members and "own_staff" not in p.members and not ALONE & {*p.members}:
        return _of(p, {*p.members, "own_staff"})
    if "own_staff" in p.members and _OURSELVES_UNPAID.search(text):
        return _of(p, {*p.members, "volunteers"} - {"own_staff"})
    return p


_NOT_US_ALONE = re.compile(
    r"\bnot (?:only |just |all |entirely |wholly |quite )?(?:us|ours|ourselves|me|by us|we)(?: alone| only| by ourselves)\b|\bnot (?:only|just) (?:us|ours|ourselves|by us|we)\b",
    _I,
)


# In whose name the machines run: "on what they rent from OVH", "EduNorte rents servers", "a server that Lexa has at Hetzner"; and "we rent it".
_THEIR_MACHINES = re.compile(
    r"(?:\b(?:they|(?:the|our) (?:suppliers?|vendors?|providers?|makers?|sellers?|developers?)|the (?:company|firm|house))|(?<!\w)(?!(?:We|I|It|This|That|These|Those|Everything|All|The|There|Here|Nobody|Who|Our|My|Your|His|Her|What|Where|How|No|Yes|So|But|And|Azure|AWS|Amazon|Google|Microsoft)\b)[A-ZÀ-ÖØ-Þ][\w&-]+)"
    r"(?: (?:all|just|only|seem to|apparently|probably|do|does|itself|themselves|must|may|say they))?"
    r" (?:rents?|rented|leases?|hires?|pays? for|(?:hosts?|keeps?|runs?|has|have|puts?) (?:it|that|this|them|everything|the \w+) (?:on|in|at|with)|uses?|(?:has|have) (?:at|with|from)|has (?:got )?(?:\w+ )?(?:with|from|at)|have (?:got )?(?:\w+ )?(?:with|from|at))\b"
    # "Their Amazon cloud", "theirs, not ours", "in the Azure tenant of EduNorte".
    r"|\b(?:[Tt]heirs|[Tt]heir (?:own )?(?:\w+ )?(?:cloud|account|tenant|servers?|bill|contract))\b"
    r"|\b(?:through|via|with|by|under) (?:them|(?:the|our|their) (?:suppliers?|vendors?|providers?|makers?|sellers?|reseller|developers?))\b(?! (?:of|who|that))"
    r"|\b(?:cloud|account|tenant|servers?|machines?) of (?:(?:the|our) (?:supplier|vendor|provider|maker|seller|company|firm)|(?!Amazon|Microsoft|Google|OVH|Hetzner)[A-Z]\w+)",
)
_OUR_MACHINES = re.compile(
    r"\b(?:we|i)\b(?: (?:also|do|just|only|have to))? (?:rent|hire|lease|pay|host|run|put|have (?:a|an|our|it|two|three|some)|keep)\b"
    r"|\b(?:our|my) (?:own )?(?:bill|account|cloud|tenant|subscription|contract|server|it|technician|programmer|engineer|volunteer|board|ministry|mother|parent|head)s?\b",
    _I,
)


# "On Otter's side", "at their end".
_ON_THEIR_SIDE = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Oo]ver at) (?:[A-Z][\w-]*['’]s|their|the (?:vendor|supplier|firm|company|maker|provider)['’]?s?) (?:side|end|servers?|machines?|computers?|systems?|data ?cent(?:re|er)s?)\b"
)


def _hosting(p: Proposal, text: str) -> Proposal | None:
    """A cloud that the tool's supplier rents is theirs: what counts is whose bill it is."""
    if p.value in ("device", "own_premises") and _ON_THEIR_SIDE.search(text):
        return _as(p, "vendor_managed")
    theirs = p.value == "cloud" and _THEIR_MACHINES.search(text) and not _OUR_MACHINES.search(text)
    return _as(p, "vendor_managed") if theirs else p


def _sourcing(p: Proposal, text: str) -> Proposal | None:
    """Who says that it was not they alone had a part in it."""
    return _as(p, "both") if p.value in ("in_house", "vendor") and _NOT_US_ALONE.search(text) else p


_ON_THE_PAGE = re.compile(
    r"\b(?:sign|line|note|mark|stamp|label|tag|watermark|footer|word)s?\b[^.;!?]{0,20}\b(?:on|in|under|at) (?:the |each |every |our |its )?(?:\w+ )?(?:pages?|pictures?|images?|letters?|texts?|sheets?|posts?|leaflets?|prints?|recordings?|clips?|covers?)\b",
    _I,
)


def _tells_beside(p: Proposal, text: str) -> Proposal | None:
    """A sign on the pages is a label on what comes out; whether people are told in other ways is left to be asked. Of what they hardly know says
    the sentence before.
    """
    of_what = of_what_was_said_before(p.ref, text)
    return None if of_what or (p.value == "no" and _ON_THE_PAGE.search(p.quote)) else p


_SENSES = re.compile(
    r"\b(?:sensors?|cameras?|drones?|radars?|satellites?|microphones?|recorders?|recordings?|meters?|scanners?|gauges?|probes?|footage|frames?|images?|pictures?|photos?|films?|x-?rays?|traps?|buoys?|stations?|boxes|devices?|collars?|tags?|traces?|seismo\w*|reads?|measur\w+|thermo\w*|listens?|watches)\b",
    _I,
)


def _sources_beside(p: Proposal, text: str) -> Proposal | None:
    """ "They stand in the field with the little radio" is no sensor."""
    return None if p.members == ("sensors",) and not _SENSES.search(text) else p


_NOT_MENTIONED = re.compile(
    r"(?:\bnot|n['’]t) (?:something|a thing|anything) (?:that )?(?:we|they|i|anybody|one) (?:mention|tell|say|talk about|discuss|announce|advertise|bring up|speak of)\b",
    _I,
)


def _tells(p: Proposal, text: str) -> Proposal | None:
    """What is nothing that somebody mentions is not told; the question applies."""
    return _as(p, "no") if p.status in ("not_applicable", "withheld") and _NOT_MENTIONED.search(text) else p


# What somebody falls back on is done, kept or used by somebody.
_FALLS_BACK = re.compile(
    r"\b(?:hand|paper|pens?|pencils?|instead|back ?up|spare|another|other|second|manual\w*|old|before|phones?|telephone|calls?|reads?|write|ourselves|myself|himself|herself|eyes?|can|could|would|will|do(?:es)? it|did it|take over|takes over|use[ds]?|go(?:es)? (?:back|to|on)|have|has|keep|kept|type|ring|sort|look|books?|file|lists?|excel|spreadsheet|whiteboard|head|memory|as always|as ever|usual|again)\b|['’](?:d|ll)\b",
    _I,
)


def _alternative_beside(p: Proposal, text: str) -> Proposal | None:
    """ "Their hotline played jazz" is nothing to fall back on."""
    return p if p.value != "yes" or _FALLS_BACK.search(p.quote) else None


# Who pays for the work of others, and not a bill of their own.
_GIVES_MONEY = re.compile(
    r"\b(?:fund\w*|grants?|financ\w*|donat\w*|donors?|sponsor\w*|subsid\w*|give money|pay for (?!it\b|the (?:tool|licen[cs]e|subscription)\b))\b",
    _I,
)
_PAYS_THEM = re.compile(r"\b(?:we|i)(?: \w+)? pay\b|\bpay(?:ing|s)? them\b", _I)


def _role_beside(p: Proposal, text: str) -> Proposal | None:
    """Who pays their supplier funds nobody."""
    return None if "funder" in p.members and _PAYS_THEM.search(text) and not _GIVES_MONEY.search(text) else p


# "They don't share that with clients": the speakers are the clients.
_THEIR_CLIENTS = re.compile(
    r"\b(?:with|to|for|from) (?:their|its) (?:own )?(?:clients|customers)\b|\b(?:they|he|she|the (?:vendor|supplier|company|maker|firm))\b[^.;!?]{0,60}\b(?:with|to) (?:all |the )?(?:clients|customers)\b|\bwe pay (?:them|for)\b",
    _I,
)
_OF_OURS = re.compile(r"\b(?:our|my) (?:\w+ )?(?:clients|customers)\b", _I)


# "Every line of it written by our own team" tells who made it, and not whom it touches.
_MADE_BY_US = re.compile(
    r"\b(?:written|built|made|developed|programmed|coded|trained|designed|wrote|develop|build)\b[^.;!?]{0,40}\b(?:by|in) (?:our|my|us)\b|\bour (?:own )?(?:\w+ )?(?:team|staff|people|engineers?|developers?) (?:wrote|built|made|developed|programmed|coded|trained|designed)\b",
    _I,
)


def _people_beside(p: Proposal, text: str) -> Proposal | None:
    """Those who are a supplier's customers are nobody whom the tool touches; nor seeks a job who applies for something else. A word alone only cries."""
    if len(text.split()) < LEAST_OF_SEVERAL:
        return None
    if p.members == ("staff",) and _MADE_BY_US.search(text):
        return None
    if "customers" in p.members and _THEIR_CLIENTS.search(text) and not _OF_OURS.search(text):
        return None
    return None if p.members == ("job_seekers",) and not _OF_JOBS.search(text) else p


_WITHOUT_IT = re.compile(
    rf"{_OF_AN_OUTAGE.pattern}|\b(?:notic\w+|manag\w+|cop(?:e|es|ing)|miss(?:es|ed)?|nothing (?:much|happens|changes)|as (?:always|before|usual)|fine|chaos|stuck|shut|closed?|lost|queue\w*|late\w*|longer|on paper)\b",
    _I,
)


def _outage_beside(p: Proposal, text: str) -> Proposal | None:
    """ "I get a feeling when it has a bad day" tells nothing of a day without it."""
    return p if _WITHOUT_IT.search(text) else None


_ON_CONTENT = re.compile(
    r"\b(?:labels?|labell?ed|watermark\w*|\bai\b|machine|robot|generated|made by|written by|note|notice|tag|disclaimer|line|sentence|footer|stamp\w*|say(?:s|ing)? (?:so|that))\b",
    _I,
)


def _labels_beside(p: Proposal, text: str) -> Proposal | None:
    """ "Just a mark on a row number" is what comes out, and no label on it."""
    return p if _ON_CONTENT.search(text) else None


_OF_RULES = re.compile(
    r"\b(?:rules?|polic\w+|guidelines?|guidance|code|dos?|charter|protocol|instructions?|may|must|allowed|forbid\w*|regulation)\b",
    _I,
)
_AN_ASSESSMENT = re.compile(r"\b(?:assess\w*|dpia|evaluat\w*|impact|risk analysis|report|study)\b", _I)


def _policy_beside(p: Proposal, text: str) -> Proposal | None:
    """A written assessment is no rule."""
    return None if _AN_ASSESSMENT.search(text) and not _OF_RULES.search(text) else p


RULES_BESIDE: dict[str, Rule] = {
    "application.labels_content": _labels_beside,
    "application.human_review": _review_beside,
    "governance.policy": _policy_beside,
    "application.outage_effect": _outage_beside,
    "application.alternative": _alternative_beside,
    "application.works_offline": _offline_beside,
    "application.affected_people": _people_beside,
    "organisation.ai_role": _role_beside,
    "organisation.size": _size_beside,
    "labelling.quality_checked": _checked_beside,
    "data.personal_data": _personal,
    "data.provenance": _provenance_beside,
    "data.sources": _sources_beside,
    "application.tells_people": _tells_beside,
}
# "Our photos train it": whose records others learn from supplies data.
_OURS_TRAIN_IT = re.compile(
    r"\b(?:our|my) (?:[\w-]+ ){0,2}?(?:photos?|pictures|images|data|records|notes|texts?|files|recordings|cases|answers|forms|letters) (?:also |even )?(?:trains?|teach(?:es)?|feeds?|improves?|go(?:es)? into)\b",
    _I,
)
_BUILT = re.compile(r"\b(?:build|built|wrote|writ(?:e|ten)|develop\w*|program\w*|cod(?:e|ed|ing)|made|make)\b", _I)


def _role(p: Proposal, text: str) -> Proposal | None:
    """Whose records train it supplies data, and builds nothing by that."""
    if "developer" not in p.members or not _OURS_TRAIN_IT.search(text) or _BUILT.search(text):
        return p
    return _of(p, {*p.members, "data_provider"} - {"developer"})


# "The Science classes are in there too, but very few."
_FEW_IN_IT = re.compile(
    r"\b(?:(?:very|too|only a|just a|rather|quite) few|a few|hardly any|under-?represented|not (?:many|enough)|less (?:of|so)|fewer)\b",
    _I,
)
_NONE_IN_IT = re.compile(r"\b(?:none|nobody|no one|not (?:at all|one)|never|missing|left out|no \w+ at all)\b", _I)


def _representative(p: Proposal, text: str) -> Proposal | None:
    """Where some are few in the data it stands for them in part."""
    return (
        _as(p, "partly") if p.value in ("yes", "no") and _FEW_IN_IT.search(text) and not _NONE_IN_IT.search(text) else p
    )


# What was not done to a model, and what was done instead; who began from nothing says so.
_NOT_TRAINED = re.compile(
    r"\b(?:no|never|not|nobody|no one|without|neither)\b[^.;!?]{0,20}\b(?:(?:re-?)?train(?:ed|ing|s)?|fine-?tun(?:ed|ing))\b|n['’]t (?:(?:re-?)?train|fine-?tune)",
    _I,
)
_BY_WORDS = re.compile(
    r"\b(?:rag|retriev\w+|prompts?|prompted|instruct\w*|system message|persona|handbook|manuals?|documents?|files|guidelines?|examples|told it|give it|gave it|feed it|fed it|reads? our)\b",
    _I,
)
_FROM_NOTHING = re.compile(r"\b(?:from (?:scratch|zero|nothing|the ground)|ourselves|our own)\b", _I)


def _adaptation(p: Proposal, text: str) -> Proposal | None:
    """A model that nobody trained was steered by words, where they tell of any; else it is left open whether it was."""
    trained = p.value in ("from_scratch", "fine_tuned") and _NOT_TRAINED.search(text) is not None
    if not trained or re.search(r"\bbut\b", text) or len(re.findall(r"(?:train|tun)", text, _I)) > 1:
        return p
    if _BY_WORDS.search(text):
        return _as(p, "prompted")
    return p if _FROM_NOTHING.search(text) else None


RULES: dict[str, Rule] = {
    "model.adaptation": _adaptation,
    "data.representative": _representative,
    "organisation.ai_role": _role,
    "organisation.sector": _sector,
    "storage.encrypted": _encrypted,
    "model.tested_locally": _tested,
    "application.labels_content": _labels,
    "storage.retention_limit": _retention,
    "storage.crosses_border": _border,
    "model.trains_on_inputs": _trains,
    "governance.exit_clause": _exit,
    "application.human_review": _review,
    "application.decision_role": _decides,
    "application.alternative": _alternative,
    "application.outage_effect": _outage,
    "compute.outage_effect": _outage,
    "application.works_offline": _offline,
    "compute.hosting": _hosting,
    "governance.responsible_person": _responsible,
    "governance.staff_trained": _staff_trained,
    "monitoring.incident_process": _incidents,
    "application.affected_people": _people,
    "application.appeal": _appeal,
    "application.tells_people": _tells,
    "monitoring.bias_tested": _bias,
    "application.sourcing": _sourcing,
    "data.consent": _consent,
    "data.sensitive_data": _sensitive,
    "data.sources": _sources,
    "labelling.done_by": _labelled_by,
}
# What counts for these is read in the sentence itself, whether it was asked for or not.
RULES_OF_A_SENTENCE: dict[str, Rule] = {"application.generates": _generates}
_BROWSER = re.compile(
    r"\b(?:log(?:s|ged)? (?:in|on)|sign in|(?:their|its|the|a) (?:website|web ?site|web ?page|portal)|in (?:the|a|our|my) browser|app on (?:the|our|my|their) phones?|through (?:their|the) (?:app|site|website))\b",
    _I,
)
_ON_OURS = re.compile(
    r"\b(?:on|upon|in|inside) (?:the|our|my|this|an?|one) (?:old |own |small |office )?(?:laptop|computer|pc|server|machine|box)(?: itself| of ours| here)?\b",
    _I,
)
_ELSEWHERE = re.compile(r"\b(?:internet|online|cloud|website|browser|log in|their|api|network)\b", _I)
_HERE = re.compile(
    r"\W*(?:(?:it|they|that|all|just|right|well|also|stands?|sits?|is|are|['’]s|runs?)\W+)*(?:here|with us|at our (?:place|office|clinic|school|house|centre|center)|in (?:our|the|my) (?:own )?(?:office|clinic|school|house|library|cellar|basement|building)|on (?:our|the) (?:own )?(?:premises|site|island|farm|campus)|on[- ]site|in-?house)\b",
    _I,
)
_PLACES_OF_PARTS = frozenset({"compute.country", "storage.country"})


def held_to_what_counts(read: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same with each answer as what counts for its question has it, and the answer to ``asked`` where only its circumstances were told."""
    kept = tuple(
        new
        for p in read.proposals
        if not (p.status == "known" and _ONLY_DENIES.fullmatch(p.quote))
        and (new := _held(p, message, asked, alone=_alone(p, read, chain))) is not None
    )
    may_be_told = asked is not None and read.intent in ("answer", "other") and len(message) <= LONGEST
    if asked is not None and may_be_told and not any(p.ref == asked for p in kept):
        # What was hardly heard beside it is but the other half.
        surely = tuple(p for p in kept if p.confidence >= SURE)
        told = _by_circumstance(message, asked, chain, alone=not surely)
        if told is not None:
            beside = surely if told.value == "partly" else kept
            return replace(read, proposals=(told, *beside), intent="answer")
    return replace(read, proposals=kept)


Near = Callable[[str, str], tuple[float, str, float] | None]


def nearest_that_counts(nearest: Near) -> Near:
    """The same guess at the choice that a text comes nearest to, as what counts for the field ``key`` has it; None where it does not count."""

    def held(text: str, key: str) -> tuple[float, str, float] | None:
        found, rule = nearest(text, key), RULES.get(key)
        if found is None or rule is None:
            return found
        guess = (found[1],) if field_of(key).type == "set" else found[1]
        counts = rule(Proposal(key, "known", guess, text, found[0], 0, len(text)), text)
        if counts is None or counts.status != "known":
            return None
        if not isinstance(counts.value, str):
            # Of a list the guess is one member: its own where that stays, else what the words name.
            stays = found[1] in counts.members or not counts.members
            return found if stays else (found[0], counts.members[0], found[2])
        return (found[0], counts.value, found[2])

    return held


StatedBy = Callable[[str], Sequence[Stated]]


def stated_that_counts(stated: StatedBy) -> StatedBy:
    """The same choices that a sentence states by itself, without those that do not count where nobody asked for them."""

    def held(text: str) -> Sequence[Stated]:
        found = stated(text)
        if not any(one.key in RULES_BESIDE for one in found):
            return found
        return [one for one in found if _counts_beside(one, text)]

    return held


def _counts_beside(one: Stated, text: str) -> bool:
    """Whether a choice that nobody asked for counts for its field."""
    rule = RULES_BESIDE.get(one.key)
    if rule is None:
        return True
    value = (one.value,) if field_of(one.key).type == "set" else one.value
    return rule(Proposal(one.key, "known", value, text, one.chance, 0, len(text)), text) is not None


_ONLY_DENIES = re.compile(ONLY_DENIES, _I)
# "Not the patients, no, but the health workers yes": two halves, each with its own word.
_PEOPLE = r"(?!(?:it|that|this|i|we)\b)(?:[\w'’-]+\s){1,4}?"
_GROUP = r"(?!(?:well|so|oh|hm+|yes|no|and|but|i|it|we|they|that|this|you|he|she|there|sure|why|say|write|put|note|mark|enter|answer|otherwise|if|else|then|maybe|perhaps|probably|rather|please)\b)(?:[\w’'-]+ ){0,3}?[\w’'-]+"
_HALVES = re.compile(
    rf"\bnot (?:the|our|all|my|any) {_PEOPLE}no\b[^.!?]{{0,12}}\b(?:the|our|my|all) {_PEOPLE}yes\b|"
    # "Year 10 yes, first lesson. Year 11 we never got round to."
    rf"(?:^|[.;,] ){_GROUP},? yes\b[^.;!?]{{0,40}}[.;,] (?:but |and )?{_GROUP}(?:,? (?:we|they|i|nobody|no one))?,? (?:never|no|not|nobody|no one|nothing|none|(?:have|has|did|do|are|were|is)(?:n['’]t| not|nt))\b|"
    rf"(?:^|[.;,] ){_GROUP},? (?:no|not|never)[.;,] (?:but |and )?{_GROUP},? yes\b|"
    rf"\b(?:the|our|my) {_PEOPLE}(?P<one>yes|no)\b[\s,;.]{{1,3}}(?:but |and )?(?:the|our|my) {_PEOPLE}(?!(?P=one)\b)(?:yes|no)\b",
    _I,
)


# "Form went home with all of them. Two thirds came back signed."
_OF_PEOPLE = frozenset({"data.consent", "application.tells_people", "governance.staff_trained"})
_SHARE_OF_PEOPLE = re.compile(
    r"(?:^|[.;!,]\s)(?:(?:but|and|so|well|about|around|nearly|almost|only|just|roughly|maybe|perhaps|not quite|over)\s)*(?P<share>(?:half|(?:a|one) (?:third|quarter)|two[- ]thirds|three[- ]quarters|(?:\d+|[a-z]+) (?:out )?of (?:the |our )?(?:\d+|ten|twelve|fifteen|twenty|thirty|forty|fifty)|\d{1,2} ?(?:%|per ?cent))(?: of (?:them|us|the [\w-]+|our [\w-]+|those))?,? (?:came|signed|agreed|said|have|had|has|gave|knows?|got|did|were|are|was|replied|returned|answered|filled|heard|went)\b)",
    _I,
)


def _alone(p: Proposal, read: Reading, chain: Chain) -> bool:
    """Whether a message can tell a matter of one part only."""
    spec = field_of(p.ref)
    return len(chain.mentioned(spec.kind)) < 2 and sum(field_of(q.ref) is spec for q in read.proposals) == 1


def _held(p: Proposal, message: str, asked: str | None, alone: bool) -> Proposal | None:
    spec = field_of(p.ref)
    whole = p.ref == asked and len(message) <= LONGEST
    ends = alone and whole and spec.type == "yesno" and p.value in ("yes", "no")
    if ends and _HALVES.search(message):
        return replace(_as(p, "partly"), quote=message, start=0, end=len(message))
    if whole and p.value == "yes" and spec.key in _OF_PEOPLE and (share := _SHARE_OF_PEOPLE.search(message)):
        words = message[share.start("share") :].split(".")[0].strip()
        return replace(_as(p, "partly"), quote=words, start=share.start("share"), end=share.start("share") + len(words))
    beside = RULES_BESIDE.get(spec.key) if p.ref != asked and p.status == "known" else None
    if beside is not None and beside(p, _its_sentences(p, message)) is None:
        return None
    if (of_it := RULES_OF_A_SENTENCE.get(spec.key)) is not None:
        return of_it(p, _its_sentences(p, message))
    rule = RULES.get(spec.key)
    if rule is None or (p.ref != asked and spec.type == "set"):
        # Of whom nobody asked, no list is made.
        return p
    return rule(p, message if whole else _its_sentences(p, message))


# What stands in a sentence of its own and takes something out of the one before: "He checks them all. Unless he is off, then …".
_BUT_FOR = re.compile(
    r"[\s.;:!–—-]*(?:(?:but|and|well)\W+)?(?:unless|except|apart from|only not|just not)\b[^.;!?]*", _I
)


def _its_sentences(p: Proposal, message: str) -> str:
    start, end = p.start or 0, p.end or len(message)
    touched = sentences_touching(message, start, end)
    taken_out = _BUT_FOR.match(message, end)
    return touched if taken_out is None or taken_out[0].strip() in touched else f"{touched}{taken_out[0]}"


def _by_circumstance(message: str, asked: str, chain: Chain, alone: bool) -> Proposal | None:
    """How a model is reached, by where people use it; where a part stands, for who says that it is where they are."""
    key = field_of(asked).key
    words = message.strip()
    of_one = alone and len(chain.mentioned(field_of(asked).kind)) < LEAST_OF_SEVERAL
    if of_one and field_of(asked).type == "yesno" and _HALVES.match(words):
        start = message.index(words)
        return Proposal(asked, "known", "partly", words, SURE, start, start + len(words))
    informs = _only_informs(message) if key == "application.decision_role" else None
    if informs is not None:
        return Proposal(asked, "known", "assists", informs[0], SURE, *informs.span())
    if key == "model.access":
        browser, ours = _BROWSER.search(message), _ON_OURS.search(message)
        found = browser or (ours if not _ELSEWHERE.search(message) else None)
        if found is None or _NO.search(message[: found.start()]):
            return None
        value = "inside_product" if browser else "self_hosted"
        return Proposal(asked, "known", value, found[0], SURE, *found.span())
    if key == "application.affected_people":
        other = next((m for m in _OTHERS.finditer(message) if not _LEFT_OUT.search(message[: m.start()])), None)
        return Proposal(asked, "known", ("other",), other[0], SURE, *other.span()) if other else None
    home = chain.get("organisation.country")
    here = _HERE.match(message) if key in _PLACES_OF_PARTS and home and home.status == "known" else None
    if here is None or home is None or message.rstrip().endswith("?"):
        return None
    quote = here[0].strip()
    start = message.index(quote)
    return Proposal(asked, "known", home.value, quote, SURE, start, start + len(quote))
