"""The chain's vocabulary: one declaration a field, from which question, reader, planner, form and report derive.

A field declares its type, the question that asks for it, the reason for asking, the glossary term behind it, what it means
(the sentence that decides an annotation), and example phrasings by value. Adding a field means adding one declaration here.

Types
    text      free text in the person's own words
    yesno     "yes" | "partly" | "no"
    enum      exactly one of ``values``
    set       one or more of ``values``; the values in ``alone`` stand alone
    country   ISO 3166-1 alpha-2 code; regional blocs are written "EU"
    entity    canonical name of an organisation, or "self"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

FieldType = Literal["text", "yesno", "enum", "set", "country", "entity"]
# Those whose value is one of a few choices, or several of them.
CHOICE_TYPES: frozenset[str] = frozenset({"yesno", "enum", "set"})
Says = Mapping[str, tuple[str, ...]]

KINDS: tuple[str, ...] = (
    "organisation",
    "application",
    "data",
    "labelling",
    "storage",
    "compute",
    "model",
    "monitoring",
    "governance",
)
SINGLE_KINDS = frozenset({"organisation", "governance"})
KIND_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "organisation": "Your organisation",
        "application": "Application",
        "data": "Data",
        "labelling": "Labelling",
        "storage": "Storage",
        "compute": "Computing",
        "model": "Model",
        "monitoring": "Monitoring",
        "governance": "Governance",
    }
)
ALONE = frozenset({"none", "nobody"})
YESNO = ("yes", "partly", "no")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one kind of component.

    ``options`` maps each allowed value to a short label for people; it is empty for open types. ``counts`` says in a sentence or two, to
    somebody who wonders whether their case does, what counts for which value and where the line runs.
    ``says`` maps a value to phrasings in a person's mouth. ``known_by`` (0 to 1) is how likely an
    ordinary respondent, who runs no IT, can answer. ``minutes`` is the time a question takes.
    """

    kind: str
    name: str
    type: FieldType
    question: str
    reason: str
    term: str
    means: str
    counts: str
    options: Mapping[str, str]
    says: Says
    known_by: float
    minutes: float

    @property
    def key(self) -> str:
        """``kind.name``: the reference to this field on the first component of its kind."""
        return f"{self.kind}.{self.name}"

    @property
    def values(self) -> tuple[str, ...]:
        """The allowed values in their declared order; empty for text, country and entity."""
        return tuple(self.options)

    @property
    def label(self) -> str:
        """The field's name in plain words, for tables and forms."""
        return self.name.replace("_", " ")


_REGISTERED: dict[str, Field] = {}


def _field(
    key: str,
    type_: FieldType,
    question: str,
    *,
    why: str,
    term: str,
    means: str,
    counts: str = "",
    options: Mapping[str, str] | None = None,
    says: Mapping[str, tuple[str, ...]] | None = None,
    known_by: float = 0.7,
    minutes: float = 0.5,
) -> None:
    kind, _, name = key.partition(".")
    if type_ == "yesno":
        options = {"yes": "yes", "partly": "partly", "no": "no"}
    _REGISTERED[key] = Field(
        kind=kind,
        name=name,
        type=type_,
        question=question,
        reason=why,
        term=term,
        means=means,
        counts=counts,
        options=MappingProxyType(dict(options or {})),
        says=MappingProxyType(dict(says or {})),
        known_by=known_by,
        minutes=minutes,
    )


# fmt: off
# --- organisation -----------------------------------------------------------------------------------------------------
_field("organisation.name", "text", "What is your organisation called?", why="So that the report carries the right name.", term="ai-value-chain",
       means="what the organisation is called", says={"": ("we are the Riverside Clinic", "our organisation is called Hope for All")}, known_by=1.0, minutes=0.2)
_field("organisation.sector", "enum", "Which field do you work in?", why="What is at stake differs between a clinic, a school and an aid agency.", term="ai-value-chain",
       means="the field it works in. civil_society: rights, advocacy, legal aid, community organising; social_services: food, housing, care, disability; humanitarian: emergencies and displaced people; libraries and training count as education",
       counts="What counts is what you do, not who pays for it: a church's clinic is health, a charity's radio is media. Where two fit, take the one that most of your people work in.",
       options={"health": "health", "education": "education", "humanitarian": "humanitarian aid", "government": "government", "agriculture": "agriculture", "environment": "environment", "civil_society": "civil society", "media": "media", "research": "research", "social_services": "social services", "business": "business", "other": "something else"},
       says={"health": ("we are a clinic", "a hospital", "dental practice"), "education": ("we run a school", "public library", "a training centre"), "humanitarian": ("we work with refugees in camps", "disaster relief"), "government": ("we're the town hall", "municipality"), "agriculture": ("farmers' cooperative",), "environment": ("we protect wetlands", "conservation trust"), "civil_society": ("human rights group", "legal aid"), "media": ("community radio", "local newspaper"), "research": ("a research institute",), "social_services": ("a food bank", "a care home", "housing charity"), "business": ("we're a company", "a credit union")}, known_by=1.0, minutes=0.2)
