"""App Home: a short guide with examples to press."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.blocks.home import home
from bot.slack.messenger import update_home


async def show_home(event: dict[str, Any], client: AsyncWebClient) -> None:
    if event.get("tab", "home") == "home":
        await update_home(client, event["user"], home())
