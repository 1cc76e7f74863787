"""A goodbye in a message: at its close ("Yes. Right, that'll do."), at its beginning ("Enough. The ward round waits."), or all of it. Pure.

A message that says goodbye is short and is made of few things: words that end the talk, farewells, wishes and thanks, and what calls the
person away. What ends a talk plainly does so alone; a bare "done" or "we stop" only beside a farewell or a reason to go.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import field_of
from vcassist.interview.corrections.correcting import may_correct, qualifies
from vcassist.interview.questions.notes_forms import of_the_notes
from vcassist.interview.remarks import addressed
from vcassist.interview.remarks.farewells import FAREWELL, blesses
from vcassist.interview.remarks.moves import (
    asks_how_long,
    asks_whether_to_stop_it,
    is_back,
    only_courtesy,
    speaks_of_stopping,
)
from vcassist.interview.remarks.partings import LEADS_OUT, WHY, parts, returns, without_thanks
from vcassist.interview.remarks.wants_result import goes_with_the_result
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE

_I = re.I
_SWITCHED = re.compile(
    r"\b(?:switch|turn|shut|cut|tak|pull|power|put|bring)(?:e|es|ed|ing|ting|ning|s)?\b[^.?!]{0,30}?\b(?:off|down|out)\b",
    _I,
)
_BYE = re.compile(rf"(?<![\w’'])(?:{FAREWELL})(?![\w’'])", _I)
# Words after which a clause of leaving is over: "I'm away now, dear", and not "I'm away on Fridays".
_OF_IT = r"(?: (?:it|this|that|here|there|now|everything|asking(?: me)?(?: (?:any ?more|so many|these|all these|more))?(?: questions)?|(?:(?:with |all )?(?:the|this|these|your) )?(?:interview|talk|chat|questions?|conversation|questionnaire|session)))*"
_OVER = (
    r"(?:,? (?:now|then|here|there|so|again|already|twice|before|(?:two|three|many) times|dear|love|mate|folks|everybody|people|please|thanks?|thank you|sorry|po|na|for (?:now|today|the day|tonight|good|me|us)|"
    r"(?:with|of) (?:it|this|that|you|here|these questions|all this|questions|the (?:interview|questions|form))|to (?:my |a |the )?(?:bed|home|work|class|lunch|dinner|mass|church|meeting|ward)|home|bye|i(?:['’]m| am) afraid))*\W*$"
)
_I_AM = r"i(?:['’]?m| am|['’]?ll be| will be|['’]?d better be| must be| have to be| need to be|['’]ve got to be)"
_GO_OFF = r"(?:go|run|ride|roll|bounce|hop off|jump off|leave|stop (?:there|here)|leave you(?: here| there)?|rush|dash|fly|scoot|split|head (?:off|out|home|back)|be (?:off|going|gone|away)|get (?:going|back|home|off|to \w+)|hang up|log (?:off|out)|sign off|catch \w+ \w+)"
_GO = rf"(?:{_GO_OFF}|stop|finish|end)"
_MUST_GO = r"(?:(?:have|['’]ve|has) (?:got )?to|got ?to|gotta|need to|must|should|['’]d better|(?:a|['’])m going to|want to|would like to|['’]d like to|will|['’]ll)"
_MUST = rf"(?: (?:really|just|honestly|now))* ?{_MUST_GO}(?: (?:really|just|now))*"
_PLACE = r"(?:the|my|our|a) [\w’'-]+(?: [\w’'-]+)?"
_END = r"(?:stop|finish|end|close|conclude|adjourn|terminate|break off|wrap up|leave)"
_IT = r"(?: (?:it|this|things|the (?:session|interview|talk|chat|form|conversation|book)))?"
_IT_SAID = r"(?<!leave) (?:it|this|the (?:session|interview|talk|chat|form|conversation|book))"
_HERE = r"(?: (?:here|there|off here|at (?:this|that)(?: point)?|for (?:now|today|the day|tonight|this time)))(?: (?:today|now|tonight|please))*"
_WE_END = r"(?:i|we)(?: (?:now|really|must|shall|will|should|have to|need to|want to|can))*"
# "We will talk another time": who puts the talk off has ended it for now.
_TALK_LATER = (
    r"(?:i(?:['’]ll| will| shall| can)?|we(?:['’]ll| will| shall| can| could| must| should| have to)?|let['’]?s|let us) (?:talk|speak|chat|continue|go on|carry on|meet|finish(?: (?:it|this))?|do (?:it|this|the rest))(?: (?:to|with) you)?(?: again)? "
    r"(?:another (?:time|day)|(?:some|an)other (?:time|day)|later(?: on)?|tomorrow|next (?:time|week)|soon|after (?:lunch|work|my shift|dinner))"
)
_LEAVES = re.compile(
    rf"{LEADS_OUT}(?:{_I_AM} (?:just |really |all |already |nearly )*(?:away|off|gone|out(?: of here| of time)?|leaving|going|heading (?:off|out|home)|done|finished|through)|"
    rf"i (?:go|leave)(?= now\b)|i(?: really| just| honestly| now)* ?{_MUST_GO}(?: really| just)? {_GO}|(?:gotta|got to|have to|need to|must) {_GO_OFF}|"
    rf"i leave (?:you|it)(?: all)? (?:here|there|now|at (?:this|that)(?: point)?|to it|with (?:this|that))|{_TALK_LATER}|"
    # To a place, where it is now: "now I must go to the field"; and whoever thanks for the talk has had it.
    rf"(?<=\bnow )i{_MUST} (?:go|run|get|leave|head|return|hurry|walk|drive)(?: back| out| over)? (?:to|for) {_PLACE}|i{_MUST} (?:go|run|get|leave|head|return|hurry|walk|drive)(?: back| out| over)? (?:to|for) {_PLACE} (?:right )?now|"
    rf"i (?:already |just )?(?:said|told you|repeat)(?: that| already)? i{_MUST} {_GO}|(?:many |kind |so many )?(?:thanks|thank you)(?: very much| so much)? for (?:the|this|our|your) (?:nice |good |kind )?(?:interview|talk|chat|conversation|session)|"
    # Who turns to their tea now has left the table.
    r"(?:i (?:think|believe|suppose) )?i (?:shall|will|must|should|had better|have to|need to|am going to) (?:now )?(?:go and |go )?(?:have|take|get|make|fetch|put on|start) (?:my|some|the|a) (?:cup of |spot of |bit of )?(?:tea|dinner|lunch|supper|breakfast|nap|bath|coffee|rest|sleep|walk)(?: now| then)|"
    # "We" leaves a talk only by stopping it.
    r"we(?:['’]?re| are| have|['’]ve)? (?:all )?(?:done|finished)(?= (?:here|now|for)|\W*$)|"
    # "That's all" by itself says that there is nothing more of what was asked for.
    r"that(?:['’]?s| is| was|['’]?ll be| will be|['’]d be)(?: really| about)? (?:(?:me|us) (?:done|finished)|your lot|(?:enough|plenty)(?= now| for| of| questions| thank)|(?:me|it|all|the lot)(?= (?:from|for|i|now|then|folks|today))(?: (?:from me|for me|from us|i(?:['’]?ve| have) (?:got )?(?:time|patience|energy)(?: for)?))*)|"
    r"(?:that|it|this)(?:['’]?ll| will| must| has to) do(?: me| us| it)?|"
    r"(?:let['’]?s|lets|let us|(?:can|could|may|shall|should) (?:we|i|you)|please|pls|kindly) (?:please |just )?(?:stop|finish|end|quit|wrap up|close)(?: it| this| here| there| up| off| the (?:interview|talk|chat|questions))*|"
    r"(?:let['’]?s|we can|i(?:['’]d| will|['’]ll)?) (?:call it a (?:day|night)|leave it (?:there|here|at that)|break off)|i(?:['’]?ll| will| shall) (?:love you and )?leave (?:you|it)(?: (?:to it|there|here|at that))?|"
    r"(?:no more|enough)(?= questions?\b| of (?:this|that|it)\b| for )(?: (?:questions?|of (?:this|that|it)))?|i(?:['’]?ve| have) had enough|i (?:give up|quit)|(?:my |the )?time(?:['’]?s| is) up|no more time|out of time|"
    # What is ended is this talk, where it says here, there or so, or asks for it.
    rf"{_WE_END} {_END}{_IT}{_HERE}|(?:i (?:think|believe|suppose)(?: that)? )?(?:we|i) (?:should|could|can|must|shall|will|have to) {_END}{_IT}{_HERE}|i (?:would |['’]d )?(?:prefer|rather|like)(?: to| that)?(?: we| i)? {_END}{_IT}{_HERE}|(?:i(?:['’]d| would) (?:be (?:very |most |so )?(?:grateful|glad|obliged|happy|thankful|pleased)|appreciate it|like it|prefer it)|it would be (?:good|nice|best|kind)) if (?:we|i|you) (?:could|can|might|may) {_END}{_IT}(?:{_HERE})+|"
    rf"(?:let['’]?s|let us|let me|lemme|please|pls|kindly|(?:can|could|may|shall) (?:we|i|you)(?: please)?|i(?:['’]?ll| will| shall)(?: have to)?|i must|i have to) (?:please |just )?{_END}(?:{_IT}{_HERE}|{_IT_SAID})|"
    rf"i (?:must|have to|shall|will|need to) leave you(?: (?:here|there|now|to it))?|{_END}(?:ing)? (?:it )?(?:here|there)|i consider (?:this|the) \w+ (?:concluded|closed|finished|over)|(?:the|this) (?:conversation|interview|session|talk|chat) is (?:now )?(?:concluded|over|finished|closed|done)|end of (?:the )?(?:interview|session|talk|chat|conversation|discussion|scene)|"
    r"(?:i believe )?(?:that|this) concludes\b[^.!?]{0,50}|with that,? i (?:adjourn|close|end|leave)|(?:i )?(?:call|['’]ll call|shall call) it a (?:day|night)(?:, if [^.]{1,40})?|that(?:['’]?s| is) (?:a wrap|as far as i (?:go|can go|get)(?: today| tonight| now)?|me tapped out)|that(?:['’]?ll| will) be all|(?:nothing|no) more from me|"
    r"i (?:will|shall|can) ?(?:not|n['’]t) (?:answer|say|tell) (?:any ?more|more|anything else)|i can(?:['’]?t|not) (?:go on|any ?more|any longer)(?: (?:today|tonight|now))?|"
    rf"(?:i (?:think|guess|believe|suppose) )?(?:(?:that|it|this)(?:['’]?s| is) |thats |have had )?enough(?: is enough)?(?:(?: (?:now|already|pls|please|today|tonight|thanks?|for (?:me|us|now|today|tonight|(?:one|this) \w+)|from (?:me|us|my side|our side)|(?:of|with) (?:\w+ ){{1,3}}for (?:now|today)))+)|"
    # "Stop now battery": an order with what calls the person away.
    r"(?:please |just |must |have to |i )?stop now(?= (?:the |my |our )?(?!(?:it|that|this|we|they|i|he|she|to|at|in|on|if|when|and|or)\b|\w+ing\b)[\w’'-]+(?: [\w’'-]+)?\W*$)(?: [\w’'-]+){1,3}|"
    # A bare order, and the order that was given before.
    rf"(?:(?:just|please|i (?:already |just )?(?:said|told you(?: to)?)|i (?:do )?(?:want|need|would like|['’]d like)(?: you)?|how (?:many times|often) (?:must|do|should) i say)[ ,]+(?:i (?:want|need) )?(?:to )?)*(?:stop|finish|quit|end(?= (?:it|this|here|the|now)\b)){_OF_IT}|"
    rf"(?:i (?:want|need|would like|['’]d like) to |please )(?:end|close){_OF_IT}|"
    r"enough(?: (?:already|is enough|questions|for me|for us|of all this))*|"
    r"i (?:do not|don['’]?t|will not|won['’]?t) (?:(?:want|wish|like) to )?(?:go on|continue|carry on|answer (?:any ?more|more|this any ?more))(?: with (?:this|it|that))?|(?:let me go|leave me (?:alone|be|in peace))|"
    r"(?:and )?now we (?:stop|finish|end)|(?:cancel|close|abort|terminate) (?:the|this) (?:interview|talk|chat|questions|conversation)|i(?:['’]ve| have) had it(?: with (?:you|this|it|(?:your|these|the|all these) questions))?|"
    r"(?:do not|don['’]?t) ask me (?:any ?more|more|any (?:more|further)|further)(?: questions)?|"
    # A bare stop with a particle of another language beside it.
    r"(?:stop|tama|tapos|tapusin|basta|genug|fini|khalas)(?: (?:na|po|natin|muna|ya|bitte|jetzt|s['’]il (?:vous|te) pla[iî]t|por favor|merci|danke))+)"
    rf"{_OVER}",
    _I,
)
# "Can we park it there?" asks politely to stop.
_MAY_WE = re.compile(rf"{LEADS_OUT}(?:can|could|may|shall|might|should) (?:we|i)\b", _I)
_I_GO = re.compile(rf"{LEADS_OUT}i\b|{LEADS_OUT}i['’]|{LEADS_OUT}ill\b", _I)
# As people type it on a phone.
_ILL = re.compile(r"\bill\b(?= (?:stop|end|finish|leave|go|close|quit|be off|have to)\b)", _I)
# What only the person's own going explains: it closes nothing alone.
_WHY_GO = re.compile(
    rf"{LEADS_OUT}(?:my |the |our |a |here comes |there(?:['’]s| is) )?(?:\w+ ){{0,2}}(?:bus|train|taxi|lift|ride|boat|ferry|boss|patients?|pupils?|class|children|kids|baby|bell|generator|current|power|lights?|credit|shift|break|meeting|lunch|dinner|supper|mass|society|bed|battery|doorbell|phone|choir|husband|wife)\b",
    _I,
)
_CUTS = re.compile(
    r"\s*[,;:–—]\s+|\s+-\s+|\s+(?:so|because|as|and|but)\s+(?=(?:i|my|the|that|let|show|give|send|tell|mail|print|prepare|stop|end|finish)\b)",
    _I,
)
# Said alone these may answer something ("done", "we stop"); beside a farewell or a reason to go they end the talk.
_BARE_END = re.compile(
    rf"{LEADS_OUT}(?:(?:i|we)(?:['’]?m| am|['’]?re| are)? ?(?:all )?(?:done|out|finished|closing|off|stop|finish|end|close|leave)|(?:that['’]?s|that is) (?:me|it|all|us(?= *\W*$| then| for))(?: for| from me)?(?: then)?|(?:all |k )?done(?: done)?(?: here| for today)?|"
    r"finish(?:ed)?(?: it off)?|end(?:ing)?|clos(?:e|ing)(?: (?:the )?(?:tab|am|now))?|stop|out|terminating|no more|(?:(?:that|it|this)(?:['’]?s| is) |thats )?enough(?: is enough)?|basta|bas|listo|klaar(?: mee)?|fertig|genug|khalas|tama na|tapos na|ya estuvo|me voy|gotta go|i (?:must|have to) go(?: \w+){0,4}(?: now)?)\W*",
    _I,
)
# "Done." and "No more." answer, whatever follows.
_DONE = re.compile(r"\b(?:done|finished|no more|out)\b|^\W*(?:that['’]?s|that is|thats)? ?(?:it|all)\W*$", _I)
# Something that happens just now and calls the person away.
_HAPPENS = re.compile(
    rf"{LEADS_OUT}(?!.*\b(?:ai|tool|model|data|system|program|app|when|if|always|never|yes|no)\b)(?:[^\W\d][\w'’-]* ){{0,5}}?"
    r"(?:(?:(?:is|are|was|were|has|have)|\w+['’](?:re|s|m)) \w+ing(?: (?:up|down|off|out|over))?|(?:(?:is|are|was|were|has|have|['’]s|['’]m) )?(?:com(?:e|es|ing)|came|wait(?:s|ing)?|call(?:s|ing|ed)?|ring(?:s|ing)?|rung|sounds?|rises?|start(?:s|ing)?|begin(?:s|ning)?|"
    r"leav(?:es|ing)|arriv\w+|opens?|dying|dies|going|goes(?: off)?|gone|low|over|woke up|burn\w*|cooking|cough\w*|gets? cold|on the table|here|at (?:the (?:door|gate|window)|my \w+)|in (?:[\w-]+ ){1,2}(?:min(?:ute)?s?|m)|"
    r"(?:battery|power|phone)(?: (?:at )?\d+ ?%?| percent)?|\d+ ?%|meeting|prayers?(?: at \w+)?|ward round|shift|rehearsal|class|church|mass|vespers))(?: (?:me|now|here|in|out|up|soon|already|at \w+|with \w+ \w+|the \w+|for \w+))*\W*",
    _I,
)
LAST_WORDS = 18
# A longer message (characters) is a page that somebody pasted.
LONGEST = 2000
# So many words beside a goodbye at the beginning of a message are a reason for it.
REASON_WORDS = 8
# A farewell with so many words says what calls or whom it greets.
SHORT_PARTING = 4
_ENOUGH = re.compile(rf"{LEADS_OUT}enough\W*", _I)
_ORDER = re.compile(rf"{LEADS_OUT}(?:just )?(?:stop|finish|end|enough|quit)\b", _I)
_ASKS_FOR = re.compile(
    rf"{LEADS_OUT}(?:(?:can|could|will|would) you |i (?:want|need|would like|['’]d like) |just )?(?:send|give|show|tell|print|mail|e-?mail|make|prepare|let|wh(?:at|ere|ich|en|o)|how|can|could|may|"
    r"(?:(?:the|my|our|your|draft) )*(?:reports?|results?|letter|list|map|summary)\b|i (?:mean|meant|said|have said) (?:the (?:talk|interview|chat|questions)|it|that|so|stop)|this is the (?:\w+ )?time)\b",
    _I,
)
# A goodbye that somebody else says, or that is spoken of.
_SAYS_BYE = re.compile(r"\b(?:say|says|said|saying|waves?|waved|an?|the|our|its) (?:good ?)?bye", _I)
# At the very end, and not what somebody else says.
_LAST_BYE = re.compile(
    r"(?<!say )(?<!says )(?<!said )(?<!saying )(?<!wave )(?<!waves )(?<!a )(?<!the )(?<!our )(?<!its )(?:\b(?:good ?)?bye(?:[- ]?bye)?|\bchau chau|(?<=, )(?:chau|chao|tchau|ta[ -]ra))(?: (?:now|then|for now|thanks?|thank you))?\W*$",
    _I,
)


# "I want to stop now. But first put “assists”."
BUT_FIRST = re.compile(
    r"\b(?:but|and|only|please|just)?\s?(?:first(?: of all)?|before (?:that|this|it|i (?:go|leave|stop|end))|one (?:last )?(?:thing|change|correction)(?: more)?)\b[,:]?\s(?P<what>(?:(?:please|kindly|just|you)\s)?(?:put|write|note|change|correct|set|make|remove|delete|take|add|mark|record|fix)\b[^.!?]{1,120}[.!]?)(?!\?)",
    _I,
)
# A bare call for what comes at the end.
_REPORT = re.compile(rf"{LEADS_OUT}(?:(?:the|my|our|your|draft) )*(?:report|results?)(?: (?:now|then|please))*\W*", _I)
# "That's it" behind an answer that can have no more to it.
_THAT_IS_IT = re.compile(r"\W*(?:that['’]?s|that is|thats) (?:it|all|me)\b", _I)


def closes_the_talk(message: str, asked: str | None = None) -> int | None:
    """Where the close of a message begins that says goodbye ("Yes. Right, that'll do."), or None; 0 where all of it does.

    The last sentence is judged, without wishes and thanks after it: somebody ends this talk in it and tells nothing else, but perhaps why.
    A plain stop before it closes too, where nothing is told after it but asked for: "Enough. What did you find?"
    """
    if len(message) > LONGEST:
        return None
    if asks_how_long(message) and not _BYE.search(message):
        # "Back. How many more?" goes on; "Enough for today. How many are left?" does not.
        rest = [piece for piece in re.split(r"(?<=[.!?,;])\s+", message) if not asks_how_long(piece)]
        left = " ".join(rest).rstrip(" ,;")
        return 0 if left and not is_back(left) and closes_the_talk(left, asked) is not None else None
    sentences = [m.span() for m in SENTENCE.finditer(message)]
    if _all_of_it(message, sentences, asked):
        return 0
    if (goes := goes_with_the_result(message)) is not None:
        return goes
    while len(sentences) > 1 and blesses(message[slice(*sentences[-1])]):
        sentences.pop()
    if not sentences or asks_whether_to_stop_it(message[slice(*sentences[-1])]):
        return None
    closes = _closes(message, *sentences[-1])
    if closes is None and len(sentences) > 1 and _nothing_more(message[sentences[-1][0] :], asked):
        closes = sentences[-1][0]
    if closes is None and (bye := _LAST_BYE.search(message, *sentences[-1])):
        closes = _bye_begins(message, sentences[-1][0], bye.start())
    if closes is None and _BYE.search(message[sentences[-1][1] :]):
        return sentences[-1][1]
    for at in range(len(sentences) - 2, -1, -1):
        start, end = sentences[at]
        if closes == sentences[at + 1][0] and _closing_kind(message[start:end]):
            # "I said stop. STOP."
            closes = start
        elif closes is None and (
            (_goes(message[start:end]) and _tells_nothing(message[end:]))
            or (at and _REPORT.fullmatch(message[end:]) and _nothing_more(message[start:end], asked))
        ):
            closes = start
    return closes


def _goes(sentence: str) -> bool:
    """Whether a sentence ends the talk, and each clause of it that does not says why or wishes something."""
    kinds = [_closing_kind(clause) or _HAPPENS.fullmatch(clause) or "" for _, clause in _clauses(sentence)]
    return _leaves(sentence) or ("leaves" in kinds and "" not in kinds)


def _nothing_more(rest: str, asked: str | None) -> bool:
    """Whether "that's it, thanks" behind an answer ends the talk: where a set or words were asked for, it only says that this was all of it."""
    spec = field_of(asked) if asked else None
    if spec is None or spec.type not in ("yesno", "enum") or not _THAT_IS_IT.match(rest):
        return False
    kinds = [kind for sentence in SENTENCE.finditer(rest) for kind in _kinds(sentence[0])]
    return kinds[0] == "ends" and "" not in kinds and ("wish" in kinds or "parts" in kinds)


def _closes(message: str, start: int, end: int) -> int | None:
    """Where in the sentence from ``start`` to ``end`` the goodbye begins, if it has one."""
    text = message[start:end]
    if len(text.split()) > LAST_WORDS:
        return None
    clauses = _clauses(text)
    kinds = [_closing_kind(clause) for _, clause in clauses]
    if "leaves" not in kinds:
        return start if _called_away([clause for _, clause in clauses]) else None
    first = kinds.index("leaves")
    after = text[clauses[first + 1][0] :] if first + 1 < len(clauses) else ""
    if after and _ENOUGH.fullmatch(clauses[first][1]) and not (_ASKS_FOR.match(after) or any(kinds[first + 1 :])):
        # "Enough, our doctors say" answers.
        return None
    if after and qualifies(clauses[first][1]) and not all(map(_closing_kind, (c for _, c in clauses[first + 1 :]))):
        # "Let me go back to the size: we are 60" goes back to it within the talk.
        return None
    # "I'll leave it there, is it bad?" goes, and asks.
    goes = not first and len(kinds) > 1 and _I_GO.match(clauses[0][1])
    order = _ORDER.match(text) or _MAY_WE.match(clauses[first][1]) or goes
    if text.rstrip().endswith("?") and (first or (len(kinds) == 1 and not _MAY_WE.match(text)) or not order):
        # A question has no goodbye in it, but perhaps an order before it: "Stop please, where is the letter?"
        return None
    # What comes after the goodbye may be anything short: "I'm away now, the altar society is in."
    while first and (kinds[first - 1] or _HAPPENS.fullmatch(clauses[first - 1][1])):
        first -= 1
    return start + clauses[first][0]


def _called_away(clauses: list[str]) -> bool:
    """Whether a sentence tells what calls the speaker away, and thanks: "The choir is waiting, I thank you for it all"."""
    thanks = [_only_thanks(clause) for clause in clauses]
    why = [clause for clause, thanked in zip(clauses, thanks, strict=True) if not thanked]
    return bool(why) and thanks[-1] and all(_HAPPENS.fullmatch(c) or WHY.fullmatch(c) for c in why)


def _only_thanks(clause: str) -> bool:
    return not without_thanks(clause).strip()


def _all_of_it(message: str, sentences: list[tuple[int, int]], asked: str | None) -> bool:
    """Whether a message is a goodbye and nothing else: each clause of it ends, parts, wishes or says what calls; one at least ends or parts.

    ``asked``: a question whose answers tell of something that stops takes a plainer word.
    """
    texts = [message[start:end] for start, end in sentences]
    if not texts or len(message.split()) > LAST_WORDS or any(t.rstrip().endswith("?") for t in texts):
        return False
    if _REPORT.fullmatch(message):
        return asked is None or "report" not in field_of(asked).means
    opens = _kind(texts[0]) in ("leaves", "ends") and not _DONE.search(texts[0])
    if (
        opens
        and len(texts) > 1
        and len(message[sentences[1][0] :].split()) <= REASON_WORDS
        and not speaks_of_stopping(asked)
    ):
        return all(_tells_no_more(text) for text in texts[1:])
    kinds = [kind for text in texts for kind in _kinds(text)]
    if not all(kinds) or speaks_of_stopping(asked):
        return False
    return "leaves" in kinds or "parts" in kinds or ("ends" in kinds and len(set(kinds)) > 1)


def _tells_no_more(text: str) -> bool:
    """Whether a few words behind a goodbye can be a reason for it, and no fact of the organisation's AI."""
    return not re.search(
        r"\b(?:we|our|it|they|yes|no|nobody|always|never|checks?|stored?|data|model|tool)\b", text, _I
    ) or bool(_HAPPENS.fullmatch(text))


