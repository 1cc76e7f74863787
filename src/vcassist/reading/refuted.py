"""Takes back what its own words refute: a quote that denies, restricts or puts off what was read from it. Pure.

Each rule speaks of one way in which words of a topic stand without the statement: "nobody decides" is no machine that decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.narrowing import narrowed
from vcassist.interview.ports import Proposal
from vcassist.reading.answers import head_count, polarity, size_band
from vcassist.reading.counted import counts_nobody, without_other_things
from vcassist.reading.denied import blanked
from vcassist.reading.nobody import each_denied, nobody_does
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, sentences
from vcassist.reading.value_words import only_a_kind, with_version

_I = re.I
# Characters around a quote in which the words stand that restrict it.
_AROUND = 60
# Characters of a "no" that stands before everything else.
LONGEST_NO = 5


def _rx(words: str) -> re.Pattern[str]:
    return re.compile(words, _I)


_DENIED_DECISION = _rx(
    r"\b(?:nobody|no one|nothing|none|never|not|no|doesn|don|isn|can)(?:['’]?t)?\b(?:\s[\w'’]+){0,3}?\sdeci(?:d|s)\w*"
)
# To keep a record of a look, or to decide, is not to look.
_NO_RECORD = _rx(
    r"\b(?:no|not|nothing|never|nobody|without)\b[^.;]{0,30}\b(?:records?|recorded|minutes|written|writing|logs?|logged|protocol|deci(?:d|s)\w*|forces?|oblig\w*)\b"
)
_LOOKS = _rx(
    r"\b(?:check|review|read|look|verif|approv|sign|see|saw|seen|correct|proof|supervis|human|eyes?|unsupervis|direct|straight|itself|automatic)\w*"
)
_NEVER_WITHOUT = _rx(
    r"\b(?:never|no|nothing|none|not|nobody)\b[^.;!?]{0,60}\b(?:without|unless)\b|n['’]t\b[^.;!?]{0,60}\bwithout\b|"
    r"\b(?:nothing|none|never|no \w+)\b[^.;!?]{0,30}\b(?:goes?|sent|send|leaves?|published|posted|printed|filed)\b[^.;!?]{0,30}\b(?:until|before)\b"
)
# "No one but Tadej", "nobody who isn't told": the exception is the statement.
_EXCEPTED = _rx(
    r"\b(?:no one|nobody|none|no \w+|nothing)\s(?:here |else )?(?:but|except|other than|save)\s(?!the law|that\b)\w|\b(?:nobody|no one)\b[^.;!?]{0,20}\b(?:who|that)\s?(?:isn['’]t|is not|hasn['’]t|has not|doesn['’]t|does not)\b"
)
# That a way was never used says nothing of whether there is one.
_NEVER_USED = _rx(
    r"\b(?:no(?:body| one|ne)?|never|nothing|hasn['’]t|haven['’]t|has not|have not)\b(?:\s[\w'’]+){0,3}?\s(?:complain(?:ed|s|t)?|objected|appealed|contested|tried|(?:gone|went|goes) wrong|happened|asked for it|needed it)\b"
)
_USABLE = _rx(
    r"\b(?:can(?:not|['’]?t)?|couldn['’]?t|could|may|no (?:way|procedure|form|process)|there is no|possible)\b"
)
_BEING_MADE = _rx(
    r"\b(?:(?:is|are|be|gets?|s|re)\s(?:still |just |now |currently )?being\s(?:written|drafted|prepared|made|drawn up|put together|worked (?:on|out)|developed|discussed|set up|planned|created)|(?:is|are|still|currently|now|just)\s(?:writing|drafting|preparing|drawing up|putting together|working on)|in (?:preparation|the making))\b"
)
_NOW_TOO = _rx(r"\b(?:already|until then|meanwhile|current|existing|old|in force|we have (?:one|rules|a))\b")
_PICKED = _rx(
    r"\b(?:the|its|those|only|just|whichever|whatever|what|every|all)\s(?:(?:ones?|things|files|cases|texts|pictures|images|films|letters)\s)?(?:(?:that )?(?:it|the (?:tool|system|software|machine|bot|computer|app|camera))\s(?:has )?(?:flag|mark|highlight|pick|warn|suspect|single)\w*|(?:flagged|marked|highlighted|suspicious|doubtful|picked|red|orange|yellow|unsure|uncertain|critical|urgent|positive)\s(?:ones?|cases|files|images|films|texts|results?|pictures|x-?rays|scans))"
)
_TAKES_EFFECT = _rx(
    r"\bbefore\b|\bthe rest (?:is|are|gets?) (?:checked|read|looked|reviewed)|\bboth\b|\btoo\b|\bas well\b"
)
_ON_A_PHONE = _rx(r"\bon (?:\w+ ){0,3}(?:phones?|mobiles?|tablets?|smartphones?|ipads?|cell(?:phone)?s?)\b")
_WITHOUT_NETWORK = _rx(
    r"\b(?:off-?line|no (?:signal|internet|network|connection|data|wi-?fi|net)|without (?:a |any )?(?:signal|internet|network|connection|net)|runs? on|running on|itself|locally|local|on-?device|inside the phone|stays? (?:on|in)|never leaves?|edge|chips?|processors?|model)\b"
)
_NETWORKED = _rx(r"\b(?:needs? (?:the )?(?:internet|network|signal|data)|browser|in the cloud|web ?(?:site|page))\b")
# What the noun before a house's name makes of the house: a law clinic heals nobody.
_LAW = r"legal(?:[- ]aid)?|law|rights|immigration|asylum|migration|advice|tenancy|housing[- ](?:law|rights)"
_CRAFT = r"bike|bicycle|repair|tax|debt|computer|tech|it|writing|homework|golf|football|soccer|ski|tennis|shoe|watch|car|plant|phone|cyber(?:security)?|data|budget|wildlife|animal|bird|doll"
_LAW_HOUSE = _rx(rf"\b(?:{_LAW})\s(?:\w+\s)?(?:clinic|cent(?:re|er)|hospital|practice|surgery)\b")
_CRAFT_HOUSE = _rx(rf"\b(?:{_CRAFT})\s(?:clinic|hospital|surgery|doctor)\b")
# Who belongs to an association does not work there; who is on a team or a staff does.
_MEMBERS = _rx(r"\bmembers?(?:hip)?\b")
_WORK_HERE = _rx(
    r"\b(?:staff|team|employees?|colleagues?|crew|board|faculty|our (?:nurses|teachers|drivers|workers|clerks|advisers|lawyers|people|secretar\w+)|ourselves|us|we|volunteers?)\b"
)
_LEAVING = _rx(
    r"\b(?:exit|leav\w*|left|terminat\w*|cancel\w*|get(?:ting)? (?:it|them|our|the|everything)|back|export\w*|return\w*|hand(?:ed|s)? over|notice|switch\w*|lock\w*|contracts?\s(?:\w+\s){0,3}(?:silent|nothing|not a word|doesn|does not|never)|walk away|get out|quit|move away|take (?:it|our|the))\b"
)
# What a contract says of training, logs and retention is another matter than how to leave it.
_OF_INPUTS = _rx(r"\b(?:training|trained|retention|retain\w*|logging|abuse|prompts?|inputs?|opted out)\b")
_NOT_TOLD = _rx(
    r"\b(?:un|not (?:been |being )?|never )(?:disclosed|stated|specified|revealed)\b|\b(?:won['’]t|will not|refuses? to) (?:say|tell|disclose)\b"
)
_BUT_FOR = _rx(
    r"^\W*(?:\w+[\s,]+){0,4}?(?:apart from|except(?: for)?|other than|besides|save for|with the exception of|excepting)\s"
)
_HEDGE_ONLY = _rx(
    r"\W*(?:maybe|perhaps|possibly|could be|i guess|hm+|well|honestly|not sure|honestly not sure|dunno|who knows)\W*"
)
_ASKS_BACK = _rx(
    r"\W*(?:(?:sorry|and|but|ok|hm+)\W+)?what (?:does |do |is |are )?(?:(?:you|u) )?(?:means?|meant|that|this)\b|\W*(?:what|how) (?:do you mean|is meant)|\W*wdym\b"
)
_DATA_LICENCE = _rx(
    r"\b(?:data ?sets?|data|imagery|images|photos?|pictures|scenes|corpus|corpora|recordings|tiles|maps?|archives?|(?:land)?sat\w*|sentinel[\w-]*)\b[^.;\n]{0,60}$"
)
# "X is the licence of the data set", "X covers the images": whose it is stands behind it, and no model beside.
_LICENCE_OF_DATA = _rx(
    r"[\"”'’)]*\s(?:is|was|are|covers?|appl(?:y|ies)|concerns?|belongs?|goes|stands)\b(?:\s(?:only|just|the|our|its|for|to|with|a|licen[cs]es?|of|on))*\s(?:training |image |text )?(?:data ?sets?|data|images?|corpus|photos?|pictures|recordings)\b(?![^.;!?]*\b(?:and|as well as|both)\b(?: (?:of|for|to))?(?: (?:the|our))? (?:models?|weights))"
)
_PARENTS = _rx(r"\b(?:parents?|mothers?|fathers?|mums?|dads?|grandparents?|guardians?)\b(?!['’])")
_YOUNG = _rx(
    r"\b(?:child(?:ren)?|kids?|bab(?:y|ies)|toddlers?|youngsters?|girls?|boys?|sons?|daughters?|pupils?|students?|learners?|teen\w*|infants?)\b"
)
_MODEL_WORDS = _rx(r"\b(?:models?|weights|software|code|llm|checkpoint|algorithm|net(?:work)?)\b")
_BARE_WORD = _rx(r"^\W*(?:(?:it['’]?s|it is|they are|so|put|only|just|the|our)\s)*([\w -]+?)\W*$")
# Whom a supplier pays, and who is said to have made the model, sells the organisation nothing.
_THEIR_SUPPLIER = _rx(
    r"\b(?:they|them|he|she|the (?:company|firm|vendor|reseller|supplier|developer)s?)\s(?:only |just |also |then )?(?:pay|pays|use|uses|buy|buys|rent|rents|get|gets|take|takes|resell|resells|licen[cs]es?)(?:\s(?:it|that|them|the \w+))?(?:\s(?:from|off|at|by|with|to))?\s$"
    r"|\b(?:the|its|their|whose)\s(?:ai |language )?(?:model|llm|engine|brain)\s(?:\w+\s){0,2}(?:supplied|made|provided|developed|trained|built|comes?)?\s?(?:from|by)\s$"
)
_VERB = _rx(r"\s(?:is|are|was|uses|runs|has)\s")
_WORKS_WITHOUT = _rx(
    r"\b(?:works?|runs?|usable|goes on)\s(?:\w+\s)?(?:off-?line|without (?:the |any |an? )?(?:internet|network|signal|connection|wi-?fi|net))|\bno (?:internet|network|signal|connection) (?:is )?(?:needed|required|necessary)"
)
# "It never once failed to work with the line down": two denials are none.
_NEVER_FAILS = _rx(
    r"\b(?:never|not|n['’]t|doesn['’]?t|didn['’]?t)\b[^.;,!?]{0,25}\b(?:fail(?:s|ed)?|refus(?:e|es|ed)|stop(?:s|ped)?) (?:to|working)\b"
)
_NOT_BEFORE = _rx(r"\b(?:not|never|hardly|barely|nothing|cannot|no)\b|n['’]t\b")
_OUTPUT = _rx(r"\W*(?:plain )?(?:texts?|sms|audio|voice|pictures?|images?|videos?|speech)\W*")
_BELONG = _rx(
    r"\b(?:members?|growers?|farmers?|pupils?|students?|patients?|clients?|users?|households|families|beds|residents|listeners|inhabitants)\b"
)
_BELONGING = _rx(
    r"\b(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)? (?:hundred|thousand)|(?:a )?(?:hundred|thousand)) (?:[\w-]+ )?(?:members?|growers?|farmers?|pupils?|students?|patients?|clients?|users?|households|families|beds|residents|listeners|inhabitants)\b"
)
_WORK = _rx(
    r"\b(?:staff|employees?|volunteers?|of us|colleagues?|we['’]?re|we are|paid|full-?time|part-?time|nurses?|teachers?|people|persons?|us)\b"
)
_AT_WORK = _rx(
    r"\b(?:we['’]?re |we are )?(?:\d{1,5}|[a-z]+(?:-[a-z]+)?) (?:[a-z-]+ )?(?:staff|employees|volunteers|of us|colleagues|paid staff|nurses|teachers)\b|\bwe(?:['’]re| are) \d{1,5}\b"
)
# "There were fourteen of us when the mill still ran", "we were sixty before the fire".
_WERE_THEN = _rx(
    r"\b(?:we|there|they|us) (?:were|used to be)\b[^.;!?]*\b(?:when|before|until|once|back then|in (?:19|20)\d\d|ago|in (?:the|its|our) (?:best|good|old|golden|great)\w* (?:days|years|times))\b(?![^.;!?]*\b(?:now|today|are|still (?:are|so))\b)"
)
_ZONE = _rx(r"(?:[a-z]{2,12}-){1,3}[a-z]*\d[a-z]?|[a-z]{2}-[a-z]+-\d[a-z]?")
_COULD_BE_USED = re.compile(
    r"^[^.;!?\n]{0,40}?\b(?:would|could|can|might)\s(?:also |probably |surely |easily |just )*(?:do\b(?! it (?:for|every))|take over|step in|replace|serve|work (?:too|as well|instead)|be (?:used instead|an option|enough|a replacement|swapped))",
    _I,
)


def sound(seen: Seen, best: dict[str, Proposal], asked: Field | None) -> dict[str, Proposal]:
    """The proposals that their own words bear out; one that they restrict or turn is turned."""
    kept = {}
    for slot, proposal in best.items():
        mine = asked is not None and asked.key == proposal.ref
        checked = _checked(proposal, seen, mine)
        if checked is not None:
            kept[slot] = checked
    if asked is not None and asked.kind == "governance" and asked.type == "yesno" and asked.key not in kept:
        made = _BEING_MADE.search(seen.text)
        # What is being made is planned, and that is the very answer.
        if made and seen.plain(made.start(), made.end(), frozenset({"plan"})) and not _NOW_TOO.search(seen.text):
            kept[asked.key] = seen.known(asked.key, "no", made.start(), made.end(), 0.7)
    return kept


def _checked(p: Proposal, seen: Seen, mine: bool) -> Proposal | None:
    quote = seen.text[p.start or 0 : p.end or 0]
    if p.status == "not_applicable" and p.ref == "application.name" and narrowed(seen.text):
        return None
    if p.status != "known":
        return p
    spec = FIELDS[p.ref]
    if _is_a_thing(spec) and seen.only_unreal(p.start or 0, p.end or 0):
        return None
    if spec.type == "yesno":
        return _yes_or_no(p, quote, seen, mine)
    rule = _RULES.get(p.ref)
    checked = rule(p, quote, seen, mine) if rule else p
    return _by_its_own_word(checked, spec, _sentence(seen, p)) if checked and mine and spec.type == "set" else checked


def _is_a_thing(spec: Field) -> bool:
    """Whether a field holds which thing, whose or where: that of a time that is over is not today's, however plainly it is named."""
    return spec.type in ("entity", "country") or spec.name in ("name", "accelerator", "hosting")


