"""Finds the names of tools that a message announces as such: brought in as one more, counted up, or listed behind "we use". Pure.

Where a form says that what is named is a tool, a name needs no verb of its own, and one that is joined to it by "and" is another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from vcassist.given_names import GIVEN_NAMES
from vcassist.interview.parts.added import MADE, USES, opens, opens_thing
from vcassist.interview.turns_of_phrase import CHANNEL
from vcassist.reading.answering.value_words import nobody_s_work, only_a_kind
from vcassist.reading.naming.kinds_named import calls_it_small, kind_before
from vcassist.reading.naming.names import is_somebody
from vcassist.reading.naming.newcomers import ACRONYMS, AGENTS, CLASSES, NAME, NOT_IN_USE, SHAPED, THEY_MAKE, Newcomer
from vcassist.reading.naming.parts_of_names import is_a_channel
from vcassist.reading.naming.places import places
from vcassist.reading.naming.somebody import TITLED, among_people
from vcassist.reading.text import Span, stripped
from vcassist.reading.vetoes.modality import modalities, not_ours

# What people write, count, keep and send with, and what is no AI by that.
NO_TOOLS = frozenset(
    """
    excel word powerpoint outlook access whatsapp telegram signal messenger facebook instagram gmail dropbox onedrive sharepoint forms sheets
    docs slides drive calendar teams zoom meet slack skype windows android linux wordpress paper email mail spreadsheet
    """.split()  # noqa: SIM905
)
LONGEST_NAME = 4
LONGEST_TASK = 12
_I = re.I
_OUR = r"(?:(?:also|both|then)\s)?(?:(?:our|the|their|my)\s)?"
# "Two tools: A and B", "our apps are A, B and C".
_COUNTED = re.compile(
    rf"\b(?:two|three|four|five|six|several|[2-9]|our|the|all|my|these|following)\s(?:[\w-]+\s){{0,2}}?{MADE}s\b[^.;!?:]{{0,25}}?(?:\s(?:are|called|namely|named)\s|\s?[:,]\s*(?:namely\s|called\s)?|\s[–—-]\s){_OUR}$",
    _I,
)
# "We have two: A, for letters, and B, for the beds": what is counted is told by what they are for.
_SO_MANY = re.compile(
    r"\b(?:use|uses|using|have|has|got|run|with|there['’]?s|there are|it['’]s) (?:got |just |only |in all )?(?:two|three|four|both|a couple|[2-4])"
    r"(?: of (?:them|these|those|(?:(?:the|these|those) )?(?:things|tools)))?(?:,? (?:and|but|so|that|which) [^.;!?:]{1,40}?)?\s?(?::|[–—-]\s|(?P<comma>,)(?=\s\w+(?:\s\w+)?\s(?:for|to)\s))",
    _I,
)
# "Two systems are in operation": every name that does some work in such a message can be one of them.
_SO_MANY_TOOLS = re.compile(
    r"\b(?P<many>two|three|four|five|six|several|both|a couple of|a few|[2-6])\s(?:[\w-]+\s){0,2}?(?:tools|apps|applications|systems|programs|programmes|platforms|(?:chat|ro)?bots|assistants|ais|intelligences|ai (?:things|helpers|services|products|solutions))\b",
    _I,
)
# "We have two. A answers the guests, and B for the prices": in a story, where nothing else was counted.
_SO_MANY_BARE = re.compile(
    r"\b(?:we|i)(?:['’]ve| have)?(?: got| have| use| run)(?: just| only| now)? (?P<many>two|three|four|[2-4])\s?[.;:]\s",
    _I,
)
_SO_MANY_THINGS = re.compile(
    r"^\W*(?:(?:well|so|we have|we use|i use|there are)\W+)?(?P<many>two|three|four|[2-4]) things\s?[.;:–-]\s", _I
)
# "For the other, the one with the red colour, the girls call it A", "the only second tool is A", "the program for the women, I think A".
_OTHER_IS = re.compile(
    rf"\b(?:the|that|our|my) (?:only |one |real )?(?:other|second|third)(?: one| {MADE})?\b[^.;!?\n]{{0,60}}?\b(?:is|['’]s|calls? (?:it|that|this)|(?:is |was )?(?:called|named))\s[\"“‘«]?$"
    rf"|(?:^|[.;!?\n]\s*|\band )(?:the|our|my) {MADE} (?:for|of|with) [^,.;:!?\n]{{2,40}}?(?:,? (?:i think|maybe|it is|that is|is|is called|named|called)|\s?[:=])\s[\"“‘«]?$",
    _I,
)
_HOW_MANY = {"both": 2, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# What a name is in apposition, with its work: "Kora, a robot for practising", "Nyota, an assistant that plans the rota".
_AS_A_TOOL = rf",\s(?:an?|our|the)\s(?:[\w-]+\s){{0,3}}?(?:(?:{MADE}|helper|robot|assistant)\s(?:for|to|that|which)|{AGENTS}\s(?:of|for|that|which))\s"
# What a name does that heads its clause: "Kora sorts letters", "Kora serves for the rota", "Kora is a bot that …", "Kora for the rota".
_AT_WORK = re.compile(
    rf"{_AS_A_TOOL}|,? (?:which|that) (?!(?:is|was|has|does|says|as|us|its|this|one)\b)[a-z]{{2,}}s\s[a-z]|"
    r",?\s(?:(?:also|then|just|only|mostly|itself|now)\s)?(?:(?:is|serves?|works?)\s(?:used\s)?(?:for|to|as|(?:an?|our|the)\s(?:[\w-]+\s){0,3}?(?:tool|app|application|system|program(?:me)?|platform|(?:chat|ro)?bot|assistant|model|one)\b)"
    r"|(?!(?:is|was|has|does|says|as|us|its|this|knows|thinks|wants|likes|hates|comes|goes|asks|tells|checks|signs)\b)[a-z]{2,}s\s(?!(?:it|them|this|that|these|those|all|everything|us|me|him|her|every)\b)[a-z]|(?:for|to)\s(?!(?:me|us|them|him|her)\b)[a-z])",
)
_DOES = re.compile(
    r",?\s(?:(?:also|then|just|only|mostly|now)\s)?(?!(?:is|was|has|does|says|as|us|its|this|serves|works)\b)[a-z]{2,}s\s[a-z]"
)
_MAKERS = r"(?:suppliers?|vendors?|makers?|sellers?|manufacturers?|developers?|providers?|resellers?|(?:contract|licen[cs]e|subscription|invoice)s?|users?)"
# What people and their houses do more than tools.
_PEOPLE_S_WORK = re.compile(
    r",?\s(?:(?:is|serves?|works?)\b|(?:runs|manages|leads|heads|owns|funds|pays|buys|sells|lives|sits|stands|lies|feeds|cares|cooks|cleans|drives|believes|began|meets|belongs|covers|has|needs|wants|loves|employs|hires|hosts|houses|looks after|lends)\b)",
    _I,
)
_HEADS_CLAUSE = re.compile(r"(?:^|[,;:–—-]\s|\b(?:and|but|while|whereas|plus)\s)(?:(?:and|also|then|the|our)\s)*$", _I)
_WITH_IT = re.compile(
    r"(?:^|[,;:–—-]\s|\b(?:and|but|plus)\s)(?:(?:and|also)\s)?(?:with|using|through|in)\s(?:the\s)?$", _I
)
_SOMEBODY_WORKS = re.compile(r",?\s(?:we|i|they|the\s[a-z]+|our\s[a-z]+|my\s[a-z]+)\s[a-z]+")
_USE = re.compile(rf"{USES}\s{_OUR}$", _I)
_A_TOOL = re.compile(
    r",\s(?:a|an|another)\s(?:[\w-]+\s){0,3}?(?:tool|app|(?:chat|ro)?bot|assistant|ai)(?=\s(?:for|that|which|to|of ours)\b|,|\W*$)",
    _I,
)
# An assistant that was built is no person.
_MADE_BY = re.compile(r"\b(?:built|made|developed|trained|bought|programmed|runs on|based on)\b", _I)
# "The town hall in Passau uses X to answer calls": whoever it is that uses it, where no tool is known yet.
_SOMEBODY_USES = re.compile(
    r"\b(?:the|our|my|this|their|a|an) [\w’'-]+(?: [\w’'-]+){0,5}?(?:, [^,;.!?]{2,50},)? (?:now |also |has |have |still )?(?:uses?|runs?|introduced|installed|operates?|deploys?|(?P<either>employs?|works? with|relies on|rely on|has|bought))(?: the| a| an)? $",
    _I,
)
_IN_USE = re.compile(rf"{USES}\s", _I)
_THEY_ARE = re.compile(
    r"^\W*(?:(?:(?:they|these|those)(?:['’]re| are)|it['’]?s|it is|we (?:use|have))\s)?(?:both\s)?$", _I
)
_JOIN = re.compile(rf"\s?(?:,\s*(?:and\s|plus\s)?|\s(?:and|&|plus|\+)\s|\s?[&+]\s?){_OUR}", _I)
_LIST_GOES_ON = re.compile(
    r"\s?(?:$|[,.;:!?)(&+\n]|[–—-]\s|(?:and|plus|for|which|that|to|too|as well|both|all|so far|with|in|at|on|here)\b)",
    _I,
)
# An item of a list whose verb stands before the first of it: "we use A for this, B for that and C to do something else".
_ITEM_BEFORE = re.compile(rf"(?:[,;]|\b(?:and|plus)|&)\s(?:(?:and|also|plus|then)\s)*{_OUR}$", _I)
_ITEM_BEHIND = re.compile(
    r"(?:,? (?:that|it|this|which)(?:['’]s| is)|,)? (?:for|to)\s(?!(?:me|us|them|him|her|be|do so)\b)[a-z]|,?\s(?:which|that)\s|\s\(",
    0,
)
_AND = re.compile(rf"\W*(?:(?:and|plus|also|then|oh)\s)+{_OUR}", _I)
_PRONOUN = re.compile(
    r"ours|mine|theirs|yours|his|hers|it|this|that|these|those|they|there|one|both|all|some|none|other|others", _I
)
# A small word in a list, which may be a product's name that is an everyday word too.
_LISTED_SMALL = re.compile(
    r"(?:[,:]\s|\b(?:and|with|plus)\s)(?P<word>[a-z]{3,})(?=\s(?:for|to|and|&)\s|\s?[,(]|\W*$)|\buse\s(?P<used>[a-z]{3,})\b",
    re.M,
)
# What stands before an item in a list that is counted up.
_LABEL = re.compile(r"(?:^|(?<=[\s;:,.]))\(?(?P<label>[a-h]|[1-9])[).:]\s+(?=\S)", re.M | _I)
_LINE = re.compile(r"^[ \t]*(?:[-*•–]\s+)?(?=\S)", re.M)
_BEHIND_HEAD = re.compile(r"\s?(?:[,:(=]|[–—-]\s|$|(?:which|for|to|that)\s)|\s[–—-]\s", re.M)
_BEHIND_LINE_HEAD = re.compile(r"\s[–—-]\s")
# What begins an order, with a capital where it begins a sentence.
_ORDERS = re.compile(
    r"add|include|insert|append|put|note|write|list|enter|register|take|and|also|plus|but|then|we|our|the|both|use|using",
    _I,
)
# What leads from a name to what it is for, and where that ends.
_TO_TASK = re.compile(
    rf"{_AS_A_TOOL}(?:the\s|our\s)?|"
    r"\s?(?:[,:(]|\s[–—-])\s?(?:(?:(?:that|it|this|which)(?:['’]s|\sis)\s(?=for|to))?(?:which|that|it|for|to)\s(?:the\s|our\s)?)?|\s(?:for|to|which|that)\s(?:the\s|our\s)?",
    _I,
)
# "…, supplier Y, it writes to the donors".
_IT_DOES = re.compile(
    r"[,.;:)]\s+(?:and\s)?(?:it|that one|this one)\s(?=(?!(?:is|was|has|does|says|runs|comes|costs|needs|helps|decides|recommends|belongs)\b)[a-z]{2,}s\s)",
    _I,
)
# "Farmers ask Kora over WhatsApp, and it …".
_TALKS_TO = re.compile(
    r"\b(?:ask|asks|reach|reaches|message|text|use|uses|contact|call|calls|consult|(?:write|talk|speak|turn)s? (?:to|with)|chats? (?:with|to)|sends? [^.,;!?]{1,40} to) $",
    _I,
)
_OVER_A_CHANNEL = re.compile(rf",? (?:on|over|via|through|by|in) (?:the |our )?{CHANNEL}\b", _I)
_AND_IT_DOES = re.compile(
    r"[^.;!?\n]{0,40}?(?:[,;.–—-]|\b(?:and|which|where))\s(?:and )?(?:it|which)\s(?!(?:is|was|has|does|costs|needs)\b)[a-z]{2,}s\s",
    _I,
)
FAR = 80
_BLANK = re.compile(r"\s")
_TASK_ENDS = re.compile(
    r"[,;.()\n]|\s[–—-]\s|\s(?:and|but)\s(?=[A-Z])|,?\s(?:made|built|supplied|sold|developed|provided|running|run|hosted) (?:by|on|in|with)\b|\s(?:by|from|via|through|on|using|with)\s(?:the\s)?(?=[A-Z])|\s(?:too|as well|also)\b"
)
_NO_TASK = re.compile(
    r"(?:(?:(?:your |my |our )?(?:list|notes|map|record)\W*$|made|built|developed|supplied|sold|bought|provided|hosted|own|our|we|i|they|by|from|in-house|in house|open|is|are|was|has|the (?:supplier|vendor|maker))\b|supplier|vendor|maker)",
    _I,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the one who looks knows: names that stand, and where the register's are in the message; which words are common ones.

    ``taken`` names companies, ``models`` models; those are tools too where they are listed with what they do. ``is_product`` knows
    names that are everyday words too ("canva"). ``else_asked``: the question was about another thing than tools, so what an answer
    counts up without a word for them is none.
    """

    names: frozenset[str]
    taken: tuple[tuple[int, int], ...]
    models: tuple[tuple[int, int], ...]
    products: tuple[tuple[int, int], ...]
    is_word: Callable[[str], bool]
    is_product: Callable[[str], bool] = lambda word: False
    else_asked: bool = False


