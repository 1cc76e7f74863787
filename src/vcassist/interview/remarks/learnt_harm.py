"""A tale of what went wrong in whatever words, as it was learnt from many people's: "one of the two never got her letter". Pure but for its port."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from threading import Lock

from vcassist.interview.questions.by_what_is_wanted import WantedBy, known

# From this chance on a sentence tells of something that went wrong. From 0.7 on it knew 78 in 100 of 76 tales that the encoder had not seen, and
# took two of 114 near misses; but in the talks of some forty people six such sentences told of nothing bad, three of them below 0.8. Of 250 tales
# that it had seen 86 in 100 are above 0.7, and 81 above 0.8.
HARMS = 0.8
# It was learnt from what people say beside an open question. This one no tale answers.
BESIDE = "governance.policy"
# A sentence of fewer words tells too little to be sure ("It crashed.").
LEAST = 4
# Of so many sentences the answer is kept: a reply and a report look at the same ones again and again.
KEPT = 8192


# Nobody is sorry for a storm through which the tool "went on typing as though nothing had happened".
_ALL_WENT_WELL = re.compile(
    r"\bas (?:though|if) nothing (?:had )?happened\b|\bwhy (?:i|we) (?:love|like|trust) it\b|\b(?:went|kept|carried) (?:right |straight )?on (?:working|typing|running|translating|writing|answering|all the same)\b|\b(?:it|the \w+) (?:gave?|give|did|does|worked|works|ran) (?:\w+ )?(?:the )?same\b|\bnothing (?:bad )?(?:came of it|went wrong)\b|\b(?:call|calls) for (?:particular |special )?care\b|\bit was (?:(?:only|just) (?:(?:their|an?|the) )?|(?:their|[\w’'-]+['’]s) own )(?:own )?(?:demonstration|demo|presentation|test|trial|sample|draft|example)(?=\s*(?:[.,;!]|$)| with\b)",
    re.I,
)


def harms_by(wanted: WantedBy) -> Callable[[str], bool]:
    """Whether a sentence tells of something that went wrong, by what was learnt; False where nothing was.

    What was said is kept by its digest alone.
    """
    told: dict[str, bool] = {}
    alone = Lock()

    def harms(sentence: str) -> bool:
        words = " ".join(sentence.split())
        if words.count(" ") + 1 < LEAST or _ALL_WENT_WELL.search(words):
            return False
        mark = hashlib.sha256(words.encode()).hexdigest()
        found = told.get(mark)
        if found is None:
            wants = known(wanted, words, BESIDE)
            if wants is None:
                # Not ready yet: another time it may be.
                return False
            found = wants.harms >= HARMS
            with alone:
                # Several turns look at once.
                if len(told) >= KEPT:
                    del told[next(iter(told))]
                told[mark] = found
        return found

    return harms
