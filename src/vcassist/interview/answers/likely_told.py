"""What a message seems to tell of another matter than the one that was asked, and not plainly enough to be noted: it is put to the person for a
yes. Pure but for its ports.

"There was a DPIA, but it was written by the vendor" may be a yes or half of one. Who tells that and hears "yes, partly or no?" to another question
was not listened to; who hears "from … I gather that the impact was assessed in part; is that right?" was.
"""

from __future__ import annotations

from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.chain.fields import FIELDS
from vcassist.interview.heard import Heard, came_to_nothing
from vcassist.interview.meant import shares_words
from vcassist.interview.not_asked import refused_refs
from vcassist.interview.ports import Reading
from vcassist.interview.remarks.moves import says_nothing
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# From this chance on a sentence speaks of a matter, and from the other one a choice of it is worth asking after.
SPEAKS, LEANS = 0.6, 0.4
# A shorter sentence, in words, tells of nothing by itself; of a longer message the likeliest thing is asked at its own time.
LEAST_WORDS, MOST_WORDS = 4, 80
# The same for an answer to what was asked: from this chance on a message answers it, and means a choice; a shorter one says it plainly or not at all.
ANSWERS, CHOOSES, LEAST_OWN = 0.8, 0.45, 3
# And where something else was heard in it.
SURELY, CHOOSES_SURELY = 0.95, 0.8
# A message of fewer words is no more than its pieces.
A_WHOLE, PLAIN_YES = 8, "Yes, we do."
_ONE_OF_FEW = tuple(key for key, spec in FIELDS.items() if spec.type in ("yesno", "enum"))


def with_likely_told(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same; of a message that came to nothing, with the choice of another matter that it most likely states, to be confirmed."""
    awaiting = session.awaiting
    if awaiting is None or not awaiting.is_open or "?" in said:
        return heard
    if not came_to_nothing(heard):
        beside = _beside_another(heard, awaiting.ref) and _likely_answer(
            said, session, number, tools, SURELY, CHOOSES_SURELY
        )
        return replace(heard, unsure=beside) if beside else heard
    if len(said.split()) > MOST_WORDS or heard.reading.intent not in ("answer", "other", "correction"):
        return heard
    if (own := _likely_answer(said, session, number, tools)) is not None:
        return replace(heard, unsure=own, vague=False)
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


def without_a_piece(heard: Heard, reading: Reading, said: str, session: Session, tools: Tools) -> Heard:
    """The same without a yes or no that only a later piece of a message seems to say, where the message as a whole answers nothing of what was
    asked: "I am asked about it, so me I suppose, though nobody ever said it" tells nothing of measuring.
    """
    awaiting = session.awaiting
    fact = next((f for f in heard.facts if awaiting and f.ref == awaiting.ref and f.status == "known"), None)
    if (
        fact is None
        or fact.field.type != "yesno"
        or not fact.start
        or any(p.ref == fact.ref for p in reading.proposals)
    ):
        return heard
    if len(said.split()) < A_WHOLE or shares_words(fact.quote, fact.field):
        return heard
    key = fact.field.key
    if tools.nearest(PLAIN_YES, key) is None or tools.nearest(said, key) is not None:
        # Nothing was learnt of it, or the whole answers it in some way.
        return heard
    return replace(heard, facts=tuple(f for f in heard.facts if f is not fact))


def _beside_another(heard: Heard, asked: str) -> bool:
    """Whether a message told something of other matters, and nothing else came of it."""
    others = (
        heard.conflicts
        or heard.removed
        or heard.replaced
        or heard.change
        or heard.restated
        or heard.unsure
        or heard.skipped
    )
    # What was told of another tool's same matter is told of that one.
    told = bool(heard.facts) and all(f.field is not field_of(asked) for f in heard.facts)
    return told and not others and heard.move is None and heard.reading.intent == "answer"


def _likely_answer(
    said: str, session: Session, number: int, tools: Tools, answers: float = ANSWERS, chooses: float = CHOOSES
) -> Fact | None:
    """The choice of what was asked that a message comes nearest to, though it says none plainly: "who reads that lol" to whether it was read. Of
    eighteen answers of testers that were not heard thirteen come near to a choice, nine of those to the right one; of ten messages that answer
    nothing none does.
    """
    awaiting = session.awaiting
    if awaiting is None or len(said.split()) < LEAST_OWN or says_nothing(said):
        return None
    spec = field_of(awaiting.ref)
    near = tools.nearest(said, spec.key) if spec.key in _ONE_OF_FEW else None
    if (
        near is None
        or near[0] < answers
        or near[2] < chooses
        or near[1] == "other"
        or awaiting.ref in refused_refs(session)
    ):
        return None
    quote = said.strip()
    start = said.index(quote)
    return Fact(awaiting.ref, "known", near[1], quote, start, start + len(quote), number)


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
