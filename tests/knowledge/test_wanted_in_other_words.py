"""Questions that once had a form of words each, and none of which a hand wrote: what they want is learnt from what others asked."""

from __future__ import annotations

import pytest

from vcassist.knowledge.embedding import MiniLM
from vcassist.knowledge.talk import ASKS_NOTHING, load_talk
from vcassist.knowledge.wanted import Wants
from vcassist.settings import read_settings

ASKED = (
    ("is this going to Hamish?", "who_reads"),
    ("Does the bishop's office get it?", "who_reads"),
    ("does anyone at snapchat see what i tell u??", "who_reads"),
    ("So my head nurse cannot read it?", "who_reads"),
    ("Will this be on air, I mean public?", "who_reads"),
    ("Is the content of this conversation stored, where, and for how long?", "kept"),
    ("Can it be used against us in court?", "court"),
    ("On what legal basis do you process what I say?", "legal_basis"),
    ("What should I ask them?", "ask_supplier"),
    ("What would the brochure need to say?", "ask_supplier"),
    ("Hi, am I right here?", "right_here"),
    ("what is the 16% of", "percentage"),
    ("I asked your price", "cost"),
    ("What do I owe you for this, honey?", "cost"),
    ("Who checks that you are not lying to me?", "self"),
    ("Would it be terrible if I said it wrong?", "right_answer"),
    ("what if I gave you a false number", "right_answer"),
    ("is it bad if they are not told?", "verdict"),
    ("Are these questions for the tax office?", "who_reads"),
    ("how many such things have you still in store", "time"),
    ("What is our mark?", "score"),
    ("Did we fail?", "score"),
    ("Will you give us points?", "score"),
    ("Is it lawful to type a pupil's address there?", "legal"),
    ("Are we allowed to use it for X-rays?", "legal"),
    ("Do we break the privacy act with that?", "legal"),
    ("Is Lumo safe for the names of children?", "legal"),
    ("Hello, is this the tax office?", "right_here"),
    ("I think this is the wrong number", "right_here"),
    ("Is this about my pension?", "right_here"),
    ("Could the board get it as a PDF?", "report"),
    ("Who owns this server?", "runs"),
    ("Shall I ask our treasurer?", "colleague"),
    ("Why did you throw away my list?", "why_gone"),
    ("What would you do in our place?", "first"),
    ("Ready?", "time"),
    ("Does Google listen to my voice?", "supplier_does"),
    ("I ask again: Google listen my voice or not?", "supplier_does"),
    ("Is this dangerous, the voice of me go to Google?", "supplier_does"),
    ("so is the app spying on my patients?", "supplier_does"),
    ("can they see our names?", "supplier_does"),
    ("can you just tell me if whatsapp can read the kids messages", "supplier_does"),
    ("What do they do with what we type?", "supplier_does"),
    ("what happens with the letters that we upload?", "supplier_does"),
    ("Where does our voice go?", "supplier_does"),
    ("Could the company sell our chats to others?", "supplier_does"),
    ("i am afraid that google keeps our photos", "supplier_does"),
    ("Is this dangerous?", "tool_safe"),
    ("is it safe for the kids?", "tool_safe"),
    ("Is it risky for the mothers?", "tool_safe"),
    ("Are the pupils safe with this app?", "tool_safe"),
    ("for real tho is the kids stuff safe on there", "tool_safe"),
    ("Is ChatGPT safe for children?", "tool_safe"),
    ("can it harm the residents?", "tool_safe"),
)


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str, float, float]]:
    """Of each question what it wants, what it is taken to want, how sure that is, and how likely it asks nothing."""
    weights = MiniLM(read_settings().data)
    wants = Wants(weights.name, weights.embed)
    each = []
    for said, topic in ASKED:
        chances = dict(wants.chances(said, "storage.encrypted"))
        silent = sum(chances.pop(key, 0.0) for key in ASKS_NOTHING)
        best = max(chances, key=lambda key: chances[key])
        each.append((topic, best, chances[best], silent))
    return each


def test_most_are_known_and_nearly_all_are_known_to_ask(found: list[tuple[str, str, float, float]]) -> None:
    assert sum(topic == best for topic, best, _, _ in found) >= 0.7 * len(ASKED)
    assert sum(silent < 0.2 for *_, silent in found) >= 0.95 * len(ASKED)


def test_where_it_is_sure_it_is_right(found: list[tuple[str, str, float, float]]) -> None:
    sure = [topic == best for topic, best, chance, _ in found if chance >= 0.5]
    assert len(sure) >= 0.4 * len(ASKED)
    assert sum(sure) >= 0.85 * len(sure)


def test_each_is_for_an_entry_that_stands_there() -> None:
    assert {topic for _, topic in ASKED} <= set(load_talk())
