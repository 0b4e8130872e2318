"""The state of a local Slack: people, channels and messages. Pure: no I/O; listeners hear of each change."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.playground import texts
from bot.playground.app import App
from bot.playground.errors import SlackError
from bot.playground.files import Files
from bot.playground.ids import Timestamps, new_id
from bot.playground.model import Channel, Json, Message, User
from bot.playground.steps import Steps
from bot.playground.tickets import Tickets
from bot.playground.typed import Typed
from bot.playground.views import Views

SLACKBOT = "USLACKBOT"
RESPONSE_URL_SECONDS = 30 * 60  # docs.slack.dev/interactivity/handling-user-interaction: 30 minutes, 5 uses
RESPONSE_URL_USES = 5

ChangeKind = Literal["posted", "edited", "deleted", "reacted", "joined", "prompts", "status", "reset"]


@dataclass(frozen=True)
class Change:
    """Something that happened: ``message`` for the first four kinds, ``data`` for the others.

    ``before`` is the message as it was before an edit.
    """

    kind: ChangeKind
    message: Message | None = None
    before: Json | None = None
    data: Json | None = None


class Workspace:
    """One team with one installed app.

    ``clock`` returns seconds since the epoch; ``trigger_seconds`` is how long a trigger_id is good (3 s in
    Slack: docs.slack.dev/interactivity/handling-user-interaction).
    """

    def __init__(
        self, app: App | None = None, *, clock: Callable[[], float] = time.time, trigger_seconds: float = 3.0
    ) -> None:
        self.app = app or App()
        self.team_id = "T0PLAYGRND"
        self.team_name = texts.TEAM_NAME
        self.team_domain = "playground"
        self.listeners: list[Callable[[Change], None]] = []
        self.views = Views(self.team_id, self.app, clock)
        self.triggers = Tickets(seconds=trigger_seconds, uses=1, clock=clock)
        self.response_urls = Tickets(seconds=RESPONSE_URL_SECONDS, uses=RESPONSE_URL_USES, clock=clock)
        self.files = Files()
        self.steps = Steps()
        self.clock = clock
        self._timestamps = Timestamps(clock)
        self._fill()

    def _fill(self) -> None:
        app = self.app
        bot = User(app.bot_user_id, app.name, app.name, is_bot=True, bot_id=app.bot_id, app_id=app.app_id)
        slackbot = User(SLACKBOT, "slackbot", texts.SLACKBOT)
        people = [User(f"U0PERSON0{n}", *person) for n, person in enumerate(texts.PEOPLE, start=1)]
        self.people = [person.id for person in people]
        self.users: dict[str, User] = {user.id: user for user in (*people, bot, slackbot)}
        self.channels: dict[str, Channel] = {}
        self.prompts: dict[str, Json] = {}
        self.statuses: dict[str, Json] = {}
        self.titles: dict[str, str] = {}
        self._messages: dict[str, dict[str, Message]] = {}
        created = int(self.clock())
        for n, (name, topic, has_app) in enumerate(texts.CHANNELS, start=1):
            members = [*self.people, app.bot_user_id] if has_app else [*self.people]
            self._add(Channel(f"C0CHANNEL{n}", name, topic=topic, members=members, created=created))
        for n, person in enumerate(people, start=1):
            members = [person.id, app.bot_user_id]
            self._add(Channel(f"D0DIRECT0{n}", "", "im", user=person.id, members=members, created=created))

    def _add(self, channel: Channel) -> None:
        self.channels[channel.id] = channel
        self._messages[channel.id] = {}

    def reset(self) -> None:
        """Empty every channel, view and modal, as at the start."""
        self.views.clear()
        self.files.clear()
        self.steps.clear()
        self._fill()
        self._tell(Change("reset"))

    def _tell(self, change: Change) -> None:
        for listener in self.listeners:
            listener(change)

    def announce(self, kind: ChangeKind, **data: Any) -> None:
        """Tell the listeners of a change that is not one of a message."""
        self._tell(Change(kind, data=data))

    # People and channels

    def user(self, user_id: str) -> User:
        """Return the user; raises SlackError ``user_not_found``."""
        if user_id not in self.users:
            raise SlackError("user_not_found")
        return self.users[user_id]

    def channel(self, name_or_id: str) -> Channel:
        """Return a channel by id, by #name, or a person's direct message by the person's id.

        Raises SlackError ``channel_not_found``.
        """
        if name_or_id in self.channels:
            return self.channels[name_or_id]
        plain = name_or_id.removeprefix("#")
        for channel in self.channels.values():
            if (channel.name and channel.name == plain) or (channel.user and channel.user == name_or_id):
                return channel
        raise SlackError("channel_not_found")

    def join(self, channel: Channel, user_id: str) -> None:
        """Make a user a member of the channel."""
        if user_id not in channel.members:
            channel.members.append(user_id)
            self.announce("joined", channel=channel.id, user=user_id)

    def typed(self, raw: str) -> Typed:
        """Read what a person typed, with this workspace's names."""
        users = {user.name: user.id for user in self.users.values()}
        channels = {channel.name: channel.id for channel in self.channels.values() if channel.name}
        return Typed(raw, users, channels)

    def new_ts(self) -> str:
        """Return a timestamp after every earlier one."""
        return self._timestamps.next()

    # Messages

    def message(self, channel: Channel, ts: str) -> Message:
        """Return a message that is not ephemeral; raises SlackError ``message_not_found``."""
        found = self._messages[channel.id].get(ts)
        if found is None or found.ephemeral_for:
            raise SlackError("message_not_found")
        return found

    def shown(self, channel: Channel, ts: str) -> Message | None:
        """Return a message, ephemeral or not, or None."""
        return self._messages[channel.id].get(ts)

    def messages(self, channel: Channel, *, ephemeral: bool = False) -> list[Message]:
        """Return every message of the channel, oldest first; ephemeral ones where asked for."""
        return [m for m in self._messages[channel.id].values() if ephemeral or not m.ephemeral_for]

    def replies(self, channel: Channel, ts: str) -> list[Message]:
        """Return a thread: its parent, then its replies, oldest first."""
        return [m for m in self.messages(channel) if ts in (m.ts, m.thread_ts)]

    def post(self, channel: Channel, user: str, text: str, **fields: Any) -> Message:
        """Store a message; a reply's thread is that of its parent, and a parent becomes a thread."""
        thread_ts = fields.pop("thread_ts", None)
        parent = self._messages[channel.id].get(thread_ts) if thread_ts else None
        if parent is not None:
            thread_ts = parent.thread_ts or parent.ts
        message = Message(self.new_ts(), channel.id, user, text, thread_ts=thread_ts, **fields)
        if message.user != self.app.bot_user_id and user != SLACKBOT:
            message.client_msg_id = new_id("")
        self._messages[channel.id][message.ts] = message
        if parent is not None and not message.ephemeral_for:
            parent.thread_ts = thread_ts
        self._tell(Change("posted", message))
        return message

    def post_as_app(self, channel: Channel, text: str, **fields: Any) -> Message:
        """Store a message of the app."""
        identity = {"bot_id": self.app.bot_id, "app_id": self.app.app_id}
        return self.post(channel, self.app.bot_user_id, text, **identity, **fields)

    def notice(self, channel: Channel, user: str, text: str, thread_ts: str | None = None) -> Message:
        """Show ``user`` a message of Slackbot that nobody else sees."""
        return self.post(channel, SLACKBOT, text, ephemeral_for=user, thread_ts=thread_ts)

    def edit(self, message: Message, *, by: str, mark: bool = True, **fields: Any) -> None:
        """Change a message's fields; ``mark`` says whether it is shown as edited."""
        before = message.to_slack(self.team_id)
        for name, value in fields.items():
            setattr(message, name, value)
        if mark:
            message.edited = {"user": by, "ts": self.new_ts()}
        self._tell(Change("edited", message, before))

    def delete(self, message: Message) -> None:
        """Remove a message."""
        del self._messages[message.channel][message.ts]
        self._tell(Change("deleted", message))

    def react(self, message: Message, name: str, user: str) -> None:
        """Add a reaction; raises SlackError ``already_reacted``."""
        users = message.reactions.setdefault(name, [])
        if user in users:
            raise SlackError("already_reacted")
        users.append(user)
        self._tell(Change("reacted", message, data={"name": name, "user": user, "added": True}))

    def unreact(self, message: Message, name: str, user: str) -> None:
        """Take a reaction back; raises SlackError ``no_reaction``."""
        users = message.reactions.get(name, [])
        if user not in users:
            raise SlackError("no_reaction")
        users.remove(user)
        if not users:
            del message.reactions[name]
        self._tell(Change("reacted", message, data={"name": name, "user": user, "added": False}))

    def thread_fields(self, message: Message) -> Json:
        """Return what Slack adds to the parent of a thread, or {}."""
        if message.thread_ts != message.ts:
            return {"parent_user_id": self._parent_user(message)} if message.is_reply else {}
        replies = self.replies(self.channels[message.channel], message.ts)[1:]
        return {
            "reply_count": len(replies),
            "reply_users": list(dict.fromkeys(reply.user for reply in replies)),
            "reply_users_count": len({reply.user for reply in replies}),
            "latest_reply": replies[-1].ts if replies else "",
            "is_locked": False,
            "subscribed": False,
        }

    def _parent_user(self, message: Message) -> str:
        parent = self._messages[message.channel].get(message.thread_ts or "")
        return parent.user if parent else ""

    def to_slack(self, messages: Sequence[Message], *, metadata: bool = False) -> Iterator[Json]:
        """Yield the message objects as history and replies return them."""
        for message in messages:
            yield message.to_slack(self.team_id, metadata=metadata) | self.thread_fields(message)
