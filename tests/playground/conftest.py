"""A running local Slack, and a tiny app connected to it as it would be to Slack."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import PlaygroundServer

MAIN = "C0CHANNEL1"
ELSEWHERE = "C0CHANNEL3"
"""A channel that the app is not in."""
ME = "U0PERSON01"
COLLEAGUE = "U0PERSON02"
DIRECT = "D0DIRECT01"
BOT = "U0TELCOBOT"


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer() as running:
        yield running


@pytest.fixture
def client(server: PlaygroundServer) -> AsyncWebClient:
    return AsyncWebClient(token=server.bot_token, base_url=server.api_url)


class Bot:
    """A Bolt app, and what it has heard: ``heard(n)`` waits for n payloads and returns them."""

    def __init__(self, server: PlaygroundServer) -> None:
        client = AsyncWebClient(token=server.bot_token, base_url=server.api_url)
        self.app = AsyncApp(client=client, ignoring_self_events_enabled=False)
        self._handler = AsyncSocketModeHandler(self.app, server.app_token)
        self._heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def note(self, body: dict[str, Any]) -> None:
        self._heard.put_nowait(body)

    async def heard(self, number: int) -> list[dict[str, Any]]:
        async with asyncio.timeout(10):
            return [await self._heard.get() for _ in range(number)]

    @asynccontextmanager
    async def connected(self) -> AsyncIterator["Bot"]:
        await self._handler.connect_async()
        try:
            yield self
        finally:
            await self.close()

    async def close(self) -> None:
        await self._handler.close_async()


@pytest.fixture
async def bot(server: PlaygroundServer) -> AsyncIterator[Bot]:
    made = Bot(server)
    yield made
    await made.close()


async def until(check: Callable[[], Any | Awaitable[Any]]) -> Any:
    """Wait until ``check`` returns something true, and return it."""
    async with asyncio.timeout(10):
        while True:
            found = check()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return found
            await asyncio.sleep(0.01)
