"""The app manifest: what to tell Slack when the app is created ("From a manifest").

https://docs.slack.dev/reference/app-manifest. Events and commands follow from what is registered in
``bot.slack.listeners``; a test derives the scopes from the Web API methods that the code calls.
"""

from typing import Any

import yaml

from bot.slack import texts
from bot.slack.listeners import COMMANDS, EVENTS

BOT_SCOPES = (
    "app_mentions:read",  # event app_mention
    "assistant:write",  # assistant.threads.setSuggestedPrompts
    "channels:history",  # conversations.replies: earlier questions of a thread, likewise the other histories
    "chat:write",  # chat.postMessage, chat.postEphemeral
    "commands",  # /telco
    "files:write",  # files.upload: the picture of a timeline
    "groups:history",
    "im:history",  # event message.im, conversations.history
    "mpim:history",
)
SUBSCRIBED = {"message": "message.im"}
"""Where an event's type is not its name in a subscription: of messages, the bot hears the direct ones."""
EVENTS_PATH = "/slack/events"


def manifest(http_url: str | None = None) -> str:
    """The manifest as YAML, for Socket Mode, or for HTTP mode at ``http_url`` (https://bot.example.com)."""
    return yaml.safe_dump(content(http_url), allow_unicode=True, sort_keys=False, width=110)


def content(http_url: str | None = None) -> dict[str, Any]:
    """The manifest as it is before it becomes YAML."""
    request = (
        {"request_url": http_url.rstrip("/").removesuffix(EVENTS_PATH) + EVENTS_PATH} if http_url else {}
    )
    return {
        "display_information": {
            "name": "telco",
            "description": texts.APP_DESCRIPTION,
            "background_color": "#1d3557",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "agent_view": {"agent_description": texts.AGENT_DESCRIPTION},
            "bot_user": {"display_name": "telco", "always_online": True},
            "slash_commands": [_command(name, request.get("request_url")) for name in COMMANDS],
        },
        "oauth_config": {"scopes": {"bot": list(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": [SUBSCRIBED.get(name, name) for name in EVENTS]},
            "interactivity": {"is_enabled": True, **request},
            "org_deploy_enabled": False,
            "socket_mode_enabled": http_url is None,
            "token_rotation_enabled": False,
        },
    }


def _command(name: str, url: str | None) -> dict[str, Any]:
    command = {"command": name, "description": texts.COMMAND_DESCRIPTION, "usage_hint": texts.COMMAND_HINT}
    return {**command, **({"url": url} if url else {}), "should_escape": False}
