"""Whether a message takes back or sets right something that was said, and where what it puts in its place begins. Pure.

Forms only. The reader asks here whether a message wants an undo or a correction, the interview whether to act on it: one place, so
that the two agree.
"""

from __future__ import annotations

import re

from vcassist.interview.sentences import PART

_I = re.I
# "Go back to paper" tells what is done without the tool: to go back within the talk says so, or nothing more.
GO_BACK = r"go back(?:,? (?:one(?: question| step| answer)?|a (?:step|question)|please|again|now|to (?:the|that|my) (?:last|previous) (?:question|answer|one)))*(?=\W*$)"
# Words that only take something back, ask for it politely or say why; a reason runs to the end of its sentence.
_COURTESY = (
    r"(?:please|kindly|pls|plz|thanks?|thank you|now|again|ok(?:ay)?|sorry|(?:will|would|could|can) you|for me|all of it|entirely|completely|whole|if (?:you|i) (?:can|may|could)|too|then|so|oh|"
    r"(?:because |since |as )?(?:i(?:['’]m| am| was| have| had)(?: (?:not|just|only|so|too|still))* (?:thinking|tired|confused|distracted|guessing|joking|reading|looking|on the wrong)|i (?:pressed|clicked|hit|tapped|chose|typed) (?:the wrong|that|it|on|too)|"
    r"it['’]?s (?:late|early)|wrong (?:button|page|line|box|question|window))[^.;!?]*+|"
    r"my (?:mistake|bad|error|fault)|(?:(?:that|it|this)(?:['’]?s| is| was)?|was|is) (?:all |just |a |an |completely )*(?:wrong|mistake|error|nonsense|rubbish|typo|slip)|i (?:was|got it) wrong)"
)
_LAST = r"(?:my|the|that|this|your)(?: very)? (?:last|previous|latest)(?: (?:one|answer|thing|message|bit|line|entry|point|reply|sentence|step))?"
_SAID = r"(?:what|everything|whatever|all) (?:i|we)(?:['’]?ve| have| had)?(?: just)? (?:said|told you|wrote|written|put|typed|answered|gave you)(?: (?:just now|earlier|before|last|there))?"
# A part of what was said, by what it is: "the bit about children", "that name".
_BIT = r"(?:the|that|this|my) (?:\w+ )?(?:(?:part|point|entry)(?= (?:about|on|with|regarding|concerning|where)\b)|bit|thing|sentence|line|remark|statement|name|number|figure)(?: (?:i|we) (?:said|told you|wrote|put|gave you))?"
_WHAT = rf"(?:{_LAST}|{_SAID}|{_BIT}|last(?: one)?|that|it)"
# What it was about is still part of taking back: "forget what I said about the size, we're 60".
_ABOUT = r"(?:,? (?:about|on|with|regarding|concerning) (?:(?:the|my|our|being|having) )?[\w'’-]+(?: (?!(?:we|it|they|he|she|i|there)\b)[\w'’-]+){0,3}(?=\W*$|\s*[,.;:!?–—-]|\s+(?:we|it|they|i|there)\b))?"
_TAKE_BACK = re.compile(
    r"^\W*(?:(?:oops|sorry|wait|no|(?:ah|oh)(?: dear| no)?|argh|hm+|er+|please|kindly|(?:can|could|would|will) (?:you|we|i)(?: please)?|pls|hang on|hold on|actually|well|ok(?:ay)?|let me|let['’]?s|i(?:['’]ll| will|['’]d like to| want to| have to| must| need to)?)[,.!: –—-]+)*"
    rf"(?:undo(?: {_WHAT})?(?![\w'’])|(?:take|took) (?:{_WHAT}) back\b|take back {_WHAT}(?!\w)|(?:scratch|strike|forget|ignore|disregard|cancel|delete|remove|erase|retract|withdraw) (?!it\b){_WHAT}(?! (?:model|tool|system|part|data)\b)(?!\w)|scratch it\b|{GO_BACK})"
    rf"{_ABOUT}",
    _I,
)
_ONLY_COURTESY = re.compile(rf"(?:\W|\b{_COURTESY}\b)*+", _I)
_TAKES_BACK = re.compile(
    rf"\b(?:(?:undo|take|took|taken|scratch|delete|strike|forget|remove|cancel|ignore|retract|withdraw)\b|{GO_BACK})",
    _I,
)
_CORRECTS = re.compile(
    # Who makes it is told ("we make it"); "make it 140" is asked for.
    r"\b(?:(?<![\w’'] )(?<!\bto )make (?:that|it) (?!easy|easier|work|clear|clearer|better|sure|up|possible)|(?:sorry|please|rather|better|actually|so|no|and|but|then|you|pls) make (?:that|it) (?!easy|easier|work|clear|clearer|better|sure|up|possible)|(?:hold on|wait|hang on|sorry|oops)[,.:! ]+(?:no\b|not|it['’]?s|it is|that['’]?s|we['’]?re|i (?:meant|forgot|was)|the other)|no,? (?:wait|sorry|the other)|(?:(?<![\w’'] )|(?:small|little|slight|quick|one|a) )corrections?\b(?=\s*(?:$|[:,.!–—-])|\s+(?:to|of|on|please|from|there|here)\b)|i (?:meant|misspoke|misremembered)|"
    r"i (?:was|got (?:it|that)) wrong|(?:earlier|before|just now|a moment ago|previously|at the start) i (?:said|told|wrote|put)|i (?:said|told you|wrote|put) (?:[^.!?\n]{1,60}\b)?(?:but|wrong|badly|actually|(?:earlier|before)(?=\s*(?:$|[.,;:!?–—-])))|(?:what i said|that answer|my (?:last )?answer) (?:was|is)? ?.{0,20}(?:wrong|not right|a mistake)|on second thoughts?|(?:no|not|sorry|wait|on|round|mean|meant)\W+(?:that one\W+)?the other (?:one|way)|should have said|let me correct|my (?:mistake|error)|"
    r"i (?:also |however |just |really |now |probably )?(?:should|must|ought to|need to|have to|want to|would like to|may|might)(?: \w+ly)?(?: also| however| just| perhaps)? (?:correct|rectify|amend|revise)(?=\s*(?:$|[.,;:!?–—-])|,? (?:something|one thing|a thing|what|my|that|this|you|myself|here|an?\b))|i (?:should|must|ought to|need to|have to|want to|would like to) (?:put|set) (?:\w+ ){1,3}(?:right|straight)|"
    # Words for having got something wrong, and for putting it right.
    r"(?:wh)?oops|(?:got|had|put|told|said|gave|wrote|answered)(?: you)?(?: (?:it|that|this|them|that one|both))?(?: all| exactly| completely| quite)? (?:backwards|back to front|upside down|inside out|the wrong way (?:round|around|about))|(?<!\ba )scrap (?!of|paper|metal)\w+|mixed (?:(?:it|that|this|them|things) )?up|confused (?:it|that|this|them|the)|mis(?:read|heard|typed|spel\w+|remembered)|(?:was|is|were)(?: not|n['’]?t) (?:right|correct)\b|"
    # Said of one's own words: that they misled, went too far, were guessed, or should read otherwise.
    r"(?:i|we)(?:['’]m| am| was| were| have| had|['’]ve| did| must have)? (?:\w+ )?(?:mis(?:led|lead|spoke|wrote|typed|calculated|counted|informed|stated|taken)|exaggerat\w+|overstat\w+|understat\w+|mistaken|answered (?:that |it )?too (?:fast|quickly|soon)|(?:told|gave|given) you (?:the )?wrong\w*|got (?:\w+ ){1,2}wrong|had (?:it|that|this|them|\w+ \w+) (?:wrong|confused)|correct (?:myself|what|my|that)|should(?: not|n['’]?t)? have (?:said|called|told|written|put)|spoke too (?:soon|quickly|fast)|mix(?:ed)? (?:up )?(?:these|those|the two|them))\b|"
    # Of the way in which it was said: "I was unclear", "I did not say that well"; and of the assistant, who took it wrongly.
    r"i(?:['’]m| am| was| have been|['’]ve been)(?: \w+){0,2} (?:unclear|imprecise|inexact|(?:not|n['’]t)(?: \w+)? (?:clear|exact|precise))\b|i (?:did not|didn['’]?t|have not|haven['’]?t) (?:say|said|put|explain|explained|express|expressed|tell|told) (?:it|that|this|you that|myself|it all)(?: \w+)? (?:well|right|rightly|clearly|properly|correctly|exactly)\b|"
    r"you(?:['’]ve| have)? (?:got|took|taken|had|heard|understood|have) (?:me|it|that|this|us|them)(?: all| quite| completely)? wrong\b|you misunder\w+|"
    r"(?:that|it|what i \w+(?: \w+){0,3}|this) (?:was|is) (?:\w+ )?(?:badly|wrongly|poorly) (?:put|said|worded)|(?:was|is) (?:a (?:bit|little) |much |far |rather )?(?:too (?:rosy|strong|optimistic|hasty|quick|much said)|an exaggeration|(?:not|hardly) (?:quite |really |exactly )?(?:the )?right word)|"
    r"(?:^|[.,;:!–—-]\W*)should have (?:read|been)\b|(?<!there )should (?:really |rather )?read\b|(?<![\w ])for [\w'’ -]{2,40} read [\w'’-]+|contrary to what (?:i|we)|i (?:take|took|must take|have to take) back\b|(?:as|than) (?:i|we) (?:claimed|had claimed|wrongly said)|(?:wanted|meant|intended) to (?:say|write|type)\b|come to think of it|"
    r"you (?:have |['’]ve )?(?:noted|put (?:us|me|it|that) down|wrote|written|recorded|have (?:[\w'’-]+ ){1,4}(?:in your notes|on record|written down|down))\b|(?:please|pls|kindly|you can|you should|could you) (?:turn|change|correct) .{1,50}\b(?:to|into)\b|"
    r"(?:please |pls |kindly |must |should |could you |can you )?replace (?:it|that|this|[\"“'‘][^\"”'’]{1,40}[\"”'’]|my \w+(?: \w+)?) (?:with|by)\b|(?:you|it|the (?:list|notes?|report|map)) still (?:have|has|records?|recorded|says?|shows?|lists?|reads?|notes?)\b|(?:hang on|hold on|wait)(?: though| a (?:second|minute|moment))?,? i (?:told|said|did tell|did say|wrote)\b|i correct\b(?! (?:it|them|the|their|its|his|her|every|all|what|mistakes|errors|texts?)\b)|"
    r"(?:can|could|may) i (?:please |just |quickly )?(?:change|alter|amend|fix|correct|revise) (?:something|that|this|it|one|an?)\b|(?:change|alter|amend|fix|correct) (?:my|the|that|one|an?) (?:last |earlier |previous )?(?:answer|thing|entry|point)|(?:please|pls) (?:amend|correct|fix)|(?<![\w ])meant\b|(?:^|[.,;:!?–—-]\s{1,3})(?:(?:and|but|no|so|just|oh)\W{1,3}){0,3}to correct (?:the|that|my|this|your|myself|what)\b[^.;:!?\n]{0,40}[:,]|is (?:really )?spel(?:led|t))",
    _I,
)  # fmt: skip


