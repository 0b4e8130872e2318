"""The picture that goes with a timeline, uploaded where the bot answers in public."""

import asyncio
import logging

from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.reply import Reply
from bot.services.ports import Draws
from bot.slack import texts
from bot.slack.blocks import Message
from bot.slack.client import UNREACHABLE, error_code

FILE_NAME = "timeline.png"

log = logging.getLogger(__name__)


async def show_picture(
    client: AsyncWebClient, draws: Draws | None, message: Message, channel: str, thread: str | None
) -> None:
    """Uploads the picture of a message's timeline; without one, or without ``draws``, nothing.

    The table says the same: where the picture cannot be made or uploaded, that is only logged.
    """
    if draws is None or message.drawable is None:
        return
    picture = await asyncio.to_thread(draws, message.drawable)
    try:
        await client.files_upload_v2(
            channel=channel,
            thread_ts=thread,
            content=picture,
            filename=FILE_NAME,
            title=texts.PICTURE_TITLE,
            alt_txt=_alternative(message.drawable),
        )
    except SlackApiError as error:
        log.warning("the timeline's picture: Slack refused it: %s", error_code(error))
    except (SlackClientError, *UNREACHABLE) as error:
        log.warning("the timeline's picture: could not reach Slack: %s", type(error).__name__)


def _alternative(reply: Reply) -> str:
    """What the picture shows, for those who cannot see it; the table holds it all."""
    return f"{texts.PICTURE_TITLE}: {reply.message}"[:1000]
