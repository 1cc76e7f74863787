"""A change of a choice that no sentence of the message bears out is asked back, and a set grows by the way only by what is likely stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.borne_out import AGAINST, HARDLY, LIKELY, PLAINLY, borne_out
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Stated
from vcassist.interview.session import Awaiting, Contradiction

REVIEW, PEOPLE = "application.human_review", "application.affected_people"
SAID = "No, not at all. Since the summer they go out as they come, every one."


def heard_of(
    ref: str, old: Any, new: Any, stated: Sequence[Stated], said: str = SAID, waits: Awaiting | None = None
) -> Heard:
    t = talk()
    before, after = Fact(ref, "known", old, "before"), Fact(ref, "known", new, "as they come", 32, 44)
    t.know(**{ref.replace(".", "__"): old})
    last = replace(t.session.turns[-1], awaiting=waits or Awaiting("storage.encrypted"))
    session = replace(t.session, turns=(*t.session.turns[:-1], last))
    tools = replace(t.tools, stated=lambda sentence: tuple(stated))
    replaced = () if isinstance(new, tuple) else ((before, after),)
    heard = Heard(facts=(after,), replaced=replaced, reading=Reading((), "answer"))
    return borne_out(heard, said, session, tools)


def test_what_no_sentence_bears_out_is_asked_back_and_nothing_is_changed() -> None:
    doubted = heard_of(
        REVIEW, "always", "never", [Stated(REVIEW, "never", HARDLY - 0.01), Stated(PEOPLE, "staff", 0.9)]
    )
    assert (doubted.facts, doubted.replaced) == ((), ())
    assert [(c.ref, c.old, c.new, c.new_quote) for c in doubted.conflicts] == [(REVIEW, "always", "never", "as they come")]  # fmt: skip


def test_what_some_sentence_bears_out_is_changed() -> None:
    sure = heard_of(REVIEW, "always", "never", [Stated(REVIEW, "never", HARDLY)])
    assert sure.replaced and not sure.conflicts


def test_a_middle_is_borne_out_by_what_is_wholly_denied_at_some_times() -> None:
    assert heard_of(REVIEW, "always", "sometimes", [Stated(REVIEW, "never", LIKELY)]).replaced
    assert not heard_of(REVIEW, "never", "sometimes", [Stated(REVIEW, "never", LIKELY)]).replaced


def test_without_what_was_learnt_nothing_is_doubted() -> None:
    assert heard_of(REVIEW, "always", "never", []).replaced


@pytest.mark.parametrize("said", ["No. They go as they come.", "And they go out as they come, every one of the lot."])
def test_few_words_and_what_adds_are_taken_at_their_word(said: str) -> None:
    assert heard_of(REVIEW, "always", "never", [Stated(PEOPLE, "staff", 0.9)], said).replaced


def test_a_change_that_was_asked_for_stands() -> None:
    kept = heard_of(REVIEW, "always", "never", [Stated(PEOPLE, "staff", 0.9)], waits=Awaiting(REVIEW, "change"))
    assert kept.replaced


def test_a_set_grows_by_the_way_only_by_what_is_likely_stated() -> None:
    old, new = ("patients",), ("patients", "staff")
    beside = [Stated("governance.staff_trained", "yes", 0.9)]
    assert (
        heard_of(PEOPLE, old, new, [*beside, Stated(PEOPLE, "staff", LIKELY - 0.1)], "All seven. Me too.").facts == ()
    )
    assert heard_of(PEOPLE, old, new, [Stated(PEOPLE, "staff", LIKELY)], "All seven. Me too.").facts


def test_a_set_grows_by_a_sentence_that_says_that_it_adds() -> None:
    old, new = ("text",), ("text", "audio")
    said = "For all who come, as they come: voice notes too, you know."
    assert heard_of("application.generates", old, new, [Stated(PEOPLE, "staff", 0.9)], said).facts


def contradiction(stated: Sequence[Stated], said: str = SAID, asked: str = "storage.encrypted") -> Heard:
    t = talk()
    t.know(application__human_review="always")
    last = replace(t.session.turns[-1], awaiting=Awaiting(asked))
    session = replace(t.session, turns=(*t.session.turns[:-1], last))
    seen = Contradiction(REVIEW, "always", "never", "before", "as they come")
    heard = Heard(conflicts=(seen,), reading=Reading((), "answer"))
    return borne_out(heard, said, session, replace(t.tools, stated=lambda sentence: tuple(stated)))


def test_a_contradiction_that_no_sentence_bears_out_is_none() -> None:
    assert not contradiction([Stated(PEOPLE, "staff", 0.9)]).conflicts
    rain = "We had rain in May and the river rose as they come, over the road."
    assert not contradiction([Stated(REVIEW, "never", AGAINST)], said=rain).conflicts
    assert contradiction([Stated(REVIEW, "never", PLAINLY)], said=rain).conflicts
    checks = "No, not at all. Since the summer nobody checks them as they come, every one."
    assert contradiction([Stated(REVIEW, "never", AGAINST)], said=checks).conflicts


def test_the_no_to_what_was_put_denies_nothing_else() -> None:
    said = "No, that is not right. It touches the visitors, as I said before, and so children too."
    t = talk()
    t.know(application__alternative="yes")
    last = replace(t.session.turns[-1], awaiting=Awaiting(PEOPLE, "confirm", None, ("staff",)))
    session = replace(t.session, turns=(*t.session.turns[:-1], last))
    no = Fact("application.alternative", "known", "no", "not", 12, 15)
    heard = Heard((no,), ((session.chain.facts["application.alternative"], no),), reading=Reading((), "correction"))
    left = borne_out(heard, said, session, t.tools)
    assert not (left.facts or left.replaced or left.conflicts)


def test_a_contradiction_of_few_words_of_the_question_or_where_nothing_was_learnt_is_asked_back() -> None:
    assert contradiction([Stated(PEOPLE, "staff", 0.9)], said="They go as they come.").conflicts
    assert contradiction([Stated(PEOPLE, "staff", 0.9)], asked=REVIEW).conflicts
    assert contradiction([]).conflicts


def test_a_change_in_no_word_of_its_matter_is_left_without_a_question() -> None:
    said = "Mostly the same, but in two of thirty the machine was much too quick to say red."
    left = heard_of("application.works_offline", "yes", "partly", [Stated(PEOPLE, "staff", 0.9)], said)
    assert not (left.facts or left.replaced or left.conflicts)


def test_who_protests_in_the_same_breath_is_not_asked_which_is_right() -> None:
    said = "I did not say that a person looks at them all. Since the summer they go out as they come."
    start = said.index("they go out as they come")
    t = talk()
    t.know(application__human_review="always")
    last = replace(t.session.turns[-1], awaiting=Awaiting("storage.encrypted"))
    session = replace(t.session, turns=(*t.session.turns[:-1], last))
    after = Fact(REVIEW, "known", "never", "they go out as they come", start, start + 24)
    heard = Heard((after,), ((session.chain.facts[REVIEW], after),), reading=Reading((), "answer"))
    tools = replace(t.tools, stated=lambda sentence: (Stated(PEOPLE, "staff", 0.9),))
    assert borne_out(heard, said, session, tools).replaced


def test_a_list_is_not_lost_whole_to_one_that_is_told_by_the_way() -> None:
    beside = [Stated(PEOPLE, "patients", 0.9)]
    said = "The families who ask for a ramp attach a doctor's certificate, as they come, to the letter."
    assert heard_of(PEOPLE, ("citizens",), ("patients",), beside, said).facts == ()
    named = "As to whom it affects: the families who ask for a ramp, as they come, with a certificate."
    assert heard_of(PEOPLE, ("citizens",), ("patients",), beside, named).facts


def test_what_names_its_matter_and_tells_nothing_else_was_not_said_in_vain() -> None:
    sensitive = "data.sensitive_data"
    unsure = [Stated(sensitive, "health", HARDLY - 0.01)]
    said = "There are sensitive data after all, they speak of illnesses as they come to the hall."
    assert heard_of(sensitive, ("none",), ("health",), unsure, said).facts
    assert heard_of(sensitive, ("none",), ("health",), unsure, said.replace("sensitive data", "words")).facts == ()


def test_a_list_does_not_shrink_by_the_way() -> None:
    beside = [Stated(PEOPLE, "patients", 0.9)]
    said = "Since then patients are only told of it, as they come, if somebody asks."
    assert heard_of(PEOPLE, ("patients", "other"), ("patients",), beside, said).facts == ()
    only = "It touches only the patients themselves, as they come, and the letters go out."
    assert heard_of(PEOPLE, ("patients", "other"), ("patients",), beside, only).facts


def test_of_two_answers_that_the_same_words_would_change_the_plainer_one_changes() -> None:
    consent, person = "data.consent", "governance.responsible_person"
    said = "The forms are in the tin, but the old man never signed one and we keep him."
    t = talk()
    t.know(data__consent="yes", governance__responsible_person="yes")
    session = ask(t, "storage.encrypted").session
    at, words = said.index("the old man"), "the old man never signed one"
    new = [Fact(ref, "known", "partly", words, at, at + len(words)) for ref in (consent, person)]
    heard = Heard(tuple(new), tuple((session.chain.facts[n.ref], n) for n in new), reading=Reading((), "answer"))
    stated = (Stated(consent, "partly", 0.7), Stated(person, "partly", 0.2))
    left = borne_out(heard, said, session, replace(t.tools, stated=lambda sentence: stated))
    assert [f.ref for f in left.facts] == [consent]


def test_words_that_only_deny_raise_no_no_to_a_part() -> None:
    said = "I was wrong on the signatures. The people on the sick list were never asked, mind you."
    stated = [Stated("governance.people_consulted", "partly", 0.9)]
    t = talk()
    t.know(governance__people_consulted="no")
    at = said.index("The people")
    old = Fact("governance.people_consulted", "known", "no", "never")
    new = Fact("governance.people_consulted", "known", "partly", said[at:-11], at, len(said) - 11)
    session = ask(t, "storage.encrypted").session
    tools = replace(t.tools, stated=lambda sentence: tuple(stated))
    heard = borne_out(Heard(facts=(new,), replaced=((old, new),), reading=Reading((), "answer")), said, session, tools)
    assert (heard.facts, heard.replaced, heard.conflicts) == ((), (), ())


def test_what_calls_the_noted_choice_wrong_by_its_name_is_not_asked_back() -> None:
    said = "a what card? no. and it's as they come that I check, not sometimes, ever since"
    hardly = [Stated(REVIEW, "always", HARDLY - 0.01), Stated(PEOPLE, "staff", 0.9)]
    assert len(heard_of(REVIEW, "sometimes", "always", hardly, said).replaced) == 1
    assert heard_of(REVIEW, "sometimes", "always", hardly, said.replace("not sometimes", "you know")).replaced == ()
