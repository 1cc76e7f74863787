"""A second name that is only the new name of what is noted: "it isn't ChatGPT at all, she moved us over to Claude", "I gave you the old name". Pure.

A reader that finds a name beside the noted one makes a further tool of it, and all that was told of the first stays with a name that is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher

from vcassist.chain.facts import Fact
from vcassist.chain.short_names import says_name
from vcassist.interview.heard import Heard
from vcassist.interview.questions.by_what_is_wanted import WantedBy, amends
from vcassist.interview.sentences import SENTENCE, around, near
from vcassist.interview.session import Session

_I = re.I
# From this likeness on, of names of so many letters, one is the other spelt wrongly. Models (Mistral, Mixtral) are named too much alike to tell.
ALIKE, LEAST_ALIKE = 0.75, 6
# From this chance on that it sets something right, a sentence with another name says what the noted thing is called. Of eleven such sentences
# by strangers nine are above it, of seven that bring in a further tool or model none is above a third of it.
SAYS_SO = 0.25
# From this chance on that it says what is right instead of the noted name, a sentence with another model names no further one.
PUT_INSTEAD = 0.75
Instead = Callable[[Fact, str], float]
# What says of a name that it has taken another's place, or is the right one.
_IN_ITS_PLACE = re.compile(
    r"\b(?:old|new|wrong|right|real|proper|true|former) names?\b|\bthe name (?:of it|of that|is|was|now)\b|\b(?:re-?named|re-?badged|re-?branded|rechristened)\b|\b(?:goes|go|went) by\b|"
    r"\b(?:is|are|was|been) (?:now |really |actually |in fact )(?:called|named)\b|\b(?:moved|switched|changed|swapped|migrated)(?: (?:us|it|them|all|everything|everybody))?(?: over)? to\b|\breplaced (?:it|that|them|by|with)\b|\btook its place\b",
    _I,
)
_DENIES = r"(?:\bnot|n['’]t|\bno longer|\bnever|\bno more|\b(?:guessed|assumed|mistook|mixed up|confused))(?: \w+){0,2}? [\"“'‘]?"
# What says that the name that follows is a house's.
_NAME_OF_A_HOUSE = re.compile(
    r"\b(?:names? of (?:the|our|its|that|this) (?:supplier|vendor|provider|seller|maker|manufacturer|company|firm|developer|reseller)|"
    r"(?:the|our|its) (?:supplier|vendor|provider|seller|maker|manufacturer|company|firm|developer|reseller)(?:['’]s name)? (?:is|was) (?:really |actually |now )?(?:called|named))\b[^.!?]*$",
    _I,
)
# Who goes on with the first has both.
_BOTH = re.compile(
    r"\b(?:still (?:use|have|run|keep)|keep(?:s|ing)? using|also|as well|too|both|besides|second|another|one more|in addition)\b",
    _I,
)
# "It is Dragon that does the typing, not ShelfMate" tells which of two does it.
_DOES = re.compile(r"[\"”'’]?,? (?:that|which|who) (?!is\b|was\b|we\b|i\b|they\b|you\b|she\b|he\b)[a-z]+")
_HOLDS_IT = re.compile(r"\b(?:and|but|while|whereas)\s(?:for|with|in) (?:the|our|that|this)\b[^.!?]*$", _I)
# "DeepL is a different tool, not Google Translate".
_IS_ANOTHER = re.compile(
    r"[\"”'’]?,? (?:is|are|was)(?: (?:a|an|the|quite|wholly|completely|totally))* (?:different|separate|another|other|second|further)\b",
    _I,
)


def under_its_new_name(
    heard: Heard,
    said: str,
    session: Session,
    wanted: WantedBy = lambda sentence, asked: None,
    instead: Instead = lambda old, sentence: 0.0,
) -> Heard:
    """The same, with what was noted of a further tool or model on the one whose new name it is; ``wanted`` tells what a sentence does, ``instead`` how
    likely it says what is right instead of a note.
    """
    heard = _of_its_supplier(_of_the_whole_name(heard, said, session), said, session)
    for name in [f for f in heard.facts if f.field.name == "name" and f.status == "known"]:
        old = _whose_it_is(name, said, heard, session, wanted, instead)
        if old is None:
            continue
        moved = tuple(
            replace(f, ref=f"{old.component}.{f.field.name}") if f.component == name.component else f
            for f in heard.facts
            # No fallback follows from the name that something bears by now.
            if not (f.field.name == "alternative" and f.overlaps(name))
        )
        new = replace(name, ref=old.ref)
        # What stands of the first and is not said of it here is not told again.
        there = session.chain.facts.keys() - {put.ref for _, put in heard.replaced}
        kept = tuple(f for f in moved if f == new or f.component != old.component or f.ref not in there)
        return replace(heard, facts=kept, replaced=(*heard.replaced, (old, new)))
    return heard


def _of_its_supplier(heard: Heard, said: str, session: Session) -> Heard:
    """The same, with a name as the supplier's of the only tool where its sentence says that it is: "please correct the name of the supplier,
    it is called Randwerk" brings in no tool."""
    tools = session.chain.mentioned("application")
    for name in [f for f in heard.facts if f.field.key == "application.name" and f.status == "known"]:
        here = around(SENTENCE, said, name.start or 0)
        renames = any(new == name for _, new in heard.replaced)
        if len(tools) != 1 or (name.component in tools and not renames) or here is None:
            continue
        if not _NAME_OF_A_HOUSE.search(said, here.start(), name.start or 0):
            continue
        ref = f"{tools[0]}.supplier"
        old, new = session.chain.get(ref), replace(name, ref=ref)
        kept = tuple(
            f for f in heard.facts if f != name and f.ref != ref and (renames or f.component != name.component)
        )
        others = tuple(pair for pair in heard.replaced if pair[1] != name)
        pairs = ((old, new),) if old is not None and old.status == "known" else ()
        return replace(heard, facts=(*kept, new), replaced=(*others, *pairs))
    return heard


