"""How much of it a few words say, where the message consists of nothing else: all, some or none ("not everyone", "0%"), yes or no. Pure.

Such words are a closed class, and mean the same whatever was asked. A learnt reader hears them worse than long answers: "not everyone" has the
"not" of a no and the "everyone" of a yes, and is neither.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import ONE_TO_TWELVE
from vcassist.reading.answering.number_words import value as number_in_words

_I = re.I
# More words say more than how many.
LONGEST = 9
SURE = 0.99
# What all, some and none come to, by the field's choices.
_COMES_TO: dict[tuple[str, ...], dict[str, str]] = {
    ("yes", "partly", "no"): {"all": "yes", "some": "partly", "none": "no"},
    ("always", "sometimes", "never"): {"all": "always", "some": "sometimes", "none": "never"},
}
_SIGH = r"(?:(?:hm+|er+m?|um+|well|oh|ah|so|ok(?:ay)?|honestly|tbh|to be honest|i(?:['’]d| would) say|i (?:think|guess|suppose)|let['’]?s say|sadly|unfortunately|probably|about|roughly|around)\b[\s,.…:–—-]*)*"
_OF_THEM = r"(?:of (?:them|us|it|those|these|that|the (?:time|times|cases|people|data|staff))|the time)"
_END = rf"(?:(?:,? |[,.…]+ ?)(?:{_OF_THEM}|really|sadly|unfortunately|tbh|to be honest|honestly|sorry|i(?:['’]m| am) afraid|afraid|though|i(?:['’]d| would) say|i (?:think|guess|suppose)|actually|lol|haha|so far|yet|right now|at the moment|maybe|please|thanks?))*[\s.,!…:;)(]*"
_WHOLE = (
    r"(?:(?:each and )?every (?:single )?(?:one|time|day|case|person|body|thing)|every(?:one|body|thing)|each (?:one|time|of (?:them|us|it|those))|all the time|the (?:whole )?lot|all|always|"
    r"(?:a )?(?:hundred|100) ?(?:%|percent|per cent)|without (?:any )?exceptions?|no exceptions?|fully|completely|entirely|totally|wholly)"
)
_NONE = r"(?:no(?: ?body| ?one)|none(?: at all)?|nothing (?:like (?:that|it)|of (?:the|that) (?:sort|kind))|not (?:a )?(?:single )?(?:one|soul|once)|not any(?:one|body)?|not ever|never(?: ever)?|by no means|zero|nil|nix|zilch|0(?: ?%| percent| per cent)?)"
_NEARLY = r"(?:almost|nearly|practically|virtually|just about|close to)"
_NOT = r"not (?:quite |really |exactly |actually |nearly |strictly |necessarily |yet )?"
_PART = (
    r"(?:some(?:times| ?one| ?body)?|a few|few|several|many|half|most(?:ly)?|mainly|part(?:s|ly|ially)?|in parts?|bits?|bits and pieces|for the most part|the (?:majority|minority)|a (?:majority|minority|handful|couple|part)|the odd (?:one|time)|"
    r"(?:a|one|two|three)[ -](?:third|quarter|fifth)s?|now and (?:then|again)|(?:every )?once in a while|every (?:now and then|so often|second (?:one|time)|other (?:one|time))|on and off|off and on|occasionally|at times|from time to time|here and there|rarely|seldom|"
    r"(?:fifty|50)[ -](?:fifty|50)|half[ -](?:and[ -])?half|more or less|so[ -]so|sort of|kind of|kinda|sorta|yes and no|to (?:some|a certain|a) (?:extent|degree))"
)
_NUMBER = rf"(?:\d{{1,4}}|{ONE_TO_TWELVE})"
_SHARE = rf"(?P<part>{_NUMBER}) (?:out of|of|in) (?:the )?(?:our )?(?P<of>{_NUMBER})"
_PERCENT = r"(?P<percent>\d{1,3}(?:[.,]\d)?) ?(?:%|percent|per cent)"
_FORMS = tuple(
    (amount, re.compile(rf"\W*{_SIGH}(?P<words>{form}){_END}", _I))
    for amount, form in (
        ("some", rf"(?:(?:yes|no|yeah|nope?)\W+)?(?:but )?{_NOT}(?:in )?{_WHOLE}"),
        ("some", rf"(?:(?:yes|yeah)\W+)?(?:but )?{_NEARLY} {_WHOLE}"),
        ("some", rf"{_NEARLY} never"),
        ("some", r"(?:but )?not (?:quite|really|exactly|actually|strictly|entirely|altogether) (?:no(?: ?body| ?one)|none|nothing|never)(?: at all)?"),
        ("some", rf"(?:(?:yes|no|yeah)\W+)?(?:but )?(?:maybe )?(?:only |just )?{_PART}"),
        ("some", r"some(?: of them)?(?: are| do| did| have)?(?: yes)?,? (?:and )?(?:some|others|the others|not all)(?: of them)?(?: are| do| did| have)?(?: no(?:t)?|n['’]t)?"),
        ("all", rf"(?:(?:yes|yeah|yep)\W+)?{_WHOLE}"),
        ("none", rf"(?:(?:no|nope|nah)\W+)?{_NONE}"),
    )
)  # fmt: skip
_COUNTED = re.compile(rf"\W*{_SIGH}(?:(?:only|just) )?(?P<words>{_SHARE}|{_PERCENT}){_END}", _I)
# A yes or a no by itself is what it says.
_YES_OR_NO = {
    "yes": re.compile(rf"\W*{_SIGH}(?P<words>(?:oh |why |but |and )?(?:yes+|yeah+|yep|yup|ya+|yea|ja|si|sí|oui|mhm|uh-?huh|aye|true|exactly|right|sure|ok,? (?:yes|yeah)|y)(?:,? (?:yes|yeah|of course|sure|indeed|certainly|absolutely|definitely|we do|they do|it does|it is|there is|we have|sir|ma['’]?am|please))?|(?:of course|naturally|without (?:a |any )?(?:question|doubt)|no (?:question|doubt)(?: about (?:it|that))?|undoubtedly|unquestionably|self-evidently|needless to say|beyond (?:any )?doubt|certainly|definitely|absolutely|totally|for sure|obviously|clearly|always yes|affirmative|correct)(?:,? (?:yes|we do|they do|it is|it does))?|we do(?: indeed)?|we did|we have|they do|they did|they are|they can|they have|it does|it is|it has|there is|very much so|you bet|indeed(?: so)?|(?:that|it)(?:['’]s| is) (?:right|so|correct|true)|but of course|why yes|sure thing){_END}", _I),
    "no": re.compile(rf"\W*{_SIGH}(?P<words>(?:sadly|unfortunately|regrettably|alas|i(?:['’]m| am) afraid|afraid|i(?:['’]m| am) sorry|sorry)(?: to say)?,? (?:not?|never|none)(?: yet)?|(?:oh |but |and )?(?:no+|nope|nah|nein|non|never|n)(?:,? (?:no|never|not at all|of course not|we do not|we don['’]?t|they do not|they don['’]?t|it does not|it doesn['’]?t|it is not|it isn['’]?t|there is not|there isn['’]?t|we have not|we haven['’]?t|sir|ma['’]?am|not yet))?|not (?:at all|really|yet|so far)|(?:of course|certainly|absolutely|definitely) not|negative|false|(?:we|they) (?:do not|don['’]?t|did not|didn['’]?t|have not|haven['’]?t|can(?:not|['’]?t))|(?:it|he|she) (?:does not|doesn['’]?t|is not|isn['’]?t|has not|hasn['’]?t)|there (?:is not|isn['’]?t)|no way(?: jose)?|not a chance|far from it|(?:i )?wish(?: we (?:did|had))?){_END}", _I),
}  # fmt: skip
# What is no way of doing something: "no", where somebody is asked how often it is done.
_NEVER = re.compile(
    rf"\W*{_SIGH}(?P<words>no(?: (?:sir|madam|ma['’]am))?|nope|nah|no way|nothing|(?:it|he|she) (?:hasn['’]?t|doesn['’]?t|does not)|(?:of course|certainly|really|sadly|unfortunately|rather|i(?:['’]m| am) afraid) not|not (?:really|at all)|(?:we|they) (?:do not|don['’]?t|have not|haven['’]?t)){_END}",
    _I,
)


def only_agrees(message: str) -> bool:
    """Whether a message is a bare yes, which chooses none of some choices."""
    return _YES_OR_NO["yes"].fullmatch(message) is not None


# "Annoying.", "That would of course be regrettable": how it is liked, and not what happens.
_JUDGES = re.compile(
    r"\W*(?:(?:oh|well|so|hm+|naturally|of course|obviously|honestly|frankly|surely|certainly|no doubt|just|it|that|this|would|will|is|was|be|['’]s|['’]d|most|very|really|quite|rather|pretty|extremely|highly|a bit|a little|somewhat|simply|for us|for me|for everyone|for everybody|indeed|then)\b[\s,]*)*(?:annoying|regrettable|unfortunate|unwelcome|sad|a (?:great |real |big )?(?:pity|shame|nuisance|bother|pain|disappointment|blow)|unpleasant|inconvenient|tiresome|irritating|awkward|not (?:nice|good|great|ideal|pleasant|funny)|bad|awful|terrible|horrible|dreadful)\b(?:[\s,]*(?:of course|naturally|for us|for me|for everyone|for everybody|indeed|i suppose|i guess|really|yes))*\W*",
    _I,
)


def only_judges(message: str) -> bool:
    """Whether a message only says how somebody likes something, which tells nothing of what is asked."""
    return _JUDGES.fullmatch(message) is not None


def how_many(message: str, asked: str) -> Proposal | None:
    """The answer of a message that consists of words for how many or how often; None for any other, and where nothing of the kind is asked."""
    comes_to = _COMES_TO.get(field_of(asked).values)
    if comes_to is None or len(message.split()) > LONGEST:
        return None
    if comes_to["none"] == "never" and (m := _NEVER.fullmatch(message)):
        return _told(asked, "never", m)
    for value, form in _YES_OR_NO.items() if comes_to["none"] == "no" else ():
        if m := form.fullmatch(message):
            return _told(asked, value, m)
    amount, m = _counted(message)
    if m is None:
        amount, m = next(((a, m) for a, form in _FORMS if (m := form.fullmatch(message))), ("", None))
    return _told(asked, comes_to[amount], m) if m is not None else None


def _told(asked: str, value: str, m: re.Match[str]) -> Proposal:
    return Proposal(asked, "known", value, m["words"], SURE, *m.span("words"))


def _counted(message: str) -> tuple[str, re.Match[str] | None]:
    """How much "8 of 10" or "60%" comes to."""
    m = _COUNTED.fullmatch(message)
    if m is None:
        return "", None
    if m["percent"]:
        share = float(m["percent"].replace(",", ".")) / 100
    else:
        part, whole = _number(m["part"]), _number(m["of"])
        if not whole or part > whole:
            return "", None
        share = part / whole
    return ("none" if share == 0 else "all" if share >= 1 else "some"), m


def _number(said: str) -> int:
    return int(said) if said.isdigit() else number_in_words([said.casefold()])
