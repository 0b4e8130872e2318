"""A list of facts by topic, in pages."""

from dataclasses import replace
from itertools import groupby

from slack_sdk.models.blocks import Block, InteractiveElement, RichTextElement

from bot.domain.reply import Reply, ShownFact, Status
from bot.slack import texts
from bot.slack.asked import Asked
from bot.slack.blocks.offers import question_buttons
from bot.slack.blocks.parts import actions, button, context, inert, line, rich, section, words
from bot.slack.blocks.sources import BUDGET, SUMMARY_SHOWN, pages, quoted, source_lines

PAGE = 8
"""Facts on a page: no more than one cares to scroll."""
SUGGESTIONS_SHOWN = 3


def overview(reply: Reply) -> list[Block]:
    """The message, then the facts under their topics (under their companies in a comparison)."""
    blocks: list[Block] = [section(reply.message)]
    for title, facts in groupby(reply.facts, key=lambda fact: _title(reply, fact)):
        elements: list[RichTextElement] = [_heading(title)]
        for fact in facts:
            elements += _entry(fact)
        blocks.append(rich(*elements))
    return blocks + question_buttons(reply, SUGGESTIONS_SHOWN)


def turn(reply: Reply, asked: Asked) -> tuple[Reply, list[Block]]:
    """The reply with the facts of the page asked for alone, and the buttons that turn the pages.

    A page past the end is the last one; there are no buttons where there is one page.
    """
    cut = pages(reply.facts, PAGE, BUDGET, lambda fact: [_heading(fact.topic), *_entry(fact)])
    if len(cut) < 2:
        return reply, []
    number = min(asked.page, len(cut) - 1)
    first = sum(map(len, cut[:number])) + 1
    where = texts.page(first, first + len(cut[number]) - 1, len(reply.facts))
    steps = [(texts.BACK, number - 1), (texts.MORE, number + 1)]
    buttons: list[InteractiveElement] = [
        button(label, f"page:{page}", value)
        for label, page in steps
        if 0 <= page < len(cut) and (value := replace(asked, page=page).encode())
    ]
    return reply.model_copy(update={"facts": cut[number]}), [*context([where]), *actions(buttons)]


def _heading(title: str) -> RichTextElement:
    return line(words(inert(title, SUMMARY_SHOWN), bold=True))


def _title(reply: Reply, fact: ShownFact) -> str:
    if reply.status is Status.COMPARISON:
        return texts.COMPANIES.get(fact.company, fact.company)
    return fact.topic


def _entry(fact: ShownFact) -> list[RichTextElement]:
    source, *notes = source_lines(fact)
    remarks = "".join(f"\n{note}" for note in notes)
    return [
        line(words(f"• {inert(fact.summary, SUMMARY_SHOWN)}")),
        quoted(fact),
        line(words(f"{inert(source + remarks, 3 * SUMMARY_SHOWN)}", italic=True)),
    ]
