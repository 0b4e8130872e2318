"""What the bot listens to: Slack's name on the left, the function on the right."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.slack.listeners.actions import acknowledge, ask_again, dismiss, share, turn_page
from bot.slack.listeners.commands import answer_command
from bot.slack.listeners.curators import ask_curators, judge, say_why
from bot.slack.listeners.digest import open_settings, preview, save_settings, turn_off
from bot.slack.listeners.home import open_app, search
from bot.slack.listeners.links import unfurl_links
from bot.slack.listeners.mentions import answer_mention
from bot.slack.listeners.messages import answer_direct_message
from bot.slack.listeners.shortcuts import answer_search, check_message, open_search, send_to_me, suggest
from bot.slack.listeners.steps import find_fact

Listener = Callable[..., Awaitable[Any]]

COMMANDS: dict[str, Listener] = {
    "/telco": answer_command,
}
EVENTS: dict[str, Listener] = {
    "app_mention": answer_mention,
    "message": answer_direct_message,
    "app_home_opened": open_app,
    "link_shared": unfurl_links,
}
ACTIONS: dict[str, Listener] = {
    r"^ask:": ask_again,
    r"^page:": turn_page,
    r"^share$": share,
    r"^dismiss$": dismiss,
    r"^curate$": ask_curators,
    r"^feedback$": judge,
    r"^search$": search,
    r"^send$": send_to_me,
    r"^digest:set": open_settings,
    r"^digest:off": turn_off,
    r"^digest:preview$": preview,
    r"": acknowledge,  # links, and buttons of older versions: unacknowledged, Slack shows a warning
}
VIEWS: dict[str, Listener] = {
    "feedback": say_why,
    "find": answer_search,
    "digest": save_settings,
}
GLOBAL_SHORTCUTS: dict[str, Listener] = {
    "find": open_search,
}
MESSAGE_SHORTCUTS: dict[str, Listener] = {
    "check": check_message,
}
OPTIONS: dict[str, Listener] = {
    "find": suggest,
}
STEPS: dict[str, Listener] = {
    "find_fact": find_fact,
}
"""Steps of the Workflow Builder, by the ids of the manifest's functions."""


def register(app: AsyncApp) -> None:
    """Adds every listener to the app; of the actions, the first that fits is run."""
    for command, listener in COMMANDS.items():
        app.command(command)(listener)
    for event, listener in EVENTS.items():
        app.event(event)(listener)
    for pattern, listener in ACTIONS.items():
        app.action(re.compile(pattern))(listener)
    for callback, listener in VIEWS.items():
        app.view(callback)(listener)
    for callback, listener in GLOBAL_SHORTCUTS.items():
        app.global_shortcut(callback)(listener)
    for callback, listener in MESSAGE_SHORTCUTS.items():
        app.message_shortcut(callback)(listener)
    for action, listener in OPTIONS.items():
        app.options(action)(listener)
    for callback, listener in STEPS.items():
        app.function(callback)(listener)
