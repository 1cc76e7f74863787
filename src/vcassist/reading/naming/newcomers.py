"""Finds names of further tools that nothing announces ("And Clerky writes our emails"), beside a tool that is known. Pure.

A name that does some work can be a tool's or a person's, and no list tells which. So a name is taken for a tool's only where the words
around it make it a thing's ("Quillo, which drafts …", "we use Brevio for …"). Where it only does a tool's work, it may be one: the person
is asked. A name that the words around make a person's, a place's or a company's is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vcassist.given_names import is_given_name
from vcassist.interview.turns_of_phrase import TOOL, USERS
from vcassist.reading.answering.value_words import nobody_s_work, only_a_kind, tells_work
from vcassist.reading.clauses import FOR_A_TASK, WHO_TAKES, clause_of, sentence_at
from vcassist.reading.naming.names import is_somebody
from vcassist.reading.naming.places import places
from vcassist.reading.naming.somebody import is_a_person, works_with
from vcassist.reading.text import Span, stripped
from vcassist.reading.vetoes.modality import modalities

# (words) → the chance that they tell a tool's name or purpose, as the trained reader sees it unasked.
Likely = Callable[[Span], float]
# From which chance on a name that does something may be a tool's.
MAY_BE = 0.35
# Names that are looked at in one message.
MOST = 6
LONGEST_NAME = 3
# Letters of a name, below which it may be a cry.
SHORTEST = 3
# Letters of a name of capitals only, up to which nobody is asked whether it is a tool's.
SHORT_NAME = 4

NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w-]*[\w](?: (?:[A-ZÀ-ÖØ-Þ][\w-]*|\d+)){0,3}")
# What is called by what it does, and is seldom a person.
AGENTS = r"(?:summari[sz]er|predictor|detector|classifier|recogni[sz]er|scheduler|generator|transcriber|forecaster|(?:route|shift|rota|meal|lesson) planner|recommender|spell-?checker|plagiarism checker)"
_MADE = rf"(?:{TOOL}|{AGENTS}|website|plug-?in|machine|camera|sensor|service|package|product|module|device)"
_THING = rf"(?:{_MADE}|thing|one)"
_DOES = r"(?!(?:is|was|has|does|us|this|as|says)\b)[a-z]{2,}s"
_ADVERB = r"(?:(?:also|then|just|only|now|even|mostly|simply|usually|already|still|automatically)\s)?"
# What is done to a pronoun is done by somebody ("Marek signs them"): which work it is, is not told.
_ITS_WORK = re.compile(
    rf"(?:,? which|,? that| –| -|,? it)?\s{_ADVERB}{_DOES}(?:\s(?:up|down|out|through|off|over|away|to|for|with|after|at|on))*\s(?!(?:it|its|them|they|that|this|those|these|us|me|you|him|everything|all|are|were|is|was|have|has|had|get|gets|can|will|do|does|go|come|what|whatever|every(?: single)? one|each)\b|(?:in|by|at|from)\b|(?:on|the) (?:[a-z]+days|weekends?|rest|others?)\b|[\W])",
)
_IS_A_THING = re.compile(
    rf"(?:['’]s (?:output|answers|app|screen|drafts|suggestions|results)\b|,? which\b|,\s(?:and\s)?(?:it|that one|this one)(?:['’]s)?\s|\s[-–—]\s(?:it|that one|which)\b|:\s(?:it|that)\b|"
    rf",\s(?:a|an|the|another|our|some)\s(?:[\w-]+\s){{0,4}}?{_MADE}\b|\s(?:tool|app|software|system|platform|bot)\b)"
)
# "…, and Alerta, an app that scores who may drop out": what it is for stands in the same breath.
_PRESENTED = re.compile(
    rf",\s(?:a|an|another|our|some)\s(?:[\w-]+\s){{0,4}}?(?:{_MADE}s?,?\s(?:that|which|to|for|we (?:use|have)|who(?!\s(?:is|are)\b))|{AGENTS}\s(?:of|from|in))\s"
)
# Characters before a name that say what kind of thing it is.
_LONGEST_KIND = 60
# Software that is no AI, by what it is called before its name or by what uses it: "our ticket system (Redmine)", "the disks use LUKS".
_NO_AI = re.compile(
    r"\b(?:(?:ticket(?:ing)?|booking|till|phone|file|back-?up|filing|payroll|accounting) (?:system|software|tool|program(?:me)?|app)|help ?desk|database|spread ?sheets?|e-?mails?|calendar|wiki|servers?|disks?|drives?|back-?ups?|routers?|browser|encryption|password manager|messenger|group chat|website|operating system|vocabulary|standard|format|licen[cs]e|framework|library)"
    r"(?: (?:uses?|runs?|called|named|is|are|in|on|with))?(?: (?:the|a|an))?\s*[(\"“‘«]?$",
    re.I,
)
# "Built by a volunteer called Priya".
_SOMEBODY_CALLED = re.compile(
    r"\b(?:volunteers?|students?|girl|boy|guy|man|woman|lady|friend|nephew|niece|cousin|brother|sister|son|daughter|colleague|developer|programmer|engineer|teacher|nurse|doctor|intern|consultant|freelancer|person|lad|chap|fellow|"
    r"somebody|someone|professor|lawyer|manager|boss|pupil|trainee|technician)(?: of \w+| from \w+| here)? (?:called|named|by the name of)\s*$",
    re.I,
)
_PART_PLAYED = re.compile(
    r"(?:\s(?:for|in|at|with)\s[\w’'-]+(?:\s[\w’'-]+){0,3}?)?,?\s(?:(?:only|just|always|mostly|really)\s)?(?:decides|helps|assists|recommends|suggests|advises|proposes)\b",
    re.I,
)
# "AskDokotala is a chatbot that tells mothers what to do."
_IS_ONE_THAT = re.compile(rf"\s(?:is|was)\s(?:a|an|our|the|another)\s(?:[\w-]+\s){{0,3}}?{_MADE}s?\b")
_WHICH_DOES = re.compile(rf",? (?:which|that)\s{_ADVERB}{_DOES}\b")
_ITSELF = re.compile(r"\b(?:itself|that one|this one)\b", re.I)
_USED = re.compile(
    rf"\b{USERS}(?: also| now| all| mostly| even| still| do| then)*"
    r" (?:use|uses|open|run|rely on|lean on|installed|bought|pay for|subscribe to|downloaded|signed up (?:to|for)|log in(?:to)?)\s(?:the\s|a\s|an\s)?$",
    re.I,
)
_CALLED = re.compile(
    rf"\b(?:(?:{_THING}|something|it['’]s|it is|which is|that is|that['’]s) (?:called|named)|{_MADE})\s[\"'“‘«]?$", re.I
)
_BROUGHT = re.compile(
    r"(?:\b(?:there(?:['’]?s| is| are)(?: also)?|(?:we|i)(?:['’]ve| have)(?: also| now| then)*(?: got)?|(?:we|i) (?:also )?(?:got|forgot|take|took)|also|plus|besides)|^\W*(?:(?:oh|and|then|ah)\W+)+)\s*$",
    re.I,
)
# "We use SeedEye to tell weeds, and Zoho Desk for the letters."
_USED_BEFORE = re.compile(
    r"\b(?:use|uses|using|have|has|got|run|runs|work with|works with)\b.{3,160},? and(?: also| then)? $", re.I | re.S
)
# "SeedEye, which we made, and Kora, which Blue Ltd sold us."
_AND = re.compile(r"\S,? and(?: also| then)? $", re.I)
_WHICH_WAS_MADE = re.compile(
    r",? (?:which|that) (?:(?:we|they|our|the|a|an|his|her|my)\b[\w’' -]{0,30}?|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}) ?(?:ourselves )?(?:sold|sells|supplied|supplies|made|makes|built|wrote|bought|gave|developed|rents?|pay|paid|leased?|licen[cs]e[sd]?)\b"
)
# What is bought through somebody is nobody's work done with a tool.
_BOUGHT = r"(?:procured|purchased|bought|ordered|acquired|obtained|supplied|delivered|sold|rented|leased|licen[cs]ed|got|sourced|contracted|hosted|funded|financed|comes|came|come)"
_IS_A_COMPANY = re.compile(
    r"[,\s(–—-]+(?:(?:a|an|the|our|their)\s)?(?:[\w’'-]+\s){0,3}?(?:distributor|reseller|dealer|company|firm|supplier|vendor|agency|integrator|start-?up|consultancy|importer|wholesaler|bureau)\b",
    re.I,
)
_BY_MEANS = re.compile(
    r"\b(?:is|are|gets?|goes?|go|runs?|run|comes?|come)(?: \w+){0,2} (?:with|through|in|on|via|into|out of)\s$"
    r"|(?:^|[,;.]\s*)(?:and\s)?(?:the\s)?" + rf"(?!{_BOUGHT}\b)" + r"[a-z][\w-]+ (?:with|through|via)\s$",
    re.I,
)
_TASK_BEHIND = re.compile(
    r",?\s(?:for|to|doing|that|as)\s(?!(?:us|me|them|now|years?|months?|free|the (?:weekend|week|day))\b)[a-z]"
)
# "FishFace they call it": the name of what was spoken of.
_OF_THE_KNOWN = re.compile(
    r",?\s(?:(?:they|dey|we|people|everybody|everyone|you|i) call|is what)\b|,?\s(?:it|that)['’]?s (?:called|its name)\b|['’]s (?:its|the) name\b",
    re.I,
)
# "The red colour works also there, for example in Shurobod": where something is.
_WHERE = re.compile(r"\b(?:in|at|near|around|outside|towards?|across|for example)\s(?:the\s)?$", re.I)
_SPEAKS = re.compile(
    r",?\s(?:(?:he|she|who|they)\s)(?:\w+\s)?(?:said|says|told|tells|thinks|wrote|made|did|set|built|put|knows|asked|left|went|came)\b",
    re.I,
)
# What a company does with what it sells, or with whom it serves.
SUPPLIES = re.compile(
    r",?\s(?:(?:they|who|it)\s)?(?:also\s)?(?:make|build|supply|sell|provide|develop|deliver|supplies|supplied|sells|sold|provides|provided|delivers|delivered|makes|made|builds|built|develops|developed|distributes|maintains|maintained|owns|licen[sc]es|hosts|installed|services)\s(?:us\s)?",
    re.I,
)
# "Tiyeni Digital, they make AskDokotala": who makes something is no tool.
THEY_MAKE = re.compile(
    r",? (?:they|who) (?:also )?(?:makes?|made|builds?|built|sells?|sold|supply|supplies|supplied|developed) \w", re.I
)
# Work that bears on people: a name that does it is asked after, where nothing tells whether it is a tool's or somebody's.
_DECIDES = re.compile(
    rf"\s{_ADVERB}(?:(?:decides|determines|chooses|picks|says|tells us|shows)\s(?:who|whom|whose|which|whether|how (?:much|many|long)|what|when|where)\b|"
    r"(?:ranks|scores|rates|selects|flags|grades|shortlists|predicts|allocates|assigns|schedules|rosters|approves|rejects|sorts|filters|(?:hands|gives|deals|shares) out)\s(?!(?:it|them|this|that|these|those|everything|all)\b)[a-z])",
)
# The next sentence speaks of a thing.
_IT_NEXT = re.compile(r"[^.;!?\n]{0,120}[.;!]\s+(?:It|That one|This one)(?:['’]s)?\s")
_BETWEEN_PEOPLE = re.compile(
    r"\b(?:from|by|of|at|near|to|than|like|outside|behind|under|ask(?:ed)?|tell|told|and|or|nor|between|called on|with)\s(?:the\s|our\s)?$",
    re.I,
)
# What names with these words name, and it is no tool.
CLASSES = frozenset(
    """
    ward form project room street road unit team group centre center hospital school university ministry foundation association trust fund
    grant report act law programme campaign day week month conference council committee board department office agency college institute
    society church saint st mount lake river bank network union federation party house home hall court club league corps cross aid article
    section annex appendix plan monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan diwali english french german spanish arabic portuguese swahili hindi
    mandarin russian turkish ukrainian dr mr mrs ms prof sister brother father nurse mevrouw mijnheer meneer frau herr señor señora señorita
    senhor senhora doña dona madame mademoiselle monsieur signor signora signorina pani miss madam reverend auntie aunt uncle mzee matron
    """.split()  # noqa: SIM905
)
# "An AI that recommends books" has no name yet, and what is kept of somebody's health or position is no tool.
ACRONYMS = frozenset(
    [
        "AI",
        "KI",
        "IA",
        "HIV",
        "AIDS",
        "COVID",
        "TB",
        "STI",
        "GDPR",
        "DPIA",
        "GPS",
        "SMS",
        "PDF",
        "QR",
        "API",
        "GPU",
        "CPU",
        "ID",
        "DOB",
        "BMI",
        "BP",
        "ICU",
        "NGO",
        "UN",
        "EU",
        "UK",
        "US",
        "USA",
    ]
)
# What is told in such a sentence is not in use here today.
NOT_IN_USE = frozenset({"past", "ended", "plan", "others", "hearsay", "question"})
SHAPED = re.compile(r"^(?!Mc|Mac|De[A-Z]|La[A-Z]|Le[A-Z]|Di[A-Z]|O['’]).*[a-zà-ÿ][A-ZÀ-ÖØ-Þ]")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A name at ``start``–``end`` that is a further tool's; where not ``sure``, it only may be. ``task``: the words that tell its work.

    ``listed``: it stands in a list of answers beside names that are known ("Kora: always. Shiftly: never"); ``opened``: the message
    says that it is a further tool, whatever is known of others.
    """

    name: str
    start: int
    end: int
    sure: bool
    task: Span | None = None
    listed: bool = False
    opened: bool = False


