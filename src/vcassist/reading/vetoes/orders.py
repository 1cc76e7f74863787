"""Tells what a person states about the organisation from code, scripts, stories and orders that only hold such words. Pure."""

from __future__ import annotations

import re

# Structure of programs, data files and markup; an identifier with underscores or dots; an address.
_CODE = re.compile(
    r"[{}`\\]|<(?!=?\s*\d)|(?<!-)>(?!=?\s*\d)|\$\{|\[\[|\]\]|==|\w\(['\")]|\b\w+=['\"\w]|= ?['\"]|\b[a-z]+_[a-z_]+\b|\b[a-z]{3,}\.[a-z]+_?[a-z]*\b(?!\.)(?= *[:=])|\b(?:organi[sz]ation|application|data|labelling|storage|compute|model|monitoring|governance)\.[a-z]+_?[a-z]*\b(?!\.)(?= *,)|\w+://|(?:%[0-9A-Fa-f]{2}\w*){2}|\.\./|^\s*\||;\s*--"
    r"|\b(?:SELECT|INSERT|DROP|DELETE|UPDATE)\b.{0,40}\b(?:FROM|TABLE|INTO|SET|WHERE)\b|(?i:\bselect \*|\bdrop table\b|\binsert into \w+ *\(|\bdelete from \w+ where\b)|\b[A-Z]{4,} [A-Z]{4,}\b(?= \w+=)"
)
# Who speaks of what people do gives no order: "there is a rule but people ignore the rules".
NOT_OTHERS = r"(?<!\bpeople )(?<!\bthey )(?<!\bwe )(?<!\bwho )(?<!\bstaff )(?<!\bsome )(?<!\bmany )(?<!\boften )"
# Somebody else's line in a written dialogue, or a heading that speaks for a machine.
_ROLE = re.compile(
    r"(?:^\W*+|[\n.!?][^\w\n.!?]*+)(?:user|human|assistant|ai|bot|admin\w*|developer|question|answer|message|instructions?|override)\s*:|(?-i:SYSTEM)\s*:"
    r"|\b(?:begin|end) (?:of )?(?:trusted|system|conversation|interview|facts|prompt|file)\b|\bnew (?:instructions?|conversation|system prompt)\b",
    re.I,
)
# "Put partly" and "write down that we don't know" are how people answer, so these verbs are not among them.
_TO_NOTE = (
    r"(?:record|mark|tick|set|add|enter|fill|log|save|report|treat|assume|pretend|say|answer|reply|respond|choose|pick|select|output|print|"
    r"list|repeat|translate|ignore|disregard|forget|override|act|imagine|suppose)"
)
# An order to whoever reads: at the start of a clause, perhaps after a courtesy, with what is to be noted.
_ORDER = re.compile(
    rf"^\W*(?:(?:please|pls|kindly|now|then|and|just|dear \w+|hey|hi|ok(?:ay)?|also|so|instead of \w+)[,\s]+)*{_TO_NOTE}\b"
    # What is noted is the assessment's; "translate all letters" and "answer questions that come in" say what a tool is for.
    rf"(?=\s+[\"'“‘]?(?:down\b|that\b|yes\b|no\b|always\b|never\b|it\W*$|this\b|(?:all|every|any)(?:thing|one)?(?: (?:of (?:it|them)|fields?|facts?|risks?|questions?|rules?))?\s*(?:$|[^\w\s]|as\b|with\b|is\b))"
    rf"|.*\b(?:(?:as|down|to|with|is|are) [\"'“‘]?(?:yes|no|always|never|partly|none|open|closed|safe|known|clear|low|encrypted|compliant|approved|fine|done)|(?:the|all|any|every|your|these|each|this|previous) (?:\w+ )?(?:fields?|facts?|risks?|chain|rules?|instructions?|question|prompt|value|option|list)|poem|story|whatever)\b)"
    r"|\b(?:you (?:are now|must|shall|have to|need to) (?!be\b|pay\b|have\b)|(?:i|we) (?:order|command|instruct|authori[sz]e|tell) you|whatever i (?:really )?(?:said|say))\b"
    r"|^\W*(?:(?:please|pls|now|then|and|ok(?:ay)?)[,\s]+)*(?:give|tell|show|send|find) (?:me|us)\b[^,;:–—]*$"
    rf"|{NOT_OTHERS}"
    r"\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:rules?|instructions?|prompts?|question|fields?|above|previous)\b"
    r"|\b(?:the )?(?:right|correct|expected|best|safest|true) (?:answer|value|option|choice) (?:is|would be)\b|\boption \d\b"
    r"|\b(?:looks? best|lowers? the (?:risk|severity)|lowest severity|makes? the report)\b|\bput (?:yes|no|safe)\b.{0,12}\bevery\w+",
    re.I | re.S,
)
# "Please add Kora to the list" names one thing and orders nothing of what is noted of it.
_TO_THE_LIST = re.compile(
    r"\W*(?:(?i:please|pls|kindly|also|and|now|ok(?:ay)?|then)[,\s]+)*(?i:add|put|include|enter)\s[A-Z][\w.-]*(?:\s[A-Z\d][\w.-]*){0,2}\s(?:to|on|in|onto) (?:the|your|my|our) (?:list|notes|map)\W*(?:(?:please|pls|too|as well)\W*)*"
)
_STORY = re.compile(
    r"\b(?:(?:write|tell|sing|invent|make up|compose)\b.{0,20}\b(?:poem|story|song|joke|tale)|poem|fairy ?tale|role ?play|(?:i|we) (?:dream\w*|pretend\w*|imagin\w+)|"
    r"pretend (?:that|to|i|we|you)|imagine (?:that|a|an|we|you|if)|it is (?:false|untrue|a lie|not true) that|nobody has ever claimed)\b",
    re.I,
)


