"""Weighs what was read of one text: a choice against the words of its own sentence, and what shares words against what else they say. Pure.

The trained reader looks at each field by itself. So it hears "recommends" in "it recommends nothing", our own machines in "the firm runs
it on its own machines", and of one place that is named once, two countries.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.answering.in_its_own_words import itself
from vcassist.reading.seen import Seen
from vcassist.reading.text import sentences_touching

Best = dict[str, Proposal]


def _rx(words: str) -> re.Pattern[str]:
    return re.compile(words, re.I)


def weighed(seen: Seen, best: Best, asked: Field | None) -> Best:
    """The proposals that stand beside one another and in their own sentences."""
    kept = {}
    for slot, p in best.items():
        rule = _RULES.get(p.ref) if p.status == "known" else None
        checked = rule(p, _sentence(seen, p), asked is not None and asked.key == p.ref) if rule else p
        if checked is not None:
            kept[slot] = itself(_after_but_no(checked, seen, asked), seen.text)
    if asked is None or asked.kind != "compute":
        kept = _of_one_outage(kept, seen)
    return _of_one_denial(_one_country(_without_own_name(kept, seen), seen), asked)


def _sentence(seen: Seen, p: Proposal) -> str:
    return sentences_touching(seen.text, p.start or 0, p.end or 0)


# --- a choice and its own sentence ----------------------------------------------------------------------------------------

# "It recommends nothing", "it never suggests anything": a denial on either side of the verb.
_DEED = {
    "decides": r"(?:deci(?:d|s)\w*|rul(?:es?|ing))",
    "recommends": r"(?:recommend\w*|suggest\w*|advis(?:e[sd]?|ing)|propos(?:e[sd]?|ing|als?))",
}
_DENIED_DEED = {
    value: _rx(
        rf"\b(?:nobody|nothing|none|never|not|doesn|don|can)(?:['’]?t)?\b(?:\s[\w'’]+){{0,2}}?\s{verb}|\b{verb}\s(?:about |on )?(?:nothing|nobody|no one|none)\b"
    )
    for value, verb in _DEED.items()
}
# "It decides which farmers get credit": whose deed it is, in so many words.
_DECIDES_ITSELF = _rx(
    r"(?:\b(?:it|which|that|the (?:tool|system|app|program(?:me)?|machine|software|computer|model|algorithm))(?: (?:itself|alone|then|just|also|now|simply))?|(?-i:\b[A-Z]\w*[A-Z]\w*)) (?:itself )?(?:decides|approves|rejects|refuses|denies|grants) (?:which|who|whom|whose|whether|if|by itself|alone|on its own|about|on|or|them|people|families|applications|claims)\b"
)
_ONLY_DOES = _rx(r"\b(?:only|just|merely|simply)\b")
# "It only rings": who draws somebody's eye to a thing leaves the rest to them.
_ONLY_POINTS = _rx(
    r"\b(?:it|that|this|which|tool|system|app|machine|box|camera|bot|program(?:me)?|software|job|decision|part)\b[^.;!?]{0,25}\b(?:only|just|merely|simply)\s(?:\w+\s)?"
    r"(?:ring|beep|buzz|alarm|alert|warn|flag|point|mark|highlight|signal|light|flash|show|notif|tell|remind|raise|list|sort|rank|score|suggest|propose|hint|indicate|report|send|display)\w*\b"
)
_AND_DECIDES = _rx(
    r"\band (?:then |so |also )?(?:decides|approves|rejects|refuses|grants) (?:which|who|whom|whose|whether|if)\b"
)
# Who has the last word in so many words.
_PEOPLE_DECIDE = _rx(
    r"\b(?:we|i|she|he|they|people|humans?|(?:the |our |a )?(?:[\w-]+ )?(?:guards?|nurses?|doctors?|teachers?|officers?|staff|team|manager|director|clerk|judge|board|committee|secretary|worker|farmer|user|person|colleagues?|volunteers?|radiologist|head|boss)s?)\b (?:always |still |then |will |must |have to |has to |get to |alone |themselves |(?:him|her)self )*(?:decides?|makes? the (?:decision|call)|ha(?:s|ve) the (?:last|final) (?:word|say)|choos\w+)\b"
)


def people_decide(said: str) -> bool:
    """Whether words say that a tool only points at something, or that somebody decides, and not that it decides itself: "it just rings, then people
    look".
    """
    if _DECIDES_ITSELF.search(said) or _AND_DECIDES.search(said):
        return False
    return _ONLY_POINTS.search(said) is not None or _PEOPLE_DECIDE.search(said) is not None


# "Suggests a mark": a verdict on somebody, that others may follow.
_SUGGESTS_A_VERDICT = _rx(
    r"\b(?:suggests?|proposes?|recommends?)\s(?:(?:us|them|me|the \w+)\s)?(?:(?:an?|the|their|its|his|her|which|what|how much)\s)?(?:\w+\s)?(?:marks?|grades?|scores?|rank(?:ing|s)?|diagnos[ie]s|verdicts?|decisions?|treatments?|priorit(?:y|ies)|doses?|ratings?|sentences?|sanctions?|penalt(?:y|ies)|candidates?|applicants?|amounts?|limits?)\b"
)


def _part_in_deciding(p: Proposal, said: str, mine: bool) -> Proposal | None:
    quote = p.quote
    denied = {value for value, pattern in _DENIED_DEED.items() if pattern.search(quote)}
    if p.value == "assists" and not denied and _SUGGESTS_A_VERDICT.search(quote):
        return replace(p, value="recommends")
    if p.value != "decides" and not denied and _DECIDES_ITSELF.search(said):
        return replace(p, value="decides")
    if p.value == "decides" and not denied and people_decide(said):
        return replace(p, value="recommends")
    if p.value not in denied and not (denied and p.value == "decides"):
        return p
    # Asked for its part, who denies the greater ones and says what it "only" does has named the least.
    return replace(p, value="assists") if mine and _ONLY_DOES.search(said) else None


# "The firm runs it on its own machines", "they have their own servers": whose own they are.
_THEIR_OWN = _rx(r"\b(?:its|their|his|her)\s(?:very )?own\b")
_WE = _rx(r"\b(?:our|my|we|us|ourselves|i)\b")
# Where one sits before a page says nothing of where the page comes from ("through the website, on the office laptop").
_AT_A_DESK = _rx(
    r"\bon (?:\w+ ){0,3}(?:pcs?|computers?|laptops?|desktops?|notebooks?|phones?|mobiles?|tablets?)\b|\bfrom (?:the|my|our|any|a) (?:\w+ ){0,2}(?:pcs?|computers?|laptops?|desktops?|phones?|tablets?)\b"
)
_A_PAGE = _rx(r"\b(?:web ?(?:site|page|app)s?|sites?|portal|browser|log(?:ged|s)? ?in(?:to)?|online)\b")
_RUNS_THERE = _rx(
    r"\b(?:runs?|running|installed|servers?|hosted?|off-?line|locally|local|in-?house|weights|downloaded|ollama|basement|cellar|docker)\b"
)


def _own_machines(p: Proposal, said: str, mine: bool) -> Proposal | None:
    """What somebody else has of their own is not ours, nor what a page shows on our desk."""
    if p.value not in ("self", "self_hosted", "own_premises", "device"):
        return p
    if p.value != "device" and _THEIR_OWN.search(said) and not _WE.search(said):
        return None
    if _A_PAGE.search(said) and _AT_A_DESK.search(said) and not _RUNS_THERE.search(said):
        return replace(p, value="inside_product") if p.ref == "model.access" else None
    return p


# "The free version", "I open it in the browser": of a price and of a click.
_OPENED = _rx(
    r"\b(?:free (?:version|plan|tier|account|one|of charge|trial)|for free|opens? (?:it|the|this|that|up|a|in|my|our|with))\b"
)
_OPEN_WEIGHTS = _rx(
    r"\b(?:open(?:ly|[- ](?:weights?|source|models?|licen\w+|one|access))|weights?|download\w*|hugging ?face|apache|mit|gpl|public(?:ly)?|github|llama|mistral|qwen|gemma|ollama|source)\b"
)


def _weights(p: Proposal, said: str, mine: bool) -> Proposal | None:
    return None if p.value == "open" and _OPENED.search(said) and not _OPEN_WEIGHTS.search(said) else p


_NO_NETWORK = _rx(
    r"\b(?:no|without(?: any| a)?|lost|lose) (?:more )?(?:internet|network|net|signal|wi-?fi|connection|reception|coverage|line)\b"
)
_BY_HAND = _rx(
    r"\b(?:so|then|and|there|instead|we|they)\b[^.;!?]{0,40}\b(?:by hand|hands?|feet|pens?|pencils?|paper|notebooks?|chalk|in the (?:log|book)|the old way|write it (?:down|in)|memory)\b"
)
_GOES_ON = _rx(
    r"\b(?:works?|worked|working|runs?|running|carr(?:y|ies) on|goes on|off-?line|keeps?|still|anyway|all the same|does(?:n['’]t| not) (?:need|care|mind|matter|notice)|no need|itself|stor\w+|sync\w*)\b"
)


def _offline(p: Proposal, said: str, mine: bool) -> Proposal | None:
    """Where the network is gone and people take to pen and paper, the tool is gone too."""
    by_hand = p.value == "yes" and _NO_NETWORK.search(said) and _BY_HAND.search(said) and not _GOES_ON.search(said)
    return (replace(p, value="no") if mine else None) if by_hand else p


# "Nobody switched it off", "we never opted out": what is left on is on.
_LEFT_ON = _rx(
    r"(?:\b(?:nobody|no ?one|none of us|never|not|without|has yet to|have yet to)\b|n['’]t\b)[^.;!?,]{0,40}?\b(?:(?:switch|turn|shut|click|tick|set)\w*\b[^.;!?]{0,20}?\boff\b|opt\w* out\b|disabl\w+|deactivat\w+|untick\w*|uncheck\w*|object\w* to)"
)


def _training(p: Proposal, said: str, mine: bool) -> Proposal:
    return replace(p, value="yes") if p.value == "no" and _LEFT_ON.search(said) else p


_RULES: dict[str, Callable[[Proposal, str, bool], Proposal | None]] = {
    "application.decision_role": _part_in_deciding,
    "application.works_offline": _offline,
    "compute.hosting": _own_machines,
    "compute.supplier": _own_machines,
    "model.access": _own_machines,
    "model.trains_on_inputs": _training,
    "model.weights": _weights,
}

_BUT_NO = _rx(r"\b(?:but|alas|sadly|unfortunately)\b\W{0,3}no\b[\s,;:–—-]+$")


def _after_but_no(p: Proposal, seen: Seen, asked: Field | None) -> Proposal:
    """A yes that was read of what follows a "but no" is the no ("how I would love that! but no, it hangs")."""
    if asked is None or p.ref != asked.key or asked.type != "yesno" or p.value != "yes":
        return p
    before = seen.text[max(0, (p.start or 0) - 40) : p.start or 0]
    return replace(p, value="no") if _BUT_NO.search(before) and not _GOES_ON.search(p.quote) else p


# --- what shares words with what else they say ----------------------------------------------------------------------------

_PLACES_OF = {
    "storage.country": _rx(r"\b(?:stor(?:ed?|age|ing)|saved?|kept|keeps?|back-?ups?|backed up|files?|archive[sd]?|lies?)\b"),
    "compute.country": _rx(r"\b(?:host(?:ed|ing|s)?|servers?|machines?|data ?cent(?:re|er)s?|runs?|running|comput\w+|cloud|gpus?)\b"),
    "data.country": _rx(r"\b(?:collected|gathered|recorded|come from|comes from|surveyed)\b"),
    "labelling.country": _rx(r"\b(?:label\w*|annotat\w+|tagg\w+)\b"),
    "organisation.country": _rx(
        r"\b(?:we(?:['’]re| are)|all of us|our (?:house|office|team|people)|based|located|i(?:['’]m| am))\b"
    ),
}  # fmt: skip


_TOOL_CALLED = _rx(
    rf"\b(?:{TOOL}|helper|thing|machine|one|it|which)(?: (?:is|was|that is|which is))?,? (?:called|named|by the name of|bears the name(?: of)?|carries the name(?: of)?)\W*$"
)


def _without_own_name(best: Best, seen: Seen) -> Best:
    """A tool's name that is introduced as one is not who supplies it ("an assistant called Amtsruf, supplied by a firm")."""
    tools = {(p.start, p.end) for p in best.values() if p.ref == "application.name"}

    def names_a_tool(p: Proposal) -> bool:
        before = seen.text[max(0, (p.start or 0) - 60) : p.start or 0]
        return p.ref == "application.supplier" and (p.start, p.end) in tools and bool(_TOOL_CALLED.search(before))

    return {slot: p for slot, p in best.items() if not names_a_tool(p)}


