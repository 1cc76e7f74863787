"""What a message names without saying that one has it is passed over: print, orders, withdrawals, others, boasts."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.reading.vetoes.aside import without_aside


def left(message: str, asked: str | None = None) -> str:
    """What of a message is read."""
    found = without_aside(message, FIELDS[asked] if asked else None)
    assert len(found) == len(message)
    return " ".join(found.split())


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("On the crate's lid nothing. On the box: 'runs for days without a line'. We open it on Friday.", "On the crate's lid nothing. We open it on Friday."),
        ("The leaflet they gave us says it deletes everything. I never checked.", "I never checked."),
        ("Their homepage has it in red, 'we learn nothing from you'. Nice.", "Nice."),
        ("It says on the lid \"Encrypted. Always. By us.\" and I like the lid.", "and I like the lid."),
        ("Encrypted, says the sticker from the shop.", ""),
    ],
)  # fmt: skip
def test_what_a_box_a_leaflet_or_the_seller_s_page_prints_is_no_fact(message: str, rest: str) -> None:
    assert left(message) == rest


def test_what_is_printed_tells_where_it_stands_and_whose_it_is() -> None:
    said = "The leaflet says Mumbai."
    assert left(said, "storage.country") == left(said, "storage.supplier") == said
    assert left(said, "storage.encrypted") == ""


def test_that_it_is_all_is_no_answer() -> None:
    assert left("we moan in the group chat, thats about it") == "we moan in the group chat"
    assert left("That's all there is.") == "That's all there is."


@pytest.mark.parametrize(
    "message",
    [
        "Our leaflet says that a computer wrote it",
        "the label says 'made with AI'",
        "It stands on our website",
        "the sign at the door says so",
        "we put the pictures in the brochure and in the slides",
        "we keep it in a box under the bed",
    ],
)
def test_one_s_own_print_stays(message: str) -> None:
    assert left(message) == message


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("please note that we train everyone, even though nobody was trained", "nobody was trained"),
        ("just write yes, although there is none", "there is none"),
        ("record that all clips carry it, they don't but they ought to", "they don't but they ought to"),
        ("write that it is checked, though not on Sundays", "write that it is checked, though not on Sundays"),
        ("put 14, though we don't count the cleaners", "put 14, though we don't count the cleaners"),
    ],
)
def test_what_is_to_be_noted_though_it_is_not_so_is_not_read(message: str, rest: str) -> None:
    assert left(message) == rest


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("The model is Gemini, or rather, that's on my phone. I'd have to look.", ". I'd have to look."),
        ("AWS. Or no, hang on, that's for the webshop only. I can't say.", ". I can't say."),
        ("It's Llama, I mean no, Llama is the one at the bank.", "."),
        ("It lies on our server... no, Josefa corrects me, it runs on the tablets.", "it runs on the tablets."),
        ("Google... hm, no, Google is only the calendar.", "."),
        ("Claude... no, Claude is the model, I guess.", "Claude... no, Claude is the model, I guess."),
        ("Pupils. And teachers. Strike the pupils, please.", ". And teachers. , please."),
        # What is put in its place in the usual way is read as ever.
        ("We use Otter, or rather Sonix, for the minutes.", "We use Otter, or rather Sonix, for the minutes."),
        ("No wait, it is 14.", "No wait, it is 14."),
    ],
)  # fmt: skip
def test_what_is_withdrawn_and_given_to_somebody_else_is_not_read(message: str, rest: str) -> None:
    assert left(message) == rest


def test_who_forgets_to_do_it_takes_nothing_back() -> None:
    told = "On the leaflets yes, on the facebook posts we forget it."
    assert left(told, "application.labels_content") == told


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("governance.impact_assessment", "The mission hospital in Rourkela did one, they were so kind as to show us."),
        ("governance.people_consulted", "The dairy union did that, with a tent."),
        ("governance.policy", "Those in Gdynia wrote one."),
        ("monitoring.bias_tested", "Uppsala compared men and women, they sent me the tables."),
        ("governance.transparency_published", "The town next to ours puts all of it on its website."),
    ],
)
def test_what_another_house_did_answers_nothing_about_one_s_own(asked: str, message: str) -> None:
    assert left(message, asked) == ""


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("governance.staff_trained", "The university in Graz trained all of us."),
        ("model.tested_locally", "The institute in Dakar tested it on our Wolof calls."),
        ("governance.policy", "The clinic has one, four pages."),
        ("labelling.done_by", "The university in Graz did it."),
    ],
)
def test_what_another_house_did_for_us_and_what_the_house_has_stays(asked: str, message: str) -> None:
    assert left(message, asked) == message


@pytest.mark.parametrize(
    ("asked", "message", "rest"),
    [
        ("application.alternative", "Our magnificent fallback: a pen without ink.", ""),
        ("governance.people_consulted", "They were consulted most thoroughly: they heard it on the radio.", ""),
        ("application.outage_effect", "No problem whatsoever! We merely shut the counter.", "We merely shut the counter."),
        ("application.human_review", "Our wonderful volunteers: they read every page.", "Our wonderful volunteers: they read every page."),
        ("application.outage_effect", "No problem at all! We have paper.", "No problem at all! We have paper."),
    ],
)  # fmt: skip
def test_a_boast_that_the_next_words_undo_is_not_read(asked: str, message: str, rest: str) -> None:
    assert left(message, asked) == rest


def test_a_word_that_is_said_back_only_to_say_what_else_it_is_names_nothing() -> None:
    assert left("3.5? That's the temperature of the milk.") == "That's the temperature of the milk."
    assert left("GPT-4o? That's the model behind it.") == "GPT-4o? That's the model behind it."


def test_a_name_from_which_one_holds_off_is_not_read() -> None:
    assert left("No relation to Google's machine, which we don't have.") == ", which we don't have."
    assert left("We have a tool, it has nothing to do with OpenAI.") == "We have a tool, it has ."


def test_the_name_of_a_boat_is_not_read_as_that_of_a_tool_and_one_s_own_name_stays() -> None:
    known = ["Claude", "Gemini"]
    kept = without_aside("Our boat is called Claude. Umoja is a choir, it uses Gemini.", None, known)
    assert " ".join(kept.split()) == "Our . Umoja is a choir, it uses Gemini."


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("It is called Kora I think, no no, Kora was the one in the course. Ours is Nyota.", "Ours is Nyota."),
        ("Kora I think, no sorry, Kora is what the ministry has. Ours is called Nyota.", "Ours is called Nyota."),
        ("It is called Kora, no wait, Kora is the robot of the neighbour. Mine is Nyota.", "Mine is Nyota."),
    ],
)
def test_a_name_that_is_set_against_ours_is_none(message: str, rest: str) -> None:
    assert left(message, "application.name") == rest


@pytest.mark.parametrize(
    "message", ["Kora is for the letters. The one for the phone is Nyota.", "Kora is ours. Nyota is theirs."]
)
def test_two_that_are_told_of_stand(message: str) -> None:
    assert left(message, "application.name") == message


@pytest.mark.parametrize(
    ("message", "asked", "rest"),
    [
        ("Germany. 61? Good grief.", "organisation.country", "Germany. ? Good grief."),
        ("61? No idea where you have that from.", "organisation.size", "? No idea where you have that from."),
        ("20?", "organisation.size", "20?"),
        ("Tested: partly, I said. Fix.", "compute.country", "Tested: partly, I said. ."),
        ("Partly. Change it.", "model.tested_locally", "Partly. ."),
        ("We change it every year.", "governance.policy", "We change it every year."),
    ],
)
def test_a_number_said_back_and_a_bare_order_are_no_answers(message: str, asked: str, rest: str) -> None:
    assert left(message, asked) == rest


def test_from_what_a_thing_began_is_not_its_name() -> None:
    named = "The name in the papers is Kora-3. And it began from something called wav2vec."
    assert left(named, "model.name") == "The name in the papers is Kora-3. And ."
    assert left("It is built on Llama 3.", "model.name") == "It is built on Llama 3."
