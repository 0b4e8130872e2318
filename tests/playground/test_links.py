"""Links that the app hears of and unfurls, and steps of workflows."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.app import App
from bot.playground.errors import SlackError
from bot.playground.links import shared
from bot.playground.people import UnansweredError
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from tests.playground.conftest import MAIN, ME, Bot, until

STEP = {
    "title": "찾기",
    "input_parameters": {"question": {"type": "string"}},
    "output_parameters": {"answer": {"type": "string", "is_required": True}},
}
MANIFEST: dict[str, Any] = {
    "features": {"unfurl_domains": ["news.example"], "bot_user": {"display_name": "telco"}},
    "oauth_config": {"scopes": {"bot": ["links:read", "links:write", "chat:write"]}},
    "settings": {"event_subscriptions": {"bot_events": ["link_shared", "function_executed"]}},
    "functions": {"find": STEP},
}
URL = "https://www.news.example/1"
UNFURLS = {URL: {"blocks": [{"type": "divider"}]}}


@pytest.fixture
async def server() -> Any:
    async with PlaygroundServer(manifest=MANIFEST) as running:
        yield running


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (f"보세요 {URL} 그리고 <{URL}|여기>", [URL]),
        ("https://news.example/2", ["https://news.example/2"]),
        ("https://fakenews.example/2 https://news.example.evil/", []),
        ("news.example/2", []),
    ],
)
def test_links_of_the_apps_domains_are_found(text: str, urls: list[str]) -> None:
    workspace = Workspace(App(domains=("news.example",)))
    message = workspace.post(workspace.channel(MAIN), ME, text)
    assert [link["url"] for link in shared(workspace, message)] == urls


async def test_a_shared_link_is_heard_and_unfurled(server: PlaygroundServer, bot: Bot) -> None:
    async def unfurl(event: dict[str, Any], client: AsyncWebClient, body: dict[str, Any]) -> None:
        await client.chat_unfurl(channel=event["channel"], ts=event["message_ts"], unfurls=UNFURLS)
        await bot.note(body)

    bot.app.event("link_shared")(unfurl)
    async with bot.connected():
        await server.people.enter(ME, MAIN, f"기사 {URL}")
        (body,) = await bot.heard(1)
    assert body["event"]["links"] == [{"url": URL, "domain": "news.example"}]
    (message,) = server.workspace.messages(server.workspace.channel(MAIN))
    assert [each["from_url"] for each in message.attachments] == [URL]
    assert message.edited is None


@pytest.mark.parametrize(
    ("unfurls", "error"),
    [
        ({"https://other.example/": {"blocks": []}}, "cannot_unfurl_url"),
        ({URL: {"blocks": [{"type": "header"}]}}, "invalid_blocks"),
        ({}, "cannot_parse_attachment"),
    ],
)
async def test_what_cannot_be_unfurled_is_refused(
    server: PlaygroundServer, client: AsyncWebClient, unfurls: dict[str, Any], error: str
) -> None:
    message = server.workspace.post(server.workspace.channel(MAIN), ME, URL)
    with pytest.raises(SlackApiError, match=error):
        await client.chat_unfurl(channel=MAIN, ts=message.ts, unfurls=unfurls)


async def test_a_step_is_run_to_its_outputs(server: PlaygroundServer, bot: Bot) -> None:
    async def find(inputs: dict[str, Any], complete: Any) -> None:
        await complete(outputs={"answer": inputs["question"] + "!"})

    bot.app.function("find")(find)
    async with bot.connected():
        assert await server.people.run_step("find", {"question": "왜"}) == {"outputs": {"answer": "왜!"}}


async def test_a_step_may_fail(server: PlaygroundServer, bot: Bot) -> None:
    async def find(fail: Any) -> None:
        await fail(error="모릅니다")

    bot.app.function("find")(find)
    async with bot.connected():
        assert await server.people.run_step("find", {}) == {"error": "모릅니다"}


async def test_a_step_must_give_what_it_promised(server: PlaygroundServer, client: AsyncWebClient) -> None:
    (step,) = server.workspace.app.steps
    run = server.workspace.steps.start(step)
    with pytest.raises(SlackApiError, match="parameter_validation_failed"):
        await client.functions_completeSuccess(function_execution_id=run.id, outputs={})
    await client.functions_completeSuccess(function_execution_id=run.id, outputs={"answer": ""})
    with pytest.raises(SlackApiError, match="function_execution_not_in_running_state"):
        await client.functions_completeError(function_execution_id=run.id, error="늦음")
    with pytest.raises(SlackApiError, match="function_execution_not_found"):
        await client.functions_completeError(function_execution_id="Fx0", error="?")


async def test_a_step_that_nobody_ends_is_unanswered(
    server: PlaygroundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.playground.people.STEP_SECONDS", 0.05)
    with pytest.raises(UnansweredError):
        await server.people.run_step("find", {})
    with pytest.raises(SlackError, match="function_not_found"):
        await server.people.run_step("other", {})
    assert await until(server.recorder.entries)
