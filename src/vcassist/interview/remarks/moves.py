"""What people do in a conversation besides answering: vent, despair, wander off, say that they said it already. Pure.

The seven intents of a reading say what a message does to the assessment. A move says what it does to the conversation, so that the
reply can meet it. Forms only, no learning: a move that is missed costs a little warmth and no fact.
"""

from __future__ import annotations

import re
from typing import Literal

from vcassist.chain.facts import field_of
from vcassist.interview.questions.of_our_words import of_our_words
from vcassist.interview.remarks import addressed
from vcassist.interview.remarks.feelings import ON_ME, feeling_in

Move = Literal[
    "told", "distress", "danger", "abuse", "lay", "vague", "partly", "other_one", "change", "lost", "self", "time",
    "misnoted", "unheard", "weary", "private", "unnamed", "repeated", "contradicted", "unquoted",
]  # fmt: skip
# Moves that leave a question as it was: whoever asks how long it takes decides nothing.
ASIDES = frozenset(
    {
        "told",
        "distress",
        "danger",
        "abuse",
        "lost",
        "self",
        "time",
        "misnoted",
        "unheard",
        "weary",
        "private",
        "unnamed",
        "repeated",
        "contradicted",
        "unquoted",
    }
)
_I = re.I
LONG = 240

# Only what people say of themselves: many who answer here work with people in danger, and name their work.
_OWN = r"\b(?:i|i['’]m|i['’]ve|i['’]d|me|myself|my)\b(?:(?!\b(?:who|whom|that|they|people|persons?|patients?|clients?|callers?|users?|children|students?)\b)[^.?!;]){0,60}"
_STATE = r"\b(?:am|i['’]m|be|been|being|feel\w*|felt|becom\w+|so|really|very|quite|almost|bit|little|of|about|commit\w*|attempt\w*|consider\w*|contemplat\w*|have|having|had|to|towards?|my)\W+"
_NOT_THEIR_WORK = r"(?!\W+(?:prevention|prevent\w*|line|lines|hotline|helpline|charit\w+|risks?|help\w*|support|research|study|team|project|watch|cris[ie]s|care|cases?|rates?|detection|screening|notes?|messages?|posts?|people|persons?|patients?|clients?|callers?|users?|teenagers?|children|students?)\b)"
_DANGER = re.compile(
    r"\bkill(?:ing)? myself\b|\b(?:please|just) kill me\b|(?<!\bthe )\bend(?:ing)? (?:my life|it all)\b|\bi(?:['’]d)? (?:\w+ ){0,3}want(?:ed)? to die\b|"
    r"\bi (?:\w+ ){0,3}(?:don['’]?t|do not) want to live(?! (?:in|near|with|here|there|at|on|under|abroad|by)\b)\b|\bhurt(?:ing)? myself\b|"
    rf"\bi self-?harm|{_OWN}{_STATE}(?:suicid\w*|self-?harm\w*)\b{_NOT_THEIR_WORK}",
    _I,
)
_CLOSE = r"(?:job|mother|father|mum|mom|dad|parents?|brother|sister|son|daughter|child|children|baby|husband|wife|partner|grand\w+|uncle|aunt|cousin|nephew|niece|friends?|colleagues?|co-?workers?|home)"
_DISTRESS = re.compile(
    r"\b(?:overwhelmed|(?:i|it)(?:['’]?m| am|['’]?s| is)? (?:all |just |really |way )*too much(?! (?:text|writing|reading|to read|words|information)\b)|can['’]?t (?:cope|do this|take (?:this|it))|"
    r"(?<!patients )(?<!clients )(?<!callers )(?<!people )(?<!children )(?<!who are )(?<!families )(?<!users )(?:exhausted|burnt out|burned out|(?:so|really|very|too) tired|desperate|in tears|crying|panick\w*|scared|(?:so|really|very) afraid|terrified|stressed(?: out)?)\b|(?:i|we) (?:have |['’]ve )?(?:just )?lost (?:my|our|a) (?:\w+ ){0,2}"
    rf"{_CLOSE}\b|"
    r"(?<!on a )(?<!on )(?<!it is having a )(?<!it['’]s having a )(?<!it has a )(?<!its )(?:bad|terrible|awful|horrible|hard|rough) (?:day|week|news)(?! of\b)|passed away|died (?:yesterday|today|last)|i(?:['’]?ll| will) lose my job|feel(?:ing)? (?:so |really |very )?(?:stupid|dumb|useless|lost|awful|bad))\b",
    _I,
)
_FELT = r"(?:(?:so|really|very|just|all|quite|absolutely) )*"
# Somebody who blames themselves for a harm, or fears what it will bring upon them.
_BLAME = re.compile(
    rf"\bi(?:['’]?m| am| feel) {_FELT}(?:sick (?:about|over|to my)|ashamed|heartbroken|devastated|shaking|guilty)\b|\bi feel {_FELT}(?:sick|terrible|ill)(?=\W|$)|"
    rf"\b(?:it|this|that)(?:['’]?s| is| was) {_FELT}{ON_ME}|\bbecause of (?:what|the \w+) i (?:did|built|made|wrote|set up|put)\b|"
    r"\bi did (?:this|that|it) to (?:her|him|them)\b|\bwhat (?:have (?:i|we) done|did (?:i|we) do)(?=\W*$|\s*[.,;!?])|\b(?:can['’]?t|cannot|never) forgive myself\b|\bi could (?:cry|scream|weep)\b|(?:^|[.!?,;]\s*)god[,!](?!\s(?:i|we) (?:do )?(?:hope|wish|think|suppose|don)\b)|\b(?:oh|dear|good|my)(?: my| dear| good)? (?:god|lord)\b(?!,? (?:no|yes|yeah|nope|never)\b(?!\W+no\b))|\bgod,? no,? no\b|\bsorry\W+sorry\b(?!\W+(?:sorry\W+)*(?:go on|next|continue|carry on|please|wrong|typo|back to|my (?:phone|mistake|english)|i (?:mean|meant|wander|digress|talk|drift|looked|checked|found|see|saw|read|misread|thought|said|told|wrote|got|was|had|have))\b)|"
    r"\b(?:am|are|will|could|can|would|might) i (?:\w+ ){0,3}(?:sued|fired|sacked|arrested|jailed|prosecuted|(?:to )?(?:prison|jail)|lose my (?:job|licen[cs]e))\b|"
    r"\bthey(?:['’]?ll| will| are going to|['’]re going to) (?:fire|sack|sue|arrest) (?:me|us)\b|\bi(?:['’]ve| have|) ?(?:n['’]?t| not) slept\b|\bhaven['’]?t slept\b|\b(?:can['’]?t|cannot|can not) (?:sleep|stop (?:thinking|crying))\b|\bhands are shaking\b|"
    r"\b(?:lost|hurt|died|harmed|injured|evicted|deported|arrested)\b[^.?!]{0,40}\bbecause (?:of )?(?:we|i|our|my|us|me)\b|"
    r"\bwrong \w+\b[^.?!]{0,60}\b(?:(?:in|to|into) (?:the )?hospital|in prison|on the street|collapsed|is dead)\b|\bi (?:built|made|set|put|chose|wrote) (?:it|that|this)\b[^.?!]{0,40}\b(?:hurt|harmed|died|suffer\w*|evicted|deported)\b|"
    r"\bwrong\b[^.?!]{0,80}\b(?:she|he|they|who) (?:has |have |had )?(?:now )?(?:been )?(?:lost|died|hurt|harmed|evicted|deported|arrested)\b",
    _I,
)
_ABUSE = re.compile(
    r"\b(?:fuck\w*|shit\w*|bullshit|idiots?|stupid (?:bot|machine|thing|computer|program\w*|question\w*)|dumb (?:bot|machine|thing|question\w*)|moron\w*|bastard\w*|"
    r"screw you|piss off|shut up(?! (?:shop|the|for|our|my|at)\b)|go to hell|(?:useless|worthless|crap|rubbish) (?:bot|machine|thing|piece|program\w*|tool of yours)|(?:you|you['’]?re|you are) (?:so |really |completely |totally )*(?:useless|stupid|dumb|an idiot|annoying|hopeless))\b",
    _I,
)
_TOLD = re.compile(
    r"\b(?:(?:i|we)(?:['’]?ve| have)? (?:just |already )+(?:told|said|answered|mentioned|explained|wrote|written|given)\b|(?:i|we)(?:['’]?ve| have)? (?:told|answered|mentioned|explained|said) (?:you |this |that |it )*(?:already|before|twice|(?:two|three|four|five|several|many|a hundred|\d+) times)|"
    r"(?:this|that|it)(?: is|['’]s) (?:now |already )?(?:the|my) (?:second|third|fourth|fifth|\d+(?:nd|rd|th)|last) time (?:that )?i (?:say|said|tell|told|write|wrote|answer)|(?:^|[.!?]\s*)(?:just|already) (?:told|said|answered) (?:you|it|that|this)|"
    r"(?:told|asked) (?:you|me) (?:that|this)(?: already| before)|you (?:have )?(?:already )?asked (?:me )?(?:that|this|already|before)|as (?:i|we)(?: already| just)? (?:said|told|mentioned|wrote|explained)|like i (?:already )?(?:said|told)|see (?:above|my (?:first|earlier|last) (?:message|answer)|\d+(?:\.\d+)?(?=\W))|same question again|(?:again|already)\?+$)",
    _I,
)
_LAY = re.compile(
    r"\b(?:(?:i|we)(?:['’]?m| am|['’]?re| are) (?:not|no) (?:a |an |very |really |at all )*(?:tech\w*|it person|computer person|expert|good with (?:computers|technology))|(?:don['’]?t|do not|know nothing|no idea) (?:know |understand )?(?:anything |a thing |much )?(?:about |of )?(?:the )?(?:tech\w*|technical (?:stuff|things|side|details)|computers?|it stuff)|"
    r"(?:know|understand) nothing (?:about|of) (?:tech\w*|computers?|it|such things|the technical\w*)|(?:can['’]?t|cannot) answer (?:technical|anything technical|such)|(?:too|that['’]?s|this is|it['’]?s) (?:too )?technical|all (?:chinese|greek) to me|technophobe|not technical)\b",
    _I,
)
_PARTLY = re.compile(
    r"\b(?:depends|sort of|kind of|kinda|sorta|more or less|it varies|varies|in a way|to some (?:extent|degree)|mostly|half|somewhat|so-so|some do|now and then|here and there|not always|up to a point|yes and no|a bit)\b",
    _I,
)
_VAGUE = re.compile(
    r"\b(?:maybe|perhaps|possibly|could be|might be|probably|i (?:guess|suppose|think so)|hard to (?:say|tell)|difficult to say|not (?:really |quite |entirely )?(?:sure|certain|clear)|something like that|whatever|you know|the usual|normal(?:ly)?|as (?:usual|always)|like everyone|stuff|things|hm+|um+|well)\b",
    _I,
)
_OTHER_ONE = re.compile(
    r"\b(?:the other (?:one|way (?:round|around))|other way (?:round|around)|the opposite|vice versa)\b", _I
)
_CHANGE = re.compile(
    r"\b(?:(?:want|like|need|have) to (?:change|correct|fix|edit|amend|revise|redo)|(?:can|could|may) (?:i|we|you) (?:please )?(?:change|correct|fix|edit|amend|revise|redo|go back to)|(?:change|correct|fix|revise|redo) (?:my|the|that|an) (?:answer|earlier|previous|last|entry)|go back to (?:the|my|what))\b",
    _I,
)
_COURTESY = frozenset(
    re.findall(
        r"\w+",
        "hi hello hey greetings good morning afternoon evening day dear there all everyone team ok okay thanks thank you cheers great nice cool "
        "fine perfect super bye goodbye very much so again for now your the help time that s was were helpful kind and have a see",
    )
)
# Words that by themselves say yes, no, perhaps or something polite, and name nothing.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "yes yeah yep yup no nope nah ok okay hm hmm um well neither so it depends maybe perhaps probably possibly i guess think suppose really that s is "
        "correct right exactly sure fine thanks thank you please of course a not sort kind partly bit more or less cool great good hi hello hey "
        "oh ah varies hard to say difficult tell go on next whatever",
    )
)
# A wish to stop ends its clause: "we have to run it ourselves" and "it's all for internal use" are about something else.
_ENDS = r"(?: (?:now|here|there|it|please|this|for (?:now|today)))*(?=\W*$|\s*[,.;!?])"
_MUST = r"(?:i|we) (?:really |just )*(?:want|need|have|would like|['’]d like|must|should|got) (?:to )?"
# "Should we stop this?" asks of the tool, and ends no talk.
_SHOULD_IT_STOP = re.compile(
    r"\b(?:should|must|ought) (?:we|i)(?: to)? stop (?:this|it|that|them|these|using|doing)\b(?! (?:talk|chat|conversation|interview|here|now)\b)",
    _I,
)
_STOPS = re.compile(
    rf"\b(?:(?:(?:can|could|may|shall|should) (?:we|i|you) (?:please |now |just )*|(?:let['’]?s|let us|please) |{_MUST})(?:stop|finish|end|quit|leave it|break off){_ENDS}|"
    rf"{_MUST}(?:go|run|leave)(?: now| please)*(?=\W*$|\s*[,.;!?])|(?:that['’]?s|that is|it['’]?s|this is) (?:enough|all)(?: questions)? for (?:now|today|me)\b|"
    rf"(?:that['’]?s|that is|it['’]?s|this is) enough (?:now|today|questions)\b|enough (?:questions\b|for (?:now|today)\b))",
    _I,
)
_STOP_WORD = re.compile(r"\b(?:stop|finish|end)(?:s|ped|es|ed)?\b", _I)
_OF_THE_TALK = re.compile(
    r"\b(?:for (?:now|today|the day)|interview|questions?|talk(?:ing)?|chat|report|(?:good)?bye|enough|let['’]?s|let us|(?:can|could|may|shall|should) (?:we|i)|please|"
    r"i(?:['’]?m| am) (?:done|off|out of time)|(?:go|run|leave)(?: now)?(?=\W*$|\s*[,.;!?]))\b|^\W*(?:(?:ok(?:ay)?|well|right|so|thanks?|thank you|sorry)\W+)*(?:stop|finish|end|quit)(?: (?:it|now|here|there|this))*\W*$",
    _I,
)
_LOST = re.compile(
    r"\b(?:where (?:are|were) we|what(?: was|['’]s| is|s) (?:the|your) (?:last )?question(?: again)?\b(?! (?:of|for|on|in)\b)|what did you ask|lost (?:the thread|track)|say (?:that|it) again|repeat (?:that|the question|please)|come again|once more please)\b",
    _I,
)
_SELF = re.compile(
    r"\b(?:are you (?:a |an )?(?:real|human|person|robot|bot|machine|ai|chatgpt|computer)|who (?:made|built|are|is behind) you|am i (?:talking|speaking|chatting) (?:to|with) (?:a|an)|what are you)\b",
    _I,
)
_TIME = re.compile(
    # How long something is kept or used is none of the talk.
    r"\A(?!.*\b(?:stor\w+|kept|keep|sav(?:e|ed|ing)|retain\w*|held|archiv\w+)\b).*?\b(?:how (?:much )?long(?:er)?(?! (?:they|we|it|he|she|the|our|their|any|data|things?)\b)|how many (?:(?:more )?questions|more(?= (?:to|are|do|will|must|of (?:these|them|those))\b|\W*$)|of (?:these|those) (?:are|do|must|will|to|left|still)\b|(?:are )?(?:still )?(?:left|to come|to go)\b)|how much (?:more|is left|time)|how far (?:are we|along)|are we (?:nearly |almost )?(?:done|there|finished)|is this going to take|when (?:are|will) we (?:be )?(?:done|finished))\b",
    _I | re.S,
)


