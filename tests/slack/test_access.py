"""Where the bot does not answer, and who asks too fast: a kind word, and no answer."""

from typing import Any, cast

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.services.access import Access
from bot.services.tools import Tools
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.desk import Desk
from bot.slack.listeners.links import unfurl_links
from tests.slack.conftest import Conversation
from tests.slack.payloads import command, direct, mention, pressed, pressed_in_home


@pytest.fixture
def access() -> Access:
    return Access({"C1"}, questions=1, clock=lambda: 0.0)


def told(conversation: Conversation) -> list[str]:
    """What people were told by any way that they alone see, or in their direct message."""
    slack = conversation.slack
    posts = [post["text"] for post in slack.posts() if post["channel"] == "D1"]
    private = [call["text"] for call in slack.arguments("chat.postEphemeral")]
    return [*private, *(sent["text"] for sent in slack.responses), *posts]


async def test_a_mention_elsewhere_is_told_privately(conversation: Conversation) -> None:
    await conversation.deliver(mention("KT", channel="C2", thread_ts="90.0"))
    (private,) = conversation.slack.arguments("chat.postEphemeral")
    assert (private["user"], private["channel"], private["thread_ts"]) == ("U1", "C2", "90.0")
    assert private["text"] == texts.ELSEWHERE
    assert conversation.slack.posts() == []
    assert conversation.asks.asked == []


async def test_a_command_elsewhere_is_told_privately(conversation: Conversation) -> None:
    await conversation.deliver(command(conversation.slack, "KT", channel_id="C2"))
    (sent,) = conversation.slack.responses
    assert (sent["text"], sent["response_type"]) == (texts.ELSEWHERE, "ephemeral")
    assert conversation.asks.asked == []


async def test_a_button_elsewhere_answers_nothing(conversation: Conversation) -> None:
    await conversation.deliver(pressed(conversation.slack, "ask:0", Asked("KT"), channel_id="C2"))
    assert told(conversation) == [texts.ELSEWHERE]
    assert conversation.asks.asked == []


async def test_a_direct_message_is_always_answered(conversation: Conversation) -> None:
    await conversation.deliver(direct("KT"))
    assert conversation.asks.asked == [("KT", ())]


FAST = {
    "mention": lambda slack: mention("둘째", ts="101.0"),
    "direct": lambda slack: direct("둘째", ts="101.0"),
    "command": lambda slack: command(slack, "둘째"),
    "button": lambda slack: pressed(slack, "ask:0", Asked("둘째")),
}


@pytest.mark.parametrize("way", FAST)
async def test_who_asks_too_fast_is_told_once(conversation: Conversation, way: str) -> None:
    await conversation.deliver(mention("첫째"))
    for number in range(3):
        payload: dict[str, Any] = FAST[way](conversation.slack)
        payload.get("event", {})["ts"] = f"10{number + 1}.0"
        await conversation.deliver(payload)
    assert told(conversation) == [texts.TOO_FAST]
    assert [question for question, _ in conversation.asks.asked] == ["첫째"]


async def test_in_home_too_it_is_told(conversation: Conversation) -> None:
    await conversation.deliver(mention("첫째"))
    await conversation.deliver(pressed_in_home("ask:company-0", Asked("SKT")))
    assert texts.TOO_FAST in str(conversation.slack.homes()[0])
    assert [question for question, _ in conversation.asks.asked] == ["첫째"]


async def test_another_person_is_answered_all_the_same(conversation: Conversation) -> None:
    await conversation.deliver(mention("첫째"))
    await conversation.deliver(mention("둘째", user="U2", ts="101.0"))
    assert [question for question, _ in conversation.asks.asked] == ["첫째", "둘째"]


@pytest.mark.parametrize("channel", ["C2", "COMPOSER"])
async def test_links_elsewhere_are_left_alone(channel: str) -> None:
    desk = Desk(lambda *_: pytest.fail("asked"), access=Access({"C1"}), tools=Tools(know_link=pytest.fail))
    event = {"channel": channel, "message_ts": "1.0", "links": [{"url": "https://news.example/a"}]}
    await unfurl_links(event, cast("AsyncWebClient", None), desk)


def test_listed_channels_and_direct_messages_are_served() -> None:
    access = Access({"C1"})
    assert [access.serves(channel) for channel in ("C1", "C2", "D1")] == [True, False, True]
    assert Access().serves("C2")
