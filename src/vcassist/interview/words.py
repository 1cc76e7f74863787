"""Facts and fields in words for people: short names, values, the kinds as topics. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from vcassist.chain.facts import Chain, Fact, field_of, split_ref
from vcassist.chain.fields import FIELDS, KIND_TITLES, Field
from vcassist.interview.to_supplier import kept_by

Country = Callable[[str], str]

# Where the field's own name, spelt out, would not be understood in a sentence.
NAMES: Mapping[str, str] = MappingProxyType({
    "organisation.ai_role": "your part in it",
    "application.purpose": "what it is for",
    "application.lifecycle": "how far it is",
    "application.sourcing": "who built it",
    "application.supplier": "who supplies it",
    "application.affected_people": "whom it affects",
    "application.decision_role": "its part in decisions",
    "application.human_review": "checks by a person",
    "application.appeal": "contesting an outcome",
    "application.tells_people": "telling people of the AI",
    "application.generates": "what it generates",
    "application.labels_content": "labels on what it makes",
    "application.outage_effect": "if it is gone for a day",
    "application.alternative": "a fallback",
    "application.works_offline": "working without a connection",
    "data.description": "the data",
    "data.sources": "where the data comes from",
    "data.supplier": "who supplies the data",
    "data.country": "where the data is collected",
    "data.personal_data": "data about identifiable people",
    "data.sensitive_data": "data that needs special care",
    "data.consent": "consent or another legal basis",
    "data.provenance": "a record of where the data comes from",
    "data.representative": "data that represents those affected",
    "labelling.done_by": "who labels",
    "labelling.supplier": "the labelling company",
    "labelling.country": "where the labelling is done",
    "labelling.quality_checked": "checks of the labels",
    "labelling.workers_protected": "fair conditions for labellers",
    "storage.supplier": "who stores the data",
    "storage.country": "where the data is stored",
    "storage.crosses_border": "data crossing a border",
    "storage.encrypted": "encryption of what is stored",
    "storage.retention_limit": "a rule for deleting",
    "compute.supplier": "who provides the machines",
    "compute.country": "where the machines stand",
    "compute.hosting": "where it runs",
    "compute.accelerator": "the chips",
    "compute.accelerator_vendor": "who designs the chips",
    "compute.alternative": "moving to another provider",
    "compute.outage_effect": "if the machines are gone for a day",
    "model.name": "the model",
    "model.supplier": "who made the model",
    "model.weights": "the model's weights",
    "model.licence": "the model's licence",
    "model.access": "how you reach the model",
    "model.adaptation": "how the model is adapted",
    "model.compressed": "a compressed model",
    "model.documentation": "reading the model's documentation",
    "model.tested_locally": "tests on your own cases",
    "model.trains_on_inputs": "training on what you send",
    "model.alternative": "another model that could take over",
    "monitoring.performance_tracked": "measuring quality in use",
    "monitoring.bias_tested": "comparing groups of people",
    "monitoring.incident_process": "reporting of harm",
    "monitoring.feedback_reused": "outputs flowing back into it",
    "monitoring.update_control": "control over updates",
    "governance.policy": "written rules for AI",
    "governance.responsible_person": "somebody responsible",
    "governance.staff_trained": "training of staff",
    "governance.impact_assessment": "an impact assessment",
    "governance.people_consulted": "a say for those affected",
    "governance.exit_clause": "a way out of the contract",
    "governance.transparency_published": "telling the public",
})  # fmt: skip
TOPICS: Mapping[str, str] = MappingProxyType({
    "organisation": "your organisation", "application": "the tool itself", "data": "the data", "labelling": "the labelling of data",
    "storage": "where data is kept", "compute": "the machines", "model": "the model behind it", "monitoring": "how you watch over it",
    "governance": "rules and responsibility",
})  # fmt: skip

# Questions that people understand better in other words than those that the readers were trained with.
SAID_OTHERWISE = {
    "application.affected_people": "Whom does it affect: patients, pupils, customers, your own staff, others?",
    "model.access": "Do you use its AI inside a ready-made app or website, over your own connection to it (an API), or on machines of your own?",
    "model.documentation": "Has anybody with you read what its maker publishes about the model, such as a model card?",
    "storage.crosses_border": "Does any of the data leave the country where it is collected?",
    "data.consent": "Did people agree to it, or is there another written reason in law why you may use it?",
    "data.representative": "Are all the people whom the tool affects found in the data, as they are in life?",
    "monitoring.feedback_reused": "Does it learn from what comes out of it, or from what you correct?",
}


# The same of what a field means, where a question is explained.
MEANT_OTHERWISE = {"application.affected_people": "who is helped, judged or harmed by what it does"}


def meant_as(spec: Field) -> str:
    """What a field means, as it is told to people in a talk."""
    return MEANT_OTHERWISE.get(spec.key, spec.means)


def asked_as(spec: Field) -> str:
    """The question for a field as it is put to people in a talk."""
    return SAID_OTHERWISE.get(spec.key, spec.question)


def name_of(key: str) -> str:
    """A field's short name inside a sentence: ``checks by a person``."""
    return NAMES.get(key) or FIELDS[key].label


