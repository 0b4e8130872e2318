"""What happens when a listener fails: a log entry without secrets, and a kind word to the user."""

import asyncio
import logging
from typing import Any

from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import texts
from bot.slack.blocks import Message
from bot.slack.blocks.parts import section
from bot.slack.client import UNREACHABLE, error_code
from bot.slack.messenger import post, respond

SENDING_FAILED = (SlackClientError, *UNREACHABLE)
"""Failures of talking to Slack: the message may have arrived, and telling the user would fail as well."""

ACK_SECONDS = 0.05

log = logging.getLogger(__name__)


async def report(error: Exception, body: dict[str, Any], client: AsyncWebClient) -> None:
    """Bolt's error handler.

    It waits a moment first: Bolt drops the ack of a listener that fails before the ack was sent (its
    runner looks for it every 10 ms and clears it after this handler), and Slack would deliver again.
    """
    await asyncio.sleep(ACK_SECONDS)
    event = body.get("event") or {}
    kind = event.get("type") or body.get("command") or body.get("type")
    if isinstance(error, SlackApiError):
        log.error("%s: Slack refused it: %s", kind, error_code(error))
    elif isinstance(error, SENDING_FAILED):
        log.error("%s: could not reach Slack: %s: %s", kind, type(error).__name__, error)
    else:
        log.error("%s failed", kind, exc_info=error)
        await _apologise(event, body, client)


async def _apologise(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
    message = Message(texts.FAILED, (section(texts.FAILED),))
    try:
        if url := body.get("response_url"):
            await respond(client, url, message)
        elif event.get("type") in ("app_mention", "message"):
            in_channel = event["ts"] if event["type"] == "app_mention" else None
            await post(client, event["channel"], event.get("thread_ts") or in_channel, message)
    except SENDING_FAILED as failure:
        log.error("could not tell the user: %s", type(failure).__name__)