_field("organisation.country", "country", "In which country do you mainly work?", why="Laws, export rules and where data may go depend on it.", term="cross-border-data-transfers-and-data-residency",
       means="where it mainly works (not where a foreign head office sits)",
       counts="The country in which most of your work is done counts, not that of a head office or a supplier.", says={"": ("we are in Kenya", "a village near Lyon")}, known_by=1.0, minutes=0.2)
_field("organisation.size", "enum", "How many people work with you, volunteers included?", why="A team of eight has other means than one of eight hundred.", term="partnerships",
       means="how many people work there, volunteers included",
       counts="Count the people who belong to your organisation, or to your own office where you answer for that alone: paid and unpaid, but not those whom you serve.", options={"up_to_10": "up to 10", "11_to_50": "11 to 50", "51_to_250": "51 to 250", "over_250": "over 250"},
       says={"up_to_10": ("there are six of us", "just me and two volunteers"), "11_to_50": ("about 30 staff",), "51_to_250": ("some 120 employees",), "over_250": ("we have 900 people",)}, known_by=1.0, minutes=0.2)
_field("organisation.ai_role", "set", "What is your part: do you use AI, build it, supply data for it, pay for it, or oversee it?", why="Each part has other duties and other levers.", term="eu-ai-act",
       means="what it does in the chain: uses AI, builds AI, supplies data, pays for AI, oversees AI",
       counts="Each that is true counts. Who sets up or instructs a bought tool uses it; who writes code for it or trains it builds it; whose records others learn from supplies data.",
       options={"deployer": "we use it", "developer": "we build it", "data_provider": "we supply data", "funder": "we pay for it", "overseer": "we oversee it"},
       says={"deployer": ("we only use it", "we are just users"), "developer": ("we build it ourselves", "our team develops the AI"), "data_provider": ("we give them our data to train on",), "funder": ("we fund the project", "we pay for it"), "overseer": ("we supervise others' use of AI",)}, known_by=0.9)
# --- application: where AI meets people -------------------------------------------------------------------------------
_field("application.name", "text", "What is the AI tool or application called?", why="With a name, public facts about it can be looked up.", term="deployment",
       means="what the application or tool is called (ChatGPT, Copilot, KoboToolbox are applications; GPT-4o, Llama 3 are models)",
       counts="What your people call it is enough; the name on the screen or on the bill is better.", says={"": ("we use ChatGPT", "it's called MediScan")}, known_by=0.95, minutes=0.3)
_field("application.purpose", "text", "What do you use it for?", why="What it is used for decides what can go wrong.", term="deployment",
       means="what it is used for",
       counts="One sentence is enough: what goes in, what comes out, and for whom.", says={"": ("to translate letters", "it sorts incoming requests", "for drafting lesson plans")}, known_by=1.0, minutes=0.5)
_field("application.lifecycle", "enum", "How far is it: planned, on trial, in use, or given up?", why="It is easiest to change things before they are in daily use.", term="deployment",
       means="how far it is",
       counts="A test with real people or cases is a trial, however long it lasts. Once it belongs to daily work it is in use; what nobody has begun is planned.", options={"planned": "planned", "pilot": "on trial", "in_use": "in use", "retired": "no longer used"},
       says={"planned": ("we want to start next year", "not yet running"), "pilot": ("we are testing it with two teams", "still a trial"), "in_use": ("we use it every day", "it has been live since March"), "retired": ("we switched it off", "we stopped using it")}, known_by=0.95, minutes=0.2)
_field("application.sourcing", "enum", "Who built it: you, a supplier, or both?", why="Whoever built it can change it.", term="ai-procurement",
       means="who built it",
       counts="What your own staff, an intern or a volunteer wrote for you is yours; what a firm wrote for money is a supplier's. The model inside does not count here: your own program around a bought model is yours.", options={"in_house": "we built it", "vendor": "a supplier", "both": "both"},
       says={"in_house": ("our own developer made it", "we built it ourselves"), "vendor": ("we bought it", "off the shelf", "it's a commercial product"), "both": ("a company built it together with our IT",)}, known_by=0.9, minutes=0.2)
_field("application.supplier", "entity", "Who supplies it to you?", why="Your contract, and your first call when it fails, is with them.", term="ai-procurement",
       means="who supplies the application to the organisation: the reseller where there is one, else the maker",
       counts="I mean whom you got it from: the dealer who sold it to you, else its maker. Who only set it up or repairs it does not count.", says={"": ("we get it from a company called Zindua", "the licence comes from our reseller"), "self": ("we run our own",)}, known_by=0.85, minutes=0.3)
_field("application.affected_people", "set", "Whose lives does its output touch?", why="The people affected are the measure of every risk.", term="participation",
       means="whose lives its output touches. children: under age outside school; students: pupils and learners; workers: people in employment; staff: the organisation’s own",
       counts="Everybody counts about whom or for whom something comes out, also who never touches it: a patient's child, a neighbour on the recording.",
       options={"patients": "patients", "children": "children", "students": "pupils and students", "refugees": "refugees", "farmers": "farmers", "job_seekers": "job seekers", "workers": "workers", "citizens": "citizens", "customers": "customers", "staff": "our own staff", "other": "others"},
       says={"patients": ("our patients",), "children": ("kids in care",), "students": ("the pupils", "learners"), "refugees": ("displaced families", "asylum seekers"), "farmers": ("smallholders",), "job_seekers": ("people looking for work", "applicants"), "workers": ("factory workers",), "citizens": ("residents", "people of our town"), "customers": ("clients who buy from us",), "staff": ("only our own team", "just us in the office"), "other": ("donors", "visitors")}, known_by=0.95)
