"""Houses whose field is none of the sectors that can be chosen: culture, faith, safety, sport, energy, transport. Closed vocabulary, pure."""

from __future__ import annotations

import re

SECTOR = "organisation.sector"
# How sure the name of one's own house is (0 to 1); what a reader hears more surely in the same words counts before it.
SURE = 0.75
_HOUSES = (
    r"museums?|galler(?:y|ies)|theat(?:re|er)s?|operas?|cinemas?|orchestras?|choirs?|zoos?|"
    r"church(?:es)?|parish(?: hall)?|mosques?|temples?|synagogues?|diocese|"
    r"fire (?:brigade|service|department)|police(?: station| force)?|lifeboat station|"
    r"(?:sports?|football|rowing|golf|tennis|chess|swimming) club|"
    r"energy (?:co-?op(?:erative)?|company)|(?:water|power|electricity) (?:utility|company|works)|"
    r"(?:bus|transport|ferry|rail(?:way)?) (?:company|operator)|housing association"
)
HOUSE = re.compile(rf"\b(?:{_HOUSES})\b", re.I)
_LEAD = (
    r"\W*(?:(?:it['’]?s|it is|that['’]?s|we['’]?re|we are|we run|i work (?:in|at|for)|well|just|only|basically|actually|called|an?|the|our|one|"
    r"small|little|local|town|city|village|county|regional|national|public|private|volunteer|voluntary|community|open-air|history|art|folk)\s)*"
)
# An answer that is such a house: no "church school", which is a school.
OF_NO_FIELD = re.compile(
    rf"{_LEAD}(?:{_HOUSES})\b(?=\W*$|\s*[.,;:!–—-]|\s(?:in|of|at|near|on|for|by|here|and)\b)", re.I
)
