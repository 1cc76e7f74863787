"""Answers in the words that the assistant itself offered: yes and no, the labels of the choices, the values of public records. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import ALONE, YESNO, Field
from vcassist.interview.answers.put_out import put_out
from vcassist.interview.corrections.correcting import corrects, turned_at
from vcassist.interview.meant import own_stems, stems
from vcassist.interview.remarks.moves import hedge_of
from vcassist.interview.words import Country, shown_value

_I = re.I
YES = re.compile(
    # "Sawa, that's right": a word of whatever language may lead up to a plain one.
    r"^\W*(?:(?!(?:no|not|nope|nah|nobody|none|never|nothing|neither|wrong|false|almost|maybe|perhaps|partly)\b)[^\W\d_]{1,10}[,!.]\s+(?=(?:yes|yeah|yep|correct|exactly|that'?s (?:right|correct)|that is (?:right|correct))\b))?"
    r"(?:y(?=\W*$|[,.!])|yes|yeah|yep|yup|correct|right|exactly|true|that'?s (?:right|it|correct|so)|that is (?:right|correct|so)|ok(?:ay)?(?!,? (?:i (?:was|am|did|had|need|must|should)\b|i['’]m\b|we (?:were|did)\b|but\b|wait\b|let me\b|the \w|my \w))|sure|(?:of course|certainly)(?=\W*$|[,.!] (?!not\b))|indeed|it (?:is|does)(?=\W*$|\s*[,.!;:–—-]|\s(?:right|so|correct|true|indeed|fit|yes)\b)|(?:it |that |this |all )?(?:of it )?fits|i think so)\b",
    _I,
)
NO = re.compile(
    r"^\W*(?:n(?=\W*$|[,.!])|no|nope|nah|not (?:really|so|with us|quite(?! (?:all|every\w*|each|always)\b))|wrong|that'?s (?:wrong|not)|it'?s not|it isn'?t)\b",
    _I,
)
# What people call their field of work who are asked for it in a few words; fishing and forestry stand with agriculture in every list of industries.
A_TRADE = 3
_TRADES = {
    value: re.compile(rf"\b(?:{words})\b", _I)
    for value, words in (
        ("agriculture", r"fish(?:ing|ers?|ermen|eries|ery)|aquaculture|farming|farms?|forestry|herding|livestock|beekeeping|horticulture"),
        ("health", r"nursing|medicine|medical|hospitals?|clinics?|midwifery"),
        ("education", r"teaching|schools?|libraries|library"),
        ("government", r"town hall|municipality|ministry|(?:town|city|municipal|district|county|local) council|public administration"),
        ("media", r"radio|newspapers?|television|tv|journalism|press"),
        ("business", r"shops?|retail|tourism|hotels?|restaurants?|trading|logistics|transport|banking|insurance|factory|garage"),
        ("research", r"science|laborator(?:y|ies)"),
    )
}  # fmt: skip
# A longer message is a story in which a choice's words may mean something else.
OFFERED_WORDS = 14
PLAIN_WORDS = 9
# A longer answer tells more than a yes with its reasons.
LONGEST_FIRM = 30
# What leads up to a yes or no, and how people write it in one letter.
_BEFORE = r"\W*(?:(?:oh|well|ah|hm+|so|er+|and|but|sadly|honestly|frankly|actually|clearly|sorry)[\s,]+)*"
_YES_NO = r"(yes|yeah|yep|yup|no|nope|nah|[yn](?=\W*$|[,.!]))"
# "No clue" says no to nothing.
_BEGINS = re.compile(rf"^{_BEFORE}{_YES_NO}\b(?!\s(?:clue|idea|notion|way|doubt|problem|matter|wonder|one|need)\b)", _I)
_BARE = re.compile(rf"{_BEFORE}{_YES_NO}\W*", _I)
# "The engineer said yes, he takes it along."
_SAYS = r"(?P<reported>(?:the|our|my|their|an?) (?:[\w'’-]+ ){1,3}(?:say|said|says|told (?:me|us|them))(?: that)? )?"
# "My boss said yes, I may take an hour for this."
_OF_ONESELF = re.compile(r"\W*(?:i|we|you|my|our)\b", _I)
_SET_OFF = re.compile(rf"^{_BEFORE}{_SAYS}(?P<said>yes|yeah|yep|yup|no|nope|nah)\s?[,.;:!–—-](?=\s)", _I)
# What is a half, turns, or speaks of another thing than what was asked.
_TURNS = re.compile(
    r"\b(?:but|except|though|although|however|only|just|partly|partially|half|some|sometimes|mostly|depends|wait|sorry|mean|meant|idea|clue|know|sure|maybe|perhaps|instead|rather|yes|no|not)\b|n['’]t\b",
    _I,
)
# What a message comes to in the end, after its reasons: "…, so yes", "That's a no, then."
_CONCLUDES = re.compile(
    r"(?:^|[.;:!?,–—-])\s*(?:and )?(?:so|then|therefore|hence|in short|that['’]?s|that is)[ ,]+(?:(?:it['’]?s|that['’]?s|i(?:['’]d| would) say|i(?:['’]?m| am) afraid|probably|an?|then)[ ,]+)*"
    # "So partly?" asks whether that would be right to say, and says it.
    r"(yes|no|partly|half(?:way)?|(?:sort|kind) of(?: half\w*)?|(?:a bit of )?both|in part|so-so)\b(?!-| (?:one|idea|clue|way|matter|an?|the|\d))[^.;!?]{0,30}(?:[.!]*|(?<=partly)\?+|(?<=half|both)\?+|(?<=halfway)\?+)\s*$",
    _I,
)
# "So call it sometimes", "… put partly": what somebody wants an answer noted as closes it.
_PUT_AS = r"(?:^|[.;:!?,–—-]\s{0,3}|\b(?:so|and|then|but|please|rather|let['’]?s|let us|i(?:['’]d| would)|you (?:can|may|should)|better)[\s,]{1,3})(?:(?:just|please|rather|then|better|so)[\s,]{1,3}){0,3}(?:call|make|put|note|mark|say|write|count|have|take)(?: (?:it|that|this|them|us))?(?: down)?(?: (?:as|under))?(?: an?)?[\s:“\"'‘]+(?P<value>{values})[”\"'’]?(?:,? (?:then|please|for now|i (?:suppose|guess|think)))?(?:[\s.!]*$|,? (?:because|since|as|for(?! (?:the|our|my|its)\b))\b[^.!?]*[.!]?\s*$)"
# "Workers, if that's your word", "staff, you'd say", "children, then": one's own words in those that were offered.
_IN_YOUR_WORDS = (
    r"(?:^|[.;:!?–—]\s{1,3})(?:(?:so|well|or)[\s,]{1,3})?(?P<value>{values}),? (?:if (?:that|those|this)(?:['’]?s| is| are| be) (?:(?:your|the|a|what you|how you) [\w ]{1,20})|"
    r"(?:as )?you(?:['’]d| would| might| may)? (?:call|say|name|put)(?: (?:it|them|those|that))?|(?:in|on|by|for|from) your (?:words?|lists?|terms?|book|language|choices?|boxes)|then)"
    r"(?:,? (?:i (?:suppose|guess|think|reckon)|then|please))?[\s.!]*$"
)
_NEITHER_NOR = r"\bneither\W+(?P<one>{values})\W+(?:and |or )?nor\W+(?P<other>{values})\b"
NEITHER_NOR = re.compile(r"\bneither\W+\w+(?: \w+){0,5}?\W+(?:and |or )?nor\b", _I)
_DENIES = re.compile(r"\b(?:not|neither|nor|never|isn|aren|don|doesn|won)\b|n['’]t\b", _I)

# "Cabo Verde no man, Chile": what is named is denied right behind it.
# What may stand before a no with feeling.
_SIGHS = r"(?:(?:oh|ah|hell|heck|god|lord|good|well|sorry|absolutely|certainly)\W+){0,2}"
_AT_ONCE_DENIED = re.compile(
    rf"[\s?,]{{1,3}}{_SIGHS}(?:no|nope|nah|wrong)\b(?!\W*(?:doubt|question|mistake|problem)\b)", _I
)
# "No written rules" has no answer no in it.
_OF_A_NOUN = re.compile(
    r"no\s(?!(?:one|it|we|they|i|he|she|there|that|this|because|but|and|so|no|not|never|nobody|man|please|sir|madam|thanks?|thank|po|way|longer|more|partly|yes)\b)(?P<noun>[a-z]\w+(?: [a-z]\w+)?)",
    _I,
)
_NO_SUCH = re.compile(r"\b(?:no|without)\s(?:[\w-]+\s)?$", _I)
# "Always for the bad ones": where it holds is told right behind the choice, and a reader weighed both.
_LIMITED = re.compile(r",?\s(?:but )?(?:only )?(?:for|when|if|on|with|in|at|unless|except)\b", _I)
_DENIES_SOME = re.compile(r"\b(?:nobody|no ?one|none|not|never|nothing|unless|except|without)\b|n['’]t\b", _I)
# "It decides nothing", "it stops? No, worse": the choice's words and at once its denial.
_DENIED_BEHIND = re.compile(
    rf"\W*(?:absolutely |exactly |about )?(?:nothing|nobody|no ?one|none|no \w+|not (?:a|one)\b)|\s*\?+\W*{_SIGHS}(?:no|nope|nah)\b",
    _I,
)


_WORD = re.compile(r"[^\W\d_]+")
# What stands beside a choice and adds none: "that would be …, as far as I can see".
_SAYS_NOTHING = frozenset(
    re.findall(
        r"\w+",
        "that this it they them those these would will be is are was were the a an as far i we you can could see say said should think guess suppose believe "
        "know let s d m re ll ve so well just only all mostly oh hm yes ok maybe probably mainly from by of for in to with comes come us our my me here",
    )
)


def _only_labels(said: str, ref: str) -> bool:
    """Whether a message names choices by their labels and says nothing else: "that would be the public web, as far as I can see"."""
    rest = said
    for label in sorted(field_of(ref).options.values(), key=len, reverse=True):
        rest = re.sub(rf"\b{re.escape(label)}\b", " ", rest, flags=_I)
    return rest != said and all(word.lower() in _SAYS_NOTHING for word in _WORD.findall(rest))


def in_offered_words(said: str, ref: str, number: int) -> tuple[Fact, ...]:
    """An answer in the very words that were offered as choices, where the reader saw none and nothing is denied."""
    spec = field_of(ref)
    if spec.type not in ("enum", "set") or len(said.split()) > OFFERED_WORDS or _DENIES.search(said):
        return ()
    spans = {v: m.span() for v, label in spec.options.items() if (m := re.search(rf"\b{re.escape(label)}\b", said, _I))}
    if not spans and spec.key == "organisation.sector" and len(said.split()) <= A_TRADE:
        spans = {v: m.span() for v, trade in _TRADES.items() if (m := trade.search(said))}
    chosen = [v for v in spec.values if v in spans and not _NO_SUCH.search(said[: spans[v][0]])]
    if spec.key == "application.generates":
        chosen = [v for v in put_out(said, chosen, spec.values) if v in chosen]
    if not chosen or (len(chosen) > 1 and (spec.type == "enum" or ALONE & set(chosen))):
        return ()
    start, end = min(spans[v][0] for v in chosen), max(spans[v][1] for v in chosen)
    if _DENIED_BEHIND.match(said, end):
        return ()
    value = checked_value(ref, chosen if spec.type == "set" else chosen[0])
    return (Fact(ref, "known", value, said[start:end], start, end, number),)


def plainly_said(facts: tuple[Fact, ...], said: str, ref: str, number: int) -> tuple[Fact, ...]:
    """The facts of a short answer, where its plain words decide what was asked, whatever a reader made of them.

    A choice in the very words that were offered is that choice, and an answer that begins with yes is not a no. Where nothing was read
    as an answer, a yes or no at its beginning is one, unless it is hedged or takes something back.
    """
    read = next((f for f in facts if f.ref == ref), None)
    if (
        read is not None
        and read.status == "known"
        and field_of(ref).type == "yesno"
        and (bare := _BARE.fullmatch(read.quote))
    ):
        # Words that are but a yes or a no have no other value.
        return tuple(replace(f, value=_polarity(bare[1])) if f is read else f for f in facts)
    of_another = any(f.ref != ref and field_of(f.ref).key == field_of(ref).key for f in facts)
    if read is None and not facts and (firm := _firm(said, ref)) is not None:
        start, end = firm.span("said")
        return (Fact(ref, "known", _polarity(firm["said"]), said[start:end], start, end, number),)
    if read is not None and read.field.type == "set" and not of_another and _only_labels(said, ref):
        # Where nothing but a choice is said, it is the one, whatever goes with it elsewhere.
        return (*(f for f in facts if f.ref != ref), *(in_offered_words(said, ref, number) or (read,)))
    if len(said.split()) > PLAIN_WORDS or of_another:
        # "Yes for Nyota, not for Kora": whose the yes is, the reading of its parts tells.
        return facts
    if read is not None and turned_at(said, yes_or_no=read.field.type == "yesno"):
        # What its first words said was taken back in the same breath.
        return facts
    named = in_offered_words(said, ref, number)
    if named and read is not None and read.field.type == "set" and set(named[0].values) <= set(read.values):
        # "Listeners, and the farmers": the choice that is named is one of those that were heard.
        return facts
    one = named and read is not None and read.field.type == "enum" and read.value != named[0].value
    if one and _LIMITED.match(said, named[0].end or 0):
        return facts
    if (
        one
        and read is not None
        and named[0].value == "always"
        and (read.start or 0) >= (named[0].end or 0)
        and _DENIES_SOME.search(read.quote)
    ):
        # "Always. Well, at night nobody reads them."
        return facts
    if named and (read is None or read.status == "known"):
        return (*(f for f in facts if f.ref != ref), *named)
    begins = _BEGINS.match(said)
    if not begins or field_of(ref).type != "yesno":
        return facts
    plain_enough = read is None and not hedge_of(said) and not corrects(said) and not said.rstrip().endswith("?")
    if plain_enough or (read is not None and read.value in ("yes", "no")):
        value = _polarity(begins[1])
        start, end = begins.span(1)
        plain = Fact(ref, "known", value, said[start:end], start, end, number)
        if read is None:
            return (*facts, plain)
        if value != read.value:
            return tuple(plain if f.ref == ref else f for f in facts)
    return facts


def _firm(said: str, ref: str) -> re.Match[str] | None:
    """A yes or no set off at the beginning of an answer to ``ref``, which goes on in words of that question and takes nothing of it back."""
    begins = _SET_OFF.match(said)
    if begins is None or field_of(ref).type != "yesno" or len(said.split()) > LONGEST_FIRM:
        return None
    rest = said[begins.end() :]
    if _TURNS.search(rest) or corrects(said) or "?" in said:
        return None
    return (
        begins
        if (begins["reported"] and not _OF_ONESELF.match(rest)) or stems(rest) & own_stems(field_of(ref))
        else None
    )


def concluded(facts: tuple[Fact, ...], said: str, ref: str, number: int) -> tuple[Fact, ...]:
    """The facts, with the choice that a message itself comes to in the end ("…, so yes", "… so call it sometimes", "neither always nor
    never"), whatever its reasons were read as."""
    found = _conclusion(said, ref)
    if found is None or any(f.ref == ref and f.value == found[0] for f in facts):
        return facts
    if any(f.ref != ref and f.field is field_of(ref) for f in facts):
        # "The slips yes. On the photos is only fish, so no": which of them it concludes, the reading of its parts tells.
        return facts
    value, (start, end) = found
    read = any(f.ref == ref for f in facts)
    if not read and any(f.field.type == "yesno" and f.value == value for f in facts):
        # "I looked: they write in their names. So yes, one can recognise them": what follows is of the matter that was told.
        return facts
    return (*(f for f in facts if f.ref != ref), Fact(ref, "known", value, said[start:end], start, end, number))


def _conclusion(said: str, ref: str) -> tuple[Any, tuple[int, int]] | None:
    spec = field_of(ref)
    if spec.type == "yesno" and (found := _CONCLUDES.search(said)):
        return found[1].lower() if found[1].lower() in YESNO else "partly", found.span(1)
    if spec.type == "set":
        return _called(said, ref)
    if spec.type not in ("yesno", "enum"):
        return None
    by_label = _by_label(spec)
    values = "|".join(re.escape(label) for label in by_label)
    if put := re.search(_PUT_AS.replace("{values}", values), said, _I):
        return by_label[put["value"].lower()], put.span("value")
    if neither := re.search(_NEITHER_NOR.replace("{values}", values), said, _I):
        left = [v for label, v in by_label.items() if label not in (neither["one"].lower(), neither["other"].lower())]
        return (left[0], neither.span()) if len(left) == 1 else None
    return None


def _called(said: str, ref: str) -> tuple[Any, tuple[int, int]] | None:
    """The choices of a set by which somebody calls at the end what they have told in their own words ("…. Workers, if that's your word")."""
    spec = field_of(ref)
    by_label = _by_label(spec)
    value = rf"(?:(?:the|our)\s)?(?:{'|'.join(re.escape(label) for label in by_label)})"
    values = rf"{value}(?:(?:,? and |, ){value})*"
    found = re.search(_PUT_AS.replace("{values}", values), said, _I) or re.search(
        _IN_YOUR_WORDS.replace("{values}", values), said, _I
    )
    if found is None:
        return None
    named = {by_label[m[0].lower()] for m in re.finditer("|".join(map(re.escape, by_label)), found["value"], _I)}
    if len(named) > 1 and ALONE & named:
        return None
    return checked_value(ref, [v for v in spec.values if v in named]), found.span("value")


def _by_label(spec: Field) -> dict[str, str]:
    """Each label of a choice, in small letters; "other" as well, by which forms call what is none of them."""
    return {
        **{label.lower(): value for value, label in spec.options.items()},
        **({"other": "other"} if "other" in spec.options else {}),
    }


def _polarity(word: str) -> str:
    return "yes" if word.lower().startswith("y") else "no"


def chosen(fact: Fact, said: str) -> bool:
    """Whether the message names the option by its label; yes and no are said in passing and do not count."""
    options = fact.field.options if fact.field.type != "yesno" else {}
    return any(re.search(rf"\b{re.escape(options[v])}\b", said, _I) for v in fact.values if v in options)


def _of_a_noun(ref: str, said: str, at: int) -> bool:
    """Whether a "no" belongs to a noun of another matter: "no written rules" is no answer on consent, "no consent" is."""
    noun = _OF_A_NOUN.match(said, at)
    return noun is not None and not stems(noun["noun"]) & own_stems(field_of(ref))


def named_values(said: str, offered: Mapping[str, Any], country: Country) -> dict[str, tuple[int, int]]:
    """The references of an offer whose value the message repeats without denying it, with the place where it does."""
    found = {}
    for ref, value in offered.items():
        words = shown_value(ref, value, country)
        places = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", said, _I)
        place = next(
            (m for m in places if not (_AT_ONCE_DENIED.match(said, m.end()) or _of_a_noun(ref, said, m.start()))), None
        )
        if place and len(words) > 1 and not _DENIES.search(said[: place.start()]):
            found[ref] = place.span()
    return found