def _clauses(text: str) -> list[tuple[int, str]]:
    """The clauses of a sentence, each with its place."""
    cuts = list(_CUTS.finditer(text))
    begins, ends = [0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(text)]
    return [(a, text[a:b]) for a, b in zip(begins, ends, strict=True)]


def _kinds(sentence: str) -> list[str]:
    """What a sentence does as a whole, where it ends or parts, else what each of its clauses does."""
    whole = _kind(sentence)
    return [whole] if whole in ("leaves", "parts", "ends") else [_kind(clause) for _, clause in _clauses(sentence)]


def _kind(clause: str) -> str:
    """What a clause of a goodbye does: leaves, parts, ends, wish or why; nothing for what tells anything else."""
    if _leaves(clause):
        return "leaves"
    short = len(clause.split()) <= SHORT_PARTING and not _SAYS_BYE.search(clause)
    if _BYE.search(clause) and (blesses(clause) or short):
        return "parts"
    if _BARE_END.fullmatch(clause) or returns(clause):
        return "ends"
    if blesses(clause) or only_courtesy(clause) or _only_thanks(clause):
        return "wish"
    return "why" if _WHY_GO.match(clause) or _HAPPENS.fullmatch(clause) or WHY.fullmatch(clause) else ""


def _bye_begins(message: str, start: int, bye: int) -> int:
    """Where a goodbye begins that stands at the end without a mark before it: with the reason for going, if that is just before."""
    cuts = [start, *(m.end() for m in _CUTS.finditer(message, start, bye))]
    return cuts[-1] if _closing_kind(message[cuts[-1] : bye]) else bye


