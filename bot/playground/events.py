"""Builds the Events API payloads that a change in the workspace gives rise to. Pure.

Shapes: https://docs.slack.dev/reference/events and https://docs.slack.dev/apis/events-api
"""

from collections.abc import Iterator

from bot.playground import links
from bot.playground.app import Step
from bot.playground.ids import new_id
from bot.playground.model import Channel, Json, Message, View
from bot.playground.workspace import SLACKBOT, Change, Workspace


def event_callback(workspace: Workspace, event: Json) -> Json:
    """Wrap an event as Slack sends it, with an event_id of its own."""
    return {
        "token": "verification-token",
        "team_id": workspace.team_id,
        "context_team_id": workspace.team_id,
        "context_enterprise_id": None,
        "api_app_id": workspace.app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": new_id("Ev"),
        "event_time": int(workspace.clock()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team_id,
                "user_id": workspace.app.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": new_id("4-"),
    }


def events_of(workspace: Workspace, change: Change) -> list[Json]:
    """Return the events that the installed app receives for a change; a mention gives two."""
    return [event for name, event in _events(workspace, change) if workspace.app.subscribes(name)]


def _events(workspace: Workspace, change: Change) -> Iterator[tuple[str, Json]]:
    if change.kind == "joined" and change.data:
        channel = workspace.channels[change.data["channel"]]
        yield "member_joined_channel", _joined(workspace, channel, change.data["user"])
        return
    message = change.message
    if message is None or message.ephemeral_for or message.user == SLACKBOT:
        return
    channel = workspace.channels[message.channel]
    if workspace.app.bot_user_id not in channel.members:  # the app hears of its own channels alone
        return
    match change.kind:
        case "posted":
            if _mentions(workspace, message) and channel.kind == "channel":
                yield "app_mention", _app_mention(workspace, message)
            yield _subscription(channel), _message(workspace, channel, message)
            if not message.bot_id and (found := links.shared(workspace, message)):
                yield "link_shared", _link_shared(message, found)
        case "edited":
            yield _subscription(channel), _changed(workspace, channel, message, change.before or {})
        case "deleted":
            yield _subscription(channel), _deleted(workspace, channel, message)
        case "reacted":
            data = change.data or {}
            name = "reaction_added" if data["added"] else "reaction_removed"
            yield name, _reaction(workspace, name, message, data)


def _subscription(channel: Channel) -> str:
    return "message.im" if channel.kind == "im" else "message.channels"


def _mentions(workspace: Workspace, message: Message) -> bool:
    return f"<@{workspace.app.bot_user_id}>" in message.text and not message.bot_id


def _body(workspace: Workspace, message: Message) -> Json:
    own = message.to_slack(workspace.team_id)
    own.pop("reactions", None)
    own |= {"channel": message.channel, "event_ts": message.ts}
    if message.is_reply:
        own |= workspace.thread_fields(message)
    else:
        own.pop("thread_ts", None)
    return own


def _app_mention(workspace: Workspace, message: Message) -> Json:
    return _body(workspace, message) | {"type": "app_mention"}


def _message(workspace: Workspace, channel: Channel, message: Message) -> Json:
    return _body(workspace, message) | {"channel_type": channel.kind}


def _changed(workspace: Workspace, channel: Channel, message: Message, before: Json) -> Json:
    now = workspace.new_ts()
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "message": message.to_slack(workspace.team_id),
        "previous_message": before,
        "channel": channel.id,
        "ts": now,
        "event_ts": now,
        "channel_type": channel.kind,
    }


def _deleted(workspace: Workspace, channel: Channel, message: Message) -> Json:
    now = workspace.new_ts()
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "deleted_ts": message.ts,
        "previous_message": message.to_slack(workspace.team_id),
        "channel": channel.id,
        "ts": now,
        "event_ts": now,
        "channel_type": channel.kind,
    }


def _reaction(workspace: Workspace, kind: str, message: Message, data: Json) -> Json:
    return {
        "type": kind,
        "user": data["user"],
        "reaction": data["name"],
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "item_user": message.user,
        "event_ts": workspace.new_ts(),
    }


def _link_shared(message: Message, links_: list[Json]) -> Json:
    return {
        "type": "link_shared",
        "user": message.user,
        "channel": message.channel,
        "message_ts": message.ts,
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        "unfurl_id": f"{message.channel}-{message.ts}",
        "source": "conversations_history",
        "links": links_,
        "is_bot_user_member": True,
        "event_ts": message.ts,
    }


def function_executed(workspace: Workspace, step: Step, execution: str, inputs: Json, token: str) -> Json:
    """Return the event of a workflow that reaches a step of the app, with the token to complete it by.

    https://docs.slack.dev/reference/events/function_executed
    """
    function = {
        "id": f"Fn{step.callback_id.upper()}",
        "callback_id": step.callback_id,
        "title": step.title,
        "description": step.description,
        "type": "app",
        "input_parameters": list(step.inputs),
        "output_parameters": list(step.outputs),
        "app_id": workspace.app.app_id,
        "date_created": 0,
        "date_updated": 0,
        "date_deleted": 0,
    }
    return {
        "type": "function_executed",
        "function": function,
        "inputs": inputs,
        "function_execution_id": execution,
        "workflow_execution_id": new_id("Wx"),
        "event_ts": workspace.new_ts(),
        "bot_access_token": token,
    }


def _joined(workspace: Workspace, channel: Channel, user: str) -> Json:
    return {
        "type": "member_joined_channel",
        "user": user,
        "channel": channel.id,
        "channel_type": "C",
        "team": workspace.team_id,
        "event_ts": workspace.new_ts(),
    }


def app_home_opened(workspace: Workspace, user: str, channel: Channel, tab: str) -> Json:
    """Return the event of a person opening the app's Home or Messages tab (``tab``: home or messages)."""
    event: Json = {
        "type": "app_home_opened",
        "user": user,
        "channel": channel.id,
        "tab": tab,
        "event_ts": workspace.new_ts(),
    }
    view: View | None = workspace.views.homes.get(user)
    if view is not None and tab == "home":
        event["view"] = workspace.views.to_slack(view)
    return event
