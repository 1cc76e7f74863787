"""Reads a supplier's filled-in letter back: which question each answer belongs to, what was ticked, what was written.

The form is the same text in every kind of file: a line ``No. 3 · GPT-4o · [model.weights]``, the question, boxes, ``Answer:``. A tick
is taken at its word; free words are read like any answer, and kept only with the words they rest on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vcassist.assessment.answers import count_of
from vcassist.chain.facts import Chain, Fact, field_of, fold, split_ref
from vcassist.chain.fields import KINDS
from vcassist.errors import BadInput
from vcassist.interview.ports import Reader
from vcassist.interview.reading import gate
from vcassist.interview.session import Contradiction
from vcassist.interview.to_supplier import (
    END_OF_FORM,
    FOOT,
    OPEN_ANSWERS,
    in_our_words,
    in_short,
    question_for,
    reworded,
    ticked,
    ticks_for,
)

MAX_QUOTE = 400
_REF = re.compile(r"\[([a-z]+(?:-\d{1,4})?\.[a-z_]+)\]")
_HEADER = re.compile(r"\[(assessment|supplier):\s*([^\]\n]{1,200})\]")
_NEXT = re.compile(r"No\.\s*\d+\s*·[^\[\n|]*$")
_BOX = re.compile(r"(\[\s*[xX✓✔✗*]?\s*\]|[☐☒☑✓✔🗹]|(?<!\w)[xX](?=\s))\s*")
_TICKED = re.compile(r"[xX✓✔✗*☒☑🗹]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in the form for one field: the labels ticked, and the words written."""

    ref: str
    number: int
    ticks: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A filled-in letter. ``assessment`` is the session it belongs to, where the letter says so."""

    name: str
    supplier: str
    assessment: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of replies: facts, contradictions with what is known, answers that could not be understood; and ``told``, in words."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Contradiction, ...]
    unclear: tuple[Answer, ...]
    strangers: tuple[str, ...]
    prompts: tuple[str, ...] = ()
    told: str = ""


def _told(reply: Reply, taken: Taken) -> str:
    who = reply.supplier or "the supplier"
    said = [f"I read the reply of {who} ({reply.name}) and noted {count_of(len(taken.facts), 'answer')}."]
    if taken.conflicts:
        where = ", ".join(c.ref for c in taken.conflicts)
        said.append(f"What you told before stands where the reply contradicts it: {where}.")
    if taken.unclear:
        shown = "; ".join(f"{a.ref}: “{(a.text or ', '.join(a.ticks))[:120]}”" for a in taken.unclear[:5])
        said.append(f"I could not tell what {count_of(len(taken.unclear), 'answer')} meant: {shown}.")
    if taken.strangers:
        said.append(f"These are not part of this assessment: {', '.join(taken.strangers[:5])}.")
    return " ".join(said)


def take_all(replies: Sequence[Reply], chain: Chain, reader: Reader) -> Taken:
    """Several replies, one after the other; what an earlier one settled stands."""
    taken: list[Taken] = []
    told: list[str] = []
    for reply in replies:
        known = fold((*chain.facts.values(), *(f for t in taken for f in t.facts)), chain.retired)
        taken.append(take(reply, known, reader))
        # A file may hold the letters to others too, left empty.
        told += [_told(reply, taken[-1])] if reply.answers or len(replies) == 1 else []
    told = told or ["I found no answer in what came back."]
    return Taken(
        tuple(f for t in taken for f in t.facts),
        tuple(c for t in taken for c in t.conflicts),
        tuple(a for t in taken for a in t.unclear),
        tuple(r for t in taken for r in t.strangers),
        tuple(dict.fromkeys(p for t in taken for p in t.prompts)),
        " ".join(told),
    )


def read_replies(text: str, name: str) -> tuple[Reply, ...]:
    """The forms in a file's text (as ``letters.form_text`` gives it), one a letter. Raises BadInput for a text that holds none."""
    *forms, _ = text.split(END_OF_FORM)
    if not any(_REF.search(form) for form in forms):
        raise BadInput(
            f"{name} is not a letter that vcassist wrote.",
            f"It has no questions with their references, such as [model.weights], that end with {END_OF_FORM}.",
            "Use the letters of `vcassist report --format letter`, filled in, with their references left in place.",
        )
    return tuple(_reply(form, name) for form in forms if _REF.search(form))


def reads_back(text: str) -> bool:
    """Whether every question of every form in a text stands there whole: its reference, its words, each of its boxes and "Answer:".

    A file that keeps only where its signs are drawn may have lost boxes or mixed up columns: then no tick can be trusted.
    """
    *forms, _ = text.split(END_OF_FORM)
    for form in forms:
        asked = form.partition(FOOT)[0]
        found = list(_REF.finditer(asked))
        if not found or len(found) != len(re.findall(r"No\.\s*\d+\s*·", asked)):
            return False
        ends = [*(match.start() for match in found[1:]), len(asked)]
        if not all(_whole(match[1], asked[match.end() : end]) for match, end in zip(found, ends, strict=True)):
            return False
    return True


