"""The claim gate: sentences that the evidence carries stay, invented ones go."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_chains import ODD_NAMES, all_unknown, empty, large, named, ordinary_session, tiny
from report_shelf import Shelf

from vcassist.chain.facts import Chain, chain_from_json
from vcassist.chain.fields import FIELDS
from vcassist.evals.subject import evidence_of
from vcassist.report.build import build
from vcassist.report.claims import Evidence, check, gate
from vcassist.report.model import Report, Sentence

SHELF = Shelf()
CLINIC: dict[str, Any] = {
    "organisation.name": "Riverside Clinic",
    "organisation.country": "KE",
    "application.name": "ChatGPT",
    "application.supplier": "Zindua",
    "application.decision_role": "assists",
    "application.outage_effect": "stops",
    "application.alternative": "no",
    "application.human_review": "sometimes",
    "application-2.name": "MediScan",
    "application-2.supplier": "Siemens",
    "model.name": "GPT-4o",
    "model.supplier": "OpenAI",
    "model.weights": "closed",
    "model.trains_on_inputs": {"status": "withheld"},
    "data.personal_data": "yes",
    "data.country": "KE",
    "data.consent": "partly",
    "storage.supplier": "Google",
    "storage.country": "IE",
    "storage.encrypted": "yes",
    "storage.retention_limit": "no",
    "compute.supplier": "Microsoft",
    "compute.country": {"status": "unknown"},
    "governance.policy": "no",
    "governance.people_consulted": {"status": "withheld", "by": "person"},
}


@lru_cache(maxsize=64)
def evidence(*facts: tuple[str, Any]) -> Evidence:
    given = [{"ref": ref, **(dict(value) if isinstance(value, tuple) else {"value": value})} for ref, value in facts]
    chain = chain_from_json({"facts": given})
    found: Evidence = evidence_of(SHELF, chain)  # type: ignore[arg-type]
    return found


def clinic() -> Evidence:
    return evidence(*((r, tuple(v.items()) if isinstance(v, dict) else v) for r, v in CLINIC.items()))


def why_not(text: str, ids: str, on: Evidence | None = None) -> list[str]:
    return check(Sentence(text, tuple(ids.split())), on or clinic())


TRUE = [
    ("Data is stored in Ireland.", "storage.country"),
    ("Google stands behind the storage.", "storage.supplier"),
    ("The storage is encrypted.", "storage.encrypted"),
    ("There are no written rules for the use of AI.", "governance.policy"),
    ("Data is stored in Ireland and collected in Kenya.", "storage.country data.country"),
    ("ChatGPT is supplied by Zindua, MediScan by Siemens.", "application.name application.supplier application-2.name application-2.supplier"),
    ("Behind it is GPT-4o, a model developed by OpenAI.", "model.name model.supplier"),
    ("Where the machines stand is not known.", "compute.country"),
    ("Whether OpenAI trains on what is sent to it is withheld.", "model.trains_on_inputs model.supplier"),
    ("People agreed only in part.", "data.consent"),
    ("A person only sometimes checks the output.", "application.human_review"),
    ("The service stops without this application and no fallback is ready.", "no-fallback@application"),
    ("The missing fallback of ChatGPT is a high risk.", "no-fallback@application application.alternative application.name"),
    ("The risk of unencrypted storage is ruled out.", "unencrypted-storage@storage"),
    ("By the public register, Google has chips made by TSMC.", "storage.supplier register:google"),
    ("Google stands behind 1 of 5 parts whose supplier is known.", "count:direct"),
]  # fmt: skip
FALSE = [
    ("an invented supplier", "Acme stands behind the storage.", "storage.supplier"),
    ("an invented supplier in the middle", "The storage is run by Hetzner.", "storage.supplier"),
    ("an invented supplier in small letters", "The storage is run by openai.", "storage.supplier"),
    ("an invented supplier in another script", "The storage is run by 阿里云.", "storage.supplier"),
    ("a wrong number", "About 300 people agreed.", "data.consent"),
    ("a wrong number in words", "Twelve people agreed.", "data.consent"),
    ("a wrong number in other digits", "Google stands behind ٧ of 5 parts.", "count:direct"),
    ("a figure of something else", "Google stands behind 5 of 5 parts.", "count:direct"),
    ("two figures exchanged", "Of 5 questions about this chain, 74 are answered.", "count:statuses"),
    ("a bound that nobody gave", "Google stands behind more than 1 part.", "count:direct"),
    ("a country that is not there", "Data is stored in Germany.", "storage.country"),
    ("two countries swapped", "Data is stored in Kenya and collected in Ireland.", "storage.country data.country"),
    ("the country of another part", "The machines stand in Ireland.", "compute.country storage.country"),
    ("two suppliers swapped", "OpenAI stands behind the storage.", "storage.supplier model.supplier"),
    ("two suppliers swapped between alike", "ChatGPT is supplied by Siemens.", "application.name application.supplier application-2.supplier"),
    ("one supplier said of two", "Google stands behind the storage and the machines.", "storage.supplier compute.supplier"),
    ("a register record turned round", "TSMC rests on Google.", "storage.supplier register:google"),
    ("another relation than the register's", "Google belongs to TSMC.", "storage.supplier register:google"),
    ("a severity the finding does not have", "The missing fallback of ChatGPT is a low risk.", "no-fallback@application application.name"),
    ("a risk where the finding is clear", "Unencrypted storage is a risk.", "unencrypted-storage@storage"),
    ("an all-clear on a raised finding", "There is no risk in the missing fallback.", "no-fallback@application"),
    ("a verdict on an undecided finding", "The storage of data abroad raises a risk of foreign access.", "foreign-jurisdiction-model@model"),
    ("an overclaim", "The storage is completely encrypted.", "storage.encrypted"),
    ("a legal judgement", "The storage is unlawful.", "storage.encrypted"),
    ("a harm that nobody told of", "Patients were hurt by ChatGPT.", "application.name"),
    ("advice told as a fact", "The manual way is kept at each workplace.", "no-fallback@application"),
    ("a denial of a yes", "The storage is not encrypted.", "storage.encrypted"),
    ("a denial hidden in a word", "The storage is unencrypted.", "storage.encrypted"),
    ("an affirmation of a no", "There are written rules for the use of AI.", "governance.policy"),
    ("the whole for a part", "People agreed.", "data.consent"),
    ("a part for the whole", "The storage is partly encrypted.", "storage.encrypted"),
    ("known for withheld", "OpenAI trains on what is sent to it.", "model.trains_on_inputs model.supplier"),
    ("unknown for known", "Where the data is stored is not known.", "storage.country"),
    ("withheld for unknown", "Where the machines stand is withheld.", "compute.country"),
    ("what the person withholds, laid to the supplier", "The supplier withholds whether people had a say.", "governance.people_consulted"),
    ("another value of the same field", "ChatGPT recommends decisions.", "application.name application.decision_role"),
    ("the property of another part", "The weights of ChatGPT are closed.", "application.name model.weights"),
    ("words that nobody said", "It was said that “we sell the data”.", "data.personal_data"),
    ("a country as a supplier", "Ireland stands behind the storage.", "storage.supplier storage.country"),
    ("a supplier as a place", "Data is stored in Google.", "storage.supplier storage.country"),
    ("the organisation as a part of its own chain", "Riverside Clinic is supplied by Zindua.", "organisation.name application.supplier"),
    ("a supplier as what is supplied", "Google is supplied by Zindua.", "application.supplier storage.supplier"),
    ("a supplier doing what an application does", "OpenAI assists with the work.", "model.supplier application.decision_role"),
    ("a product with another's developer", "MediScan was developed by OpenAI.", "application-2.name model.supplier"),
    ("two countries exchanged in one clause", "Data collected in Ireland is stored in Kenya.", "storage.country data.country"),
    ("a part of a name", "The data belongs to Riverside.", "organisation.name data.personal_data"),
    ("a product that a field names as an example", "The output of kobotoolbox is checked only sometimes.", "application.human_review application.name"),
    ("an everyday word as a supplier", "Link stands behind the storage.", "storage.supplier"),
    ("an everyday word as a supplier within", "ChatGPT is supplied by Data.", "application.name application.supplier"),
    ("an everyday word that acts", "Cloud provides the machines.", "compute.supplier"),
    ("an everyday word as a product", "Model is supplied by Zindua.", "application.name application.supplier"),
    ("an acronym as a supplier", "ChatGPT is supplied by AI.", "application.name application.supplier"),
    ("a country's code as a product", "BE is supplied by Zindua.", "application.name application.supplier"),
    ("a country of a register record", "By the public register, Google rests on the United States.", "storage.supplier register:google"),
    ("a product stored", "GPT-4o is stored in Ireland.", "model.name storage.country"),
    ("a supplier of another part", "The data is supplied by Zindua.", "application.supplier"),
    ("a name twice in one breath", "Zindua supplies ChatGPT to Zindua.", "application.name application.supplier"),
    ("a number below nothing", "Google stands behind -1 of 5 parts whose supplier is known.", "count:direct"),
    ("a share for a number", "Google stands behind 1% of 5 parts whose supplier is known.", "count:direct"),
    ("money for a number", "Google stands behind €1 of 5 parts whose supplier is known.", "count:direct"),
    ("a raised number", "Google stands behind 1 of 5 parts whose supplier is known ².", "count:direct"),
    ("the end of a range", "Google stands behind 1-99 of 5 parts whose supplier is known.", "count:direct"),
    ("none for some", "Of 74 questions about this chain, none is answered.", "count:statuses"),
    ("an order that nobody told of", "ChatGPT is the first application.", "application.name"),
    ("a denial of what is so in part", "People have not agreed only in part.", "data.consent"),
    ("a finding's denial left out", "The service stops without this application, and a fallback is ready.", "no-fallback@application"),
    ("a fact laid to a supplier's word", "The storage is encrypted, says the supplier.", "storage.encrypted"),
    ("an id that does not exist", "Data is stored in Ireland.", "storage.place"),
    ("no evidence at all", "Data is stored somewhere.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), TRUE)
def test_a_sentence_that_its_evidence_carries_stays(text: str, ids: str) -> None:
    assert why_not(text, ids) == []


@pytest.mark.parametrize(("what", "text", "ids"), FALSE)
def test_a_false_sentence_is_refused_with_a_reason(what: str, text: str, ids: str) -> None:
    reasons = why_not(text, ids)
    assert reasons, what
    assert what == "an id that does not exist" or not any("does not exist" in r for r in reasons)


def test_the_gate_lists_what_it_removed_and_keeps_the_order() -> None:
    sentences = [
        Sentence("Data is stored in Ireland.", ("storage.country",)),
        Sentence("Data is stored in Peru.", ("storage.country",)),
    ]
    kept, removed = gate(sentences, clinic())
    assert kept == (sentences[0],)
    assert removed[0].text == sentences[1].text and "Peru" in removed[0].reasons[0]


def test_a_number_from_a_persons_words_counts_what_it_counts_there() -> None:
    facts = [
        {"ref": "application.purpose", "value": "draft letters", "quote": "we draft about sixty letters a week"},
        {"ref": "application.human_review", "value": "always", "quote": "a lawyer reads every letter"},
    ]
    on: Evidence = evidence_of(SHELF, chain_from_json({"facts": facts}))  # type: ignore[arg-type]
    both = "application.purpose application.human_review"
    assert why_not("About sixty letters a week are drafted with it.", both, on) == []
    assert why_not("Sixty lawyers read every letter.", both, on)
    assert why_not("About sixty letters a week are drafted with it, sixty letters.", both, on)
    assert why_not("It was said that “a lawyer reads most letters”.", both, on)


@pytest.mark.parametrize(
    "name", ['O"Neill Ltd', '"Rosa" School', "The “Rosa” House", "„Haus“ GmbH", "Open", "Clear", "Most", "Supplier", "100%", "C++"]
)  # fmt: skip
def test_a_name_may_hold_quotation_marks_or_be_an_everyday_word(name: str) -> None:
    facts = {"organisation.name": name, "application.name": "TriageMate", "application.supplier": name, "storage.supplier": name,
             "application.outage_effect": "stops", "model.supplier": "OpenAI", "storage.country": "IE"}  # fmt: skip
    chain = chain_from_json({"facts": [{"ref": ref, "value": value} for ref, value in facts.items()]})
    assert build(SHELF, chain).removed == ()
    on: Evidence = evidence_of(SHELF, chain)  # type: ignore[arg-type]
    assert why_not(f"{name} stands behind the storage.", "storage.supplier", on) == []
    assert why_not(f"{name} stands behind the model.", "model.supplier storage.supplier", on)
    assert why_not("“Rosa” stands behind the storage.", "storage.supplier", on)


YESNO = [key for key, field in FIELDS.items() if field.type == "yesno"]


@pytest.mark.parametrize("key", YESNO)
def test_what_a_yes_or_no_field_means_may_be_said_of_a_yes_and_of_nothing_else(key: str) -> None:
    means = re.sub(r"\s*\(.*?\)", "", FIELDS[key].means).removeprefix("whether ")
    said = f"{means[0].upper()}{means[1:]}."
    assert why_not(said, key, evidence((key, "yes"))) == []
    for other in ("no", "partly", *((("status", s),) for s in ("unknown", "withheld", "not_applicable"))):
        assert why_not(said, key, evidence((key, other))), other
    for status, words in (("unknown", "not known"), ("withheld", "withheld")):
        gap = f"Whether {means} is {words}."
        assert why_not(gap, key, evidence((key, (("status", status),)))) == []
        assert why_not(gap, key, evidence((key, "yes")))


CHOICES = [key for key, field in FIELDS.items() if field.type in ("enum", "set")]


@pytest.mark.parametrize("key", CHOICES)
def test_each_value_of_a_choice_may_be_said_of_itself_and_of_no_other(key: str) -> None:
    field = FIELDS[key]
    for said, label in field.options.items():
        for true in field.options:
            on = evidence_of(
                SHELF, chain_from_json({"facts": [{"ref": key, "value": [true] if field.type == "set" else true}]})
            )  # type: ignore[arg-type]
            reasons = why_not(f"The {field.label} is this: {label}.", key, on)
            assert bool(reasons) == (said != true), (said, true, reasons)


CHAINS = {
    "empty": empty(),
    "tiny": tiny(),
    "unknown": all_unknown(),
    "large": large(),
    **{name: named(n) for name, n in ODD_NAMES.items()},
}


@pytest.mark.parametrize("name", CHAINS)
def test_our_own_templates_pass_the_gate_on_every_kind_of_chain(name: str) -> None:
    assert build(SHELF, CHAINS[name]).removed == ()


def test_our_own_templates_pass_the_gate_where_a_tool_bears_its_suppliers_name() -> None:
    facts = {
        "application.name": "Biblio Chat", "application.supplier": "Mistral AI", "application-2.name": "DeepL",
        "application-2.supplier": "DeepL", "storage.supplier": "Scaleway", "data.representative": "no",
        "application.affected_people": ["citizens"],
    }  # fmt: skip
    chain = chain_from_json({"facts": [{"ref": ref, "value": value} for ref, value in facts.items()]})
    assert build(SHELF, chain).removed == ()


def test_our_own_templates_pass_the_gate_on_an_interview_with_quotes() -> None:
    session = ordinary_session()
    assert build(SHELF, session.chain, session).removed == ()


_VALUES = {
    "country": st.sampled_from(["KE", "US", "IE", "NL", "EU"]),
    "entity": st.sampled_from(
        ["self", "OpenAI", "Google", "GitHub", "Acme, Health and Sons", "Müller & Cie", "the cooperative"]
    ),
    "text": st.sampled_from(
        ["no names go in, never", "4 letters a day", "all of it", "Nothing and nobody", "it is not known"]
    ),
}


def _fact(key: str) -> st.SearchStrategy[dict[str, Any]]:
    field = FIELDS[key]
    if field.type == "set":
        single = st.sampled_from(field.values).map(lambda v: [v])
        value: st.SearchStrategy[Any] = single
    else:
        value = st.sampled_from(field.values) if field.options else _VALUES[field.type]
    known = value.map(lambda v: {"ref": key, "value": v})
    gap = st.sampled_from(["unknown", "withheld", "not_applicable"]).map(lambda s: {"ref": key, "status": s})
    return st.one_of(known, known, gap)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    keys = draw(st.lists(st.sampled_from(sorted(FIELDS)), unique=True, max_size=30))
    return chain_from_json({"facts": [draw(_fact(key)) for key in keys]})


@given(chains())
def test_our_own_templates_pass_the_gate_on_any_chain(chain: Chain) -> None:
    assert build(SHELF, chain).removed == ()


NAMES = (
    "ChatGPT",
    "OpenAI",
    "Google",
    "Microsoft",
    "Ireland",
    "NVIDIA",
    "TSMC",
    "Oracle",
    "GPT-4o",
    "Hugging Face",
    "Anthropic",
)
OTHERS = ("Zindua", "Amazon", "France", "mistral-large", "阿里云", "Acme Health", "Link", "Notion")


def lies(report: Report) -> list[tuple[str, Sentence]]:
    """Every sentence of a first page turned false: (kind of lie, sentence)."""
    page = report.summary
    said = [s for bullet in page.depends_on for s in bullet]
    said += [*page.monday, *page.sureness, *(s for _, group in page.matters for s in group)]
    out: list[tuple[str, Sentence]] = []
    for s in said:
        here = [n for n in NAMES if re.search(rf"\b{re.escape(n)}\b", s.text)]
        # Suppliers with the same share can stand for each other.
        others = OTHERS if "count:direct" in s.ids else (*OTHERS, *NAMES)
        out += [("name", Sentence(s.text.replace(n, o), s.ids)) for n in here for o in others if o not in s.text]
        for match in re.finditer(r"\b\d+\b", s.text):
            for changed in (
                str(int(match[0]) + 1),
                str(int(match[0]) + 977),
                f"-{match[0]}",
                f"{match[0]}%",
                f"${match[0]}",
            ):
                out.append(("number", Sentence(s.text[: match.start()] + changed + s.text[match.end() :], s.ids)))
        out += [("severity", Sentence(f"{s.text[:-1]}, a {level} risk.", s.ids)) for level in ("negligible",)]
        if " is " in s.text and "“" not in s.text and "not" not in s.text and "risk" not in s.text:
            out.append(("denial", Sentence(s.text.replace(" is ", " is not ", 1), s.ids)))
        out += [
            ("overclaim", Sentence(f"{s.text[:-1]}, {tail}.", s.ids))
            for tail in (
                "as everybody knows",
                "which is illegal",
                "and people were harmed",
                "without any doubt",
                "for 12 years",
                "twice a day",
                "with Zindua",
                "number ²",
            )
        ]
    return out


@pytest.mark.parametrize("name", ["interview", "large", "unknown"])
def test_no_lie_made_from_our_own_sentences_leaks(name: str) -> None:
    """The leak rate of every kind of lie is 0."""
    session = ordinary_session()
    report = build(SHELF, session.chain, session) if name == "interview" else build(SHELF, CHAINS[name])
    on: Evidence = report_evidence(report, session.chain if name == "interview" else CHAINS[name])
    tried = lies(report)
    leaked = [(kind, s.text) for kind, s in tried if not check(s, on)]
    assert len(tried) > 60 and leaked == []


def report_evidence(report: Report, chain: Chain) -> Evidence:
    """The evidence of a built report, with the quotes of its facts."""
    from vcassist.report.evidence import gather

    rules = {rule.id: rule for rule in SHELF.rules}
    rows = {row.ref: row for row in report.evidence}
    found = SHELF.findings(chain)
    return gather(
        chain,
        rows,
        found,
        rules,
        SHELF.register,
        SHELF.entries,
        report.counts,
        report.concentration,
        report.questions,
        report.letters,
        report.what_ifs,
    )