# "No, but there should be" answers; "that should be Sweden" puts something in the place of what was said.
_SHOULD = re.compile(
    r"^(?!\W*(?:yes|yeah|yep|no|nope|nah|not|nobody|none)\b).*\b(?:it|that|this|which|(?:my|the|that) (?:\w+ )?answer|what i (?:said|wrote)) should (?:be|have been) \w",
    _I | re.S,
)
# Looser forms, by which a message is called a correction; whatever it says is still weighed like an answer.
_MAY_CORRECT = re.compile(
    r"\b(?:no,? wait|wait,? no|(?:wait|hang on|hold on|sorry)\b[^.?!]{0,60},? not \w+|sorry,? (?:i meant|not|it['’]?s|that|wrong)|i meant|i mean(?:t)? (?:not )?\w+,? not|correction|i (?:was|got (?:that|it)) wrong|i misspoke|my mistake|made a mistake|"
    r"(?:earlier|before|previously|last time|yesterday|at the start|just now|a minute ago|above) i (?:said|told|wrote|put|answered|mentioned|claimed)|i (?:said|told you|wrote|put|answered|mentioned) .{0,60}(?:earlier|before|but|wrong|actually|not)|"
    r"(?:what i|that i) (?:said|told|wrote) .{0,40}(?:wrong|not right|incorrect|was about)|not .{1,40}[,:;] (?:but|it['’]?s|rather)|actually(?:,| no| it['’]?s| that| we)|change (?:that|it|my answer)|let me correct|to correct|should have said|scrap that|strike that)\b",
    _I,
)
# Where somebody who answers turns round. A mark stands alone, so that "the nurses wait" and "it is meant for them" are none.
_TURN = re.compile(
    r"\s*(?:→|=+>|-+>|»)\s*|"
    # "Stored in Kampala, ah no Ireland": a sigh with a no behind a name, and at once another.
    r"[,.;:!?–—-]\s*(?:oh|ah|er+m?|hm+|oops|eh)\W+no\W+(?=\w+\W*$)|"
    r"(?:[,.;:!?–—-]\s*|(?<![^\W_])(?:oh|ah|hm+|no)\s+)(?:(?:oh|ah|no|hm+|er+|and|but)\W+)*"
    r"(?:sorry|wait|hang on|hold on|oops|correction|scratch that|strike that|i take (?:that|it) back|actually|i (?:meant|misspoke|mean|was wrong)|meant|my mistake)\b"
    r"(?:\W+(?:sorry|wait|no wait|i (?:meant|misspoke|mean|was wrong)|meant|i take (?:that|it) back|to say|it['’]?s|that['’]?s|make (?:it|that)|rather)\b)*\W*",
    _I,
)
# "*LibraBot" puts a name right, "s/Hetzner/Scaleway/" anywhere, and an order to note something else.
_PUTS = re.compile(
    r"^\s*\*\w[^*\n]*$|(?<!\w)s/[^/\s][^/]*/[^/]+/|\b(?:so |please |pls |just |kindly |you can |and )(?:put|note|write|mark|make it|set) (?:down )?(?:an? |it as |that as |us (?:down )?(?:as|under) )",
    _I,
)
# A no that leads up to putting something else right.
_LEADS_UP = re.compile(
    r"\W*(?:(?:oh|ah|hm+|er+)\W+)*no\W+(?:(?:oh|ah|but|and|well)\W+)*(?:wait|hang on|hold on|sorry|no|not|actually|earlier|before|i (?:meant|was|got|said|misspoke))\b",
    _I,
)
# What is put for it in the way of people who write programs.
_PUT_FOR = re.compile(r"^\W*s/([^/]+)/([^/]+)/?g?\W*$")
LONGEST_TURN = 14
LONGEST_BEFORE = 6
# Who begins so speaks of an earlier answer, not of this one.
_EARLIER = re.compile(r"\b(?:said|told|wrote|earlier|before|meant|answered|wrong)\b", _I)
_INTERJECTION = r"(?:oh|ah|hm+|um+|er+|well|ok(?:ay)?|sorry|wait|hang on|hold on|oops)"
_TOOLS = r"(?:tools|apps|applications|systems|programs|programmes|things|of them)"
_ADDS = re.compile(
    rf"\b(?:two|three|four|both|several) (?:different |separate )?{_TOOLS}\b(?! are (?:one|the same))|\b(?:not|n['’]t) the only (?:one|tool|app|person)\b|\bnumber two\b|"
    r"\bone more (?:place|source|thing|one|kind|sort|group|way|house|supplier|country)\b|\bnot (?:only|just) (?:the |our )?\w+ but\b|\b(?:also|too|as well|another|besides?|additional(?:ly)?|in addition|on top|plus|second|both|apart from|as well as|along with|forgot|left out|omit(?:ted)?|overlooked|(?:did ?n['’]?t|not|failed to|neglected to) mention(?:ed)?)\b",
    _I,
)
# What is said behind a value that was wrong: "45 is wrong", "always was too strong", "Ireland was rubbish", "Gemini? No".
_WRONG_AFTER = re.compile(
    r"[\"”'’)]*(?:\s*\?+\s*no\b|(?: (?:there|i (?:said|gave(?: you)?|told you|wrote|put|mentioned)))?,?(?:\s+(?:is|was|were|are)|['’]s)"
    r"(?:n['’]t| not| never)?(?: (?:all|quite|a bit|a little|just|completely|simply|plainly|much|far|way|plain))*"
    r" (?:wrong|right|correct|true|incorrect|rubbish|nonsense|false|outdated|too \w+|an? (?:mistake|typo|slip|lie|error|exaggeration)|(?:stupid|silly|daft|dumb|careless|hasty)(?: of me)?|last (?:year|month|week|term|summer|winter)|(?:only |just )?(?:what|where|who) (?:we (?:had|used)|(?:my|our|his|her|their|i)\b)|(?:the|our|an?) (?:old|former|previous) [\w’'-]+|the last (?:one|provider|supplier|name|tool|system|place|address)|before|years ago|gone|history|closed down|no more))\b|\s+(?:any ?more|no more|no longer)\b|\s+should (?:really |rather )?(?:be|read|have been)\b",
    _I,
)
_RIGHT_AFTER = re.compile(
    r"[\"”'’)]*,?(?:\s+(?:is|was|are)|['’]s)(?: (?:all|quite|just|completely))* (?:right|correct|true)\b", _I
)


