"""App Home and the agent pane."""

from typing import Any

from bot.playground.limits import check_view
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.manifest import content
from tests.slack import replies
from tests.slack.conftest import Conversation
from tests.slack.payloads import event, pressed_in_home

View = dict[str, Any]


def of_type(view: View, kind: str) -> list[View]:
    return [block for block in view["blocks"] if block["type"] == kind]


async def opened(conversation: Conversation) -> View:
    await conversation.deliver(event("app_home_opened", tab="home"))
    (view,) = conversation.slack.homes()
    assert check_view(view) == []
    return view


def searched(text: str) -> View:
    payload = pressed_in_home("search", Asked(""))
    payload["actions"][0] |= {"type": "plain_text_input", "value": text}
    return payload


async def test_home_has_a_search_box_companies_and_news(conversation: Conversation) -> None:
    view = await opened(conversation)
    (search,) = of_type(view, "input")
    assert search["dispatch_action"] is True
    assert search["element"]["placeholder"]["text"] == "예: KT 투자는?"
    (row,) = of_type(view, "actions")
    assert [button["text"]["text"] for button in row["elements"]] == ["SKT", "KT"]
    near = [block for block in of_type(view, "section") if "accessory" in block]
    assert [block["text"]["text"] for block in near] == ["• 1번째 사실입니다.", "• 2번째 사실입니다."]
    asked = [Asked.decode(block["accessory"]["value"]).question for block in near]
    assert asked == ["첫 번째는?", "2번째 사실입니다."]
    assert "통신일보 · 홍길동 기자 · 2025-02-13 · 사실 63건" in str(view)


async def test_what_is_searched_for_is_answered_below_the_box(conversation: Conversation) -> None:
    await conversation.deliver(searched("KT &amp; 투자"))
    (view,) = conversation.slack.homes()
    kinds = [block["type"] for block in view["blocks"]]
    answer = next(n for n, block in enumerate(view["blocks"]) if "1번째 인용" in str(block))
    assert kinds.index("input") < answer < kinds.index("divider")
    assert "질문: KT & 투자" in str(view)
    assert conversation.asks.asked == [("KT & 투자", ())]
    assert conversation.slack.posts() == []


async def test_an_empty_search_is_answered_with_help(conversation: Conversation) -> None:
    await conversation.deliver(searched(" "))
    assert conversation.asks.asked == [("도움말", ())]


async def test_a_mistyped_command_in_the_search_box_is_named(conversation: Conversation) -> None:
    conversation.asks.reply = replies.unknown()
    await conversation.deliver(searched("츨처"))
    assert "가장 가까운 명령은 ‘출처’입니다." in str(conversation.slack.homes()[0])


async def test_a_company_is_answered_in_home(conversation: Conversation) -> None:
    conversation.asks.reply = replies.overview(20)
    await conversation.deliver(pressed_in_home("ask:company-1", Asked("KT")))
    (view,) = conversation.slack.homes()
    assert check_view(view) == []
    assert "1번째 인용" in str(view)
    assert of_type(view, "input")


async def test_a_search_delivered_twice_is_answered_once(conversation: Conversation) -> None:
    payload = searched("KT")
    await conversation.deliver(payload)
    await conversation.deliver(payload)
    assert len(conversation.slack.homes()) == 1


async def test_the_messages_tab_suggests_prompts_outside_of_threads(conversation: Conversation) -> None:
    await conversation.deliver(event("app_home_opened", tab="messages", channel="D1"))
    (asked,) = conversation.slack.arguments("assistant.threads.setSuggestedPrompts")
    assert asked == {
        "team_id": "T1",  # Bolt's own
        "channel_id": "D1",
        "title": texts.PROMPTS_TITLE,
        "prompts": [
            {"title": "KT 투자는?", "message": "KT 투자는?"},
            {"title": "SKT vs KT 데이터센터", "message": "SKT vs KT 데이터센터"},
        ],
    }
    assert conversation.slack.homes() == []


def test_the_manifest_has_the_agent_pane_with_messages() -> None:
    """https://docs.slack.dev/reference/app-manifest: a description of at most 300 characters."""
    features = content()["features"]
    assert 0 < len(features["agent_view"]["agent_description"]) <= 300
    assert features["app_home"]["messages_tab_enabled"]
    assert not features["app_home"]["messages_tab_read_only_enabled"]
