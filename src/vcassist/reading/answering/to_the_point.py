"""Whether words are an answer to the question that was asked, or stand beside it: "a prohibition is not a fact" says nothing of an outage. Pure.

A reader that knows the question hears its answer in nearly anything with a no in it. What is really meant for the question shows in one
of four ways: it is nothing but small words ("no, we don't"), it has a yes or no of its own, it uses a word of the question, its
choices or its usual answers, or a reader that does not know the question hears something of the field in it too. What shows in none of
them is beside the question, however surely it is heard: it is asked once more, in other words. A choice that people seldom mean needs a word that tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.fields import ALONE, CHOICE_TYPES, FIELDS, Field
from vcassist.interview.meant import own_stems, stems, telling_stems
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import NOT_SO
from vcassist.reading.answering.lists import AFFECTED
from vcassist.reading.text import sentences_touching
from vcassist.reading.told.kinds_of_people import FLED
from vcassist.reading.vetoes.no_sector import HOUSE, SECTOR

_I = re.I
# A reader that is not told the question must see its field with this chance; of right answers that show otherwise, one in fifty has less.
LEAST_UNASKED = 0.1
# What is heard this surely needs less of it. On 1,100 messages of voices that were not trained on, what is heard more surely and seen with
# less than that is one right answer in fifty ("Four brains and a thesaurus."), and half of what else would be taken for a yes or no.
SURE = 0.8
FEW = 3
# Where a reader that does not know the question sees another field this surely, words of the question are there by chance.
PLAINLY_ELSEWHERE = 0.8
LEAST_WHERE_SURE = 0.02
_CLOSED = frozenset(
    re.findall(
        r"[^\W_]+",
        # Pronouns, determiners, numbers of no telling.
        "i you he she it we they me him her us them my your his its our their mine yours ours theirs myself yourself itself ourselves themselves "
        "this that these those there here who whom what which one ones some any all both each every either neither none nobody nothing "
        "everybody everyone everything somebody someone something anybody anyone anything no such other else same a an the "
        # Auxiliaries and verbs that stand for another.
        "am is are was were be been being do does did done doing have has had having can could may might must shall should will would "
        "s t re ve ll d m isn aren wasn weren don doesn didn haven hasn hadn cannot won wouldn shouldn couldn let lets get gets got go goes "
        # Prepositions, conjunctions.
        "of in on at by for from to with without as about into over under up down out off so and or but nor if than then when while because though "
        # Degree, time, frequency, hedges.
        "not never always sometimes often seldom rarely hardly barely yet still already now today ever just only quite rather very really fully "
        "entirely completely totally absolutely partly partially mostly mainly nearly almost half more less most much many little few bit lot "
        "part parts too also even again maybe perhaps probably possibly certainly definitely surely sure indeed actually basically honestly truly sadly "
        "luckily far well least case way sort kind principle doubt afraid "
        # What people say around an answer.
        "yes yeah yea yep yup aye no nope nah ok okay oh ah hm hmm um er mhm lol haha please thanks thank sorry dear sir madam mate man "
        "think believe guess suppose say said says know knows see seems mean reckon fear hope course right correct true exactly put note write",
    )
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NOT_TOLD = re.compile(
    rf"(?:{NOT_SO}|\b(?:not|never|refuse\w*|no idea|nobody knows|no clue)\b)[^.;!?]{{0,30}}?\b(?P<what>(?:what|who|whom|where|how|which|whether|if|why)\b[^.;!?]{{3,80}})",
    _I,
)
_NEVER_SAID_SO = re.compile(
    r"\W*(?:[\w'’-]+ ){0,4}?(?:never|did(?:n['’]?t| not)|has(?:n['’]?t| not)|nobody|no one)(?: (?:ever|even|once|has|had))* (?:told|tells?|said|says?|mention(?:ed|s)?|let)(?: (?:to )?(?:me|us))? (?:so|know|about (?:it|that|this)|of (?:it|that|this)|a word(?: of (?:it|that))?)\b",
    _I,
)
_OWN_YES_OR_NO = re.compile(
    r"^\W*(?:(?:oh|ah|well|hm+|so|lol|haha|erm?|honestly|frankly|sadly|sorry|but|and|ok(?:ay)?)\W+)*"
    r"(?:(?P<no>no|nope|nah|not (?:yet|really|at all|as such|in writing|on paper|\w+ly(?=\s*[,.;:!?–—-]|\s*$|\s(?:but|though|yet|as)\b)|that i know|(?:a|one|any)(?: single)? (?:word|line|sentence|syllable|trace|hint|mention|scrap|peep|page|paragraph|clause|soul))|never)|"
    r"yes|yeah|yea|yep|yup|aye|partly|mostly|of course|certainly|definitely|indeed|not (?:always|every\w*|all)|always|sometimes|"
    r"(?:obviously|naturally|clearly|evidently|undoubtedly|absolutely|totally|exactly|sure)(?=\s*(?:$|[.,;:!–—-])))\b(?! (?:one|body)\b)",
    _I,
)
# "La, never", "the default rate against the score, yes".
_ENDS_WITH_ONE = re.compile(
    r"(?:^|[\s,;:–—-])(?:yes|yeah|yep|no|nope|nah|na|nada|never|none|partly|sometimes|not (?:me|us|yet|really|at all|a chance))\b[^\w]*$",
    _I,
)
# Reading is not being ready, and a free plan no plan B.
_BY_CHANCE = {"application.alternative": {"read", "plan"}}
_IS_SAID = re.compile(r"\b(?:is|are|was|were|it|they|we|i|nobody|no|not|never)\b", _I)
_TELLS_PEOPLE = "application.tells_people"
_NOT_TO_ME = re.compile(
    r"\b(?:nobody|no one|none|they|he|she)\b(?: (?:has|have|had|ever|even|never|really|did(?:n['’]t| not)|of (?:them|you)))*"
    r" (?:told|tells?|explain(?:ed|s)?|answer(?:ed|s)?|inform(?:ed|s)?|show(?:ed|s|n)?|ask(?:ed|s)?|gave|gives?)(?: to)? (?:me|us)\b",
    _I,
)
# Nobody is heard to say half of something that they did not speak of.
_HALF = ("partly", "sometimes")

# Words by which people answer these questions without a word of the question: who does it instead, how many of them are looked at.
_BY_HAND = r"\b(?:(?:him|her|my|your)self|(?:our|them|your)selves|by hand|pens?|pencils?|paper|manual\w*|the old way|(?:like|as) (?:before|ever|they always|we used)|instead|again|binders?|(?:the|an?|our|my|in) (?:\w+ )?books?|(?:by|over the|on the) (?:tele)?phone)\b"
# "There is old Petros, he reads the meters by eye": somebody is there, and what they do.
_SOMEBODY_DOES = (
    r"\b(?:have|has|got|there(?:['’]s| is| are)) [^.;!?]{2,60}?,? (?:she|he|they|who)(?: (?:can|could|will|still|always|also|just))*"
    r" (?:do(?:es)?|look|read|count|write|type|draw|translate|interpret|check|sort|measure|weigh|inspect|examine|calculate|transcribe|listen)(?:s|es)?\b"
)
_TELLING = {
    "application.alternative": re.compile(_BY_HAND + "|" + _SOMEBODY_DOES, _I),
    "application.outage_effect": re.compile(
        _BY_HAND + r"|\b(?:wait\w*|longer|late\w*|slow\w*|carry|goes? on|without|manage|notice\w*|shut|stuck|lost)\b",
        _I,
    ),
    "application.human_review": re.compile(
        r"\b(?:all|every\w*|each|most(?:ly)?|some|none|when(?:ever)?|not)\b|\b(?:goes|go|run|runs?) (?:over|through)\b|\b(?:look\w*|glanc\w*|skim\w*|sees?|eye\w*|vets?|vetted|proof\w*|approv\w*|tid(?:y|ies)|edits?|corrects?)\b|"
        r"\b(?:i|we|she|he|they) (?:do|does)(?=\W|$)|\bme\b\W*$",
        _I,
    ),
    SECTOR: HOUSE,
}


def beside_the_point(
    p: Proposal, text: str, asked: Field, unasked: Callable[[], float], elsewhere: Callable[[], float] = lambda: 0.0
) -> bool:
    """Whether a value of the asked field was read in words that do not speak of it. ``unasked``: the chance that a reader which does not
    know the question sees the field in the text; ``elsewhere``: that it sees another one.
    """
    if p.status in ("withheld", "unknown") and _NEVER_SAID_SO.match(text, p.start or 0):
        # What nobody mentioned was told just before, and is known now.
        return True
    if p.status in ("withheld", "unknown") and (told := _NOT_TOLD.search(text)):
        # "They won't tell us what it was trained on" withholds nothing else.
        what = " ".join(_content(told["what"]))
        least = LEAST_WHERE_SURE if p.confidence >= SURE else LEAST_UNASKED
        return bool(what) and not stems(what) & own_stems(asked) and unasked() < least
    if p.status != "known" or asked.type not in CHOICE_TYPES or not isinstance(p.start, int):
        return False
    sure = p.confidence >= SURE
    if sure and p.value in _HALF:
        return False
    # That the speaker was not told or shown something is not that others are not.
    sentence = _sentence_of(text, p)
    said = _NOT_TO_ME.sub(" ", sentence)
    telling_word = _TELLING.get(asked.key)
    # A small word that a usual answer holds too ("nobody wrote it down") is none of the question's.
    content = _content(said)
    few = asked.type == "yesno" or (asked.name == "outage_effect" and bool(content))
    shared = stems(" ".join(content)) if few else stems(said)
    # Of a yes or no question that many others share, "tool" or "plan", a word tells nothing.
    shared &= telling_stems(asked.key) - _BY_CHANCE.get(asked.key, set()) if asked.type == "yesno" else own_stems(asked)
    own = asked.type == "yesno" and any(
        (_OWN_YES_OR_NO.match(said), _OWN_YES_OR_NO.match(text), _ENDS_WITH_ONE.search(said))
    )
    if shared or (telling_word and telling_word.search(said) and p.value != "no"):
        # "A doctor types the notes by hand" has but words of a fallback.
        chosen = asked.type != "set" and p.value not in _HALF and not own
        return chosen and elsewhere() >= PLAINLY_ELSEWHERE and unasked() < LEAST_WHERE_SURE
    if asked.key == _TELLS_PEOPLE and said != sentence:
        return True
    if own:
        return False
    if not _content(sentence) and (asked.type == "yesno" or ALONE & set(p.members)):
        return False
    named = asked.type == "set" and not ALONE & set(p.members)
    if named and len(sentence.split()) <= FEW and asked.key == AFFECTED and not _IS_SAID.search(sentence):
        # A few words may call anybody: "the dying".
        return False
    # Nearly everything that somebody has or does sounds like something to fall back on.
    less = (sure and (asked.key, p.value) != ("application.alternative", "yes")) or named
    return unasked() < (LEAST_WHERE_SURE if less else LEAST_UNASKED)


def begins_with_a_no(text: str) -> bool:
    """Whether a text begins with a no of its own: what follows gives the reason, in an if or a "can't say" as well."""
    found = _OWN_YES_OR_NO.match(text)
    return found is not None and found["no"] is not None


def _sentence_of(text: str, p: Proposal) -> str:
    """The sentences that the quote touches."""
    return sentences_touching(text, p.start or 0, p.end or 0)


def _content(said: str) -> list[str]:
    """The words of a sentence that are none of the small ones."""
    return [w for w in _WORD.findall(said.casefold()) if w not in _CLOSED and len(w) > 1]


# --- choices that need a word of their own --------------------------------------------------------------------------------

# To run a model oneself is done by few, and in these words.
_RUN_BY_OURSELVES = re.compile(
    r"\b(?:our ?selves|myself|in-?house|locally|local|weights|downloaded|ollama|lm studio|llama\.cpp|vllm|on-?prem\w*|self-?host\w*|off-?line|"
    r"(?:we|i|it|who|that) (?:\w+ )?(?:host|hosts|run|runs) (?:it|them|that|the model)\b|(?:runs?|sits?|lives?|stands?|installed) (?:\w+ ){0,2}(?:on|in|at|under) (?:our|my|the|a|an)\b|"
    r"(?:our|my|own|the office|clinic['’]?s|school['’]?s|university['’]?s) (?:own )?(?:\w+ )?(?:server|servers|machine|machines|hardware|gpu|gpus|cluster|box|rack|workstation|basement|cellar|data ?cent\w+|pcs?|computers?|laptops?)|own (?:pcs?|computers?|laptops?|machines?|servers?)|"
    r"under (?:the|my|our|a) (?:desk|stairs|counter)|cellar|basement|cupboard|server room|inside the phone|on the device itself|raspberry|jetson)\b",
    _I,
)
_NOT_RUN = re.compile(
    r"\b(?:not|never|don['’]?t|dont|doesn['’]?t|nobody|no one)\b[^.;!?]{0,12}\b(?:run|running|host|hosting|any model|a model)\b",
    _I,
)
# A box of ours that only passes things on runs nothing: "a gateway in our server room that ships the scans to their cloud".
_PASSES_ON = re.compile(
    r"\b(?:box|gateway|router|bridge|agent|connector|appliance|device|server|client|machine)\b[^.;!?]{0,60}\b(?:sends?|ships?|uploads?|forwards?|pushes|passes|transmits?|relays?|streams?)\b[^.;!?]{0,40}\b(?:to|into|up to|off to)\b[^.;!?]{0,20}\b(?:cloud|servers?|vendor|supplier|company|them|platform|data ?cent\w+)\b",
    _I,
)
# How most people reach one: through somebody's page, program or network.
_THROUGH_A_PRODUCT = re.compile(
    r"\b(?:browser|chrome|firefox|safari|edge|web ?(?:site|page|app)?s?|sites?|portal|apps?|log(?:ged|s)? ?(?:in|on)\b|sign(?:ed)? in|accounts?|subscription|play store|app store|button|tab)\b",
    _I,
)
_THEIRS = r"(?:(?:their|his|her|its|somebody['’]s|(?:the |a )?(?:company|firm|supplier|vendor|provider|maker|seller|developer)(?:['’]s|s['’]?)?) (?:own )?(?:servers?|machines?|computers?|hardware|data ?cent\w+|place|premises|side|end)|(?:at|with|by) the (?:company|firm|supplier|vendor|provider|maker|seller|developer)\b)"
_AT_THEIRS = re.compile(
    rf"\b(?:{_THEIRS}|(?-i:[A-ZÀ-ÖØ-Þ])[\w-]+['’]s (?:own )?(?:servers?|machines?|computers?|place|side|end)\b)", _I
)
_OVER_THE_NETWORK = re.compile(
    rf"\b(?:on-?line|(?:over|by|through|via|on) (?:the )?(?:inter)?net(?:work)?|internet|cloud|{_THEIRS})\b",
    _I,
)
# On what one sits where one uses it: where it runs is another matter.
_USED_ON = re.compile(
    r"\b(?:on|with|from|at|by) (?:(?:my|our|the|an?|any) )?(?:\w+ )?(?:laptops?|pcs?|computers?|desktops?|notebooks?|phones?|tablets?|ipads?|chromebooks?)\b",
    _I,
)
_IN_A_BROWSER = re.compile(r"\b(?:browser|web ?(?:site|page|app)s?|portal)\b", _I)
# What one has in one's own hand says nothing of what stands elsewhere.
_HAND = re.compile(
    r"\b(?:our|my)(?: own)? (?:[\w-]+ )?(?:phones?|laptops?|pcs?|tablets?|chromebooks?|dell|desktops?|screens?|browsers?|ipads?|keyboards?)\b",
    _I,
)
_OURS = re.compile(r"\b(?:our|ours|ourselves|my|in-?house)\b", _I)
_DENIED = re.compile(r"(?:\bnot?|\bnever|n['’]t|\bneither|\bnor)\s(?:\w+\s){0,2}$", _I)
# Fleeing somebody at home makes nobody a refugee.
_FROM_HOME = re.compile(
    r"\bfl(?:ed|ee\w*) from (?:their|her|his|an?|the|violent) (?:\w+ )?(?:husbands?|partners?|homes?|famil\w+|parents?|men)\b",
    _I,
)
_VILLAGERS = re.compile(r"\b(?:villagers?|villages?|islanders?|townspeople|townsfolk|neighbou?rs?|inhabitants?)\b", _I)
_FARMS = re.compile(
    r"\b(?:farm\w*|grow(?:s|ers?|ing)?|peasants?|smallholders?|agri\w*|crops?|harvest\w*|fields?|cattle|cows?|goats?|sheep|herd\w*|pastoral\w*|plant(?:s|ers?|ing)|livestock|milk|maize|rice|coffee|cocoa|fish\w*|beekeep\w*|orchards?|vines?|olives?|till\w*|rural)\b",
    _I,
)
# Who says who does it and "nobody else" says that somebody does.
_NOBODY_ELSE = re.compile(r"\b(?:nobody|no one|none) (?:else|but|except|other)\b", _I)
# "Nothing else stops" says what does not.
_NOTHING_STOPS = re.compile(
    r"\b(?:nothing|nobody|no one|none|no \w+|not|never|doesn['’]?t|don['’]?t|won['’]?t|wouldn['’]?t)(?: (?:else|really|ever|much|would|will|has|have|to|is|are))* (?:stop|stops|stopped|halt|halts|close|closes)\b",
    _I,
)


def with_telling_words(p: Proposal, text: str) -> Proposal | None:
    """The same, or with the choice that its words tell of; None where they tell of none. Only for choices that are read into anything."""
    if p.status != "known":
        return p
    said = _sentence_of(text, p)
    if p.ref == "model.access" and p.value == "self_hosted":
        return _access(p, said)
    if p.ref == "compute.hosting" and p.value != "vendor_managed":
        return _hosting(p, said, text)
    if p.ref in ("compute.supplier", "storage.supplier") and p.value == "self" and _their_own(said):
        return None
    if p.ref == "application.affected_people" and "refugees" in p.members:
        fled = FLED.search(_FROM_HOME.sub(" ", said))
        if fled is None or _DENIED.search(said[: fled.start()]):
            left = tuple(v for v in p.members if v != "refugees")
            return replace(p, value=left) if left else None
    if p.ref == "application.affected_people" and "farmers" in p.members and _VILLAGERS.search(said):
        # They live there, and may till nothing.
        live = {"citizens", *p.members} - {"farmers"}
        return p if _FARMS.search(text) else replace(p, value=tuple(v for v in FIELDS[p.ref].values if v in live))
    if p.ref == "labelling.done_by" and p.value == ("nobody",) and _NOBODY_ELSE.search(said):
        return None
    if p.ref.endswith(".outage_effect") and p.value == "stops" and _NOTHING_STOPS.search(said):
        return None
    return p


def _access(p: Proposal, said: str) -> Proposal:
    """Nobody runs a model themselves by using it in a browser, on a phone or on somebody's servers."""
    if _PASSES_ON.search(said):
        return replace(p, value="inside_product")
    through = _THROUGH_A_PRODUCT.search(said)
    # "Its own machines" are not ours, and a page is not run by whoever opens it on a laptop.
    ours = _AT_THEIRS.sub(" ", _USED_ON.sub(" ", said) if through else said)
    if not _NOT_RUN.search(said) and _RUN_BY_OURSELVES.search(ours):
        return p
    if _THROUGH_A_PRODUCT.search(said):
        return replace(p, value="inside_product")
    return replace(p, value="api") if _OVER_THE_NETWORK.search(said) else p


