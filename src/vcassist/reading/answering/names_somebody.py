"""Who is asked whether somebody is responsible names them: "sister Abiba", "the headmistress", "Ilse from accounts" says yes. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.given_names import is_given_name
from vcassist.interview.ports import Proposal, Reading

# The fields to which a person's name or place is a yes.
OF_A_PERSON = frozenset({"governance.responsible_person"})
SURE = 0.9
# A longer message says it in a sentence.
LONGEST = 9
_I = re.I
_LEAD = re.compile(
    r"(?:\W*\b(?:well|er+|um+|hm+|oh|ok(?:ay)?|yes|so|only|just|mostly|always|now|officially|i (?:think|guess|suppose|believe)|(?:that|it|this)(?:['’]?s| is| was|['’]d be| would be| will be| should be| must be))\b)*\W*",
    _I,
)
_TITLE = r"(?:mr|mrs|ms|miss|mister|madam|madame|sir|dr|doctor|prof(?:essor)?|sister|brother|father|mother|rev(?:erend)?|pastor|imam|rabbi|chief|uncle|aunt(?:ie|y)?|mama|mzee|don|dona|doña|herr|frau|señora?|sr|sra)\.?"
_ROLE = (
    r"[\w-]*(?:mistress|master|ist|nurse|ary|teacher|doctor|clerk|manager|worker|keeper|er|or|ian|vet|cook|midwife|accountant|assistant|founder|chair|chairman|chairwoman|head|president|pastor|priest|imam|"
    r"matron|chief|lead|guy|lady|woman|man|husband|wife|son|daughter|brother|sister|board|committee|principal|dean|abbot|abbess|elder|boss|ceo|cto|coo|nun|volunteer|colleague|friend)"
)
# Those are others, or nobody in particular.
_NOT_OURS = re.compile(
    r"\b(?:vendor|supplier|provider|maker|manufacturer|developer|user|customer|computer|server|whoever|either|neither|or|never|other|another|number|order|paper|folder|letter|matter|later|after|ever|under|over|however|answer)s?\b",
    _I,
)
_OTHERS = re.compile(
    r"\b(?:no|not|none|nobody|everybody|everyone|anybody|all|each|someone|somebody|nothing|unknown|know|idea|clue|sure|skip|pass|next|stop|undo|depends|maybe|perhaps|partly|sometimes|was|were|used|left|quit|retired|died|should|could|if|until|who|what|why|how)\b|n['’]t\b|\?",
    _I,
)
_OF = r"(?:(?:,| from| in| of| at| -) ?(?:the |our |my )?[\w'’.-]+(?: [\w'’.-]+)?)?"
_ME = r"(?:me|myself|i)"
_PLACE = rf"{_ME}|{_TITLE} [\w'’-]+(?: [\w'’-]+)?|(?:the|our|my|an?|his|her|one of (?:our|the|my)) (?:[\w'’-]+ ){{0,2}}?{_ROLE}(?:,? [\w'’-]+)?"
_CAPITAL = r"(?-i:[A-ZÀ-Þ])[\w'’-]+"
_SOMEBODY = re.compile(
    rf"(?:{_PLACE}|(?P<name>{_CAPITAL})(?: {_CAPITAL})?){_OF}"
    rf"(?:(?:,| and| &| with| together with) (?:{_PLACE}|{_CAPITAL}(?: {_CAPITAL})?){_OF})?[\s.!]*",
    _I,
)
_WITH_ME = re.compile(rf"\b(?:and|&|with) {_ME}[\s.!]*$", _I)


def with_somebody_named(read: Reading, message: str, asked: str | None, is_word: Callable[[str], bool]) -> Reading:
    """The same with a yes to ``asked`` where nothing was read as its answer and the message names somebody. ``is_word``: as below."""
    if asked is None or field_of(asked).key not in OF_A_PERSON or any(p.ref == asked for p in read.proposals):
        return read
    named = names_somebody(message, asked, is_word)
    return replace(read, proposals=(*read.proposals, named), intent="answer") if named else read


def names_somebody(message: str, asked: str, is_word: Callable[[str], bool]) -> Proposal | None:
    """A yes where a short message names a person or their place and says nothing else; None for any other. ``is_word``: whether a word in small
    letters is a common one, so that no "Depends" is a name.
    """
    if len(message.split()) > LONGEST or _OTHERS.search(message) or _NOT_OURS.search(message):
        return None
    lead = _LEAD.match(message)
    start = lead.end() if lead else 0
    found = _SOMEBODY.fullmatch(message, start)
    if found is None or (found["name"] and not _is_a_name(found, is_word)):
        return None
    quote = message[start:].strip().rstrip(".!")
    return Proposal(asked, "known", "yes", quote, SURE, start, start + len(quote))


def _is_a_name(found: re.Match[str], is_word: Callable[[str], bool]) -> bool:
    name = found["name"]
    return is_given_name(name) or not is_word(name.lower()) or _WITH_ME.search(found[0]) is not None