_field("application.decision_role", "enum", "Does it help somebody with their work, recommend decisions about people, or decide by itself?", why="The closer it comes to deciding, the more care it needs.", term="automated-decision-making",
       means="assists: helps with a person’s own work (drafts, translates, transcribes, searches); recommends: scores, ranks, flags or proposes a decision about people or cases that a person takes; decides: acts by itself",
       counts="What counts is who takes the last step. If a person could still say no, it recommends, even if nobody ever does; if nothing waits for a person, it decides.",
       options={"assists": "it assists", "recommends": "it recommends", "decides": "it decides"},
       says={"assists": ("it helps us write", "just drafts for us", "it transcribes"), "recommends": ("it gives each case a score", "it flags who to call first", "it suggests a diagnosis"), "decides": ("it rejects applications automatically", "it sends the answer out by itself")}, known_by=0.9)
_field("application.human_review", "enum", "Does a person check its output before it takes effect: always, sometimes or never?", why="A check by a person catches what the tool gets wrong.", term="human-oversight",
       means="how often a person checks an output before it takes effect",
       counts="Always is each piece, before it takes effect, by somebody who could stop it; a quick read is a check, if a weak one. A sample, or all days but one, is sometimes. Afterwards does not count.", options={"always": "always", "sometimes": "sometimes", "never": "never"},
       says={"always": ("somebody reads every one", "a nurse signs off each result"), "sometimes": ("spot checks", "when there is time", "only the odd ones"), "never": ("nobody looks at it", "straight out, unchecked")}, known_by=0.95, minutes=0.3)
_field("application.appeal", "yesno", "Can the people affected contest an outcome?", why="A wrong outcome that nobody can contest stays wrong.", term="automated-decision-making",
       means="whether the people affected can contest an outcome",
       counts="Yes if people can have a person look again and know that they can; partly if few know it or it rarely changes anything. A score or a proposal can be contested like a decision.", says={"yes": ("they can appeal", "they can ask for a second look"), "no": ("there is no way to object",)}, known_by=0.85, minutes=0.3)
_field("application.tells_people", "yesno", "Are the people affected told that AI is used?", why="People can only object to what they know of.", term="transparency-reporting",
       means="whether the people affected are told that AI is used (a sign, a notice, in person)",
       counts="Yes if all who are affected hear in plain words that a machine is at work. A friendly name alone does not tell it; a note that few read, or telling only some, is partly.", says={"yes": ("there's a sign in the waiting room", "we tell every parent"), "partly": ("only if they ask",), "no": ("nobody told them", "they don't know it's a machine")}, known_by=0.9, minutes=0.3)
_field("application.generates", "set", "What content does it generate: text, pictures, sound, video, or none?", why="Generated content can mislead, and may need a label.", term="content-authenticity-and-watermarking",
       means="what content it generates",
       counts="What it makes new counts: a summary, a translation or a reply is text, a copied voice is sound. A score, a category or a mark on a picture is none.", options={"none": "none", "text": "text", "image": "pictures", "audio": "sound or speech", "video": "video"},
       says={"none": ("it only gives a number", "it generates nothing"), "text": ("it writes emails", "drafts letters"), "image": ("it makes pictures",), "audio": ("it reads out loud in a synthetic voice",), "video": ("it makes clips",)}, known_by=0.95, minutes=0.3)
_field("application.labels_content", "yesno", "Does each piece of generated content carry a label or watermark?", why="Without a label nobody can tell it from a person's work.", term="content-authenticity-and-watermarking",
       means="whether each piece of generated content carries a label or watermark (by-line, C2PA, SynthID …)",
       counts="A sentence, a stamp or a spoken line with each piece counts, such as “machine translation” at its foot or “read by a machine” before it. Once for many pieces, or on some, is partly.", says={"yes": ("every text says made with AI",), "no": ("no label on it", "we post it without a mark")}, known_by=0.85, minutes=0.3)
_field("application.outage_effect", "enum", "If it is gone for a day, does your service stop, get worse, or carry on?", why="It shows how much you lean on it.", term="business-continuity",
       means="what happens to the service if the application is gone for a day",
       counts="It stops if people must wait until it is back; it gets worse if the work goes on slower or with more mistakes; nothing much if in a day hardly anybody would notice.", options={"stops": "it stops", "degrades": "it gets worse", "none": "nothing much"},
       says={"stops": ("everything comes to a halt", "we'd have to close"), "degrades": ("it would be slower", "a longer queue"), "none": ("we'd hardly notice",)}, known_by=0.95, minutes=0.3)
_field("application.alternative", "yesno", "Is a fallback ready: another tool, or the work by hand?", why="A ready fallback turns an outage into a nuisance.", term="business-continuity",
       means="whether a fallback is ready (another tool, or the work by hand)",
       counts="Yes if you could change over today: a second tool, or paper and people who know how. Partly if it would take weeks, or nobody has tried it.", says={"yes": ("we'd go back to paper", "we can do it by hand"), "no": ("there is no plan B", "nothing else ready")}, known_by=0.9, minutes=0.3)
