"""Tells what a clause speaks of: current fact, or past, plan, hearsay, others' practice, hypothesis, question. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vcassist.interview.turns_of_phrase import MONTHS, USED_TO
from vcassist.reading.text import Span, clauses, ends_sentence
from vcassist.reading.vetoes.unreal import KIN, further_marks, sentence_before, tells_of_kin

_BY_NAME: dict[str, re.Pattern[str]] = {
    "past": re.compile(
        rf"\b(?:(?<!like we )(?<!like they )(?<!like i )(?<!as we )(?<!as they ){USED_TO}|until (?:last|this|the|we|\w+ \d{{4}}|\d{{4}}|{MONTHS}|spring|summer|autumn|fall|winter)|"
        r"back then|in the (?:old days|past)|years? ago|months? ago|formerly|previously|"
        r"(?:before|earlier) we (?:had|used|were)|before (?:that|this|then),? (?:we|they|it|i)\b(?:['’]d| had| used| were| was| ran)|^\W*before[,:]? (?!we |it |they |any|every|each |a |an |the |that |this |i |you |he |she |go|us|me\b|him\b|sen|pub)|we (?:once|originally|first) |at first we|had been|went bust|(?:was|were) (?:once|until)|"
        r"stopped using|gave up on|dropped (?:it|that|them)|switched (?:away|off|from)|moved (?:away|off|from)|last (?:year|spring|summer|autumn|winter|term|season)['’]?s? (?:we|i|it|they|there) (?:had|used|was|were|did|tried|ran|paid|kept|worked))\b|\b(?:but|and) (?:no more|stopped|gave (?:it )?up)\W*$|^\W*\S+(?: \S+)? (?:before|earlier)\W*$"
        r"|\b(?:the|my|our|her|his|their) (?:former|previous|ex-?) ?(?:job|employer|workplace|school|hospital|clinic|director|boss|company|chair\w*)\b|\b(?:my|our|a|the) predecessor\b|\b(?:my|our|his|her) (?:last|old) (?:job|employer|workplace|work|post)\b|"
        r"\bonce upon a time\b|^\W*once we\b|\b(?:was|were) (?:the|our) (?:old|former|previous) \w+|\b(?:is|are) (?:the|our) (?:former|previous) \w+|^\W*(?:originally|initially|first it was|in the beginning)\b",
        re.I,
    ),
    "was": re.compile(
        # "There was a red notebook for errors", "we had one", "it was Appen": what was is told as gone.
        r"^\W*(?:(?:we|i|there) had|there (?:was|were)) (?!to\b|never|no\b|none|nothing|not\b|a (?:look|whole write)|(?:it|them|her|him) (?!running|on\b|in\b)|two to )|"
        r"^\W*it was (?:with|due)\b|^\W*it was (?:the )?(?-i:[A-Z][\w.-]+)\W*$",
        re.I,
    ),
    "declined": re.compile(
        r"\b(?:(?:offer(?:ed|s)?|pitched|quoted|tried to sell|made (?:us )?an offer|came with|proposed us)\b.{0,60}\b(?:declin\w+|refus\w+|turned (?:it|them|that|him|her) down|said no|too expensive|not interested|no thanks?|thrown? out|sent (?:it|them|him|her) away|did(?: not|n['’]t) (?:want|take|buy)|never (?:bought|took))|"
        r"turned (?:down|\S+(?: \S+)? down)|(?:decided|voted) against|said no to|"
        # An offer is none of ours; who took it says so in another clause.
        r"pitched|demoed|courted us|tried to sell|made us an? (?:\w+ )?offer|sent (?:us )?(?:\w+ ){0,4}(?:offers?|quotes?|proposals?)|got (?:quotes?|offers?) from|(?:was|were) (?:offered|proposed|demonstrated)(?: to us)?|offered(?: (?:us|me|itself|themselves|its|their)\b|(?=\W*(?:$|,)))|wanted \d+)\b",
        re.I,
    ),
    "ended": re.compile(r"\b(?:no longer|any ?more)\b", re.I),
    "plan": re.compile(
        r"\b(?:will|won['’]t|['’]ll|shall|going to|gonna|plan(?:s|ning|ned)? (?:to|on|for)|plan is|intend(?:s|ed|ing)? to|hop(?:e|es|ing) (?:to|for|that)|"
        r"want(?:s|ed)? to|would (?:like|love|want)|['’]d (?:like|love)|wish(?:es)? (?:to|we|i|they|it)|next (?:year|month|week|term|quarter|spring|summer|autumn|winter|season)|"
        r"(?<!as )soon(?! as)|some ?day|eventually|(?<!for )(?<!in )(?<!by )(?<!within )(?<!than )(?<!of )(?<!falls )(?<!fails )(?<!breaks )(?<!stops )(?<!dies )(?<!down )(?<!gone )(?<!off )(?<!out )one day(?!['’]| late)|considering|thinking (?:of|about)|talk(?:s|ing)? (?:of|about) (?:mov|switch|buy|gett|using|hav)\w*|"
        r"(?:voted|decided|agreed|resolved) to (?:buy|get|order|purchase|adopt|introduce|acquire)|looking (?:at (?!it\b|them\b|each\b|every\b|all\b|what\b|the (?:text|output|result|answer|draft|photo|picture|image|data)s?\b)|into)|looks into|on (?:the|our|my) (?:to-?do|wish) ?list|in the pipeline|to be (?:decided|done)|not yet decided|about to|"
        r"pilot(?:s|ing)? (?:starts|begins) in|budget(?:ed)? for|(?:in|out to|up for|call for|before the) tender|tender(?:ing)? (?:for|is|closes|opens|starts)|by (?:next|the end of)|in future|supposed to (?:get|come|start|arrive))\b"
        # What is under way, promised, asked for or wished is not there yet.
        r"|\bon order\b|\b(?:is|are|['’]s|['’]re) being (?:printed|drafted|written|prepared|drawn up|negotiated|set up|considered|discussed|planned)\b|"
        r"\b(?:is|are|['’]s|still) in (?:preparation|the works|the making|negotiation|discussion)\b|\bunder (?:negotiation|discussion|consideration)\b|"
        r"\b(?:scheduled|announced) for\b|\bscheduled to\b|\bforeseen (?:for|in)\b|\bpencilled in\b|\bis (?:drafting|drawing up|negotiating)\b|\bletter of intent\b|\bawaiting (?:signature|approval)\b|"
        r"\b(?:lies|is|are|still|contract|agreement) (?:[\w’',]+ ){0,3}unsigned\b|"
        r"(?<!once )\bpromis(?:ed|ing) (?!not|no\b|they|that they|me|it)|\b(?:has |have )?promised\W*$|\b(?:is|are|was|were|been) promised\b|"
        r"\b(?:is|was|were|are) meant to (?:run|go|work|be|have|come|start|do|get)\b|\bought to\b|\b(?<!who )(?<!what )(?<!\bi )should (?:be (?!yes|no\b|\d|one\b|two|three|four|five|six|seven|eight|nine|ten)|have|get|come|do)\b|"
        r"\b(?:we|i|they|he|she)(?:['’]ve| have)? (?:asked|applied|begged|lobbied|pushed) (?:[\w’']+ ){0,3}for (?:a|an|the|money|more|some|funds?|help)\b|\btrying to (?:get|make|have|find|convince)\b|"
        r"\bonce (?:the|they|we|it|that) (?:\w+ ){0,2}(?:is|are) (?:approved|signed|ready|found|there)\b|\bonce the \w+ (?:\w+ )?(?:signs|consents|approves|comes|arrives)\b|"
        r"\bdream(?:s|ed|t|ing)? (?:of|scenario)\b|\bmy wish\b|\b(?:i|we|she|he|often|how i) wish(?:ed)?\b(?! (?:you|us)\b)|^\W*wish\b|\bideally\b|\bin an? (?:ideal|perfect) world\b|\bwould be (?:nice|lovely|great|good)\b|"
        r"\b(?:is|are|was|as) (?:an? |our |the )?(?:q\d )?(?:okr|goal|target|milestone|kpi|ambition)\b",
        re.I,
    ),
    "advice": re.compile(
        r"\b(?:auditors?|inspectors?|inspectorate|consultants?|donors?|ministry|advis[eo]rs?|lawyer|law|iso|union|insurer) (?:\w+ ){0,2}(?:(?:recommend(?:ed|s)|advis(?:ed|es)|suggest(?:ed|s)|urg(?:ed|es))\b|(?:tells|told|wants) (?:us|you|schools|everybody|all)\b)|"
        r"^\W*(?:the )?(?:law|rules?|regulation|gdpr|ministry|iso|unesco|training|slides|training slides) (?:says?|wants|demands|asks)\b|\b(?:keeps? telling|tells|told|wants|want|wanted|expects|urges|urged|advises|advised) us to\b",
        re.I,
    ),
    "hearsay": re.compile(
        r"\b(?:(?<!last )i(?:['’]ve)? heard|i(?:['’]ve)? read (?:that|somewhere|about|in (?:the|a) (?:paper|news\w*|magazine)|online)|they say (?:that )?(?:all|most|other)|(?<!what )(?<!whatever )(?<!things )(?<!everything )(?<!how )(?<!where )people say|rumou?r|apparently (?:the|other|some)|somebody (?:said|told)|"
        r"(?:^|[,;] ?|\bthe )word is|supposedly|the (?:sales(?:man|woman|person)?|brochure|advert(?:isement)?|leaflet|flyer|poster|rep) (?:said|says|claims|claimed|promis\w+|boasts?|advertis\w+|guarantee\w*|kept|spent|praised|swears)|"
        r"in the news|(?:saw|seen|read|heard|hear|says?|said|was|were) (?:\w+ ){0,3}on (?:tv|the radio|facebook|twitter|linkedin)|according to (?:the )?(?:news|papers?|rumou?r))\b"
        r"|^\W*(?:(?:but|and|so) )?(?:(?:the|their|its|a|our|his|glossy|investor) (?:[\w’'-]+ )?(?:brochure|leaflet|flyer|slogan|deck|marketing|press release|slides?)|the salesm[ae]n|their salesm[ae]n|(?:(?:the|their|a|our) )?(?:sales|account) (?:lady|guy|man|woman|fella|people|person|rep|deck|team|manager)) (?:\w+ ){0,2}(?:say|says|said|claim\w*|call\w*|promis\w*|swear\w*|swore|boast\w*|talks?|told|assured|winked)\b|"
        r"\b(?:gossip|people whisper|i saw (?:that|in|on) (?:the|a|tv)|on reddit|at the conference)\b|"
        r"\b(?:(?:a|some) (?:guy|bloke|fella|man|woman|lady|colleague|stranger|student|journalist|expert|speaker|professor|friend)|everybody|somebody|(?:the|a|our) (?:neighbou?r|engineer|volunteer|programmer|management))(?: \w+){0,4} (?:claims?|claimed|swears?|swore|reckons?|reckoned|insists|raved|thinks)\b|\b(?:have|got|has) (?:it |that |this )?(?:nowhere in|no proof)\b",
        re.I,
    ),
    "others": re.compile(
        rf"\b(?:(?:my|our|her|his|their) (?:{KIN}|(?:grand)?kid|mum|mom|dad|partner|old|former|previous|last|sister|other)\w*['’]?s?(?:-in-law)? (?:\w+ )?(?:uses?|has|have|runs?|school|clinic|office|hospital|work|job|company|firm|shop|farm|bank|university|college|church|phone|laptop|org\w*|employer)|"
        r"(?:the|an?)?\s*(?:neighbou?ring \w+|(?:parish|school|clinic|office|crowd|lot|people|ones?|folk|guys|town|village|hospital|group|branch|club) (?:over|down|up|across|out|next door)\b(?: \w+){0,4} (?:has|have|uses?|runs?|got))|(?:the|an?)?\s*(?:other|another|neighbou?ring|bigger|larger|rich(?:er)?|next) (?:\w+ )?(?:clinic|school|hospital|ngo|organi[sz]ation|charity|town|council|village|district|library|office|branch|agency|college|co-?op|parish)\w*|"
        r"(?:most|many|some|all|other) (?:clinics|schools|hospitals|ngos|organi[sz]ations|charities|towns|councils|companies|places|offices|libraries)|(?:most|many|some) people|(?:like|as) (?:everybody|everyone) else (?:does|uses|has)|next door|elsewhere|in general|where i (?:used to )?work(?:ed)?)\b"
        # "In Thailand they train everyone", "the ministry has a fine one", "colleagues in Tunis mention Azure".
        r"|^\W*(?:(?:but|and|now|so) )?in (?:the )?(?-i:[A-Z][\w’'-]+)(?: (?-i:[A-Z])\w+)?(?: \w+)?,? (?:they|(?:some|the|every|each|most|many|all|our) (?:colleagues?|schools?|hospitals?|people|clinics?|elderly|towns?|offices?)|people|everyone|everybody) (?!(?:draw|bake|store|host|keep|label|make|built|build|sit|stand)\w*)|"
        r"\bcolleagues? (?:over |up |down )?(?:in|from|at|of) (?:the )?(?-i:(?!IT\b|HR\b)[A-Z])|"
        r"^\W*(?:the|a|an|our) (?:(?:(?:big|large|main|central|regional|sister|twin|partner|parent|umbrella|mother|head|next|neighbouring) )+(?:university|hospital|bank|office|project|organi[sz]ation|town|city|parish|co-?op(?:erative)?|charity|branch|association|network)|ministry|diocese|capital|federation|province|region|head office|headquarters) (?:over \w+ |in (?-i:[A-Z])\w+ )?(?:has|have|had|did|checks?|compares?|trained|tested|published|held|put(?! an?\b)) (?:a |an |one|its|their|his|all|everything|two|three|four|every|days|done)|"
        r"^\W*(?:the|a|an|our) (?:(?:sister|twin|partner|parent|umbrella|mother|head|next|neighbouring) )+(?:university|hospital|district|county|region|office|project|organi[sz]ation|town|city|parish|co-?op(?:erative)?|charity|branch|association|network|ngo|school|clinic) (?:over \w+ |in (?-i:[A-Z])\w+ )?(?:runs?|keeps?|uses?|stores?|puts?|lets?|gets?|takes?|does|checks?|pays?)\b|"
        # Whom one praises or envies is somebody else.
        r"\b(?:splendid|great|fine|marvellous|wonderful|brilliant|excellent) (?:work|job|stuff|people)\b|\bhats off\b|\bgood for (?:them|her|him)\b|\blucky (?:them|sods|devils)\b|\bbravo(?: (?:to )?them)?\W*$|\bi (?:admire|envy) (?:them|it|that|her|him)\b",
        re.I,
    ),
    "irony": re.compile(
        r"^\W*(?:oh,? sure|yeah,? right(?! after)|oh yes,? (?:of course|framed|sure)|oh aye|ha(?:ha)*[,!.]? (?:sure|yes|of course))\b",
        re.I,
    ),
    "hypothesis": re.compile(
        r"\b(?:(?<!says )(?<!say )(?<!said )(?<!tells )(?<!tell )(?<!know )(?<!knows )(?<!see )(?<!sees )(?<!check )(?<!checks )(?<!ask )(?<!asks )(?<!us )(?<!me )(?<!them )(?<!out )if (?:we|it|they|you|i|there|only|the|somebody|someone)\b(?! are gone| is gone)|what if|(?<!i )suppos(?:e|ing)|(?<!can )(?<!i )imagine (?:if|that|we|you|it|a|an|the|having)|in theory|hypothetically|would (?:have|be|need|mean|cost|take)|could (?:have|be) (?!moved)|might (?:as well|one day)|let['’]s say|(?<!should )(?<!must )(?<!may )(?<!to )(?<!i )(?<!also )(?<!would )(?<!can )(?<!they )(?<!people )say we|were we to|should we ever)\b"
        r"|^\W*(?:had (?:we|i|they)|were (?:we|they|i|it)|say (?:some|a|the)|unless (?:we|you|they|i)|if (?:ever|some|someone|our|my|a))\b",
        re.I,
    ),
    "question": re.compile(
        r"\?\s*$|^(?:what|who|why|how|where|which|when|is|are|do|does|did|can|could|should|would|will) (?:is|are|do|does|you|it|that|this|we|i|they|the|a|an)\b.*\?"
        # Not everybody types the question mark.
        r"|^\W*(?:(?:and|but|so|ok|well) )?(?:how|what|who|where|when|which) (?:would|do|does|did|can|could|should|must|shall|am) (?:i|we|you|one)\b",
        re.I | re.S,
    ),
}


_FORETOLD = re.compile(
    r"(?P<tells>\b(?:tells?|predicts?|says?|sees?|shows?|warns?|guess(?:es)?|forecasts?|foresees?|estimates?|calculates?|computes?|learns?|works out|finds? out|(?:tell|predict|warn|guess|forecast|estimat|calculat|comput)ing)\b"
    r"[^.;!?]{0,40}?\b(?:which|who|what|whether|if|when|how|where|that|whose)\b[^.;!?]{0,40}?)(?:(?:\b(?:will|is going to|are going to|is about to|are about to|would|might|could)|['’]ll)\b(?:[^.;!?,]{0,40}?\bnext \w+\b)?|\bnext (?:week|month|term|season|quarter|year)\b)",
    re.I,
)
_TOLD_PAST = r"(?:\w+ed|was|were|had|did|came|went|left|took|got|died|broke|fell|cut|said|told|ran|closed|found|saw|gave|quit|stole|lost|put|began|became|fried)"
# A clause that ends what the one before it in its sentence tells of: "Dropbox, until the bishop found out".
_UNTIL = re.compile(
    rf"^\W*(?:until|till|up to|up till) (?:(?:they|he|she|we|i|the|our|his|her|my|a|an|one|that|somebody|someone|(?-i:[A-Z])\w+)\b(?: [\w’'-]+){{0,4}}? {_TOLD_PAST}\b|"
    rf"(?:last|this|easter|christmas|spring|summer|autumn|winter|{MONTHS}|eid|diwali|ramadan|recently|20[01]\d|202[0-6])\b|(?:the )?(?:crisis|war|pandemic|covid|floods?|fire|merger|coup|strike|lockdowns?|earthquake|storm|takeover|elections?|embargo|sanctions)\b)",
    re.I,
)
_STILL = re.compile(
    r"\b(?:is|are|am|['’]re|['’]m|['’]s|keeps?|lies|stays?|remains?|now|currently|only|trial|pilot\w*|trying|stands)\b",
    re.I,
)
# A clause that says that what was told before is over, or was never taken: "It was abolished", "we said no".
_OVER = re.compile(
    r"^\W*(?:(?:and|but|which|then|now|later|so)\W+){0,2}(?:(?:it|that|this|those|they|these|the (?:trial|pilot|test|grant|contract|money|project|subscription|deal|licence|arrangement|agreement|gift|idea)|gift|trial|pilot|that \w+|(?:all|both) of (?:it|them|that)) "
    r"(?:(?:has|have|had|is|are|was|were|since|all|then|later|now|just|only) ){0,2}(?:ended|expired|lapsed|ran out|dried up|fell through|abolished|scrapped|shelved|discontinued|cancelled|switched off|turned off|finished|died|went away|withdrawn|history|came to nothing|rejected|refused|declined)\b|"
    r"(?:done\W+)?(?:ended|lapsed|abolished|scrapped|shelved|discontinued|cancelled)\b|"
    r"(?:it|that|this|they|those)? ?never (?:came|happened|materiali[sz]ed|signed|bought)\b(?! (?:up|back))|(?:we|i|they|the board|the council) (?:politely |then |both )?(?:declined|walked away|refused\W*$|refused,|said no\b(?! \w)|turned (?:it|them|him|her) down|picked neither|took neither|sent (?:it|them|him|her) (?:back|away|home))|"
    r"(?:so )?no deal\b|(?:but |so |and )?(?:please )?don['’]t (?:write|quote|note) (?:that|this|the|me|it)\b|no,? thanks?\b|(?:so )?never again\b|gone\W*$)",
    re.I,
)

_PRAISE = re.compile(
    r"^\W*(?:good for (?:them|her|him)|hats off\b.*|bravo(?: them)?|lucky (?:them|sods|devils)|i (?:admire|envy) (?:them|it|that|her|him))\W*$",
    re.I,
)
# A clause that only goes with its main one: "we used Dropbox back then, which was free".
_GOES_WITH = re.compile(
    r"^\W*(?:before|when|because|while|since|which|who|whose|where|after|so that|that|unless)\b", re.I
)
# "It says if the nut is good": whether it is, is what it says, and no condition of the rest.
_TELLS_IF = re.compile(
    r"\b(?:say|tell|know|see|check|ask|show|wonder|predict|guess|detect|judge|learn|report|look|decide|recogni[sz]e|estimate|find out|figure out|work out|spot|feel|determine)(?:s|es|d|ed|ing)?(?: (?:us|me|them|you|him|her|people|the \w+|a \w+))?\W*$|\bfound out\W*$",
    re.I,
)
_IF = re.compile(r"^\W*if\b", re.I)
# "If the woman is not content she presses 9": a rule of every day, with nothing in it that supposes.
_SUPPOSES = re.compile(
    r"\b(?:would|could|might|should|shall|will|wo|may|can|['’]d|['’]ll|had|were|was|did|\w+ed|came|went|got|gave|ever|only|money|budget|allowed|let|lets|one day|some ?day|anything|perhaps|maybe|i (?:am|understand|remember|recall)|you)\b|n['’]t\b|\?",
    re.I,
)
_HANDED_ON = frozenset({"past", "was", "declined", "plan", "advice", "hearsay", "others", "irony"})
# "Shall be read before it is printed" is a rule in force.
_NORM = frozenset({"plan"})
# A clause that goes on telling of what is past: "There was a book for errors. It was kept by Ann".
_WENT_ON = re.compile(rf"^\W*(?:(?:and|but|then)\s)?(?:it|they|he|she|that|those) {_TOLD_PAST}\b", re.I)
# "First in Google Drive, then on Dropbox. Now Infomaniak": what came before a now.
_NOW = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:now|nowadays|today|these days|currently|at present|at the moment)\b", re.I
)
_EARLIER = re.compile(
    r"^\W*(?:(?:in the )?first (?:year|time|it|we|in)\b|then\b|initially|originally|at first|in (?:19|20)\d\d\b)|\b(?:the )?(?:first year|at first)\W*$",
    re.I,
)
# "…, but we do not", "Not us.": what others use, told before, is none of ours.
_NOT_WE = re.compile(
    r"^\W*(?:(?:but|and|though|only|yet|no)\W+)*(?:(?:that|this|it|which)(?:['’]s| is| was) )?"
    r"(?:not (?:us|we|ours|at ours|with us|here with us)|we (?:do|did|have|are|use)(?:n['’]t| not)(?: (?:use|have|do|using|got)(?: (?:it|that|this|one|them|any))?)?(?: (?:here|ourselves|yet))?|we never (?:did|have|do))\W*$",
    re.I,
)
_OTHERS_USE = re.compile(
    r"\b(?:uses?|using|works? with|working with)\b(?! (?:it|our|us|ours|them|the data|data)\b)", re.I
)
_WE = re.compile(r"\b(?:we|our|ours|us)\b", re.I)
# Clauses before a now that it can put behind.
REACH = 3


def marked(parts: Sequence[Span]) -> list[tuple[Span, frozenset[str]]]:
    """The clauses of a text with their marks, and those that a clause has by what stands before or behind it; a rule of every day is a "habit"."""
    marks = [modalities(part.text) | more for part, more in zip(parts, further_marks(parts), strict=True)]
    for number, (one, following) in enumerate(pairwise(parts)):
        if _IF.match(following.text) and not ends_sentence(one.text) and _TELLS_IF.search(one.text):
            marks[number + 1] -= {"hypothesis"}
        ends = ends_sentence(one.text)
        until = _UNTIL.search(following.text) and not ends and not _STILL.search(one.text)
        if until or _OVER.search(following.text):
            marks[number] |= {"past"}
        if _PRAISE.search(following.text):
            marks[number] |= {"others"}
        if not ends and _GOES_WITH.search(following.text):
            marks[number + 1] |= (marks[number] & _HANDED_ON) - (
                _NORM if "before" in following.text[:8].lower() else set()
            )
        if marks[number] & {"past", "was"} and _WENT_ON.search(following.text):
            # What became of it is today's no.
            marks[number + 1] |= {"ended"}
    for number, part in enumerate(parts):
        habit = "hypothesis" in marks[number] and _IF.match(part.text)
        if habit and not _SUPPOSES.search(_rest_of_sentence(parts, number)):
            marks[number] = marks[number] - {"hypothesis"} | {"habit"}
        if _NOW.search(part.text):
            for before in range(max(0, number - REACH), number):
                marks[before] |= {"was"} if _EARLIER.search(parts[before].text) else set()
    for number in _what_we_do_not(parts):
        marks[number] |= {"others"}
    return list(zip(parts, marks, strict=True))


def _rest_of_sentence(parts: Sequence[Span], number: int) -> str:
    """A clause with what follows it in its sentence."""
    said = []
    for part in parts[number:]:
        said.append(part.text)
        if ends_sentence(part.text):
            break
    return " ".join(said)


def not_ours(text: str) -> Iterator[tuple[int, int]]:
    """Where a text plainly tells what others use: where one's kin works, and what "we do not"."""
    parts = clauses(text)
    of_others = _what_we_do_not(parts) | {number for number, part in enumerate(parts) if tells_of_kin(part.text)}
    return ((part.start, part.end) for number, part in enumerate(parts) if number in of_others)


