"""Answers are held to what counts for their question."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.chain.facts import Chain, Fact, field_of, fold
from vcassist.interview.ports import Proposal, Reading, Stated
from vcassist.reading.told.what_counts import held_to_what_counts, nearest_that_counts, stated_that_counts


def held(ref: str, value: Any, message: str, quote: str = "", status: str = "known", chain: Chain | None = None) -> Any:
    quote = quote or message
    start = message.index(quote)
    told = Proposal(ref, status, value, quote, 0.9, start, start + len(quote))
    read = held_to_what_counts(Reading((told,), "answer"), message, ref, chain or Chain())
    return next((p.value for p in read.proposals if p.ref == ref), None)


@pytest.mark.parametrize(
    ("ref", "read", "message", "value"),
    [
        ("storage.encrypted", "partly", "Not encrypted, no. The server has a password, but the disk is plain.", "no"),
        ("storage.encrypted", "yes", "It is in a chest with a lock. I know of no other cipher.", "no"),
        ("storage.encrypted", "yes", "we have a password on it", None),
        ("storage.encrypted", "yes", "customer-managed keys", "yes"),
        ("storage.encrypted", "yes", "the disk is encrypted and has a password", "yes"),
        ("model.tested_locally", "no", "They ran it on our old accounts for a month", "yes"),
        ("model.tested_locally", "no", "they never tried it on our accounts", "no"),
        ("application.labels_content", "partly", "the print bears at its foot that a machine read it", "yes"),
        ("application.labels_content", "partly", "only some letters carry a line", "partly"),
        ("storage.retention_limit", "partly", "it is 30 days, I shortened it in March", "yes"),
        ("storage.retention_limit", "partly", "it should be 30 days", "partly"),
        ("model.trains_on_inputs", "no", "chats stay for ever, for learning", "yes"),
        ("model.trains_on_inputs", "no", "nothing is kept for learning", "no"),
        ("application.human_review", "always", "nobody checks before it goes out. I read the log on Mondays", "never"),
        (
            "application.human_review",
            "always",
            "Officers phone before any letter goes. Supposed to anyway.",
            "sometimes",
        ),
        ("model.tested_locally", "partly", "nope nobody tested anything, it does spanish ok but not mam", "no"),
        ("model.tested_locally", "partly", "nobody tested the second language, only one", "partly"),
        ("model.adaptation", "from_scratch", "No training of the model.", None),
        ("model.adaptation", "from_scratch", "no training of our own, it reads our files", "prompted"),
        ("model.adaptation", "fine_tuned", "not trained on anything of others, we trained it ourselves", "fine_tuned"),
        ("model.adaptation", "from_scratch", "we built it from scratch", "from_scratch"),
        ("application.outage_effect", "none", "unless she is off, then it goes as it is", None),
        ("application.outage_effect", "none", "when it is off we go on by hand", "none"),
        ("application.decision_role", "decides", "It doesn't order anybody about. The lads look at it.", None),
        ("application.decision_role", "decides", "it decides by itself", "decides"),
        ("application.decision_role", "decides", "mary checks each reply before it goes", None),
        ("application.decision_role", "decides", "unless she is away, then nobody", None),
        ("application.decision_role", "decides", "it sends it, mary reads them all on Monday", "decides"),
        ("application.outage_effect", "none", "It takes no decisions whatsoever about any person.", None),
        ("application.outage_effect", "stops", "without it no decisions are made and all stops", "stops"),
        ("application.works_offline", "yes", "it works offline but the scores dont update", "partly"),
        ("application.works_offline", "yes", "But it works without a network, that was the point", "yes"),
        ("application.labels_content", "partly", "yes on all", "partly"),
        ("model.tested_locally", "yes", "tried like 3 scripts first", "partly"),
        ("model.tested_locally", "yes", "one hour of one session", "partly"),
        ("model.tested_locally", "yes", "400 held-out calls, two cases were wrong", "yes"),
        ("model.tested_locally", "yes", "two months of letters", "yes"),
        ("application.decision_role", "assists", "It gives advice. We decide.", "recommends"),
        ("application.decision_role", "decides", "it just informs, nobody's fate hangs on it", "assists"),
        ("application.decision_role", "decides", "it decides, and nobody looks", "decides"),
        (
            "governance.responsible_person",
            "no",
            "The manager was looking after it, but nobody was really chosen.",
            "partly",
        ),
        ("governance.responsible_person", "no", "That assistant only handles it. Nobody was appointed.", "partly"),
        ("governance.responsible_person", "no", "Nobody was appointed.", "no"),
        ("monitoring.incident_process", "no", "whoever sees it tells me. nothing wrote down", "partly"),
        (
            "monitoring.incident_process",
            "no",
            "Someone says it to me and I say it to Declan. That's all the process there is.",
            "partly",
        ),
        ("monitoring.incident_process", "no", "Nobody tells anybody anything. No form.", "no"),
        (
            "monitoring.bias_tested",
            "yes",
            "We compared day girls and boarders once. We haven't done it again since.",
            "partly",
        ),
        ("monitoring.bias_tested", "yes", "Once a term we compare girls and boys.", "yes"),
        (
            "storage.retention_limit",
            "yes",
            "The by-law says seven years. It has not been followed for the older mail.",
            "partly",
        ),
        ("application.appeal", "yes", "he can press 0 and i change. but most of people dont know this 0", "partly"),
        (
            "application.human_review",
            "always",
            "She reads the Polish, every week. The Portuguese goes out without anyone looking.",
            "sometimes",
        ),
        (
            "application.human_review",
            "always",
            "jess listens thru it before it goes out. unless were late then nah",
            "sometimes",
        ),
        ("application.human_review", "always", "I read each one. Nothing goes out unread.", "always"),
        ("data.representative", "no", "Not so well. The Science classes are in there too but very few.", "partly"),
        ("data.representative", "no", "No. The women are missing, a few men are in it.", "no"),
        ("compute.hosting", "device", "On Otter's side. We had laptops, that's all.", "vendor_managed"),
        ("compute.hosting", "device", "On our own tablets.", "device"),
        ("storage.retention_limit", "yes", "audio is wiped after 30 days. notes, no rule", "partly"),
        ("storage.retention_limit", "yes", "it goes after 30 days, the rule is on the wall", "yes"),
        ("application.decision_role", "assists", "It types what we say.", "assists"),
        ("application.appeal", "yes", "they can contest it. Hardly any of them know that", "partly"),
        ("data.consent", "partly", "each signs a form. Texts without a form were excluded", "yes"),
        ("data.consent", "partly", "they sign. Those who did not are in it all the same", "partly"),
        ("application.human_review", "always", "Always, unless Niamh is on holidays", "sometimes"),
        ("application.human_review", "always", "I read them all, bar the night ones", "sometimes"),
        ("application.human_review", "always", "a vet reads it first. on a saturday, hmm, not so much", "sometimes"),
        ("application.human_review", "always", "a vet reads it first, that's the rule anyhow", "sometimes"),
        ("application.human_review", "always", "nothing goes out unless I have read it", "always"),
        ("application.human_review", "always", "every single one, no exceptions", "always"),
        ("application.human_review", "always", "Always. It stays a draft unless I press send.", "always"),
        ("application.human_review", "always", "Always. Sending it unread, no chance.", "always"),
        ("application.human_review", "always", "Always. What it writes is only meant to be a draft.", "always"),
        ("model.tested_locally", "yes", "Yes, we tested GPT-4 on letters.", "yes"),
        ("model.tested_locally", "yes", "Yes. Two teachers compared essays in both languages.", "yes"),
        ("data.consent", "partly", "For the old photos there is no consent and nobody deleted them.", "partly"),
        ("compute.hosting", "cloud", "It runs on AWS.", "cloud"),
        ("compute.hosting", "cloud", "Everything runs on Google Cloud.", "cloud"),
        ("application.decision_role", "decides", "It decides who gets in, we only tell the families.", "decides"),
        ("compute.hosting", "cloud", "EduNorte runs it, on what they rent from OVH", "vendor_managed"),
        ("compute.hosting", "cloud", "a server that EduNorte has at Hetzner", "vendor_managed"),
        ("compute.hosting", "cloud", "AWS, in their account", "vendor_managed"),
        ("compute.hosting", "cloud", "our programmer has it on a droplet, the bill comes to us", "cloud"),
        ("compute.hosting", "cloud", "in AWS, we pay for it though they set it up", "cloud"),
        ("compute.hosting", "cloud", "The association rents two servers", "cloud"),
        ("governance.responsible_person", "no", "she is in charge of the whole thing", "yes"),
        ("governance.responsible_person", "no", "nobody is in charge", "no"),
        ("governance.people_consulted", "yes", "not the patients no but the nurses yes we sat with them", "partly"),
        ("governance.staff_trained", "no", "the nurses yes, the drivers no", "partly"),
        ("model.documentation", "partly", "not partly", None),
        ("governance.staff_trained", "no", "He showed it to the secretary one morning. Me not.", "partly"),
        ("monitoring.incident_process", "no", "we write it in our group but there is no form or anything", "partly"),
        ("monitoring.incident_process", "no", "no, there is no form and nobody to tell", "no"),
        ("application.human_review", "never", "they dont always, it went straight out", "sometimes"),
        ("application.human_review", "always", "a nurse reads every one before it goes out", "always"),
        ("application.outage_effect", "none", "each patient waits, slower", "degrades"),
        ("application.outage_effect", "none", "it isnt any slower", "none"),
        ("application.outage_effect", "none", "it stopped twice and we lost a day of notes", "degrades"),
        ("application.outage_effect", "none", "nothing much is lost, we write by hand", "none"),
        ("application.alternative", "yes", "it stopped twice and we lost a day of notes", None),
        ("application.alternative", "yes", "no day was lost, the paper forms are there", "yes"),
        ("application.tells_people", "no", "Year 10 yes, first lesson. Year 11 we never got round to.", "partly"),
        ("application.tells_people", "no", "say yes if that lowers the risk, otherwise no", "no"),
        ("data.consent", "yes", "The form went home with all. Two thirds came back signed.", "partly"),
        ("data.consent", "yes", "The form went home with all. All came back signed.", "yes"),
        (
            "application.appeal",
            "no",
            "They can ask for a second look, by goodwill. There is no set procedure.",
            "partly",
        ),
        ("application.appeal", "no", "There is no set procedure.", "no"),
        (
            "model.tested_locally",
            "no",
            "Doina tried it with our old letters, in Russian. Ukrainian nobody tried.",
            "partly",
        ),
        ("model.tested_locally", "partly", "Not with our kids. There was a demo in English.", "no"),
        (
            "storage.retention_limit",
            "yes",
            "We're meant to wipe the chats, but I'd be fibbing if I told you it's done",
            "partly",
        ),
        ("storage.retention_limit", "yes", "We're meant to wipe the chats and we do, every Friday", "yes"),
        (
            "application.labels_content",
            "partly",
            "what is printed bears a line, what we copy by hand has nothing",
            "partly",
        ),
        ("monitoring.bias_tested", "yes", "all in one pot, not men and women apart", "no"),
        ("monitoring.bias_tested", "yes", "men and women apart, every month", "yes"),
        ("application.sourcing", "vendor", "not us alone, the observatory made one half", "both"),
        ("application.sourcing", "vendor", "not us, the observatory", "vendor"),
        ("model.tested_locally", "no", "Half. Tried it on my wheat before I paid. Never on the lentils.", "partly"),
        ("governance.responsible_person", "no", "nobodys officially in charge of it", "no"),
        ("storage.retention_limit", "yes", "Ravi made a rule. Nobody ever threw away a tape.", "partly"),
        (
            "storage.retention_limit",
            "yes",
            "Annex V fixes two years. The purge due in January was not carried out.",
            "partly",
        ),
        (
            "storage.retention_limit",
            "partly",
            "Annex V fixes two years. The purge due in January was not carried out.",
            "partly",
        ),
        ("storage.retention_limit", "yes", "Annex V fixes two years. The purge was carried out in January.", "yes"),
        ("data.consent", "no", "Signed slip. No slip, no tape.", "yes"),
        ("data.consent", "no", "No slip was ever signed, no idea why.", "no"),
        ("compute.hosting", "cloud", "AWS I think, through the vendor", "vendor_managed"),
        ("compute.hosting", "cloud", "AWS, our own account, found through the vendor", "cloud"),
        ("storage.crosses_border", "no", "It does not remain on the island, if that is what you are after.", "yes"),
        ("storage.crosses_border", "no", "Yes it go out of the country, after here it travel.", "yes"),
        ("storage.crosses_border", "no", "It never stays longer than a day, and all of it is here.", "no"),
        ("storage.crosses_border", "no", "Nothing of it goes outside the district.", "no"),
    ],
)
def test_a_choice_is_what_counts_for_it(ref: str, read: str, message: str, value: str | None) -> None:
    assert held(ref, read, message) == value


@pytest.mark.parametrize(
    ("ref", "read", "message", "members"),
    [
        ("data.sensitive_data", ("health",), "the cause of death and the confession", {"health", "religion"}),
        ("data.sensitive_data", ("health",), "the illness, and a confession to the police", {"health"}),
        ("data.sensitive_data", ("children",), "the whereabouts of minors", {"children", "location"}),
        ("data.sensitive_data", ("health",), "health, but no fingerprints", {"health"}),
        ("data.sensitive_data", ("religion",), "ethnic background, and quite often the faith", {"ethnicity", "religion"}),
        ("data.sources", ("own_records",), "our ledgers, and catalogues open for anyone to reuse", {"own_records", "open_data"}),
        ("data.sources", ("own_records",), "our ledgers, not open data", {"own_records"}),
        ("application.affected_people", ("customers",), "customers, and men locked here with sentences", {"customers"}),
        ("application.affected_people", ("refugees",), "refugees and prisoners", {"refugees", "other"}),
        ("labelling.done_by", ("community",), "members of a society, who received no pay", {"volunteers"}),
        ("labelling.done_by", ("community",), "people of the villages", {"community"}),
        ("labelling.done_by", ("own_staff",), "Ourselves, the unpaid handlers", {"volunteers"}),
        ("labelling.done_by", ("own_staff",), "Ourselves, the nurses", {"own_staff"}),
        ("application.generates", ("text",), "it writes the bulletin and reads it out on air", {"text", "audio"}),
        ("application.generates", ("text",), "it writes the bulletin and I read it out on air", {"text"}),
    ],
)  # fmt: skip
def test_words_that_need_no_guess_name_a_member(
    ref: str, read: tuple[str, ...], message: str, members: set[str]
) -> None:
    assert set(held(ref, read, message)) == members


def test_two_halves_are_heard_where_neither_was() -> None:
    message = "Year 10 yes, first lesson. Year 11 we never got round to."
    (told,) = held_to_what_counts(Reading((), "answer"), message, "application.tells_people", Chain()).proposals
    assert (told.value, told.quote) == ("partly", message)


READ = {
    "data.provenance": "yes",
    "organisation.size": "up_to_10",
    "application.tells_people": "no",
    "data.sources": ("sensors",),
}


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("data.provenance", "every film traces back to someone"),
        ("application.tells_people", "there is no little sign on the pages"),
        ("data.sources", "They stand in the field with the little radio"),
        ("data.provenance", "The letter bears the coat of arms and nothing further"),
        ("organisation.size", "I'm the only one here who sat the course"),
    ],
)
def test_what_is_told_beside_the_answer_must_be_of_the_matter(ref: str, words: str) -> None:
    told = Proposal(ref, "known", READ[ref], words, 0.9, 0, len(words))
    assert held_to_what_counts(Reading((told,), "answer"), words, "data.personal_data", Chain()).proposals == ()


def test_a_guess_at_the_nearest_choice_is_held_to_what_counts_too() -> None:
    near = nearest_that_counts(lambda text, key: (0.9, "none", 0.8))
    assert near("we lost a day of notes", "application.outage_effect") == (0.9, "degrades", 0.8)
    assert near("we went on by hand", "application.outage_effect") == (0.9, "none", 0.8)
    assert near("we went on by hand", "governance.policy") == (0.9, "none", 0.8)
    assert nearest_that_counts(lambda text, key: None)("anything", "application.outage_effect") is None


def test_of_a_list_the_guess_stays_one_member() -> None:
    sensitive = "data.sensitive_data"
    place = nearest_that_counts(lambda text, key: (0.9, "location", 0.8))
    assert place("whose house it is", sensitive) == (0.9, "location", 0.8)
    assert place("which church they go to", sensitive) == (0.9, "location", 0.8)
    assert place("where they stand with the law", sensitive) == (0.9, "legal_status", 0.8)


def test_two_halves_of_two_parts_are_none_of_one() -> None:
    tools = fold([Fact("application.name", "known", "Kora"), Fact("application-2.name", "known", "Nyota")])
    assert held("application.appeal", "yes", "the first tool yes, the second tool no", chain=tools) == "yes"


@pytest.mark.parametrize(
    ("ref", "value", "message", "stays"),
    [
        ("organisation.size", "up_to_10", "The photos are from two communities, and we are five.", False),
        ("organisation.size", "up_to_10", "We are five.", True),
        ("labelling.quality_checked", "yes", "He put to each one the grade.", False),
        ("labelling.quality_checked", "yes", "A second person looks at each mark.", True),
        ("data.personal_data", "no", "I told them never to put a name in it.", False),
        ("data.personal_data", "no", "There are no names in it.", True),
    ],
)
def test_what_is_told_beside_takes_words_of_its_own(ref: str, value: str, message: str, stays: bool) -> None:
    told = Proposal(ref, "known", value, message, 0.9, 0, len(message))
    read = held_to_what_counts(Reading((told,), "answer"), message, "data.sources", Chain())
    assert bool(read.proposals) == stays


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("Every surgery since Easter", False),
        ("Every note since May is read by the doctor", True),
        ("It goes straight out", True),
    ],
)
def test_how_often_somebody_checks_takes_a_word_of_looking(said: str, stays: bool) -> None:
    read = Reading((Proposal.of_all(said, "application.human_review", "known", "always", 0.9),), "answer")
    assert bool(held_to_what_counts(read, said, "application.lifecycle", Chain()).proposals) is stays


def test_where_there_is_no_contract_none_says_how_to_leave() -> None:
    assert held("governance.exit_clause", None, "There is no contract, only a letter", status="not_applicable") == "no"


@pytest.mark.parametrize(
    ("read", "message", "people"),
    [
        (("citizens",), "Tenants. Who else would it be", ("customers",)),
        (("patients",), "patients parents and my MOs", ("patients", "staff", "other")),
        (("students",), "only the pupils, not the parents", ("students",)),
        (("children",), "the parents", ("other",)),
        (("children",), "the kids and their parents", ("children", "other")),
        (("customers",), "visitors of our site, customers", ("customers",)),
        (("patients",), "patients. and us physios i suppose", ("patients", "staff")),
        (("customers",), "they pay us always, the customers", ("customers",)),
        (("other",), "the owners of the animals", ("customers",)),
        (("staff", "other"), "tenants, plus our own volunteers", ("customers", "staff")),
        (("job_seekers",), "the applicants, who are all students at a university", ("students",)),
        (("customers", "job_seekers"), "Applicants for our flats, our customers", ("customers",)),
        (("job_seekers",), "applicants for a job", ("job_seekers",)),
        (("students", "job_seekers"), "Unemployed people and students", ("students", "job_seekers")),
    ],
)
def test_everybody_counts_whom_an_answer_names(read: tuple[str, ...], message: str, people: tuple[str, ...]) -> None:
    assert held("application.affected_people", read, message) == people


def told(message: str, asked: str, chain: Chain | None = None) -> Any:
    read = held_to_what_counts(Reading((), "other"), message, asked, chain or Chain())
    return next((p.value for p in read.proposals), None)


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("It's their website. You log in.", "inside_product"),
        ("it lives on the laptop itself", "self_hosted"),
        ("on the laptop, in the browser", "inside_product"),
        ("no website of theirs", None),
    ],
)
def test_how_a_model_is_reached_is_told_by_where_people_use_it(message: str, value: str | None) -> None:
    assert told(message, "model.access") == value


@pytest.mark.parametrize("message", ["Here, upon the island, in the laptop", "with us", "in our office"])
def test_what_stands_where_they_are_stands_in_their_country(message: str) -> None:
    home = Chain().with_facts({"organisation.country": Fact("organisation.country", "known", "ET", "Ethiopia")})
    assert told(message, "compute.country", home) == "ET"
    assert told(message, "compute.country") is None


def test_who_is_named_beside_a_story_counts_where_nobody_else_was_read() -> None:
    said = "There is more: I named also the scholars who write to us. During the war nobody wrote at all."
    assert told(said, "application.affected_people") == ("other",)
    assert told("not the parents, surely", "application.affected_people") is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("I look at every one it calls referable, and one in ten of the normals.", "sometimes"),
        ("Yes, the urgent ones; the rest go straight to the desk", "sometimes"),
        ("All of them, 100 % of the letters, each third day of the week", "always"),
    ],
)
def test_a_share_of_them_is_checked_sometimes(said: str, value: str) -> None:
    ref = "application.human_review"
    read = Reading((Proposal(ref, "known", "always", said, 0.8, 0, len(said)),), "answer")
    assert [p.value for p in held_to_what_counts(read, said, ref, Chain()).proposals] == [value]


@pytest.mark.parametrize(
    ("said", "quote", "value"),
    [
        ("idk. sister Njeri checks the order before it goes, mostly", "sister Njeri checks the order", "sometimes"),
        ("As a rule the clerk reads it. We print it then.", "the clerk reads it", "sometimes"),
        ("We print it mostly. The clerk reads every one first.", "The clerk reads every one first", "always"),
    ],
)
def test_a_check_that_is_made_mostly_is_made_sometimes(said: str, quote: str, value: str) -> None:
    assert held("application.human_review", "always", said, quote) == value


@pytest.mark.parametrize(
    ("said", "value"), [("umm worse i guess?", "degrades"), ("it would not be worse", "none"), ("no worse", "none")]
)
def test_what_is_worse_without_it_is_not_nothing_much(said: str, value: str) -> None:
    assert held("application.outage_effect", "none", said) == value


def test_what_nobody_mentions_is_not_told_and_the_question_applies() -> None:
    said = "It isn't something we mention to candidates."
    assert held("application.tells_people", None, said, status="not_applicable") == "no"
    assert held("application.tells_people", None, "That does not apply.", status="not_applicable") is None


@pytest.mark.parametrize(
    ("ref", "value", "message", "stays"),
    [
        ("organisation.size", "11_to_50", "Eleven people have, I checked.", False),
        ("organisation.size", "11_to_50", "We are eleven people.", True),
        ("organisation.size", "up_to_10", "One hour on a wet Thursday, and six people turned up.", False),
        ("organisation.size", "up_to_10", "it is just me here", True),
        ("organisation.size", "11_to_50", "the volunteers, and I suppose the iwi", False),
        ("application.alternative", "yes", "their hotline played jazz", False),
        ("application.alternative", "yes", "we write it by hand", True),
        ("organisation.ai_role", ("funder",), "We pay them forty thousand a year.", False),
        ("organisation.ai_role", ("funder",), "we pay for the tools of twelve schools with a grant", True),
        ("application.affected_people", ("customers",), "they don't share that with clients", False),
        ("application.affected_people", ("customers",), "it answers our customers", True),
        ("application.affected_people", ("customers",), "ChatGPT writes letters to clients.", True),
        ("application.affected_people", ("customers",), "We use a chatbot for customers.", True),
        ("application.affected_people", ("job_seekers",), "Unemployed people ask it how to register.", True),
        ("application.labels_content", "yes", "Each text carries a notice at the bottom", True),
        ("application.affected_people", ("job_seekers",), "Applicants are told about a credit check.", False),
        ("application.affected_people", ("staff",), "Every line of it written by our own team.", False),
        ("application.affected_people", ("staff",), "it plans the shifts of our own team", True),
        ("application.tells_people", "no", "Hardly any of them know about it", False),
        ("application.tells_people", "no", "Hardly any of them know about the machine", True),
        ("application.labels_content", "no", "Just a mark on a row number", False),
        ("application.labels_content", "no", "there is no label on it", True),
        ("governance.policy", "yes", "A written assessment exists, eleven pages", False),
        ("governance.policy", "yes", "there are written rules of one page", True),
        ("application.outage_effect", "none", "I get a feeling when it has a bad day", False),
        ("application.outage_effect", "none", "nobody would notice", True),
    ],
)
def test_what_nobody_asked_for_must_count_for_its_field(ref: str, value: Any, message: str, stays: bool) -> None:
    told = Proposal(ref, "known", value, message, 0.9, 0, len(message))
    kept = held_to_what_counts(Reading((told,), "answer"), message, "storage.encrypted", Chain()).proposals
    assert bool(kept) is stays
    one = Stated(field_of(ref).key, value if isinstance(value, str) else value[0], 0.9)
    assert bool(stated_that_counts(lambda text: (one,))(message)) is stays


def test_where_there_is_no_label_none_is_what_there_is() -> None:
    said = "no there is no label on it or anything like that"
    told = Proposal("application.labels_content", "not_applicable", None, said, 0.9, 0, len(said))
    (kept,) = held_to_what_counts(Reading((told,), "answer"), said, told.ref, Chain()).proposals
    assert (kept.status, kept.value) == ("known", "no")


def test_a_model_that_was_trained_labels_nothing_by_that() -> None:
    said = "fine-tuned was LeafEye 1"
    told = Proposal("labelling.done_by", "known", ("model",), said, 0.9, 0, len(said))
    assert held_to_what_counts(Reading((told,), "answer"), said, told.ref, Chain()).proposals == ()


def test_what_only_informs_helps() -> None:
    said = "it just informs, nobody's fate hangs on it"
    (told,) = held_to_what_counts(Reading((), "answer"), said, "application.decision_role", Chain()).proposals
    assert told.value == "assists" and told.quote in said


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("we use it and our photos train it too", ("deployer", "data_provider")),
        ("we built it and our photos train it", ("deployer", "developer")),
    ],
)
def test_whose_records_train_it_supplies_data(said: str, parts: tuple[str, ...]) -> None:
    assert held("organisation.ai_role", ("deployer", "developer"), said) == parts


@pytest.mark.parametrize(
    ("read", "said", "who"),
    [
        (("model",), "we thumb the notes up or down. the rest is another AI marking it", ("own_staff", "model")),
        (("crowd_platform",), "my boys type in the scale weight. rest gets done on clickworker", ("own_staff", "crowd_platform")),
        (("volunteers",), "our volunteers label them", ("volunteers",)),
    ],
)  # fmt: skip
def test_who_of_us_labels_is_own_staff(read: tuple[str, ...], said: str, who: tuple[str, ...]) -> None:
    assert held("labelling.done_by", read, said) == who


def test_what_somebody_does_is_not_whom_it_touches() -> None:
    assert held("application.affected_people", ("staff",), "I am employed as a clerk at the Tax Office.") is None
    assert held("application.affected_people", ("staff",), "The clerks at the Tax Office.") == ("staff",)


def test_what_a_sentence_of_its_own_takes_out_is_taken_out_where_nobody_asked_too() -> None:
    said = "Sister checks each reminder. Unless she is off, then it goes as it is."
    told = Proposal("application.human_review", "known", "always", "Sister checks each reminder", 0.9, 0, 27)
    read = held_to_what_counts(Reading((told,), "answer"), said, "storage.country", Chain())
    assert [p.value for p in read.proposals] == ["sometimes"]


def beside(ref: str, value: str, message: str, asked: str = "governance.policy") -> Any:
    """What is left of a choice that was read in a message though something else was asked."""
    told = Proposal(ref, "known", value, message, 0.9, 0, len(message))
    read = held_to_what_counts(Reading((told,), "answer"), message, asked, Chain())
    return next((p.value for p in read.proposals if p.ref == ref), None)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("There is no electricity many days here, so it is gone often", None),
        ("The data does not leave, there is no internet on it", None),
        ("Without internet it does nothing", "no"),
        ("There is no signal in the valley and then it stops", "no"),
        ("It needs a good line", "no"),
    ],
)
def test_by_the_way_only_a_need_of_the_net_is_one(message: str, left: str | None) -> None:
    assert beside("application.works_offline", "no", message) == left


def test_what_a_house_says_that_it_is_not_is_no_field_of_its() -> None:
    assert beside("organisation.sector", "education", "we're not a school") is None
    assert beside("organisation.sector", "education", "we are a school and not a clinic") == "education"
