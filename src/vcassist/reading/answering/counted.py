"""Numbers of other things than who works there: degrees, villages, goats, whom one serves. Pure."""

from __future__ import annotations

import re

from vcassist.interview.reading import blanked
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE, TENS
from vcassist.reading.answering.answers import head_count

_I = re.I
_NUMBER = rf"(?:\d+(?:[.,]\d+)*k?|(?:an? )?(?:half a )?(?:dozen|hundred|thousand|million)|(?:{ONE_TO_TWELVE}|\w+teen|{TENS})(?:[ -](?:and )?(?:{ONE_TO_TWELVE}|hundred|thousand|million|dozen))*)"
_MEASURE = (
    r"(?:%|°|percent|per cent|degrees?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|o['’]clock|km|kilomet\w+|miles?|met(?:re|er)s?|hectares?|acres?|lit(?:re|er)s?|kilos?|kg|tons?|tonnes?|"
    r"euros?|dollars?|pounds?|francs?|shillings?|rupees?|pesos?|kva|kw|watts?|volts?|gb|tb|mb|pages?|sheets?|lines?|points?|goals?)"
)
# What is counted where somebody tells how large the work is, and works for no one.
_NO_HANDS = (
    r"(?:house-?holds?|families|villages?|hamlets?|parishes|districts?|islands?|schools?|houses?|huts?|tents?|rooms?|wards?|beds?|classrooms?|wells?|pumps?|shops?|farms?|plots?|fields?|trees?|"
    r"seats?|chairs?|tickets?|places|desks|bunks|pews|stalls|camels?|goats?|sheep|cows?|cattle|oxen|pigs?|hens?|chickens?|ducks?|donkeys?|horses?|dogs?|cats?|hives?|bees|fish|animals?|"
    r"boats?|bus(?:es)?|cars?|vans?|lorries|trucks?|bicycles?|bikes?|tablets?|phones?|computers?|laptops?|machines?|books?|letters?|calls?|messages?|cases|files|photos?|pictures?|"
    # Whom one serves, in the plural: "40 student volunteers" work there.
    r"residents|inmates|patients|pupils|students|children|kids|guests|tenants|orphans|babies|listeners|readers|viewers|subscribers|customers|clients|inhabitants|refugees|borrowers|beneficiaries)"
)
# What stands behind a number and opens another phrase ("three hundred every month").
_ENDS = r"(?:every|each|all|any|a|an|the|this|these|those|last|per|and|or|but|in|of|on|at|to|for|from|with|by|who|that|as|since|during|people|persons|staff|employees|volunteers)"
_OTHER_THINGS = re.compile(
    rf"(?<![\w.]){_NUMBER}\s?(?:(?!{_ENDS}\b)[\w’'-]+ )?(?:{_MEASURE}|{_NO_HANDS})(?![\w’'-])"
    # Who lives there: "our village has 800 souls".
    rf"|\b(?:village|town|city|island|district|valley|parish|county|region|municipality|camp|country|province|neighbourhood|quarter) (?:has|have|had|counts|is home to|numbers|of|with) (?:about |around |some |over |nearly |almost )*{_NUMBER}(?: [\w’'-]+)?"
    # Some of those who work there, by what they did or can: "four of us had the training".
    rf"|(?<!\bare )(?<!\bwere )(?<!['’]re )(?:\bthe other )?\b{_NUMBER} of us (?:really |also |only |ever |even )?(?:had|have(?! been)|has|did|do|went|got|know|knew|took|attended|learnt|learned|can|could|use|used|read|sat|passed|signed|saw|checks?|looks?|jump(?:ed)?|answer(?:ed)?|write|wrote|type|typed|take|came|call(?:ed)?|phone|phoned|ring|rang|help(?:ed)?|get|meet|met|voted|decided|agreed|talked|spoke|asked|began|started|tried|tested|listen(?:ed)?|stayed|share|noticed|wanted|step|drive|drove|sort|swap|stand)\b"
    # Whom one serves: "we treat 340 camels", "reach 12,000 souls".
    rf"|\b(?:reach|reaches|serve|serves|treat|treats|feed|feeds|look(?:s)? after|cares? for|shelters?|vaccinate|teach|teaches|cover|covers|house|houses|visit|visits) (?:about |around |some |over |nearly |almost |up to )*{_NUMBER}(?: [\w’'-]+)?(?:,? and (?:about |some )?{_NUMBER} [\w’'-]+)?",
    _I,
)
# How old somebody or something is.
_AGE = re.compile(
    rf"\b(?:oldest|youngest|eldest|aged|age|turned|turns|birthday|anniversary)\b[^.;!?\d]{{0,40}}?{_NUMBER}(?!\s(?:of us|people|staff))|{_NUMBER} years? old",
    _I,
)
# A plural right behind a number, and those of people who may work there.
_THINGS = re.compile(rf"(?<![\w.,]){_NUMBER} (?P<what>[a-z]{{3,}}s)\b", _I)
_HANDS = re.compile(
    r"\w*(?:ers|ors|ists|ians|ants|ents|ees|aries|wives|wifes|men|women|folks|ives|eurs|tics)|fte\w*|nuns|monks|sisters|brothers|nurses|priests|aides|cooks|guides|guards|scouts|clerks|chefs|interns|souls|heads|hands|bodies|mothers|fathers|ladies|guys|girls|boys|lads|chaps|friends|"
    r"colleagues|people|persons|vets|docs|volunteers|adults|villagers|coaches|judges|pilots|medics|chiefs|elders|mums|moms|dads|aunts|uncles|grannies|retirees|relatives|neighbours|partners|timers|hires|employes|humans|imams|deacons|monitors|times|others|plus|thousands|hundreds|dozens|tens|locals|expats|cousins|pros|specialists|staffs|us|has|was|is|bosses|apprentices|freelances|mates|techs|full-timers|part-timers",
    _I,
)
_ARE = re.compile(r"\b(?:we(?:['’]re| are|['’]ve| have)|us|our|team|staff|employ\w*|work\w*|volunteers?|people)\b", _I)
_LOST_COUNT = re.compile(
    r"\b(?:given up|gave up|stopped|lost) count(?:ing)?\b|\b(?:do(?:n['’]t| not)|never|cannot|can['’]t) count\b", _I
)


def without_other_things(text: str) -> str:
    """The text with counts of what does not work there turned into spaces, so that every offset holds."""
    spans = [m.span() for pattern in (_OTHER_THINGS, _AGE) for m in pattern.finditer(text)]
    if not _ARE.search(text):
        spans += [m.span() for m in _THINGS.finditer(text) if not _HANDS.fullmatch(m["what"])]
    return blanked(text, spans)


def counts_nobody(text: str, start: int, end: int) -> bool:
    """True when the numbers of a stretch are all of other things, or it only says that nobody counts."""
    left = without_other_things(text)[start:end]
    return bool(_LOST_COUNT.search(left)) or (left != text[start:end] and head_count(left) is None)
