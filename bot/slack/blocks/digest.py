"""A channel's digest as one message: today's facts first in room, each with its quote and source."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, DividerBlock

from bot.domain.digest import texts as digest_texts
from bot.domain.digest.digest import DatedFact, Digest
from bot.domain.reply import ShownFact
from bot.services.digest_values import Payload
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks import TEXT_LIMIT, Message
from bot.slack.blocks.parts import (
    actions,
    button,
    context,
    escape,
    header,
    inert,
    json_size,
    line,
    rich,
    section,
    words,
)
from bot.slack.blocks.sources import SUMMARY_SHOWN, quoted, source_lines

SETTINGS = "digest:set"
"""The action that opens the settings of the digest."""
BUDGET = 10_000
"""Characters (see json_size) for all facts of a digest; what else it says is far shorter than the rest of the
13,200 that Slack takes."""


def payload(digest: Digest) -> Payload:
    """What chat.postMessage takes; plain JSON, for it is stored before it is posted."""
    shown = message(digest)
    return {"text": shown.text, "blocks": [block.to_dict() for block in shown.blocks]}


def message(digest: Digest) -> Message:
    """The message; where the facts are too long, those which are only near or new make room for today's."""
    room = _Room(BUDGET)
    today = room.take([_cited(fact) for fact in digest.facts])
    coming, passed = _dated(room, digest.coming), _dated(room, digest.passed)
    new = room.take([_cited(fact) for fact in digest.new.facts]) if digest.new else []
    shown: list[Block] = [header(digest.head), *context(digest.remarks)]
    if digest.new:
        shown += [section(digest.new.line), *context(digest.new.sources), *new, DividerBlock()]
    shown += [*context([digest_texts.FACTS]), *today] if today else [section(digest_texts.NOTHING)]
    for title, dated, more in (
        (digest_texts.COMING, coming, digest.coming_more),
        (digest_texts.PASSED, passed, digest.passed_more),
    ):
        if dated:
            shown += [DividerBlock(), *context([f"{title}{digest_texts.more(more)}"]), *dated]
    return Message(escape(digest.text(), TEXT_LIMIT), (*shown, *_buttons(digest)))


class _Room:
    """How much may still be shown."""

    def __init__(self, left: int) -> None:
        self._left = left

    def take(self, facts: Sequence[list[Block]]) -> list[Block]:
        """The blocks of the first facts that fit."""
        taken: list[Block] = []
        for each in facts:
            size = json_size(each)
            if size > self._left:
                break
            self._left -= size
            taken += each
        return taken


def _cited(fact: ShownFact, *more: str) -> list[Block]:
    summary = line(words(inert(fact.summary, SUMMARY_SHOWN), bold=True))
    return [rich(summary, quoted(fact)), *context([*source_lines(fact), *more])]


def _dated(room: _Room, dated: Sequence[DatedFact]) -> list[Block]:
    return room.take([_cited(one.fact, one.line) for one in dated])


def _buttons(digest: Digest) -> list[Block]:
    """A question to try, whose answer comes into the digest's thread, and the settings."""
    buttons = []
    if digest.question and (value := Asked(digest.question.question).encode()):
        buttons.append(button(digest.question.question, "ask:digest", value))
    lead = context([digest_texts.TRY]) if buttons else []
    return [*lead, *actions([*buttons, button(texts.DIGEST_SETTINGS, SETTINGS, digest.channel)])]
