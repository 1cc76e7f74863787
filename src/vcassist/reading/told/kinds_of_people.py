"""What people a few words call: a plural that may call some, and the words without which certain people are not meant. Pure."""

from __future__ import annotations

import re

_I = re.I
FLED = re.compile(
    r"\b(?:refugee\w*|asylum|displaced|fled|flee\w*|fleeing|migra\w*|immigra\w*|newcomers?|stateless|exile\w*|deported|resettle\w*|camps?|without papers|undocumented|unaccompanied|war)\b",
    _I,
)
# How many people are called, in a few words without a verb: by a plural, or by one of the plurals without an s.
_PEOPLE = re.compile(
    r"^\W*(?:(?:and|also|sometimes|mostly|mainly|often|maybe|then|the|our|my|their|his|her|all|some|many|most|adult|young|old|older|elderly|poor|local|single|little|other) )*(?:[\w’'-]+ ){0,3}"
    r"(?:[a-z]*men|people|[a-z]*folks?|parents|clergy|elderly|homeless|deaf|blind|poor|unemployed|public|youth|[a-z’'-]{3,}(?<!ss)(?<!us)(?<!is)s)\W*$",
    re.I,
)
_NO_PEOPLE = re.compile(
    r"\b(?:among(?:st)?|is|are|was|were|be|has|have|had|do|does|did|can|will|would|it|i|you|that|this|what|who|which|yes|no|none|always|things?|times|cases|days|weeks|months|years|letters|texts|files|photos|pictures|reports|results|scores|emails|mails|messages|calls|records|data|forms|papers|documents|lives|cows|goats|animals|dogs|cats)\b",
    re.I,
)


def names_people(text: str) -> bool:
    """Whether a few words are a plural that may call people, and no sentence."""
    return bool(_PEOPLE.match(text)) and not _NO_PEOPLE.search(text)


# Words without which these people are not meant. To the trained reader whoever lives without a roof has fled, and whoever brings in a catch farms.
_IN_WORDS = {
    "refugees": FLED,
    "farmers": re.compile(
        r"farm|grow|peasant|campesin|smallhold|herd|shepherd|pastoral|ranch|breed|keepers|crops?\b|cultivat|dairy|milk|cattle|livestock|goats?\b|sheep|bees?\b|beekeep|"
        r"plant|agricultur|orchard|vine|rice|coffee|cocoa|cotton|\btea\b|harvest|land|garden|producers?|village|rural|country",
        re.I,
    ),
    "children": re.compile(
        r"child|kid|bab(?:y|ies)|toddler|young|\bgirl|\bboy|teen|adolescen|minors?\b|infant|\bsons?\b|daughter|orphan|pupil|student|learner|little|school|nurser|kindergarten|playgroup|"
        r"under|years?[- ]olds?|juvenile|newborn|class|scouts?\b|cubs?\b|youth|famil",
        re.I,
    ),
}
# What tells more of people behind the word for them: "people without a home", "families on the waiting list".
_MORE_OF_THEM = re.compile(
    r"\s(?:who|that|whose|without|with|on|in|at|of|from|by|living|waiting|needing|looking|coming|asking)\b", re.I
)


def no_such_people(text: str, likeliest: str) -> bool:
    """Whether a few words call people, and none of them those that they were taken for (``likeliest``)."""
    own = _IN_WORDS.get(likeliest)
    if own is None or own.search(text):
        return False
    more = _MORE_OF_THEM.search(text)
    return names_people(text[: more.start()] if more else text)


# The young of a club: they play, train or march there, and learn no school's lessons.
_YOUNG = re.compile(
    r"\b(?:young(?:er|sters?)?|boys?|girls?|kids?|child(?:ren)?|teen\w*|youths?|juniors?|cubs?|scouts?|lads?|lassies?|under[- ]?\d{1,2}s?|\d{1,2} (?:to|-|–) \d{1,2}|(?:ten|eleven|twelve|thirteen|fourteen) to \w+)\b",
    _I,
)
_OF_A_CLUB = re.compile(
    r"\b(?:clubs?|teams?|squads?|players?|train(?:s|ing)? with|scouts?|cubs?|league|match(?:es)?|games?|choir|orchestra|swimm\w+|football|soccer|rugby|judo|athlet\w+|(?:out|outside) (?:of )?(?:the )?school|after (?:the )?school|play(?:s|ing)? with)\b",
    _I,
)
_OF_A_COURSE = re.compile(
    r"\b(?:pupils?|students?|learners?|schoolchildren|school ?kids|classes|classmates?|classrooms?|lessons?|courses?|homework|grades?|undergraduates?|apprentices?|trainees?|teach\w*)\b",
    _I,
)


def out_of_school(text: str) -> bool:
    """Whether young people are called by what they do outside school, and none as who learns at one ("the boys who train with us")."""
    return bool(_YOUNG.search(text) and _OF_A_CLUB.search(text)) and not _OF_A_COURSE.search(text)


# Who works in the fields or the packhouse for those who grow.
_HANDS = re.compile(
    r"\b(?:pickers?|pluckers?|packers?|harvesters?|labou?rers?|(?:farm|field|seasonal|day|migrant) ?(?:hands?|workers?)|seasonals|workers?|crews?|sorters?|graders)\b",
    _I,
)
_GROWERS = re.compile(r"\b(?:[\w-]*growers?|[\w-]*farmers?|producers?|smallholders?|planters?)\b", _I)
_WE_ARE = re.compile(
    r"^\W*(?:(?:hello|hi|good \w+|so|well)\W+)?(?:we(?:['’]?re| are) |here (?:is|are) |this is |a |an |the |some )*(?:[\w’'-]+ ){0,4}?$",
    _I,
)


def sorted_out(text: str, start: int, end: int) -> tuple[str, ...] | None:
    """Whom the work of a tool touches where growers were taken for it who only say who they are: the hands who work for them, or nobody
    that is told; None where the growers at ``start``–``end`` are no such, or are named again.
    """
    named = list(_GROWERS.finditer(text))
    if (
        len(named) != 1
        or not (start < named[0].end() and named[0].start() < end)
        or not _WE_ARE.match(text[: named[0].start()])
    ):
        return None
    return ("workers",) if _HANDS.search(text) else None
