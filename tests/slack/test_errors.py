"""When something breaks: a kind word to the user, the cause in the log, no secrets anywhere."""

import logging

import pytest

from bot.slack import texts
from bot.slack.asked import Asked
from tests.slack.conftest import Conversation
from tests.slack.payloads import command, direct, mention, pressed


async def test_a_failure_inside_is_told_kindly_in_the_thread(
    conversation: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    conversation.asks.reply = RuntimeError("broken")
    await conversation.deliver(mention())
    (post,) = conversation.slack.posts()
    assert (post["thread_ts"], post["text"]) == ("100.000100", texts.FAILED)
    assert "RuntimeError: broken" in caplog.text


async def test_a_failure_of_a_command_is_told_privately(conversation: Conversation) -> None:
    conversation.asks.reply = RuntimeError("broken")
    response = await conversation.deliver(command(conversation.slack, "KT"))
    assert response.status == 200  # acknowledged all the same
    (sent,) = conversation.slack.responses
    assert (sent["text"], sent["response_type"]) == (texts.FAILED, "ephemeral")


async def test_a_failure_of_a_button_is_told_privately(conversation: Conversation) -> None:
    conversation.asks.reply = RuntimeError("broken")
    response = await conversation.deliver(pressed(conversation.slack, "ask:0", Asked("KT")))
    assert response.status == 200
    assert [sent["text"] for sent in conversation.slack.responses] == [texts.FAILED]


async def test_a_failure_in_a_direct_message_is_told_there(conversation: Conversation) -> None:
    conversation.asks.reply = RuntimeError("broken")
    await conversation.deliver(direct())
    (post,) = conversation.slack.posts()
    assert post["channel"] == "D1"
    assert "thread_ts" not in post


async def test_a_refused_message_is_logged_and_not_followed_by_another(
    conversation: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    conversation.slack.errors["chat.postMessage"] = "not_in_channel"
    await conversation.deliver(mention())
    assert len(conversation.slack.posts()) == 1
    assert "not_in_channel" in caplog.text


async def test_where_slacks_answer_is_lost_nothing_is_sent_twice(
    conversation: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    conversation.slack.lost.add("chat.postMessage")
    await conversation.deliver(mention())
    assert len(conversation.slack.posts()) == 1
    assert "could not reach Slack" in caplog.text


async def test_a_message_refused_for_its_rate_is_sent_again(conversation: Conversation) -> None:
    conversation.slack.limited.add("chat.postMessage")
    await conversation.deliver(mention())
    first, second = conversation.slack.posts()
    assert first == second


async def test_a_response_url_that_has_expired_is_logged(
    conversation: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    conversation.slack.response_status = 404
    await conversation.deliver(command(conversation.slack, "KT"))
    assert len(conversation.slack.responses) == 1
    assert "response_url: 404" in caplog.text


async def test_the_log_holds_no_token_and_no_question(
    conversation: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    conversation.asks.reply = RuntimeError("broken")
    await conversation.deliver(mention("비밀스러운 질문"))
    assert "xoxb-" not in caplog.text
    assert "비밀스러운" not in caplog.text
