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
    r"(?:personal|identifiable) (?:data|information)": IN_PLAIN["data.personal_data"],
    r"(?:a )?fallback": phrases.WHAT_A_FALLBACK_IS,
    r"algorithms?": phrases.WHAT_AN_ALGORITHM_IS,
    r"(?:cloud|clouds)": phrases.WHAT_A_CLOUD_IS,
}
_DEFINE = (
    r"\b(?:what(?: exactly| even)?(?:['’]?s| is| are)(?: meant (?:by|with))?|what(?: exactly)? (?:(?:do|did) )?you (?:mean|meant|understand|understood)(?: (?:by|with|under))?|what (?:does|do)|define|explain(?: to me)?|definition of|meaning of|meant (?:by|with))"
    r"(?: (?:me|please|the|an?|word|words|term|terms|this|that|such))* [\"“'‘]?{}[\"”'’]?(?: (?:mean|means|is|are|here|exactly|please|then|anyway|in your sense|in plain words|at all))*\s*(?:$|[?.!;,]|\bbefore\b)"
)


# Forms that each have one answer, whatever the question on the table is.
_NAME_LIKE = r"(?:(?-i:[A-ZÀ-Þ])[\w’-]+|he|she|they|my \w+|our \w+)"
_TOLD: tuple[tuple[re.Pattern[str], str], ...] = (
    # Whether the service can be taken away.
    (
        re.compile(
            r"\b(?:can|could|may|will|might|would|do|are) (?:they|it|he|(?-i:[A-ZÀ-Þ])\w+|openai|google|microsoft|amazon|the (?:company|firm|supplier|vendor|provider|maker))(?: \w+){0,3}? (?:close|shut|cut|block|switch|lock|throw|kick|stop|delete|suspend|take) (?:(?:down|off|out) )?(?:us|our|my|the (?:account|service|access|bot|app|tool)|it|everything|that)\b|"
            r"\b(?:cut|lock|shut|throw|kick)(?:s|ting|ing)? (?:us|me|you|somebody) (?:off|out)\b",
            _I,
        ),
        phrases.MAY_BE_CUT_OFF,
    ),
    # What a person on whom much hangs leaves behind.
    (
        re.compile(
            rf"\b(?:what|how) about {_NAME_LIKE}(?:['’]s)? (?:leaving|going|moving|retiring|quitting|resettl\w+)\b", _I
        ),
        phrases.ONE_PERSON_LEAVES,
    ),
    # Whether both tools are wanted, and when.
    (
        re.compile(
            r"\b(?:both|two)(?: of (?:them|the))?(?: \w+)?,? or (?:just |only )?(?:the )?(?:one|first)\b|\b(?:shall|should|do|must|can|may|will) (?:we|i|you) (?:do|take|treat|discuss|go through|talk (?:about|of)|handle|answer(?: for)?|come to|want) (?:that|it|this|them|the (?:other|second)(?: (?:one|tool))?|both)\b[^?.!]{0,20}\b(?:separately|apart|later|after(?:wards)?|another (?:time|day)|in a second|too|as well|next|one after)\b",
            _I,
        ),
        phrases.EACH_TOOL_IN_TURN,
    ),
    # The weather, and other things where we are.
    (
        re.compile(
            r"\b(?:is|was) it (?:\w+ )?(?:this |that |so |as |very )?(?:wet|cold|hot|warm|rainy|dark|windy|sunny|grey|humid|snowy|dry)\b[^?.!]{0,30}\?|\b(?:how(?:['’]s| is)|what(?:['’]s| is)) (?:the )?weather\b|\bdo you (?:have|get) (?:rain|snow|sun|winter|summer)\b",
            _I,
        ),
        phrases.NO_WEATHER_HERE,
    ),
    # What a model is, in the words of who guesses rightly.
    (
        re.compile(
            r"\b(?:is|do you mean|you mean|that['’]?s|so) (?:it |that |this )?(?:just )?(?:the )?(?:ai|brain|engine|thing|part)(?: part)? (?:inside|behind|in it|under(?:neath)?)\b[^.!?]{0,20}\?",
            _I,
        ),
        IN_PLAIN["model.name"],
    ),
    (re.compile(r"\b(?:wrong|right) (?:counter|desk|window|office|door|address|department)\b", _I), phrases.RIGHT_HERE),
    (
        re.compile(
            r"\b(?:is|was|were) (?:it|this|that) (?:all |really |also )?(?:my|our) fault\b|\bit is (?:my|our) fault\b[^.!?]{0,12}\?|\b(?:am|are) (?:i|we) (?:to blame|guilty)\b",
            _I,
        ),
        phrases.NOT_YOURS_ALONE,
    ),
    (
        re.compile(
            r"\b(?:(?:have|did|do) )?(?:we|i) (?:have |did )?(?:done|do|make|made) (?:something|anything|a mistake|it) wrong\W*\?",
            _I,
        ),
        phrases.NOTHING_WRONG,
    ),
    # What becomes of it when the money or the project ends.
    (
        re.compile(
            r"\b(?:when|once|after|if) (?:the|this|our|their) (?:project|grant|fund(?:ing|er|s)|money|programme|program|pilot|contract|licen[cs]e)s? (?:is |are |will be )?(?:finish(?:es|ed)?|ends?|ended|stops?|over|runs? out|closes?|leaves?|gone)\b[^.!]{0,60}\?|\btakes? (?:it|them|the \w+|everything) back\b[^.!]{0,30}\?",
            _I,
        ),
        phrases.WHEN_IT_ENDS,
    ),
    (
        re.compile(
            r"\b(?:how|where|is there (?:a|any) way|can|could|may|possible) (?:can |do |could |should |to |for )?(?:i|we|me|us|to)? ?(?:to )?(?:type|write|enter|put|change|give|correct|set|fix)\b[^?.!]{0,25}\bname\b",
            _I,
        ),
        phrases.NAME_IT_SO,
    ),
    (
        re.compile(
            r"\b(?:does|do|will|would|can) [^?.!]{2,40}\b(?:stay|stays|remain|stand|be|is|go|goes|kept|end up) (?:for ever |forever |always )?(?:in|on) (?:a|the|their|his|her|my|our) (?:[\w’'-]+ )?(?:record|file|folder|dossier|history)s?\b",
            _I,
        ),
        phrases.IN_A_RECORD,
    ),
)
_SHARED = re.compile(
    r"\b(?:google )?(?:sheets?|drive|folders?|lists?|spread ?sheets?|files?|dropbox|onedrive|excel|documents?|whatsapp group)\b[^.?!]{0,80}\b(?:every(?:one|body)|any(?:one|body)|whole (?:team|office|staff|school)|all (?:of us|the (?:team|staff|teachers|volunteers)|staff|can)|can (?:open|see|read|edit)|(?:with|by) (?:the )?link|ex.?(?:interns?|staff|volunteers|employees|colleagues)|open to|shared with)\b|"
    r"\b(?:every(?:one|body)|any(?:one|body)|the whole team|all of us)\b[^.?!]{0,40}\b(?:open|see|read|edit|access)\b[^.?!]{0,30}\b(?:sheet|drive|folder|list|file|it)\b",
    _I,
)
_WORRIES = re.compile(
    r"\b(?:worr(?:y|ied|ying)|problem|bad|dangerous|danger|risk(?:y)?|ok(?:ay)?|safe|fine|allowed|a pity|an issue)\b",
    _I,
)


