"""Reads specifications: "key: value" lines, tables, and terse phrases ("no appeal; incident log kept"). The key is the question, its value the answer.

What a key means is closed vocabulary, one line a field; how a value is read is left to the reader that answers to that field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vcassist.assessment.register import name_key
from vcassist.chain.fields import CHOICE_TYPES, FIELDS, Field
from vcassist.interview.field_keys import PATTERNS, STATED_IN_PASSING
from vcassist.interview.ports import Proposal
from vcassist.reading.answering.answers import polarity
from vcassist.reading.answering.value_words import holdable, trimmed
from vcassist.reading.files.keys import LONGEST_KEY, field_of_key
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, stripped

# How sure a value is that stands under its own key.
UNDER_ITS_KEY = 0.93
# Words of a phrase that says a key and its state.
LONGEST_PHRASE = LONGEST_KEY + 3
# Words of a name or a company under its key that is taken as it stands.
LONGEST_NAME = 5
# So many lines with a dash between two parts make a listing; one is an aside.
LEAST_DASHES = 3
# Words of a value that says how it is with its key's matter, and nothing else.
LONGEST_STATE = 3
# So many lines with a colon make a listing.
LEAST_LINES = 3
_I = re.I

_BULLET = re.compile(r"\W*(?:(?:\d{1,2}[.)]|[a-z][.)]|[-*•–—>])\s*)?", _I)
_COLON = re.compile(r"\s*(?::(?=\s)|\s?=\s?|\t+)\s*")
_DASH = re.compile(r"\s+[-–—]\s+")
# A table's row of two cells.
_ROW = re.compile(r"^([ \t]*)\|([^|\n]+)\|([^|\n]+)\|([ \t]*)$", re.M)
# Ends of items within a line.
_ITEM = re.compile(r"(?:[^.;\n]|\.(?=\S))+")
_WITHHELD = re.compile(
    r"\W*(?:(?:is|was|are)\s)?(?:un|not (?:been )?|never )(?:disclosed|stated|specified|revealed|told|given)(?: by (?:the |our )?[\w ]{2,30}| to us)?\W*",
    _I,
)
_UNKNOWN = re.compile(r"\W*(?:is )?(?:unknown|not known|unclear|\?+|tbc|to be clarified)\W*", _I)
_NONE_OF_IT = re.compile(r"\W*(?:n/?a|not (?:applicable|needed|required|relevant))\W*", _I)
_IS = r"(?:(?:is|are|was|were)\s)?"
_YES = re.compile(
    rf"\W*{_IS}(?:yes|exists?|in place|kept|done|on|enabled|active|signed|adopted|implemented|available|ready|maintained)\W*",
    _I,
)
_NO = re.compile(
    rf"\W*{_IS}(?:no|none|off|disabled|missing|absent|pending|outstanding|planned|lacking|in preparation|not (?:yet|available|done|in place|kept|planned|foreseen|implemented)(?: yet)?|does not exist)\W*",
    _I,
)
_PARTLY = re.compile(rf"\W*{_IS}(?:(?:a |in )?draft(?: only)?|only a draft|partial(?:ly)?|partly|in part)\W*", _I)
_NO_TRAINING = re.compile(r"(?:and )?no training(?: on (?:our |customer |user )?(?:data|inputs|prompts|content))?", _I)
_OF_A_CONTRACT = re.compile(r"\b(?:contract|dpa|agreement|api|terms|retention|vendor|prompts|tenant)\b", _I)
_OURS = re.compile(r"\b(?:us|we|our|ours|own|self|in-?house|ourselves)\b", _I)
# A name of a few capital words and numbers, and nothing else.
_TITLE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.+-]*(?: [A-ZÀ-ÖØ-Þ0-9][\w.+-]*){0,3}")
# As contracts put it; "shall" is no plan there.
_NOT_TRAINED_ON = re.compile(
    r"\b(?:shall|will|may|must|does|do)(?: not|n['’]t) use (?:[\w’']+ ){0,4}(?:data|content|inputs?|prompts?|texts?) (?:for|to) (?:the purpose of )?(?:train\w*|improv\w*)",
    _I,
)
_LABELS = re.compile(r"labels?", _I)
_ANNOTATED = re.compile(r"\b(?:by|annotat\w*|staff|students?|volunteers?|crowd\w*|tiles|samples|experts?)\b", _I)
_OPT_IN = re.compile(r"opt(?:ed)?-in(?: only)?", _I)
# What files at rest are encrypted by, as it is called everywhere.
_CIPHER = re.compile(
    r"\b(?:AES-?(?:128|256)|SSE(?:-\w+)?|CMK|customer[- ]managed keys|BitLocker|LUKS|FileVault|TDE|KMS(?= on\b))(?!\w)"
)
_LACKS = re.compile(r"\W*(?:and |but )?(?:no|without(?: an?| any)?|lacks an?|there is no)\s+", _I)
_AFTER_KEY = re.compile(r"(?:\s+(?:procedure|process|rule|clause|route|plan|option|yet|so far|in place))*\W*$", _I)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value; ``field`` is None where the key is another's than the chain's ("Data licence")."""

    field: Field | None
    key: Span
    value: Span


