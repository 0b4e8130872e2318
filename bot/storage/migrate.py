"""Brings the schema up to date at start, one process at a time."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.domain.errors import TelcoError
from bot.storage.database import Database

REVISIONS = ("0001",)
"""The migrations that this program knows, in order."""
_LOCK = 0x7E1C0  # a number for PostgreSQL's advisory lock, this program's own


class SchemaTooNewError(TelcoError):
    """The database was migrated by a newer program."""


def migrate(database: Database) -> str | None:
    """Apply what is missing and return the former revision.

    All in one transaction, under the write lock of SQLite or an advisory lock of PostgreSQL, so that
    replicas that start together migrate once. Raises SchemaTooNewError, and StoreUnavailableError.
    """
    former = database.run_now(_revision, reading=True)
    if former != REVISIONS[-1]:
        database.run_now(_upgrade)
    return former


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is not None and found not in REVISIONS:
        raise SchemaTooNewError(
            f"데이터베이스가 이 프로그램보다 새 판입니다 "
            f"(스키마 {found}, 이 프로그램은 {REVISIONS[-1]}까지).\n"
            "telco-bot을 새 판으로 올리거나, 다른 데이터베이스를 DATABASE_URL에 적으십시오."
        )
    return str(found) if found else None


def _upgrade(connection: Connection) -> None:
    # Alembic takes a tenth of a second to import: only a start that migrates pays for it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if _revision(connection) == REVISIONS[-1]:
        return  # another process was first
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
