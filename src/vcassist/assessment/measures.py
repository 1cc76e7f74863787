"""What an organisation can do or have done: the answers that are reached by a measure, and how the measure is called. Pure.

A measure is a control, a contract, a disclosure or a fallback. What the work is, what a tool does, where things stand and who supplies
them is a fact: described otherwise it stays as it is, and another model, supplier or place is another thing, with which everything
else that was said of it changes. A field that is not here is such a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vcassist.chain.facts import Fact

# Field → the answer that the measure leads to → the measure, as one tells somebody to do it.
MEASURES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "application.human_review": {"always": "have a person check each result before it takes effect"},
        "application.appeal": {"yes": "give the people affected a way to contest an outcome"},
        "application.tells_people": {"yes": "tell the people affected that AI is used"},
        "application.labels_content": {"yes": "label everything that it makes"},
        "application.alternative": {"yes": "keep a fallback ready, another tool or the work by hand"},
        "data.consent": {"yes": "obtain consent, or establish and document another legal basis"},
        "data.provenance": {"yes": "document where the data comes from"},
        "labelling.quality_checked": {"yes": "have the labels checked"},
        "labelling.workers_protected": {"yes": "make fair pay and conditions for the labellers part of the contract"},
        "storage.encrypted": {"yes": "have the stored data encrypted"},
        "storage.retention_limit": {"yes": "set a rule for deleting the data, and follow it"},
        "compute.alternative": {"yes": "make sure that the work can move to another provider"},
        "model.documentation": {"yes": "read the model's documentation"},
        "model.tested_locally": {"yes": "test it on your own cases and languages"},
        "model.trains_on_inputs": {"no": "have the supplier agree not to train on what you send"},
        "model.alternative": {"yes": "have a second model ready that could take over"},
        "monitoring.performance_tracked": {"yes": "measure how well it works in use"},
        "monitoring.bias_tested": {"yes": "compare results across groups of people"},
        "monitoring.incident_process": {"yes": "set up a way to report and handle harm or failure"},
        "monitoring.update_control": {"yes": "agree that changes to it are announced and can be refused"},
        "governance.policy": {"yes": "write down rules for the use of AI"},
        "governance.responsible_person": {"yes": "name somebody who is responsible for it"},
        "governance.staff_trained": {"yes": "train staff and leaders"},
        "governance.impact_assessment": {"yes": "assess the impact on people and their data"},
        "governance.people_consulted": {"yes": "give the people affected a say"},
        "governance.exit_clause": {"yes": "put into the contract how to leave and get your data back"},
        "governance.transparency_published": {"yes": "publish that you use AI, and for what"},
    }
)


def measure(fact: Fact) -> str:
    """The measure that leads to an answer, such as "tell the people affected that AI is used"; "" where none does."""
    value = fact.value if fact.status == "known" and isinstance(fact.value, str) else ""
    return MEASURES.get(fact.field.key, {}).get(value, "")
