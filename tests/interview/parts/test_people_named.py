"""Who was introduced as a person is no tool later; a tool that somebody's name was put on gets its own back."""

from __future__ import annotations

from talks import WordReader
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.parts.no_tool_but_somebody import old_name_back, taken_for_a_tool
from vcassist.interview.parts.people_named import people_named, without_people
from vcassist.interview.session import Turn


def test_names_that_a_talk_gives_as_those_of_people() -> None:
    said = "It's me and my cousin Bisi. Marek, our night porter, reads them. We write with Kora, and our partner Lumen pays."
    assert people_named(said) == {"bisi", "marek"}
    assert people_named("before we send, Diane my cofounder looks at the list") == {"diane"}
    assert not people_named("It is Tidewriter, my colleague showed me.")


def test_somebody_who_was_introduced_is_noted_as_no_tool_and_renames_none() -> None:
    t = Talk(WordReader())
    t.session = t.session.after(Turn(1, said="Me and my cousin Bisi do flowers, with Kora."))
    t.know(application__name="Kora")
    old = t.session.chain.facts["application.name"]
    new = Fact("application.name", "known", "Bisi", "Bisi", 6, 10, 3)
    purpose = Fact("application.purpose", "known", "answers brides", "answers brides", 20, 34, 3)
    found = without_people(
        Heard(facts=(new, purpose), replaced=((old, new),)), "It is Bisi in Excel, it answers brides.", t.session
    )
    assert found.facts == (purpose,) and not found.replaced
    tool = Fact("application-2.name", "known", "Zed", "Zed", 0, 3, 3)
    assert without_people(Heard(facts=(tool,)), "Zed does the bills.", t.session).facts == (tool,)


def test_a_tool_that_somebodys_name_was_put_on_gets_its_own_back() -> None:
    t = Talk(WordReader())
    t.know(application__name="Kora", application__human_review="always")
    t.know(application__name="Bisi")
    wish = taken_for_a_tool("Bisi is my cousin, not a tool! Put Kora back.", t.session)
    assert wish is not None and not wish.components
    assert [(f.ref, f.value, f.quote) for f in wish.instead] == [("application.name", "Kora", "Kora")]


def test_a_name_that_a_tool_bore_before_is_put_back_in_words() -> None:
    t = Talk(WordReader())
    t.know(application__name="Kora")
    t.know(application__name="Zed")
    wish = old_name_back("No no. Put Kora back, please.", t.session)
    assert wish is not None and [(f.value, f.quote) for f in wish.instead] == [("Kora", "Kora")]
    assert old_name_back("Put the kettle back.", t.session) is None
    assert old_name_back("Could you put Kora back?", t.session) is not None
    assert old_name_back("Did they put Kora back?", t.session) is None
