"""What is said to the assistant about the talk itself, and tells nothing of the organisation: complaints, wishes for confidence, pleas for advice. Pure.

Forms only. "I asked if matron can see this" is no answer to whether people can contest an outcome, whatever a reader makes of it, and
"keep that out of the report" is no fact. Many words here are used of one's work too ("you can complain to the head", "they keep it
confidential"), so each form names the talk, its record or the person who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vcassist.interview import phrases
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import NOT, NOT_SO

_I = re.I
_CLAUSE = re.compile(r"(?:(?<!\s)\s++)?[,;:–—]\s+|(?<!\s)\s++(?:and|but|so)\s+(?=(?:i|you|we|that|this|it)\b)", _I)
_LEAD = r"\W*(?:(?:and|but|so|no|yes|oh|ah|well|look|listen|sorry|please|again|wait|now|then|hey|ok(?:ay)?|because|honestly|why|how come)\b\W+)*"
_HOW = r"(?:(?:just|again|already|still|all|even|really|simply|completely|totally|only|also|now)\s+)*"
_YOU = r"you(?:['’]ve| have| had)?"
# The assistant's own doing: to write down, to hear, to ask.
_MISNOTED = re.compile(
    rf"{_LEAD}(?:{_YOU} {_HOW}(?:wrote|written|noted|recorded|misread|misheard|mixed (?:up|every\w*|this|that|it|them)|confused|invented|counted|duplicated|"
    rf"misunder\w+|made (?:that|this|it) up|put (?:it|that|this|me|us|down)\b|got (?:it|that|this|me|us|every\w+|\w+) (?:all )?wrong)|"
    rf"{_YOU}(?: got)? {_HOW}(?:have|list|show|keep|got)?\b[^.?!]{{1,40}}\b(?:twice|two times|three times|double|doubled)\b|"
    rf"you {_HOW}(?:did{NOT}|have{NOT}|never) (?:write|written|wrote|note|noted|record|put|remove|delete)(?:d)?\b|you keep (?:on )?(?:getting|writing|noting|putting)\b|"
    rf"i (?:have )?(?:never|did{NOT}|have{NOT}) (?:(?:say|said|mean|meant|claim\w*|mention\w*)\b|(?:write|wrote|written|tell|told)(?: you)?(?= (?:that|this|it|so)\b|\W*$))|"
    r"(?:you are|you['’]re) putting words in|where (?:did|do|have) you (?:get|got|have) (?:that|this|it)\b|"
    r"your (?:list|notes?|map|report|summary|record|answers?) (?:is|are|was|were) (?:all |quite |simply )?(?:wrong|not (?:right|correct|true)|full of)\b|[^.?!]{0,40}\b(?:wrong|(?:not|n['’]t) (?:right|correct|true))\b[^.?!]{0,20}\bwhat you (?:have|wrote|noted|put|say)\b|"
    r"what you (?:have|wrote|noted|put|say)\b[^.?!]{0,40}\b(?:wrong|(?:not|n['’]t) (?:right|correct|true))\b|"
    # What was asked about as though it were there.
    rf"(?:there(?:['’]?s| is| was)|we have) no (?:such|separate|extra) (?:\w+ )?(?:model|tool|app|application|system|program\w*|machine|data ?set)\b)",
    _I,
)
# "You did not write that we are nine" tells it.
_MISSED = re.compile(
    rf"{_LEAD}you {_HOW}(?:did{NOT}|have{NOT}|never) (?:write|written|wrote|note|noted|record|recorded|put)(?: (?:it )?down)? that (?!(?:down|up|right|so|correctly|properly|well)\b)(?=\w)",
    _I,
)
_UNHEARD = re.compile(
    rf"{_LEAD}(?:{_YOU} {_HOW}(?:ignored|missed|skipped|forgot(?:ten)?) (?:my|me|what i|the question)|"
    rf"(?:you |do |did |have |are |were |why )*(?:do|did|have|are|were){NOT}? (?:you )?{_HOW}(?:not )?(?:answer|listen|understand|understood|read|hear|heard|get|help)(?:ed|ing)?\b(?= (?:me|my|what i|it|that|at)\b|\W*$)|"
    rf"(?:(?:are|were) you|you are|you['’]re)(?: not| at all|n['’]?t)? {_HOW}(?:listening|helping|answering|hearing|understanding)|"
    r"you keep (?:on )?(?:asking|repeating|saying|going)|(?:read|look at|listen to) (?:again )?what i (?:wrote|said|write|say)|"
    rf"(?:that|this|it) makes no sense\b|(?:that|this|it)(?:['’]?s| is| was) {_HOW}(?:not|no) (?:what|how|an answer|answer)\b(?: i (?:asked|said|meant|wrote|told))?|that was (?:a|my) question|"
    rf"that(?:['’]?s| is| was) (?:a |an |rather |very |quite )*(?:evasive|non-?answer)|i asked you\b|"
    r"stop (?:asking|repeating|saying)|(?:why|how) (?:do|must|should) i (?:have to )?(?:repeat|say (?:it|this|that) again))",
    _I,
)
_UNANSWERED = re.compile(
    r"\b(?:you|u)\b[^.!?]{0,30}\b(?:(?:did|have|had|do|still|has)(?: not|n['’]?t)|never|not|ignored?|dodged?|avoided?|skipped)\b[^.!?]{0,20}\b(?:answer(?:ed|ing)?|told|tell|said|say|repl(?:y|ied)|question)\b|"
    r"\b(?:that|this|it)(?:['’]?s| is| was)(?: not|n['’]?t| no)(?: an?)? (?:answer|what i (?:asked|wanted to know)|my question)\b|\bi (?:(?:still|already|just) )?asked\b(?! (?:them|him|her|the|our|my|around|for it|it|somebody|someone|[A-Z]))|\b(?:my|the) question (?:was|is still|is not|wasn['’]?t|hasn['’]?t|has not)\b|\banswer (?:me|my question)\b|\bno answer\b",
    _I,
)
# "Nobody answered me on that": ours, unless it was somebody else who was asked.
_NO_REPLY = re.compile(
    rf"{_LEAD}(?:nobody|no one|none of you)(?: (?:has|have|had|ever|even|here|yet|really))* (?:answer\w*|repl\w+|respond\w*|explain\w*)(?: to)? (?:me\b|my\b|what i\b)",
    _I,
)
_ASKED_OTHERS = re.compile(
    r"\b(?:wrote|written|called|phoned|rang|e-?mail\w*|letters?|vendors?|suppliers?|provider|company|firm|ministry|they|them|him|her|support|help ?desk)\b|\basked (?!you\b|if\b|what\b|why\b|about\b)\w",
    _I,
)
# A complaint that is longer tells a story.
LONGEST_COMPLAINT = 24
# Exasperation, where nothing else stands in its clause: "this is impossible without it" answers.
_VEXED = re.compile(
    rf"{_LEAD}(?:(?:this|that|it)(?:['’]?s| is) {_HOW}(?:ridiculous|absurd|a joke|nonsense|hopeless|unbelievable|a waste of (?:my |our )?time|annoying|frustrating|pointless|going nowhere)|nonsense)\W*",
    _I,
)
_ENOUGH_OF_ALL = re.compile(rf"{_LEAD}(?:this|that|it)(?:['’]?s| is) {_HOW}(?:impossible|too much|enough)\W*", _I)
# Of how many questions there are; what somebody has many questions about stands behind it.
_MANY = r"(?:(?:an? |such |quite )*(?:awful |whole |huge )?(?:lot|deal|ton|bunch)|(?:(?:so|too|very|really|that|way too|far too) )+(?:much|many)|everything|endless(?:ly)?)"
_WEARY = re.compile(
    rf"{_LEAD}(?:{_YOU} {_HOW}(?:do )?(?:ask(?:ed|ing|s)?|want(?:ed)? to know|question(?:ed|s)?)(?: (?:me|us))? {_MANY}\b[^.!?]{{0,30}}|"
    rf"(?:what |(?:it|this|that)(?:['’]?s| is) |(?:these|those|there) are |you have )?(?:{_MANY}(?: of)? |endless )questions(?: (?:already|now|today|again|here|from you|you ask|you have|for (?:me|us|one day|today)))*|(?:your|these|all these|the) questions (?:never (?:end|stop)|are endless|do not end|don['’]t end|go on (?:and on|for ?ever)|are {_MANY}|tire (?:me|us)(?: out)?)|"
    rf"i(?:['’]m| am| get| grow|['’]m getting| am getting) {_HOW}(?:a (?:bit|little) |so |very |too |getting |growing )*(?:tired|weary|sleepy|bored)(?: (?:of|from|with|by) (?:it|this|that|you|all (?:this|that|these questions)|(?:your |these |the )?questions))?(?: (?:now|already|today))?)\W*",
    _I,
)
# Who is tired beside such a complaint.
_TIRED = re.compile(
    rf"{_LEAD}(?:(?:my|the|our|your) )?(?:[\w’'-]+ ){{1,3}}?(?:is|are|am|gets?|(?:['’]?s|['’]re|['’]m)) {_HOW}(?:so |very |too |getting |all |half )*(?:tired|weary|sleepy|asleep|exhausted|bored|hungry|impatient|waiting|hurting)\W*|{_LEAD}(?:my|our) (?:head|eyes|hands?|fingers?|back) (?:hurts?|aches?|spins?|(?:is|are) \w+)\W*",
    _I,
)
# A no that protests, before "that is not what I asked" or "I mean".
_PROTESTS = re.compile(r"\W*no(?:\W+no)*\W*", _I)
_AGAINST = re.compile(
    rf"{_LEAD}(?:(?:that|this|it)(?:['’]?s| is| was) {_HOW}not (?:what|how) i|i (?:have )?(?:never|did{NOT}) (?:say|said|mean)|i mean\b)",
    _I,
)
_STOP_ASKING = re.compile(r"\b(?:stop|quit) (?:asking|repeating)\b|\byou keep (?:on )?(?:asking|repeating)\b", _I)
# No kind of component, but what is asked of several about those whom they touch.
PEOPLE = "people"
# What somebody wants to hear no more of, by its kind.
_KINDS = {
    "model": r"models?\b", "data": r"data\b", "storage": r"storage|storing", "compute": r"machines?\b|servers?\b|computers?\b|chips?\b",
    "labelling": r"label\w*", "monitoring": r"monitoring|measur\w+", "governance": r"rules\b|polic\w+|governance",
    PEOPLE: r"people|persons?\b|whom\b|whose\b|(?:patients|clients|readers|users|pupils|customers|citizens|visitors|listeners)\b",
}  # fmt: skip
_ABOUT_WHAT = re.compile(r"\b(?:stop|quit|no more|enough)\b[^.?!]{0,20}\b(?:about|on|of)\b(?P<what>[^.?!,;]{1,60})", _I)
# A question told as one: "I asked if matron can see this".
_TOLD_ASKING = re.compile(
    rf"{_LEAD}(?:(?:my|the) question (?:was|is)(?: (?:only|just|simply|still|rather))?|i(?:['’]m| am| was|['’]d| would| should| have| had|['’]ve)?(?:,? (?:only|just|still|also|really|already|moreover|however|too|simply|further|now))*,? (?:asked|asking|wonder(?:ing)?|curious|want(?:ed)? to (?:know|ask)|wish to (?:know|ask)|(?:like|love) to (?:know|ask|hear)|need to know|meant to ask|(?:be |am |['’]?m )?(?:much |most |very )?(?:obliged|glad|grateful|pleased|happy|keen|eager|interested|relieved|dying|anxious)(?: of curiosity)?(?: to (?:learn|know|hear|be told|understand|ask|see))?|keep (?:wondering|asking myself)|(?:like|love|want|need|value) (?:your|an?) (?:view|opinion|thoughts?|advice|word)(?: on)?)(?: you)?)[,:]? (?P<what>(?:if|whether|what|who|whom|whose|which|why|how|when|where|about)\b.*)",
    _I | re.S,
)
# "Its bearing upon a society of eleven souls escapes me" asks why.
_ESCAPES_ME = re.compile(
    r"\b(?:its|the|this|that|their|your) (?:\w+ )?(?:bearing|relevance|point|sense|purpose|use|reason)\b[^.!?]{0,60}\b(?:escapes|eludes|is (?:lost on|beyond|not clear to|unclear to)) (?:me|us)\b|"
    r"\bi (?:do not|don['’]?t|fail to|cannot|can['’]?t) see (?:the |its |any )?(?:bearing|relevance|point|sense|purpose|use) (?:of|in) (?:this|that|the|your|such|it)\b",
    _I,
)
WHY = "why do you ask"
# Whoever tells what became of asking somebody else tells something.
_SOMEBODY_SAID = re.compile(
    r"\b(?:they|he|she|nobody|no one|(?:the|our|my) (?!report|list|map)\w+)(?:['’]\w+)? (?:\w+ ){0,2}(?:said|told|say|says|answer\w*|repl\w+|refus\w+|know|knows|knew|won['’]?t|would not|wouldn['’]?t|didn['’]?t|did not)\b|\b(?:no|any|an|their) (?:answer|reply)\b",
    _I,
)

# --- confidence -----------------------------------------------------------------------------------------------------

_THE_REPORT = r"(?:(?:the|a|your|any|this|that|my) )?(?:draft |written |final |printed )?(?:report|record|records|notes|list|map|assessment|file)"
# What can be no list, file or record of people's own work.
_OUR_REPORT = r"(?:(?:(?:the|a|any|that|my) )?(?:draft |written |final |printed )?(?:report|assessment)|(?:your|this) (?:\w+ )?(?:report|records?|notes|list|map|assessment|file)|the record)"
_KEPT_OUT = re.compile(
    rf"\b(?:keep|leave|kept|left|take|stay|stays|remain)\b[^.?!]{{0,40}}?\b(?:out of|off|away from|from) (?:(?P<ours>{_OUR_REPORT})|{_THE_REPORT})\b",
    _I,
)
# Who wishes it asks for it, or says it of what was said; who does it at work is named before the verb.
_WISHES = re.compile(
    r"(?:^|[.!?;:,–—]|\b(?:please|so|and|but|then|just|kindly|better|rather|to|you|i(?:['’]d)? (?:\w+ ){0,3}|(?:this|that|it|these|those|what i \w+|my \w+|our name)(?: (?:must|should|has to|had better|is to|can|may))?))\W*(?:please |all |just )?$",
    _I,
)
_THEIR_WORK = re.compile(r"\b(?:we|they|he|she|who|people|staff|nobody|somebody|someone|everybody)\b", _I)
_LEAVE_NOT = r"(?:do not|don['’]?t|not to|never|please not|rather not|prefer not|you not|must not|should not|mustn['’]?t|shouldn['’]?t|may not|cannot)"
_PRIVATE = re.compile(
    rf"\b(?:not|never) (?:be |to be )?(?:for|in|into|part of) {_OUR_REPORT}\b|(?:^|[.!?,;:–—-]\s*|\bplease )(?:please )?(?:do not|don['’]?t) (?:put|write|note|record|include|use|print|mention|publish|repeat|quote|share) (?:this|that|it|me|us|any of (?:this|that)|what i \w+|(?:dr|doctor|mr|mrs|ms|sister|father|miss)\b[^.?!]*)\b|"
    r"\boff (?:the )?record\b|\bbetween (?:you and me|us two|the two of us|ourselves)\b|\b(?:stays?|keep (?:it|this|that)|remains?|must stay|should stay) between us\b(?! (?:and|&))|"
    r"\b(?:tell|say|told|said|telling|saying)\b[^.?!]{0,20}\bin (?:strict )?confidence\b|\b(?:nobody|no one) (?:must|should|may|can) (?:ever )?(?:know|learn|hear|find out)\b[^.?!]{0,12}\b(?:i|we|this|that|it)\b|"
    r"(?:^|[.!?,;]\s*|\bplease )(?:do not|don['’]?t) tell (?:(?:my|our|the) \w+|anybody|anyone|nobody|them|him|her)\b|\b(?:delete|remove|erase|take out|cross out|strike) (?:her|his|their|my|that) names?\b|"
    rf"\b(?:rather|prefer|not want|not like|wish|(?:must|should|may|can) ?not|mustn['’]?t|shouldn['’]?t|do not|don['’]?t)\b(?! tell)[^.?!]{{0,40}}\b(?:attributed|mentioned|quoted|published|see(?:n)? (?:it|this|that) in|appear(?:s|ed)?|written down|noted down)\b[^.?!]*|"
    r"\b(?:treat|take|regard|keep|hold) (?:this|that|it|what i \w+(?: \w+)?|all (?:this|that)) (?:as )?(?:strictly |absolutely )?(?:confidential|in (?:strict )?confidence|private|secret)\b|"
    r"\b(?:this|that|it|what i (?:say|tell|told|said|write|wrote)(?: you)?)(?:['’]?s| is| was)? (?:said |told |meant )?(?:strictly )?(?:in confidence|confidential,? please)\b|"
    r"\bi (?:do not|don['’]?t) want (?:that )?(?:they|them|anybody|anyone|people|somebody|him|her|my \w+) (?:to )?(?:say|think|know|hear|find out|learn)\b[^.?!]{0,30}\b(?:it was me|was me|from me|that i|i (?:said|told|wrote)|(?-i:[A-ZÀ-Þ])\w+ (?:has )?(?:said|told|wrote|complained))\b|"
    r"\bquote me\b|\bmy words (?:out|private)\b",
    _I,
)
_QUOTE_ME = re.compile(r"\b(?:you (?:can|may) )quote me\b", _I)
_MINE = r"(?:my|our|the|her|his|their)(?: \w+(?:['’]s|s['’])?)?"
_UNNAMED = re.compile(
    rf"\b(?:{_LEAVE_NOT}|no need to) (?:put|write|note|use|record|mention|print|include|give|say|tell|show|publish)(?: (?:down|you))? {_MINE} names?\b|"
    rf"\b(?:won['’]?t|will not|not going to|would rather not|['’]d rather not|prefer not to|refuse to|cannot|can['’]?t|do not want to|don['’]?t want to) (?:give|tell|say|share|write|reveal)(?: you)? (?:it|that|you|{_MINE} names?)(?: of (?:our|the|my) \w+)?(?=\W|$)|"
    rf"\b(?:leave|keep) {_MINE} names? (?:off|out)\b|\b(?:not|n['’]t|hate|rather not)\b[^.?!]{{0,20}}\b(?:see|find|read|have) {_MINE} names?\b|"
    rf"\b{_MINE} name(?: of \w+)? (?:must|should|may|shall|can) ?not (?:appear|be)\b|\b(?:i|we)(?:['’]d| would)? (?:want|wish|like|prefer) to (?:stay|remain|be) (?:anonymous|unnamed|nameless)\b|"
    r"\b(?:prefer|rather|want|wish)\b[^.?!]{0,30}\b(?:we|i|our \w+|my \w+) (?:is|are|am|be|were|was) not named\b|^\W*no names,? please\W*$",
    _I,
)
# "I can't leave the names out of a reminder" refuses no name.
_LEAVES_OUT = re.compile(r"(?:leave|keep)\b", _I)
_NEVER = re.compile(r"(?:never|cannot|may not|must not|should not)\b", _I)
_WHO_DOES = re.compile(
    r"\b(?:i|we|they|she|he|it|people|staff|nobody|\w+s)(?: (?:also|just|even|still|can|do|would))?\s$", _I
)
_CANNOT = re.compile(rf"(?:\b(?:cannot|never|not)|{NOT_SO})\s(?:\w+\s)?$", _I)
# "You still do not have our name there": it is missed, and not refused.
_YOU_LACK = re.compile(
    r"\byou(?:['’]ve)? (?:\w+ )?(?:do |did |have |has )?(?:not|never|n['’]t)? ?(?:(?:still|even|yet|ever) )?(?:have|got|put|write|written|note|noted|taken)\b[^.?!,;]*\bnames?$",
    _I,
)
_NAME = re.compile(r"\bnames?\b|\bnamed\b|\banonymous|\bnameless", _I)
_ITS_NAME = re.compile(
    r"\b(?:our|the|its) (?:own )?(?:\w+(?:['’]s|s['’]) )?names?\b|\b(?:we|our \w+) (?:is|are|be|were|was) not named|\bname of (?:our|the) \w+|\b(?:union|clinic|school|organi[sz]ation|office|charity|group|company|hospital)['’]s",
    _I,
)

# --- pleas for advice -----------------------------------------------------------------------------------------------

_SWITCH = r"(?:(?:switch|turn|shut|take|pull|put|bring|cut)(?:ing)?\b[^.?!]{0,30}\b(?:off|down|offline|out)\b|(?:paus|suspend|unplug|disabl)(?:e|ing)?\b|stop(?:ping)? using\b)"
_MAY_I_SWITCH = re.compile(
    rf"\b(?:should|shall|must|ought|can|could|may|would)(?:n['’]?t)? (?:i|we|you)\b[^.?!]{{0,20}}\b{_SWITCH}|\b(?:do|will|would) (?:i|we) (?:have|need) to {_SWITCH}|"
    rf"(?:^|[.!?;,]\s*)(?:(?:so|and|but|or|please|then)\W+)*(?:do (?:i|we)|better(?: to)?|maybe|(?:is it )?time to)\b[^.?!]{{0,20}}\b{_SWITCH}[^.?!]*\?|"
    rf"\b(?:is|was|would) (?:it|that)(?: be)? (?:so |really )?(?:stupid|silly|wrong|right|better|best|wise|ok(?:ay)?|enough|safe|good)\b[^.?!]{{0,20}}\b{_SWITCH}|"
    rf"{_SWITCH}[^?]{{0,60}}\b(?:is|was) (?:it|that|this) (?:so |really )?(?:stupid|silly|wrong|right|wise|ok(?:ay)?|enough|good)\b[^.?!]*\?",
    _I,
)
_LAW = re.compile(
    r"\b(?:am|are|will|could|can|would|might|shall) (?:i|we|they|my \w+|our \w+)\b(?: \w+){0,4} (?:sued|prosecuted|arrested|jailed|fined|liable|(?:prison|jail|court))\b|"
    r"\b(?:will|can|could|would|might) (?:they|she|he|someone|somebody|the family) (?:\w+ )?sue\b",
    _I,
)


def misnoted(said: str) -> bool:
    """Whether somebody complains of what was noted, or of something that was never said."""
    return any(_MISNOTED.match(clause) for _, clause in _clauses(said))


def unheard(said: str) -> bool:
    """Whether somebody complains that they are not heard, answered or understood, or of the questions."""
    return any(
        _UNHEARD.match(clause) or _VEXED.fullmatch(clause) or _no_reply(clause, said) for _, clause in _clauses(said)
    )


def weary(said: str) -> bool:
    """Whether somebody says that there are too many questions for them, or that they are tired."""
    return len(said.split()) <= LONGEST_COMPLAINT and any(_WEARY.fullmatch(clause) for _, clause in _clauses(said))


def _no_reply(clause: str, said: str) -> bool:
    return bool(_NO_REPLY.match(clause)) and not _ASKED_OTHERS.search(said)


def unanswered(said: str) -> bool:
    """Whether somebody says that a question of theirs was not answered; not that somebody else would not ("I asked, and they won't tell")."""
    found = _UNANSWERED.search(said) if len(said.split()) <= LONGEST_COMPLAINT else None
    if found is None:
        return False
    return not (found[0].casefold().endswith("asked") and _SOMEBODY_SAID.search(said, found.end()))


def wants_no_more_of_it(said: str) -> bool:
    """Whether the complaint is that the same is asked again, so that the question had better go."""
    return bool(_STOP_ASKING.search(said))


def only_protests(text: str) -> bool:
    """ "No!" before a complaint or a question that was not heard."""
    return bool(_PROTESTS.fullmatch(text))


def tired_of(said: str) -> frozenset[str]:
    """The kinds of components that somebody wants to be asked no more about: "stop asking me about models"."""
    found = _ABOUT_WHAT.search(said) if _STOP_ASKING.search(said) or re.search(r"\bquestions?\b", said, _I) else None
    return frozenset(
        kind for kind, words in _KINDS.items() if found and re.search(rf"\b(?:{words})", found["what"], _I)
    )


# "They keep it secret" tells of others.
_THEY = re.compile(
    r"\b(?:they|he|she|who|which|(?:the|our|that) (?:vendor|supplier|company|firm|maker|seller|provider|developer|people)s?|nobody|everybody|(?-i:(?!(?:Please|Pls|Kindly|Just|And|But|So|Ok|Okay|You|Do|Then|Also|Now|No|Yes)\b)[A-Z][\w’&-]+))(?: (?:all|just|always|only|simply|do|will|would|also|still))*\s$",
    _I,
)


def wants_confidence(said: str) -> bool:
    """Whether something is to stay out of the report or among the two who talk."""
    private = any(not _THEY.search(said[: m.start()]) for m in _PRIVATE.finditer(said)) or any(
        _wished(said, m) for m in _KEPT_OUT.finditer(said)
    )
    return bool(private) and not _QUOTE_ME.search(said) and not wants_no_name(said)


def _wished(said: str, kept: re.Match[str]) -> bool:
    """Whether keeping something out is a wish to the assistant ("leave that off the list"), and no tale of the work ("then we take the
    family off the list").
    """
    before = said[max(0, kept.start() - 200) : kept.start()]
    clause = before[max((m.end() for m in _CLAUSE.finditer(before)), default=0) :]
    clause = clause[max((m.end() for m in re.finditer(r"[.!?;]", clause)), default=0) :]
    if _THEIR_WORK.search(clause) and not re.search(r"\b(?:you|i|please)\b", clause, _I):
        return False
    return kept["ours"] is not None or bool(_WISHES.search(before))


def wants_no_name(said: str) -> bool:
    """Whether a name is refused or is not to appear."""
    found = _UNNAMED.search(said)
    if found is None or (_LEAVES_OUT.match(found[0]) and _CANNOT.search(said[: found.start()])):
        return False
    if _NEVER.match(found[0]) and _WHO_DOES.search(said[: found.start()]):
        # "I never write the name, nor the number" tells how it is done.
        return False
    return bool(_NAME.search(said)) and not _YOU_LACK.search(said, 0, found.end())


def of_the_organisation(said: str) -> bool:
    """Whether the name that is refused is the organisation's."""
    return bool(_ITS_NAME.search(said))


_UNSURE_WHAT_COUNTS = re.compile(
    r"\W*(?:(?:um+|er+m?|well|sorry|hm+|but|and|oh)\W+)*(?:i(?:['’]?m| am)? )?(?:(?:not|un) ?(?:really |quite |so |at all )?(?:sure|clear|certain)|(?:do not|don['’]?t) (?:really |quite )?(?:know|understand|see)|no idea)(?: to me)?,? what (?:would |does |do you )?counts?\b[^.?!]{0,30}[.?!]*\s*$",
    _I,
)


def told_question(sentence: str) -> str | None:
    """What somebody says that they asked or want to know, as words to be answered; None where others' answer is told."""
    if _ESCAPES_ME.search(sentence):
        return WHY
    if _UNSURE_WHAT_COUNTS.match(sentence):
        return "what counts as that?"
    found = _TOLD_ASKING.match(sentence)
    if found is None or _SOMEBODY_SAID.search(found["what"]):
        return None
    return re.sub(r"^(?:if|whether|about)\s+", "", found["what"], flags=_I)


def untold(said: str, ends: bool = False) -> list[tuple[int, int]]:
    """Where a message speaks to the assistant and tells nothing. ``ends``: a goodbye stands beside it."""
    is_weary = weary(said)
    found = [
        (start, start + (missed.end() if (missed := _MISSED.match(clause)) else len(clause)))
        for start, clause in _clauses(said)
        if _MISNOTED.match(clause)
        or _UNHEARD.match(clause)
        or _VEXED.fullmatch(clause)
        or _no_reply(clause, said)
        or (is_weary and bool(_WEARY.fullmatch(clause) or _TIRED.fullmatch(clause)))
        or (ends and _ENOUGH_OF_ALL.fullmatch(clause))
    ]
    spans = [m.span() for m in SENTENCE.finditer(said)]
    for at, (start, end) in enumerate(spans):
        text = said[start:end]
        after = said[end:]
        if _PROTESTS.fullmatch(text) and (
            _AGAINST.match(after) or _TOLD_ASKING.match(after) or (text.lower().count("no") > 1 and misnoted(after))
        ):
            found.append((start, end))
        if told_question(text) and not _SOMEBODY_SAID.search(said[end:]):
            found.append((start, end))
        if wants_no_name(text):
            found.append((start, end))
        elif wants_confidence(text):
            found.append((start, end))
            # "Keep that out" means what stands before it, where it names nothing itself.
            if at and re.match(
                r"\W*(?:(?:so|and|but|please|can you|could you|will you)\W+)*(?:keep|leave|do not|don['’]?t|treat|that|this|it)\b",
                text,
                _I,
            ):
                found.append(spans[at - 1])
    return found


def advice(said: str) -> str:
    """What can be answered to somebody who asks what to do about a tool that did harm, or what the law will do; "" for anything else."""
    if _MAY_I_SWITCH.search(said):
        return phrases.TO_PAUSE
    return phrases.NO_LAWYER if _LAW.search(said) else ""


def _clauses(said: str) -> Iterator[tuple[int, str]]:
    for sentence in SENTENCE.finditer(said):
        cuts = [0, *(m.end() for m in _CLAUSE.finditer(sentence[0])), len(sentence[0])]
        for start, end in pairwise(cuts):
            yield sentence.start() + start, sentence[0][start:end]
