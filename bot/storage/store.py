"""Everything that is stored, over one database."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from bot.domain.errors import TelcoError
from bot.storage.budget import Rates
from bot.storage.database import Database
from bot.storage.feedback import FeedbackTable, QuestionTable
from bot.storage.inbox import InboxTable
from bot.storage.migrate import migrate
from bot.storage.outbox import OutboxTable
from bot.storage.place import database_url
from bot.storage.plans import DigestPlanTable
from bot.storage.schema import budgets
from bot.storage.subscriptions import SubscriptionTable
from bot.storage.transfer import export_lines, import_lines

KEEP_EVENTS = dt.timedelta(days=7)
KEEP_DIGESTS = dt.timedelta(days=400)


class Store:
    """The tables, each by its port; open it with ``open_store``."""

    def __init__(self, database: Database, rates: Rates | None = None) -> None:
        self.database = database
        self._rates = rates

    @cached_property
    def subscriptions(self) -> SubscriptionTable:
        return SubscriptionTable(self.database)

    @cached_property
    def plans(self) -> DigestPlanTable:
        return DigestPlanTable(self.database, self._rates)

    @cached_property
    def outbox(self) -> OutboxTable:
        return OutboxTable(self.database, self._rates)

    @cached_property
    def inbox(self) -> InboxTable:
        return InboxTable(self.database)

    @cached_property
    def feedback(self) -> FeedbackTable:
        return FeedbackTable(self.database)

    @cached_property
    def questions(self) -> QuestionTable:
        return QuestionTable(self.database)

    async def prune(self, now: dt.datetime) -> None:
        """Remove what is finished and old."""
        await self.inbox.prune(now - KEEP_EVENTS)
        await self.plans.prune(now - KEEP_DIGESTS)
        old = budgets.delete().where(budgets.c.next_at < now - dt.timedelta(hours=1))
        await self.database.write(lambda connection: connection.execute(old))

    async def export(self) -> list[str]:
        """Subscriptions, feedback, questions and finished digests as JSON Lines."""
        return await self.database.read(lambda connection: list(export_lines(connection)))

    async def load(self, lines: Iterable[str]) -> Counter[str]:
        """Read an export back, whole or not at all. Raises TransferError."""
        return await self.database.write(lambda connection: import_lines(self.database, connection, lines))

    async def close(self) -> None:
        await self.database.close()


def open_store(setting: str | None, rates: Rates | None = None) -> Store:
    """The store at ``DATABASE_URL``, its schema brought up to date.

    Raises SettingsError for a wrong URL, SchemaTooNewError, and StoreUnavailableError.
    """
    database = Database(database_url(setting))
    try:
        migrate(database)
    except TelcoError:
        database.engine.dispose()
        raise
    return Store(database, rates)