def newcomers(
    message: str,
    known: Iterable[str],
    taken: Iterable[tuple[int, int]],
    is_word: Callable[[str], bool],
    likely: Likely,
    is_product: Callable[[str], bool] = lambda name: False,
) -> Iterator[Newcomer]:
    """The names of further tools in a message; ``known`` names stand already, what is ``taken`` was read as something else.

    ``is_word``: a common word, which says nothing where it only begins a sentence; ``is_product``: a name that the register knows as a tool's.
    """
    known_names = {name.casefold() for name in known}
    spans = list(taken)
    somewhere = [(p.start, p.end) for p in places(message)]
    left = MOST
    for found in NAME.finditer(message):
        name, start, end = found.group(), found.start(), found.end()
        sentence = sentence_at(message, start)
        if nobody_s_work(name.split()[0].casefold()) or only_a_kind(name):
            _, _, rest = name.partition(" ")
            if not rest or start != sentence.start:
                continue
            name, start = rest, end - len(rest)
        words = [w.casefold() for w in name.split()]
        if (
            len(name) < SHORTEST
            or len(words) > LONGEST_NAME
            or name.casefold() in known_names
            or any(w in known_names for w in words)
            or any(one.endswith(f" {name.casefold()}") for one in known_names)
            or CLASSES & {*words}
            or name.upper() in ACRONYMS
        ):
            continue
        if any(a < end and start < b for a, b in (*spans, *somewhere)) or (
            start == sentence.start and _common(words[0], is_word)
        ):
            continue
        left -= 1
        if left < 0:
            return
        if _listed(message, name, start, end, known_names):
            known_names.add(name.casefold())
            yield Newcomer(name, start, end, True, listed=True)
            continue
        if _beside_a_known(Span(start, end, name), sentence, message, known_names):
            known_names.add(name.casefold())
            yield Newcomer(name, start, end, False, listed=True)
            continue
        if works_with(message, Span(start, end, name), known_names):
            continue
        judged = _judged(message, Span(start, end, name), sentence, is_word, likely, is_product(name))
        letters = name.isupper() and len(name) <= SHORT_NAME and not is_product(name)
        if judged is False and letters and not _DECIDES.match(message[end : sentence.end]):
            # "CHW focus group": letters like these stand for anything.
            continue
        if judged is not None:
            judged = judged or is_product(name)
            known_names.add(name.casefold())
            task = _task(message, Span(start, end, name), sentence) or _task_later(message, name, end)
            yield Newcomer(name, start, end, judged, task)


