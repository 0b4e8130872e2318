"""Links to sources that somebody posts: shown with what the bot knows of them."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.blocks.unfurl import unfurl
from bot.slack.desk import Desk


async def unfurl_links(event: dict[str, Any], client: AsyncWebClient, desk: Desk) -> None:
    """Unfurls the links that lead to a source; others are left alone.

    https://docs.slack.dev/reference/events/link_shared: while a message is composed, ``message_ts`` is
    no message's; ``unfurl_id`` and ``source`` name the draft then, and no channel is known.
    """
    if not desk.access.serves(event["channel"]):
        return
    urls = [link["url"] for link in event.get("links", ())]
    found = {url: desk.tools.know_link(url.replace("&amp;", "&")) for url in urls}  # as the text has it
    unfurls = {
        url: {"blocks": [block.to_dict() for block in unfurl(source)]}
        for url, source in found.items()
        if source is not None
    }
    if not unfurls:
        return
    if event.get("source") == "composer":
        await client.chat_unfurl(unfurl_id=event["unfurl_id"], source=event["source"], unfurls=unfurls)
    else:
        await client.chat_unfurl(channel=event["channel"], ts=event["message_ts"], unfurls=unfurls)