_LINE = re.compile(r"^[^\n:]{2,40}: +\S", re.M)
_DEVELOPER_LINE = re.compile(r"^\W*Developer:(?= (?:\S+ ?){1,5}$)", re.M | _I)


def as_lines(message: str) -> str:
    """The message with table rows of a key and its value as lines of "key: value", character for character, so that every offset holds."""

    def line(row: re.Match[str]) -> str:
        key = stripped(message, row.start(2), row.end(2))
        known = key and field_of_key(key, None)
        return f"{row[1]} {row[2]}:{row[3]} {row[4]}" if known else row.group()

    lines = _ROW.sub(line, message) if "|" in message else message
    # In a listing "Developer:" is a key, not somebody's role in a dialogue.
    is_listing = len(_LINE.findall(lines)) >= LEAST_LINES
    return _DEVELOPER_LINE.sub(lambda found: found[0].replace(":", "="), lines) if is_listing else lines


def entries(text: str) -> Iterator[Entry]:
    """The keys with their values in a text, in order: of its lines, its table rows, and of what full stops and semicolons part."""
    dashed = sum(bool(_DASH.search(line)) for line in text.splitlines()) >= LEAST_DASHES
    at, last = 0, None
    for line in text.splitlines(keepends=True):
        for item in _ITEM.finditer(line):
            begin, end = at + item.start(), at + item.end()
            start = begin + (found.end() if (found := _BULLET.match(item.group())) else 0)
            cut = _COLON.search(text, start, end)
            if cut is None and dashed:
                cut = _DASH.search(text, start, end)
            key = stripped(text, start, cut.start()) if cut else None
            value = stripped(text, cut.end(), end) if cut else None
            if key and value and _LABELS.fullmatch(key.text) and _ANNOTATED.search(value.text):
                yield Entry(FIELDS["labelling.done_by"], key, value)
            elif key and value and (found_field := field_of_key(key, last)):
                yield Entry(found_field[0], key, value)
                last = found_field[0] or last
        at += len(line)


Answer = Callable[[Span, Field], list[Proposal]]


