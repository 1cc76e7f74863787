"""Letters to suppliers: what they ask, and that a form filled in as people fill it in is read back, in every kind of file."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from report_chains import ordinary_session
from report_shelf import Shelf
from worlds import UNKNOWN, WITHHELD, TwoTermGlossary
from worlds import chain as world_chain

from vcassist.app import App
from vcassist.chain.facts import Chain, Fact, fold
from vcassist.chain.fields import FIELDS
from vcassist.errors import BadInput, NotFound
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.summary import for_supplier
from vcassist.interview.to_supplier import ANSWERS, TO_SUPPLIER, ticked, ticks_for
from vcassist.reading.files.bounded import open_document
from vcassist.reading.files.letters import form_in, form_text
from vcassist.reading.files.replies import Reply, Taken, read_replies, take_all
from vcassist.report import render
from vcassist.report.build import build
from vcassist.report.letters import TO_WHOM
from vcassist.settings import Settings
from vcassist.store.memory import MemoryStore

SHELF = Shelf()
SESSION = ordinary_session()


class CountryReader:
    """Reads names of countries and "we ourselves", as an offline reader would when asked."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        table = {"Finland": ("compute.country", "FI"), "we do it ourselves": ("storage.supplier", "self")}
        found = [Proposal(r, "known", v, w) for w, (r, v) in table.items() if w in message and r == asked]
        return Reading(tuple(found), "answer")


def written(format: str) -> tuple[bytes, str]:
    made = render(app=SHELF, chain=SESSION.chain, session=SESSION, format=format)
    return made.content, made.filename


def in_markdown(ticks: dict[str, str], words: dict[str, str]) -> bytes:
    """The Markdown form, an x put into brackets and words behind "Answer:"."""
    text = written("letter-md")[0].decode()
    for ref, label in ticks.items():
        text = _within(text, ref, lambda block, label=label: block.replace(f"[ ] {label}\n", f"[x] {label}\n", 1))  # type: ignore[misc]
    for ref, said in words.items():
        text = _within(text, ref, lambda block, said=said: block.replace("Answer:", f"Answer: {said}", 1))  # type: ignore[misc]
    return text.encode()


def _within(text: str, ref: str, change: Callable[[str], str]) -> str:
    escaped = re.sub(r"_", r"\\_", ref)
    at = text.index(f"\\[{escaped}\\]")
    return text[:at] + change(text[at:])


def in_word(ticks: dict[str, str], words: dict[str, str]) -> bytes:
    """The Word form, boxes clicked (Word writes ☒ into them) and words typed behind "Answer:"."""
    import docx

    form = docx.Document(io.BytesIO(written("letter")[0]))
    for table in form.tables:
        for row in table.rows[1:]:
            left, right = row.cells
            ref = re.search(r"\[(.*?)\]", left.text)[1]  # type: ignore[index]
            for paragraph in right.paragraphs:
                boxes = paragraph._p.xpath(".//w:sdt//w:t")
                if boxes and paragraph.text.strip() == ticks.get(ref):
                    boxes[0].text = "☒"
                if paragraph.text.startswith("Answer:") and ref in words:
                    paragraph.add_run(words[ref])
    out = io.BytesIO()
    form.save(out)
    return out.getvalue()


def in_html(ticks: dict[str, str], words: dict[str, str]) -> bytes:
    """The web page, edited and saved by a browser."""
    text = written("letter-html")[0].decode()
    for ref, label in ticks.items():
        at = text.index(f"[{ref}]")
        text = text[:at] + text[at:].replace(f"[ ] {label}", f"[X] {label}", 1)
    for ref, said in words.items():
        at = text.index(f"[{ref}]")
        text = text[:at] + text[at:].replace("Answer: ", f"Answer: {said}", 1)
    return text.encode()


