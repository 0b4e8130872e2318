"""What a workspace holds: people, channels, messages and views, with their Slack JSON."""

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(frozen=True)
class User:
    """A person or the app's bot user; ``name`` is the handle, ``real_name`` what is shown."""

    id: str
    name: str
    real_name: str
    is_bot: bool = False
    bot_id: str = ""
    app_id: str = ""

    def to_slack(self, team_id: str) -> Json:
        """Return the user object (https://docs.slack.dev/reference/objects/user-object)."""
        profile: Json = {"real_name": self.real_name, "display_name": self.name, "team": team_id}
        if self.is_bot:
            profile |= {"bot_id": self.bot_id, "api_app_id": self.app_id}
        return {
            "id": self.id,
            "team_id": team_id,
            "name": self.name,
            "real_name": self.real_name,
            "deleted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "is_admin": not self.is_bot,
            "tz": "Asia/Seoul",
            "tz_label": "Korea Standard Time",
            "tz_offset": 32400,
            "locale": "ko-KR",
            "profile": profile,
        }


@dataclass
class Channel:
    """A channel, or the direct message (``kind`` im) between the app and ``user``."""

    id: str
    name: str
    kind: Literal["channel", "im"] = "channel"
    topic: str = ""
    user: str = ""
    members: list[str] = field(default_factory=list)
    created: int = 0

    def to_slack(self, member: str) -> Json:
        """Return the channel object as the user ``member`` sees it."""
        if self.kind == "im":
            return {"id": self.id, "created": self.created, "is_im": True, "user": self.user, "is_open": True}
        return {
            "id": self.id,
            "name": self.name,
            "name_normalized": self.name,
            "is_channel": True,
            "is_group": False,
            "is_im": False,
            "is_private": False,
            "is_archived": False,
            "is_general": False,
            "is_member": member in self.members,
            "created": self.created,
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
            "num_members": len(self.members),
        }


@dataclass
class Message:
    """A message; ``ephemeral_for`` names the only person who sees it, where it is ephemeral."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    files: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    broadcast: bool = False
    bot_id: str = ""
    app_id: str = ""
    client_msg_id: str = ""
    edited: Json | None = None
    metadata: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    ephemeral_for: str = ""

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread below another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    def to_slack(self, team_id: str, *, metadata: bool = False) -> Json:
        """Return the message object; Slack leaves the metadata out unless asked for it."""
        found: Json = {
            "type": "message",
            "user": self.user,
            "ts": self.ts,
            "team": team_id,
            "text": self.text,
        }
        optional: Json = {
            "client_msg_id": self.client_msg_id,
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "files": self.files,
            "thread_ts": self.thread_ts,
            "edited": self.edited,
            "metadata": self.metadata if metadata else None,
            "reactions": [
                {"name": name, "users": users, "count": len(users)} for name, users in self.reactions.items()
            ],
        }
        if self.broadcast:
            optional["subtype"] = "thread_broadcast"
        return found | {key: value for key, value in optional.items() if value}


@dataclass
class View:
    """A modal or a Home tab: ``content`` is the view as the app sent it, with ids given to its blocks."""

    id: str
    user: str
    content: Json
    hash: str
    root_id: str = ""
    previous_id: str | None = None
    values: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    channel: str = ""

    @property
    def external_id(self) -> str:
        """The app's own id of the view, or ''."""
        return str(self.content.get("external_id", ""))

    def to_slack(self, team_id: str, app_id: str, bot_id: str) -> Json:
        """Return the view object (https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload)."""
        shape: Json = {
            "callback_id": "",
            "external_id": "",
            "private_metadata": "",
            "title": {"type": "plain_text", "text": "View Title", "emoji": True},
            "close": None,
            "submit": None,
            "clear_on_close": False,
            "notify_on_close": False,
        }
        return {
            **shape,
            **self.content,
            "id": self.id,
            "team_id": team_id,
            "app_id": app_id,
            "app_installed_team_id": team_id,
            "bot_id": bot_id,
            "hash": self.hash,
            "root_view_id": self.root_id or self.id,
            "previous_view_id": self.previous_id,
            "state": {"values": self.values},
        }
