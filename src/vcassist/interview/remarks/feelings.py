"""What weighs on somebody who answers: grief, exhaustion, fear for the job, guilt, worry, said in passing. Pure.

Forms only, and only of the speaker, or of a death or a harm just now: many who answer here work with people who suffer, and name their
work. Each kind has its own sentence; what is missed costs warmth and no fact.
"""

from __future__ import annotations

import re
from typing import Literal

from vcassist.interview.sentences import SENTENCE

Feeling = Literal["job", "grief", "guilt", "tired", "apology", "worry"]
_I = re.I
_ADV = r"(?:(?:so|really|very|just|all|quite|rather|absolutely|completely|totally|too|a bit|a little|kind ?of|kinda|honestly|still|only|not|feeling|getting|being|that|a|an?|just so|more and more|afraid that) )*"
# "It is my fault", and not "my fault report".
ON_ME = r"(?:on me(?=\W*$|\s*[.,;!?])|(?:my|our)(?: own)? fault\b(?! (?!because|that|if|and|for|she|he|they|we|really|too|now|i\b)\w)|because of me\b|me who (?:did|broke|caused|made|sent|forgot|pushed|signed|brought|bought|chose|let|told|missed|pressed|agreed|trusted)\b)"
_I_AM = rf"\b(?:i(?:['’]?m| am|m| was| feel| felt| have been|['’]ve been| keep)|feeling) {_ADV}"
_NOW = r"(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month)|just now|an hour ago|(?:on |last )(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:two|three|a few|some|\d+) (?:days|hours|weeks) ago|here)"
_DIED = r"(?:died|(?:has |have )?passed(?: away| on)?|(?:was|were) (?:killed|buried|shot|found dead|taken from \w+)|drowned|is dead|did not make it|didn['’]?t make it)"
_KIN = r"(?:mum|mummy|mom|mam|mother|father|dad|parents?|husband|wife|partner|son|daughter|brother|sister|baby|child|twins?|nan|gran\w*|uncle|aunt\w*|cousin|nephew|niece|(?:best )?friend|colleague)"
# Of whose death or tears a sentence tells what the tool or the work does with it.
_OF_THE_WORK = re.compile(r"\b(?:if|when|whenever|whether|in case|tool|app|system|model|software|ai)\b", _I)
_OWN_START = r"(?:\b(?:i|we)\b[^.!?,;]{0,25}?|\A\W*(?:(?:sorry|and|but|so|just|well)\W+)*)"
_OURS = r"(?:mothers?|babies|baby|patients?|residents?|child(?:ren)?|kids?|(?:little|wee) ones?|people|pupils?|students?|girls?|boys?|famil(?:y|ies)|members?|colleagues?|neighbours?|friends?)"
_POWERS = r"(?:they|he|she|my (?:boss|manager|head|employer|director|supervisor|principal)|the (?:board|boss|head|director|manager|ministry|trust|council|school|hospital|trustees|office|bishop)|somebody|someone|anybody|head office)"
_PUNISH = r"(?:(?:fire|sack|dismiss)(?:e?s)? (?:me|us)|(?:suspend|discipline|punish|replace)(?:e?s)? (?:me|us (?=(?:with|by) (?:it|this|that|a|the|ai)\b))|lets? (?:me|us) go(?! (?:through|to|into|on|back|over|ahead|in|there)\b)|gets? rid of (?:me|us)|(?:kick|throw)s? (?:me|us) out|lays? (?:me|us) off|makes? (?:me|us) redundant|cuts? my (?:job|post|hours|pay))(?! (?:as|from (?:the|their|its) (?:app|list|service|platform|programme|program|tool))\b)"

