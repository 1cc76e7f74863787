"""What people do in a conversation besides answering: vent, despair, wander off, say that they said it already. Pure.

The seven intents of a reading say what a message does to the assessment. A move says what it does to the conversation, so that the
reply can meet it. Forms only, no learning: a move that is missed costs a little warmth and no fact.
"""

from __future__ import annotations

import re
from typing import Literal

Move = Literal[
    "told", "distress", "danger", "abuse", "lay", "vague", "partly", "other_one", "change", "lost", "self", "time"
]
_I = re.I
LONG = 240

_DANGER = re.compile(
    r"\b(?:kill(?:ing)? (?:myself|me)|suicid\w*|end (?:my|it all)|want to die|don['’]?t want to live|hurt(?:ing)? myself|self-?harm)\b",
    _I,
)
_DISTRESS = re.compile(
    r"\b(?:overwhelmed|(?:i|it)(?:['’]?m| am|['’]?s| is)? (?:all |just |really |way )*too much|can['’]?t (?:cope|do this|take (?:this|it))|"
    r"(?:exhausted|burnt out|burned out|(?:so|really|very|too) tired|desperate|in tears|crying|panick\w*|scared|(?:so|really|very) afraid|terrified|stressed(?: out)?)\b|(?:i|we) (?:just )?lost (?:my|our|a|a dear)\b|"
    r"(?:bad|terrible|awful|horrible|hard|rough) (?:day|week|news)|passed away|died (?:yesterday|today|last)|i(?:['’]?ll| will) lose my job|feel(?:ing)? (?:so |really |very )?(?:stupid|dumb|useless|lost|awful|bad))\b",
    _I,
)
_ABUSE = re.compile(
    r"\b(?:fuck\w*|shit\w*|bullshit|idiots?|stupid (?:bot|machine|thing|computer|program\w*|question\w*)|dumb (?:bot|machine|thing|question\w*)|moron\w*|bastard\w*|"
    r"screw you|piss off|shut up|go to hell|(?:useless|worthless|crap|rubbish) (?:bot|machine|thing|piece|program\w*|tool of yours)|(?:you|you['’]?re|you are) (?:so |really |completely |totally )*(?:useless|stupid|dumb|an idiot|annoying|hopeless))\b",
    _I,
)
_TOLD = re.compile(
    r"\b(?:(?:i|we)(?:['’]?ve| have)? (?:just |already )+(?:told|said|answered|mentioned|explained|wrote|written|given)\b|(?:i|we)(?:['’]?ve| have)? (?:told|answered|mentioned|explained|said) (?:you |this |that |it )*(?:already|before|twice)|"
    r"(?:told|asked) (?:you|me) (?:that|this)(?: already| before)|you (?:have )?(?:already )?asked (?:me )?(?:that|this|already|before)|as (?:i|we)(?: already| just)? (?:said|told|mentioned|wrote|explained)|like i (?:already )?(?:said|told)|see (?:above|my (?:first|earlier|last) (?:message|answer))|same question again|(?:again|already)\?+$)",
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
        "yes yeah yep yup no nope nah ok okay hm hmm um well so it depends maybe perhaps probably possibly i guess think suppose really that s is "
        "correct right exactly sure fine thanks thank you please of course a not sort kind partly bit more or less cool great good hi hello hey "
        "oh ah varies hard to say difficult tell go on next whatever",
    )
)
# A wish to stop ends its clause: "we have to run it ourselves" and "it's all for internal use" are about something else.
_ENDS = r"(?: (?:now|here|there|it|please|this|for (?:now|today)))*(?=\W*$|\s*[,.;!?])"
_MUST = r"(?:i|we) (?:really |just )*(?:want|need|have|would like|['’]d like|must|should|got) (?:to )?"
_STOPS = re.compile(
    rf"\b(?:(?:(?:can|could|may|shall|should) (?:we|i) (?:please |now |just )*|(?:let['’]?s|let us|please) |{_MUST})(?:stop|finish|end|quit|leave it|break off){_ENDS}|"
    rf"{_MUST}(?:go|run|leave)(?: now| please)*(?=\W*$|\s*[,.;!?])|(?:that['’]?s|that is|it['’]?s|this is) (?:enough|all)(?: questions)? for (?:now|today|me)\b|"
    rf"(?:that['’]?s|that is|it['’]?s|this is) enough (?:now|today|questions)\b|enough (?:questions\b|for (?:now|today)\b))",
    _I,
)
_TAKES_BACK = re.compile(
    r"\b(?:undo|take|took|taken|scratch|delete|strike|forget|remove|cancel|go back|ignore|back)\b", _I
)
_LOST = re.compile(
    r"\b(?:where (?:are|were) we|what was the question|what did you ask|lost (?:the thread|track)|say (?:that|it) again|repeat (?:that|the question|please)|come again|once more please)\b",
    _I,
)
_SELF = re.compile(
    r"\b(?:are you (?:a |an )?(?:real|human|person|robot|bot|machine|ai|chatgpt|computer)|who (?:made|built|are|is behind) you|am i (?:talking|speaking|chatting) (?:to|with) (?:a|an)|what are you)\b",
    _I,
)
_TIME = re.compile(
    r"\b(?:how (?:much )?long(?:er)?|how many (?:more )?questions|how much (?:more|is left|time)|how far (?:are we|along)|are we (?:nearly |almost )?(?:done|there|finished)|is this going to take|when (?:are|will) we (?:be )?(?:done|finished))\b",
    _I,
)
_CORRECTS = re.compile(
    r"\b(?:make (?:that|it) (?!easy|easier|work|clear|clearer|better|sure|up|possible)|(?:hold on|wait|hang on|sorry|oops)[,.:! ]+(?:no\b|not|it['’]?s|it is|that['’]?s|we['’]?re|i (?:meant|forgot|was)|the other)|no,? (?:wait|sorry|the other)|correction\b|i take (?:that|it) back|i (?:meant|misspoke|misremembered)|"
    r"i (?:was|got (?:it|that)) wrong|(?:earlier|before|just now|a moment ago|previously|at the start) i (?:said|told|wrote|put)|i (?:said|told you|wrote|put) .{1,60}\b(?:but|earlier|before|wrong|actually)|(?:what i said|that answer|my (?:last )?answer) (?:was|is)? ?.{0,20}(?:wrong|not right|a mistake)|on second thoughts?|the other (?:one|way)|should (?:be|have been|have said)|scratch that|let me correct|my mistake)",
    _I,
)  # fmt: skip


