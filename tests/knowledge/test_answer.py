"""Answers are a few sentences of the entries themselves: to the point, in order, and never half a thought."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge_fakes import WordWeights, entry

from vcassist.knowledge.answer import MOST_WORDS, compose, refuse
from vcassist.knowledge.fusion import Hit, Ranked
from vcassist.knowledge.glossary import Entry, sentences

OVERSIGHT = """Oversight means that a person with power watches a system. It needs time.

## Why it matters
A clerk who merely clicks accept gives no oversight. Mistakes then reach people unseen.

## What to watch for
- Tired staff approve everything after the hundredth case.
- Alarms that ring all day are ignored.

## In health, education and humanitarian work
Nurses in a clinic need the right to stop a pump.

## How it works
In a 2023 study, readers saw wrong advice. The least experienced followed it most often. A lawyer can say what the law asks.

## Questions to ask a supplier
- Can a person stop the system at once?
"""
ENTRY = entry("oversight", "Oversight", "person watches stop", body=OVERSIGHT)
OTHER = entry(
    "drift",
    "Drift",
    "quality falls season",
    body="Drift is a slow fall of quality. Check it monthly.\n\n## Why it matters\nSeasons change.",
)


def answer(
    question: str, entries: Sequence[Entry] = (ENTRY,), scores: Sequence[float] = (0.7, 0.3)
) -> list[tuple[str, str]]:
    weights = WordWeights()
    vector = weights.embed([question])[0]

    def near(terms: Sequence[str]) -> list[Hit]:
        texts = [(e.slug, s) for e in entries if e.slug in terms for _, p in e.passages for s in sentences(p)]
        cosines = weights.embed([t for _, t in texts]) @ vector
        return [Hit(slug, "sentence", text, float(c)) for (slug, text), c in zip(texts, cosines, strict=True)]

    ranked = [Ranked(e.slug, s, s, s, s, 0.0, 0) for e, s in zip(entries, scores, strict=False)]
    return compose(question, ranked, {e.slug: e for e in entries}, near)


def texts(question: str) -> list[str]:
    return [text for _, text in answer(question)]


def test_every_sentence_is_the_entrys_own_and_none_stands_twice() -> None:
    said = texts("what if a clerk merely clicks accept?")
    assert all(s in " ".join(OVERSIGHT.split()) for s in said) and len(set(said)) == len(said)


def test_the_reader_is_told_what_the_term_is_and_then_what_was_asked() -> None:
    said = texts("we switched the alarms to silent on Sunday")
    assert said[0].startswith("Oversight means") and "Alarms that ring all day are ignored." in said


def test_a_sentence_that_is_the_answer_itself_stands_first() -> None:
    assert texts("are alarms ignored that ring all day?")[0] == "Alarms that ring all day are ignored."


def test_a_definition_is_given_when_one_is_asked_for() -> None:
    assert texts("What is oversight?")[0].startswith("Oversight means")
    assert texts("oversight")[0].startswith("Oversight means")


def test_it_is_no_dump_of_the_entry() -> None:
    for question in (
        "oversight",
        "what should a person do?",
        "why does it matter?",
        "staff alarms nurses clerk study law",
    ):
        assert 1 <= len(texts(question)) <= 6
        assert sum(len(s.split()) for s in texts(question)) <= MOST_WORDS + 20


def test_a_sentence_that_points_back_never_comes_without_the_one_before() -> None:
    said = texts("how much time does it need?")
    assert "It needs time." not in said or said[said.index("It needs time.") - 1].startswith("Oversight means")


def test_a_case_is_told_to_its_end() -> None:
    said = texts("what did readers in the study of 2023 do with wrong advice?")
    assert "In a 2023 study, readers saw wrong advice." in said
    assert "The least experienced followed it most often." in said


def test_questions_to_a_supplier_are_given_only_to_who_asks_for_questions() -> None:
    assert "Can a person stop the system at once?" not in texts("stop the system at once")
    assert "Can a person stop the system at once?" in texts(
        "which question should I ask about stopping the system at once?"
    )


def test_another_field_of_work_is_left_out_unless_it_is_asked_about() -> None:
    nurses = "Nurses in a clinic need the right to stop a pump."
    assert nurses not in texts("tired staff need rest")
    assert nurses in texts("can nurses in a clinic stop a pump?")


FIELDS = """Rounding means fewer digits. Files shrink.

## Why it matters
Cheap phones can run it. In schools, a small file fits old laptops.

## How it works
Savings have a price. Rounding also harms rare languages. A 2024 study saw Khmer suffer most.
Training follows.
The company's claim was rejected.
Fines for fraud go up to 35 million euros.

## What to watch for
Repeat the comparison each month.
A small team can rehearse its exit. Export every file and open it elsewhere.

