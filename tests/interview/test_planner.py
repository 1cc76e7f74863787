"""The planner asks what settles most, from somebody who is likely to know it."""

from __future__ import annotations

import random

import pytest
from worlds import NOT_APPLICABLE, UNKNOWN, small_register, small_rules
from worlds import chain as made

from vcassist.assessment.evaluate import assess
from vcassist.chain.facts import Chain, fold
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.interview.planner import candidates, coverage, next_question, open_refs, pointless, worth_by_ref
from vcassist.knowledge.rulebook import load_rulebook

REGISTER = small_register()
NOTHING: frozenset[str] = frozenset()


def undecided(chain: Chain) -> int:
    """Severity still hanging: the sum over undecided risks."""
    return sum(
        f.likelihood * f.impact
        for f in assess(chain, load_rulebook(), REGISTER)
        if f.verdict == "unknown" and f.kind == "risk"
    )


def whole_chain(seed: int) -> dict[str, object]:
    """Every field answered, by chance."""
    chance = random.Random(seed)
    free = {
        "text": ["letters"],
        "entity": ["self", "Northmodel", "Bigcloud", "Tidecloud"],
        "country": ["KE", "US", "FR"],
    }
    return {
        k: [chance.choice(list(f.options))] if f.type == "set" else chance.choice(list(f.options) or free[f.type])
        for k, f in FIELDS.items()
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_asking_in_the_planners_order_settles_more_than_asking_the_form(seed: int) -> None:
    answers = whole_chain(seed)

    def left_after(count: int, planned: bool) -> int:
        facts: dict[str, object] = {}
        for _ in range(count):
            chain = made(facts)
            found = next_question(chain, assess(chain, load_rulebook(), REGISTER)) if planned else None
            ref = found.ref if found else next(k for k in FIELDS if k not in facts)
            facts[ref] = answers[ref]
        return undecided(made(facts))

    assert left_after(25, planned=True) < left_after(25, planned=False)


def test_a_field_that_could_settle_a_worse_risk_is_worth_more() -> None:
    worth = worth_by_ref(assess(fold(()), small_rules(), REGISTER))
    assert worth["application.outage_effect"][0] > worth["storage.encrypted"][0]
    assert worth["storage.encrypted"][1] == ("unencrypted",)


def test_what_is_known_or_skipped_is_no_candidate() -> None:
    chain = made({"storage.encrypted": "yes", "model.licence": UNKNOWN})
    refs = {
        c.ref for c in candidates(chain, assess(chain, small_rules(), REGISTER), skipped=frozenset({"storage.country"}))
    }
    assert not refs & {"storage.encrypted", "model.licence", "storage.country"}


def test_the_component_under_discussion_goes_before_an_equal_one() -> None:
    chain = made({"model.access": "api", "model-2.access": "api"})
    order = [c.ref for c in candidates(chain, assess(chain, small_rules(), REGISTER), topic="model-2")]
    assert order.index("model-2.trains_on_inputs") < order.index("model.trains_on_inputs")


@pytest.mark.parametrize(
    ("facts", "moot"),
    [
        ({"application.generates": ["none"]}, "application.labels_content"),
        ({"application.supplier": "self"}, "application.sourcing"),
        ({"model.adaptation": "as_is"}, "labelling.quality_checked"),
        ({"labelling.done_by": ["own_staff"], "model.adaptation": "fine_tuned"}, "labelling.workers_protected"),
        ({"data.sources": ["own_records"]}, "data.supplier"),
        ({"compute.accelerator": "C1"}, "compute.accelerator_vendor"),
        ({"model.access": "self_hosted"}, "model.trains_on_inputs"),
    ],
)
def test_a_question_that_the_known_makes_moot_is_not_asked(facts: dict[str, object], moot: str) -> None:
    assert pointless(moot, made(facts))
    assert not pointless(moot, fold(()))
    assert moot not in {ref for ref, _ in open_refs(made(facts), NOTHING)}


def test_nothing_is_left_when_everything_was_said() -> None:
    everything = made({f"{f.kind}.{f.name}": UNKNOWN for f in FIELDS.values()})
    assert next_question(everything, assess(everything, small_rules(), REGISTER)) is None
    assert coverage(everything) == 1.0 and coverage(fold(())) == 0.0


def test_a_kind_that_is_absent_is_not_asked_about() -> None:
    chain = made({f"labelling.{f.name}": NOT_APPLICABLE for f in fields_of("labelling")})
    assert not [ref for ref, _ in open_refs(chain, NOTHING) if ref.startswith("labelling")]


def test_the_order_is_fixed() -> None:
    chain = made({"model.access": "api"})
    findings = assess(chain, small_rules(), REGISTER)
    assert candidates(chain, findings) == candidates(chain, findings)
