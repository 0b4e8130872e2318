"""HTTP mode: signed requests are answered, all others refused."""

import datetime as dt
import json
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import aiohttp
import httpx
import pytest
import pytest_asyncio
from slack_sdk.signature import SignatureVerifier

from bot.slack.app import build_app
from bot.slack.client import web_client
from bot.slack.http_app import BODY_LIMIT, build_http_app
from bot.slack.in_flight import InFlight
from tests.slack.fake_slack import FakeSlack
from tests.slack.payloads import command, event, mention, pressed
from tests.slack.replies import FakeAsks, answer

SECRET = "0123456789abcdef0123456789abcdef"


class Endpoint:
    """The bot's HTTP endpoint, spoken to as Slack does."""

    def __init__(self, client: httpx.AsyncClient, in_flight: InFlight) -> None:
        self._client = client
        self._in_flight = in_flight

    async def send(
        self, body: str, kind: str, *, secret: str = SECRET, age: int = 0, **headers: str
    ) -> httpx.Response:
        stamp = str(int(time.time()) - age)
        signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body) or ""
        signed = {
            "content-type": kind,
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": signature,
            **headers,
        }
        response = await self._client.post("/slack/events", content=body.encode(), headers=signed)
        assert await self._in_flight.drained(5)
        return response

    async def event(self, payload: dict[str, Any], **how: Any) -> httpx.Response:
        return await self.send(json.dumps(payload), "application/json", **how)

    async def form(self, fields: dict[str, Any], **how: Any) -> httpx.Response:
        return await self.send(urlencode(fields), "application/x-www-form-urlencoded", **how)

    async def get(self, path: str) -> httpx.Response:
        return await self._client.get(path)

    async def post(self, content: bytes) -> httpx.Response:
        return await self._client.post("/slack/events", content=content)


@pytest_asyncio.fixture
async def endpoint(slack: FakeSlack, asks: FakeAsks) -> AsyncIterator[Endpoint]:
    in_flight = InFlight()
    async with aiohttp.ClientSession() as session:
        client = web_client("xoxb-test", slack.api_url, session)
        app = build_http_app(build_app(asks, client, signing_secret=SECRET, in_flight=in_flight))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as http:
            yield Endpoint(http, in_flight)


async def test_a_signed_event_is_answered(endpoint: Endpoint, slack: FakeSlack) -> None:
    response = await endpoint.event(mention())
    assert response.status_code == 200
    assert len(slack.posts()) == 1


async def test_a_retry_with_slacks_headers_is_not_answered_again(
    endpoint: Endpoint, slack: FakeSlack
) -> None:
    payload = mention()
    await endpoint.event(payload)
    response = await endpoint.event(
        payload, **{"x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"}
    )
    assert response.status_code == 200
    assert len(slack.posts()) == 1


async def test_a_retry_is_answered_where_the_first_delivery_was_lost(
    endpoint: Endpoint, slack: FakeSlack
) -> None:
    await endpoint.event(mention(), **{"x-slack-retry-num": "2"})
    assert len(slack.posts()) == 1


async def test_a_signed_command_is_answered(endpoint: Endpoint, slack: FakeSlack) -> None:
    response = await endpoint.form(command(slack, "KT"))
    assert (response.status_code, response.text) == (200, "")
    assert len(slack.responses) == 1


async def test_a_signed_button_is_answered(endpoint: Endpoint, slack: FakeSlack) -> None:
    response = await endpoint.form({"payload": json.dumps(pressed(slack, "ask:0", "KT"))})
    assert response.status_code == 200
    assert len(slack.posts()) == 1


async def test_an_event_that_nobody_waits_for_is_taken_note_of(endpoint: Endpoint) -> None:
    assert (await endpoint.event(event("message", subtype="message_changed"))).status_code == 200


async def test_the_address_is_verified_with_slacks_challenge(endpoint: Endpoint) -> None:
    response = await endpoint.event({"type": "url_verification", "challenge": "abc"})
    assert (response.status_code, response.json()) == (200, {"challenge": "abc"})


@pytest.mark.parametrize("how", [{"secret": "f" * 32}, {"age": 301}], ids=["forged", "stale"])
async def test_a_forged_or_stale_request_is_refused(
    endpoint: Endpoint, slack: FakeSlack, how: dict[str, Any]
) -> None:
    assert (await endpoint.event(mention(), **how)).status_code == 401
    assert slack.calls == []


async def test_an_unsigned_request_is_refused(endpoint: Endpoint) -> None:
    assert (await endpoint.post(b"{}")).status_code == 401


@pytest.mark.parametrize(("body", "status"), [(b"\xff\xfe", 400), (b"x" * (BODY_LIMIT + 1), 413)])
async def test_what_slack_never_sends_is_refused(endpoint: Endpoint, body: bytes, status: int) -> None:
    assert (await endpoint.post(body)).status_code == status


async def test_health_is_told_without_a_signature(endpoint: Endpoint) -> None:
    response = await endpoint.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


async def test_health_tells_that_the_database_is_away() -> None:
    since = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    client = web_client("xoxb-test", "http://127.0.0.1:1/api/", aiohttp.ClientSession())
    app = build_http_app(build_app(FakeAsks(answer()), client, signing_secret=SECRET), lambda: since)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot.test") as http:
        response = await http.get("/healthz")
    await client.session.close()
    assert response.status_code == 503
    assert response.json() == {"status": "database away", "since": "2026-11-23T00:00:00+00:00"}


@pytest.mark.parametrize(("path", "status"), [("/slack/events", 405), ("/", 404)])
async def test_there_is_nothing_else(endpoint: Endpoint, path: str, status: int) -> None:
    assert (await endpoint.get(path)).status_code == status