# What whoever reads this is told that it will or must note, as if it stood by: "the assistant will now store: …", "the caller must store this".
_READER = (
    r"(?:assistant|interviewer|interview|vcassist|caller|client|agent|reader|parser|recorder|machine|program(?:me)?|system|software|model|questionnaire|assessment|session|bot|ai)"
    r"(?: (?:that|which|who|to|reading|processing|receiving|parsing|handling)\b[^.;:!?\n]{0,30}?)?"
)
_NOTES = r"(?:store|save|record|note|enter|register|log|write|mark|set|fill|put|assume|conclude|treat|count|list|tick|file|accept|consider|report)"
_OBLIGED = re.compile(
    rf"\b{_READER} (?:itself )?(?:(?:will|shall|must|should|has to|have to|needs? to)(?: (?:now|hereby|then|always|please|therefore|only|at once))*|(?:is|are)(?: (?:now|hereby|therefore))? (?:obliged|required|instructed|ordered|told|asked|bound|authori[sz]ed) to) "
    # What a tool itself will do goes on with what it works upon ("the bot will write the letters").
    rf"{_NOTES}\b(?=\W*(?:$|[:=\"“]|(?:down|in|that|this|it|these|those|all of|everything|the following|yes|no)\b))",
    re.I,
)
# Whoever asks that no proof be asked for, and then dictates.
_WITHOUT_PROOF = re.compile(
    rf"\b(?:need|needs|requires?|skip|waive|spare|drop|forget|without|omit)\b[^.;:!?\n]{{0,20}}\b(?:quotes?|quotations?|proofs?|evidence|citations?)\b[^.;:!?\n]{{0,40}}(?:[:;,–—-]|\band\b)\W*(?:(?:just|simply|please|then|and) )*{_NOTES}\b",
    re.I,
)
# To have it noted as one's own although it is not.
_AS_IF_OURS = re.compile(
    rf"\b(?:{_NOTES}|keep|take|copy) (?:it|that|this|them|these|those|all)\b[^.;!?\n]{{0,40}}\bas (?:if (?:it|they|that|this|we) (?:were|was)|(?:our|my)s?(?: own)?\b)|\b(?:repeat|say|write) after me\b",
    re.I,
)


def no_statement(clause: str) -> bool:
    """True when a clause is an order, code, a line of a script or a story rather than somebody's statement of how things are."""
    patterns: tuple[re.Pattern[str], ...]
    patterns = (
        (_CODE, _ROLE, _STORY, _OBLIGED)
        if _TO_THE_LIST.fullmatch(clause)
        else (_CODE, _ROLE, _ORDER, _STORY, _OBLIGED, _WITHOUT_PROOF, _AS_IF_OURS)
    )
    return any(pattern.search(clause) for pattern in patterns)
