"""What somebody says that they do not know: the field that the words beside a "no idea" or "I don't know" are about. Pure.

Whoever is asked one thing often says that they do not know another ("no idea about the model, the nurse decides"). Without this, the
question that was asked would be noted as not known, and what really is not would be asked again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import DO_NOT, NO_IDEA
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, sentences, stripped

_I = re.I
_SAYS = re.compile(
    rf"\b(?:(?:i|we) {DO_NOT}(?:know|tell you|have (?:a|any|the) (?:clue|idea|faintest|foggiest|notion))|"
    rf"(?:don['’]?t|not) know|dunno|idk|{NO_IDEA}|(?:not the (?:faintest|foggiest|slightest)|without an?|haven['’]?t an?) (?:idea|clue|notion)|haven['’]?t the (?:foggiest|faintest)|(?:has|have|is|are|was|were) (?:not known|unknown)(?: to (?:us|me))?|unknown to (?:us|me)|"
    r"(?:nobody|no one|no-one)(?: (?:here|there|ever|has|could|can|in the \w+))* (?:knows|knew|told (?:me|us)|tell (?:me|us))|who knows|(?:god|lord|heaven) knows|escapes me|(?:i|we|the undersigned|this office|this board|and) (?:am|are|is) (?:not able|unable) to (?:say|tell|state|answer|confirm)|(?:i|we) (?:couldn['’]?t|could not|can['’]?t|cannot) (?:even )?say(?= (?:where|who|whose|which|what|how|if|whether)\b)|(?:i|we)(?: have|['’]ve)? (?:forg[eo]t(?:ten)?|did(?:n['’]t| not) (?:find out|ask)|never (?:found out|learn(?:ed|t)))|(?:is |are )?a mystery to (?:me|us))\b",
    _I,
)
_WH = r"(?:who(?:se|m|ever['’]?s?)?|what|which(?:ever)?|where(?:ver)?|how|whether|if)"
# What follows such words and is their object: "no idea where …", "I don't know about …", "no clue on the model".
_OBJECT = re.compile(
    rf"\s*(?:(?:exactly|of|about|on|as to|regarding|really|either|at all)\s+){{0,3}}(?={_WH}\b|(?:the|our|its|any|that|their|which|contracts?)\b)",
    _I,
)
_ABOUT = re.compile(r"\s*(?:exactly |really )?(?:of|about|on|as to|regarding)\s", _I)
# Where one object ends and the next begins: "where it runs, nor who owns the machines".
_NEXT = re.compile(rf"\s*(?:,|;|\s-+\s|\b(?:nor|or|and|but)\b|\()\s*(?:(?:nor|or|and|either|also)\s+)*(?={_WH}\b)", _I)
_OVER = re.compile(
    r"[,;:()]|\s[-–—]+\s|\b(?:but|because|since|so|though|and (?:we|i|it|they|he|she|the|our|does|that))\b", _I
)
# Why it is not known, told right behind: somebody else keeps it back.
_KEPT_BACK = re.compile(
    r"[\s,;.–—-]+(?:(?:as|because|since|and|but) )?(?!(?:i|we)\b)[^\s.;!?,][^.;!?,\n]{0,50}?\s"
    r"(?:(?:does|do|will|would) not|(?:does|do|wo|would)n['’]t|refuse[sd]? to|declined? to|declines to)\s(?:\w+ly )?"
    r"(?:disclose|say|tell|publish|reveal|share|state|answer)\b(?:\s(?:it|this|that|so|us|to us))*",
    _I,
)
# "I would have to ask" is no hypothesis, and "where it runs, I don't know" no question.
SPARED = frozenset({"hypothesis", "habit", "plan", "question"})
SURE = 0.75
# Words of an object, or of a question that somebody puts to themselves before ("Encrypted? No idea").
LONGEST_OBJECT = 14
LONGEST_SUBJECT = 9

_MACHINES = r"(?:host\w*|runs?|running|servers?|machines?|computers?|data ?cent(?:re|er)s?|cloud|stands?)"
_KEEPS = r"(?:kept|keeps?|keeping|stor(?:e|es|ed|age)|saved?|saves|files?|data|records?|letters?|recordings?|photos?|pictures?|images?|videos?|notes?|back-?ups?|sleeps?)"
_PLACE = r"\b(?:where(?:ver)?|(?:which|what) (?:country|land|region|state|city|part of the world|continent))\b"
_WHO = r"\b(?:who(?:se|m|ever)?|(?:what|which) (?:company|firm|provider|supplier|vendor|maker|people))\b"
_MODEL = r"\b(?:(?:ai |language |underlying )?model|llm|algorithm)\b"
_MADE = r"\b(?:made|makes?|built|builds?|developed|develops?|trained|wrote|created|designed|programmed|behind)\b"
_LABELS = r"\b(?:label\w*|annotat\w*|tags?|tagged|tagging)\b"
_TABLE: tuple[tuple[str, str], ...] = (
    ("labelling.workers_protected", rf"(?:\b(?:paid|pay|earn\w*|wages?|treated|conditions)\b.*{_LABELS}|{_LABELS}.*\b(?:paid|pay|earn\w*|wages?|treated|conditions)\b)"),
    ("labelling.country", rf"{_PLACE}.*{_LABELS}"),
    ("labelling.done_by", rf"{_WHO}.*{_LABELS}"),
    ("storage.encrypted", r"\bencrypt\w*|\block(?:ed)?\b"),
    ("storage.retention_limit", rf"\bhow long\b.*\b(?:{_KEEPS}|stays?|lies?)\b|\b(?:delet\w+|retention)\b"),
    ("compute.country", rf"{_PLACE}.*\b{_MACHINES}\b"),
    ("storage.country", rf"{_PLACE}.*\b(?:{_KEEPS}|it (?:\w+ )?(?:sits|goes|lands|rests|ends up))\b"),
    ("compute.accelerator_vendor", rf"{_WHO}.*{_MADE}.*\b(?:chips?|graphics? cards?|gpus?|processors?)\b"),
    ("compute.accelerator", r"\b(?:chips?|graphics? cards?|gpus?|processors?)\b"),
    ("model.trains_on_inputs", r"\b(?:train|learn)(?:s|ing|ed)? (?:\w+ )?(?:on|from|with) (?:our|my|what|the|us)\b"),
    ("model.licence", r"\blicen[cs]e\b"),
    ("model.supplier", rf"{_WHO}.*(?:{_MADE}.*{_MODEL}|{_MODEL}.*(?:{_MADE}|\bis\b|\bfrom\b|$))"),
    ("model.name", rf"(?:\b(?:which|what|whichever)\b.*{_MODEL}|^(?:the |its |our |any )?(?:name of (?:the |its )?)?{_MODEL}(?: name)?\W*$|{_MODEL} (?:is |sits |lies )?(?:behind|inside|underneath|under|in) (?:it|that|this)|\bwhat(?:['’]s| is| sits) (?:behind it|inside(?: it)?|under(?:neath)?(?: it)?|under the (?:hood|bonnet))|^{_MODEL} behind (?:it|that|this))"),
    ("compute.supplier", rf"{_WHO}(?:\W+\w+){{0,4}}?\W+(?:hosts?|hosting|servers?|machines|computers|data ?cent(?:re|er)s?|cloud)\b"),
    ("storage.supplier", rf"{_WHO}.*\b(?:stor(?:e|es|ed)|keeps?|kept)\b"),
    ("application.supplier", rf"{_WHO}(?:\W+\w+){{0,2}}?\W+(?:made|makes|built|wrote|sells|sold|supplies|supplied|programmed)\W+(?:\w+\W+)?(?:it|this|that|app|tool|program(?:me)?|software|system|thing|assistant|bot)\b"),
    ("application.name", r"(?:\bname of (?:the|our|that|this) (?:app|tool|program(?:me)?|software|system|thing|bot|assistant)|\b(?:its|app['’]?s|tool['’]?s) name\W*$|\bwhat (?:it['’]?s|it is|they|the (?:app|tool|program(?:me)?|thing|system) is) called)"),
    ("governance.exit_clause", r"\b(?:exit clause|contract\b.*\bleav\w+)|^(?:about |of |the |our |any |what is in )*contracts?\W*$"),
)  # fmt: skip
_IT_GOES = re.compile(r"\bwhere (?:it|that|this|they|those) (?:\w+ )?(?:goes?|lands?|rests?|ends? up)\b", _I)
# Asked about these, "where it goes" is where data lies.
_WHERE_IT_LIES = frozenset({"storage", "compute", "data"})
_TOPICS = tuple((key, re.compile(pattern, _I)) for key, pattern in _TABLE)
# Who asks for one of these is answered by what is not known of another of them ("Who hosts it?" "No idea where they run it").
_ONE_MATTER: tuple[frozenset[str], ...] = (
    frozenset({"storage.country", "storage.supplier", "storage.crosses_border", "compute.country", "compute.supplier", "compute.hosting"}),
    frozenset({"model.supplier", "application.supplier", "application.sourcing", "model.name", "application.name"}),
    # What "is in it" may be a chip as well as a model.
    frozenset({"model.name", "compute.accelerator", "compute.accelerator_vendor"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Field ``key`` is not known, said in ``text[start:end]``; ``key`` is None where the words tell no field."""

    key: str | None
    start: int
    end: int


