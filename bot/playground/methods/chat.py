"""chat.*: posting, changing and deleting messages."""

from collections.abc import Mapping
from typing import Any

from bot.playground import links
from bot.playground.blocks import with_ids
from bot.playground.errors import SlackError
from bot.playground.limits import BLOCKS_LENGTH, MESSAGE_TEXT, UPDATE_TEXT, blocks_length, check_blocks
from bot.playground.methods.call import Call, Method
from bot.playground.model import Channel, Json, Message


def post_message(call: Call) -> Json:
    """Post as the app, in a thread where ``thread_ts`` names one."""
    channel = call.joined_channel()
    fields = _content(call)
    fields["thread_ts"] = _thread(call, channel)
    fields["broadcast"] = bool(fields["thread_ts"]) and call.flag("reply_broadcast")
    fields["metadata"] = _metadata(call)
    message = call.workspace.post_as_app(channel, fields.pop("text"), **fields)
    return {"channel": channel.id, "ts": message.ts, "message": call.to_slack(message)}


def post_ephemeral(call: Call) -> Json:
    """Show a message to one member of the channel."""
    channel = call.joined_channel()
    user = call.workspace.user(call.need("user", "user_not_found"))
    if user.id not in channel.members:
        raise SlackError("user_not_in_channel")
    fields = _content(call)
    fields["thread_ts"] = _thread(call, channel)
    message = call.workspace.post_as_app(channel, fields.pop("text"), ephemeral_for=user.id, **fields)
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    """Change a message of the app; what is not given stays, but text alone takes the blocks away."""
    channel = call.channel()
    message = _own(call, channel, "cant_update_message")
    if len(call.text("text")) > UPDATE_TEXT:
        raise SlackError("msg_too_long")
    fields = _content(call)
    if call.json("metadata") is not None:
        fields["metadata"] = _metadata(call)
    call.workspace.edit(message, by=call.workspace.app.bot_user_id, **fields)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": call.to_slack(message)}


def delete(call: Call) -> Json:
    """Delete a message of the app."""
    channel = call.channel()
    message = _own(call, channel, "cant_delete_message")
    call.workspace.delete(message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    """Return a message's address in the page."""
    channel = call.channel()
    message = call.workspace.message(channel, call.need("message_ts", "message_not_found"))
    return {
        "channel": channel.id,
        "permalink": f"{call.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}",
    }


def unfurl(call: Call) -> Json:
    """Show something below links of a message of the app's domains."""
    channel = call.channel()
    message = call.workspace.message(channel, call.need("ts", "message_not_found"))
    links.unfurl(call.workspace, message, call.json("unfurls", "cannot_parse_attachment"))
    return {}


def _own(call: Call, channel: Channel, refusal: str) -> Message:
    message = call.workspace.message(channel, call.need("ts", "message_not_found"))
    if message.user != call.workspace.app.bot_user_id:
        raise SlackError(refusal)
    return message


def _thread(call: Call, channel: Channel) -> str | None:
    thread_ts = call.text("thread_ts")
    if thread_ts and call.workspace.shown(channel, thread_ts) is None:
        raise SlackError("thread_not_found")
    return thread_ts or None


def _content(call: Call) -> dict[str, Any]:
    blocks = call.json("blocks", "invalid_blocks_format") or []
    attachments = call.json("attachments", "invalid_attachments") or []
    text = call.text("text")
    if markdown := call.text("markdown_text"):  # D: chat.postMessage: not together with text or blocks
        if text or blocks:
            raise SlackError("markdown_text_conflict")
        blocks = [{"type": "markdown", "text": markdown}]
    if not (text or blocks or attachments):
        raise SlackError("no_text")
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    if faults := check_blocks(blocks) if blocks else []:
        raise SlackError("invalid_blocks", faults)
    if blocks_length(blocks) > BLOCKS_LENGTH:
        raise SlackError("msg_blocks_too_long")
    return {"text": text[:MESSAGE_TEXT], "blocks": with_ids(blocks), "attachments": attachments}


def _metadata(call: Call) -> Json | None:
    metadata = call.json("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if not (isinstance(metadata, dict) and metadata.get("event_type")):
        raise SlackError("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    return metadata


METHODS: Mapping[str, Method] = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update,
    "chat.delete": delete,
    "chat.getPermalink": get_permalink,
    "chat.unfurl": unfurl,
}
