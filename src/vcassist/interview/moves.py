"""What people do in a conversation besides answering: vent, despair, wander off, say that they said it already. Pure.

The seven intents of a reading say what a message does to the assessment. A move says what it does to the conversation, so that the
reply can meet it. Forms only, no learning: a move that is missed costs a little warmth and no fact.
"""

from __future__ import annotations

import re
from typing import Literal

from vcassist.chain.facts import field_of
from vcassist.interview import addressed
from vcassist.interview.correcting import may_correct

Move = Literal[
    "told", "distress", "danger", "abuse", "lay", "vague", "partly", "other_one", "change", "lost", "self", "time",
    "misnoted", "unheard", "private", "unnamed",
]  # fmt: skip
# Moves that leave a question as it was: whoever asks how long it takes decides nothing.
ASIDES = frozenset(
    {"told", "distress", "danger", "abuse", "lost", "self", "time", "misnoted", "unheard", "private", "unnamed"}
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
    r"\b(?:overwhelmed|(?:i|it)(?:['’]?m| am|['’]?s| is)? (?:all |just |really |way )*too much|can['’]?t (?:cope|do this|take (?:this|it))|"
    r"(?:exhausted|burnt out|burned out|(?:so|really|very|too) tired|desperate|in tears|crying|panick\w*|scared|(?:so|really|very) afraid|terrified|stressed(?: out)?)\b|(?:i|we) (?:have |['’]ve )?(?:just )?lost (?:my|our|a) (?:\w+ ){0,2}"
    rf"{_CLOSE}\b|"
    r"(?:bad|terrible|awful|horrible|hard|rough) (?:day|week|news)|passed away|died (?:yesterday|today|last)|i(?:['’]?ll| will) lose my job|feel(?:ing)? (?:so |really |very )?(?:stupid|dumb|useless|lost|awful|bad))\b",
    _I,
)
_FELT = r"(?:(?:so|really|very|just|all|quite|absolutely) )*"
# Somebody who blames themselves for a harm, or fears what it will bring upon them.
_BLAME = re.compile(
    rf"\bi(?:['’]?m| am| feel) {_FELT}(?:sick (?:about|over|to my)|ashamed|heartbroken|devastated|shaking|guilty)\b|\bi feel {_FELT}(?:sick|terrible|ill)(?=\W|$)|"
    rf"\b(?:it|this|that)(?:['’]?s| is| was) {_FELT}(?:on me(?=\W*$|\s*[.,;!?])|(?:my|our)(?: own)? fault\b|because of me\b|me who\b)|\bbecause of (?:what|the \w+) i (?:did|built|made|wrote|set up|put)\b|"
    r"\bi did (?:this|that|it) to (?:her|him|them)\b|\bwhat (?:have (?:i|we) done|did (?:i|we) do)(?=\W*$|\s*[.,;!?])|\b(?:can['’]?t|cannot|never) forgive myself\b|\bi could (?:cry|scream|weep)\b|(?:^|[.!?,;]\s*)god[,!]|\b(?:oh|dear|good|my)(?: my| dear| good)? (?:god|lord)\b|\bgod,? no\b|\bsorry\W+sorry\b|"
    r"\b(?:am|are|will|could|can|would|might) i (?:\w+ ){0,3}(?:sued|fired|sacked|arrested|jailed|prosecuted|(?:to )?(?:prison|jail)|lose my (?:job|licen[cs]e))\b|"
    r"\bthey(?:['’]?ll| will| are going to|['’]re going to) (?:fire|sack|sue|arrest) (?:me|us)\b|\b(?:have|has)(?:n['’]?t| not) slept\b|\b(?:can['’]?t|cannot|can not) (?:sleep|stop (?:thinking|crying))\b|\bhands are shaking\b|"
    r"\b(?:lost|hurt|died|harmed|injured|evicted|deported|arrested)\b[^.?!]{0,40}\bbecause (?:of )?(?:we|i|our|my|us|me)\b|"
    r"\bwrong \w+\b[^.?!]{0,60}\b(?:(?:in|to|into) (?:the )?hospital|in prison|on the street|collapsed|is dead)\b|\bi (?:built|made|set|put|chose|wrote) (?:it|that|this)\b[^.?!]{0,40}\b(?:hurt|harmed|died|suffer\w*|evicted|deported)\b|"
    r"\bwrong\b[^.?!]{0,80}\b(?:she|he|they|who) (?:has |have |had )?(?:now )?(?:been )?(?:lost|died|hurt|harmed|evicted|deported|arrested)\b",
    _I,
)
_ABUSE = re.compile(
    r"\b(?:fuck\w*|shit\w*|bullshit|idiots?|stupid (?:bot|machine|thing|computer|program\w*|question\w*)|dumb (?:bot|machine|thing|question\w*)|moron\w*|bastard\w*|"
    r"screw you|piss off|shut up|go to hell|(?:useless|worthless|crap|rubbish) (?:bot|machine|thing|piece|program\w*|tool of yours)|(?:you|you['’]?re|you are) (?:so |really |completely |totally )*(?:useless|stupid|dumb|an idiot|annoying|hopeless))\b",
    _I,
)
_TOLD = re.compile(
    r"\b(?:(?:i|we)(?:['’]?ve| have)? (?:just |already )+(?:told|said|answered|mentioned|explained|wrote|written|given)\b|(?:i|we)(?:['’]?ve| have)? (?:told|answered|mentioned|explained|said) (?:you |this |that |it )*(?:already|before|twice)|"
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
_STOPS = re.compile(
    rf"\b(?:(?:(?:can|could|may|shall|should) (?:we|i|you) (?:please |now |just )*|(?:let['’]?s|let us|please) |{_MUST})(?:stop|finish|end|quit|leave it|break off){_ENDS}|"
    rf"{_MUST}(?:go|run|leave)(?: now| please)*(?=\W*$|\s*[,.;!?])|(?:that['’]?s|that is|it['’]?s|this is) (?:enough|all)(?: questions)? for (?:now|today|me)\b|"
    rf"(?:that['’]?s|that is|it['’]?s|this is) enough (?:now|today|questions)\b|enough (?:questions\b|for (?:now|today)\b))",
    _I,
)
_SWITCHED = re.compile(
    r"\b(?:switch|turn|shut|cut|tak|pull|power|put|bring)(?:e|es|ed|ing|ting|ning|s)?\b[^.?!]{0,30}?\b(?:off|down|out)\b",
    _I,
)
_STOP_WORD = re.compile(r"\b(?:stop|finish|end)(?:s|ped|es|ed)?\b", _I)
_OF_THE_TALK = re.compile(
    r"\b(?:for (?:now|today|the day)|interview|questions?|talk(?:ing)?|chat|report|(?:good)?bye|enough|let['’]?s|let us|(?:can|could|may|shall|should) (?:we|i)|please|"
    r"i(?:['’]?m| am) (?:done|off|out of time)|(?:go|run|leave)(?: now)?(?=\W*$|\s*[,.;!?]))\b|^\W*(?:(?:ok(?:ay)?|well|right|so|thanks?|thank you|sorry)\W+)*(?:stop|finish|end|quit)(?: (?:it|now|here|there|this))*\W*$",
    _I,
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


def move_of(message: str) -> Move | None:
    """The one move that the reply has to meet first, or None for an ordinary message.

    Long messages are stories: what is hard or angry in them is meant for the matter and not for the assistant.
    """
    short = len(message) <= LONG
    if _DANGER.search(message):
        return "danger"
    if addressed.wants_no_name(message):
        return "unnamed"
    if addressed.wants_confidence(message):
        return "private"
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
    if short and addressed.misnoted(message):
        return "misnoted"
    return "unheard" if short and addressed.unheard(message) else None


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


def wants_to_stop(message: str) -> bool:
    """True for a short message in which the person says that they want to end the talk."""
    return len(message.split()) <= 16 and bool(_STOPS.search(message))


# --- a goodbye at the close of a message ----------------------------------------------------------------------------------------

# Said beside a goodbye: it ends nothing by itself and keeps nothing going.
_BLESSING = re.compile(
    r"\W*(?:(?:god bless|good luck|all the best|best wishes|take care|cheers|cheerio|thanks?|thank you|many thanks|ta|sorry|bye(?:[- ]bye)?|good ?bye|see (?:you|ya)|so long|night(?:[- ]night)?|good ?night|"
    r"good (?:morning|day|evening|afternoon)|have a (?:good|nice|lovely|great) \w+|ciao|adios|au revoir|tsch(?:ü|ue)ss|salaams?|kwaheri|paalam|salamat|asante|merci|danke|gracias|amen|xx*)"
    r"(?:\W+(?:so much|very much|a lot|you|all|then|now|dear|love|again|for (?:now|today|everything|your (?:help|time|patience))|to you|po|later|soon|tomorrow|my friend|everyone|and))*\W*)+",
    _I,
)
_BYE = re.compile(
    r"\b(?:(?:good[ -]?)?bye|see (?:you|ya)|so long|night[- ]night|good ?night|ciao|adios|au revoir|kwaheri|paalam)\b",
    _I,
)
_LEADS_OUT = r"\W*(?:(?:ok(?:ay)?|well|right(?: so)?|so|and|but|now|look|listen|sorry|oh|ah|anyway|anyhow|then|no|yes|thanks?|thank you|cheers|good luck|please|really|honestly|hey|dear|love)\b\W+)*"
# Words after which a clause of leaving is over: "I'm away now, dear", and not "I'm away on Fridays".
_OF_IT = r"(?: (?:it|this|that|here|there|now|everything|asking(?: me)?(?: (?:any ?more|so many|these|all these|more))?(?: questions)?|(?:(?:with |all )?(?:the|this|these|your) )?(?:interview|talk|chat|questions?|conversation|questionnaire|session)))*"
_OVER = (
    r"(?:,? (?:now|then|here|there|so|again|already|twice|before|(?:two|three|many) times|dear|love|mate|folks|everybody|people|please|thanks?|thank you|sorry|po|na|for (?:now|today|the day|tonight|good|me|us)|"
    r"(?:with|of) (?:it|this|that|you|here|these questions|all this|questions|the (?:interview|questions|form))|to (?:my |a |the )?(?:bed|home|work|class|lunch|dinner|mass|church|meeting|ward)|home|bye|i(?:['’]m| am) afraid))*\W*$"
)
_I_AM = r"i(?:['’]?m| am|['’]?ll be| will be|['’]?d better be| must be| have to be| need to be|['’]ve got to be)"
_GO_OFF = r"(?:go|run|leave|rush|dash|fly|scoot|split|head (?:off|out|home|back)|be (?:off|going|gone|away)|get (?:going|back|home|off|to \w+)|hang up|log (?:off|out)|sign off|catch \w+ \w+)"
_GO = rf"(?:{_GO_OFF}|stop|finish|end)"
_MUST_GO = r"(?:(?:have|['’]ve|has) (?:got )?to|got ?to|gotta|need to|must|should|['’]d better|(?:a|['’])m going to|want to|would like to|['’]d like to|will|['’]ll)"
_LEAVES = re.compile(
    rf"{_LEADS_OUT}(?:{_I_AM} (?:just |really |all |already |nearly )*(?:away|off|gone|out(?: of here| of time)?|leaving|going|heading (?:off|out|home)|done|finished|through)|"
    rf"i (?:go|leave)(?= now\b)|i(?: really| just| honestly| now)* ?{_MUST_GO}(?: really| just)? {_GO}|(?:gotta|got to|have to|need to|must) {_GO_OFF}|"
    # "We" leaves a talk only by stopping it.
    r"we(?:['’]?re| are| have|['’]ve)? (?:all )?(?:done|finished)(?= (?:here|now|for)|\W*$)|"
    # "That's all" by itself says that there is nothing more of what was asked for.
    r"that(?:['’]?s| is|['’]?ll be| will be|['’]d be)(?: really| about)? (?:(?:me|us) (?:done|finished)|your lot|(?:enough|plenty)(?= now| for| of| questions| thank)|(?:me|it|all|the lot)(?= (?:from|for|i|now|then|folks|today))(?: (?:from me|for me|from us|i(?:['’]?ve| have) (?:got )?(?:time|patience|energy)(?: for)?))*)|"
    r"(?:that|it|this)(?:['’]?ll| will| must| has to) do(?: me| us| it)?|"
    r"(?:let['’]?s|lets|let us|(?:can|could|may|shall|should) (?:we|i|you)|please|pls|kindly) (?:please |just )?(?:stop|finish|end|quit|wrap up|close)(?: it| this| here| there| up| off| the (?:interview|talk|chat|questions))*|"
    r"(?:let['’]?s|we can|i(?:['’]d| will|['’]ll)?) (?:call it a (?:day|night)|leave it (?:there|here|at that)|break off)|i(?:['’]?ll| will| shall) (?:love you and )?leave (?:you|it)(?: (?:to it|there|here|at that))?|"
    r"(?:no more|enough)(?= questions?\b| of (?:this|that|it)\b| for )(?: (?:questions?|of (?:this|that|it)))?|i(?:['’]?ve| have) had enough|i (?:give up|quit)|(?:my |the )?time(?:['’]?s| is) up|no more time|out of time|"
    # A bare order, and the order that was given before.
    rf"(?:(?:just|please|i (?:already |just )?(?:said|told you(?: to)?)|i (?:do )?(?:want|need|would like|['’]d like)(?: you)?|how (?:many times|often) (?:must|do|should) i say)[ ,]+(?:i (?:want|need) )?(?:to )?)*(?:stop|finish|quit|end(?= (?:it|this|here|the|now)\b)){_OF_IT}|"
    rf"(?:i (?:want|need|would like|['’]d like) to |please )(?:end|close){_OF_IT}|end of (?:the )?(?:interview|talk|discussion|conversation)|"
    r"enough(?: (?:already|is enough|questions|for me|for us|of all this))*|"
    r"i (?:do not|don['’]?t|will not|won['’]?t) (?:(?:want|wish|like) to )?(?:go on|continue|carry on|answer (?:any ?more|more|this any ?more))(?: with (?:this|it|that))?|(?:let me go|leave me (?:alone|be|in peace))|"
    r"(?:and )?now we (?:stop|finish|end)|(?:cancel|close|abort|terminate) (?:the|this) (?:interview|talk|chat|questions|conversation)|i(?:['’]ve| have) had it(?: with (?:you|this|it|(?:your|these|the|all these) questions))?|"
    r"(?:do not|don['’]?t) ask me (?:any ?more|more|any (?:more|further)|further)(?: questions)?|"
    # A bare stop with a particle of another language beside it.
    r"(?:stop|tama|tapos|tapusin|basta|genug|fini|khalas)(?: (?:na|po|natin|muna|ya|bitte|jetzt|s['’]il (?:vous|te) pla[iî]t|por favor|merci|danke))+)"
    rf"{_OVER}",
    _I,
)
# What only the person's own going explains: it closes nothing alone.
_WHY_GO = re.compile(
    rf"{_LEADS_OUT}(?:my |the |our |a |here comes |there(?:['’]s| is) )?(?:\w+ ){{0,2}}(?:bus|train|taxi|lift|ride|boat|ferry|boss|patients?|pupils?|class|children|kids|baby|bell|generator|current|power|lights?|credit|shift|break|meeting|lunch|dinner|supper|mass|society|bed|battery|doorbell|phone|choir|husband|wife)\b",
    _I,
)
_CUTS = re.compile(
    r"\s*[,;:–—]\s+|\s+-\s+|\s+(?:so|because|as|and|but)\s+(?=(?:i|my|the|that|let|show|give|send|tell|mail|print|prepare|stop|end|finish)\b)",
    _I,
)
_SENTENCES = re.compile(r"\S.*?(?:[.!?…]+(?=\s|$)|\n|$)", re.S)
LAST_WORDS = 18
_ENOUGH = re.compile(rf"{_LEADS_OUT}enough\W*", _I)
_ORDER = re.compile(rf"{_LEADS_OUT}(?:just )?(?:stop|finish|end|enough|quit)\b", _I)
_ASKS_FOR = re.compile(
    rf"{_LEADS_OUT}(?:(?:can|could|will|would) you |i (?:want|need|would like|['’]d like) |just )?(?:send|give|show|tell|print|mail|e-?mail|make|prepare|let|wh(?:at|ere|ich|en|o)|how|can|could|may|"
    r"the (?:report|result|letter|list|map)|i (?:mean|meant|said|have said) (?:the (?:talk|interview|chat|questions)|it|that|so|stop)|this is the (?:\w+ )?time)\b",
    _I,
)
# At the very end, and not what somebody else says.
_LAST_BYE = re.compile(
    r"(?<!say )(?<!says )(?<!said )(?<!saying )(?<!wave )(?<!waves )(?<!a )(?<!the )(?<!our )(?<!its )\b(?:good ?)?bye(?:[- ]?bye)?(?: (?:now|then|for now|thanks?|thank you))?\W*$",
    _I,
)


def closes_the_talk(message: str) -> int | None:
    """Where the close of a message begins that says goodbye ("Yes. Right, that'll do."), or None.

    The last sentence is judged, without wishes and thanks after it: somebody ends this talk in it and tells nothing else, but perhaps why.
    A plain stop before it closes too, where nothing is told after it but asked for: "Enough. What did you find?"
    """
    sentences = [m.span() for m in _SENTENCES.finditer(message)]
    while len(sentences) > 1 and _BLESSING.fullmatch(message[slice(*sentences[-1])]):
        sentences.pop()
    if not sentences:
        return None
    closes = _closes(message, *sentences[-1])
    if closes is None and (bye := _LAST_BYE.search(message, *sentences[-1])):
        closes = _bye_begins(message, sentences[-1][0], bye.start())
    if closes is None and _BYE.search(message[sentences[-1][1] :]):
        return sentences[-1][1]
    for at in range(len(sentences) - 2, -1, -1):
        start, end = sentences[at]
        if closes == sentences[at + 1][0] and _closing_kind(message[start:end]):
            # "I said stop. STOP."
            closes = start
        elif closes is None and _LEAVES.fullmatch(message[start:end]) and _tells_nothing(message[end:]):
            closes = start
    return closes


def _closes(message: str, start: int, end: int) -> int | None:
    """Where in the sentence from ``start`` to ``end`` the goodbye begins, if it has one."""
    text = message[start:end]
    if len(text.split()) > LAST_WORDS:
        return None
    cuts = [0, *(m.end() for m in _CUTS.finditer(text))]
    ends = [*(m.start() for m in _CUTS.finditer(text)), len(text)]
    kinds = [_closing_kind(text[a:b]) for a, b in zip(cuts, ends, strict=True)]
    if "leaves" not in kinds:
        return None
    first = kinds.index("leaves")
    after = text[cuts[first + 1] :] if first + 1 < len(cuts) else ""
    if (
        after
        and _ENOUGH.fullmatch(text[cuts[first] : ends[first]])
        and not (_ASKS_FOR.match(after) or any(kinds[first + 1 :]))
    ):
        # "Enough, our doctors say" answers.
        return None
    if text.rstrip().endswith("?") and (first or len(kinds) == 1 or not _ORDER.match(text)):
        # A question has no goodbye in it, but perhaps an order before it: "Stop please, where is the letter?"
        return None
    # What comes after the goodbye may be anything short: "I'm away now, the altar society is in."
    while first and kinds[first - 1]:
        first -= 1
    return start + cuts[first]


def _bye_begins(message: str, start: int, bye: int) -> int:
    """Where a goodbye begins that stands at the end without a mark before it: with the reason for going, if that is just before."""
    cuts = [start, *(m.end() for m in _CUTS.finditer(message, start, bye))]
    return cuts[-1] if _closing_kind(message[cuts[-1] : bye]) else bye


def _tells_nothing(rest: str) -> bool:
    """Whether what follows an order to stop asks, asks for something or complains."""
    return not may_correct(rest) and all(
        m[0].rstrip().endswith("?") or _ASKS_FOR.match(m[0]) or _closing_kind(m[0]) or addressed.unheard(m[0])
        for m in _SENTENCES.finditer(rest)
    )


def switches_off(message: str) -> bool:
    """Whether a message speaks of turning something off and of nothing else that might end: "I'm going to switch it off tonight"."""
    rest = _SWITCHED.sub(" ", message)
    return rest != message and not names_an_end(rest)


def names_an_end(message: str) -> bool:
    """Whether a message has a word of ending or leaving at all."""
    return bool(
        re.search(
            r"\b(?:stop\w*|finish\w*|end|quit|bye|goodbye|enough|done|leave|off|go|no more|later|report)\b", message, _I
        )
    )


def _closing_kind(clause: str) -> str:
    if _LEAVES.fullmatch(clause):
        return "leaves"
    return "wish" if _BLESSING.fullmatch(clause) or _WHY_GO.match(clause) or only_courtesy(clause) else ""


def speaks_of_stopping(ref: str | None) -> bool:
    """Whether a question's own choices tell of something that stops, so that "we have to stop" may be its answer."""
    spec = field_of(ref) if ref else None
    return spec is not None and any(_STOP_WORD.search(label) for label in spec.options.values())


def stops_the_talk(message: str) -> bool:
    """True when a wish to stop says that it is the talk that is to end, or says nothing but stop."""
    return bool(_OF_THE_TALK.search(message))
