"""Reads by rules what nobody asked for: what the register's names and the places in a text state by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.assessment.register import Register, Supplier, name_key
from vcassist.chain.fields import Field
from vcassist.interview.ports import Proposal
from vcassist.interview.sentences import part_begins
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.answering.value_words import covers, only_a_kind, proper_name, with_version
from vcassist.reading.naming.introduced import introduced
from vcassist.reading.naming.names import Mention
from vcassist.reading.naming.places import Place
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span
from vcassist.reading.told.volunteered import Volunteered, role_of, volunteered

# Characters above which a text is taken for an official one, not for a message in a chat.
LONGEST_OF_A_CHAT = 200
HOME = "organisation.country"
LONGEST_INTRODUCTION = 110
# What a name of the register states by its kind, the most telling kind first.
NAMES = (("accelerator", "compute.accelerator"), ("model", "model.name"), ("product", "application.name"))
_CALLED = re.compile(r"^\W*(?:\w+\s+){0,2}(?:called|named|by the name)\b", re.I)
_USED = re.compile(r"\b(?:use|uses|using|have|with|via|pay for)\s+(?:(?:the|our)\s+)?$", re.I)
_JOINED = re.compile(r"(?:,|\b(?:and|or|plus|but)\b)\s+(?:(?:also|too|sometimes|then|even|now|with|the)\s+)*$", re.I)
_IS_A_KIND = re.compile(r"\bis (?:just |only |basically )?an?\s(?:[a-z]+\s){0,2}$", re.I)
_KIND_WORD = re.compile(r"\s(?:chat)?bots?$")
_NAME_FOLLOWS = re.compile(r"['’]?s? [A-Z][\w-]+")
_LIVES = re.compile(
    r"\b(?:we(?:['’]re| are| work| run| live| sit| serve)|i(?:['’]m| am| work| run)|based|located|here|clinic|school|hospital|ngo|organi[sz]ation|co-?op|charity|office|library|cent(?:re|er)|council|town|village)\b(?:[^.!?;]{0,50}\b(?:in|near|outside|at)|\s+from|[^.!?;]{0,50}\b(?:town|city|village|district|county|council|province) of)\s+(?:[\w'’-]+,?\s+){0,3}$",
    re.I,
)
_MACHINES = {
    "compute.country": re.compile(
        r"\b(?:hosted|servers?|machines|data ?cent(?:re|er)s?|runs? (?:on|in|at)|cloud)\b", re.I
    ),
    "storage.country": re.compile(r"\b(?:stored?|saved|kept|backups?|backed up)\b", re.I),
    "data.country": re.compile(r"\b(?:collected|gathered)\b", re.I),
    "labelling.country": re.compile(r"\b(?:labell?ed|annotated|tagged)\b", re.I),
}

# The words by which a name is that of what works inside a tool, before it and behind it.
_LITTLE = r"(?:(?:just|only|probably|really|actually|basically|simply|a|an|the|some|plain|good old|version of|i (?:think|believe|guess))\s)*"
_TOOL = rf"(?:{TOOL}|helper|site|website|portal|service|product|thing|plug-?in)"
_PART = r"(?:engine|brains?|motor|(?:ai |language )?model|llm)"
_WITHIN = r"(?:inside|underneath|beneath|under the (?:hood|bonnet)|behind (?:it|that|this|(?:the|our|that|this) \w+|(?-i:[A-Z][\w’'-]*(?: [A-Z][\w-]*)?)))"
_RUNS_ON = re.compile(
    rf"(?:\b(?:powered by|driven by|built (?:up)?on|built on top of|based on|running on|sits (?:up)?on|sits on top of)|(?:^|[.;:,!?\n][^\S\n]*|\b(?:it|that|this|which|itself|{_TOOL})\s|(?-i:\b[A-Z][\w’'-]*,?\s)|\)\s)(?:really |actually |apparently |probably |just |only )?runs (?:up)?on(?: top of)?|"
    rf"(?:\bwhich|\bthat|(?-i:\b[A-Z][\w’'-]*))(?:['’]s|\sis)\s(?:just|really|basically|actually|simply|nothing but)|"
    rf"\b(?:the|its|their)\s(?:ai\s)?{_PART}\b(?:\s(?:in|of|for|inside|behind|underneath)(?:\s\w+)?)?(?:\s(?:is|was)|['’]s|:)|"
    rf"\b(?:{_WITHIN}|in the background)(?:\s(?:it|there|that))?(?:\s?['’]?s|\sis|\ssits|\sworks|\sruns)?)\s{_LITTLE}$",
    re.I,
)
_WORKS_INSIDE = re.compile(
    rf"(?:,?\s(?:which |that )?(?:is|sits|works|runs|does the (?:thinking|work|writing)|(?:sitting|working|running))|['’]s)?\s?(?:\(?\b{_WITHIN}\b|in the background\b|inside (?:it|that|this)\b|in it\b)|"
    rf",?\s(?:as|for)\s(?:its|the|their|a)\s{_PART}\b|\s(?:is|was)\s{_LITTLE}{_PART}\b|,?\s(?:the|its)\s{_PART}\b|\s(?:wrapper|skin|front[- ]?end)\b|[^.;!?\n]{{0,40}}\bit(?:['’]?s| is) {_LITTLE}{_PART}\b",
    re.I,
)
# What is done on the ground of its words has no engine ("based on ChatGPT's advice").
_ITS_WORDS = re.compile(r"['’]s\b|\s(?:answers?|advice|outputs?|results?|suggestions?|replies)\b", re.I)
# "It is inside the WhatsApp chatbot": what is a kind of tool is that in which something works, and not what works in it.
_IS_A_TOOL = re.compile(
    rf"\s{_TOOL}s?(?=\s*(?:$|[.,;:!?)]|(?:so|and|but|that|which|we|they|i|on|in|itself|too)\b))", re.I
)
_NAME = r"(?-i:(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]*(?: [A-ZÀ-ÖØ-Þ][\w-]*){0,2}))"
_HOST_BEFORE = re.compile(
    rf"\b{_NAME}(?:, [^,.;!?\n]{{1,50}},| \([^)\n]{{1,40}}\)|, which| that| itself)?\s(?:runs on|is (?:built|based) (?:up)?on|is powered by|is driven by|sits on|has|uses|works with)(?: top of)?\s{_LITTLE}$"
    rf"|\bbehind {_NAME.replace('name', 'behind')}(?:\s(?:it|there))?(?:\s?['’]s|\sis|\ssits|\sworks|\sruns)\s{_LITTLE}$"
    rf"|\(\s*{_NAME.replace('name', 'within')}\s*\)\s(?:runs on|is (?:built|based) on|is powered by|has|uses|works with)\s{_LITTLE}$",
    re.I,
)
_HOST_BEHIND = re.compile(
    rf"\W*(?:(?:is|sits|works|runs|sitting) )?(?:behind|inside|underneath) {_NAME}(?![\w-])", re.I
)
# Words that stand around a name which is all that was answered.
_ONLY_SAYS = re.compile(
    r"\W*(?:(?:it|that|this|they|we|i|is|are|was|must|should|be|use|uses|using|think|believe|guess|suppose|reckon|say|said|told|tell|me|us|know|probably|maybe|perhaps|"
    r"just|only|mostly|the|a|an|some|version|of|well|so|oh|yes|yeah|ok|okay|called|named|from|on|with|by|runs?|running|based|something|model|one|s|m|re)\b\W*){0,8}$",
    re.I,
)
_ENDS_THERE = re.compile(
    r"\s*(?:$|[^\w\s]|(?:i|as far|from|by|in|and|or|but|behind|inside|under\w*|model|version|something|now|these days)\b)",
    re.I,
)

_OUR = re.compile(r"\b[Oo]ur (?:own )?$")
_ROLE_FIRST = re.compile(r"(?:supplier|vendor|provider|developer|host|contractor|partner)\b", re.I)
# The first sentence of an official text, which names whose it is.
_HEAD = re.compile(r"\s*[^.\n]{3,160}(?:\.|\n)")
# What is named as one of a kind ("tools such as …") is an example.
_EXAMPLE = re.compile(r"\b(?:such as|including|for example|e\.g\.,?|like)\s+(?:[\w-]+\s+){0,3}$", re.I)


def told_inside(seen: Seen, best: dict[str, Proposal], asked: Field | None) -> dict[str, Proposal]:
    """The proposals with a brand that works inside a tool as the model's name and not the tool's ("Quillo runs on Claude").

    Many brands are those of a product and of the model in it; asked for the model, people name either.
    """
    named = [m for m in seen.mentions if (m.id_of("product") or m.id_of("model")) and not m.id_of("accelerator")]
    inside = [m for m in named if seen.stated(m) and _is_inside(seen.text, m)]
    if not inside and asked is not None and asked.key == "model.name" and not any(m.id_of("model") for m in named):
        inside = [m for m in named if seen.stated(m) and _is_answer(seen.text, m)][:1]
    if not inside:
        return best
    kept = {slot: p for slot, p in best.items() if not _bears(p, inside)}
    for mention in inside:
        span = with_version(mention, seen.text)
        kept[f"model.name {name_key(span.text)}"] = seen.in_words("model.name", span, 0.8)
        host = _host(seen, mention)
        if host and not any(p.ref == "application.name" for p in kept.values()):
            kept[f"application.name {name_key(host.text)}"] = seen.in_words("application.name", host, 0.7)
    return kept


def _bears(proposal: Proposal, inside: list[Mention]) -> bool:
    """Whether a proposal takes a brand that works inside for a tool's name or for the tool's supplier, or names it with more words."""
    if proposal.ref not in ("application.name", "application.supplier", "model.name"):
        return False
    return any(proposal.touches(m.start, m.end) for m in inside)


def _is_inside(text: str, mention: Mention) -> bool:
    after = text[with_version(mention, text).end :]
    if _ITS_WORDS.match(after) or _IS_A_TOOL.search(mention.text) or _IS_A_TOOL.match(after):
        return False
    return bool(_RUNS_ON.search(text[: mention.start]) or _WORKS_INSIDE.match(after))


def _is_answer(text: str, mention: Mention) -> bool:
    """Whether an answer to the question for the model is that name."""
    after = text[with_version(mention, text).end :]
    return bool(_ONLY_SAYS.fullmatch(text[: mention.start]) and _ENDS_THERE.match(after))


def _host(seen: Seen, mention: Mention) -> Span | None:
    """The name of the tool inside which a brand works, where the sentence gives it ("Quillo runs on …", "… behind Quillo")."""
    end = with_version(mention, seen.text).end
    found = _HOST_BEFORE.search(seen.text[: mention.start]) or _HOST_BEHIND.match(seen.text, end)
    if found is None:
        return None
    group = next(g for g, said in found.groupdict().items() if said)
    span = Span(found.start(group), found.end(group), found[group])
    name = proper_name(span, seen.text, seen.places)
    if name is None or only_a_kind(name.text) or any(covers(m, name) and not m.id_of("product") for m in seen.mentions):
        return None
    return name if name.start >= span.start and name.end <= span.end else None


_LATER = frozenset({"plan", "hypothesis"})


def told_unasked(seen: Seen, asked: Field | None, register: Register, alone: bool) -> Iterator[Proposal]:
    """Names, turns of phrase and places that state a fact. ``alone``: no learned guesses stand beside the rules."""
    key = asked.key if asked else None
    for mention in seen.mentions:
        if seen.stated(mention) and not _CALLED.match(seen.text[mention.end :]):
            found = _named(mention, seen, asked, register, alone)
            if found:
                yield found
    for fact in volunteered(seen.text):
        if fact.key != key and seen.plain(fact.start, fact.end):
            yield seen.known(fact.key, fact.value, fact.start, fact.end, fact.sure)
    for fact in introduced(seen.text, seen.places, asked is None):
        # Who introduces a house at the head of a sentence does so, whatever they exclaim behind it ("you will not believe how much").
        spared = _LATER if fact.key.startswith("organisation.") else frozenset[str]()
        if fact.key != key and seen.plain(fact.start, fact.end, spared):
            yield seen.known(fact.key, _by_register(fact, register), fact.start, fact.end, fact.sure)
    if key in (None, HOME):
        yield from _home(seen)
    for place in seen.places:
        about = _machine_country(seen, place)
        if about and about != key and place.certain and seen.plain(place.start, place.end):
            told = seen.where(about, place)
            if told:
                yield seen.known(about, told.code, told.start, told.end, 0.66)


def _by_register(fact: Volunteered, register: Register) -> str | tuple[str, ...]:
    """The value, a company by the name under which the register knows it."""
    known = register.supplier(str(fact.value)) if fact.key.endswith(".supplier") else None
    return known.name if known else fact.value


def makers_told_by_names(seen: Seen, asked: Field | None, register: Register) -> Iterator[Proposal]:
    """The application's supplier, where a product's name bears it ("Microsoft Copilot") or follows it."""
    # Whoever chats or answers speaks of tools by their names; a text that describes a system begins with its maker's.
    described = not seen.personal and (asked is None or asked.key == "application.supplier")
    for mention in seen.mentions:
        if not seen.stated(mention) or (described and _EXAMPLE.search(seen.text[: mention.start])):
            continue
        if _IS_A_KIND.search(seen.text[: mention.start]) or _KIND_WORD.search(mention.text):
            # "X is a Telegram bot": it is somebody's, and seldom Telegram's.
            continue
        product = register.products.get(mention.id_of("product") or "")
        supplier = register.suppliers.get((product.supplier if product else mention.id_of("supplier")) or "")
        if supplier is None:
            continue
        quote = _maker_in(mention, supplier, seen, described) if product else _maker_before(mention, seen, described)
        if quote:
            yield seen.known("application.supplier", supplier.name, mention.start, mention.start + len(quote), 0.5)


# "HQ Lyon", "our head office sits in Geneva".
_HEAD_OFFICE = re.compile(
    r"\b(?:hq|h\.q\.|headquarter(?:s|ed)?|(?:head|main|central) office|mother house)\b(?: (?:is|are|sits|sit|being|at|in|of|over|based|located|the|our))*\W*$",
    re.I,
)


def of_own_office(told: Proposal, text: str) -> bool:
    """True for a supplier that is an office of who speaks: "our Resource Centre", or in an official text what bears its own initials."""
    if told.status != "known" or not told.ref.endswith(".supplier") or told.value == "self":
        return False
    if _OUR.search(text[: told.start]) and not _ROLE_FIRST.match(told.quote):
        return True
    head = _HEAD.match(text)
    first = re.match(r"[A-Z]{2,}\b", told.quote)
    if head is None or first is None or len(text) <= LONGEST_OF_A_CHAT or (told.start or 0) < head.end():
        return False
    initials = "".join(w[0] for w in re.findall(r"\b[A-Z][\w’'-]+", head.group()))
    return (
        len(first.group()) == 2 or first.group() in initials or bool(re.search(rf"\b{first.group()}\b", head.group()))
    )


def of_a_head_office(told: Proposal, text: str, asked: str | None) -> bool:
    """True for a country of work that is only where a head office sits, and was not asked for: "the agency is Pont Secours, HQ Lyon"."""
    if told.ref != "organisation.country" or told.status != "known" or told.ref == asked:
        return False
    return _HEAD_OFFICE.search(text[: told.start]) is not None


def _maker_in(mention: Mention, maker: Supplier, seen: Seen, described: bool) -> str | None:
    """The maker's name at the beginning of its product's, where it can only be that product's."""
    if not seen.sole_product(mention):
        return None
    for name in (maker.name, *maker.aliases):
        begins, rest = mention.text[: len(name)], mention.text[len(name) :]
        # A bare name is a tool when people chat ("we use DeepL") or answer, and a company's system in a description of it.
        if name_key(begins) == name_key(name) and (rest[:1] == " " or (not rest and described)):
            return begins
    return None


