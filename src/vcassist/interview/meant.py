"""Which earlier answer a message means: by the value that it repeats, by the words of its field, by being the latest. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import A_HOUSE
from vcassist.interview.words import Country, name_of

# From this weight on the words of a message mean an answer; below it they only may.
MEANT = 1.5
# One word of its field names an answer, where nothing else of a message does.
NAMED = 0.7
# A word that at most so many fields share tells of which is spoken.
TELLING = 4
# So short is a message that puts "the other one" in the place of what was said.
OTHER_WORDS = 9
_PUTS_RIGHT = r"(?:(?:a|an|one|small|slight|quick|further) )*(?:errat(?:um|a)|corrigendum|corrections?|amendments?|addendum|precision|clarifications?|update|more (?:exactly|precisely)|to be (?:more )?(?:exact|precise)|(?:going |coming |getting )?back)"
# A message that begins with what it is about: a few words and a colon, or after "about" a dash or a comma.
ADDRESSED = re.compile(
    r"\W*(?:(?:ah|oh|hm+|er+|no|wait|sorry|well|so|and|by the way)\W+)*"
    rf"(?:(?:(?:just |only )?(?:one|a|an|another|some)(?: \w+)? ?(?:thing|word|point|remark|note) |something |{_PUTS_RIGHT} )?(?:about|regarding|concerning|with (?:regard|respect) to|as for|as to|on|re)\b:? (?P<long>[^.,;:!?–—-]{{3,40}})[.,:–—-]|(?P<short>(?:[\w'’-]+ ){{0,3}}[\w'’-]+):\s|"
    # "Bias tracking is really only partly, because …".
    r"(?P<said>(?!(?:it|that|this|he|she|there|they|we|i|you|which|who)\b)(?:[\w'’-]+ ){0,3}[\w'’-]+) (?:is|are|was|were) (?:(?:really|only|just|actually|more|rather|in fact|so|at best|still) )*(?=(?:yes|no|partly)(?:[,.;!]|$| because\b| done\b| so\b)))",
    re.I,
)
# "The school's name", "our name", "the name of our clinic".
HOUSE_NAME = "organisation.name"
_HOUSE = r"(?:school|clinic|hospital|organi[sz]ation|ngo|charity|library|club|church|parish|shelter|farm|museum|co-?op(?:erative)?|association)"
OUR_NAME = re.compile(
    rf"\bour (?:own )?name\b|\b(?:our|my) (?:[a-z]+ )?{A_HOUSE}(?:['’]s|s['’]?)? name\b|\b(?:the )?{_HOUSE}(?:['’]s|s['’]?)? name\b|\b(?:the )?name of (?:(?:our|my) (?:[a-z]+ )?{A_HOUSE}|the {_HOUSE})\b(?! (?:that|which|who)\b)",
    re.I,
)
# An order to take back that says what: "the answer on personal data", "what I told you about the size".
_SAYS_WHICH = re.compile(
    r"\b(?:(?:answers?|bits?|parts?|things?|lines?|notes?|entry|entries|facts?|points?) (?:that |which )?(?:i (?:gave|said|told|wrote) )?|(?:said|told you|wrote|noted|have) )(?:on|about|for|of|regarding|concerning)\s+(?!(?:that|this|it|all|them)\b)\w",
    re.I,
)
# Fields that people name by the words of their question, which are often not ours: "about who keeps the pictures".
_NAMED_BY_QUESTION = {
    "storage.supplier": r"who(?:se \w+)? (?:now |actually |really )?(?:keeps?|stores?|holds?|saves?|hosts?|has|looks after) ",
    "storage.country": r"where (?!(?:\w+ ){1,3}comes?\b)(?:\w+ ){0,3}(?:(?:is|are) (?:kept|stored|saved|held)|lies?|kept|stored)",
    "storage.retention_limit": r"(?:how long|until when|when) (?:\w+ ){0,3}(?:keep|kept|store[ds]?|held|delete[ds]?)",
    "compute.hosting": r"where (?:it|this|that|the \w+|\w+) (?:runs?|is run|is hosted|sits)",
    "compute.supplier": r"who (?:runs|provides|rents|owns|hosts) (?:\w+ ){0,3}(?:machines?|servers?|computers?)",
    "application.supplier": r"who (?:sells|supplies|sold|delivers|provides) (?:it|this|that|the (?:tool|app|program|programme|software|system)|us)\b",
    "application.sourcing": r"who (?:built|made|builds|makes|wrote|programmed|developed) (?:it|this|that|the (?:tool|app|program|programme|software|system))\b",
    "application.human_review": r"(?:who|whether \w+|how often \w+|if \w+) (?:\w+ )?(?:checks?|reviews?|looks? (?:at|over)|reads?) (?:it|this|that|them|the (?:output|results?|answers?|texts?|letters?))\b",
    "labelling.done_by": r"who (?:labels?|labelled|annotates?|annotated|marks?|marked|tags?|tagged|sorted)\b",
    "data.supplier": r"who (?:gives|gave|supplies|supplied|sends|sent|provides) (?:us )?(?:\w+ ){0,2}(?:data|pictures|photos|records|texts)",
    "data.country": r"where (?:the )?(?:data|pictures|photos|records) (?:comes? from|(?:is|are|was|were) (?:collected|taken|gathered))",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the and for that this with not but are was were you your our they them its has have had what which who where when how does "
        "other others did about from into said say told tell earlier before answer change want correct sorry actually meant mean mistake wrong just",
    )
)


@dataclass(frozen=True, slots=True)
class Target:
    """An earlier answer that a correction may be about. ``quoted``: the message repeats its old value; ``latest``: it came last.

    ``weight`` is ``bearing``, by its words alone, with what came lately before what came long ago.
    """

    fact: Fact
    weight: float
    bearing: float
    quoted: bool
    latest: bool


def words_of(text: str) -> set[str]:
    """The telling words of a text, in lower case."""
    return {w for w in (m.lower() for m in _WORD.findall(text)) if w not in _COMMON}


def field_words(spec: Field) -> set[str]:
    return words_of(f"{spec.label} {name_of(spec.key)} {spec.kind}")


def targets(session: Session, said: str, country: Country) -> list[Target]:
    """Earlier answers, the likeliest to be meant by ``said`` first."""
    heard, addressed, own_words = words_of(said), addressed_words(said), stems(said)
    by_question = named_by_question(said)
    newest = max((f.turn for f in session.chain.facts.values()), default=0)
    found = []
    titles = {str(f.value).casefold() for ref, f in session.chain.facts.items() if ref.endswith(".name")}
    for fact in session.chain.facts.values():
        # A thing's name beside which something else of it was read is not that other answer.
        of_a_name = fact.field.name != "name" and fact.quote.casefold() in titles
        quoted = not of_a_name and old_value_in(fact, said, country) is not None
        shared = len(words_of(fact.quote) & heard)
        own = max(len(field_words(fact.field) & heard), len(telling_stems(fact.field.key) & own_words))
        bearing = 3.0 * quoted + 0.7 * min(2, own) + 0.4 * min(2, shared)
        bearing += 2.0 * (fact.field.key in by_question or bool(field_words(fact.field) & addressed))
        late = 1.0 / (1 + newest - fact.turn)
        found.append(Target(fact, bearing + late, bearing, quoted, fact.turn == newest))
    # A message that says whose question it is about means no other answer, whatever names it repeats.
    found = [t for t in found if t.fact.field.key in by_question] or found
    return sorted(found, key=lambda t: (-t.weight, -t.fact.turn, t.fact.ref))


def could_be_meant(session: Session, said: str, country: Country) -> list[Fact]:
    """The answers that the words of an order to take back ("forget what I said about the size") mean, all of them alike; or none."""
    if HOUSE_NAME in session.chain.facts and OUR_NAME.search(said):
        return [session.chain.facts[HOUSE_NAME]]
    found = targets(session, said, country)
    most = max((t.bearing for t in found), default=0.0)
    return [t.fact for t in found if t.bearing == most] if most >= NAMED else []


def says_which(said: str) -> bool:
    """Whether an order to take back says which answer is meant: where it is not found, nothing else is taken back for it."""
    return bool(_SAYS_WHICH.search(said))


def addresses(session: Session, said: str) -> bool:
    """Whether a message begins with what an earlier answer is about ("Retention: …", "about the person in charge, …")."""
    addressed, named = addressed_words(said), named_by_question(said)
    return any(fact.field.key in named or field_words(fact.field) & addressed for fact in session.chain.facts.values())


def named_by_question(said: str) -> set[str]:
    """The keys of the fields whose question stands where a message says what it is about."""
    about = (m["long"] or m["short"] or m["said"]) if (m := ADDRESSED.match(said)) else None
    if not about:
        return set()
    by_question = {key for key, words in _NAMED_BY_QUESTION.items() if re.match(words, f"{about} ", re.I)}
    return by_question or set(keys_named(about))


def addressed_words(said: str) -> set[str]:
    named = ADDRESSED.match(said)
    return words_of(named["short"] or named["long"] or named["said"]) if named else set()


def other_one(session: Session) -> tuple[Fact, str] | None:
    """The latest answer that has exactly one other value, with that value: of two options, or the one that it replaced."""
    chain = session.chain
    known = [f for f in chain.facts.values() if f.status == "known"]
    latest = max(known, key=lambda f: f.turn, default=None)
    if latest is None or not isinstance(latest.value, str):
        return None
    before = [f.value for f in chain.history.get(latest.ref, ()) if f.status == "known" and f.value != latest.value]
    options = {"yes": "no", "no": "yes"} if latest.field.type == "yesno" else _opposites(latest.field)
    other = before[-1] if before else options.get(latest.value)
    return (latest, other) if isinstance(other, str) else None


def only_other_one(said: str) -> bool:
    """Whether "the other one" is all that a message says instead, and not what some further thing is called."""
    return len(said.split()) <= OTHER_WORDS


def _opposites(spec: Field) -> dict[str, str]:
    one, *rest = spec.values or ("",)
    return {one: rest[0], rest[0]: one} if len(rest) == 1 else {}


def meant_field(session: Session, said: str) -> str | None:
    """The reference whose words a wish to change something uses: one that was answered, else passed over, else any; else None."""
    heard = words_of(said)
    answered = [*session.chain.facts]
    passed = [ref for t in session.live for ref in (t.skipped, t.awaiting.ref if t.awaiting else None) if ref]
    for group in (answered, passed, list(FIELDS)):
        best = max(group, key=lambda ref: len(field_words(field_of(ref)) & heard), default=None)
        if best is not None and field_words(field_of(best)) & heard:
            return best
    return None


def shares_words(said: str, spec: Field) -> bool:
    """Whether a message uses a word of a field's question, choices or usual answers."""
    return bool(stems(said) & own_stems(spec))


@cache
def telling_stems(key: str) -> frozenset[str]:
    """The stems of a field's own words that few other fields have: those by which people mean it."""
    every = Counter(stem for spec in FIELDS.values() for stem in own_stems(spec))
    return frozenset(stem for stem in own_stems(FIELDS[key]) if every[stem] <= TELLING)


def own_stems(spec: Field) -> set[str]:
    said = (phrase for phrases in spec.says.values() for phrase in phrases)
    return stems(f"{spec.question} {spec.label} {' '.join((*spec.options.values(), *said))}")


def value_stems(spec: Field, value: str) -> set[str]:
    """The stems of the words of one choice: its label, and how people say it."""
    return stems(f"{value} {spec.options.get(value, '')} {' '.join(spec.says.get(value, ()))}")


def stems(text: str) -> set[str]:
    """The telling words of a text by their first four letters, so that slow and slower meet."""
    return {word[:4] for word in words_of(text)}
