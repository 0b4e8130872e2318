"""Conversations: a payload in, exactly these messages out."""

from typing import Any

import pytest

from bot.slack import texts
from bot.slack.asked import Asked
from tests.slack import replies
from tests.slack.conftest import Conversation
from tests.slack.fake_slack import BOT
from tests.slack.payloads import command, direct, event, mention, pressed, pressed_in_home


async def test_a_mention_is_answered_in_its_thread(conversation: Conversation) -> None:
    await conversation.deliver(mention("KT 투자"))
    (post,) = conversation.slack.posts()
    assert (post["channel"], post["thread_ts"]) == ("C1", "100.000100")
    assert post["text"] == "1번째 사실입니다.\n“1번째 인용”\n— 통신일보 · 홍길동 기자 · 2025-02-13"
    assert (post["unfurl_links"], post["unfurl_media"], post["parse"]) in (
        ("0", "0", "none"),
        (False, False, "none"),
    )
    assert conversation.asks.asked == [("KT 투자", ())]


async def test_a_mention_in_a_thread_is_answered_there_with_its_history(conversation: Conversation) -> None:
    conversation.slack.messages = [
        {"user": "U1", "ts": "90.0", "text": f"<@{BOT}> SKT 데이터센터는?"},
        {"user": BOT, "bot_id": "BBOT000001", "ts": "90.5", "text": f"<@{BOT}> 답"},
        {"user": "U2", "ts": "91.0", "text": "저희끼리 얘기"},
        {"user": "U2", "ts": "92.0", "text": f"<@{BOT}|telco> 언제 &amp; 어디?"},
        {"user": "U1", "ts": "100.000100", "text": f"<@{BOT}> KT는?"},
        {"user": "U1", "ts": "101.0", "text": f"<@{BOT}> 나중 글"},
    ]
    await conversation.deliver(mention("KT는?", thread_ts="90.0"))
    (post,) = conversation.slack.posts()
    assert post["thread_ts"] == "90.0"
    assert conversation.asks.asked == [("KT는?", ("SKT 데이터센터는?", "언제 & 어디?"))]


async def test_only_the_newest_turns_of_a_thread_are_read(conversation: Conversation) -> None:
    conversation.slack.messages = [
        {"user": "U1", "ts": f"{n}.0", "text": f"<@{BOT}> 질문{n}"} for n in range(1, 12)
    ]
    await conversation.deliver(mention("그럼?", thread_ts="1.0"))
    assert conversation.asks.asked[0][1] == tuple(f"질문{n}" for n in range(6, 12))


@pytest.mark.parametrize("error", ["missing_scope", "ratelimited_hard", "channel_not_found"])
async def test_without_the_history_there_is_still_an_answer(conversation: Conversation, error: str) -> None:
    conversation.slack.errors["conversations.replies"] = error
    await conversation.deliver(mention("KT는?", thread_ts="90.0"))
    assert len(conversation.slack.posts()) == 1
    assert conversation.asks.asked == [("KT는?", ())]


async def test_a_direct_message_is_answered_where_it_was_written(conversation: Conversation) -> None:
    conversation.slack.messages = [
        {"user": "U1", "ts": "99.0", "text": "SKT 투자는?"},
        {"user": BOT, "bot_id": "BBOT000001", "ts": "99.5", "text": "답"},
    ]
    await conversation.deliver(direct("KT는?", ts="100.5"))
    (post,) = conversation.slack.posts()
    assert post["channel"] == "D1"
    assert "thread_ts" not in post
    assert conversation.asks.asked == [("KT는?", ("SKT 투자는?",))]
    (asked,) = [a for m, a in conversation.slack.calls if m == "conversations.history"]
    assert (float(asked["oldest"]), asked["latest"]) == (100.5 - 600, "100.5")


async def test_a_thread_in_a_direct_message_is_its_own_conversation(conversation: Conversation) -> None:
    conversation.slack.messages = [{"user": "U1", "ts": "90.0", "text": "SKT 투자는?"}]
    await conversation.deliver(direct("KT는?", thread_ts="90.0"))
    assert conversation.slack.posts()[0]["thread_ts"] == "90.0"
    assert conversation.asks.asked == [("KT는?", ("SKT 투자는?",))]