def corrects(message: str) -> bool:
    """True when the form of a message says that something said before was wrong."""
    return (
        bool(_CORRECTS.search(message) or _PUTS.search(message))
        or puts_right(message)
        or put_instead(message) is not None
    )


def may_correct(message: str) -> bool:
    """Like ``corrects``, and for looser forms too: "actually", "not this, it's that"."""
    return corrects(message) or bool(_MAY_CORRECT.search(message))


# So many words beside a bare order may tell what is right.
LEAST_BESIDE_AN_ORDER = 4
_JUST_AMEND = re.compile(
    r"\W*(?:(?:so|and|then|now|please|pls|kindly|could you|can you|would you|will you|you (?:should|must|can)|i (?:ask|beg) you to|be so kind (?:as to|and))\W+){0,3}(?:amend|correct|change|update|adjust|fix|rectify|revise|edit|put)\s(?:it|that|this|(?:the|that|this|your|my) (?:\w+ )?(?:entry|note|notes|record|records|answer|field|line|form|file|list|register|matter))(?:\s(?:right|accordingly|so|then|please|now|for me|in (?:your|the) (?:notes|list|record|form)|as (?:well|such))){0,2}(?:,? (?:please|pls|thanks?|thank you|kindly))?\W*",
    re.I,
)


def bare_orders(message: str) -> list[tuple[int, int]]:
    """Where sentences stand that only order a note to be changed, beside others that tell what is right: "Kindly amend the entry." """
    spans = [m.span() for m in PART.finditer(message)]
    bare = [(a, b) for a, b in spans if _JUST_AMEND.fullmatch(message[a:b])]
    rest = sum(len(message[a:b].split()) for a, b in spans if (a, b) not in bare)
    return bare if rest >= LEAST_BESIDE_AN_ORDER else []


