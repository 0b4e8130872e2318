"""A list of facts by topic."""

from collections.abc import Callable
from itertools import groupby

from slack_sdk.models.blocks import Block, RichTextElement

from bot.domain.reply import Reply, ShownFact, Status
from bot.slack import texts
from bot.slack.blocks.offers import question_buttons
from bot.slack.blocks.parts import context, inert, line, rich, section, words
from bot.slack.blocks.sources import QUOTE_SHOWN, SUMMARY_SHOWN, notes, quoted, source_line

SUGGESTIONS_SHOWN = 3


def overview(reply: Reply) -> list[Block]:
    """The message, then the facts under their topics (under their companies in a comparison).

    Facts of one topic and one source stand together above it.
    """
    blocks: list[Block] = [section(reply.message)]
    for title, facts in groupby(reply.facts, key=title_in(reply)):
        head: list[RichTextElement] = [heading(title)]
        for source, told in groupby(facts, key=source_line):
            entries = [element for fact in told for element in entry(fact)]
            blocks += [rich(*head, *entries), *context([source])]
            head = []
    return blocks + question_buttons(reply, SUGGESTIONS_SHOWN)


def title_in(reply: Reply) -> Callable[[ShownFact], str]:
    """Says under which title a fact of the reply stands."""
    if reply.status is Status.COMPARISON:
        return lambda fact: texts.COMPANIES.get(fact.company, fact.company)
    return lambda fact: fact.topic


def heading(title: str) -> RichTextElement:
    """The line above a group of facts."""
    return line(words(inert(title, SUMMARY_SHOWN), bold=True))


def entry(fact: ShownFact) -> list[RichTextElement]:
    """A fact with the remarks about it, and below it its quote; its source stands below the group."""
    remarks = [words(f"  {inert('  '.join(notes(fact)), QUOTE_SHOWN)}", italic=True)] if fact.notes else []
    return [line(words(f"• {inert(fact.summary, SUMMARY_SHOWN)}"), *remarks), quoted(fact)]
