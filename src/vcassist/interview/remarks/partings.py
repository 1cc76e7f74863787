"""Clauses by which people part from a talk: put the phone down, wrap it up, log out, come back another day. Pure.

Each is a verb of parting with what it is done to, said by the person of themselves, as an order, or with no subject at all. "The caller
hangs up" and "we wrap it up in a letter" tell of somebody or something else.
"""

from __future__ import annotations

import re

_I = re.I
# What leads to the words by which somebody goes.
LEADS_OUT = r"\W*+(?:(?:ok(?:ay)?|well|right(?: so)?|so|and|but|now|look|listen|sorry|oh|ah|anyway|anyhow|then|no|yes|thanks?|thank you|thx|tnx|ta|cheers|good luck|please|really|honestly|hey|dear|love|aight|alright|yeah|after (?:that|this(?: one)?|it)|afterwards|in (?:that|this) case|with that|at this point)\b\W+)*"
# Who parts: the speaker, or nobody named. "We" only with a word of wanting or of time.
_SELF = (
    r"(?:(?:i(?:['’]?m| am|['’]?ll| will| shall|['’]?d| would| must| have to| need to| want to| should like to| think i(?:['’]ll)?|['’]ve got to| (?:just|already|do))?|imma|i['’]?ma|gotta|got to|have to|time to|"
    r"let me|let['’]?s|lets|let us|(?:can|could|may|shall) (?:we|i|you)|we (?:have to|must|should|can|need to|want to)|please|pls|kindly|just|i (?:said|told you)(?: to)?)(?: (?:just|now|really|gonna|going to|about to|to|be|better|already|like to|us|rather))*\s+)?"
)
_DEVICE = r"(?:(?:the|my|this) )?(?:phone|receiver|headset|handset|pen|laptop|lid|computer|machine|tablet|tab|browser|window|app|page|screen)"
_PARTS = (
    rf"(?:excus(?:e|ing) myself|be excused|close (?:(?:up|off|down|the (?:office|shop|clinic|school|door)) )?now|(?:get|go|return|be) back to (?:my|the|our) [\w'’-]+(?: (?:now|again))?|return to (?:my|the|our) [\w'’-]+(?: (?:now|again))?|wrap(?:ping)? (?:it|this|that|things|everything|all this) up|wrapping up|hang(?:ing)? up(?: (?:on you|{_DEVICE}))?|put(?:ting)? {_DEVICE} (?:down|away)|(?:clos(?:e|ing)|shut(?:ting)?) {_DEVICE}(?: (?:down|now))?|shut(?:ting)? down|"
    r"(?:log|sign|clock|check|knock|head|nod|drop|jump|hop)(?:g?ing|p?ing|d?ing)? (?:off|out)|outta here|bounc(?:e|ing)|(?:pack|call)(?:ing)? it (?:in|quits|a day)|pack(?:ing)? (?:it )?up|tak(?:e|ing) my leave(?: of you)?|"
    r"bow(?:ing)? out|(?:stop|end|finish|close|leave|park)(?:ping|ing)? (?:it |this |things )?(?:right )?(?:here|there|at this point|at that)|bid(?:ding)? you (?:farewell|good \w+|adieu)|say(?:ing)? (?:good ?)?bye|(?:stop|end|finish|close|quit|terminate|abort)(?:ping|ing)? (?:(?:the|this|our|your) )?(?:interview|talk|chat|conversation|session|questionnaire|call)|"
    r"(?:stop|end|finish|close)(?:ping|ing)? for (?:now|today|the day|tonight)|finish it|get(?:ting)? off here|turn in)"
)
# Behind a word of sequence a bare "I stop" ends the talk: "then", "so", "in that case", "after that", "afterwards".
_FOLLOWS = r"(?:(?<=\bthen )|(?<=\bso )|(?<=\bcase )|(?<=\bthat )|(?<=ards )|(?<=\bthen, )|(?<=\bso, )|(?<=\bcase, )|(?<=\bthat, )|(?<=ards, ))"
_WHEN = r"(?:(?:,? (?:now|then|here|right now|right away|immediately|at once|mate|folks|pal|friend|people|dear|for (?:real|now|today|good|tonight|the day|me)|this (?:minute|instant|time)|please|ok(?:ay)?|lol|cheers|thanks?|thank you|everybody|everyone|my dear|sir|madam))*)"
_BACK = (
    r"(?:i(?:['’]ll| will| shall|['’]m going to) (?:be back|come back|return|continue|carry on|go on|resume|call again|ring again|look in again|pick (?:it|this) up(?: again)?|do the rest|finish (?:it|this)|see you)|back|more|the rest|to be continued|same time)\b"
    r"(?! (?:it|to it)\b)(?: (?:with|of) (?:it|this|that|the (?:rest|talk|questions)))?(?: again)? ?(?:tomorrow|another (?:day|time)|later|soon|(?:on|next|this) \w+|in the (?:morning|afternoon|evening)|after (?:\w+ ){0,2}\w+|tonight|when (?:i|we) (?:have|get) (?:more )?time)?"
)
_ALL = (
    r"(?:that(?:['’]?s| is)|thats|this is) (?:all (?:that )?(?:you(?:['’]ll)? (?:get|are getting|will get|can have)|i(?:['’]m| am)? (?:have|can|will|got|had|prepared|willing|able|going|want)(?: to)?(?: (?:say|tell|give|do|answer|offer))?)(?: (?:you|out of me|from me|today|now|for (?:now|today)))*|"
    r"a wrap(?: for me)?|(?:my|your) (?:\w+['’]?s['’]? worth|two cents|lot|limit|ration|quota)(?: for today)?|where i (?:get off|stop|leave(?: you| it)?|hop off|draw the line)|me (?:away|off|gone|out|done(?: in)?|finished))"
)
# What is heard when somebody puts the phone down, and what ends a radio message, a letter or a program.
_SOUNDS = r"(?:\*?(?:click|clunk|beep(?:ing)?|brr+|tuu+t|dial ?tone|hangs up|line goes dead|door shuts|mic drop)\*?|eom|10-7|end (?:of )?transmission|/?(?:quit|exit|logout|logoff)|:q!?)"
_OVER_AND_OVER = r"(?:what part of|which part of|how (?:many times|often) (?:must|do|should) i say)\b.*\b(?:stop|end|enough|bye|goodbye|hang(?:ing)? up|wrap|finish|done|leav\w+|off|quit|no)\b.*"
PARTING = re.compile(
    rf"{LEADS_OUT}(?:{_SELF}{_PARTS}|i(?:['’]m| am|m) (?:outta here|out of here|off)|{_ALL}|{_SOUNDS}(?:[\s.,!]+{_SOUNDS})*|{_OVER_AND_OVER}|{_FOLLOWS}i (?:stop|finish|leave|go|end|close)(?: you)?)(?: (?:it|this))?{_WHEN}\W*",
    _I,
)
# "I'll be back tomorrow": a parting by itself only where it says when.
RETURNS = re.compile(rf"{LEADS_OUT}{_BACK}{_WHEN}\W*", _I)
# Thanks and wishes behind a parting, however long: "and thank you for your courtesy, imperfect as it was".
_WITH_THANKS = re.compile(
    r"(?:\s*,)?\s*(?:\b(?:and|but|so|with)\s+)?(?:\b(?:i|we)\s+(?:also\s+)?)?\b(?:thank(?:s|ing)?\b(?! god)|wish(?:ing)? you\b|bid you\b|with (?:my )?(?:many |best |kind )?(?:thanks|regards|wishes)\b)[^.!?]*[.!?]*\s*$",
    _I,
)
_IN_FACT = re.compile(r"\b(?:if|when|whenever|unless|tool|model|system|data|service)\b", _I)
# Why somebody goes: their own state, an appointment, or somebody who needs them.
_APPOINTMENT = r"(?:meeting|class|lesson|call|appointment|patient|visitor|train|bus|boat|plane|flight|date|shift|service|rehearsal|hearing|dinner|lunch|funeral|wedding|delivery|queue|deadline|headache|migraine)"
_CALLS = r"(?:needs?|wants?|asks? for|calls?|is calling|are calling) (?:me|us|her \w+|his \w+|their \w+|feeding|changing)|(?:sits|meets|opens|closes|starts|begins|hurts?|aches?|cries|rings|waits|leaves)|(?:is|are) (?:crying|ringing|waiting|leaving|starting|boiling|burning|closing|going cold|getting cold|here)|(?:goes|gets?) cold"
WHY = re.compile(
    rf"{LEADS_OUT}(?!.*\b(?:tool|model|system|data|ai|it|if|when|always|never)\b)(?:i(?:['’]m| am|m) (?:so |very |too |dead |really |just |all )*(?:tired|exhausted|hungry|late|ill|cold|needed|wanted|expected|done in|knackered|shattered|sleepy|worn out)|"
    rf"i(?:['’]ve)? ?(?:have |got |have got )?(?:an? |another )(?:[\w-]+ ){{0,2}}{_APPOINTMENT}(?: (?:now|soon|at \w+|in \w+ \w+|to \w+(?: to)?))?|i(?:['’]ve)? ?(?:have |got |have got )to (?:fetch|feed|pick|catch|cook|collect|see to|teach|get back|get to)\b[^.!?]{{0,30}}|"
    rf"i(?:['’]ve)? ?(?:must|need to|have to|gotta|got to|should) (?:now |really )?(?:go|get|run|be|return|rush|drive|head)(?: (?:back|off|home|out|over))? (?:to|in|at|into|with|for) [^.!?]{{0,40}}|"
    rf"(?:tea|lunch|dinner|bed|prayer|supper|break|nap|home|closing|milking|feeding|pick-?up)(?:[ -]?time)?|(?:(?:my|the|our|some) )?(?:[\w'’-]+ ){{1,3}}?(?:{_CALLS})(?: (?:now|soon|again|today|already|at \w+|in (?:\w+ ){{1,2}}\w+|for me))*)\W*",
    _I,
)


def parts(clause: str) -> bool:
    """Whether a clause, but for thanks behind it, parts from the talk."""
    bare = without_thanks(clause)
    return bool(bare.strip()) and bool(PARTING.fullmatch(bare))


def returns(clause: str) -> bool:
    """Whether a clause says that its speaker comes back to the talk another time."""
    return not _IN_FACT.search(clause) and bool(RETURNS.fullmatch(without_thanks(clause)))


def without_thanks(clause: str) -> str:
    """A clause without thanks and wishes behind it."""
    return _WITH_THANKS.sub("", clause)