def not_known(text: str) -> Iterator[NotKnown]:
    """Every "I don't know" of a text, once for each field that it is about."""
    told = sentences(text)
    for number, sentence in enumerate(told):
        before = told[number - 1] if number and told[number - 1].text.rstrip().endswith("?") else None
        at = sentence.start
        for said in _SAYS.finditer(text, sentence.start, sentence.end):
            start, end = said.span()
            found = list(_behind(text, end, sentence.end)) or list(_in_front(text, at, start, before))
            for key, first, last in found:
                yield NotKnown(key, min(first, start), max(last, end))
            if not found:
                yield NotKnown(None, start, end)
            at = end


def with_not_known(seen: Seen, best: dict[str, Proposal], asked: Field | None) -> dict[str, Proposal]:
    """The proposals with what else is not known; what was asked is no longer unknown where only that is said."""
    found = [_of_what(n, seen.text, asked) for n in not_known(seen.text) if seen.plain(n.start, n.end, SPARED)]
    others = [n for n in found if n.key and not (asked and of_one_matter(n.key, asked.key))]
    if not others:
        return best
    kept = dict(best)
    mine = kept.get(asked.key) if asked else None
    if (
        mine
        and mine.status == "unknown"
        and len(others) == len(found)
        and any(mine.touches(n.start, n.end) for n in found)
    ):
        del kept[mine.ref]
    for told in others:
        there = kept.get(told.key or "")
        span = stripped(seen.text, told.start, told.end)
        if told.key:
            # "The name of the app I forget" is no name.
            kept = {
                slot: p
                for slot, p in kept.items()
                if p.ref != told.key or p.status != "known" or not p.touches(told.start, told.end)
            }
            there = kept.get(told.key)
        if told.key and span and (there is None or (there.status != "known" and there.confidence < SURE)):
            kept[told.key] = Proposal(told.key, "unknown", None, span.text, SURE, span.start, span.end)
            if secret := _KEPT_BACK.match(seen.text, span.end):
                # What is kept back is this, and nothing else beside it.
                kept = {slot: p for slot, p in kept.items() if p.status != "withheld" or not p.touches(*secret.span())}
                words = seen.text[span.start : secret.end()]
                kept[told.key] = Proposal(told.key, "withheld", None, words, SURE, span.start, secret.end(), "supplier")
    return kept


