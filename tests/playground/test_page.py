"""The page's endpoints: what they give to the page, and what they refuse to others."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import PlaygroundServer
from tests.playground.conftest import COLLEAGUE, MAIN, ME


@pytest.fixture
async def http(server: PlaygroundServer) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.url) as client:
        yield client


async def test_the_page_and_its_parts_are_served(http: httpx.AsyncClient) -> None:
    page = await http.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'self'" in page.headers["content-security-policy"]
    for path in ("/static/js/main.js", "/static/css/base.css", "/static/icon.svg"):
        assert (await http.get(path)).status_code == 200
    assert (await http.get("/static/nothing.js")).status_code == 404


async def test_the_state_holds_what_the_page_shows(
    server: PlaygroundServer, http: httpx.AsyncClient, client: AsyncWebClient
) -> None:
    await client.chat_postEphemeral(channel=MAIN, user=ME, text="너에게만")
    state = (await http.get("/page/state")).json()
    assert state["app"]["commands"][0]["command"] == "/telco"
    assert [(message["text"], message["ephemeral_for"]) for message in state["messages"]] == [
        ("너에게만", ME)
    ]
    assert state["people"] == [ME, COLLEAGUE]
    assert len(state["examples"]) == 3
    assert state["log"][0]["title"] == "chat.postEphemeral"


async def test_no_token_reaches_the_page(
    server: PlaygroundServer, http: httpx.AsyncClient, client: AsyncWebClient
) -> None:
    await client.api_call("auth.test", params={"token": server.bot_token})
    state = (await http.get("/page/state")).text
    assert server.bot_token not in state
    assert server.app_token not in state


async def test_a_person_acts_and_the_stream_tells_of_it(
    server: PlaygroundServer, http: httpx.AsyncClient
) -> None:
    async with http.stream("GET", "/page/events") as stream:
        lines = stream.aiter_lines()
        async for line in lines:
            if '"open"' in line:
                break
        sent = await http.post("/page/enter", json={"user": ME, "channel": MAIN, "text": "안녕"})
        assert sent.json() == {"ok": True}
        async for line in lines:
            if line.startswith("data:"):
                break
    event = json.loads(line.removeprefix("data:"))
    assert (event["kind"], event["message"]["text"]) == ("message", "안녕")


async def test_people_edit_delete_and_react(server: PlaygroundServer, http: httpx.AsyncClient) -> None:
    await server.people.enter(ME, MAIN, "처음")
    channel = server.workspace.channel(MAIN)
    (message,) = server.workspace.messages(channel)
    where = {"channel": MAIN, "ts": message.ts}
    await http.post("/page/edit", json={"user": ME, "text": "나중", **where})
    await http.post("/page/react", json={"user": COLLEAGUE, "name": "eyes", **where})
    assert (message.text, message.reactions) == ("나중", {"eyes": [COLLEAGUE]})
    await http.post("/page/react", json={"user": COLLEAGUE, "name": "eyes", **where})
    assert message.reactions == {}
    refused = await http.post("/page/delete", json={"user": COLLEAGUE, **where})
    assert refused.json()["error"] == "cant_delete_message"
    await http.post("/page/delete", json={"user": ME, **where})
    assert server.workspace.messages(channel) == []


async def test_a_reset_empties_the_workspace(server: PlaygroundServer, http: httpx.AsyncClient) -> None:
    await server.people.enter(ME, MAIN, "안녕")
    await http.post("/page/reset", json={})
    state = (await http.get("/page/state")).json()
    assert (state["messages"], state["log"]) == ([], [])


async def test_a_permalink_opens_the_page_at_the_message(http: httpx.AsyncClient) -> None:
    answer = await http.get(f"/archives/{MAIN}/p1730000000000100")
    assert answer.headers["location"] == f"/#{MAIN}/p1730000000000100"


@pytest.mark.parametrize("path", ["/", "/page/state", "/api/api.test"])
async def test_a_foreign_name_for_this_machine_is_refused(http: httpx.AsyncClient, path: str) -> None:
    assert (await http.get(path, headers={"host": "rebound.example:80"})).status_code == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null"])
async def test_a_foreign_page_is_refused(
    server: PlaygroundServer, http: httpx.AsyncClient, origin: str
) -> None:
    body = {"user": ME, "channel": MAIN, "text": "속았지"}
    answer = await http.post("/page/enter", json=body, headers={"origin": origin})
    assert answer.status_code == 403
    assert server.workspace.messages(server.workspace.channel(MAIN)) == []


async def test_our_own_page_is_not(server: PlaygroundServer, http: httpx.AsyncClient) -> None:
    body = {"user": ME, "channel": MAIN, "text": "안녕"}
    assert (await http.post("/page/enter", json=body, headers={"origin": server.url})).json() == {"ok": True}


async def test_a_form_is_refused(http: httpx.AsyncClient) -> None:
    headers = {"content-type": "text/plain"}
    assert (await http.post("/page/reset", content="{}", headers=headers)).status_code == 415


@pytest.mark.parametrize("body", ["", "[]", "{", '{"user": "U0PERSON01"}'])
async def test_a_body_that_cannot_be_read_is_refused(http: httpx.AsyncClient, body: str) -> None:
    headers = {"content-type": "application/json"}
    answer = await http.post("/page/enter", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_arguments")


async def test_a_page_left_open_does_not_hold_up_the_stop() -> None:
    server = PlaygroundServer()
    await server.start()
    async with httpx.AsyncClient(base_url=server.url) as http, http.stream("GET", "/page/events") as stream:
        lines = stream.aiter_lines()
        await anext(lines)
        async with asyncio.timeout(5):
            await server.stop()
        assert [line async for line in lines][-1] == ""
    async with httpx.AsyncClient() as http:
        with pytest.raises(httpx.ConnectError):
            await http.get(server.url)
