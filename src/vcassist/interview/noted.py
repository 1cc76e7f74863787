"""What a phrase names of what is noted: a part by its name or its id, an answer by its field, its value or the words it was said back in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import FIELDS
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.meant import stems, words_of
from vcassist.interview.sayings import said_back
from vcassist.interview.turns_of_phrase import DENIES
from vcassist.interview.words import Country, line_for

# So much of what a phrase tells must be in the words of an answer for it to be meant; of few words, all.
MOST_OF_IT = 0.6
FEW = 2
# One word of a longer name stands for it where it is no shorter and no other part has it.
LEAST_NAME = 4
# Words that speak of the notes themselves, or stand around what is meant.
_OF_NOTES = frozenset(
    re.findall(
        r"\w+",
        "the that this those your my our answer answers entry entries statement statements sentence line note notes noted remark bit part point thing "
        "fact claim question field word words said says told wrote written stated noted have has had given about regarding concerning there were was "
        "called named tool application app list record report please people person organisation ever never not any none nobody without cannot all",
    )
)
_ID = re.compile(r"\W*(?:the )?(?P<kind>application|data|labelling|storage|compute|model)[- ](?P<number>\d+)\W*", re.I)
_NOUN = r"(?:tools?|apps?|applications?|systems?|programs?|programmes?|software|models?|ais?|entry|entries|item|parts?|components?|names?|things?|one)"
_AROUND = re.compile(
    rf"^\W*(?:(?:the|that|this|your|my|our|an?) )?(?:{_NOUN} )?(?:(?:called|named|with the name) )?[\W_]*|[\W_]*(?: {_NOUN})?[\W_]*$", re.I
)  # fmt: skip
_DENIES = re.compile(DENIES, re.I)


def part_named(phrase: str, chain: Chain) -> tuple[str, ...]:
    """The components that a phrase names: by id, by name, or by a word of a name that no other has. Several where it leaves that open."""
    if (by_id := _ID.fullmatch(phrase)) is not None:
        kind, number = by_id["kind"].lower(), by_id["number"]
        component = kind if number == "1" else f"{kind}-{number}"
        return (component,) if component in chain.all_components() else ()
    name = bare(phrase).casefold()
    titles = {c: chain.title(c).casefold() for c in chain.all_components() if f"{kind_of(c)}.name" in FIELDS}
    titles = {c: title for c, title in titles.items() if chain.value(f"{c}.name")}
    whole = tuple(c for c, title in titles.items() if name in (title, phrase.strip().casefold()) and name == title)
    if whole or len(name) < LEAST_NAME or not re.fullmatch(r"\w[\w.-]*", name):
        return whole
    return tuple(c for c, title in titles.items() if name in title.split())


def bare(phrase: str) -> str:
    """A name without what people say around it: "the tool called Otto" is Otto."""
    return _AROUND.sub("", phrase).strip()


def answers_named(phrase: str, chain: Chain, country: Country, *, told: bool = False) -> tuple[Fact, ...]:
    """The answers that a phrase means, all of them alike; none where its words are not those of any.

    ``told``: the phrase says what an answer says ("there is no policy"), so that a yes is none that denies.
    """
    heard = _stems(phrase)
    if not heard:
        return ()
    rated: dict[Fact, float] = {}
    for fact in chain.facts.values():
        if (
            told
            and fact.field.type == "yesno"
            and fact.value in ("yes", "no")
            and (fact.value == "no") != _denying(phrase)
        ):
            continue
        own, near = _field_stems(fact), _said_stems(fact, chain, country)
        if old_value_in(fact, phrase, country) is not None:
            near |= heard
        share = len(heard & (own | near)) / len(heard)
        if share >= (1.0 if len(heard) <= FEW else MOST_OF_IT):
            rated[fact] = share + len(heard & own) / len(heard)
    best = max(rated.values(), default=0.0)
    return tuple(fact for fact, rate in rated.items() if rate == best)


def by_what_it_is(fact: Fact, phrase: str, chain: Chain, country: Country) -> bool:
    """Whether a phrase means an answer by its field or its value, and not only by a word that was said around it."""
    labels = " ".join(fact.field.options.get(v, v) for v in fact.values)
    value = fact.quote if fact.field.type in ("text", "entity", "country") else ""
    own = _field_stems(fact) | stems(
        f"{said_back(fact, chain, country)} {line_for(fact, None, country)} {labels} {value}"
    )
    return bool(_stems(phrase) & own) or bool(re.search(r"\bwhat (?:i|you|we)\b", phrase, re.I))


def _denying(phrase: str) -> bool:
    return _DENIES.search(phrase) is not None


def _stems(text: str) -> set[str]:
    return {word[:4] for word in words_of(text) if word not in _OF_NOTES}


def _field_stems(fact: Fact) -> set[str]:
    return _stems(f"{fact.field.label} {fact.field.name.replace('_', ' ')}") | stems(line_for(fact).partition(" – ")[0])


def _said_stems(fact: Fact, chain: Chain, country: Country) -> set[str]:
    labels: Iterable[str] = (fact.field.options.get(v, v) for v in fact.values)
    return stems(f"{said_back(fact, chain, country)} {line_for(fact, None, country)} {fact.quote} {' '.join(labels)}")
