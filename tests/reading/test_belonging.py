"""Whose data, storage and machines: tools that differ in them have each their own, tools that do not share one."""

from __future__ import annotations

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal
from vcassist.reading.belonging import told_by_tool

TOOLS = (Fact("application.name", "known", "Kora"), Fact("application-2.name", "known", "Nyota"))


def said(ref: str, value: str | None, quote: str = "", status: str = "known") -> dict[str, Proposal]:
    return {ref: Proposal(ref, status, value, quote or str(value), 0.8, 0, 1)}


def placed(told: dict[str, dict[str, Proposal]], asked: str | None, chain: Chain) -> dict[str, object]:
    _, fixed = told_by_tool("storage", told, [], asked, chain)
    return {p.ref: p.value if p.status == "known" else p.status for p in fixed}


def test_tools_that_differ_have_each_their_own() -> None:
    told = {"application": said("storage.country", "FI"), "application-2": said("storage.country", "IE")}
    assert placed(told, "storage.country", fold(TOOLS)) == {"storage.country": "FI", "storage-2.country": "IE"}


def test_not_to_know_it_of_one_differs_from_knowing_it_of_the_other() -> None:
    told = {
        "application": said("storage.encrypted", "yes"),
        "application-2": said("storage.encrypted", None, "?", "unknown"),
    }
    assert placed(told, None, fold(TOOLS)) == {"storage.encrypted": "yes", "storage-2.encrypted": "unknown"}


def test_tools_that_do_not_differ_share_one() -> None:
    told = {"application": said("storage.country", "FI"), "application-2": said("storage.country", "FI")}
    assert placed(told, None, fold(TOOLS)) == {}


def test_what_differs_from_the_known_is_another_tool_s_and_contradicts_nothing() -> None:
    chain = fold((*TOOLS, Fact("storage.country", "known", "FI", "Finland")))
    assert placed({"application-2": said("storage.country", "IE")}, None, chain) == {"storage-2.country": "IE"}
    # Of the first tool it is a contradiction, which is asked back.
    assert placed({"application": said("storage.country", "IE")}, None, chain) == {}


def test_whose_a_part_is_stays_known_by_the_quotes() -> None:
    chain = fold((
        *TOOLS,
        Fact("storage.country", "known", "FI", "Kora's data sit in Finland"),
        Fact("storage-2.country", "known", "IE", "Nyota's in Ireland"),
    ))  # fmt: skip
    assert placed({"application-2": said("storage.encrypted", "no")}, "storage.encrypted", chain) == {
        "storage-2.encrypted": "no"
    }
    assert [chain.title(c) for c in chain.mentioned("storage")] == ["Storage of Kora", "Storage of Nyota"]


def test_an_answer_about_one_tool_alone_is_quoted_with_its_name() -> None:
    whole = Proposal("storage.country", "known", "IE", "Ireland", 0.8, 11, 18)
    told = {
        "application-2": {
            "storage.country": Proposal("storage.country", "known", "IE", "Nyota's in Ireland", 0.8, 0, 18)
        }
    }
    (left,), fixed = told_by_tool("storage", told, [whole], "storage.country", fold(TOOLS))
    assert (left.quote, fixed) == ("Nyota's in Ireland", [])
