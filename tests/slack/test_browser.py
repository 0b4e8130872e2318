"""The real bot with the real facts in the local workspace, used once in Chromium as a person would."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Locator, Page, expect
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler

from bot.domain.base import FactBase
from bot.playground.server import PlaygroundServer
from bot.services.browse import Browse
from bot.services.curate import Curate
from bot.services.curate_memory import MemoryJudgements
from bot.services.questions_port import Reason
from bot.slack.app import build_app
from bot.slack.client import web_client
from bot.slack.manifest import content
from tests.browser import opened
from tests.conftest import TODAY
from tests.slack.workspace import asking

ME = "U0PERSON01"
QUESTION = "KT가 MS와 손잡고 얼마를 투자해?"


@pytest.fixture
def judgements() -> MemoryJudgements:
    return MemoryJudgements()


@pytest.fixture
async def server(base: FactBase, judgements: MemoryJudgements) -> AsyncIterator[PlaygroundServer]:
    asks = asking(base)
    now = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
    async with (
        PlaygroundServer(manifest=content(), trigger_seconds=30) as server,
        aiohttp.ClientSession() as session,
    ):
        app = build_app(
            asks,
            web_client(server.bot_token, server.api_url, session),
            browse=Browse(lambda: base, asks, lambda: TODAY),
            curate=Curate(judgements=judgements, curators={ME}, now=lambda: now),
        )
        handler = AsyncSocketModeHandler(app, server.app_token)
        await handler.connect_async()
        yield server
        await handler.close_async()


@pytest.fixture
async def page(server: PlaygroundServer) -> AsyncIterator[Page]:
    """The workspace's page; a script error fails the test."""
    async with opened(server.url) as page:
        await expect(page.locator(".example")).to_have_count(3)
        yield page


@pytest.fixture
def shot(page: Page, tmp_path: Path) -> "Shot":
    return Shot(page, tmp_path)


class Shot:
    """Keeps pictures of the page, in light and dark, among the test's artefacts (pytest --basetemp)."""

    def __init__(self, page: Page, folder: Path) -> None:
        self._page = page
        self._folder = folder

    async def __call__(self, name: str) -> None:
        for theme in ("light", "dark"):
            await self._page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            await self._page.screenshot(path=self._folder / f"{name}-{theme}.png")


async def ask(page: Page, text: str) -> Locator:
    """Types into the channel; returns the newest private message once it shows the question."""
    await page.locator("#composer-input").fill(f"/telco {text}")
    await page.keyboard.press("Enter")
    message = page.locator(".message.ephemeral").last
    await expect(message).to_contain_text(f"질문: {text}")
    return message


async def test_an_answer_is_read_followed_up_and_shared(page: Page, shot: Shot) -> None:
    message = await ask(page, QUESTION)
    await expect(message.locator("strong").first).to_contain_text("2조 4천억 원을 투자할 계획이다.")
    await expect(message.locator("blockquote")).to_contain_text(
        "2조 4천억 원을 국내 AI, 클라우드 산업 조성에"
    )
    await expect(message).to_contain_text("본문으로 미루어 2025-02-13")
    await expect(message).to_contain_text("※ 기사 당시 계획")
    await shot("answer")
    await message.get_by_role("button", name="KT와 MS").first.click()
    await expect(message).to_contain_text("질문: KT와 MS")
    await message.get_by_role("button", name="채널에 공유").click()
    await expect(page.locator(".message.ephemeral")).to_have_count(0)
    await expect(page.locator(".message").last).to_contain_text("님이 공유했습니다.")


async def test_an_overview_is_paged_and_dismissed(page: Page, shot: Shot) -> None:
    message = await ask(page, "KT")
    await expect(message).to_contain_text("1~8번째")
    await shot("overview")
    await message.get_by_role("button", name="더 보기").click()
    await expect(message).to_contain_text("9~")
    await message.get_by_role("button", name="주제 고르기").click()
    await page.get_by_role("combobox", name="찾기").fill("AX 전략 펀드")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(message.locator("strong", has_text="AX 전략 펀드")).to_be_visible()
    await message.get_by_role("button", name="지우기").click()
    await expect(page.locator(".message.ephemeral")).to_have_count(0)