def answer_by_form(asks: str, rules: Sequence[Rule], said: str = "") -> str:
    """What is told to a question that one of these forms has; "" for any other. ``said``: the message with what leads up to it."""
    if not asks or len(asks) > LONGEST:
        return ""
    if not _OF_THE_TALK.search(asks):
        if told := next((told for form, told in _TOLD if form.search(asks)), ""):
            return told
        if _WORRIES.search(asks) and _SHARED.search(said):
            return phrases.OPEN_TO_ALL
        if _MAY_TAKE.search(asks):
            return phrases.MAY_BE_TAKEN
        if _HELD_BY_A_FIRM.search(asks):
            return phrases.HELD_BY_A_FIRM
    if (leaves := _LEAVES.search(asks)) and not _NO_HOUSE.search(leaves[0]) and "?" in asks:
        return phrases.ONE_PERSON_LEAVES
    if _TRAINING_OFF.search(asks) and (how := done_well("model.trains_on_inputs", rules)):
        return how
    for ref, paper in _PAPERS.items():
        if re.search(_WRITES_IT.format(paper), asks, _I) and (begin := done_well(ref, rules)):
            return phrases.WRITE_IT_YOURSELVES.format(begin)
    return next((told for word, told in _DEFINED.items() if re.search(_DEFINE.format(word), asks, _I)), "")
