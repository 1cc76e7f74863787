"""A brand inside a tool is its model, also where the same brand is a tool of its own."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.offline import OfflineReader
from vcassist.reading.told.unasked import of_a_head_office
from vcassist.reading.trained import open_trained


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


def names(reader: OfflineReader, message: str, asked: str | None = None, tool: str | None = None) -> dict[str, object]:
    """The names of tools and models that are heard."""
    chain = fold([Fact("application.name", "known", tool)]) if tool else Chain()
    facts = gate(reader.read(message, asked, chain), message).facts
    return {f.ref: f.value for f in facts if f.ref.endswith(".name") and f.kind in ("application", "model")}


@pytest.mark.parametrize(
    ("message", "tool", "model"),
    [
        ("ParishPal has ChatGPT under the bonnet.", "ParishPal", "ChatGPT"),
        ("Quillo runs on Claude and it helps our tutors mark essays.", "Quillo", "Claude"),
        ("It's GPT-4o behind Quillo.", "Quillo", "GPT-4o"),
        ("Our bot is called Sauti. It is built on top of Gemini.", "Sauti", "Gemini"),
        ("The helpdesk thing (Zuri) uses ChatGPT as its brain.", "Zuri", "ChatGPT"),
        ("We bought Lotse, which is just ChatGPT with a blue coat.", "Lotse", "ChatGPT"),
    ],
)
def test_what_works_inside_a_tool_is_its_model(reader: OfflineReader, message: str, tool: str, model: str) -> None:
    assert names(reader, message) == {"application.name": tool, "model.name": model}


@pytest.mark.parametrize(
    ("asked", "message", "model"),
    [
        ("application.affected_people", "Families. IT told me there's ChatGPT inside it, the model like.", "ChatGPT"),
        ("application.supplier", "Underneath it's ChatGPT, they told us at the fair.", "ChatGPT"),
        ("application.sourcing", "Powered by Claude, says the website.", "Claude"),
        ("model.name", "ChatGPT", "ChatGPT"),
        ("model.name", "It is Claude I think", "Claude"),
        ("application.tells_people", "ChatGPT isn't another tool, it's the engine in it.", "ChatGPT"),
    ],
)
def test_beside_a_known_tool_it_is_no_second_one(reader: OfflineReader, asked: str, message: str, model: str) -> None:
    found = names(reader, message, asked, "Skriva")
    assert found.get("model.name") == model and not any(str(v) == model for k, v in found.items() if "appl" in k)


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("We use Claude for our newsletters.", "Claude"),
        ("The clinic runs on Copilot these days.", "Copilot"),
        ("We run on Copilot here, every clerk writes with it.", "Copilot"),
        ("We write our letters with Claude, inside the office network.", "Claude"),
    ],
)
def test_alone_a_brand_is_the_tool(reader: OfflineReader, message: str, tool: str) -> None:
    assert names(reader, message) == {"application.name": tool}


def test_asked_for_the_model_a_button_of_that_brand_is_none(reader: OfflineReader) -> None:
    assert "model.name" not in names(reader, "we only see the Copilot button", "model.name", "Skriva")


def test_of_two_brands_in_use_both_are_tools(reader: OfflineReader) -> None:
    found = names(reader, "We use Gemini to translate and, since May, NotebookLM to summarise reports.")
    assert found == {"application.name": "Gemini", "application-2.name": "NotebookLM"}


def test_an_answer_that_names_a_tool_names_no_maker(reader: OfflineReader) -> None:
    chain = fold([Fact("application.name", "known", "DeepL")])
    said = "DeepL works only online."
    asked, unasked = (reader.read(said, ref, chain).proposals for ref in ("application.works_offline", None))
    assert not any(p.ref == "application.supplier" for p in asked)
    assert any(p.ref == "application.supplier" for p in unasked)


def test_whose_product_the_data_lies_in_does_not_supply_it(reader: OfflineReader) -> None:
    text = "The models use data from Microsoft Defender and reports by employees."
    found = reader.read(text, None, fold([])).proposals
    assert not any(p.ref == "data.supplier" and p.value == "Microsoft" for p in found)


def test_what_is_named_as_an_example_of_tools_makes_no_supplier(reader: OfflineReader) -> None:
    text = (
        "National translation service. The translator accepts every kind of file and keeps the form of the input, "
        "such as Microsoft Word, so that no one has to format the translation by hand a second time after it was made."
    )
    assert not any(p.ref == "application.supplier" for p in reader.read(text, None, fold([])).proposals)


def test_where_a_head_office_sits_is_not_where_somebody_works() -> None:
    said = "the agency is Pont Secours, HQ Lyon"
    lyon = Proposal("organisation.country", "known", "FR", "Lyon", 0.9, said.index("Lyon"), len(said))
    assert of_a_head_office(lyon, said, "organisation.sector")
    assert not of_a_head_office(lyon, said, "organisation.country")
    assert not of_a_head_office(lyon, "the agency is Pont Secours, in Lyon", "organisation.sector")
