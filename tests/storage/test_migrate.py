"""The schema: one migration however many start, no drift, and an old program keeps its hands off."""

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import bot.storage.migrations
from bot.domain.errors import SettingsError
from bot.services.digest_values import StoreUnavailableError
from bot.storage.database import Database
from bot.storage.migrate import REVISIONS, SchemaTooNewError, migrate
from bot.storage.place import database_url
from bot.storage.schema import metadata
from bot.storage.store import open_store


def test_the_migrations_lead_to_the_tables_that_the_program_uses(url: str) -> None:
    database = Database(database_url(url))
    assert migrate(database) is None
    assert migrate(database) == REVISIONS[-1]
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    database.engine.dispose()


def test_the_known_revisions_are_the_migrations() -> None:
    (folder,) = bot.storage.migrations.__path__
    scripts = ScriptDirectory(folder)
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == REVISIONS


async def test_replicas_that_start_together_migrate_once(url: str) -> None:
    stores = await asyncio.gather(*(asyncio.to_thread(open_store, url) for _ in range(4)))
    assert await stores[-1].subscriptions.active() == []
    for store in stores:
        await store.close()


async def test_an_older_program_refuses_a_newer_schema(url: str) -> None:
    store = open_store(url)
    change = text("UPDATE alembic_version SET version_num = '9999'")
    await store.database.write(lambda connection: connection.execute(change))
    with pytest.raises(SchemaTooNewError, match="9999"):
        open_store(url)
    await store.close()


def test_a_server_that_is_away_is_said_to_be_away() -> None:
    with pytest.raises(StoreUnavailableError) as caught:
        open_store("postgresql://telco:secret@127.0.0.1:1/telco")
    assert "secret" not in str(caught.value)


def test_sqlite_is_the_default_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    url = database_url(None)
    assert url.get_backend_name() == "sqlite"
    assert tmp_path in Path(url.database or "").parents


@pytest.mark.parametrize("wrong", ["mysql://x/y", "sqlite://", "nonsense", "sqlite:///:memory:"])
def test_other_urls_are_refused_with_advice(wrong: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL"):
        database_url(wrong)


async def test_sqlite_runs_as_it_must(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'a.db'}")
    found = await store.database.read(
        lambda connection: [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    )
    assert found == ["wal", 2, 1, 20_000]
    await store.close()
