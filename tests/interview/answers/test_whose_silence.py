"""A supplier that will not say was asked about what it knows: what an organisation does itself, only its people can keep to themselves."""

from __future__ import annotations

import pytest
from talks import talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.answers.whose_silence import of_the_named_matter, of_what_was_spoken_of, with_named_kept_back
from vcassist.interview.corrections.repair import pieces, reread
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Awaiting, Session, Turn

SILENT = "She said their lips are sealed on that."


def session(asked: str, *before: Fact) -> Session:
    turns = (Turn(0), Turn(1, said="No idea what is inside.", facts=before, awaiting=Awaiting(asked)))
    return Session("s", "2026-01-01T00:00:00+00:00", turns)


def silence(asked: str, by: str = "supplier") -> Heard:
    return Heard(facts=(Fact(asked, "withheld", None, SILENT, 0, len(SILENT), 2, by),))


def moved(asked: str, said: str = SILENT, before: tuple[Fact, ...] = (), by: str = "supplier") -> list[str]:
    return [f.ref for f in of_what_was_spoken_of(session(asked, *before), said, silence(asked, by)).facts]


UNKNOWN_MODEL = (Fact("model.name", "unknown", None, "No idea what is inside", 0, 22, 1),)


def test_it_is_about_what_was_not_known_just_before() -> None:
    assert moved("application.alternative", before=UNKNOWN_MODEL) == ["model.name"]


def test_it_stays_where_a_supplier_can_be_silent() -> None:
    assert moved("storage.encrypted", before=UNKNOWN_MODEL) == ["storage.encrypted"]


def test_it_stays_where_nothing_was_spoken_of_or_pointed_at() -> None:
    assert moved("application.alternative") == ["application.alternative"]
    assert moved("application.alternative", "They won't say.", UNKNOWN_MODEL) == ["application.alternative"]


def test_what_the_person_keeps_to_themselves_is_about_what_was_asked() -> None:
    assert moved("application.alternative", before=UNKNOWN_MODEL, by="person") == ["application.alternative"]


