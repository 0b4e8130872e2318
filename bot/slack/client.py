"""The client of Slack's Web API."""

import logging
from ipaddress import ip_address
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import TelcoError
from bot.slack.advice import BAD_TOKEN, advice

UNREACHABLE = (aiohttp.ClientError, TimeoutError)
"""What a call raises where Slack could not be reached."""
TIMEOUT_SECONDS = 10

log = logging.getLogger(__name__)


def web_client(token: str, api_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """A client over one session, so that connections to Slack are kept.

    It repeats a call that was refused for its rate, which is safe, and nothing else: repeated after a
    lost connection, a message could appear twice (Slack has no idempotency key).
    """
    client = AsyncWebClient(
        token=token,
        base_url=api_url,
        session=session,
        timeout=TIMEOUT_SECONDS,
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)],
    )
    if is_local(api_url):
        client.proxy = None  # slack_sdk takes HTTP_PROXY and has no NO_PROXY
    return client


async def confirm_token(client: AsyncWebClient) -> None:
    """Raises TelcoError where Slack does not know the bot's token, so that a wrong one ends the start.

    What may pass (no connection, a rate limit) is only logged.
    """
    try:
        await client.auth_test()
    except SlackApiError as error:
        code = error_code(error)
        if code in BAD_TOKEN:
            raise TelcoError(f"SLACK_BOT_TOKEN: {advice(code)}") from None
        log.warning("auth.test: %s", code)
    except UNREACHABLE as error:
        log.warning("auth.test: could not reach Slack: %s", error)


def is_local(url: str) -> bool:
    """True for an address on this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def error_code(error: SlackApiError) -> str:
    """Slack's word for what is wrong, or the HTTP status where something before Slack answered."""
    content = error.response.data
    return str(content.get("error")) if isinstance(content, dict) else f"HTTP {error.response.status_code}"