def is_no_ai(message: str, start: int) -> bool:
    """Whether the name at a place is that of software that is no AI, or of a person, as the words before it call it."""
    before = message[max(0, start - _LONGEST_KIND) : start]
    return _NO_AI.search(before) is not None or somebody_called(message, start)


def somebody_called(message: str, start: int) -> bool:
    """Whether the name at a place is a person's, as the words before it call them."""
    return _SOMEBODY_CALLED.search(message, max(0, start - _LONGEST_KIND), start) is not None


def _beside_a_known(name: Span, sentence: Span, message: str, known: set[str]) -> bool:
    """Whether a name heads its clause as deciding or helping, as a known one does beside it: a tool, or who uses the known one."""
    begins = re.fullmatch(
        r"(?:.*(?:[,;:–—-]|\b(?:and|but|while|whereas))\s+)?", message[sentence.start : name.start], re.S
    )
    if begins is None or not _PART_PLAYED.match(message[name.end : sentence.end]):
        return False
    if any(map(is_given_name, name.text.split())) or is_somebody(message, name.start, name.end):
        return False
    return any(
        re.search(rf"(?<!\w){re.escape(one)}(?!\w){_PART_PLAYED.pattern}", sentence.text, re.I) for one in known if one
    )


def _listed(message: str, name: str, start: int, end: int, known: set[str]) -> bool:
    """Whether a name heads an answer as known names do before it in the same message."""
    if not re.match(r"\s?[:=]\s", message[end:]) or not re.search(r"(?:^|[.,;!\n])\s*(?:and\s)?$", message[:start]):
        return False
    if any(map(is_given_name, name.split())):
        return False
    heads = (
        m[1].strip().casefold()
        for m in re.finditer(r"(?:^|[.,;!\n])\s*(?:and\s)?([^.,;:=!\n]{2,40})[:=]\s", message[:start])
    )
    return any(head in known for head in heads)