async def test_a_comparison_is_a_table_with_sources(page: Page, shot: Shot) -> None:
    message = await ask(page, "SKT vs KT 데이터센터")
    await expect(message.locator("th")).to_have_text(["주제", "SKT", "KT"])
    for cell in await message.locator("td").all():
        if "“" in await cell.inner_text():
            await expect(cell).to_contain_text("— ")
    await shot("comparison")


async def test_a_wrong_premise_is_corrected(page: Page, shot: Shot) -> None:
    message = await ask(page, "네이버의 엑사원은 뭐야")
    await expect(message).to_contain_text("질문의 ‘네이버’는 기사 내용과 다릅니다.")
    await expect(message.locator("blockquote")).to_contain_text("LG AI연구원이 개발한")
    await shot("correction")


async def test_what_is_not_known_is_left_for_the_curators(page: Page, shot: Shot) -> None:
    message = await ask(page, "익시오 가입자 수")
    await expect(message).to_contain_text("기사에 없습니다")
    await expect(message.get_by_role("button", name="인용 보기")).to_have_count(3)
    await message.get_by_role("button", name="담당자에게 묻기").click()
    await expect(page.locator(".message.ephemeral").last).to_contain_text("담당자에게 질문을 남겼습니다.")
    await shot("unknown")
    await page.get_by_role("navigation").get_by_role("button", name="telco").click()
    await expect(page.locator(".home")).to_contain_text("익시오 가입자 수 (2025-03-10)")


async def test_a_thumb_down_asks_why(page: Page, shot: Shot, judgements: MemoryJudgements) -> None:
    await page.locator("#composer-input").fill(f"@telco {QUESTION}")
    await page.keyboard.press("Enter")
    thread = page.get_by_role("complementary", name="스레드")
    await thread.get_by_role("button", name="도움이 되지 않았습니다").click()
    dialog = page.get_by_role("dialog", name="의견 남기기")
    await dialog.get_by_label("기타").check()
    await dialog.get_by_role("button", name="보내기").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("적어 주십시오")
    await shot("why")
    await dialog.get_by_label("자세히").fill("더 짧게")
    await dialog.get_by_role("button", name="보내기").click()
    await expect(dialog).to_contain_text("의견 고맙습니다.")
    (kept,) = judgements.kept.values()
    assert (kept.question, kept.reasons, kept.comment) == (QUESTION, (Reason.OTHER,), "더 짧게")
    assert kept.fact_ids[0] == "kt-ms-investment"


async def test_home_answers_a_search_and_the_agent_pane_suggests(page: Page, shot: Shot) -> None:
    await page.get_by_role("navigation").get_by_role("button", name="telco").click()
    home = page.locator(".home")
    await expect(home).to_contain_text("새로 들어온 소식")
    await shot("home")
    await home.get_by_label("무엇이 궁금하십니까?").fill("익시오 유료화 시기")
    await page.keyboard.press("Enter")
    await expect(home.locator("blockquote")).to_contain_text("유료화")
    await home.get_by_role("button", name="SKT", exact=True).click()
    await expect(home).to_contain_text("SKT 관련 사실")
    await page.get_by_role("tab", name="메시지").click()
    await expect(page.locator(".prompt")).to_have_count(4)
    await page.locator(".prompt").last.click()
    await expect(page.locator("#main .message table")).to_be_visible()


async def test_a_mistyped_command_names_the_nearest(page: Page) -> None:
    message = await ask(page, "츨처")
    await message.get_by_role("button", name="출처").click()
    await expect(message).to_contain_text("CEO스코어데일리")
