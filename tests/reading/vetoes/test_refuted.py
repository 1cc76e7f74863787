"""Facts that their own words refute: denied, restricted, put off, or said of something else."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.facts import Value
from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.vetoes.refuted import sound


def left(key: str, value: Value, quote: str, text: str = "", asked: bool = False) -> object:
    """What is left of a fact read from ``quote``: its value, its status where it is not known, None where it is taken back."""
    text = text or quote
    spec = FIELDS[key]
    seen = look(text, NameFinder(small_register()), spec if asked else None)
    start = text.index(quote)
    found = sound(seen, {key: seen.known(key, value, start, start + len(quote), 0.9)}, spec if asked else None).get(key)
    return found and (found.value if found.status == "known" else found.status)


@pytest.mark.parametrize(
    ("key", "value", "quote"),
    [
        ("application.decision_role", "decides", "nobody decides"),
        ("application.decision_role", "decides", "it does not decide anything"),
        ("application.human_review", "never", "no written record"),
        ("application.human_review", "never", "nobody decides"),
        ("application.appeal", "no", "nobody ever complained"),
        ("application.tells_people", "no", "nobody has told the patients that they may complain"),
        ("application.tells_people", "yes", "we tell the parents where to complain"),
        ("application.lifecycle", "retired", "We had also a robot in the foyer, but the board stopped it"),
        ("application.lifecycle", "retired", "we once had a bot for bookings, they switched it off"),
        ("monitoring.incident_process", "no", "nothing has ever gone wrong"),
        ("application.appeal", "no", "maybe"),
        ("data.consent", "no", "what means consent"),
        ("governance.exit_clause", "no", "no training on prompts, zero retention"),
        ("compute.accelerator", "ap-south-1", "ap-south-1"),
        ("application.purpose", "sms", "sms"),
    ],
)
def test_words_that_do_not_say_it_are_no_proof(key: str, value: str, quote: str) -> None:
    assert left(key, value, quote) is None


@pytest.mark.parametrize(
    ("key", "value", "quote", "expected"),
    [
        ("application.human_review", "never", "never without me reading it", "always"),
        ("application.appeal", "no", "nobody has told the patients that they may complain", "partly"),
        ("application.tells_people", "no", "nobody tells them that they can contest what the machine says", "no"),
        ("application.human_review", "always", "she reads the flagged ones", "sometimes"),
        ("governance.responsible_person", "no", "no one but Tadej", "yes"),
        ("governance.policy", "yes", "the policy is being written by my boss", "no"),
        ("storage.encrypted", "yes", "encryption not disclosed", "withheld"),
        ("application.works_offline", "no", "works without internet", "yes"),
        ("application.works_offline", "no", "runs without a line", "yes"),
        ("application.works_offline", "yes", "it does not run without a connection", "no"),
        ("data.personal_data", "no", "no personal data apart from phone numbers", "partly"),
    ],
)
def test_a_quote_that_says_otherwise_turns_the_value(key: str, value: str, quote: str, expected: str) -> None:
    assert left(key, value, quote) == expected


@pytest.mark.parametrize(
    ("key", "value", "quote"),
    [
        ("application.decision_role", "decides", "it decides by itself"),
        ("application.human_review", "never", "nobody looks until they complain"),
        ("application.human_review", "always", "an inspector checks the flagged ones before any fine"),
        ("governance.policy", "yes", "the policy was written by my boss"),
        ("governance.exit_clause", "no", "the contract says nothing of how to leave"),
        ("application.appeal", "no", "nobody can complain"),
        ("application.purpose", "newsletter", "newsletter"),
    ],
)
def test_what_is_plainly_said_stands(key: str, value: str, quote: str) -> None:
    assert left(key, value, quote) == value


def test_a_plain_no_to_the_question_stands() -> None:
    assert left("application.appeal", "no", "no, nobody ever complained", asked=True) == "no"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("We are a legal clinic for migrants", "civil_society"), ("I run a bike clinic", None), ("We are a clinic", "health")],
)  # fmt: skip
def test_the_word_before_tells_what_kind_of_clinic_it_is(text: str, expected: str | None) -> None:
    assert left("organisation.sector", "health", "clinic", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i use Northchat on my phone", None),
        ("Northchat is what we use, and the counting app works on my phone, offline", "device"),
        ("the counter runs on my phone", "device"),
    ],
)
def test_what_is_used_on_a_phone_need_not_run_there(text: str, expected: str | None) -> None:
    assert left("compute.hosting", "device", "on my phone", text) == expected


@pytest.mark.parametrize(
    ("text", "place", "stands"),
    [
        ("SignalPET is from the USA, on the bill is Dallas.", "Dallas", False),
        ("Always. Kora is a Finnish company.", "Finnish", False),
        ("The data is kept in Dallas.", "Dallas", True),
        ("Kora runs in Dallas.", "Dallas", True),
    ],
)
def test_where_a_maker_sits_is_not_where_its_machines_are(text: str, place: str, stands: bool) -> None:
    for key in ("compute.country", "storage.country"):
        assert (left(key, "US", place, text) == "US") is stands


@pytest.mark.parametrize("said", ["purpose", "in the purpose", "recommends"])
def test_what_we_call_a_matter_is_no_purpose(said: str) -> None:
    assert left("application.purpose", said, said, asked=True) is None
    assert left("application.purpose", "recommends books", "recommends books", asked=True) == "recommends books"


def test_members_are_not_staff() -> None:
    assert left("application.affected_people", ("staff", "other"), "our members, carers") == ("other",)
    assert left("application.affected_people", ("staff",), "our staff members") == ("staff",)


def test_only_who_works_there_counts() -> None:
    assert left("organisation.size", "51_to_250", "9 volunteers", "9 volunteers\n140 members") == "up_to_10"


def test_a_choice_s_own_word_is_that_choice() -> None:
    assert left("application.affected_people", ("staff",), "Only workers", "It's workers. Only workers.", asked=True) == ("workers",)  # fmt: skip


@pytest.mark.parametrize("text", ["They pay OpenAI, we pay them", "the model is supplied by OpenAI"])
def test_a_supplier_s_supplier_supplies_us_nothing(text: str) -> None:
    assert left("application.supplier", "OpenAI", "OpenAI", text) is None


def test_what_could_take_over_is_nobody_s_model_yet() -> None:
    assert left("model.name", "Mistral", "Mistral", "Mistral or Gemma would do after a week of work") is None


def test_asked_for_rules_that_are_being_written_there_are_none_yet() -> None:
    spec = FIELDS["governance.policy"]
    seen = look("the works council is drafting one", NameFinder(small_register()), spec)
    assert sound(seen, {}, spec)[spec.key].value == "no"


def test_who_does_not_know_keeps_nothing_back() -> None:
    for said, status in (
        ("I couldn't say, I don't know the details", "unknown"),
        ("I would rather not say, I don't know you", "withheld"),
    ):
        seen = look(said, NameFinder(small_register()), FIELDS["organisation.name"])
        p = Proposal("organisation.name", "withheld", None, said, 0.6, 0, len(said), "person")
        assert sound(seen, {p.ref: p}, FIELDS[p.ref])[p.ref].status == status


def test_what_does_not_stay_leaves() -> None:
    assert left("storage.crosses_border", "no", "It does not stay in the Philippines", asked=True) == "yes"
    assert left("storage.crosses_border", "no", "It stays here", asked=True) == "no"


def test_what_others_take_it_for_is_no_name() -> None:
    assert left("application.name", "Tama", "Tama", "I think they think it's Tama.") is None
    assert left("application.name", "Bedly", "Bedly", "I think it's Bedly.") == "Bedly"


@pytest.mark.parametrize(
    ("key", "status", "quote", "said", "comes_to"),
    [
        ("organisation.name", "withheld", "Amgueddfa Nyddu", "Amgueddfa Nyddu. You needn't try to say it.", "Amgueddfa Nyddu"),
        ("organisation.name", "withheld", "I would rather not", "I would rather not", "withheld"),
        ("storage.retention_limit", "not_applicable", "there is no rule to throw", "We throw nothing, there is no rule to throw.", "no"),
        ("storage.retention_limit", "not_applicable", "there is no database", "there is no database", "not_applicable"),
        ("model.trains_on_inputs", "unknown", "I can't say", "He said they don't give out that information. So I can't say", "withheld"),
        ("model.trains_on_inputs", "unknown", "I can't say", "I can't say", "unknown"),
        ("model.trains_on_inputs", "withheld", "they say no", "I asked them in an e-mail, they say no.", "no"),
        ("model.trains_on_inputs", "withheld", "They said no comment", "They said no comment", "withheld"),
    ],
)  # fmt: skip
def test_a_status_is_what_its_words_come_to(key: str, status: str, quote: str, said: str, comes_to: str) -> None:
    spec = FIELDS[key]
    seen, start = look(said, NameFinder(small_register()), spec), said.index(quote)
    read = Proposal(key, status, None, quote, 0.8, start, start + len(quote))  # type: ignore[arg-type]
    found = sound(seen, {key: read}, spec)[key]
    assert (found.value if found.status == "known" else found.status) == comes_to


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        ("We have perhaps an AI, peut-être, I am not sure it is one.", "peut-être", False),
        ("It sorts the mails, ojalá, and Ana reads them.", "ojalá", False),
        ("There is a translator in the office, inshallah.", "inshallah", False),
        ("We have a translator, it is called, I think, kora, and Ana reads it.", "kora", True),
        ("we have a translator, kora, it writes letters", "kora", True),
        ("We have a translator, Kora, it writes letters.", "Kora", True),
        ("We work with kora, mostly.", "kora", True),
    ],
)
def test_a_small_word_thrown_in_between_commas_is_no_name(text: str, name: str, stays: bool) -> None:
    assert (left("application.name", name, name, text) == name) is stays
    assert left("application.name", name, name, text, asked=True) == name


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("yes, from the Kenya side to Brazil", False, None),
        ("it goes from Kenya to Brazil", True, "KE"),
        ("we go to Brazil for the pictures", True, "BR"),
        ("the pictures are taken in Brazil", False, "BR"),
    ],
)
def test_where_data_goes_to_is_not_where_it_was_collected(text: str, asked: bool, expected: str | None) -> None:
    assert left("data.country", "BR", "Brazil", text, asked) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For the Llama, no. We looked at examples on a blog and we launched.", "no"),
        ("No. We watched the demo.", "no"),
        ("No. But we tried ten pictures.", "partly"),
        ("No, only some. We tried ten pictures.", "partly"),
    ],
)
def test_a_plain_no_that_is_only_explained_stays_no(text: str, expected: str) -> None:
    assert left("model.tested_locally", "partly", text, text, asked=True) == expected


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("ImageNet is the dataset, not a model.", "ImageNet", None),
        ("ImageNet is not a model.", "ImageNet", None),
        ("It was pretrained on ImageNet.", "ImageNet", None),
        ("Kromek is the company, the model is theirs.", "Kromek", None),
        ("BERT is a model that Google made.", "BERT", "BERT"),
        ("ConvNeXt is trained on leaves.", "ConvNeXt", "ConvNeXt"),
    ],
)
def test_what_is_learnt_from_or_said_to_be_no_model_is_none(text: str, quote: str, value: str | None) -> None:
    assert left("model.name", quote, quote, text) == value


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("It's called tally-v4, a LightGBM we trained.", "LightGBM", "tally-v4"),
        ("The model is called Sabi, it is a fine-tuned Llama 3", "Llama 3", "Sabi"),
        ("It is called fine, a LightGBM we trained.", "LightGBM", "LightGBM"),
        ("Our tool is called Sabi. The model is a Llama 3", "Llama 3", "Llama 3"),
    ],
)
def test_what_a_model_is_built_on_is_not_what_it_is_called(text: str, quote: str, value: str) -> None:
    assert left("model.name", quote, quote, text) == value


def test_who_hands_the_labelling_on_does_not_supply_it() -> None:
    said = "Tibamed sent the films out to an annotation firm."
    assert left("labelling.supplier", "Tibamed", "Tibamed", said) is None
    assert left("labelling.supplier", "Tibamed", "Tibamed", "Tibamed labels them.") == "Tibamed"


@pytest.mark.parametrize(
    ("quote", "value"), [("the free one", None), ("latest version", None), ("Free GPT", "Free GPT")]
)
def test_any_one_is_no_name(quote: str, value: str | None) -> None:
    assert left("model.name", quote, quote, asked=True) == value


def test_a_purpose_does_not_begin_within_a_name() -> None:
    told = "and Kolab Writer for the letters"
    assert left("application.purpose", "Writer for the letters", "Writer for the letters", told) == "letters"
    assert (
        left("application.purpose", "letters to donors", "letters to donors", "for letters to donors")
        == "letters to donors"
    )


@pytest.mark.parametrize(
    ("key", "quote", "expected"),
    [
        ("monitoring.bias_tested", "we dont compare anything", "no"),
        ("governance.people_consulted", "nobody asked the guests", "no"),
        ("monitoring.bias_tested", "that does not apply, we do not compare yet", "not_applicable"),
        ("monitoring.bias_tested", "we compare them", "not_applicable"),
        ("storage.encrypted", "we do not record anything", "not_applicable"),
    ],
)
def test_what_nobody_does_is_no_and_not_without_sense(key: str, quote: str, expected: str) -> None:
    seen = look(quote, NameFinder(small_register()), FIELDS[key])
    p = Proposal(key, "not_applicable", None, quote, 0.8, 0, len(quote))
    found = sound(seen, {key: p}, FIELDS[key])[key]
    assert (found.value if found.status == "known" else found.status) == expected


def test_who_makes_a_tool_is_no_tool() -> None:
    told = "Tiyeni Digital, they make AskDokotala"
    assert left("application.name", "Tiyeni Digital", "Tiyeni Digital", told) is None
