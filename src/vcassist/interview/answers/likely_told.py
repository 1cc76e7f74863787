"""What a message seems to tell of another matter than the one that was asked, and not plainly enough to be noted: it is put to the person for a
yes. Pure but for its ports.

"There was a DPIA, but it was written by the vendor" may be a yes or half of one. Who tells that and hears "yes, partly or no?" to another question
was not listened to; who hears "from … I gather that the impact was assessed in part; is that right?" was.
"""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import Chain, Fact
from vcassist.chain.fields import FIELDS
from vcassist.interview.heard import Heard, came_to_nothing
from vcassist.interview.not_asked import refused_refs
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# From this chance on a sentence speaks of a matter, and from the other one a choice of it is worth asking after.
SPEAKS, LEANS = 0.6, 0.4
# A shorter sentence, in words, tells of nothing by itself; of a longer message the likeliest thing is asked at its own time.
LEAST_WORDS, MOST_WORDS = 4, 80
_ONE_OF_FEW = tuple(key for key, spec in FIELDS.items() if spec.type in ("yesno", "enum"))


def with_likely_told(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same; of a message that came to nothing, with the choice of another matter that it most likely states, to be confirmed."""
    awaiting = session.awaiting
    if awaiting is None or not awaiting.is_open or not came_to_nothing(heard) or "?" in said:
        return heard
    if len(said.split()) > MOST_WORDS or heard.reading.intent not in ("answer", "other", "correction"):
        return heard
    chain, refused = session.chain, refused_refs(session)
    keys = [key for key in _ONE_OF_FEW if _is_open(key, awaiting.ref, chain, refused)]
    found = [
        (chance, key, m)
        for m in SENTENCE.finditer(said)
        if len(m[0].split()) >= LEAST_WORDS
        for key, chance in tools.spoken_of(m[0], keys)
        if chance >= SPEAKS
    ]
    for _, key, m in sorted(found, key=lambda one: -one[0]):
        value = _leans_to(m[0], key, tools)
        if value:
            quote = m[0].rstrip()
            fact = Fact(chain.first_ref(key), "known", value, quote, m.start(), m.start() + len(quote), number)
            return replace(heard, unsure=fact, vague=False)
    return heard


def _is_open(key: str, asked: str, chain: Chain, refused: frozenset[str]) -> bool:
    """Whether nothing is noted of a matter, there is but one part that it can be of, and the person did not say no to it before."""
    ref = chain.first_ref(key)
    several = len(chain.mentioned(key.partition(".")[0])) > 1
    return ref != asked and not several and chain.get(ref) is None and ref not in refused


def _leans_to(sentence: str, key: str, tools: Tools) -> str:
    """The choice of a matter that a sentence most likely states; "" where it leans to none."""
    stated = next((one for one in tools.stated(sentence) if one.key == key), None)
    if stated is not None and stated.chance >= LEANS:
        return stated.value
    near = tools.nearest(sentence, key)
    return near[1] if near is not None and near[2] >= LEANS else ""
