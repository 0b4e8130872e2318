"""The real bot in the local workspace's page, used in Chromium as a person would."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.domain.base import FactBase
from bot.slack import texts
from tests.browser import opened
from tests.slack.workspace import Workspace, workspace

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c636060606000000005000157a2d5460000000049454e44ae426082"
)
"""A PNG image of one pixel."""


@pytest_asyncio.fixture
async def place(base: FactBase) -> AsyncIterator[Workspace]:
    async with workspace(base, lambda _: PIXEL) as made:
        yield made


@pytest_asyncio.fixture(params=["light", "dark"])
async def page(place: Workspace, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """The page in light and dark; a script error fails the test."""
    async with opened(place.server.url, width=1360, color_scheme=request.param) as made:
        await expect(made.locator("#composer-input")).to_be_visible()
        yield made


async def test_a_timeline_is_seen_as_a_table_and_a_picture(page: Page) -> None:
    await page.locator("#composer-input").fill("@telco KT 일정")
    await page.keyboard.press("Enter")
    await page.locator("#main .thread-link").click()
    thread = page.get_by_role("complementary", name="스레드")
    await expect(thread.locator("table th")).to_have_text(list(texts.TIMELINE_COLUMNS))
    await expect(thread.locator("table tbody tr").first).to_contain_text("2024년 9월")
    picture = thread.locator("img[alt^='일정']")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.complete && image.naturalWidth") == 1
    await thread.get_by_role("button", name=texts.MORE).click()
    await expect(thread.locator("table")).to_contain_text("2025년")


async def test_the_search_suggests_and_answers(page: Page) -> None:
    await page.get_by_role("button", name="바로 가기").click()
    await page.get_by_role("option", name=texts.FIND_SHORTCUT).click()
    modal = page.get_by_role("dialog")
    await modal.get_by_text(texts.FIND_EXAMPLE).click()
    await page.locator(".menu-search").press_sequentially("ㅇㅇㄷ")
    await expect(page.get_by_role("option").first).to_have_text("에이닷")
    await page.locator(".menu-search").fill("에이닷 비즈 출시")
    await page.get_by_role("option", name="에이닷 비즈 출시 시기", exact=True).click()
    await modal.get_by_role("button", name=texts.FIND, exact=True).click()
    await expect(modal.locator("blockquote")).to_contain_text("상반기")
    await modal.get_by_role("button", name=texts.SEND_TO_ME).click()
    await expect(modal).to_contain_text(texts.SENT_TO_YOU)


async def test_a_message_is_checked(page: Page) -> None:
    await page.locator("#composer-input").fill("김영섭은 SKT 대표다. KT는 5G 요금제를 인하했다.")
    await page.keyboard.press("Enter")
    message = page.locator(".message", has_text="요금제")
    await message.hover()
    await message.get_by_role("button", name="추가 작업").click()
    await page.get_by_role("option", name=texts.CHECK_SHORTCUT).click()
    modal = page.get_by_role("dialog")
    await expect(modal).to_contain_text(texts.FINDINGS["differs"])
    await expect(modal).to_contain_text("‘SKT’: 회사나 기관이 다릅니다")
    await expect(modal.locator("blockquote")).to_contain_text("김영섭 KT 대표")
    await expect(modal).to_contain_text(texts.NOT_KNOWN)


async def test_a_workflow_step_is_tried(page: Page) -> None:
    await page.get_by_role("button", name="바로 가기").click()
    await page.get_by_role("option", name=texts.STEP_TITLE).click()
    modal = page.get_by_role("dialog")
    await modal.get_by_label(texts.STEP_QUESTION).fill("KT가 MS와 손잡고 얼마를 투자해?")
    await modal.get_by_role("button", name="실행").click()
    await expect(modal).to_contain_text("2조 4천억 원")
    await expect(modal).to_contain_text(texts.STEP_OUTPUTS["source"])