async def test_a_mention_in_a_direct_message_is_a_question_without_the_mention(
    conversation: Conversation,
) -> None:
    await conversation.deliver(direct(f"<@{BOT}> KT 투자"))
    assert conversation.asks.asked == [("KT 투자", ())]
    assert len(conversation.slack.posts()) == 1


async def test_one_mention_has_one_reply_though_slack_sends_two_events(conversation: Conversation) -> None:
    text = f"<@{BOT}> KT 투자"
    await conversation.deliver(event("message", text=text, channel_type="channel"))
    await conversation.deliver(mention("KT 투자"))
    await conversation.deliver(event("message", text=text, channel_type="channel"))
    assert len(conversation.slack.posts()) == 1


async def test_a_mention_in_a_direct_message_has_one_reply_too(conversation: Conversation) -> None:
    text = f"<@{BOT}> KT 투자"
    await conversation.deliver(direct(text))
    await conversation.deliver(event("app_mention", text=text, channel="D1", channel_type="im"))
    assert len(conversation.slack.posts()) == 1


async def test_a_retry_is_not_answered_again(conversation: Conversation) -> None:
    for _ in range(3):
        await conversation.deliver(mention(event_id="Ev1"))
    assert len(conversation.slack.posts()) == 1


async def test_the_same_words_again_are_a_new_question(conversation: Conversation) -> None:
    await conversation.deliver(mention(ts="1.0"))
    await conversation.deliver(mention(ts="2.0"))
    assert len(conversation.slack.posts()) == 2


@pytest.mark.parametrize(
    "payload",
    [
        event("message", text="우리끼리 하는 말", channel_type="channel"),
        event("message", text=f"<@{BOT}> 질문", channel_type="channel"),
        mention(bot_id="B2"),
        mention(edited={"user": "U1", "ts": "101.0"}),
        direct(bot_id="B2"),
        direct(user=BOT),
        direct(user="USLACKBOT"),
        direct(subtype="bot_message"),
        direct(subtype="message_changed", message={"user": "U1", "text": "고친 글"}, hidden=True),
        direct(subtype="message_deleted", hidden=True),
        direct(subtype="channel_join"),
    ],
    ids=lambda payload: str(payload["event"].get("subtype") or payload["event"]["type"]),
)
async def test_what_is_no_question_to_the_bot_is_left_alone(
    conversation: Conversation, payload: dict[str, Any]
) -> None:
    response = await conversation.deliver(payload)
    assert response.status == 200  # taken note of: Slack must not send it again
    assert conversation.slack.posts() == []
    assert conversation.asks.asked == []


async def test_a_message_with_a_file_is_a_question_all_the_same(conversation: Conversation) -> None:
    await conversation.deliver(direct("KT 투자", subtype="file_share"))
    assert len(conversation.slack.posts()) == 1


async def test_a_command_is_answered_privately(conversation: Conversation) -> None:
    response = await conversation.deliver(command(conversation.slack, "KT &amp; SKT"))
    assert (response.status, response.body) == (200, "")
    (sent,) = conversation.slack.responses
    assert sent["response_type"] == "ephemeral"
    assert not sent["replace_original"]
    assert conversation.slack.posts() == []
    assert conversation.asks.asked == [("KT & SKT", ())]


@pytest.mark.parametrize("text", ["", "   "])
async def test_a_bare_command_asks_for_help(conversation: Conversation, text: str) -> None:
    await conversation.deliver(command(conversation.slack, text))
    assert conversation.asks.asked == [("도움말", ())]


async def test_a_bare_mention_asks_for_help(conversation: Conversation) -> None:
    await conversation.deliver(mention(""))
    assert conversation.asks.asked == [("도움말", ())]


async def test_a_command_delivered_twice_is_answered_once(conversation: Conversation) -> None:
    payload = command(conversation.slack, "KT")
    await conversation.deliver(payload)
    await conversation.deliver(payload)
    assert len(conversation.slack.responses) == 1


