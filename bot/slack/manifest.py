"""The app manifest: what to tell Slack when the app is created ("From a manifest").

https://docs.slack.dev/reference/app-manifest. Events and commands follow from what is registered in
``bot.slack.listeners``; a test derives the scopes from the Web API methods that the code calls.
"""

from collections.abc import Sequence
from typing import Any

import yaml

from bot.slack import texts
from bot.slack.listeners import COMMANDS, EVENTS, GLOBAL_SHORTCUTS, MESSAGE_SHORTCUTS, STEPS

BOT_SCOPES = (
    "app_mentions:read",  # event app_mention
    "assistant:write",  # assistant.threads.setSuggestedPrompts
    "channels:history",  # conversations.replies: earlier questions of a thread, likewise the other histories
    "channels:read",  # conversations.members: who may change a digest, likewise the other reads
    "chat:write",  # chat.postMessage, chat.postEphemeral
    "commands",  # /telco
    "files:write",  # files.upload: the picture of a timeline
    "groups:history",
    "groups:read",
    "im:history",  # event message.im, conversations.history
    "im:read",
    "links:read",  # event link_shared
    "links:write",  # chat.unfurl
    "mpim:history",
    "mpim:read",
)
SUBSCRIBED = {"message": "message.im"}
"""Where an event's type is not its name in a subscription: of messages, the bot hears the direct ones."""
EVENTS_PATH = "/slack/events"


SHORTCUTS = {
    "find": (texts.FIND_SHORTCUT, texts.FIND_SHORTCUT_DESCRIPTION),
    "check": (texts.CHECK_SHORTCUT, texts.CHECK_SHORTCUT_DESCRIPTION),
}
"""Name and description of each shortcut."""


def manifest(http_url: str | None = None, domains: Sequence[str] = ()) -> str:
    """The manifest as YAML, for Socket Mode, or for HTTP mode at ``http_url`` (https://bot.example.com).

    ``domains`` are those of the sources' addresses, whose links are unfurled.
    """
    return yaml.safe_dump(content(http_url, domains), allow_unicode=True, sort_keys=False, width=110)


def content(http_url: str | None = None, domains: Sequence[str] = ()) -> dict[str, Any]:
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
            "shortcuts": [
                *(_shortcut(callback, "global") for callback in GLOBAL_SHORTCUTS),
                *(_shortcut(callback, "message") for callback in MESSAGE_SHORTCUTS),
            ],
            **({"unfurl_domains": list(domains)} if domains else {}),
        },
        "oauth_config": {"scopes": {"bot": list(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": _events()},
            "interactivity": {
                "is_enabled": True,
                **request,
                **({"message_menu_options_url": request["request_url"]} if request else {}),
            },
            "org_deploy_enabled": True,  # custom steps need it (docs.slack.dev/workflows/workflow-steps)
            "function_runtime": "remote",
            "socket_mode_enabled": http_url is None,
            "token_rotation_enabled": False,
        },
        "functions": {callback: _step() for callback in STEPS},
    }


def _events() -> list[str]:
    """What the app subscribes to; steps come as an event of their own."""
    return [*(SUBSCRIBED.get(name, name) for name in EVENTS), *(["function_executed"] if STEPS else [])]


def _shortcut(callback: str, kind: str) -> dict[str, Any]:
    name, description = SHORTCUTS[callback]
    return {"name": name, "type": kind, "callback_id": callback, "description": description}


def _step() -> dict[str, Any]:
    """The step "telco 사실 찾기" (docs.slack.dev/tools/bolt-python/concepts/custom-steps)."""
    asks = {"title": texts.STEP_QUESTION, "description": texts.STEP_QUESTION_HINT, "is_required": True}
    return {
        "title": texts.STEP_TITLE,
        "description": texts.STEP_DESCRIPTION,
        "input_parameters": {"question": {"type": "string", "name": "question", **asks}},
        "output_parameters": {
            name: {"type": "string", "name": name, "title": title, "description": title, "is_required": True}
            for name, title in texts.STEP_OUTPUTS.items()
        },
    }


def _command(name: str, url: str | None) -> dict[str, Any]:
    command = {"command": name, "description": texts.COMMAND_DESCRIPTION, "usage_hint": texts.COMMAND_HINT}
    return {**command, **({"url": url} if url else {}), "should_escape": False}
