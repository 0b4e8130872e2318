"""Turns what a person types into what Slack stores and sends: escaped text and rich_text blocks.

Source: https://docs.slack.dev/messaging/formatting-message-text ("Retrieving messages", "Escaping text").
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.playground.ids import short_id

_TOKEN = re.compile(r"(?P<url>https?://[^\s<>\"]+)|(?P<at>@[^\s@#<>]+)|(?P<hash>#[^\s@#<>]+)")
_AFTER_URL = ".,;:!?)]}'\"…”’"
_BROADCASTS = ("here", "channel", "everyone")


def escape(text: str) -> str:
    """Escape the three characters that control Slack's formatting."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Undo ``escape``."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


class Typed:
    """A typed message; ``users`` and ``channels`` map names to ids, which become mentions."""

    def __init__(self, raw: str, users: Mapping[str, str], channels: Mapping[str, str]) -> None:
        self._users = users
        self._channels = channels
        self._elements = list(self._read(raw))

    @property
    def text(self) -> str:
        """The text as events carry it: ``<@U…> KT &amp; MS <https://…>``."""
        return "".join(map(_to_text, self._elements))

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The same as one rich_text block, as Slack adds it to what people type."""
        section = {"type": "rich_text_section", "elements": self._elements}
        return [{"type": "rich_text", "block_id": short_id(), "elements": [section]}]

    def _read(self, raw: str) -> Iterator[dict[str, Any]]:
        end = 0
        for token in _TOKEN.finditer(raw):
            if token.start() < end:
                continue
            element, size = self._element(token, raw)
            if not element:
                continue
            if token.start() > end:
                yield {"type": "text", "text": raw[end : token.start()]}
            yield element
            end = token.start() + size
        if end < len(raw):
            yield {"type": "text", "text": raw[end:]}

    def _element(self, token: re.Match[str], raw: str) -> tuple[dict[str, Any], int]:
        """Return the element that a token stands for and the length read; nothing for mere text."""
        if token["url"]:
            url = token["url"].rstrip(_AFTER_URL)
            return {"type": "link", "url": url}, len(url)
        if raw[: token.start()][-1:].isalnum():  # an address such as name@host mentions nobody
            return {}, 0
        if token["at"]:
            name = _longest(token["at"][1:], self._users, _BROADCASTS)
            if name in self._users:
                return {"type": "user", "user_id": self._users[name]}, len(name) + 1
            return ({"type": "broadcast", "range": name}, len(name) + 1) if name else ({}, 0)
        name = _longest(token["hash"][1:], self._channels)
        return ({"type": "channel", "channel_id": self._channels[name]}, len(name) + 1) if name else ({}, 0)


def _longest(typed: str, *known: Any) -> str:
    """Return the longest known name that ``typed`` starts with: "telco가" mentions telco."""
    names = [name for names in known for name in names if typed.lower().startswith(name.lower())]
    names = [name for name in names if not _runs_on(typed[len(name) :], name)]
    return max(names, key=len, default="")


def _runs_on(rest: str, name: str) -> bool:
    """Whether a Latin name goes on in Latin letters, as telco does in telcos."""
    return bool(rest) and rest[0].isascii() and (rest[0].isalnum() or rest[0] in "-_") and name[-1].isascii()


def _to_text(element: Mapping[str, Any]) -> str:
    match element["type"]:
        case "user":
            return f"<@{element['user_id']}>"
        case "channel":
            return f"<#{element['channel_id']}|>"
        case "broadcast":
            return f"<!{element['range']}>"
        case "link":
            return f"<{escape(element['url'])}>"
        case _:
            return escape(str(element["text"]))
