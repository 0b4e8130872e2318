"""A year of digests for a few channels, on a clock that is passed in, over a real database."""

import datetime as dt
from pathlib import Path

import pytest

from bot.domain.digest.digest import Digest, Wanted
from bot.domain.digest.schedule import EVERY_DAY, WORKING_DAYS, Schedule
from bot.services.digest_values import Payload, State, Subscription
from bot.services.plan_digests import PlanDigests
from bot.services.send_digest import SendDigest, Timing
from bot.storage.store import Store, open_store
from tests.domain.digest_base import make_base
from tests.services.fakes import FakeClock, FakeSlack

FIRST = dt.date(2027, 11, 1)  # the year holds a leap day and both changes of the clocks
TIMING = Timing()


class Year:
    def __init__(self, store: Store, schedule: Schedule) -> None:
        self.store = store
        self.schedule = schedule
        self.base = make_base()
        self.clock = FakeClock(schedule.moment_on(FIRST) - dt.timedelta(hours=1))
        self.slack = FakeSlack(self.clock)
        self.digests: list[Digest] = []
        self.plan = PlanDigests(store.plans, lambda: self.base, self.render, self.clock)
        self.send = SendDigest(
            store.outbox, store.subscriptions, self.slack, self.clock, sleep=self.clock.sleep
        )

    def render(self, digest: Digest) -> Payload:
        self.digests.append(digest)
        return {"text": digest.text()}

    async def run(self, days: int) -> None:
        """Wake up whenever the subscription says that something is due, as long as it is within the days."""
        now = self.clock()
        first = self.schedule.next_day(now)
        due = self.schedule.moment_on(first)
        subscription = Subscription("T1", "C1", self.schedule, Wanted(), "U1", first, due)
        await self.store.subscriptions.put(subscription, now)
        while (due := await self._next_due()) < now + dt.timedelta(days=days):
            self.clock.moment = due
            await self.plan()
            for claim in await self.store.outbox.claim("a", due, TIMING.lease, TIMING.horizon, 10):
                await self.send(claim)

    async def _next_due(self) -> dt.datetime:
        subscription = await self.store.subscriptions.get("T1", "C1")
        assert subscription is not None
        return subscription.next_due


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(at=dt.time(8, 30), days=EVERY_DAY, zone="Asia/Seoul"),
        Schedule(at=dt.time(2, 30), days=EVERY_DAY, zone="America/New_York"),
        Schedule(at=dt.time(1, 15), days=WORKING_DAYS, zone="Europe/Berlin"),
    ],
    ids=lambda schedule: f"{schedule.zone} {schedule.at:%H:%M}",
)
async def test_every_due_day_of_a_year_has_exactly_one_digest(tmp_path: Path, schedule: Schedule) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'telco.db'}")
    year = Year(store, schedule)
    await year.run(366)
    runs = await store.plans.runs(limit=1000)
    await store.close()

    days = [FIRST + dt.timedelta(days=n) for n in range(366)]
    due = [day for day in days if schedule.is_due_on(day)]
    assert dt.date(2028, 2, 29) in due
    assert sorted(run.day for run in runs) == due
    assert {run.state for run in runs} == {State.POSTED}
    assert sorted(year.slack.ids()) == [f"digest-T1-C1-{day}" for day in due]
    assert all(run.posted_at == run.due for run in runs)

    shown = [fact.id for digest in year.digests for fact in digest.facts]
    counts = dict.fromkeys(year.base.by_id, 0)
    for fact_id in shown:
        counts[fact_id] += 1
        assert max(counts.values()) - min(counts.values()) <= 1
    assert len(shown) == 3 * len(due)
