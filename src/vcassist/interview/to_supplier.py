"""Questions as they are put to a supplier, and the answers it can tick: its "we" is not the organisation's "we". Pure.

The letters of the report write them, the reader of filled-in letters takes them back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from vcassist.chain.facts import Fact, Value, split_ref
from vcassist.chain.fields import FIELDS

# A field that is not here is the organisation's own matter: it goes into a letter only where the supplier withholds it.
TO_SUPPLIER: Mapping[str, str] = MappingProxyType({
    "application.name": "Under which name and version do you supply this application to us?",
    "application.sourcing": "Did you build this application yourselves, or who did?",
    "application.supplier": "Which company is our contract partner for this application?",
    "application.decision_role": "Does the application assist a person, recommend decisions, or act by itself?",
    "application.generates": "Which kinds of content can it generate: text, pictures, sound, video, or none?",
    "application.labels_content": "Does each piece of generated content carry a label or watermark, and of which kind?",
    "application.works_offline": "Does it work without a good connection, and what then still works?",
    "data.description": "Which data does it take in?",
    "data.sources": "Where does the data come from that you supply, or that the system was built on?",
    "data.supplier": "Who supplies that data to you?",
    "data.country": "In which country is that data collected?",
    "data.personal_data": "Is it about people who can be identified?",
    "data.sensitive_data": "Does it hold kinds that need special care, such as health, children, religion or legal "
                           "status?",
    "data.consent": "On which documented legal basis do you hold it, or did the people agree?",
    "data.provenance": "Is the origin of the data documented, and may we read it?",
    "data.representative": "Which groups of people are well and badly represented in it?",
    "labelling.done_by": "Who labels or annotates the data that the system learns from?",
    "labelling.supplier": "Which company or platform does the labelling?",
    "labelling.country": "In which country is the labelling done?",
    "labelling.quality_checked": "How are the labels checked?",
    "labelling.workers_protected": "What do the labellers earn, and who makes sure that their conditions are fair?",
    "storage.supplier": "Who stores our data, sub-processors included?",
    "storage.country": "In which country is our data stored, backups included?",
    "storage.crosses_border": "Does our data leave the country (or, in the EU and EEA, the bloc) where it is "
                              "collected?",
    "storage.encrypted": "Is our data encrypted where it is stored, and who holds the keys?",
    "storage.retention_limit": "When is our data deleted, and how do you show that it was?",
    "compute.supplier": "Who provides the machines that it runs on?",
    "compute.country": "In which country do those machines stand?",
    "compute.hosting": "Do you run it on your own machines, in a rented cloud, or elsewhere?",
    "compute.accelerator": "Which chips or boards does it run on?",
    "compute.accelerator_vendor": "Who designs those chips?",
    "compute.alternative": "Could the work move to another provider, and how long would that take?",
    "compute.outage_effect": "What happens for us if those machines are gone for a day?",
    "model.name": "Which AI model, in which version, is behind it?",
    "model.supplier": "Who developed the model?",
    "model.weights": "Can others download and run the model (open weights), or is it closed?",
    "model.licence": "Under which licence or terms do we use the model?",
    "model.access": "How is the model reached: over the network, run by us, or built into your product?",
    "model.adaptation": "Is the model used as it is, steered with prompts, fine-tuned, or trained by you?",
    "model.compressed": "Is it a distilled, pruned or quantised version?",
    "model.documentation": "Is there a model card or transparency report, and may we read it?",
    "model.trains_on_inputs": "May you, or a supplier of yours, train on what we send, and how do we forbid it?",
    "model.alternative": "Could another model take its place?",
    "monitoring.performance_tracked": "How do you measure its quality in use, and what do you publish?",
    "monitoring.bias_tested": "Do you compare its results across groups of people?",
    "monitoring.incident_process": "How do we report harm or failure, and how soon do you answer?",
    "monitoring.feedback_reused": "Do its outputs or our corrections flow back into training?",
    "monitoring.update_control": "How are we told before the model or tool changes, and can we refuse or postpone it?",
    "governance.exit_clause": "How do we leave: notice, format and fee of the export, and proof of deletion?",
})  # fmt: skip
# Where the organisation's wording of the answers would be misunderstood, the supplier's: what it ticks, and what that means here.
ANSWERS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "application.sourcing": {"we built it": "vendor", "another company built it": "vendor", "you built it": "in_house",
                             "you and we built it together": "both"},
    "application.decision_role": {"it assists a person": "assists", "it recommends decisions": "recommends",
                                  "it decides by itself": "decides"},
    "application.outage_effect": {"your service stops": "stops", "your service gets worse": "degrades", "nothing much": "none"},
    "data.sources": {"your records": "own_records", "the people who use it": "users", "our partners": "partners",
                     "bought": "purchased", "the public web": "public_web", "open data": "open_data",
                     "sensors or cameras": "sensors", "made artificially": "synthetic"},
    "labelling.done_by": {"your staff": "own_staff", "volunteers": "volunteers", "the community concerned": "community",
                          "our staff or a company": "vendor", "a crowd platform": "crowd_platform",
                          "another model": "model", "nobody": "nobody"},
    "compute.hosting": {"on our machines or in a cloud that we rent": "vendor_managed", "in a cloud that you rent": "cloud",
                        "on your premises": "own_premises", "on the devices that people carry": "device"},
    "compute.outage_effect": {"your service stops": "stops", "your service gets worse": "degrades", "nothing much": "none"},
    # That a card exists is not yet that anybody read it: the second answer is noted and settles nothing.
    "model.documentation": {"there is none": "no", "it is enclosed, or at the address below": ""},
    "model.access": {"over the network (API)": "api", "you run it yourselves": "self_hosted",
                     "built into our product": "inside_product"},
})  # fmt: skip
# How a form closes, so that it can be read back.
FOOT, END_OF_FORM = "For reading it back:", "[end of the form]"
# What every question can be answered with.
OPEN_ANSWERS: Mapping[str, str] = MappingProxyType(
    {"we do not disclose this": "withheld", "we do not know": "unknown", "does not apply": "not_applicable"}
)


def kept_by(fact: Fact) -> Literal["supplier", "person"]:
    """Who keeps a withheld fact to itself. Where nobody is named, as in a chain file, a supplier can only keep back what it
    could be asked: the organisation's own rules, contracts and ways are not its to withhold."""
    if fact.by in ("supplier", "person"):
        return "supplier" if fact.by == "supplier" else "person"
    its_own = fact.field.key in TO_SUPPLIER and fact.kind not in ("organisation", "governance")
    return "supplier" if its_own else "person"


