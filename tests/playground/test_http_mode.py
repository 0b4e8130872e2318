"""HTTP mode: the same app behind a signed request URL."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.routing import Route

from bot.playground.http_mode import signature
from bot.playground.server import PlaygroundServer
from tests.playground.conftest import DIRECT, MAIN, ME, until

SECRET = "made-up-secret"


def test_the_signature_is_the_one_that_the_sdk_checks() -> None:
    made = signature(SECRET, "1730000000", "payload=%7B%7D")
    assert SignatureVerifier(SECRET).generate_signature(timestamp="1730000000", body="payload=%7B%7D") == made


class Site:
    """An app on a port of its own; ``heard`` collects what it lets in."""

    def __init__(self) -> None:
        self.heard: list[Any] = []

    def application(self, server: PlaygroundServer, secret: str) -> Starlette:
        client = AsyncWebClient(token=server.bot_token, base_url=server.api_url)
        app = AsyncApp(client=client, signing_secret=secret, process_before_response=True)

        async def event(body: dict[str, Any]) -> None:
            self.heard.append(body)

        async def command(ack: Any, body: dict[str, Any]) -> None:
            self.heard.append(body)
            await ack(text="답")

        async def click(ack: Any, body: dict[str, Any]) -> None:
            self.heard.append(body)
            await ack()

        app.event("message")(event)
        app.command("/telco")(command)
        app.action("more")(click)
        handler = AsyncSlackRequestHandler(app)
        return Starlette(routes=[Route("/slack/events", handler.handle, methods=["POST"])])


@pytest.fixture
def secret() -> str:
    return SECRET


@pytest.fixture
async def site(secret: str) -> AsyncIterator[tuple[PlaygroundServer, Site]]:
    """A workspace and an app that trusts ``secret``."""
    probe = PlaygroundServer()
    await probe.start()
    port = int(probe.url.rpartition(":")[2])
    await probe.stop()
    site = Site()
    url = f"http://127.0.0.1:{port}/slack/events"
    async with PlaygroundServer(request_url=url, signing_secret=SECRET, ack_seconds=1) as server:
        app = uvicorn.Server(
            uvicorn.Config(site.application(server, secret), lifespan="off", log_level="error", port=port)
        )
        serving = asyncio.create_task(app._serve())
        await until(lambda: app.started)
        yield server, site
        app.should_exit = True
        await serving


async def test_events_commands_and_clicks_arrive_signed(site: tuple[PlaygroundServer, Site]) -> None:
    server, app = site
    await server.people.enter(ME, DIRECT, "안녕 & 반가워")
    await until(lambda: app.heard)
    await server.people.enter(ME, MAIN, "/telco KT")
    button = {"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "더"}}
    channel = server.workspace.channel(MAIN)
    blocks = [{"type": "actions", "block_id": "b", "elements": [button]}]
    message = server.workspace.post_as_app(channel, "답", blocks=blocks)
    await until(lambda: len(app.heard) >= 2)
    await server.people.act(ME, {"channel": MAIN, "ts": message.ts}, "b", "more", {})
    event, command, *_ = app.heard
    assert event["event"]["text"] == "안녕 &amp; 반가워"
    assert (command["command"], command["text"]) == ("/telco", "KT")
    assert app.heard[-1]["actions"][0]["action_id"] == "more"
    assert server.workspace.messages(channel, ephemeral=True)[0].text == "답"


@pytest.mark.parametrize("secret", ["another-secret"])
async def test_an_app_with_another_secret_turns_them_away(site: tuple[PlaygroundServer, Site]) -> None:
    server, app = site
    await server.people.enter(ME, MAIN, "/telco KT")
    (notice,) = server.workspace.messages(server.workspace.channel(MAIN), ephemeral=True)
    assert app.heard == []
    assert "operation_timeout" in notice.text
