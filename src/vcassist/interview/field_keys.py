"""What fields are called, in data sheets and forms and by whoever names one in talk: closed vocabulary, one line a field. Pure."""

from __future__ import annotations

import re

from vcassist.chain.fields import FIELDS
from vcassist.interview.words import NAMES

_I = re.I
# What keys are called, as they stand in data sheets, contracts and forms.
_KEYS: dict[str, str] = {
    "organisation.name": r"(?:name of (?:the )?)?(?:organi[sz]ation|org|institution)(?: name)?",
    "organisation.country": r"(?:our |home )?country(?: of operation)?",
    "organisation.size": r"(?:number of )?(?:staff|employees)|headcount|team size|fte",
    "organisation.sector": r"sector",
    "application.name": r"(?:name of (?:the )?)?(?:tool|app(?:lication)?|product|software)(?: name| in use)?",
    "application.purpose": r"(?:intended )?(?:purpose|use)(?: case)?|function|what it does|task",
    "application.lifecycle": r"status|phase|stage|life ?cycle",
    "application.sourcing": r"sourcing|make or buy|built or bought",
    "application.supplier": r"vendor|supplier|manufacturer|maker|reseller|distributor|made by|sold by|bought (?:from|off)|supplied by",
    "application.affected_people": r"(?:people|persons|groups)? ?affected(?: people| persons| groups)?|target group|data subjects|beneficiaries",
    "application.decision_role": r"decision(?: role)?|outputs?|autonomy|(?:level of )?automation(?: level)?|final (?:say|decision)",
    "application.human_review": r"human (?:review|oversight|check|control|in the loop)|review(?:ed)?(?: by)?|oversight|checked(?: by)?|approval|sign-?off",
    "application.appeal": r"appeals?(?: procedure| process| route)?|contest(?:ing|ability)?|objections?|redress|right to object",
    "application.tells_people": r"tells people|people (?:told|informed)|(?:users?|patients?|clients?|public|data subjects?) (?:told|informed)|transparency notice",
    "application.generates": r"generates?|output type|modalit(?:y|ies)",
    "application.labels_content": r"(?:ai |content )?(?:label|labels|watermark|watermarks|watermarking)(?: (?:on|for|of) (?:\w+ )?\w+)?|labels content|labell?ed as ai",
    "application.outage_effect": r"outage|downtime|if (?:it (?:is|goes) )?down|if it fails|without it",
    "application.alternative": r"fall-?back|plan b|contingency(?: plan)?|workaround|alternative tool",
    "application.works_offline": r"(?:works )?offline(?: use| mode| operation)?|connection|connectivity",
    "data.description": r"(?:input )?data|inputs?(?: data)?|data (?:used|in)|data ?set",
    "data.sources": r"(?:data )?sources?(?: of (?:the )?data)?|data from",
    "data.supplier": r"data (?:supplier|provider|vendor)",
    "data.country": r"(?:country|place) of collection|(?:data )?collected in",
    "data.personal_data": r"personal (?:data|information)|pii",
    "data.sensitive_data": r"(?:special|sensitive) (?:categor(?:y|ies)|data|kinds?)(?: of (?:personal )?data)?",
    "data.consent": r"(?:legal|lawful) basis|consents?",
    "data.provenance": r"(?:data )?provenance|(?:data )?origin(?: of (?:the )?data)?(?: documented)?",
    "data.representative": r"represent(?:s|ative|ativeness)(?: [\w' ]+)?",
    "labelling.done_by": r"(?:labell?ing|annotation)(?: done)?(?: by)?|labell?ed by|annotated by|labels by|annotators?|labell?ers?",
    "labelling.supplier": r"(?:labell?ing|annotation) (?:vendor|supplier|company|platform|provider)",
    "labelling.country": r"(?:labell?ing|annotation) (?:country|location)",
    "labelling.quality_checked": r"label (?:quality|checks?|qa)|inter-?annotator agreement|annotation quality",
    "labelling.workers_protected": r"(?:(?:annotator|labell?er)s?['’]? )(?:pay|wages|conditions)",
    "storage.supplier": r"(?:data )?storage(?: provider| supplier)?|stored (?:by|with)|data store|database|bucket",
    "storage.country": r"(?:country|place|region|location) of storage|storage (?:country|location|region)|data (?:stored in|residency|location)|stored in|kept in|backups?",
    "storage.crosses_border": r"(?:data |international |cross-?border |third[- ]country )?transfers?(?: (?:outside|abroad|to)(?: [\w/]+){0,3})?|leaves the country|data leaves(?: [\w/]+){0,3}",
    "storage.encrypted": r"(?:at[- ]rest )?encryption(?: at[- ]rest| of (?:(?:the |our )?stored )?(?:data|files))?|encrypted(?: at[- ]rest)?",
    "storage.retention_limit": r"(?:data )?retention(?: period| rule| limit)?|deletion|erasure|storage period|deleted after",
    "compute.supplier": r"host(?:ing)?(?: provider)?|cloud(?: provider)?|hosted (?:by|at|with)|infrastructure|compute|servers?",
    "compute.country": r"(?:hosting|cloud|server|deployment|compute) (?:region|location|country)|region|servers in|data ?cent(?:re|er) location|hosted in|location of (?:the )?servers?",
    "compute.hosting": r"deployment(?: model)?|hosting (?:type|model)",
    "compute.accelerator": r"hardware|accelerators?|gpus?|chips?|processors?",
    "compute.accelerator_vendor": r"(?:gpu|chip|accelerator) (?:vendor|maker|manufacturer)",
    "model.name": r"(?:ai |base |foundation |language )?model(?: name| used)?|llm|engine",
    "model.supplier": r"model (?:developer|supplier|provider|vendor|maker)|developer of the model|llm provider|model (?:made|developed) by",
    "model.weights": r"(?:model )?weights",
    "model.licence": r"(?:model )?licen[cs]e(?: of the model)?",
    "model.access": r"model access|access to (?:the )?model",
    "model.adaptation": r"adaptation|fine-?tun(?:ed|ing)|customi[sz]ation",
    "model.compressed": r"quanti[sz](?:ed|ation)|compression|distill?ed|distillation",
    "model.documentation": r"(?:model |system )?card(?: read)?|model documentation|transparency report",
    "model.tested_locally": r"(?:own|local) (?:tests?|testing|validation|evaluation)|tested(?: by us| locally)?",
    "model.trains_on_inputs": r"(?:(?:customer|our|user|client) )?(?:data|inputs|prompts) (?:are |is )?used for training|training on (?:(?:customer|our|user|client) )?(?:data|inputs|prompts)",
    "model.alternative": r"(?:other|alternative|replacement) models?",
    "monitoring.performance_tracked": r"(?:performance|quality|accuracy)(?: monitoring| measurement| tracking)?|kpis?",
    "monitoring.bias_tested": r"(?:bias|fairness)(?: tests?| testing| audits?| checks?)?",
    "monitoring.incident_process": r"incident (?:log|process|reporting|register|reports)s?|incidents?|error reporting|log of incidents",
    "monitoring.feedback_reused": r"feedback(?: loop)?|corrections reused",
    "monitoring.update_control": r"updates?(?: control)?|version (?:changes?|control)|change (?:management|control)",
    "governance.policy": r"(?:ai )?polic(?:y|ies)(?: (?:for|on) ai)?|(?:written )?rules(?: (?:for|on) ai(?: use)?)?|ai (?:rules|guidelines)",
    "governance.responsible_person": r"(?:responsible|accountable)(?: person)?|ai officer",
    "governance.staff_trained": r"staff training|training of staff|staff trained|ai training",
    "governance.impact_assessment": r"(?:ai |data protection )?impact assessment|dpia|fria",
    "governance.people_consulted": r"(?:public |stakeholder )?consultation(?: of (?:\w+ )?\w+)?|people consulted|stakeholder involvement|participation(?: of (?:\w+ )?\w+)?",
    "governance.exit_clause": r"exit(?: clause| plan| terms)?|termination|return of data|data return|end of contract",
    "governance.transparency_published": r"(?:use )?published|(?:public|transparency) register",
}  # fmt: skip
PATTERNS = {key: re.compile(rf"(?:the |our |its )?(?:{words})", _I) for key, words in _KEYS.items()}
# Keys whose words tell what is meant without a separator too ("no appeal"); the others mean too much as words of a sentence.
STATED_IN_PASSING = (
    "application.appeal", "application.alternative", "data.consent", "data.provenance", "storage.encrypted", "storage.retention_limit",
    "monitoring.bias_tested", "monitoring.incident_process", "governance.policy", "governance.staff_trained", "governance.impact_assessment",
    "governance.exit_clause", "model.documentation", "model.trains_on_inputs", "application.labels_content",
)  # fmt: skip
# What people call a matter beside, where they name it in talk; in a form these could be keys of something else.
_IN_TALK: dict[str, str] = {
    "organisation.sector": r"field(?: of work)?",
    "application.affected_people": r"who(?:m|ever)? (?:is|are|it|gets?) (?:affect(?:ed|s)|touche[ds])|people (?:it touches|affected)",
    "application.decision_role": r"(?:part|role) in (?:the )?decisions?|decisions?|deciding|role",
    "application.human_review": r"(?:human |personal |manual )?(?:checks?|checking|reviews?|reviewing)(?: by (?:an? |the )?(?:person|people|human|hand))?",
    "application.appeal": r"complain(?:ts?|ing)|contestation|appealing|objecting|contesting (?:an |the )?(?:outcomes?|results?|decisions?)",
    "application.tells_people": r"telling (?:the |our )?\w+|(?:people|patients|pupils|parents|users|clients) being told",
    "application.generates": r"outputs?|content|what it (?:makes|produces)",
    "application.alternative": r"back-?up(?: plan)?|replacement",
    "data.sources": r"where (?:the|our) (?:data|information) comes? from",
    "data.representative": r"representing(?: [\w' ]+)?",
    "storage.encrypted": r"encrypting",
    "storage.retention_limit": r"deleting|rule for deleting",
    "compute.country": r"(?:country|place|location) of (?:the |our )?(?:machines?|servers?|hosting|computers?)",
    "model.documentation": r"documentation|documents|docs",
    "model.name": r"algorithms?",
    "model.tested_locally": r"testing|tests",
    "monitoring.bias_tested": r"bias (?:tracking|thing|comparison)|comparing (?:the )?groups",
    "monitoring.performance_tracked": r"measuring(?: it| quality)?",
    "data.personal_data": r"identifiable (?:thing|part|data|people)",
    "data.consent": r"(?<!the )(?<!The )agreement|agreeing|agreement (?:of|from|by) (?:the )?(?:people|parents|patients|families|clients)",
    "model.trains_on_inputs": r"training (?:on|with|from) (?:what|our|my|the)(?: \w+)?",
    "governance.impact_assessment": r"impact",
    "governance.responsible_person": r"person (?:responsible|in charge)|responsibility",
    "governance.staff_trained": r"training",
    "governance.people_consulted": r"consulting (?:the |our )?\w+",
}


def _as_shown(key: str) -> str:
    """What we call a matter ourselves, in the list and in a file: its short name and its key, with whichever article."""
    shown = re.sub(r"^(?:the|an?) ", "", NAMES.get(key, ""))
    names = [shown.replace("the model's", "model"), FIELDS[key].name, FIELDS[key].label]
    alone = [n for n in names if n and sum(f.name == n or f.label == n for f in FIELDS.values()) <= 1]
    return "|".join(re.escape(n).replace("you", "(?:you|we|i)") for n in dict.fromkeys(alone))


# All matters by all their names; where one of several names is part of another, whoever looks tries them all.
NAMED_IN_TALK = {
    key: re.compile(rf"(?:{'|'.join(filter(None, (_IN_TALK.get(key), _KEYS.get(key), _as_shown(key))))})", _I)
    for key in FIELDS
}
