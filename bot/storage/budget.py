"""Slack's rates, kept in the database so that all replicas share them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, case, select

from bot.storage.database import Database
from bot.storage.schema import budgets

CHANNEL_INTERVAL = dt.timedelta(seconds=1)
"""chat.postMessage takes one message a second in a channel."""
TEAM_INTERVAL = dt.timedelta(seconds=0.25)
"""Slack allows "several hundred" messages a minute in a workspace; 240 keeps well below."""


@dataclass(frozen=True)
class Rates:
    """The least time between two messages."""

    team: dt.timedelta = TEAM_INTERVAL
    channel: dt.timedelta = CHANNEL_INTERVAL


def scopes_of(team: str, channel: str) -> tuple[str, str]:
    return team, f"{team}/{channel}"


class Budget:
    """The next free moments of workspaces and channels, locked for the length of a transaction."""

    def __init__(
        self, database: Database, connection: Connection, scopes: Iterable[str], now: dt.datetime
    ) -> None:
        """Lock the rows of ``scopes``, always in the same order so that replicas cannot deadlock."""
        self._database = database
        self._connection = connection
        self._now = now
        names = sorted(set(scopes))
        if not names:
            self._next: dict[str, dt.datetime] = {}
            return
        rows = [{"scope": name, "next_at": now} for name in names]
        connection.execute(database.insert(budgets).on_conflict_do_nothing(), rows)
        locked = connection.execute(
            select(budgets).where(budgets.c.scope.in_(names)).order_by(budgets.c.scope).with_for_update()
        )
        self._next = {row.scope: row.next_at for row in locked}

    def reserve(self, team: str, channel: str, rates: Rates, horizon: dt.timedelta) -> dt.datetime | None:
        """The moment at which a message may be posted; None, and nothing reserved, beyond ``horizon``."""
        whole, one = scopes_of(team, channel)
        slot = max(self._now, self._next[whole], self._next[one])
        if slot > self._now + horizon:
            return None
        self._next[whole] = slot + rates.team
        self._next[one] = slot + rates.channel
        return slot

    def save(self) -> None:
        rows = [{"this": scope, "moment": moment} for scope, moment in sorted(self._next.items())]
        if rows:
            statement = budgets.update().where(budgets.c.scope == bindparam("this"))
            self._connection.execute(statement.values(next_at=bindparam("moment")), rows)


def stagger(
    database: Database, connection: Connection, team: str, due: dt.datetime, rates: Rates
) -> dt.datetime:
    """When the next of a workspace's messages that are all due at one moment may first be taken.

    Spread like this, those that wait for their turn stand in nobody's way: at 100,000 due at once, looking
    past them took a second a claim.
    """
    scope = f"{team}@{due.isoformat()}"
    connection.execute(database.insert(budgets).values(scope=scope, next_at=due).on_conflict_do_nothing())
    this = budgets.c.scope == scope
    turn: dt.datetime = connection.execute(
        select(budgets.c.next_at).where(this).with_for_update()
    ).scalar_one()
    connection.execute(budgets.update().where(this).values(next_at=turn + rates.team))
    return turn


def hold(database: Database, connection: Connection, scopes: Iterable[str], until: dt.datetime) -> None:
    """Reserve everything before ``until``."""
    for scope in sorted(scopes):
        statement = database.insert(budgets).values(scope=scope, next_at=until)
        later = case((budgets.c.next_at > until, budgets.c.next_at), else_=until)
        connection.execute(statement.on_conflict_do_update(index_elements=["scope"], set_={"next_at": later}))