def puts_right(message: str) -> bool:
    """True when a message says what an answer should have been; "no, but there should be" wishes for something instead."""
    return bool(_SHOULD.search(message))


def wants_undo(message: str) -> bool:
    """True when a message is an order to take back what was said before, and nothing else."""
    taken = _TAKE_BACK.match(message)
    return taken is not None and _ONLY_COURTESY.fullmatch(message, taken.end()) is not None


def put_instead(message: str) -> int | None:
    """Where a message that takes something back goes on to say more: most likely what is right instead. None where it does neither."""
    taken = _TAKE_BACK.match(message)
    if taken is None or _ONLY_COURTESY.fullmatch(message, taken.end()):
        return None
    return taken.end()


def leads_up(message: str) -> bool:
    """True when the no at the beginning of a message leads up to a correction ("no wait, not Norway") and refuses nothing."""
    return bool(_LEADS_UP.match(message))


# Who says what they said holds to it, and does not call it wrong.
_CLAIMS = re.compile(
    r"(?:^|[.,;:!?–—-]\s*|\b(?:and|but|as|like|that) )(?:i|we)(?:['’]ve| have| had| did| do)?(?: \w+ly| just| already| clearly)? (?:said|say|told you|tell you|repeat|insist)\b(?! (?:wrong|it wrong|that wrong))",
    _I,
)


