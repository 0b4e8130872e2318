"""The client of Slack's Web API."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

UNREACHABLE = (aiohttp.ClientError, TimeoutError)
"""What a call raises where Slack could not be reached."""
TIMEOUT_SECONDS = 10


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