def announced(message: str, known: Known, asks_name: bool = False) -> Iterator[Newcomer]:
    """The tools that a message announces, in its order; ``asks_name``: a list of names answers the question."""
    theirs = list(not_ours(message))
    names = [n for n in _candidates(message, known) if not any(a <= n.start < b for a, b in theirs)]
    names = [n for n in names if not THEY_MAKE.match(message, n.end)]
    found = _heads(message, names, known)
    models = {a for a, _ in known.models}
    for name in names:
        if name in found or _stands(name, known) or name.start in models:
            continue
        if not known.names and _used_by_somebody(message, name):
            found.add(name)
        if opens(message, name.start, name.end) or _counted(message, name) or _apposed(message, name):
            found.add(name)
        if _OTHER_IS.search(_lead(message, name)):
            found.add(name)
        if kind_before(message, name) is not None or (not known.names and _is_supplied(message, name)):
            found.add(name)
        if not known.names and _reached_over_a_channel(message, name):
            found.add(name)
    story = not (known.else_asked or known.names)
    counted = _of_so_many(message, [n for n in names if n.start not in models and n not in found], len(found), story)
    # What one of so many does, where it does it right behind its name: "and Kora makes the orders".
    work = {n: _task_from(message, _BLANK.match(message, n.end)) for n in counted if _DOES.match(message, n.end)}
    found |= counted
    for group in _groups(message, names):
        lead = _lead(message, group[0])
        if (
            found & {*group}
            or _counted(message, group[0])
            or (len(group) > 1 and (_USE.search(lead) or (asks_name and _THEY_ARE.search(lead))))
        ):
            found |= {*group}
    if found:
        # Beside a tool that is introduced, what "we use" stands before is another.
        found |= {n for n in names if n.start not in models and _is_used(message, n, known)}
    found |= {n for n in names if asks_name and _and_one_for(message, n)}
    items = {name for name in names if _in_a_list(message, name, names, known)}
    if any(name.start not in models for name in items):
        found |= items | {n for n in names if _first_used(message, n) and _ITEM_BEHIND.match(message, n.end)}
    ordered = sorted(found, key=lambda n: n.start)
    for name, following in zip_longest(ordered, ordered[1:]):
        if not _stands(name, known):
            kind = kind_before(message, name)
            task = _up_to(following, kind.task if kind else task_of(message, name) or work.get(name), message)
            yield Newcomer(name.text, name.start, name.end, True, task, opened=True)
    for thing, sure in opens_thing(message):
        if not any(n.start < thing[1] and thing[0] < n.end for n in found):
            start, end = thing
            yield Newcomer(message[start:end], start, end, sure, None, opened=sure)


