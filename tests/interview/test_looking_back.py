"""Nobody is asked what an earlier story told: a sure answer is taken with its words, a likely one is shown for a yes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import WordReader, talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview import interviewer
from vcassist.interview.looking_back import SHOWN, SPOKEN_OF, STATED, answered_before, likely_before
from vcassist.interview.ports import Proposal, Reading, Stated
from vcassist.interview.session import Awaiting, Session, Turn
from vcassist.interview.speech import Plan

STORY = "I keep the books at a housing association in Denmark, and our letters to tenants are drafted by Gemini."


class Hears(WordReader):
    """Hears Denmark in a story once the country is what is asked for."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if asked == "organisation.country" and "Denmark" in message:
            return Reading((Proposal(asked, "known", "DK", "Denmark", 0.95),), "answer")
        return Reading((), "answer")


def session(*turns: Turn) -> Session:
    return Session("s", "2026-01-01T00:00:00+00:00", (Turn(0), *turns))


def test_a_story_that_answers_the_next_question_is_found_with_its_turn_and_quote() -> None:
    told = session(Turn(1, said=STORY))
    found = answered_before(told, "yes", 2, "organisation.country", told.chain, Hears())
    assert found is not None and (found[0].value, found[0].turn, found[0].quote) == ("DK", 1, "Denmark")


def test_what_was_taken_away_is_not_brought_back() -> None:
    told = session(Turn(1, said=STORY), Turn(2, removed=("organisation.country",)))
    assert answered_before(told, "yes", 3, "organisation.country", told.chain, Hears()) is None


def test_a_yes_or_no_is_never_taken_from_another_answer() -> None:
    told = session(Turn(1, said=STORY))
    assert answered_before(told, "no we do not", 2, "storage.encrypted", told.chain, Hears()) is None


class HearsIn(WordReader):
    """Hears one value in a message that holds its words, once its field is asked for."""

    def __init__(self, ref: str, value: object, quote: str, sure: float = 0.95) -> None:
        super().__init__()
        self.ref, self.value, self.quote, self.sure = ref, value, quote, sure

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if asked == self.ref and self.quote in message:
            return Reading((Proposal(asked, "known", self.value, self.quote, self.sure),), "answer")  # type: ignore[arg-type]
        return Reading((), "answer")


def recalled(said: str, ref: str, value: object, quote: str) -> float | None:
    """How sure an earlier message is recalled, or None."""
    told = session(Turn(1, said=said))
    found = answered_before(told, "yes", 2, ref, told.chain, HearsIn(ref, value, quote))
    return found and found[1]


def test_words_without_a_verb_and_not_knowing_are_not_recalled() -> None:
    elliptic = "Our bot works without any network, ChatGPT not."
    assert recalled(elliptic, "application.human_review", "never", "ChatGPT not") is None
    unsure = "I don't know is it one of those AI tools, my nephew put it in."
    assert recalled(unsure, "application.purpose", "one of those", "one of those") is None


def test_what_raises_a_risk_or_has_no_word_of_its_field_is_shown_and_not_taken() -> None:
    never = "It goes to the printer as it is, nobody looks at it before, every Friday."
    sure = recalled(never, "application.human_review", "never", "nobody looks at it before")
    assert sure is not None and sure < 0.9
    learnt = "Ekiru made me learn it by heart because the donors always ask about it."
    sure = recalled(learnt, "model.adaptation", "fine_tuned", "made me learn it by heart")
    assert sure is not None and sure < 0.9


def test_a_few_words_beside_those_of_their_field_are_told_by_them() -> None:
    told = "The data comes from the pupils, they write it in class, and nobody wrote that down."
    assert recalled(told, "data.sources", ("users",), "the pupils") == 0.95


def test_a_yes_or_no_in_the_words_of_its_field_is_put_to_the_person() -> None:
    told = "Nothing on the old box is encrypted, which my nephew says is madness."
    sure = recalled(told, "storage.encrypted", "no", "Nothing on the old box is encrypted")
    assert sure is not None and sure < 0.9, "shown for a yes, not taken"
    told = "Nothing gets done on the old box, which my nephew says is madness."
    assert recalled(told, "storage.encrypted", "no", "Nothing gets done on the old box") is None


def test_a_yes_or_no_is_offered_only_from_words_by_which_its_field_is_meant() -> None:
    letters = "For the translation only the long letters are checked by me, so sometimes, as the others are short."
    assert recalled(letters, "data.consent", "partly", "only the long letters are checked by me") is None
    forms = "For the pictures only the older ones signed a consent form so far, as the others were away that day."
    assert recalled(forms, "data.consent", "partly", "only the older ones signed a consent form") is not None


def test_a_clause_that_asks_is_no_hunch() -> None:
    told = "It is a score and nothing else and it came with the till and {} in Denmark reading what I write here"
    assert recalled(told.format("so is anybody"), "organisation.country", "DK", "Denmark") is None
    assert recalled(told.format("we are nine"), "organisation.country", "DK", "Denmark") is not None


def test_a_no_takes_a_denial() -> None:
    told = "{} on the old box is encrypted, which my nephew says is a wonder."
    for word, offered in (("Nothing", True), ("All", False)):
        said = told.format(word)
        found = recalled(said, "storage.encrypted", "no", said.partition(",")[0])
        assert (found is not None) == offered


def test_a_choice_without_a_word_of_its_own_or_of_its_question_is_not_taken() -> None:
    told = "The members who pay on time and fetch a copy of their record at the counter get a stamp on top of it."
    quote = "members who pay on time and fetch a copy of their record"
    assert recalled(told, "data.sources", ("users",), quote) == SHOWN
    assert recalled(told, "data.sources", ("purchased",), quote) is None
    assert recalled(told, "data.sensitive_data", ("health",), quote) is None


