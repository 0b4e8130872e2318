"""The earlier questions of a conversation, so that a follow-up ("KT는?") can be understood."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.client import UNREACHABLE, error_code
from bot.slack.incoming import Incoming, mentions, plain_text, written_by_a_person

THREAD_TURNS = 6
"""Earlier questions of a thread that are read."""
DIRECT_TURNS = 3
DIRECT_SECONDS = 600
"""In a direct message without a thread: this many questions, no older than this."""
_PAGE = 200
"""Messages asked for at once (https://docs.slack.dev/apis/web-api/pagination: 100 to 200)."""
_PAGES = 5

log = logging.getLogger(__name__)


async def of_mention(client: AsyncWebClient, asked: Incoming, bot_user_id: str) -> tuple[str, ...]:
    """What people asked the bot earlier in the thread of a mention, oldest first."""
    if asked.thread is None:
        return ()
    messages = [m for m in await _thread(client, asked) if mentions(m.get("text") or "", bot_user_id)]
    return _questions(messages, asked)[-THREAD_TURNS:]


async def of_direct_message(client: AsyncWebClient, asked: Incoming) -> tuple[str, ...]:
    """What the user asked earlier in the thread, or else in the last minutes of the conversation."""
    if asked.thread is not None:
        return _questions(await _thread(client, asked), asked)[-THREAD_TURNS:]
    return _questions(await _recent(client, asked), asked)[-DIRECT_TURNS:]


async def _thread(client: AsyncWebClient, asked: Incoming) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []
    cursor: str | None = None
    for _ in range(_PAGES):
        try:
            page = await client.conversations_replies(
                channel=asked.channel, ts=asked.thread or asked.ts, limit=_PAGE, cursor=cursor
            )
        except (SlackApiError, *UNREACHABLE) as error:
            return _without("conversations.replies", error)
        messages += page.get("messages") or []
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            break
    return messages


async def _recent(client: AsyncWebClient, asked: Incoming) -> list[dict[str, Any]]:
    oldest = f"{float(asked.ts) - DIRECT_SECONDS:.6f}"
    try:
        page = await client.conversations_history(
            channel=asked.channel, oldest=oldest, latest=asked.ts, limit=4 * DIRECT_TURNS
        )
    except (SlackApiError, *UNREACHABLE) as error:
        return _without("conversations.history", error)
    return page.get("messages") or []


def _questions(messages: Iterable[Mapping[str, Any]], asked: Incoming) -> tuple[str, ...]:
    earlier = [m for m in messages if written_by_a_person(m) and float(m["ts"]) < float(asked.ts)]
    earlier.sort(key=lambda m: float(m["ts"]))
    return tuple(text for m in earlier if (text := plain_text(m.get("text") or "")))


def _without(method: str, error: Exception) -> list[dict[str, Any]]:
    """An answer without its history is better than none: a missing scope or a rate limit is only logged."""
    why = error_code(error) if isinstance(error, SlackApiError) else type(error).__name__
    log.warning("%s: %s; answering without the conversation", method, why)
    return []
