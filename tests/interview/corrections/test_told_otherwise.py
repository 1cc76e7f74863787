"""A sentence that says otherwise than what is noted sets it right, without a form of correcting; beside an answer too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from talks import WordReader, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Chain
from vcassist.interview.corrections.told_otherwise import AMENDS, AMENDS_BESIDE
from vcassist.interview.ports import Proposal, Reading, Stated, Wanted


class Says(WordReader):
    """Hears, in words that are asked for a matter, what these say of it."""

    def __init__(self, says: Mapping[str, Mapping[str, Any]], sure: float = 0.95) -> None:
        super().__init__()
        self.says, self.certain = says, sure

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        told = self.says.get(asked or "", {})
        found = [
            Proposal(asked, "known", value, words, self.certain)  # type: ignore[arg-type]
            for words, value in told.items()
            if words in message
        ]
        return Reading(tuple(found), "answer")


def told(
    said: str,
    says: Mapping[str, Mapping[str, Any]],
    spoken_of: Mapping[str, float],
    asked: str = "storage.encrypted",
    sure: float = 0.95,
    **known: Any,
) -> Talk:
    """A talk in which things are known, ``asked`` is open, and somebody says more than the answer."""
    t = talk()
    t.know(**known)

    def of(text: str, among: Collection[str]) -> Sequence[tuple[str, float]]:
        return [
            (key, chance) for key, chance in spoken_of.items() if key in among and any(w in text for w in says[key])
        ]

    t.tools = replace(t.tools, again=Says(says, sure), spoken_of=of)
    ask(t, asked).say(said)
    return t


SAYS = {"application.human_review": {"go out unread": "never", "reads some": "sometimes"}}
SPOKEN_OF = {"application.human_review": 0.9}


def test_beside_an_answer_the_noted_value_is_changed_and_both_are_told() -> None:
    t = told("no, it is not. Since May they go out unread.", SAYS, SPOKEN_OF, application__human_review="always")
    assert (
        t.session.chain.value("storage.encrypted") == "no"
        and t.session.chain.value("application.human_review") == "never"
    )
    assert "nobody checks" in t.session.turns[-1].reply and "always" in t.session.turns[-1].reply


def test_who_may_not_know_that_it_was_told_otherwise_is_asked() -> None:
    t = told("no, it is not. They go out unread.", SAYS, SPOKEN_OF, application__human_review="always")
    assert t.session.chain.value("application.human_review") == "always"
    assert waits(t) == ("application.human_review", "conflict")


def test_who_was_learnt_to_know_it_is_not_asked() -> None:
    def told_with(amends: float) -> Talk:
        t = talk()
        t.know(application__human_review="always")
        of = [("application.human_review", 0.9)]
        t.tools = replace(
            t.tools,
            again=Says(SAYS),
            spoken_of=lambda text, among: of if "unread" in text else [],
            wanted=lambda sentence, asked: Wanted("what", 0.01, "", 0.01, amends=amends if "unread" in sentence else 0),
        )
        ask(t, "storage.encrypted").say("no, it is not. They go out unread.")
        return t

    # Beside an answer it must be surer: what is said there is mostly said by the way.
    assert told_with(AMENDS_BESIDE).session.chain.value("application.human_review") == "never"
    assert waits(told_with(AMENDS)) == ("application.human_review", "conflict")


def test_who_is_told_of_in_passing_is_asked_after() -> None:
    def told_with(sentence: str) -> Talk:
        t = talk()
        t.know(application__supplier="Norden")
        t.tools = replace(
            t.tools,
            again=Says({"application.supplier": {"Sawa": "Sawa"}}),
            spoken_of=lambda text, among: [("application.supplier", 0.9)] if "Sawa" in text else [],
            wanted=lambda text, asked: Wanted("what", 0.01, "", 0.01, amends=0.95 if "Sawa" in text else 0),
        )
        ask(t, "storage.encrypted").say(f"no, it is not. {sentence}")
        return t

    assert told_with("The bill for it comes from Sawa.").session.chain.value("application.supplier") == "Sawa"
    passing = told_with("Sawa, who sold us this, was cross.")
    assert passing.session.chain.value("application.supplier") == "Norden"


def test_what_contradicts_is_set_right_too_where_the_person_knows_it() -> None:
    class Hears(WordReader):
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            quote = "they go out unread"
            found = (Proposal("application.human_review", "known", "never", quote, 0.9),) if quote in message else ()
            return Reading(found, "answer")

    t = talk()
    t.know(application__human_review="always")
    t.tools = replace(t.tools, reader=Hears(), again=Says({}))
    ask(t, "storage.encrypted").say("Forgive me, I told you better than it is: they go out unread.")
    assert t.session.chain.value("application.human_review") == "never"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("no. Sorry, she does not read all that goes out.", "sometimes"),
        ("no. I was too kind: not every letter goes out read.", "sometimes"),
        ("no. I was too kind: they go out.", "always"),
    ],
)
def test_not_all_of_it_makes_the_middle_whatever_a_reader_sees(said: str, value: str) -> None:
    says = {"application.human_review": {"goes out": "never", "that goes": "never"}}
    t = told(said, says, {"application.human_review": 0.6}, sure=0.1, application__human_review="always")
    assert t.session.chain.value("application.human_review") == value


def test_what_holds_for_some_of_it_makes_the_middle() -> None:
    t = told("no. Sorry, at night they go out unread.", SAYS, SPOKEN_OF, application__human_review="always")
    assert t.session.chain.value("application.human_review") == "sometimes"


@pytest.mark.parametrize(
    ("said", "chance", "sure"),
    [
        ("no. Today they go out unread.", 0.2, 0.95),
        ("no. Today they go out unread.", 0.9, 0.5),
        ("no. Is it so that today they go out unread?", 0.9, 0.95),
    ],
)
def test_what_is_hardly_of_the_matter_or_unsure_or_asked_changes_nothing(said: str, chance: float, sure: float) -> None:
    t = told(said, SAYS, {"application.human_review": chance}, sure=sure, application__human_review="always")
    assert t.session.chain.value("application.human_review") == "always" and waits(t) != (
        "application.human_review",
        "conflict",
    )


def test_a_set_grows_shrinks_or_is_nothing_but_what_is_named() -> None:
    says = {"application.affected_people": {"the kids": ("children",), "the sick": ("patients",)}}
    of = {"application.affected_people": 0.9}
    two = ("patients", "children")
    t = told("no. And the kids are watched as well.", says, of, application__affected_people=("patients",))
    assert t.session.chain.facts["application.affected_people"].value == two
    t = told("no. Please leave the kids out of it, please.", says, of, application__affected_people=two)
    assert t.session.chain.facts["application.affected_people"].value == ("patients",)
    t = told("It is solely for the sick here.", says, of, application__affected_people=two)
    assert t.session.chain.facts["application.affected_people"].value == ("patients",)


def test_a_name_is_changed_only_where_the_noted_one_is_said_again() -> None:
    says = {"application.supplier": {"Sawa": "Sawa"}}
    of = {"application.supplier": 0.9}
    t = told("no. Northwind mend our fridges, ours is Sawa.", says, of, application__supplier="Northwind")
    assert t.session.chain.value("application.supplier") == "Sawa"
    for said in (
        "no. Northwind are fine. My cousin prefers Sawa these days.",
        "no. My cousin works at Sawa these days.",
    ):
        t = told(said, says, {"application.supplier": 0.6}, application__supplier="Northwind")
        assert t.session.chain.value("application.supplier") == "Northwind"


def test_a_supplier_is_changed_by_words_that_are_plainly_of_it_or_where_its_name_was_spelt_wrongly() -> None:
    says = {"application.supplier": {"from Sawa": "Sawa", "Northwynd": "Northwynd"}}
    t = told(
        "no. Since June the bill comes from Sawa.",
        says,
        {"application.supplier": 0.9},
        application__supplier="Northwind",
    )
    assert t.session.chain.value("application.supplier") == "Sawa"
    t = told(
        "no. The phone misheard me, it is Northwynd.",
        says,
        {"application.supplier": 0.6},
        application__supplier="Northwind",
    )
    assert t.session.chain.value("application.supplier") == "Northwynd"


def test_without_a_reader_that_costs_nothing_nothing_is_looked_at() -> None:
    t = talk()
    t.know(application__human_review="always")
    ask(t, "storage.encrypted").say("no. Since May they go out unread.")
    assert t.session.chain.value("application.human_review") == "always"


def test_who_says_that_it_was_wrong_and_is_not_understood_is_told_so() -> None:
    t = told("no, it is not. I told you better than it is.", SAYS, SPOKEN_OF, application__human_review="always")
    assert "“I told you better than it is”" in t.session.turns[-1].reply
    t = told("no, it is not. We talked about it at lunch.", SAYS, SPOKEN_OF, application__human_review="always")
    assert "“" not in t.session.turns[-1].reply


def test_the_answer_is_heard_beside_a_correction_that_was_all_that_was_heard() -> None:
    says = {**SAYS, "storage.encrypted": {"the disk is locked": "yes"}}
    of = {"application.human_review": 0.9, "storage.encrypted": 0.9}
    t = told(
        "As for you, the disk is locked. Since May they go out unread.", says, of, application__human_review="always"
    )
    assert t.session.chain.value("application.human_review") == "never"
    assert t.session.chain.value("storage.encrypted") == "yes"


OUTAGE = "application.outage_effect"


@pytest.mark.parametrize(
    "said",
    [
        "no. If it is gone for a day, we carry on.",
        "no. Sorry: the outage, it carries on.",
        "no. And I said it does not get worse without that screen, all goes as ever.",
    ],
)
def test_a_choice_in_the_words_of_its_question_sets_it_right(said: str) -> None:
    says = {OUTAGE: {"carry on": "none", "carries on": "none", "get worse": "degrades", "all goes as ever": "none"}}
    t = told(said, {**says, OUTAGE: says[OUTAGE]}, {OUTAGE: 0.9}, application__outage_effect="degrades")
    assert t.session.chain.value(OUTAGE) == "none" and waits(t) != (OUTAGE, "conflict")


def test_a_choice_that_might_happen_or_is_denied_is_not_named() -> None:
    says = {OUTAGE: {"paper": "degrades"}}
    for said in ("no. If it stops we have paper.", "no. It would not stop, we have paper."):
        t = told(said, says, {OUTAGE: 0.9}, application__outage_effect="degrades")
        assert t.session.chain.value(OUTAGE) == "degrades"


def test_what_a_denial_leads_up_to_is_read_by_itself() -> None:
    key = "application.sourcing"
    says = {key: {"the students and us": "both", "a firm did": "vendor"}}

    class Whole(Says):
        """Is sure of nothing in a sentence in which two things are said."""

        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            return Reading((), "answer") if "a firm" in message else super().read(message, asked, chain)

    t = talk()
    t.know(application__sourcing="vendor")
    t.tools = replace(t.tools, again=Whole(says), spoken_of=lambda text, among: [(key, 0.9)] if key in among else [])
    ask(t, "storage.encrypted").say("no. You put down that a firm did it, no, it was the students and us.")
    assert t.session.chain.value(key) == "both"


def test_a_name_that_was_noted_with_other_words_around_it_is_put_right() -> None:
    says = {"application.name": {"Tree Tally": "Tree Tally"}}
    noted = "wood count no hang on the Tree Tally thing"
    t = told(
        "no. and you know we walk the woods all day and um the name is just Tree Tally okay never mind my babble",
        says,
        {"application.name": 0.6},
        application__name=noted,
    )
    assert t.session.chain.value("application.name") == "Tree Tally"
    t = told("no. We talk of Tree Tally every day.", says, {"application.name": 0.6}, application__name=noted)
    assert t.session.chain.value("application.name") == noted


def by_itself(said: str, *states: tuple[str, str, float], word: str = "unread", **known: Any) -> Talk:
    """A talk in which a sentence with a word in it states choices by itself."""
    t = talk()
    t.know(**known)
    t.tools = replace(
        t.tools,
        again=Says({}),
        stated=lambda sentence: tuple(Stated(*each) for each in states) if word in sentence else (),
    )
    ask(t, "storage.encrypted").say(said)
    return t


NEVER = ("application.human_review", "never", 0.8)


def test_what_a_sentence_states_by_itself_sets_right_what_is_noted() -> None:
    t = by_itself("no. Since May they go out unread.", NEVER, application__human_review="always")
    assert t.session.chain.value("application.human_review") == "never"
    assert t.session.chain.value("storage.encrypted") == "no"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("no. Since May they go out unread.", (*NEVER[:2], 0.4)),
        ("no. Since May do they go out unread?", NEVER),
        ("no. Since May they go out unread.", ("application.human_review", "always", 0.9)),
    ],
)
def test_what_it_hardly_states_or_asks_or_what_is_noted_already_changes_nothing(said: str, state: Any) -> None:
    t = by_itself(said, state, application__human_review="always")
    assert t.session.chain.value("application.human_review") == "always"
    assert waits(t) != ("application.human_review", "conflict")


def test_what_is_said_of_the_part_that_is_asked_about_leaves_its_noted_neighbour() -> None:
    t = talk()
    t.know(application__name="Kora", compute__hosting="vendor_managed")
    t.tools = replace(
        t.tools, again=Says({}), stated=lambda sentence: (Stated("compute.hosting", "cloud", 0.9),) if sentence else ()
    )
    ask(t, "compute-2.supplier").say("Orbis runs it, on what they rent there.")
    assert t.session.chain.value("compute.hosting") == "vendor_managed"
    assert waits(t) != ("compute.hosting", "conflict")


def test_a_set_grows_or_shrinks_by_what_a_sentence_states_of_one_of_it() -> None:
    state = ("application.affected_people", "farmers", 0.8)
    grown = by_itself("no. Since May the farmers go unread too.", state, application__affected_people=("citizens",))
    assert grown.session.chain.facts["application.affected_people"].values == ("farmers", "citizens")
    left = by_itself(
        "no. Since May no farmers go unread any more.", state, application__affected_people=("farmers", "citizens")
    )
    assert left.session.chain.facts["application.affected_people"].values == ("citizens",)


def test_that_only_some_lack_something_takes_nothing_out() -> None:
    from vcassist.interview.corrections.told_otherwise import _ONLY_THESE_LACK

    assert _ONLY_THESE_LACK.search("only the telephone health disclosures lack it")
    assert not _ONLY_THESE_LACK.search("it is only health data now")


def test_a_country_that_answers_is_kept_in_a_sentence_that_says_otherwise_of_something_else() -> None:
    says = {"organisation.sector": {"garden": "research"}, "data.country": {"Austria": "AT"}}
    said = "In Austria, where we work with the garden."
    t = talk()
    t.know(organisation__sector="agriculture")
    t.tools = replace(
        t.tools, reader=Says(says), again=Says(says),
        spoken_of=lambda text, among: [("organisation.sector", 0.95)] if "organisation.sector" in among else [],
        stated=lambda text: (Stated("organisation.sector", "research", 0.9),),
    )  # fmt: skip
    ask(t, "data.country").say(said)
    assert t.session.chain.value("data.country") == "AT"
