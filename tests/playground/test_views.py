"""Modals, triggers and shortcuts, as a Bolt app receives and answers them."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import PlaygroundServer
from tests.playground.conftest import COLLEAGUE, MAIN, ME, Bot, until

MODAL = {
    "type": "modal",
    "callback_id": "find",
    "title": {"type": "plain_text", "text": "찾기"},
    "submit": {"type": "plain_text", "text": "보내기"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "q",
            "label": {"type": "plain_text", "text": "물음"},
            "element": {"type": "external_select", "action_id": "ask", "min_query_length": 1},
        }
    ],
}


async def open_modal(server: PlaygroundServer, bot: Bot) -> str:
    """Open MODAL by a command and return its id."""

    async def answer(ack: Any, client: AsyncWebClient, body: dict[str, Any]) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    bot.app.command("/telco")(answer)
    await server.people.enter(ME, MAIN, "/telco")
    stack = await until(lambda: server.workspace.views.stacks.get(ME))
    return str(stack[0].id)


async def test_a_modal_asks_for_options_shows_errors_and_closes(server: PlaygroundServer, bot: Bot) -> None:
    async def options(ack: Any, payload: dict[str, Any]) -> None:
        await ack(options=[{"text": {"type": "plain_text", "text": payload["value"]}, "value": "1"}])

    async def submit(ack: Any, view: dict[str, Any], body: dict[str, Any]) -> None:
        if view["state"]["values"]["q"]["ask"]["selected_option"]["value"] == "1":
            await ack()
        else:
            await ack(response_action="errors", errors={"q": "고르세요"})
        await bot.note(body)

    bot.app.options("ask")(options)
    bot.app.view("find")(submit)
    async with bot.connected():
        view_id = await open_modal(server, bot)
        found = await server.people.options(ME, {"view_id": view_id}, "q", "ask", "익시")
        assert [option["text"]["text"] for option in found["options"]] == ["익시"]
        await server.people.submit(ME, view_id, {"q": {"ask": {"selected_option": {"value": "2"}}}})
        assert server.workspace.views.find(view_id).errors == {"q": "고르세요"}
        await server.people.submit(ME, view_id, {"q": {"ask": {"selected_option": {"value": "1"}}}})
        (_, body) = await bot.heard(2)
    assert server.workspace.views.stacks[ME] == []
    assert body["view"]["callback_id"] == "find"
    assert body["view"]["root_view_id"] == view_id


async def test_closing_a_modal_that_asked_for_it_is_told(server: PlaygroundServer, bot: Bot) -> None:
    async def closed(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        await bot.note(body)

    bot.app.view_closed("find")(closed)
    async with bot.connected():
        await server.people.close_view(ME, await open_modal(server, bot))
        (body,) = await bot.heard(1)
    assert (body["type"], body["is_cleared"]) == ("view_closed", False)


async def test_views_stack_up_to_three(server: PlaygroundServer, client: AsyncWebClient) -> None:
    def trigger() -> str:
        return server.workspace.triggers.issue(user=ME, channel=MAIN)

    first = await client.views_open(trigger_id=trigger(), view=MODAL)
    second = await client.views_push(trigger_id=trigger(), view=MODAL)
    await client.views_push(trigger_id=trigger(), view=MODAL)
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await client.views_push(trigger_id=trigger(), view=MODAL)
    assert second["view"]["previous_view_id"] == first["view"]["id"] == second["view"]["root_view_id"]


async def test_an_update_by_an_old_hash_conflicts(server: PlaygroundServer, client: AsyncWebClient) -> None:
    trigger = server.workspace.triggers.issue(user=ME, channel=MAIN)
    view = (await client.views_open(trigger_id=trigger, view=MODAL))["view"]
    changed = {**MODAL, "title": {"type": "plain_text", "text": "다시"}}
    await client.views_update(view_id=view["id"], hash=view["hash"], view=changed)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await client.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)


async def test_a_trigger_is_good_once_and_for_a_while() -> None:
    async with PlaygroundServer(trigger_seconds=0) as server:
        client = AsyncWebClient(token=server.bot_token, base_url=server.api_url)
        trigger = server.workspace.triggers.issue(user=ME, channel=MAIN)
        await until(lambda: server.workspace.clock() > 0)
        with pytest.raises(SlackApiError, match="expired_trigger_id"):
            await client.views_open(trigger_id=trigger, view=MODAL)
    async with PlaygroundServer() as server:
        client = AsyncWebClient(token=server.bot_token, base_url=server.api_url)
        trigger = server.workspace.triggers.issue(user=ME, channel=MAIN)
        await client.views_open(trigger_id=trigger, view=MODAL)
        with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
            await client.views_open(trigger_id=trigger, view=MODAL)


async def test_shortcuts_reach_the_app(server: PlaygroundServer, bot: Bot, client: AsyncWebClient) -> None:
    async def note(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        await bot.note(body)

    bot.app.global_shortcut("find")(note)
    bot.app.message_shortcut("check")(note)
    ts = (await client.chat_postMessage(channel=MAIN, text="KT가 1조 원을 투자한다"))["ts"]
    async with bot.connected():
        await server.people.shortcut(ME, "find")
        await server.people.shortcut(COLLEAGUE, "check", {"channel": MAIN, "ts": ts})
        plain, on_message = await bot.heard(2)
    assert plain["type"] == "shortcut"
    assert (on_message["type"], on_message["message"]["ts"]) == ("message_action", ts)
    assert on_message["user"]["id"] == COLLEAGUE