def _judged(
    message: str, name: Span, sentence: Span, is_word: Callable[[str], bool], likely: Likely, sold: bool
) -> bool | None:
    """True for a tool, False for what may be one, None for what is none."""
    before, after = message[sentence.start : name.start], message[name.end : sentence.end]
    after_it = message[name.end :]
    clause = clause_of(message, name, sentence)
    rest = message[name.end : clause.end]
    if modalities(clause.text) or modalities(sentence.text) & NOT_IN_USE:
        return None
    used, called = bool(_USED.search(before)), bool(_CALLED.search(before))
    thing = (
        used
        or called
        or bool(SHAPED.match(name.text))
        or bool(_IS_A_THING.match(after))
        or bool(_ITSELF.search(after))
        or bool(_IS_ONE_THAT.match(after))
    )
    if not rest.strip(" .!,;") and re.match(r"[.!;\s]+(?:It|it|That one|This one)\s", message[name.end :]):
        thing = True
    begins = not before.strip() or re.fullmatch(
        r".*(?:^|[,;:–—]|\b(?:and|but|while|also|then|plus|oh|besides))\W*", before, re.I | re.S
    )
    work = (
        bool(begins and _ITS_WORK.match(after))
        or bool(_WHICH_DOES.match(after))
        or bool(re.search(r"\bwhat(?:ever)? $", before) and re.match(rf"\s{_DOES}\b", after))
    )
    brought = bool(_BROUGHT.search(before)) and bool(
        sold or _TASK_BEHIND.match(after) or _IS_A_THING.match(after) or thing
    )
    brought = brought or bool(_USED_BEFORE.search(before) and _TASK_BEHIND.match(after))
    brought = brought or bool(_AND.search(before) and _WHICH_WAS_MADE.match(after))
    brought = brought or bool(begins and (_IS_ONE_THAT.match(after) or _PRESENTED.match(after)))
    for_task = bool(FOR_A_TASK.search(before)) and not re.match(r"\s[a-z]", after.replace(" and ", "", 1))
    means = bool(_BY_MEANS.search(before))
    task = work or brought or for_task or means
    of_no_tool = _IS_A_COMPANY.match(after) or _OF_THE_KNOWN.match(after) or SUPPLIES.match(after)
    if _SPEAKS.match(after) and not SHAPED.match(name.text):
        # "The chatbot Jonas he said it is ChatGPT": who says something is somebody.
        return None
    if of_no_tool or is_no_ai(message, name.start) or (is_a_person(message, name, clause) and not called):
        return None
    if not task and not used and not called:
        return None
    if not (used or called or brought or for_task or means) and _BETWEEN_PEOPLE.search(before) and not begins:
        return None
    if thing:
        return True
    if _WHERE.search(before) and not (means or for_task):
        return None
    if _common(name.text.casefold(), is_word):
        return None
    asked_after = begins and (_DECIDES.match(after) or (work and (name.text.isupper() or _IT_NEXT.match(after_it))))
    return False if brought or for_task or asked_after or likely(clause) >= MAY_BE else None