def _one_country(best: Best, seen: Seen) -> Best:
    """Of a place that is named once, what its own sentence speaks of: where it names one matter, it is no other's."""
    fields = [p for p in best.values() if p.ref in _PLACES_OF and p.status == "known"]
    dropped = set()
    for p in fields:
        said = _sentence(seen, p)
        own = _PLACES_OF[p.ref].search(said)
        others = [q for q in fields if q.ref != p.ref and q.start == p.start and _PLACES_OF[q.ref].search(said)]
        if others and not own and p.ref != "organisation.country" and len(said.split()) > 2:
            dropped.add(p.ref)
    return {slot: p for slot, p in best.items() if p.ref not in dropped}


_OF_MACHINES = _rx(
    r"\b(?:servers?|machines?|power|electric\w*|current|cloud|host\w*|data ?cent\w+|provider|computers?|hardware|internet|network|aws|azure|google|hetzner|gpus?|pcs?|box)\b"
)


def _of_one_outage(best: Best, seen: Seen) -> Best:
    """What happens without the machines is told with a word for them; else it is told of the tool."""
    p = best.get("compute.outage_effect")
    tool = "application.outage_effect"
    if p is None or p.status != "known" or _OF_MACHINES.search(seen.text):
        return best
    if any(q.ref.startswith("compute.") and q.ref != "compute.hosting" for q in best.values() if q is not p):
        # Who tells whose machines they are speaks of them.
        return best
    kept = {slot: q for slot, q in best.items() if q is not p}
    return kept if tool in kept else {**kept, tool: replace(p, ref=tool)}


_PRO_FORM = _rx(
    r"\b(?:no|not any|nothing|never any) (?:such|of (?:that|the) (?:kind|sort)|like that)\b|\b(?:not|n['’]t) one\b|\bnone\b"
)


def _of_one_denial(best: Best, asked: Field | None) -> Best:
    """ "For the data we have no such rule" denies what was asked, and nothing beside it that its words do not name."""
    mine = best.get(asked.key) if asked else None
    if mine is None or asked is None or asked.type != "yesno":
        return best
    return {slot: p for slot, p in best.items() if p is mine or not _echoes(p, mine)}


def _echoes(p: Proposal, mine: Proposal) -> bool:
    spec = FIELDS[p.ref]
    denies = spec.type == "yesno" and p.value == "no" and p.touches(mine.start or 0, mine.end or 0)
    return bool(denies and _PRO_FORM.search(p.quote))
