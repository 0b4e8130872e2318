"""What an app may do with a response_url, or in the ack of a slash command.

Source: https://docs.slack.dev/interactivity/handling-user-interaction ("Message responses").
"""

from typing import Any

from bot.playground.blocks import with_ids
from bot.playground.errors import SlackError
from bot.playground.limits import check_blocks
from bot.playground.model import Json, Message
from bot.playground.workspace import Workspace


def respond(workspace: Workspace, origin: Json, body: Json) -> None:
    """Post, replace or delete as ``body`` says.

    ``origin`` is where the url was given out: channel, user, and message_ts where it was a message. Raises
    SlackError ``no_text``, ``invalid_blocks`` or ``message_not_found``.
    """
    channel = workspace.channel(origin["channel"])
    original = workspace.shown(channel, origin.get("message_ts") or "")
    if body.get("delete_original"):
        workspace.delete(_present(original))
        return
    fields = _fields(body)
    if body.get("replace_original") and origin.get("message_ts"):
        workspace.edit(_present(original), by=workspace.app.bot_user_id, mark=False, **fields)
        return
    private = body.get("response_type", "ephemeral") != "in_channel"
    workspace.post_as_app(
        channel,
        fields.pop("text"),
        ephemeral_for=origin["user"] if private else "",
        thread_ts=body.get("thread_ts"),
        metadata=None if private else body.get("metadata"),
        **fields,
    )


def _present(message: Message | None) -> Message:
    if message is None:
        raise SlackError("message_not_found")
    return message


def _fields(body: Json) -> dict[str, Any]:
    blocks = body.get("blocks") or []
    text = body.get("text") or ""
    if not (text or blocks or body.get("attachments")):
        raise SlackError("no_text")
    if faults := check_blocks(blocks) if blocks else []:
        raise SlackError("invalid_blocks", faults)
    return {"text": text, "blocks": with_ids(blocks), "attachments": body.get("attachments") or []}
