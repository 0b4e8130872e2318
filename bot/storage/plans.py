"""Plans digests: one row a channel and local date, rendered and stored before anything is sent."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from bot.domain.digest.digest import Seen
from bot.services.digest_values import Kind, Make, PlannedDigest, Run, State, Subscription
from bot.storage.budget import Rates, stagger
from bot.storage.database import Database
from bot.storage.history import seen_by
from bot.storage.schema import known_facts, outbox, subscriptions
from bot.storage.subscriptions import from_row

LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MISSED_AT_MOST = 31
"""Missed days that are recorded one by one after a long pause."""


class DigestPlanTable:
    """Fulfils services.digest_ports.DigestPlans."""

    def __init__(self, database: Database, rates: Rates | None = None) -> None:
        self._database = database
        self._rates = rates or Rates()

    async def plan(
        self, now: dt.datetime, until: dt.datetime, latest: dt.timedelta, make: Make, limit: int
    ) -> int:
        query = (
            select(subscriptions)
            .where(subscriptions.c.next_due <= until)
            .order_by(subscriptions.c.next_due)
            .limit(limit)
            .with_for_update(skip_locked=True)  # SQLite has one writer anyway and ignores it
        )

        def work(connection: Connection) -> int:
            found = [from_row(row) for row in connection.execute(query).mappings()]
            # In the order in which stagger() locks, so that replicas cannot deadlock.
            for subscription in sorted(found, key=lambda one: (one.team, one.next_due)):
                self._plan_one(connection, subscription, now, until, latest=latest, make=make)
            return len(found)

        return await self._database.write(work)

    def _plan_one(
        self,
        connection: Connection,
        subscription: Subscription,
        now: dt.datetime,
        until: dt.datetime,
        *,
        latest: dt.timedelta,
        make: Make,
    ) -> None:
        schedule, day, due = subscription.schedule, subscription.next_day, subscription.next_due
        team, channel = subscription.team, subscription.channel
        first_recorded = now - dt.timedelta(days=_MISSED_AT_MOST)
        while due <= until:
            if due + latest >= now:
                made = make(subscription, day, seen_by(connection, team, channel))
                turn = stagger(self._database, connection, team, due, self._rates)
                row = _row(team, channel, day, due=due, now=now) | _content(made, turn)
                connection.execute(self._database.insert(outbox).values(row).on_conflict_do_nothing())
            elif due >= first_recorded:
                row = _row(team, channel, day, due=due, now=now)
                connection.execute(self._database.insert(outbox).values(row).on_conflict_do_nothing())
            day = schedule.next_day(due)
            due = schedule.moment_on(day)
        connection.execute(
            update(subscriptions)
            .where(subscriptions.c.team == team, subscriptions.c.channel == channel)
            .values(next_day=day, next_due=due)
        )

    async def plan_now(
        self, team: str, channel: str, day: dt.date, now: dt.datetime, make: Callable[[Seen], PlannedDigest]
    ) -> Run:
        this = outbox.c.id == digest_id(team, channel, day)

        def work(connection: Connection) -> Run:
            connection.execute(
                update(outbox)
                .where(this, outbox.c.state == State.PLANNED, outbox.c.next_at > now)
                .where(outbox.c.first_sent_at.is_(None), outbox.c.owner.is_(None))
                .values(next_at=now, due=now)
            )
            # A day that was skipped is not lost for somebody who asks for it.
            connection.execute(outbox.delete().where(this, outbox.c.state == State.SKIPPED))
            if connection.execute(select(outbox.c.id).where(this)).first() is None:
                made = make(seen_by(connection, team, channel))
                row = _row(team, channel, day, due=now, now=now) | _content(made, now)
                connection.execute(self._database.insert(outbox).values(row))
            return run_from_row(connection.execute(select(outbox).where(this)).mappings().one())

        return await self._database.write(work)

    async def seen(self, team: str, channel: str) -> Seen:
        return await self._database.read(lambda connection: seen_by(connection, team, channel))

    async def remember_facts(self, fact_ids: Sequence[str], now: dt.datetime) -> int:
        def work(connection: Connection) -> int:
            known = set(connection.execute(select(known_facts.c.fact_id)).scalars())
            fresh = [one for one in fact_ids if one not in known]
            joined = now if known else LONG_AGO
            if fresh:
                rows = [{"fact_id": one, "joined_at": joined} for one in sorted(fresh)]
                connection.execute(self._database.insert(known_facts).on_conflict_do_nothing(), rows)
            return len(fresh) if known else 0

        return await self._database.write(work)

    async def runs(self, team: str | None = None, channel: str | None = None, limit: int = 50) -> list[Run]:
        query = select(outbox).where(outbox.c.kind == Kind.DIGEST).order_by(outbox.c.due.desc(), outbox.c.id)
        if team:
            query = query.where(outbox.c.team == team)
        if channel:
            query = query.where(outbox.c.channel == channel)
        return await self._database.read(
            lambda connection: [
                run_from_row(row) for row in connection.execute(query.limit(limit)).mappings()
            ]
        )

    async def count(self) -> dict[State, int]:
        """How many digests stand in each state."""
        query = (
            select(outbox.c.state, func.count()).where(outbox.c.kind == Kind.DIGEST).group_by(outbox.c.state)
        )
        return await self._database.read(
            lambda connection: {State(state): count for state, count in connection.execute(query)}
        )

    async def prune(self, before: dt.datetime) -> int:
        """Remove finished rows that were due before then; the rotation needs those of one round of facts."""
        statement = outbox.delete().where(outbox.c.due < before, outbox.c.next_at.is_(None))
        return await self._database.write(lambda connection: connection.execute(statement).rowcount)


def digest_id(team: str, channel: str, day: dt.date) -> str:
    """The id of a channel's digest of one day; it stands in the metadata of the message."""
    return f"digest-{team}-{channel}-{day.isoformat()}"


def _row(team: str, channel: str, day: dt.date, *, due: dt.datetime, now: dt.datetime) -> dict[str, Any]:
    """The row of a day whose digest comes too late; ``_content`` makes it one to be sent."""
    return {
        "id": digest_id(team, channel, day),
        "kind": Kind.DIGEST,
        "team": team,
        "channel": channel,
        "day": day,
        "due": due,
        "state": State.SKIPPED,
        "reason": "late",
        "payload": {},
        "rounds": [],
        "round": 0,
        "next_at": None,
        "created_at": now,
    }


def _content(made: PlannedDigest, next_at: dt.datetime) -> dict[str, Any]:
    return {
        "state": State.PLANNED,
        "reason": None,
        "payload": dict(made.payload),
        "rounds": list(made.rounds.items()),
        "round": max(made.rounds.values(), default=0),
        "next_at": next_at,
    }


def run_from_row(row: RowMapping) -> Run:
    return Run(
        id=row["id"],
        team=row["team"],
        channel=row["channel"],
        day=row["day"],
        due=row["due"],
        state=State(row["state"]),
        ts=row["ts"],
        posted_at=row["posted_at"],
        attempts=row["attempts"],
        reason=row["reason"],
    )
