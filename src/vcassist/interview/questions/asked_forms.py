"""Questions about the talk that are known by their form, whoever they name: who gets this, how long it is kept, what to ask a supplier. Pure.

A name in a question ("will Hamish be shown this?") pulls its vector away from every example. Where the form leaves no doubt, the question
is looked up as the example of knowledge/talk.yaml that asks for the same.
"""

from __future__ import annotations

import re

from vcassist.interview.questions.notes_forms import of_the_notes
from vcassist.interview.questions.worries import worry_in
from vcassist.interview.remarks.manner import LEAD, wish_in

_I = re.I
_LEAD = rf"^{LEAD}"
_THIS = r"(?:it|this|that|these|them|any of (?:it|this|that)|all (?:of )?(?:it|this)|(?:what|everything|anything|the things) i(?:['’]m| am)? (?:say|said|tell|told|write|wrote|type|typed|put|typing|saying|writing|answer|answered)(?: (?:you|to you|here|in here|down|u))*|my (?:answers|words|messages|name)|(?:this|the|our|your) (?:talk|chat|conversation|text|interview|session|report|answers|record))"
# Whoever is no "you" and no "we": a person, an office, a company.
_SOMEBODY = r"(?!(?:you|i|we|u|this|that|it|there)\b)(?:[\w'’.&-]+\s+){1,6}?"
_GETS = r"(?:(?:ever|also|then|really|actually|be able to|get to|going to|gonna|allowed to|all)\s+)*(?:get|gets|see|sees|read|reads|receive|hear(?: of| about)?|know(?: about)?|find out(?: about)?|look at|learn of|be (?:shown|told|given|sent|reading|seeing|getting)|shown|told|given|sent|reading|seeing|getting|have access to|access)\s+(?:to see\s+)?"
_AFTER = (
    r"(?:\W+(?:too|also|then|here|later|afterwards|now|please|or not|at all|as well|honestly|yes or no|i mean))*\W*$"
)
# A longer question tells a case (characters).
LONGEST = 400
MISSING = "what is missing"
PRIVATE = "is this private"
NEED_I_KNOW = "do I need to know that"
WHICH_MEANT = "which tool do you mean"
OF_THE_NOTES = "what have you noted so far"
OTHERS = "what do other schools do here"
TWICE = "why do you ask me the same thing twice"
_EVER = r"(?:(?:actually|really|also|ever|even|already|just|then|now|at least|please) )*"
_IN_NOTES = r"(?:on|in) (?:the|your) (?:list|notes?|record|records|report|paper)"
# Where people think they are, and what they came for, who looked for something else.
_PLACES = r"office|desk|hotline|helpline|help ?line|shop|store|bank|clinic|hospital|surgery|pharmacy|school|town hall|parish|church|police|court|reception|switchboard|service|centre|center|department|ministry|embassy|library|council|support|bus company|doctor|number"
_MATTERS = r"census|pension|tax(?:es)?|benefits?|visa|passport|licen[cs]e|rent|rates|bill|invoice|order|delivery|parcel|appointment|booking|vote|voting|election|job|application form|loan|insurance|survey|exam|homework|lottery|subscription|complaint|refund|password|internet|phone"
# What others like them do, which nobody here knows.
_PLACES_LIKE = r"(?:clinics?|hospitals?|schools?|charit(?:y|ies)|ngos?|ngo['’]s|organi[sz]ations?|offices?|town halls?|municipalit(?:y|ies)|towns?|cit(?:y|ies)|villages?|parishes|parish|churches|libraries|museums?|practices?|surger(?:y|ies)|pharmac(?:y|ies)|farms?|cooperatives?|co-ops?|unions?|associations?|clubs?|newspapers?|radios?|stations?|shops?|firms?|companies|businesses|places?|groups?|homes?|shelters?|teams?|councils?|universit(?:y|ies)|nurseries|kindergartens?|institutions?|projects?|foundations?|agencies|countries|institutes?|archives?|theatres?|courts?|colleges?|labs?|centres?|centers?)"
_OTHERS = rf"(?:(?:the )?(?:other|most|many|all(?: the)?(?: other)?|similar|comparable|normal|neighbou?ring|such|small|big(?:ger)?) (?:[\w’'-]+ )?{_PLACES_LIKE}|(?:the |all the |most )?others(?! (?:see|read|get|download|run)\b)|(?:the )?other (?!(?:tool|app|model|program|system|question|answer|thing|supplier|risk|part|one|data|half|side|way)s?\b)[\w’'-]+s\b|(?:normal|sensible|decent|serious|reasonable|most|other) (?:people|ppl|folks?)\b|(?:everybody|everyone) else|the rest of (?:you|them|the (?:world|country|sector)))"
_GAINS = r"(?:buyers?|customers?|clients?|donors?|funders?|investors?|banks?|insurers?|inspect(?:ors?|ions?)|audit(?:ors?)?|authorit(?:y|ies)|government|ministry|police|taxman|tax office|press|newspapers?|journalists?|suppliers?|vendors?|makers?|compan(?:y|ies)|firms?|competitors?|bosses|boss|managers?|headquarters|head office|board|owners?|union|church|diocese|mayor|americans?|chinese)"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(?:how long|until when|till when)\b[^.!?]*\b(?:kept?|keep|stored?|saved?|hold|held|retain\w*|archived?)\b[^.!?]*\b(?:you|here|this|my|conversation|talk|chat)\b|"
            r"\b(?:how long|until when)\b[^.!?]*\b(?:my|this|you)\b[^.!?]*\b(?:kept?|stored?|saved?|hold|held|retain\w*)\b|"
            r"\b(?:is|are|will|do you)\b[^.!?]*\b(?:this|what i \w+|my (?:answers|words|data|messages)|(?:this|our) (?:talk|chat|conversation))\b[^.!?]*\b(?:stored?|kept|keep|saved?)\b",
            _I,
        ),
        "how long do you keep this",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:does|do|did|will|would|can|could|may|might|is|are|has|who(?: else)?)\b(?:n['’]?t)?\s+{_SOMEBODY}{_GETS}{_THIS}{_AFTER}|"
            rf"{_LEAD}(?:my|our|the|her|his) (?:[\w'’-]+ ){{1,4}}?(?:can|could|will|would|may|does|is)(?:not| not|n['’]?t)? (?:be )?{_GETS}{_THIS}\W*\?|"
            rf"{_LEAD}(?:is|are|will|would|does|do|can) (?:{_THIS})\s+(?:all |then |also )?(?:be |get |gets )?(?:going (?:to(?! (?:get|be|make|cause|cost|help|hurt|take|do|land|bring)\b)|on|out)|go (?:to|on|out)|sent|passed(?: on)?|shown|given|handed|forwarded|reported|shared|on air|public|published|broadcast|leaked|told|end up with)\b(?!.*\b(?:internet|cloud|server|online)\b)",
            _I,
        ),
        "who can read this",
    ),
    (
        # For whom the questions are put: whoever could gain by the answers.
        re.compile(
            rf"{_LEAD}(?:is|are|was) (?:this|that|it|these|all (?:of )?(?:this|it)|(?:these|your|the) questions)(?: (?:all|really|meant|asked|maybe|then))* (?:for|on behalf of|ordered by|paid by) (?:the |our |your |my |some |any )?(?:[\w’'-]+ )?{_GAINS}\b[^.!?]{{0,30}}\?",
            _I,
        ),
        "who can read this",
    ),
    (
        re.compile(
            r"\b(?:used?|held|hold|turned|brought)\b[^.!?]{0,20}\bagainst (?:us|me)\b|\b(?:in|before|to) (?:a |the )?(?:court|tribunal)\b|\b(?:judge|court|police|prosecutor|inspector|regulator)s?\b[^.!?]{0,40}\b(?:ask for|demand|seize|see|get|want|order)\b[^.!?]{0,20}\b(?:this|record|report|it|talk|transcript)|\bsubpoena\w*|\blegal(?:ly)? (?:privilege|discover\w+)|\bdisclos\w+ in (?:litigation|court)",
            _I,
        ),
        "can this be used against us in court",
    ),
    (
        re.compile(
            r"\b(?:legal|lawful) (?:basis|grounds?)\b[^.!?]*\b(?:you|this (?:talk|chat|conversation|interview|processing)|what i \w+|my (?:data|answers|words)|here|your)\b|\b(?:do|are|does) (?:you|this|vcassist)\b[^.!?]*\b(?:gdpr|lgpd|popia|ndpa|data protection (?:law|act))\b",
            _I,
        ),
        "on what legal basis do you process what I say",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:what|which(?: \w+)?)\b[^.!?]{{0,30}}\b(?:should|do|can|could|must|would|shall|to) (?:i |we )?(?:then |now |best )?(?:ask|put to|demand (?:of|from)|request (?:of|from)|check with)\b(?! (?:you|me|my (?:boss|colleague))\b)|\bwhat (?:would|should|must) (?:the|a|their|its) (?:brochure|page|website|leaflet|contract|vendor|supplier|company|firm)\b[^.!?]*\b(?:say|tell|show|contain|answer)\b",
            _I,
        ),
        "what should I ask the supplier",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:(?:good \w+|hallo|greetings)\W+)?(?:am i|is this|are we) (?:\w+ )?(?:right(?: here)?\W*$|(?:at|in) the right|where (?:we|i|you)|the (?:right )?(?:place|page|site))",
            _I,
        ),
        "am I right here",
    ),
    (
        re.compile(
            r"\b(?:what|why|of what)\b[^.!?]*\b\d+ ?(?:%|per ?cent)|\b\d+ ?(?:%|per ?cent)[^.!?]*\b(?:of what|mean|what)\b",
            _I,
        ),
        "what does the percentage mean",
    ),
    (
        re.compile(
            r"\b(?:what|which|can|could|do)\b[^.!?]*\bformats?\b[^.!?]*(?:\b(?:export|get|save|download|have|csv|json|spdx|this|report)\b|\?)|\b(?:export|download|save|get (?:it|this))\b[^.!?]*\b(?:csv|json|spdx|aibom|cyclonedx|excel)\b",
            _I,
        ),
        "which formats can I export",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:who|whom) (?:would|should|could|can|do|shall|must) (?:i|we) (?:even |then |ever )?(?:ring|call|phone|contact|turn to|write to|talk to|speak to|go to|complain to)\b",
            _I,
        ),
        "whom can I turn to about this",
    ),
    (
        re.compile(
            r"\bhow much (?:do|does|would|will) (?:you|this|it)(?: \w+)? cost\b|\b(?:asked|about|what is|what['’]s|is) (?:you |for )?(?:your|the) price\b|\bwhat do you (?:cost|charge)\b|\babout the (?:price|cost)\b|\bwhat (?:do|will|would|must|shall) (?:i|we) (?:owe|have to pay|pay)(?: you)?\b(?! (?:them|him|her|to|the|openai|our|for the)\b)",
            _I,
        ),
        "how much does it cost",
    ),
    (
        # Whether this interviewer can be believed: what it is and by which rules it works.
        re.compile(
            r"\bwho (?:checks|watches|controls|guarantees|makes sure|says)\b[^.!?]*\b(?:you|your)\b|\bwho (?:is|stands) behind you\b|\b(?:how (?:do|can) (?:i|we)|(?:can|should|may) (?:i|we)) (?:know|trust|believe)(?: that)? (?:you|what you (?:say|tell|write))\b|\bare you (?:lying|honest|telling (?:me |us )?the truth)\b|\bd(?:o|id) you (?:ever )?lie\b",
            _I,
        ),
        "are you a person",
    ),
    (
        re.compile(
            r"\bfair\b[^.!?]*\b(?:without (?:them|him|her|asking)|in the room|for (?:them|others|him|her)|behind (?:their|his|her) backs?|not here)\b",
            _I,
        ),
        "is it fair to answer for others who are not here",
    ),
    (
        re.compile(
            rf"{_LEAD}which (?:one|of (?:them|those|the \w+)|(?:\w+ )?(?:tool|program\w*|app|system|data|model|part|machine|server|label|people|country))s? (?:(?:were|are|did|do) you (?:ask\w*|mean\w*|talk\w*|speak\w*)|(?:is|are|was|were) (?:meant|asked for|it about|this about))",
            _I,
        ),
        WHICH_MEANT,
    ),
    (
        re.compile(
            rf"{_LEAD}(?:what|which)(?: exactly| all)?(?: of (?:my|our|the) \w+)? (?:have|did|do|has|is|was) (?:you |been )?(?:noted?|written|write|wrote|recorded?|put|hold)(?: down)? (?:on|about|for|of|under|regarding|concerning)\b|"
            rf"{_LEAD}(?:can|could|may|might) (?:i|we) (?:please |perhaps |also )?(?:see|read|know|hear|check|look at) what(?:ever)? (?:you|is|was|has)(?: have| been|['’]ve)? (?:noted?|written|write|wrote|recorded?|put|hold|got)\b",
            _I,
        ),
        OF_THE_NOTES,
    ),
    (re.compile(rf"{_LEAD}where (?:were|are) we\b", _I), "sorry, I am lost"),
    (
        re.compile(
            rf"{_LEAD}(?:(?:what|how(?: (?:often|long|much|many|well))?|which \w+|why|where)(?: is it| is this| is that| about)? )?(?:do|does|did|have|has|had|are|is|would|with|at|in|about) {_OTHERS}\b(?![^.!?]*\b(?:see|read|know(?:s)? of|own|download)\b)|"
            rf"{_LEAD}(?:are|is|were) (?:we|i|our \w+|this) (?:really |maybe )?(?:the only|alone (?:with|in)|(?:normal|usual|typical|unusual|behind|worse|better|slower|different)\b[^.!?]{{0,20}}\b(?:others?|everybody|rest|average|place|most))|"
            rf"{_LEAD}(?:is|was|would) (?:it|that|this)(?: be)? (?:(?:quite|very|so|rather|really|also) )?(?:normal|usual|common|typical|unusual|rare|average|ordinary)\b|"
            rf"{_LEAD}(?:maybe |probably |surely )*(?:i|we) (?:guess|suppose|bet|imagine|assume|wonder)(?: (?:that|if|whether))? (?:{_OTHERS}|we(?:['’]re| are) (?:not )?(?:the only|alone))\b",
            _I,
        ),
        OTHERS,
    ),
    (
        re.compile(
            rf"{_LEAD}(?:what|whom?|to whom)\b [^.!?]{{0,30}}\b(?:do|does|done|doing|make|show|give|take)\b[^.!?]{{0,15}} (?:with |to |of )?(?:this|the|these|those|that) (?:assessment|results?|report|map|outcome|draft|document)\b[^.!?]{{0,50}}\W*$|{_LEAD}(?:once|when) (?:it|this|that)['’]?s? (?:is )?(?:over|finished|done|ready)\b,? (?:what|whom?|where)\b[^.!?]{{0,40}}\b(?:do|show|give|take|send)\b",
            _I,
        ),
        "what happens with the report",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:what|for what) (?:is|are) (?:this|the|that|your) (?:map|report|assessment|list|interview)(?: good)? for\b",
            _I,
        ),
        "what do I get out of it",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:is|was|would) (?:(?:it|that|this) )?(?:be )?(?:\w+ )?(?:bad|a problem|wrong|ok(?:ay)?|serious|dangerous|allowed)\b[^.!?]{{0,30}}\b(?:i|we|they|somebody|staff|colleagues)\b[^.!?]{{0,20}}\b(?:put|puts|typed?|write|wrote|written|enter(?:ed)?|pasted?|give|gave|use[ds]?)\b[^.!?]{{0,30}}\b(?:(?:sur|last|first|full|real)?names?|address(?:es)?|birth\w*|phone numbers?)\b",
            _I,
        ),
        "is it bad that I put names in",
    ),
    (
        # How many are still to come, whatever they are called.
        re.compile(
            rf"{_LEAD}how many\b[^.!?]{{0,25}}\b(?:do|have|will|are) (?:you|u|there|we|i)\b[^.!?]{{0,20}}\b(?:left|more|still|in store|yet|to go|coming|to come|(?:to |will |want to )?ask)\b",
            _I,
        ),
        "how many questions are left",
    ),
    (
        # Whether it is bad to be wrong here.
        re.compile(
            rf"{_LEAD}(?:(?:is|was|would) (?:it|that|this)(?: be)? (?:\w+ )?(?:bad|a problem|wrong|terrible|serious|a pity) (?:if|when|that)|what (?:if|happens if)|does it matter (?:if|that)) (?:maybe )?(?:i|we)(?:['’]ve| have)? (?:\w+ )?(?:(?:tell|told|say|said|give|gave|write|wrote|answer|answered)\b[^.!?]{{0,30}}\b(?:wrong|false|untrue|not true|not right|incorrect|nonsense|by mistake)|(?:get|got) (?:it|this|that|some(?:thing)?|one) wrong)",
            _I,
        ),
        "what if I answer wrong",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:is|was|would) (?:it|that|this)(?: be)? (?:so |very |really )?(?:bad|a problem|wrong|a bad thing|serious) (?:if|that|when|not)\b",
            _I,
        ),
        "is that bad",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:do|must|should|shall|need|am|are) (?:i|we) (?:(?:really|even|actually|also|need to|have to|supposed to|expected to|meant to) )*(?:know|understand)\b(?! (?:you|him|her|them|somebody|anybody)\b)",
            _I,
        ),
        NEED_I_KNOW,
    ),
    (
        # Whether one thing is written down, whatever it is.
        re.compile(
            rf"{_LEAD}(?:did|have|had) (?:you|u) {_EVER}(?:note|write|put|record|save|mark|register|enter|keep|catch|get(?! (?:that|it|this)\W*$)|got(?! (?:that|it|this)\W*$)|include)(?:d|ten|ed)?(?: down)?\b(?! to | me to | your | an? )|{_LEAD}(?:have|had) (?:you|u) {_EVER}(?:written|wrote|kept|caught|noted)\b|"
            rf"{_LEAD}(?:do|have|did) (?:you|u) {_EVER}(?:have|got|get|put)?\b[^.!?]{{0,60}}\b(?:noted|written down|wrote down|recorded|{_IN_NOTES})\b|"
            rf"{_LEAD}(?:is|are|was|were|has|have)\b [^.!?]{{0,60}}\b(?:noted(?: down)?|written down|wrote down|recorded|put down|{_IN_NOTES})\b|{_LEAD}(?:who|what|which \w+)(?:['’]s| is| are| was| were) [^.!?]{{0,40}}\bnoted\b",
            _I,
        ),
        "did you write that down",
    ),
    (
        re.compile(
            rf"\b(?:what(?:ever)?|which(?: \w+)?|show|list|tell|name|give|display|is there (?:any|some)thing)\b[^.!?]{{0,40}}?\b(?:(?:is|are|['’]s|still|yet|remains?|stays?|we|i|you)\s+(?:\w+ ){{0,2}}?(?:left(?! (?:of|in|on|at|by|over)\b)|missing|open|outstanding|unanswered|lacking|to be answered|to come|unclear)(?! (?:source|weights?|to (?:the|all|every)))|remain(?:s|ing)?(?: open| unanswered)?(?! (?:in|with|on|there|at)\b)|(?:have|has|did) ?(?:not|n['’]t) (?:\w+ )?(?:answer(?:ed)?|told|tell)|you (?:do )?(?:still |yet )(?:\w+ )?(?:need|lack|miss|require|want))\b|"
            rf"\b(?:what|which)(?: \w+)? do you still (?:need|lack|miss)\b|{_LEAD}what['’]?s left\b",
            _I,
        ),
        MISSING,
    ),
    (
        re.compile(
            r"\b(?:what|how)\b[^.!?]{0,20}\b(?:our|my|the (?:final|total|overall)|a) (?:\w+ )?(?:score|grade|mark|rating|result in points)\b|\bhow many points\b|\b(?:do|did|have|will|would|can|could|shall|are|am) (?:we|i|they)\b[^.!?]{0,20}\b(?:pass(?:ed|ing)?(?= *[?.!,]| or |(?: the| this| your)? (?:test|exam|check|audit|assessment)|\W*$)|fail(?:ed|ing)?(?= *[?.!,]| or |(?: the| this| your) (?:test|exam|check|audit|assessment)|\W*$))|\bpass or (?:a )?fail\b|"
            r"\b(?:do|will|can|did) (?:we|i|you) (?:get|give|have|receive)(?: (?:us|me))? (?:an? |our |my |any )?(?:\w+ )?(?:score|grade|mark|rating|points|stars|certificate)s?\b|\bis there (?:an? |any )(?:score|grade|mark|rating)\b",
            _I,
        ),
        "do we pass or fail",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:is|was|would|isn['’]t|are|am|can) (?:it|that|this|we|i|they|using|putting|\w+ing)\b[^.!?]{{0,80}}\b(?:legal|illegal|lawful|unlawful|permitted|forbidden|prohibited|against (?:the|our|any) (?:law|rules|act)|breaking (?:the|any|a) law|an? (?:crime|offen[cs]e|breach))\b|"
            rf"{_LEAD}(?:is|are) (?:it|that|this|they|these) (?:really |even )?(?:mandatory|obligatory|compulsory|required|a (?:legal )?(?:must|duty|requirement))\b|{_LEAD}(?:is|was) (?:it|this) (?:\w+ )?allowed to\b|{_LEAD}(?:are|am) (?:we|i) (?:\w+ )?(?:allowed|permitted|breaking)\b|\b(?:do|did|does|have|will) (?:we|i|it|this|that) (?:break|violate|breach|broken|violated|breached)\b[^.!?]{{0,20}}\b(?:law|act|rules?|gdpr|regulations?)\b|\b(?:does|would) the law (?:allow|permit|forbid|let)\b|"
            rf"{_LEAD}(?:is|are) \w+(?: \w+){{0,3}} safe (?:for|with|to (?:put|use|give|enter|type|send))\b[^.!?]*\b(?:names?|birth|data|records?|details|children|patients?|pupils?|clients?|numbers?)\b",
            _I,
        ),
        "is it legal what we do with it",
    ),
    (
        re.compile(
            rf"\b(?:i(?:['’]m| am)|am i|is this(?: the)?|this is(?: the)?|i have(?: the)?)\b[^.!?]{{0,15}}\bwrong (?:place|page|site|chat|number|office|room|address|here|person|form)?|{_LEAD}is (?:this|that|it) (?:the|your|a) (?:\w+ ){{0,2}}(?:{_PLACES})(?= *(?:$|[,?.!]| (?:of|for|in|here|please|or)\b))|{_LEAD}is this (?:for|about|where|to do with) (?:(?:the|my|our|a) )?(?:\w+ )?(?:{_MATTERS})\b",
            _I,
        ),
        "am I right here",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:shall|should|will|can|may|could|must|do) i (?:first |rather |better |have to |maybe )*(?:ask|phone|call|ring|fetch|consult|check with|get|bring) (?:(?:my|our|the) (?!(?:supplier|vendor|provider|maker|company|firm)s?\b)\w+|somebody|someone)\b(?! (?:to|for|about|from|the|a|an) )",
            _I,
        ),
        "can I ask my colleague first",
    ),
    (
        re.compile(
            r"\bwhy (?:do|did|must|are|have) you (?:\w+ )?(?:ask\w*|repeat\w*|say\w*|want\w*|keep)\b[^.!?]{0,60}\b(?:twice|again|(?:two|three|four|five|ten|many|several|so many|a hundred) times|so often|over and over|the same)\b|\bwhy the same (?:question|thing)\b|\bwhy do i have to (?:say|repeat|tell|answer)\b[^.!?]{0,40}\b(?:twice|again|(?:two|three|many) times|the same)\b",
            _I,
        ),
        TWICE,
    ),
    (
        re.compile(
            r"\bwhy (?:did|have|do|are|is|has)\b[^.!?]{0,40}\b(?:delet\w+|remov\w+|eras\w+|forg[eo]t\w*|los[et]\w*|thr[eo]w\w* away|wip\w+|(?:take|took|taken)\b[^.!?]{0,20}\b(?:out|away|off)|gone|disappear\w*)\b(?! by)",
            _I,
        ),
        "why did you delete what I said",
    ),
    (
        re.compile(
            r"\bwhat would you do\b(?! with\b)(?![^.!?]*\b(?:if it|when it|without))|\b(?:in (?:my|our) (?:place|shoes|position|situation)|if you were (?:me|us|in))\b",
            _I,
        ),
        "what should I do first",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:(?:all |nearly |almost |already )?(?:done|finished|ready|over)|(?:is|was) (?:that|this) (?:all|it|the (?:end|last(?: one| question)?))|the end|last (?:one|question))(?: now| yet| already| then)*\s*\?\W*$",
            _I,
        ),
        "are we done yet",
    ),
    (
        re.compile(
            rf"\b(?:is|are|was|were|did you) (?:\w+ )?(?:written|noted|put|recorded|listed|write|note)(?: down)? where\b|{_LEAD}where (?:is|are|did you|do you|have you|was|were)\b[^.!?]{{0,40}}\b(?:written|noted|put|recorded|listed|write|note)\b",
            _I,
        ),
        "did you write that down",
    ),
    (
        re.compile(
            r"\b(?:can|could|may|will|would|do|is|how|where)\b[^.!?]{0,60}\b(?:as an? |an? |in |the |to )pdf\b(?![^.!?]*\b(?:upload|send you|give you|from the (?:company|supplier|vendor)|i have|we have)\b)",
            _I,
        ),
        "can I have it as a PDF file",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:who(?:se)?|which company|what company)\b[^.!?]{{0,30}}\b(?:(?:runs?|owns?|operates?|has|behind|controls?) (?:this|the) (?:computer|machine|server|page|site|website|laptop)|(?:computer|machine|server) (?:is|does|are) (?:this|it)|machine is this)\b",
            _I,
        ),
        "whose computer does this run on",
    ),
    (
        # "Is what I write private" asks, also without a mark; "is it private data" asks of the tool.
        re.compile(
            rf"{_LEAD}(?:is|are|will|does|do)(?: (?:all|everything|anything|any of))? (?:this|that|it|(?:what|the things|things) (?:that )?(?:i|we)(?:['’]ve| have)? (?:\w+ )?(?:writes?|wrote|says?|said|tells?|told|types?|typed|put|enter|answer|share)\b[^.!?]{{0,20}}?|(?:my|our) (?:answers?|words|messages?)|(?:this|the) (?:chat|talk|conversation|session|interview))"
            r"(?: (?:all|really|kept|be kept|stays?|remains?|stay|remain|be|here|between us))* (?:private|confidential|anonymous|secret)\b(?! (?:data|information|details|records?|names?|model|server|cloud|weights)\b)[^.!?]{0,40}[.!?]?\W*$",
            _I,
        ),
        PRIVATE,
    ),
)


