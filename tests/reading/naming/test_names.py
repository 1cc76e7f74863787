"""Names in their role: people who bear a product's name, makers behind a tool's name, and words that only stand near."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS
from vcassist.knowledge.register import load_register
from vcassist.reading.guesses import GuessRules
from vcassist.reading.naming.names import NameFinder, is_of_its_house, is_somebody
from vcassist.reading.seen import look
from vcassist.reading.told.volunteered import volunteered
from vcassist.reading.trained import Guess


@pytest.mark.parametrize(
    "text",
    [
        "Dr Claude checks every X-ray.",
        "our nurse Heidi reads them",
        "Claude, our treasurer, types it in",
        "Sam from accounts exports the list",
        "Claude (a volunteer) does the labels",
        "Claude cooks, and I clean",
        "Claude is our dog",
        "Gemini is on leave till Monday",
        "Heidi is gone to Lisbon since",
    ],
)
def test_whoever_bears_the_name_of_a_product_is_still_somebody(text: str) -> None:
    name = next(n for n in ("Claude", "Heidi", "Sam", "Gemini") if n in text)
    assert is_somebody(text, text.index(name), text.index(name) + len(name))


@pytest.mark.parametrize(
    "text",
    [
        "We use Claude for letters",
        "Claude, which we pay for",
        "our assistant Claude drafts",
        "the new Claude model",
        "Claude from Anthropic",
        "our secretary ChatGPT",
    ],
)
def test_a_tool_stays_a_tool(text: str) -> None:
    name = "Claude" if "Claude" in text else "ChatGPT"
    assert not is_somebody(text, text.index(name), text.index(name) + len(name))


def supplier_in(text: str, guessed: str) -> object:
    """What the rules make of a guess that these words name the application's supplier."""
    register = small_register()
    finder = NameFinder(register)
    spec = FIELDS["application.supplier"]
    start = text.index(guessed)
    guess = Guess(spec.key, 0.9, "known", 0.97, (), start, start + len(guessed))
    found = GuessRules(register, finder).proposal(guess, look(text, finder, spec), spec)
    return found and found.value


@pytest.mark.parametrize(
    "text",
    [
        "Our ToothSpotter from Molarix Ltd marks the bad teeth.",
        "We have ToothSpotter, made by Molarix Ltd.",
        "It is “ToothSpotter” by Molarix Ltd, I think.",
    ],
)
def test_of_a_tool_from_a_maker_the_maker_supplies(text: str) -> None:
    assert supplier_in(text, "ToothSpotter") == "Molarix Ltd"


def test_a_maker_s_name_ends_with_its_sentence() -> None:
    assert supplier_in("We use ToothSpotter from Molarix. It marks the bad teeth.", "ToothSpotter") == "Molarix"
    assert supplier_in("We use ToothSpotter from St. Gallen Dental.", "ToothSpotter") == "St. Gallen Dental"


def test_a_place_behind_from_is_no_maker() -> None:
    assert supplier_in("We bought it off Molarix from Nairobi.", "Molarix") == "Molarix"


def test_asked_what_would_happen_people_answer_in_ifs() -> None:
    register = small_register()
    text = "If it goes down we would be slower."
    asked = FIELDS["application.outage_effect"]
    assert look(text, NameFinder(register), asked).plain(0, len(text))
    assert not look(text, NameFinder(register), FIELDS["storage.encrypted"]).plain(0, len(text))


@pytest.mark.parametrize("text", ["If you must have a name, Nimbus.", "Nimbus, if you insist."])
def test_an_if_you_must_makes_no_condition_of_an_answer(text: str) -> None:
    asked = FIELDS["application.supplier"]
    at = text.index("Nimbus")
    assert look(text, NameFinder(small_register()), asked).plain(at, at + 6)


def test_what_people_say_a_tool_is_called_is_its_name() -> None:
    text = "In the office people say Nimbus."
    assert look(text, NameFinder(small_register()), FIELDS["application.name"]).plain(0, len(text))
    assert not look(text, NameFinder(small_register()), FIELDS["storage.encrypted"]).plain(0, len(text))


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A small rural clinic, nine of us.", "health"),
        ("primary school in Leeds", "education"),
        ("It writes letters to the ministry.", None),
        ("Letters to the ministry go out by hand", None),
        ("I'm a union steward, Local 600.", "civil_society"),
        ("I am branch secretary with a cleaners' union", "civil_society"),
        ("We're a credit union in Derry.", "business"),
        ("We get money from the European Union.", None),
    ],
)
def test_words_at_the_beginning_introduce_somebody_only_right_before_the_noun(text: str, sector: str | None) -> None:
    found = [f.value for f in volunteered(text) if f.key == "organisation.sector"]
    assert found == ([sector] if sector else [])


