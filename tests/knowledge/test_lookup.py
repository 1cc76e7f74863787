"""A name of the register is told in words: the thing itself first, with what is open about it, then who stands behind it."""

from __future__ import annotations

import pytest

from vcassist.knowledge.lookup import asked_of, entity_text
from vcassist.knowledge.register import load_register

REGISTER = load_register()


def told(name: str) -> str:
    text = entity_text(name, REGISTER)
    assert text is not None, name
    return text


def test_a_product_is_told_with_its_models_and_hosts_before_its_company() -> None:
    lines = told("ChatGPT").splitlines()
    assert lines[0] == "ChatGPT: an application by OpenAI"
    assert lines[1].startswith("  uses models of: OpenAI") and lines[2].startswith("  runs on: Microsoft")
    assert any(line.startswith("OpenAI (US):") for line in lines)


def test_a_model_whose_name_is_a_brand_of_its_company_is_told_before_it() -> None:
    lines = told("SEA-LION").splitlines()
    assert lines[0] == "SEA-LION: a model by AI Singapore" and "weights: open" in lines[1]
    assert any(line.startswith("AI Singapore (SG):") for line in lines)


def test_a_longer_name_stands_for_the_model_that_it_begins_with() -> None:
    assert told("Llama 3 8B instruct").startswith("Llama 3: a model by Meta")


def test_a_company_is_not_told_as_a_product_whose_name_begins_alike() -> None:
    assert told("Microsoft").startswith("Microsoft (US):")


def test_a_model_is_not_taken_for_the_product_that_bears_its_first_word() -> None:
    assert told("Claude Sonnet 4.5").startswith("Claude 4: a model by Anthropic")
    assert told("Gemini 2.5 Flash").startswith("Gemini 2.5: a model by Google")


def test_a_product_whose_company_has_no_way_up_has_its_own() -> None:
    assert "uses models of OpenAI → runs on Microsoft" in told("UlangiziAI")


def test_what_is_open_about_a_product_or_a_chip_is_said() -> None:
    assert "does not disclose: model developer" in told("Otter")
    assert "disputed: The model developer is named in press reports" in told("UlangiziAI")
    chip = told("RTX 5090")
    assert "disputed: Computed from published figures" in chip and "source of the export status:" in chip


def test_nobody_hosted_on_a_cloud_is_told_to_use_its_models() -> None:
    assert "→ uses models of" not in told("Mistral AI")


@pytest.mark.parametrize("name", ["Nobody Knows Ltd", ""])
def test_an_unknown_name_is_told_nothing_of(name: str) -> None:
    assert entity_text(name, REGISTER) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("who owns openai", ("OpenAI",)),
        ("who hosts Mistral AI's model?", ("Mistral AI",)),
        ("is microsoft behind GitHub Copilot?", ("GitHub Copilot", "Microsoft")),
        ("who is behind our booking system", ()),
        ("how long do I boil an egg", ()),
        ("ChatGPT price", ()),
        ("turn this text into bullet points", ()),
    ],
)
def test_what_a_question_names_is_found_in_the_register(text: str, names: tuple[str, ...]) -> None:
    assert asked_of(text, REGISTER) == names