def _what_we_do_not(parts: Sequence[Span]) -> set[int]:
    """The clauses that tell what others use, before one that says that we do not."""
    found = set()
    for number in (n for n, part in enumerate(parts) if _NOT_WE.search(part.text)):
        for before in sentence_before(parts, number):
            if _WE.search(parts[before].text):
                break
            found |= {before} if _OTHERS_USE.search(parts[before].text) else set()
    return found


def modalities(clause: str) -> frozenset[str]:
    """Which of past, was, declined, ended, plan, advice, hearsay, others, irony, hypothesis, question a clause is marked as; empty for plain current fact."""
    # What is foretold is what is told today: "it tells which cow is going to be sick".
    told = _FORETOLD.sub(lambda found: found["tells"], clause)
    return frozenset(name for name, pattern in _BY_NAME.items() if pattern.search(told if name == "plan" else clause))


# What a clause with one of these marks tells is not so now, or not here.
_NOT_SO = frozenset({"plan", "declined", "advice", "hearsay", "others", "irony", "hypothesis", "question"})


def tells_what_is_not_so(message: str) -> bool:
    """Whether a clause of a message is a plan, hearsay, advice, others' practice or the like, so that what it holds is no answer."""
    return any(_NOT_SO & modalities(clause.text) for clause in clauses(message))