def _plain(value: str) -> str:
    return "yourselves" if value == "self" else value


def shown_value(ref: str, value: object, country: Country = str) -> str:
    """Any value of a field in words. None stands for "does not apply"."""
    if value is None:
        return "does not apply"
    spec = field_of(ref)
    values: Sequence[object] = value if isinstance(value, list | tuple) else [value]
    if spec.type == "country":
        return ", ".join(country(str(v)) for v in values)
    return listed([_plain(str(spec.options.get(str(v), v))) for v in values])


def shown(fact: Fact, country: Country = str) -> str:
    """A fact's value in words for people."""
    if fact.status == "unknown":
        return "not known"
    if fact.status == "withheld":
        return "you may not say" if kept_by(fact) == "person" else "the supplier won't say"
    if fact.status == "not_applicable":
        return "does not apply"
    return shown_value(fact.ref, fact.value, country)


_OURS = {"our": "your", "we": "you", "ourselves": "yourselves", "us": "you"}
_OURS_IN_IT = re.compile(r"\b(?:our|we|ourselves|us)\b")


def to_you(ref: str, words: str) -> str:
    """A choice in the words in which a person picks it, said to that person: "on our premises" is "on your premises"."""
    return _OURS_IN_IT.sub(lambda m: _OURS[m[0]], words) if field_of(ref).type in ("enum", "set") else words


def line_for(fact: Fact, chain: Chain | None = None, country: Country = str) -> str:
    """``checks by a person – always``; with the component's name before it where the chain has several of its kind."""
    component, kind, name = split_ref(fact.ref)
    several = chain is not None and len(chain.components(kind)) > 1
    about = f"{chain.title(component)}, " if chain is not None and several else ""
    return f"{about}{name_of(f'{kind}.{name}')} – {shown(fact, country)}"


def part_name(component: str, chain: Chain) -> str:
    """``Model: GPT-4o``; the kind alone where there is no name."""
    kind, name = KIND_TITLES[component.partition("-")[0]], chain.title(component)
    return name if name == kind or name.startswith(f"{kind} ") else f"{kind}: {name}"


# Words of a name or a purpose by which one of several is told apart.
FEW = 5


def called(component: str, chain: Chain) -> str:
    """What a part is called in talk where there are several of its kind: by its name, and a tool without one by what it does; in few words."""
    title = chain.title(component)
    if component.partition("-")[0] == "application" and chain.value(f"{component}.name") is None:
        purpose = chain.value(f"{component}.purpose")
        return f"“{short(str(purpose), FEW)}”" if purpose else title
    return short(title, FEW)


def short(text: str, most: int = 12) -> str:
    """At most ``most`` words of a text, and none of a bracket that would be cut within; a quotation that is cut ends there."""
    words = text.split()
    if len(words) <= most:
        return text
    kept = " ".join(words[:most])
    if kept.count("(") > kept.count(")") and kept.rindex("("):
        kept = kept[: kept.rindex("(")].rstrip(" ,;–-")
    return f"{kept} …{'”' if kept.count('“') > kept.count('”') else ''}"


def listed(parts: Iterable[str]) -> str:
    """``a, b and c``."""
    *first, last = [p for p in parts if p] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def either(parts: Iterable[str]) -> str:
    """``a, b or c``."""
    *first, last = [p for p in parts if p] or [""]
    return f"{', '.join(first)} or {last}" if first else last


def topic_of(component: str, chain: Chain) -> str:
    """What a component is called as a topic: its name where there are several of its kind, else the kind in plain words."""
    kind = component.partition("-")[0]
    if len(chain.components(kind)) > 1:
        title = chain.title(component)
        return title if title != KIND_TITLES[kind] else f"{TOPICS[kind]} you named first"
    return TOPICS[kind]
