"""A note that a message calls wrong in whatever words is put right, taken away or asked after, as it was learnt what messages do to notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from talks import Talk, WordReader, ask, talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.corrections.as_touched import as_touched
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading, Touch
from vcassist.interview.session import Contradiction

REVIEW, SECTOR, NAME = "application.human_review", "organisation.sector", "application.name"
Notes = Sequence[tuple[str, str]]
Touches = Callable[[str, "str | None", Notes], Sequence[Touch]]


def doing(touch: Touch, line: str, words: str = "") -> Touches:
    """A learnt reader by which messages with some words do something to the note that begins so, and nothing to others."""

    def touches(say: str, asked: str | None, notes: Notes) -> Sequence[Touch]:
        return [touch if one.startswith(line) and words in say else Touch() for _, one in notes]

    return touches


def noted(touches: Touches) -> Talk:
    t = talk()
    t.know(**{NAME: "Northchat", REVIEW: "always", SECTOR: "business"})
    t.tools = replace(t.tools, touches=touches, spoken_of=lambda text, among: [(key, 0.9) for key in among])
    return ask(t, "application.alternative")


CHECKS, FIELD = "checks by a person", "sector"


def test_what_is_said_instead_is_read_in_the_sentence_that_calls_it_wrong() -> None:
    said = "The paper forms lie ready. That is a bit too nice, it is sometimes."
    t = noted(doing(Touch(instead=0.9), CHECKS, "too nice"))
    t.say(said)
    assert t.session.chain.value(REVIEW) == "sometimes"
    assert t.session.chain.value(SECTOR) == "business"


def test_where_nothing_is_said_instead_it_is_asked_what_it_should_be() -> None:
    t = noted(doing(Touch(away=0.9), FIELD))
    t.say("Where on earth did you get that from?!")
    turn = t.session.turns[-1]
    assert turn.awaiting is not None and (turn.awaiting.ref, turn.awaiting.manner) == (SECTOR, "change")


def test_what_is_to_go_is_taken_away_and_told() -> None:
    t = noted(doing(Touch(away=0.9), FIELD))
    t.say("That last thing on trade, get rid of it, our board has not agreed")
    assert SECTOR not in t.session.chain.facts
    assert "business" in t.session.turns[-1].reply


def test_what_is_told_without_a_thought_of_the_note_is_asked_back_with_both() -> None:
    t = noted(doing(Touch(otherwise=0.9), CHECKS))
    t.say("On Sundays it goes out straight, never with a look at it.")
    turn = t.session.turns[-1]
    assert turn.awaiting is not None and (turn.awaiting.ref, turn.awaiting.manner) == (REVIEW, "conflict")
    assert t.session.chain.value(REVIEW) == "always"


@pytest.mark.parametrize("touch", [Touch(), Touch(stands=0.95), Touch(instead=0.3, away=0.2), Touch(more=0.4)])
def test_a_message_that_leaves_a_note_changes_nothing(touch: Touch) -> None:
    t = noted(doing(touch, CHECKS))
    t.say("The mayor came by and drank his tea.")
    assert t.session.chain.value(REVIEW) == "always"
    assert t.session.awaiting is None or t.session.awaiting.manner != "change"


def test_where_another_note_was_put_right_one_that_shares_a_word_with_it_is_not_asked_after() -> None:
    def touches(say: str, asked: str | None, notes: Notes) -> Sequence[Touch]:
        return [Touch(instead=0.9 if line.startswith(CHECKS) else 0.75) for _, line in notes]

    t = noted(touches)
    t.say("Not always but sometimes, and the business of the day goes on.")
    assert t.session.chain.value(REVIEW) == "sometimes" and t.session.chain.value(SECTOR) == "business"
    assert t.session.awaiting is None or t.session.awaiting.manner != "change"


ALTERNATIVE = "application.alternative"


def told(said: str, intent: str = "answer", *beside: Fact) -> Heard:
    """What comes of a change of the noted checks that was heard by its form, where the message hardly touches them."""
    t = noted(doing(Touch(), CHECKS))
    old, at = t.session.chain.facts[REVIEW], said.index("nobody looks")
    new = Fact(REVIEW, "known", "never", "nobody looks", at, at + 12)
    heard = Heard((new, *beside), ((old, new),), reading=Reading((), intent))  # type: ignore[arg-type]
    return as_touched(heard, said, t.session, 7, t.tools)


def test_a_change_of_a_note_that_the_message_hardly_touches_is_not_made_where_it_tells_something_else() -> None:
    said = "The paper forms lie ready, and nobody looks."
    heard = told(said, "answer", Fact(ALTERNATIVE, "known", "yes", "The paper forms lie ready", 0, 25))
    assert [f.ref for f in heard.facts] == [ALTERNATIVE] and not (heard.replaced or heard.conflicts)


def test_where_a_message_tells_nothing_else_such_a_change_is_asked_back() -> None:
    heard = told("Sorry, I looked at the list now. No, nobody looks.")
    assert not (heard.facts or heard.replaced)
    assert [(c.ref, c.old, c.new) for c in heard.conflicts] == [(REVIEW, "always", "never")]


def test_where_the_message_has_a_form_of_correcting_such_a_change_stands() -> None:
    heard = told("I was mistaken about the checks: nobody looks.", "correction")
    assert [(old.value, new.value) for old, new in heard.replaced] == [("always", "never")] and not heard.conflicts


def test_words_that_set_one_note_right_set_no_other_right() -> None:
    said = "Correct what I said on the checks. Never a look."
    t = noted(doing(Touch(instead=0.95), "a fallback"))
    t.know(**{ALTERNATIVE: "yes"})
    old, at = t.session.chain.facts[REVIEW], said.index("Never")
    new = Fact(REVIEW, "known", "never", "Never a look", at, at + 12)
    t.tools = replace(t.tools, reader=WordReader({"Never a look.": {ALTERNATIVE: ("no", "Never a look")}}))
    heard = as_touched(Heard((new,), ((old, new),), reading=Reading((), "correction")), said, t.session, 7, t.tools)
    assert [n.ref for _, n in heard.replaced] == [REVIEW] and [f.ref for f in heard.facts] == [REVIEW]


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("The word business beside our name does not please me.", False),
        ("I have no idea. The word business does not please me.", True),
    ],
)
def test_a_not_knowing_in_the_sentence_that_calls_a_note_wrong_is_none_of_the_open_question(
    said: str, answers: bool
) -> None:
    t = noted(doing(Touch(away=0.9), FIELD, "business"))
    t.tools = replace(
        t.tools,
        reader=WordReader({said: {"application.alternative": (None, "no idea" if answers else "does not please me")}}),
    )
    t.say(said)
    assert ("application.alternative" in t.session.chain.facts) is answers
    assert t.session.awaiting is not None and (t.session.awaiting.ref, t.session.awaiting.manner) == (SECTOR, "change")


def test_a_value_that_is_only_asked_about_is_not_what_is_right() -> None:
    t = noted(doing(Touch(instead=0.9), CHECKS, "never"))
    t.say("Where did you get never from? It was said of the old one.")
    assert t.session.chain.value(REVIEW) != "never"


def test_a_no_in_the_sentence_that_calls_a_note_wrong_is_no_answer_to_the_open_question() -> None:
    t = noted(doing(Touch(away=0.95), FIELD, "sector"))
    t.tools = replace(t.tools, reader=WordReader({"the sector is wrong": {"application.alternative": ("no", "wrong")}}))
    t.say("the sector is wrong")
    assert "application.alternative" not in t.session.chain.facts
    assert t.session.awaiting is not None and (t.session.awaiting.ref, t.session.awaiting.manner) == (SECTOR, "change")


def asked_back(touch: Touch) -> Heard:
    """What comes of a contradiction of the noted checks that was found by other means."""
    t = noted(doing(touch, CHECKS))
    said = "So what you put there.. no. They go out unread, never a look."
    back = Contradiction(REVIEW, "always", "never", "always", "They go out unread, never a look")
    return as_touched(Heard(conflicts=(back,)), said, t.session, 7, t.tools)


def test_what_plainly_calls_the_note_wrong_is_not_asked_back() -> None:
    heard = asked_back(Touch(instead=0.95))
    assert heard.conflicts == () and [(old.value, new.value) for old, new in heard.replaced] == [("always", "never")]
    (new,) = heard.facts
    assert new.quote == "They go out unread, never a look" and new.start == 28


@pytest.mark.parametrize("touch", [Touch(stands=0.5, instead=0.4), Touch(otherwise=0.95)])
def test_what_may_be_told_by_the_way_is_asked_back(touch: Touch) -> None:
    heard = asked_back(touch)
    assert [c.ref for c in heard.conflicts] == [REVIEW] and heard.replaced == ()


PEOPLE, HOUSE = "application.affected_people", "organisation.country"


def set_told(old: tuple[str, ...], joined: tuple[str, ...], touch: Touch, said: str) -> tuple[str, ...]:
    """What is held of a set to which other means joined what a message tells of it."""
    t = talk()
    t.know(**{NAME: "Northchat", PEOPLE: old})
    t.tools = replace(t.tools, touches=doing(touch, "whom it affects"))
    quote = said[said.index("citizens") :]
    told = Fact(PEOPLE, "known", joined, quote, said.index(quote), len(said), 7)
    heard = as_touched(Heard(facts=(told,)), said, ask(t, "governance.policy").session, 7, t.tools)
    return next(f.values for f in heard.facts if f.ref == PEOPLE)


def test_a_set_that_is_called_wrong_is_not_joined_with_what_is_right_instead() -> None:
    said = "No. Be so kind as to substitute for refugees citizens"
    assert set_told(("refugees",), ("refugees", "citizens"), Touch(instead=0.95), said) == ("citizens",)


def test_what_is_more_is_joined() -> None:
    said = "No. And it touches the citizens"
    assert set_told(("refugees",), ("refugees", "citizens"), Touch(more=0.9), said) == ("refugees", "citizens")


def test_of_several_countries_one_is_set_right() -> None:
    def touches(say: str, asked: str | None, notes: Notes) -> Sequence[Touch]:
        return [Touch(instead=0.95 if ref == "data.country" else 0.8) for ref, _ in notes]

    t = talk()
    t.know(**{NAME: "Hoja", "data.country": "ET", HOUSE: "KE"})
    reader = WordReader({"that is Mexico": {"data.country": ("MX", "Mexico"), HOUSE: ("MX", "Mexico")}})
    t.tools = replace(t.tools, touches=touches, reader=reader, spoken_of=lambda text, among: [(k, 0.9) for k in among])
    heard = as_touched(Heard(), "that is Mexico", ask(t, "governance.policy").session, 7, t.tools)
    assert [(f.ref, f.value) for f in heard.facts] == [("data.country", "MX")]


def test_what_may_be_called_wrong_is_asked_back_where_another_choice_is_plainly_read() -> None:
    t = noted(doing(Touch(instead=0.4), CHECKS))
    t.say("The paper forms lie ready. Well, it is sometimes.")
    turn = t.session.turns[-1]
    assert turn.awaiting is not None and (turn.awaiting.ref, turn.awaiting.manner) == (REVIEW, "conflict")
    assert t.session.chain.value(REVIEW) == "always"


def test_a_name_that_is_put_for_one_thing_is_not_put_for_another() -> None:
    model, supplier = "model.name", "application.supplier"
    t = talk()
    t.know(**{NAME: "Northchat", supplier: "Loner", model: "Tide"})
    said = "the model is just North-4, wrong there"
    reader = WordReader({said: {model: ("North-4", "North-4")}})
    t.tools = replace(
        t.tools, reader=reader, spoken_of=lambda text, among: [(k, 0.9) for k in among],
        touches=lambda say, asked, notes: [Touch(instead=0.95 if ref == model else 0.62) for ref, _ in notes],
    )  # fmt: skip
    start = said.index("North-4")
    other = Fact(supplier, "known", "North-4", "North-4", start, start + 7, 7)
    session = ask(t, "governance.policy").session
    old = session.chain.facts[supplier]
    heard = as_touched(Heard(facts=(other,), replaced=((old, other),)), said, session, 7, t.tools)
    assert [(f.ref, f.value) for f in heard.facts] == [(model, "North-4")]


def test_what_is_said_to_be_wrong_and_said_again_is_not_asked_after() -> None:
    t = noted(doing(Touch(instead=0.9), CHECKS))
    t.say("You have it wrong with the night nurse, it is always.")
    turn = t.session.turns[-1]
    assert t.session.chain.value(REVIEW) == "always"
    assert turn.awaiting is None or turn.awaiting.manner != "change"


def test_what_answers_in_the_words_of_a_note_leaves_the_note() -> None:
    t = noted(doing(Touch(instead=0.7), "tool"))
    t.say("no, Northchat only")
    assert t.session.chain.value(NAME) == "Northchat"


@pytest.mark.parametrize(
    "said", ["As to Northchat, I have not yet seen the contract.", "Northchat does that, doesn't it?"]
)
def test_a_name_that_is_only_said_or_asked_after_is_not_called_wrong(said: str) -> None:
    t = noted(doing(Touch(away=0.8), "the tool is Northchat"))
    t.say(said)
    turn = t.session.turns[-1]
    assert turn.awaiting is not None and turn.awaiting.manner != "change"
    assert t.session.chain.value(NAME) == "Northchat"


def test_what_is_called_by_its_name_is_meant() -> None:
    """ "The sector is wrong" may touch another note as surely."""

    def both(say: str, asked: str | None, notes: Notes) -> Sequence[Touch]:
        return [Touch(away=0.99) if one.startswith(CHECKS) else Touch(away=0.9) if one.startswith(FIELD) else Touch() for _, one in notes]  # fmt: skip

    t = noted(both)
    t.say("the sector is wrong")
    turn = t.session.turns[-1]
    assert turn.awaiting is not None and turn.awaiting.ref == SECTOR


def test_an_order_that_was_carried_out_takes_nothing_else_away() -> None:
    t = noted(lambda say, asked, notes: [Touch(away=0.95) for _ in notes])
    t.say("Remove Northchat, the sector is another thing, delete that")
    assert t.session.chain.value(SECTOR) == "business"


def test_the_same_matter_of_another_tool_is_not_touched_by_an_answer() -> None:
    t = talk()
    t.know(**{NAME: "Northchat", REVIEW: "always", "application-2.name": "TriageMate"})
    t.tools = replace(t.tools, touches=doing(Touch(instead=0.9), CHECKS), spoken_of=lambda text, among: [(key, 0.9) for key in among])  # fmt: skip
    t = ask(t, "application-2.human_review")
    t.say("sometimes")
    assert (t.session.chain.value(REVIEW), t.session.chain.value("application-2.human_review")) == ("always", "sometimes")  # fmt: skip


def test_a_not_knowing_that_is_all_of_a_message_answers_the_open_question() -> None:
    t, said = noted(doing(Touch(instead=0.9), CHECKS, "not know")), "sorry this I do not know"
    heard = Heard((Fact("application.alternative", "unknown", None, "this I do not know", 6, 24),))
    assert as_touched(heard, said, t.session, t.session.next_number, t.tools) is heard


@pytest.mark.parametrize(
    ("said", "status"), [("I never saw it by itself", "known"), ("That I really cannot tell", "unknown")]
)
def test_what_was_never_done_is_no_not_knowing(said: str, status: str) -> None:
    class NotKnowing(WordReader):
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            told = Proposal.of_all(message, REVIEW, "unknown", None, 0.9)
            return Reading((told,), "answer") if asked == REVIEW else super().read(message, asked, chain)

    t = noted(doing(Touch(instead=0.6, away=0.3), CHECKS))
    t.tools = replace(t.tools, reader=NotKnowing(), again=NotKnowing())
    heard = as_touched(Heard(), said, t.session, t.session.next_number, t.tools)
    assert [new.status for _, new in heard.replaced] == ([] if status == "known" else ["unknown"])


def test_who_supplies_it_is_no_tool_and_that_stands() -> None:
    t = noted(doing(Touch(away=0.9), "who supplies it"))
    t.know(application__supplier="Kalam")
    said = "Kalam is not a tool, it's the company behind Northchat"
    heard = as_touched(Heard(reading=Reading((), "answer")), said, t.session, t.session.next_number, t.tools)
    assert heard.change is None and not heard.replaced
    assert heard.restated is not None and heard.restated.value == "Kalam"


def test_the_answer_to_the_open_question_sets_no_other_set_right() -> None:
    said = "it is the students"
    t = noted(doing(Touch(instead=0.9), "whom", said))
    stories = {said: {"application.affected_people": (["students"], "the students")}}
    t.tools = replace(t.tools, reader=WordReader(stories))
    t.know(application__affected_people=("farmers",))
    ask(t, "data.sources")
    answer = Fact("data.sources", "known", ("users",), said, 0, len(said))
    heard = as_touched(Heard((answer,)), said, t.session, t.session.next_number, t.tools)
    assert heard.facts == (answer,) and not heard.replaced
    ask(t, "application.alternative")
    heard = as_touched(Heard(reading=Reading((), "answer")), said, t.session, t.session.next_number, t.tools)
    assert [new.value for _, new in heard.replaced] == [("students",)]


@pytest.mark.parametrize(
    ("said", "left"),
    [("They write in their name. So yes, one can recognise them.", False), ("They write in their name. Yes.", True)],
)
def test_a_yes_that_concludes_what_is_set_right_answers_nothing_else(said: str, left: bool) -> None:
    t = noted(lambda say, asked, notes: [Touch(instead=0.3) for _ in notes])
    t.know(data__personal_data="no")
    ask(t, "data.representative")
    at = said.lower().index("yes")
    old, yes = (
        t.session.chain.facts["data.personal_data"],
        Fact("data.representative", "known", "yes", said[at : at + 3], at, at + 3),
    )
    new = Fact("data.personal_data", "known", "yes", "write in their name", 5, 24)
    heard = as_touched(Heard((new, yes), ((old, new),)), said, t.session, t.session.next_number, t.tools)
    assert (yes in heard.facts) == left and new in heard.facts


def test_who_is_interrupted_sets_nothing_right() -> None:
    t = noted(doing(Touch(instead=0.9), CHECKS, "sometimes"))
    t.say("Excuse me, the fire alarm. It rings sometimes.")
    assert t.session.chain.value(REVIEW) == "always"
    t.say("Excuse me, the patients. It is sometimes.")
    assert t.session.chain.value(REVIEW) == "sometimes"


def test_words_that_answer_the_open_question_set_nothing_else_right_by_the_way() -> None:
    said = "The hall is small. Never a form."
    t = noted(doing(Touch(instead=0.8), CHECKS))
    t.tools = replace(t.tools, reader=WordReader({said: {ALTERNATIVE: ("no", "Never a form")}}))
    t.say(said)
    assert t.session.chain.value(ALTERNATIVE) == "no" and t.session.chain.value(REVIEW) == "always"


def test_words_that_set_the_last_note_right_leave_it_where_they_call_another_wrong() -> None:
    said = "I overstated it. It is still on trial, three farms."
    t = noted(doing(Touch(instead=0.9), CHECKS))
    t.know(**{"model.licence": "AGPL-3.0"})
    old, at = t.session.chain.facts["model.licence"], said.index("farms")
    new = Fact("model.licence", "known", "farms", "farms", at, at + 5)
    heard = Heard((new,), ((old, new),), reading=Reading((), "correction"))
    tools = replace(t.tools, spoken_of=lambda text, among: [(k, 0.9) for k in among if k == REVIEW])
    assert new not in as_touched(heard, said, t.session, 7, tools).facts
    spoken = replace(t.tools, spoken_of=lambda text, among: [(k, 0.9) for k in among])
    assert new in as_touched(heard, said, t.session, 7, spoken).facts


@pytest.mark.parametrize(
    ("touch", "of_it", "answers"),
    [(Touch(instead=0.9), False, False), (Touch(instead=0.9), True, True), (Touch(instead=0.3), False, True)],
)
def test_what_plainly_tells_a_note_otherwise_answers_the_question_only_where_it_speaks_of_that(
    touch: Touch, of_it: bool, answers: bool
) -> None:
    said = "not all of them, only the front ones get a look"
    t = noted(doing(touch, CHECKS))
    answer = Fact("application.alternative", "known", "partly", said, 0, len(said))
    keys = {REVIEW, "application.alternative"} if of_it else {REVIEW}
    tools = replace(
        t.tools,
        spoken_of=lambda text, among: [(k, 0.9) for k in among if k in keys],
        answers=lambda say, key: (("sometimes", 0.9), ("", 0.1)) if key == REVIEW else (),
    )
    heard = as_touched(Heard((answer,), reading=Reading((), "answer")), said, t.session, 7, tools)
    assert (answer in heard.facts) == answers
