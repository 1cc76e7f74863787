"""Turns of phrase that the patterns of several rules are made of, each written once. Strings for ``re``, without flags. Pure.

A rule takes one of these where it means the same; where it means something narrower, it keeps its own words.
"""

from __future__ import annotations

# A small word that changes nothing of what is said.
_QUITE = r"(?:(?:really|honestly|truly|simply|still|just|also|even|actually|quite) )?"
# "I do not …", "I really couldn't even …": before the verb of knowing or telling.
DO_NOT = rf"{_QUITE}(?:(?:do|would|could)(?: not|n['’]?t)|can(?:not|['’]?t)) {_QUITE}"
# "Partly, because of …".
PARTLY = r"(?:partly|partially|in part)\b"
# "Don't know", "no idea".
NOT_KNOW = rf"(?:{DO_NOT}know)"
NO_IDEA = r"(?:(?:no|not an?|not any) (?:idea|clue|notion))"
# In one word, as forms have it; alternatives.
UNCERTAIN = "unknown|uncertain|unclear|unsure|unconfirmed|unverified"
# As people type it to say only that.
AT_A_LOSS = rf"(?:{NO_IDEA}|(?:do ?n[o'’]?t|do not|did ?n[o'’]?t|did not) know|dunno|idk)"
# Behind an auxiliary: "is not", "isn't".
NOT = r"(?: not|n['’]?t)"
# A verb that is denied in one word with its "not", written with its mark or without; "pregnant" and "client" deny nothing.
NOT_SO = r"\b(?:\w+n['’]t|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|ai)nt)\b"
# The numbers that people write in words, from one on; and as alternatives.
SMALL_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ONE_TO_TWELVE = "|".join(SMALL_NUMBERS)
TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# What people call a tool whose name they do not say; alternatives.
TOOL = "tool|app|application|system|software|program(?:me)?|platform|(?:chat|ro)?bot|assistant"
# What is called only another one bears no name.
ONLY_ANOTHER = rf"(?:(?:an?|the|that|this|some|my|our)\s+)?(?:different|other|another|separate|second|same|new|old|wrong|right)\s+(?:{TOOL}|model|one|thing|name)s?"
# Whoever uses one.
USERS = r"(?:we|i|they|staff|nurses|teachers|officers|volunteers|people|colleagues|team|everybody|everyone|(?:the|our) [\w-]+(?: team)?)"
# What somebody is paid, and not who that is.
A_PRICE = r"\b(?:charges?|costs?|prices?|fees?|pay(?:s|ing)?|bills?|invoices?)\b"
# Whom a thing stays with that is told in confidence.
BETWEEN_US = "between (?:us|ourselves|you and me|you and i|the two of us)"
# Anywhere in a clause: it says of nothing that it is so.
DENIES = r"\b(?:not?|never|no one|nobody|none|nothing|nor|neither|cannot|without)\b|n['’]t\b"
# Ways by which people reach a tool, and no part of what makes it.
CHANNEL = r"(?:whatsapp|telegram|messenger|facebook(?: messenger)?|signal|viber|wechat|line|sms|discord|slack|teams|instagram|imessage|email|phone|web)"
# What turns one value into another: "always → sometimes".
ARROW = r"(?:→|=+>|-+>|»)"
# What joins a clause to the one before it, and what people fill a pause with.
JOINS = r"(?:and|but|so|or|now|then|well|anyway|also|oh|ah|sorry|please|god|though|tell me|um+|uh|er+|hey|hang on|wait|ok(?:ay)?|like|btw|by the way|you know|i mean)"
# Titles as they are shortened with a point, in the languages of those who write English here; a name follows.
TITLES = (
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Drs", "St", "Prof", "Rev", "Revd", "Fr", "Sr", "Sra", "Dra", "Hon", "Smt",
    "Shri", "Sri", "Kum", "Eng", "Engr", "Ing", "Lic", "Arq", "Adv", "Capt", "Cpt", "Sgt", "Lt", "Col", "Maj",
    "Gen", "Cllr", "Supt", "Insp", "Hr", "Bro", "Mme", "Mlle", "Pak", "Ibu", "Ust", "Dott", "Dipl", "Mag", "Abp",
    "Bp", "Msgr", "Pr", "Ptr", "Atty", "Gov", "Sen", "Rep", "Amb",
)  # fmt: skip
BEHIND_A_TITLE = "(?:" + "|".join(rf"(?<=\b{title})" for title in TITLES) + ")"
# Words cut short within a name: "Parish Archive of St. Jørgen".
CUT_SHORT = "St|Ste|Sta|Mt|Dr"
# What a house is by a word without a capital; an office or a team is but a part of one.
HOUSE = (
    r"(?:fire brigade|brigade|rescue|club|school|college|kindergarten|nursery|library|museum|archive|parish|church|choir|orchestra|band|theatre|clinic|hospital|hospice|dispensary|"
    r"co-?op(?:erative)?|association|society|federation|union|league|council|municipality|commune|town hall|city hall|monastery|convent|mission|shelter|mosque|temple|academy|farm|dairy|radio|community)"
)
A_HOUSE = rf"(?:{HOUSE}|foundation|trust|centre|center|institute|university|group|organi[sz]ation|ngo|charity|committee|network)"
# What is said of one's own name.
IS_ME = r"(?:me|myself|my (?:own |first |last )?name)\b(?! (?:for|of)\b)"
# Somebody who keeps something to themselves.
KEEPS_BACK = (
    r"\b(?:i(?:['’]?d| would)? (?:rather|prefer) not|(?:i|we)(?:['’]?d| would)? (?:rather|prefer to) (?:(?:keep|stay|remain) (?:silent|quiet)|say nothing)|"
    r"(?:i|we)(?:['’]?m| am|['’]?re| are)? (?:not (?:allowed|permitted|at liberty|supposed|free)|can['’]?t|cannot|may not|mustn['’]?t) (?:to )?(?:say|tell|share|disclose|discuss|talk|reveal|give)|"
    r"not (?:something|anything|a thing|for me)(?: that)?(?: i| we)?(?:['’]?m| am|['’]?re| are)? (?:(?:allowed|permitted|at liberty|supposed|free|able) )?(?:to |can )(?:say|tell|share|disclose|discuss|talk|reveal|give)|"
    r"(?:under|signed) (?:an )?nda|nda forbids|none of your business|i keep that to myself|(?:not|won['’]?t|will not) (?:be )?(?:saying|telling you|sharing|answering|discuss\w*)|prefer to keep|confidential on our side|no comment|i(?:['’]?ll| will|['’]?d| would| must| have to)? (?:rather |politely )?decline(?: to (?:say|answer|tell|share|name|comment)| (?:that|this)(?: one)?(?=\W|$)|(?=\s*(?:[.,;!]|$))))\b|^\W*(?:(?:i(?:['’]m| am)|we(?:['’]re| are)) )?declin(?:e|ing)\b(?=\s*(?:[.,;!]|$)| (?:that|this)\b| to (?:say|answer|tell|share|name|comment)\b)"
)
# A choice that is only denied is no answer to anything: "I said nobody. Not partly".
ONLY_DENIES = r"\W*not (?:an? )?(?:partly|partially|sometimes|yes|no|always|never|both|halfway)\W*"

# What was so before. What something is used to do, it does ("our recordings are also used to improve it").
_PASSIVE = (
    *("is", "are", "was", "were", "be", "being", "been", "get", "gets", "it's", "it’s", "they're", "they’re", "that's"),
    *(f"{is_} {how}" for is_ in ("is", "are") for how in ("only", "also", "just", "then", "mainly", "not")),
)
USED_TO = "".join(rf"(?<!\b{words} )" for words in _PASSIVE) + "used to"
