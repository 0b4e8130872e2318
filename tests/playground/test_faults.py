"""The faults that can be switched on, as the real clients meet them."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.rates import Rates
from bot.playground.server import PlaygroundServer
from tests.playground.conftest import DIRECT, MAIN, ME, Bot, until


@pytest.fixture
def bare(server: PlaygroundServer) -> AsyncWebClient:
    """A client that tries each call once."""
    return AsyncWebClient(token=server.bot_token, base_url=server.api_url, retry_handlers=[])


def texts(server: PlaygroundServer) -> list[str]:
    return [message.text for message in server.workspace.messages(server.workspace.channel(MAIN))]


async def test_a_second_message_within_a_second_is_too_many(
    server: PlaygroundServer, bare: AsyncWebClient
) -> None:
    server.faults.rate_limits = True
    await bare.chat_postMessage(channel=MAIN, text="하나")
    with pytest.raises(SlackApiError) as refused:
        await bare.chat_postMessage(channel=MAIN, text="둘")
    await bare.chat_postMessage(channel=DIRECT, text="다른 곳")
    assert refused.value.response.status_code == 429
    assert refused.value.response["error"] == "ratelimited"
    assert refused.value.response.headers["Retry-After"] == "1"
    assert texts(server) == ["하나"]


def test_calls_are_counted_by_tier_in_a_sliding_minute() -> None:
    now = 1000.0
    rates = Rates(lambda: now)
    assert [rates.retry_after("users.list") for _ in range(20)] == [0] * 20
    assert rates.retry_after("users.list") == 60
    assert rates.retry_after("users.info") == 0
    now += 59.5
    assert rates.retry_after("users.list") == 1
    now += 0.5
    assert rates.retry_after("users.list") == 0
    assert [rates.retry_after("auth.test") for _ in range(500)] == [0] * 500


async def test_a_server_error_does_nothing(server: PlaygroundServer, bare: AsyncWebClient) -> None:
    server.faults.server_errors = 1
    with pytest.raises(SlackApiError) as refused:
        await bare.chat_postMessage(channel=MAIN, text="하나")
    await bare.chat_postMessage(channel=MAIN, text="둘")
    assert refused.value.response.status_code == 503
    assert texts(server) == ["둘"]


async def test_a_response_is_lost_after_the_message_was_stored(
    server: PlaygroundServer, bare: AsyncWebClient
) -> None:
    server.faults.set({"lost_responses": 1, "methods": ["chat.postMessage"]})
    await bare.auth_test()
    with pytest.raises(aiohttp.ClientPayloadError):
        await bare.chat_postMessage(
            channel=MAIN, text="하나", metadata={"event_type": "e", "event_payload": {}}
        )
    history = await bare.conversations_history(channel=MAIN, include_all_metadata=True)
    assert [message["metadata"]["event_type"] for message in history["messages"]] == ["e"]


async def test_a_lost_ack_brings_the_event_again(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("message")(bot.note)
    server.faults.unacked = 1
    async with bot.connected():
        await server.people.enter(ME, DIRECT, "안녕")
        first, second = await bot.heard(2)
    assert first["event_id"] == second["event_id"]


async def test_events_come_twice_or_late(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("message")(bot.note)
    server.faults.set({"duplicate_events": True, "event_delay": 0.1})
    async with bot.connected():
        await server.people.enter(ME, DIRECT, "안녕")
        first, second = await bot.heard(2)
    assert first["event_id"] == second["event_id"]


async def test_a_dropped_link_is_opened_again(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("message")(bot.note)
    async with bot.connected():
        await until(lambda: server.socket_mode.connections == 1)
        await server.socket_mode.drop()
        await until(lambda: server.socket_mode.connections == 1)
        await server.people.enter(ME, DIRECT, "안녕")
        (body,) = await bot.heard(1)
    assert body["event"]["text"] == "안녕"


def test_a_switch_that_is_none_is_refused(server: PlaygroundServer) -> None:
    with pytest.raises(ValueError, match="earthquake"):
        server.faults.set({"earthquake": True})
