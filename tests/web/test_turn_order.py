"""Several processes on one database: each assessment's turns one after another, a retry recognised wherever it arrives."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from databases import database
from fakes import NamesOnlyGlossary, PhraseReader

from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.errors import BadInput, Conflict, NotFound, StorageTrouble, TooBusy
from vcassist.interview.ports import Reading
from vcassist.interview.session import Turn
from vcassist.settings import Settings
from vcassist.web import desk
from vcassist.web.desk import BY_HAND, EACH, MOST_AGAIN, THREADS, Desk
from vcassist.web.turn_order import TurnOrder


class SlowReader(PhraseReader):
    """Reads when it is let; notes what it was given to read, and how many were at it at once."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.go.set()
        self.began = threading.Semaphore(0)
        self.heard: list[str] = []
        self.at_once = self.most_at_once = 0
        self._lock = threading.Lock()

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        with self._lock:
            self.heard.append(message)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        self.began.release()
        self.go.wait(30)
        with self._lock:
            self.at_once -= 1
        return super().read(message, asked, chain)


class Process:
    """What one worker process has of its own: an App with its engine, and a desk."""

    def __init__(self, settings: Settings, reader: PhraseReader) -> None:
        self.app = App(settings)
        self.app.__dict__.update(reader=reader, glossary=NamesOnlyGlossary())
        self.desk = Desk(self.app)

    def close(self) -> None:
        self.desk.close()
        self.app.store.close()  # type: ignore[attr-defined]


@pytest.fixture
def reader() -> SlowReader:
    return SlowReader()


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    with database(request.param) as address:
        yield Settings(data=tmp_path, database=address)


@pytest.fixture
def two(settings: Settings, reader: SlowReader) -> Iterator[tuple[Process, Process]]:
    made = Process(settings, reader), Process(settings, reader)
    yield made
    reader.go.set()
    for each in made:
        each.close()


def test_a_retry_that_reaches_another_process_gets_the_answer_of_the_first(two, reader: SlowReader) -> None:
    one, other = two
    session, _ = one.app.begin()
    first = one.desk.take(session.id, "tool: Afya", "key").turn()
    again = other.desk.take(session.id, "tool: Afya", "key").turn()
    assert again == first
    assert reader.heard == ["tool: Afya"]
    assert len(one.app.store.load(session.id).turns) == 2


def test_a_retry_during_the_turn_waits_in_the_other_process_and_reads_nothing(two, reader: SlowReader) -> None:
    one, other = two
    session, _ = one.app.begin()
    reader.go.clear()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(lambda: one.desk.take(session.id, "tool: Afya", "key").turn())
        reader.began.acquire(timeout=30)
        again = pool.submit(lambda: other.desk.take(session.id, "tool: Afya", "key").turn())
        reader.go.set()
        assert again.result(30) == first.result(30)
    assert reader.heard == ["tool: Afya"]
    assert len(one.app.store.load(session.id).turns) == 2


def test_a_retry_after_a_restart_is_recognised(settings: Settings, reader: SlowReader) -> None:
    before = Process(settings, reader)
    session, _ = before.app.begin()
    first = before.desk.take(session.id, "tool: Afya", "key").turn()
    before.close()
    after = Process(settings, reader)
    assert after.desk.take(session.id, "tool: Afya", "key").turn() == first
    assert reader.heard == ["tool: Afya"]
    after.close()


def test_a_key_that_answered_other_words_is_refused_in_every_process(two) -> None:
    session, _ = two[0].app.begin()
    two[0].desk.take(session.id, "tool: Afya", "key").turn()
    for process in two:
        with pytest.raises(BadInput, match="another message"):
            process.desk.take(session.id, "tool: Other", "key").turn()
    assert len(two[0].app.store.load(session.id).turns) == 2


def test_what_was_taken_back_and_is_sent_again_is_taken_again(two, reader: SlowReader) -> None:
    one, other = two
    session, _ = one.app.begin()
    one.desk.take(session.id, "tool: Afya", "key").turn()
    with other.desk.alone(session.id):
        other.app.store.drop_last(session.id)
    one.desk.take(session.id, "tool: Afya", "key").turn()
    assert len(reader.heard) == 2
    assert [t.said for t in other.app.store.load(session.id).turns] == ["", "tool: Afya"]