_field("application.works_offline", "yesno", "Does it work without a good connection?", why="Where the line fails, so does a tool that needs it.", term="edge-and-on-device-ai",
       means="whether it works without a good connection",
       counts="Yes if it works with no net at all; partly if some of it does, or it keeps things and sends them later; no if it needs the net each time.", says={"yes": ("it runs on the phone without signal",), "partly": ("it saves and sends later",), "no": ("no internet, no tool",)}, known_by=0.9, minutes=0.3)
# --- data -------------------------------------------------------------------------------------------------------------
_field("data.description", "text", "What data goes in?", why="Everything downstream rests on it.", term="data-acquisition",
       means="what data goes in",
       counts="One line is enough, such as “intake forms” or “donors' names and gifts”.", says={"": ("patient notes and x-rays", "attendance sheets", "the letters people send us")}, known_by=0.95)
_field("data.sources", "set", "Where does the data come from?", why="The origin tells what rights and what gaps come with it.", term="data-acquisition",
       means="where the data comes from",
       counts="Name each that some of it comes from: what you keep yourselves, what people type or say to it, what others give or sell you, what lies open on the web.", options={"own_records": "our own records", "users": "the people who use it", "partners": "partners", "purchased": "bought", "public_web": "the public web", "open_data": "open data", "sensors": "sensors or cameras", "synthetic": "made artificially"},
       says={"own_records": ("from our own files", "our patient database"), "users": ("what people type in", "users upload it"), "partners": ("the ministry shares it", "partner NGOs send it"), "purchased": ("we buy it from a broker",), "public_web": ("scraped from websites",), "open_data": ("government open data", "satellite images that are free"), "sensors": ("weather stations", "cameras"), "synthetic": ("made-up test records",)}, known_by=0.85)
_field("data.supplier", "entity", "Who supplies the data, if not you?", why="Whoever supplies data can change or stop it.", term="data-provenance",
       means="who supplies the data, if not the organisation", says={"": ("the data comes from the Ministry of Health", "we buy it from Experian"), "self": ("it is all our own data",)}, known_by=0.8, minutes=0.3)
_field("data.country", "country", "In which country is the data collected?", why="The law of that country follows the data.", term="cross-border-data-transfers-and-data-residency",
       means="where the data is collected", says={"": ("collected here in Ghana", "from villages in Nepal")}, known_by=0.9, minutes=0.2)
_field("data.personal_data", "yesno", "Is it about people who can be identified?", why="Personal data brings duties, and harm when it leaks.", term="personal-data",
       means="whether it is about identifiable people",
       counts="A name is not needed: a number, a voice, a face or a rare story counts if somebody could be found by it. The law mostly protects the living; what tells of a dead person's family counts too.", says={"yes": ("names and phone numbers", "it has their ID"), "partly": ("some of it",), "no": ("all anonymous", "no names, nothing personal")}, known_by=0.95, minutes=0.3)
_field("data.sensitive_data", "set", "Are there kinds in it that need special care, such as health, children, religion or legal status?", why="Some data can put people in danger.", term="personal-data",
       means="which kinds need special care",
       counts="It counts also if it only shows between the lines: a diagnosis in a letter, the flight in somebody's story, a faith in a name. Say all that may occur, whichever box it falls in.", options={"none": "none", "health": "health", "children": "children", "biometric": "biometric", "ethnicity": "ethnicity", "religion": "religion", "finance": "money", "legal_status": "legal status", "location": "location", "other": "other"},
       says={"none": ("nothing sensitive",), "health": ("diagnoses", "HIV status"), "children": ("kids' records",), "biometric": ("fingerprints", "face scans"), "ethnicity": ("tribe",), "religion": ("their faith",), "finance": ("bank details", "income"), "legal_status": ("asylum status", "criminal record"), "location": ("GPS positions",), "other": ("sexual orientation",)}, known_by=0.9)
_field("data.consent", "yesno", "Did people agree, or is another legal basis documented?", why="Without a basis the use may be unlawful, and trust is lost.", term="consent-and-legal-basis",
       means="whether people agreed, or another legal basis is documented",
       counts="Yes if people knew what for and agreed, also in spoken words, or a law or contract allows it and you wrote down which; some of them is partly. For a child a parent or guardian agrees.", says={"yes": ("they sign a consent form", "our lawyer documented the legal basis"), "partly": ("only the new ones signed",), "no": ("nobody asked them",)}, known_by=0.8)
_field("data.provenance", "yesno", "Is it written down where the data comes from?", why="What has no known origin cannot be trusted or corrected.", term="data-provenance",
       means="whether the origin of the data is documented",
       counts="Yes if a list or a column says where each piece came from; for some pieces, partly; if it is only in people's heads, no.", says={"yes": ("we keep a log of every source", "there is a data sheet"), "no": ("nobody wrote down where it came from",)}, known_by=0.7)
_field("data.representative", "yesno", "Does the data represent the people whom the tool affects?", why="A tool serves badly whoever is missing from its data.", term="data-bias",
       means="whether it represents the people whom the application affects",
       counts="Yes if all whom the tool touches are in the data as they are in life; partly if some are few in it. A large amount alone does not make it so.", says={"yes": ("covers all the groups we serve",), "partly": ("rural people are under-represented",), "no": ("mostly men from the capital", "it's American data")}, known_by=0.65)