FILL = {"letter-md": in_markdown, "letter": in_word, "letter-html": in_html}
TICKS = {
    "model.trains_on_inputs": "no",
    "model.access": "built into our product",
    "compute.alternative": "we do not disclose this",
}
WORDS = {
    "compute.country": "In Finland, near Helsinki.",
    "compute.accelerator": "H100 cards",
    "model.trains_on_inputs": "Not since May.",
}


def replies_in(data: bytes, name: str) -> tuple[Reply, ...]:
    return read_replies(form_text(data, name), name)


def taken(format: str, ticks: dict[str, str], words: dict[str, str], chain: Chain = SESSION.chain) -> Taken:
    replies = replies_in(FILL[format](ticks, words), written(format)[1])
    return take_all(replies, chain, CountryReader())


@pytest.mark.parametrize("format", FILL)
def test_an_untouched_form_answers_nothing(format: str) -> None:
    replies = replies_in(*written(format))
    assert [r.supplier for r in replies] == ["OpenAI", "Google"]
    assert all(r.assessment == "abc123" and r.answers == () for r in replies)


@pytest.mark.parametrize("format", FILL)
def test_ticks_and_words_come_back_as_facts_of_the_supplier(format: str) -> None:
    got = {f.ref: f for f in taken(format, TICKS, WORDS).facts}
    assert got["model.trains_on_inputs"].value == "no" and got["model.trains_on_inputs"].quote == "Not since May."
    assert got["model.access"].value == "inside_product"
    assert (got["compute.alternative"].status, got["compute.alternative"].by) == ("withheld", "supplier")
    assert got["compute.country"].value == "FI" and got["compute.country"].quote == "In Finland, near Helsinki."
    assert got["compute.accelerator"].value == "H100 cards"
    assert set(got) == {*TICKS, *WORDS} and all(f.source == "supplier" and "question" in f.note for f in got.values())


def test_boxes_that_contradict_each_other_and_words_nobody_understands_are_told_and_settle_nothing() -> None:
    form = in_markdown({"model.compressed": "yes"}, {"compute.country": "It depends."})
    text = _within(form.decode(), "model.compressed", lambda block: block.replace("[ ] no\n", "[x] no\n", 1))
    got = take_all(replies_in(text.encode(), "reply.md"), SESSION.chain, CountryReader())
    assert got.facts == () and {a.ref for a in got.unclear} == {"model.compressed", "compute.country"}
    assert "It depends." in got.told


def test_the_suppliers_we_is_the_supplier_and_not_the_organisation() -> None:
    facts = (
        Fact("application.supplier", "known", "Zindua"),
        Fact("compute.supplier", "unknown"),
        Fact("storage.supplier", "unknown"),
        Fact("compute.hosting", "unknown"),
    )
    made = render(app=SHELF, chain=fold(facts), format="letter-md")
    text = _within(
        made.content.decode(), "storage.supplier", lambda b: b.replace("Answer:", "Answer: we do it ourselves", 1)
    )
    text = _within(text, "compute.hosting", lambda b: b.replace("[ ] on our machines", "[x] on our machines", 1))
    got = {f.ref: f.value for f in take_all(replies_in(text.encode(), "a.md"), fold(facts), CountryReader()).facts}
    assert got == {"storage.supplier": "Zindua", "compute.hosting": "vendor_managed"}


def test_words_on_a_question_that_both_sides_word_differently_are_told_and_never_guessed() -> None:
    class Guesses:
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            return Reading((Proposal(asked or "", "known", "self_hosted", message),), "answer")

    form = in_markdown({}, {"model.access": "We run it ourselves."})
    got = take_all(replies_in(form, "reply.md"), SESSION.chain, Guesses())
    assert got.facts == () and [a.ref for a in got.unclear] == ["model.access"]


def as_pdf(text: str) -> bytes:
    import json

    import typst

    lines = " \\ ".join(f"#text({json.dumps(line, ensure_ascii=False)})" for line in text.splitlines() if line.strip())
    return typst.compile(f"#set text(hyphenate: false)\n{lines}".encode())


