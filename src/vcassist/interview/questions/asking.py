"""Parts of one message that go different ways: what tells something, questions put to the assistant, and a wish to end at its close. Pure.

"Listeners mostly. What counts as affected?" answers and asks; both have to be served. Forms only: what is missed is read as ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vcassist.interview.questions.asked_forms import MISSING, OTHERS, PRIVATE, as_asked_before, wants_the_list
from vcassist.interview.questions.notes_forms import of_all_notes, of_the_notes
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.addressed import only_protests, told_question, untold
from vcassist.interview.remarks.goodbyes import BUT_FIRST, closes_the_talk
from vcassist.interview.remarks.manner import of_themselves, wish_in
from vcassist.interview.remarks.moves import move_of, only_courtesy, says_nothing, wants_to_stop
from vcassist.interview.remarks.wants_result import goes_with_the_result
from vcassist.interview.sentences import SENTENCE

_I = re.I
# A page that somebody pasted (words, characters) puts its own questions, not to us.
LONGEST, LONGEST_TEXT = 80, 2000
# Without a question mark only a short sentence can ask.
SHORT = 14
# Fewer words than these are no question without a mark.
LEAST = 4
# An answer to one's own question is short: "Who made it? Microsoft."
OWN_ANSWER = 4
# "Who taught it its words? I've no clue at all": the question on the table, said again.
_NO_CLUE = re.compile(
    r"\W*(?:well\W+|honestly\W+|sorry\W+)*(?:(?:i|we)(?:['’]ve| have|['’]d)?(?: really| honestly)? )?(?:(?:got )?(?:no|not an?|haven['’]t an?|haven['’]t the) (?:idea|clue|notion|foggiest)|do(?: not|n['’]?t) know|could(?: not|n['’]?t) (?:tell you|say)|would(?: not|n['’]?t) know|dunno|idk)\b(?! (?:what|why|how) (?:you|that|this) (?:mean|is|are))[^?]{0,30}$",
    _I,
)
# "Which model..." trails off: the question on the table, turned over before it is answered.
_ECHO = re.compile(r"\W*(?:which|what|whose) [\w'’-]+(?: [\w'’-]+)?\s?(?:\.\.+|…)\W*", _I)
# So many questions with something told after each are a list of questions and answers.
LISTED = 2
_LEAD = (
    r"\W*(?:(?:sorry|um+|hm+|ok(?:ay)?|but|and|or|so|wait|well|please|hi|hello|hey|by the way|btw|also|then|now|oh|ah|anyway|first|"
    r"before (?:that|anything else|(?:i|we) (?:start|begin|go on|answer))|excuse me|one question|just (?:one thing|asking)|tell me)\b\W+)*"
)
_WH = r"(?:what|wat|wot|who|whom|whose|why|how|where|which|when)"
_OF_THE_TOOL = re.compile(
    rf"{_LEAD}(?:who(?:se|m)?|where|when|which|how)\b[^?]{{0,60}}?\b(?:its?|them|(?:the|that) (?:tool|app|model|bot|thing|machine|program\w*|system|data))\b",
    _I,
)
_AUX = r"(?:is|are|am|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)(?:n['’]?t)?"
_SUBJECT = r"(?:i|you|we|they|he|she|it|this|that|these|those|there|my|your|our|the|an?|some\w+|any\w+|each|every\w*)"
_ASKS = re.compile(
    # "Haven't a clue" asks nothing.
    rf"{_LEAD}(?!(?:have|has|had)n['’]?t (?:an?|the) )(?:{_WH}(?:['’]?s|['’]re|['’]ll|['’]d)?\b|{_AUX} {_SUBJECT}\b|"
    r"explain\b|you mean\b|meaning\b|(?:is|are) \w+|(?:can|could|will|would|may|might|should|does|do|did) (?!not\b)[\w’'-]+ \w+)",
    _I,
)
# Without a mark: what asks by its order of words alone.
_ASKS_PLAINLY = re.compile(
    rf"{_LEAD}(?:{_WH}(?:['’]?s| (?:is|are|does|do|did|will|can|should|much|many|long|gets?|sees?|reads?|all|means?))\b|which \w+(?: \w+)?\W*$|(?:can|could|may|must|should|shall|do|am) i\b|(?:can|could|may|will|would) (?:my|our|some\w+|any\w+|he|she|they)\b|(?:(?:do|are|can|could|will|did)(?:n['’]?t)?|can['’]?t|won['’]?t) you\b|(?:does|is) (?:this|it|that|my|our|any\w+|some\w+)\b)",
    _I,
)
_WHETHER = re.compile(rf"{_LEAD}{_AUX} (?:{_SUBJECT}|what|everything|all|they|{_WH})\b", _I)
# A question by its order of words, with its noun before the verb: "which tools have you noted", "how much time do I have".
_IN_ORDER = re.compile(
    rf"{_LEAD}(?:who (?:makes|made|owns|built|develops|developed|sells)\b|{_WH}(?:['’]s|['’]re)\b|{_WH} {_AUX}\b|{_WH}(?: (?!{_SUBJECT}\b)\w+){{1,3}}? {_AUX} {_SUBJECT}\b)",
    _I,
)
# A sentence with its verb, and no second thought on what was just said.
_WHOLE = re.compile(
    r"\W*(?!(?:or|maybe|perhaps|probably|i (?:think|guess)|right|no|yes)\b)(?:[\w'’-]+ ){1,5}?(?:is|are|was|were|will|can|has|have|does|counts?|means?|must|should)\b",
    _I,
)
# "The Google Drive, it is dangerous?" asks by its mark alone.
_JUDGES_IT = re.compile(
    r"\b(?:it|that|this|they)(?:['’]s|['’]re| is| are) (?:really |very |so |not |a )?(?:dangerous|bad|wrong|ok(?:ay)?|fine|normal|risky|legal|illegal|allowed|forbidden|safe|good|serious|problem|risk|mistake)\s*\?+\s*$",
    _I,
)
# "Not sure what you're looking for here" wants it said otherwise.
_NOT_SURE_WHAT = re.compile(
    r"\bnot (?:quite |really |so )?(?:sure|certain|clear) (?:what|wat|wot) (?:(?:you|u)(?:['’]?re| are| r)?|ur) (?:\w+ )?(?:look\w*|after|ask\w*|want\w*|getting|mean\w*)\b",
    _I,
)
# "Is a voice personal", "are the wage slips sensitive data": whether a thing counts. "Is a personal one" tells.
_COUNTS_IT = re.compile(
    r"(?:(?:and|but|so|then|hm+|ok)\W+)*(?:is|are) (?:an?|the|my|our|his|her|their|someone['’]?s|somebody['’]?s|people['’]?s|these|those)"
    r"(?! (?:very|really|quite|highly|most|all|so|too|non|not)\b) (?:(?!(?:in|on|at|of|from|by|for|with|to|and|or|but|is|are)\b)[\w’'-]+ ){1,3}?(?:also |even |really |already |not )*"
    r"(?:(?:personal|sensitive|private|confidential|health|medical|biometric|financial|special|identifiable|public)(?: (?:data|information|kind|thing))?|encrypted|encryption|enough|allowed|legal|ai|a policy|a model|a supplier)\W*$",
    _I,
)
# What may ask, where it is known what for: "who put this here", "any news yet".
# "Will sort our letters" tells what it is for: nobody stands between the two verbs.
_MAY_ASK = re.compile(
    rf"{_LEAD}(?!(?:will|would|can|could|shall|should|may|might|must) (?!{_SUBJECT}\b)[a-z’'-]+ (?:the|an?|our|us|them|their|its|my|his|her|people|those|all|every|each|what|who|which)\b[^?]*$)"
    rf"(?:{_WH}\b|{_AUX} \w+|any\b)",
    _I,
)
_SEEMS = re.compile(
    rf"{_LEAD}(?:(?:what|how|which|who|why)\b (?!{_SUBJECT}\b|ever\b)|(?:what if|why|how come)\b|{_AUX} {_SUBJECT}\b)",
    _I,
)
# "When the line is down we write by hand" tells: a verb behind the "when" would ask.
_AT_SUCH_A_TIME = re.compile(
    rf"{_LEAD}(?:when|where|while|whenever|wherever)\b(?!['’](?:s|re|ll|d)\b| (?:{_AUX}|to|exactly|else)\b)", _I
)
# What is wanted of the assistant: "show me the list", "do not put that in the report".
_PLEASE = r"(?:(?:please|pls|just|kindly|only)\W+)*"
_WANTS = re.compile(
    rf"{_LEAD}{_PLEASE}(?:(?:(?:show|tell|send|e-?mail|mail|give) (?:me|us|it|them|everything|all)|read (?:me|us|(?:it|them|everything|all)(?: \w+)? (?:to|out|back|aloud)))\b|(?:keep|leave) .*\b(?:out|confidential|private|secret)\b|"
    r"(?:do not|don['’]?t|never) (?:put|write|mention|include|note|tell|share|publish)\b.*\b(?:report|name|names|down|any(?:one|body|where)|it|this|that)\b)",
    _I,
)
_LISTS = re.compile(rf"{_LEAD}{_PLEASE}(?:list|show|tell|name|give|display)\b(?!\s?[,;:])", _I)
_MAY_WANT = re.compile(
    rf"{_LEAD}{_PLEASE}(?:show|tell|send|e-?mail|mail|read|give|list|print|name(?!\s?[,;:])|keep|leave|let|do not|don['’]?t|i (?:do not|don['’]?t|want|would rather)|that|this|you)\b",
    _I,
)
# "What is stored are the letters" tells.
_CLEFT = re.compile(
    rf"\bwh(?:at|o) .+\b(?:is|are|was|were) (?!\w+ing\b).*\b(?:is|are|was|were)\b|^\W*when\b|{_WH} .*,", _I
)
_TELLS_WHAT = re.compile(rf"{_LEAD}{_WH} {_AUX} .*\b(?:is|are|was|were)\b", _I)
# A question that begins within a sentence: "Yes, but why do you ask?"
_INNER = re.compile(
    rf"(?:[,;:–—]|\s-|…|\.\.+|\s(?=and wh|but wh))\s*(?P<asks>(?:(?:but|and|so|or|though|sorry)\b,? )*(?:(?:what|why|how|where)\b|{_WH}(?:['’]?s| {_AUX}| gets?| sees?| reads?)\b|{_AUX} (?:i|you|that|this|it|these|those)\b).*\?\W*)$",
    _I | re.S,
)
# The same without its mark, where it puts two things to choose from: "our friend made it, is he one of us or a supplier".
_INNER_OR = re.compile(
    r"[,;:–—]\s*(?P<asks>(?:(?:and|but|so)\s)?(?:(?:is|are|was|does|do|should|must) (?:he|she|it|that|this|these|those|they|we|i)\b[^,;.!?]{2,60}\bor\b[^,;.!?]{2,40}|"
    r"(?:what|wat|wot|how|where|who|which) (?:exactly |else |then )?(?:do|shall|should|must|can|could) (?:i|we)\b[^,;.!?]{2,40}))\W*$",
    _I,
)
_TAG = re.compile(
    rf"[,;–—-]\s*(?:right|ok(?:ay)?|no|yes|eh|huh|correct|true|or|or not|innit|you (?:know|see)|(?:wh(?:o|ose|at|ere) else|why not)|{_AUX}(?: not)? (?:it|that|they|we|you|he|she|i)(?: think| know)?)\W*$",
    _I,
)
# "I am not expert ok?" tells.
_IS_SO_OK = re.compile(
    r"^\W*(?:(?:but|and|so|well)\W+)*(?:i|we)(?:['’]m| am|['’]re| are|m)\b[^?]*\s(?:ok(?:ay)?|eh|huh|yes)\W*\?+\W*$", _I
)
# "That's not true, is it." asks nobody.
_ONLY_A_TAG = re.compile(rf"\W*{_AUX}(?: not)? (?:it|that|this|they|we|you|he|she|i|there)\b\W*(?:$|[.!?])", _I)
_NOT_MEANT = re.compile(
    rf"{_LEAD}(?:who (?:knows|cares(?! (?:if|whether|where|about|how|which|what|who)\b[^.!]*\?))|so what|why not|what can (?:i|you|we) (?:say|do)(?! (?:if|when|about|against|to|with|for|there|now)\b)|how (?:should|would|could) (?:i|we) know(?! (?:whether|if|which)\b)|what do (?:i|we) know|(?:wh(?:o|ose|at|ere)) else(?= (?:would|could|should|can|is there|but)\b|\W*$)|what more (?:do you want|can i say)|"
    r"why (?:should|would) (?:i|we|they|he|she)(?=\s*(?:[,;.!]|$))|why (?:should|would) (?:there|any(?:one|body)) (?:be|have|need|want|do)(?: (?:one|any|it|that|so))?\W*$|who am i to\b|(?:did|have) (?:i|we) (?:\w+ )?(?:mention|say|said|tell|told)\w*\b|did you know\b|"
    # Who wonders what such a thing would do there says that it is not there.
    r"(?:what|where|why) (?:on earth )?(?:would|could|should) (?!you\b)[^?]{2,60}\b(?:be doing|do with|doing with|come from|be there)\b|"
    # A request in the form of a question: it is heard as one.
    r"(?:can|could|would|will) you (?:please |just |ever |kindly )*(?:(?:note|write|put|take|remove|delete|change|correct|add|skip|undo|forget|stop|set|mark|switch)\b|make (?:the|our|my|that|it) (?!easier|simpler|shorter|short|quick|clear|better)\w)|(?:can|could|may|shall) (?:i|we|you) (?:please |just |quickly )*(?:skip|pass|move on|go on|go back|undo|change|correct|amend|alter|fix|revise|redo|edit|add|take (?:that|it|this|something) back|put (?:something|that|it) right)\b)",
    _I,
)
# "Will you write in the report that …?" asks what will stand there, and wishes for nothing.
_WHAT_COMES = re.compile(rf"{_LEAD}will you (?:\w+ )?(?:write|put|note|add)\b[^.!?]{{0,30}}\breport\b", _I)
# What somebody wants who ends the talk, even without a question mark.
_REQUESTS = re.compile(
    r"\b(?:send|give|show|tell|print|mail|e-?mail|prepare) (?:me|us|it|the|my|our)\b|^\W*(?:what|where|how|which|can i|could i)\b",
    _I,
)
_OF_OTHERS = re.compile(
    rf"{_LEAD}(?:{_WH} )?{_AUX} (?:we|our|they|he|she|the (?:staff|nurses?|teachers?)|any(?:one|body)|some(?:one|body))\b",
    _I,
)
_OF_THE_TALK = re.compile(
    r"\b(?:you|your|done|finish\w*|nearly|questions?|report|answer|write|say|type|means?|meaning|(?:reads?|sees?|gets?|keeps?) (?:this|these|all this|what (?:i|we)))\b",
    _I,
)
# "What is this map for? I have a client waiting." tells why the question is put.
_OF_ONESELF = re.compile(r"\W*i(?:['’]m| am| have| must| need| want| will|['’]ve|['’]ll)\b(?! (?:no|not)\b)", _I)
# "Is it encrypted, no idea" and "where it happens: AWS" answer.
_OPEN = re.compile(
    r"[:=]\s|\bidk\b|\bdunno\b|\b(?:no idea|not sure|unknown)\b|\b(?:can|could|do|did|does)(?: not|n['’]?t)\b", _I
)
_OF_THINGS = re.compile(rf"{_LEAD}{_AUX} (?:the|our|there|an?|any|some|people|{_WH})\b", _I)
_DECIDED = re.compile(r"\W*(?:yes|no|none|nobody|partly|not|always|never|sometimes)\b", _I)
_YES_OR_NO = re.compile(
    r"\W*(?:just |only |a |please |simply |tell me |say )*(?:yes or (?:a )?no|(?:y|yes) ?/ ?(?:n|no))(?: please)?\W*",
    _I,
)
_BARE = re.compile(r"\W*(?:yes|yeah|yep|no|nope|ok(?:ay)?|sure|always|never|sometimes|partly)\b", _I)


# "Model card? whats that": the term stands before its question.
_TERM_FIRST = re.compile(
    r"\W*(?:(?:a|an|the|ok|and|sorry)\s+)?(?P<term>(?!(?:yes|no|ok|sorry|well|why|wait|again|say|always|never|now|so)\b)[^\W\d][\w-]*(?: [\w-]+){0,2})\s*(?:[?,:–—-]+\s*(?:and )?what(?:['’]?s| is| are| does) (?:that|this|it|those|they)(?: mean)?|(?:\s[–—-]|\?)\s*(?:and )?what)\W*$",
    _I,
)
# "Quantised - I know the term from physics. What is it here?"
_TERM_TOLD = re.compile(
    r"\W*(?:(?:a|an|the|ok|and)\s+)?(?P<term>(?!(?:yes|no|ok|sorry|well|always|never|partly)\b)[^\W\d][\w-]{2,}(?: [\w-]{2,})?)\s*[?!,:–—-]+\s[^.?!]{0,60}\b(?:word|term|heard|know)\b[^.?!]{0,40}[.!,;–—-]+\s*(?:and |but |so )?what (?:is|does|are|do) (?:it|that|this|they)(?: mean)?(?: here| for you| in this case)?\W*$",
    _I,
)
# "If they are encrypted I am not sure, what does it mean that one, encrypted?" and "I asked what means encrypted".
_TERM_LAST = re.compile(
    r"\bwhat (?:does|do) (?:it|that|this)(?: word)? mean(?: that one| this one| that| here)?,? (?!(?:exactly|please|then|really|here|again|anyway|actually|though|now|for us|in english)\b)(?P<term>[^\W\d][\w-]{3,}(?: [\w-]{3,})?)\W*$|\bi asked what (?:means?|is) (?:an? )?(?P<asked>[^\W\d][\w-]{3,})\b",
    re.I,
)
# "I don't know what a model card is, is it a phone card?" and "never heard of a foundry, what is it?"
_TERM = r"(?:an? |the )?(?P<{0}>(?!(?:it|that|this|they|them|these|those|you|i|we|is|are|means?|he|she|to|of|the|all|such|your?|our|my)\b)[^\W\d][\w’'-]*(?: (?!(?:is|are|means?|should|would|and|but)\b)[\w’'-]+){{0,2}}?)"
_TERM_UNKNOWN = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:(?:(?:do|did) ?n['’]?t|dont|(?:do|did) not|not|no idea|no clue|hardly|cannot|can['’]t)\b(?: (?:really|even|quite|exactly))?(?: (?:know|understand|say|tell|sure))?,? "
    rf"what (?:(?:is|are|means?) {_TERM.format('of')}|{_TERM.format('term')} (?:is|are|means?))|(?:never|not|nobody|no one)\b[^.!?,;]{{0,30}}\bheard of {_TERM.format('heard')})(?: (?:exactly|even|really))?\s*[,.;:!?–—]+\s*"
    r"(?:and |but |so )?(?:what(?:['’]?s| is| are| does| do)|(?:is|are) (?:it|that|this|they)|(?:can|could|would|will) you|please|explain)\b[^.!?]{0,80}[.!?]*\s*$",
    _I,
)
# "Could you put yes for personal data": what is to be noted is told.
_ORDERS = re.compile(
    rf"{_LEAD}(?:(?:(?:can|could|would|will) you|please|pls|just|kindly|simply|you (?:can|may|should))\W+)*(?:put|write|note|mark|record|enter|set|tick|make it)(?: (?:it|that|this))?(?: down)?(?: (?:as|to|a|an))? (?=[\"'“‘]?(?:yes|no|partly|always|sometimes|never|none|nobody|unknown|not known)\b)",
    _I,
)


# "What if it fails? Then we write by hand."
_WHAT_IF = re.compile(rf"{_LEAD}what (?:if|happens|when|do we do)\b", _I)
_THEN = re.compile(r"\W*(?:well\W+)?(?:then|in that case|we (?!want\b|need\b|would like\b)|so then)\b", _I)
# Who breaks off ("Or is it …") asks nobody but themselves.
_BROKEN_OFF = re.compile(r"\W*(?:or|no|wait|hang on|but)\b[^?]*(?:\.{2,}+|…)\W*+$", _I)


@dataclass(frozen=True, slots=True)
class Parts:
    """``tells`` is the message with everything else turned into spaces, so that every offset holds; ``asks`` the questions in their words.

    ``ends``: it ends the talk. ``parts_company``: it seems to, in words that no form knows.
    """

    tells: str
    asks: str = ""
    ends: bool = False
    parts_company: bool = False


def is_long(message: str) -> bool:
    """Whether a message is a page that is told as a whole."""
    return len(message.split()) > LONGEST or len(message) > LONGEST_TEXT


def parts_of(message: str, ref: str | None = None) -> Parts:
    """What a message said in answer to ``ref`` is made of.

    A message that does one thing only is told as a whole, also where that is a single question: its reader knows it as one.
    """
    if is_long(message):
        return Parts(message)
    closes = closes_the_talk(message, ref)
    open_part = message if closes is None else message[:closes]
    if term := _TERM_FIRST.match(open_part) or _TERM_UNKNOWN.match(open_part) or _TERM_TOLD.match(open_part):
        named = next(name for name in term.groupdict().values() if name)
        return Parts(" " * len(message), f"what is a {named}?", closes is not None)
    last = max((m.start() for m in SENTENCE.finditer(open_part)), default=0)
    if last and (term := _TERM_FIRST.match(open_part, last)) and not open_part[last:].rstrip().endswith("?"):
        # "No. Delete that. Model card - what": the rest is told.
        return _before_a_term(message, last, "", f"what is a {term['term']}?", ref, closes is not None)
    if word := _TERM_LAST.search(open_part):
        rest = message[word.end() :] if word["asked"] else ""
        asks = f"what does {word['term'] or word['asked']} mean?"
        return _before_a_term(message, word.start(), rest, asks, ref, closes is not None)
    order = _ORDERS.match(open_part)
    if order:
        return Parts(blanked(message, [order.span(), (len(open_part), len(message))]), ends=closes is not None)
    asked = _questions(open_part)
    tells = blanked(message, [*_closing_part(message, len(open_part)), *asked])
    asks = " ".join(_in_question_words(message[start:end]) for start, end in asked)
    if closes is not None:
        # "This is impossible. I am leaving": who goes says why, and answers nothing with it.
        tells = blanked(tells, untold(open_part, ends=True))
        # What was found is told at the close, whoever asks for it with their goodbye.
        if goes_with_the_result(message) is None:
            asks = " ".join(filter(None, (asks, _asked_at_the_close(message[closes:]))))
    if not asked:
        return Parts(tells, asks, ends=closes is not None)
    unheard = any(told_question(message[start:end]) for start, end in asked)
    if not has_content(tells) or (unheard and only_protests(tells)):
        # Nothing but a greeting or a sigh beside it: a question back, of one sentence or of several.
        tells = " " * len(message)
    return Parts(tells, asks, closes is not None)


def _before_a_term(message: str, at: int, rest: str, asks: str, ref: str | None, ends: bool) -> Parts:
    """The parts of a message that asks at ``at`` what a term is; ``rest``: what it tells behind that, to its end."""
    first = parts_of(message[:at], ref)
    tells = f"{first.tells}{' ' * (len(message) - at - len(rest))}{rest}"
    return Parts(tells, f"{first.asks} {asks}".strip(), ends)


def _closing_part(message: str, closes: int) -> list[tuple[int, int]]:
    """Where a message only ends the talk: what is to be done first is told, though it stands behind the goodbye."""
    first = BUT_FIRST.search(message, closes)
    if first is None:
        return [(closes, len(message))]
    return [(closes, first.start("what")), (first.end("what"), len(message))]


def _in_question_words(text: str) -> str:
    """A question as it is to be answered: "I asked if matron can see this" asks whether matron can see this."""
    text = text.strip(" ,;:–—-")
    return told_question(text) or text


def _asked_at_the_close(rest: str) -> str:
    """What is asked, or asked for, behind a wish to end: "Stop. Send me the report by email"."""
    asked = [m[0].strip() for m in SENTENCE.finditer(rest) if m[0].rstrip().endswith("?") or _REQUESTS.search(m[0])]
    # "I'll leave it there, is it bad?"
    return " ".join((asking_clauses(text) or [text])[-1] if closes_the_talk(text) == 0 else text for text in asked)


def only_tagged(message: str) -> bool:
    """Whether every sentence of a message that has a question mark tells something and only ends in a tag: "It's in there, isn't it?"."""
    asking = [s for s in sentences(message) if s.rstrip(" \n\"”’')").endswith("?")]
    return bool(asking) and all(_TAG.search(s) and has_content(_TAG.sub(" ", s)) for s in asking)


# What leads up to a question, or says behind it that it is one: "Could you tell me, please, …", "You did not answer me: …".
_LEADS_UP = re.compile(
    r"(?:^|(?<=[.!?]\s))\W*(?:(?:please|and|but|so|sorry)\W+)*(?:(?:can|could|would|will) you (?:please |kindly )?tell me(?:,? please)?|(?:please )?tell me(?:,? please)?|you (?:did not|didn['’]?t|have not|haven['’]?t|still did(?: not|n['’]?t)) "
    r"(?:answer(?:ed)?|say|said|tell|told)(?: me| that| it| my question)?|i (?:asked(?: you)?|(?:want|would like|['’]d like) to know|wonder)|my question (?:is|was))[\s,:;–—-]{1,3}(?=(?:what|who|whose|whom|which|where|when|why|how|is|are|do|does|did|can|could|may|will|would|should)\b)",
    re.I,
)
_IS_ASKED = re.compile(
    r",? (?:is|that['’]?s|that is) (?:all |just )?(?:what|all)(?: that)? i(?:['’]?m| am|['’]?ve)? ask(?:ing|ed)?\b,?",
    re.I,
)


def put_plainly(asks: str) -> str:
    """Questions without what only leads up to them: "You did not answer me: which risk is the gravest?" asks which risk is the gravest."""
    return _IS_ASKED.sub(",", _LEADS_UP.sub("", asks)).strip(" ,") or asks


def sentences(message: str) -> list[str]:
    """The sentences of a message, in order."""
    return [m.group().strip() for m in SENTENCE.finditer(message)]


def sentences_before(part: str, message: str) -> list[str]:
    """The sentences of a message that stand before a part of it, in order."""
    return sentences(message[: max(0, message.find(part))])


def question_form(text: str) -> bool:
    """Whether words ask by their form."""
    if _BROKEN_OFF.match(text):
        return False
    return (
        "?" in text or wants_the_list(text) or of_all_notes(text) or asks_by_words(text) or bool(asking_clauses(text))
    )


def asks_by_words(text: str) -> bool:
    """Whether words ask without a mark."""
    return bool(_ASKS_PLAINLY.match(text)) or asks_what_counts(text) or asks_in_order(text)


def asks_what_counts(text: str) -> bool:
    """Whether words ask if a thing falls under a word, with a mark or without: "is a voice personal"."""
    return _COUNTS_IT.match(text) is not None


def asks_in_order(text: str) -> bool:
    """Whether a short sentence without a mark asks by its order of words, and nothing in it answers."""
    return len(text.split()) <= SHORT and bool(_IN_ORDER.match(text)) and not _tells(text)


def seems_to_ask(text: str) -> bool:
    """Whether a short sentence that told nothing asks: "what if Amazon is down", "does it use much electricity"."""
    asks = len(text.split()) >= LEAST and len(sentences(text)) == 1 and bool(_SEEMS.match(text))
    return asks and len(text.split()) <= SHORT and not _tells(text)


def _tells(text: str) -> bool:
    return answers_by_form(text) or bool(_TELLS_WHAT.match(text))


def answers_by_form(text: str) -> bool:
    """Whether words tell though they begin like a question: "what is stored are the letters", "is it encrypted, no idea"."""
    return bool(_CLEFT.search(text) or _OPEN.search(text))


def asks_whether(text: str) -> bool:
    """Whether a text of one sentence asks for a yes or no by its order of words: "is what I write private"."""
    return len(sentences(text)) == 1 and bool(_WHETHER.match(text)) and not _TAG.search(text)


def may_ask(text: str) -> bool:
    """Whether one short sentence may ask or want something of the assistant, where its matter bears that out."""
    if len(sentences(text)) != 1 or len(text.split()) > SHORT or ("?" not in text and _AT_SUCH_A_TIME.match(text)):
        return False
    return bool(_MAY_ASK.match(text) or _MAY_WANT.match(text)) or as_asked_before(text) == OTHERS


def asking_clauses(sentence: str) -> list[str]:
    """The clauses after the first that ask: "I have it as a PDF, can I send you that"."""
    clauses = (c for c in re.split(r"[,;:–—]\s+", sentence)[1:] if not _ONLY_A_TAG.match(c))
    return [c for c in clauses if asks_by_words(c)]


def has_content(text: str) -> bool:
    """Whether words are more than a greeting, a sigh or a lead-in."""
    bare = text.strip(" \n\t.,;:!?…–—-")
    return bool(bare) and not only_courtesy(bare) and not re.fullmatch(rf"(?:{_LEAD})", f"{bare} ", _I)


def _questions(message: str) -> list[tuple[int, int]]:
    """Where a message puts a question to the assistant; nothing for one that only asks and in one sentence."""
    spans = [m.span() for m in SENTENCE.finditer(message)]
    texts = [message[start:end] for start, end in spans]
    found = [span for at in range(len(spans)) if (span := _question_in(message, spans, texts, at))]
    for at, (span, text) in enumerate(zip(spans, texts, strict=True)):
        if at and spans[at - 1] in found and _YES_OR_NO.fullmatch(text):
            # "Did you note it? Yes or no."
            found.append(span)
    before_answers = [at for at, span in enumerate(spans[:-1]) if span in found and spans[at + 1] not in found]
    if len(before_answers) >= LISTED:
        # Questions with their answers, one after the other, are somebody's own list.
        return []
    if (
        len(spans) == 1
        and found == spans
        and not (_only_wants_to_know(texts[0]) or told_question(texts[0]) or as_asked_before(texts[0]) != texts[0])
        and not of_all_notes(texts[0])
    ):
        return []
    if any(wish_in(message[start:end]) for start, end in found):
        # "My English is poor" goes with the wish for simpler words.
        found += [span for span, text in zip(spans, texts, strict=True) if span not in found and of_themselves(text)]
    return sorted(found)


# "A speech that we paste in first: explain as to a tired man, short words" is said to the tool.
_TOLD_TO_IT = re.compile(
    r"\b(?:paste[sd]?|pasting|prompt\w*|instruct\w*|(?:tell|told|tells|ask|asks|asked|feed|fed|give|gave) (?:it|the (?:bot|tool|app|machine|ai|chat\w*))|(?:wrote|write|type[sd]?|put) (?:\w+ ){0,5}(?:first|in front|before|at the top))\b[^.!?\n]{0,40}:",
    re.I,
)


def _question_in(message: str, spans: list[tuple[int, int]], texts: list[str], at: int) -> tuple[int, int] | None:
    """Where the sentence at ``at`` puts a question or a wish to the assistant."""
    (start, end), text = spans[at], texts[at]
    after = texts[at + 1] if at + 1 < len(texts) else ""
    if wish_in(text) and not _TOLD_TO_IT.search(text):
        return start, end
    if asks_nobody(text):
        return None
    if told_question(text):
        return (start, end) if (start, end) in untold(message) else None
    if told := _told_within(text):
        return start + told, end
    asks = _asks(text) or _WANTS.match(text) or _asks_at_the_end(text, at, texts)
    if asks and not _answered_by_themselves(text, after):
        return start, end
    if (inner := _INNER.search(text) or _INNER_OR.search(text)) and not _BARE.fullmatch(inner["asks"]):
        if (
            len(spans) > 1
            and _OF_THE_TOPIC.match(inner["asks"])
            and _ONLY_A_TOPIC.fullmatch(text[: inner.start("asks")])
        ):
            # "Model card, what is this?" tells nothing of a model card.
            return start, end
        return start + inner.start("asks") if has_content(text[: inner.start()]) else start, end
    return None


# "Can you skip those?" wants it done.
_SKIPS = re.compile(
    r"\W*(?:(?:ok|please|hey|sorry)\W+)?(?:can|could|may|shall|would) (?:you|we|i) (?:please |just |maybe )?(?:skip|pass(?: on| over)?|leave out|move on from) (?:it|this|that|those|these|them|(?:the|this|that|these|those) (?:question|rest|one)s?)(?: (?:one|ones|please|now|then|for now|for me))*\W*",
    _I,
)
# What asks what something is that stands before it, and nothing but that.
_OF_THE_TOPIC = re.compile(
    r"\W*(?:and |but |so )?(?:what(?:['’]?s| is| are| was)? (?:this|that|it|those|these|they)\b(?! (?:to|for|about|with|all)\b)|what does (?:this|that|it) mean|what do (?:you|they|those|these) mean|meaning what|what kind of (?:thing|animal) is)",
    _I,
)
_ONLY_A_TOPIC = re.compile(
    r"(?!.*\b(?:it|we|they|i|he|she|you|is|are|was|has|have|do|does|keeps?|reads?|uses?)\b|.*n['’]t\b)\W*(?:(?:the|a|an|this|that|and|but|so|ok|oh|hm+)\s)*(?:[\w’'-]+\s){0,3}[\w’'-]+\W*",
    _I,
)


_SETS_DOWN = re.compile(
    r"\W*(?:(?:well|so|then|ok(?:ay)?|hm+)\W+)*(?:let(?:['’]?s| us) (?:just )?(?:say|put|call it)|(?:put|write|note|make it|call it|i(?:['’]d| would)? say) (?:it |that )?(?:down )?(?:as )?)(?: a)? (?:yes|no|partly|always|sometimes|never)\b",
    _I,
)


def sets_down(text: str) -> bool:
    """Whether a sentence says what is to be written: "let us say no" answers, and does not ask what a no means."""
    return _SETS_DOWN.match(text) is not None and "?" not in text


def skips(message: str) -> bool:
    """Whether a message that looks like a question wants the open one passed over."""
    return _SKIPS.fullmatch(message) is not None


def asks_nobody(text: str) -> bool:
    """Whether a sentence asks nothing of the assistant, though its words may look so: a tag, a way of speaking, a wish to stop."""
    if sets_down(text):
        return True
    spoken = _NOT_MEANT.match(text) and not _WHAT_COMES.match(text)
    return bool(_TAG.search(text) or _IS_SO_OK.match(text) or spoken or _BROKEN_OFF.match(text) or wants_to_stop(text))


def _asks_at_the_end(text: str, at: int, texts: list[str]) -> bool:
    """Whether a sentence asks by its mark alone: one of the talk by its form ("done?"), or a whole one behind an answer ("Names and numbers.
    A phone number is personal?").
    """
    if not text.rstrip().endswith("?"):
        return False
    whole = at and at == len(texts) - 1 and LEAST <= len(text.split()) <= SHORT
    plain = whole and not re.search("[,;:]", text) and (_WHOLE.match(text) or _MAY_ASK.match(text))
    return as_asked_before(text) != text or bool(plain)


def _told_within(text: str) -> int:
    """Where a question begins that is told at the close of a sentence: "No rules, and I'd like to know how long this takes"; 0 for none."""
    for cut in re.finditer(r"[,;:–—]\s+|\s+(?=(?:and|but) i\b)", text, _I):
        if told_question(text[cut.end() :]) and has_content(text[: cut.start()]):
            return cut.end()
    return 0


def _only_wants_to_know(text: str) -> bool:
    """ "What are open weights?" states nothing, whatever words of a field it holds; "is it ChatGPT?" and "what about Sweden?" may."""
    if asks_what_counts(text):
        return True
    plain = re.match(rf"{_LEAD}(?:what|who|whose|why|how|where|which)\b(?! (?:about|if|was|were)\b)", text, _I)
    return bool(plain) and (text.rstrip().endswith("?") or asks_in_order(text)) and move_of(text) is None


def _asks(text: str) -> bool:
    if text.rstrip(" \n\"”’')").endswith("?"):
        inner = _INNER.search(text)
        if _JUDGES_IT.search(text):
            return True
        return bool(_ASKS.match(text)) and not (inner and says_nothing(text[: inner.start()]))
    if _NOT_SURE_WHAT.search(text) or _asks_of_notes(text) or wants_the_list(text) or as_asked_before(text) == PRIVATE:
        return True
    if _LISTS.match(text) and as_asked_before(text) == MISSING:
        return True
    return len(text.split()) <= SHORT and asks_by_words(text) and not answers_by_form(text)


def _asks_of_notes(text: str) -> bool:
    """ "What've you got" without a mark; not "what you have got is wrong"."""
    asks = len(text.split()) <= SHORT and of_the_notes(text) is not None and _MAY_ASK.match(text)
    return (
        bool(asks)
        and not answers_by_form(text)
        and not re.search(r"\b(?:wrong|right|correct|true|fine|good)\b", text, _I)
    )


_SEEKS = re.compile(rf"{_LEAD}(?:is|was|are|were)(?:n['’]t)? (?:it|that|this|they|he|she)\b", _I)


def _named_after(text: str, after: str) -> bool:
    """ "Is it Fundy something... Fundy Health Systems." thinks of a name, and then has it."""
    names = set(re.findall(r"(?<!^)(?<![.!?] )\b[A-ZÀ-Þ][\w’'-]+", text))
    return (
        bool(names) and _SEEKS.match(text) is not None and re.match(rf"\W*(?:{'|'.join(names)})\b", after) is not None
    )


def _answered_by_themselves(text: str, after: str) -> bool:
    """ "Do we check? Always." and "Who made it? Microsoft." tell; so does a question in another's name with anything after it."""
    after = after.strip()
    if not after or after.endswith("?") or _OF_THE_TALK.search(text) or _OF_ONESELF.match(after):
        return False
    if _WHAT_IF.match(text) and _THEN.match(after):
        return True
    if _ECHO.fullmatch(text) or _named_after(text, after):
        return True
    if _OF_OTHERS.match(text) or (_OF_THINGS.match(text) and _DECIDED.match(after)):
        return True
    if _OF_THE_TOOL.match(text) and _NO_CLUE.match(after):
        return True
    return (
        bool(re.match(rf"{_LEAD}{_WH}\b", text, _I))
        and len(after.split()) <= OWN_ANSWER
        and not _BARE.match(after)
        and not only_courtesy(after)
    )
