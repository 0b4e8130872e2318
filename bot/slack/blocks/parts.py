"""Small Block Kit pieces that stay within Slack's limits and cannot ping, whatever text they get.

Limits: https://docs.slack.dev/reference/block-kit/blocks. Text goes into ``plain_text`` and
``rich_text``, which Slack does not parse for mentions, links or formatting.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence

from slack_sdk.models import JsonObject
from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ContextBlock,
    HeaderBlock,
    InteractiveElement,
    MarkdownTextObject,
    Option,
    PlainTextObject,
    RichTextBlock,
    RichTextElement,
    RichTextElementParts,
    RichTextSectionElement,
    SectionBlock,
)

SECTION_LIMIT = 1500
"""Slack takes 3,000; a message of three lines is far shorter, and all blocks together must fit."""
HEADER_LIMIT = 150
BUTTON_LIMIT = 75
CONTEXT_LIMIT = 300
"""Characters in one line of a context block; Slack states none, longer ones are hard to read."""
CONTEXT_ELEMENTS = 10
URL_LIMIT = 1000
"""Slack takes 3,000; a longer address is no article's."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters and those that turn the direction of text; never wanted in a message."""
_MARKUP = re.compile(r"<(?=[!@#]|[a-z][a-z0-9+.-]*:)", re.IGNORECASE)
"""The opening of Slack's markup for mentions, channels and links."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://|mailto:", re.IGNORECASE)
_JOINERS = "\u200d\ufe0f\ufe0e"


def shorten(text: str, limit: int) -> str:
    """The text in at most ``limit`` characters, cut with … and never inside a composed character."""
    if len(text) <= limit:
        return text
    end = max(limit - 1, 0)
    while end > 0 and (_joins(text[end]) or text[end - 1] == "\u200d"):
        end -= 1
    return text[:end].rstrip() + "…"


def inert(text: str, limit: int) -> str:
    """Text for display: no control characters, nothing that Slack's markup could begin with, not empty.

    Plain text is not parsed by Slack; the opening bracket of markup is replaced all the same, because
    clients copy, forward and quote messages.
    """
    return shorten(_MARKUP.sub("‹", _CONTROL.sub(" ", text)), limit).strip() or "…"


def escape(text: str, limit: int) -> str:
    """Text for a message's ``text``, which Slack parses: escaped, without links, at most ``limit`` long.

    Escaping: https://docs.slack.dev/messaging/formatting-message-text#escaping.
    """
    bare = _SCHEME.sub("", inert(text, limit)).replace("://", ": //") or "…"
    while len(escaped := _escaped(bare)) > limit:
        bare = shorten(bare, len(bare) - max(1, (len(escaped) - limit) // 5))
    return escaped


def plain(text: str, limit: int) -> PlainTextObject:
    return PlainTextObject(text=inert(text, limit), emoji=False)


def section(text: str) -> SectionBlock:
    return SectionBlock(text=plain(text, SECTION_LIMIT))


def header(text: str) -> HeaderBlock:
    return HeaderBlock(text=plain(text, HEADER_LIMIT))


def context(lines: Iterable[str]) -> list[ContextBlock]:
    """A context block of the lines, or nothing where there are none."""
    texts = [plain(line, CONTEXT_LIMIT) for line in lines][:CONTEXT_ELEMENTS]
    return [ContextBlock(elements=texts)] if texts else []


def markup(text: str) -> ContextBlock:
    """A context line in Slack's own markup: never for text that a user or a fact base has written."""
    return ContextBlock(elements=[MarkdownTextObject(text=text, verbatim=True)])


def rich(*elements: RichTextElement) -> RichTextBlock:
    return RichTextBlock(elements=list(elements))


def line(*texts: RichTextElementParts.Text) -> RichTextSectionElement:
    return RichTextSectionElement(elements=list(texts))


def words(text: str, *, bold: bool = False, italic: bool = False) -> RichTextElementParts.Text:
    style = RichTextElementParts.TextStyle(bold=bold or None, italic=italic or None)
    return RichTextElementParts.Text(text=text, style=style if bold or italic else None)


def button(text: str, action_id: str, value: str | None, *, style: str | None = None) -> ButtonElement:
    return ButtonElement(text=plain(text, BUTTON_LIMIT), action_id=action_id, value=value, style=style)


def link(text: str, action_id: str, url: str) -> ButtonElement:
    return ButtonElement(text=plain(text, BUTTON_LIMIT), action_id=action_id, url=url)


def option(text: str, value: str) -> Option:
    return Option(text=plain(text, BUTTON_LIMIT), value=value)


def actions(elements: Sequence[InteractiveElement]) -> list[ActionsBlock]:
    """A row of buttons, or nothing where there are none."""
    return [ActionsBlock(elements=list(elements))] if elements else []


def json_size(pieces: Iterable[JsonObject]) -> int:
    """Characters of the pieces as compact JSON, the nearest known measure of what Slack counts.

    Slack refuses messages whose blocks exceed about 13,200 characters (msg_blocks_too_long) and does not
    say how it counts; sums of texts well below that were refused (bolt-js#2867), so the structure counts.
    """
    return sum(len(json.dumps(p.to_dict(), ensure_ascii=False, separators=(",", ":"))) + 1 for p in pieces)


def _joins(character: str) -> bool:
    """True for a character that belongs to the one before it (accents, jamo vowels and finals, joiners)."""
    return (
        unicodedata.combining(character) != 0
        or character in _JOINERS
        or "\u1160" <= character <= "\u11ff"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
