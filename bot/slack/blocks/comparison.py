"""Companies side by side in a ``table`` block: one column a name, one row a topic."""

from collections.abc import Sequence
from itertools import groupby

from slack_sdk.models import JsonObject
from slack_sdk.models.blocks import (
    Block,
    RawTextObject,
    RichTextBlock,
    RichTextElementParts,
    TableBlock,
)
from slack_sdk.models.blocks.basic_components import TableBlockColumnSettings

from bot.domain.reply import Reply, ShownFact
from bot.slack import texts
from bot.slack.blocks.offers import question_buttons
from bot.slack.blocks.parts import context, inert, line, rich, section, words
from bot.slack.blocks.sources import BUDGET, QUOTE_SHOWN, SUMMARY_SHOWN, notes, pages, source_line

ROWS = 100
COLUMNS = 20
"""Rows and columns of a table (https://docs.slack.dev/reference/block-kit/blocks/table-block)."""
FACTS_SHOWN = 24
"""Facts in a table; its cells may hold 10,000 characters, more than BUDGET."""
SUGGESTIONS_SHOWN = 3

Column = tuple[str, list[ShownFact]]
"""A name and its facts."""


def comparison(reply: Reply) -> list[Block]:
    """The message, the table, what was left out and what to ask next."""
    shown = next(iter(pages(reply.facts, FACTS_SHOWN, BUDGET, _alone)), ())
    blocks: list[Block] = [section(reply.message)]
    if shown:
        blocks.append(_table(_columns(reply, shown)))
    if len(reply.facts) > len(shown):
        blocks += context([texts.not_shown(len(reply.facts) - len(shown))])
    return blocks + question_buttons(reply, SUGGESTIONS_SHOWN)


def _alone(fact: ShownFact) -> list[JsonObject]:
    return [_cell([fact], [fact]), _raw(fact.topic)]


def _columns(reply: Reply, shown: Sequence[ShownFact]) -> list[Column]:
    """What is compared, by name, each with its facts; the companies where the reply does not say."""
    if reply.columns:
        named = [(column.name, [f for f in shown if f.id in column.fact_ids]) for column in reply.columns]
    else:
        companies = dict.fromkeys(fact.company for fact in shown)
        named = [(texts.COMPANIES.get(c, c), [f for f in shown if f.company == c]) for c in companies]
    return named[: COLUMNS - 1]


def _table(columns: Sequence[Column]) -> TableBlock:
    names = [texts.TOPIC_COLUMN, *(name for name, _ in columns)]
    rows: list[list[RawTextObject | RichTextBlock]] = [[_raw(name) for name in names]]
    for topics, label in _rows([fact for _, facts in columns for fact in facts], columns):
        cells = [_cell([fact for fact in facts if fact.topic in topics], facts) for _, facts in columns]
        rows.append([_raw(label), *cells])
    wrapped = [TableBlockColumnSettings(is_wrapped=True) for _ in names]
    return TableBlock(rows=rows, column_settings=wrapped)


def _rows(facts: Sequence[ShownFact], columns: Sequence[Column]) -> list[tuple[list[str], str]]:
    """The topics of each row and its label; a single row where none has two facts: side by side then."""
    topics = list(dict.fromkeys(fact.topic for fact in facts))
    if all(len(held) <= 1 for _, held in columns):
        return [(topics, " · ".join(topics))]
    return [([topic], topic) for topic in topics[: ROWS - 1]]


def _raw(text: str) -> RawTextObject:
    return RawTextObject(text=inert(text, SUMMARY_SHOWN))


def _cell(facts: Sequence[ShownFact], column: Sequence[ShownFact]) -> RawTextObject | RichTextBlock:
    """The facts of one cell with their quotes, their source below; ``column``: all that its column holds."""
    if not facts:
        return _raw(texts.EMPTY_CELL if column else texts.NOTHING_ON_IT)
    parts: list[RichTextElementParts.Text] = []
    for source, told in groupby(facts, key=source_line):
        for fact in told:
            gap = "\n\n" if parts else ""
            remarks = f"  {'  '.join(notes(fact))}" if fact.notes else ""
            parts.append(words(gap + inert(fact.summary + remarks, SUMMARY_SHOWN + QUOTE_SHOWN)))
            parts.append(words(f"\n“{inert(fact.quote, QUOTE_SHOWN)}”", italic=True))
        parts.append(words(f"\n— {inert(source, QUOTE_SHOWN)}"))
    return rich(line(*parts))
