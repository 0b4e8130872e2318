"""Sends messages to Slack: as posts, through a response_url, and as App Home."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackClientError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.blocks import Message


class ResponseUrlError(SlackClientError):
    """Slack did not take a message for a response_url; the message names its answer."""


async def post(client: AsyncWebClient, channel: str, thread: str | None, message: Message) -> None:
    """Posts the message into the channel, in ``thread`` unless that is None.

    Raises SlackApiError where Slack refuses it.
    """
    await client.chat_postMessage(
        channel=channel,
        thread_ts=thread,
        text=message.text,
        blocks=message.blocks,
        unfurl_links=False,
        unfurl_media=False,
        parse="none",  # without it Slack makes links of what merely looks like one
    )


async def post_privately(
    client: AsyncWebClient, channel: str, user: str, thread: str | None, message: Message
) -> None:
    """Posts a message that only the user sees. Raises SlackApiError where Slack refuses it."""
    await client.chat_postEphemeral(
        channel=channel,
        user=user,
        thread_ts=thread,
        text=message.text,
        blocks=message.blocks,
        parse="none",
    )


async def respond(
    client: AsyncWebClient, url: str, message: Message, *, replace: bool = False, thread: str | None = None
) -> None:
    """Answers privately through a response_url, in place of the message there if ``replace``."""
    content = {**_content(message), "response_type": "ephemeral", "replace_original": replace}
    await _send(client, url, {**content, **({"thread_ts": thread} if thread else {})})


async def publish(client: AsyncWebClient, url: str, message: Message) -> None:
    """Posts through a response_url for everyone in the channel."""
    await _send(client, url, {**_content(message), "response_type": "in_channel", "replace_original": False})


async def remove(client: AsyncWebClient, url: str) -> None:
    """Removes the message that the response_url belongs to."""
    await _send(client, url, {"delete_original": True})


async def update_home(client: AsyncWebClient, user: str, view: View) -> None:
    await client.views_publish(user_id=user, view=view)


def _content(message: Message) -> dict[str, Any]:
    return {
        "text": message.text,
        "blocks": [block.to_dict() for block in message.blocks],
        "unfurl_links": False,
        "unfurl_media": False,
    }


async def _send(client: AsyncWebClient, url: str, content: Mapping[str, Any]) -> None:
    webhook = AsyncWebhookClient(url, session=client.session, timeout=client.timeout, retry_handlers=[])
    webhook.proxy = client.proxy  # otherwise it takes the environment's, for local addresses too
    response = await webhook.send_dict(dict(content))
    if response.status_code != 200:
        raise ResponseUrlError(f"response_url: {response.status_code} {response.body[:200]}")
