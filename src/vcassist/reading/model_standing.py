"""How far a language model has earned its word, counted while it reads: models differ more than any fixed measure could allow for.

Where the offline reader is sure of a fact, a model that has a word on the same field agrees or differs. That is counted, and nothing
else: no words, no values, nothing of an assessment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

# What nothing is known of is as likely right as wrong; it takes a dozen facts to earn a name.
PRIOR = 2.0
TRUSTED_FROM = 0.8


@dataclass
class ModelStanding:
    """One model's record in this process, shared by all assessments that it reads."""

    agreed: float = PRIOR
    differed: float = PRIOR
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    def saw(self, agreed: bool) -> None:
        """Counts a fact that the offline reader is sure of and the model had a word on."""
        with self._lock:
            self.agreed += agreed
            self.differed += not agreed

    @property
    def share(self) -> float:
        """0 to 1: how much of what both saw the model saw alike."""
        return self.agreed / (self.agreed + self.differed)

    @property
    def trusted(self) -> bool:
        return self.share >= TRUSTED_FROM