def only_one_at_work(message: str, known: Known) -> Newcomer | None:
    """The one name in a story that names no tool which heads a clause and does something: a tool's, or somebody's ("Kora plans the beds").

    None where there are several, or where a word in its clause makes it a house's, a person's or a company's.
    """
    models = {a for a, _ in known.models}
    names = [
        n for n in _candidates(message, known) if n.start not in models and _HEADS_CLAUSE.search(_lead(message, n))
    ]
    working = [n for n in names if (m := _AT_WORK.match(message, n.end)) and not _PEOPLE_S_WORK.match(m[0])]
    if len({n.text.casefold() for n in working}) != 1 or known.names:
        return None
    name = working[0]
    sentence = _lead(message, name) + _up_to_its_stop(message, name.start)
    if modalities(sentence) & NOT_IN_USE:
        return None
    task = _task_from(message, _BLANK.match(message, name.end))
    return Newcomer(name.text, name.start, name.end, False, task)


def _reached_over_a_channel(message: str, name: Span) -> bool:
    """Whether people talk to what a name names over a channel, and it then does something ("they ask Kora on WhatsApp, it answers"):
    somebody or a house is reached so as well, so that a plain name needs the "it".
    """
    if not _TALKS_TO.search(_lead(message, name)) or not (over := _OVER_A_CHANNEL.match(message, name.end)):
        return False
    return bool(SHAPED.match(name.text) or _AND_IT_DOES.match(message, over.end()))


