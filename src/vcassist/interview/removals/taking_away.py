"""What a message comes to that takes something out of the notes: what goes, what stands in its place, and what it tells beside that. Pure but for its ports."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.interview import phrases
from vcassist.interview.answers.offered import NO, YES, in_offered_words
from vcassist.interview.corrections.as_it_answers import answered_of
from vcassist.interview.corrections.by_its_label import said_by_its_label
from vcassist.interview.corrections.by_its_matter import said_of_its_matter
from vcassist.interview.corrections.by_its_name import said_by_its_name
from vcassist.interview.corrections.by_its_own_words import said_in_own_words
from vcassist.interview.corrections.by_its_tool import said_of_its_tool
from vcassist.interview.corrections.correcting import only_owns_up
from vcassist.interview.corrections.denying import by_its_bare_name
from vcassist.interview.corrections.meant_for_another import meant_for_another
from vcassist.interview.corrections.members import members_denied
from vcassist.interview.corrections.other_than_noted import put_for_a_choice
from vcassist.interview.corrections.pointed_back import pointed_back
from vcassist.interview.corrections.put_as_open import put_as_open
from vcassist.interview.corrections.put_down import put_down
from vcassist.interview.corrections.turned_from import turned_from
from vcassist.interview.corrections.unsaid import protest_in
from vcassist.interview.corrections.where_it_lies import said_where_it_lies
from vcassist.interview.heard import Heard, whole
from vcassist.interview.hearing import hear
from vcassist.interview.parts.bought_up import renamed_supplier
from vcassist.interview.parts.naming import renamed_in
from vcassist.interview.parts.no_tool_but_somebody import a_house_taken_for_a_tool, old_name_back, taken_for_a_tool
from vcassist.interview.parts.one_of_two import One
from vcassist.interview.ports import Intent, Reading
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.quoted import holding, quotations, spoken_by_it
from vcassist.interview.removals.orders import taken_in
from vcassist.interview.removals.removing import Wish, removal, wish_in
from vcassist.interview.removals.removing import beside as said_beside
from vcassist.interview.removals.some_of_the_list import members_taken_back, of_some_of_the_list
from vcassist.interview.sentences import PART
from vcassist.interview.session import Awaiting, Session, Turn
from vcassist.interview.tools import Tools
from vcassist.interview.touching import HARDLY, known_touched, touched_by
from vcassist.interview.words import listed

# Below this chance nobody wants a part gone: of orders that name one the chance is above nine tenths.
MAY_GO = 0.3
# From this chance on a note is set right; fewer words beside an order say nothing instead.
SETS_RIGHT, LEAST_INSTEAD = 0.6, 4
# From so many answers on it is asked whether they shall go with a name.
MOST_LOST = 3
Read = Callable[[Session, str, Tools], Reading]
Spans = tuple[tuple[int, int], ...]


def taken(session: Session, tells: str, said: str, number: int, tools: Tools) -> Wish | None:
    """What a message takes away or says was noted wrongly, in whatever form; else None."""

    def unless_spared(wish: Wish | None) -> Wish | None:
        wish = _unless_put_right(_unless_spared(wish, tells, session, tools), tells, session, tools)
        return of_some_of_the_list(wish, tells, session, number, tools)

    wish = (
        members_taken_back(tells, session, number, tools)
        or a_house_taken_for_a_tool(tells, session, number)
        or taken_for_a_tool(tells, session)
        or old_name_back(tells, session)
        or _put_right(session, tells, said, number, tools)
        or _pointed_back(said, tells, session, number, tools)
        or members_denied(tells, session, tools.reader, number)
        or unless_spared(taken_in(tells, session, tools.country, tools.reader, said))
        or unless_spared(protest_in(said, session, tools.reader, number, tools.country))
    )
    return replace(wish, instead=tuple(map(by_its_bare_name, wish.instead))) if wish is not None else None


def _unless_spared(wish: Wish | None, tells: str, session: Session, tools: Tools) -> Wish | None:
    """The same, but where a part or its name would go though the message calls but one thing wrong that was told of it: "what I wrote, that Zoran answers
    on permits, throw it away".
    """
    if wish is None or wish.instead or wish.again or wish_in(tells, session.chain, session.awaiting) == wish:
        # Who calls the part by its name, or its number, and orders it out or denies it, means all of it.
        return wish
    refs = [c if "." in c else f"{c}.name" for c in wish.components]
    names = [note for ref in refs if ref.endswith(".name") and (note := session.chain.get(ref)) is not None]
    known = [note for note in names if note.status == "known"]
    spared = any(touch.wrong < MAY_GO for _, touch in touched_by(tells, known, session, tools))
    return None if spared else wish


def _unless_put_right(wish: Wish | None, tells: str, session: Session, tools: Tools) -> Wish | None:
    """The same, but where an answer would go though the message says what is right instead, or sets another one right: "I was mistaken when I said the
    company has the machines. The tag says they are the hospital's own".
    """
    if wish is None or wish.instead or wish.again or not all("." in c for c in wish.components):
        return wish
    if len(blanked(tells, wish.spans).split()) < LEAST_INSTEAD:
        return wish
    told = known_touched(tells, session, tools)
    own = [touch for note, touch in told if note.ref in wish.components]
    best = max((touch.wrong for note, touch in told if note.ref not in wish.components), default=0.0)
    if own and all(touch.instead > touch.away and touch.wrong >= SETS_RIGHT for touch in own):
        return None
    other = best >= SETS_RIGHT and all(2 * touch.wrong < best for touch in own)
    return None if other else wish


def _is_left(ref: str, said: str, session: Session, tools: Tools) -> bool:
    """Whether a message hardly does anything to a note, as that was learnt."""
    note = session.chain.get(ref)
    return note is not None and any(t.changes < HARDLY for _, t in touched_by(said, [note], session, tools))


def _pointed_back(said: str, tells: str, session: Session, number: int, tools: Tools) -> Wish | None:
    """The answer that a message points back at; of a set, only what it denies ("the health is NOT in the program, please erase")."""
    back = pointed_back(said, session, tools.reader, number, tools.country)
    if back is not None and back.again and _is_left(back.again, said, session, tools):
        # "At the beginning I told you that it is in full use in all our teams. That is exaggerated" takes away nothing of what it is for.
        return None
    if back is not None and back.again:
        back = _as_it_answers(back, said, session, number, tools)
    of_sets = back is not None and all("." in c and field_of(c).type == "set" for c in back.components)
    if back is None or not back.components or not of_sets:
        return back
    return members_denied(tells, session, tools.reader, number) or back


def _as_it_answers(back: Wish, said: str, session: Session, number: int, tools: Tools) -> Wish | None:
    """What would be asked anew as the message answers it, where the encoder for answers is sure; None where the message touches another note rather."""
    told = known_touched(said, session, tools)
    own = max((touch.changes for note, touch in told if note.ref == back.again), default=0.0)
    best = max((touch.changes for note, touch in told), default=0.0)
    if best >= SETS_RIGHT and 2 * own < best:
        # "I have to take back what I said about nobody being picked out of what goes in" is not of the consent.
        return None
    old = session.chain.get(back.again or "")
    value = answered_of(old, said, tools) if old is not None and old.field.type in ("yesno", "enum") else ""
    if not value:
        return back
    return replace(back, components=(), again="", instead=(whole(said, back.again, "known", value, number),))


def not_quoted(find: Callable[[str, str], Wish | None], tells: str, said: str) -> Wish | None:
    """What ``find`` (what a message tells, all of it) finds beside what is only quoted: an order within quotation marks is given to others."""
    spoken = spoken_by_it(said)
    wish = find(blanked(tells, spoken), blanked(said, spoken))
    if wish is None or not wish.components:
        return wish
    within = list(quotations(said))
    quoted = {q for span in wish.spans if (q := holding(span, within))}
    return find(blanked(tells, quoted), blanked(said, quoted)) if quoted else wish


def _put_right(session: Session, tells: str, said: str, number: int, tools: Tools) -> Wish | None:
    """What a message puts in the place of what is noted, in all the forms that it does so: a name and a label may be wrong at once.

    What takes something away or asks back stands alone.
    """
    forms: tuple[Callable[[Spans], Wish | None], ...] = (
        lambda heard: meant_for_another(blanked(tells, heard), session, number),
        lambda heard: put_for_a_choice(blanked(said, heard), session, tools.reader, number),
        lambda heard: renamed_supplier(blanked(tells, heard), session, number),
        lambda heard: renamed_in(blanked(tells, heard), session, number),
        lambda heard: said_by_its_name(blanked(tells, heard), session, number),
        lambda heard: said_of_its_tool(blanked(tells, heard), session, number),
        lambda heard: put_down(blanked(tells, heard), session, number, tools),
        lambda heard: put_as_open(blanked(said, heard), session, number, tools.country),
        lambda heard: turned_from(blanked(tells, heard), session, tools.reader, number),
        lambda heard: said_where_it_lies(blanked(tells, heard), session, tools.reader, number),
        lambda heard: said_of_its_matter(blanked(tells, heard), session, tools.reader, number),
        lambda heard: said_by_its_label(blanked(said, heard), session, tools.reader, number, tools.country),
        lambda heard: said_in_own_words(blanked(tells, heard), session, tools.reader, number),
    )
    found: Wish | None = None
    for form in forms:
        wish = form(found.spans if found else ())
        if wish is None:
            continue
        if found is None:
            found = wish
        elif _only_puts(found) and _only_puts(wish):
            put = {fact.ref for fact in found.instead}
            more = tuple(fact for fact in wish.instead if fact.ref not in put)
            found = replace(found, spans=(*found.spans, *wish.spans), instead=(*found.instead, *more))
    return found


def _only_puts(wish: Wish) -> bool:
    return bool(wish.instead) and not (wish.components or wish.note or wish.again)


def without_it(session: Session, said: str, wish: Wish, number: int, tools: Tools, read: Read) -> Heard:
    """What a message comes to that takes parts away in words; what it says beside that is heard like any other message.

    ``read``: how a message is read in the light of a session.
    """
    if (first := _asked_first(session, wish)) is not None:
        wish = first
    gone = [removal(session, component, number, tools.country) for component in wish.components]
    removed = tuple(part for turn in gone for part in turn.removed)
    told, rest = Heard(reading=Reading((), "correction")), said_beside(said, wish, session.chain)
    awaiting = session.awaiting
    # A no may be of the order; who begins with a yes agrees to what was put.
    refuses = awaiting is not None and awaiting.manner == "confirm" and not YES.match(rest)
    if awaiting and awaiting.ref.partition(".")[0] in removed:
        awaiting = None
    elif awaiting and refuses:
        # What is said instead of what was shown is an answer; a yes or no is not.
        awaiting = None if field_of(awaiting.ref).type == "yesno" else Awaiting(awaiting.ref)
    left = replace(session, turns=(*session.turns, Turn(number, removed=removed, awaiting=awaiting)))
    if wish.instead:
        rest = blanked(rest, [m.span() for m in PART.finditer(rest) if only_owns_up(m[0])])
    # One word is hardly ever told beside an order; a choice in the offered words is, and a country.
    answers = bool(left.asked and (in_offered_words(rest, left.asked, 0) or field_of(left.asked).type == "country"))
    if len(re.findall(r"\w+", rest)) > 1 or YES.match(rest) or NO.match(rest) or answers:
        told = hear(left, rest, read(left, rest, tools), tools.reader, number, tools.country)
    put = {fact.ref for fact in wish.instead}
    beside_it = tuple(
        f
        for f in told.facts
        if said[f.start : f.end] == f.quote and f.ref not in put and not _of_what_went(f, removed, rest, session)
    )
    # What is said of an answer that goes puts it right, without what was denied.
    facts = tuple(f for f in (_without_old(f, session) if f.ref in removed else f for f in beside_it) if f)
    put_right = (*wish.instead, *(f for f in facts if f.ref in removed))
    gone = [turn for turn in gone if not {f.ref for f in put_right} & set(turn.removed)]
    removed = tuple(part for turn in gone for part in turn.removed)
    pairs = [(old, new) for new in put_right if (old := session.chain.get(new.ref)) is not None]
    again = [(old, new) for old, new in pairs if old.says_the_same(new)]
    replaced = (
        *(pair for pair in pairs if pair not in again),
        *(pair for pair in told.replaced if pair[1] in facts and pair[1] not in put_right),
    )
    said_again = {new.ref for _, new in again}
    facts = (*(f for f in wish.instead if f.ref not in said_again), *facts)
    note = listed(turn.note for turn in gone) if gone else "" if told.replaced else _asked_back(wish, session)
    intent: Intent = "stop" if told.reading.intent == "stop" else "correction"
    refused = tuple(ref for turn in gone for ref in turn.refused)
    return Heard(
        facts, replaced, tuple(c for c in told.conflicts if c.ref not in put), unsure=wish.doubt, removed=removed, refused=refused, restated=again[0][0] if again else None, change=None if wish.again in {f.ref for f in put_right} else wish.again or None,
        reading=replace(told.reading, intent=intent, note=note),
    )  # fmt: skip


def as_one(session: Session, said: str, one: One, number: int, tools: Tools, read: Read) -> Heard:
    """What a message comes to that says which of two names is the tool's: all that was told of either is told of that."""
    chain = session.chain
    heard = without_it(session, said, one.wish(chain), number, tools, read)
    if not one.merges:
        return heard
    gone, stays = tuple(merge.gone for merge in one.merges), one.merges[0].stays
    put = {f"{stays}.{f.field.name}" for f in heard.facts if f.component == stays}
    of_it = [(f, f"{stays}.{f.field.name}" if f.component in gone else f.ref) for f in heard.facts]
    facts = tuple(
        replace(f, ref=ref) for f, ref in of_it if f.ref == ref or (ref not in put and f.field.name != "name")
    )
    note = phrases.MERGED.format(chain.title(stays), listed(chain.title(c) for c in gone))
    return replace(
        heard, facts=facts, removed=gone, merged=True, told=one.moved(chain),
        replaced=tuple(pair for pair in heard.replaced if pair[1] in facts), conflicts=tuple(c for c in heard.conflicts if c.ref.partition(".")[0] not in gone),
        reading=replace(heard.reading, note=note),
    )  # fmt: skip


