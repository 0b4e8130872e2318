"""Rendered replies taken apart, and what each of them must keep to."""

from collections.abc import Iterator
from typing import Any

from bot.domain.reply import Reply, Status
from bot.playground.limits import BLOCKS_LENGTH, blocks_length, check_blocks, check_view
from bot.slack.asked import Asked
from bot.slack.blocks import ECHO, HOME, IN_THREAD, PRIVATE, PRIVATE_ECHO, Frame, Message
from bot.slack.blocks.home import HomeContent, home
from tests.slack import replies

ASKED = Asked("KT 투자")
FRAMES = [IN_THREAD, ECHO, PRIVATE, PRIVATE_ECHO, HOME, Frame(echo=True, sharer="<@U1>")]
ALL = [
    replies.answer("다음 질문"),
    replies.overview(30),
    replies.comparison(),
    replies.correction(),
    replies.related(),
    replies.unknown(),
    replies.mistyped(),
    Reply(status=Status.HELP, message="도움말"),
    Reply(status=Status.GREETING, message="안녕하십니까."),
]


def as_json(message: Message) -> list[dict[str, Any]]:
    return [block.to_dict() for block in message.blocks]


def types(message: Message) -> list[str]:
    return [block["type"] for block in as_json(message)]


def buttons(message: Message) -> list[str]:
    rows = [block for block in as_json(message) if block["type"] == "actions"]
    return [
        element["text"]["text"] for row in rows for element in row["elements"] if element["type"] == "button"
    ]


def strings(content: Any) -> Iterator[tuple[str, str]]:
    """Every text leaf with the type of the object that holds it."""
    if isinstance(content, dict):
        if isinstance(content.get("text"), str):
            yield content.get("type", ""), content["text"]
        for value in content.values():
            yield from strings(value)
    elif isinstance(content, list):
        for value in content:
            yield from strings(value)


def shown(message: Message) -> str:
    return "\n".join(text for _, text in strings(as_json(message)))


def assert_sendable(message: Message, frame: Frame) -> None:
    blocks = as_json(message)
    assert 0 < len(message.text) <= 4000
    if frame.home:
        assert check_view(home(HomeContent(answer=message.blocks)).to_dict()) == []
    else:
        assert check_blocks(blocks) == []
        assert blocks_length(blocks) <= BLOCKS_LENGTH
        assert sum(len(text) for kind, text in strings(block_of(blocks, "table"))) <= 10_000


def block_of(blocks: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [block for block in blocks if block["type"] == kind]