def _is_supplied(message: str, name: Span) -> bool:
    """Whether a message that says what a name does tells who supplies or made it, too: nobody has a supplier but a thing."""
    of_it = re.escape(name.text)
    told = re.search(
        rf"\b{_MAKERS} (?:of|behind|for) {of_it}(?!\w)|(?<!\w){of_it}(?:['’]s (?:{_MAKERS}|users?|licen[cs]e|version)\b| (?:was|is|were) (?:made|built|developed|supplied|sold|programmed) by\b)",
        message,
    )
    works = _HEADS_CLAUSE.search(_lead(message, name)) and _DOES.match(message, name.end)
    return bool(told and works)


def task_of(message: str, name: Span) -> Span | None:
    """The words right behind a name that tell what it is for, as they stand behind a comma, a colon, a bracket or "for"."""
    return _task_from(message, _TO_TASK.match(message, name.end)) or _task_from(
        message, _IT_DOES.search(message, name.end, name.end + FAR)
    )


def _up_to(following: Span | None, task: Span | None, message: str) -> Span | None:
    """A task without the next tool and what leads to it."""
    kind = kind_before(message, following) if following else None
    begins = kind.start if kind else following.start if following else len(message)
    if task is None or begins >= task.end:
        return task
    left = re.sub(r"[\s,;]*(?:\b(?:and|plus|also|then|our|the|their)\b\s*)*$", "", message[task.start : begins])
    return Span(task.start, task.start + len(left), left) if any(c.isalpha() for c in left) else None