def _asked_first(session: Session, wish: Wish) -> Wish | None:
    """The question back where all that was told would go with one of two names of which the other has nothing but the name.

    Those are mostly two names of one tool. Who says it again means it.
    """
    chain = session.chain
    tools = chain.mentioned("application")
    if len(wish.components) != 1 or len(tools) != 2 or wish.components[0] not in tools or wish.instead:
        return None
    told = {c: sum(f.component == c and f.field.name != "name" for f in chain.facts.values()) for c in tools}
    gone, stays = wish.components[0], next(c for c in tools if c != wish.components[0])
    note = phrases.ALL_WOULD_GO.format(chain.title(stays), chain.title(gone))
    asked = bool(session.turns) and session.turns[-1].note == note
    if told[stays] or told[gone] < MOST_LOST or asked:
        return None
    return Wish((), "", wish.spans, note)


def _of_what_went(fact: Fact, removed: Sequence[str], rest: str, session: Session) -> bool:
    """Whether words beside an order speak of the part that goes and of no other of its kind ("Remove Otter, we stopped it")."""
    if fact.ref == session.asked:
        return False
    titles = {session.chain.title(part).casefold() for part in removed if "." not in part}
    if fact.field.name == "name" and str(fact.value).casefold() in titles:
        # What goes is not brought in anew by the words that send it away.
        return True
    kinds = {part.partition("-")[0] for part in removed if "." not in part}
    named = session.chain.title(fact.component).casefold() in rest.casefold()
    return fact.field.kind in kinds and fact.component in session.chain.all_components() and not named


def _without_old(fact: Fact, session: Session) -> Fact | None:
    """A new answer without what the one that goes said; None where nothing is left of it."""
    old = session.chain.facts[fact.ref]
    if fact.field.type != "set" or fact.status != "known":
        return None if old.says_the_same(fact) else fact
    left = [v for v in fact.values if v not in old.values]
    return replace(fact, value=checked_value(fact.ref, left)) if left else None


def _asked_back(wish: Wish, session: Session) -> str:
    """What to ask back where nothing is taken away."""
    if wish.note or not wish.kind:
        return wish.note
    titles = [session.chain.title(c) for c in session.chain.mentioned(wish.kind)]
    return phrases.WHICH_PART.format(listed(titles), titles[-1])
