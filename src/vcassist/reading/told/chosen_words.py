"""What its own words make of one choice or set: a clan is no faith, a denied decision none, 84 children no staff. Pure.

One rule a field. A value that the words refute is dropped or turned; one that they bear out is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.fields import FIELDS
from vcassist.interview.answers.put_out import put_out
from vcassist.interview.ports import Proposal
from vcassist.reading.answering.answers import head_count, size_band
from vcassist.reading.answering.counted import counts_nobody, without_other_things
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, sentence_around
from vcassist.reading.told.by_number import by_number
from vcassist.reading.told.kinds_of_people import out_of_school, sorted_out
from vcassist.reading.vetoes.denied import blanked
from vcassist.reading.vetoes.nobody import each_denied, nobody_does

# (proposal, its quote, what was seen, whether it was asked for) → the proposal as its words bear it out, or None.
Rule = Callable[[Proposal, str, Seen, bool], Proposal | None]

_I = re.I
# Characters around a quote in which the words stand that restrict it.
_AROUND = 60


def rx(words: str) -> re.Pattern[str]:
    return re.compile(words, _I)


# "It never recommends", "it decides nothing": a denial before the verb or behind it.
_JUDGES = r"(?:deci(?:d|s)\w*|recommend\w*|suggest\w*|propos\w*|advis\w*|rank\w*|scor(?:e|es|ed|ing)\b|judg\w*|flag\w*|order(?:s|ed|ing)?\b|command\w*|dictat\w*|boss\w*)"
_DENIED_DECISION = rx(
    rf"\b(?:nobody|no one|nothing|none|never|not|no|doesn|don|isn|can)(?:['’]?t)?\b(?:\s[\w'’]+){{0,3}}?\s{_JUDGES}|"
    rf"\b{_JUDGES}\s(?:(?:absolutely|exactly|about|on)\s)?(?:nothing|nobody|no one|none\b|no \w+|not (?:a|one|a single) \w+)"
)
_ROLE = rx(_JUDGES)
_ONLY_HELPS = rx(
    r"\b(?:just|only|merely|simply|helps?|assists?|supports?|gives?|writes?|types?|drafts?|translat\w+|transcri\w+|sorts?|shows?|reads?|answers?)\b"
)
# To keep a record of a look, or to decide, is not to look.
_NO_RECORD = rx(
    r"\b(?:no|not|nothing|never|nobody|without)\b[^.;]{0,30}\b(?:records?|recorded|minutes|written|writing|logs?|logged|protocol|deci(?:d|s)\w*|forces?|oblig\w*)\b"
)
_LOOKS = rx(
    r"\b(?:check|review|read|look|verif|approv|sign|see|saw|seen|correct|proof|supervis|human|eyes?|unsupervis|direct|straight|itself|automatic)\w*"
)
_NEVER_WITHOUT = rx(
    r"\b(?:never|no|nothing|none|not|nobody)\b[^.;!?]{0,60}\b(?:without|unless)\b|n['’]t\b[^.;!?]{0,60}\bwithout\b|"
    r"\b(?:nothing|none|never|no \w+)\b[^.;!?]{0,30}\b(?:goes?|sent|send|leaves?|published|posted|printed|filed)\b[^.;!?]{0,30}\b(?:until|before)\b"
)
_PICKED = rx(
    r"\b(?:the|its|those|only|just|whichever|whatever|what|every|all)\s(?:(?:ones?|things|files|cases|texts|pictures|images|films|letters)\s)?(?:(?:that )?(?:it|the (?:tool|system|software|machine|bot|computer|app|camera))\s(?:has )?(?:flag|mark|highlight|pick|warn|suspect|single)\w*|(?:flagged|marked|highlighted|suspicious|doubtful|picked|red|orange|yellow|unsure|uncertain|critical|urgent|positive)\s(?:ones?|cases|files|images|films|texts|results?|pictures|x-?rays|scans))"
)
# Who looks at a part looks at some.
_SAMPLED = rx(
    r"\b(?:samples?|samplings?|spot-?(?: ?checks?)?|at random|random(?:ly)?|(?:every|each) (?:second|third|fourth|fifth|tenth|other|hundredth)|one in (?:two|three|four|five|ten|twenty)|(?:half|a few|some|part|most) of (?:them|it|the)|a handful|\d{1,2} ?(?:%|per ?cent))"
)
_TAKES_EFFECT = rx(
    r"\bbefore\b|\bthe rest (?:is|are|gets?) (?:checked|read|looked|reviewed)|\bboth\b|\btoo\b|\bas well\b"
)
_ON_A_PHONE = rx(r"\b(?:on|in) (?:\w+ ){0,3}(?:phones?|mobiles?|tablets?|smartphones?|ipads?|cell(?:phone)?s?)\b")
_WITHOUT_NETWORK = rx(
    r"\b(?:off-?line|no (?:signal|internet|network|connection|data|wi-?fi|net)|without (?:a |any )?(?:signal|internet|network|connection|net)|runs? on|running on|itself|locally|local|on-?device|inside the phone|stays? (?:on|in)|never leaves?|edge|chips?|processors?|model)\b"
)
_NETWORKED = rx(r"\b(?:needs? (?:the )?(?:internet|network|signal|data)|browser|in the cloud|web ?(?:site|page))\b")
# What the noun before a house's name makes of the house: a law clinic heals nobody.
_LAW = r"legal(?:[- ]aid)?|law|rights|immigration|asylum|migration|advice|tenancy|housing[- ](?:law|rights)"
_CRAFT = r"bike|bicycle|repair|tax|debt|computer|tech|it|writing|homework|golf|football|soccer|ski|tennis|shoe|watch|car|plant|phone|cyber(?:security)?|data|budget|wildlife|animal|bird|doll"
_LAW_HOUSE = rx(rf"\b(?:{_LAW})\s(?:\w+\s)?(?:clinic|cent(?:re|er)|hospital|practice|surgery)\b")
_CRAFT_HOUSE = rx(rf"\b(?:{_CRAFT})\s(?:clinic|hospital|surgery|doctor)\b")
# Who belongs to an association does not work there; who is on a team or a staff does.
_MEMBERS = rx(r"\bmembers?(?:hip)?\b")
_WORK_HERE = rx(
    r"\b(?:staff|team|employees?|colleagues?|crew|board|faculty|our (?:nurses|teachers|drivers|workers|clerks|advisers|lawyers|people|secretar\w+)|ourselves|us|we|volunteers?)\b"
)
# "Our members, and us clerks too": both.
_MEMBERS_AND_US = rx(
    r"\b(?:our|the|all|its|my) members\b(?! of (?:the |our )?(?:staff|team|board|crew))[^.;!?]{0,20}\b(?:and|plus|also)\b[^.;!?]{0,20}\b(?:us|ourselves|staff|clerks|employees|our \w+)\b|"
    r"\b(?:us|ourselves|staff|clerks|employees|our \w+)\b[^.;!?]{0,20}\b(?:and|plus|also)\b[^.;!?]{0,12}\b(?:our|the|all|its|my) members\b(?! of)"
)
_PARENTS = rx(r"\b(?:parents?|mothers?|fathers?|mums?|dads?|grandparents?|guardians?)\b(?!['’])")
_GROWN_UPS = rx(
    r"(?<!young )(?<!pregnant )\b(?:women|men|adults|families|elders|pensioners|visitors|survivors)\b(?!['’])"
)
_YOUNG = rx(
    r"\b(?:child(?:ren)?|kids?|bab(?:y|ies)|toddlers?|youngsters?|girls?|boys?|sons?|daughters?|pupils?|students?|learners?|teen\w*|infants?|(?:school )?classes)\b"
)
_MANY_WHO = r"(?:members?|growers?|farmers?|pupils?|students?|patients?|clients?|users?|households|families|beds|residents|listeners|inhabitants)"
_BELONG = rx(rf"\b{_MANY_WHO}\b")
_BELONGING = rx(
    rf"\b(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)? (?:hundred|thousand)|(?:a )?(?:hundred|thousand)) (?:[\w-]+ )?{_MANY_WHO}\b"
)
# Who is looked after or belongs, with a number and no word of work: "84 children", "45 women". A member or a woman may work there, where
# that was asked.
_LOOKED_AFTER = rx(
    r"\b(?:child(?:ren)?|kids|pupils?|students?|learners?|orphans?|bab(?:y|ies)|patients?|clients?|customers?|guests?|refugees|survivors|residents|inmates|households|families|beds|listeners|readers|viewers|users?|inhabitants|tenants)\b"
)
_SERVED = rx(
    rf"{_LOOKED_AFTER.pattern}|\b(?:members?(?:hip)?|women|men|girls|boys|elders|growers?|farmers?|savers?|borrowers?)\b"
)
_WORK = rx(
    r"\b(?:staff|employees?|volunteers?|of us|colleagues?|we['’]?re|we are|paid|full-?time|part-?time|nurses?|teachers?|people|persons?|us)\b"
)
_AT_WORK = rx(
    r"\b(?:we['’]?re |we are )?(?:\d{1,5}|[a-z]+(?:-[a-z]+)?) (?:[a-z-]+ )?(?:staff|employees|volunteers|of us|colleagues|paid staff|nurses|teachers)\b|\bwe(?:['’]re| are) \d{1,5}\b"
)
# "There were fourteen of us when the mill still ran", "we were sixty before the fire".
_WERE_THEN = rx(
    r"\b(?:we|there|they|us) (?:were|used to be)\b[^.;!?]*\b(?:when|before|until|once|back then|in (?:19|20)\d\d|ago|in (?:the|its|our) (?:best|good|old|golden|great)\w* (?:days|years|times))\b(?![^.;!?]*\b(?:now|today|are|still (?:are|so))\b)"
)


def sentence_with(seen: Seen, p: Proposal) -> str:
    found = sentence_of(seen, p)
    return found.text if found else seen.text


def sentence_of(seen: Seen, p: Proposal) -> Span | None:
    return sentence_around(seen.text, p.start or 0)


def denies_deciding(said: str) -> bool:
    """Whether words deny a part in deciding and tell of no other: "it doesn't order anybody about"."""
    no = _DENIED_DECISION.search(said)
    return no is not None and not _ROLE.search(said[: no.start()] + said[no.end() :])


def _decision(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A part in deciding that is denied is none; what it does besides, where it is told, is help."""
    sentence = seen.text if mine else sentence_with(seen, p)
    if p.value != "decides" and by_number(seen.text) is not None:
        return replace(p, value="decides")
    no = _DENIED_DECISION.search(sentence) if p.value != "assists" else None
    if no is None or (not mine and no.start() >= (p.end or 0)):
        return p
    rest = sentence[: no.start()] + sentence[no.end() :]
    if _ROLE.search(rest):
        # One part is denied, and another told: "it does not decide, it recommends".
        return p if not _DENIED_DECISION.search(quote) else None
    return replace(p, value="assists") if mine and _ONLY_HELPS.search(rest) else None