## Questions to ask a supplier
- Which rounding do you use?
- How did each language score after rounding?
- May we keep the files?
- Who rounds the files?
- Does rounding hurt speech?
"""
ROUNDING = entry("rounding", "Rounding", "fewer digits", body=FIELDS)


def of_rounding(question: str) -> list[str]:
    return [text for _, text in answer(question, (ROUNDING,), (0.9,))]


def test_a_sentence_comes_with_what_it_announces() -> None:
    said = of_rounding("how do I rehearse an exit of a small team")
    assert said[said.index("A small team can rehearse its exit.") + 1].startswith("Export every file")


def test_an_accusation_comes_with_the_word_of_whom_it_accuses() -> None:
    body = "Aid data is data. Keep it.\n\n## Why\nReporters said that lists were sold. The office denied it all."
    accused = entry("aid", "Aid data", "lists", body=body)
    said = [text for _, text in answer("were lists sold, reporters", (accused,), (0.9,))]
    assert said[said.index("Reporters said that lists were sold.") + 1] == "The office denied it all."


def test_what_points_back_inside_or_to_somebody_known_comes_with_what_it_points_to() -> None:
    said = of_rounding("does rounding harm rare languages")
    assert said[said.index("Rounding also harms rare languages.") - 1] == "Savings have a price."
    said = of_rounding("was the claim of the company rejected")
    assert "The company's claim was rejected." not in said or said.index("The company's claim was rejected.") > 0


LIKE_SENTENCES = """A ledger holds files.

## How it works
- Files help people somehow.
- Files help people quietly.
- Files help people yearly.
- Files help schools, people.
- Files help clinics, schools, camps, people everywhere.
- A licensed reader answers.
"""


def of_ledger(question: str) -> list[str]:
    alike = entry("ledger", "Ledger", "book", body=LIKE_SENTENCES)
    return [text for _, text in answer(question, (alike,), (0.9,))]


def test_of_sentences_equally_near_one_that_holds_the_amount_asked_for_is_chosen() -> None:
    assert of_ledger("how often do files help people")[0] == "Files help people yearly."
    assert of_ledger("do files help people")[0] != "Files help people yearly."
    assert "Fines for fraud go up to 35 million euros." in of_rounding("what fine is there for fraud")


def test_of_sentences_equally_near_one_on_the_field_of_work_of_the_question_is_chosen() -> None:
    assert of_ledger("do files of parents help people")[0] == "Files help schools, people."
    assert "Files help schools, people." not in of_ledger("do files help people")


def test_a_sentence_that_names_several_fields_is_about_none_of_them() -> None:
    assert "Files help clinics, schools, camps, people everywhere." in of_ledger("do files help people everywhere")


def test_a_definition_comes_first_when_it_is_asked_for_with_something_else() -> None:
    assert of_rounding("what is rounding and are cheap phones able to run it")[0].startswith("Rounding means")


def test_a_few_questions_are_given_to_who_wants_to_question_a_supplier() -> None:
    said = of_rounding("what should I ask the vendor about rounding and language")
    assert said[0].startswith("Rounding means") and 2 <= sum(s.endswith("?") for s in said) <= 4
    assert "How did each language score after rounding?" in said
    assert not any(s.endswith("?") for s in of_rounding("does asking about rounding hurt"))
    assert not any(s.endswith("?") for s in of_rounding("why does the same question cost more after rounding"))


def test_a_question_of_medicine_ends_with_whom_to_ask() -> None:
    assert of_ledger("do files help people with a diagnosis")[-1] == "A licensed reader answers."
    assert "A licensed reader answers." not in of_ledger("do files help people")


def test_a_heading_inside_a_section_is_no_part_of_a_sentence() -> None:
    body = "A leader leads. It is hard.\n\n## Six things\n### Name the problem\nWrite the problem down."
    led = entry("leading", "Leading", "head boss", body=body)
    assert [text for heading, text in led.passages if heading == "Six things"] == ["Write the problem down."]


def test_a_question_of_law_ends_with_whom_to_ask() -> None:
    assert texts("must we do oversight by law?")[-1] == "A lawyer can say what the law asks."


def test_a_second_entry_joins_only_when_it_is_about_as_likely() -> None:
    question = "quality falls when staff approve everything"
    both = answer(question, (ENTRY, OTHER), (0.6, 0.58))
    assert {term for term, _ in both} == {"oversight", "drift"}
    assert {term for term, _ in answer(question, (ENTRY, OTHER), (0.6, 0.1))} == {"oversight"}


def test_a_refusal_names_the_nearest_entries() -> None:
    assert (
        refuse(["GPU", "Deepfakes", "Fairness"])
        == "The glossary does not cover that. The nearest entries are GPU, Deepfakes and Fairness."
    )