_CLAUSES = re.compile(
    r"\s*[,;–—]\s+(?:and |but |so )?|\s+(?:but|so)\s+(?=(?:i|we|it|they|the|our|my|nobody|yes|no)\b)", _I
)
_EXCUSES = re.compile(r"\b(?:forgive|excuse|pardon|sorry|bear with)\b", _I)
# Concerns about a tool are of what goes into it and who gets at it, in words of daily caution.
_UPSET = re.compile(
    r"\b(?:sick|so|very|really|terribly|frightened|terrified|anxious|panick\w+|upset|sad|miserable|unhappy|helpless|hopeless|desperate|depressed|lonely|distressed|low|awake|sleep\w*|tears|cry\w*|dread|heart|stomach|chest|ill|head|mind|failure|fraud|can['’]?t stop|keep\w* (?:me|us|thinking|worrying))\b",
    _I,
)
_OF_DATA = re.compile(
    r"\b(?:data|privacy|names?|address(?:es)?|details|records?|files?|photos?|pictures?|recordings?|messages?|voices?|typ(?:e|ed|ing)|upload\w*|stor(?:e|ed|ing)|keeps?|keeping|kept|leak\w*|hack\w*|stolen|spying|listen\w*|train\w*|shar(?:e|es|ed|ing)|sold|sells?|server|cloud|supplier|vendor|company|tools?|apps?|ai|mistakes?|errors?|wrong answers?|biased?|accuracy|costs?|prices?|law|gdpr)\b",
    _I,
)
_POINTS_AT = re.compile(
    r"\b(?:that|this|it)(?:['’]?s| is| was) (?:just |only |exactly )?(?:what|why|where)\b[^.!?]{0,20}\b(?:afraid|scared|worried|nervous|concerned)\b|\b(?:afraid|scared|worried|nervous|concerned) (?:of|about) (?:that|this|it)\W*$",
    _I,
)
# A clause of fewer words beside a feeling goes with it.
TELLS = 3

# A feeling that its own words make small, or the everyday one of having done somebody wrong: "a bit guilty", "I feel bad about it".
_SMALL = re.compile(
    r"\b(?:a (?:bit|little|tad)|slightly|somewhat|rather|kind ?of|kinda|sort ?of|sorta) (?:guilty|ashamed|worried|nervous|anxious|scared|sad|afraid|upset|bad|low|tired|lost)\b|"
    r"\bfeel(?:ing)? (?:so |really )?(?:bad|uneasy|sorry) (?:about|abt|for|over|with)\b",
    _I,
)

