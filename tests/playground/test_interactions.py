"""Commands, clicks and menus, as a Bolt app receives and answers them."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.people import UnansweredError
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import SLACKBOT
from tests.playground.conftest import ELSEWHERE, MAIN, ME, Bot

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