def _of_the_whole_name(heard: Heard, said: str, session: Session) -> Heard:
    """The same, with a name in the place of a tool's and not of its supplier's, where that is only the beginning of the tool's name: "It is
    Zoho now, not Meta AI" says nothing of Meta."""
    pairs = {}
    for old, new in heard.replaced:
        name = (
            session.chain.get(f"{old.component}.name") if old.field.name == "supplier" and old.ref == new.ref else None
        )
        if name is None or name.status != "known" or new.status != "known":
            continue
        whole, part = str(name.value), str(old.value)
        rest = re.sub(rf"(?<!\w){re.escape(whole)}(?!\w)", "", said, flags=_I)
        if (
            part.casefold() in whole.casefold()
            and whole != part
            and says_name(whole, said)
            and not says_name(part, rest)
        ):
            pairs[new] = (name, replace(new, ref=name.ref))
    if not pairs:
        return heard
    return replace(
        heard,
        facts=tuple(pairs[f][1] if f in pairs else f for f in heard.facts),
        replaced=tuple(pairs.get(new, (old, new)) for old, new in heard.replaced),
    )


def _whose_it_is(
    name: Fact, said: str, heard: Heard, session: Session, wanted: WantedBy, instead: Instead
) -> Fact | None:
    """The name of the noted part that bears another one by now: the one that is said again, else the only one of its kind.

    No form of words holds all that says so ("it's been GPT-4o mini since the reopening"): it is also learnt.
    """
    chain = session.chain
    noted = [f for c in chain.mentioned(name.kind) if (f := chain.get(f"{c}.name")) and f.status == "known"]
    if name.component in chain.all_components() or not noted or heard.removed:
        return None
    if _IS_ANOTHER.match(said, name.end or 0) or _DOES.match(said, name.end or 0):
        return None
    around_it = near(said, name.start or 0, 1, 1)
    beside = said[slice(*around_it)] if around_it else said
    if _BOTH.search(beside) or beside.rstrip().endswith("?"):
        return None
    again = [f for f in noted if says_name(str(f.value), beside)]
    denied = [f for f in again if re.search(_DENIES + re.escape(str(f.value)), beside, _I)]
    alike = [f for f in noted if f not in again and name.kind != "model" and spelt_alike(str(f.value), str(name.value))]
    if len(alike) == 1:
        # "The name came out wrong: it's FlowTumbler, with an r".
        return alike[0]
    meant = denied or again or (noted if len(chain.mentioned(name.kind)) == 1 else [])
    if len(meant) != 1:
        return None
    says_so = bool(denied) or _IN_ITS_PLACE.search(beside) is not None
    if not says_so and again and _goes_on_of(again[0], said, name.end or 0):
        # "CaseBrief is the one on Azure; I do not know where DocuLingua is" tells of two.
        return None
    if not says_so and (again and _HOLDS_IT.search(said[: name.start or 0])):
        # "The red marks are just inside MamaRemind, and for the chatbot it is ChatGPT": what is still spoken of is still there.
        return None
    if not says_so and (again or name.kind != "application"):
        # A further tool comes in by the way more often than a new name; without the old one said again that is not learnt from.
        says_so = amends(wanted, said, name.start or 0) >= SAYS_SO
    if not says_so and name.kind == "model" and (here := around(SENTENCE, said, name.start or 0)) is not None:
        # "No, that was what we wanted and could not afford. It was GPT-3.5 Turbo."
        says_so = instead(meant[0], here[0]) >= PUT_INSTEAD
    return meant[0] if says_so else None


def _goes_on_of(old: Fact, said: str, at: int) -> bool:
    """Whether a message goes on to tell of a noted name something of its own."""
    its = rf"(?<!\w){re.escape(str(old.value))}(?:['’]s)?\s(?:is|are|was|does|do|will|wo|has|runs|stores|keeps|cannot|can)\b(?! (?:now )?(?:called|named|gone|over|wrong|the old))"
    return re.search(its, said[at:], _I) is not None


def spelt_alike(one: str, other: str) -> bool:
    """Whether two names differ by a letter or two only; short ones are too near to each other to tell."""
    a, b = one.casefold(), other.casefold()
    if min(len(a), len(b)) < LEAST_ALIKE or re.sub(r"\D", "", a) != re.sub(r"\D", "", b):
        return False
    return SequenceMatcher(None, a, b).ratio() >= ALIKE
