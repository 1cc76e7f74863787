"""The claim gate: sentences that the evidence carries stay, invented ones go."""

from __future__ import annotations

import pytest
from report_chains import ODD_NAMES, all_unknown, empty, large, named, ordinary_session, tiny
from report_shelf import Shelf, small_register

from vcassist.report.claims import Evidence, Item, check, gate
from vcassist.report.evidence import register_names
from vcassist.report.model import Sentence

ITEMS = {
    "storage.country": Item("Storage. storage. country. Ireland. known. IE. Google Drive in Ireland", "fact", "storage", "Ireland"),
    "storage.supplier": Item("Storage. storage. supplier. Google. known. Google. Google Drive", "fact", "storage", "Google"),
    "storage.encrypted": Item("Storage. storage. encrypted. yes. known. yes. the disks are encrypted", "fact", "storage", "", "yes"),
    "organisation.country": Item("Riverside Clinic. organisation. country. Kenya. known. KE. in Kenya", "fact", "organisation", "Kenya"),
    "model.supplier": Item("GPT-4o. model. supplier. OpenAI. known. OpenAI", "fact", "model", "OpenAI"),
    "governance.policy": Item("Governance. policy. no. known. no. nothing on paper", "fact", "governance", "", "no"),
    "no-fallback@application": Item("Service stops, no fallback ready. The service stops without this application. "
                                    "ChatGPT", "finding", "application", "", "raised", "high"),
    "no-policy@governance": Item("No written rules for AI", "finding", "governance", "", "clear", ""),
    "count:statuses": Item("fields: all 69, known 29, unknown 1, not asked 38", "count"),
}  # fmt: skip
EVIDENCE = Evidence(ITEMS, register_names(small_register()))

TRUE = [
    ("Data is stored in Ireland.", ["storage.country"]),
    ("Google stands behind Storage.", ["storage.supplier"]),
    ("The service stops without this application.", ["no-fallback@application"]),
    ("Of 69 fields, 29 are known.", ["count:statuses"]),
    ("ChatGPT is a high risk.", ["no-fallback@application"]),
    ("The storage is encrypted.", ["storage.encrypted"]),
    ("There is no written policy.", ["governance.policy"]),
    ("Storage is in Ireland and the organisation in Kenya.", ["storage.country", "organisation.country"]),
]
FALSE = [
    ("an invented supplier", "Acme stands behind Storage.", ["storage.supplier"]),
    ("an invented supplier in the middle", "The storage is run by Hetzner.", ["storage.supplier"]),
    ("an invented supplier in small letters", "The storage is run by openai.", ["storage.supplier"]),
    ("an invented supplier in another script", "The storage is run by 阿里云.", ["storage.supplier"]),
    ("a wrong number", "Of 69 fields, 31 are known.", ["count:statuses"]),
    ("a wrong number in words", "Two fields are unknown.", ["count:statuses"]),
    ("a wrong number with thousands", "Of 1,069 fields, 29 are known.", ["count:statuses"]),
    ("a wrong number in other digits", "Of ٧٠ fields, 29 are known.", ["count:statuses"]),
    ("a country that is not there", "Data is stored in Germany.", ["storage.country"]),
    ("two countries swapped", "Storage is in Kenya and the organisation in Ireland.", ["storage.country", "organisation.country"]),
    ("two suppliers swapped", "OpenAI stands behind the storage.", ["storage.supplier", "model.supplier"]),
    ("a verdict the finding does not have", "ChatGPT is a critical risk.", ["no-fallback@application"]),
    ("a verdict on a clear finding", "Missing rules are a risk.", ["no-policy@governance"]),
    ("an all-clear on a raised finding", "There is no risk in ChatGPT.", ["no-fallback@application"]),
    ("an overclaim", "The storage is completely encrypted.", ["storage.encrypted"]),
    ("a legal judgement", "The storage is unlawful.", ["storage.encrypted"]),
    ("a denial of a yes", "The storage is not encrypted.", ["storage.encrypted"]),
    ("an affirmation of a no", "The governance has a policy.", ["governance.policy"]),
    ("an id that does not exist", "Data is stored in Ireland.", ["storage.place"]),
    ("no evidence at all", "Data is stored somewhere.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), TRUE)
def test_a_sentence_that_its_evidence_carries_stays(text: str, ids: list[str]) -> None:
    assert check(Sentence(text, tuple(ids)), EVIDENCE) == []


@pytest.mark.parametrize(("what", "text", "ids"), FALSE)
def test_a_false_sentence_is_refused_with_a_reason(what: str, text: str, ids: list[str]) -> None:
    assert check(Sentence(text, tuple(ids)), EVIDENCE), what


def test_the_gate_lists_what_it_removed_and_keeps_the_order() -> None:
    sentences = [
        Sentence("Data is stored in Ireland.", ("storage.country",)),
        Sentence("Data is stored in Peru.", ("storage.country",)),
    ]
    kept, removed = gate(sentences, EVIDENCE)
    assert kept == (sentences[0],)
    assert removed[0].text == sentences[1].text and "peru" in removed[0].reasons[0]


@pytest.mark.parametrize("chain", [empty(), tiny(), all_unknown(), large(), *(named(n) for n in ODD_NAMES.values())])
def test_our_own_templates_pass_the_gate_on_every_kind_of_chain(chain: object, shelf: Shelf) -> None:
    from vcassist.report.build import build

    assert build(shelf, chain).removed == ()  # type: ignore[arg-type]


def test_invented_names_and_numbers_never_leak_into_the_first_page_of_a_real_chain(shelf: Shelf) -> None:
    """Every sentence of the first page, with its names and numbers exchanged, must be refused: the leak rate is 0."""
    import re

    from vcassist.report import build as built

    session = ordinary_session()
    seen: list[Evidence] = []
    original = built.gather
    built.gather = lambda *a: seen.append(original(*a)) or seen[-1]  # type: ignore[func-returns-value,assignment]
    try:
        page = built.build(shelf, session.chain, session).summary
    finally:
        built.gather = original
    tried = 0
    for sentence in (*page.depends_on, *page.monday, *page.sureness, *(s for _, group in page.matters for s in group)):
        for name in re.findall(r"\b(?:ChatGPT|OpenAI|Google|Microsoft|Ireland|NVIDIA|TSMC)\b", sentence.text):
            for other in ("Zindua", "Amazon", "France", "mistral-large"):
                tried += 1
                assert check(
                    Sentence(sentence.text.replace(name, other if other[0].isupper() else other.title()), sentence.ids),
                    seen[0],
                )
        for number in re.findall(r"\b\d+\b", sentence.text):
            tried += 1
            assert check(
                Sentence(re.sub(rf"\b{number}\b", str(int(number) + 977), sentence.text), sentence.ids), seen[0]
            )
    assert tried > 40
