"""Links in messages: which an app hears of, and what it shows below them.

Sources: https://docs.slack.dev/messaging/unfurling-links-in-messages, /reference/events/link_shared,
/reference/methods/chat.unfurl.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.playground.blocks import with_ids
from bot.playground.errors import SlackError
from bot.playground.limits import check_blocks
from bot.playground.model import Json, Message
from bot.playground.workspace import Workspace

MOST_LINKS = 5
_URL = re.compile(r"<(https?://[^<>|\s]+)(?:\|[^<>]*)?>|(https?://[^\s<>|]+)")


def shared(workspace: Workspace, message: Message) -> list[Json]:
    """Return the message's links (url, domain) of the app's domains, each once."""
    found = []
    for url in dict.fromkeys(marked or bare for marked, bare in _URL.findall(message.text)):
        host = urlsplit(url).hostname or ""
        for domain in workspace.app.domains:
            if host == domain or host.endswith(f".{domain}"):
                found.append({"url": url, "domain": domain})
    return found[:MOST_LINKS]


def unfurl(workspace: Workspace, message: Message, unfurls: Any) -> None:
    """Attach what the app shows for links of the message.

    Raises SlackError ``cannot_unfurl_url``, ``cannot_unfurl_message`` or ``invalid_blocks``.
    """
    if not isinstance(unfurls, Mapping) or not unfurls:
        raise SlackError("cannot_parse_attachment")
    if message.bot_id:
        raise SlackError("cannot_unfurl_message")
    links = {link["url"] for link in shared(workspace, message)}
    attachments = list(message.attachments)
    for number, (url, content) in enumerate(unfurls.items(), len(attachments) + 1):
        if url not in links:
            raise SlackError("cannot_unfurl_url")
        blocks = content.get("blocks") or []
        if faults := check_blocks(blocks):
            raise SlackError("invalid_blocks", faults)
        made = {**content, "blocks": with_ids(blocks), "id": number, "from_url": url, "is_app_unfurl": True}
        attachments.append(made)
    workspace.edit(message, by=workspace.app.bot_user_id, mark=False, attachments=attachments)
