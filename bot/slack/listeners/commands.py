"""/telco: a private answer to the words after it, or what they want done about the channel's digest."""

import re
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.commands import with_nearest
from bot.slack.asked import Asked
from bot.slack.blocks import PRIVATE_ECHO
from bot.slack.desk import Desk
from bot.slack.incoming import plain_text
from bot.slack.listeners.digest import answer_digest
from bot.slack.messenger import respond

_DIGEST = re.compile(r"다이제스트|\bdigests?\b", re.IGNORECASE)


async def answer_command(ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient, desk: Desk) -> None:
    await ack()
    if await desk.takes_trigger(command.get("trigger_id")):
        asked = Asked(plain_text(command.get("text") or ""))
        message = desk.refusal(command["user_id"], command["channel_id"])
        if message is None and desk.digests is not None and _DIGEST.search(asked.question):
            await answer_digest(asked.question, command, client, desk.digests)
            return
        message = message or desk.answer(asked, PRIVATE_ECHO, with_nearest)
        if message.text:
            await respond(client, command["response_url"], message)