def _task_from(message: str, lead: re.Match[str] | None) -> Span | None:
    if lead is None:
        return None
    ends = _TASK_ENDS.search(message, lead.end())
    found = stripped(message, lead.end(), ends.start() if ends else len(message))
    if found is None or _NO_TASK.match(found.text) or not found.text[0].isalpha():
        return None
    words = len(found.text.split())
    proper = found.text.istitle() or (words == 1 and found.text[:1].isupper() and not found.text.isupper())
    return None if proper or words > LONGEST_TASK else found


def _stands(name: Span, known: Known) -> bool:
    return name.text.casefold() in known.names


def _candidates(message: str, known: Known) -> Iterator[Span]:
    """The names of a message that can be a tool's: with capitals, or one that the register knows."""
    somewhere = [(p.start, p.end) for p in places(message)]
    small = [m.span(m.lastgroup or 0) for m in _LISTED_SMALL.finditer(message) if known.is_product(m[m.lastgroup or 0])]
    small += [span for span in calls_it_small(message) if not any(a <= span[0] < b for a, b in small)]
    sure = {*known.products, *known.models, *small}
    spans = [m.span() for m in NAME.finditer(message) if not any(a < m.end() and m.start() < b for a, b in sure)]
    for start, end in sorted([*spans, *sure]):
        name = Span(start, end, message[start:end])
        name = name if (start, end) in sure else _without_lead(name)
        if is_a_channel(message, start, end) or name.text.upper() in ACRONYMS:
            continue
        # "Adobe Podcast" is a thing of Adobe's.
        longer = [(a, b) for a, b in known.taken if not (a == name.start and b < end)]
        used = not known.names and (
            _used_by_somebody(message, name, surely=True)
            or (not known.else_asked and (_one_of_so_many(message, name) or _at_work_of_many(message, name, known)))
        )
        used = used or kind_before(message, name) is not None or (not known.names and _is_supplied(message, name))
        # Whoever uses something to do some work uses no place, whatever town bears its name too.
        elsewhere = any(a < end and name.start < b for a, b in (longer if used else (*longer, *somewhere)))
        if elsewhere or TITLED.match(name.text) or among_people(message, name) or is_somebody(message, name.start, end):
            continue
        if len(name.text.split()) > LONGEST_NAME:
            continue
        if (start, end) in sure or (not message.isupper() and (used or _can_be_a_tool(message, name, known))):
            yield name