# Said once the talk was closed: it goes on. "We don't want to stop using it" is of the tool.
_NOT_ENDED = re.compile(
    r"\b(?:i|we)(?: (?:really|just))? (?:did ?n['’]?t|did not|never|do ?n['’]?t|do not) (?:say|said|want(?:ed)?|mean|meant|ask(?:ed)?|tell you|wish(?:ed)?)(?: (?:you|it|us|this|that))?(?: to)? (?:stop|end|finish|quit|close|leave)\b(?! (?:using|the (?!talk|interview|chat|questions)))(?: (?:it|yet|now|here|the (?:talk|interview|chat)))*|"
    r"\b(?:i|we)(?:['’]?m| am|['’]?re| are) not (?:done|finished|through)(?: yet)?(?=\W*$|\s*[,.;!])|(?:^|(?<=[.!?] ))(?:(?:please|no|wait)\W+)*(?:do ?n['’]?t|do not) (?:stop|end|close)(?: (?:yet|now|it))?(?=\W*$|\s*[,.;!])",
    _I,
)
_BACK = re.compile(
    r"\b(?:i(?:['’]m| am)|im|we(?:['’]re| are)) (?:back|here)(?: (?:now|again))?\W*$|(?:^|[.!?]\s+)(?:(?:ok(?:ay)?|so|sorry|right)\W+)*back(?: (?:now|again))?\W*$|"
    r"\bwhere (?:were we|was i|did (?:we|i) (?:stop|leave off|get to))\b[^.!?]{0,20}[.!?]*\W*$",
    _I,
)


