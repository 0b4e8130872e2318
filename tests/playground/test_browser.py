"""The page in Chromium, with a tiny app behind it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot.playground.server import PlaygroundServer
from tests.browser import opened
from tests.playground.conftest import DIRECT, MAIN, ME, Bot, until

QUOTE = "2조 4천억 원을 국내 AI, 클라우드 산업 조성에 투자하겠다는 계획"


def answer(text: str) -> list[dict[str, Any]]:
    """Return blocks as a bot would send them."""

    def elements(value: str) -> list[dict[str, Any]]:
        return [{"type": "text", "text": value}]

    return [
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_section", "elements": elements(text)},
                {"type": "rich_text_quote", "elements": elements(QUOTE)},
            ],
        },
        {
            "type": "context",
            "elements": [
                {"type": "mrkdwn", "text": "출처 &lt;b&gt;기사&lt;/b&gt; *굵게* _기울임_ <https://a.kr|보기>"}
            ],
        },
        {
            "type": "actions",
            "block_id": "near",
            "elements": [
                {
                    "type": "button",
                    "action_id": "more",
                    "value": "1",
                    "text": {"type": "plain_text", "text": "다른 물음"},
                },
                {
                    "type": "static_select",
                    "action_id": "topic",
                    "placeholder": {"type": "plain_text", "text": "주제"},
                    "options": [
                        {"text": {"type": "plain_text", "text": name}, "value": name}
                        for name in ("투자", "협력")
                    ],
                },
            ],
        },
        {"type": "poem", "lines": 3} if text == "시" else {"type": "divider"},
    ]


MODAL = {
    "type": "modal",
    "callback_id": "why",
    "title": {"type": "plain_text", "text": "이유"},
    "submit": {"type": "plain_text", "text": "보내기"},
    "blocks": [
        {
            "type": "input",
            "block_id": "reason",
            "label": {"type": "plain_text", "text": "무엇이 틀렸나요"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}


class AnsweringBot(Bot):
    """Answers commands, mentions and direct messages; its button opens a modal."""

    def __init__(self, server: PlaygroundServer) -> None:
        super().__init__(server)
        self.app.command("/telco")(self._command)
        self.app.event("app_mention")(self._mention)
        self.app.event("message")(self._direct)
        self.app.event("app_home_opened")(self._home)
        self.app.action("more")(self._more)
        self.app.action("topic")(self._topic)
        self.app.view("why")(self._why)

    async def _command(self, ack: Any, respond: Any, command: dict[str, Any]) -> None:
        await ack()
        await respond(text=command["text"], blocks=answer(f"{command['text']}의 계획입니다"))

    async def _mention(self, event: dict[str, Any], say: Any) -> None:
        await say(text="답", blocks=answer("멘션에 답합니다"), thread_ts=event.get("thread_ts", event["ts"]))

    async def _direct(self, event: dict[str, Any], say: Any) -> None:
        if event["channel_type"] == "im" and "bot_id" not in event:
            await say(text="답", blocks=answer("쪽지에 답합니다"))

    async def _home(self, event: dict[str, Any], client: Any) -> None:
        if event["tab"] == "home":
            header = {"type": "header", "text": {"type": "plain_text", "text": "telco 안내"}}
            await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [header]})

    async def _more(self, ack: Any, body: dict[str, Any], client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    async def _topic(self, ack: Any, respond: Any, action: dict[str, Any]) -> None:
        await ack()
        await respond(replace_original=True, text=f"{action['selected_option']['value']}로 바꾸었습니다")

    async def _why(self, ack: Any, body: dict[str, Any], view: dict[str, Any]) -> None:
        if len(view["state"]["values"]["reason"]["text"]["value"]) < 3:
            await ack(response_action="errors", errors={"reason": "조금 더 적어 주세요"})
        else:
            await ack()
        await self.note(body)


@pytest.fixture
async def page(server: PlaygroundServer) -> AsyncIterator[Page]:
    """The page of a workspace with an answering bot; a script error fails the test."""
    bot = AnsweringBot(server)
    async with bot.connected(), opened(server.url, console=True, width=1360) as page:
        await expect(page.locator(".example")).to_have_count(3)
        yield page


async def test_a_command_is_completed_and_answered_for_the_person_alone(page: Page) -> None:
    await page.locator("#composer-input").press_sequentially("/te")
    await expect(page.get_by_role("option").first).to_contain_text("/telco")
    await page.keyboard.press("Enter")
    await page.locator("#composer-input").press_sequentially("KT")
    await page.keyboard.press("Enter")
    message = page.locator(".message.ephemeral")
    await expect(message).to_contain_text("나에게만 표시")
    await expect(message.locator("blockquote")).to_have_text(QUOTE)
    await expect(message.locator(".context")).to_have_text("출처 <b>기사</b> 굵게 기울임 보기")
    await expect(message.locator("strong", has_text="굵게")).to_be_visible()
    await message.get_by_role("button", name="메시지 닫기").click()
    await expect(message).to_have_count(0)


async def test_an_example_mention_is_answered_in_a_thread_that_opens(page: Page) -> None:
    await page.locator(".example").nth(1).click()
    thread = page.get_by_role("complementary", name="스레드")
    await expect(thread.locator("blockquote")).to_have_text(QUOTE)
    await expect(page.locator("#main .thread-link")).to_contain_text("1개의 댓글")
    await page.locator("#reply-input").fill("@telco 그럼 SKT는?")
    await page.keyboard.press("Enter")
    await expect(page.locator("#main .thread-link")).to_contain_text("3개의 댓글")
    await page.keyboard.press("Escape")
    await expect(thread).to_be_hidden()


async def test_a_mention_is_completed(page: Page, server: PlaygroundServer) -> None:
    await page.locator("#composer-input").press_sequentially("안녕 @te")
    await page.keyboard.press("Tab")
    await expect(page.locator("#composer-input")).to_have_value("안녕 @telco ")
    await page.keyboard.press("Enter")
    message = await until(lambda: server.workspace.messages(server.workspace.channel(MAIN)))
    assert message[0].text == "안녕 <@U0TELCOBOT>"


async def test_what_people_write_stays_text(page: Page) -> None:
    await page.locator("#composer-input").fill("<img src=x onerror=alert(1)> & <b>굵게</b>")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message-content")).to_have_text("<img src=x onerror=alert(1)> & <b>굵게</b>")
    await expect(page.locator(".message-content img, .message-content b")).to_have_count(0)


async def test_a_wrong_command_is_named(page: Page) -> None:
    await page.locator("#composer-input").fill("/telcoo KT")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.ephemeral")).to_contain_text("올바른 명령어가 아닙니다")


async def test_a_menu_replaces_the_answer(page: Page) -> None:
    await page.locator(".example").first.click()
    message = page.locator(".message.ephemeral")
    await message.get_by_role("button", name="주제").click()
    await page.get_by_role("combobox", name="찾기").fill("협")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(message).to_contain_text("협력로 바꾸었습니다")


async def test_a_modal_checks_shows_errors_and_closes(page: Page) -> None:
    await page.locator(".example").first.click()
    await page.get_by_role("button", name="다른 물음").click()
    dialog = page.get_by_role("dialog", name="이유")
    await dialog.get_by_role("button", name="보내기").click()
    await expect(dialog.get_by_role("alert")).to_have_text("필수 항목입니다.")
    await dialog.get_by_label("무엇이 틀렸나요").fill("네")
    await dialog.get_by_role("button", name="보내기").click()
    await expect(dialog.get_by_role("alert")).to_have_text("조금 더 적어 주세요")
    await expect(dialog.get_by_label("무엇이 틀렸나요")).to_have_value("네")
    await dialog.get_by_label("무엇이 틀렸나요").fill("틀렸어요")
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)


async def test_home_direct_messages_and_another_person(page: Page, server: PlaygroundServer) -> None:
    await page.get_by_role("navigation").get_by_role("button", name="telco").click()
    await expect(page.locator(".home")).to_contain_text("telco 안내")
    direct = server.workspace.channel(DIRECT)
    server.workspace.post_as_app(direct, "홈을 보는 동안 온 소식")
    await expect(page.get_by_role("tab", name="메시지")).to_contain_text("1")
    await page.get_by_role("tab", name="메시지").click()
    await expect(page.get_by_role("tab", name="메시지")).not_to_contain_text("1")
    await page.locator("#composer-input").fill("KT가 얼마를 투자해?")
    await page.keyboard.press("Enter")
    await expect(page.locator("#main blockquote")).to_have_text(QUOTE)
    await page.get_by_role("button", name="사용자 바꾸기").click()
    await page.get_by_role("option", name="홍보 담당").click()
    await expect(page.locator("#main blockquote")).to_have_count(0)


async def test_the_side_panel_shows_what_went_to_and_fro(page: Page) -> None:
    await page.locator(".example").nth(1).click()
    await expect(page.locator("#thread blockquote")).to_be_visible()
    await page.get_by_role("button", name="주고받은 JSON 보기").click()
    log = page.locator(".log")
    await expect(log.locator(".log-title", has_text="app_mention")).to_have_count(1)
    await log.locator("li", has_text="chat.postMessage").click()
    await expect(log).to_contain_text('text: "답"')


async def test_a_block_that_is_not_known_shows_as_json(page: Page, server: PlaygroundServer) -> None:
    workspace = server.workspace
    workspace.post_as_app(workspace.channel(MAIN), "시", blocks=answer("시"))
    await expect(page.locator(".unknown")).to_contain_text('type: "poem"')


async def test_the_theme_can_be_changed_and_is_kept(page: Page) -> None:
    def colour() -> Any:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    light = await colour()
    await page.get_by_role("button", name="밝은 화면과 어두운 화면 바꾸기").click()
    dark = await colour()
    await page.reload()
    await expect(page.locator(".example")).to_have_count(3)
    assert light != dark == await colour()


async def test_a_narrow_screen_has_a_drawer_and_no_sideways_scrolling(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 780})
    await page.locator(".example").first.click()
    await expect(page.locator(".message.ephemeral blockquote")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="메뉴 열기").first.click()
    await page.get_by_role("navigation").get_by_role("button", name="일반").click()
    await expect(page.locator("#main h1")).to_have_text("#일반")
    await expect(page.get_by_role("navigation")).to_be_hidden()


async def test_the_page_comes_back_after_a_reset(page: Page, server: PlaygroundServer) -> None:
    await server.people.enter(ME, MAIN, "안녕")
    await expect(page.locator(".message")).to_have_count(1)
    await page.get_by_role("button", name="처음 상태로 되돌리기").click()
    await page.get_by_role("dialog").get_by_role("button", name="확인").click()
    await expect(page.locator(".message")).to_have_count(0)