def move_of(message: str) -> Move | None:
    """The one move that the reply has to meet first, or None for an ordinary message.

    Long messages are stories: what is hard or angry in them is meant for the matter and not for the assistant.
    """
    short = len(message) <= LONG
    for move, pattern, anyhow in (
        ("danger", _DANGER, True),
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
    return None


def hedge_of(message: str) -> Move | None:
    """How an answer that gave no fact was vague: "partly" for a half yes, "vague" for a shrug, None when it was neither."""
    if len(message.split()) > 14:
        return None
    if _PARTLY.search(message):
        return "partly"
    return "vague" if _VAGUE.search(message) else None


def corrects(message: str) -> bool:
    """True when the form of a message says that something said before was wrong."""
    return bool(_CORRECTS.search(message))


def only_courtesy(message: str) -> bool:
    """True for a message that greets, thanks or says goodbye and nothing else."""
    words = re.findall(r"\w+", message.lower())
    return bool(words) and all(word in _COURTESY for word in words)


def says_nothing(message: str) -> bool:
    """True for a message of yes, no, perhaps and politeness alone: it can answer a yes-or-no question and name no value."""
    words = re.findall(r"\w+", message.lower())
    return bool(words) and all(word in _EMPTY for word in words)


def takes_back(message: str) -> bool:
    """True when the words of a message take something back, rather than put something in its place."""
    return bool(_TAKES_BACK.search(message)) and not corrects(message)


def wants_to_stop(message: str) -> bool:
    """True for a short message in which the person says that they want to end the talk."""
    return len(message.split()) <= 16 and bool(_STOPS.search(message))
