"""The real app before a small Slack: payload in, messages out."""

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.services.access import Access
from bot.services.curate import Curate
from bot.services.curate_memory import MemoryJudgements
from bot.slack.app import build_app
from bot.slack.client import web_client
from bot.slack.in_flight import InFlight
from tests.slack.fake_slack import FakeSlack
from tests.slack.replies import SHOWCASE, FakeAsks, answer

CURATOR = "UCURATOR01"
NOW = dt.datetime(2025, 3, 10, 9, tzinfo=dt.UTC)


class Conversation:
    """What a test talks to: ``asks`` answers, ``slack`` hears, ``deliver`` is Slack's delivery."""

    def __init__(self, app: AsyncApp, slack: FakeSlack, asks: FakeAsks, in_flight: InFlight) -> None:
        self.app = app
        self.slack = slack
        self.asks = asks
        self._in_flight = in_flight

    async def deliver(self, payload: dict[str, Any]) -> BoltResponse:
        """Delivers as Socket Mode does and waits until the listeners are done."""
        response = await self.app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=payload))
        assert await self._in_flight.drained(5)
        return response


@pytest_asyncio.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as fake:
        yield fake


@pytest.fixture
def asks() -> FakeAsks:
    return FakeAsks(answer("다음 질문"))


@pytest.fixture
def judgements() -> MemoryJudgements:
    return MemoryJudgements()


@pytest.fixture
def access() -> Access:
    """Who may ask; a test module may have another one."""
    return Access()


@pytest_asyncio.fixture
async def conversation(
    slack: FakeSlack, asks: FakeAsks, judgements: MemoryJudgements, access: Access
) -> AsyncIterator[Conversation]:
    in_flight = InFlight()
    curate = Curate(judgements=judgements, curators={CURATOR}, now=lambda: NOW)
    async with aiohttp.ClientSession() as session:
        client = web_client("xoxb-test", slack.api_url, session)
        app = build_app(
            asks, client, in_flight=in_flight, curate=curate, browse=lambda: SHOWCASE, access=access
        )
        yield Conversation(app, slack, asks, in_flight)