_FOUND_OUT = r"(?:looked (?:(?:it|that|this|them) )?up|(?:double-)?checked|verified|asked|looked|read|found out|called|enquired|inquired)"
# "I said we have rules. I checked, they are a draft. So we don't": what was told, what was found, what follows.
_RETRACTS = re.compile(
    r"\b(?:i|we)(?:['’]ve| have| had)? (?:said|told you|wrote|answered)\b[^.;!?\n]{3,120}[.;!?\n]\s{0,3}"
    rf"(?:(?:but|and|well|now|then|today|yesterday|so)\W{{1,3}}){{0,2}}(?:i|we|my \w+|our \w+|the \w+|he|she|they)(?:['’]ve| have| has| had)? (?:just |now |only )?{_FOUND_OUT}\b",
    _I,
)
# Who looked it up says it better than they did before.
_LOOKED_UP = re.compile(
    r"\b(?:i|we|he|she|they|(?:my|our|the) \w+(?: \w+)?|(?-i:(?!No(?:body|ne|t)?\b)[A-Z]\w+))(?:['’]ve| have| has| had)? (?:just |now |only )?(?:looked(?: (?:it|that|this|them) up)?|went (?:to look|and looked|and checked)|(?:had|took) a look|(?:double-)?checked|verified|asked|found (?:it )?out)\b"
    r"(?: (?:it|that|this|them|again|now|today|yesterday|(?:in |on |with )?(?:the|our|my|their) \w+))*\s{0,3}(?:[:;,.–—-]|and\b)",
    _I,
)
_HEARD_SINCE = re.compile(
    r"\b(?:has |have |had )?(?:just )?(?:told|informed|wrote to|called|phoned) (?:me|us) (?:just now|today|yesterday|this (?:morning|week|afternoon)|now)\b",
    _I,
)
_CONCLUDES = re.compile(
    r"\W*(?:(?:and|but|well|ok(?:ay)?)\W+)?(?:so|therefore|thus|hence|which means|(?:that|this|it) means|consequently)\b(?! (?:far|that|much|many|often|long)\b)",
    _I,
)