# --- labelling --------------------------------------------------------------------------------------------------------
_field("labelling.done_by", "set", "Who labels or annotates the data that the system learns from?", why="People behind labels shape what the system learns.", term="data-labelling",
       means="who labels or annotates",
       counts="Labelling is telling a system what an example is: marking photos, typing what was said, rating answers. Whoever does it counts, paid or not.", options={"own_staff": "our staff", "volunteers": "volunteers", "community": "the community", "vendor": "a company", "crowd_platform": "a crowd platform", "model": "another model", "nobody": "nobody"},
       says={"own_staff": ("our nurses tag the images",), "volunteers": ("students help for free",), "community": ("elders from the villages mark the recordings",), "vendor": ("a firm in Nairobi does the annotation",), "crowd_platform": ("Mechanical Turk",), "model": ("GPT labels it for us",), "nobody": ("nobody labels anything", "there's no labelling")}, known_by=0.6)
_field("labelling.supplier", "entity", "Which company or platform does the labelling?", why="It employs the people, and sees the data.", term="data-labelling",
       means="the labelling company or platform", says={"": ("Sama does our annotation", "through Appen"), "self": ("our own people label it",)}, known_by=0.5, minutes=0.3)
_field("labelling.country", "country", "In which country is the labelling done?", why="Pay, protection and language depend on it.", term="data-labelling",
       means="where the labelling is done", says={"": ("labelled in the Philippines",)}, known_by=0.5, minutes=0.2)
_field("labelling.quality_checked", "yesno", "Are the labels checked?", why="Wrong labels teach wrong things.", term="data-labelling",
       means="whether labels are checked",
       counts="Yes if a second person looks at all of them or a fixed share; partly if it is done now and then; no if the first mark stands.", says={"yes": ("a second person checks each tag",), "partly": ("we look at a sample of the labels",), "no": ("nobody checks the labels",)}, known_by=0.55, minutes=0.3)
_field("labelling.workers_protected", "yesno", "Do you know that the labellers' pay and conditions are fair?", why="Hidden, badly paid work is a risk for people and for quality.", term="data-labelling",
       means="whether pay and conditions of labellers are known and fair",
       counts="Yes if you know pay and conditions and find them fair; partly if you know it of some, or one of the two; if nobody asked, that is a no.", says={"yes": ("they get a living wage",), "no": ("paid cents per picture", "no clue what those people earn")}, known_by=0.45, minutes=0.3)
# --- storage ----------------------------------------------------------------------------------------------------------
_field("storage.supplier", "entity", "Who stores the data?", why="Whoever stores it can read, lose or withhold it.", term="data-storage",
       means="who stores the data",
       counts="I mean whose machines it lies on: a cloud by its name, or yourselves for a computer in your house.", says={"": ("it's in Google Drive", "saved on Dropbox"), "self": ("on our own server in the office",)}, known_by=0.75, minutes=0.3)
_field("storage.country", "country", "In which country is it stored?", why="The authorities there may be able to reach it.", term="cross-border-data-transfers-and-data-residency",
       means="where the data is stored",
       counts="Where the machines stand counts, not where the company sits. Where a page names two countries, your account's settings or your contract tell which is yours.", says={"": ("stored in Frankfurt", "the data sits on a server in Ireland")}, known_by=0.6, minutes=0.3)
_field("storage.crosses_border", "yesno", "Does data leave the country (or, in the EU and EEA, the bloc) where it is collected?", why="Crossing a border changes who may see it and which law holds.", term="cross-border-data-transfers-and-data-residency",
       means="whether data leaves the country (or, in the EU/EEA, the bloc) where it is collected",
       counts="It leaves if a copy is kept or worked on abroad, also for a moment in a foreign cloud: courts and authorities there may then reach it. Between EU countries does not count.", says={"yes": ("it gets sent to America",), "partly": ("only the backups go abroad",), "no": ("nothing leaves the country", "it stays in the building")}, known_by=0.65, minutes=0.3)
_field("storage.encrypted", "yesno", "Is it encrypted where it is stored?", why="Encryption keeps a stolen disk from being a leak.", term="data-storage",
       means="whether it is encrypted at rest",
       counts="I mean as it lies on the disk, not on its way there. A locked disk, or a cloud that states it, is a yes; open copies on sticks or in mails make it partly. A password to log in is not encryption.", says={"yes": ("the disks are encrypted", "BitLocker is on"), "no": ("plain files, no encryption", "anyone with the laptop can open it")}, known_by=0.55, minutes=0.3)
_field("storage.retention_limit", "yesno", "Is there a rule for deleting it, and is it followed?", why="What is deleted can no longer leak.", term="data-storage",
       means="whether there is a rule for deleting it, and it is followed (partly: a rule that is not followed)",
       counts="Yes if a time is set and somebody deletes by it; a rule that is not followed, or one for a part, is partly; tidying up now and then without a rule is a no.", says={"yes": ("we wipe everything after two years",), "partly": ("there is a rule but nobody does it",), "no": ("we keep it forever", "never deleted anything")}, known_by=0.75, minutes=0.3)
