"""The manifest asks for exactly what the code uses: derived here from the code itself."""

import ast
import inspect
import itertools
from pathlib import Path

import pytest
import yaml
from slack_sdk.web.async_client import AsyncWebClient

import bot.slack
from bot.slack import listeners
from bot.slack.manifest import content, manifest

SCOPES_OF_METHODS: dict[str, set[str]] = {
    "apps_connections_open": set(),  # the app-level token's connections:write
    "assistant_threads_setSuggestedPrompts": {"assistant:write"},
    "auth_test": set(),
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "conversations_history": {"channels:history", "groups:history", "im:history", "mpim:history"},
    "conversations_members": {"channels:read", "groups:read", "im:read", "mpim:read"},
    "conversations_replies": {"channels:history", "groups:history", "im:history", "mpim:history"},
    "chat_unfurl": {"links:write"},
    "files_upload_v2": {"files:write"},
    "views_open": set(),
    "views_publish": set(),
    "views_update": set(),
}
"""docs.slack.dev/reference/methods: the bot scopes of each method that may be called."""
SCOPES_OF_EVENTS = {
    "app_mention": {"app_mentions:read"},
    "message.im": {"im:history"},
    "app_home_opened": set(),
    "function_executed": set(),
    "link_shared": {"links:read"},
}
"""docs.slack.dev/reference/events: the bot scopes of each event that may be subscribed to."""
PACKAGE = Path(bot.slack.__file__).parent


def called_methods() -> set[str]:
    """The names of the Web API methods that bot.slack calls on a client."""
    known = {name for name, _ in inspect.getmembers(AsyncWebClient, inspect.iscoroutinefunction)} - {
        "api_call"
    }
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    nodes = itertools.chain.from_iterable(map(ast.walk, trees))
    return {
        node.func.attr
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    } & known


def test_the_scopes_are_those_of_the_methods_and_events_in_use() -> None:
    events = content()["settings"]["event_subscriptions"]["bot_events"]
    needed = {"commands"}.union(
        *(SCOPES_OF_METHODS[method] for method in called_methods()),
        *(SCOPES_OF_EVENTS[event] for event in events),
    )
    scopes = content()["oauth_config"]["scopes"]["bot"]
    assert sorted(scopes) == sorted(needed)
    assert scopes == sorted(set(scopes))


def test_the_methods_in_use_are_found() -> None:
    assert {"chat_postMessage", "conversations_replies", "views_publish"} <= called_methods()


def test_events_and_commands_are_the_registered_ones() -> None:
    events = content()["settings"]["event_subscriptions"]["bot_events"]
    assert {event.split(".")[0] for event in events} == {*listeners.EVENTS, "function_executed"}
    assert [command["command"] for command in content()["features"]["slash_commands"]] == list(
        listeners.COMMANDS
    )


def test_shortcuts_and_steps_are_the_registered_ones() -> None:
    shortcuts = content()["features"]["shortcuts"]
    of_kind = {
        kind: {each["callback_id"] for each in shortcuts if each["type"] == kind}
        for kind in ("global", "message")
    }
    assert of_kind == {"global": set(listeners.GLOBAL_SHORTCUTS), "message": set(listeners.MESSAGE_SHORTCUTS)}
    assert set(content()["functions"]) == set(listeners.STEPS)


def test_links_of_the_sources_domains_alone_are_unfurled() -> None:
    """docs.slack.dev/reference/app-manifest: at most five domains."""
    assert "unfurl_domains" not in content()["features"]
    assert content(None, ("news.example",))["features"]["unfurl_domains"] == ["news.example"]


def test_for_socket_mode_there_are_no_addresses() -> None:
    settings = yaml.safe_load(manifest())["settings"]
    assert settings["socket_mode_enabled"] is True
    assert "http" not in manifest()


@pytest.mark.parametrize(
    "url", ["https://bot.example", "https://bot.example/", "https://bot.example/slack/events"]
)
def test_for_http_mode_everything_leads_to_one_endpoint(url: str) -> None:
    read = yaml.safe_load(manifest(url))
    endpoint = "https://bot.example/slack/events"
    assert read["settings"]["socket_mode_enabled"] is False
    assert read["settings"]["event_subscriptions"]["request_url"] == endpoint
    assert read["settings"]["interactivity"]["request_url"] == endpoint
    assert [command["url"] for command in read["features"]["slash_commands"]] == [endpoint]


def test_names_and_descriptions_keep_slacks_limits() -> None:
    """https://docs.slack.dev/reference/app-manifest: 35 and 140; for a command 2,000 and 1,000."""
    read = content()
    assert len(read["display_information"]["name"]) <= 35
    assert len(read["display_information"]["description"]) <= 140
    (command,) = read["features"]["slash_commands"]
    assert len(command["description"]) <= 2000
    assert len(command["usage_hint"]) <= 1000
