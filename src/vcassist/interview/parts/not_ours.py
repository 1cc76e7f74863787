"""Parts that a message speaks of as none of ours: in doubt, to be asked back, or given back in the next words. Forms only. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.short_names import says_name
from vcassist.interview.removals.removing import ENDS, LONGEST_WISH, OURS
from vcassist.interview.sentences import PART
from vcassist.interview.session import Awaiting
from vcassist.interview.turns_of_phrase import NOT

_THAT_IS_NOT = rf"^\W*(?:(?:no|but|sorry|well|oh)\W+)*(?:that|this)(?:['’]?s| is| was){NOT} {OURS}{ENDS}"
_ONLY_THIS = r"\W*(?:(?:it|that|there)(?:['’]?s| is) |(?:we|i)(?: have| use)? )?(?:only|just) (?:have |use |got )?(?:[\w.-]+ ){0,2}[\w.-]*\w(?: please)?\W*?(?:[,.;!]|$)"
# A name beside one of these may be no part of this chain; a fact that was read there says that it is.
_FOREIGN = re.compile(
    r"^(?!.*\b(?:by|contracts?|licen[cs]es?|agreements?|accounts?|subscriptions?|invoices?|bills?|pays?|paid|deals?)\b).*\b(?:not (?:us|ours?|mine|with us)\b|not (?:my|our) (?:tool|model|system|app|one)\b|(?:is|are|was|were)n['’]?t (?:us|ours|mine)\b|"
    r"(?:have|had|use|used|using)\b[^.!?;]{0,20}\bany ?more\b|no longer (?:have|use|ours|there)\b|never (?:had|used)\b|(?:gave|given) up\b|"
    r"belongs? to (?:the|an?|his|her|their)\b|(?:the|an?|another) [\w-]+(?: [\w-]+)?['’]s(?=\W*$))",
    re.I | re.S,
)
# Asked for a name, for whom it touches or who made it, "that's not us" is the answer.
_ASKED_WHO = ("supplier", "sourcing", "affected_people", "done_by")


def doubtful(said: str, chain: Chain, facts: Sequence[Fact], awaiting: Awaiting | None, number: int) -> Fact | None:
    """One of several parts that a message speaks of as if it were none of ours, without saying so plainly: to be asked back."""
    asked, _, field = awaiting.ref.partition(".") if awaiting else ("", "", "")
    if field in _ASKED_WHO or len(said.split()) > LONGEST_WISH:
        return None
    titles = {
        component: chain.title(component)
        for kind in ("application", "model") if len(chain.mentioned(kind)) > 1
        for component in chain.mentioned(kind) if chain.value(f"{component}.name")
    }  # fmt: skip
    for sentence in PART.finditer(said):
        start, end = sentence.span()
        # A name that stands already, said again, tells nothing of it.
        new = (f for f in facts if chain.value(f.ref) != f.value)
        read = any(f.touches(start, end) for f in new)
        only = re.match(_ONLY_THIS, sentence[0], re.I)
        if (read and not only) or sentence[0].rstrip().endswith("?"):
            continue
        meant = [c for c, title in titles.items() if says_name(title, sentence[0])]
        if re.match(_THAT_IS_NOT, sentence[0], re.I):
            meant = [asked] if asked in titles else []
        elif only:
            meant = [c for c in titles if len(meant) == 1 and kind_of(c) == kind_of(meant[0]) and c not in meant]
        elif not _FOREIGN.search(sentence[0]):
            continue
        if len(meant) == 1:
            quote = sentence[0].strip()
            begin = start + sentence[0].index(quote)
            return Fact(f"{meant[0]}.name", "not_applicable", None, quote, begin, begin + len(quote), number)
    return None


_RETRACTS = re.compile(
    rf"(?:\b(?:but|and|though)\W+)?\b(?:that|it|this|they|those|these)(?:['’]?s|['’]?re| is| are| was| were){NOT} {OURS}{ENDS}",
    re.I,
)
_WE = re.compile(r"\b(?:we|i)\b", re.I)
_TURN = re.compile(r",|\b(?:and|but|while|whereas)\b", re.I)


def own(facts: Sequence[Fact], said: str, chain: Chain) -> tuple[Fact, ...]:
    """The facts without the parts that the next words of a message give back: "my son uses X, but that's not us"."""
    kept = list(facts)
    for retracts in _RETRACTS.finditer(said):
        start, end = _clause_before(said, retracts.start())
        gone = {
            f.component for f in facts
            if f.ref.endswith(".name") and f.component not in chain.all_components() and start <= (f.start or 0) < end
        }  # fmt: skip
        kept = [f for f in kept if f.component not in gone or not start <= (f.start or 0) < end]
        for kind in {kind_of(c) for c in gone}:
            new = sorted({f.component for f in facts if f.kind == kind and f.component not in chain.all_components()})
            left = [c for c in new if c not in gone]
            # Their ids were never given, so the next one takes the first.
            ids = {**{c: (left and new[0]) or c for c in gone}, **dict(zip(left, new, strict=False))}
            kept = [replace(f, ref=f"{ids.get(f.component, f.component)}.{f.field.name}") for f in kept]
    return tuple(kept)


def _clause_before(said: str, at: int) -> tuple[int, int]:
    """The sentence before a place, from where it turns away from what we ourselves do."""
    sentences = [m.span() for m in PART.finditer(said) if m.start() < at and said[m.start() : at].strip()]
    start, end = sentences[-1] if sentences else (0, 0)
    end = min(end, at)
    ours = list(_WE.finditer(said, start, end))
    turn = _TURN.search(said, ours[-1].end(), end) if ours else None
    return (turn.end() if turn else end if ours else start), end
