"""Builds the payloads of slash commands, clicks, modals and shortcuts. Pure.

Shapes: https://docs.slack.dev/interactivity/implementing-slash-commands and
https://docs.slack.dev/reference/interaction-payloads
"""

from typing import Any

from bot.playground.model import Channel, Json, Message, User, View
from bot.playground.workspace import Workspace


def slash_command(
    workspace: Workspace, user: User, channel: Channel, *, command: str, text: str, response_url: str
) -> Json:
    """Return the payload of a slash command; ``text`` is what follows the command, escaped."""
    return {
        "token": "verification-token",
        "team_id": workspace.team_id,
        "team_domain": workspace.team_domain,
        "channel_id": channel.id,
        "channel_name": channel.name or "directmessage",
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": text,
        "api_app_id": workspace.app.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": workspace.triggers.issue(user=user.id, channel=channel.id),
    }


def block_actions(
    workspace: Workspace,
    user: User,
    source: Message | View,
    *,
    action: Json,
    values: Json,
    response_url: str = "",
) -> Json:
    """Return the payload of one action in a message or view; ``values`` is the state of its inputs."""
    payload = _base(workspace, "block_actions", user)
    payload["actions"] = [{**action, "action_ts": workspace.new_ts()}]
    payload["state"] = {"values": values}
    if isinstance(source, Message):
        channel = workspace.channels[source.channel]
        payload |= _in_message(workspace, source, channel)
        payload["response_url"] = response_url
    else:
        payload["container"] = {"type": "view", "view_id": source.id}
        payload["view"] = workspace.views.to_slack(source)
    _with_trigger(workspace, payload, user, source.channel)
    return payload


def block_suggestion(
    workspace: Workspace, user: User, source: Message | View, *, block_id: str, action_id: str, value: str
) -> Json:
    """Return the payload that asks the app for the options of an external select."""
    payload = _base(workspace, "block_suggestion", user)
    payload |= {"block_id": block_id, "action_id": action_id, "value": value}
    if isinstance(source, Message):
        payload |= _in_message(workspace, source, workspace.channels[source.channel])
    else:
        payload["container"] = {"type": "view", "view_id": source.id}
        payload["view"] = workspace.views.to_slack(source)
    return payload


def view_submission(workspace: Workspace, user: User, view: View) -> Json:
    """Return the payload of a submitted modal; the view carries its values."""
    payload = _base(workspace, "view_submission", user)
    payload["view"] = workspace.views.to_slack(view)
    payload["response_urls"] = []
    _with_trigger(workspace, payload, user, view.channel)
    return payload


def view_closed(workspace: Workspace, user: User, view: View, *, cleared: bool) -> Json:
    """Return the payload of a closed modal that asked for it by ``notify_on_close``."""
    payload = _base(workspace, "view_closed", user)
    payload |= {"view": workspace.views.to_slack(view), "is_cleared": cleared}
    return payload


def shortcut(workspace: Workspace, user: User, callback_id: str) -> Json:
    """Return the payload of a global shortcut."""
    payload = _base(workspace, "shortcut", user)
    payload |= {"callback_id": callback_id, "action_ts": workspace.new_ts()}
    _with_trigger(workspace, payload, user, "")
    return payload


def message_action(
    workspace: Workspace, user: User, message: Message, callback_id: str, response_url: str
) -> Json:
    """Return the payload of a message shortcut."""
    channel = workspace.channels[message.channel]
    payload = _base(workspace, "message_action", user)
    payload |= {
        "callback_id": callback_id,
        "action_ts": workspace.new_ts(),
        "message_ts": message.ts,
        "message": message.to_slack(workspace.team_id) | workspace.thread_fields(message),
        "channel": _channel(channel),
        "response_url": response_url,
    }
    _with_trigger(workspace, payload, user, channel.id)
    return payload


def action_of(element: Json, block_id: str, chosen: Json) -> Json:
    """Return the entry of ``actions``: the element's type and ids with what the person chose.

    ``chosen`` holds what the page adds: ``selected_option``, ``selected_date``, ``value`` and the like.
    """
    action: Json = {"type": element["type"], "action_id": element["action_id"], "block_id": block_id}
    if element["type"] in ("button", "workflow_button", "icon_button"):
        action |= {name: element[name] for name in ("text", "value", "style", "url") if name in element}
    return {**action, **{name: value for name, value in chosen.items() if name not in action}}


def _base(workspace: Workspace, kind: str, user: User) -> Json:
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": workspace.team_id},
        "api_app_id": workspace.app.app_id,
        "token": "verification-token",
        "team": {"id": workspace.team_id, "domain": workspace.team_domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _with_trigger(workspace: Workspace, payload: Json, user: User, channel: str) -> None:
    view_id = payload.get("view", {}).get("id", "")
    payload["trigger_id"] = workspace.triggers.issue(user=user.id, channel=channel, view=view_id)


def _channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": channel.name or "directmessage"}


def _in_message(workspace: Workspace, message: Message, channel: Channel) -> Json:
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": bool(message.ephemeral_for),
    }
    if message.is_reply:
        container["thread_ts"] = message.thread_ts
    payload: dict[str, Any] = {"container": container, "channel": _channel(channel)}
    if not message.ephemeral_for:  # Slack keeps no ephemeral message that it could send along
        payload["message"] = message.to_slack(workspace.team_id) | workspace.thread_fields(message)
    return payload