def question_for(ref: str) -> str:
    """The question about a field as a supplier is asked it."""
    _, kind, name = split_ref(ref)
    spec = FIELDS[f"{kind}.{name}"]
    return TO_SUPPLIER.get(spec.key) or f"You have not told us this so far: {_plain(spec.means)}. What is your answer?"


def in_short(ref: str) -> str:
    """For a yes-or-no field, what exactly a yes says; else nothing."""
    _, kind, name = split_ref(ref)
    spec = FIELDS[f"{kind}.{name}"]
    return _plain(spec.means) if spec.type == "yesno" and spec.key not in ANSWERS else ""


def _plain(means: str) -> str:
    return re.sub(r"\s*\(.*?\)", "", means).partition(";")[0]


def ticks_for(ref: str) -> Mapping[str, str]:
    """What can be ticked, in words → the value that it means; empty for a field that takes words."""
    _, kind, name = split_ref(ref)
    spec = FIELDS[f"{kind}.{name}"]
    if spec.key in ANSWERS:
        return ANSWERS[spec.key]
    return {label: value for value, label in spec.options.items()}


def reworded(ref: str) -> bool:
    """True where the supplier's words for an answer differ from the organisation's, so that only a tick can be trusted."""
    _, kind, name = split_ref(ref)
    return f"{kind}.{name}" in ANSWERS


def ticked(ref: str, labels: list[str]) -> tuple[str, Value | None] | None:
    """(status, value) of the ticked answers; None when they settle nothing, or do not go together, such as yes and no."""
    gaps = [OPEN_ANSWERS[label] for label in labels if label in OPEN_ANSWERS]
    values = list(dict.fromkeys(ticks_for(ref)[label] for label in labels if label in ticks_for(ref)))
    if "" in values:
        return None
    if gaps:
        return (gaps[0], None) if len(gaps) == 1 and not values else None
    _, kind, name = split_ref(ref)
    if FIELDS[f"{kind}.{name}"].type == "set":
        alone = {"none", "nobody"} & set(values)
        return None if not values or (alone and len(values) > 1) else ("known", tuple(values))
    return ("known", values[0]) if len(values) == 1 else None


def in_our_words(fact: Fact, supplier: str) -> Fact | None:
    """A fact read from the supplier's own words: its "we ourselves" is the supplier, not the organisation."""
    from dataclasses import replace

    if fact.value == "self":
        return replace(fact, value=supplier) if supplier else None
    return fact