def retracts(message: str) -> bool:
    """True when a message repeats what was told and goes on with what was found out about it since."""
    return bool(_RETRACTS.search(message))


def looked_up_at(message: str) -> int | None:
    """Where a message that says somebody looked it up, or heard it since, goes on to say what they found; None where it says no such thing."""
    found = _LOOKED_UP.search(message) or _HEARD_SINCE.search(message)
    return found.end() if found else None


def concludes(sentence: str) -> bool:
    """True when a sentence says what follows from the one before it ("so we don't"): it is of the same matter."""
    return bool(_CONCLUDES.match(sentence))


def claimed(message: str) -> bool:
    """True when somebody repeats what they say they have told ("I said that nothing is measured"): it is what they hold to."""
    return bool(_CLAIMS.search(message))


def takes_back(message: str) -> bool:
    """True when the words of a message take something back, rather than put something in its place."""
    return bool(_TAKES_BACK.search(message)) and not corrects(message)


def turned_at(message: str, yes_or_no: bool) -> int:
    """Where a short answer that turns round ("9 → 19", "no. sorry, yes") says what counts; 0 where it does not turn.

    ``yes_or_no``: whether a "no" before the turn may be the answer. Where it may not, it only leads up to the correction of another.
    """
    put = _PUT_FOR.match(message)
    if put:
        return put.start(2)
    if len(message) > LONGEST_TURN * 40 or len(message.split()) > LONGEST_TURN:
        return 0
    turns = list(_TURN.finditer(message))
    turn = turns[-1] if turns else None
    if turn is None or not any(c.isalnum() for c in message[turn.end() :]):
        return 0
    before = re.sub(rf"^(?:\W*\b{_INTERJECTION}\b)+", "", message[: turn.start()], flags=_I)
    if not yes_or_no:
        before = re.sub(r"^\W*no\b", "", before, flags=_I)
    answered = any(c.isalnum() for c in before) and len(before.split()) <= LONGEST_BEFORE
    return turn.end() if answered and not _EARLIER.search(before) else 0