def _tells_nothing(rest: str) -> bool:
    """Whether what follows an order to stop asks, asks for something or complains."""
    return all(
        (m[0].rstrip().endswith("?") and of_the_notes(m[0]) is not None)
        or BUT_FIRST.search(m[0])
        or (
            not may_correct(m[0])
            and (m[0].rstrip().endswith("?") or _ASKS_FOR.match(m[0]) or _closing_kind(m[0]) or addressed.unheard(m[0]))
        )
        for m in SENTENCE.finditer(rest)
    )


# Who finishes at what hour, and what is over if something fails, is told of the work.
_HOURS = re.compile(
    r"^\W*(?:(?:and|but|so|well|yes|no|then|because)\W+)*(?:we|they|he|she|it|(?:the|our|their|this|my|a|every|each) (?:[\w'’-]+ ){1,3}?)\s*(?:always |usually |all |must |have to |has to )?(?:finish|clos|stop|end|leav|shut|go(?:es)? home)\w*\b[^.!?]*\b(?:at|by|around|before|after|from) "
    rf"(?:about |half past )?(?:\d|{ONE_TO_TWELVE}|noon|midnight|midday|lunch|dusk|sunset|night)",
    _I,
)
_IF_IT = re.compile(
    r"\b(?:if|when|whenever|unless|once) (?:it|they|this|that|(?:the|our) [\w-]+)\b(?!(?: is| would be|['’]s) (?:ok(?:ay)?|fine|all ?right|possible|enough))",
    _I,
)


def tells_of_work(message: str, asked: str | None) -> bool:
    """Whether what sounds like an end tells of the work: "the clinic finishes at five", "that's it for the day if it fails"."""
    told = _HOURS.match(message) or _IF_IT.search(message)
    return bool(told) and closes_the_talk(message, asked) is None


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


def _leaves(clause: str) -> bool:
    """Whether a clause ends the talk plainly, with or without thanks behind it."""
    clause = _ILL.sub("i'll", clause)
    return bool(_LEAVES.fullmatch(clause) or _LEAVES.fullmatch(without_thanks(clause))) or parts(clause)


def _closing_kind(clause: str) -> str:
    if _leaves(clause):
        return "leaves"
    return (
        "wish"
        if returns(clause) or WHY.fullmatch(clause) or blesses(clause) or _WHY_GO.match(clause) or only_courtesy(clause)
        else ""
    )


def wants_first(message: str) -> bool:
    """Whether somebody who ends the talk wants something done before: "I want to stop now. But first put “assists”."."""
    closes = closes_the_talk(message)
    return closes is not None and BUT_FIRST.search(message, closes) is not None
