"""Web API methods as the real client calls them: answers, and Slack's refusals."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import MarkdownTextObject, SectionBlock
from slack_sdk.models.metadata import Metadata
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import PlaygroundServer
from tests.playground.conftest import BOT, COLLEAGUE, DIRECT, ELSEWHERE, MAIN, ME


async def refused(call: Any) -> str:
    """Return the error of a call that Slack refuses."""
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


async def test_auth_test_says_who_the_bot_is(client: AsyncWebClient) -> None:
    answer = await client.auth_test()
    assert (answer["user_id"], answer["bot_id"]) == (BOT, "B0PLAYGRND")


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-stolen", "invalid_auth")])
async def test_a_token_is_needed(server: PlaygroundServer, token: str, error: str) -> None:
    assert await refused(AsyncWebClient(token=token, base_url=server.api_url).auth_test()) == error


async def test_an_app_token_is_not_a_bot_token(server: PlaygroundServer, client: AsyncWebClient) -> None:
    assert await refused(client.api_call("auth.test", json={"token": server.app_token})) == (
        "not_allowed_token_type"
    )


async def test_an_unknown_method_is_answered_as_by_slack(client: AsyncWebClient) -> None:
    assert await refused(client.api_call("chat.shout")) == "unknown_method"


async def test_a_message_is_stored_with_its_blocks_and_metadata(client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(
        channel=MAIN,
        text="답",
        blocks=[SectionBlock(text=MarkdownTextObject(text="*답*"))],
        metadata=Metadata(event_type="digest", event_payload={"id": "d-1"}),
    )
    plain = await client.conversations_history(channel=MAIN)
    whole = await client.conversations_history(channel=MAIN, include_all_metadata=True)
    assert posted["message"]["blocks"][0]["block_id"]
    assert plain["messages"][0]["ts"] == posted["ts"]
    assert "metadata" not in plain["messages"][0]
    assert whole["messages"][0]["metadata"] == {"event_type": "digest", "event_payload": {"id": "d-1"}}


async def test_form_bodies_are_read_as_json_ones_are(client: AsyncWebClient) -> None:
    data = {"channel": MAIN, "blocks": '[{"type": "divider"}]', "text": "줄"}
    posted = await client.api_call("chat.postMessage", data=data)
    assert posted["message"]["blocks"][0]["type"] == "divider"


async def test_replies_stand_in_the_thread_and_not_in_the_history(client: AsyncWebClient) -> None:
    parent = (await client.chat_postMessage(channel=MAIN, text="물음"))["ts"]
    first = await client.chat_postMessage(channel=MAIN, text="하나", thread_ts=parent)
    second = await client.chat_postMessage(channel=MAIN, text="둘", thread_ts=first["ts"])
    thread = await client.conversations_replies(channel=MAIN, ts=parent)
    history = await client.conversations_history(channel=MAIN)
    assert second["message"]["thread_ts"] == parent
    assert [message["text"] for message in thread["messages"]] == ["물음", "하나", "둘"]
    assert thread["messages"][0]["reply_count"] == 2
    assert [message["text"] for message in history["messages"]] == ["물음"]


async def test_history_comes_in_pages_newest_first(client: AsyncWebClient) -> None:
    stamps = [(await client.chat_postMessage(channel=MAIN, text=str(n)))["ts"] for n in range(5)]
    first = await client.conversations_history(channel=MAIN, limit=3)
    rest = await client.conversations_history(channel=MAIN, cursor=first["response_metadata"]["next_cursor"])
    since = await client.conversations_history(channel=MAIN, oldest=stamps[3])
    assert [message["text"] for message in first["messages"]] == ["4", "3", "2"]
    assert first["has_more"]
    assert [message["text"] for message in rest["messages"]] == ["1", "0"]
    assert [message["text"] for message in since["messages"]] == ["4"]


async def test_timestamps_increase_and_never_repeat(client: AsyncWebClient) -> None:
    stamps = [(await client.chat_postMessage(channel=MAIN, text="x"))["ts"] for _ in range(20)]
    assert stamps == sorted(set(stamps))
    assert all(len(ts.split(".")[1]) == 6 for ts in stamps)


async def test_an_update_changes_and_a_delete_removes(client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel=MAIN, text="처음"))["ts"]
    await client.chat_update(channel=MAIN, ts=ts, text="나중")
    changed = await client.conversations_history(channel=MAIN)
    await client.chat_delete(channel=MAIN, ts=ts)
    assert (changed["messages"][0]["text"], changed["messages"][0]["edited"]["user"]) == ("나중", BOT)
    assert (await client.conversations_history(channel=MAIN))["messages"] == []


async def test_people_and_channels_can_be_looked_up(client: AsyncWebClient) -> None:
    opened = await client.conversations_open(users=[ME])
    channels = await client.conversations_list(types="public_channel")
    members = await client.conversations_members(channel=MAIN)
    assert opened["channel"]["id"] == DIRECT
    assert [channel["is_member"] for channel in channels["channels"]] == [True, True, False]
    assert set(members["members"]) == {ME, COLLEAGUE, BOT}
    assert (await client.users_info(user=BOT))["user"]["is_bot"]
    assert (await client.bots_info(bot="B0PLAYGRND"))["bot"]["user_id"] == BOT
    assert (await client.conversations_info(channel=DIRECT))["channel"]["user"] == ME


async def test_a_permalink_leads_to_the_page(server: PlaygroundServer, client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel=MAIN, text="x"))["ts"]
    answer = await client.chat_getPermalink(channel=MAIN, message_ts=ts)
    assert answer["permalink"] == f"{server.url}/archives/{MAIN}/p{ts.replace('.', '')}"


async def test_reactions_are_kept_once(client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel=MAIN, text="x"))["ts"]
    await client.reactions_add(channel=MAIN, timestamp=ts, name="eyes")
    assert await refused(client.reactions_add(channel=MAIN, timestamp=ts, name="eyes")) == "already_reacted"
    message = (await client.conversations_history(channel=MAIN))["messages"][0]
    assert message["reactions"] == [{"name": "eyes", "users": [BOT], "count": 1}]


async def test_an_ephemeral_message_is_kept_from_history(
    server: PlaygroundServer, client: AsyncWebClient
) -> None:
    await client.chat_postEphemeral(channel=MAIN, user=ME, text="너에게만")
    (shown,) = server.workspace.messages(server.workspace.channel(MAIN), ephemeral=True)
    assert (shown.text, shown.ephemeral_for) == ("너에게만", ME)
    assert (await client.conversations_history(channel=MAIN))["messages"] == []


@pytest.mark.parametrize(
    ("method", "args", "error"),
    [
        ("chat.postMessage", {"text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": MAIN}, "no_text"),
        ("chat.postMessage", {"channel": ELSEWHERE, "text": "x"}, "not_in_channel"),
        ("chat.postMessage", {"channel": MAIN, "text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
        ("chat.postMessage", {"channel": MAIN, "blocks": "[{"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": MAIN, "text": "x", "metadata": "[]"}, "invalid_metadata_format"),
        ("chat.postMessage", {"channel": MAIN, "text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ("chat.postEphemeral", {"channel": MAIN, "text": "x"}, "user_not_found"),
        ("chat.postEphemeral", {"channel": DIRECT, "text": "x", "user": COLLEAGUE}, "user_not_in_channel"),
        ("chat.update", {"channel": MAIN, "ts": "1.000001", "text": "x"}, "message_not_found"),
        ("chat.delete", {"channel": MAIN, "ts": "1.000001"}, "message_not_found"),
        ("conversations.replies", {"channel": MAIN, "ts": "1.000001"}, "thread_not_found"),
        ("conversations.history", {"channel": MAIN, "cursor": "?"}, "invalid_cursor"),
        ("conversations.history", {"channel": MAIN, "oldest": "어제"}, "invalid_ts_oldest"),
        ("chat.postMessage", {"channel": MAIN, "blocks": "[1]"}, "invalid_blocks"),
        ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
        ("reactions.add", {"channel": MAIN, "timestamp": "1.000001", "name": "엄지"}, "message_not_found"),
        ("reactions.add", {"channel": MAIN, "name": "eyes"}, "no_item_specified"),
        ("views.open", {"view": {"type": "modal"}}, "invalid_arguments"),
        ("views.open", {"trigger_id": "1.2", "view": {"type": "modal"}}, "invalid_trigger_id"),
        ("views.publish", {"user_id": ME, "view": {"type": "modal", "blocks": []}}, "invalid_arguments"),
        ("views.update", {"view_id": "V0", "view": {"type": "modal"}}, "not_found"),
        ("assistant.threads.setSuggestedPrompts", {"channel_id": DIRECT}, "invalid_arguments"),
    ],
)
async def test_what_slack_refuses(
    client: AsyncWebClient, method: str, args: dict[str, Any], error: str
) -> None:
    assert await refused(client.api_call(method, json=args)) == error


async def test_history_within_bounds(client: AsyncWebClient) -> None:
    stamps = [(await client.chat_postMessage(channel=MAIN, text=str(n)))["ts"] for n in range(3)]
    await client.chat_postMessage(channel=MAIN, text="x")
    bounds = {"channel": MAIN, "oldest": stamps[0], "latest": stamps[2]}
    between = await client.conversations_history(**bounds)
    with_ends = await client.conversations_history(**bounds, inclusive=True)
    assert [message["text"] for message in between["messages"]] == ["1"]
    assert [message["text"] for message in with_ends["messages"]] == ["2", "1", "0"]


async def test_the_app_changes_only_its_own_messages(
    server: PlaygroundServer, client: AsyncWebClient
) -> None:
    await server.people.enter(ME, MAIN, "내 말")
    (message,) = server.workspace.messages(server.workspace.channel(MAIN))
    update = client.chat_update(channel=MAIN, ts=message.ts, text="네 말")
    delete = client.chat_delete(channel=MAIN, ts=message.ts)
    assert [await refused(update), await refused(delete)] == ["cant_update_message", "cant_delete_message"]


async def test_five_prompts_are_one_too_many(client: AsyncWebClient) -> None:
    prompts = [{"title": "KT", "message": "KT가 얼마를 투자해?"}] * 5
    call = client.assistant_threads_setSuggestedPrompts(channel_id=DIRECT, prompts=prompts)
    assert await refused(call) == "invalid_arguments"


async def test_bad_blocks_are_named_by_their_path(client: AsyncWebClient) -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "가" * 3001}}
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=MAIN, text="x", blocks=[block])
    assert caught.value.response["error"] == "invalid_blocks"
    assert caught.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]


async def test_blocks_may_be_good_one_by_one_and_too_long_together(client: AsyncWebClient) -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "가" * 2900}}
    await client.chat_postMessage(channel=MAIN, text="x", blocks=[block] * 4)
    call = client.chat_postMessage(channel=MAIN, text="x", blocks=[block] * 5)
    assert await refused(call) == "msg_blocks_too_long"


async def test_a_manifest_binds_scopes_commands_and_events() -> None:
    manifest = {
        "features": {"bot_user": {"display_name": "telco"}, "slash_commands": [{"command": "/telco"}]},
        "oauth_config": {"scopes": {"bot": ["chat:write"]}},
        "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
    }
    async with PlaygroundServer(manifest=manifest) as server:
        client = AsyncWebClient(token=server.bot_token, base_url=server.api_url)
        await client.chat_postMessage(channel=MAIN, text="x")
        with pytest.raises(SlackApiError) as caught:
            await client.conversations_history(channel=MAIN)
        assert await refused(client.views_publish(user_id=ME, view={})) == "not_enabled"
        assert [server.workspace.app.subscribes(name) for name in ("app_mention", "message.im")] == [
            True,
            False,
        ]
    assert caught.value.response["error"] == "missing_scope"
    assert caught.value.response["needed"] == "channels:history"