def test_a_letter_that_comes_back_as_pdf_is_read_as_the_letter_that_it_is() -> None:
    said = form_text(in_markdown(TICKS, WORDS), "reply.md")
    opened = open_document(as_pdf(said), "reply.pdf")
    assert opened.form is not None
    plain, from_pdf = (
        {f.ref: (f.status, f.value) for f in take_all(read_replies(text, "r"), SESSION.chain, CountryReader()).facts}
        for text in (said, opened.form)
    )
    assert from_pdf == plain and len(plain) > 3


@pytest.mark.parametrize("lost", ["boxes", "a box", "a question", "order"])
def test_a_letter_as_pdf_whose_boxes_cannot_be_read_for_certain_is_refused_and_nothing_is_read_from_it(
    lost: str, tmp_path: Path
) -> None:
    said = form_text(in_markdown(TICKS, WORDS), "reply.md")
    if lost == "order":
        lines = said.splitlines()
        boxes = [line for line in lines if "[ ]" in line or "[x]" in line]
        said = "\n".join((*boxes, *(line for line in lines if line not in boxes)))
    else:
        said = {
            "boxes": said.replace("[ ]", "").replace("[x]", ""),
            "a box": said.replace("[ ] ", "", 1),
            "a question": said.replace("[model.access]", "", 1),
        }[lost]
    app = App(Settings(data=tmp_path))
    app.__dict__.update(reader=CountryReader(), store=MemoryStore())
    app.store.create(SESSION, "hash")
    with pytest.raises(BadInput, match=r"reply.pdf is our letter as a PDF.*Send the DOCX, or the text"):
        app.draft_from(app.store.load(SESSION.id), [("reply.pdf", as_pdf(said))])
    assert len(app.store.load(SESSION.id).turns) == len(SESSION.turns)


def test_what_the_organisation_said_stands_against_the_supplier_and_the_contradiction_is_told() -> None:
    said = fold((*SESSION.chain.facts.values(), Fact("model.access", "known", "api", "we call their API")))
    got = taken("letter-md", {"model.access": "built into our product"}, {}, said)
    assert got.facts == ()
    assert [(c.ref, c.old, c.new) for c in got.conflicts] == [("model.access", "api", "inside_product")]


def test_a_form_with_an_injected_reference_reaches_no_part_that_the_assessment_does_not_have() -> None:
    text = in_markdown(TICKS, {}).decode().replace("\\[model.access\\]", "\\[model-7.access\\]")
    got = take_all(replies_in(text.encode(), "x.md"), SESSION.chain, CountryReader())
    assert got.strangers == ("model-7.access",) and "model-7" not in {f.component for f in got.facts}


def test_a_quoted_mail_is_read_too() -> None:
    mail = "\n".join(f"> {line}" for line in in_markdown(TICKS, WORDS).decode().splitlines())
    got = take_all(replies_in(mail.encode(), "mail.txt"), SESSION.chain, CountryReader())
    assert {f.ref for f in got.facts} == {*TICKS, *WORDS}


@pytest.mark.parametrize("data", [b"We use ChatGPT.", b"PK\x03\x04broken", b"", b"\x00\x01", b"[model.weights] x"])
def test_another_file_is_no_reply(data: bytes) -> None:
    assert form_in(data, "file.docx") is None
    with pytest.raises(BadInput):
        replies_in(data, "file.md")


def test_every_question_to_a_supplier_is_of_a_field_and_every_tick_means_a_value_of_it() -> None:
    assert set(TO_SUPPLIER) | set(ANSWERS) <= set(FIELDS)
    for key in FIELDS:
        for label, value in ticks_for(key).items():
            assert value == "" or value in FIELDS[key].values
            assert ticked(key, [label]) == (
                None if not value else ("known", (value,) if FIELDS[key].type == "set" else value)
            )


