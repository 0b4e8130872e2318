"""Socket Mode from its start to its end, against the local workspace."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import TraceConfig, TraceRequestStartParams

from bot.domain.errors import TelcoError
from bot.playground.server import PlaygroundServer
from bot.slack.app import build_app
from bot.slack.client import web_client
from bot.slack.in_flight import InFlight
from bot.slack.manifest import content
from bot.slack.socket_runner import serve_socket
from tests.slack.replies import FakeAsks

CHANNEL, PERSON = "C0CHANNEL1", "U0PERSON01"


class Gate:
    """Holds back chat.postMessage until it is opened."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self.opened = asyncio.Event()
        self.trace = TraceConfig()
        self.trace.on_request_start.append(self._hold)

    async def _hold(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, request: TraceRequestStartParams
    ) -> None:
        if request.url.name == "chat.postMessage":
            self.reached.set()
            await self.opened.wait()


@pytest_asyncio.fixture
async def workspace() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer(manifest=content()) as server:
        yield server


async def test_a_reply_under_way_is_finished_before_the_end(
    workspace: PlaygroundServer, asks: FakeAsks
) -> None:
    gate, stop, ready, in_flight = Gate(), asyncio.Event(), asyncio.Event(), InFlight()
    async with asyncio.timeout(30), aiohttp.ClientSession(trace_configs=[gate.trace]) as session:
        client = web_client(workspace.bot_token, workspace.api_url, session)
        app = build_app(asks, client, in_flight=in_flight)
        token = workspace.app_token
        serving = asyncio.create_task(
            serve_socket(app, token, stop=stop, in_flight=in_flight, ready=ready.set)
        )
        await ready.wait()
        await workspace.people.enter(PERSON, CHANNEL, "@telco KT 투자")
        await gate.reached.wait()
        stop.set()
        await asyncio.sleep(0.3)
        assert not serving.done()
        gate.opened.set()
        await serving
    messages = workspace.workspace.messages(workspace.workspace.channel(CHANNEL))
    assert messages[-1].text.startswith("1번째 사실입니다.")
    assert messages[-1].thread_ts == messages[-2].ts


async def test_the_connection_is_closed_at_the_end(workspace: PlaygroundServer, asks: FakeAsks) -> None:
    stop = asyncio.Event()
    async with asyncio.timeout(30), aiohttp.ClientSession() as session:
        app = build_app(asks, web_client(workspace.bot_token, workspace.api_url, session))
        await serve_socket(app, workspace.app_token, stop=stop, in_flight=InFlight(), ready=stop.set)
        while workspace.socket_mode.connections:  # noqa: ASYNC110 (the server notices in its own time)
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("api_url", ["", "http://127.0.0.1:1/api/"], ids=["refused", "unreachable"])
async def test_what_cannot_start_ends_at_once_with_advice(
    workspace: PlaygroundServer, asks: FakeAsks, api_url: str
) -> None:
    async with asyncio.timeout(30), aiohttp.ClientSession() as session:
        app = build_app(asks, web_client("xoxb-t", api_url or workspace.api_url, session))
        with pytest.raises(TelcoError, match=r"SLACK_APP_TOKEN|연결하지 못했습니다"):
            await serve_socket(
                app, "xapp-wrong", stop=asyncio.Event(), in_flight=InFlight(), ready=lambda: None
            )
