"""Whose a sentence is: the tool's named in it, else the one's named last; what headings and idle tools change of that."""

from __future__ import annotations

from vcassist.reading.files.subjects import Subjects

TOOLS = {"LejerBot": "application", "Microsoft Copilot": "application-2", "Otter": "application-3"}


def whose(text: str, idle: frozenset[str] = frozenset(), subjects: Subjects | None = None) -> dict[str, str]:
    """The last word of each sentence with whose it is."""
    found = (subjects or Subjects()).sentences(text, TOOLS, idle, on_a_new_line=True)
    return {text[s.start : s.end].rstrip(".").split()[-1]: s.tool(s.end, "") for s in found}


def test_a_sentence_is_the_tool_s_that_it_names_else_the_last_one_s() -> None:
    told = whose("We use LejerBot. It is good. Copilot writes minutes. They are read. LejerBot is ours.")
    assert told == {
        "LejerBot": "application", "good": "application", "minutes": "application-2", "read": "application-2", "ours": "application",
    }  # fmt: skip


def test_a_heading_without_a_name_ends_an_aside() -> None:
    text = "Tools\n\nWe use LejerBot. LejerBot answers. Copilot writes minutes.\n\n2. What goes in\n\nTenants were informed."
    assert whose(text)["informed"] == "application"


def test_a_heading_with_a_name_is_what_its_sections_are_about() -> None:
    text = "LejerBot\n\nIt answers.\n\nMicrosoft Copilot\n\nIt writes. LejerBot does not.\n\nChecks\n\nOne is made."
    assert whose(text)["made"] == "application-2"


def test_a_tool_that_is_not_in_use_is_spoken_of_in_its_own_lines_only() -> None:
    text = "We use LejerBot. In 2024 we tried Otter. Nobody said so.\n\nFarmers are told."
    told = whose(text, frozenset({"application-3"}))
    assert (told["Otter"], told["so"]) == ("application-3", "application-3")
    assert told["told"] == "application"


def test_the_next_document_begins_with_the_tool_that_is_spoken_of_most() -> None:
    subjects = Subjects()
    whose("LejerBot is here. LejerBot answers. Copilot writes.", subjects=subjects)
    subjects.begin()
    assert whose("There is no form.", subjects=subjects) == {"form": "application"}


def test_a_name_within_another_is_the_longer_one_s() -> None:
    tools = {"Copilot": "application", "Microsoft Copilot": "application-2"}
    (sentence,) = Subjects().sentences("Microsoft Copilot writes.", tools, frozenset(), on_a_new_line=True)
    assert [tool for _, tool in sentence.named] == ["application-2"]