def _of_what(told: NotKnown, text: str, asked: Field | None) -> NotKnown:
    """The same, of nothing but what was asked where "it" is what somebody answers about: "I correct the sheet, no idea where it goes"."""
    points = asked is not None and asked.kind not in _WHERE_IT_LIES and _IT_GOES.search(text, told.start, told.end)
    return replace(told, key=None) if points else told


def of_one_matter(key: str, asked: str) -> bool:
    """Whether who is asked for ``asked`` answers it by not knowing ``key``."""
    same = FIELDS[key].kind == FIELDS[asked].kind
    return same or any({key, asked} <= group for group in _ONE_MATTER)


def _behind(text: str, end: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """(field, start, end) of what follows."""
    opened = _OBJECT.match(text, end, stop) or _ABOUT.match(text, end, stop)
    if opened is None:
        return
    at = opened.end()
    while at < stop:
        more = _NEXT.search(text, at, stop)
        over = _OVER.search(text, at + 1, more.start() if more else stop)
        last = over.start() if over else more.start() if more else stop
        if key := _topic(text[at:last]):
            yield key, at, last
        if more is None or (over and over.start() < more.start()):
            return
        at = more.end()


def _in_front(text: str, begin: int, start: int, question: Span | None) -> Iterator[tuple[str, int, int]]:
    """(field, start, end) of what stands before in the sentence, or of a question that it answers ("Encrypted? No idea")."""
    cuts = [m.end() for m in _OVER.finditer(text, begin, start) if text[m.end() : start].strip(" ,-–—:")]
    at = max(cuts, default=begin)
    said = text[at:start].strip(" ,-–—:;")
    if said and (key := _topic(said)):
        yield key, at, start
    elif not said and question and len(question.text.split()) <= LONGEST_SUBJECT and (key := _topic(question.text)):
        yield key, question.start, start


def _topic(words: str) -> str | None:
    plain = words.strip(" .,;:!?-–—\"'")
    if not plain or len(plain.split()) > LONGEST_OBJECT:
        return None
    return next((key for key, pattern in _TOPICS if pattern.search(plain)), None)
