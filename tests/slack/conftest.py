"""The real app before a small Slack: payload in, messages out."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.app import build_app
from bot.slack.client import web_client
from bot.slack.in_flight import InFlight
from tests.slack.fake_slack import FakeSlack
from tests.slack.replies import FakeAsks, answer


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


@pytest_asyncio.fixture
async def conversation(slack: FakeSlack, asks: FakeAsks) -> AsyncIterator[Conversation]:
    in_flight = InFlight()
    async with aiohttp.ClientSession() as session:
        client = web_client("xoxb-test", slack.api_url, session)
        yield Conversation(build_app(asks, client, in_flight=in_flight), slack, asks, in_flight)
