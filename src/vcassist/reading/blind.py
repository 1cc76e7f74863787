"""What the trained reader sees in a text when it does not know the question. It looks once, and only where it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from vcassist.chain.fields import Field
from vcassist.reading.answering.to_the_point import LEAST_WHERE_SURE
from vcassist.reading.trained import LEAST, TrainedReader


# No slots: the look is kept.
@dataclass(frozen=True)
class Blind:
    """``trained`` None: the rules alone hear an answer in plain forms only, so they see what is asked and nothing else."""

    text: str
    trained: TrainedReader | None

    @cached_property
    def _chances(self) -> dict[str, float]:
        """The chance, by field, that the text states something about it."""
        if self.trained is None:
            return {}
        return {g.key: g.presence for g in self.trained.guess(self.text, None, least=LEAST_WHERE_SURE).fields}

    def sees(self, spec: Field) -> float:
        """The chance that the text states something about a field."""
        return 1.0 if self.trained is None else self._chances.get(spec.key, 0.0)

    def sees_beside(self, spec: Field) -> float:
        """The same for whatever other field it sees most surely."""
        return max((p for key, p in self._chances.items() if key != spec.key and p >= LEAST), default=0.0)