_PATTERNS: tuple[tuple[Feeling, re.Pattern[str]], ...] = (
    (
        "job",
        re.compile(
            rf"\b(?:will|can|could|would|might|may|do|are|is|['’]ll|going to|gonna|want to|won['’]?t)\b(?: {_POWERS})?(?: \w+){{0,2}} {_PUNISH}\b|\b{_POWERS} (?:\w+ ){{0,3}}{_PUNISH}\b|"
            r"\b(?:am|are|will|could|can|would|might|['’]ll|be|been|get|getting) (?:i |we )?(?:\w+ ){0,3}?(?:sacked|fired|dismissed|made redundant|laid off|let go|suspended|lose my (?:job|post|place|position|work|licen[cs]e|pension))\b|"
            r"\b(?:i|my)\b[^.!?]{0,40}\b(?:los(?:e|ing) (?:my|the|this) (?:job|post|place|position|work|licen[cs]e|pension)|job (?:is |be )?(?:gone|over|at stake|on the line))\b|"
            r"\b(?:afraid|scared|frightened|fear|worried|nervous)\b[^.!?]{0,40}\b(?:my|our) (?:job|post|position|boss|manager|licen[cs]e|contract|residency|visa)\b",
            _I,
        ),
    ),
    (
        "grief",
        re.compile(
            rf"\b{_DIED}\b[^.!?]{{0,25}}\b{_NOW}\b|\b{_NOW}\b[^.!?]{{0,40}}\b{_DIED}\b|\b(?:i|we)(?:['’]ve| have)? (?:just )?(?:lost|buried|(?:had to |have to )bury) (?:[\w'’-]+ ){{0,3}}{_OURS}\b[^.!?]{{0,20}}\b{_NOW}\b|"
            rf"\b(?:i|we)(?:['’]ve| have)? (?:just )?(?:lost|buried|(?:had to |have to )bury) (?:my|our) (?:own |dear |old |poor )*{_KIN}\b(?![-’'])|\b(?:my|our) (?:[\w'’-]+ ){{0,2}}(?:{_DIED}|(?:is|was) (?:dying|in (?:the )?hospital|in intensive care|very ill|missing))\b|"
            rf"\bi had a (?:removal|funeral|burial|death|stillbirth|suicide)\b|\b(?:funeral|burial|wake) (?:was |is )?{_NOW}|\b(?:two|three|four|\d+|a|one) (?:[\w'’-]+ ){{0,2}}{_OURS} (?:{_DIED})\b|{_I_AM}(?:grieving|mourning|heartbroken|devastated|gutted|in bits|broken)\b|"
            rf"\b(?:he|she|they|the \w+|people|(?:mother|father|daughter|son|family)) (?:just )?(?:cried|wept|was crying|were crying|was in tears|broke down)\b(?= (?:in front of|on|to|with|at) (?:me|my|us)\b|\W*$|\s*[.,;!]|[^.!?]{{0,15}}\b{_NOW})",
            _I,
        ),
    ),
    (
        "guilt",
        re.compile(
            rf"\b(?:it|this|that)(?:['’]?s| is| was) {_ADV}{ON_ME}|\bi(?:['’]ll| will| can| could)? (?:never|not) (?:get over|forgive|live with)\b|{_I_AM}(?:guilty|ashamed(?! to)|to blame|responsible for what)\b|"
            r"\bi should (?:never )?have (?:checked|known|seen|stopped|noticed|looked|read|asked)\b(?![^.!?]*\b(?:but|and|so)? ?no\b)|\bi let (?:them|her|him|you|everybody|everyone) down\b|\b(?:my|our) hands? (?:still )?shak|\bpeople (?:were |got )?(?:hurt|harmed)\b[^.!?]{0,30}\b(?:me|i)\b|"
            r"\b(?:put|thrown|ended up|sent|left) (?:out )?(?:on|onto|in|into) (?:the )?(?:streets?|prison|jail)\b[^.!?]{0,40}\bbecause (?:of )?(?:i|we|my|our|me|us)\b|\bi had no answer for (?:him|her|them)\b",
            _I,
        ),
    ),
    (
        "tired",
        re.compile(
            rf"{_I_AM}(?:exhausted|worn out|drained|shattered|knackered|numb|burn(?:t|ed|ing) out|done in|dead on my feet|running on empty|at (?:the end of|my wits)|at my (?:wits|limit)|so tired|too tired|tired\b[^.!?]{{0,20}}\b(?:cry|sleep|think))|\bat the end of my (?:strength|tether|rope|wits)\b|"
            rf"{_OWN_START}\b(?:can['’]?t|cannot|can not) (?:think (?:straight|clearly|any ?more)|cope|take (?:any )?more|go on like this|keep (?:this|going))\b|{_OWN_START}\b(?:should(?:n['’]?t| not)) (?:even |really )?be (?:here|at work|doing this|working|typing)\b|"
            rf"{_OWN_START}\b(?:have|has|haven|hardly|barely|not|['’]ve)(?:['’]?t)? (?:\w+ ){{0,2}}slept\b|{_OWN_START}\bno sleep\b(?! \w+)|\bi (?:do not|don['’]?t|hardly|barely) (?:even )?sleep\b|{_OWN_START}\b(?:double|third|fourth|\d+[- ]hour) shift\b(?=\W*$|[,.;!]| (?:today|yesterday|in a row|and))(?<!we work a double shift)|"
            rf"(?:\b(?:i|we)(?:['’]ve| have)? (?:had|got|have|am having)|\bit(?:['’]?s| is| was| has)(?: been)?|\A\W*(?:sorry\W+)?) ?(?:(?:such|just|a|an|some|very|really|so) )*(?:bad|terrible|awful|horrible|hard|rough|long) (?:day|week|night|morning|news|year)\b(?=\W*$|\s*[,.;!–—]| (?:here|with|today|for (?:me|us)|and|so|at)\b)|\bmy (?:\w+ )?(?:bad|terrible|awful|long) (?:day|night)\b",
            _I,
        ),
    ),
    (
        "apology",
        re.compile(
            rf"\bsorry\b[^.!?]{{0,20}}\b(?:i(?:['’]?m| am|m)|for being|to be|for (?:my|all|the)) {_ADV}(?:slow|difficult|confus\w+|stupid|useless|thick|dense|all over the place|such a|a (?:nuisance|pain|bother|mess)|muddled|rambling|moaning|hopeless|no help|bad at|rant\w*)|"
            rf"{_I_AM}(?:confusing (?:you|myself|us|things)|(?:like )?(?:a |an )?(?:nuisance|burden|mess|fool|bother)|all over the place|hopeless at|useless|too (?:stupid|old|slow|thick) for|such an? \w+)\b|\bi(?:['’]m| am) (?:being )?(?:so )?(?:difficult|stupid|silly)\b",
            _I,
        ),
    ),
    (
        "worry",
        re.compile(
            rf"{_I_AM}(?:worried(?: sick)?|worrying|frightened|scared|afraid(?= (?:of|for)\b| to (?!say|report|tell|admit|disappoint)\w)|(?<=so )afraid|(?<=really )afraid|(?<=very )afraid|anxious|nervous|terrified|panick\w+|upset|sad|miserable|unhappy|helpless|hopeless|desperate|depressed|lonely|distressed|low(?! on\b)|(?:like )?a (?:failure|fraud))\b(?! (?:to say|that (?:is|we)))|"
            rf"\b(?:keep|keeps|kept|keeping) (?:me|us) (?:awake|up)\b|{_OWN_START}\b(?:awake|up) (?:half |all |most of |the whole |at )*(?:the )?night\b(?=[^.!?]*\b(?:worr\w+|over|about|think\w*|because)\b|\W*$)|\b(?:this|that|it|of it|about it),? (?:is what )?i think (?:of |about )?(?:it |this |that )?(?:in|at) (?:the )?nights?\b|{_OWN_START}\b(?:lie|lay|lying|been|was|am) awake\b|{_OWN_START}\bawake over\b|\b(?:i|we) (?:really |do )*(?:worry|fear) (?:for|about) (?:(?:my|our|the|these|those|all) )*(?:\w+ )?{_OURS}\b|\bworried sick\b|\bweigh(?:s|ing)? on me\b|"
            rf"{_OWN_START}\b(?:dread|losing sleep|lost sleep|in tears|could cry)\b|\bmakes me (?:ill|cry|sick|sad)\b|\bi (?:keep|can['’]?t stop) (?:thinking(?= (?:about|of)\b|\W*$)|worrying|crying)\b|\b(?:can['’]?t|cannot|can not) get \w+(?: \w+)? out(?: of)? my (?:head|mind)\b|\bmy (?:heart|stomach|chest) (?:is |was )?(?:pound|turn|sink|sank|tight|in)",
            _I,
        ),
    ),
)


