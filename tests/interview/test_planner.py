"""The planner asks what settles most, from somebody who is likely to know it."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import NOT_APPLICABLE, UNKNOWN, WITHHELD, rule, small_register, small_rules
from worlds import chain as made

from vcassist.assessment.evaluate import assess
from vcassist.chain.facts import Chain, fold
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.interview.outlook import Outlook
from vcassist.interview.person import Person
from vcassist.interview.planner import AFTER, FORM_ORDER, candidates, coverage, open_refs, pointless
from vcassist.interview.planner import next_question as best_question
from vcassist.knowledge.rulebook import load_rulebook

REGISTER = small_register()
NOTHING: frozenset[str] = frozenset()
SMALL = Outlook(small_rules(), REGISTER)
WHOLE = Outlook(load_rulebook(), REGISTER)


def ranking(facts: dict[str, object], outlook: Outlook = SMALL, **more: Any) -> list[str]:
    """All questions worth asking, best first."""
    chain = made(facts)
    return [c.ref for c in candidates(chain, assess(chain, outlook.rules, REGISTER), outlook, **more)]


def before(order: list[str], first: str, then: str) -> bool:
    return order.index(first) < order.index(then)


def next_question(chain: Chain, outlook: Outlook = WHOLE) -> str | None:
    found = best_question(chain, assess(chain, outlook.rules, REGISTER), outlook)
    return found.ref if found else None


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
            ref = next_question(chain) if planned else next(k for k in FORM_ORDER if k not in facts)
            assert ref is not None
            facts[ref] = answers[ref]
        return undecided(made(facts))

    assert left_after(25, planned=True) < left_after(25, planned=False)


# --- what a question is worth -------------------------------------------------------------------------------------------
KNOWN_STORY = {"application.name": "X", "application.purpose": "y", "organisation.sector": "health", "organisation.country": "KE",
               "organisation.name": "Z", "model.name": "M", "data.description": "d", "application.supplier": "S"}  # fmt: skip


def worth(facts: dict[str, object], outlook: Outlook = SMALL) -> dict[str, float]:
    chain = made({**KNOWN_STORY, **facts})
    return {c.ref: c.worth for c in candidates(chain, assess(chain, outlook.rules, REGISTER), outlook)}


def one_field(id_: str, field: str, **severity: int) -> Any:
    kind, name = field.split(".")
    return rule(id_, {"field": name, "in": ["no", "partly"]}, kind, severity=severity)


def test_a_field_that_could_settle_a_worse_risk_is_worth_more() -> None:
    light = one_field("light", "governance.policy", likelihood=1, impact=2)
    heavy = one_field("heavy", "governance.people_consulted", likelihood=4, impact=4)
    found = worth({}, Outlook((light, heavy), REGISTER))
    assert found["governance.people_consulted"] > found["governance.policy"] > found["governance.staff_trained"]


def test_a_candidate_names_the_rules_that_it_could_help_to_decide() -> None:
    chain = made({})
    by_ref = {c.ref: c for c in candidates(chain, assess(chain, small_rules(), REGISTER), SMALL)}
    assert by_ref["storage.encrypted"].settles == ("unencrypted",)
    assert by_ref["storage.country"].settles == ()


def test_a_field_that_completes_a_finding_is_worth_more_than_one_that_only_begins_it() -> None:
    pair = rule(
        "pair",
        {"all": [{"field": "weights", "is": "closed"}, {"field": "alternative", "in": ["no", "partly"]}]},
        "model",
    )
    begun = worth({"model.weights": "closed"}, Outlook((pair,), REGISTER))
    fresh = worth({}, Outlook((pair,), REGISTER))
    assert begun["model.alternative"] > fresh["model.alternative"] > 0


def test_a_finding_that_needs_two_answers_is_seen_from_its_first_question_on() -> None:
    """By itself a yes to the first field settles nothing; the tree behind it is looked at."""
    pair = rule(
        "pair",
        {"any": [{"all": [{"field": "human_review", "is": "never"}, {"field": "tells_people", "is": "no"}]}]},
        "application",
    )
    found = worth({}, Outlook((pair,), REGISTER))
    assert found["application.human_review"] > 2 * found["application.works_offline"]


def test_an_answer_that_usually_clears_a_finding_goes_before_one_that_usually_leaves_it_open() -> None:
    """Most tools only assist, which clears the finding at once; whether people can contest an outcome would rarely do so."""
    both = rule(
        "both",
        {"all": [{"field": "decision_role", "in": ["recommends", "decides"]}, {"field": "works_offline", "is": "no"}]},
        "application",
    )
    found = worth({}, Outlook((both,), REGISTER))
    assert found["application.decision_role"] > found["application.works_offline"]


def test_a_field_that_can_settle_nothing_any_more_is_worth_little() -> None:
    clear = worth({"application.outage_effect": "none"})
    assert (
        clear["application.alternative"] < worth({"application.outage_effect": "stops"})["application.alternative"] / 5
    )


def test_a_finding_whose_other_field_is_not_known_is_no_reason_to_ask() -> None:
    """Only the two together can raise it, and nothing that is still open can clear it."""
    pair = rule(
        "pair",
        {"all": [{"field": "outage_effect", "is": "stops"}, {"field": "works_offline", "is": "no"}]},
        "application",
    )
    dead = worth(
        {"application.works_offline": WITHHELD, "application.outage_effect": UNKNOWN}, Outlook((pair,), REGISTER)
    )
    nothing = worth({}, Outlook((), REGISTER))
    assert dead["application.tells_people"] <= nothing["application.tells_people"]
    asked = worth({"application.outage_effect": "stops"}, Outlook((pair,), REGISTER))["application.works_offline"]
    assert asked > 5 * nothing["application.works_offline"]


def knows(ref: str, chain: Chain) -> float:
    return Person(chain).knows(FIELDS[ref])


# --- whom it is asked --------------------------------------------------------------------------------------------------
def test_somebody_who_builds_the_system_is_trusted_to_know_its_inside() -> None:
    bought, built = made({"application.sourcing": "vendor"}), made({"application.sourcing": "in_house"})
    assert knows("model.compressed", built) > knows("model.compressed", bought)
    assert knows("governance.policy", built) == pytest.approx(knows("governance.policy", bought), abs=0.05)


def test_each_do_not_know_makes_the_next_question_on_that_kind_less_promising_and_other_kinds_hardly() -> None:
    dark = {"storage.country": UNKNOWN, "storage.supplier": UNKNOWN, "storage.crosses_border": UNKNOWN}
    fall = knows("storage.encrypted", made({})) - knows("storage.encrypted", made(dark))
    aside = knows("application.appeal", made({})) - knows("application.appeal", made(dark))
    assert fall > 0.15 and aside < fall / 2


def test_two_do_not_knows_of_a_kind_take_a_third_of_what_is_expected_of_it() -> None:
    dark = {"model.weights": UNKNOWN, "model.documentation": UNKNOWN}
    assert knows("model.tested_locally", made(dark)) < 0.67 * knows("model.tested_locally", made({}))


def test_a_technical_answer_makes_the_next_technical_question_more_promising() -> None:
    told = {"compute.accelerator": "A100", "model.licence": "MIT", "compute.country": "DE"}
    assert knows("model.compressed", made(told)) > knows("model.compressed", made({}))


def test_what_public_records_offer_takes_only_a_yes_and_goes_first() -> None:
    plain = worth({})["model.trains_on_inputs"]
    chain = made(KNOWN_STORY)
    offered = candidates(chain, assess(chain, small_rules(), REGISTER), SMALL, offered={"model.trains_on_inputs"})
    assert {c.ref: c.worth for c in offered}["model.trains_on_inputs"] > 1.5 * plain


# --- in which order ----------------------------------------------------------------------------------------------------
def test_what_makes_the_map_readable_comes_first_and_what_no_rule_reads_last() -> None:
    order = ranking({}, WHOLE)
    assert order[:2] == ["application.purpose", "application.name"]
    assert order.index("model.name") < 12 and order.index("organisation.name") < 18
    assert order.index("model.licence") > 40


@pytest.mark.parametrize(("then", "first"), sorted(AFTER.items()))
def test_a_question_that_hangs_on_another_comes_after_it(then: str, first: str) -> None:
    order = ranking(KNOWN_STORY, WHOLE)
    assert then not in order or first not in order or before(order, first, then)


def test_labelling_is_not_asked_about_before_it_is_known_that_something_is_trained() -> None:
    order = ranking(KNOWN_STORY, WHOLE)
    assert "model.adaptation" in order and not [r for r in order if r.startswith("labelling")]
    assert not [
        r for r in ranking({"model.adaptation": "prompted"}, WHOLE) if r.startswith("labelling") and "done_by" not in r
    ]
    trained = ranking({**KNOWN_STORY, "model.adaptation": "fine_tuned"}, WHOLE)
    assert [r for r in trained if r.startswith("labelling")] == ["labelling.done_by"]


def test_nobody_is_asked_for_their_part_before_it_is_told_who_made_what_they_run() -> None:
    assert "organisation.ai_role" not in ranking({"application.lifecycle": "in_use"}, WHOLE)
    assert "organisation.ai_role" in ranking(
        {"application.lifecycle": "in_use", "application.sourcing": UNKNOWN}, WHOLE
    )


def test_what_is_known_or_skipped_is_no_candidate() -> None:
    refs = ranking({"storage.encrypted": "yes", "model.licence": UNKNOWN}, skipped=frozenset({"storage.country"}))
    assert not set(refs) & {"storage.encrypted", "model.licence", "storage.country"}


def test_the_component_under_discussion_goes_before_an_equal_one() -> None:
    order = ranking({"model.access": "api", "model-2.access": "api"}, topic="model-2")
    assert before(order, "model-2.trains_on_inputs", "model.trains_on_inputs")


def test_most_questions_stay_on_the_topic_of_the_one_before() -> None:
    facts, topic, kept = dict(KNOWN_STORY), None, 0
    for _ in range(20):
        ref = ranking(facts, WHOLE, topic=topic)[0]
        kept += topic == ref.partition(".")[0]
        facts[ref], topic = UNKNOWN, ref.partition(".")[0]
    assert kept >= 12


# --- the memory of the trees ----------------------------------------------------------------------------------------------
@settings(max_examples=10)
@given(st.data())
def test_what_the_outlook_remembers_changes_no_ranking(data: st.DataObject) -> None:
    answers = whole_chain(data.draw(st.integers(0, 50)))
    refs = data.draw(st.lists(st.sampled_from(sorted(answers)), max_size=12, unique=True))
    facts: dict[str, object] = {}
    for ref in refs:
        facts[ref] = data.draw(st.sampled_from([answers[ref], UNKNOWN]))
        assert ranking(facts, WHOLE) == ranking(facts, Outlook(load_rulebook(), REGISTER))


def test_a_tree_ends_in_verdicts_and_in_dead_ends_only() -> None:
    chain = made({"application.alternative": WITHHELD})
    node = SMALL.of("no-fallback", "application", chain)
    assert [way.ref for way in node.ways] == ["application.outage_effect"]
    (way,) = node.ways
    ends = {tuple(b.options): b.then.settled for b in way.branches}
    assert ends[("degrades", "none")] is True, "it does not stop: cleared whatever the rest"
    assert ends[("stops",)] is False and not way.dark.ways


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
    assert next_question(everything, SMALL) is None
    assert coverage(everything) == 1.0 and coverage(fold(())) == 0.0


def test_a_kind_that_is_absent_is_not_asked_about() -> None:
    chain = made({f"labelling.{f.name}": NOT_APPLICABLE for f in fields_of("labelling")})
    assert not [ref for ref, _ in open_refs(chain, NOTHING) if ref.startswith("labelling")]


def test_the_order_is_fixed() -> None:
    assert ranking({"model.access": "api"}) == ranking({"model.access": "api"})
