"""Marks of clauses that only the clauses around them show to be no current fact: what ended, what would be if, a rule nobody keeps. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vcassist.reading.text import Span, ends_sentence

_I = re.I
_NOTHING = frozenset[str]()
_OF_RULES = frozenset({"advice"})
# A time that is over, for what is told of it in the past: "it ran on X the first year", "for the first six months we had …".
_FIRST_TIMES = re.compile(
    r"(?<!since )\b(?:the|our|its|their|my|his|her) (?:very )?(?:first|early|opening) (?:(?:two|three|four|five|six|few|couple of|eight|ten|\w+teen|\d+) )?(?:years?|months?|weeks?|days|summers?|winters?|autumns?|springs?|seasons?|terms?|semesters?)\b(?! (?:of (?:each|every|the|a|any)|after|we check|before))"
    r"|^\W*(?:(?:but|and|well) )?first (?:two|three|few|four|five|six) (?:years?|months?|weeks?|summers?|winters?|seasons?|terms?)\b"
    r"|\bin (?:its|their|our|his|her) (?:very )?first (?:year|summer|winter|season|term|months?|weeks?)\b"
    r"|\b(?:in the (?:beginning|early days)|at the (?:very )?(?:start|outset|beginning)|to begin with)\b(?! of (?:each|every|the|a|any)\b)",
    _I,
)
# "During our pilot year it was Otter": a time named for what is past.
_THOSE_TIMES = re.compile(
    r"\b(?:during|throughout|in|for) (?:the|our|its|their|my|his|her) (?:whole )?(?:pilot|trial|test(?:ing)?|start-?up|covid|lockdown|pandemic|war|drought|flood|construction|project) (?:year|phase|period|days|months?|weeks?|season|times?)\b"
    r"|\bin those (?:days|years|times)\b|\bin (?:19\d\d|200\d|201\d)\b",
    _I,
)
_PAST_VERB = re.compile(
    r"\b(?:was|were|had|did|ran|sat|lay|went|kept|read|made|took|got|gave|came|put|saw|paid|stood|hummed|used|[a-z]{2,}ed)\b",
    _I,
)
_AT_PRESENT = re.compile(r"\b(?:is|are|am|has|have|['’](?:s|re|ve|m)|now|still|since|today)\b", _I)
# "That came to an end", "that lasted till harvest": what the sentence before told of.
_CAME_TO_AN_END = re.compile(
    r"^\W*(?:[^.;!?]{0,40}?\s)?(?:that|it|this|those days|all (?:of )?that|the \w+)(?: has| is| was)?(?: all| soon| then| long| now)? (?:came to an end|come to an end|lasted(?: (?:only )?(?:till|until|for|a)\b|\W*$)|stopped (?:when|after|last|with|in)\b|fizzled out|died (?:down|out))"
    # Somebody reads it over, and nothing is over.
    r"|^\W*(?:[^.;!?]{0,40}?\s)?(?:that|it|this|those days|all (?:of )?that|the \w+)(?:['’]s| has been| is| was| are| were)(?: all| soon| then| long| now)? over\b(?! (?:the|a|to|in|at|on|from|there|here)\b)",
    _I,
)
# "Germany, back when my predecessor ran things": a when in the past behind a bare answer.
_BACK_WHEN = re.compile(
    r"^\W*(?:back )?when (?:[\w’'-]+ ){1,5}?(?:was|were|had|did|ran|came|went|began|started|took|led|kept|[a-z]{2,}ed)\b",
    _I,
)
_A_FEW = 4
# An if behind what it governs that is not so: "above 400, if they were ours"; "if they agreed" may well be.
_UNREAL_IF = re.compile(
    r"^\W*(?:(?:but )?if only\b|(?:only |but )?if (?:one |[\w’'-]+ ){1,4}?(?:were|could|would|allowed|let us|paid|gave|bought|counted|had (?:its|his|her|their|my|our) (?:own )?way|had (?:the|a|an|any|money|more|enough))\b|(?:were|had) (?:the|they|we|it|those|these|there|our|my|his|her|all)\b)",
    _I,
)
_WOULD = re.compile(r"\b(?:would|['’]d) (?:be|have|make|count|come|reach|number)\b", _I)
_IF_BEHIND = re.compile(r"\s(?:(?:only )?if|were) ", _I)
_TURNED_IF = re.compile(
    r"[\w)],\s(?:were (?:the|they|we|it|those|these|there|our|my|his|her|he|she|i)|had (?:we|they|it|he|she|i))\b", _I
)
# "Took none of them", "none got past the board": whatever was looked at, shown or compared.
_TOOK_NONE = re.compile(
    r"\b(?:with|for|on|take|taken|bought|chosen) (?:none|neither)(?: of (?:them|these|those|the (?:two|three|four)))?\W*$|"
    r"\b(?:took|chose|bought|picked|kept|wanted|accepted|adopted|ended up with|went with|settled on|use|have) (?:none\b|neither\b|not (?:a single )?one of\b)"
    r"|^\W*(?:(?:and|but|so) )?(?:none|neither|not (?:a single )?one)(?: of (?:them|these|those|the \w+|which))? (?:got|made it|survived|passed|came|convinced|suited|stayed|(?:was|were) (?:taken|bought|chosen|for us)|won|pleased|is in use)\b",
    _I,
)
_LOOKED = re.compile(
    r"\b(?:looked|compared|shown|showed|tried|tested|saw|seen|considered|demonstrat\w+|demo\w*|presented|offered|weighed|visited|sampled)\b",
    _I,
)
# A rule, and what says that it is not kept.
_RULE = re.compile(
    r"\b(?:handbook|rules?(?: \d+)?|statutes?|bylaws?|policy|article \d+|paragraph \d+|regulations?|protocol|charter|contract|law|guidelines?|manual|book|circular|order|plan|form|contract) (?:\w+ ){0,2}?(?:says?|demands?|requires?|obliges?|wants?|prescribes?|tells?|asks?|orders|foresees)\b"
    r"|\bobliges? us to\b|\b(?:by|according to) the (?:handbook|rules?|book|statutes?|policy|regulations?|protocol)\b|\b(?:we|they|you|i)(?:['’]re| are|['’]m| am) (?:all )?supposed to\b|^\W*(?:but |well )?on paper\b|\b(?:only|just|merely|exists?|looks?|good|fine|great|one|rule|policy|this|that|it['’]s|it is|have) (?:only |just )?on paper\b|\bofficially\b|\b(?:policy|rule|the rule)\s*:",
    _I,
)
_NOT_KEPT = re.compile(
    r"\b(?:in (?:truth|practice|reality|real life|fact)|the truth is|really)\b|\b(?:not (?:a single|one|any\w*)|nobody|no one|none|no \w+ anywhere|never)\b|\b(?:have|has|did|do|does|is|are|was|were)(?:n['’]t| not) (?:heard|seen|met|happen\w*|ever|kept|follow\w*|any|one|once|a single)\b|\b(?:unsigned|unread|unopened|untouched|unused|unfilled|empty|i have yet to|we have yet to)\b|\bthere (?:isn['’]t|is not|is) (?:one|none|no)\b",
    _I,
)
_FAR = 2
# Kin and friends.
KIN = r"cousin|sister|brother|friend|neighbou?r|husband|wife|(?:grand)?(?:son|daughter|mother|father|child)|niece|nephew|aunt|uncle"
# Who tells what they heard: somebody unnamed, or one's kin and friends; it is told of "it", "they all", "these tools".
_TELLER = rf"(?:some(?:body|one)|some (?:people|folks?|man|woman|guy|lady)|people|everyone|everybody|folks?|an? (?!colleague)[\w’'-]+|(?:my|his|her) (?:\w+ )?(?:{KIN}|barber|dentist|flatmate|landlord)(?:-in-law)?)"
_TELLS = r"(?:said|says|tells?|told (?:me|us|him|her)|reckon(?:s|ed)?|thinks?|thought|guess(?:es|ed)?|bets?|swears?(?: by)?|swore|claim(?:s|ed)?|insist(?:s|ed)?|assures?|assured (?:me|us)|wrote|writes|mentioned|whisper(?:s|ed)?|heard|believes?|suspects?|call(?:s|ed) us)"
_TOLD_BY = re.compile(
    rf"^\W*(?:(?:but|and|well|so|oh)\W+)?{_TELLER}(?! (?:who|that) (?:set|built|made|installed|runs|looks))(?: [\w’'-]+){{0,7}}? {_TELLS}\b(?! (?:no|yes|nothing|so)\b)",
    _I,
)
# "I read on a blog that …", "I saw in a forum".
_READ_IN = re.compile(
    r"\bi(?:['’]ve| have)? (?:\w+ )?(?:read|saw|seen|heard|watched|learnt|found) (?:[\w’'-]+ ){0,3}?(?:on|in|from|at) (?:an?|some|the|my|face\w*|you\w*|linked\w*|twitter|tv|wiki\w*)\b(?! (?:contract|letter|mail|e-?mail|invoice|agreement|terms|documentation|docs|manual|policy|settings|help|model card|invoice))",
    _I,
)
# Whose kin works for a company is no customer of it.
_KIN_AT = re.compile(
    rf"^\W*{_TELLER}(?: of (?:mine|ours))?(?: \w+)? (?:is|works?|worked|was|sells?|sits|drives|retired|plays|studies|deals) (?:[\w’'-]+ ){{0,3}}?(?:at|for|with|from|to|in(?= (?:an?|another|(?-i:[A-Z][a-zà-ÿ]+))\b))\b",
    _I,
)
# "Before the merger we paid for Grammarly", "had us as customers for nine years".
_BEFORE_THAT = re.compile(
    r"^\W*(?:(?:and|but|well)\W+)?(?:before|until|till|prior to) (?:(?:the|our|my|his|her|their|this|that|last|she|he|they|we|i|it|covid|christmas|easter|(?-i:[A-Z])\w+)\b[^.;!?]*?),? (?:it was|we (?:had|paid|used|kept|were|ran|did)|they (?:had|were|did)|i (?:had|used|paid)|there was)\b"
    r"|\b(?:had us|had|were|paid|used|kept us) (?:[\w’'-]+ ){0,4}?for (?:\w+ ){1,2}(?:years|months|summers|winters|seasons|terms)\b(?! (?:now|already|today))|\b(?:nobody|no one|never|did(?: not|n['’]t)|was(?: not|n['’]t)) (?:ever )?renew(?:ed)?\b|\blet (?:it|that) lapse\b",
    _I,
)
# Who makes an offer is not yet taken: "Hetzner quoted us forty", "Getty wrote to us with an offer".
_OFFERS = re.compile(
    r"\b(?:quoted (?:us|me)|approached (?:us|me)|cold-called|(?:wrote|writes|came|called|rang|mailed|turned up)\b[^.;!?]{0,30}\bwith an? (?:offer|quote|proposal|discount)|(?:keeps?|kept) (?:calling|writing|ringing|mailing|asking) (?:us|me)|(?:would|wants? to|wanted to|tries to|tried to) sell (?:us|me)|this close to (?:sign|buy|tak)\w+|(?:almost|nearly|all but) (?:signed|bought|took|chose|went with|joined))\b",
    _I,
)
# "Was on our own box": what was, with no word before it.
_BARE_WAS = re.compile(r"^\W*(?:was|were|used to be|had been) (?:on|in|at|with|by|a|an|the|our|under|my)\b", _I)
# What is said of such things as a kind is said of none of them: "tools of this kind are usually built on Llama".
_SUCH = re.compile(
    r"\b(?:(?:tools|apps|bots|things|systems|programs|models|helpers|assistants|chatbots) (?:of this kind|like (?:this|that|these|ours)) (?:\w+ )?(?:are|run|use|have|come)|(?:such|these|those|all these) (?:tools|apps|bots|things|systems|programs|helpers|assistants|chatbots) (?:\w+ )?(?:mostly|usually|often|typically|generally|all|tend)|(?:are|run|use) (?:usually|typically|mostly|generally) (?:built|run|made|based))\b",
    _I,
)


def further_marks(parts: Sequence[Span]) -> list[frozenset[str]]:
    """For each clause of a text, the marks that it has by its time words or by the clauses around it."""
    found = [_NOTHING] * len(parts)
    for number, mark in _found(parts):
        found[number] |= {mark}
    return found


def unreal(parts: Sequence[Span]) -> list[bool]:
    """For each clause of a text, whether it has such a mark of what is over, was not taken or would be if."""
    return [bool(marks - _OF_RULES) for marks in further_marks(parts)]


def _found(parts: Sequence[Span]) -> Iterator[tuple[int, str]]:
    for number, part in enumerate(parts):
        if _is_over(part.text):
            yield number, "was"
        if _TOLD_BY.search(part.text) or _READ_IN.search(part.text) or _SUCH.search(part.text):
            yield number, "hearsay"
        if tells_of_kin(part.text):
            yield number, "others"
        if _BEFORE_THAT.search(part.text):
            yield number, "was"
            if re.search(r"renew|lapse", part.text, _I):
                yield from ((before, "past") for before in sentence_before(parts, number))
        if _OFFERS.search(part.text):
            yield number, "declined"
        if _BARE_WAS.search(part.text):
            yield number, "was"
        if number and _BACK_WHEN.match(part.text) and _only_names(parts, number - 1):
            yield number - 1, "past"
        if number and _CAME_TO_AN_END.search(part.text):
            yield number, "ended"
            yield from ((before, "past") for before in sentence_before(parts, number))
        if _TOOK_NONE.search(part.text):
            told = [number, *sentence_before(parts, number)]
            if any(_LOOKED.search(parts[at].text) for at in told):
                yield from ((at, "declined") for at in told)
        if number and _UNREAL_IF.match(part.text) and not ends_sentence(parts[number - 1].text):
            yield number - 1, "hypothesis"
            yield number, "hypothesis"
        elif _TURNED_IF.search(part.text) or (_WOULD.search(part.text) and _IF_BEHIND.search(part.text)):
            yield number, "hypothesis"
        if _RULE.search(part.text) and any(_NOT_KEPT.search(p.text) for p in parts[number + 1 : number + 1 + _FAR]):
            yield number, "advice"


def tells_of_kin(clause: str) -> bool:
    """Whether a clause tells where one's kin or somebody unnamed works: what they use there is not ours."""
    return _KIN_AT.search(clause) is not None


def _is_over(clause: str) -> bool:
    """Whether a clause tells in the past of a time that it names."""
    told, today = _PAST_VERB.search(clause), _AT_PRESENT.search(clause)
    return bool(
        (_FIRST_TIMES.search(clause) and (told or not today)) or (_THOSE_TIMES.search(clause) and told and not today)
    )


def sentence_before(parts: Sequence[Span], number: int) -> Iterator[int]:
    """The clauses of the sentence before that of clause ``number``, and those of its own before it."""
    ends = 0
    for before in range(number - 1, -1, -1):
        ends += ends_sentence(parts[before].text)
        if ends > 1:
            return
        yield before


def _only_names(parts: Sequence[Span], number: int) -> bool:
    """Whether a clause is a bare answer that begins a sentence, or leads up to a when ("Germany, back")."""
    clause = parts[number].text
    begins = number == 0 or ends_sentence(parts[number - 1].text)
    return begins and not ends_sentence(clause) and len(clause.split()) <= _A_FEW and not _AT_PRESENT.search(clause)
