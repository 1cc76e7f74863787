"""Which fields a text names: by what forms, people and we call them, and by a choice of theirs. Closed vocabulary, and pure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.field_keys import NAMED_IN_TALK, PATTERNS
from vcassist.interview.questions.notes_forms import LONGEST
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.words import name_of

if TYPE_CHECKING:
    from vcassist.interview.tools import Tools

_I = re.I
_ARTICLE = re.compile(r"^(?:the|our|its) ", _I)
# A choice that more fields than these have tells of none.
FEW = 2
# People name these by the words of a question, or by a noun of daily speech.
_IN_QUESTION_WORDS: dict[str, str] = {
    "application.name": r"(?:which|what) (?:tools?|apps?|applications?|programs?|programmes?|systems?)|tools?|apps?|programs?|systems?",
    "application.supplier": r"who (?:\w+ )?(?:supplies|supplied|sells|sold|delivers|provides|makes|made|built|developed|owns)|(?:made|built) by whom|it (?:comes|came) from|maker",
    "application.sourcing": r"who (?:\w+ )?(?:makes|made|built|developed)|who the maker is",
    "application.human_review": r"(?:human |person )?checks?(?: by a person)?|who (?:checks|reads|reviews)|checking|a person checks",
    "application.affected_people": r"(?:who|whom) (?:it |\w+ )?(?:is |are )?(?:affected|affects?|touch\w*|concerns?)|affected",
    "application.decision_role": r"decisions?|deciding",
    "application.generates": r"what (?:it|\w+) (?:generates|makes|produces)",
    "application.outage_effect": r"(?:it|\w+) (?:fails|breaks|stops|is gone|is down|goes down)(?! (?:for|as|with)\b)",
    "data.sources": r"(?:data|texts|pictures|records) (?:\w+ )?(?:comes?|came) from|origin",
    "data.sensitive_data": r"special care|(?:the )?(?:sensitiv\w*|delicate|special) (?:things?|kinds?|matters?|stuff|details|ones)",
    "organisation.ai_role": r"(?:our|my|your) (?:own )?(?:role|part)(?: in (?:it|this|that|all this))?|(?:part|role) (?:that )?we play",
    "storage.supplier": r"who (?:stores|keeps)|hosting|servers?|cloud",
    "storage.country": r"where (?:\w+ ){0,3}(?:stored|kept)|hosting|servers?|cloud",
    "compute.country": r"hosting|servers?",
    "compute.hosting": r"hosting|where it(?:['’]s| is)? (?:runs|hosted|running|run)",
    "model.documentation": r"(?:the )?documentation|documents",
    "organisation.country": r"(?:where|which country|what country) we (?:are|work|live|sit|come from)",
    "organisation.name": r"what we are called|who we are",
    "application.purpose": r"what (?:we use it|it is|it's|it’s) for|what it does",
    "governance.responsible_person": r"who (?:is responsible|answers for it|is in charge|is accountable)",
    "organisation.size": r"how many (?:people (?:we are|work here)|people|staff|of us|we are|are we|you are)|how (?:big|large|small) (?:we are|the \w+ is)",
}
# Values that say nothing of their field.
_MERE = frozenset({"yes", "no", "partly", "none", "other", "something else", "nobody", "a", "it"})


def keys_named(text: str) -> list[str]:
    """The fields that a text calls by a name that people and forms have for them, the longest name of each place."""
    return of_its_kind(list(dict.fromkeys(key for _, _, key in places_of(text))))


def may_be_of(key: str, text: str, tools: Tools) -> bool:
    """Whether a text calls a field by a name, or seems to speak of it, as that was learnt."""
    return key in keys_named(text) or key in dict(tools.spoken_of(text, {key}))


def some_sentence_is_of(key: str, said: str, tools: Tools) -> bool:
    """Whether some sentence of a message calls a field by a name, seems to speak of it, or states something of it by itself."""
    return any(
        may_be_of(key, m[0], tools) or any(one.key == key for one in tools.stated(m[0]))
        for m in BEYOND_TITLES.finditer(said)
    )


def words_for(text: str) -> list[str]:
    """The names by which a text calls fields, in its own words."""
    return list(dict.fromkeys(text[start:end] for start, end, key in places_of(text) if key != "application.name"))


def places_of(text: str) -> list[tuple[int, int, str]]:
    """Where a text names fields, and which: of names that overlap the longest, and all fields that share a name."""
    places = ((m, key) for key, p in _names().items() for m in p.finditer(text[:LONGEST]))
    found = [(m.end() - len(_ARTICLE.sub("", m[0])), m.end(), key) for m, key in places]
    found.sort(key=lambda f: (f[0] - f[1], f[0]))
    kept: list[tuple[int, int, str]] = []
    for start, end, key in found:
        if all(end <= s or start >= e or (start, end) == (s, e) for s, e, _ in kept):
            kept.append((start, end, key))
    return sorted(kept)


def of_its_kind(keys: list[str]) -> list[str]:
    """ "The country of the hosting": a country beside a part of the chain is that part's."""
    if "organisation.country" not in keys:
        return keys
    kinds = {key.partition(".")[0] for key in keys} - {"organisation"}
    its_own = [f"{kind}.country" for kind in sorted(kinds) if f"{kind}.country" in FIELDS]
    if not its_own:
        return keys
    others = [
        key for key in keys if f"{key.partition('.')[0]}.country" not in its_own and key != "organisation.country"
    ]
    return [*its_own, *others]


@cache
def _names() -> dict[str, re.Pattern[str]]:
    """Each field with all its names: in forms, in talk, as a question, and in our own words."""
    found = {}
    for key in FIELDS:
        # "Name" and "description" by themselves are of anything.
        own = "" if key.endswith((".name", ".description")) else re.sub(r"^(?:an?|the|its|your) ", "", name_of(key))
        known = [p.pattern for p in (PATTERNS.get(key), NAMED_IN_TALK.get(key)) if p]
        words = filter(None, (*known, _IN_QUESTION_WORDS.get(key, ""), re.escape(own)))
        found[key] = re.compile(rf"(?<![\w’'])(?:{'|'.join(words)})(?!\w|[’'](?!s name\b))", _I)
    return found


def values_in(spec: Field, text: str) -> set[str]:
    """The choices of a field that a text names by a word of theirs."""
    if spec.type == "yesno":
        return {v for v in spec.options if re.search(rf"\bas (?:an? )?{v}\b", text, _I)}
    return {value for value, words in _choices(spec.key).items() if words.search(text)}


@cache
def _choices(key: str) -> dict[str, re.Pattern[str]]:
    """Each choice of a field by what it is called, in one or in many: "recommend" and "recommends"."""
    found = {}
    for value, label in FIELDS[key].options.items():
        called = {value.replace("_", " "), label, label.removeprefix("it ")} - _MERE
        if called:
            words = "|".join(f"{re.escape(words.removesuffix('s'))}s?" for words in called)
            found[value] = re.compile(rf"(?<!\w)(?:{words})(?!\w)", _I)
    return found


def with_choice(text: str) -> list[str]:
    """The fields of which a text names a choice; none where it could be of many."""
    keys = [key for key, spec in FIELDS.items() if spec.type in ("enum", "set") and values_in(spec, text)]
    return keys if len(keys) <= FEW else []
