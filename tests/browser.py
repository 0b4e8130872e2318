"""Chromium as the browser tests use it: the system's own, with a page on which no script may fail."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Page, async_playwright

from tests.parts import missing

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)


@asynccontextmanager
async def opened(
    url: str, *, console: bool = False, width: int = 1280, **options: Any
) -> AsyncIterator[Page]:
    """A page at ``url``, 900 px high. A script error fails the test; with ``console`` a logged one too."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        missing("Chromium is not installed: apt-get install chromium fonts-nanum")
    errors: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        page = await browser.new_page(viewport={"width": width, "height": 900}, locale="ko-KR", **options)
        page.on("pageerror", lambda error: errors.append(str(error)))
        if console:
            page.on(
                "console", lambda message: errors.append(message.text) if message.type == "error" else None
            )
        await page.goto(url)
        yield page
        await browser.close()
    assert errors == []
