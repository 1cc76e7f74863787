"""Whether somebody who says otherwise than before knows it. Pure.

Who knows it sets right what stands: they repeat the old value, speak of what they said or of what is noted, own up to something, or tell what
is so today. Who does not is asked which of the two is right. These signs are looked for in the sentence that says otherwise and in the ones
beside it, as people first confess and then tell, or the other way round.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Fact
from vcassist.interview.answers.question_words import plainly_named
from vcassist.interview.corrections.correcting import concludes
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.corrections.speaking_back import speaks_of_answers
from vcassist.interview.meant import stems, words_of
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.sentences import PART, around, near
from vcassist.interview.turns_of_phrase import USED_TO
from vcassist.interview.words import Country

_I = re.I
# So many sentences before the one that says otherwise may lead up to it; one behind it may own up.
BEFORE = 2
# So many words of what was told, and half of them, said again mean it.
MOST_OF_IT = 2
# What people say of themselves when they find that they told it wrongly.
_OWNS_UP = re.compile(
    r"\b(?:sorry|forgive|pardon|apolog\w+|confess\w*|admit\w*|ashamed|honest(?:ly)?|to be fair|truth|half[- ]truth|badly|generous|boast\w*|exaggerat\w+|mistak\w+|mis(?:took|counted|read|heard|spoke|remembered)|"
    r"forgot(?:ten)?|left (?:\w+ ){0,2}out|my memory|lie[ds]?|lying|joke|swallow\w*|mix\w*|muddl\w+|confus\w+|i was (?:a bit |a little |rather )?(?:proud|boasting|bragging|vague|careless|optimistic|quick|kind|generous|hasty|lazy|tired|wrong|confused|vain|polite)|earlier|i called (?:it|this|that|them)|i(?:['’]ve| have)? (?:was|been) (?:\w+ )?(?:too \w+|unfair|unjust|careless|hasty|quick)|i(?:['’]ve| have)? (?:flattered|wronged|overstated|understated|oversold|painted)|(?:dumb|silly|careless|hasty|rash) of (?:me|us)|takes? issue|objects?\b|turned (?:it |this |that |them |things )?a?round|what stands|(?:stands?|down) (?:so |there |here )?with you|in your (?:notes?|list|paper|book|report)|the wrong way|wrong(?:ly)?|not (?:quite |really |entirely )?(?:true|right|so|correct)|"
    r"better than it (?:is|was)|worse than it (?:is|was)|too (?:little|much|proud|quick|kind|modest|optimistic|hasty|hard|strict|good)|in my head|on the brain|fool|silly|stupid|correct\w*|actually|in fact|in (?:truth|reality)|after all)\b",
    _I,
)
# Who announces what they say ("I must add that …", "to be exact", "on reflection") says it with care.
_ANNOUNCES = re.compile(
    r"\b(?:i|we|let me)(?:['’]d| would| must| should| have to| want to| need to| also| may| can| will|['’]ll| ought to| like to){0,3} (?:also )?"
    r"(?:add|clarify|specify|precise|underline|stress|emphasi[sz]e|make (?:it )?clear|be (?:more )?(?:exact|precise|clear|specific|accurate)|point out|note)\b|"
    r"\b(?:on (?:reflection|second thoughts?)|(?:thinking about|think about|come to think of|now that i think (?:of|about)) (?:it|that)|to be (?:more )?(?:exact|precise))\b",
    _I,
)
# What is so by now. That somebody says it now, or just told it, is no change.
_BY_NOW = re.compile(
    r"\b(?:today|(?<!just )(?<!says )(?<!say )(?<!said )(?<!right )now(?! and (?:then|again))|nowadays|these days|at (?:this|the present) time|at (?:the|this) moment|any ?more|no longer|no more|not (?:one|a single \w+) more|"
    rf"(?:only )?until (?:last |this )?[a-z]+|since (?:last|this|the|our|may|june|july|january|february|march|april|august|september|october|november|december|easter|christmas)|{USED_TO}|"
    r"(?:last|this) (?:week|month|year|term|season|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|this morning|\w+ (?:days|weeks|months|years) ago|(?:is|was|are|were|it['’]?s|that['’]?s) (?:over|finished|gone|history|past)|left of us|of us left)\b",
    _I,
)
# What is so no longer, or only since lately.
_NO_LONGER = re.compile(
    rf"\b(?:any ?more|no longer|no more|{USED_TO}|since (?:last|this|may|june|july|january|february|march|april|august|september|october|november|december|easter|christmas)|"
    r"(?:last|this) (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|this morning)\b",
    _I,
)
# Who went to see, or holds the paper in their hand, knows better than they told.
_FOUND = re.compile(
    r"\b(?:had|took|have had|having) (?:a|another) (?:good |quick |better |closer )?look\b|\b(?:i|we)(?:['’]ve| have)? (?:\w+ )?(?:looked|checked|counted|asked|went (?:down |up |over |there )?(?:just now )?to (?:look|see|check))\b|"
    r"\b(?:i have (?:it|them) here|in front of me|before me|in my hand)\b|\b(?:dug|looked|pulled|turned|hunted|fished) (?:out|up) (?:the|our|my|that|an?) [\w-]+|"
    r"(?:\b(?:i|we)(?:['’]ve| have)? (?:just |now |finally |since )?|(?:^|[.;!?]\s+))(?:read|opened|found|examined|studied|(?:went|gone) through|got hold of|looked (?:at|through|in|into)) (?:the|our|my|that|their|an?) (?:[\w-]+ ){0,2}?"
    r"(?:annex|contract|papers|folder|invoice|bill|receipt|terms|agreement|manual|statement|settings?|dashboard|packet|licen[cs]e|certificate|minutes|documents|portal|console|register|privacy page)\b",
    _I,
)
# "About checking the replies. Nobody does.": who says what they speak of goes back to it.
_HEADED = re.compile(
    r"(?:^|[.;!?]\s+)(?:(?:and|but|oh|so|well|sorry)\W+)*(?:about|regarding|concerning|on|as to|as for|back to|coming back to|to return to) (?P<matter>[^.;:!?,–—]{3,60})\s?[.:;,–—-]",
    _I,
)
# What somebody else only claims decides nothing.
_HEARSAY = re.compile(
    r"\b(?:says?|tells?|told me|thinks?|claims?|believes?|i think|i guess|maybe|perhaps|somebody|someone)\b", _I
)
# "Luana did compare them once" against "we never compared".
_DID = re.compile(
    r"\b(?:do|does|did) (?:indeed |in fact |really |actually )?(?P<verb>(?!not\b|n['’]t|you\b|we\b|they\b|i\b|it\b|the\b)[a-z]{3,})\b",
    _I,
)


def says_that_it_was_wrong(text: str) -> bool:
    """Whether a text speaks of what was told or noted, and owns up to something: "I told you better than it is"."""
    return speaks_of_answers(text) and _OWNS_UP.search(text) is not None


def known_to_be_otherwise(
    old: Fact, said: str, start: int, end: int, country: Country, by_the_way: bool = False
) -> bool:
    """Whether the words at a place, which say otherwise than ``old``, are said by somebody who knows that; ``by_the_way``: beside an answer, where
    what is so by now may be news to nobody.
    """
    part, around_it = around(PART, said, start), near(said, start, BEFORE, 1)
    if part is None or around_it is None or part[0].rstrip().endswith("?"):
        return False
    here, window = part[0], slice(*around_it)
    if any(old.field.key in keys_named(m["matter"]) for m in _HEADED.finditer(said[window])):
        return True
    rest = said[:start] + " " * (end - start) + said[end:]
    if old.field.type != "yesno" and old_value_in(old, rest, country) is not None:
        return True
    if by_the_way:
        # Words of the matter are said again by whoever speaks of it.
        signs = (_OWNS_UP, _FOUND, _NO_LONGER)
        return speaks_of_answers(here) or any(sign.search(here) for sign in signs)
    if old.value in ("no", "never") and any(stems(m["verb"]) & stems(old.quote) for m in _DID.finditer(here)):
        return True
    told = words_of(old.quote)
    again = told & words_of(rest[window])
    if len(again) >= MOST_OF_IT and 2 * len(again) >= len(told):
        return True
    beside = said[window]
    if speaks_of_answers(beside) or _OWNS_UP.search(beside) or _FOUND.search(beside) or _ANNOUNCES.search(here):
        return True
    return concludes(here) or (_BY_NOW.search(here) is not None and not _HEARSAY.search(here))


def misheard(old: Fact, value: object) -> bool:
    """Whether the very words from which ``old`` was noted name ``value``, and not what was noted: then nothing is said otherwise."""
    if old.field.type != "enum":
        return False
    named = plainly_named(old.field.key, old.quote)[1]
    return value in named and old.value not in named