class SilentReader:
    """Hears in every message that what was asked is kept back."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        quote = message.strip()
        kept = (Proposal(asked, "withheld", None, quote, 0.9),) if asked and quote else ()
        return Reading(kept, "correction")


@pytest.mark.parametrize(
    ("said", "ref"),
    [
        ("Correction: Northmodel has not disclosed its name.", None),
        ("Correction: who made it, Northmodel will not say.", "model.supplier"),
    ],
)
def test_who_is_named_as_keeping_silent_is_not_what_is_kept_back(said: str, ref: str | None) -> None:
    t = talk()
    t.know(model__supplier="Northmodel")
    found = reread(t.session, said, SilentReader(), str, only_quoted=True)
    assert (found[0].ref if found else None) == ref


def test_what_somebody_says_they_told_is_read_without_that_they_told_it() -> None:
    said = "I said that they can write to the mayor. Please change it."
    assert (12, "they can write to the mayor") in list(pieces(said, None))


def test_what_the_sentence_before_names_is_left_open_where_nothing_else_was_heard_in_it() -> None:
    said = "The vendor says the algorithm is a trade secret. We asked twice."
    silent = Fact("application.outage_effect", "withheld", None, "We asked twice", 49, 63, 2)
    asked = session("application.outage_effect")
    assert [f.ref for f in of_the_named_matter(asked, said, Heard(facts=(silent,))).facts] == ["model.name"]
    told = Fact("model.weights", "known", "closed", said[:48], 0, 48, 2)
    assert silent in of_the_named_matter(asked, said, Heard(facts=(silent, told))).facts


@pytest.mark.parametrize(
    ("asked", "said", "meant"),
    [
        ("application.outage_effect", "The name of the vendor I would rather not give.", "application.supplier"),
        ("application.affected_people", "The vendor says the algorithm is a trade secret.", "model.name"),
        ("governance.staff_trained", "About the impact assessment I don't know.", "governance.impact_assessment"),
        # What names nothing, the matter itself, the tool as such or its neighbour is left as it was heard.
        ("storage.encrypted", "I don't know, Maureen would.", "storage.encrypted"),
        ("storage.encrypted", "The encryption? I don't know.", "storage.encrypted"),
        ("storage.encrypted", "I don't know, the tool is new.", "storage.encrypted"),
        ("model.supplier", "We don't even know the model.", "model.supplier"),
        ("governance.exit_clause", "The agreement is in the safe. I am unable to say.", "governance.exit_clause"),
        ("governance.exit_clause", "Whether people gave consent I am unable to say.", "data.consent"),
    ],
)
def test_what_is_left_open_is_the_matter_that_its_sentence_names(asked: str, said: str, meant: str) -> None:
    silent = Heard(facts=(Fact(asked, "unknown", None, said, 0, len(said), 2),))
    assert [f.ref for f in of_the_named_matter(session(asked), said, silent).facts] == [meant]


def test_what_is_known_of_the_named_matter_stands() -> None:
    known = Fact("governance.policy", "known", "yes", "we have one", 0, 11, 1)
    said = "Of the policy I know no more."
    silent = Heard(facts=(Fact("storage.encrypted", "unknown", None, said, 0, len(said), 2),))
    assert of_the_named_matter(session("storage.encrypted", known), said, silent).facts == ()


def unplaced(said: str, *refs: str) -> list[str]:
    found = tuple(Fact(ref, "unknown", None, said, 0, len(said), 2) for ref in refs)
    return [f.ref for f in of_the_named_matter(session("application.appeal"), said, Heard(facts=found)).facts]


def test_a_maker_whose_name_is_not_known_leaves_what_was_asked_open() -> None:
    said = "it's from a company in Nairobi, don't know the name"
    assert unplaced(said, "application.appeal") == ["application.supplier"]


def test_what_is_not_known_of_another_matter_is_noted_on_that_one() -> None:
    said = "we don't know where the data comes from"
    assert unplaced(said, "storage.country", "application.appeal") == ["data.sources"]
    assert unplaced(said, "storage.country") == ["data.sources"]


def test_what_stands_in_a_paper_leaves_open_what_was_asked() -> None:
    said = "don't know what is in the contract"
    assert unplaced(said, "application.appeal") == ["application.appeal"]
    assert unplaced("don't know our way out of the contract", "application.appeal") == ["governance.exit_clause"]


@pytest.mark.parametrize(
    ("said", "refs"),
    [
        ("I'd rather not say where it's hosted", ["compute.hosting"]),
        ("No comment on the storage country.", ["storage.country"]),
        ("How many of us we are is not something I am allowed to disclose", ["organisation.size"]),
        ("We keep the size to ourselves? I may not say", []),
        ("I'd rather not say", []),
    ],
)
def test_what_is_kept_back_of_another_matter_than_the_one_asked_is_noted_so(said: str, refs: list[str]) -> None:
    heard = with_named_kept_back(session("governance.policy"), said, Heard(), 2)
    assert [f.ref for f in heard.facts] == refs
    assert all((f.status, f.by) == ("withheld", "person") and f.quote in said for f in heard.facts)


def test_not_knowing_in_a_word_of_the_question_stays_with_it() -> None:
    said = "no idea about training"
    heard = Heard(facts=(Fact("model.trains_on_inputs", "unknown", None, said, 0, len(said), 2),))
    kept = of_the_named_matter(session("model.trains_on_inputs"), said, heard)
    assert [f.ref for f in kept.facts] == ["model.trains_on_inputs"]


def test_a_silence_on_a_question_in_the_words_of_the_open_one_is_of_that() -> None:
    asked = "model.trains_on_inputs"
    said = "I asked by letter whether our classes will be used for their training. They are not willing to say."
    start = said.index("They are not")
    silent = Fact(asked, "withheld", None, said[start:], start, len(said), 2, "supplier")
    assert of_the_named_matter(session(asked), said, Heard(facts=(silent,))).facts == (silent,)