def told_by_keys(seen: Seen, best: dict[str, Proposal], answer: Answer) -> dict[str, Proposal]:
    """The proposals with those that a text's keys make. ``answer`` reads a stretch of the text as the answer to a field."""
    found = list(entries(seen.text))
    if len(found) == 1 and not _begins_its_line(found[0], seen.text):
        found = []
    kept = dict(best)
    for entry in found:
        kept = {slot: p for slot, p in kept.items() if not _belongs_elsewhere(p, entry)}
    passing = list(_in_passing(seen))
    for told in passing:
        # A phrase of a key and its state says nothing else.
        kept = {slot: p for slot, p in kept.items() if not _within(p, told.start or 0, told.end or 0)}
    if not any(p.ref == "storage.encrypted" for p in (*kept.values(), *passing)) and (
        terms := _CIPHER.search(seen.text)
    ):
        passing.append(seen.known("storage.encrypted", "yes", *terms.span(), UNDER_ITS_KEY))
    for told in [*_valued(found, seen, answer), *passing]:
        kept = {slot: p for slot, p in kept.items() if not _is_replaced(p, told)}
        many = told.ref in ("application.name", "model.name") and isinstance(told.value, str)
        kept[f"{told.ref} {name_key(str(told.value))}" if many else told.ref] = told
    return kept


def _begins_its_line(entry: Entry, text: str) -> bool:
    return not re.search(r"\w", text[text.rfind("\n", 0, entry.key.start) + 1 : entry.key.start])


def _within(p: Proposal, start: int, end: int) -> bool:
    return start <= (p.start or 0) and (p.end or 0) <= end


def _names(spec: Field) -> bool:
    return spec.type == "entity" or spec.name == "name"


def _valued(found: list[Entry], seen: Seen, answer: Answer) -> Iterator[Proposal]:
    """What each key's value says; of a key that stands twice, the first."""
    taken: set[str] = set()
    for entry in found:
        told = _value_of(entry, seen, answer) if entry.field and entry.field.key not in taken else None
        if told:
            taken.add(told.ref)
            yield told


def _value_of(entry: Entry, seen: Seen, answer: Answer) -> Proposal | None:
    spec, value = entry.field, entry.value
    if spec is None or not seen.plain(value.start, value.end):
        return None
    for pattern, status in ((_WITHHELD, "withheld"), (_UNKNOWN, "unknown"), (_NONE_OF_IT, "not_applicable")):
        if pattern.fullmatch(value.text):
            return Proposal(spec.key, status, None, value.text, UNDER_ITS_KEY, value.start, value.end)
    if spec.type == "yesno" and (plain := _plain_state(value.text)):
        # "No" alone would be the quote of everything; with its key it says what is denied.
        return seen.known(spec.key, plain, entry.key.start, value.end, UNDER_ITS_KEY)
    if spec.type == "text" and spec.name != "name" and spec.key != "compute.accelerator":
        words_said = trimmed(value, seen.text)
        fits = words_said is not None and holdable(words_said.text)
        return seen.in_words(spec.key, words_said, UNDER_ITS_KEY) if words_said and fits else None
    if spec.type != "yesno" and _NO.fullmatch(value.text) and "none" not in spec.values:
        return None
    if spec.name == "name" and _TITLE.fullmatch(value.text):
        return seen.in_words(spec.key, value, UNDER_ITS_KEY)
    read = next((p for p in answer(value, spec) if p.ref == spec.key), None)
    if read:
        return _with_its_value(read, value)
    words = len(value.text.split())
    if _names(spec) and words <= LONGEST_NAME and value.text[:1].isupper():
        return seen.in_words(spec.key, value, UNDER_ITS_KEY) if not polarity(value.text) else None
    if spec.type == "yesno" and (said := polarity(value.text)) and isinstance(said.value, str):
        return seen.known(spec.key, said.value, value.start, value.end, UNDER_ITS_KEY)
    return None


def _with_its_value(read: Proposal, value: Span) -> Proposal:
    """What was read from a value, held sure; of a short value for a closed field the whole is the quote, not a word of it."""
    sure = max(read.confidence, UNDER_ITS_KEY)
    if FIELDS[read.ref].type in CHOICE_TYPES and len(value.text.split()) <= LONGEST_KEY:
        return replace(read, confidence=sure, quote=value.text, start=value.start, end=value.end)
    return replace(read, confidence=sure)


def _plain_state(text: str) -> str | None:
    for pattern, value in ((_YES, "yes"), (_NO, "no"), (_PARTLY, "partly")):
        if pattern.fullmatch(text):
            return value
    return None


