"""Values for the storage tests."""

import datetime as dt

from bot.domain.digest.digest import Seen, Wanted
from bot.domain.digest.schedule import EVERY_DAY, Schedule
from bot.services.digest_values import PlannedDigest, Subscription

NOW = dt.datetime(2026, 11, 23, 0, 0, tzinfo=dt.UTC)  # Monday, 9 in Seoul
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)
LATEST = 3 * HOUR
LEASE = MINUTE
HORIZON = 2 * SECOND


def subscription(
    channel: str = "C1",
    *,
    team: str = "T1",
    now: dt.datetime = NOW,
    at: dt.time = dt.time(8, 30),
    days: frozenset[int] = EVERY_DAY,
    zone: str = "Asia/Seoul",
) -> Subscription:
    schedule = Schedule(at=at, days=days, zone=zone)
    day = schedule.next_day(now)
    return Subscription(
        team=team,
        channel=channel,
        schedule=schedule,
        wanted=Wanted(companies=("kt",)),
        set_by="U1",
        next_day=day,
        next_due=schedule.moment_on(day),
    )


def make(subscription: Subscription, day: dt.date, seen: Seen) -> PlannedDigest:
    """A digest of one fact, named after the day."""
    return PlannedDigest(payload={"text": f"{subscription.channel} {day}"}, rounds={f"fact-{day}": 0})
