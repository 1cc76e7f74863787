"""What an answer says as a short statement, to be said back: ``a person always checks``, ``it is stored in Kenya``. Pure.

A field of a closed type has a statement for each value, one of an open type a template. A field without an entry is said back by its
name and value, so a new field needs nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.words import Country, called, line_for, short, shown


def _yesno(yes: str, no: str, partly: str = "") -> Mapping[str, str]:
    return MappingProxyType({"yes": yes, "no": no, "partly": partly or f"only in part: {yes}"})


SAID: Mapping[str, str | Mapping[str, str]] = MappingProxyType({
    "organisation.name": "you are {}",
    "organisation.sector": "you work in {}",
    "organisation.country": "you work in {}",
    "organisation.ai_role": "{}",
    "organisation.size": "you are {} people",
    "application.name": "the tool is {}",
    "application.purpose": "it is for “{}”",
    "application.lifecycle": {"planned": "it is planned", "pilot": "it is on trial", "in_use": "it is in use", "retired": "it is no longer used"},
    "application.sourcing": {"in_house": "you built it", "vendor": "a supplier built it", "both": "you and a supplier built it"},
    "application.supplier": "it comes from {}",
    "application.affected_people": "it touches {}",
    "application.decision_role": {"assists": "it helps people with their work", "recommends": "it recommends, and people decide", "decides": "it decides by itself"},
    "application.human_review": {"always": "a person always checks", "sometimes": "a person checks sometimes", "never": "nobody checks"},
    "application.appeal": _yesno("people can contest an outcome", "people cannot contest an outcome", "people can contest an outcome in part"),
    "application.tells_people": _yesno("people are told of the AI", "people are not told of the AI", "some people are told of the AI"),
    "application.generates": "it generates {}",
    "application.labels_content": _yesno("what it makes is labelled", "what it makes is not labelled", "some of what it makes is labelled"),
    "application.outage_effect": {"stops": "without it your service stops", "degrades": "without it your service gets worse", "none": "without it your service carries on"},
    "application.alternative": _yesno("a fallback is ready", "no fallback is ready", "a fallback is ready in part"),
    "application.works_offline": _yesno("it works without a good connection", "it needs a good connection", "it works in part without a good connection"),
    "data.description": "what goes in is “{}”",
    "data.sources": "the data comes from {}",
    "data.supplier": "the data is supplied by {}",
    "data.country": "the data is collected in {}",
    "data.personal_data": _yesno("the data is about identifiable people", "nobody can be identified in the data", "some of the data is about identifiable people"),
    "data.sensitive_data": "what needs special care in it is {}",
    "data.consent": _yesno("there is consent or another legal basis", "there is no consent or other legal basis", "there is consent or a legal basis for part of it"),
    "data.provenance": _yesno("it is written down where the data comes from", "it is not written down where the data comes from", "it is partly written down where the data comes from"),
    "data.representative": _yesno("the data represents the people affected", "the data does not represent the people affected", "the data represents the people affected only in part"),
    "labelling.done_by": "the labels are made by {}",
    "labelling.supplier": "the labelling is done by {}",
    "labelling.country": "the labelling is done in {}",
    "labelling.quality_checked": _yesno("the labels are checked", "the labels are not checked", "some of the labels are checked"),
    "labelling.workers_protected": _yesno("the labellers' conditions are fair", "the labellers' conditions are not known to be fair", "the labellers' conditions are fair in part"),
    "storage.supplier": "the data is kept by {}",
    "storage.country": "the data is stored in {}",
    "storage.crosses_border": _yesno("data crosses a border", "no data crosses a border", "some data crosses a border"),
    "storage.encrypted": _yesno("what is stored is encrypted", "what is stored is not encrypted", "part of what is stored is encrypted"),
    "storage.retention_limit": _yesno("there is a rule for deleting (say so if it is not followed)", "there is no rule for deleting", "there is a rule for deleting, not always followed"),
    "compute.supplier": "the machines come from {}",
    "compute.country": "the machines stand in {}",
    "compute.hosting": {"own_premises": "it runs on your premises", "cloud": "it runs in a cloud that you rent", "vendor_managed": "it runs at the supplier's", "device": "it runs on phones or devices"},
    "compute.accelerator": "the chips are {}",
    "compute.accelerator_vendor": "the chips are designed by {}",
    "compute.alternative": _yesno("it could move to another provider", "it could not move to another provider", "it could move to another provider in part"),
    "compute.outage_effect": {"stops": "without the machines the work stops", "degrades": "without the machines the work gets worse", "none": "without the machines the work carries on"},
    "model.name": "the model is {}",
    "model.supplier": "the model was made by {}",
    "model.weights": {"open": "its weights are open", "closed": "its weights are closed"},
    "model.licence": "it comes under {}",
    "model.access": {"api": "you reach the model over the network", "self_hosted": "you run the model yourselves", "inside_product": "the model is built into a product"},
    "model.adaptation": {"as_is": "the model is used as it is", "prompted": "the model is steered with prompts or documents", "fine_tuned": "the model is fine-tuned", "from_scratch": "the model was trained from scratch"},
    "model.compressed": _yesno("a compressed model is used", "the model is not compressed", "a compressed model is used in part"),
    "model.documentation": _yesno("its documentation was read", "its documentation was not read", "its documentation was read in part"),
    "model.tested_locally": _yesno("it was tested on your own cases", "it was not tested on your own cases", "it was tested in part on your own cases"),
    "model.trains_on_inputs": _yesno("the supplier may train on what you send", "the supplier may not train on what you send", "the supplier may train on part of what you send"),
    "model.alternative": _yesno("another model could take over", "no other model could take over", "another model could take over in part"),
    "monitoring.performance_tracked": _yesno("quality is measured in use", "quality is not measured in use", "quality is measured in part"),
    "monitoring.bias_tested": _yesno("results are compared across groups", "results are not compared across groups", "results are compared across groups in part"),
    "monitoring.incident_process": _yesno("harm can be reported and is handled", "there is no way to report harm", "harm can be reported in part"),
    "monitoring.feedback_reused": _yesno("outputs or corrections flow back into it", "nothing flows back into it", "some corrections flow back into it"),
    "monitoring.update_control": _yesno("you control when it changes", "you do not control when it changes", "you control in part when it changes"),
    "governance.policy": _yesno("there are written rules for AI", "there are no written rules for AI", "written rules for AI exist in part"),
    "governance.responsible_person": _yesno("somebody is named as responsible", "nobody is named as responsible", "responsibility is named in part"),
    "governance.staff_trained": _yesno("staff have been trained", "staff have not been trained", "some staff have been trained"),
    "governance.impact_assessment": _yesno("the impact was assessed", "the impact was not assessed", "the impact was assessed in part"),
    "governance.people_consulted": _yesno("the people affected had a say", "the people affected had no say", "some of the people affected had a say"),
    "governance.exit_clause": _yesno("your contracts say how to leave", "no contract says how to leave", "your contracts say in part how to leave"),
    "governance.transparency_published": _yesno("your use of AI is published", "your use of AI is not published", "your use of AI is published in part"),
})  # fmt: skip
# Values that speak for themselves when several things are said back at once.
BARE: Mapping[str, str] = MappingProxyType({
    "organisation.name": "{}", "organisation.sector": "{}", "organisation.country": "{}", "organisation.size": "{} people",
    "application.name": "{}", "application.purpose": "“{}”", "model.name": "{}",
})  # fmt: skip
# Choices that are named otherwise within such a sentence.
WITHIN: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "data.sources": {"bought": "sellers of data", "made artificially": "a machine that makes it"},
})  # fmt: skip
# Where "nothing" in the saying would be said by no person.
NONE_OF_IT: Mapping[str, str] = MappingProxyType({
    "application.generates": "no text, picture or sound comes out of it",
    "data.sensitive_data": "nothing in it needs special care",
    "application.affected_people": "it touches nobody",
})  # fmt: skip
LONGEST, FEW = 12, 4
# Names of countries that are unions, republics or groups of islands, or go with an article by custom.
_WITH_ARTICLE = re.compile(
    r"^United\b|\b(?:Union|Republic|Territor(?:y|ies)|Antilles)\b|^(?!(?:South|Heard)\b).* Islands$|^Isle of\b|^(?:Netherlands|Philippines|Gambia|Bahamas|Maldives|Seychelles|Comoros|Vatican|Congo)$"
)
_OURS = re.compile(r"\b(?:we|our)\b")


def statement(fact: Fact, country: Country = str) -> str | None:
    """What a known fact says, without a full stop; None where there is no saying for it."""
    said = SAID.get(fact.field.key)
    if said is None or fact.status != "known":
        return None
    if isinstance(said, Mapping):
        return said.get(str(fact.value))
    if fact.value in (("none",), ("nobody",)):
        if plain := NONE_OF_IT.get(fact.field.key):
            return plain
        return said.format("nobody" if fact.value == ("nobody",) else "nothing")
    return said.format(_to_them(fact, lambda code: _in_a_sentence(country(code))))


def _in_a_sentence(name: str) -> str:
    """A country's name as it stands behind "in": "the United Kingdom", "Kenya"."""
    if name.startswith("The "):
        return f"the {name[4:]}"
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


