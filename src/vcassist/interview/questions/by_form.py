"""Questions that a form of words tells surely, and that each have one answer: who may take the data, who writes the policy, what AI is. Pure.

They name what they want, so nothing is learnt for them; what is asked in other words is left to what was learnt (knowledge/wanted.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.assessment.rules import Rule
from vcassist.interview import phrases
from vcassist.interview.questions.in_other_words import IN_PLAIN
from vcassist.interview.questions.on_the_table import done_well

_I = re.I
# A longer question tells a case (characters).
LONGEST = 260
# Papers that are an organisation's own, neither our report nor the letter to a supplier, by their matter.
_PAPERS = {
    "governance.policy": r"(?:ai )?(?:policy|policies|rules?|guidelines?)",
    "governance.impact_assessment": r"(?:impact )?(?:assessment|dpia)",
    "data.consent": r"consent(?: (?:form|sheet|text))?",
    "application.tells_people": r"(?:notice|sign|(?:privacy )?statement)",
    "governance.exit_clause": r"(?:contract|(?:exit )?clause)",
    "governance.staff_trained": r"training",
}
_WRITES_IT = (
    r"\b(?:can|could|will|would|please|may) (?:you |u |vcassist )?(?:please |maybe |also |just )*(?:write|draft|make|prepare|formulate|compose|do|create|give)\b"
    r"(?: (?:me|us|up))* (?:an?|the|our|this|that|such an?|some) (?:\w+ )??{}\b(?! (?:report|letter))"
)
_POWERS = (
    r"(?:(?-i:ICE)|(?:the )?(?:police|cops|immigration(?: office| service| people)?|border (?:guards?|police)|authorit(?:y|ies)|government|army|military|soldiers|secret service|intelligence|"
    r"tax (?:office|man|people)|prosecutors?|courts?|judges?|gangs?|cartels?|militias?|regime|militants|husbands?|landlords?|employers?|bosses))"
)
_MAY_TAKE = re.compile(
    rf"\b(?:can|could|will|would|might|may|does|do|is|are)\b(?: \w+){{0,2}} {_POWERS}\b[^?.!]{{0,30}}\b(?:get|see|read|seize|access|demand|have|take|find|obtain|reach|look|ask for|use|come)\b|"
    rf"\b(?:given?|sent|shown?|handed|passed|go(?:es)?|get|reach) (?:it |them |that |this |over |on )*to {_POWERS}\b[^?.!]{{0,20}}\?",
    _I,
)
# Of this talk and its report another answer tells.
_OF_THE_TALK = re.compile(
    r"\b(?:report|this (?:talk|chat|conversation|page)|what i (?:say|write|type|tell)|vcassist|with you)\b", _I
)
_ONE_PERSON = r"(?:he|she|(?-i:[A-ZÀ-Þ][\w’-]+)|(?:my|our|the) (?:[\w-]+ )?(?:nephew|niece|son|daughter|cousin|brother|sister|husband|wife|friend|guy|man|woman|girl|boy|technician|volunteer|colleague|developer|programmer|intern|student|engineer|it (?:man|guy|person)|one who (?:made|built|knows|runs) it))"
_LEAVES = re.compile(
    rf"\b(?:if|when|once|suppose|in case) {_ONE_PERSON} (?:ever |suddenly |really )?(?:goes|leaves|left|quits|dies|moves|emigrates|retires|stops|is (?:gone|away|ill|sick|not there)|falls ill|gets (?:sick|ill|another job)|finds (?:another|a) job)\b(?! (?:on|off|down|wrong|up|with)\b)",
    _I,
)
_NO_HOUSE = re.compile(
    r"\b(?:google|openai|microsoft|amazon|meta|apple|anthropic|deepl|chatgpt|gemini|claude|copilot)\b", _I
)
_TRAINING_OFF = re.compile(
    r"\b(?:turn|switch|shut|opt|get|take)\b[^?.!]{0,30}\b(?:off|out)\b[^?.!]{0,20}\b(?:train\w*|learn\w*)\b|\b(?:turn|switch|shut|opt)\b[^?.!]{0,10}\b(?:the |this |its |their )?(?:train\w*|learn\w*)\b[^?.!]{0,12}\b(?:off|out)\b|"
    r"\b(?:(?:stop|prevent|forbid|disable|deactivate)\b[^?.!]{0,25}\b(?:from )?|keep\b[^?.!]{0,25}\bfrom )(?:train(?:ing)?|learn(?:ing)?)\b(?! (?:the )?(?:staff|people|team|nurses|teachers))",
    _I,
)
_HELD_BY_A_FIRM = re.compile(
    r"\b(?:problem|danger\w*|risk\w*|bad|ok(?:ay)?|safe|allowed|worr\w+|right|fine)\b[^?.!]{0,30}\b(?:firm|company|supplier|vendor|maker|provider|stranger|they|google|microsoft|amazon|openai)s?\b (?:now |all |also )?(?:has|have|holds?|keeps?|gets?|sees?|stores?|knows?)\b (?:all )?(?:the|our|my|their|all|these|those)\b",
    _I,
)
_DEFINED = {
    r"(?:ai|a\.i\.|artificial intelligence)": phrases.WHAT_AI_IS,
    r"(?:models?|ai models?)": IN_PLAIN["model.name"],
    r"weights?": phrases.WHAT_WEIGHTS_ARE,
    r"algorithms?": phrases.WHAT_AN_ALGORITHM_IS,
    r"(?:cloud|clouds)": phrases.WHAT_A_CLOUD_IS,
}
_DEFINE = (
    r"\b(?:what(?: exactly| even)?(?:['’]?s| is| are)(?: meant (?:by|with))?|what(?: exactly)? (?:(?:do|did) )?you (?:mean|meant|understand|understood) (?:by|with|under)|what (?:does|do)|define|explain(?: to me)?|definition of|meaning of|meant (?:by|with))"
    r"(?: (?:me|please|the|an?|word|words|term|terms|this|that|such))* [\"“'‘]?{}[\"”'’]?(?: (?:mean|means|is|are|here|exactly|please|then|anyway|in your sense|in plain words|at all))*\s*(?:$|[?.!;,]|\bbefore\b)"
)


def answer_by_form(asks: str, rules: Sequence[Rule]) -> str:
    """What is told to a question that one of these forms has; "" for any other."""
    if not asks or len(asks) > LONGEST:
        return ""
    if _MAY_TAKE.search(asks) and not _OF_THE_TALK.search(asks):
        return phrases.MAY_BE_TAKEN
    if _HELD_BY_A_FIRM.search(asks) and not _OF_THE_TALK.search(asks):
        return phrases.HELD_BY_A_FIRM
    if (leaves := _LEAVES.search(asks)) and not _NO_HOUSE.search(leaves[0]) and "?" in asks:
        return phrases.ONE_PERSON_LEAVES
    if _TRAINING_OFF.search(asks) and (how := done_well("model.trains_on_inputs", rules)):
        return how
    for ref, paper in _PAPERS.items():
        if re.search(_WRITES_IT.format(paper), asks, _I) and (begin := done_well(ref, rules)):
            return phrases.WRITE_IT_YOURSELVES.format(begin)
    return next((told for word, told in _DEFINED.items() if re.search(_DEFINE.format(word), asks, _I)), "")
