"""The worker: plans and sends until told to stop, and outlives its database and any single fault."""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable

import pytest

from bot.services.deliver import Deliver
from bot.services.digest_values import Claim, StoreUnavailableError
from tests.services.fakes import START, FakeClock, FakeOutbox, a_claim


class Bench:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.outbox = FakeOutbox(row=a_claim(), next_at=START)
        self.stop = asyncio.Event()
        self.sent: list[str] = []
        self.pruned: list[dt.datetime] = []
        self.plans: list[Callable[[], int]] = []

    async def plan(self) -> int:
        return self.plans.pop(0)() if self.plans else 0

    async def send(self, claim: Claim) -> None:
        self.sent.append(claim.id)
        await self.outbox.posted(claim, "1.0", self.clock())
        self.stop.set()

    async def prune(self, now: dt.datetime) -> None:
        self.pruned.append(now)

    async def run(self, send: Callable[[Claim], Awaitable[None]] | None = None) -> Deliver:
        deliver = Deliver(
            self.plan, send or self.send, self.outbox, self.clock, owner="a", prune=self.prune, poll=0.01
        )
        await asyncio.wait_for(deliver.run(self.stop), 20)
        return deliver


async def test_what_is_due_is_sent_and_old_rows_are_pruned_once_a_day() -> None:
    bench = Bench()
    await bench.run()
    assert bench.sent == ["digest-T1-C1-2026-11-23"]
    assert bench.pruned == [START]


async def test_a_database_that_is_away_is_reported_once_and_waited_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bench = Bench()

    def away() -> int:
        raise StoreUnavailableError("데이터베이스를 쓸 수 없습니다: connection refused")

    bench.plans = [away, away]
    with caplog.at_level(logging.INFO):
        deliver = await bench.run()
    assert bench.sent
    assert deliver.away_since is None
    assert len([one for one in caplog.records if "trying again" in one.message]) == 1
    assert len([one for one in caplog.records if "is back after" in one.message]) == 1


async def test_a_fault_in_one_message_stops_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench()
    tried = 0

    async def fail_once(claim: Claim) -> None:
        nonlocal tried
        tried += 1
        if tried == 1:
            bench.clock.move(minutes=2)  # the lease runs out
            raise KeyError("a mistake in the program")
        await bench.send(claim)

    await bench.run(fail_once)
    assert tried == 2
    assert "sending failed" in caplog.text


async def test_stopping_waits_for_what_is_being_sent() -> None:
    bench = Bench()

    async def slow(claim: Claim) -> None:
        bench.stop.set()
        await asyncio.sleep(0.05)
        await bench.send(claim)

    await bench.run(slow)
    assert bench.sent
