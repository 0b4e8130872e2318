"""The other way to an app: signed requests to its URL, as Slack sends them in HTTP mode.

Sources: https://docs.slack.dev/authentication/verifying-requests-from-slack for the signature,
https://docs.slack.dev/apis/events-api for the retry headers.
"""

import hashlib
import hmac
import json
from urllib.parse import urlencode

import aiohttp

from bot.playground.delivery import NoConnectionError, NotAckedError
from bot.playground.model import Json
from bot.playground.tickets import Clock


def signature(secret: str, timestamp: str, body: str) -> str:
    """Return the value of ``X-Slack-Signature``."""
    message = f"v0:{timestamp}:{body}".encode()
    return "v0=" + hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


class HttpMode:
    """A ``Transport`` that posts to ``url``: JSON for events, forms for commands and interactions."""

    def __init__(self, url: str, signing_secret: str, clock: Clock) -> None:
        self._url = url
        self._secret = signing_secret
        self._clock = clock

    async def deliver(self, envelope: Json, seconds: float) -> Json:
        """Post the payload; an answer of 200 is its ack. See ``Transport``."""
        content_type, body = _encoded(envelope)
        timestamp = str(int(self._clock()))
        headers = {
            "content-type": content_type,
            "x-slack-request-timestamp": timestamp,
            "x-slack-signature": signature(self._secret, timestamp, body),
        }
        if attempt := envelope.get("retry_attempt"):
            headers |= {"x-slack-retry-num": str(attempt), "x-slack-retry-reason": "http_timeout"}
        timeout = aiohttp.ClientTimeout(total=seconds)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(self._url, data=body.encode(), headers=headers) as answer,
            ):
                return _ack(answer.status, answer.content_type, await answer.text())
        except TimeoutError:
            raise NotAckedError from None
        except aiohttp.ClientError:
            raise NoConnectionError from None


def _encoded(envelope: Json) -> tuple[str, str]:
    payload = envelope["payload"]
    if envelope["type"] == "events_api":
        return "application/json", json.dumps(payload)
    fields = payload if envelope["type"] == "slash_commands" else {"payload": json.dumps(payload)}
    return "application/x-www-form-urlencoded", urlencode(fields)


def _ack(status: int, content_type: str, text: str) -> Json:
    if status != 200:
        raise NotAckedError
    if content_type == "application/json" and text:
        found = json.loads(text)
        return found if isinstance(found, dict) else {}
    return {"text": text} if text else {}
