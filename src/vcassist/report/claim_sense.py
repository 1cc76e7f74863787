"""The checks of the claim gate on what a sentence means: yes and no, whose, who on whom, and which verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vcassist.report.claim_items import EVERYWHERE, Item, denials_of, kind_of
from vcassist.report.claim_reading import STATED, Clause, Reading
from vcassist.report.claim_words import (
    DENIAL,
    HEDGED,
    NOT_KNOWN,
    SEVERITY,
    SMALL,
    WITHHELD,
    concept,
    concepts,
    denied_root,
    fold,
    words,
)

_RISK = re.compile(
    r"\b(?:is|are|poses?|creates?|raises?|raised|faces?|as|this)\b[^.;]{0,40}\brisks?\b|\brisks? (?:is|are|was|were) raised\b",
    re.I,
)
_CLEAR = re.compile(
    r"\b(?:no|without(?: any)?|free of) (?:\w+ )?(?:risks?|concern|danger|problem)\b|\b(?:ruled|rules) out\b|\bnot (?:a risk|raised)\b|\bclear\b",
    re.I,
)
_UNDECIDED = re.compile(
    r"\bundecided\b|\bnot (?:yet )?(?:decided|settled)\b|\bstill open\b|\bmay\b|\bmight\b|\bcould\b", re.I
)


def polarity(reading: Reading, cited: Sequence[Item], behind: Sequence[Item]) -> Iterator[str]:
    """Yes stays yes, no stays no, partly stays partly, and what is not known is said to be not known."""
    facts = [item for item in cited if item.kind == "fact"]
    homes = {id(f): home_of(f, reading.clauses, facts) for f in facts}
    clauses = reading.clauses
    for fact in facts:
        if any(q and fold(q) in fold(f"{fact.quote} {' '.join(fact.names)}") for q in reading.quotes):
            # The person's own words carry their own yes and no.
            continue
        home = homes[id(fact)]
        spoken = [home] if home else list(clauses)
        if fact.open:
            if not any(c.not_known or c.withheld for c in spoken):
                yield f"takes as known what is {'not known' if fact.status == 'unknown' else 'withheld'}"
        elif fact.hedged and not any(c.hedged for c in spoken):
            yield "leaves out that it is so only in part"
        elif fact.denies and not any(_denies(c, fact) or c.hedged for c in spoken):
            yield "affirms what the evidence denies"
    for clause in clauses:
        # A fact that another clause tells lends nothing to this one.
        at_home = [f for f in facts if homes[id(f)] is clause]
        yield from _marks(clause, at_home or [f for f in facts if homes[id(f)] is None], cited, behind)


def _marks(clause: Clause, facts: Sequence[Item], cited: Sequence[Item], behind: Sequence[Item]) -> Iterator[str]:
    """What a clause denies, hedges or calls unknown, the evidence does too."""
    others = " ".join(unit for item in cited for unit in (*item.units, *item.advice)) + " ".join(
        item.text for item in cited if item.kind in ("count", "passage")
    )
    open_findings = any(item.verdict == "unknown" for item in cited)
    if clause.withheld and not any(f.status == "withheld" for f in facts) and not WITHHELD.search(others):
        yield "says that something is withheld, which the evidence does not"
    if clause.withheld and re.search(r"\bsupplier", clause.text, re.I) and any(f.by == "person" for f in facts):
        yield "lays to the supplier what a person withheld"
    if clause.not_known and not (any(f.open for f in facts) or open_findings or NOT_KNOWN.search(others)):
        yield "says that something is not known, which the evidence does not"
    if clause.hedged and not (any(f.hedged for f in facts) or HEDGED.search(others) or "incomplete" in others):
        yield "says “partly”, which the evidence does not"
    denying = [w for w in clause.words if w in DENIAL] or (["un-"] if _negated(clause, [*facts, *behind]) else [])
    if not denying:
        if not clause.hedged and not facts and _only_denied(clause, cited):
            yield "affirms what the evidence denies"
        return
    if clause.hedged:
        if clause.denials and not any(f.denies for f in facts) and not _unit_denies(clause, cited):
            yield "denies what is so in part"
        return
    if len(denying) > 1 + len(_owned(facts, denying)) and not _says_twice(denying, cited, facts):
        yield "denies a denial"
    if any((f.denies and _denies(clause, f)) or set(denying) <= f.said for f in facts) or any(
        _own(denying, f) for f in facts
    ):
        return
    if _unit_denies(clause, cited) or any(f.denies for f in behind):
        return
    if any(f.free and set(denying) & set(words(" ".join((f.quote, *f.names)))) for f in facts):
        return
    yield "denies what the evidence does not deny"


def _owned(facts: Sequence[Item], denying: Sequence[str]) -> frozenset[str]:
    return frozenset(w for f in facts for w in denials_of(f)) & frozenset(denying)


def _says_twice(denying: Sequence[str], cited: Sequence[Item], facts: Sequence[Item]) -> bool:
    """True when one statement of the evidence denies as often."""
    stated = [unit for item in cited for unit in (*item.units, *item.advice)] + [f.quotable for f in facts if f.free]
    parts = [part for unit in stated for part in STATED.split(unit)]
    return any(len([w for w in words(part) if w in DENIAL]) >= len(denying) for part in parts)


def _own(denying: Sequence[str], fact: Item) -> bool:
    """True when the denying words belong to the field itself, and the fact affirms it or leaves it open."""
    return not fact.denies and set(denying) <= denials_of(fact)


def _denies(clause: Clause, fact: Item) -> bool:
    rest = [w for w in clause.words if w in DENIAL]
    for own in denials_of(fact):
        if own in rest:
            rest.remove(own)
    return bool(rest) or _negated(clause, [fact])


def _negated(clause: Clause, facts: Sequence[Item]) -> bool:
    """True for "unencrypted" where the evidence speaks of "encrypted"."""
    lent = frozenset(c for f in facts for c in f.vocabulary)
    return any((root := denied_root(w)) is not None and root in lent and concept(w) not in lent for w in clause.words)


def _unit_denies(clause: Clause, cited: Sequence[Item]) -> bool:
    """True when the statement that the clause is nearest to denies as well."""
    best, denies = 0.0, False
    for item in cited:
        for unit in (*item.units, *item.advice, *((item.text,) if item.kind == "count" else ())):
            for part in STATED.split(unit):
                held = concepts(part)
                near = len(held & clause.concepts) / max(1, len(clause.concepts))
                if near > best:
                    best, denies = near, bool(set(words(part)) & DENIAL) or bool(HEDGED.search(part))
    return denies


def _only_denied(clause: Clause, cited: Sequence[Item]) -> bool:
    """True where findings hold all that the clause says, and deny it wherever they do."""
    content = clause.concepts - SMALL
    parts = [part for item in cited for unit in item.units for part in STATED.split(unit)]
    same = [part for part in parts if len(content) > 1 and content <= concepts(part)]
    return bool(same) and all(set(words(part)) & DENIAL for part in same)


def home_of(fact: Item, clauses: Sequence[Clause], facts: Sequence[Item]) -> Clause | None:
    """The clause that is about a fact: the one with most words of its field that no other cited fact shares."""
    others = frozenset(c for f in facts if f is not fact for c in f.core)
    best: tuple[float, Clause | None] = (0.0, None)
    for clause in clauses:
        shared = fact.core & clause.concepts
        weight = len(shared - others) + 0.4 * len(shared & others)
        weight += 0.5 * (weight > 0 and fact.owner in clause.about and not clause.inherited)
        weight += 1.5 * any(fact.owner in m.values and m.text in fact.names for m in clause.mentions)
        if weight > best[0]:
            best = (weight, clause)
    return best[1]


def placement(reading: Reading, cited: Sequence[Item]) -> Iterator[str]:
    """What belongs to one part of the chain is not said of another."""
    facts = [item for item in cited if item.kind == "fact"]
    for clause in reading.clauses:
        for fact in facts:
            yield from _named_elsewhere(fact, clause, facts) if fact.named else ()
    for fact in facts:
        home = home_of(fact, reading.clauses, facts)
        if fact.named or fact.open or home is None or home.inherited or not home.about or fact.ref.endswith(".name"):
            continue
        if kind_of(fact.owner) not in EVERYWHERE and fact.owner not in home.about and home.about - {"organisation"}:
            yield f"says of {_said_of(home)} what the evidence says of {_part(fact.owner)}"


def behind(reading: Reading) -> Iterator[str]:
    """Only a supplier stands behind something."""
    for clause in reading.clauses:
        before, found, _ = clause.text.partition("behind")
        for mention in reading.mentioned(before) if found else ():
            if not mention.values:
                yield f"says that {mention.text} supplies something, which the evidence does not"


def _named_elsewhere(fact: Item, clause: Clause, facts: Sequence[Item]) -> Iterator[str]:
    names = {fold(n) for n in fact.names}
    here = [m for m in clause.mentions if fold(m.text) in names and m.values]
    field = fact.ref.rpartition(".")[2]
    for mention in here:
        owners = mention.values
        about = clause.about - ({"organisation"} if field == "supplier" else frozenset())
        if about and not owners & about:
            yield f"the evidence does not say {mention.text} of {', '.join(sorted(map(_part, about)))}"
    if clause.inherited or fact.owner not in clause.about or here:
        return
    # The clause is about this part and names another's organisation or country, but not its own.
    for other in facts:
        if other.named and other is not fact and other.ref.rpartition(".")[2] == field and other.raw != fact.raw:
            mine = {fold(n) for n in other.names}
            if any(fold(m.text) in mine and m.values for m in clause.mentions):
                yield f"the evidence does not say {other.names[0] if other.names else other.raw[0]} of {_part(fact.owner)}"


def _part(owner: str) -> str:
    return owner.replace("#chip", " chips")


def _said_of(clause: Clause) -> str:
    return ", ".join(sorted(map(_part, clause.about)))


def relations(reading: Reading, cited: Sequence[Item]) -> Iterator[str]:
    """Who rests on whom is said as the register has it, in its direction and relation."""
    edges = [edge for item in cited for edge in item.edges]
    if not edges:
        return
    at = reading.places()
    relation = {c for _, what, _ in edges for c in concepts(what)} - SMALL
    for name in dict.fromkeys(fold(to) for _, _, to in edges):
        owned = any(name == fold(n) for item in cited if item.kind == "fact" for n in item.names)
        if name not in at or owned:
            continue
        into = [(who, what) for who, what, to in edges if fold(to) == name and at.get(fold(who), at[name]) < at[name]]
        if not into:
            yield f"the register does not say that anybody here rests on {name}"
            continue
        clause = next((c for c in reading.clauses if any(fold(m.text) == name for m in c.mentions)), None)
        said = (clause.concepts & relation) if clause else frozenset()
        if said and not any(said & concepts(what) for _, what in into):
            yield f"the register has another relation to {name}"
    known = {fold(n) for who, _, to in edges for n in (who, to)}
    if any(c.concepts & (relation | concepts("rest")) for c in reading.clauses):
        for mention in reading.mentions:
            if fold(mention.text) not in known:
                yield f"the register says nothing of {mention.text}"


def verdicts(text: str, cited: Sequence[Item]) -> Iterator[str]:
    """A finding is said to be what it is: raised, ruled out or undecided, and as severe as it is."""
    found = [item for item in cited if item.kind == "finding"]
    said = set(words(text))
    held = frozenset(w for item in cited if item.kind != "finding" for w in words(item.text))
    levels = {item.severity for item in found if item.verdict == "raised"}
    yield from (f"no cited finding is {w}" for w in sorted((said & SEVERITY) - levels - held))
    if any(item.kind == "count" for item in cited):
        return
    clear, raised = bool(_CLEAR.search(text)), bool(_RISK.search(text))
    kinds = {item.verdict for item in found}
    if clear and "clear" not in kinds:
        yield "says that a risk is absent, which no cited finding does"
    if raised and not clear and "raised" not in kinds and "unknown" not in kinds:
        yield "says that a risk is there, which no cited finding does"
    if kinds == {"clear"} and not clear:
        yield "does not say that the finding is ruled out"
    if kinds == {"unknown"} and not (_UNDECIDED.search(text) or NOT_KNOWN.search(text)):
        yield "takes an undecided finding as decided"
