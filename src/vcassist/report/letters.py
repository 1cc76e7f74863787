"""Questions to take to suppliers: one letter a supplier, each open field of its components as a plain question."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, kind_of
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.report.findings_view import title_of
from vcassist.report.model import Letter, LetterQuestion
from vcassist.report.words import clean

# Put to the supplier. A field that is not here is the organisation's own matter: it goes into a letter only where it
# was asked and stayed open, in the organisation's own wording.
TO_SUPPLIER: Mapping[str, str] = MappingProxyType({
    "application.name": "Under which name and version do you supply this application to us?",
    "application.sourcing": "Did you build this application yourselves, or who did?",
    "application.supplier": "Which company is our contract partner for this application?",
    "application.decision_role": "Does the application assist a person, recommend decisions, or act by itself?",
    "application.generates": "Which kinds of content can it generate: text, pictures, sound, video, or none?",
    "application.labels_content": "Does each piece of generated content carry a label or watermark, and of which kind?",
    "application.works_offline": "Does it work without a good connection, and what then still works?",
    "data.description": "Which data does it take in?",
    "data.sources": "Where does the data come from that you supply or that the system was built on?",
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
    "model.tested_locally": "Has it been tested on cases and languages like ours, and with which results?",
    "model.trains_on_inputs": "May you, or a supplier of yours, train on what we send, and how do we forbid it?",
    "model.alternative": "Could another model take its place?",
    "monitoring.performance_tracked": "How do you measure its quality in use, and what do you publish?",
    "monitoring.bias_tested": "Do you compare its results across groups of people?",
    "monitoring.incident_process": "How do we report harm or failure, and how soon do you answer?",
    "monitoring.feedback_reused": "Do its outputs or our corrections flow back into training?",
    "monitoring.update_control": "How are we told before the model or tool changes, and can we refuse or postpone it?",
    "governance.exit_clause": "How do we leave: notice, format and fee of the export, and proof of deletion?",
})  # fmt: skip
TO_WHOM = "whoever supplies this to you (not named yet)"


def letters(chain: Chain, register: Register) -> tuple[Letter, ...]:
    """A letter to each outside supplier with something open, in the order of the chain.

    Components whose supplier is open go to the application's supplier where there is just one, else to
    "whoever supplies this".
    """
    behind: dict[str, list[str]] = {}
    orphans = []
    for component in chain.all_components():
        if f"{kind_of(component)}.supplier" not in FIELDS or chain.absent(component):
            continue
        fact = chain.get(f"{component}.supplier")
        name = chain.value(f"{component}.supplier")
        if name and name != "self":
            behind.setdefault(clean(register.canonical(name)), []).append(component)
        elif fact is not None and fact.open and fact.by != "person":
            orphans.append(component)
    named = {chain.value(f"{app}.supplier") for app in chain.mentioned("application")} - {None, "self"}
    if orphans:
        target = clean(register.canonical(str(next(iter(named))))) if len(named) == 1 else TO_WHOM
        behind.setdefault(target, []).extend(orphans)
    found = []
    for supplier, components in behind.items():
        asked = tuple(q for c in components for q in _questions(chain, c))
        if asked:
            found.append(Letter(supplier, tuple(title_of(c, chain) for c in components), asked))
    return tuple(found)


def _questions(chain: Chain, component: str) -> list[LetterQuestion]:
    found = []
    for spec in fields_of(kind_of(component)):
        ref = f"{component}.{spec.name}"
        fact = chain.get(ref)
        plain = TO_SUPPLIER.get(spec.key)
        if (fact is None and plain is None) or (fact is not None and not fact.open):
            continue
        if fact is not None and fact.status == "withheld" and fact.by == "person":
            continue
        text = plain or f"We could not answer this ourselves; can you help? “{spec.question}”"
        found.append(
            LetterQuestion(ref, title_of(component, chain), fact.status if fact else "unasked", text, spec.reason)
        )
    return found