def _without_lead(name: Span) -> Span:
    """A name without a word before it that has its capital from the sentence ("Add Kora", "Our Kora")."""
    first, _, rest = name.text.partition(" ")
    lead = nobody_s_work(first.casefold()) or only_a_kind(name.text) or _ORDERS.fullmatch(first)
    return Span(name.end - len(rest), name.end, rest) if rest and lead else name


def _can_be_a_tool(message: str, name: Span, known: Known) -> bool:
    """Whether words with capitals are no person's name, no common word, and no word that only begins a sentence."""
    words = [w.casefold() for w in name.text.split()]
    if {*words} & CLASSES or any(w in GIVEN_NAMES for w in words) or nobody_s_work(words[0]) or words == ["one"]:
        return False
    small = len(words) == 1 and not name.text.isupper() and known.is_word(words[0])
    if small and _begins(message, name.start):
        return not _PRONOUN.fullmatch(name.text) and opens(message, name.start, name.end, common=True)
    return True


def _begins(message: str, start: int) -> bool:
    """Whether a sentence or an item begins here, so that a capital tells nothing."""
    return not message[:start].strip() or bool(re.search(r"(?:[.!?:;\n(]|[)–-])\s*$", message[:start]))


def _lead(message: str, name: Span) -> str:
    begins = max((m.end() for m in re.finditer(r"[.!?;\n]+\s+", message[: name.start])), default=0)
    return message[begins : name.start]


