"""What a person wants with a message: answer, question, correction, skip, stop, undo or other."""

from __future__ import annotations

import re

from vcassist.interview.corrections.correcting import may_correct, put_instead, wants_undo
from vcassist.interview.ports import Intent, Proposal
from vcassist.interview.remarks.goodbyes import closes_the_talk
from vcassist.interview.remarks.moves import speaks_of_stopping, stops_the_talk
from vcassist.reading.language import foreign
from vcassist.reading.thresholds import INTENT_TRUST
from vcassist.reading.trained import Guesses

_I = re.I
# From this chance on a few words that are an answer whole are one.
SURE_ANSWER = 0.85
# A message longer than this, in characters, says more than that somebody wants to stop or skip.
LONGEST_WISH = 160
_STOP = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|well|right|so|thanks?|thank you|sorry)[,.! ]+)*(?:(?:let['’]?s |lets |(?:we |i )?can (?:we )?|please |(?:i|we) (?:want|need|have) to |(?:i|we)['’]?d like to )*(?:stop|finish|end|quit|wrap up|call it a day|leave it(?= (?:here|there|for)\b))(?: (?:here|there|now|it|for (?:now|today|the day)|this|please|the interview|please))*|"
    r"that(?:['’]ll| will| would) (?:do|be (?:all|it|enough))\b.{0,30}|(?:that['’]?s |that is )?enough(?: (?:for (?:now|today)|questions|now|already|is enough|thanks?|thank you))*|that['’]?s (?:all|it) (?:for (?:now|today|me)|from (?:me|us)|folks|then|thanks?|thank you|i have time for)|(?:i|we)(?:['’]?m| am|['’]?re| are|['’]?ve| have)? (?:done|out of time|no more time|got to go|gotta go|must go|need to go|have to go)(?: (?:now|here|for (?:now|today)|then|thanks?|thank you|sorry))*(?:[,.;!].{0,40})?|"
    r"(?:no more|end of|done with) (?:questions|interview|for today).{0,20}|(?:show|give) me (?:the|my) report.{0,20}|(?:good)?bye.{0,20}|i['’]?m off.{0,20})\W*$",
    _I,
)
_SKIP = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|let['’]?s|lets|can (?:we|you|i)|please|i(?:['’]?d| would)?(?: rather| like to)?|just|we|could (?:we|you)|hmm+)[, ]+)*(?:skip|pass|next|move on|go on|another (?:one|question)|leave (?:it|that|this)(?: (?:one|out|blank))?|come back to (?:it|that|this)|later)(?:[, ]+(?:it|this|that|those|these|them|both|such|ones?|questions?|please|pls|thanks|the|on|to|go|over|for now|next|later|then|!))*\W*$",
    _I,
)
_ASKS = re.compile(
    r"^\W*(?:(?:sorry|um+|hm+|ok(?:ay)?|but|and|so|wait|well|excuse me|please|hang on)[,.: ]+)*(?:what|what['’]?s|who|why|how|where|which|when|is (?:that|it|this|there)|are (?:you|those|these|they)|do you|does (?:that|it|this)|did you|can you|could you|would you|will you|should (?:i|we)|explain|tell me what|i don['’]?t understand|meaning\b|you mean|define|come again|pardon|huh|in plain)",
    _I,
)
_ABUSE = re.compile(
    r"\b(?:fuck\w*|shit\w*|idiot|stupid (?:bot|machine|thing)|moron|bastard|screw you|piss off|shut up|useless (?:bot|machine|piece))\b",
    _I,
)
_ATTACK = re.compile(
    r"\b(?:ignore (?:all |any |your |the |previous |prior )+(?:rules|instructions|prompts?)|disregard (?:all|your|previous)|(?:your|show(?: me)? the|print the|reveal the|repeat the|new|override the|change the) system prompt|^\W*system prompt\W|you are now|developer mode|jailbreak|mark (?:everything|(?:all|every)(?: \w+){0,3}? (?:as|yes|no|fields?|answers?|questions?|controls?|compliant|green|done|ok))\b|set (?:all|every)\w* (?:to|fields)|reveal your|print your|api key|</?(?:system|script|instruction)|act as (?:an? )?(?:admin|root|dan))\b",
    _I,
)
_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|salaam|namaste|jambo|habari|thanks?|thank you|cheers|ok(?:ay)?|lol|haha\w*|nice|cool|great|wow|hmm+|um+|sorry)(?: (?:there|all|team|you|so much|very much|again|everyone|dear))*\W*$",
    _I,
)


def intent_of(message: str, asked: str | None) -> tuple[Intent, float]:
    """The intent by its form, and how sure that is (0 to 1); a low figure leaves it to the trained reader."""
    text = message.strip()
    if wants_undo(text):
        return "undo", 0.95
    if put_instead(text) is not None:
        # Whether anything is put in its place is found by reading the rest.
        return "correction", 0.9
    if _STOP.match(text) and len(text) < 120 and (stops_the_talk(text) or not speaks_of_stopping(asked)):
        return "stop", 0.95
    if len(text) < 120 and closes_the_talk(text, asked) == 0:
        return "stop", 0.95
    if _SKIP.match(text) and len(text) < 80:
        return "skip", 0.95
    if not any(c.isalnum() for c in text):
        if asked and re.search("[🤷👍👎✅❌✔✖]", text):
            return "answer", 0.5
        return ("question", 0.9) if "?" in text else ("other", 0.9)
    if foreign(text, asked):
        return "other", 0.95
    if _ATTACK.search(text):
        return "other", 0.9
    if _GREETING.match(text) and not asked:
        return "other", 0.9
    if may_correct(text):
        return "correction", 0.6
    if text.endswith("?") and _ASKS.match(text):
        return "question", 0.85
    if _ABUSE.search(text) and len(text) < 80:
        return "other", 0.7
    return "answer", 0.3


def wanted(
    message: str, asked: str | None, formal: Intent, guesses: Guesses | None, proposals: list[Proposal]
) -> Intent:
    """What the person wants, where its form alone does not tell: by the trained reader, held against what was proposed."""
    if guesses is None or guesses.intent_sure < INTENT_TRUST:
        asks = formal == "answer" and not proposals and asked is None and message.rstrip().endswith("?")
        return "question" if asks else formal
    learned, sure = guesses.intent, guesses.intent_sure
    long = len(message) > LONGEST_WISH
    strongest = max((p.confidence for p in proposals), default=0.0)
    if learned == "stop" and strongest < 0.8 <= sure and not long:
        return "stop"
    answers = formal if formal == "correction" else "answer"
    least = {"stop": 0.65, "undo": 0.8}.get(learned)
    if least and (proposals or long or sure < least):
        return answers if proposals else "other"
    if learned == "skip" and (proposals or long):
        return answers
    if learned == "other" and asked is not None and any(_is_all_of(p, asked, message) for p in proposals):
        # "Dar es Salaam" is no greeting.
        return answers
    return learned  # type: ignore[return-value]


def _is_all_of(told: Proposal, asked: str, message: str) -> bool:
    """Whether a message is nothing but the known answer to what was asked."""
    whole = told.quote.strip(" .,!").casefold() == message.strip(" .,!").casefold()
    return told.ref == asked and told.status == "known" and told.confidence >= SURE_ANSWER and whole
