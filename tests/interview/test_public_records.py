"""Public records: what they say of one thing is offered at once, and taken only at the person's word."""

from __future__ import annotations

from talks import ask, talk, waits
from worlds import Talk, rule

from vcassist.interview.session import session_as_json, session_from_json


def offered() -> Talk:
    """The model was named; public records on it are offered."""
    reads_both = {"all": [{"field": "weights", "is": "closed"}, {"predicate": "developer_abroad"}]}
    t = talk(rules=(rule("abroad", reads_both, "model"),))
    t.know(application__name="X", application__purpose="y", organisation__sector="health", organisation__country="KE")
    ask(t, "model.name").say("North-4")
    for _ in range(60):
        if t.session.awaiting and t.session.awaiting.manner == "confirm":
            return t
        t.say("skip")
    raise AssertionError("nothing was offered")


def test_what_public_records_say_of_one_thing_is_confirmed_with_one_yes() -> None:
    t = offered()
    both = dict(t.session.awaiting.offered)  # type: ignore[union-attr]
    assert both == {"model.supplier": "Northmodel", "model.weights": "closed"}
    turn = t.say("yes, that is so")
    assert {f.ref: f.value for f in turn.facts} == both and {f.source for f in turn.facts} == {"confirmed"}
    assert {f.quote for f in turn.facts} == {"yes"}


def test_who_asks_back_what_it_means_is_offered_it_again_and_can_say_yes() -> None:
    t = offered()
    waited = waits(t)
    turn = t.say("Weights? Like at the gym? What do you mean by that?")
    assert waits(t) == waited and "How is that in your case" not in turn.reply and turn.reply.endswith("?")
    assert {f.source for f in t.say("yes, that's right").facts} == {"confirmed"}


def test_a_part_of_it_can_be_confirmed_by_name() -> None:
    t = offered()
    turn = t.say("Northmodel, the rest I don't know")
    assert {f.ref: f.value for f in turn.facts} == {"model.supplier": "Northmodel"}
    assert session_from_json(session_as_json(t.session)) == t.session


def test_a_yes_with_a_difference_takes_the_difference() -> None:
    t = offered()
    asked = t.session.asked
    assert asked is not None
    other = {"model.supplier": "Eastmodel", "model.weights": "open"}[asked]
    facts = {f.ref: f.value for f in t.say(f"yes, but {other}").facts}
    assert facts[asked] == other and len(facts) == 2


def test_a_no_that_a_reader_takes_for_the_offered_value_is_a_no() -> None:
    t = offered()
    said = "no sorry, that was about another one"
    t.tools.reader.stories[said] = {str(t.session.asked): (t.session.awaiting.new, "no")}  # type: ignore[attr-defined,union-attr]
    assert t.say(said).facts == ()


def test_a_no_refuses_all_of_it_and_it_is_not_offered_again() -> None:
    t = offered()
    turn = t.say("no")
    assert turn.facts == () and set(turn.refused) == {"model.supplier", "model.weights"}
    for _ in range(40):
        assert not (waits(t) and waits(t)[1] == "confirm" and waits(t)[0] in turn.refused)  # type: ignore[index]
        t.say("skip")


def test_an_offer_still_waits_for_a_yes_after_a_question_back() -> None:
    t = offered()
    both = dict(t.session.awaiting.offered)  # type: ignore[union-attr]
    t.say("what do you mean by that?")
    assert t.session.awaiting.offered == both and "Public records say" in t.session.turns[-1].reply  # type: ignore[union-attr]
    assert {f.ref: f.value for f in t.say("yes, that is so").facts} == both


def test_what_records_say_is_put_as_a_question_and_never_only_announced() -> None:
    """An announcement that nothing follows helps nobody."""
    t = talk()
    t.know(application__name="X", application__purpose="y", organisation__sector="health", organisation__country="KE")
    ask(t, "model.name").say("North-4")
    put = []
    for _ in range(20):
        assert "to be confirmed" not in t.session.turns[-1].reply
        if t.session.awaiting and t.session.awaiting.manner == "confirm":
            put.append(t.session.turns[-1].number)
        t.say("no" if t.session.awaiting and t.session.awaiting.manner == "confirm" else "skip")
    assert len(put) >= 1
