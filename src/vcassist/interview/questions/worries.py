"""Worries about a tool, known by their form: what its supplier does with what is typed or said, and whether it is safe for somebody. Pure.

Who is asked about is an outsider: the supplier, the tool, a company by its name. What is asked is an act of hearing, seeing, keeping or
passing on, done to something that people put in. "Does the nurse read every letter?" is about one's own work, "do you keep what I say?" about
this talk, and "can the supplier train on it?" about training.
"""

from __future__ import annotations

import re

_I = re.I
# A longer sentence tells a case (characters).
LONGEST = 200
OF_THE_SUPPLIER, OF_SAFETY = "what does the supplier do with what we type", "is this tool dangerous"

_LEAD = (
    r"\W*(?:(?:and|but|so|or|well|ok(?:ay)?|sorry|please|wait|no|yes|hi|hello|hey|then|also|now|honestly|really|for real|fr|tho|though|again|i ask(?: you)?(?: again)?|one more(?: thing| question)?|"
    r"(?:can|could|would|will) you (?:please |just |maybe )*(?:tell|say|explain)(?: to)?(?: me| us)?(?: please)?(?: (?:if|whether))?|(?:please |just )*tell (?:me|us)(?: (?:if|whether))?|(?:do you|does anybody) know(?: (?:if|whether))?|is it (?:true|possible|right|so) that|i mean)\b\W*)*"
)
# What somebody fears or wants to know, told and not asked.
_FEARS = r"(?:(?:i|we)(?:['’]m|['’]re| am| are)? (?:\w+ )?(?:afraid|worried|scared|concerned|nervous|anxious|worry|fear|wonder)(?: (?:that|if|whether|about whether))? )"
# Names that people know and write in small letters too.
NAMES = "google|whatsapp|openai|chatgpt|microsoft|meta|facebook|instagram|tiktok|snapchat|apple|amazon|alexa|siri|gemini|copilot|claude|anthropic|deepl|zoom|telegram|youtube|canva|grammarly|otter|bing|grok|deepseek|mistral|samsung|huawei"
_THINGS = r"(?:company|companies|firm|supplier|vendor|provider|maker|seller|developer|owner|manufacturer|app|tool|bot|chatbot|program(?:me)?|software|machine|computer|phone|tablet|device|speaker|assistant|system|site|website|ai|thing)s?"
_PLACES = r"(?:americans?|chinese|russians?|government|(?:big )?tech(?: firms?| companies)?|usa?|america|china|silicon valley|hackers?|strangers?|others|outsiders|advertisers?|anybody|anyone|somebody|someone)"
# Someone outside: by a name, by what they are to us, or as "they" and "it".
_WHO = rf"(?:they|it|(?:the |your |our |that |this |these |those |its )?(?:{_THINGS}|{_PLACES})(?: (?:company|people|behind it|itself|there))?|(?:the )?people behind (?:it|this|the \w+)|(?:{NAMES})|(?<=\w )(?-i:(?!(?:I|Dr|Mr|Mrs|Ms|Matron|Sister|Father|Pastor|Professor)\b)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?))"
_AUX = r"(?:(?:do|does|did|will|would|can|could|may|might|is|are|has|have|be|been|going to|able to|allowed to|also|always|really|all|secretly|ever|just|now|then|to|in fact|actually)(?:n['’]?t| not)? )*"
_HEARS = r"(?:listen(?:s|ing)?(?: in)?(?: (?:to|on))?|hears?|hearing|eavesdrop(?:s|ping)?(?: on)?|sp(?:y|ies|ying)(?: on)?|watch(?:es|ing)?|record(?:s|ing)?|track(?:s|ing)?|follow(?:s|ing)?|identif(?:y|ies|ying)|recogni[sz]e?s?)"
_TAKES = r"(?:reads?|reading|sees?|seeing|keep(?:s|ing)?|kept|stor(?:e|es|ing)|sav(?:e|es|ing)|hold(?:s|ing)?|sell(?:s|ing)?|sold|shar(?:e|es|ing)|us(?:e|es|ing)|gets?(?: to see)?|tak(?:e|es|ing)|steal(?:s|ing)?|leak(?:s|ing)?|knows?|look(?:s|ing)? at|(?:have|has|having|gets?) access to|collect(?:s|ing)?|pass(?:es|ing)? on|giv(?:e|es|ing)(?: away)?|show(?:s|ing)?|publish(?:es|ing)?)"
_OURS = r"(?:our|my|their|his|her|the|these|those|any(?: of (?:our|my|the|their))?|all(?: of)?(?: (?:our|my|the|their))?|personal|private)"
_PUT_IN = r"(?:voices?|names?|messages?|chats?|texts?|words|data|photos?|pictures?|images?|faces?|recordings?|files?|conversations?|letters?|records?|details|secrets?|information|info|stuff|things|notes?|documents?|birthdays?|address(?:es)?|numbers?|identit(?:y|ies)|talks?|calls?|prompts?|questions|answers|emails?|e-mails?|mails?|homework|essays?)"
_OF_WHOM = r"(?: (?:of|from|with|about|by) (?:me|us|them|(?:the |our |my |these )?[\w’'-]+(?: [\w’'-]+)?))?"
_TYPED = r"(?:(?:what|whatever|everything|anything|all|the \w+|things|stuff)(?: that| which)? (?:i|we|they|people|(?:my|our|the) \w+(?: \w+)?) (?:\w+ )?(?:typ|writ|wrot|sa[iy]|put|tell|told|enter|send|sent|upload|ask|talk|give|gave|speak|spoke|dictat|shar|submit)\w*)"
_INPUT = rf"(?:{_TYPED}|{_OURS} (?!(?:model|tool)\b)(?:[\w’'-]+ ){{0,3}}?{_PUT_IN}{_OF_WHOM}|(?:\w+[’']s ){_PUT_IN}|{_PUT_IN}\b)"
_PEOPLE = r"(?:me|us|them|everything|anybody|everybody|people|(?:my|our|the|these) [\w’'-]+(?: [\w’'-]+)?)"
_SUPPLIER = (
    # "Does Google listen to my voice?", "so is Otter eavesdropping on my patients".
    re.compile(
        rf"^(?:{_LEAD}|{_FEARS})(?:(?:do|does|did|will|would|can|could|may|might|is|are|has|have|was)(?:n['’]?t)? )?{_WHO} {_AUX}(?:{_HEARS} (?:{_INPUT}|{_PEOPLE})|{_TAKES} (?:(?:and|or) {_TAKES} )?{_INPUT})\b",
        _I,
    ),
    re.compile(
        rf"^{_LEAD}(?:is|are|was) {_WHO} (?:always |secretly |also )?(?:listening|watching|spying|eavesdropping|recording)\b",
        _I,
    ),
    # "What do they do with what we type?", "what happens with the text that we give to it?", "where does my voice go?"
    re.compile(
        rf"^{_LEAD}what\b (?:(?:exactly|all|else) )?(?:{_AUX}{_WHO} {_AUX}(?:do|does|doing|make|makes|want|wants)|happens|becomes|will happen|would happen|is done|does become|is {_WHO} do) (?:with|to|of|from) {_INPUT}\b",
        _I,
    ),
    re.compile(
        rf"^{_LEAD}(?:where|to whom|to where) {_AUX}{_INPUT} (?:go|goes|going|sent|end up|ends up|kept|stored)\b", _I
    ),
    # "The voice of me go to Google?"
    re.compile(
        rf"\b{_INPUT} {_AUX}(?:go|goes|going|sent|passed on|given|sold|leaked?|shown) (?:out )?to {_WHO}\b[^.!]{{0,40}}\?",
        _I,
    ),
)
# Of this talk, of training (which the glossary explains), of what a law allows, or of a case ("after we end the contract").
_OTHERWISE = re.compile(
    r"\b(?:you(?! (?:know|please))|u|your|here|train\w*|learn\w*|this (?:talk|chat|conversation|interview|report)|the report|vcassist|my (?:answers|replies)|law|legal\w*|allowed|forbidden|by hand|when|after|before|if|once|until|while|because|unless|without|to (?:improve|make|build|check|get))\b",
    _I,
)
_HARM = (
    r"(?:safe|unsafe|dangerous|risky|harmful|a danger|a risk|hazardous|bad|ok(?:ay)?|all ?right|suitable|good enough)"
)
_FOR = r"(?:for|with|to|around|near) (?:\w+ ){0,4}?(?:kids?|child(?:ren)?|minors?|pupils?|students?|patients?|mothers?|babies|girls?|boys?|teen\w*|youth|young|little ones?|old|elderly|people|famil(?:y|ies)|residents?|them|us|me|him|her|women|refugees|clients?|members?|users?|everybody|anybody|class\w*)"
_TOOL = rf"(?:this|it|that|(?:the|this|that|our|such an?) {_THINGS}|using (?:it|this|[\w-]+)|to use (?:it|this)|{NAMES}|(?<=\w )(?-i:[A-Z][\w’'-]*))"
# Dangerous by itself, or good and bad for somebody; "dangerous if it reads my mail" and "safe to put it with one supplier" ask of a case.
_IS_HARM = rf"(?:(?:safe|unsafe|dangerous|risky|harmful|a danger|a risk|hazardous)(?=\W*$|\s*[,;–—?]| (?:or|at all|here|there|on there|really|then|now|to use)\b)|{_HARM} (?:to use (?:it )?)?{_FOR}\b)"
_SAFETY = (
    # "Is this dangerous?", "this app safe for kids?"
    re.compile(rf"^{_LEAD}(?:is|was|isn['’]t|are) {_TOOL} (?:\w+ )?{_IS_HARM}", _I),
    re.compile(rf"^{_LEAD}{_TOOL} (?:\w+ )?{_IS_HARM}[^.!]{{0,60}}\?", _I),
    # "Are the children safe with this app?", "is the kids stuff safe on there".
    re.compile(
        rf"^{_LEAD}(?:is|are) (?:(?:the|our|my|their|these) )?(?:[\w’'-]+ ){{1,3}}?(?:safe|in danger|at risk) (?:with|on|in|from|using|there|when using) (?:it|this|that|there|them|{_TOOL})\b",
        _I,
    ),
    re.compile(rf"^{_LEAD}(?:can|could|does|will|may) {_TOOL} (?:hurt|harm|be dangerous (?:to|for)|do (?:any )?harm to|damage)\b[^.!]{{0,60}}\?", _I),
)  # fmt: skip
# Whether data may be put in is a question of the law.
_OF_DATA = re.compile(
    r"\b(?:safe|ok(?:ay)?|risky|dangerous) (?:for|with|to (?:put|enter|type|give|send|store|share|upload|use))\b[^.!?]*\b(?:data|names?|records?|details|birth|numbers?)\b",
    _I,
)
# A tag asks nothing: "it keeps our names, right?"
_TAG = re.compile(r",\s*(?:right|no|yes|eh|isn['’]t it|doesn['’]t it|don['’]t they)\W*$", _I)


