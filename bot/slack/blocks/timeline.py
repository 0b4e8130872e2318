"""A timeline: a ``table`` block with one row a milestone, or a list where tables are not allowed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from slack_sdk.models import JsonObject
from slack_sdk.models.blocks import Block, InteractiveElement, RawTextObject, RichTextBlock, TableBlock
from slack_sdk.models.blocks.basic_components import TableBlockColumnSettings

from bot.domain.reply import Milestone, Reply, ShownFact
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.parts import actions, button, context, inert, json_size, line, rich, section, words
from bot.slack.blocks.sources import BUDGET, QUOTE_SHOWN, SOURCE_SHOWN, SUMMARY_SHOWN, quoted

ROWS = 12
"""Milestones on a page: a table of them fills a screen."""
WHEN_SHOWN = 40
WHAT = 2
"""The column that holds sentences; the others stay on one line."""


def timeline(reply: Reply, asked: Asked, *, table: bool) -> tuple[Reply, list[Block]]:
    """The reply with the milestones of the page asked for alone, and its blocks."""
    facts = {fact.id: fact for fact in reply.facts}
    sources = _sources(reply.facts)
    cut = _pages(reply.milestones, lambda each: _row(each, facts[each.fact_id], sources))
    number = min(asked.page, len(cut) - 1)
    shown = cut[number]
    on_page = {milestone.fact_id: facts[milestone.fact_id] for milestone in shown}
    page = reply.model_copy(update={"facts": tuple(on_page.values()), "milestones": shown})
    blocks: list[Block] = [section(reply.message)]
    if table:
        blocks += [_table(shown, facts, sources), *_legend(page.facts, sources)]
    else:
        blocks += [_listed(each, facts[each.fact_id]) for each in shown]
    if len(cut) > 1:
        first = sum(map(len, cut[:number])) + 1
        blocks += context([texts.page(first, first + len(shown) - 1, len(reply.milestones))])
        blocks += actions(_steps(asked, number, len(cut)))
    return page, blocks


def _pages(
    milestones: Sequence[Milestone], row: Callable[[Milestone], Sequence[JsonObject]]
) -> list[tuple[Milestone, ...]]:
    """The milestones cut so that no page has more than ROWS of them or BUDGET characters."""
    cut: list[list[Milestone]] = [[]]
    room = BUDGET
    for milestone in milestones:
        size = json_size(row(milestone))
        if cut[-1] and (len(cut[-1]) >= ROWS or size > room):
            cut.append([])
            room = BUDGET
        cut[-1].append(milestone)
        room -= size
    return [tuple(page) for page in cut]


def _table(
    shown: Sequence[Milestone], facts: Mapping[str, ShownFact], sources: Mapping[str, int]
) -> TableBlock:
    head: list[RawTextObject | RichTextBlock] = [_raw(name) for name in texts.TIMELINE_COLUMNS]
    rows = [head, *(_row(each, facts[each.fact_id], sources) for each in shown)]
    wrapped = [TableBlockColumnSettings(is_wrapped=number == WHAT) for number, _ in enumerate(head)]
    return TableBlock(rows=rows, column_settings=wrapped)


def _row(
    milestone: Milestone, fact: ShownFact, sources: Mapping[str, int]
) -> list[RawTextObject | RichTextBlock]:
    proof = f"\n“{inert(fact.quote, QUOTE_SHOWN)}”"
    what = line(
        words(inert(fact.summary, SUMMARY_SHOWN)),
        words(proof, italic=True),
        words(f" [{sources[fact.article.id]}]"),
    )
    company = texts.COMPANIES.get(fact.company, fact.company)
    return [_raw(milestone.when), _raw(company), rich(what), _raw(texts.MOMENTS[milestone.moment])]


def _listed(milestone: Milestone, fact: ShownFact) -> RichTextBlock:
    company = texts.COMPANIES.get(fact.company, fact.company)
    head = f"{milestone.when} · {company} · {texts.MOMENTS[milestone.moment]}"
    return rich(
        line(words(inert(head, SUMMARY_SHOWN), bold=True)),
        line(words(inert(fact.summary, SUMMARY_SHOWN))),
        quoted(fact, fact.article.source_line),
    )


def _sources(facts: Sequence[ShownFact]) -> dict[str, int]:
    """A number for each article, in the order in which they are first quoted."""
    articles = dict.fromkeys(fact.article.id for fact in facts)
    return {article: number for number, article in enumerate(articles, 1)}


def _legend(facts: Sequence[ShownFact], sources: Mapping[str, int]) -> list[Block]:
    lines = {sources[f.article.id]: inert(f.article.source_line, SOURCE_SHOWN) for f in facts}
    return [*context(f"[{number}] {source}" for number, source in sorted(lines.items()))]


def _steps(asked: Asked, number: int, count: int) -> list[InteractiveElement]:
    steps = [(texts.BACK, number - 1), (texts.MORE, number + 1)]
    return [
        button(label, f"page:{page}", value)
        for label, page in steps
        if 0 <= page < count and (value := replace(asked, page=page).encode())
    ]


def _raw(text: str) -> RawTextObject:
    return RawTextObject(text=inert(text, WHEN_SHOWN))
