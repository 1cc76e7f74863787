"""Every glossary entry has the form that search, answers and pages rely on."""

from __future__ import annotations

import re
from statistics import median

import pytest

from vcassist.errors import BrokenAsset
from vcassist.knowledge.glossary import Entry, load_entries, load_outside, parse_entry, sentences

ENTRIES = load_entries()
ARTICLES = frozenset(
    ("ai-value-chain", "accelerators-market-landscape", "content-authenticity-and-watermarking", "open-weights-vs-closed-weights",
     "transparency-reporting", "model-compression-and-distillation", "cross-border-data-transfers-and-data-residency",
     "leadership-competencies-for-ai-adoption")
)  # fmt: skip
each_entry = pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z][A-Za-z'’-]*", text)


def syllables(word: str) -> int:
    stem = re.sub(r"(?:[^laeiouy]es|[^td]ed|[^aeiouyl]e)$", lambda m: m[0][0], word.lower())
    return max(1, len(re.findall("[aeiouy]+", stem)))


def grade(text: str) -> float:
    """Flesch-Kincaid grade level (Kincaid et al., 1975)."""
    count, said = len(words(text)), len(sentences(text))
    return 0.39 * count / said + 11.8 * sum(map(syllables, words(text))) / count - 15.59


def test_there_are_the_articles_and_all_the_shorter_entries() -> None:
    assert set(ENTRIES) >= ARTICLES
    assert len(ENTRIES) >= 69


@each_entry
def test_an_entry_is_named_by_its_slug_and_dated(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.slug)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", entry.updated)
    assert entry.title and entry.category


@each_entry
def test_an_entry_defines_its_term_first_and_says_why_it_matters(entry: Entry) -> None:
    assert len(sentences(entry.sections[""])) >= 2, "a definition of two sentences stands before the first heading"
    assert "Why it matters" in entry.sections
    assert all(text for text in entry.sections.values()), "no section is empty"


@each_entry
def test_an_entry_says_what_differs_by_field_of_work_unless_it_is_about_one(entry: Entry) -> None:
    assert entry.category == "sectors" or "In health, education and humanitarian work" in entry.sections


@each_entry
def test_an_entry_has_the_length_and_plainness_of_its_kind(entry: Entry) -> None:
    text = re.sub(r"^(#+ .*|- )", "", entry.body, flags=re.M)
    low, high = (500, 900) if entry.slug in ARTICLES else (180, 400)
    assert low <= len(text.split()) <= high
    assert grade(text) <= 11
    assert "**" not in text and "\t" not in text


@each_entry
def test_links_run_both_ways_and_are_three_to_six(entry: Entry) -> None:
    assert 3 <= len(entry.related) <= 6 and len(set(entry.related)) == len(entry.related)
    for slug in entry.related:
        assert slug in ENTRIES, f"{slug} does not exist"
        assert entry.slug in ENTRIES[slug].related, f"{slug} does not link back"


@each_entry
def test_sources_are_named_exactly_and_dated(entry: Entry) -> None:
    assert 2 <= len(entry.sources) <= 5
    for source in entry.sources:
        assert source.title and source.publisher
        assert re.fullmatch(r"(19|20)\d{2}(-\d{2}(-\d{2})?)?", source.date)
        assert source.url == "" or source.url.startswith(("https://", "http://data.europa.eu/"))


@each_entry
def test_people_find_it_by_their_own_questions(entry: Entry) -> None:
    assert len(entry.example_questions) >= 10
    assert len({q.casefold() for q in entry.example_questions}) == len(entry.example_questions)


@each_entry
def test_people_find_it_by_other_words_than_its_own_as_evenly_as_any_other_entry(entry: Entry) -> None:
    # An entry with far more phrases than its neighbours would take their questions.
    usual = median(len(each.in_other_words) for each in ENTRIES.values())
    assert usual >= 90 and 0.75 * usual <= len(entry.in_other_words) <= 1.25 * usual
    assert len({w.casefold() for w in entry.in_other_words}) == len(entry.in_other_words)
    assert any(len(w.split()) <= 3 for w in entry.in_other_words), "keywords"
    assert any(len(w.split()) >= 6 for w in entry.in_other_words), "situations"


def test_what_the_glossary_does_not_cover_is_nowhere_said_to_be_in_it() -> None:
    outside = load_outside()
    assert len(outside) >= 300 and len({o.casefold() for o in outside}) == len(outside)
    inside = {
        t.casefold() for e in ENTRIES.values() for t in (e.title, *e.aliases, *e.example_questions, *e.in_other_words)
    }
    assert not inside & {o.casefold() for o in outside}


@pytest.mark.parametrize("slug", ["consent-and-legal-basis", "personal-data", "eu-ai-act", "export-controls", "model-licence", "ai-in-health"])  # fmt: skip
def test_an_entry_on_law_or_medicine_says_whom_to_ask(slug: str) -> None:
    assert re.search(r"lawyer|officer|regulator|authority|licensed", ENTRIES[slug].body)


def test_no_question_belongs_to_two_entries() -> None:
    owner: dict[str, str] = {}
    for entry in ENTRIES.values():
        for question in (*entry.example_questions, *entry.in_other_words):
            assert owner.setdefault(question.casefold(), entry.slug) == entry.slug, question


def test_passages_are_parts_of_the_entry() -> None:
    for entry in ENTRIES.values():
        flat = " ".join(entry.body.replace("\n- ", "\n").split())
        for _, text in entry.passages:
            assert text in flat


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no front matter", "has no front matter"),
        ("---\nslug: [\n---\nText.", "is not readable YAML"),
        ("---\nslug: x\n---\nText.", "lacks 'title'"),
        ("---\n- a list\n---\nText.", "lacks"),
    ],
)
def test_a_broken_entry_is_refused_by_the_name_of_its_file(text: str, why: str) -> None:
    with pytest.raises(BrokenAsset, match=f"x.md.*{why}"):
        parse_entry(text, "x.md")


@each_entry
def test_chosen_answers_are_the_entrys_own_sentences_to_what_people_ask_of_it(entry: Entry) -> None:
    told = [
        s for heading, text in entry.passages if not heading.startswith("Questions to ask") for s in sentences(text)
    ]
    assert len(entry.answers) >= 6
    for asked, by in entry.answers.items():
        assert asked in (*entry.example_questions, *entry.in_other_words), asked
        for begins in by:
            assert sum(s.startswith(begins) for s in told) == 1, (asked, begins)
