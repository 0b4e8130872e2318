"""A digest in Chromium: turned on in the page, posted by the real scheduler at its time."""

import datetime as dt
import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from bot.domain.base import FactBase
from bot.slack import texts
from bot.wiring.digests import Digests, passing_store
from tests.browser import opened
from tests.services.fakes import START, FakeClock
from tests.slack.workspace import Workspace, workspace


@pytest.fixture
def clock() -> FakeClock:
    """A minute before the digest's time, until a test moves it."""
    return FakeClock(START - dt.timedelta(minutes=1))


@pytest.fixture
async def place(base: FactBase, clock: FakeClock) -> AsyncIterator[Workspace]:
    with passing_store() as store:
        async with workspace(base, digests=Digests(store, lambda: base, "Asia/Seoul", clock)) as made:
            yield made
        await store.close()


@pytest.fixture
async def page(place: Workspace) -> AsyncIterator[Page]:
    """The workspace's page; a script error fails the test."""
    async with opened(place.server.url) as made:
        yield made


async def test_a_digest_is_turned_on_changed_and_comes_at_its_time(page: Page, clock: FakeClock) -> None:
    await page.locator("#composer-input").fill("/telco 다이제스트 켜기 07:00 평일")
    await page.keyboard.press("Enter")
    messages = page.locator("#main .message")
    await expect(messages.filter(has_text="켰습니다")).to_contain_text("평일 오전 7시")

    await page.locator("#composer-input").fill("/telco 다이제스트 상태")
    await page.keyboard.press("Enter")
    await messages.get_by_role("button", name=texts.DIGEST_CHANGE).click()
    modal = page.get_by_role("dialog")
    await modal.locator("input[type=time]").fill("08:30")
    await modal.get_by_label("KT", exact=True).check()
    await modal.get_by_role("button", name=texts.DIGEST_SAVE).click()
    await expect(messages.filter(has_text="오전 8시 30분 · KT").first).to_be_visible()
    await expect(modal).to_be_hidden()

    clock.move(minutes=1)
    digest = messages.filter(has_text="11월 23일 월요일 통신사 AI 다이제스트").filter(
        has=page.locator("blockquote")
    )
    await expect(digest).to_have_count(1)
    assert await digest.locator("blockquote").count() >= 3
    await expect(digest).to_contain_text(re.compile("기자 · .*2025-03-04"))
    await expect(digest.get_by_role("button", name=texts.DIGEST_SETTINGS)).to_be_visible()