def _in_passing(seen: Seen) -> Iterator[Proposal]:
    """What terse phrases say, of a key and its state and nothing else: "no appeal", "DPIA pending", "encryption not disclosed"."""
    if (promised := _NOT_TRAINED_ON.search(seen.text)) and _OF_A_CONTRACT.search(seen.text):
        yield seen.known("model.trains_on_inputs", "no", *promised.span(), UNDER_ITS_KEY)
    for item in re.finditer(r"(?:[^.,;:\n]|\.(?=\S))+", seen.text):
        span = stripped(seen.text, item.start(), item.end())
        if span is None or len(span.text.split()) > LONGEST_PHRASE:
            continue
        for key in STATED_IN_PASSING:
            told = _state_of(span, key)
            if told and seen.plain(span.start, span.end):
                status, value = told
                yield Proposal(key, status, value, span.text, UNDER_ITS_KEY, span.start, span.end)
                break
        else:
            if _OPT_IN.fullmatch(span.text):
                yield seen.known("data.consent", "yes", span.start, span.end, UNDER_ITS_KEY)
            if _NO_TRAINING.fullmatch(span.text) and _OF_A_CONTRACT.search(seen.text):
                yield seen.known("model.trains_on_inputs", "no", span.start, span.end, UNDER_ITS_KEY)


def _state_of(span: Span, key: str) -> tuple[str, str | None] | None:
    lacks = _LACKS.match(span.text)
    begin = lacks.end() if lacks else _BULLET.match(span.text).end()  # type: ignore[union-attr]
    found = PATTERNS[key].match(span.text, begin)
    if found is None:
        return None
    rest = span.text[found.end() :]
    if lacks:
        return ("known", "no") if _AFTER_KEY.match(rest) else None
    if not rest[:1].isspace():
        return None
    if _WITHHELD.fullmatch(rest):
        return "withheld", None
    state = _plain_state(rest)
    return ("known", state) if state else None


def _is_replaced(proposal: Proposal, told: Proposal) -> bool:
    """Whether a key's value says better what was read otherwise: the same field, of names only what stands in the same words."""
    if proposal.ref != told.ref:
        return False
    if proposal.ref not in ("application.name", "model.name"):
        return True
    return proposal.touches(told.start or 0, told.end or 0)


def _belongs_elsewhere(proposal: Proposal, entry: Entry) -> bool:
    """Whether what was read under a key is of another link of the chain: where data lie tells nothing of who supplies the tool."""
    start, end = proposal.start or 0, proposal.end or 0
    # A key names nothing.
    if FIELDS[proposal.ref].type == "text" and entry.key.start <= start and end <= entry.key.end:
        return True
    if not (entry.key.start <= start and end <= entry.value.end):
        return False
    if entry.field is None:
        return proposal.ref in ("model.licence", "model.weights")
    spec = FIELDS[proposal.ref]
    # A name is all that a name's key tells; it is no licence and no chip besides.
    whole = (start, end) == (entry.value.start, entry.value.end)
    if whole and spec.key in ("model.licence", "compute.accelerator") and _names(entry.field):
        return True
    if entry.field.kind in ("data", "labelling"):
        return (spec.kind in ("application", "model") and spec.type in ("entity", "country")) or spec.name == "licence"
    # Whose chips or whose words they are, no key's own value says.
    bare = len(entry.value.text.split()) <= LONGEST_NAME
    if proposal.value == "self" and bare and spec.key != entry.field.key and not _OURS.search(entry.value.text):
        return True
    short = len(entry.value.text.split()) <= LONGEST_STATE and entry.field.type in ("yesno", "enum")
    if short and spec.type == "enum" and spec.kind == entry.field.kind and spec.key != entry.field.key:
        return True
    apart = entry.field.kind in ("storage", "compute", "governance", "monitoring")
    return apart and spec.key in ("application.supplier", "model.supplier", "organisation.country", "application.name")
