"""Posts what must appear once, and finds it again; fulfils services.digest_ports.Messenger."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from json import JSONDecodeError
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.services.digest_values import (
    ChannelGoneError,
    Payload,
    PostError,
    RateLimitedError,
    RefusedError,
    UnreadableError,
    UnsureError,
)

EVENT_TYPE = "telco_message"
"""The metadata's event_type; its payload holds the message's id and nothing private."""
GONE = frozenset({"channel_not_found", "is_archived", "not_in_channel", "user_not_found", "user_disabled"})
"""What chat.postMessage answers where nothing can ever arrive (its page lists these errors)."""
UNKNOWN_FATE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Errors after which, as the method pages say, part of the operation may have succeeded."""
_PAGE = 100
_PAGES = 50
_DEFAULT_RETRY_AFTER = 30.0

ClientOf = Callable[[str], Awaitable[AsyncWebClient]]


class OnceMessenger:
    """Over a client for each workspace, whose calls are never repeated by the SDK.

    ``client_of`` gives the client of a team; its ``retry_handlers`` are ignored.
    """

    def __init__(self, client_of: ClientOf) -> None:
        self._client_of = client_of

    async def post(self, team: str, channel: str, payload: Payload, message_id: str) -> str:
        client = _without_retries(await self._client_of(team))
        try:
            answer = await client.chat_postMessage(
                channel=channel,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"id": message_id}},
                unfurl_links=False,
                unfurl_media=False,
                parse="none",
                **payload,
            )
        except SlackApiError as error:
            raise _why_not_posted(error) from error
        except aiohttp.ClientConnectorError as error:
            raise RefusedError("unreachable") from error  # nothing was sent
        except (aiohttp.ClientError, TimeoutError, JSONDecodeError) as error:
            raise UnsureError(type(error).__name__) from error
        return str(answer["ts"])

    async def find(
        self, team: str, channel: str, message_id: str, since: dt.datetime, thread: str | None = None
    ) -> str | None:
        client = _without_retries(await self._client_of(team))
        cursor = ""
        for _ in range(_PAGES):
            page = await _page(client, channel, since, thread, cursor)
            for message in page.get("messages") or []:
                if _id_of(message) == message_id:
                    return str(message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None
        raise UnreadableError("too many messages")


async def _page(
    client: AsyncWebClient, channel: str, since: dt.datetime, thread: str | None, cursor: str
) -> Mapping[str, Any]:
    asked: dict[str, Any] = {
        "channel": channel,
        "oldest": f"{since.timestamp():.6f}",
        "include_all_metadata": True,
        "limit": _PAGE,
    }
    if cursor:
        asked["cursor"] = cursor
    try:
        if thread:
            answer = await client.conversations_replies(ts=thread, **asked)
        else:
            answer = await client.conversations_history(**asked)
    except SlackApiError as error:
        code, why = _code(error), _why_not_posted(error)
        raise why if isinstance(why, RateLimitedError | UnsureError) else UnreadableError(code) from error
    except (aiohttp.ClientError, TimeoutError, JSONDecodeError) as error:
        raise UnsureError(type(error).__name__) from error
    data = answer.data
    if not isinstance(data, dict):
        raise UnsureError("no JSON")
    return data


def _without_retries(client: AsyncWebClient) -> AsyncWebClient:
    """The same client without retry handlers: each of them could post twice."""
    if not client.retry_handlers:
        return client
    bare = AsyncWebClient(
        token=client.token,
        base_url=client.base_url,
        session=client.session,
        timeout=client.timeout,
        retry_handlers=[],
    )
    bare.proxy = client.proxy
    return bare


def _why_not_posted(error: SlackApiError) -> PostError:
    code, status = _code(error), _status(error)
    if status == 429 or code == "ratelimited":
        return RateLimitedError(_retry_after(error))
    if not code or status >= 500 or code in UNKNOWN_FATE:
        return UnsureError(code or f"HTTP {status}")
    return ChannelGoneError(code) if code in GONE else RefusedError(code)


def _code(error: SlackApiError) -> str:
    """Slack's word for what is wrong; empty where the answer was not Slack's, or was cut off."""
    data = getattr(error.response, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def _status(error: SlackApiError) -> int:
    """The HTTP status; for an answer that is no JSON the SDK hands over aiohttp's own response."""
    response = error.response
    status: int = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    return status


def _retry_after(error: SlackApiError) -> float:
    headers = {name.lower(): value for name, value in error.response.headers.items()}
    try:
        return float(headers.get("retry-after", _DEFAULT_RETRY_AFTER))
    except (TypeError, ValueError):
        return _DEFAULT_RETRY_AFTER


def _id_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    found = (metadata.get("event_payload") or {}).get("id")
    return str(found) if found else None
