"""Reads what Slack sends: which messages are questions to the bot, and what they say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

QUESTION_LIMIT = 1000
"""Characters of a message that are read as a question; nobody asks longer ones."""

_MARKUP = re.compile(r"<([^<>\n]*)>")
_SLACKBOT = "USLACKBOT"
_SPOKEN_SUBTYPES = (None, "file_share", "thread_broadcast")
"""Subtypes of messages that a person has written (https://docs.slack.dev/reference/events/message)."""


@dataclass(frozen=True)
class Incoming:
    """A question to the bot: where it stands and what it says.

    ``ts`` is the message's own time stamp and id, ``thread`` the one of the thread that it is in
    (None outside threads).
    """

    channel: str
    ts: str
    user: str
    text: str
    thread: str | None = None


def plain_text(text: str) -> str:
    """What a person typed, from Slack's markup: without mentions, links by their label, unescaped.

    https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
    """
    bare = _MARKUP.sub(_spoken, text)
    bare = bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(bare.split())[:QUESTION_LIMIT]


def mention(event: Mapping[str, Any]) -> Incoming | None:
    """The question of an ``app_mention`` event; None where no person addresses the bot with it."""
    return _question(event)


def direct_message(event: Mapping[str, Any]) -> Incoming | None:
    """The question of a ``message`` event; None unless a person wrote it to the bot alone.

    Messages in channels are answered by way of ``app_mention``, which Slack sends as well.
    """
    return _question(event) if event.get("channel_type") == "im" else None


def written_by_a_person(message: Mapping[str, Any]) -> bool:
    """True for a message, an event's or one of a history, that a person has written."""
    return (
        message.get("subtype") in _SPOKEN_SUBTYPES
        and bool(message.get("user"))
        and message["user"] != _SLACKBOT
        and not message.get("bot_id")
        and not message.get("hidden")
    )


def mentions(text: str, user_id: str) -> bool:
    """True where Slack's markup in ``text`` mentions the user."""
    return re.search(rf"<@{re.escape(user_id)}(\|[^<>]*)?>", text) is not None


def _question(event: Mapping[str, Any]) -> Incoming | None:
    if not written_by_a_person(event) or "edited" in event:
        return None
    return Incoming(
        event["channel"],
        event["ts"],
        event["user"],
        plain_text(event.get("text") or ""),
        event.get("thread_ts"),
    )


def _spoken(match: re.Match[str]) -> str:
    target, _, label = match.group(1).partition("|")
    if target.startswith(("@", "!subteam")) or (target.startswith("!") and not target.startswith("!date")):
        return " "
    if target.startswith(("#", "!")):
        return label or " "
    return label or target.removeprefix("mailto:").removeprefix("tel:")
