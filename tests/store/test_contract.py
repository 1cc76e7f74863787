"""What every store keeps to: the same tests run on memory, on SQLite and, where one is given, on PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from vcassist.chain.facts import Fact
from vcassist.errors import Conflict, NotFound
from vcassist.interview.ports import Keys, Link, Store
from vcassist.interview.session import Awaiting, Session, Turn


def session(name: str = "a1", created: str = "2026-11-24T10:00:00+00:00") -> Session:
    return Session(name, created, (Turn(0, reply="Hello.", at=created),), minutes=30, title="Clinic", extra={"x": [1]})


def turn(number: int, said: str = "We use ChatGPT for letters.") -> Turn:
    fact = Fact("application.name", "known", "ChatGPT", "ChatGPT", 7, 14, number)
    return Turn(
        number, said, (fact,), reply="Noted.", awaiting=Awaiting("application.purpose"), at="2026-11-24T10:01:00+00:00"
    )


def test_a_session_comes_back_as_it_was_stored(store: Store) -> None:
    store.create(session(), "hash")
    store.append("a1", turn(1, "Ünïcode “quotes” 日本語 🙂\nand a line"))
    assert store.load("a1") == replace(
        session(), turns=(*session().turns, turn(1, "Ünïcode “quotes” 日本語 🙂\nand a line"))
    )


def test_the_token_is_known_only_by_its_hash(store: Store) -> None:
    store.create(session(), "hash")
    assert store.token_hash("a1") == "hash"
    assert store.token_hash("other") is None


def test_the_owners_key_can_be_replaced(store: Store) -> None:
    store.create(session(), "old")
    store.set_token_hash("a1", "new")
    assert store.token_hash("a1") == "new" and store.keys("a1") == Keys("new")


def test_links_are_kept_in_their_order_and_taken_back_one_by_one(store: Store) -> None:
    store.create(session(), "hash")
    store.create(session("b2"), "hash")
    first = Link("f1", "read", "h1", label="Board", at="2026-11-24T10:00:00+00:00")
    second = Link(
        "e2", "questions", "h2", ("model.weights", "storage.country"), "Amina ünï", "2026-11-24T11:00:00+00:00"
    )
    store.add_link("a1", second)
    store.add_link("a1", first)
    store.set_passphrase("a1", "scrypt$…")
    assert store.keys("a1") == Keys("hash", "scrypt$…", (first, second))
    assert store.keys("b2") == Keys("hash") and store.keys("none") is None and store.keys("\0") is None
    store.remove_link("a1", "f1")
    store.set_passphrase("a1", "")
    assert store.keys("a1") == Keys("hash", "", (second,))
    for session_id, link_id in (("a1", "f1"), ("b2", "e2"), ("none", "e2"), ("a1", "\0")):
        with pytest.raises(NotFound, match="no such link"):
            store.remove_link(session_id, link_id)


def test_keys_are_gone_with_their_session(store: Store) -> None:
    store.create(session(), "hash")
    store.add_link("a1", Link("f1", "read", "h1"))
    store.delete("a1")
    assert store.keys("a1") is None
    store.create(session(), "hash")
    assert store.keys("a1") == Keys("hash")


def test_an_id_is_taken_once(store: Store) -> None:
    store.create(session(), "hash")
    with pytest.raises(Conflict):
        store.create(session(), "other")
    assert store.token_hash("a1") == "hash"


@pytest.mark.parametrize("number", [0, 1, 3, 99])
def test_a_turn_that_is_not_the_next_is_refused_and_changes_nothing(store: Store, number: int) -> None:
    store.create(session(), "hash")
    store.append("a1", turn(1))
    with pytest.raises(Conflict, match="moved on"):
        store.append("a1", turn(number))
    assert [t.number for t in store.load("a1").turns] == [0, 1]


def test_of_many_writers_of_the_same_turn_one_wins(store: Store) -> None:
    store.create(session(), "hash")

    def write(which: int) -> bool:
        try:
            store.append("a1", turn(1, f"writer {which}"))
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(write, range(16)))
    assert won.count(True) == 1
    assert store.load("a1").turns[1].said == f"writer {won.index(True)}"


def test_the_last_turn_can_be_taken_back_but_the_greeting_stays(store: Store) -> None:
    store.create(session(), "hash")
    store.append("a1", turn(1))
    store.drop_last("a1")
    assert [t.number for t in store.load("a1").turns] == [0]
    with pytest.raises(Conflict, match="nothing to take back"):
        store.drop_last("a1")
    store.append("a1", turn(1, "again"))
    assert store.load("a1").turns[1].said == "again"


def test_what_is_kept_beside_the_turns_is_replaced_whole(store: Store) -> None:
    store.create(session(), "hash")
    store.change_extra("a1", lambda extra: {"before": extra, "decisions": {"r@model": {"state": "accepted"}}})
    assert store.load("a1").extra == {"before": {"x": [1]}, "decisions": {"r@model": {"state": "accepted"}}}


def test_of_many_changes_at_once_none_is_lost(store: Store) -> None:
    store.create(session(), "hash")

    def add(number: int) -> None:
        store.change_extra("a1", lambda extra: {**extra, "x": [*extra["x"], number]})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(2, 22)))
    assert sorted(store.load("a1").extra["x"]) == list(range(1, 22))


def test_a_change_that_fails_leaves_what_was_kept(store: Store) -> None:
    store.create(session(), "hash")
    with pytest.raises(ZeroDivisionError):
        store.change_extra("a1", lambda extra: {"x": 1 / 0})
    assert store.load("a1").extra == {"x": [1]}


def test_the_time_budget_can_be_changed_and_lifted(store: Store) -> None:
    store.create(session(), "hash")
    store.set_minutes("a1", 10)
    assert store.load("a1").minutes == 10
    store.set_minutes("a1", None)
    assert store.load("a1").minutes is None


def test_deleting_takes_the_session_with_all_its_turns_and_no_other(store: Store) -> None:
    for name in ("a1", "b2"):
        store.create(session(name), "hash")
        store.append(name, turn(1))
    store.delete("a1")
    with pytest.raises(NotFound):
        store.load("a1")
    assert store.token_hash("a1") is None
    assert [s.id for s in store.sessions()] == ["b2"]
    store.create(session(), "new")
    assert [t.number for t in store.load("a1").turns] == [0]


def test_sessions_are_listed_newest_first(store: Store) -> None:
    store.create(session("old", "2026-01-01T00:00:00+00:00"), "h")
    store.create(session("new", "2026-02-01T00:00:00+00:00"), "h")
    assert [s.id for s in store.sessions()] == ["new", "old"]


@pytest.mark.parametrize(
    "call",
    [
        lambda s: s.load("none"),
        lambda s: s.append("none", turn(1)),
        lambda s: s.drop_last("none"),
        lambda s: s.change_extra("none", dict),
        lambda s: s.set_minutes("none", 5),
        lambda s: s.delete("none"),
        lambda s: s.set_token_hash("none", "h"),
        lambda s: s.set_passphrase("none", "h"),
        lambda s: s.add_link("none", Link("f1", "read", "h1")),
        lambda s: s.hold("none", "me", 5),
    ],
)
def test_an_unknown_session_is_not_found(store: Store, call) -> None:
    with pytest.raises(NotFound, match="no such assessment"):
        call(store)


def test_odd_characters_survive(store: Store) -> None:
    odd = "lone \ud800 surrogate, '; DROP TABLE turns; --, \u202e right-to-left, <script>"
    store.create(session(), "hash")
    store.append("a1", turn(1, odd))
    assert store.load("a1").turns[1].said == odd


def test_the_key_of_a_submit_leads_to_the_turn_that_answered_it(store: Store) -> None:
    store.create(session(), "hash")
    store.append("a1", turn(1), "key \ud800 of any length " * 40)
    store.append("a1", turn(2))
    assert store.answered("a1", "key \ud800 of any length " * 40) == 1
    assert store.answered("a1", "another") is None
    assert store.answered("none", "key") is None


def test_a_key_answers_once(store: Store) -> None:
    store.create(session(), "hash")
    store.append("a1", turn(1), "key")
    with pytest.raises(Conflict, match="moved on"):
        store.append("a1", turn(2), "key")
    assert [t.number for t in store.load("a1").turns] == [0, 1]


def test_the_same_key_in_two_assessments_is_two_keys(store: Store) -> None:
    for name in ("a1", "b2"):
        store.create(session(name), "hash")
    store.append("a1", turn(1), "key")
    assert store.answered("b2", "key") is None
    store.append("b2", turn(1), "key")


def test_a_key_is_forgotten_with_its_turn(store: Store) -> None:
    store.create(session(), "hash")
    store.append("a1", turn(1), "key")
    store.drop_last("a1")
    assert store.answered("a1", "key") is None
    store.append("a1", turn(1), "key")


def test_one_holds_an_assessment_and_others_wait_until_it_is_let_go(store: Store) -> None:
    store.create(session(), "hash")
    store.create(session("b2"), "hash")
    assert store.hold("a1", "me", 60)
    assert not store.hold("a1", "you", 60)
    assert store.hold("b2", "you", 60)
    store.let_go("a1", "you")
    assert not store.hold("a1", "you", 60)
    store.let_go("a1", "me")
    assert store.hold("a1", "you", 60)


def test_a_hold_ends_by_itself_unless_it_is_prolonged(store: Store) -> None:
    store.create(session(), "hash")
    store.hold("a1", "me", 0)
    store.hold_on("me", 60)
    assert not store.hold("a1", "you", 60)
    store.hold_on("me", -1)
    assert store.hold("a1", "you", 60)


def test_of_many_that_want_to_hold_one_does(store: Store) -> None:
    store.create(session(), "hash")
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda who: store.hold("a1", f"process {who}", 60), range(16)))
    assert got.count(True) == 1


def test_what_is_held_can_be_deleted(store: Store) -> None:
    store.create(session(), "hash")
    store.append("a1", turn(1), "key")
    store.hold("a1", "me", 60)
    store.delete("a1")
    store.let_go("a1", "me")
    assert store.answered("a1", "key") is None