def test_a_letter_asks_what_is_open_first_and_then_only_what_a_finding_waits_for() -> None:
    letters = {x.supplier: x for x in build(SHELF, SESSION.chain, SESSION).letters}
    statuses = [q.status for q in letters["OpenAI"].questions]
    assert statuses[0] == "withheld" and statuses == sorted(statuses, key=lambda s: s == "unasked")
    wanted = {ref for f in SHELF.findings(SESSION.chain) if f.verdict == "unknown" for ref in f.missing}
    assert {q.ref for q in letters["OpenAI"].questions if q.status == "unasked"} <= wanted
    assert "application.human_review" not in {q.ref for x in letters.values() for q in x.questions}


@pytest.mark.parametrize(("supplier", "whom"), [("Molarix", "Molarix"), ("self", "Mistral AI")])
def test_what_concerns_no_one_part_is_asked_of_the_supplier_of_the_tool_or_of_all_that_an_own_tool_is_made_of(
    supplier: str, whom: str
) -> None:
    told = {"application.supplier": supplier, "model.supplier": "Mistral AI", "governance.exit_clause": WITHHELD}
    chain = world_chain({**told, "monitoring.update_control": UNKNOWN})
    letters = {x.supplier: x for x in build(SHELF, chain, None).letters}
    refs = {who: {q.ref for q in x.questions} for who, x in letters.items()}
    about_all = {"governance.exit_clause", "monitoring.update_control"}
    assert [who for who, of in refs.items() if about_all <= of] == [whom]
    assert not any(about_all & of for who, of in refs.items() if who != whom)


def test_one_letter_can_be_taken_by_itself() -> None:
    made = render(app=SHELF, chain=SESSION.chain, session=SESSION, format="letter-md", supplier="google")
    assert [r.supplier for r in replies_in(made.content, made.filename)] == ["Google"]
    with pytest.raises(NotFound, match="OpenAI, Google"):
        render(app=SHELF, chain=SESSION.chain, format="letter", supplier="Acme")


def test_a_reply_brought_with_documents_becomes_a_turn_whose_evidence_names_file_and_question(tmp_path: Path) -> None:
    app = App(Settings(data=tmp_path))
    app.__dict__.update(reader=CountryReader(), store=MemoryStore(), glossary=TwoTermGlossary())
    app.store.create(SESSION, "hash")
    app.draft_from(app.store.load(SESSION.id), [("reply.md", in_markdown(TICKS, WORDS))])
    session = app.store.load(SESSION.id)
    row = next(r for r in build(app, session.chain, session).evidence if r.ref == "compute.country")
    assert (row.value, row.source) == ("Finland", "the supplier's reply")
    assert "reply.md" in row.where and "question" in row.where
    assert session.turns[-1].reply.startswith("I read the reply of OpenAI (reply.md) and noted 5 answers.")


def test_what_comes_inside_a_product_is_asked_of_its_seller_who_alone_has_a_contract() -> None:
    facts = [
        Fact("application.supplier", "known", "Tibabu"), Fact("model.supplier", "known", "Meta"), Fact("model.licence", "unknown", None),
        Fact("compute.supplier", "known", "Amazon Web Services"), Fact("compute.country", "unknown", None),
        Fact("storage.supplier", "known", "Amazon"), Fact("storage.country", "unknown", None),
    ]  # fmt: skip
    bought = [Fact("model.access", "known", "inside_product"), Fact("compute.hosting", "known", "vendor_managed")]

    def asked(*facts: Fact) -> dict[str, set[str]]:
        return {
            x.supplier: {q.ref for q in x.questions if q.status == "unknown"} for x in build(SHELF, fold(facts)).letters
        }

    assert asked(*facts, *bought)["Tibabu"] == {"model.licence", "compute.country"}
    # Storage may be the organisation's own.
    assert set(asked(*facts, *bought)) == {"Tibabu", "Amazon"}
    assert asked(*facts) == asked(*facts, *bought)
    arranged = [Fact("model.access", "known", "self_hosted"), Fact("compute.hosting", "known", "cloud")]
    for own in (asked(*facts, *arranged), asked(*facts, Fact("application.sourcing", "known", "in_house"))):
        assert {who: of for who, of in own.items() if of} == {
            "Meta": {"model.licence"},
            "Amazon Web Services": {"compute.country"},
            "Amazon": {"storage.country"},
        }
    two = asked(*facts, *bought, Fact("application-2.supplier", "known", "DeepL"))
    assert two["Meta"] == {"model.licence"}