def likely(said: str, ref: str, **ports: object) -> object:
    """What is put for a yes before ``ref`` is asked, where a sentence is known for it."""
    told = session(Turn(1, said=said))
    tools = replace(talk().tools, **ports)
    fact = likely_before(told, "slower", 2, ref, told.chain, tools)  # type: ignore[arg-type]
    return fact and (fact.value, fact.quote)


RANKS = "We use a system that ranks CVs of people looking for a job."
READS = "Manana reads every one of them before it goes out."


def test_what_a_sentence_states_by_itself_is_put_for_a_yes() -> None:
    def stated(text: str) -> list[Stated]:
        return [Stated("application.human_review", "always", STATED)] if text == READS else []

    assert likely(f"{RANKS} {READS}", "application.human_review", stated=stated) == ("always", READS)
    assert likely(RANKS, "application.human_review", stated=stated) is None
    assert likely(f"{RANKS} {READS}", "application.tells_people", stated=stated) is None


def test_of_several_choices_the_one_of_a_sentence_that_plainly_speaks_of_it_is_put() -> None:
    def nearest(text: str, key: str) -> tuple[float, str, float]:
        return 1.0, "job_seekers", 0.9

    def ports(plainly: float) -> dict[str, object]:
        return {"nearest": nearest, "spoken_of": lambda text, among: [(key, plainly) for key in among]}

    ref = "application.affected_people"
    assert likely(RANKS, ref, **ports(SPOKEN_OF)) == (("job_seekers",), RANKS)
    assert likely(RANKS, ref, **ports(SPOKEN_OF - 0.1)) is None
    assert likely(f"{RANKS[:-1]}?", ref, **ports(1.0)) is None


AFFECTED = "application.affected_people"
VANS = (
    "Our six clinics run LungLens. It scores X-rays, and an officer reads every film before a patient hears anything."
)


def whom(
    said: str, value: tuple[str, ...], quote: str, *noted: Fact, sure: float = 0.8
) -> tuple[object, str, float] | None:
    told = session(Turn(1, said=said, facts=noted))
    found = answered_before(told, "stops", 2, AFFECTED, told.chain, HearsIn(AFFECTED, value, quote, sure))
    return found and (found[0].value, found[0].quote, found[1])


def test_whom_a_story_touches_is_shown_with_the_words_that_name_them() -> None:
    quote = "and an officer reads every film before a patient hears anything."
    assert whom(VANS, ("patients",), "Our six clinics run LungLens.") == (("patients",), quote, SHOWN)


def test_words_that_told_something_else_may_tell_whom_it_touches_and_are_shown() -> None:
    quote = "It scores X-rays, and an officer reads every film before a patient hears anything."
    start = VANS.index(quote)
    check = Fact("application.human_review", "known", "always", quote, start, start + len(quote), 1)
    where = Fact("storage.country", "known", "KE", quote, start, start + len(quote), 1)
    assert whom(VANS, ("patients",), quote, check) == (("patients",), quote, SHOWN)
    assert whom(VANS, ("patients",), quote, where) == (("patients",), quote, SHOWN)


def test_whom_a_story_surely_touches_is_taken_and_nobody_asked() -> None:
    quote = "It scores X-rays, and an officer reads every film before a patient hears anything."
    assert whom(VANS, ("patients",), quote, sure=0.95) == (("patients",), quote, 0.95)
    both = whom(VANS, ("patients", "job_seekers"), quote, sure=0.95)
    assert both is not None and both[0] == ("patients",)


def test_of_whom_a_story_touches_only_those_whom_it_names_are_shown() -> None:
    quote = "It scores X-rays, and an officer reads every film before a patient hears anything."
    found = whom(VANS, ("patients", "job_seekers"), quote)
    assert found is not None and found[0] == ("patients",)


def test_what_a_tool_does_shows_where_its_data_comes_from() -> None:
    said = "Listeners leave us voice messages, some days two hundred of them, and Nakwaar types them out for the news desk."
    quote = "Listeners leave us voice messages"

    def origin(value: str, sure: float) -> object:
        told = session(Turn(1, said=said))
        hears = HearsIn("data.sources", (value,), quote, sure)
        found = answered_before(told, "stops", 2, "data.sources", told.chain, hears)
        return found and (found[0].values, found[1])

    assert origin("users", 0.96) == (("users",), SHOWN)
    assert origin("sensors", 0.7) is None
    assert origin("purchased", 0.96) is None


def test_who_only_handles_the_tool_is_not_among_those_whom_it_touches() -> None:
    quote = "It scores X-rays, and an officer reads every film before a patient hears anything."
    found = whom(VANS, ("patients", "staff"), quote)
    assert found is not None and found[0] == ("patients",)


def test_who_says_no_to_what_was_shown_is_asked_and_not_shown_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Our letters are drafted by Gemini, and a clerk reads every one before a resident gets it."
    t = talk()
    t.tools = replace(t.tools, again=HearsIn(AFFECTED, ("citizens",), "drafted by Gemini"))
    t.know(application__name="Gemini")
    shown = Awaiting(AFFECTED, "confirm", "a resident gets it", ["citizens"])
    t.session = replace(t.session, turns=(*t.session.turns, Turn(5, said, awaiting=shown)))
    monkeypatch.setattr(interviewer, "make_plan", lambda *args: Plan(6, ask=Awaiting(AFFECTED)))
    t.say("no")
    put = t.session.turns[-1].awaiting
    assert put is not None and (put.ref, put.manner) == (AFFECTED, "question")