def not_ended(message: str) -> list[tuple[int, int]]:
    """Where a message says that the talk was not to end."""
    return [m.span() for m in _NOT_ENDED.finditer(message)]


def is_back(message: str) -> bool:
    """Whether a message closes with that somebody is back: "One second, the bell. Okay, I'm back."."""
    return _BACK.search(message) is not None


def asks_how_long(message: str) -> bool:
    """Whether a message asks how long the talk goes on, or how many questions are left."""
    return bool(_TIME.search(message))


def move_of(message: str) -> Move | None:
    """The one move that the reply has to meet first, or None for an ordinary message.

    Long messages are stories: what is hard or angry in them is meant for the matter and not for the assistant.
    """
    short = len(message) <= LONG
    if _DANGER.search(message):
        return "danger"
    if short and feeling_in(message) == "job":
        # "Am I going to lose my job?" asks for no time and of no machine.
        return "distress"
    if addressed.wants_no_name(message):
        return "unnamed"
    if addressed.wants_confidence(message):
        return "private"
    if short and (kind := of_our_words(message)):
        return kind
    for move, pattern, anyhow in (
        ("distress", _BLAME, False),
        ("told", _TOLD, False),
        ("abuse", _ABUSE, False),
        ("lost", _LOST, False),
        ("self", _SELF, False),
        ("time", _TIME, False),
        ("other_one", _OTHER_ONE, False),
        ("change", _CHANGE, False),
        ("lay", _LAY, True),
        ("distress", _DISTRESS, False),
    ):
        if (anyhow or short) and pattern.search(message):
            return move  # type: ignore[return-value]
    if short and feeling_in(message):
        return "distress"
    if short and addressed.misnoted(message):
        return "misnoted"
    if short and addressed.weary(message):
        return "weary"
    unheard = short and (addressed.unheard(message) or addressed.unanswered(message))
    return "unheard" if unheard else None


