"""The real app with the real facts, connected to a local Slack by Socket Mode."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler

from bot.domain.base import FactBase
from bot.domain.engine import Engine
from bot.playground.model import Json, Message
from bot.playground.server import PlaygroundServer
from bot.services.ask import Ask
from bot.services.ports import Draws
from bot.slack.app import build_app
from bot.slack.client import web_client
from bot.slack.manifest import content
from bot.slack.members import OneWorkspace
from bot.wiring.digests import Digests
from bot.wiring.tools import build_tools
from tests.conftest import TODAY

MAIN, DIRECT, ME, BOT = "C0CHANNEL1", "D0DIRECT01", "U0PERSON01", "U0TELCOBOT"
HOST = "news.example"


class Workspace:
    """A local Slack with the bot in it, and what a person does and sees there."""

    def __init__(self, server: PlaygroundServer) -> None:
        self.server = server
        self.people = server.people

    async def say(self, text: str, channel: str = MAIN, *, answers: int = 1) -> list[Message]:
        """Write a message and return it with what the bot then says (``answers`` messages)."""
        before = len(self.messages(channel))
        await self.people.enter(ME, channel, text)
        return await until(lambda: self._since(channel, before, answers + 1))

    def _since(self, channel: str, before: int, count: int) -> list[Message]:
        found = self.messages(channel)[before:]
        return found if len(found) >= count else []

    def messages(self, channel: str = MAIN) -> list[Message]:
        place = self.server.workspace.channel(channel)
        return self.server.workspace.messages(place, ephemeral=True)

    async def view(self, title: str = "") -> Json:
        """The open modal, once there is one (with ``title``, once it has that)."""

        def top() -> Json | None:
            stack = self.server.workspace.views.stacks.get(ME)
            view = stack[-1] if stack else None
            fits = view and (not title or title in str(view.content))
            return {"id": view.id, **view.content} if view and fits else None

        found: Json = await until(top)
        return found


async def until(check: Callable[[], Any]) -> Any:
    """Wait until ``check`` gives something, and return it."""
    async with asyncio.timeout(10):
        while not (found := check()):  # noqa: ASYNC110 (the local Slack calls nobody back)
            await asyncio.sleep(0.01)
    return found


_ENGINES: list[tuple[FactBase, Engine]] = []


def asking(base: FactBase) -> Ask:
    """The service over a base with every fact read, as a server has it before it connects; read once."""
    engine = next((made for known, made in _ENGINES if known is base), None)
    if engine is None:
        engine = Engine(base)
        engine.warm()
        _ENGINES.append((base, engine))
    return Ask(engine, lambda: TODAY)


@asynccontextmanager
async def workspace(
    base: FactBase, draws: Draws | None = None, digests: Digests | None = None
) -> AsyncIterator[Workspace]:
    """The bot over ``base``, connected; with ``digests`` it sends them too."""
    asks = asking(base)
    async with (
        PlaygroundServer(manifest=content(None, (HOST,)), trigger_seconds=30) as server,
        aiohttp.ClientSession() as session,
    ):
        client = web_client(server.bot_token, server.api_url, session)
        own = OneWorkspace(client)
        app = build_app(
            asks,
            client,
            draws=draws,
            tools=build_tools(asks, lambda: TODAY),
            digests=digests.for_people(own) if digests else None,
        )
        handler = AsyncSocketModeHandler(app, server.app_token)
        await handler.connect_async()
        delivering = digests.delivering(own, asyncio.Event()) if digests else nullcontext()
        try:
            async with delivering:
                yield Workspace(server)
        finally:
            await handler.close_async()