# Whoever may, can fetch it: that is what open weights are.
_FOR_ALL = rx(
    r"\b(?:any(?:body|one)|every(?:body|one)|all|free(?:ly)?|public(?:ly)?|open(?:ly)?|you|one|can be|could be)\b[^.;!?]{0,30}\b(?:download\w*|fetch\w*|grab\w*|pull\w*|clon\w+|cop(?:y|ied)|get (?:it|them))\b|"
    r"\b(?:download\w*|fetch\w*|grab\w*|available|up)\b[^.;!?]{0,20}\b(?:by|for|to|from|on) (?:any(?:body|one)|every(?:body|one)|all|hugging ?face|github|gitlab|zenodo)\b"
)
_NOT_FOR_ALL = rx(r"\b(?:not?|never|nobody|no one|none|cannot|only|pay\w*)\b|n['’]t\b")


def _weights(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """What anybody can download is open."""
    sentence = sentence_with(seen, p)
    free = p.value == "closed" and _FOR_ALL.search(sentence) and not _NOT_FOR_ALL.search(sentence)
    return replace(p, value="open") if free else p


_FAITH = rx(
    r"\b(?:relig\w*|faith\w*|church\w*|mass\b|mosques?|temples?|synagogues?|pray\w*|prayers?|priests?|imams?|pastors?|parish\w*|christian\w*|muslim\w*|hindu\w*|jew(?:s|ish)?\b|buddhis\w*|catholic\w*|baptis\w*|denominations?|congregation\w*|god\b|fast(?:ing)?\b|confession\w*)"
)
_DESCENT = rx(
    r"\b(?:tribes?|tribal|clans?|ethnic\w*|races?\b|racial|castes?|skin colou?r|mother tongue|indigenous|roma\b|descent)"
)
_BODY = rx(
    r"\b(?:operations?|operated|surger\w+|ill(?:ness\w*)?\b|sick\w*|diseases?|diagnos\w+|diabet\w*|hiv\b|aids\b|pregnan\w*|disab\w+|medic\w+|pills?|blood|cancer\w*|hospital\w*|symptoms?|x-?rays?|therap\w+|depress\w*|allerg\w+|injur\w+|wounds?|hips?\b|health)"
)
_SPOKEN_OF = (("health", _BODY), ("ethnicity", _DESCENT), ("religion", _FAITH))


def _sensitive(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A clan is no faith; and what has a word of its own is nothing else."""
    said = sentence_with(seen, p)
    told = {value for value, words in _SPOKEN_OF if words.search(said)}
    if "religion" in p.members and "ethnicity" in told and "religion" not in told:
        return replace(p, value=tuple(v for v in p.members if v != "religion") or ("ethnicity",))
    if mine and p.members == ("other",) and told and not _NOT_FOR_ALL.search(quote):
        return replace(p, value=tuple(v for v in FIELDS[p.ref].values if v in told))
    return p


def _review(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if p.value in ("always", "sometimes") and nobody_does(quote, p.ref):
        return replace(p, value="never")
    if p.value == "never":
        if _NEVER_WITHOUT.search(quote):
            return replace(p, value="always")
        return None if _NO_RECORD.search(quote) and not _LOOKS.search(quote) else p
    if p.value == "always" and _SAMPLED.search(quote):
        return replace(p, value="sometimes")
    picked = p.value == "always" and _PICKED.search(quote)
    return replace(p, value="sometimes") if picked and not _TAKES_EFFECT.search(sentence_with(seen, p)) else p


_BUT_OWN = rx(r"\b(?:ourselves|by ourselves|in-?house|on our own|our own)\b(?! (?:not|n['’]t))")
# "We do not run it", "READ-COOP runs it, not we".
_NOT_WE = rx(
    r"\bnot (?:we|us|ours?|ourselves|me|by us|with us|on our)\b|\b(?:we|i)(?:n['’]t| never| (?:do|did|are|were|have|can|could|would|will)(?:n['’]?t| not)| cannot| can['’]?t| don['’]?t| didn['’]?t)\b"
)
# Words that can tell of something of one's own.
_OWN_PLACE = rx(
    r"\b(?:we|our|ours|own|self|ourselves|myself|local\w*|on-?prem\w*|in-?house|servers?|basement|cellar|cupboard|laptops?|computers?|pcs?|machines?|box|boxes|racks?|install\w*|download\w*|here|office|building|hospital|school|clinic|off-?line|docker|ollama|gpus?|raspberry|nas)\b"
)


# Who opens a page runs nothing of it.
_ON_A_PAGE = rx(
    r"\b(?:open|opens|go|goes|log(?:ged)?|visit|browse)\b[^.;!?]{0,30}(?:\b(?:page|web ?site|website|browser|internet|online)\b|\.(?:com|org|net|ai|io)\b)|\b(?:in|through|via|with) (?:the |my |a |our )?(?:web )?browser\b"
)
_RUNS_IT = rx(r"\b(?:runs?|running|install\w*|download\w*|host\w*|server|off-?line|docker|ollama|local(?:ly)?|self)\b")


def _access(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """To reach something with one's phone or on a page is not to run it, and who does not run it says so."""
    if p.value != "self_hosted":
        return p
    if _ON_A_PAGE.search(quote) and not _RUNS_IT.search(quote):
        return replace(p, value="inside_product") if mine else None
    return p if _OWN_PLACE.search(quote) and not _denies_own(quote) else None


def _denies_own(quote: str) -> bool:
    """Whether words say that it is not oneself, and not somebody else beside ("not a company, we do it ourselves")."""
    return bool(_NOT_WE.search(quote)) and not _BUT_OWN.search(quote)


def own_by_words(p: Proposal, quote: str) -> Proposal | None:
    """A company that was taken for the organisation itself, where the words say that it is not."""
    return None if p.value == "self" and _denies_own(quote) else p


# A machine of somebody who is not the organisation: of one's family, a friend, the supplier; lent, private, at home.
_MACHINE = r"(?:laptops?|notebooks?|macbooks?|macs?|desktops?|pcs?|computers?|machines?|tablets?|ipads?|phones?|servers?|box(?:es)?)"
_NOT_OURS = (
    r"(?:daughter|son|nephew|niece|cousin|brother|husband|wife|girlfriend|boyfriend|friend|neighbou?r|mother|father|mum|dad|uncle|aunt(?:ie)?|grand(?:son|daughter|father|mother)|kid|flatmate|landlord|volunteer"
    r"|supplier|vendor|seller|maker)"
)
_ANOTHERS_MACHINE = rx(
    rf"\b{_NOT_OURS}s?['’]s? (?:[\w-]+ ){{0,2}}?{_MACHINE}\b|\b{_MACHINE} (?:of|that belongs to|belonging to|owned by|from) (?:an? |my |our |the |one of (?:my|our|the) )?(?:[\w-]+ )?{_NOT_OURS}s?\b"
    rf"|\b(?:company|firm)['’]s {_MACHINE}\b(?=[^.;!?]{{0,40}}\b(?:they|rent\w*|leas\w*)\b)|\b(?:private|personal) (?:[\w-]+ )?{_MACHINE}\b|\b{_MACHINE} (?:that (?:is|was) |which (?:is|was) )?(?:lent|loaned|borrowed)\b|\b(?:borrowed|lent) {_MACHINE}\b|\b(?:my|his|her) (?:[\w-]+ )?(?:[\w-]+ )?{_MACHINE} at home\b"
)
_IN_HAND = rx(r"\b(?:tablets?|ipads?|phones?|box(?:es)?)\b")


def _hosting(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A tool that is used on a phone runs elsewhere, unless it works there without a network or the phone is where it runs; and a machine
    that is somebody else's stands on no premises of ours.
    """
    if p.value == "own_premises" and (anothers := _ANOTHERS_MACHINE.search(sentence_with(seen, p))):
        return replace(p, value="device") if _IN_HAND.search(anothers.group()) else None
    if p.value != "device" or not _ON_A_PHONE.search(quote):
        return p
    if _NETWORKED.search(seen.text):
        return None
    used = any(m.id_of("product") for m in seen.mentions)
    return None if used and not mine and not _WITHOUT_NETWORK.search(seen.text) else p


# A parish is a church's, unless its council is named; it governs nobody.
_OF_A_FAITH = rx(r"\b(?:parish(?: office)?|church|diocese|mosque|temple|synagogue|monastery|convent)\b")
_OF_THE_STATE = rx(
    r"\b(?:councils?|municipal\w*|administration|authority|government|board|commune|ministry|state|public|court)\b"
)


def _sector(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if p.value == "government" and _OF_A_FAITH.search(quote) and not _OF_THE_STATE.search(quote):
        return replace(p, value="other")
    if p.value != "health":
        return p
    around = seen.text[max(0, (p.start or 0) - _AROUND // 2) : (p.end or 0) + 10]
    if _LAW_HOUSE.search(around):
        return replace(p, value="civil_society")
    return None if _CRAFT_HOUSE.search(around) else p


# Who built it with others did not do it alone; with one's own people one did ("together with our IT").
_JOINTLY = rx(
    r"\b(?:both of us|not (?:only |just )?(?:us|we|ourselves) (?:alone|only)|not (?:only|just) (?:us|we|ourselves|by us)|(?:us|we) not alone|jointly|in partnership|co-?(?:built|developed|designed|created|wrote|written))\b"
)
_TOGETHER = rx(
    r"\b(?:together with (?!(?:our|my) (?:own |it\b|staff|team|people|colleagues|son|daughter|volunteers))|together, |we and the |the \w+(?: \w+)? and (?:us|we|our)\b)"
)


_CAME_WITH_IT = rx(
    r"\W*(?:(?:it|he|she|that|this|they|all|just|only|already|is|was|are|['’]?s|came|comes|inside)[ ,]{0,2}){0,4}(?:built|baked|included|bundled|fitted|inside|(?:came|comes|delivered|one piece) with)(?:[\s,.-]{1,2}(?:in|inside|into|with|it|the|thing|box|product|tool|app|system|factory|from|came|when|them|one|piece))*\W*"
)


_NOT_MADE = rx(
    r"\b(?:we|i|us|our \w+) (?:(?:did|have|had)(?: not|n['’]t)|didnt|never)(?: \w+)? (?:build|built|make|made|develop\w*|design\w*|program\w*|code[d]?|wr(?:i|o)t\w+|create[d]?)\b(?! (?:\w+ )?(?:alone|only|just|all)\b)"
)
_A_PART_IS_OURS = rx(
    r"\b(?:only|just|but) (?:the |our |a |some )?(?:\w+ ){1,4}?(?:is|are|was|were)(?: (?:from|by|made by))? (?:ours?|us)\b|\bwe (?:only|just) (?:built|made|wrote|did|designed|added|set up)\b"
)


# Two tools, and not two makers.
_BOTH_BOUGHT = rx(
    r"\bboth (?:of them |of these |tools |apps )?(?:(?:were|are|was|is|have been|we) )?(?:bought|purchased|rented|ordered|come|came|made by|from|by|supplied|sold|licen[cs]ed)\b"
)


def _sourcing(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """What was made together with somebody outside was built by both, and what one did not make was not. That a part was in it when it came tells
    nothing of who built the whole.
    """
    if not mine and _CAME_WITH_IT.fullmatch(quote):
        return None
    if p.value == "in_house" and _NOT_MADE.search(quote):
        return replace(p, value="both" if _A_PART_IS_OURS.search(quote) else "vendor")
    if p.value == "both" and _BOTH_BOUGHT.search(quote):
        return replace(p, value="vendor")
    both = _JOINTLY.search(quote) or (p.value == "in_house" and _TOGETHER.search(quote))
    return replace(p, value="both") if both and p.value in ("in_house", "vendor") else p


_STOPS = rx(r"\b(?:stops?|stopped|halts?|closes?|shuts?|nothing works)\b")
_GETS_WORSE = rx(r"\b(?:gets?|becomes?|got|became|grows?|is|are) (?:\w+ )?(?:worse|slower)\b")
_NOT_WORSE = rx(
    r"\b(?:not|never|nothing|nobody|none|no|hardly)\b(?:\s[\w'’]+){0,3}\s(?:worse|slower)\b|n['’]t\b(?:\s\w+){0,3}\s(?:worse|slower)\b"
)


_ONLY_IF = rx(
    r"\W*(?:and |so |but )?(?:if|when|in case|should) (?:it|its|it['’]s|that|this|the \w+)?(?: is| was|['’]s| were)? ?(?:gone|down|off|away|out|fails?|breaks?|stops?|not there)(?: (?:for )?(?:a|one|the) (?:whole )?(?:day|week|hour|while|moment))?\W*"
)


def _outage(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """What gets worse does not stop, and does not just carry on."""
    if _ONLY_IF.fullmatch(quote):
        # "If it's gone a day …": what then becomes of it is told behind that, or not at all.
        return None
    worse = p.value in ("none", "stops") and _GETS_WORSE.search(quote) and not _NOT_WORSE.search(quote)
    return replace(p, value="degrades") if worse and not _STOPS.search(quote) else p


# "Cleaners in office towers, not our own employees": others who work.
_NOT_OUR_OWN = rx(
    r"\b(?:not|n['’]t|no|never) (?:(?:for|of|about) )?(?:our|my) (?:own )?(?:employees|staff|people|workers|team|colleagues)\b"
)


def _affected(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    p = _with_grown_ups(p, quote)
    if "students" in p.members and out_of_school(sentence_with(seen, p)):
        # Who plays or swims in a club is no pupil there.
        young = {"children", *p.members} - {"students"}
        p = replace(p, value=tuple(v for v in FIELDS[p.ref].values if v in young))
    if "farmers" in p.members and not mine:
        hands = sorted_out(seen.text, p.start or 0, p.end or 0)
        if hands is not None:
            touched = {*hands, *p.members} - {"farmers"}
            return replace(p, value=tuple(v for v in FIELDS[p.ref].values if v in touched))
    if "staff" in p.members and _NOT_OUR_OWN.search(sentence_with(seen, p)):
        others = {"workers", *p.members} - {"staff"}
        return replace(p, value=tuple(v for v in FIELDS[p.ref].values if v in others))
    if p.members == ("staff",) and _MEMBERS_AND_US.search(quote):
        return replace(p, value=("staff", "other"))
    if "staff" not in p.members or not _MEMBERS.search(quote) or _WORK_HERE.search(quote):
        return p
    left = tuple(v for v in p.members if v != "staff")
    return replace(p, value=left or ("other",)) if left or mine else None


def _with_grown_ups(p: Proposal, quote: str) -> Proposal:
    """Parents are no children and no pupils: beside them they are others, alone they are those others. So are women or pensioners for
    whom there is no other word."""
    young = {"children", "students"} & {*p.members}
    others = _PARENTS.search(quote) or (young == {*p.members} and _GROWN_UPS.search(quote))
    if not young or not others or "other" in p.members:
        return p
    told = bool(_YOUNG.search(quote))
    kept = tuple(v for v in p.members if told or v not in young)
    return replace(p, value=(*kept, "other"))


def _size(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """The value is that of the number quoted; of two numbers the one that counts who works there ("9 volunteers, 140 members")."""
    if _WERE_THEN.search(sentence_with(seen, p)):
        return None
    if counts_nobody(seen.text, p.start or 0, p.end or 0):
        counted = head_count(without_other_things(seen.text)) if mine else None
        return seen.known(p.ref, size_band(counted[0]), counted[1], counted[2], p.confidence) if counted else None
    here = _AT_WORK.search(seen.text)
    others = list(_BELONGING.finditer(seen.text)) if here else []
    if here and others:
        counted = head_count(blanked(seen.text, [Span(*other.span(), other.group()) for other in others]))
        if counted:
            return seen.known(p.ref, size_band(counted[0]), counted[1], counted[2], p.confidence)
        served = _BELONG.search(quote) and (not _WORK.search(quote) or here.group() in quote)
        if served and (counted := head_count(here.group())):
            return seen.known(p.ref, size_band(counted[0]), *here.span(), p.confidence)
    if _SERVED.search(quote) and not _WORK.search(quote) and (not mine or _LOOKED_AFTER.search(quote)):
        return None
    count = head_count(quote)
    plain = _WORK.search(quote) or (mine and not _SERVED.search(quote))
    return replace(p, value=size_band(count[0])) if count and count[0] and plain else p


# Whose labels there are none of is not that there are none.
_NO_SUCH_LABELS = rx(
    r"\bno (?:vendor|supplier|company|provider|outside|external|third-party|contractor|volunteer|community|crowd\w*|paid|partner|bought|foreign|student|machine)s?['’]?s? (?:label|tag|annotat|mark)\w*\b"
)


def _labelled(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if p.members != ("nobody",):
        return p
    return None if each_denied(quote) or _NO_SUCH_LABELS.search(quote) else p


def _generates(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """Of several kinds of content in an answer each counts, and what is denied or taken in does not."""
    if not mine or "none" in p.members:
        return p
    kinds = put_out(seen.text, p.members, FIELDS[p.ref].values)
    return replace(p, value=kinds) if kinds else None


CHOICES: dict[str, Rule] = {
    "application.generates": _generates,
    "application.decision_role": _decision,
    "application.human_review": _review,
    "application.outage_effect": _outage,
    "application.sourcing": _sourcing,
    "model.weights": _weights,
    "data.sensitive_data": _sensitive,
    "compute.hosting": _hosting,
    "model.access": _access,
    "organisation.sector": _sector,
    "application.affected_people": _affected,
    "labelling.done_by": _labelled,
    "organisation.size": _size,
}