# --- compute ----------------------------------------------------------------------------------------------------------
_field("compute.supplier", "entity", "Who provides the machines it runs on?", why="Few companies rent out such machines; prices and rules are theirs.", term="cloud-service-provider",
       means="who provides the machines (cloud, host; self for own). \"Hosted at X\" without more is compute",
       counts="I mean whose machines do the work: a cloud, the tool's maker, or yourselves. You may ask them: “On whose servers does it run, and in which country?”",
       says={"": ("hosted at Hetzner", "it runs on AWS"), "self": ("on our own PC",)}, known_by=0.6, minutes=0.3)
_field("compute.country", "country", "In which country do those machines stand?", why="Law, export rules and distance depend on it.", term="geographic-inequality",
       means="where the machines stand",
       counts="Where the machines stand that do the work counts, not where you or the company sit.", says={"": ("the servers are in Finland", "a data centre in Mumbai")}, known_by=0.5, minutes=0.3)
_field("compute.hosting", "enum", "Does it run on your own premises, in a cloud that you rent, at the supplier's, or on the devices people carry?", why="It decides who can switch it off.", term="cloud-service-provider",
       means="own_premises: a server or PC of the organisation; cloud: rented by it; vendor_managed: somewhere at the application’s supplier; device: on the phones, tablets or boxes that people use in the field",
       counts="What counts is in whose name the machines that do the work run: your bill from a cloud is “a cloud we rent”, the tool maker's bill is “at the supplier's”. A phone on which you only open a page does not count.",
       options={"own_premises": "on our premises", "cloud": "in a cloud we rent", "vendor_managed": "at the supplier's", "device": "on phones or devices"},
       says={"own_premises": ("a box under the desk", "in our server room"), "cloud": ("we rent a virtual machine",), "vendor_managed": ("the vendor hosts it", "it's all on their side, SaaS"), "device": ("it runs on the tablet itself", "on the health workers' phones")}, known_by=0.65)
_field("compute.accelerator", "text", "Which chips or boards are used, if you know?", why="Nearly all advanced chips come from one foundry; some fall under export rules.", term="accelerators-market-landscape",
       means="the chips or boards used, as named (A100, TPU v5e, Jetson, CPU only …)", says={"": ("two A100 cards", "a Jetson box", "just CPU, no graphics card")}, known_by=0.25)
_field("compute.accelerator_vendor", "entity", "Who designs those chips?", why="A handful of companies do.", term="accelerators-market-landscape",
       means="who designs the chips", says={"": ("NVIDIA cards", "AMD chips")}, known_by=0.3, minutes=0.3)
_field("compute.alternative", "yesno", "Could the work move to another provider?", why="If it can move, you can bargain.", term="vendor-lock-in",
       means="whether the work could move to another provider",
       counts="Yes if you could move it without building it anew; partly if only some of it, or with much work; no if it runs only where it is.", says={"yes": ("we could move to another host in a day",), "partly": ("with a lot of effort",), "no": ("stuck with this cloud", "it only runs there")}, known_by=0.5, minutes=0.3)
_field("compute.outage_effect", "enum", "If those machines are gone for a day, does the work stop, get worse, or carry on?", why="It shows whether one data centre can stop you.", term="single-point-of-failure",
       means="what happens if these machines are gone for a day",
       counts="The work stops if people must wait until they are back; it gets worse if it goes on slower or by hand; nothing much if hardly anybody would notice.", options={"stops": "it stops", "degrades": "it gets worse", "none": "nothing much"},
       says={"stops": ("if the server is down nothing works",), "degrades": ("it'd be slow on the backup machine",), "none": ("no effect if the server is off",)}, known_by=0.7, minutes=0.3)
# --- model ------------------------------------------------------------------------------------------------------------
_field("model.name", "text", "Which AI model is behind it, if you know?", why="The model decides much of quality, cost and control.", term="foundation-model",
       means="the model, as named (GPT-4o, Llama 3 8B …)",
       counts="The name in the settings or on the maker's page is enough, such as GPT-4o. Not knowing is a fair answer: it becomes a question to your supplier.", says={"": ("it uses GPT-4o", "a Llama 3 model underneath")}, known_by=0.55, minutes=0.3)
_field("model.supplier", "entity", "Who developed the model?", why="The developer sets the terms, and can withdraw the model.", term="foundation-model",
       means="who developed the model", says={"": ("the model is from OpenAI", "trained by Google"), "self": ("we trained our own model",)}, known_by=0.55, minutes=0.3)
_field("model.weights", "enum", "Can others download and run the model (open weights), or is it closed?", why="Open weights can be kept, moved and adapted; closed ones are rented.", term="open-weights-vs-closed-weights",
       means="whether the weights can be downloaded and run by others",
       counts="Open: others may download it and run it themselves, so you could go on without its maker; closed: it comes only through its maker, and you depend on them. A free account is not open.", options={"open": "open", "closed": "closed"},
       says={"open": ("anyone can download it", "open weights"), "closed": ("it's proprietary", "you only get it through them")}, known_by=0.4, minutes=0.3)
_field("model.licence", "text", "Under which licence or terms does the model come?", why="Terms say what you may do, and what the supplier may change.", term="model-licence",
       means="the licence or terms it comes under", says={"": ("it's Apache 2.0", "under their standard terms of service", "MIT licence")}, known_by=0.3, minutes=0.3)
