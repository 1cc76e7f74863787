"""What is said of one tool leaves the other alone."""

from __future__ import annotations

from talks import ask, talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.of_its_own_tool import with_its_own_tool
from vcassist.interview.heard import Heard

REVIEW = "human_review"


def two_tools() -> Talk:
    t = talk()
    t.know(application__name="HemoVista")
    t.know(**{"application-2.name": "ChatGPT", "application-2.human_review": "always"})
    return t


def fact(said: str, component: str, value: str, words: str) -> Fact:
    start = said.index(words)
    return Fact(f"{component}.{REVIEW}", "known", value, words, start, start + len(words))


def corrected(said: str, words: str) -> Heard:
    t = two_tools()
    new = fact(said, "application-2", "sometimes", words)
    return with_its_own_tool(Heard((new,), ((t.session.chain.facts[new.ref], new),)), said, t.session)


def test_it_goes_to_the_tool_that_the_sentences_before_are_about() -> None:
    heard = corrected("HemoVista reads the slides. Then I look. Not always, honestly.", "Not always")
    assert [f.ref for f in heard.facts] == ["application.human_review"] and not heard.replaced


def test_a_sentence_of_the_tool_itself_corrects_it() -> None:
    heard = corrected("HemoVista is fine. With ChatGPT not always.", "not always")
    assert [f.ref for f in heard.facts] == ["application-2.human_review"] and len(heard.replaced) == 1


def test_what_led_up_to_it_tells_nothing_of_the_other() -> None:
    said = "She sends them without reading. So only sometimes, with ChatGPT."
    t = two_tools()
    facts = (
        fact(said, "application", "never", "without reading"),
        fact(said, "application-2", "sometimes", "sometimes"),
    )
    assert [f.value for f in with_its_own_tool(Heard(facts), said, t.session).facts] == ["sometimes"]


def test_a_sentence_that_names_no_tool_is_of_the_one_whose_work_it_speaks_of() -> None:
    t = two_tools()
    t.know(**{"application.purpose": "reading old letters", "application-2.purpose": "texts for posters"})
    said = "She checks the posters but the letters nobody checks, only sometimes Sr. Albano when he comes."
    new = fact(said, "application-2", "sometimes", "Albano when he comes")
    heard = with_its_own_tool(Heard((new,), ((t.session.chain.facts[new.ref], new),)), said, t.session)
    assert [f.ref for f in heard.facts] == ["application.human_review"] and not heard.replaced


def test_a_tool_that_is_named_just_before_goes_before_one_whose_work_is_spoken_of() -> None:
    t = two_tools()
    t.know(**{"application.purpose": "helping teachers plan lessons", "application-2.purpose": "writing letters"})
    said = "I was wrong on ChatGPT. The teachers do check only some."
    new = fact(said, "application-2", "sometimes", "only some")
    heard = with_its_own_tool(Heard((new,), ((t.session.chain.facts[new.ref], new),)), said, t.session)
    assert [f.ref for f in heard.facts] == ["application-2.human_review"]


def test_what_is_told_unasked_of_a_tool_that_is_called_by_its_work_is_of_that_tool() -> None:
    t = talk()
    t.know(application__name="Rafiq", application__purpose="types voice notes")
    t.know(**{"application-2.purpose": "picks the next book"})
    ask(t, "application.tells_people")
    said = "the book thing only suggests"
    new = Fact("application.decision_role", "known", "recommends", "only suggests", 15, 28)
    assert [f.ref for f in with_its_own_tool(Heard((new,)), said, t.session).facts] == ["application-2.decision_role"]


def test_the_answer_to_the_open_question_stays_where_it_was_asked() -> None:
    t = talk()
    t.know(application__name="Rafiq", application__purpose="types voice notes")
    t.know(**{"application-2.purpose": "picks the next book"})
    ask(t, "application.decision_role")
    new = Fact("application.decision_role", "known", "recommends", "only suggests", 15, 28)
    heard = with_its_own_tool(Heard((new,)), "the book thing only suggests", t.session)
    assert [f.ref for f in heard.facts] == ["application.decision_role"]
