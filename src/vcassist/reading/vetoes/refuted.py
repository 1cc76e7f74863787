"""Takes back what its own words refute: a quote that denies, restricts or puts off what was read from it. Pure.

Each rule speaks of one way in which words of a topic stand without the statement: "nobody decides" is no machine that decides.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.corrections.narrowing import narrowed
from vcassist.interview.meant import stems, telling_stems
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import A_PRICE, NO_IDEA, NOT_KNOW, NOT_SO, TITLES
from vcassist.reading.answering.answers import polarity, withheld_before
from vcassist.reading.answering.value_words import only_a_kind, with_version
from vcassist.reading.naming.newcomers import THEY_MAKE
from vcassist.reading.naming.somebody import TITLED
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span
from vcassist.reading.told.chosen_words import CHOICES, Rule, own_by_words, rx, sentence_of, sentence_with
from vcassist.reading.told.put_through import with_whither
from vcassist.reading.told.what_counts import STAYS_NOT
from vcassist.reading.told.whole_task import with_what_it_leans_on
from vcassist.reading.told.without_a_line import survives
from vcassist.reading.vetoes.nobody import nobody_does
from vcassist.reading.vetoes.other_matter import where_a_maker_sits

_I = re.I
# Characters behind a quote in which the words stand that restrict it.
_AROUND = 60
# How sure the turned value of "it does not stay here" is at least: the reader hears it as the opposite, and is not sure of that.
SURE_OF_STAYING = 0.7
# Characters of a "no" that stands before everything else.
LONGEST_NO = 5
# "No one but Tadej", "nobody who isn't told": the exception is the statement.
_EXCEPTED = rx(
    r"\b(?:no one|nobody|none|no \w+|nothing)\s(?:here |else )?(?:but|except|other than|save)\s(?!the law|that\b)\w|\b(?:nobody|no one)\b[^.;!?]{0,20}\b(?:who|that)\s?(?:isn['’]t|is not|hasn['’]t|has not|doesn['’]t|does not)\b"
)
# That a way was never used says nothing of whether there is one.
_NEVER_USED = rx(
    r"\b(?:no(?:body| one|ne)?|never|nothing|hasn['’]t|haven['’]t|has not|have not)\b(?:\s[\w'’]+){0,3}?\s(?:complain(?:ed|s|t)?|objected|appealed|contested|tried|(?:gone|went|goes) wrong|happened|asked for it|needed it)\b"
)
_USABLE = rx(
    r"\b(?:can(?:not|['’]?t)?|couldn['’]?t|could|may|no (?:way|procedure|form|process)|there is no|possible)\b"
)
_BEING_MADE = rx(
    r"\b(?:(?:is|are|be|gets?|s|re)\s(?:still |just |now |currently )?being\s(?:written|drafted|prepared|made|drawn up|put together|worked (?:on|out)|developed|discussed|set up|planned|created)|(?:is|are|still|currently|now|just)\s(?:writing|drafting|preparing|drawing up|putting together|working on)|in (?:preparation|the making))\b"
)
_NOW_TOO = rx(r"\b(?:already|until then|meanwhile|current|existing|old|in force|we have (?:one|rules|a))\b")
_LEAVING = rx(
    r"\b(?:exit|leav\w*|left|terminat\w*|cancel\w*|get(?:ting)? (?:it|them|our|the|everything)|back|export\w*|return\w*|hand(?:ed|s)? over|notice|switch\w*|lock\w*|contracts?\s(?:\w+\s){0,3}(?:silent|nothing|not a word|doesn|does not|never)|walk away|get out|quit|move away|take (?:it|our|the))\b"
)
# What a contract says of training, logs and retention is another matter than how to leave it.
_OF_INPUTS = rx(r"\b(?:training|trained|retention|retain\w*|logging|abuse|prompts?|inputs?|opted out)\b")
_NOT_TOLD = rx(
    r"\b(?:un|not (?:been |being )?|never )(?:disclosed|stated|specified|revealed)\b|\b(?:won['’]t|will not|refuses? to) (?:say|tell|disclose)\b"
)
_APART_FROM = r"apart from|except(?: for)?|other than|besides|save for|with the exception of|excepting"
_BUT_FOR = rx(rf"^\W*(?:\w+[\s,]+){{0,4}}?(?:{_APART_FROM})\s")
# To hear a complaint is not to measure.
_ONLY_HEARD_OF = rx(
    rf"\b(?:{_APART_FROM}|beyond)\b(?: \w+){{0,3}} (?:complain\w*|grumbl\w*|moan\w*|grievances?|rumou?rs?|remarks?|feelings?|impressions?|gossip)\b"
)
# "I couldn't say, I don't know the details" keeps nothing back.
_KNOWS_NOT = rx(rf"\b(?:{NOT_KNOW}|{NO_IDEA})\b")
_WILL_NOT = rx(
    r"\b(?:rather not|won['’]?t|will not|not allowed|may not|must(?: not|n['’]t)|not going to|nda|confidential|prefer not|refuse)\b"
)
_HEDGE_ONLY = rx(
    r"\W*(?:maybe|perhaps|possibly|could be|i guess|hm+|well|honestly|not sure|honestly not sure|dunno|who knows)\W*"
)
_ASKS_BACK = rx(
    r"\W*(?:(?:sorry|and|but|ok|hm+)\W+)?what (?:does |do |is |are )?(?:(?:you|u) )?(?:means?|meant|that|this)\b|\W*(?:what|how) (?:do you mean|is meant)|\W*wdym\b"
)
_DATA_LICENCE = rx(
    r"\b(?:data ?sets?|data|imagery|images|photos?|pictures|scenes|corpus|corpora|recordings|tiles|maps?|archives?|(?:land)?sat\w*|sentinel[\w-]*)\b[^.;\n]{0,60}$"
)
# "X is the licence of the data set", "X covers the images": whose it is stands behind it, and no model beside.
_LICENCE_OF_DATA = rx(
    r"[\"”'’)]*\s(?:is|was|are|covers?|appl(?:y|ies)|concerns?|belongs?|goes|stands)\b(?:\s(?:only|just|the|our|its|for|to|with|a|licen[cs]es?|of|on))*\s(?:training |image |text )?(?:data ?sets?|data|images?|corpus|photos?|pictures|recordings)\b(?![^.;!?]*\b(?:and|as well as|both)\b(?: (?:of|for|to))?(?: (?:the|our))? (?:models?|weights))"
)
_MODEL_WORDS = rx(r"\b(?:models?|weights|software|code|llm|checkpoint|algorithm|net(?:work)?)\b")
_BARE_WORD = rx(r"^\W*(?:(?:it['’]?s|it is|they are|so|put|only|just|the|our)\s)*([\w -]+?)\W*$")
# Whom a supplier pays, and who is said to have made the model, sells the organisation nothing.
_THEIR_SUPPLIER = rx(
    r"\b(?:they|them|he|she|the (?:company|firm|vendor|reseller|supplier|developer)s?)\s(?:only |just |also |then )?(?:pay|pays|use|uses|buy|buys|rent|rents|get|gets|take|takes|resell|resells|licen[cs]es?)(?:\s(?:it|that|them|the \w+))?(?:\s(?:from|off|at|by|with|to))?\s$"
    r"|\b(?:the|its|their|whose)\s(?:ai |language )?(?:model|llm|engine|brain)\s(?:\w+\s){0,2}(?:supplied|made|provided|developed|trained|built|comes?)?\s?(?:from|by)\s$"
)
_VERB = rx(r"\s(?:is|are|was|uses|runs|has)\s")
_WORKS_WITHOUT = rx(
    r"\b(?:works?|runs?|usable|goes on)\s(?:\w+\s)?(?:off-?line|without (?:the |any |an? )?(?:internet|network|signal|connection|wi-?fi|net|line|coverage|reception))|\bno (?:internet|network|signal|connection) (?:is )?(?:needed|required|necessary)"
)
# "It never once failed to work with the line down": two denials are none.
_NEVER_FAILS = rx(
    r"\b(?:never|not|n['’]t|doesn['’]?t|didn['’]?t)\b[^.;,!?]{0,25}\b(?:fail(?:s|ed)?|refus(?:e|es|ed)|stop(?:s|ped)?) (?:to|working)\b"
)
# "The line drops and the thing does not even notice": of a fault that is told before, it takes no harm.
_UNMOVED = rx(
    r"\b(?:drop\w*|down|dead|dies|died|cuts?|fail\w*|gone|goes|out|off|breaks?|without|no (?:signal|internet|network|line|connection|bars?))\b[^.;!?]{0,60}"
    r"\b(?:it|thing|tool|app|program\w*|system|machine|that|bot|box|one)\b(?: \w+){0,2}? (?:(?:does|do|did|would|will|could)(?: not|n['’]t)(?: \w+){0,2}? (?:notice|mind|care|matter|bother|blink|flinch|stop|complain|give a)\b|"
    r"(?:(?:just|simply|still|always|happily) )*(?:carries on|carried on|keeps (?:on|going|working|running)|goes (?:right )?on|works (?:on|all the same|anyway|regardless|just the same)|runs on)\b)"
)
# "We had also a chatbot, but the mayor stopped it": what was stopped is that chatbot.
_HAD_ANOTHER = rx(
    r"\b(?:(?:had|tried|used|ran|was|were)\s(?:also|too|another|a second|an(?: \w+)? other)\b|(?:also|once|before that|earlier|previously)\s(?:had|tried|used to have|ran)\s(?:an?|another|some|one)\b|(?:had|tried|used|ran)\s(?:an?|another|one)\s[^.;!?]{1,60}?\b(?:too|as well|besides|before (?:that|this|it))\b)"
)
_TOLD_A_RIGHT = rx(
    r"\b(?:told|tells?|telling|inform(?:s|ed|ing)?|knows?|aware)\b[^.;!?\n]{0,60}?\b(?:(?:they|he|she|people|you|the \w+) (?:also )?(?:may|can|could|might|are allowed to|have (?:a|the) right to)|(?:how|where) to|of (?:their|the) rights? to) (?:\w+ )?(?:complain|contest|object|appeal)\b"
)
_OF_A_MACHINE = rx(
    r"\b(?:ai|artificial|machines?|computers?|robots?|(?:chat)?bots?|algorithms?|tools?|apps?|software|automat\w+)\b"
)
_NOT_BEFORE = rx(r"\b(?:not|never|hardly|barely|nothing|cannot|no|neither|none|nobody|nor|few)\b|n['’]t\b")
# "It does not run without a connection": the no is of the verb, the "without" of the line.
_DOES_NOT_WORK = rx(
    r"(?:\b(?:not|never|cannot)|n['’]t)\s(?:even |really )?(?:work|run|be used|go on)\b(?: \w+)? (?:off-?line|without (?:the |any |an? )?(?:internet|network|signal|connection|wi-?fi|net|line|coverage|reception))"
)
_OUTPUT = rx(r"\W*(?:plain )?(?:texts?|sms|audio|voice|pictures?|images?|videos?|speech)\W*")
_ZONE = rx(r"(?:[a-z]{2,12}-){1,3}[a-z]*\d[a-z]?|[a-z]{2}-[a-z]+-\d[a-z]?")
# "They think it's Tama": what others take it for is not its name.
_BELIEVED = rx(
    r"\b(?:they|people|he|she|everybody|everyone|(?:the|our|some|many|most) \w+s)\s(?:\w+\s)?(?:thinks?|believes?|supposes?|assumes?|imagines?|thought|believed|guess(?:es|ed)?)\s(?:that\s)?(?:it|he|she|this|that)(?:['’]s|\sis|\swas)\s(?:a\s|the\s)?$"
)
_CALLED = rx(r"\b(?:call(?:s|ed)?|nam(?:e|es|ed)|known as)\b")
_COULD_BE_USED = re.compile(
    r"^[^.;!?\n]{0,40}?\b(?:would|could|can|might)\s(?:also |probably |surely |easily |just )*(?:do\b(?! it (?:for|every))|take over|step in|replace|serve|work (?:too|as well|instead)|be (?:used instead|an option|enough|a replacement|swapped))",
    _I,
)


# "For the Llama, no. We looked at examples on a blog": a no that is a sentence of its own, which the next ones only explain.
_PLAIN_NO = rx(
    r"^\W*(?:(?:well|oh|hm+|honestly|(?:for|about|as for|with|of) [^.,;:!?\n]{2,40})[,:]\s)?(?:no|nope|nah)\s?[.!]+\s"
)
_IN_PART = rx(
    r"\b(?:some|only|part(?:ly|s|ially)?|half|few|but|although|though|except|sometimes|a (?:bit|little)|most(?:ly)?|not (?:all|every\w*|fully|quite|really|much|yet)|once)\b"
)
_SAYS_NO = rx(
    r"\b(?:(?:they|he|she|it|the \w+|our \w+)(?:['’]ve| have| has)? )?(?:says?|said|told (?:us|me)|tells? (?:us|me)|answer(?:s|ed)?|repl(?:y|ies|ied)|wrote(?: back)?) ?[:,“\"'‘]{0,2}(?P<said>no|yes)\b(?! (?:comment|word|answer|to (?:us|me|that|it)))"
)
_THERE_IS_NO = rx(r"\b(?:there(?:['’]s| is| are| was)|we have|has|with) no (?P<what>[\w’'-]+)")
_PROPER_NAME = re.compile(r"\W*[A-ZÀ-ÖØ-Þ][\w’'&.-]*(?: [A-ZÀ-ÖØ-Þ\d][\w’'&.-]*){0,5}\W*")


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
    if p.status != "known":
        return _open(p, quote, seen, mine)
    spec = FIELDS[p.ref]
    if _is_a_thing(spec) and seen.only_unreal(p.start or 0, p.end or 0):
        return None
    if spec.type == "yesno":
        return _yes_or_no(p, quote, seen, mine)
    rule = _RULES.get(p.ref)
    checked = rule(p, quote, seen, mine) if rule else p
    if checked and spec.type in ("entity", "text") and str(checked.value).rstrip(".") in TITLES:
        # "In Smt. Kaveri's account": the name of nobody.
        return None
    if checked and spec.type == "entity":
        checked = own_by_words(checked, sentence_with(seen, p))
    return (
        _by_its_own_word(checked, spec, sentence_with(seen, p)) if checked and mine and spec.type == "set" else checked
    )


# There is always a tool: only who says that there is none, or that it has no name, says so.
_NONE_OF_IT = rx(r"\b(?:no|none|nothing|without|not|never|nobody|cannot)\b|" + NOT_SO)


# What an organisation does or leaves: whoever leaves it says no.
_OWN_DOING = frozenset(
    {
        "application.tells_people",
        "governance.impact_assessment",
        "governance.people_consulted",
        "governance.policy",
        "governance.staff_trained",
        "governance.transparency_published",
        "model.documentation",
        "model.tested_locally",
        "monitoring.bias_tested",
        "monitoring.incident_process",
        "monitoring.performance_tracked",
    }
)
_DOING = r"(?:compar(?:e|es|ed|ing)|measur(?:e|es|ed)|track(?:s|ed)?|test(?:s|ed)?|check(?:s|ed)?|ask(?:s|ed)?|train(?:s|ed)?|publish(?:es|ed)?|tells?|told|reads?|counts?|counted|writes?|wrote|record(?:s|ed)?)"
_WE_DO_NOT = rx(
    rf"\b(?:nobody|no one|none of us)(?: (?:here|ever|really|has|had|did|does)){{0,2}} {_DOING}\b"
    rf"|\b(?:we|i|they|the (?:team|staff|board))(?: (?:do not|did not|have not|never|had never|have never|really don['’]?t)|(?: do| did| have)?n['’]?t| dont| didnt| havent| don['’]?t| didn['’]?t) (?:really |ever |even )?{_DOING}\b"
)
_NO_SENSE = rx(
    r"\b(?:appl(?:y|ies|icable)|n/?a|no sense|not relevant|irrelevant|nothing to|no need|not yet|has not begun|because)\b"
)


_A_PRICE = rx(A_PRICE)


def _open(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """What is not known, kept back or without sense: as its own words have it."""
    start, end = p.start or 0, p.end or 0
    if (
        p.status == "not_applicable"
        and p.ref == "application.name"
        and (narrowed(seen.text) or not _NONE_OF_IT.search(quote))
    ):
        return None
    if p.status in ("withheld", "unknown") and not mine and p.ref.endswith(".supplier") and _A_PRICE.search(quote):
        # "I am not at liberty to say what the supplier charges".
        return None
    if p.status == "withheld" and p.ref.endswith(".name") and mine and _PROPER_NAME.fullmatch(quote):
        # "Amgueddfa Nyddu. You needn't try to say it": the name itself keeps nothing back.
        return seen.known(p.ref, quote.strip(" .,;:!"), start, end, p.confidence)
    if p.status == "not_applicable" and mine and FIELDS[p.ref].type == "yesno":
        absent = _THERE_IS_NO.search(quote)
        # What there is none of is no; it is not that the question has no sense.
        if absent and stems(absent["what"]) & telling_stems(p.ref):
            return seen.known(p.ref, "no", start, end, p.confidence)
    if (
        p.status == "not_applicable"
        and p.ref in _OWN_DOING
        and _WE_DO_NOT.search(quote)
        and not _NO_SENSE.search(quote)
    ):
        # "We don't compare anything": what nobody does is no.
        return seen.known(p.ref, "no", start, end, p.confidence)
    if p.status == "unknown" and mine and (held := withheld_before(seen.text, start)):
        return replace(p, status="withheld", quote=held[0], start=held.start(), end=held.end())
    told = _SAYS_NO.search(quote) if p.status == "withheld" and FIELDS[p.ref].type == "yesno" else None
    if told:
        # "I asked them, they say no": the supplier told it.
        return seen.known(p.ref, told["said"].lower(), start, end, p.confidence)
    if p.status == "withheld" and p.by == "person" and _KNOWS_NOT.search(seen.text) and not _WILL_NOT.search(seen.text):
        return replace(p, status="unknown", by=None)
    return p


def _is_a_thing(spec: Field) -> bool:
    """Whether a field holds which thing, whose or where: that of a time that is over is not today's, however plainly it is named."""
    return spec.type in ("entity", "country") or spec.name in ("name", "accelerator", "hosting")