def everything_asked(chain: Chain) -> dict[str, set[str]]:
    found = {x.supplier: {q.ref for q in x.questions if q.status != "unasked"} for x in build(SHELF, chain).letters}
    return {who: of for who, of in found.items() if of}


def test_what_the_seller_refused_stands_in_the_letter_to_the_seller_and_what_is_not_known_in_some_letter() -> None:
    chain = world_chain(
        {
            "application.supplier": "Tiba Labs",
            "application.sourcing": "vendor",
            "model.supplier": "OpenAI",
            "model.access": "api",
            "model.trains_on_inputs": WITHHELD,
            "storage.encrypted": UNKNOWN,
            "compute.country": WITHHELD,
        }
    )
    assert everything_asked(chain) == {"Tiba Labs": {"model.trains_on_inputs", "storage.encrypted", "compute.country"}}


def test_whom_the_words_of_a_refusal_name_is_asked_again_among_several_sellers() -> None:
    facts = [
        Fact("application.supplier", "known", "Tiba Labs"),
        Fact("application-2.supplier", "known", "Jua Systems"),
        Fact("compute.country", "withheld", None, "Jua never told us where the servers are", by="supplier"),
        Fact("storage.encrypted", "unknown", None, "no idea"),
    ]
    asked = everything_asked(fold(facts))
    assert asked == {"Jua Systems": {"compute.country"}, TO_WHOM: {"storage.encrypted"}}


def test_a_question_whose_supplier_nobody_named_goes_into_a_letter_without_an_addressee() -> None:
    chain = fold([Fact("application.name", "known", "AfyaTriage"), Fact("monitoring.bias_tested", "unknown", None)])
    assert everything_asked(chain) == {"whoever supplies AfyaTriage to you (not named yet)": {"monitoring.bias_tested"}}
    assert [q.ref for x in build(SHELF, chain).letters for q in x.questions] == ["monitoring.bias_tested"]


@pytest.mark.parametrize(
    "told",
    [
        {"application.supplier": "Tibabu", "model.supplier": "Meta"},
        {"application.supplier": "self", "model.supplier": "Meta"},
        {"application.name": "Kora"},
        {"application.supplier": "Tibabu", "application-2.supplier": "DeepL"},
        {"application.supplier": "Tibabu", "application-2.supplier": "self"},
    ],
)
def test_every_question_that_the_assistant_says_is_in_a_letter_is_in_one(told: dict[str, str]) -> None:
    for status in (UNKNOWN, WITHHELD):
        said = {key: status for key in TO_SUPPLIER if key not in told and not key.startswith("application.sourcing")}
        chain = world_chain({**said, **told})
        asked = {ref for of in everything_asked(chain).values() for ref in of}
        # Of a tool of one's own nobody else can be asked.
        own = {f.component for f in chain.facts.values() if f.value == "self"}
        assert {ref for ref in for_supplier(chain) if ref.partition(".")[0] not in own} <= asked


def test_the_first_page_says_to_send_first_the_letter_with_most_of_what_was_asked_and_not_answered() -> None:
    report = build(SHELF, SESSION.chain, SESSION)
    asked = {x.supplier: sum(q.status != "unasked" for q in x.questions) for x in report.letters}
    line = next(s.text for s in report.summary.monday if s.text.startswith("Send the letter"))
    assert f"first the one to {max(asked, key=lambda name: asked[name])}:" in line