def _up_to_its_stop(message: str, at: int) -> str:
    """What a sentence goes on with, without its stop."""
    return re.split(r"[.!?;\n](?:\s|$)", message[at:], maxsplit=1)[0]


def _apposed(message: str, name: Span) -> bool:
    """Whether a sentence begins with a name and says at once that it is a tool: "Kora, a chatbot for pupils, …"."""
    lead, sentence = _lead(message, name), _up_to_its_stop(message, name.end)
    if re.search(r"\w", lead) or not _A_TOOL.match(sentence) or modalities(lead + name.text + sentence):
        return False
    return not re.match(r"[^.;!?]*?\bassistant\b", _A_TOOL.match(sentence)[0]) or bool(_MADE_BY.search(sentence))  # type: ignore[index]


def _used_by_somebody(message: str, name: Span, surely: bool = False) -> bool:
    """Whether a message says of somebody, in whatever words, that they use what it names for some work.

    ``surely``: in words that nobody says of a person.
    """
    uses = _SOMEBODY_USES.search(_lead(message, name))
    if uses is None or not _ITEM_BEHIND.match(message, name.end) or (surely and uses["either"]):
        return False
    stop = re.search(r"[.!?;\n](?=\s|$)", message[name.start :])
    sentence = _lead(message, name) + message[name.start : name.start + stop.end() if stop else None]
    if sentence.endswith("?"):
        return False
    return not modalities(sentence) & {"past", "ended", "plan", "hearsay", "question"}


def _of_so_many(message: str, names: list[Span], known: int, bare: bool = False) -> set[Span]:
    """The names that do some work in a message that says how many tools there are, as many as are said."""
    forms = (_SO_MANY_TOOLS, _SO_MANY_THINGS, _SO_MANY_BARE) if bare else (_SO_MANY_TOOLS,)
    counted = next((m for form in forms if (m := form.search(message))), None)
    if counted is None:
        return set()
    many = counted["many"].casefold()
    left = (int(many) if many.isdigit() else _HOW_MANY.get(many, len(names))) - known
    working = [n for n in names if n.start >= counted.start() and _is_at_work(message, n)]
    distinct = {n.text.casefold(): n for n in reversed(working)}
    first = sorted(distinct.values(), key=lambda n: n.start)[: max(left, 0)]
    return {*first} if len(first) + known > 1 else set()


def _at_work_of_many(message: str, name: Span, known: Known) -> bool:
    """Whether what can be a tool's name does some work in a message that said before how many tools there are."""
    counted = _SO_MANY_TOOLS.search(message, 0, name.start)
    return counted is not None and _is_at_work(message, name) and _can_be_a_tool(message, name, known)


def _is_used(message: str, name: Span, known: Known) -> bool:
    """Whether "we use" stands right before a name, which the register knows as a tool's or which has some work."""
    if name.text.casefold() in NO_TOOLS or not _USE.search(_lead(message, name)):
        return False
    sold = (name.start, name.end) in known.products or known.is_product(name.text)
    return sold or bool(_ITEM_BEHIND.match(message, name.end))


def _is_at_work(message: str, name: Span) -> bool:
    lead = _lead(message, name)
    if _HEADS_CLAUSE.search(lead):
        return bool(_AT_WORK.match(message, name.end))
    return bool(_WITH_IT.search(lead)) and bool(_SOMEBODY_WORKS.match(message, name.end))


def _counted(message: str, name: Span) -> bool:
    return bool(_COUNTED.search(_lead(message, name))) and not re.match(r"['’]s?\b", message[name.end :])


