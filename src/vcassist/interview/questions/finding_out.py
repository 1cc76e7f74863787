"""Where the answer to the question on the table is to be found, and who would know it. Pure.

"How can I check that?" and "where would I find such a thing?" point at the question: no glossary knows what they mean.
"""

from __future__ import annotations

import re

from vcassist.chain.fields import Field
from vcassist.interview import phrases
from vcassist.interview.remarks.manner import LEAD
from vcassist.interview.to_supplier import TO_SUPPLIER

_I = re.I
# A longer question names what it looks for.
LONGEST = 18
_CAN = r"(?:can|could|do|does|would|will|should|must|might|shall|may)"
_ME = r"(?:i|we|one|somebody|someone|a person|anybody|a (?:layman|nurse|teacher))"
_EVER = r"(?:(?:even|ever|best|then|ever|actually|possibly|quickly|now|myself|ourselves|go and|go to|be able to|best) ){0,2}"
_IT = r"(?:that|this|it|one|them|those|such (?:a |an )?[\w-]+(?: [\w-]+)?|(?:a )?things? like (?:that|this)|(?:the|an?) answer(?: to (?:that|this|it))?|(?:that|this|the|an?) (?:information|info|document|paper|card|detail|clause|rule|report)s?)"
_TAIL = r"(?:\W+(?:then|now|here|please|exactly|really|actually|myself|out|up|for (?:me|us|you)|in (?:the|our|its|an?)(?: [\w-]+){1,2}|from (?:them|him|her|you)|with(?:in)? (?:us|them)|at (?:our|the) [\w-]+|quickly|easily|somewhere|normally|usually|or not))*\W*$"
_WHERE = re.compile(
    # "How would I find that out?", "how to check this"
    rf"^{LEAD}how (?:{_CAN} {_ME} |to )(?:{_EVER})(?:check|find(?: out)?|see|learn|verify|look|get to know|get|tell|test)(?: {_IT})?{_TAIL}|"
    rf"^{LEAD}how do {_ME} know(?: {_IT})?{_TAIL}|"
    # "Where would I find a thing like that?"
    rf"^{LEAD}where (?:(?:{_CAN}|is|are) (?:{_ME} )?|to )(?:{_EVER})(?:find|see|look|check|get|read|learn|{_IT} (?:written|to be found|found|kept|said|stated)|look for)(?: {_IT}| to be found)?{_TAIL}|"
    # "Who would have that document?", "who knows such a thing with us", "whom do I ask about that"
    rf"^{LEAD}who(?:ever)? (?:{_CAN} )?(?:{_EVER})(?:knows?|have|has|tell(?: me| us)?|answer|hold|holds) {_IT}{_TAIL}|"
    rf"^{LEAD}(?:who|whom) {_CAN} {_ME} (?:{_EVER})ask(?: (?:about|for|on))?(?: {_IT})?{_TAIL}",
    _I,
)
_OWN_PAPERS = frozenset({"organisation", "governance"})
_AT_WORK = frozenset({"application", "data", "monitoring"})


def asks_where_to_find(said: str) -> bool:
    """Whether a sentence asks how an answer is found, or who has it, and names nothing else."""
    return len(said.split()) <= LONGEST and bool(_WHERE.match(said))


def where_to_find(spec: Field) -> str:
    """Where the answer to a field is found, and what to ask the supplier where it alone knows."""
    if spec.key == "model.documentation":
        return phrases.ON_THE_WEB
    if spec.key == "governance.exit_clause":
        return phrases.IN_THE_CONTRACT
    if spec.kind in _OWN_PAPERS:
        return phrases.IN_THE_PAPERS
    if spec.kind in _AT_WORK or spec.key not in TO_SUPPLIER:
        return phrases.AT_WORK
    return phrases.AT_THE_SUPPLIER.format(TO_SUPPLIER[spec.key])
