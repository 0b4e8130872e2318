"""The protocol as the real clients speak it: hello, envelopes, acks, events and their repetition."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import PlaygroundServer
from tests.playground.conftest import BOT, DIRECT, MAIN, ME, Bot, until


async def test_hello_names_the_app_and_counts_connections(
    server: PlaygroundServer, client: AsyncWebClient
) -> None:
    opened = await client.apps_connections_open(app_token=server.app_token)
    async with aiohttp.ClientSession() as session, session.ws_connect(opened["url"]) as link:
        hello = json.loads(await link.receive_str())
    assert hello["type"] == "hello"
    assert hello["num_connections"] == 1
    assert hello["connection_info"] == {"app_id": "A0PLAYGRND"}
    assert hello["debug_info"]["approximate_connection_time"] > 0


async def test_a_link_is_good_for_one_connection(server: PlaygroundServer, client: AsyncWebClient) -> None:
    url = (await client.apps_connections_open(app_token=server.app_token))["url"]
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url):
            pass
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_the_eleventh_connection_is_one_too_many(
    server: PlaygroundServer, client: AsyncWebClient
) -> None:
    async with aiohttp.ClientSession() as session:
        links = []
        for _ in range(11):
            url = (await client.apps_connections_open(app_token=server.app_token))["url"]
            links.append(await session.ws_connect(url))
        first = [json.loads(await link.receive_str()) for link in links]
        for link in links:
            await link.close()
    assert [each["type"] for each in first] == ["hello"] * 10 + ["disconnect"]
    assert first[-1]["reason"] == "too_many_websockets"


async def test_a_bot_token_opens_no_link(server: PlaygroundServer, client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        await client.apps_connections_open(app_token=server.bot_token)
    assert refused.value.response["error"] == "not_allowed_token_type"


class Silent:
    """A Socket Mode client that acks as often as it is told to."""

    def __init__(self, server: PlaygroundServer, acks_after: int | None) -> None:
        self.requests: list[SocketModeRequest] = []
        self._acks_after = acks_after
        web = AsyncWebClient(token=server.bot_token, base_url=server.api_url)
        self.client = SocketModeClient(app_token=server.app_token, web_client=web)
        self.client.socket_mode_request_listeners.append(self._take)

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        self.requests.append(request)
        if self._acks_after is not None and len(self.requests) > self._acks_after:
            await client.send_socket_mode_response(SocketModeResponse(request.envelope_id))


@pytest.mark.parametrize(
    ("acks_after", "attempts"),
    [(0, [0]), (2, [0, 1, 2]), (None, [0, 1, 2, 3])],
    ids=["at once", "late", "never"],
)
async def test_an_event_comes_again_until_it_is_acked(acks_after: int | None, attempts: list[int]) -> None:
    async with PlaygroundServer(ack_seconds=0.2) as server:
        silent = Silent(server, acks_after)
        await silent.client.connect()
        await server.people.enter(ME, DIRECT, "안녕하세요")
        await server.delivery.drain()
        await silent.client.close()
    assert [request.retry_attempt for request in silent.requests] == attempts
    assert [request.retry_reason for request in silent.requests][1:] == ["timeout"] * (len(attempts) - 1)
    assert len({request.payload["event_id"] for request in silent.requests}) == 1


async def test_an_event_waits_for_an_app_that_connects_late() -> None:
    async with PlaygroundServer(ack_seconds=0.2) as server:
        late = Bot(server)
        late.app.event("message")(late.note)
        await server.people.enter(ME, DIRECT, "누구 있나요")
        async with late.connected():
            (body,) = await late.heard(1)
    assert body["event"]["text"] == "누구 있나요"


async def test_a_disconnect_makes_the_client_come_back(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("message")(bot.note)
    async with bot.connected():
        await until(lambda: server.socket_mode.connections == 1)
        await server.socket_mode.disconnect("refresh_requested")
        await until(lambda: server.socket_mode.connections == 1)
        await server.people.enter(ME, DIRECT, "다시 연결됐나요")
        (body,) = await bot.heard(1)
    assert body["event"]["text"] == "다시 연결됐나요"


async def test_a_mention_gives_two_events_with_ids_of_their_own(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("app_mention")(bot.note)
    bot.app.event("message")(bot.note)
    async with bot.connected():
        await server.people.enter(ME, MAIN, "@telco KT & <MS> https://example.com/?a=1&b=2")
        bodies = {body["event"]["type"]: body for body in await bot.heard(2)}
    mention, message = bodies["app_mention"], bodies["message"]
    assert mention["event_id"] != message["event_id"]
    assert mention["event"]["ts"] == message["event"]["ts"] == mention["event"]["event_ts"]
    text = f"<@{BOT}> KT &amp; &lt;MS&gt; <https://example.com/?a=1&amp;b=2>"
    assert mention["event"]["text"] == message["event"]["text"] == text
    assert message["event"]["channel_type"] == "channel"
    assert "channel_type" not in mention["event"]
    assert "thread_ts" not in message["event"]
    (block,) = message["event"]["blocks"]
    assert [each["type"] for each in block["elements"][0]["elements"]] == ["user", "text", "link"]
    assert message["authorizations"][0]["user_id"] == BOT


async def test_a_direct_message_gives_one_event(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("app_mention")(bot.note)
    bot.app.event("message")(bot.note)
    async with bot.connected():
        await server.people.enter(ME, DIRECT, "@telco KT")
        await server.delivery.drain()
        (body,) = await bot.heard(1)
    assert body["event"]["type"] == "message"
    assert (body["event"]["channel"], body["event"]["channel_type"]) == (DIRECT, "im")


async def test_a_reply_names_its_thread_and_the_parents_author(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("app_mention")(bot.note)
    async with bot.connected():
        await server.people.enter(ME, MAIN, "@telco KT")
        (first,) = await bot.heard(1)
        ts = first["event"]["ts"]
        await server.people.enter(ME, MAIN, "@telco 그럼 SKT는?", ts)
        (second,) = await bot.heard(1)
    assert (second["event"]["thread_ts"], second["event"]["parent_user_id"]) == (ts, ME)


async def test_the_app_hears_its_own_messages_and_edits(
    server: PlaygroundServer, bot: Bot, client: AsyncWebClient
) -> None:
    bot.app.event("message")(bot.note)
    async with bot.connected():
        posted = await client.chat_postMessage(channel=MAIN, text="하나")
        (own,) = await bot.heard(1)
        await client.chat_update(channel=MAIN, ts=posted["ts"], text="둘")
        (changed,) = await bot.heard(1)
        await client.chat_delete(channel=MAIN, ts=posted["ts"])
        (deleted,) = await bot.heard(1)
    assert own["event"]["bot_id"] == "B0PLAYGRND"
    assert changed["event"]["subtype"] == "message_changed"
    assert changed["event"]["previous_message"]["text"] == "하나"
    assert changed["event"]["message"]["text"] == "둘"
    assert (deleted["event"]["subtype"], deleted["event"]["deleted_ts"]) == ("message_deleted", posted["ts"])


async def test_opening_the_app_gives_app_home_opened(
    server: PlaygroundServer, bot: Bot, client: AsyncWebClient
) -> None:
    async def publish(event: dict[str, Any], body: dict[str, Any]) -> None:
        view = {"type": "home", "blocks": [{"type": "divider"}]}
        if event["tab"] == "home":
            await client.views_publish(user_id=event["user"], view=view)
        await bot.note(body)

    bot.app.event("app_home_opened")(publish)
    async with bot.connected():
        server.people.open_app(ME, "home")
        (first,) = await bot.heard(1)
        server.people.open_app(ME, "home")
        (second,) = await bot.heard(1)
        server.people.open_app(ME, "messages")
        (third,) = await bot.heard(1)
    assert first["event"] | {"event_ts": ""} == {
        "type": "app_home_opened",
        "user": ME,
        "channel": DIRECT,
        "tab": "home",
        "event_ts": "",
    }
    assert second["event"]["view"]["type"] == "home"
    assert third["event"]["tab"] == "messages"
    assert server.workspace.views.homes[ME].content["blocks"][0]["type"] == "divider"


async def test_stopping_is_quick_while_an_app_is_connected_and_an_event_waits() -> None:
    server = PlaygroundServer(ack_seconds=60)
    await server.start()
    silent = Silent(server, None)
    await silent.client.connect()
    await server.people.enter(ME, DIRECT, "…")
    await until(lambda: silent.requests)
    async with asyncio.timeout(5):
        await server.stop()
        await server.stop()
    await silent.client.close()