# What was said is not taken back, but it was not all, or not quite so: "to be fair …", "it is not that …", "let me go back to …".
_QUALIFIES = re.compile(
    r"\b(?:to be fair|in (?:all )?fairness|to be (?:more |quite |entirely )?(?:exact|precise|accurate|correct)|strictly(?: speaking)?(?=,)|"
    r"(?:it|that|this)(?:['’]s| is) not (?:that|as if|so that|quite so|unknown|not known|withheld|kept (?:back|secret))\b|"
    r"(?:let me|let['’]s|(?:can|may|could) (?:i|we)|i (?:want|need|have|would like|['’]d like) to|i['’]d like to|i must|to) (?:just |quickly )?(?:go|come|get) back to (?:the|my|what|that|this|our|your)\b|(?:going|coming) back to (?:the|my|what|that|this|our|your)\b)",
    _I,
)
_OF_WHAT_WAS_SAID = re.compile(
    r"\b(?:(?:i|we|they|he|she)(?:['’]ve| have| has| had)? (?:just |also )?(?:said|told|wrote|written|answered)|you(?:['’]ve| have)? (?:just |also )?(?:wrote|written|noted|put|recorded|have))\b",
    _I,
)
# Who turns round right behind an answer, without a word on what was said long before.
_TURNS_ROUND = re.compile(
    r"\W*(?:(?:oh|ah|hm+|er+|but|and|well|argh)\W+)*(?:no,? )?(?:wait|hang on|hold on|sorry|oops|scratch that|strike that|actually)\b",
    _I,
)
_ANNOUNCES = re.compile(
    r"\b(?:earlier|before|previously|at the (?:start|beginning|outset)|one (?:more )?thing|something (?:else )?(?:i|that)|another thing|corrections?|correct|i (?:told you|said) (?!no\b|yes\b))\b",
    _I,
)


