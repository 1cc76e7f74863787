"""Who is being asked, as far as it shows: what they are likely to know, by their part in it and by what they knew so far. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from vcassist.chain.facts import Chain
from vcassist.chain.fields import Field

# Fields about the inner workings, which those who build or run a system know and those who bought it mostly do not.
TECHNICAL = frozenset({"labelling", "storage", "compute", "model", "monitoring"})
# How much an answer tells about other questions: of the same kind, of the same side, of the other side.
SAME_KIND, SAME_SIDE, OTHER_SIDE = 1.0, 0.5, 0.15
# To know what nearly everybody knows says little about a person.
EASY, SAYS_LITTLE = 0.8, 0.3
# How many answers weigh as much as the field's own figure. Half as patient, or twice, settles as much (docs/interview.md); but who
# says "no clue" twice should not be asked a third thing of the kind.
PATIENCE = 2.0


@dataclass
class Person:
    """The answers of one chain, seen as signs of what this person knows."""

    chain: Chain
    _signs: list[tuple[str, float, float]] = field(init=False, repr=False)
    _builds: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._signs = []
        for fact in self.chain.facts.values():
            usual = fact.field.known_by
            weight = SAYS_LITTLE if not fact.open and usual >= EASY else 1.0
            self._signs.append((fact.kind, weight, (0.0 if fact.open else 1.0) - usual))
        self._builds = _builds(self.chain)

    def knows(self, spec: Field) -> float:
        """How likely this person can answer (0 to 1): the field's own figure, moved by their part and their answers so far."""
        chance = spec.known_by
        if self._builds and spec.kind in TECHNICAL:
            chance = 1 - 0.5 * (1 - chance)
        surprise = count = 0.0
        for kind, weight, surprises in self._signs:
            near = SAME_KIND if kind == spec.kind else OTHER_SIDE
            if kind != spec.kind and (kind in TECHNICAL) == (spec.kind in TECHNICAL):
                near = SAME_SIDE
            surprise += near * weight * surprises
            count += near * weight
        return max(0.05, min(0.98, chance + surprise / (PATIENCE + count)))


def _builds(chain: Chain) -> bool:
    """Builders and self-hosters know more of the technical side than those who bought a product."""
    role, model = chain.get("organisation.ai_role"), chain.first("model")
    return (
        (role is not None and "developer" in role.values)
        or chain.value(f"{chain.first('application')}.sourcing") in ("in_house", "both")
        or chain.value(f"{model}.access") == "self_hosted"
        or chain.value(f"{model}.adaptation") in ("fine_tuned", "from_scratch")
    )