async def test_a_button_on_a_public_answer_answers_in_its_thread(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "ask:0", Asked("다음 질문"), thread_ts="90.0"))
    (post,) = conversation.slack.posts()
    assert (post["channel"], post["thread_ts"]) == ("C1", "90.0")
    assert post["text"].startswith("질문: 다음 질문\n")
    assert conversation.asks.asked == [("다음 질문", ())]


async def test_a_button_on_a_public_message_starts_its_thread(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "ask:0", Asked("다음 질문")))
    assert conversation.slack.posts()[0]["thread_ts"] == "200.000100"


async def test_a_button_in_a_direct_message_answers_in_the_conversation(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "ask:0", Asked("다음 질문"), channel_id="D1"))
    (post,) = conversation.slack.posts()
    assert post["channel"] == "D1"
    assert "thread_ts" not in post


async def test_a_button_on_a_private_answer_answers_in_its_place(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "ask:0", Asked("다음 질문"), is_ephemeral=True))
    (sent,) = conversation.slack.responses
    assert (sent["response_type"], sent["replace_original"]) == ("ephemeral", True)
    assert conversation.slack.posts() == []


async def test_turning_the_page_replaces_the_list(conversation: Conversation) -> None:
    conversation.asks.reply = replies.overview(20)
    await conversation.deliver(pressed(conversation.slack, "page:1", Asked("KT", page=1)))
    (sent,) = conversation.slack.responses
    assert sent["replace_original"] is True
    assert "9번째 사실입니다." in sent["text"]
    assert "• 1번째 사실입니다." not in sent["text"]


async def test_choosing_a_topic_turns_to_its_page(conversation: Conversation) -> None:
    conversation.asks.reply = replies.overview(20)
    payload = pressed(conversation.slack, "page:topic", "")
    (action,) = payload["actions"]
    del action["value"]
    action |= {"type": "static_select", "selected_option": {"value": Asked("KT", page=2).encode()}}
    await conversation.deliver(payload)
    assert "20번째 사실입니다." in conversation.slack.responses[0]["text"]


async def test_sharing_posts_the_answer_with_the_sharer_and_removes_the_private_one(
    conversation: Conversation,
) -> None:
    await conversation.deliver(pressed(conversation.slack, "share", Asked("KT 투자"), is_ephemeral=True))
    shared, removed = conversation.slack.responses
    assert (shared["response_type"], shared["replace_original"]) == ("in_channel", False)
    assert shared["text"].startswith("<@U1> 님이 공유했습니다.\n질문: KT 투자\n")
    assert removed == {"delete_original": True}
    assert texts.SHARE not in str(shared["blocks"])


async def test_dismissing_removes_the_private_answer(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "dismiss", "", is_ephemeral=True))
    assert conversation.slack.responses == [{"delete_original": True}]


@pytest.mark.parametrize("action_id", ["source:0", "from-an-older-version"])
async def test_other_buttons_are_only_taken_note_of(conversation: Conversation, action_id: str) -> None:
    response = await conversation.deliver(pressed(conversation.slack, action_id, ""))
    assert response.status == 200
    assert conversation.slack.posts() == conversation.slack.responses == []


@pytest.mark.parametrize("reply", [replies.answer(), replies.comparison(), replies.overview(20)])
async def test_an_example_in_app_home_is_answered_there(
    conversation: Conversation, reply: replies.Reply
) -> None:
    conversation.asks.reply = reply
    await conversation.deliver(pressed_in_home("ask:example-0", Asked("KT")))
    (view,) = conversation.slack.homes()
    assert "1번째 인용" in str(view)
    assert "table" not in [block["type"] for block in view["blocks"]]  # tables are for messages alone
    assert conversation.slack.posts() == []


async def test_turning_the_page_in_app_home_stays_there(conversation: Conversation) -> None:
    conversation.asks.reply = replies.overview(20)
    await conversation.deliver(pressed_in_home("page:2", Asked("KT", page=2)))
    assert "20번째 인용" in str(conversation.slack.homes()[0])
