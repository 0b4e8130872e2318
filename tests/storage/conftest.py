"""The two databases: every test that asks for ``store`` or ``url`` runs over both."""

import datetime as dt
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest

from bot.storage.budget import Rates
from bot.storage.store import Store, open_store
from tests.storage.postgres import PostgresServer

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    server = PostgresServer()
    server.start()
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'telco.db'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.create(f"telco_{next(_numbers)}")


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    """Without a limit for a workspace; tests of the rates set their own."""
    opened = open_store(url, Rates(team=dt.timedelta(0)))
    yield opened
    await opened.close()
