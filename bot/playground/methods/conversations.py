"""conversations.*: reading channels, their members and messages."""

from collections.abc import Mapping

from bot.playground.errors import SlackError
from bot.playground.methods.call import Call, Method, page_of
from bot.playground.model import Json, Message


def history(call: Call) -> Json:
    """Return the channel's messages without replies, newest first."""
    channel = call.joined_channel()
    found = [m for m in call.workspace.messages(channel) if not m.is_reply or m.broadcast]
    page, metadata = page_of(call, _within(call, found[::-1]))
    return _messages(call, page, metadata)


def replies(call: Call) -> Json:
    """Return a thread, oldest first; raises ``thread_not_found``."""
    channel = call.joined_channel()
    ts = call.need("ts")
    thread = call.workspace.replies(channel, ts)
    if not thread:
        raise SlackError("thread_not_found")
    parent, *answers = thread
    page, metadata = page_of(call, _within(call, answers), default=1000)
    return _messages(call, page if call.text("cursor") else [parent, *page], metadata)


def _messages(call: Call, page: list[Message], metadata: Json) -> Json:
    found = call.workspace.to_slack(page, metadata=call.flag("include_all_metadata"))
    return {
        "messages": list(found),
        "has_more": bool(metadata["next_cursor"]),
        "response_metadata": metadata,
    }


def _within(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest = _seconds(call, "oldest", 0.0), _seconds(call, "latest", float("inf"))
    ends = (oldest, latest) if call.flag("inclusive") else ()
    return [m for m in messages if oldest < float(m.ts) < latest or float(m.ts) in ends]


def _seconds(call: Call, name: str, default: float) -> float:
    try:
        return float(call.text(name) or default)
    except ValueError:
        raise SlackError(f"invalid_ts_{name}") from None


def info(call: Call) -> Json:
    """Describe one channel."""
    return {"channel": call.channel().to_slack(call.workspace.app.bot_user_id)}


def list_(call: Call) -> Json:
    """Return the channels of the kinds in ``types``, public ones where none are named."""
    kinds = {"im" if kind == "im" else "channel" for kind in (call.text("types") or "channel").split(",")}
    found = [channel for channel in call.workspace.channels.values() if channel.kind in kinds]
    page, metadata = page_of(call, found)
    bot = call.workspace.app.bot_user_id
    return {"channels": [channel.to_slack(bot) for channel in page], "response_metadata": metadata}


def members(call: Call) -> Json:
    """Return the ids of a channel's members."""
    page, metadata = page_of(call, call.channel().members)
    return {"members": page, "response_metadata": metadata}


def open_(call: Call) -> Json:
    """Open the direct message with one person."""
    if name := call.text("channel"):
        return {"channel": call.workspace.channel(name).to_slack(call.workspace.app.bot_user_id)}
    users = call.need("users", "users_list_not_supplied").split(",")
    if len(users) > 1:
        raise SlackError("method_not_supported_for_channel_type")  # group messages are not modelled
    channel = call.workspace.channel(call.workspace.user(users[0]).id)
    return {"channel": {"id": channel.id}}


METHODS: Mapping[str, Method] = {
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.info": info,
    "conversations.list": list_,
    "conversations.members": members,
    "conversations.open": open_,
}
