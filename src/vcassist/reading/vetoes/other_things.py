"""Answers in jest, or about goods, persons and the current: whose goats have chips, which trays bear a label, how often it is dark. Pure.

What they name is the question's own word, so the trained reader is sure of them; who has it shows that it is none of the tool's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vcassist.chain.fields import Field
from vcassist.reading.text import Span, sentences
from vcassist.reading.vetoes.taken_back import SOFTWARE
from vcassist.reading.vetoes.things import THING

_I = re.I
_LAUGHS = re.compile(
    r"[😂🤣😄😅😆😁😉🙃😜😝]|(?<!\w)(?:lol+|lmao|rofl|(?:a?ha){2,}h?|haha\w*|hihi\w*|hehe\w*|(?:ja){2,}\w*|jeje\w*|kkk+|xd|;-?\))(?!\w)",
    _I,
)
_WHOSE = r"(?:my|our|the|your|his|her)"
_BODY = "knees? back hips? heads? teeth tooth hair legs? arms? eyes? heart stomach feet belly brain liver"
_KIN = "grandmother grandma granny grandfather grandpa grandson granddaughter mother-in-law husband wife uncle aunt baby neighbour neighbor"
_HAVING = (
    r"(?:has|have|had|runs?|needs?|is|are|gets?|uses?|wears?|carr(?:y|ies)|lives?|sits?|works?|writes?|checks?|reads?)"
)
_LIVING = re.compile(
    rf"\b{_WHOSE} (?:\w+ )?(?:{'|'.join((*_BODY.split(), *_KIN.split()))})(?:['’]s \w+)? (?:\w+ )?{_HAVING}\b", _I
)
_THING_HAS = re.compile(rf"\b{_WHOSE} (?:\w+ )?(?P<what>[\w’'-]+(?: [\w’'-]+)?) (?:now |even |also )?{_HAVING}\b", _I)
# "Yes yes and my goats run on it": who agrees too readily, and goes on with an and.
_TOO_READILY = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|sure|oh|right|of course|certainly|naturally|aha)\W+){1,3}and (?:my|our|the|his|her)\b", _I
)
# Goods bear labels of their own.
_GOODS = re.compile(
    r"\b(?:trays?|jars?|bottles?|crates?|boxes|parcels?|packets?|packages?|cartons?|barrels?|baskets?|buckets?|sacks?|tins?|cans|tubs?|bags?|samples?|plants?|pots?|seeds?|loaves|cheeses?|clothes|garments?|shelves|drawers?|folders)\b"
    r"|\b(?:we|they|i) (?:pack|sell|grow|ship|bake|brew|bottle|sew|knit|can|plant|harvest|fill|deliver)\b",
    _I,
)
_MADE_BY_IT = re.compile(
    r"\b(?:texts?|pictures?|images?|videos?|photos?|posts?|audio|sound|speech|voice|captions?|letters?|mails?|e-?mails?|summar\w+|translations?|articles?|posters?|leaflets?|newsletters?|drafts?|content|generated|website|page|reports?|flyers?|ai|watermark\w*)\b",
    _I,
)
# "Three times a week, the whole quarter dark": how often, not what becomes of the work.
_OFTEN = re.compile(
    r"^\W*(?:(?:power |electricity )?(?:outages?|blackouts?|cuts?|failures?)\W+)?(?:(?:about|some|maybe|at least) )?(?:once|twice|\w+ times|every (?:\w+ )?(?:day|night|evening|morning|week|month|year|hour)s?|daily|weekly|monthly|all the time|constantly)\b"
    r"(?: (?:a|per|each|every) (?:day|night|week|month|year))?[^.;!?]*",
    _I,
)
_EFFECT = re.compile(
    r"\b(?:stop\w*|wait\w*|slow\w*|nothing|manage|by hand|paper|pens?|close[sd]?|send|standstill|carr(?:y|ies)|goes on|work\w*|help\w*|lose|lost|cannot|can['’]?t|late\w*|longer|backup|battery|generator|degrad\w+|notice)\b",
    _I,
)
# A licence that a person or a trade holds.
_PERSONS_LICENCE = re.compile(
    r"\b(?:i|he|she|we|you|they)(?:['’]ve| have| has| had| got| hold)?\b[^.;!?]{0,30}?\b(?:licen[cs]e|permit)s? (?:for|to) (?!(?:the |our |its |this |that )?(?:use|run|it|models?|software|tools?|app|program\w*|weights|commercial|research|data)\b)\w+|\b(?:driving|hunting|fishing|gun|trading|taxi|radio|tv|liquor|building|pilot['’]?s|driver['’]?s) licen[cs]es?\b",
    _I,
)


def of_other_things(message: str, asked: Field | None) -> Iterator[tuple[int, int]]:
    """The sentences of an answer that are in jest, or about goods, persons or the current."""
    if asked is None:
        return
    rule = _RULES.get(asked.key)
    laughs = bool(_LAUGHS.search(message))
    for part in sentences(message):
        if (rule and rule(part.text)) or _in_jest(part, laughs):
            yield part.start, part.end


def _in_jest(part: Span, laughs: bool) -> bool:
    """Whether a beast, a limb, one's kin or a thing of the house is said to have what was asked for, with a laugh or a ready yes."""
    if not (laughs or _TOO_READILY.match(part.text)):
        return False
    ready = _TOO_READILY.match(part.text)
    if laughs and ready and not SOFTWARE.search(" ".join(part.text[ready.end() :].split()[:2])):
        return True
    thing = any(THING.search(f"the {m['what']}") for m in _THING_HAS.finditer(part.text))
    return thing or bool(_LIVING.search(part.text))


def _goods(text: str) -> bool:
    return bool(_GOODS.search(text)) and not _MADE_BY_IT.search(text)


def _how_often(text: str) -> bool:
    often = _OFTEN.match(text)
    return often is not None and not _EFFECT.search(text) and not SOFTWARE.search(text)


_RULES: dict[str, Callable[[str], bool]] = {
    "application.labels_content": _goods,
    "application.outage_effect": _how_often,
    "compute.outage_effect": _how_often,
    "model.licence": lambda text: bool(_PERSONS_LICENCE.search(text)),
}