def _maker_before(mention: Mention, seen: Seen, described: bool) -> str | None:
    """In a description, a company's name right before another name ("McAfee Adaptive Threat Protection") is the maker's."""
    follows = described and _NAME_FOLLOWS.match(seen.text[mention.end :])
    return mention.text if follows else None


def _named(mention: Mention, seen: Seen, asked: Field | None, register: Register, alone: bool) -> Proposal | None:
    """What a name of the register states by its kind; a supplier's role is left to the learned guesses or a word beside it."""
    supplier = mention.id_of("supplier")
    for what, key in NAMES:
        # A brand that is a product and the model in it is a tool to whoever uses it beside another.
        if what == "model" and mention.id_of("product") and _is_used_beside(seen, mention):
            continue
        if mention.id_of(what):
            if what == "product" and supplier and asked and asked.type == "entity":
                return None
            sure = 0.62 if alone or what == "accelerator" else 0.55
            return seen.in_words(key, with_version(mention, seen.text), sure)
    role = role_of(seen.text, mention.start, mention.end)
    if supplier is None or role is None or (asked and role[0] == asked.key):
        return None
    # Data that lies in somebody's product, or comes out of it, is not supplied by its maker.
    if role[0] == "data.supplier" and (mention.id_of("product") or _NAME_FOLLOWS.match(seen.text[mention.end :])):
        return None
    return seen.known(role[0], register.suppliers[supplier].name, mention.start, mention.end, role[1])