# "Not only the farmers" and "not the farmers only" deny nothing but that this was all.
_NOT_ONLY_BEFORE = re.compile(
    r"(?:\bnot|n['’]t)(?: \w+)? (?:only|just|merely|solely|exclusively)(?: (?:about|for|of|on|with|the|our|any|a|an|by|from|to))*[\s\"“'‘]*$",
    _I,
)
_NOT_BEFORE = re.compile(r"(?:\bnot|n['’]t)(?: \w+){0,3}?[\s\"“'‘]*$", _I)
_ONLY_AFTER = re.compile(r"[\"”'’]*\s(?:only|alone|exclusively)(?=\W*$|\s*[,.;:!?–—-])", _I)
_NOT_ALL_AFTER = re.compile(
    r"[\"”'’]*\s(?:alone|only)\s(?:is|are|was|were)(?: not|n['’]t)(?: \w+)? (?:all|complete|enough|everything|everybody|everyone|the whole|right|correct|it)\b",
    _I,
)


def denies_that_it_is_all(message: str, start: int, end: int) -> bool:
    """True when what stands at a place is said to be not all of it ("not only patients", "not patients only"): that itself stands."""
    before = message[max(0, start - 60) : start]
    if _NOT_ONLY_BEFORE.search(before) or _NOT_ALL_AFTER.match(message, end):
        return True
    return bool(_NOT_BEFORE.search(before) and _ONLY_AFTER.match(message, end))


# "I said that we only use it. That is not complete": the "only" was of what was said before.
_NOT_COMPLETE = re.compile(
    r"(?:\bnot|n['’]t)(?: \w+)? (?:complete|all of it|the whole(?: (?:story|truth|list|picture|answer))?|everything|the full (?:story|list|answer))\b|\bincomplete\b|\bhalf the (?:story|answer|truth)\b",
    re.I,
)


def not_complete(message: str) -> bool:
    """True when a message says that what was told was not all of it."""
    return _NOT_COMPLETE.search(message) is not None


def qualifies(message: str) -> bool:
    """True when a message says that something told was not all of it, or goes back to it, without calling it wrong."""
    return bool(_QUALIFIES.search(message))


def speaks_of_what_was_said(message: str) -> bool:
    """True when a message repeats what was said or noted: "I said it decides"."""
    return bool(_OF_WHAT_WAS_SAID.search(message))


def turns_round(message: str) -> bool:
    """True when a message turns round right behind what was said last ("no wait, …"), and announces no other correction."""
    return bool(_TURNS_ROUND.match(message)) and not _ANNOUNCES.search(message)


def adds(message: str) -> bool:
    """True when a message names something beside what was named before, even where it begins like a correction."""
    return bool(_ADDS.search(message))


def called_wrong(message: str, end: int) -> bool:
    """True when what stands before ``end`` is said to be wrong right behind it."""
    return bool(_WRONG_AFTER.match(message, end)) and not _RIGHT_AFTER.match(message, end)


# Who only owns up to a mistake, or says whose it was, tells nothing: "I only guessed", "you mixed these up", "my mistake".
_OWNS_UP = re.compile(
    r"\W*(?:(?:but|and|so|oh|sorry|no|well|ah|because|it|that|this|was|is|were)\W+){0,4}(?:(?:i|we) (?:(?:only|just|was|were|had|have|must have|am|probably|simply) ){0,3}(?:guess(?:ed|ing)?|made (?:it|that|this) up|"
    r"mix(?:ed)? (?:(?:it|that|them|these|those|this|things|the two) )?up(?: (?:it|that|them|these|those|this|things|the two))?|got (?:it|that|them|this) (?:all )?wrong|misread|mistyped|misspoke|confused (?:it|that|them|these|those|the two))|"
    r"(?:(?:only|just) )?(?:a|an|my|our|your) (?:wild |silly |stupid |own )?(?:guess|mistake|typo|error|slip|bad|fault|mix-?up)|"
    r"you(?:['’]ve| have)? (?:mixed|swapped|confused|misread|misheard|misunderstood|forgot|forgotten|left out|dropped|missed|got)\b[^.!?;\n]{0,40})\W*",
    _I,
)


def only_owns_up(sentence: str) -> bool:
    """True when a sentence says only that there was a mistake, and whose."""
    return bool(_OWNS_UP.fullmatch(sentence))