def _whole(ref: str, block: str) -> bool:
    if not _known(ref) or not re.search(_loose(question_for(ref)), block, re.I) or "Answer:" not in block:
        return False
    for label in sorted((*ticks_for(ref), *OPEN_ANSWERS), key=len, reverse=True):
        block, times = re.subn(_BOX.pattern + _loose(label), " ", block, flags=re.I)
        if times != 1:
            return False
    return True


def _reply(form: str, name: str) -> Reply:
    asked, _, foot = form.partition(FOOT)
    header = dict(_HEADER.findall(foot))
    found = list(_REF.finditer(asked))
    answers = []
    for number, match in enumerate(found, 1):
        until = found[number].start() if number < len(found) else len(asked)
        if _known(match[1]):
            answers.append(_answer(match[1], number, asked[match.end() : until]))
    given = tuple(a for a in answers if a.ticks or a.text)
    return Reply(name, header.get("supplier", "").strip(), header.get("assessment", "").strip(), given)


def _known(ref: str) -> bool:
    try:
        split_ref(ref)
    except BadInput:
        return False
    return True


def _answer(ref: str, number: int, block: str) -> Answer:
    """Ticks and words of one block; the question and the boxes themselves are taken out."""
    labels = [*ticks_for(ref), *OPEN_ANSWERS]
    ticks = []
    block = _NEXT.sub("", block.strip().rstrip("|#- \n"))
    for label in sorted(labels, key=len, reverse=True):
        pattern = re.compile(_BOX.pattern + _loose(label), re.I)
        for match in pattern.finditer(block):
            if _TICKED.search(match[1]):
                ticks.append(label)
        block = pattern.sub(" ", block)
    for known in (question_for(ref), f"In short: {in_short(ref)}" if in_short(ref) else "", "Your answer", "Answer:"):
        block = re.sub(_loose(known), " ", block, flags=re.I) if known else block
    text = " ".join(re.sub(r"[|*_`#]+|_{2,}|\.{4,}", " ", block).split()).strip(" -·")
    exact = next((label for label in labels if label.casefold() == text.casefold().rstrip(".")), None)
    ordered = tuple(label for label in labels if label in ticks or label == exact)
    return Answer(ref, number, ordered, text)


def _loose(words: str) -> str:
    """A pattern for words that may have been broken over lines."""
    return r"[\s|*_]+".join(re.escape(w) for w in words.split())


def take(reply: Reply, chain: Chain, reader: Reader) -> Taken:
    """The facts of a reply, with the source "supplier". What is known already stands; a contradiction is returned apart."""
    facts, conflicts, unclear, strangers, prompts = [], [], [], [], dict[str, None]()
    there = {component for kind in KINDS for component in chain.components(kind)}
    for answer in reply.answers:
        if answer.ref.partition(".")[0] not in there:
            strangers.append(answer.ref)
            continue
        fact, used = _fact(answer, reply, chain, reader)
        prompts.update(dict.fromkeys(used))
        if fact is None:
            unclear.append(answer)
            continue
        old = chain.get(answer.ref)
        if old is None or old.open:
            facts.append(fact)
        elif not old.says_the_same(fact) and not fact.open:
            conflicts.append(
                Contradiction(
                    fact.ref, old.as_json()["value"], fact.as_json()["value"], old.quote, f"{fact.quote} ({reply.name})"
                )
            )
    return Taken(tuple(facts), tuple(conflicts), tuple(unclear), tuple(strangers), tuple(prompts))


def _fact(answer: Answer, reply: Reply, chain: Chain, reader: Reader) -> tuple[Fact | None, Sequence[str]]:
    note = f"{reply.name}, question {answer.number}"
    quote = (answer.text or "; ".join(answer.ticks))[:MAX_QUOTE]
    if answer.ticks:
        meant = ticked(answer.ref, list(answer.ticks))
        if meant is None:
            return None, ()
        status, value = meant
        by = "supplier" if status == "withheld" else None
        return Fact(answer.ref, status, value, quote, by=by, source="supplier", note=note), ()  # type: ignore[arg-type]
    if reworded(answer.ref):
        return None, ()
    reading = reader.read(answer.text, answer.ref, chain)
    read = {fact.ref: fact for fact in gate(reading, answer.text, source="supplier").facts}
    fact = read.get(answer.ref) or _words(answer)
    if fact is None:
        return None, reading.prompts
    if fact.status == "withheld":
        fact = replace(fact, by="supplier")
    fact = in_our_words(fact, reply.supplier)
    return (replace(fact, quote=quote, start=None, end=None, note=note) if fact else None), reading.prompts


def _words(answer: Answer) -> Fact | None:
    """A field that takes words takes the supplier's, where no reader found more in them."""
    if field_of(answer.ref).type == "text" and len(answer.text) > 1:
        return Fact(answer.ref, "known", answer.text[:MAX_QUOTE], source="supplier")
    return None
