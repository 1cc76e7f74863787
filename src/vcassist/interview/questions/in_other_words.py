"""What the question on the table means, in other words than its own: by examples, by its choices, by what its own word is. Pure but for its port."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.meant import stems, words_of
from vcassist.interview.ports import Answer, Citation, Glossary
from vcassist.interview.words import either

# More choices than these make nothing plainer.
MOST_CHOICES = 5
# Words are the same that begin alike.
ALIKE = 5
# What a question's own word is, where neither what the field means nor an entry of the glossary says it in plain words.
IN_PLAIN = {
    "application.appeal": "To contest is to say “this is wrong”, and have a person look at it again.",
    "governance.policy": "Such rules are your own, no law: a page that says who may use AI, for what, and what must not go in.",
    "model.name": "A model is the trained part inside a tool that does the work: ChatGPT is a tool, GPT-4o a model in it.",
    "data.consent": "A legal basis is the reason for which a law lets you use what is about people: they agreed, a contract or a law needs it, or a weighty interest of yours, written down.",
    "data.personal_data": "Whatever points to one person counts: a name, a number, a face, a voice.",
    "data.sensitive_data": "Special care is for what can hurt somebody who is known by it: an illness, a faith, papers, money, where they live, anything on a child.",
    "model.documentation": "A model card is a page, not a card to hold: its maker says there what the model is made for, how it was tested and where it fails. A transparency report says the same for a whole service.",
    "storage.encrypted": "Encrypted means kept so that nobody can read it without the key: a stolen disk or phone then tells nothing.",
    "application.affected_people": "Think of those about whom it says something, or who live with what is done by it: patients, pupils, a family, your own team; with animals or fields, those who live by them.",
    "compute.supplier": "The machines are the computers that do its calculating: a cloud firm's, the tool's maker's, or your own.",
    "compute.accelerator": "A chip here is the part of a machine that does the heavy calculating, mostly a graphics processor (GPU) from NVIDIA; a plain computer has only its CPU.",
    "application.labels_content": "A label is a word or sign on it that says “made with AI”; a watermark is such a sign hidden inside.",
}


def meaning_of(spec: Field) -> Answer:
    """What a question meant, to who asks for it beside the answer to it."""
    return Answer(" ".join(filter(None, (f"I meant {meaning_in(spec)}.", IN_PLAIN.get(spec.key)))), (), True)


def so_meant(spec: Field) -> Answer:
    """What a question means, to who asks whether it means this or that."""
    return Answer(f"I mean {meaning_in(spec)}.", (), True)


def in_other_words(spec: Field, glossary: Glossary) -> Answer:
    """What a field means, not in the words of its question, and how people answer it."""
    examples = [said[0] for said in spec.says.values() if said][:2]
    for_example = f"For example, people say: {either(f'“{e}”' for e in examples)}." if examples else ""
    if spec.means.partition(":")[0] in spec.options:
        # The choices themselves are what is explained.
        return Answer(f"In other words: {_by_label(spec)}. {for_example}", (), True)
    choices = f"You may also choose: {either(spec.options.values())}." if spec.options and spec.type != "yesno" else ""
    if len(spec.options) > MOST_CHOICES:
        choices = ""
    plain = "Yes, partly, no or “I don't know” is enough." if spec.type == "yesno" else ""
    # What counts says more than the choices once again.
    counts = spec.counts if spec.type == "yesno" and spec.key not in IN_PLAIN else ""
    plain = "" if counts else plain
    ways = " ".join(part for part in (IN_PLAIN.get(spec.key, ""), counts, for_example, choices, plain) if part)
    return Answer(f"In other words, I mean {_core(spec)}. {ways}", (), True)


def with_its_words(answer: Answer, asked: set[str], spec: Field, glossary: Glossary) -> Answer:
    """The question in other words, with what the glossary says of the very word where we have no plainer one."""
    cited = its_term(asked, spec, glossary)
    if cited is None:
        return answer
    means, dot, ways = answer.text.partition(". ")
    return replace(answer, text=f"{means}{dot}{cited.quote} {ways}", citations=(cited,))


def its_term(asked: set[str], spec: Field, glossary: Glossary) -> Citation | None:
    """What the glossary says of a field's term, where it speaks of one of the words ``asked`` and we have no plainer ones."""
    cited = None if spec.key in IN_PLAIN else glossary.definition(spec.term)
    return cited if cited is not None and alike(asked) & alike(words_of(cited.quote)) else None


def alike(words: set[str]) -> set[str]:
    """The beginnings by which words are the same."""
    return {word[:ALIKE] for word in words}


def why_asked(spec: Field, glossary: Glossary) -> Answer:
    """Why a question is put, with the definition of its term where that speaks of it."""
    return from_field(f"Why I ask: {spec.reason}", spec, glossary)


# A field is named by its key in a declaration only.
_POINTER = re.compile(rf" \([^()]*\b(?:{'|'.join(map(re.escape, FIELDS))})\)")


def _by_label(spec: Field) -> str:
    """What a field means, with its choices as people are offered them."""
    told = spec.means.rstrip(".")
    for value, label in spec.options.items():
        told = re.sub(rf"(?<!\w){re.escape(value)}:", f"“{label}” –", told)
    return told


def _core(spec: Field) -> str:
    """What a field means without its list of fine points."""
    return spec.means.partition(". ")[0].partition(": ")[0].partition(" (")[0].rstrip(".;")


def meaning_in(spec: Field) -> str:
    core = _POINTER.sub("", spec.means).partition(". ")[0].partition(";")[0]
    if ":" in core:
        return _by_label(spec)
    if core.count("(") > core.count(")"):
        # A bracket that the cut left open is no help.
        core = core.rpartition(" (")[0]
    options = f" ({', '.join(spec.options.values())})" if spec.options and spec.type != "yesno" else ""
    return f"{core.rstrip('.')}{options}"


def what_is_meant(spec: Field, glossary: Glossary) -> Answer:
    """What a field means, with what its own word is: in plain words where we have them, else as the glossary has it."""
    text = f"I mean {meaning_in(spec)}."
    if spec.key in IN_PLAIN:
        return Answer(f"{text} {IN_PLAIN[spec.key]}", (), True)
    return from_field(text, spec, glossary)


def from_field(text: str, spec: Field, glossary: Glossary) -> Answer:
    """A text on a field, with the definition of its term where that speaks of what is asked: "deployment" says nothing on a name."""
    cited = glossary.definition(spec.term)
    if cited is not None and not stems(cited.quote) & stems(f"{spec.question} {spec.reason} {spec.means}"):
        cited = None
    return Answer(f"{text} {cited.quote}" if cited else text, (cited,) if cited else (), True)