# A wish to see what is noted: an order, or what somebody would like.
_THE_LIST = re.compile(
    rf"{_LEAD}(?:(?:please|kindly|just|(?:(?:can|could|will|would) you )?be so (?:kind|good) as to|(?:may|can|could|might) i ask you to|would you mind|can you|could you|will you|would you|i(?:['’]d| would)? (?:like|want|need|wish)(?: you)? to)\W+)*(?:list|show|read(?:ing)?|give|print|see|display|tell|name|repeat|recap|go through|summari[sz]e|(?:a |the )?(?:summary|recap|overview))\b(?![^.!?]*\breport\b)[^.!?]*?"
    r"(?:\b(?:everything|all (?:of it|that|you|the (?:notes|answers|entries|facts))|what(?:ever)? (?:you|is|was|has been|we)\b[^.!?]*\b(?:noted|hold|have|got|wrote|written|recorded|down|so far)|the (?:whole |full |entire |complete )?(?:list|record|notes)|(?:per|for each|by|of each) (?:tool|app|application|system)|so far|it all)\b)"
    r"[^.!?]*[.!?]?\W*$",
    _I,
)


def wants_the_list(text: str) -> bool:
    """Whether a sentence wants to see or hear what is noted."""
    return bool(_THE_LIST.match(text))


def as_asked_before(question: str) -> str:
    """The example of knowledge/talk.yaml that a question is a form of; else the question itself."""
    if len(question) > LONGEST:
        return question
    if wish := wish_in(question) or worry_in(question):
        return wish
    example = next((example for pattern, example in _FORMS if pattern.search(question)), question)
    if example != MISSING and wants_the_list(question):
        return OF_THE_NOTES
    if example == question and of_the_notes(question) not in (None, "request"):
        return OF_THE_NOTES
    return example
