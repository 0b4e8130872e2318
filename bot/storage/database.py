"""The engine, its transactions in threads, and what SQLite and PostgreSQL need to behave alike."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.domain.errors import SettingsError
from bot.services.digest_values import StoreUnavailableError

T = TypeVar("T")

WORKERS = 8
"""Transactions at a time; the pool has a connection for each."""
BUSY_SECONDS = 20
"""How long SQLite waits for another writer."""
_PG_OPTIONS = "-c statement_timeout=30s -c lock_timeout=20s -c idle_in_transaction_session_timeout=60s"


class Database:
    """Runs transactions off the event loop.

    ``write`` transactions follow one another: SQLite takes the write lock at once (BEGIN IMMEDIATE),
    PostgreSQL locks the rows that are selected FOR UPDATE. Raises SettingsError where the driver of
    PostgreSQL is not installed.
    """

    def __init__(self, url: URL) -> None:
        self.engine = _engine(url)
        self._threads = ThreadPoolExecutor(WORKERS, thread_name_prefix="storage")

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in a transaction and commit it.

        Raises StoreUnavailableError where the database is away or stays locked. Then the transaction
        is undone, unless the connection broke during the commit itself: nobody can tell in that case.
        """
        return await self._run(work, reading=False)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in a transaction that takes no write lock. Raises as ``write`` does."""
        return await self._run(work, reading=True)

    async def close(self) -> None:
        """Wait for the transactions under way and let go of every connection."""
        await asyncio.to_thread(self._threads.shutdown, wait=True)
        self.engine.dispose()

    def insert(self, table: Any) -> Any:
        """An INSERT that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
        return sqlite_dialect.insert(table) if self.is_sqlite else postgresql.insert(table)

    def run_now(self, work: Callable[[Connection], T], *, reading: bool = False) -> T:
        """The same in the calling thread."""
        try:
            with self.engine.connect() as connection:
                options = connection.execution_options(telco_reading=reading)
                with options.begin():
                    return work(options)
        except (OperationalError, InterfaceError, PoolTimeoutError) as error:
            raise StoreUnavailableError(f"데이터베이스를 쓸 수 없습니다: {_cause(error)}") from error

    async def _run(self, work: Callable[[Connection], T], *, reading: bool) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: self.run_now(work, reading=reading))


def _cause(error: Exception) -> str:
    original = error.orig if isinstance(error, DBAPIError) else error
    return str(original).strip().split("\n")[0]


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url, pool_size=WORKERS, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(
            url,
            pool_size=WORKERS,
            max_overflow=0,
            pool_pre_ping=True,  # a connection that a restart of the server has cut is replaced
            connect_args={"connect_timeout": 5, "options": _PG_OPTIONS},
        )
    except ModuleNotFoundError:
        raise SettingsError(
            "PostgreSQL을 쓰려면 드라이버가 필요합니다: pip install 'telco-bot[postgres]'"
        ) from None


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin as _begin_sqlite says, not as the driver guesses
    cursor = connection.cursor()
    _use_wal(cursor)
    # FULL: a commit that was reported survives a power cut; else a post could be forgotten and repeated.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _use_wal(cursor: sqlite3.Cursor) -> None:
    """Waits for another process that is changing the mode: SQLite's own time-out does not cover that.

    https://www.sqlite.org/c3ref/busy_handler.html: where waiting could be a deadlock, as between two
    readers that both want to write, SQLITE_BUSY comes at once.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise
        time.sleep(0.01)


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("telco_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