def _common(word: str, is_word: Callable[[str], bool]) -> bool:
    return all(is_word(part) for part in word.split("-") if part)


def _task(message: str, name: Span, sentence: Span) -> Span | None:
    """The words that tell what a name is for ("writes our emails", "rotas" of "there's Shiftly for rotas")."""
    before, after = message[sentence.start : name.start], message[name.end : sentence.end]
    clause = clause_of(message, name, sentence)
    for_task = FOR_A_TASK.search(before)
    if for_task:
        words = re.search(
            rf"\bfor (?:the |our |all )?(.+?)(?:\s{WHO_TAKES})?\s*$",
            before[for_task.start() :],
            re.I,
        )
        at = sentence.start + for_task.start()
        return stripped(message, at + words.start(1), at + words.end(1)) if words else None
    behind = re.match(
        rf"(?:,? which|,? that| –| -|,? it)?\s{_ADVERB}(?={_DOES})|,?\s(?:for|to|doing)\s(?:the |our )?(?=[a-z])", after
    )
    if behind is None or not (_ITS_WORK.match(after) or _WHICH_DOES.match(after) or _TASK_BEHIND.match(after)):
        return None
    end = max(clause.end, name.end + behind.end())
    found = stripped(message, name.end + behind.end(), end)
    told = re.sub(r"[\s,]+(?:too|also|as well)$", "", found.text) if found else ""
    return Span(found.start, found.start + len(told), told) if found and tells_work(told) else None


def _task_later(message: str, name: str, behind: int) -> Span | None:
    """The work of a name that is told where it heads a later sentence ("We also use Kronos. Kronos decides overtime")."""
    again = re.compile(rf"(?<=[.!?;\n]\s){re.escape(name)}(?!\w)").search(message, behind)
    return again and _task(message, Span(again.start(), again.end(), name), sentence_at(message, again.start()))