# Who only agreed to what was shown called nobody by a name.
_ONLY_AGREES = re.compile(
    r"\W*(?:(?:y|ye[sahp]*|yup|ok(?:ay)?|sure|right|correct|exactly|true|fine|it is|that is (?:right|so|it)|that['’]?s (?:right|so|it)|of course|indeed|so|all|think)\W*)+",
    re.I,
)


def _to_them(fact: Fact, country: Country) -> str:
    """A value in words to the person: a choice is worded as they would say it, so its "we" are "you". Who is none of the kinds is called as they were."""
    words = shown(fact, country)
    called = 0 < len(fact.quote.split()) <= FEW and not _ONLY_AGREES.fullmatch(fact.quote)
    if fact.value == ("other",) and fact.field.name == "affected_people" and called:
        return f"“{fact.quote.strip(' .,;!?')}”"
    if fact.status == "known" and fact.field.options:
        words = _OURS.sub(lambda found: {"we": "you", "our": "your"}[found[0]], words)
        for choice, within in WITHIN.get(fact.field.key, {}).items():
            words = words.replace(choice, within)
    return short(words, LONGEST)


def said_back(fact: Fact, chain: Chain, country: Country = str, *, brief: bool = False) -> str:
    """A fact said back: its statement, or name and value; with its component where the chain has several of its kind.

    ``brief``: only the value where that speaks for itself.
    """
    several = len(chain.components(fact.kind)) > 1 and fact.field.name != "name"
    bare = BARE.get(fact.field.key) if brief and fact.status == "known" else None
    said = bare.format(_to_them(fact, country)) if bare else statement(fact, country)
    if said is None:
        return line_for(fact, chain, country)
    return f"{said} ({called(fact.component, chain)})" if several else said
