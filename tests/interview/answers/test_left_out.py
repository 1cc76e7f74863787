"""What the next words say is not in there is not noted."""

from __future__ import annotations

from talks import WordReader

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.answers.left_out import without_the_left_out
from vcassist.interview.ports import Proposal, Reading

KINDS = "data.sensitive_data"
SAID = "Children, yes. Some have trouble to speak, but this is not in the program."


class OfWords(WordReader):
    """Reads children and health by their words."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        values = tuple(v for v, word in (("health", "trouble"), ("children", "Children")) if word in message)
        told = (Proposal(KINDS, "known", values, message.strip(), 0.9, 0, len(message)),) if values else ()
        return Reading(told, "answer")


def left(said: str, *values: str, ref: str = KINDS) -> tuple[str, ...]:
    fact = Fact(ref, "known", values, said, 0, len(said))
    return next((f.values for f in without_the_left_out((fact,), said, OfWords(), Chain())), ())


def test_what_is_said_not_to_be_in_there_goes() -> None:
    assert left(SAID, "health", "children") == ("children",)


def test_without_anything_else_nothing_is_noted() -> None:
    assert left("Well. Some have trouble to speak, but that's not stored.", "health") == ()
    assert left("Some have trouble to speak, but that's not stored.", "health") == ()


def test_what_is_in_there_stays() -> None:
    for behind in ("and that is in the program", "but it is not stored abroad", "but they are not given to anybody"):
        said = f"Children, yes. Some have trouble to speak, {behind}."
        assert left(said, "health", "children") == ("health", "children")


def test_people_are_not_in_the_data() -> None:
    ref = "application.affected_people"
    assert left("The patients, but they are not in the room.", "patients", ref=ref) == ("patients",)
