"""One call of a Web API method: its arguments and the workspace it meets."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.playground.errors import SlackError
from bot.playground.model import Channel, Json, Message
from bot.playground.workspace import Workspace


@dataclass(frozen=True)
class Call:
    """A call; ``args`` are as they came, strings where the request was a form.

    ``base_url`` is the server's address and ``open_link`` makes the ticket of a Socket Mode link.
    """

    workspace: Workspace
    args: Mapping[str, Any]
    base_url: str
    open_link: Callable[[], str]

    def text(self, name: str) -> str:
        """Return an argument as a string, '' where it is missing."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        """Return a boolean argument: true and 1 are yes."""
        return self.text(name).lower() in ("1", "true")

    def number(self, name: str, default: int) -> int:
        """Return an integer argument; raises SlackError ``invalid_arguments``."""
        value = self.text(name)
        if not value:
            return default
        if not value.isdecimal():
            raise SlackError("invalid_arguments", [f"[ERROR] must be a number [json-pointer:/{name}]"])
        return int(value)

    def json(self, name: str, error: str = "invalid_arguments") -> Any:
        """Return a structured argument, which forms carry as JSON text; None where it is missing."""
        value = self.args.get(name)
        if not isinstance(value, str) or not value:
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise SlackError(error) from None

    def need(self, name: str, error: str = "invalid_arguments") -> str:
        """Return an argument that must be there."""
        if value := self.text(name):
            return value
        messages = [f"[ERROR] missing required field: {name}"] if error == "invalid_arguments" else ()
        raise SlackError(error, messages)

    def channel(self, name: str = "channel") -> Channel:
        """Return the channel an argument names; raises SlackError ``channel_not_found``."""
        return self.workspace.channel(self.need(name, "channel_not_found"))

    def joined_channel(self, name: str = "channel") -> Channel:
        """Return a channel that the app is in; raises ``channel_not_found`` or ``not_in_channel``."""
        channel = self.channel(name)
        if self.workspace.app.bot_user_id not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def to_slack(self, message: Message) -> Json:
        """Return the message object as an answer carries it."""
        return next(self.workspace.to_slack([message]))


Method = Callable[[Call], Json]
T = TypeVar("T")


def page_of(call: Call, items: list[T], default: int = 100) -> tuple[list[T], Json]:
    """Cut one page out of ``items`` and say where the next starts.

    Source: docs.slack.dev/apis/web-api/pagination. Raises SlackError ``invalid_cursor``.
    """
    cursor = call.text("cursor")
    if cursor and not cursor.removeprefix("next:").isdecimal():
        raise SlackError("invalid_cursor")
    start = int(cursor.removeprefix("next:")) if cursor else 0
    end = start + max(1, call.number("limit", default))
    return items[start:end], {"next_cursor": f"next:{end}" if end < len(items) else ""}