_field("model.access", "enum", "How do you reach the model: over the network, run by yourselves, or built into a product?", why="It decides who sees what you send, and who can cut you off.", term="api-access",
       means="api: called over the network at its supplier or a host; self_hosted: run by the organisation, also on its own devices; inside_product: built into a bought application",
       counts="Run by yourselves is on a machine that you control; over the network is your own program calling it at a company, by a key; built in is when you just use a bought tool and the model comes with it.",
       options={"api": "over the network (API)", "self_hosted": "we run it ourselves", "inside_product": "built into a product"},
       says={"api": ("we call their API", "through an API key"), "self_hosted": ("we run it on our own server",), "inside_product": ("it's baked into the software we bought",)}, known_by=0.5, minutes=0.3)
_field("model.adaptation", "enum", "Is the model used as it is, steered with prompts or your documents, fine-tuned, or trained from scratch?", why="The more it is adapted, the more depends on your data and care.", term="fine-tuning",
       means="used unchanged; steered by prompts or own documents; fine-tuned; trained by the organisation or for it",
       counts="Instructions, settings, or your documents beside it leave the model as it is: that is “with prompts or documents”. Fine-tuned is when its inside was trained further on examples.",
       options={"as_is": "as it is", "prompted": "with prompts or documents", "fine_tuned": "fine-tuned", "from_scratch": "trained from scratch"},
       says={"as_is": ("straight out of the box",), "prompted": ("we wrote a long prompt", "we feed it our handbook"), "fine_tuned": ("fine-tuned on our cases",), "from_scratch": ("we trained it from zero",)}, known_by=0.5)
_field("model.compressed", "yesno", "Is a smaller, compressed version used (distilled, pruned or quantised)?", why="Smaller models run locally, and can lose quality unseen.", term="model-compression-and-distillation",
       means="whether a distilled, pruned or quantised version is used",
       counts="Int8, 4-bit, Q4, “distilled” or “pruned” in its name mean yes: its numbers are kept with fewer bits, which is smaller and faster, and costs some accuracy, mostly in rarer languages.", says={"yes": ("the 4-bit version", "a distilled model"), "no": ("the full-size model",)}, known_by=0.25, minutes=0.3)
_field("model.documentation", "yesno", "Has anybody with you read a model card or transparency report?", why="It tells what the model was made for, and where it fails.", term="model-card",
       means="whether a model card or transparency report was read",
       counts="What counts is a text by its maker on what it was trained on, how it was tested and where it fails; a research paper does. An advertisement does not; skimmed is partly.", says={"yes": ("I read the model card",), "partly": ("we skimmed it",), "no": ("never seen any documentation",)}, known_by=0.75, minutes=0.3)
_field("model.tested_locally", "yesno", "Was it tested on your own cases and languages before use?", why="Good results elsewhere say little about your people.", term="model-evaluation",
       means="whether it was tested on the organisation’s own cases and languages",
       counts="Yes if your own cases in your own languages were run and looked at before use; one language of two, or a handful, is partly; a vendor's demonstration is a no.", says={"yes": ("we tried it on 200 of our own files",), "partly": ("tested in English only",), "no": ("we just started using it",)}, known_by=0.8, minutes=0.3)
_field("model.trains_on_inputs", "yesno", "May the supplier train on what you send it?", why="What it learns from you it may tell others.", term="privacy-by-design",
       means="whether the supplier may train on what is sent to it (the organisation’s own reuse is monitoring.feedback_reused)",
       counts="Yes if the terms or settings let the supplier learn from what you send in use; no if they rule it out, or if it runs on your own machine and sends nothing.", says={"yes": ("they can use our chats for training",), "no": ("we opted out of training", "the contract forbids them to train on our data")}, known_by=0.45, minutes=0.3)
_field("model.alternative", "yesno", "Could another model take over?", why="If another can take over, you can leave.", term="vendor-lock-in",
       means="whether another model could take over",
       counts="Yes if you know which, and could change without building it anew; partly if it would be worse or take weeks; no if nothing else does your task or language.", says={"yes": ("we could swap in another model",), "no": ("there is no substitute for it", "only this model speaks our language")}, known_by=0.5, minutes=0.3)
# --- monitoring -------------------------------------------------------------------------------------------------------
_field("monitoring.performance_tracked", "yesno", "Do you measure how well it works in use?", why="Quality drifts, and nobody notices without measuring.", term="monitoring-and-drift",
       means="whether quality is measured in use",
       counts="Yes if right and wrong are counted regularly; a look now and then is partly; a feeling, or waiting for complaints, is a no.", says={"yes": ("we count errors every month",), "partly": ("we note the worst mistakes",), "no": ("nobody measures anything",)}, known_by=0.85, minutes=0.3)
_field("monitoring.bias_tested", "yesno", "Do you compare results across groups of people?", why="An average hides whom it fails.", term="fairness",
       means="whether results are compared across groups of people",
       counts="Yes if you put the results of groups side by side, such as women and men or two languages; once, or for one group, is partly. An average hides who comes off worse.", says={"yes": ("we compare men and women", "checked results by district"), "no": ("never compared groups",)}, known_by=0.8, minutes=0.3)
