"""Events from Slack, kept from before they are acknowledged until they are answered."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select, update

from bot.services.inbox_port import Event, Ticket
from bot.storage.database import Database
from bot.storage.schema import inbox


class InboxTable:
    """Fulfils services.digest_ports.Inbox."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def receive(self, event: Event, now: dt.datetime, lease: dt.timedelta) -> Ticket | None:
        statement = (
            self._database.insert(inbox)
            .values(
                event_id=event.id,
                message=event.message,
                team=event.team,
                body=dict(event.body),
                received_at=now,
                next_at=now + lease,
            )
            .on_conflict_do_nothing()
            .returning(inbox.c.event_id)
        )
        stored = await self._database.write(lambda connection: connection.execute(statement).first())
        return Ticket(event, now, attempts=1, token=1) if stored else None

    async def overdue(self, now: dt.datetime, lease: dt.timedelta, limit: int) -> list[Ticket]:
        query = (
            select(inbox)
            .where(inbox.c.next_at <= now)
            .order_by(inbox.c.next_at, inbox.c.event_id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )

        def work(connection: Connection) -> list[Ticket]:
            tickets = [
                Ticket(
                    Event(row["event_id"], row["team"], row["body"], row["message"]),
                    received_at=row["received_at"],
                    attempts=row["attempts"] + 1,
                    token=row["token"] + 1,
                )
                for row in connection.execute(query).mappings()
            ]
            for ticket in tickets:
                connection.execute(
                    update(inbox)
                    .where(inbox.c.event_id == ticket.event.id)
                    .values(attempts=ticket.attempts, token=ticket.token, next_at=now + lease)
                )
            return tickets

        return await self._database.write(work)

    async def done(self, ticket: Ticket, outcome: str, now: dt.datetime) -> bool:
        return await self._change(ticket, next_at=None, done_at=now, outcome=outcome, body={})

    async def put_back(self, ticket: Ticket, at: dt.datetime) -> bool:
        return await self._change(ticket, next_at=at)

    async def prune(self, before: dt.datetime) -> int:
        """Remove events that are done and came before then; Slack repeats an event for at most 24 hours."""
        statement = inbox.delete().where(inbox.c.received_at < before, inbox.c.next_at.is_(None))
        return await self._database.write(lambda connection: connection.execute(statement).rowcount)

    async def _change(self, ticket: Ticket, **values: Any) -> bool:
        statement = (
            update(inbox)
            .where(inbox.c.event_id == ticket.event.id, inbox.c.token == ticket.token)
            .values(**values)
        )
        return await self._database.write(lambda connection: connection.execute(statement).rowcount == 1)
