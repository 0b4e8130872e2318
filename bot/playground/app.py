"""The app that is installed in the workspace, as its manifest describes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self

from bot.playground import texts


@dataclass(frozen=True)
class Command:
    """A slash command; ``command`` starts with its slash."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(frozen=True)
class Shortcut:
    """A shortcut; ``scope`` is where it is offered: anywhere or on a message."""

    name: str
    callback_id: str
    scope: Literal["global", "message"]
    description: str = ""


@dataclass(frozen=True)
class Step:
    """A step for the Workflow Builder: its parameters as the manifest has them."""

    callback_id: str
    title: str
    description: str
    inputs: tuple[Mapping[str, Any], ...]
    outputs: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class App:
    """The installed app.

    ``events`` and ``scopes`` of None stand for all: an app without a manifest may do everything.
    ``domains`` are those whose links it unfurls.
    """

    name: str = "telco"
    description: str = texts.APP_DESCRIPTION
    commands: tuple[Command, ...] = (Command("/telco", texts.COMMAND_DESCRIPTION, texts.COMMAND_USAGE),)
    shortcuts: tuple[Shortcut, ...] = ()
    events: frozenset[str] | None = None
    scopes: frozenset[str] | None = None
    domains: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    home_tab: bool = True
    app_id: str = "A0PLAYGRND"
    bot_id: str = "B0PLAYGRND"
    bot_user_id: str = "U0TELCOBOT"

    @classmethod
    def from_manifest(cls, manifest: Mapping[str, Any]) -> Self:
        """Install the app that ``manifest`` describes (https://docs.slack.dev/reference/app-manifest)."""
        features = manifest.get("features", {})
        subscriptions = manifest.get("settings", {}).get("event_subscriptions", {})
        return cls(
            name=features.get("bot_user", {}).get("display_name", "telco"),
            description=manifest.get("display_information", {}).get("description", ""),
            commands=tuple(map(_command, features.get("slash_commands", ()))),
            shortcuts=tuple(map(_shortcut, features.get("shortcuts", ()))),
            events=frozenset(subscriptions.get("bot_events", ())),
            scopes=frozenset(_bot_scopes(manifest)),
            domains=tuple(features.get("unfurl_domains", ())),
            steps=tuple(_step(name, raw) for name, raw in manifest.get("functions", {}).items()),
            home_tab=features.get("app_home", {}).get("home_tab_enabled", False),
        )

    def subscribes(self, event: str) -> bool:
        """Say whether the app receives ``event``, such as ``app_mention`` or ``message.im``."""
        return self.events is None or event in self.events

    def command(self, name: str) -> Command | None:
        """Return the command of that name; Slack reads command names without regard to case."""
        return next((each for each in self.commands if each.command == name.lower()), None)


def _bot_scopes(manifest: Mapping[str, Any]) -> Sequence[str]:
    scopes: Sequence[str] = manifest.get("oauth_config", {}).get("scopes", {}).get("bot", ())
    return scopes


def _command(raw: Mapping[str, Any]) -> Command:
    return Command(
        raw["command"],
        raw.get("description", ""),
        raw.get("usage_hint", ""),
        raw.get("should_escape", False),
    )


def _shortcut(raw: Mapping[str, Any]) -> Shortcut:
    return Shortcut(raw["name"], raw["callback_id"], raw["type"], raw.get("description", ""))


def _step(callback_id: str, raw: Mapping[str, Any]) -> Step:
    inputs, outputs = (
        tuple({"name": name, **parameter} for name, parameter in raw.get(kind, {}).items())
        for kind in ("input_parameters", "output_parameters")
    )
    return Step(callback_id, raw["title"], raw.get("description", ""), inputs, outputs)
