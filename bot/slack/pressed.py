"""Reads which button was pressed, and where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.services.questions_port import Asker

_USER_ID = re.compile(r"[UW][A-Z0-9]+")


@dataclass(frozen=True)
class Pressed:
    """A pressed button or chosen option, and where it stands.

    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. ``value``: what it
    carries. ``private``: on a message that only its reader sees. ``thread``: where a public answer
    belongs; None for the conversation itself (a direct message outside threads). ``modal``: the id of
    the modal that holds it, if one does.
    """

    value: str
    team: str
    user: str
    channel: str
    ts: str
    thread: str | None
    private: bool
    in_home: bool
    modal: str | None
    response_url: str | None

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Pressed":
        container, view = body.get("container") or {}, body.get("view") or {}
        channel = container.get("channel_id") or (body.get("channel") or {}).get("id") or ""
        thread = container.get("thread_ts") or (body.get("message") or {}).get("thread_ts")
        if thread is None and not channel.startswith("D"):
            thread = container.get("message_ts")
        return cls(
            value=_value(body["actions"][0]),
            team=team_of(body),
            user=body["user"]["id"],
            channel=channel,
            ts=container.get("message_ts") or "",
            thread=thread,
            private=bool(container.get("is_ephemeral")),
            in_home=container.get("type") == "view" and view.get("type") != "modal",
            modal=view.get("id") if view.get("type") == "modal" else None,
            response_url=body.get("response_url"),
        )

    @property
    def asker(self) -> Asker:
        """Who pressed it, for what is kept."""
        return Asker(self.team, self.channel, self.user, self.ts)

    @property
    def own_thread(self) -> str | None:
        """Where a private word belongs; no thread where the message has not begun one."""
        return self.thread if self.thread != self.ts else None

    @property
    def user_markup(self) -> str:
        """Slack's markup that shows the user's name; a question mark where the id is none."""
        return f"<@{self.user}>" if _USER_ID.fullmatch(self.user) else "?"


def team_of(body: Mapping[str, Any]) -> str:
    """The id of the workspace that an interaction or event comes from."""
    team = body.get("team") or {}
    return str(team.get("id") or body.get("team_id") or (body.get("user") or {}).get("team_id") or "")


def _value(action: Mapping[str, Any]) -> str:
    """The value of a button or of the option that was chosen in a menu."""
    return str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")
