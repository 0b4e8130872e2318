"""Reads which button was pressed, and where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_USER_ID = re.compile(r"[UW][A-Z0-9]+")


@dataclass(frozen=True)
class Pressed:
    """A pressed button or chosen option, and where it stands.

    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. ``value``: what it
    carries. ``private``: on a message that only its reader sees. ``thread``: where a public answer
    belongs; None for the conversation itself (a direct message outside threads).
    """

    value: str
    user: str
    channel: str
    thread: str | None
    private: bool
    in_home: bool
    response_url: str | None

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Pressed":
        container = body.get("container") or {}
        channel = container.get("channel_id") or (body.get("channel") or {}).get("id") or ""
        thread = container.get("thread_ts") or (body.get("message") or {}).get("thread_ts")
        if thread is None and not channel.startswith("D"):
            thread = container.get("message_ts")
        return cls(
            value=_value(body["actions"][0]),
            user=body["user"]["id"],
            channel=channel,
            thread=thread,
            private=bool(container.get("is_ephemeral")),
            in_home=container.get("type") == "view",
            response_url=body.get("response_url"),
        )

    @property
    def user_markup(self) -> str:
        """Slack's markup that shows the user's name; a question mark where the id is none."""
        return f"<@{self.user}>" if _USER_ID.fullmatch(self.user) else "?"


def _value(action: Mapping[str, Any]) -> str:
    """The value of a button or of the option that was chosen in a menu."""
    return str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")
