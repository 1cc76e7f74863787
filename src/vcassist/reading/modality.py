"""Tells what a clause speaks of: current fact, or past, plan, hearsay, others' practice, hypothesis, question. Pure."""

from __future__ import annotations

import re

_BY_NAME: dict[str, re.Pattern[str]] = {
    "past": re.compile(
        r"\b(?:used to|until (?:last|this|the|we|\w+ \d{4}|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)|"
        r"back then|in the (?:old days|past|beginning)|years? ago|months? ago|formerly|previously|"
        r"(?:before|earlier) we (?:had|used|were)|before (?:that|this|then),? (?:we|they|it|i)\b(?:['’]d| had| used| were| was| ran)|^\W*before[,:]? (?!we |it |they |any|every|each |a |an |the |that |this |i |you |he |she |go|us|sen|pub)|we (?:once|originally|first) |at first we|had been|went bust|(?:was|were) (?:once|until)|"
        r"stopped using|gave up on|dropped (?:it|that|them)|switched (?:away|off|from)|moved (?:away|off|from)|last (?:year|spring|summer|autumn|winter|term|season)['’]?s? (?:we|i|it|they|there) (?:had|used|was|were|did|tried|ran|paid|kept|worked))\b|\b(?:but|and) (?:no more|stopped|gave (?:it )?up)\W*$|^\W*\S+(?: \S+)? (?:before|earlier)\W*$",
        re.I,
    ),
    "declined": re.compile(
        r"\b(?:(?:offer(?:ed|s)?|pitched|quoted|tried to sell|made (?:us )?an offer|came with|proposed us)\b.{0,60}\b(?:declin\w+|refus\w+|turned (?:it|them|that|him|her) down|said no|too expensive|not interested|no thanks?|thrown? out|sent (?:it|them|him|her) away|did(?: not|n['’]t) (?:want|take|buy)|never (?:bought|took))|"
        r"turned (?:down|\S+(?: \S+)? down)|(?:decided|voted) against|said no to)\b",
        re.I,
    ),
    "ended": re.compile(r"\b(?:no longer|any ?more)\b", re.I),
    "plan": re.compile(
        r"\b(?:will|won['’]t|['’]ll|shall|going to|gonna|plan(?:s|ning|ned)? (?:to|on|for)|plan is|intend(?:s|ed|ing)? to|hop(?:e|es|ing) (?:to|for|that)|"
        r"want(?:s|ed)? to|would (?:like|love|want)|['’]d (?:like|love)|wish(?:es)? (?:to|we|i|they|it)|next (?:year|month|week|term|quarter|spring|summer|autumn|winter|season)|"
        r"(?<!as )soon(?! as)|some ?day|eventually|(?<!for )(?<!in )(?<!by )(?<!within )(?<!than )(?<!of )one day(?!['’]| late)|considering|thinking (?:of|about)|talk(?:s|ing)? (?:of|about) (?:mov|switch|buy|gett|using|hav)\w*|"
        r"looking (?:at (?!it\b|them\b|each\b|every\b|all\b|what\b|the (?:text|output|result|answer|draft|photo|picture|image|data)s?\b)|into)|looks into|on (?:the|our|my) (?:to-?do|wish) ?list|in the pipeline|to be (?:decided|done)|not yet decided|about to|"
        r"pilot(?:s|ing)? (?:starts|begins) in|budget(?:ed)? for|(?:in|out to|up for|call for|before the) tender|tender(?:ing)? (?:for|is|closes|opens|starts)|by (?:next|the end of)|in future|supposed to (?:get|come|start|arrive))\b",
        re.I,
    ),
    "hearsay": re.compile(
        r"\b(?:(?<!last )i(?:['’]ve)? heard|i(?:['’]ve)? read (?:that|somewhere|about|in (?:the|a) (?:paper|news\w*|magazine)|online)|they say (?:that )?(?:all|most|other)|people say|rumou?r|apparently (?:the|other|some)|somebody (?:said|told)|"
        r"(?:^|[,;] ?|\bthe )word is|supposedly|the (?:sales(?:man|woman|person)?|brochure|advert(?:isement)?|leaflet|flyer|poster|rep) (?:said|says|claims|claimed|promis\w+|boasts?|advertis\w+|guarantee\w*|kept|spent|praised|swears)|"
        r"in the news|(?:saw|seen|read|heard|hear|says?|said|was|were) (?:\w+ ){0,3}on (?:tv|the radio|facebook|twitter|linkedin)|according to (?:the )?(?:news|papers?|rumou?r))\b",
        re.I,
    ),
    "others": re.compile(
        r"\b(?:(?:my|our|her|his|their) (?:cousin|sister|brother|friend|neighbou?r|husband|wife|(?:grand)?(?:son|daughter|mother|father|child|kid)|niece|nephew|aunt|uncle|mum|mom|dad|partner|old|former|previous|last|sister|other)\w*['’]?s?(?:-in-law)? (?:\w+ )?(?:uses?|has|have|runs?|school|clinic|office|hospital|work|job|company|org\w*|employer)|"
        r"(?:the|an?)?\s*(?:neighbou?ring \w+|(?:parish|school|clinic|office|crowd|lot|people|ones?|folk|guys|town|village|hospital|group|branch|club) (?:over|down|up|across|out|next door)\b(?: \w+){0,4} (?:has|have|uses?|runs?|got))|(?:the|an?)?\s*(?:other|another|neighbou?ring|bigger|larger|rich(?:er)?|next) (?:\w+ )?(?:clinic|school|hospital|ngo|organi[sz]ation|charity|town|council|village|district|library|office|branch|agency|college|co-?op|parish)\w*|"
        r"(?:most|many|some|all|other) (?:clinics|schools|hospitals|ngos|organi[sz]ations|charities|towns|councils|companies|places|offices|libraries)|(?:most|many|some) people|(?:like|as) (?:everybody|everyone) else (?:does|uses|has)|next door|elsewhere|in general|where i (?:used to )?work(?:ed)?)\b",
        re.I,
    ),
    "hypothesis": re.compile(
        r"\b(?:(?<!says )(?<!say )(?<!said )(?<!tells )(?<!tell )(?<!know )(?<!knows )(?<!see )(?<!sees )(?<!check )(?<!checks )(?<!ask )(?<!asks )(?<!us )(?<!me )(?<!them )(?<!out )if (?:we|it|they|you|i|there|only|the|somebody|someone)\b(?! are gone| is gone)|what if|(?<!i )suppos(?:e|ing)|(?<!can )(?<!i )imagine (?:if|that|we|you|it|a|an|the|having)|in theory|hypothetically|would (?:have|be|need|mean|cost|take)|could (?:have|be) (?!moved)|might (?:as well|one day)|let['’]s say|say we|were we to|should we ever)\b",
        re.I,
    ),
    "question": re.compile(
        r"\?\s*$|^(?:what|who|why|how|where|which|when|is|are|do|does|did|can|could|should|would|will) (?:is|are|do|does|you|it|that|this|we|i|they|the|a|an)\b.*\?",
        re.I | re.S,
    ),
}


def modalities(clause: str) -> frozenset[str]:
    """Which of past, ended, plan, hearsay, others, hypothesis, question a clause is marked as; empty for plain current fact."""
    return frozenset(name for name, pattern in _BY_NAME.items() if pattern.search(clause))