@pytest.mark.parametrize(
    ("text", "said", "supplier"),
    [
        ("the ministry gives the list every Monday", "the ministry gives the list", "ministry"),
        ("Israel's national library sends half", "Israel's national library sends half", "Israel's national library"),
        ("the town hall keeps it", "the town hall keeps it", "town hall"),
        (
            "River data comes from the Central Water Commission of India.",
            "River data comes from the Central Water Commission of India",
            "Central Water Commission of India",
        ),
        ("Runs at their place", "Runs at their place", None),
        ("Three of our own volunteers.", "Three of our own volunteers", None),
    ],
)
def test_institutions_supply_by_what_they_are_and_first_words_of_sentences_do_not(
    text: str, said: str, supplier: str | None
) -> None:
    assert supplier_in(text, said) == supplier


def test_what_a_tool_is_called_is_no_person_though_a_person_follows() -> None:
    text = "It's called Zawadi, our nephew programmed it over Christmas."
    assert not is_somebody(text, text.index("Zawadi"), text.index("Zawadi") + 6)
    assert is_somebody("Zawadi, our nephew, checks it", 0, 6)


def test_an_answer_between_two_values_is_heard_and_a_volunteered_one_is_not() -> None:
    register, text = small_register(), "my colleague checks it when she has time"
    spec = FIELDS["application.human_review"]
    values = (("sometimes", 0.52), ("always", 0.46))
    guess = Guess(spec.key, 0.9, "known", 0.98, values, 0, len(text))
    rules, seen = GuessRules(register, NameFinder(register)), look(text, NameFinder(register), spec)
    found = rules.proposal(guess, seen, spec)
    assert found is not None and found.value == "sometimes"
    assert rules.proposal(guess, seen, None) is None


@pytest.mark.parametrize(
    ("text", "said", "supplier"),
    [
        ("IT COMES FROM BELOR LTD", "BELOR LTD", "BELOR LTD"),
        ("We got it from OptiNova Pvt. Ltd. in May.", "OptiNova Pvt. Ltd", "OptiNova Pvt. Ltd"),
        ("Logs lie on Brightbox.", "Logs lie on Brightbox", "Brightbox"),
    ],
)
def test_names_in_capitals_with_abbreviations_and_behind_a_sentence_s_first_word(
    text: str, said: str, supplier: str
) -> None:
    assert supplier_in(text, said) == supplier


def test_no_name_goes_over_a_full_stop() -> None:
    finder = NameFinder(small_register())
    assert [m.text for m in finder.find("It is Northmodel Inc who makes it.")] == ["Northmodel Inc"]
    assert [m.text for m in finder.find("We like North. Model it yourself.")] == []


def test_no_name_goes_over_a_comma_but_before_a_legal_form() -> None:
    finder = NameFinder(load_register())
    assert [m.text for m in finder.find("We have ChatGPT Plus.")] == ["ChatGPT Plus"]
    assert [m.text for m in finder.find("We write with ChatGPT, plus Claude now and then.")] == ["ChatGPT", "Claude"]
    assert [m.text for m in finder.find("It comes from Canon, Inc. in Tokyo.")] == ["Canon, Inc"]


@pytest.mark.parametrize(
    ("text", "of_its_house"),
    [
        ("We use Google Kiosk for the letters.", True),
        ("Microsoft Werkbank writes them", True),
        ("Google sold it to us.", False),
        ("Google Germany sold us the licence.", False),
        ("Microsoft Ltd sends the bill.", False),
        ("Google Support rang.", False),
        ("we got it from Google. Kora writes the letters.", False),
        ("WE USE GOOGLE KIOSK", False),
    ],
)
def test_a_supplier_s_name_may_only_begin_that_of_what_it_makes(text: str, of_its_house: bool) -> None:
    mention = NameFinder(load_register()).find(text)[0]
    assert is_of_its_house(mention, text) is of_its_house


@pytest.mark.parametrize("text", ["It sounds a bit like Google Translate.", "the letters read like ChatGPT", "it looked just like Copilot"])  # fmt: skip
def test_what_something_only_is_like_is_not_named(text: str) -> None:
    assert NameFinder(load_register()).find(text) == []


def test_something_like_a_tool_may_be_one() -> None:
    assert [m.text for m in NameFinder(load_register()).find("We use something like ChatGPT.")] == ["ChatGPT"]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Tandam Health", "Tandem Health"),
        ("Infermedico", "Infermedica"),
        ("Andes Health", None),
        ("Sandem Health", None),
    ],
)
def test_a_name_with_a_slip_is_the_known_one_and_another_word_is_another_name(written: str, known: str | None) -> None:
    assert NameFinder(load_register()).resolve(written) == known