def _is_used_beside(seen: Seen, mention: Mention) -> bool:
    """Whether a name is told as one more tool: used, or joined to the tool that was named last ("ChatGPT, and also Gemini")."""
    before = seen.text[: mention.start]
    if seen.sole_product(mention):
        return False
    if _USED.search(before):
        return True
    last = max((m for m in seen.mentions if m.end <= mention.start), key=lambda m: m.end, default=None)
    joined = last is not None and last.id_of("product") and _JOINED.search(before, last.end)
    return bool(joined) and not re.search(r"[.;!?\n]", before[last.end :] if last else "")


def _home(seen: Seen) -> Iterator[Proposal]:
    """Where the organisation is, from the way people introduce themselves ("we are a clinic in Kisumu")."""
    for place in seen.places:
        told = seen.text[max(0, place.start - LONGEST_INTRODUCTION) : place.start]
        if place.certain and seen.stated(place) and _LIVES.search(told):
            yield seen.known(HOME, place.code, place.start, place.end, 0.7)
            return


def _machine_country(seen: Seen, place: Place) -> str | None:
    """The country field that a place in the same sentence as a word for storing, hosting or collecting fills."""
    # Who does it ("set up by Jordan") is no place.
    if seen.denied(place.start) or re.search(r"\bby\s+$", seen.text[: place.start], re.I):
        return None
    said = seen.text[part_begins(seen.text, place.start) : place.start]
    near = {
        key: max(m.end() for m in found) for key, words in _MACHINES.items() if (found := list(words.finditer(said)))
    }
    best = max(near, key=lambda key: near[key], default=None)
    return best if best is not None and len(said) - near[best] < 45 else None
