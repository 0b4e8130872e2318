"""Which channels want a digest, and when."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select, update

from bot.domain.digest.digest import Wanted
from bot.domain.digest.schedule import Schedule
from bot.services.digest_values import State, Subscription
from bot.storage.database import Database
from bot.storage.schema import outbox, subscriptions


class SubscriptionTable:
    """Fulfils services.digest_ports.Subscriptions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, team: str, channel: str) -> Subscription | None:
        query = select(subscriptions).where(_is(team, channel), subscriptions.c.ended_at.is_(None))

        def work(connection: Connection) -> Subscription | None:
            row = connection.execute(query).mappings().first()
            return from_row(row) if row else None

        return await self._database.read(work)

    async def put(self, subscription: Subscription, now: dt.datetime) -> None:
        values = to_row(subscription) | {"set_at": now, "ended_at": None, "ended_reason": None}
        statement = self._database.insert(subscriptions).values(values)
        statement = statement.on_conflict_do_update(index_elements=["team", "channel"], set_=values)

        def work(connection: Connection) -> None:
            take_back(connection, subscription.team, subscription.channel)
            connection.execute(statement)

        await self._database.write(work)

    async def end(self, team: str, channel: str, reason: str, now: dt.datetime) -> bool:
        def work(connection: Connection) -> bool:
            take_back(connection, team, channel)
            return end(connection, team, channel, reason, now) is not None

        return await self._database.write(work)

    async def active(self) -> list[Subscription]:
        query = (
            select(subscriptions)
            .where(subscriptions.c.ended_at.is_(None))
            .order_by(subscriptions.c.team, subscriptions.c.channel)
        )
        return await self._all(query)

    async def of_person(self, team: str, user: str, most: int) -> list[Subscription]:
        mine = (subscriptions.c.team == team) & (subscriptions.c.set_by == user)
        query = (
            select(subscriptions)
            .where(mine, subscriptions.c.ended_at.is_(None))
            .order_by(subscriptions.c.channel)
            .limit(most)
        )
        return await self._all(query)

    async def _all(self, query: Select[Any]) -> list[Subscription]:
        return await self._database.read(
            lambda connection: [from_row(row) for row in connection.execute(query).mappings()]
        )


def end(connection: Connection, team: str, channel: str, reason: str, now: dt.datetime) -> str | None:
    """End a subscription; returns who had set it, or None where there was none."""
    found = connection.execute(
        select(subscriptions.c.set_by).where(_is(team, channel), subscriptions.c.ended_at.is_(None))
    ).scalar()
    if found is None:
        return None
    connection.execute(
        update(subscriptions)
        .where(_is(team, channel))
        .values(ended_at=now, ended_reason=reason, next_due=None)
    )
    return str(found)


def take_back(connection: Connection, team: str, channel: str) -> None:
    """Forget digests that are planned and that nobody has begun to post.

    A sender that holds one finds its row gone when it begins to post, and drops it.
    """
    connection.execute(
        outbox.delete().where(
            outbox.c.team == team,
            outbox.c.channel == channel,
            outbox.c.state == State.PLANNED,
            outbox.c.about == "",
            outbox.c.first_sent_at.is_(None),
        )
    )


def to_row(subscription: Subscription) -> dict[str, Any]:
    schedule = subscription.schedule
    return {
        "team": subscription.team,
        "channel": subscription.channel,
        "at": schedule.at.strftime("%H:%M"),
        "days": "".join(map(str, sorted(schedule.days))),
        "zone": schedule.zone,
        "companies": list(subscription.wanted.companies),
        "topics": list(subscription.wanted.topics),
        "set_by": subscription.set_by,
        "next_day": subscription.next_day,
        "next_due": subscription.next_due,
    }


def from_row(row: RowMapping) -> Subscription:
    return Subscription(
        team=row["team"],
        channel=row["channel"],
        schedule=Schedule(
            at=dt.time.fromisoformat(row["at"]), days=frozenset(map(int, row["days"])), zone=row["zone"]
        ),
        wanted=Wanted(companies=tuple(row["companies"]), topics=tuple(row["topics"])),
        set_by=row["set_by"],
        next_day=row["next_day"],
        next_due=row["next_due"],
    )


def _is(team: str, channel: str) -> Any:
    return (subscriptions.c.team == team) & (subscriptions.c.channel == channel)
