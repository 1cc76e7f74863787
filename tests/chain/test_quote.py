"""A quote is found where a person would find it, whatever the form, and never where its words are not."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vcassist.chain.quote import locate


def found(quote: str, text: str) -> str | None:
    span = locate(quote, text)
    return text[slice(*span)] if span else None


FORMS = {
    "exactly": ("we use ChatGPT", "Today we use ChatGPT a lot.", "we use ChatGPT"),
    "in another case": ("WE USE chatgpt", "Today we use ChatGPT a lot.", "we use ChatGPT"),
    "accents dropped": ("Universite de Liege", "Nous, l'Université de Liège, ici", "Université de Liège"),
    "accents added": ("café", "the cafe there", "cafe"),
    "decomposed accents": ("Café", "Our Cafe\u0301 is open", "Cafe\u0301"),
    "a stack of marks": ("Viet", "in Vie\u0323\u0302t Nam", "Vie\u0323\u0302t"),
    "curly quotes": ("we don't know", "Well, we don’t know that", "we don’t know"),
    "German quotes": ('the "cloud"', "it is in the „cloud“ now", "the „cloud“"),
    "guillemets": ('"nuage"', "le «nuage» ici", "«nuage»"),
    "a long dash": ("ChatGPT - daily", "We use ChatGPT — daily.", "ChatGPT — daily"),
    "an ellipsis": ("well... no", "well… no", "well… no"),
    "a line break": ("stored in Kenya", "It is stored\nin\tKenya.", "stored\nin\tKenya"),
    "carriage returns": ("stored in Kenya", "It is stored\r\n  in Kenya.", "stored\r\n  in Kenya"),
    "a no-break space": ("10 people", "We are 10\u00a0people", "10\u00a0people"),
    "a soft hyphen": ("database", "the data\u00adbase there", "data\u00adbase"),
    "a zero-width space": ("database", "the data\u200bbase there", "data\u200bbase"),
    "a ligature": ("office files", "our oﬃce ﬁles here", "oﬃce ﬁles"),
    "a sharp s": ("strasse", "in der Straße dort", "Straße"),
    "full-width letters": ("ABC", "the ＡＢＣ tool", "ＡＢＣ"),
    "Chinese": ("存储在肯尼亚", "数据存储在肯尼亚的服务器上。", "存储在肯尼亚"),
    "Japanese": ("サーバー", "データはサーバーにあります", "サーバー"),
    "Korean decomposed": ("한국", unicodedata.normalize("NFD", "한국에 있다"), unicodedata.normalize("NFD", "한국")),
    "Arabic with vowel marks": ("نستخدم", "نحن نَسْتَخْدِم الأداة", "نَسْتَخْدِم"),
    "Arabic between directional marks": ("في مصر", "البيانات \u2067في\u2069 مصر.", "في\u2069 مصر"),
    "Hebrew": ("בישראל", "השרת נמצא בישראל.", "בישראל"),
    "Hindi": ("केन्या", "डेटा केन्या में है", "केन्या"),
    "an emoji": ("we love it 😀", "yes we love it 😀!", "we love it 😀"),
    "words after an emoji": ("stored in Kenya", "👩🏽‍⚕️ says: stored in Kenya", "stored in Kenya"),
    "a joined emoji": ("👩🏽‍⚕️ nurse", "our 👩🏽‍⚕️ nurse", "👩🏽‍⚕️ nurse"),
    "an emoji's variation selector left out": ("❤ it", "we ❤️ it", "❤️ it"),
    "blanks around the quote": ("  in Kenya ", "stored in Kenya.", "in Kenya"),
}  # fmt: skip


@pytest.mark.parametrize(("quote", "text", "wanted"), FORMS.values(), ids=list(FORMS))
def test_form_is_forgiven(quote: str, text: str, wanted: str) -> None:
    assert found(quote, text) == wanted


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("we do not use it", "we do use it"),
        ("use it we", "we use it"),
        ("we use ChatGPT", "we used ChatGPT"),
        ("stored in Kenya", "stored, in Kenya"),
        ("10 people", "100 people"),
        ("", "anything"),
        ("   \n", "anything at all"),
        ("\u200b", "anything"),
        ("\u0301", "anything"),
        ("words", ""),
    ],
)
def test_wording_is_never_forgiven(quote: str, text: str) -> None:
    assert locate(quote, text) is None


def test_an_exact_match_goes_before_an_earlier_loose_one() -> None:
    text = "NO, really no."
    assert locate("no", text) == (11, 13)


def test_among_several_the_first_is_taken() -> None:
    assert locate("no", "no and no") == (0, 2)


def test_offsets_are_code_points_not_bytes_or_utf16_units() -> None:
    text = "😀é👩🏽‍⚕️ Kenya"
    assert locate("Kenya", text) == (text.index("Kenya"), text.index("Kenya") + 5)


def test_marks_belong_to_the_letter_before_them() -> None:
    assert found("CAFE", "cafe\u0301\u0302 noir") == "cafe\u0301\u0302"


def folded(text: str) -> str:
    """An independent folding for the comparison: no marks, no case, no invisible characters, single blanks."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", plain)
        if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    )
    plain = plain.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0xFE0F: None, 0xFE0E: None})
    return " ".join(plain.split())


ALPHABET = st.text(alphabet=st.one_of(
    st.sampled_from("abc ABC éÉñ ß ﬁ \n\t\u00a0\u200b\u200d\u0301\u0327’“”\u00ad😀👩🏽⚕\ufe0f中文مرحباשלום"),
    st.characters(max_codepoint=0x2FF, exclude_categories=["Cs", "Cc"])), max_size=40)  # fmt: skip


@given(before=ALPHABET, quote=ALPHABET, after=ALPHABET)
def test_a_part_of_a_text_is_found_with_exactly_its_own_characters(before: str, quote: str, after: str) -> None:
    assume(quote.strip())
    text = before + quote + after
    span = locate(quote, text)
    assert span is not None
    assert text[slice(*span)] == quote


@given(text=ALPHABET, quote=ALPHABET)
def test_a_located_span_folds_to_the_quote(text: str, quote: str) -> None:
    span = locate(quote, text)
    if span is not None:
        start, end = span
        assert 0 <= start < end <= len(text)
        assert folded(quote) in folded(text[start:end])


@given(text=st.text(alphabet="abcdeé ’\n", min_size=3, max_size=60), data=st.data())
def test_a_quote_typed_plainly_is_found_in_the_typographic_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    plain = " ".join(text[start:end].replace("é", "e").replace("’", "'").split())
    assume(plain)
    span = locate(plain, text)
    assert span is not None
    assert folded(text[slice(*span)]) == folded(plain)


@pytest.mark.parametrize("unit", ["é no ", "aaaa", "👩🏽‍⚕️ ", "\u0301", " \n"])
def test_a_long_text_is_searched_in_linear_time(unit: str) -> None:
    # Linear work on this much text takes about a second anywhere; quadratic work would take an hour, so no clock is finely read.
    text = (unit * 300_000)[:300_000] + " the end"
    begun = time.process_time()
    assert locate("THE END", text) is not None
    assert locate("AAAAAB" + "a" * 50, text) is None
    assert time.process_time() - begun < 60
