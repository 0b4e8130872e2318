"""Fakes of the digest ports: real in behaviour, in memory."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from bot.domain.digest.digest import Digest, Seen
from bot.services.digest_values import (
    Claim,
    Kind,
    Make,
    Payload,
    PlannedDigest,
    PostError,
    Run,
    State,
    StoreUnavailableError,
    Subscription,
)

START = dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)  # Monday, 8:30 in Seoul


class FakeClock:
    """Stands still until it is moved, or until somebody sleeps."""

    def __init__(self, moment: dt.datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> dt.datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += dt.timedelta(**by)

    async def sleep(self, seconds: float) -> None:
        self.move(seconds=seconds)


@dataclass
class FakeSlack:
    """A channel history. ``faults`` are raised by the next posts, ``lost`` after they were accepted."""

    clock: FakeClock
    posts: list[tuple[str, str, Payload, str]] = field(default_factory=list)
    faults: list[PostError] = field(default_factory=list)
    lost: list[PostError] = field(default_factory=list)
    blind: list[PostError] = field(default_factory=list)
    """Raised by the next looks into the history."""
    looks: int = 0

    async def post(self, team: str, channel: str, payload: Payload, message_id: str) -> str:
        if self.faults:
            raise self.faults.pop(0)
        self.posts.append((team, channel, payload, message_id))
        if self.lost:
            raise self.lost.pop(0)
        return f"{len(self.posts)}.0"

    async def find(
        self, team: str, channel: str, message_id: str, since: dt.datetime, thread: str | None = None
    ) -> str | None:
        self.looks += 1
        if self.blind:
            raise self.blind.pop(0)
        for number, (_, where, _, posted) in enumerate(self.posts, 1):
            if (where, posted) == (channel, message_id):
                return f"{number}.0"
        return None

    def ids(self) -> list[str]:
        return [message_id for *_, message_id in self.posts]


class FakeSubscriptions:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Subscription] = {}
        self.ended: dict[tuple[str, str], str] = {}

    async def get(self, team: str, channel: str) -> Subscription | None:
        return self.kept.get((team, channel))

    async def put(self, subscription: Subscription, now: dt.datetime) -> None:
        self.kept[subscription.team, subscription.channel] = subscription

    async def end(self, team: str, channel: str, reason: str, now: dt.datetime) -> bool:
        self.ended[team, channel] = reason
        return self.kept.pop((team, channel), None) is not None

    async def active(self) -> list[Subscription]:
        return list(self.kept.values())

    async def of_person(self, team: str, user: str, most: int) -> list[Subscription]:
        return [one for one in self.kept.values() if (one.team, one.set_by) == (team, user)][:most]


@dataclass
class FakePlans:
    """Remembers what was planned; ``seen_`` is what every channel has seen."""

    rows: dict[tuple[str, str, dt.date], Run] = field(default_factory=dict)
    made: list[PlannedDigest] = field(default_factory=list)
    seen_: Seen = field(default_factory=Seen)
    facts: set[str] = field(default_factory=set)

    async def plan(
        self, now: dt.datetime, until: dt.datetime, latest: dt.timedelta, make: Make, limit: int
    ) -> int:
        return 0

    async def plan_now(
        self, team: str, channel: str, day: dt.date, now: dt.datetime, make: Callable[[Seen], PlannedDigest]
    ) -> Run:
        key = (team, channel, day)
        if key not in self.rows:
            self.made.append(make(self.seen_))
            self.rows[key] = a_run(team, channel, day, now)
        return self.rows[key]

    async def seen(self, team: str, channel: str) -> Seen:
        return self.seen_

    async def remember_facts(self, fact_ids: list[str] | tuple[str, ...], now: dt.datetime) -> int:
        fresh = set(fact_ids) - self.facts if self.facts else set()
        self.facts |= set(fact_ids)
        return len(fresh)

    async def runs(self, team: str | None = None, channel: str | None = None, limit: int = 50) -> list[Run]:
        found = [run for run in self.rows.values() if (run.team, run.channel) == (team, channel)]
        return sorted(found, key=lambda run: run.due, reverse=True)[:limit]


@dataclass
class FakeOutbox:
    """One row; ``down`` counts writes that fail because the database is away."""

    row: Claim | None = None
    next_at: dt.datetime | None = None
    reason: str = ""
    ts: str | None = None
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    held: dt.datetime | None = None
    down: int = 0
    on_claim: Callable[[], Awaitable[None]] | None = None

    async def claim(
        self, owner: str, now: dt.datetime, lease: dt.timedelta, horizon: dt.timedelta, limit: int
    ) -> list[Claim]:
        self._reach()
        if self.row is None or self.next_at is None or self.next_at > now:
            return []
        self.row = replace(self.row, token=self.row.token + 1, send_at=now)
        self.next_at = now + lease
        return [self.row]

    async def begin(self, claim: Claim, now: dt.datetime, lease: dt.timedelta) -> bool:
        first = claim.first_sent_at or now
        return self._change(
            claim, State.SENDING, now + lease, first_sent_at=first, attempts=claim.attempts + 1
        )

    async def posted(self, claim: Claim, ts: str, now: dt.datetime) -> bool:
        done = self._change(claim, State.POSTED, None)
        self.ts = ts if done else self.ts
        return done

    async def again(self, claim: Claim, state: State, at: dt.datetime, reason: str) -> bool:
        self.reason = reason
        return self._change(claim, state, at)

    async def close(self, claim: Claim, state: State, reason: str, now: dt.datetime) -> bool:
        self.reason = reason
        return self._change(claim, state, None)

    async def note(
        self, team: str, user: str, text: str, *, about: str, day: dt.date, now: dt.datetime
    ) -> bool:
        self.notes.append((user, about, text))
        return True

    async def hold(self, team: str, channel: str, until: dt.datetime) -> None:
        self.held = until

    def _change(self, claim: Claim, state: State, next_at: dt.datetime | None, **values: object) -> bool:
        self._reach()
        if self.row is None or self.row.token != claim.token:
            return False
        self.row = replace(self.row, state=state, **values)  # type: ignore[arg-type]
        self.next_at = next_at
        return True

    def _reach(self) -> None:
        if self.down:
            self.down -= 1
            raise StoreUnavailableError("away")


def a_claim(kind: Kind = Kind.DIGEST, due: dt.datetime = START) -> Claim:
    return Claim(
        id="digest-T1-C1-2026-11-23",
        kind=kind,
        team="T1",
        channel="C1",
        day=dt.date(2026, 11, 23),
        due=due,
        state=State.PLANNED,
        payload={"text": "11월 23일 월요일"},
        attempts=0,
        token=0,
        send_at=due,
        first_sent_at=None,
    )


def a_run(team: str, channel: str, day: dt.date, due: dt.datetime, state: State = State.PLANNED) -> Run:
    return Run(
        id=f"{team}-{channel}-{day}",
        team=team,
        channel=channel,
        day=day,
        due=due,
        state=state,
        ts=None,
        posted_at=None,
        attempts=0,
        reason=None,
    )


def render(digest: Digest) -> Payload:
    return {"text": digest.text()}