def _by_its_own_word(p: Proposal, spec: Field, sentence: str) -> Proposal:
    """Who answers with a choice's own word and nothing else means that choice ("Only workers")."""
    bare = _BARE_WORD.match(sentence)
    words = {label.casefold(): value for value, label in spec.options.items()} | {v: v for v in spec.values}
    told = words.get(bare[1].casefold()) if bare else None
    return replace(p, value=(told,)) if told and len(p.members) == 1 else p


def _told_a_right(sentence: str) -> bool:
    """Whether people are told what they may do about an outcome: that is not to be told of the AI."""
    return _TOLD_A_RIGHT.search(sentence) is not None and not _OF_A_MACHINE.search(sentence)


# To get by somehow is no fallback.
_GETS_BY = rx(
    r"\W*(?:and |so |but |then )?(?:we|they|i|you|one)(?:['’](?:d|ll)| would| will| could| can)? (?:\w+ ){0,2}?(?:muddle|manage|cope|get by|survive|struggle|soldier|carry|live)(?: \w+){0,3}\W*"
)


def _yes_or_no(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if p.ref == "application.tells_people" and _told_a_right(sentence_with(seen, p)):
        return None
    if p.value != "partly" and (_HEDGE_ONLY.fullmatch(quote) or _ASKS_BACK.match(quote)):
        return None
    if p.ref.endswith(".alternative") and p.value == "yes" and not mine and _GETS_BY.fullmatch(quote):
        return None
    if p.ref == "application.works_offline" and (works := survives(sentence_with(seen, p), mine)) is not None:
        return replace(p, value="yes" if works else "no")
    if p.value == "partly" and mine and _PLAIN_NO.match(seen.text) and not _IN_PART.search(seen.text):
        return replace(p, value="no")
    if p.value == "yes":
        if _NOT_TOLD.search(quote):
            return replace(p, status="withheld", value=None)
        if nobody_does(quote, p.ref) or (p.ref == "application.works_offline" and _DOES_NOT_WORK.search(quote)):
            return replace(p, value="no")
        if _BEING_MADE.search(sentence_with(seen, p)) and not _NOW_TOO.search(seen.text):
            return replace(p, value="no") if p.ref.startswith("governance.") else p
        return p
    if p.value != "no":
        return p
    if p.ref == "application.appeal" and _told_a_right(sentence_with(seen, p)):
        # What people may do though nobody tells them is there, in part.
        return replace(p, value="partly")
    if p.ref == "storage.crosses_border" and STAYS_NOT.search(quote):
        return replace(p, value="yes", confidence=max(p.confidence, SURE_OF_STAYING))
    if p.ref == "application.works_offline":
        return _offline(p, quote, sentence_with(seen, p))
    if _EXCEPTED.search(quote):
        return replace(p, value="yes")
    heard_only = p.ref == "monitoring.performance_tracked" and _ONLY_HEARD_OF.search(sentence_with(seen, p))
    if heard_only:
        return p
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


def _lifecycle(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """Who stops using a tool for one thing has not stopped using it, and what else there was is another thing."""
    if p.value != "retired":
        return p
    return None if narrowed(seen.text) or _HAD_ANOTHER.search(sentence_with(seen, p)) else p


def _licence(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if _LICENCE_OF_DATA.match(seen.text, p.end or 0):
        return None
    if mine:
        return p
    before = _sentence_before(seen, p)
    return None if _DATA_LICENCE.search(before) and not _MODEL_WORDS.search(before.rpartition(";")[2][-40:]) else p


def _sentence_before(seen: Seen, p: Proposal) -> str:
    found = sentence_of(seen, p)
    return seen.text[found.start : p.start or 0] if found else ""


def _accelerator(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A cloud's zone ("ap-south-1") is no chip."""
    if not _ZONE.fullmatch(quote.strip()) or any(m.start == p.start for m in seen.mentions):
        return p
    chip = next((m for m in seen.mentions if m.id_of("accelerator") and seen.stated(m)), None)
    return seen.in_words(p.ref, with_version(chip, seen.text), p.confidence) if chip else None


# "Tibamed sent the films out to an annotation firm": who gives it away does not do it.
_GAVE_AWAY = re.compile(
    r"\s(?:\w+ )?(?:sent|gave|handed|passed|outsourced|farmed|shipped|contracted|subcontracted|paid|hired|uses?|used|asked)\b[^.;!?]{0,50}\b(?:an?|some|another|other|a few|various)\s(?:[\w-]+ ){0,2}(?:firm|company|agency|contractor|supplier|vendor|service|platform|provider|freelancer|bureau|lab|people|others)s?\b",
    _I,
)


def _a_seat(p: Proposal, seen: Seen) -> bool:
    """Whether a name is but the town in which somebody sits: "Letra Ltd in Cape Town made it"."""
    start, end = p.start or 0, p.end or 0
    stands = re.search(r"\b(?:in|at|near|from|of) (?:the )?$", seen.text[:start], _I)
    return stands is not None and any(q.certain and (q.start, q.end) == (start, end) for q in seen.places)


def _supplier(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    if _a_seat(p, seen) and not any(m.start == p.start and m.id_of("supplier") for m in seen.mentions):
        return None
    if p.ref == "labelling.supplier" and _GAVE_AWAY.match(seen.text[p.end or 0 :]):
        return None
    return None if _THEIR_SUPPLIER.search(seen.text[: p.start or 0]) else p


def _thrown_in(p: Proposal, quote: str, seen: Seen) -> bool:
    """Whether a small word stands by itself between commas ("peut-être"), where somebody who writes capitals would give a name one."""
    start, end = p.start or 0, p.end or 0
    small = re.fullmatch(r"[^\W\d_A-ZÀ-ÖØ-Þ][^\d_A-ZÀ-ÖØ-Þ\s]*", quote.strip()) is not None
    apart = re.search(r",\s$", seen.text[:start]) and re.match(r"\s?(?:[,.;:!?–—]|$)", seen.text[end:])
    if not (small and apart) or any(m.start == start for m in seen.mentions):
        return False
    return seen.text != seen.text.lower() and not _CALLED.search(_sentence_before(seen, p))


# "ImageNet is the dataset", "trained on COCO": what is learnt from is no model, and what is said to be none is none.
_IS_DATA = rx(
    r"[\"”'’)]*(?:\s(?:is|was|are|being)\s(?:(?:just|only|merely)\s)?(?:(?:the|a|an|our|another|some|public|open|name of (?:the|a))\s){0,2}(?:[\w-]+\s)?(?:data ?sets?|corpus|corpora|data|benchmark|training set|(?:company|firm|place|town|person|colleague|language)\b)|"
    r"\s(?:data ?set|corpus|benchmark|images\b))"
)
_IS_NO_MODEL = rx(
    r"[\"”'’)]*\s(?:is|was)(?:n['’]t|\snot)\s(?:really\s|actually\s)?(?:an?|the|our|any)\s(?:ai |language |separate )?(?:models?|tools?|apps?|applications?)\b"
)
_LEARNT_FROM = rx(r"\b(?:pre-?trained|trained|tested|evaluated|benchmarked)\s(?:only\s)?(?:on|with|over)\s(?:the\s)?$")


# "The free one" is no name.
_ANY_ONE = rx(
    r"\W*(?:(?:the|a|an|that|this|our|just|only|its?)\s)*(?:free|paid|pro|normal|ordinary|standard|basic|cheap(?:est)?|new(?:est)?|old|latest|usual|default|simple|big|small|online|web|mobile|first|same|good|best|plain|public|private|regular|common|english)\s(?:one|version|plan|tier|account|edition|kind|thing|model|app|tool)\W*"
)
# "It's called tally-v4, a LightGBM we trained": what a model is built on is not what it is called.
_CALLED_OTHERWISE = re.compile(
    r"\b(?:(?:called|named|name is|goes by(?: the name(?: of)?)?)|call (?:it|ours|this|that))\s[\"“‘']?(?P<own>(?=[\w.-]*(?-i:[A-ZÀ-ÖØ-Þ\d]))\w[\w.-]*(?: (?-i:[A-ZÀ-ÖØ-Þ\d])[\w.-]*){0,2})[\"”’']?\s?[,;:(–-]+\s?"
    r"(?:(?:and )?(?:it|that|this)(?:['’]?s| is)\s|which is\s|being\s|basically\s|really\s)?(?:an?|our own|just an?)\s(?:[\w-]+\s){0,3}$",
    _I,
)


# What people who build models call their parts and forms, and what serves them.
_NO_MODEL_S_NAME = rx(
    r"(?:the|our|a|an|open[- ]weights?|open|own|base|\d+[- ]?bits?|int\d|fp\d+|bf16|awq|gptq|gguf|nf4|q\d\w*|[\s,/-])*(?:backbone|checkpoints?|adapters?|q?lora|weights|embeddings?|encoder|awq|gptq|gguf|nf4|vllm|ollama|llama\.cpp|tgi|pytorch|tensorrt|onnx|\d+[- ]?bits?|int\d|fp\d+|bf16)(?:[\s,/-]|awq|gptq|gguf|\d+[- ]?bits?)*"
)


_SAYS_WHAT_IT_IS = re.compile(r"\s?(?:=|->|→|:=)\s")
# "If it goes I use Gemini": what would take its place.
_WOULD_TAKE = rx(
    r"\bif\b[^.;!]{0,50}\b(?:dies|goes|fails|(?:is|was|were) (?:gone|down|closed)|stops|shuts|disappears|breaks)\b[^.;!]{0,40}?[,? ]\s?(?:then )?(?:i|we)(?:['’]?d|['’]?ll| would| will| could| can| just)? (?:use|take|switch|go|try|turn|move)\b"
    r"|^\W*(?:i|we)(?:['’]?d|['’]?ll| would| will| could) (?:\w+ )?(?:use|take|switch|go|try|turn|move)\b[^.;!]*\b(?:instead|or the)\b"
)


def _name(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """What could take another's place is nobody's tool yet, and what is said to be a data set or no model is none."""
    if field_of(p.ref).key == "model.name" and p.status == "known" and _NO_MODEL_S_NAME.fullmatch(quote):
        return None
    if _BELIEVED.search(seen.text[: p.start or 0]):
        return None
    if p.status == "known" and (cut := _SAYS_WHAT_IT_IS.search(quote)) and p.value == quote:
        # "TriaFlow = triage": the name ends where it is said what it is.
        at = p.start or 0
        return seen.known(p.ref, quote[: cut.start()], at, at + cut.start(), p.confidence)
    if p.status == "known" and _WOULD_TAKE.search(sentence_with(seen, p)):
        return None
    if p.status == "known" and _ANY_ONE.fullmatch(quote):
        return None
    own = _CALLED_OTHERWISE.search(seen.text[: p.start or 0]) if p.ref == "model.name" and p.status == "known" else None
    if own is not None:
        return seen.known(p.ref, own["own"], *own.span("own"), p.confidence)
    behind = seen.text[p.end or 0 :]
    if p.status == "known" and (TITLED.match(quote) or THEY_MAKE.match(behind)):
        return None
    if p.status == "known" and (
        any(form.search(quote) or form.match(behind) for form in (_IS_NO_MODEL, _IS_DATA))
        or _LEARNT_FROM.search(seen.text[: p.start or 0])
    ):
        return None
    if not mine and (_COULD_BE_USED.match(seen.text[p.end or 0 :]) or _thrown_in(p, quote, seen)):
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


def _offline(p: Proposal, quote: str, sentence: str) -> Proposal:
    """What works without a network works without a network, though it says so with a "without"."""
    if _NEVER_FAILS.search(quote) or _UNMOVED.search(sentence):
        return replace(p, value="yes")
    works = _WORKS_WITHOUT.search(quote)
    if works is None:
        return p
    # The denial may stand before the words that were quoted ("Neither of them works …").
    before = sentence[: max(sentence.find(quote), 0) + works.start()]
    return p if _NOT_BEFORE.search(before) else replace(p, value="yes")


# What the matter is called by us: whoever says it speaks of the answer, and gives none.
_ONLY_ITS_NAME = rx(r"\W*(?:(?:the|its|our|my|that|this|in|of) )*(?:purposes?|intended use|use case|function)\W*")
_A_ROLE = rx(r"\W*(?:it )?(?:recommends?|assists?|decides?|helps?)\W*")


# Capitals tell where a name goes on, and that it ends before what it is for.
_NAME_BEFORE = re.compile(r"(?<![.!?] )\b[A-Z][\w-]* $")
_WITHIN_A_NAME = re.compile(r"[A-Z][\w-]*(?: [A-Z\d][\w-]*)* (?:for|to) (?:the |our )?(?=[a-z]{3})")


def _purpose(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """A word that names only what comes out ("text", "sms") is no purpose unless it was asked for; the word "purpose" is none at all."""
    if not mine and _OUTPUT.fullmatch(quote):
        return None
    if _ONLY_ITS_NAME.fullmatch(quote) or (mine and _A_ROLE.fullmatch(quote)):
        return None
    start, end = p.start or 0, p.end or 0
    cut = _WITHIN_A_NAME.match(quote) if _NAME_BEFORE.search(seen.text, 0, start) else None
    if cut is not None:
        # "Kolab Writer for the letters" was cut within the name.
        return seen.in_words(p.ref, Span(start + cut.end(), end, seen.text[start + cut.end() : end]), p.confidence)
    whole = with_whither(seen.text, start, end) or with_what_it_leans_on(seen.text, start, end)
    return seen.in_words(p.ref, whole, p.confidence) if whole else p


def _where(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """Where a maker sits is not where its machines or our data are."""
    return None if where_a_maker_sits(sentence_with(seen, p)) else p


# "From the Bolivia side to Brazil": where something goes to is not where it was collected.
_WHITHER = rx(
    r"\b(?:to|into|towards?|(?:ends?|ended) up in|lands? in|arrives? in|reach(?:es)?)\s(?:(?:the|a|our|its)\s)?(?:[\w-]+ (?:in|of) )?(?:the\s)?$"
)
_WHENCE = rx(r"\b(?:from|out of|leaves?) (?:the )?$")


def _gathered(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """Where something goes to is not where it was collected; asked for that, people may tell both."""
    if not _WHITHER.search(_sentence_before(seen, p)):
        return p
    others = (q for q in seen.places if q.certain and q.code != p.value and seen.stated(q))
    whence = next((q for q in others if _WHENCE.search(seen.text[: q.start])), None)
    if not mine:
        return None
    return seen.known(p.ref, whence.code, whence.start, whence.end, p.confidence) if whence else p


# What scrambles a disk is no house.
_CIPHER = rx(r"\W*(?:luks|bitlocker|filevault|veracrypt|aes|tls|ssl|vpn)\b")
_RENTED = rx(r"\b(?:rent(?:s|ed|al)?|leas(?:e|ed|es|ing)|hired?|by the hour|cloud|aws|azure|gcp)\b")
_OWN_MACHINE = rx(
    r"\b(?:own|our|bought|ours)\b[^.;,!?]{0,30}\b(?:gpus?|servers?|machines?|computers?|hardware|box|cluster)\b"
)


def _machines(p: Proposal, quote: str, seen: Seen, mine: bool) -> Proposal | None:
    """Whoever rents machines has them from somebody: "own fine-tuning, inference on GPUs that we rent by the hour"."""
    if _CIPHER.match(quote):
        return None
    rented = (
        p.ref.startswith("compute")
        and p.value == "self"
        and _RENTED.search(seen.text)
        and not _OWN_MACHINE.search(seen.text)
    )
    return None if rented else p


_RULES: dict[str, Rule] = {
    **CHOICES,
    "data.country": _gathered,
    "compute.country": _where,
    "storage.country": _where,
    "model.licence": _licence,
    "application.lifecycle": _lifecycle,
    "compute.accelerator": _accelerator,
    "application.name": _name,
    "application.supplier": _supplier,
    "labelling.supplier": _supplier,
    "compute.supplier": _machines,
    "storage.supplier": _machines,
    "model.name": _name,
    "application.purpose": _purpose,
}