def feeling_in(said: str) -> Feeling | None:
    """What weighs on the speaker, the gravest first; None for an ordinary message."""
    sentences = [m[0] for m in SENTENCE.finditer(said)]
    for kind, pattern in _PATTERNS:
        felt = [one for one in sentences if _tells(kind, pattern, one)]
        if kind == "worry" and all(_of_a_risk(one) for one in felt):
            continue
        if felt:
            return kind
    return None


def is_small(said: str) -> bool:
    """Whether a feeling is told as a small one: a long word on it would be more than was said."""
    return _SMALL.search(said) is not None


def _of_a_risk(sentence: str) -> bool:
    """Whether a worry is a concern about data or a tool, said in sober words: what may happen with it is answered, and not comforted.

    "This is what I am afraid of" only points at what was asked or told.
    """
    if _UPSET.search(sentence):
        return False
    return bool(_POINTS_AT.search(sentence) or _OF_DATA.search(sentence))


def _tells(kind: Feeling, pattern: re.Pattern[str], sentence: str) -> bool:
    found = pattern.search(sentence)
    if found is None:
        return False
    # "It tells us when a swimmer drowned here" is what the tool is for.
    told = kind == "grief" and _OF_THE_WORK.search(sentence[: found.end()])
    return not (told and not re.search(r"\b(?:my|i)\b", sentence, _I))


def felt_in(said: str) -> list[tuple[int, int]]:
    """The clauses of a message that tell of a feeling, and what hangs on them: nothing in them answers a question.

    A clause beside it that tells something is left to be read: "I'd have to close the clinic, it's my fault".
    """
    spans = []
    for sentence in SENTENCE.finditer(said):
        if not feeling_in(sentence[0]):
            continue
        cuts = [m.end() for m in _CLAUSES.finditer(sentence[0])]
        parts = list(zip([0, *cuts], [*cuts, len(sentence[0])], strict=True))
        felt = [(a, b) for a, b in parts if feeling_in(sentence[0][a:b])] or parts
        short = [(a, b) for a, b in parts if len(sentence[0][a:b].split()) < TELLS or _EXCUSES.search(sentence[0][a:b])]
        spans += [(sentence.start() + a, sentence.start() + b) for a, b in sorted({*felt, *short})]
    return spans
