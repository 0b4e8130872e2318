"""Messages to be posted: claimed with a lease and a fencing token, never by two senders at once."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, or_, select, update

from bot.services.digest_values import Claim, Kind, State
from bot.storage.budget import Budget, Rates, hold, scopes_of
from bot.storage.database import Database
from bot.storage.schema import budgets, outbox


class OutboxTable:
    """Fulfils services.digest_ports.Outbox."""

    def __init__(self, database: Database, rates: Rates | None = None) -> None:
        self._database = database
        self._rates = rates or Rates()

    async def claim(
        self, owner: str, now: dt.datetime, lease: dt.timedelta, horizon: dt.timedelta, limit: int
    ) -> list[Claim]:
        query = (
            select(outbox)
            .outerjoin(budgets, budgets.c.scope == outbox.c.team)
            .where(outbox.c.next_at <= now)
            # A workspace whose rate is spent must not stand in the way of the others.
            .where(
                or_(
                    outbox.c.state != State.PLANNED,
                    budgets.c.next_at.is_(None),
                    budgets.c.next_at <= now + horizon,
                )
            )
            .order_by(outbox.c.next_at)
            .limit(limit)
            .with_for_update(of=outbox, skip_locked=True)
        )

        def work(connection: Connection) -> list[Claim]:
            rows = connection.execute(query).mappings().all()
            planned = [row for row in rows if row["state"] == State.PLANNED]
            scopes = [scope for row in planned for scope in scopes_of(row["team"], row["channel"])]
            budget = Budget(self._database, connection, scopes, now)
            claims = []
            for row in rows:
                send_at: dt.datetime | None = now
                if row["state"] == State.PLANNED:
                    send_at = budget.reserve(row["team"], row["channel"], self._rates, horizon)
                if send_at is not None:
                    claims.append(_claim(row, send_at))
            budget.save()
            _take(connection, claims, owner, lease)
            return claims

        return await self._database.write(work)

    async def begin(self, claim: Claim, now: dt.datetime, lease: dt.timedelta) -> bool:
        return await self._change(
            claim,
            state=State.SENDING,
            next_at=now + lease,
            attempts=claim.attempts + 1,
            first_sent_at=claim.first_sent_at or now,
        )

    async def posted(self, claim: Claim, ts: str, now: dt.datetime) -> bool:
        return await self._change(
            claim, state=State.POSTED, next_at=None, ts=ts, posted_at=now, reason=None, owner=None
        )

    async def again(self, claim: Claim, state: State, at: dt.datetime, reason: str) -> bool:
        return await self._change(claim, state=state, next_at=at, reason=reason, owner=None)

    async def close(self, claim: Claim, state: State, reason: str, now: dt.datetime) -> bool:
        return await self._change(claim, state=state, next_at=None, reason=reason, owner=None)

    async def note(
        self, team: str, user: str, text: str, *, about: str, day: dt.date, now: dt.datetime
    ) -> bool:
        statement = (
            self._database.insert(outbox)
            .values(
                id=f"note-{team}-{user}-{day.isoformat()}-{about}",
                kind=Kind.NOTE,
                team=team,
                channel=user,
                day=day,
                about=about,
                due=now,
                state=State.PLANNED,
                payload={"text": text},
                rounds=[],
                next_at=now,
                created_at=now,
            )
            .on_conflict_do_nothing()
            .returning(outbox.c.id)
        )
        left = await self._database.write(lambda connection: connection.execute(statement).first())
        return left is not None

    async def hold(self, team: str, channel: str, until: dt.datetime) -> None:
        await self._database.write(
            lambda connection: hold(self._database, connection, scopes_of(team, channel), until)
        )

    async def reserve(self, team: str, channel: str, now: dt.datetime) -> dt.datetime:
        """The moment at which another message (an answer) may be posted, counted with the digests."""

        def work(connection: Connection) -> dt.datetime:
            budget = Budget(self._database, connection, scopes_of(team, channel), now)
            slot = budget.reserve(team, channel, self._rates, dt.timedelta(days=1)) or now
            budget.save()
            return slot

        return await self._database.write(work)

    async def _change(self, claim: Claim, **values: Any) -> bool:
        statement = (
            update(outbox).where(outbox.c.id == claim.id, outbox.c.token == claim.token).values(**values)
        )
        return await self._database.write(lambda connection: connection.execute(statement).rowcount == 1)


def _take(connection: Connection, claims: list[Claim], owner: str, lease: dt.timedelta) -> None:
    """Write the claims down; each lease is counted from the moment of sending."""
    rows = [
        {"this": claim.id, "new_token": claim.token, "lease_end": claim.send_at + lease} for claim in claims
    ]
    if rows:
        statement = update(outbox).where(outbox.c.id == bindparam("this"))
        values = {"token": bindparam("new_token"), "next_at": bindparam("lease_end"), "owner": owner}
        connection.execute(statement.values(values), rows)


def _claim(row: RowMapping, send_at: dt.datetime) -> Claim:
    return Claim(
        id=row["id"],
        kind=Kind(row["kind"]),
        team=row["team"],
        channel=row["channel"],
        day=row["day"],
        due=row["due"],
        state=State(row["state"]),
        payload=row["payload"],
        attempts=row["attempts"],
        token=row["token"] + 1,
        send_at=send_at,
        first_sent_at=row["first_sent_at"],
    )