_field("monitoring.incident_process", "yesno", "Is there a way to report and handle harm or failure?", why="A harm that is not reported happens again.", term="incident-response",
       means="whether harm or failure is reported and handled (a person’s right to contest an outcome is application.appeal)",
       counts="Such as: it misses a case, or says something false. Yes if people know whom to tell, it is written down and somebody acts; only telling each other is partly.", says={"yes": ("there is an incident log", "staff report problems to the desk"), "no": ("no procedure when it goes wrong",)}, known_by=0.85, minutes=0.3)
_field("monitoring.feedback_reused", "yesno", "Do its outputs or your corrections flow back into training or the knowledge it uses?", why="A loop can improve a system, or lock in its errors.", term="feedback-loop",
       means="whether outputs or corrections flow back into training or the knowledge it uses (a feedback loop)",
       counts="Yes if your corrections or its outputs go back into what it learns from or looks up; some of them is partly. Correcting one text for yourself is a no.", says={"yes": ("our corrections are used to retrain it",), "no": ("nothing flows back", "it does not learn from us")}, known_by=0.6, minutes=0.3)
_field("monitoring.update_control", "yesno", "Do you know and control when the model or tool changes?", why="A silent update can change results overnight.", term="monitoring-and-drift",
       means="whether the organisation knows and controls when the model or tool changes",
       counts="Yes if you hear of changes before they come and can say when; only hearing of them is partly; changes overnight are a no.", says={"yes": ("we decide when to update", "pinned version"), "partly": ("they tell us, but we cannot refuse",), "no": ("it changes overnight without notice",)}, known_by=0.7, minutes=0.3)
# --- governance -------------------------------------------------------------------------------------------------------
_field("governance.policy", "yesno", "Are there written rules for the use of AI?", why="Rules tell staff what may and may not be done.", term="ai-governance",
       means="whether there are written rules for the use of AI",
       counts="Yes if it is written, about AI, and your people know it: one page does. A draft, or a line on it in other rules, is partly; spoken rules are a no.", says={"yes": ("we have an AI policy",), "partly": ("there's a draft policy",), "no": ("no rules on paper",)}, known_by=0.95, minutes=0.3)
_field("governance.responsible_person", "yesno", "Is somebody named as responsible for it?", why="What is everybody's job is nobody's.", term="ai-governance",
       means="whether somebody is named as responsible",
       counts="Yes if everybody would name the same person, and it may be you; somebody who just happens to look after it is partly.", says={"yes": ("Maria is in charge of it", "our data officer answers for it"), "no": ("nobody is responsible really",)}, known_by=0.95, minutes=0.3)
_field("governance.staff_trained", "yesno", "Have staff and leaders been trained for it?", why="People who know its limits catch its errors.", term="leadership-competencies-for-ai-adoption",
       means="whether staff and leaders have been trained",
       counts="Yes if those who use it and those who lead were shown what it does, where it errs and what may not go in. Some of them, or one short session that few followed, is partly.", says={"yes": ("everyone did the course",), "partly": ("only two of us had training",), "no": ("we learned by doing, no training",)}, known_by=0.95, minutes=0.3)
_field("governance.impact_assessment", "yesno", "Was the impact on people or their data assessed?", why="An assessment finds harm before people do.", term="impact-assessment",
       means="whether the impact on people or their data was assessed",
       counts="Yes if somebody wrote down who could be harmed, how, and what is done about it, by whatever name. Begun, or for a part, is partly. A plan that looks only at your organisation does not count.", says={"yes": ("we did a DPIA",), "partly": ("one was started",), "no": ("no assessment was made",)}, known_by=0.8, minutes=0.3)
_field("governance.people_consulted", "yesno", "Did the people affected have a say?", why="They know what can go wrong for them.", term="participation",
       means="whether the people affected had a say",
       counts="Yes if those affected were asked while something could still change, or sit where it is decided; a few of them, or asked afterwards, is partly; only being told is a no.", says={"yes": ("we asked the parents' council first",), "no": ("nobody asked the families",)}, known_by=0.9, minutes=0.3)
_field("governance.exit_clause", "yesno", "Do your contracts say how to leave and get your data back?", why="Without it, leaving can be impossible or dear.", term="vendor-lock-in",
       means="whether contracts say how to leave and get the data back",
       counts="Yes if the contract tells both how to end it and how you get your data back; one of them is partly. Terms that you only clicked are a contract too.", says={"yes": ("we can cancel and get an export",), "no": ("nothing in the contract about leaving", "no contract at all")}, known_by=0.6, minutes=0.3)
_field("governance.transparency_published", "yesno", "Is your use of AI published for anyone to see?", why="Openness earns trust, and invites correction.", term="transparency-reporting",
       means="whether the use of AI is published for anyone to see (website, annual report, register)",
       counts="Yes if anybody can read which AI you use and what for; a mention, or the price alone, is partly; a plan to publish it is a no.", says={"yes": ("it's on our website", "in the annual report"), "no": ("we never published it",)}, known_by=0.9, minutes=0.3)
# fmt: on

FIELDS: Mapping[str, Field] = MappingProxyType(_REGISTERED)


@cache
def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields of one kind, in their declared order."""
    return tuple(f for f in FIELDS.values() if f.kind == kind)
