"""Companies side by side in a ``table`` block: one column a company, one row a topic."""

from collections.abc import Sequence

from slack_sdk.models.blocks import (
    Block,
    RawTextObject,
    RichTextBlock,
    TableBlock,
)
from slack_sdk.models.blocks.basic_components import TableBlockColumnSettings

from bot.domain.reply import Reply, ShownFact
from bot.slack import texts
from bot.slack.blocks.offers import question_buttons
from bot.slack.blocks.parts import context, inert, line, rich, section, words
from bot.slack.blocks.sources import BUDGET, QUOTE_SHOWN, SUMMARY_SHOWN, pages, source_lines

ROWS = 100
COLUMNS = 20
"""Rows and columns of a table (https://docs.slack.dev/reference/block-kit/blocks/table-block)."""
FACTS_SHOWN = 24
"""Facts in a table; its cells may hold 10,000 characters, more than BUDGET."""
SUGGESTIONS_SHOWN = 3


def comparison(reply: Reply) -> list[Block]:
    """The message, the table, what was left out and what to ask next."""
    shown = next(
        iter(pages(reply.facts, FACTS_SHOWN, BUDGET, lambda fact: [_cell([fact]), _raw(fact.topic)])), ()
    )
    blocks: list[Block] = [section(reply.message)]
    if shown:
        blocks.append(_table(shown))
    if len(reply.facts) > len(shown):
        blocks += context([texts.not_shown(len(reply.facts) - len(shown))])
    return blocks + question_buttons(reply, SUGGESTIONS_SHOWN)


def _table(facts: tuple[ShownFact, ...]) -> TableBlock:
    companies = list(dict.fromkeys(fact.company for fact in facts))[: COLUMNS - 1]
    names = [texts.COMPANIES.get(company, company) for company in companies]
    rows: list[list[RawTextObject | RichTextBlock]] = [[_raw(name) for name in (texts.TOPIC_COLUMN, *names)]]
    for topic, held in _rows(facts):
        cells = [_cell([fact for fact in held if fact.company == company]) for company in companies]
        rows.append([_raw(topic), *cells])
    wrapped = [TableBlockColumnSettings(is_wrapped=True) for _ in range(len(companies) + 1)]
    return TableBlock(rows=rows, column_settings=wrapped)


def _rows(facts: Sequence[ShownFact]) -> list[tuple[str, list[ShownFact]]]:
    """The rows by topic; a single one where every company has one fact, which then stand side by side."""
    if len({fact.company for fact in facts}) == len(facts):
        return [(" · ".join(dict.fromkeys(fact.topic for fact in facts)), list(facts))]
    topics = list(dict.fromkeys(fact.topic for fact in facts))[: ROWS - 1]
    return [(topic, [fact for fact in facts if fact.topic == topic]) for topic in topics]


def _raw(text: str) -> RawTextObject:
    return RawTextObject(text=inert(text, SUMMARY_SHOWN))


def _cell(facts: list[ShownFact]) -> RawTextObject | RichTextBlock:
    if not facts:
        return _raw(texts.EMPTY_CELL)
    parts = []
    for number, fact in enumerate(facts):
        gap = "\n\n" if number else ""
        source, *notes = source_lines(fact)
        remarks = "".join(f"\n{note}" for note in notes)
        parts.append(words(gap + inert(fact.summary, SUMMARY_SHOWN)))
        parts.append(words(f"\n“{inert(fact.quote, QUOTE_SHOWN)}”", italic=True))
        parts.append(words(f"\n— {inert(source + remarks, QUOTE_SHOWN)}"))
    return rich(line(*parts))