def test_messages_from_two_tabs_at_two_processes_are_read_one_after_another_and_all_stored(
    two, reader: SlowReader
) -> None:
    session, _ = two[0].app.begin()
    said = [f"tool: T{n}" for n in range(2 * EACH)]
    with ThreadPoolExecutor(2 * EACH) as pool:
        turns = list(pool.map(lambda n: two[n % 2].desk.take(session.id, said[n], f"key {n}").turn(), range(2 * EACH)))
    assert reader.most_at_once == 1
    stored = two[0].app.store.load(session.id).turns
    assert [t.number for t in stored] == list(range(2 * EACH + 1))
    assert sorted(t.said for t in stored[1:]) == sorted(said)
    assert {t.number: t for t in turns} == {t.number: t for t in stored[1:]}


def test_assessments_do_not_wait_for_each_other(two, reader: SlowReader) -> None:
    one, other = two
    slow, quick = one.app.begin()[0], one.app.begin()[0]
    reader.go.clear()
    with ThreadPoolExecutor(2) as pool:
        pool.submit(lambda: one.desk.take(slow.id, "tool: A").turn())
        pool.submit(lambda: other.desk.take(quick.id, "tool: B").turn())
        assert reader.began.acquire(timeout=30) and reader.began.acquire(timeout=30)
        assert reader.most_at_once == 2
        reader.go.set()


def test_while_a_message_is_read_no_database_connection_is_held(two, reader: SlowReader) -> None:
    one, _ = two
    session, _ = one.app.begin()
    reader.go.clear()
    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(lambda: one.desk.take(session.id, "tool: Afya", "key").turn())
        reader.began.acquire(timeout=30)
        assert one.app.store.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
        reader.go.set()
        assert turn.result(30).number == 1


def test_an_assessment_whose_process_died_in_mid_turn_is_free_after_a_lease(two) -> None:
    one, other = two
    session, _ = one.app.begin()
    one.app.store.hold(session.id, "a process that was killed", 0.3)
    assert other.desk.take(session.id, "tool: Afya").turn().number == 1


def test_a_turn_longer_than_the_lease_keeps_its_place(two) -> None:
    one, other = two
    session, _ = one.app.begin()
    # So long that no pause of a busy machine looks like a death.
    first = TurnOrder(lambda: one.app.store, lease=2)
    second = TurnOrder(lambda: other.app.store, lease=2, patience=5)
    with first.alone(session.id), pytest.raises(Conflict, match="still being read"), second.alone(session.id):
        pytest.fail("two were let in")
    with second.alone(session.id):
        pass
    for order in (first, second):
        order.close()


def test_the_turn_of_an_unknown_assessment_is_not_found(two) -> None:
    with pytest.raises(NotFound):
        two[0].desk.take("0" * 16, "tool: Afya").turn()


def test_a_hold_that_cannot_be_given_back_costs_no_answer(two, monkeypatch) -> None:
    def gone(*_: object) -> None:
        raise StorageTrouble("The database did not answer.")

    session, _ = two[0].app.begin()
    monkeypatch.setattr(two[0].app.store, "let_go", gone)
    assert isinstance(two[0].desk.take(session.id, "tool: Afya").turn(), Turn)


def test_when_too_many_wait_the_next_is_told_at_once_and_later_taken(settings: Settings, reader: SlowReader) -> None:
    process = Process(settings, reader)
    process.desk.close()
    process.desk = Desk(process.app, most_waiting=2)
    sessions = [process.app.begin()[0] for _ in range(THREADS + 3)]
    reader.go.clear()
    with ThreadPoolExecutor(THREADS + 2) as pool:
        under_way = [pool.submit(process.desk.take, s.id, "tool: A") for s in sessions[:-1]]
        for _ in range(THREADS):
            assert reader.began.acquire(timeout=30)
        while process.desk.waiting < THREADS + 2:
            threading.Event().wait(0.01)
        with pytest.raises(TooBusy, match=r"was not taken.*again in a few seconds"):
            process.desk.take(sessions[-1].id, "tool: A")
        reader.go.set()
        assert [f.result(30).turn().number for f in under_way] == [1] * (THREADS + 2)
    assert process.desk.take(sessions[-1].id, "tool: A").turn().number == 1
    process.close()


