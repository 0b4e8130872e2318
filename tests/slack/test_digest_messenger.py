"""What Slack's answers mean for a message that must appear once, over real HTTP."""

import datetime as dt
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import PlaygroundServer
from bot.services.digest_values import (
    ChannelGoneError,
    PostError,
    RateLimitedError,
    RefusedError,
    UnreadableError,
    UnsureError,
)
from bot.slack.digest_messenger import OnceMessenger

SINCE = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


class Slack:
    """Answers every call with ``answer``; records what was asked."""

    def __init__(self) -> None:
        self.answers: list[web.Response | None] = []
        self.calls: list[dict[str, object]] = []
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.json() if request.content_type == "application/json" else await request.post()
        self.calls.append({**request.query, **body})
        answer = self.answers.pop(0)
        if answer is None:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        return answer


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    fake = Slack()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", fake.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    yield fake
    await runner.cleanup()


@pytest.fixture
async def messenger(slack: Slack) -> AsyncIterator[OnceMessenger]:
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(
            token="xoxb-made-up",
            base_url=slack.url,
            session=session,
            retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=2)],
        )

        async def client_of(team: str) -> AsyncWebClient:
            return client

        yield OnceMessenger(client_of)


def refusal(error: str, status: int = 200, **headers: str) -> web.Response:
    return web.json_response({"ok": False, "error": error}, status=status, headers=headers)


async def test_a_message_carries_its_id_and_unfurls_nothing(slack: Slack, messenger: OnceMessenger) -> None:
    slack.answers = [web.json_response({"ok": True, "ts": "1.1"})]
    assert await messenger.post("T1", "C1", {"text": "안녕하십니까"}, "digest-1") == "1.1"
    (call,) = slack.calls
    assert call["metadata"] == {"event_type": "telco_message", "event_payload": {"id": "digest-1"}}
    assert (call["text"], call["unfurl_links"], call["unfurl_media"]) == ("안녕하십니까", False, False)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refusal("ratelimited", 429, **{"Retry-After": "7"}), RateLimitedError),
        (refusal("is_archived"), ChannelGoneError),
        (refusal("channel_not_found"), ChannelGoneError),
        (refusal("not_in_channel"), ChannelGoneError),
        (refusal("token_revoked"), RefusedError),
        (refusal("msg_blocks_too_long"), RefusedError),
        (refusal("internal_error"), UnsureError),
        (refusal("fatal_error"), UnsureError),
        (web.Response(status=500, text="<html>", content_type="text/html"), UnsureError),
        (web.Response(status=503), UnsureError),
        (web.Response(text='{"ok": tr', content_type="application/json"), UnsureError),
        (None, UnsureError),
    ],
    ids=str,
)
async def test_one_call_and_a_clear_word_of_what_became_of_it(
    slack: Slack, messenger: OnceMessenger, answer: web.Response | None, error: type[PostError]
) -> None:
    slack.answers = [answer]
    with pytest.raises(error) as caught:
        await messenger.post("T1", "C1", {"text": "x"}, "digest-1")
    assert type(caught.value) is error
    assert len(slack.calls) == 1
    if isinstance(caught.value, RateLimitedError):
        assert caught.value.retry_after == 7


async def test_a_server_that_cannot_be_reached_was_sent_nothing(messenger: OnceMessenger) -> None:
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token="xoxb-x", base_url="http://127.0.0.1:1/api/", session=session)

        async def client_of(team: str) -> AsyncWebClient:
            return client

        with pytest.raises(RefusedError, match="unreachable"):
            await OnceMessenger(client_of).post("T1", "C1", {"text": "x"}, "digest-1")


def history(*ids: str | None, cursor: str = "") -> web.Response:
    messages = [
        {
            "ts": f"{number}.0",
            **({"metadata": {"event_type": "telco_message", "event_payload": {"id": one}}} if one else {}),
        }
        for number, one in enumerate(ids, 1)
    ]
    return web.json_response({"ok": True, "messages": messages, "response_metadata": {"next_cursor": cursor}})


async def test_a_message_is_found_by_its_id_on_a_later_page(slack: Slack, messenger: OnceMessenger) -> None:
    slack.answers = [history(None, "digest-0", cursor="more"), history(None, "digest-1")]
    assert await messenger.find("T1", "C1", "digest-1", SINCE) == "2.0"
    assert slack.calls[0]["include_all_metadata"] in ("1", "true", "True", True)
    assert float(str(slack.calls[0]["oldest"])) == SINCE.timestamp()
    assert slack.calls[1]["cursor"] == "more"


async def test_what_is_not_there_is_not_found(slack: Slack, messenger: OnceMessenger) -> None:
    slack.answers = [history(None, "digest-0")]
    assert await messenger.find("T1", "C1", "digest-1", SINCE) is None


async def test_a_reply_is_looked_for_in_its_thread(slack: Slack, messenger: OnceMessenger) -> None:
    slack.answers = [history("Ev1")]
    assert await messenger.find("T1", "C1", "Ev1", SINCE, thread="1.1") == "1.0"
    assert slack.calls[0]["ts"] == "1.1"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refusal("missing_scope"), UnreadableError),
        (refusal("channel_not_found"), UnreadableError),
        (refusal("ratelimited", 429, **{"Retry-After": "60"}), RateLimitedError),
        (web.Response(status=502), UnsureError),
        (None, UnsureError),
    ],
    ids=str,
)
async def test_a_history_that_cannot_be_read_is_told_from_one_to_try_again(
    slack: Slack, messenger: OnceMessenger, answer: web.Response | None, error: type[PostError]
) -> None:
    slack.answers = [answer, answer]
    with pytest.raises(error):
        await messenger.find("T1", "C1", "digest-1", SINCE)


async def test_in_the_local_workspace_a_message_and_a_reply_are_found_again() -> None:
    async with PlaygroundServer() as server, aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=server.bot_token, base_url=server.api_url, session=session)

        async def client_of(team: str) -> AsyncWebClient:
            return client

        messenger = OnceMessenger(client_of)
        channel = next(iter(server.workspace.channels))
        since = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)
        ts = await messenger.post("T1", channel, {"text": "11월 23일 월요일"}, "digest-1")
        reply = await messenger.post("T1", channel, {"text": "답입니다.", "thread_ts": ts}, "Ev1")
        assert await messenger.find("T1", channel, "digest-1", since) == ts
        assert await messenger.find("T1", channel, "Ev1", since, thread=ts) == reply
        assert await messenger.find("T1", channel, "digest-2", since) is None
