"""A sentence of a model stands only if facts or passages bear it: words, values, denials, names, order."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.wording import FactGround, PassageGround, malformed, sentences_in, stem

COUNTRIES = {"KE": "Kenya", "FI": "Finland"}


def noted(ref: str, status: str, value: object, quote: str) -> Fact:
    return Fact(ref, status, checked_value(ref, value) if status == "known" else None, quote, 0, len(quote), 1)


GROUND = FactGround(
    [
        noted("organisation.sector", "known", "health", "a small clinic"),
        noted("organisation.country", "known", "KE", "Kisumu"),
        noted("application.name", "known", "ChatGPT", "ChatGPT"),
        noted("application.purpose", "known", "translate discharge letters", "translate discharge letters"),
        noted("application.human_review", "known", "never", "nobody checks them"),
        noted("storage.encrypted", "known", "yes", "it is encrypted"),
        noted("storage.country", "unknown", None, "no idea where it is kept"),
        noted("model.weights", "known", "closed", "closed"),
        noted("model.supplier", "known", "OpenAI", "OpenAI"),
        noted("data.personal_data", "known", "partly", "some have names"),
    ],
    (),
    lambda code: COUNTRIES.get(code, code),
)


@pytest.mark.parametrize(
    ("sentence", "refs"),
    [
        ("Thank you.", set()),
        (
            "So your small clinic in Kisumu uses ChatGPT to translate discharge letters.",
            {"organisation.sector", "organisation.country", "application.name", "application.purpose"},
        ),
        ("What is stored is encrypted.", {"storage.encrypted"}),
        ("Nobody checks the outputs.", {"application.human_review"}),
        ("The model's weights are closed.", {"model.weights"}),
        ("You do not know where the data is stored.", {"storage.country"}),
        ("Some of the data is about identifiable people.", {"data.personal_data"}),
        ("The model is from OpenAI.", {"model.supplier"}),
    ],
)
def test_what_says_the_facts_stands_and_carries_them(sentence: str, refs: set[str]) -> None:
    assert GROUND.objections(sentence) == []
    assert {f.ref for f in GROUND.facts if GROUND.carries(f, sentence)} == refs


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Your storage is not encrypted.", "a yes turned into a no"),
        ("A person always checks the outputs.", "a never turned into an always"),
        ("The weights are open.", "another value of the field"),
        ("The data is about identifiable people.", "a partly turned into a yes"),
        ("It is stored in Kenya.", "a country given to another part"),
        ("Your storage is encrypted in Kenya.", "a country given to another part"),
        ("OpenAI stores the data.", "a company given to another part"),
        ("Your data is shared with advertisers.", "something nobody said"),
        ("Your clinic complies with the law.", "a judgement"),
        ("That is a high risk.", "a verdict"),
        ("ChatGPT is made by Google.", "a name nobody said"),
        ("Your clinic of 40 people uses ChatGPT.", "a number nobody said"),
        ("You read one message that somebody wrote.", "words of the prompt"),
        ("So your small care home uses HelpDesk AI.", "the prompt's own example"),
    ],
)
def test_what_the_facts_do_not_bear_is_refused(sentence: str, what: str) -> None:
    assert GROUND.objections(sentence), what


def test_what_a_correction_replaced_may_be_named() -> None:
    ground = FactGround([noted("storage.country", "known", "FI", "Finland")], ["Kenya"], lambda c: COUNTRIES.get(c, c))
    assert ground.objections("The data is stored in Finland, and before that I had Kenya.") == []
    assert ground.objections("The data is stored in Sweden.")


PASSAGES = PassageGround(
    [
        "Chip foundry is a factory that makes chips designed by other companies. Labels name the place of assembly, not the foundry.",
        "Closed weights stay with the supplier: nobody else can download them. Open weights can be downloaded and run by anybody.",
    ]
)


@pytest.mark.parametrize(
    "sentence",
    [
        "A foundry is a factory that makes chips for other companies.",
        "Open weights can be downloaded and run by anybody.",
        "A chip foundry makes chips that other companies designed.",
    ],
)
def test_what_a_passage_says_stands(sentence: str) -> None:
    assert PASSAGES.objections(sentence) == []
    assert PASSAGES.nearest(sentence)


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Closed weights can be downloaded by anybody.", "two sentences crossed"),
        ("Open weights cannot be downloaded and run by anybody.", "turned round"),
        ("A foundry designs chips.", "who does it turned round"),
        ("A chip foundry makes chips designed by other companies such as TSMC.", "a name of the model's own"),
        ("Chip foundry is a factory that makes 90 chips designed by other companies.", "a number of the model's own"),
        ("A foundry is a dangerous factory that makes chips.", "a judgement of the model's own"),
        ("Paris is the capital of France.", "no passage at all"),
        ("Thank you very much.", "nothing"),
    ],
)
def test_what_no_passage_says_is_refused(sentence: str, what: str) -> None:
    assert PASSAGES.objections(sentence), what


@pytest.mark.parametrize(
    "sentence",
    [
        "<b>Thank you.</b>",
        "See https://evil.example/x",
        "Is that so?",
        "[click](javascript:alert(1))",
        "# Thanks",
        "word " * 60,
    ],
)
def test_markup_links_questions_and_long_sentences_are_unfit(sentence: str) -> None:
    assert malformed(sentence)


def test_sentences_come_whole_out_of_pieces_and_as_soon_as_they_are() -> None:
    heard = []

    def pieces():
        for piece in ("Thank", " you. GPT-4", ".1 is clo", "sed. And", " so"):
            heard.append(piece)
            yield piece

    found = sentences_in(pieces())
    assert next(found) == "Thank you."
    assert len(heard) == 2
    assert list(found) == ["GPT-4.1 is closed.", "And so"]


@pytest.mark.parametrize(
    "words",
    [("translate", "translates", "translating"), ("policy", "policies"), ("encrypted", "encryption", "encrypts")],
)
def test_forms_of_one_word_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1
