"""What a clause speaks of: words that only sometimes mark a plan, hearsay, others or an if do not mark current facts."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look, spared_for
from vcassist.reading.text import clauses
from vcassist.reading.vetoes.modality import marked, modalities, not_ours


@pytest.mark.parametrize(
    "clause",
    [
        "our vet looks at each picture",
        "we would write it down at night like we used to",
        "it types out what people say in the queue",
        "a clerk is looking at every draft",
        "I read it all before it goes out",
        "I've read the licence",
        "I suppose Germany",
        "it tells us if the leaf is sick",
        "the machine says if the nut is good",
        "it is deleted as soon as the summary is saved",
        "the letter came one day late, by one day",
        "we mark other people's homework",
        "I should say we are a school of 28 staff",
        "we post it on Facebook with a note",
        "the tender notices go in",
        "you can imagine nobody has time",
        "the bot plays what the patients wish for",
        "it tells from the milk meter which cow is going to be sick",
        "it predicts which pupils will drop out",
        "I have the contract before me",
        "last I heard it was Airly",
        "there was never any training",
        "we had no assessment",
        "it was made for us by Wageningen people",
        "it promises nothing",
        "who should get a test",
        "the ministry gives the images",
        "the city has a draft",
        "my colleague in IT read the model card",
        "he swears at it",
        "donor not told",
        "the four should be nine",
        "bravo to the vendor",
        "it once promised us a velodrome",
    ],
)
def test_current_facts_carry_no_mark(clause: str) -> None:
    assert not modalities(clause)


@pytest.mark.parametrize(
    ("clause", "mark"),
    [
        ("we are looking at DeepL", "plan"),
        ("the board looks into a chatbot", "plan"),
        ("soon we get a second one", "plan"),
        ("one day we may train our own", "plan"),
        ("the council wishes to buy it", "plan"),
        ("it is out to tender", "plan"),
        ("I read that hospitals use Gemini", "hearsay"),
        ("I heard they keep everything", "hearsay"),
        ("people say it listens all night", "hearsay"),
        ("my aunt saw on Facebook that it lies", "hearsay"),
        ("suppose it were hacked", "hypothesis"),
        ("say we had our own server", "hypothesis"),
        ("imagine we had our own server", "hypothesis"),
        ("if we had the money", "hypothesis"),
        ("most people there use ChatGPT", "others"),
        ("my grandson uses ChatGPT at work", "others"),
        ("the parish over in Foxford has Copilot", "others"),
        ("the neighbouring commune named an officer", "others"),
        ("before that we'd Mailchimp", "past"),
        ("there was a red notebook for errors", "was"),
        ("we had two readers for each scan", "was"),
        ("it was Appen", "was"),
        ("it was with DigitalOcean", "was"),
        ("my predecessor kept a list of errors", "past"),
        ("once we were four hundred", "past"),
        ("initially students did it", "past"),
        ("posters are being printed", "plan"),
        ("a Jetson is on order", "plan"),
        ("an assessment is scheduled for October", "plan"),
        ("they promised us training", "plan"),
        ("version 3 is meant to run in the basement", "plan"),
        ("one of us ought to read the card", "plan"),
        ("we asked the donor for a second one", "plan"),
        ("how I wish someone compared us", "plan"),
        ("ideally chats are wiped after a week", "plan"),
        ("the contract lies on the desk, unsigned", "plan"),
        ("the auditor recommended a log", "advice"),
        ("the donor keeps telling us to ask the refugees", "advice"),
        ("the law says it must be deleted", "advice"),
        ("the glossy brochure calls it documented", "hearsay"),
        ("the sales lady said it is fair", "hearsay"),
        ("our volunteer swears it is open", "hearsay"),
        ("in Thailand they train everyone", "others"),
        ("the ministry has a fine one", "others"),
        ("colleagues in Tunis mention Azure", "others"),
        ("Groote Schuur compares them every quarter, splendid work", "others"),
        ("comparing groups is a Q3 OKR", "plan"),
        ("I have it nowhere in black and white", "hearsay"),
        ("oh sure, an army of us in white coats", "irony"),
        ("yeah right, Google rings us before each update", "irony"),
        ("Oracle pitched, Google pitched", "declined"),
        ("a robot was offered to us", "declined"),
        ("had we the money", "hypothesis"),
        ("were they to move it", "hypothesis"),
    ],
)
def test_what_is_no_current_fact_is_marked(clause: str, mark: str) -> None:
    assert mark in modalities(clause)


def plain(text: str, part: str, field: str = "application.name", status: str = "known", value: object = None) -> bool:
    seen = look(text, NameFinder(small_register()), None)
    start = text.index(part)
    return seen.plain(start, start + len(part), spared_for(FIELDS[field], status, value))


def test_what_to_do_when_it_fails_is_told_in_ifs() -> None:
    text = "If the box dies we use the old scales."
    assert plain(text, "we use the old scales", "application.alternative")
    assert not plain(text, "we use the old scales", "application.name")


def test_a_refusal_to_tell_is_no_plan() -> None:
    text = "The firm won't say."
    assert plain(text, "won't say", status="withheld")
    assert not plain(text, "won't say")


def test_what_has_ended_is_today_s_no_and_nothing_else() -> None:
    text = "The disks are no longer encrypted."
    assert plain(text, "no longer encrypted", "storage.encrypted", value="no")
    assert not plain(text, "no longer encrypted", "storage.encrypted", value="yes")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Disk encryption is on order.", "storage.encrypted"),
        ("Oh sure, a big binder beside the coffee machine.", "governance.policy"),
        ("They promised us training in 2022.", "governance.staff_trained"),
    ],
)
def test_what_is_only_planned_wished_or_mocked_is_a_no_and_never_a_yes(text: str, told: str) -> None:
    assert plain(text, text, told, value="no")
    assert not plain(text, text, told, value="yes")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Our files were on Dropbox until the bishop found out.", "Dropbox"),
        ("e2e networks till last may, Hetzner now.", "e2e networks"),
        ("Interns tag the pictures. That ended in summer.", "Interns tag the pictures"),
        ("Two doctors read each scan; it was abolished.", "Two doctors read each scan"),
        ("Singapore was on the table, but we declined.", "Singapore"),
        ("Parents complain to a jury - it never came.", "Parents complain to a jury"),
        ("Runs in California I think, but don't write that down.", "Runs in California"),
    ],
)
def test_a_clause_that_ends_or_takes_back_makes_the_one_before_it_past(text: str, gone: str) -> None:
    assert not plain(text, gone, "application.purpose")


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("We are testing it in four classes until July.", "in four classes"),
        ("They keep the addresses until 2040.", "the addresses"),
        ("Karya tags our calls. They came back in time.", "Karya tags our calls"),
        ("The nurse decides. It came from a Dutch foundation.", "The nurse decides"),
    ],
)
def test_what_goes_on_until_a_day_to_come_is_current(text: str, stays: str) -> None:
    assert plain(text, stays, "application.purpose")


@pytest.mark.parametrize(
    ("text", "goes_with"),
    [
        ("We had our files on Dropbox, which was free.", "which was free"),
        ("Oh sure, Google rings us before each update.", "before each update"),
        ("There was a book for errors. It was kept by Ann.", "It was kept by Ann"),
        ("UNICEF counts every error. Good for them.", "UNICEF counts every error"),
        (
            "Save the Children, with whom we share a house, keeps all its files in Azure.",
            "keeps all its files in Azure",
        ),
    ],
)
def test_a_clause_has_the_marks_of_what_it_goes_with(text: str, goes_with: str) -> None:
    assert not plain(text, goes_with, "application.purpose")


def test_a_rule_that_shall_be_kept_before_printing_is_in_force() -> None:
    text = "Texts shall be proofread before publication."
    assert plain(text, "before publication", "application.human_review", value="always")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("We had a public hearing.", "governance.people_consulted"),
        ("There was an assessment in 2024.", "governance.impact_assessment"),
    ],
)
def test_what_was_done_once_stays_done(text: str, deed: str) -> None:
    assert plain(text, text, deed, value="yes")
    assert not plain(text, text, "monitoring.incident_process", value="yes")


def test_a_rule_that_should_be_followed_can_be_followed_in_part() -> None:
    text = "Old files should be erased after six years."
    assert plain(text, text, "storage.retention_limit", value="partly")


@pytest.mark.parametrize(
    ("text", "status"),
    [("My predecessor took that into her grave.", "unknown"), ("We may not say until the tender is over.", "withheld")],
)
def test_what_is_not_known_or_told_is_so_whatever_the_clause_speaks_of(text: str, status: str) -> None:
    assert plain(text, text, "data.provenance", status=status)


def test_a_topic_behind_a_comma_does_not_turn_what_stands_before_into_a_question() -> None:
    assert plain("it runs on our phones, no network? it does not care", "it runs on our phones")
    assert not plain("is it on our phones, or where? I forgot", "is it on our phones")


def test_a_whole_answer_in_an_if_names_what_goes_in() -> None:
    asked = FIELDS["data.sensitive_data"]
    assert look("if they have papers", NameFinder(small_register()), asked).plain(0, 19)
    assert not look("if they have papers", NameFinder(small_register()), None).plain(0, 19)


@pytest.mark.parametrize("text", ["Model card? I read it.", "No network? It does not care."])
def test_a_few_words_with_a_question_mark_name_what_comes_next(text: str) -> None:
    assert plain(text, text.split("?")[0])


@pytest.mark.parametrize("text", ["Is it safe? I do not know.", "What is a foundry? Tell me.", "Model card?"])
def test_a_question_stays_one(text: str) -> None:
    assert not plain(text, text.split("?")[0])


@pytest.mark.parametrize(
    ("text", "gone", "there"),
    [
        ("It moved last week from Scaleway to Combell.", "Scaleway", "Combell"),
        ("They changed from GPT-3.5 to Mistral Small.", "GPT-3.5", "Mistral Small"),
        ("We binned Midjourney and kept Firefly.", "Midjourney", "Firefly"),
        ("We replaced Otter with Whisper.", "Otter", "Whisper"),
    ],
)
def test_what_was_left_is_denied_and_what_came_is_not(text: str, gone: str, there: str) -> None:
    seen = look(text, NameFinder(small_register()), None)
    assert seen.denied(text.index(gone))
    assert not seen.denied(text.index(there))


def test_data_that_comes_from_somewhere_is_not_left() -> None:
    text = "The files went from the clinic in a taxi; rainfall comes from CHIRPS."
    assert not look(text, NameFinder(small_register()), None).denied(text.index("CHIRPS"))


@pytest.mark.parametrize("text", ["They offered us Copilot for free, we declined.", "We turned Copilot down."])
def test_an_offer_that_was_turned_down_is_no_fact(text: str) -> None:
    assert "declined" in modalities(text)


def test_what_is_foretold_is_no_plan_of_ones_own() -> None:
    assert "plan" not in modalities("it guesses how many parcels we'll need next week")
    assert "plan" in modalities("we'll get it next week")


def test_what_a_tool_tells_if_is_no_condition_of_the_rest_and_a_rule_of_every_day_supposes_nothing() -> None:
    def marks(text: str) -> set[str]:
        return {mark for _, found in marked(clauses(text)) for mark in found}

    assert marks("The camera says if the nut is good, made by Sowit for us.") == set()
    assert marks("If the woman is not content she presses 9.") == {"habit"}
    assert marks("If the woman was not content she would press 9.") == {"hypothesis"}
    assert marks("If the money comes we will train everybody.") >= {"hypothesis"}


def test_a_habit_tells_what_is_done_and_names_nothing() -> None:
    text = "If they differ we use the old scales."
    seen = look(text, NameFinder(small_register()), None)
    at = seen.clauses[0][0]
    assert seen.plain(at.start, at.end, spared_for(FIELDS["labelling.quality_checked"], "known", "yes"))
    assert not seen.plain(at.start, at.end, spared_for(FIELDS["application.name"], "known", "scales"))


def test_a_clause_ends_where_another_time_begins() -> None:
    told = clauses(
        "Kora reads the texts aloud, next summer we would like a guide, and three years ago there was a chatbot"
    )
    assert [modalities(c.text) for c in told] == [set(), {"plan"}, {"past"}]


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("My aunt works in a bank where they use Kora for the same, but we do not.", ["My aunt works in a bank where they use Kora for the same"]),
        ("The county uses Kora, I have heard. Not us.", ["The county uses Kora"]),
        ("I met a man whose farm is working with Kora, we don't.", ["I met a man whose farm is working with Kora"]),
        ("Our teachers use Kora, but we do not.", []),
        ("Kora built it. Not us.", []),
        ("My aunt works in our kitchen and uses Kora.", []),
        ("The supplier uses our data, we do not.", []),
    ],
)  # fmt: skip
def test_what_others_use_and_we_do_not_is_none_of_ours(text: str, theirs: list[str]) -> None:
    assert [text[start:end].rstrip() for start, end in not_ours(text)] == theirs
    assert [c.text.rstrip() for c, marks in marked(clauses(text)) if "others" in marks] == theirs


def test_what_something_is_used_to_do_it_does() -> None:
    assert not modalities("Our recordings are also used to improve it.")
    assert "past" in modalities("We also used to label them.")