def _groups(message: str, names: list[Span]) -> Iterator[list[Span]]:
    """Names that follow one another with nothing between but a comma or "and"; the list ends with the last of them."""
    group: list[Span] = []
    for name in names:
        if group and not _JOIN.fullmatch(message, group[-1].end, name.start):
            yield from _ended(message, group)
            group = []
        group.append(name)
    yield from _ended(message, group)


def _ended(message: str, group: list[Span]) -> Iterator[list[Span]]:
    while group and not _LIST_GOES_ON.match(message, group[-1].end):
        group = group[:-1]
    if group:
        yield group


def _and_one_for(message: str, name: Span) -> bool:
    """Whether a sentence of a list of names goes on with one more: "Kora. And Mint, for the letters"."""
    lead = _lead(message, name)
    goes_on = len(lead) < name.start and _AND.fullmatch(lead)
    return bool(goes_on) and bool(_ITEM_BEHIND.match(message, name.end))


def _first_used(message: str, name: Span) -> bool:
    """Whether a name follows right behind "we use", or behind "we have two:"."""
    return bool(_USE.search(_lead(message, name))) or _counts_from(message, name.start)


def _counts_from(message: str, at: int) -> bool:
    return any(not message[m.end() : at].strip() for m in _SO_MANY.finditer(message) if m.end() <= at)


def _one_of_so_many(message: str, name: Span) -> bool:
    """Whether a name is counted up with the work that it is for: "we have two: A, to sort the beds, and B, for the letters"."""
    lead = _lead(message, name)
    later = _SO_MANY.search(lead) and _ITEM_BEFORE.search(lead)
    return bool(later or _counts_from(message, name.start)) and bool(_ITEM_BEHIND.match(message, name.end))


def _in_a_list(message: str, name: Span, names: list[Span], known: Known) -> bool:
    """Whether a name is a later item of what is used: "we use A for this and B for that"."""
    lead = _lead(message, name)
    counted, joined = _SO_MANY.search(lead), _ITEM_BEFORE.search(lead)
    if counted and (known.else_asked or (counted["comma"] and known.names)):
        # Where something else was asked, or tools are known, "we have two, A for …" may count anything.
        counted = None
    uses = _IN_USE.search(lead) or counted
    if uses is None or joined is None or not _ITEM_BEHIND.match(message, name.end):
        return False
    begins = name.start - len(lead) + uses.end()
    # Behind a comma alone, ", X, which …" says who or what was named before it, unless it is counted.
    apposed = not counted and joined[0].strip() == "," and message[name.end : name.end + 1] == ","
    return not apposed and any(begins <= other.start and other.end < name.start for other in names)


def _heads(message: str, names: list[Span], known: Known) -> set[Span]:
    """The names that head the items of a list that is counted up, where two items or more begin with one."""
    at = {name.start: name for name in names}
    found = [n for m in _labels(message) if (n := at.get(m.end())) and _BEHIND_HEAD.match(message, n.end)]
    if len(found) < 2 and "\n" in message:
        lines = (at.get(m.end()) for m in _LINE.finditer(message))
        found = [n for n in lines if n and _BEHIND_LINE_HEAD.match(message, n.end)]
    firsts = [n.text.split()[0].casefold() for n in found]
    found = [n for n, first in zip(found, firsts, strict=True) if firsts.count(first) == 1]
    found = [n for n in found if n.text.isupper() or not known.is_word(n.text.casefold())]
    return {*found} if len(found) > 1 else set()


def _labels(message: str) -> list[re.Match[str]]:
    """The letters or numbers that count items up, from a or 1 on, one after the other."""
    found: list[re.Match[str]] = []
    for m in _LABEL.finditer(message):
        expected = chr(ord(found[-1]["label"].lower()) + 1) if found else ("1" if m["label"].isdigit() else "a")
        if m["label"].lower() == expected:
            found.append(m)
    return found if len(found) > 1 else []
