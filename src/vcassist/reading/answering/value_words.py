"""The words of a value: what in a stretch of a message is the name or the value itself, and what only stands around it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.chain.fields import Field
from vcassist.interview.turns_of_phrase import CHANNEL
from vcassist.reading.naming.names import Mention
from vcassist.reading.naming.places import Place
from vcassist.reading.text import Span, stripped

MAX_VALUE = 160
_BLOCK = re.compile(r"[<>{}]|https?://", re.I)
_LEADING = re.compile(
    r"^(?:the|a|an|our|my|their|its|his|her|this|that|some|of|by|from|with|at|on|in|to|for|it['’]?s|it is|we use|we['’]?re|we are|called|named|is|are|and|use|using|used|via|through|from|mostly|just|only|by)\s+",
    re.I,
)
_NAME_ENDS = re.compile(
    r"[,;:()\n]|\s[-–—]\s|[.!?](?=\s)|\s(?:and|but|which|who|that|with|where|because|for|from|by)\s"
    rf"|\s(?:on|over|via|through)\s(?=(?:the\s)?{CHANNEL}\b)",
    re.I,
)
_GOES_ON = re.compile(r"\s(?:and|for)\s(?:the\s)?[A-ZÀ-ÖØ-Þ]")
# Words that say what kind of thing something is, not what it is called.
_KINDS = frozenset({
    "a", "an", "the", "our", "my", "this", "that", "its", "own", "new", "old", "ai", "app", "apps",
    "application", "bot", "chatbot", "assistant", "tool", "system", "software", "program", "programme",
    "platform", "website", "site", "model", "models", "computer", "machine", "server", "thing", "stuff",
    "solution", "product", "service", "package", "plugin", "module", "voice", "chat", "phone", "tablet",
    "laptop", "organisation", "organization", "company", "clinic", "school", "hospital", "ngo", "office",
    "cooperative", "association", "charity", "council", "library", "foundation", "small", "local", "one",
    "something", "it", "us", "we", "algorithm", "supplier", "vendor", "provider", "developer", "contractor", "llm",
    "generative", "open", "source", "intranet", "internet", "cloud", "data", "department", "ministry", "unit",
})  # fmt: skip
# Words that begin a sentence with a capital letter and name nobody.
_STARTERS = frozenset({
    "a", "an", "the", "i", "we", "our", "my", "it", "its", "they", "he", "she", "you", "this", "that",
    "these", "those", "there", "here", "no", "yes", "not", "ask", "asked", "and", "but", "or", "so", "if",
    "when", "who", "what", "where", "why", "how", "all", "some", "every", "each", "one", "two", "for", "from",
    "in", "on", "at", "by", "with", "as", "well", "ok", "okay", "then", "now", "today", "honestly",
    "actually", "mostly", "maybe", "perhaps", "nobody", "somebody", "everyone", "sorry", "hmm", "hm", "eh",
    "ah", "oh", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "many", "few", "most", "their", "theirs", "his", "her", "hers", "ours", "mine", "your", "yours", "everything", "nothing", "something", "anything", "both", "either",
    "neither", "none", "only", "just", "same", "still", "also", "even", "because", "since", "until", "before", "after", "later", "once", "never", "always",
    "sometimes", "probably", "apparently", "officially", "yeah", "yep", "nope", "nah", "sure", "right", "thanks", "please", "think", "guess", "see", "says",
    "runs", "sits", "comes", "goes", "lives", "stays", "keeps", "belongs", "made", "built", "bought", "sold", "hosted", "stored", "kept", "developed", "supplied",
    "provided", "rented", "trained", "licensed", "hosting", "storage", "storing", "labelling", "labeling", "training", "running", "contract", "maker", "creator", "owner",
    "write", "put", "note", "enter", "whose", "there's", "there’s", "company", "firm", "vendor", "supplier", "provider", "contractor", "developer", "manufacturer", "model", "server", "servers", "software", "tool", "app",
})  # fmt: skip
# Words of how often and at what price, that a curt answer begins with a capital letter.
_HOW = frozenset({
    "often", "seldom", "rarely", "hardly", "usually", "mostly", "daily", "weekly", "monthly", "yearly", "constantly", "occasionally", "regularly", "frequently",
    "paid", "unpaid", "free", "gratis", "trial", "cheap", "expensive", "partly", "maybe", "unknown", "done", "ready", "good", "bad", "fine",
})  # fmt: skip
# Capitals that date something ("since May we pay Vila Digital").
_CALENDAR = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "easter", "christmas", "ramadan",
})  # fmt: skip
# Who uses a tool and where, in words that tell nothing of what it does.
_WHO_OR_WHERE = frozenset({
    "town", "hall", "city", "village", "country", "practice", "shelter", "church", "parish", "district", "centre", "center", "county", "region", "home", "house",
    "schools", "clinics", "hospitals", "offices", "college", "university", "kindergarten", "museum", "team", "group", "people", "staff", "patients", "patient",
    "pupils", "students", "teachers", "nurses", "doctors", "farmers", "customers", "clients", "users", "families", "refugees", "citizens", "women", "men",
    "children", "members", "volunteers", "visitors", "parents", "colleagues", "use", "uses", "used", "using", "near", "of", "to", "into", "about", "over",
    "am", "is", "are", "be", "was", "has", "have", "do", "does", "called", "named", "work", "works", "working", "me", "him", "them", "day", "daily", "days",
    "week", "time", "lot", "bit", "too", "very", "like", "such",
})  # fmt: skip
_CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ЯÜÖÄ][\w&.'’+-]*(?:\s+(?:(?:de|da|dos|do|del|di|van|von|of|the|al|el|&|la|le)\s+)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w&.'’+-]*)*"
)
# After these a company's name follows.
_ROLE_WORD = re.compile(
    r"\b(?:from|by|with|at|via|through|to|called|named|company|firm|supplier|provider|vendor|on|and|now|is|it['’]?s|was)\s+(?:(?:the|a|an|our|some)\s+)?(?:\w+\s+)?$",
    re.I,
)
_INSTITUTION = re.compile(
    r"(?<![\w'’])(?:(?:the|a|an|our|their|by|from|of|to|with|at)\s)*((?:[A-ZÀ-ÖØ-Þ][\w.'’-]*\s|(?:national|local|regional|district|county|city|town|state|central|federal|public|hydromet|health|tax|weather|met|statistics?|land|census|church|parish)\s){0,3}"
    r"(?:ministry|government|university|hospital|municipality|council|parliament|library|archive|institute|bureau|department|embassy|diocese|parish|church|district|province|ministry|authority|commission|committee|directorate|(?:government|relief|aid|news|space) agency|office|college|academy|association|federation|union|academ(?:y|ie)|museum|consortium|(?:town|city|village) hall|court|police|prefecture|cooperative)"
    r"(?:\sof\s(?:the\s)?[A-ZÀ-ÖØ-Þa-z][\w.'’-]*|\sSt\.?\s[A-ZÀ-Þ]\w+)?)(?![\w-])",
)
# Where a sentence ends; not behind an abbreviation ("OptiNova Pvt. Ltd.").
_ENDS = re.compile(
    r"(?<!\bPvt)(?<!\bLtd)(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bDr)(?<!\bSt)(?<!\bMr)(?<!\bMrs)[.!?;](?:\s|$)|\n"
)
_SHOUTED = re.compile(
    r"\b(?:FROM|BY|CALLED|NAMED|COMPANY|FIRM|SUPPLIER|VENDOR|PROVIDER|WITH)\s+((?:(?!(?:AND|BUT|WHO|WHICH|THAT|FOR|THE|IT|WE|IN|AT|ON)\b)[A-ZÀ-Þ][\w&'’-]*\s?){1,3})"
)
_VERSION = re.compile(
    r"^(?:[ -](?:\d[\w.]*|v\d[\w.]*|pro|plus|mini|turbo|large|small|medium|base|nano|ultra|max|instruct|flash|opus|sonnet|haiku|enterprise|business|team|edu|\d+b)\b(?!\)))+",
    re.I,
)


def holdable(text: str) -> bool:
    """True for what a value can hold: of bounded length, without markup and addresses."""
    return len(text) <= MAX_VALUE and not _BLOCK.search(text)


def trimmed(span: Span, message: str) -> Span | None:
    """A span without leading articles and surrounding punctuation."""
    start, end = span.start, span.end
    while start < end and not message[start].isalnum():
        start += 1
    while True:
        found = _LEADING.match(message[start:end])
        if not found:
            break
        start += found.end()
    while end > start and not (message[end - 1].isalnum() or message[end - 1] in ")%+"):
        end -= 1
    return stripped(message, start, end)


def named_part(span: Span, message: str, joined: bool = False) -> Span | None:
    """The first stretch of a span that can be one name, without articles and punctuation.

    ``joined``: what "and" or "for" joins to further capitals is one name, as organisations are called.
    """
    name = trimmed(span, message)
    if name is None:
        return None
    ends = (m for m in _NAME_ENDS.finditer(name.text) if not (joined and _GOES_ON.match(name.text, m.start())))
    cut = next(ends, None)
    return trimmed(Span(name.start, name.start + cut.start(), ""), message) if cut else name


_SOME_ONE = re.compile(r"(?:[a-z][\w'’-]*\s){1,5}ones?")


def only_a_kind(text: str) -> bool:
    """True for "the chatbot", "a small clinic" or "a squeezed down one": no name, only what it is."""
    return _SOME_ONE.fullmatch(text) is not None or all(word in _KINDS for word in re.findall(r"\w+", text.casefold()))


def only_a_manner(text: str) -> bool:
    """True for "Often" or "Paid": how or how often, and nothing that is called so."""
    return text.casefold() in _HOW or text.casefold() in _STARTERS


def nobody_s_work(word: str) -> bool:
    """True for a word that tells who or where, not what is done: function words, kinds of things and houses, kinds of people."""
    return word in _KINDS or word in _STARTERS or word in _WHO_OR_WHERE


def tells_work(text: str) -> bool:
    """True where some small-lettered word tells what is done, not only who does it or where."""
    return any(not nobody_s_work(word) for word in re.findall(r"(?<!\w)[^\W\d_A-ZÀ-Þ][^\W\d_]+", text))


# A name written small that ends with one of these is the beginning of a sentence ("voice is").
_OF_A_SENTENCE = frozenset(
    re.findall(
        r"\w+",
        "is are was were be been am isn aren has have had does do did doesn don can could cannot will would shall should may might must "
        "makes made comes came goes went gets got says said needs knows uses runs works reads writes gives takes sends keeps",
    )
)


def could_be_a_name(text: str) -> bool:
    """True for one to nine words of bounded length with a letter in them."""
    words = text.split()
    return 0 < len(words) <= 9 and len(text) <= 80 and holdable(text) and any(c.isalpha() for c in text)


def written_small(span: Span, message: str) -> Span | None:
    """A name without capital letters: only from people who write none, or who answer with hardly more than the name."""
    name = named_part(span, message)
    words = len(message.split())
    if name is None or len(name.text.split()) > 4 or (words > 6 and any(c.isupper() for c in message[1:])):
        return None
    if name.text.split()[0].casefold() in _STARTERS or name.text.split()[-1].casefold() in _OF_A_SENTENCE:
        return None
    return name


def proper_name(span: Span, message: str, elsewhere: Sequence[Place] = ()) -> Span | None:
    """The name with capital letters in a span, else the one that its sentence introduces ("bought from Zain")."""
    begin = max((m.end() for m in _ENDS.finditer(message, 0, span.start)), default=0)
    stop = _ENDS.search(message[span.end :])
    end = span.end + stop.start() if stop else len(message)
    if message.isupper():
        return _shouted(span, message)
    near: Span | None = None
    weak: Span | None = None
    for found in _CAPITALS.finditer(message, begin, end):
        text = found.group().rstrip(".'’-")
        for owner in ("'s", "’s"):
            text = text.removesuffix(owner)
        if (
            text.casefold() in _STARTERS
            or text.casefold() in _CALENDAR
            or (found.start() == begin and " " not in text and not _inside(found.start(), span))
        ):
            continue
        name = Span(found.start(), found.start() + len(text), text)
        if any(p.start <= name.start and p.end >= name.end for p in elsewhere):
            continue
        if _inside(found.start(), span) or _inside(name.end - 1, span):
            first, _, rest = text.partition(" ")
            if first.casefold() in _STARTERS and rest:
                at = name.start + len(text) - len(rest)
                if any(p.start <= at and p.end >= name.end for p in elsewhere):
                    continue
                return Span(at, name.end, rest)
            if (
                found.start() == begin
                and " " not in text
                and weak is None
                and message[name.end : name.end + 2].strip().islower()
            ):
                # The first word of a sentence is capital in any case ("River data comes from the Water Commission").
                weak = name
                continue
            if weak is None or _ROLE_WORD.search(message[begin : found.start()]):
                return name
        if near is None and _ROLE_WORD.search(message[begin : found.start()]):
            near = name
    return weak or near


def _shouted(span: Span, message: str) -> Span | None:
    """The name in a message of capitals only: what a word introduces in or right before the span, up to three words."""
    found = _SHOUTED.search(message, max(0, span.start - 40), span.end)
    if found is None or found.end(1) <= span.start:
        return None
    words = found.group(1).split()
    end = found.start(1) + len(found.group(1).rstrip())
    return (
        None
        if words[0].casefold() in _STARTERS or only_a_kind(found.group(1))
        else Span(found.start(1), end, message[found.start(1) : end])
    )


def institution(span: Span) -> Span | None:
    """Who is spoken of by what they are, without a name ("the ministry", "Israel's national library"), in a span of a few words."""
    found = _INSTITUTION.search(span.text)
    if found is None:
        return None
    start, end = span.start + found.start(1), span.start + found.end(1)
    return Span(start, end, found.group(1))


def _inside(at: int, span: Span) -> bool:
    return span.start <= at < span.end


def covers(mention: Mention, name: Span) -> bool:
    """True when a name is all or part of what the register knows by another name."""
    return mention.start <= name.start and mention.end >= name.end


def with_version(mention: Mention, message: str) -> Span:
    """A name with the version or size that follows it ("Llama 3" → "Llama 3 8B instruct")."""
    found = _VERSION.match(message[mention.end :])
    end = mention.end + (found.end() if found else 0)
    return Span(mention.start, end, message[mention.start : end])


def called_by_own_words(text: str, spec: Field) -> frozenset[str]:
    """The values of a field that a text calls by a choice's own word ("a considerable number of children")."""
    spoken = {w.casefold() for w in re.findall(r"[^\W\d_]+", text)}
    return frozenset(value for value, label in spec.options.items() if label in spoken)