def _by_its_own_word(p: Proposal, spec: Field, sentence: str) -> Proposal:
    """Who answers with a choice's own word and nothing else means that choice ("Only workers")."""
    bare = _BARE_WORD.match(sentence)
    words = {label.casefold(): value for value, label in spec.options.items()} | {v: v for v in spec.values}
    told = words.get(bare[1].casefold()) if bare else None
    return replace(p, value=(told,)) if told and len(p.members) == 1 else p


def _yes_or_no(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if p.value != "partly" and (_HEDGE_ONLY.fullmatch(quote) or _ASKS_BACK.match(quote)):
        return None
    if p.value == "yes":
        if _NOT_TOLD.search(quote):
            return replace(p, status="withheld", value=None)
        if nobody_does(quote, p.ref):
            return replace(p, value="no")
        if _BEING_MADE.search(_sentence(seen, p)) and not _NOW_TOO.search(seen.text):
            return replace(p, value="no") if p.ref.startswith("governance.") else p
        return p
    if p.value != "no":
        return p
    if p.ref == "application.works_offline":
        return _offline(p, quote)
    if _EXCEPTED.search(quote):
        return replace(p, value="yes")
    if _BUT_FOR.match(seen.text[p.end or 0 : (p.end or 0) + _AROUND]) or _BUT_FOR.search(_rest_after_no(quote)):
        return replace(p, value="partly")
    if p.ref in ("application.appeal", "monitoring.incident_process"):
        said = polarity(seen.text) if mine else None
        plainly = said is not None and said.value == "no" and said.end <= LONGEST_NO
        return None if _NEVER_USED.search(quote) and not plainly and not _USABLE.search(quote) else p
    if p.ref == "governance.exit_clause" and _OF_INPUTS.search(quote) and not _LEAVING.search(quote):
        return None
    return p


def _rest_after_no(quote: str) -> str:
    """What follows the first denial of a quote."""
    found = re.match(r"\W*(?:no|none|nothing|not|never)\b", quote, _I)
    return quote[found.end() :] if found else ""


def _sentence(seen: Seen, p: Proposal) -> str:
    found = _sentence_of(seen, p)
    return found.text if found else seen.text


def _sentence_of(seen: Seen, p: Proposal) -> Span | None:
    at = p.start or 0
    return next((s for s in sentences(seen.text) if s.start <= at < s.end), None)


def _decision(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    return None if p.value == "decides" and _DENIED_DECISION.search(quote) else p


def _review(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if p.value in ("always", "sometimes") and nobody_does(quote, p.ref):
        return replace(p, value="never")
    if p.value == "never":
        if _NEVER_WITHOUT.search(quote):
            return replace(p, value="always")
        return None if _NO_RECORD.search(quote) and not _LOOKS.search(quote) else p
    picked = p.value == "always" and _PICKED.search(quote)
    return replace(p, value="sometimes") if picked and not _TAKES_EFFECT.search(_sentence(seen, p)) else p


def _hosting(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A tool that is used on a phone runs elsewhere, unless it works there without a network or the phone is where it runs."""
    if p.value != "device" or not _ON_A_PHONE.search(quote):
        return p
    if _NETWORKED.search(seen.text):
        return None
    used = any(m.id_of("product") for m in seen.mentions)
    return None if used and not mine and not _WITHOUT_NETWORK.search(seen.text) else p


def _sector(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if p.value != "health":
        return p
    around = seen.text[max(0, (p.start or 0) - _AROUND // 2) : (p.end or 0) + 10]
    if _LAW_HOUSE.search(around):
        return replace(p, value="civil_society")
    return None if _CRAFT_HOUSE.search(around) else p


def _affected(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    p = _with_parents(p, quote)
    if "staff" not in p.members or not _MEMBERS.search(quote) or _WORK_HERE.search(quote):
        return p
    left = tuple(v for v in p.members if v != "staff")
    return replace(p, value=left or ("other",)) if left or mine else None


def _with_parents(p: Proposal, quote: str) -> Proposal:
    """Parents are no children and no pupils: beside them they are others, alone they are those others."""
    if not _PARENTS.search(quote) or "other" in p.members or not {"children", "students"} & {*p.members}:
        return p
    young = bool(_YOUNG.search(quote))
    kept = tuple(v for v in p.members if young or v not in ("children", "students"))
    return replace(p, value=(*kept, "other"))


def _lifecycle(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """Who stops using a tool for one thing has not stopped using it."""
    return None if p.value == "retired" and narrowed(seen.text) else p


def _licence(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if _LICENCE_OF_DATA.match(seen.text, p.end or 0):
        return None
    if mine:
        return p
    before = _sentence_before(seen, p)
    return None if _DATA_LICENCE.search(before) and not _MODEL_WORDS.search(before.rpartition(";")[2][-40:]) else p


def _sentence_before(seen: Seen, p: Proposal) -> str:
    found = _sentence_of(seen, p)
    return seen.text[found.start : p.start or 0] if found else ""


def _accelerator(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A cloud's zone ("ap-south-1") is no chip."""
    if not _ZONE.fullmatch(quote.strip()) or any(m.start == p.start for m in seen.mentions):
        return p
    chip = next((m for m in seen.mentions if m.id_of("accelerator") and seen.stated(m)), None)
    return seen.in_words(p.ref, with_version(chip, seen.text), p.confidence) if chip else None


def _supplier(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    return None if _THEIR_SUPPLIER.search(seen.text[: p.start or 0]) else p


def _name(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """What could take another's place is nobody's tool yet."""
    if not mine and _COULD_BE_USED.match(seen.text[p.end or 0 :]):
        return None
    # "Laura uses gradient boosting": a name ends before its verb.
    verb = _VERB.search(quote) if p.value == quote else None
    if verb is None or (re.search(r"[A-ZÀ-Þ]", quote[verb.end() :]) and not only_a_kind(quote[: verb.start()])):
        return p
    at = p.start or 0
    return (
        None
        if only_a_kind(quote[: verb.start()])
        else seen.known(p.ref, quote[: verb.start()], at, at + verb.start(), p.confidence)
    )


def _offline(p: Proposal, quote: str) -> Proposal:
    """What works without a network works without a network, though it says so with a "without"."""
    if _NEVER_FAILS.search(quote):
        return replace(p, value="yes")
    works = _WORKS_WITHOUT.search(quote)
    return replace(p, value="yes") if works and not _NOT_BEFORE.search(quote[: works.start()]) else p


def _purpose(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A word that names only what comes out ("text", "sms") is no purpose unless it was asked for."""
    return None if not mine and _OUTPUT.fullmatch(quote) else p


def _size(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """The value is that of the number quoted; of two numbers the one that counts who works there ("9 volunteers, 140 members")."""
    if _WERE_THEN.search(_sentence(seen, p)):
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
        if _BELONG.search(quote) and not _WORK.search(quote) and (counted := head_count(here.group())):
            return seen.known(p.ref, size_band(counted[0]), *here.span(), p.confidence)
    count = head_count(quote)
    return replace(p, value=size_band(count[0])) if count and count[0] and _WORK.search(quote) else p


def _labelled(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    return None if p.members == ("nobody",) and each_denied(quote) else p


_RULES: dict[str, Callable[[Proposal, str, Seen, bool], Proposal | None]] = {
    "application.decision_role": _decision,
    "application.human_review": _review,
    "compute.hosting": _hosting,
    "organisation.sector": _sector,
    "application.affected_people": _affected,
    "labelling.done_by": _labelled,
    "model.licence": _licence,
    "application.lifecycle": _lifecycle,
    "compute.accelerator": _accelerator,
    "application.name": _name,
    "application.supplier": _supplier,
    "model.name": _name,
    "application.purpose": _purpose,
    "organisation.size": _size,
}
