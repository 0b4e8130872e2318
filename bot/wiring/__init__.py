"""Builds everything; the only importer of adapters. ``running`` holds what runs the bot.

Imports stand inside the functions: a cold ``telco ask`` pays only for what it uses.
"""
# ruff: noqa: PLC0415 (see above)

import os
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.services.ask import Ask


def build_asks(
    knowledge: Path | None = None, timezone: tzinfo | None = None, *, explaining: bool = False
) -> "Ask":
    """The service that answers questions from the fact base in ``knowledge`` (None: the usual one).

    Its calendar is that of ``timezone`` (None: of TELCO_TIMEZONE). Raises KnowledgeError where the base
    cannot be used, SettingsError where the time zone does not exist.
    """
    from bot.domain.engine import Engine
    from bot.library import compiled
    from bot.library.place import find_knowledge
    from bot.services.ask import Ask

    zone = timezone or _environments_timezone()
    folder = find_knowledge(knowledge)
    engine = compiled.read(folder)
    if engine is None:
        from bot.library.loader import load

        engine = Engine(load(folder))
    return Ask(engine, lambda: datetime.now(zone).date(), explaining=explaining)


def keep(asks: "Ask", knowledge: Path | None = None) -> None:
    """Keep what was compiled from the base, so that the next start need not compile it again."""
    from bot.library import compiled
    from bot.library.place import find_knowledge

    compiled.keep(find_knowledge(knowledge), asks.engine)


def _environments_timezone() -> tzinfo:
    # Not by way of the settings: loading them takes longer than a cold `telco ask` may.
    try:
        return ZoneInfo(os.environ.get("TELCO_TIMEZONE") or "Asia/Seoul")
    except (KeyError, ValueError, OSError):
        from bot.settings import load_settings

        return load_settings().timezone