def worry_in(sentence: str) -> str:
    """The example of knowledge/talk.yaml for what a sentence worries about; "" where it worries about nothing of the kind."""
    if len(sentence) > LONGEST or _TAG.search(sentence):
        return ""
    asked = re.sub(rf"^(?:{_LEAD}{_FEARS}|{_LEAD})", "", sentence, flags=_I)
    if not _OTHERWISE.search(asked) and any(p.search(sentence) for p in _SUPPLIER):
        return OF_THE_SUPPLIER if _may_worry(sentence) else ""
    return OF_SAFETY if any(p.search(sentence) for p in _SAFETY) and not _OF_DATA.search(sentence) else ""


def _may_worry(sentence: str) -> bool:
    """Whether words of an outsider's doing ask or fear: "Google keeps our files" by itself tells."""
    asks = re.match(
        rf"{_LEAD}(?:do|does|did|will|would|can|could|may|might|is|are|has|have|was|what|where|to whom)\b", sentence, _I
    )
    return bool(asks) or "?" in sentence or bool(re.match(_FEARS, sentence, _I)) or _led(sentence)


def _led(sentence: str) -> bool:
    """Whether somebody asks to be told: "can you just tell me if they read the messages"."""
    return bool(re.match(r"\W*(?:\w+ ){0,3}?(?:tell|know|say|explain)\b[^.!?]{0,12}\b(?:if|whether)\b", sentence, _I))
