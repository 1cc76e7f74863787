"""How plans are worded: short, in plain words, varied, with every part that matters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, SECRET, UNKNOWN, WITHHELD
from worlds import chain as made

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.chain.fields import FIELDS
from vcassist.interview import phrases
from vcassist.interview.sayings import BARE, SAID, said_back
from vcassist.interview.session import Awaiting, Contradiction, Suggestion
from vcassist.interview.speech import MOST_WORDS, Plan, Teller
from vcassist.interview.words import NAMES, SAID_OTHERWISE, listed

FREE = {"text": "letters to families", "entity": "Northmodel", "country": "KE"}


def known(ref: str, value: Any = None) -> Fact:
    spec = FIELDS[ref]
    given = value if value is not None else next(iter(spec.options), FREE.get(spec.type))
    return Fact(ref, "known", checked_value(ref, given), "as said")


def told(plan: Plan, chain: Chain | None = None) -> str:
    names = {"KE": "Kenya", "FR": "France"}
    return "".join(Teller(chain or made({}), lambda code: names.get(code, code)).say(plan))


def words(text: str) -> int:
    return len(text.split())


# --- short --------------------------------------------------------------------------------------------------------------
plans = st.builds(
    Plan,
    number=st.integers(0, 200),
    noted=st.lists(st.sampled_from(sorted(FIELDS)), max_size=20, unique=True).map(lambda refs: tuple(map(known, refs))),
    ask=st.builds(
        Awaiting,
        ref=st.sampled_from(sorted(FIELDS)),
        manner=st.sampled_from(["question", "again", "vague", "more", "change"]),
    ),
    topic_before=st.sampled_from([None, "application", "data"]),
    progress=st.sampled_from(["", "So far: 34% covered, 5 risks named, about 11 of your 20 minutes left."]),
    supplier_questions=st.sampled_from([0, 3]),
    page=st.booleans(),
)  # fmt: skip


@given(plans)
def test_a_reply_has_at_most_sixty_words_beyond_what_it_has_to_say(plan: Plan) -> None:
    """What was noted and the question may together be longer; then everything else gives way."""
    reply = told(plan)
    bare = told(Plan(plan.number, noted=plan.noted, page=plan.page, ask=plan.ask))
    reason = FIELDS[plan.ask.ref].reason if plan.ask and plan.ask.manner == "question" else ""
    least = words(bare.replace(reason, "")) if reason and reason in bare else words(bare)
    extras = words(phrases.FOR_SUPPLIER) + 12
    assert words(reply) <= max(MOST_WORDS, least + extras)


@given(st.sampled_from(sorted(FIELDS)), st.integers(0, 50))
def test_one_answer_and_the_next_question_always_fit(ref: str, number: int) -> None:
    for asked in ("compute.hosting", "model.adaptation", "data.sensitive_data"):
        plan = Plan(number, noted=(known(ref),), ask=Awaiting(asked), topic_before="governance")
        assert words(told(plan)) <= MOST_WORDS


def test_the_reason_gives_way_before_the_question_does() -> None:
    many = tuple(
        known(ref)
        for ref in ("data.consent", "data.provenance", "application.appeal", "data.representative", "model.alternative")
    )
    spec = FIELDS["compute.hosting"]
    reply = told(Plan(1, noted=many, ask=Awaiting("compute.hosting"), progress="So far: 34% covered, 5 risks named."))
    assert spec.question in reply and spec.reason not in reply


def test_the_letter_gives_way_to_an_answer_and_the_question() -> None:
    ask = Awaiting("compute.hosting")
    reply = told(Plan(1, answer="word " * 38, supplier_questions=3, ask=ask))
    assert FIELDS["compute.hosting"].question in reply and words(reply) <= MOST_WORDS


def test_of_a_long_welcome_the_first_words_stay() -> None:
    many = tuple(known(ref) for ref in ("data.consent", "data.provenance", "application.appeal"))
    plan = Plan(1, welcome="Welcome back. " + "word " * 30, noted=many, ask=Awaiting("compute.hosting"))
    assert told(plan).startswith("Welcome back. ") and "word word" not in told(plan) and words(told(plan)) <= MOST_WORDS


def test_whoever_is_in_danger_hears_that_and_no_list() -> None:
    many = tuple(known(ref) for ref in ("data.consent", "data.provenance", "application.appeal", "model.alternative"))
    reply = told(Plan(1, move="danger", noted=many))
    assert "emergency" in reply and words(reply) <= MOST_WORDS


def test_an_explanation_may_be_long() -> None:
    reply = told(Plan(1, answer="word " * 90, ask=Awaiting("data.consent", "again")))
    assert words(reply) > 90 and "legal basis" in reply


# --- said back -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("ref", sorted(r for r, f in FIELDS.items() if f.type in ("yesno", "enum")))
def test_every_choice_of_every_field_is_said_back_differently(ref: str) -> None:
    chain = made({})
    said = {said_back(known(ref, value), chain) for value in FIELDS[ref].values}
    assert len(said) == len(FIELDS[ref].values)


def test_names_and_sayings_are_of_fields_that_exist() -> None:
    assert set(NAMES) | set(SAID) | set(BARE) <= set(FIELDS)
    for key, said in SAID.items():
        closed = FIELDS[key].type in ("yesno", "enum")
        assert key in BARE or isinstance(said, str) != closed, key
        assert isinstance(said, str) or set(said) == set(FIELDS[key].values), key


def test_a_country_is_said_by_its_name() -> None:
    assert "Kenya" in told(Plan(0, noted=(known("storage.country"),), ask=Awaiting("storage.encrypted")))


def test_oneself_is_said_as_yourselves() -> None:
    assert "yourselves" in told(Plan(0, noted=(known("storage.supplier", "self"),), ask=Awaiting("storage.encrypted")))


@pytest.mark.parametrize(
    ("status", "by", "word"),
    [
        ("unknown", None, "open|problem|know|list"),
        ("withheld", "supplier", "say|themselves"),
        ("withheld", "person", "leave|blank|no word"),
        ("not_applicable", None, "apply|nothing for you"),
    ],
)
def test_what_is_not_known_or_not_said_is_taken_kindly(status: Any, by: str | None, word: str) -> None:
    for number in range(7):
        reply = told(
            Plan(number, noted=(Fact("model.licence", status, None, "q", by=by),), ask=Awaiting("model.access"))
        )
        assert re.search(word, reply.partition(FIELDS["model.access"].question)[0]), reply


def test_several_things_are_said_back_in_one_sentence_the_tool_first() -> None:
    noted = tuple(
        known(r) for r in ("organisation.country", "organisation.sector", "application.purpose", "application.name")
    )
    said = told(Plan(0, noted=noted, ask=Awaiting("application.appeal")))
    before = said.partition(FIELDS["application.appeal"].question)[0]
    assert before.index("letters to families") < before.index("health") < before.index("Kenya")
    assert before.count(".") <= 2


def test_a_page_is_counted_and_not_recited() -> None:
    noted = tuple(known(ref) for ref in list(FIELDS)[:25])
    said = told(Plan(0, noted=noted, page=True, ask=Awaiting("governance.policy")))
    assert "25 things" in said and "only ask what is missing" in said and words(said) <= MOST_WORDS


def test_a_correction_names_the_new_value_and_the_old() -> None:
    old, new = known("storage.country", "FR"), known("storage.country", "KE")
    for number in range(4):
        said = told(Plan(number, noted=(new,), replaced=((old, new),), ask=Awaiting("storage.encrypted")))
        assert said.index("Kenya") < said.index("France") and said.count("Kenya") == 1


# --- questions -------------------------------------------------------------------------------------------------------------
def test_with_several_of_a_kind_each_question_says_which_is_meant() -> None:
    chain = made({"application.name": "Northchat", "application-2.name": "Tide"})
    for ref, name in (("application.appeal", "Northchat"), ("application-2.appeal", "Tide")):
        for manner in ("question", "again", "vague"):
            reply = told(Plan(0, ask=Awaiting(ref, manner)), chain)
            assert name in reply or manner == "vague"
    assert "Northchat" not in told(Plan(0, ask=Awaiting("application.appeal")), made({"application.name": "Northchat"}))


@pytest.mark.parametrize("ref", sorted(FIELDS))
def test_a_question_put_again_is_no_longer_than_before_and_keeps_the_choices(ref: str) -> None:
    spec = FIELDS[ref]
    first = told(Plan(0, ask=Awaiting(ref)))
    again = told(Plan(0, ask=Awaiting(ref, "again")))
    assert words(again) <= max(words(first), words(spec.question) + 18)
    if spec.type == "yesno":
        assert "yes, partly or no" in again or spec.question.lower() in again.lower()


def test_a_follow_up_on_a_house_asks_for_its_name() -> None:
    assert "name" in told(Plan(1, ask=Awaiting("application.supplier", "vague")))


def test_a_follow_up_to_a_vague_answer_offers_the_choices() -> None:
    assert "always, sometimes or never" in told(Plan(1, ask=Awaiting("application.human_review", "vague")))
    follow_up = told(Plan(1, ask=Awaiting("data.description", "vague")))
    assert "what data goes in" in follow_up and FIELDS["data.description"].question not in follow_up


def test_a_contradiction_shows_both_quotes_and_both_values() -> None:
    ask = Awaiting("storage.country", "conflict", "KE", "FR")
    said = told(Plan(0, conflict=Contradiction("storage.country", "KE", "FR", "in Nairobi", "in Lyon"), ask=ask))
    assert all(part in said for part in ("“in Nairobi”", "“in Lyon”", "Kenya", "France"))


def test_public_knowledge_is_offered_with_its_source_and_date_in_one_question() -> None:
    offers = (
        Suggestion("model.supplier", "Northmodel", "Registry: List of models (2026)", "2026-01-15", "North-4"),
        Suggestion("model.weights", "closed", "Registry: List of models (2026)", "2026-01-15", "North-4"),
    )
    ask = Awaiting("model.supplier", "confirm", new="Northmodel", also=(("model.weights", "closed"),))
    said = told(Plan(0, suggestions=offers, ask=ask))
    assert (
        all(p in said for p in ("North-4", "Northmodel", "closed", "Registry", "2026-01-15")) and said.count("?") == 1
    )


def test_who_is_in_danger_is_not_asked_about_their_computers() -> None:
    said = told(Plan(0, move="danger", ask=Awaiting("storage.encrypted", "again")))
    assert "emergency" in said and "?" not in said


# --- variety -----------------------------------------------------------------------------------------------------------------
def test_no_way_of_saying_is_used_twice_within_four_turns() -> None:
    openings = [
        told(Plan(n, noted=(known("application.appeal", "no"),), ask=Awaiting("application.tells_people")))
        for n in range(12)
    ]
    for at in range(len(openings) - 4):
        assert len(set(openings[at : at + 4])) == 4


@pytest.mark.parametrize("status", [UNKNOWN, WITHHELD, SECRET, NOT_APPLICABLE])
def test_a_row_of_the_same_kind_of_answer_is_not_met_with_the_same_words_twice_in_a_row(status: dict[str, str]) -> None:
    fact = Fact("model.licence", status["status"], None, "q", by=status.get("by"))  # type: ignore[arg-type]
    said = [told(Plan(n, noted=(fact,), ask=Awaiting("model.access"))) for n in range(8)]
    assert all(one != other for one, other in pairwise(said))


def test_the_same_turn_is_worded_alike_each_time() -> None:
    plan = Plan(5, noted=(known("application.appeal"),), ask=Awaiting("data.consent"), topic_before="application")
    assert told(plan) == told(plan)


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_people_speak(parts: list[str], said: str) -> None:
    assert listed(parts) == said


# --- true, and said once ------------------------------------------------------------------------------------------------


def test_one_answer_that_two_sentences_set_right_is_said_back_once() -> None:
    old, new = known("application.tells_people", "yes"), known("application.tells_people", "no")
    assert told(Plan(3, replaced=((old, new), (old, new)))).count("people are not told") == 1


def test_what_stays_open_is_named() -> None:
    between = Awaiting("application.human_review", "conflict", "never", "sometimes")
    for number in range(len(phrases.LEFT_BETWEEN)):
        said = told(Plan(number, between=between))
        assert "person" in said and "never or sometimes" in said


def test_a_choice_that_is_a_sentence_is_offered_as_one() -> None:
    ask = Awaiting("application.decision_role", "vague")
    for number in range(len(phrases.FOLLOW_UP_CHOICE)):
        assert "is it it" not in told(Plan(number, ask=ask))


def test_who_only_said_yes_is_asked_which_of_the_choices_that_a_yes_leaves() -> None:
    ask = Awaiting("application.human_review", "vague")
    for number in range(len(phrases.FOLLOW_UP_YES)):
        said = told(Plan(number, ask=ask, agreed=True))
        assert "always or sometimes" in said and "never" not in said
    assert "yes, partly or no" in told(Plan(3, ask=Awaiting("storage.encrypted", "vague"), agreed=True))


def test_words_that_were_recalled_are_not_said_twice() -> None:
    fact = Fact("application.purpose", "known", "sort letters", "sort letters")
    for number in range(len(phrases.RECALLED_WORDS)):
        assert told(Plan(number, recalled=(fact,))).count("sort letters") == 1


def test_why_something_is_asked_is_said_once() -> None:
    ask = Awaiting("application.alternative")
    reason = FIELDS["application.alternative"].reason
    assert reason in told(Plan(3, ask=ask))
    assert reason not in told(Plan(3, ask=ask, reasoned=True))
    assert reason not in told(Plan(3, ask=ask, brief=True))


def test_two_answers_set_right_are_told_in_one_sentence() -> None:
    pairs = tuple(
        (Fact(ref, "known", old, ""), Fact(ref, "known", new, ""))
        for ref, old, new in (
            ("application.human_review", "sometimes", "always"),
            ("application.outage_effect", "none", "stops"),
        )
    )
    for number in range(len(phrases.CORRECTED)):
        said = told(Plan(number, replaced=pairs))
        assert said.count(phrases.CORRECTED[number].partition(":")[0]) == 1
        assert "always checks" in said and "service stops" in said and said.count("(") == 2


def test_what_was_just_said_back_is_not_told_again_from_the_notes() -> None:
    old, new = (Fact("application.human_review", "known", v, "") for v in ("sometimes", "always"))
    for tail in (phrases.CHANGE_HERE, phrases.AS_FIRST_TOLD):
        again = Plan(1, replaced=((old, new),), answer=f"I have: a person always checks (before: sometimes). {tail}")
        assert told(again).count("always checks") == 1
    other = Plan(1, replaced=((old, new),), answer=f"I have: people can contest an outcome. {phrases.CHANGE_HERE}")
    assert "contest" in told(other)


def test_who_is_answered_after_all_hears_no_excuse_for_not_being_followed() -> None:
    for number in range(4):
        deaf = told(Plan(number, move="unheard"))
        heard = told(Plan(number, move="unheard", answer="Nobody is sent anything."))
        noted = told(Plan(number, move="unheard", noted=(known("storage.encrypted", "yes"),)))
        assert any(words in deaf for words in phrases.UNHEARD)
        assert not any(words in heard + noted for words in phrases.UNHEARD)
        assert any(words in heard for words in phrases.SORRY)


def test_a_question_that_people_do_not_understand_is_put_in_other_words() -> None:
    asks = told(Plan(1, ask=Awaiting("application.affected_people")))
    assert SAID_OTHERWISE["application.affected_people"] in asks
    assert FIELDS["application.affected_people"].question not in asks


def test_no_sentence_is_said_twice_and_one_word_of_regret_is_enough() -> None:
    twice = "Yes if all whom the tool touches are in the data."
    reply = told(
        Plan(number=1, answer=f"{twice} {twice}", remark=f"{phrases.SORRY[0]} It is out. {phrases.TOLD_TWICE[0]}")
    )
    assert reply.count(twice) == 1
    assert len(re.findall(r"\b(?:sorry|[Ff]orgive)\b", reply)) == 1