def _their_own(said: str) -> bool:
    """Whether words put something on somebody else's machines and on none of ours."""
    there = _AT_THEIRS.search(said)
    return there is not None and not _DENIED.search(said[: there.start()]) and not _OURS.search(_HAND.sub(" ", said))


def _hosting(p: Proposal, said: str, text: str) -> Proposal | None:
    """What stands at the supplier's is not where one types into it; where a page is opened tells nothing of where it runs."""
    there = _AT_THEIRS.search(text)
    if (
        there
        and not _DENIED.search(text[: there.start()])
        and not _RUN_BY_OURSELVES.search(_HAND.sub(" ", _AT_THEIRS.sub(" ", said)))
    ):
        return replace(p, value="vendor_managed")
    if p.value == "cloud":
        return p
    if p.value == "own_premises" and _PASSES_ON.search(said):
        return replace(p, value="vendor_managed")
    used = _IN_A_BROWSER.search(said) and _USED_ON.search(said)
    return None if used and not _RUN_BY_OURSELVES.search(_USED_ON.sub(" ", said)) else p


def telling(best: dict[str, Proposal], text: str) -> dict[str, Proposal]:
    """The proposals with the choices that their own words tell of."""
    checked = {slot: with_telling_words(p, text) for slot, p in best.items()}
    return {slot: p for slot, p in checked.items() if p is not None}


def to_the_point(
    best: dict[str, Proposal],
    text: str,
    asked: Field | None,
    unasked: Callable[[Field], float],
    elsewhere: Callable[[Field], float] = lambda asked: 0.0,
) -> dict[str, Proposal]:
    """The proposals without an answer to ``asked`` that was read in words beside it, and without another field's in nothing but words of answering."""
    if asked is None:
        return best

    def stands(p: Proposal) -> bool:
        if p.ref != asked.key:
            return _says_of_what(p) or unasked(FIELDS[p.ref]) >= PLAINLY_ELSEWHERE
        return not beside_the_point(p, text, asked, lambda: unasked(asked), lambda: elsewhere(asked))

    return {slot: p for slot, p in best.items() if stands(p)}


def _says_of_what(p: Proposal) -> bool:
    """Whether what was not asked for is told in more than words of answering: "in part" and "no, we don't" answer the question alone, unless
    the text around them plainly speaks of that matter."""
    return p.status != "known" or FIELDS[p.ref].type != "yesno" or bool(_content(p.quote))
