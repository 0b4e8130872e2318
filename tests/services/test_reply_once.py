"""Events are answered once, also after a listener died."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.digest_values import RateLimitedError, UnreadableError, UnsureError
from bot.services.inbox_port import Event, Ticket
from bot.services.reply_once import LEASE, TRIES, ReplyOnce
from bot.storage.store import Store, open_store
from tests.services.fakes import FakeClock, FakeSlack

EVENT = Event("Ev1", "T1", {"text": "KT는?"}, "T1/C1/1.1")
ANSWER = {"text": "KT는 2조 4천억 원을 투자합니다.", "thread_ts": "1.1"}


class Bench:
    def __init__(self, store: Store) -> None:
        self.clock = FakeClock()
        self.slack = FakeSlack(self.clock)
        self.service = ReplyOnce(store.inbox, self.slack, self.clock)

    async def answer(self, ticket: Ticket) -> None:
        await self.service.post(ticket, "C1", ANSWER)
        await self.service.finish(ticket)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    store = open_store(f"sqlite:///{tmp_path / 'telco.db'}")
    yield Bench(store)
    await store.close()


async def test_an_event_is_answered_once_however_often_it_comes(bench: Bench) -> None:
    ticket = await bench.service.take(EVENT)
    assert ticket is not None
    await bench.answer(ticket)
    assert await bench.service.take(EVENT) is None
    bench.clock.move(hours=1)
    assert await bench.service.rerun(bench.answer) == 0
    assert bench.slack.ids() == ["Ev1"]


async def test_a_listener_that_died_before_answering_is_run_again(bench: Bench) -> None:
    await bench.service.take(EVENT)
    assert await bench.service.rerun(bench.answer) == 0
    bench.clock.moment += LEASE
    assert await bench.service.rerun(bench.answer) == 1
    assert bench.slack.ids() == ["Ev1"]


async def test_an_answer_that_was_posted_before_the_crash_is_found(bench: Bench) -> None:
    ticket = await bench.service.take(EVENT)
    assert ticket is not None
    await bench.service.post(ticket, "C1", ANSWER)  # and then it is killed
    bench.clock.moment += LEASE
    assert await bench.service.rerun(bench.answer) == 1
    assert bench.slack.ids() == ["Ev1"]


@pytest.mark.parametrize("error", [UnreadableError("missing_scope"), UnsureError("timeout")])
async def test_where_nobody_can_tell_it_is_not_answered_twice(
    bench: Bench, error: UnreadableError | UnsureError
) -> None:
    ticket = await bench.service.take(EVENT)
    assert ticket is not None
    await bench.service.post(ticket, "C1", ANSWER)
    bench.slack.blind = [error]
    bench.clock.moment += LEASE
    await bench.service.rerun(bench.answer)
    assert bench.slack.ids() == ["Ev1"]


async def test_an_event_that_fails_every_time_is_given_up(bench: Bench) -> None:
    await bench.service.take(EVENT)
    tried = 0

    async def fail(_ticket: Ticket) -> None:
        nonlocal tried
        tried += 1

    for _ in range(TRIES + 3):
        bench.clock.move(minutes=2)
        await bench.service.rerun(fail)
    assert tried == TRIES - 1


async def test_a_refused_answer_is_tried_again_after_the_lease(bench: Bench) -> None:
    ticket = await bench.service.take(EVENT)
    assert ticket is not None
    bench.slack.faults = [RateLimitedError(1)]
    with pytest.raises(RateLimitedError):
        await bench.answer(ticket)
    bench.clock.moment += LEASE + dt.timedelta(seconds=1)
    assert await bench.service.rerun(bench.answer) == 1
    assert bench.slack.ids() == ["Ev1"]
