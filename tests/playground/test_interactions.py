"""Commands, clicks, menus, modals and shortcuts, as a Bolt app receives and answers them."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.people import UnansweredError
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import SLACKBOT
from tests.playground.conftest import COLLEAGUE, ELSEWHERE, MAIN, ME, Bot, until

BUTTON = {
    "type": "actions",
    "block_id": "b",
    "elements": [
        {"type": "button", "action_id": "more", "value": "kt", "text": {"type": "plain_text", "text": "더"}}
    ],
}


def shown(server: PlaygroundServer, channel: str = MAIN) -> list[Any]:
    """Return every message of the channel, ephemeral ones too."""
    return server.workspace.messages(server.workspace.channel(channel), ephemeral=True)


async def test_a_command_is_acked_and_answered_by_its_response_url(
    server: PlaygroundServer, bot: Bot
) -> None:
    async def answer(ack: Any, respond: Any, body: dict[str, Any]) -> None:
        await ack()
        await respond(text="답", blocks=[BUTTON])
        await bot.note(body)

    bot.app.command("/telco")(answer)
    async with bot.connected():
        await server.people.enter(ME, MAIN, "/telco KT & <MS>")
        (body,) = await bot.heard(1)
    assert (body["command"], body["text"]) == ("/telco", "KT &amp; &lt;MS&gt;")
    assert (body["channel_id"], body["channel_name"], body["user_id"]) == (MAIN, "통신-ai", ME)
    assert body["response_url"].startswith(f"{server.url}/commands/")
    (message,) = shown(server)
    assert (message.text, message.ephemeral_for) == ("답", ME)


async def test_a_command_may_be_answered_in_its_ack(server: PlaygroundServer, bot: Bot) -> None:
    async def answer(ack: Any) -> None:
        await ack(text="모두에게", response_type="in_channel")

    bot.app.command("/telco")(answer)
    async with bot.connected():
        await server.people.enter(ME, MAIN, "/telco")
    (message,) = shown(server)
    assert (message.text, message.ephemeral_for) == ("모두에게", "")


@pytest.mark.parametrize(
    ("typed", "thread", "told"),
    [
        ("/telcoo KT", False, "`/telcoo`은(는) 올바른 명령어가 아닙니다"),
        ("/telco KT", False, "앱이 연결되어 있지 않습니다"),
        ("/telco KT", True, "스레드에서 쓸 수 없습니다"),
    ],
)
async def test_a_command_that_fails_tells_the_person_alone(
    server: PlaygroundServer, client: AsyncWebClient, typed: str, thread: bool, told: str
) -> None:
    parent = (await client.chat_postMessage(channel=MAIN, text="x"))["ts"]
    await server.people.enter(ME, MAIN, typed, parent if thread else None)
    notice = shown(server)[-1]
    assert (notice.user, notice.ephemeral_for) == (SLACKBOT, ME)
    assert told in notice.text


async def test_a_command_that_is_not_acked_says_so() -> None:
    async def sleep() -> None: ...

    async with PlaygroundServer(ack_seconds=0.1) as server:
        bot = Bot(server)
        bot.app.command("/telco")(sleep)
        async with bot.connected():
            await server.people.enter(ME, MAIN, "/telco")
        assert "operation_timeout" in shown(server)[-1].text


async def test_a_mention_where_the_app_is_not_offers_to_invite_it(server: PlaygroundServer, bot: Bot) -> None:
    bot.app.event("app_mention")(bot.note)
    bot.app.event("member_joined_channel")(bot.note)
    async with bot.connected():
        await server.people.enter(ME, ELSEWHERE, "@telco KT")
        assert "/invite @telco" in shown(server, ELSEWHERE)[-1].text
        await server.people.enter(ME, ELSEWHERE, "/invite @telco")
        await server.people.enter(ME, ELSEWHERE, "@telco SKT")
        kinds = {body["event"]["type"] for body in await bot.heard(2)}
    assert kinds == {"member_joined_channel", "app_mention"}


async def test_a_click_carries_button_message_and_state(
    server: PlaygroundServer, bot: Bot, client: AsyncWebClient
) -> None:
    async def answer(ack: Any, respond: Any, body: dict[str, Any]) -> None:
        await ack()
        await respond(text="바뀐 답", replace_original=True)
        await bot.note(body)

    bot.app.action("more")(answer)
    parent = (await client.chat_postMessage(channel=MAIN, text="물음"))["ts"]
    ts = (await client.chat_postMessage(channel=MAIN, text="답", blocks=[BUTTON], thread_ts=parent))["ts"]
    async with bot.connected():
        await server.people.act(ME, {"channel": MAIN, "ts": ts}, "b", "more", {})
        (body,) = await bot.heard(1)
    (action,) = body["actions"]
    assert (action["type"], action["value"], action["block_id"]) == ("button", "kt", "b")
    assert action["text"]["text"] == "더"
    assert body["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": MAIN,
        "is_ephemeral": False,
        "thread_ts": parent,
    }
    assert body["message"]["thread_ts"] == parent
    assert body["state"] == {"values": {}}
    assert shown(server)[-1].text == "바뀐 답"


async def test_an_ephemeral_message_can_be_shared_and_dropped_by_its_buttons(
    server: PlaygroundServer, bot: Bot, client: AsyncWebClient
) -> None:
    async def share(ack: Any, respond: Any, body: dict[str, Any]) -> None:
        await ack()
        await respond(text="공유한 답", response_type="in_channel")
        await respond(delete_original=True)
        await bot.note(body)

    bot.app.action("more")(share)
    sent = await client.chat_postEphemeral(channel=MAIN, user=ME, text="답", blocks=[BUTTON])
    async with bot.connected():
        await server.people.act(ME, {"channel": MAIN, "ts": sent["message_ts"]}, "b", "more", {})
        (body,) = await bot.heard(1)
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body
    (message,) = shown(server)
    assert (message.text, message.ephemeral_for) == ("공유한 답", "")


async def test_a_choice_carries_its_option(
    server: PlaygroundServer, bot: Bot, client: AsyncWebClient
) -> None:
    option = {"text": {"type": "plain_text", "text": "투자"}, "value": "투자"}
    select = {"type": "static_select", "action_id": "topic", "options": [option]}
    section = {
        "type": "section",
        "block_id": "s",
        "text": {"type": "mrkdwn", "text": "주제"},
        "accessory": select,
    }

    async def note(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        await bot.note(body)

    bot.app.action("topic")(note)
    ts = (await client.chat_postMessage(channel=MAIN, text="답", blocks=[section]))["ts"]
    values = {"s": {"topic": {"type": "static_select", "selected_option": option}}}
    source = {"channel": MAIN, "ts": ts, "values": values}
    async with bot.connected():
        await server.people.act(ME, source, "s", "topic", {"selected_option": option})
        (body,) = await bot.heard(1)
    assert body["actions"][0]["selected_option"] == option
    assert body["state"]["values"] == values


async def test_a_click_without_an_app_is_reported(server: PlaygroundServer, client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel=MAIN, text="답", blocks=[BUTTON]))["ts"]
    with pytest.raises(UnansweredError, match="연결되어 있지 않아"):
        await server.people.act(ME, {"channel": MAIN, "ts": ts}, "b", "more", {})


async def test_a_response_url_is_good_for_five_uses(server: PlaygroundServer, bot: Bot) -> None:
    async def note(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        await bot.note(body)

    bot.app.command("/telco")(note)
    async with bot.connected():
        await server.people.enter(ME, MAIN, "/telco")
        (body,) = await bot.heard(1)
    hook = AsyncWebhookClient(body["response_url"])
    answers = [await hook.send(text=str(n)) for n in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[-1].body
    assert [message.text for message in shown(server)] == ["0", "1", "2", "3", "4"]


async def test_a_response_url_refuses_what_slack_refuses(server: PlaygroundServer) -> None:
    hook = AsyncWebhookClient(server.people._response_url("commands", channel=MAIN, user=ME))
    empty = await hook.send(text="")
    bad = await hook.send(text="x", blocks=[{"type": "header"}])
    assert [
        (empty.status_code, "no_text" in empty.body),
        (bad.status_code, "invalid_blocks" in bad.body),
    ] == [
        (400, True),
        (400, True),
    ]


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