def hedge_of(message: str) -> Move | None:
    """How an answer that gave no fact was vague: "partly" for a half yes, "vague" for a shrug, None when it was neither."""
    if len(message.split()) > 14:
        return None
    if _PARTLY.search(message):
        return "partly"
    return "vague" if _VAGUE.search(message) else None


def only_courtesy(message: str) -> bool:
    """True for a message that greets, thanks or says goodbye and nothing else."""
    words = re.findall(r"\w+", message.lower())
    return bool(words) and all(word in _COURTESY for word in words)


def says_nothing(message: str) -> bool:
    """True for a message of yes, no, perhaps and politeness alone: it can answer a yes-or-no question and name no value."""
    words = re.findall(r"\w+", message.lower())
    return bool(words) and all(word in _EMPTY for word in words)


def asks_whether_to_stop_it(message: str) -> bool:
    """Whether somebody asks if the tool, or what they do with it, should be stopped: that ends no talk."""
    return bool(_SHOULD_IT_STOP.search(message))


def wants_to_stop(message: str) -> bool:
    """True for a short message in which the person says that they want to end the talk."""
    return len(message.split()) <= 16 and bool(_STOPS.search(message)) and not asks_whether_to_stop_it(message)


def speaks_of_stopping(ref: str | None) -> bool:
    """Whether a question's own choices tell of something that stops, so that "we have to stop" may be its answer."""
    spec = field_of(ref) if ref else None
    return spec is not None and any(_STOP_WORD.search(label) for label in spec.options.values())


def stops_the_talk(message: str) -> bool:
    """True when a wish to stop says that it is the talk that is to end, or says nothing but stop."""
    return bool(_OF_THE_TALK.search(message))