def test_one_assessment_with_a_slow_model_takes_nobody_elses_threads(two, reader: SlowReader) -> None:
    one, _ = two
    slow, quick = one.app.begin()[0], one.app.begin()[0]
    reader.go.clear()
    with ThreadPoolExecutor(EACH) as pool:
        under_way = [pool.submit(one.desk.take, slow.id, f"tool: T{n}") for n in range(EACH)]
        assert reader.began.acquire(timeout=30)
        while one.desk.waiting < EACH:
            threading.Event().wait(0.01)
        with pytest.raises(TooBusy, match=r"This assessment is busy.*not taken.*send it again"):
            one.desk.take(slow.id, "tool: one more")
        with pytest.raises(TooBusy, match="This assessment is busy"):
            one.desk.bring(slow.id, [("a.txt", b"words")])
        with pytest.raises(TooBusy, match="This assessment is busy"), one.desk.place(slow.id):
            pytest.fail("one too many was let in")
        with one.desk.place(quick.id):
            pass
        reader.go.set()
        assert {f.result(30).turn().said for f in under_way} == {f"tool: T{n}" for n in range(EACH)}
    assert one.desk.take(slow.id, "tool: one more").turn().number == EACH + 1
    assert one.desk.waiting == 0


def test_who_sends_a_turn_again_and_again_while_it_is_read_is_told_to_wait(two, reader: SlowReader) -> None:
    one, _ = two
    session, _ = one.app.begin()
    reader.go.clear()
    with ThreadPoolExecutor(1 + MOST_AGAIN) as pool:
        first = pool.submit(lambda: one.desk.take(session.id, "tool: Afya", "key").turn())
        assert reader.began.acquire(timeout=30)
        again = [pool.submit(lambda: one.desk.take(session.id, "tool: Afya", "key").turn()) for _ in range(MOST_AGAIN)]
        run = one.desk._under_way[(session.id, "key")]
        while run.sent_again < MOST_AGAIN:
            threading.Event().wait(0.01)
        with pytest.raises(TooBusy, match=r"taken once.*Send it again"):
            one.desk.take(session.id, "tool: Afya", "key")
        reader.go.set()
        assert {f.result(30) for f in again} == {first.result(30)}
    assert reader.heard == ["tool: Afya"]


def test_a_change_by_hand_does_not_wait_out_a_slow_model(two, reader: SlowReader, monkeypatch) -> None:
    monkeypatch.setattr(desk, "PATIENCE_BY_HAND", 0.2)
    session, _ = two[0].app.begin()
    reader.go.clear()
    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(lambda: two[0].desk.take(session.id, "tool: Afya").turn())
        assert reader.began.acquire(timeout=30)
        for process in two:
            with pytest.raises(TooBusy, match=r"still being read.*Nothing was changed"), process.desk.alone(session.id):
                pytest.fail("two were let in")
        reader.go.set()
        assert turn.result(30).number == 1
    with two[1].desk.alone(session.id):
        pass


def test_changes_by_hand_take_only_so_many_threads_and_few_of_one_assessment(two) -> None:
    desk_ = two[0].desk
    for _ in range(EACH):
        desk_._by_hand.take("a1")
    with pytest.raises(TooBusy, match="This assessment is busy"), desk_.alone("a1"):
        pytest.fail("one too many was let in")
    for n in range(BY_HAND - EACH):
        desk_._by_hand.take(f"b{n}")
    with pytest.raises(TooBusy, match="More people"), desk_.alone("c1"):
        pytest.fail("one too many was let in")
    assert desk_._by_hand.taken == BY_HAND


def test_what_goes_wrong_in_a_change_by_hand_is_told_as_it_is(two) -> None:
    session, _ = two[0].app.begin()
    with pytest.raises(Conflict, match="meanwhile"), two[0].desk.alone(session.id):
        raise Conflict("It was changed meanwhile.")
    assert two[0].desk._by_hand.taken == 0


def test_closing_waits_for_a_renewal_under_way_so_that_no_connection_outlives_the_store(two, monkeypatch) -> None:
    one, _ = two
    session, _ = one.app.begin()
    renewing, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def slow_renewal(*_: object) -> None:
        renewing.set()
        may_end.wait(30)
        ended.set()

    monkeypatch.setattr(one.app.store, "hold_on", slow_renewal)
    order = TurnOrder(lambda: one.app.store, lease=0.1)
    with order.alone(session.id):
        assert renewing.wait(30)
    threading.Timer(0.2, may_end.set).start()
    order.close()
    assert ended.is_set()
