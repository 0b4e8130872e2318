"""What tests of every folder share: no settings from outside, and the engine over the shipped facts."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from hypothesis import settings

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.domain.reply import Reply
from bot.library.loader import load
from bot.settings import Settings
from tests.parts import KNOWLEDGE

TODAY = dt.date(2025, 3, 10)
"""A day after both articles and before the plans that they tell of."""

Ask: TypeAlias = Callable[..., Reply]

# The same examples in every run: a failure is a change, not luck. No deadline: machines differ.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True, scope="session")
def _no_settings() -> Iterator[None]:
    """Tests see none of the operator's settings."""
    with pytest.MonkeyPatch.context() as environment:
        for name in Settings.model_fields:
            environment.delenv(name.upper(), raising=False)
        yield


@pytest.fixture(scope="session")
def base() -> FactBase:
    """The fact base that ships."""
    return load(KNOWLEDGE)


@pytest.fixture(scope="session")
def engine(base: FactBase) -> Engine:
    """One engine for all tests, with every fact read."""
    engine = Engine(base)
    engine.warm()
    return engine


@pytest.fixture(scope="session")
def ask(engine: Engine) -> Ask:
    """``ask(text, *earlier)``: the reply to a text after the earlier questions of its thread."""
    return lambda text, *earlier: engine.reply(text, TODAY, earlier)
