"""Where the database is."""

from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.domain.errors import SettingsError


def database_url(setting: str | None) -> URL:
    """The URL with its driver; without a setting, an SQLite file in the platform's data folder.

    Raises SettingsError for what is no URL of SQLite or PostgreSQL. Creates the folder of an SQLite
    file where it is missing.
    """
    if not setting:
        setting = f"sqlite:///{platformdirs.user_data_path('telco-bot', appauthor=False) / 'telco.db'}"
    try:
        url = make_url(setting)
    except ArgumentError:
        raise SettingsError("DATABASE_URL: sqlite:///… 또는 postgresql://… 형식으로 적으십시오.") from None
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise SettingsError(
            f"DATABASE_URL: '{url.drivername}'은(는) 쓸 수 없습니다. sqlite 또는 postgresql을 쓰십시오."
        )
    if not url.database or url.database == ":memory:":
        raise SettingsError("DATABASE_URL: 파일 경로를 적으십시오. 예: sqlite:////var/lib/telco/telco.db")
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    return url.set(drivername="sqlite+pysqlite")
